(** Decay against blow-up: with dx/dt driven at a constant gradient -G, E^(-K) (Y - R'(x E^-L)) has rate K alpha (.) - G. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws.
From SteepestMirror Require Import ClaimsFlows ClaimsRates ClaimsDual.
Local Open Scope R_scope.

Lemma rate_exp T A a r : moves_ae T A a -> moves_ae T (fun t => exp (r * A t)) (fun t => exp (r * A t) * (r * a t)).
Proof.
  apply ae_incl. intros t _ D.
  evar_last; [apply (is_derive_comp exp (fun t => r * A t) t); [apply is_derive_exp | apply (is_derive_scal A t r _ D)] |].
  unfold scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma linear_primitive T (a c : R) : primitive T (fun _ => c) (fun t => c * t).
Proof. split; [apply ac_scal, ac_id | split; [ring |]]. apply ae_every. intros t _. auto_derive; trivial; ring. Qed.

Lemma exp_primitive T c : c <> 0 -> primitive T (fun t => exp (c * t)) (fun t => (exp (c * t) - 1) * / c).
Proof.
  intros Hc. split; [| split; [rewrite Rmult_0_r, exp_0; ring |]].
  - apply (ac_ext T (fun t => / c * (exp (c * t) - 1))); [intros t _; apply Rmult_comm |].
    apply ac_scal, ac_minus; [apply ac_exp, ac_scal, ac_id | apply ac_const].
  - apply ae_every. intros t _. auto_derive; trivial. field. exact Hc.
Qed.

Theorem blow_up_decay_claim : claim_blow_up_decay.
Proof.
  intros L HL n Hn T HT alpha Pal h u Pu w x G HG K HK Lam PL T0 PT0 Y a Pa q Hq theta Pth Rp k Hk Hc Hd [A HA] Hh Hx Hu HC HR Px Hg EK ET.
  assert (Pos : forall C t, time T t -> 0 < x k t * apow (exp (-1 * C t)) (-1 * INR L)).
  { intros C t Ht. apply Rmult_lt_0_compat; [exact (Px t Ht) |]. apply apow_gt0, Rgt_not_eq, exp_pos. }
  destruct (dual_decays T q L (h k) alpha A (w k) (u k) (x k) (Lam k) Rp HL
    (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk)) HA (Hx k Hk) (Hu k Hk)
    ltac:(intros t Ht; apply HC; now apply (Pos A)) HR) as [C [HCp M]].
  cbv zeta in M. replace (INR L * (1 + -1 * q * (INR L + -1) * / INR L)) with (- K) in M
    by (rewrite EK; field; apply not_0_INR; lia).
  set (z := fun t => Rp (x k t * apow (exp (-1 * C t)) (-1 * INR L))).
  assert (Z0 : z 0 = Rp (x k 0)).
  { unfold z. destruct HCp as [_ [-> _]]. rewrite Rmult_0_r, exp_0, apow_1. f_equal. ring. }
  assert (De : forall r, moves_ae T (fun t => exp (r * C t)) (fun t => exp (r * C t) * (r * alpha t))).
  { intros r. apply rate_exp, HCp. }
  assert (Dy : moves_ae T (fun t => exp (K * C t) * z t) (fun t => G + K * alpha t * (exp (K * C t) * z t))).
  { generalize (ae_and T _ _ M Hg). apply ae_incl. intros t _ [D Eg]. rewrite Eg in D.
    apply (is_derive_ext (fun t => apow (exp (-1 * C t)) (- K) * z t)).
    - intros r. rewrite apow_exp. do 2 f_equal. ring.
    - evar_last; [exact D |]. rewrite !apow_exp. replace (- K * (-1 * C t)) with (K * C t) by ring. fold (z t).
      assert (E : INR L * (1 + -1 * q * (INR L + -1) * / INR L) = - K) by (rewrite EK; field; apply not_0_INR; lia).
      transitivity (G + -1 * alpha t * (INR L * (1 + -1 * q * (INR L + -1) * / INR L)) * exp (K * C t) * z t);
        [unfold z; rewrite ?apow_exp; ring | rewrite E; ring]. }
  assert (Dz : moves_ae T z (fun t => G * exp (- K * C t))).
  { generalize (ae_and T _ _ Dy (De (- K))). apply ae_incl. intros t _ [D1 D2].
    assert (X : forall r, exp (- K * C r) * exp (K * C r) = 1).
    { intros r. rewrite <- exp_plus, <- exp_0. f_equal. ring. }
    apply (is_derive_ext (fun t => exp (- K * C t) * (exp (K * C t) * z t))).
    - intros r. rewrite <- Rmult_assoc, X. apply Rmult_1_l.
    - evar_last; [apply (is_derive_mult _ _ t _ _ D2 D1); intros; apply Rmult_comm |].
      unfold plus, mult; simpl. pose proof (X t) as E.
      transitivity (exp (- K * C t) * G + (- K * alpha t + K * alpha t) * (exp (- K * C t) * exp (K * C t)) * z t); [ring | rewrite E; ring]. }
  assert (Cz : ac T z).
  { apply (ac_positive T (fun t => x k t * apow (exp (-1 * C t)) (-1 * INR L)) Rp (Derive Rp)).
    - intros y Hy. split; [apply Derive_correct; now apply HC | now apply HC].
    - apply ac_times.
      + apply (ac_ext T (fun t => Prod L (fun j => w k j t))); [intros t Ht; symmetry; exact (Hx k Hk t Ht) |].
        apply (ac_Prod T L (fun j t => w k j t)). intros i Hi. exact (Hc k Hk i Hi).
      + apply (ac_ext T (fun t => exp (INR L * C t))); [intros t _; rewrite apow_exp; f_equal; ring |].
        apply ac_exp, ac_scal, HCp.
    - intros t Ht. now apply Pos. }
  assert (PI : primitive T (fun t => apow (exp (-1 * C t)) K) (fun t => / G * (z t - z 0))).
  { split; [apply ac_scal, ac_minus; [exact Cz | apply ac_const] | split; [ring |]].
    revert Dz. apply ae_incl. intros t _ D. rewrite apow_exp. evar_last.
    - apply (is_derive_scal (fun t => z t - z 0) t (/ G)). apply (is_derive_minus z (fun _ => z 0) t _ 0 D). apply (is_derive_const (z 0)).
    - unfold scal, minus, plus, opp; simpl; unfold mult; simpl. replace (K * (-1 * C t)) with (- K * C t) by ring. field. lra. }
  split; [| split; [| split]].
  - exists C. split; [exact HCp |]. generalize (ae_and T _ _ Dy (De K)). apply ae_incl. intros t _ [D1 D2].
    apply (is_derive_ext (fun t => Y * exp (K * C t) - exp (K * C t) * z t)).
    + intros r. unfold z. rewrite !apow_exp. replace (-1 * K * (-1 * C r)) with (K * C r) by ring. as_reals. ring.
    + evar_last; [apply (is_derive_minus _ _ t _ _ (is_derive_scal _ t Y _ D2) D1) |].
      unfold minus, plus, opp, scal; simpl; unfold mult; simpl. unfold z. rewrite !apow_exp.
      replace (-1 * K * (-1 * C t)) with (K * C t) by ring. ring.
  - exists C. split; [exact HCp |]. eexists. split; [exact PI |]. intros t _. fold (z t). rewrite <- Z0. field. lra.
  - intros Ha.
    assert (EC : every T (fun t => C t = a * t)).
    { apply (primitive_unique T alpha C (fun t => a * t) HCp). destruct (linear_primitive T a a) as [L1 [L2 L3]].
      split; [exact L1 | split; [exact L2 |]]. revert L3. apply rate_change. intros t Ht. symmetry. exact (Ha t Ht). }
    assert (EI : every T (fun t => / G * (z t - z 0) = (exp (- (K * a) * t) - 1) * / - (K * a))).
    { assert (Ka : - (K * a) <> 0) by nra. destruct (exp_primitive T (- (K * a)) Ka) as [L1 [L2 L3]].
      apply (primitive_unique T (fun t => apow (exp (-1 * C t)) K) _ _ PI).
      split; [exact L1 | split; [exact L2 |]]. revert L3. apply rate_change. intros t Ht. rewrite apow_exp, (EC t Ht). f_equal. ring. }
    assert (E : every T (fun t => K * a * (Y + -1 * Rp (x k t * apow (exp (-1 * (a * t))) (-1 * INR L))) =
      G * (exp (-1 * K * a * t) + -1 * (1 + -1 * K * a * T0)))).
    { intros t Ht. pose proof (EI t Ht) as E. cbv beta in E.
      assert (Ez : z t = Rp (x k t * apow (exp (-1 * (a * t))) (-1 * INR L))) by (unfold z; now rewrite (EC t Ht)).
      rewrite <- Ez. replace (-1 * K * a * t) with (- (K * a) * t) by ring. set (e := exp (- (K * a) * t)) in *.
      assert (F : K * a * (z t - z 0) = G * (1 - e)).
      { apply Rmult_eq_reg_l with (/ G); [| apply Rinv_neq_0_compat; lra].
        transitivity (K * a * (/ G * (z t - z 0))); [ring |]. rewrite E. field. split; nra. }
      rewrite Z0 in F. transitivity (K * a * (Y - Rp (x k 0)) - K * a * (z t - Rp (x k 0))); [ring |].
      rewrite F. replace (Y - Rp (x k 0)) with (G * T0) by (rewrite ET; ring). ring. }
    split; [exact E |]. intros H1 t Ht. pose proof (E t Ht) as F. cbv beta in F. pose proof (exp_pos (-1 * K * a * t)) as P.
    set (v := Rp _) in *. set (e := exp (-1 * K * a * t)) in *. clearbody v e. assert (0 < K * a) by (now apply Rmult_lt_0_compat).
    assert (0 < G * (e + -1 * (1 + -1 * K * a * T0))) by (apply Rmult_lt_0_compat; lra). nra.
  - intros ->. replace (-1 * K * a * -1 * ln (1 + -1 * K * a * T0) * / (K * a)) with (ln (1 + -1 * K * a * T0)) by (field; split; lra).
    now apply exp_ln.
Qed.
