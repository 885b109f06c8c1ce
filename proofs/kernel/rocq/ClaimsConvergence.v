(** Convergence: the integral of what falls below the descent, and its limit. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws Limits
  MoreRules ClaimsFlows ClaimsRates Cover Dominated AlmostEvery.
Local Open Scope R_scope.

Theorem convergence_powers_claim : claim_convergence_powers.
Proof.
  intros n Hn T HT F H g h x finf low Hlow q Hq Hd _ _ Mg _ _ Dx _ HF DF HH Hinf.
  destruct (integrated T F low (fun t => Sum n (fun k => apow (Rabs (g k t)) q)) finf HT HF) as [A [HA [l [Hl L]]]].
  - generalize (falls T n F g h H x q low Hd Dx DF HH). apply ae_incl. intros t _ [l [D L]]. exists l. split; [exact D |].
    rewrite (Sum_ext n _ (fun k => apow (g k t) q)); [exact L |]. intros k _. apply apow_Rabs.
  - apply ae_every. intros t _. apply Sum_ge0. intros k _. apply apow_ge0.
  - apply (measurable_Sum T n (fun k t => apow (Rabs (g k t)) q)). intros k Hk.
    apply (measurable_map T (g k) (fun y => apow (Rabs y) q)); [| exact (Mg k Hk)]. intros y.
    apply (continuous_comp Rabs (fun y => apow y q)); [apply continuous_Rabs | apply continuous_apow; lra].
  - exact Hlow.
  - exact Hinf.
  - exists A. split; [exact HA |]. exists l. split; [exact Hl |]. replace (-1 * finf) with (- finf) by ring. exact L.
Qed.

Theorem convergence_claim : claim_convergence.
Proof.
  intros n Hn T HT F H g h x B HB finf low Hlow q Hq Hd _ _ Mg _ _ Dx _ HF DF HH HB2 Hinf.
  assert (P : 0 < apow B (q - 2)) by (apply apow_gt0; lra).
  destruct (integrated T F (low * apow B (q - 2)) (fun t => Sum n (fun k => Rabs (g k t) ^ 2)) finf HT HF)
    as [A [HA [l [Hl L]]]].
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
  - apply ae_every. intros t _. apply Sum_ge0. intros k _. apply pow2_ge_0.
  - apply (measurable_Sum T n (fun k t => Rabs (g k t) ^ 2)). intros k Hk.
    apply (measurable_map T (g k) (fun y => Rabs y ^ 2)); [| exact (Mg k Hk)]. intros y.
    apply (continuous_comp Rabs (fun y => y ^ 2)); [apply continuous_Rabs | apply (ex_derive_continuous (fun y => y ^ 2)); auto_derive; trivial].
  - now apply Rmult_lt_0_compat.
  - exact Hinf.
  - exists A. split; [exact HA |]. exists l. split; [exact Hl |]. apply Rle_trans with (1 := L). right.
    replace (2 + -1 * q) with (- (q - 2)) by ring. rewrite apow_Ropp. field. lra.
Qed.

(** d(y^(1/2))/dt <= -(mu^(1/q) (2 sigma)^(1/2) / 2) N, as N^p = N N^(p/q). *)
Theorem path_length_claim : claim_path_length.
Proof.
  intros T HT N PN y Py mu Hmu p Hp q Hq sigma Hs Epq Hy MN DY Low. set (M := apow mu (/ q)). set (S2 := apow (2 * sigma) (1 / 2)).
  assert (PM : 0 < M) by (apply apow_gt0; lra). assert (PS : 0 < S2) by (apply apow_gt0; lra). set (c := M * S2 / 2).
  assert (Hc : 0 < c) by (unfold c; apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat | lra]).
  assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra).
  assert (Ep : 1 + p * / q = p) by (apply Rmult_eq_reg_r with q; [field_simplify; lra | lra]).
  destruct (integrated T (fun t => apow (y t) (1 / 2)) c N 0 HT) as [A [HA [l [Hl B]]]].
  - apply ac_power_pos; [exact Hy | exact Py].
  - generalize (ae_and T _ _ DY Low). apply ae_incl. intros t Ht [[D E] L]. pose proof (Py t Ht) as P. pose proof (PN t Ht) as P2. cbv beta in P, P2.
    change (Derive (fun t => y t) t) with (Derive y t) in E.
    exists (1 / 2 * apow (y t) (1 / 2 - 1) * Derive y t). split.
    + assert (C : C1_on positive (fun v => apow v (1 / 2)) (fun v => 1 / 2 * apow v (1 / 2 - 1))) by apply (built_continuous T).
      evar_last; [apply (is_derive_comp (fun v => apow v (1 / 2)) y t _ _ (proj1 (C (y t) P)) (Derive_correct _ _ D)) |].
      change (Derive y t * (1 / 2 * apow (y t) (1 / 2 - 1)) = 1 / 2 * apow (y t) (1 / 2 - 1) * Derive y t). ring.
    + replace (Derive y t) with (- apow (N t) p) by lra.
      assert (X : M * (S2 * apow (y t) (1 / 2)) <= apow (N t) (p * / q)).
      { assert (P3 : 0 < apow (2 * sigma * y t) (q * (1 / 2))) by (apply apow_gt0, Rgt_not_eq; apply Rmult_lt_0_compat; lra).
        pose proof (apow_le _ _ (/ q) Iq (conj (Rlt_le _ _ (Rmult_lt_0_compat _ _ Hmu P3)) L)) as K.
        rewrite apow_mult, !apow_apow in K. replace (q * (1 / 2) * / q) with (1 / 2) in K by (field; lra). rewrite (apow_mult (2 * sigma)) in K. exact K. }
      assert (Y : apow (N t) p = N t * apow (N t) (p * / q)).
      { rewrite <- Ep at 1. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
      set (h := apow (y t) (1 / 2 - 1)). assert (Ph : 0 < h) by (apply apow_gt0; lra).
      assert (Z : h * apow (y t) (1 / 2) = 1).
      { unfold h. rewrite <- apow_plus. replace (1 / 2 - 1 + 1 / 2) with 0 by field. apply apow_zero. lra. }
      rewrite Y. assert (W : h * N t * (M * (S2 * apow (y t) (1 / 2))) <= h * N t * apow (N t) (p * / q)).
      { apply Rmult_le_compat_l; [left; now apply Rmult_lt_0_compat | exact X]. }
      replace (h * N t * (M * (S2 * apow (y t) (1 / 2)))) with (h * apow (y t) (1 / 2) * (M * S2 * N t)) in W by ring. rewrite Z in W. unfold c. lra.
  - apply ae_every. intros t Ht. left. exact (PN t Ht).
  - exact MN.
  - exact Hc.
  - intros t _. apply apow_ge0.
  - exists A. split; [exact HA |]. exists l. split; [exact Hl |]. apply Rle_trans with (1 := B). right.
    pose proof (Py 0 (conj (Rle_refl 0) HT)) as P0. cbv beta in P0. replace (-1 * / q) with (- / q) by ring. rewrite apow_Ropp. fold M.
    assert (V : apow (2 * y 0 * / sigma) (1 / 2) * S2 = 2 * apow (y 0) (1 / 2)).
    { unfold S2. rewrite <- apow_mult. replace (2 * y 0 * / sigma * (2 * sigma)) with (2 * 2 * y 0) by (field; lra). rewrite apow_mult. f_equal.
      rewrite <- apow_two, apow_apow. replace (2 * (1 / 2)) with 1 by field. rewrite apow_one. apply Rabs_pos_eq. lra. }
    replace (apow (2 * y 0 * / sigma) (1 / 2)) with (2 * apow (y 0) (1 / 2) * / S2) by (rewrite <- V; field; lra).
    unfold c. field. lra.
Qed.
