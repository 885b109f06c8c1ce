(** Escape times: the increment of R' over |g|^(q-1), and their three regimes as the start shrinks. *)

From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Balance Mirror Onto DualDecay.
Local Open Scope R_scope.

Lemma apow_bracket g1 g g2 r : 0 <= r -> 0 < g1 -> g1 <= g <= g2 -> apow g1 r <= apow g r <= apow g2 r.
Proof.
  intros [Hr | <-] H1 Hg; [split; apply apow_le; lra |]. rewrite !apow_zero; lra.
Qed.

Theorem escape_time : escape_time_statement.
Proof.
  intros q L g w a b Hf Hq i0 r Hr Hi Lam c g1 g2 Hg1 H s t Hst Htb rise.
  pose proof (no_switching_q _ _ _ _ _ Hq) as Hq1.
  set (y := fun v => mirror_map q L Lam c (output L w v)).
  assert (D : forall v, a < v < b -> is_derive y v (apow (- g v) (q - 1))).
  { intros v Hv. destruct (H v Hv) as [Hside Hg]. evar_last.
    - apply (mirror_rate q L g w a b i0 r c v); auto.
    - rewrite <- (Ropp_involutive (g v)) at 1. rewrite spow_opp, spow_pos by lra. ring. }
  assert (B : forall v, a < v < b -> apow g1 (q - 1) <= apow (- g v) (q - 1) <= apow g2 (q - 1)).
  { intros v Hv. destruct (H v Hv) as [_ Hg]. apply apow_bracket; lra. }
  assert (K : apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s)).
  { unfold rise. fold (y t) (y s). destruct (Req_dec s t) as [-> | Hne]; [lra |].
    destruct (MVT_open y _ a b s t D ltac:(lra) ltac:(lra) Htb) as [v [Hv E]]. rewrite E.
    destruct (B v ltac:(lra)). split; apply Rmult_le_compat_r; lra. }
  split; [exact K |]. intros <-.
  assert (0 < apow g1 (q - 1)) by (apply apow_gt0; lra).
  apply (Rmult_eq_reg_l (apow g1 (q - 1))); [| lra].
  replace (apow g1 (q - 1) * (rise / apow g1 (q - 1))) with rise by (field; lra). lra.
Qed.

(** * Small starts *)

(** eps^r D is at most d for small eps. *)
Lemma small_power r D d : 0 < r -> 0 <= D -> 0 < d ->
  exists eps0, 0 < eps0 < 1 /\ forall eps, 0 < eps < eps0 -> apow eps r * D <= d.
Proof.
  intros Hr HD Hd. set (v := apow (d / (D + 1)) (/ r)).
  assert (Hq : 0 < d / (D + 1)) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  assert (Hv : 0 < v) by (apply apow_gt0; lra).
  exists (Rmin (1 / 2) v). split; [split; [apply Rmin_pos; lra | pose proof (Rmin_l (1 / 2) v); lra] |].
  intros eps He. assert (eps <= v) by (pose proof (Rmin_r (1 / 2) v); lra).
  assert (apow eps r <= d / (D + 1)).
  { replace (d / (D + 1)) with (apow v r).
    - apply apow_le; lra.
    - unfold v. rewrite apow_apow. replace (/ r * r) with 1 by (field; lra).
      rewrite apow_one. apply Rabs_pos_eq; lra. }
  apply Rle_trans with (d / (D + 1) * D); [apply Rmult_le_compat_r; lra |].
  apply (Rmult_le_reg_r (D + 1)); [lra |].
  replace (d / (D + 1) * D * (D + 1)) with (d * D) by (field; lra). nra.
Qed.

Lemma log_large B : exists eps0, 0 < eps0 < 1 /\ forall eps, 0 < eps < eps0 -> B <= ln (/ eps).
Proof.
  exists (exp (- (Rabs B + 1))). split.
  - split; [apply exp_pos |]. apply Rlt_le_trans with (exp 0); [| rewrite exp_0; lra].
    apply exp_increasing. pose proof (Rabs_pos B). lra.
  - intros eps He. rewrite ln_Rinv by lra. apply Rle_trans with (Rabs B + 1); [pose proof (Rle_abs B); lra |].
    apply Ropp_le_cancel. rewrite Ropp_involutive. rewrite <- (ln_exp (- (Rabs B + 1))).
    left. apply ln_increasing; lra.
Qed.

Section Law.
Variables (q : R) (L : nat) (w : nat -> R) (i0 : nat) (x1 : R).
Hypothesis Hq : 1 <= q.
Hypothesis Hs : smallest q L w i0.
Hypothesis Hw : forall i, (i < L)%nat -> 0 < w i.
Hypothesis Hx1 : 0 < x1.
Let Lam := Lambda q w i0.
Let X := Prod L w.
Let e := INR L * (1 - m q L).
Let G (x : R) : R := mirror_map q L Lam X x.

Lemma HLam : invariants L Lam i0.
Proof. now apply smallest_invariants. Qed.

Lemma X_gt0 : 0 < X.
Proof. now apply Prod_gt0. Qed.

Lemma escape_scaled eps : 0 < eps -> escape q L w i0 x1 eps = apow eps e * G (x1 * / eps ^ L).
Proof.
  intros He. assert (0 < eps ^ L) by now apply pow_lt. unfold escape, G, e.
  rewrite <- Lambda_scale. fold Lam. rewrite Prod_mult, Prod_const. fold X.
  rewrite <- (mirror_map_scale q L Lam i0 eps HLam He); [| lra |].
  - f_equal. field. lra.
  - right. apply Rmult_lt_0_compat; [apply X_gt0 | apply Rmult_lt_0_compat; [lra | now apply Rinv_0_lt_compat]].
Qed.

Lemma is_derive_G' x : 0 < x -> is_derive G x (metric q L Lam x).
Proof.
  intros Hx. apply (is_derive_mirror_map L Lam i0 HLam); [lra |]. right. pose proof X_gt0. nra.
Qed.

Lemma mean_compare (f df : R -> R) x : 1 <= x ->
  (forall s, 0 < s -> is_derive f s (df s)) -> (forall s, 1 <= s -> df s <= 0) -> f x <= f 1.
Proof.
  intros [Hx | <-] D H; [| lra].
  destruct (MVT_cor2 f df 1 x Hx) as [s [E Hs1]].
  - intros s Hs1. apply is_derive_Reals, D. lra.
  - pose proof (H s ltac:(lra)). nra.
Qed.

Lemma G_between (f1 f2 d1 d2 : R -> R) x : 1 <= x ->
  (forall s, 0 < s -> is_derive f1 s (d1 s)) -> (forall s, 0 < s -> is_derive f2 s (d2 s)) ->
  (forall s, 1 <= s -> d1 s <= metric q L Lam s <= d2 s) ->
  f1 x - f1 1 <= G x - G 1 <= f2 x - f2 1.
Proof.
  intros Hx D1 D2 H. split.
  - assert (f1 x - G x <= f1 1 - G 1); [| lra].
    apply (mean_compare (fun s => f1 s - G s) (fun s => d1 s - metric q L Lam s)); [assumption | |].
    + intros s Hs0. apply (is_derive_minus f1 G); [now apply D1 | now apply is_derive_G'].
    + intros s Hs1. pose proof (H s Hs1). lra.
  - assert (G x - f2 x <= G 1 - f2 1); [| lra].
    apply (mean_compare (fun s => G s - f2 s) (fun s => metric q L Lam s - d2 s)); [assumption | |].
    + intros s Hs0. apply (is_derive_minus G f2); [now apply is_derive_G' | now apply D2].
    + intros s Hs1. pose proof (H s Hs1). lra.
Qed.

Lemma L_INR : 1 <= INR L.
Proof. destruct Hs as [H _]. apply INR_pos. lia. Qed.

Lemma arrival_large : exists eps0, 0 < eps0 < 1 /\ forall eps, 0 < eps < eps0 -> Rmax 1 (2 * X) <= x1 * / eps ^ L.
Proof.
  pose proof L_INR as HL1. pose proof X_gt0.
  assert (HD : 0 <= Rmax 1 (2 * X)) by (apply Rle_trans with 1; [lra | apply Rmax_l]).
  destruct (small_power (INR L) (Rmax 1 (2 * X)) x1) as [eps0 [H0 H1]]; [lra | assumption | assumption |].
  exists eps0. split; [assumption |]. intros eps He. pose proof (H1 eps He) as K.
  destruct Hs as [Hi _]. rewrite apow_nat in K by (lia || lra).
  assert (0 < eps ^ L) by (apply pow_lt; lra).
  apply (Rmult_le_reg_l (eps ^ L)); [assumption |].
  replace (eps ^ L * (x1 * / eps ^ L)) with x1 by (field; lra). exact K.
Qed.

Lemma arrival_power eps : 0 < eps -> apow eps e * apow (x1 * / eps ^ L) (1 - m q L) = apow x1 (1 - m q L).
Proof.
  intros He. destruct Hs as [Hi _]. rewrite apow_mult, <- (apow_nat eps) by (lia || lra).
  rewrite <- apow_Ropp, apow_apow.
  transitivity (apow x1 (1 - m q L) * (apow eps e * apow eps (- INR L * (1 - m q L)))); [ring |].
  rewrite <- apow_plus. unfold e.
  replace (INR L * (1 - m q L) + - INR L * (1 - m q L)) with 0 by ring. rewrite apow_zero; lra.
Qed.

Lemma law_below : m q L < 1 -> exists c C eps0, 0 < c /\ 0 < C /\ 0 < eps0 < 1 /\
  forall eps, 0 < eps < eps0 -> c <= escape q L w i0 x1 eps <= C.
Proof.
  intros Hm. destruct (metric_at_infinity q L Lam i0 Hq HLam) as [c [Hc Hb]].
  set (r := m q L) in *. pose proof L_INR as HL1. pose proof X_gt0 as HX.
  assert (He : 0 < e) by (unfold e; fold r; nra).
  assert (Hcr : 0 < c / (1 - r)) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  assert (H1r : 0 < 1 / (1 - r)) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  set (p := apow x1 (1 - r)). assert (Hp : 0 < p) by (apply apow_gt0; lra).
  destruct arrival_large as [eps1 [H1 Hbig]].
  destruct (small_power e (Rabs (G 1) + c / (1 - r)) (c / (1 - r) * p / 2)) as [eps2 [H2 Hsm]].
  { assumption. } { pose proof (Rabs_pos (G 1)). lra. } { nra. }
  exists (c / (1 - r) * p / 2), (Rabs (G 1) + 1 / (1 - r) * p), (Rmin eps1 eps2).
  split; [nra |]. split; [pose proof (Rabs_pos (G 1)); nra |].
  split; [split; [apply Rmin_pos; lra | apply Rle_lt_trans with eps1; [apply Rmin_l | lra]] |].
  intros eps Heps.
  assert (He1 : 0 < eps < eps1) by (pose proof (Rmin_l eps1 eps2); lra).
  assert (He2 : 0 < eps < eps2) by (pose proof (Rmin_r eps1 eps2); lra).
  rewrite escape_scaled by lra. set (z := x1 * / eps ^ L).
  assert (Hz : 1 <= z) by (apply Rle_trans with (2 := Hbig eps He1); apply Rmax_l).
  destruct (G_between (fun s => c / (1 - r) * apow s (1 - r)) (fun s => 1 / (1 - r) * apow s (1 - r))
    (fun s => c * apow s (- r)) (fun s => 1 * apow s (- r)) z Hz) as [B1 B2].
  { intros; apply is_derive_c_power; lra. } { intros; apply is_derive_c_power; lra. } { exact Hb. }
  rewrite apow_1 in B1, B2.
  pose proof (arrival_power eps ltac:(lra)) as E. fold r z p in E.
  pose proof (apow_gt0 eps e ltac:(lra)) as Ha.
  assert (Ha1 : apow eps e <= 1).
  { rewrite <- (apow_1 e). apply apow_le; [assumption | lra]. }
  pose proof (Hsm eps He2) as K. pose proof (Rabs_pos (G 1)).
  pose proof (Rle_abs (G 1)). pose proof (Rle_abs (- G 1)). rewrite Rabs_Ropp in *.
  set (A := apow eps e) in *. set (zz := apow z (1 - r)) in *. split.
  - assert (A * (c / (1 - r) * zz - c / (1 - r) - Rabs (G 1)) <= A * G z) by (apply Rmult_le_compat_l; lra).
    replace (A * (c / (1 - r) * zz - c / (1 - r) - Rabs (G 1)))
      with (c / (1 - r) * (A * zz) - A * (Rabs (G 1) + c / (1 - r))) in H4 by ring.
    rewrite E in H4. lra.
  - assert (A * G z <= A * (Rabs (G 1) + 1 / (1 - r) * zz)) by (apply Rmult_le_compat_l; lra).
    replace (A * (Rabs (G 1) + 1 / (1 - r) * zz)) with (A * Rabs (G 1) + 1 / (1 - r) * (A * zz)) in H4 by ring.
    rewrite E in H4. nra.
Qed.

Lemma law_critical : m q L = 1 -> exists c C eps0, 0 < c /\ 0 < C /\ 0 < eps0 < 1 /\
  forall eps, 0 < eps < eps0 -> c * ln (/ eps) <= escape q L w i0 x1 eps <= C * ln (/ eps).
Proof.
  intros Hm. destruct (metric_at_infinity q L Lam i0 Hq HLam) as [c [Hc Hb]]. rewrite Hm in Hb.
  pose proof L_INR as HL1. pose proof X_gt0 as HX.
  destruct arrival_large as [eps1 [H1 Hbig]].
  set (K := Rabs (G 1) + (1 + c) * Rabs (ln x1)).
  assert (HK : 0 <= K).
  { unfold K. pose proof (Rabs_pos (G 1)). pose proof (Rabs_pos (ln x1)). nra. }
  destruct (log_large (2 * K / c)) as [eps2 [H2 Hlog]].
  destruct (log_large K) as [eps3 [H3 Hlog']].
  set (eps0 := Rmin eps1 (Rmin eps2 eps3)).
  exists (c / 2), (INR L + 1), eps0.
  split; [lra |]. split; [lra |].
  split; [split; [repeat apply Rmin_pos; lra | apply Rle_lt_trans with eps1; [apply Rmin_l | lra]] |].
  intros eps Heps.
  assert (He1 : 0 < eps < eps1) by (pose proof (Rmin_l eps1 (Rmin eps2 eps3)); unfold eps0 in *; lra).
  assert (He23 : eps < Rmin eps2 eps3) by (pose proof (Rmin_r eps1 (Rmin eps2 eps3)); unfold eps0 in *; lra).
  assert (He2 : 0 < eps < eps2) by (pose proof (Rmin_l eps2 eps3); lra).
  assert (He3 : 0 < eps < eps3) by (pose proof (Rmin_r eps2 eps3); lra).
  rewrite escape_scaled by lra. unfold e. rewrite Hm.
  replace (INR L * (1 - 1)) with 0 by ring. rewrite apow_zero, Rmult_1_l by lra.
  set (z := x1 * / eps ^ L).
  assert (Hz : 1 <= z) by (apply Rle_trans with (2 := Hbig eps He1); apply Rmax_l).
  destruct (G_between (fun s => c * ln s) (fun s => 1 * ln s)
    (fun s => c * apow s (- (1))) (fun s => 1 * apow s (- (1))) z Hz) as [B1 B2].
  { apply is_derive_c_ln. } { apply is_derive_c_ln. } { exact Hb. }
  rewrite ln_1 in B1, B2.
  assert (Hln : ln z = ln x1 + INR L * ln (/ eps)).
  { unfold z. assert (0 < eps ^ L) by (apply pow_lt; lra).
    rewrite ln_mult by (assumption || now apply Rinv_0_lt_compat).
    rewrite !ln_Rinv by lra. rewrite ln_pow by lra. ring. }
  rewrite Hln in B1, B2. pose proof (Hlog eps He2) as J. pose proof (Hlog' eps He3) as J'.
  set (l := ln (/ eps)) in *.
  assert (Hl : 0 <= l) by lra.
  pose proof (Rle_abs (G 1)). pose proof (Rle_abs (- G 1)). rewrite Rabs_Ropp in *.
  pose proof (Rle_abs (ln x1)). pose proof (Rle_abs (- ln x1)). rewrite Rabs_Ropp in *.
  pose proof (Rabs_pos (ln x1)).
  assert (Jc : 2 * K <= c * l).
  { apply (Rmult_le_compat_l c) in J; [| lra]. replace (c * (2 * K / c)) with (2 * K) in J by (field; lra). exact J. }
  unfold K in *. assert (l <= INR L * l) by nra. split; nra.
Qed.

Lemma law_above : 1 < m q L -> exists c C eps0, 0 < c /\ 0 < C /\ 0 < eps0 < 1 /\
  forall eps, 0 < eps < eps0 -> c * apow eps e <= escape q L w i0 x1 eps <= C * apow eps e.
Proof.
  intros Hm. pose proof X_gt0 as HX. destruct arrival_large as [eps1 [H1 Hbig]].
  destruct (metric_at_infinity q L Lam i0 Hq HLam) as [c [Hc Hb]]. set (r := m q L) in *.
  assert (Hr : 0 < / (r - 1)) by (apply Rinv_0_lt_compat; lra).
  assert (Hinc : forall x y, 0 < x < y -> G x < G y).
  { intros x y Hxy. apply (derive_gt0_incr G (metric q L Lam) 0 (y + 1)); try lra.
    - intros; apply is_derive_G'; lra.
    - intros s Hs0. apply (metric_gt0 L Lam i0 HLam q X). right. nra. }
  assert (GX : G X = 0) by apply integral_point.
  assert (G2 : 0 < G (2 * X)) by (rewrite <- GX; apply Hinc; lra).
  exists (G (2 * X)), (Rabs (G 1) + / (r - 1)), eps1.
  split; [assumption |]. split; [pose proof (Rabs_pos (G 1)); lra |]. split; [assumption |].
  intros eps Heps. rewrite escape_scaled by lra. set (z := x1 * / eps ^ L).
  pose proof (Hbig eps Heps) as Hz. fold z in Hz.
  assert (Hz1 : 1 <= z) by (apply Rle_trans with (2 := Hz); apply Rmax_l).
  assert (Hz2 : 2 * X <= z) by (apply Rle_trans with (2 := Hz); apply Rmax_r).
  pose proof (apow_gt0 eps e ltac:(lra)) as Ha.
  destruct (G_between (fun s => 0) (fun s => 1 / (1 - r) * apow s (1 - r))
    (fun s => 0) (fun s => 1 * apow s (- r)) z Hz1) as [_ B2].
  { intros; apply (is_derive_const 0). } { intros; apply is_derive_c_power; lra. }
  { intros s Hs1. split; [| now apply Hb]. left. apply (metric_gt0 L Lam i0 HLam q X). right. nra. }
  rewrite apow_1 in B2. replace (1 / (1 - r)) with (- / (r - 1)) in B2 by (field; lra).
  pose proof (apow_ge0 z (1 - r)). pose proof (Rle_abs (G 1)).
  assert (G (2 * X) <= G z) by (destruct Hz2 as [H' | <-]; [left; apply Hinc; lra | lra]).
  split; rewrite (Rmult_comm _ (apow eps e)); apply Rmult_le_compat_l; nra.
Qed.

End Law.

Theorem escape_law : escape_law_statement.
Proof.
  intros q L w i0 x1 Hq Hs Hw Hx1. destruct (Rtotal_order (m q L) 1) as [Hm | [Hm | Hm]].
  - destruct (law_below q L w i0 x1 Hq Hs Hw Hx1 Hm) as [c [C [eps0 [Hc [HC [H0 H]]]]]].
    exists c, C, eps0. repeat (split; [assumption |]). intros eps He.
    split; [intros _; now apply H | split; intros; lra].
  - destruct (law_critical q L w i0 x1 Hq Hs Hw Hx1 Hm) as [c [C [eps0 [Hc [HC [H0 H]]]]]].
    exists c, C, eps0. repeat (split; [assumption |]). intros eps He.
    split; [intros; lra | split; [intros _; now apply H | intros; lra]].
  - destruct (law_above q L w i0 x1 Hq Hs Hw Hx1 Hm) as [c [C [eps0 [Hc [HC [H0 H]]]]]].
    exists c, C, eps0. repeat (split; [assumption |]). intros eps He.
    split; [intros; lra | split; [intros; lra | intros _; now apply H]].
Qed.
