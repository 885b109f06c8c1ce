(** Claims about R' as an integral: strict convexity, R' onto R or not, the end of the domain. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers.
Local Open Scope R_scope.

Lemma continuous_fold t : continuous (fun t => (t + Rabs t) / 2) t.
Proof.
  apply (continuous_mult (fun t => t + Rabs t) (fun _ => / 2)); [| apply continuous_const].
  apply (continuous_plus (fun t => t) Rabs); [apply continuous_id | apply continuous_Rabs].
Qed.

Lemma fold_id t : 0 <= t -> (t + Rabs t) / 2 = t.
Proof. intros H. rewrite Rabs_pos_eq by assumption. field. Qed.

(** Lebesgue's integral of what is continuous is Riemann's. *)
Lemma primitive_of T (f : R -> R) : (forall t, 0 <= t -> continuous f t) ->
  exists A, primitive T f A /\ forall t, 0 < t -> is_derive A t (f t).
Proof.
  intros Hf. set (g := fun t => f ((t + Rabs t) / 2)).
  assert (Hg : forall t, continuous g t).
  { intros t. apply (continuous_comp (fun t => (t + Rabs t) / 2) f); [apply continuous_fold |]. apply Hf.
    unfold Rabs. destruct Rcase_abs; lra. }
  assert (D : forall t, is_derive (fun t => RInt g 0 t) t (g t)).
  { intros t. apply (is_derive_RInt g (fun t => RInt g 0 t) 0 t); [| apply Hg]. apply filter_forall. intros r. apply (RInt_correct (V := R_CompleteNormedModule)).
    apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros z _. apply Hg. }
  assert (E : forall t, 0 < t -> is_derive (fun t => RInt g 0 t) t (f t)).
  { intros t Ht. evar_last; [apply D |]. unfold g. now rewrite fold_id by lra. }
  exists (fun t => RInt g 0 t). split; [| exact E]. split; [| split].
  - apply (ac_everywhere T (fun t => t) (fun t => RInt g 0 t) g); [intros y _; split; [apply D | apply Hg] | apply ac_id].
  - apply integral_point.
  - apply (ae_but T _ (fun t => t = 0)).
    + apply null_countable. exists (fun _ => 0). intros t ->. now exists 0%nat.
    + intros t [H0 _] Hn. apply E. lra.
Qed.

Lemma ex_apow (f : R -> R) t r : ex_derive f t -> 0 < f t -> ex_derive (fun t => apow (f t) r) t.
Proof.
  intros [l D] H. exists (l * (r * apow (f t) (r - 1))). apply (is_derive_comp (fun y => apow y r) f t); [| exact D].
  assert (C : C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by apply (built_continuous p_infty). now apply C.
Qed.

Lemma ex_Prod n (w : nat -> R -> R) t : (forall i, (i < n)%nat -> ex_derive (w i) t) -> ex_derive (fun t => Prod n (fun i => w i t)) t.
Proof.
  intros H. exists (Sum n (fun i => Derive (w i) t * others n i (fun j => w j t))). apply is_derive_Prod. intros i Hi.
  now apply Derive_correct, H.
Qed.

Section Polynomial.
Variables (L : nat) (Lam : nat -> R) (u0 q : R).
Hypothesis HL : (2 <= L)%nat.
Hypothesis PL : forall i, (i < L)%nat -> 0 <= Lam i.
Hypothesis Hu : 0 < u0.
Hypothesis Hq : 1 <= q <= 2.
Let Q t := Prod L (fun j => u0 + t + Lam j).
Let S t := Sum L (fun i => others L i (fun j => u0 + t + Lam j)).
Let f t := apow (Q t) (1 * / q + -1) * / q.

Lemma factor_pos t j : 0 <= t -> (j < L)%nat -> 0 < u0 + t + Lam j.
Proof. intros Ht Hj. specialize (PL j Hj). lra. Qed.

Lemma Q_pos t : 0 <= t -> 0 < Q t.
Proof. intros Ht. apply Prod_gt0. intros j Hj. now apply factor_pos. Qed.

Lemma S_pos t : 0 <= t -> 0 < S t.
Proof. intros Ht. apply Sum_pos; [lia |]. intros i _. apply others_gt0. intros j Hj. now apply factor_pos. Qed.

Lemma Q_rate t : is_derive Q t (S t).
Proof.
  evar_last; [apply (is_derive_Prod L (fun j t => u0 + t + Lam j) (fun _ => 1) t) |].
  - intros j _. apply (is_derive_ext (fun t => t + (u0 + Lam j))); [intros r; as_reals; ring |].
    evar_last; [apply (is_derive_plus (fun t => t) (fun _ => u0 + Lam j) t 1 0); [apply (is_derive_id t) | apply (is_derive_const (u0 + Lam j))] | apply Rplus_0_r].
  - unfold S. apply Sum_ext. intros i _. apply Rmult_1_l.
Qed.

Lemma Q_power_rate t r : 0 <= t -> is_derive (fun t => apow (Q t) r) t (r * apow (Q t) (r - 1) * S t).
Proof.
  intros Ht. evar_last; [apply (is_derive_comp (fun y => apow y r) Q t); [| apply Q_rate] |].
  - assert (C : C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by apply (built_continuous p_infty).
    apply C. now apply Q_pos.
  - unfold scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma f_continuous t : 0 <= t -> continuous f t.
Proof.
  intros Ht. apply (ex_derive_continuous f). apply (ex_derive_mult (fun t => apow (Q t) (1 * / q + -1)) (fun _ => / q)).
  - eexists. now apply Q_power_rate.
  - apply ex_derive_const.
Qed.

Lemma f_pos t : 0 <= t -> 0 < f t.
Proof.
  intros Ht. apply Rmult_lt_0_compat; [| apply Rinv_0_lt_compat; lra]. apply apow_gt0, Rgt_not_eq. now apply Q_pos.
Qed.

(** f >= 1 / (q (t + c)) where q (L-1)/L <= 1. *)
Lemma f_above t : 0 <= t -> INR L * (q - 1) <= q -> / q * / (t + (u0 + 1 + Sum L Lam)) <= f t.
Proof.
  intros Ht Hm. set (c := u0 + 1 + Sum L Lam). assert (S0 : 0 <= Sum L Lam) by (apply Sum_ge0; exact PL).
  unfold f. rewrite Rmult_comm. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra |].
  assert (Y : 1 <= t + c) by (unfold c; lra).
  assert (QB : Q t <= apow (t + c) (INR L)).
  { rewrite apow_nat by (lia || lra). rewrite <- Prod_const. apply Prod_le. intros j Hj. split; [left; now apply factor_pos |].
    pose proof (Sum_ge_term L Lam j Hj PL). unfold c. lra. }
  apply Rle_trans with (apow (apow (t + c) (INR L)) (1 * / q + -1)).
  - rewrite apow_apow. replace (/ (t + c)) with (apow (t + c) (- (1))) by (rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra; reflexivity).
    apply above_one; [assumption |]. apply Rmult_le_reg_r with q; [lra |].
    replace (INR L * (1 * / q + -1) * q) with (INR L * (1 - q)) by (field; lra). lra.
  - apply falling_base; [now apply Q_pos | assumption |]. rewrite Rmult_1_l. assert (/ q <= 1); [| lra].
    rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.

(** f <= (u0 + t)^(-beta) / q, beta = L (q-1)/q. *)
Lemma f_below t : 0 <= t -> f t <= apow (u0 + t) (- (INR L * (q + -1) * / q)) * / q.
Proof.
  intros Ht. unfold f. apply Rmult_le_compat_r; [left; apply Rinv_0_lt_compat; lra |].
  assert (QB : apow (u0 + t) (INR L) <= Q t).
  { rewrite apow_nat by (lia || lra). rewrite <- Prod_const. apply Prod_le. intros j Hj. specialize (PL j Hj). lra. }
  replace (- (INR L * (q + -1) * / q)) with (INR L * (1 * / q + -1)) by (field; lra). rewrite <- apow_apow.
  apply falling_base; [apply apow_gt0; lra | assumption |]. rewrite Rmult_1_l. assert (/ q <= 1); [| lra].
  rewrite <- Rinv_1. apply Rinv_le_contravar; lra.
Qed.

Variable T : Rbar.
Hypothesis HT : Rbar_lt 0 T.

Lemma integral_diverges : grows (toward T) (fun t => t) -> INR L * (q - 1) <= q ->
  exists A, primitive T f A /\ grows (toward T) (fun t => A t).
Proof.
  intros Gt Hm. destruct (primitive_of T f f_continuous) as [A [HA _]]. exists A. split; [exact HA |].
  pose proof (toward_proper T HT) as PF. destruct HA as [HA [A0 DA]].
  set (c := u0 + 1 + Sum L Lam). assert (S0 : 0 <= Sum L Lam) by (apply Sum_ge0; exact PL). assert (Hc : 1 <= c) by (unfold c; lra).
  assert (K : every T (fun t => A 0 - / q * ln (0 + c) <= A t - / q * ln (t + c))).
  { apply (never_falls T (fun t => A t - / q * ln (t + c)) (fun t => f t - / q * / (t + c))).
    - apply ac_minus; [exact HA |]. apply ac_scal.
      apply (ac_positive T (fun t => t + c) ln (fun y => / y)); [apply (built_continuous T) | apply ac_plus; [apply ac_id | apply ac_const] |].
      intros t [Ht _]. lra.
    - apply rate_minus; [exact DA |]. apply ae_every. intros t [Ht _]. auto_derive; [lra | ring].
    - intros t [Ht _]. pose proof (f_above t Ht Hm) as B. fold c in B. lra. }
  apply (@grows_above (toward T) PF (fun t => ln (t + c) * / q + - (/ q * ln c))).
  - apply (@grows_plus (toward T) PF _ (fun _ => - (/ q * ln c)) (- (/ q * ln c) - 1)); [| apply toward_every; [exact HT | intros t _; lra]].
    assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra).
    apply (@grows_times (toward T) PF _ (fun _ => / q) (/ q / 2)); [lra | | apply toward_every; [exact HT | intros t _; lra]].
    apply grows_ln; [exact PF |]. apply (@grows_plus (toward T) PF _ (fun _ => c) 0); [exact Gt | apply toward_every; [exact HT | intros t _; lra]].
  - apply toward_every; [exact HT |]. intros t Ht. pose proof (K t Ht) as E. cbv beta in E. rewrite A0, Rplus_0_l in E. lra.
Qed.

Lemma integral_bounded : 1 < INR L * (q + -1) * / q ->
  exists A, primitive T f A /\ every T (fun t => q * (INR L * (q + -1) * / q + -1) * A t <= apow u0 (1 + -1 * INR L * (q + -1) * / q)).
Proof.
  intros Hm. destruct (primitive_of T f f_continuous) as [A [HA _]]. exists A. split; [exact HA |]. destruct HA as [HA [A0 DA]].
  set (beta := INR L * (q + -1) * / q) in *. replace (-1 * INR L * (q + -1) * / q) with (- beta) by (unfold beta; ring).
  assert (C : C1_on positive (fun y => apow y (1 + - beta)) (fun y => (1 + - beta) * apow y (1 + - beta - 1))) by apply (built_continuous T).
  assert (P1 : every T (fun t => 0 < u0 + t)) by (intros t [Ht _]; lra).
  assert (M1 : moves_ae T (fun t => u0 + t) (fun _ => 1)) by (apply ae_every; intros t _; auto_derive; trivial; ring).
  intros t Ht.
  assert (K : - (q * (beta + -1)) * A 0 - apow (u0 + 0) (1 + - beta) <= - (q * (beta + -1)) * A t - apow (u0 + t) (1 + - beta)).
  { refine (never_falls T (fun t => - (q * (beta + -1)) * A t - apow (u0 + t) (1 + - beta)) _ _
      (rate_minus T _ _ _ _ (rate_times T _ _ _ _ (proj1 (rates_of T) (- (q * (beta + -1)))) DA) (rate_C1 T _ _ _ _ positive C M1 P1)) _ t Ht).
    - apply ac_minus; [now apply ac_scal |]. apply (ac_power_pos T (fun t => u0 + t)); [apply ac_plus; [apply ac_const | apply ac_id] | exact P1].
    - intros r [Hr _]. pose proof (f_below r Hr) as B. fold beta in B. replace (1 + - beta - 1) with (- beta) by ring.
      apply Rmult_le_compat_l with (r := q * (beta + -1)) in B; [| apply Rmult_le_pos; lra].
      replace (q * (beta + -1) * (apow (u0 + r) (- beta) * / q)) with ((beta + -1) * apow (u0 + r) (- beta)) in B by (field; lra).
      cbv beta. lra. }
  rewrite A0, Rplus_0_r, Rmult_0_r in K. pose proof (apow_ge0 (u0 + t) (1 + - beta)). lra.
Qed.

Lemma convexity :
  (exists A, primitive T f A /\ ae T (fun t => ex_derive (fun t => A t) t /\ ex_derive (fun t => apow (Q t) (1 * / q)) t /\ S t <> 0 /\
    Derive (fun t => A t) t = Derive (fun t => apow (Q t) (1 * / q)) t * / S t)) /\
  exists A, primitive T f A /\ every T (fun t => 0 < t -> 0 < A t).
Proof.
  destruct (primitive_of T f f_continuous) as [A [HA DA]]. split; exists A; (split; [exact HA |]).
  - apply (ae_but T _ (fun t => t = 0)).
    + apply null_countable. exists (fun _ => 0). intros t ->. now exists 0%nat.
    + intros t [Ht _] Hn. pose proof (DA t ltac:(lra)) as D. pose proof (Q_power_rate t (1 * / q) Ht) as DQ. pose proof (S_pos t Ht) as PS.
      split; [now exists (f t) |]. split; [eexists; exact DQ |]. split; [lra |].
      assert (E1 : Derive (fun t : R => A t) t = f t) by (apply is_derive_unique; exact D).
      assert (E2 : Derive (fun t : R => apow (Q t) (1 * / q)) t = 1 * / q * apow (Q t) (1 * / q - 1) * S t) by (apply is_derive_unique; exact DQ).
      rewrite E1, E2. unfold f. replace (1 * / q - 1) with (1 * / q + -1) by ring. field. lra.
  - destruct HA as [HA [A0 DA']]. intros t Ht H0. rewrite <- A0.
    apply (rising_strictly T A HA); [| exact Ht | exact H0]. revert DA'. apply ae_incl. intros r [Hr _] D. exists (f r). split; [exact D | now apply f_pos].
Qed.
End Polynomial.

Theorem strictly_convex_claim : claim_strictly_convex.
Proof.
  intros L HL T HT Lam PL q Hq u0 Hu. destruct (convexity L Lam u0 q HL PL Hu Hq T) as [K1 K2]. split; [exact K1 |]. split; [| exact K2].
  intros t [Ht _] H0. apply apow_lt; [rewrite Rmult_1_l; apply Rinv_0_lt_compat; lra |]. split.
  - apply Prod_ge0. intros j Hj. specialize (PL j Hj). lra.
  - apply (larger_factors_strictly L 0%nat); [lia |]. intros j Hj. specialize (PL j Hj). lra.
Qed.

Lemma order_of_m ell q : 2 <= ell -> 1 <= q -> (q * (ell + -1) * / ell <= 1 <-> ell * (q - 1) <= q).
Proof. intros He Hq. rewrite (proj1 (times_inv (q * (ell + -1)) 1 ell ltac:(lra))). split; lra. Qed.

Lemma order_of_m_above ell q : 2 <= ell -> 1 <= q -> 1 < q * (ell + -1) * / ell -> 1 < ell * (q + -1) * / q.
Proof.
  intros He Hq H. apply Rmult_lt_reg_r with q; [lra |]. rewrite Rmult_assoc, Rinv_l by lra.
  destruct (Rle_lt_dec (ell * (q - 1)) q) as [K | K]; [apply order_of_m in K; lra | lra].
Qed.

Theorem onto_claim : claim_onto.
Proof.
  intros L HL T HT Lam PL q Hq u0 Hu Gt. pose proof (INR_2 L HL) as He. split; intros H.
  - apply (integral_diverges L Lam u0 q HL PL Hu Hq T HT Gt). apply order_of_m in H; lra.
  - apply (integral_bounded L Lam u0 q HL PL Hu Hq T). apply order_of_m_above in H; lra.
Qed.

Theorem onto_gf_signgf_claim : claim_onto_gf_signgf.
Proof.
  intros L HL T HT Lam PL q Hq u0 Hu Gt. pose proof (INR_2 L HL) as He. split; [| split].
  - intros E. apply (integral_diverges L Lam u0 q HL PL Hu Hq T HT Gt). rewrite E. lra.
  - intros [E El]. apply (integral_diverges L Lam u0 q HL PL Hu Hq T HT Gt). rewrite E, El. lra.
  - intros [E El]. apply (integral_bounded L Lam u0 q HL PL Hu Hq T). rewrite E. lra.
Qed.
