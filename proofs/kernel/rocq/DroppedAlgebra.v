(** Hypotheses dropped, of the theorems about the numbers: coercivity, exponents, closed forms. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Mirror Onto Coercivity Regularizer Witnesses
  Mutants.
Local Open Scope R_scope.

(** * Coercivity *)

Theorem coercivity_spares_1 : coercivity_without_1.
Proof.
  unfold coercivity_without_1. cbv zeta. intros q L w i0 Hs. set (Lam := Lambda q w i0).
  assert (HL : invariants L Lam i0) by now apply smallest_invariants.
  assert (E : dP L Lam 0 = mu q L w i0) by now apply dP_0.
  split; [exact E |]. unfold metric. rewrite apow_0, (U_0 L Lam i0 HL), Rinv_inv. split; [exact E |].
  intros x. rewrite Rinv_inv, <- E. apply (dP_le L Lam i0 HL). split; [lra |].
  apply (U_ge0 L Lam i0 HL), apow_ge0.
Qed.

Theorem coercivity_needs_2 : ~ coercivity_without_2.
Proof. intros H. destruct (H 1 0%nat apart 0%nat ltac:(lra)) as [E _]. unfold dP, mu, others in E. simpl in E. lra. Qed.

Theorem coercivity_value_needs_1 : ~ coercivity_value_without_1.
Proof.
  intros H. pose proof (H 1 0%nat 2 ltac:(lra)) as E. unfold mu, others in E. simpl in E.
  replace (1 * (0 - 1)) with (- (1)) in E by ring. rewrite apow_Ropp, apow_one, Rabs_pos_eq in E; lra.
Qed.

Theorem coercivity_value_spares_2 : coercivity_value_without_2.
Proof.
  unfold coercivity_value_without_2. cbv zeta. intros q L lambda HL. unfold mu, others.
  rewrite (Prod_ext L _ (fun j => if Nat.eqb j 0 then 1 else (fun _ => apow lambda q) j)).
  - change (others L 0 (fun _ => apow lambda q) = apow lambda (q * (INR L - 1))).
    rewrite others_const by lia. rewrite <- apow_nat by (lia || apply apow_ge0).
    rewrite apow_apow, minus_INR by lia. reflexivity.
  - intros [| j] _; [reflexivity |]. unfold Lambda. simpl. rewrite apow_0. ring.
Qed.

Theorem coercivity_in_q_needs_1 : ~ coercivity_in_q_without_1.
Proof. intros H. destruct (H 1 1 2%nat (1 / 2) ltac:(lia)) as [K _]. specialize (K ltac:(lra)). lra. Qed.

Theorem coercivity_in_q_needs_2 : ~ coercivity_in_q_without_2.
Proof.
  intros H. destruct (H 1 2 1%nat (1 / 2) ltac:(lra)) as [K _]. specialize (K ltac:(lra)). unfold mu, others in K. simpl in K. lra.
Qed.

Theorem coercivity_in_q_needs_3 : ~ coercivity_in_q_without_3.
Proof.
  intros H. destruct (H 1 2 2%nat 1 ltac:(lra) ltac:(lia)) as [K _]. rewrite !coercivity_value, !apow_1 in K by (lia || lra). lra.
Qed.

Theorem coercivity_in_q_needs_4 : ~ coercivity_in_q_without_4.
Proof.
  intros H. destruct (H 1 2 2%nat 1 ltac:(lra) ltac:(lia)) as [_ K]. rewrite !coercivity_value, !apow_1 in K by (lia || lra). lra.
Qed.

Definition tenth (i : nat) : R := match i with O => 1 / 10 | _ => 1 / 5 end.

Lemma tenth_unique L : (1 <= L)%nat -> unique_smallest L tenth 0.
Proof.
  intros HL. split; [lia |]. intros [| i] _ Hn; [lia |]. unfold tenth. rewrite !Rabs_pos_eq; lra.
Qed.

Lemma tenth_small L i : (i < L)%nat -> Rabs (tenth i) <= exp (-1).
Proof. intros _. apply (proj2 generic_witness i). Qed.

Lemma tenth_mu : mu 0 2 tenth 0 = 0 /\ mu 1 2 tenth 0 = 1 / 10.
Proof.
  unfold mu, others, Lambda, tenth. simpl. rewrite !apow_zero, !apow_one, !Rabs_pos_eq by lra. lra.
Qed.

Theorem generic_coercivity_needs_1 : ~ generic_coercivity_without_1.
Proof. intros [H _]. pose proof (H 0 2%nat tenth 0%nat (tenth_unique 2 ltac:(lia))). destruct tenth_mu. lra. Qed.

Lemma tied_mu q : mu q 2 tied 0 = 0.
Proof. unfold mu, others, Lambda, tied. simpl. rewrite apow_0. ring. Qed.

Theorem generic_coercivity_needs_2 : ~ generic_coercivity_without_2.
Proof. intros [H _]. pose proof (H 1 2%nat tied 0%nat ltac:(lra)) as K. rewrite tied_mu in K. lra. Qed.

Theorem generic_coercivity_needs_3 : ~ generic_coercivity_without_3.
Proof.
  intros [_ [H _]]. pose proof (H 0 1 2%nat tenth 0%nat ltac:(lra) ltac:(lia) (tenth_unique 2 ltac:(lia)) (tenth_small 2)).
  destruct tenth_mu. lra.
Qed.

Theorem generic_coercivity_needs_4 : ~ generic_coercivity_without_4.
Proof.
  intros [_ [H _]]. pose proof (H 1 1 2%nat tenth 0%nat ltac:(lra) ltac:(lia) (tenth_unique 2 ltac:(lia)) (tenth_small 2)). lra.
Qed.

Theorem generic_coercivity_needs_5 : ~ generic_coercivity_without_5.
Proof.
  intros [_ [H _]]. pose proof (H 1 2 1%nat tenth 0%nat ltac:(lra) ltac:(lra) (tenth_unique 1 ltac:(lia)) (tenth_small 1)) as K.
  unfold mu, others in K. simpl in K. lra.
Qed.

Theorem generic_coercivity_needs_6 : ~ generic_coercivity_without_6.
Proof.
  intros [_ [H _]]. pose proof (H 1 2 2%nat tied 0%nat ltac:(lra) ltac:(lra) ltac:(lia)) as K. rewrite !tied_mu in K.
  apply (Rlt_irrefl 0), K. intros i _. unfold tied. rewrite Rabs_R0. left. apply exp_pos.
Qed.

Theorem generic_coercivity_needs_7 : ~ generic_coercivity_without_7.
Proof.
  intros [A [H C]]. apply generic_coercivity_mutant_false. split; [exact A |]. split; [| exact C].
  intros q q' L w i0 Hq Hqq HL Hu _. now apply H.
Qed.

(** * Exponents and closed forms. Of depth 0 they hold by the library's x / 0 = 0. *)

Lemma m_0_depth q : m q 0 = 0.
Proof. unfold m. simpl INR. unfold Rdiv. rewrite Rinv_0. ring. Qed.

Lemma m_depth_1 q : m q 1 = 0.
Proof. unfold m. simpl INR. field. Qed.

Theorem onto_exponents_spares_1 : onto_exponents_without_1.
Proof.
  unfold onto_exponents_without_1. cbv zeta. intros [| L]; [| apply onto_exponents; lia]. rewrite !m_0_depth. simpl INR.
  split; [| split; [split; intros; [lia | lra] | lra]]. intros q p Hq E. split; [intros _ | intros; rewrite m_0_depth; lra].
  destruct (Rle_or_lt 0 p) as [K | K]; [exact K |]. pose proof (Rinv_lt_0_compat p K).
  assert (/ q < 1) by (rewrite <- Rinv_1; apply Rinv_lt_contravar; lra). lra.
Qed.

Theorem onto_exponents_needs_2 : ~ onto_exponents_without_2.
Proof.
  intros H. destruct (H 1%nat ltac:(lia)) as [K _].
  pose proof (proj1 (K (1 / 2) (-1) ltac:(field)) ltac:(rewrite m_depth_1; lra)) as E. simpl in E. lra.
Qed.

Theorem onto_exponents_needs_3 : ~ onto_exponents_without_3.
Proof.
  intros H. destruct (H 1%nat ltac:(lia)) as [K _].
  pose proof (proj1 (K 2 0 ltac:(lra)) ltac:(rewrite m_depth_1; lra)) as E. simpl in E. lra.
Qed.

Theorem sign_flow_exponent_needs_1 : ~ sign_flow_exponent_without_1.
Proof.
  intros [H _]. destruct (H 0%nat) as [E _]. rewrite m_0_depth in E. simpl INR in E. rewrite Rinv_0 in E. lra.
Qed.

Lemma no_limit (l : R) c : is_lim_seq (fun n => c - INR n / 2) l -> False.
Proof.
  intros H. apply is_lim_seq_spec in H. destruct (H (mkposreal 1 Rlt_0_1)) as [N K].
  pose proof (K N (Nat.le_refl N)) as K1. pose proof (K (N + 4)%nat ltac:(lia)) as K2. simpl in K1, K2.
  rewrite plus_INR in K2. change (INR 4) with (1 + 1 + 1 + 1) in K2. apply Rabs_def2 in K1. apply Rabs_def2 in K2. lra.
Qed.

Theorem table1_needs_1 : ~ table1_without_1.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]]. destruct (H 0) as [_ [K _]]. apply (no_limit (ln (Rabs 0)) 0).
  eapply is_lim_seq_ext; [| exact K]. intros n. unfold decoupled_regularizer. cbv beta. rewrite apow_0. unfold Rdiv. ring.
Qed.

Theorem table1_needs_2 : ~ table1_without_2.
Proof.
  intros [_ [_ [_ [_ [_ H]]]]]. destruct (H 1 ltac:(lra)) as [K _]. specialize (K 2).
  apply (is_lim_seq_scal_l _ (-1)) in K. simpl in K. apply (no_limit (-1 * (apow 1 (2 - 2) / (2 - 2))) 0).
  refine (is_lim_seq_ext_loc _ _ _ _ K). exists 1%nat. intros n Hn. unfold decoupled_regularizer. rewrite apow_1.
  pose proof (INR_pos n Hn). unfold m. field. lra.
Qed.

Theorem balanced_metric_spares_1 : balanced_metric_without_1.
Proof.
  unfold balanced_metric_without_1. cbv zeta. intros q L x HL Hx.
  split; [now apply metric_balanced | now apply is_derive_balanced_mirror_map].
Qed.

Theorem balanced_metric_needs_3 : ~ balanced_metric_without_3.
Proof.
  intros H. destruct (H 1 1%nat 0 ltac:(lra) ltac:(lia)) as [E _]. unfold metric, dP, others in E. simpl in E.
  rewrite apow_0 in E. replace (0 + 1 * 1) with 1 in E by ring. rewrite Rinv_1 in E. lra.
Qed.

Theorem balanced_potential_needs_1 : ~ balanced_potential_without_1.
Proof.
  intros H. destruct (H 4 2%nat 1 ltac:(lia) ltac:(lra)) as [D _].
  assert (Em : m 4 2 = 2) by (unfold m; simpl; field).
  unfold closed_potential, balanced_mirror_map in D. rewrite Em in D. destruct (Req_EM_T 2 1); [lra |].
  apply (is_derive_ext _ (fun _ => 0)) in D.
  2:{ intros s. replace (2 - 2) with 0 by ring. rewrite Rmult_0_r. unfold Rdiv. rewrite Rinv_0. as_reals. ring. }
  apply is_derive_unique in D. rewrite Derive_const in D. replace (1 - 2) with (- (1)) in D by ring.
  unfold spow in D. rewrite sign_eq_1, apow_1 in D by lra. simpl INR in D. assert (E : 1 * 1 / ((1 + 1) * - (1)) = - (1 / 2)) by field. lra.
Qed.

(** x log x has no derivative at 0. *)
Theorem balanced_potential_needs_3 : ~ balanced_potential_without_3.
Proof.
  intros H. destruct (H 2 2%nat 0 ltac:(lra) ltac:(lia)) as [D _].
  assert (Em : m 2 2 = 1) by (unfold m; simpl; field).
  unfold closed_potential, balanced_mirror_map in D. rewrite Em in D. destruct (Req_EM_T 1 1); [| lra].
  rewrite sign_0 in D. apply is_derive_Reals in D. destruct (D (1 / 2) ltac:(lra)) as [d K]. pose proof (cond_pos d).
  set (r := Rmin (d / 2) (/ 2)). assert (Hr : 0 < r) by (apply Rmin_pos; lra).
  pose proof (Rmin_l (d / 2) (/ 2)). pose proof (Rmin_r (d / 2) (/ 2)). fold r in H1, H2.
  specialize (K r ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)). rewrite Rplus_0_l, Rabs_R0, (Rabs_pos_eq r) in K by lra.
  simpl INR in K. assert (Hl : ln r <= 0) by (rewrite <- ln_1; apply ln_le; lra).
  replace (((r * ln r - r) / (1 + 1) - (0 * ln 0 - 0) / (1 + 1)) / r - 0 * ln 0 / (1 + 1)) with ((ln r - 1) / 2) in K by (field; lra).
  apply Rabs_def2 in K. lra.
Qed.
