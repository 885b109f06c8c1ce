(** Balance: |w_i|^q - |w_j|^q is conserved without decay and shrinks by exp(-q int alpha) with decay. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics.
Local Open Scope R_scope.

(** d|w_i|^q/dt = - q <x>^(q-1) <g>^(q-1) - q alpha |w_i|^q: the first term does not depend on i. *)
Lemma weight_power_rate q L g alpha w a b i t :
  steepest_flow q L g alpha w a b -> no_switching q L w a b -> (i < L)%nat -> a < t < b ->
  is_derive (fun s => apow (w i s) q) t
    (- q * spow (g t) (q - 1) * spow (output L w t) (q - 1) - q * alpha t * apow (w i t) q).
Proof.
  intros Hf Hq Hi Ht.
  assert (Hw : 1 < q \/ w i t <> 0).
  { destruct Hq as [Hq | [_ Hx]]; [now left | right].
    exact (Prod_nz L (fun j => w j t) (Hx t Ht) i Hi). }
  replace (_ - _) with ((- spow (g t * others L i (fun j => w j t)) (q - 1) - alpha t * w i t)
      * (q * spow (w i t) (q - 1))).
  - apply (is_derive_comp (fun y => apow y q) (w i)); [now apply is_derive_apow | now apply Hf].
  - unfold output. rewrite <- (Prod_others L i) by assumption. rewrite !spow_mult.
    rewrite <- (spow_self (w i t) q). ring.
Qed.

Lemma difference_rate q L g alpha w a b i j t :
  steepest_flow q L g alpha w a b -> no_switching q L w a b -> (i < L)%nat -> (j < L)%nat -> a < t < b ->
  is_derive (fun s => apow (w i s) q - apow (w j s) q) t
    (- q * alpha t * (apow (w i t) q - apow (w j t) q)).
Proof.
  intros Hf Hq Hi Hj Ht.
  pose proof (weight_power_rate _ _ _ _ _ _ _ i t Hf Hq Hi Ht) as Di.
  pose proof (weight_power_rate _ _ _ _ _ _ _ j t Hf Hq Hj Ht) as Dj.
  evar_last; [apply (is_derive_minus (fun s => apow (w i s) q) (fun s => apow (w j s) q) t _ _ Di Dj) |].
  unfold minus, plus, opp; simpl. ring.
Qed.

Theorem balance_rate : balance_rate_statement.
Proof. intros q n L grad alpha w a b H k Hk Hq i j t Hi Hj Ht. eapply difference_rate; eauto. Qed.

Lemma difference_conserved q L g w a b i j s t :
  steepest_flow q L g no_decay w a b -> no_switching q L w a b -> (i < L)%nat -> (j < L)%nat ->
  a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.
Proof.
  intros Hf Hq Hi Hj Hs Ht.
  apply (derive_zero_const (fun r => apow (w i r) q - apow (w j r) q) a b); auto.
  intros r Hr. replace 0 with (- q * no_decay r * (apow (w i r) q - apow (w j r) q)) by (unfold no_decay; ring).
  eapply difference_rate; eauto.
Qed.

Theorem balance : balance_statement.
Proof. intros q n L grad w a b H k Hk Hq i j s t Hi Hj Hs Ht. eapply difference_conserved; eauto. Qed.

Lemma difference_decays q L g alpha w a b i j s t :
  steepest_flow q L g alpha w a b -> (forall r, a < r < b -> continuous alpha r) -> no_switching q L w a b ->
  (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b ->
  apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).
Proof.
  intros Hf Hc Hq Hi Hj Hs Ht.
  set (D := fun r => apow (w i r) q - apow (w j r) q).
  set (A := fun r => RInt alpha s r).
  assert (E : D t * exp (q * A t) = D s * exp (q * A s)).
  { apply (derive_zero_const (fun r => D r * exp (q * A r)) a b); auto.
    intros r Hr.
    assert (DD : is_derive D r (- q * alpha r * D r)) by (unfold D; eapply difference_rate; eauto).
    assert (DA : is_derive A r (alpha r)) by (apply (is_derive_integral alpha a b); auto).
    assert (DE : is_derive (fun r => exp (q * A r)) r (q * alpha r * exp (q * A r))).
    { apply (is_derive_comp exp (fun r => q * A r)); [apply is_derive_exp |].
      apply is_derive_scal, DA. }
    evar_last; [apply (is_derive_mult D (fun r => exp (q * A r)) r _ _ DD DE); intros; apply Rmult_comm |].
    unfold plus, mult; simpl. ring. }
  assert (A0 : A s = 0) by apply integral_point.
  rewrite A0, Rmult_0_r, exp_0, Rmult_1_r in E. fold (D t) (D s). rewrite <- E.
  change (RInt alpha s t) with (A t). generalize (A t : R). intros y.
  rewrite Rmult_assoc, <- exp_plus. replace (q * y + - q * y) with 0 by ring. rewrite exp_0. ring.
Qed.

Theorem balance_decay : balance_decay_statement.
Proof. intros q n L grad alpha w a b H Hc k Hk Hq i j s t Hi Hj Hs Ht. eapply difference_decays; eauto. Qed.
