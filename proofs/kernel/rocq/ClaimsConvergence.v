(** Convergence: the integral of what falls below the descent, and its limit. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws Limits
  MoreRules ClaimsFlows ClaimsRates Cover Dominated.
Local Open Scope R_scope.

Lemma integral_and_total T (y r : R -> R) c b : Rbar_lt 0 T -> ac T y -> 0 < c ->
  rate T y (fun t l => l <= - c * r t) -> (forall t, 0 <= r t) -> measurable T r -> every T (fun t => b <= y t) ->
  exists A, primitive T r A /\ exists l, tends (toward T) A l /\ l <= (y 0 + - b) * / c.
Proof.
  intros HT Hy Hc HR Hr Mr Hb. assert (T0 : time T 0) by (split; [lra | exact HT]).
  destruct (measurable_integral T y r c HT Hy Hc HR (ae_every T _ (fun t _ => Hr t)) Mr) as [A HA]. exists A. split; [exact HA |].
  assert (Hle : every T (fun t => A t <= (y 0 + - b) * / c)).
  { apply (integrated T y c r A b Hy HR); trivial. apply ae_every. intros t _. apply Hr. }
  destruct (whole_integral T r A _ HA (ae_every T _ (fun t _ => Hr t)) Hle T0) as [l [Hl Hlim]]. exists l. split.
  - intros P [eps K]. destruct (Hlim eps (cond_pos eps)) as [s [Hs Q]]. exists s. split; [exact Hs |].
    intros t Ht Hst. apply K. exact (Q t Ht Hst).
  - apply (proj2 Hl). intros v [t [Ht ->]]. exact (Hle t Ht).
Qed.

Theorem convergence_powers_claim : claim_convergence_powers.
Proof.
  intros n Hn T HT F H g h x finf low Hlow q Hq Hd _ _ Mg _ _ Dx _ HF DF HH Hinf.
  destruct (integral_and_total T F (fun t => Sum n (fun k => apow (Rabs (g k t)) q)) low finf HT HF Hlow) as [A [HA [l [Hl L]]]].
  - generalize (falls T n F g h H x q low Hd Dx DF HH). apply ae_incl. intros t _ [l [D L]]. exists l. split; [exact D |].
    rewrite (Sum_ext n _ (fun k => apow (g k t) q)); [exact L |]. intros k _. apply apow_Rabs.
  - intros t. apply Sum_ge0. intros k _. apply apow_ge0.
  - apply (measurable_Sum T n (fun k t => apow (Rabs (g k t)) q)). intros k Hk.
    apply (measurable_map T (g k) (fun y => apow (Rabs y) q)); [| exact (Mg k Hk)]. intros y.
    apply (continuous_comp Rabs (fun y => apow y q)); [apply continuous_Rabs | apply continuous_apow; lra].
  - exact Hinf.
  - exists A. split; [exact HA |]. exists l. split; [exact Hl |]. replace (-1 * finf) with (- finf) by ring. exact L.
Qed.

Theorem convergence_claim : claim_convergence.
Proof.
  intros n Hn T HT F H g h x B HB finf low Hlow q Hq Hd _ _ Mg _ _ Dx _ HF DF HH HB2 Hinf.
  assert (P : 0 < apow B (q - 2)) by (apply apow_gt0; lra).
  destruct (integral_and_total T F (fun t => Sum n (fun k => Rabs (g k t) ^ 2)) (low * apow B (q - 2)) finf HT HF)
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
  - apply (measurable_Sum T n (fun k t => Rabs (g k t) ^ 2)). intros k Hk.
    apply (measurable_map T (g k) (fun y => Rabs y ^ 2)); [| exact (Mg k Hk)]. intros y.
    apply (continuous_comp Rabs (fun y => y ^ 2)); [apply continuous_Rabs | apply (ex_derive_continuous (fun y => y ^ 2)); auto_derive; trivial].
  - exact Hinf.
  - exists A. split; [exact HA |]. exists l. split; [exact Hl |]. apply Rle_trans with (1 := L). right.
    replace (2 + -1 * q) with (- (q - 2)) by ring. rewrite apow_Ropp. field. lra.
Qed.
