(** Constants changed, of the counterexample to the bound as reported: q = 1, w_i = 1 + d i - t > 0 before t = 1, h = 1. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements ChangedStatements Basics Exceptions Balance Mirror Coercivity Convergence Witnesses
  Mutants Switching.
Local Open Scope R_scope.

Definition down (d : R) (i : nat) (t : R) : R := 1 + d * INR i - t.

Lemma down_gt0 d i t : 0 < d -> t < 1 -> 0 < down d i t.
Proof. intros Hd Ht. unfold down. pose proof (Rmult_le_pos d (INR i) ltac:(lra) (pos_INR i)). lra. Qed.

Lemma down_flow d L g : 0 < d -> (forall t, -1 < t < 1 -> 0 < g t) ->
  steepest_flow 1 L g (fun _ => 1) no_decay never (down d) (-1) 1.
Proof.
  intros Hd Hg. split.
  - apply smooth_flow. intros i t Hi Ht. replace (1 - 1) with 0 by ring. unfold no_decay.
    rewrite spow_zero by (apply others_gt0; intros; apply down_gt0; lra). unfold down. auto_derive; trivial. ring.
  - intros t Ht _. now apply drive_pos, Hg.
Qed.

Lemma down_output d L t : 0 < d -> t < 1 -> 0 < output L (down d) t.
Proof. intros Hd Ht. apply Prod_gt0. intros. now apply down_gt0. Qed.

Lemma down_smallest d L t : 0 < d -> -1 < t < 1 -> smallest 1 (S L) (fun i => down d i t) 0.
Proof.
  intros Hd Ht. split; [lia |]. intros i _. rewrite !apow_one, !Rabs_pos_eq by (left; apply down_gt0; lra). unfold down. simpl INR.
  pose proof (Rmult_le_pos d (INR i) ltac:(lra) (pos_INR i)). lra.
Qed.

Lemma down_Lambda d t i : 0 < d -> -1 < t < 1 -> Lambda 1 (fun i => down d i t) 0 i = d * INR i.
Proof. intros Hd Ht. unfold Lambda. rewrite !apow_one, !Rabs_pos_eq by (left; apply down_gt0; lra). unfold down. simpl INR. ring. Qed.

Lemma down_mu d t : 0 < d -> -1 < t < 1 -> mu 1 2 (fun i => down d i t) 0 = d.
Proof. intros Hd Ht. unfold mu, others. cbn [Prod Nat.eqb]. rewrite !down_Lambda by assumption. simpl INR. ring. Qed.

(** int g^2 >= 1/2 over (0, 1/2) where g >= 1 there. *)
Lemma paid_half d L c K : 1 <= K -> (forall t, 0 < t < 1 / 2 -> K <= c * output L (down d) t) ->
  K * K / 2 <= RInt (fun r => c * output L (down d) r * (c * output L (down d) r)) 0 (1 / 2).
Proof.
  intros HK H. apply Rle_trans with (RInt (fun _ => K * K) 0 (1 / 2)).
  - rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. lra.
  - apply RInt_le; [lra | apply ex_RInt_const | |].
    + apply (ex_integral _ (-1) 1); [| lra | lra]. intros y _.
      assert (C : continuous (fun r => c * output L (down d) r) y).
      { apply (continuous_scal_r c (output L (down d))). apply continuous_output. intros i _.
        apply (ex_derive_continuous (V := R_NormedModule)). unfold down. auto_derive. trivial. }
      now apply (continuous_mult (fun r => c * output L (down d) r)).
    + intros y Hy. pose proof (H y Hy). nra.
Qed.

Lemma down_2 d t : output 2 (down d) t = (1 - t) * (1 + d - t).
Proof. unfold output, down. simpl. ring. Qed.

Lemma down_3 t : output 3 (down 1) t = (1 - t) * (2 - t) * (3 - t).
Proof. unfold output, down. simpl. ring. Qed.

(** The tuple, its first conditions, and then those on the flow: sizes are left to the tactic `sized`. *)
Ltac tuple B low d := exists 1, B, low, (-1), 1, (fun _ => 1), never, (down d); cbv zeta.
Ltac sized c L d K := exists 0, (1 / 2); split; [lra |]; split; [lra |]; split; [lra |];
  eapply Rlt_le_trans; [| apply (paid_half d L c K); [lra |]].

Lemma square_size d t : 0 < d -> -1 < t < 1 -> 0 < (1 - t) * (1 + d - t) <= 2 * (2 + d).
Proof. intros Hd Ht. split; [apply Rmult_lt_0_compat; lra |]. apply Rmult_le_compat; lra. Qed.

Lemma square_least d t : 0 < d -> 0 < t < 1 / 2 -> 1 / 2 * (1 / 2 + d) <= (1 - t) * (1 + d - t).
Proof. intros Hd Ht. apply Rmult_le_compat; lra. Qed.

Theorem convergence_as_reported_frees_1 : convergence_as_reported_changed_1.
Proof.
  tuple 48 1 1. split; [lra |]. split; [lra |]. split; [lra |]. split; [| split].
  - apply down_flow; [lra |]. intros t Ht. pose proof (down_output 1 3 t ltac:(lra) ltac:(lra)). lra.
  - intros t Ht. split; [| split; [apply down_smallest; lra | apply down_mu; lra]].
    pose proof (down_output 1 3 t ltac:(lra) ltac:(lra)). rewrite Rabs_pos_eq by lra. rewrite down_3.
    pose proof (square_size 1 t ltac:(lra) Ht) as B. replace (1 + 1 - t) with (2 - t) in B by ring.
    assert ((1 - t) * (2 - t) * (3 - t) <= 2 * (2 + 1) * 4) by (apply Rmult_le_compat; lra). lra.
  - sized 2 3%nat 1 (3 / 2).
    + replace (2 - 1) with 1 by ring. rewrite apow_one, Rabs_pos_eq, down_3 by lra. lra.
    + intros t Ht. pose proof (square_least 1 t ltac:(lra) Ht) as A. rewrite down_3. replace (1 + 1 - t) with (2 - t) in A by ring.
      assert (1 / 2 * (1 / 2 + 1) * 2 <= (1 - t) * (2 - t) * (3 - t)) by (apply Rmult_le_compat; lra). lra.
Qed.

(** The same with x = w_0 w_1 = (1 - t) (1 + d - t); mu of three weights is d (2 d). *)
Ltac first_two c d K := split; [lra |]; split; [lra |]; split; [lra |]; split; [| split];
  [ apply down_flow; [lra |]; intros t Ht; pose proof (down_output d 2 t ltac:(lra) ltac:(lra)); lra
  | intros t Ht; split; [| split; [apply down_smallest; lra |]];
    [ pose proof (square_size d t ltac:(lra) Ht); rewrite down_2, Rabs_pos_eq; lra
    | first [apply down_mu; lra | unfold mu, others; cbn [Prod Nat.eqb]; rewrite !down_Lambda by lra; simpl INR; ring] ]
  | sized c 2%nat d K;
    [ replace (2 - 1) with 1 by ring; rewrite apow_one, Rabs_pos_eq, down_2 by lra; lra
    | intros t Ht; pose proof (square_least d t ltac:(lra) Ht); rewrite down_2; lra ] ].

Theorem convergence_as_reported_frees_2 : convergence_as_reported_changed_2.
Proof. tuple 18 1 1. first_two 3 1 2. Qed.

Theorem convergence_as_reported_frees_5 : convergence_as_reported_changed_5.
Proof. tuple 12 1 1. first_two 2 1 1. Qed.

Theorem convergence_as_reported_frees_6 : convergence_as_reported_changed_6.
Proof. tuple 20 3 3. first_two 2 3 1. Qed.

Theorem convergence_as_reported_frees_7 : convergence_as_reported_changed_7.
Proof. tuple 12 1 1. first_two 2 1 1. Qed.

Theorem convergence_as_reported_frees_8 : convergence_as_reported_changed_8.
Proof. tuple 12 1 1. first_two 2 1 1. Qed.

Theorem convergence_as_reported_frees_10 : convergence_as_reported_changed_10.
Proof. tuple 12 2 1. first_two 2 1 1. Qed.

(** * What follows from the counterexample itself, and what is false *)

Theorem convergence_as_reported_frees_4 : convergence_as_reported_changed_4.
Proof.
  destruct convergence_as_reported as [q [B [low [a [b [h [D [w [Hq K]]]]]]]]]. exists q, B, low, a, b, h, D, w. split; [lra | exact K].
Qed.

Theorem convergence_as_reported_frees_12 : convergence_as_reported_changed_12.
Proof.
  destruct convergence_as_reported as [q [B [low [a [b [h [D [w [Hq [HB [Hlow [Hf [Hall [s [t [Hs [Hst [Ht Hbad]]]]]]]]]]]]]]]]]].
  exists q, B, low, a, b, h, D, w. cbv zeta. repeat (split; [assumption |]). exists s, t. repeat (split; [assumption |]).
  apply Rle_lt_trans with (2 := Hbad). set (x := output 2 w s). replace (3 - q) with (2 - q + 1) by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra.
  assert (Hp : 0 < apow B (2 - q)) by (apply apow_gt0; lra). apply Rmult_le_compat_l; [nra |].
  apply Rinv_le_contravar; [now apply Rmult_lt_0_compat |]. apply Rmult_le_compat_l; [lra |]. nra.
Qed.

Lemma relative_gap q (w : nat -> R) : mu q 2 w 0 = apow (w 1%nat) q - apow (w 0%nat) q /\ mu q 2 w 1 = apow (w 0%nat) q - apow (w 1%nat) q.
Proof. unfold mu, others, Lambda. simpl. split; ring. Qed.

Theorem convergence_as_reported_fixes_9 : ~ convergence_as_reported_changed_9.
Proof.
  intros [q [B [low [a [b [h [D [w [_ [_ [Hlow [_ [Hall [s [t [Hs [Hst [Ht _]]]]]]]]]]]]]]]]]].
  destruct (Hall s ltac:(lra)) as [_ [[_ Hsm] Hmu]]. rewrite (proj1 (relative_gap _ _)) in Hmu. pose proof (Hsm 0%nat ltac:(lia)). lra.
Qed.

Theorem convergence_as_reported_fixes_11 : ~ convergence_as_reported_changed_11.
Proof.
  intros [q [B [low [a [b [h [D [w [_ [_ [Hlow [_ [Hall [s [t [Hs [Hst [Ht _]]]]]]]]]]]]]]]]]].
  destruct (Hall s ltac:(lra)) as [_ [[_ Hsm] Hmu]]. rewrite (proj2 (relative_gap _ _)) in Hmu. pose proof (Hsm 1%nat ltac:(lia)). lra.
Qed.

(** At q = 2 both bounds are the same, and true. *)
Theorem convergence_as_reported_fixes_3 : ~ convergence_as_reported_changed_3.
Proof.
  intros [q [B [low [a [b [h [D [w [Hq [HB [Hlow [Hf [Hall [s [t [Hs [Hst [Ht Hbad]]]]]]]]]]]]]]]]]].
  pose proof (reported_bound q B low a b h D w s t ltac:(lra) ltac:(lra) Hlow Hf Hall ltac:(lra) ltac:(lra) Ht) as C. cbv zeta in C.
  replace q with 2 in C, Hbad by lra. replace (2 - 2) with 0 in C, Hbad by ring. rewrite apow_zero in C by lra. rewrite apow_zero in Hbad by lra.
  set (x := output 2 w s) in *. set (y := output 2 w t) in *. assert (0 <= y * y) by nra.
  assert (1 * (x * x - y * y) / low <= x * x / (low * 1)).
  { rewrite Rmult_1_r. apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | lra]. } lra.
Qed.
