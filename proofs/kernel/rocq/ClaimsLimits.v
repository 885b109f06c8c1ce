(** Claims about limits: Table 1, the order of saddles, the exponents of the metric, the deceleration by depth. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsDual.
Local Open Scope R_scope.

Lemma time_zero T : Rbar_lt 0 T -> time T 0.
Proof. intros H. split; [lra | exact H]. Qed.

Lemma toward_every T A : Rbar_lt 0 T -> every T A -> toward T A.
Proof. intros HT H. exists 0. split; [now apply time_zero |]. intros t Ht _. now apply H. Qed.

Lemma toward_proper T : Rbar_lt 0 T -> ProperFilter (toward T).
Proof.
  intros HT. constructor.
  - intros A [s [Hs H]]. exists s. apply H; [assumption | lra].
  - constructor.
    + apply toward_every; [assumption | now intros t _].
    + intros A B [s [Hs H]] [r [Hr K]]. exists (Rmax s r). split.
      * unfold Rmax. now destruct Rle_dec.
      * intros t Ht Hm. split; [apply H | apply K]; trivial; (apply Rle_trans with (2 := Hm); [apply Rmax_l || apply Rmax_r]).
    + intros A B I [s [Hs H]]. exists s. split; [assumption |]. intros t Ht Hst. now apply I, H.
Qed.

Section Limits.
Variable T : Rbar.
Hypothesis HT : Rbar_lt 0 T.
Let F := toward T.
Let PF : ProperFilter F := toward_proper T HT.

Lemma tends_same a b c : every T (fun t => a t = b t) -> tends F a c -> tends F b c.
Proof.
  intros E H. apply (@filterlim_ext_loc _ _ F _ (@filter_filter _ F PF) a b); [| exact H]. apply toward_every; [exact HT | exact E].
Qed.

Lemma tends_constant c : tends F (fun _ => c) c.
Proof. apply (@filterlim_const _ _ F (@filter_filter _ F PF)). Qed.

Lemma tends_value a c d : c = d -> tends F a c -> tends F a d.
Proof. now intros ->. Qed.

Lemma tends_inverse_of_growing l : every T (fun t => 0 < l t) -> grows F l -> tends F (fun t => / l t) 0.
Proof.
  intros P G. apply (tends_same (fun t => apow (l t) (-1))).
  - intros t Ht. change (-1) with (- (1)). rewrite apow_Ropp, apow_one, Rabs_pos_eq; [reflexivity | left; now apply P].
  - apply falls_power; [exact PF | exact G | lra].
Qed.

Lemma exponent_limit q l : every T (fun t => 0 < l t) -> grows F l ->
  tends F (fun t => 2 + -1 * q * (l t + -1) * / l t) (2 - q).
Proof.
  intros P G. apply (tends_same (fun t => (2 - q) + q * / l t)).
  - intros t Ht. pose proof (P t Ht). cbv beta in *. field. lra.
  - apply (tends_value _ (2 - q + q * 0)); [ring |].
    apply tends_plus; [exact PF | apply tends_constant |]. apply tends_times; [exact PF | apply tends_constant |].
    now apply tends_inverse_of_growing.
Qed.

Lemma slope_of_power x e : 0 < x -> every T (fun t => 0 < e t) -> tends F e 0 -> tends F (fun t => (apow x (e t) + -1) * / e t) (ln x).
Proof.
  intros Hx P H. apply (tends_same (fun t => (exp (e t * ln x) + -1) * / e t)).
  - intros t Ht. now rewrite apow_pos_eq.
  - apply (slope_of_exp F PF); [exact H | now apply toward_every].
Qed.
End Limits.

Theorem table1_claim : claim_table1.
Proof.
  intros L HL T HT e Pe l Pl q Hq x Hx Gl Te. split; [intros [-> ->]; split; field |]. split; [intros [-> ->]; split; field |].
  split; [| split; [| split]].
  - apply (tends_value T _ (2 * 0)); [ring |]. pose proof (toward_proper T HT).
    apply tends_times; [assumption | apply (tends_constant T HT) | now apply tends_inverse_of_growing].
  - intros ->. apply (tends_value T _ (2 - 2)); [ring |]. now apply exponent_limit.
  - intros ->. apply (tends_value T _ (2 - 1)); [ring |]. now apply exponent_limit.
  - now apply slope_of_power.
Qed.

Theorem example_4_17_claim : claim_example_4_17.
Proof.
  intros L HL T HT l Pl q Hq Gl. pose proof (INR_2 L HL) as He. split; intros ->.
  - assert (I : 0 < / INR L) by (apply Rinv_0_lt_compat; lra). replace (2 + -1 * 1 * (INR L + -1) * / INR L) with (1 + / INR L) by (field; lra). lra.
  - apply (tends_value T _ (2 - 1)); [ring |]. now apply exponent_limit.
Qed.

Lemma sign_size w : (w = 0 /\ Rabs (sign w) = 0) \/ (w <> 0 /\ Rabs (sign w) = 1).
Proof.
  destruct (Req_dec w 0) as [-> | H]; [left; rewrite sign_0, Rabs_R0; tauto | right; split; [assumption |]].
  destruct (Rdichotomy _ _ H) as [N | N]; [rewrite sign_eq_m1 by assumption; rewrite Rabs_left; lra | rewrite sign_eq_1 by assumption; apply Rabs_R1].
Qed.

Lemma Prod_nonzero n a : (forall i, (i < n)%nat -> a i <> 0) -> Prod n a <> 0.
Proof. intros H. induction n; simpl; [lra |]. apply Rmult_integral_contrapositive_currified; [apply IHn; auto | apply H; lia]. Qed.

(** prod_i (w_i + eps v_i) eps^(-N) -> prod (w_i != 0) w_i prod (w_i = 0) v_i, N the number of zeros. *)
Lemma zeros_limit T L (w v : nat -> R) (eps : R -> R) : Rbar_lt 0 T -> every T (fun t => 0 < eps t) -> tends (toward T) eps 0 ->
  tends (toward T) (fun t => Prod L (fun i => w i + eps t * v i) * apow (eps t) (-1 * Sum L (fun i => 1 + -1 * Rabs (sign (w i)))))
    (Prod L (fun i => w i + 1 + -1 * Rabs (sign (w i))) * Prod L (fun i => Rabs (sign (w i)) + (1 + -1 * Rabs (sign (w i))) * v i)).
Proof.
  intros HT Pe He. pose proof (toward_proper T HT) as PF. rewrite <- Prod_mult.
  apply (tends_same T HT (fun t => Prod L (fun i => (w i + eps t * v i) * apow (eps t) (-1 * (1 + -1 * Rabs (sign (w i))))))).
  - intros t Ht. rewrite Prod_mult. f_equal. rewrite exponents_added by now apply Pe. now rewrite Sum_scal.
  - apply (@tends_Prod (toward T) PF L (fun i t => (w i + eps t * v i) * apow (eps t) (-1 * (1 + -1 * Rabs (sign (w i)))))). intros i Hi.
    destruct (sign_size (w i)) as [[E ->] | [N ->]].
    + rewrite E. apply (tends_same T HT (fun _ => v i)).
      * intros t Ht. pose proof (Pe t Ht) as P. cbv beta in P. replace (-1 * (1 + -1 * 0)) with (- (1)) by ring.
        rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra. field. lra.
      * apply (tends_value T _ (v i)); [ring | apply (tends_constant T HT)].
    + apply (tends_same T HT (fun t => w i + eps t * v i)).
      * intros t Ht. pose proof (Pe t Ht) as P. cbv beta in P. replace (-1 * (1 + -1 * 1)) with 0 by ring. rewrite apow_zero by lra. ring.
      * apply (tends_value T _ (w i + 0 * v i)); [ring |]. apply tends_plus; [assumption | apply (tends_constant T HT) |].
        apply tends_times; [assumption | exact He | apply (tends_constant T HT)].
Qed.

Theorem saddle_order_claim : claim_saddle_order.
Proof.
  intros L HL T HT eps Pe G HG v w f HC He [_ EG] Hz. pose proof (toward_proper T HT) as PF.
  assert (HD : forall y, ex_derive f y) by (intros y; apply HC).
  split; split; [apply HD | | apply HD |].
  - pose proof (slope_limit (toward T) PF f (Derive f) (fun t => Prod L (fun i => w i + eps t * v i))
      (fun t => apow (eps t) (-1 * Sum L (fun i => 1 + -1 * Rabs (sign (w i))))) 0) as S.
    cbv beta in S. rewrite Rmult_assoc. apply (tends_same T HT (fun t => (f (Prod L (fun i => w i + eps t * v i)) - f 0) *
      apow (eps t) (-1 * Sum L (fun i => 1 + -1 * Rabs (sign (w i)))))); [intros t _; ring |]. apply S.
    + intros y _. split; [apply Derive_correct, HD | apply HC].
    + assert (Z : Prod L w = 0).
      { apply zero_product. rewrite (Sum_ext L _ (fun i => 1 + -1 * Rabs (sign (w i)))) by (intros; ring). exact Hz. }
      rewrite <- Z. apply (@tends_Prod (toward T) PF L (fun i t => w i + eps t * v i)). intros i Hi.
      apply (tends_value T _ (w i + 0 * v i)); [ring |]. apply tends_plus; [assumption | apply (tends_constant T HT) |].
      apply tends_times; [assumption | exact He | apply (tends_constant T HT)].
    + apply (tends_same T HT (fun t => Prod L (fun i => w i + eps t * v i) * apow (eps t) (-1 * Sum L (fun i => 1 + -1 * Rabs (sign (w i)))))).
      * intros t _. cbv beta. ring.
      * now apply zeros_limit.
  - rewrite Rabs_mult, EG. apply Rmult_lt_0_compat; [assumption |]. apply Rabs_pos_lt, Prod_nonzero. intros i Hi.
    destruct (sign_size (w i)) as [[E ->] | [N ->]]; lra.
Qed.
