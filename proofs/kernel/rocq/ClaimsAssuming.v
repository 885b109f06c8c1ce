(** Claims proved from a theorem of Lebesgue that the library does not have: weaker than the formal claims by just that. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws Limits
  MoreRules ClaimsFlows ClaimsRates.
Local Open Scope R_scope.

(** * Convergence: an integral of what falls below the descent *)

Lemma integral_and_total T (y r : R -> R) c b : measured -> Rbar_lt 0 T -> ac T y -> 0 < c ->
  rate T y (fun t l => l <= - c * r t) -> (forall t, 0 <= r t) -> every T (fun t => b <= y t) ->
  exists A, primitive T r A /\ exists l, tends (toward T) A l /\ l <= (y 0 + - b) * / c.
Proof.
  intros M HT Hy Hc HR Hr Hb.
  assert (T0 : time T 0) by (split; [lra | exact HT]).
  assert (E : exists A, primitive T r A).
  { apply (M T (fun t => / c * y t) r).
    - now apply ac_scal.
    - revert HR. apply ae_incl. intros t _ [l [D L]]. exists (/ c * l). split; [now apply is_derive_scal |].
      apply (Rmult_le_reg_l c); [exact Hc |]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by (apply Rgt_not_eq; exact Hc).
      replace (c * - r t) with (- c * r t) by ring. exact L.
    - apply ae_every. intros t _. apply Hr. }
  destruct E as [A HA]. exists A. split; [exact HA |].
  assert (Hle : every T (fun t => A t <= (y 0 + - b) * / c)).
  { apply (integrated T y c r A b Hy HR); trivial. apply ae_every. intros t _. apply Hr. }
  destruct (whole_integral T r A _ HA (ae_every T _ (fun t _ => Hr t)) Hle T0) as [l [Hl Hlim]]. exists l. split.
  - intros P [eps K]. destruct (Hlim eps (cond_pos eps)) as [s [Hs Q]]. exists s. split; [exact Hs |].
    intros t Ht Hst. apply K. exact (Q t Ht Hst).
  - apply (proj2 Hl). intros v [t [Ht ->]]. exact (Hle t Ht).
Qed.

Theorem convergence_powers_weaker : measured -> claim_convergence_powers.
Proof.
  intros M n Hn T HT F H g h x finf low Hlow q Hq Hd _ _ _ _ Dx HF DF HH Hinf.
  destruct (integral_and_total T F (fun t => Sum n (fun k => apow (Rabs (g k t)) q)) low finf M HT HF Hlow) as [A [HA [l [Hl L]]]].
  - generalize (falls T n F g h H x q low Hd Dx DF HH). apply ae_incl. intros t _ [l [D L]]. exists l. split; [exact D |].
    rewrite (Sum_ext n _ (fun k => apow (g k t) q)); [exact L |]. intros k _. apply apow_Rabs.
  - intros t. apply Sum_ge0. intros k _. apply apow_ge0.
  - exact Hinf.
  - exists A. split; [exact HA |]. exists l. split; [exact Hl |]. replace (-1 * finf) with (- finf) by ring. exact L.
Qed.

Theorem convergence_weaker : measured -> claim_convergence.
Proof.
  intros M n Hn T HT F H g h x B HB finf low Hlow q Hq Hd _ _ _ _ Dx HF DF HH HB2 Hinf.
  assert (P : 0 < apow B (q - 2)) by (apply apow_gt0; lra).
  destruct (integral_and_total T F (fun t => Sum n (fun k => Rabs (g k t) ^ 2)) (low * apow B (q - 2)) finf M HT HF)
    as [A [HA [l [Hl L]]]].
  - now apply Rmult_lt_0_compat.
  - assert (HBa : ae T (fun t => forall k, (k < n)%nat -> Rabs (g k t) <= B)) by (apply ae_all; exact HB2).
    generalize (ae_and T _ _ (falls T n F g h H x q low Hd Dx DF HH) HBa). apply ae_incl.
    intros r Hr [[l [D L]] Bd]. exists l. split; [exact D |]. apply Rle_trans with (1 := L).
    assert (S : apow B (q - 2) * Sum n (fun k => Rabs (g k r) ^ 2) <= Sum n (fun k => apow (g k r) q)).
    { rewrite <- Sum_scal. apply Sum_le. intros k Hk. rewrite square_of_size.
      pose proof (larger_exponent (Rabs (g k r)) B q 2 (Rabs_pos _) (Bd k Hk) HB ltac:(lra) ltac:(lra)) as LE.
      rewrite !apow_Rabs in LE. apply Rmult_le_compat_l with (r := apow B (q - 2)) in LE; [| lra].
      apply Rle_trans with (1 := LE). right.
      rewrite (Rmult_comm (apow (g k r) q)), <- Rmult_assoc, <- apow_plus. replace (q - 2 + (2 - q)) with 0 by ring.
      rewrite apow_zero by lra. ring. }
    apply (Rmult_le_compat_l low) in S; [| lra]. lra.
  - intros t. apply Sum_ge0. intros k _. apply pow2_ge_0.
  - exact Hinf.
  - exists A. split; [exact HA |]. exists l. split; [exact Hl |]. apply Rle_trans with (1 := L). right.
    replace (2 + -1 * q) with (- (q - 2)) by ring. rewrite apow_Ropp. field. lra.
Qed.

(** * Regularizers: the derivative of a power of a curve that is only known to be absolutely continuous *)

Lemma rate_of_power T z p : lebesgue -> ac T z -> every T (fun t => 0 < z t) -> ae T (fun t =>
  ex_derive (fun t => apow (z t) p) t /\ ex_derive (fun t => z t) t /\
  Derive (fun t => apow (z t) p) t = p * apow (z t) (p - 1) * Derive (fun t => z t) t).
Proof.
  intros LB Hz Pz. generalize (LB T z Hz). apply ae_incl. intros t Ht D. pose proof (Pz t Ht) as P. cbv beta in P.
  assert (K : is_derive (fun t => apow (z t) p) t (p * apow (z t) (p - 1) * Derive z t)).
  { evar_last; [apply (is_derive_comp (fun y => apow y p) z); [apply is_derive_apow_nz; lra | now apply Derive_correct] |].
    unfold scal; simpl; unfold mult; simpl. rewrite spow_pos by exact P. ring. }
  split; [eexists; exact K |]. split; [exact D | now apply is_derive_unique].
Qed.

Theorem regularizer_decoupled_weaker : lebesgue -> claim_regularizer_decoupled.
Proof.
  intros LB L HL n Hn T HT Lam PL R2 alpha Pa h u Pu w x z Pz q Hq v Hv Hc Hd Ha Hh Hx Hu HR Hz.
  assert (HL2 : 2 <= INR L) by (change 2 with (INR 2); now apply le_INR).
  split; [| split; [| split; [| split]]].
  - intros k Hk. pose proof (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk)) as D.
    assert (M : moves_ae T (x k) (fun t => - h k t * Sum L (fun i => others L i (fun j => u k t + Lam k j t)) - alpha t * (INR L * x k t))).
    { apply (moves_same T (output L (w k))); [intros t Ht; symmetry; exact (Hx k Hk t Ht) |].
      generalize (output_rate_ac T q L (h k) alpha (w k) D). apply rate_change. intros t Ht.
      rewrite (Hx k Hk t Ht). unfold output.
      rewrite (Sum_ext L _ (fun i => others L i (fun j => u k t + Lam k j t))); [reflexivity |].
      intros i Hi. apply others_ext. intros j Hj. rewrite <- apow_Rabs. exact (Hu k Hk j Hj t Ht). }
    revert M. apply ae_incl. intros t Ht Dx. split; [eexists; exact Dx |].
    change (Derive (fun t => x k t) t) with (Derive (x k) t). rewrite (is_derive_unique _ _ _ Dx).
    pose proof (HR k Hk t Ht) as E. cbv beta in E.
    transitivity (- h k t * (R2 k t * Sum L (fun i => others L i (fun j => u k t + Lam k j t))) - alpha t * INR L * x k t * R2 k t);
      [ring |]. rewrite E. ring.
  - assert (P : 0 < apow v (INR L + -1)) by (apply apow_gt0; lra). rewrite apow_apow.
    transitivity (apow v (INR L * / q) * / apow v (INR L + -1)); [field; lra |]. rewrite <- apow_Ropp, <- apow_plus.
    f_equal. field. lra.
  - generalize (rate_of_power T z (2 + -1 * q * (INR L + -1) * / INR L) LB Hz Pz). apply ae_incl. intros t _ [D1 [D2 E]].
    split; [exact D1 |]. split; [exact D2 |]. rewrite E. f_equal. f_equal. f_equal. ring.
  - field. lra.
  - assert (E : 2 + -1 * q * (INR L + -1) * / INR L = (2 - q) + q * / INR L) by (field; lra). rewrite E.
    assert (0 < q * / INR L) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]). lra.
Qed.

(** Balanced, w_i = r > 0: the decay alpha w_i is the pull of alpha x^(2/L - 1), and x^(2/L - 1) = r^(2 - L). *)
Theorem regularizer_coupled_weaker : lebesgue -> claim_regularizer_coupled.
Proof.
  intros LB L HL n Hn T HT alpha Pa g r Pr w x z Pz q Hq Hc Hd Hx Hr Hz.
  assert (HL2 : 2 <= INR L) by (change 2 with (INR 2); now apply le_INR). split.
  - intros k Hk i Hi. generalize (Hd k Hk i Hi). apply ae_incl. intros t Ht D. pose proof (Pr k Hk t Ht) as P. cbv beta in P.
    assert (Ew : forall j, (j < L)%nat -> w k j t = r k t) by (intros j Hj; exact (Hr k Hk j Hj t Ht)).
    assert (Ex : x k t = r k t ^ L).
    { rewrite (Hx k Hk t Ht). rewrite (Prod_ext L _ (fun _ => r k t)) by exact Ew. apply Prod_const. }
    assert (Px : 0 < x k t) by (rewrite Ex; now apply pow_lt). split; [now left |].
    assert (Eo : others L i (fun j => w k j t) = apow (r k t) (INR L - 1)).
    { rewrite (others_ext L i _ (fun _ => r k t)) by exact Ew. rewrite others_const by exact Hi.
      rewrite <- apow_nat by (lia || lra). rewrite minus_INR by lia. reflexivity. }
    assert (Ep : power (x k t) (2 * / INR L + -1) = apow (r k t) (2 - INR L)).
    { unfold power. destruct Rlt_dec; [| contradiction]. rewrite <- apow_pos_eq by exact Px.
      rewrite Ex, <- (apow_nat (r k t) L) by (lia || lra). rewrite apow_apow. f_equal. field. lra. }
    evar_last; [exact D |]. rewrite <- spow_mult. f_equal. f_equal. rewrite Ep, Eo, (Ew i Hi).
    rewrite Rmult_plus_distr_l. f_equal; [ring |].
    transitivity (alpha t * (apow (r k t) (INR L - 1) * apow (r k t) (2 - INR L))); [| ring].
    rewrite <- apow_plus. replace (INR L - 1 + (2 - INR L)) with 1 by ring. rewrite apow_one, Rabs_pos_eq by lra. reflexivity.
  - generalize (rate_of_power T z (2 * / INR L) LB Hz Pz). apply ae_incl. intros t _ [D1 [D2 E]].
    assert (K : is_derive (fun t => INR L * (1 / 2) * apow (z t) (2 * / INR L)) t
      (INR L * (1 / 2) * Derive (fun t => apow (z t) (2 * / INR L)) t)) by (apply is_derive_scal; now apply Derive_correct).
    split; [eexists; exact K |]. split; [exact D2 |].
    apply is_derive_unique in K. rewrite E in K. refine (eq_trans K _).
    replace (2 * / INR L - 1) with (2 * / INR L + -1) by ring. field. lra.
Qed.
