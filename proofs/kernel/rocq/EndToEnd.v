(** From a trajectory of the steepest flow in the weights to the mirror flow and the linear rate. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance Mirror Onto Coercivity Convergence.
Local Open Scope R_scope.

Theorem end_to_end : end_to_end_statement.
Proof.
  intros q n L f grad h D w a b s i0 low B Fstar sigma Hq Hlow HB Hsig Hs HD Hf x Hchain Hmu Hg HPL.
  set (Lam := fun k => Lambda q (fun i => w k i s) (i0 k)).
  assert (HL : forall k, (k < n)%nat -> invariants L (Lam k) (i0 k)).
  { intros k Hk. apply smallest_invariants. now apply Hmu. }
  assert (HdP : forall k, (k < n)%nat -> low <= dP L (Lam k) 0).
  { intros k Hk. rewrite (dP_0 L (Lam k) (i0 k) (HL k Hk)). now apply Hmu. }
  split.
  - intros k Hk.
    assert (HP : 0 < dP L (Lam k) 0) by (apply Rlt_le_trans with low; [assumption | now apply HdP]).
    destruct (grad_from_0 q L (Lam k) (i0 k) (proj1 Hq) (HL k Hk) HP) as [_ EG].
    apply (moves_ext D a b (fun r => mirror_map q L (Lam k) 0 (output L (w k) r))); [intros r _; symmetry; apply EG |].
    apply (mirror_moves q L (h k) D (w k) a b (i0 k) s 0); auto; [lra | now apply Hf | now apply Hmu |].
    intros t Ht. now left.
  - intros t Hst Htb.
    apply (linear_rate q low n (fun t => f (x t)) (component L grad w) h
      (fun k t => dP L (Lam k) (U L (Lam k) (apow (output L (w k) t) q))) (fun k => output L (w k)) D a b
      B Fstar sigma); [assumption | assumption | assumption | assumption | | | | | assumption].
    2: { intros k r Hk Hr. now apply (Hg r k). }
    2: { exact HPL. }
    2: { lra. }
    split; [assumption |]. split; [| exact Hchain].
    intros k Hk. destruct (Hf k Hk) as [Hfk Hdr]. split.
    + destruct (metric_flow q L (h k) D (w k) a b (i0 k) s (proj1 Hq) Hfk Hs (proj1 (Hmu k Hk))) as [_ [_ K]]. exact K.
    + intros r Hr Hn. split; [now apply Hdr |].
      apply Rle_trans with (1 := HdP k Hk). apply (dP_le L (Lam k) (i0 k) (HL k Hk)).
      split; [lra |]. apply (U_ge0 L (Lam k) (i0 k) (HL k Hk)), apow_ge0.
Qed.
