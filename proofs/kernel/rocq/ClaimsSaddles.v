(** Saddles by the number of zero weights, and the balanced potential: both along curves that are only absolutely
    continuous. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers Lebesgue.
Local Open Scope R_scope.

Theorem saddles_claim : claim_saddles.
Proof.
  intros L HL T HT eps Pe w G HG v f Hw HC He [_ EG]. pose proof (toward_proper T HT) as PF.
  assert (HD : forall y, ex_derive f y) by (intros y; apply HC).
  assert (Nz : Derive f (Prod L (fun i => w i 0)) <> 0) by (intros Z; rewrite Z, Rabs_R0 in EG; lra).
  set (z := fun i => 1 + -1 * Rabs (sign (w i 0))).
  assert (Zi : forall i, (w i 0 = 0 /\ z i = 1) \/ (w i 0 <> 0 /\ z i = 0)).
  { intros i. unfold z. destruct (sign_size (w i 0)) as [[E ->] | [N ->]]; [left | right]; split; trivial; ring. }
  assert (ZS : forall n, Sum n (fun i => 1 - Rabs (sign (w i 0))) = Sum n z) by (intros n; apply Sum_ext; intros; unfold z; ring).
  assert (Z0 : forall i, 0 <= z i) by (intros i; destruct (Zi i) as [[_ ->] | [_ ->]]; lra).
  assert (Oi : forall i, (i < L)%nat -> (others L i (fun j => w j 0) = 0 <-> 1 <= Sum L z - z i)).
  { intros i Hi. pose proof (proj2 (zero_factor L i (fun j => w j 0) Hi)) as K. cbv zeta in K. rewrite ZS in K.
    replace (1 - Rabs (sign (w i 0))) with (z i) in K by (unfold z; ring). exact K. }
  split; [| split; [| split; [| split]]].
  - assert (DW : ae T (fun t => forall i, (i < L)%nat -> ex_derive (w i) t)) by (apply ae_all; intros i Hi; apply lebesgue, (Hw i Hi)).
    revert DW. apply ae_incl. intros t _ DW.
    assert (DP := is_derive_Prod L w (fun i => Derive (w i) t) t (fun i Hi => Derive_correct _ _ (DW i Hi))).
    assert (DF := is_derive_comp f (fun t => Prod L (fun j => w j t)) t _ _ (Derive_correct _ _ (HD _)) DP).
    split; [eexists; exact DF |]. split; [intros; apply HD |]. split; [exact DW |].
    refine (eq_trans (is_derive_unique _ _ _ DF) _). unfold scal; simpl; unfold mult; simpl. rewrite Rmult_comm, <- Sum_scal. apply Sum_ext. intros i Hi.
    change (Derive (fun t => w i t) t) with (Derive (w i) t). ring.
  - split.
    + intros K. destruct (Rle_lt_dec 2 (Sum L z)) as [H | H]; [exact H | exfalso].
      assert (O : forall i, (i < L)%nat -> 1 <= Sum L z - z i).
      { intros i Hi. apply (Oi i Hi). destruct (K i Hi) as [_ E]. apply Rmult_integral in E. tauto. }
      assert (A : forall i, (i < L)%nat -> z i = 0).
      { intros i Hi. specialize (O i Hi). destruct (Zi i) as [[_ E] | [_ E]]; [lra | exact E]. }
      specialize (O 0%nat ltac:(lia)). rewrite (Sum_ext L z (fun _ => 0) A), Sum_const in O. rewrite (A 0%nat ltac:(lia)) in O. lra.
    + intros K i Hi. split; [apply HD |]. rewrite (proj2 (Oi i Hi)); [ring |].
      destruct (Zi i) as [[_ ->] | [_ ->]]; fold z in K; lra.
  - intros E2. split; [apply HD |].
    assert (P0 : Prod L (fun i => w i 0) = 0).
    { apply (proj1 (zero_factor L 0%nat (fun j => w j 0) ltac:(lia))). rewrite ZS. fold z in E2. change (Sum L z = 2) in E2. lra. }
    rewrite P0. pose proof (slope_limit (toward T) PF f (Derive f) (fun t => Prod L (fun i => w i 0 + eps t * v i)) (fun t => apow (eps t) (-1 * 2)) 0) as S.
    cbv beta in S. rewrite Rmult_assoc. apply (tends_same T HT (fun t => (f (Prod L (fun i => w i 0 + eps t * v i)) - f 0) * apow (eps t) (-1 * 2))); [intros t _; ring |].
    apply S.
    + intros y _. split; [apply Derive_correct, HD | apply HC].
    + rewrite <- P0 at 1. apply (@tends_Prod (toward T) PF L (fun i t => w i 0 + eps t * v i)). intros i Hi.
      apply (tends_value T _ (w i 0 + 0 * v i)); [ring |]. apply tends_plus; [exact PF | apply (tends_constant T HT) |].
      apply tends_times; [exact PF | exact He | apply (tends_constant T HT)].
    + apply (tends_same T HT (fun t => Prod L (fun i => w i 0 + eps t * v i) * apow (eps t) (-1 * Sum L (fun i => 1 + -1 * Rabs (sign (w i 0)))))).
      * intros t _. replace (Sum L (fun i => 1 + -1 * Rabs (sign (w i 0)))) with 2 by (symmetry; exact E2). cbv beta. ring.
      * apply (zeros_limit T L (fun i => w i 0) v eps HT Pe He).
  - intros a Ha Ea. rewrite <- (Prod_others L a _ Ha). cbv beta. rewrite Ea, sign_0, Rabs_R0. ring.
  - split; [apply HD |]. rewrite Rabs_mult, EG. apply Rmult_lt_0_compat; [assumption |]. apply Rabs_pos_lt, Prod_nonzero. intros i Hi.
    destruct (sign_size (w i 0)) as [[E ->] | [N ->]]; lra.
Qed.

Theorem balanced_potential_claim : claim_balanced_potential.
Proof.
  intros L HL T HT x Px a b Hb c q Hq Hx Gt. pose proof (INR_2 L HL) as He. pose proof (toward_proper T HT) as PF.
  set (m := q * (INR L + -1) * / INR L). replace (-1 * q * (INR L + -1) * / INR L) with (- m) by (unfold m; ring).
  assert (Em : m * INR L = q * (INR L - 1)) by (unfold m; field; lra).
  assert (S : forall t, time T t -> Sum L (fun i => others L i (fun j => apow (x t) (q * / INR L))) = INR L * apow (x t) m).
  { intros t Ht. pose proof (Px t Ht) as P. cbv beta in P. rewrite (Sum_ext L _ (fun _ => apow (x t) m)); [apply Sum_const |].
    intros i Hi. rewrite others_const by exact Hi. rewrite <- apow_nat by (lia || apply apow_ge0). rewrite apow_apow, minus_INR by lia. f_equal. unfold m. simpl. ring. }
  assert (PS : forall t, time T t -> 0 < INR L * apow (x t) m).
  { intros t Ht. pose proof (Px t Ht) as P. cbv beta in P. apply Rmult_lt_0_compat; [lra | apply apow_gt0; lra]. }
  assert (DX : ae T (fun t => ex_derive x t)) by (now apply lebesgue).
  assert (Cp : forall r, C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by (intros r; apply (built_continuous T)).
  assert (Cl : C1_on positive ln (fun y => / y)) by apply (built_continuous T).
  assert (DA : forall r t, time T t -> ex_derive x t -> is_derive (fun t => apow (x t) r) t (r * apow (x t) (r - 1) * Derive x t)).
  { intros r t Ht D. evar_last; [apply (is_derive_comp (fun y => apow y r) x t _ _ (proj1 (Cp r (x t) (Px t Ht))) (Derive_correct _ _ D)) |].
    unfold scal; simpl; unfold mult; simpl. ring. }
  assert (DL : forall t, time T t -> ex_derive x t -> is_derive (fun t => ln (x t)) t (/ x t * Derive x t)).
  { intros t Ht D. evar_last; [apply (is_derive_comp ln x t _ _ (proj1 (Cl (x t) (Px t Ht))) (Derive_correct _ _ D)) |].
    unfold scal; simpl; unfold mult; simpl. ring. }
  assert (TE : tends (toward T) (fun t => b * / exp t) 0).
  { apply (tends_value T _ (b * 0)); [ring |]. apply tends_times; [exact PF | apply (tends_constant T HT) |].
    apply tends_inverse_of_growing; [exact HT | intros t _; apply exp_pos | now apply grows_le_exp]. }
  assert (M2 : 0 < 2 + - m) by (assert (m < 2); [apply Rmult_lt_reg_r with (INR L); [lra |]; rewrite Em; nra | lra]).
  split; [| split; [| split; [| split; [| split; [| split; [| split; [| split]]]]]]].
  - intros t Ht. rewrite Prod_const, <- apow_nat by (lia || apply apow_ge0). rewrite apow_apow. f_equal. field. lra.
  - intros Ec. revert DX. apply ae_incl. intros t Ht D. pose proof (Px t Ht) as P. cbv beta in P. pose proof (PS t Ht) as P2. rewrite (S t Ht).
    assert (D1 := is_derive_scal _ t (c * / INR L) _ (DA (1 + - m) t Ht D)).
    assert (D2 : is_derive (fun t => c * apow (x t) (1 + - m) * / INR L) t (c * / INR L * ((1 + - m) * apow (x t) (1 + - m - 1) * Derive x t))).
    { apply (is_derive_ext (fun t => c * / INR L * apow (x t) (1 + - m))); [intros r; as_reals; ring | exact D1]. }
    split; [eexists; exact D2 |]. split; [exact D |]. split; [lra |]. refine (eq_trans (is_derive_unique _ _ _ D2) _).
    change (Derive (fun t => x t) t) with (Derive x t). replace (1 + - m - 1) with (- m) by ring. rewrite apow_Ropp.
    assert (0 < apow (x t) m) by (apply apow_gt0; lra). transitivity (c * (1 + - m) * (Derive x t * / (INR L * apow (x t) m))); [field; lra | rewrite Ec; ring].
  - intros Ea. revert DX. apply ae_incl. intros t Ht D. pose proof (Px t Ht) as P. cbv beta in P.
    assert (D1 := is_derive_scal _ t (c * a * / INR L) _ (DA (2 + - m) t Ht D)).
    assert (D2 : is_derive (fun t => c * a * apow (x t) (2 + - m) * / INR L) t (c * a * / INR L * ((2 + - m) * apow (x t) (2 + - m - 1) * Derive x t))).
    { apply (is_derive_ext (fun t => c * a * / INR L * apow (x t) (2 + - m))); [intros r; as_reals; ring | exact D1]. }
    split; [eexists; exact D2 |]. split; [exact D |]. refine (eq_trans (is_derive_unique _ _ _ D2) _).
    change (Derive (fun t => x t) t) with (Derive x t). replace (2 + - m - 1) with (1 + - m) by ring.
    transitivity (a * (2 + - m) * (c * apow (x t) (1 + - m) * / INR L * Derive x t)); [ring | rewrite Ea; ring].
  - intros E1. fold m in E1. revert DX. apply ae_incl. intros t Ht D. pose proof (Px t Ht) as P. cbv beta in P. pose proof (PS t Ht) as P2. rewrite (S t Ht), E1 in *.
    rewrite apow_one, Rabs_pos_eq in * by lra.
    assert (D2 : is_derive (fun t => ln (x t) * / INR L) t (/ INR L * (/ x t * Derive x t))).
    { apply (is_derive_ext (fun t => / INR L * ln (x t))); [intros r; as_reals; ring | apply (is_derive_scal _ t (/ INR L) _ (DL t Ht D))]. }
    split; [eexists; exact D2 |]. split; [exact D |]. split; [lra |]. refine (eq_trans (is_derive_unique _ _ _ D2) _).
    change (Derive (fun t => x t) t) with (Derive x t). field. lra.
  - revert DX. apply ae_incl. intros t Ht D. pose proof (Px t Ht) as P. cbv beta in P.
    assert (D1 := is_derive_plus _ _ t _ _ (DL t Ht D) (is_derive_const (-1) t)).
    assert (D2 := is_derive_mult x _ t _ _ (Derive_correct _ _ D) D1 ltac:(intros; apply Rmult_comm)).
    assert (D3 : is_derive (fun t => x t * (ln (x t) + -1) * / INR L) t (/ INR L * (Derive x t * (ln (x t) + -1) + x t * (/ x t * Derive x t + 0)))).
    { apply (is_derive_ext (fun t => / INR L * (x t * (ln (x t) + -1)))); [intros r; as_reals; ring |]. exact (is_derive_scal _ t (/ INR L) _ D2). }
    split; [eexists; exact D3 |]. split; [exact D |]. refine (eq_trans (is_derive_unique _ _ _ D3) _).
    change (Derive (fun t => x t) t) with (Derive x t). field. lra.
  - apply zero_power; [exact TE | exact M2].
  - assert (TB : tends (toward T) (fun t => t * / exp t) 0).
    { apply (squeezed (toward T) PF (fun _ => 0) _ (fun t => 4 * apow t (-1))).
      - apply (tends_constant T HT).
      - apply (tends_value T _ (4 * 0)); [ring |]. apply tends_times; [exact PF | apply (tends_constant T HT) |]. apply falls_power; [exact PF | exact Gt | lra].
      - apply toward_every; [exact HT |]. intros t [Ht _]. apply Rmult_le_pos; [exact Ht | left; apply Rinv_0_lt_compat, exp_pos].
      - destruct (proj1 (@grows_spec (toward T) PF _) Gt 0) as [s [Hs K]]. exists s. split; [exact Hs |]. intros t Ht Hst. specialize (K t Ht Hst). cbv beta in K.
        change (-1) with (- (1)). rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra. pose proof (exp_pos t) as P.
        assert (X : t * t <= 4 * exp t).
        { replace t with (t / 2 + t / 2) at 3 by field. rewrite exp_plus. pose proof (proj1 (above_tangent (t / 2))). nra. }
        apply Rmult_le_reg_r with (exp t * t); [now apply Rmult_lt_0_compat |]. replace (t * / exp t * (exp t * t)) with (t * t) by (field; lra).
        replace (4 * / t * (exp t * t)) with (4 * exp t) by (field; lra). exact X. }
    apply (tends_same T HT (fun t => (ln b + -1) * (b * / exp t) + - b * (t * / exp t))).
    + intros t _. rewrite ln_mult, ln_Rinv, ln_exp by (trivial; try apply Rinv_0_lt_compat; apply exp_pos). ring.
    + apply (tends_value T _ ((ln b + -1) * 0 + - b * 0)); [ring |]. apply tends_plus; [exact PF | |]; (apply tends_times; [exact PF | apply (tends_constant T HT) |]); assumption.
  - intros Hm. fold m in Hm. apply zero_power; [exact TE | lra].
  - fold m. split; intros E; [rewrite E in Em; lra |]. apply Rmult_eq_reg_r with (INR L); [rewrite Em; lra | lra].
Qed.
