(** Hypotheses dropped: NAME_needs_K refutes the pinned statement of NAME without its hypothesis number K by an instance;
    NAME_spares_K proves it. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity
  Regularizer Convergence DualDecay EscapeTime EndToEnd Exponents Witnesses Mutants Switching.
Local Open Scope R_scope.

(** * Weights that rest, weights outside the interval, and the trajectory w = (t / (1 + t), t) at q = -1 *)

Lemma rest q L D w (c : nat -> R) a b : countable D -> (forall i t, (i < L)%nat -> a < t < b -> w i t = c i) ->
  driven_flow q L (fun _ => 0) no_decay D w a b.
Proof.
  intros HD E. split; [exact HD |]. intros i Hi. apply (moves_ext D a b (fun _ => c i)); [intros; symmetry; auto |].
  apply (moves_rate D a b _ (fun _ => 0)); [intros; unfold no_decay; ring |].
  apply moves_smooth. intros. apply (is_derive_const (c i)).
Qed.

Lemma nowhere q L h alpha w : driven_flow q L h alpha never w 1 0.
Proof. split; [apply countable_none |]. intros i _ t Ht. lra. Qed.

Lemma no_decay_integrable D a b : integrable D a b no_decay.
Proof. split; [intros; apply ex_RInt_const | intros; apply continuous_const]. Qed.

Definition ramp (i : nat) (t : R) : R := match i with O => 0 | _ => t end.
Definition later (i : nat) (t : R) : R := match i with O => 0 | _ => if Rlt_dec t 1 then 0 else 1 end.

Lemma ramp_rest q D a b : countable D -> driven_flow q 1 (fun _ => 0) no_decay D ramp a b.
Proof. intros HD. apply (rest q 1 D ramp (fun _ => 0)); [exact HD |]. intros [| i] t Hi _; [reflexivity | lia]. Qed.

Lemma later_rest q L : driven_flow q L (fun _ => 0) no_decay never later 0 1.
Proof.
  apply (rest q L never later (fun _ => 0)); [apply countable_none |]. intros [| i] t _ Ht; [reflexivity |].
  unfold later. destruct Rlt_dec; lra.
Qed.

Lemma later_1 : later 1 2 = 1 /\ later 1 (1 / 2) = 0.
Proof. unfold later. destruct (Rlt_dec 2 1), (Rlt_dec (1 / 2) 1); lra. Qed.

Lemma ramp_rate t : is_derive (fun s => apow (ramp 1 s) 2 - apow (ramp 0 s) 2) t (2 * t).
Proof.
  apply (is_derive_ext (fun s => s * s)); [intros s; unfold ramp; rewrite !apow_two; as_reals; ring |].
  auto_derive; trivial; ring.
Qed.

Lemma ramp_rate' t : is_derive (fun s => apow (ramp 0 s) 2 - apow (ramp 1 s) 2) t (- (2 * t)).
Proof.
  apply (is_derive_ext (fun s => - (s * s))); [intros s; unfold ramp; rewrite !apow_two; as_reals; ring |].
  auto_derive; trivial; ring.
Qed.

Definition steep (i : nat) (t : R) : R := match i with O => t / (1 + t) | _ => t end.
Definition steep_drive (t : R) : R := - sign t * (t * t / ((1 + t) * (1 + t))).

Lemma spow_m2 t : t <> 0 -> spow t (-1 - 1) = sign t / (t * t).
Proof. intros H. unfold spow. replace (-1 - 1) with (- (2)) by ring. rewrite apow_Ropp, apow_two. reflexivity. Qed.

Lemma sign_pos_div t : -1 / 2 < t -> sign (t / (1 + t)) = sign t.
Proof.
  intros H. assert (0 < / (1 + t)) by (apply Rinv_0_lt_compat; lra).
  destruct (Rtotal_order t 0) as [K | [-> | K]].
  - rewrite !sign_eq_m1; trivial. unfold Rdiv. nra.
  - unfold Rdiv. rewrite Rmult_0_l. reflexivity.
  - rewrite !sign_eq_1; trivial. unfold Rdiv. nra.
Qed.

Lemma steep_flow : driven_flow (-1) 2 steep_drive no_decay at_0 steep (- (1 / 2)) (1 / 2).
Proof.
  split; [apply countable_one |]. intros [| [| i]] Hi; [| | lia]; intros t Ht; unfold no_decay.
  - assert (D : is_derive (steep 0) t (/ ((1 + t) * (1 + t)))) by (unfold steep; auto_derive; [lra | field; lra]).
    split; [apply (ex_derive_continuous (steep 0)); eexists; exact D |]. intros Hn. unfold at_0 in Hn.
    evar_last; [exact D |]. rewrite others_2_0. unfold steep. rewrite spow_m2 by assumption. unfold steep_drive.
    pose proof (sign_sq t Hn) as S. replace (_ - _) with (sign t * sign t / ((1 + t) * (1 + t))) by (field; lra).
    rewrite S. field. lra.
  - assert (D : is_derive (steep 1) t 1) by (unfold steep; auto_derive; trivial).
    split; [apply (ex_derive_continuous (steep 1)); eexists; exact D |]. intros Hn. unfold at_0 in Hn.
    evar_last; [exact D |]. rewrite others_2_1. unfold steep.
    assert (Hd : t / (1 + t) <> 0) by (unfold Rdiv; apply Rmult_integral_contrapositive_currified; [lra | apply Rinv_neq_0_compat; lra]).
    rewrite spow_m2 by exact Hd. rewrite sign_pos_div by lra. unfold steep_drive.
    pose proof (sign_sq t Hn) as S. replace (_ - _) with (sign t * sign t) by (field; lra). lra.
Qed.

Lemma apow_m1 a : a <> 0 -> apow a (-1) = / Rabs a.
Proof. intros _. replace (-1) with (- (1)) by ring. rewrite apow_Ropp, apow_one. reflexivity. Qed.

Lemma steep_values : apow (steep 0 (1 / 4)) (-1) = 5 /\ apow (steep 1 (1 / 4)) (-1) = 4 /\
  apow (steep 0 (- (1 / 4))) (-1) = 3 /\ apow (steep 1 (- (1 / 4))) (-1) = 4.
Proof.
  unfold steep. replace (1 / 4 / (1 + 1 / 4)) with (/ 5) by field. replace (- (1 / 4) / (1 + - (1 / 4))) with (- / 3) by field.
  rewrite !apow_m1 by lra. rewrite !Rabs_Ropp. rewrite !Rabs_pos_eq by lra. lra.
Qed.

(** * Balance *)

Theorem balance_rate_spares_1 : balance_rate_without_1.
Proof.
  unfold balance_rate_without_1. cbv zeta. intros q L h alpha D w a b Hf i j t Hi Hj Ht Hn Hx.
  assert (K : forall k, (k < L)%nat -> is_derive (fun s => apow (w k s) q) t
    (- q * h t * spow (output L w t) (q - 1) - q * alpha t * apow (w k t) q)).
  { intros k Hk. apply (weight_power_rate q L h alpha D w a b); auto.
    destruct Hx as [Hx | Hx]; [now left | right; exact (Prod_nz L (fun j => w j t) Hx k Hk)]. }
  evar_last; [apply (is_derive_minus (fun s => apow (w i s) q) (fun s => apow (w j s) q) t _ _ (K i Hi) (K j Hj)) |].
  unfold minus, plus, opp; simpl. ring.
Qed.

Ltac two_rates D D' := apply is_derive_unique in D; apply is_derive_unique in D'; rewrite D in D'; clear D.

(** A statement's hypotheses, proved as far as it asks for them, of weights that rest or flow nowhere. *)
Ltac resting E := repeat match type of E with ?A -> _ => match type of A with Prop => specialize (E ltac:(first [lra | lia | exact (fun x => x) | left; lra
  | exact (ramp_rest _ _ _ _ countable_none) | exact (later_rest _ _) | exact (nowhere _ _ _ _ _) | exact (no_decay_integrable _ _ _)])) end end.
Ltac rising H L a b i j rate := pose proof (H 2 L (fun _ => 0) no_decay never ramp a b) as D; cbv zeta in D; resting D;
  specialize (D i j (1 / 2)); resting D; pose proof (rate (1 / 2)) as D'; two_rates D D'; unfold no_decay in D'; lra.

Theorem balance_rate_needs_2 : ~ balance_rate_without_2. Proof. intros H. rising H 2%nat 0 1 1%nat 0%nat ramp_rate. Qed.
Theorem balance_rate_needs_3 : ~ balance_rate_without_3. Proof. intros H. rising H 1%nat 0 1 1%nat 0%nat ramp_rate. Qed.
Theorem balance_rate_needs_4 : ~ balance_rate_without_4. Proof. intros H. rising H 1%nat 0 1 0%nat 1%nat ramp_rate'. Qed.
Theorem balance_rate_needs_5 : ~ balance_rate_without_5. Proof. intros H. rising H 2%nat 1 0 1%nat 0%nat ramp_rate. Qed.

Theorem balance_rate_needs_6 : ~ balance_rate_without_6.
Proof.
  intros H. set (c := fun (i : nat) (_ : R) => match i with O => 0 | _ => 1 end).
  set (alpha := fun t => if Req_EM_T t 0 then 1 else 0).
  assert (Hf : driven_flow 2 2 (fun _ => 0) alpha at_0 c (-1) 1).
  { split; [apply countable_one |]. intros i _. apply (moves_rate at_0 (-1) 1 _ (fun _ => 0)).
    - intros t _ Hn. unfold alpha. destruct Req_EM_T; [contradiction | ring].
    - apply moves_smooth. intros. apply (is_derive_const (c i t)). }
  pose proof (H 2 2%nat _ _ at_0 c (-1) 1 ltac:(lra) Hf 1%nat 0%nat 0 ltac:(lia) ltac:(lia) ltac:(lra) ltac:(left; lra)) as D.
  pose proof (is_derive_const (apow (c 1%nat 0) 2 - apow (c 0%nat 0) 2) 0) as D'. apply is_derive_unique in D.
  apply is_derive_unique in D'. unfold c in D, D'. rewrite D in D'. unfold alpha in D'. rewrite apow_1, apow_0 in D'.
  destruct Req_EM_T; [| lra]. unfold zero in D'; simpl in D'. lra.
Qed.

(** q = 1, w = (t, 1), h = - 1 / (1 - |t|), alpha = sign t / (1 - |t|): |w_0| has a kink at 0, where x = 0. *)
Theorem balance_rate_needs_7 : ~ balance_rate_without_7.
Proof.
  intros H. set (w := fun (i : nat) (t : R) => match i with O => t | _ => 1 end).
  set (h := fun t => - / (1 - Rabs t)). set (alpha := fun t => sign t / (1 - Rabs t)).
  assert (Hf : driven_flow 1 2 h alpha never w (- (1 / 2)) (1 / 2)).
  { apply smooth_flow. intros i t Hi Ht.
    assert (B : Rabs t < 1 / 2) by (apply Rabs_def1; lra).
    destruct i as [| [| i]]; [| | lia]; rewrite ?others_2_0, ?others_2_1; unfold w, h, alpha.
    - evar_last; [apply (is_derive_id t) |]. replace (1 - 1) with 0 by ring. rewrite spow_zero by lra.
      unfold one; simpl. apply (Rmult_eq_reg_r (1 - Rabs t)); [| lra].
      transitivity (1 - sign t * t); [rewrite sign_self; as_reals; ring | as_reals; field; lra].
    - evar_last; [apply (is_derive_const 1 t) |]. replace (1 - 1) with 0 by ring. unfold zero; simpl.
      destruct (Req_dec t 0) as [-> | Hn]; [rewrite spow_0, sign_0; field; rewrite Rabs_R0; lra |].
      unfold spow. rewrite apow_zero by assumption. field. lra. }
  pose proof (H 1 2%nat _ _ never w _ _ ltac:(lra) Hf 0%nat 1%nat 0 ltac:(lia) ltac:(lia) ltac:(lra) (fun x => x)) as D.
  set (l := - (1) * alpha 0 * (apow (w 0%nat 0) 1 - apow (w 1%nat 0) 1)) in D. clearbody l.
  apply (is_derive_ext _ (fun s => Rabs s - 1)) in D; [| intros s; unfold w; rewrite !apow_one, Rabs_R1; reflexivity].
  apply is_derive_Reals in D. destruct (D (1 / 2) ltac:(lra)) as [d Hd]. pose proof (cond_pos d).
  pose proof (Hd (d / 2) ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)) as K1.
  pose proof (Hd (- (d / 2)) ltac:(lra) ltac:(rewrite Rabs_Ropp, Rabs_pos_eq; lra)) as K2.
  rewrite Rplus_0_l, Rabs_R0 in *. rewrite (Rabs_pos_eq (d / 2)) in K1 by lra. rewrite (Rabs_left (- (d / 2))) in K2 by lra.
  replace ((d / 2 - 1 - (0 - 1)) / (d / 2)) with 1 in K1 by (field; lra).
  replace ((- - (d / 2) - 1 - (0 - 1)) / - (d / 2)) with (-1) in K2 by (field; lra).
  apply Rabs_def2 in K1. apply Rabs_def2 in K2. lra.
Qed.

Theorem balance_needs_1 : ~ balance_without_1.
Proof.
  intros H. destruct steep_values as [E1 [E2 [E3 E4]]].
  pose proof (H (-1) 2%nat _ at_0 _ _ _ steep_flow 0%nat 1%nat (1 / 4) (- (1 / 4)) ltac:(lia) ltac:(lia) ltac:(lra) ltac:(lra)).
  lra.
Qed.

Theorem balance_decay_needs_1 : ~ balance_decay_without_1.
Proof.
  intros H. destruct steep_values as [E1 [E2 [E3 E4]]].
  pose proof (H (-1) 2%nat _ _ at_0 _ _ _ steep_flow (no_decay_integrable _ _ _) 0%nat 1%nat (1 / 4) (- (1 / 4)) ltac:(lia)
    ltac:(lia) ltac:(lra) ltac:(lra)) as E.
  pose proof (exp_pos (- -1 * RInt no_decay (1 / 4) (- (1 / 4)))). rewrite E1, E2, E3, E4 in E. lra.
Qed.

(** w_1 - w_0 changes: as the time t, or between 1/2 and 2. *)
Lemma no_loss s t : exp (- (2) * RInt no_decay s t) = 1.
Proof.
  unfold no_decay. rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. replace (- (2) * ((t - s) * 0)) with 0 by ring.
  apply exp_0.
Qed.

Ltac ramps E := rewrite ?no_loss, !apow_two in E; unfold ramp in E; lra.
Ltac laters E := destruct later_1 as [E1 E2]; rewrite E1, E2, ?no_loss, !apow_two in E; unfold later in E; lra.
Ltac kept H L w b i j s t ends := pose proof (H 2 L (fun _ => 0) never w 0 b) as E; cbv zeta in E; resting E; specialize (E i j s t);
  resting E; ends E.
Ltac decayed H L w b i j s t ends := pose proof (H 2 L (fun _ => 0) no_decay never w 0 b) as E; cbv zeta in E; resting E;
  specialize (E i j s t); resting E; ends E.

Theorem balance_needs_2 : ~ balance_without_2. Proof. intros H. kept H 2%nat ramp 2 1%nat 0%nat (1 / 2) 1 ramps. Qed.
Theorem balance_needs_3 : ~ balance_without_3. Proof. intros H. kept H 1%nat ramp 2 1%nat 0%nat (1 / 2) 1 ramps. Qed.
Theorem balance_needs_4 : ~ balance_without_4. Proof. intros H. kept H 1%nat ramp 2 0%nat 1%nat (1 / 2) 1 ramps. Qed.
Theorem balance_needs_5 : ~ balance_without_5. Proof. intros H. kept H 2%nat later 1 1%nat 0%nat 2 (1 / 2) laters. Qed.
Theorem balance_needs_6 : ~ balance_without_6. Proof. intros H. kept H 2%nat later 1 1%nat 0%nat (1 / 2) 2 laters. Qed.

Theorem balance_decay_needs_2 : ~ balance_decay_without_2. Proof. intros H. decayed H 2%nat ramp 2 1%nat 0%nat (1 / 2) 1 ramps. Qed.
Theorem balance_decay_needs_4 : ~ balance_decay_without_4. Proof. intros H. decayed H 1%nat ramp 2 1%nat 0%nat (1 / 2) 1 ramps. Qed.
Theorem balance_decay_needs_5 : ~ balance_decay_without_5. Proof. intros H. decayed H 1%nat ramp 2 0%nat 1%nat (1 / 2) 1 ramps. Qed.
Theorem balance_decay_needs_6 : ~ balance_decay_without_6. Proof. intros H. decayed H 2%nat later 1 1%nat 0%nat 2 (1 / 2) laters. Qed.
Theorem balance_decay_needs_7 : ~ balance_decay_without_7. Proof. intros H. decayed H 2%nat later 1 1%nat 0%nat (1 / 2) 2 laters. Qed.
