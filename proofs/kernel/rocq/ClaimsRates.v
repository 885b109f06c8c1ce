(** Claims about rates: the linear rate, arrival in finite time, escape times, decay of the dual variable. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws ClaimsFlows.
Local Open Scope R_scope.

(** dF/dt = sum_k g_k dx_k/dt = - sum_k H_k |g_k|^q <= - mu sum_k |g_k|^q. *)
Lemma falls T n (F : R -> R) (g h H x : nat -> R -> R) q low :
  (forall k, (k < n)%nat -> ae T (fun t => g k t * h k t = apow (Rabs (g k t)) q)) ->
  (forall k, (k < n)%nat -> ae T (fun t => is_derive (fun t => x k t) t ((-1) * H k t * h k t))) ->
  ae T (fun t => ex_derive (fun t => F t) t /\ (forall k, (k < n)%nat -> ex_derive (fun t => x k t) t) /\
    Derive (fun t => F t) t = Sum n (fun k => (g k t * Derive (fun t => x k t) t))) ->
  (forall k, (k < n)%nat -> every T (fun t => low <= H k t)) ->
  rate T F (fun t l => l <= - low * Sum n (fun k => apow (g k t) q)).
Proof.
  intros Hd Dx DF HH.
  assert (K : ae T (fun t => forall k, (k < n)%nat -> is_derive (x k) t (-1 * H k t * h k t) /\ g k t * h k t = apow (Rabs (g k t)) q)).
  { apply ae_all. intros k Hk. apply ae_and; [exact (Dx k Hk) | exact (Hd k Hk)]. }
  generalize (ae_and T _ _ DF K). apply ae_incl. intros t Ht [[D [_ E]] Kt]. exists (Derive F t).
  split; [now apply Derive_correct |]. change (Derive (fun t => F t) t) with (Derive F t) in E. rewrite E, <- Sum_scal.
  apply Sum_le. intros k Hk. destruct (Kt k Hk) as [Dk Ek]. change (Derive (fun t => x k t) t) with (Derive (x k) t).
  rewrite (is_derive_unique _ _ _ Dk). rewrite apow_Rabs in Ek. pose proof (HH k Hk t Ht) as Low. cbv beta in Low.
  replace (g k t * (-1 * H k t * h k t)) with (- H k t * (g k t * h k t)) by ring. rewrite Ek.
  pose proof (apow_ge0 (g k t) q). nra.
Qed.

Lemma is_derive_minus_const (F : R -> R) c t l : is_derive F t l -> is_derive (fun t => F t - c) t l.
Proof. intros D. evar_last; [apply (is_derive_minus F (fun _ => c) t _ 0 D); apply (is_derive_const c) | apply Rminus_0_r]. Qed.

Lemma rate_shift T (F : R -> R) c A : rate T F A -> rate T (fun t => F t - c) A.
Proof. apply ae_incl. intros t _ [l [D H]]. exists l. split; [now apply is_derive_minus_const | assumption]. Qed.

Lemma square_of_size y : Rabs y ^ 2 = apow y 2.
Proof. rewrite apow_two. unfold pow. rewrite Rmult_1_r. rewrite <- Rabs_mult. apply Rabs_pos_eq. nra. Qed.

Theorem linear_rate_claim : claim_linear_rate.
Proof.
  intros n Hn T HT F H g h x B HB fs low Hlow q Hq sigma Hs Hd _ _ _ _ _ Dx _ HF DF HH HB2 HPL t Ht.
  assert (K : every T (fun t => F t - fs <= (F 0 - fs) * exp (- (2 * sigma * low * apow B (q - 2)) * t))).
  { apply (gronwall T (fun t => F t - fs)); [apply ac_minus; [exact HF | apply ac_const] |].
    assert (HBa : ae T (fun t => forall k, (k < n)%nat -> Rabs (g k t) <= B)) by (apply ae_all; exact HB2).
    generalize (ae_and T _ _ (rate_shift T F fs _ (falls T n F g h H x q low Hd Dx DF HH)) HBa).
    apply ae_incl. intros r Hr [[l [D L]] Bd]. exists l. split; [exact D |]. apply Rle_trans with (1 := L).
    pose proof (HPL r Hr) as PL. cbv beta in PL.
    assert (P : apow B (q - 2) * Sum n (fun k => Rabs (g k r) ^ 2) <= Sum n (fun k => apow (g k r) q)).
    { rewrite <- Sum_scal. apply Sum_le. intros k Hk. rewrite square_of_size.
      pose proof (larger_exponent (Rabs (g k r)) B q 2 (Rabs_pos _) (Bd k Hk) HB ltac:(lra) ltac:(lra)) as LE.
      rewrite !apow_Rabs in LE. pose proof (apow_ge0 B (q - 2)) as P0.
      apply Rmult_le_compat_l with (r := apow B (q - 2)) in LE; [| exact P0]. apply Rle_trans with (1 := LE). right.
      rewrite (Rmult_comm (apow (g k r) q)), <- Rmult_assoc, <- apow_plus. replace (q - 2 + (2 - q)) with 0 by ring.
      rewrite apow_zero by lra. ring. }
    pose proof (apow_gt0 B (q - 2) ltac:(lra)) as P1.
    assert (apow B (q - 2) * (2 * sigma * (F r + -1 * fs)) <= apow B (q - 2) * Sum n (fun k => Rabs (g k r) ^ 2)) by nra.
    assert (low * (apow B (q - 2) * (2 * sigma * (F r + -1 * fs))) <= low * Sum n (fun k => apow (g k r) q)) by nra.
    nra. }
  specialize (K t Ht). cbv beta in K. replace (q + -2) with (q - 2) by ring.
  replace (-1 * 2 * sigma * low * apow B (q - 2) * t) with (- (2 * sigma * low * apow B (q - 2)) * t) by ring. lra.
Qed.

Theorem finite_time_claim : claim_finite_time.
Proof.
  intros n Hn T HT F H g h x fs low Hlow q Hq sigma Hs Hd _ _ _ _ _ Dx _ HF DF HH Hge HPL Hq2.
  set (c := low * apow (2 * sigma) (q / 2)).
  assert (P0 : 0 < apow (2 * sigma) (q / 2)) by (apply apow_gt0; lra).
  assert (Hc : 0 < c) by (apply Rmult_lt_0_compat; assumption).
  assert (K : every T (fun t => apow (F 0 - fs) (1 - q / 2) * / (c * (1 - q / 2)) <= t -> F t - fs = 0)).
  { apply (arrival T (fun t => F t - fs) c (q / 2)); [apply ac_minus; [exact HF | apply ac_const] | | | exact Hc | lra | lra].
    - intros r Hr. pose proof (Hge r Hr) as E. cbv beta in E. lra.
    - generalize (rate_shift T F fs _ (falls T n F g h H x q low Hd Dx DF HH)). apply ae_incl. intros r Hr [l [D L]].
      exists l. split; [exact D |]. apply Rle_trans with (1 := L).
      pose proof (HPL r Hr) as PL. pose proof (Hge r Hr) as G0. cbv beta in PL, G0.
      assert (S : apow (2 * sigma * (F r - fs)) (q / 2) <= Sum n (fun k => apow (g k r) q)).
      { apply Rle_trans with (apow (Sum n (fun k => Rabs (g k r) ^ 2)) (q / 2)).
        - apply apow_le; [lra |]. split; [| lra]. apply Rmult_le_pos; lra.
        - apply Rle_trans with (Sum n (fun k => apow (Rabs (g k r) ^ 2) (q / 2))).
          + apply subadditive; [intros i _; apply pow2_ge_0 | lra | lra].
          + apply Sum_le. intros k Hk. rewrite square_of_size, apow_apow. right. f_equal. field. }
      rewrite apow_mult in S. unfold c. nra. }
  intros t Ht E. pose proof (time_0 T t Ht) as T0. pose proof (Hge 0 T0) as G0. cbv beta in G0.
  specialize (E ltac:(unfold power_defined; lra)).
  specialize (E ltac:(replace (q * (1 / 2)) with (q / 2) by field; apply Rgt_not_eq, Rmult_lt_0_compat; [exact Hc | lra])).
  pose proof (K t Ht) as Kt. cbv beta in Kt. apply Rplus_eq_reg_r with 0. transitivity (F t - fs + 0); [ring |]. f_equal. apply Kt.
  rewrite power_base in E by lra. apply Rle_trans with (2 := E). right. unfold c. f_equal; f_equal; [ring | field | ].
  f_equal; [f_equal; f_equal; field | field].
Qed.

Lemma rises_by T (Y : R -> R) h H c : primitive T h H -> every T (fun t => Y t = Y 0 + (-1) * H t) ->
  ae T (fun t => c <= - h t) -> every T (fun t => c * t <= Y t + (-1) * Y 0).
Proof.
  intros [HH [H0 DH]] HY Hc t Ht. rewrite (HY t Ht).
  assert (K : every T (fun t => (-1) * H 0 + - c * 0 <= (-1) * H t + - c * t)).
  { apply (rising T (fun t => -1 * H t + - c * t)).
    - apply ac_plus; apply ac_scal; [exact HH | apply ac_id].
    - generalize (ae_and T _ _ DH Hc). apply ae_incl. intros r _ [D C]. exists (-1 * h r + - c). split; [| lra].
      evar_last; [apply (is_derive_plus (fun t => -1 * H t) (fun t => - c * t) r (-1 * h r) (- c)) | reflexivity].
      + now apply is_derive_scal.
      + auto_derive; trivial; ring. }
  specialize (K t Ht). cbv beta in K. rewrite H0 in K. lra.
Qed.

Lemma falls_by T (Y : R -> R) h H c : primitive T h H -> every T (fun t => Y t = Y 0 + (-1) * H t) ->
  ae T (fun t => - h t <= c) -> every T (fun t => Y t + (-1) * Y 0 <= c * t).
Proof.
  intros [HH [H0 DH]] HY Hc t Ht. rewrite (HY t Ht).
  assert (K : every T (fun t => c * 0 + H 0 <= c * t + H t)).
  { apply (rising T (fun t => c * t + H t)).
    - apply ac_plus; [apply ac_scal, ac_id | exact HH].
    - generalize (ae_and T _ _ DH Hc). apply ae_incl. intros r _ [D C]. exists (c + h r). split; [| lra].
      apply (is_derive_plus (fun t => c * t) H r c (h r)); [auto_derive; trivial; ring | exact D]. }
  specialize (K t Ht). cbv beta in K. rewrite H0 in K. lra.
Qed.

Lemma power_le a b r : 0 < a -> a <= b -> 0 <= r -> apow a r <= apow b r.
Proof. intros Ha Hab [Hr | <-]; [apply apow_le; lra | rewrite !apow_zero by lra; lra]. Qed.

Lemma pull_between T (g h y : R -> R) q g1 g2 : 1 <= q -> 0 < g1 -> every T (fun t => 0 < y t) ->
  ae T (fun t => g t * h t = apow (Rabs (g t)) q) -> ae T (fun t => g t = (-1) * y t) ->
  ae T (fun t => g1 <= y t) -> ae T (fun t => y t <= g2) ->
  ae T (fun t => apow g1 (q + -1) <= - h t) /\ ae T (fun t => - h t <= apow g2 (q + -1)).
Proof.
  intros Hq H1 Py Hd Hg L1 L2.
  assert (E : ae T (fun t => - h t = apow (y t) (q + -1))).
  { generalize (ae_and T _ _ Hd Hg). apply ae_incl. intros t Ht [D G]. pose proof (Py t Ht) as P. cbv beta in P.
    rewrite G, apow_Rabs, apow_mult in D. replace (apow (-1) q) with 1 in D.
    - apply Rmult_eq_reg_l with (y t); [| lra]. replace q with (1 + (q + -1)) in D by ring.
      rewrite apow_plus, apow_one, Rabs_pos_eq in D by lra. replace (y t * - h t) with (-1 * y t * h t) by ring. rewrite D. ring.
    - symmetry. change (-1) with (- (1)). rewrite apow_opp. apply apow_1. }
  split; [generalize (ae_and T _ _ E L1) | generalize (ae_and T _ _ E (ae_and T _ _ L1 L2))]; apply ae_incl; intros t Ht K.
  - destruct K as [-> K]. apply power_le; lra.
  - destruct K as [-> [K1 K2]]. apply power_le; lra.
Qed.

Theorem escape_time_half_line_claim : claim_escape_time_half_line.
Proof.
  intros L HL n Hn T HT g h u Pu w x y Py Lam PL g1 H1 g2 H2 q Hq Rp k Hk Hc Hd Hh Hx Hu HR Hdr _ _ _ _ Hg L1 L2 HC Px.
  destruct (Hh k Hk) as [H HH].
  assert (M : every T (fun t => Rp (x k t) = Rp (x k 0) + (-1) * H t)).
  { apply (mirror_ends T q L (h k) (w k) (u k) (Lam k) Rp (x k) H (proj1 Hq) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) HH (Hx k Hk) (Hu k Hk)).
    { intros t Ht. assert (D : ex_derive Rp (x k t)) by apply HC, Px, Ht. exact (conj D (HR t Ht D)). }
    right. split; [| exact Px]. intros z Hz. split; [apply Derive_correct; now apply HC | now apply HC]. }
  destruct (pull_between T (g k) (h k) (y k) q g1 g2 (proj1 Hq) H1 (Py k Hk) (Hdr k Hk) Hg L1 L2) as [B1 B2].
  split; [exact (rises_by T (fun t => Rp (x k t)) (h k) H _ HH M B1) | exact (falls_by T (fun t => Rp (x k t)) (h k) H _ HH M B2)].
Qed.
