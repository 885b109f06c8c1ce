(** Constants changed, of the theorems about the numbers: coercivity, exponents, closed forms. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements ChangedStatements Basics Exceptions Mirror Onto Coercivity Regularizer Witnesses
  Mutants DroppedAlgebra.
Local Open Scope R_scope.

(** The exponents m as numbers. *)
Lemma m_number q L x : x * INR L = q * (INR L - 1) -> INR L <> 0 -> m q L = x.
Proof. intros E H. unfold m. apply (Rmult_eq_reg_r (INR L)); [| assumption]. rewrite E. field. assumption. Qed.

Ltac number := unfold m; simpl; lra.

(** * q at which R' is onto *)

Theorem onto_exponents_fixes_1 : ~ onto_exponents_changed_1.
Proof.
  intros H. destruct (H 2%nat ltac:(lia)) as [K _].
  pose proof (proj1 (K 3 (3 / 2) ltac:(lra) ltac:(field)) ltac:(number)) as E. simpl in E. lra.
Qed.

Theorem onto_exponents_fixes_2 : ~ onto_exponents_changed_2.
Proof. intros H. destruct (H 2%nat ltac:(lia)) as [_ [[_ K] _]]. specialize (K ltac:(lia)). unfold m in K. simpl in K. lra. Qed.

Theorem onto_exponents_fixes_3 : ~ onto_exponents_changed_3.
Proof. intros H. destruct (H 3%nat ltac:(lia)) as [_ [[K _] _]]. specialize (K ltac:(number)). lia. Qed.

Theorem onto_exponents_fixes_4 : ~ onto_exponents_changed_4.
Proof. intros H. destruct (H 3%nat ltac:(lia)) as [_ [[_ K] _]]. specialize (K ltac:(lia)). unfold m in K. simpl in K. lra. Qed.

Theorem onto_exponents_fixes_5 : ~ onto_exponents_changed_5.
Proof. intros H. destruct (H 3%nat ltac:(lia)) as [_ [_ K]]. unfold m in K. simpl in K. lra. Qed.

Theorem onto_exponents_frees_6 : onto_exponents_changed_6.
Proof. intros L HL. destruct (onto_exponents L HL) as [K1 [K2 K3]]. repeat (split; [assumption |]). lra. Qed.

(** * Coercivity *)

Lemma apart_mu q : mu q 2 apart 0 = 1.
Proof. unfold mu, others, Lambda, apart. simpl. rewrite apow_0, apow_1. lra. Qed.

Lemma apart_least q : smallest q 2 apart 0.
Proof. split; [lia |]. intros i _. unfold apart. destruct i; rewrite ?apow_0, ?apow_1; lra. Qed.

Lemma apart_own q : forall i, Lambda q apart 0 i = apart i.
Proof. intros i. unfold Lambda, apart. destruct i; rewrite ?apow_0, ?apow_1; lra. Qed.

Theorem coercivity_fixes_1 : ~ coercivity_changed_1.
Proof.
  intros H. destruct (H 1 2%nat apart 0%nat ltac:(lra) (apart_least 1)) as [E _]. rewrite apart_mu in E.
  unfold dP, others in E. simpl in E. rewrite !apart_own in E. unfold apart in E. lra.
Qed.

Theorem coercivity_fixes_2 : ~ coercivity_changed_2.
Proof.
  intros H. destruct (H 1 2%nat apart 0%nat ltac:(lra) (apart_least 1)) as [_ [E _]]. rewrite apart_mu in E.
  assert (HL : invariants 2 (Lambda 1 apart 0) 0) by apply smallest_invariants, apart_least.
  unfold metric in E. rewrite apow_1, Rinv_inv in E. destruct (U_ge0_P 2 _ 0 HL 1 ltac:(lra)) as [Hu Eu].
  set (u := U 2 (Lambda 1 apart 0) 1) in *. unfold dP, P, others in *. simpl in *. rewrite !apart_own in *. unfold apart in *. nra.
Qed.

Lemma one_zero_relative q L lambda : (2 <= L)%nat -> 0 < lambda -> mu q L (one_zero lambda) 1 <= 0.
Proof.
  intros HL Hl. unfold mu, others. destruct L as [| [| L]]; [lia | lia |]. clear HL. induction L as [| L IH].
  - simpl. unfold Lambda, one_zero. rewrite apow_0. pose proof (apow_ge0 lambda q). lra.
  - rewrite Nat.add_1_r || idtac. simpl Prod in *. unfold Lambda at 3. simpl one_zero at 3. unfold Lambda, one_zero in *.
    rewrite Rminus_eq_0, Rmult_0_r. lra.
Qed.

Lemma one_zero_gt0 q L lambda : (2 <= L)%nat -> 0 < lambda -> 0 < mu q L (one_zero lambda) 0.
Proof. intros HL Hl. rewrite coercivity_value by assumption. apply apow_gt0. lra. Qed.

Theorem coercivity_value_fixes_1 : ~ coercivity_value_changed_1.
Proof.
  intros H. pose proof (H 1 2%nat 1 ltac:(lia) ltac:(lra)) as E. pose proof (one_zero_relative 1 2 1 ltac:(lia) ltac:(lra)).
  rewrite apow_1 in E. lra.
Qed.

Theorem coercivity_value_fixes_2 : ~ coercivity_value_changed_2.
Proof.
  intros H. pose proof (H 1 2%nat 2 ltac:(lia) ltac:(lra)) as E. rewrite coercivity_value in E by (lia || lra). simpl INR in E.
  replace (1 * (1 + 1 - 1)) with 1 in E by ring. replace (1 * (1 + 1 - 2)) with 0 in E by ring.
  rewrite apow_one, apow_zero, Rabs_pos_eq in E by lra. lra.
Qed.

Theorem coercivity_in_q_frees_1 : coercivity_in_q_changed_1.
Proof.
  intros q q' L lambda Hq HL. destruct (coercivity_in_q q q' L lambda Hq HL) as [_ K]. split; [| exact K]. intros Hl.
  pose proof (one_zero_relative q' L lambda HL ltac:(lra)). pose proof (one_zero_gt0 q L lambda HL ltac:(lra)). lra.
Qed.

Theorem coercivity_in_q_fixes_2 : ~ coercivity_in_q_changed_2.
Proof.
  intros H. destruct (H 1 2 2%nat (1 / 2) ltac:(lra) ltac:(lia)) as [K _]. specialize (K ltac:(lra)).
  pose proof (one_zero_relative 1 2 (1 / 2) ltac:(lia) ltac:(lra)). pose proof (one_zero_gt0 2 2 (1 / 2) ltac:(lia) ltac:(lra)). lra.
Qed.

Theorem coercivity_in_q_frees_3 : coercivity_in_q_changed_3.
Proof.
  intros q q' L lambda Hq HL. destruct (coercivity_in_q q q' L lambda Hq HL) as [K _]. split; [exact K |]. intros Hl.
  pose proof (one_zero_relative q L lambda HL ltac:(lra)). pose proof (one_zero_gt0 q' L lambda HL ltac:(lra)). lra.
Qed.

Theorem coercivity_in_q_fixes_4 : ~ coercivity_in_q_changed_4.
Proof.
  intros H. destruct (H 1 2 2%nat 2 ltac:(lra) ltac:(lia)) as [_ K]. specialize (K ltac:(lra)).
  pose proof (one_zero_relative 2 2 2 ltac:(lia) ltac:(lra)). pose proof (one_zero_gt0 1 2 2 ltac:(lia) ltac:(lra)). lra.
Qed.

(** q and lambda = 2 contradict the reported statement, so it is false with any larger depth and exponent. *)
Lemma reported_at q q' L : 1 <= q -> q < q' -> (2 <= L)%nat -> mu q' L (one_zero 2) 0 < mu q L (one_zero 2) 0 -> False.
Proof. intros Hq Hqq HL K. destruct (coercivity_in_q q q' L 2 Hqq HL) as [_ J]. specialize (J ltac:(lra)). lra. Qed.

Theorem coercivity_as_reported_fixes_1 : ~ coercivity_as_reported_changed_1.
Proof. intros H. apply H. intros. lra. Qed.

Theorem coercivity_as_reported_frees_2 : coercivity_as_reported_changed_2.
Proof. intros H. apply (reported_at 1 2 2); try lra; try lia. apply H; lra || lia. Qed.

Theorem coercivity_as_reported_frees_3 : coercivity_as_reported_changed_3.
Proof. intros H. apply (reported_at 1 2 3); try lra; try lia. apply H; lra || lia. Qed.

Theorem coercivity_as_reported_frees_4 : coercivity_as_reported_changed_4.
Proof. intros H. apply (reported_at 1 2 2); try lra; try lia. apply H; lra || lia. Qed.

Theorem coercivity_as_reported_fixes_5 : ~ coercivity_as_reported_changed_5.
Proof.
  intros H. apply H. intros q q' L lambda _ _ _ HL Hl. pose proof (one_zero_relative q' L lambda HL Hl).
  pose proof (one_zero_gt0 q L lambda HL Hl). lra.
Qed.

Theorem coercivity_as_reported_frees_6 : coercivity_as_reported_changed_6.
Proof.
  intros H. pose proof (H 1 2 2%nat 1 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lia) ltac:(lra)).
  pose proof (one_zero_relative 1 2 1 ltac:(lia) ltac:(lra)). pose proof (one_zero_gt0 2 2 1 ltac:(lia) ltac:(lra)). lra.
Qed.

(** * Generic weights *)

Theorem generic_coercivity_fixes_1 : ~ generic_coercivity_changed_1.
Proof. intros [H _]. pose proof (H 1 2%nat tenth 0%nat ltac:(lra) (tenth_unique 2 ltac:(lia))). destruct tenth_mu. lra. Qed.

(** Weights below e^(-2) are below e^(-1). *)
Theorem generic_coercivity_frees_2 : generic_coercivity_changed_2.
Proof.
  destruct generic_coercivity as [A [B C]]. split; [exact A |]. split; [| exact C]. intros q q' L w i0 Hq Hqq HL Hu Hw.
  apply B; try assumption. intros i Hi. apply Rle_trans with (1 := Hw i Hi). left. apply exp_increasing. lra.
Qed.

(** The two weights of the example: |w_1| - |w_0| at q = 1, w_1^2 - w_0^2 at q = 2. *)
Ltac example H := destruct H as [_ [_ H]]; cbv zeta in H; destruct H as [_ [H1 H2]]; unfold mu, others, Lambda in H1, H2; simpl in H1, H2;
  rewrite ?apow_one, ?apow_two in H1; rewrite ?apow_one, ?apow_two in H2; rewrite ?Rabs_pos_eq in H1 by lra;
  rewrite ?Rabs_pos_eq in H2 by lra; lra.

Theorem generic_coercivity_fixes_3 : ~ generic_coercivity_changed_3.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_4 : ~ generic_coercivity_changed_4.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_5 : ~ generic_coercivity_changed_5.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_6 : ~ generic_coercivity_changed_6.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_frees_7 : generic_coercivity_changed_7.
Proof.
  destruct generic_coercivity as [A [B [_ C]]]. split; [exact A |]. split; [exact B |]. split; [| exact C].
  split; [lia |]. intros [| i] _ Hn; [lia |]. rewrite !Rabs_pos_eq; lra.
Qed.
Theorem generic_coercivity_fixes_8 : ~ generic_coercivity_changed_8.
Proof.
  intros [_ [_ H]]. cbv zeta in H. destruct H as [[_ K] _]. specialize (K 0%nat ltac:(lia) ltac:(lia)).
  rewrite !Rabs_pos_eq in K by lra. lra.
Qed.
Theorem generic_coercivity_fixes_9 : ~ generic_coercivity_changed_9.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_10 : ~ generic_coercivity_changed_10.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_11 : ~ generic_coercivity_changed_11.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_12 : ~ generic_coercivity_changed_12.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_13 : ~ generic_coercivity_changed_13.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_14 : ~ generic_coercivity_changed_14.
Proof.
  intros H. destruct H as [_ [_ H]]. cbv zeta in H. destruct H as [_ [_ H2]]. unfold mu, others, Lambda in H2. simpl in H2.
  replace 3 with (2 + 1) in H2 by ring. rewrite !apow_plus, !apow_two, !apow_one, !Rabs_pos_eq in H2 by lra. lra.
Qed.
Theorem generic_coercivity_fixes_15 : ~ generic_coercivity_changed_15.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_16 : ~ generic_coercivity_changed_16.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_17 : ~ generic_coercivity_changed_17.
Proof. intros H. example H. Qed.
Theorem generic_coercivity_fixes_18 : ~ generic_coercivity_changed_18.
Proof. intros H. example H. Qed.
