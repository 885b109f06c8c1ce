(** The mirror map, the potential and the conjugate along v = b e^(-t), and their closed forms at q = 1 and q = 2. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsIntegrals.
From SteepestMirror Require Import ClaimsEnds Ratios.
Local Open Scope R_scope.

(** What rises and stays below a bound has a limit. *)
Lemma total_exists T a A c : Rbar_lt 0 T -> primitive T a A -> (forall t, time T t -> 0 <= a t) -> every T (fun t => A t <= c) ->
  exists l, tends (toward T) A l.
Proof.
  intros HT HA Pa Hc. destruct (whole_integral T a A c HA (ae_every T _ Pa) Hc (time_zero T HT)) as [l [_ K]].
  exists l. apply tends_spec; [now apply toward_proper |]. exact K.
Qed.

Lemma decays T b : Rbar_lt 0 T -> grows (toward T) (fun t => t) -> tends (toward T) (fun t => b * exp (-1 * t)) 0.
Proof.
  intros HT Gt. pose proof (toward_proper T HT) as PF. apply (tends_same T HT (fun t => b * / exp t)).
  - intros t _. rewrite <- exp_Ropp. do 2 f_equal. ring.
  - apply (tends_value T _ (b * 0)); [ring |]. apply tends_times; [exact PF | apply (tends_constant T HT) |].
    apply tends_inverse_of_growing; [exact HT | intros t _; apply exp_pos | now apply grows_le_exp].
Qed.

Lemma tends_at T f c : Rbar_lt 0 T -> grows (toward T) (fun t => t) -> forall b, ex_derive f 0 -> f 0 = c ->
  tends (toward T) (fun t => f (b * exp (-1 * t))) c.
Proof.
  intros HT Gt b Df E. rewrite <- E. pose proof (toward_proper T HT) as PF.
  destruct (limit (toward T) PF) as [_ [_ [_ [K _]]]].
  apply (K (fun t => b * exp (-1 * t)) 0 f (decays T b HT Gt)). now apply (ex_derive_continuous f).
Qed.

(** (h o v)' = h'(v) v' along v = b e^(-t), and at the other end h(0). *)
Lemma along T b (h h' : R -> R) : 0 < b -> (forall v, 0 < v -> is_derive h v (h' v)) ->
  ae T (fun t => ex_derive (fun t => h (b * exp (-1 * t))) t /\ ex_derive (fun t => b * exp (-1 * t)) t /\
    Derive (fun t => h (b * exp (-1 * t))) t = h' (b * exp (-1 * t)) * Derive (fun t => b * exp (-1 * t)) t).
Proof.
  intros Hb D. apply ae_every. intros t _.
  assert (P : 0 < b * exp (-1 * t)) by (apply Rmult_lt_0_compat; [assumption | apply exp_pos]).
  assert (Dv : is_derive (fun t => b * exp (-1 * t)) t (- (b * exp (-1 * t)))) by (auto_derive; trivial; ring).
  assert (Dh := is_derive_comp h (fun t => b * exp (-1 * t)) t _ _ (D _ P) Dv).
  split; [eexists; exact Dh |]. split; [eexists; exact Dv |].
  refine (eq_trans (is_derive_unique _ _ _ Dh) _). rewrite Rmult_comm. unfold scal; simpl; unfold mult; simpl. f_equal.
  symmetry. exact (is_derive_unique _ _ _ Dv).
Qed.

Section Maps.
Variables (k0 n : nat) (b q : R) (c : nat -> R) (T : Rbar).
Hypothesis Hk : (1 <= k0)%nat.
Hypothesis Hn : (1 <= n)%nat.
Hypothesis Hb : 0 < b.
Hypothesis Pc : forall i, (i < n)%nat -> 0 < c i.
Hypothesis Hq : 1 <= q <= 2.
Hypothesis HT : Rbar_lt 0 T.
Hypothesis Gt : grows (toward T) (fun t => t).
Let v t := b * exp (-1 * t).
Let M t := Prod n (fun a => v t + c a).
Let P t := apow (v t) (INR k0) * M t.
Let N t := Sum n (fun o => others n o (fun a => v t + c a)).
Let S t := INR k0 * apow (v t) (INR k0 + -1) * M t + apow (v t) (INR k0) * N t.
Let f t := apow (P t) (1 * / q + -1) * b * exp (-1 * t) * / q.
Let g t := apow (P t) (2 * / q + -1) * b * exp (-1 * t) * / q.
Let X t := apow (P t) (1 * / q).

Lemma k_pos : 0 < INR k0.
Proof. apply lt_0_INR. exact Hk. Qed.

Lemma v_gt0 t : 0 < v t.
Proof. apply (v_pos b Hb t). Qed.

Lemma factors_gt0 t i : (i < n)%nat -> 0 < v t + c i.
Proof. intros Hi. pose proof (v_gt0 t). specialize (Pc i Hi). lra. Qed.

Lemma M_gt0 t : 0 < M t.
Proof. apply Prod_gt0. apply factors_gt0. Qed.

Lemma vk_gt0 t r : 0 < apow (v t) r.
Proof. apply apow_gt0, Rgt_not_eq, v_gt0. Qed.

Lemma P_gt0 t : 0 < P t.
Proof. apply Rmult_lt_0_compat; [apply vk_gt0 | apply M_gt0]. Qed.

Lemma X_gt0 t : 0 < X t.
Proof. apply apow_gt0, Rgt_not_eq, P_gt0. Qed.

Lemma S_below t : INR k0 * P t * / v t <= S t.
Proof.
  pose proof (v_gt0 t) as V. unfold S, P.
  assert (E : apow (v t) (INR k0) = apow (v t) (INR k0 + -1) * v t).
  { replace (INR k0) with (INR k0 + -1 + 1) at 1 by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra. reflexivity. }
  rewrite E at 1. replace (INR k0 * (apow (v t) (INR k0 + -1) * v t * M t) * / v t) with (INR k0 * apow (v t) (INR k0 + -1) * M t) by (field; lra).
  assert (0 <= apow (v t) (INR k0) * N t); [| lra]. apply Rmult_le_pos; [apply apow_ge0 |]. apply Sum_ge0. intros o _.
  apply others_ge0. intros a Ha. left. now apply factors_gt0.
Qed.

Lemma S_gt0 t : 0 < S t.
Proof.
  apply Rlt_le_trans with (2 := S_below t). pose proof k_pos. pose proof (P_gt0 t).
  apply Rmult_lt_0_compat; [now apply Rmult_lt_0_compat | apply Rinv_0_lt_compat, v_gt0].
Qed.

Lemma P_rate t : is_derive P t (- v t * S t).
Proof.
  assert (Dv : is_derive v t (- v t)) by (apply (v_rate b t)).
  assert (Dk : is_derive (fun t => apow (v t) (INR k0)) t (INR k0 * apow (v t) (INR k0 - 1) * - v t)).
  { assert (C : C1_on positive (fun y => apow y (INR k0)) (fun y => INR k0 * apow y (INR k0 - 1))) by apply (built_continuous p_infty).
    evar_last; [apply (is_derive_comp (fun y => apow y (INR k0)) v t _ _ (proj1 (C (v t) (v_gt0 t))) Dv) |].
    unfold scal; simpl; unfold mult; simpl. ring. }
  assert (DM : is_derive M t (Sum n (fun o => - v t * others n o (fun a => v t + c a)))).
  { apply (is_derive_Prod n (fun a t => v t + c a) (fun _ => - v t) t). intros i _.
    evar_last; [apply (is_derive_plus v (fun _ => c i) t _ 0 Dv); apply (is_derive_const (c i)) | apply Rplus_0_r]. }
  evar_last; [apply (is_derive_mult (fun t => apow (v t) (INR k0)) M t _ _ Dk DM); intros; apply Rmult_comm |].
  rewrite Sum_scal. fold (N t). unfold plus, mult; simpl. unfold S. replace (INR k0 - 1) with (INR k0 + -1) by ring. ring.
Qed.

Lemma P_power_rate t r : is_derive (fun t => apow (P t) r) t (r * apow (P t) (r - 1) * (- v t * S t)).
Proof.
  assert (C : C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by apply (built_continuous p_infty).
  evar_last; [apply (is_derive_comp (fun y => apow y r) P t _ _ (proj1 (C (P t) (P_gt0 t))) (P_rate t)) |].
  unfold scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma X_rate t : is_derive X t (- f t * S t).
Proof. evar_last; [apply (P_power_rate t (1 * / q)) |]. unfold f, v. as_reals. replace (1 * / q - 1) with (1 * / q + -1) by ring. ring. Qed.

Lemma X_times_f t : X t * f t = g t.
Proof.
  unfold X, f, g. replace (2 * / q + -1) with (1 * / q + (1 * / q + -1)) by (field; lra).
  rewrite (apow_plus (P t) (1 * / q) (1 * / q + -1)). ring.
Qed.

Lemma f_ge0 t : 0 <= f t.
Proof.
  unfold f. pose proof (apow_ge0 (P t) (1 * / q + -1)). pose proof (exp_pos (-1 * t)).
  assert (0 < / q) by (apply Rinv_0_lt_compat; lra). apply Rmult_le_pos; [| lra]. apply Rmult_le_pos; [| lra]. apply Rmult_le_pos; lra.
Qed.

Lemma g_ge0 t : 0 <= g t.
Proof. rewrite <- X_times_f. apply Rmult_le_pos; [left; apply X_gt0 | apply f_ge0]. Qed.

Lemma pg_continuous r t : continuous (fun t => apow (P t) r * b * exp (-1 * t) * / q) t.
Proof.
  apply (ex_derive_continuous (fun t => apow (P t) r * b * exp (-1 * t) * / q)).
  apply (ex_derive_mult (fun t => apow (P t) r * b * exp (-1 * t)) (fun _ => / q)); [| apply ex_derive_const].
  apply (ex_derive_mult (fun t => apow (P t) r * b) (fun t => exp (-1 * t))); [| auto_derive; trivial].
  apply (ex_derive_mult (fun t => apow (P t) r) (fun _ => b)); [| apply ex_derive_const]. eexists. apply P_power_rate.
Qed.

Lemma P_below t : 0 <= t -> P t <= P 0.
Proof.
  intros Ht. assert (Vb : v t <= b) by exact (v_le b Hb t Ht). assert (V0 : v 0 = b) by (unfold v; rewrite Rmult_0_r, exp_0; ring).
  apply Rmult_le_compat; [apply apow_ge0 | left; apply M_gt0 | |].
  - rewrite V0. apply apow_le; [apply k_pos |]. split; [left; apply v_gt0 | exact Vb].
  - apply Prod_le. intros i Hi. split; [left; now apply factors_gt0 |]. rewrite V0. now apply Rplus_le_compat_r.
Qed.

Lemma high_exponent : 0 <= 2 * / q + -1.
Proof. assert (/ 2 <= / q) by (apply Rinv_le_contravar; lra). lra. Qed.

Definition top := apow (P 0) (2 * / q + -1).

Lemma power_below t : 0 <= t -> apow (P t) (2 * / q + -1) <= top.
Proof. intros Ht. apply power_le; [apply P_gt0 | now apply P_below | apply high_exponent]. Qed.

Lemma top_ge0 : 0 <= top.
Proof. apply apow_ge0. Qed.

Lemma v_fades : tends (toward T) v 0.
Proof. now apply decays. Qed.

Lemma X_fades : tends (toward T) X 0.
Proof.
  pose proof (toward_proper T HT) as PF. pose proof k_pos as Pk.
  assert (TP : tends (toward T) P 0).
  { apply (tends_value T _ (0 * Prod n (fun a => 0 + c a))); [ring |]. apply tends_times; [exact PF | apply zero_power; [apply v_fades | exact Pk] |].
    apply (@tends_Prod (toward T) PF n (fun a t => v t + c a)). intros a _. apply tends_plus; [exact PF | apply v_fades | apply (tends_constant T HT)]. }
  apply zero_power; [exact TP |]. rewrite Rmult_1_l. apply Rinv_0_lt_compat. lra.
Qed.

Lemma integrals : exists A B, primitive T f A /\ primitive T g B /\ exists l, tends (toward T) B l.
Proof.
  destruct (primitive_of T f (fun t _ => pg_continuous _ t)) as [A [HA _]].
  destruct (primitive_of T g (fun t _ => pg_continuous _ t)) as [B [HB _]].
  exists A, B. split; [exact HA | split; [exact HB |]].
  apply (total_exists T g B (top * b * / q) HT HB); [intros t _; apply g_ge0 |].
  destruct HB as [HB [B0 DB]]. intros t Ht. assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra).
  assert (K : - (top * / q) * v 0 - B 0 <= - (top * / q) * v t - B t).
  { refine (never_falls T (fun t => - (top * / q) * v t - B t) (fun t => - (top * / q) * - v t - g t) _ _ _ t Ht).
    - apply ac_minus; [apply ac_scal, ac_scal, ac_exp, ac_scal, ac_id | exact HB].
    - apply rate_minus; [| exact DB]. apply ae_every. intros r _. apply (is_derive_scal v r). apply (v_rate b r).
    - intros r [Hr _]. unfold g. pose proof (power_below r Hr) as E. pose proof (v_gt0 r) as V.
      replace (apow (P r) (2 * / q + -1) * b * exp (-1 * r) * / q) with (apow (P r) (2 * / q + -1) * (v r * / q)) by (unfold v; ring).
      assert (0 < v r * / q) by (now apply Rmult_lt_0_compat). nra. }
  rewrite B0 in K. assert (V0 : v 0 = b) by (unfold v; rewrite Rmult_0_r, exp_0; ring). rewrite V0 in K.
  assert (0 <= top * / q * v t) by (apply Rmult_le_pos; [apply Rmult_le_pos; [apply top_ge0 | lra] | left; apply v_gt0]). lra.
Qed.

Lemma A_ge0 A : primitive T f A -> every T (fun t => 0 <= A t).
Proof.
  intros [HA [A0 DA]] t Ht. rewrite <- A0. refine (never_falls T A f HA DA _ t Ht). intros r _. apply f_ge0.
Qed.

(** x R' - W moves by R' dx. *)
Lemma potential_rate A B l y0 : primitive T f A -> primitive T g B ->
  ae T (fun t => ex_derive (fun t => X t * (y0 + -1 * A t) + -1 * (l + -1 * B t)) t /\ ex_derive X t /\
    Derive (fun t => X t * (y0 + -1 * A t) + -1 * (l + -1 * B t)) t = (y0 + -1 * A t) * Derive X t).
Proof.
  intros [_ [_ DA]] [_ [_ DB]]. generalize (ae_and T _ _ DA DB). apply ae_incl. intros t _ [D1 D2].
  assert (D : is_derive (fun t => X t * (y0 + -1 * A t) + -1 * (l + -1 * B t)) t ((y0 + -1 * A t) * (- f t * S t))).
  { assert (E1 := is_derive_plus (fun _ => y0) _ t _ _ (is_derive_const y0 t) (is_derive_scal A t (-1) _ D1)).
    assert (E2 := is_derive_plus (fun _ => l) _ t _ _ (is_derive_const l t) (is_derive_scal B t (-1) _ D2)).
    assert (E3 := is_derive_mult X _ t _ _ (X_rate t) E1 ltac:(intros; apply Rmult_comm)).
    evar_last; [apply (is_derive_plus _ _ t _ _ E3 (is_derive_scal _ t (-1) _ E2)) |].
    rewrite <- X_times_f. unfold plus, mult, zero; simpl. ring. }
  split; [eexists; exact D |]. split; [eexists; apply X_rate |].
  refine (eq_trans (is_derive_unique _ _ _ D) _). f_equal. symmetry. exact (is_derive_unique _ _ _ (X_rate t)).
Qed.

Lemma slope_between t : 0 <= t -> 0 < f t * / (apow (X t) (-2) * (f t * S t)) /\
  f t * / (apow (X t) (-2) * (f t * S t)) <= top * / INR k0 * v t.
Proof.
  intros Ht. pose proof (P_gt0 t) as PP. pose proof (S_gt0 t) as PS. pose proof (v_gt0 t) as PV. pose proof k_pos as Pk.
  assert (Pf : 0 < f t).
  { unfold f. assert (0 < / q) by (apply Rinv_0_lt_compat; lra).
    repeat apply Rmult_lt_0_compat; trivial; [apply apow_gt0; lra | apply exp_pos]. }
  assert (E : f t * / (apow (X t) (-2) * (f t * S t)) = apow (P t) (2 * / q) * / S t).
  { change (-2) with (- (2)). rewrite apow_Ropp. unfold X. rewrite apow_apow. replace (1 * / q * 2) with (2 * / q) by ring.
    assert (0 < apow (P t) (2 * / q)) by (apply apow_gt0; lra). field. lra. }
  rewrite E. assert (0 < apow (P t) (2 * / q)) by (apply apow_gt0; lra).
  split; [apply Rmult_lt_0_compat; [assumption | now apply Rinv_0_lt_compat] |].
  apply Rmult_le_reg_r with (S t); [assumption |]. rewrite Rmult_assoc, Rinv_l, Rmult_1_r by lra.
  replace (2 * / q) with (2 * / q + -1 + 1) by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra.
  apply Rle_trans with (top * P t); [apply Rmult_le_compat_r; [lra | now apply power_below] |].
  replace (top * P t) with (top * / INR k0 * v t * (INR k0 * P t * / v t)) by (field; lra).
  apply Rmult_le_compat_l; [| apply S_below]. apply Rmult_le_pos; [| lra]. apply Rmult_le_pos; [apply top_ge0 |].
  left. now apply Rinv_0_lt_compat.
Qed.

Lemma product_fades A : primitive T f A -> tends (toward T) (fun t => X t * A t) 0.
Proof.
  intros HA. pose proof (toward_proper T HT) as PF. destruct HA as [HA [A0 DA]]. pose proof k_pos as Pk.
  assert (AX : ac T X).
  { apply ac_power_pos; [| intros t _; apply P_gt0]. apply ac_times; [apply ac_power_pos; [apply ac_scal, ac_exp, ac_scal, ac_id | intros t _; apply v_gt0] |].
    apply (ac_Prod T n (fun a t => v t + c a)). intros i _. apply ac_plus; [apply ac_scal, ac_exp, ac_scal, ac_id | apply ac_const]. }
  apply (tends_same T HT (fun t => A t * / apow (X t) (-1))).
  { intros t _. change (-1) with (- (1)). rewrite apow_Ropp, apow_one, Rabs_pos_eq by (left; apply X_gt0). rewrite Rinv_inv. ring. }
  apply (ratio T HT A (fun t => apow (X t) (-1)) f (fun t => apow (X t) (-2) * (f t * S t)) 0).
  - exact HA.
  - apply ac_power_pos; [exact AX | intros t _; apply X_gt0].
  - exact DA.
  - apply ae_every. intros t _.
    assert (C : C1_on positive (fun y => apow y (-1)) (fun y => (-1) * apow y (-1 - 1))) by apply (built_continuous p_infty).
    evar_last; [apply (is_derive_comp (fun y => apow y (-1)) X t _ _ (proj1 (C (X t) (X_gt0 t))) (X_rate t)) |].
    unfold scal; simpl; unfold mult; simpl. replace (-1 - 1) with (-2) by ring. ring.
  - apply ae_every. intros t _. apply Rmult_lt_0_compat; [apply apow_gt0, Rgt_not_eq, X_gt0 |].
    apply Rmult_lt_0_compat; [| apply S_gt0]. unfold f. assert (0 < / q) by (apply Rinv_0_lt_compat; lra).
    repeat apply Rmult_lt_0_compat; trivial; [apply apow_gt0, Rgt_not_eq, P_gt0 | apply exp_pos].
  - apply (blows_power (toward T)); [apply X_fades | apply toward_every; [exact HT | intros t _; apply X_gt0] | lra].
  - apply (squeezed (toward T) PF (fun _ => 0) _ (fun t => top * / INR k0 * v t)).
    + apply (tends_constant T HT).
    + apply (tends_value T _ (top * / INR k0 * 0)); [ring |]. apply tends_times; [exact PF | apply (tends_constant T HT) | apply v_fades].
    + apply toward_every; [exact HT |]. intros t [Ht _]. left. apply (proj1 (slope_between t Ht)).
    + apply toward_every; [exact HT |]. intros t [Ht _]. apply (proj2 (slope_between t Ht)).
Qed.

Lemma map_rate A l : primitive T f A -> ae T (fun t => ex_derive (fun t => l + -1 * A t) t /\ ex_derive X t /\
  Derive (fun t => l + -1 * A t) t = Derive X t * / S t).
Proof.
  intros [_ [_ DA]]. revert DA. apply ae_incl. intros t _ D1.
  assert (E1 := is_derive_plus (fun _ => l) _ t _ _ (is_derive_const l t) (is_derive_scal A t (-1) _ D1)).
  split; [eexists; exact E1 |]. split; [eexists; apply X_rate |].
  refine (eq_trans (is_derive_unique _ _ _ E1) _). pose proof (S_gt0 t) as PS.
  assert (E2 : Derive X t = - f t * S t) by exact (is_derive_unique _ _ _ (X_rate t)). rewrite E2.
  unfold plus, zero; simpl. as_reals. field. lra.
Qed.

Lemma what_is_left A l : tends (toward T) A l -> tends (toward T) (fun t => l + -1 * A t) 0.
Proof.
  intros H. pose proof (toward_proper T HT) as PF. apply (tends_value T _ (l + -1 * l)); [ring |].
  apply tends_plus; [exact PF | apply (tends_constant T HT) |]. apply tends_times; [exact PF | apply (tends_constant T HT) | exact H].
Qed.

(** Where the integrand is c v, the integral is c (b - v), and that over all times c b. *)
Lemma linear_integral (d : R) h A l : (forall t, h t = d * v t) -> primitive T h A -> tends (toward T) A l ->
  every T (fun t => l + -1 * A t = d * v t).
Proof.
  intros E HA Hl. pose proof (toward_proper T HT) as PF.
  assert (V0 : v 0 = b) by (unfold v; rewrite Rmult_0_r, exp_0; ring).
  assert (HB : primitive T h (fun t => d * b + -1 * d * v t)).
  { split; [| split; [rewrite V0; ring |]].
    - apply ac_plus; [apply ac_const | apply ac_scal, ac_scal, ac_exp, ac_scal, ac_id].
    - apply ae_every. intros t _. rewrite E. evar_last.
      + apply (is_derive_plus (fun _ => d * b) _ t _ _ (is_derive_const (d * b) t) (is_derive_scal v t (-1 * d) _ (v_rate b t))).
      + unfold plus, zero; simpl. change (0 + -1 * d * - v t = d * v t). ring. }
  pose proof (primitive_unique T h A _ HA HB) as U.
  assert (El : l = d * b).
  { apply (one_limit (toward T) PF A); [exact Hl |]. apply (tends_same T HT (fun t => d * b + -1 * d * v t)).
    - intros t Ht. symmetry. exact (U t Ht).
    - apply (tends_value T _ (d * b + -1 * d * 0)); [ring |]. apply tends_plus; [exact PF | apply (tends_constant T HT) |].
      apply tends_times; [exact PF | apply (tends_constant T HT) | apply v_fades]. }
  intros t Ht. pose proof (U t Ht) as Ut. cbv beta in Ut. rewrite Ut, El. ring.
Qed.

Lemma f_flat : q = 1 -> forall t, f t = 1 * v t.
Proof.
  intros E t. unfold f. rewrite E. replace (1 * / 1 + -1) with 0 by field. rewrite apow_zero by apply Rgt_not_eq, P_gt0.
  rewrite Rinv_1. unfold v. ring.
Qed.

Lemma g_flat : q = 2 -> forall t, g t = / 2 * v t.
Proof.
  intros E t. unfold g. rewrite E. replace (2 * / 2 + -1) with 0 by field. rewrite apow_zero by apply Rgt_not_eq, P_gt0.
  unfold v. ring.
Qed.

Lemma f_total : 0 < 1 + -1 * INR k0 * (q + -1) * / q -> exists A, primitive T f A /\ exists l, tends (toward T) A l.
Proof.
  intros Hg. destruct (end_bounded k0 n b q c T Hb Pc Hq Hg) as [A [HA K]]. set (s := 1 + -1 * INR k0 * (q + -1) * / q) in *.
  change (primitive T f A) in HA. clearbody s. exists A. split; [exact HA |].
  apply (total_exists T f A (apow (Prod n c) (1 * / q + -1) * apow b s * / (q * s)) HT HA); [intros t _; apply f_ge0 |].
  intros t Ht. pose proof (K t Ht) as E. cbv beta in E. assert (0 < q * s) by (apply Rmult_lt_0_compat; lra).
  apply Rmult_le_reg_l with (q * s); [assumption |]. apply Rle_trans with (1 := E). right. field. split; lra.
Qed.

Lemma potential_fades A B l y0 : primitive T f A -> tends (toward T) B l ->
  tends (toward T) (fun t => X t * (y0 + -1 * A t) + -1 * (l + -1 * B t)) 0.
Proof.
  intros HA Hl. pose proof (toward_proper T HT) as PF.
  apply (tends_same T HT (fun t => X t * y0 + -1 * (X t * A t) + -1 * (l + -1 * B t))); [intros t _; ring |].
  apply (tends_value T _ (0 * y0 + -1 * 0 + -1 * 0)); [ring |].
  apply tends_plus; [exact PF | apply tends_plus; [exact PF | |] |]; (apply tends_times; [exact PF | |]);
    try apply (tends_constant T HT); [apply X_fades | now apply product_fades | now apply what_is_left].
Qed.

(** X A <= B: z y - R(z) is largest at x_0, from below. *)
Lemma below_dual A B : primitive T f A -> primitive T g B -> every T (fun t => X t * A t <= B t).
Proof.
  intros HA HB t Ht. pose proof (A_ge0 A HA) as PA. destruct HA as [HA [A0 DA]], HB as [HB [B0 DB]].
  assert (AX : ac T X).
  { apply ac_power_pos; [| intros r _; apply P_gt0]. apply ac_times; [apply ac_power_pos; [apply ac_scal, ac_exp, ac_scal, ac_id | intros r _; apply v_gt0] |].
    apply (ac_Prod T n (fun a t => v t + c a)). intros i _. apply ac_plus; [apply ac_scal, ac_exp, ac_scal, ac_id | apply ac_const]. }
  assert (DX : moves_ae T X (fun t => - f t * S t)) by (apply ae_every; intros r _; apply X_rate).
  assert (K : B 0 - X 0 * A 0 <= B t - X t * A t).
  { refine (never_falls T (fun t => B t - X t * A t) _ _ (rate_minus T _ _ _ _ DB (rate_times T _ _ _ _ DX DA)) _ t Ht).
    - apply ac_minus; [exact HB |]. now apply ac_times.
    - intros r Hr. cbv beta. rewrite X_times_f. pose proof (PA r Hr) as P0. cbv beta in P0. pose proof (S_gt0 r). pose proof (f_ge0 r).
      assert (0 <= f r * S r * A r) by (apply Rmult_le_pos; [apply Rmult_le_pos; lra | exact P0]). lra. }
  rewrite A0, B0 in K. lra.
Qed.

Lemma dual_rate A B l y0 : primitive T f A -> primitive T g B ->
  ae T (fun t => ex_derive (fun t => l + -1 * B t) t /\ ex_derive (fun t => y0 + -1 * A t) t /\
    Derive (fun t => l + -1 * B t) t = X t * Derive (fun t => y0 + -1 * A t) t).
Proof.
  intros [_ [_ DA]] [_ [_ DB]]. generalize (ae_and T _ _ DA DB). apply ae_incl. intros t _ [D1 D2].
  assert (E1 := is_derive_plus (fun _ => y0) _ t _ _ (is_derive_const y0 t) (is_derive_scal A t (-1) _ D1)).
  assert (E2 := is_derive_plus (fun _ => l) _ t _ _ (is_derive_const l t) (is_derive_scal B t (-1) _ D2)).
  split; [eexists; exact E2 |]. split; [eexists; exact E1 |].
  refine (eq_trans (is_derive_unique _ _ _ E2) _).
  assert (E3 : Derive (fun t => y0 + -1 * A t) t = 0 + -1 * f t) by exact (is_derive_unique _ _ _ E1). rewrite E3, <- X_times_f.
  unfold plus, zero; simpl. as_reals. ring.
Qed.
End Maps.

Lemma root_pos lam v : 0 < lam -> 0 <= v -> 0 < 4 * v + lam ^ 2.
Proof. intros Hl Hv. assert (0 < lam ^ 2) by (now apply pow_lt). lra. Qed.

Lemma root_at_0 lam : 0 < lam -> apow (lam ^ 2) (1 / 2) = lam.
Proof.
  intros Hl. assert (P : 0 < lam ^ 2) by (now apply pow_lt). rewrite <- apow_nat by (lia || lra). rewrite apow_apow.
  replace (INR 2 * (1 / 2)) with 1 by (simpl; field). rewrite apow_one. apply Rabs_pos_eq. lra.
Qed.

Lemma root_rate r (h : R -> R) dh v : 0 < h v -> is_derive h v dh ->
  is_derive (fun v => apow (h v) r) v (r * apow (h v) (r - 1) * dh).
Proof.
  intros Ph D. assert (C : C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by apply (built_continuous p_infty).
  evar_last; [apply (is_derive_comp (fun y => apow y r) h v _ _ (proj1 (C (h v) Ph)) D) |].
  unfold scal; simpl; unfold mult; simpl. ring.
Qed.

(** The slope of asinh(2v/lambda)/2. *)
Lemma arcsinh_rate lam v : 0 < lam -> 0 <= v ->
  is_derive (fun v => ln ((2 * v + apow (4 * v ^ 2 + lam ^ 2) (1 / 2)) * / lam) * (1 / 2)) v (/ apow (4 * v ^ 2 + lam ^ 2) (1 / 2)).
Proof.
  intros Hl Hv. assert (PG : 0 < 4 * v ^ 2 + lam ^ 2) by (apply root_pos; [assumption | apply pow2_ge_0]).
  set (G := fun v => apow (4 * v ^ 2 + lam ^ 2) (1 / 2)). assert (P : 0 < G v) by (apply apow_gt0; lra).
  assert (DG : is_derive G v (4 * v * / G v)).
  { evar_last; [apply (root_rate (1 / 2) (fun v => 4 * v ^ 2 + lam ^ 2) (8 * v) v PG); auto_derive; trivial; ring |].
    replace (1 / 2 - 1) with (- (1 / 2)) by field. rewrite apow_Ropp. unfold G. field. unfold G in P. lra. }
  assert (D1 : is_derive (fun v => (2 * v + G v) * / lam) v ((2 + 4 * v * / G v) * / lam)).
  { apply (is_derive_ext (fun v => / lam * (2 * v + G v))); [intros r; as_reals; ring |].
    evar_last; [apply (is_derive_scal (fun v => 2 * v + G v) v (/ lam)); apply (is_derive_plus (fun v => 2 * v) G v 2 (4 * v * / G v)); [auto_derive; trivial; ring | exact DG] |].
    unfold plus; simpl. as_reals. ring. }
  assert (Pl : 0 < (2 * v + G v) * / lam) by (apply Rmult_lt_0_compat; [lra | now apply Rinv_0_lt_compat]).
  assert (C : C1_on positive ln (fun y => / y)) by apply (built_continuous p_infty).
  apply (is_derive_ext (fun v => 1 / 2 * ln ((2 * v + G v) * / lam))); [intros r; as_reals; unfold G; ring |].
  evar_last; [apply (is_derive_scal (fun v => ln ((2 * v + G v) * / lam)) v (1 / 2)); apply (is_derive_comp ln _ v _ _ (proj1 (C _ Pl)) D1) |].
  change (1 / 2 * ((2 + 4 * v * / G v) * / lam * / ((2 * v + G v) * / lam)) = / G v). field. repeat split; lra.
Qed.

Lemma shallow_rate lam v : 0 < lam -> 0 <= v ->
  is_derive (fun v => (apow (4 * v + lam ^ 2) (3 / 2) + -1 * lam ^ 3) * (1 / 12) + -1 * lam * v * (1 / 2)) v
    ((apow (lam ^ 2 + 4 * v) (1 / 2) + -1 * lam) * (1 / 2)).
Proof.
  intros Hl Hv. pose proof (root_pos lam v Hl Hv) as P.
  assert (D : is_derive (fun v => 4 * v + lam ^ 2) v 4) by (auto_derive; trivial; ring).
  assert (D1 := root_rate (3 / 2) (fun v => 4 * v + lam ^ 2) 4 v P D).
  apply (is_derive_ext (fun v => 1 / 12 * apow (4 * v + lam ^ 2) (3 / 2) + (- (lam * / 2) * v + - (lam ^ 3 * / 12)))); [intros r; as_reals; field |].
  evar_last; [apply (is_derive_plus (fun v => 1 / 12 * apow (4 * v + lam ^ 2) (3 / 2)) (fun v => - (lam * / 2) * v + - (lam ^ 3 * / 12)) v _ (- (lam * / 2))
    (is_derive_scal _ v (1 / 12) _ D1)); auto_derive; trivial; ring |].
  replace (3 / 2 - 1) with (1 / 2) by field. replace (lam ^ 2 + 4 * v) with (4 * v + lam ^ 2) by ring.
  change (1 / 12 * (3 / 2 * apow (4 * v + lam ^ 2) (1 / 2) * 4) + - (lam * / 2) = (apow (4 * v + lam ^ 2) (1 / 2) + -1 * lam) * (1 / 2)). field.
Qed.

Theorem mirror_map_claim : claim_mirror_map.
Proof.
  intros k0 Hk n Hn T HT b Hb c Pc e He lam Hlam q Hq Gt. split; [| split].
  - intros Ee. assert (Hg : 0 < 1 + -1 * INR k0 * (q + -1) * / q) by (set (s := 1 + -1 * INR k0 * (q + -1) * / q) in *; nra).
    destruct (f_total k0 n b q c T Hb Pc Hq HT Hg) as [A [HA [l Hl]]]. split; [| split].
    + exists A. split; [exact HA |]. exists l. split; [exact Hl |].
      exact (map_rate k0 n b q c T Hk Hb Pc A l HA).
    + exists A. split; [exact HA |]. exists l. split; [exact Hl |]. now apply what_is_left.
    + intros E. exists A. split; [exact HA |]. exists l. split; [exact Hl |]. intros t Ht.
      rewrite (linear_integral b T HT Gt 1 _ A l (f_flat k0 n b q c Hb Pc E) HA Hl t Ht). ring.
  - pose proof (along T b (fun v => ln ((2 * v + apow (4 * v ^ 2 + lam ^ 2) (1 / 2)) * / lam) * (1 / 2)) (fun v => / apow (4 * v ^ 2 + lam ^ 2) (1 / 2)) Hb) as K.
    specialize (K ltac:(intros v Hv; apply arcsinh_rate; lra)). revert K. apply ae_incl. intros t _ [D1 [D2 E]].
    split; [|split; [exact D2 |]].
    + revert D1. apply ex_derive_ext. intros r. as_reals. do 4 f_equal. ring.
    + refine (eq_trans _ (eq_trans E (Rmult_comm _ _))). apply Derive_ext. intros r. do 4 f_equal. ring.
  - apply (tends_same T HT (fun t => (fun v => ln ((2 * v + apow (4 * v ^ 2 + lam ^ 2) (1 / 2)) * / lam) * (1 / 2)) (b * exp (-1 * t)))).
    + intros t _. cbv beta. do 4 f_equal. ring.
    + apply (tends_at T (fun v => ln ((2 * v + apow (4 * v ^ 2 + lam ^ 2) (1 / 2)) * / lam) * (1 / 2)) 0 HT Gt b).
      * eexists. apply arcsinh_rate; [exact Hlam | lra].
      * replace (4 * 0 ^ 2 + lam ^ 2) with (lam ^ 2) by ring. rewrite root_at_0 by exact Hlam.
        replace ((2 * 0 + lam) * / lam) with 1 by (field; lra). rewrite ln_1. as_reals. ring.
Qed.

Theorem potential_claim : claim_potential.
Proof.
  intros k0 Hk n Hn T HT b Hb c Pc lam Hlam q Hq y0 Gt.
  destruct (integrals k0 n b q c T Hk Hb Pc Hq HT) as [A [B [HA [HB [l Hl]]]]].
  assert (R1 : forall v, 0 <= v -> apow (lam ^ 2 + 4 * v) (1 / 2) * apow (lam ^ 2 + 4 * v) (1 / 2) = lam ^ 2 + 4 * v).
  { intros v Hv. pose proof (root_pos lam v Hlam Hv). rewrite <- apow_plus. replace (1 / 2 + 1 / 2) with 1 by field.
    rewrite apow_one. apply Rabs_pos_eq. lra. }
  split; [| split; [| split; [| split]]].
  - exists A. split; [exact HA |]. exists B. split; [exact HB |]. exists l. split; [exact Hl |].
    exact (potential_rate k0 n b q c T Hb Pc Hq A B l y0 HA HB).
  - exists A. split; [exact HA |]. exists B. split; [exact HB |]. exists l. split; [exact Hl |].
    exact (potential_fades k0 n b q c T Hk Hb Pc Hq HT Gt A B l y0 HA Hl).
  - intros t _. set (v := b * exp (-1 * t)). assert (Hv : 0 <= v) by (left; apply Rmult_lt_0_compat; [assumption | apply exp_pos]).
    replace (4 * b * exp (-1 * t)) with (4 * v) by (unfold v; ring). pose proof (R1 v Hv) as E. set (r := apow _ _) in *.
    transitivity ((r * r - lam ^ 2) * / 4); [field | rewrite E; field].
  - pose proof (along T b (fun v => (apow (4 * v + lam ^ 2) (3 / 2) + -1 * lam ^ 3) * (1 / 12) + -1 * lam * v * (1 / 2))
      (fun v => (apow (lam ^ 2 + 4 * v) (1 / 2) + -1 * lam) * (1 / 2)) Hb) as K.
    specialize (K ltac:(intros v Hv; apply shallow_rate; lra)). revert K. apply ae_incl. intros t _ [D1 [D2 E]].
    split; [| split; [exact D2 |]].
    + revert D1. apply ex_derive_ext. intros r. as_reals. f_equal; [do 4 f_equal; ring | ring].
    + replace (4 * b * exp (-1 * t)) with (4 * (b * exp (-1 * t))) by ring. refine (eq_trans _ E). apply Derive_ext.
      intros r. f_equal; [do 4 f_equal; ring | ring].
  - apply (tends_same T HT (fun t => (fun v => (apow (4 * v + lam ^ 2) (3 / 2) + -1 * lam ^ 3) * (1 / 12) + -1 * lam * v * (1 / 2)) (b * exp (-1 * t)))).
    + intros t _. cbv beta. f_equal; [do 4 f_equal; ring | ring].
    + apply (tends_at T (fun v => (apow (4 * v + lam ^ 2) (3 / 2) + -1 * lam ^ 3) * (1 / 12) + -1 * lam * v * (1 / 2)) 0 HT Gt b).
      * eexists. apply shallow_rate; [exact Hlam | lra].
      * replace (4 * 0 + lam ^ 2) with (lam ^ 2) by ring. replace (3 / 2) with (1 / 2 * 3) by field.
        rewrite <- apow_apow, root_at_0 by exact Hlam. replace 3 with (INR 3) by (simpl; ring).
        rewrite apow_nat by (lia || lra). as_reals. ring.
Qed.

(** Outward from x_0: z y_0 - R(z) <= x_0 y_0 - R(x_0). *)
Lemma above_dual T L q u0 (Lam : nat -> R) : (2 <= L)%nat -> (forall i, (i < L)%nat -> 0 <= Lam i) -> 0 < u0 -> 1 <= q <= 2 ->
  exists A B, primitive T (fun t => apow (Prod L (fun j => u0 + t + Lam j)) (1 * / q + -1) * / q) A /\
    primitive T (fun t => apow (Prod L (fun j => u0 + t + Lam j)) (2 * / q + -1) * / q) B /\
    every T (fun t => B t <= apow (Prod L (fun j => u0 + t + Lam j)) (1 * / q) * A t).
Proof.
  intros HL PL Hu Hq.
  set (Q := fun t => Prod L (fun j => u0 + t + Lam j)). set (S := fun t => Sum L (fun i => others L i (fun j => u0 + t + Lam j))).
  assert (PQ : forall t, 0 <= t -> 0 < Q t) by exact (Q_pos L Lam u0 PL Hu).
  assert (PS : forall t, 0 <= t -> 0 < S t) by exact (S_pos L Lam u0 HL PL Hu).
  assert (DQ : forall r t, 0 <= t -> is_derive (fun t => apow (Q t) r) t (r * apow (Q t) (r - 1) * S t)) by (intros; now apply (Q_power_rate L Lam u0 PL Hu)).
  assert (CQ : forall r t, 0 <= t -> continuous (fun t => apow (Q t) r * / q) t).
  { intros r t Ht. apply (ex_derive_continuous (fun t => apow (Q t) r * / q)).
    apply (ex_derive_mult (fun t => apow (Q t) r) (fun _ => / q)); [eexists; now apply DQ | apply ex_derive_const]. }
  destruct (primitive_of T _ (CQ (1 * / q + -1))) as [A [HA _]]. destruct (primitive_of T _ (CQ (2 * / q + -1))) as [B [HB _]].
  exists A, B. split; [exact HA | split; [exact HB |]]. destruct HA as [HA [A0 DA]], HB as [HB [B0 DB]].
  assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra).
  assert (PA : every T (fun t => 0 <= A t)).
  { intros t Ht. rewrite <- A0. refine (never_falls T A _ HA DA _ t Ht). intros r _. apply Rmult_le_pos; [apply apow_ge0 | lra]. }
  assert (AX : ac T (fun t => apow (Q t) (1 * / q))).
  { apply ac_power_pos; [| intros t [Ht _]; now apply PQ]. apply (ac_Prod T L (fun j t => u0 + t + Lam j)). intros i _.
    apply ac_plus; [apply ac_plus; [apply ac_const | apply ac_id] | apply ac_const]. }
  assert (DX : moves_ae T (fun t => apow (Q t) (1 * / q)) (fun t => 1 * / q * apow (Q t) (1 * / q - 1) * S t)) by (apply ae_every; intros t [Ht _]; now apply DQ).
  intros t Ht. fold (Q t).
  assert (K : apow (Q 0) (1 * / q) * A 0 - B 0 <= apow (Q t) (1 * / q) * A t - B t).
  { refine (never_falls T (fun t => apow (Q t) (1 * / q) * A t - B t) _ _ (rate_minus T _ _ _ _ (rate_times T _ _ _ _ DX DA) DB) _ t Ht).
    - apply ac_minus; [now apply ac_times | exact HB].
    - intros r Hr. cbv beta. pose proof (PA r Hr) as P0. cbv beta in P0. pose proof (PS r (proj1 Hr)).
      replace (apow (Q r) (2 * / q + -1)) with (apow (Q r) (1 * / q) * apow (Q r) (1 * / q + -1)) by (rewrite <- apow_plus; f_equal; field; lra).
      assert (0 <= 1 * / q * apow (Q r) (1 * / q - 1) * S r * A r); [| lra].
      apply Rmult_le_pos; [| exact P0]. apply Rmult_le_pos; [| lra]. apply Rmult_le_pos; [lra | apply apow_ge0]. }
  rewrite A0, B0 in K. lra.
Qed.

Theorem conjugate_claim : claim_conjugate.
Proof.
  intros L HL k0 Hk n Hn T HT Lam PL b Hb c Pc lam Hlam q Hq u0 Hu y0 Gt.
  destruct (integrals k0 n b q c T Hk Hb Pc Hq HT) as [A [B [HA [HB [l Hl]]]]].
  split; [| split; [| split; [| split; [| split; [| split; [| split]]]]]].
  - exists A. split; [exact HA |]. exists B. split; [exact HB |]. exists l. split; [exact Hl |]. intros t Ht.
    pose proof (below_dual k0 n b q c T Hk Hb Pc Hq A B HA HB t Ht) as K. cbv beta in K. lra.
  - destruct (above_dual T L q u0 Lam HL PL Hu Hq) as [A2 [B2 [HA2 [HB2 K]]]].
    exists A2. split; [exact HA2 |]. exists B2. split; [exact HB2 |]. intros t Ht. pose proof (K t Ht) as E. cbv beta in E. lra.
  - exists B. split; [exact HB |]. exists l. split; [exact Hl |]. exists A. split; [exact HA |].
    exact (dual_rate k0 n b q c T Hq A B l y0 HA HB).
  - intros E. exists B. split; [exact HB |]. exists l. split; [exact Hl |]. intros t Ht.
    rewrite (linear_integral b T HT Gt (/ 2) _ B l (g_flat k0 n b q c Hb Pc E) HB Hl t Ht). field.
  - split; intros E; [| rewrite E; field]. apply Rmult_eq_reg_r with (/ q); [| apply Rinv_neq_0_compat; lra].
    rewrite Rinv_r by lra. lra.
  - intros E t _. rewrite E, Rinv_1, Rmult_1_r, apow_one. apply Rabs_pos_eq. left. exact (P_gt0 k0 n b c Hb Pc t).
  - pose proof (along T b (fun v => v ^ 3 * (1 / 3) + lam * v ^ 2 * (1 / 2)) (fun v => v * (v + lam)) Hb) as K.
    specialize (K ltac:(intros v Hv; auto_derive; trivial; field)). revert K. apply ae_incl. intros t _ K. exact K.
  - apply (tends_at T (fun v => v ^ 3 * (1 / 3) + lam * v ^ 2 * (1 / 2)) 0 HT Gt b); [auto_derive; trivial | as_reals; ring].
Qed.
