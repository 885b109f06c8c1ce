(** Claims about driven flows: balance, coercivity under decay, the mirror flow, the metric, discrete flows. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws.
Local Open Scope R_scope.

Lemma driven_plain T q L h (w : nat -> R -> R) :
  (forall i, (i < L)%nat -> ac T (fun t => w i t)) ->
  (forall i, (i < L)%nat -> ae T (fun t => is_derive (fun t => w i t) t
    ((-1) * spow (others L i (fun j => w j t)) (q + (-1)) * h t))) ->
  driven_ac T q L h no_decay w.
Proof.
  intros Hc Hd i Hi. split; [exact (Hc i Hi) |]. generalize (Hd i Hi). apply rate_change. intros t _. unfold no_decay.
  replace (q + -1) with (q - 1) by ring. ring.
Qed.

Lemma driven_decayed T q L h alpha (w : nat -> R -> R) :
  (forall i, (i < L)%nat -> ac T (fun t => w i t)) ->
  (forall i, (i < L)%nat -> ae T (fun t => is_derive (fun t => w i t) t
    (((-1) * spow (others L i (fun j => w j t)) (q + (-1)) * h t) + ((-1) * alpha t * w i t)))) ->
  driven_ac T q L h alpha w.
Proof.
  intros Hc Hd i Hi. split; [exact (Hc i Hi) |]. generalize (Hd i Hi). apply rate_change. intros t _.
  replace (q + -1) with (q - 1) by ring. ring.
Qed.

Theorem balance_claim : claim_balance.
Proof.
  intros L HL n Hn T HT h w q Hq Hc Hd Hh k Hk i Hi l Hl t Ht. rewrite !apow_Rabs.
  pose proof (balance_ac T q L (h k) (w k) (proj1 Hq) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) i l Hi Hl t Ht) as E.
  cbv beta in E. lra.
Qed.

Theorem balance_decay_claim : claim_balance_decay.
Proof.
  intros L HL n Hn T HT alpha Pa h w q Hq Hc Hd [A HA] Hh.
  assert (D : forall k, (k < n)%nat -> driven_ac T q L (h k) alpha (w k)).
  { intros k Hk. exact (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk)). }
  split; intros k Hk i Hi l Hl.
  - pose proof (rate_minus T _ _ _ _ (power_rate_ac T q L (h k) alpha (w k) i (proj1 Hq) (D k Hk) Hi)
      (power_rate_ac T q L (h k) alpha (w k) l (proj1 Hq) (D k Hk) Hl)) as M.
    revert M. apply ae_incl. intros t Ht M. cbv beta in M.
    apply (is_derive_ext (fun t => apow (w k i t) q - apow (w k l t) q)).
    + intros r. rewrite !apow_Rabs. as_reals. ring.
    + evar_last; [exact M |]. rewrite !apow_Rabs. as_reals. ring.
  - exists A. split; [exact HA |]. intros t Ht. rewrite !apow_Rabs.
    pose proof (balance_decay_ac T q L (h k) alpha A (w k) (proj1 Hq) (D k Hk) HA i l Hi Hl t Ht) as E. cbv beta in E.
    replace (-1 * q * A t) with (- q * A t) by ring. lra.
Qed.

Theorem coercivity_decay_claim : claim_coercivity_decay.
Proof.
  intros L HL n Hn T HT alpha Pa h w q Hq Hc Hd [A HA] Hh k Hk s Hs. exists A. split; [exact HA |]. intros t Ht.
  pose proof (coercivity_decay T q L (h k) alpha A (w k) (proj1 Hq)
    (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk)) HA s Hs t Ht) as E.
  unfold mu, Lambda in E. cbv beta in E.
  rewrite (others_ext L s _ (fun j => apow (w k j t) q - apow (w k s t) q)) by (intros; rewrite !apow_Rabs; ring).
  rewrite E. f_equal.
  - apply others_ext. intros j Hj. rewrite !apow_Rabs. ring.
  - replace (-1 * q * A t) with (- q * A t) by ring. rewrite <- apow_nat by (lia || left; apply exp_pos). f_equal.
    rewrite minus_INR by lia. reflexivity.
Qed.

Lemma mirror_ends T q L h (w : nat -> R -> R) (u : R -> R) (Lam : nat -> R) (Rp x H : R -> R) : 1 <= q -> driven_ac T q L h no_decay w -> primitive T h H ->
  every T (fun t => x t = Prod L (fun j => w j t)) ->
  (forall i, (i < L)%nat -> every T (fun t => apow (Rabs (w i t)) q = u t + Lam i)) ->
  every T (fun t => ex_derive Rp (x t) /\ Derive Rp (x t) * Sum L (fun i => others L i (fun j => u t + Lam j)) = 1) ->
  C1_on everywhere Rp (Derive Rp) \/ (C1_on positive Rp (Derive Rp) /\ every T (fun t => 0 < x t)) ->
  every T (fun t => Rp (x t) = Rp (x 0) + (-1) * H t).
Proof.
  intros Hq Hw HH Hx Hu HR HC t Ht. pose proof (time_0 T t Ht) as T0.
  assert (E : every T (fun t => output L w t = x t)) by (intros r Hr; symmetry; exact (Hx r Hr)).
  cbv beta. rewrite <- (E t Ht), <- (E 0 T0). transitivity (Rp (output L w 0) - H t); [| ring].
  apply (mirror_flow_ac T q L h H w u Lam Rp (Derive Rp)); trivial.
  - intros i Hi r Hr. rewrite <- apow_Rabs. now apply Hu.
  - intros r Hr. rewrite (E r Hr). now apply HR.
  - destruct HC as [HC | [HC Hp]]; [now left | right]. split; [exact HC |]. intros r Hr. rewrite (E r Hr). now apply Hp.
Qed.

Theorem mirror_flow_claim : claim_mirror_flow.
Proof.
  intros L HL n Hn T HT h u Pu w x Lam PL q Hq Rp k Hk Hc Hd Hh Hx Hu HC HR. destruct (Hh k Hk) as [H HH].
  exists H. split; [exact HH |].
  apply (mirror_ends T q L (h k) (w k) (u k) (Lam k) Rp (x k) H (proj1 Hq) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) HH (Hx k Hk) (Hu k Hk) HR).
  left. intros y _. split; [apply Derive_correct; apply HC | apply HC].
Qed.

Theorem mirror_flow_half_line_claim : claim_mirror_flow_half_line.
Proof.
  intros L HL n Hn T HT h u Pu w x Lam PL q Hq Rp k Hk Hc Hd Hh Hx Hu HC HR Px. destruct (Hh k Hk) as [H HH].
  exists H. split; [exact HH |].
  apply (mirror_ends T q L (h k) (w k) (u k) (Lam k) Rp (x k) H (proj1 Hq) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) HH (Hx k Hk) (Hu k Hk)).
  { intros t Ht. assert (D : ex_derive Rp (x k t)) by apply HC, Px, Ht. exact (conj D (HR t Ht D)). }
  right. split; [| exact Px]. intros y Hy. split; [apply Derive_correct; now apply HC | now apply HC].
Qed.

Lemma moves_same T a b da : every T (fun t => a t = b t) -> moves_ae T a da -> moves_ae T b da.
Proof.
  intros E H. destruct (replaced) as [_ K]. destruct (K T (fun t l => l = da t) a b) as [_ [_ K2]].
  assert (R1 : rate T a (fun t l => l = da t)) by (revert H; apply ae_incl; intros t _ D; now exists (da t)).
  apply (proj2 (K2 E)) in R1. revert R1. apply ae_incl. intros t _ [l [D ->]]. exact D.
Qed.

Lemma output_rate_u T q L h (w : nat -> R -> R) u Lam x : driven_ac T q L h no_decay w ->
  every T (fun t => x t = Prod L (fun j => w j t)) ->
  (forall i, (i < L)%nat -> every T (fun t => apow (Rabs (w i t)) q = u t + Lam i t)) ->
  moves_ae T x (fun t => (-1) * h t * Sum L (fun i => others L i (fun j => u t + Lam j t))).
Proof.
  intros Hw Hx Hu. apply (moves_same T (output L w)); [intros t Ht; symmetry; exact (Hx t Ht) |].
  generalize (output_rate_ac T q L h no_decay w Hw). apply rate_change. intros t Ht.
  rewrite (Sum_ext L _ (fun i => others L i (fun j => u t + Lam j t))).
  - unfold no_decay. ring.
  - intros i Hi. apply others_ext. intros j Hj. rewrite <- apow_Rabs. now apply Hu.
Qed.

Theorem metric_claim : claim_metric.
Proof.
  intros L HL n Hn T HT h u Pu w x Lam PL q Hq Hc Hd Hh Hx Hu. split; intros k Hk.
  - intros t Ht. rewrite (Hx k Hk t Ht), apow_Rabs, apow_Prod. apply Prod_ext. intros j Hj. rewrite <- apow_Rabs. now apply Hu.
  - apply (output_rate_u T q L (h k) (w k) (u k) (fun i _ => Lam k i) (x k) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) (Hx k Hk) (Hu k Hk)).
Qed.

Theorem metric_l2_claim : claim_metric_l2.
Proof.
  intros L HL T HT a b h q Hq v Hv Ha Hb Da Db. destruct metric_l2_ac as [M1 M2]. split.
  - assert (M : moves_ae T (fun t => a t * b t) (fun t => - h t * sqrt (4 * apow (a t * b t) q
      + (apow (b 0) q - apow (a 0) q) * (apow (b 0) q - apow (a 0) q)))).
    { apply M1; [apply Hq | exact Ha | exact Hb | |].
      - revert Da. apply rate_change. intros t _. replace (q + -1) with (q - 1) by ring. ring.
      - revert Db. apply rate_change. intros t _. replace (q + -1) with (q - 1) by ring. ring. }
    revert M. apply rate_change. intros t _. rewrite !apow_Rabs.
    set (y := 4 * apow (a t * b t) q + (apow (b 0) q + -1 * apow (a 0) q) ^ 2).
    replace (4 * apow (a t * b t) q + (apow (b 0) q - apow (a 0) q) * (apow (b 0) q - apow (a 0) q)) with y by (unfold y; ring).
    assert (Hy : 0 <= y). { unfold y. pose proof (apow_ge0 (a t * b t) q). pose proof (pow2_ge_0 (apow (b 0) q + -1 * apow (a 0) q)). lra. }
    replace (sqrt y) with (apow y (1 / 2)); [ring |]. symmetry. apply sqrt_lem_1; [assumption | apply apow_ge0 |].
    rewrite <- apow_plus. replace (1 / 2 + 1 / 2) with 1 by field. rewrite apow_one. now apply Rabs_pos_eq.
  - assert (HL1 : (1 <= L)%nat) by lia. split.
    + apply Rgt_not_eq. rewrite (Sum_ext L _ (fun _ => v ^ (L - 1))) by (intros i Hi; now apply others_const).
      rewrite Sum_const. apply Rmult_lt_0_compat; [apply lt_0_INR; lia | now apply pow_lt].
    + pose proof (M2 q L v (proj1 Hq) HL1 Hv) as E. rewrite Rmult_1_l, E. unfold m, Rdiv.
      replace (1 * / q) with (/ q) by ring. f_equal. f_equal. ring.
Qed.

Theorem discrete_flow_claim : claim_discrete_flow.
Proof.
  intros L HL n Hn T HT h w e eta He q Hq s Hc Hd Hh -> Hs Hsg k Hk i Hi.
  destruct (discrete_flow T L (h k) (s k) (w k) (e k) eta (driven_plain T 1 L (h k) (w k) (Hc k Hk) (Hd k Hk)) (Hs k Hk) (Hsg k Hk) i Hi) as [K1 K2].
  change (fun j => e k j) with (e k). split; intros t Ht; [rewrite (K1 t Ht) | pose proof (K2 t Ht) as E; cbv beta in E]; lra.
Qed.

Theorem law_squares_claim : claim_law_squares.
Proof.
  intros T HT h u Pu v Pv q Hq Hu Hv Du Dv t Ht. replace (2 + -1 * q) with (2 - q) by ring.
  apply (law_squares T q u v h); trivial.
  - revert Du. apply rate_change. intros r _. replace (q + -1) with (q - 1) by ring. ring.
Qed.

Theorem law_neuron_claim : claim_law_neuron.
Proof.
  intros n Hn T HT a b c Hc Ha Dc Da t Ht.
  assert (E : c t * c t - Sum n (fun k => a k t * a k t) = c 0 * c 0 - Sum n (fun k => a k 0 * a k 0)).
  { apply (law_neuron T n c a b); trivial.
    - revert Dc. apply rate_change. intros r _. ring.
    - intros k Hk. generalize (Da k Hk). apply rate_change. intros r _. ring. }
  assert (S : forall r, Sum n (fun k => a k r ^ 2) = Sum n (fun k => a k r * a k r)) by (intros r; apply Sum_ext; intros; ring).
  rewrite !S. lra.
Qed.

Theorem law_matrices_claim : claim_law_matrices.
Proof.
  intros L HL n Hn T HT G u u2 v v2 Hu Hu2 Hv Hv2 Du Du2 Dv Dv2 t Ht.
  assert (E : Sum n (fun k => u k t * u2 k t) - Sum L (fun i => v i t * v2 i t) = Sum n (fun k => u k 0 * u2 k 0) - Sum L (fun i => v i 0 * v2 i 0)).
  { apply (law_matrices T n L u u2 v v2 G); trivial; intros k Hk.
    - repeat split; [exact (Hu k Hk) | exact (Hu2 k Hk) | generalize (Du k Hk) | generalize (Du2 k Hk)]; apply rate_change; intros r _; ring.
    - repeat split; [exact (Hv k Hk) | exact (Hv2 k Hk) | generalize (Dv k Hk) | generalize (Dv2 k Hk)]; apply rate_change; intros r _; ring. }
  lra.
Qed.

Theorem ray_time_claim : claim_ray_time.
Proof.
  intros L HL T HT v Pv G HG q Hq Hv Dv t Ht. set (k := (INR L + -1) * (q + -1)) in *.
  replace (-1 * (INR L + -1) * (q + -1)) with (- k) by (unfold k; ring).
  pose proof (ray_time T k G v Hv Pv Dv t Ht) as E. cbv beta in E. unfold Rminus in E. rewrite E. ring.
Qed.

Lemma power_base a r : 0 <= a -> 0 < r -> power a r = apow a r.
Proof.
  intros Ha Hr. unfold power. destruct (Rlt_dec 0 a) as [H | H]; [now rewrite apow_pos_eq |].
  replace a with 0 by lra. rewrite apow_0. destruct Req_EM_T as [E | E]; [| reflexivity].
  assert (Z : (0 < up r - 1)%Z) by (apply lt_IZR; lra). destruct (up r - 1)%Z; [lia | | lia]. simpl.
  destruct (Pos2Nat.is_succ p) as [k ->]. simpl. ring.
Qed.

Theorem saddle_for_ever_claim : claim_saddle_for_ever.
Proof.
  intros L HL T HT u Pu G HG q Hq Hu U0 Du Bu Hk. set (k := (INR L + -1) * (q + -1)) in *.
  apply (saddle_for_ever T k G u); trivial. generalize Du. apply ae_incl. intros t Ht D.
  destruct D as [E H]; [pose proof (Pu t Ht); cbv beta in *; unfold power_defined; lra |].
  exists (Derive u t). split; [now apply Derive_correct |]. rewrite power_base in H; [exact H | now apply Pu | lra].
Qed.

Theorem bregman_rate_claim : claim_bregman_rate.
Proof.
  intros n Hn T HT F H R0 g h x y Rs fs xs Hx Dx _ HF DF Hy HR Dy DR Hh PH HB HC t Ht.
  assert (Eh : ae T (fun t => forall k, (k < n)%nat -> is_derive (x k) t (- H k t * g k t) /\ h k t = g k t)).
  { apply ae_all. intros k Hk. generalize (ae_and T _ _ (Dx k Hk) (Hh k Hk)). apply ae_incl. intros r _ [D E].
    split; [| exact E]. evar_last; [exact D | rewrite E; ring]. }
  assert (E : t * (F t - fs) <= Sum n (fun k => Rs k - R0 k 0 - y k 0 * (xs k - x k 0))).
  { apply (bregman_rate T n F fs g H x y R0 xs Rs); trivial.
    - generalize (ae_and T _ _ DF Eh). apply ae_incl. intros r _ [[D [_ E]] K]. evar_last; [apply Derive_correct, D |].
      change (Derive F r = Sum n (fun k => g k r * (- H k r * g k r))). change (Derive (fun t => F t) r) with (Derive F r) in E.
      rewrite E. apply Sum_ext. intros k Hk. f_equal. apply is_derive_unique. now apply K.
    - intros k Hk. repeat split; trivial.
      + exact (Hx k Hk).
      + exact (Hy k Hk).
      + exact (HR k Hk).
      + revert Eh. apply ae_incl. intros r _ K. now apply K.
      + generalize (ae_and T _ _ (Dy k Hk) Eh). apply ae_incl. intros r _ [D K]. evar_last; [exact D |].
        destruct (K k Hk) as [_ ->]. ring.
      + generalize (ae_and T _ _ (DR k Hk) Eh). apply ae_incl. intros r _ [[D [_ E]] K]. evar_last; [apply Derive_correct, D |].
        change (Derive (R0 k) r = y k r * (- H k r * g k r)). change (Derive (fun t => R0 k t) r) with (Derive (R0 k) r) in E.
        rewrite E. f_equal. apply is_derive_unique. now apply K.
      + exact (PH k Hk).
      + intros r Hr. pose proof (HB k Hk r Hr) as B. cbv beta in B. lra.
    - intros r Hr. pose proof (HC r Hr) as C. cbv beta in C.
      rewrite (Sum_ext n _ (fun k => g k r * (xs k + -1 * x k r))) by (intros; ring). exact C. }
  rewrite (Sum_ext n _ (fun k => Rs k - R0 k 0 - y k 0 * (xs k - x k 0))) by (intros; ring). lra.
Qed.
