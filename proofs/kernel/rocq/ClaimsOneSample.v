(** One sample: the dual variable moves along <a>^(q-1), so the limit minimises a weighted sum of divergences. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers.
Local Open Scope R_scope.

Theorem one_sample_bias_claim : claim_one_sample_bias.
Proof.
  intros L HL n Hn T HT R2 eta g h u Pu w x y A Lam PL R1 R0 Ri q Hq xi yi z Hc Hd Hh Hx Hu Hdr Hs _ _ _ Hy HR DY Ty Hq1 Hg PA Hz.
  pose proof (toward_proper T HT) as PF.
  assert (NA : forall k, (k < n)%nat -> A k <> 0) by (intros k Hk Z; specialize (PA k Hk); rewrite Z, Rabs_R0 in PA; lra).
  set (v := fun k => spow (A k) (q + -1)). set (e := fun t => spow (eta t) (q + -1)).
  assert (M : forall k, (k < n)%nat -> moves_ae T (y k) (fun t => v k * (-1 * e t))).
  { intros k Hk.
    pose proof (output_rate_u T q L (h k) (w k) (u k) (fun i _ => Lam k i) (x k) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) (Hx k Hk) (Hu k Hk)) as MX.
    generalize (ae_and T _ _ (ae_and T _ _ MX (DY k Hk)) (ae_and T _ _ (HR k Hk) (ae_and T _ _ (Hs k Hk) (Hg k Hk)))). apply ae_incl.
    intros t _ [[D1 [D2 [_ E]]] [ER [Eh Eg]]]. evar_last; [exact (Derive_correct _ _ D2) |]. refine (eq_trans E _).
    assert (E1 : Derive (fun t => x k t) t = -1 * h k t * Sum L (fun i => others L i (fun j => u k t + Lam k j))) by exact (is_derive_unique _ _ _ D1).
    rewrite E1, (Eh Hq1), Eg, spow_mult. fold (v k) (e t).
    transitivity (-1 * v k * e t * (R2 k t * Sum L (fun i => others L i (fun j => u k t + Lam k j)))); [ring | rewrite ER; ring]. }
  assert (S : forall k l, (k < n)%nat -> (l < n)%nat -> v l * (yi k + -1 * y k 0) = v k * (yi l + -1 * y l 0)).
  { intros k l Hk Hl.
    assert (C : every T (fun t => v l * y k t - v k * y l t = v l * y k 0 - v k * y l 0)).
    { intros t Ht. refine (stays0 T (fun t => v l * y k t - v k * y l t) _ (ac_minus T _ _ (ac_scal T (v l) _ (Hy k Hk)) (ac_scal T (v k) _ (Hy l Hl)))
        (rate_minus T _ _ _ _ (ae_incl T _ _ (fun r _ D => is_derive_scal (y k) r (v l) _ D) (M k Hk)) (ae_incl T _ _ (fun r _ D => is_derive_scal (y l) r (v k) _ D) (M l Hl))) _ t Ht).
      intros r _. change (v l * (v k * (-1 * e r)) - v k * (v l * (-1 * e r)) = 0). ring. }
    assert (E : v l * yi k + -1 * v k * yi l = v l * y k 0 - v k * y l 0); [| lra].
    apply (one_limit (toward T) PF (fun t => v l * y k t + -1 * v k * y l t)).
    - apply tends_plus; [exact PF | |]; (apply tends_times; [exact PF | apply (tends_constant T HT) | now apply Ty]).
    - apply (tends_same T HT (fun _ => v l * y k 0 - v k * y l 0)); [| apply (tends_constant T HT)]. intros t Ht. rewrite <- (C t Ht). ring. }
  set (p := fun k => power (Rabs (A k)) (2 + -1 * q)).
  assert (Dp : forall k, (k < n)%nat -> power_defined (Rabs (A k)) (2 + -1 * q)) by (intros k Hk; left; now apply PA).
  assert (Ep : forall k, (k < n)%nat -> p k = apow (A k) (2 - q)).
  { intros k Hk. unfold p, power. destruct Rlt_dec as [_ | N]; [| exfalso; apply N, PA, Hk]. rewrite apow_nz by now apply NA. f_equal. ring. }
  assert (Pp : forall k, (k < n)%nat -> 0 < p k) by (intros k Hk; rewrite (Ep k Hk); apply apow_gt0, NA, Hk).
  assert (Epv : forall k, (k < n)%nat -> p k * v k = A k).
  { intros k Hk. rewrite (Ep k Hk). unfold v, spow. transitivity (sign (A k) * (apow (A k) (2 - q) * apow (A k) (q + -1))); [ring |].
    rewrite <- apow_plus. replace (2 - q + (q + -1)) with 1 by ring. rewrite apow_one. apply sign_abs. }
  assert (N0 : v 0%nat <> 0).
  { unfold v, spow. apply Rmult_integral_contrapositive_currified; [| apply Rgt_not_eq, apow_gt0, NA; lia].
    intros Z. pose proof (sign_sq (A 0%nat) (NA 0%nat ltac:(lia))) as E. rewrite Z in E. lra. }
  assert (P1 : Sum n (fun k => p k * (yi k + -1 * y k 0) * (z k + -1 * xi k)) = 0).
  { rewrite (Sum_ext n _ (fun k => (yi 0%nat + -1 * y 0%nat 0) * / v 0%nat * (A k * (z k + -1 * xi k)))).
    - rewrite Sum_scal, Hz. ring.
    - intros k Hk. pose proof (S k 0%nat Hk ltac:(lia)) as E. rewrite <- (Epv k Hk).
      apply Rmult_eq_reg_l with (v 0%nat); [| exact N0].
      transitivity (p k * (v 0%nat * (yi k + -1 * y k 0)) * (z k + -1 * xi k)); [ring | rewrite E; field; exact N0]. }
  set (gap := fun k => R1 k + -1 * Ri k + -1 * yi k * (z k + -1 * xi k)).
  assert (P2 : Sum n (fun k => p k * (R1 k + -1 * R0 k + -1 * y k 0 * (z k + -1 * x k 0))) =
    Sum n (fun k => p k * gap k) + Sum n (fun k => p k * (Ri k + -1 * R0 k + -1 * y k 0 * (xi k + -1 * x k 0)))).
  { transitivity (Sum n (fun k => p k * gap k) + Sum n (fun k => p k * (Ri k + -1 * R0 k + -1 * y k 0 * (xi k + -1 * x k 0))) +
      Sum n (fun k => p k * (yi k + -1 * y k 0) * (z k + -1 * xi k))); [| rewrite P1; ring].
    rewrite <- !Sum_plus. apply Sum_ext. intros k _. unfold gap. ring. }
  split; [now split |]. split; [now split |]. split.
  - intros G. split; [exact Dp |]. change (Sum n (fun k => p k * (Ri k + -1 * R0 k + -1 * y k 0 * (xi k + -1 * x k 0))) <=
      Sum n (fun k => p k * (R1 k + -1 * R0 k + -1 * y k 0 * (z k + -1 * x k 0)))). rewrite P2.
    assert (0 <= Sum n (fun k => p k * gap k)); [| lra]. apply Sum_ge0. intros k Hk. apply Rmult_le_pos; [left; now apply Pp | exact (G k Hk)].
  - intros G k Hk Gk. split; [exact Dp |]. change (Sum n (fun k => p k * (Ri k + -1 * R0 k + -1 * y k 0 * (xi k + -1 * x k 0))) <
      Sum n (fun k => p k * (R1 k + -1 * R0 k + -1 * y k 0 * (z k + -1 * x k 0)))). rewrite P2.
    assert (K : p k * gap k <= Sum n (fun k => p k * gap k)).
    { apply (Sum_ge_term n (fun k => p k * gap k) k Hk). intros j Hj. apply Rmult_le_pos; [left; now apply Pp | exact (G j Hj)]. }
    assert (0 < p k * gap k) by (apply Rmult_lt_0_compat; [now apply Pp | exact Gk]). lra.
Qed.
