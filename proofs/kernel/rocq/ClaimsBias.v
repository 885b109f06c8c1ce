(** Implicit bias at q = 2: y_inf - y_0 is orthogonal to the solutions' differences, and Bregman's identity. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsFlows ClaimsRates ClaimsLimits.
Local Open Scope R_scope.

Lemma Sum_zero n a : (forall i, (i < n)%nat -> a i = 0) -> Sum n a = 0.
Proof. intros H. rewrite (Sum_ext n a (fun _ => 0)) by assumption. rewrite Sum_const. ring. Qed.

Lemma Sum_minus n a b : Sum n (fun i => a i - b i) = Sum n a - Sum n b.
Proof.
  rewrite (Sum_ext n _ (fun i => a i + -1 * b i)) by (intros; ring). rewrite (Sum_plus n a (fun i => -1 * b i)), Sum_scal. ring.
Qed.

(** dy_k/dt = - h_k = - sum_a A_ak eta_a: sum_k (y_k - y_k(0)) d_k stays 0 where A d = 0. *)
Lemma orthogonal T n r (y : nat -> R -> R) (A : nat -> nat -> R) (eta : nat -> R -> R) (d : nat -> R) :
  (forall k, (k < n)%nat -> ac T (y k)) ->
  (forall k, (k < n)%nat -> moves_ae T (y k) (fun t => - Sum r (fun a => A a k * eta a t))) ->
  (forall a, (a < r)%nat -> Sum n (fun k => A a k * d k) = 0) ->
  every T (fun t => Sum n (fun k => d k * y k t) = Sum n (fun k => d k * y k 0)).
Proof.
  intros Hy Dy HA.
  apply (stays0 T (fun t => Sum n (fun k => d k * y k t)) (fun t => Sum n (fun k => 0 * y k t + d k * - Sum r (fun a => A a k * eta a t)))).
  - apply (ac_Sum T n (fun k t => d k * y k t)). intros k Hk. apply ac_scal. now apply Hy.
  - apply (rate_Sum T n (fun k t => d k * y k t)). intros k Hk. apply (rate_times T (fun _ => d k) (fun _ => 0)); [apply (rates_of T) | now apply Dy].
  - intros t _. rewrite (Sum_ext n _ (fun k => Sum r (fun a => - eta a t * (A a k * d k)))).
    + rewrite Sum_exchange. apply Sum_zero. intros a Ha. rewrite Sum_scal, (HA a Ha). ring.
    + intros k Hk. transitivity (- d k * Sum r (fun a => A a k * eta a t)); [ring |]. rewrite <- Sum_scal. apply Sum_ext. intros a _. ring.
Qed.

Theorem implicit_bias_gf_claim : claim_implicit_bias_gf.
Proof.
  intros L HL n Hn r Hr T HT R2 eta g h u Pu w x y A Lam PL R0 R00 Rinf q Hq xi yi z Hc Hd Hh Hx Hu Hdr Hs _ _ _ Hy HR DR Ty Eq Hg HA.
  pose proof (toward_proper T HT) as PF.
  assert (Dy : forall k, (k < n)%nat -> moves_ae T (y k) (fun t => - Sum r (fun a => A a k * eta a t))).
  { intros k Hk.
    pose proof (output_rate_u T q L (h k) (w k) (u k) (fun i _ => Lam k i) (x k) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) (Hx k Hk) (Hu k Hk)) as Dx.
    generalize (ae_and T _ _ (ae_and T _ _ Dx (DR k Hk)) (ae_and T _ _ (HR k Hk) (ae_and T _ _ (Hs k Hk) (Hg k Hk)))). apply ae_incl.
    intros t Ht [[D1 [D2 [_ E]]] [E2 [E3 E4]]]. evar_last; [apply Derive_correct, D2 |].
    change (Derive (fun t => y k t) t) with (Derive (y k) t) in E. change (Derive (fun t => x k t) t) with (Derive (x k) t) in E.
    change (Derive (y k) t = - Sum r (fun a => A a k * eta a t)). rewrite E, (is_derive_unique _ _ _ D1).
    rewrite E4 in E3. rewrite E3 by lra. rewrite Eq. replace (2 + -1) with 1 by ring. rewrite spow_one.
    set (S := Sum L _) in *. set (G := Sum r _) in *. transitivity (- G * (R2 k t * S)); [ring | rewrite E2; ring]. }
  pose proof (orthogonal T n r y A eta (fun k => z k + -1 * xi k) Hy Dy HA) as O.
  assert (K : Sum n (fun k => (yi k + -1 * y k 0) * (z k + -1 * xi k)) = 0).
  { assert (L1 : tends (toward T) (fun t => Sum n (fun k => (z k + -1 * xi k) * y k t)) (Sum n (fun k => (z k + -1 * xi k) * yi k))).
    { apply (@tends_Sum (toward T) PF n (fun k t => (z k + -1 * xi k) * y k t)). intros k Hk.
      apply tends_times; [exact PF | apply (tends_constant T HT) | exact (Ty k Hk)]. }
    assert (L2 : tends (toward T) (fun t => Sum n (fun k => (z k + -1 * xi k) * y k t)) (Sum n (fun k => (z k + -1 * xi k) * y k 0))).
    { apply (tends_same T HT (fun _ => Sum n (fun k => (z k + -1 * xi k) * y k 0))); [intros t Ht; symmetry; exact (O t Ht) | apply (tends_constant T HT)]. }
    pose proof (one_limit (toward T) PF _ _ _ L1 L2) as E.
    rewrite (Sum_ext n _ (fun k => (z k + -1 * xi k) * yi k - (z k + -1 * xi k) * y k 0)) by (intros; ring).
    rewrite Sum_minus, E. ring. }
  assert (B : Sum n (fun k => R0 k + -1 * R00 k + -1 * y k 0 * (z k + -1 * x k 0)) =
    Sum n (fun k => R0 k + -1 * Rinf k + -1 * yi k * (z k + -1 * xi k)) + Sum n (fun k => Rinf k + -1 * R00 k + -1 * y k 0 * (xi k + -1 * x k 0))).
  { rewrite <- Sum_plus. rewrite (Sum_ext n _ (fun k => (R0 k + -1 * Rinf k + -1 * yi k * (z k + -1 * xi k)
      + (Rinf k + -1 * R00 k + -1 * y k 0 * (xi k + -1 * x k 0))) + (yi k + -1 * y k 0) * (z k + -1 * xi k))) by (intros; ring).
    rewrite (Sum_plus n (fun k => R0 k + -1 * Rinf k + -1 * yi k * (z k + -1 * xi k)
      + (Rinf k + -1 * R00 k + -1 * y k 0 * (xi k + -1 * x k 0))) (fun k => (yi k + -1 * y k 0) * (z k + -1 * xi k))), K. ring. }
  split; [exact K |]. split; [exact B |]. rewrite B. split.
  - intros H. assert (0 <= Sum n (fun k => R0 k + -1 * Rinf k + -1 * yi k * (z k + -1 * xi k))) by (now apply Sum_ge0). lra.
  - intros H k Hk P. pose proof (Sum_ge_term n (fun k => R0 k + -1 * Rinf k + -1 * yi k * (z k + -1 * xi k)) k Hk H) as G. cbv beta in G. lra.
Qed.
