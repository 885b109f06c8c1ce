(** Constants and exponents changed, of the theorems along the flow, about regularizers and about escape. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements ChangedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer EscapeTime Witnesses
  Mutants Switching DroppedAlgebra DroppedBalance DroppedMetric DroppedMirror DroppedFlows DroppedPaths DroppedPotential
  DroppedRegularizer DroppedBlowUp DroppedLaws.
Local Open Scope R_scope.

(** * Balance: weights that rest at 2, and the decay w = (2 e^(-t), 0), alpha = 1, h = 0 *)

Lemma two_rests q L a b : driven_flow q L (fun _ => 0) no_decay never (fun _ _ => 2) a b.
Proof. apply (rest q L never _ (fun _ => 2)); [apply countable_none | reflexivity]. Qed.

Lemma two_powers : apow 2 2 = 4 /\ apow 2 (2 + 1) = 8.
Proof. rewrite apow_plus, apow_two, apow_one, Rabs_pos_eq by lra. lra. Qed.

Ltac at_two H := pose proof (H 2 1%nat _ never _ 0 2 ltac:(lra) (two_rests 2 1 0 2) 0%nat 0%nat (1 / 2) 1 ltac:(lia) ltac:(lia)
  ltac:(lra) ltac:(lra)) as E; destruct two_powers as [E1 E2]; rewrite ?E1, ?E2 in E; lra.

Theorem balance_fixes_1 : ~ balance_changed_1. Proof. intros H. at_two H. Qed.
Theorem balance_fixes_2 : ~ balance_changed_2. Proof. intros H. at_two H. Qed.
Theorem balance_fixes_3 : ~ balance_changed_3. Proof. intros H. at_two H. Qed.
Theorem balance_fixes_4 : ~ balance_changed_4. Proof. intros H. at_two H. Qed.

Ltac decay_at_two H := pose proof (H 2 1%nat _ _ never _ 0 2 ltac:(lra) (two_rests 2 1 0 2) (no_decay_integrable _ _ _) 0%nat 0%nat
  (1 / 2) 1 ltac:(lia) ltac:(lia) ltac:(lra) ltac:(lra)) as E; destruct two_powers as [E1 E2]; rewrite ?no_loss, ?E1, ?E2 in E; lra.

Theorem balance_decay_fixes_1 : ~ balance_decay_changed_1. Proof. intros H. decay_at_two H. Qed.
Theorem balance_decay_fixes_2 : ~ balance_decay_changed_2. Proof. intros H. decay_at_two H. Qed.
Theorem balance_decay_fixes_3 : ~ balance_decay_changed_3. Proof. intros H. decay_at_two H. Qed.
Theorem balance_decay_fixes_4 : ~ balance_decay_changed_4. Proof. intros H. decay_at_two H. Qed.

Theorem balance_decay_fixes_5 : ~ balance_decay_changed_5.
Proof.
  intros H. assert (Hf : driven_flow 2 2 (fun _ => 0) no_decay never (fun i _ => apart i) 0 2).
  { apply (rest 2 2 never _ apart); [apply countable_none | reflexivity]. }
  pose proof (H 2 2%nat _ _ never _ 0 2 ltac:(lra) Hf (no_decay_integrable _ _ _) 1%nat 0%nat (1 / 2) 1 ltac:(lia) ltac:(lia)
    ltac:(lra) ltac:(lra)) as E. unfold apart in E. rewrite exp_plus, no_loss, apow_0, apow_1 in E.
  pose proof (exp_ineq1 1 ltac:(lra)). lra.
Qed.

Definition two_dead (i : nat) : R := match i with O => 2 | _ => 0 end.

Lemma fading_two p : is_derive (fun s => apow (fading two_dead 0 s) p) 0 (- p * apow 2 p).
Proof.
  apply (is_derive_ext (fun s => apow 2 p * exp (- (p * s)))).
  - intros s. unfold fading, two_dead. rewrite apow_mult, (apow_pos_eq (exp (- s))) by apply exp_pos. unfold Rpower. rewrite ln_exp. do 2 f_equal. as_reals. ring.
  - auto_derive; trivial. rewrite Rmult_0_r, Ropp_0, exp_0. ring.
Qed.

Lemma fading_dead p s : apow (fading two_dead 1 s) p = 0.
Proof. unfold fading, two_dead. rewrite Rmult_0_l. apply apow_0. Qed.

Lemma fading_rates p p' : is_derive (fun s => apow (fading two_dead 0 s) p - apow (fading two_dead 1 s) p') 0 (- p * apow 2 p) /\
  is_derive (fun s => apow (fading two_dead 1 s) p - apow (fading two_dead 0 s) p') 0 (p' * apow 2 p').
Proof.
  split.
  - apply (is_derive_ext (fun s => apow (fading two_dead 0 s) p)); [intros; rewrite fading_dead; as_reals; ring | apply fading_two].
  - apply (is_derive_ext (fun s => - apow (fading two_dead 0 s) p')); [intros; rewrite fading_dead; as_reals; ring |].
    evar_last; [apply (is_derive_opp (fun s => apow (fading two_dead 0 s) p') 0 _ (fading_two p')) | unfold opp; simpl; ring].
Qed.

Ltac fades H i j p p' side := pose proof (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 2 2 two_dead (-1) 1) i j 0 ltac:(lia) ltac:(lia)
  ltac:(lra) (fun x => x) ltac:(left; lra)) as D; pose proof (side _ _ (fading_rates p p')) as D'; apply is_derive_unique in D;
  apply is_derive_unique in D'; rewrite D in D'; destruct two_powers as [E1 E2]; rewrite !fading_0 in D'; unfold two_dead in D';
  rewrite ?E1, ?E2, ?apow_0 in D'; lra.

Theorem balance_rate_fixes_1 : ~ balance_rate_changed_1. Proof. intros H. fades H 0%nat 1%nat (2 + 1) 2 proj1. Qed.
Theorem balance_rate_fixes_2 : ~ balance_rate_changed_2. Proof. intros H. fades H 1%nat 0%nat 2 (2 + 1) proj2. Qed.
Theorem balance_rate_fixes_3 : ~ balance_rate_changed_3. Proof. intros H. fades H 0%nat 1%nat 2 2 proj1. Qed.
Theorem balance_rate_fixes_4 : ~ balance_rate_changed_4. Proof. intros H. fades H 1%nat 0%nat 2 2 proj2. Qed.

(** * The metric along the flow: depth 1, P(u) = u *)

Lemma one_P Lam u : Lam 0%nat = 0 -> P 1 Lam u = u.
Proof. intros E. unfold P. simpl. rewrite E. ring. Qed.

Lemma one_U q u : 0 <= u -> U 1 (Lambda q (fun _ => 2) 0) u = u.
Proof.
  intros Hu. rewrite <- (one_P (Lambda q (fun _ => 2) 0) u) at 1 by apply Lambda_0. apply (U_P 1 _ 0); [| assumption].
  apply smallest_invariants, one_smallest.
Qed.

Ltac rests_at_two H := destruct (H 2 1%nat _ never _ 0 2 ltac:(lra) (two_rests 2 1 0 2) 0%nat 1 ltac:(lra) (one_smallest _ _)) as [_ [K _]];
  destruct (K 1 ltac:(lra)) as [K1 K2]; cbv beta in K1, K2; replace (output 1 (fun _ _ => 2) 1) with 2 in K1, K2 by (unfold output; simpl; ring);
  destruct two_powers as [E1 E2]; rewrite one_P in K1 by apply Lambda_0; rewrite one_U in K2 by apply apow_ge0; lra.

Theorem metric_along_flow_fixes_1 : ~ metric_along_flow_changed_1. Proof. intros H. rests_at_two H. Qed.
Theorem metric_along_flow_fixes_2 : ~ metric_along_flow_changed_2. Proof. intros H. rests_at_two H. Qed.
Theorem metric_along_flow_fixes_3 : ~ metric_along_flow_changed_3. Proof. intros H. rests_at_two H. Qed.
Theorem metric_along_flow_fixes_4 : ~ metric_along_flow_changed_4. Proof. intros H. rests_at_two H. Qed.

(** Both weights e^t: x' = 2 x, and not 2 x^(3/2). *)
Theorem metric_along_flow_fixes_5 : ~ metric_along_flow_changed_5.
Proof.
  intros H. assert (E : forall i t, (i < 2)%nat -> 0 < t < 1 -> (fun (_ : nat) => exp) i t = exp t) by reflexivity.
  assert (Hs : smallest 2 2 (fun i => exp (1 / 2)) 0) by (split; [lia | intros; lra]).
  destruct (H 2 2%nat _ never _ 0 1 ltac:(lra) (twin_flow _ 0 1 E) 0%nat (1 / 2) ltac:(lra) Hs) as [_ [_ K]].
  destruct (metric_along_flow 2 2%nat _ never _ 0 1 ltac:(lra) (twin_flow _ 0 1 E) 0%nat (1 / 2) ltac:(lra) Hs) as [HL [_ K']].
  pose proof (same_rate 0 1 _ _ _ (1 / 2) ltac:(lra) K K') as J. cbv beta in J. set (x := output 2 (fun _ => exp) (1 / 2)) in *.
  assert (Hx : 1 < x).
  { unfold x. rewrite output_2, <- exp_plus. pose proof (exp_ineq1 (1 / 2 + 1 / 2) ltac:(lra)). lra. }
  set (Lam := Lambda 2 (fun _ => exp (1 / 2)) 0) in *.
  assert (HU : U 2 Lam (apow x 2) < U 2 Lam (apow x (2 + 1))).
  { apply (U_lt 2 Lam 0 HL). split; [apply apow_ge0 |]. rewrite apow_plus, apow_two, apow_one, Rabs_pos_eq by lra.
    assert (0 < x * x * (x - 1)) by (apply Rmult_lt_0_compat; [apply Rmult_lt_0_compat |]; lra). lra. }
  unfold dP, others in J. simpl in J. lra.
Qed.

(** * x = 0 at rest under the drive 1, q = 1: the time is an exception, and the rate would not be - h *)

Lemma Lambda_tied_fun q : Lambda q tied 0 = tied.
Proof. apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, tied. ring. Qed.

Ltac exempt H := destruct (H 1 2%nat (fun _ => 1) never _ 0 2 ltac:(lra) (rest_at_0 1 _ _ 0 2 countable_none) 0%nat 1 ltac:(lra)
  (tied_smallest 1) (fun t _ => or_introl (eq_ind_r (fun Lam => m_0 1 2 Lam < 1) tied_m_0_1 (Lambda_tied_fun 1))) 1 ltac:(lra)) as [_ D];
  cbv beta in D; rewrite (Lambda_tied_fun 1 : Lambda 1 (fun i => tied i) 0 = tied) in D; unfold output in D.

Lemma tied_dP_at u : dP 2 tied u = 2 * u.
Proof. unfold dP, others, tied. simpl. ring. Qed.

Lemma tied_output : Prod 2 tied = 0.
Proof. unfold tied. simpl. ring. Qed.

Theorem potential_flow_fixes_1 : ~ potential_flow_changed_1.
Proof.
  intros H. exempt H. rewrite tied_dP_at in D. specialize (D ltac:(intros [[] | [E _]]; lra)).
  apply is_derive_unique in D. rewrite Derive_const in D. lra.
Qed.

Theorem potential_flow_fixes_2 : ~ potential_flow_changed_2.
Proof.
  intros H. exempt H. rewrite tied_dP_at in D. specialize (D ltac:(intros [[] | [E _]]; lra)).
  apply is_derive_unique in D. rewrite Derive_const in D. lra.
Qed.

Theorem potential_flow_fixes_3 : ~ potential_flow_changed_3.
Proof.
  intros H. exempt H. specialize (D ltac:(intros [[] | [_ E]]; change (Prod 2 tied = 1) in E; rewrite tied_output in E; lra)).
  apply is_derive_unique in D. rewrite Derive_const in D. lra.
Qed.

(** * Regularizers, at depth 1: m = 0 *)

Definition two_all (_ : nat) : R := 2.

Lemma spow_two : spow 2 1 = 2 /\ spow 2 2 = 4 /\ spow 2 0 = 1.
Proof. rewrite !spow_pos, apow_one, apow_two, apow_zero, Rabs_pos_eq by lra. lra. Qed.

Lemma one_balanced q w a b : balanced q 1 w a b.
Proof. intros [| i] [| j] t Hi Hj _; try lia. reflexivity. Qed.

Lemma fading_output t : output 1 (fading two_all) t = 2 * exp (- t).
Proof. unfold output, fading, two_all. simpl. ring. Qed.

Lemma fading_output_0 : output 1 (fading two_all) 0 = 2.
Proof. rewrite fading_output, Ropp_0, exp_0. ring. Qed.

Theorem regularizer_decoupled_fixes_1 : ~ regularizer_decoupled_changed_1.
Proof.
  intros H. destruct (H 1 1%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 1 1 two_all (-1) 1)) as [_ K].
  destruct (K ltac:(lra) ltac:(lia) (one_balanced _ _ _ _) 0 ltac:(lra) (fun x => x) ltac:(rewrite fading_output_0; lra)) as [D _].
  destruct (regularizer_decoupled 1 1%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 1 1 two_all (-1) 1)) as [_ K'].
  destruct (K' ltac:(lra) ltac:(lia) (one_balanced _ _ _ _) 0 ltac:(lra) (fun x => x) ltac:(rewrite fading_output_0; lra)) as [D' _].
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D, fading_output_0, m_depth_1, !Rminus_0_r in D'.
  destruct spow_two as [E1 [E2 _]]. rewrite E1, E2 in D'. lra.
Qed.

Theorem regularizer_decoupled_fixes_2 : ~ regularizer_decoupled_changed_2.
Proof.
  intros H. destruct (H 1 1%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 1 1 two_all (-1) 1)) as [_ K].
  destruct (K ltac:(lra) ltac:(lia) (one_balanced _ _ _ _) 0 ltac:(lra) (fun x => x) ltac:(rewrite fading_output_0; lra)) as [_ D].
  destruct (regularizer_decoupled 1 1%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 1 1 two_all (-1) 1)) as [_ K'].
  destruct (K' ltac:(lra) ltac:(lia) (one_balanced _ _ _ _) 0 ltac:(lra) (fun x => x) ltac:(rewrite fading_output_0; lra)) as [_ D'].
  apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D, fading_output_0, m_depth_1, !Rminus_0_r in D'.
  destruct spow_two as [E1 [E2 _]]. rewrite E1, E2 in D'. lra.
Qed.

(** w = 2 e^(-t) is the coupled flow of g = 0, alpha = 1 at q = 2. *)
Lemma coupled_two a b : coupled_flow 2 1 (fun _ => 0) (fun _ => 1) never (fading two_all) a b.
Proof.
  split; [apply countable_none |]. intros [| i] Hi; [| lia]. apply moves_smooth. intros t _. unfold fading, two_all.
  replace (2 - 1) with 1 by ring. rewrite spow_one. auto_derive; trivial. ring.
Qed.

Lemma fading_output_nz t : output 1 (fading two_all) t <> 0.
Proof. rewrite fading_output. pose proof (exp_pos (- t)). lra. Qed.

Lemma fading_rate : Derive (fading two_all 0) 0 = -2.
Proof. apply is_derive_unique. unfold fading, two_all. auto_derive; trivial. rewrite Ropp_0, exp_0. ring. Qed.

Ltac coupled_rate H := destruct (H 2 1%nat _ _ never _ (-1) 1 ltac:(lra) ltac:(lia) (coupled_two (-1) 1) (one_balanced _ _ _ _)
  (fun t _ => fading_output_nz t))
  as [[[_ K] _] _]; destruct (K 0%nat ltac:(lia) 0 ltac:(lra)) as [_ D];
  specialize (D (fun x => x)); apply is_derive_unique in D; rewrite (fading_rate : Derive (fading two_all 0) 0 = -2) in D;
  rewrite others_1, fading_output_0 in D; unfold no_decay in D; rewrite (spow_pos 1), apow_1 in D by lra;
  destruct spow_two as [E1 [E2 E3]]; simpl INR in D.

Theorem regularizer_coupled_fixes_1 : ~ regularizer_coupled_changed_1.
Proof.
  intros H. coupled_rate H. replace (3 / 1 - 1) with 2 in D by field. rewrite E2 in D. replace (2 - 1) with 1 in D by ring.
  rewrite spow_one in D. lra.
Qed.

Theorem regularizer_coupled_fixes_2 : ~ regularizer_coupled_changed_2.
Proof.
  intros H. coupled_rate H. replace (2 / 1 - 2) with 0 in D by field. rewrite E3 in D. replace (2 - 1) with 1 in D by ring.
  rewrite spow_one in D. lra.
Qed.

Theorem regularizer_coupled_fixes_3 : ~ regularizer_coupled_changed_3.
Proof.
  intros H. coupled_rate H. replace (2 / 1 - 1) with 1 in D by field. rewrite E1 in D. replace (2 - 2) with 0 in D by ring.
  rewrite Rmult_1_l, Rplus_0_l, E3 in D. lra.
Qed.

Ltac coupled_penalty H := destruct (H 2 1%nat _ _ never _ (-1) 1 ltac:(lra) ltac:(lia) (coupled_two (-1) 1) (one_balanced _ _ _ _)
  (fun t _ => fading_output_nz t))
  as [_ D]; specialize (D 2 ltac:(lra));
  destruct (regularizer_coupled 2 1%nat _ _ never _ (-1) 1 ltac:(lra) ltac:(lia) (coupled_two (-1) 1) (one_balanced _ _ _ _)
    (fun t _ => fading_output_nz t)) as [_ D']; specialize (D' 2 ltac:(lra)); apply is_derive_unique in D; apply is_derive_unique in D';
  simpl INR in D, D'; rewrite D in D';  destruct spow_two as [E1 [E2 E3]]; replace (2 / 1 - 1) with 1 in D' by field.

Theorem regularizer_coupled_fixes_4 : ~ regularizer_coupled_changed_4.
Proof. intros H. coupled_penalty H. replace (3 / 1 - 1) with 2 in D' by field. lra. Qed.

Theorem regularizer_coupled_fixes_5 : ~ regularizer_coupled_changed_5.
Proof. intros H. coupled_penalty H. replace (2 / 1 - 2) with 0 in D' by field. lra. Qed.

(** * The dual variable at depth 1: y = x *)

Ltac dual H := pose proof (H 1 1%nat _ _ never _ (-1) 1 ltac:(lra) (fading_flow 1 1 two_all (-1) 1) (steady _ _) 0%nat 0 ltac:(lra)
  (one_smallest _ _) ltac:(rewrite one_mu; lra)) as K; destruct (K 0 ltac:(lra)) as [_ D]; specialize (D (fun x => x)); cbv beta in D;
  rewrite one_map, fading_output_0, m_depth_1 in D; simpl INR in D.

Lemma dual_rate c l : is_derive (fun t => mirror_map 1 1 (Lambda 1 (fun i => fading two_all i t) 0) c (output 1 (fading two_all) t)) 0 l -> l = -2.
Proof.
  intros D. apply (is_derive_ext _ (fun t => 2 * exp (- t) - c)) in D; [| intros; rewrite one_map, fading_output; reflexivity].
  apply is_derive_unique in D. rewrite <- D. apply is_derive_unique. auto_derive; trivial. rewrite Ropp_0, exp_0. ring.
Qed.

Theorem dual_decay_fixes_1 : ~ dual_decay_changed_1.
Proof. intros H. dual H. apply dual_rate in D. lra. Qed.

Theorem dual_decay_fixes_2 : ~ dual_decay_changed_2.
Proof. intros H. dual H. apply dual_rate in D. lra. Qed.

(** * Escape at depth 1 and the constant gradient - c, q = 2: x = c t *)

Lemma steady_rise c a b : 0 < c -> steepest_flow 2 1 (fun _ => - c) (fun _ => - c) no_decay never (fun _ t => c * t) a b.
Proof.
  intros Hc. split.
  - split; [apply countable_none |]. intros [| i] Hi; [| lia]. apply moves_smooth. intros t _. unfold no_decay. rewrite others_1.
    rewrite spow_pos, apow_1 by lra. auto_derive; trivial; ring.
  - intros t _ _. split; [| lra]. intros _. replace (2 - 1) with 1 by ring. now rewrite spow_one.
Qed.

Ltac rises H c := destruct (H 2 1%nat _ _ never _ 0 1 ltac:(lra) (steady_rise c 0 1 ltac:(lra)) 0%nat (1 / 2) ltac:(lra)
  (one_smallest _ _) 0 c c ltac:(lra) (fun t _ => conj (one_side _ _ _ _) (ltac:(lra) : c <= - - c <= c)) (1 / 4) (1 / 2)
  ltac:(lra) ltac:(lra)) as [K1 K2]; specialize (K2 eq_refl); rewrite !one_map, !output_1 in K1, K2;
  replace (2 - 2) with 0 in * by ring; replace (2 - 1) with 1 in * by ring;
  rewrite ?apow_zero, ?apow_one in K1 by lra; rewrite ?apow_zero, ?apow_one in K2 by lra;
  rewrite ?(Rabs_pos_eq c) in K1 by lra; rewrite ?(Rabs_pos_eq c) in K2 by lra.

Theorem escape_time_fixes_1 : ~ escape_time_changed_1. Proof. intros H. rises H (1 / 2). lra. Qed.
Theorem escape_time_fixes_2 : ~ escape_time_changed_2. Proof. intros H. rises H 2. lra. Qed.
Theorem escape_time_fixes_3 : ~ escape_time_changed_3. Proof. intros H. rises H 2. lra. Qed.

(** * The law of escape: at depth 1 T = x_1 - eps w *)

Lemma one_escape q x1 eps : escape q 1 (fun _ => 1) 0 x1 eps = x1 - eps.
Proof. unfold escape. rewrite one_map. simpl. ring. Qed.

Lemma one_escape_limit : filterlim (escape 1 1 (fun _ => 1) 0 2) (at_right 0) (locally 2).
Proof.
  destruct (escape_law 1 1%nat (fun _ => 1) 0%nat 2 ltac:(lra) (one_smallest _ _) ltac:(intros; lra) ltac:(lra)) as [K _].
  specialize (K ltac:(rewrite m_depth_1; lra)). rewrite m_depth_1, Rminus_0_r, apow_one, Rabs_pos_eq in K by lra. simpl INR in K.
  replace (2 / (1 * 1)) with 2 in K by field. exact K.
Qed.

Lemma limit_below (F : R -> R) l c x : filterlim F (at_right x) (locally l) -> (forall y, x < y < x + 1 -> F y <= c) -> l <= c.
Proof.
  intros HF Hc. apply (limit_le (fun y => F (x + y))); [| intros; apply Hc; lra].
  apply (filterlim_comp _ _ _ (fun y => x + y) F (at_right 0) (at_right x)); [| exact HF]. intros Q [d Hd]. exists d. intros y Hy Hy0.
  apply Hd; [| lra]. change (Rabs (y - 0) < d) in Hy. change (Rabs (x + y - x) < d). replace (x + y - x) with (y - 0) by ring. exact Hy.
Qed.

Theorem escape_law_fixes_1 : ~ escape_law_changed_1.
Proof.
  intros H. destruct (H 1 1%nat (fun _ => 1) 0%nat 2 ltac:(lra) (one_smallest _ _) ltac:(intros; lra) ltac:(lra)) as [K _].
  specialize (K ltac:(rewrite m_depth_1; lra)). rewrite m_depth_1, Rminus_0_r, apow_one, Rabs_pos_eq in K by lra. simpl INR in K.
  replace (2 / (1 * 1)) with 2 in K by field. pose proof (limit_below _ _ 1 1 K) as J. enough (2 <= 1) by lra. apply J.
  intros y Hy. rewrite one_escape. lra.
Qed.

Theorem escape_law_fixes_2 : ~ escape_law_changed_2.
Proof.
  intros H. destruct (H 1 1%nat (fun _ => 1) 0%nat 2 ltac:(lra) (one_smallest _ _) ltac:(intros; lra) ltac:(lra)) as [K _].
  specialize (K ltac:(rewrite m_depth_1; lra)). rewrite m_depth_1, !Rminus_0_r, apow_two in K. simpl INR in K.
  pose proof (same_limit _ _ _ K one_escape_limit). lra.
Qed.

Theorem escape_law_fixes_3 : ~ escape_law_changed_3.
Proof.
  intros H. destruct (H 1 1%nat (fun _ => 1) 0%nat 2 ltac:(lra) (one_smallest _ _) ltac:(intros; lra) ltac:(lra)) as [K _].
  specialize (K ltac:(rewrite m_depth_1; lra)). rewrite m_depth_1, !Rminus_0_r, apow_one, Rabs_pos_eq in K by lra. simpl INR in K.
  pose proof (same_limit _ _ _ K one_escape_limit). lra.
Qed.

Theorem escape_law_fixes_5 : ~ escape_law_changed_5.
Proof.
  intros H. destruct (H 2 2%nat ones 0%nat 1 ltac:(lra) (ones_small 2 ltac:(lra)) ones_pos ltac:(lra)) as [_ [K _]].
  destruct (escape_law 2 2%nat ones 0%nat 1 ltac:(lra) (ones_small 2 ltac:(lra)) ones_pos ltac:(lra)) as [_ [K' _]].
  pose proof (same_limit _ _ _ (K m_2_2) (K' m_2_2)). lra.
Qed.

Lemma equal_start : smallest 2 3 (fun _ => 1) 0.
Proof. split; [lia | intros; lra]. Qed.

Lemma equal_Lambda : Lambda 2 (fun _ => 1) 0 = tied.
Proof. apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, tied. ring. Qed.

(** T_c = 1 of three weights 1 at q = 2. *)
Theorem escape_law_fixes_6 : ~ escape_law_changed_6.
Proof.
  intros H. destruct (H 2 3%nat (fun _ => 1) 0%nat 1 ltac:(lra) equal_start ltac:(intros; lra) ltac:(lra)) as [_ [_ K]].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Tc [HT [HY _]]]. rewrite equal_Lambda in HY. replace (Prod 3 (fun _ => 1)) with 1 in HY by (simpl; ring).
  apply is_lim_unique in HY. pose proof (is_lim_unique _ _ _ exploding_limit) as E. rewrite E in HY. apply Rbar_finite_eq in HY. lra.
Qed.

Theorem escape_law_fixes_7 : ~ escape_law_changed_7.
Proof.
  intros H. destruct (H 2 3%nat (fun _ => 1) 0%nat 1 ltac:(lra) equal_start ltac:(intros; lra) ltac:(lra)) as [_ [_ K]].
  destruct (escape_law 2 3%nat (fun _ => 1) 0%nat 1 ltac:(lra) equal_start ltac:(intros; lra) ltac:(lra)) as [_ [_ K']].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Tc [HT [_ J]]]. destruct (K' ltac:(rewrite m_2_3; lra)) as [Tc' [HT' [_ J']]].
  rewrite m_2_3 in J, J'. simpl INR in J, J'. pose proof (product_limit _ _ _ _ J (product_limit _ _ _ _ id_limit (product_limit _ _ _ _ id_limit id_limit))) as N.
  enough (Tc' = Tc * (0 * (0 * 0))) by lra. refine (same_limit _ _ _ J' _). refine (locally_same _ _ _ _ N). exists 1. split; [lra |].
  intros eps He. replace ((1 + 1 + 1) * (2 - 4 / 3)) with ((1 + 1 + 1) * (1 - 4 / 3) + 2 + 1) by field.
  rewrite !apow_plus, apow_two, apow_one, Rabs_pos_eq by lra. field. split; [apply Rgt_not_eq, apow_gt0; lra | lra].
Qed.

(** As eps -> 1 the quotients are at most 0: the logarithm is negative, or the start lies beyond x_1. *)
Lemma metric_ge0 q L Lam i0 x : invariants L Lam i0 -> 0 <= metric q L Lam x.
Proof.
  intros HL. unfold metric. destruct (dP_ge0 L Lam i0 HL _ (U_ge0 L Lam i0 HL (apow x q) (apow_ge0 x q))) as [Hd | <-];
    [left; now apply Rinv_0_lt_compat | rewrite Rinv_0; lra].
Qed.

Lemma equal_scaled L eps : (0 < L)%nat -> 0 < eps -> invariants L (Lambda 2 (fun i => eps * (fun _ => 1) i) 0) 0.
Proof. intros HL He. apply smallest_invariants, smallest_scaled; [assumption | split; [assumption | intros; lra]]. Qed.

Theorem escape_law_fixes_4 : ~ escape_law_changed_4.
Proof.
  intros H. destruct (H 2 2%nat (fun _ => 1) 0%nat 16 ltac:(lra) ltac:(split; [lia | intros; lra]) ltac:(intros; lra) ltac:(lra)) as [_ [K _]].
  specialize (K m_2_2). pose proof (limit_below _ _ 0 1 K) as J. enough (1 <= 0) by lra. apply J. intros y Hy.
  assert (Hl : 0 < ln y) by (rewrite <- ln_1; apply ln_increasing; lra). unfold Rdiv. rewrite ln_Rinv by lra.
  assert (0 < / ln y) by now apply Rinv_0_lt_compat. rewrite Rinv_opp.
  assert (0 <= escape 2 2 (fun _ => 1) 0 16 y); [| nra]. unfold escape, mirror_map. simpl Prod.
  apply Ropp_le_cancel. rewrite Ropp_0.
  destruct (Classical_Prop.classic (ex_RInt (metric 2 2 (Lambda 2 (fun i => y * (fun _ => 1) i) 0)) (1 * (y * 1) * (y * 1)) 16)) as [Hi | Hi].
  - apply Ropp_le_cancel. rewrite Ropp_0, Ropp_involutive. apply RInt_ge_0; [nra | exact Hi |]. intros t _.
    apply (metric_ge0 2 2 _ 0), equal_scaled; lia || lra.
  - rewrite RInt_none by exact Hi. lra.
Qed.

Theorem escape_law_fixes_8 : ~ escape_law_changed_8.
Proof.
  intros H. destruct (H 2 3%nat (fun _ => 1) 0%nat 1 ltac:(lra) equal_start ltac:(intros; lra) ltac:(lra)) as [_ [_ K]].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Tc [HT [_ J]]]. pose proof (limit_below _ _ 0 1 J) as B. enough (Tc <= 0) by lra. apply B.
  intros y Hy. assert (0 < / apow y (INR 3 * (1 - m 2 3))) by (apply Rinv_0_lt_compat, apow_gt0; lra).
  assert (escape 2 3 (fun _ => 1) 0 1 y <= 0); [| unfold Rdiv; nra]. unfold escape, mirror_map. apply backwards.
  - simpl. assert (1 < y * y) by nra. nra.
  - intros t _. apply (metric_ge0 2 3 _ 0), equal_scaled; lia || lra.
Qed.
