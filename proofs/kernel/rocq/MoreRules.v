(** Further rules: order, tangents, strict factors, limits, integrals as primitives. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Exceptions Times Rules Rates Limits.
Local Open Scope R_scope.

Theorem antisymmetric : rule_antisymmetric.
Proof. intros a b. apply Rle_antisym. Qed.

Theorem above_tangent : rule_above_tangent.
Proof.
  intros x. destruct (Req_dec x 0) as [-> | Hx]; [rewrite exp_0; lra |].
  pose proof (exp_ineq1 x Hx). lra.
Qed.

Lemma spow_nonneg a r : 0 <= a -> 0 <= spow a r.
Proof. intros [H | <-]; [rewrite spow_pos by assumption; apply apow_ge0 | rewrite spow_0; lra]. Qed.

Lemma spow_mono a b r : 0 <= r -> a <= b -> spow a r <= spow b r.
Proof.
  intros Hr Hab.
  assert (P : forall x y, 0 <= x -> x <= y -> spow x r <= spow y r).
  { intros x y [Hx | <-] Hxy; [| rewrite spow_0; now apply spow_nonneg].
    rewrite !spow_pos by lra. destruct Hr as [Hr | <-]; [apply apow_le; lra | rewrite !apow_zero; lra]. }
  destruct (Rle_lt_dec 0 a) as [Ha | Ha]; [now apply P |].
  replace a with (- - a) by ring. rewrite spow_opp. destruct (Rle_lt_dec 0 b) as [Hb | Hb].
  - pose proof (spow_nonneg b r Hb). pose proof (spow_nonneg (- a) r ltac:(lra)). lra.
  - replace b with (- - b) by ring. rewrite (spow_opp (- b)). pose proof (P (- b) (- a) ltac:(lra) ltac:(lra)). lra.
Qed.

Theorem same_order : rule_same_order.
Proof.
  intros a b d r H Hr. destruct (Rtotal_order d 0) as [Hd | [-> | Hd]]; [| lra |].
  - assert (a <= b) by nra. pose proof (spow_mono a b r Hr H0). nra.
  - assert (b <= a) by nra. pose proof (spow_mono b a r Hr H0). nra.
Qed.

Theorem bernoulli : rule_bernoulli.
Proof.
  (* x -> x^r - r (x - 1) has its extremum over x > 0 at x = 1 *)
  intros b r Hb. set (f := fun x => apow x r - r * (x - 1)). set (df := fun x => r * (apow x (r - 1) - 1)).
  assert (D : forall x, 0 < x -> is_derive f x (df x)).
  { intros x Hx. unfold f, df. replace (r * (apow x (r - 1) - 1)) with (r * spow x (r - 1) - r) by (rewrite spow_pos by lra; ring).
    apply (is_derive_minus (fun x => apow x r) (fun x => r * (x - 1))); [apply is_derive_apow_nz; lra |].
    auto_derive; trivial; ring. }
  assert (F1 : f 1 = 1) by (unfold f; rewrite apow_1; ring).
  assert (M : exists c, (1 < b -> 1 < c) /\ (b < 1 -> 0 < c < 1) /\ f b - 1 = df c * (b - 1)).
  { destruct (Rtotal_order b 1) as [H | [-> | H]].
    - destruct (MVT_open f df 0 2 b 1) as [c [Hc E]]; [intros; apply D; lra | lra | lra | lra |].
      exists c. rewrite F1 in E. repeat split; lra.
    - exists 1. rewrite F1. repeat split; lra.
    - destruct (MVT_open f df 0 (b + 1) 1 b) as [c [Hc E]]; [intros; apply D; lra | lra | lra | lra |].
      exists c. rewrite F1 in E. repeat split; lra. }
  destruct M as [c [M1 [M2 E]]].
  assert (Up : 0 <= r - 1 -> forall x, 0 < x -> (1 < x -> 1 <= apow x (r - 1)) /\ (x < 1 -> apow x (r - 1) <= 1)).
  { intros Hr x Hx. assert (E0 : apow x 0 = 1) by (apply apow_zero; lra). split; intros H.
    - apply Rle_trans with (apow x 0); [lra |]. apply above_one; lra.
    - destruct Hr as [Hr | Hr]; [| rewrite <- Hr; lra]. apply Rle_trans with (apow x 0); [left; now apply smaller_power | lra]. }
  assert (Dn : r - 1 <= 0 -> forall x, 0 < x -> (1 < x -> apow x (r - 1) <= 1) /\ (x < 1 -> 1 <= apow x (r - 1))).
  { intros Hr x Hx. assert (E0 : apow x 0 = 1) by (apply apow_zero; lra). split; intros H.
    - apply Rle_trans with (apow x 0); [apply above_one; lra | lra].
    - destruct Hr as [Hr | Hr]; [| rewrite Hr; lra]. apply Rle_trans with (apow x 0); [lra | left; now apply smaller_power]. }
  unfold f, df in E. split.
  - intros Hr. destruct (Rtotal_order b 1) as [H | [H | H]]; [| subst b; rewrite apow_1; lra |];
      (destruct Hr as [Hr | Hr]; [destruct (Up ltac:(lra) c ltac:(lra)) as [A B] | destruct (Dn ltac:(lra) c ltac:(lra)) as [A B]]).
    + specialize (B ltac:(lra)). pose proof (Rmult_le_pos (1 - apow c (r - 1)) (1 - b) ltac:(lra) ltac:(lra)). nra.
    + specialize (B ltac:(lra)). pose proof (Rmult_le_pos (apow c (r - 1) - 1) (1 - b) ltac:(lra) ltac:(lra)). nra.
    + specialize (A ltac:(lra)). pose proof (Rmult_le_pos (apow c (r - 1) - 1) (b - 1) ltac:(lra) ltac:(lra)). nra.
    + specialize (A ltac:(lra)). pose proof (Rmult_le_pos (1 - apow c (r - 1)) (b - 1) ltac:(lra) ltac:(lra)). nra.
  - intros Hr0 Hr1. destruct (Rtotal_order b 1) as [H | [H | H]]; [| subst b; rewrite apow_1; lra |];
      destruct (Dn ltac:(lra) c ltac:(lra)) as [A B].
    + specialize (B ltac:(lra)). pose proof (Rmult_le_pos (apow c (r - 1) - 1) (1 - b) ltac:(lra) ltac:(lra)). nra.
    + specialize (A ltac:(lra)). pose proof (Rmult_le_pos (1 - apow c (r - 1)) (b - 1) ltac:(lra) ltac:(lra)). nra.
Qed.

Lemma Prod_lt n a b : (forall i, (i < S n)%nat -> 0 <= a i /\ a i < b i) -> Prod (S n) a < Prod (S n) b.
Proof.
  induction n; intros H; [simpl; pose proof (H 0%nat ltac:(lia)); lra |].
  change (Prod (S n) a * a (S n) < Prod (S n) b * b (S n)). apply Rmult_le_0_lt_compat.
  - apply Prod_ge0. intros i Hi. apply (H i). lia.
  - apply (H (S n)). lia.
  - apply IHn. auto.
  - apply (H (S n)). lia.
Qed.

Theorem larger_factors_strictly : rule_larger_factors_strictly.
Proof.
  intros n k a b Hn H. split; [destruct n; [lia |]; now apply Prod_lt |]. intros H2 Hk.
  (* some j other than k: its factor is strictly larger, the product of the rest is positive for b *)
  set (j := if Nat.eqb k 0 then 1%nat else 0%nat).
  assert (Hj : (j < n)%nat /\ j <> k) by (unfold j; destruct (Nat.eqb_spec k 0); lia).
  set (a' := fun i => if Nat.eqb i k then 1 else a i). set (b' := fun i => if Nat.eqb i k then 1 else b i).
  change (Prod n a' < Prod n b'). rewrite <- (Prod_others n j a'), <- (Prod_others n j b') by apply Hj.
  assert (Ej : a' j = a j /\ b' j = b j) by (unfold a', b'; destruct (Nat.eqb_spec j k); [lia | split; reflexivity]).
  destruct Ej as [-> ->]. pose proof (H j (proj1 Hj)).
  assert (L1 : others n j a' <= others n j b').
  { apply others_le. intros i Hi. unfold a', b'. destruct (Nat.eqb i k); [split; [apply Rle_0_1 | apply Rle_refl] |].
    destruct (H i Hi) as [P1 P2]. split; [exact P1 | now apply Rlt_le]. }
  assert (L2 : 0 < others n j b').
  { apply others_gt0. intros i Hi. unfold b'. destruct (Nat.eqb i k); [apply Rlt_0_1 |].
    destruct (H i Hi) as [P1 P2]. now apply Rle_lt_trans with (a i). }
  apply Rle_lt_trans with (others n j b' * a j); [apply Rmult_le_compat_r; [apply H0 | exact L1] | apply Rmult_lt_compat_l; [exact L2 | apply H0]].
Qed.

Lemma limits_in_order F : ProperFilter F -> forall a b c d, F (fun t => a t <= b t) -> tends F a c -> tends F b d -> c <= d.
Proof.
  intros FF a b c d Hab Ha Hb. apply Rnot_lt_le. intros Hlt. set (e := (c - d) / 2).
  assert (He : 0 < e) by (unfold e; lra).
  destruct (filter_ex _ (filter_and _ _ Hab (filter_and _ _ (proj1 (tends_spec F a c) Ha e He) (proj1 (tends_spec F b d) Hb e He))))
    as [t [H1 [H2 H3]]].
  apply Rabs_def2 in H2. apply Rabs_def2 in H3. unfold e in *. lra.
Qed.

Theorem one_limit : rule_one_limit.
Proof.
  intros F FF a c d Hc Hd. apply Rle_antisym; apply (limits_in_order F FF a a); trivial; apply filter_forall; intros; lra.
Qed.

Lemma integral_below T y c r A b : ac T y -> rate T y (fun t l => l <= - c * r t) -> ae T (fun t => 0 <= r t) -> 0 < c ->
  every T (fun t => b <= y t) -> primitive T r A -> every T (fun t => A t <= (y 0 + - b) * / c).
Proof.
  intros Hy Dy Hr Hc Hb [HA [HA0 DA]] t Ht.
  assert (E : y t + c * A t <= y 0 + c * A 0).
  { refine (never_above T (fun t => y t + c * A t) _ _ t Ht).
    - apply ac_plus; [assumption |]. apply ac_times; [apply ac_const | assumption].
    - generalize (ae_and T _ _ Dy DA). apply ae_incl. intros s _ [[l [D Hl]] D']. exists (l + c * r s). split; [| lra].
      apply (is_derive_plus y (fun t => c * A t)); [assumption | now apply is_derive_scal]. }
  rewrite HA0 in E. pose proof (Hb t Ht). cbv beta in *.
  apply (Rmult_le_reg_r c); [assumption |]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Theorem whole_integral : rule_whole_integral.
Proof.
  intros T a A c [HA [_ DA]] Ha Hc H0.
  assert (K : rate T A (fun _ l => 0 <= l)).
  { generalize (ae_and T _ _ DA Ha). apply ae_incl. intros t _ [D Hp]. now exists (a t). }
  destruct (completeness (fun v => exists t, time T t /\ v = A t)) as [l Hl].
  { exists c. intros v [t [Ht ->]]. now apply Hc. }
  { exists (A 0), 0. now split. }
  exists l. split; [exact Hl |]. destruct Hl as [Hu Hl]. intros eps He.
  assert (Hs : exists s, time T s /\ l - eps < A s).
  { apply NNPP. intros Hn. assert (l <= l - eps); [| lra]. apply Hl. intros v [t [Ht ->]].
    apply Rnot_lt_le. intros Hlt. apply Hn. now exists t. }
  destruct Hs as [s [Hs Hs']]. exists s. split; [assumption |]. intros t Ht Hst.
  assert (A t <= l) by (apply Hu; now exists t).
  pose proof (never_decreases T A HA K s t (proj1 Hs) Hst Ht). apply Rabs_def1; lra.
Qed.

Theorem rising_to : rule_rising_to.
Proof.
  intros T y c Hy Dy H0 Hc.
  assert (K : rate T y (fun _ l => 0 <= l)) by (revert Dy; apply rate_impl; intros; lra).
  destruct (Hc 1 ltac:(lra) 0 H0) as [t1 [Ht1 [H1 _]]].
  pose proof (rising_strictly T y Hy Dy t1 Ht1 H1) as Hs. cbv beta in Hs.
  apply Rnot_le_lt. intros Hle.
  destruct (Hc (y t1 - y 0) ltac:(lra) t1 Ht1) as [t [Ht [Hlt Hn]]].
  pose proof (never_decreases T y Hy K t1 t (proj1 Ht1) ltac:(lra) Ht). apply Rabs_def2 in Hn. lra.
Qed.
