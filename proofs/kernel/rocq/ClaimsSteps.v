(** Claims about rays and steps: decay of a ray, the error of a step, escape in steps, generic coercivity. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits.
Local Open Scope R_scope.

Lemma rate_power_pos T v dv r : every T (fun t => 0 < v t) -> moves_ae T v dv ->
  moves_ae T (fun t => apow (v t) r) (fun t => r * apow (v t) (r - 1) * dv t).
Proof.
  intros P D. assert (C : C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by apply (built_continuous T).
  exact (rate_C1 T v dv _ _ positive C D P).
Qed.

Lemma never_falls T y dy : ac T y -> moves_ae T y dy -> (forall t, time T t -> 0 <= dy t) -> every T (fun t => y 0 <= y t).
Proof.
  intros Hy D H. apply (rising T y Hy). revert D. apply ae_incl. intros t Ht D. exists (dy t). split; [exact D | now apply H].
Qed.

Lemma rate_linear T c : moves_ae T (fun t => c * t) (fun _ => c).
Proof. apply ae_every. intros t _. auto_derive; trivial; ring. Qed.

Lemma rate_square T c : moves_ae T (fun t => c * t ^ 2 * (1 / 2)) (fun t => c * t).
Proof. apply ae_every. intros t _. auto_derive; trivial; field. Qed.

Lemma ac_square T c : ac T (fun t => c * t ^ 2 * (1 / 2)).
Proof.
  apply (ac_ext T (fun t => c * (1 / 2) * (t * t))); [intros t _; ring |]. apply ac_scal, ac_times; apply ac_id.
Qed.

(** s v' = s v^k G with s^2 = 1: both bounds at once. *)
Lemma step_error T v G k c s : every T (fun t => 0 < v t) -> ac T v -> moves_ae T v (fun t => G * apow (v t) k) ->
  every T (fun t => c <= s * (k * G ^ 2 * apow (v t) (2 * k + -1))) ->
  every T (fun t => c * t ^ 2 * (1 / 2) <= s * (v t + -1 * v 0 + -1 * t * G * apow (v 0) k)).
Proof.
  intros Pv Hv Dv Hc.
  assert (K1 : every T (fun t => c * t <= s * (G * apow (v t) k - G * apow (v 0) k))).
  { intros t Ht.
    assert (E : s * (G * apow (v 0) k) - c * 0 <= s * (G * apow (v t) k) - c * t); [| lra].
    refine (never_falls T (fun t => s * (G * apow (v t) k) - c * t) _ _
      (rate_minus T _ _ _ _ (rate_times T _ _ _ _ (proj1 (rates_of T) s) (rate_times T _ _ _ _ (proj1 (rates_of T) G) (rate_power_pos T v _ k Pv Dv))) (rate_linear T c)) _ t Ht).
    - apply ac_minus; apply ac_scal; [apply ac_scal; now apply ac_power_pos | apply ac_id].
    - intros r Hr. pose proof (Hc r Hr) as C. cbv beta in C. replace (2 * k + -1) with (k - 1 + k) in C by ring. rewrite apow_plus in C.
      replace (0 * (G * apow (v r) k) + s * (0 * apow (v r) k + G * (k * apow (v r) (k - 1) * (G * apow (v r) k))) - c)
        with (s * (k * G ^ 2 * (apow (v r) (k - 1) * apow (v r) k)) - c) by ring. lra. }
  intros t Ht.
  assert (E : s * v 0 - s * (G * apow (v 0) k) * 0 - c * 0 ^ 2 * (1 / 2) <= s * v t - s * (G * apow (v 0) k) * t - c * t ^ 2 * (1 / 2)).
  { refine (never_falls T (fun t => s * v t - s * (G * apow (v 0) k) * t - c * t ^ 2 * (1 / 2)) _ _
      (rate_minus T _ _ _ _ (rate_minus T _ _ _ _ (rate_times T _ _ _ _ (proj1 (rates_of T) s) Dv) (rate_linear T _)) (rate_square T c)) _ t Ht).
    - apply ac_minus; [apply ac_minus; [now apply ac_scal | apply ac_scal, ac_id] | apply ac_square].
    - intros r Hr. pose proof (K1 r Hr) as C. cbv beta in C. lra. }
  lra.
Qed.

Theorem discrete_step_error_claim : claim_discrete_step_error.
Proof.
  intros L HL T HT v Pv G HG a b q Hq Hv Dv Ha Hb. set (k := (INR L + -1) * (q + -1)) in *.
  assert (E2 : 2 * (INR L + -1) * (q + -1) + -1 = 2 * k + -1) by (unfold k; ring).
  split; intros t Ht.
  - pose proof (step_error T v G k a 1 Pv Hv Dv) as S. specialize (S ltac:(intros r Hr; pose proof (Ha r Hr) as A; cbv beta in A; rewrite E2 in A; lra) t Ht).
    cbv beta in S. lra.
  - pose proof (step_error T v G k (- b) (-1) Pv Hv Dv) as S. specialize (S ltac:(intros r Hr; pose proof (Hb r Hr) as A; cbv beta in A; rewrite E2 in A; lra) t Ht).
    cbv beta in S. lra.
Qed.

Lemma exp_grows T c : Rbar_lt 0 T -> grows (toward T) (fun t => t) -> 0 < c -> grows (toward T) (fun t => exp (c * t)).
Proof.
  intros HT Gt Hc. pose proof (toward_proper T HT) as PF. apply grows_le_exp; [exact PF |].
  apply (@grows_above (toward T) PF (fun t => t * c)); [| apply toward_every; [exact HT | intros t _; right; ring]].
  apply (@grows_times (toward T) PF (fun t => t) (fun _ => c) (c / 2)); [lra | exact Gt |]. apply toward_every; [exact HT | intros t _; lra].
Qed.

Theorem decayed_ray_claim : claim_decayed_ray.
Proof.
  intros L HL T HT r Pr G HG alpha Ha q Hq Hr Dr Gt. pose proof (INR_2 L HL) as He. pose proof (toward_proper T HT) as PF.
  set (k := (INR L + -1) * (q + -1)) in *. replace (-1 * (INR L + -1) * (q + -1)) with (- k) by (unfold k; ring).
  set (y := q * (INR L + -1) * / INR L). assert (Ek : k = 1 + INR L * (y + -1)) by (unfold k, y; field; lra).
  assert (K : every T (fun t => (apow (r t) (1 + - k) + - (G * / alpha)) * exp ((1 + - k) * alpha * t) = apow (r 0) (1 + - k) + - (G * / alpha))).
  { intros t Ht.
    assert (M : moves_ae T (fun t => exp ((1 + - k) * alpha * t)) (fun t => (1 + - k) * alpha * exp ((1 + - k) * alpha * t))).
    { apply ae_every. intros s _. auto_derive; trivial. ring. }
    transitivity ((apow (r 0) (1 + - k) + - (G * / alpha)) * exp ((1 + - k) * alpha * 0)); [| rewrite Rmult_0_r, exp_0; ring].
    assert (Mc : moves_ae T (fun _ => - (G * / alpha)) (fun _ => 0)) by apply (proj1 (rates_of T)).
    assert (MP : moves_ae T (fun t => apow (r t) (1 + - k) + - (G * / alpha))
       (fun t => (1 + - k) * apow (r t) (1 + - k - 1) * (G * apow (r t) k + -1 * alpha * r t) + 0)).
    { apply (rates_of T); [now apply rate_power_pos | exact Mc]. }
    refine (stays0 T (fun t => (apow (r t) (1 + - k) + - (G * / alpha)) * exp ((1 + - k) * alpha * t)) _ _ (rate_times T _ _ _ _ MP M) _ t Ht).
    - apply ac_times; [apply ac_plus; [now apply ac_power_pos | apply ac_const] |]. apply ac_exp, ac_scal, ac_id.
    - intros s Hs. pose proof (Pr s Hs) as P. cbv beta in P.
      assert (X : apow (r s) (1 + - k - 1) * apow (r s) k = 1).
      { rewrite <- apow_plus. replace (1 + - k - 1 + k) with 0 by ring. apply apow_zero. lra. }
      assert (X2 : apow (r s) (1 + - k - 1) * r s = apow (r s) (1 + - k)).
      { rewrite <- (Rabs_pos_eq (r s)) at 2 by lra. rewrite <- apow_one at 1. rewrite <- apow_plus. f_equal. ring. }
      transitivity ((1 + - k) * exp ((1 + - k) * alpha * s) * (G * (apow (r s) (1 + - k - 1) * apow (r s) k)
        - alpha * (apow (r s) (1 + - k - 1) * r s) + alpha * (apow (r s) (1 + - k) + - (G * / alpha)))); [ring |].
      rewrite X, X2. field. lra. }
  assert (E : every T (fun t => apow (r t) (1 + - k) = G * / alpha + (apow (r 0) (1 + - k) + - (G * / alpha)) * exp (- ((1 + - k) * alpha * t)))).
  { intros t Ht. rewrite <- (K t Ht), Rmult_assoc, <- exp_plus.
    replace ((1 + - k) * alpha * t + - ((1 + - k) * alpha * t)) with 0 by ring. rewrite exp_0. ring. }
  split; [| split].
  - intros Hy. assert (Hk : 0 < 1 + - k) by nra.
    apply (tends_same T HT (fun t => G * / alpha + (apow (r 0) (1 + - k) + - (G * / alpha)) * / exp ((1 + - k) * alpha * t))).
    + intros t Ht. rewrite (E t Ht). now rewrite exp_Ropp.
    + apply (tends_value T _ (G * / alpha + (apow (r 0) (1 + - k) + - (G * / alpha)) * 0)); [ring |].
      apply tends_plus; [exact PF | apply (tends_constant T HT) |]. apply tends_times; [exact PF | apply (tends_constant T HT) |].
      apply tends_inverse_of_growing; [exact HT | intros t _; apply exp_pos |].
      apply exp_grows; [exact HT | exact Gt |]. now apply Rmult_lt_0_compat.
  - intros Hy H0. assert (Hk : 1 + - k < 0) by nra.
    set (d := apow (r 0) (1 + - k) + - (G * / alpha)) in *. assert (Hd : 0 < d) by (unfold d; lra).
    assert (GA : 0 < G * / alpha) by (apply Rmult_lt_0_compat; [assumption | now apply Rinv_0_lt_compat]).
    apply (@grows_above (toward T) PF (fun t => exp (- (1 + - k) * alpha * t) * d)).
    + apply (@grows_times (toward T) PF _ (fun _ => d) (d / 2)); [lra | | apply toward_every; [exact HT | intros t _; lra]].
      apply exp_grows; [exact HT | exact Gt |]. apply Rmult_lt_0_compat; lra.
    + apply toward_every; [exact HT |]. intros t Ht. rewrite (E t Ht).
      replace (- ((1 + - k) * alpha * t)) with (- (1 + - k) * alpha * t) by ring. lra.
  - intros Hy. assert (Hk : k = 1) by (rewrite Ek, Hy; ring).
    intros t Ht.
    assert (M : moves_ae T (fun t => exp (- ((G + -1 * alpha) * t))) (fun t => - (G + -1 * alpha) * exp (- ((G + -1 * alpha) * t)))).
    { apply ae_every. intros s _. auto_derive; trivial. ring. }
    assert (X : r t * exp (- ((G + -1 * alpha) * t)) = r 0 * exp (- ((G + -1 * alpha) * 0))).
    { refine (stays0 T (fun t => r t * exp (- ((G + -1 * alpha) * t))) _ _ (rate_times T _ _ _ _ Dr M) _ t Ht).
      - apply ac_times; [exact Hr |]. apply ac_exp. apply (ac_ext T (fun t => - (G + -1 * alpha) * t)); [intros s _; ring | apply ac_scal, ac_id].
      - intros s Hs. rewrite Hk, apow_one, Rabs_pos_eq by (left; now apply Pr). ring. }
    rewrite Rmult_0_r, Ropp_0, exp_0, Rmult_1_r in X. rewrite <- X, Rmult_assoc, <- exp_plus.
    replace (- ((G + -1 * alpha) * t) + (G + -1 * alpha) * t) with 0 by ring. rewrite exp_0. ring.
Qed.
