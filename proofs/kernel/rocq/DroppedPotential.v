(** Hypotheses dropped, of the theorems about the potential and its conjugate: outside the domain the library's integrals
    are 0, since what cannot be integrated has the integral 0 there. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  Witnesses Mutants Switching DroppedBalance DroppedMetric DroppedMirror DroppedFlows DroppedPaths.
Local Open Scope R_scope.

(** * Outside the domain, for m_0 >= 1 *)

Lemma bounded_integrand (f : R -> R) x y : x < y -> ex_RInt f x y -> exists M, forall t, x <= t <= y -> Rabs (f t) <= M.
Proof.
  intros Hxy H. destruct (ex_RInt_ub _ _ _ H) as [M K]. rewrite Rmin_left, Rmax_right in K by lra. exists M. exact K.
Qed.

Section Outside.
Variables (q : R) (L : nat) (Lam : nat -> R) (i0 : nat).
Hypothesis Hq : 1 <= q.
Hypothesis HL : invariants L Lam i0.
Hypothesis Hm : 1 <= m_0 q L Lam.

Lemma metric_not_integrable x y : x <= 0 -> 0 < y -> ~ ex_RInt (metric q L Lam) x y.
Proof.
  intros Hx Hy H. destruct (bounded_integrand _ x y ltac:(lra) H) as [M K].
  set (G := mirror_map q L Lam 1). set (z := y / 2).
  destruct (G_unbounded_below q L Lam i0 Hq HL Hm (G z - Rabs M * y)) as [d [Hd J]].
  set (r := Rmin d z / 2). assert (Hr : 0 < r < Rmin d z) by (pose proof (Rmin_pos d z ltac:(lra) ltac:(unfold z; lra)); unfold r; lra).
  pose proof (Rmin_l d z). pose proof (Rmin_r d z). assert (Hz : z < y /\ 0 < z) by (unfold z; lra).
  specialize (J r ltac:(lra)). fold (G r) in J.
  destruct (MVT_open G (metric q L Lam) 0 y r z) as [c [Hc E]]; try lra.
  { intros s Hs. apply (is_derive_G q L Lam i0 Hq HL). lra. }
  pose proof (K c ltac:(lra)) as B. apply Rabs_le_between in B. pose proof (Rle_abs M).
  assert (metric q L Lam c * (z - r) <= Rabs M * y) by (apply Rmult_le_compat; try lra; left;
    apply (metric_gt0 L Lam i0 HL q c); right; nra). lra.
Qed.

Lemma map_outside x : x <= 0 -> mirror_map q L Lam 1 x = 0.
Proof.
  intros Hx. apply RInt_none. intros H. apply (metric_not_integrable x 1 Hx ltac:(lra)). now apply ex_RInt_swap.
Qed.

Lemma grad_here x : grad_potential q L Lam x = mirror_map q L Lam 1 x.
Proof. unfold grad_potential. destruct Rlt_dec; [lra | reflexivity]. Qed.

Lemma potential_outside x : x <= 0 -> potential q L Lam x = 0.
Proof.
  intros Hx. unfold potential. destruct Rlt_dec; [lra |]. apply RInt_none. intros H. apply ex_RInt_swap in H.
  destruct (bounded_integrand _ x 1 ltac:(lra) H) as [M K].
  destruct (G_unbounded_below q L Lam i0 Hq HL Hm (- Rabs M)) as [d [Hd J]]. specialize (J (d / 2) ltac:(lra)).
  pose proof (K (d / 2) ltac:(lra)) as B. apply Rabs_le_between in B. pose proof (Rle_abs M). lra.
Qed.

Lemma conjugate_outside x : x <= 0 -> conjugate q L Lam x = 0.
Proof. intros Hx. unfold conjugate. rewrite grad_here, map_outside, potential_outside by assumption. ring. Qed.

Lemma potential_1 : potential q L Lam 1 = 0.
Proof. unfold potential. destruct Rlt_dec; [lra | apply integral_point]. Qed.

Lemma potential_ge0 z : potential q L Lam z >= 0.
Proof.
  destruct (Rle_or_lt z 0) as [H | H]; [rewrite potential_outside; lra |].
  destruct (conjugate_identity q L Lam i0 Hq HL) as [K _]. specialize (K 1 z ltac:(right; lra) ltac:(right; lra)).
  unfold conjugate in K. rewrite grad_here, potential_1 in K. unfold mirror_map in K. rewrite integral_point in K. lra.
Qed.

Lemma grad_below x : 0 < x < 1 -> grad_potential q L Lam x < 0.
Proof. intros Hx. rewrite grad_here, <- (G_1 q L Lam). apply (G_incr q L Lam i0 Hq HL). lra. Qed.
End Outside.

Lemma tied2 : invariants 2 tied 0.
Proof. apply tied_invariants. lia. Qed.

Lemma tied_m : 1 <= m_0 2 2 tied.
Proof. rewrite tied_m_0. lra. Qed.

Theorem strictly_convex_needs_3 : ~ strictly_convex_without_3.
Proof.
  intros H. pose proof (H 2 2%nat tied 0%nat ltac:(lra) tied2 (-1) 1 (1 / 2) ltac:(right; lra) ltac:(lra) ltac:(lra)) as K.
  replace (1 / 2 * -1 + (1 - 1 / 2) * 1) with 0 in K by field.
  rewrite potential_1, !(potential_outside 2 2 tied 0) in K by (lra || apply tied2 || apply tied_m). lra.
Qed.

Theorem strictly_convex_needs_4 : ~ strictly_convex_without_4.
Proof.
  intros H. pose proof (H 2 2%nat tied 0%nat ltac:(lra) tied2 1 (-1) (1 / 2) ltac:(right; lra) ltac:(lra) ltac:(lra)) as K.
  replace (1 / 2 * 1 + (1 - 1 / 2) * -1) with 0 in K by field.
  rewrite potential_1, !(potential_outside 2 2 tied 0) in K by (lra || apply tied2 || apply tied_m). lra.
Qed.

(** Outside the domain R' = R = R* = 0 there, and R >= 0. *)
Theorem conjugate_identity_spares_3 : conjugate_identity_without_3.
Proof.
  unfold conjugate_identity_without_3. cbv zeta. intros q L Lam i0 Hq HL.
  destruct (conjugate_identity q L Lam i0 Hq HL) as [K1 K2]. split; [| exact K2]. intros x z Hz.
  destruct (Rlt_dec (m_0 q L Lam) 1) as [Hm | Hm]; [apply K1; [now left | exact Hz] |].
  destruct (Rlt_dec 0 x) as [Hx | Hx]; [apply K1; [now right | exact Hz] |].
  rewrite (conjugate_outside q L Lam i0 Hq HL), (grad_here q L Lam), (map_outside q L Lam i0 Hq HL) by lra.
  pose proof (potential_ge0 q L Lam i0 Hq HL ltac:(lra) z). lra.
Qed.

Theorem conjugate_identity_needs_4 : ~ conjugate_identity_without_4.
Proof.
  intros H. destruct (H 2 2%nat tied 0%nat ltac:(lra) tied2) as [K _]. specialize (K (1 / 2) (-1) ltac:(right; lra)).
  rewrite (potential_outside 2 2 tied 0) in K by (lra || apply tied2 || apply tied_m). unfold conjugate in K.
  pose proof (grad_below 2 2 tied 0 ltac:(lra) tied2 tied_m (1 / 2) ltac:(lra)).
  pose proof (potential_ge0 2 2 tied 0 ltac:(lra) tied2 tied_m (1 / 2)). lra.
Qed.

Theorem conjugate_identity_needs_5 : ~ conjugate_identity_without_5.
Proof.
  intros H. destruct (H 2 2%nat tied 0%nat ltac:(lra) tied2) as [_ [K _]]. specialize (K (-1)).
  apply (is_derive_ext_loc _ (fun _ => 0)) in K.
  - apply is_derive_unique in K. rewrite Derive_const in K.
    rewrite (metric_balanced 2 ltac:(lia) 2 (-1) ltac:(lra) : metric 2 2 tied (-1) = _) in K.
    replace (-1) with (- (1)) in K by ring. rewrite apow_opp, apow_1 in K. simpl INR in K. lra.
  - near (-2) 0. rewrite (conjugate_outside 2 2 tied 0) by (lra || apply tied2 || apply tied_m). as_reals. ring.
Qed.

Theorem conjugate_identity_spares_6 : conjugate_identity_without_6.
Proof.
  unfold conjugate_identity_without_6. cbv zeta. intros q L Lam i0 Hq HL.
  destruct (conjugate_identity q L Lam i0 Hq HL) as [K1 [K2 K3]]. repeat (split; [assumption |]).
  destruct (Rlt_dec (m_0 q L Lam) 1) as [Hm | Hm]; [now apply K3 |].
  apply (conjugate_outside q L Lam i0 Hq HL); lra.
Qed.

(** q = 1, k_0 = 2: R'' = |x|^(-1/2) / 2 off 0, and 1 / 0 = 0 in the library at 0. *)
Theorem potential_derivatives_needs_4 : ~ potential_derivatives_without_4.
Proof.
  intros H. assert (Hm : m_0 1 2 tied < 1) by exact tied_m_0_1.
  destruct (H 1 2%nat tied 0%nat ltac:(lra) tied2 0 (or_introl Hm)) as [_ [_ [D _]]].
  set (g := grad_potential 1 2 tied) in *. apply is_derive_Reals in D. destruct (D 1 ltac:(lra)) as [d Hd]. pose proof (cond_pos d).
  assert (E0 : g 0 = 0) by (unfold g, grad_potential; destruct Rlt_dec; [apply (odd_zero 1 2 tied) | lra]).
  assert (M0 : metric 1 2 tied 0 = 0).
  { unfold metric. rewrite apow_0, (U_0 2 tied 0 tied2). unfold dP, others, tied. simpl. replace (0 + 1 * 1 * (0 + 0) + 1 * (0 + 0) * 1) with 0 by ring. apply Rinv_0. }
  assert (B : forall y, 0 < y < d -> Rabs (g y) <= y).
  { intros y Hy. specialize (Hd y ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)). rewrite Rplus_0_l, E0, M0, !Rminus_0_r in Hd.
    unfold Rdiv in Hd. rewrite Rabs_mult, (Rabs_pos_eq (/ y)) in Hd by (left; apply Rinv_0_lt_compat; lra).
    apply (Rmult_lt_compat_r y) in Hd; [| lra]. rewrite Rmult_assoc, Rinv_l in Hd by lra. lra. }
  set (y := Rmin d (1 / 64) / 4). assert (Hy : 0 < y /\ 2 * y < d /\ 2 * y < 1 / 64).
  { pose proof (Rmin_pos d (1 / 64) ltac:(lra) ltac:(lra)). pose proof (Rmin_l d (1 / 64)). pose proof (Rmin_r d (1 / 64)). unfold y. lra. }
  destruct (MVT_open g (metric 1 2 tied) 0 1 y (2 * y)) as [c [Hc E]]; try lra.
  { intros r Hr. apply (is_derive_grad 1 2 tied 0 ltac:(lra) tied2); [now left | lra]. }
  rewrite (metric_balanced 2 ltac:(lia) 1 c ltac:(lra) : metric 1 2 tied c = _) in E. simpl INR in E.
  assert (Em : m 1 2 = 1 / 2) by (unfold m; simpl; field). rewrite Em, apow_Ropp in E.
  assert (Hs : apow c (1 / 2) < 1 / 8).
  { replace (1 / 8) with (apow (1 / 64) (1 / 2)).
    - apply apow_lt; lra.
    - replace (1 / 64) with (apow (1 / 8) 2) by (rewrite apow_two; field). rewrite apow_apow.
      replace (2 * (1 / 2)) with 1 by field. rewrite apow_one. apply Rabs_pos_eq. lra. }
  assert (Hp : 0 < apow c (1 / 2)) by (apply apow_gt0; lra).
  assert (8 < / apow c (1 / 2)) by (rewrite <- (Rinv_inv 8); apply Rinv_lt_contravar; [apply Rmult_lt_0_compat |]; lra).
  pose proof (B y ltac:(lra)) as B1. pose proof (B (2 * y) ltac:(lra)) as B2. apply Rabs_le_between in B1, B2.
  set (I := / apow c (1 / 2)) in *. assert (8 / 2 * y < I / (1 + 1) * (2 * y - y)) by nra. lra.
Qed.

(** * Invariants without a 0: Lambda = (-1, -1), q = 2, R'' = 1 / (2 |x|) although m_0 = 0 *)

Definition sunk (_ : nat) : R := -1.

Lemma sunk_metric x : x <> 0 -> metric 2 2 sunk x = / (2 * Rabs x).
Proof.
  intros Hx. assert (Ha : 0 < Rabs x) by now apply Rabs_pos_lt. unfold metric.
  assert (EU : U 2 sunk (apow x 2) = 1 + Rabs x).
  { unfold U. rewrite (is_lub_Rbar_unique _ (1 + Rabs x)); [reflexivity |]. rewrite <- apow_Rabs, apow_two. split.
    - intros u [Hu K]. unfold P, sunk in K. simpl in K |- *. nra.
    - intros l Hl. apply Hl. unfold P, sunk. simpl. split; [lra |]. right. ring. }
  rewrite EU. f_equal. unfold dP, others, sunk. simpl. ring.
Qed.

Lemma sunk_m_0 : m_0 2 2 sunk = 0.
Proof.
  unfold m_0, zeros, sunk. destruct Req_EM_T; [lra |]. unfold m. simpl INR. unfold Rdiv. rewrite Rinv_0. ring.
Qed.

Lemma sunk_map x : 0 < x -> mirror_map 2 2 sunk 1 x = ln x / 2.
Proof.
  intros Hx. unfold mirror_map. rewrite (RInt_ext _ (fun y => / (2 * y))).
  - apply is_RInt_unique. replace (ln x / 2) with (minus (ln x / 2) (ln 1 / 2)) by (rewrite ln_1; unfold minus, plus, opp; simpl; field).
    apply (is_RInt_derive (fun y => ln y / 2)).
    + intros y Hy. assert (0 < y) by (unfold Rmin in Hy; destruct Rle_dec; lra). auto_derive; [assumption | field; lra].
    + intros y Hy. assert (0 < y) by (unfold Rmin in Hy; destruct Rle_dec; lra).
      apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. lra.
  - intros y Hy. assert (0 < y) by (unfold Rmin in Hy; destruct Rle_dec; lra). rewrite sunk_metric, Rabs_pos_eq by lra. reflexivity.
Qed.

Lemma sunk_zero : mirror_zero 2 2 sunk = 0.
Proof.
  unfold mirror_zero. rewrite (is_lim_seq_unique _ m_infty); [reflexivity |].
  apply (is_lim_seq_ext (fun n => ln (/ (INR n + 1)) * / 2)).
  - intros n. rewrite sunk_map; [reflexivity |]. apply Rinv_0_lt_compat. pose proof (pos_INR n). lra.
  - apply is_lim_seq_spec. intros M. pose proof (Rabs_pos M). destruct (nfloor_ex (exp (2 * Rabs M)) (Rlt_le _ _ (exp_pos _))) as [N [_ HN]].
    exists N. intros n Hn. apply le_INR in Hn. pose proof (exp_pos (2 * Rabs M)).
    assert (K : 2 * Rabs M < ln (INR n + 1)) by (rewrite <- (ln_exp (2 * Rabs M)); apply ln_increasing; lra).
    rewrite ln_Rinv by lra. pose proof (Rle_abs (- M)). rewrite Rabs_Ropp in *. lra.
Qed.

Lemma sunk_grad x : grad_potential 2 2 sunk x = sign x * (ln (Rabs x) / 2).
Proof.
  unfold grad_potential. rewrite sunk_m_0. destruct Rlt_dec; [| lra]. unfold odd_mirror_map. rewrite sunk_zero, Rminus_0_r.
  destruct (Req_dec x 0) as [-> | Hx]; [now rewrite sign_0, !Rmult_0_l |]. rewrite sunk_map by now apply Rabs_pos_lt. reflexivity.
Qed.

Lemma sunk_unbounded z : 0 < z -> ~ ex_RInt (grad_potential 2 2 sunk) 0 z.
Proof.
  intros Hz H. destruct (bounded_integrand _ 0 z Hz H) as [M K].
  set (r := Rmin z (exp (- (2 * (Rabs M + 1))))). pose proof (exp_pos (- (2 * (Rabs M + 1)))).
  assert (Hr : 0 < r <= z) by (split; [now apply Rmin_pos | apply Rmin_l]).
  pose proof (K r ltac:(lra)) as B. rewrite sunk_grad, sign_eq_1, Rmult_1_l, (Rabs_pos_eq r) in B by lra.
  assert (ln r <= - (2 * (Rabs M + 1))) by (rewrite <- (ln_exp (- (2 * (Rabs M + 1)))); apply ln_le; [lra | apply Rmin_r]).
  apply Rabs_le_between in B. pose proof (Rle_abs M). lra.
Qed.

Lemma sunk_potential z : 0 < z -> potential 2 2 sunk z = 0.
Proof.
  intros Hz. unfold potential. destruct Rlt_dec as [Hm | Hm]; [| rewrite sunk_m_0 in Hm; lra].
  apply RInt_none. intros H. apply (sunk_unbounded z Hz). apply (ex_RInt_ext (odd_mirror_map 2 2 sunk)); [| exact H].
  intros y _. unfold grad_potential. destruct Rlt_dec; [reflexivity | contradiction].
Qed.

Lemma sunk_domain x : domain 2 2 sunk x.
Proof. left. rewrite sunk_m_0. lra. Qed.

Theorem conjugate_identity_needs_2 : ~ conjugate_identity_without_2.
Proof.
  intros H. destruct (H 2 2%nat sunk 0%nat ltac:(lra)) as [K _]. specialize (K 2 3 (sunk_domain 2) (sunk_domain 3)).
  unfold conjugate in K. rewrite !sunk_potential, sunk_grad, sign_eq_1, Rabs_pos_eq in K by lra.
  assert (0 < ln 2) by (rewrite <- ln_1; apply ln_increasing; lra). lra.
Qed.

Theorem potential_derivatives_needs_2 : ~ potential_derivatives_without_2.
Proof.
  intros H. destruct (H 2 2%nat sunk 0%nat ltac:(lra) 0 (sunk_domain 0)) as [_ [C _]].
  destruct (continuous_near _ 0 C 1 ltac:(lra)) as [d [Hd K]]. rewrite !sunk_grad, sign_0, Rmult_0_l in K.
  set (r := Rmin (d / 2) (exp (- (2)))). pose proof (exp_pos (- (2))).
  assert (Hr : 0 < r <= d / 2) by (split; [apply Rmin_pos; lra | apply Rmin_l]).
  specialize (K r ltac:(rewrite Rminus_0_r, Rabs_pos_eq; lra)). rewrite sunk_grad, sign_eq_1, (Rabs_pos_eq r), Rminus_0_r, Rmult_1_l in K by lra.
  assert (ln r <= - (2)) by (rewrite <- (ln_exp (- (2))); apply ln_le; [lra | apply Rmin_r]).
  apply Rabs_def2 in K. lra.
Qed.

(** Lambda = (0, 0, -1): two zeros, and yet R'' <= 1. *)
Definition wrecked (i : nat) : R := match i with O | S O => 0 | _ => -1 end.

Lemma wrecked_metric x : 0 <= metric 2 3 wrecked x <= 1.
Proof.
  unfold metric. set (y := apow x 2). assert (Hy : 0 <= y) by apply apow_ge0.
  assert (HU : 1 <= U 3 wrecked y).
  { unfold U. destruct (Lub_Rbar_correct (fun u => 0 <= u /\ P 3 wrecked u <= y)) as [K1 K2].
    assert (H1 : Rbar_le 1 (Lub_Rbar (fun u => 0 <= u /\ P 3 wrecked u <= y))).
    { apply K1. unfold P, wrecked. simpl. split; lra. }
    assert (H2 : Rbar_le (Lub_Rbar (fun u => 0 <= u /\ P 3 wrecked u <= y)) (1 + y)).
    { apply K2. intros u [Hu K]. unfold P, wrecked in K. simpl in K |- *. apply Rnot_lt_le. intros Hlt. 
      assert (1 <= u * u) by nra. nra. }
    destruct (Lub_Rbar _); simpl in *; [exact H1 | contradiction | contradiction]. }
  set (u := U 3 wrecked y) in *. assert (E : dP 3 wrecked u = u * (3 * u - 2)) by (unfold dP, others, wrecked; simpl; ring).
  assert (1 <= dP 3 wrecked u) by (rewrite E; nra). split; [left; apply Rinv_0_lt_compat; lra |].
  rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.

Theorem essentially_smooth_needs_2 : ~ essentially_smooth_without_2.
Proof.
  intros H. assert (Em : m_0 2 3 wrecked = 1).
  { unfold m_0, zeros, wrecked. destruct (Req_EM_T 0 0), (Req_EM_T (-1) 0); try lra. unfold m. simpl. field. }
  destruct (H 2 3%nat wrecked 0%nat ltac:(lra) ltac:(lra) (-2)) as [d [Hd K]].
  set (x := Rmin (d / 2) (1 / 2)). assert (Hx : 0 < x) by (apply Rmin_pos; lra).
  pose proof (Rmin_l (d / 2) (1 / 2)). pose proof (Rmin_r (d / 2) (1 / 2)). fold x in H0, H1.
  specialize (K x ltac:(lra)). unfold grad_potential in K. rewrite Em in K. destruct Rlt_dec; [lra |]. unfold mirror_map in K.
  destruct (Classical_Prop.classic (ex_RInt (metric 2 3 wrecked) 1 x)) as [Hi | Hi]; [| rewrite RInt_none in K by assumption; lra].
  rewrite <- opp_RInt_swap in K by now apply ex_RInt_swap. apply ex_RInt_swap in Hi.
  assert (RInt (metric 2 3 wrecked) x 1 <= RInt (fun _ => 1) x 1).
  { apply RInt_le; [lra | assumption | apply ex_RInt_const | intros; apply wrecked_metric]. }
  rewrite RInt_const in *. unfold scal in *; simpl in *; unfold mult, opp in *; simpl in *. lra.
Qed.

(** m_0 = q (k_0 - 1) / k_0 >= 1 says more than q >= 1. *)
Theorem essentially_smooth_spares_1 : essentially_smooth_without_1.
Proof.
  unfold essentially_smooth_without_1. cbv zeta. intros q L Lam i0 HL Hm. apply (essentially_smooth q L Lam i0); try assumption.
  assert (Hk : (0 < zeros L Lam)%nat) by (apply (zeros_pos L Lam i0); apply HL). unfold m_0, m in Hm.
  pose proof (INR_pos _ Hk) as Hk1. set (k := INR (zeros L Lam)) in *.
  apply (Rmult_le_compat_r k) in Hm; [| lra]. unfold Rdiv in Hm. rewrite Rmult_assoc, Rinv_l in Hm by lra.
  apply Rnot_lt_le. intros Hlt. assert (q * (k - 1) <= k - 1) by nra. lra.
Qed.

(** * Flows that leave the domain, or have mu = 0 *)

(** w = (e^t, - e^t), h = 1: x = - e^(2 t) < 0, where R' is 0 in the library. *)
Definition mirrored (i : nat) (t : R) : R := match i with O => exp t | _ => - exp t end.

Lemma mirrored_flow a b : driven_flow 2 2 (fun _ => 1) no_decay never mirrored a b.
Proof.
  apply smooth_flow. intros i t Hi _. unfold no_decay. replace (2 - 1) with 1 by ring. rewrite spow_one.
  destruct i as [| [| i]]; [| | lia]; rewrite ?others_2_0, ?others_2_1; unfold mirrored; auto_derive; trivial; ring.
Qed.

Lemma mirrored_Lambda t : Lambda 2 (fun i => mirrored i t) 0 = tied.
Proof.
  apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, mirrored, tied. rewrite !apow_two.
  destruct i; ring.
Qed.

Lemma mirrored_smallest t : smallest 2 2 (fun i => mirrored i t) 0.
Proof. split; [lia |]. intros i _. unfold mirrored. rewrite !apow_two. destruct i; lra. Qed.

Lemma mirrored_output t : output 2 mirrored t < 0.
Proof. rewrite output_2. unfold mirrored. pose proof (square_exp t). lra. Qed.

Lemma mirrored_grad t : grad_potential 2 2 tied (output 2 mirrored t) = 0.
Proof.
  rewrite (grad_here 2 2 tied) by apply tied_m. apply (map_outside 2 2 tied 0); [lra | apply tied2 | apply tied_m |].
  left. apply mirrored_output.
Qed.

Theorem potential_flow_needs_5 : ~ potential_flow_without_5.
Proof.
  intros H. destruct (H 2 2%nat _ never _ 0 2 ltac:(lra) (mirrored_flow 0 2) 0%nat 1 ltac:(lra) (mirrored_smallest 1) 1 ltac:(lra)) as [_ D].
  pose proof (mirrored_output 1). specialize (D ltac:(intros [[] | [_ E]]; lra)). rewrite mirrored_Lambda in D.
  apply (is_derive_ext _ (fun _ => 0)) in D; [| intros; apply mirrored_grad]. apply is_derive_unique in D. rewrite Derive_const in D. lra.
Qed.

Theorem mirror_integral_needs_6 : ~ mirror_integral_without_6.
Proof.
  intros H. pose proof (H 2 2%nat _ never _ 0 2 ltac:(lra) (mirrored_flow 0 2) (steady 0 2) 0%nat 1 ltac:(lra) (mirrored_smallest 1)) as K.
  rewrite mirrored_Lambda in K.
  assert (Hc : countable (fun t => output 2 mirrored t = 0)).
  { apply (countable_incl _ (fun _ => False)); [| apply countable_none]. intros t E. pose proof (mirrored_output t). lra. }
  specialize (K (or_intror Hc) (1 / 2) 1 ltac:(lra) ltac:(lra)). rewrite !mirrored_grad, RInt_const in K.
  unfold scal in K; simpl in K; unfold mult in K; simpl in K. lra.
Qed.

(** Balanced weights at q = 2: 1 / (2 x) has no integral from 0. *)
Lemma tied_from_0 x : 0 < x -> mirror_map 2 2 tied 0 x = 0.
Proof. intros Hx. apply RInt_none, (metric_not_integrable 2 2 tied 0); [lra | apply tied2 | apply tied_m | lra | assumption]. Qed.

Lemma balanced_dual (w : nat -> R -> R) t : (forall i, w i t = exp t) ->
  mirror_map 2 2 (Lambda 2 (fun i => w i t) 0) 0 (output 2 w t) = 0.
Proof.
  intros E. replace (Lambda 2 (fun i => w i t) 0) with tied.
  - apply tied_from_0. rewrite output_2, !E. apply square_exp.
  - apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, tied. rewrite !E. ring.
Qed.

Theorem dual_decay_needs_4 : ~ dual_decay_without_4.
Proof.
  intros H. assert (Hm : 0 < mu 2 2 (fun i => astray i 5) 0).
  { unfold mu. rewrite astray_Lambda. unfold others, apart. simpl. lra. }
  destruct (H 2 2%nat _ _ never _ 0 1 ltac:(lra) (twin_flow astray 0 1 astray_before) (no_decay_integrable _ _ _) 0%nat 5
    astray_smallest Hm (1 / 2) ltac:(lra)) as [_ D]. specialize (D (fun x => x)). cbv beta in D.
  apply (is_derive_ext_loc _ (fun _ => 0)) in D.
  - apply is_derive_unique in D. rewrite Derive_const in D. unfold no_decay in D. lra.
  - near 0 1. apply balanced_dual. intros i. unfold astray. destruct Rlt_dec; lra.
Qed.

Theorem dual_decay_needs_6 : ~ dual_decay_without_6.
Proof.
  intros H. destruct (H 2 2%nat _ _ never (fun _ => exp) 0 1 ltac:(lra) (twin_flow _ 0 1 (fun i t _ _ => eq_refl)) (no_decay_integrable _ _ _)
    0%nat (1 / 2) ltac:(lra) ltac:(split; [lia | intros; lra]) (1 / 2) ltac:(lra)) as [_ D]. specialize (D (fun x => x)). cbv beta in D.
  apply (is_derive_ext _ (fun _ => 0)) in D.
  - apply is_derive_unique in D. rewrite Derive_const in D. unfold no_decay in D. lra.
  - intros t. apply (balanced_dual (fun _ => exp)). reflexivity.
Qed.

(** alpha = - 1 / t cannot be integrated through 0, where w = (t, 2 t) is 0: y is 0 at 0, and at least 2/5 elsewhere. *)
Definition fan (i : nat) (t : R) : R := match i with O => t | _ => 2 * t end.

Theorem dual_decay_needs_3 : ~ dual_decay_without_3.
Proof.
  intros H. assert (Hf : driven_flow 2 2 (fun _ => 0) (fun t => - / t) at_0 fan (-1) 1).
  { split; [apply countable_one |]. intros i Hi. apply (moves_rate at_0 (-1) 1 _ (fun _ => match i with O => 1 | _ => 2 end)).
    - intros t Ht Hn. unfold at_0 in Hn. unfold fan. destruct i; field; assumption.
    - apply moves_smooth. intros t _. unfold fan. destruct i; auto_derive; trivial; ring. }
  assert (Hs : smallest 2 2 (fun i => fan i (1 / 2)) 0).
  { split; [lia |]. intros i _. rewrite !apow_two. unfold fan. destruct i; lra. }
  assert (Hm : 0 < mu 2 2 (fun i => fan i (1 / 2)) 0) by (unfold mu, others, Lambda, fan; simpl; rewrite !apow_two; lra).
  destruct (H 2 2%nat _ _ at_0 _ (-1) 1 ltac:(lra) Hf 0%nat (1 / 2) ltac:(lra) Hs Hm 0 ltac:(lra)) as [C _].
  destruct (continuous_near _ 0 C (1 / 5) ltac:(lra)) as [d [Hd K]]. cbv beta in K. clear C.
  set (t := Rmin d 1 / 2). assert (Ht : 0 < t < d) by (pose proof (Rmin_pos d 1 Hd ltac:(lra)); pose proof (Rmin_l d 1); unfold t; lra).
  specialize (K t ltac:(rewrite Rminus_0_r, Rabs_pos_eq; lra)).
  assert (Eo : output 2 fan 0 = 0) by (rewrite output_2; unfold fan; ring). rewrite Eo in K.
  unfold mirror_map at 2 in K. rewrite integral_point, Rminus_0_r in K. apply Rabs_def2 in K. destruct K as [K _].
  set (Lam := Lambda 2 (fun i => fan i t) 0) in *.
  assert (E1 : Lam = (fun i : nat => match i with O => 0 | _ => 3 * (t * t) end)).
  { apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lam, Lambda, fan. rewrite !apow_two. destruct i; ring. }
  assert (HL : invariants 2 Lam 0).
  { rewrite E1. split; [lia |]. split; [reflexivity |]. intros [| i] _; [lra | nra]. }
  assert (HdP : 0 < dP 2 Lam 0) by (rewrite E1; unfold dP, others; simpl; nra).
  assert (Ex : output 2 fan t = 2 * (t * t)) by (rewrite output_2; unfold fan; ring). rewrite Ex in K.
  assert (Htt : 0 < t * t) by nra.
  destruct (MVT_open (mirror_map 2 2 Lam 0) (metric 2 2 Lam) (-1) (3 * (t * t)) 0 (2 * (t * t))) as [c [Hc E]]; try lra.
  { intros r _. apply (is_derive_mirror_map 2 Lam 0 HL); [lra | now left]. }
  unfold mirror_map at 2 in E. rewrite integral_point, Rminus_0_r in E. rewrite E1 in E at 2.
  rewrite metric_l2_any, apow_two in E by lra.
  assert (Hsq : sqrt (4 * (c * c) + 3 * (t * t) * (3 * (t * t))) <= 5 * (t * t)).
  { rewrite <- (sqrt_Rsqr (5 * (t * t))) by lra. apply sqrt_le_1_alt. unfold Rsqr. nra. }
  assert (Hs0 : 0 < sqrt (4 * (c * c) + 3 * (t * t) * (3 * (t * t)))) by (apply sqrt_lt_R0; nra).
  apply Rinv_le_contravar in Hsq; [| assumption]. rewrite Rinv_mult in Hsq.
  assert (/ 5 * / (t * t) * (2 * (t * t)) <= mirror_map 2 2 Lam 0 (2 * (t * t))).
  { rewrite Rminus_0_r in E. rewrite E. apply Rmult_le_compat_r; lra. }
  replace (/ 5 * / (t * t) * (2 * (t * t))) with (2 / 5) in * by (field; lra). lra.
Qed.
