(** Hypotheses dropped, of the theorems along the flow: exponents below 1, times outside, weights that are not smallest. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  Witnesses Mutants Switching DroppedBalance DroppedMetric DroppedMirror DroppedFlows.
Local Open Scope R_scope.

(** * q = -1: the weights (t / (1 + t), t) before t = 0 come to 0, and stay under any drive *)

Lemma around a b t : a < t < b -> locally t (fun y => a < y < b).
Proof.
  intros Ht. exists (mkposreal _ (Rmin_pos (t - a) (b - t) ltac:(lra) ltac:(lra))). intros y Hy.
  change (Rabs (y - t) < Rmin (t - a) (b - t)) in Hy. apply Rabs_def2 in Hy.
  pose proof (Rmin_l (t - a) (b - t)). pose proof (Rmin_r (t - a) (b - t)). lra.
Qed.

(** A tactic for a function that is another one near a point: the open interval around the point is named. *)
Ltac near a b := apply (filter_imp (fun y => a < y < b)); [intros y Hy | apply around; lra].

Lemma continuous_glue c p r t : p c = r c -> continuous p t -> continuous r t -> continuous (glue c p r) t.
Proof.
  intros E Hp Hr. destruct (Rtotal_order t c) as [H | [-> | H]].
  - apply (continuous_ext_loc _ p); [| exact Hp]. near (t - 1) c. symmetry. apply glue_before. lra.
  - intros P HP. rewrite (glue_after c p r c (Rle_refl c)) in HP.
    assert (HP' : locally (p c) P) by (rewrite E; exact HP).
    specialize (Hp P HP'). specialize (Hr P HP). unfold filtermap in *.
    apply (filter_imp (fun y => P (p y) /\ P (r y))); [| now apply filter_and].
    intros y [K1 K2]. unfold glue. now destruct Rlt_dec.
  - apply (continuous_ext_loc _ r); [| exact Hr]. near c (t + 1). symmetry. apply glue_after. lra.
Qed.

Definition dying (i : nat) : R -> R := glue 0 (steep i) (fun _ => 0).
Definition dying_drive : R -> R := glue 0 (fun t => t * t / ((1 + t) * (1 + t))) (fun t => t * t).

Lemma steep_0 i : steep i 0 = 0.
Proof. unfold steep. destruct i; [unfold Rdiv; apply Rmult_0_l | reflexivity]. Qed.

Lemma dying_flow : driven_flow (-1) 2 dying_drive no_decay at_0 dying (- (1 / 2)) (1 / 2).
Proof.
  split; [apply countable_one |]. intros i Hi t Ht. destruct (proj2 steep_flow i Hi t Ht) as [C D]. split.
  - apply continuous_glue; [apply steep_0 | exact C | apply continuous_const].
  - intros Hn. specialize (D Hn). unfold at_0 in Hn. unfold no_decay in *. destruct (Rlt_dec t 0) as [H | H].
    + apply (is_derive_ext_loc (steep i)).
      * near (t - 1) 0. symmetry. apply glue_before. lra.
      * evar_last; [exact D |]. unfold dying at 2. rewrite glue_before by assumption.
        rewrite (others_ext 2 i (fun j => dying j t) (fun j => steep j t)) by (intros; now apply glue_before).
        unfold dying_drive. rewrite glue_before by assumption. unfold steep_drive. rewrite (sign_eq_m1 t) by assumption. ring.
    + apply (is_derive_ext_loc (fun _ => 0)).
      * near 0 (t + 1). symmetry. apply glue_after. lra.
      * evar_last; [apply (is_derive_const 0) |].
        rewrite (others_ext 2 i (fun j => dying j t) (fun _ => 0)) by (intros; apply glue_after; lra).
        rewrite others_const by assumption. unfold zero; simpl. destruct i as [| [| i]]; [| | lia]; simpl; rewrite Rmult_0_l, spow_0; ring.
Qed.

(** What is a function of the weights rests, but the drive is t^2. *)
Lemma dead (G : (nat -> R) -> R) t l : 0 < t -> is_derive (fun r => G (fun i => dying i r)) t l -> l = 0.
Proof.
  intros Ht D. apply (is_derive_ext_loc _ (fun _ => G (fun _ => 0))) in D.
  - apply is_derive_unique in D. rewrite Derive_const in D. now symmetry.
  - near 0 (t + 1). f_equal. apply FunctionalExtensionality.functional_extensionality. intros i. apply glue_after. lra.
Qed.

Lemma dying_drive_gt0 t : 0 < t -> 0 < dying_drive t.
Proof. intros Ht. unfold dying_drive. rewrite glue_after by lra. nra. Qed.

Lemma dying_power : apow (dying 0 (- (1 / 4))) (-1) = 3 /\ forall i, apow (dying (S i) (- (1 / 4))) (-1) = 4.
Proof.
  destruct steep_values as [_ [_ [E3 E4]]]. unfold dying. split; [| intros i]; rewrite glue_before by lra; assumption.
Qed.

Lemma dying_smallest : smallest (-1) 2 (fun i => dying i (- (1 / 4))) 0.
Proof. split; [lia |]. intros i _. destruct dying_power as [-> E]. destruct i; [rewrite (proj1 dying_power) | rewrite E]; lra. Qed.

Lemma dying_dP : 0 < dP 2 (Lambda (-1) (fun i => dying i (- (1 / 4))) 0) 0.
Proof. destruct dying_power as [E0 E]. unfold dP, others, Lambda. simpl. rewrite E0, E. lra. Qed.

Theorem mirror_flow_needs_1 : ~ mirror_flow_without_1.
Proof.
  intros H. destruct (H (-1) 2%nat _ at_0 _ _ _ dying_flow 0%nat (- (1 / 4)) ltac:(lra) dying_smallest 0
    (fun _ _ => or_introl dying_dP) (1 / 4) ltac:(lra)) as [_ D]. specialize (D ltac:(unfold at_0; lra)).
  apply (dead (fun v => mirror_map (-1) 2 _ 0 (Prod 2 v))) in D; [| lra]. pose proof (dying_drive_gt0 (1 / 4) ltac:(lra)). lra.
Qed.

Lemma dying_domain x : domain (-1) 2 (Lambda (-1) (fun i => dying i (- (1 / 4))) 0) x.
Proof.
  left. destruct dying_power as [E0 E]. unfold m_0, zeros, Lambda. rewrite E0, E.
  destruct (Req_EM_T (3 - 3) 0), (Req_EM_T (4 - 3) 0); try lra. unfold m. simpl. lra.
Qed.

Theorem potential_flow_needs_1 : ~ potential_flow_without_1.
Proof.
  intros H. destruct (H (-1) 2%nat _ at_0 _ _ _ dying_flow 0%nat (- (1 / 4)) ltac:(lra) dying_smallest
    (fun t _ => dying_domain _) (1 / 4) ltac:(lra)) as [_ D].
  pose proof dying_dP as HP. specialize (D ltac:(unfold at_0; lra)).
  apply (dead (fun v => grad_potential (-1) 2 _ (Prod 2 v))) in D; [| lra]. pose proof (dying_drive_gt0 (1 / 4) ltac:(lra)). lra.
Qed.

Lemma dying_drive_continuous t : - (1 / 2) < t < 1 / 2 -> continuous dying_drive t.
Proof.
  intros Ht. apply continuous_glue; [as_reals; field | |];
    apply (ex_derive_continuous (V := R_NormedModule)); auto_derive; [apply Rgt_not_eq; nra | trivial].
Qed.

Theorem mirror_integral_needs_1 : ~ mirror_integral_without_1.
Proof.
  intros H. assert (Hh : integrable at_0 (- (1 / 2)) (1 / 2) dying_drive).
  { split; [| intros; now apply dying_drive_continuous]. intros s t Hs Ht.
    apply (ex_integral _ (- (1 / 2)) (1 / 2)); [apply dying_drive_continuous | assumption | assumption]. }
  pose proof (H (-1) 2%nat _ at_0 _ _ _ dying_flow Hh 0%nat (- (1 / 4)) ltac:(lra) dying_smallest
    (fun t _ => dying_domain _) (or_introl dying_dP) (1 / 8) (1 / 4) ltac:(lra) ltac:(lra)) as E.
  assert (E0 : forall t, 0 < t -> output 2 dying t = 0) by (intros t Ht; rewrite output_2; unfold dying; rewrite !glue_after by lra; ring).
  rewrite !E0 in E by lra. assert (0 < RInt dying_drive (1 / 8) (1 / 4)); [| lra].
  apply RInt_gt_0; [lra | intros; apply dying_drive_gt0; lra | intros; apply dying_drive_continuous; lra].
Qed.

Theorem dual_decay_needs_1 : ~ dual_decay_without_1.
Proof.
  intros H. assert (Hm : 0 < mu (-1) 2 (fun i => dying i (- (1 / 4))) 0).
  { unfold mu, others, Lambda. simpl. rewrite (proj1 dying_power), (proj2 dying_power). lra. }
  destruct (H (-1) 2%nat _ _ at_0 _ _ _ dying_flow (no_decay_integrable _ _ _) 0%nat (- (1 / 4)) ltac:(lra) dying_smallest Hm
    (1 / 4) ltac:(lra)) as [_ D]. specialize (D ltac:(unfold at_0; lra)).
  apply (dead (fun v => mirror_map (-1) 2 (Lambda (-1) v 0) 0 (Prod 2 v))) in D; [| lra].
  pose proof (dying_drive_gt0 (1 / 4) ltac:(lra)). unfold no_decay in D. lra.
Qed.

(** At q = 0 the larger gradient is the slower. *)
Theorem escape_time_needs_1 : ~ escape_time_without_1.
Proof.
  intros H. destruct (H 0 1%nat _ _ never (fun _ t => t) 0 1 (rise_flow 0 _ 0 1 (fun t _ => eq_refl)) 0%nat (1 / 2) ltac:(lra)
    (one_smallest _ _) 0 (1 / 2) 2 ltac:(lra) (fun t _ => conj (one_side _ _ _ _) (ltac:(lra) : 1 / 2 <= - -1 <= 2)) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as [K _]. rewrite !one_map, !output_1 in K. replace (0 - 1) with (- (1)) in K by ring.
  rewrite !apow_Ropp, !apow_one, !Rabs_pos_eq in K by lra. lra.
Qed.

(** * q = 2, h = -1: both weights e^t between a and b, whatever they are outside *)

Lemma twin_flow w a b : (forall i t, (i < 2)%nat -> a < t < b -> w i t = exp t) ->
  driven_flow 2 2 (fun _ => -1) no_decay never w a b.
Proof.
  intros E. split; [apply countable_none |]. intros i Hi. apply (moves_ext never a b exp); [intros; symmetry; auto |].
  apply (moves_rate never a b _ exp); [| apply moves_smooth; intros; apply is_derive_exp].
  intros t Ht _. unfold no_decay. replace (2 - 1) with 1 by ring. rewrite spow_one.
  destruct i as [| [| i]]; [| | lia]; rewrite ?others_2_0, ?others_2_1, E by (lia || assumption); ring.
Qed.

Lemma twin_steepest w a b : (forall i t, (i < 2)%nat -> a < t < b -> w i t = exp t) ->
  steepest_flow 2 2 (fun _ => -1) (fun _ => -1) no_decay never w a b.
Proof.
  intros E. split; [now apply twin_flow |]. intros t _ _. split; [| lra]. intros _. replace (2 - 1) with 1 by ring. now rewrite spow_one.
Qed.

Section Twins.
Variables (w : nat -> R -> R) (a b t : R) (G : R -> R) (k : R).
Hypothesis Hw : forall i r, (i < 2)%nat -> a < r < b -> w i r = exp r.
Hypothesis Ht : a < t < b.
Hypothesis HG : is_derive G (exp t * exp t) k.
Hypothesis Hk : 2 * (exp t * exp t) * k < 1.

Lemma twin_rate l : is_derive (fun r => G (output 2 w r)) t l -> l < 1.
Proof.
  intros D. apply (is_derive_ext_loc _ (fun r => G (exp r * exp r))) in D.
  - assert (Dx : is_derive (fun r => exp r * exp r) t (2 * (exp t * exp t))) by (auto_derive; trivial; ring).
    pose proof (is_derive_comp G (fun r => exp r * exp r) t _ _ HG Dx) as D'.
    apply is_derive_unique in D. apply is_derive_unique in D'. rewrite D in D'. unfold scal in D'; simpl in D'.
    unfold mult in D'; simpl in D'. lra.
  - near a b. rewrite output_2, !Hw by (lia || lra). reflexivity.
Qed.

Lemma twin_line c : (forall r, a < r < b -> G (output 2 w r) = c + r) -> False.
Proof.
  intros E. assert (1 < 1); [| lra]. apply twin_rate. apply (is_derive_ext_loc (fun r => c + r)); [| auto_derive; trivial; ring].
  near a b. symmetry. now apply E.
Qed.
End Twins.

(** At t >= 2 the weights are (0, 1). *)
Definition astray (i : nat) (t : R) : R := if Rlt_dec t 2 then exp t else apart i.

Lemma astray_before i t : (i < 2)%nat -> 0 < t < 1 -> astray i t = exp t.
Proof. intros _ Ht. unfold astray. destruct Rlt_dec; lra. Qed.

Lemma astray_5 i : astray i 5 = apart i.
Proof. unfold astray. destruct Rlt_dec; lra. Qed.

Lemma astray_Lambda : Lambda 2 (fun i => astray i 5) 0 = apart.
Proof.
  apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda. rewrite !astray_5, !apow_two.
  unfold apart. destruct i; lra.
Qed.

Lemma astray_smallest : smallest 2 2 (fun i => astray i 5) 0.
Proof. split; [lia |]. intros i _. rewrite !astray_5, !apow_two. unfold apart. destruct i; lra. Qed.

Lemma apart_slow x : 0 < x -> 2 * x * metric 2 2 apart x < 1.
Proof.
  intros Hx. rewrite (metric_l2_any 2 1 x ltac:(lra) : metric 2 2 apart x = _), apow_two.
  assert (H : 2 * x < sqrt (4 * (x * x) + 1 * 1)).
  { rewrite <- (sqrt_Rsqr (2 * x)) by lra. apply sqrt_lt_1_alt. unfold Rsqr. nra. }
  apply (Rmult_lt_reg_r (sqrt (4 * (x * x) + 1 * 1))); [lra |]. rewrite Rmult_assoc, Rinv_l; lra.
Qed.

Lemma astray_map x : is_derive (mirror_map 2 2 apart 0) x (metric 2 2 apart x).
Proof. apply (is_derive_mirror_map 2 apart 0 (apart_invariants 2 ltac:(lia))); [lra | apply apart_side]. Qed.

Lemma apart_all x : domain 2 2 apart x.
Proof. left. rewrite apart_m_0. lra. Qed.

Lemma astray_grad x : 0 < x -> is_derive (grad_potential 2 2 apart) x (metric 2 2 apart x).
Proof. intros Hx. apply (is_derive_grad 2 2 apart 0 ltac:(lra) (apart_invariants 2 ltac:(lia))); [apply apart_all | lra]. Qed.

Lemma square_exp t : 0 < exp t * exp t.
Proof. apply Rmult_lt_0_compat; apply exp_pos. Qed.

Theorem mirror_flow_needs_3 : ~ mirror_flow_without_3.
Proof.
  intros H. pose proof (H 2 2%nat _ never _ 0 1 ltac:(lra) (twin_flow astray 0 1 astray_before) 0%nat 5 astray_smallest 0) as K.
  rewrite astray_Lambda in K. destruct (K (fun t _ => apart_side _) (1 / 2) ltac:(lra)) as [_ D].
  pose proof (twin_rate astray 0 1 (1 / 2) _ _ astray_before ltac:(lra) (astray_map _) (apart_slow _ (square_exp _)) _ (D (fun x => x))). lra.
Qed.

Theorem potential_flow_needs_3 : ~ potential_flow_without_3.
Proof.
  intros H. pose proof (H 2 2%nat _ never _ 0 1 ltac:(lra) (twin_flow astray 0 1 astray_before) 0%nat 5 astray_smallest) as K.
  rewrite astray_Lambda in K. destruct (K (fun t _ => apart_all _) (1 / 2) ltac:(lra)) as [_ D].
  rewrite apart_dP in D. specialize (D ltac:(intros [[] | [E _]]; lra)).
  pose proof (twin_rate astray 0 1 (1 / 2) _ _ astray_before ltac:(lra) (astray_grad _ (square_exp _)) (apart_slow _ (square_exp _)) _ D). lra.
Qed.

Lemma RInt_minus_1 s t : - RInt (fun _ => -1) s t = t - s.
Proof. rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. ring. Qed.

Lemma minus_1_integrable D a b : integrable D a b (fun _ => -1).
Proof. split; [intros; apply ex_RInt_const | intros; apply continuous_const]. Qed.

Theorem mirror_integral_needs_4 : ~ mirror_integral_without_4.
Proof.
  intros H. pose proof (H 2 2%nat _ never _ 0 1 ltac:(lra) (twin_flow astray 0 1 astray_before) (minus_1_integrable _ _ _) 0%nat 5
    astray_smallest) as K. rewrite astray_Lambda in K. specialize (K (fun t _ => apart_all _) ltac:(left; rewrite apart_dP; lra) (1 / 2)).
  apply (twin_line astray 0 1 (1 / 2) _ _ astray_before ltac:(lra) (astray_grad _ (square_exp _)) (apart_slow _ (square_exp _))
    (grad_potential 2 2 apart (output 2 astray (1 / 2)) - 1 / 2)).
  intros r Hr. specialize (K r ltac:(lra) Hr). rewrite RInt_minus_1 in K. lra.
Qed.

Theorem escape_time_needs_3 : ~ escape_time_without_3.
Proof.
  intros H. pose proof (H 2 2%nat _ _ never _ 0 1 ltac:(lra) (twin_steepest astray 0 1 astray_before) 0%nat 5 astray_smallest 0 1 1 ltac:(lra)) as K.
  rewrite astray_Lambda in K. specialize (K (fun t _ => conj (apart_side _) (ltac:(lra) : 1 <= - -1 <= 1)) (1 / 4)).
  assert (E : forall i t, (i < 2)%nat -> 1 / 4 < t < 1 -> astray i t = exp t) by (intros; apply astray_before; lia || lra).
  apply (twin_line astray (1 / 4) 1 (1 / 2) _ _ E ltac:(lra) (astray_map _) (apart_slow _ (square_exp _))
    (mirror_map 2 2 apart 0 (output 2 astray (1 / 4)) - 1 / 4)).
  intros r Hr. destruct (K r ltac:(lra) ltac:(lra)) as [_ J]. specialize (J eq_refl). rewrite apow_1 in J. lra.
Qed.

(** Weight number 2 is 0, and belongs to no product of depth 2: relative to it there is no u with P(u) = x^2 < 1. *)
Definition spare (i : nat) (t : R) : R := match i with O | S O => exp t | _ => 0 end.

Lemma spare_twin i t : (i < 2)%nat -> spare i t = exp t.
Proof. destruct i as [| [| i]]; [reflexivity | reflexivity | lia]. Qed.

Lemma spare_Lambda t i : (i < 2)%nat -> Lambda 2 (fun i => spare i t) 2 i = exp t * exp t.
Proof. intros Hi. unfold Lambda. rewrite (spare_twin i t Hi), !apow_two. unfold spare. ring. Qed.

Lemma level_metric Lam c x : Lam 0%nat = c -> Lam 1%nat = c -> Rabs x < c -> metric 2 2 Lam x = / (2 * c).
Proof.
  intros E0 E1 Hx. pose proof (Rabs_pos x). unfold metric. assert (EU : U 2 Lam (apow x 2) = 0).
  { unfold U. rewrite (is_lub_Rbar_unique _ m_infty); [reflexivity |]. split; [| intros l _; exact I].
    intros u [Hu K]. exfalso. unfold P in K. simpl in K. rewrite E0, E1, <- apow_Rabs, apow_two in K. nra. }
  rewrite EU. f_equal. unfold dP, others. simpl. rewrite E0, E1. ring.
Qed.

Lemma level_map Lam c y x : Lam 0%nat = c -> Lam 1%nat = c -> Rabs y <= c -> Rabs x <= c -> mirror_map 2 2 Lam y x = (x - y) / (2 * c).
Proof.
  intros E0 E1 Hy Hx. unfold mirror_map. rewrite (RInt_ext _ (fun _ => / (2 * c))).
  - rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. reflexivity.
  - intros z Hz. apply level_metric; [assumption | assumption |]. apply Rabs_le_between in Hy, Hx. apply Rabs_def1;
      unfold Rmin, Rmax in Hz; destruct Rle_dec; lra.
Qed.

Definition spare_Lam := Lambda 2 (fun i => spare i 0) 2.

Lemma spare_Lam_1 i : (i < 2)%nat -> spare_Lam i = 1.
Proof. intros Hi. unfold spare_Lam. rewrite spare_Lambda, exp_0 by assumption. ring. Qed.

Lemma spare_dP : dP 2 spare_Lam 0 = 2.
Proof. unfold dP, others. simpl. rewrite !spare_Lam_1 by lia. ring. Qed.

Lemma spare_zeros : m_0 2 2 spare_Lam = 0.
Proof.
  unfold m_0, zeros. rewrite !spare_Lam_1 by lia. destruct Req_EM_T; [lra |]. unfold m. simpl INR. unfold Rdiv. rewrite Rinv_0. ring.
Qed.

Lemma spare_all x : domain 2 2 spare_Lam x.
Proof. left. rewrite spare_zeros. lra. Qed.

Definition half_past := - (1 / 2).
Lemma before_0 : exp half_past * exp half_past < 1.
Proof.
  assert (exp half_past < 1) by (rewrite <- exp_0; apply exp_increasing; unfold half_past; lra). pose proof (exp_pos half_past). nra.
Qed.

Lemma near_line (F : R -> R) c x : 0 < x < 1 -> (forall y, 0 < y < 1 -> F y = c + y / 2) -> is_derive F x (/ 2).
Proof.
  intros Hx E. apply (is_derive_ext_loc (fun y => c + y / 2)); [| auto_derive; trivial; field].
  near 0 1. symmetry. now apply E.
Qed.

Lemma spare_map x : 0 < x < 1 -> is_derive (mirror_map 2 2 spare_Lam 0) x (/ 2).
Proof.
  intros Hx. apply (near_line _ 0); [assumption |]. intros y Hy.
  rewrite (level_map _ 1) by (apply spare_Lam_1 || rewrite ?Rabs_R0, ?Rabs_pos_eq; lia || lra). field.
Qed.

Lemma spare_grad x : 0 < x < 1 -> is_derive (grad_potential 2 2 spare_Lam) x (/ 2).
Proof.
  intros Hx. apply (near_line _ (- (1 / 2) - mirror_zero 2 2 spare_Lam)); [assumption |]. intros y Hy.
  unfold grad_potential. rewrite spare_zeros. destruct Rlt_dec; [| lra]. unfold odd_mirror_map. rewrite sign_eq_1, Rabs_pos_eq by lra.
  rewrite (level_map _ 1) by (apply spare_Lam_1 || rewrite ?Rabs_R1, ?Rabs_pos_eq; lia || lra). field.
Qed.

Lemma spare_slow : 2 * (exp half_past * exp half_past) * / 2 < 1.
Proof. pose proof before_0. lra. Qed.

Lemma spare_in : 0 < exp half_past * exp half_past < 1.
Proof. split; [apply square_exp | apply before_0]. Qed.

Theorem mirror_flow_needs_4 : ~ mirror_flow_without_4.
Proof.
  intros H. destruct (H 2 2%nat _ never _ (-1) 1 ltac:(lra) (twin_flow spare (-1) 1 (fun i t Hi _ => spare_twin i t Hi)) 2%nat 0 ltac:(lra) 0
    ltac:(intros t _; left; fold spare_Lam; rewrite spare_dP; lra) half_past ltac:(unfold half_past; lra)) as [_ D].
  pose proof (twin_rate spare (-1) 1 half_past _ _ (fun i t Hi _ => spare_twin i t Hi) ltac:(unfold half_past; lra)
    (spare_map _ spare_in) spare_slow _ (D (fun x => x))). lra.
Qed.

Theorem potential_flow_needs_4 : ~ potential_flow_without_4.
Proof.
  intros H. destruct (H 2 2%nat _ never _ (-1) 1 ltac:(lra) (twin_flow spare (-1) 1 (fun i t Hi _ => spare_twin i t Hi)) 2%nat 0 ltac:(lra)
    (fun t _ => spare_all _) half_past ltac:(unfold half_past; lra)) as [_ D]. fold spare_Lam in D. rewrite spare_dP in D.
  specialize (D ltac:(intros [[] | [E _]]; lra)).
  pose proof (twin_rate spare (-1) 1 half_past _ _ (fun i t Hi _ => spare_twin i t Hi) ltac:(unfold half_past; lra)
    (spare_grad _ spare_in) spare_slow _ D). lra.
Qed.

Theorem mirror_integral_needs_5 : ~ mirror_integral_without_5.
Proof.
  intros H. pose proof (H 2 2%nat _ never _ (-1) 1 ltac:(lra) (twin_flow spare (-1) 1 (fun i t Hi _ => spare_twin i t Hi))
    (minus_1_integrable _ _ _) 2%nat 0 ltac:(lra) (fun t _ => spare_all _) ltac:(left; fold spare_Lam; rewrite spare_dP; lra) 0) as K.
  fold spare_Lam in K. apply (twin_line spare (-1) 1 half_past _ _ (fun i t Hi _ => spare_twin i t Hi) ltac:(unfold half_past; lra)
    (spare_grad _ spare_in) spare_slow (grad_potential 2 2 spare_Lam (output 2 spare 0))).
  intros r Hr. specialize (K r ltac:(lra) Hr). rewrite RInt_minus_1 in K. lra.
Qed.

Theorem escape_time_needs_4 : ~ escape_time_without_4.
Proof.
  intros H. pose proof (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) (twin_steepest spare (-1) 1 (fun i t Hi _ => spare_twin i t Hi)) 2%nat 0
    ltac:(lra) 0 1 1 ltac:(lra)) as K. fold spare_Lam in K.
  assert (Hs : forall t, -1 < t < 1 -> same_side 2 spare_Lam 0 (output 2 spare t) /\ 1 <= - -1 <= 1).
  { intros t _. split; [left; rewrite spare_dP; lra | lra]. }
  specialize (K Hs (- (3 / 4))).
  apply (twin_line spare (- (3 / 4)) 1 half_past _ _ (fun i t Hi _ => spare_twin i t Hi) ltac:(unfold half_past; lra) (spare_map _ spare_in)
    spare_slow (mirror_map 2 2 spare_Lam 0 (output 2 spare (- (3 / 4))) + 3 / 4)).
  intros r Hr. destruct (K r ltac:(lra) ltac:(lra)) as [_ J]. specialize (J eq_refl). rewrite apow_1 in J. lra.
Qed.

(** Relative to it y = x / (2 x) rests. *)
Theorem dual_decay_needs_5 : ~ dual_decay_without_5.
Proof.
  intros H. assert (Hm : 0 < mu 2 2 (fun i => spare i 0) 2).
  { unfold mu, others. simpl. change (0 < 1 * spare_Lam 0 * spare_Lam 1). rewrite !spare_Lam_1 by lia. lra. }
  destruct (H 2 2%nat _ _ never _ (-1) 1 ltac:(lra) (twin_flow spare (-1) 1 (fun i t Hi _ => spare_twin i t Hi))
    (no_decay_integrable _ _ _) 2%nat 0 ltac:(lra) Hm 0 ltac:(lra)) as [_ D]. specialize (D (fun x => x)). cbv beta in D.
  apply (is_derive_ext _ (fun _ => 1 / 2)) in D.
  - apply is_derive_unique in D. rewrite Derive_const in D. unfold no_decay in D. lra.
  - intros t. pose proof (square_exp t). rewrite output_2, !spare_twin by lia.
    rewrite (level_map _ (exp t * exp t)) by (try (apply spare_Lambda; lia); rewrite ?Rabs_R0, ?Rabs_pos_eq; lra). as_reals. field. apply Rgt_not_eq, exp_pos.
Qed.
