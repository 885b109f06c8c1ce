(** Claims about absolutely continuous weights: balance, the mirror flow, laws of other models, rays. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Exceptions Times Rates.
Local Open Scope R_scope.

Definition driven_ac (T : Rbar) (q : R) (L : nat) (h alpha : R -> R) (w : nat -> R -> R) : Prop :=
  forall i, (i < L)%nat -> ac T (w i) /\
    moves_ae T (w i) (fun t => - spow (others L i (fun j => w j t)) (q - 1) * h t - alpha t * w i t).

(** * Shorthands *)

Lemma ac_exp T f : ac T f -> ac T (fun t => exp (f t)).
Proof. apply (ac_everywhere T f exp exp). apply (built_continuous T). Qed.

Lemma ac_scal T c f : ac T f -> ac T (fun t => c * f t).
Proof. intros H. apply ac_times; [apply ac_const | assumption]. Qed.

Lemma ac_minus T f g : ac T f -> ac T g -> ac T (fun t => f t - g t).
Proof.
  intros Hf Hg. apply (ac_ext T (fun t => f t + -1 * g t)); [intros t _; ring |]. apply ac_plus; [assumption | now apply ac_scal].
Qed.

Lemma ac_power T f q : 1 <= q -> ac T f -> ac T (fun t => apow (f t) q).
Proof.
  intros [Hq | <-] Hf.
  - apply (ac_everywhere T f (fun y => apow y q) (fun y => q * spow y (q - 1))); [| assumption].
    now apply (built_continuous T).
  - apply (ac_ext T (fun t => Rabs (f t))); [intros t _; now rewrite apow_one | now apply ac_abs].
Qed.

Lemma ac_power_pos T f r : ac T f -> every T (fun t => 0 < f t) -> ac T (fun t => apow (f t) r).
Proof.
  intros Hf Hp. apply (ac_positive T f (fun y => apow y r) (fun y => r * apow y (r - 1))); [| assumption | assumption].
  apply (built_continuous T).
Qed.

Lemma rate_power T f df q : 1 <= q -> moves_ae T f df -> moves_ae T (fun t => apow (f t) q) (fun t => q * spow (f t) (q - 1) * df t).
Proof. intros Hq. now apply (rates_of T). Qed.

Lemma rate_change T y dy dy' : (forall t, time T t -> dy t = dy' t) -> moves_ae T y dy -> moves_ae T y dy'.
Proof. intros E. apply ae_incl. intros t Ht D. now rewrite <- E. Qed.

(** What is absolutely continuous with a rate that is 0 stays. *)
Lemma stays T y dy : ac T y -> moves_ae T y dy -> ae T (fun t => dy t = 0) -> every T (fun t => y t = y 0).
Proof.
  intros Hy Hd H0. apply (constant T y Hy). apply (ae_incl T (fun t => is_derive y t (dy t) /\ dy t = 0)).
  - intros t _ [D E]. now exists (dy t).
  - now apply ae_and.
Qed.

Lemma stays0 T y dy : ac T y -> moves_ae T y dy -> (forall t, time T t -> dy t = 0) -> every T (fun t => y t = y 0).
Proof. intros Hy Hd H0. apply (stays T y dy Hy Hd). now apply ae_every. Qed.

Lemma time_0 T t : time T t -> time T 0.
Proof. intros H. apply (time_before T t); [assumption |]. destruct H; lra. Qed.

(** * Balance *)

Lemma power_rate_ac T q L h alpha w i : 1 <= q -> driven_ac T q L h alpha w -> (i < L)%nat ->
  moves_ae T (fun t => apow (w i t) q)
    (fun t => - q * h t * spow (output L w t) (q - 1) - q * alpha t * apow (w i t) q).
Proof.
  intros Hq Hw Hi. apply (rate_change T _ _ _ (fun t _ => eq_refl)).
  pose proof (rate_power T (w i) _ q Hq (proj2 (Hw i Hi))) as H. revert H. apply rate_change. intros t _.
  unfold output. rewrite <- (Prod_others L i (fun j => w j t)) by assumption. rewrite spow_mult.
  rewrite <- (spow_self (w i t) q). ring.
Qed.

Lemma difference_ac T q L h alpha A w i j : 1 <= q -> driven_ac T q L h alpha w -> primitive T alpha A ->
  (i < L)%nat -> (j < L)%nat ->
  every T (fun t => (apow (w i t) q - apow (w j t) q) * exp (q * A t) = apow (w i 0) q - apow (w j 0) q).
Proof.
  intros Hq Hw [HA [HA0 DA]] Hi Hj t Ht.
  set (y := fun t => (apow (w i t) q + -1 * apow (w j t) q) * exp (q * A t)).
  assert (E : y t = y 0).
  { refine (stays0 T y (fun t => ((- q * h t * spow (output L w t) (q - 1) - q * alpha t * apow (w i t) q)
      + -1 * (- q * h t * spow (output L w t) (q - 1) - q * alpha t * apow (w j t) q)) * exp (q * A t)
      + (apow (w i t) q + -1 * apow (w j t) q) * (q * alpha t * exp (q * A t))) _ _ _ t Ht).
    - apply ac_times; [apply ac_plus; [| apply ac_scal]; apply ac_power; trivial; now apply Hw |]. apply ac_exp, ac_scal, HA.
    - pose proof (power_rate_ac T q L h alpha w i Hq Hw Hi) as Di. pose proof (power_rate_ac T q L h alpha w j Hq Hw Hj) as Dj.
      generalize (ae_and T _ _ (ae_and T _ _ Di Dj) DA). apply ae_incl. intros r _ [[D1 D2] D3].
      assert (D4 : is_derive (fun t => exp (q * A t)) r (q * alpha r * exp (q * A r))).
      { apply (is_derive_comp exp (fun t => q * A t)); [apply is_derive_exp | now apply is_derive_scal]. }
      assert (D5 : is_derive (fun t => -1 * apow (w j t) q) r
        (-1 * (- q * h r * spow (output L w r) (q - 1) - q * alpha r * apow (w j r) q))) by (now apply is_derive_scal).
      assert (D6 := is_derive_plus _ _ r _ _ D1 D5).
      apply (is_derive_mult _ _ r _ _ D6 D4). intros; apply Rmult_comm.
    - intros r _. ring. }
  unfold y in E. rewrite HA0, Rmult_0_r, exp_0, Rmult_1_r in E.
  replace (apow (w i t) q - apow (w j t) q) with (apow (w i t) q + -1 * apow (w j t) q) by ring. rewrite E. ring.
Qed.

Lemma exp_back x y c : x * exp c = y -> x = y * exp (- c).
Proof. intros <-. rewrite exp_Ropp. field. apply Rgt_not_eq, exp_pos. Qed.

Lemma balance_decay_ac :
  forall T q L h alpha A w, 1 <= q -> driven_ac T q L h alpha w -> primitive T alpha A ->
  forall i j, (i < L)%nat -> (j < L)%nat ->
  every T (fun t => apow (w i t) q - apow (w j t) q = (apow (w i 0) q - apow (w j 0) q) * exp (- q * A t)).
Proof.
  intros T q L h alpha A w Hq Hw HA i j Hi Hj t Ht.
  pose proof (exp_back _ _ _ (difference_ac T q L h alpha A w i j Hq Hw HA Hi Hj t Ht)) as E.
  rewrite E. do 2 f_equal. ring.
Qed.

Lemma no_decay_primitive T : primitive T no_decay (fun _ => 0).
Proof. split; [apply ac_const |]. split; [reflexivity |]. apply ae_every. intros t _. apply (is_derive_const 0). Qed.

Lemma balance_ac :
  forall T q L h w, 1 <= q -> driven_ac T q L h no_decay w ->
  forall i j, (i < L)%nat -> (j < L)%nat ->
  every T (fun t => apow (w i t) q - apow (w j t) q = apow (w i 0) q - apow (w j 0) q).
Proof.
  intros T q L h w Hq Hw i j Hi Hj t Ht.
  pose proof (balance_decay_ac T q L h no_decay _ w Hq Hw (no_decay_primitive T) i j Hi Hj t Ht) as E. cbv beta in E.
  rewrite E, Rmult_0_r, exp_0. ring.
Qed.

Lemma coercivity_decay :
  forall T q L h alpha A w, 1 <= q -> driven_ac T q L h alpha w -> primitive T alpha A ->
  forall i0, (i0 < L)%nat ->
  every T (fun t => mu q L (fun j => w j t) i0 = mu q L (fun j => w j 0) i0 * exp (- q * A t) ^ (L - 1)).
Proof.
  intros T q L h alpha A w Hq Hw HA i0 Hi0 t Ht. unfold mu, Lambda.
  rewrite (others_ext L i0 _ (fun j => exp (- q * A t) * (apow (w j 0) q - apow (w i0 0) q))).
  - rewrite others_scal by assumption. ring.
  - intros j Hj. rewrite (balance_decay_ac T q L h alpha A w Hq Hw HA j i0 Hj Hi0 t Ht). ring.
Qed.

(** * The mirror flow *)

Lemma output_ac T q L h alpha w : driven_ac T q L h alpha w -> ac T (output L w).
Proof. intros Hw. apply ac_Prod. intros i Hi. now apply Hw. Qed.

Lemma output_rate_ac T q L h alpha w : driven_ac T q L h alpha w ->
  moves_ae T (output L w)
    (fun t => - h t * Sum L (fun i => others L i (fun j => apow (w j t) q)) - alpha t * (INR L * output L w t)).
Proof.
  intros Hw.
  assert (K : ae T (fun t => forall i, (i < L)%nat ->
    is_derive (w i) t (- spow (others L i (fun j => w j t)) (q - 1) * h t - alpha t * w i t))).
  { apply ae_all. intros i Hi. now apply Hw. }
  revert K. apply ae_incl. intros t _ D. evar_last; [apply (is_derive_Prod L w _ t D) |].
  rewrite (Sum_ext _ _ (fun i => - h t * others L i (fun j => apow (w j t) q) + - alpha t * output L w t)).
  - rewrite Sum_plus, Sum_scal, Sum_const. as_reals. ring.
  - intros i Hi. unfold output. rewrite <- (Prod_others L i) by assumption.
    rewrite <- apow_others, <- (spow_self (others L i (fun j => w j t)) q). ring.
Qed.

Lemma mirror_flow_ac :
  forall T q L h H w u Lam Rp dRp, 1 <= q -> driven_ac T q L h no_decay w -> primitive T h H ->
  (forall i, (i < L)%nat -> every T (fun t => apow (w i t) q = u t + Lam i)) ->
  every T (fun t => dRp (output L w t) * Sum L (fun i => others L i (fun j => u t + Lam j)) = 1) ->
  C1_on everywhere Rp dRp \/ (C1_on positive Rp dRp /\ every T (fun t => 0 < output L w t)) ->
  every T (fun t => Rp (output L w t) = Rp (output L w 0) - H t).
Proof.
  intros T q L h H w u Lam Rp dRp Hq Hw [HH [HH0 DH]] Hu HR HC t Ht.
  pose proof (output_ac T q L h no_decay w Hw) as Hx. pose proof (output_rate_ac T q L h no_decay w Hw) as Dx.
  assert (HRx : ac T (fun t => Rp (output L w t))).
  { destruct HC as [HC | [HC Hp]]; [now apply (ac_everywhere T (output L w) Rp dRp) |].
    now apply (ac_positive T (output L w) Rp dRp). }
  assert (DR : every T (fun t => is_derive Rp (output L w t) (dRp (output L w t)))).
  { intros r Hr. destruct HC as [HC | [HC Hp]]; [apply HC; exact I | apply HC, Hp, Hr]. }
  set (y := fun t => Rp (output L w t) + H t).
  assert (E : y t = y 0).
  { refine (stays0 T y (fun _ => 0) _ _ _ t Ht); [now apply ac_plus | | auto].
    generalize (ae_and T _ _ Dx DH). apply ae_incl. intros r Hr [D1 D2].
    evar_last; [apply (is_derive_plus _ _ r _ _ (is_derive_comp Rp (output L w) r _ _ (DR r Hr) D1) D2) |].
    unfold plus, scal; simpl; unfold mult; simpl.
    rewrite (Sum_ext L _ (fun i => others L i (fun j => u r + Lam j))).
    - pose proof (HR r Hr) as E. unfold no_decay. as_reals.
      transitivity (- h r * (dRp (output L w r) * Sum L (fun i => others L i (fun j => u r + Lam j))) + h r); [ring |].
      rewrite E. ring.
    - intros i _. apply others_ext. intros j Hj. now apply Hu. }
  unfold y in E. rewrite HH0 in E. lra.
Qed.

Lemma metric_l2_ac :
  (forall T q a b h, 1 <= q -> ac T a -> ac T b ->
    moves_ae T a (fun t => - spow (b t) (q - 1) * h t) -> moves_ae T b (fun t => - spow (a t) (q - 1) * h t) ->
    moves_ae T (fun t => a t * b t)
      (fun t => - h t * sqrt (4 * apow (a t * b t) q + (apow (b 0) q - apow (a 0) q) * (apow (b 0) q - apow (a 0) q)))) /\
  forall q L v, 1 <= q -> (1 <= L)%nat -> 0 < v ->
    / Sum L (fun i => others L i (fun _ => v)) = apow (apow (Prod L (fun _ => v)) (/ q)) (- m q L) / INR L.
Proof.
  split.
  - intros T q a b h Hq Ha Hb Da Db.
    set (w := fun i : nat => match i with O => a | _ => b end).
    assert (Hw : driven_ac T q 2 h no_decay w).
    { intros i Hi. destruct i as [| [| i]]; [| | lia]; (split; [assumption |]); revert Da Db; intros Da Db.
      - revert Da. apply rate_change. intros t _. unfold others, no_decay, w, Prod, Nat.eqb.
        replace (1 * 1 * b t) with (b t) by ring. ring.
      - revert Db. apply rate_change. intros t _. unfold others, no_decay, w, Prod, Nat.eqb.
        replace (1 * a t * 1) with (a t) by ring. ring. }
    pose proof (output_rate_ac T q 2 h no_decay w Hw) as Dx. revert Dx. apply ae_incl. intros t Ht D.
    apply (is_derive_ext (output 2%nat w)); [intros r; unfold output, w, Prod; as_reals; ring |]. evar_last; [exact D |].
    pose proof (balance_ac T q 2%nat h w Hq Hw 1%nat 0%nat ltac:(lia) ltac:(lia) t Ht) as B. cbv beta in B. unfold w in B.
    rewrite <- B, apow_mult. set (x := apow (a t) q). set (z := apow (b t) q).
    assert (Hx : 0 <= x) by apply apow_ge0. assert (Hz : 0 <= z) by apply apow_ge0.
    replace (4 * (x * z) + (z - x) * (z - x)) with (Rsqr (x + z)) by (unfold Rsqr; ring).
    rewrite sqrt_Rsqr by lra. unfold no_decay, others, w, Sum, Prod, Nat.eqb. fold x z. as_reals. ring.
  - intros q L v Hq HL Hv. assert (HLp : 0 < INR L) by (apply lt_0_INR; lia).
    rewrite (Sum_ext L _ (fun _ => v ^ (L - 1))) by (intros i Hi; now apply others_const).
    rewrite Sum_const, Prod_const, Rinv_mult.
    assert (EL : v ^ L = apow v (INR L)) by (symmetry; apply apow_nat; [lia | lra]).
    rewrite EL, !apow_apow.
    assert (E1 : / v ^ (L - 1) = apow v (INR L * / q * - m q L)).
    { destruct (Nat.eq_dec L 1) as [-> | Hn].
      - simpl. unfold m. simpl. replace (1 * / q * - (q * (1 - 1) / 1)) with 0 by (field; lra).
        rewrite apow_zero by lra. field.
      - rewrite <- apow_nat by (lia || lra). rewrite <- apow_Ropp. f_equal. rewrite minus_INR by lia. unfold m. simpl. field. lra. }
    rewrite E1, Rmult_assoc. unfold Rdiv. ring.
Qed.

(** * Laws of other models *)

Lemma law_squares :
  forall T q u v h, ac T u -> ac T v -> every T (fun t => 0 < u t) -> every T (fun t => 0 < v t) ->
  moves_ae T u (fun t => - apow (2 * u t) (q - 1) * h t) -> moves_ae T v (fun t => apow (2 * v t) (q - 1) * h t) ->
  every T (fun t => apow (u t) (2 - q) + apow (v t) (2 - q) = apow (u 0) (2 - q) + apow (v 0) (2 - q)).
Proof.
  intros T q u v h Hu Hv Pu Pv Du Dv t Ht.
  refine (stays0 T (fun t => apow (u t) (2 - q) + apow (v t) (2 - q))
    (fun t => (2 - q) * apow (u t) (2 - q - 1) * (- apow (2 * u t) (q - 1) * h t)
      + (2 - q) * apow (v t) (2 - q - 1) * (apow (2 * v t) (q - 1) * h t)) _ _ _ t Ht).
  - apply ac_plus; now apply ac_power_pos.
  - assert (C : forall r, C1_on positive (fun y => apow y r) (fun y => r * apow y (r - 1))) by apply (built_continuous T).
    apply (rates_of T); now apply (rate_C1 T _ _ (fun y => apow y (2 - q)) _ positive (C (2 - q))).
  - intros r Hr. rewrite !apow_mult.
    assert (E : forall z, 0 < z -> apow z (2 - q - 1) * apow z (q - 1) = 1).
    { intros z Hz. rewrite <- apow_plus. replace (2 - q - 1 + (q - 1)) with 0 by ring. apply apow_zero. lra. }
    pose proof (E (u r) (Pu r Hr)) as E1. pose proof (E (v r) (Pv r Hr)) as E2.
    transitivity ((2 - q) * apow 2 (q - 1) * h r * (apow (v r) (2 - q - 1) * apow (v r) (q - 1)
      - apow (u r) (2 - q - 1) * apow (u r) (q - 1))); [ring | rewrite E1, E2; ring].
Qed.

Lemma rate_times T f df g dg : moves_ae T f df -> moves_ae T g dg -> moves_ae T (fun t => f t * g t) (fun t => df t * g t + f t * dg t).
Proof. intros Hf Hg. now apply (rates_of T). Qed.

Lemma rate_Sum T n (f df : nat -> R -> R) : (forall i, (i < n)%nat -> moves_ae T (f i) (df i)) ->
  moves_ae T (fun t => Sum n (fun i => f i t)) (fun t => Sum n (fun i => df i t)).
Proof. intros H. now apply (rates_of T). Qed.

Lemma rate_minus T f df g dg : moves_ae T f df -> moves_ae T g dg -> moves_ae T (fun t => f t - g t) (fun t => df t - dg t).
Proof.
  intros Hf Hg. generalize (ae_and T _ _ Hf Hg). apply ae_incl. intros t _ [D D']. now apply (is_derive_minus f g).
Qed.

Lemma law_neuron :
  forall T n c (a b : nat -> R -> R), ac T c -> (forall k, (k < n)%nat -> ac T (a k)) ->
  moves_ae T c (fun t => - Sum n (fun k => a k t * b k t)) ->
  (forall k, (k < n)%nat -> moves_ae T (a k) (fun t => - (c t * b k t))) ->
  every T (fun t => c t * c t - Sum n (fun k => a k t * a k t) = c 0 * c 0 - Sum n (fun k => a k 0 * a k 0)).
Proof.
  intros T n c a b Hc Ha Dc Da t Ht.
  refine (stays0 T (fun t => c t * c t - Sum n (fun k => a k t * a k t)) _ _
    (rate_minus T _ _ _ _ (rate_times T _ _ _ _ Dc Dc) (rate_Sum T n _ _ (fun k Hk => rate_times T _ _ _ _ (Da k Hk) (Da k Hk)))) _ t Ht).
  - apply ac_minus; [now apply ac_times |]. apply (ac_Sum T n (fun k t => a k t * a k t)). intros k Hk. apply ac_times; auto.
  - intros r _. cbv beta.
    rewrite (Sum_ext n (fun k => - (c r * b k r) * a k r + a k r * - (c r * b k r)) (fun k => -2 * c r * (a k r * b k r))) by (intros; ring).
    rewrite Sum_scal. ring.
Qed.

Lemma law_matrices :
  forall T n L (u u2 v v2 : nat -> R -> R) (G : nat -> nat -> R -> R),
  (forall k, (k < n)%nat -> ac T (u k) /\ ac T (u2 k) /\ moves_ae T (u k) (fun t => - Sum L (fun i => G k i t * v i t)) /\
    moves_ae T (u2 k) (fun t => - Sum L (fun i => G k i t * v2 i t))) ->
  (forall i, (i < L)%nat -> ac T (v i) /\ ac T (v2 i) /\ moves_ae T (v i) (fun t => - Sum n (fun k => G k i t * u k t)) /\
    moves_ae T (v2 i) (fun t => - Sum n (fun k => G k i t * u2 k t))) ->
  every T (fun t => Sum n (fun k => u k t * u2 k t) - Sum L (fun i => v i t * v2 i t)
    = Sum n (fun k => u k 0 * u2 k 0) - Sum L (fun i => v i 0 * v2 i 0)).
Proof.
  intros T n L u u2 v v2 G Hu Hv t Ht.
  refine (stays0 T (fun t => Sum n (fun k => u k t * u2 k t) - Sum L (fun i => v i t * v2 i t)) _ _
    (rate_minus T _ _ _ _
      (rate_Sum T n _ _ (fun k Hk => rate_times T _ _ _ _ (proj1 (proj2 (proj2 (Hu k Hk)))) (proj2 (proj2 (proj2 (Hu k Hk))))))
      (rate_Sum T L _ _ (fun i Hi => rate_times T _ _ _ _ (proj1 (proj2 (proj2 (Hv i Hi)))) (proj2 (proj2 (proj2 (Hv i Hi))))))) _ t Ht).
  - apply ac_minus; [apply (ac_Sum T n (fun k t => u k t * u2 k t)) | apply (ac_Sum T L (fun i t => v i t * v2 i t))].
    + intros k Hk. apply ac_times; now apply (Hu k Hk).
    + intros i Hi. apply ac_times; now apply (Hv i Hi).
  - intros r _. cbv beta.
    assert (E : forall p p' : nat -> R, Sum n (fun k => Sum L (fun i => G k i r * p i) * p' k)
      = Sum L (fun i => p i * Sum n (fun k => G k i r * p' k))).
    { intros p p'. rewrite (Sum_ext n _ (fun k => Sum L (fun i => G k i r * p i * p' k))).
      - rewrite Sum_exchange. apply Sum_ext. intros i _. rewrite <- Sum_scal. apply Sum_ext. intros k _. ring.
      - intros k _. rewrite Rmult_comm, <- Sum_scal. apply Sum_ext. intros i _. ring. }
    rewrite (Sum_ext n _ (fun k => -1 * (Sum L (fun i => G k i r * v i r) * u2 k r) + -1 * (Sum L (fun i => G k i r * v2 i r) * u k r)))
      by (intros; ring).
    rewrite (Sum_ext L _ (fun i => -1 * (v2 i r * Sum n (fun k => G k i r * u k r)) + -1 * (v i r * Sum n (fun k => G k i r * u2 k r))))
      by (intros; ring).
    rewrite !Sum_plus, !Sum_scal, !E. ring.
Qed.

(** * Rays *)

Lemma ray_time :
  forall T k G v, ac T v -> every T (fun t => 0 < v t) -> moves_ae T v (fun t => G * apow (v t) k) ->
  every T (fun t => apow (v t) (1 - k) = apow (v 0) (1 - k) + (1 - k) * G * t).
Proof.
  intros T k G v Hv Pv Dv t Ht.
  assert (C : C1_on positive (fun y => apow y (1 - k)) (fun y => (1 - k) * apow y (1 - k - 1))) by apply (built_continuous T).
  assert (DL : moves_ae T (fun t => (1 - k) * G * t) (fun _ => (1 - k) * G)).
  { apply ae_every. intros r _. auto_derive; trivial; ring. }
  assert (E : apow (v t) (1 - k) - (1 - k) * G * t = apow (v 0) (1 - k) - (1 - k) * G * 0); [| lra].
  refine (stays0 T (fun t => apow (v t) (1 - k) - (1 - k) * G * t) _ _
    (rate_minus T _ _ _ _ (rate_C1 T v _ _ _ positive C Dv Pv) DL) _ t Ht).
  - apply ac_minus; [now apply ac_power_pos |]. apply ac_scal, ac_id.
  - intros r Hr. cbv beta.
    assert (E : apow (v r) (1 - k - 1) * apow (v r) k = 1).
    { rewrite <- apow_plus. replace (1 - k - 1 + k) with 0 by ring. apply apow_zero. pose proof (Pv r Hr). cbv beta in *. lra. }
    transitivity ((1 - k) * G * (apow (v r) (1 - k - 1) * apow (v r) k) - (1 - k) * G); [ring | rewrite E; ring].
Qed.

Lemma saddle_for_ever :
  forall T k G u, 0 < G -> ac T u -> every T (fun t => 0 <= u t) -> u 0 = 0 ->
  rate T u (fun t l => l <= G * apow (u t) k) -> every T (fun t => u t <= 1) -> 1 <= k ->
  every T (fun t => u t <= 0).
Proof.
  intros T k G u HG Hu Pu U0 Du Bu Hk t Ht.
  assert (R1 : rate T u (fun t l => l <= - (- G) * u t)).
  { revert Du. apply rate_impl. intros r l Hr Hl. apply Rle_trans with (1 := Hl). rewrite Ropp_involutive.
    apply Rmult_le_compat_l; [lra |]. pose proof (Pu r Hr) as P0. pose proof (Bu r Hr) as P1. cbv beta in P0, P1.
    destruct P0 as [P0 | <-]; [| rewrite apow_0; lra].
    replace k with (1 + (k - 1)) by ring. rewrite apow_plus, apow_one, Rabs_pos_eq by lra.
    rewrite <- (Rmult_1_r (u r)) at 3. apply Rmult_le_compat_l; [lra |].
    destruct Hk as [Hk | <-]; [| replace (1 - 1) with 0 by ring; rewrite apow_zero; lra].
    apply Rle_trans with (apow 1 (k - 1)); [apply apow_le; lra | rewrite apow_1; lra]. }
  pose proof (gronwall T u (- G) Hu R1 t Ht) as E. cbv beta in E. rewrite U0, Rmult_0_l in E. exact E.
Qed.

Lemma sign_Prod n a : sign (Prod n a) = Prod n (fun i => sign (a i)).
Proof. induction n; simpl; [apply sign_eq_1; lra |]. now rewrite sign_mult, IHn. Qed.

Lemma sign_others n i a : sign (others n i a) = others n i (fun j => sign (a j)).
Proof.
  unfold others. rewrite sign_Prod. apply Prod_ext. intros j _. destruct Nat.eqb; [apply sign_eq_1; lra | reflexivity].
Qed.

Lemma spow_sign y : spow y 0 = sign y.
Proof. unfold spow. destruct (Req_dec y 0) as [-> | H]; [rewrite sign_0; ring | rewrite apow_zero by assumption; ring]. Qed.

Lemma discrete_flow :
  forall T L h s w e eta, driven_ac T 1 L h no_decay w -> ae T (fun t => h t = s) ->
  (forall i, (i < L)%nat -> every T (fun t => sign (w i t) = e i)) ->
  forall i, (i < L)%nat ->
  every T (fun t => w i t = w i 0 - t * s * others L i e) /\
  every T (fun t => w i t - eta * s * sign (others L i (fun j => w j t)) = w i 0 - (t + eta) * s * others L i e).
Proof.
  intros T L h s w e eta Hw Hs He i Hi.
  assert (Eo : every T (fun t => sign (others L i (fun j => w j t)) = others L i e)).
  { intros t Ht. rewrite sign_others. apply others_ext. intros j Hj. now apply He. }
  assert (K : every T (fun t => w i t = w i 0 - t * s * others L i e)).
  { intros t Ht. destruct (Hw i Hi) as [Ha Hd].
    assert (DL : moves_ae T (fun t => s * others L i e * t) (fun _ => s * others L i e)).
    { apply ae_every. intros r _. auto_derive; trivial; ring. }
    assert (E : w i t + s * others L i e * t = w i 0 + s * others L i e * 0); [| lra].
    refine (stays T (fun t => w i t + s * others L i e * t) _ _ (proj1 (proj1 (proj2 (proj2 (rates_of T))) _ _ _ _ Hd DL)) _ t Ht).
    - apply ac_plus; [assumption |]. apply ac_scal, ac_id.
    - revert Hs. apply ae_incl. intros r Hr ->. replace (1 - 1) with 0 by ring. rewrite spow_sign, (Eo r Hr).
      unfold no_decay. ring. }
  split; [exact K |]. intros t Ht. rewrite (K t Ht), (Eo t Ht). ring.
Qed.

(** * Bregman *)

Lemma bregman_rate :
  forall T n F fstar (g H x y R0 : nat -> R -> R) (xstar Rstar : nat -> R),
  ac T F -> moves_ae T F (fun t => Sum n (fun k => g k t * (- H k t * g k t))) ->
  (forall k, (k < n)%nat -> ac T (x k) /\ ac T (y k) /\ ac T (R0 k) /\
    moves_ae T (x k) (fun t => - H k t * g k t) /\ moves_ae T (y k) (fun t => - g k t) /\
    moves_ae T (R0 k) (fun t => y k t * (- H k t * g k t)) /\ every T (fun t => 0 <= H k t) /\
    every T (fun t => 0 <= Rstar k - R0 k t - y k t * (xstar k - x k t))) ->
  every T (fun t => F t + Sum n (fun k => g k t * (xstar k - x k t)) <= fstar) ->
  every T (fun t => t * (F t - fstar) <= Sum n (fun k => Rstar k - R0 k 0 - y k 0 * (xstar k - x k 0))).
Proof.
  intros T n F fstar g H x y R0 xstar Rstar HF DF Hk Hconv t Ht.
  set (B := fun t => Sum n (fun k => Rstar k - R0 k t - y k t * (xstar k - x k t))).
  set (dB := fun t => Sum n (fun k => 0 - y k t * (- H k t * g k t) - (- g k t * (xstar k - x k t) + y k t * (0 - - H k t * g k t)))).
  assert (Mc : forall c : R, moves_ae T (fun _ => c) (fun _ => 0)) by (intros c; apply ae_every; intros r _; apply (is_derive_const c)).
  assert (HB : ac T B).
  { apply (ac_Sum T n (fun k t => Rstar k - R0 k t - y k t * (xstar k - x k t))). intros k Hkn.
    destruct (Hk k Hkn) as [Hx [Hy [HR _]]].
    apply ac_minus; [apply ac_minus; [apply ac_const | assumption] |].
    apply ac_times; [assumption |]. apply ac_minus; [apply ac_const | assumption]. }
  assert (MB : moves_ae T B dB).
  { apply (rate_Sum T n (fun k t => Rstar k - R0 k t - y k t * (xstar k - x k t))). intros k Hkn.
    destruct (Hk k Hkn) as [_ [_ [_ [Dx [Dy [DR _]]]]]].
    apply rate_minus; [now apply rate_minus |]. apply rate_times; [assumption |]. now apply rate_minus. }
  assert (Mt : moves_ae T (fun t => t) (fun _ => 1)) by (apply ae_every; intros r _; apply (is_derive_id r)).
  assert (EB : forall r, dB r = Sum n (fun k => g k r * (xstar k - x k r))).
  { intros r. apply Sum_ext. intros k _. ring. }
  assert (Hz : every T (fun t => t * (F t - fstar) + B t <= 0 * (F 0 - fstar) + B 0)).
  { apply (never_above T (fun t => t * (F t - fstar) + B t)).
    - apply ac_plus; [| assumption]. apply ac_times; [apply ac_id |]. apply ac_minus; [assumption | apply ac_const].
    - pose proof (proj1 (proj1 (proj2 (proj2 (rates_of T))) _ _ _ _
        (rate_times T _ _ _ _ Mt (rate_minus T _ _ _ _ DF (Mc fstar))) MB)) as M. revert M.
      apply ae_incl. intros r Hr D. eexists. split; [exact D |]. cbv beta. rewrite EB.
      pose proof (Hconv r Hr) as C. cbv beta in C.
      assert (S0 : Sum n (fun k => g k r * (- H k r * g k r)) <= 0).
      { replace 0 with (Sum n (fun _ => 0)) by (rewrite Sum_const; ring). apply Sum_le. intros k Hkn.
        destruct (Hk k Hkn) as [_ [_ [_ [_ [_ [_ [Hp _]]]]]]]. pose proof (Hp r Hr) as P0. cbv beta in P0.
        assert (0 <= H k r * (g k r * g k r)) by (apply Rmult_le_pos; [assumption | apply Rle_0_sqr]). lra. }
      assert (r * Sum n (fun k => g k r * (- H k r * g k r)) <= 0).
      { assert (0 <= r) by apply Hr. nra. }
      lra. }
  specialize (Hz t Ht). cbv beta in Hz.
  assert (HB0 : 0 <= B t).
  { apply Sum_ge0. intros k Hkn. destruct (Hk k Hkn) as [_ [_ [_ [_ [_ [_ [_ Hp]]]]]]]. exact (Hp t Ht). }
  unfold B in *. lra.
Qed.
