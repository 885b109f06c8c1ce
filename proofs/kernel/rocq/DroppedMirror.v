(** Hypotheses dropped, of the theorems about the metric, the mirror map and the potential. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  Witnesses Mutants Switching DroppedBalance.
Local Open Scope R_scope.

(** * What cannot be integrated has the integral 0 in the library *)

Lemma RInt_none (f : R -> R) a b : ~ ex_RInt f a b -> RInt f a b = 0.
Proof.
  intros H. unfold RInt, iota, lim. simpl. unfold R_complete_lim.
  rewrite (is_lub_Rbar_unique _ p_infty); [reflexivity |]. split.
  - intros x _. exact I.
  - intros l Hl. destruct l as [l | |]; [| exact I |].
    + exfalso. assert (K : Rbar_le (l + 1) l); [| simpl in K; lra]. apply Hl. intros y Hy. exfalso. apply H. now exists y.
    + exfalso. assert (K : Rbar_le 0 m_infty); [| exact K]. apply Hl. intros y Hy. exfalso. apply H. now exists y.
Qed.

Definition cusp (t : R) : R := apow t (1 / 2).
Definition cusp_rate (t : R) : R := 1 / 2 * spow t (1 / 2 - 1).

Lemma cusp_moves a b : moves at_0 a b cusp cusp_rate.
Proof.
  intros t _. split; [apply continuous_apow; lra |]. intros Hn. unfold at_0 in Hn. now apply is_derive_apow_nz.
Qed.

Lemma cusp_values : cusp 0 = 0 /\ cusp (1 / 4) = 1 / 2.
Proof.
  unfold cusp. rewrite apow_0. split; [reflexivity |]. replace (1 / 4) with (apow (1 / 2) 2) by (rewrite apow_two; field).
  rewrite apow_apow. replace (2 * (1 / 2)) with 1 by field. rewrite apow_one. apply Rabs_pos_eq. lra.
Qed.

Lemma cusp_unbounded c : 0 < Rabs c -> ~ ex_RInt (fun t => c * cusp_rate t) 0 (1 / 4).
Proof.
  intros Hc H. destruct (ex_RInt_ub _ _ _ H) as [M K]. rewrite Rmin_left, Rmax_right in K by lra.
  set (e := Rmin (1 / 2) (Rabs c / (4 * (Rabs M + 1)))).
  assert (HM : 0 < Rabs M + 1) by (pose proof (Rabs_pos M); lra).
  assert (He : 0 < e) by (apply Rmin_pos; [lra | apply Rdiv_lt_0_compat; lra]).
  assert (He1 : e <= 1 / 2) by apply Rmin_l.
  assert (He2 : e <= Rabs c / (4 * (Rabs M + 1))) by apply Rmin_r.
  pose proof (K (e * e) ltac:(nra)) as B. change (Rabs (c * cusp_rate (e * e)) <= M) in B.
  assert (E : cusp_rate (e * e) = 1 / 2 * / e).
  { unfold cusp_rate. f_equal. rewrite spow_pos by nra. rewrite <- apow_two, apow_apow.
    replace (2 * (1 / 2 - 1)) with (- (1)) by field. rewrite apow_Ropp, apow_one, Rabs_pos_eq; lra. }
  rewrite E, Rabs_mult, (Rabs_pos_eq (1 / 2 * / e)) in B by (pose proof (Rinv_0_lt_compat e He); lra).
  pose proof (Rle_abs M).
  assert (e * (4 * (Rabs M + 1)) <= Rabs c).
  { apply (Rmult_le_compat_r (4 * (Rabs M + 1))) in He2; [| lra]. unfold Rdiv in He2.
    rewrite Rmult_assoc, Rinv_l, Rmult_1_r in He2 by lra. exact He2. }
  apply (Rmult_le_compat_r e) in B; [| lra]. replace (Rabs c * (1 / 2 * / e) * e) with (Rabs c / 2) in B by (field; lra). nra.
Qed.

(** w_i = c_i e^(-cusp t): the decay cannot be integrated. *)
Theorem balance_decay_needs_3 : ~ balance_decay_without_3.
Proof.
  intros H. set (w := fun (i : nat) t => match i with O => 0 | _ => exp (- cusp t) end).
  assert (Hf : driven_flow 2 2 (fun _ => 0) cusp_rate at_0 w (-1) 1).
  { split; [apply countable_one |]. intros [| i] _.
    - apply (moves_rate at_0 (-1) 1 _ (fun _ => 0)); [intros; unfold w; ring |]. apply moves_smooth. intros. apply (is_derive_const 0).
    - intros t Ht. destruct (cusp_moves (-1) 1 t Ht) as [C D]. split.
      + apply (continuous_comp (fun t => - cusp t) exp); [now apply (continuous_opp cusp) |].
        apply (ex_derive_continuous exp). auto_derive. trivial.
      + intros Hn. evar_last.
        * apply (is_derive_comp exp (fun t => - cusp t)); [apply is_derive_exp | apply (is_derive_opp cusp), D, Hn].
        * unfold w, scal, opp; simpl; unfold mult; simpl. ring. }
  pose proof (H 2 2%nat _ _ at_0 w (-1) 1 ltac:(lra) Hf 1%nat 0%nat 0 (1 / 4) ltac:(lia) ltac:(lia) ltac:(lra) ltac:(lra)) as E.
  rewrite (RInt_none cusp_rate) in E.
  2:{ intros X. apply (cusp_unbounded 1); [rewrite Rabs_R1; lra |]. apply (ex_RInt_ext cusp_rate); [intros; as_reals; ring | exact X]. }
  unfold w in E. destruct cusp_values as [-> ->] in E. rewrite Rmult_0_r, exp_0, Rmult_1_r, apow_0 in E.
  rewrite Ropp_0, exp_0, apow_1, !Rminus_0_r, apow_two, <- exp_plus in E.
  assert (exp (- (1 / 2) + - (1 / 2)) < exp 0) by (apply exp_increasing; lra). rewrite exp_0 in *. lra.
Qed.

(** * P and its inverse *)

Theorem inverse_needs_1 : ~ inverse_without_1.
Proof.
  intros H. destruct (H 0%nat tied 0%nat) as [_ [_ K]]. pose proof (K 0 ltac:(lra)). pose proof (K 1 ltac:(lra)).
  unfold P in *. simpl in *. lra.
Qed.

Theorem inverse_needs_2 : ~ inverse_without_2.
Proof. intros H. apply inverse_mutant_false. intros L Lam i0 HL. exact (H L Lam i0 HL). Qed.

Theorem inverse_needs_3 : ~ inverse_without_3.
Proof.
  intros H. destruct (H 2%nat tied 0%nat (tied_invariants 2 ltac:(lia))) as [_ [K1 K2]].
  pose proof (K2 (-1)) as E. destruct (K1 (P 2 tied (-1))) as [Hu _]; [unfold P, tied; simpl; lra |]. lra.
Qed.

(** * Along the flow *)

(** One weight of depth 1: x = w, R'' = 1. *)
Definition line (_ : nat) (t : R) : R := t.
Definition jump (_ : nat) (t : R) : R := if Rlt_dec t 1 then 0 else 1.

Lemma dP_1 Lam u : dP 1 Lam u = 1.
Proof. unfold dP, others. simpl. ring. Qed.

Lemma one_smallest q w : smallest q 1 w 0.
Proof. split; [lia |]. intros [| i] Hi; [lra | lia]. Qed.

Lemma one_domain q Lam x : Lam 0%nat = 0 -> domain q 1 Lam x.
Proof.
  intros E. left. unfold m_0, zeros. rewrite E. destruct Req_EM_T; [| lra]. unfold m. simpl INR. lra.
Qed.

Lemma Lambda_0 q w : Lambda q w 0 0 = 0.
Proof. unfold Lambda. ring. Qed.

Lemma jump_rest q : driven_flow q 1 (fun _ => 0) no_decay never jump 0 1.
Proof.
  apply (rest q 1 never jump (fun _ => 0)); [apply countable_none |]. intros i t _ Ht. unfold jump. destruct Rlt_dec; lra.
Qed.

Lemma jump_output : output 1 jump (1 / 2) = 0 /\ output 1 jump 2 = 1.
Proof. unfold output, jump. simpl. destruct (Rlt_dec (1 / 2) 1), (Rlt_dec 2 1); lra. Qed.

Lemma line_output t : output 1 line t = t.
Proof. unfold output, line. simpl. ring. Qed.

Theorem metric_along_flow_needs_1 : ~ metric_along_flow_without_1.
Proof.
  intros H. destruct steep_values as [E1 [E2 [E3 E4]]].
  destruct (H (-1) 2%nat _ at_0 _ _ _ steep_flow 1%nat (1 / 4) ltac:(lra)) as [_ [K _]].
  { split; [lia |]. intros [| [| i]] Hi; [| | lia]; rewrite ?E1, ?E2; lra. }
  destruct (K (- (1 / 4)) ltac:(lra)) as [E _]. unfold output, P, Lambda in E. cbn [Prod] in E.
  rewrite !apow_mult, apow_1, E1, E2, E3, E4 in E. lra.
Qed.

Theorem metric_along_flow_needs_2 : ~ metric_along_flow_without_2.
Proof.
  intros H. destruct (H 2 1%nat (fun _ => 0) never line 0 2 ltac:(lra) 0%nat 1 ltac:(lra) (one_smallest _ _)) as [_ [_ K]].
  destruct (K 1 ltac:(lra)) as [_ D]. specialize (D (fun x => x)).
  apply (is_derive_ext _ (fun t => t)) in D; [| intros; apply line_output].
  apply is_derive_unique in D. rewrite Derive_id in D. lra.
Qed.

(** At rest at (1, 2) before t = 1, at (1, 1) from then on: a flow on (0, 1) only. *)
Definition halved (i : nat) t := if Rlt_dec t 1 then match i with O => 1 | _ => 2 end else 1.

Lemma halved_at : halved 0 (1 / 2) = 1 /\ halved 1 (1 / 2) = 2 /\ halved 0 2 = 1 /\ halved 1 2 = 1.
Proof. unfold halved. destruct (Rlt_dec (1 / 2) 1), (Rlt_dec 2 1); lra. Qed.

Lemma halved_rests : driven_flow 2 2 (fun _ => 0) no_decay never halved 0 1.
Proof.
  apply (rest 2 2 never halved (fun i => match i with O => 1 | _ => 2 end)); [apply countable_none |].
  intros i t _ Ht. unfold halved. destruct Rlt_dec; lra.
Qed.

Theorem metric_along_flow_needs_3 : ~ metric_along_flow_without_3.
Proof.
  intros H. destruct halved_at as [E1 [E2 [E3 E4]]].
  destruct (H 2 2%nat _ never halved 0 1 ltac:(lra) halved_rests 0%nat 2) as [_ [K _]].
  { split; [lia |]. intros [| [| i]] Hi; [lra | rewrite E3, E4; lra | lia]. }
  destruct (K (1 / 2) ltac:(lra)) as [E _]. unfold output, P, Lambda in E. cbn [Prod] in E.
  rewrite !apow_two, E1, E2, E3, E4 in E. lra.
Qed.

Theorem metric_along_flow_needs_4 : ~ metric_along_flow_without_4.
Proof.
  intros H. destruct (H 2 0%nat _ never later 0 1 ltac:(lra) (later_rest 2 0) 0%nat (1 / 2) ltac:(lra)) as [[K _] _]. lia.
Qed.

Theorem metric_along_flow_needs_5 : ~ metric_along_flow_without_5.
Proof.
  intros H. destruct halved_at as [E1 [E2 [E3 E4]]].
  destruct (H 2 2%nat _ never halved 0 1 ltac:(lra) halved_rests 0%nat (1 / 2) ltac:(lra)) as [_ [K _]].
  { split; [lia |]. intros [| [| i]] Hi; [lra | rewrite E1, E2, !apow_two; lra | lia]. }
  destruct (K 2) as [E _]. unfold output, P, Lambda in E. cbn [Prod] in E.
  rewrite !apow_two, E1, E2, E3, E4 in E. lra.
Qed.

Theorem mirror_flow_needs_2 : ~ mirror_flow_without_2.
Proof.
  intros H. pose proof (H 2 1%nat (fun _ => 0) never line 0 2 ltac:(lra) 0%nat 1 ltac:(lra) (one_smallest _ _) 0
    ltac:(intros; left; rewrite dP_1; lra)) as K.
  destruct (K 1 ltac:(lra)) as [_ D]. specialize (D (fun x => x)).
  set (Lam := Lambda 2 (fun i => line i 1) 0) in *.
  apply (is_derive_ext _ (mirror_map 2 1 Lam 0)) in D; [| intros t; rewrite line_output; reflexivity].
  assert (HL : invariants 1 Lam 0) by apply smallest_invariants, one_smallest.
  pose proof (is_derive_mirror_map 1 Lam 0 HL 2 0 1 ltac:(lra) ltac:(left; rewrite dP_1; lra)) as D'.
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'. unfold metric in D'. rewrite dP_1 in D'. lra.
Qed.

(** Both weights rest at 0 under any drive. *)
Lemma rest_at_0 q h D a b : countable D -> driven_flow q 2 h no_decay D (fun i _ => tied i) a b.
Proof.
  intros HD. split; [exact HD |]. intros i Hi. apply (moves_rate D a b _ (fun _ => 0)).
  - intros t _ _. unfold no_decay, tied. destruct i as [| [| i]]; [| | lia]; rewrite ?others_2_0, ?others_2_1, spow_0; ring.
  - apply moves_smooth. intros. apply (is_derive_const 0).
Qed.

Lemma tied_smallest q : smallest q 2 tied 0.
Proof. split; [lia |]. intros i _. unfold tied. lra. Qed.

Theorem mirror_flow_needs_5 : ~ mirror_flow_without_5.
Proof.
  intros H. pose proof (H 1 2%nat (fun _ => 1) never _ 0 2 ltac:(lra) (rest_at_0 1 _ _ 0 2 countable_none) 0%nat 1 ltac:(lra)
    (tied_smallest 1) 0) as K. destruct (K 1 ltac:(lra)) as [_ D]. specialize (D (fun x => x)).
  apply is_derive_unique in D. unfold output in D. rewrite Derive_const in D. lra.
Qed.

Theorem mirror_map_derivative_needs_2 : ~ mirror_map_derivative_without_2.
Proof.
  intros H. destruct (H 2 0%nat tied 0%nat 1 1 ltac:(lra) ltac:(right; lra)) as [_ K]. unfold metric, dP in K. simpl in K.
  rewrite Rinv_0 in K. lra.
Qed.

Theorem mirror_map_derivative_needs_3 : ~ mirror_map_derivative_without_3.
Proof. intros H. apply mirror_map_derivative_mutant_false. intros q L Lam i0 c x Hq HL. exact (H q L Lam i0 c x Hq HL). Qed.

Theorem metric_exponents_needs_2 : ~ metric_exponents_without_2.
Proof.
  intros H. destruct (H 1 1%nat (fun _ => -1) 0%nat ltac:(lra)) as [_ [K _]].
  assert (Ez : zeros 1 (fun _ => -1) = 0%nat) by (unfold zeros; destruct Req_EM_T; [lra | reflexivity]).
  unfold m_0 in K. rewrite Ez in K. unfold m in K. simpl INR in K. unfold Rdiv in K. rewrite Rinv_0, !Rmult_0_r in K.
  apply (is_lim_ext_loc _ (fun _ => 1)) in K.
  - apply is_lim_unique in K. rewrite Lim_const in K. apply Rbar_finite_eq in K. lra.
  - exists (mkposreal 1 Rlt_0_1). intros y _ Hy. unfold metric. rewrite dP_1, Rinv_1, apow_zero by exact Hy. ring.
Qed.

(** * The potential *)

Lemma tied_domain x : 0 < x -> domain 2 2 tied x.
Proof. intros H. right. exact H. Qed.

Theorem potential_derivatives_needs_3 : ~ potential_derivatives_without_3.
Proof.
  intros H. assert (HL : invariants 2 tied 0) by (apply tied_invariants; lia).
  destruct (H 2 2%nat tied 0%nat ltac:(lra) HL 0) as [_ [C _]].
  destruct (essentially_smooth 2 2%nat tied 0%nat ltac:(lra) HL (Req_le _ _ (eq_sym tied_m_0)) (grad_potential 2 2 tied 0 - 1))
    as [d [Hd K]].
  destruct (continuous_near _ 0 C 1 ltac:(lra)) as [d' [Hd' K']].
  pose proof (Rmin_pos d d' Hd Hd'). pose proof (Rmin_l d d'). pose proof (Rmin_r d d').
  specialize (K (Rmin d d' / 2) ltac:(lra)). specialize (K' (Rmin d d' / 2)).
  assert (B : Rabs (Rmin d d' / 2 - 0) < d') by (rewrite Rminus_0_r, Rabs_pos_eq; lra).
  specialize (K' B). apply Rabs_def2 in K'. lra.
Qed.

Theorem potential_derivatives_needs_5 : ~ potential_derivatives_without_5.
Proof.
  intros H. destruct (H 2 2%nat tied 0%nat ltac:(lra) (tied_invariants 2 ltac:(lia)) 1 (tied_domain 1 ltac:(lra)))
    as [_ [_ [_ [K _]]]]. rewrite tied_m_0 in K. lra.
Qed.

Theorem potential_flow_needs_2 : ~ potential_flow_without_2.
Proof.
  intros H. set (Lam := Lambda 2 (fun i => line i 1) 0).
  pose proof (H 2 1%nat (fun _ => 0) never line 0 2 ltac:(lra) 0%nat 1 ltac:(lra) (one_smallest _ _)
    (fun t _ => one_domain 2 Lam _ (Lambda_0 _ _))) as K.
  destruct (K 1 ltac:(lra)) as [_ D]. fold Lam in D.
  assert (Hn : ~ (never 1 \/ dP 1 Lam 0 = 0 /\ output 1 line 1 = 0)) by (intros [[] | [E _]]; rewrite dP_1 in E; lra).
  specialize (D Hn). apply (is_derive_ext _ (grad_potential 2 1 Lam)) in D; [| intros t; rewrite line_output; reflexivity].
  assert (HL : invariants 1 Lam 0) by apply smallest_invariants, one_smallest.
  pose proof (is_derive_grad 2 1 Lam 0 ltac:(lra) HL 1 (one_domain 2 Lam 1 (Lambda_0 _ _)) ltac:(lra)) as D'.
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'. unfold metric in D'. rewrite dP_1 in D'. lra.
Qed.

Lemma grad_apart_0_1 w : let Lam := Lambda 2 w 0 in grad_potential 2 1 Lam 0 < grad_potential 2 1 Lam 1.
Proof.
  intros Lam. assert (HL : invariants 1 Lam 0) by apply smallest_invariants, one_smallest.
  apply (grad_incr 2 1 Lam 0 ltac:(lra) HL); [apply one_domain, Lambda_0 .. | lra].
Qed.

Lemma RInt_0 s t : RInt (fun _ => 0) s t = 0.
Proof. rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. ring. Qed.

Theorem mirror_integral_needs_2 : ~ mirror_integral_without_2.
Proof.
  intros H. pose proof (H 2 1%nat (fun _ => 0) never line (-1) 2 ltac:(lra) (no_decay_integrable _ _ _) 0%nat 1 ltac:(lra)
    (one_smallest _ _) (fun t _ => one_domain 2 _ _ (Lambda_0 _ _)) ltac:(left; rewrite dP_1; lra) 0 1 ltac:(lra) ltac:(lra)) as E.
  rewrite !line_output, RInt_0 in E. pose proof (grad_apart_0_1 (fun i => line i 1)) as K. cbv zeta in K. lra.
Qed.

(** w = cusp t: the drive cannot be integrated. *)
Theorem mirror_integral_needs_3 : ~ mirror_integral_without_3.
Proof.
  intros H. set (w := fun (_ : nat) t => 2 * cusp t).
  assert (Hf : driven_flow 2 1 (fun t => -2 * cusp_rate t) no_decay at_0 w (-1) 1).
  { split; [apply countable_one |]. intros [| i] Hi; [| lia]. intros t Ht. destruct (cusp_moves (-1) 1 t Ht) as [C D]. split.
    - now apply (continuous_scal_r 2 cusp).
    - intros Hn. evar_last; [apply (is_derive_scal cusp t 2 _ (D Hn)) |]. unfold no_decay, others; simpl.
      replace (2 - 1) with 1 by ring. rewrite spow_one. ring. }
  pose proof (H 2 1%nat _ at_0 w (-1) 1 ltac:(lra) Hf 0%nat 0 ltac:(lra)
    (one_smallest _ _) (fun t _ => one_domain 2 _ _ (Lambda_0 _ _)) ltac:(left; rewrite dP_1; lra) 0 (1 / 4) ltac:(lra) ltac:(lra)) as E.
  rewrite (RInt_none (fun t => -2 * cusp_rate t)) in E by (apply cusp_unbounded; rewrite Rabs_left; lra).
  destruct cusp_values as [E0 E1]. pose proof (grad_apart_0_1 (fun i => w i 0)) as K. cbv zeta in K.
  assert (X0 : output 1 w 0 = 0) by (unfold output, w; simpl; rewrite E0; ring).
  assert (X1 : output 1 w (1 / 4) = 1) by (unfold output, w; simpl; rewrite E1; field).
  rewrite X0, X1 in E. lra.
Qed.

Lemma tied_m_0_1 : m_0 1 2 tied < 1.
Proof. unfold m_0, m, tied. simpl. destruct Req_EM_T; [| lra]. simpl. lra. Qed.

Lemma Lambda_tied q i : Lambda q tied 0 i = tied i.
Proof. unfold Lambda, tied. ring. Qed.

Theorem mirror_integral_needs_7 : ~ mirror_integral_without_7.
Proof.
  intros H. assert (Hh : integrable never 0 2 (fun _ => 1)) by apply steady.
  assert (Hd : forall t, 0 < t < 2 -> domain 1 2 (Lambda 1 tied 0) (output 2 (fun i _ => tied i) t)).
  { intros t _. left. unfold m_0, zeros. rewrite !Lambda_tied. exact tied_m_0_1. }
  pose proof (H 1 2%nat _ never _ 0 2 ltac:(lra) (rest_at_0 1 _ _ 0 2 countable_none) Hh 0%nat 1 ltac:(lra) (tied_smallest 1) Hd
    (1 / 2) 1 ltac:(lra) ltac:(lra)) as E.
  unfold output in E. rewrite Rminus_eq_0, RInt_const in E. unfold scal in E; simpl in E; unfold mult in E; simpl in E. lra.
Qed.

Theorem mirror_integral_needs_8 : ~ mirror_integral_without_8.
Proof.
  intros H. pose proof (H 2 1%nat _ never jump 0 1 ltac:(lra) (jump_rest 2) (no_decay_integrable _ _ _) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) (fun t _ => one_domain 2 _ _ (Lambda_0 _ _)) ltac:(left; rewrite dP_1; lra) 2 (1 / 2) ltac:(lra)) as E.
  destruct jump_output as [E0 E1]. rewrite E0, E1, RInt_0 in E. pose proof (grad_apart_0_1 (fun i => jump i (1 / 2))) as K.
  cbv zeta in K. lra.
Qed.

Theorem mirror_integral_needs_9 : ~ mirror_integral_without_9.
Proof.
  intros H. pose proof (H 2 1%nat _ never jump 0 1 ltac:(lra) (jump_rest 2) (no_decay_integrable _ _ _) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) (fun t _ => one_domain 2 _ _ (Lambda_0 _ _)) ltac:(left; rewrite dP_1; lra) (1 / 2) 2 ltac:(lra)) as E.
  destruct jump_output as [E0 E1]. rewrite E0, E1, RInt_0 in E. pose proof (grad_apart_0_1 (fun i => jump i (1 / 2))) as K.
  cbv zeta in K. lra.
Qed.

Theorem strictly_convex_needs_5 : ~ strictly_convex_without_5.
Proof. intros H. apply strictly_convex_mutant_false. intros q L Lam i0 Hq HL x y r Hx Hy. exact (H q L Lam i0 Hq HL x y r Hx Hy). Qed.

Theorem strictly_convex_needs_6 : ~ strictly_convex_without_6.
Proof.
  intros H. pose proof (H 2 2%nat tied 0%nat ltac:(lra) (tied_invariants 2 ltac:(lia)) 1 2 0 (tied_domain 1 ltac:(lra))
    (tied_domain 2 ltac:(lra)) ltac:(lra)) as K. rewrite !Rmult_0_l, Rplus_0_l, Rminus_0_r, Rmult_1_l, Rplus_0_l in K. lra.
Qed.

Theorem essentially_smooth_needs_3 : ~ essentially_smooth_without_3.
Proof. intros H. apply essentially_smooth_mutant_false. intros q L Lam i0 Hq HL. exact (H q L Lam i0 Hq HL). Qed.

Theorem essentially_smooth_needs_4 : ~ essentially_smooth_without_4.
Proof.
  intros H. destruct (H 2 2%nat tied 0%nat ltac:(lra) (tied_invariants 2 ltac:(lia)) (Req_le _ _ (eq_sym tied_m_0)) 0) as [d [_ K]].
  specialize (K 1). unfold grad_potential in K. rewrite tied_m_0 in K. destruct Rlt_dec; [lra |].
  unfold mirror_map in K. rewrite integral_point in K. lra.
Qed.

(** Of no weights R'' = 0 in the library, and R' = 0 is not onto. *)
Lemma flat_metric q x : metric q 0 tied x = 0.
Proof. unfold metric, dP. simpl. apply Rinv_0. Qed.

Lemma flat_map q c x : mirror_map q 0 tied c x = 0.
Proof. unfold mirror_map. rewrite (RInt_ext _ (fun _ => 0)); [apply RInt_0 | intros; apply flat_metric]. Qed.

Lemma flat_grad q x : grad_potential q 0 tied x = 0.
Proof.
  unfold grad_potential. destruct Rlt_dec; [| apply flat_map]. unfold odd_mirror_map, mirror_zero. rewrite flat_map.
  rewrite (Lim_seq_ext _ (fun _ => 0)) by (intros; apply flat_map). rewrite Lim_seq_const. simpl. ring.
Qed.

Theorem onto_needs_2 : ~ onto_without_2.
Proof.
  intros H. destruct (H 1 0%nat tied 0%nat ltac:(lra)) as [_ K].
  assert (E : m 1 0 <= 1) by (unfold m; simpl INR; unfold Rdiv; rewrite Rinv_0; lra).
  destruct (K E 1) as [x [_ Ex]]. rewrite flat_grad in Ex. lra.
Qed.

Lemma flat_potential q x : potential q 0 tied x = 0.
Proof.
  unfold potential. destruct Rlt_dec as [H | H]; (rewrite (RInt_ext _ (fun _ => 0)); [apply RInt_0 |]); intros y _; [| apply flat_map].
  pose proof (flat_grad q y) as E. unfold grad_potential in E. destruct Rlt_dec; [exact E | contradiction].
Qed.

Theorem strictly_convex_needs_2 : ~ strictly_convex_without_2.
Proof.
  intros H. assert (Hd : forall x, domain 1 0 tied x) by (intros; left; unfold m_0, zeros, m; simpl INR; unfold Rdiv; rewrite Rinv_0; lra).
  pose proof (H 1 0%nat tied 0%nat ltac:(lra) 0 1 (1 / 2) (Hd 0) (Hd 1) ltac:(lra) ltac:(lra)) as K. rewrite !flat_potential in K. lra.
Qed.

(** At q = 0 |x|^q is 1 but at 0: R'' is a constant, but at 0. *)
Lemma flat_off_0 x : x <> 0 -> metric 0 2 apart x = / (2 * U 2 apart 1 + 1).
Proof.
  intros Hx. unfold metric. rewrite apow_zero by exact Hx. f_equal. unfold dP, others, apart. simpl. ring.
Qed.

Lemma U_apart_1 : 0 <= U 2 apart 1 /\ U 2 apart 1 * (U 2 apart 1 + 1) = 1.
Proof.
  destruct (U_ge0_P 2 apart 0 (apart_invariants 2 ltac:(lia)) 1 ltac:(lra)) as [Hu E]. split; [exact Hu |].
  revert E. generalize (U 2 apart 1). intros u E. unfold P, apart in E. simpl in E. lra.
Qed.

Theorem metric_exponents_needs_1 : ~ metric_exponents_without_1.
Proof.
  intros H. destruct (H 0 2%nat apart 0%nat (apart_invariants 2 ltac:(lia))) as [_ [_ K]].
  apply (is_lim_ext_loc _ (fun _ => / (2 * U 2 apart 1 + 1))) in K.
  - apply is_lim_unique in K. rewrite Lim_const in K. apply Rbar_finite_eq in K. apply (f_equal Rinv) in K.
    rewrite !Rinv_inv in K. simpl INR in K. destruct U_apart_1. nra.
  - exists 1. intros x Hx. assert (Hn : x <> 0) by lra. rewrite flat_off_0 by exact Hn.
    replace (m 0 2) with 0 by (unfold m, Rdiv; ring). rewrite apow_zero by exact Hn. ring.
Qed.

Theorem mirror_map_derivative_needs_1 : ~ mirror_map_derivative_without_1.
Proof.
  intros H. destruct (H 0 2%nat apart 0%nat 0 0 (apart_invariants 2 ltac:(lia)) (apart_side 0)) as [D _].
  set (k := / (2 * U 2 apart 1 + 1)).
  apply (is_derive_ext _ (fun x => k * x)) in D.
  - assert (D' : is_derive (fun x => k * x) 0 k) by (auto_derive; trivial; ring).
    apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'. unfold metric in D'.
    rewrite apow_0, (U_0 2 apart 0 (apart_invariants 2 ltac:(lia))), apart_dP in D'. unfold k in D'.
    apply (f_equal Rinv) in D'. rewrite !Rinv_inv in D'. destruct U_apart_1. nra.
  - intros x. unfold mirror_map. rewrite (RInt_ext _ (fun _ => k)).
    + rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. as_reals. ring.
    + intros y Hy. apply flat_off_0. intros ->. unfold Rmin, Rmax in Hy. destruct Rle_dec; lra.
Qed.
