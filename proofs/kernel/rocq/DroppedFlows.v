(** Hypotheses dropped, of the theorems from the weights to the rate, about escape, blow-up and the dual variable. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  Convergence DualDecay EscapeTime EndToEnd Witnesses Mutants Switching DroppedBalance DroppedMirror DroppedRates.
Local Open Scope R_scope.

(** * Depth 1, f(x) = x, g = h = 1: x = w = -t *)

Definition fall (t : R) : R := - t.
Definition fall_then (c t : R) : R := if Rlt_dec t 1 then - t else c.
Definition one_pull (_ : nat -> R) (_ : nat) : R := 1.
Definition first (X : nat -> R) : R := X 0%nat.

Lemma moves_fall w a b : (forall t, a < t < b -> w t = - t) -> moves never a b w (fun _ => -1).
Proof.
  intros E. apply (moves_ext never a b (fun t => - t)); [intros; symmetry; auto |]. apply moves_smooth. intros t _.
  auto_derive; trivial; ring.
Qed.

Lemma output_1 w t : output 1 (fun _ => w) t = w t.
Proof. unfold output. simpl. ring. Qed.

Lemma others_1 (a : nat -> R) : others 1 0 a = 1.
Proof. unfold others. simpl. ring. Qed.

Lemma fall_network q w a b : (forall t, a < t < b -> w t = - t) ->
  network_flow q 1 1 one_pull (fun _ _ => 1) no_decay never (fun _ _ => w) a b.
Proof.
  intros E k Hk. split.
  - split; [apply countable_none |]. intros [| i] Hi; [| lia]. apply (moves_rate never a b w (fun _ => -1)); [| now apply moves_fall].
    intros t _ _. unfold no_decay. rewrite others_1. unfold spow. rewrite sign_eq_1, apow_1 by lra. ring.
  - intros t _ _. unfold component, one_pull. split; [| lra]. intros _. unfold spow. rewrite sign_eq_1, apow_1 by lra. ring.
Qed.

Lemma fall_chain (p : (nat -> R) -> nat -> R) w a b : (forall t, a < t < b -> w t = - t) -> (forall X k, p X k = 1) ->
  moves never a b (fun r => first (fun k => output 1 ((fun _ _ => w) k) r))
    (fun t => Sum 1 (fun k => p (fun k => output 1 ((fun _ _ => w) k) t) k * Derive (output 1 ((fun _ _ => w) k)) t)).
Proof.
  intros E Ep. pose proof (moves_fall w a b E) as M.
  apply (moves_ext never a b w); [intros; symmetry; apply output_1 |].
  apply (moves_rate never a b w (fun _ => -1)); [| exact M]. intros t Ht Hn. unfold Sum. rewrite Ep.
  destruct (M t Ht) as [_ D]. rewrite (Derive_ext _ w) by (intros; apply output_1).
  rewrite (is_derive_unique _ _ _ (D Hn)). ring.
Qed.

Lemma one_mu q w : mu q 1 w 0 = 1.
Proof. unfold mu. apply others_1. Qed.

Lemma one_start q w low : low <= 1 -> forall k, (k < 1)%nat -> smallest q 1 w 0 /\ low <= mu q 1 w 0.
Proof. intros H k _. split; [apply one_smallest | rewrite one_mu; exact H]. Qed.

Lemma one_bounded B (x : R -> nat -> R) a b : 1 <= B -> forall t k, a < t < b -> (k < 1)%nat -> Rabs (one_pull (x t) k) <= B.
Proof. intros H t k _ _. unfold one_pull. rewrite Rabs_R1. exact H. Qed.

Lemma fall_then_before c t : t < 1 -> fall_then c t = - t.
Proof. intros H. unfold fall_then. destruct Rlt_dec; lra. Qed.

(** The tuple of end_to_end with f(x) = x and w = - t on (0, 1), its hypotheses proved as far as they are asked for, and
    what it says of the time t. *)
Ltac fall_fact w E := first [lra | exact countable_none | exact (fall_network _ w 0 1 E)
  | exact (fall_chain one_pull w 0 1 E (fun _ _ => eq_refl)) | refine (one_start _ _ _ _); lra | refine (one_bounded _ _ 0 1 _); lra
  | intros; unfold first, one_pull, Sum; rewrite output_1, E by lra; lra].
Ltac falls H q w E s low B F sigma t :=
  pose proof (H q 1%nat 1%nat first one_pull (fun _ _ => 1) never (fun _ _ => w) 0 1 s (fun _ => 0%nat) low B F sigma) as K; cbv zeta in K;
  repeat match type of K with ?A -> _ => specialize (K ltac:(fall_fact w E)) end; destruct K as [_ K]; specialize (K t);
  repeat match type of K with ?A -> _ => specialize (K ltac:(lra)) end; unfold first in K; rewrite !output_1 in K.

Lemma fall_at (t : R) : 0 < t < 1 -> fall t = - t.
Proof. reflexivity. Qed.

Theorem end_to_end_needs_1 : ~ end_to_end_without_1.
Proof.
  intros H. falls H 3 fall fall_at (1 / 10) 1 2 (-1) (1 / 2) (2 / 10). unfold fall in K.
  replace (3 - 2) with 1 in K by ring. rewrite apow_one, Rabs_pos_eq in K by lra.
  replace (2 * (1 / 2) * 1 * 2 * (2 / 10 - 1 / 10)) with (1 / 5) in K by field. pose proof (exp_down (1 / 5) ltac:(lra)). lra.
Qed.

Theorem end_to_end_needs_2 : ~ end_to_end_without_2.
Proof.
  intros H. falls H 2 fall fall_at (1 / 10) (-10) 1 10 (1 / 2) (2 / 10). unfold fall in K.
  rewrite apow_1 in K. replace (- (2 * (1 / 2) * -10 * 1 * (2 / 10 - 1 / 10))) with 1 in K by field.
  pose proof (exp_ineq1 1 ltac:(lra)). lra.
Qed.

Theorem end_to_end_needs_5 : ~ end_to_end_without_5.
Proof.
  intros H. set (w := fun t => if Rlt_dec 0 t then - t else -1).
  assert (E : forall t, 0 < t < 1 -> w t = - t) by (intros t Ht; unfold w; destruct Rlt_dec; lra).
  assert (E1 : w (-1) = -1) by (unfold w; destruct Rlt_dec; lra).
  falls H 2 w E (-1) 1 1 (-1) (1 / 2) (1 / 2). rewrite E1, E in K by lra.
  replace (-1 - -1) with 0 in K by ring. rewrite Rmult_0_l in K. lra.
Qed.

Theorem end_to_end_needs_6 : ~ end_to_end_without_6.
Proof.
  intros H. assert (M : moves (fun _ => True) 0 1 (fun r => first (fun k => output 1 ((fun _ => line) k) r))
    (fun t => Sum 0 (fun k => one_pull (fun k => output 1 ((fun _ => line) k) t) k * Derive (output 1 ((fun _ => line) k)) t))).
  { intros t _. split; [| intros K; contradict K; exact I].
    apply (continuous_ext (fun t => t)); [intros; symmetry; apply line_output | apply continuous_id]. }
  pose proof (H 2 0%nat 1%nat first one_pull (fun _ _ => 1) (fun _ => True) (fun _ => line) 0 1 (1 / 10) (fun _ => 0%nat) 1 1 1
    (1 / 100) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(intros k Hk; lia) M ltac:(intros k Hk; lia)
    ltac:(intros t k Ht Hk; lia) ltac:(intros t Ht; unfold first, Sum; rewrite line_output; lra)) as K.
  destruct K as [_ K]. specialize (K (9 / 10) ltac:(lra) ltac:(lra)). unfold first in K. rewrite !line_output, apow_1 in K.
  pose proof (exp_ineq1_le (- (2 * (1 / 100) * 1 * 1 * (9 / 10 - 1 / 10)))). lra.
Qed.

Theorem end_to_end_needs_9 : ~ end_to_end_without_9.
Proof.
  intros H. falls H 2 fall fall_at (1 / 10) 10 1 (-1) (1 / 2) (2 / 10). unfold fall in K.
  rewrite apow_1 in K. replace (2 * (1 / 2) * 10 * 1 * (2 / 10 - 1 / 10)) with 1 in K by field.
  pose proof (exp_down 1 ltac:(lra)). lra.
Qed.

Theorem end_to_end_needs_10 : ~ end_to_end_without_10.
Proof.
  intros H. falls H 1 fall fall_at (1 / 10) 1 (1 / 2) (-1) (1 / 2) (2 / 10). unfold fall in K.
  replace (1 - 2) with (- (1)) in K by ring. rewrite apow_Ropp, half_power in K.
  replace (2 * (1 / 2) * 1 * / (1 / 2) * (2 / 10 - 1 / 10)) with (1 / 5) in K by field. pose proof (exp_down (1 / 5) ltac:(lra)). lra.
Qed.

Theorem end_to_end_needs_11 : ~ end_to_end_without_11.
Proof.
  intros H. falls H 2 fall fall_at (1 / 10) 1 1 (-10) 10 (2 / 10). unfold fall in K.
  rewrite apow_1 in K. replace (2 * 10 * 1 * 1 * (2 / 10 - 1 / 10)) with 2 in K by field. pose proof (exp_down 2 ltac:(lra)). lra.
Qed.

Theorem end_to_end_needs_13 : ~ end_to_end_without_13.
Proof.
  intros H. falls H 2 fall fall_at (9 / 10) (1 / 5) 1 (-1) (1 / 2) (1 / 10). unfold fall in K.
  rewrite apow_1 in K. replace (- (2 * (1 / 2) * (1 / 5) * 1 * (1 / 10 - 9 / 10))) with (4 / 25) in K by field.
  pose proof (exp_small (4 / 25) ltac:(lra)). lra.
Qed.

Theorem end_to_end_needs_14 : ~ end_to_end_without_14.
Proof.
  intros H. assert (E : forall t, 0 < t < 1 -> fall_then 5 t = - t) by (intros; apply fall_then_before; lra).
  assert (E2 : fall_then 5 2 = 5) by (unfold fall_then; destruct Rlt_dec; lra).
  falls H 2 (fall_then 5) E (1 / 2) 1 1 (-1) (1 / 2) 2. rewrite E2, E, apow_1 in K by lra.
  replace (2 * (1 / 2) * 1 * 1 * (2 - 1 / 2)) with (3 / 2) in K by field. pose proof (exp_down (3 / 2) ltac:(lra)). lra.
Qed.

(** * Escape at depth 1, g = h = -1: x = w = t *)

Lemma one_map q Lam c x : mirror_map q 1 Lam c x = x - c.
Proof.
  unfold mirror_map. rewrite (RInt_ext _ (fun _ => 1)).
  - rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. ring.
  - intros y _. unfold metric. rewrite dP_1. apply Rinv_1.
Qed.

Lemma rise_flow q w a b : (forall t, a < t < b -> w t = t) ->
  steepest_flow q 1 (fun _ => -1) (fun _ => -1) no_decay never (fun _ => w) a b.
Proof.
  intros E. split.
  - split; [apply countable_none |]. intros [| i] Hi; [| lia]. apply (moves_ext never a b (fun t => t)); [intros; symmetry; auto |].
    apply moves_smooth. intros t _. unfold no_decay. rewrite others_1. unfold spow. rewrite sign_eq_1, apow_1 by lra.
    auto_derive; trivial; ring.
  - intros t _ _. split; [| lra]. intros _. transitivity (spow (- (1)) (q - 1)); [| f_equal; ring].
    rewrite spow_opp. unfold spow. rewrite sign_eq_1, apow_1 by lra. ring.
Qed.

Lemma one_side q w c x : same_side 1 (Lambda q w 0) c x.
Proof. left. rewrite dP_1. lra. Qed.

Theorem escape_time_needs_2 : ~ escape_time_without_2.
Proof.
  intros H. destruct (H 2 1%nat (fun _ => -1) (fun _ => -1) never (fun _ t => 2 * t) 0 1 ltac:(lra) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) 0 1 1 ltac:(lra) (fun t _ => conj (one_side _ _ _ _) (ltac:(lra) : 1 <= - -1 <= 1)) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as [K _]. rewrite !one_map, !output_1, apow_1 in K. lra.
Qed.

Theorem escape_time_needs_5 : ~ escape_time_without_5.
Proof.
  intros H. destruct (H 2 1%nat _ _ never (fun _ t => t) 0 1 ltac:(lra) (rise_flow 2 _ 0 1 (fun t _ => eq_refl)) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) 0 (-5) 1 (fun t _ => conj (one_side _ _ _ _) (ltac:(lra) : -5 <= - -1 <= 1)) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as [K _]. rewrite !one_map, !output_1 in K. replace (2 - 1) with 1 in K by ring.
  rewrite !apow_one, Rabs_left in K by lra. lra.
Qed.

Theorem escape_time_needs_6 : ~ escape_time_without_6.
Proof.
  intros H. destruct (H 2 1%nat _ _ never (fun _ t => t) 0 1 ltac:(lra) (rise_flow 2 _ 0 1 (fun t _ => eq_refl)) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) 0 2 2 ltac:(lra) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as [K _]. rewrite !one_map, !output_1 in K. replace (2 - 1) with 1 in K by ring.
  rewrite !apow_one, Rabs_pos_eq in K by lra. lra.
Qed.

Theorem escape_time_needs_7 : ~ escape_time_without_7.
Proof.
  intros H. destruct (H 2 1%nat _ _ never (fun _ t => t) 0 1 ltac:(lra) (rise_flow 2 _ 0 1 (fun t _ => eq_refl)) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) 0 (1 / 2) 1 ltac:(lra) (fun t _ => conj (one_side _ _ _ _) (ltac:(lra) : 1 / 2 <= - -1 <= 1)) (1 / 2) (1 / 4)
    ltac:(lra)) as [K _]. rewrite !one_map, !output_1 in K. replace (2 - 1) with 1 in K by ring.
  rewrite !apow_one, (Rabs_pos_eq (1 / 2)) in K by lra. lra.
Qed.

Theorem escape_time_needs_8 : ~ escape_time_without_8.
Proof.
  intros H. set (w := fun t => if Rlt_dec t 1 then t else -5).
  assert (E : forall t, 0 < t < 1 -> w t = t) by (intros t Ht; unfold w; destruct Rlt_dec; lra).
  assert (E2 : w 2 = -5) by (unfold w; destruct Rlt_dec; lra).
  destruct (H 2 1%nat _ _ never (fun _ => w) 0 1 ltac:(lra) (rise_flow 2 w 0 1 E) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) 0 1 1 ltac:(lra) (fun t _ => conj (one_side _ _ _ _) (ltac:(lra) : 1 <= - -1 <= 1)) (1 / 2) 2
    ltac:(lra)) as [K _]. rewrite !one_map, !output_1, E2, E, apow_1 in K by lra. lra.
Qed.

Theorem escape_time_needs_9 : ~ escape_time_without_9.
Proof.
  intros H. destruct (H 2 1%nat _ _ never (fun _ t => t) 0 1 ltac:(lra) (rise_flow 2 _ 0 1 (fun t _ => eq_refl)) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) 0 (1 / 2) 1 ltac:(lra) (fun t _ => conj (one_side _ _ _ _) (ltac:(lra) : 1 / 2 <= - -1 <= 1)) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as [_ K]. rewrite !one_map, !output_1 in K. replace (2 - 1) with 1 in K by ring.
  rewrite !apow_one, (Rabs_pos_eq (1 / 2)) in K by lra. lra.
Qed.

(** * Blow-up, and the dual variable *)

Theorem blow_up_needs_3 : ~ blow_up_without_3.
Proof.
  intros H. set (w := fun (_ : nat) (t : R) => / (1 - t)).
  destruct (H 2 1%nat 1 never w 0 1 ltac:(lra) ltac:(lra) 0%nat (1 / 2) ltac:(lra) (one_smallest _ _)) as [K _].
  { unfold w. rewrite output_1. apply Rinv_0_lt_compat. lra. }
  destruct (K ltac:(unfold m; simpl INR; lra)) as [B HB]. set (v := Rabs B + 2).
  assert (Hv : 2 <= v) by (unfold v; pose proof (Rabs_pos B); lra).
  assert (Hi : 0 < / v <= / 2) by (split; [apply Rinv_0_lt_compat; lra | apply Rinv_le_contravar; lra]).
  pose proof (HB (1 - / v) ltac:(lra)) as J. unfold w in J. rewrite output_1 in J.
  replace (1 - (1 - / v)) with (/ v) in J by ring. rewrite Rinv_inv in J. pose proof (Rle_abs B). unfold v in J. lra.
Qed.

Theorem blow_up_needs_7 : ~ blow_up_without_7.
Proof.
  intros H. apply blow_up_mutant_false. intros q L g D w a b Hq Hg Hf i0 s Hs Hsm Hx.
  destruct (H q L g D w a b Hq Hg Hf i0 s Hs Hsm Hx) as [K1 K2]. exact (conj (fun _ => K1) K2).
Qed.

Theorem dual_decay_needs_2 : ~ dual_decay_without_2.
Proof.
  intros H. pose proof (H 2 1%nat (fun _ => 0) no_decay never line 0 2 ltac:(lra) (no_decay_integrable _ _ _) 0%nat 1 ltac:(lra)
    (one_smallest _ _) ltac:(rewrite one_mu; lra)) as K. destruct (K 1 ltac:(lra)) as [_ D]. specialize (D (fun x => x)).
  cbv beta in D. apply (is_derive_ext _ (fun t => t)) in D; [| intros; rewrite one_map, line_output; as_reals; ring].
  apply is_derive_unique in D. rewrite Derive_id in D. unfold no_decay in D. lra.
Qed.

(** * Flows that are missing, and times that are not looked at *)

Theorem end_to_end_needs_7 : ~ end_to_end_without_7.
Proof.
  intros H. assert (M : moves never 0 1 (fun r => first (fun k => output 1 ((fun _ => line) k) r))
    (fun t => Sum 1 (fun k => one_pull (fun k => output 1 ((fun _ => line) k) t) k * Derive (output 1 ((fun _ => line) k)) t))).
  { apply (moves_ext never 0 1 (fun t => t)); [intros; symmetry; apply line_output |]. apply moves_smooth. intros t _.
    unfold Sum, one_pull. rewrite (Derive_ext _ (fun t => t)) by (intros; apply line_output). rewrite Derive_id.
    auto_derive; trivial; ring. }
  pose proof (H 2 1%nat 1%nat first one_pull (fun _ _ => 1) never (fun _ => line) 0 1 (1 / 4) (fun _ => 0%nat) 1 1 0
    (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) countable_none M (fun k Hk => conj (one_smallest _ _) (Req_le _ _ (eq_sym (one_mu _ _))))
    (one_bounded 1 _ 0 1 ltac:(lra)) ltac:(intros t Ht; unfold first, one_pull, Sum; rewrite line_output; lra)) as K.
  destruct K as [_ K]. specialize (K (1 / 2) ltac:(lra) ltac:(lra)). unfold first in K. rewrite !line_output, apow_1 in K.
  replace (2 * (1 / 2) * 1 * 1 * (1 / 2 - 1 / 4)) with (1 / 4) in K by field. pose proof (exp_down (1 / 4) ltac:(lra)). lra.
Qed.

Theorem end_to_end_needs_8 : ~ end_to_end_without_8.
Proof.
  intros H. pose proof (H 2 1%nat 1%nat (fun X => - X 0%nat) one_pull (fun _ _ => 1) never (fun _ _ => fall) 0 1 (1 / 4) (fun _ => 0%nat) 1 1 0
    (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) countable_none (fall_network 2 fall 0 1 (fun t _ => eq_refl))
    (one_start 2 _ 1 ltac:(lra))
    (one_bounded 1 _ 0 1 ltac:(lra)) ltac:(intros t Ht; unfold one_pull, Sum; rewrite output_1; unfold fall; lra)) as K.
  destruct K as [_ K]. specialize (K (1 / 2) ltac:(lra) ltac:(lra)). rewrite !output_1, apow_1 in K. unfold fall in K.
  replace (2 * (1 / 2) * 1 * 1 * (1 / 2 - 1 / 4)) with (1 / 4) in K by field. pose proof (exp_down (1 / 4) ltac:(lra)). lra.
Qed.

Lemma one_metric q Lam x : metric q 1 Lam x = 1.
Proof. unfold metric. rewrite dP_1. apply Rinv_1. Qed.

Lemma Derive_line t : Derive (output 1 line) t = 1.
Proof. rewrite (Derive_ext _ (fun t => t)) by (intros; apply line_output). apply Derive_id. Qed.

Theorem regularizer_decoupled_needs_2 : ~ regularizer_decoupled_without_2.
Proof.
  intros H. destruct (H 2 1%nat (fun _ => 0) no_decay never line 0 2 ltac:(lra)) as [K _].
  specialize (K 0%nat 1 ltac:(lra) (fun x => x) (one_smallest _ _) (one_side _ _ _ _)).
  cbv zeta in K. rewrite one_metric, Derive_line in K. unfold no_decay in K. lra.
Qed.

Theorem regularizer_decoupled_needs_3 : ~ regularizer_decoupled_without_3.
Proof.
  intros H. destruct (H 2 1%nat (fun _ => 0) no_decay never line 1 0 ltac:(lra) (nowhere _ _ _ _ _)) as [K _].
  specialize (K 0%nat 1 (fun x => x) (one_smallest _ _) (one_side _ _ _ _)).
  cbv zeta in K. rewrite one_metric, Derive_line in K. unfold no_decay in K. lra.
Qed.

(** x = t under the drive -1, but for one time, when the drive is 5. *)
Definition but_once (t : R) : R := if Req_EM_T t 1 then 5 else -1.
Definition once (t : R) : Prop := t = 1.

Lemma line_flow q : driven_flow q 1 but_once no_decay once line 0 2.
Proof.
  split; [apply countable_one |]. intros [| i] Hi; [| lia]. apply (moves_rate once 0 2 _ (fun _ => 1)).
  - intros t _ Hn. unfold no_decay, but_once. rewrite others_1. unfold spow. rewrite sign_eq_1, apow_1 by lra.
    destruct Req_EM_T; [contradiction | ring].
  - apply moves_smooth. intros t _. apply (is_derive_id t).
Qed.

Lemma but_once_1 : but_once 1 = 5.
Proof. unfold but_once. destruct Req_EM_T; lra. Qed.

Theorem regularizer_decoupled_needs_4 : ~ regularizer_decoupled_without_4.
Proof.
  intros H. destruct (H 2 1%nat but_once no_decay once line 0 2 ltac:(lra) (line_flow 2)) as [K _].
  specialize (K 0%nat 1 ltac:(lra) (one_smallest _ _) (one_side _ _ _ _)).
  cbv zeta in K. rewrite one_metric, Derive_line, but_once_1 in K. unfold no_decay in K. lra.
Qed.

Lemma one_balanced q w a b : balanced q 1 w a b.
Proof. intros [| i] [| j] t Hi Hj _; (reflexivity || lia). Qed.

Lemma line_balanced q t l : is_derive (fun s => balanced_mirror_map q 1 (output 1 line s)) t l -> l = 1.
Proof.
  intros D. apply (is_derive_ext _ (fun s => s)) in D.
  - apply is_derive_unique in D. rewrite Derive_id in D. symmetry. exact D.
  - intros s. rewrite line_output. unfold balanced_mirror_map.
    assert (E : m q 1 = 0) by (unfold m; simpl INR; field). rewrite E. destruct Req_EM_T; [lra |].
    replace (1 - 0) with 1 by ring. rewrite spow_one. simpl INR. as_reals. field.
Qed.

Theorem regularizer_decoupled_needs_10 : ~ regularizer_decoupled_without_10.
Proof.
  intros H. destruct (H 2 1%nat (fun _ => 0) no_decay never line 1 0 ltac:(lra) (nowhere _ _ _ _ _)) as [_ K].
  destruct (K ltac:(lra) ltac:(lia) (one_balanced _ _ _ _) 1 (fun x => x) ltac:(rewrite line_output; lra)) as [D _].
  apply line_balanced in D. unfold no_decay in D. lra.
Qed.

Theorem regularizer_decoupled_needs_11 : ~ regularizer_decoupled_without_11.
Proof.
  intros H. destruct (H 2 1%nat but_once no_decay once line 0 2 ltac:(lra) (line_flow 2)) as [_ K].
  destruct (K ltac:(lra) ltac:(lia) (one_balanced _ _ _ _) 1 ltac:(lra) ltac:(rewrite line_output; lra)) as [D _].
  apply line_balanced in D. rewrite but_once_1 in D. unfold no_decay in D. lra.
Qed.

Theorem regularizer_coupled_needs_2 : ~ regularizer_coupled_without_2.
Proof.
  intros H. destruct (H 2 0%nat (fun _ => 0) no_decay never line 0 1 ltac:(lra)) as [_ K].
  - split; [apply countable_none | intros i Hi; lia].
  - intros i j t Hi. lia.
  - intros t _. unfold output. simpl. lra.
  - pose proof (K 1 ltac:(lra)) as D. apply (is_derive_ext _ (fun _ => 0)) in D.
    2:{ intros s. unfold coupled_regularizer. simpl INR. unfold Rdiv. as_reals. ring. }
    apply is_derive_unique in D. rewrite Derive_const in D. unfold spow in D. rewrite sign_eq_1, apow_1 in D by lra. lra.
Qed.

Theorem regularizer_coupled_needs_3 : ~ regularizer_coupled_without_3.
Proof.
  intros H. destruct (H 2 1%nat (fun _ => 0) no_decay never line 0 2 ltac:(lra) ltac:(lia) (one_balanced _ _ _ _)
    ltac:(intros t Ht; rewrite line_output; lra)) as [[[_ F] _] _].
  destruct (F 0%nat ltac:(lia) 1 ltac:(lra)) as [_ D]. specialize (D (fun x => x)).
  apply is_derive_unique in D. change (line 0) with (fun t : R => t) in D. rewrite Derive_id in D.
  unfold no_decay in D. rewrite !Rmult_0_l, Rplus_0_l, spow_0, Rmult_0_r in D. lra.
Qed.

Theorem regularizer_coupled_needs_4 : ~ regularizer_coupled_without_4.
Proof.
  intros H. set (c := fun i : nat => match i with O => 1 | _ => 2 end). set (w := fading c).
  assert (Hf : coupled_flow 2 2 (fun _ => 0) (fun _ => 1) never w (-1) 1).
  { split; [apply countable_none |]. intros i _. apply moves_smooth. intros t _.
    replace (2 - 1) with 1 by ring. rewrite spow_one. unfold w, fading. auto_derive; trivial; ring. }
  assert (Hx : forall t, 0 < output 2 w t).
  { apply (proj2 (decay_witness 2 2 c (-1) 1)). intros [| i] _; unfold c; lra. }
  destruct (H 2 2%nat _ _ never w (-1) 1 ltac:(lra) ltac:(lia) Hf (fun t _ => Rgt_not_eq _ _ (Hx t))) as [[[_ F] _] _].
  destruct (F 0%nat ltac:(lia) 0 ltac:(lra)) as [_ D]. specialize (D (fun x => x)).
  destruct Hf as [_ Hf]. destruct (Hf 0%nat ltac:(lia) 0 ltac:(lra)) as [_ D']. specialize (D' (fun x => x)).
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'. rewrite !others_2_0 in D'.
  pose proof (Hx 0) as P. set (X := output 2 w 0) in *. unfold w in D'. rewrite !fading_0 in D'. unfold c, no_decay in D'.
  replace (2 / INR 2 - 1) with 0 in D' by (simpl INR; field). replace (2 - 1) with 1 in D' by ring.
  rewrite spow_zero in D' by exact P. rewrite !spow_one in D'. lra.
Qed.

Theorem regularizer_coupled_needs_6 : ~ regularizer_coupled_without_6.
Proof.
  intros H. destruct (coupled_witness (-1) 1) as [Hf [Hb Hx]].
  destruct (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) ltac:(lia) Hf Hb (fun t _ => Rgt_not_eq _ _ (Hx t))) as [_ K].
  pose proof (K 0) as D. apply (is_derive_ext _ Rabs) in D.
  2:{ intros s. unfold coupled_regularizer. replace (2 / INR 2) with 1 by (simpl INR; field). rewrite apow_one. simpl INR. as_reals. field. }
  apply is_derive_Reals in D. rewrite spow_0 in D. destruct (D (1 / 2) ltac:(lra)) as [d Hd]. pose proof (cond_pos d).
  specialize (Hd (d / 2) ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)). rewrite Rplus_0_l, Rabs_R0, (Rabs_pos_eq (d / 2)) in Hd by lra.
  replace ((d / 2 - 0) / (d / 2) - 0) with 1 in Hd by (field; lra). rewrite Rabs_R1 in Hd. lra.
Qed.

Theorem blow_up_needs_8 : ~ blow_up_without_8.
Proof.
  intros H. assert (Hf : driven_flow 2 1 (fun _ => - apow 1 (2 - 1)) no_decay never line 0 2).
  { split; [apply countable_none |]. intros [| i] Hi; [| lia]. apply moves_smooth. intros t _. unfold no_decay.
    rewrite others_1, apow_1. unfold spow. rewrite sign_eq_1, apow_1 by lra. evar_last; [apply (is_derive_id t) | unfold one; simpl; ring]. }
  destruct (H 2 1%nat 1 never line 0 2 ltac:(lra) ltac:(lra) Hf 0%nat 1 ltac:(lra) (one_smallest _ _) ltac:(rewrite line_output; lra))
    as [K _]. destruct (K ltac:(unfold m; simpl INR; lra)) as [B HB]. pose proof (HB (B + 1)) as J. rewrite line_output in J. lra.
Qed.
