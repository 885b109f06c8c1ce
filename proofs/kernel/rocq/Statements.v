(** The statements, and every definition they rest on. Proofs are in the other files; each proves exactly one
    of the propositions [..._statement] below.

    One coordinate of the deep diagonal reparameterization is x = w_0 w_1 ... w_(L-1); its weights are a family
    w : nat -> R -> R (weight number, time) of which the first L count. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
Local Open Scope R_scope.

(** * Powers, sums and products *)

(** |a|^r, with |0|^r = 0 (the library's [Rpower 0 r] is 1). *)
Definition apow (a r : R) : R := if Req_EM_T a 0 then 0 else Rpower (Rabs a) r.

(** The signed power <a>^r = sign(a) |a|^r; <a>^0 = sign(a) and <0>^r = 0. *)
Definition spow (a r : R) : R := sign a * apow a r.

(** a_0 a_1 ... a_(n-1) and a_0 + a_1 + ... + a_(n-1). *)
Fixpoint Prod (n : nat) (a : nat -> R) : R := match n with O => 1 | S k => Prod k a * a k end.
Fixpoint Sum (n : nat) (a : nat -> R) : R := match n with O => 0 | S k => Sum k a + a k end.

(** The product of all factors but number i. *)
Definition others (n i : nat) (a : nat -> R) : R := Prod n (fun j => if Nat.eqb j i then 1 else a j).

(** * The flow *)

(** x(t) = w_0(t) ... w_(L-1)(t). *)
Definition output (L : nat) (w : nat -> R -> R) (t : R) : R := Prod L (fun i => w i t).

(** Exceptional times: at most countably many. A function y that [moves] with the rate dy on the times a < t < b is
    continuous at every time, and has the derivative dy(t) at every other time. *)
Definition countable (D : R -> Prop) : Prop := exists e : nat -> R, forall t, D t -> exists n, t = e n.
Definition moves (D : R -> Prop) (a b : R) (y dy : R -> R) : Prop :=
  forall t, a < t < b -> continuous y t /\ (~ D t -> is_derive y t (dy t)).

(** One coordinate with any drive h(t) and decoupled decay alpha(t): dw_i/dt = - <prod_(j <> i) w_j>^(q-1) h - alpha w_i.
    The weights can have a kink at each exceptional time. The n coordinates of a network are n such flows: each has its
    own drive, which can be any function of the time, so it can come from any gradient field and from any minibatch. *)
Definition driven_flow (q : R) (L : nat) (h alpha : R -> R) (D : R -> Prop) (w : nat -> R -> R) (a b : R) : Prop :=
  countable D /\ forall i, (i < L)%nat ->
    moves D a b (w i) (fun t => - spow (others L i (fun j => w j t)) (q - 1) * h t - alpha t * w i t).

(** The drive of a gradient component y: h = <y>^(q-1); at q = 1 it is sign y where y <> 0, and any number in [-1, 1]
    where y = 0 (there the flow slides, or rests). *)
Definition drive (q y h : R) : Prop := (y <> 0 \/ 1 < q -> h = spow y (q - 1)) /\ (q = 1 -> -1 <= h <= 1).
Definition steepest_flow (q : R) (L : nat) (g h alpha : R -> R) (D : R -> Prop) (w : nat -> R -> R) (a b : R) : Prop :=
  driven_flow q L h alpha D w a b /\ forall t, a < t < b -> ~ D t -> drive q (g t) (h t).

(** n coordinates, coupled through an arbitrary gradient field: the k-th component of grad at x(t) is g_k(t). *)
Definition component (L : nat) (grad : (nat -> R) -> nat -> R) (w : nat -> nat -> R -> R) (k : nat) (t : R) : R :=
  grad (fun l => output L (w l) t) k.
Definition network_flow (q : R) (n L : nat) (grad : (nat -> R) -> nat -> R) (h : nat -> R -> R) (alpha : R -> R)
    (D : R -> Prop) (w : nat -> nat -> R -> R) (a b : R) : Prop :=
  forall k, (k < n)%nat -> steepest_flow q L (component L grad w k) (h k) alpha D (w k) a b.

Definition no_decay (t : R) : R := 0.

(** What can be integrated in time: integrable in Riemann's sense, and continuous but for the exceptional times. *)
Definition integrable (D : R -> Prop) (a b : R) (f : R -> R) : Prop :=
  (forall s t, a < s < b -> a < t < b -> ex_RInt f s t) /\ forall t, a < t < b -> ~ D t -> continuous f t.

(** * 1. Balance *)

(** d/dt (|w_i|^q - |w_j|^q) = - q alpha (|w_i|^q - |w_j|^q); at q = 1 where no weight is 0 (|w_i| has a kink there). *)
Definition balance_rate_statement : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b ->
  forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 ->
  is_derive (fun s => apow (w i s) q - apow (w j s) q) t
    (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

(** Without decay the differences are conserved. *)
Definition balance_statement : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b ->
  forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b ->
  apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.

(** With decay alpha(t) they shrink by exp(-q int alpha). *)
Definition balance_decay_statement : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha ->
  forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b ->
  apow (w i t) q - apow (w j t) q =
  (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

(** * 2. Metric and mirror flow *)

(** P(u) = prod_i (u + Lambda_i), and P'(u) = sum_i prod_(j <> i) (u + Lambda_j). *)
Definition P (L : nat) (Lam : nat -> R) (u : R) : R := Prod L (fun i => u + Lam i).
Definition dP (L : nat) (Lam : nat -> R) (u : R) : R := Sum L (fun i => others L i (fun j => u + Lam j)).

(** Invariants: all at least 0, and number i0 is 0. *)
Definition invariants (L : nat) (Lam : nat -> R) (i0 : nat) : Prop :=
  (i0 < L)%nat /\ Lam i0 = 0 /\ forall i, (i < L)%nat -> 0 <= Lam i.

(** The invariants of weights w at one time, relative to weight number i0. *)
Definition Lambda (q : R) (w : nat -> R) (i0 i : nat) : R := apow (w i) q - apow (w i0) q.
Definition smallest (q : R) (L : nat) (w : nat -> R) (i0 : nat) : Prop :=
  (i0 < L)%nat /\ forall i, (i < L)%nat -> apow (w i0) q <= apow (w i) q.

(** The inverse of P on [0, infinity): the largest u >= 0 with P(u) <= y. *)
Definition U (L : nat) (Lam : nat -> R) (y : R) : R := real (Lub_Rbar (fun u => 0 <= u /\ P L Lam u <= y)).

(** R''(x) = 1 / P'(u(x)) with P(u(x)) = |x|^q, and R'(x) = R'(c) + int_c^x R'' with R'(c) = 0. *)
Definition metric (q : R) (L : nat) (Lam : nat -> R) (x : R) : R := / dP L Lam (U L Lam (apow x q)).
Definition mirror_map (q : R) (L : nat) (Lam : nat -> R) (c x : R) : R := RInt (metric q L Lam) c x.

(** Where R'' is finite between c and x: anywhere if P'(0) > 0, else on either side of 0. *)
Definition same_side (L : nat) (Lam : nat -> R) (c x : R) : Prop := 0 < dP L Lam 0 \/ 0 < c * x.

(** dP is the derivative of P, and U inverts P on [0, infinity). *)
Definition inverse_statement : Prop :=
  forall L Lam i0, invariants L Lam i0 ->
  (forall u, is_derive (P L Lam) u (dP L Lam u)) /\
  (forall y, 0 <= y -> 0 <= U L Lam y /\ P L Lam (U L Lam y) = y) /\
  (forall u, 0 <= u -> U L Lam (P L Lam u) = u).

(** dx/dt = - h / R''(x), where Lambda, taken at any one time s, does not depend on s. *)
Definition metric_statement : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b ->
  forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 ->
  let Lam := Lambda q (fun i => w i s) i0 in
  invariants L Lam i0 /\
  (forall t, a < t < b ->
    apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\
  moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

(** d/dt R'(x) = - h, through x = 0 too where P'(0) > 0. *)
Definition mirror_flow_statement : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b ->
  forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 ->
  let Lam := Lambda q (fun i => w i s) i0 in
  forall c, (forall t, a < t < b -> same_side L Lam c (output L w t)) ->
  moves D a b (fun r => mirror_map q L Lam c (output L w r)) (fun t => - h t).

(** R' is an antiderivative of R'' on its side of 0, for every q >= 1. *)
Definition mirror_map_statement : Prop :=
  forall q L Lam i0 c x, 1 <= q -> invariants L Lam i0 -> same_side L Lam c x ->
  is_derive (mirror_map q L Lam c) x (metric q L Lam x) /\ 0 < metric q L Lam x.

(** L = 2: R'' = (4 |x|^q + lambda^2)^(-1/2) where it is finite. *)
Definition metric_l2_statement : Prop :=
  forall q lambda x, 1 <= q -> 0 <= lambda -> x <> 0 \/ 0 < lambda ->
  metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x q + lambda * lambda).

(** * 3. Strict convexity, the Legendre property, and R' onto R *)

(** The exponents: R'' behaves like |x|^(-m) at infinity and |x|^(-m_0) at 0; k_0 counts the zeros among Lambda. *)
Definition m (q : R) (L : nat) : R := q * (INR L - 1) / INR L.
Fixpoint zeros (L : nat) (Lam : nat -> R) : nat :=
  match L with O => O | S k => (zeros k Lam + if Req_EM_T (Lam k) 0 then 1 else 0)%nat end.
Definition m_0 (q : R) (L : nat) (Lam : nat -> R) : R := m q (zeros L Lam).

(** R'' |x|^m_0 -> c^(-1/k_0) / k_0 at 0, c the product of the positive Lambda, and R'' |x|^m -> 1/L at infinity. *)
Definition positive_product (L : nat) (Lam : nat -> R) : R :=
  Prod L (fun i => if Req_EM_T (Lam i) 0 then 1 else Lam i).
Definition metric_exponents_statement : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  (forall x, metric q L Lam (- x) = metric q L Lam x) /\
  is_lim (fun x => metric q L Lam x * apow x (m_0 q L Lam)) 0
    (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)) /\
  is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).

(** m_0 < 1: the domain is R, and R' is odd with R'(0) = 0. m_0 >= 1: the domain is x > 0, and R'(1) = 0. *)
Definition mirror_zero (q : R) (L : nat) (Lam : nat -> R) : R :=
  real (Lim_seq (fun n => mirror_map q L Lam 1 (/ (INR n + 1)))).
Definition odd_mirror_map (q : R) (L : nat) (Lam : nat -> R) (x : R) : R :=
  sign x * (mirror_map q L Lam 1 (Rabs x) - mirror_zero q L Lam).
Definition potential (q : R) (L : nat) (Lam : nat -> R) (x : R) : R :=
  if Rlt_dec (m_0 q L Lam) 1 then RInt (odd_mirror_map q L Lam) 0 x else RInt (mirror_map q L Lam 1) 1 x.
Definition grad_potential (q : R) (L : nat) (Lam : nat -> R) (x : R) : R :=
  if Rlt_dec (m_0 q L Lam) 1 then odd_mirror_map q L Lam x else mirror_map q L Lam 1 x.
Definition domain (q : R) (L : nat) (Lam : nat -> R) (x : R) : Prop := m_0 q L Lam < 1 \/ 0 < x.

(** R is differentiable in its domain with derivative R', R'' is the derivative of R' off 0, and R' = int_0^x R'' where
    P'(0) > 0; R is strictly convex. *)
Definition potential_statement : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  forall x, domain q L Lam x ->
  is_derive (potential q L Lam) x (grad_potential q L Lam x) /\
  continuous (grad_potential q L Lam) x /\
  (x <> 0 -> is_derive (grad_potential q L Lam) x (metric q L Lam x)) /\
  (0 < dP L Lam 0 -> m_0 q L Lam < 1 /\ grad_potential q L Lam x = mirror_map q L Lam 0 x).

Definition strictly_convex_statement : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  forall x y r, domain q L Lam x -> domain q L Lam y -> x <> y -> 0 < r < 1 ->
  potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

(** Essentially smooth: where the domain has the end point 0, R' is unbounded there. *)
Definition essentially_smooth_statement : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> 1 <= m_0 q L Lam ->
  forall B, exists d, 0 < d /\ forall x, 0 < x < d -> grad_potential q L Lam x < B.

(** R' takes every value iff q (L-1)/L <= 1, whatever Lambda. *)
Definition onto_statement : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  ((forall y, exists x, domain q L Lam x /\ grad_potential q L Lam x = y) <-> m q L <= 1).

(** m <= 1 iff p >= L; at q = 2 iff L <= 2; at q = 1 always. *)
Definition onto_exponents_statement : Prop :=
  forall L, (1 <= L)%nat ->
  (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\
  (m 2 L <= 1 <-> (L <= 2)%nat) /\ m 1 L <= 1.

(** The mirror flow in terms of this potential, through x = 0 for every Lambda with m_0 < 1: R'(x) is continuous, and
    d R'(x)/dt = - h but for the exceptional times and, where R''(0) is infinite, those with x = 0. *)
Definition potential_flow_statement : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b ->
  forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 ->
  let Lam := Lambda q (fun i => w i s) i0 in
  (forall t, a < t < b -> domain q L Lam (output L w t)) ->
  moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) a b
    (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

(** Its integral: R'(x_t) - R'(x_s) = - int_s^t h, if x is 0 at countably many times (it leaves 0 at once) or P'(0) > 0. *)
Definition mirror_integral_statement : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h ->
  forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 ->
  let Lam := Lambda q (fun i => w i s) i0 in
  (forall t, a < t < b -> domain q L Lam (output L w t)) ->
  0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) ->
  forall r t, a < r < b -> a < t < b ->
  grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

(** * 4. Coercivity *)

(** mu = prod_(j <> i0) (|w_j|^q - |w_i0|^q). *)
Definition mu (q : R) (L : nat) (w : nat -> R) (i0 : nat) : R := others L i0 (Lambda q w i0).

(** 1/R'' = P'(u) >= P'(0) = mu, with equality at x = 0 (where 1/R'' is 0 if R'' is infinite). *)
Definition coercivity_statement : Prop :=
  forall q L w i0, 1 <= q -> smallest q L w i0 ->
  let Lam := Lambda q w i0 in
  dP L Lam 0 = mu q L w i0 /\ / metric q L Lam 0 = mu q L w i0 /\
  forall x, mu q L w i0 <= / metric q L Lam x.

(** At w_0 = 0 and all others lambda: mu = lambda^(q (L-1)). *)
Definition one_zero (lambda : R) (i : nat) : R := match i with O => 0 | _ => lambda end.
Definition coercivity_value_statement : Prop :=
  forall q L lambda, (2 <= L)%nat -> 0 < lambda -> mu q L (one_zero lambda) 0 = apow lambda (q * (INR L - 1)).

(** Smaller q gives a larger mu if lambda < 1, and a smaller one if lambda > 1. *)
Definition coercivity_in_q_statement : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat ->
  (0 < lambda < 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\
  (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

(** The reported statement, smaller q gives a larger mu for every lambda > 0, is false. *)
Definition coercivity_as_reported_statement : Prop :=
  ~ (forall q q' L lambda, 1 <= q -> q < q' -> q' <= 2 -> (2 <= L)%nat -> 0 < lambda ->
     mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0).

(** A unique smallest weight: mu > 0, and mu decreases in q >= 1 if all |w_j| <= 1/e; not so in general. *)
Definition unique_smallest (L : nat) (w : nat -> R) (i0 : nat) : Prop :=
  (i0 < L)%nat /\ forall i, (i < L)%nat -> i <> i0 -> Rabs (w i0) < Rabs (w i).
Definition generic_coercivity_statement : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\
  (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 ->
    (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\
  (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in
    unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

(** * 5. Regularizers *)

Definition balanced (q : R) (L : nat) (w : nat -> R -> R) (a b : R) : Prop :=
  forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> apow (w i t) q = apow (w j t) q.

(** Balanced closed forms: R'(x) = <x>^(1-m) / (L (1-m)), at m = 1 sign(x) log|x| / L; M(x) = |x|^(2-m) / (2-m). *)
Definition balanced_mirror_map (q : R) (L : nat) (x : R) : R :=
  if Req_EM_T (m q L) 1 then sign x * ln (Rabs x) / INR L else spow x (1 - m q L) / (INR L * (1 - m q L)).
Definition decoupled_regularizer (q : R) (L : nat) (x : R) : R := apow x (2 - m q L) / (2 - m q L).
Definition coupled_regularizer (L : nat) (x : R) : R := INR L / 2 * apow x (2 / INR L).

(** Balanced: R'' = |x|^(-m) / L. *)
Definition balanced_metric_statement : Prop :=
  forall q L x, 1 <= q -> (1 <= L)%nat -> x <> 0 ->
  metric q L (fun _ => 0) x = apow x (- m q L) / INR L /\
  is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 0) x).

(** The balanced potential: R = |x|^(2-m) / (L (1-m) (2-m)), at m = 1 (|x| log|x| - |x|) / L; m < 2 as q <= 2. *)
Definition closed_potential (q : R) (L : nat) (x : R) : R :=
  if Req_EM_T (m q L) 1 then (Rabs x * ln (Rabs x) - Rabs x) / INR L
  else apow x (2 - m q L) / (INR L * (1 - m q L) * (2 - m q L)).
Definition balanced_potential_statement : Prop :=
  forall q L x, 1 <= q <= 2 -> (1 <= L)%nat -> x <> 0 ->
  is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\
  closed_potential q L 0 = 0 /\ continuous (closed_potential q L) 0.

(** Decoupled decay at any Lambda: R'' dx/dt = - h - alpha L x R''(x), Lambda taken at that time;
    balanced: d R'(x)/dt = - h - alpha M'(x) with M' = <x>^(1-m). *)
Definition regularizer_decoupled_statement : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b ->
  (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 ->
    let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) ->
    metric q L Lam (output L w t) * Derive (output L w) t =
    - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\
  (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 ->
    is_derive (fun s => balanced_mirror_map q L (output L w s)) t
      (- h t - alpha t * spow (output L w t) (1 - m q L)) /\
    is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

(** Coupled decay: dw_i/dt = - <g prod_(j <> i) w_j + alpha w_i>^(q-1). *)
Definition coupled_flow (q : R) (L : nat) (g alpha : R -> R) (D : R -> Prop) (w : nat -> R -> R) (a b : R) : Prop :=
  countable D /\ forall i, (i < L)%nat ->
    moves D a b (w i) (fun t => - spow (g t * others L i (fun j => w j t) + alpha t * w i t) (q - 1)).

(** Balanced, away from x = 0, it is the steepest flow of f + alpha M with M' = <x>^(2/L - 1). *)
Definition regularizer_coupled_statement : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b ->
  (forall t, a < t < b -> output L w t <> 0) ->
  let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in
  steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\
  forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

(** Table 1: the exponents 2 - m (decoupled) and 2/L (coupled) at L = 2, and their limits. *)
Definition table1_statement : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\
  (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\
  forall x, x <> 0 ->
    (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\
    is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\
    is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

(** At q = 1 the decoupled exponent is 1 + 1/L: above 1 for every finite L, 1 in the limit. *)
Definition sign_flow_exponent_statement : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

(** Conjugate identity: M = L R*(R'), for every Lambda; R*(R'(x)) = x R'(x) - R(x) = max_z (z R'(x) - R(z)). *)
Definition conjugate (q : R) (L : nat) (Lam : nat -> R) (x : R) : R :=
  x * grad_potential q L Lam x - potential q L Lam x.
Definition conjugate_identity_statement : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 ->
  (forall x z, domain q L Lam x -> domain q L Lam z ->
    z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\
  (forall x, domain q L Lam x -> is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\
  (m_0 q L Lam < 1 -> conjugate q L Lam 0 = 0).

(** * 6. Convergence *)

(** n coordinates x_k with dx_k/dt = - h_k / R''_k, h_k the drive of g_k, H_k = 1/R''_k >= mu, and the chain rule
    dF/dt = sum g_k dx_k/dt; F and x_k are continuous, with these derivatives but for countably many times. At q = 1 this
    passes switchings of every g_k, and slides along g_k = 0. *)
Definition mirror_trajectory (q low : R) (n : nat) (F : R -> R) (g h H x : nat -> R -> R) (D : R -> Prop)
    (a b : R) : Prop :=
  countable D /\
  (forall k, (k < n)%nat -> moves D a b (x k) (fun t => - h k t * H k t) /\
    forall t, a < t < b -> ~ D t -> drive q (g k t) (h k t) /\ low <= H k t) /\
  moves D a b F (fun t => Sum n (fun k => g k t * Derive (x k) t)).
Definition square_norm (n : nat) (g : nat -> R -> R) (t : R) : R := Sum n (fun k => g k t * g k t).

(** int ||g||^2 <= B^(2-q) (f(x_s) - f(x_t)) / mu. *)
Definition convergence_statement : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> 0 < B ->
  mirror_trajectory q low n F g h H x D a b ->
  (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) ->
  forall s t, a < s <= t -> t < b ->
  RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

(** Without B: int sum_k |g_k|^q <= (f(x_s) - f(x_t)) / mu. *)
Definition power_norm (q : R) (n : nat) (g : nat -> R -> R) (t : R) : R := Sum n (fun k => apow (g k t) q).
Definition convergence_power_statement : Prop :=
  forall q low n F g h H x D a b, 1 <= q -> 0 < low -> mirror_trajectory q low n F g h H x D a b ->
  (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t) ->
  forall s t, a < s <= t -> t < b -> RInt (power_norm q n g) s t <= (F s - F t) / low.

(** With ||g||^2 >= 2 sigma (f - f_star): f - f_star decays at the rate 2 sigma mu B^(q-2). *)
Definition linear_rate_statement : Prop :=
  forall q low n F g h H x D a b B Fstar sigma,
  1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b ->
  (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) ->
  (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) ->
  forall s t, a < s <= t -> t < b ->
  F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

(** For q < 2, without B: f = f_star no later than (f(x_s) - f_star)^(1-q/2) / (mu (2 sigma)^(q/2) (1 - q/2)) after s. *)
Definition finite_time_statement : Prop :=
  forall q low n F g h H x D a b Fstar sigma,
  1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b ->
  (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) ->
  forall s t, a < s < b -> a < t < b ->
  s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

(** The bound as reported has mu B^(2-q) in the denominator. It fails: a flow of f(x) = x^2 >= 0 with q = 1, L = 2, on which
    |f'| <= B, 1/R'' >= mu > 0 and int (f')^2 > f(x_s) / (mu B^(2-q)). *)
Definition convergence_as_reported_statement : Prop :=
  exists q B low a b h D (w : nat -> R -> R),
  let x := output 2 w in let g t := 2 * x t in
  1 <= q <= 2 /\ 1 < B /\ 0 < low /\
  steepest_flow q 2 g h no_decay D w a b /\
  (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\
  exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

(** * 7. Decay of the dual variable, and escape times *)

(** y = R'_(Lambda_t)(x_t): dy/dt = - h - alpha L (1-m) y, where P'(0) > 0. *)
Definition dual_decay_statement : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha ->
  forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 ->
  let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in
  moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

(** Escape: with g1 <= |g| <= g2, g < 0, the time from x_s to x_t times g1^(q-1), g2^(q-1) brackets R'(x_t) - R'(x_s). *)
Definition escape_time_statement : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b ->
  forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 ->
  let Lam := Lambda q (fun i => w i r) i0 in
  forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) ->
  forall s t, a < s <= t -> t < b ->
  let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in
  apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\
  (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

(** The escape time T(eps) at |g| = 1 from the weights eps w to x_1, as eps -> 0+: for m < 1 it tends to
    x_1^(1-m) / (L (1-m)); at m = 1, T ~ log(1/eps); for m > 1, T ~ eps^(L(1-m)) T_c, T_c = int R'' from the product of w to
    infinity, the blow-up time of the start w. *)
Definition escape (q : R) (L : nat) (w : nat -> R) (i0 : nat) (x1 eps : R) : R :=
  mirror_map q L (Lambda q (fun i => eps * w i) i0) (Prod L (fun i => eps * w i)) x1.
Definition escape_law_statement : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 ->
  (m q L < 1 ->
    filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\
  (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\
  (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\
    filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

(** Blow-up: at constant gradient -g < 0 from x_s > 0, x stays bounded in finite time if m <= 1; if m > 1 the time left
    is at most T = Y / g^(q-1), Y = int R'' from x_s to infinity, and x -> infinity if the trajectory lasts until s + T. *)
Definition blow_up_statement : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b ->
  forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s ->
  let Lam := Lambda q (fun i => w i s) i0 in
  (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\
  (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\
    b <= s + Y / apow g (q - 1) /\
    (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

(** * 8. End to end *)

(** From the weights to the rate: w is a trajectory of the steepest flow of f in n coordinates, each with a positive
    mu_k >= low at time s; then every coordinate follows the mirror flow of its potential, and under the
    Polyak-Lojasiewicz inequality f - f_star decays at the rate 2 sigma low B^(q-2). *)
Definition end_to_end_statement : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma,
  1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D ->
  network_flow q n L grad h no_decay D w a b ->
  let x t := fun k => output L (w k) t in
  (* the chain rule for f along the trajectory *)
  moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) ->
  (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) ->
  (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) ->
  (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) ->
  (forall k, (k < n)%nat ->
    moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\
  (forall t, s <= t -> t < b ->
    f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).
