(** Separable reparameterizations: decay as a change of time and size, and why separability is needed; the margin's
    exponent. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers Ratios.
Local Open Scope R_scope.

Theorem separable_decay_claim : claim_separable_decay.
Proof.
  intros L HL T HT E V alpha Pal c Pc eta h E0 b Hb e He q Hq Hc Heta HV Dc DV Deta. set (k := (b + -1) * (q + -1)).
  replace (-1 * (b + -1) * (q + -1)) with (- k) in * by (unfold k; ring). set (g := 1 + - k) in *.
  assert (SP : forall y F, 0 < y -> spow (apow y (b + -1) * F) (q + -1) = apow y k * spow F (q + -1)).
  { intros y F Hy. rewrite spow_mult, (spow_pos (apow y (b + -1))) by (apply apow_gt0; lra). now rewrite apow_apow. }
  split; [| split].
  - intros i Hi. generalize (ae_and T _ _ Dc (ae_and T _ _ (DV i Hi) Deta)). apply ae_incl. intros t Ht [D1 [[D2 [_ E2]] D3]].
    pose proof (Pc t Ht) as P. cbv beta in P.
    assert (E3 : Derive (fun t => eta t) t = -1 * h t * apow (c t) (-1 * g)) by (apply is_derive_unique; exact D3).
    assert (D2' : is_derive (V i) t (spow (E i t) (q + -1) * (-1 * h t * apow (c t) (-1 * g)))) by (rewrite <- E3, <- E2; exact (Derive_correct _ _ D2)).
    evar_last; [apply (is_derive_mult c (V i) t _ _ D1 D2'); intros; apply Rmult_comm |].
    rewrite SP by exact P. unfold plus, mult; simpl. as_reals.
    assert (X : apow (c t) k = c t * apow (c t) (-1 * g)).
    { replace k with (1 + -1 * g) by (unfold g; ring). rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
    rewrite X. ring.
  - generalize (ae_and T _ _ Dc Deta). apply ae_incl. intros t Ht [D1 D3]. pose proof (Pc t Ht) as P. cbv beta in P.
    assert (C : C1_on positive (fun y => apow y g) (fun y => g * apow y (g - 1))) by apply (built_continuous T).
    assert (D4 := is_derive_comp (fun y => apow y g) c t _ _ (proj1 (C (c t) P)) D1).
    evar_last; [apply (is_derive_mult (fun t => apow (c t) g) eta t _ _ D4 D3); intros; apply Rmult_comm |].
    change (-1 * alpha t * c t * (g * apow (c t) (g - 1)) * eta t + apow (c t) g * (-1 * h t * apow (c t) (-1 * g)) =
      -1 * h t + -1 * alpha t * g * apow (c t) g * eta t).
    replace (-1 * g) with (- g) by ring. assert (PG : 0 < apow (c t) g) by (apply apow_gt0; lra). rewrite apow_Ropp.
    assert (X : apow (c t) g = apow (c t) (g - 1) * c t).
    { replace g with (g - 1 + 1) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
    transitivity (-1 * alpha t * g * (apow (c t) (g - 1) * c t) * eta t + -1 * h t * (apow (c t) g * / apow (c t) g)); [ring |].
    rewrite <- X, Rinv_r by lra. ring.
  - rewrite SP by exact He. f_equal. f_equal. unfold g. ring.
Qed.

(** |a + y|^q + |a - y|^q < 2 (|a|^q + |y|^q) for q < 2 and a, y other than 0. *)
Lemma two_means q a y : 1 <= q -> q < 2 -> apow (a + y) q + apow (a - y) q <= 2 * (apow a q + apow y q) /\
  (a <> 0 -> y <> 0 -> apow (a + y) q + apow (a - y) q < 2 * (apow a q + apow y q)).
Proof.
  intros Hq Hq2. set (r := q / 2). assert (Hr : 0 < r < 1) by (unfold r; lra).
  assert (Sq : forall x, apow x q = apow (x * x) r) by (intros x; rewrite <- apow_two, apow_apow; f_equal; unfold r; field).
  destruct (Req_dec a 0) as [Ea | Na]; [subst a; rewrite Rplus_0_l, Rminus_0_l, apow_opp, apow_0; split; [lra | intros N; now elim N] |].
  destruct (Req_dec y 0) as [Ey | Ny]; [subst y; rewrite Rplus_0_r, Rminus_0_r, apow_0; split; [lra | intros _ N; now elim N] |].
  assert (K : apow (a + y) q + apow (a - y) q < 2 * (apow a q + apow y q)); [| split; [lra | trivial]].
  rewrite !Sq. set (A := a * a). set (B := y * y). assert (PA : 0 < A) by (unfold A; nra). assert (PB : 0 < B) by (unfold B; nra).
  set (M := A + B). assert (PM : 0 < M) by (unfold M; lra).
  assert (Mean : forall p, 0 <= p -> apow p r <= apow M r * (1 + r * (p / M - 1))).
  { intros p [Hp | <-].
    - assert (Pp : 0 < p / M) by (now apply Rdiv_lt_0_compat). pose proof (proj2 (bernoulli (p / M) r Pp) ltac:(lra) ltac:(lra)) as X.
      replace (apow p r) with (apow M r * apow (p / M) r) by (rewrite <- apow_mult; f_equal; field; lra).
      apply Rmult_le_compat_l; [apply apow_ge0 | exact X].
    - rewrite apow_0. apply Rmult_le_pos; [apply apow_ge0 |]. unfold Rdiv. rewrite Rmult_0_l. lra. }
  assert (Sub : forall p, 0 < p < M -> apow M r * (p / M) < apow p r).
  { intros p Hp. assert (P1 : 0 < p / M) by (apply Rdiv_lt_0_compat; lra). assert (P2 : p / M < 1) by (apply Rmult_lt_reg_r with M; [lra |]; unfold Rdiv; rewrite Rmult_assoc, Rinv_l; lra).
    replace (apow p r) with (apow M r * apow (p / M) r) by (rewrite <- apow_mult; f_equal; field; lra).
    apply Rmult_lt_compat_l; [apply apow_gt0; lra |]. pose proof (smaller_power (p / M) r 1 P1 P2 ltac:(lra)) as X. rewrite apow_one, Rabs_pos_eq in X by lra. exact X. }
  pose proof (Mean _ (Rle_0_sqr (a + y))) as M1. pose proof (Mean _ (Rle_0_sqr (a - y))) as M2. unfold Rsqr in M1, M2.
  pose proof (Sub A ltac:(unfold M; lra)) as S1. pose proof (Sub B ltac:(unfold M; lra)) as S2.
  assert (E1 : apow M r * (1 + r * ((a + y) * (a + y) / M - 1)) + apow M r * (1 + r * ((a - y) * (a - y) / M - 1)) = 2 * apow M r).
  { transitivity (apow M r * (2 + r * (((a + y) * (a + y) + (a - y) * (a - y)) / M - 2))); [field; lra |].
    replace (((a + y) * (a + y) + (a - y) * (a - y)) / M) with 2 by (unfold M, A, B; field; unfold M, A, B in PM; lra). ring. }
  assert (E2 : apow M r * (A / M) + apow M r * (B / M) = apow M r) by (unfold M; field; unfold M in PM; lra). lra.
Qed.

Theorem separable_needed_claim : claim_separable_needed.
Proof.
  intros n Hn H11 H12 H21 H22 U PU V PV a b c Hc q Hq u v Hq2 Eu Ev Au Av S1 S2 A1 A2 B1 B2 i Hi [Na Nb].
  assert (Ku : Sum n (fun i => apow (u i) q) = (H11 + 1 * apow c (q + -1) * H12) + c * (H21 + 1 * apow c (q + -1) * H22)).
  { rewrite <- A1, <- B1, <- Sum_scal, <- Sum_plus. apply Sum_ext. intros j Hj. rewrite <- (spow_self (u j) q). replace (q - 1) with (q + -1) by ring.
    rewrite (Eu j Hj) at 2. ring. }
  assert (Kv : Sum n (fun i => apow (v i) q) = (H11 + -1 * apow c (q + -1) * H12) + - c * (H21 + -1 * apow c (q + -1) * H22)).
  { rewrite <- A2, <- B2, <- Sum_scal, <- Sum_plus. apply Sum_ext. intros j Hj. rewrite <- (spow_self (v j) q). replace (q - 1) with (q + -1) by ring.
    rewrite (Ev j Hj) at 2. ring. }
  assert (Cq : apow c q = apow c (q + -1) * c).
  { replace q with (q + -1 + 1) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
  set (gap := fun j => 2 * (apow (a j) q + apow (c * b j) q) + -1 * (apow (u j) q + apow (v j) q)).
  assert (G : Sum n gap = 0).
  { unfold gap. rewrite Sum_plus, !Sum_scal, !Sum_plus, Ku, Kv.
    rewrite (Sum_ext n (fun i => apow (a i) q) (fun i => apow (Rabs (a i)) q)) by (intros; symmetry; apply apow_Rabs). rewrite S1.
    rewrite (Sum_ext n (fun i => apow (c * b i) q) (fun i => apow c q * apow (Rabs (b i)) q)) by (intros; now rewrite apow_mult, apow_Rabs).
    rewrite Sum_scal, S2, Cq. ring. }
  assert (P : forall j, (j < n)%nat -> 0 <= gap j).
  { intros j Hj. unfold gap. rewrite (Eu j Hj), (Ev j Hj). replace (a j + -1 * c * b j) with (a j - c * b j) by ring.
    pose proof (proj1 (two_means q (a j) (c * b j) (proj1 Hq) Hq2)). lra. }
  assert (S : 0 < gap i).
  { unfold gap. rewrite (Eu i Hi), (Ev i Hi). replace (a i + -1 * c * b i) with (a i - c * b i) by ring.
    assert (N1 : a i <> 0) by (intros Z; rewrite Z, Rabs_R0 in Na; lra). assert (N2 : b i <> 0) by (intros Z; rewrite Z, Rabs_R0 in Nb; lra).
    pose proof (proj2 (two_means q (a i) (c * b i) (proj1 Hq) Hq2) N1 ltac:(apply Rmult_integral_contrapositive_currified; lra)). lra. }
  pose proof (Sum_ge_term n gap i Hi P). lra.
Qed.

Theorem margin_stationary_claim : claim_margin_stationary.
Proof.
  intros L HL n Hn T HT B PB N PN S PS e Pe x Px y Py a Ha b Pb c Pc p Hp q Hq Hy Dy HB DB GB Te Ta Tb Epq.
  pose proof (INR_2 L HL) as He. pose proof (toward_proper T HT) as PF. set (m := q * (INR L + -1) * / INR L) in *.
  assert (K : forall k, (k < n)%nat -> tends (toward T) (fun t => / (B t * apow (S t) (m + -1))) (apow (c k) (q + -1) * apow (b k) (m + -1) * / a)).
  { intros k Hk.
    assert (Y : tends (toward T) (fun t => y k t * / B t) (apow (c k) (q + -1))).
    { apply (ratio T HT (y k) B (fun t => apow (e k t) (q + -1) * apow (N t) (q + -1)) (fun t => apow (N t) (q + -1)) _ (Hy k Hk) HB (Dy k Hk) DB).
      - apply ae_every. intros t Ht. apply apow_gt0, Rgt_not_eq. exact (PN t Ht).
      - exact GB.
      - apply (tends_same T HT (fun t => apow (e k t) (q + -1))); [| apply tends_power; [exact HT | now apply Pc | now apply Te]].
        intros t Ht. assert (P : 0 < apow (N t) (q + -1)) by (apply apow_gt0, Rgt_not_eq; exact (PN t Ht)). field. lra. }
    apply (tends_same T HT (fun t => y k t * / B t * apow (x k t * / S t) (m + -1) * / (y k t * apow (x k t) (m + -1)))).
    - intros t Ht. pose proof (Py k Hk t Ht) as P1. pose proof (Px k Hk t Ht) as P2. pose proof (PS t Ht) as P3. pose proof (PB t Ht) as P4. cbv beta in *.
      rewrite apow_mult, apow_inv. assert (0 < apow (x k t) (m + -1)) by (apply apow_gt0; lra). assert (0 < apow (S t) (m + -1)) by (apply apow_gt0; lra).
      field. repeat split; lra.
    - apply tends_times; [exact PF | apply tends_times; [exact PF | exact Y |] |].
      + apply tends_power; [exact HT | now apply Pb | now apply Tb].
      + apply tends_inv; [exact HT | exact Ha | | now apply Ta]. intros t Ht. apply Rmult_lt_0_compat; [exact (Py k Hk t Ht) |].
        apply apow_gt0, Rgt_not_eq. exact (Px k Hk t Ht). }
  assert (E : forall k, (k < n)%nat -> forall l, (l < n)%nat -> apow (c k) (q + -1) * apow (b l) (1 + - m) = apow (c l) (q + -1) * apow (b k) (1 + - m)).
  { intros k Hk l Hl. pose proof (one_limit (toward T) PF _ _ _ (K k Hk) (K l Hl)) as X.
    pose proof (Pb k Hk) as Bk. pose proof (Pb l Hl) as Bl.
    assert (X2 : apow (c k) (q + -1) * apow (b k) (m + -1) = apow (c l) (q + -1) * apow (b l) (m + -1)) by (apply Rmult_eq_reg_r with (/ a); [exact X | apply Rinv_neq_0_compat; lra]).
    assert (O : forall y, 0 < y -> apow y (m + -1) * apow y (1 + - m) = 1).
    { intros z Hz. rewrite <- apow_plus. replace (m + -1 + (1 + - m)) with 0 by ring. apply apow_zero. lra. }
    apply (f_equal (fun z => z * (apow (b k) (1 + - m) * apow (b l) (1 + - m)))) in X2.
    transitivity (apow (c k) (q + -1) * (apow (b k) (m + -1) * apow (b k) (1 + - m)) * apow (b l) (1 + - m)); [rewrite (O _ Bk); ring |].
    transitivity (apow (c l) (q + -1) * (apow (b l) (m + -1) * apow (b l) (1 + - m)) * apow (b k) (1 + - m)); [| rewrite (O _ Bl); ring]. lra. }
  replace (-1 * q * (INR L + -1) * / INR L) with (- m) by (unfold m; ring). split; [exact E |].
  assert (Q1 : 0 < q + -1) by nra. assert (Ep : p = q * / (q + -1)) by (apply Rmult_eq_reg_r with (q + -1); [rewrite Rmult_assoc, Rinv_l by lra; lra | lra]).
  intros k Hk l Hl. pose proof (Pc k Hk) as Ck. pose proof (Pc l Hl) as Cl.
  pose proof (f_equal (fun z => apow z (/ (q + -1))) (E k Hk l Hl)) as X. cbv beta in X. rewrite !apow_mult, !apow_apow in X.
  replace ((q + -1) * / (q + -1)) with 1 in X by (field; lra). rewrite !apow_one, !Rabs_pos_eq in X by lra.
  replace ((1 + - m) * / (q + -1)) with (p * / INR L + -1) in X by (rewrite Ep; unfold m; field; lra). exact X.
Qed.
