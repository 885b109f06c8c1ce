(** Hypotheses dropped, of the theorem about blow-up: the weight that is smallest, and exponents below 1. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  EscapeTime Witnesses Mutants Switching DroppedBalance DroppedMirror DroppedPotential DroppedBlowUp DroppedLaws.
Local Open Scope R_scope.

Theorem blow_up_spares_5 : blow_up_without_5.
Proof.
  unfold blow_up_without_5. cbv zeta. intros q L g D w a b Hq Hg Hf i0 s Hs Hx. destruct L as [| L].
  - unfold m. simpl INR. unfold Rdiv. rewrite Rinv_0, Rmult_0_r. split; [| intros; lra]. intros _. exists 1. intros t _.
    unfold output. simpl. lra.
  - destruct (smallest_exists q (S L) (fun i => w i s) ltac:(lia)) as [i1 Hi].
    destruct (blow_up q (S L) g D w a b Hq Hg Hf i1 s Hs Hi Hx) as [K1 K2]. split; [exact K1 |]. intros Hm.
    destruct (K2 Hm) as [Y [HY K]]. exists Y. split; [| exact K].
    apply (is_lim_ext_loc (mirror_map q (S L) (Lambda q (fun i => w i s) i1) (output (S L) w s))); [| exact HY].
    exists (output (S L) w s). intros y Hy. symmetry. apply map_relative; [exact Hx | assumption | lra |]. now left.
Qed.

(** All weights rest at 0; R' has no integral from there. *)
Theorem blow_up_needs_6 : ~ blow_up_without_6.
Proof.
  intros H. assert (Hf : driven_flow 2 3 (fun _ => - apow 1 (2 - 1)) no_decay never (fun i _ => tied i) 0 2).
  { apply smooth_flow. intros i t Hi _. evar_last; [apply (is_derive_const 0) |]. unfold no_decay, zero, tied; simpl.
    rewrite others_const by assumption. simpl. rewrite Rmult_0_l, spow_0. ring. }
  destruct (H 2 3%nat 1 never _ 0 2 ltac:(lra) ltac:(lra) Hf 0%nat 1 ltac:(lra)) as [_ K].
  { split; [lia |]. intros i _. unfold tied. lra. }
  destruct (K ltac:(rewrite m_2_3; lra)) as [Y [HY [Hb _]]].
  replace (Lambda 2 (fun i => tied i) 0) with tied in HY.
  2:{ apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, tied. ring. }
  assert (HL : invariants 3 tied 0) by (apply tied_invariants; lia).
  assert (Hm : 1 <= m_0 2 3 tied).
  { unfold m_0, zeros, tied. destruct Req_EM_T; [| lra]. change (1 <= m 2 3). rewrite m_2_3. lra. }
  replace (output 3 (fun i _ => tied i) 1) with 0 in HY by (unfold output, tied; simpl; ring).
  apply (is_lim_ext_loc _ (fun _ => 0)) in HY.
  - apply is_lim_unique in HY. rewrite Lim_const in HY. apply Rbar_finite_eq in HY. rewrite <- HY in Hb. unfold Rdiv in Hb. lra.
  - exists 0. intros y Hy. apply RInt_none, (metric_not_integrable 2 3 tied 0); (assumption || lra).
Qed.

(** q <= 1: no |w_i| decreases, so each grows no faster than exponentially. *)
Lemma same_sign o y r : 0 < o * y -> y * spow o r = Rabs y * apow o r.
Proof.
  intros H. unfold spow. rewrite <- Rmult_assoc. f_equal. destruct (Rtotal_order y 0) as [K | [-> | K]]; [| lra |].
  - rewrite sign_eq_m1, Rabs_left by nra. ring.
  - rewrite sign_eq_1, Rabs_pos_eq by nra. ring.
Qed.

Lemma apow_decreasing x y r : r <= 0 -> 0 < Rabs x <= Rabs y -> apow y r <= apow x r.
Proof.
  intros Hr H. rewrite <- (apow_Rabs x), <- (apow_Rabs y). replace r with (- - r) by ring. rewrite !(apow_Ropp _ (- r)).
  apply Rinv_le_contravar; [apply apow_gt0; lra |]. destruct Hr as [Hr | ->]; [apply apow_le; lra |].
  rewrite Ropp_0, !apow_zero; lra.
Qed.

Section Slow.
Variables (q v : R) (L : nat) (D : R -> Prop) (w : nat -> R -> R) (a b s : R).
Hypothesis Hq : q <= 1.
Hypothesis Hv : 0 < v.
Hypothesis Hf : driven_flow q L (fun _ => - v) no_decay D w a b.
Hypothesis Hx : forall t, a < t < b -> 0 < output L w t.
Hypothesis Hs : a < s < b.

Let o (i : nat) (t : R) : R := others L i (fun j => w j t).

Lemma square_moves i : (i < L)%nat -> moves D a b (fun t => w i t * w i t) (fun t => 2 * v * (Rabs (w i t) * apow (o i t) (q - 1))).
Proof.
  intros Hi. apply (moves_rate D a b _) with (2 := moves_times D a b _ _ _ _ (proj2 Hf i Hi) (proj2 Hf i Hi)).
  intros t Ht _. fold (o i t). rewrite <- (same_sign (o i t) (w i t) (q - 1)).
  - unfold no_decay. ring.
  - unfold o. rewrite (Prod_others L i (fun j => w j t)) by assumption. now apply Hx.
Qed.

Lemma grows i r t : (i < L)%nat -> a < r -> r <= t -> t < b -> Rabs (w i r) <= Rabs (w i t).
Proof.
  intros Hi H1 H2 H3. apply Rsqr_le_abs_0. unfold Rsqr. apply (rate_ge0 _ _ D a b (proj1 Hf) (square_moves i Hi)); try assumption.
  intros p _ _. apply Rmult_le_pos; [lra |]. apply Rmult_le_pos; [apply Rabs_pos | apply apow_ge0].
Qed.

Lemma Rabs_Prod n (f : nat -> R) : Rabs (Prod n f) = Prod n (fun i => Rabs (f i)).
Proof. induction n as [| n IH]; simpl; [apply Rabs_R1 |]. now rewrite Rabs_mult, IH. Qed.

Lemma others_grow i r t : (i < L)%nat -> a < r -> r <= t -> t < b -> 0 < Rabs (o i r) <= Rabs (o i t).
Proof.
  intros Hi H1 H2 H3. split.
  - apply Rabs_pos_lt. intros E. pose proof (Hx r ltac:(lra)) as K. unfold output in K.
    rewrite <- (Prod_others L i (fun j => w j r)) in K by assumption. fold (o i r) in K. rewrite E in K. lra.
  - unfold o, others. rewrite !Rabs_Prod. apply Prod_le. intros j Hj. split; [apply Rabs_pos |].
    destruct (Nat.eqb j i); [lra | now apply grows].
Qed.

Lemma slow_square i t : (i < L)%nat -> s <= t < b ->
  w i t * w i t <= (w i s * w i s + 1) * exp (v * apow (o i ((a + s) / 2)) (q - 1) * (b - s)).
Proof.
  intros Hi Ht. set (r0 := (a + s) / 2). set (K := v * apow (o i r0) (q - 1)).
  assert (HK : 0 <= K) by (apply Rmult_le_pos; [lra | apply apow_ge0]).
  assert (M : moves D r0 b (fun r => (w i r * w i r + 1) * exp (- K * r))
    (fun r => (2 * v * (Rabs (w i r) * apow (o i r) (q - 1)) + 0) * exp (- K * r) + (w i r * w i r + 1) * (- K * exp (- K * r)))).
  { apply (moves_times D r0 b (fun r => w i r * w i r + 1) _ (fun r => exp (- K * r)) (fun r => - K * exp (- K * r))).
    - apply (moves_plus D r0 b (fun r => w i r * w i r) _ (fun _ => 1) (fun _ => 0)).
      + intros r Hr. apply (square_moves i Hi). unfold r0 in Hr. lra.
      + apply moves_smooth. intros. apply (is_derive_const 1).
    - apply moves_smooth. intros r _. auto_derive; trivial; ring. }
  assert (E : (w i t * w i t + 1) * exp (- K * t) <= (w i s * w i s + 1) * exp (- K * s)).
  { apply (rate_le0 _ _ D r0 b (proj1 Hf) M); try lra; [| unfold r0; lra]. intros r Hr _. pose proof (exp_pos (- K * r)).
    assert (apow (o i r) (q - 1) <= apow (o i r0) (q - 1)).
    { apply apow_decreasing; [lra |]. apply others_grow; try assumption; unfold r0 in *; lra. }
    pose proof (Rabs_pos (w i r)) as Ha. assert (E2 : Rabs (w i r) * Rabs (w i r) = w i r * w i r) by (rewrite <- Rabs_mult; apply Rabs_pos_eq; nra).
    assert (2 * v * (Rabs (w i r) * apow (o i r) (q - 1)) <= (w i r * w i r + 1) * K).
    { apply Rle_trans with (2 * Rabs (w i r) * K).
      - unfold K. replace (2 * v * (Rabs (w i r) * apow (o i r) (q - 1))) with (2 * v * Rabs (w i r) * apow (o i r) (q - 1)) by ring.
        replace (2 * Rabs (w i r) * (v * apow (o i r0) (q - 1))) with (2 * v * Rabs (w i r) * apow (o i r0) (q - 1)) by ring.
        apply Rmult_le_compat_l; [| assumption]. apply Rmult_le_pos; lra.
      - apply Rmult_le_compat_r; [assumption |]. pose proof (Rle_0_sqr (Rabs (w i r) - 1)) as J. unfold Rsqr in J. lra. }
    nra. }
  assert (E3 : (w i t * w i t + 1) <= (w i s * w i s + 1) * exp (K * (t - s))).
  { replace (K * (t - s)) with (- K * s + K * t) by ring. rewrite exp_plus. apply (Rmult_le_reg_r (exp (- K * t))); [apply exp_pos |].
    replace ((w i s * w i s + 1) * (exp (- K * s) * exp (K * t)) * exp (- K * t)) with
      ((w i s * w i s + 1) * exp (- K * s) * (exp (K * t) * exp (- K * t))) by ring.
    rewrite <- exp_plus. replace (K * t + - K * t) with 0 by ring. rewrite exp_0, Rmult_1_r. exact E. }
  assert (exp (K * (t - s)) <= exp (K * (b - s))).
  { assert (H : K * (t - s) <= K * (b - s)) by (apply Rmult_le_compat_l; lra). destruct H as [H | ->]; [left; now apply exp_increasing | lra]. }
  apply Rle_trans with ((w i s * w i s + 1) * exp (K * (t - s))); [lra |]. apply Rmult_le_compat_l; [nra | assumption].
Qed.

Lemma slow_growth : exists B, forall t, s <= t < b -> output L w t <= B.
Proof.
  exists (Prod L (fun i => (w i s * w i s + 1) * exp (v * apow (o i ((a + s) / 2)) (q - 1) * (b - s))) + 1). intros t Ht.
  assert (E : output L w t * output L w t <= Prod L (fun i => (w i s * w i s + 1) * exp (v * apow (o i ((a + s) / 2)) (q - 1) * (b - s)))).
  { unfold output. rewrite <- Prod_mult. apply Prod_le. intros i Hi. split; [nra | now apply slow_square]. }
  nra.
Qed.
End Slow.

Theorem blow_up_spares_1 : blow_up_without_1.
Proof.
  unfold blow_up_without_1. cbv zeta. intros q L g D w a b Hg Hf i0 s Hs Hi Hx.
  destruct (Rle_lt_dec 1 q) as [Hq | Hq]; [now apply (blow_up q L g D w a b Hq Hg Hf i0 s Hs Hi Hx) |].
  assert (HL : 1 <= INR L) by (apply INR_pos; destruct Hi; lia). split.
  2:{ intros Hm. exfalso. unfold m in Hm. apply (Rmult_lt_compat_r (INR L)) in Hm; [| lra]. unfold Rdiv in Hm.
      rewrite Rmult_assoc, Rinv_l in Hm by lra. assert (q * (INR L - 1) <= INR L - 1) by nra. lra. }
  intros _. assert (Hv : 0 < apow g (q - 1)) by (apply apow_gt0; lra).
  pose proof (output_moves q L _ _ D w a b Hf) as Hm.
  destruct (continuous_near (output L w) s (proj1 (Hm s Hs)) (output L w s) Hx) as [d [Hd Hnear]].
  set (a' := Rmax a (s - d)). assert (Ha' : a <= a' /\ s - d <= a' /\ a' < s).
  { repeat split; [apply Rmax_l | apply Rmax_r | apply Rmax_lub_lt; lra]. }
  apply (slow_growth q (apow g (q - 1)) L D w a' b s); try lra.
  - split; [apply Hf |]. intros i Hi' t Ht. apply (proj2 Hf i Hi'). lra.
  - intros t Ht. destruct (Rle_lt_dec s t) as [H | H].
    + apply Rlt_le_trans with (1 := Hx). apply (rate_ge0 _ _ D a b (proj1 Hf) Hm); try lra. intros r _ _.
      unfold no_decay. rewrite Ropp_involutive, Rmult_0_l, Rminus_0_r. apply Rmult_le_pos; [lra |]. apply Sum_ge0. intros i _.
      apply others_ge0. intros; apply apow_ge0.
    + specialize (Hnear t ltac:(rewrite Rabs_left; lra)). apply Rabs_def2 in Hnear. lra.
Qed.
