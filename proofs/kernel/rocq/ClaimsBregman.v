(** R as a Bregman function: the divergence from a point grows without bound outward, R is continuous at 0 inward. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsIntegrals.
From SteepestMirror Require Import ClaimsEnds Ratios ClaimsMaps.
Local Open Scope R_scope.

(** dD/dt = R'' (x - z) dx/dt, which is at least a constant from some time on. *)
Lemma divergence_grows T L q u0 (Lam : nat -> R) (y R0 : R -> R) Rref z : Rbar_lt 0 T -> grows (toward T) (fun t => t) ->
  (2 <= L)%nat -> (forall i, (i < L)%nat -> 0 <= Lam i) -> 0 < u0 -> 1 <= q <= 2 -> ac T y -> ac T R0 ->
  let Q t := Prod L (fun j => u0 + t + Lam j) in let S t := Sum L (fun i => others L i (fun j => u0 + t + Lam j)) in
  let X t := apow (Q t) (1 * / q) in
  moves_ae T y (fun t => Derive X t * / S t) -> moves_ae T R0 (fun t => y t * Derive X t) -> z <= X 0 ->
  grows (toward T) (fun t => Rref + -1 * R0 t + -1 * y t * (z + -1 * X t)).
Proof.
  intros HT Gt HL PL Hu Hq Hy HR Q S X Dy DR Hz. pose proof (toward_proper T HT) as PF. pose proof (INR_2 L HL) as He.
  assert (PQ : forall t, 0 <= t -> 0 < Q t) by exact (Q_pos L Lam u0 PL Hu). assert (PS : forall t, 0 <= t -> 0 < S t) by exact (S_pos L Lam u0 HL PL Hu).
  assert (DX : forall t, 0 <= t -> is_derive X t (1 * / q * apow (Q t) (1 * / q - 1) * S t)) by (intros t Ht; exact (Q_power_rate L Lam u0 PL Hu t (1 * / q) Ht)).
  assert (EX : forall t, 0 <= t -> Derive X t = 1 * / q * apow (Q t) (1 * / q - 1) * S t) by (intros t Ht; exact (is_derive_unique _ _ _ (DX t Ht))).
  assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra). set (f := fun t => / q * apow (Q t) (1 * / q - 1)).
  assert (Pf : forall t, 0 <= t -> 0 < f t) by (intros t Ht; apply Rmult_lt_0_compat; [exact Iq | apply apow_gt0, Rgt_not_eq, PQ, Ht]).
  assert (PX : forall t, 0 <= t -> 0 < X t) by (intros t Ht; apply apow_gt0, Rgt_not_eq, PQ, Ht).
  assert (AX : ac T X).
  { apply ac_power_pos; [| intros t [Ht _]; now apply PQ]. apply (ac_Prod T L (fun j t => u0 + t + Lam j)). intros i _.
    apply ac_plus; [apply ac_plus; [apply ac_const | apply ac_id] | apply ac_const]. }
  assert (GX : grows (toward T) X).
  { apply (@grows_above (toward T) PF (fun t => apow (apow (u0 + t) (INR L)) (1 * / q))).
    - apply grows_power; [exact PF | | lra]. apply grows_power; [exact PF | | lra].
      apply (@grows_above (toward T) PF (fun t => t)); [exact Gt |]. apply toward_every; [exact HT |]. intros t _. lra.
    - apply toward_every; [exact HT |]. intros t [Ht _]. apply power_le; [apply apow_gt0; lra | | lra].
      rewrite apow_nat by (lia || lra). rewrite <- Prod_const. apply Prod_le. intros j Hj. specialize (PL j Hj). lra. }
  destruct (proj1 (@grows_spec (toward T) PF X) GX (2 * X 0)) as [s [Hs K]]. assert (S0 : 0 <= s) by apply Hs.
  set (d := / q * apow (Q 0) (2 * / q + -1) / 2). assert (Hd : 0 < d).
  { unfold d. assert (0 < apow (Q 0) (2 * / q + -1)) by (apply apow_gt0, Rgt_not_eq, PQ; lra). assert (0 < / q * apow (Q 0) (2 * / q + -1)) by (now apply Rmult_lt_0_compat). lra. }
  set (D := fun t => Rref + -1 * R0 t + -1 * y t * (z + -1 * X t)).
  assert (AD : ac T D).
  { apply ac_plus; [apply ac_plus; [apply ac_const | now apply ac_scal] |]. apply ac_times; [now apply ac_scal |]. apply ac_plus; [apply ac_const | now apply ac_scal]. }
  assert (Low : rate T (fun t => d * t - D t) (fun t l => s <= t -> l <= 0)).
  { generalize (ae_and T _ _ Dy DR). apply ae_incl. intros t Ht [D1 D2]. pose proof (proj1 Ht) as T0. rewrite (EX t T0) in D1, D2.
    assert (D3 := is_derive_plus _ _ t _ _ (is_derive_const Rref t) (is_derive_scal R0 t (-1) _ D2)).
    assert (D4 := is_derive_plus _ _ t _ _ (is_derive_const z t) (is_derive_scal X t (-1) _ (DX t T0))).
    assert (D5 := is_derive_mult _ _ t _ _ (is_derive_scal y t (-1) _ D1) D4 ltac:(intros; apply Rmult_comm)).
    assert (D6 : is_derive D t (f t * (X t - z))).
    { evar_last; [apply (is_derive_plus _ _ t _ _ D3 D5) |]. unfold plus, mult, zero; simpl. as_reals. unfold f. pose proof (PS t T0). field. lra. }
    exists (d - f t * (X t - z)). split.
    - apply (is_derive_minus (fun t => d * t) D t d _); [auto_derive; trivial; ring | exact D6].
    - intros Hst. specialize (K t Ht Hst). cbv beta in K.
      assert (E : f t * X t = / q * apow (Q t) (2 * / q + -1)).
      { unfold f, X. replace (2 * / q + -1) with (1 * / q - 1 + 1 * / q) by (field; lra). rewrite apow_plus. ring. }
      assert (M : apow (Q 0) (2 * / q + -1) <= apow (Q t) (2 * / q + -1)).
      { apply power_le; [apply PQ; lra | | apply (high_exponent q Hq)]. apply Prod_le. intros j Hj. specialize (PL j Hj). lra. }
      assert (/ q * apow (Q 0) (2 * / q + -1) <= / q * apow (Q t) (2 * / q + -1)) by (apply Rmult_le_compat_l; lra).
      assert (d * 2 <= f t * X t) by (rewrite E; unfold d; lra). pose proof (Pf t T0) as P1. pose proof (PX 0 (Rle_refl 0)) as P0.
      assert (f t * (X t / 2) <= f t * (X t - z)) by (apply Rmult_le_compat_l; lra). lra. }
  apply (@grows_above (toward T) PF (fun t => t * d + (D s - d * s))).
  - apply (@grows_plus (toward T) PF (fun t => t * d) (fun _ => D s - d * s) (D s - d * s - 1)).
    + apply (@grows_times (toward T) PF (fun t => t) (fun _ => d) (d / 2)); [lra | exact Gt | apply toward_every; [exact HT | intros t _; lra]].
    + apply toward_every; [exact HT | intros t _; lra].
  - exists s. split; [exact Hs |]. intros t Ht Hst. pose proof (falls_from T (fun t => d * t - D t) s Hs ltac:(apply ac_minus; [apply ac_scal, ac_id | exact AD]) Low t Ht Hst) as F.
    cbv beta in F. fold (D t). lra.
Qed.

Theorem bregman_claim : claim_bregman.
Proof.
  intros L HL k0 Hk n Hn T HT R0 Rend y yend Lam PL Rref b Hb c Pc q Hq u0 Hu z Gt Hy HR Dy DR Hz Hye HRe Dye DRe.
  pose proof (toward_proper T HT) as PF.
  destruct (integrals k0 n b q c T Hk Hb Pc Hq HT) as [A [B [HA [HB [l Hl]]]]].
  set (X := fun t => apow (apow (b * exp (-1 * t)) (INR k0) * Prod n (fun a => b * exp (-1 * t) + c a)) (1 * / q)) in *.
  set (N := fun t => INR k0 * apow (b * exp (-1 * t)) (INR k0 + -1) * Prod n (fun a => b * exp (-1 * t) + c a) +
    apow (b * exp (-1 * t)) (INR k0) * Sum n (fun o => others n o (fun a => b * exp (-1 * t) + c a))).
  set (f := fun t => apow (apow (b * exp (-1 * t)) (INR k0) * Prod n (fun a => b * exp (-1 * t) + c a)) (1 * / q + -1) * b * exp (-1 * t) * / q) in *.
  set (g := fun t => apow (apow (b * exp (-1 * t)) (INR k0) * Prod n (fun a => b * exp (-1 * t) + c a)) (2 * / q + -1) * b * exp (-1 * t) * / q) in *.
  assert (DX : forall t, is_derive X t (- f t * N t)) by exact (X_rate k0 n b q c Hb Pc).
  assert (EX : forall t, Derive X t = - f t * N t) by (intros t; exact (is_derive_unique _ _ _ (DX t))).
  assert (XF : forall t, X t * f t = g t) by exact (X_times_f k0 n b q c Hq).
  assert (PN : forall t, 0 < N t) by exact (S_gt0 k0 n b c Hk Hb Pc).
  assert (X0 : apow (apow b (INR k0) * Prod n (fun a => b + c a)) (1 * / q) = X 0).
  { unfold X. rewrite Rmult_0_r, exp_0, Rmult_1_r. reflexivity. }
  assert (M1 : moves_ae T yend (fun t => - f t)).
  { revert Dye. apply ae_incl. intros t _ [D [_ E]]. evar_last; [exact (Derive_correct _ _ D) |]. refine (eq_trans E _).
    change (Derive X t * / N t = - f t). rewrite EX. pose proof (PN t). field. lra. }
  assert (M2 : moves_ae T Rend (fun t => yend t * (- f t * N t))).
  { revert DRe. apply ae_incl. intros t _ [D [_ E]]. evar_last; [exact (Derive_correct _ _ D) |]. refine (eq_trans E _).
    change (yend t * Derive X t = yend t * (- f t * N t)). now rewrite EX. }
  assert (MX : moves_ae T X (fun t => - f t * N t)) by (apply ae_every; intros t _; apply DX).
  assert (AX : ac T X).
  { apply ac_power_pos; [| intros t _; exact (P_gt0 k0 n b c Hb Pc t)].
    apply ac_times; [apply ac_power_pos; [apply ac_scal, ac_exp, ac_scal, ac_id | intros t _; apply (v_pos b Hb t)] |].
    apply (ac_Prod T n (fun a t => b * exp (-1 * t) + c a)). intros i _. apply ac_plus; [apply ac_scal, ac_exp, ac_scal, ac_id | apply ac_const]. }
  pose proof HA as [AA [A0 DA]]. pose proof HB as [AB [B0 DB]].
  assert (E1 : every T (fun t => yend t = yend 0 + -1 * A t)).
  { intros t Ht. assert (E : yend t - -1 * A t = yend 0 - -1 * A 0); [| rewrite A0 in E; lra].
    refine (stays0 T (fun t => yend t - -1 * A t) _ (ac_minus T _ _ Hye (ac_scal T (-1) _ AA)) (rate_minus T _ _ _ _ M1 (ae_incl T _ _ (fun r _ D => is_derive_scal A r (-1) _ D) DA)) _ t Ht).
    intros r _. change (- f r - -1 * f r = 0). ring. }
  assert (E2 : every T (fun t => Rend t = Rend 0 + -1 * X 0 * yend 0 + B t + X t * yend t)).
  { intros t Ht. assert (E : (Rend t - X t * yend t) - B t = (Rend 0 - X 0 * yend 0) - B 0); [| rewrite B0 in E; lra].
    refine (stays0 T (fun t => Rend t - X t * yend t - B t) _ (ac_minus T _ _ (ac_minus T _ _ HRe (ac_times T _ _ AX Hye)) AB)
      (rate_minus T _ _ _ _ (rate_minus T _ _ _ _ M2 (rate_times T _ _ _ _ MX M1)) DB) _ t Ht).
    intros r _. cbv beta. rewrite <- XF. ring. }
  assert (TX : tends (toward T) (fun t => X t * yend t) 0).
  { apply (tends_same T HT (fun t => X t * yend 0 + -1 * (X t * A t))); [intros t Ht; rewrite (E1 t Ht); ring |].
    apply (tends_value T _ (0 * yend 0 + -1 * 0)); [ring |]. apply tends_plus; [exact PF | |]; (apply tends_times; [exact PF | |]); try apply (tends_constant T HT).
    - exact (X_fades k0 n b q c T Hk Hq HT Gt).
    - exact (product_fades k0 n b q c T Hk Hb Pc Hq HT Gt A HA). }
  split; [| split].
  - apply (divergence_grows T L q u0 Lam y R0 Rref z HT Gt HL PL Hu Hq Hy HR).
    + revert Dy. apply ae_incl. intros t [Ht _] D. destruct D as [D [_ E]]; [apply Rgt_not_eq; exact (S_pos L Lam u0 HL PL Hu t Ht) |].
      evar_last; [exact (Derive_correct _ _ D) | exact E].
    + revert DR. apply ae_incl. intros t _ [D [_ E]]. evar_last; [exact (Derive_correct _ _ D) | exact E].
    + replace (Prod L (fun j => u0 + 0 + Lam j)) with (Prod L (fun j => u0 + Lam j)) by (apply Prod_ext; intros; ring). exact Hz.
  - exists B. split; [exact HB |]. exists l. split; [exact Hl |]. rewrite X0.
    apply (tends_same T HT (fun t => Rend 0 + -1 * X 0 * yend 0 + B t + X t * yend t)); [intros t Ht; symmetry; exact (E2 t Ht) |].
    apply (tends_value T _ (Rend 0 + -1 * X 0 * yend 0 + l + 0)); [ring |]. apply tends_plus; [exact PF | | exact TX].
    apply tends_plus; [exact PF | apply (tends_constant T HT) | exact Hl].
  - exists B. split; [exact HB |]. exists l. split; [exact Hl |]. rewrite X0.
    apply (tends_same T HT (fun t => l + -1 * B t)); [intros t Ht; rewrite (E2 t Ht); unfold X; ring |].
    apply (what_is_left T HT B l Hl).
Qed.
