(** The pinned statements with one constant or exponent greater by 1, written by code: not to be edited. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements.
Local Open Scope R_scope.

Definition balance_changed_1 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) (q + 1) - apow (w j t) q = apow (w i s) q - apow (w j s) q.

Definition balance_changed_2 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) (q + 1) = apow (w i s) q - apow (w j s) q.

Definition balance_changed_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) (q + 1) - apow (w j s) q.

Definition balance_changed_4 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) (q + 1).

Definition balance_decay_changed_1 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) (q + 1) - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_changed_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) (q + 1) = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_changed_3 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) (q + 1) - apow (w j s) q) * exp (- q * RInt alpha s t).

Definition balance_decay_changed_4 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) (q + 1)) * exp (- q * RInt alpha s t).

Definition balance_decay_changed_5 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp ((- q * RInt alpha s t) + 1).

Definition balance_rate_changed_1 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) (q + 1) - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_changed_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) (q + 1)) t (- q * alpha t * (apow (w i t) q - apow (w j t) q)).

Definition balance_rate_changed_3 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) (q + 1) - apow (w j t) q)).

Definition balance_rate_changed_4 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> forall i j t, (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ output L w t <> 0 -> is_derive (fun s => apow (w i s) q - apow (w j s) q) t (- q * alpha t * (apow (w i t) q - apow (w j t) (q + 1))).

Definition balanced_metric_changed_1 : Prop :=
  forall q L x, 1 <= q -> (1 <= L)%nat -> x <> 0 -> metric q L (fun _ => 1) x = apow x (- m q L) / INR L /\ is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 0) x).

Definition balanced_metric_changed_2 : Prop :=
  forall q L x, 1 <= q -> (1 <= L)%nat -> x <> 0 -> metric q L (fun _ => 0) x = apow x ((- m q L) + 1) / INR L /\ is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 0) x).

Definition balanced_metric_changed_3 : Prop :=
  forall q L x, 1 <= q -> (1 <= L)%nat -> x <> 0 -> metric q L (fun _ => 0) x = apow x (- m q L) / INR L /\ is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 1) x).

Definition balanced_potential_changed_1 : Prop :=
  forall q L x, 1 <= q <= 2 -> (1 <= L)%nat -> x <> 0 -> is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\ closed_potential q L 1 = 0 /\ continuous (closed_potential q L) 0.

Definition balanced_potential_changed_2 : Prop :=
  forall q L x, 1 <= q <= 2 -> (1 <= L)%nat -> x <> 0 -> is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\ closed_potential q L 0 = 1 /\ continuous (closed_potential q L) 0.

Definition balanced_potential_changed_3 : Prop :=
  forall q L x, 1 <= q <= 2 -> (1 <= L)%nat -> x <> 0 -> is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\ closed_potential q L 0 = 0 /\ continuous (closed_potential q L) 1.

Definition blow_up_changed_1 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 2)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_changed_2 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 2) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_changed_3 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 2) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition coercivity_changed_1 : Prop :=
  forall q L w i0, 1 <= q -> smallest q L w i0 -> let Lam := Lambda q w i0 in dP L Lam 1 = mu q L w i0 /\ / metric q L Lam 0 = mu q L w i0 /\ forall x, mu q L w i0 <= / metric q L Lam x.

Definition coercivity_changed_2 : Prop :=
  forall q L w i0, 1 <= q -> smallest q L w i0 -> let Lam := Lambda q w i0 in dP L Lam 0 = mu q L w i0 /\ / metric q L Lam 1 = mu q L w i0 /\ forall x, mu q L w i0 <= / metric q L Lam x.

Definition coercivity_as_reported_changed_1 : Prop :=
  ~ (forall q q' L lambda, 2 <= q -> q < q' -> q' <= 2 -> (2 <= L)%nat -> 0 < lambda -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0).

Definition coercivity_as_reported_changed_2 : Prop :=
  ~ (forall q q' L lambda, 1 <= q -> q < q' -> q' <= 3 -> (2 <= L)%nat -> 0 < lambda -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0).

Definition coercivity_as_reported_changed_3 : Prop :=
  ~ (forall q q' L lambda, 1 <= q -> q < q' -> q' <= 2 -> (3 <= L)%nat -> 0 < lambda -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0).

Definition coercivity_as_reported_changed_4 : Prop :=
  ~ (forall q q' L lambda, 1 <= q -> q < q' -> q' <= 2 -> (2 <= L)%nat -> 1 < lambda -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0).

Definition coercivity_as_reported_changed_5 : Prop :=
  ~ (forall q q' L lambda, 1 <= q -> q < q' -> q' <= 2 -> (2 <= L)%nat -> 0 < lambda -> mu q' L (one_zero lambda) 1 < mu q L (one_zero lambda) 0).

Definition coercivity_as_reported_changed_6 : Prop :=
  ~ (forall q q' L lambda, 1 <= q -> q < q' -> q' <= 2 -> (2 <= L)%nat -> 0 < lambda -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 1).

Definition coercivity_in_q_changed_1 : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat -> (0 < lambda < 1 -> mu q' L (one_zero lambda) 1 < mu q L (one_zero lambda) 0) /\ (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

Definition coercivity_in_q_changed_2 : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat -> (0 < lambda < 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 1) /\ (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

Definition coercivity_in_q_changed_3 : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat -> (0 < lambda < 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\ (1 < lambda -> mu q L (one_zero lambda) 1 < mu q' L (one_zero lambda) 0).

Definition coercivity_in_q_changed_4 : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat -> (0 < lambda < 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\ (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 1).

Definition coercivity_value_changed_1 : Prop :=
  forall q L lambda, (2 <= L)%nat -> 0 < lambda -> mu q L (one_zero lambda) 1 = apow lambda (q * (INR L - 1)).

Definition coercivity_value_changed_2 : Prop :=
  forall q L lambda, (2 <= L)%nat -> 0 < lambda -> mu q L (one_zero lambda) 0 = apow lambda (q * (INR L - 2)).

Definition conjugate_identity_changed_1 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x z, domain q L Lam x -> domain q L Lam z -> z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\ (forall x, domain q L Lam x -> is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\ (m_0 q L Lam < 1 -> conjugate q L Lam 1 = 0).

Definition conjugate_identity_changed_2 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x z, domain q L Lam x -> domain q L Lam z -> z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\ (forall x, domain q L Lam x -> is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\ (m_0 q L Lam < 1 -> conjugate q L Lam 0 = 1).

Definition convergence_changed_1 : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> 0 < B -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, a < s <= t -> t < b -> RInt (square_norm n g) s t <= apow B (3 - q) * (F s - F t) / low.

Definition convergence_as_reported_changed_1 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 3 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_2 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 3 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_3 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 2 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_4 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 3 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_5 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 2 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_6 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 1 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_7 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 3 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_8 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 3 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_9 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 1 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_10 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 3 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_11 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 1 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_as_reported_changed_12 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, a < t < b -> Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (3 - q)) < RInt (fun r => g r * g r) s t.

Definition dual_decay_changed_1 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 1 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

Definition dual_decay_changed_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (2 - m q L)) * y t).

Definition end_to_end_changed_1 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (3 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_changed_2 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 3) * (t - s)))).

Definition escape_law_changed_1 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 1) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_changed_2 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (2 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_changed_3 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (2 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_changed_4 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 1) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_changed_5 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 2)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_changed_6 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 1 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_changed_7 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (2 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_changed_8 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 1) (locally Tc)).

Definition escape_time_changed_1 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 2) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_changed_2 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 2) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_changed_3 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 2)).

Definition essentially_smooth_changed_1 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> 1 <= m_0 q L Lam -> forall B, exists d, 1 < d /\ forall x, 0 < x < d -> grad_potential q L Lam x < B.

Definition finite_time_changed_1 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (2 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_changed_2 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 3) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_changed_3 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (3 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_changed_4 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 3) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_changed_5 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (2 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_changed_6 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 3)) <= t -> F t = Fstar.

Definition generic_coercivity_changed_1 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 1 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_2 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-2)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_3 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 2 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_4 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 11 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_5 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 96 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_6 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 101 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_7 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 3 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_8 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 1 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_9 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 2 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_10 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 3 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_11 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 1 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_12 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 86 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_13 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 101 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_14 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 3 2 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_15 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 3 w 0 = 8925 / 10000).

Definition generic_coercivity_changed_16 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 1 = 8925 / 10000).

Definition generic_coercivity_changed_17 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8926 / 10000).

Definition generic_coercivity_changed_18 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10001).

Definition inverse_changed_1 : Prop :=
  forall L Lam i0, invariants L Lam i0 -> (forall u, is_derive (P L Lam) u (dP L Lam u)) /\ (forall y, 0 <= y -> 1 <= U L Lam y /\ P L Lam (U L Lam y) = y) /\ (forall u, 0 <= u -> U L Lam (P L Lam u) = u).

Definition linear_rate_changed_1 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (3 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_changed_2 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 3) * (t - s))).

Definition metric_along_flow_changed_1 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) (q + 1) = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_changed_2 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) (q + 1)) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_changed_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) (q + 1)) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_changed_4 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) (q + 1)) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_changed_5 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) (q + 1)))).

Definition metric_exponents_changed_1 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x, metric q L Lam (- x) = metric q L Lam x) /\ is_lim (fun x => metric q L Lam x * apow x ((m_0 q L Lam) + 1)) 0 (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)) /\ is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).

Definition metric_exponents_changed_2 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x, metric q L Lam (- x) = metric q L Lam x) /\ is_lim (fun x => metric q L Lam x * apow x (m_0 q L Lam)) 1 (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)) /\ is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).

Definition metric_exponents_changed_3 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x, metric q L Lam (- x) = metric q L Lam x) /\ is_lim (fun x => metric q L Lam x * apow x (m_0 q L Lam)) 0 (apow (positive_product L Lam) ((- / INR (zeros L Lam)) + 1) / INR (zeros L Lam)) /\ is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).

Definition metric_exponents_changed_4 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x, metric q L Lam (- x) = metric q L Lam x) /\ is_lim (fun x => metric q L Lam x * apow x (m_0 q L Lam)) 0 (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)) /\ is_lim (fun x => metric q L Lam x * apow x ((m q L) + 1)) p_infty (/ INR L).

Definition metric_l2_changed_1 : Prop :=
  forall q lambda x, 1 <= q -> 0 <= lambda -> x <> 0 \/ 0 < lambda -> metric q 3 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x q + lambda * lambda).

Definition metric_l2_changed_2 : Prop :=
  forall q lambda x, 1 <= q -> 0 <= lambda -> x <> 0 \/ 0 < lambda -> metric q 2 (fun i => match i with O => 1 | _ => lambda end) x = / sqrt (4 * apow x q + lambda * lambda).

Definition metric_l2_changed_3 : Prop :=
  forall q lambda x, 1 <= q -> 0 <= lambda -> x <> 0 \/ 0 < lambda -> metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (5 * apow x q + lambda * lambda).

Definition metric_l2_changed_4 : Prop :=
  forall q lambda x, 1 <= q -> 0 <= lambda -> x <> 0 \/ 0 < lambda -> metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x (q + 1) + lambda * lambda).

Definition mirror_map_derivative_changed_1 : Prop :=
  forall q L Lam i0 c x, 1 <= q -> invariants L Lam i0 -> same_side L Lam c x -> is_derive (mirror_map q L Lam c) x (metric q L Lam x) /\ 1 < metric q L Lam x.

Definition onto_changed_1 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> ((forall y, exists x, domain q L Lam x /\ grad_potential q L Lam x = y) <-> m q L <= 2).

Definition onto_exponents_changed_1 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 2 <-> INR L <= p)) /\ (m 2 L <= 1 <-> (L <= 2)%nat) /\ m 1 L <= 1.

Definition onto_exponents_changed_2 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\ (m 3 L <= 1 <-> (L <= 2)%nat) /\ m 1 L <= 1.

Definition onto_exponents_changed_3 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\ (m 2 L <= 2 <-> (L <= 2)%nat) /\ m 1 L <= 1.

Definition onto_exponents_changed_4 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\ (m 2 L <= 1 <-> (L <= 3)%nat) /\ m 1 L <= 1.

Definition onto_exponents_changed_5 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\ (m 2 L <= 1 <-> (L <= 2)%nat) /\ m 2 L <= 1.

Definition onto_exponents_changed_6 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\ (m 2 L <= 1 <-> (L <= 2)%nat) /\ m 1 L <= 2.

Definition potential_derivatives_changed_1 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x, domain q L Lam x -> is_derive (potential q L Lam) x (grad_potential q L Lam x) /\ continuous (grad_potential q L Lam) x /\ (x <> 0 -> is_derive (grad_potential q L Lam) x (metric q L Lam x)) /\ (0 < dP L Lam 0 -> m_0 q L Lam < 2 /\ grad_potential q L Lam x = mirror_map q L Lam 0 x).

Definition potential_derivatives_changed_2 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x, domain q L Lam x -> is_derive (potential q L Lam) x (grad_potential q L Lam x) /\ continuous (grad_potential q L Lam) x /\ (x <> 0 -> is_derive (grad_potential q L Lam) x (metric q L Lam x)) /\ (0 < dP L Lam 0 -> m_0 q L Lam < 1 /\ grad_potential q L Lam x = mirror_map q L Lam 1 x).

Definition potential_flow_changed_1 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> moves (fun t => D t \/ (dP L Lam 1 = 0 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition potential_flow_changed_2 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> moves (fun t => D t \/ (dP L Lam 0 = 1 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition potential_flow_changed_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 1)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition regularizer_coupled_changed_1 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (3 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_changed_2 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 2) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_changed_3 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 2)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_changed_4 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (3 / INR L - 1)).

Definition regularizer_coupled_changed_5 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 2)).

Definition regularizer_decoupled_changed_1 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (2 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_changed_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (2 - m q L))).

Definition sign_flow_exponent_changed_1 : Prop :=
  (forall L, (1 <= L)%nat -> 3 - m 1 L = 1 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Definition sign_flow_exponent_changed_2 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 2 L = 1 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Definition sign_flow_exponent_changed_3 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 2 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Definition sign_flow_exponent_changed_4 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + / INR L /\ 2 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Definition sign_flow_exponent_changed_5 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + / INR L /\ 1 < 3 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Definition sign_flow_exponent_changed_6 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + / INR L /\ 1 < 2 - m 2 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Definition sign_flow_exponent_changed_7 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 3 - m 1 L) 1.

Definition sign_flow_exponent_changed_8 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 2 L) 1.

Definition sign_flow_exponent_changed_9 : Prop :=
  (forall L, (1 <= L)%nat -> 2 - m 1 L = 1 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 2.

Definition strictly_convex_changed_1 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x y r, domain q L Lam x -> domain q L Lam y -> x <> y -> 0 < r < 1 -> potential q L Lam (r * x + (2 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

Definition strictly_convex_changed_2 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x y r, domain q L Lam x -> domain q L Lam y -> x <> y -> 0 < r < 1 -> potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (2 - r) * potential q L Lam y.

Definition table1_changed_1 : Prop :=
  3 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_2 : Prop :=
  2 - m 3 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_3 : Prop :=
  2 - m 2 3 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_4 : Prop :=
  2 - m 2 2 = 2 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_5 : Prop :=
  2 - m 2 2 = 1 /\ 3 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_6 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 2 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_7 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 3 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_8 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 4 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_9 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 3 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_10 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 3 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_11 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 3 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_12 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 2 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_13 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 3 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_14 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (3 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_15 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 3 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_16 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 1 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_17 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (3 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_18 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (3 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_19 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 3 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_20 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 3) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_changed_21 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 3) (ln (Rabs x)).
