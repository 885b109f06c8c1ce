(** The potential R: strictly convex, essentially smooth, and R' onto R iff q (L-1)/L <= 1. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Mirror.
Local Open Scope R_scope.

(** * Power bounds on R'' *)

Lemma root_le u y n : 0 < u -> (0 < n)%nat -> u ^ n <= y -> u <= apow y (/ INR n).
Proof.
  intros Hu Hn H. assert (Hy : 0 < y) by (pose proof (pow_lt u n Hu); lra).
  assert (HN : 0 < INR n) by now apply lt_0_INR.
  replace u with (apow (u ^ n) (/ INR n)).
  - apply apow_le; [now apply Rinv_0_lt_compat |]. pose proof (pow_lt u n Hu); lra.
  - rewrite <- apow_nat, apow_apow by (assumption || lra).
    replace (INR n * / INR n) with 1 by (field; lra). rewrite apow_one. apply Rabs_pos_eq; lra.
Qed.

Lemma root_ge u y n : 0 < u -> (0 < n)%nat -> 0 <= y <= u ^ n -> apow y (/ INR n) <= u.
Proof.
  intros Hu Hn H. assert (HN : 0 < INR n) by now apply lt_0_INR.
  replace u with (apow (u ^ n) (/ INR n)).
  - apply apow_le; [now apply Rinv_0_lt_compat | assumption].
  - rewrite <- apow_nat, apow_apow by (assumption || lra).
    replace (INR n * / INR n) with 1 by (field; lra). rewrite apow_one. apply Rabs_pos_eq; lra.
Qed.

Lemma zeros_pos L Lam i0 : (i0 < L)%nat -> Lam i0 = 0 -> (0 < zeros L Lam)%nat.
Proof.
  intros Hi H. induction L; [lia |]. simpl. destruct (Nat.eq_dec i0 L) as [<- | Hn].
  - destruct Req_EM_T; [lia | contradiction].
  - assert (0 < zeros L Lam)%nat by (apply IHL; lia). lia.
Qed.

Lemma zeros_le L Lam : (zeros L Lam <= L)%nat.
Proof. induction L; simpl; [lia |]. destruct Req_EM_T; lia. Qed.

Lemma P_near_zero L Lam B : (forall i, (i < L)%nat -> 0 <= Lam i) ->
  0 < B -> exists c C, 0 < c /\ 0 < C /\
  forall u, 0 < u <= B -> c * u ^ zeros L Lam <= P L Lam u <= C * u ^ zeros L Lam.
Proof.
  intros HL HB. induction L as [| L IH].
  - exists 1, 1. unfold P; simpl. repeat split; lra.
  - destruct IH as [c [C [Hc [HC H]]]]; [auto |]. unfold P in *. simpl.
    assert (H0 : 0 <= Lam L) by auto.
    destruct (Req_EM_T (Lam L) 0) as [E | E].
    + exists c, C. repeat split; auto; destruct (H u H1) as [H2 H3]; rewrite E, Rplus_0_r, pow_add, pow_1; nra.
    + exists (c * Lam L), (C * (B + Lam L)).
      assert (0 < Lam L) by lra. rewrite Nat.add_0_r.
      repeat split; try (apply Rmult_lt_0_compat; lra);
        destruct (H u H2) as [H3 H4]; assert (0 < u ^ zeros L Lam) by (apply pow_lt; lra).
      * replace (c * Lam L * u ^ zeros L Lam) with (c * u ^ zeros L Lam * Lam L) by ring.
        apply Rmult_le_compat; try lra. apply Rmult_le_pos; lra.
      * replace (C * (B + Lam L) * u ^ zeros L Lam) with (C * u ^ zeros L Lam * (B + Lam L)) by ring.
        apply Rmult_le_compat; try lra. apply Rle_trans with (2 := H3). apply Rmult_le_pos; lra.
Qed.

Lemma P_far L Lam B : (forall i, (i < L)%nat -> 0 <= Lam i) -> 0 < B ->
  exists C, 1 <= C /\ forall u, B <= u -> P L Lam u <= (C * u) ^ L.
Proof.
  intros HL HB.
  assert (HM : exists M, 0 <= M /\ forall i, (i < L)%nat -> Lam i <= M).
  { exists (Sum L Lam). split; [now apply Sum_ge0 |]. intros i Hi. now apply Sum_ge_term. }
  destruct HM as [M [HM0 HM]]. exists (1 + M / B).
  assert (0 <= M / B) by (apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat]).
  split; [lra |]. intros u Hu. rewrite <- Prod_const. apply Prod_le. intros i Hi.
  pose proof (HL i Hi). pose proof (HM i Hi). split; [lra |].
  assert (M <= M / B * u); [| nra].
  replace M with (M / B * B) at 1 by (field; lra). apply Rmult_le_compat_l; lra.
Qed.

Lemma INR_pos n : (0 < n)%nat -> 1 <= INR n.
Proof. intros; change 1 with (INR 1). apply le_INR; lia. Qed.

Section Bounds.
Variables (q : R) (L : nat) (Lam : nat -> R) (i0 : nat).
Hypothesis Hq : 1 <= q.
Hypothesis HLam : invariants L Lam i0.

Let u (x : R) : R := U L Lam (apow x q).

Lemma L_pos : (0 < L)%nat.
Proof. destruct HLam as [H _]; lia. Qed.

Lemma u_gt0 x : 0 < x -> 0 < u x.
Proof. intros; apply (U_gt0 L Lam i0 HLam), apow_gt0; lra. Qed.

Lemma P_u x : P L Lam (u x) = apow x q.
Proof. apply (P_U L Lam i0 HLam), apow_ge0. Qed.

Lemma side x y : 0 < x -> 0 < y -> same_side L Lam x y.
Proof. intros; right; nra. Qed.

(** P <= u P' <= L P: hence u/(L |x|^q) <= R'' <= u/|x|^q. *)
Lemma metric_between x : 0 < x ->
  u x * apow x (- q) * / INR L <= metric q L Lam x <= u x * apow x (- q).
Proof.
  intros Hx. pose proof (u_gt0 x Hx) as Hu. pose proof (P_u x) as EP.
  assert (Hxq : 0 < apow x q) by (apply apow_gt0; lra).
  assert (HL : 1 <= INR L) by apply INR_pos, L_pos.
  assert (Hd : 0 < dP L Lam (u x)) by now apply (dP_gt0 L Lam i0).
  assert (Hge : forall i, (i < L)%nat -> 0 <= others L i (fun j => u x + Lam j)).
  { intros i Hi. apply others_ge0. intros j Hj. pose proof (Lam_ge0 L Lam i0 HLam j Hj). lra. }
  assert (H1 : P L Lam (u x) <= u x * dP L Lam (u x)).
  { unfold P. rewrite <- (Prod_others L i0) by apply HLam.
    rewrite (proj1 (proj2 HLam)), Rplus_0_r, Rmult_comm. apply Rmult_le_compat_l; [lra |].
    apply (Sum_ge_term L (fun i => others L i (fun j => u x + Lam j))); [apply HLam | assumption]. }
  assert (H2 : u x * dP L Lam (u x) <= INR L * P L Lam (u x)).
  { unfold dP. rewrite <- Sum_scal, <- Sum_const. apply Sum_le. intros i Hi.
    unfold P. rewrite <- (Prod_others L i (fun j => u x + Lam j)) by assumption.
    pose proof (Hge i Hi). pose proof (Lam_ge0 L Lam i0 HLam i Hi). nra. }
  rewrite EP in H1, H2. rewrite apow_Ropp. unfold metric. fold (u x).
  set (d := dP L Lam (u x)) in *. set (y := apow x q) in *. split.
  - apply (Rmult_le_reg_l (d * y * INR L)); [repeat apply Rmult_lt_0_compat; lra |].
    replace (d * y * INR L * (u x * / y * / INR L)) with (u x * d) by (field; lra).
    replace (d * y * INR L * / d) with (INR L * y) by (field; lra). exact H2.
  - apply (Rmult_le_reg_l (d * y)); [repeat apply Rmult_lt_0_compat; lra |].
    replace (d * y * / d) with y by (field; lra).
    replace (d * y * (u x * / y)) with (u x * d) by (field; lra). exact H1.
Qed.

Lemma exponent_m n x : (0 < n)%nat -> apow (apow x q) (/ INR n) * apow x (- q) = apow x (- m q n).
Proof.
  intros Hn. rewrite apow_apow, <- apow_plus. f_equal. unfold m. field. apply Rgt_not_eq, lt_0_INR, Hn.
Qed.

Lemma metric_at_infinity : exists c, 0 < c /\
  forall x, 1 <= x -> c * apow x (- m q L) <= metric q L Lam x <= 1 * apow x (- m q L).
Proof.
  assert (Hu1 : 0 < u 1) by (apply u_gt0; lra).
  destruct (P_far L Lam (u 1) (Lam_ge0 L Lam i0 HLam) Hu1) as [C [HC HP]].
  assert (HL : 1 <= INR L) by apply INR_pos, L_pos.
  exists (/ C * / INR L). split; [apply Rmult_lt_0_compat; apply Rinv_0_lt_compat; lra |].
  intros x Hx. destruct (metric_between x ltac:(lra)) as [H1 H2].
  pose proof (u_gt0 x ltac:(lra)) as Hux.
  assert (Hxq : 0 < apow x (- q)) by (apply apow_gt0; lra).
  assert (Hu : u 1 <= u x).
  { apply (U_le L Lam i0 HLam). split; [apply apow_ge0 |]. apply apow_le; lra. }
  assert (K1 : apow (apow x q) (/ INR L) <= C * u x).
  { apply root_ge; [nra | apply L_pos |]. split; [apply apow_ge0 |]. rewrite <- P_u. now apply HP. }
  assert (K2 : u x <= apow (apow x q) (/ INR L)).
  { apply root_le; [assumption | apply L_pos |]. rewrite <- P_u, <- Prod_const. apply Prod_le.
    intros i Hi. pose proof (Lam_ge0 L Lam i0 HLam i Hi). lra. }
  rewrite <- (exponent_m L) by apply L_pos. split.
  - apply Rle_trans with (2 := H1).
    replace (/ C * / INR L * (apow (apow x q) (/ INR L) * apow x (- q)))
      with (/ C * apow (apow x q) (/ INR L) * apow x (- q) * / INR L) by ring.
    repeat apply Rmult_le_compat_r; try lra; [left; apply Rinv_0_lt_compat; lra |].
    apply (Rmult_le_reg_l C); [lra |]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. exact K1.
  - rewrite Rmult_1_l. apply Rle_trans with (1 := H2). apply Rmult_le_compat_r; lra.
Qed.

Lemma metric_at_zero : exists c C, 0 < c /\ 0 < C /\
  forall x, 0 < x <= 1 -> c * apow x (- m_0 q L Lam) <= metric q L Lam x <= C * apow x (- m_0 q L Lam).
Proof.
  assert (Hu1 : 0 < u 1) by (apply u_gt0; lra).
  assert (Hk : (0 < zeros L Lam)%nat) by (apply (zeros_pos L Lam i0); apply HLam).
  set (k := zeros L Lam) in *.
  destruct (P_near_zero L Lam (u 1) (Lam_ge0 L Lam i0 HLam) Hu1) as [c [C [Hc [HC HP]]]].
  assert (HL : 1 <= INR L) by apply INR_pos, L_pos.
  assert (HI : 0 < / INR k) by (apply Rinv_0_lt_compat; pose proof (INR_pos k Hk); lra).
  exists (/ apow C (/ INR k) * / INR L), (/ apow c (/ INR k)).
  assert (Hc' : 0 < apow c (/ INR k)) by (apply apow_gt0; lra).
  assert (HC' : 0 < apow C (/ INR k)) by (apply apow_gt0; lra).
  split; [apply Rmult_lt_0_compat; apply Rinv_0_lt_compat; lra |].
  split; [now apply Rinv_0_lt_compat |].
  intros x Hx. destruct (metric_between x ltac:(lra)) as [H1 H2].
  pose proof (u_gt0 x ltac:(lra)) as Hux.
  assert (Hxq : 0 < apow x (- q)) by (apply apow_gt0; lra).
  assert (Hu : u x <= u 1).
  { apply (U_le L Lam i0 HLam). split; [apply apow_ge0 |]. apply apow_le; lra. }
  destruct (HP (u x) (conj Hux Hu)) as [Q1 Q2]. rewrite P_u in Q1, Q2.
  assert (Hroot : apow (u x ^ k) (/ INR k) = u x).
  { rewrite <- apow_nat, apow_apow by (assumption || lra).
    rewrite Rinv_r by (pose proof (INR_pos k Hk); lra). rewrite apow_one. apply Rabs_pos_eq; lra. }
  assert (Huk : 0 < u x ^ k) by now apply pow_lt.
  assert (K1 : apow (apow x q) (/ INR k) <= apow C (/ INR k) * u x).
  { rewrite <- Hroot. rewrite <- apow_mult. apply apow_le; [assumption |].
    split; [apply apow_ge0 | assumption]. }
  assert (K2 : apow c (/ INR k) * u x <= apow (apow x q) (/ INR k)).
  { rewrite <- Hroot. rewrite <- apow_mult. apply apow_le; [assumption |].
    split; [nra | assumption]. }
  unfold m_0. fold k. rewrite <- (exponent_m k x Hk).
  set (z := apow (apow x q) (/ INR k)) in *. set (D := apow C (/ INR k)) in *.
  set (d := apow c (/ INR k)) in *. split.
  - apply Rle_trans with (2 := H1).
    replace (/ D * / INR L * (z * apow x (- q))) with (/ D * z * apow x (- q) * / INR L) by ring.
    repeat apply Rmult_le_compat_r; try lra; [left; apply Rinv_0_lt_compat; lra |].
    apply (Rmult_le_reg_l D); [lra |]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. exact K1.
  - apply Rle_trans with (1 := H2). rewrite <- Rmult_assoc. apply Rmult_le_compat_r; [lra |].
    apply (Rmult_le_reg_l d); [lra |]. rewrite <- Rmult_assoc, Rinv_r, Rmult_1_l by lra. exact K2.
Qed.

(** * The growth of R' *)

Let G (x : R) : R := mirror_map q L Lam 1 x.

Lemma is_derive_G x : 0 < x -> is_derive G x (metric q L Lam x).
Proof. intros; apply (is_derive_mirror_map L Lam i0); auto; [lra | apply side; lra]. Qed.

Lemma G_1 : G 1 = 0.
Proof. apply integral_point. Qed.

Lemma G_incr x y : 0 < x < y -> G x < G y.
Proof.
  intros H. apply (derive_gt0_incr G (metric q L Lam) 0 (y + 1)); try lra.
  - intros; apply is_derive_G; lra.
  - intros; apply (metric_gt0 L Lam i0 HLam q 1), side; lra.
Qed.

(** Comparison with the integral I of x^(-r). *)
Lemma compare (f df : R -> R) x y : 0 < x <= y ->
  (forall s, 0 < s -> is_derive f s (df s)) -> (forall s, x < s < y -> df s <= metric q L Lam s) ->
  f y - f x <= G y - G x.
Proof.
  intros [Hx [Hxy | ->]] Hf H; [| lra].
  destruct (MVT_cor2 (fun s => f s - G s) (fun s => df s - metric q L Lam s) x y Hxy) as [s [E Hs]].
  - intros s Hs. apply is_derive_Reals. apply (is_derive_minus f G); [apply Hf | apply is_derive_G]; lra.
  - pose proof (H s Hs). nra.
Qed.

Lemma compare_upper (f df : R -> R) x y : 0 < x <= y ->
  (forall s, 0 < s -> is_derive f s (df s)) -> (forall s, x < s < y -> metric q L Lam s <= df s) ->
  G y - G x <= f y - f x.
Proof.
  intros [Hx [Hxy | ->]] Hf H; [| lra].
  destruct (MVT_cor2 (fun s => f s - G s) (fun s => df s - metric q L Lam s) x y Hxy) as [s [E Hs]].
  - intros s Hs. apply is_derive_Reals. apply (is_derive_minus f G); [apply Hf | apply is_derive_G]; lra.
  - pose proof (H s Hs). nra.
Qed.

Lemma is_derive_c_ln c s : 0 < s -> is_derive (fun x => c * ln x) s (c * apow s (- (1))).
Proof.
  intros Hs. rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra.
  apply is_derive_scal, is_derive_ln, Hs.
Qed.

Lemma is_derive_c_power c r s : r <> 1 -> 0 < s ->
  is_derive (fun x => c / (1 - r) * apow x (1 - r)) s (c * apow s (- r)).
Proof.
  intros Hr Hs. replace (c * apow s (- r)) with (c / (1 - r) * ((1 - r) * spow s (1 - r - 1))).
  - apply is_derive_scal. apply is_derive_apow_nz. lra.
  - rewrite spow_pos by assumption. replace (1 - r - 1) with (- r) by ring. field. lra.
Qed.

Lemma apow_exp_le x r s : 1 <= x -> r <= s -> apow x r <= apow x s.
Proof.
  intros Hx Hr. rewrite !apow_pos_eq by lra. unfold Rpower.
  assert (0 <= ln x) by (rewrite <- ln_1; apply ln_le; lra).
  destruct (Rle_lt_or_eq_dec (r * ln x) (s * ln x)) as [h | ->]; [nra | left; now apply exp_increasing | lra].
Qed.

Lemma apow_exp_ge x r s : 0 < x <= 1 -> r <= s -> apow x s <= apow x r.
Proof.
  intros Hx Hr. rewrite !apow_pos_eq by lra. unfold Rpower.
  assert (ln x <= 0) by (rewrite <- ln_1; apply ln_le; lra).
  destruct (Rle_lt_or_eq_dec (s * ln x) (r * ln x)) as [h | ->]; [nra | left; now apply exp_increasing | lra].
Qed.

Lemma G_unbounded : m q L <= 1 -> forall B, exists x, 1 < x /\ B < G x.
Proof.
  intros Hm B. destruct metric_at_infinity as [c [Hc H]].
  set (x := exp (Rabs B / c + 1)).
  assert (HB : 0 <= Rabs B / c) by (apply Rmult_le_pos; [apply Rabs_pos | left; now apply Rinv_0_lt_compat]).
  assert (Hx : 1 < x) by (rewrite <- exp_0; apply exp_increasing; lra).
  exists x. split; [assumption |].
  assert (K : c * ln x - c * ln 1 <= G x - G 1).
  { apply (compare (fun s => c * ln s) (fun s => c * apow s (- (1)))); [lra | apply is_derive_c_ln |].
    intros s Hs. destruct (H s ltac:(lra)) as [H1 _]. apply Rle_trans with (2 := H1).
    apply Rmult_le_compat_l; [lra |]. apply apow_exp_le; lra. }
  rewrite G_1, ln_1 in K. unfold x in K at 1. rewrite ln_exp in K.
  replace (c * (Rabs B / c + 1) - c * 0) with (Rabs B + c) in K by (field; lra).
  pose proof (Rle_abs B). lra.
Qed.

Lemma G_bounded : 1 < m q L -> exists B, forall x, 0 < x -> G x <= B.
Proof.
  intros Hm. exists (/ (m q L - 1)).
  assert (0 < / (m q L - 1)) by (apply Rinv_0_lt_compat; lra).
  intros x Hx. destruct (Rle_or_lt x 1) as [H1 | H1].
  { destruct H1 as [H1 | ->]; [| rewrite G_1; lra]. pose proof (G_incr x 1 ltac:(lra)). rewrite G_1 in *; lra. }
  destruct metric_at_infinity as [c [Hc Hb]].
  assert (K : G x - G 1 <= 1 / (1 - m q L) * apow x (1 - m q L) - 1 / (1 - m q L) * apow 1 (1 - m q L)).
  { apply (compare_upper (fun s => 1 / (1 - m q L) * apow s (1 - m q L)) (fun s => 1 * apow s (- m q L)));
      [lra | intros; apply is_derive_c_power; lra |]. intros s Hs. apply Hb; lra. }
  rewrite G_1, apow_1 in K.
  replace (1 / (1 - m q L)) with (- / (m q L - 1)) in K by (field; lra).
  pose proof (apow_ge0 x (1 - m q L)). nra.
Qed.

Lemma G_unbounded_below : 1 <= m_0 q L Lam -> forall B, exists d, 0 < d < 1 /\ forall x, 0 < x < d -> G x < B.
Proof.
  intros Hm B. destruct metric_at_zero as [c [C [Hc [HC H]]]].
  set (d := exp (- (Rabs B / c + 1))).
  assert (HB : 0 <= Rabs B / c) by (apply Rmult_le_pos; [apply Rabs_pos | left; now apply Rinv_0_lt_compat]).
  assert (Hd : d < 1) by (rewrite <- exp_0; apply exp_increasing; lra).
  assert (Hd0 : 0 < d) by apply exp_pos.
  exists d. split; [lra |]. intros x Hx. apply Rlt_le_trans with (G d); [apply G_incr; lra |].
  assert (K : c * ln 1 - c * ln d <= G 1 - G d).
  { apply (compare (fun s => c * ln s) (fun s => c * apow s (- (1)))); [lra | apply is_derive_c_ln |].
    intros s Hs. destruct (H s ltac:(lra)) as [H1 _]. apply Rle_trans with (2 := H1).
    apply Rmult_le_compat_l; [lra |]. apply apow_exp_ge; lra. }
  rewrite G_1, ln_1 in K. unfold d in K at 1. rewrite ln_exp in K.
  replace (c * 0 - c * - (Rabs B / c + 1)) with (Rabs B + c) in K by (field; lra).
  pose proof (Rle_abs (- B)). rewrite Rabs_Ropp in *. lra.
Qed.

Lemma G_bounded_below : m_0 q L Lam < 1 -> exists B, forall x, 0 < x -> B <= G x.
Proof.
  intros Hm. destruct metric_at_zero as [c [C [Hc [HC Hb]]]]. set (r := m_0 q L Lam) in *.
  exists (- (C / (1 - r))).
  assert (H0 : 0 < C / (1 - r)) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  intros x Hx. destruct (Rle_or_lt 1 x) as [H1 | H1].
  { destruct H1 as [H1 | <-]; [| rewrite G_1; lra]. pose proof (G_incr 1 x ltac:(lra)). rewrite G_1 in *; lra. }
  assert (K : G 1 - G x <= C / (1 - r) * apow 1 (1 - r) - C / (1 - r) * apow x (1 - r)).
  { apply (compare_upper (fun s => C / (1 - r) * apow s (1 - r)) (fun s => C * apow s (- r)));
      [lra | intros; apply is_derive_c_power; lra |]. intros s Hs. apply Hb; lra. }
  rewrite G_1, apow_1 in K. pose proof (apow_ge0 x (1 - r)). nra.
Qed.

(** * R'(0) = 0 where m_0 < 1 *)

Section Interior.
Hypothesis Hm0 : m_0 q L Lam < 1.
Let z := mirror_zero q L Lam.

Lemma inv_S_pos n : 0 < / (INR n + 1).
Proof. apply Rinv_0_lt_compat. pose proof (pos_INR n). lra. Qed.

Lemma inv_S_below x : 0 < x -> exists n, / (INR n + 1) < x.
Proof.
  intros Hx. destruct (nfloor_ex (/ x)) as [n [_ Hn]]; [left; now apply Rinv_0_lt_compat |].
  exists n. rewrite <- (Rinv_involutive x) by lra. apply Rinv_lt_contravar; [| assumption].
  apply Rmult_lt_0_compat; [now apply Rinv_0_lt_compat | pose proof (pos_INR n); lra].
Qed.

Lemma G_seq_lim : is_lim_seq (fun n => G (/ (INR n + 1))) z.
Proof.
  destruct G_bounded_below as [B HB]; [assumption |].
  destruct (ex_finite_lim_seq_decr (fun n => G (/ (INR n + 1))) B) as [l Hl].
  - intros n. left. apply G_incr. split; [apply inv_S_pos |]. apply Rinv_lt_contravar.
    + pose proof (pos_INR n). pose proof (pos_INR (S n)). nra.
    + rewrite S_INR. lra.
  - intros n. apply HB, inv_S_pos.
  - replace z with l; [exact Hl |]. unfold z, mirror_zero.
    rewrite (is_lim_seq_unique (fun n => mirror_map q L Lam 1 (/ (INR n + 1))) _ Hl). reflexivity.
Qed.

Lemma G_gt_z x : 0 < x -> z < G x.
Proof.
  intros Hx. destruct (inv_S_below x Hx) as [n Hn].
  apply Rle_lt_trans with (G (/ (INR n + 1))).
  - apply (is_lim_seq_decr_compare (fun n => G (/ (INR n + 1)))); [apply G_seq_lim |].
    intros k. left. apply G_incr. split; [apply inv_S_pos |]. apply Rinv_lt_contravar.
    + pose proof (pos_INR k). pose proof (pos_INR (S k)). nra.
    + rewrite S_INR. lra.
  - apply G_incr. split; [apply inv_S_pos | assumption].
Qed.

Lemma G_near_z eps : 0 < eps -> exists d, 0 < d /\ forall x, 0 < x < d -> G x < z + eps.
Proof.
  intros He. pose proof G_seq_lim as H. apply is_lim_seq_spec in H.
  destruct (H (mkposreal eps He)) as [N HN]. specialize (HN N (Nat.le_refl N)). simpl in HN.
  exists (/ (INR N + 1)). split; [apply inv_S_pos |]. intros x Hx.
  apply Rabs_def2 in HN. pose proof (G_incr x _ Hx). lra.
Qed.

Lemma odd_pos x : 0 < x -> odd_mirror_map q L Lam x = G x - z.
Proof. intros; unfold odd_mirror_map. rewrite sign_eq_1, Rabs_pos_eq by lra. unfold G, z. ring. Qed.

Lemma odd_zero : odd_mirror_map q L Lam 0 = 0.
Proof. unfold odd_mirror_map. rewrite sign_0. ring. Qed.

Lemma odd_odd x : odd_mirror_map q L Lam (- x) = - odd_mirror_map q L Lam x.
Proof. unfold odd_mirror_map. rewrite sign_opp, Rabs_Ropp. ring. Qed.

Lemma odd_gt0 x : 0 < x -> 0 < odd_mirror_map q L Lam x.
Proof. intros Hx; rewrite odd_pos by assumption. pose proof (G_gt_z x Hx). lra. Qed.

Lemma odd_incr_pos x y : 0 < x < y -> odd_mirror_map q L Lam x < odd_mirror_map q L Lam y.
Proof. intros H; rewrite !odd_pos by lra. pose proof (G_incr x y H). lra. Qed.

Lemma odd_lt0 x : x < 0 -> odd_mirror_map q L Lam x < 0.
Proof. intros Hx. pose proof (odd_gt0 (- x) ltac:(lra)). rewrite odd_odd in *. lra. Qed.

Lemma odd_incr x y : x < y -> odd_mirror_map q L Lam x < odd_mirror_map q L Lam y.
Proof.
  intros H. destruct (Rtotal_order x 0) as [Hx | [-> | Hx]].
  - destruct (Rtotal_order y 0) as [Hy | [-> | Hy]].
    + pose proof (odd_incr_pos (- y) (- x) ltac:(lra)). rewrite !odd_odd in *. lra.
    + rewrite odd_zero. now apply odd_lt0.
    + pose proof (odd_lt0 x Hx). pose proof (odd_gt0 y Hy). lra.
  - rewrite odd_zero. now apply odd_gt0.
  - apply odd_incr_pos; lra.
Qed.

Lemma is_derive_odd_pos x : 0 < x -> is_derive (odd_mirror_map q L Lam) x (metric q L Lam x).
Proof.
  intros Hx. apply (is_derive_ext_loc (fun y => G y - z)).
  - exists (mkposreal x Hx). intros y Hy. change (Rabs (y - x) < x) in Hy. apply Rabs_def2 in Hy.
    symmetry; apply odd_pos; lra.
  - evar_last; [apply (is_derive_minus G (fun _ => z)); [now apply is_derive_G | apply (is_derive_const z)] |].
    unfold minus, plus, opp, zero; simpl. ring.
Qed.

Lemma metric_even x : metric q L Lam (- x) = metric q L Lam x.
Proof. unfold metric. now rewrite apow_opp. Qed.

Lemma is_derive_odd x : x <> 0 -> is_derive (odd_mirror_map q L Lam) x (metric q L Lam x).
Proof.
  intros Hx. destruct (Rdichotomy _ _ Hx) as [H | H]; [| now apply is_derive_odd_pos].
  apply (is_derive_ext (fun y => - odd_mirror_map q L Lam (- y))).
  { intros y. rewrite odd_odd. apply Ropp_involutive. }
  evar_last.
  - apply (is_derive_opp (fun y => odd_mirror_map q L Lam (- y))).
    apply (is_derive_comp (odd_mirror_map q L Lam) Ropp).
    + apply is_derive_odd_pos. lra.
    + instantiate (1 := -1). auto_derive; trivial; ring.
  - rewrite metric_even. unfold opp, scal; simpl. unfold mult; simpl. ring.
Qed.

Lemma continuous_odd x : continuous (odd_mirror_map q L Lam) x.
Proof.
  destruct (Req_dec x 0) as [-> | Hx].
  2:{ apply (ex_derive_continuous (odd_mirror_map q L Lam)). eexists; now apply is_derive_odd. }
  apply continuity_pt_filterlim. intros eps He.
  destruct (G_near_z eps He) as [d [Hd H]]. exists d. split; [assumption |].
  intros y [_ Hy]. simpl in *. unfold R_dist in *. rewrite odd_zero. rewrite Rminus_0_r in *.
  destruct (Rtotal_order y 0) as [Hy0 | [-> | Hy0]].
  - rewrite Rabs_left in Hy by assumption. rewrite <- Rabs_Ropp, <- odd_odd.
    rewrite Rabs_pos_eq by (left; apply odd_gt0; lra). rewrite odd_pos by lra.
    pose proof (H (- y) ltac:(lra)). lra.
  - rewrite odd_zero, Rabs_R0. assumption.
  - rewrite Rabs_pos_eq in Hy by lra. rewrite Rabs_pos_eq by (left; apply odd_gt0; lra).
    rewrite odd_pos by lra. pose proof (H y ltac:(lra)). lra.
Qed.

End Interior.

(** * The potential *)

Lemma continuous_G x : 0 < x -> continuous G x.
Proof. intros Hx. apply (ex_derive_continuous G). eexists; now apply is_derive_G. Qed.

Lemma domain_convex x y r : domain q L Lam x -> domain q L Lam y -> 0 < r < 1 ->
  domain q L Lam (r * x + (1 - r) * y).
Proof. unfold domain. intros [H | Hx] [H' | Hy] Hr; auto. right; nra. Qed.

Lemma grad_incr x y : domain q L Lam x -> domain q L Lam y -> x < y ->
  grad_potential q L Lam x < grad_potential q L Lam y.
Proof.
  intros Hx Hy Hxy. unfold grad_potential, domain in *. destruct Rlt_dec as [H | H].
  - now apply odd_incr.
  - apply G_incr. lra.
Qed.

Lemma grad_continuous x : domain q L Lam x -> continuous (grad_potential q L Lam) x.
Proof.
  intros Hx. unfold grad_potential, domain in *. destruct Rlt_dec as [H | H].
  - now apply continuous_odd.
  - apply continuous_G. lra.
Qed.

Lemma is_derive_grad x : domain q L Lam x -> x <> 0 -> is_derive (grad_potential q L Lam) x (metric q L Lam x).
Proof.
  intros Hx H0. unfold grad_potential, domain in *. destruct Rlt_dec as [H | H].
  - now apply is_derive_odd.
  - apply is_derive_G. lra.
Qed.

Lemma is_derive_potential x : domain q L Lam x -> is_derive (potential q L Lam) x (grad_potential q L Lam x).
Proof.
  intros Hx. unfold potential, grad_potential, domain in *. destruct Rlt_dec as [H | H].
  - apply (is_derive_integral (odd_mirror_map q L Lam) (Rmin 0 x - 1) (Rmax 0 x + 1)).
    + intros y _. now apply continuous_odd.
    + unfold Rmin, Rmax; destruct Rle_dec; lra.
    + unfold Rmin, Rmax; destruct Rle_dec; lra.
  - apply (is_derive_integral G 0 (Rmax 1 x + 1)).
    + intros y Hy. apply continuous_G. lra.
    + unfold Rmax; destruct Rle_dec; lra.
    + unfold Rmax; destruct Rle_dec; lra.
Qed.

Lemma potential_chord x y r : domain q L Lam x -> domain q L Lam y -> x < y -> 0 < r < 1 ->
  potential q L Lam (r * x + (1 - r) * y) < r * potential q L Lam x + (1 - r) * potential q L Lam y.
Proof.
  intros Hx Hy Hxy Hr. set (w := r * x + (1 - r) * y).
  assert (Hw : x < w < y) by (unfold w; nra).
  assert (D : forall s, x <= s <= y -> domain q L Lam s) by (intros s Hs; unfold domain in *; lra).
  destruct (MVT_cor2 (potential q L Lam) (grad_potential q L Lam) x w ltac:(lra)) as [s1 [E1 H1]].
  { intros s Hs. apply is_derive_Reals, is_derive_potential, D. lra. }
  destruct (MVT_cor2 (potential q L Lam) (grad_potential q L Lam) w y ltac:(lra)) as [s2 [E2 H2]].
  { intros s Hs. apply is_derive_Reals, is_derive_potential, D. lra. }
  assert (H : grad_potential q L Lam s1 < grad_potential q L Lam s2) by (apply grad_incr; try apply D; lra).
  assert (Ew : w - x = (1 - r) * (y - x)) by (unfold w; ring).
  assert (Ew' : y - w = r * (y - x)) by (unfold w; ring).
  rewrite Ew in E1. rewrite Ew' in E2.
  assert (0 < r * (1 - r) * (y - x)) by (apply Rmult_lt_0_compat; nra). nra.
Qed.

(** * Onto *)

Lemma IVT_between (f : R -> R) x y v : x < y -> (forall s, x <= s <= y -> continuous f s) ->
  f x <= v <= f y -> exists s, x <= s <= y /\ f s = v.
Proof.
  intros Hxy Hc Hv. set (g := fun s => f (Rmax x (Rmin s y))).
  destruct (IVT_gen g x y v) as [s [Hs E]].
  - intros s. apply continuity_pt_filterlim.
    apply (continuous_comp (fun s => Rmax x (Rmin s y)) f).
    + apply continuity_pt_filterlim. intros eps He. exists eps. split; [assumption |].
      intros t [_ Ht]. simpl in *. unfold R_dist in *. apply Rabs_def2 in Ht.
      unfold Rmax, Rmin. repeat destruct Rle_dec; apply Rabs_def1; lra.
    + apply Hc. unfold Rmax, Rmin. repeat destruct Rle_dec; lra.
  - unfold g. replace (Rmax x (Rmin x y)) with x by (unfold Rmax, Rmin; repeat destruct Rle_dec; lra).
    replace (Rmax x (Rmin y y)) with y by (unfold Rmax, Rmin; repeat destruct Rle_dec; lra).
    rewrite Rmin_left, Rmax_right by lra. assumption.
  - exists (Rmax x (Rmin s y)). split; [| exact E]. unfold Rmax, Rmin; repeat destruct Rle_dec; lra.
Qed.

Lemma odd_onto_pos : m_0 q L Lam < 1 -> m q L <= 1 ->
  forall y, 0 < y -> exists x, odd_mirror_map q L Lam x = y.
Proof.
  intros H0 Hm y Hy. destruct (G_unbounded Hm (y + mirror_zero q L Lam)) as [x [Hx HG]].
  destruct (IVT_between (odd_mirror_map q L Lam) 0 x y) as [s [_ E]].
  - lra.
  - intros s _. now apply continuous_odd.
  - rewrite odd_zero, odd_pos by lra. lra.
  - now exists s.
Qed.

Lemma onto_here :
  (forall y, exists x, domain q L Lam x /\ grad_potential q L Lam x = y) <-> m q L <= 1.
Proof.
  unfold domain, grad_potential. split.
  - intros H. apply Rnot_lt_le. intros Hm. destruct (G_bounded Hm) as [B HB].
    destruct Rlt_dec as [H0 | H0].
    + destruct (H (Rabs B + Rabs (mirror_zero q L Lam) + 1)) as [x [_ E]].
      pose proof (Rle_abs B). pose proof (Rle_abs (- mirror_zero q L Lam)). rewrite Rabs_Ropp in *.
      pose proof (Rabs_pos B). pose proof (Rabs_pos (mirror_zero q L Lam)).
      destruct (Rle_or_lt x 0) as [Hx | Hx].
      * assert (odd_mirror_map q L Lam x <= 0).
        { destruct Hx as [Hx | ->]; [left; now apply odd_lt0 | rewrite odd_zero; lra]. } lra.
      * rewrite odd_pos in E by assumption. pose proof (HB x Hx). lra.
    + destruct (H (B + 1)) as [x [[Hx | Hx] E]]; [contradiction |]. pose proof (HB x Hx). unfold G in *. lra.
  - intros Hm y. destruct Rlt_dec as [H0 | H0].
    + destruct (Rtotal_order y 0) as [Hy | [-> | Hy]].
      * destruct (odd_onto_pos H0 Hm (- y) ltac:(lra)) as [x E]. exists (- x). split; [now left |].
        rewrite odd_odd, E. ring.
      * exists 0. split; [now left | apply odd_zero].
      * destruct (odd_onto_pos H0 Hm y Hy) as [x E]. exists x. split; [now left | exact E].
    + destruct (G_unbounded Hm y) as [x1 [Hx1 H1]].
      destruct (G_unbounded_below ltac:(lra) y) as [d [Hd H2]].
      destruct (IVT_between G (d / 2) x1 y) as [s [Hs E]].
      * lra.
      * intros s Hs. apply continuous_G. lra.
      * pose proof (H2 (d / 2) ltac:(lra)). lra.
      * exists s. split; [right; lra | exact E].
Qed.

(** * R' = int_0^x R'' where P'(0) > 0 *)

Lemma grad_from_0 : 0 < dP L Lam 0 ->
  m_0 q L Lam < 1 /\ forall x, grad_potential q L Lam x = mirror_map q L Lam 0 x.
Proof.
  intros HP.
  assert (D : forall c x, is_derive (mirror_map q L Lam c) x (metric q L Lam x)).
  { intros c x. apply (is_derive_mirror_map L Lam i0 HLam); [lra | now left]. }
  assert (C : forall x, G x = G 0 + mirror_map q L Lam 0 x).
  { intros x. unfold G, mirror_map.
    assert (I : forall c y, ex_RInt (metric q L Lam) c y).
    { intros c y. apply (ex_integral (metric q L Lam) (Rmin c y - 1) (Rmax c y + 1)).
      - intros s _. apply (continuous_metric L Lam i0 HLam q 0); [lra | now left].
      - unfold Rmin, Rmax; destruct Rle_dec; lra.
      - unfold Rmin, Rmax; destruct Rle_dec; lra. }
    symmetry. exact (RInt_Chasles (V := R_CompleteNormedModule) _ _ _ _ (I _ _) (I _ _)). }
  assert (Hinc : forall x, 0 < x -> G 0 < G x).
  { intros x Hx. apply (derive_gt0_incr G (metric q L Lam) (-1) (x + 1)); try lra.
    - intros y _. apply D.
    - intros y _. apply (metric_gt0 L Lam i0 HLam q 1). now left. }
  assert (Hm : m_0 q L Lam < 1).
  { destruct (Rlt_le_dec (m_0 q L Lam) 1) as [H | H]; [assumption | exfalso].
    destruct (G_unbounded_below H (G 0)) as [d [Hd K]].
    pose proof (K (d / 2) ltac:(lra)). pose proof (Hinc (d / 2) ltac:(lra)). lra. }
  split; [exact Hm |].
  assert (Hz : mirror_zero q L Lam = G 0).
  { pose proof (G_seq_lim Hm) as H. apply is_lim_seq_unique in H.
    assert (K : is_lim_seq (fun n => G (/ (INR n + 1))) (G 0)).
    { apply is_lim_seq_continuous.
      - apply continuity_pt_filterlim, (ex_derive_continuous G). eexists. apply D.
      - apply (is_lim_seq_ext (fun n => / INR (S n))); [intros n; now rewrite S_INR |].
        apply (is_lim_seq_incr_1 (fun n => / INR n)).
        replace (Finite 0) with (Rbar_inv p_infty) by reflexivity.
        apply is_lim_seq_inv; [apply is_lim_seq_INR | discriminate]. }
    apply is_lim_seq_unique in K. rewrite K in H. now injection H. }
  assert (Hpos : forall x, 0 < x -> odd_mirror_map q L Lam x = mirror_map q L Lam 0 x).
  { intros x Hx. rewrite odd_pos, Hz, (C x) by assumption. ring. }
  intros x. unfold grad_potential. destruct Rlt_dec as [_ | H]; [| contradiction].
  destruct (Rtotal_order x 0) as [Hx | [-> | Hx]]; [| | now apply Hpos].
  - replace x with (- - x) at 1 by ring. rewrite odd_odd, (Hpos (- x)) by lra. unfold mirror_map.
    assert (I : ex_RInt (metric q L Lam) 0 x).
    { apply (ex_integral (metric q L Lam) (x - 1) 1); try lra.
      intros s _. apply (continuous_metric L Lam i0 HLam q 0); [lra | now left]. }
    assert (E : is_RInt (fun y => opp (metric q L Lam (- y))) 0 (- x) (RInt (metric q L Lam) 0 x)).
    { apply (is_RInt_comp_opp (V := R_NormedModule)). rewrite Ropp_0, Ropp_involutive.
      now apply (RInt_correct (V := R_CompleteNormedModule)). }
    apply (is_RInt_ext _ (fun y => opp (metric q L Lam y))) in E; [| intros y _; now rewrite metric_even].
    apply (is_RInt_opp (V := R_NormedModule)) in E.
    apply (is_RInt_ext _ (metric q L Lam)) in E; [| intros y _; apply opp_opp].
    rewrite (is_RInt_unique _ _ _ _ E). apply Ropp_involutive.
  - rewrite odd_zero. symmetry. apply integral_point.
Qed.

End Bounds.

Theorem potential_derivatives : potential_statement.
Proof.
  intros q L Lam i0 Hq HL x Hx. split; [| split; [| split]].
  - now apply (is_derive_potential q L Lam i0).
  - now apply (grad_continuous q L Lam i0).
  - now apply (is_derive_grad q L Lam i0).
  - intros HP. now destruct (grad_from_0 q L Lam i0 Hq HL HP).
Qed.

Theorem strictly_convex : strictly_convex_statement.
Proof.
  intros q L Lam i0 Hq HL x y r Hx Hy Hxy Hr. destruct (Rdichotomy _ _ Hxy) as [H | H].
  - now apply (potential_chord q L Lam i0).
  - pose proof (potential_chord q L Lam i0 Hq HL y x (1 - r) Hy Hx H ltac:(lra)) as K.
    replace (1 - (1 - r)) with r in K by ring. rewrite Rplus_comm in K. lra.
Qed.

Theorem potential_flow : potential_flow_statement.
Proof.
  intros q L h D w a b Hq Hf i0 s Hs Hi Lam Hd t Ht.
  destruct (metric_flow q L h D w a b i0 s Hq Hf Hs Hi) as [HL [_ Hm]]. fold Lam in HL, Hm.
  destruct (Hm t Ht) as [Hc Dx]. split.
  - apply (continuous_comp (output L w) (grad_potential q L Lam)); [assumption |].
    apply (grad_continuous q L Lam i0); auto.
  - intros Hn. assert (HnD : ~ D t) by tauto. specialize (Dx HnD).
    assert (HP : 0 < dP L Lam (U L Lam (apow (output L w t) q))).
    { destruct (Req_dec (output L w t) 0) as [E | E].
      - apply (same_side_dP L Lam i0 HL q _ 0). left.
        destruct (dP_ge0 L Lam i0 HL 0 (Rle_refl 0)) as [H | H]; [assumption | exfalso; apply Hn; right; split; auto].
      - apply (dP_gt0 L Lam i0 HL), (U_gt0 L Lam i0 HL), apow_gt0, E. }
    assert (DG : is_derive (grad_potential q L Lam) (output L w t) (metric q L Lam (output L w t))).
    { destruct (Req_dec (output L w t) 0) as [E | E]; [| now apply (is_derive_grad q L Lam i0); auto].
      destruct (dP_ge0 L Lam i0 HL 0 (Rle_refl 0)) as [H | H]; [| exfalso; apply Hn; right; split; auto].
      destruct (grad_from_0 q L Lam i0 Hq HL H) as [_ EG].
      apply (is_derive_ext (mirror_map q L Lam 0)); [intros r; symmetry; apply EG |].
      apply (is_derive_mirror_map L Lam i0 HL); [lra | now left]. }
    evar_last; [apply (is_derive_comp (grad_potential q L Lam) (output L w) t _ _ DG Dx) |].
    unfold scal; simpl; unfold mult; simpl. unfold metric. field. lra.
Qed.

Theorem mirror_integral : mirror_integral_statement.
Proof.
  intros q L h D w a b Hq Hf Hh i0 s Hs Hi Lam Hd H0 r t Hr Ht.
  pose proof (potential_flow q L h D w a b Hq Hf i0 s Hs Hi Hd) as Hm. fold Lam in Hm.
  set (E := fun t => D t \/ (dP L Lam 0 = 0 /\ output L w t = 0)) in *.
  assert (HE : countable E).
  { apply countable_or; [apply Hf |]. destruct H0 as [H0 | H0].
    - apply (countable_incl _ (fun _ => False)); [intros v [Hv _]; lra | apply countable_none].
    - apply (countable_incl _ (fun t => output L w t = 0)); [tauto | assumption]. }
  assert (Hh' : moves E a b (fun t => RInt h r t) h).
  { intros v Hv. destruct (moves_integral D a b h r Hh Hr v Hv) as [Hc Hd']. split; [assumption |].
    intros Hn. apply Hd'. unfold E in Hn. tauto. }
  pose proof (rate_zero _ _ E a b HE (moves_plus E a b _ _ _ _ Hm Hh') ltac:(intros; cbv beta; ring) r t Hr Ht) as K.
  cbv beta in K. rewrite integral_point in K. lra.
Qed.

Theorem essentially_smooth : essentially_smooth_statement.
Proof.
  intros q L Lam i0 Hq HL Hm B.
  destruct (G_unbounded_below q L Lam i0 Hq HL Hm B) as [d [Hd H]].
  exists d. split; [lra |]. intros x Hx. unfold grad_potential. destruct Rlt_dec; [lra |]. now apply H.
Qed.

Theorem onto : onto_statement.
Proof. intros q L Lam i0 Hq HL. now apply (onto_here q L Lam i0). Qed.

Lemma m_le_1 q L : (1 <= L)%nat -> (m q L <= 1 <-> q * (INR L - 1) <= INR L).
Proof.
  intros HL. assert (1 <= INR L) by now apply INR_pos. unfold m. split; intros H'.
  - apply (Rmult_le_compat_r (INR L)) in H'; [| lra]. unfold Rdiv in H'.
    rewrite Rmult_assoc, Rinv_l in H' by lra. lra.
  - apply (Rmult_le_reg_r (INR L)); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Theorem onto_exponents : onto_exponents_statement.
Proof.
  intros L HL. assert (H1 : 1 <= INR L) by now apply INR_pos. split; [| split].
  - intros q p Hq Hp. rewrite m_le_1 by assumption.
    assert (Hiq : / q < 1) by (rewrite <- Rinv_1; apply Rinv_lt_contravar; lra).
    assert (Hip : 0 < / p) by lra.
    assert (Hp0 : 0 < p) by (rewrite <- (Rinv_involutive p); [now apply Rinv_0_lt_compat | intros ->; rewrite Rinv_0 in Hip; lra]).
    assert (E : p * q = p + q).
    { apply (Rmult_eq_reg_r (/ p * / q)); [| apply Rmult_integral_contrapositive; split; apply Rinv_neq_0_compat; lra].
      replace (p * q * (/ p * / q)) with 1 by (field; lra).
      replace ((p + q) * (/ p * / q)) with (/ p + / q) by (field; lra). lra. }
    assert (E' : p * (q - 1) = q) by lra. split; intros H; nra.
  - rewrite m_le_1 by assumption. split; intros H.
    + apply INR_le. simpl. lra.
    + apply le_INR in H. simpl in H. lra.
  - rewrite m_le_1 by assumption. lra.
Qed.
