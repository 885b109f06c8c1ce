(** Homogeneity of R' under w -> c w, and the exact decay of the dual variable. *)

From Coq Require Import Reals Lra Lia Psatz FunctionalExtensionality.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance Mirror Onto Coercivity Regularizer.
Local Open Scope R_scope.

(** * Scaling: R'_(c^q Lambda)(c^L x) = c^(L (1-m)) R'_Lambda(x) *)

Section Scaling.
Variables (q : R) (L : nat) (Lam : nat -> R) (i0 : nat) (c : R).
Hypothesis HLam : invariants L Lam i0.
Hypothesis Hc : 0 < c.
Let k := apow c q.
Let kLam : nat -> R := fun i => apow c q * Lam i.

Lemma k_gt0 : 0 < k.
Proof. apply apow_gt0. lra. Qed.

Lemma scaled_invariants : invariants L kLam i0.
Proof.
  destruct HLam as [Hi [H0 H]]. split; [assumption |]. unfold kLam. split; [rewrite H0; ring |].
  intros i Hi'. apply Rmult_le_pos; [apply apow_ge0 | auto].
Qed.

Lemma P_scale u : P L kLam (k * u) = k ^ L * P L Lam u.
Proof.
  unfold P. rewrite <- Prod_const, <- Prod_mult. apply Prod_ext. intros i _. unfold kLam, k. ring.
Qed.

Lemma dP_scale u : dP L kLam (k * u) = k ^ (L - 1) * dP L Lam u.
Proof.
  unfold dP. rewrite <- Sum_scal. apply Sum_ext. intros i Hi.
  rewrite <- (others_scal L i k) by assumption. apply others_ext. intros j _. unfold kLam, k. ring.
Qed.

Lemma U_scale y : 0 <= y -> U L kLam (k ^ L * y) = k * U L Lam y.
Proof.
  intros Hy. pose proof k_gt0. rewrite <- (P_U L Lam i0 HLam y) at 1 by assumption. rewrite <- P_scale.
  apply (U_P L kLam i0 scaled_invariants). apply Rmult_le_pos; [lra |]. now apply (U_ge0 L Lam i0).
Qed.

Lemma k_power : k ^ (L - 1) = apow c (q * (INR L - 1)).
Proof.
  destruct HLam as [Hi _]. unfold k. destruct (Nat.eq_dec L 1) as [-> | Hn].
  - simpl. replace (q * (1 - 1)) with 0 by ring. rewrite apow_zero; lra.
  - rewrite <- apow_nat, apow_apow by (lia || apply apow_ge0). rewrite minus_INR by lia. reflexivity.
Qed.

Lemma c_power : c ^ L = apow c (INR L).
Proof. destruct HLam as [Hi _]. symmetry. apply apow_nat; [lia | lra]. Qed.

Lemma apow_scaled x : apow (c ^ L * x) q = k ^ L * apow x q.
Proof.
  rewrite apow_mult. f_equal. rewrite c_power, apow_apow. destruct HLam as [Hi _].
  unfold k. rewrite <- apow_nat, apow_apow by (lia || apply apow_ge0). f_equal. ring.
Qed.

Lemma metric_scale x : c ^ L * metric q L kLam (c ^ L * x) = apow c (INR L * (1 - m q L)) * metric q L Lam x.
Proof.
  unfold metric. rewrite apow_scaled, U_scale by apply apow_ge0. rewrite dP_scale, Rinv_mult, k_power, c_power.
  rewrite <- apow_Ropp, <- Rmult_assoc, <- apow_plus. do 2 f_equal.
  destruct HLam as [Hi _]. unfold m. field. apply Rgt_not_eq, lt_0_INR. lia.
Qed.

Lemma side_scale z x : same_side L Lam z x -> same_side L kLam (c ^ L * z) (c ^ L * x).
Proof.
  assert (0 < c ^ L) by now apply pow_lt. intros [H' | H'].
  - left. pose proof (dP_scale 0) as E. rewrite Rmult_0_r in E. rewrite E. apply Rmult_lt_0_compat; [| assumption].
    apply pow_lt, k_gt0.
  - right. replace (c ^ L * z * (c ^ L * x)) with (c ^ L * c ^ L * (z * x)) by ring.
    apply Rmult_lt_0_compat; [nra | assumption].
Qed.

Lemma mirror_map_scale z x : 0 < q -> same_side L Lam z x ->
  mirror_map q L kLam (c ^ L * z) (c ^ L * x) = apow c (INR L * (1 - m q L)) * mirror_map q L Lam z x.
Proof.
  intros Hq Hs. unfold mirror_map.
  destruct (side_interval L kLam _ _ (side_scale z x Hs)) as [a [b [Ha [Hb Hab]]]].
  destruct (side_interval L Lam _ _ Hs) as [a' [b' [Ha' [Hb' Hab']]]].
  pose proof (RInt_comp_lin (V := R_CompleteNormedModule) (metric q L kLam) (c ^ L) 0 z x) as E.
  rewrite !Rplus_0_r in E. rewrite <- E.
  - rewrite (RInt_ext _ (fun y => scal (apow c (INR L * (1 - m q L))) (metric q L Lam y))).
    + apply (RInt_scal (V := R_CompleteNormedModule)). apply (ex_integral _ a' b'); try lra.
      intros y Hy. apply (continuous_metric L Lam i0 HLam q z); auto.
    + intros y _. rewrite Rplus_0_r. unfold scal; simpl; unfold mult; simpl. apply metric_scale.
  - apply (ex_integral _ a b); try lra.
    intros y Hy. apply (continuous_metric L kLam i0 scaled_invariants q (c ^ L * z)); auto.
Qed.

End Scaling.

Lemma apow_exp v r : apow (exp v) r = exp (r * v).
Proof. rewrite apow_pos_eq by apply exp_pos. unfold Rpower. now rewrite ln_exp. Qed.

Lemma pow_exp v n : exp v ^ n = exp (INR n * v).
Proof. rewrite <- Rpower_pow by apply exp_pos. unfold Rpower. now rewrite ln_exp. Qed.

Lemma Lambda_scale q c w i0 : (fun i => apow c q * Lambda q w i0 i) = Lambda q (fun i => c * w i) i0.
Proof. extensionality i. unfold Lambda. rewrite !apow_mult. ring. Qed.

(** * Exact dual decay *)

Theorem dual_decay : dual_decay_statement.
Proof.
  intros q L h alpha D w a b Hq Hf Hc i0 s Hs Hi0 Hmu y.
  set (Lam := Lambda q (fun i => w i s) i0) in *.
  assert (HL : invariants L Lam i0) by now apply smallest_invariants.
  assert (HdP : 0 < dP L Lam 0) by (rewrite (dP_0 L Lam i0 HL); exact Hmu).
  assert (Hi : (i0 < L)%nat) by apply HL.
  set (A := (fun r => RInt alpha s r) : R -> R).
  pose proof (moves_integral D a b alpha s Hc Hs) as DA. fold A in DA.
  set (e := INR L * (1 - m q L)).
  (* Lambda_t = exp(-A)^q Lambda_s on the first L indices *)
  assert (HLt : forall r i, a < r < b -> (i < L)%nat ->
    Lambda q (fun i => w i r) i0 i = apow (exp (- A r)) q * Lam i).
  { intros r i Hr Hi'. unfold Lambda at 1.
    rewrite (difference_decays q L h alpha D w a b i i0 s r) by auto.
    rewrite apow_exp. unfold Lam, Lambda.
    rewrite Rmult_comm. do 2 f_equal. unfold A. ring. }
  set (z := fun r => exp (INR L * A r) * output L w r).
  assert (Hpow : forall r, exp (- A r) ^ L * z r = output L w r).
  { intros r. unfold z. rewrite <- Rmult_assoc, pow_exp, <- exp_plus. replace (INR L * - A r + INR L * A r) with 0 by ring. rewrite exp_0. ring. }
  assert (Hy : forall r, a < r < b -> y r = exp (- (e * A r)) * mirror_map q L Lam 0 (z r)).
  { intros r Hr. unfold y.
    assert (E : mirror_map q L (Lambda q (fun i => w i r) i0) 0 (output L w r)
      = mirror_map q L (fun i => apow (exp (- A r)) q * Lam i) 0 (output L w r)).
    { unfold mirror_map. apply RInt_ext. intros v _. unfold metric.
      assert (EP : forall u, P L (Lambda q (fun i => w i r) i0) u = P L (fun i => apow (exp (- A r)) q * Lam i) u).
      { intros u. apply Prod_ext. intros i Hi'. now rewrite HLt. }
      assert (EdP : forall u, dP L (Lambda q (fun i => w i r) i0) u = dP L (fun i => apow (exp (- A r)) q * Lam i) u).
      { intros u. apply Sum_ext. intros i _. apply others_ext. intros j Hj. now rewrite HLt. }
      rewrite EdP. do 2 f_equal. unfold U. f_equal. apply Lub_Rbar_eqset. intros u. now rewrite EP. }
    rewrite E, <- (Hpow r).
    replace 0 with (exp (- A r) ^ L * 0) at 1 by ring.
    rewrite (mirror_map_scale q L Lam i0 (exp (- A r)) HL (exp_pos _)); [| lra | now left].
    f_equal. fold e. rewrite apow_exp. f_equal. ring. }
  set (u := fun t => apow (w i0 t) q).
  (* dx/dt in terms of Lambda_s *)
  assert (ES : forall t, a < t < b -> Sum L (fun i => others L i (fun j => apow (w j t) q))
    = apow (exp (- A t)) (q * (INR L - 1)) * dP L Lam (exp (q * A t) * u t)).
  { intros t Ht. rewrite (dP_now q L w i0 t Hi). fold (u t).
    assert (Eu : u t = apow (exp (- A t)) q * (exp (q * A t) * u t)).
    { rewrite apow_exp, <- Rmult_assoc, <- exp_plus.
      replace (q * - A t + q * A t) with 0 by ring. rewrite exp_0. ring. }
    rewrite Eu at 1. rewrite <- (k_power q L Lam i0 (exp (- A t)) HL (exp_pos _)).
    rewrite <- (dP_scale q L Lam (exp (- A t))).
    apply Sum_ext. intros i _. apply others_ext. intros j Hj. now rewrite HLt. }
  assert (EU : forall t, a < t < b -> U L Lam (apow (z t) q) = exp (q * A t) * u t).
  { intros t Ht. replace (apow (z t) q) with (P L Lam (exp (q * A t) * u t)).
    - apply (U_P L Lam i0 HL). apply Rmult_le_pos; [left; apply exp_pos | apply apow_ge0].
    - unfold z. rewrite apow_mult. unfold output at 1. rewrite apow_Prod.
      replace (apow (exp (INR L * A t)) q) with (exp (q * A t) ^ L).
      + rewrite <- Prod_const, <- Prod_mult. apply Prod_ext. intros i Hi'.
        assert (Ei : apow (w i t) q = u t + apow (exp (- A t)) q * Lam i).
        { rewrite <- HLt by assumption. unfold Lambda, u. ring. }
        rewrite Ei, apow_exp, Rmult_plus_distr_l, <- Rmult_assoc, <- exp_plus.
        replace (q * A t + q * - A t) with 0 by ring. rewrite exp_0. ring.
      + rewrite apow_exp, pow_exp. f_equal. ring. }
  assert (Mexp : forall r, moves D a b (fun t => exp (r * A t)) (fun t => r * alpha t * exp (r * A t))).
  { intros r t Ht. destruct (DA t Ht) as [CA DA']. split.
    - apply (continuous_comp (fun t => r * A t) exp); [now apply (continuous_scal_r r A) |].
      apply (ex_derive_continuous exp). auto_derive; trivial.
    - intros Hn. apply (is_derive_comp exp (fun t => r * A t)); [apply is_derive_exp | now apply is_derive_scal, DA']. }
  (* dz/dt = - h exp(e A) dP *)
  assert (Dz : moves D a b z (fun t => - h t * exp (e * A t) * dP L Lam (exp (q * A t) * u t))).
  { apply (moves_rate D a b z) with (2 := moves_times D a b _ _ _ _ (Mexp (INR L)) (output_moves q L h alpha D w a b Hf)).
    intros t Ht Hn. cbv beta. rewrite ES by assumption.
    assert (Ee : exp (INR L * A t) * apow (exp (- A t)) (q * (INR L - 1)) = exp (e * A t)).
    { rewrite apow_exp, <- exp_plus. f_equal.
      unfold e, m. field. apply Rgt_not_eq, lt_0_INR. lia. }
    rewrite <- Ee. ring. }
  assert (Hside : forall v, same_side L Lam 0 v) by (intros v; now left).
  assert (Dm : moves D a b (fun r => mirror_map q L Lam 0 (z r)) (fun t => - h t * exp (e * A t))).
  { apply (moves_rate D a b (fun r => mirror_map q L Lam 0 (z r)))
      with (2 := moves_comp D a b (mirror_map q L Lam 0) (metric q L Lam) z _ Dz
        (fun t _ => is_derive_mirror_map L Lam i0 HL q 0 (z t) (Rlt_le_trans _ _ _ Rlt_0_1 Hq) (Hside (z t)))).
    intros t Ht Hn. unfold metric. rewrite EU by assumption. field.
    rewrite <- EU by assumption. apply Rgt_not_eq. now apply (same_side_dP L Lam i0 HL q _ 0). }
  apply (moves_ext D a b (fun r => exp (- e * A r) * mirror_map q L Lam 0 (z r))).
  { intros r Hr. rewrite (Hy r Hr). do 2 f_equal. ring. }
  apply (moves_rate D a b _) with (2 := moves_times D a b _ _ _ _ (Mexp (- e)) Dm).
  intros t Ht Hn. cbv beta. rewrite (Hy t Ht). replace (- (e * A t)) with (- e * A t) by ring.
  assert (E1 : exp (e * A t) * exp (- e * A t) = 1).
  { rewrite <- exp_plus. replace (e * A t + - e * A t) with 0 by ring. apply exp_0. }
  fold e. transitivity (- e * alpha t * exp (- e * A t) * mirror_map q L Lam 0 (z t)
    - h t * (exp (e * A t) * exp (- e * A t))); [ring | rewrite E1; ring].
Qed.
