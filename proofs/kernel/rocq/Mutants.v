(** Mutants: a pinned statement with one thing changed (a sign, an exponent, a constant, strictness, a hypothesis dropped),
    and the proof, by a concrete instance, that the changed statement is false. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance Mirror Onto Coercivity Regularizer Convergence DualDecay
  EscapeTime EndToEnd Exponents Witnesses.
Local Open Scope R_scope.

(** * The instances *)

Lemma hyperbolic_driven a b : driven_flow 2 2 (fun _ => spow (-1) (2 - 1)) no_decay never hyperbolic a b.
Proof. apply hyperbolic_flow. Qed.

Lemma hyperbolic_invariants s : invariants 2 (Lambda 2 (fun i => hyperbolic i s) 0) 0.
Proof. apply smallest_invariants, hyperbolic_smallest. Qed.

Lemma hyperbolic_dP s : 0 < dP 2 (Lambda 2 (fun i => hyperbolic i s) 0) 0.
Proof.
  rewrite (dP_0 2 _ 0 (hyperbolic_invariants s)). change (0 < mu 2 2 (fun i => hyperbolic i s) 0).
  rewrite hyperbolic_mu. lra.
Qed.

Lemma push_value : spow (-1) (2 - 1) = -1.
Proof. replace (2 - 1) with 1 by ring. apply spow_one. Qed.

Lemma exp_neg t : 0 < t -> exp (- t) < 1.
Proof. intros Ht. rewrite <- exp_0. apply exp_increasing. lra. Qed.

Definition one_dead (i : nat) : R := match i with O => 1 | _ => 0 end.
Lemma fading_flow q L c a b : driven_flow q L (fun _ => 0) (fun _ => 1) never (fading c) a b.
Proof. exact (proj1 (decay_witness q L c a b)). Qed.

Lemma steady a b : integrable never a b (fun _ => 1).
Proof. split; [intros; apply ex_RInt_const | intros; apply continuous_const]. Qed.

(** Two rates of the same function at a time that is no exception are the same. *)
Lemma same_rate a b y dy dy' t : a < t < b -> moves never a b y dy -> moves never a b y dy' -> dy t = dy' t.
Proof.
  intros Ht H H'. destruct (H t Ht) as [_ D]. destruct (H' t Ht) as [_ D'].
  rewrite <- (is_derive_unique _ _ _ (D (fun x => x))). apply is_derive_unique, D'. exact (fun x => x).
Qed.

Lemma fading_0 c i : fading c i 0 = c i.
Proof. unfold fading. rewrite Ropp_0, exp_0. ring. Qed.

Lemma apart_smallest q : 0 < q -> smallest q 2 apart 0.
Proof.
  intros Hq. split; [lia |]. intros [| i] _; unfold apart; [lra |]. rewrite apow_0. apply apow_ge0.
Qed.

Lemma m_2_2 : m 2 2 = 1.
Proof. unfold m; simpl; field. Qed.

Lemma apart_side x : same_side 2 apart 0 x.
Proof. left. rewrite apart_dP. lra. Qed.

Lemma apart_metric_gt0 q x : 0 < metric q 2 apart x.
Proof. apply (metric_gt0 2 apart 0 (apart_invariants 2 ltac:(lia)) q 0), apart_side. Qed.

(** * The mutants *)

Definition balance_rate_mutant : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat
  -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (q *
  alpha t * (apow (w i t) q - apow (w j t) q)).

Theorem balance_rate_mutant_false : ~ balance_rate_mutant.
Proof.
  intros H.
  pose proof (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 2 2 one_dead (-1) 1)
    0%nat 1%nat 0 ltac:(lia) ltac:(lia) ltac:(lra) (fun x => x) ltac:(left; lra)) as D.
  pose proof (balance_rate 2 2%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 2 2 one_dead (-1) 1)
    0%nat 1%nat 0 ltac:(lia) ltac:(lia) ltac:(lra) (fun x => x) ltac:(left; lra)) as D'.
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'.
  rewrite !fading_0 in D'. simpl in D'. rewrite apow_1, apow_0 in D'. lra.
Qed.

Definition balance_mutant : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat
  -> a < s < b -> a < t < b -> apow (w i t) 1 - apow (w j t) 1 = apow (w i s) 1 - apow (w j s) 1.

Theorem balance_mutant_false : ~ balance_mutant.
Proof.
  intros H.
  pose proof (H 2 2%nat _ never _ (-1) 2 ltac:(lra) (hyperbolic_driven (-1) 2)
    1%nat 0%nat 0 1 ltac:(lia) ltac:(lia) ltac:(lra) ltac:(lra)) as E.
  rewrite !apow_one in E. unfold hyperbolic in E. rewrite Ropp_0, exp_0 in E.
  pose proof (exp_neg 1 ltac:(lra)).
  pose proof (exp_ineq1 1 ltac:(lra)).
  pose proof (exp_pos (- (1))).
  rewrite !Rabs_pos_eq in E by lra. lra.
Qed.

Definition balance_decay_mutant : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t,
  (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow
  (w j s) q) * exp (- RInt alpha s t).

Theorem balance_decay_mutant_false : ~ balance_decay_mutant.
Proof.
  intros H.
  pose proof (H 2 2%nat _ _ never _ (-1) 2 ltac:(lra) (fading_flow 2 2 one_dead (-1) 2) (steady _ _)
    0%nat 1%nat 0 1 ltac:(lia) ltac:(lia) ltac:(lra) ltac:(lra)) as E.
  pose proof (balance_decay 2 2%nat _ _ never _ (-1) 2 ltac:(lra) (fading_flow 2 2 one_dead (-1) 2) (steady _ _)
    0%nat 1%nat 0 1 ltac:(lia) ltac:(lia) ltac:(lra) ltac:(lra)) as E'.
  cbv beta in E, E'. rewrite E in E'. rewrite !fading_0 in E'. simpl in E'. rewrite apow_1, apow_0 in E'.
  assert (ER : RInt (fun _ : R => 1) 0 1 = 1).
  { rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. as_reals. ring. }
  rewrite ER in E'. assert (K : exp (- (1)) = exp (- (2) * 1)) by lra. apply exp_inv in K. lra.
Qed.

Definition inverse_mutant : Prop :=
  forall L Lam i0, invariants L Lam i0 ->
  (forall u, is_derive (P L Lam) u (dP L Lam u)) /\
  (forall y, 0 <= U L Lam y /\ P L Lam (U L Lam y) = y) /\
  (forall u, 0 <= u -> U L Lam (P L Lam u) = u).

Theorem inverse_mutant_false : ~ inverse_mutant.
Proof.
  intros H. destruct (H 1%nat tied 0%nat (tied_invariants 1 ltac:(lia))) as [_ [K _]].
  destruct (K (-1)) as [H0 E]. unfold P in E; simpl in E. unfold tied in *. lra.
Qed.

Definition metric_along_flow_mutant : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun
  i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow
  (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b
  (output L w) (fun t => h t * dP L Lam (U L Lam (apow (output L w t) q))).

Theorem metric_along_flow_mutant_false : ~ metric_along_flow_mutant.
Proof.
  intros H.
  destruct (H 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1) 0%nat 0 ltac:(lra) (hyperbolic_smallest 0))
    as [_ [_ K]].
  destruct (metric_along_flow 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1) 0%nat 0 ltac:(lra)
    (hyperbolic_smallest 0)) as [_ [_ K']].
  pose proof (same_rate (-1) 1 _ _ _ 0 ltac:(lra) K K') as E. cbv beta in E.
  pose proof (same_side_dP 2 _ 0 (hyperbolic_invariants 0) 2 (output 2 hyperbolic 0) 0 (or_introl (hyperbolic_dP 0))).
  rewrite push_value in E. lra.
Qed.

Definition mirror_flow_mutant : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun
  i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in forall c, (forall t, a < t < b -> same_side L Lam c
  (output L w t)) -> moves D a b (fun r => mirror_map q L Lam c (output L w r)) (fun t => h t).

Theorem mirror_flow_mutant_false : ~ mirror_flow_mutant.
Proof.
  intros H.
  pose proof (H 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1)
    0%nat 0 ltac:(lra) (hyperbolic_smallest 0) 0 (fun _ _ => or_introl (hyperbolic_dP 0))) as D.
  pose proof (mirror_flow 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1)
    0%nat 0 ltac:(lra) (hyperbolic_smallest 0) 0 (fun _ _ => or_introl (hyperbolic_dP 0))) as D'.
  pose proof (same_rate (-1) 1 _ _ _ 0 ltac:(lra) D D') as E. cbv beta in E. rewrite push_value in E. lra.
Qed.

Definition mirror_map_derivative_mutant : Prop :=
  forall q L Lam i0 c x, 1 <= q -> invariants L Lam i0 ->
  is_derive (mirror_map q L Lam c) x (metric q L Lam x) /\ 0 < metric q L Lam x.

Theorem mirror_map_derivative_mutant_false : ~ mirror_map_derivative_mutant.
Proof.
  intros H. destruct (H 2 2%nat tied 0%nat 1 0 ltac:(lra) (tied_invariants 2 ltac:(lia))) as [_ K].
  unfold metric in K. rewrite apow_0, (U_0 2 tied 0 (tied_invariants 2 ltac:(lia))) in K.
  replace (dP 2 tied 0) with 0 in K by (unfold dP, others, tied; simpl; ring). rewrite Rinv_0 in K. lra.
Qed.

Definition metric_l2_mutant : Prop :=
  forall q lambda x, 1 <= q -> 0 <= lambda -> x <> 0 \/ 0 < lambda ->
  metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x q + lambda).

Theorem metric_l2_mutant_false : ~ metric_l2_mutant.
Proof.
  intros H. pose proof (H 1 2 0 ltac:(lra) ltac:(lra) ltac:(lra)) as E. rewrite metric_l2 in E by lra.
  apply (f_equal Rinv) in E. rewrite !Rinv_inv, apow_0 in E. apply sqrt_inj in E; lra.
Qed.

Definition metric_exponents_mutant : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  (forall x, metric q L Lam (- x) = metric q L Lam x) /\
  is_lim (fun x => metric q L Lam x * apow x (m q L)) 0
    (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)) /\
  is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).

Theorem metric_exponents_mutant_false : ~ metric_exponents_mutant.
Proof.
  intros H. destruct (H 2 2%nat apart 0%nat ltac:(lra) (apart_invariants 2 ltac:(lia))) as [_ [K _]].
  set (l := apow (positive_product 2 apart) (- / INR (zeros 2 apart)) / INR (zeros 2 apart)) in K.
  assert (Hl : 0 < l).
  { apply Rmult_lt_0_compat.
    - apply apow_gt0, Rgt_not_eq, Prod_gt0. intros [| i] _; simpl; destruct Req_EM_T; lra.
    - apply Rinv_0_lt_compat, lt_0_INR, (zeros_pos 2 apart 0); [lia | reflexivity]. }
  apply is_lim_spec in K. assert (Hl2 : 0 < l / 2) by lra. destruct (K (mkposreal _ Hl2)) as [d Hd].
  pose proof (cond_pos d) as Hd0. set (x := Rmin d (l / 2) / 2).
  assert (Hx : 0 < x) by (unfold x; pose proof (Rmin_pos d (l / 2) Hd0 Hl2); lra).
  assert (Hxd : x < d) by (unfold x in *; pose proof (Rmin_l d (l / 2)); lra).
  assert (Hxl : x < l / 2) by (unfold x in *; pose proof (Rmin_r d (l / 2)); lra).
  assert (B : Rabs (x - 0) < d) by (rewrite Rminus_0_r, Rabs_pos_eq; lra).
  specialize (Hd x B ltac:(lra)). simpl in Hd. apply Rabs_def2 in Hd.
  assert (Hm : metric 2 2 apart x <= 1).
  { unfold metric. rewrite <- Rinv_1. apply Rinv_le_contravar; [lra |]. rewrite <- apart_dP.
    apply (dP_le 2 apart 0 (apart_invariants 2 ltac:(lia))). split; [lra |].
    apply (U_ge0 2 apart 0 (apart_invariants 2 ltac:(lia))), apow_ge0. }
  rewrite m_2_2, apow_one, Rabs_pos_eq in Hd by lra. nra.
Qed.

Definition potential_derivatives_mutant : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  forall x, domain q L Lam x ->
  is_derive (potential q L Lam) x (grad_potential q L Lam x) /\
  continuous (grad_potential q L Lam) x /\
  (x <> 0 -> is_derive (grad_potential q L Lam) x (- metric q L Lam x)) /\
  (0 < dP L Lam 0 -> m_0 q L Lam < 1 /\ grad_potential q L Lam x = mirror_map q L Lam 0 x).

Theorem potential_derivatives_mutant_false : ~ potential_derivatives_mutant.
Proof.
  intros H. assert (HL : invariants 2 apart 0) by (apply apart_invariants; lia).
  assert (Hd : domain 2 2 apart 1) by (right; lra).
  destruct (H 2 2%nat apart 0%nat ltac:(lra) HL 1 Hd) as [_ [_ [D _]]].
  destruct (potential_derivatives 2 2%nat apart 0%nat ltac:(lra) HL 1 Hd) as [_ [_ [D' _]]].
  specialize (D ltac:(lra)). specialize (D' ltac:(lra)).
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'.
  pose proof (apart_metric_gt0 2 1). lra.
Qed.

Definition potential_flow_mutant : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun
  i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w
  t)) -> moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L
  w r)) (fun t => h t).

Theorem potential_flow_mutant_false : ~ potential_flow_mutant.
Proof.
  intros H.
  assert (Hd : forall t, -1 < t < 1 -> domain 2 2 (Lambda 2 (fun i => hyperbolic i 0) 0) (output 2 hyperbolic t)).
  { intros t _. left. apply (grad_from_0 2 2 _ 0 ltac:(lra) (hyperbolic_invariants 0)), hyperbolic_dP. }
  destruct (H 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1)
    0%nat 0 ltac:(lra) (hyperbolic_smallest 0) Hd 0 ltac:(lra)) as [_ D].
  destruct (potential_flow 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1)
    0%nat 0 ltac:(lra) (hyperbolic_smallest 0) Hd 0 ltac:(lra)) as [_ D'].
  assert (Hn : ~ (never 0 \/ dP 2 (Lambda 2 (fun i => hyperbolic i 0) 0) 0 = 0 /\ output 2 hyperbolic 0 = 0)).
  { intros [[] | [E _]]. pose proof (hyperbolic_dP 0). lra. }
  specialize (D Hn). specialize (D' Hn). apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'.
  rewrite push_value in D'. lra.
Qed.

Definition strictly_convex_mutant : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  forall x y r, domain q L Lam x -> domain q L Lam y -> 0 < r < 1 ->
  potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

Theorem strictly_convex_mutant_false : ~ strictly_convex_mutant.
Proof.
  intros H. assert (Hd : domain 2 2 apart 1) by (right; lra).
  pose proof (H 2 2%nat apart 0%nat ltac:(lra) (apart_invariants 2 ltac:(lia)) 1 1 (1 / 2) Hd Hd ltac:(lra)) as K.
  replace (1 / 2 * 1 + (1 - 1 / 2) * 1) with 1 in K by field. lra.
Qed.

Definition essentially_smooth_mutant : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  forall B, exists d, 0 < d /\ forall x, 0 < x < d -> grad_potential q L Lam x < B.

Theorem essentially_smooth_mutant_false : ~ essentially_smooth_mutant.
Proof.
  intros H. assert (HL : invariants 2 apart 0) by (apply apart_invariants; lia).
  assert (Hm : m_0 2 2 apart < 1) by (rewrite apart_m_0; lra).
  destruct (H 2 2%nat apart 0%nat ltac:(lra) HL 0) as [d [Hd K]].
  specialize (K (d / 2) ltac:(lra)). unfold grad_potential in K. destruct Rlt_dec; [| contradiction].
  pose proof (odd_gt0 2 2 apart 0 ltac:(lra) HL Hm (d / 2) ltac:(lra)). lra.
Qed.

Definition onto_mutant : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  ((forall y, exists x, domain q L Lam x /\ grad_potential q L Lam x = y) <-> m q L < 1).

Theorem onto_mutant_false : ~ onto_mutant.
Proof.
  intros H. assert (HL : invariants 2 apart 0) by (apply apart_invariants; lia).
  pose proof (proj1 (H 2 2%nat apart 0%nat ltac:(lra) HL)
    (proj2 (onto 2 2%nat apart 0%nat ltac:(lra) HL) (Req_le _ _ m_2_2))) as K.
  rewrite m_2_2 in K. lra.
Qed.

Definition onto_exponents_mutant : Prop :=
  forall L, (1 <= L)%nat ->
  (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\
  (m 2 L <= 1 <-> (L <= 3)%nat) /\ m 1 L <= 1.

Theorem onto_exponents_mutant_false : ~ onto_exponents_mutant.
Proof.
  intros H. destruct (H 3%nat ltac:(lia)) as [_ [[_ K] _]]. specialize (K (Nat.le_refl 3)).
  destruct (onto_exponents 3%nat ltac:(lia)) as [_ [[K' _] _]]. specialize (K' K). lia.
Qed.

Definition coercivity_mutant : Prop :=
  forall q L w i0, 1 <= q -> smallest q L w i0 ->
  let Lam := Lambda q w i0 in
  dP L Lam 0 = mu q L w i0 /\ / metric q L Lam 0 = mu q L w i0 /\
  forall x, mu q L w i0 < / metric q L Lam x.

Theorem coercivity_mutant_false : ~ coercivity_mutant.
Proof.
  intros H. destruct (H 2 2%nat apart 0%nat ltac:(lra) (apart_smallest 2 ltac:(lra))) as [_ [E K]].
  specialize (K 0). lra.
Qed.

Definition coercivity_value_mutant : Prop :=
  forall q L lambda, (2 <= L)%nat -> 0 < lambda -> mu q L (one_zero lambda) 0 = apow lambda (q * INR L).

Theorem coercivity_value_mutant_false : ~ coercivity_value_mutant.
Proof.
  intros H. pose proof (H 1 2%nat 2 (Nat.le_refl 2) ltac:(lra)) as E.
  rewrite coercivity_value in E by (lia || lra). simpl in E.
  replace (1 * (1 + 1 - 1)) with 1 in E by ring. replace (1 * (1 + 1)) with 2 in E by ring.
  rewrite apow_two, apow_one, Rabs_pos_eq in E; lra.
Qed.

Definition coercivity_in_q_mutant : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat ->
  (0 < lambda <= 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\
  (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

Theorem coercivity_in_q_mutant_false : ~ coercivity_in_q_mutant.
Proof.
  intros H. destruct (H 1 2 2%nat 1 ltac:(lra) (Nat.le_refl 2)) as [K _]. specialize (K ltac:(lra)).
  rewrite !coercivity_value, !apow_1 in K by (lia || lra). lra.
Qed.

Definition coercivity_as_reported_mutant : Prop :=
  ~ (forall q q' L lambda, 1 <= q -> q < q' -> q' <= 2 -> (2 <= L)%nat -> 0 < lambda < 1 ->
     mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0).

Theorem coercivity_as_reported_mutant_false : ~ coercivity_as_reported_mutant.
Proof.
  intros H. apply H. intros q q' L lambda Hq Hqq Hq2 HL Hl.
  now apply (proj1 (coercivity_in_q q q' L lambda Hqq HL)).
Qed.

Definition generic_coercivity_mutant : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\
  (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 ->
    (forall i, (i < L)%nat -> Rabs (w i) <= 1) -> mu q' L w i0 < mu q L w i0) /\
  (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in
    unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Theorem generic_coercivity_mutant_false : ~ generic_coercivity_mutant.
Proof.
  intros [_ [H _]]. destruct generic_coercivity as [_ [_ [Hu [E1 E2]]]].
  set (w := fun i : nat => match i with O => 1 / 10 | _ => 95 / 100 end) in *.
  assert (K : mu 2 2 w 0 < mu 1 2 w 0).
  { apply H; [lra | lra | lia | exact Hu |]. intros [| i] _; unfold w; rewrite Rabs_pos_eq; lra. }
  rewrite E1, E2 in K. lra.
Qed.

Definition balanced_metric_mutant : Prop :=
  forall q L x, 1 <= q -> (1 <= L)%nat -> x <> 0 ->
  metric q L (fun _ => 0) x = apow x (- m q L) /\
  is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 0) x).

Theorem balanced_metric_mutant_false : ~ balanced_metric_mutant.
Proof.
  intros H. destruct (H 2 2%nat 1 ltac:(lra) ltac:(lia) ltac:(lra)) as [E _].
  destruct (balanced_metric 2 2%nat 1 ltac:(lra) ltac:(lia) ltac:(lra)) as [E' _].
  rewrite E' in E. rewrite apow_1 in E. simpl in E. lra.
Qed.

Definition balanced_potential_mutant : Prop :=
  forall q L x, 1 <= q <= 2 -> (1 <= L)%nat -> x <> 0 ->
  is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\
  closed_potential q L 0 = 1 /\ continuous (closed_potential q L) 0.

Theorem balanced_potential_mutant_false : ~ balanced_potential_mutant.
Proof.
  intros H. destruct (H 2 2%nat 1 ltac:(lra) ltac:(lia) ltac:(lra)) as [_ [E _]].
  destruct (balanced_potential 2 2%nat 1 ltac:(lra) ltac:(lia) ltac:(lra)) as [_ [E' _]]. lra.
Qed.

Definition regularizer_decoupled_mutant : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t ->
  smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t)
  (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t + alpha t * (INR L * output L w t
  * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t
  -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow
  (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q
  L))).

Theorem regularizer_decoupled_mutant_false : ~ regularizer_decoupled_mutant.
Proof.
  intros H. set (w := fading (fun _ => 1)).
  pose proof (fading_flow 2 2 (fun _ => 1) (-1) 1) as Hf. fold w in Hf.
  assert (Hs : smallest 2 2 (fun i => w i 0) 0) by (split; [lia | intros i _; unfold w; rewrite !fading_0; lra]).
  assert (Hx : 0 < output 2 w 0) by (unfold output; simpl; unfold w; rewrite !fading_0; lra).
  assert (Hside : same_side 2 (Lambda 2 (fun i => w i 0) 0) (output 2 w 0) (output 2 w 0)) by (right; nra).
  destruct (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) Hf) as [E _]. specialize (E 0%nat 0 ltac:(lra) (fun x => x) Hs Hside).
  destruct (regularizer_decoupled 2 2%nat _ _ never _ (-1) 1 ltac:(lra) Hf) as [E' _].
  specialize (E' 0%nat 0 ltac:(lra) (fun x => x) Hs Hside). cbv zeta in E, E'. rewrite E in E'.
  pose proof (metric_gt0 2 _ 0 (smallest_invariants _ _ _ _ Hs) 2 _ _ Hside) as Hm. cbv beta in E'.
  assert (0 < INR 2 * output 2 w 0 * metric 2 2 (Lambda 2 (fun i => w i 0) 0) (output 2 w 0)).
  { simpl INR. apply Rmult_lt_0_compat; [lra | exact Hm]. }
  lra.
Qed.

Definition regularizer_coupled_mutant : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b ->
  (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in
  steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive
  (coupled_regularizer L) x (spow x (2 / INR L)).

Theorem regularizer_coupled_mutant_false : ~ regularizer_coupled_mutant.
Proof.
  intros H. destruct (coupled_witness (-1) 1) as [Hf [Hb Hx]].
  assert (Hx' : forall t, -1 < t < 1 -> output 2 (fading (fun _ => 1)) t <> 0) by (intros; apply Rgt_not_eq, Hx).
  destruct (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) ltac:(lia) Hf Hb Hx') as [_ K].
  destruct (regularizer_coupled 2 2%nat _ _ never _ (-1) 1 ltac:(lra) ltac:(lia) Hf Hb Hx') as [_ K'].
  pose proof (K 2 ltac:(lra)) as D. pose proof (K' 2 ltac:(lra)) as D'.
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'. simpl in D'.
  replace (2 / (1 + 1) - 1) with 0 in D' by field. replace (2 / (1 + 1)) with 1 in D' by field.
  rewrite spow_one, spow_zero in D'; lra.
Qed.

Definition table1_mutant : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 1 /\ 2 / INR 2 = 1 /\
  (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\
  forall x, x <> 0 ->
    (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\
    is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\
    is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Theorem table1_mutant_false : ~ table1_mutant.
Proof.
  intros [_ [H _]]. destruct table1 as [_ [H' _]]. lra.
Qed.

Definition sign_flow_exponent_mutant : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + 2 * / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Theorem sign_flow_exponent_mutant_false : ~ sign_flow_exponent_mutant.
Proof.
  intros [H _]. destruct sign_flow_exponent as [H' _].
  destruct (H 1%nat ltac:(lia)) as [E _]. destruct (H' 1%nat ltac:(lia)) as [E' _]. simpl in E, E'.
  rewrite Rinv_1 in *. lra.
Qed.

Definition conjugate_identity_mutant : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  (forall x z, domain q L Lam x -> domain q L Lam z ->
    z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\
  (forall x, domain q L Lam x -> is_derive (fun y => conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\
  (m_0 q L Lam < 1 -> conjugate q L Lam 0 = 0).

Theorem conjugate_identity_mutant_false : ~ conjugate_identity_mutant.
Proof.
  intros H. assert (HL : invariants 2 apart 0) by (apply apart_invariants; lia).
  assert (Hd : domain 2 2 apart 1) by (right; lra).
  destruct (H 2 2%nat apart 0%nat ltac:(lra) HL) as [_ [D _]].
  destruct (conjugate_identity 2 2%nat apart 0%nat ltac:(lra) HL) as [_ [D' _]].
  pose proof (is_derive_unique _ _ _ (is_derive_scal _ _ (INR 2) _ (D 1 Hd))) as E.
  pose proof (is_derive_unique _ _ _ (D' 1 Hd)) as E'. pose proof (eq_trans (eq_sym E) E') as X.
  pose proof (apart_metric_gt0 2 1). simpl in X. lra.
Qed.

Definition convergence_mutant : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> 0 < B -> mirror_trajectory q low n F g h H x D a b ->
  (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, a < s <= t -> t <
  b -> RInt (square_norm n g) s t <= apow B (q - 2) * (F s - F t) / low.

Theorem convergence_mutant_false : ~ convergence_mutant.
Proof.
  intros H. destruct linear_descent_witness as [Ht Hg].
  set (x := fun (_ : nat) (t : R) => (1 - t) * (2 - t)) in *. set (g := fun (k : nat) (t : R) => 2 * x k t) in *.
  pose proof (H 1 1 1%nat _ _ _ _ _ never (-1) 1 12 ltac:(lra) ltac:(lra) ltac:(lra) Ht
    (fun k t _ => Hg k t) 0 (1 / 2) ltac:(lra) ltac:(lra)) as K.
  replace (1 - 2) with (- (1)) in K by ring. rewrite apow_Ropp, apow_one, Rabs_pos_eq in K by lra.
  assert (J : 1 <= RInt (square_norm 1 g) 0 (1 / 2)).
  { apply Rle_trans with (RInt (fun _ => 2) 0 (1 / 2)).
    - rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. lra.
    - apply RInt_le; [lra | apply ex_RInt_const | |].
      + apply (ex_integral _ (-1) 1); [| lra | lra]. intros y _. unfold square_norm, g, x; simpl.
        apply (ex_derive_continuous (fun t => 0 + 2 * ((1 - t) * (2 - t)) * (2 * ((1 - t) * (2 - t))))).
        auto_derive. trivial.
      + intros y Hy. unfold square_norm, g, x; simpl. assert (3 / 4 <= (1 - y) * (2 - y)) by nra. nra. }
  assert (K' : RInt (square_norm 1 g) 0 (1 / 2) <= / 12 * ((1 - 0) * (2 - 0) * ((1 - 0) * (2 - 0))
    - (1 - 1 / 2) * (2 - 1 / 2) * ((1 - 1 / 2) * (2 - 1 / 2))) / 1) by exact K.
  lra.
Qed.

Definition linear_rate_mutant : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q
  low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2
  * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) *
  exp (- (4 * sigma * low * apow B (q - 2) * (t - s))).

Theorem linear_rate_mutant_false : ~ linear_rate_mutant.
Proof.
  intros H. destruct (descent_witness (-1) 2) as [Ht [Hg HP]].
  set (x := fun (_ : nat) (t : R) => exp (- t)) in *.
  pose proof (H 2 1 1%nat _ _ _ _ _ never (-1) 2 (exp (- -1)) 0 1 ltac:(lra) ltac:(lra) (exp_pos _) ltac:(lra) Ht
    (fun k t _ Hr => proj2 (Hg k t Hr)) (fun t _ => proj2 (HP t)) 0 1 ltac:(lra) ltac:(lra)) as K.
  replace (2 - 2) with 0 in K by ring. rewrite apow_zero in K by apply Rgt_not_eq, exp_pos.
  unfold x in K. rewrite <- !exp_plus in K. rewrite Ropp_0, Rplus_0_l, exp_0 in K.
  assert (exp (- (4 * 1 * 1 * 1 * (1 - 0))) < exp (- (1) + - (1))) by (apply exp_increasing; lra). lra.
Qed.

Definition finite_time_mutant : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h
  H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s
  t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2))
  <= t -> F t = Fstar.

Theorem finite_time_mutant_false : ~ finite_time_mutant.
Proof.
  intros H. destruct (descent_witness (-1) 1) as [Ht [Hg HP]].
  set (x := fun (_ : nat) (t : R) => exp (- t)) in *.
  pose proof (H 2 1 1%nat _ _ _ _ _ never (-1) 1 0 1 ltac:(lra) ltac:(lra) ltac:(lra) Ht (fun t _ => HP t) 0 0
    ltac:(lra) ltac:(lra)) as K.
  replace (1 - 2 / 2) with 0 in K by field. rewrite Rmult_0_r in K. unfold Rdiv in K. rewrite Rinv_0, Rmult_0_r in K.
  specialize (K ltac:(lra)). unfold x in K. rewrite Ropp_0, exp_0 in K. lra.
Qed.

Definition convergence_as_reported_mutant : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 0 < B <= 1
  /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2
  (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low
  * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

(** The bound that is true of such a flow. *)
Lemma reported_bound q B low a b h D (w : nat -> R -> R) s t : 1 <= q <= 2 -> 0 < B -> 0 < low ->
  let x := output 2 w in let g t := 2 * x t in steepest_flow q 2 g h no_decay D w a b ->
  (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) ->
  a < s -> s <= t -> t < b -> RInt (fun r => g r * g r) s t <= apow B (2 - q) * (x s * x s - x t * x t) / low.
Proof.
  intros Hq HB Hlow x g [Hf Hdr] Hall Hs Hst Htb. assert (Hsab : a < s < b) by lra.
  destruct (Hall s Hsab) as [_ [Hsm Hmu]].
  set (Lam := Lambda q (fun i => w i s) 0).
  assert (HL : invariants 2 Lam 0) by now apply smallest_invariants.
  assert (EdP : dP 2 Lam 0 = low) by (rewrite (dP_0 2 Lam 0 HL); exact Hmu).
  destruct (metric_flow q 2 h D w a b 0 s ltac:(lra) Hf Hsab Hsm) as [_ [_ K]]. fold x Lam in K.
  rewrite (RInt_ext _ (square_norm 1 (fun _ => g))).
  2:{ intros r _. unfold square_norm; simpl. as_reals. ring. }
  apply (convergence q low 1%nat (fun r => x r * x r) (fun _ => g) (fun _ => h)
    (fun _ r => dP 2 Lam (U 2 Lam (apow (x r) q))) (fun _ => x) D a b B); auto; try lra.
  - split; [apply Hf |]. split.
    + intros _ _. split; [exact K |]. intros r Hr Hn. split; [now apply Hdr |].
      rewrite <- EdP. apply (dP_le 2 Lam 0 HL). split; [lra |]. apply (U_ge0 2 Lam 0 HL), apow_ge0.
    + apply (moves_rate D a b _) with (2 := moves_times D a b _ _ _ _ K K). intros r Hr Hn. simpl.
      destruct (K r Hr) as [_ Dx]. rewrite (is_derive_unique _ _ _ (Dx Hn)). unfold g. ring.
  - intros _ r _ Hr. split; [| now apply Hall]. apply (continuous_scal_r 2 x). now apply K.
Qed.

Theorem convergence_as_reported_mutant_false : ~ convergence_as_reported_mutant.
Proof.
  intros [q [B [low [a [b [h [D [w [Hq [HB [Hlow [Hf [Hall [s [t [Hs [Hst [Htb Hbad]]]]]]]]]]]]]]]]]].
  pose proof (reported_bound q B low a b h D w s t Hq ltac:(lra) Hlow Hf Hall Hs ltac:(lra) Htb) as C. cbv zeta in C, Hbad.
  set (x := output 2 w) in *.
  assert (HBq : 0 < apow B (2 - q) <= 1).
  { split; [apply apow_gt0; lra |]. destruct (Req_dec q 2) as [-> | Hq2].
    - replace (2 - 2) with 0 by ring. rewrite apow_zero; lra.
    - rewrite <- (apow_1 (2 - q)). apply apow_le; lra. }
  set (p := apow B (2 - q)) in *.
  assert (Hxx : 0 <= x s * x s) by nra. assert (Hxt : 0 <= x t * x t) by nra.
  assert (p * (x s * x s - x t * x t) / low <= x s * x s / (low * p)); [| lra].
  apply (Rmult_le_reg_r (low * p)); [nra |].
  replace (p * (x s * x s - x t * x t) / low * (low * p)) with (p * p * (x s * x s - x t * x t)) by (field; lra).
  replace (x s * x s / (low * p) * (low * p)) with (x s * x s) by (field; lra).
  assert (Hpp : 0 <= p * p <= 1) by nra.
  assert (0 <= p * p * (x t * x t)) by (apply Rmult_le_pos; lra).
  assert (p * p * (x s * x s) <= 1 * (x s * x s)) by (apply Rmult_le_compat_r; lra). lra.
Qed.

Definition dual_decay_mutant : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i0 s, a
  < s < b -> smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda
  q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (m q L - 1)) * y t).

Theorem dual_decay_mutant_false : ~ dual_decay_mutant.
Proof.
  intros H. set (c := fun i : nat => match i with O => 1 | _ => 2 end). set (w := fading c).
  pose proof (fading_flow 1 2 c (-1) 1) as Hf. fold w in Hf.
  assert (Hpos : forall t, 0 < output 2 w t).
  { apply (proj2 (decay_witness 1 2 c (-1) 1)). intros [| i] _; unfold c; lra. }
  assert (Hs : smallest 1 2 (fun i => w i 0) 0).
  { split; [lia |]. intros i _. unfold w. rewrite !fading_0, !apow_one.
    destruct i; unfold c; rewrite !Rabs_pos_eq; lra. }
  assert (Hmu : mu 1 2 (fun i => w i 0) 0 = 1).
  { transitivity (1 * 1 * (apow (w 1%nat 0) 1 - apow (w 0%nat 0) 1)); [reflexivity |].
    unfold w. rewrite !fading_0, !apow_one. unfold c. rewrite !Rabs_pos_eq by lra. ring. }
  pose proof (H 1 2%nat _ _ never _ (-1) 1 ltac:(lra) Hf (steady _ _) 0%nat 0 ltac:(lra) Hs ltac:(lra)) as D.
  pose proof (dual_decay 1 2%nat _ _ never _ (-1) 1 ltac:(lra) Hf (steady _ _) 0%nat 0 ltac:(lra) Hs ltac:(lra)) as D0.
  pose proof (same_rate (-1) 1 _ _ _ 0 ltac:(lra) D D0) as D'. cbv beta in D'.
  set (Lam := Lambda 1 (fun i => w i 0) 0) in *.
  assert (HL : invariants 2 Lam 0) by now apply smallest_invariants.
  assert (HdP : 0 < dP 2 Lam 0) by (rewrite (dP_0 2 Lam 0 HL); change (0 < mu 1 2 (fun i => w i 0) 0); lra).
  assert (Hy : mirror_map 1 2 Lam 0 0 < mirror_map 1 2 Lam 0 (output 2 w 0)).
  { apply (derive_gt0_incr (mirror_map 1 2 Lam 0) (metric 1 2 Lam) (-1) (output 2 w 0 + 1)); try lra; [| | apply Hpos].
    - intros r _. apply (is_derive_mirror_map 2 Lam 0 HL); [lra | now left].
    - intros r _. apply (metric_gt0 2 Lam 0 HL 1 0). now left. }
  unfold mirror_map at 1 in Hy. rewrite integral_point in Hy.
  assert (Em : m 1 2 = 1 / 2) by (unfold m; simpl; field). rewrite Em in D'. simpl INR in D'. lra.
Qed.

Definition escape_time_mutant : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L
  (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b
  -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise :=
  mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) < rise <=
  apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Theorem escape_time_mutant_false : ~ escape_time_mutant.
Proof.
  intros H.
  assert (Hh : forall t, -1 < t < 1 ->
    same_side 2 (Lambda 2 (fun i => hyperbolic i 0) 0) 0 (output 2 hyperbolic t) /\ 1 <= - -1 <= 1).
  { intros t _. split; [left; apply hyperbolic_dP | lra]. }
  destruct (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) (hyperbolic_flow (-1) 1) 0%nat 0 ltac:(lra) (hyperbolic_smallest 0)
    0 1 1 ltac:(lra) Hh 0 (1 / 2) ltac:(lra) ltac:(lra)) as [[K _] E].
  specialize (E eq_refl). rewrite apow_1 in *. lra.
Qed.

Definition escape_law_mutant : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 ->
  (m q L < 1 ->
    filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (1 - m q L)))) /\
  (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\
  (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\
    filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Theorem escape_law_mutant_false : ~ escape_law_mutant.
Proof.
  intros H. destruct law_witness as [Hw _]. set (w := fun i : nat => match i with O => 1 | _ => 2 end) in *.
  destruct (Hw 1 2%nat ltac:(lra) ltac:(lia)) as [Hs Hp].
  destruct (H 1 2%nat w 0%nat 1 ltac:(lra) Hs (fun i _ => Hp i) ltac:(lra)) as [K _].
  destruct (escape_law 1 2%nat w 0%nat 1 ltac:(lra) Hs (fun i _ => Hp i) ltac:(lra)) as [K' _].
  assert (Em : m 1 2 = 1 / 2) by (unfold m; simpl; field).
  assert (Hm : m 1 2 < 1) by lra.
  pose proof (@filterlim_locally_unique R R_AbsRing R_NormedModule (at_right 0) _ (escape 1 2 w 0 1) _ _ (K Hm) (K' Hm)) as E.
  rewrite Em, apow_1 in E. simpl INR in E. lra.
Qed.

Definition blow_up_mutant : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0
  s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in
  (m q L <= 2 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim
  (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) ->
  forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Theorem blow_up_mutant_false : ~ blow_up_mutant.
Proof.
  intros H. destruct exploding_witness as [Hf [_ Hw]].
  destruct (Hw 0 ltac:(lra)) as [Hs [_ Hx]].
  destruct (H 2 3%nat 1 never exploding (-1) 1 ltac:(lra) ltac:(lra) Hf 0%nat 0 ltac:(lra) Hs Hx) as [K _].
  destruct (K ltac:(unfold m; simpl; lra)) as [B HB].
  set (v := Rabs B + 2). assert (Hv : 2 <= v) by (unfold v; pose proof (Rabs_pos B); lra).
  assert (Hi : 0 < / v <= / 2) by (split; [apply Rinv_0_lt_compat; lra | apply Rinv_le_contravar; lra]).
  pose proof (HB (1 - / v) ltac:(lra)) as J. destruct (Hw (1 - / v) ltac:(lra)) as [_ [E _]]. rewrite E in J.
  replace (1 - (1 - / v)) with (/ v) in J by ring. rewrite Rinv_inv in J.
  pose proof (Rle_abs B). assert (v <= v * v * v) by nra. unfold v in *. lra.
Qed.

Definition end_to_end_mutant : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma
  -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t
  in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall
  k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t
  k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar)
  <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential
  q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => h k t)) /\ (forall t, s <= t -> t < b -> f
  (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Theorem end_to_end_mutant_false : ~ end_to_end_mutant.
Proof.
  intros H. destruct (crossing_witness (-1) 1) as [Hf [_ [_ [Hmu [Hchain [Hg HP]]]]]].
  set (h := fun (_ : nat) (_ : R) => spow (-1) (2 - 1)) in *.
  pose proof (moves_smooth never (-1) 1 _ _ (fun t _ => Hchain t)) as Hm. cbv beta in Hm.
  destruct (H 2 1%nat 2%nat (fun X => - X 0%nat) (fun _ _ => -1) h never (fun _ => hyperbolic) (-1) 1 0 (fun _ => 0%nat) 1 1 (-9)
    (1 / 40) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) countable_none Hf Hm
    (fun _ _ => conj (proj1 (Hmu 0)) (Req_le _ _ (eq_sym (proj2 (Hmu 0))))) (fun t k _ _ => Hg t k) HP) as [D _].
  destruct (end_to_end 2 1%nat 2%nat (fun X => - X 0%nat) (fun _ _ => -1) h never (fun _ => hyperbolic) (-1) 1 0 (fun _ => 0%nat)
    1 1 (-9) (1 / 40) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) countable_none Hf Hm
    (fun _ _ => conj (proj1 (Hmu 0)) (Req_le _ _ (eq_sym (proj2 (Hmu 0))))) (fun t k _ _ => Hg t k) HP) as [D' _].
  pose proof (same_rate (-1) 1 _ _ _ 0 ltac:(lra) (D 0%nat ltac:(lia)) (D' 0%nat ltac:(lia))) as E. cbv beta in E.
  unfold h in E. rewrite push_value in E. lra.
Qed.

Definition mirror_integral_mutant : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, a < s < b
  -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q
  L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> a < t
  < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = RInt h r t.

Theorem mirror_integral_mutant_false : ~ mirror_integral_mutant.
Proof.
  intros H.
  assert (Hd : forall t, -1 < t < 1 -> domain 2 2 (Lambda 2 (fun i => hyperbolic i 0) 0) (output 2 hyperbolic t)).
  { intros t _. left. apply (grad_from_0 2 2 _ 0 ltac:(lra) (hyperbolic_invariants 0)), hyperbolic_dP. }
  assert (Hh : integrable never (-1) 1 (fun _ => spow (-1) (2 - 1))).
  { split; [intros; apply ex_RInt_const | intros; apply continuous_const]. }
  pose proof (H 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1) Hh
    0%nat 0 ltac:(lra) (hyperbolic_smallest 0) Hd (or_introl (hyperbolic_dP 0)) 0 (1 / 2) ltac:(lra) ltac:(lra)) as E.
  pose proof (mirror_integral 2 2%nat _ never _ (-1) 1 ltac:(lra) (hyperbolic_driven (-1) 1) Hh
    0%nat 0 ltac:(lra) (hyperbolic_smallest 0) Hd (or_introl (hyperbolic_dP 0)) 0 (1 / 2) ltac:(lra) ltac:(lra)) as E'.
  rewrite E in E'. rewrite RInt_const, push_value in E'. unfold scal in E'; simpl in E'; unfold mult in E'; simpl in E'. lra.
Qed.

Definition convergence_power_mutant : Prop :=
  forall q low n F g h H x D a b, 1 <= q -> 0 < low -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k
  < n)%nat -> a < t < b -> continuous (g k) t) -> forall s t, a < s <= t -> t < b -> RInt (power_norm q n g) s t <=
  (F t - F s) / low.

Theorem convergence_power_mutant_false : ~ convergence_power_mutant.
Proof.
  intros H. destruct (descent_witness (-1) 2) as [Ht [Hg _]].
  set (x := fun (_ : nat) (t : R) => exp (- t)) in *.
  pose proof (H 2 1 1%nat _ _ _ _ _ never (-1) 2 ltac:(lra) ltac:(lra) Ht
    (fun k t _ Hr => proj1 (Hg k t Hr)) 0 1 ltac:(lra) ltac:(lra)) as K. cbv beta in K.
  assert (J : 0 <= RInt (power_norm 2 1 x) 0 1).
  { apply RInt_ge_0; [lra | |].
    - apply (ex_integral _ (-1) 2); [| lra | lra]. intros y Hy. apply continuous_Sum. intros k _.
      apply (continuous_comp (x k) (fun y => apow y 2)); [now apply Hg | apply continuous_apow; lra].
    - intros y _. apply Sum_ge0. intros; apply apow_ge0. }
  assert (E : exp (- (1)) < 1) by (apply exp_neg; lra). pose proof (exp_pos (- (1))).
  unfold x in K, J. rewrite Ropp_0, exp_0 in K. nra.
Qed.
