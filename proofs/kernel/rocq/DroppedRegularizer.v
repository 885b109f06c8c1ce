(** Hypotheses dropped, of the theorems about the regularizers. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  Witnesses Mutants Switching DroppedBalance DroppedMirror.
Local Open Scope R_scope.

(** * Weights that rest under the drive 1: all but one are 0 in each product of the others *)

Definition last (i : nat) : R := match i with O | S O => 0 | _ => 1 end.

Lemma last_rests q a b : driven_flow q 3 (fun _ => 1) no_decay never (fun i _ => last i) a b.
Proof.
  apply smooth_flow. intros i t Hi _. evar_last; [apply (is_derive_const (last i)) |]. unfold no_decay, zero; simpl.
  replace (others 3 i (fun j => last j)) with 0; [rewrite spow_0; ring |].
  destruct i as [| [| [| i]]]; [| | | lia]; unfold others, last; simpl; ring.
Qed.

(** i0 = 2 is not the smallest: U(0) = 1 = |w_2|^q, where P' = 0. *)
Theorem regularizer_decoupled_needs_5 : ~ regularizer_decoupled_without_5.
Proof.
  intros H. destruct (H 1 3%nat _ _ never _ 0 2 ltac:(lra) (last_rests 1 0 2)) as [K _].
  pose proof (K 2%nat 1 ltac:(lra) (fun x => x)) as E.
  rewrite (Derive_const (Prod 3 last) 1 : Derive (output 3 (fun i _ => last i)) 1 = 0) in E.
  unfold no_decay in E. rewrite Rmult_0_r, Rmult_0_l in E. enough (0 = - (1) - 0) by lra. apply E.
  left. unfold dP, others, Lambda, last. simpl. rewrite !apow_0, !apow_1. lra.
Qed.

Theorem regularizer_decoupled_needs_6 : ~ regularizer_decoupled_without_6.
Proof.
  intros H. destruct (H 1 2%nat (fun _ => 1) _ never _ 0 2 ltac:(lra) (rest_at_0 1 _ _ 0 2 countable_none)) as [K _].
  pose proof (K 0%nat 1 ltac:(lra) (fun x => x) (tied_smallest 1)) as E.
  rewrite (Derive_const (Prod 2 tied) 1 : Derive (output 2 (fun i _ => tied i)) 1 = 0) in E. unfold no_decay in E. rewrite Rmult_0_r, Rmult_0_l in E. lra.
Qed.

Lemma all_ones q L a b : driven_flow q L (fun _ => 0) no_decay never (fun _ _ => 1) a b.
Proof. apply (rest q L never _ (fun _ => 1)); [apply countable_none | reflexivity]. Qed.

(** m = 2: |x|^0 / 0 is constant in the library. *)
Theorem regularizer_decoupled_needs_7 : ~ regularizer_decoupled_without_7.
Proof.
  intros H. destruct (H 4 2%nat _ _ never _ 0 2 ltac:(lra) (all_ones 4 2 0 2)) as [_ K].
  destruct (K ltac:(lia) ltac:(intros i j t _ _ _; reflexivity) 1 ltac:(lra) (fun x => x)) as [_ D].
  - unfold output. simpl. lra.
  - assert (Em : m 4 2 = 2) by (unfold m; simpl; field). unfold decoupled_regularizer in D. rewrite Em in D.
    apply (is_derive_ext _ (fun _ => 0)) in D.
    2:{ intros s. replace (2 - 2) with 0 by ring. unfold Rdiv. rewrite Rinv_0. as_reals. ring. }
    apply is_derive_unique in D. rewrite Derive_const in D. unfold output in D. simpl in D.
    rewrite !Rmult_1_l, spow_pos, apow_1 in D by lra. lra.
Qed.

Theorem regularizer_decoupled_needs_8 : ~ regularizer_decoupled_without_8.
Proof.
  intros H. destruct (H 1 0%nat (fun _ => 1) no_decay never (fun _ _ => 1) 0 2 ltac:(lra)) as [_ K].
  { split; [apply countable_none | intros i Hi; lia]. }
  destruct (K ltac:(lra) ltac:(intros i j t _ _ _; reflexivity) 1 ltac:(lra) (fun x => x)) as [D _].
  - unfold output. simpl. lra.
  - unfold output in D. simpl in D. apply is_derive_unique in D. rewrite Derive_const in D. unfold no_decay in D. lra.
Qed.

(** q = 1, w = (t, t + 1), h = -1: R'(x) = sqrt x does not grow like t. *)
Definition stairs (i : nat) (t : R) : R := t + INR i.

Lemma is_derive_stairs i t : is_derive (stairs i) t 1.
Proof. unfold stairs. auto_derive; trivial. Qed.

Theorem regularizer_decoupled_needs_9 : ~ regularizer_decoupled_without_9.
Proof.
  intros H. assert (Hf : driven_flow 1 2 (fun _ => -1) no_decay never stairs 0 1).
  { apply smooth_flow. intros i t Hi Ht. evar_last; [apply is_derive_stairs |]. replace (1 - 1) with 0 by ring. unfold no_decay.
    destruct i as [| [| i]]; [| | lia]; rewrite ?others_2_0, ?others_2_1, spow_zero by (unfold stairs; simpl; lra); ring. }
  destruct (H 1 2%nat _ _ never _ 0 1 ltac:(lra) Hf) as [_ K].
  assert (Ex : output 2 stairs (1 / 3) = 4 / 9) by (rewrite output_2; unfold stairs; simpl; field).
  destruct (K ltac:(lra) ltac:(lia) (1 / 3) ltac:(lra) (fun x => x) ltac:(rewrite Ex; lra)) as [D _].
  assert (Dx : is_derive (output 2 stairs) (1 / 3) (5 / 3)).
  { apply (is_derive_ext (fun t => t * (t + 1))); [intros; rewrite output_2; unfold stairs; simpl; as_reals; ring |].
    auto_derive; trivial; field. }
  pose proof (is_derive_comp (balanced_mirror_map 1 2) (output 2 stairs) (1 / 3) _ _
    (is_derive_balanced_mirror_map 2 ltac:(lia) 1 (output 2 stairs (1 / 3)) ltac:(rewrite Ex; lra)) Dx) as D'.
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'.
  rewrite metric_balanced, Ex in D' by (lia || (rewrite Ex; lra)). unfold no_decay, scal in D'. simpl in D'. unfold mult in D'; simpl in D'.
  assert (Em : m 1 2 = 1 / 2) by (unfold m; simpl; field). rewrite Em, apow_Ropp in D'.
  replace (4 / 9) with (apow (2 / 3) 2) in D' by (rewrite apow_two; field). rewrite apow_apow in D'.
  replace (2 * (1 / 2)) with 1 in D' by field. rewrite apow_one, Rabs_pos_eq in D' by lra.
  replace (5 / 3 * (/ (2 / 3) / (1 + 1))) with (5 / 4) in D' by field. lra.
Qed.

Theorem regularizer_decoupled_needs_12 : ~ regularizer_decoupled_without_12.
Proof.
  intros H. destruct (H 1 2%nat (fun _ => 1) _ never _ 0 2 ltac:(lra) (rest_at_0 1 _ _ 0 2 countable_none)) as [_ K].
  destruct (K ltac:(lra) ltac:(lia) ltac:(intros i j t _ _ _; reflexivity) 1 ltac:(lra) (fun x => x)) as [D _].
  unfold output in D. apply is_derive_unique in D. rewrite Derive_const in D. unfold no_decay in D. lra.
Qed.

(** q = 0: |w|^0 = 1, so any weights without a 0 count as balanced; w = (t, t + 1), g = alpha = -1 / (2 t + 1). *)
Theorem regularizer_coupled_needs_1 : ~ regularizer_coupled_without_1.
Proof.
  intros H. set (g := fun t => - / (2 * t + 1)).
  assert (Hf : coupled_flow 0 2 g g never stairs 0 1).
  { split; [apply countable_none |]. intros i Hi. apply moves_smooth. intros t Ht. evar_last; [apply is_derive_stairs |].
    replace (g t * others 2 i (fun j => stairs j t) + g t * stairs i t) with (- (1)).
    - rewrite spow_opp, spow_pos, apow_1 by lra. ring.
    - unfold g. destruct i as [| [| i]]; [| | lia]; rewrite ?others_2_0, ?others_2_1; unfold stairs; simpl; field; lra. }
  assert (Hx : forall t, 0 < t < 1 -> output 2 stairs t <> 0).
  { intros t Ht. rewrite output_2. unfold stairs. simpl. nra. }
  assert (Hb : balanced 0 2 stairs 0 1).
  { intros i j t Hi Hj Ht. pose proof (Prod_nz 2 (fun k => stairs k t) (Hx t Ht)) as K. rewrite !apow_zero; auto. }
  destruct (H 0 2%nat g g never stairs 0 1 ltac:(lia) Hf Hb Hx) as [[[_ K] _] _].
  destruct (K 0%nat ltac:(lia) (1 / 2) ltac:(lra)) as [_ D]. specialize (D (fun x => x)).
  pose proof (is_derive_stairs 0 (1 / 2)) as D'. apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'.
  rewrite others_2_0, output_2 in D'. unfold no_decay, g, stairs in D'. simpl in D'.
  replace (2 / (1 + 1) - 1) with 0 in D' by field.
  rewrite (spow_pos ((1 / 2 + 0) * (1 / 2 + 1)) 0), apow_zero in D' by lra.
  replace (- / (2 * (1 / 2) + 1) + - / (2 * (1 / 2) + 1) * 1) with (- (1)) in D' by field.
  rewrite spow_opp, (spow_pos 1), apow_1, spow_pos in D' by lra.
  replace (0 - 1) with (- (1)) in D' by ring. rewrite apow_Ropp, apow_one, Rabs_pos_eq in D' by lra. lra.
Qed.

(** Balanced weights are 0 together: there both flows rest, but at depth 1. *)
Theorem regularizer_coupled_spares_5 : regularizer_coupled_without_5.
Proof.
  unfold regularizer_coupled_without_5. cbv zeta. intros q L g alpha D w a b Hq HL Hc Hb.
  pose proof (INR_pos L HL) as HL1. destruct Hc as [HD Hf]. split.
  2:{ intros x Hx0. unfold coupled_regularizer.
      replace (spow x (2 / INR L - 1)) with (INR L / 2 * (2 / INR L * spow x (2 / INR L - 1))) by (field; lra).
      now apply is_derive_scal, is_derive_apow_nz. }
  split; [split; [assumption |] |].
  2:{ intros t _ _. split; [trivial |]. intros ->. replace (1 - 1) with 0 by ring. apply spow_0_bounds. }
  intros i Hi. apply (moves_rate D a b (w i)) with (2 := Hf i Hi). intros t Ht _.
  unfold no_decay. rewrite Rmult_0_l, Rminus_0_r, Ropp_mult_distr_l_reverse, <- spow_mult.
  do 2 f_equal. rewrite (Rmult_comm _ (g t + _)), Rmult_plus_distr_r. f_equal. rewrite Rmult_assoc. f_equal.
  set (x := output L w t).
  assert (Ej : forall j, (j < L)%nat -> apow (w j t) 2 = apow (w i t) 2).
  { intros j Hj. replace 2 with (q * (2 / q)) by (field; lra). rewrite <- !apow_apow. f_equal. now apply Hb. }
  assert (Ex : apow x 2 = apow (w i t) 2 ^ L).
  { unfold x, output. rewrite apow_Prod, <- Prod_const. now apply Prod_ext. }
  assert (Eo : others L i (fun j => w j t) * w i t = x) by now apply Prod_others.
  destruct (Req_dec (w i t) 0) as [E0 | Hw].
  - assert (E : x = 0) by (rewrite <- Eo, E0; ring). rewrite E, E0, spow_0. ring.
  - assert (E2 : w i t * w i t = apow x (2 / INR L)).
    { rewrite <- apow_two. unfold Rdiv. rewrite <- (apow_apow x 2), Ex, <- apow_nat, apow_apow by (lia || apply apow_ge0).
      replace (INR L * / INR L) with 1 by (field; lra). rewrite apow_one. symmetry; apply Rabs_pos_eq, apow_ge0. }
    apply (Rmult_eq_reg_r (w i t)); [| assumption].
    rewrite !Rmult_assoc, E2, Eo, <- (spow_self x (2 / INR L)). reflexivity.
Qed.

(** Of depth 0 the closed forms are x / 0 = 0 in the library. *)
Lemma closed_0 q x : balanced_mirror_map q 0 x = 0 /\ closed_potential q 0 x = 0.
Proof.
  unfold balanced_mirror_map, closed_potential, m. simpl INR. unfold Rdiv. rewrite Rinv_0, !Rmult_0_r.
  destruct Req_EM_T; rewrite ?Rmult_0_l, ?Rinv_0; lra.
Qed.

Theorem balanced_metric_spares_2 : balanced_metric_without_2.
Proof.
  unfold balanced_metric_without_2. cbv zeta. intros q [| L] x Hq Hx; [| apply balanced_metric; lia || assumption].
  assert (E : metric q 0 (fun _ => 0) x = 0) by (unfold metric, dP; simpl; apply Rinv_0).
  rewrite E. split; [simpl INR; unfold Rdiv; rewrite Rinv_0; ring |].
  apply (is_derive_ext (fun _ => 0)); [intros; symmetry; apply closed_0 | apply (is_derive_const 0)].
Qed.

Theorem balanced_potential_spares_2 : balanced_potential_without_2.
Proof.
  unfold balanced_potential_without_2. cbv zeta. intros q [| L] x Hq Hx; [| apply balanced_potential; lia || assumption].
  split; [| split; [apply closed_0 |]].
  - rewrite (proj1 (closed_0 q x)). apply (is_derive_ext (fun _ => 0)); [intros; symmetry; apply closed_0 | apply (is_derive_const 0)].
  - apply (continuous_ext (fun _ => 0)); [intros; symmetry; apply closed_0 | apply continuous_const].
Qed.
