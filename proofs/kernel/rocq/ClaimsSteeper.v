(** Implicit bias for q < 2 and one sample: the limit does not minimise the Bregman divergence from the start. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsFlows ClaimsRates ClaimsLimits.
Local Open Scope R_scope.

Lemma time_after T s : time T s -> exists t, s < t /\ time T t.
Proof.
  intros [H0 H]. destruct T as [r | |]; simpl in H; [| | contradiction].
  - exists ((s + r) / 2). unfold time. simpl. lra.
  - exists (s + 1). unfold time. simpl. split; [lra | split; [lra | exact I]].
Qed.

Lemma rises_to T y c : Rbar_lt 0 T -> ac T y -> rate T y (fun _ l => 0 < l) -> tends (toward T) y c -> y 0 < c.
Proof.
  intros HT Hy Dy Hc. apply (rising_to T y c Hy Dy (time_zero T HT)). intros eps He r Hr.
  pose proof (toward_proper T HT) as PF. destruct (proj1 (@tends_spec (toward T) PF y c) Hc eps He) as [v [Hv K]].
  assert (M : time T (Rmax r v)) by (unfold Rmax; now destruct Rle_dec).
  destruct (time_after T _ M) as [t [Ht Tt]]. pose proof (Rmax_l r v). pose proof (Rmax_r r v).
  exists t. repeat split; [apply Tt | apply Tt | lra |]. apply K; [exact Tt | lra].
Qed.

(** The drive of a positive gradient. *)
Lemma drive_of_positive g h q : 0 < g -> g * h = apow (Rabs g) q -> h = apow g (q + -1).
Proof.
  intros Pg E. rewrite apow_Rabs in E. apply Rmult_eq_reg_l with g; [| lra]. rewrite E.
  replace q with (1 + (q + -1)) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity.
Qed.

(** (f(c + s a) - f(c))/s -> f'(c) a. *)
Lemma slope_along T (f : R -> R) c a (s : R -> R) : Rbar_lt 0 T -> (forall p, ex_derive f p /\ continuous (Derive f) p) ->
  every T (fun t => 0 < s t) -> tends (toward T) s 0 ->
  tends (toward T) (fun t => (f (c + s t * a) - f c) * / s t) (Derive f c * a).
Proof.
  intros HT Hf Ps Ts. pose proof (toward_proper T HT) as PF.
  apply (slope_limit (toward T) PF f (Derive f) (fun t => c + s t * a) (fun t => / s t) c a).
  - intros y _. split; [apply Derive_correct, Hf | apply Hf].
  - apply (tends_value T _ (c + 0 * a)); [ring |]. apply tends_plus; [exact PF | apply (tends_constant T HT) |].
    apply tends_times; [exact PF | exact Ts | apply (tends_constant T HT)].
  - apply (tends_same T HT (fun _ => a)); [| apply (tends_constant T HT)].
    intros t Ht. pose proof (Ps t Ht) as P. cbv beta in P. field. lra.
Qed.

Theorem implicit_bias_steeper_fails_claim : claim_implicit_bias_steeper_fails.
Proof.
  intros L HL n Hn T HT R2 eta Pe g h s Ps u Pu w x y A PA Lam PL b c q Hq yi RR SS Hc Hd Hh Hx Hu Hdr _ _ _ _ Hy HR DR Ty Hq2 Hg Ts HRc HSc.
  pose proof (toward_proper T HT) as PF. set (B := fun k => apow (A k) (q + -1)).
  assert (PB : forall k, (k < n)%nat -> 0 < B k) by (intros k Hk; apply apow_gt0, Rgt_not_eq, PA, Hk).
  assert (Dy : forall k, (k < n)%nat -> moves_ae T (y k) (fun t => - (B k * apow (eta t) (q + -1)))).
  { intros k Hk.
    pose proof (output_rate_u T q L (h k) (w k) (u k) (fun i _ => Lam k i) (x k) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) (Hx k Hk) (Hu k Hk)) as Dx.
    generalize (ae_and T _ _ (ae_and T _ _ Dx (DR k Hk)) (ae_and T _ _ (HR k Hk) (ae_and T _ _ (Hdr k Hk) (Hg k Hk)))). apply ae_incl.
    intros t Ht [[D1 [D2 [_ E]]] [E2 [E3 E4]]]. pose proof (Pe t Ht) as P. pose proof (PA k Hk) as Pk. cbv beta in P.
    evar_last; [apply Derive_correct, D2 |].
    change (Derive (fun t => y k t) t) with (Derive (y k) t) in E. change (Derive (fun t => x k t) t) with (Derive (x k) t) in E.
    change (Derive (y k) t = - (B k * apow (eta t) (q + -1))). rewrite E, (is_derive_unique _ _ _ D1).
    apply drive_of_positive in E3; [| rewrite E4; now apply Rmult_lt_0_compat]. rewrite E3, E4, apow_mult. unfold B.
    set (S := Sum L _) in *. set (p := apow (A k) _). set (r := apow (eta t) _).
    transitivity (- (p * r) * (R2 k t * S)); [ring | rewrite E2; ring]. }
  assert (K : forall k, (k < n)%nat -> forall l, (l < n)%nat ->
    every T (fun t => (y k t + -1 * y k 0) * B l = (y l t + -1 * y l 0) * B k)).
  { intros k Hk l Hl t Ht. assert (E : B l * y k t - B k * y l t = B l * y k 0 - B k * y l 0); [| lra].
    refine (stays0 T (fun t => B l * y k t - B k * y l t) _ _ (rate_minus T _ _ _ _ _ _) _ t Ht).
    - apply ac_minus; apply ac_scal; [exact (Hy k Hk) | exact (Hy l Hl)].
    - generalize (Dy k Hk). apply ae_incl. intros r _ D. apply (is_derive_scal (y k) r (B l) _ D).
    - generalize (Dy l Hl). apply ae_incl. intros r _ D. apply (is_derive_scal (y l) r (B k) _ D).
    - intros r _. simpl. ring. }
  assert (M : forall k, (k < n)%nat -> forall l, (l < n)%nat -> A k < A l -> A l * (yi k + -1 * y k 0) < A k * (yi l + -1 * y l 0)).
  { intros k Hk l Hl Akl. pose proof (PB k Hk) as Bk. pose proof (PB l Hl) as Bl. pose proof (PA k Hk) as Pk.
    assert (E : (yi k + -1 * y k 0) * B l = (yi l + -1 * y l 0) * B k).
    { apply (one_limit (toward T) PF (fun t => (y k t + -1 * y k 0) * B l)).
      - apply tends_times; [exact PF | apply tends_plus; [exact PF | exact (Ty k Hk) | apply (tends_constant T HT)] | apply (tends_constant T HT)].
      - apply (tends_same T HT (fun t => (y l t + -1 * y l 0) * B k)); [intros t Ht; symmetry; exact (K k Hk l Hl t Ht) |].
        apply tends_times; [exact PF | apply tends_plus; [exact PF | exact (Ty l Hl) | apply (tends_constant T HT)] | apply (tends_constant T HT)]. }
    assert (N : -1 * y l 0 < -1 * yi l).
    { apply (rises_to T (fun t => -1 * y l t) (-1 * yi l) HT); [apply ac_scal; exact (Hy l Hl) | |].
      - generalize (Dy l Hl). apply ae_incl. intros t Ht D. exists (-1 * - (B l * apow (eta t) (q + -1))).
        split; [now apply (is_derive_scal (y l) t (-1)) |]. pose proof (Pe t Ht) as P. cbv beta in P.
        pose proof (apow_gt0 (eta t) (q + -1) ltac:(lra)). nra.
      - apply tends_times; [exact PF | apply (tends_constant T HT) | exact (Ty l Hl)]. }
    assert (O : A k * B l < A l * B k).
    { assert (S : forall a, 0 < a -> a = apow a (2 - q) * apow a (q + -1)).
      { intros a Ha. rewrite <- apow_plus. replace (2 - q + (q + -1)) with 1 by ring. rewrite apow_one, Rabs_pos_eq; lra. }
      assert (apow (A k) (2 - q) < apow (A l) (2 - q)) by (apply apow_lt; lra).
      rewrite (S (A k)), (S (A l)) by lra. fold (B k) (B l).
      replace (apow (A k) (2 - q) * B k * B l) with (apow (A k) (2 - q) * (B k * B l)) by ring.
      replace (apow (A l) (2 - q) * B l * B k) with (apow (A l) (2 - q) * (B k * B l)) by ring.
      apply Rmult_lt_compat_r; [now apply Rmult_lt_0_compat | assumption]. }
    apply Rmult_lt_reg_r with (B l); [exact Bl |]. rewrite !Rmult_assoc, E. nra. }
  split; [exact K | split; [exact M |]].
  intros k Hk l Hl Akl [_ Rc] [_ Sb] Le. pose proof (M k Hk l Hl Akl) as N.
  assert (Z : 0 <= Derive RR c * A l + Derive SS b * (-1 * A k) + (-1 * y k 0 * A l + y l 0 * A k)); [| rewrite Rc, Sb in Z; lra].
  apply (limits_in_order (toward T) PF (fun _ => 0) (fun t => (RR (c + s t * A l) - RR c) * / s t +
    (SS (b + s t * (-1 * A k)) - SS b) * / s t + (-1 * y k 0 * A l + y l 0 * A k))).
  - apply (toward_every T _ HT). intros t Ht. pose proof (Le t Ht) as E. pose proof (Ps t Ht) as P. cbv beta in E, P.
    replace (b + -1 * s t * A k) with (b + s t * (-1 * A k)) in E by ring.
    apply Rmult_le_reg_r with (s t); [exact P |]. rewrite Rmult_0_l.
    replace (((RR (c + s t * A l) - RR c) * / s t + (SS (b + s t * (-1 * A k)) - SS b) * / s t + (-1 * y k 0 * A l + y l 0 * A k)) * s t)
      with (RR (c + s t * A l) - RR c + (SS (b + s t * (-1 * A k)) - SS b) + (-1 * y k 0 * A l + y l 0 * A k) * s t) by (field; lra).
    lra.
  - apply (tends_constant T HT).
  - apply tends_plus; [exact PF | | apply (tends_constant T HT)].
    apply tends_plus; [exact PF | now apply slope_along | now apply slope_along].
Qed.
