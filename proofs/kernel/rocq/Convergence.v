(** Convergence: the integral bound with B^(2-q), the linear rate, arrival in finite time, and the bound that fails. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Balance Mirror Onto.
Local Open Scope R_scope.

(** |g|^q >= B^(q-2) g^2 where |g| <= B. *)
Lemma power_of_bounded q y B : q <= 2 -> 0 < B -> Rabs y <= B -> apow B (q - 2) * (y * y) <= apow y q.
Proof.
  intros Hq HB Hy. destruct (Req_dec y 0) as [-> | H0]; [rewrite apow_0; lra |].
  replace q with (2 + (q - 2)) at 2 by ring. rewrite (apow_plus y), apow_two.
  rewrite Rmult_comm. apply Rmult_le_compat_l; [nra |].
  replace (q - 2) with (- (2 - q)) by ring. rewrite !apow_Ropp.
  apply Rinv_le_contravar; [now apply apow_gt0 |]. rewrite <- (apow_Rabs y).
  destruct Hq as [Hq | ->].
  - apply apow_le; [lra |]. split; [apply Rabs_pos | assumption].
  - replace (2 - 2) with 0 by ring. rewrite !apow_zero; [lra | lra | now apply Rabs_no_R0].
Qed.

(** ||g||_q^q >= (||g||^2)^(q/2) for q <= 2. *)
Lemma norm_inequality q n (g : nat -> R -> R) t : 0 < q <= 2 -> apow (square_norm n g t) (q / 2) <= Sum n (fun k => apow (g k t) q).
Proof.
  intros Hq. set (S := square_norm n g t).
  assert (Hpos : forall k, (k < n)%nat -> 0 <= g k t * g k t) by (intros; nra).
  assert (HS : 0 <= S) by now apply Sum_ge0.
  destruct HS as [HS | <-].
  2:{ rewrite apow_0. apply Sum_ge0. intros; apply apow_ge0. }
  replace (apow S (q / 2)) with (apow S (q / 2 - 1) * S).
  2:{ rewrite <- (spow_self S (q / 2)), spow_pos by assumption. reflexivity. }
  unfold S at 2, square_norm. rewrite <- Sum_scal. apply Sum_le. intros k Hk.
  destruct (Req_dec (g k t) 0) as [-> | H0]; [rewrite apow_0; lra |].
  assert (Hle : g k t * g k t <= S) by (apply (Sum_ge_term n (fun k => g k t * g k t)); auto).
  assert (Hgg : 0 < g k t * g k t) by nra.
  replace (apow (g k t) q) with (apow (g k t * g k t) (q / 2 - 1) * (g k t * g k t)).
  2:{ rewrite <- apow_two, apow_apow, <- apow_plus. f_equal. field. }
  apply Rmult_le_compat_r; [lra |].
  replace (q / 2 - 1) with (- (1 - q / 2)) by ring. rewrite !apow_Ropp.
  apply Rinv_le_contravar; [apply apow_gt0; lra |].
  destruct (Req_dec q 2) as [-> | Hq2].
  - replace (1 - 2 / 2) with 0 by field. rewrite !apow_zero; lra.
  - apply apow_le; lra.
Qed.

Section Descent.
Variables (q low : R) (n : nat) (F : R -> R) (g H x : nat -> R -> R) (a b : R).
Hypothesis Hlow : 0 < low.
Hypothesis Htraj : mirror_trajectory q low n F g H x a b.

(** dF/dt = - sum_k H_k |g_k|^q. *)
Lemma descent_rate t : a < t < b -> is_derive F t (- Sum n (fun k => H k t * apow (g k t) q)).
Proof.
  intros Ht. destruct (Htraj t Ht) as [Hk D]. evar_last; [exact D |].
  replace (- Sum n (fun k => H k t * apow (g k t) q)) with ((-1) * Sum n (fun k => H k t * apow (g k t) q)) by ring.
  rewrite <- Sum_scal. apply Sum_ext. intros k Hkn. destruct (Hk k Hkn) as [_ Dk].
  rewrite (is_derive_unique _ _ _ Dk), <- (spow_self (g k t) q). ring.
Qed.

Lemma descent_le t : a < t < b ->
  - Sum n (fun k => H k t * apow (g k t) q) <= - (low * Sum n (fun k => apow (g k t) q)).
Proof.
  intros Ht. apply Ropp_le_contravar. rewrite <- Sum_scal. apply Sum_le. intros k Hk.
  destruct (Htraj t Ht) as [HH _]. destruct (HH k Hk) as [Hl _].
  apply Rmult_le_compat_r; [apply apow_ge0 | assumption].
Qed.

Lemma F_decreases s t : a < s -> s <= t -> t < b -> F t <= F s.
Proof.
  intros Hs Hst Ht. apply (derive_le0_decr F (fun r => - Sum n (fun k => H k r * apow (g k r) q)) a b); auto.
  - intros; now apply descent_rate.
  - intros r Hr. apply Rle_trans with (1 := descent_le r Hr).
    assert (0 <= Sum n (fun k => apow (g k r) q)) by (apply Sum_ge0; intros; apply apow_ge0). nra.
Qed.

Lemma descent_square t B : q <= 2 -> 0 < B -> a < t < b -> (forall k, (k < n)%nat -> Rabs (g k t) <= B) ->
  - Sum n (fun k => H k t * apow (g k t) q) <= - (low * apow B (q - 2) * square_norm n g t).
Proof.
  intros Hq HB Ht Hg. apply Rle_trans with (1 := descent_le t Ht). apply Ropp_le_contravar.
  rewrite Rmult_assoc. apply Rmult_le_compat_l; [lra |]. unfold square_norm. rewrite <- Sum_scal.
  apply Sum_le. intros k Hk. now apply power_of_bounded; auto.
Qed.

End Descent.

Theorem convergence : convergence_statement.
Proof.
  intros q low n F g H x a b B Hq Hlow HB Htraj Hg s t Hst Htb.
  set (K := low * apow B (q - 2)).
  assert (HK : 0 < K) by (apply Rmult_lt_0_compat; [assumption | apply apow_gt0; lra]).
  assert (Hc : forall r, a < r < b -> continuous (square_norm n g) r).
  { intros r Hr. unfold square_norm. clear - Hg Hr. induction n as [| k IH]; simpl.
    - apply continuous_const.
    - apply (continuous_plus (fun t => Sum k (fun k => g k t * g k t)) (fun t => g k t * g k t)).
      + apply IH. intros; apply Hg; auto.
      + destruct (Hg k r (Nat.lt_succ_diag_r k) Hr) as [Hc _].
        now apply (continuous_mult (g k) (g k)). }
  assert (D : F t + K * RInt (square_norm n g) s t <= F s + K * RInt (square_norm n g) s s).
  { apply (derive_le0_decr (fun r => F r + K * RInt (square_norm n g) s r)
      (fun r => - Sum n (fun k => H k r * apow (g k r) q) + K * square_norm n g r) a b); try lra.
    - intros r Hr. apply (is_derive_plus F (fun r => K * RInt (square_norm n g) s r)).
      + now apply (descent_rate q low n F g H x a b).
      + apply is_derive_scal. apply (is_derive_integral (square_norm n g) a b); auto; lra.
    - intros r Hr.
      assert (- Sum n (fun k => H k r * apow (g k r) q) <= - (low * apow B (q - 2) * square_norm n g r)).
      { apply (descent_square q low n F g H x a b); auto; [lra |]. intros k Hk. now apply Hg. }
      fold K in H0. lra. }
  rewrite integral_point, Rmult_0_r, Rplus_0_r in D.
  assert (E : apow B (2 - q) * (F s - F t) / low = (F s - F t) / K).
  { unfold K. replace (2 - q) with (- (q - 2)) by ring. rewrite apow_Ropp.
    field. split; [apply Rgt_not_eq, apow_gt0 |]; lra. }
  rewrite E. apply (Rmult_le_reg_l K); [assumption |].
  replace (K * ((F s - F t) / K)) with (F s - F t) by (field; lra). lra.
Qed.

Theorem linear_rate : linear_rate_statement.
Proof.
  intros q low n F g H x a b B Fstar sigma Hq Hlow HB Hsig Htraj Hg HPL s t Hst Htb.
  set (K := 2 * sigma * low * apow B (q - 2)).
  assert (D : (F t - Fstar) * exp (K * (t - s)) <= (F s - Fstar) * exp (K * (s - s))).
  { apply (derive_le0_decr (fun r => (F r - Fstar) * exp (K * (r - s)))
      (fun r => (- Sum n (fun k => H k r * apow (g k r) q) + K * (F r - Fstar)) * exp (K * (r - s))) a b); try lra.
    - intros r Hr. pose proof (descent_rate q low n F g H x a b Htraj r Hr) as DF.
      assert (DE : is_derive (fun r => exp (K * (r - s))) r (K * exp (K * (r - s)))) by (auto_derive; trivial; unfold Rminus; ring).
      assert (DS : is_derive (fun r => F r - Fstar) r (- Sum n (fun k => H k r * apow (g k r) q))).
      { evar_last; [apply (is_derive_minus F (fun _ => Fstar)); [exact DF | apply (is_derive_const Fstar)] |].
        unfold minus, plus, opp, zero; simpl. ring. }
      evar_last; [apply (is_derive_mult _ _ r _ _ DS DE); intros; apply Rmult_comm |].
      unfold plus, mult; simpl. ring.
    - intros r Hr. pose proof (exp_pos (K * (r - s))).
      assert (H1 : - Sum n (fun k => H k r * apow (g k r) q) <= - (low * apow B (q - 2) * square_norm n g r)).
      { apply (descent_square q low n F g H x a b); auto; lra. }
      pose proof (HPL r Hr) as H2.
      assert (H3 : 0 < low * apow B (q - 2)) by (apply Rmult_lt_0_compat; [assumption | apply apow_gt0; lra]).
      assert (K * (F r - Fstar) <= low * apow B (q - 2) * square_norm n g r).
      { replace (K * (F r - Fstar)) with (low * apow B (q - 2) * (2 * sigma * (F r - Fstar))) by (unfold K; ring).
        apply Rmult_le_compat_l; lra. }
      nra. }
  replace (s - s) with 0 in D by ring. rewrite Rmult_0_r, exp_0, Rmult_1_r in D.
  rewrite exp_Ropp. fold K. pose proof (exp_pos (K * (t - s))).
  apply (Rmult_le_reg_r (exp (K * (t - s)))); [assumption |].
  rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Theorem finite_time : finite_time_statement.
Proof.
  intros q low n F g H x a b Fstar sigma Hq Hlow Hsig Htraj HF s t Hs Ht Harr.
  set (c := low * apow (2 * sigma) (q / 2)) in *.
  assert (Hc : 0 < c) by (apply Rmult_lt_0_compat; [assumption | apply apow_gt0; lra]).
  assert (Hexp : 0 < 1 - q / 2) by lra.
  pose proof (apow_ge0 (F s - Fstar) (1 - q / 2)) as Hv.
  assert (Hst : s <= t).
  { assert (0 <= apow (F s - Fstar) (1 - q / 2) / (c * (1 - q / 2))); [| lra].
    apply Rmult_le_pos; [assumption |]. left. apply Rinv_0_lt_compat, Rmult_lt_0_compat; assumption. }
  destruct (Req_dec (F t) Fstar) as [| Hne]; [assumption | exfalso].
  assert (Hpos : forall r, a < r <= t -> 0 < F r - Fstar).
  { intros r Hr. pose proof (F_decreases q low n F g H x a b Hlow Htraj r t ltac:(lra) ltac:(lra) ltac:(lra)).
    pose proof (proj1 (HF t Ht)). lra. }
  assert (Hst' : s < t).
  { destruct Hst as [| ->]; [assumption |]. exfalso.
    assert (0 < apow (F t - Fstar) (1 - q / 2) / (c * (1 - q / 2))); [| lra].
    apply Rmult_lt_0_compat.
    - apply apow_gt0. pose proof (Hpos t ltac:(lra)). lra.
    - apply Rinv_0_lt_compat, Rmult_lt_0_compat; assumption. }
  destruct (MVT_cor2 (fun r => apow (F r - Fstar) (1 - q / 2))
    (fun r => - Sum n (fun k => H k r * apow (g k r) q) * ((1 - q / 2) * spow (F r - Fstar) (1 - q / 2 - 1)))
    s t Hst') as [r [E Hr]].
  { intros r Hr. apply is_derive_Reals.
    pose proof (descent_rate q low n F g H x a b Htraj r ltac:(lra)) as DF.
    apply (is_derive_comp (fun y => apow y (1 - q / 2)) (fun r => F r - Fstar)).
    - apply is_derive_apow_nz. pose proof (Hpos r ltac:(lra)). lra.
    - evar_last; [apply (is_derive_minus F (fun _ => Fstar)); [exact DF | apply (is_derive_const Fstar)] |].
      unfold minus, plus, opp, zero; simpl. ring. }
  cbv beta in E.
  pose proof (Hpos r ltac:(lra)) as Hpr.
  pose proof (Hpos t ltac:(lra)) as Hpt.
  assert (Hrate : Sum n (fun k => H k r * apow (g k r) q) * spow (F r - Fstar) (1 - q / 2 - 1) >= c).
  { rewrite spow_pos by assumption.
    pose proof (descent_le q low n F g H x a b Htraj r ltac:(lra)) as H1.
    pose proof (norm_inequality q n g r ltac:(lra)) as H2.
    assert (H3 : apow (2 * sigma * (F r - Fstar)) (q / 2) <= apow (square_norm n g r) (q / 2)).
    { apply apow_le; [lra |]. split; [nra |]. now apply HF; lra. }
    rewrite apow_mult in H3.
    assert (H4 : apow (F r - Fstar) (q / 2) * apow (F r - Fstar) (1 - q / 2 - 1) = 1).
    { rewrite <- apow_plus. replace (q / 2 + (1 - q / 2 - 1)) with 0 by ring. apply apow_zero; lra. }
    assert (H5 : 0 < apow (F r - Fstar) (1 - q / 2 - 1)) by (apply apow_gt0; lra).
    apply Rle_ge.
    assert (Ec : c = low * (apow (2 * sigma) (q / 2) * apow (F r - Fstar) (q / 2)) * apow (F r - Fstar) (1 - q / 2 - 1)).
    { unfold c. transitivity (low * apow (2 * sigma) (q / 2)
        * (apow (F r - Fstar) (q / 2) * apow (F r - Fstar) (1 - q / 2 - 1))); [rewrite H4; ring | ring]. }
    rewrite Ec.
    apply Rmult_le_compat_r; [lra |].
    apply Rle_trans with (low * Sum n (fun k => apow (g k r) q)); [| lra].
    apply Rmult_le_compat_l; lra. }
  assert (Hvt : 0 < apow (F t - Fstar) (1 - q / 2)) by (apply apow_gt0; lra).
  assert (Hend : apow (F s - Fstar) (1 - q / 2) <= c * (1 - q / 2) * (t - s)).
  { apply (Rmult_le_reg_r (/ (c * (1 - q / 2)))); [apply Rinv_0_lt_compat; nra |].
    replace (c * (1 - q / 2) * (t - s) * / (c * (1 - q / 2))) with (t - s) by (field; lra).
    unfold Rdiv in Harr. lra. }
  assert (Hmvt : apow (F t - Fstar) (1 - q / 2) - apow (F s - Fstar) (1 - q / 2) <= - (c * (1 - q / 2)) * (t - s)).
  { rewrite E. apply Rmult_le_compat_r; [lra |].
    set (S := Sum n (fun k => H k r * apow (g k r) q)) in *. set (p := spow (F r - Fstar) (1 - q / 2 - 1)) in *.
    replace (- S * ((1 - q / 2) * p)) with (- ((1 - q / 2) * (S * p))) by ring. nra. }
  lra.
Qed.

(** * The reported power of B *)

(** w = (1 - t, 2 - t) on -1 < t < 1, f(x) = x^2, q = 1: |f'| <= 12 = B, mu = 1, f(x_0) = 4. *)
Definition linear (i : nat) (t : R) : R := match i with O => 1 - t | _ => 2 - t end.

Lemma linear_flow : steepest_flow 1 2 (fun t => 2 * output 2 linear t) no_decay linear (-1) 1.
Proof.
  intros i t Hi Ht. unfold others, no_decay, output, linear; simpl Prod.
  assert (0 < (1 - t) * (2 - t)) by nra.
  destruct i as [| [| i]]; [| | lia]; simpl; replace (1 - 1) with 0 by ring;
    rewrite spow_zero by nra; auto_derive; trivial; ring.
Qed.

Lemma linear_output t : output 2 linear t = (1 - t) * (2 - t).
Proof. unfold output; simpl. ring. Qed.

Lemma linear_smallest t : -1 < t < 1 -> smallest 1 2 (fun i => linear i t) 0.
Proof.
  intros Ht. split; [lia |]. intros [| [| i]] Hi; try lia; simpl; rewrite !apow_one, !Rabs_pos_eq by lra; lra.
Qed.

Lemma linear_mu t : -1 < t < 1 -> mu 1 2 (fun i => linear i t) 0 = 1.
Proof. intros Ht. unfold mu, others, Lambda; simpl. rewrite !apow_one, !Rabs_pos_eq by lra. ring. Qed.

Theorem convergence_as_reported : convergence_as_reported_statement.
Proof.
  exists 1, 12, 1, (-1), 1, linear. cbv zeta.
  split; [lra |]. split; [lra |]. split; [lra |]. split; [exact linear_flow | split; [| split]].
  - right. split; [reflexivity |]. intros t Ht. rewrite linear_output. apply Rgt_not_eq. nra.
  - intros t Ht. split; [| split; [now apply linear_smallest | now apply linear_mu]].
    rewrite linear_output, Rabs_pos_eq; nra.
  - exists 0, (1 / 2). split; [lra |]. split; [lra |]. split; [lra |].
    replace (2 - 1) with 1 by ring. rewrite apow_one, Rabs_pos_eq, linear_output by lra.
    apply Rlt_le_trans with (RInt (fun _ => 1) 0 (1 / 2)).
    + rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. lra.
    + apply RInt_le; [lra | apply ex_RInt_const | |].
      * apply (ex_integral _ (-1) 1); [| lra | lra]. intros y _.
        apply (ex_derive_continuous (fun r => 2 * (1 * (1 - r) * (2 - r)) * (2 * (1 * (1 - r) * (2 - r))))).
        auto_derive. trivial.
      * intros y Hy. rewrite linear_output. assert (3 / 4 <= (1 - y) * (2 - y)) by nra. nra.
Qed.
