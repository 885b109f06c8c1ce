(** The words of the translated claims that are not yet in Statements.v and RuleStatements.v. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements.
Local Open Scope R_scope.

(** a^r for every real a: for a < 0 where r is an integer; 0^0 = 1. *)
Definition whole (r : R) : Prop := r = IZR (up r - 1).
Definition power (a r : R) : R :=
  if Rlt_dec 0 a then Rpower a r else if Req_EM_T r (IZR (up r - 1)) then powerRZ a (up r - 1) else 0.
Definition power_defined (a r : R) : Prop := 0 < a \/ (a = 0 /\ 0 <= r) \/ (a < 0 /\ whole r).
