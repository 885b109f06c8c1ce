(** Balance under coupled decay: the differences |w_i|^q - |w_l|^q contract. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws MoreRules
  Coercivity ClaimsFlows.
Local Open Scope R_scope.


Lemma powers_in_step q a b : 1 <= q -> 0 <= (apow a q - apow b q) * (a ^ 2 - b ^ 2).
Proof.
  intros Hq. rewrite <- (apow_Rabs a), <- (apow_Rabs b), <- (pow2_abs a), <- (pow2_abs b).
  pose proof (Rabs_pos a). pose proof (Rabs_pos b). destruct (Rle_or_lt (Rabs a) (Rabs b)) as [K | K].
  - pose proof (apow_le (Rabs a) (Rabs b) q ltac:(lra) ltac:(lra)). pose proof (pow_incr (Rabs a) (Rabs b) 2 ltac:(lra)).
    rewrite <- Rmult_opp_opp. apply Rmult_le_pos; lra.
  - pose proof (apow_le (Rabs b) (Rabs a) q ltac:(lra) ltac:(lra)). pose proof (pow_incr (Rabs b) (Rabs a) 2 ltac:(lra)).
    apply Rmult_le_pos; lra.
Qed.

Lemma spow_of_sign y r : y <> 0 -> spow (sign y) r = sign y.
Proof.
  intros Hy. destruct (Rdichotomy _ _ Hy) as [H | H].
  - rewrite (sign_eq_m1 y H). transitivity (spow (- (1)) r); [f_equal; ring |]. rewrite spow_opp. unfold spow.
    rewrite sign_eq_1, apow_1 by lra. ring.
  - rewrite (sign_eq_1 y H). unfold spow. rewrite sign_eq_1, apow_1 by lra. ring.
Qed.

Section Coupled.
Variables (T : Rbar) (L : nat) (q : R) (g alpha : R -> R) (w : nat -> R -> R) (x : R -> R).
Hypothesis Hq : 1 <= q.
Hypothesis Pa : every T (fun t => 0 <= alpha t).
Hypothesis Hc : forall i, (i < L)%nat -> ac T (fun t => w i t).
Hypothesis Hd : forall i, (i < L)%nat -> ae T (fun t => is_derive (fun t => w i t) t
  ((-1) * spow ((g t * others L i (fun j => w j t)) + (alpha t * w i t)) (q + (-1)))).
Hypothesis Hx : every T (fun t => x t = Prod L (fun j => w j t)).

Let pull i t := g t * x t + alpha t * w i t ^ 2.

Lemma power_rate i : (i < L)%nat -> moves_ae T (fun t => apow (w i t) q) (fun t => - q * spow (pull i t) (q + -1)).
Proof.
  intros Hi. generalize (rate_power T (w i) _ q Hq (Hd i Hi)). apply rate_change. intros t Ht.
  replace (q - 1) with (q + -1) by ring.
  transitivity (- q * (spow (w i t) (q + -1) * spow (g t * others L i (fun j => w j t) + alpha t * w i t) (q + -1))); [ring |].
  rewrite <- spow_mult. f_equal. f_equal. unfold pull. rewrite (Hx t Ht), <- (Prod_others L i) by exact Hi. ring.
Qed.

Lemma gap_rate i l : (i < L)%nat -> (l < L)%nat -> moves_ae T (fun t => apow (w i t) q - apow (w l t) q)
  (fun t => - q * (spow (pull i t) (q + -1) - spow (pull l t) (q + -1))).
Proof.
  intros Hi Hl. generalize (rate_minus T _ _ _ _ (power_rate i Hi) (power_rate l Hl)). apply rate_change. intros t _. ring.
Qed.

Lemma square_falls (d r : R -> R) : ac T d -> moves_ae T d (fun t => - r t) -> every T (fun t => 0 <= d t * r t) ->
  every T (fun t => d t ^ 2 <= d 0 ^ 2).
Proof.
  intros Hd' Dd Hr. assert (E : every T (fun t => d t * d t <= d 0 * d 0)).
  { apply (never_above T (fun t => d t * d t)); [now apply ac_times |].
    generalize (rate_times T d _ d _ Dd Dd). apply ae_incl. intros t Ht D. eexists. split; [exact D |].
    pose proof (Hr t Ht) as K. cbv beta in K. lra. }
  intros t Ht. pose proof (E t Ht) as K. cbv beta in K. lra.
Qed.

Lemma gap_contracts i l : (i < L)%nat -> (l < L)%nat ->
  every T (fun t => (apow (w i t) q - apow (w l t) q) ^ 2 <= (apow (w i 0) q - apow (w l 0) q) ^ 2).
Proof.
  intros Hi Hl.
  apply (square_falls (fun t => apow (w i t) q - apow (w l t) q) (fun t => q * (spow (pull i t) (q + -1) - spow (pull l t) (q + -1)))).
  - apply ac_minus; now apply ac_power, Hc.
  - generalize (gap_rate i l Hi Hl). apply rate_change. intros t _. ring.
  - intros t Ht. pose proof (Pa t Ht) as A. cbv beta in A. pose proof (powers_in_step q (w i t) (w l t) Hq) as S.
    set (d := apow (w i t) q - apow (w l t) q) in *.
    assert (K : 0 <= d * (spow (pull i t) (q + -1) - spow (pull l t) (q + -1))).
    { apply same_order; [| lra]. unfold pull.
      replace (d * (g t * x t + alpha t * w i t ^ 2 - (g t * x t + alpha t * w l t ^ 2)))
        with (alpha t * (d * (w i t ^ 2 - w l t ^ 2))) by ring. now apply Rmult_le_pos. }
    replace (d * (q * (spow (pull i t) (q + -1) - spow (pull l t) (q + -1))))
      with (q * (d * (spow (pull i t) (q + -1) - spow (pull l t) (q + -1)))) by ring.
    apply Rmult_le_pos; lra.
Qed.

Lemma size_rate i : (i < L)%nat -> every T (fun t => 0 < Rabs (w i t)) ->
  moves_ae T (fun t => Rabs (w i t)) (fun t => - spow (g t * x t * / Rabs (w i t) + alpha t * Rabs (w i t)) (q + -1)).
Proof.
  intros Hi P. generalize (rate_abs T (w i) _ (Hd i Hi)). apply rate_change. intros t Ht.
  pose proof (P t Ht) as Pt. cbv beta in Pt. assert (Hn : w i t <> 0) by (intros E; rewrite E, Rabs_R0 in Pt; lra).
  transitivity (- (spow (sign (w i t)) (q + -1) * spow (g t * others L i (fun j => w j t) + alpha t * w i t) (q + -1))).
  - rewrite spow_of_sign by exact Hn. ring.
  - rewrite <- spow_mult. f_equal. f_equal. rewrite (Hx t Ht), <- (Prod_others L i) by exact Hi.
    rewrite <- (sign_abs (w i t)) at 3. rewrite <- (sign_self (w i t)) at 3. field. lra.
Qed.
End Coupled.

Lemma concave_gap B D r t : 0 < B -> 0 < D -> 0 < r < 1 -> 0 < t ->
  apow B r + (-1) * apow (B + D) r < apow (B + t) r + (-1) * apow (B + D + t) r.
Proof.
  intros HB HD Hr Ht.
  set (f := fun t => apow (B + t) r + (-1) * apow (B + D + t) r).
  assert (K : f 0 < f t).
  { apply (derive_gt0_incr f (fun t => r * spow (B + t) (r - 1) + (-1) * (r * spow (B + D + t) (r - 1))) (- B) (t + 1)); try lra.
    - intros s Hs. unfold f. apply (is_derive_plus (fun t => apow (B + t) r) (fun t => (-1) * apow (B + D + t) r)).
      + evar_last; [apply (is_derive_comp (fun y => apow y r) (fun t => B + t) s (r * spow (B + s) (r - 1)) 1); [apply is_derive_apow_nz; lra | auto_derive; trivial] |].
        unfold scal; simpl; unfold mult; simpl. ring.
      + apply is_derive_scal.
        evar_last; [apply (is_derive_comp (fun y => apow y r) (fun t => B + D + t) s (r * spow (B + D + s) (r - 1)) 1); [apply is_derive_apow_nz; lra | auto_derive; trivial] |].
        unfold scal; simpl; unfold mult; simpl. ring.
    - intros s Hs. cbv beta. rewrite !spow_pos by lra.
      assert (apow (B + D + s) (r - 1) < apow (B + s) (r - 1)).
      { replace (r - 1) with (- (1 - r)) by ring. rewrite !apow_Ropp.
        apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; apply apow_gt0; lra | apply apow_lt; lra]. }
      nra. }
  unfold f in K. rewrite !Rplus_0_r in K. exact K.
Qed.

Theorem balance_coupled_claim : claim_balance_coupled.
Proof.
  intros L HL n Hn T HT alpha Pa g w x B HB D HD q Hq Hc Hd Hx.
  split; [| split; [| split; [| split; [| split; [| split; [| split]]]]]].
  - intros k Hk i Hi l Hl.
    pose proof (gap_rate T L q (g k) alpha (w k) (x k) (proj1 Hq) (Hd k Hk) (Hx k Hk) i l Hi Hl) as M.
    assert (M' : moves_ae T (fun t => apow (Rabs (w k i t)) q + -1 * apow (Rabs (w k l t)) q)
      (fun t => - q * (spow (g k t * x k t + alpha t * w k i t ^ 2) (q + -1) - spow (g k t * x k t + alpha t * w k l t ^ 2) (q + -1)))).
    { apply (moves_same T (fun t => apow (w k i t) q - apow (w k l t) q)); [| exact M].
      intros t _. rewrite (apow_Rabs (w k i t)), (apow_Rabs (w k l t)). ring. }
    revert M'. apply rate_change. intros t _. ring.
  - intros k Hk i Hi l Hl t Ht. rewrite !apow_Rabs.
    pose proof (gap_contracts T L q (g k) alpha (w k) (x k) (proj1 Hq) Pa (Hc k Hk) (Hd k Hk) (Hx k Hk) i l Hi Hl t Ht) as E.
    cbv beta in E. lra.
  - intros k Hk i Hi l Hl E0 t Ht.
    pose proof (gap_contracts T L q (g k) alpha (w k) (x k) (proj1 Hq) Pa (Hc k Hk) (Hd k Hk) (Hx k Hk) i l Hi Hl t Ht) as E.
    cbv beta in E. rewrite <- (apow_Rabs (w k i 0)), <- (apow_Rabs (w k l 0)), E0, Rminus_eq_0 in E.
    assert (Z : apow (w k i t) q = apow (w k l t) q) by nra.
    destruct (Rtotal_order (Rabs (w k i t)) (Rabs (w k l t))) as [K | [K | K]]; [| exact K |];
      apply (apow_abs_lt _ _ q) in K; lra.
  - intros k Hk i Hi l Hl Hg Pi Pl.
    pose proof (size_rate T L q (g k) alpha (w k) (x k) (Hd k Hk) (Hx k Hk) i Hi Pi) as Mi.
    pose proof (size_rate T L q (g k) alpha (w k) (x k) (Hd k Hk) (Hx k Hk) l Hl Pl) as Ml.
    set (a := fun i t => g k t * x k t * / Rabs (w k i t) + alpha t * Rabs (w k i t)) in *.
    assert (F : every T (fun t => (Rabs (w k i t) - Rabs (w k l t)) ^ 2 <= (Rabs (w k i 0) - Rabs (w k l 0)) ^ 2)).
    { apply (square_falls T (fun t => Rabs (w k i t) - Rabs (w k l t)) (fun t => spow (a i t) (q + -1) - spow (a l t) (q + -1))).
      - apply ac_minus; apply ac_abs; now apply Hc.
      - generalize (rate_minus T _ _ _ _ Mi Ml). apply rate_change. intros t _. unfold a. ring.
      - intros t Ht. pose proof (Pa t Ht) as A. pose proof (Pi t Ht) as U. pose proof (Pl t Ht) as V. pose proof (Hg t Ht) as G.
        cbv beta in A, U, V, G. apply same_order; [| lra]. unfold a.
        set (u := Rabs (w k i t)) in *. set (v := Rabs (w k l t)) in *. set (y := g k t * x k t) in *.
        replace ((u - v) * (y * / u + alpha t * u - (y * / v + alpha t * v)))
          with ((- y * (/ u * / v) + alpha t) * ((u - v) * (u - v))) by (field; lra).
        apply Rmult_le_pos; [| apply Rle_0_sqr]. pose proof (Rinv_0_lt_compat u U). pose proof (Rinv_0_lt_compat v V).
        assert (0 <= - y * (/ u * / v)) by (apply Rmult_le_pos; [lra | apply Rmult_le_pos; lra]). lra. }
    intros t Ht. pose proof (F t Ht) as E. cbv beta in E. lra.
  - intros k Hk i Hi l Hl -> [A HA].
    assert (HA' : primitive T alpha A) by exact HA. exists A. split; [exact HA |]. intros t Ht.
    assert (Dr : driven_ac T 2 L (g k) alpha (w k)).
    { intros j Hj. split; [exact (Hc k Hk j Hj) |]. generalize (Hd k Hk j Hj). apply rate_change. intros r _.
      replace (2 + -1) with 1 by ring. replace (2 - 1) with 1 by ring. rewrite !spow_one. ring. }
    pose proof (balance_decay_ac T 2 L (g k) alpha A (w k) ltac:(lra) Dr HA' i l Hi Hl t Ht) as E. cbv beta in E.
    rewrite !apow_two in E. replace (-2 * A t) with (- (2) * A t) by ring. simpl. rewrite !Rmult_1_r.
    transitivity (w k i t * w k i t - w k l t * w k l t); [ring |]. rewrite E. ring.
  - intros H1 H2 t Ht Pt. apply concave_gap; trivial. split.
    + apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra].
    + apply (Rmult_lt_reg_r q); [lra |]. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - rewrite (sign_eq_1 (-1 * 2 * 1 + 3 / 2 * 2 ^ 2)) by (simpl; lra). rewrite (sign_eq_m1 (-1 * 2 * 1 + 3 / 2 * 1 ^ 2)) by (simpl; lra). ring.
  - rewrite (sign_eq_1 (-1 * 20 * 19 + 3 / 2 * 20 ^ 2)) by (simpl; lra). rewrite (sign_eq_1 (-1 * 20 * 19 + 3 / 2 * 19 ^ 2)) by (simpl; lra). ring.
Qed.
