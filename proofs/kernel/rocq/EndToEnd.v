(** From a trajectory of the steepest flow in the weights to the mirror flow and the linear rate. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Balance Mirror Onto Coercivity Convergence.
Local Open Scope R_scope.

Theorem end_to_end : end_to_end_statement.
Proof.
  intros q n L f grad w a b s i0 low B Fstar sigma Hq Hlow HB Hsig Hs Hf Hsw x Hchain Hmu Hg HPL.
  set (Lam := fun k => Lambda q (fun i => w k i s) (i0 k)).
  assert (HL : forall k, (k < n)%nat -> invariants L (Lam k) (i0 k)).
  { intros k Hk. apply smallest_invariants. now apply Hmu. }
  assert (HdP : forall k, (k < n)%nat -> low <= dP L (Lam k) 0).
  { intros k Hk. rewrite (dP_0 L (Lam k) (i0 k) (HL k Hk)). now apply Hmu. }
  split.
  - intros k t Hk Ht.
    assert (HP : 0 < dP L (Lam k) 0) by (apply Rlt_le_trans with low; [assumption | now apply HdP]).
    destruct (grad_from_0 q L (Lam k) (i0 k) (proj1 Hq) (HL k Hk) HP) as [_ EG].
    apply (is_derive_ext (fun r => mirror_map q L (Lam k) 0 (output L (w k) r))); [intros r; symmetry; apply EG |].
    apply (mirror_rate q L (component L grad w k) (w k) a b (i0 k) s 0 t); auto.
    + now apply Hmu.
    + now left.
  - intros t Hst Htb.
    apply (linear_rate q low n (fun t => f (x t)) (component L grad w)
      (fun k t => dP L (Lam k) (U L (Lam k) (apow (output L (w k) t) q))) (fun k => output L (w k)) a b
      B Fstar sigma); [assumption | assumption | assumption | assumption | | | | | assumption].
    2: { intros k r Hk Hr. now apply (Hg r k). }
    2: { exact HPL. }
    2: { lra. }
    intros r Hr. split.
    + intros k Hk. split.
      * apply Rle_trans with (1 := HdP k Hk). apply (dP_le L (Lam k) (i0 k) (HL k Hk)).
        split; [lra |]. apply (U_ge0 L (Lam k) (i0 k) (HL k Hk)), apow_ge0.
      * destruct (metric_flow q L (component L grad w k) (w k) a b (i0 k) s (Hf k Hk) (Hsw k Hk) Hs
          (proj1 (Hmu k Hk))) as [_ K].
        destruct (K r Hr) as [_ [_ D]]. exact D.
    + apply (Hchain r Hr).
Qed.
