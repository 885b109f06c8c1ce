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
