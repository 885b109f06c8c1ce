(** Balance: |w_i|^q - |w_j|^q is conserved without decay and shrinks by exp(-q int alpha) with decay. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions.
Local Open Scope R_scope.

(** d|w_i|^q/dt = - q <x>^(q-1) h - q alpha |w_i|^q: the first term does not depend on i. At q = 1 where w_i is not 0. *)
Lemma weight_power_rate q L h alpha D w a b i t :
  driven_flow q L h alpha D w a b -> (i < L)%nat -> a < t < b -> ~ D t -> 1 < q \/ w i t <> 0 ->
  is_derive (fun s => apow (w i s) q) t
    (- q * h t * spow (output L w t) (q - 1) - q * alpha t * apow (w i t) q).
Proof.
  intros [_ Hf] Hi Ht Hn Hw.
  replace (_ - _) with ((- spow (others L i (fun j => w j t)) (q - 1) * h t - alpha t * w i t)
      * (q * spow (w i t) (q - 1))).
  - apply (is_derive_comp (fun y => apow y q) (w i)); [now apply is_derive_apow | now apply (Hf i Hi t Ht)].
  - unfold output. rewrite <- (Prod_others L i) by assumption. rewrite !spow_mult.
    rewrite <- (spow_self (w i t) q). ring.
Qed.

(** |f| has the derivative 0 where f and its derivative are 0. *)
Lemma is_derive_abs_flat (f : R -> R) t : is_derive f t 0 -> f t = 0 -> is_derive (fun s => Rabs (f s)) t 0.
Proof.
  intros Df E. apply is_derive_Reals in Df. apply is_derive_Reals. intros eps Heps.
  destruct (Df eps Heps) as [d Hd]. exists d. intros r Hr Hrd. specialize (Hd r Hr Hrd).
  rewrite E, Rabs_R0, !Rminus_0_r in *. unfold Rdiv in *. rewrite Rabs_mult, Rabs_Rabsolu, <- Rabs_mult. exact Hd.
Qed.

(** At q = 1 where w_i is 0 and stays so at first order. *)
Lemma weight_rate_flat L h alpha D w a b i t :
  driven_flow 1 L h alpha D w a b -> (i < L)%nat -> a < t < b -> ~ D t -> w i t = 0 ->
  spow (others L i (fun j => w j t)) (1 - 1) * h t = 0 ->
  is_derive (fun s => apow (w i s) 1) t
    (- (1) * h t * spow (output L w t) (1 - 1) - 1 * alpha t * apow (w i t) 1).
Proof.
  intros [_ Hf] Hi Ht Hn E H0. destruct (Hf i Hi t Ht) as [_ Dw]. specialize (Dw Hn).
  apply (is_derive_ext (fun s => Rabs (w i s))); [intros; now rewrite apow_one |].
  replace (_ - _) with 0.
  - apply is_derive_abs_flat; [| assumption].
    replace 0 with (- spow (others L i (fun j => w j t)) (1 - 1) * h t - alpha t * w i t) by (rewrite E; lra).
    exact Dw.
  - unfold output. rewrite <- (Prod_others L i) by assumption. rewrite E, Rmult_0_r, spow_0, apow_0. ring.
Qed.

Lemma difference_rate q L h alpha D w a b i j t :
  1 <= q -> driven_flow q L h alpha D w a b -> (i < L)%nat -> (j < L)%nat -> a < t < b -> ~ D t ->
  (forall k, (k < L)%nat -> 1 < q \/ w k t <> 0 \/ spow (others L k (fun j => w j t)) (q - 1) * h t = 0) ->
  is_derive (fun s => apow (w i s) q - apow (w j s) q) t
    (- q * alpha t * (apow (w i t) q - apow (w j t) q)).
Proof.
  intros Hq Hf Hi Hj Ht Hn Hw.
  assert (K : forall k, (k < L)%nat -> is_derive (fun s => apow (w k s) q) t
    (- q * h t * spow (output L w t) (q - 1) - q * alpha t * apow (w k t) q)).
  { intros k Hk. destruct (Req_dec (w k t) 0) as [E | E].
    - destruct Hq as [Hq | <-]; [apply (weight_power_rate q L h alpha D w a b); auto |].
      apply (weight_rate_flat L h alpha D w a b); auto. destruct (Hw k Hk) as [| []]; [lra | contradiction | assumption].
    - apply (weight_power_rate q L h alpha D w a b); auto. }
  evar_last; [apply (is_derive_minus (fun s => apow (w i s) q) (fun s => apow (w j s) q) t _ _ (K i Hi) (K j Hj)) |].
  unfold minus, plus, opp; simpl. ring.
Qed.

Theorem balance_rate : balance_rate_statement.
Proof.
  intros q L h alpha D w a b Hq H i j t Hi Hj Ht Hn Hx. eapply difference_rate; eauto.
  intros k Hk. destruct Hx as [Hx | Hx]; [now left | right; left].
  exact (Prod_nz L (fun j => w j t) Hx k Hk).
Qed.

(** Where w_k crosses 0 with a kink of |w_k| (q = 1, all other weights and h not 0), no weight is 0 at other times nearby. *)
Lemma crossing_isolated L h alpha D w a b k t :
  driven_flow 1 L h alpha D w a b -> (k < L)%nat -> a < t < b -> ~ D t -> w k t = 0 ->
  spow (others L k (fun j => w j t)) (1 - 1) * h t <> 0 ->
  exists d, 0 < d /\ forall r, a < r < b -> Rabs (r - t) < d -> r <> t -> forall i, (i < L)%nat -> w i r <> 0.
Proof.
  intros [_ Hf] Hk Ht Hn E H0.
  destruct (common_radius L (fun i s => s <> 0 -> w i (t + s) <> 0)) as [d [Hd K]].
  - intros i Hi. destruct (Nat.eq_dec i k) as [-> | Hik].
    + destruct (Hf k Hk t Ht) as [_ Dk]. specialize (Dk Hn).
      destruct (simple_zero (w k) t _ Dk E) as [d [Hd K]]; [rewrite E; intros E'; apply H0; lra |].
      exists d. split; [assumption |]. intros r Hr Hr0. apply K; [| lra].
      replace (t + r - t) with r by ring. assumption.
    + destruct (Hf i Hi t Ht) as [Ci _].
      assert (Hwi : w i t <> 0).
      { assert (Ho : others L k (fun j => w j t) <> 0).
        { intros E'. apply H0. rewrite E', spow_0. ring. }
        pose proof (Prod_nz L _ Ho i Hi) as N. cbv beta in N.
        destruct (Nat.eqb_spec i k); [contradiction | exact N]. }
      destruct (continuous_nonzero (w i) t Ci Hwi) as [d [Hd K]].
      exists d. split; [assumption |]. intros r Hr _. apply K. replace (t + r - t) with r by ring. assumption.
  - exists d. split; [assumption |]. intros r Hr Hrt Hne i Hi.
    replace r with (t + (r - t)) by ring. apply (K (r - t)); auto. lra.
Qed.

(** (|w_i|^q - |w_j|^q) times e^(q A) is constant for every antiderivative A of alpha. *)
Lemma difference_constant q L h alpha D w a b (A : R -> R) i j s t :
  1 <= q -> driven_flow q L h alpha D w a b -> moves D a b A alpha -> (i < L)%nat -> (j < L)%nat ->
  a < s < b -> a < t < b ->
  (apow (w i t) q - apow (w j t) q) * exp (q * A t) = (apow (w i s) q - apow (w j s) q) * exp (q * A s).
Proof.
  intros Hq Hf HA Hi Hj Hs Ht.
  set (f := fun r => (apow (w i r) q - apow (w j r) q) * exp (q * A r)). change (f t = f s).
  assert (Hgood : forall r, a < r < b -> ~ D r ->
    (forall k, (k < L)%nat -> 1 < q \/ w k r <> 0 \/ spow (others L k (fun j => w j r)) (q - 1) * h r = 0) ->
    is_derive f r 0).
  { intros r Hr Hn Hw. pose proof (difference_rate q L h alpha D w a b i j r Hq Hf Hi Hj Hr Hn Hw) as DD.
    destruct (HA r Hr) as [_ DA]. specialize (DA Hn).
    assert (DE : is_derive (fun r => exp (q * A r)) r (q * alpha r * exp (q * A r))).
    { apply (is_derive_comp exp (fun r => q * A r)); [apply is_derive_exp |]. now apply is_derive_scal. }
    evar_last; [apply (is_derive_mult _ (fun r => exp (q * A r)) r _ _ DD DE); intros; apply Rmult_comm |].
    unfold plus, mult; simpl. ring. }
  pose proof Hf as [HD Hm].
  apply (rate_zero_isolated f D a b HD); auto.
  - intros r Hr. apply (continuous_mult (fun r => apow (w i r) q - apow (w j r) q) (fun r => exp (q * A r))).
    + apply (continuous_minus (fun r => apow (w i r) q) (fun r => apow (w j r) q));
        (apply (continuous_comp (w _) (fun y => apow y q)); [now apply Hm | apply continuous_apow; lra]).
    + apply (continuous_comp (fun r => q * A r) exp).
      * apply (continuous_scal_r q A). now apply HA.
      * apply (ex_derive_continuous exp). auto_derive; trivial.
  - intros r Hr Hn.
    destruct (Req_dec q 1) as [-> | Hq1].
    2:{ left. apply Hgood; auto. intros; left; lra. }
    destruct (classic_index L (fun k => w k r = 0 /\ spow (others L k (fun j => w j r)) (1 - 1) * h r <> 0))
      as [[k [Hk [E H0]]] | Hnone].
    + intros k. destruct (Req_EM_T (w k r) 0); [| tauto].
      destruct (Req_EM_T (spow (others L k (fun j => w j r)) (1 - 1) * h r) 0); tauto.
    + right. destruct (crossing_isolated L h alpha D w a b k r Hf Hk Hr Hn E H0) as [d [Hd K]].
      exists d. split; [assumption |]. intros v Hv Hvd Hne Hnv. apply Hgood; auto.
    + left. apply Hgood; auto. intros k Hk. right.
      destruct (Req_EM_T (w k r) 0); [| tauto].
      destruct (Req_EM_T (spow (others L k (fun j => w j r)) (1 - 1) * h r) 0); [tauto |].
      exfalso. apply (Hnone k Hk). tauto.
Qed.

Lemma difference_conserved q L h D w a b i j s t :
  1 <= q -> driven_flow q L h no_decay D w a b -> (i < L)%nat -> (j < L)%nat ->
  a < s < b -> a < t < b -> apow (w i t) q - apow (w j t) q = apow (w i s) q - apow (w j s) q.
Proof.
  intros Hq Hf Hi Hj Hs Ht.
  pose proof (difference_constant q L h no_decay D w a b (fun _ => 0) i j s t Hq Hf) as E. cbv beta in E.
  rewrite Rmult_0_r, exp_0, !Rmult_1_r in E. apply E; auto.
  apply moves_smooth. intros r _. apply (is_derive_const 0).
Qed.

Theorem balance : balance_statement.
Proof. intros q L h D w a b Hq H i j s t Hi Hj Hs Ht. eapply difference_conserved; eauto. Qed.

Lemma difference_decays q L h alpha D w a b i j s t :
  1 <= q -> driven_flow q L h alpha D w a b -> integrable D a b alpha ->
  (i < L)%nat -> (j < L)%nat -> a < s < b -> a < t < b ->
  apow (w i t) q - apow (w j t) q = (apow (w i s) q - apow (w j s) q) * exp (- q * RInt alpha s t).
Proof.
  intros Hq Hf Hc Hi Hj Hs Ht.
  set (A := fun r => RInt alpha s r).
  pose proof (difference_constant q L h alpha D w a b A i j s t Hq Hf (moves_integral D a b alpha s Hc Hs) Hi Hj Hs Ht) as E.
  assert (A0 : A s = 0) by apply integral_point.
  rewrite A0, Rmult_0_r, exp_0, Rmult_1_r in E. rewrite <- E.
  change (RInt alpha s t) with (A t). generalize (A t : R). intros y.
  rewrite Rmult_assoc, <- exp_plus. replace (q * y + - q * y) with 0 by ring. rewrite exp_0. ring.
Qed.

Theorem balance_decay : balance_decay_statement.
Proof. intros q L h alpha D w a b Hq H Hc i j s t Hi Hj Hs Ht. eapply difference_decays; eauto. Qed.
