(** Reparameterizations of a coordinate: the flow runs along its orbit, its mirror flow, and what it conserves. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
Local Open Scope R_scope.

(** What is squared and bounded below its own rate stays 0: sum (w_i - v_i)^2, where w and v obey equations whose sides
    differ by at most K |w - v|. *)
Lemma orbits_together T L C K (F O w v : nat -> R -> R) h : Rbar_lt 0 T -> 0 < C -> 0 < K ->
  (forall i, (i < L)%nat -> ac T (w i) /\ ac T (v i) /\ w i 0 = v i 0) ->
  (forall i, (i < L)%nat -> moves_ae T (w i) (fun t => -1 * F i t * h t) /\ moves_ae T (v i) (fun t => O i t * (-1 * h t))) ->
  ae T (fun t => Rabs (h t) <= C) ->
  (forall i, (i < L)%nat -> every T (fun t => (F i t + -1 * O i t) ^ 2 <= K ^ 2 * Sum L (fun i => (w i t + -1 * v i t) ^ 2))) ->
  forall i, (i < L)%nat -> every T (fun t => w i t = v i t).
Proof.
  intros HT PC PK A D Bh Lip. set (G := fun t => Sum L (fun i => (w i t - v i t) * (w i t - v i t))).
  assert (EG : forall t, Sum L (fun i => (w i t + -1 * v i t) ^ 2) = G t) by (intros t; apply Sum_ext; intros; ring).
  assert (G0 : G 0 = 0).
  { unfold G. rewrite (Sum_ext _ _ (fun _ => 0)), Sum_const; [ring |]. intros i Hi. rewrite (proj2 (proj2 (A i Hi))). ring. }
  assert (AG : ac T G) by (apply ac_Sum; intros i Hi; destruct (A i Hi) as [A1 [A2 _]]; apply ac_times; now apply ac_minus).
  set (d := fun i t => -1 * F i t * h t - O i t * (-1 * h t)).
  assert (DG : moves_ae T G (fun t => Sum L (fun i => d i t * (w i t - v i t) + (w i t - v i t) * d i t))).
  { apply (rate_Sum T L (fun i t => (w i t - v i t) * (w i t - v i t))). intros i Hi. destruct (D i Hi) as [D1 D2].
    apply rate_times; now apply rate_minus. }
  assert (Bd : every T (fun t => G t <= G 0 * exp (- - (C * (1 + INR L * K ^ 2)) * t))).
  { apply (gronwall T G _ AG). generalize (ae_and T _ _ DG Bh). apply ae_incl. intros t Ht [D1 B]. eexists. split; [exact D1 |].
    apply Rle_trans with (Sum L (fun i => C * ((w i t - v i t) * (w i t - v i t)) + C * (K ^ 2 * G t))).
    - apply Sum_le. intros i Hi. pose proof (Lip i Hi t Ht) as X. cbv beta in X. rewrite EG in X.
      unfold d. set (g := w i t - v i t) in *. set (e := F i t + -1 * O i t) in *.
      replace ((-1 * F i t * h t - O i t * (-1 * h t)) * g + g * (-1 * F i t * h t - O i t * (-1 * h t))) with (-2 * g * e * h t) by (unfold e; ring).
      apply Rle_trans with (C * (g * g + e ^ 2)); [| nra].
      apply Rle_trans with (Rabs (h t) * (g * g + e ^ 2)); [| apply Rmult_le_compat_r; nra].
      pose proof (pow2_ge_0 (g + e)). pose proof (pow2_ge_0 (g - e)). unfold Rabs. destruct (Rcase_abs (h t)); nra.
    - rewrite Sum_plus, Sum_scal, Sum_const. fold (G t). right. ring. }
  intros i Hi t Ht. pose proof (Bd t Ht) as X. cbv beta in X. rewrite G0, Rmult_0_l in X.
  pose proof (Sum_ge_term L (fun i => (w i t - v i t) * (w i t - v i t)) i Hi (fun j _ => Rle_0_sqr (w j t - v j t))) as Y.
  cbv beta in Y. fold (G t) in Y. nra.
Qed.

Theorem separable_reparameterization_claim : claim_separable_reparameterization.
Proof.
  intros L HL T HT D E h v w x y C PC K PK q Hq Rp Hw Hv Hy Hx Dw Dv Dy Bh W0 Lip Dx.
  assert (M : ae T (fun t => ex_derive x t /\ ex_derive y t /\ Derive x t = Sum L (fun i => apow (Rabs (D i t)) q) * Derive y t)).
  { generalize (ae_and T _ _ (ae_all T L _ Dw) (ae_and T _ _ Dy Dx)). apply ae_incl. intros t _ [D1 [D2 [X1 [_ X2]]]].
    split; [exact X1 |]. split; [eexists; exact D2 |].
    assert (Ey : Derive y t = -1 * h t) by (apply is_derive_unique; exact D2).
    transitivity (Sum L (fun i => D i t * Derive (fun t => w i t) t)); [exact X2 |].
    rewrite (Sum_ext _ _ (fun i => -1 * h t * apow (Rabs (D i t)) q)), Sum_scal; [rewrite Ey; ring |].
    intros i Hi. assert (Ew : Derive (fun t => w i t) t = -1 * spow (D i t) (q + -1) * h t) by (apply is_derive_unique; exact (D1 i Hi)).
    rewrite Ew, apow_Rabs, <- spow_self. replace (q + -1) with (q - 1) by ring. ring. }
  split; [| split; [exact M |]].
  - apply (orbits_together T L C K (fun i t => spow (D i t) (q + -1)) (fun i t => spow (E i t) (q + -1)) w v h HT PC PK); trivial.
    + intros i Hi. split; [exact (Hw i Hi) |]. split; [exact (Hv i Hi) | exact (W0 i Hi)].
    + intros i Hi. split; [exact (Dw i Hi) |]. generalize (ae_and T _ _ (Dv i Hi) Dy). apply ae_incl. intros t _ [[X1 [_ X2]] D2].
      assert (Ey : Derive (fun t => y t) t = -1 * h t) by (apply is_derive_unique; exact D2). rewrite Ey in X2. rewrite <- X2. exact (Derive_correct _ _ X1).
  - intros HR R0 HK t Ht.
    assert (CR : C1_on everywhere Rp (Derive Rp)) by (intros p _; split; [apply Derive_correct |]; apply HR).
    assert (X : y t - Rp (x t) = y 0 - Rp (x 0)); [| rewrite R0 in X; lra].
    assert (DX : moves_ae T x (Derive x)) by (revert M; apply ae_incl; intros s _ [X _]; exact (Derive_correct _ _ X)).
    assert (DY : moves_ae T y (Derive y)) by (revert M; apply ae_incl; intros s _ [_ [X _]]; exact (Derive_correct _ _ X)).
    refine (stays T (fun t => y t - Rp (x t)) _ (ac_minus T _ _ Hy (ac_everywhere T x Rp _ CR Hx))
      (rate_minus T _ _ _ _ DY (rate_C1 T x _ Rp _ everywhere CR DX (fun _ _ => I))) _ t Ht).
    revert M. apply ae_incl. intros s Hs [_ [_ X]]. cbv beta. rewrite X. pose proof (HK s Hs (proj1 (HR (x s)))) as Z.
    set (S := Sum L _) in *. set (r := Derive Rp (x s)) in *. transitivity ((1 - r * S) * Derive y s); [ring | rewrite Z; ring].
Qed.

(** <f>^{1-q} <c f>^{q-1} = <c>^{q-1}. *)
Lemma spow_cancel c f q : f <> 0 -> spow f (1 + -1 * q) * spow (c * f) (q + -1) = spow c (q + -1).
Proof.
  intros Hf. assert (E : spow f (1 + -1 * q) * spow f (q + -1) = 1).
  { unfold spow. transitivity (sign f * sign f * (apow f (1 + -1 * q) * apow f (q + -1))); [ring |].
    rewrite sign_sq, <- apow_plus by exact Hf. replace (1 + -1 * q + (q + -1)) with 0 by ring. rewrite apow_zero by exact Hf. ring. }
  rewrite spow_mult. transitivity (spow f (1 + -1 * q) * spow f (q + -1) * spow c (q + -1)); [ring | rewrite E; ring].
Qed.

Theorem separable_conserved_claim : claim_separable_conserved.
Proof.
  intros L HL T HT A c f h w q Hq Hw HA Pf Dw DA.
  assert (F0 : forall i, (i < L)%nat -> forall t, time T t -> f i t <> 0).
  { intros i Hi t Ht E. pose proof (Pf i Hi t Ht) as P. cbv beta in P. rewrite E, Rabs_R0 in P. lra. }
  assert (M : forall i, (i < L)%nat -> moves_ae T (A i) (fun t => -1 * spow (c t) (q + -1) * h t)).
  { intros i Hi. generalize (ae_and T _ _ (Dw i Hi) (DA i Hi)). apply ae_incl. intros t Ht [D1 [X1 [_ X2]]].
    assert (Ew : Derive (fun t => w i t) t = -1 * spow (c t * f i t) (q + -1) * h t) by (apply is_derive_unique; exact D1).
    rewrite Ew in X2. rewrite <- (spow_cancel (c t) (f i t) q (F0 i Hi t Ht)).
    evar_last; [exact (Derive_correct _ _ X1) |]. transitivity (spow (f i t) (1 + -1 * q) * (-1 * spow (c t * f i t) (q + -1) * h t)); [exact X2 | ring]. }
  split; [exact M |]. split.
  - intros i Hi l Hl t Ht. assert (X : A i t - A l t = A i 0 - A l 0); [| lra].
    refine (stays0 T (fun t => A i t - A l t) _ (ac_minus T _ _ (HA i Hi) (HA l Hl)) (rate_minus T _ _ _ _ (M i Hi) (M l Hl)) _ t Ht).
    intros s _. ring.
  - intros E i Hi l Hl t Ht. rewrite !apow_Rabs.
    assert (P : forall k, (k < L)%nat -> moves_ae T (fun t => apow (w k t) q) (fun t => -1 * q * spow (c t) (q + -1) * h t)).
    { intros k Hk. generalize (rate_power T (w k) _ q (proj1 Hq) (Dw k Hk)). apply rate_change. intros s Hs.
      pose proof (F0 k Hk s Hs) as N. rewrite (E k Hk s Hs N). replace (q - 1) with (q + -1) by ring.
      assert (Y : spow (1 * / f k s) (q + -1) * spow (c s * f k s) (q + -1) = spow (c s) (q + -1)).
      { rewrite <- spow_mult. f_equal. field. exact N. }
      rewrite <- Y. ring. }
    assert (X : apow (w i t) q - apow (w l t) q = apow (w i 0) q - apow (w l 0) q); [| lra].
    refine (stays0 T (fun t => apow (w i t) q - apow (w l t) q) _ (ac_minus T _ _ (ac_power T _ q (proj1 Hq) (Hw i Hi)) (ac_power T _ q (proj1 Hq) (Hw l Hl)))
      (rate_minus T _ _ _ _ (P i Hi) (P l Hl)) _ t Ht).
    intros s _. ring.
Qed.
