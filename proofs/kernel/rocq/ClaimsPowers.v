(** Claims about powers: exponents of the metric, deceleration by depth, escape in steps at depth, generic coercivity. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsDual ClaimsLimits ClaimsRates.
Local Open Scope R_scope.

Lemma apow_inv a r : apow (/ a) r = / apow a r.
Proof.
  destruct (Req_dec a 0) as [-> | H]; [rewrite Rinv_0, apow_0; now rewrite Rinv_0 |].
  apply Rmult_eq_reg_r with (apow a r); [| apply Rgt_not_eq, apow_gt0; assumption].
  rewrite <- apow_mult, !Rinv_l by (assumption || apply Rgt_not_eq, apow_gt0; assumption). apply apow_1.
Qed.

Lemma tends_power T a c r : Rbar_lt 0 T -> 0 < c -> tends (toward T) a c -> tends (toward T) (fun t => apow (a t) r) (apow c r).
Proof.
  intros HT Hc H. pose proof (toward_proper T HT) as PF.
  destruct (limit (toward T) PF) as [_ [_ [_ [K1 [K2 _]]]]]. apply (K1 a c (fun y => apow y r) H). now apply K2.
Qed.

Lemma tends_inv T a c : Rbar_lt 0 T -> 0 < c -> every T (fun t => 0 < a t) -> tends (toward T) a c -> tends (toward T) (fun t => / a t) (/ c).
Proof.
  intros HT Hc P H. apply (tends_same T HT (fun t => apow (a t) (- (1)))).
  - intros t Ht. rewrite apow_Ropp, apow_one, Rabs_pos_eq; [reflexivity | left; now apply P].
  - apply (tends_value T _ (apow c (- (1)))); [rewrite apow_Ropp, apow_one, Rabs_pos_eq; lra | now apply tends_power].
Qed.

Lemma others_pos n i a : (forall j, (j < n)%nat -> 0 < a j) -> 0 < others n i a.
Proof. apply others_gt0. Qed.

Lemma Sum_pos n a : (1 <= n)%nat -> (forall i, (i < n)%nat -> 0 < a i) -> 0 < Sum n a.
Proof.
  intros Hn H. apply Rlt_le_trans with (a 0%nat); [apply H; lia |]. apply Sum_ge_term; [lia |]. intros j Hj. left. now apply H.
Qed.

(** x^q = prod (u + Lambda_j), u -> infinity: both sides divided by u^(L-1). *)
Lemma metric_at_infinity T L q (u x : R -> R) (Lam : nat -> R) : Rbar_lt 0 T -> (2 <= L)%nat -> 1 <= q ->
  every T (fun t => 0 < u t) -> every T (fun t => 0 < x t) -> (forall i, (i < L)%nat -> 0 <= Lam i) -> grows (toward T) u ->
  every T (fun t => apow (x t) q = Prod L (fun j => u t + Lam j)) ->
  tends (toward T) (fun t => apow (x t) (q * (INR L + -1) * / INR L) * / Sum L (fun i => others L i (fun j => u t + Lam j))) (/ INR L).
Proof.
  intros HT HL Hq Pu Px PL Gu E. pose proof (INR_2 L HL) as He. pose proof (toward_proper T HT) as PF.
  set (s := (INR L + -1) * / INR L). set (f := fun j t => 1 + Lam j * / u t).
  assert (Pf : forall j t, time T t -> (j < L)%nat -> 0 < f j t).
  { intros j t Ht Hj. pose proof (Pu t Ht) as P. cbv beta in P. unfold f. specialize (PL j Hj).
    assert (0 <= Lam j * / u t) by (apply Rmult_le_pos; [assumption | left; now apply Rinv_0_lt_compat]). lra. }
  assert (Tf : forall j, tends (toward T) (f j) 1).
  { intros j. apply (tends_value T _ (1 + Lam j * 0)); [ring |]. apply tends_plus; [exact PF | apply (tends_constant T HT) |].
    apply tends_times; [exact PF | apply (tends_constant T HT) | now apply tends_inverse_of_growing]. }
  assert (O : forall n i, others n i (fun _ => 1) = 1).
  { intros n i. unfold others. induction n; simpl; [reflexivity |]. rewrite IHn. destruct Nat.eqb; ring. }
  apply (tends_same T HT (fun t => apow (Prod L (fun j => f j t)) s * / Sum L (fun i => others L i (fun j => f j t)))).
  - intros t Ht. pose proof (Pu t Ht) as P. pose proof (Px t Ht) as Q. cbv beta in P, Q.
    assert (F : forall j, (j < L)%nat -> u t + Lam j = u t * f j t) by (intros; unfold f; field; lra).
    assert (X : apow (x t) (q * (INR L + -1) * / INR L) = apow (u t) (INR L + -1) * apow (Prod L (fun j => f j t)) s).
    { replace (q * (INR L + -1) * / INR L) with (q * s) by (unfold s; ring). rewrite <- apow_apow, (E t Ht).
      rewrite (Prod_ext L _ (fun j => u t * f j t)) by assumption. rewrite Prod_mult, Prod_const, apow_mult. f_equal.
      rewrite <- apow_nat by (lia || lra). rewrite apow_apow. f_equal. unfold s. field. lra. }
    assert (Y : Sum L (fun i => others L i (fun j => u t + Lam j)) = apow (u t) (INR L + -1) * Sum L (fun i => others L i (fun j => f j t))).
    { rewrite <- Sum_scal. apply Sum_ext. intros i Hi. rewrite (others_ext L i _ (fun j => u t * f j t)) by assumption.
      rewrite others_scal by assumption. f_equal. rewrite <- apow_nat by (lia || lra). now rewrite minus_INR by lia. }
    rewrite X, Y. assert (0 < apow (u t) (INR L + -1)) by (apply apow_gt0; lra).
    assert (0 < Sum L (fun i => others L i (fun j => f j t))).
    { apply Sum_pos; [lia |]. intros i _. apply others_gt0. intros j Hj. now apply Pf. }
    field. lra.
  - apply (tends_value T _ (apow (Prod L (fun _ => 1)) s * / Sum L (fun i => others L i (fun _ => 1)))).
    + rewrite Prod_const, pow1, apow_1. rewrite (Sum_ext L _ (fun _ => 1)) by (intros; apply O). rewrite Sum_const. field. lra.
    + apply tends_times; [exact PF | |].
      * apply tends_power; [exact HT | rewrite Prod_const, pow1; lra |]. apply (@tends_Prod (toward T) PF L f). intros j _. apply Tf.
      * apply tends_inv; [exact HT | | |].
        -- apply Sum_pos; [lia |]. intros i _. rewrite O. lra.
        -- intros t Ht. apply Sum_pos; [lia |]. intros i _. apply others_gt0. intros j Hj. now apply Pf.
        -- apply (@tends_Sum (toward T) PF L (fun i t => others L i (fun j => f j t))). intros i _.
           apply (@tends_others (toward T) PF L i f). intros j _. apply Tf.
Qed.

(** y^q = v^k0 prod (v + c_a), v -> 0: both sides divided by v^(k0-1). *)
Lemma metric_at_zero T k0 n q (v y : R -> R) (c : nat -> R) : Rbar_lt 0 T -> (1 <= k0)%nat -> (1 <= n)%nat -> 1 <= q ->
  every T (fun t => 0 < v t) -> every T (fun t => 0 < y t) -> (forall i, (i < n)%nat -> 0 < c i) -> tends (toward T) v 0 ->
  every T (fun t => apow (y t) q = apow (v t) (INR k0) * Prod n (fun a => v t + c a)) ->
  tends (toward T) (fun t => apow (y t) (q * (INR k0 + -1) * / INR k0) * / (INR k0 * apow (v t) (INR k0 + -1) * Prod n (fun a => v t + c a)
    + apow (v t) (INR k0) * Sum n (fun b => others n b (fun a => v t + c a)))) (apow (Prod n c) (-1 * / INR k0) * / INR k0).
Proof.
  intros HT Hk Hn Hq Pv Py Pc Tv E. assert (He : 0 < INR k0) by (apply lt_0_INR; lia). pose proof (toward_proper T HT) as PF.
  set (s := (INR k0 + -1) * / INR k0).
  assert (Pf : forall a t, time T t -> (a < n)%nat -> 0 < v t + c a).
  { intros a t Ht Ha. pose proof (Pv t Ht) as P. cbv beta in P. specialize (Pc a Ha). lra. }
  assert (Tf : forall a, tends (toward T) (fun t => v t + c a) (c a)).
  { intros a. apply (tends_value T _ (0 + c a)); [ring |]. apply tends_plus; [exact PF | exact Tv | apply (tends_constant T HT)]. }
  assert (PP : 0 < Prod n c) by (now apply Prod_gt0).
  assert (PS : forall t, time T t -> 0 < Sum n (fun b => others n b (fun a => v t + c a))).
  { intros t Ht. apply Sum_pos; [assumption |]. intros b _. apply others_gt0. intros a Ha. now apply Pf. }
  assert (TP : tends (toward T) (fun t => Prod n (fun a => v t + c a)) (Prod n c)) by (apply (@tends_Prod (toward T) PF n (fun a t => v t + c a)); intros a _; apply Tf).
  apply (tends_same T HT (fun t => apow (Prod n (fun a => v t + c a)) s * / (INR k0 * Prod n (fun a => v t + c a) + v t * Sum n (fun b => others n b (fun a => v t + c a))))).
  - intros t Ht. pose proof (Pv t Ht) as P. pose proof (PS t Ht) as S0. cbv beta in P.
    assert (P1 : 0 < Prod n (fun a => v t + c a)) by (apply Prod_gt0; intros a Ha; now apply Pf).
    replace (q * (INR k0 + -1) * / INR k0) with (q * s) by (unfold s; ring). rewrite <- apow_apow, (E t Ht), apow_mult, apow_apow.
    replace (INR k0 * s) with (INR k0 + -1) by (unfold s; field; lra).
    assert (V : apow (v t) (INR k0) = apow (v t) (INR k0 + -1) * v t).
    { replace (INR k0) with (INR k0 + -1 + 1) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. ring. }
    rewrite V. assert (0 < apow (v t) (INR k0 + -1)) by (apply apow_gt0; lra).
    assert (0 < INR k0 * Prod n (fun a => v t + c a)) by (now apply Rmult_lt_0_compat).
    assert (0 < v t * Sum n (fun b => others n b (fun a => v t + c a))) by (now apply Rmult_lt_0_compat).
    field. nra.
  - apply (tends_value T _ (apow (Prod n c) s * / (INR k0 * Prod n c + 0 * Sum n (fun b => others n b c)))).
    + replace (-1 * / INR k0) with (s - 1) by (unfold s; field; lra). rewrite apow_minus by lra. rewrite apow_one, Rabs_pos_eq by lra. field. lra.
    + assert (0 < INR k0 * Prod n c) by (now apply Rmult_lt_0_compat). apply tends_times; [exact PF | now apply tends_power |].
      apply tends_inv; [exact HT | lra | |].
      * intros t Ht. pose proof (Pv t Ht) as P. cbv beta in P. pose proof (PS t Ht).
        assert (0 < Prod n (fun a => v t + c a)) by (apply Prod_gt0; intros a Ha; now apply Pf).
        apply Rplus_lt_0_compat; now apply Rmult_lt_0_compat.
      * apply tends_plus; [exact PF | apply tends_times; [exact PF | apply (tends_constant T HT) | exact TP] |].
        apply tends_times; [exact PF | exact Tv |].
        apply (@tends_Sum (toward T) PF n (fun b t => others n b (fun a => v t + c a))). intros b _.
        apply (@tends_others (toward T) PF n b (fun a t => v t + c a)). intros a _. apply Tf.
Qed.

Theorem metric_exponents_claim : claim_metric_exponents.
Proof.
  intros L HL k0 Hk n Hn T HT u Pu v Pv x Px y Py Lam PL c Pc q Hq Gu Ex Tv Ey. split; [split |].
  - apply toward_every; [exact HT |]. intros t Ht. apply Rgt_not_eq, Sum_pos; [lia |]. intros i _. apply others_gt0. intros j Hj.
    pose proof (Pu t Ht) as P. cbv beta in P. specialize (PL j Hj). lra.
  - apply (tends_value T _ (/ INR L)); [ring |]. now apply (metric_at_infinity T L q u x Lam HT HL (proj1 Hq)).
  - now apply (metric_at_zero T k0 n q v y c HT Hk Hn (proj1 Hq)).
Qed.

Theorem depth_deceleration_claim : claim_depth_deceleration.
Proof.
  intros L HL T HT e Pe y Py z Pz G HG W HW c Hc q Hq Ec Gy Ee Ez. pose proof (toward_proper T HT) as PF.
  set (k := (INR L + -1) * (q + -1)) in *. replace (-1 * (INR L + -1) * (q + -1)) with (- k) in * by (unfold k; ring).
  assert (Hcg : 0 < c * G) by (now apply Rmult_lt_0_compat).
  assert (Iy : tends (toward T) (fun t => / y t) 0) by (now apply tends_inverse_of_growing).
  assert (Tz : tends (toward T) z (c * G)).
  { apply (tends_same T HT (fun t => c * G + apow W (1 + - k) * / exp (y t))).
    - intros t Ht. pose proof (Ez t Ht) as E. cbv beta in E. rewrite E, Ec. reflexivity.
    - apply (tends_value T _ (c * G + apow W (1 + - k) * 0)); [ring |]. apply tends_plus; [exact PF | apply (tends_constant T HT) |].
      apply tends_times; [exact PF | apply (tends_constant T HT) |].
      apply tends_inverse_of_growing; [exact HT | intros t _; apply exp_pos | now apply grows_le_exp]. }
  assert (Tl : tends (toward T) (fun t => ln (z t)) (ln (c * G))).
  { destruct (limit (toward T) PF) as [_ [_ [_ [K1 [K2 _]]]]]. apply (K1 z (c * G) ln Tz). now apply K2. }
  apply (tends_same T HT (fun t => / c * (1 + ln (z t) * / y t))).
  - intros t Ht. pose proof (Pe t Ht) as P1. pose proof (Py t Ht) as P2. pose proof (Pz t Ht) as P3. pose proof (Ee t Ht) as E. cbv beta in *.
    apply (f_equal ln) in E. rewrite ln_mult, ln_exp in E by (assumption || apply exp_pos).
    rewrite apow_pos_eq in E by assumption. unfold Rpower in E. rewrite ln_exp in E.
    assert (E2 : - c * ln (e t) = y t + ln (z t)) by (rewrite Ec; lra).
    replace (ln (z t)) with (- c * ln (e t) - y t) by lra. field. lra.
  - apply (tends_value T _ (/ c * (1 + ln (c * G) * 0))); [ring |].
    apply tends_times; [exact PF | apply (tends_constant T HT) |]. apply tends_plus; [exact PF | apply (tends_constant T HT) |].
    now apply tends_times.
Qed.

Lemma deep_step a b c d r : 0 < a -> 0 < b -> 0 < c -> 0 < d -> 2 < r -> b = a + d * apow a (r + -1) -> b <= c * a ->
  apow c (1 + -1 * r) * (r + -2) * d <= apow a (2 + -1 * r) - apow b (2 + -1 * r) <= (r + -2) * d.
Proof.
  intros Ha Hb Hc Hd Hr Eb Hbc. set (s := 2 + -1 * r).
  assert (P : forall y p, 0 < y -> 0 < apow y p) by (intros y p Hy; apply apow_gt0; lra).
  assert (A1 : apow a s * apow a (r + -1) = a).
  { rewrite <- apow_plus. unfold s. replace (2 + -1 * r + (r + -1)) with 1 by ring. rewrite apow_one. apply Rabs_pos_eq. lra. }
  assert (S1 : apow b s = apow a s * apow (b * / a) s).
  { rewrite <- apow_mult. f_equal. field. lra. }
  assert (S2 : apow a s = apow b s * apow (a * / b) s).
  { rewrite <- apow_mult. f_equal. field. lra. }
  assert (Pa : 0 < b * / a) by (apply Rmult_lt_0_compat; [assumption | now apply Rinv_0_lt_compat]).
  assert (Pb : 0 < a * / b) by (apply Rmult_lt_0_compat; [assumption | now apply Rinv_0_lt_compat]).
  split.
  - pose proof (proj1 (bernoulli (a * / b) s Pb) ltac:(unfold s; right; lra)) as B.
    assert (K : apow b s * (s * (a * / b - 1)) <= apow a s - apow b s).
    { rewrite S2 at 1. pose proof (P b s Hb). nra. }
    apply Rle_trans with (2 := K).
    assert (X0 : 0 <= (r + -2) * d) by nra.
    apply Rle_trans with ((r + -2) * d * (apow b s * / b * apow a (r + -1))).
    + replace (apow c (1 + -1 * r) * (r + -2) * d) with ((r + -2) * d * apow c (1 + -1 * r)) by ring.
      apply Rmult_le_compat_l; [assumption |].
      assert (Q1 : apow b s * / b = apow b (1 + -1 * r)).
      { replace (1 + -1 * r) with (s - 1) by (unfold s; ring). rewrite apow_minus, apow_one, Rabs_pos_eq by lra. reflexivity. }
      rewrite Q1. replace (apow a (r + -1)) with (/ apow a (1 + -1 * r)) by (rewrite <- apow_Ropp; f_equal; ring).
      rewrite <- apow_inv, <- apow_mult. apply falling_base; [assumption | | lra].
      apply Rmult_le_reg_r with a; [assumption |]. rewrite Rmult_assoc, Rinv_l by lra. lra.
    + right. assert (E : a * / b - 1 = - (d * apow a (r + -1)) * / b) by (apply Rmult_eq_reg_r with b; [| lra];
        rewrite Rmult_minus_distr_r, !Rmult_assoc, Rinv_l by lra; lra).
      rewrite E. unfold s. ring.
  - pose proof (proj1 (bernoulli (b * / a) s Pa) ltac:(unfold s; right; lra)) as B.
    assert (K : apow a s - apow b s <= apow a s * (- s * (b * / a - 1))) by (rewrite S1; pose proof (P a s Ha); nra).
    apply Rle_trans with (1 := K). right. rewrite Eb. transitivity (- s * d * (apow a s * apow a (r + -1) * / a)); [field; lra |].
    rewrite A1. unfold s. field. lra.
Qed.

Theorem escape_steps_deep_claim : claim_escape_steps_deep.
Proof.
  intros L HL n Hn G HG N HN W HW a Ha b Hb c Hc eps He eta Ht EN HL2 Hs Hbc E. set (r := INR L) in *.
  set (d := eta * G). assert (Hd : 0 < d) by (now apply Rmult_lt_0_compat).
  assert (K : forall k, (k < n)%nat -> apow c (1 + -1 * r) * (r + -2) * d <= apow (a k) (2 + -1 * r) - apow (b k) (2 + -1 * r) <= (r + -2) * d).
  { intros k Hk. apply deep_step; auto. }
  assert (S : Sum n (fun k => apow (a k) (2 + -1 * r) + -1 * apow (b k) (2 + -1 * r)) = apow eps (2 + -1 * r) + -1 * apow W (2 + -1 * r)).
  { rewrite (Sum_plus n (fun k => apow (a k) (2 + -1 * r)) (fun k => -1 * apow (b k) (2 + -1 * r))), Sum_scal. lra. }
  rewrite <- S. rewrite Sum_const, Rmult_1_r in EN. rewrite EN. split.
  - replace (apow c (1 + -1 * r) * (r + -2) * eta * G * INR n) with (Sum n (fun _ => apow c (1 + -1 * r) * (r + -2) * d)) by (rewrite Sum_const; unfold d; ring).
    apply Sum_le. intros k Hk. destruct (K k Hk). lra.
  - replace ((r + -2) * eta * G * INR n) with (Sum n (fun _ => (r + -2) * d)) by (rewrite Sum_const; unfold d; ring).
    apply Sum_le. intros k Hk. destruct (K k Hk). lra.
Qed.

(** q -> e^(-bq) - e^(-aq) decreases strictly from q = 1 on where a e^(-a) <= b e^(-b). *)
Lemma gap_rate a b c : 0 < b -> b < a -> a * exp (-1 * a) <= b * exp (-1 * b) -> 1 < c ->
  0 < b * exp (c * (-1 * b)) - a * exp (c * (-1 * a)).
Proof.
  intros Hb Hab H Hc.
  replace (c * (-1 * b)) with (-1 * b + (c - 1) * (-1 * b)) by ring. replace (c * (-1 * a)) with (-1 * a + (c - 1) * (-1 * a)) by ring.
  rewrite !exp_plus. assert (L : exp ((c - 1) * (-1 * a)) < exp ((c - 1) * (-1 * b))) by (apply exp_increasing; nra).
  pose proof (exp_pos (-1 * a)). pose proof (exp_pos (-1 * b)). pose proof (exp_pos ((c - 1) * (-1 * a))).
  assert (0 < b * exp (-1 * b)) by (now apply Rmult_lt_0_compat).
  assert (a * exp (-1 * a) * exp ((c - 1) * (-1 * a)) <= b * exp (-1 * b) * exp ((c - 1) * (-1 * a))) by (apply Rmult_le_compat_r; lra).
  assert (b * exp (-1 * b) * exp ((c - 1) * (-1 * a)) < b * exp (-1 * b) * exp ((c - 1) * (-1 * b))) by (now apply Rmult_lt_compat_l).
  lra.
Qed.

Lemma gap_step a b q s : q < s -> exists c, q <= c <= s /\
  (exp (s * (-1 * a)) - exp (s * (-1 * b))) - (exp (q * (-1 * a)) - exp (q * (-1 * b)))
    = (b * exp (c * (-1 * b)) - a * exp (c * (-1 * a))) * (s - q).
Proof.
  intros Hqs.
  assert (D : forall r, is_derive (fun r => exp (r * (-1 * a)) - exp (r * (-1 * b))) r (b * exp (r * (-1 * b)) - a * exp (r * (-1 * a)))).
  { intros r. auto_derive; trivial. ring. }
  destruct (MVT_gen (fun r => exp (r * (-1 * a)) - exp (r * (-1 * b))) q s (fun r => b * exp (r * (-1 * b)) - a * exp (r * (-1 * a)))) as [c [Hc E]].
  - intros r _. apply D.
  - intros r _. apply derivable_continuous_pt. exists (b * exp (r * (-1 * b)) - a * exp (r * (-1 * a))). apply is_derive_Reals, D.
  - rewrite Rmin_left, Rmax_right in Hc by lra. now exists c.
Qed.

Lemma gap_decreases a b q s : 0 < b -> b < a -> 1 <= q -> q < s -> a * exp (-1 * a) <= b * exp (-1 * b) ->
  exp (s * (-1 * b)) - exp (s * (-1 * a)) < exp (q * (-1 * b)) - exp (q * (-1 * a)).
Proof.
  intros Hb Hab Hq Hqs H.
  destruct (gap_step a b ((q + s) / 2) s ltac:(lra)) as [c [Hc E1]]. destruct (gap_step a b q ((q + s) / 2) ltac:(lra)) as [d [Hd E2]].
  pose proof (gap_rate a b c Hb Hab H ltac:(lra)) as P1.
  assert (P2 : 0 <= b * exp (d * (-1 * b)) - a * exp (d * (-1 * a))).
  { destruct (Rle_lt_or_eq_dec 1 d ltac:(lra)) as [L | <-]; [left; now apply gap_rate | rewrite !Rmult_1_l; lra]. }
  assert (0 < (b * exp (c * (-1 * b)) - a * exp (c * (-1 * a))) * (s - (q + s) / 2)) by (apply Rmult_lt_0_compat; lra).
  assert (0 <= (b * exp (d * (-1 * b)) - a * exp (d * (-1 * a))) * ((q + s) / 2 - q)) by (apply Rmult_le_pos; lra).
  lra.
Qed.

Lemma gap_product n a (b : nat -> R) q s : (1 <= n)%nat -> (forall j, (j < n)%nat -> 0 < b j /\ b j < a) -> 1 <= q -> q < s ->
  (forall j, (j < n)%nat -> a * exp (-1 * a) <= b j * exp (-1 * b j)) ->
  Prod n (fun j => apow (exp (-1 * b j)) s + -1 * apow (exp (-1 * a)) s) < Prod n (fun j => apow (exp (-1 * b j)) q + -1 * apow (exp (-1 * a)) q).
Proof.
  intros Hn Hb Hq Hqs H. apply (larger_factors_strictly n 0%nat); [assumption |]. intros j Hj. destruct (Hb j Hj) as [B0 B1]. rewrite !apow_exp.
  pose proof (gap_decreases a (b j) q s B0 B1 Hq Hqs (H j Hj)).
  assert (exp (s * (-1 * a)) < exp (s * (-1 * b j))) by (apply exp_increasing; nra). lra.
Qed.

(** 1 + (a - b) <= e^(a-b): x e^-x falls where x >= 1 and rises where x <= 1. *)
Lemma size_times_exp a b : 0 < b -> b < a -> (1 <= b -> a * exp (-1 * a) <= b * exp (-1 * b)) /\ (a < 1 -> b * exp (-1 * b) < a * exp (-1 * a)).
Proof.
  intros Hb Hab. split; intros H.
  - assert (E : exp (-1 * b) = exp (-1 * a) * exp (a - b)) by (rewrite <- exp_plus; f_equal; ring).
    rewrite E. pose proof (proj1 (above_tangent (a - b))) as L. pose proof (exp_pos (-1 * a)).
    assert (a <= b * exp (a - b)) by nra. nra.
  - assert (E : exp (-1 * a) = exp (-1 * b) * exp (b - a)) by (rewrite <- exp_plus; f_equal; ring).
    rewrite E. pose proof (proj1 (above_tangent (b - a))) as L. pose proof (exp_pos (-1 * b)).
    assert (b < a * exp (b - a)) by nra. nra.
Qed.

Theorem generic_coercivity_claim : claim_generic_coercivity.
Proof.
  intros n Hn T HT eps Pe a Ha b Hb q Hq s Hs Hqs Hba Te. pose proof (toward_proper T HT) as PF.
  assert (K : forall j, (j < n)%nat -> 0 < b j /\ b j < a) by (intros j Hj; split; [now apply Hb | now apply Hba]).
  split; [intros H; now apply gap_product |]. split.
  { intros H. apply gap_product; trivial; [lra |]. intros j Hj. apply size_times_exp; [now apply Hb | now apply Hba | now apply H]. }
  split.
  { apply (larger_factors_strictly n 0%nat); [assumption |]. intros j Hj. split; [apply apow_ge0 |].
    apply smaller_power; [apply exp_pos | | assumption]. rewrite <- exp_0. apply exp_increasing. specialize (Hb j Hj). lra. }
  split.
  { intros j Hj. set (B := b j).
    assert (S : forall r, tends (toward T) (fun t => (exp (eps t * r) + -1) * / eps t) r).
    { intros r. apply (slope_of_exp (toward T) PF); [exact Te | now apply toward_every]. }
    apply (tends_same T HT (fun t => exp (-1 * B) * ((exp (eps t * (-1 * B)) + -1) * / eps t) + -1 * exp (-1 * a) * ((exp (eps t * (-1 * a)) + -1) * / eps t))).
    - intros t Ht. pose proof (Pe t Ht) as P. cbv beta in P. rewrite !apow_exp.
      replace ((1 + eps t) * (-1 * B)) with (-1 * B + eps t * (-1 * B)) by ring.
      replace ((1 + eps t) * (-1 * a)) with (-1 * a + eps t * (-1 * a)) by ring. rewrite !exp_plus. ring.
    - apply (tends_value T _ (exp (-1 * B) * (-1 * B) + -1 * exp (-1 * a) * (-1 * a))); [ring |].
      apply tends_plus; [exact PF | |]; (apply tends_times; [exact PF | apply (tends_constant T HT) | apply S]). }
  split; [intros H j Hj; apply size_times_exp; trivial; [now apply Hb | now apply Hba] |].
  split; [field |]. split; [field | lra].
Qed.
