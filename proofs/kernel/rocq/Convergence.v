(** Convergence: the integral bound with B^(2-q), the linear rate, arrival in finite time, and the bound that fails. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance Mirror Onto.
Local Open Scope R_scope.

(** |g|^q >= B^(q-2) g^2 where |g| <= B. *)
Lemma power_of_bounded q y B : q <= 2 -> 0 < B -> Rabs y <= B -> apow B (q - 2) * (y * y) <= apow y q.
Proof.
  intros Hq HB Hy. destruct (Req_dec y 0) as [-> | H0]; [rewrite apow_0; lra |].
  replace q with (2 + (q - 2)) at 2 by ring. rewrite (apow_plus y), apow_two.
  rewrite Rmult_comm. apply Rmult_le_compat_l; [nra |].
  replace (q - 2) with (- (2 - q)) by ring. rewrite !apow_Ropp.
  apply Rinv_le_contravar; [now apply apow_gt0 |]. rewrite <- (apow_Rabs y).
  destruct Hq as [Hq | ->].
  - apply apow_le; [lra |]. split; [apply Rabs_pos | assumption].
  - replace (2 - 2) with 0 by ring. rewrite !apow_zero; [lra | lra | now apply Rabs_no_R0].
Qed.

(** ||g||_q^q >= (||g||^2)^(q/2) for q <= 2. *)
Lemma norm_inequality q n (g : nat -> R -> R) t : 0 < q <= 2 -> apow (square_norm n g t) (q / 2) <= Sum n (fun k => apow (g k t) q).
Proof.
  intros Hq. set (S := square_norm n g t).
  assert (Hpos : forall k, (k < n)%nat -> 0 <= g k t * g k t) by (intros; nra).
  assert (HS : 0 <= S) by now apply Sum_ge0.
  destruct HS as [HS | <-].
  2:{ rewrite apow_0. apply Sum_ge0. intros; apply apow_ge0. }
  replace (apow S (q / 2)) with (apow S (q / 2 - 1) * S).
  2:{ rewrite <- (spow_self S (q / 2)), spow_pos by assumption. reflexivity. }
  unfold S at 2, square_norm. rewrite <- Sum_scal. apply Sum_le. intros k Hk.
  destruct (Req_dec (g k t) 0) as [-> | H0]; [rewrite apow_0; lra |].
  assert (Hle : g k t * g k t <= S) by (apply (Sum_ge_term n (fun k => g k t * g k t)); auto).
  assert (Hgg : 0 < g k t * g k t) by nra.
  replace (apow (g k t) q) with (apow (g k t * g k t) (q / 2 - 1) * (g k t * g k t)).
  2:{ rewrite <- apow_two, apow_apow, <- apow_plus. f_equal. field. }
  apply Rmult_le_compat_r; [lra |].
  replace (q / 2 - 1) with (- (1 - q / 2)) by ring. rewrite !apow_Ropp.
  apply Rinv_le_contravar; [apply apow_gt0; lra |].
  destruct (Req_dec q 2) as [-> | Hq2].
  - replace (1 - 2 / 2) with 0 by field. rewrite !apow_zero; lra.
  - apply apow_le; lra.
Qed.

(** y h = |y|^q for the drive h of y, sliding included. *)
Lemma drive_power q y h : drive q y h -> y * h = apow y q.
Proof.
  intros [H1 H2]. destruct (Req_dec y 0) as [-> | Hy]; [rewrite apow_0; ring |].
  rewrite H1 by now left. rewrite <- (spow_self y q). ring.
Qed.

Section Descent.
Variables (q low : R) (n : nat) (F : R -> R) (g h H x : nat -> R -> R) (D : R -> Prop) (a b : R).
Hypothesis Hlow : 0 < low.
Hypothesis Htraj : mirror_trajectory q low n F g h H x D a b.

Lemma exceptions : countable D.
Proof. apply Htraj. Qed.

(** dF/dt = - sum_k H_k |g_k|^q. *)
Lemma descent_moves : moves D a b F (fun t => - Sum n (fun k => H k t * apow (g k t) q)).
Proof.
  destruct Htraj as [_ [Hk HF]]. apply (moves_rate D a b F) with (2 := HF). intros t Ht Hn.
  replace (- Sum n (fun k => H k t * apow (g k t) q)) with ((-1) * Sum n (fun k => H k t * apow (g k t) q)) by ring.
  rewrite <- Sum_scal. apply Sum_ext. intros k Hkn. destruct (Hk k Hkn) as [Hx Hd].
  destruct (Hx t Ht) as [_ Dx]. rewrite (is_derive_unique _ _ _ (Dx Hn)).
  destruct (Hd t Ht Hn) as [Hdr _]. rewrite <- (drive_power q _ _ Hdr). ring.
Qed.

Lemma descent_le t : a < t < b -> ~ D t ->
  - Sum n (fun k => H k t * apow (g k t) q) <= - (low * Sum n (fun k => apow (g k t) q)).
Proof.
  intros Ht Hn. apply Ropp_le_contravar. rewrite <- Sum_scal. apply Sum_le. intros k Hk.
  destruct Htraj as [_ [HH _]]. destruct (HH k Hk) as [_ Hl]. destruct (Hl t Ht Hn) as [_ Hlo].
  apply Rmult_le_compat_r; [apply apow_ge0 | assumption].
Qed.

Lemma F_decreases s t : a < s -> s <= t -> t < b -> F t <= F s.
Proof.
  intros Hs Hst Ht. apply (rate_le0 F _ D a b exceptions descent_moves); auto.
  intros r Hr Hn. apply Rle_trans with (1 := descent_le r Hr Hn).
  assert (0 <= Sum n (fun k => apow (g k r) q)) by (apply Sum_ge0; intros; apply apow_ge0). nra.
Qed.

Lemma descent_square t B : q <= 2 -> 0 < B -> a < t < b -> ~ D t -> (forall k, (k < n)%nat -> Rabs (g k t) <= B) ->
  - Sum n (fun k => H k t * apow (g k t) q) <= - (low * apow B (q - 2) * square_norm n g t).
Proof.
  intros Hq2 HB Ht Hn Hg. apply Rle_trans with (1 := descent_le t Ht Hn). apply Ropp_le_contravar.
  rewrite Rmult_assoc. apply Rmult_le_compat_l; [lra |]. unfold square_norm. rewrite <- Sum_scal.
  apply Sum_le. intros k Hk. now apply power_of_bounded; auto.
Qed.

(** F + K int N does not increase, for a continuous N with dF/dt <= - K N. *)
Lemma paid (K : R) (N : R -> R) s t : (forall r, a < r < b -> continuous N r) ->
  (forall r, a < r < b -> ~ D r -> - Sum n (fun k => H k r * apow (g k r) q) <= - (K * N r)) ->
  a < s <= t -> t < b -> K * RInt N s t <= F s - F t.
Proof.
  intros HN HK Hst Htb.
  assert (HI : integrable D a b N).
  { split; [| intros; now apply HN]. intros u v Hu Hv. apply (ex_integral N a b); auto. }
  pose proof (rate_le0 _ _ D a b exceptions
    (moves_plus D a b _ _ _ _ descent_moves (moves_times D a b (fun _ => K) (fun _ => 0) _ _
      (moves_smooth D a b (fun _ => K) (fun _ => 0) ltac:(intros; apply (is_derive_const K)))
      (moves_integral D a b N s HI ltac:(lra))))) as M.
  specialize (M ltac:(intros r Hr Hn; specialize (HK r Hr Hn); cbv beta; lra) s t ltac:(lra) ltac:(lra) Htb).
  cbv beta in M. rewrite integral_point in M. lra.
Qed.

End Descent.

Lemma continuous_Sum n (f : nat -> R -> R) t : (forall k, (k < n)%nat -> continuous (f k) t) ->
  continuous (fun t => Sum n (fun k => f k t)) t.
Proof.
  induction n; intros H; simpl; [apply continuous_const |].
  apply (continuous_plus (fun t => Sum n (fun k => f k t)) (f n)); auto.
Qed.

Theorem convergence : convergence_statement.
Proof.
  intros q low n F g h H x D a b B Hq Hlow HB Htraj Hg s t Hst Htb.
  set (K := low * apow B (q - 2)).
  assert (HK : 0 < K) by (apply Rmult_lt_0_compat; [assumption | apply apow_gt0; lra]).
  assert (M : K * RInt (square_norm n g) s t <= F s - F t).
  { apply (paid q low n F g h H x D a b Htraj); auto.
    - intros r Hr. apply continuous_Sum. intros k Hk. destruct (Hg k r Hk Hr) as [Hc _].
      now apply (continuous_mult (g k) (g k)).
    - intros r Hr Hn. apply (descent_square q low n F g h H x D a b); auto; [lra |]. intros k Hk. now apply Hg. }
  assert (E : apow B (2 - q) * (F s - F t) / low = (F s - F t) / K).
  { unfold K. replace (2 - q) with (- (q - 2)) by ring. rewrite apow_Ropp.
    field. split; [apply Rgt_not_eq, apow_gt0 |]; lra. }
  rewrite E. apply (Rmult_le_reg_l K); [assumption |].
  replace (K * ((F s - F t) / K)) with (F s - F t) by (field; lra). lra.
Qed.

Theorem convergence_power : convergence_power_statement.
Proof.
  intros q low n F g h H x D a b Hq Hlow Htraj Hg s t Hst Htb.
  assert (M : low * RInt (power_norm q n g) s t <= F s - F t).
  { apply (paid q low n F g h H x D a b Htraj); auto.
    - intros r Hr. apply continuous_Sum. intros k Hk.
      apply (continuous_comp (g k) (fun y => apow y q)); [now apply Hg | apply continuous_apow; lra].
    - intros r Hr Hn. now apply (descent_le q low n F g h H x D a b). }
  apply (Rmult_le_reg_l low); [assumption |].
  replace (low * ((F s - F t) / low)) with (F s - F t) by (field; lra). lra.
Qed.

(** Of any sign of sigma. *)
Lemma linear_rate_signed q low n F g h H x D a b B Fstar sigma :
  1 <= q <= 2 -> 0 < low -> 0 < B -> mirror_trajectory q low n F g h H x D a b ->
  (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) ->
  (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) ->
  forall s t, a < s <= t -> t < b ->
  F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).
Proof.
  intros Hq Hlow HB Htraj Hg HPL s t Hst Htb.
  set (K := 2 * sigma * low * apow B (q - 2)).
  assert (M : (F t - Fstar) * exp (K * (t - s)) <= (F s - Fstar) * exp (K * (s - s))).
  { assert (MF : moves D a b (fun r => F r + - Fstar) (fun r => - Sum n (fun k => H k r * apow (g k r) q) + 0)).
    { apply moves_plus; [now apply (descent_moves q low n F g h H x D a b Htraj) |].
      apply moves_smooth. intros r _. apply (is_derive_const (- Fstar)). }
    assert (ME : moves D a b (fun r => exp (K * (r - s))) (fun r => K * exp (K * (r - s)))).
    { apply moves_smooth. intros r _. auto_derive; trivial; unfold Rminus; ring. }
    apply (rate_le0 (fun r => (F r + - Fstar) * exp (K * (r - s))) _ D a b (proj1 Htraj) (moves_times D a b _ _ _ _ MF ME));
      try lra.
    intros r Hr Hn. cbv beta. pose proof (exp_pos (K * (r - s))).
    assert (H1 : - Sum n (fun k => H k r * apow (g k r) q) <= - (low * apow B (q - 2) * square_norm n g r)).
    { apply (descent_square q low n F g h H x D a b); auto; lra. }
    pose proof (HPL r Hr) as H2.
    assert (H3 : 0 < low * apow B (q - 2)) by (apply Rmult_lt_0_compat; [assumption | apply apow_gt0; lra]).
    assert (K * (F r - Fstar) <= low * apow B (q - 2) * square_norm n g r).
    { replace (K * (F r - Fstar)) with (low * apow B (q - 2) * (2 * sigma * (F r - Fstar))) by (unfold K; ring).
      apply Rmult_le_compat_l; lra. }
    nra. }
  replace (s - s) with 0 in M by ring. rewrite Rmult_0_r, exp_0, Rmult_1_r in M.
  rewrite exp_Ropp. fold K. pose proof (exp_pos (K * (t - s))).
  apply (Rmult_le_reg_r (exp (K * (t - s)))); [assumption |].
  rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Theorem linear_rate : linear_rate_statement.
Proof. intros q low n F g h H x D a b B Fstar sigma Hq Hl HB _ Ht Hg HP. now apply (linear_rate_signed q low n F g h H x D a b). Qed.

Theorem finite_time : finite_time_statement.
Proof.
  intros q low n F g h H x D a b Fstar sigma Hq Hlow Hsig Htraj HF s t Hs Ht Harr.
  set (c := low * apow (2 * sigma) (q / 2)) in *.
  assert (Hc : 0 < c) by (apply Rmult_lt_0_compat; [assumption | apply apow_gt0; lra]).
  assert (Hexp : 0 < 1 - q / 2) by lra.
  pose proof (apow_ge0 (F s - Fstar) (1 - q / 2)) as Hv.
  assert (Hst : s <= t).
  { assert (0 <= apow (F s - Fstar) (1 - q / 2) / (c * (1 - q / 2))); [| lra].
    apply Rmult_le_pos; [assumption |]. left. apply Rinv_0_lt_compat, Rmult_lt_0_compat; assumption. }
  destruct (Req_dec (F t) Fstar) as [| Hne]; [assumption | exfalso].
  (* F > F* up to a time t' > t, and there y^(1-q/2) + c (1-q/2) r does not increase, y = F - F* *)
  assert (Hbig : exists t', t < t' <= b /\ forall r, a < r < t' -> 0 < F r - Fstar).
  { assert (Hpt : 0 < F t - Fstar) by (pose proof (proj1 (HF t Ht)); lra).
    destruct (continuous_near F t (proj1 (proj2 (proj2 Htraj) t Ht)) (F t - Fstar) Hpt) as [d [Hd K]].
    exists (Rmin (t + d) b). pose proof (Rmin_l (t + d) b). pose proof (Rmin_r (t + d) b).
    split; [split; [apply Rmin_glb_lt; lra | assumption] |].
    intros r Hr. destruct (Rle_lt_dec r t) as [Hrt | Hrt].
    - pose proof (F_decreases q low n F g h H x D a b Hlow Htraj r t ltac:(lra) Hrt ltac:(lra)). lra.
    - assert (N : Rabs (F r - F t) < F t - Fstar) by (apply K; rewrite Rabs_pos_eq; lra).
      apply Rabs_def2 in N. lra. }
  destruct Hbig as [t' [Ht' Hpos]].
  assert (Hsub : moves D a t' F (fun t => - Sum n (fun k => H k t * apow (g k t) q))).
  { intros r Hr. apply (descent_moves q low n F g h H x D a b Htraj). lra. }
  assert (My : moves D a t' (fun r => F r + - Fstar) (fun r => - Sum n (fun k => H k r * apow (g k r) q) + 0)).
  { apply moves_plus; [assumption |]. apply moves_smooth. intros r _. apply (is_derive_const (- Fstar)). }
  assert (Mp : moves D a t' (fun r => apow (F r + - Fstar) (1 - q / 2) + c * (1 - q / 2) * r)
    (fun r => (1 - q / 2) * spow (F r + - Fstar) (1 - q / 2 - 1) * (- Sum n (fun k => H k r * apow (g k r) q) + 0)
      + c * (1 - q / 2))).
  { apply moves_plus.
    - apply (moves_comp D a t' (fun y => apow y (1 - q / 2)) (fun y => (1 - q / 2) * spow y (1 - q / 2 - 1)) _ _ My).
      intros r Hr. apply is_derive_apow_nz. pose proof (Hpos r Hr). lra.
    - apply moves_smooth. intros r _. auto_derive; trivial; ring. }
  assert (Hrate : forall r, a < r < t' -> ~ D r ->
    (1 - q / 2) * spow (F r + - Fstar) (1 - q / 2 - 1) * (- Sum n (fun k => H k r * apow (g k r) q) + 0)
      + c * (1 - q / 2) <= 0).
  { intros r Hr Hn. pose proof (Hpos r Hr) as Hpr. fold (F r - Fstar).
    rewrite spow_pos by assumption.
    pose proof (descent_le q low n F g h H x D a b Htraj r ltac:(lra) Hn) as H1.
    pose proof (norm_inequality q n g r ltac:(lra)) as H2.
    assert (H3 : apow (2 * sigma * (F r - Fstar)) (q / 2) <= apow (square_norm n g r) (q / 2)).
    { apply apow_le; [lra |]. split; [nra |]. now apply HF; lra. }
    rewrite apow_mult in H3.
    assert (H4 : apow (F r - Fstar) (q / 2) * apow (F r - Fstar) (1 - q / 2 - 1) = 1).
    { rewrite <- apow_plus. replace (q / 2 + (1 - q / 2 - 1)) with 0 by ring. apply apow_zero; lra. }
    assert (H5 : 0 < apow (F r - Fstar) (1 - q / 2 - 1)) by (apply apow_gt0; lra).
    set (S := Sum n (fun k => H k r * apow (g k r) q)) in *.
    set (p := apow (F r - Fstar) (1 - q / 2 - 1)) in *.
    assert (H6 : c <= S * p).
    { assert (Ec : c = low * (apow (2 * sigma) (q / 2) * apow (F r - Fstar) (q / 2)) * p).
      { unfold c. transitivity (low * apow (2 * sigma) (q / 2) * (apow (F r - Fstar) (q / 2) * p)); [rewrite H4; ring | ring]. }
      rewrite Ec. apply Rmult_le_compat_r; [lra |].
      apply Rle_trans with (low * Sum n (fun k => apow (g k r) q)); [| lra].
      apply Rmult_le_compat_l; lra. }
    nra. }
  pose proof (rate_le0 _ _ D a t' (proj1 Htraj) Mp Hrate s t ltac:(lra) Hst ltac:(lra)) as M. cbv beta in M.
  fold (F t - Fstar) (F s - Fstar) in M.
  assert (Hvt : 0 < apow (F t - Fstar) (1 - q / 2)).
  { apply apow_gt0. pose proof (Hpos t ltac:(lra)). lra. }
  assert (Hend : apow (F s - Fstar) (1 - q / 2) <= c * (1 - q / 2) * (t - s)).
  { apply (Rmult_le_reg_r (/ (c * (1 - q / 2)))); [apply Rinv_0_lt_compat; nra |].
    replace (c * (1 - q / 2) * (t - s) * / (c * (1 - q / 2))) with (t - s) by (field; lra).
    unfold Rdiv in Harr. lra. }
  lra.
Qed.

(** * The reported power of B *)

(** w = (1 - t, 2 - t) on -1 < t < 1, f(x) = x^2, q = 1: |f'| <= 12 = B, mu = 1, f(x_0) = 4. *)
Definition linear (i : nat) (t : R) : R := match i with O => 1 - t | _ => 2 - t end.

Lemma linear_flow : steepest_flow 1 2 (fun t => 2 * output 2 linear t) (fun _ => 1) no_decay (fun _ => False) linear (-1) 1.
Proof.
  split; [split; [apply countable_none |] |].
  - intros i Hi. apply moves_smooth. intros t Ht. unfold others, no_decay, linear; simpl Prod.
    destruct i as [| [| i]]; [| | lia]; simpl; replace (1 - 1) with 0 by ring;
      rewrite spow_zero by lra; auto_derive; trivial; ring.
  - intros t Ht _. unfold output, linear; simpl Prod. split; [| lra]. intros _.
    replace (1 - 1) with 0 by ring. rewrite spow_zero; nra.
Qed.

Lemma linear_output t : output 2 linear t = (1 - t) * (2 - t).
Proof. unfold output; simpl. ring. Qed.

Lemma linear_smallest t : -1 < t < 1 -> smallest 1 2 (fun i => linear i t) 0.
Proof.
  intros Ht. split; [lia |]. intros [| [| i]] Hi; try lia; simpl; rewrite !apow_one, !Rabs_pos_eq by lra; lra.
Qed.

Lemma linear_mu t : -1 < t < 1 -> mu 1 2 (fun i => linear i t) 0 = 1.
Proof. intros Ht. unfold mu, others, Lambda; simpl. rewrite !apow_one, !Rabs_pos_eq by lra. ring. Qed.

Theorem convergence_as_reported : convergence_as_reported_statement.
Proof.
  exists 1, 12, 1, (-1), 1, (fun _ => 1), (fun _ => False), linear. cbv zeta.
  split; [lra |]. split; [lra |]. split; [lra |]. split; [exact linear_flow | split].
  - intros t Ht. split; [| split; [now apply linear_smallest | now apply linear_mu]].
    rewrite linear_output, Rabs_pos_eq; nra.
  - exists 0, (1 / 2). split; [lra |]. split; [lra |]. split; [lra |].
    replace (2 - 1) with 1 by ring. rewrite apow_one, Rabs_pos_eq, linear_output by lra.
    apply Rlt_le_trans with (RInt (fun _ => 1) 0 (1 / 2)).
    + rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. lra.
    + apply RInt_le; [lra | apply ex_RInt_const | |].
      * apply (ex_integral _ (-1) 1); [| lra | lra]. intros y _.
        apply (ex_derive_continuous (fun r => 2 * (1 * (1 - r) * (2 - r)) * (2 * (1 * (1 - r) * (2 - r))))).
        auto_derive. trivial.
      * intros y Hy. rewrite linear_output. assert (3 / 4 <= (1 - y) * (2 - y)) by nra. nra.
Qed.
