(** How long a small start takes, as it shrinks: the three regimes, from both kinds of small starts. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsIntegrals.
From SteepestMirror Require Import ClaimsEnds Ratios ClaimsMaps.
Local Open Scope R_scope.

(** y/b -> w r where y' / b' = w r(t), r(t) -> r. *)
Lemma quotient T (y b a c r : R -> R) w l : Rbar_lt 0 T -> ac T y -> ac T b -> moves_ae T y a -> moves_ae T b c ->
  every T (fun t => 0 < c t) -> grows (toward T) b -> every T (fun t => a t = w * r t * c t) -> tends (toward T) r l ->
  tends (toward T) (fun t => y t * / b t) (w * l).
Proof.
  intros HT Hy Hb Dy Db Pc Gb E Tr. pose proof (toward_proper T HT) as PF.
  apply (ratio T HT y b a c (w * l) Hy Hb Dy Db (ae_every T _ Pc) Gb).
  apply (tends_same T HT (fun t => w * r t)); [| apply tends_times; [exact PF | apply (tends_constant T HT) | exact Tr]].
  intros t Ht. rewrite (E t Ht). pose proof (Pc t Ht) as P. cbv beta in P. field. lra.
Qed.

Lemma grows_scaled T a c : Rbar_lt 0 T -> 0 < c -> grows (toward T) a -> grows (toward T) (fun t => a t * c).
Proof.
  intros HT Hc G. pose proof (toward_proper T HT) as PF. apply (@grows_times (toward T) PF a (fun _ => c) (c / 2)); [lra | exact G |].
  apply toward_every; [exact HT |]. intros t _. lra.
Qed.

Section Far.
Variables (L : nat) (T : Rbar) (eps tau u x Y : R -> R) (K : R) (Lam : nat -> R) (q x1 : R).
Hypothesis HL : (2 <= L)%nat.
Hypothesis HT : Rbar_lt 0 T.
Hypothesis Pe : every T (fun t => 0 < eps t).
Hypothesis Pu : every T (fun t => 0 < u t).
Hypothesis Px : every T (fun t => 0 < x t).
Hypothesis HK : 0 < K.
Hypothesis PL : forall i, (i < L)%nat -> 0 <= Lam i.
Hypothesis Hq : 1 <= q <= 2.
Hypothesis Hu : ac T u.
Hypothesis Du : moves_ae T u (fun _ => 1).
Hypothesis Gu : grows (toward T) u.
Hypothesis Ex : every T (fun t => apow (x t) q = Prod L (fun j => u t + Lam j)).
Hypothesis Ee : every T (fun t => apow (eps t) (INR L) * x t = x1).
Let Q t := Prod L (fun j => u t + Lam j).
Let S t := Sum L (fun i => others L i (fun j => u t + Lam j)).
Let pace t := apow (Q t) (1 * / q + -1) * / q.
Hypothesis HY : primitive T pace Y.
Hypothesis Et : every T (fun t => tau t = apow (eps t) (INR L * (1 + -1 * q * (INR L + -1) * / INR L)) * Y t).

Lemma ell_pos : 2 <= INR L.
Proof. now apply INR_2. Qed.

Lemma far_factor t j : time T t -> (j < L)%nat -> 0 < u t + Lam j.
Proof. intros Ht Hj. pose proof (Pu t Ht) as P. cbv beta in P. specialize (PL j Hj). lra. Qed.

Lemma far_Q t : time T t -> 0 < Q t.
Proof. intros Ht. apply Prod_gt0. intros j Hj. now apply far_factor. Qed.

Lemma far_S t : time T t -> 0 < S t.
Proof. intros Ht. apply Sum_pos; [lia |]. intros i _. apply others_gt0. intros j Hj. now apply far_factor. Qed.

Lemma far_x t : time T t -> x t = apow (Q t) (1 * / q).
Proof.
  intros Ht. pose proof (Px t Ht) as P. cbv beta in P. unfold Q. rewrite <- (Ex t Ht), apow_apow.
  replace (q * (1 * / q)) with 1 by (field; lra). rewrite apow_one, Rabs_pos_eq by lra. reflexivity.
Qed.

Lemma far_pace t : time T t -> pace t = apow (x t) (1 - q) * / q.
Proof.
  intros Ht. unfold pace. f_equal. unfold Q. rewrite <- (Ex t Ht), apow_apow. f_equal. field. lra.
Qed.

Lemma far_ac : ac T x.
Proof.
  apply (ac_ext T (fun t => apow (Q t) (1 * / q))); [intros t Ht; symmetry; now apply far_x |].
  apply ac_power_pos; [| intros t Ht; now apply far_Q]. apply (ac_Prod T L (fun j t => u t + Lam j)). intros i _.
  apply ac_plus; [exact Hu | apply ac_const].
Qed.

Lemma far_rate : moves_ae T x (fun t => apow (x t) (1 - q) * / q * S t).
Proof.
  apply (moves_same T (fun t => apow (Q t) (1 * / q))); [intros t Ht; symmetry; now apply far_x |].
  assert (DQ : moves_ae T Q S).
  { assert (H : moves_ae T Q (fun t => Sum L (fun i => others L i (fun j => u t + Lam j) * 1))).
    { destruct (rates_of T) as [_ [_ [_ [_ [_ [_ [_ K7]]]]]]]. apply (proj2 (K7 L (fun j t => u t + Lam j) (fun _ _ => 1)
        ltac:(intros i _; revert Du; apply ae_incl; intros t _ D;
          evar_last; [apply (is_derive_plus u (fun _ => Lam i) t 1 0 D); apply (is_derive_const (Lam i)) | apply Rplus_0_r]))). }
    revert H. apply rate_change. intros t _. unfold S. apply Sum_ext. intros i _. ring. }
  generalize (rate_power_pos T Q S (1 * / q) far_Q DQ). apply rate_change. intros t Ht. rewrite <- far_pace by exact Ht.
  unfold pace. replace (1 * / q - 1) with (1 * / q + -1) by ring. ring.
Qed.

Lemma far_grows : grows (toward T) x.
Proof.
  pose proof (toward_proper T HT) as PF. assert (Iq : 0 < 1 * / q) by (rewrite Rmult_1_l; apply Rinv_0_lt_compat; lra).
  apply (@grows_above (toward T) PF (fun t => apow (apow (u t) (INR L)) (1 * / q))).
  - apply grows_power; [exact PF | | exact Iq]. apply grows_power; [exact PF | exact Gu |]. pose proof ell_pos. lra.
  - apply toward_every; [exact HT |]. intros t Ht. rewrite (far_x t Ht). apply power_le; [apply apow_gt0 | | lra].
    + apply Rgt_not_eq. exact (Pu t Ht).
    + rewrite apow_nat by (lia || left; exact (Pu t Ht)). rewrite <- Prod_const. apply Prod_le. intros j Hj.
      pose proof (Pu t Ht) as P. cbv beta in P. specialize (PL j Hj). lra.
Qed.

Lemma eps_power t r : time T t -> apow (eps t) (INR L * r) = apow x1 r * / apow (x t) r.
Proof.
  intros Ht. pose proof (Px t Ht) as P. cbv beta in P. rewrite <- apow_apow, <- apow_inv, <- apow_mult. f_equal.
  rewrite <- (Ee t Ht). field. lra.
Qed.

Lemma far_metric : tends (toward T) (fun t => apow (x t) (q * (INR L + -1) * / INR L) * / S t) (/ INR L).
Proof. apply (metric_at_infinity T L q u x Lam); trivial. apply Hq. Qed.

Lemma escapes : K = INR L * (1 + -1 * q * (INR L + -1) * / INR L) -> tends (toward T) tau (apow x1 (K * / INR L) * / K).
Proof.
  intros EK. pose proof ell_pos as He. pose proof (toward_proper T HT) as PF. remember (K * / INR L) as r eqn:Dr.
  assert (Hr : 0 < r) by (rewrite Dr; apply Rmult_lt_0_compat; [exact HK | apply Rinv_0_lt_compat; lra]).
  assert (Em : q * (INR L + -1) * / INR L = 1 - r) by (rewrite Dr, EK; field; lra).
  assert (G : tends (toward T) (fun t => Y t * / apow (x t) r) (/ r * / INR L)).
  { apply (quotient T Y (fun t => apow (x t) r) pace (fun t => r * apow (x t) (r - 1) * (apow (x t) (1 - q) * / q * S t))
      (fun t => apow (x t) (q * (INR L + -1) * / INR L) * / S t) (/ r) (/ INR L) HT); trivial.
    - apply HY.
    - apply ac_power_pos; [exact far_ac | exact Px].
    - apply HY.
    - apply (rate_power_pos T x _ r Px far_rate).
    - intros t Ht. pose proof (Px t Ht) as P. cbv beta in P. pose proof (far_S t Ht). assert (0 < / q) by (apply Rinv_0_lt_compat; lra).
      repeat apply Rmult_lt_0_compat; trivial; apply apow_gt0; lra.
    - apply grows_power; [exact PF | exact far_grows | exact Hr].
    - intros t Ht. pose proof (Px t Ht) as P. cbv beta in P. rewrite Em, (far_pace t Ht). pose proof (far_S t Ht).
      transitivity (apow (x t) (1 - r) * apow (x t) (r - 1) * (apow (x t) (1 - q) * / q)); [| field; lra].
      rewrite <- apow_plus. replace (1 - r + (r - 1)) with 0 by ring. rewrite apow_zero by lra. ring.
    - exact far_metric. }
  apply (tends_same T HT (fun t => apow x1 r * (Y t * / apow (x t) r))).
  - intros t Ht. rewrite (Et t Ht), eps_power by exact Ht.
    replace (1 + -1 * q * (INR L + -1) * / INR L) with r by (rewrite Dr, EK; field; lra). ring.
  - apply (tends_value T _ (apow x1 r * (/ r * / INR L))); [rewrite Dr; field; lra |].
    apply tends_times; [exact PF | apply (tends_constant T HT) | exact G].
Qed.

Lemma slowly : q * (INR L + -1) * / INR L = 1 ->
  toward T (fun t => ln (1 * / eps t) <> 0) /\ tends (toward T) (fun t => tau t * / ln (1 * / eps t)) 1.
Proof.
  intros Em. pose proof ell_pos as He. pose proof (toward_proper T HT) as PF. set (b := fun t => (ln (x t) + - ln x1) * / INR L).
  assert (Il : 0 < / INR L) by (apply Rinv_0_lt_compat; lra).
  assert (Gb : grows (toward T) b).
  { apply grows_scaled; [exact HT | exact Il |]. apply (@grows_plus (toward T) PF _ (fun _ => - ln x1) (- ln x1 - 1)).
    - apply grows_ln; [exact PF | exact far_grows].
    - apply toward_every; [exact HT |]. intros t _. lra. }
  assert (Eb : every T (fun t => b t = ln (1 * / eps t))).
  { intros t Ht. pose proof (Px t Ht) as P. pose proof (Pe t Ht) as P2. cbv beta in P, P2. rewrite Rmult_1_l, ln_Rinv by exact P2.
    unfold b. rewrite <- (Ee t Ht), ln_mult by (trivial; apply apow_gt0; lra). rewrite apow_pos_eq by exact P2. unfold Rpower. rewrite ln_exp.
    field. lra. }
  split.
  - destruct (proj1 (@grows_spec (toward T) PF b) Gb 0) as [s [Hs P]]. exists s. split; [exact Hs |]. intros t Ht Hst.
    rewrite <- (Eb t Ht). apply Rgt_not_eq. exact (P t Ht Hst).
  - apply (tends_same T HT (fun t => Y t * / b t)).
    + intros t Ht. rewrite (Eb t Ht), (Et t Ht). pose proof (Pe t Ht) as P2. cbv beta in P2.
      replace (1 + -1 * q * (INR L + -1) * / INR L) with 0 by (transitivity (1 - q * (INR L + -1) * / INR L); [rewrite Em; ring | ring]).
      rewrite Rmult_0_r, apow_zero by lra. ring.
    + apply (tends_value T _ (INR L * / INR L)); [field; lra |].
      assert (C : C1_on positive ln (fun y => / y)) by apply (built_continuous T).
      apply (quotient T Y b pace (fun t => / x t * (apow (x t) (1 - q) * / q * S t) * / INR L)
        (fun t => apow (x t) (q * (INR L + -1) * / INR L) * / S t) (INR L) (/ INR L) HT); trivial.
      * apply HY.
      * apply (ac_ext T (fun t => / INR L * (ln (x t) + - ln x1))); [intros t _; unfold b; ring |].
        apply ac_scal, ac_plus; [now apply (ac_positive T x ln (fun y => / y) C far_ac) | apply ac_const].
      * apply HY.
      * generalize (rate_C1 T x _ ln _ positive C far_rate Px). apply ae_incl. intros t _ D. unfold b.
        apply (is_derive_ext (fun t => / INR L * (ln (x t) + - ln x1))); [intros r; as_reals; ring |].
        evar_last; [apply (is_derive_scal (fun t => ln (x t) + - ln x1) t (/ INR L)); apply (is_derive_plus (fun t => ln (x t)) (fun _ => - ln x1) t _ 0 D);
          apply (is_derive_const (- ln x1)) |]. unfold plus; simpl. as_reals. ring.
      * intros t Ht. pose proof (Px t Ht) as P. cbv beta in P. pose proof (far_S t Ht). assert (0 < / q) by (apply Rinv_0_lt_compat; lra).
        repeat apply Rmult_lt_0_compat; trivial; [now apply Rinv_0_lt_compat | apply apow_gt0; lra].
      * intros t Ht. pose proof (Px t Ht) as P. cbv beta in P. rewrite Em, apow_one, Rabs_pos_eq, (far_pace t Ht) by lra. pose proof (far_S t Ht).
        field. lra.
      * exact far_metric.
Qed.

Lemma far_level : every T (fun t => u t = u 0 + t).
Proof.
  intros t Ht. assert (E : u t - 1 * t = u 0 - 1 * 0); [| lra].
  refine (stays0 T (fun t => u t - 1 * t) _ (ac_minus T _ _ Hu (ac_scal T 1 _ (ac_id T))) (rate_minus T _ _ _ _ Du (rate_linear T 1)) _ t Ht).
  intros r _. ring.
Qed.

Lemma blows : K = INR L * (q * (INR L + -1) * / INR L + -1) ->
  exists l, tends (toward T) Y l /\ tends (toward T) (fun t => tau t * apow (eps t) K) l.
Proof.
  intros EK. pose proof ell_pos as He. pose proof (Pu 0 (time_zero T HT)) as P0. cbv beta in P0.
  assert (Ek : q * (INR L * (q + -1) * / q + -1) = K) by (rewrite EK; field; lra).
  assert (H1 : 1 < INR L * (q + -1) * / q) by (set (y := INR L * (q + -1) * / q) in *; nra).
  destruct (integral_bounded L Lam (u 0) q HL PL P0 Hq T H1) as [A [HA B]].
  assert (EA : every T (fun t => A t = Y t)).
  { apply (primitive_unique T pace); [| exact HY]. revert HA. apply primitive_same. intros t Ht. unfold pace, Q. rewrite (far_level t Ht). reflexivity. }
  assert (PI : forall t, time T t -> 0 <= pace t).
  { intros t _. unfold pace. assert (0 < / q) by (apply Rinv_0_lt_compat; lra). apply Rmult_le_pos; [apply apow_ge0 | lra]. }
  rewrite Ek in B. set (top := apow _ _) in B.
  destruct (total_exists T pace Y (top * / K) HT HY PI) as [l Hl].
  { intros t Ht. pose proof (B t Ht) as Bt. cbv beta in Bt. rewrite (EA t Ht) in Bt. apply Rmult_le_reg_l with K; [exact HK |].
    apply Rle_trans with (1 := Bt). right. field. lra. }
  exists l. split; [exact Hl |]. revert Hl. apply tends_same; [exact HT |]. intros t Ht. rewrite (Et t Ht).
  replace (INR L * (1 + -1 * q * (INR L + -1) * / INR L)) with (- K) by (rewrite EK; ring). pose proof (Pe t Ht) as P. cbv beta in P.
  rewrite apow_Ropp. field. apply Rgt_not_eq, apow_gt0. lra.
Qed.
End Far.

Section Near.
Variables (k0 n : nat) (T : Rbar) (eta tau v Y : R -> R) (K q : R) (c : nat -> R).
Hypothesis Hk : (1 <= k0)%nat.
Hypothesis HT : Rbar_lt 0 T.
Hypothesis Pe : every T (fun t => 0 < eta t).
Hypothesis Pv : every T (fun t => 0 < v t).
Hypothesis HK : 0 < K.
Hypothesis Pc : forall i, (i < n)%nat -> 0 < c i.
Hypothesis Hq : 1 <= q <= 2.
Hypothesis Hv : ac T v.
Hypothesis Dv : moves_ae T v (fun t => -1 * v t).
Hypothesis Tv : tends (toward T) v 0.
Hypothesis Ev : every T (fun t => v t = apow (eta t) q).
Let e0 := INR k0 * (1 + -1 * q * (INR k0 + -1) * / INR k0) * / q.
Let M t := Prod n (fun a => v t + c a).
Let pace t := apow (v t) e0 * apow (M t) (1 * / q + -1) * / q.
Hypothesis HY : primitive T pace Y.
Hypothesis Et : every T (fun t => tau t = Y t).

Lemma k0_pos : 0 < INR k0.
Proof. apply lt_0_INR. exact Hk. Qed.

Lemma near_M t : time T t -> 0 < M t.
Proof. intros Ht. apply Prod_gt0. intros i Hi. pose proof (Pv t Ht) as P. cbv beta in P. specialize (Pc i Hi). lra. Qed.

Lemma near_rest : tends (toward T) (fun t => apow (M t) (1 * / q + -1)) (apow (Prod n c) (1 * / q + -1)).
Proof.
  pose proof (toward_proper T HT) as PF. apply tends_power; [exact HT | now apply Prod_gt0 |].
  apply (@tends_Prod (toward T) PF n (fun a t => v t + c a)). intros a _.
  apply (tends_value T _ (0 + c a)); [ring |]. apply tends_plus; [exact PF | exact Tv | apply (tends_constant T HT)].
Qed.

Lemma near_level : every T (fun t => v t = v 0 * exp (-1 * t)).
Proof.
  intros t Ht. assert (E : v t * exp (1 * t) = v 0 * exp (1 * 0)).
  { refine (stays0 T (fun t => v t * exp (1 * t)) _ (ac_times T _ _ Hv (ac_exp T _ (ac_scal T 1 _ (ac_id T)))) (rate_times T _ _ _ (fun t => exp (1 * t)) Dv _) _ t Ht).
    - apply ae_every. intros r _. auto_derive; trivial. ring.
    - intros r _. cbv beta. ring. }
  rewrite Rmult_0_r, exp_0 in E. rewrite Rmult_1_l, Rmult_1_r in E. rewrite <- E, Rmult_assoc, <- exp_plus.
  replace (t + -1 * t) with 0 by ring. rewrite exp_0. ring.
Qed.

Lemma arrives : K = INR k0 * (1 + -1 * q * (INR k0 + -1) * / INR k0) ->
  exists l, tends (toward T) Y l /\ tends (toward T) tau l.
Proof.
  intros EK. pose proof k0_pos as He. pose proof (Pv 0 (time_zero T HT)) as P0. cbv beta in P0.
  assert (Eg : 1 + -1 * INR k0 * (q + -1) * / q = e0) by (unfold e0; field; lra).
  assert (E0 : e0 = K * / q) by (unfold e0; rewrite EK; reflexivity).
  assert (Hg : 0 < 1 + -1 * INR k0 * (q + -1) * / q).
  { rewrite Eg, E0. apply Rmult_lt_0_compat; [exact HK | apply Rinv_0_lt_compat; lra]. }
  destruct (end_bounded k0 n (v 0) q c T P0 Pc Hq Hg) as [A [HA B]].
  assert (EA : every T (fun t => A t = Y t)).
  { apply (primitive_unique T pace); [| exact HY]. revert HA. apply primitive_same. intros t Ht.
    pose proof (f_shape k0 n (v 0) q c P0 Hq t) as F. cbv zeta in F. etransitivity; [exact F |].
    unfold pace, M. rewrite Eg. rewrite (near_level t Ht). reflexivity. }
  assert (PI : forall t, time T t -> 0 <= pace t).
  { intros t _. unfold pace. assert (0 < / q) by (apply Rinv_0_lt_compat; lra). apply Rmult_le_pos; [apply Rmult_le_pos; apply apow_ge0 | lra]. }
  rewrite Eg, E0 in B. set (top := _ * apow (v 0) _) in B.
  destruct (total_exists T pace Y (top * / K) HT HY PI) as [l Hl].
  { intros t Ht. pose proof (B t Ht) as Bt. cbv beta in Bt. rewrite (EA t Ht) in Bt. replace (q * (K * / q)) with K in Bt by (field; lra).
    apply Rmult_le_reg_l with K; [exact HK |]. apply Rle_trans with (1 := Bt). right. field. lra. }
  exists l. split; [exact Hl |]. revert Hl. apply tends_same; [exact HT |]. intros t Ht. symmetry. exact (Et t Ht).
Qed.

Lemma log_eta t : time T t -> ln (v t) = q * ln (eta t).
Proof.
  intros Ht. pose proof (Pe t Ht) as P. cbv beta in P. rewrite (Ev t Ht), apow_pos_eq by exact P. unfold Rpower. now rewrite ln_exp.
Qed.

Lemma slowly_low : q * (INR k0 + -1) * / INR k0 = 1 ->
  toward T (fun t => ln (1 * / eta t) <> 0) /\ tends (toward T) (fun t => tau t * / ln (1 * / eta t)) (apow (Prod n c) (1 * / q + -1)).
Proof.
  intros Em. pose proof k0_pos as He. pose proof (toward_proper T HT) as PF. set (b := fun t => ln (/ v t) * / q).
  assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra).
  assert (Gb : grows (toward T) b).
  { apply grows_scaled; [exact HT | exact Iq |]. apply grows_ln; [exact PF |]. apply (@grows_above (toward T) PF (fun t => apow (v t) (-1))).
    - apply blows_power; [exact PF | exact Tv | now apply toward_every | lra].
    - apply toward_every; [exact HT |]. intros t Ht. pose proof (Pv t Ht) as P. cbv beta in P. right.
      change (-1) with (- (1)). now rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra. }
  assert (Eb : every T (fun t => b t = ln (1 * / eta t))).
  { intros t Ht. pose proof (Pe t Ht) as P. pose proof (Pv t Ht) as P2. cbv beta in P, P2. unfold b.
    rewrite Rmult_1_l, !ln_Rinv, (log_eta t Ht) by assumption. field. lra. }
  split.
  - destruct (proj1 (@grows_spec (toward T) PF b) Gb 0) as [s [Hs P]]. exists s. split; [exact Hs |]. intros t Ht Hst.
    rewrite <- (Eb t Ht). apply Rgt_not_eq. exact (P t Ht Hst).
  - apply (tends_same T HT (fun t => Y t * / b t)); [intros t Ht; now rewrite (Eb t Ht), (Et t Ht) |].
    apply (tends_value T _ (1 * apow (Prod n c) (1 * / q + -1))); [ring |].
    assert (C : C1_on positive ln (fun y => / y)) by apply (built_continuous T).
    assert (Es : every T (fun t => - / q * ln (v t) = b t)).
    { intros t Ht. unfold b. rewrite ln_Rinv by exact (Pv t Ht). ring. }
    apply (quotient T Y b pace (fun _ => / q) (fun t => apow (M t) (1 * / q + -1)) 1 _ HT); trivial.
    + apply HY.
    + apply (ac_ext T (fun t => - / q * ln (v t)) b Es). apply ac_scal. now apply (ac_positive T v ln (fun y => / y) C Hv).
    + apply HY.
    + apply (moves_same T (fun t => - / q * ln (v t)) b _ Es). generalize (rate_C1 T v _ ln _ positive C Dv Pv). apply ae_incl.
      intros t Ht D. pose proof (Pv t Ht) as P. cbv beta in P. evar_last; [apply (is_derive_scal (fun t => ln (v t)) t (- / q) _ D) |]. field. lra.
    + intros t _. exact Iq.
    + intros t Ht. pose proof (Pv t Ht) as P. cbv beta in P. unfold pace.
      replace e0 with 0 by (unfold e0; transitivity (INR k0 * (1 - q * (INR k0 + -1) * / INR k0) * / q); [rewrite Em; ring | ring]).
      rewrite apow_zero by lra. ring.
    + exact near_rest.
Qed.

Lemma power_low : K = INR k0 * (q * (INR k0 + -1) * / INR k0 + -1) ->
  tends (toward T) (fun t => tau t * apow (eta t) K) (apow (Prod n c) (1 * / q + -1) * / K).
Proof.
  intros EK. pose proof k0_pos as He. pose proof (toward_proper T HT) as PF. set (r := - (K * / q)).
  assert (Hr : r < 0) by (assert (0 < K * / q) by (apply Rmult_lt_0_compat; [exact HK | apply Rinv_0_lt_compat; lra]); unfold r; lra).
  assert (Er : e0 = r) by (unfold e0, r; rewrite EK; field; lra).
  apply (tends_same T HT (fun t => Y t * / apow (v t) r)).
  - intros t Ht. pose proof (Pe t Ht) as P. cbv beta in P. rewrite (Et t Ht), (Ev t Ht), apow_apow. unfold r.
    replace (q * - (K * / q)) with (- K) by (field; lra). rewrite apow_Ropp, Rinv_inv. reflexivity.
  - apply (tends_value T _ (/ K * apow (Prod n c) (1 * / q + -1))); [ring |].
    apply (quotient T Y (fun t => apow (v t) r) pace (fun t => r * apow (v t) (r - 1) * (-1 * v t)) (fun t => apow (M t) (1 * / q + -1)) (/ K) _ HT); trivial.
    + apply HY.
    + now apply ac_power_pos.
    + apply HY.
    + now apply rate_power_pos.
    + intros t Ht. pose proof (Pv t Ht) as P. cbv beta in P. assert (0 < apow (v t) (r - 1) * v t) by (apply Rmult_lt_0_compat; [apply apow_gt0 |]; lra). nra.
    + apply blows_power; [exact PF | exact Tv | now apply toward_every | exact Hr].
    + intros t Ht. pose proof (Pv t Ht) as P. cbv beta in P. unfold pace. rewrite Er.
      assert (E : apow (v t) r = apow (v t) (r - 1) * v t).
      { replace r with (r - 1 + 1) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
      rewrite E. unfold r. field. lra.
    + exact near_rest.
Qed.
End Near.

Theorem escape_law_claim : claim_escape_law.
Proof.
  intros L HL k0 Hk n Hn T HT eps Pe eta Pet tau tau0 u Pu v Pv x Px K HK Lam PL c Pc q Hq x1 Hx1 Hu Du Gu Ex Ee [Y [HY Et]] Hv Dv Tv Ev [Y0 [HY0 Et0]].
  split; [| split; [| split; [| split; [| split]]]].
  - exact (escapes L T eps tau u x Y K Lam q x1 HL HT Pu Px HK PL Hq Hu Du Gu Ex Ee HY Et).
  - exact (slowly L T eps tau u x Y Lam q x1 HL HT Pe Pu Px PL Hq Hu Du Gu Ex Ee HY Et).
  - intros EK. destruct (blows L T eps tau u Y K Lam q HL HT Pe Pu HK PL Hq Hu Du HY Et EK) as [l [H1 H2]].
    exists Y. split; [exact HY |]. now exists l.
  - intros EK. destruct (arrives k0 n T tau0 v Y0 K q c Hk HT Pv HK Pc Hq Hv Dv HY0 Et0 EK) as [l [H1 H2]].
    exists Y0. split; [| now exists l]. revert HY0. apply primitive_same. intros t _. now rewrite EK.
  - exact (slowly_low k0 n T eta tau0 v Y0 q c Hk HT Pet Pv Pc Hq Hv Dv Tv Ev HY0 Et0).
  - exact (power_low k0 n T eta tau0 v Y0 K q c Hk HT Pet Pv HK Pc Hq Hv Dv Tv Ev HY0 Et0).
Qed.
