(** Constants changed, of the closed forms: Table 1, the balanced maps, the metric and the potential. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements ChangedStatements Basics Exceptions Mirror Onto Coercivity Regularizer Exponents Witnesses
  Mutants Switching DroppedAlgebra DroppedBalance DroppedMetric DroppedMirror DroppedFlows DroppedPaths DroppedPotential.
Local Open Scope R_scope.

(** * Table 1 *)

Ltac entries H := destruct H as [H1 [H2 [H3 _]]]; unfold m in H1, H2; simpl in H1, H2, H3; lra.

Theorem table1_fixes_1 : ~ table1_changed_1. Proof. intros H. entries H. Qed.
Theorem table1_fixes_2 : ~ table1_changed_2. Proof. intros H. entries H. Qed.
Theorem table1_fixes_3 : ~ table1_changed_3. Proof. intros H. entries H. Qed.
Theorem table1_fixes_4 : ~ table1_changed_4. Proof. intros H. entries H. Qed.
Theorem table1_fixes_5 : ~ table1_changed_5. Proof. intros H. entries H. Qed.
Theorem table1_fixes_6 : ~ table1_changed_6. Proof. intros H. entries H. Qed.
Theorem table1_fixes_7 : ~ table1_changed_7. Proof. intros H. entries H. Qed.
Theorem table1_fixes_8 : ~ table1_changed_8. Proof. intros H. entries H. Qed.
Theorem table1_fixes_9 : ~ table1_changed_9. Proof. intros H. entries H. Qed.
Theorem table1_fixes_10 : ~ table1_changed_10. Proof. intros H. entries H. Qed.
Theorem table1_fixes_11 : ~ table1_changed_11. Proof. intros H. entries H. Qed.
Theorem table1_fixes_12 : ~ table1_changed_12. Proof. intros H. entries H. Qed.

(** Two limits of one sequence are equal. *)
Lemma one_limit (u : nat -> R) (l k : R) : is_lim_seq u l -> is_lim_seq u k -> l = k.
Proof. intros H K. apply is_lim_seq_unique in H, K. rewrite H in K. now apply Rbar_finite_eq in K. Qed.

Lemma lim_shifted q c : is_lim_seq (fun L => c - m q L) (c - q).
Proof.
  apply (is_lim_seq_ext (fun L => (c - 2) + (2 - m q L))); [intros; ring |]. replace (c - q) with ((c - 2) + (2 - q)) by ring.
  apply (is_lim_seq_plus' _ _ (c - 2) (2 - q)); [apply is_lim_seq_const | apply lim_two_minus_m].
Qed.

Theorem table1_fixes_13 : ~ table1_changed_13.
Proof. intros [_ [_ [_ [H _]]]]. pose proof (one_limit _ _ _ (H 1) (lim_shifted 1 3)). lra. Qed.

Theorem table1_fixes_14 : ~ table1_changed_14.
Proof. intros [_ [_ [_ [H _]]]]. pose proof (one_limit _ _ _ (H 1) (lim_shifted 1 2)). lra. Qed.

Theorem table1_frees_15 : table1_changed_15.
Proof.
  destruct table1 as [A1 [A2 [A3 [A4 [A5 A6]]]]]. repeat (split; [assumption |]). split; [| exact A6].
  apply (is_lim_seq_ext (fun L => 3 / 2 * (2 / INR L))); [intros; unfold Rdiv; lra |].
  replace 0 with (3 / 2 * 0) by ring. apply (is_lim_seq_scal_l _ (3 / 2) 0), A5.
Qed.

Theorem table1_fixes_16 : ~ table1_changed_16.
Proof. intros [_ [_ [_ [_ [H _]]]]]. pose proof (one_limit _ _ _ H lim_two_over). lra. Qed.

Lemma table1_power x : x <> 0 -> is_lim_seq (fun L => decoupled_regularizer 1 L x) (apow x (2 - 1) / (2 - 1)).
Proof. intros Hx. destruct table1 as [_ [_ [_ [_ [_ H]]]]]. apply (proj1 (H x Hx)). lra. Qed.

Theorem table1_fixes_17 : ~ table1_changed_17.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]]. pose proof (one_limit _ _ _ (proj1 (H 2 ltac:(lra)) 1 ltac:(lra)) (table1_power 2 ltac:(lra))) as E.
  replace (3 - 1) with 2 in E by ring. replace (2 - 1) with 1 in E by ring. rewrite apow_two, apow_one, Rabs_pos_eq in E by lra. lra.
Qed.

Theorem table1_fixes_18 : ~ table1_changed_18.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]]. pose proof (one_limit _ _ _ (proj1 (H 1 ltac:(lra)) 1 ltac:(lra)) (table1_power 1 ltac:(lra))) as E.
  rewrite apow_1 in E. lra.
Qed.

Theorem table1_fixes_19 : ~ table1_changed_19.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]]. destruct (H 1 ltac:(lra)) as [_ [K _]].
  assert (J : is_lim_seq (fun L => decoupled_regularizer 3 L 1) (/ (2 - 3))).
  { apply (is_lim_seq_ext (fun L => / (2 - m 3 L))); [intros; unfold decoupled_regularizer; rewrite apow_1; unfold Rdiv; ring |].
    apply (is_lim_seq_inv _ (2 - 3)); [apply lim_two_minus_m |]. intros E. apply Rbar_finite_eq in E. lra. }
  pose proof (is_lim_seq_minus' _ _ _ _ K J) as N. apply (no_limit (ln (Rabs 1) - / (2 - 3)) 0).
  refine (is_lim_seq_ext _ _ _ _ N). intros n. cbv beta. unfold Rdiv. ring.
Qed.

Lemma no_sixth (l : R) : is_lim_seq (fun n => INR n / 6) l -> False.
Proof.
  intros H. apply (no_limit (-3 * l) 0). apply (is_lim_seq_ext (fun n => -3 * (INR n / 6))); [intros; field |].
  apply (is_lim_seq_scal_l _ (-3) l), H.
Qed.

Theorem table1_fixes_20 : ~ table1_changed_20.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]]. destruct (H 1 ltac:(lra)) as [_ [K _]]. destruct table1 as [_ [_ [_ [_ [_ H']]]]].
  destruct (H' 1 ltac:(lra)) as [_ [K' _]]. pose proof (is_lim_seq_minus' _ _ _ _ K K') as N.
  apply (no_sixth (ln (Rabs 1) - ln (Rabs 1))). refine (is_lim_seq_ext _ _ _ _ N). intros n. field.
Qed.

Theorem table1_fixes_21 : ~ table1_changed_21.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]]. destruct (H 1 ltac:(lra)) as [_ [_ K]]. destruct table1 as [_ [_ [_ [_ [_ H']]]]].
  destruct (H' 1 ltac:(lra)) as [_ [_ K']]. pose proof (is_lim_seq_minus' _ _ _ _ K K') as N.
  apply (no_sixth (ln (Rabs 1) - ln (Rabs 1))). refine (is_lim_seq_ext _ _ _ _ N). intros n. field.
Qed.

(** * Example 4.17 *)

Ltac depth H L := destruct H as [H _]; destruct (H L ltac:(lia)) as [H1 H2]; unfold m in H1, H2; simpl in H1, H2; lra.

Theorem sign_flow_exponent_fixes_1 : ~ sign_flow_exponent_changed_1. Proof. intros H. depth H 1%nat. Qed.
Theorem sign_flow_exponent_fixes_2 : ~ sign_flow_exponent_changed_2. Proof. intros H. depth H 2%nat. Qed.
Theorem sign_flow_exponent_fixes_3 : ~ sign_flow_exponent_changed_3. Proof. intros H. depth H 1%nat. Qed.
Theorem sign_flow_exponent_fixes_4 : ~ sign_flow_exponent_changed_4. Proof. intros H. depth H 1%nat. Qed.
Theorem sign_flow_exponent_frees_5 : sign_flow_exponent_changed_5.
Proof. destruct sign_flow_exponent as [K1 K2]. split; [| exact K2]. intros L HL. destruct (K1 L HL) as [E K]. split; [exact E | lra]. Qed.
Theorem sign_flow_exponent_fixes_6 : ~ sign_flow_exponent_changed_6. Proof. intros H. depth H 2%nat. Qed.
Theorem sign_flow_exponent_fixes_7 : ~ sign_flow_exponent_changed_7.
Proof. intros [_ H]. pose proof (one_limit _ _ _ H (lim_shifted 1 3)). lra. Qed.
Theorem sign_flow_exponent_fixes_8 : ~ sign_flow_exponent_changed_8.
Proof. intros [_ H]. pose proof (one_limit _ _ _ H (lim_shifted 2 2)). lra. Qed.
Theorem sign_flow_exponent_fixes_9 : ~ sign_flow_exponent_changed_9.
Proof. intros [_ H]. pose proof (one_limit _ _ _ H (lim_shifted 1 2)). lra. Qed.

(** * The balanced maps *)

Lemma level_half : metric 2 2 (fun _ => 1) (1 / 2) = / (2 * 1).
Proof. apply level_metric; trivial. rewrite Rabs_pos_eq; lra. Qed.

Lemma balanced_half : metric 2 2 (fun _ => 0) (1 / 2) = 1.
Proof.
  rewrite metric_balanced, m_2_2, apow_Ropp, apow_one, Rabs_pos_eq by (lia || lra). simpl INR. field.
Qed.

Theorem balanced_metric_fixes_1 : ~ balanced_metric_changed_1.
Proof.
  intros H. destruct (H 2 2%nat (1 / 2) ltac:(lra) ltac:(lia) ltac:(lra)) as [E _].
  rewrite level_half, <- metric_balanced, balanced_half in E by (lia || lra). lra.
Qed.

Theorem balanced_metric_fixes_2 : ~ balanced_metric_changed_2.
Proof.
  intros H. destruct (H 1 1%nat 2 ltac:(lra) ltac:(lia) ltac:(lra)) as [E _].
  rewrite one_metric, m_depth_1 in E. replace (- 0 + 1) with 1 in E by ring. rewrite apow_one, Rabs_pos_eq in E by lra. simpl INR in E. lra.
Qed.

Theorem balanced_metric_fixes_3 : ~ balanced_metric_changed_3.
Proof.
  intros H. destruct (H 2 2%nat (1 / 2) ltac:(lra) ltac:(lia) ltac:(lra)) as [_ D].
  pose proof (is_derive_balanced_mirror_map 2 ltac:(lia) 2 (1 / 2) ltac:(lra)) as D'. apply is_derive_unique in D. apply is_derive_unique in D'.
  rewrite D, level_half, balanced_half in D'. lra.
Qed.

Theorem balanced_potential_fixes_1 : ~ balanced_potential_changed_1.
Proof.
  intros H. destruct (H 1 1%nat 1 ltac:(lra) ltac:(lia) ltac:(lra)) as [_ [E _]]. unfold closed_potential in E. rewrite m_depth_1 in E.
  destruct Req_EM_T; [lra |]. rewrite apow_1 in E. simpl INR in E. lra.
Qed.

Theorem balanced_potential_fixes_2 : ~ balanced_potential_changed_2.
Proof. exact balanced_potential_mutant_false. Qed.

Theorem balanced_potential_frees_3 : balanced_potential_changed_3.
Proof.
  intros q L x Hq HL Hx. destruct (balanced_potential q L x Hq HL Hx) as [K1 [K2 _]]. repeat (split; [assumption |]).
  destruct (balanced_potential q L 1 Hq HL ltac:(lra)) as [D _]. apply (ex_derive_continuous (closed_potential q L)). eexists. exact D.
Qed.

(** * The metric at L = 2 *)

Theorem metric_l2_fixes_1 : ~ metric_l2_changed_1.
Proof.
  intros H. pose proof (H 1 0 1 ltac:(lra) ltac:(lra) ltac:(lra)) as E.
  replace (fun i : nat => match i with O => 0 | _ => 0 end) with (fun _ : nat => 0) in E.
  - rewrite metric_balanced, apow_1 in E by (lia || lra). rewrite apow_1 in E. simpl INR in E.
    replace (4 * 1 + 0 * 0) with (2 * 2) in E by ring. rewrite sqrt_square in E by lra. lra.
  - apply FunctionalExtensionality.functional_extensionality. now intros [| i].
Qed.

Theorem metric_l2_fixes_2 : ~ metric_l2_changed_2.
Proof.
  intros H. pose proof (H 2 1 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)) as E.
  rewrite (level_metric _ 1), apow_two in E by (trivial; rewrite Rabs_pos_eq; lra). apply (f_equal Rinv) in E. rewrite !Rinv_inv in E.
  assert (K : sqrt (4 * (1 / 2 * (1 / 2)) + 1 * 1) * sqrt (4 * (1 / 2 * (1 / 2)) + 1 * 1) = 2) by (rewrite sqrt_sqrt; lra).
  rewrite <- E in K. lra.
Qed.

Theorem metric_l2_fixes_3 : ~ metric_l2_changed_3.
Proof.
  intros H. pose proof (H 1 0 1 ltac:(lra) ltac:(lra) ltac:(lra)) as E. rewrite metric_l2, apow_1 in E by lra.
  apply (f_equal Rinv) in E. rewrite !Rinv_inv in E. apply sqrt_inj in E; lra.
Qed.

Theorem metric_l2_fixes_4 : ~ metric_l2_changed_4.
Proof.
  intros H. pose proof (H 1 0 2 ltac:(lra) ltac:(lra) ltac:(lra)) as E. rewrite metric_l2 in E by lra.
  replace (1 + 1) with 2 in E by ring. rewrite apow_one, apow_two, Rabs_pos_eq in E by lra.
  apply (f_equal Rinv) in E. rewrite !Rinv_inv in E. apply sqrt_inj in E; lra.
Qed.

(** * Maps *)

Theorem inverse_fixes_1 : ~ inverse_changed_1.
Proof.
  intros H. destruct (H 1%nat tied 0%nat (tied_invariants 1 ltac:(lia))) as [_ [K _]]. destruct (K 0 ltac:(lra)) as [K1 _].
  rewrite (U_0 1 tied 0 (tied_invariants 1 ltac:(lia))) in K1. lra.
Qed.

Theorem mirror_map_derivative_fixes_1 : ~ mirror_map_derivative_changed_1.
Proof.
  intros H. destruct (H 1 1%nat tied 0%nat 1 1 ltac:(lra) (tied_invariants 1 ltac:(lia)) ltac:(right; lra)) as [_ K].
  rewrite one_metric in K. lra.
Qed.

(** * The exponents of R'', at depth 1 (R'' = 1) and for Lambda = (0, 2) *)

Lemma one_exponents : m_0 1 1 tied = 0 /\ positive_product 1 tied = 1 /\ zeros 1 tied = 1%nat.
Proof. unfold m_0, positive_product, zeros, tied. simpl. destruct Req_EM_T; [| lra]. unfold m. simpl. repeat split; lra. Qed.

Lemma exponents_at (F : R -> R) x l k : is_lim F x l -> is_lim F x k -> l = k.
Proof. intros H K. apply is_lim_unique in H, K. now rewrite H in K. Qed.

Theorem metric_exponents_fixes_1 : ~ metric_exponents_changed_1.
Proof.
  intros H. destruct (H 1 1%nat tied 0%nat ltac:(lra) (tied_invariants 1 ltac:(lia))) as [_ [K _]].
  destruct one_exponents as [E1 [E2 E3]]. rewrite E1, E2, E3, apow_1 in K. simpl INR in K.
  assert (J : is_lim (fun x => metric 1 1 tied x * apow x (0 + 1)) 0 0).
  { apply (is_lim_ext Rabs); [intros y; rewrite one_metric, Rplus_0_l, apow_one; ring |].
    rewrite <- Rabs_R0 at 2. apply is_lim_continuity. apply Rcontinuity_abs. }
  pose proof (exponents_at _ _ _ _ K J) as E. apply Rbar_finite_eq in E. lra.
Qed.

(** Towards 1 the limit is R''(1) = 1 / (2 sqrt 1), by the continuity of R''; towards 0 it was 1. *)
Theorem metric_exponents_fixes_2 : ~ metric_exponents_changed_2.
Proof.
  intros H. pose proof (apart_invariants 2 ltac:(lia)) as HL. destruct (H 1 2%nat apart 0%nat ltac:(lra) HL) as [_ [K _]].
  destruct (metric_exponents 1 2%nat apart 0%nat ltac:(lra) HL) as [_ [J _]]. rewrite apart_m_0 in K, J.
  assert (C : is_lim (fun x => metric 1 2 apart x * apow x 0) 1 (metric 1 2 apart 1)).
  { apply (is_lim_ext_loc (metric 1 2 apart)).
    - exists (mkposreal 1 Rlt_0_1). intros y Hy _. change (Rabs (y - 1) < 1) in Hy. apply Rabs_def2 in Hy. rewrite apow_zero by lra. ring.
    - apply is_lim_continuity, continuity_pt_filterlim. apply (continuous_metric 2 apart 0 HL 1 0); [lra | apply apart_side]. }
  assert (C0 : is_lim (fun x => metric 1 2 apart x * apow x 0) 0 (metric 1 2 apart 0)).
  { apply (is_lim_ext_loc (metric 1 2 apart)).
    - exists (mkposreal 1 Rlt_0_1). intros y _ Hn. rewrite apow_zero by exact Hn. ring.
    - apply is_lim_continuity, continuity_pt_filterlim. apply (continuous_metric 2 apart 0 HL 1 0); [lra | apply apart_side]. }
  pose proof (exponents_at _ _ _ _ K C) as E. pose proof (exponents_at _ _ _ _ J C0) as E0. rewrite E0 in E. apply Rbar_finite_eq in E.
  rewrite !(metric_l2_any 1 1 _ ltac:(lra) : metric 1 2 apart _ = _), apow_0, apow_1 in E. apply (f_equal Rinv) in E.
  rewrite !Rinv_inv in E. apply sqrt_inj in E; lra.
Qed.

Lemma two_apart : invariants 2 (fun i => match i with O => 0 | _ => 2 end) 0.
Proof. split; [lia |]. split; [reflexivity |]. intros [| i] _; lra. Qed.

Theorem metric_exponents_fixes_3 : ~ metric_exponents_changed_3.
Proof.
  intros H. destruct (H 1 2%nat _ 0%nat ltac:(lra) two_apart) as [_ [K _]]. destruct (metric_exponents 1 2%nat _ 0%nat ltac:(lra) two_apart) as [_ [J _]].
  pose proof (exponents_at _ _ _ _ K J) as E. apply Rbar_finite_eq in E. unfold positive_product, zeros in E. simpl in E.
  destruct (Req_EM_T 0 0); [| lra]. destruct (Req_EM_T 2 0); [lra |]. simpl in E. rewrite !Rmult_1_l in E.
  replace (- / 1 + 1) with 0 in E by field. replace (- / 1) with (- (1)) in E by field.
  rewrite apow_zero, apow_Ropp, apow_one, Rabs_pos_eq in E by lra. lra.
Qed.

Theorem metric_exponents_fixes_4 : ~ metric_exponents_changed_4.
Proof.
  intros H. destruct (H 1 1%nat tied 0%nat ltac:(lra) (tied_invariants 1 ltac:(lia))) as [_ [_ K]].
  apply is_lim_spec in K. destruct (K (mkposreal 1 Rlt_0_1)) as [M HM]. simpl in HM. pose proof (Rle_abs M). pose proof (Rabs_pos M).
  specialize (HM (Rabs M + 5) ltac:(lra)). rewrite one_metric, m_depth_1, Rplus_0_l, apow_one, (Rabs_pos_eq (Rabs M + 5)) in HM by lra.
  apply Rabs_def2 in HM. lra.
Qed.

(** * The potential *)

Theorem potential_derivatives_frees_1 : potential_derivatives_changed_1.
Proof.
  intros q L Lam i0 Hq HL x Hx. destruct (potential_derivatives q L Lam i0 Hq HL x Hx) as [K1 [K2 [K3 K4]]].
  repeat (split; [assumption |]). intros HP. destruct (K4 HP). split; [lra | assumption].
Qed.

Lemma one_all x : domain 1 1 tied x.
Proof. apply one_domain. reflexivity. Qed.

Theorem potential_derivatives_fixes_2 : ~ potential_derivatives_changed_2.
Proof.
  intros H. pose proof (tied_invariants 1 ltac:(lia)) as HL.
  destruct (H 1 1%nat tied 0%nat ltac:(lra) HL 0 (one_all 0)) as [_ [_ [_ K]]].
  destruct (K ltac:(rewrite dP_1; lra)) as [_ E].
  destruct (potential_derivatives 1 1%nat tied 0%nat ltac:(lra) HL 0 (one_all 0)) as [_ [_ [_ K']]].
  destruct (K' ltac:(rewrite dP_1; lra)) as [_ E']. rewrite E, !one_map in E'. lra.
Qed.

Lemma potential_at_0 : potential 1 1 tied 0 = 0.
Proof. unfold potential. destruct Rlt_dec as [K | K]; [apply integral_point | destruct (one_all (-1)) as [J | J]; lra]. Qed.

Theorem strictly_convex_fixes_1 : ~ strictly_convex_changed_1.
Proof.
  intros H. pose proof (tied_invariants 1 ltac:(lia)) as HL. set (p := potential 1 1 tied) in *.
  assert (N : forall y, y <> 0 -> p y < 0).
  { intros y Hy. pose proof (H 1 1%nat tied 0%nat ltac:(lra) HL 0 y (1 / 2) (one_all 0) (one_all y) ltac:(lra) ltac:(lra)) as K.
    pose proof (strictly_convex 1 1%nat tied 0%nat ltac:(lra) HL 0 (3 / 2 * y) (1 / 3) (one_all 0) (one_all _) ltac:(lra) ltac:(lra)) as J.
    fold p in K, J. replace (1 / 2 * 0 + (2 - 1 / 2) * y) with (3 / 2 * y) in K by field.
    replace (1 / 3 * 0 + (1 - 1 / 3) * (3 / 2 * y)) with y in J by field. unfold p in K, J. rewrite potential_at_0 in K, J. fold p in K, J. lra. }
  pose proof (strictly_convex 1 1%nat tied 0%nat ltac:(lra) HL 1 (-1) (1 / 2) (one_all 1) (one_all _) ltac:(lra) ltac:(lra)) as J.
  replace (1 / 2 * 1 + (1 - 1 / 2) * -1) with 0 in J by field. rewrite potential_at_0 in J. fold p in J.
  pose proof (N 1 ltac:(lra)). pose proof (N (-1) ltac:(lra)). lra.
Qed.

Lemma potential_nonneg q L Lam i0 z : 1 <= q -> invariants L Lam i0 -> domain q L Lam z -> 0 <= potential q L Lam z.
Proof.
  intros Hq HL Hz. destruct (Rlt_dec (m_0 q L Lam) 1) as [Hm | Hm].
  - destruct (conjugate_identity q L Lam i0 Hq HL) as [K [_ K0]]. specialize (K 0 z (or_introl Hm) Hz). rewrite (K0 Hm) in K.
    unfold grad_potential in K. destruct Rlt_dec; [| contradiction]. rewrite (odd_zero q L Lam) in K. lra.
  - apply Rge_le, (potential_ge0 q L Lam i0 Hq HL). lra.
Qed.

(** R >= 0, so the larger weight of R(y) is the weaker claim. *)
Theorem strictly_convex_frees_2 : strictly_convex_changed_2.
Proof.
  intros q L Lam i0 Hq HL x y r Hx Hy Hxy Hr. pose proof (strictly_convex q L Lam i0 Hq HL x y r Hx Hy Hxy Hr).
  pose proof (potential_nonneg q L Lam i0 y Hq HL Hy). lra.
Qed.

Theorem essentially_smooth_fixes_1 : ~ essentially_smooth_changed_1.
Proof.
  intros H. destruct (H 2 2%nat tied 0%nat ltac:(lra) tied2 tied_m (-1)) as [d [Hd K]]. specialize (K 1 ltac:(lra)).
  rewrite (grad_here 2 2 tied) in K by apply tied_m. unfold mirror_map in K. rewrite integral_point in K. lra.
Qed.

Theorem onto_fixes_1 : ~ onto_changed_1.
Proof.
  intros H. assert (HL : invariants 3 tied 0) by (apply tied_invariants; lia).
  pose proof (proj2 (H 2 3%nat tied 0%nat ltac:(lra) HL) ltac:(unfold m; simpl; lra)) as K.
  apply (proj1 (onto 2 3%nat tied 0%nat ltac:(lra) HL)) in K. unfold m in K. simpl in K. lra.
Qed.

Theorem conjugate_identity_fixes_1 : ~ conjugate_identity_changed_1.
Proof.
  intros H. pose proof (tied_invariants 1 ltac:(lia)) as HL. assert (Hm : m_0 1 1 tied < 1) by (rewrite (proj1 one_exponents); lra).
  destruct (H 1 1%nat tied 0%nat ltac:(lra) HL) as [_ [_ K]]. specialize (K Hm).
  destruct (conjugate_identity 1 1%nat tied 0%nat ltac:(lra) HL) as [_ [D K0]]. specialize (K0 Hm).
  destruct (MVT_open (fun y => INR 1 * conjugate 1 1 tied y) (fun x => INR 1 * x * metric 1 1 tied x) (-1) 2 0 1) as [c [Hc E]]; try lra.
  { intros r _. apply D, one_all. }
  cbv beta in E. rewrite K, K0, one_metric in E. simpl INR in E. lra.
Qed.

Theorem conjugate_identity_fixes_2 : ~ conjugate_identity_changed_2.
Proof.
  intros H. pose proof (tied_invariants 1 ltac:(lia)) as HL. assert (Hm : m_0 1 1 tied < 1) by (rewrite (proj1 one_exponents); lra).
  destruct (H 1 1%nat tied 0%nat ltac:(lra) HL) as [_ [_ K]]. destruct (conjugate_identity 1 1%nat tied 0%nat ltac:(lra) HL) as [_ [_ K0]].
  rewrite (K0 Hm) in K. specialize (K Hm). lra.
Qed.
