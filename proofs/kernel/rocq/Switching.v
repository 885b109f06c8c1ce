(** Trajectories at q = 1 with switchings: through x = 0 with one and with two zero weights, across a surface g_k = 0,
    sliding along one, and arriving. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Mirror Onto Coercivity Convergence Witnesses.
Local Open Scope R_scope.

(** p before c, r from c on. *)
Definition glue (c : R) (p r : R -> R) (t : R) : R := if Rlt_dec t c then p t else r t.

Lemma glue_before c p r t : t < c -> glue c p r t = p t.
Proof. unfold glue. destruct Rlt_dec; [reflexivity | lra]. Qed.

Lemma glue_after c p r t : c <= t -> glue c p r t = r t.
Proof. unfold glue. destruct Rlt_dec; [lra | reflexivity]. Qed.

Lemma moves_glue (c : R) (p dp r dr : R -> R) (D : R -> Prop) (a b : R) : D c -> p c = r c -> (forall t, is_derive p t (dp t)) ->
  moves D a b r dr -> moves D a b (glue c p r) (glue c dp dr).
Proof.
  intros HDc E Hp Hr t Ht. destruct (Rtotal_order t c) as [H | [-> | H]].
  - assert (L : locally t (fun s => p s = glue c p r s)).
    { assert (Hd : 0 < c - t) by lra. exists (mkposreal _ Hd). intros s Hs. change (Rabs (s - t) < c - t) in Hs.
      apply Rabs_def2 in Hs. symmetry. apply glue_before. lra. }
    split.
    + apply (continuous_ext_loc (glue c p r) p); [exact L |]. apply (ex_derive_continuous p). eexists. apply Hp.
    + intros _. rewrite (glue_before c dp dr) by assumption. apply (is_derive_ext_loc p); [exact L | apply Hp].
  - split; [| tauto]. destruct (Hr c Ht) as [Cr _]. apply filterlim_locally. intros eps.
    rewrite (glue_after c p r c) by lra.
    assert (Cp : continuous p c) by (apply (ex_derive_continuous p); eexists; apply Hp).
    destruct (continuous_near p c Cp eps (cond_pos eps)) as [d [Hd K]].
    destruct (continuous_near r c Cr eps (cond_pos eps)) as [d' [Hd' K']].
    exists (mkposreal _ (Rmin_pos d d' Hd Hd')). intros s Hs. change (Rabs (s - c) < Rmin d d') in Hs.
    pose proof (Rmin_l d d'). pose proof (Rmin_r d d'). change (Rabs (glue c p r s - r c) < eps).
    unfold glue. destruct Rlt_dec; [rewrite <- E; apply K | apply K']; lra.
  - destruct (Hr t Ht) as [Cr Dr].
    assert (L : locally t (fun s => r s = glue c p r s)).
    { assert (Hd : 0 < t - c) by lra. exists (mkposreal _ Hd). intros s Hs. change (Rabs (s - t) < t - c) in Hs.
      apply Rabs_def2 in Hs. symmetry. apply glue_after. lra. }
    split.
    + apply (continuous_ext_loc (glue c p r) r); [exact L | exact Cr].
    + intros Hn. rewrite (glue_after c dp dr) by lra. apply (is_derive_ext_loc r); [exact L | auto].
Qed.

Lemma moves_line D a b c d : moves D a b (fun t => c + d * t) (fun _ => d).
Proof. apply moves_smooth. intros t _. auto_derive; trivial; ring. Qed.

Lemma is_derive_line c d t : is_derive (fun s => c + d * s) t d.
Proof. auto_derive; trivial; ring. Qed.

Lemma sign_at_1 y : y <> 0 -> spow y (1 - 1) = sign y.
Proof. intros H. replace (1 - 1) with 0 by ring. unfold spow. rewrite apow_zero; [ring | assumption]. Qed.

Lemma drive_pos y : 0 < y -> drive 1 y 1.
Proof. intros H. split; [intros _; rewrite sign_at_1, sign_eq_1 | intros]; lra. Qed.

Lemma drive_neg y : y < 0 -> drive 1 y (-1).
Proof. intros H. split; [intros _; rewrite sign_at_1, sign_eq_m1 | intros]; lra. Qed.

Lemma drive_zero y h : y = 0 -> -1 <= h <= 1 -> drive 1 y h.
Proof. intros -> H. split; [intros [K | K]; lra | trivial]. Qed.

Lemma others_2_0 (a : nat -> R) : others 2 0 a = a 1%nat.
Proof. unfold others, Prod, Nat.eqb. ring. Qed.

Lemma others_2_1 (a : nat -> R) : others 2 1 a = a 0%nat.
Proof. unfold others, Prod, Nat.eqb. ring. Qed.

Lemma output_2 w t : output 2 w t = w 0%nat t * w 1%nat t.
Proof. unfold output, Prod. ring. Qed.

(** A function with two values can be integrated. *)
Lemma integrable_steps (D : R -> Prop) a b c p r : D c -> integrable D a b (glue c (fun _ => p) (fun _ => r)).
Proof.
  intros HD.
  assert (I : forall s t, s <= t -> ex_RInt (glue c (fun _ => p) (fun _ => r)) s t).
  { assert (Ip : forall s t, s <= t -> t <= c -> ex_RInt (glue c (fun _ => p) (fun _ => r)) s t).
    { intros s t Hst Ht. apply (ex_RInt_ext (fun _ => p)); [| apply ex_RInt_const]. intros v Hv.
      rewrite Rmin_left, Rmax_right in Hv by lra. symmetry. apply glue_before. lra. }
    assert (Ir : forall s t, s <= t -> c <= s -> ex_RInt (glue c (fun _ => p) (fun _ => r)) s t).
    { intros s t Hst Ht. apply (ex_RInt_ext (fun _ => r)); [| apply ex_RInt_const]. intros v Hv.
      rewrite Rmin_left, Rmax_right in Hv by lra. symmetry. apply glue_after. lra. }
    intros s t Hst. destruct (Rle_lt_dec t c); [now apply Ip |]. destruct (Rle_lt_dec c s); [now apply Ir |].
    apply (ex_RInt_Chasles (V := R_NormedModule)) with c; [apply Ip | apply Ir]; lra. }
  split.
  - intros s t _ _. destruct (Rle_lt_dec s t); [now apply I |]. apply (ex_RInt_swap (V := R_NormedModule)), I. lra.
  - intros t _ Hn. assert (Htc : t <> c) by (intros ->; contradiction).
    assert (Hd : 0 < Rabs (t - c)) by (apply Rabs_pos_lt; lra).
    apply (continuous_ext_loc _ (fun _ => glue c (fun _ => p) (fun _ => r) t)); [| apply continuous_const].
    exists (mkposreal _ Hd). intros v Hv. change (Rabs (v - t) < Rabs (t - c)) in Hv. unfold glue.
    unfold Rabs in Hv. repeat destruct Rcase_abs; repeat destruct Rlt_dec; trivial; lra.
Qed.

(** * Through x = 0 with two zero weights, leaving at once: f = -x, w = (t, |t|) *)

Definition bounce (i : nat) : R -> R := match i with O => fun t => 0 + 1 * t | _ => glue 0 (fun t => 0 + -1 * t) (fun t => 0 + 1 * t) end.
Definition at_0 (t : R) : Prop := t = 0.

Theorem bounce_witness a b :
  steepest_flow 1 2 (fun _ => -1) (fun _ => -1) no_decay at_0 bounce a b /\
  output 2 bounce 0 = 0 /\ smallest 1 2 (fun i => bounce i 1) 0 /\ zeros 2 (Lambda 1 (fun i => bounce i 1) 0) = 2%nat /\
  (forall t, output 2 bounce t = t * Rabs t) /\ countable (fun t => output 2 bounce t = 0) /\
  integrable at_0 a b (fun _ => -1).
Proof.
  assert (E1 : forall t, bounce 1 t = Rabs t).
  { intros t. unfold bounce, glue. destruct Rlt_dec; [rewrite Rabs_left | rewrite Rabs_pos_eq]; lra. }
  assert (Ex : forall t, output 2 bounce t = t * Rabs t).
  { intros t. rewrite output_2, E1. unfold bounce. ring. }
  split; [| split; [| split; [| split; [| split; [| split]]]]].
  - split; [split; [apply countable_one |] | intros; apply drive_neg; lra].
    intros i Hi. destruct i as [| [| i]]; [| | lia].
    + apply (moves_rate at_0 a b _ (fun _ => 1)); [| apply moves_line]. intros t Ht Hn.
      unfold no_decay. rewrite others_2_0, E1.
      rewrite sign_at_1 by (now apply Rabs_no_R0). rewrite sign_eq_1 by (now apply Rabs_pos_lt). ring.
    + apply (moves_rate at_0 a b _ (glue 0 (fun _ => -1) (fun _ => 1))).
      2:{ apply moves_glue; [reflexivity | ring | intros; apply is_derive_line | apply moves_line]. }
      intros t Ht Hn. unfold no_decay. unfold at_0 in Hn. rewrite others_2_1.
      change (bounce 0 t) with (0 + 1 * t). replace (0 + 1 * t) with t by ring. rewrite sign_at_1 by assumption.
      destruct (Rdichotomy _ _ Hn) as [H | H].
      * rewrite glue_before, sign_eq_m1 by lra. ring.
      * rewrite glue_after, sign_eq_1 by lra. ring.
  - rewrite Ex. ring.
  - split; [lia |]. intros [| [| i]] Hi; try lia; [lra |]. rewrite E1. unfold bounce. rewrite !apow_one, Rabs_Rabsolu.
    right. f_equal. ring.
  - assert (EL : forall i, (i < 2)%nat -> Lambda 1 (fun i => bounce i 1) 0 i = 0).
    { intros [| [| i]] Hi; try lia; unfold Lambda; rewrite ?E1; unfold bounce; replace (0 + 1 * 1) with 1 by ring;
        rewrite ?Rabs_R1; ring. }
    unfold zeros. rewrite !EL by lia. destruct Req_EM_T; [reflexivity | lra].
  - exact Ex.
  - exists (fun _ => 0). intros t Ht. exists 0%nat. rewrite Ex in Ht.
    destruct (Rmult_integral _ _ Ht) as [| H]; [assumption |]. destruct (Req_dec t 0) as [| Hne]; [assumption |].
    now apply Rabs_no_R0 in Hne.
  - split; [intros; apply ex_RInt_const | intros; apply continuous_const].
Qed.

(** * Through x = 0 with one zero weight, then arriving and resting: f = (x - 2)^2/2, w = (v, 1 + |v|), v = min(t, 1) *)

Definition stop : R -> R := glue 1 (fun t => 0 + 1 * t) (fun t => 1 + 0 * t).
Definition size : R -> R := glue 0 (fun t => 1 + -1 * t) (glue 1 (fun t => 1 + 1 * t) (fun t => 2 + 0 * t)).
Definition arriving (i : nat) : R -> R := match i with O => stop | _ => size end.
Definition at_0_1 (t : R) : Prop := t = 0 \/ t = 1.
Definition until_1 : R -> R := glue 1 (fun _ => -1) (fun _ => 0).

Lemma stop_value t : (t < 1 /\ stop t = t) \/ (1 <= t /\ stop t = 1).
Proof. unfold stop, glue. destruct Rlt_dec; [left | right]; lra. Qed.

Lemma size_value t : size t = 1 + Rabs (stop t).
Proof.
  unfold size, stop, glue. destruct (Rlt_dec t 0), (Rlt_dec t 1); try lra;
    [rewrite Rabs_left | rewrite Rabs_pos_eq | rewrite Rabs_pos_eq]; lra.
Qed.

Lemma arriving_output t : output 2 arriving t = stop t * (1 + Rabs (stop t)).
Proof. rewrite output_2. unfold arriving. rewrite size_value. ring. Qed.

Theorem arrival_witness :
  let w (_ : nat) := arriving in let grad (X : nat -> R) (k : nat) := X k - 2 in
  let f (X : nat -> R) := (X 0%nat - 2) * (X 0%nat - 2) / 2 in let x t := fun k : nat => output 2 (w k) t in
  countable at_0_1 /\ network_flow 1 1 2 grad (fun _ => until_1) no_decay at_0_1 w (-1) 3 /\
  (output 2 arriving (1 / 2) < 2 /\ output 2 arriving 0 = 0 /\ forall t, 1 <= t -> output 2 arriving t = 2) /\
  (forall t, -1 < t -> smallest 1 2 (fun i => arriving i t) 0 /\ mu 1 2 (fun i => arriving i t) 0 = 1) /\
  moves at_0_1 (-1) 3 (fun r => f (x r)) (fun t => Sum 1 (fun k => grad (x t) k * Derive (output 2 (w k)) t)) /\
  (forall t k, -1 < t < 3 -> Rabs (grad (x t) k) <= 4) /\
  (forall t, 2 * 1 * (f (x t) - 0) <= Sum 1 (fun k => grad (x t) k * grad (x t) k)) /\
  integrable at_0_1 (-1) 3 until_1.
Proof.
  intros w grad f x.
  assert (HD : countable at_0_1) by (apply countable_or; apply countable_one).
  assert (Hstop : forall D : R -> Prop, (D 1) -> moves D (-1) 3 stop (glue 1 (fun _ => 1) (fun _ => 0))).
  { intros D HD1. apply moves_glue; [assumption | ring | intros; apply is_derive_line | apply moves_line]. }
  assert (Hflow : driven_flow 1 2 until_1 no_decay at_0_1 arriving (-1) 3).
  { split; [assumption |]. intros i Hi. destruct i as [| [| i]]; [| | lia].
    - apply (moves_rate at_0_1 (-1) 3 stop (glue 1 (fun _ => 1) (fun _ => 0))); [| apply Hstop; right; reflexivity].
      intros t Ht Hn. unfold no_decay. rewrite others_2_0. unfold arriving at 1. rewrite size_value.
      pose proof (Rabs_pos (stop t)). rewrite sign_at_1, sign_eq_1 by lra.
      unfold until_1, glue. destruct Rlt_dec; ring.
    - apply (moves_rate at_0_1 (-1) 3 size (glue 0 (fun _ => -1) (glue 1 (fun _ => 1) (fun _ => 0)))).
      2:{ apply moves_glue; [left; reflexivity | rewrite glue_before by lra; ring | intros; apply is_derive_line |].
          apply moves_glue; [right; reflexivity | ring | intros; apply is_derive_line | apply moves_line]. }
      intros t Ht Hn. unfold no_decay. rewrite others_2_1. unfold arriving at 1.
      assert (H0 : t <> 0) by (intros ->; apply Hn; now left).
      unfold until_1, glue, stop, glue. destruct (Rlt_dec t 0), (Rlt_dec t 1); try lra.
      + rewrite sign_at_1, sign_eq_m1 by lra. ring.
      + rewrite sign_at_1, sign_eq_1 by lra. ring. }
  assert (Hmu : forall t, -1 < t -> smallest 1 2 (fun i => arriving i t) 0 /\ mu 1 2 (fun i => arriving i t) 0 = 1).
  { intros t Ht. assert (E : apow (size t) 1 = apow (stop t) 1 + 1).
    { rewrite !apow_one, size_value, (Rabs_pos_eq (1 + _)); [ring |]. pose proof (Rabs_pos (stop t)). lra. }
    split.
    - split; [lia |]. intros [| [| i]] Hi; try lia; unfold arriving; lra.
    - unfold mu, others, Lambda; simpl. rewrite E. ring. }
  assert (Hval : forall t, -1 < t < 3 -> -2 <= output 2 arriving t <= 2 /\ (t < 1 -> output 2 arriving t < 2) /\
    (1 <= t -> output 2 arriving t = 2)).
  { intros t Ht. rewrite arriving_output. destruct (stop_value t) as [[H ->] | [H ->]].
    - split; [| split; [| lra]]; [| intros _]; (destruct (Rle_lt_dec 0 t); [rewrite Rabs_pos_eq by lra | rewrite Rabs_left by lra]; nra).
    - rewrite Rabs_R1. lra. }
  split; [exact HD |]. split; [| split; [| split; [| split; [| split; [| split]]]]].
  - intros k _. split; [exact Hflow |]. intros t Ht Hn. unfold component, grad, w, until_1, glue.
    destruct (Hval t Ht) as [_ [K1 K2]]. destruct Rlt_dec; [apply drive_neg; lra | apply drive_zero; [rewrite K2; lra | lra]].
  - split; [| split].
    + apply Hval; lra.
    + rewrite arriving_output. destruct (stop_value 0) as [[_ ->] | [H _]]; [ring | lra].
    + intros t Ht. rewrite arriving_output. destruct (stop_value t) as [[H _] | [_ ->]]; [lra |]. rewrite Rabs_R1. ring.
  - exact Hmu.
  - destruct (metric_flow 1 2 until_1 at_0_1 arriving (-1) 3 0 0 ltac:(lra) Hflow ltac:(lra) (proj1 (Hmu 0 ltac:(lra))))
      as [_ [_ Mx]].
    pose proof (fun c : R => moves_smooth at_0_1 (-1) 3 (fun _ => c) (fun _ => 0)
      ltac:(intros r _; apply (is_derive_const c))) as Mc.
    pose proof (moves_plus _ _ _ _ _ _ _ Mx (Mc (-2))) as M2.
    pose proof (moves_times _ _ _ _ _ _ _ (moves_times _ _ _ _ _ _ _ M2 M2) (Mc (/ 2))) as M3.
    apply (moves_ext at_0_1 (-1) 3 _ (fun r => f (x r))) in M3; [| intros r _; reflexivity].
    apply (moves_rate at_0_1 (-1) 3 _) with (2 := M3). intros t Ht Hn. cbv beta. simpl Sum.
    destruct (Mx t Ht) as [_ Dx]. unfold w. rewrite (is_derive_unique _ _ _ (Dx Hn)). unfold grad, x, w. cbv beta. field.
  - intros t k Ht. unfold grad, x, w. destruct (Hval t Ht) as [K _]. apply Rabs_le. lra.
  - intros t. unfold f, grad, x, w. simpl. lra.
  - apply integrable_steps. now right.
Qed.

(** * Across a surface g_1 = 0: f = x_1 (x_2 - 1), w_1 = (v, v) with v = 2 + |t - 1|, w_2 = (2 - t, 2 - t) *)

Definition turning : R -> R := glue 1 (fun t => 3 + -1 * t) (fun t => 1 + 1 * t).
Definition falling (t : R) : R := 2 + -1 * t.
Definition twins (v : R -> R) (_ : nat) : R -> R := v.
Definition at_1 (t : R) : Prop := t = 1.

(** Twins v > 0 with dv/dt = - h: a balanced coordinate at q = 1. *)
Lemma twins_flow v h D a b : countable D -> (forall t, a < t < b -> 0 < v t) -> moves D a b v (fun t => - h t) ->
  driven_flow 1 2 h no_decay D (twins v) a b.
Proof.
  intros HD Hv Hm. split; [assumption |]. intros i Hi. unfold twins. apply (moves_rate D a b v) with (2 := Hm).
  intros t Ht _. unfold no_decay. specialize (Hv t Ht).
  assert (E : others 2 i (fun _ => v t) = v t) by (rewrite others_const by assumption; simpl; ring).
  rewrite E, sign_at_1, sign_eq_1 by lra. ring.
Qed.

Theorem switching_witness :
  let w (k : nat) := match k with O => twins turning | _ => twins falling end in
  let grad (X : nat -> R) (k : nat) := match k with O => X 1%nat - 1 | _ => X 0%nat end in
  let h (k : nat) := match k with O => glue 1 (fun _ => 1) (fun _ => -1) | _ => fun _ => 1 end in
  network_flow 1 2 2 grad h no_decay at_1 w 0 2 /\
  (forall t, 0 < t < 1 -> 0 < component 2 grad w 0 t) /\ component 2 grad w 0 1 = 0 /\
  (forall t, 1 < t < 2 -> component 2 grad w 0 t < 0) /\
  (forall k t, 0 < t < 2 -> balanced 1 2 (w k) 0 2 /\ 0 < output 2 (w k) t).
Proof.
  intros w grad h.
  assert (Hturn : forall t, 0 < turning t) by (intros t; unfold turning, glue; destruct Rlt_dec; lra).
  assert (Eg : forall t, component 2 grad w 0 t = falling t * falling t - 1).
  { intros t. unfold component, grad, w. rewrite output_2. reflexivity. }
  assert (Hflow : forall k, driven_flow 1 2 (h k) no_decay at_1 (w k) 0 2).
  { intros [| k]; (apply twins_flow; [apply countable_one | |]).
    - intros; apply Hturn.
    - apply (moves_rate at_1 0 2 turning (glue 1 (fun _ => -1) (fun _ => 1))).
      + intros t _ _. unfold h, glue. destruct Rlt_dec; ring.
      + apply moves_glue; [reflexivity | ring | intros; apply is_derive_line | apply moves_line].
    - intros t Ht. unfold falling. lra.
    - apply (moves_line at_1 0 2 2 (-1)). }
  split; [| split; [| split; [| split]]].
  - intros k Hk. split; [apply Hflow |]. intros t Ht Hn. destruct k as [| k].
    + rewrite Eg. unfold h, glue, falling. unfold at_1 in Hn. destruct Rlt_dec; [apply drive_pos | apply drive_neg]; nra.
    + apply drive_pos. unfold component, grad, w. rewrite output_2. unfold twins.
      apply Rmult_lt_0_compat; apply Hturn.
  - intros t Ht. rewrite Eg. unfold falling. nra.
  - rewrite Eg. unfold falling. ring.
  - intros t Ht. rewrite Eg. unfold falling. nra.
  - intros [| k] t Ht; (split; [intros i j s _ _ _; reflexivity |]); rewrite output_2; unfold w, twins;
      apply Rmult_lt_0_compat; try apply Hturn; unfold falling; lra.
Qed.

(** * Sliding, then arriving: f = (x_1 - x_2/4)^2/2 + (x_2 - 4)^2/2, x_k = v_k^2 with v_2 = min(1 + t, 2);
    v_1 = 4/5 - t until it meets v_2/2 at t = 1/5, slides along g_1 = 0 with h_1 = -1/2, and rests from t = 1 on *)

Definition chased : R -> R := glue 1 (fun t => 1 + 1 * t) (fun t => 2 + 0 * t).
Definition sliding : R -> R :=
  glue (1 / 5) (fun t => 4 / 5 + -1 * t) (glue 1 (fun t => 1 / 2 + 1 / 2 * t) (fun t => 1 + 0 * t)).
Definition slid (k : nat) : nat -> R -> R := match k with O => twins sliding | _ => twins chased end.
Definition slide_grad (X : nat -> R) (k : nat) : R :=
  match k with O => X 0%nat - X 1%nat / 4 | _ => - (X 0%nat - X 1%nat / 4) / 4 + (X 1%nat - 4) end.
Definition slide_drive (k : nat) : R -> R :=
  match k with O => glue (1 / 5) (fun _ => 1) (glue 1 (fun _ => - (1 / 2)) (fun _ => 0)) | _ => until_1 end.
Definition slide_value (X : nat -> R) : R :=
  (X 0%nat - X 1%nat / 4) * (X 0%nat - X 1%nat / 4) / 2 + (X 1%nat - 4) * (X 1%nat - 4) / 2.
Definition slide_times (t : R) : Prop := t = 1 / 5 \/ t = 1.

Theorem sliding_witness :
  let x (k : nat) := output 2 (slid k) in let g := component 2 slide_grad slid in
  let F t := slide_value (fun k => x k t) in
  network_flow 1 2 2 slide_grad slide_drive no_decay slide_times slid 0 3 /\
  (forall t, 0 < t < 1 / 5 -> 0 < g 0%nat t) /\
  (forall t, 1 / 5 < t < 1 -> g 0%nat t = 0 /\ slide_drive 0 t = - (1 / 2) /\ Derive (x 0%nat) t = (1 + t) / 2) /\
  (forall t, 0 < t < 1 -> 0 < F t) /\ (forall t, 1 <= t < 3 -> F t = 0) /\
  mirror_trajectory 1 1 2 F g slide_drive (fun k t => 2 * slid k 0%nat t) x slide_times 0 3 /\
  (forall k t, (k < 2)%nat -> 0 < t < 3 -> continuous (g k) t /\ Rabs (g k t) <= 4) /\
  (forall t, 0 <= F t /\ 2 * (1 / 2) * (F t - 0) <= square_norm 2 g t).
Proof.
  intros x g F.
  assert (HD : countable slide_times) by (apply countable_or; apply countable_one).
  assert (Hv : forall t, 0 < t < 3 ->
    (t < 1 / 5 /\ sliding t = 4 / 5 - t /\ chased t = 1 + t) \/
    (1 / 5 <= t < 1 /\ sliding t = (1 + t) / 2 /\ chased t = 1 + t) \/ (1 <= t /\ sliding t = 1 /\ chased t = 2)).
  { intros t Ht. unfold sliding, chased, glue. destruct (Rlt_dec t (1 / 5)), (Rlt_dec t 1); lra. }
  assert (Hpos : forall t, 0 < t < 3 -> 1 / 2 <= sliding t <= 1 /\ 1 <= chased t <= 2).
  { intros t Ht. destruct (Hv t Ht) as [H | [H | H]]; lra. }
  assert (Hflow : forall k, driven_flow 1 2 (slide_drive k) no_decay slide_times (slid k) 0 3).
  { intros [| k]; (apply twins_flow; [assumption | |]).
    - intros t Ht. pose proof (Hpos t Ht). lra.
    - apply (moves_rate slide_times 0 3 sliding (glue (1 / 5) (fun _ => -1) (glue 1 (fun _ => 1 / 2) (fun _ => 0)))).
      + intros t _ _. unfold slide_drive, glue. destruct (Rlt_dec t (1 / 5)), (Rlt_dec t 1); ring.
      + apply moves_glue; [now left | rewrite glue_before by lra; field | intros; apply is_derive_line |].
        apply moves_glue; [now right | field | intros; apply is_derive_line | apply moves_line].
    - intros t Ht. pose proof (Hpos t Ht). lra.
    - apply (moves_rate slide_times 0 3 chased (glue 1 (fun _ => 1) (fun _ => 0))).
      + intros t _ _. unfold slide_drive, until_1, glue. destruct Rlt_dec; ring.
      + apply moves_glue; [now right | ring | intros; apply is_derive_line | apply moves_line]. }
  assert (Ex0 : forall t, x 0%nat t = sliding t * sliding t) by (intros; unfold x; apply output_2).
  assert (Ex1 : forall t, x 1%nat t = chased t * chased t) by (intros; unfold x; apply output_2).
  assert (Eg0 : forall t, g 0%nat t = x 0%nat t - x 1%nat t / 4) by reflexivity.
  assert (Eg1 : forall t, g 1%nat t = - (x 0%nat t - x 1%nat t / 4) / 4 + (x 1%nat t - 4)) by reflexivity.
  assert (Hdrive : forall k, (k < 2)%nat -> forall t, 0 < t < 3 -> ~ slide_times t -> drive 1 (g k t) (slide_drive k t)).
  { intros [| [| k]] Hk t Ht Hn; [| | lia].
    - rewrite Eg0, Ex0, Ex1. unfold slide_drive, glue. destruct (Hv t Ht) as [[H [-> ->]] | [[H [-> ->]] | [H [-> ->]]]];
        destruct (Rlt_dec t (1 / 5)), (Rlt_dec t 1); try lra; [apply drive_pos; nra | apply drive_zero; [field | lra]..].
    - rewrite Eg1, Ex0, Ex1. unfold slide_drive, until_1, glue.
      destruct (Hv t Ht) as [[H [-> ->]] | [[H [-> ->]] | [H [-> ->]]]];
        destruct (Rlt_dec t 1); try lra; [apply drive_neg; nra | apply drive_neg; nra | apply drive_zero; [field | lra]]. }
  assert (Hx : forall k, (k < 2)%nat -> moves slide_times 0 3 (x k) (fun t => - slide_drive k t * (2 * slid k 0%nat t))).
  { intros k Hk. destruct (Hflow k) as [_ Hm]. pose proof (Hm 0%nat ltac:(lia)) as M.
    apply (moves_ext slide_times 0 3 (fun t => slid k 0%nat t * slid k 0%nat t)).
    { intros t _. unfold x. rewrite output_2. destruct k; reflexivity. }
    apply (moves_rate slide_times 0 3 _) with (2 := moves_times _ _ _ _ _ _ _ M M). intros t Ht Hn. cbv beta.
    rewrite others_2_0. unfold no_decay.
    assert (Hp : 0 < slid k 1%nat t) by (pose proof (Hpos t Ht); destruct k; unfold slid, twins; lra).
    rewrite sign_at_1, sign_eq_1 by lra. ring. }
  split; [| split; [| split; [| split; [| split; [| split; [| split]]]]]].
  - intros k Hk. split; [apply Hflow | now apply Hdrive].
  - intros t Ht. rewrite Eg0, Ex0, Ex1. destruct (Hv t ltac:(lra)) as [[H [-> ->]] | H]; [nra | lra].
  - intros t Ht. destruct (Hv t ltac:(lra)) as [H | [[H [E0 E1]] | H]]; [lra | | lra].
    split; [rewrite Eg0, Ex0, Ex1, E0, E1; field |].
    assert (Ed : slide_drive 0 t = - (1 / 2)).
    { unfold slide_drive. rewrite glue_after, glue_before by lra. reflexivity. }
    split; [exact Ed |]. destruct (Hx 0%nat ltac:(lia) t ltac:(lra)) as [_ Dx].
    rewrite (is_derive_unique _ _ _ (Dx ltac:(unfold slide_times; lra))), Ed. unfold slid, twins. rewrite E0. field.
  - intros t Ht. unfold F, slide_value. rewrite Ex0, Ex1.
    assert (Hb : chased t * chased t - 4 < 0).
    { destruct (Hv t ltac:(lra)) as [[H [_ ->]] | [[H [_ ->]] | H]]; [nra | nra | lra]. }
    pose proof (Rle_0_sqr (sliding t * sliding t - chased t * chased t / 4)) as K. unfold Rsqr in K.
    assert (0 < (chased t * chased t - 4) * (chased t * chased t - 4)) by nra. lra.
  - intros t Ht. unfold F, slide_value. rewrite Ex0, Ex1.
    destruct (Hv t ltac:(lra)) as [H | [H | [H [-> ->]]]]; [lra | lra |]. field.
  - split; [exact HD |]. split.
    + intros k Hk. split; [now apply Hx |]. intros t Ht Hn. split; [now apply Hdrive |].
      pose proof (Hpos t Ht). destruct k; unfold slid, twins; lra.
    + pose proof (Hx 0%nat ltac:(lia)) as M0. pose proof (Hx 1%nat ltac:(lia)) as M1.
      pose proof (fun c : R => moves_smooth slide_times 0 3 (fun _ => c) (fun _ => 0)
        ltac:(intros r _; apply (is_derive_const c))) as Mc.
      pose proof (moves_plus _ _ _ _ _ _ _ M0 (moves_times _ _ _ _ _ _ _ M1 (Mc (- / 4)))) as MA.
      pose proof (moves_plus _ _ _ _ _ _ _ M1 (Mc (-4))) as MB.
      pose proof (moves_plus _ _ _ _ _ _ _ (moves_times _ _ _ _ _ _ _ (moves_times _ _ _ _ _ _ _ MA MA) (Mc (/ 2)))
        (moves_times _ _ _ _ _ _ _ (moves_times _ _ _ _ _ _ _ MB MB) (Mc (/ 2)))) as MF.
      apply (moves_ext slide_times 0 3 _ F) in MF; [| intros t _; unfold F, slide_value; field].
      apply (moves_rate slide_times 0 3 _) with (2 := MF). intros t Ht Hn. cbv beta. unfold Sum.
      destruct (M0 t Ht) as [_ D0]. destruct (M1 t Ht) as [_ D1].
      rewrite (is_derive_unique _ _ _ (D0 Hn)), (is_derive_unique _ _ _ (D1 Hn)), Eg0, Eg1. field.
  - intros k t Hk Ht.
    assert (C : forall j, (j < 2)%nat -> continuous (x j) t) by (intros j Hj; now apply (Hx j Hj t Ht)).
    assert (C0 : continuous (fun s => x 0%nat s - x 1%nat s * / 4) t).
    { apply (continuous_minus (x 0%nat) (fun s => x 1%nat s * / 4)); [apply C; lia |].
      apply (continuous_mult (x 1%nat) (fun _ => / 4)); [apply C; lia | apply continuous_const]. }
    pose proof (Hpos t Ht). assert (1 / 4 <= x 0%nat t <= 1) by (rewrite Ex0; nra).
    assert (1 <= x 1%nat t <= 4) by (rewrite Ex1; nra).
    destruct k as [| [| k]]; [| | lia]; (split; [| apply Rabs_le; rewrite ?Eg0, ?Eg1; lra]).
    + exact C0.
    + apply (continuous_ext (fun s => - / 4 * (x 0%nat s - x 1%nat s * / 4) + (x 1%nat s - 4))).
      * intros s. rewrite Eg1. as_reals. field.
      * apply (continuous_plus (fun s => - / 4 * (x 0%nat s - x 1%nat s * / 4)) (fun s => x 1%nat s - 4)).
        -- now apply (continuous_scal_r (- / 4) (fun s => x 0%nat s - x 1%nat s * / 4)).
        -- apply (continuous_minus (x 1%nat) (fun _ => 4)); [apply C; lia | apply continuous_const].
  - intros t. unfold F, slide_value, square_norm, Sum. rewrite Eg0, Eg1.
    set (A := x 0%nat t - x 1%nat t / 4). set (B := x 1%nat t - 4). split; nra.
Qed.
