(** The rules of inference of the derivation core, as statements about real functions: what a rule's premises say implies
    what its conclusion says. One proposition [rule_NAME] a rule; the proofs are in Rules.v, Rates.v, Limits.v, MoreRules.v,
    Ratios.v.

    A trajectory lives on the times [0, T), 0 < T <= infinity. Whether the program puts the right formulas in a rule's place
    (substitution, free letters) is not said here; it is tested by a second implementation. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements.
Local Open Scope R_scope.

(** * Times *)

Definition time (T : Rbar) (t : R) : Prop := 0 <= t /\ Rbar_lt t T.
Definition every (T : Rbar) (A : R -> Prop) : Prop := forall t, time T t -> A t.

(** Lebesgue's null sets: covered by open intervals of arbitrarily small total length. *)
Definition null (N : R -> Prop) : Prop := forall eps, 0 < eps -> exists u v : nat -> R,
  (forall n, u n <= v n) /\ (forall t, N t -> exists n, u n < t < v n) /\ forall n, Sum n (fun k => v k - u k) <= eps.
Definition ae (T : Rbar) (A : R -> Prop) : Prop := null (fun t => time T t /\ ~ A t).

(** Absolutely continuous on every [0, s] with s < T. *)
Definition ac (T : Rbar) (f : R -> R) : Prop := forall s, time T s -> forall eps, 0 < eps ->
  exists d, 0 < d /\ forall n (u v : nat -> R),
    (forall i, (i < n)%nat -> 0 <= u i /\ u i <= v i /\ v i <= s) -> (forall i, (S i < n)%nat -> v i <= u (S i)) ->
    Sum n (fun i => v i - u i) < d -> Sum n (fun i => Rabs (f (v i) - f (u i))) <= eps.

(** df/dt exists and has the property A, almost everywhere. *)
Definition rate (T : Rbar) (f : R -> R) (A : R -> R -> Prop) : Prop := ae T (fun t => exists l, is_derive f t l /\ A t l).

(** * Logic *)

Definition rule_assume : Prop := forall A : Prop, A -> A.
Definition rule_implied : Prop := forall H A B : Prop, (H /\ A -> B) -> H -> A -> B.
Definition rule_apply : Prop := (forall A B : Prop, (A -> B) -> A -> B) /\ forall T (A B : R -> Prop),
  (every T (fun t => A t -> B t) -> every T A -> every T B) /\ (ae T (fun t => A t -> B t) -> ae T A -> ae T B).
Definition rule_cut : Prop := forall H H' A B : Prop, (H -> A) -> (H' /\ A -> B) -> H /\ H' -> B.
Definition rule_both : Prop := forall A B : Prop, A -> B -> A /\ B.
Definition rule_part : Prop := (forall A B : Prop, A /\ B -> A /\ (A /\ B -> B)) /\ forall T (A B : R -> Prop),
  (every T (fun t => A t /\ B t) -> every T A /\ every T B) /\ (ae T (fun t => A t /\ B t) -> ae T A /\ ae T B).
Definition rule_equivalent : Prop := forall A B : Prop, (A -> B) -> (B -> A) -> (A <-> B).
Definition rule_for_index : Prop := forall n (A : nat -> Prop), (forall i, (i < n)%nat -> A i) ->
  forall j, (j < n)%nat -> A j.
Definition rule_every_index : Prop :=
  (forall n (H : Prop) (A : nat -> Prop), (forall i, (i < n)%nat -> H -> A i) -> H -> forall i, (i < n)%nat -> A i) /\
  (* at almost every time for each index: at almost every time for all *)
  forall T n (A : nat -> R -> Prop), (forall i, (i < n)%nat -> ae T (A i)) -> ae T (fun t => forall i, (i < n)%nat -> A i t).
Definition rule_renamed : Prop := forall n (H A : nat -> Prop), (forall i, (i < n)%nat -> H i -> A i) ->
  forall j, (j < n)%nat -> H j -> A j.
Definition rule_with_function : Prop := forall (sort H A : (R -> R) -> Prop), (forall f, sort f -> H f -> A f) ->
  forall a, sort a -> H a -> A a.
Definition rule_almost_every : Prop := forall T A, every T A -> ae T A.

(** * Algebra and order *)

(** What is left, b - a - sum_k m_k (b_k - a_k), is 0, at least 0, or positive. *)
Definition rule_combination : Prop := forall n (mult a b : nat -> R) a0 b0,
  let rest := b0 - a0 - Sum n (fun k => mult k * (b k - a k)) in
  ((forall k, (k < n)%nat -> a k = b k) -> rest = 0 -> a0 = b0) /\
  ((forall k, (k < n)%nat -> a k = b k \/ (a k <= b k /\ 0 <= mult k)) ->
    (0 <= rest -> a0 <= b0) /\ (0 < rest -> a0 < b0) /\
    (0 <= rest -> (exists k, (k < n)%nat /\ a k < b k /\ 0 < mult k) -> a0 < b0)).
Definition rule_replaced : Prop :=
  (forall (A : R -> Prop) a b, a = b -> A a -> A b) /\
  forall T (A : R -> R -> Prop) (a b : R -> R),
  (every T (fun t => a t = b t) -> every T (fun t => A t (a t)) -> every T (fun t => A t (b t))) /\
  (ae T (fun t => a t = b t) -> ae T (fun t => A t (a t)) -> ae T (fun t => A t (b t))) /\
  (every T (fun t => a t = b t) -> (ac T a -> ac T b) /\ (rate T a A -> rate T b A)).
Definition rule_larger_base : Prop := forall a b r, 0 <= a -> a <= b -> 0 < r -> apow a r <= apow b r.
Definition rule_larger_exponent : Prop := forall a b r s, 0 <= a -> a <= b -> 0 < b -> 0 < r -> r <= s ->
  apow a s <= apow a r * apow b (s - r).
Definition rule_scaled : Prop := forall a b c, 0 < c ->
  (a = b -> a * c = b * c) /\ (a <= b -> a * c <= b * c) /\ (a < b -> a * c < b * c).
Definition rule_smaller_power : Prop := forall a r s, 0 < a -> a < 1 -> r < s -> apow a s < apow a r.
Definition rule_falling_base : Prop := forall a b r, 0 < a -> a <= b -> r <= 0 -> apow b r <= apow a r.
Definition rule_above_one : Prop := forall a r s, 1 <= a -> r <= s -> apow a r <= apow a s.

(** * Sums and products *)

Definition rule_summed : Prop := forall n a b,
  ((forall i, (i < n)%nat -> a i = b i) -> Sum n a = Sum n b) /\
  ((forall i, (i < n)%nat -> a i <= b i) -> Sum n a <= Sum n b) /\
  ((forall i, (i < n)%nat -> a i < b i) -> Sum n a <= Sum n b).
Definition rule_factored : Prop := forall n c a, Sum n (fun i => c * a i) = c * Sum n a.
Definition rule_added : Prop := forall n a b, Sum n (fun i => a i + b i) = Sum n a + Sum n b.
Definition rule_one_taken_out : Prop := forall n j a, (j < n)%nat -> Prod n a = a j * others n j a.
Definition rule_relettered : Prop := forall n k a, Sum n (fun i => a i) = Sum n (fun j => a j) /\
  Prod n (fun i => a i) = Prod n (fun j => a j) /\ others n k (fun i => a i) = others n k (fun j => a j).
Definition rule_congruent : Prop := forall n k a b, (forall i, (i < n)%nat -> a i = b i) ->
  Sum n a = Sum n b /\ Prod n a = Prod n b /\ others n k a = others n k b.
Definition rule_powers_of_products : Prop := forall n k a r,
  (0 < r -> apow (Prod n a) r = Prod n (fun i => apow (a i) r) /\ apow (others n k a) r = others n k (fun i => apow (a i) r)) /\
  spow (Prod n a) r = Prod n (fun i => spow (a i) r) /\ spow (others n k a) r = others n k (fun i => spow (a i) r).
Definition rule_subadditive : Prop := forall n a s, (forall i, (i < n)%nat -> 0 <= a i) -> 0 < s -> s <= 1 ->
  apow (Sum n a) s <= Sum n (fun i => apow (a i) s).
Definition rule_constant_body : Prop := forall L k c, (1 <= L)%nat -> (k < L)%nat ->
  Sum L (fun _ => c) = INR L * c /\
  (0 < c -> Prod L (fun _ => c) = apow c (INR L) /\ others L k (fun _ => c) = apow c (INR L - 1)).
Definition rule_at_least_one : Prop := forall n j a, (j < n)%nat -> (forall i, (i < n)%nat -> 0 <= a i) -> a j <= Sum n a.
Definition rule_larger_factors : Prop := forall n k a b, (forall i, (i < n)%nat -> 0 <= a i /\ a i <= b i) ->
  Prod n a <= Prod n b /\ others n k a <= others n k b.
Definition rule_distributed : Prop := forall n k a b,
  Prod n (fun i => a i * b i) = Prod n a * Prod n b /\ others n k (fun i => a i * b i) = others n k a * others n k b.
Definition rule_exchanged : Prop := forall n m (a : nat -> nat -> R),
  Sum n (fun i => Sum m (fun j => a i j)) = Sum m (fun j => Sum n (fun i => a i j)).
Definition rule_positive_product : Prop := forall n k a, (forall i, (i < n)%nat -> 0 < a i) ->
  0 < Prod n a /\ 0 < others n k a.
Definition rule_exponents_added : Prop := forall n c a, 0 < c -> Prod n (fun i => apow c (a i)) = apow c (Sum n a).
Definition rule_zero_factor : Prop := forall n k a, (k < n)%nat ->
  let z i := 1 - Rabs (sign (a i)) in
  (Prod n a = 0 <-> 1 <= Sum n z) /\ (others n k a = 0 <-> 1 <= Sum n z - z k).

(** * Along a trajectory *)

Definition rule_at_start : Prop := forall f g : R -> R, RInt f 0 0 = 0 /\ (fun t : R => t) 0 = 0 /\
  (fun t => f t + g t) 0 = f 0 + g 0 /\ (fun t => f t * g t) 0 = f 0 * g 0.
Definition C1_on (S : R -> Prop) (f df : R -> R) : Prop := forall y, S y -> is_derive f y (df y) /\ continuous df y.
Definition everywhere (_ : R) : Prop := True.
Definition positive (y : R) : Prop := 0 < y.

(** Sums, products, sizes, and functions of class C^1 on R or on (0, infinity): powers, exp, log. *)
Definition rule_built_continuous : Prop := forall T,
  (forall c, ac T (fun _ => c)) /\ ac T (fun t => t) /\
  (forall f g, ac T f -> ac T g -> ac T (fun t => f t + g t) /\ ac T (fun t => f t * g t)) /\
  (forall f, ac T f -> ac T (fun t => Rabs (f t))) /\
  (forall f F dF, C1_on everywhere F dF -> ac T f -> ac T (fun t => F (f t))) /\
  (forall f F dF, C1_on positive F dF -> ac T f -> every T (fun t => 0 < f t) -> ac T (fun t => F (f t))) /\
  (forall n k (f : nat -> R -> R), (forall i, (i < n)%nat -> ac T (f i)) ->
    ac T (fun t => Sum n (fun i => f i t)) /\ ac T (fun t => Prod n (fun i => f i t)) /\
    ac T (fun t => others n k (fun i => f i t))) /\
  (forall r, 1 < r -> C1_on everywhere (fun y => apow y r) (fun y => r * spow y (r - 1)) /\
    C1_on everywhere (fun y => spow y r) (fun y => r * apow y (r - 1))) /\
  (forall n, C1_on everywhere (fun y => y ^ n) (fun y => INR n * y ^ pred n)) /\
  C1_on everywhere exp exp /\ C1_on positive ln (fun y => / y) /\
  (forall r, C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))).

(** The rate of what is so built, at almost every time; |f| too, since f' = 0 almost everywhere where f = 0. *)
Definition moves_ae (T : Rbar) (f df : R -> R) : Prop := ae T (fun t => is_derive f t (df t)).
Definition rates_built : Prop := forall T,
  (forall c, moves_ae T (fun _ => c) (fun _ => 0)) /\ moves_ae T (fun t => t) (fun _ => 1) /\
  (forall f df g dg, moves_ae T f df -> moves_ae T g dg ->
    moves_ae T (fun t => f t + g t) (fun t => df t + dg t) /\
    moves_ae T (fun t => f t * g t) (fun t => df t * g t + f t * dg t)) /\
  (forall f df, moves_ae T f df -> moves_ae T (fun t => Rabs (f t)) (fun t => sign (f t) * df t)) /\
  (forall f df r, 1 <= r -> moves_ae T f df ->
    moves_ae T (fun t => apow (f t) r) (fun t => r * spow (f t) (r - 1) * df t)) /\
  (forall f df F dF, C1_on everywhere F dF -> moves_ae T f df -> moves_ae T (fun t => F (f t)) (fun t => dF (f t) * df t)) /\
  (forall f df F dF, C1_on positive F dF -> moves_ae T f df -> every T (fun t => 0 < f t) ->
    moves_ae T (fun t => F (f t)) (fun t => dF (f t) * df t)) /\
  (forall n (f df : nat -> R -> R), (forall i, (i < n)%nat -> moves_ae T (f i) (df i)) ->
    moves_ae T (fun t => Sum n (fun i => f i t)) (fun t => Sum n (fun i => df i t)) /\
    moves_ae T (fun t => Prod n (fun i => f i t)) (fun t => Sum n (fun i => others n i (fun j => f j t) * df i t))).
(** What is absolutely continuous has a rate at almost every time (Lebesgue). *)
Definition rule_rate_of : Prop := rates_built /\ forall T f, ac T f -> ae T (fun t => ex_derive f t).

Definition rule_rising : Prop := forall T y, ac T y -> rate T y (fun _ l => 0 <= l) -> every T (fun t => y 0 <= y t).
Definition rule_constant : Prop := forall T y, ac T y -> rate T y (fun _ l => l = 0) -> every T (fun t => y t = y 0).
Definition rule_rising_strictly : Prop := forall T y, ac T y -> rate T y (fun _ l => 0 < l) ->
  every T (fun t => 0 < t -> y 0 < y t).
Definition rule_gronwall : Prop := forall T y r, ac T y -> rate T y (fun t l => l <= - r * y t) ->
  every T (fun t => y t <= y 0 * exp (- r * t)).
Definition rule_arrival : Prop := forall T y c s, ac T y -> every T (fun t => 0 <= y t) ->
  rate T y (fun t l => l <= - c * apow (y t) s) -> 0 < c -> 0 < s -> s < 1 ->
  every T (fun t => apow (y 0) (1 - s) * / (c * (1 - s)) <= t -> y t = 0).

(** * Limits, as t -> T or along any filter *)

Definition tends (F : (R -> Prop) -> Prop) (a : R -> R) (c : R) : Prop := filterlim a F (locally c).
Definition grows (F : (R -> Prop) -> Prop) (a : R -> R) : Prop := filterlim a F (Rbar_locally p_infty).
Definition rule_limit : Prop := forall F, ProperFilter F ->
  (forall a b c d, tends F a c -> tends F b d ->
    tends F (fun t => a t + b t) (c + d) /\ tends F (fun t => a t * b t) (c * d)) /\
  (forall a b, grows F a -> grows F b -> grows F (fun t => a t + b t) /\ grows F (fun t => a t * b t)) /\
  (forall a b d, grows F a -> tends F b d ->
    grows F (fun t => a t + b t) /\ (0 < d -> grows F (fun t => a t * b t))) /\
  (forall a c f, tends F a c -> continuous f c -> tends F (fun t => f (a t)) (f c)) /\
  (forall c, continuous exp c /\ continuous Rabs c /\ (forall n, continuous (fun y => y ^ n) c) /\
    (0 < c -> continuous ln c /\ forall r, continuous (fun y => apow y r) c)) /\
  (forall a r, tends F a 0 -> 0 < r -> tends F (fun t => apow (a t) r) 0) /\
  (forall a, grows F a -> grows F (fun t => exp (a t)) /\ grows F (fun t => Rabs (a t)) /\ grows F (fun t => ln (a t)) /\
    forall r, (0 < r -> grows F (fun t => apow (a t) r)) /\ (r < 0 -> tends F (fun t => apow (a t) r) 0)) /\
  (forall a r, tends F a 0 -> F (fun t => 0 < a t) -> r < 0 -> grows F (fun t => apow (a t) r)) /\
  (forall n k (a : nat -> R -> R) c, (forall i, (i < n)%nat -> tends F (a i) (c i)) ->
    tends F (fun t => Sum n (fun i => a i t)) (Sum n c) /\ tends F (fun t => Prod n (fun i => a i t)) (Prod n c) /\
    tends F (fun t => others n k (fun i => a i t)) (others n k c)) /\
  (forall n (a : nat -> R -> R), (forall i, (i < n)%nat -> grows F (a i)) -> (1 <= n)%nat ->
    grows F (fun t => Sum n (fun i => a i t)) /\ grows F (fun t => Prod n (fun i => a i t)) /\
    forall k, (2 <= n)%nat -> (k < n)%nat -> grows F (fun t => others n k (fun i => a i t))).
Definition rule_slope_of_exp : Prop := forall F, ProperFilter F -> forall e a, tends F e 0 -> F (fun t => 0 < e t) ->
  tends F (fun t => (exp (e t * a) + - 1) * / e t) a.
Definition rule_slope_limit : Prop := forall F, ProperFilter F -> forall f df x y c v, C1_on everywhere f df ->
  tends F x c -> tends F (fun t => (x t - c) * y t) v -> tends F (fun t => (f (x t) - f c) * y t) (df c * v).
(** As t -> T. *)
Definition toward (T : Rbar) (A : R -> Prop) : Prop := exists s, time T s /\ forall t, time T t -> s <= t -> A t.
Definition rule_ratio : Prop := forall T, Rbar_lt 0 T -> forall y b a c r, ac T y -> ac T b ->
  moves_ae T y a -> moves_ae T b c -> ae T (fun t => 0 < c t) -> grows (toward T) b ->
  tends (toward T) (fun t => a t * / c t) r -> tends (toward T) (fun t => y t * / b t) r.
Definition rule_growing : Prop := forall F, ProperFilter F -> forall a b, grows F a -> F (fun t => a t <= b t) -> grows F b.
Definition rule_squeezed : Prop := forall F, ProperFilter F -> forall a b c l, tends F a l -> tends F c l ->
  F (fun t => a t <= b t) -> F (fun t => b t <= c t) -> tends F b l.

(** * Further rules *)

Definition rule_antisymmetric : Prop := forall a b, a <= b -> b <= a -> a = b.
Definition rule_above_tangent : Prop := forall x, 1 + x <= exp x /\ (0 < x \/ x < 0 -> 1 + x < exp x).
Definition rule_same_order : Prop := forall a b d r, 0 <= d * (a - b) -> 0 <= r -> 0 <= d * (spow a r - spow b r).
Definition rule_bernoulli : Prop := forall b r, 0 < b ->
  (1 <= r \/ r <= 0 -> 1 + r * (b - 1) <= apow b r) /\ (0 <= r -> r <= 1 -> apow b r <= 1 + r * (b - 1)).
Definition rule_larger_factors_strictly : Prop := forall n k a b, (1 <= n)%nat ->
  (forall i, (i < n)%nat -> 0 <= a i /\ a i < b i) ->
  Prod n a < Prod n b /\ ((2 <= n)%nat -> (k < n)%nat -> others n k a < others n k b).
Definition rule_one_limit : Prop := forall F, ProperFilter F -> forall a c d, tends F a c -> tends F a d -> c = d.
(** The order, and the contradiction, need only hold at almost every time. *)
Definition rule_limit_keeps_order : Prop := forall T a b c d, Rbar_lt 0 T -> ae T (fun t => a t <= b t) ->
  tends (toward T) a c -> tends (toward T) b d -> c <= d.
Definition rule_contradicted : Prop := forall T (H A : Prop) (a : R -> R), Rbar_lt 0 T ->
  (H /\ A -> ae T (fun t => a t < a t)) -> H -> ~ A.

(** A = int_0^t a: absolutely continuous with rate a. (Lebesgue: a is locally integrable iff there is such an A.) *)
Definition primitive (T : Rbar) (a A : R -> R) : Prop := ac T A /\ A 0 = 0 /\ moves_ae T A a.
(** a can be measured (Lusin: then it is the limit of continuous functions at almost every time; and conversely). *)
Definition measurable (T : Rbar) (a : R -> R) : Prop := exists f : nat -> R -> R,
  (forall n t, continuous (f n) t) /\ ae T (fun t => is_lim_seq (fun n => f n t) (a t)).
Definition rule_integrable_of : Prop := forall T f, ac T f -> exists A, primitive T f A.
(** Sums, products, sizes, and continuous functions of what can be measured; of what is positive, functions that are
    continuous on (0, infinity), such as all powers. *)
Definition rule_built_measurable : Prop := forall T,
  (forall c, measurable T (fun _ => c)) /\ measurable T (fun t => t) /\
  (forall f, ac T f -> measurable T f) /\ (forall f A, primitive T f A -> measurable T f) /\
  (forall f g, measurable T f -> measurable T g -> measurable T (fun t => f t + g t) /\ measurable T (fun t => f t * g t)) /\
  (forall f g, (forall y, continuous g y) -> measurable T f -> measurable T (fun t => g (f t))) /\
  (forall f g, (forall y, 0 < y -> continuous g y) -> every T (fun t => 0 < f t) -> measurable T f -> measurable T (fun t => g (f t))) /\
  (forall c, continuous exp c /\ continuous Rabs c /\ (forall n, continuous (fun y => y ^ n) c) /\
    (forall r, 0 < r -> continuous (fun y => apow y r) c /\ continuous (fun y => spow y r) c) /\
    (0 < c -> continuous ln c /\ forall r, continuous (fun y => apow y r) c)) /\
  (forall n k (f : nat -> R -> R), (forall i, (i < n)%nat -> measurable T (f i)) ->
    measurable T (fun t => Sum n (fun i => f i t)) /\ measurable T (fun t => Prod n (fun i => f i t)) /\
    measurable T (fun t => others n k (fun i => f i t))).
(** Not assumed: that r has an integral. *)
Definition rule_integrated : Prop := forall T y c r b, Rbar_lt 0 T -> ac T y -> rate T y (fun t l => l <= - c * r t) ->
  ae T (fun t => 0 <= r t) -> measurable T r -> 0 < c -> every T (fun t => b <= y t) ->
  exists A, primitive T r A /\ exists l, tends (toward T) A l /\ l <= (y 0 + - b) * / c.
(** Bounded and rising, the integral tends to its least upper bound, which is int_0^T a. *)
Definition rule_whole_integral : Prop := forall T a A c, primitive T a A -> ae T (fun t => 0 <= a t) ->
  every T (fun t => A t <= c) -> time T 0 -> exists l, is_lub (fun v => exists t, time T t /\ v = A t) l /\
  forall eps, 0 < eps -> exists s, time T s /\ forall t, time T t -> s <= t -> Rabs (A t - l) < eps.
(** y -> c as t -> T: near c from some time on. *)
Definition rule_rising_to : Prop := forall T y c, ac T y -> rate T y (fun _ l => 0 < l) -> time T 0 ->
  (forall eps, 0 < eps -> forall s, time T s -> exists t, time T t /\ s < t /\ Rabs (y t - c) < eps) -> y 0 < c.
