(** The orbits of the invariants on an orthant; saddles with coupled decay. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers.
Local Open Scope R_scope.

Lemma spow_cancel a r : a <> 0 -> spow a r * spow a (- r) = 1.
Proof.
  intros H. unfold spow. transitivity (sign a * sign a * (apow a r * apow a (- r))); [ring |]. rewrite sign_sq by exact H.
  rewrite <- apow_plus, Rplus_opp_r, apow_zero by exact H. ring.
Qed.

Theorem balance_complete_claim : claim_balance_complete.
Proof.
  intros L HL T HT a b c q Hq s Hs Te Pa Sb Pb. pose proof (toward_proper T HT) as PF.
  set (p := fun i => apow (Rabs (a i)) q). set (W := fun i t => sign (a i) * apow (p i + t) (1 * / q)).
  assert (Na : forall i, (i < L)%nat -> a i <> 0) by (intros i Hi Z; specialize (Pa i Hi); rewrite Z, Rabs_R0 in Pa; lra).
  assert (Pp : forall i, (i < L)%nat -> 0 < p i) by (intros i Hi; apply apow_gt0; specialize (Pa i Hi); lra).
  assert (Root : forall y, apow (apow (Rabs y) q) (1 * / q) = Rabs y).
  { intros y. rewrite apow_apow. replace (q * (1 * / q)) with 1 by (field; lra). rewrite apow_one. apply Rabs_Rabsolu. }
  assert (PA : forall i t r, (i < L)%nat -> time T t -> 0 < apow (p i + t) r).
  { intros i t r Hi [Ht _]. apply apow_gt0. specialize (Pp i Hi). lra. }
  assert (NW : forall i t, (i < L)%nat -> time T t -> W i t <> 0).
  { intros i t Hi Ht. apply Rmult_integral_contrapositive_currified; [| apply Rgt_not_eq, PA; assumption].
    intros Z. pose proof (sign_sq (a i) (Na i Hi)) as E. rewrite Z in E. lra. }
  assert (SW : forall i t, (i < L)%nat -> time T t -> sign (W i t) = sign (a i)).
  { intros i t Hi Ht. pose proof (PA i t (1 * / q) Hi Ht) as P. unfold W. destruct (Rdichotomy _ _ (Na i Hi)) as [N | N].
    - rewrite (sign_eq_m1 (a i)) by exact N. apply sign_eq_m1. lra.
    - rewrite (sign_eq_1 (a i)) by exact N. apply sign_eq_1. lra. }
  split; [| split; [| split; [| split; [| split]]]].
  - intros i Hi. rewrite Rplus_0_r, Root. apply sign_abs.
  - intros i Hi. apply (tends_value T _ (sign (a i) * apow (p i + s) (1 * / q))).
    + unfold p. rewrite <- (Pb i Hi), Root, <- (Sb i Hi). apply sign_abs.
    + apply tends_times; [exact PF | apply (tends_constant T HT) |]. apply tends_power; [exact HT | specialize (Pp i Hi); lra |].
      apply tends_plus; [exact PF | apply (tends_constant T HT) | exact Te].
  - intros i Hi. apply ae_every. intros t Ht. fold (p i). assert (P : 0 < p i + t) by (specialize (Pp i Hi); destruct Ht; lra).
    assert (C : C1_on positive (fun y => apow y (1 * / q)) (fun y => 1 * / q * apow y (1 * / q - 1))) by apply (built_continuous T).
    assert (D : is_derive (fun t => p i + t) t 1) by (auto_derive; trivial; ring).
    assert (D1 := is_derive_comp (fun y => apow y (1 * / q)) (fun t => p i + t) t _ _ (proj1 (C (p i + t) P)) D).
    evar_last; [apply (is_derive_scal (fun t => apow (p i + t) (1 * / q)) t (sign (a i)) _ D1) |].
    change (sign (a i) * (1 * (1 * / q * apow (p i + t) (1 * / q - 1))) =
      spow (others L i (fun j => W j t)) (q + -1) * spow (Prod L (fun j => W j t)) (1 + -1 * q) * / q).
    rewrite <- (Prod_others L i (fun j => W j t) Hi), spow_mult. replace (1 + -1 * q) with (- (q + -1)) by ring.
    assert (NO : others L i (fun j => W j t) <> 0).
    { intros Z. apply (Prod_nonzero L (fun j => W j t)); [intros j Hj; now apply NW |]. rewrite <- (Prod_others L i (fun j => W j t) Hi), Z. ring. }
    transitivity (spow (others L i (fun j => W j t)) (q + -1) * spow (others L i (fun j => W j t)) (- (q + -1)) * spow (W i t) (- (q + -1)) * / q); [| ring].
    rewrite (spow_cancel _ _ NO). unfold spow. rewrite (SW i t Hi Ht). unfold W.
    assert (AW : apow (sign (a i) * apow (p i + t) (1 * / q)) (- (q + -1)) = apow (p i + t) (1 * / q - 1)).
    { rewrite apow_mult, apow_apow. replace (apow (sign (a i)) (- (q + -1))) with 1.
      - replace (1 * / q * - (q + -1)) with (1 * / q - 1) by (field; lra). ring.
      - symmetry. destruct (Rdichotomy _ _ (Na i Hi)) as [N | N]; [rewrite sign_eq_m1 by exact N | rewrite sign_eq_1 by exact N; apply apow_1].
        change (-1) with (- (1)). rewrite apow_opp. apply apow_1. }
    rewrite AW. ring.
  - intros t Ht. apply Rabs_pos_lt, Prod_nonzero. intros i Hi. exact (NW i t Hi Ht).
  - intros t Ht. rewrite sign_Prod. apply Prod_ext. intros i Hi. exact (SW i t Hi Ht).
  - assert (PV : forall i, (i < L)%nat -> 0 < c i + 1 + Sum L (fun i => Rabs (c i))).
    { intros i Hi. pose proof (Sum_ge_term L (fun i => Rabs (c i)) i Hi ltac:(intros; apply Rabs_pos)) as G. cbv beta in G.
      pose proof (Rle_abs (- c i)) as H. rewrite Rabs_Ropp in H. lra. }
    assert (V : forall y, 0 < y -> apow (Rabs (power y (1 * / q))) q = y).
    { intros y Hy. assert (0 < 1 * / q) by (rewrite Rmult_1_l; apply Rinv_0_lt_compat; lra). rewrite power_base by lra. rewrite apow_Rabs, apow_apow.
      replace (1 * / q * q) with 1 by (field; lra). rewrite apow_one. apply Rabs_pos_eq. lra. }
    intros i Hi l Hl. split; [left; now apply PV |]. split; [left; now apply PV |]. rewrite !V by now apply PV. ring.
Qed.

Theorem saddles_decay_claim : claim_saddles_decay.
Proof.
  intros n Hn T HT F a b o r Pr F0 al Hal c Hc e He g s y z To Er EF. pose proof (toward_proper T HT) as PF.
  split; [| split; [| split; [| split; [| split; [| split]]]]].
  - assert (B : forall t, time T t -> 0 <= Sum n (fun k => Rabs (a k t * b k t)) * / r t ^ 2 <= 1).
    { intros t Ht. pose proof (Pr t Ht) as P. cbv beta in P. assert (P2 : 0 < r t ^ 2) by (now apply pow_lt). pose proof (Rinv_0_lt_compat _ P2) as P3.
      assert (S0 : 0 <= Sum n (fun k => Rabs (a k t * b k t))) by (apply Sum_ge0; intros; apply Rabs_pos).
      split; [apply Rmult_le_pos; lra |]. apply Rmult_le_reg_r with (r t ^ 2); [exact P2 |]. rewrite Rmult_assoc, Rinv_l, Rmult_1_l, Rmult_1_r by lra.
      rewrite (Er t Ht). apply Sum_le. intros k Hk. rewrite Rabs_mult. pose proof (pow2_abs (a k t)). pose proof (pow2_abs (b k t)).
      pose proof (Rabs_pos (a k t)). pose proof (Rabs_pos (b k t)). nra. }
    assert (TA : tends (toward T) (fun t => Rabs (o t)) 0) by (rewrite <- Rabs_R0; apply (tends_comp (toward T) o 0 Rabs To); apply (continuous_Rabs 0)).
    apply (tends_same T HT (fun t => o t * (Sum n (fun k => Rabs (a k t * b k t)) * / r t ^ 2))).
    + intros t Ht. pose proof (Pr t Ht) as P. cbv beta in P. assert (P2 : 0 < r t ^ 2) by (now apply pow_lt). rewrite (EF t Ht), Sum_plus, Sum_scal, <- (Er t Ht).
      rewrite <- Rmult_assoc. f_equal. ring.
    + apply (squeezed (toward T) PF (fun t => -1 * Rabs (o t)) _ (fun t => Rabs (o t))); [| exact TA | |].
      * apply (tends_value T _ (-1 * 0)); [ring |]. apply tends_times; [exact PF | apply (tends_constant T HT) | exact TA].
      * apply toward_every; [exact HT |]. intros t Ht. pose proof (B t Ht). pose proof (Rle_abs (- o t)) as X. rewrite Rabs_Ropp in X. pose proof (Rabs_pos (o t)). nra.
      * apply toward_every; [exact HT |]. intros t Ht. pose proof (B t Ht). pose proof (Rle_abs (o t)) as X. pose proof (Rabs_pos (o t)). nra.
  - intros Hg t Ht. pose proof (Pr t Ht) as P. cbv beta in P. assert (P2 : 0 < r t ^ 2) by (now apply pow_lt).
    apply Rmult_le_reg_r with (r t ^ 2); [exact P2 |]. rewrite (Rmult_assoc _ (/ r t ^ 2)), Rinv_l, Rmult_1_r by lra. rewrite (Er t Ht) at 1. rewrite <- Sum_scal.
    apply Sum_le. intros k Hk. specialize (Hg k Hk). pose proof (Rle_abs (- (g k * a k t * b k t))) as X. rewrite Rabs_Ropp, !Rabs_mult in X.
    pose proof (pow2_abs (a k t)). pose proof (pow2_abs (b k t)). pose proof (Rabs_pos (a k t)) as A. pose proof (Rabs_pos (b k t)) as B0. pose proof (Rabs_pos (g k)).
    assert (Y : Rabs (g k) * Rabs (a k t) * Rabs (b k t) <= (al - c) * (Rabs (a k t) * Rabs (b k t))).
    { rewrite Rmult_assoc. apply Rmult_le_compat_r; [now apply Rmult_le_pos | lra]. }
    assert (Z : (al - c) * (Rabs (a k t) * Rabs (b k t)) <= (al - c) * ((a k t ^ 2 + b k t ^ 2) * / 2)).
    { apply Rmult_le_compat_l; [lra |]. pose proof (pow2_ge_0 (Rabs (a k t) - Rabs (b k t))). lra. }
    lra.
  - field.
  - field.
  - intros H. assert (Z : s * s = Rabs s * Rabs s) by (rewrite <- Rabs_mult, Rabs_pos_eq; [ring | nra]). nra.
  - field.
  - assert (0 < (e * e) ^ 2) by (apply pow_lt; nra). nra.
Qed.

Theorem saddles_decay_deep_claim : claim_saddles_decay_deep.
Proof.
  intros L HL n Hn T HT F o r Pr w F0 al Hal g s v To Tr Er EF HL3. pose proof (toward_proper T HT) as PF.
  assert (L3 : (3 <= L)%nat) by (change 2 with (INR 2) in HL3; apply INR_lt in HL3; lia).
  split.
  - set (P := fun k t => Prod L (fun i => w k i t)).
    assert (B : forall t k, time T t -> (k < n)%nat -> Rabs (P k t) * / r t ^ 2 <= r t ^ (L - 2)).
    { intros t k Ht Hk. pose proof (Pr t Ht) as Pt. cbv beta in Pt. assert (P2 : 0 < r t ^ 2) by (now apply pow_lt).
      assert (W : forall i, (i < L)%nat -> Rabs (w k i t) <= r t).
      { intros i Hi. rewrite <- (Rabs_pos_eq (r t)) by lra. apply Rsqr_le_abs_0. unfold Rsqr. replace (r t * r t) with (r t ^ 2) by ring. rewrite (Er t Ht).
        apply Rle_trans with (Sum L (fun i => w k i t ^ 2)).
        - apply Rle_trans with (w k i t ^ 2); [right; ring |]. apply (Sum_ge_term L (fun i => w k i t ^ 2) i Hi). intros; apply pow2_ge_0.
        - apply (Sum_ge_term n (fun k => Sum L (fun i => w k i t ^ 2)) k Hk). intros j _. apply Sum_ge0. intros; apply pow2_ge_0. }
      assert (Pk : Rabs (P k t) <= r t ^ L).
      { rewrite <- (apow_one (P k t)). unfold P. rewrite apow_Prod, <- Prod_const. apply Prod_le. intros i Hi. rewrite apow_one. split; [apply Rabs_pos | now apply W]. }
      apply Rmult_le_reg_r with (r t ^ 2); [exact P2 |]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra. rewrite <- pow_add. replace (L - 2 + 2)%nat with L by lia. exact Pk. }
    assert (TP : tends (toward T) (fun t => r t ^ (L - 2)) 0).
    { destruct (limit (toward T) PF) as [_ [_ [_ [K1 [K2 _]]]]]. apply (tends_value T _ (0 ^ (L - 2))); [apply pow_i; lia |].
      apply (K1 r 0 (fun y => y ^ (L - 2)) Tr). apply K2. }
    assert (TQ : forall k, (k < n)%nat -> tends (toward T) (fun t => P k t * / r t ^ 2) 0 /\ tends (toward T) (fun t => Rabs (P k t) * / r t ^ 2) 0).
    { intros k Hk. assert (TA : tends (toward T) (fun t => Rabs (P k t) * / r t ^ 2) 0).
      { apply (squeezed (toward T) PF (fun _ => 0) _ (fun t => r t ^ (L - 2))); [apply (tends_constant T HT) | exact TP | |].
        - apply toward_every; [exact HT |]. intros t Ht. apply Rmult_le_pos; [apply Rabs_pos | left; apply Rinv_0_lt_compat, pow_lt; exact (Pr t Ht)].
        - apply toward_every; [exact HT |]. intros t Ht. now apply B. }
      split; [| exact TA]. apply (squeezed (toward T) PF (fun t => -1 * (Rabs (P k t) * / r t ^ 2)) _ (fun t => Rabs (P k t) * / r t ^ 2)); [| exact TA | |].
      - apply (tends_value T _ (-1 * 0)); [ring |]. apply tends_times; [exact PF | apply (tends_constant T HT) | exact TA].
      - apply toward_every; [exact HT |]. intros t Ht. assert (Q : 0 < / r t ^ 2) by (apply Rinv_0_lt_compat, pow_lt; exact (Pr t Ht)).
        pose proof (Rle_abs (- P k t)) as X. rewrite Rabs_Ropp in X. nra.
      - apply toward_every; [exact HT |]. intros t Ht. assert (Q : 0 < / r t ^ 2) by (apply Rinv_0_lt_compat, pow_lt; exact (Pr t Ht)).
        apply Rmult_le_compat_r; [lra | apply Rle_abs]. }
    apply (tends_same T HT (fun t => al * (1 / 2) + (Sum n (fun k => g k * (P k t * / r t ^ 2)) + o t * Sum n (fun k => Rabs (P k t) * / r t ^ 2)))).
    + intros t Ht. pose proof (Pr t Ht) as Pt. cbv beta in Pt. assert (P2 : 0 < r t ^ 2) by (now apply pow_lt). rewrite (EF t Ht).
      rewrite (Sum_ext n (fun k => g k * (P k t * / r t ^ 2)) (fun k => / r t ^ 2 * (g k * P k t))) by (intros; ring).
      rewrite (Sum_ext n (fun k => Rabs (P k t) * / r t ^ 2) (fun k => / r t ^ 2 * Rabs (P k t))) by (intros; ring). rewrite !Sum_scal. unfold P. field. lra.
    + apply (tends_value T _ (al * (1 / 2) + (Sum n (fun k => g k * 0) + 0 * Sum n (fun _ => 0)))).
      * rewrite (Sum_ext n (fun k => g k * 0) (fun _ => 0)) by (intros; ring). rewrite Sum_const. ring.
      * apply tends_plus; [exact PF | apply (tends_constant T HT) |]. apply tends_plus; [exact PF | |].
        -- apply (@tends_Sum (toward T) PF n (fun k t => g k * (P k t * / r t ^ 2)) (fun k => g k * 0)). intros k Hk.
           apply tends_times; [exact PF | apply (tends_constant T HT) | now apply TQ].
        -- apply tends_times; [exact PF | exact To |]. apply (@tends_Sum (toward T) PF n (fun k t => Rabs (P k t) * / r t ^ 2) (fun _ => 0)). intros k Hk. now apply TQ.
  - intros K i Hi l Hl. assert (E : forall j, (j < L)%nat -> al * v j ^ 2 = - (s * Prod L (fun j => v j))).
    { intros j Hj. pose proof (K j Hj) as X. apply (f_equal (fun y => y * v j)) in X. rewrite Rmult_0_l in X.
      rewrite <- (Prod_others L j (fun j => v j) Hj). lra. }
    apply Rmult_eq_reg_l with al; [| lra]. now rewrite (E i Hi), (E l Hl).
Qed.
