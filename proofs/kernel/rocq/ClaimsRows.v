(** Claims about rows that share their columns: no potential, and rows fitted in turn. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws Limits
  MoreRules ClaimsLimits ClaimsSteeper.
Local Open Scope R_scope.

(** (c + e)^s < c^s + e^s for s < 1. *)
Lemma strictly_subadditive c e s : 0 < c -> 0 < e -> s < 1 -> apow (c + e) s < apow c s + apow e s.
Proof.
  intros Hc He Hs.
  assert (K : forall a, 0 < a -> a < c + e -> a * apow (c + e) (s - 1) < apow a s).
  { intros a Ha Hl. replace s with (1 + (s - 1)) at 2 by ring. rewrite (apow_plus a), apow_one, Rabs_pos_eq by lra.
    apply Rmult_lt_compat_l; [exact Ha |]. replace (s - 1) with (- (1 - s)) by ring. rewrite !apow_Ropp.
    apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; apply apow_gt0; lra | apply apow_lt; lra]. }
  pose proof (K c Hc ltac:(lra)). pose proof (K e He ltac:(lra)).
  assert (E : apow (c + e) s = (c + e) * apow (c + e) (s - 1)).
  { replace s with (1 + (s - 1)) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
  rewrite E. lra.
Qed.

Theorem no_potential_rows_claim : claim_no_potential_rows.
Proof.
  intros c Hc e He n1 n2 n3 q Hq Hq2 E1 E2 E3.
  pose proof (apow_gt0 c (q + -1) ltac:(lra)) as P1. pose proof (apow_gt0 e (q + -1) ltac:(lra)) as P2.
  pose proof (strictly_subadditive c e (q + -1) Hc He ltac:(lra)) as S.
  assert (F1 : n1 = -1 * n3).
  { assert ((n1 + n3) * apow c (q + -1) = 0) by lra. destruct (Rmult_integral _ _ H); lra. }
  assert (F2 : n2 = -1 * n3).
  { assert ((n2 + n3) * apow e (q + -1) = 0) by lra. destruct (Rmult_integral _ _ H); lra. }
  split; [exact F1 |]. split; [exact F2 |]. rewrite F1, F2 in E3.
  assert (F3 : n3 * (apow (c + e) (q + -1) - apow c (q + -1) - apow e (q + -1)) = 0) by lra.
  destruct (Rmult_integral _ _ F3) as [-> | H]; [rewrite Rabs_R0; lra | lra].
Qed.

(** A function that rests tends to where it is. *)
Lemma rests_at T f c : Rbar_lt 0 T -> every T (fun t => f t = f 0) -> tends (toward T) f c -> c = f 0.
Proof.
  intros HT E H. pose proof (toward_proper T HT) as PF.
  apply (one_limit (toward T) PF f c (f 0) H). apply (tends_spec (toward T)). intros eps He. apply (toward_every T _ HT).
  intros t Ht. rewrite (E t Ht), Rminus_eq_0, Rabs_R0. exact He.
Qed.

Theorem rows_in_turn_claim : claim_rows_in_turn.
Proof.
  intros T HT b Pb c e y1 y3 z1 z2 z3 Y1 Y3 Z3 q Hq Hq2 H1 H3 D1 D3 L1 L3 A1 A2 A3 G1 G2 G3 M1 M2 M3 I1 I2 I3.
  pose proof (toward_proper T HT) as PF.
  assert (P : 0 < apow 2 (q + -1) < 2).
  { split; [apply apow_gt0; lra |]. assert (E2 : apow 2 1 = 2) by (rewrite apow_one; apply Rabs_pos_eq; lra). rewrite <- E2 at 2.
    rewrite !apow_pos_eq by lra. unfold Rpower. apply exp_increasing. assert (0 < ln 2) by (rewrite <- ln_1; apply ln_increasing; lra). nra. }
  assert (F3 : Y3 + -1 * y3 0 = apow 2 (q + -1) * (Y1 + -1 * y1 0)).
  { assert (E : Y3 + - apow 2 (q + -1) * Y1 = y3 0 + - apow 2 (q + -1) * y1 0); [| lra].
    apply (rests_at T (fun t => y3 t + - apow 2 (q + -1) * y1 t)); [exact HT | |].
    - apply (stays T (fun t => y3 t + - apow 2 (q + -1) * y1 t) (fun t => apow (2 * b t) (q + -1) + - apow 2 (q + -1) * apow (b t) (q + -1))).
      + apply ac_plus; [exact H3 | now apply ac_scal].
      + generalize (ae_and T _ _ D3 D1). apply ae_incl. intros t _ [K3 K1].
        apply (is_derive_plus y3 (fun t => - apow 2 (q + -1) * y1 t)); [exact K3 | now apply is_derive_scal].
      + apply ae_every. intros t _. rewrite apow_mult. ring.
    - apply tends_plus; [exact PF | exact L3 |]. apply (tends_comp (toward T) y1 Y1 (fun y => - apow 2 (q + -1) * y)); [exact L1 |].
      apply (ex_derive_continuous (fun y => - apow 2 (q + -1) * y)). auto_derive. trivial. }
  assert (F : Z3 + -1 * y3 0 = 2 * (Y1 + -1 * y1 0)).
  { assert (E : Z3 + -1 * (Y1 + Y1) = z3 0 + -1 * (z1 0 + z2 0)); [| lra].
    apply (rests_at T (fun t => z3 t + -1 * (z1 t + z2 t))); [exact HT | |].
    - apply (stays T (fun t => z3 t + -1 * (z1 t + z2 t)) (fun t => c t + e t + -1 * (c t + e t))).
      + apply ac_plus; [exact A3 |]. apply ac_scal, ac_plus; [exact A1 | exact A2].
      + generalize (ae_and T _ _ G3 (ae_and T _ _ G1 G2)). apply ae_incl. intros t _ [K3 [K1 K2]].
        apply (is_derive_plus z3 (fun t => -1 * (z1 t + z2 t))); [exact K3 |].
        apply is_derive_scal. now apply (is_derive_plus z1 z2).
      + apply ae_every. intros t _. ring.
    - apply tends_plus; [exact PF | exact M3 |]. apply (tends_comp (toward T) (fun t => z1 t + z2 t) (Y1 + Y1) (fun y => -1 * y)).
      + now apply tends_plus.
      + apply (ex_derive_continuous (fun y => -1 * y)). auto_derive. trivial. }
  assert (Hup : y1 0 < Y1).
  { apply (rises_to T y1 Y1 HT H1); [| exact L1]. revert D1. apply ae_incl. intros t Ht K.
    exists (apow (b t) (q + -1)). split; [exact K | apply apow_gt0]. pose proof (Pb t Ht). cbv beta in *. lra. }
  split; [exact F3 |]. split; [exact F |]. nra.
Qed.
