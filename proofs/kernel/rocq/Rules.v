(** The rules of logic, algebra, order, sums and products. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Exceptions Times.
Local Open Scope R_scope.

Theorem assume : rule_assume.
Proof. intros A H. exact H. Qed.

Theorem implied : rule_implied.
Proof. intros H A B K h a. apply K. now split. Qed.

Theorem apply : rule_apply.
Proof.
  split; [auto |]. intros T A B. split.
  - intros H K t Ht. now apply H; [| apply K].
  - intros H K. apply (ae_incl T (fun t => (A t -> B t) /\ A t)); [tauto | now apply ae_and].
Qed.

Theorem cut : rule_cut.
Proof. intros H H' A B K K' [h h']. apply K'. split; auto. Qed.

Theorem both : rule_both.
Proof. intros A B a b. now split. Qed.

Theorem part : rule_part.
Proof.
  split; [intros A B [a b]; split; [exact a | tauto] |]. intros T A B. split.
  - intros H. split; intros t Ht; now apply H.
  - intros H. split; revert H; apply ae_incl; tauto.
Qed.

Theorem equivalent : rule_equivalent.
Proof. intros A B H K. now split. Qed.

Theorem for_index : rule_for_index.
Proof. intros n A H j Hj. auto. Qed.

Theorem every_index : rule_every_index.
Proof. split; [intros n H A K h i Hi; auto |]. intros T n A H. now apply ae_all. Qed.

Theorem renamed : rule_renamed.
Proof. intros n H A K j Hj h. auto. Qed.

Theorem with_function : rule_with_function.
Proof. intros sort H A K a s h. auto. Qed.

Theorem almost_every : rule_almost_every.
Proof. intros T A H. now apply ae_every. Qed.

(** * Algebra and order *)

Theorem combination : rule_combination.
Proof.
  intros n mult a b a0 b0 rest. split.
  - intros H H0. assert (E : Sum n (fun k => mult k * (b k - a k)) = 0).
    { rewrite (Sum_ext n _ (fun _ => 0)); [rewrite Sum_const; ring |]. intros k Hk. rewrite H by assumption. ring. }
    unfold rest in H0. rewrite E in H0. lra.
  - intros H.
    assert (Hk : forall k, (k < n)%nat -> 0 <= mult k * (b k - a k)).
    { intros k Hk. destruct (H k Hk) as [-> | [H1 H2]]; [lra |]. apply Rmult_le_pos; lra. }
    pose proof (Sum_ge0 n _ Hk) as HS. unfold rest. split; [intros; lra |]. split; [intros; lra |].
    intros Hr [k [Hkn [Hab Hm]]].
    pose proof (Sum_ge_term n (fun k => mult k * (b k - a k)) k Hkn Hk) as Ht. cbv beta in Ht.
    assert (0 < mult k * (b k - a k)) by (apply Rmult_lt_0_compat; lra). lra.
Qed.

Theorem replaced : rule_replaced.
Proof.
  split; [intros A a b ->; auto |]. intros T A a b. split; [| split].
  - intros E H t Ht. rewrite <- E by assumption. now apply H.
  - intros E H. apply (ae_incl T (fun t => a t = b t /\ A t (a t))); [| now apply ae_and].
    intros t _ [-> K]. exact K.
  - intros E. split; [now apply ac_ext |]. intros H.
    (* but for t = 0, where a and b can differ before *)
    apply (ae_incl T (fun t => (exists l, is_derive a t l /\ A t l) /\ t <> 0)).
    2:{ apply ae_and; [exact H |]. apply (ae_but T _ (fun t => t = 0)); [apply null_countable, countable_one | auto]. }
    intros t Ht [[l [D Hl]] H0]. exists l. split; [| assumption].
    apply (is_derive_ext_loc a); [| assumption]. destruct Ht as [Ht HT].
    assert (Hd : exists d, 0 < d /\ forall r, Rabs (r - t) < d -> time T r).
    { destruct T as [T | |]; simpl in HT.
      - exists (Rmin t (T - t)). split; [apply Rmin_pos; lra |]. intros r Hr.
        pose proof (Rmin_l t (T - t)). pose proof (Rmin_r t (T - t)). apply Rabs_def2 in Hr. split; simpl; lra.
      - exists t. split; [lra |]. intros r Hr. apply Rabs_def2 in Hr. split; simpl; [lra | trivial].
      - contradiction. }
    destruct Hd as [d [Hd K]]. exists (mkposreal d Hd). intros r Hr. apply E, K, Hr.
Qed.

Theorem larger_base : rule_larger_base.
Proof. intros a b r Ha Hab Hr. apply apow_le; lra. Qed.

Theorem larger_exponent : rule_larger_exponent.
Proof.
  intros a b r s Ha Hab Hb Hr Hrs. replace s with (r + (s - r)) at 1 by ring. rewrite apow_plus.
  apply Rmult_le_compat_l; [apply apow_ge0 |]. destruct Ha as [Ha | <-]; [| rewrite apow_0; apply apow_ge0].
  destruct Hrs as [Hrs | ->]; [apply apow_le; lra |]. replace (s - s) with 0 by ring. rewrite !apow_zero; lra.
Qed.

Theorem scaled : rule_scaled.
Proof.
  intros a b c Hc. split; [intros ->; reflexivity |].
  split; intros H; [apply Rmult_le_compat_r; lra | apply Rmult_lt_compat_r; lra].
Qed.

Theorem smaller_power : rule_smaller_power.
Proof.
  intros a r s Ha H1 Hrs. rewrite !apow_pos_eq by assumption. unfold Rpower. apply exp_increasing.
  assert (ln a < 0) by (rewrite <- ln_1; apply ln_increasing; lra). nra.
Qed.

Theorem falling_base : rule_falling_base.
Proof.
  intros a b r Ha Hab Hr. destruct Hr as [Hr | ->]; [| rewrite !apow_zero; lra].
  replace r with (- - r) by ring. rewrite !(apow_Ropp _ (- r)). apply Rinv_le_contravar; [apply apow_gt0; lra |].
  apply apow_le; lra.
Qed.

Theorem above_one : rule_above_one.
Proof.
  intros a r s Ha Hrs. rewrite !apow_pos_eq by lra. unfold Rpower.
  assert (H : 0 <= ln a) by (rewrite <- ln_1; destruct Ha as [Ha | <-]; [left; apply ln_increasing |]; lra).
  assert (K : r * ln a <= s * ln a) by nra. destruct K as [K | ->]; [left; now apply exp_increasing | lra].
Qed.

(** * Sums and products *)

Theorem summed : rule_summed.
Proof.
  intros n a b. split; [apply Sum_ext |]. split; [apply Sum_le |]. intros H. apply Sum_le. intros i Hi. left. auto.
Qed.

Theorem factored : rule_factored.
Proof. intros n c a. apply Sum_scal. Qed.

Theorem added : rule_added.
Proof. intros n a b. apply Sum_plus. Qed.

Theorem one_taken_out : rule_one_taken_out.
Proof. intros n j a Hj. rewrite <- (Prod_others n j a Hj). ring. Qed.

Theorem relettered : rule_relettered.
Proof. intros n k a. repeat split. Qed.

Theorem congruent : rule_congruent.
Proof. intros n k a b H. split; [now apply Sum_ext |]. split; [now apply Prod_ext | now apply others_ext]. Qed.

Lemma spow_Prod n a r : spow (Prod n a) r = Prod n (fun i => spow (a i) r).
Proof.
  induction n; simpl; [| now rewrite spow_mult, IHn]. unfold spow. rewrite apow_1, sign_eq_1 by lra. ring.
Qed.

Theorem powers_of_products : rule_powers_of_products.
Proof.
  intros n k a r. split; [intros _; split; [apply apow_Prod | apply apow_others] |].
  split; [apply spow_Prod |]. unfold others. rewrite spow_Prod. apply Prod_ext. intros i _. destruct Nat.eqb; [| reflexivity].
  unfold spow. rewrite apow_1, sign_eq_1 by lra. ring.
Qed.

Theorem subadditive : rule_subadditive.
Proof.
  intros n a s. induction n; intros Ha Hs0 Hs1; simpl; [rewrite apow_0; lra |].
  assert (Hn : 0 <= a n) by auto. assert (HS : 0 <= Sum n a) by (apply Sum_ge0; auto).
  apply Rle_trans with (apow (Sum n a) s + apow (a n) s); [| apply Rplus_le_compat_r, IHn; auto].
  set (x := Sum n a) in *. set (y := a n) in *.
  destruct (Req_dec (x + y) 0) as [E | E].
  { rewrite E, apow_0. pose proof (apow_ge0 x s). pose proof (apow_ge0 y s). lra. }
  assert (Hp : 0 < x + y) by lra.
  (* z^s >= (x+y)^(s-1) z for 0 <= z <= x + y *)
  assert (K : forall z, 0 <= z -> z <= x + y -> apow (x + y) (s - 1) * z <= apow z s).
  { intros z [Hz | <-] Hzx; [| rewrite apow_0; lra].
    replace (apow z s) with (apow z (s - 1) * z).
    - apply Rmult_le_compat_r; [lra |]. apply falling_base; lra.
    - replace s with (s - 1 + 1) at 2 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. ring. }
  replace (apow (x + y) s) with (apow (x + y) (s - 1) * x + apow (x + y) (s - 1) * y).
  - apply Rplus_le_compat; apply K; lra.
  - replace s with (s - 1 + 1) at 3 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. ring.
Qed.

Theorem constant_body : rule_constant_body.
Proof.
  intros L k c HL Hk. split; [apply Sum_const |]. intros Hc. rewrite Prod_const, others_const by assumption.
  rewrite apow_nat by (lia || lra). split; [reflexivity |].
  destruct (Nat.eq_dec L 1) as [-> | Hn]; [simpl; replace (1 - 1) with 0 by ring; rewrite apow_zero; lra |].
  rewrite <- apow_nat by (lia || lra). now rewrite minus_INR by lia.
Qed.

Theorem at_least_one : rule_at_least_one.
Proof. intros n j a Hj H. now apply Sum_ge_term. Qed.

Theorem larger_factors : rule_larger_factors.
Proof. intros n k a b H. split; [now apply Prod_le | now apply others_le]. Qed.

Theorem distributed : rule_distributed.
Proof.
  intros n k a b. split; [apply Prod_mult |]. unfold others. rewrite <- Prod_mult. apply Prod_ext.
  intros i _. destruct Nat.eqb; [ring | reflexivity].
Qed.

Theorem exchanged : rule_exchanged.
Proof. intros n m a. apply Sum_exchange. Qed.

Theorem positive_product : rule_positive_product.
Proof. intros n k a H. split; [now apply Prod_gt0 | now apply others_gt0]. Qed.

Theorem exponents_added : rule_exponents_added.
Proof.
  intros n c a Hc. induction n; simpl; [rewrite apow_zero; lra |]. rewrite IHn, apow_plus. reflexivity.
Qed.

(** A product is 0 iff the zeros among its factors count at least 1. *)
Lemma zero_product n a : let z i := 1 - Rabs (sign (a i)) in Prod n a = 0 <-> 1 <= Sum n z.
Proof.
  intros z.
  assert (Hz : forall i, (a i = 0 /\ z i = 1) \/ (a i <> 0 /\ z i = 0)).
  { intros i. unfold z. destruct (Rtotal_order (a i) 0) as [H | [H | H]].
    - right. split; [lra |]. rewrite sign_eq_m1, Rabs_left by lra. ring.
    - left. split; [assumption |]. rewrite H, sign_0, Rabs_R0. ring.
    - right. split; [lra |]. rewrite sign_eq_1, Rabs_pos_eq by lra. ring. }
  assert (Hz0 : forall i, 0 <= z i) by (intros i; destruct (Hz i) as [[_ ->] | [_ ->]]; lra).
  induction n; simpl; [split; intros; lra |].
  assert (HS : 0 <= Sum n z) by (apply Sum_ge0; auto).
  destruct (Hz n) as [[E ->] | [E ->]].
  - split; [intros; lra |]. intros _. rewrite E. ring.
  - split.
    + intros H. apply Rmult_integral in H. destruct H as [H | H]; [| contradiction]. apply IHn in H. lra.
    + intros H. rewrite (proj2 IHn) by lra. ring.
Qed.

Theorem zero_factor : rule_zero_factor.
Proof.
  intros n k a Hk z. split; [apply zero_product |].
  pose proof (zero_product n (fun j => if Nat.eqb j k then 1 else a j)) as H. cbv zeta in H. unfold others. rewrite H.
  replace (Sum n z - z k) with (Sum n (fun j => 1 - Rabs (sign (if Nat.eqb j k then 1 else a j)))); [reflexivity |].
  clear H. induction n; [lia |]. simpl. destruct (Nat.eqb_spec n k) as [-> | Hn].
  - rewrite sign_eq_1, Rabs_R1 by lra.
    rewrite (Sum_ext k _ z); [ring |]. intros j Hj. replace (Nat.eqb j k) with false by (symmetry; apply Nat.eqb_neq; lia).
    reflexivity.
  - rewrite IHn by lia. unfold z. ring.
Qed.

Theorem at_start : rule_at_start.
Proof. intros f g. split; [apply integral_point |]. repeat split. Qed.
