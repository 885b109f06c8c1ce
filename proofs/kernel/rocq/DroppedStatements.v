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

Definition balance_decay_without_3 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> let _ : Prop := integrable D a b alpha in forall i j s t, (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).

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

Definition balanced_metric_without_1 : Prop :=
  forall q L x, let _ : Prop := 1 <= q in (1 <= L)%nat -> x <> 0 -> metric q L (fun _ => 0) x = apow x (- m q L) / INR L /\ is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 0) x).

Definition balanced_metric_without_2 : Prop :=
  forall q L x, 1 <= q -> let _ : Prop := (1 <= L)%nat in x <> 0 -> metric q L (fun _ => 0) x = apow x (- m q L) / INR L /\ is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 0) x).

Definition balanced_metric_without_3 : Prop :=
  forall q L x, 1 <= q -> (1 <= L)%nat -> let _ : Prop := x <> 0 in metric q L (fun _ => 0) x = apow x (- m q L) / INR L /\ is_derive (balanced_mirror_map q L) x (metric q L (fun _ => 0) x).

Definition balanced_potential_without_1 : Prop :=
  forall q L x, let _ : Prop := 1 <= q <= 2 in (1 <= L)%nat -> x <> 0 -> is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\ closed_potential q L 0 = 0 /\ continuous (closed_potential q L) 0.

Definition balanced_potential_without_2 : Prop :=
  forall q L x, 1 <= q <= 2 -> let _ : Prop := (1 <= L)%nat in x <> 0 -> is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\ closed_potential q L 0 = 0 /\ continuous (closed_potential q L) 0.

Definition balanced_potential_without_3 : Prop :=
  forall q L x, 1 <= q <= 2 -> (1 <= L)%nat -> let _ : Prop := x <> 0 in is_derive (closed_potential q L) x (balanced_mirror_map q L x) /\ closed_potential q L 0 = 0 /\ continuous (closed_potential q L) 0.

Definition blow_up_without_1 : Prop :=
  forall q L g D w a b, let _ : Prop := 1 <= q in 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_2 : Prop :=
  forall q L g D w a b, 1 <= q -> let _ : Prop := 0 < g in driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_3 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> let _ : Prop := driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b in forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_4 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, let _ : Prop := a < s < b in smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_5 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> let _ : Prop := smallest q L (fun i => w i s) i0 in 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_6 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let _ : Prop := 0 < output L w s in let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_7 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (let _ : Prop := m q L <= 1 in exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_8 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, let _ : Prop := s <= t < b in output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_9 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (let _ : Prop := 1 < m q L in exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_10 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (let _ : Prop := b = s + Y / apow g (q - 1) in forall B, exists t0, t0 < b /\ forall t, t0 < t < b -> B < output L w t)).

Definition blow_up_without_11 : Prop :=
  forall q L g D w a b, 1 <= q -> 0 < g -> driven_flow q L (fun _ => - apow g (q - 1)) no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < output L w s -> let Lam := Lambda q (fun i => w i s) i0 in (m q L <= 1 -> exists B, forall t, s <= t < b -> output L w t <= B) /\ (1 < m q L -> exists Y : R, is_lim (mirror_map q L Lam (output L w s)) p_infty Y /\ b <= s + Y / apow g (q - 1) /\ (b = s + Y / apow g (q - 1) -> forall B, exists t0, t0 < b /\ forall t, let _ : Prop := t0 < t < b in B < output L w t)).

Definition coercivity_without_1 : Prop :=
  forall q L w i0, let _ : Prop := 1 <= q in smallest q L w i0 -> let Lam := Lambda q w i0 in dP L Lam 0 = mu q L w i0 /\ / metric q L Lam 0 = mu q L w i0 /\ forall x, mu q L w i0 <= / metric q L Lam x.

Definition coercivity_without_2 : Prop :=
  forall q L w i0, 1 <= q -> let _ : Prop := smallest q L w i0 in let Lam := Lambda q w i0 in dP L Lam 0 = mu q L w i0 /\ / metric q L Lam 0 = mu q L w i0 /\ forall x, mu q L w i0 <= / metric q L Lam x.

Definition coercivity_in_q_without_1 : Prop :=
  forall q q' L lambda, let _ : Prop := q < q' in (2 <= L)%nat -> (0 < lambda < 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\ (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

Definition coercivity_in_q_without_2 : Prop :=
  forall q q' L lambda, q < q' -> let _ : Prop := (2 <= L)%nat in (0 < lambda < 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\ (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

Definition coercivity_in_q_without_3 : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat -> (let _ : Prop := 0 < lambda < 1 in mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\ (1 < lambda -> mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

Definition coercivity_in_q_without_4 : Prop :=
  forall q q' L lambda, q < q' -> (2 <= L)%nat -> (0 < lambda < 1 -> mu q' L (one_zero lambda) 0 < mu q L (one_zero lambda) 0) /\ (let _ : Prop := 1 < lambda in mu q L (one_zero lambda) 0 < mu q' L (one_zero lambda) 0).

Definition coercivity_value_without_1 : Prop :=
  forall q L lambda, let _ : Prop := (2 <= L)%nat in 0 < lambda -> mu q L (one_zero lambda) 0 = apow lambda (q * (INR L - 1)).

Definition coercivity_value_without_2 : Prop :=
  forall q L lambda, (2 <= L)%nat -> let _ : Prop := 0 < lambda in mu q L (one_zero lambda) 0 = apow lambda (q * (INR L - 1)).

Definition conjugate_identity_without_2 : Prop :=
  forall q L Lam i0, 1 <= q -> let _ : Prop := invariants L Lam i0 in (forall x z, domain q L Lam x -> domain q L Lam z -> z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\ (forall x, domain q L Lam x -> is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\ (m_0 q L Lam < 1 -> conjugate q L Lam 0 = 0).

Definition conjugate_identity_without_3 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x z, let _ : Prop := domain q L Lam x in domain q L Lam z -> z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\ (forall x, domain q L Lam x -> is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\ (m_0 q L Lam < 1 -> conjugate q L Lam 0 = 0).

Definition conjugate_identity_without_4 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x z, domain q L Lam x -> let _ : Prop := domain q L Lam z in z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\ (forall x, domain q L Lam x -> is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\ (m_0 q L Lam < 1 -> conjugate q L Lam 0 = 0).

Definition conjugate_identity_without_5 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x z, domain q L Lam x -> domain q L Lam z -> z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\ (forall x, let _ : Prop := domain q L Lam x in is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\ (m_0 q L Lam < 1 -> conjugate q L Lam 0 = 0).

Definition conjugate_identity_without_6 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> (forall x z, domain q L Lam x -> domain q L Lam z -> z * grad_potential q L Lam x - potential q L Lam z <= conjugate q L Lam x) /\ (forall x, domain q L Lam x -> is_derive (fun y => INR L * conjugate q L Lam y) x (INR L * x * metric q L Lam x)) /\ (let _ : Prop := m_0 q L Lam < 1 in conjugate q L Lam 0 = 0).

Definition convergence_without_1 : Prop :=
  forall q low n F g h H x D a b B, let _ : Prop := 1 <= q <= 2 in 0 < low -> 0 < B -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, a < s <= t -> t < b -> RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

Definition convergence_without_2 : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> let _ : Prop := 0 < low in 0 < B -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, a < s <= t -> t < b -> RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

Definition convergence_without_3 : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> let _ : Prop := 0 < B in mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, a < s <= t -> t < b -> RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

Definition convergence_without_4 : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> 0 < B -> let _ : Prop := mirror_trajectory q low n F g h H x D a b in (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, a < s <= t -> t < b -> RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

Definition convergence_without_5 : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> 0 < B -> mirror_trajectory q low n F g h H x D a b -> let _ : Prop := (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) in forall s t, a < s <= t -> t < b -> RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

Definition convergence_without_6 : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> 0 < B -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, let _ : Prop := a < s <= t in t < b -> RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

Definition convergence_without_7 : Prop :=
  forall q low n F g h H x D a b B, 1 <= q <= 2 -> 0 < low -> 0 < B -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t /\ Rabs (g k t) <= B) -> forall s t, a < s <= t -> let _ : Prop := t < b in RInt (square_norm n g) s t <= apow B (2 - q) * (F s - F t) / low.

Definition convergence_as_reported_without_1 : Prop :=
  exists q B low a b h D (w : nat -> R -> R), let x := output 2 w in let g t := 2 * x t in 1 <= q <= 2 /\ 1 < B /\ 0 < low /\ steepest_flow q 2 g h no_decay D w a b /\ (forall t, let _ : Prop := a < t < b in Rabs (g t) <= B /\ smallest q 2 (fun i => w i t) 0 /\ mu q 2 (fun i => w i t) 0 = low) /\ exists s t, a < s /\ s < t /\ t < b /\ x s * x s / (low * apow B (2 - q)) < RInt (fun r => g r * g r) s t.

Definition convergence_power_without_1 : Prop :=
  forall q low n F g h H x D a b, let _ : Prop := 1 <= q in 0 < low -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t) -> forall s t, a < s <= t -> t < b -> RInt (power_norm q n g) s t <= (F s - F t) / low.

Definition convergence_power_without_2 : Prop :=
  forall q low n F g h H x D a b, 1 <= q -> let _ : Prop := 0 < low in mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t) -> forall s t, a < s <= t -> t < b -> RInt (power_norm q n g) s t <= (F s - F t) / low.

Definition convergence_power_without_3 : Prop :=
  forall q low n F g h H x D a b, 1 <= q -> 0 < low -> let _ : Prop := mirror_trajectory q low n F g h H x D a b in (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t) -> forall s t, a < s <= t -> t < b -> RInt (power_norm q n g) s t <= (F s - F t) / low.

Definition convergence_power_without_4 : Prop :=
  forall q low n F g h H x D a b, 1 <= q -> 0 < low -> mirror_trajectory q low n F g h H x D a b -> let _ : Prop := (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t) in forall s t, a < s <= t -> t < b -> RInt (power_norm q n g) s t <= (F s - F t) / low.

Definition convergence_power_without_5 : Prop :=
  forall q low n F g h H x D a b, 1 <= q -> 0 < low -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t) -> forall s t, let _ : Prop := a < s <= t in t < b -> RInt (power_norm q n g) s t <= (F s - F t) / low.

Definition convergence_power_without_6 : Prop :=
  forall q low n F g h H x D a b, 1 <= q -> 0 < low -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> continuous (g k) t) -> forall s t, a < s <= t -> let _ : Prop := t < b in RInt (power_norm q n g) s t <= (F s - F t) / low.

Definition dual_decay_without_1 : Prop :=
  forall q L h alpha D w a b, let _ : Prop := 1 <= q in driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

Definition dual_decay_without_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> let _ : Prop := driven_flow q L h alpha D w a b in integrable D a b alpha -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

Definition dual_decay_without_3 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> let _ : Prop := integrable D a b alpha in forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

Definition dual_decay_without_4 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i0 s, let _ : Prop := a < s < b in smallest q L (fun i => w i s) i0 -> 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

Definition dual_decay_without_5 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i0 s, a < s < b -> let _ : Prop := smallest q L (fun i => w i s) i0 in 0 < mu q L (fun i => w i s) i0 -> let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

Definition dual_decay_without_6 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let _ : Prop := 0 < mu q L (fun i => w i s) i0 in let y t := mirror_map q L (Lambda q (fun i => w i t) i0) 0 (output L w t) in moves D a b y (fun t => - h t - alpha t * (INR L * (1 - m q L)) * y t).

Definition end_to_end_without_1 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, let _ : Prop := 1 <= q <= 2 in 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_2 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> let _ : Prop := 0 < low in 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_3 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> let _ : Prop := 0 < B in 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_4 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> let _ : Prop := 0 < sigma in a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_5 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> let _ : Prop := a < s < b in countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_6 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> let _ : Prop := countable D in network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_7 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> let _ : Prop := network_flow q n L grad h no_decay D w a b in let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_8 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in let _ : Prop := moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) in (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_9 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> let _ : Prop := (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) in (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_10 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> let _ : Prop := (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) in (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_11 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> let _ : Prop := (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) in (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_12 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, let _ : Prop := (k < n)%nat in moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_13 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, let _ : Prop := s <= t in t < b -> f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition end_to_end_without_14 : Prop :=
  forall q n L f grad h D w a b s (i0 : nat -> nat) low B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> a < s < b -> countable D -> network_flow q n L grad h no_decay D w a b -> let x t := fun k => output L (w k) t in moves D a b (fun r => f (x r)) (fun t => Sum n (fun k => grad (x t) k * Derive (output L (w k)) t)) -> (forall k, (k < n)%nat -> smallest q L (fun i => w k i s) (i0 k) /\ low <= mu q L (fun i => w k i s) (i0 k)) -> (forall t k, a < t < b -> (k < n)%nat -> Rabs (grad (x t) k) <= B) -> (forall t, a < t < b -> 2 * sigma * (f (x t) - Fstar) <= Sum n (fun k => grad (x t) k * grad (x t) k)) -> (forall k, (k < n)%nat -> moves D a b (fun r => grad_potential q L (Lambda q (fun i => w k i s) (i0 k)) (output L (w k) r)) (fun t => - h k t)) /\ (forall t, s <= t -> let _ : Prop := t < b in f (x t) - Fstar <= (f (x s) - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s)))).

Definition escape_law_without_1 : Prop :=
  forall q L w i0 x1, let _ : Prop := 1 <= q in smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_without_2 : Prop :=
  forall q L w i0 x1, 1 <= q -> let _ : Prop := smallest q L w i0 in (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_without_3 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> let _ : Prop := (forall i, (i < L)%nat -> 0 < w i) in 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_without_4 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> let _ : Prop := 0 < x1 in (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_without_5 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (let _ : Prop := m q L < 1 in filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_without_6 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (let _ : Prop := m q L = 1 in filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (1 < m q L -> exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_law_without_7 : Prop :=
  forall q L w i0 x1, 1 <= q -> smallest q L w i0 -> (forall i, (i < L)%nat -> 0 < w i) -> 0 < x1 -> (m q L < 1 -> filterlim (escape q L w i0 x1) (at_right 0) (locally (apow x1 (1 - m q L) / (INR L * (1 - m q L))))) /\ (m q L = 1 -> filterlim (fun eps => escape q L w i0 x1 eps / ln (/ eps)) (at_right 0) (locally 1)) /\ (let _ : Prop := 1 < m q L in exists Tc, 0 < Tc /\ is_lim (mirror_map q L (Lambda q w i0) (Prod L w)) p_infty Tc /\ filterlim (fun eps => escape q L w i0 x1 eps / apow eps (INR L * (1 - m q L))) (at_right 0) (locally Tc)).

Definition escape_time_without_1 : Prop :=
  forall q L g h D w a b, let _ : Prop := 1 <= q in steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_2 : Prop :=
  forall q L g h D w a b, 1 <= q -> let _ : Prop := steepest_flow q L g h no_decay D w a b in forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_3 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, let _ : Prop := a < r < b in smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_4 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> let _ : Prop := smallest q L (fun i => w i r) i0 in let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_5 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, let _ : Prop := 0 < g1 in (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_6 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> let _ : Prop := (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) in forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_7 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, let _ : Prop := a < s <= t in t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_8 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> let _ : Prop := t < b in let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (g1 = g2 -> t - s = rise / apow g1 (q - 1)).

Definition escape_time_without_9 : Prop :=
  forall q L g h D w a b, 1 <= q -> steepest_flow q L g h no_decay D w a b -> forall i0 r, a < r < b -> smallest q L (fun i => w i r) i0 -> let Lam := Lambda q (fun i => w i r) i0 in forall c g1 g2, 0 < g1 -> (forall t, a < t < b -> same_side L Lam c (output L w t) /\ g1 <= - g t <= g2) -> forall s t, a < s <= t -> t < b -> let rise := mirror_map q L Lam c (output L w t) - mirror_map q L Lam c (output L w s) in apow g1 (q - 1) * (t - s) <= rise <= apow g2 (q - 1) * (t - s) /\ (let _ : Prop := g1 = g2 in t - s = rise / apow g1 (q - 1)).

Definition essentially_smooth_without_1 : Prop :=
  forall q L Lam i0, let _ : Prop := 1 <= q in invariants L Lam i0 -> 1 <= m_0 q L Lam -> forall B, exists d, 0 < d /\ forall x, 0 < x < d -> grad_potential q L Lam x < B.

Definition essentially_smooth_without_2 : Prop :=
  forall q L Lam i0, 1 <= q -> let _ : Prop := invariants L Lam i0 in 1 <= m_0 q L Lam -> forall B, exists d, 0 < d /\ forall x, 0 < x < d -> grad_potential q L Lam x < B.

Definition essentially_smooth_without_3 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> let _ : Prop := 1 <= m_0 q L Lam in forall B, exists d, 0 < d /\ forall x, 0 < x < d -> grad_potential q L Lam x < B.

Definition essentially_smooth_without_4 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> 1 <= m_0 q L Lam -> forall B, exists d, 0 < d /\ forall x, let _ : Prop := 0 < x < d in grad_potential q L Lam x < B.

Definition finite_time_without_1 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, let _ : Prop := 1 <= q < 2 in 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_without_2 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> let _ : Prop := 0 < low in 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_without_3 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> let _ : Prop := 0 < sigma in mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_without_4 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> let _ : Prop := mirror_trajectory q low n F g h H x D a b in (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_without_5 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> let _ : Prop := (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) in forall s t, a < s < b -> a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_without_6 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, let _ : Prop := a < s < b in a < t < b -> s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_without_7 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> let _ : Prop := a < t < b in s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t -> F t = Fstar.

Definition finite_time_without_8 : Prop :=
  forall q low n F g h H x D a b Fstar sigma, 1 <= q < 2 -> 0 < low -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall t, a < t < b -> Fstar <= F t /\ 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s < b -> a < t < b -> let _ : Prop := s + apow (F s - Fstar) (1 - q / 2) / (low * apow (2 * sigma) (q / 2) * (1 - q / 2)) <= t in F t = Fstar.

Definition generic_coercivity_without_1 : Prop :=
  (forall q L w i0, let _ : Prop := 1 <= q in unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_without_2 : Prop :=
  (forall q L w i0, 1 <= q -> let _ : Prop := unique_smallest L w i0 in 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_without_3 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, let _ : Prop := 1 <= q in q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_without_4 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> let _ : Prop := q < q' in (2 <= L)%nat -> unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_without_5 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> let _ : Prop := (2 <= L)%nat in unique_smallest L w i0 -> (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_without_6 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> let _ : Prop := unique_smallest L w i0 in (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) -> mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition generic_coercivity_without_7 : Prop :=
  (forall q L w i0, 1 <= q -> unique_smallest L w i0 -> 0 < mu q L w i0) /\ (forall q q' L w i0, 1 <= q -> q < q' -> (2 <= L)%nat -> unique_smallest L w i0 -> let _ : Prop := (forall i, (i < L)%nat -> Rabs (w i) <= exp (-1)) in mu q' L w i0 < mu q L w i0) /\ (let w i := match i with O => 1 / 10 | _ => 95 / 100 end in unique_smallest 2 w 0 /\ mu 1 2 w 0 = 85 / 100 /\ mu 2 2 w 0 = 8925 / 10000).

Definition inverse_without_1 : Prop :=
  forall L Lam i0, let _ : Prop := invariants L Lam i0 in (forall u, is_derive (P L Lam) u (dP L Lam u)) /\ (forall y, 0 <= y -> 0 <= U L Lam y /\ P L Lam (U L Lam y) = y) /\ (forall u, 0 <= u -> U L Lam (P L Lam u) = u).

Definition inverse_without_2 : Prop :=
  forall L Lam i0, invariants L Lam i0 -> (forall u, is_derive (P L Lam) u (dP L Lam u)) /\ (forall y, let _ : Prop := 0 <= y in 0 <= U L Lam y /\ P L Lam (U L Lam y) = y) /\ (forall u, 0 <= u -> U L Lam (P L Lam u) = u).

Definition inverse_without_3 : Prop :=
  forall L Lam i0, invariants L Lam i0 -> (forall u, is_derive (P L Lam) u (dP L Lam u)) /\ (forall y, 0 <= y -> 0 <= U L Lam y /\ P L Lam (U L Lam y) = y) /\ (forall u, let _ : Prop := 0 <= u in U L Lam (P L Lam u) = u).

Definition linear_rate_without_1 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, let _ : Prop := 1 <= q <= 2 in 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_2 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> let _ : Prop := 0 < low in 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_3 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> let _ : Prop := 0 < B in 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_4 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> let _ : Prop := 0 < sigma in mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_5 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> let _ : Prop := mirror_trajectory q low n F g h H x D a b in (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_6 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> let _ : Prop := (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) in (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_7 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> let _ : Prop := (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) in forall s t, a < s <= t -> t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_8 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, let _ : Prop := a < s <= t in t < b -> F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition linear_rate_without_9 : Prop :=
  forall q low n F g h H x D a b B Fstar sigma, 1 <= q <= 2 -> 0 < low -> 0 < B -> 0 < sigma -> mirror_trajectory q low n F g h H x D a b -> (forall k t, (k < n)%nat -> a < t < b -> Rabs (g k t) <= B) -> (forall t, a < t < b -> 2 * sigma * (F t - Fstar) <= square_norm n g t) -> forall s t, a < s <= t -> let _ : Prop := t < b in F t - Fstar <= (F s - Fstar) * exp (- (2 * sigma * low * apow B (q - 2) * (t - s))).

Definition metric_along_flow_without_1 : Prop :=
  forall q L h D w a b, let _ : Prop := 1 <= q in driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_without_2 : Prop :=
  forall q L h D w a b, 1 <= q -> let _ : Prop := driven_flow q L h no_decay D w a b in forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_without_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, let _ : Prop := a < s < b in smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_without_4 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> let _ : Prop := smallest q L (fun i => w i s) i0 in let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, a < t < b -> apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_along_flow_without_5 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in invariants L Lam i0 /\ (forall t, let _ : Prop := a < t < b in apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\ moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).

Definition metric_exponents_without_1 : Prop :=
  forall q L Lam i0, let _ : Prop := 1 <= q in invariants L Lam i0 -> (forall x, metric q L Lam (- x) = metric q L Lam x) /\ is_lim (fun x => metric q L Lam x * apow x (m_0 q L Lam)) 0 (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)) /\ is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).

Definition metric_exponents_without_2 : Prop :=
  forall q L Lam i0, 1 <= q -> let _ : Prop := invariants L Lam i0 in (forall x, metric q L Lam (- x) = metric q L Lam x) /\ is_lim (fun x => metric q L Lam x * apow x (m_0 q L Lam)) 0 (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)) /\ is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).

Definition metric_l2_without_1 : Prop :=
  forall q lambda x, let _ : Prop := 1 <= q in 0 <= lambda -> x <> 0 \/ 0 < lambda -> metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x q + lambda * lambda).

Definition metric_l2_without_2 : Prop :=
  forall q lambda x, 1 <= q -> let _ : Prop := 0 <= lambda in x <> 0 \/ 0 < lambda -> metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x q + lambda * lambda).

Definition metric_l2_without_3 : Prop :=
  forall q lambda x, 1 <= q -> 0 <= lambda -> let _ : Prop := x <> 0 \/ 0 < lambda in metric q 2 (fun i => match i with O => 0 | _ => lambda end) x = / sqrt (4 * apow x q + lambda * lambda).

Definition mirror_flow_without_1 : Prop :=
  forall q L h D w a b, let _ : Prop := 1 <= q in driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in forall c, (forall t, a < t < b -> same_side L Lam c (output L w t)) -> moves D a b (fun r => mirror_map q L Lam c (output L w r)) (fun t => - h t).

Definition mirror_flow_without_2 : Prop :=
  forall q L h D w a b, 1 <= q -> let _ : Prop := driven_flow q L h no_decay D w a b in forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in forall c, (forall t, a < t < b -> same_side L Lam c (output L w t)) -> moves D a b (fun r => mirror_map q L Lam c (output L w r)) (fun t => - h t).

Definition mirror_flow_without_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, let _ : Prop := a < s < b in smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in forall c, (forall t, a < t < b -> same_side L Lam c (output L w t)) -> moves D a b (fun r => mirror_map q L Lam c (output L w r)) (fun t => - h t).

Definition mirror_flow_without_4 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> let _ : Prop := smallest q L (fun i => w i s) i0 in let Lam := Lambda q (fun i => w i s) i0 in forall c, (forall t, a < t < b -> same_side L Lam c (output L w t)) -> moves D a b (fun r => mirror_map q L Lam c (output L w r)) (fun t => - h t).

Definition mirror_flow_without_5 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in forall c, let _ : Prop := (forall t, a < t < b -> same_side L Lam c (output L w t)) in moves D a b (fun r => mirror_map q L Lam c (output L w r)) (fun t => - h t).

Definition mirror_integral_without_1 : Prop :=
  forall q L h D w a b, let _ : Prop := 1 <= q in driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_2 : Prop :=
  forall q L h D w a b, 1 <= q -> let _ : Prop := driven_flow q L h no_decay D w a b in integrable D a b h -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> let _ : Prop := integrable D a b h in forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_4 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, let _ : Prop := a < s < b in smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_5 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, a < s < b -> let _ : Prop := smallest q L (fun i => w i s) i0 in let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_6 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in let _ : Prop := (forall t, a < t < b -> domain q L Lam (output L w t)) in 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_7 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> let _ : Prop := 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) in forall r t, a < r < b -> a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_8 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, let _ : Prop := a < r < b in a < t < b -> grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_integral_without_9 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> integrable D a b h -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> 0 < dP L Lam 0 \/ countable (fun t => output L w t = 0) -> forall r t, a < r < b -> let _ : Prop := a < t < b in grad_potential q L Lam (output L w t) - grad_potential q L Lam (output L w r) = - RInt h r t.

Definition mirror_map_derivative_without_1 : Prop :=
  forall q L Lam i0 c x, let _ : Prop := 1 <= q in invariants L Lam i0 -> same_side L Lam c x -> is_derive (mirror_map q L Lam c) x (metric q L Lam x) /\ 0 < metric q L Lam x.

Definition mirror_map_derivative_without_2 : Prop :=
  forall q L Lam i0 c x, 1 <= q -> let _ : Prop := invariants L Lam i0 in same_side L Lam c x -> is_derive (mirror_map q L Lam c) x (metric q L Lam x) /\ 0 < metric q L Lam x.

Definition mirror_map_derivative_without_3 : Prop :=
  forall q L Lam i0 c x, 1 <= q -> invariants L Lam i0 -> let _ : Prop := same_side L Lam c x in is_derive (mirror_map q L Lam c) x (metric q L Lam x) /\ 0 < metric q L Lam x.

Definition onto_without_2 : Prop :=
  forall q L Lam i0, 1 <= q -> let _ : Prop := invariants L Lam i0 in ((forall y, exists x, domain q L Lam x /\ grad_potential q L Lam x = y) <-> m q L <= 1).

Definition onto_exponents_without_1 : Prop :=
  forall L, let _ : Prop := (1 <= L)%nat in (forall q p, 1 < q -> / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\ (m 2 L <= 1 <-> (L <= 2)%nat) /\ m 1 L <= 1.

Definition onto_exponents_without_2 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, let _ : Prop := 1 < q in / p + / q = 1 -> (m q L <= 1 <-> INR L <= p)) /\ (m 2 L <= 1 <-> (L <= 2)%nat) /\ m 1 L <= 1.

Definition onto_exponents_without_3 : Prop :=
  forall L, (1 <= L)%nat -> (forall q p, 1 < q -> let _ : Prop := / p + / q = 1 in (m q L <= 1 <-> INR L <= p)) /\ (m 2 L <= 1 <-> (L <= 2)%nat) /\ m 1 L <= 1.

Definition potential_derivatives_without_2 : Prop :=
  forall q L Lam i0, 1 <= q -> let _ : Prop := invariants L Lam i0 in forall x, domain q L Lam x -> is_derive (potential q L Lam) x (grad_potential q L Lam x) /\ continuous (grad_potential q L Lam) x /\ (x <> 0 -> is_derive (grad_potential q L Lam) x (metric q L Lam x)) /\ (0 < dP L Lam 0 -> m_0 q L Lam < 1 /\ grad_potential q L Lam x = mirror_map q L Lam 0 x).

Definition potential_derivatives_without_3 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x, let _ : Prop := domain q L Lam x in is_derive (potential q L Lam) x (grad_potential q L Lam x) /\ continuous (grad_potential q L Lam) x /\ (x <> 0 -> is_derive (grad_potential q L Lam) x (metric q L Lam x)) /\ (0 < dP L Lam 0 -> m_0 q L Lam < 1 /\ grad_potential q L Lam x = mirror_map q L Lam 0 x).

Definition potential_derivatives_without_4 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x, domain q L Lam x -> is_derive (potential q L Lam) x (grad_potential q L Lam x) /\ continuous (grad_potential q L Lam) x /\ (let _ : Prop := x <> 0 in is_derive (grad_potential q L Lam) x (metric q L Lam x)) /\ (0 < dP L Lam 0 -> m_0 q L Lam < 1 /\ grad_potential q L Lam x = mirror_map q L Lam 0 x).

Definition potential_derivatives_without_5 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x, domain q L Lam x -> is_derive (potential q L Lam) x (grad_potential q L Lam x) /\ continuous (grad_potential q L Lam) x /\ (x <> 0 -> is_derive (grad_potential q L Lam) x (metric q L Lam x)) /\ (let _ : Prop := 0 < dP L Lam 0 in m_0 q L Lam < 1 /\ grad_potential q L Lam x = mirror_map q L Lam 0 x).

Definition potential_flow_without_1 : Prop :=
  forall q L h D w a b, let _ : Prop := 1 <= q in driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition potential_flow_without_2 : Prop :=
  forall q L h D w a b, 1 <= q -> let _ : Prop := driven_flow q L h no_decay D w a b in forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition potential_flow_without_3 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, let _ : Prop := a < s < b in smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition potential_flow_without_4 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> let _ : Prop := smallest q L (fun i => w i s) i0 in let Lam := Lambda q (fun i => w i s) i0 in (forall t, a < t < b -> domain q L Lam (output L w t)) -> moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition potential_flow_without_5 : Prop :=
  forall q L h D w a b, 1 <= q -> driven_flow q L h no_decay D w a b -> forall i0 s, a < s < b -> smallest q L (fun i => w i s) i0 -> let Lam := Lambda q (fun i => w i s) i0 in let _ : Prop := (forall t, a < t < b -> domain q L Lam (output L w t)) in moves (fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) a b (fun r => grad_potential q L Lam (output L w r)) (fun t => - h t).

Definition regularizer_coupled_without_1 : Prop :=
  forall q L g alpha D w a b, let _ : Prop := 1 <= q in (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_without_2 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> let _ : Prop := (1 <= L)%nat in coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_without_3 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> let _ : Prop := coupled_flow q L g alpha D w a b in balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_without_4 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> let _ : Prop := balanced q L w a b in (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_without_5 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> let _ : Prop := (forall t, a < t < b -> output L w t <> 0) in let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, x <> 0 -> is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_coupled_without_6 : Prop :=
  forall q L g alpha D w a b, 1 <= q -> (1 <= L)%nat -> coupled_flow q L g alpha D w a b -> balanced q L w a b -> (forall t, a < t < b -> output L w t <> 0) -> let G t := g t + alpha t * spow (output L w t) (2 / INR L - 1) in steepest_flow q L G (fun t => spow (G t) (q - 1)) no_decay D w a b /\ forall x, let _ : Prop := x <> 0 in is_derive (coupled_regularizer L) x (spow x (2 / INR L - 1)).

Definition regularizer_decoupled_without_1 : Prop :=
  forall q L h alpha D w a b, let _ : Prop := 1 <= q in driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_2 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> let _ : Prop := driven_flow q L h alpha D w a b in (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_3 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, let _ : Prop := a < t < b in ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_4 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> let _ : Prop := ~ D t in smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_5 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> let _ : Prop := smallest q L (fun i => w i t) i0 in let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_6 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in let _ : Prop := same_side L Lam (output L w t) (output L w t) in metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_7 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (let _ : Prop := q <= 2 in (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_8 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> let _ : Prop := (1 <= L)%nat in balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_9 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> let _ : Prop := balanced q L w a b in forall t, a < t < b -> ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_10 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, let _ : Prop := a < t < b in ~ D t -> output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_11 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> let _ : Prop := ~ D t in output L w t <> 0 -> is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition regularizer_decoupled_without_12 : Prop :=
  forall q L h alpha D w a b, 1 <= q -> driven_flow q L h alpha D w a b -> (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 -> let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) -> metric q L Lam (output L w t) * Derive (output L w) t = - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\ (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> let _ : Prop := output L w t <> 0 in is_derive (fun s => balanced_mirror_map q L (output L w s)) t (- h t - alpha t * spow (output L w t) (1 - m q L)) /\ is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).

Definition sign_flow_exponent_without_1 : Prop :=
  (forall L, let _ : Prop := (1 <= L)%nat in 2 - m 1 L = 1 + / INR L /\ 1 < 2 - m 1 L) /\ is_lim_seq (fun L => 2 - m 1 L) 1.

Definition strictly_convex_without_2 : Prop :=
  forall q L Lam i0, 1 <= q -> let _ : Prop := invariants L Lam i0 in forall x y r, domain q L Lam x -> domain q L Lam y -> x <> y -> 0 < r < 1 -> potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

Definition strictly_convex_without_3 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x y r, let _ : Prop := domain q L Lam x in domain q L Lam y -> x <> y -> 0 < r < 1 -> potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

Definition strictly_convex_without_4 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x y r, domain q L Lam x -> let _ : Prop := domain q L Lam y in x <> y -> 0 < r < 1 -> potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

Definition strictly_convex_without_5 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x y r, domain q L Lam x -> domain q L Lam y -> let _ : Prop := x <> y in 0 < r < 1 -> potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

Definition strictly_convex_without_6 : Prop :=
  forall q L Lam i0, 1 <= q -> invariants L Lam i0 -> forall x y r, domain q L Lam x -> domain q L Lam y -> x <> y -> let _ : Prop := 0 < r < 1 in potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.

Definition table1_without_1 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, let _ : Prop := x <> 0 in (forall q, q < 2 -> is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).

Definition table1_without_2 : Prop :=
  2 - m 2 2 = 1 /\ 2 - m 1 2 = 3 / 2 /\ 2 / INR 2 = 1 /\ (forall q, is_lim_seq (fun L => 2 - m q L) (2 - q)) /\ is_lim_seq (fun L => 2 / INR L) 0 /\ forall x, x <> 0 -> (forall q, let _ : Prop := q < 2 in is_lim_seq (fun L => decoupled_regularizer q L x) (apow x (2 - q) / (2 - q))) /\ is_lim_seq (fun L => decoupled_regularizer 2 L x - INR L / 2) (ln (Rabs x)) /\ is_lim_seq (fun L => coupled_regularizer L x - INR L / 2) (ln (Rabs x)).
