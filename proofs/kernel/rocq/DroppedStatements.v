(** The pinned statements without one of their hypotheses, written by code: not to be edited. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements.
Local Open Scope R_scope.

Definition balance_without_1 : Prop :=
  forall q L h D w a b, let _ : Prop := 1 <= q in driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.

Definition balance_without_2 : Prop :=
  forall q L h D w a b, 1 <= q -> let _ : Prop := driven_flow q L h no_decay D w a b in forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.

Definition balance_without_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, let _ : Prop := (i < L)%nat in (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.

Definition balance_without_4 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> let _ : Prop := (j < L)%nat in a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.

Definition balance_without_5 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat -> let _ : Prop := a < s < b in a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.

Definition balance_without_6 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> let _ : Prop := a < t < b in apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.

Definition balance_decay_without_1 : Prop :=
  forall q L h alpha D w a b, let _ : Prop := 1 <= q in driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_without_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> let _ : Prop := driven_flow q L h alpha D w a b in integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_without_4 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, let _ : Prop := (i < L)%nat in (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_without_5 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> let _ : Prop := (j < L)%nat in a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_without_6 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> let _ : Prop := a < s < b in a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_without_7 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> let _ : Prop := a < t < b in apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_rate_without_1 : Prop :=
  forall q L h alpha D w a b, let _ : Prop := 1 <= q in driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_without_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> let _ : Prop := driven_flow q L h alpha D w a b in forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_without_3 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, let _ : Prop := (i < L)%nat in (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_without_4 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> let _ : Prop := (j < L)%nat in a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_without_5 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> let _ : Prop := a < t < b in ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_without_6 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> let _ : Prop := ~ D t in 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_without_7 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> let _ : Prop := 1 < q \/ output L w t <> 0 in is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).
