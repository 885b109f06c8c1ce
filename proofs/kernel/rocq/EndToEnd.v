(** From a trajectory of the steepest flow in the weights to the mirror flow and the linear rate. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance Mirror Onto Coercivity Convergence.
Local Open Scope R_scope.

(** Each coordinate follows the mirror flow of its potential, and they are the trajectory of the convergence theorems. *)
Lemma network_mirror q n L f grad h D w a b s (i0 : nat -> nat) low :
  1 <= q -> 0 < low -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b ->
  let x t := fun k => output L (w k) t in
  moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) ->
  (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) ->
  let Lam k := Lambda q (fun i => w k i s) (i0 k) in
  (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lam k) (output L (w k) r)) (fun t => - h k t)) /\
  mirror_trajectory q low n (fun t => f (x t)) (component L grad w) h
    (fun k t => dP L (Lam k) (U L (Lam k) (apow (output L (w k) t) q))) (fun k => output L (w k)) D a b.
Proof.
  intros Hq Hlow Hs HD Hf x Hchain Hmu Lam.
  assert (HL : forall k, (k < n)%nat -> invariants L (Lam k) (i0 k)).
  { intros k Hk. apply smallest_invariants. now apply Hmu. }
  assert (HdP : forall k, (k < n)%nat -> low <= dP L (Lam k) 0).
  { intros k Hk. rewrite (dP_0 L (Lam k) (i0 k) (HL k Hk)). now apply Hmu. }
  split.
  - intros k Hk.
    assert (HP : 0 < dP L (Lam k) 0) by (apply Rlt_le_trans with low; [assumption | now apply HdP]).
    destruct (grad_from_0 q L (Lam k) (i0 k) Hq (HL k Hk) HP) as [_ EG].
    apply (moves_ext D a b (fun r => mirror_map q L (Lam k) 0 (output L (w k) r))); [intros r _; symmetry; apply EG |].
    apply (mirror_moves q L (h k) D (w k) a b (i0 k) s 0); auto; [now apply Hf | now apply Hmu |].
    intros t Ht. now left.
  - split; [assumption |]. split; [| exact Hchain].
    intros k Hk. destruct (Hf k Hk) as [Hfk Hdr]. split.
    + destruct (metric_flow q L (h k) D (w k) a b (i0 k) s Hq Hfk Hs (proj1 (Hmu k Hk))) as [_ [_ K]]. exact K.
    + intros r Hr Hn. split; [now apply Hdr |].
      apply Rle_trans with (1 := HdP k Hk). apply (dP_le L (Lam k) (i0 k) (HL k Hk)).
      split; [lra |]. apply (U_ge0 L (Lam k) (i0 k) (HL k Hk)), apow_ge0.
Qed.

Theorem end_to_end : end_to_end_statement.
Proof.
  intros q n L f grad h D w a b s i0 low B Fstar sigma Hq Hlow HB Hsig Hs HD Hf x Hchain Hmu Hg HPL.
  destruct (network_mirror q n L f grad h D w a b s i0 low (proj1 Hq) Hlow Hs HD Hf Hchain Hmu) as [Hm Ht]. fold x in Ht.
  split; [exact Hm |]. intros t Hst Htb.
  apply (linear_rate q low n _ _ h _ _ D a b B Fstar sigma Hq Hlow HB Hsig Ht); [| exact HPL | lra | assumption].
  intros k r Hk Hr. now apply (Hg r k).
Qed.
