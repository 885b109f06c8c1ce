(** Decoupled decay at w = 0: an outward drive repels |x| where m < 1, a bounded one cannot hold sum |w_i|^q where m > 1. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsIntegrals.
Local Open Scope R_scope.

Lemma ln_Prod n a : (forall i, (i < n)%nat -> 0 < a i) -> ln (Prod n a) = Sum n (fun i => ln (a i)).
Proof.
  intros H. induction n; simpl; [apply ln_1 |]. rewrite ln_mult by (try apply Prod_gt0; auto). rewrite IHn; [reflexivity |]. intros i Hi. apply H. lia.
Qed.

Lemma ln_apow a r : 0 < a -> ln (apow a r) = r * ln a.
Proof. intros H. rewrite apow_pos_eq by exact H. unfold Rpower. apply ln_exp. Qed.

(** The mean is at least the geometric mean. *)
Lemma means n y G : (forall i, (i < n)%nat -> 0 < y i) -> 0 < G -> Sum n (fun i => ln (y i)) = INR n * ln G -> INR n * G <= Sum n y.
Proof.
  intros Hy HG E. apply Rle_trans with (Sum n (fun i => G * (1 + (ln (y i) + -1 * ln G)))).
  - right. rewrite Sum_scal, Sum_plus, Sum_plus, Sum_scal, !Sum_const, E. ring.
  - apply Sum_le. intros i Hi. pose proof (proj1 (above_tangent (ln (y i) + -1 * ln G))) as A.
    apply Rmult_le_compat_l with (r := G) in A; [| lra]. apply Rle_trans with (1 := A). right.
    rewrite exp_plus, exp_ln by now apply Hy. replace (-1 * ln G) with (- ln G) by ring. rewrite exp_Ropp, exp_ln by exact HG. field. lra.
Qed.

Section Coordinate.
Variables (T : Rbar) (L : nat) (q al B : R) (h x : R -> R) (W : nat -> R -> R).
Hypothesis HT : Rbar_lt 0 T.
Hypothesis HL : (2 <= L)%nat.
Hypothesis Hq : 1 <= q <= 2.
Hypothesis Hal : 0 < al.
Hypothesis HD : driven_ac T q L h (fun _ => al) W.
Hypothesis Hx : every T (fun t => x t = Prod L (fun j => W j t)).
Let m := q * (INR L + -1) * / INR L.
Let X t := Rabs (x t).
Let N t := Sum L (fun i => apow (Rabs (W i t)) q).

Lemma ell_2 : 2 <= INR L.
Proof. now apply INR_2. Qed.

Lemma size_moves i : (i < L)%nat -> moves_ae T (fun t => Rabs (W i t)) (fun t => apow (others L i (fun j => W j t)) (q - 1) * (-1 * sign (x t) * h t) - al * Rabs (W i t)).
Proof.
  intros Hi. generalize (rate_abs T _ _ (proj2 (HD i Hi))). apply rate_change. intros t Ht. rewrite (Hx t Ht), <- (Prod_others L i (fun j => W j t) Hi).
  rewrite sign_mult. unfold spow. rewrite <- (sign_self (W i t)). ring.
Qed.

Lemma sizes_X : every T (fun t => X t = Prod L (fun i => Rabs (W i t))).
Proof.
  intros t Ht. unfold X. rewrite (Hx t Ht), <- (apow_one (Prod L _)), apow_Prod. apply Prod_ext. intros i _. apply apow_one.
Qed.

Lemma N_moves : moves_ae T N (fun t => -1 * q * INR L * h t * spow (x t) (q - 1) - q * al * N t).
Proof.
  assert (M : moves_ae T N (fun t => Sum L (fun i => - q * h t * spow (output L W t) (q - 1) - q * al * apow (W i t) q))).
  { apply (moves_same T (fun t => Sum L (fun i => apow (W i t) q))); [intros t _; apply Sum_ext; intros; symmetry; apply apow_Rabs |].
    apply rate_Sum. intros i Hi. apply (power_rate_ac T q L h (fun _ => al) W i (proj1 Hq) HD Hi). }
  revert M. apply rate_change. intros t Ht. unfold output. rewrite <- (Hx t Ht).
  rewrite (Sum_ext L _ (fun i => - q * h t * spow (x t) (q - 1) + - (q * al) * apow (Rabs (W i t)) q)) by (intros; rewrite apow_Rabs; ring).
  rewrite Sum_plus, Sum_const, Sum_scal. unfold N. ring.
Qed.

Lemma N_ac : ac T N.
Proof. apply (ac_Sum T L (fun i t => apow (Rabs (W i t)) q)). intros i Hi. apply ac_power; [apply Hq | apply ac_abs, HD, Hi]. Qed.

Lemma gronwall_below y r : ac T y -> rate T y (fun t l => r * y t <= l) -> every T (fun t => y 0 * exp (r * t) <= y t).
Proof.
  intros Hy D t Ht. pose proof (gronwall T (fun t => -1 * y t) (- r) (ac_scal T (-1) _ Hy)) as K.
  specialize (K ltac:(revert D; apply ae_incl; intros s _ [l [D E]]; exists (-1 * l); split; [now apply is_derive_scal | lra]) t Ht). cbv beta in K.
  rewrite Ropp_involutive in K. lra.
Qed.

Section Outward.
Hypothesis HB : 0 < B.
Hypothesis NZ : forall i, (i < L)%nat -> 0 < Rabs (W i 0).
Hypothesis Out : ae T (fun t => B <= -1 * sign (x t) * h t).

Lemma no_zero i : (i < L)%nat -> every T (fun t => 0 < Rabs (W i t)).
Proof.
  intros Hi t Ht. apply Rlt_le_trans with (Rabs (W i 0) * exp (- al * t)); [apply Rmult_lt_0_compat; [now apply NZ | apply exp_pos] |].
  apply (gronwall_below (fun t => Rabs (W i t)) (- al) (ac_abs T _ (proj1 (HD i Hi)))); [| exact Ht].
  generalize (ae_and T _ _ (size_moves i Hi) Out). apply ae_incl. intros s _ [D O]. eexists. split; [exact D |].
  pose proof (apow_ge0 (others L i (fun j => W j s)) (q - 1)). assert (0 <= apow (others L i (fun j => W j s)) (q - 1) * (-1 * sign (x s) * h s)) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma X_pos : every T (fun t => 0 < X t).
Proof. intros t Ht. rewrite (sizes_X t Ht). apply Prod_gt0. intros i Hi. now apply no_zero. Qed.

Lemma X_ac : ac T X.
Proof.
  apply (ac_ext T (fun t => Prod L (fun i => Rabs (W i t)))); [intros t Ht; symmetry; now apply sizes_X |].
  apply (ac_Prod T L (fun i t => Rabs (W i t))). intros i Hi. apply ac_abs, HD, Hi.
Qed.

Lemma X_rises : rate T X (fun t l => INR L * (B * apow (X t) m - al * X t) <= l).
Proof.
  pose proof ell_2 as He.
  assert (M : moves_ae T X (fun t => Sum L (fun i => others L i (fun j => Rabs (W j t)) *
    (apow (others L i (fun j => W j t)) (q - 1) * (-1 * sign (x t) * h t) - al * Rabs (W i t))))).
  { apply (moves_same T (fun t => Prod L (fun i => Rabs (W i t)))); [intros t Ht; symmetry; now apply sizes_X |].
    assert (DA : ae T (fun t => forall i, (i < L)%nat -> is_derive (fun t => Rabs (W i t)) t (apow (others L i (fun j => W j t)) (q - 1) * (-1 * sign (x t) * h t) - al * Rabs (W i t)))).
    { apply ae_all. intros i Hi. now apply size_moves. }
    revert DA. apply ae_incl. intros t _ DA. evar_last; [apply (is_derive_Prod L (fun i t => Rabs (W i t)) _ t DA) |]. apply Sum_ext. intros; ring. }
  generalize (ae_and T _ _ M Out). apply ae_incl. intros t Ht [D O]. eexists. split; [exact D |]. pose proof (X_pos t Ht) as PX. cbv beta in PX.
  set (o := fun i => others L i (fun j => Rabs (W j t))). set (d := -1 * sign (x t) * h t) in *.
  assert (Wp : forall i, (i < L)%nat -> 0 < Rabs (W i t)) by (intros i Hi; now apply no_zero).
  assert (Po : forall i, (i < L)%nat -> 0 < o i) by (intros i _; apply others_gt0; exact Wp).
  assert (Eo : forall i, (i < L)%nat -> o i * Rabs (W i t) = X t) by (intros i Hi; rewrite (sizes_X t Ht); apply (Prod_others L i (fun j => Rabs (W j t)) Hi)).
  assert (Ao : forall i, apow (others L i (fun j => W j t)) (q - 1) = apow (o i) (q - 1)).
  { intros i. unfold o. rewrite !apow_others. apply others_ext. intros j _. symmetry. apply apow_Rabs. }
  assert (E : forall i, (i < L)%nat -> o i * (apow (others L i (fun j => W j t)) (q - 1) * d - al * Rabs (W i t)) = apow (o i) q * d + - al * X t).
  { intros i Hi. rewrite Ao, <- (Eo i Hi). assert (Y : apow (o i) q = o i * apow (o i) (q - 1)).
    { replace q with (1 + (q - 1)) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by (left; now apply Po). reflexivity. }
    rewrite Y. ring. }
  refine (Rle_trans _ _ _ _ (Req_le _ _ (eq_sym (Sum_ext L _ _ E)))). rewrite Sum_plus, Sum_const.
  assert (G : INR L * apow (X t) m <= Sum L (fun i => apow (o i) q)).
  { apply means; [intros i Hi; apply apow_gt0, Rgt_not_eq, Po, Hi | apply apow_gt0; lra |].
    rewrite ln_apow by exact PX. rewrite (Sum_ext L _ (fun i => q * (ln (X t) + -1 * ln (Rabs (W i t))))).
    - rewrite Sum_scal, Sum_plus, Sum_const, Sum_scal, <- ln_Prod by exact Wp. rewrite <- (sizes_X t Ht). unfold m. field. lra.
    - intros i Hi. rewrite ln_apow by now apply Po. rewrite <- (Eo i Hi), ln_mult by auto. ring. }
  assert (S0 : 0 <= Sum L (fun i => apow (o i) q)) by (apply Sum_ge0; intros; apply apow_ge0).
  rewrite (Sum_ext L (fun i => apow (o i) q * d) (fun i => d * apow (o i) q)) by (intros; ring). rewrite Sum_scal.
  assert (B * (INR L * apow (X t) m) <= d * Sum L (fun i => apow (o i) q)) by (apply Rmult_le_compat; try lra; apply Rmult_le_pos; [lra | apply apow_ge0]). lra.
Qed.

Lemma repelled : m < 1 -> every T (fun t => B * / al + -1 * apow (X t) (1 + - m) <= (B * / al + -1 * apow (X 0) (1 + - m)) * exp (-1 * (1 + - m) * INR L * al * t)).
Proof.
  intros Hm t Ht. replace (-1 * (1 + - m) * INR L * al * t) with (- ((1 + - m) * INR L * al) * t) by ring.
  assert (AZ : ac T (fun t => apow (X t) (1 + - m))) by (apply ac_power_pos; [exact X_ac | exact X_pos]).
  refine (gronwall T (fun t => B * / al + -1 * apow (X t) (1 + - m)) ((1 + - m) * INR L * al) (ac_plus T _ _ (ac_const T _) (ac_scal T (-1) _ AZ)) _ t Ht).
  generalize X_rises. apply ae_incl. intros s Hs [l [D E]]. pose proof (X_pos s Hs) as P. cbv beta in P.
  assert (C : C1_on positive (fun y => apow y (1 + - m)) (fun y => (1 + - m) * apow y (1 + - m - 1))) by apply (built_continuous T).
  assert (D1 := is_derive_comp (fun y => apow y (1 + - m)) X s _ _ (proj1 (C (X s) P)) D).
  exists (0 + -1 * (l * ((1 + - m) * apow (X s) (1 + - m - 1)))). split.
  - apply (is_derive_plus (fun _ => B * / al) (fun t => -1 * apow (X t) (1 + - m)) s 0 _ (is_derive_const _ s) (is_derive_scal _ s (-1) _ D1)).
  - replace (1 + - m - 1) with (- m) by ring. assert (Pm : 0 < apow (X s) (- m)) by (apply apow_gt0; lra).
    assert (K : (1 + - m) * apow (X s) (- m) * (INR L * (B * apow (X s) m - al * X s)) <= (1 + - m) * apow (X s) (- m) * l).
    { apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | exact E]. }
    assert (Z1 : apow (X s) (- m) * apow (X s) m = 1) by (rewrite <- apow_plus; replace (- m + m) with 0 by ring; apply apow_zero; lra).
    assert (Z2 : apow (X s) (- m) * X s = apow (X s) (1 + - m)).
    { replace (1 + - m) with (- m + 1) by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
    replace ((1 + - m) * apow (X s) (- m) * (INR L * (B * apow (X s) m - al * X s))) with
      ((1 + - m) * INR L * (B * (apow (X s) (- m) * apow (X s) m) - al * (apow (X s) (- m) * X s))) in K by ring. rewrite Z1, Z2 in K.
    replace (- ((1 + - m) * INR L * al) * (B * / al + -1 * apow (X s) (1 + - m))) with (- ((1 + - m) * INR L * (B * 1 - al * apow (X s) (1 + - m)))) by (field; lra). lra.
Qed.

Lemma even : m = 1 -> every T (fun t => X 0 * exp (INR L * (B + -1 * al) * t) <= X t).
Proof.
  intros Hm. apply (gronwall_below X (INR L * (B + -1 * al)) X_ac). generalize X_rises. apply ae_incl. intros s Hs [l [D E]]. exists l. split; [exact D |].
  pose proof (X_pos s Hs) as P. cbv beta in P. rewrite Hm, apow_one, Rabs_pos_eq in E by lra. lra.
Qed.
End Outward.

Section Bounded.
Variable C : R.
Hypothesis HC : 0 < C.
Hypothesis Bd : ae T (fun t => Rabs (h t) <= C).

Lemma N_falls : rate T N (fun t l => l <= q * (INR L * C * apow (x t) (q - 1) - al * N t)).
Proof.
  generalize (ae_and T _ _ N_moves Bd). apply ae_incl. intros t Ht [D O]. eexists. split; [exact D |].
  pose proof ell_2 as He. assert (K : -1 * h t * spow (x t) (q - 1) <= C * apow (x t) (q - 1)).
  { pose proof (apow_ge0 (x t) (q - 1)) as P. apply Rle_trans with (Rabs (-1 * h t * spow (x t) (q - 1))); [apply Rle_abs |].
    rewrite !Rabs_mult. replace (Rabs (-1)) with 1 by (rewrite Rabs_left; lra). rewrite Rmult_1_l. apply Rmult_le_compat; try apply Rabs_pos; [exact O |].
    unfold spow. rewrite Rabs_mult, (Rabs_pos_eq (apow _ _)) by exact P. destruct (sign_size (x t)) as [[_ ->] | [_ ->]]; lra. }
  apply Rmult_le_compat_l with (r := q * INR L) in K; [lra | apply Rmult_le_pos; lra].
Qed.

Lemma x_below : every T (fun t => 0 < N t) -> 1 < q -> every T (fun t => apow (x t) (q - 1) <= apow (N t) (INR L * (q + -1) * / q)).
Proof.
  intros PN Hq1 t Ht. pose proof (PN t Ht) as P. cbv beta in P.
  assert (K : forall i, (i < L)%nat -> Rabs (W i t) <= apow (N t) (/ q)).
  { intros i Hi. replace (Rabs (W i t)) with (apow (apow (Rabs (W i t)) q) (/ q)).
    - apply apow_le; [apply Rinv_0_lt_compat; lra |]. split; [apply apow_ge0 |]. apply (Sum_ge_term L (fun i => apow (Rabs (W i t)) q) i Hi). intros; apply apow_ge0.
    - rewrite apow_apow. replace (q * / q) with 1 by (field; lra). rewrite apow_one. apply Rabs_Rabsolu. }
  rewrite <- apow_Rabs. fold (X t). rewrite (sizes_X t Ht).
  assert (B1 : Prod L (fun i => Rabs (W i t)) <= apow (N t) (/ q) ^ L).
  { rewrite <- Prod_const. apply Prod_le. intros i Hi. split; [apply Rabs_pos | now apply K]. }
  apply Rle_trans with (apow (apow (N t) (/ q) ^ L) (q - 1)).
  - apply apow_le; [lra |]. split; [apply Prod_ge0; intros; apply Rabs_pos | exact B1].
  - right. rewrite <- apow_nat by (lia || apply apow_ge0). rewrite !apow_apow. f_equal. ring.
Qed.

Lemma attracted : every T (fun t => 0 < N t) -> 1 < m ->
  let s := INR L * (q + -1) * / q in
  every T (fun t => INR L * C * / al + -1 * apow (N t) (1 + - s) <= (INR L * C * / al + -1 * apow (N 0) (1 + - s)) * exp (-1 * (1 + - s) * q * al * t)).
Proof.
  intros PN Hm s t Ht. pose proof ell_2 as He. pose proof (order_of_m_above (INR L) q He (proj1 Hq) Hm) as Hs. fold s in Hs.
  assert (Hq1 : 1 < q). { destruct (Rle_lt_or_eq_dec 1 q (proj1 Hq)) as [H | <-]; [exact H |]. unfold s in Hs. replace (1 + -1) with 0 in Hs by ring. rewrite Rmult_0_r, Rmult_0_l in Hs. lra. }
  replace (-1 * (1 + - s) * q * al * t) with (- ((1 + - s) * q * al) * t) by ring.
  assert (AZ : ac T (fun t => apow (N t) (1 + - s))) by (apply ac_power_pos; [exact N_ac | exact PN]).
  refine (gronwall T (fun t => INR L * C * / al + -1 * apow (N t) (1 + - s)) ((1 + - s) * q * al) (ac_plus T _ _ (ac_const T _) (ac_scal T (-1) _ AZ)) _ t Ht).
  generalize N_falls. apply ae_incl. intros r Hr [l [D E]]. pose proof (PN r Hr) as P. pose proof (x_below PN Hq1 r Hr) as XB. cbv beta in P, XB. fold s in XB.
  assert (C1 : C1_on positive (fun y => apow y (1 + - s)) (fun y => (1 + - s) * apow y (1 + - s - 1))) by apply (built_continuous T).
  assert (D1 := is_derive_comp (fun y => apow y (1 + - s)) N r _ _ (proj1 (C1 (N r) P)) D).
  exists (0 + -1 * (l * ((1 + - s) * apow (N r) (1 + - s - 1)))). split.
  - apply (is_derive_plus (fun _ => INR L * C * / al) (fun t => -1 * apow (N t) (1 + - s)) r 0 _ (is_derive_const _ r) (is_derive_scal _ r (-1) _ D1)).
  - replace (1 + - s - 1) with (- s) by ring. assert (Ps : 0 < apow (N r) (- s)) by (apply apow_gt0; lra).
    assert (El : l <= q * (INR L * C * apow (N r) s - al * N r)).
    { apply Rle_trans with (1 := E). apply Rmult_le_compat_l; [lra |]. assert (INR L * C * apow (x r) (q - 1) <= INR L * C * apow (N r) s) by (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | exact XB]). lra. }
    assert (K : (s + -1) * apow (N r) (- s) * l <= (s + -1) * apow (N r) (- s) * (q * (INR L * C * apow (N r) s - al * N r))).
    { apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | exact El]. }
    assert (Z1 : apow (N r) (- s) * apow (N r) s = 1) by (rewrite <- apow_plus; replace (- s + s) with 0 by ring; apply apow_zero; lra).
    assert (Z2 : apow (N r) (- s) * N r = apow (N r) (1 + - s)).
    { replace (1 + - s) with (- s + 1) by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
    replace ((s + -1) * apow (N r) (- s) * (q * (INR L * C * apow (N r) s - al * N r))) with
      ((s + -1) * q * (INR L * C * (apow (N r) (- s) * apow (N r) s) - al * (apow (N r) (- s) * N r))) in K by ring. rewrite Z1, Z2 in K.
    replace (- ((1 + - s) * q * al) * (INR L * C * / al + -1 * apow (N r) (1 + - s))) with ((s + -1) * q * (INR L * C * 1 - al * apow (N r) (1 + - s))) by (field; lra). lra.
Qed.

Lemma even_sum : 0 < B -> (forall i, (i < L)%nat -> 0 < Rabs (W i 0)) -> ae T (fun t => B <= -1 * sign (x t) * h t) -> m = 1 ->
  every T (fun t => N t <= N 0 * exp (-1 * q * (al + -1 * C) * t)).
Proof.
  intros HB NZ Out Hm t Ht. pose proof ell_2 as He. replace (-1 * q * (al + -1 * C) * t) with (- (q * (al + -1 * C)) * t) by ring.
  refine (gronwall T N (q * (al + -1 * C)) N_ac _ t Ht). generalize N_falls. apply ae_incl. intros r Hr [l [D E]]. exists l. split; [exact D |].
  assert (Wp : forall i, (i < L)%nat -> 0 < Rabs (W i r)) by (intros i Hi; now apply (no_zero HB NZ Out)).
  pose proof (X_pos HB NZ Out r Hr) as PX. cbv beta in PX.
  assert (Q1 : q - 1 = q * / INR L).
  { apply Rmult_eq_reg_r with (INR L); [| lra]. rewrite Rmult_assoc, Rinv_l by lra. assert (F : m * INR L = q * (INR L + -1)) by (unfold m; field; lra). rewrite Hm in F. lra. }
  assert (G : INR L * apow (x r) (q - 1) <= N r).
  { rewrite <- apow_Rabs. fold (X r). apply means; [intros i Hi; apply apow_gt0, Rgt_not_eq, Wp, Hi | apply apow_gt0; lra |].
    rewrite ln_apow, Q1 by exact PX. rewrite (Sum_ext L _ (fun i => q * ln (Rabs (W i r)))) by (intros i Hi; apply ln_apow; now apply Wp).
    rewrite Sum_scal, <- ln_Prod by exact Wp. rewrite <- (sizes_X r Hr). field. lra. }
  apply Rle_trans with (1 := E). assert (C * (INR L * apow (x r) (q - 1)) <= C * N r) by (apply Rmult_le_compat_l; lra).
  replace (- (q * (al + -1 * C)) * N r) with (q * (C * N r - al * N r)) by ring. apply Rmult_le_compat_l; lra.
Qed.
End Bounded.
End Coordinate.

Theorem saddles_decay_decoupled_claim : claim_saddles_decay_decoupled.
Proof.
  intros L HL n Hn T HT alpha Pal h w x B HB C HC al Hal q Hq Hc Hd Ha Hh Hx Ea.
  assert (D : forall k, (k < n)%nat -> driven_ac T q L (h k) (fun _ => al) (w k)).
  { intros k Hk i Hi. pose proof (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk) i Hi) as [A M]. split; [exact A |].
    revert M. apply rate_change. intros t Ht. now rewrite (Ea t Ht). }
  set (m := q * (INR L + -1) * / INR L). replace (-1 * q * (INR L + -1) * / INR L) with (- m) by (unfold m; ring).
  set (s := INR L * (q + -1) * / q). replace (-1 * INR L * (q + -1) * / q) with (- s) by (unfold s; ring).
  assert (Pw : forall a r, 0 < a -> power_defined a r /\ power a r = apow a r).
  { intros a r P. split; [now left |]. unfold power. destruct Rlt_dec as [_ | N]; [| contradiction]. now rewrite apow_pos_eq. }
  split; [| split; [| split]]; intros k Hk.
  - intros NZ Out Hm t Ht. pose proof (X_pos T L q al B (h k) (x k) (w k) (D k Hk) (Hx k Hk) HB NZ Out) as PX.
    destruct (Pw (Rabs (x k t)) (1 + - m) (PX t Ht)) as [D1 E1]. destruct (Pw (Rabs (x k 0)) (1 + - m) (PX 0 (time_zero T HT))) as [D2 E2].
    split; [exact D1 | split; [exact D2 |]]. rewrite E1, E2.
    exact (repelled T L q al B (h k) (x k) (w k) HL Hal (D k Hk) (Hx k Hk) HB NZ Out Hm t Ht).
  - intros NZ Out Hm. exact (even T L q al B (h k) (x k) (w k) HL (D k Hk) (Hx k Hk) HB NZ Out Hm).
  - intros PN Bd Hm t Ht. destruct (Pw _ (1 + - s) (PN t Ht)) as [D1 E1]. destruct (Pw _ (1 + - s) (PN 0 (time_zero T HT))) as [D2 E2].
    split; [exact D1 | split; [exact D2 |]]. rewrite E1, E2.
    exact (attracted T L q al (h k) (x k) (w k) HL Hq Hal (D k Hk) (Hx k Hk) C HC Bd PN Hm t Ht).
  - intros NZ Out Bd Hm. exact (even_sum T L q al B (h k) (x k) (w k) HL Hq (D k Hk) (Hx k Hk) C HC Bd HB NZ Out Hm).
Qed.
