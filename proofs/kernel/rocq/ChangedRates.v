(** Constants and exponents changed, of the theorems about rates, from the weights to the rate, and about blow-up. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements ChangedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer Convergence EscapeTime
  EndToEnd Witnesses Mutants Switching DroppedBalance DroppedMirror DroppedRates DroppedFlows DroppedPotential DroppedBlowUp DroppedLaws.
Local Open Scope R_scope.

(** * f(x) = c x^2 / 2 at q = 1, 1/R'' = 1: x = 1 - t > 0 until t = 1, so every bound below is sharp *)

Definition run (_ : nat) (t : R) : R := 1 - t.
Definition pull (c : R) (k : nat) (t : R) : R := c * run k t.
Definition height (c t : R) : R := c * ((1 - t) * (1 - t)) / 2.

Lemma runs c a : 0 < c -> mirror_trajectory 1 1 1 (height c) (pull c) (fun _ _ => 1) (fun _ _ => 1) run never a 1.
Proof.
  intros Hc. apply smooth_trajectory. intros t Ht. assert (D : is_derive (run 0) t (- 1 * 1)) by (unfold run; auto_derive; trivial; ring). split.
  - intros [| k] Hk; [| lia]. split; [apply drive_pos; unfold pull, run; nra |]. split; [lra | exact D].
  - unfold Sum. rewrite (is_derive_unique _ _ _ D). unfold height, pull, run. auto_derive; trivial. field.
Qed.

Lemma slope c t : 0 <= height c t /\ 2 * c * (height c t - 0) <= square_norm 1 (pull c) t \/ c < 0.
Proof.
  destruct (Rle_lt_dec 0 c) as [Hc | Hc]; [left | now right]. unfold height, square_norm, pull, run. simpl.
  pose proof (Rle_0_sqr (1 - t)) as K. unfold Rsqr in K. split; [nra | right; field].
Qed.

(** A time T too short for F(s): F is not 0 at s + T. *)
Lemma not_yet c s T : 0 < c -> 0 < T < 1 - s -> height c (s + T) <> 0.
Proof. intros Hc HT. unfold height. apply Rgt_not_eq. assert (0 < (1 - (s + T)) * (1 - (s + T))) by (apply Rmult_lt_0_compat; lra). nra. Qed.

Lemma slopes c a : 0 < c -> forall t, a < t < 1 -> 0 <= height c t /\ 2 * c * (height c t - 0) <= square_norm 1 (pull c) t.
Proof. intros Hc t _. destruct (slope c t); [assumption | lra]. Qed.

Lemma root_of_square x : 0 <= x -> apow (x * x) (1 / 2) = x.
Proof.
  intros Hx. rewrite <- apow_two, apow_apow. replace (2 * (1 / 2)) with 1 by field. rewrite apow_one. now apply Rabs_pos_eq.
Qed.

Lemma root_gt x y : 0 <= x -> x * x < y -> x < apow y (1 / 2).
Proof. intros Hx H. rewrite <- (root_of_square x Hx) at 1. apply apow_lt; nra. Qed.

Lemma root_lt x y : 0 <= y -> 0 <= x -> y < x * x -> apow y (1 / 2) < x.
Proof. intros Hy Hx H. rewrite <- (root_of_square x Hx). apply apow_lt; lra. Qed.

(** c = 2: F = (1 - s)^2 and (2 c)^(1/2) = 2. *)
Ltac early H c s T := pose proof (H 1 1 1%nat _ _ _ _ _ never (-9) 1 0 c ltac:(lra) ltac:(lra) ltac:(lra) (runs c (-9) ltac:(lra))
  (slopes c (-9) ltac:(lra)) s (s + T) ltac:(lra) ltac:(lra)) as K; rewrite Rminus_0_r in K;
  apply (not_yet c s T); [lra | lra |]; apply K.

Lemma two_root : apow (2 * 2) (1 / 2) = 2.
Proof. apply root_of_square. lra. Qed.

Lemma height_2 s : height 2 s = (1 - s) * (1 - s).
Proof. unfold height. field. Qed.

Theorem finite_time_fixes_1 : ~ finite_time_changed_1.
Proof.
  intros H. early H 2 (1 / 2) (1 / 4). rewrite two_root, height_2. replace (2 - 1 / 2) with (1 / 2 + 1) by field.
  rewrite apow_plus, root_of_square, apow_one, Rabs_pos_eq by lra. lra.
Qed.

Theorem finite_time_fixes_2 : ~ finite_time_changed_2.
Proof.
  intros H. early H 2 (7 / 8) (1 / 12). rewrite two_root, height_2.
  replace ((1 - 7 / 8) * (1 - 7 / 8)) with (apow (1 / 4) 3).
  - rewrite apow_apow. replace (3 * (1 - 1 / 3)) with 2 by field. rewrite apow_two. lra.
  - replace 3 with (2 + 1) by ring. rewrite apow_plus, apow_two, apow_one, Rabs_pos_eq by lra. lra.
Qed.

Theorem finite_time_fixes_3 : ~ finite_time_changed_3.
Proof.
  intros H. early H 2 (1 / 2) (5 / 12). rewrite height_2. replace (1 - 1 / 2) with (1 / 2) by field. rewrite root_of_square by lra.
  pose proof (root_gt (12 / 5) (3 * 2) ltac:(lra) ltac:(lra)) as B.
  assert (/ (1 * apow (3 * 2) (1 / 2) * (1 / 2)) <= / (12 / 5 * (1 / 2))) by (apply Rinv_le_contravar; lra).
  unfold Rdiv at 3. lra.
Qed.

Theorem finite_time_fixes_4 : ~ finite_time_changed_4.
Proof.
  intros H. early H (1 / 16) (-3) (7 / 2). replace (2 * (1 / 16)) with (apow (1 / 2) 3).
  - rewrite apow_apow. replace (3 * (1 / 3)) with 1 by field. rewrite apow_one, Rabs_pos_eq by lra. replace (1 - 1 / 2) with (1 / 2) by field.
    assert (E : height (1 / 16) (-3) = 1 / 2) by (unfold height; field). rewrite E.
    pose proof (root_lt (7 / 8) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)). lra.
  - replace 3 with (2 + 1) by ring. rewrite apow_plus, apow_two, apow_one, Rabs_pos_eq by lra. field.
Qed.

Theorem finite_time_fixes_5 : ~ finite_time_changed_5.
Proof.
  intros H. early H 2 (1 / 2) (1 / 4). rewrite two_root, height_2. replace (1 - 1 / 2) with (1 / 2) by field. rewrite root_of_square; lra.
Qed.

Theorem finite_time_fixes_6 : ~ finite_time_changed_6.
Proof.
  intros H. early H 2 (1 / 2) (3 / 8). rewrite two_root, height_2. replace (1 - 1 / 2) with (1 / 2) by field. rewrite root_of_square; lra.
Qed.

(** * The gradient 1/2 and a trajectory x = - t, F = - t / 2, q = 1 *)

Lemma half_falls a b : mirror_trajectory 1 1 1 (fun t => - t / 2) (fun _ _ => 1 / 2) (fun _ _ => 1) (fun _ _ => 1) (fun _ t => - t) never a b.
Proof.
  apply smooth_trajectory. intros t Ht. assert (D : is_derive (fun t : R => - t) t (- 1 * 1)) by (auto_derive; trivial; ring). split.
  - intros k _. split; [apply drive_pos; lra |]. split; [lra | exact D].
  - unfold Sum. rewrite (is_derive_unique _ _ _ D). auto_derive; trivial. field.
Qed.

Theorem convergence_fixes_1 : ~ convergence_changed_1.
Proof.
  intros H. pose proof (H 1 1 1%nat _ _ _ _ _ never (-1) 2 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) (half_falls (-1) 2)
    ltac:(intros; split; [apply continuous_const | rewrite Rabs_pos_eq; lra]) 0 1 ltac:(lra) ltac:(lra)) as K.
  replace (3 - 1) with 2 in K by ring. rewrite apow_two, (RInt_ext _ (fun _ => 1 / 4)) in K.
  - rewrite RInt_const in K. unfold scal in K; simpl in K; unfold mult in K; simpl in K. lra.
  - intros r _. unfold square_norm. simpl. as_reals. field.
Qed.

(** * f(x) = x^2 / 2 at q = 2: F = e^(-2 t) / 2 *)

Ltac decays H a B t0 t1 := destruct (descent_witness a (a + 4)) as [Ht [Hg HP]];
  pose proof (H 2 1 1%nat _ _ _ _ _ never a (a + 4) B 0 1 ltac:(lra) ltac:(lra) (exp_pos _) ltac:(lra) Ht
    (fun k t _ Hr => proj2 (Hg k t Hr)) (fun t _ => proj2 (HP t)) t0 t1 ltac:(lra) ltac:(lra)) as K; cbv beta in K.

Theorem linear_rate_fixes_1 : ~ linear_rate_changed_1.
Proof.
  intros H. decays H (-1) (exp (- -1)) 0 1. replace (2 - 2) with 0 in K by ring.
  rewrite apow_zero in K by apply Rgt_not_eq, exp_pos. rewrite <- !exp_plus, Ropp_0, Rplus_0_l, exp_0 in K.
  assert (exp (- (3 * 1 * 1 * 1 * (1 - 0))) < exp (- (1) + - (1))) by (apply exp_increasing; lra). lra.
Qed.

(** B = e^(-1) < 1. *)
Theorem linear_rate_fixes_2 : ~ linear_rate_changed_2.
Proof.
  intros H. decays H 1 (exp (- (1))) 2 3. replace (2 - 3) with (- (1)) in K by ring.
  rewrite apow_Ropp, apow_one, Rabs_pos_eq, <- exp_Ropp, Ropp_involutive in K by (left; apply exp_pos). rewrite <- !exp_plus in K.
  pose proof (exp_ineq1 1 ltac:(lra)). pose proof (exp_pos (- (2) + - (2))).
  assert (E : exp (- (2 * 1 * 1 * exp 1 * (3 - 2))) < exp (- (2))) by (apply exp_increasing; lra).
  assert (F : exp (- (3) + - (3)) = exp (- (2) + - (2)) * exp (- (2))) by (rewrite <- exp_plus; f_equal; ring). nra.
Qed.

(** * From the weights to the rate, at depth 1 *)

Theorem end_to_end_fixes_1 : ~ end_to_end_changed_1.
Proof.
  intros H. pose proof (H 2 1%nat 1%nat first one_pull (fun _ _ => 1) never (fun _ _ => fall) 0 1 (1 / 10) (fun _ => 0%nat) 1 1 (-1)
    (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) countable_none (fall_network 2 fall 0 1 (fun t _ => eq_refl))
    (fall_chain one_pull fall 0 1 (fun t _ => eq_refl) (fun _ _ => eq_refl)) (one_start 2 _ 1 ltac:(lra))
    (one_bounded 1 _ 0 1 ltac:(lra)) ltac:(intros t Ht; unfold first, one_pull, Sum; rewrite output_1; unfold fall; lra)) as K.
  destruct K as [_ K]. specialize (K (2 / 10) ltac:(lra) ltac:(lra)). unfold first in K. rewrite !output_1 in K. unfold fall in K.
  rewrite apow_1 in K. replace (3 * (1 / 2) * 1 * 1 * (2 / 10 - 1 / 10)) with (3 / 20) in K by field.
  pose proof (exp_down (3 / 20) ltac:(lra)). lra.
Qed.

(** The gradient 1/2 of f(x) = x / 2: w = x = - t / 2, B = 1/2. *)
Definition half_fall (t : R) : R := - t / 2.
Definition half_first (X : nat -> R) : R := X 0%nat / 2.

Lemma is_derive_half_fall t : is_derive half_fall t (- (1 / 2)).
Proof. unfold half_fall. auto_derive; trivial. field. Qed.

Lemma half_network a b : network_flow 2 1 1 (fun _ _ => 1 / 2) (fun _ _ => 1 / 2) no_decay never (fun _ _ => half_fall) a b.
Proof.
  intros k Hk. split.
  - split; [apply countable_none |]. intros [| i] Hi; [| lia]. apply moves_smooth. intros t _. evar_last; [apply is_derive_half_fall |].
    unfold no_decay. rewrite others_1, spow_pos, apow_1 by lra. ring.
  - intros t _ _. unfold component. split; [| lra]. intros _. replace (2 - 1) with 1 by ring. now rewrite spow_one.
Qed.

Lemma half_chain a b : moves never a b (fun r => half_first (fun k => output 1 ((fun _ _ => half_fall) k) r))
  (fun t => Sum 1 (fun k => 1 / 2 * Derive (output 1 ((fun _ _ => half_fall) k)) t)).
Proof.
  apply (moves_ext never a b (fun t => half_fall t / 2)); [intros; unfold half_first; now rewrite output_1 |]. apply moves_smooth. intros t _.
  unfold Sum. rewrite (Derive_ext _ half_fall) by (intros; apply output_1). rewrite (is_derive_unique _ _ _ (is_derive_half_fall t)).
  unfold half_fall. auto_derive; trivial. field.
Qed.

Theorem end_to_end_fixes_2 : ~ end_to_end_changed_2.
Proof.
  intros H. pose proof (H 2 1%nat 1%nat half_first (fun _ _ => 1 / 2) (fun _ _ => 1 / 2) never (fun _ _ => half_fall) 0 1 (1 / 10) (fun _ => 0%nat) 1
    (1 / 2) (- (1 / 4)) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) countable_none (half_network 0 1) (half_chain 0 1)
    (one_start 2 _ 1 ltac:(lra)) ltac:(intros; rewrite Rabs_pos_eq; lra)
    ltac:(intros t Ht; unfold half_first, Sum; rewrite output_1; unfold half_fall; lra)) as K.
  destruct K as [_ K]. specialize (K (2 / 10) ltac:(lra) ltac:(lra)). unfold half_first in K. rewrite !output_1 in K. unfold half_fall in K.
  replace (2 - 3) with (- (1)) in K by ring. rewrite apow_Ropp, half_power in K.
  replace (2 * (1 / 2) * 1 * / (1 / 2) * (2 / 10 - 1 / 10)) with (1 / 5) in K by field. pose proof (exp_down (1 / 5) ltac:(lra)). lra.
Qed.

(** * Blow-up: w_i = 1 / (1 - g t) under the drive - g at q = 2 *)

Definition slower (_ : nat) (t : R) : R := / (1 - t / 2).

Lemma slower_flow a b : b <= 2 -> driven_flow 2 3 (fun _ => - apow (1 / 2) (2 - 1)) no_decay never slower a b.
Proof.
  intros Hb. apply smooth_flow. intros i t Hi Ht. unfold no_decay. replace (2 - 1) with 1 by ring. rewrite spow_one, apow_one, Rabs_pos_eq by lra.
  destruct i as [| [| [| i]]]; [| | | lia]; unfold others, slower; simpl; (auto_derive; [lra | field; lra]).
Qed.

Lemma slower_0 : output 3 slower 0 = 1.
Proof. unfold output, slower. simpl. field. Qed.

Lemma slower_Lam : Lambda 2 (fun i => slower i 0) 0 = tied.
Proof. apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, slower, tied. ring. Qed.

Lemma slower_smallest : smallest 2 3 (fun i => slower i 0) 0.
Proof. split; [lia | intros; unfold slower; lra]. Qed.

Lemma its_limit (Y : R) : is_lim (mirror_map 2 3 tied 1) p_infty Y -> Y = 1.
Proof.
  intros HY. apply is_lim_unique in HY. pose proof (is_lim_unique _ _ _ exploding_limit) as E. rewrite E in HY. now apply Rbar_finite_eq in HY.
Qed.

(** g = 2 and the drive - g^0 = -1: it lasts until 1, and not until 1/2. *)
Theorem blow_up_fixes_1 : ~ blow_up_changed_1.
Proof.
  intros H. destruct (exploding_at 0 ltac:(lra)) as [Hs Hx].
  assert (Hf : driven_flow 2 3 (fun _ => - apow 2 (2 - 2)) no_decay never exploding (-1) 1).
  { replace (apow 2 (2 - 2)) with (apow 1 (2 - 1)); [apply exploding_part; lra |]. replace (2 - 2) with 0 by ring. rewrite apow_1, apow_zero; lra. }
  destruct (H 2 3%nat 2 never exploding (-1) 1 ltac:(lra) ltac:(lra) Hf 0%nat 0 ltac:(lra) Hs Hx) as [_ K].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Y [HY [J _]]]. rewrite exploding_Lam in HY.
  replace (output 3 exploding 0) with 1 in HY by (unfold output, exploding; simpl; field). apply its_limit in HY.
  replace (2 - 1) with 1 in J by ring. rewrite apow_one, Rabs_pos_eq in J by lra. lra.
Qed.

(** g = 1/2: it lasts until 2, and not until 1 only. *)
Theorem blow_up_fixes_2 : ~ blow_up_changed_2.
Proof.
  intros H. destruct (H 2 3%nat (1 / 2) never slower (-1) 2 ltac:(lra) ltac:(lra) (slower_flow (-1) 2 ltac:(lra)) 0%nat 0 ltac:(lra)
    slower_smallest ltac:(rewrite slower_0; lra)) as [_ K].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Y [HY [J _]]]. rewrite slower_Lam, slower_0 in HY. apply its_limit in HY.
  replace (2 - 2) with 0 in J by ring. rewrite apow_zero in J by lra. lra.
Qed.

Theorem blow_up_fixes_3 : ~ blow_up_changed_3.
Proof.
  intros H. destruct (H 2 3%nat (1 / 2) never slower (-1) 1 ltac:(lra) ltac:(lra) (slower_flow (-1) 1 ltac:(lra)) 0%nat 0 ltac:(lra)
    slower_smallest ltac:(rewrite slower_0; lra)) as [_ K].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Y [HY [_ J]]]. rewrite slower_Lam, slower_0 in HY. apply its_limit in HY.
  replace (2 - 2) with 0 in J by ring. rewrite apow_zero, HY in J by lra. destruct (J ltac:(lra) 8) as [t0 [Ht0 HJ]].
  set (t := (Rmax t0 0 + 1) / 2). assert (Hm : t0 <= Rmax t0 0 /\ 0 <= Rmax t0 0 /\ Rmax t0 0 < 1).
  { repeat split; [apply Rmax_l | apply Rmax_r | apply Rmax_lub_lt; lra]. }
  assert (Ht : t0 < t < 1 /\ 0 <= t) by (unfold t; lra). specialize (HJ t ltac:(lra)).
  assert (Hi : 0 < / (1 - t / 2) <= 2).
  { split; [apply Rinv_0_lt_compat; lra |]. rewrite <- (Rinv_inv 2). apply Rinv_le_contravar; lra. }
  unfold output, slower in HJ. simpl in HJ. set (v := / (1 - t / 2)) in *. assert (v * v <= 4) by nra. nra.
Qed.
