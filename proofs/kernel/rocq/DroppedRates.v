(** Hypotheses dropped, of the theorems about descent: convergence, linear rate, finite time. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Convergence Witnesses Mutants.
Local Open Scope R_scope.

(** g = h = 1 and 1/R'' = v: x and F fall at the speed v, for every q; outside (a, b) F is what it likes. *)
Lemma falling q low v F a b : low <= v -> (forall t, a < t < b -> F t = - v * t) ->
  mirror_trajectory q low 1 F (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => v) (fun _ t => - v * t) never a b.
Proof.
  intros Hv EF. assert (D : forall t, is_derive (fun s => - v * s) t (- v)) by (intros; auto_derive; trivial; ring).
  split; [apply countable_none |]. split.
  - intros k _. split.
    + apply moves_smooth. intros t _. replace (- (1) * v) with (- v) by ring. apply D.
    + intros t _ _. split; [split; [intros _ | lra] | exact Hv]. unfold spow. rewrite sign_eq_1, apow_1 by lra. ring.
  - apply (moves_ext never a b (fun t => - v * t)); [intros; symmetry; auto |]. apply moves_smooth. intros t _.
    replace (Sum 1 _) with (- v); [apply D |]. transitivity (0 + 1 * Derive (fun s => - v * s) t); [| reflexivity].
    rewrite (is_derive_unique (fun s : R => - v * s) t (- v) (D t)). ring.
Qed.

Lemma square_1 t : square_norm 1 (fun _ _ => 1) t = 1.
Proof. unfold square_norm, Sum. ring. Qed.

Lemma integral_1 s t : RInt (square_norm 1 (fun _ _ => 1)) s t = t - s.
Proof.
  rewrite (RInt_ext _ (fun _ => 1)); [| intros; apply square_1]. rewrite RInt_const.
  unfold scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma power_1 q t : power_norm q 1 (fun _ _ => 1) t = 1.
Proof. unfold power_norm, Sum. rewrite apow_1. ring. Qed.

Lemma integral_power_1 q s t : RInt (power_norm q 1 (fun _ _ => 1)) s t = t - s.
Proof.
  rewrite (RInt_ext _ (fun _ => 1)); [| intros; apply power_1]. rewrite RInt_const.
  unfold scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma within_1 B : 1 <= B -> forall (k : nat) t, (k < 1)%nat -> 0 < t < 3 -> continuous (fun _ : R => 1) t /\ Rabs 1 <= B.
Proof. intros HB k t _ _. split; [apply continuous_const | rewrite Rabs_R1; lra]. Qed.

Lemma half_power : apow (1 / 2) 1 = 1 / 2.
Proof. rewrite apow_one. apply Rabs_pos_eq. lra. Qed.

(** F falls up to the time 1, then it is 5. *)
Definition jumping (t : R) : R := if Rlt_dec t 1 then -1 * t else 5.

Lemma jumping_at t : t < 1 -> jumping t = -1 * t.
Proof. intros H. unfold jumping. destruct Rlt_dec; lra. Qed.

Lemma jumping_2 : jumping 2 = 5 /\ jumping 3 = 5.
Proof. unfold jumping. destruct (Rlt_dec 2 1), (Rlt_dec 3 1); lra. Qed.

Lemma jumping_falls q low : low <= 1 -> mirror_trajectory q low 1 jumping (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 1)
  (fun _ t => - (1) * t) never 0 1.
Proof. intros H. apply falling; [exact H |]. intros t Ht. rewrite jumping_at by lra. ring. Qed.

Lemma exp_small x : 0 <= x <= 1 -> exp x <= 3.
Proof.
  intros H. apply Rle_trans with (exp 1); [| apply exp_le_3]. destruct (Req_dec x 1) as [-> | Hn]; [lra |].
  left. apply exp_increasing. lra.
Qed.

Lemma exp_down x : 0 < x -> exp (- x) < / (1 + x).
Proof.
  intros H. rewrite exp_Ropp. pose proof (exp_ineq1 x ltac:(lra)). apply Rinv_lt_contravar; [| lra].
  apply Rmult_lt_0_compat; [lra | apply exp_pos].
Qed.

(** * Convergence *)

Theorem convergence_needs_1 : ~ convergence_without_1.
Proof.
  intros H. pose proof (H 3 1 1%nat (fun t => - (1) * t) _ _ _ _ never 0 3 2 ltac:(lra) ltac:(lra)
    (falling 3 1 1 _ 0 3 ltac:(lra) (fun t _ => eq_refl)) (within_1 2 ltac:(lra)) 1 2 ltac:(lra) ltac:(lra)) as K.
  rewrite integral_1 in K. replace (2 - 3) with (- (1)) in K by ring. rewrite apow_Ropp, apow_one, Rabs_pos_eq in K; lra.
Qed.

Theorem convergence_needs_2 : ~ convergence_without_2.
Proof.
  intros H. pose proof (H 2 (-1) 1%nat (fun t => - (1) * t) _ _ _ _ never 0 3 1 ltac:(lra) ltac:(lra)
    (falling 2 (-1) 1 _ 0 3 ltac:(lra) (fun t _ => eq_refl)) (within_1 1 ltac:(lra)) 1 2 ltac:(lra) ltac:(lra)) as K.
  rewrite integral_1, apow_1 in K. lra.
Qed.

(** Where |g_k| <= B <= 0 all g_k are 0. *)
Theorem convergence_spares_3 : convergence_without_3.
Proof.
  unfold convergence_without_3. cbv zeta. intros q low n F g h H x D a b B Hq Hlow Ht Hg s t Hs Htb.
  destruct (Rlt_dec 0 B) as [HB | HB].
  { now apply (convergence q low n F g h H x D a b). }
  assert (Hg0 : forall k r, (k < n)%nat -> a < r < b -> g k r = 0).
  { intros k r Hk Hr. destruct (Hg k r Hk Hr) as [_ E]. pose proof (Rle_abs (g k r)). pose proof (Rle_abs (- g k r)).
    rewrite Rabs_Ropp in *. lra. }
  pose proof (convergence q low n F g h H x D a b 1 Hq Hlow Rlt_0_1 Ht) as K.
  specialize (K (fun k r Hk Hr => conj (proj1 (Hg k r Hk Hr)) (Rle_trans _ _ _ (proj2 (Hg k r Hk Hr)) (ltac:(lra) : B <= 1))) s t Hs Htb).
  assert (E : RInt (square_norm n g) s t = 0).
  { rewrite (RInt_ext _ (fun _ => 0)).
    - rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. ring.
    - intros r Hr. rewrite Rmin_left, Rmax_right in Hr by lra. unfold square_norm.
      rewrite (Sum_ext n _ (fun _ => 0)); [rewrite Sum_const; as_reals; ring |]. intros k Hk. rewrite Hg0 by (trivial; lra). ring. }
  rewrite E, apow_1 in K. rewrite E. unfold Rdiv in *. rewrite Rmult_assoc. apply Rmult_le_pos; [apply apow_ge0 | lra].
Qed.

Theorem convergence_needs_4 : ~ convergence_without_4.
Proof.
  intros H. pose proof (H 2 1 1%nat (fun _ => 0) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 0) never 0 3 1
    ltac:(lra) ltac:(lra) ltac:(lra) (within_1 1 ltac:(lra)) 1 2 ltac:(lra) ltac:(lra)) as K.
  rewrite integral_1 in K. lra.
Qed.

Theorem convergence_needs_5 : ~ convergence_without_5.
Proof.
  intros H. pose proof (H 1 1 1%nat (fun t => - (1) * t) _ _ _ _ never 0 3 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    (falling 1 1 1 _ 0 3 ltac:(lra) (fun t _ => eq_refl)) 1 2 ltac:(lra) ltac:(lra)) as K.
  rewrite integral_1 in K. replace (2 - 1) with 1 in K by ring. rewrite half_power in K. lra.
Qed.

Theorem convergence_needs_6 : ~ convergence_without_6.
Proof.
  intros H. pose proof (H 2 1 1%nat (fun t => - (2) * t) _ _ _ _ never 0 3 1 ltac:(lra) ltac:(lra) ltac:(lra)
    (falling 2 1 2 _ 0 3 ltac:(lra) (fun t _ => eq_refl)) (within_1 1 ltac:(lra)) 2 1 ltac:(lra)) as K.
  rewrite integral_1, apow_1 in K. lra.
Qed.

Theorem convergence_needs_7 : ~ convergence_without_7.
Proof.
  intros H. pose proof (H 2 1 1%nat jumping _ _ _ _ never 0 1 1 ltac:(lra) ltac:(lra) ltac:(lra)
    (jumping_falls 2 1 ltac:(lra)) (fun k t Hk Ht => within_1 1 ltac:(lra) k t Hk ltac:(lra)) (1 / 2) 2 ltac:(lra)) as K.
  rewrite integral_1, apow_1, jumping_at in K by lra. destruct jumping_2. lra.
Qed.

Theorem convergence_power_needs_2 : ~ convergence_power_without_2.
Proof.
  intros H. pose proof (H 2 (-1) 1%nat (fun t => - (1) * t) _ _ _ _ never 0 3 ltac:(lra)
    (falling 2 (-1) 1 _ 0 3 ltac:(lra) (fun t _ => eq_refl)) (fun _ _ _ _ => continuous_const _ _) 1 2 ltac:(lra) ltac:(lra)) as K.
  rewrite integral_power_1 in K. lra.
Qed.

Theorem convergence_power_needs_3 : ~ convergence_power_without_3.
Proof.
  intros H. pose proof (H 2 1 1%nat (fun _ => 0) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 0) never 0 3
    ltac:(lra) ltac:(lra) (fun _ _ _ _ => continuous_const _ _) 1 2 ltac:(lra) ltac:(lra)) as K.
  rewrite integral_power_1 in K. lra.
Qed.

Theorem convergence_power_needs_5 : ~ convergence_power_without_5.
Proof.
  intros H. pose proof (H 2 1 1%nat (fun t => - (2) * t) _ _ _ _ never 0 3 ltac:(lra) ltac:(lra)
    (falling 2 1 2 _ 0 3 ltac:(lra) (fun t _ => eq_refl)) (fun _ _ _ _ => continuous_const _ _) 2 1 ltac:(lra)) as K.
  rewrite integral_power_1 in K. lra.
Qed.

Theorem convergence_power_needs_6 : ~ convergence_power_without_6.
Proof.
  intros H. pose proof (H 2 1 1%nat jumping _ _ _ _ never 0 1 ltac:(lra) ltac:(lra)
    (jumping_falls 2 1 ltac:(lra)) (fun _ _ _ _ => continuous_const _ _) (1 / 2) 2 ltac:(lra)) as K.
  rewrite integral_power_1, jumping_at in K by lra. destruct jumping_2. lra.
Qed.

(** * Linear rate *)

Lemma bounded_1 B a b : 1 <= B -> forall (k : nat) (t : R), (k < 1)%nat -> a < t < b -> Rabs 1 <= B.
Proof. intros HB k t _ _. rewrite Rabs_R1. lra. Qed.

Theorem linear_rate_needs_1 : ~ linear_rate_without_1.
Proof.
  intros H. pose proof (H 3 1 1%nat (fun t => - (1) * t) _ _ _ _ never 0 1 2 (-1) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    (falling 3 1 1 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) (bounded_1 2 0 1 ltac:(lra))
    ltac:(intros t Ht; rewrite square_1; lra) (1 / 10) (2 / 10) ltac:(lra) ltac:(lra)) as K.
  replace (3 - 2) with 1 in K by ring. rewrite apow_one, Rabs_pos_eq in K by lra.
  replace (2 * (1 / 2) * 1 * 2 * (2 / 10 - 1 / 10)) with (1 / 5) in K by field. pose proof (exp_down (1 / 5) ltac:(lra)). lra.
Qed.

Theorem linear_rate_needs_2 : ~ linear_rate_without_2.
Proof.
  intros H. pose proof (H 2 (-1) 1%nat (fun t => - -1 * t) _ _ _ _ never 0 1 1 0 (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    (falling 2 (-1) (-1) _ 0 1 ltac:(lra) (fun t _ => eq_refl)) (bounded_1 1 0 1 ltac:(lra))
    ltac:(intros t Ht; rewrite square_1; lra) (1 / 10) (1 / 2) ltac:(lra) ltac:(lra)) as K.
  replace (2 - 2) with 0 in K by ring. rewrite apow_1 in K.
  replace (- (2 * (1 / 2) * -1 * 1 * (1 / 2 - 1 / 10))) with (2 / 5) in K by field. pose proof (exp_small (2 / 5) ltac:(lra)). lra.
Qed.

(** Where |g_k| <= B <= 0 all g_k are 0: F rests, at most at F*. *)
Theorem linear_rate_spares_3 : linear_rate_without_3.
Proof.
  unfold linear_rate_without_3. cbv zeta. intros q low n F g h H x D a b B Fstar sigma Hq Hlow Hsig Ht Hg HP s t Hs Htb.
  destruct (Rlt_dec 0 B) as [HB | HB]; [now apply (linear_rate q low n F g h H x D a b) |].
  assert (Hg0 : forall k r, (k < n)%nat -> a < r < b -> g k r = 0).
  { intros k r Hk Hr. pose proof (Hg k r Hk Hr). pose proof (Rle_abs (g k r)). pose proof (Rle_abs (- g k r)).
    rewrite Rabs_Ropp in *. lra. }
  assert (E : F t = F s).
  { destruct Ht as [HD [_ HF]]. apply (rate_zero F _ D a b HD HF); try lra. intros r Hr _.
    rewrite (Sum_ext n _ (fun _ => 0)); [rewrite Sum_const; ring |]. intros k Hk. rewrite Hg0 by trivial. ring. }
  assert (Hy : 2 * sigma * (F s - Fstar) <= 0).
  { apply Rle_trans with (1 := HP s ltac:(lra)). right. unfold square_norm.
    rewrite (Sum_ext n _ (fun _ => 0)); [rewrite Sum_const; ring |]. intros k Hk. rewrite Hg0 by (trivial; lra). ring. }
  assert (Hy' : F s - Fstar <= 0) by nra. rewrite E.
  set (e := 2 * sigma * low * apow B (q - 2) * (t - s)).
  assert (He : 0 <= e) by (unfold e; repeat apply Rmult_le_pos; try lra; apply apow_ge0).
  assert (exp (- e) <= 1) by (rewrite <- exp_0; destruct He as [He | <-]; [left; apply exp_increasing; lra | rewrite Ropp_0; lra]).
  nra.
Qed.

Theorem linear_rate_spares_4 : linear_rate_without_4.
Proof. unfold linear_rate_without_4. cbv zeta. intros. now apply (linear_rate_signed q low n F g h H x D a b). Qed.

Theorem linear_rate_needs_5 : ~ linear_rate_without_5.
Proof.
  intros H. pose proof (H 2 1 1%nat (fun _ => 1) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 0) never 0 3 1 0 (1 / 2)
    ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) (bounded_1 1 0 3 ltac:(lra)) ltac:(intros t Ht; rewrite square_1; lra) 1 2
    ltac:(lra) ltac:(lra)) as K.
  replace (2 - 2) with 0 in K by ring. rewrite apow_1 in K.
  replace (2 * (1 / 2) * 1 * 1 * (2 - 1)) with 1 in K by field. pose proof (exp_down 1 ltac:(lra)). lra.
Qed.

Theorem linear_rate_needs_6 : ~ linear_rate_without_6.
Proof.
  intros H. pose proof (H 1 1 1%nat (fun t => - (1) * t) _ _ _ _ never 0 1 (1 / 2) (-1) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    ltac:(lra) (falling 1 1 1 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) ltac:(intros t Ht; rewrite square_1; lra) (1 / 10) (2 / 10)
    ltac:(lra) ltac:(lra)) as K.
  replace (1 - 2) with (- (1)) in K by ring. rewrite apow_Ropp, half_power in K.
  replace (2 * (1 / 2) * 1 * / (1 / 2) * (2 / 10 - 1 / 10)) with (1 / 5) in K by field. pose proof (exp_down (1 / 5) ltac:(lra)). lra.
Qed.

Theorem linear_rate_needs_7 : ~ linear_rate_without_7.
Proof.
  intros H. pose proof (H 2 1 1%nat (fun t => - (1) * t) _ _ _ _ never 0 1 1 (-10) 10 ltac:(lra) ltac:(lra) ltac:(lra)
    ltac:(lra) (falling 2 1 1 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) (bounded_1 1 0 1 ltac:(lra)) (1 / 10) (2 / 10)
    ltac:(lra) ltac:(lra)) as K.
  replace (2 - 2) with 0 in K by ring. rewrite apow_1 in K.
  replace (2 * 10 * 1 * 1 * (2 / 10 - 1 / 10)) with 2 in K by field. pose proof (exp_down 2 ltac:(lra)). lra.
Qed.

Theorem linear_rate_needs_8 : ~ linear_rate_without_8.
Proof.
  intros H. pose proof (H 2 1 1%nat (fun t => - (5) * t) _ _ _ _ never 0 1 1 (-5) (1 / 10) ltac:(lra) ltac:(lra) ltac:(lra)
    ltac:(lra) (falling 2 1 5 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) (bounded_1 1 0 1 ltac:(lra))
    ltac:(intros t Ht; rewrite square_1; lra) (9 / 10) (1 / 10) ltac:(lra)) as K.
  replace (2 - 2) with 0 in K by ring. rewrite apow_1 in K.
  replace (- (2 * (1 / 10) * 1 * 1 * (1 / 10 - 9 / 10))) with (4 / 25) in K by field. pose proof (exp_small (4 / 25) ltac:(lra)). lra.
Qed.

Theorem linear_rate_needs_9 : ~ linear_rate_without_9.
Proof.
  intros H. pose proof (H 2 1 1%nat jumping _ _ _ _ never 0 1 1 (-1) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    ltac:(lra) (jumping_falls 2 1 ltac:(lra)) (bounded_1 1 0 1 ltac:(lra))
    ltac:(intros t Ht; rewrite square_1, jumping_at; lra) (1 / 2) 2 ltac:(lra)) as K.
  replace (2 - 2) with 0 in K by ring. rewrite apow_1, (jumping_at (1 / 2)) in K by lra.
  replace (2 * (1 / 2) * 1 * 1 * (2 - 1 / 2)) with (3 / 2) in K by field. pose proof (exp_down (3 / 2) ltac:(lra)).
  destruct jumping_2. lra.
Qed.

(** * Finite time *)

Lemma root_le_1 y : 0 <= y <= 1 -> apow y (1 - 1 / 2) <= 1.
Proof. intros H. apply Rle_trans with (apow 1 (1 - 1 / 2)); [apply apow_le; lra | rewrite apow_1; lra]. Qed.

Lemma twice_half r : apow (2 * (1 / 2)) r = 1.
Proof. replace (2 * (1 / 2)) with 1 by field. apply apow_1. Qed.

Theorem finite_time_needs_1 : ~ finite_time_without_1.
Proof. intros H. apply finite_time_mutant_false. intros q low n F g h Hc x D a b Fs sigma _. exact (H q low n F g h Hc x D a b Fs sigma). Qed.

Theorem finite_time_needs_2 : ~ finite_time_without_2.
Proof.
  intros H. pose proof (H 1 0 1%nat (fun t => - (1) * t) _ _ _ _ never 0 1 (-1) (1 / 2) ltac:(lra) ltac:(lra)
    (falling 1 0 1 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) ltac:(intros t Ht; rewrite square_1; lra) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as K.
  rewrite !Rmult_0_l in K. unfold Rdiv at 2 in K. rewrite Rinv_0, Rmult_0_r in K. specialize (K ltac:(lra)). lra.
Qed.

Theorem finite_time_needs_3 : ~ finite_time_without_3.
Proof.
  intros H. pose proof (H 1 1 1%nat (fun t => - (1) * t) _ _ _ _ never 0 1 (-1) 0 ltac:(lra) ltac:(lra)
    (falling 1 1 1 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) ltac:(intros t Ht; rewrite square_1; lra) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as K.
  rewrite Rmult_0_r, apow_0, Rmult_0_r, !Rmult_0_l in K. unfold Rdiv at 2 in K. rewrite Rinv_0, Rmult_0_r in K.
  specialize (K ltac:(lra)). lra.
Qed.

Theorem finite_time_needs_4 : ~ finite_time_without_4.
Proof.
  intros H. pose proof (H 1 1 1%nat (fun _ => 1) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 1) (fun _ _ => 0) never 0 5 0 (1 / 2)
    ltac:(lra) ltac:(lra) ltac:(lra) ltac:(intros t Ht; rewrite square_1; lra) 1 4 ltac:(lra) ltac:(lra)) as K.
  rewrite twice_half, Rminus_0_r, apow_1 in K. specialize (K ltac:(lra)). lra.
Qed.

Theorem finite_time_needs_5 : ~ finite_time_without_5.
Proof.
  intros H. pose proof (H 1 100 1%nat (fun t => - (100) * t) _ _ _ _ never 0 1 (-26) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    (falling 1 100 100 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) (1 / 4) (1 / 2) ltac:(lra) ltac:(lra)) as K. cbv beta in K.
  replace (- (100) * (1 / 4) - -26) with 1 in K by field. rewrite twice_half, apow_1 in K. specialize (K ltac:(lra)). lra.
Qed.

Theorem finite_time_needs_6 : ~ finite_time_without_6.
Proof.
  intros H. set (F := fun t => if Rlt_dec 0 t then - (1) * t else -1).
  assert (E : forall t, 0 < t < 1 -> F t = - (1) * t) by (intros t Ht; unfold F; destruct Rlt_dec; lra).
  assert (E1 : F (-1) = -1) by (unfold F; destruct Rlt_dec; lra).
  pose proof (H 1 1 1%nat F _ _ _ _ never 0 1 (-1) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    (falling 1 1 1 F 0 1 ltac:(lra) E) ltac:(intros t Ht; rewrite square_1, E; lra) (-1) (1 / 2) ltac:(lra)) as K.
  rewrite E1, E in K by lra. replace (-1 - -1) with 0 in K by ring. rewrite apow_0 in K. specialize (K ltac:(lra)). lra.
Qed.

Theorem finite_time_needs_7 : ~ finite_time_without_7.
Proof.
  intros H. pose proof (H 1 1 1%nat jumping _ _ _ _ never 0 1 (-1) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    (jumping_falls 1 1 ltac:(lra)) ltac:(intros t Ht; rewrite square_1, jumping_at; lra) (1 / 4) 3 ltac:(lra)) as K.
  rewrite jumping_at, twice_half in K by lra. pose proof (root_le_1 (-1 * (1 / 4) - -1) ltac:(lra)).
  specialize (K ltac:(lra)). destruct jumping_2. lra.
Qed.

Theorem finite_time_needs_8 : ~ finite_time_without_8.
Proof.
  intros H. pose proof (H 1 1 1%nat (fun t => - (1) * t) _ _ _ _ never 0 1 (-1) (1 / 2) ltac:(lra) ltac:(lra) ltac:(lra)
    (falling 1 1 1 _ 0 1 ltac:(lra) (fun t _ => eq_refl)) ltac:(intros t Ht; rewrite square_1; lra) (1 / 4) (1 / 2)
    ltac:(lra) ltac:(lra)) as K. cbv beta in K. lra.
Qed.
