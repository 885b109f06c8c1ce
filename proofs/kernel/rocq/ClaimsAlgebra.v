(** Claims without time: exponents, exact discrete laws, feature learning, rest under decay. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Coercivity Rules MoreRules.
Local Open Scope R_scope.

Lemma INR_2 L : (2 <= L)%nat -> 2 <= INR L.
Proof. intros H. apply (le_INR 2 L) in H. simpl in H. lra. Qed.

Lemma apow_minus a r s : a <> 0 -> apow a (r - s) = apow a r / apow a s.
Proof. intros H. unfold Rminus. rewrite apow_plus, apow_Ropp. reflexivity. Qed.

Lemma apow_inj a b r : 0 < a -> 0 < b -> r <> 0 -> apow a r = apow b r -> a = b.
Proof.
  intros Ha Hb Hr E. apply (f_equal (fun y => apow y (/ r))) in E. rewrite !apow_apow in E.
  replace (r * / r) with 1 in E by (field; assumption). rewrite !apow_one, !Rabs_pos_eq in E by lra. exact E.
Qed.

Theorem coercivity_claim : claim_coercivity.
Proof.
  intros L HL Lam HLam l Hl q Hq u Hu. split.
  - intros s Hs. apply Rle_trans with (others L s (fun j => u + Lam j)).
    + apply others_le. intros j Hj. specialize (HLam j Hj). lra.
    + apply (Sum_ge_term L (fun i => others L i (fun j => u + Lam j)) s Hs). intros j _. apply others_ge0. intros i Hi.
      specialize (HLam i Hi). lra.
  - intros s Hs. rewrite others_const by assumption. rewrite <- apow_nat by (lia || apply apow_ge0).
    rewrite apow_apow, minus_INR by lia. reflexivity.
Qed.

Theorem coercivity_decreasing_claim : claim_coercivity_decreasing.
Proof.
  intros L HL l Hl q Hq r Hr H1 Hqr s Hs. apply larger_factors_strictly; [lia | | lia | assumption].
  intros i Hi. split; [apply apow_ge0 |]. now apply smaller_power.
Qed.

Lemma margin q p ell : 0 < ell -> 1 < q -> q + p = q * p ->
  p * / ell + -1 = (1 + -1 * q * (ell + -1) * / ell) * (p + -1).
Proof.
  intros He Hq E. assert (P : p = q / (q - 1)) by (field_simplify_eq; lra). rewrite P. field. lra.
Qed.

Lemma times_inv a b ell : 0 < ell -> (a * / ell <= b <-> a <= b * ell) /\ (b <= a * / ell <-> b * ell <= a).
Proof.
  intros He. assert (E : a = a * / ell * ell) by (field; lra). split; split; intros H.
  - rewrite E. apply Rmult_le_compat_r; lra.
  - apply Rmult_le_reg_r with ell; lra.
  - rewrite E. apply Rmult_le_compat_r; lra.
  - apply Rmult_le_reg_r with ell; lra.
Qed.

Theorem margin_exponent_claim : claim_margin_exponent.
Proof.
  intros L HL p Hp q Hq E Hq1 Hp1. pose proof (INR_2 L HL) as He. set (ell := INR L) in *.
  assert (M : p * / ell + -1 = (1 + -1 * q * (ell + -1) * / ell) * (p + -1)) by (apply margin; lra).
  split; [exact M |]. split; [| rewrite (proj2 (times_inv p 1 ell ltac:(lra))), Rmult_1_l; tauto].
  set (y := q * (ell + -1) * / ell) in *. replace (-1 * q * (ell + -1) * / ell) with (- y) in M by (unfold y; ring).
  split; intros H; nra.
Qed.

Theorem sparsity_order_claim : claim_sparsity_order.
Proof.
  intros L HL p Hp q Hq E Hp1 Hq2. pose proof (INR_2 L HL) as He. set (ell := INR L) in *.
  assert (Hq1 : 1 < q) by nra.
  assert (M : p * / ell + -1 = (1 + -1 * q * (ell + -1) * / ell) * (p + -1)) by (apply margin; lra).
  set (y := q * (ell + -1) * / ell) in *.
  replace (-1 * q * (ell + -1) * / ell) with (- y) in * by (unfold y; ring).
  assert (P2 : 2 < p) by nra.
  assert (I : 0 < / ell) by (apply Rinv_0_lt_compat; lra).
  split; [intros; nra |]. split; [intros; nra |]. split; [intros; nra |]. split.
  - assert (Y : y = q - q * / ell) by (unfold y; field; lra). rewrite Y.
    assert (H : / ell <= / 2) by (apply Rinv_le_contravar; lra). nra.
  - apply Rmult_lt_compat_r; lra.
Qed.

Theorem discrete_balance_claim : claim_discrete_balance.
Proof.
  intros L HL alpha Ha eta He g w i Hi l Hl.
  change (Prod L (fun j => w j)) with (Prod L w). change (fun j : nat => w j) with w.
  pose proof (Prod_others L i w Hi) as Ei. pose proof (Prod_others L l w Hl) as El.
  set (a := others L i w) in *. set (b := others L l w) in *. set (p := Prod L w) in *. set (c := 1 + -1 * eta * alpha).
  transitivity (c ^ 2 * (w i ^ 2 * w l ^ 2) * (w i ^ 2 - w l ^ 2) + eta ^ 2 * g ^ 2 * ((a * w i) ^ 2 * w l ^ 2 - (b * w l) ^ 2 * w i ^ 2)
    - 2 * c * eta * g * (w l ^ 2 * w i ^ 2 * (a * w i - b * w l))); [ring |].
  rewrite Ei, El. ring.
Qed.

Lemma step_size w b c eta e s : Rabs w = b -> 0 < b -> e = s * sign w -> 0 <= c * b - eta * s ->
  Rabs (c * w + -1 * eta * e) = c * b - eta * s.
Proof.
  intros Hw Hb He H. destruct (Rdichotomy w 0) as [N | N]; [intros ->; rewrite Rabs_R0 in Hw; lra | |].
  - rewrite (sign_eq_m1 w N) in He. rewrite Rabs_left in Hw by assumption. replace (c * w + -1 * eta * e) with (- (c * b - eta * s)).
    + rewrite Rabs_Ropp. now apply Rabs_pos_eq.
    + subst. ring.
  - rewrite (sign_eq_1 w N) in He. rewrite Rabs_pos_eq in Hw by lra. replace (c * w + -1 * eta * e) with (c * b - eta * s).
    + now apply Rabs_pos_eq.
    + subst. ring.
Qed.

Lemma sign_step g w L i : (i < L)%nat -> w i <> 0 ->
  sign (g * others L i w) = sign g * sign (Prod L w) * sign (w i).
Proof.
  intros Hi Hn. rewrite <- (Prod_others L i w Hi), !sign_mult.
  transitivity (sign g * sign (others L i w) * (sign (w i) * sign (w i))); [rewrite (sign_sq (w i) Hn) | ]; ring.
Qed.

Theorem discrete_sign_claim : claim_discrete_sign.
Proof.
  intros L HL alpha Ha b Hb eta He g w z Hz Hw Ez i Hi l Hl.
  change (fun j : nat => w j) with w in *.
  assert (K : forall k, (k < L)%nat -> Rabs ((1 + -1 * eta * alpha) * w k + -1 * eta * sign (g * others L k w))
    = (1 + -1 * eta * alpha) * b k - eta * (sign g * sign (Prod L w))).
  { intros k Hk. apply step_size; [now apply Hw | now apply Hb | |].
    - apply sign_step; [assumption |]. intros E. specialize (Hw k Hk). rewrite E, Rabs_R0 in Hw. specialize (Hb k Hk). lra.
    - specialize (Ez k Hk). specialize (Hz k Hk). lra. }
  rewrite (K i Hi), (K l Hl), (Hw i Hi), (Hw l Hl). ring.
Qed.

Theorem escape_steps_sign_claim : claim_escape_steps_sign.
Proof.
  intros n Hn N HN W HW a Ha b Hb eps He eta Ht EN Hs E.
  rewrite (Sum_ext n (fun k => b k) (fun k => a k + eta * 1)) in E by (intros k Hk; rewrite Hs by assumption; ring).
  rewrite Sum_plus, Sum_scal, <- EN in E. change (Sum n (fun k => a k)) with (Sum n a) in E. lra.
Qed.

Theorem escape_steps_two_claim : claim_escape_steps_two.
Proof.
  intros n Hn G HG N HN W HW a Ha b Hb eps He eta Ht EN Hs E. assert (0 < eta * G) by (now apply Rmult_lt_0_compat).
  rewrite (Sum_ext n (fun k => ln (b k)) (fun k => ln (a k) + ln (1 + eta * G) * 1)) in E.
  - rewrite (Sum_plus n (fun k => ln (a k)) (fun _ => ln (1 + eta * G) * 1)), Sum_scal, <- EN in E. lra.
  - intros k Hk. rewrite Hs by assumption. rewrite ln_mult; [ring | now apply Ha | lra].
Qed.

Theorem random_walk_sign_claim : claim_random_walk_sign.
Proof.
  intros W HW a Ha eta He r Hr u Hu E.
  assert (S1 : apow r ((a + eta) * / eta) = apow r (a * / eta) * r).
  { replace ((a + eta) * / eta) with (a * / eta + 1) by (field; lra). rewrite apow_plus, apow_one, (Rabs_pos_eq r) by lra. ring. }
  assert (S2 : apow r ((a + -1 * eta) * / eta) = apow r (a * / eta) / r).
  { replace ((a + -1 * eta) * / eta) with (a * / eta - 1) by (field; lra). rewrite apow_minus by lra.
    now rewrite apow_one, (Rabs_pos_eq r) by lra. }
  rewrite S1, S2. set (y := apow r (a * / eta)). set (z := apow r (W * / eta)).
  assert (Er : (1 + -1 * u) * (y / r) = u * y) by (rewrite <- E; field; lra).
  assert (Eu : u * (y * r) = (1 + -1 * u) * y) by (rewrite <- E; ring).
  split; [| split; [| intros ->; field]].
  - transitivity (1 - (u * (y * r) + (1 + -1 * u) * (y / r))); [ring |]. rewrite Er, Eu. ring.
  - transitivity (W - W * (u * (y * r) + (1 + -1 * u) * (y / r)) - a * (1 - z)); [ring |]. rewrite Er, Eu. ring.
Qed.

Theorem random_walk_gradient_claim : claim_random_walk_gradient.
Proof.
  intros a Ha b Hb c Hc s u Hu E. split; [| split].
  - intros H. rewrite !apow_mult. transitivity (apow a s * (u * apow (1 + c) s + (1 + -1 * u) * apow b s)); [ring |].
    rewrite H. ring.
  - intros ->. rewrite E. field.
  - rewrite E. assert (0 < a * (c * c)) by (repeat apply Rmult_lt_0_compat; assumption). lra.
Qed.

Theorem kernel_change_claim : claim_kernel_change.
Proof.
  intros L HL X HX q Hq s Hs v Hv E. pose proof (INR_2 L HL) as He. set (ell := INR L) in *.
  assert (F : forall r, apow (apow s q * v + apow s q) r = apow s (q * r) * apow (1 + v) r).
  { intros r. replace (apow s q * v + apow s q) with (apow s q * (1 + v)) by ring. now rewrite apow_mult, apow_apow. }
  assert (S0 : forall r, 0 < apow s r) by (intros r; apply apow_gt0; lra).
  assert (Es : apow s q * apow s (q * (ell + -1)) = apow s (q * ell)) by (rewrite <- apow_plus; f_equal; ring).
  assert (K : v * apow (1 + v) (ell + -1) = apow (X * / apow s ell) q).
  { rewrite apow_mult, <- apow_Ropp, apow_apow. replace (- ell * q) with (- (q * ell)) by ring. rewrite apow_Ropp, <- E, F, <- Es.
    pose proof (S0 q). pose proof (S0 (q * (ell + -1))). field. lra. }
  split; [exact K |]. split.
  - rewrite !F. assert (E2 : apow s q * apow s (q * (ell + -2)) = apow s (q * (ell + -1))) by (rewrite <- apow_plus; f_equal; ring).
    rewrite <- E2. ring.
  - intros ->. rewrite K, Rinv_r by (apply Rgt_not_eq, S0). apply apow_1.
Qed.

Theorem kernel_change_two_claim : claim_kernel_change_two.
Proof.
  intros a Ha q Hq r Hr v Hv E Hqr.
  assert (K : (1 + 2 * v) ^ 2 = 1 + 4 * apow a q) by (rewrite <- E; ring).
  split; [exact K |]. rewrite K. split; intros H1.
  - pose proof (smaller_power a q r Ha H1 Hqr). lra.
  - assert (H0 : apow (/ a) r < apow (/ a) q).
    { apply smaller_power; [now apply Rinv_0_lt_compat | | assumption]. rewrite <- Rinv_1. apply Rinv_lt_contravar; lra. }
    assert (I : forall p, apow (/ a) p = / apow a p).
    { intros p. apply Rmult_eq_reg_r with (apow a p); [| apply Rgt_not_eq, apow_gt0; lra].
      rewrite <- apow_mult, !Rinv_l by (lra || apply Rgt_not_eq, apow_gt0; lra). apply apow_1. }
    rewrite !I in H0. assert (G : forall p, 0 < apow a p) by (intros p; apply apow_gt0; lra).
    apply Rinv_lt_cancel in H0; [lra | apply G].
Qed.

Theorem decay_rest_claim : claim_decay_rest.
Proof.
  intros L HL alpha Ha g Hg p Hp q Hq x Hx E H. pose proof (INR_2 L HL) as He. set (ell := INR L) in *.
  assert (Hq1 : 1 < q) by nra. assert (P1 : (q - 1) * (p - 1) = 1) by lra.
  assert (M : p * / ell + -1 = (1 + -1 * q * (ell + -1) * / ell) * (p + -1)) by (apply margin; lra).
  rewrite M, <- apow_apow, <- apow_mult, <- H, apow_apow.
  replace ((q + -1) * (p + -1)) with 1 by lra. now rewrite apow_one, Rabs_pos_eq by lra.
Qed.

Theorem decay_rest_box_claim : claim_decay_rest_box.
Proof.
  intros L HL alpha Ha q Hq x Hx -> H. pose proof (INR_2 L HL) as He. set (ell := INR L) in *.
  replace (1 + -1 * 1 * (ell + -1) * / ell) with (/ ell) in H by (field; lra).
  assert (A : forall r, 0 < apow alpha r) by (intros r; apply apow_gt0; lra).
  assert (E : x = apow (apow x (/ ell)) ell).
  { rewrite apow_apow. replace (/ ell * ell) with 1 by (field; lra). now rewrite apow_one, Rabs_pos_eq by lra. }
  assert (B : apow alpha (-1 * ell) = apow (/ alpha) ell).
  { replace (/ alpha) with (apow alpha (-1)); [apply eq_sym; rewrite apow_apow; reflexivity |].
    replace (-1) with (- (1)) by reflexivity. rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra. reflexivity. }
  rewrite E, B. apply apow_le; [lra |]. split; [apply apow_ge0 |].
  apply Rmult_le_reg_l with alpha; [assumption |]. rewrite Rinv_r by lra. exact H.
Qed.
