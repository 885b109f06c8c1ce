(** Coercivity: 1/R'' >= mu = P'(0), its value at w_0 = 0, and how it moves with q. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Mirror Onto.
Local Open Scope R_scope.

Lemma dP_0 L Lam i0 : invariants L Lam i0 -> dP L Lam 0 = others L i0 Lam.
Proof.
  intros [Hi [H0 _]]. unfold dP.
  rewrite (Sum_ext L _ (fun i => if Nat.eqb i i0 then others L i0 Lam else 0)).
  - generalize (others L i0 Lam). intros c. revert Hi. clear. induction L; intros Hi; [lia |]. simpl.
    destruct (Nat.eq_dec i0 L) as [-> | Hn].
    + rewrite Nat.eqb_refl. rewrite (Sum_ext L _ (fun _ => 0)).
      * rewrite Sum_const. ring.
      * intros i Hi'. replace (Nat.eqb i L) with false; [reflexivity | symmetry; apply Nat.eqb_neq; lia].
    + rewrite IHL by lia. replace (Nat.eqb L i0) with false; [ring | symmetry; apply Nat.eqb_neq; lia].
  - intros i Hi'. destruct (Nat.eqb_spec i i0) as [-> | Hn].
    + apply others_ext. intros j _. ring.
    + unfold others. rewrite <- (Prod_others L i0) by assumption.
      replace (Nat.eqb i0 i) with false by (symmetry; apply Nat.eqb_neq; lia). rewrite H0. ring.
Qed.

Theorem coercivity : coercivity_statement.
Proof.
  intros q L w i0 Hq Hs Lam. assert (HL : invariants L Lam i0) by now apply smallest_invariants.
  assert (E : dP L Lam 0 = mu q L w i0) by now apply dP_0.
  split; [exact E |]. unfold metric. rewrite apow_0, (U_0 L Lam i0 HL), Rinv_inv. split; [exact E |].
  intros x. rewrite Rinv_inv, <- E. apply (dP_le L Lam i0 HL). split; [lra |].
  apply (U_ge0 L Lam i0 HL), apow_ge0.
Qed.

Theorem coercivity_value : coercivity_value_statement.
Proof.
  intros q L lambda HL Hl. unfold mu, others.
  rewrite (Prod_ext L _ (fun j => if Nat.eqb j 0 then 1 else (fun _ => apow lambda q) j)).
  - change (others L 0 (fun _ => apow lambda q) = apow lambda (q * (INR L - 1))).
    rewrite others_const by lia. rewrite <- apow_nat by (lia || apply apow_ge0).
    rewrite apow_apow, minus_INR by lia. reflexivity.
  - intros [| j] _; [reflexivity |]. unfold Lambda. simpl. rewrite apow_0. ring.
Qed.

Theorem coercivity_in_q : coercivity_in_q_statement.
Proof.
  intros q q' L lambda Hq HL.
  assert (H2 : 2 <= INR L) by (change 2 with (INR 2); now apply le_INR).
  split; intros Hl; rewrite !coercivity_value by (assumption || lra);
    rewrite !apow_pos_eq by lra; unfold Rpower; apply exp_increasing.
  - assert (ln lambda < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
    assert (0 < (q' - q) * (INR L - 1)) by (apply Rmult_lt_0_compat; lra). nra.
  - assert (0 < ln lambda) by (rewrite <- ln_1; apply ln_increasing; lra).
    assert (0 < (q' - q) * (INR L - 1)) by (apply Rmult_lt_0_compat; lra). nra.
Qed.

Theorem coercivity_as_reported : coercivity_as_reported_statement.
Proof.
  intros H. pose proof (H 1 2 2%nat 2 ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lia) ltac:(lra)).
  destruct (coercivity_in_q 1 2 2%nat 2 ltac:(lra) ltac:(lia)) as [_ K]. pose proof (K ltac:(lra)). lra.
Qed.

(** x^q - x^q' increases on [0, 1/e] for 1 <= q < q'. *)
Lemma power_gap_rate q q' s : 1 <= q -> q < q' -> 0 < s < exp (-1) ->
  0 < q * spow s (q - 1) - q' * spow s (q' - 1).
Proof.
  intros Hq Hqq Hs. rewrite !spow_pos by lra.
  replace (q' - 1) with (q - 1 + (q' - q)) by ring. rewrite apow_plus.
  assert (H1 : 0 < apow s (q - 1)) by (apply apow_gt0; lra).
  assert (H2 : apow s (q' - q) * (1 + (q' - q)) < 1).
  { assert (apow s (q' - q) < exp (- (q' - q))).
    { replace (exp (- (q' - q))) with (apow (exp (-1)) (q' - q)).
      - apply apow_lt; lra.
      - rewrite apow_pos_eq by apply exp_pos. unfold Rpower. rewrite ln_exp. f_equal; ring. }
    assert (1 + (q' - q) < exp (q' - q)) by (apply exp_ineq1; lra).
    rewrite exp_Ropp in H. pose proof (exp_pos (q' - q)).
    assert (apow s (q' - q) * exp (q' - q) < 1).
    { apply (Rmult_lt_compat_r (exp (q' - q))) in H; [| assumption]. rewrite Rinv_l in H by lra. exact H. }
    pose proof (apow_gt0 s (q' - q) ltac:(lra)). nra. }
  pose proof (apow_gt0 s (q' - q) ltac:(lra)).
  assert (q' * apow s (q' - q) < q).
  { apply Rle_lt_trans with (q * (1 + (q' - q)) * apow s (q' - q)); [| nra].
    apply Rmult_le_compat_r; [lra | nra]. }
  nra.
Qed.

Lemma power_gap_incr q q' x y : 1 <= q -> q < q' -> 0 <= x < y -> y <= exp (-1) ->
  apow x q - apow x q' < apow y q - apow y q'.
Proof.
  intros Hq Hqq Hxy Hy.
  assert (He : exp (-1) < 1) by (rewrite <- exp_0; apply exp_increasing; lra).
  destruct (Req_dec x 0) as [-> | Hx].
  - rewrite !apow_0. replace q' with (q + (q' - q)) by ring. rewrite apow_plus.
    assert (0 < apow y q) by (apply apow_gt0; lra).
    assert (apow y (q' - q) < 1) by (rewrite <- (apow_1 (q' - q)); apply apow_lt; lra).
    nra.
  - destruct (MVT_cor2 (fun s => apow s q - apow s q') (fun s => q * spow s (q - 1) - q' * spow s (q' - 1))
      x y ltac:(lra)) as [s [E Hs]].
    + intros s Hs. apply is_derive_Reals.
      apply (is_derive_minus (fun s => apow s q) (fun s => apow s q')); apply is_derive_apow_nz; lra.
    + pose proof (power_gap_rate q q' s Hq Hqq ltac:(lra)). nra.
Qed.

Lemma others_lt n i a b : (i < n)%nat -> (2 <= n)%nat ->
  (forall j, (j < n)%nat -> j <> i -> 0 < a j < b j) -> others n i a < others n i b.
Proof.
  intros Hi Hn H.
  assert (K : forall k, (k <= n)%nat ->
    let A := Prod k (fun j => if Nat.eqb j i then 1 else a j) in
    let B := Prod k (fun j => if Nat.eqb j i then 1 else b j) in
    0 < A <= B /\ ((exists j, (j < k)%nat /\ j <> i) -> A < B)).
  { induction k as [| k IH]; intros Hk; simpl.
    - split; [lra |]. intros [j [Hj _]]; lia.
    - destruct (IH ltac:(lia)) as [H1 H2]. destruct (Nat.eqb_spec k i) as [-> | Hki].
      + rewrite !Rmult_1_r. split; [exact H1 |]. intros [j [Hj Hji]]. apply H2. exists j. split; [lia | assumption].
      + pose proof (H k ltac:(lia) Hki). split; [split |]; [nra | nra | intros _; nra]. }
  destruct (K n (Nat.le_refl n)) as [_ K2]. apply K2.
  destruct i; [exists 1%nat | exists O]; split; lia.
Qed.

Lemma apow_abs_lt a b r : 0 < r -> Rabs a < Rabs b -> apow a r < apow b r.
Proof. intros Hr H. rewrite <- (apow_Rabs a), <- (apow_Rabs b). apply apow_lt; [assumption | split; [apply Rabs_pos | assumption]]. Qed.

Theorem generic_coercivity : generic_coercivity_statement.
Proof.
  split; [| split].
  - intros q L w i0 Hq [Hi Hu]. unfold mu. apply Prod_gt0. intros j Hj.
    destruct (Nat.eqb_spec j i0) as [| Hn]; [lra |]. unfold Lambda.
    pose proof (apow_abs_lt _ _ q ltac:(lra) (Hu j Hj Hn)). lra.
  - intros q q' L w i0 Hq Hqq HL [Hi Hu] He. apply others_lt; [assumption | assumption |].
    intros j Hj Hn. pose proof (Hu j Hj Hn) as H. unfold Lambda. split.
    + pose proof (apow_abs_lt _ _ q' ltac:(lra) H). lra.
    + rewrite <- !(apow_Rabs (w j)), <- !(apow_Rabs (w i0)).
      pose proof (power_gap_incr q q' (Rabs (w i0)) (Rabs (w j)) Hq Hqq (conj (Rabs_pos _) H) (He j Hj)). lra.
  - intros w. repeat split.
    + lia.
    + intros [| [| i]] Hi Hn; try lia. unfold w. rewrite !Rabs_pos_eq by lra. lra.
    + unfold mu, others, Lambda; simpl. rewrite !apow_one, !Rabs_pos_eq by lra. lra.
    + unfold mu, others, Lambda; simpl. rewrite !apow_two. lra.
Qed.
