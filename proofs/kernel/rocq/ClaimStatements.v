(** The formal claims in Coq's words, written by code from the catalogue: not to be edited. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary.
Local Open Scope R_scope.

Definition claim_balance : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall h : nat ->
  R -> R, forall w : nat -> nat -> R -> R, forall q : R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> forall i :
  nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae
  T (fun t => is_derive (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t))) ->
  (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> forall k : nat, (k < n)%nat
  -> forall i : nat, (i < L)%nat -> forall l : nat, (l < L)%nat -> every T (fun t => (apow (Rabs (w k i t)) q +
  ((-1) * apow (Rabs (w k l t)) q)) = (apow (Rabs (w k i 0)) q + ((-1) * apow (Rabs (w k l 0)) q))).

Definition claim_balance_decay : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall h : nat -> R -> R, forall w : nat -> nat -> R -> R, forall q :
  R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) ->
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t
  (((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t) + ((-1) * alpha t * w k i t)))) -> (exists
  int_0, primitive T (fun t => alpha t) int_0) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t
  => h k t) int_0) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> forall l : nat, (l < L)%nat ->
  ae T (fun t => is_derive (fun t => (apow (Rabs (w k i t)) q + ((-1) * apow (Rabs (w k l t)) q))) t ((-1) * q *
  alpha t * (apow (Rabs (w k i t)) q + ((-1) * apow (Rabs (w k l t)) q))))) /\ (forall k : nat, (k < n)%nat ->
  forall i : nat, (i < L)%nat -> forall l : nat, (l < L)%nat -> exists int_1 : R -> R, primitive T (fun t => alpha
  t) int_1 /\ every T (fun t => (apow (Rabs (w k i t)) q + ((-1) * apow (Rabs (w k l t)) q)) = ((apow (Rabs (w k i
  0)) q + ((-1) * apow (Rabs (w k l 0)) q)) * exp ((-1) * q * int_1 t)))).

Definition claim_balance_coupled : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall g : nat -> R -> R, forall w : nat -> nat -> R -> R, forall x :
  nat -> R -> R, forall B : R, (0 < B) -> forall D : R, (0 < D) -> forall q : R, (1 <= q <= 2) -> (forall k : nat,
  (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i
  : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t ((-1) * spow ((g k t * others L i (fun j => w
  k j t)) + (alpha t * w k i t)) (q + (-1))))) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L
  (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> forall l : nat, (l < L)%nat
  -> ae T (fun t => is_derive (fun t => (apow (Rabs (w k i t)) q + ((-1) * apow (Rabs (w k l t)) q))) t ((-1) * q *
  (spow ((g k t * x k t) + (alpha t * ((w k i t) ^ 2))) (q + (-1)) + ((-1) * spow ((g k t * x k t) + (alpha t * ((w
  k l t) ^ 2))) (q + (-1))))))) /\ (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> forall l : nat, (l
  < L)%nat -> every T (fun t => ((apow (Rabs (w k i t)) q + ((-1) * apow (Rabs (w k l t)) q)) ^ 2) <= ((apow (Rabs
  (w k i 0)) q + ((-1) * apow (Rabs (w k l 0)) q)) ^ 2))) /\ (forall k : nat, (k < n)%nat -> forall i : nat, (i <
  L)%nat -> forall l : nat, (l < L)%nat -> (Rabs (w k i 0) = Rabs (w k l 0)) -> (every T (fun t => Rabs (w k i t) =
  Rabs (w k l t)))) /\ (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> forall l : nat, (l < L)%nat ->
  (every T (fun t => (g k t * x k t) <= 0)) -> ((every T (fun t => 0 < Rabs (w k i t))) -> ((every T (fun t => 0 <
  Rabs (w k l t))) -> (every T (fun t => ((Rabs (w k i t) + ((-1) * Rabs (w k l t))) ^ 2) <= ((Rabs (w k i 0) +
  ((-1) * Rabs (w k l 0))) ^ 2)))))) /\ (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> forall l :
  nat, (l < L)%nat -> (q = 2) -> ((exists int_0, primitive T (fun t => alpha t) int_0) -> (exists int_1 : R -> R,
  primitive T (fun t => alpha t) int_1 /\ every T (fun t => (((w k i t) ^ 2) + ((-1) * ((w k l t) ^ 2))) = ((((w k i
  0) ^ 2) + ((-1) * ((w k l 0) ^ 2))) * exp ((-2) * int_1 t)))))) /\ ((1 < q) -> ((q < 2) -> (every T (fun t => (0 <
  t) -> ((apow B (2 * (q + (-1)) * (/ q)) + ((-1) * apow (B + D) (2 * (q + (-1)) * (/ q)))) < (apow (B + t) (2 * (q
  + (-1)) * (/ q)) + ((-1) * apow (B + D + t) (2 * (q + (-1)) * (/ q))))))))) /\ ((sign (((-1) * 2 * 1) + ((3 / 2) *
  (2 ^ 2))) + ((-1) * sign (((-1) * 2 * 1) + ((3 / 2) * (1 ^ 2))))) = 2) /\ ((sign (((-1) * 20 * 19) + ((3 / 2) *
  (20 ^ 2))) + ((-1) * sign (((-1) * 20 * 19) + ((3 / 2) * (19 ^ 2))))) = 0).

Definition claim_balance_complete : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall a : nat -> R, forall b : nat -> R, forall c
  : nat -> R, forall q : R, (1 <= q <= 2) -> forall s : R, (0 < s) -> (tends (toward T) (fun t => t) s) -> (forall i
  : nat, (i < L)%nat -> 0 < Rabs (a i)) -> (forall i : nat, (i < L)%nat -> sign (b i) = sign (a i)) -> (forall i :
  nat, (i < L)%nat -> apow (Rabs (b i)) q = (apow (Rabs (a i)) q + s)) -> (forall i : nat, (i < L)%nat -> (sign (a
  i) * apow (apow (Rabs (a i)) q + 0) (1 * (/ q))) = a i) /\ (forall i : nat, (i < L)%nat -> tends (toward T) (fun t
  => (sign (a i) * apow (apow (Rabs (a i)) q + t) (1 * (/ q)))) (b i)) /\ (forall i : nat, (i < L)%nat -> ae T (fun
  t => is_derive (fun t => (sign (a i) * apow (apow (Rabs (a i)) q + t) (1 * (/ q)))) t (spow (others L i (fun j =>
  (sign (a j) * apow (apow (Rabs (a j)) q + t) (1 * (/ q))))) (q + (-1)) * spow (Prod L (fun j => (sign (a j) * apow
  (apow (Rabs (a j)) q + t) (1 * (/ q))))) (1 + ((-1) * q)) * (/ q)))) /\ (every T (fun t => 0 < Rabs (Prod L (fun j
  => (sign (a j) * apow (apow (Rabs (a j)) q + t) (1 * (/ q))))))) /\ (every T (fun t => sign (Prod L (fun j =>
  (sign (a j) * apow (apow (Rabs (a j)) q + t) (1 * (/ q))))) = Prod L (fun j => sign (a j)))) /\ (forall i : nat,
  (i < L)%nat -> forall l : nat, (l < L)%nat -> power_defined (c i + 1 + Sum L (fun i => Rabs (c i))) (1 * (/ q)) /\
  power_defined (c l + 1 + Sum L (fun i => Rabs (c i))) (1 * (/ q)) /\ (apow (Rabs (power (c i + 1 + Sum L (fun i =>
  Rabs (c i))) (1 * (/ q)))) q + ((-1) * apow (Rabs (power (c l + 1 + Sum L (fun i => Rabs (c i))) (1 * (/ q)))) q))
  = (c i + ((-1) * c l))).

Definition claim_mirror_flow : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall h : nat ->
  R -> R, forall u : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat ->
  nat -> R -> R, forall x : nat -> R -> R, forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1,
  (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall q : R, (1 <= q <= 2) -> forall R_prime : R -> R, forall k : nat, (k <
  n)%nat -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k :
  nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t ((-1) * spow
  (others L i (fun j => w k j t)) (q + (-1)) * h k t))) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T
  (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t)))
  -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k
  t + Lambda k i))) -> (forall point : R, ex_derive R_prime point /\ continuous (Derive R_prime) point) -> (every T
  (fun t => ex_derive R_prime (x k t) /\ (Derive R_prime (x k t) * Sum L (fun i => others L i (fun j => (u k t +
  Lambda k j)))) = 1)) -> exists int_1 : R -> R, primitive T (fun t => h k t) int_1 /\ every T (fun t => R_prime (x
  k t) = (R_prime (x k 0) + ((-1) * int_1 t))).

Definition claim_mirror_flow_half_line : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall h : nat ->
  R -> R, forall u : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat ->
  nat -> R -> R, forall x : nat -> R -> R, forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1,
  (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall q : R, (1 <= q <= 2) -> forall R_prime : R -> R, forall k : nat, (k <
  n)%nat -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k :
  nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t ((-1) * spow
  (others L i (fun j => w k j t)) (q + (-1)) * h k t))) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T
  (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t)))
  -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k
  t + Lambda k i))) -> (forall point : R, 0 < point -> ex_derive R_prime point /\ continuous (Derive R_prime) point)
  -> (every T (fun t => ((ex_derive R_prime (x k t)) -> (Derive R_prime (x k t) * Sum L (fun i => others L i (fun j
  => (u k t + Lambda k j)))) = 1))) -> (every T (fun t => 0 < x k t)) -> exists int_1 : R -> R, primitive T (fun t
  => h k t) int_1 /\ every T (fun t => R_prime (x k t) = (R_prime (x k 0) + ((-1) * int_1 t))).

Definition claim_metric : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall h : nat ->
  R -> R, forall u : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat ->
  nat -> R -> R, forall x : nat -> R -> R, forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1,
  (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall q : R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> forall i :
  nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae
  T (fun t => is_derive (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t))) ->
  (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat
  -> every T (fun t => x k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i <
  L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k t + Lambda k i))) -> (forall k : nat, (k < n)%nat ->
  every T (fun t => apow (Rabs (x k t)) q = Prod L (fun j => (u k t + Lambda k j)))) /\ (forall k : nat, (k < n)%nat
  -> ae T (fun t => is_derive (fun t => x k t) t ((-1) * h k t * Sum L (fun i => others L i (fun j => (u k t +
  Lambda k j)))))).

Definition claim_metric_l2 : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall a : R -> R, forall b : R -> R, forall h : R
  -> R, forall q : R, (1 <= q <= 2) -> forall v : R, (0 < v) -> (ac T (fun t => a t)) -> (ac T (fun t => b t)) ->
  (ae T (fun t => is_derive (fun t => a t) t ((-1) * spow (b t) (q + (-1)) * h t))) -> (ae T (fun t => is_derive
  (fun t => b t) t ((-1) * spow (a t) (q + (-1)) * h t))) -> (ae T (fun t => is_derive (fun t => (a t * b t)) t
  ((-1) * h t * apow ((4 * apow (Rabs (a t * b t)) q) + ((apow (Rabs (b 0)) q + ((-1) * apow (Rabs (a 0)) q)) ^ 2))
  (1 / 2)))) /\ ((Sum L (fun i => others L i (fun j => v))) <> 0 /\ (1 * (/ (Sum L (fun i => others L i (fun j =>
  v))))) = (apow (apow (Prod L (fun j => v)) (1 * (/ q))) ((-1) * q * (INR L + (-1)) * (/ (INR L))) * (/ (INR L)))).

Definition claim_mirror_map : Prop :=
  forall k0 : nat, (1 <= k0)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall b :
  R, (0 < b) -> forall c : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < c i0) -> forall e : R, (0 < e) -> forall
  lambda : R, (0 < lambda) -> forall q : R, (1 <= q <= 2) -> (grows (toward T) (fun t => t)) -> (((e * (1 + ((-1) *
  INR k0 * (q + (-1)) * (/ q)))) = 1) -> ((exists int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) *
  t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/
  q))) int_1 /\ exists total_2 : R, tends (toward T) int_1 total_2 /\ ae T (fun t => ex_derive (fun t => (total_2 +
  ((-1) * int_1 t))) t /\ ex_derive (fun t => apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b *
  exp ((-1) * t)) + c a))) (1 * (/ q))) t /\ Derive (fun t => (total_2 + ((-1) * int_1 t))) t = (Derive (fun t =>
  apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) (1 * (/ q))) t * (/
  ((INR k0 * apow (b * exp ((-1) * t)) (INR k0 + (-1)) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) + (apow
  (b * exp ((-1) * t)) (INR k0) * Sum rows (fun o => others rows o (fun a => ((b * exp ((-1) * t)) + c a))))))))) /\
  (exists int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b
  * exp ((-1) * t)) + c a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists total_2 : R, tends
  (toward T) int_1 total_2 /\ tends (toward T) (fun t => (total_2 + ((-1) * int_1 t))) 0) /\ ((q = 1) -> (exists
  int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp
  ((-1) * t)) + c a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists total_2 : R, tends
  (toward T) int_1 total_2 /\ every T (fun t => (total_2 + ((-1) * int_1 t)) = (b * exp ((-1) * t))))))) /\ (ae T
  (fun t => ex_derive (fun t => (ln (((2 * b * exp ((-1) * t)) + apow ((4 * ((b * exp ((-1) * t)) ^ 2)) + (lambda ^
  2)) (1 / 2)) * (/ lambda)) * (1 / 2))) t /\ ex_derive (fun t => (b * exp ((-1) * t))) t /\ Derive (fun t => (ln
  (((2 * b * exp ((-1) * t)) + apow ((4 * ((b * exp ((-1) * t)) ^ 2)) + (lambda ^ 2)) (1 / 2)) * (/ lambda)) * (1 /
  2))) t = (Derive (fun t => (b * exp ((-1) * t))) t * (/ (apow ((4 * ((b * exp ((-1) * t)) ^ 2)) + (lambda ^ 2)) (1
  / 2)))))) /\ (tends (toward T) (fun t => (ln (((2 * b * exp ((-1) * t)) + apow ((4 * ((b * exp ((-1) * t)) ^ 2)) +
  (lambda ^ 2)) (1 / 2)) * (/ lambda)) * (1 / 2))) 0).

Definition claim_potential : Prop :=
  forall k0 : nat, (1 <= k0)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall b :
  R, (0 < b) -> forall c : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < c i0) -> forall lambda : R, (0 < lambda) ->
  forall q : R, (1 <= q <= 2) -> forall y_0 : R, (grows (toward T) (fun t => t)) -> (exists int_1 : R -> R,
  primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c
  a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists int_2 : R -> R, primitive T (fun t =>
  (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) ((2 * (/ q)) +
  (-1)) * b * exp ((-1) * t) * (/ q))) int_2 /\ exists total_3 : R, tends (toward T) int_2 total_3 /\ ae T (fun t =>
  ex_derive (fun t => ((apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c
  a))) (1 * (/ q)) * (y_0 + ((-1) * int_1 t))) + ((-1) * (total_3 + ((-1) * int_2 t))))) t /\ ex_derive (fun t =>
  apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) (1 * (/ q))) t /\
  Derive (fun t => ((apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a)))
  (1 * (/ q)) * (y_0 + ((-1) * int_1 t))) + ((-1) * (total_3 + ((-1) * int_2 t))))) t = ((y_0 + ((-1) * int_1 t)) *
  Derive (fun t => apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) (1
  * (/ q))) t))) /\ (exists int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod
  rows (fun a => ((b * exp ((-1) * t)) + c a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists
  int_2 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp
  ((-1) * t)) + c a))) ((2 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_2 /\ exists total_3 : R, tends
  (toward T) int_2 total_3 /\ tends (toward T) (fun t => ((apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun
  a => ((b * exp ((-1) * t)) + c a))) (1 * (/ q)) * (y_0 + ((-1) * int_1 t))) + ((-1) * (total_3 + ((-1) * int_2
  t))))) 0) /\ (every T (fun t => ((apow ((lambda ^ 2) + (4 * b * exp ((-1) * t))) (1 / 2) + ((-1) * lambda)) * (1 /
  2) * (((apow ((lambda ^ 2) + (4 * b * exp ((-1) * t))) (1 / 2) + ((-1) * lambda)) * (1 / 2)) + lambda)) = (b * exp
  ((-1) * t)))) /\ (ae T (fun t => ex_derive (fun t => (((apow ((4 * b * exp ((-1) * t)) + (lambda ^ 2)) (3 / 2) +
  ((-1) * (lambda ^ 3))) * (1 / 12)) + ((-1) * lambda * b * exp ((-1) * t) * (1 / 2)))) t /\ ex_derive (fun t => (b
  * exp ((-1) * t))) t /\ Derive (fun t => (((apow ((4 * b * exp ((-1) * t)) + (lambda ^ 2)) (3 / 2) + ((-1) *
  (lambda ^ 3))) * (1 / 12)) + ((-1) * lambda * b * exp ((-1) * t) * (1 / 2)))) t = ((apow ((lambda ^ 2) + (4 * b *
  exp ((-1) * t))) (1 / 2) + ((-1) * lambda)) * (1 / 2) * Derive (fun t => (b * exp ((-1) * t))) t))) /\ (tends
  (toward T) (fun t => (((apow ((4 * b * exp ((-1) * t)) + (lambda ^ 2)) (3 / 2) + ((-1) * (lambda ^ 3))) * (1 /
  12)) + ((-1) * lambda * b * exp ((-1) * t) * (1 / 2)))) 0).

Definition claim_conjugate : Prop :=
  forall L : nat, (2 <= L)%nat -> forall k0 : nat, (1 <= k0)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T :
  Rbar, Rbar_lt 0 T -> forall Lambda : nat -> R, (forall i0, (i0 < L)%nat -> 0 <= Lambda i0) -> forall b : R, (0 <
  b) -> forall c : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < c i0) -> forall lambda : R, (0 < lambda) -> forall q
  : R, (1 <= q <= 2) -> forall u_0 : R, (0 < u_0) -> forall y_0 : R, (grows (toward T) (fun t => t)) -> (exists
  int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp
  ((-1) * t)) + c a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists int_2 : R -> R, primitive
  T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) ((2 *
  (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_2 /\ exists total_3 : R, tends (toward T) int_2 total_3 /\ every
  T (fun t => ((y_0 * apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a)))
  (1 * (/ q))) + ((-1) * ((apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c
  a))) (1 * (/ q)) * (y_0 + ((-1) * int_1 t))) + ((-1) * (total_3 + ((-1) * int_2 t)))))) <= total_3)) /\ (exists
  int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((1 * (/ q)) + (-1)) * (/
  q))) int_1 /\ exists int_2 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((2 * (/
  q)) + (-1)) * (/ q))) int_2 /\ every T (fun t => ((y_0 * apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/
  q))) + ((-1) * ((apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q)) * (y_0 + int_1 t)) + ((-1) * int_2
  t)))) <= 0)) /\ (exists int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod
  rows (fun a => ((b * exp ((-1) * t)) + c a))) ((2 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists
  total_2 : R, tends (toward T) int_1 total_2 /\ exists int_3 : R -> R, primitive T (fun t => (apow (apow (b * exp
  ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) *
  t) * (/ q))) int_3 /\ ae T (fun t => ex_derive (fun t => (total_2 + ((-1) * int_1 t))) t /\ ex_derive (fun t =>
  (y_0 + ((-1) * int_3 t))) t /\ Derive (fun t => (total_2 + ((-1) * int_1 t))) t = (apow (apow (b * exp ((-1) * t))
  (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) (1 * (/ q)) * Derive (fun t => (y_0 + ((-1) * int_3
  t))) t))) /\ ((q = 2) -> (exists int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) *
  Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) ((2 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\
  exists total_2 : R, tends (toward T) int_1 total_2 /\ every T (fun t => (total_2 + ((-1) * int_1 t)) = (b * exp
  ((-1) * t) * (1 / 2))))) /\ ((((2 * (/ q)) + (-1)) = 0) <-> (q = 2)) /\ ((q = 1) -> (every T (fun t => apow (apow
  (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) (1 * (/ q)) = (apow (b * exp
  ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a)))))) /\ (ae T (fun t => ex_derive (fun t
  => ((((b * exp ((-1) * t)) ^ 3) * (1 / 3)) + (lambda * ((b * exp ((-1) * t)) ^ 2) * (1 / 2)))) t /\ ex_derive (fun
  t => (b * exp ((-1) * t))) t /\ Derive (fun t => ((((b * exp ((-1) * t)) ^ 3) * (1 / 3)) + (lambda * ((b * exp
  ((-1) * t)) ^ 2) * (1 / 2)))) t = (b * exp ((-1) * t) * ((b * exp ((-1) * t)) + lambda) * Derive (fun t => (b *
  exp ((-1) * t))) t))) /\ (tends (toward T) (fun t => ((((b * exp ((-1) * t)) ^ 3) * (1 / 3)) + (lambda * ((b * exp
  ((-1) * t)) ^ 2) * (1 / 2)))) 0).

Definition claim_balanced_potential : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall x : R -> R, (every T (fun t => 0 < x t)) ->
  forall a : R, forall b : R, (0 < b) -> forall c : R, forall q : R, (1 <= q <= 2) -> (ac T (fun t => x t)) ->
  (grows (toward T) (fun t => t)) -> (every T (fun t => Prod L (fun j => apow (x t) (q * (/ (INR L)))) = apow (x t)
  q)) /\ (((c * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) = 1) -> (ae T (fun t => ex_derive (fun t => (c *
  apow (x t) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) * (/ (INR L)))) t /\ ex_derive (fun t => x t) t /\ (Sum
  L (fun i => others L i (fun j => apow (x t) (q * (/ (INR L)))))) <> 0 /\ Derive (fun t => (c * apow (x t) (1 +
  ((-1) * q * (INR L + (-1)) * (/ (INR L)))) * (/ (INR L)))) t = (Derive (fun t => x t) t * (/ (Sum L (fun i =>
  others L i (fun j => apow (x t) (q * (/ (INR L))))))))))) /\ (((a * (2 + ((-1) * q * (INR L + (-1)) * (/ (INR
  L))))) = 1) -> (ae T (fun t => ex_derive (fun t => (c * a * apow (x t) (2 + ((-1) * q * (INR L + (-1)) * (/ (INR
  L)))) * (/ (INR L)))) t /\ ex_derive (fun t => x t) t /\ Derive (fun t => (c * a * apow (x t) (2 + ((-1) * q *
  (INR L + (-1)) * (/ (INR L)))) * (/ (INR L)))) t = (c * apow (x t) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))
  * (/ (INR L)) * Derive (fun t => x t) t)))) /\ (((q * (INR L + (-1)) * (/ (INR L))) = 1) -> (ae T (fun t =>
  ex_derive (fun t => (ln (x t) * (/ (INR L)))) t /\ ex_derive (fun t => x t) t /\ (Sum L (fun i => others L i (fun
  j => apow (x t) (q * (/ (INR L)))))) <> 0 /\ Derive (fun t => (ln (x t) * (/ (INR L)))) t = (Derive (fun t => x t)
  t * (/ (Sum L (fun i => others L i (fun j => apow (x t) (q * (/ (INR L))))))))))) /\ (ae T (fun t => ex_derive
  (fun t => (x t * (ln (x t) + (-1)) * (/ (INR L)))) t /\ ex_derive (fun t => x t) t /\ Derive (fun t => (x t * (ln
  (x t) + (-1)) * (/ (INR L)))) t = (ln (x t) * (/ (INR L)) * Derive (fun t => x t) t))) /\ (tends (toward T) (fun t
  => apow (b * (/ (exp t))) (2 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) 0) /\ (tends (toward T) (fun t => (b *
  (/ (exp t)) * (ln (b * (/ (exp t))) + (-1)))) 0) /\ (((q * (INR L + (-1)) * (/ (INR L))) < 1) -> (tends (toward T)
  (fun t => apow (b * (/ (exp t))) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) 0)) /\ (((q * (INR L + (-1)) *
  (/ (INR L))) = 1) <-> ((INR L * (q + (-1))) = q)).

Definition claim_metric_exponents : Prop :=
  forall L : nat, (2 <= L)%nat -> forall k0 : nat, (1 <= k0)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T :
  Rbar, Rbar_lt 0 T -> forall u : R -> R, (every T (fun t => 0 < u t)) -> forall v : R -> R, (every T (fun t => 0 <
  v t)) -> forall x : R -> R, (every T (fun t => 0 < x t)) -> forall y : R -> R, (every T (fun t => 0 < y t)) ->
  forall Lambda : nat -> R, (forall i0, (i0 < L)%nat -> 0 <= Lambda i0) -> forall c : nat -> R, (forall i0, (i0 <
  rows)%nat -> 0 < c i0) -> forall q : R, (1 <= q <= 2) -> (grows (toward T) (fun t => u t)) -> (every T (fun t =>
  apow (x t) q = Prod L (fun j => (u t + Lambda j)))) -> (tends (toward T) (fun t => v t) 0) -> (every T (fun t =>
  apow (y t) q = (apow (v t) (INR k0) * Prod rows (fun a => (v t + c a))))) -> (toward T (fun t => (Sum L (fun i =>
  others L i (fun j => (u t + Lambda j)))) <> 0) /\ tends (toward T) (fun t => (apow (x t) (q * (INR L + (-1)) * (/
  (INR L))) * (/ (Sum L (fun i => others L i (fun j => (u t + Lambda j))))))) (1 * (/ (INR L)))) /\ (tends (toward
  T) (fun t => (apow (y t) (q * (INR k0 + (-1)) * (/ (INR k0))) * (/ ((INR k0 * apow (v t) (INR k0 + (-1)) * Prod
  rows (fun a => (v t + c a))) + (apow (v t) (INR k0) * Sum rows (fun b => others rows b (fun a => (v t + c
  a)))))))) (apow (Prod rows (fun a => c a)) ((-1) * (/ (INR k0))) * (/ (INR k0)))).

Definition claim_strictly_convex : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall Lambda : nat -> R, (forall i0, (i0 < L)%nat
  -> 0 <= Lambda i0) -> forall q : R, (1 <= q <= 2) -> forall u_0 : R, (0 < u_0) -> (exists int_1 : R -> R,
  primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ ae T
  (fun t => ex_derive (fun t => int_1 t) t /\ ex_derive (fun t => apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 *
  (/ q))) t /\ (Sum L (fun i => others L i (fun j => (u_0 + t + Lambda j)))) <> 0 /\ Derive (fun t => int_1 t) t =
  (Derive (fun t => apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t * (/ (Sum L (fun i => others L i
  (fun j => (u_0 + t + Lambda j)))))))) /\ (every T (fun t => (0 < t) -> (apow (Prod L (fun j => (u_0 + Lambda j)))
  (1 * (/ q)) < apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))))) /\ (exists int_1 : R -> R, primitive T
  (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ every T (fun t =>
  (0 < t) -> (0 < int_1 t))).

Definition claim_legendre : Prop :=
  forall k0 : nat, (1 <= k0)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall b :
  R, (0 < b) -> forall c : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < c i0) -> forall q : R, (1 <= q <= 2) ->
  (grows (toward T) (fun t => t)) -> ((1 <= (q * (INR k0 + (-1)) * (/ (INR k0)))) -> (exists int_1 : R -> R,
  primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c
  a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ grows (toward T) (fun t => int_1 t))) /\ (((q *
  (INR k0 + (-1)) * (/ (INR k0))) < 1) -> (exists int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) *
  t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) ((1 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/
  q))) int_1 /\ every T (fun t => (q * (1 + ((-1) * INR k0 * (q + (-1)) * (/ q))) * int_1 t) <= (apow (Prod rows
  (fun a => c a)) ((1 * (/ q)) + (-1)) * apow b (1 + ((-1) * INR k0 * (q + (-1)) * (/ q))))))).

Definition claim_bregman : Prop :=
  forall L : nat, (2 <= L)%nat -> forall k0 : nat, (1 <= k0)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T :
  Rbar, Rbar_lt 0 T -> forall R_ : R -> R, forall R_end : R -> R, forall y : R -> R, forall y_end : R -> R, forall
  Lambda : nat -> R, (forall i0, (i0 < L)%nat -> 0 <= Lambda i0) -> forall R_ref : R, forall b : R, (0 < b) ->
  forall c : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < c i0) -> forall q : R, (1 <= q <= 2) -> forall u_0 : R, (0
  < u_0) -> forall z : R, (grows (toward T) (fun t => t)) -> (ac T (fun t => y t)) -> (ac T (fun t => R_ t)) -> (ae
  T (fun t => (((Sum L (fun i => others L i (fun j => (u_0 + t + Lambda j)))) <> 0) -> ex_derive (fun t => y t) t /\
  ex_derive (fun t => apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t /\ Derive (fun t => y t) t =
  (Derive (fun t => apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t * (/ (Sum L (fun i => others L i
  (fun j => (u_0 + t + Lambda j))))))))) -> (ae T (fun t => ex_derive (fun t => R_ t) t /\ ex_derive (fun t => apow
  (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t /\ Derive (fun t => R_ t) t = (y t * Derive (fun t => apow
  (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t))) -> (z <= apow (Prod L (fun j => (u_0 + Lambda j))) (1 *
  (/ q))) -> (ac T (fun t => y_end t)) -> (ac T (fun t => R_end t)) -> (ae T (fun t => ex_derive (fun t => y_end t)
  t /\ ex_derive (fun t => apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c
  a))) (1 * (/ q))) t /\ Derive (fun t => y_end t) t = (Derive (fun t => apow (apow (b * exp ((-1) * t)) (INR k0) *
  Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) (1 * (/ q))) t * (/ ((INR k0 * apow (b * exp ((-1) * t)) (INR
  k0 + (-1)) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) + (apow (b * exp ((-1) * t)) (INR k0) * Sum rows
  (fun o => others rows o (fun a => ((b * exp ((-1) * t)) + c a))))))))) -> (ae T (fun t => ex_derive (fun t =>
  R_end t) t /\ ex_derive (fun t => apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) *
  t)) + c a))) (1 * (/ q))) t /\ Derive (fun t => R_end t) t = (y_end t * Derive (fun t => apow (apow (b * exp ((-1)
  * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) (1 * (/ q))) t))) -> (grows (toward T) (fun t
  => (R_ref + ((-1) * R_ t) + ((-1) * y t * (z + ((-1) * apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/
  q)))))))) /\ (exists int_1 : R -> R, primitive T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows
  (fun a => ((b * exp ((-1) * t)) + c a))) ((2 * (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists
  total_2 : R, tends (toward T) int_1 total_2 /\ tends (toward T) (fun t => R_end t) (R_end 0 + ((-1) * apow (apow b
  (INR k0) * Prod rows (fun a => (b + c a))) (1 * (/ q)) * y_end 0) + total_2)) /\ (exists int_1 : R -> R, primitive
  T (fun t => (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp ((-1) * t)) + c a))) ((2 *
  (/ q)) + (-1)) * b * exp ((-1) * t) * (/ q))) int_1 /\ exists total_2 : R, tends (toward T) int_1 total_2 /\ tends
  (toward T) (fun t => (R_end 0 + ((-1) * apow (apow b (INR k0) * Prod rows (fun a => (b + c a))) (1 * (/ q)) *
  y_end 0) + total_2 + ((-1) * R_end t) + (apow (apow (b * exp ((-1) * t)) (INR k0) * Prod rows (fun a => ((b * exp
  ((-1) * t)) + c a))) (1 * (/ q)) * y_end t))) 0).

Definition claim_onto : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall Lambda : nat -> R, (forall i0, (i0 < L)%nat
  -> 0 <= Lambda i0) -> forall q : R, (1 <= q <= 2) -> forall u_0 : R, (0 < u_0) -> (grows (toward T) (fun t => t))
  -> (((q * (INR L + (-1)) * (/ (INR L))) <= 1) -> (exists int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun
  j => (u_0 + t + Lambda j))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ grows (toward T) (fun t => int_1 t))) /\ ((1 <
  (q * (INR L + (-1)) * (/ (INR L)))) -> (exists int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0
  + t + Lambda j))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ every T (fun t => (q * ((INR L * (q + (-1)) * (/ q)) +
  (-1)) * int_1 t) <= apow u_0 (1 + ((-1) * INR L * (q + (-1)) * (/ q)))))).

Definition claim_onto_gf_signgf : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall Lambda : nat -> R, (forall i0, (i0 < L)%nat
  -> 0 <= Lambda i0) -> forall q : R, (1 <= q <= 2) -> forall u_0 : R, (0 < u_0) -> (grows (toward T) (fun t => t))
  -> ((q = 1) -> (exists int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((1 *
  (/ q)) + (-1)) * (/ q))) int_1 /\ grows (toward T) (fun t => int_1 t))) /\ (((q = 2) /\ (INR L = 2)) -> (exists
  int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((1 * (/ q)) + (-1)) * (/
  q))) int_1 /\ grows (toward T) (fun t => int_1 t))) /\ (((q = 2) /\ (2 < INR L)) -> (exists int_1 : R -> R,
  primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ every
  T (fun t => (q * ((INR L * (q + (-1)) * (/ q)) + (-1)) * int_1 t) <= apow u_0 (1 + ((-1) * INR L * (q + (-1)) * (/
  q)))))).

Definition claim_saddles : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall eps : R -> R, (every T (fun t => 0 < eps
  t)) -> forall w : nat -> R -> R, forall G : R, (0 < G) -> forall v : nat -> R, forall f : R -> R, (forall i : nat,
  (i < L)%nat -> ac T (fun t => w i t)) -> (forall point : R, ex_derive f point /\ continuous (Derive f) point) ->
  (tends (toward T) (fun t => eps t) 0) -> (ex_derive f (Prod L (fun i => w i 0)) /\ Rabs (Derive f (Prod L (fun i
  => w i 0))) = G) -> (ae T (fun t => ex_derive (fun t => f (Prod L (fun j => w j t))) t /\ (forall i, (i < L)%nat
  -> ex_derive f (Prod L (fun j => w j t))) /\ (forall i, (i < L)%nat -> ex_derive (fun t => w i t) t) /\ Derive
  (fun t => f (Prod L (fun j => w j t))) t = Sum L (fun i => (Derive f (Prod L (fun j => w j t)) * others L i (fun j
  => w j t) * Derive (fun t => w i t) t)))) /\ ((forall i : nat, (i < L)%nat -> ex_derive f (Prod L (fun i => w i
  0)) /\ (Derive f (Prod L (fun i => w i 0)) * others L i (fun j => w j 0)) = 0) <-> (2 <= Sum L (fun i => (1 +
  ((-1) * Rabs (sign (w i 0))))))) /\ ((Sum L (fun i => (1 + ((-1) * Rabs (sign (w i 0))))) = 2) -> (ex_derive f
  (Prod L (fun i => w i 0)) /\ tends (toward T) (fun t => ((f (Prod L (fun i => (w i 0 + (eps t * v i)))) + ((-1) *
  f (Prod L (fun i => w i 0)))) * apow (eps t) ((-1) * 2))) (Derive f (Prod L (fun i => w i 0)) * Prod L (fun i =>
  (w i 0 + 1 + ((-1) * Rabs (sign (w i 0))))) * Prod L (fun i => (Rabs (sign (w i 0)) + ((1 + ((-1) * Rabs (sign (w
  i 0)))) * v i)))))) /\ (forall a : nat, (a < L)%nat -> (w a 0 = 0) -> (Prod L (fun i => (Rabs (sign (w i 0)) + ((1
  + ((-1) * Rabs (sign (w i 0)))) * v i))) = (v a * others L a (fun i => (Rabs (sign (w i 0)) + ((1 + ((-1) * Rabs
  (sign (w i 0)))) * v i)))))) /\ (ex_derive f (Prod L (fun i => w i 0)) /\ 0 < Rabs (Derive f (Prod L (fun i => w i
  0)) * Prod L (fun i => (w i 0 + 1 + ((-1) * Rabs (sign (w i 0))))))).

Definition claim_saddle_order : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall eps : R -> R, (every T (fun t => 0 < eps
  t)) -> forall G : R, (0 < G) -> forall v : nat -> R, forall w : nat -> R, forall f : R -> R, (forall point : R,
  ex_derive f point /\ continuous (Derive f) point) -> (tends (toward T) (fun t => eps t) 0) -> (ex_derive f 0 /\
  Rabs (Derive f 0) = G) -> (1 <= Sum L (fun i => (1 + ((-1) * Rabs (sign (w i)))))) -> (ex_derive f 0 /\ tends
  (toward T) (fun t => ((f (Prod L (fun i => (w i + (eps t * v i)))) + ((-1) * f 0)) * apow (eps t) ((-1) * Sum L
  (fun i => (1 + ((-1) * Rabs (sign (w i)))))))) (Derive f 0 * Prod L (fun i => (w i + 1 + ((-1) * Rabs (sign (w
  i))))) * Prod L (fun i => (Rabs (sign (w i)) + ((1 + ((-1) * Rabs (sign (w i)))) * v i))))) /\ (ex_derive f 0 /\ 0
  < Rabs (Derive f 0 * Prod L (fun i => (w i + 1 + ((-1) * Rabs (sign (w i))))))).

Definition claim_convergence : Prop :=
  forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall F : R -> R, forall H : nat -> R -> R,
  forall g : nat -> R -> R, forall h : nat -> R -> R, forall x : nat -> R -> R, forall B : R, (0 < B) -> forall
  f_inf : R, forall mu : R, (0 < mu) -> forall q : R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> ae T (fun t
  => (g k t * h k t) = apow (Rabs (g k t)) q)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (1 < q) -> (h k t =
  spow (g k t) (q + (-1))))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (q = 1) -> (Rabs (h k t) <= 1))) ->
  (forall k : nat, (k < n)%nat -> measurable T (fun t => g k t)) -> (forall k : nat, (k < n)%nat -> exists int_0,
  primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> ac T (fun t => x k t)) -> (forall k : nat,
  (k < n)%nat -> ae T (fun t => is_derive (fun t => x k t) t ((-1) * H k t * h k t))) -> (forall k : nat, (k <
  n)%nat -> measurable T (fun t => H k t)) -> (ac T (fun t => F t)) -> (ae T (fun t => ex_derive (fun t => F t) t /\
  (forall k, (k < n)%nat -> ex_derive (fun t => x k t) t) /\ Derive (fun t => F t) t = Sum n (fun k => (g k t *
  Derive (fun t => x k t) t)))) -> (forall k : nat, (k < n)%nat -> every T (fun t => mu <= H k t)) -> (forall k :
  nat, (k < n)%nat -> ae T (fun t => Rabs (g k t) <= B)) -> (every T (fun t => f_inf <= F t)) -> exists int_1 : R ->
  R, primitive T (fun t => Sum n (fun k => ((Rabs (g k t)) ^ 2))) int_1 /\ exists total_2 : R, tends (toward T)
  int_1 total_2 /\ total_2 <= (apow B (2 + ((-1) * q)) * (F 0 + ((-1) * f_inf)) * (/ mu)).

Definition claim_convergence_powers : Prop :=
  forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall F : R -> R, forall H : nat -> R -> R,
  forall g : nat -> R -> R, forall h : nat -> R -> R, forall x : nat -> R -> R, forall f_inf : R, forall mu : R, (0
  < mu) -> forall q : R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (g k t * h k t) = apow
  (Rabs (g k t)) q)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (1 < q) -> (h k t = spow (g k t) (q +
  (-1))))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (q = 1) -> (Rabs (h k t) <= 1))) -> (forall k : nat, (k
  < n)%nat -> measurable T (fun t => g k t)) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t =>
  h k t) int_0) -> (forall k : nat, (k < n)%nat -> ac T (fun t => x k t)) -> (forall k : nat, (k < n)%nat -> ae T
  (fun t => is_derive (fun t => x k t) t ((-1) * H k t * h k t))) -> (forall k : nat, (k < n)%nat -> measurable T
  (fun t => H k t)) -> (ac T (fun t => F t)) -> (ae T (fun t => ex_derive (fun t => F t) t /\ (forall k, (k < n)%nat
  -> ex_derive (fun t => x k t) t) /\ Derive (fun t => F t) t = Sum n (fun k => (g k t * Derive (fun t => x k t)
  t)))) -> (forall k : nat, (k < n)%nat -> every T (fun t => mu <= H k t)) -> (every T (fun t => f_inf <= F t)) ->
  exists int_1 : R -> R, primitive T (fun t => Sum n (fun k => apow (Rabs (g k t)) q)) int_1 /\ exists total_2 : R,
  tends (toward T) int_1 total_2 /\ total_2 <= ((F 0 + ((-1) * f_inf)) * (/ mu)).

Definition claim_linear_rate : Prop :=
  forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall F : R -> R, forall H : nat -> R -> R,
  forall g : nat -> R -> R, forall h : nat -> R -> R, forall x : nat -> R -> R, forall B : R, (0 < B) -> forall
  f_star : R, forall mu : R, (0 < mu) -> forall q : R, (1 <= q <= 2) -> forall sigma : R, (0 < sigma) -> (forall k :
  nat, (k < n)%nat -> ae T (fun t => (g k t * h k t) = apow (Rabs (g k t)) q)) -> (forall k : nat, (k < n)%nat -> ae
  T (fun t => (1 < q) -> (h k t = spow (g k t) (q + (-1))))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (q =
  1) -> (Rabs (h k t) <= 1))) -> (forall k : nat, (k < n)%nat -> measurable T (fun t => g k t)) -> (forall k : nat,
  (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> ac T (fun t =>
  x k t)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => is_derive (fun t => x k t) t ((-1) * H k t * h k t))) ->
  (forall k : nat, (k < n)%nat -> measurable T (fun t => H k t)) -> (ac T (fun t => F t)) -> (ae T (fun t =>
  ex_derive (fun t => F t) t /\ (forall k, (k < n)%nat -> ex_derive (fun t => x k t) t) /\ Derive (fun t => F t) t =
  Sum n (fun k => (g k t * Derive (fun t => x k t) t)))) -> (forall k : nat, (k < n)%nat -> every T (fun t => mu <=
  H k t)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => Rabs (g k t) <= B)) -> (every T (fun t => (2 * sigma *
  (F t + ((-1) * f_star))) <= Sum n (fun k => ((Rabs (g k t)) ^ 2)))) -> every T (fun t => (F t + ((-1) * f_star))
  <= ((F 0 + ((-1) * f_star)) * exp ((-1) * 2 * sigma * mu * apow B (q + (-2)) * t))).

Definition claim_coercivity : Prop :=
  forall L : nat, (2 <= L)%nat -> forall Lambda : nat -> R, (forall i0, (i0 < L)%nat -> 0 <= Lambda i0) -> forall l
  : R, (0 < l) -> forall q : R, (1 <= q <= 2) -> forall u : R, (0 <= u) -> (forall s : nat, (s < L)%nat -> others L
  s (fun j => Lambda j) <= Sum L (fun i => others L i (fun j => (u + Lambda j)))) /\ (forall s : nat, (s < L)%nat ->
  others L s (fun j => apow l q) = apow l (q * (INR L + (-1)))).

Definition claim_coercivity_decreasing : Prop :=
  forall L : nat, (2 <= L)%nat -> forall l : R, (0 < l) -> forall q : R, (1 <= q <= 2) -> forall r : R, (1 <= r <=
  2) -> (l < 1) -> (q < r) -> forall s : nat, (s < L)%nat -> others L s (fun j => apow l r) < others L s (fun j =>
  apow l q).

Definition claim_regularizer_decoupled : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall Lambda :
  nat -> nat -> R -> R, (forall i0, (i0 < n)%nat -> forall i1, (i1 < L)%nat -> every T (fun t => 0 <= Lambda i0 i1
  t)) -> forall R_2 : nat -> R -> R, forall alpha : R -> R, (every T (fun t => 0 <= alpha t)) -> forall h : nat -> R
  -> R, forall u : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat ->
  nat -> R -> R, forall x : nat -> R -> R, forall z : R -> R, (every T (fun t => 0 < z t)) -> forall q : R, (1 <= q
  <= 2) -> forall v : R, (0 < v) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w
  k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i
  t) t (((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t) + ((-1) * alpha t * w k i t)))) -> (exists
  int_0, primitive T (fun t => alpha t) int_0) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t
  => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) ->
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k t
  + Lambda k i t))) -> (forall k : nat, (k < n)%nat -> every T (fun t => (R_2 k t * Sum L (fun i => others L i (fun
  j => (u k t + Lambda k j t)))) = 1)) -> (ac T (fun t => z t)) -> (forall k : nat, (k < n)%nat -> ae T (fun t =>
  ex_derive (fun t => x k t) t /\ (R_2 k t * Derive (fun t => x k t) t) = (((-1) * h k t) + ((-1) * alpha t * INR L
  * x k t * R_2 k t)))) /\ ((INR L * apow v (INR L * (/ q)) * (/ (INR L * apow v (INR L + (-1))))) = apow (apow v
  (INR L * (/ q))) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) /\ (ae T (fun t => ex_derive (fun t => apow (z
  t) (2 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) t /\ ex_derive (fun t => z t) t /\ Derive (fun t => apow (z t)
  (2 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) t = ((2 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) * apow (z t)
  (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) * Derive (fun t => z t) t))) /\ ((2 + ((-1) * q * (INR L + (-1)) *
  (/ (INR L)))) = (((INR L * (2 + ((-1) * q))) + q) * (/ (INR L)))) /\ (0 < (2 + ((-1) * q * (INR L + (-1)) * (/
  (INR L))))).

Definition claim_regularizer_coupled : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall g : nat -> R -> R, forall r : nat -> R -> R, (forall i0, (i0 <
  n)%nat -> every T (fun t => 0 < r i0 t)) -> forall w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall z :
  R -> R, (every T (fun t => 0 < z t)) -> forall q : R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> forall i :
  nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae
  T (fun t => is_derive (fun t => w k i t) t ((-1) * spow ((g k t * others L i (fun j => w k j t)) + (alpha t * w k
  i t)) (q + (-1))))) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) ->
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> every T (fun t => w k i t = r k t)) -> (ac T (fun t
  => z t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => power_defined (x k t)
  ((2 * (/ (INR L))) + (-1)) /\ is_derive (fun t => w k i t) t ((-1) * (spow (others L i (fun j => w k j t)) (q +
  (-1)) * spow (g k t + (alpha t * power (x k t) ((2 * (/ (INR L))) + (-1)))) (q + (-1)))))) /\ (ae T (fun t =>
  ex_derive (fun t => (INR L * (1 / 2) * apow (z t) (2 * (/ (INR L))))) t /\ ex_derive (fun t => z t) t /\ Derive
  (fun t => (INR L * (1 / 2) * apow (z t) (2 * (/ (INR L))))) t = (apow (z t) ((2 * (/ (INR L))) + (-1)) * Derive
  (fun t => z t) t))).

Definition claim_table1 : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall e : R -> R, (every T (fun t => 0 < e t)) ->
  forall l : R -> R, (every T (fun t => 0 < l t)) -> forall q : R, (1 <= q <= 2) -> forall x : R, (0 < x) -> (grows
  (toward T) (fun t => l t)) -> (tends (toward T) (fun t => e t) 0) -> (((q = 2) /\ (INR L = 2)) -> (((2 * (/ (INR
  L))) = 1) /\ ((2 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) = 1))) /\ (((q = 1) /\ (INR L = 2)) -> (((2 * (/
  (INR L))) = 1) /\ ((2 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) = (3 / 2)))) /\ (tends (toward T) (fun t => (2
  * (/ (l t)))) 0) /\ ((q = 2) -> (tends (toward T) (fun t => (2 + ((-1) * q * (l t + (-1)) * (/ (l t))))) 0)) /\
  ((q = 1) -> (tends (toward T) (fun t => (2 + ((-1) * q * (l t + (-1)) * (/ (l t))))) 1)) /\ (tends (toward T) (fun
  t => ((apow x (e t) + (-1)) * (/ (e t)))) (ln x)).

Definition claim_example_4_17 : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall l : R -> R, (every T (fun t => 0 < l t)) ->
  forall q : R, (1 <= q <= 2) -> (grows (toward T) (fun t => l t)) -> ((q = 1) -> (1 < (2 + ((-1) * q * (INR L +
  (-1)) * (/ (INR L)))))) /\ ((q = 1) -> (tends (toward T) (fun t => (2 + ((-1) * q * (l t + (-1)) * (/ (l t)))))
  1)).

Definition claim_implicit_bias_gf : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T :
  Rbar, Rbar_lt 0 T -> forall R_second : nat -> R -> R, forall eta : nat -> R -> R, forall g : nat -> R -> R, forall
  h : nat -> R -> R, forall u : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall
  w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall y : nat -> R -> R, forall A : nat -> nat -> R, forall
  Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1, (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall R_ :
  nat -> R, forall R_0 : nat -> R, forall R_inf : nat -> R, forall q : R, (1 <= q <= 2) -> forall x_inf : nat -> R,
  forall y_inf : nat -> R, forall z : nat -> R, (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T
  (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive
  (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t))) -> (forall k : nat, (k <
  n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x
  k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> every T (fun t
  => apow (Rabs (w k i t)) q = (u k t + Lambda k i))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (g k t * h k
  t) = apow (Rabs (g k t)) q)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (1 < q) -> (h k t = spow (g k t) (q
  + (-1))))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (q = 1) -> (Rabs (h k t) <= 1))) -> (forall k : nat,
  (k < n)%nat -> measurable T (fun t => g k t)) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t
  => h k t) int_0) -> (forall k : nat, (k < n)%nat -> ac T (fun t => y k t)) -> (forall k : nat, (k < n)%nat -> ae T
  (fun t => (R_second k t * Sum L (fun i => others L i (fun j => (u k t + Lambda k j)))) = 1)) -> (forall k : nat,
  (k < n)%nat -> ae T (fun t => ex_derive (fun t => y k t) t /\ ex_derive (fun t => x k t) t /\ Derive (fun t => y k
  t) t = (R_second k t * Derive (fun t => x k t) t))) -> (forall k : nat, (k < n)%nat -> tends (toward T) (fun t =>
  y k t) (y_inf k)) -> (q = 2) -> (forall k : nat, (k < n)%nat -> ae T (fun t => g k t = Sum rows (fun a => (A a k *
  eta a t)))) -> (forall a : nat, (a < rows)%nat -> Sum n (fun k => (A a k * (z k + ((-1) * x_inf k)))) = 0) -> (Sum
  n (fun k => ((y_inf k + ((-1) * y k 0)) * (z k + ((-1) * x_inf k)))) = 0) /\ (Sum n (fun k => (R_ k + ((-1) * R_0
  k) + ((-1) * y k 0 * (z k + ((-1) * x k 0))))) = (Sum n (fun k => (R_ k + ((-1) * R_inf k) + ((-1) * y_inf k * (z
  k + ((-1) * x_inf k))))) + Sum n (fun k => (R_inf k + ((-1) * R_0 k) + ((-1) * y k 0 * (x_inf k + ((-1) * x k
  0))))))) /\ ((forall k : nat, (k < n)%nat -> 0 <= (R_ k + ((-1) * R_inf k) + ((-1) * y_inf k * (z k + ((-1) *
  x_inf k))))) -> (Sum n (fun k => (R_inf k + ((-1) * R_0 k) + ((-1) * y k 0 * (x_inf k + ((-1) * x k 0))))) <= Sum
  n (fun k => (R_ k + ((-1) * R_0 k) + ((-1) * y k 0 * (z k + ((-1) * x k 0))))))) /\ ((forall k : nat, (k < n)%nat
  -> 0 <= (R_ k + ((-1) * R_inf k) + ((-1) * y_inf k * (z k + ((-1) * x_inf k))))) -> (forall k : nat, (k < n)%nat
  -> (0 < (R_ k + ((-1) * R_inf k) + ((-1) * y_inf k * (z k + ((-1) * x_inf k))))) -> (Sum n (fun k => (R_inf k +
  ((-1) * R_0 k) + ((-1) * y k 0 * (x_inf k + ((-1) * x k 0))))) < Sum n (fun k => (R_ k + ((-1) * R_0 k) + ((-1) *
  y k 0 * (z k + ((-1) * x k 0)))))))).

Definition claim_implicit_bias_steeper_fails : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall R_second :
  nat -> R -> R, forall eta : R -> R, (every T (fun t => 0 < eta t)) -> forall g : nat -> R -> R, forall h : nat ->
  R -> R, forall s : R -> R, (every T (fun t => 0 < s t)) -> forall u : nat -> R -> R, (forall i0, (i0 < n)%nat ->
  every T (fun t => 0 <= u i0 t)) -> forall w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall y : nat -> R
  -> R, forall A : nat -> R, (forall i0, (i0 < n)%nat -> 0 < A i0) -> forall Lambda : nat -> nat -> R, (forall i0,
  (i0 < n)%nat -> forall i1, (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall b : R, forall c : R, forall q : R, (1 <= q
  <= 2) -> forall y_inf : nat -> R, forall R_ : R -> R, forall S : R -> R, (forall k : nat, (k < n)%nat -> forall i
  : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat ->
  ae T (fun t => is_derive (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t)))
  -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k <
  n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat,
  (i < L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k t + Lambda k i))) -> (forall k : nat, (k < n)%nat
  -> ae T (fun t => (g k t * h k t) = apow (Rabs (g k t)) q)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (1 <
  q) -> (h k t = spow (g k t) (q + (-1))))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (q = 1) -> (Rabs (h k
  t) <= 1))) -> (forall k : nat, (k < n)%nat -> measurable T (fun t => g k t)) -> (forall k : nat, (k < n)%nat ->
  exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> ac T (fun t => y k t)) ->
  (forall k : nat, (k < n)%nat -> ae T (fun t => (R_second k t * Sum L (fun i => others L i (fun j => (u k t +
  Lambda k j)))) = 1)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => ex_derive (fun t => y k t) t /\ ex_derive
  (fun t => x k t) t /\ Derive (fun t => y k t) t = (R_second k t * Derive (fun t => x k t) t))) -> (forall k : nat,
  (k < n)%nat -> tends (toward T) (fun t => y k t) (y_inf k)) -> (q < 2) -> (forall k : nat, (k < n)%nat -> ae T
  (fun t => g k t = (A k * eta t))) -> (tends (toward T) (fun t => s t) 0) -> (forall point : R, ex_derive R_ point
  /\ continuous (Derive R_) point) -> (forall point : R, ex_derive S point /\ continuous (Derive S) point) ->
  (forall k : nat, (k < n)%nat -> forall l : nat, (l < n)%nat -> every T (fun t => ((y k t + ((-1) * y k 0)) * apow
  (A l) (q + (-1))) = ((y l t + ((-1) * y l 0)) * apow (A k) (q + (-1))))) /\ (forall k : nat, (k < n)%nat -> forall
  l : nat, (l < n)%nat -> (A k < A l) -> ((A l * (y_inf k + ((-1) * y k 0))) < (A k * (y_inf l + ((-1) * y l 0)))))
  /\ (forall k : nat, (k < n)%nat -> forall l : nat, (l < n)%nat -> (A k < A l) -> ((ex_derive R_ c /\ Derive R_ c =
  y_inf k) -> ((ex_derive S b /\ Derive S b = y_inf l) -> (~ (every T (fun t => (R_ c + ((-1) * y k 0 * c) + S b +
  ((-1) * y l 0 * b)) <= (R_ (c + (s t * A l)) + ((-1) * y k 0 * (c + (s t * A l))) + S (b + ((-1) * s t * A k)) +
  ((-1) * y l 0 * (b + ((-1) * s t * A k)))))))))).

Definition claim_conjugate_identity : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall R_ : R -> R, forall Lambda : nat -> R,
  (forall i0, (i0 < L)%nat -> 0 <= Lambda i0) -> forall q : R, (1 <= q <= 2) -> forall u_0 : R, (0 < u_0) -> forall
  y_0 : R, (ac T (fun t => R_ t)) -> (exists int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0 + t
  + Lambda j))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ ae T (fun t => ex_derive (fun t => R_ t) t /\ ex_derive (fun
  t => apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t /\ Derive (fun t => R_ t) t = ((y_0 + int_1 t) *
  Derive (fun t => apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t))) -> (ae T (fun t => ex_derive (fun
  t => apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t /\ (Sum L (fun i => others L i (fun j => (u_0 +
  t + Lambda j)))) <> 0 /\ (INR L * apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q)) * Derive (fun t =>
  apow (Prod L (fun j => (u_0 + t + Lambda j))) (1 * (/ q))) t * (/ (Sum L (fun i => others L i (fun j => (u_0 + t +
  Lambda j)))))) = (INR L * (/ q) * apow (Prod L (fun j => (u_0 + t + Lambda j))) ((2 * (/ q)) + (-1))))) /\ (exists
  int_1 : R -> R, primitive T (fun t => (INR L * (/ q) * apow (Prod L (fun j => (u_0 + t + Lambda j))) ((2 * (/ q))
  + (-1)))) int_1 /\ exists int_2 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + Lambda j))) ((1
  * (/ q)) + (-1)) * (/ q))) int_2 /\ every T (fun t => int_1 t = (INR L * ((apow (Prod L (fun j => (u_0 + t +
  Lambda j))) (1 * (/ q)) * (y_0 + int_2 t)) + ((-1) * R_ t) + ((-1) * ((apow (Prod L (fun j => (u_0 + Lambda j)))
  (1 * (/ q)) * y_0) + ((-1) * R_ 0))))))) /\ ((q = 2) -> (every T (fun t => (INR L * (/ q) * apow (Prod L (fun j =>
  (u_0 + t + Lambda j))) ((2 * (/ q)) + (-1))) = (INR L * (1 / 2))))).

Definition claim_dual_decay : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall h : nat -> R -> R, forall u : nat -> R -> R, (forall i0, (i0 <
  n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall z :
  R -> R, (every T (fun t => 0 < z t)) -> forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1,
  (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall a : R, (0 < a) -> forall b : nat -> R, (forall i0, (i0 < L)%nat -> 0
  <= b i0) -> forall q : R, (1 <= q <= 2) -> forall s : R, forall u_0 : R, (0 < u_0) -> forall R_prime : R -> R,
  forall k : nat, (k < n)%nat -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i
  t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t)
  t (((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t) + ((-1) * alpha t * w k i t)))) -> (exists
  int_0, primitive T (fun t => alpha t) int_0) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t
  => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) ->
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> exists int_1 : R -> R, primitive T (fun t => alpha
  t) int_1 /\ every T (fun t => apow (Rabs (w k i t)) q = (u k t + (apow (exp ((-1) * int_1 t)) q * Lambda k i))))
  -> (forall point : R, ex_derive R_prime point /\ continuous (Derive R_prime) point) -> (exists int_1 : R -> R,
  primitive T (fun t => alpha t) int_1 /\ every T (fun t => ex_derive R_prime (x k t * apow (exp ((-1) * int_1 t))
  ((-1) * INR L)) /\ (Derive R_prime (x k t * apow (exp ((-1) * int_1 t)) ((-1) * INR L)) * Sum L (fun i => others L
  i (fun j => ((u k t * apow (exp ((-1) * int_1 t)) ((-1) * q)) + Lambda k j)))) = 1)) -> (ac T (fun t => z t)) ->
  (exists int_1 : R -> R, primitive T (fun t => alpha t) int_1 /\ ae T (fun t => is_derive (fun t => (apow (exp
  ((-1) * int_1 t)) (INR L * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) * R_prime (x k t * apow (exp ((-1) *
  int_1 t)) ((-1) * INR L)))) t (((-1) * h k t) + ((-1) * alpha t * INR L * (1 + ((-1) * q * (INR L + (-1)) * (/
  (INR L)))) * apow (exp ((-1) * int_1 t)) (INR L * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) * R_prime (x k
  t * apow (exp ((-1) * int_1 t)) ((-1) * INR L)))))) /\ (exists int_1 : R -> R, primitive T (fun t => (apow (Prod L
  (fun j => ((apow a q * (u_0 + t)) + (apow a q * b j)))) ((1 * (/ q)) + (-1)) * apow a q * (/ q))) int_1 /\ exists
  int_2 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u_0 + t + b j))) ((1 * (/ q)) + (-1)) * (/ q)))
  int_2 /\ every T (fun t => int_1 t = (apow a (INR L * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) * int_2
  t))) /\ (((q * (INR L + (-1)) * (/ (INR L))) = 1) -> ((ae T (fun t => ex_derive (fun t => z t) t /\ (s * Derive
  (fun t => z t) t) = (((-1) * h k t * INR L * apow (z t) (q * (INR L + (-1)) * (/ (INR L)))) + ((-1) * alpha t *
  INR L * s * z t)))) -> (ae T (fun t => is_derive (fun t => (s * ln (z t) * (/ (INR L)))) t (((-1) * h k t) + ((-1)
  * alpha t * s)))))) /\ ((0 < (INR L * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))))) <-> ((q * (INR L + (-1)) *
  (/ (INR L))) < 1)) /\ (((INR L * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) < 0) <-> (1 < (q * (INR L +
  (-1)) * (/ (INR L))))).

Definition claim_dual_decay_half_line : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall h : nat -> R -> R, forall u : nat -> R -> R, (forall i0, (i0 <
  n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall
  Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1, (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall q :
  R, (1 <= q <= 2) -> forall R_prime : R -> R, forall k : nat, (k < n)%nat -> (forall k : nat, (k < n)%nat -> forall
  i : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat ->
  ae T (fun t => is_derive (fun t => w k i t) t (((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t) +
  ((-1) * alpha t * w k i t)))) -> (exists int_0, primitive T (fun t => alpha t) int_0) -> (forall k : nat, (k <
  n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x
  k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> exists int_1 :
  R -> R, primitive T (fun t => alpha t) int_1 /\ every T (fun t => apow (Rabs (w k i t)) q = (u k t + (apow (exp
  ((-1) * int_1 t)) q * Lambda k i)))) -> (forall point : R, 0 < point -> ex_derive R_prime point /\ continuous
  (Derive R_prime) point) -> (exists int_1 : R -> R, primitive T (fun t => alpha t) int_1 /\ every T (fun t =>
  ((ex_derive R_prime (x k t * apow (exp ((-1) * int_1 t)) ((-1) * INR L))) -> (Derive R_prime (x k t * apow (exp
  ((-1) * int_1 t)) ((-1) * INR L)) * Sum L (fun i => others L i (fun j => ((u k t * apow (exp ((-1) * int_1 t))
  ((-1) * q)) + Lambda k j)))) = 1))) -> (every T (fun t => 0 < x k t)) -> exists int_1 : R -> R, primitive T (fun t
  => alpha t) int_1 /\ ae T (fun t => is_derive (fun t => (apow (exp ((-1) * int_1 t)) (INR L * (1 + ((-1) * q *
  (INR L + (-1)) * (/ (INR L))))) * R_prime (x k t * apow (exp ((-1) * int_1 t)) ((-1) * INR L)))) t (((-1) * h k t)
  + ((-1) * alpha t * INR L * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) * apow (exp ((-1) * int_1 t)) (INR L *
  (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) * R_prime (x k t * apow (exp ((-1) * int_1 t)) ((-1) * INR L))))).

Definition claim_escape_time : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall g : nat ->
  R -> R, forall h : nat -> R -> R, forall u : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u
  i0 t)) -> forall v : R -> R, (every T (fun t => 0 < v t)) -> forall w : nat -> nat -> R -> R, forall x : nat -> R
  -> R, forall y : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 < y i0 t)) -> forall z : R -> R,
  (every T (fun t => 0 < z t)) -> forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1, (i1 <
  L)%nat -> 0 <= Lambda i0 i1) -> forall c : nat -> R, (forall i0, (i0 < L)%nat -> 0 <= c i0) -> forall g_1 : R, (0
  < g_1) -> forall g_2 : R, (0 < g_2) -> forall lambda : R, (0 < lambda) -> forall q : R, (1 <= q <= 2) -> forall s
  : R, (0 < s) -> forall R_prime : R -> R, forall k : nat, (k < n)%nat -> (forall k : nat, (k < n)%nat -> forall i :
  nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae
  T (fun t => is_derive (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t))) ->
  (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat
  -> every T (fun t => x k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i <
  L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k t + Lambda k i))) -> (every T (fun t => ex_derive
  R_prime (x k t) /\ (Derive R_prime (x k t) * Sum L (fun i => others L i (fun j => (u k t + Lambda k j)))) = 1)) ->
  (forall k : nat, (k < n)%nat -> ae T (fun t => (g k t * h k t) = apow (Rabs (g k t)) q)) -> (forall k : nat, (k <
  n)%nat -> ae T (fun t => (1 < q) -> (h k t = spow (g k t) (q + (-1))))) -> (forall k : nat, (k < n)%nat -> ae T
  (fun t => (q = 1) -> (Rabs (h k t) <= 1))) -> (forall k : nat, (k < n)%nat -> measurable T (fun t => g k t)) ->
  (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (ae T (fun t => g k t = ((-1)
  * y k t))) -> (ae T (fun t => g_1 <= y k t)) -> (ae T (fun t => y k t <= g_2)) -> (ac T (fun t => z t)) -> (ac T
  (fun t => v t)) -> (forall point : R, ex_derive R_prime point /\ continuous (Derive R_prime) point) -> ((every T
  (fun t => (apow g_1 (q + (-1)) * t) <= (R_prime (x k t) + ((-1) * R_prime (x k 0))))) /\ (every T (fun t =>
  (R_prime (x k t) + ((-1) * R_prime (x k 0))) <= (apow g_2 (q + (-1)) * t)))) /\ ((ae T (fun t => is_derive (fun t
  => z t) t (INR L * apow (z t) (q * (INR L + (-1)) * (/ (INR L))) * s))) -> (every T (fun t => apow (z t) (1 +
  ((-1) * q * (INR L + (-1)) * (/ (INR L)))) = (apow (z 0) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) + (INR L
  * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) * s * t))))) /\ (((q * (INR L + (-1)) * (/ (INR L))) = 1) ->
  ((ae T (fun t => is_derive (fun t => z t) t (INR L * apow (z t) (q * (INR L + (-1)) * (/ (INR L))) * s))) ->
  (every T (fun t => ln (z t) = (ln (z 0) + (INR L * s * t)))))) /\ ((ae T (fun t => is_derive (fun t => z t) t (s *
  apow ((4 * ((z t) ^ 2)) + (lambda ^ 2)) (1 / 2)))) -> (every T (fun t => ln ((2 * z t) + apow ((4 * ((z t) ^ 2)) +
  (lambda ^ 2)) (1 / 2)) = (ln ((2 * z 0) + apow ((4 * ((z 0) ^ 2)) + (lambda ^ 2)) (1 / 2)) + (2 * s * t))))) /\
  ((ae T (fun t => is_derive (fun t => apow (Prod L (fun j => (v t + c j))) (1 * (/ q))) t (s * Sum L (fun i =>
  others L i (fun j => (v t + c j)))))) -> (ae T (fun t => ex_derive (fun t => v t) t /\ (apow (Prod L (fun j => (v
  t + c j))) ((1 * (/ q)) + (-1)) * (/ q) * Derive (fun t => v t) t) = s))).

Definition claim_escape_time_half_line : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall g : nat ->
  R -> R, forall h : nat -> R -> R, forall u : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u
  i0 t)) -> forall w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall y : nat -> R -> R, (forall i0, (i0 <
  n)%nat -> every T (fun t => 0 < y i0 t)) -> forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall
  i1, (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall g_1 : R, (0 < g_1) -> forall g_2 : R, (0 < g_2) -> forall q : R,
  (1 <= q <= 2) -> forall R_prime : R -> R, forall k : nat, (k < n)%nat -> (forall k : nat, (k < n)%nat -> forall i
  : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat ->
  ae T (fun t => is_derive (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t)))
  -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k <
  n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat,
  (i < L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k t + Lambda k i))) -> (every T (fun t =>
  ((ex_derive R_prime (x k t)) -> (Derive R_prime (x k t) * Sum L (fun i => others L i (fun j => (u k t + Lambda k
  j)))) = 1))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (g k t * h k t) = apow (Rabs (g k t)) q)) ->
  (forall k : nat, (k < n)%nat -> ae T (fun t => (1 < q) -> (h k t = spow (g k t) (q + (-1))))) -> (forall k : nat,
  (k < n)%nat -> ae T (fun t => (q = 1) -> (Rabs (h k t) <= 1))) -> (forall k : nat, (k < n)%nat -> measurable T
  (fun t => g k t)) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (ae T
  (fun t => g k t = ((-1) * y k t))) -> (ae T (fun t => g_1 <= y k t)) -> (ae T (fun t => y k t <= g_2)) -> (forall
  point : R, 0 < point -> ex_derive R_prime point /\ continuous (Derive R_prime) point) -> (every T (fun t => 0 < x
  k t)) -> (every T (fun t => (apow g_1 (q + (-1)) * t) <= (R_prime (x k t) + ((-1) * R_prime (x k 0))))) /\ (every
  T (fun t => (R_prime (x k t) + ((-1) * R_prime (x k 0))) <= (apow g_2 (q + (-1)) * t))).

Definition claim_escape_law : Prop :=
  forall L : nat, (2 <= L)%nat -> forall k0 : nat, (1 <= k0)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T :
  Rbar, Rbar_lt 0 T -> forall eps : R -> R, (every T (fun t => 0 < eps t)) -> forall eta : R -> R, (every T (fun t
  => 0 < eta t)) -> forall tau : R -> R, forall tau_0 : R -> R, forall u : R -> R, (every T (fun t => 0 < u t)) ->
  forall v : R -> R, (every T (fun t => 0 < v t)) -> forall x : R -> R, (every T (fun t => 0 < x t)) -> forall K :
  R, (0 < K) -> forall Lambda : nat -> R, (forall i0, (i0 < L)%nat -> 0 <= Lambda i0) -> forall c : nat -> R,
  (forall i0, (i0 < rows)%nat -> 0 < c i0) -> forall q : R, (1 <= q <= 2) -> forall x_1 : R, (0 < x_1) -> (ac T (fun
  t => u t)) -> (ae T (fun t => is_derive (fun t => u t) t 1)) -> (grows (toward T) (fun t => u t)) -> (every T (fun
  t => apow (x t) q = Prod L (fun j => (u t + Lambda j)))) -> (every T (fun t => (apow (eps t) (INR L) * x t) =
  x_1)) -> (exists int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun j => (u t + Lambda j))) ((1 * (/ q)) +
  (-1)) * (/ q))) int_1 /\ every T (fun t => tau t = (apow (eps t) (INR L * (1 + ((-1) * q * (INR L + (-1)) * (/
  (INR L))))) * int_1 t))) -> (ac T (fun t => v t)) -> (ae T (fun t => is_derive (fun t => v t) t ((-1) * v t))) ->
  (tends (toward T) (fun t => v t) 0) -> (every T (fun t => v t = apow (eta t) q)) -> (exists int_1 : R -> R,
  primitive T (fun t => (apow (v t) (INR k0 * (1 + ((-1) * q * (INR k0 + (-1)) * (/ (INR k0)))) * (/ q)) * apow
  (Prod rows (fun a => (v t + c a))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ every T (fun t => tau_0 t = int_1 t))
  -> ((K = (INR L * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))))) -> (tends (toward T) (fun t => tau t) (apow
  x_1 (K * (/ (INR L))) * (/ K)))) /\ (((q * (INR L + (-1)) * (/ (INR L))) = 1) -> (toward T (fun t => (ln (1 * (/
  (eps t)))) <> 0) /\ tends (toward T) (fun t => (tau t * (/ (ln (1 * (/ (eps t))))))) 1)) /\ ((K = (INR L * ((q *
  (INR L + (-1)) * (/ (INR L))) + (-1)))) -> (exists int_1 : R -> R, primitive T (fun t => (apow (Prod L (fun j =>
  (u t + Lambda j))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ exists total_2 : R, tends (toward T) int_1 total_2 /\
  tends (toward T) (fun t => (tau t * apow (eps t) K)) total_2)) /\ ((K = (INR k0 * (1 + ((-1) * q * (INR k0 + (-1))
  * (/ (INR k0)))))) -> (exists int_1 : R -> R, primitive T (fun t => (apow (v t) (K * (/ q)) * apow (Prod rows (fun
  a => (v t + c a))) ((1 * (/ q)) + (-1)) * (/ q))) int_1 /\ exists total_2 : R, tends (toward T) int_1 total_2 /\
  tends (toward T) (fun t => tau_0 t) total_2)) /\ (((q * (INR k0 + (-1)) * (/ (INR k0))) = 1) -> (toward T (fun t
  => (ln (1 * (/ (eta t)))) <> 0) /\ tends (toward T) (fun t => (tau_0 t * (/ (ln (1 * (/ (eta t))))))) (apow (Prod
  rows (fun a => c a)) ((1 * (/ q)) + (-1))))) /\ ((K = (INR k0 * ((q * (INR k0 + (-1)) * (/ (INR k0))) + (-1)))) ->
  (tends (toward T) (fun t => (tau_0 t * apow (eta t) K)) (apow (Prod rows (fun a => c a)) ((1 * (/ q)) + (-1)) * (/
  K)))).

Definition claim_finite_time : Prop :=
  forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall F : R -> R, forall H : nat -> R -> R,
  forall g : nat -> R -> R, forall h : nat -> R -> R, forall x : nat -> R -> R, forall f_star : R, forall mu : R, (0
  < mu) -> forall q : R, (1 <= q <= 2) -> forall sigma : R, (0 < sigma) -> (forall k : nat, (k < n)%nat -> ae T (fun
  t => (g k t * h k t) = apow (Rabs (g k t)) q)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (1 < q) -> (h k t
  = spow (g k t) (q + (-1))))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (q = 1) -> (Rabs (h k t) <= 1))) ->
  (forall k : nat, (k < n)%nat -> measurable T (fun t => g k t)) -> (forall k : nat, (k < n)%nat -> exists int_0,
  primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> ac T (fun t => x k t)) -> (forall k : nat,
  (k < n)%nat -> ae T (fun t => is_derive (fun t => x k t) t ((-1) * H k t * h k t))) -> (forall k : nat, (k <
  n)%nat -> measurable T (fun t => H k t)) -> (ac T (fun t => F t)) -> (ae T (fun t => ex_derive (fun t => F t) t /\
  (forall k, (k < n)%nat -> ex_derive (fun t => x k t) t) /\ Derive (fun t => F t) t = Sum n (fun k => (g k t *
  Derive (fun t => x k t) t)))) -> (forall k : nat, (k < n)%nat -> every T (fun t => mu <= H k t)) -> (every T (fun
  t => f_star <= F t)) -> (every T (fun t => (2 * sigma * (F t + ((-1) * f_star))) <= Sum n (fun k => ((Rabs (g k
  t)) ^ 2)))) -> (q < 2) -> every T (fun t => (((power_defined (F 0 + ((-1) * f_star)) (1 + ((-1) * q * (1 / 2))))
  -> ((mu * apow (2 * sigma) (q * (1 / 2)) * (1 + ((-1) * q * (1 / 2)))) <> 0) -> (power (F 0 + ((-1) * f_star)) (1
  + ((-1) * q * (1 / 2))) * (/ (mu * apow (2 * sigma) (q * (1 / 2)) * (1 + ((-1) * q * (1 / 2)))))) <= t)) -> ((F t
  + ((-1) * f_star)) = 0)).

Definition claim_generic_coercivity : Prop :=
  forall rows : nat, (1 <= rows)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall eps : R -> R, (every T (fun t => 0 <
  eps t)) -> forall a : R, (0 < a) -> forall b : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < b i0) -> forall q : R,
  (1 <= q <= 2) -> forall s : R, (1 <= s <= 2) -> (q < s) -> (forall j : nat, (j < rows)%nat -> b j < a) -> (tends
  (toward T) (fun t => eps t) 0) -> ((forall j : nat, (j < rows)%nat -> (a * exp ((-1) * a)) <= (b j * exp ((-1) * b
  j))) -> (Prod rows (fun j => (apow (exp ((-1) * b j)) s + ((-1) * apow (exp ((-1) * a)) s))) < Prod rows (fun j =>
  (apow (exp ((-1) * b j)) q + ((-1) * apow (exp ((-1) * a)) q))))) /\ ((forall j : nat, (j < rows)%nat -> 1 <= b j)
  -> (Prod rows (fun j => (apow (exp ((-1) * b j)) s + ((-1) * apow (exp ((-1) * a)) s))) < Prod rows (fun j =>
  (apow (exp ((-1) * b j)) q + ((-1) * apow (exp ((-1) * a)) q))))) /\ (Prod rows (fun j => apow (exp ((-1) * b j))
  s) < Prod rows (fun j => apow (exp ((-1) * b j)) q)) /\ (forall j : nat, (j < rows)%nat -> tends (toward T) (fun t
  => ((apow (exp ((-1) * b j)) (1 + eps t) + ((-1) * apow (exp ((-1) * a)) (1 + eps t)) + ((-1) * (exp ((-1) * b j)
  + ((-1) * exp ((-1) * a))))) * (/ (eps t)))) ((a * exp ((-1) * a)) + ((-1) * b j * exp ((-1) * b j)))) /\ ((a < 1)
  -> (forall j : nat, (j < rows)%nat -> (b j * exp ((-1) * b j)) < (a * exp ((-1) * a)))) /\ (((19 / 20) + (-1 /
  10)) = (17 / 20)) /\ ((((19 / 20) ^ 2) + ((-1) * ((1 / 10) ^ 2))) = (357 / 400)) /\ (((19 / 20) + (-1 / 10)) <
  (((19 / 20) ^ 2) + ((-1) * ((1 / 10) ^ 2)))).

Definition claim_blow_up_time : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall h : nat ->
  R -> R, forall v : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 < v i0 t)) -> forall w : nat ->
  nat -> R -> R, forall x : nat -> R -> R, forall y : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0
  < y i0 t)) -> forall z : R -> R, (every T (fun t => 0 < z t)) -> forall G : R, (0 < G) -> forall K : R, (0 < K) ->
  forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1, (i1 < L)%nat -> 0 <= Lambda i0 i1) ->
  forall Y : R, forall lambda : R, (0 < lambda) -> forall q : R, (1 <= q <= 2) -> forall u_0 : R, (0 < u_0) ->
  forall R_prime : R -> R, forall k : nat, (k < n)%nat -> (forall k : nat, (k < n)%nat -> forall i : nat, (i <
  L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t
  => is_derive (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t))) -> (forall k
  : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T
  (fun t => x k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat ->
  every T (fun t => apow (Rabs (w k i t)) q = (v k t + Lambda k i))) -> (ae T (fun t => h k t = ((-1) * G))) ->
  (every T (fun t => x k t = y k t)) -> (forall point : R, 0 < point -> ex_derive R_prime point /\ continuous
  (Derive R_prime) point) -> (every T (fun t => ((ex_derive R_prime (x k t)) -> (Derive R_prime (x k t) * Sum L (fun
  i => others L i (fun j => (v k t + Lambda k j)))) = 1))) -> (ac T (fun t => z t)) -> (ae T (fun t => ex_derive
  (fun t => v k t) t /\ (apow (Prod L (fun j => (v k t + Lambda k j))) ((1 * (/ q)) + (-1)) * (/ q) * Derive (fun t
  => v k t) t) = G)) /\ (((q * (INR L + (-1)) * (/ (INR L))) <= 1) -> ((grows (toward T) (fun t => v k t)) -> (grows
  (toward T) (fun t => t)))) /\ ((1 < (q * (INR L + (-1)) * (/ (INR L)))) -> (every T (fun t => (q * ((INR L * (q +
  (-1)) * (/ q)) + (-1)) * G * t) <= apow (v k 0) (1 + ((-1) * INR L * (q + (-1)) * (/ q)))))) /\ ((tends (toward T)
  (fun t => R_prime (x k t)) Y) -> (tends (toward T) (fun t => t) ((Y + ((-1) * R_prime (x k 0))) * (/ G)))) /\ ((K
  = (INR L * ((q * (INR L + (-1)) * (/ (INR L))) + (-1)))) -> ((ae T (fun t => is_derive (fun t => z t) t (INR L *
  apow (z t) (q * (INR L + (-1)) * (/ (INR L))) * G))) -> ((grows (toward T) (fun t => z t)) -> (tends (toward T)
  (fun t => (K * G * t)) (apow (z 0) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))))))) /\ (exists int_1 : R -> R,
  primitive T (fun t => (apow (((lambda * (u_0 + t))) * apow ((lambda * (u_0 + t)) + lambda) (INR L + (-1))) ((1 *
  (/ q)) + (-1)) * lambda * (/ q))) int_1 /\ exists int_2 : R -> R, primitive T (fun t => (apow lambda (1 + ((-1) *
  INR L * (1 + ((-1) * 1 * (/ q))))) * (/ q) * apow (u_0 + t) ((-1) * 1 * (1 + ((-1) * 1 * (/ q)))) * apow (1 + u_0
  + t) ((-1) * (INR L + (-1)) * (1 + ((-1) * 1 * (/ q)))))) int_2 /\ every T (fun t => int_1 t = int_2 t)) /\
  (exists int_1 : R -> R, primitive T (fun t => (apow (apow (lambda * (u_0 + t)) (INR L + (-1)) * (((lambda * (u_0 +
  t)) + lambda))) ((1 * (/ q)) + (-1)) * lambda * (/ q))) int_1 /\ exists int_2 : R -> R, primitive T (fun t =>
  (apow lambda (1 + ((-1) * INR L * (1 + ((-1) * 1 * (/ q))))) * (/ q) * apow (u_0 + t) ((-1) * (INR L + (-1)) * (1
  + ((-1) * 1 * (/ q)))) * apow (1 + u_0 + t) ((-1) * 1 * (1 + ((-1) * 1 * (/ q)))))) int_2 /\ every T (fun t =>
  int_1 t = int_2 t)).

Definition claim_blow_up_decay : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall h : nat -> R -> R, forall u : nat -> R -> R, (forall i0, (i0 <
  n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall G :
  R, (0 < G) -> forall K : R, (0 < K) -> forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat -> forall i1, (i1
  < L)%nat -> 0 <= Lambda i0 i1) -> forall T_0 : R, (0 < T_0) -> forall Y : R, forall a : R, (0 < a) -> forall q :
  R, (1 <= q <= 2) -> forall theta : R, (0 < theta) -> forall R_prime : R -> R, forall k : nat, (k < n)%nat ->
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k <
  n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t (((-1) * spow (others L i
  (fun j => w k j t)) (q + (-1)) * h k t) + ((-1) * alpha t * w k i t)))) -> (exists int_0, primitive T (fun t =>
  alpha t) int_0) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k
  : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) -> (forall k : nat, (k < n)%nat ->
  forall i : nat, (i < L)%nat -> exists int_1 : R -> R, primitive T (fun t => alpha t) int_1 /\ every T (fun t =>
  apow (Rabs (w k i t)) q = (u k t + (apow (exp ((-1) * int_1 t)) q * Lambda k i)))) -> (forall point : R, 0 < point
  -> ex_derive R_prime point /\ continuous (Derive R_prime) point) -> (exists int_1 : R -> R, primitive T (fun t =>
  alpha t) int_1 /\ every T (fun t => ((ex_derive R_prime (x k t * apow (exp ((-1) * int_1 t)) ((-1) * INR L))) ->
  (Derive R_prime (x k t * apow (exp ((-1) * int_1 t)) ((-1) * INR L)) * Sum L (fun i => others L i (fun j => ((u k
  t * apow (exp ((-1) * int_1 t)) ((-1) * q)) + Lambda k j)))) = 1))) -> (every T (fun t => 0 < x k t)) -> (ae T
  (fun t => h k t = ((-1) * G))) -> (K = (INR L * ((q * (INR L + (-1)) * (/ (INR L))) + (-1)))) -> ((G * T_0) = (Y +
  ((-1) * R_prime (x k 0)))) -> (exists int_1 : R -> R, primitive T (fun t => alpha t) int_1 /\ ae T (fun t =>
  is_derive (fun t => ((Y * apow (exp ((-1) * int_1 t)) ((-1) * K)) + ((-1) * apow (exp ((-1) * int_1 t)) ((-1) * K)
  * R_prime (x k t * apow (exp ((-1) * int_1 t)) ((-1) * INR L))))) t ((K * alpha t * ((Y * apow (exp ((-1) * int_1
  t)) ((-1) * K)) + ((-1) * apow (exp ((-1) * int_1 t)) ((-1) * K) * R_prime (x k t * apow (exp ((-1) * int_1 t))
  ((-1) * INR L))))) + ((-1) * G)))) /\ (exists int_1 : R -> R, primitive T (fun t => alpha t) int_1 /\ exists int_2
  : R -> R, primitive T (fun t => apow (exp ((-1) * int_1 t)) K) int_2 /\ every T (fun t => R_prime (x k t * apow
  (exp ((-1) * int_1 t)) ((-1) * INR L)) = (R_prime (x k 0) + (G * int_2 t)))) /\ ((every T (fun t => alpha t = a))
  -> ((every T (fun t => (K * a * (Y + ((-1) * R_prime (x k t * apow (exp ((-1) * (a * t))) ((-1) * INR L))))) = (G
  * (exp ((-1) * K * a * t) + ((-1) * (1 + ((-1) * K * a * T_0))))))) /\ ((1 <= (K * a * T_0)) -> (every T (fun t =>
  R_prime (x k t * apow (exp ((-1) * (a * t))) ((-1) * INR L)) < Y))))) /\ ((theta = (1 + ((-1) * K * a * T_0))) ->
  (exp ((-1) * K * a * (-1) * ln theta * (/ (K * a))) = (1 + ((-1) * K * a * T_0)))).

Definition claim_saddles_decay : Prop :=
  forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall F : R -> R, forall a : nat -> R -> R,
  forall b : nat -> R -> R, forall o : R -> R, forall r : R -> R, (every T (fun t => 0 < r t)) -> forall F_0 : R,
  forall alpha : R, (0 < alpha) -> forall c : R, (0 < c) -> forall e : R, (0 < e) -> forall g : nat -> R, forall s :
  R, forall y : R, forall z : R, (tends (toward T) (fun t => o t) 0) -> (every T (fun t => ((r t) ^ 2) = Sum n (fun
  k => (((a k t) ^ 2) + ((b k t) ^ 2))))) -> (every T (fun t => F t = (F_0 + Sum n (fun k => (g k * a k t * b k t))
  + (o t * Sum n (fun k => Rabs (a k t * b k t)))))) -> (tends (toward T) (fun t => ((F t + (alpha * (1 / 2) * ((r
  t) ^ 2)) + ((-1) * F_0) + ((-1) * Sum n (fun k => ((g k * a k t * b k t) + (alpha * (1 / 2) * (((a k t) ^ 2) + ((b
  k t) ^ 2))))))) * (/ ((r t) ^ 2)))) 0) /\ ((forall k : nat, (k < n)%nat -> Rabs (g k) <= (alpha + ((-1) * c))) ->
  (every T (fun t => (c * (1 / 2)) <= (Sum n (fun k => ((g k * a k t * b k t) + (alpha * (1 / 2) * (((a k t) ^ 2) +
  ((b k t) ^ 2))))) * (/ ((r t) ^ 2)))))) /\ (((s * e * e) + (alpha * (1 / 2) * ((e ^ 2) + (e ^ 2)))) = ((alpha + s)
  * (e ^ 2))) /\ (((s * e * (-1) * e) + (alpha * (1 / 2) * ((e ^ 2) + (((-1) * e) ^ 2)))) = ((alpha + ((-1) * s)) *
  (e ^ 2))) /\ ((alpha < Rabs s) -> (((alpha + s) * (alpha + ((-1) * s))) < 0)) /\ (((((y * z) ^ 2) * (1 / 2)) +
  ((-1) * alpha * y * z) + (alpha * (1 / 2) * ((y ^ 2) + (z ^ 2)))) = ((alpha * (1 / 2) * ((y + ((-1) * z)) ^ 2)) +
  (((y * z) ^ 2) * (1 / 2)))) /\ ((((-1) * ((e * e) ^ 2) * (1 / 2)) + ((-1) * alpha * e * e) + (alpha * (1 / 2) *
  ((e ^ 2) + (e ^ 2)))) < 0).

Definition claim_saddles_decay_deep : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall F : R -> R,
  forall o : R -> R, forall r : R -> R, (every T (fun t => 0 < r t)) -> forall w : nat -> nat -> R -> R, forall F_0
  : R, forall alpha : R, (0 < alpha) -> forall g : nat -> R, forall s : R, forall v : nat -> R, (tends (toward T)
  (fun t => o t) 0) -> (tends (toward T) (fun t => r t) 0) -> (every T (fun t => ((r t) ^ 2) = Sum n (fun k => Sum L
  (fun i => ((w k i t) ^ 2))))) -> (every T (fun t => F t = (F_0 + Sum n (fun k => (g k * Prod L (fun i => w k i
  t))) + (o t * Sum n (fun k => Rabs (Prod L (fun i => w k i t))))))) -> (2 < INR L) -> (tends (toward T) (fun t =>
  ((F t + (alpha * (1 / 2) * ((r t) ^ 2)) + ((-1) * F_0)) * (/ ((r t) ^ 2)))) (alpha * (1 / 2))) /\ ((forall i :
  nat, (i < L)%nat -> ((s * others L i (fun j => v j)) + (alpha * v i)) = 0) -> (forall i : nat, (i < L)%nat ->
  forall l : nat, (l < L)%nat -> ((v i) ^ 2) = ((v l) ^ 2))).

Definition claim_saddles_decay_decoupled : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall h : nat -> R -> R, forall w : nat -> nat -> R -> R, forall x :
  nat -> R -> R, forall B : R, (0 < B) -> forall C : R, (0 < C) -> forall alpha_0 : R, (0 < alpha_0) -> forall q :
  R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) ->
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t
  (((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t) + ((-1) * alpha t * w k i t)))) -> (exists
  int_0, primitive T (fun t => alpha t) int_0) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t
  => h k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) ->
  (every T (fun t => alpha t = alpha_0)) -> (forall k : nat, (k < n)%nat -> (forall i : nat, (i < L)%nat -> 0 < Rabs
  (w k i 0)) -> ((ae T (fun t => B <= ((-1) * sign (x k t) * h k t))) -> (((q * (INR L + (-1)) * (/ (INR L))) < 1)
  -> (every T (fun t => power_defined (Rabs (x k t)) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) /\
  power_defined (Rabs (x k 0)) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) /\ ((B * (/ alpha_0)) + ((-1) * power
  (Rabs (x k t)) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))))) <= (((B * (/ alpha_0)) + ((-1) * power (Rabs (x k
  0)) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))))) * exp ((-1) * (1 + ((-1) * q * (INR L + (-1)) * (/ (INR
  L)))) * INR L * alpha_0 * t))))))) /\ (forall k : nat, (k < n)%nat -> (forall i : nat, (i < L)%nat -> 0 < Rabs (w
  k i 0)) -> ((ae T (fun t => B <= ((-1) * sign (x k t) * h k t))) -> (((q * (INR L + (-1)) * (/ (INR L))) = 1) ->
  (every T (fun t => (Rabs (x k 0) * exp (INR L * (B + ((-1) * alpha_0)) * t)) <= Rabs (x k t)))))) /\ (forall k :
  nat, (k < n)%nat -> (every T (fun t => 0 < Sum L (fun i => apow (Rabs (w k i t)) q))) -> ((ae T (fun t => Rabs (h
  k t) <= C)) -> ((1 < (q * (INR L + (-1)) * (/ (INR L)))) -> (every T (fun t => power_defined (Sum L (fun i => apow
  (Rabs (w k i t)) q)) (1 + ((-1) * INR L * (q + (-1)) * (/ q))) /\ power_defined (Sum L (fun i => apow (Rabs (w k i
  0)) q)) (1 + ((-1) * INR L * (q + (-1)) * (/ q))) /\ ((INR L * C * (/ alpha_0)) + ((-1) * power (Sum L (fun i =>
  apow (Rabs (w k i t)) q)) (1 + ((-1) * INR L * (q + (-1)) * (/ q))))) <= (((INR L * C * (/ alpha_0)) + ((-1) *
  power (Sum L (fun i => apow (Rabs (w k i 0)) q)) (1 + ((-1) * INR L * (q + (-1)) * (/ q))))) * exp ((-1) * (1 +
  ((-1) * INR L * (q + (-1)) * (/ q))) * q * alpha_0 * t))))))) /\ (forall k : nat, (k < n)%nat -> (forall i : nat,
  (i < L)%nat -> 0 < Rabs (w k i 0)) -> ((ae T (fun t => B <= ((-1) * sign (x k t) * h k t))) -> ((ae T (fun t =>
  Rabs (h k t) <= C)) -> (((q * (INR L + (-1)) * (/ (INR L))) = 1) -> (every T (fun t => Sum L (fun i => apow (Rabs
  (w k i t)) q) <= (Sum L (fun i => apow (Rabs (w k i 0)) q) * exp ((-1) * q * (alpha_0 + ((-1) * C)) * t)))))))).

Definition claim_decayed_ray : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall r : R -> R, (every T (fun t => 0 < r t)) ->
  forall G : R, (0 < G) -> forall alpha : R, (0 < alpha) -> forall q : R, (1 <= q <= 2) -> (ac T (fun t => r t)) ->
  (ae T (fun t => is_derive (fun t => r t) t ((G * apow (r t) ((INR L + (-1)) * (q + (-1)))) + ((-1) * alpha * r
  t)))) -> (grows (toward T) (fun t => t)) -> (((q * (INR L + (-1)) * (/ (INR L))) < 1) -> (tends (toward T) (fun t
  => apow (r t) (1 + ((-1) * (INR L + (-1)) * (q + (-1))))) (G * (/ alpha)))) /\ ((1 < (q * (INR L + (-1)) * (/ (INR
  L)))) -> (((G * (/ alpha)) < apow (r 0) (1 + ((-1) * (INR L + (-1)) * (q + (-1))))) -> (grows (toward T) (fun t =>
  apow (r t) (1 + ((-1) * (INR L + (-1)) * (q + (-1)))))))) /\ (((q * (INR L + (-1)) * (/ (INR L))) = 1) -> (every T
  (fun t => r t = (r 0 * exp ((G + ((-1) * alpha)) * t))))).

Definition claim_separable_reparameterization : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall D : nat -> R -> R, forall E : nat -> R ->
  R, forall h : R -> R, forall v : nat -> R -> R, forall w : nat -> R -> R, forall x : R -> R, forall y : R -> R,
  forall C : R, (0 < C) -> forall K : R, (0 < K) -> forall q : R, (1 <= q <= 2) -> forall R_prime : R -> R, (forall
  i : nat, (i < L)%nat -> ac T (fun t => w i t)) -> (forall i : nat, (i < L)%nat -> ac T (fun t => v i t)) -> (ac T
  (fun t => y t)) -> (ac T (fun t => x t)) -> (forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w i
  t) t ((-1) * spow (D i t) (q + (-1)) * h t))) -> (forall i : nat, (i < L)%nat -> ae T (fun t => ex_derive (fun t
  => v i t) t /\ ex_derive (fun t => y t) t /\ Derive (fun t => v i t) t = (spow (E i t) (q + (-1)) * Derive (fun t
  => y t) t))) -> (ae T (fun t => is_derive (fun t => y t) t ((-1) * h t))) -> (ae T (fun t => Rabs (h t) <= C)) ->
  (forall i : nat, (i < L)%nat -> w i 0 = v i 0) -> (forall i : nat, (i < L)%nat -> every T (fun t => ((spow (D i t)
  (q + (-1)) + ((-1) * spow (E i t) (q + (-1)))) ^ 2) <= ((K ^ 2) * Sum L (fun i => ((w i t + ((-1) * v i t)) ^
  2))))) -> (ae T (fun t => ex_derive (fun t => x t) t /\ (forall i, (i < L)%nat -> ex_derive (fun t => w i t) t) /\
  Derive (fun t => x t) t = Sum L (fun i => (D i t * Derive (fun t => w i t) t)))) -> (forall i : nat, (i < L)%nat
  -> every T (fun t => w i t = v i t)) /\ (ae T (fun t => ex_derive (fun t => x t) t /\ ex_derive (fun t => y t) t
  /\ Derive (fun t => x t) t = (Sum L (fun i => apow (Rabs (D i t)) q) * Derive (fun t => y t) t))) /\ ((forall
  point : R, ex_derive R_prime point /\ continuous (Derive R_prime) point) -> ((R_prime (x 0) = y 0) -> ((every T
  (fun t => ((ex_derive R_prime (x t)) -> (Derive R_prime (x t) * Sum L (fun i => apow (Rabs (D i t)) q)) = 1))) ->
  (every T (fun t => y t = R_prime (x t)))))).

Definition claim_separable_conserved : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall A : nat -> R -> R, forall c : R -> R,
  forall f : nat -> R -> R, forall h : R -> R, forall w : nat -> R -> R, forall q : R, (1 <= q <= 2) -> (forall i :
  nat, (i < L)%nat -> ac T (fun t => w i t)) -> (forall i : nat, (i < L)%nat -> ac T (fun t => A i t)) -> (forall i
  : nat, (i < L)%nat -> every T (fun t => 0 < Rabs (f i t))) -> (forall i : nat, (i < L)%nat -> ae T (fun t =>
  is_derive (fun t => w i t) t ((-1) * spow (c t * f i t) (q + (-1)) * h t))) -> (forall i : nat, (i < L)%nat -> ae
  T (fun t => ex_derive (fun t => A i t) t /\ ex_derive (fun t => w i t) t /\ Derive (fun t => A i t) t = (spow (f i
  t) (1 + ((-1) * q)) * Derive (fun t => w i t) t))) -> (forall i : nat, (i < L)%nat -> ae T (fun t => is_derive
  (fun t => A i t) t ((-1) * spow (c t) (q + (-1)) * h t))) /\ (forall i : nat, (i < L)%nat -> forall l : nat, (l <
  L)%nat -> every T (fun t => (A i t + ((-1) * A l t)) = (A i 0 + ((-1) * A l 0)))) /\ ((forall i : nat, (i < L)%nat
  -> every T (fun t => (((f i t) <> 0) -> w i t = (1 * (/ (f i t)))))) -> (forall i : nat, (i < L)%nat -> forall l :
  nat, (l < L)%nat -> every T (fun t => (apow (Rabs (w i t)) q + ((-1) * apow (Rabs (w l t)) q)) = (apow (Rabs (w i
  0)) q + ((-1) * apow (Rabs (w l 0)) q))))).

Definition claim_separable_decay : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall E : nat -> R -> R, forall V : nat -> R ->
  R, forall alpha : R -> R, (every T (fun t => 0 <= alpha t)) -> forall c : R -> R, (every T (fun t => 0 < c t)) ->
  forall eta : R -> R, forall h : R -> R, forall E_0 : R, forall b : R, (0 < b) -> forall e : R, (0 < e) -> forall q
  : R, (1 <= q <= 2) -> (ac T (fun t => c t)) -> (ac T (fun t => eta t)) -> (forall i : nat, (i < L)%nat -> ac T
  (fun t => V i t)) -> (ae T (fun t => is_derive (fun t => c t) t ((-1) * alpha t * c t))) -> (forall i : nat, (i <
  L)%nat -> ae T (fun t => ex_derive (fun t => V i t) t /\ ex_derive (fun t => eta t) t /\ Derive (fun t => V i t) t
  = (spow (E i t) (q + (-1)) * Derive (fun t => eta t) t))) -> (ae T (fun t => is_derive (fun t => eta t) t ((-1) *
  h t * apow (c t) ((-1) * (1 + ((-1) * (b + (-1)) * (q + (-1)))))))) -> (forall i : nat, (i < L)%nat -> ae T (fun t
  => is_derive (fun t => (c t * V i t)) t (((-1) * spow (apow (c t) (b + (-1)) * E i t) (q + (-1)) * h t) + ((-1) *
  alpha t * c t * V i t)))) /\ (ae T (fun t => is_derive (fun t => (apow (c t) (1 + ((-1) * (b + (-1)) * (q +
  (-1)))) * eta t)) t (((-1) * h t) + ((-1) * alpha t * (1 + ((-1) * (b + (-1)) * (q + (-1)))) * apow (c t) (1 +
  ((-1) * (b + (-1)) * (q + (-1)))) * eta t)))) /\ ((apow e (1 + ((-1) * (1 + ((-1) * (b + (-1)) * (q + (-1)))))) *
  spow E_0 (q + (-1))) = spow (apow e (b + (-1)) * E_0) (q + (-1))).

Definition claim_separable_ends : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall v : R -> R, (every T (fun t => 0 < v t)) ->
  forall b : R, (0 < b) -> forall q : R, (1 <= q <= 2) -> forall r : R, (0 < r) -> (ac T (fun t => v t)) -> (ae T
  (fun t => is_derive (fun t => v t) t ((-1) * apow (INR L * apow (v t) (INR L + (-1))) (q + (-1))))) -> (every T
  (fun t => apow (v t) (1 + ((-1) * (INR L + (-1)) * (q + (-1)))) = (apow (v 0) (1 + ((-1) * (INR L + (-1)) * (q +
  (-1)))) + ((-1) * (1 + ((-1) * (INR L + (-1)) * (q + (-1)))) * apow (INR L) (q + (-1)) * t)))) /\ (every T (fun t
  => ((1 + ((-1) * (INR L + (-1)) * (q + (-1)))) * apow (INR L) (q + (-1)) * t) < apow (v 0) (1 + ((-1) * (INR L +
  (-1)) * (q + (-1)))))) /\ ((((INR L + (-1)) * (q + (-1))) = 1) -> (every T (fun t => v t = (v 0 * exp ((-1) * apow
  (INR L) (q + (-1)) * t))))) /\ (((r * (1 + ((-1) * (INR L + (-1)) * (q + (-1))))) = 1) -> (ae T (fun t =>
  is_derive (fun t => apow (apow (INR L) (q + (-1)) * (b + t) * (/ r)) r) t (apow (INR L * apow (apow (apow (INR L)
  (q + (-1)) * (b + t) * (/ r)) r) (INR L + (-1))) (q + (-1)))))) /\ (((r * (((INR L + (-1)) * (q + (-1))) + (-1)))
  = 1) -> (ae T (fun t => is_derive (fun t => apow (b + (apow (INR L) (q + (-1)) * t * (/ r))) ((-1) * r)) t ((-1) *
  apow (INR L * apow (apow (b + (apow (INR L) (q + (-1)) * t * (/ r))) ((-1) * r)) (INR L + (-1))) (q + (-1)))))).

Definition claim_margin_exponent : Prop :=
  forall L : nat, (2 <= L)%nat -> forall p : R, (0 < p) -> forall q : R, (1 <= q <= 2) -> ((q + p) = (q * p)) -> (1
  < q) -> (1 < p) -> (((p * (/ (INR L))) + (-1)) = ((1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) * (p + (-1))))
  /\ ((1 <= (p * (/ (INR L)))) <-> ((q * (INR L + (-1)) * (/ (INR L))) <= 1)) /\ ((1 <= (p * (/ (INR L)))) <-> (INR
  L <= p)).

Definition claim_margin_stationary : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall B : R -> R,
  (every T (fun t => 0 < B t)) -> forall N : R -> R, (every T (fun t => 0 < N t)) -> forall S : R -> R, (every T
  (fun t => 0 < S t)) -> forall e : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 < e i0 t)) ->
  forall x : nat -> R -> R, (forall i0, (i0 < n)%nat -> every T (fun t => 0 < x i0 t)) -> forall y : nat -> R -> R,
  (forall i0, (i0 < n)%nat -> every T (fun t => 0 < y i0 t)) -> forall a : R, (0 < a) -> forall b : nat -> R,
  (forall i0, (i0 < n)%nat -> 0 < b i0) -> forall c : nat -> R, (forall i0, (i0 < n)%nat -> 0 < c i0) -> forall p :
  R, (0 < p) -> forall q : R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> ac T (fun t => y k t)) -> (forall k :
  nat, (k < n)%nat -> ae T (fun t => is_derive (fun t => y k t) t (apow (e k t) (q + (-1)) * apow (N t) (q +
  (-1))))) -> (ac T (fun t => B t)) -> (ae T (fun t => is_derive (fun t => B t) t (apow (N t) (q + (-1))))) ->
  (grows (toward T) (fun t => B t)) -> (forall k : nat, (k < n)%nat -> tends (toward T) (fun t => e k t) (c k)) ->
  (forall k : nat, (k < n)%nat -> tends (toward T) (fun t => (y k t * apow (x k t) ((q * (INR L + (-1)) * (/ (INR
  L))) + (-1)))) a) -> (forall k : nat, (k < n)%nat -> tends (toward T) (fun t => (x k t * (/ (S t)))) (b k)) -> ((q
  + p) = (q * p)) -> (forall k : nat, (k < n)%nat -> forall l : nat, (l < n)%nat -> (apow (c k) (q + (-1)) * apow (b
  l) (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) = (apow (c l) (q + (-1)) * apow (b k) (1 + ((-1) * q * (INR L
  + (-1)) * (/ (INR L)))))) /\ (forall k : nat, (k < n)%nat -> forall l : nat, (l < n)%nat -> (c k * apow (b l) ((p
  * (/ (INR L))) + (-1))) = (c l * apow (b k) ((p * (/ (INR L))) + (-1)))).

Definition claim_sparsity_order : Prop :=
  forall L : nat, (2 <= L)%nat -> forall p : R, (0 < p) -> forall q : R, (1 <= q <= 2) -> ((q + p) = (q * p)) -> (1
  < p) -> (q < 2) -> (((q * (INR L + (-1)) * (/ (INR L))) < 1) -> ((2 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))) <
  (p * (/ (INR L))))) /\ (((q * (INR L + (-1)) * (/ (INR L))) = 1) -> ((2 + ((-1) * q * (INR L + (-1)) * (/ (INR
  L)))) = (p * (/ (INR L))))) /\ ((1 < (q * (INR L + (-1)) * (/ (INR L)))) -> ((p * (/ (INR L))) < (2 + ((-1) * q *
  (INR L + (-1)) * (/ (INR L)))))) /\ ((2 * (/ (INR L))) < (2 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) /\ ((2 *
  (/ (INR L))) < (p * (/ (INR L)))).

Definition claim_one_sample_bias : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall R_second :
  nat -> R -> R, forall eta : R -> R, forall g : nat -> R -> R, forall h : nat -> R -> R, forall u : nat -> R -> R,
  (forall i0, (i0 < n)%nat -> every T (fun t => 0 <= u i0 t)) -> forall w : nat -> nat -> R -> R, forall x : nat ->
  R -> R, forall y : nat -> R -> R, forall A : nat -> R, forall Lambda : nat -> nat -> R, (forall i0, (i0 < n)%nat
  -> forall i1, (i1 < L)%nat -> 0 <= Lambda i0 i1) -> forall R_ : nat -> R, forall R_0 : nat -> R, forall R_inf :
  nat -> R, forall q : R, (1 <= q <= 2) -> forall x_inf : nat -> R, forall y_inf : nat -> R, forall z : nat -> R,
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k <
  n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t ((-1) * spow (others L i
  (fun j => w k j t)) (q + (-1)) * h k t))) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h
  k t) int_0) -> (forall k : nat, (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) -> (forall k
  : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> every T (fun t => apow (Rabs (w k i t)) q = (u k t + Lambda k
  i))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (g k t * h k t) = apow (Rabs (g k t)) q)) -> (forall k :
  nat, (k < n)%nat -> ae T (fun t => (1 < q) -> (h k t = spow (g k t) (q + (-1))))) -> (forall k : nat, (k < n)%nat
  -> ae T (fun t => (q = 1) -> (Rabs (h k t) <= 1))) -> (forall k : nat, (k < n)%nat -> measurable T (fun t => g k
  t)) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat, (k <
  n)%nat -> ac T (fun t => y k t)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => (R_second k t * Sum L (fun i =>
  others L i (fun j => (u k t + Lambda k j)))) = 1)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => ex_derive
  (fun t => y k t) t /\ ex_derive (fun t => x k t) t /\ Derive (fun t => y k t) t = (R_second k t * Derive (fun t =>
  x k t) t))) -> (forall k : nat, (k < n)%nat -> tends (toward T) (fun t => y k t) (y_inf k)) -> (1 < q) -> (forall
  k : nat, (k < n)%nat -> ae T (fun t => g k t = (A k * eta t))) -> (forall k : nat, (k < n)%nat -> 0 < Rabs (A k))
  -> (Sum n (fun k => (A k * (z k + ((-1) * x_inf k)))) = 0) -> ((forall k, (k < n)%nat -> power_defined (Rabs (A
  k)) (2 + ((-1) * q))) /\ Sum n (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (y_inf k + ((-1) * y k 0)) * (z k
  + ((-1) * x_inf k)))) = 0) /\ ((forall k, (k < n)%nat -> power_defined (Rabs (A k)) (2 + ((-1) * q))) /\ Sum n
  (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (R_ k + ((-1) * R_0 k) + ((-1) * y k 0 * (z k + ((-1) * x k
  0)))))) = (Sum n (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (R_ k + ((-1) * R_inf k) + ((-1) * y_inf k * (z
  k + ((-1) * x_inf k)))))) + Sum n (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (R_inf k + ((-1) * R_0 k) +
  ((-1) * y k 0 * (x_inf k + ((-1) * x k 0)))))))) /\ ((forall k : nat, (k < n)%nat -> 0 <= (R_ k + ((-1) * R_inf k)
  + ((-1) * y_inf k * (z k + ((-1) * x_inf k))))) -> ((forall k, (k < n)%nat -> power_defined (Rabs (A k)) (2 +
  ((-1) * q))) /\ Sum n (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (R_inf k + ((-1) * R_0 k) + ((-1) * y k 0 *
  (x_inf k + ((-1) * x k 0)))))) <= Sum n (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (R_ k + ((-1) * R_0 k) +
  ((-1) * y k 0 * (z k + ((-1) * x k 0)))))))) /\ ((forall k : nat, (k < n)%nat -> 0 <= (R_ k + ((-1) * R_inf k) +
  ((-1) * y_inf k * (z k + ((-1) * x_inf k))))) -> (forall k : nat, (k < n)%nat -> (0 < (R_ k + ((-1) * R_inf k) +
  ((-1) * y_inf k * (z k + ((-1) * x_inf k))))) -> ((forall k, (k < n)%nat -> power_defined (Rabs (A k)) (2 + ((-1)
  * q))) /\ Sum n (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (R_inf k + ((-1) * R_0 k) + ((-1) * y k 0 *
  (x_inf k + ((-1) * x k 0)))))) < Sum n (fun k => (power (Rabs (A k)) (2 + ((-1) * q)) * (R_ k + ((-1) * R_0 k) +
  ((-1) * y k 0 * (z k + ((-1) * x k 0))))))))).

Definition claim_sign_margin_rate : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall h : nat ->
  R -> R, forall w : nat -> nat -> R -> R, forall x : nat -> R -> R, forall b : nat -> nat -> R, (forall i0, (i0 <
  n)%nat -> forall i1, (i1 < L)%nat -> 0 < b i0 i1) -> forall q : R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat
  -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i <
  L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) *
  h k t))) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t => h k t) int_0) -> (forall k : nat,
  (k < n)%nat -> every T (fun t => x k t = Prod L (fun j => w k j t))) -> (q = 1) -> (forall k : nat, (k < n)%nat ->
  ae T (fun t => (sign (Prod L (fun j => w k j t)) * h k t) = (-1))) -> (forall k : nat, (k < n)%nat -> forall i :
  nat, (i < L)%nat -> Rabs (w k i 0) = b k i) -> forall k : nat, (k < n)%nat -> forall m : nat, (m < n)%nat -> every
  T (fun t => Rabs (x k t) <= (Rabs (x m t) * exp (Sum L (fun j => ((b k j + ((-1) * b m j)) * (/ (t + b m j))))))).

Definition claim_discrete_balance : Prop :=
  forall L : nat, (2 <= L)%nat -> forall alpha : R, (0 <= alpha) -> forall eta : R, (0 < eta) -> forall g : R,
  forall w : nat -> R, forall i : nat, (i < L)%nat -> forall l : nat, (l < L)%nat -> (((w i) ^ 2) * ((w l) ^ 2) *
  (((((1 + ((-1) * eta * alpha)) * w i) + ((-1) * eta * g * others L i (fun j => w j))) ^ 2) + ((-1) * ((((1 + ((-1)
  * eta * alpha)) * w l) + ((-1) * eta * g * others L l (fun j => w j))) ^ 2)))) = ((((w i) ^ 2) + ((-1) * ((w l) ^
  2))) * ((((1 + ((-1) * eta * alpha)) ^ 2) * ((w i) ^ 2) * ((w l) ^ 2)) + ((-1) * (eta ^ 2) * (g ^ 2) * ((Prod L
  (fun j => w j)) ^ 2)))).

Definition claim_discrete_sign : Prop :=
  forall L : nat, (2 <= L)%nat -> forall alpha : R, (0 <= alpha) -> forall b : nat -> R, (forall i0, (i0 < L)%nat ->
  0 < b i0) -> forall eta : R, (0 < eta) -> forall g : R, forall w : nat -> R, forall z : nat -> R, (forall i0, (i0
  < L)%nat -> 0 <= z i0) -> (forall i : nat, (i < L)%nat -> Rabs (w i) = b i) -> (forall i : nat, (i < L)%nat -> z i
  = (((1 + ((-1) * eta * alpha)) * b i) + ((-1) * eta * sign g * sign (Prod L (fun j => w j))))) -> forall i : nat,
  (i < L)%nat -> forall l : nat, (l < L)%nat -> (Rabs (((1 + ((-1) * eta * alpha)) * w i) + ((-1) * eta * sign (g *
  others L i (fun j => w j)))) + ((1 + ((-1) * eta * alpha)) * Rabs (w l))) = (Rabs (((1 + ((-1) * eta * alpha)) * w
  l) + ((-1) * eta * sign (g * others L l (fun j => w j)))) + ((1 + ((-1) * eta * alpha)) * Rabs (w i))).

Definition claim_escape_steps_sign : Prop :=
  forall n : nat, (1 <= n)%nat -> forall N : R, (0 < N) -> forall W : R, (0 < W) -> forall a : nat -> R, (forall i0,
  (i0 < n)%nat -> 0 < a i0) -> forall b : nat -> R, (forall i0, (i0 < n)%nat -> 0 < b i0) -> forall eps : R, (0 <
  eps) -> forall eta : R, (0 < eta) -> (N = Sum n (fun k => 1)) -> (forall k : nat, (k < n)%nat -> b k = (a k +
  eta)) -> ((Sum n (fun k => a k) + W) = (Sum n (fun k => b k) + eps)) -> (eps + ((-1) * W)) = ((-1) * eta * N).

Definition claim_escape_steps_two : Prop :=
  forall n : nat, (1 <= n)%nat -> forall G : R, (0 < G) -> forall N : R, (0 < N) -> forall W : R, (0 < W) -> forall
  a : nat -> R, (forall i0, (i0 < n)%nat -> 0 < a i0) -> forall b : nat -> R, (forall i0, (i0 < n)%nat -> 0 < b i0)
  -> forall eps : R, (0 < eps) -> forall eta : R, (0 < eta) -> (N = Sum n (fun k => 1)) -> (forall k : nat, (k <
  n)%nat -> b k = (a k * (1 + (eta * G)))) -> ((Sum n (fun k => ln (a k)) + ln W) = (Sum n (fun k => ln (b k)) + ln
  eps)) -> (ln eps + ((-1) * ln W)) = ((-1) * ln (1 + (eta * G)) * N).

Definition claim_escape_steps_deep : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall G : R, (0 < G) -> forall N : R, (0 < N) ->
  forall W : R, (0 < W) -> forall a : nat -> R, (forall i0, (i0 < n)%nat -> 0 < a i0) -> forall b : nat -> R,
  (forall i0, (i0 < n)%nat -> 0 < b i0) -> forall c : R, (0 < c) -> forall eps : R, (0 < eps) -> forall eta : R, (0
  < eta) -> (N = Sum n (fun k => 1)) -> (2 < INR L) -> (forall k : nat, (k < n)%nat -> b k = (a k + (eta * G * apow
  (a k) (INR L + (-1))))) -> (forall k : nat, (k < n)%nat -> b k <= (c * a k)) -> ((Sum n (fun k => apow (a k) (2 +
  ((-1) * INR L))) + apow W (2 + ((-1) * INR L))) = (Sum n (fun k => apow (b k) (2 + ((-1) * INR L))) + apow eps (2
  + ((-1) * INR L)))) -> ((apow c (1 + ((-1) * INR L)) * (INR L + (-2)) * eta * G * N) <= (apow eps (2 + ((-1) * INR
  L)) + ((-1) * apow W (2 + ((-1) * INR L))))) /\ ((apow eps (2 + ((-1) * INR L)) + ((-1) * apow W (2 + ((-1) * INR
  L)))) <= ((INR L + (-2)) * eta * G * N)).

Definition claim_discrete_flow : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall h : nat ->
  R -> R, forall w : nat -> nat -> R -> R, forall e : nat -> nat -> R, forall eta : R, (0 < eta) -> forall q : R, (1
  <= q <= 2) -> forall s : nat -> R, (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w
  k i t)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i
  t) t ((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t))) -> (forall k : nat, (k < n)%nat -> exists
  int_0, primitive T (fun t => h k t) int_0) -> (q = 1) -> (forall k : nat, (k < n)%nat -> ae T (fun t => h k t = s
  k)) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> every T (fun t => sign (w k i t) = e k i))
  -> forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> (every T (fun t => w k i t = (w k i 0 + ((-1) * t
  * s k * others L i (fun j => e k j))))) /\ (every T (fun t => (w k i t + ((-1) * eta * s k * sign (others L i (fun
  j => w k j t)))) = (w k i 0 + ((-1) * (t + eta) * s k * others L i (fun j => e k j))))).

Definition claim_discrete_step_error : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall v : R -> R, (every T (fun t => 0 < v t)) ->
  forall G : R, (0 < G) -> forall a : R, forall b : R, forall q : R, (1 <= q <= 2) -> (ac T (fun t => v t)) -> (ae T
  (fun t => is_derive (fun t => v t) t (G * apow (v t) ((INR L + (-1)) * (q + (-1)))))) -> (every T (fun t => a <=
  ((INR L + (-1)) * (q + (-1)) * (G ^ 2) * apow (v t) ((2 * (INR L + (-1)) * (q + (-1))) + (-1))))) -> (every T (fun
  t => ((INR L + (-1)) * (q + (-1)) * (G ^ 2) * apow (v t) ((2 * (INR L + (-1)) * (q + (-1))) + (-1))) <= b)) ->
  (every T (fun t => (a * (t ^ 2) * (1 / 2)) <= (v t + ((-1) * v 0) + ((-1) * t * G * apow (v 0) ((INR L + (-1)) *
  (q + (-1))))))) /\ (every T (fun t => (v t + ((-1) * v 0) + ((-1) * t * G * apow (v 0) ((INR L + (-1)) * (q +
  (-1))))) <= (b * (t ^ 2) * (1 / 2)))).

Definition claim_random_walk_sign : Prop :=
  forall W : R, (0 < W) -> forall a : R, (0 < a) -> forall eta : R, (0 < eta) -> forall r : R, (0 < r) -> forall u :
  R, (0 < u) -> ((u * r) = (1 + ((-1) * u))) -> (((u * (1 + ((-1) * apow r ((a + eta) * (/ eta))))) + ((1 + ((-1) *
  u)) * (1 + ((-1) * apow r ((a + ((-1) * eta)) * (/ eta)))))) = (1 + ((-1) * apow r (a * (/ eta))))) /\ (((u * ((W
  * (1 + ((-1) * apow r ((a + eta) * (/ eta))))) + ((-1) * (a + eta) * (1 + ((-1) * apow r (W * (/ eta))))))) + ((1
  + ((-1) * u)) * ((W * (1 + ((-1) * apow r ((a + ((-1) * eta)) * (/ eta))))) + ((-1) * (a + ((-1) * eta)) * (1 +
  ((-1) * apow r (W * (/ eta))))))) + (eta * ((2 * u) + (-1)) * (1 + ((-1) * apow r (W * (/ eta)))))) = ((W * (1 +
  ((-1) * apow r (a * (/ eta))))) + ((-1) * a * (1 + ((-1) * apow r (W * (/ eta))))))) /\ ((u = (1 / 2)) -> (((u *
  (a + eta)) + ((1 + ((-1) * u)) * (a + ((-1) * eta)))) = a)).

Definition claim_random_walk_gradient : Prop :=
  forall a : R, (0 < a) -> forall b : R, (0 < b) -> forall c : R, (0 < c) -> forall s : R, forall u : R, (0 < u) ->
  (b = (1 + ((-1) * c))) -> ((((u * apow (1 + c) s) + ((1 + ((-1) * u)) * apow b s)) = 1) -> (((u * apow (a * (1 +
  c)) s) + ((1 + ((-1) * u)) * apow (a * b) s)) = apow a s)) /\ ((u = (1 / 2)) -> (((u * a * (1 + c)) + ((1 + ((-1)
  * u)) * a * b)) = a)) /\ ((a * (1 + c) * b) < a).

Definition claim_ray_time : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall v : R -> R, (every T (fun t => 0 < v t)) ->
  forall G : R, (0 < G) -> forall q : R, (1 <= q <= 2) -> (ac T (fun t => v t)) -> (ae T (fun t => is_derive (fun t
  => v t) t (G * apow (v t) ((INR L + (-1)) * (q + (-1)))))) -> every T (fun t => apow (v t) (1 + ((-1) * (INR L +
  (-1)) * (q + (-1)))) = (apow (v 0) (1 + ((-1) * (INR L + (-1)) * (q + (-1)))) + ((1 + ((-1) * (INR L + (-1)) * (q
  + (-1)))) * G * t))).

Definition claim_depth_deceleration : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall e : R -> R, (every T (fun t => 0 < e t)) ->
  forall y : R -> R, (every T (fun t => 0 < y t)) -> forall z : R -> R, (every T (fun t => 0 < z t)) -> forall G :
  R, (0 < G) -> forall W : R, (0 < W) -> forall c : R, (0 < c) -> forall q : R, (1 <= q <= 2) -> (c = (((INR L +
  (-1)) * (q + (-1))) + (-1))) -> (grows (toward T) (fun t => y t)) -> (every T (fun t => apow (e t) (1 + ((-1) *
  (INR L + (-1)) * (q + (-1)))) = (exp (y t) * z t))) -> (every T (fun t => z t = (((((INR L + (-1)) * (q + (-1))) +
  (-1)) * G) + (apow W (1 + ((-1) * (INR L + (-1)) * (q + (-1)))) * (/ (exp (y t))))))) -> tends (toward T) (fun t
  => ((-1) * ln (e t) * (/ (y t)))) (/ c).

Definition claim_saddle_for_ever : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall u : R -> R, (every T (fun t => 0 <= u t))
  -> forall G : R, (0 < G) -> forall q : R, (1 <= q <= 2) -> (ac T (fun t => u t)) -> (u 0 = 0) -> (ae T (fun t =>
  ((power_defined (u t) ((INR L + (-1)) * (q + (-1)))) -> ex_derive (fun t => u t) t /\ Derive (fun t => u t) t <=
  (G * power (u t) ((INR L + (-1)) * (q + (-1))))))) -> (every T (fun t => u t <= 1)) -> (1 <= ((INR L + (-1)) * (q
  + (-1)))) -> every T (fun t => u t <= 0).

Definition claim_saddle_left : Prop :=
  forall L : nat, (2 <= L)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall z : R -> R, forall G : R, (0 < G) -> forall
  q : R, (1 <= q <= 2) -> forall tau : R, (0 <= tau) -> ((1 / 2) = ((INR L + (-1)) * (q + (-1)))) -> (every T (fun t
  => (t + ((-1) * tau)) = z t)) -> (ac T (fun t => ((G * (z t + Rabs (z t)) * (1 / 4)) ^ 2))) /\ (((G * (z 0 + Rabs
  (z 0)) * (1 / 4)) ^ 2) = 0) /\ (ae T (fun t => power_defined ((G * (z t + Rabs (z t)) * (1 / 4)) ^ 2) ((INR L +
  (-1)) * (q + (-1))) /\ is_derive (fun t => ((G * (z t + Rabs (z t)) * (1 / 4)) ^ 2)) t (G * power ((G * (z t +
  Rabs (z t)) * (1 / 4)) ^ 2) ((INR L + (-1)) * (q + (-1)))))) /\ (every T (fun t => (((G * (z t + Rabs (z t)) * (1
  / 4)) ^ 2) * (Rabs (z t) + ((-1) * z t))) = 0)) /\ (every T (fun t => ((G ^ 2) * z t * Rabs (z t) * (1 / 4)) <=
  ((G * (z t + Rabs (z t)) * (1 / 4)) ^ 2))).

Definition claim_kernel_change : Prop :=
  forall L : nat, (2 <= L)%nat -> forall X : R, (0 < X) -> forall q : R, (1 <= q <= 2) -> forall s : R, (0 < s) ->
  forall v : R, (0 < v) -> ((apow s q * v * apow ((apow s q * v) + apow s q) (INR L + (-1))) = apow X q) -> ((v *
  apow (1 + v) (INR L + (-1))) = apow (X * (/ (apow s (INR L)))) q) /\ ((apow ((apow s q * v) + apow s q) (INR L +
  (-1)) + ((INR L + (-1)) * apow s q * v * apow ((apow s q * v) + apow s q) (INR L + (-2)))) = (apow s (q * (INR L +
  (-1))) * (apow (1 + v) (INR L + (-1)) + ((INR L + (-1)) * v * apow (1 + v) (INR L + (-2)))))) /\ ((X = apow s (INR
  L)) -> ((v * apow (1 + v) (INR L + (-1))) = 1)).

Definition claim_decay_rest : Prop :=
  forall L : nat, (2 <= L)%nat -> forall alpha : R, (0 < alpha) -> forall g : R, (0 < g) -> forall p : R, (0 < p) ->
  forall q : R, (1 <= q <= 2) -> forall x : R, (0 < x) -> ((q + p) = (q * p)) -> (apow g (q + (-1)) = (alpha * apow
  x (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L)))))) -> g = (apow alpha (p + (-1)) * apow x ((p * (/ (INR L))) +
  (-1))).

Definition claim_decay_rest_box : Prop :=
  forall L : nat, (2 <= L)%nat -> forall alpha : R, (0 < alpha) -> forall q : R, (1 <= q <= 2) -> forall x : R, (0 <
  x) -> (q = 1) -> ((alpha * apow x (1 + ((-1) * q * (INR L + (-1)) * (/ (INR L))))) <= 1) -> x <= apow alpha ((-1)
  * INR L).

Definition claim_kernel_change_two : Prop :=
  forall a : R, (0 < a) -> forall q : R, (1 <= q <= 2) -> forall r : R, (1 <= r <= 2) -> forall v : R, (0 < v) ->
  ((v * (1 + v)) = apow a q) -> (q < r) -> (((1 + (2 * v)) ^ 2) = (1 + (4 * apow a q))) /\ ((a < 1) -> ((1 + (4 *
  apow a r)) < ((1 + (2 * v)) ^ 2))) /\ ((1 < a) -> (((1 + (2 * v)) ^ 2) < (1 + (4 * apow a r)))).

Definition claim_law_squares : Prop :=
  forall T : Rbar, Rbar_lt 0 T -> forall h : R -> R, forall u : R -> R, (every T (fun t => 0 < u t)) -> forall v : R
  -> R, (every T (fun t => 0 < v t)) -> forall q : R, (1 <= q <= 2) -> (ac T (fun t => u t)) -> (ac T (fun t => v
  t)) -> (ae T (fun t => is_derive (fun t => u t) t ((-1) * apow (2 * u t) (q + (-1)) * h t))) -> (ae T (fun t =>
  is_derive (fun t => v t) t (apow (2 * v t) (q + (-1)) * h t))) -> every T (fun t => (apow (u t) (2 + ((-1) * q)) +
  apow (v t) (2 + ((-1) * q))) = (apow (u 0) (2 + ((-1) * q)) + apow (v 0) (2 + ((-1) * q)))).

Definition claim_law_neuron : Prop :=
  forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall a : nat -> R -> R, forall b : nat -> R ->
  R, forall c : R -> R, (ac T (fun t => c t)) -> (forall k : nat, (k < n)%nat -> ac T (fun t => a k t)) -> (ae T
  (fun t => is_derive (fun t => c t) t ((-1) * Sum n (fun k => (a k t * b k t))))) -> (forall k : nat, (k < n)%nat
  -> ae T (fun t => is_derive (fun t => a k t) t ((-1) * c t * b k t))) -> every T (fun t => (((c t) ^ 2) + ((-1) *
  Sum n (fun k => ((a k t) ^ 2)))) = (((c 0) ^ 2) + ((-1) * Sum n (fun k => ((a k 0) ^ 2))))).

Definition claim_law_matrices : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall G : nat ->
  nat -> R -> R, forall u : nat -> R -> R, forall u2 : nat -> R -> R, forall v : nat -> R -> R, forall v2 : nat -> R
  -> R, (forall k : nat, (k < n)%nat -> ac T (fun t => u k t)) -> (forall k : nat, (k < n)%nat -> ac T (fun t => u2
  k t)) -> (forall i : nat, (i < L)%nat -> ac T (fun t => v i t)) -> (forall i : nat, (i < L)%nat -> ac T (fun t =>
  v2 i t)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => is_derive (fun t => u k t) t ((-1) * Sum L (fun i => (G
  k i t * v i t))))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => is_derive (fun t => u2 k t) t ((-1) * Sum L
  (fun i => (G k i t * v2 i t))))) -> (forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => v i t) t
  ((-1) * Sum n (fun k => (G k i t * u k t))))) -> (forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t
  => v2 i t) t ((-1) * Sum n (fun k => (G k i t * u2 k t))))) -> every T (fun t => (Sum n (fun k => (u k t * u2 k
  t)) + ((-1) * Sum L (fun i => (v i t * v2 i t)))) = (Sum n (fun k => (u k 0 * u2 k 0)) + ((-1) * Sum L (fun i =>
  (v i 0 * v2 i 0))))).

Definition claim_bregman_rate : Prop :=
  forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall F : R -> R, forall H : nat -> R -> R,
  forall R_ : nat -> R -> R, forall g : nat -> R -> R, forall h : nat -> R -> R, forall x : nat -> R -> R, forall y
  : nat -> R -> R, forall R_star : nat -> R, forall f_star : R, forall x_star : nat -> R, (forall k : nat, (k <
  n)%nat -> ac T (fun t => x k t)) -> (forall k : nat, (k < n)%nat -> ae T (fun t => is_derive (fun t => x k t) t
  ((-1) * H k t * h k t))) -> (forall k : nat, (k < n)%nat -> measurable T (fun t => H k t)) -> (ac T (fun t => F
  t)) -> (ae T (fun t => ex_derive (fun t => F t) t /\ (forall k, (k < n)%nat -> ex_derive (fun t => x k t) t) /\
  Derive (fun t => F t) t = Sum n (fun k => (g k t * Derive (fun t => x k t) t)))) -> (forall k : nat, (k < n)%nat
  -> ac T (fun t => y k t)) -> (forall k : nat, (k < n)%nat -> ac T (fun t => R_ k t)) -> (forall k : nat, (k <
  n)%nat -> ae T (fun t => is_derive (fun t => y k t) t ((-1) * h k t))) -> (forall k : nat, (k < n)%nat -> ae T
  (fun t => ex_derive (fun t => R_ k t) t /\ ex_derive (fun t => x k t) t /\ Derive (fun t => R_ k t) t = (y k t *
  Derive (fun t => x k t) t))) -> (forall k : nat, (k < n)%nat -> ae T (fun t => h k t = g k t)) -> (forall k : nat,
  (k < n)%nat -> every T (fun t => 0 <= H k t)) -> (forall k : nat, (k < n)%nat -> every T (fun t => 0 <= (R_star k
  + ((-1) * R_ k t) + ((-1) * y k t * (x_star k + ((-1) * x k t)))))) -> (every T (fun t => (F t + Sum n (fun k =>
  (g k t * (x_star k + ((-1) * x k t))))) <= f_star)) -> every T (fun t => (t * (F t + ((-1) * f_star))) <= Sum n
  (fun k => (R_star k + ((-1) * R_ k 0) + ((-1) * y k 0 * (x_star k + ((-1) * x k 0)))))).

Definition claim_path_length : Prop :=
  forall T : Rbar, Rbar_lt 0 T -> forall N : R -> R, (every T (fun t => 0 < N t)) -> forall y : R -> R, (every T
  (fun t => 0 < y t)) -> forall mu : R, (0 < mu) -> forall p : R, (0 < p) -> forall q : R, (1 <= q <= 2) -> forall
  sigma : R, (0 < sigma) -> ((q + p) = (q * p)) -> (ac T (fun t => y t)) -> (measurable T (fun t => N t)) -> (ae T
  (fun t => ex_derive (fun t => y t) t /\ apow (N t) p = ((-1) * Derive (fun t => y t) t))) -> (ae T (fun t => (mu *
  apow (2 * sigma * y t) (q * (1 / 2))) <= apow (N t) p)) -> exists int_1 : R -> R, primitive T (fun t => N t) int_1
  /\ exists total_2 : R, tends (toward T) int_1 total_2 /\ total_2 <= (apow mu ((-1) * (/ q)) * apow (2 * y 0 * (/
  sigma)) (1 / 2)).

Definition claim_coercivity_decay : Prop :=
  forall L : nat, (2 <= L)%nat -> forall n : nat, (1 <= n)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall alpha : R
  -> R, (every T (fun t => 0 <= alpha t)) -> forall h : nat -> R -> R, forall w : nat -> nat -> R -> R, forall q :
  R, (1 <= q <= 2) -> (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ac T (fun t => w k i t)) ->
  (forall k : nat, (k < n)%nat -> forall i : nat, (i < L)%nat -> ae T (fun t => is_derive (fun t => w k i t) t
  (((-1) * spow (others L i (fun j => w k j t)) (q + (-1)) * h k t) + ((-1) * alpha t * w k i t)))) -> (exists
  int_0, primitive T (fun t => alpha t) int_0) -> (forall k : nat, (k < n)%nat -> exists int_0, primitive T (fun t
  => h k t) int_0) -> forall k : nat, (k < n)%nat -> forall s : nat, (s < L)%nat -> exists int_1 : R -> R, primitive
  T (fun t => alpha t) int_1 /\ every T (fun t => others L s (fun j => (apow (Rabs (w k j t)) q + ((-1) * apow (Rabs
  (w k s t)) q))) = (others L s (fun j => (apow (Rabs (w k j 0)) q + ((-1) * apow (Rabs (w k s 0)) q))) * apow (exp
  ((-1) * q * int_1 t)) (INR L + (-1)))).

Definition claim_no_potential_rows : Prop :=
  forall c : R, (0 < c) -> forall e : R, (0 < e) -> forall n_1 : R, forall n_2 : R, forall n_3 : R, forall q : R, (1
  <= q <= 2) -> (q < 2) -> (((n_1 * apow c (q + (-1))) + (n_3 * apow c (q + (-1)))) = 0) -> (((n_2 * apow e (q +
  (-1))) + (n_3 * apow e (q + (-1)))) = 0) -> (((n_1 * apow c (q + (-1))) + (n_2 * apow e (q + (-1))) + (n_3 * apow
  (c + e) (q + (-1)))) = 0) -> (n_1 = ((-1) * n_3)) /\ (n_2 = ((-1) * n_3)) /\ (~ (0 < Rabs n_3)).

Definition claim_rows_in_turn : Prop :=
  forall T : Rbar, Rbar_lt 0 T -> forall b : R -> R, (every T (fun t => 0 < b t)) -> forall c : R -> R, forall e : R
  -> R, forall y_1 : R -> R, forall y_3 : R -> R, forall z_1 : R -> R, forall z_2 : R -> R, forall z_3 : R -> R,
  forall Y_1 : R, forall Y_3 : R, forall Z_3 : R, forall q : R, (1 <= q <= 2) -> (q < 2) -> (ac T (fun t => y_1 t))
  -> (ac T (fun t => y_3 t)) -> (ae T (fun t => is_derive (fun t => y_1 t) t (apow (b t) (q + (-1))))) -> (ae T (fun
  t => is_derive (fun t => y_3 t) t (apow (2 * b t) (q + (-1))))) -> (tends (toward T) (fun t => y_1 t) Y_1) ->
  (tends (toward T) (fun t => y_3 t) Y_3) -> (ac T (fun t => z_1 t)) -> (ac T (fun t => z_2 t)) -> (ac T (fun t =>
  z_3 t)) -> (ae T (fun t => is_derive (fun t => z_1 t) t (c t))) -> (ae T (fun t => is_derive (fun t => z_2 t) t (e
  t))) -> (ae T (fun t => is_derive (fun t => z_3 t) t (c t + e t))) -> (tends (toward T) (fun t => z_1 t) Y_1) ->
  (tends (toward T) (fun t => z_2 t) Y_1) -> (tends (toward T) (fun t => z_3 t) Z_3) -> (z_1 0 = y_1 0) -> (z_2 0 =
  y_1 0) -> (z_3 0 = y_3 0) -> ((Y_3 + ((-1) * y_3 0)) = (apow 2 (q + (-1)) * (Y_1 + ((-1) * y_1 0)))) /\ ((Z_3 +
  ((-1) * y_3 0)) = (2 * (Y_1 + ((-1) * y_1 0)))) /\ (Y_3 < Z_3).

Definition claim_separable_needed : Prop :=
  forall rows : nat, (1 <= rows)%nat -> forall H_11 : R, forall H_12 : R, forall H_21 : R, forall H_22 : R, forall U
  : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < U i0) -> forall V : nat -> R, (forall i0, (i0 < rows)%nat -> 0 < V
  i0) -> forall a : nat -> R, forall b : nat -> R, forall c : R, (0 < c) -> forall q : R, (1 <= q <= 2) -> forall u
  : nat -> R, forall v : nat -> R, (q < 2) -> (forall i : nat, (i < rows)%nat -> u i = (a i + (c * b i))) -> (forall
  i : nat, (i < rows)%nat -> v i = (a i + ((-1) * c * b i))) -> (forall i : nat, (i < rows)%nat -> Rabs (u i) = U i)
  -> (forall i : nat, (i < rows)%nat -> Rabs (v i) = V i) -> (Sum rows (fun i => apow (Rabs (a i)) q) = H_11) ->
  (Sum rows (fun i => apow (Rabs (b i)) q) = H_22) -> (Sum rows (fun i => (a i * spow (u i) (q + (-1)))) = (H_11 +
  (1 * apow c (q + (-1)) * H_12))) -> (Sum rows (fun i => (a i * spow (v i) (q + (-1)))) = (H_11 + ((-1) * apow c (q
  + (-1)) * H_12))) -> (Sum rows (fun i => (b i * spow (u i) (q + (-1)))) = (H_21 + (1 * apow c (q + (-1)) * H_22)))
  -> (Sum rows (fun i => (b i * spow (v i) (q + (-1)))) = (H_21 + ((-1) * apow c (q + (-1)) * H_22))) -> forall i :
  nat, (i < rows)%nat -> ~ ((0 < Rabs (a i)) /\ (0 < Rabs (b i))).

Definition claim_decay_bias : Prop :=
  forall n : nat, (1 <= n)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall c : R
  -> R, forall eta : nat -> R -> R, forall y : nat -> R -> R, forall A : nat -> nat -> R, forall B : R, forall R_ :
  nat -> R, forall R_inf : nat -> R, forall x_inf : nat -> R, forall y_inf : nat -> R, forall z : nat -> R, (forall
  k : nat, (k < n)%nat -> ac T (fun t => y k t)) -> (exists int_0, primitive T (fun t => c t) int_0) -> (forall a :
  nat, (a < rows)%nat -> exists int_1 : R -> R, primitive T (fun t => c t) int_1 /\ exists int_0, primitive T (fun t
  => (exp (int_1 t) * eta a t)) int_0) -> (forall k : nat, (k < n)%nat -> ae T (fun t => is_derive (fun t => y k t)
  t (((-1) * Sum rows (fun a => (A a k * eta a t))) + ((-1) * c t * y k t)))) -> (forall k : nat, (k < n)%nat ->
  tends (toward T) (fun t => y k t) (y_inf k)) -> (exists int_1 : R -> R, primitive T (fun t => c t) int_1 /\ tends
  (toward T) (fun t => int_1 t) B) -> (forall a : nat, (a < rows)%nat -> Sum n (fun k => (A a k * (z k + ((-1) *
  x_inf k)))) = 0) -> (forall k : nat, (k < n)%nat -> 0 <= (R_ k + ((-1) * R_inf k) + ((-1) * y_inf k * (z k + ((-1)
  * x_inf k))))) -> (Sum n (fun k => (R_inf k + ((-1) * y k 0 * (/ (exp B)) * x_inf k))) <= Sum n (fun k => (R_ k +
  ((-1) * y k 0 * (/ (exp B)) * z k)))) /\ (forall k : nat, (k < n)%nat -> (0 < (R_ k + ((-1) * R_inf k) + ((-1) *
  y_inf k * (z k + ((-1) * x_inf k))))) -> (Sum n (fun k => (R_inf k + ((-1) * y k 0 * (/ (exp B)) * x_inf k))) <
  Sum n (fun k => (R_ k + ((-1) * y k 0 * (/ (exp B)) * z k))))).

Definition claim_decay_bias_path : Prop :=
  forall n : nat, (1 <= n)%nat -> forall rows : nat, (1 <= rows)%nat -> forall T : Rbar, Rbar_lt 0 T -> forall R_ :
  nat -> R -> R, forall S : nat -> R -> R, forall c : R -> R, forall eta : nat -> R -> R, forall x : nat -> R -> R,
  forall y : nat -> R -> R, forall z : nat -> R -> R, forall A : nat -> nat -> R, (forall k : nat, (k < n)%nat -> ac
  T (fun t => y k t)) -> (exists int_0, primitive T (fun t => c t) int_0) -> (forall a : nat, (a < rows)%nat ->
  exists int_1 : R -> R, primitive T (fun t => c t) int_1 /\ exists int_0, primitive T (fun t => (exp (int_1 t) *
  eta a t)) int_0) -> (forall k : nat, (k < n)%nat -> ae T (fun t => is_derive (fun t => y k t) t (((-1) * Sum rows
  (fun a => (A a k * eta a t))) + ((-1) * c t * y k t)))) -> (forall k : nat, (k < n)%nat -> every T (fun t => (R_ k
  t + (y k t * (z k t + ((-1) * x k t)))) <= S k t)) -> (forall a : nat, (a < rows)%nat -> every T (fun t => Sum n
  (fun k => (A a k * (z k t + ((-1) * x k t)))) = 0)) -> exists int_1 : R -> R, primitive T (fun t => c t) int_1 /\
  every T (fun t => Sum n (fun k => (R_ k t + ((-1) * y k 0 * x k t * (/ (exp (int_1 t)))))) <= Sum n (fun k => (S k
  t + ((-1) * y k 0 * z k t * (/ (exp (int_1 t))))))).
