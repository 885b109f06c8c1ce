(** How a saddle is left, how the flow of a power ends, and how fast sign flow forgets its start. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers.
Local Open Scope R_scope.

Theorem saddle_left_claim : claim_saddle_left.
Proof.
  intros L HL T HT z G HG q Hq tau Htau Hk Ez. set (w := fun x => G * (x + Rabs x) * (1 / 4)).
  assert (Ez' : every T (fun t => w (t + -1 * tau) ^ 2 = w (z t) ^ 2)) by (intros t Ht; now rewrite (Ez t Ht)).
  assert (W0 : forall x, 0 <= w x) by (intros x; unfold w; pose proof (Rle_abs (- x)); rewrite Rabs_Ropp in *; nra).
  assert (P : forall x, power (w x ^ 2) (1 / 2) = w x).
  { intros x. rewrite power_base by (try apply pow2_ge_0; lra). replace (w x ^ 2) with (w x * w x) by ring. rewrite <- apow_two, apow_apow.
    replace (2 * (1 / 2)) with 1 by field. rewrite apow_one. apply Rabs_pos_eq, W0. }
  split; [| split; [| split; [| split]]].
  - apply (ac_ext T (fun t => w (t + -1 * tau) ^ 2)); [exact Ez' |].
    assert (A : ac T (fun t => w (t + -1 * tau))).
    { apply (ac_ext T (fun t => G * (1 / 4) * ((t + -1 * tau) + Rabs (t + -1 * tau)))); [intros t _; unfold w; ring |].
      apply ac_scal, ac_plus; [| apply ac_abs]; (apply ac_plus; [apply ac_id | apply ac_const]). }
    apply (ac_ext T (fun t => w (t + -1 * tau) * w (t + -1 * tau))); [intros t _; ring | now apply ac_times].
  - rewrite <- (Ez 0 (time_zero T HT)). rewrite Rabs_left1 by lra. ring.
  - rewrite <- Hk.
    assert (M : moves_ae T (fun t => w (z t) ^ 2) (fun t => G * w (t + -1 * tau))).
    { apply (moves_same T _ _ _ Ez'). apply (ae_but T _ (fun t => t = tau)); [apply null_countable; exists (fun _ => tau); intros t ->; now exists 0%nat |].
      intros t _ Hn. set (x := t + -1 * tau). assert (Hx : x <> 0) by (unfold x; lra).
      assert (D : is_derive (fun t => t + -1 * tau) t 1) by (auto_derive; trivial; ring).
      assert (DA : is_derive (fun t => Rabs (t + -1 * tau)) t (sign x * 1)) by (apply (is_derive_Rabs (fun t => t + -1 * tau) t 1 D Hx)).
      assert (DS := is_derive_plus _ _ t _ _ D DA). assert (DW := is_derive_scal _ t (G * (1 / 4)) _ DS).
      assert (DQ := is_derive_mult _ _ t _ _ DW DW ltac:(intros; apply Rmult_comm)).
      apply (is_derive_ext (fun t => G * (1 / 4) * (t + -1 * tau + Rabs (t + -1 * tau)) * (G * (1 / 4) * (t + -1 * tau + Rabs (t + -1 * tau)))));
        [intros r; as_reals; unfold w; ring |].
      evar_last; [exact DQ |].
      change (G * (1 / 4) * (1 + sign x * 1) * (G * (1 / 4) * (x + Rabs x)) + G * (1 / 4) * (x + Rabs x) * (G * (1 / 4) * (1 + sign x * 1)) = G * w x).
      unfold w. destruct (Rdichotomy _ _ Hx) as [N | N].
      - rewrite sign_eq_m1, Rabs_left by lra. ring.
      - rewrite sign_eq_1, Rabs_pos_eq by lra. field. }
    revert M. apply ae_incl. intros t Ht D. split.
    + fold (w (z t)). unfold power_defined. destruct (Rle_lt_or_eq_dec 0 (w (z t) ^ 2) (pow2_ge_0 _)) as [K | K]; [left; exact K | right; left; split; [now symmetry | lra]].
    + evar_last; [exact D |]. fold (w (z t)). rewrite P, <- (Ez t Ht). reflexivity.
  - intros t Ht. fold (w (z t)). unfold w. destruct (Rle_lt_dec 0 (z t)) as [H | H]; [rewrite Rabs_pos_eq by lra | rewrite Rabs_left by lra]; ring.
  - intros t Ht. fold (w (z t)). unfold w. destruct (Rle_lt_dec 0 (z t)) as [H | H]; [rewrite Rabs_pos_eq by lra | rewrite Rabs_left by lra].
    + right. field.
    + assert (0 <= G ^ 2 * z t ^ 2) by (apply Rmult_le_pos; apply pow2_ge_0). nra.
Qed.

Theorem separable_ends_claim : claim_separable_ends.
Proof.
  intros L HL T HT v Pv b Hb q Hq r Hr Hv Dv. pose proof (INR_2 L HL) as He. set (c := apow (INR L) (q + -1)). set (k := (INR L + -1) * (q + -1)).
  replace (-1 * (INR L + -1) * (q + -1)) with (- k) by (unfold k; ring).
  assert (Hc : 0 < c) by (apply apow_gt0; lra).
  assert (S : forall y, 0 < y -> apow (INR L * apow y (INR L + -1)) (q + -1) = c * apow y k).
  { intros y Hy. rewrite apow_mult, apow_apow. reflexivity. }
  assert (Dv' : moves_ae T v (fun t => - c * apow (v t) k)).
  { revert Dv. apply rate_change. intros t Ht. rewrite S by exact (Pv t Ht). ring. }
  assert (E : every T (fun t => apow (v t) (1 + - k) = apow (v 0) (1 + - k) + -1 * (1 + - k) * c * t)).
  { intros t Ht. pose proof (ray_time T k (- c) v Hv Pv Dv' t Ht) as E. cbv beta in E. unfold Rminus in E.
    assert (X : (1 + - k) * - c * t = apow (v t) (1 + - k) + - apow (v 0) (1 + - k)) by (rewrite E; ring). lra. }
  split; [exact E |]. split; [| split; [| split]].
  - intros t Ht. pose proof (E t Ht) as X. cbv beta in X. pose proof (Pv t Ht) as P. cbv beta in P.
    assert (0 < apow (v t) (1 + - k)) by (apply apow_gt0; lra). lra.
  - intros Ek t Ht. assert (X : v t * exp (c * t) = v 0 * exp (c * 0)).
    { refine (stays0 T (fun t => v t * exp (c * t)) _ (ac_times T _ _ Hv (ac_exp T _ (ac_scal T c _ (ac_id T)))) (rate_times T _ _ _ (fun t => c * exp (c * t)) Dv' _) _ t Ht).
      - apply ae_every. intros x _. auto_derive; trivial. ring.
      - intros x Hx. pose proof (Pv x Hx) as P. cbv beta in P. rewrite Ek, apow_one, Rabs_pos_eq by lra. ring. }
    rewrite Rmult_0_r, exp_0 in X. replace (-1 * c * t) with (- (c * t)) by ring. rewrite exp_Ropp.
    apply Rmult_eq_reg_r with (exp (c * t)); [| apply Rgt_not_eq, exp_pos]. rewrite X. field. apply Rgt_not_eq, exp_pos.
  - intros Er. apply ae_every. intros t [Ht _]. assert (PB : 0 < c * (b + t) * / r) by (repeat apply Rmult_lt_0_compat; try lra; now apply Rinv_0_lt_compat).
    rewrite S by (apply apow_gt0; lra). rewrite apow_apow. replace (r * k) with (r - 1) by lra.
    assert (C : C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by apply (built_continuous T).
    assert (D : is_derive (fun t => c * (b + t) * / r) t (c * / r)) by (auto_derive; trivial; ring).
    evar_last; [apply (is_derive_comp (fun y => apow y r) _ t _ _ (proj1 (C _ PB)) D) |]. unfold scal; simpl; unfold mult; simpl. field. lra.
  - intros Er. apply ae_every. intros t [Ht _]. assert (PB : 0 < b + c * t * / r).
    { assert (0 <= c * t * / r) by (apply Rmult_le_pos; [apply Rmult_le_pos; lra | left; now apply Rinv_0_lt_compat]). lra. }
    rewrite S by (apply apow_gt0; lra). rewrite apow_apow. replace (-1 * r * k) with (- r - 1) by lra. replace (-1 * r) with (- r) by ring.
    assert (C : C1_on positive (fun y => apow y (- r)) (fun y => - r * apow y (- r - 1))) by apply (built_continuous T).
    assert (D : is_derive (fun t => b + c * t * / r) t (c * / r)) by (auto_derive; trivial; ring).
    evar_last; [apply (is_derive_comp (fun y => apow y (- r)) _ t _ _ (proj1 (C _ PB)) D) |]. unfold scal; simpl; unfold mult; simpl. field. lra.
Qed.

Theorem sign_margin_rate_claim : claim_sign_margin_rate.
Proof.
  intros L HL n Hn T HT h w x b Pb q Hq Hc Hd Hh Hx Eq Hs Hb k Hk m Hm.
  assert (E : forall k, (k < n)%nat -> forall i, (i < L)%nat -> every T (fun t => Rabs (w k i t) = b k i + t)).
  { intros k' Hk' i Hi t Ht. assert (X : Rabs (w k' i t) - 1 * t = Rabs (w k' i 0) - 1 * 0); [| rewrite (Hb k' Hk' i Hi) in X; lra].
    refine (stays T (fun t => Rabs (w k' i t) - 1 * t) _ (ac_minus T _ _ (ac_abs T _ (Hc k' Hk' i Hi)) (ac_scal T 1 _ (ac_id T)))
      (rate_minus T _ _ _ _ (rate_abs T _ _ (Hd k' Hk' i Hi)) (rate_linear T 1)) _ t Ht).
    generalize (Hs k' Hk'). apply ae_incl. intros r _ S. rewrite Eq. replace (1 + -1) with 0 by ring. rewrite spow_sign.
    rewrite sign_Prod, <- (Prod_others L i) in S by exact Hi. rewrite sign_others. lra. }
  intros t Ht. assert (Pt : 0 <= t) by apply Ht.
  assert (EX : forall k, (k < n)%nat -> Rabs (x k t) = Prod L (fun i => b k i + t)).
  { intros k' Hk'. rewrite (Hx k' Hk' t Ht). rewrite <- (apow_one (Prod L _)), apow_Prod. apply Prod_ext. intros i Hi. rewrite apow_one. now apply (E k' Hk' i Hi t Ht). }
  rewrite (EX k Hk), (EX m Hm).
  assert (K : Prod L (fun i => b k i + t) <= Prod L (fun i => (b m i + t) * exp ((b k i + -1 * b m i) * / (t + b m i)))).
  { apply Prod_le. intros i Hi. pose proof (Pb k Hk i Hi). pose proof (Pb m Hm i Hi) as Pm. split; [lra |].
    pose proof (proj1 (above_tangent ((b k i + -1 * b m i) * / (t + b m i)))) as A.
    apply Rmult_le_compat_l with (r := b m i + t) in A; [| lra].
    replace ((b m i + t) * (1 + (b k i + -1 * b m i) * / (t + b m i))) with (b k i + t) in A by (field; lra). exact A. }
  apply Rle_trans with (1 := K). right. rewrite Prod_mult. f_equal. clear. induction L; simpl; [now rewrite exp_0 |]. rewrite IHL, exp_plus. reflexivity.
Qed.
