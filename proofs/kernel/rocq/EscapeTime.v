(** Escape times: the increment of R' over |g|^(q-1), and their three regimes as the start shrinks. *)

From Coq Require Import Reals Lra Lia Psatz Classical_Pred_Type.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance Mirror Onto Exponents DualDecay.
Local Open Scope R_scope.

Lemma apow_bracket g1 g g2 r : 0 <= r -> 0 < g1 -> g1 <= g <= g2 -> apow g1 r <= apow g r <= apow g2 r.
Proof.
  intros [Hr | <-] H1 Hg; [split; apply apow_le; lra |]. rewrite !apow_zero; lra.
Qed.

Theorem escape_time : escape_time_statement.
Proof.
  intros q L g h D w a b Hq [Hf Hd] i0 r Hr Hi Lam c g1 g2 Hg1 H s t Hst Htb rise.
  set (y := fun v => mirror_map q L Lam c (output L w v)).
  assert (M : moves D a b y (fun v => apow (- g v) (q - 1))).
  { apply (moves_rate D a b y) with (2 := mirror_moves q L h D w a b i0 r c Hq Hf Hr Hi (fun v Hv => proj1 (H v Hv))).
    intros v Hv Hn. destruct (H v Hv) as [_ Hg]. destruct (Hd v Hv Hn) as [E _].
    rewrite E by (left; lra). rewrite <- (Ropp_involutive (g v)) at 1. rewrite spow_opp, spow_pos by lra. ring. }
  pose proof (proj1 Hf) as HD.
  assert (B : forall v, a < v < b -> apow g1 (q - 1) <= apow (- g v) (q - 1) <= apow g2 (q - 1)).
  { intros v Hv. destruct (H v Hv) as [_ Hg]. apply apow_bracket; lra. }
  assert (K : apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s)).
  { unfold rise. fold (y t) (y s).
    assert (Mk : forall k, moves D a b (fun v => k * v) (fun _ => k)).
    { intros k. apply moves_smooth. intros v _. auto_derive; trivial; ring. }
    pose proof (rate_ge0 _ _ D a b HD (moves_plus D a b _ _ _ _ M (Mk (- apow g1 (q - 1))))
      ltac:(intros v Hv _; destruct (B v Hv); cbv beta; lra) s t ltac:(lra) ltac:(lra) Htb) as K1.
    pose proof (rate_le0 _ _ D a b HD (moves_plus D a b _ _ _ _ M (Mk (- apow g2 (q - 1))))
      ltac:(intros v Hv _; destruct (B v Hv); cbv beta; lra) s t ltac:(lra) ltac:(lra) Htb) as K2.
    cbv beta in K1, K2. lra. }
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

Lemma filterlim_times (c x : R) : filterlim (fun y => c * y) (locally x) (locally (c * x)).
Proof. apply (ex_derive_continuous (fun y => c * y) x). auto_derive. trivial. Qed.

(** An increasing bounded function has a limit at infinity, which bounds it. *)
Lemma increasing_limit (f : R -> R) B : (forall x y, 1 <= x -> x < y -> f x < f y) -> (forall x, 1 <= x -> f x <= B) ->
  exists Y : R, is_lim f p_infty Y /\ forall x, 1 <= x -> f x <= Y.
Proof.
  intros Hinc HB.
  destruct (completeness (fun y => exists x, 1 <= x /\ y = f x)) as [Y [Hub Hleast]].
  { exists B. intros y [x [Hx ->]]. now apply HB. }
  { exists (f 1), 1. split; [lra | reflexivity]. }
  assert (HY : forall x, 1 <= x -> f x <= Y) by (intros x Hx; apply Hub; exists x; split; [lra | reflexivity]).
  exists Y. split; [| exact HY]. apply is_lim_spec. intros eps. pose proof (cond_pos eps) as He.
  assert (Hex : exists x, 1 <= x /\ Y - eps < f x).
  { apply not_all_not_ex. intros Hn. assert (Y <= Y - eps); [| lra]. apply Hleast. intros y [x [Hx ->]].
    apply Rnot_lt_le. intros Hlt. apply (Hn x). split; assumption. }
  destruct Hex as [x [Hx Hgx]]. exists x. intros y Hy.
  pose proof (Hinc x y Hx Hy). pose proof (HY y ltac:(lra)). apply Rabs_def1; lra.
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

Lemma L_INR : 1 <= INR L.
Proof. destruct Hs as [H _]. apply INR_pos. lia. Qed.

Lemma arrival_power eps : 0 < eps -> apow eps e * apow (x1 * / eps ^ L) (1 - m q L) = apow x1 (1 - m q L).
Proof.
  intros He. destruct Hs as [Hi _]. rewrite apow_mult, <- (apow_nat eps) by (lia || lra).
  rewrite <- apow_Ropp, apow_apow.
  transitivity (apow x1 (1 - m q L) * (apow eps e * apow eps (- INR L * (1 - m q L)))); [ring |].
  rewrite <- apow_plus. unfold e.
  replace (INR L * (1 - m q L) + - INR L * (1 - m q L)) with 0 by ring. rewrite apow_zero; lra.
Qed.

(** x_1 / eps^L -> infinity as eps -> 0+. *)
Lemma arrival_large : filterlim (fun eps => x1 * / eps ^ L) (at_right 0) (Rbar_locally p_infty).
Proof.
  intros P [B HP]. pose proof L_INR as HL1. destruct Hs as [Hi _].
  destruct (small_power (INR L) (Rabs B + 1) (x1 / 2)) as [eps0 [H0 H1]].
  { lra. } { pose proof (Rabs_pos B). lra. } { lra. }
  exists (mkposreal eps0 (proj1 H0)). intros eps He Hpos. change (Rabs (eps - 0) < eps0) in He.
  rewrite Rminus_0_r, Rabs_pos_eq in He by lra. apply HP.
  pose proof (H1 eps (conj Hpos He)) as K. rewrite apow_nat in K by (lia || lra).
  assert (0 < eps ^ L) by (apply pow_lt; lra).
  apply (Rmult_lt_reg_l (eps ^ L)); [assumption |].
  replace (eps ^ L * (x1 * / eps ^ L)) with x1 by (field; lra).
  pose proof (Rle_abs B). nra.
Qed.

(** G/h -> l where h -> infinity and G' ~ l h'. *)
Lemma quotient_limit (h dh : R -> R) (l : R) :
  (forall s, 0 < s -> is_derive h s (dh s) /\ 0 < dh s) -> is_lim h p_infty p_infty ->
  is_lim (fun s => metric q L Lam s / dh s) p_infty l -> is_lim (fun s => G s / h s) p_infty l.
Proof.
  intros Hh Hinf Hl. apply is_lim_spec. intros eps. apply is_lim_spec in Hl. apply is_lim_spec in Hinf.
  assert (He : 0 < eps / 2) by (pose proof (cond_pos eps); lra).
  destruct (Hl (mkposreal _ He)) as [M HM]. simpl in HM.
  set (N := Rmax 1 (M + 1)).
  assert (HN1 : 1 <= N) by apply Rmax_l. assert (HN2 : M < N) by (pose proof (Rmax_r 1 (M + 1)); unfold N; lra).
  set (K := Rabs (G N) + (Rabs l + eps / 2) * Rabs (h N)).
  assert (HK : 0 <= K).
  { unfold K. pose proof (Rabs_pos (G N)). pose proof (Rabs_pos (h N)). pose proof (Rabs_pos l). nra. }
  destruct (Hinf (Rmax 1 (2 * K / eps + 1))) as [M' HM'].
  exists (Rmax N M'). intros z Hz.
  assert (HzN : N < z) by (apply Rle_lt_trans with (2 := Hz), Rmax_l).
  assert (Hhz : Rmax 1 (2 * K / eps + 1) < h z) by (apply HM', Rle_lt_trans with (2 := Hz), Rmax_r).
  assert (Hh1 : 1 < h z) by (apply Rle_lt_trans with (2 := Hhz), Rmax_l).
  assert (Hh2 : 2 * K / eps < h z) by (pose proof (Rmax_r 1 (2 * K / eps + 1)); lra).
  pose proof (cond_pos eps) as Hep.
  assert (Hhe : 2 * K < eps * h z).
  { apply (Rmult_lt_compat_l eps) in Hh2; [| assumption].
    replace (eps * (2 * K / eps)) with (2 * K) in Hh2 by (field; lra). exact Hh2. }
  assert (Hbound : forall s, N <= s -> Rabs (metric q L Lam s - l * dh s) <= eps / 2 * dh s).
  { intros s HsN. destruct (Hh s ltac:(lra)) as [_ Hd]. pose proof (HM s ltac:(lra)) as B.
    replace (metric q L Lam s - l * dh s) with ((metric q L Lam s / dh s - l) * dh s) by (field; lra).
    rewrite Rabs_mult, (Rabs_pos_eq (dh s)) by lra. apply Rmult_le_compat_r; lra. }
  destruct (MVT_cor2 (fun s => G s - l * h s) (fun s => metric q L Lam s - l * dh s) N z HzN) as [c [Ec Hc]].
  { intros s Hs0. destruct (Hh s ltac:(lra)) as [D _]. apply is_derive_Reals.
    apply (is_derive_minus G (fun s => l * h s)); [apply is_derive_G'; lra | now apply is_derive_scal]. }
  destruct (MVT_cor2 (fun s => (G s - l * h s) - eps / 2 * h s)
    (fun s => (metric q L Lam s - l * dh s) - eps / 2 * dh s) N z HzN) as [c1 [E1 Hc1]].
  { intros s Hs0. destruct (Hh s ltac:(lra)) as [D _]. apply is_derive_Reals.
    apply (is_derive_minus (fun s => G s - l * h s) (fun s => eps / 2 * h s)); [| now apply is_derive_scal].
    apply (is_derive_minus G (fun s => l * h s)); [apply is_derive_G'; lra | now apply is_derive_scal]. }
  destruct (MVT_cor2 (fun s => (G s - l * h s) + eps / 2 * h s)
    (fun s => (metric q L Lam s - l * dh s) + eps / 2 * dh s) N z HzN) as [c2 [E2 Hc2]].
  { intros s Hs0. destruct (Hh s ltac:(lra)) as [D _]. apply is_derive_Reals.
    apply (is_derive_plus (fun s => G s - l * h s) (fun s => eps / 2 * h s)); [| now apply is_derive_scal].
    apply (is_derive_minus G (fun s => l * h s)); [apply is_derive_G'; lra | now apply is_derive_scal]. }
  clear Ec Hc c. cbv beta in E1, E2.
  pose proof (proj1 (Rabs_le_between _ _) (Hbound c1 ltac:(lra))) as B1.
  pose proof (proj1 (Rabs_le_between _ _) (Hbound c2 ltac:(lra))) as B2.
  assert (Up : G z - l * h z - eps / 2 * h z <= G N - l * h N - eps / 2 * h N).
  { assert ((metric q L Lam c1 - l * dh c1 - eps / 2 * dh c1) * (z - N) <= 0); [| lra].
    apply Rmult_le_0_r; lra. }
  assert (Lo : G N - l * h N + eps / 2 * h N <= G z - l * h z + eps / 2 * h z).
  { assert (0 <= (metric q L Lam c2 - l * dh c2 + eps / 2 * dh c2) * (z - N)); [| lra].
    apply Rmult_le_pos; lra. }
  assert (KN : Rabs (G N - l * h N) + eps / 2 * Rabs (h N) <= K).
  { unfold K. rewrite Rmult_plus_distr_r. pose proof (Rabs_triang (G N) (- (l * h N))) as T.
    rewrite Rabs_Ropp, Rabs_mult in T. unfold Rminus in *. lra. }
  pose proof (Rle_abs (G N - l * h N)) as A1. pose proof (Rle_abs (- (G N - l * h N))) as A2. rewrite Rabs_Ropp in A2.
  pose proof (Rle_abs (h N)) as A3. pose proof (Rle_abs (- h N)) as A4. rewrite Rabs_Ropp in A4.
  assert (A5 : eps / 2 * h N <= eps / 2 * Rabs (h N)) by (apply Rmult_le_compat_l; lra).
  assert (A6 : eps / 2 * - h N <= eps / 2 * Rabs (h N)) by (apply Rmult_le_compat_l; lra).
  assert (Rabs (G z - l * h z) < eps * h z) by (apply Rabs_def1; lra).
  replace (G z / h z - l) with ((G z - l * h z) * / h z) by (field; lra).
  rewrite Rabs_mult, (Rabs_pos_eq (/ h z)) by (left; apply Rinv_0_lt_compat; lra).
  apply (Rmult_lt_reg_r (h z)); [lra |]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

(** Close to 0 the scaled form holds: enough for limits. *)
Lemma escape_near (f : R -> R) (l : R) :
  filterlim f (at_right 0) (locally l) ->
  forall g, (forall eps, 0 < eps < 1 -> g eps = f eps) -> filterlim g (at_right 0) (locally l).
Proof.
  intros Hf g Hg. apply (filterlim_ext_loc f); [| exact Hf].
  exists (mkposreal 1 Rlt_0_1). intros eps He Hpos. change (Rabs (eps - 0) < 1) in He.
  rewrite Rminus_0_r, Rabs_pos_eq in He by lra. symmetry. apply Hg. lra.
Qed.

Lemma along_arrival (f : R -> R) (l : R) : is_lim f p_infty l ->
  filterlim (fun eps => f (x1 * / eps ^ L)) (at_right 0) (locally l).
Proof.
  intros Hf. apply (filterlim_comp _ _ _ (fun eps => x1 * / eps ^ L) f _ (Rbar_locally p_infty)); [apply arrival_large |].
  exact Hf.
Qed.

Lemma law_below : m q L < 1 ->
  filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L)))).
Proof.
  intros Hm. pose proof L_INR as HL1. set (r := m q L) in *.
  assert (Hlim : is_lim (fun s => G s / apow s (1 - r)) p_infty (/ (INR L * (1 - r)))).
  { apply (quotient_limit (fun s => apow s (1 - r)) (fun s => (1 - r) * apow s (- r))).
    - intros s Hs0. split.
      + evar_last; [apply is_derive_apow_nz; lra |]. rewrite spow_pos by assumption. do 2 f_equal. ring.
      + apply Rmult_lt_0_compat; [lra | apply apow_gt0; lra].
    - apply is_lim_spec. intros B. exists (Rmax 1 (apow (Rabs B + 1) (/ (1 - r)))). intros s Hs0.
      assert (1 < s) by (apply Rle_lt_trans with (2 := Hs0), Rmax_l).
      assert (Hp : apow (Rabs B + 1) (/ (1 - r)) < s) by (apply Rle_lt_trans with (2 := Hs0), Rmax_r).
      apply (fun Hp => apow_lt _ _ (1 - r) ltac:(lra) (conj (apow_ge0 _ _) Hp)) in Hp.
      rewrite apow_apow in Hp. replace (/ (1 - r) * (1 - r)) with 1 in Hp by (field; lra).
      pose proof (Rabs_pos B). rewrite apow_one, Rabs_pos_eq in Hp by lra. pose proof (Rle_abs B). lra.
    - apply (is_lim_ext_loc (fun s => metric q L Lam s * apow s r * / (1 - r))).
      + exists 0. intros s Hs0. rewrite apow_Ropp. pose proof (apow_gt0 s r ltac:(lra)). field. lra.
      + replace (Finite (/ (INR L * (1 - r)))) with (Rbar_mult (/ INR L) (/ (1 - r)))
          by (simpl; f_equal; field; lra).
        apply is_lim_scal_r. apply (limit_at_infinity q L Lam i0 Hq HLam). }
  apply (escape_near (fun eps => apow x1 (1 - r) * (G (x1 * / eps ^ L) / apow (x1 * / eps ^ L) (1 - r)))).
  - replace (apow x1 (1 - r) / (INR L * (1 - r))) with (apow x1 (1 - r) * / (INR L * (1 - r))) by reflexivity.
    apply (filterlim_comp _ _ _ (fun eps => G (x1 * / eps ^ L) / apow (x1 * / eps ^ L) (1 - r))
      (fun y => apow x1 (1 - r) * y) _ (locally (/ (INR L * (1 - r))))).
    + apply (along_arrival (fun s => G s / apow s (1 - r))), Hlim.
    + apply filterlim_times.
  - intros eps He. rewrite escape_scaled by lra. pose proof (arrival_power eps ltac:(lra)) as E. fold r in E. rewrite <- E.
    assert (0 < apow (x1 * / eps ^ L) (1 - r)).
    { apply apow_gt0, Rmult_integral_contrapositive. split; [lra | apply Rinv_neq_0_compat, pow_nonzero; lra]. }
    field. lra.
Qed.

Lemma law_critical : m q L = 1 ->
  filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1).
Proof.
  intros Hm. pose proof L_INR as HL1.
  assert (Hlim : is_lim (fun s => G s / (ln s - ln x1)) p_infty (/ INR L)).
  { apply (quotient_limit (fun s => ln s - ln x1) (fun s => / s)).
    - intros s Hs0. split; [auto_derive; [assumption | field; lra] | now apply Rinv_0_lt_compat].
    - apply is_lim_spec. intros B. exists (exp (B + ln x1)). intros s Hs0.
      pose proof (exp_pos (B + ln x1)). apply ln_increasing in Hs0; [| assumption]. rewrite ln_exp in Hs0. lra.
    - apply (is_lim_ext_loc (fun s => metric q L Lam s * apow s (m q L))).
      + exists 0. intros s Hs0. rewrite Hm, apow_one, Rabs_pos_eq by lra. field. lra.
      + apply (limit_at_infinity q L Lam i0 Hq HLam). }
  apply (escape_near (fun eps => INR L * (G (x1 * / eps ^ L) / (ln (x1 * / eps ^ L) - ln x1)))).
  - replace (locally 1) with (locally (INR L * / INR L)) by (f_equal; field; lra).
    apply (filterlim_comp _ _ _ (fun eps => G (x1 * / eps ^ L) / (ln (x1 * / eps ^ L) - ln x1))
      (fun y => INR L * y) _ (locally (/ INR L))).
    + apply (along_arrival (fun s => G s / (ln s - ln x1))), Hlim.
    + apply filterlim_times.
  - intros eps He. rewrite escape_scaled by lra. unfold e. rewrite Hm.
    replace (INR L * (1 - 1)) with 0 by ring. rewrite apow_zero, Rmult_1_l by lra.
    assert (0 < eps ^ L) by (apply pow_lt; lra).
    rewrite ln_mult by (assumption || now apply Rinv_0_lt_compat).
    rewrite !ln_Rinv by lra. rewrite ln_pow by lra.
    assert (Hle : ln eps < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
    replace (ln x1 + - (INR L * ln eps) - ln x1) with (- (INR L * ln eps)) by ring. field. lra.
Qed.

Lemma law_above : 1 < m q L -> exists Tc, 0 < Tc /\ is_lim G p_infty Tc /\
  filterlim (fun eps => escape q L w i0 x1 eps / apow eps e) (at_right 0) (locally Tc).
Proof.
  intros Hm. pose proof X_gt0 as HX.
  destruct (metric_at_infinity q L Lam i0 Hq HLam) as [c [Hc Hb]]. set (r := m q L) in *.
  assert (Hinc : forall x y, 0 < x < y -> G x < G y).
  { intros x y Hxy. apply (derive_gt0_incr G (metric q L Lam) 0 (y + 1)); try lra.
    - intros; apply is_derive_G'; lra.
    - intros s Hs0. apply (metric_gt0 L Lam i0 HLam q X). right. nra. }
  assert (GX : G X = 0) by apply integral_point.
  assert (Hr : 0 < / (r - 1)) by (apply Rinv_0_lt_compat; lra).
  assert (HB : forall x, 1 <= x -> G x <= G 1 + / (r - 1)).
  { intros x [Hx | <-]; [| lra].
    destruct (MVT_cor2 (fun s => G s - 1 / (1 - r) * apow s (1 - r)) (fun s => metric q L Lam s - 1 * apow s (- r)) 1 x Hx)
      as [s [E Hs0]].
    - intros s Hs0. apply is_derive_Reals.
      apply (is_derive_minus G (fun s => 1 / (1 - r) * apow s (1 - r))); [apply is_derive_G'; lra |].
      apply is_derive_c_power; lra.
    - cbv beta in E. rewrite apow_1 in E. destruct (Hb s ltac:(lra)) as [_ Hs1].
      pose proof (apow_ge0 x (1 - r)) as Hp. replace (1 / (1 - r)) with (- / (r - 1)) in E by (field; lra). nra. }
  destruct (increasing_limit G (G 1 + / (r - 1))) as [Tc [Hlim Hub]]; [intros; apply Hinc; lra | exact HB |].
  exists Tc. split; [| split; [exact Hlim |]].
  - apply Rlt_le_trans with (G (Rmax 1 (2 * X))).
    + rewrite <- GX. apply Hinc. pose proof (Rmax_r 1 (2 * X)). lra.
    + apply Hub, Rmax_l.
  - apply (escape_near (fun eps => G (x1 * / eps ^ L))); [now apply along_arrival |].
    intros eps He. rewrite escape_scaled by lra.
    assert (0 < apow eps e) by (apply apow_gt0; lra). field. lra.
Qed.

End Law.

Theorem escape_law : escape_law_statement.
Proof.
  intros q L w i0 x1 Hq Hs Hw Hx1. split; [| split]; intros Hm.
  - now apply law_below.
  - now apply law_critical.
  - now apply law_above.
Qed.

(** * Blow-up *)

Theorem blow_up : blow_up_statement.
Proof.
  intros q L g D w a b Hq Hg Hf i0 s Hs Hi Hx0 Lam.
  destruct (metric_flow q L _ D w a b i0 s Hq Hf Hs Hi) as [HL [_ Mx]]. fold Lam in HL, Mx.
  set (c := output L w s) in *. set (v := apow g (q - 1)) in *.
  assert (Hv : 0 < v) by (apply apow_gt0; lra).
  assert (HD : countable D) by apply Hf.
  assert (Hall : forall r t, a < r -> r <= t -> t < b -> output L w r <= output L w t).
  { apply (rate_ge0 _ _ D a b HD Mx). intros t Ht _. rewrite Ropp_involutive.
    apply Rmult_le_pos; [lra |]. apply (dP_ge0 L Lam i0 HL), (U_ge0 L Lam i0 HL), apow_ge0. }
  assert (Hmono : forall t, s <= t < b -> c <= output L w t) by (intros; apply Hall; lra).
  (* x > 0 a little before s *)
  destruct (continuous_near (output L w) s (proj1 (Mx s Hs)) c Hx0) as [d [Hd Hnear]].
  set (a' := Rmax a (s - d)).
  assert (Ha' : a <= a' /\ s - d <= a' /\ a' < s).
  { pose proof (Rmax_l a (s - d)). pose proof (Rmax_r a (s - d)). unfold a'. repeat split; try lra.
    apply Rmax_lub_lt; lra. }
  assert (Hpos : forall t, a' < t < b -> 0 < output L w t).
  { intros t Ht. destruct (Rle_lt_dec s t) as [H | H].
    - pose proof (Hmono t ltac:(lra)). lra.
    - assert (K : Rabs (output L w t - output L w s) < c) by (apply Hnear; rewrite Rabs_left; lra).
      apply Rabs_def2 in K. fold c in K. lra. }
  assert (Hf' : driven_flow q L (fun _ => - v) no_decay D w a' b).
  { split; [assumption |]. intros i Hi' t Ht. apply (proj2 Hf i Hi'). lra. }
  set (f := mirror_map q L Lam c).
  assert (Hfc : f c = 0) by apply integral_point.
  assert (Df : forall x, 0 < x -> is_derive f x (metric q L Lam x)).
  { intros x Hx. apply (is_derive_mirror_map L Lam i0 HL); [lra |]. right. nra. }
  assert (Hinc : forall x y, 0 < x -> x < y -> f x < f y).
  { intros x y Hx Hxy. apply (derive_gt0_incr f (metric q L Lam) 0 (y + 1)); try lra; [intros; apply Df; lra |].
    intros r Hr. apply (metric_gt0 L Lam i0 HL q c). right. nra. }
  assert (Hspeed : forall t, s <= t < b -> f (output L w t) = v * (t - s)).
  { intros t Ht.
    assert (Mf : moves D a' b (fun r => f (output L w r)) (fun _ => - - v)).
    { apply (mirror_moves q L (fun _ => - v) D w a' b i0 s c); auto; [lra |].
      intros r Hr. right. fold Lam. pose proof (Hpos r Hr). nra. }
    assert (Mk : moves D a' b (fun r => - v * r) (fun _ => - v)).
    { apply moves_smooth. intros r _. auto_derive; trivial; ring. }
    pose proof (rate_zero _ _ D a' b HD (moves_plus D a' b _ _ _ _ Mf Mk) ltac:(intros; cbv beta; ring) s t
      ltac:(lra) ltac:(lra)) as E.
    cbv beta in E. fold c in E. rewrite Hfc in E. lra. }
  (* f differs from R' with R'(1) = 0 by a constant *)
  assert (Hshift : forall x, 0 < x -> f x = mirror_map q L Lam 1 x - mirror_map q L Lam 1 c).
  { intros x Hx.
    assert (E : f x - mirror_map q L Lam 1 x = f c - mirror_map q L Lam 1 c); [| lra].
    apply (derive_zero_const (fun r => f r - mirror_map q L Lam 1 r) 0 (Rmax c x + 1)).
    - intros r Hr. replace 0 with (metric q L Lam r - metric q L Lam r) by ring.
      apply (is_derive_minus f (mirror_map q L Lam 1)); [apply Df; lra |].
      apply (is_derive_mirror_map L Lam i0 HL); [lra | right; lra].
    - pose proof (Rmax_l c x). lra.
    - pose proof (Rmax_r c x). lra. }
  split.
  - intros Hm. destruct (G_unbounded q L Lam i0 Hq HL Hm (v * (b - s) + mirror_map q L Lam 1 c)) as [B [HB1 HB]].
    exists B. intros t Ht. apply Rnot_lt_le. intros Hlt.
    pose proof (Hinc B (output L w t) ltac:(lra) Hlt) as H. rewrite (Hspeed t Ht), (Hshift B ltac:(lra)) in H.
    assert (v * (t - s) <= v * (b - s)) by (apply Rmult_le_compat_l; lra). lra.
  - intros Hm. destruct (G_bounded q L Lam i0 Hq HL Hm) as [B HB].
    destruct (increasing_limit f (B - mirror_map q L Lam 1 c)) as [Y [Hlim HY]].
    { intros x y Hx. apply Hinc. lra. }
    { intros x Hx. rewrite (Hshift x ltac:(lra)). pose proof (HB x ltac:(lra)). lra. }
    exists Y. split; [exact Hlim |].
    assert (HYt : forall t, s <= t < b -> v * (t - s) <= Y).
    { intros t Ht. rewrite <- (Hspeed t Ht). pose proof (Hmono t Ht) as Hc0.
      pose proof (Rmax_l 1 (output L w t)) as M1. pose proof (Rmax_r 1 (output L w t)) as M2.
      apply Rle_trans with (f (Rmax 1 (output L w t))); [| now apply HY].
      destruct M2 as [M2 | <-]; [left; apply Hinc; lra | lra]. }
    split.
    + apply Rnot_lt_le. intros Hlt.
      assert (Hbs : Y / v < b - s) by lra.
      assert (HY0 : 0 <= Y / v).
      { pose proof (HYt s ltac:(lra)). apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat]. }
      pose proof (HYt (s + (Y / v + (b - s)) / 2) ltac:(lra)) as H.
      replace (v * (s + (Y / v + (b - s)) / 2 - s)) with ((Y + v * (b - s)) / 2) in H by (field; lra).
      apply (Rmult_lt_compat_l v) in Hbs; [| assumption].
      replace (v * (Y / v)) with Y in Hbs by (field; lra). lra.
    + intros Eb B0. set (B1 := Rmax (Rmax 1 c) B0).
      assert (HB1 : 1 <= B1 /\ c <= B1 /\ B0 <= B1).
      { pose proof (Rmax_l (Rmax 1 c) B0). pose proof (Rmax_r (Rmax 1 c) B0).
        pose proof (Rmax_l 1 c). pose proof (Rmax_r 1 c). unfold B1. lra. }
      assert (Hbelow : f B1 < Y).
      { apply Rlt_le_trans with (f (B1 + 1)); [apply Hinc; lra | apply HY; lra]. }
      assert (H0 : 0 <= f B1).
      { rewrite <- Hfc. destruct HB1 as [_ [[H | <-] _]]; [left; now apply Hinc | lra]. }
      exists (s + f B1 / v). split.
      * rewrite Eb. apply Rplus_lt_compat_l, Rmult_lt_compat_r; [now apply Rinv_0_lt_compat | assumption].
      * intros t Ht.
        assert (0 <= f B1 / v) by (apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat]).
        assert (Hts : f B1 / v < t - s) by lra.
        apply (Rmult_lt_compat_l v) in Hts; [| assumption].
        replace (v * (f B1 / v)) with (f B1) in Hts by (field; lra).
        rewrite <- (Hspeed t ltac:(lra)) in Hts.
        apply Rle_lt_trans with B1; [lra |]. apply Rnot_le_lt. intros Hle.
        pose proof (Hmono t ltac:(lra)) as Hc0.
        destruct Hle as [Hle | Hle]; [| rewrite Hle in Hts; lra].
        pose proof (Hinc (output L w t) B1 ltac:(lra) Hle). lra.
Qed.
