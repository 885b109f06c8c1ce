(** The rules of limits. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Exceptions.
Local Open Scope R_scope.

Section Limits.
Variable F : (R -> Prop) -> Prop.
Context {FF : ProperFilter F}.

Lemma tends_spec a c : tends F a c <-> forall eps, 0 < eps -> F (fun t => Rabs (a t - c) < eps).
Proof.
  split.
  - intros H eps He. exact (proj1 (filterlim_locally a c) H (mkposreal eps He)).
  - intros H. apply filterlim_locally. intros [eps He]. exact (H eps He).
Qed.

Lemma grows_spec a : grows F a <-> forall B, F (fun t => B < a t).
Proof.
  split.
  - intros H B. apply (H (fun y => B < y)). now exists B.
  - intros H P [B HB]. change (F (fun t => P (a t))). generalize (H B). apply filter_imp. intros t Ht. now apply HB.
Qed.

Lemma tends_comp a c f : tends F a c -> continuous f c -> tends F (fun t => f (a t)) (f c).
Proof. intros H Hf. apply (filterlim_comp _ _ _ a f F (locally c) (locally (f c))); assumption. Qed.

Lemma tends_plus a b c d : tends F a c -> tends F b d -> tends F (fun t => a t + b t) (c + d).
Proof.
  intros Ha Hb. apply (filterlim_comp_2 (F := F) a b Rplus Ha Hb). apply (filterlim_plus (V := R_NormedModule) c d).
Qed.

Lemma tends_times a b c d : tends F a c -> tends F b d -> tends F (fun t => a t * b t) (c * d).
Proof.
  intros Ha Hb. apply (filterlim_comp_2 (F := F) a b Rmult Ha Hb). apply (filterlim_mult (K := R_AbsRing) c d).
Qed.

Lemma grows_above a b : grows F a -> F (fun t => a t <= b t) -> grows F b.
Proof.
  intros Ha Hab. apply grows_spec. intros B. generalize (filter_and _ _ (proj1 (grows_spec a) Ha B) Hab).
  apply filter_imp. intros; lra.
Qed.

(** b >= d/2 near the limit d > 0, b >= d - 1 anyway. *)
Lemma tends_above b d e : tends F b d -> 0 < e -> F (fun t => d - e < b t).
Proof.
  intros Hb He. generalize (proj1 (tends_spec b d) Hb e He). apply filter_imp. intros t Ht.
  apply Rabs_def2 in Ht. lra.
Qed.

Lemma grows_plus a b m : grows F a -> F (fun t => m < b t) -> grows F (fun t => a t + b t).
Proof.
  intros Ha Hb. apply grows_spec. intros B. generalize (filter_and _ _ (proj1 (grows_spec a) Ha (B - m)) Hb).
  apply filter_imp. intros; lra.
Qed.

Lemma grows_times a b m : 0 < m -> grows F a -> F (fun t => m < b t) -> grows F (fun t => a t * b t).
Proof.
  intros Hm Ha Hb. apply grows_spec. intros B.
  generalize (filter_and _ _ (proj1 (grows_spec a) Ha (Rmax 0 (B / m))) Hb). apply filter_imp. intros t [H1 H2].
  pose proof (Rmax_l 0 (B / m)). pose proof (Rmax_r 0 (B / m)).
  assert (B <= B / m * m) by (right; field; lra).
  assert (B / m * m < a t * m) by (apply Rmult_lt_compat_r; lra). nra.
Qed.

Lemma grows_power a r : grows F a -> 0 < r -> grows F (fun t => apow (a t) r).
Proof.
  intros Ha Hr. apply grows_spec. intros B. set (C := Rmax 1 B).
  assert (HC : 1 <= C) by apply Rmax_l.
  generalize (proj1 (grows_spec a) Ha (apow C (/ r))). apply filter_imp. intros t Ht.
  assert (apow (apow C (/ r)) r < apow (a t) r) by (apply apow_lt; [assumption | split; [apply apow_ge0 | assumption]]).
  rewrite apow_apow in H. replace (/ r * r) with 1 in H by (field; lra). rewrite apow_one, Rabs_pos_eq in H by lra.
  pose proof (Rmax_r 1 B). unfold C in *. lra.
Qed.

Lemma falls_power a r : grows F a -> r < 0 -> tends F (fun t => apow (a t) r) 0.
Proof.
  intros Ha Hr. apply tends_spec. intros eps He.
  generalize (proj1 (grows_spec _) (grows_power a (- r) Ha ltac:(lra)) (/ eps)). apply filter_imp. intros t Ht.
  rewrite Rminus_0_r, Rabs_pos_eq by apply apow_ge0. replace r with (- - r) by ring. rewrite apow_Ropp.
  rewrite <- (Rinv_inv eps). apply Rinv_lt_contravar; [| assumption].
  pose proof (Rinv_0_lt_compat eps He). apply Rmult_lt_0_compat; lra.
Qed.

Lemma blows_power a r : tends F a 0 -> F (fun t => 0 < a t) -> r < 0 -> grows F (fun t => apow (a t) r).
Proof.
  intros Ha Hp Hr. apply grows_spec. intros B. set (C := Rmax 1 B). assert (HC : 1 <= C) by apply Rmax_l.
  assert (Hd : 0 < apow C (/ r)) by (apply apow_gt0; lra).
  generalize (filter_and _ _ (proj1 (tends_spec a 0) Ha (apow C (/ r)) Hd) Hp). apply filter_imp. intros t [H1 H2].
  rewrite Rminus_0_r, Rabs_pos_eq in H1 by lra.
  assert (H : apow (a t) (- r) < apow (apow C (/ r)) (- r)) by (apply apow_lt; lra).
  rewrite apow_apow in H. replace (/ r * - r) with (- (1)) in H by (field; lra). rewrite (apow_Ropp C 1), apow_one, (Rabs_pos_eq C) in H by lra.
  replace r with (- - r) by ring. rewrite apow_Ropp.
  assert (0 < apow (a t) (- r)) by (apply apow_gt0; lra).
  assert (C < / apow (a t) (- r)).
  { rewrite <- (Rinv_inv C). apply Rinv_lt_contravar; [| assumption].
    apply Rmult_lt_0_compat; [assumption | apply Rinv_0_lt_compat; lra]. }
  pose proof (Rmax_r 1 B). unfold C in *. lra.
Qed.

Lemma grows_le_exp a : grows F a -> grows F (fun t => exp (a t)).
Proof.
  intros Ha. apply (grows_above a); [assumption |]. apply filter_forall. intros t.
  destruct (Req_dec (a t) 0) as [-> | H]; [rewrite exp_0; lra |]. pose proof (exp_ineq1 (a t) H). lra.
Qed.

Lemma grows_ln a : grows F a -> grows F (fun t => ln (a t)).
Proof.
  intros Ha. apply grows_spec. intros B. generalize (proj1 (grows_spec a) Ha (exp B)). apply filter_imp. intros t Ht.
  rewrite <- (ln_exp B). apply ln_increasing; [apply exp_pos | assumption].
Qed.

Lemma zero_power a r : tends F a 0 -> 0 < r -> tends F (fun t => apow (a t) r) 0.
Proof.
  intros Ha Hr. rewrite <- (apow_0 r). apply (tends_comp a 0 (fun y => apow y r)); [assumption | now apply continuous_apow].
Qed.

Lemma tends_Sum n (a : nat -> R -> R) c : (forall i, (i < n)%nat -> tends F (a i) (c i)) ->
  tends F (fun t => Sum n (fun i => a i t)) (Sum n c).
Proof.
  induction n; intros H; simpl; [apply filterlim_const |]. apply tends_plus; auto.
Qed.

Lemma tends_Prod n (a : nat -> R -> R) c : (forall i, (i < n)%nat -> tends F (a i) (c i)) ->
  tends F (fun t => Prod n (fun i => a i t)) (Prod n c).
Proof.
  induction n; intros H; simpl; [apply filterlim_const |]. apply tends_times; auto.
Qed.

Lemma tends_others n k (a : nat -> R -> R) c : (forall i, (i < n)%nat -> tends F (a i) (c i)) ->
  tends F (fun t => others n k (fun i => a i t)) (others n k c).
Proof.
  intros H. unfold others. apply (tends_Prod n (fun i t => if Nat.eqb i k then 1 else a i t)). intros i Hi.
  destruct Nat.eqb; [apply filterlim_const | auto].
Qed.

Lemma grows_Sum n (a : nat -> R -> R) : (forall i, (i < S n)%nat -> grows F (a i)) -> grows F (fun t => Sum (S n) (fun i => a i t)).
Proof.
  induction n; intros H.
  - apply (grows_above (a 0%nat)); [apply H; lia |]. apply filter_forall. intros t. simpl. lra.
  - change (grows F (fun t => Sum (S n) (fun i => a i t) + a (S n) t)).
    apply (grows_plus _ _ 0); [apply IHn; auto |]. exact (proj1 (grows_spec _) (H (S n) ltac:(lia)) 0).
Qed.

(** A product of factors each of which grows or is 1, one of them growing. *)
Lemma grows_Prod n (a : nat -> R -> R) : (forall i, (i < n)%nat -> grows F (a i) \/ forall t, a i t = 1) ->
  (grows F (fun t => Prod n (fun i => a i t)) \/ ((forall t, Prod n (fun i => a i t) = 1) /\ forall i, (i < n)%nat -> forall t, a i t = 1)).
Proof.
  induction n; intros H; [right; split; [reflexivity | lia] |]. simpl.
  destruct IHn as [G | [E1 E]]; [auto | |].
  - left. destruct (H n ltac:(lia)) as [Hn | Hn].
    + apply (grows_times _ _ 1); [lra | assumption |]. exact (proj1 (grows_spec _) Hn 1).
    + apply (grows_above _ _ G). apply filter_forall. intros t. rewrite Hn. lra.
  - destruct (H n ltac:(lia)) as [Hn | Hn].
    + left. apply (grows_above (a n) _ Hn). apply filter_forall. intros t. rewrite E1. lra.
    + right. split; [intros t; rewrite E1, Hn; ring |]. intros i Hi t.
      destruct (Nat.eq_dec i n) as [-> |]; [apply Hn | apply E; lia].
Qed.

Lemma not_constant (a : R -> R) : grows F a -> (forall t, a t = 1) -> False.
Proof.
  intros G E. destruct (filter_ex _ (proj1 (grows_spec a) G 1)) as [t Ht]. rewrite E in Ht. lra.
Qed.

End Limits.

Theorem limit : rule_limit.
Proof.
  intros F FF. split; [intros; split; [now apply tends_plus | now apply tends_times] |]. split.
  { intros a b Ha Hb. split.
    - apply (grows_plus F a b 0); [assumption | exact (proj1 (grows_spec F b) Hb 0)].
    - apply (grows_times F a b 1); [lra | assumption | exact (proj1 (grows_spec F b) Hb 1)]. }
  split.
  { intros a b d Ha Hb. split.
    - apply (grows_plus F a b (d - 1)); [assumption |]. apply (tends_above F); [assumption | lra].
    - intros Hd. apply (grows_times F a b (d - d / 2)); [lra | assumption |]. apply (tends_above F); [assumption | lra]. }
  split; [intros a c f; now apply (tends_comp F) |]. split.
  { intros c. split; [| split; [| split]].
    - apply (ex_derive_continuous exp). auto_derive. trivial.
    - apply (continuous_Rabs c).
    - intros n. apply (ex_derive_continuous (fun y => y ^ n)). auto_derive. trivial.
    - intros Hc. split.
      + apply (ex_derive_continuous ln). auto_derive. assumption.
      + intros r. apply (ex_derive_continuous (fun y => apow y r)). eexists. apply is_derive_apow_nz. lra. }
  split; [intros a r; now apply (zero_power F) |]. split.
  { intros a Ha. split; [now apply (grows_le_exp F) |]. split.
    - apply (grows_above F a); [assumption |]. apply filter_forall. intros t. apply Rle_abs.
    - split; [now apply (grows_ln F) |]. intros r. split; [now apply (grows_power F) | now apply (falls_power F)]. }
  split; [intros a r; now apply (blows_power F) |]. split.
  { intros n k a c H. split; [now apply (tends_Sum F) |]. split; [now apply (tends_Prod F) | now apply (tends_others F)]. }
  intros n a H Hn. split; [| split].
  - destruct n as [| n]; [lia |]. now apply (grows_Sum F).
  - destruct (grows_Prod F n a) as [G | [_ E]]; [intros; left; auto | assumption |].
    exfalso. apply (not_constant F (a 0%nat)); [apply H; lia | apply E; lia].
  - intros k Hn2 Hk. unfold others.
    destruct (grows_Prod F n (fun i t => if Nat.eqb i k then 1 else a i t)) as [G | [_ E]].
    + intros i Hi. destruct (Nat.eqb i k); [right; reflexivity | left; auto].
    + assumption.
    + exfalso. set (j := if Nat.eqb k 0 then 1%nat else 0%nat).
      assert (Hj : (j < n)%nat /\ j <> k) by (unfold j; destruct (Nat.eqb_spec k 0); lia).
      apply (not_constant F (a j)); [apply H; lia |]. intros t. pose proof (E j (proj1 Hj) t) as Et. cbv beta in Et.
      destruct (Nat.eqb_spec j k); [lia | exact Et].
Qed.

(** (f(x) - f(c))/(x - c), and f'(c) at x = c: continuous at c. *)
Lemma continuous_slope (f : R -> R) (c l : R) : is_derive f c l ->
  continuous (fun x => if Req_EM_T x c then l else (f x - f c) / (x - c)) c.
Proof.
  intros D. apply is_derive_Reals in D. apply filterlim_locally. intros [eps He]. destruct (D eps He) as [d Hd].
  exists d. intros y Hx. pose (x := y : R). change (Rabs (x - c) < d) in Hx. change y with x. clearbody x. clear y.
  change (Rabs ((if Req_EM_T x c then l else (f x - f c) / (x - c)) - (if Req_EM_T c c then l else (f c - f c) / (c - c))) < eps).
  destruct (Req_EM_T c c) as [_ | n]; [| now elim n]. destruct (Req_EM_T x c) as [-> | Hne].
  - rewrite Rminus_eq_0, Rabs_R0. assumption.
  - specialize (Hd (x - c) ltac:(lra) Hx). replace (c + (x - c)) with x in Hd by ring. exact Hd.
Qed.

Theorem slope_limit : rule_slope_limit.
Proof.
  intros F FF f df x y c v HC Hx Hy. destruct (HC c I) as [D _].
  set (p := fun z => if Req_EM_T z c then df c else (f z - f c) / (z - c)).
  assert (Hp : tends F (fun t => p (x t)) (df c)).
  { replace (df c) with (p c) by (unfold p; destruct (Req_EM_T c c) as [_ | n]; [reflexivity | now elim n]).
    apply (tends_comp F x c p Hx). now apply continuous_slope. }
  pose proof (tends_times F _ _ _ _ Hp Hy) as H. revert H. apply filterlim_ext. intros t. unfold p.
  destruct (Req_EM_T (x t) c) as [E | E]; [rewrite E; ring | field; lra].
Qed.

Theorem slope_of_exp : rule_slope_of_exp.
Proof.
  intros F FF e a He Hp.
  assert (D : is_derive (fun z => exp (z * a)) 0 a).
  { auto_derive; trivial. rewrite Rmult_0_l, exp_0. ring. }
  set (p := fun z => if Req_EM_T z 0 then a else (exp (z * a) - exp (0 * a)) / (z - 0)).
  assert (H : tends F (fun t => p (e t)) a).
  { replace a with (p 0) at 1 by (unfold p; destruct (Req_EM_T 0 0) as [_ | n]; [reflexivity | now elim n]).
    apply (tends_comp F e 0 p He). now apply (continuous_slope (fun z => exp (z * a))). }
  revert H. apply filterlim_ext_loc. revert Hp. apply filter_imp. intros t Ht. unfold p.
  destruct (Req_EM_T (e t) 0) as [E | E]; [lra |]. rewrite Rmult_0_l, exp_0. field. lra.
Qed.

Theorem growing : rule_growing.
Proof. intros F FF a b. apply (grows_above F). Qed.

Theorem squeezed : rule_squeezed.
Proof.
  intros F FF a b c l Ha Hc Hab Hbc. apply (tends_spec F). intros eps He.
  generalize (filter_and _ _ (filter_and _ _ (proj1 (tends_spec F a l) Ha eps He) (proj1 (tends_spec F c l) Hc eps He))
    (filter_and _ _ Hab Hbc)).
  apply filter_imp. intros t [[H1 H2] [H3 H4]]. apply Rabs_def2 in H1. apply Rabs_def2 in H2. apply Rabs_def1; lra.
Qed.
