(** Blow-up under a constant outward gradient: the level v of x has P(v)^(1/q-1) dv/dt = q G. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsIntegrals.
From SteepestMirror Require Import ClaimsEnds ClaimsBlowUp ClaimsEscapeLaw.
Local Open Scope R_scope.

Section Level.
Variables (L : nat) (q v : R) (Lam : nat -> R).
Hypothesis HL : (2 <= L)%nat.
Hypothesis PL : forall i, (i < L)%nat -> 0 <= Lam i.
Hypothesis Hq : 1 <= q <= 2.
Hypothesis Hv : 0 < v.
Let f := apow (Prod L (fun j => v + Lam j)) (1 * / q + -1) * / q.

Lemma level_shift : apow (Prod L (fun j => v / 2 + v / 2 + Lam j)) (1 * / q + -1) * / q = f.
Proof. unfold f. do 2 f_equal. apply Prod_ext. intros j _. field. Qed.

Lemma level_above : INR L * (q - 1) <= q -> / q * / (v + (1 + Sum L Lam)) <= f.
Proof.
  intros Hm. rewrite <- level_shift. replace (v + (1 + Sum L Lam)) with (v / 2 + (v / 2 + 1 + Sum L Lam)) by field.
  apply (f_above L Lam (v / 2) q HL PL ltac:(lra) Hq (v / 2)); lra.
Qed.

Lemma level_below : f <= apow v (- (INR L * (q + -1) * / q)) * / q.
Proof.
  rewrite <- level_shift. replace (apow v (- (INR L * (q + -1) * / q))) with (apow (v / 2 + v / 2) (- (INR L * (q + -1) * / q))) by (f_equal; field).
  apply (f_below L Lam (v / 2) q HL PL ltac:(lra) Hq (v / 2)). lra.
Qed.

Lemma level_pos : 0 < f.
Proof.
  apply Rmult_lt_0_compat; [| apply Rinv_0_lt_compat; lra]. apply apow_gt0, Rgt_not_eq, Prod_gt0. intros j Hj. specialize (PL j Hj). lra.
Qed.
End Level.

Section Euler.
Variables (T : Rbar) (lam u0 a b p d : R).
Hypothesis Hlam : 0 < lam.
Hypothesis Hu : 0 < u0.
Let r t := u0 + t.

Lemma euler_shape t : 0 <= t -> apow (apow (lam * r t) a * apow (lam * r t + lam) b) p * lam * d =
  apow lam (1 + (a + b) * p) * d * apow (r t) (a * p) * apow (1 + r t) (b * p).
Proof.
  intros Ht. assert (0 < r t) by (unfold r; lra). replace (lam * r t + lam) with (lam * (1 + r t)) by ring.
  rewrite !apow_mult, !apow_apow. replace (1 + (a + b) * p) with (1 + a * p + b * p) by ring. rewrite !apow_plus, apow_one, Rabs_pos_eq by lra. ring.
Qed.

Lemma euler_continuous c e1 e2 t : 0 <= t -> continuous (fun t => c * apow (u0 + t) e1 * apow (1 + u0 + t) e2) t.
Proof.
  intros Ht. apply (ex_derive_continuous (fun t => c * apow (u0 + t) e1 * apow (1 + u0 + t) e2)).
  apply (ex_derive_mult (fun t => c * apow (u0 + t) e1) (fun t => apow (1 + u0 + t) e2)).
  - apply (ex_derive_mult (fun _ => c) (fun t => apow (u0 + t) e1)); [apply ex_derive_const |].
    apply ex_apow; [auto_derive; trivial | lra].
  - apply ex_apow; [auto_derive; trivial | lra].
Qed.

(** Two integrands that are one function have one integral. *)
Lemma one_integral (own other : R -> R) c e1 e2 : (forall t, 0 <= t -> own t = other t) ->
  (forall t, other t = c * apow (u0 + t) e1 * apow (1 + u0 + t) e2) ->
  exists A, primitive T own A /\ exists B, primitive T other B /\ every T (fun t => A t = B t).
Proof.
  intros E1 E2. destruct (primitive_of T _ (euler_continuous c e1 e2)) as [A [HA _]]. exists A.
  assert (HB : primitive T other A) by (revert HA; apply primitive_same; intros t _; symmetry; apply E2).
  split; [| exists A; split; [exact HB | now intros t _]]. revert HB. apply primitive_same. intros t [Ht _]. symmetry. now apply E1.
Qed.
End Euler.

Theorem blow_up_time_claim : claim_blow_up_time.
Proof.
  intros L HL n Hn T HT h v Pv w x y Py z Pz G HG K HK Lam PL Y lam Hlam q Hq u0 Hu0 Rp k Hk Hc Hd Hh Hx Hw Hg Hxy HC HR Hz.
  pose proof (INR_2 L HL) as He. pose proof (toward_proper T HT) as PF. set (m := q * (INR L + -1) * / INR L).
  pose proof (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) as D.
  set (f := fun t => apow (Prod L (fun j => v k t + Lam k j)) (1 * / q + -1) * / q).
  assert (PLk : forall i, (i < L)%nat -> 0 <= Lam k i) by (intros i Hi; now apply PL).
  assert (Pvk : every T (fun t => 0 < v k t)) by (now apply Pv).
  assert (Pf : forall t, time T t -> 0 < f t) by (intros t Ht; apply (level_pos L q (v k t) (Lam k) PLk Hq (Pvk t Ht))).
  assert (i0 : (0 < L)%nat) by lia.
  assert (Ev : every T (fun t => apow (w k 0%nat t) q + -1 * Lam k 0%nat = v k t)).
  { intros t Ht. pose proof (Hw k Hk 0%nat i0 t Ht) as E. cbv beta in E. rewrite apow_Rabs in E. lra. }
  assert (Av : ac T (v k)).
  { apply (ac_ext T _ _ Ev). apply ac_plus; [apply ac_power; [apply Hq | exact (Hc k Hk 0%nat i0)] | apply ac_const]. }
  assert (EP : every T (fun t => Prod L (fun j => v k t + Lam k j) = apow (y k t) q)).
  { intros t Ht. rewrite <- (Hxy t Ht), (Hx k Hk t Ht), apow_Prod. apply Prod_ext. intros j Hj. rewrite <- apow_Rabs. symmetry.
    exact (Hw k Hk j Hj t Ht). }
  assert (Ef : every T (fun t => f t * (q * apow (y k t) (q - 1)) = 1)).
  { intros t Ht. pose proof (Py k Hk t Ht) as P. cbv beta in P. unfold f. rewrite (EP t Ht), apow_apow.
    transitivity (apow (y k t) (q * (1 * / q + -1)) * apow (y k t) (q - 1)); [field; lra |]. rewrite <- apow_plus.
    replace (q * (1 * / q + -1) + (q - 1)) with 0 by (field; lra). apply apow_zero. lra. }
  assert (Dv : moves_ae T (v k) (fun t => G * / f t)).
  { apply (moves_same T _ (v k) _ Ev).
    generalize (ae_and T _ _ (power_rate_ac T q L (h k) no_decay (w k) 0%nat (proj1 Hq) D i0) Hg). apply ae_incl. intros t Ht [D1 Eh].
    pose proof (Py k Hk t Ht) as P. pose proof (Pf t Ht) as P2. pose proof (Ef t Ht) as E3. cbv beta in P, E3.
    evar_last; [apply (is_derive_plus (fun t => apow (w k 0%nat t) q) (fun _ => -1 * Lam k 0%nat) t _ 0 D1); apply (is_derive_const (-1 * Lam k 0%nat)) |].
    unfold output. rewrite <- (Hx k Hk t Ht), (Hxy t Ht), Eh, spow_pos by exact P. unfold no_decay, plus; simpl. as_reals.
    apply Rmult_eq_reg_l with (f t); [| lra]. transitivity (G * (f t * (q * apow (y k t) (q - 1)))); [ring | rewrite E3; field; lra]. }
  assert (Em : q * (INR L + -1) * / INR L <= 1 <-> INR L * (q - 1) <= q) by (apply order_of_m; lra).
  split; [| split; [| split; [| split; [| split; [| split]]]]].
  - revert Dv. apply ae_incl. intros t Ht Dt. pose proof (Pf t Ht) as P. split; [eexists; exact Dt |].
    change (f t * Derive (v k) t = G). rewrite (is_derive_unique _ _ _ Dt). field. lra.
  - intros Hm Gv. set (s := 1 + Sum L (Lam k)). assert (Hs : 1 <= s) by (assert (0 <= Sum L (Lam k)) by (now apply Sum_ge0); unfold s; lra).
    assert (Pvs : every T (fun t => 0 < v k t + s)) by (intros t Ht; pose proof (Pvk t Ht) as P; cbv beta in P; lra).
    assert (C : C1_on positive ln (fun r => / r)) by apply (built_continuous T).
    assert (Ds : moves_ae T (fun t => v k t + s) (fun t => G * / f t)).
    { revert Dv. apply ae_incl. intros t _ Dt. evar_last; [apply (is_derive_plus (v k) (fun _ => s) t _ 0 Dt); apply (is_derive_const s) | apply Rplus_0_r]. }
    assert (N : every T (fun t => q * G * 0 - ln (v k 0 + s) <= q * G * t - ln (v k t + s))).
    { refine (never_falls T (fun t => q * G * t - ln (v k t + s)) _ _ (rate_minus T _ _ _ _ (rate_linear T (q * G)) (rate_C1 T _ _ ln _ positive C Ds Pvs)) _).
      - apply ac_minus; [apply ac_scal, ac_id |]. apply (ac_positive T (fun t => v k t + s) ln _ C); [apply ac_plus; [exact Av | apply ac_const] | exact Pvs].
      - intros t Ht. cbv beta. pose proof (Pf t Ht) as P. pose proof (Pvs t Ht) as P2. cbv beta in P2.
        pose proof (level_above L q (v k t) (Lam k) HL PLk Hq (Pvk t Ht) (proj1 Em Hm)) as A. fold (f t) in A. fold s in A.
        assert (A2 : / f t <= q * (v k t + s)).
        { rewrite <- (Rinv_inv (q * (v k t + s))). apply Rinv_le_contravar; [apply Rinv_0_lt_compat, Rmult_lt_0_compat; lra |].
          rewrite Rinv_mult. exact A. }
        assert (G * / f t <= G * (q * (v k t + s))) by (apply Rmult_le_compat_l; lra).
        assert (/ (v k t + s) * (G * / f t) <= / (v k t + s) * (G * (q * (v k t + s)))).
        { apply Rmult_le_compat_l; [left; now apply Rinv_0_lt_compat | assumption]. }
        replace (/ (v k t + s) * (G * (q * (v k t + s)))) with (q * G) in * by (field; lra). lra. }
    assert (HqG : 0 < q * G) by (apply Rmult_lt_0_compat; lra).
    apply (@grows_above (toward T) PF (fun t => (ln (v k t + s) + - ln (v k 0 + s)) * / (q * G))).
    + apply grows_scaled; [exact HT | now apply Rinv_0_lt_compat |].
      apply (@grows_plus (toward T) PF _ (fun _ => - ln (v k 0 + s)) (- ln (v k 0 + s) - 1)); [| apply toward_every; [exact HT | intros t _; lra]].
      apply grows_ln; [exact PF |]. apply (@grows_plus (toward T) PF _ (fun _ => s) 0); [exact Gv | apply toward_every; [exact HT | intros t _; lra]].
    + apply toward_every; [exact HT |]. intros t Ht. pose proof (N t Ht) as E. cbv beta in E.
      apply Rmult_le_reg_r with (q * G); [exact HqG |]. rewrite Rmult_assoc, Rinv_l by lra. lra.
  - intros Hm t Ht. pose proof (order_of_m_above (INR L) q He (proj1 Hq) Hm) as H1.
    replace (1 + -1 * INR L * (q + -1) * / q) with (1 - INR L * (q + -1) * / q) by ring. set (s := INR L * (q + -1) * / q) in *.
    assert (N : - (q * (s + -1) * G) * 0 - apow (v k 0) (1 - s) <= - (q * (s + -1) * G) * t - apow (v k t) (1 - s)).
    { refine (never_falls T (fun t => - (q * (s + -1) * G) * t - apow (v k t) (1 - s)) _ _
        (rate_minus T _ _ _ _ (rate_linear T (- (q * (s + -1) * G))) (rate_power_pos T _ _ (1 - s) Pvk Dv)) _ t Ht).
      - apply ac_minus; [apply ac_scal, ac_id | now apply ac_power_pos].
      - intros r Hr. cbv beta. pose proof (Pf r Hr) as P. pose proof (Pvk r Hr) as P2. cbv beta in P2.
        pose proof (level_below L q (v k r) (Lam k) HL PLk Hq P2) as B. fold (f r) in B. fold s in B.
        replace (1 - s - 1) with (- s) by ring. set (V := apow (v k r) (- s)) in *. assert (PV : 0 < V) by (apply apow_gt0; lra).
        assert (B2 : 1 <= V * / q * / f r).
        { apply Rmult_le_reg_r with (f r); [exact P |]. rewrite (Rmult_assoc _ (/ f r)), Rinv_l by lra. lra. }
        assert (B3 : q <= V * / f r).
        { replace (V * / f r) with (q * (V * / q * / f r)) by (field; lra). nra. }
        assert ((s + -1) * G * q <= (s + -1) * G * (V * / f r)) by (apply Rmult_le_compat_l; [apply Rmult_le_pos; lra | exact B3]). lra. }
    pose proof (apow_ge0 (v k t) (1 - s)). lra.
  - intros Hy. destruct (Hh k Hk) as [H HH].
    assert (Px : every T (fun t => 0 < x k t)) by (intros t Ht; rewrite (Hxy t Ht); now apply Py).
    assert (M : every T (fun t => Rp (x k t) = Rp (x k 0) + (-1) * H t)).
    { apply (mirror_ends T q L (h k) (w k) (v k) (Lam k) Rp (x k) H (proj1 Hq) D HH (Hx k Hk) (Hw k Hk)).
      - intros t Ht. assert (DR : ex_derive Rp (x k t)) by apply HC, Px, Ht. exact (conj DR (HR t Ht DR)).
      - right. split; [| exact Px]. intros r Hr. split; [apply Derive_correct; now apply HC | now apply HC]. }
    assert (EH : every T (fun t => H t = - G * t)).
    { apply (primitive_unique T (h k) H (fun t => - G * t) HH). destruct (linear_primitive T 0 (- G)) as [A1 [A2 A3]].
      split; [exact A1 | split; [exact A2 |]]. generalize (ae_and T _ _ A3 Hg). apply ae_incl. intros t _ [D1 E]. evar_last; [exact D1 |]. rewrite E. ring. }
    apply (tends_same T HT (fun t => (Rp (x k t) + -1 * Rp (x k 0)) * / G)).
    + intros t Ht. rewrite (M t Ht), (EH t Ht). field. lra.
    + apply tends_times; [exact PF | | apply (tends_constant T HT)]. apply tends_plus; [exact PF | exact Hy | apply (tends_constant T HT)].
  - intros EK Dz Gz. replace (1 + -1 * q * (INR L + -1) * / INR L) with (1 - m) by (unfold m; ring).
    assert (Hm : INR L * (m - 1) = K) by (rewrite EK; unfold m; ring).
    assert (E : every T (fun t => K * G * t = apow (z 0) (1 - m) + -1 * apow (z t) (1 - m))).
    { intros t Ht. assert (D' : moves_ae T z (fun t => INR L * G * apow (z t) m)) by (revert Dz; apply rate_change; intros r _; unfold m; ring).
      pose proof (ray_time T m (INR L * G) z Hz Pz D' t Ht) as E. cbv beta in E. rewrite <- Hm.
      transitivity (- ((1 - m) * (INR L * G) * t)); [ring |]. rewrite E. ring. }
    apply (tends_same T HT (fun t => apow (z 0) (1 - m) + -1 * apow (z t) (1 - m))); [intros t Ht; symmetry; exact (E t Ht) |].
    apply (tends_value T _ (apow (z 0) (1 - m) + -1 * 0)); [ring |]. apply tends_plus; [exact PF | apply (tends_constant T HT) |].
    apply tends_times; [exact PF | apply (tends_constant T HT) |]. apply falls_power; [exact PF | exact Gz | nra].
  - apply (one_integral T u0 Hu0 _ _ (apow lam (1 + -1 * INR L * (1 + -1 * 1 * / q)) * / q) (-1 * 1 * (1 + -1 * 1 * / q)) (-1 * (INR L + -1) * (1 + -1 * 1 * / q))).
    + intros t Ht. pose proof (euler_shape lam u0 1 (INR L + -1) (1 * / q + -1) (/ q) Hlam Hu0 t Ht) as E. cbv beta zeta in E.
      rewrite (apow_one (lam * (u0 + t))), Rabs_pos_eq in E by (apply Rmult_le_pos; lra). rewrite E.
      replace (1 + u0 + t) with (1 + (u0 + t)) by ring. f_equal; [f_equal; [f_equal |] |]; f_equal; ring.
    + intros t. reflexivity.
  - apply (one_integral T u0 Hu0 _ _ (apow lam (1 + -1 * INR L * (1 + -1 * 1 * / q)) * / q) (-1 * (INR L + -1) * (1 + -1 * 1 * / q)) (-1 * 1 * (1 + -1 * 1 * / q))).
    + intros t Ht. pose proof (euler_shape lam u0 (INR L + -1) 1 (1 * / q + -1) (/ q) Hlam Hu0 t Ht) as E. cbv beta zeta in E.
      rewrite (apow_one (lam * (u0 + t) + lam)), Rabs_pos_eq in E by (assert (0 < lam * (u0 + t)) by (apply Rmult_lt_0_compat; lra); lra). rewrite E.
      replace (1 + u0 + t) with (1 + (u0 + t)) by ring. f_equal; [f_equal; [f_equal |] |]; f_equal; ring.
    + intros t. reflexivity.
Qed.
