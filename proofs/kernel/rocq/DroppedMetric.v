(** Hypotheses dropped, of the metric at L = 2. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Mirror.
Local Open Scope R_scope.

Lemma metric_l2_any q lambda x : 0 <= lambda ->
  metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x q + lambda * lambda).
Proof.
  intros Hl. unfold metric. set (Lam := fun i : nat => match i with O => 0 | _ => lambda end).
  assert (HL : invariants 2 Lam 0).
  { split; [lia |]. split; [reflexivity |]. intros [| i] _; simpl; lra. }
  destruct (U_ge0_P 2 Lam 0 HL (apow x q) (apow_ge0 x q)) as [Hu E].
  set (u := U 2 Lam (apow x q)) in *. rewrite <- E. f_equal.
  unfold dP, P, others; simpl.
  replace (0 + 1 * 1 * (u + lambda) + 1 * (u + 0) * 1) with (2 * u + lambda) by ring.
  replace (4 * (1 * (u + 0) * (u + lambda)) + lambda * lambda) with (Rsqr (2 * u + lambda)) by (unfold Rsqr; ring).
  symmetry. apply sqrt_Rsqr. lra.
Qed.

Theorem metric_l2_spares_1 : metric_l2_without_1.
Proof. unfold metric_l2_without_1. cbv zeta. intros. now apply metric_l2_any. Qed.

(** At x = lambda = 0 both sides are 1 / 0, which is 0 in the library. *)
Theorem metric_l2_spares_3 : metric_l2_without_3.
Proof. unfold metric_l2_without_3. cbv zeta. intros. now apply metric_l2_any. Qed.
