(** Claims about R' at the end of its domain, about the conjugate, and about the dual variable with decay. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsIntegrals.
Local Open Scope R_scope.

Lemma primitive_same T f g A : (forall t, time T t -> f t = g t) -> primitive T f A -> primitive T g A.
Proof. intros E [HA [A0 DA]]. split; [exact HA | split; [exact A0 |]]. revert DA. now apply rate_change. Qed.

Lemma primitive_scal T f A c : primitive T f A -> primitive T (fun t => c * f t) (fun t => c * A t).
Proof.
  intros [HA [A0 DA]]. split; [now apply ac_scal | split; [rewrite A0; ring |]]. revert DA. apply ae_incl. intros t _ D. now apply is_derive_scal.
Qed.

Theorem dual_decay_claim : claim_dual_decay.
Proof.
  intros L HL n Hn T HT alpha Pa h u Pu w x z Pz Lam PL a Ha b Pb q Hq s u0 Hu0 Rp k Hk Hc Hd [A HA] Hh Hx Hu HC [B [HB HR]] Hz.
  pose proof (INR_2 L HL) as He.
  split; [| split; [| split; [| split]]].
  - apply (dual_decays T q L (h k) alpha A (w k) (u k) (x k) (Lam k) Rp HL
      (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk)) HA (Hx k Hk) (Hu k Hk)); [intros t _; apply HC |].
    exists B. split; [exact HB |]. intros t Ht _. exact (proj2 (HR t Ht)).
  - destruct (primitive_of T (fun t => apow (Prod L (fun j => u0 + t + b j)) (1 * / q + -1) * / q)) as [I [HI _]].
    { intros t Ht. apply (f_continuous L b u0 q Pb Hu0 t Ht). }
    set (c := apow a (INR L * (1 + -1 * q * (INR L + -1) * / INR L))).
    exists (fun t => c * I t). split; [| exists I; split; [exact HI | intros t _; reflexivity]].
    apply (primitive_same T (fun t => c * (apow (Prod L (fun j => u0 + t + b j)) (1 * / q + -1) * / q))); [| now apply primitive_scal].
    intros t [Ht _]. rewrite (Prod_ext L (fun j => apow a q * (u0 + t) + apow a q * b j) (fun j => apow a q * (u0 + t + b j))) by (intros; ring).
    rewrite Prod_mult, Prod_const, apow_mult. rewrite <- apow_nat by (lia || apply apow_ge0). rewrite !apow_apow.
    assert (E : c = apow a (q * INR L * (1 * / q + -1)) * apow a q).
    { rewrite <- apow_plus. unfold c. f_equal. field. lra. }
    rewrite E. replace (q * (INR L * (1 * / q + -1))) with (q * INR L * (1 * / q + -1)) by ring. ring.
  - intros Em M. assert (C : C1_on positive ln (fun y => / y)) by apply (built_continuous T).
    revert M. apply ae_incl. intros t Ht [[l Dz] E]. pose proof (Pz t Ht) as P. cbv beta in P. rewrite Em, apow_one, Rabs_pos_eq in E by lra.
    change (Derive (fun t => z t) t) with (Derive z t) in E. rewrite (is_derive_unique z t l Dz) in E.
    apply (is_derive_ext (fun t => s * / INR L * ln (z t))); [intros r; as_reals; ring |].
    evar_last; [apply (is_derive_scal (fun t => ln (z t)) t (s * / INR L)); apply (is_derive_comp ln z t _ _ (proj1 (C (z t) P)) Dz) |].
    unfold scal; simpl; unfold mult; simpl. apply Rmult_eq_reg_r with (INR L * z t); [| apply Rmult_integral_contrapositive_currified; lra].
    transitivity (s * l); [field; lra |]. rewrite E. field.
  - set (y := q * (INR L + -1) * / INR L). replace (-1 * q * (INR L + -1) * / INR L) with (- y) by (unfold y; ring). split; intros; nra.
  - set (y := q * (INR L + -1) * / INR L). replace (-1 * q * (INR L + -1) * / INR L) with (- y) by (unfold y; ring). split; intros; nra.
Qed.

Theorem conjugate_identity_claim : claim_conjugate_identity.
Proof.
  intros L HL T HT R0 Lam PL q Hq u0 Hu y0 HR [A [HA DR]]. pose proof (INR_2 L HL) as He.
  set (Q := fun t => Prod L (fun j => u0 + t + Lam j)). set (S := fun t => Sum L (fun i => others L i (fun j => u0 + t + Lam j))).
  assert (PQ : forall t, 0 <= t -> 0 < Q t) by (intros t Ht; apply (Q_pos L Lam u0 PL Hu t Ht)).
  assert (PS : forall t, 0 <= t -> 0 < S t) by (intros t Ht; apply (S_pos L Lam u0 HL PL Hu t Ht)).
  assert (DQ : forall t, 0 <= t -> is_derive (fun t => apow (Q t) (1 * / q)) t (1 * / q * apow (Q t) (1 * / q - 1) * S t)).
  { intros t Ht. apply (Q_power_rate L Lam u0 PL Hu t (1 * / q) Ht). }
  assert (Q2 : forall t, apow (Q t) (2 * / q + -1) = apow (Q t) (1 * / q) * apow (Q t) (1 * / q - 1)).
  { intros t. rewrite <- apow_plus. f_equal. field. lra. }
  split; [| split].
  - apply ae_every. intros t [Ht _]. fold (Q t). fold (S t). pose proof (PS t Ht) as P1. split; [eexists; apply (DQ t Ht) |]. split; [lra |].
    assert (E2 : Derive (fun t : R => apow (Q t) (1 * / q)) t = 1 * / q * apow (Q t) (1 * / q - 1) * S t) by (apply is_derive_unique, DQ, Ht).
    change (fun t0 => apow (Prod L (fun j => u0 + t0 + Lam j)) (1 * / q)) with (fun t => apow (Q t) (1 * / q)). rewrite E2, Q2. field. lra.
  - destruct HA as [HA [A0 DA]].
    set (W := fun t => INR L * ((apow (Q t) (1 * / q) * (y0 + A t)) + -1 * R0 t + -1 * (apow (Prod L (fun j => u0 + Lam j)) (1 * / q) * y0 + -1 * R0 0))).
    exists W. split; [| exists A; split; [split; [exact HA | split; [exact A0 | exact DA]] | intros t _; reflexivity]].
    assert (AQ : ac T (fun t => apow (Q t) (1 * / q))).
    { apply (ac_power_pos T Q); [| intros t [Ht _]; now apply PQ]. apply ac_Prod. intros i _. apply ac_plus; [apply ac_plus |]; (apply ac_const || apply ac_id). }
    split; [| split].
    + apply ac_scal. apply ac_plus; [apply ac_plus |]; [apply ac_times; [exact AQ | apply ac_plus; [apply ac_const | exact HA]] | now apply ac_scal | apply ac_const].
    + unfold W. rewrite A0. replace (Q 0) with (Prod L (fun j => u0 + Lam j)) by (apply Prod_ext; intros; ring). ring.
    + generalize (ae_and T _ _ DR DA). apply ae_incl. intros t [Ht _] [[D1 [_ E]] D2].
      change (Derive (fun t : R => R0 t) t) with (Derive R0 t) in E.
      assert (E2 : Derive (fun t : R => apow (Q t) (1 * / q)) t = 1 * / q * apow (Q t) (1 * / q - 1) * S t) by (apply is_derive_unique, DQ, Ht).
      change (fun t0 => apow (Prod L (fun j => u0 + t0 + Lam j)) (1 * / q)) with (fun t => apow (Q t) (1 * / q)) in E. rewrite E2 in E.
      assert (D1' : is_derive R0 t (Derive R0 t)) by (now apply Derive_correct). rewrite E in D1'.
      assert (D3 : is_derive (fun t => y0 + A t) t (0 + apow (Q t) (1 * / q + -1) * / q)) by (apply (is_derive_plus (fun _ => y0) A t 0 _ (is_derive_const y0 t) D2)).
      assert (D4 := is_derive_mult (fun t => apow (Q t) (1 * / q)) (fun t => y0 + A t) t _ _ (DQ t Ht) D3 ltac:(intros; apply Rmult_comm)).
      assert (D5 := is_derive_plus _ _ t _ _ D4 (is_derive_scal R0 t (-1) _ D1')).
      assert (D6 := is_derive_plus _ _ t _ _ D5 (is_derive_const (-1 * (apow (Prod L (fun j => u0 + Lam j)) (1 * / q) * y0 + -1 * R0 0)) t)).
      assert (D7 := is_derive_scal _ t (INR L) _ D6).
      evar_last; [exact D7 |]. fold (Q t). rewrite Q2. unfold plus, mult, zero; simpl. replace (1 * / q - 1) with (1 * / q + -1) by ring. ring.
  - intros E t [Ht _]. fold (Q t). rewrite E. replace (2 * / 2 + -1) with 0 by field. rewrite apow_zero by (apply Rgt_not_eq, PQ, Ht). field.
Qed.

Section End.
Variables (k0 n : nat) (b q : R) (c : nat -> R) (T : Rbar).
Hypothesis Hk : (1 <= k0)%nat.
Hypothesis Hb : 0 < b.
Hypothesis Pc : forall i, (i < n)%nat -> 0 < c i.
Hypothesis Hq : 1 <= q <= 2.
Hypothesis HT : Rbar_lt 0 T.
Let v t := b * exp (-1 * t).
Let M y := Prod n (fun a => y + c a).
Let f t := apow (apow (v t) (INR k0) * M (v t)) (1 * / q + -1) * b * exp (-1 * t) * / q.
Let g := 1 + -1 * INR k0 * (q + -1) * / q.

Lemma v_pos t : 0 < v t.
Proof. apply Rmult_lt_0_compat; [assumption | apply exp_pos]. Qed.

Lemma M_pos y : 0 < y -> 0 < M y.
Proof. intros Hy. apply Prod_gt0. intros i Hi. specialize (Pc i Hi). lra. Qed.

Lemma v_rate t : is_derive v t (- v t).
Proof. unfold v. auto_derive; trivial. ring. Qed.

Lemma f_shape t : f t = apow (v t) g * apow (M (v t)) (1 * / q + -1) * / q.
Proof.
  unfold f. rewrite apow_mult, apow_apow. replace g with (INR k0 * (1 * / q + -1) + 1) by (unfold g; field; lra).
  rewrite (apow_plus (v t) _ 1), apow_one, Rabs_pos_eq by (left; apply v_pos). unfold v. ring.
Qed.

Lemma f_end_continuous t : 0 <= t -> continuous f t.
Proof.
  intros _. apply (continuous_ext (fun t => apow (v t) g * apow (M (v t)) (1 * / q + -1) * / q)); [intros r; symmetry; apply f_shape |].
  apply (ex_derive_continuous (fun t => apow (v t) g * apow (M (v t)) (1 * / q + -1) * / q)).
  assert (Dv : ex_derive v t) by (eexists; apply v_rate).
  apply (ex_derive_mult (fun t => apow (v t) g * apow (M (v t)) (1 * / q + -1)) (fun _ => / q)); [| apply ex_derive_const].
  apply (ex_derive_mult (fun t => apow (v t) g) (fun t => apow (M (v t)) (1 * / q + -1))); apply ex_apow.
  - exact Dv.
  - apply v_pos.
  - apply (ex_Prod n (fun i t => v t + c i)). intros i _. apply (ex_derive_plus v (fun _ => c i)); [exact Dv | apply ex_derive_const].
  - apply M_pos, v_pos.
Qed.

Lemma low_exponent : 1 * / q + -1 <= 0.
Proof. rewrite Rmult_1_l. assert (/ q <= 1); [| lra]. rewrite <- Rinv_1. apply Rinv_le_contravar; lra. Qed.

Lemma v_le t : 0 <= t -> v t <= b.
Proof.
  intros Ht. unfold v. rewrite <- (Rmult_1_r b) at 2. apply Rmult_le_compat_l; [lra |]. rewrite <- exp_0.
  destruct (Rle_lt_or_eq_dec 0 t Ht) as [H | <-]; [left; apply exp_increasing; lra | rewrite Rmult_0_r; lra].
Qed.

Lemma end_diverges : grows (toward T) (fun t => t) -> g <= 0 -> exists A, primitive T f A /\ grows (toward T) (fun t => A t).
Proof.
  intros Gt Hg. destruct (primitive_of T f f_end_continuous) as [A [HA _]]. exists A. split; [exact HA |]. destruct HA as [HA [A0 DA]].
  pose proof (toward_proper T HT) as PF. set (d := apow b g * apow (M b) (1 * / q + -1) * / q).
  assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra).
  assert (Hd : 0 < d).
  { apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat; apply apow_gt0, Rgt_not_eq; [assumption | now apply M_pos] | assumption]. }
  assert (K : every T (fun t => A 0 - d * 0 <= A t - d * t)).
  { apply (never_falls T (fun t => A t - d * t) (fun t => f t - d)); [apply ac_minus; [exact HA | apply ac_scal, ac_id] | apply rate_minus; [exact DA | apply rate_linear] |].
    intros t [Ht _]. rewrite f_shape. unfold d. apply Rge_le, Rge_minus, Rle_ge. apply Rmult_le_compat_r; [lra |].
    pose proof (v_pos t) as P0. pose proof (v_le t Ht) as P1.
    apply Rmult_le_compat; [apply apow_ge0 | apply apow_ge0 | now apply falling_base |].
    apply falling_base; [now apply M_pos | | apply low_exponent]. apply Prod_le. intros i Hi. specialize (Pc i Hi). lra. }
  apply (@grows_above (toward T) PF (fun t => t * d)).
  - apply (@grows_times (toward T) PF (fun t => t) (fun _ => d) (d / 2)); [lra | exact Gt | apply toward_every; [exact HT | intros t _; lra]].
  - apply toward_every; [exact HT |]. intros t Ht. pose proof (K t Ht) as E. cbv beta in E. lra.
Qed.

Lemma end_bounded : 0 < g -> exists A, primitive T f A /\ every T (fun t => q * g * A t <= apow (Prod n c) (1 * / q + -1) * apow b g).
Proof.
  intros Hg. destruct (primitive_of T f f_end_continuous) as [A [HA _]]. exists A. split; [exact HA |]. destruct HA as [HA [A0 DA]].
  set (P := apow (Prod n c) (1 * / q + -1)).
  assert (PC : 0 < Prod n c) by (now apply Prod_gt0).
  assert (Mv : moves_ae T v (fun t => - v t)) by (apply ae_every; intros t _; apply v_rate).
  assert (Av : ac T v) by (apply ac_scal, ac_exp, ac_scal, ac_id).
  assert (Pv : every T (fun t => 0 < v t)) by (intros t _; apply v_pos).
  intros t Ht.
  assert (K : - (q * g) * A 0 - P * apow (v 0) g <= - (q * g) * A t - P * apow (v t) g).
  { refine (never_falls T (fun t => - (q * g) * A t - P * apow (v t) g) _ _
      (rate_minus T _ _ _ _ (rate_times T _ _ _ _ (proj1 (rates_of T) (- (q * g))) DA) (rate_times T _ _ _ _ (proj1 (rates_of T) P) (rate_power_pos T v _ g Pv Mv))) _ t Ht).
    - apply ac_minus; apply ac_scal; [exact HA | now apply ac_power_pos].
    - intros r [Hr _]. cbv beta. rewrite f_shape. pose proof (v_pos r) as P0.
      assert (X : apow (v r) (g - 1) * v r = apow (v r) g).
      { replace g with (g - 1 + 1) at 2 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
      assert (B : apow (M (v r)) (1 * / q + -1) <= P).
      { apply falling_base; [assumption | | apply low_exponent]. apply Prod_le. intros i Hi. specialize (Pc i Hi). lra. }
      pose proof (apow_gt0 (v r) g ltac:(lra)) as P2.
      replace (- (q * g) * (apow (v r) g * apow (M (v r)) (1 * / q + -1) * / q)) with (- (g * apow (v r) g) * apow (M (v r)) (1 * / q + -1)) by (field; lra).
      replace (0 * A r + - (g * apow (v r) g) * apow (M (v r)) (1 * / q + -1) - (0 * apow (v r) g + P * (g * apow (v r) (g - 1) * - v r)))
        with (g * (P * (apow (v r) (g - 1) * v r) - apow (v r) g * apow (M (v r)) (1 * / q + -1))) by ring.
      rewrite X. apply Rmult_le_pos; [lra |]. nra. }
  assert (V0 : v 0 = b) by (unfold v; rewrite Rmult_0_r, exp_0; ring). rewrite A0, V0 in K.
  assert (0 <= P * apow (v t) g) by (apply Rmult_le_pos; apply apow_ge0). lra.
Qed.
End End.

Theorem legendre_claim : claim_legendre.
Proof.
  intros k0 Hk n Hn T HT b Hb c Pc q Hq Gt. assert (He : 0 < INR k0) by (apply lt_0_INR; lia).
  assert (E : q * (INR k0 + -1) * / INR k0 + q * (1 + -1 * INR k0 * (q + -1) * / q) * / INR k0 = 1) by (field; lra).
  assert (I : 0 < q * / INR k0) by (apply Rmult_lt_0_compat; [lra | now apply Rinv_0_lt_compat]).
  split; intros H.
  - apply (end_diverges k0 n b q c T); trivial. nra.
  - apply (end_bounded k0 n b q c T); trivial. nra.
Qed.
