(** Trajectories and invariants that satisfy the hypotheses of the theorems: none of them is vacuous. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Mirror Onto Coercivity Convergence.
Local Open Scope R_scope.

Definition never (_ : R) : Prop := False.

(** Differentiable at every time, with the rates of the flow at drive <g>^(q-1): a flow without exceptional times. *)
Lemma smooth_flow q L h alpha w a b :
  (forall i t, (i < L)%nat -> a < t < b ->
    is_derive (w i) t (- spow (others L i (fun j => w j t)) (q - 1) * h t - alpha t * w i t)) ->
  driven_flow q L h alpha never w a b.
Proof. intros H. split; [apply countable_none |]. intros i Hi. apply moves_smooth. intros t Ht. now apply H. Qed.

Lemma smooth_steepest q L g alpha w a b : 1 < q ->
  (forall i t, (i < L)%nat -> a < t < b ->
    is_derive (w i) t (- spow (g t * others L i (fun j => w j t)) (q - 1) - alpha t * w i t)) ->
  steepest_flow q L g (fun t => spow (g t) (q - 1)) alpha never w a b.
Proof.
  intros Hq H. split; [| intros t _ _; split; [trivial | lra]].
  apply smooth_flow. intros i t Hi Ht. evar_last; [now apply H |]. rewrite spow_mult. as_reals. ring.
Qed.

(** * Every q > 1, every depth, every Lambda: |w_i|^q = e^t + Lambda_i *)

Section Exponential.
Variables (q : R) (L : nat) (Lam : nat -> R) (i0 : nat).
Hypothesis Hq : 1 < q.
Hypothesis HLam : invariants L Lam i0.

Definition exponential (i : nat) (t : R) : R := apow (exp t + Lam i) (/ q).
Definition exponential_push (t : R) : R :=
  - apow (exp t / (q * apow (output L exponential t) (q - 1))) (/ (q - 1)).

Lemma exponential_arg i t : (i < L)%nat -> 0 < exp t + Lam i.
Proof. intros Hi. pose proof (exp_pos t). pose proof (Lam_ge0 L Lam i0 HLam i Hi). lra. Qed.

Lemma exponential_gt0 i t : (i < L)%nat -> 0 < exponential i t.
Proof. intros Hi. apply apow_gt0. pose proof (exponential_arg i t Hi). lra. Qed.

Lemma exponential_power i t : (i < L)%nat -> apow (exponential i t) q = exp t + Lam i.
Proof.
  intros Hi. unfold exponential. rewrite apow_apow. replace (/ q * q) with 1 by (field; lra).
  rewrite apow_one. apply Rabs_pos_eq. left. now apply exponential_arg.
Qed.

Lemma exponential_flow a b :
  steepest_flow q L exponential_push (fun t => spow (exponential_push t) (q - 1)) no_decay never exponential a b.
Proof.
  apply smooth_steepest; [assumption |]. intros i t Hi Ht. pose proof (exponential_arg i t Hi) as Ha. set (v := exponential i t).
  assert (Hv : 0 < v) by now apply exponential_gt0.
  set (o := others L i (fun j => exponential j t)).
  assert (Ho : 0 < o) by (apply others_gt0; intros; now apply exponential_gt0).
  set (X := output L exponential t).
  assert (EX : o * v = X) by (exact (Prod_others L i (fun j => exponential j t) Hi)).
  assert (HXp : 0 < apow X (q - 1)) by (apply apow_gt0; rewrite <- EX; nra).
  assert (Hvp : 0 < apow v (q - 1)) by (apply apow_gt0; lra).
  evar_last.
  - apply (is_derive_comp (fun y => apow y (/ q)) (fun s => exp s + Lam i)).
    + apply is_derive_apow_nz. lra.
    + instantiate (1 := exp t). auto_derive; trivial; ring.
  - unfold scal; simpl; unfold mult; simpl. unfold no_decay. rewrite Rmult_0_l, Rminus_0_r.
    rewrite spow_mult, (spow_pos o) by assumption. unfold exponential_push at 1. fold X.
    assert (Hg : 0 < exp t / (q * apow X (q - 1))).
    { apply Rmult_lt_0_compat; [apply exp_pos | apply Rinv_0_lt_compat; nra]. }
    rewrite spow_opp, (spow_pos (apow _ (/ (q - 1)))) by (apply apow_gt0; lra).
    rewrite apow_apow. replace (/ (q - 1) * (q - 1)) with 1 by (field; lra).
    rewrite apow_one, (Rabs_pos_eq (exp t / _)) by lra.
    assert (Eo : apow o (q - 1) = apow X (q - 1) * / apow v (q - 1)).
    { rewrite <- EX, apow_mult. field. lra. }
    assert (Ev : apow v (q - 1) = apow (exp t + Lam i) (- (/ q - 1))).
    { unfold v, exponential. rewrite apow_apow. f_equal. field. lra. }
    rewrite Eo, Ev, apow_Ropp, Rinv_inv, (spow_pos (exp t + Lam i)) by assumption.
    field. split; lra.
Qed.

Lemma exponential_smallest t : smallest q L (fun i => exponential i t) i0.
Proof.
  destruct HLam as [Hi0 [H0 H]]. split; [assumption |]. intros i Hi.
  rewrite !exponential_power by assumption. pose proof (H i Hi). lra.
Qed.

Lemma exponential_output_P t : apow (output L exponential t) q = P L Lam (exp t).
Proof. unfold output. rewrite apow_Prod. apply Prod_ext. intros i Hi. now apply exponential_power. Qed.

End Exponential.

(** A network of any width: its gradient field is a function of x. *)
Theorem flow_witness q n L Lam i0 a b : 1 < q -> invariants L Lam i0 ->
  exists grad h w, network_flow q n L grad h no_decay never w a b /\
  forall k t, 0 < output L (w k) t /\ smallest q L (fun i => w k i t) i0 /\
    forall i, (i < L)%nat -> apow (w k i t) q = exp t + Lam i.
Proof.
  intros Hq HL.
  exists (fun X k => exponential_push q L Lam (ln (U L Lam (apow (X k) q)))),
    (fun _ t => spow (exponential_push q L Lam t) (q - 1)), (fun _ => exponential q Lam). split.
  - intros k _. destruct (exponential_flow q L Lam i0 Hq HL a b) as [Hf Hd].
    split; [exact Hf |]. intros t Ht Hn. unfold component.
    rewrite (exponential_output_P q L Lam i0 Hq HL), (U_P L Lam i0 HL), ln_exp by (left; apply exp_pos).
    now apply Hd.
  - intros _ t. split; [| split].
    + apply Prod_gt0. intros; now apply (exponential_gt0 q L Lam i0 HL).
    + now apply (exponential_smallest q L Lam i0 Hq HL).
    + intros i Hi. now apply (exponential_power q L Lam i0 Hq HL).
Qed.

(** * With decay: no gradient, w_i = c_i e^(-t) *)

Definition fading (c : nat -> R) (i : nat) (t : R) : R := c i * exp (- t).

Theorem decay_witness q L (c : nat -> R) a b :
  driven_flow q L (fun _ => 0) (fun _ => 1) never (fading c) a b /\
  ((forall i, (i < L)%nat -> 0 < c i) -> forall t, 0 < output L (fading c) t).
Proof.
  split.
  - apply smooth_flow. intros i t _ _. unfold fading. rewrite Rmult_0_r. auto_derive; trivial; ring.
  - intros Hc t. apply Prod_gt0. intros i Hi. apply Rmult_lt_0_compat; [auto | apply exp_pos].
Qed.

(** * q = 1, away from switching: w = (1 - t, 2 - t) *)

Theorem linear_witness :
  network_flow 1 1 2 (fun X k => 2 * X k) (fun _ _ => 1) no_decay (fun _ => False) (fun _ => linear) (-1) 1 /\
  forall t, -1 < t < 1 -> smallest 1 2 (fun i => linear i t) 0 /\ mu 1 2 (fun i => linear i t) 0 = 1.
Proof.
  split; [intros k _; exact linear_flow |].
  intros t Ht. split; [now apply linear_smallest | now apply linear_mu].
Qed.

(** * Through x = 0: q = 2, L = 2, g = -1, w = (sinh t, cosh t), with every hypothesis of the end-to-end theorem *)

Definition hyperbolic (i : nat) (t : R) : R :=
  match i with O => (exp t - exp (- t)) / 2 | _ => (exp t + exp (- t)) / 2 end.

Lemma exp_exp t : exp t * exp (- t) = 1.
Proof. rewrite <- exp_plus. replace (t + - t) with 0 by ring. apply exp_0. Qed.

Lemma hyperbolic_flow a b :
  steepest_flow 2 2 (fun _ => -1) (fun _ => spow (-1) (2 - 1)) no_decay never hyperbolic a b.
Proof.
  apply smooth_steepest; [lra |]. intros i t Hi Ht. unfold no_decay. replace (2 - 1) with 1 by ring. rewrite spow_one.
  destruct i as [| [| i]]; [| | lia]; unfold others, hyperbolic; simpl; auto_derive; trivial; field.
Qed.

Lemma hyperbolic_square t :
  apow (hyperbolic 1 t) 2 = apow (hyperbolic 0 t) 2 + 1.
Proof. rewrite !apow_two. pose proof (exp_exp t). unfold hyperbolic.
  apply (Rmult_eq_reg_l 4); [| lra]. transitivity ((exp t - exp (- t)) * (exp t - exp (- t)) + 4 * (exp t * exp (- t))); [field |].
  rewrite H. field.
Qed.

Lemma hyperbolic_smallest t : smallest 2 2 (fun i => hyperbolic i t) 0.
Proof.
  split; [lia |]. intros [| [| i]] Hi; try lia; [lra |].
  pose proof (hyperbolic_square t). lra.
Qed.

Lemma hyperbolic_mu t : mu 2 2 (fun i => hyperbolic i t) 0 = 1.
Proof.
  transitivity (1 * 1 * (apow (hyperbolic 1 t) 2 - apow (hyperbolic 0 t) 2)); [reflexivity |].
  rewrite hyperbolic_square. ring.
Qed.

Lemma hyperbolic_output t : output 2 hyperbolic t = (exp (2 * t) - exp (- (2 * t))) / 4.
Proof.
  unfold output; simpl. replace (2 * t) with (t + t) by ring. rewrite Ropp_plus_distr, !exp_plus. field.
Qed.

Lemma is_derive_hyperbolic_output t : is_derive (output 2 hyperbolic) t ((exp (2 * t) + exp (- (2 * t))) / 2).
Proof.
  apply (is_derive_ext (fun t => (exp (2 * t) - exp (- (2 * t))) / 4)).
  - intros s. symmetry. apply hyperbolic_output.
  - auto_derive; trivial; field.
Qed.

Theorem crossing_witness a b :
  let w (_ : nat) := hyperbolic in let grad (_ : nat -> R) (_ : nat) := -1 in let f (X : nat -> R) := - X 0%nat in
  let x t := fun k : nat => output 2 (w k) t in
  network_flow 2 1 2 grad (fun _ _ => spow (-1) (2 - 1)) no_decay never w a b /\ output 2 hyperbolic 0 = 0 /\ output 2 hyperbolic 1 > 0 /\
  (forall t, smallest 2 2 (fun i => hyperbolic i t) 0 /\ mu 2 2 (fun i => hyperbolic i t) 0 = 1) /\
  (forall t, is_derive (fun r => f (x r)) t (Sum 1 (fun k => grad (x t) k * Derive (output 2 (w k)) t))) /\
  (forall t k, Rabs (grad (x t) k) <= 1) /\
  (forall t, -1 < t < 1 -> 2 * (1 / 40) * (f (x t) - - 9) <= Sum 1 (fun k => grad (x t) k * grad (x t) k)).
Proof.
  intros w grad f x. split; [intros k _; apply hyperbolic_flow |].
  split; [rewrite hyperbolic_output, Rmult_0_r, Ropp_0; lra |].
  split.
  { rewrite hyperbolic_output. assert (exp (- (2 * 1)) < exp (2 * 1)) by (apply exp_increasing; lra). lra. }
  split; [intros t; split; [apply hyperbolic_smallest | apply hyperbolic_mu] |].
  split; [| split].
  - intros t. unfold f, x, w, grad. simpl. rewrite (is_derive_unique _ _ _ (is_derive_hyperbolic_output t)).
    replace (0 + -1 * ((exp (2 * t) + exp (- (2 * t))) / 2)) with (- ((exp (2 * t) + exp (- (2 * t))) / 2)) by ring.
    apply (is_derive_opp (output 2 hyperbolic)), is_derive_hyperbolic_output.
  - intros t k. unfold grad. rewrite Rabs_left; lra.
  - intros t Ht. unfold f, x, w, grad. simpl. rewrite hyperbolic_output.
    pose proof (exp_pos (2 * t)).
    assert (exp (- (2 * t)) < 9).
    { apply Rlt_le_trans with (exp (1 + 1)); [apply exp_increasing; lra |].
      rewrite exp_plus. pose proof exp_le_3. pose proof (exp_pos 1). nra. }
    lra.
Qed.

(** * Through x = 0 with decay: q = 2, L = 2, g = -1, alpha = 1, w = e^(-t) (sinh t, cosh t) *)

Definition driven (i : nat) (t : R) : R := exp (- t) * hyperbolic i t.

Theorem driven_witness a b :
  steepest_flow 2 2 (fun _ => -1) (fun _ => spow (-1) (2 - 1)) (fun _ => 1) never driven a b /\ output 2 driven 0 = 0 /\
  forall t, smallest 2 2 (fun i => driven i t) 0 /\ 0 < mu 2 2 (fun i => driven i t) 0.
Proof.
  assert (E : forall t, apow (driven 1 t) 2 = apow (driven 0 t) 2 + exp (- t) * exp (- t)).
  { intros t. unfold driven. rewrite !apow_mult, hyperbolic_square, (apow_two (exp (- t))). ring. }
  split; [| split].
  - apply smooth_steepest; [lra |]. intros i t Hi Ht. replace (2 - 1) with 1 by ring. rewrite spow_one.
    destruct i as [| [| i]]; [| | lia]; unfold others, driven, hyperbolic; simpl; auto_derive; trivial; field.
  - unfold output, driven, hyperbolic. simpl. rewrite Ropp_0, exp_0. field.
  - intros t. pose proof (exp_pos (- t)). split.
    + split; [lia |]. intros [| [| i]] Hi; try lia; [lra |]. rewrite E. nra.
    + apply Rlt_le_trans with (1 * 1 * (apow (driven 1 t) 2 - apow (driven 0 t) 2)); [rewrite E; nra | right; reflexivity].
Qed.

(** * Coupled decay: w = (e^(-t), e^(-t)) *)

Theorem coupled_witness a b :
  let w := fading (fun _ => 1) in
  coupled_flow 2 2 (fun _ => 0) (fun _ => 1) never w a b /\ balanced 2 2 w a b /\ forall t, 0 < output 2 w t.
Proof.
  intros w. split; [| split].
  - split; [apply countable_none |]. intros i _. apply moves_smooth. intros t _.
    replace (2 - 1) with 1 by ring. rewrite spow_one. unfold w, fading. auto_derive; trivial; ring.
  - intros i j t _ _ _. reflexivity.
  - apply (proj2 (decay_witness 2 2 (fun _ => 1) a b)). intros; lra.
Qed.

(** * Descent: f = x^2/2 with x = e^(-t) (q = 2), and f = x^2 along w = (1 - t, 2 - t) (q = 1) *)

(** Differentiable at every time: a trajectory without exceptional times. *)
Lemma smooth_trajectory q low n F g h H x a b :
  (forall t, a < t < b ->
    (forall k, (k < n)%nat -> drive q (g k t) (h k t) /\ low <= H k t /\ is_derive (x k) t (- h k t * H k t)) /\
    is_derive F t (Sum n (fun k => g k t * Derive (x k) t))) ->
  mirror_trajectory q low n F g h H x never a b.
Proof.
  intros K. split; [apply countable_none |]. split.
  - intros k Hk. split.
    + apply moves_smooth. intros t Ht. now apply K.
    + intros t Ht _. destruct (K t Ht) as [K1 _]. destruct (K1 k Hk) as [K2 [K3 _]]. now split.
  - apply moves_smooth. intros t Ht. now apply K.
Qed.

Theorem descent_witness a b :
  let x (_ : nat) (t : R) := exp (- t) in let F t := x 0%nat t * x 0%nat t / 2 in
  mirror_trajectory 2 1 1 F x x (fun _ _ => 1) x never a b /\
  (forall k t, a < t < b -> continuous (x k) t /\ Rabs (x k t) <= exp (- a)) /\
  (forall t, 0 <= F t /\ 2 * 1 * (F t - 0) <= square_norm 1 x t).
Proof.
  intros x F. split; [| split].
  - apply smooth_trajectory. intros t Ht.
    assert (D : forall k, is_derive (x k) t (- exp (- t))) by (intros; unfold x; auto_derive; trivial; ring).
    split.
    + intros k _. split; [split; [| lra]; intros _; replace (2 - 1) with 1 by ring; now rewrite spow_one |].
      split; [lra |]. unfold x at 2.
      replace (- exp (- t) * 1) with (- exp (- t)) by ring. apply D.
    + simpl. rewrite (is_derive_unique _ _ _ (D 0%nat)). unfold F, x. auto_derive; trivial; field.
  - intros k t Ht. split.
    + apply (ex_derive_continuous (x k)). unfold x. auto_derive. trivial.
    + unfold x. rewrite Rabs_pos_eq by (left; apply exp_pos). left. apply exp_increasing. lra.
  - intros t. unfold F, square_norm, x. simpl. pose proof (exp_pos (- t)). split; nra.
Qed.

Theorem linear_descent_witness :
  let x (_ : nat) (t : R) := (1 - t) * (2 - t) in let g (k : nat) (t : R) := 2 * x k t in
  let F t := x 0%nat t * x 0%nat t in
  mirror_trajectory 1 1 1 F g (fun _ _ => 1) (fun _ t => 3 - 2 * t) x never (-1) 1 /\
  (forall k t, -1 < t < 1 -> continuous (g k) t /\ Rabs (g k t) <= 12).
Proof.
  intros x g F. split.
  - apply smooth_trajectory. intros t Ht.
    assert (D : forall k, is_derive (x k) t (- (3 - 2 * t))) by (intros; unfold x; auto_derive; trivial; ring).
    assert (0 < (1 - t) * (2 - t)) by nra.
    split.
    + intros k _. split; [split; [| lra]; intros _; replace (1 - 1) with 0 by ring; now rewrite spow_zero by (unfold g, x; nra) |].
      split; [lra |].
      replace (- (1) * (3 - 2 * t)) with (- (3 - 2 * t)) by ring. apply D.
    + simpl. rewrite (is_derive_unique _ _ _ (D 0%nat)). unfold F, g, x. auto_derive; trivial; ring.
  - intros k t Ht. split.
    + apply (ex_derive_continuous (g k)). unfold g, x. auto_derive. trivial.
    + unfold g, x. assert (0 < (1 - t) * (2 - t)) by nra. rewrite Rabs_pos_eq; nra.
Qed.

(** * Arrival in finite time: q = 3/2, f = x^2/2, x = (t^2 - t|t|)/8, which is t^2/4 before 0 and 0 after *)

Lemma is_derive_times_abs t : is_derive (fun s => s * Rabs s) t (2 * Rabs t).
Proof.
  apply (is_derive_ext (fun s => spow s 2)).
  - intros s. replace 2 with (1 + 1) by ring. unfold spow. rewrite apow_plus, !apow_one, <- Rmult_assoc, sign_abs.
    reflexivity.
  - destruct (Req_dec t 0) as [-> | Ht].
    + rewrite Rabs_R0, Rmult_0_r. apply is_derive_Reals. intros eps He. exists (mkposreal eps He).
      intros h Hh Hlt. simpl in Hlt. rewrite Rplus_0_l, spow_0, !Rminus_0_r. unfold spow. rewrite apow_two.
      replace (sign h * (h * h) / h) with (sign h * h) by (field; assumption). rewrite sign_self, Rabs_Rabsolu. exact Hlt.
    + apply (is_derive_ext (fun s => s * Rabs s)).
      * intros s. replace 2 with (1 + 1) by ring. unfold spow. rewrite apow_plus, !apow_one, <- Rmult_assoc, sign_abs.
        reflexivity.
      * evar_last.
        -- apply (is_derive_mult (fun s => s) Rabs t 1 (sign t * 1)).
           ++ auto_derive; trivial.
           ++ apply (is_derive_Rabs (fun s => s) t 1); [auto_derive; trivial | assumption].
           ++ intros; apply Rmult_comm.
        -- unfold plus, mult; simpl. rewrite Rmult_1_r, (Rmult_comm t), sign_self. ring.
Qed.

Theorem finite_time_witness :
  let x (_ : nat) (t : R) := (t * t - t * Rabs t) / 8 in let F t := x 0%nat t * x 0%nat t / 2 in
  mirror_trajectory (3 / 2) 1 1 F x (fun k t => spow (x k t) (3 / 2 - 1)) (fun _ _ => 1) x never (-2) 8 /\
  (forall t, 0 <= F t /\ 2 * 1 * (F t - 0) <= square_norm 1 x t) /\ 0 < F (-1) /\
  -1 + apow (F (-1) - 0) (1 - 3 / 2 / 2) / (1 * apow (2 * 1) (3 / 2 / 2) * (1 - 3 / 2 / 2)) <= 7.
Proof.
  intros x F.
  assert (D : forall k t, is_derive (x k) t ((t - Rabs t) / 4)).
  { intros k t. unfold x. apply (is_derive_ext (fun s => / 8 * (s * s - s * Rabs s))).
    - intros s. as_reals. unfold Rdiv. ring.
    - replace ((t - Rabs t) / 4) with (/ 8 * (2 * t - 2 * Rabs t)) by field.
      apply is_derive_scal. apply (is_derive_minus (fun s => s * s) (fun s => s * Rabs s)).
      + auto_derive; trivial; ring.
      + apply is_derive_times_abs. }
  assert (Eroot : forall k t, spow (x k t) (3 / 2 - 1) = (Rabs t - t) / 4).
  { intros k t. replace (3 / 2 - 1) with (1 / 2) by field.
    set (v := (Rabs t - t) / 4).
    assert (Hv : 0 <= v) by (unfold v; pose proof (Rle_abs t); lra).
    assert (Ex : x k t = apow v 2).
    { rewrite apow_two. unfold x, v. assert (Rabs t * Rabs t = t * t) by (rewrite <- Rabs_mult; apply Rabs_pos_eq; nra).
      nra. }
    rewrite Ex. destruct Hv as [Hv | <-].
    - rewrite spow_pos by (apply apow_gt0; lra). rewrite apow_apow.
      replace (2 * (1 / 2)) with 1 by field. rewrite apow_one. apply Rabs_pos_eq; lra.
    - rewrite apow_0. apply spow_0. }
  assert (EF : F (-1) = 1 / 32) by (unfold F, x; rewrite Rabs_left by lra; field).
  split; [| split; [| split]].
  - apply smooth_trajectory. intros t Ht. split.
    + intros k _. split; [split; [trivial | lra] |]. split; [lra |]. rewrite Eroot.
      replace (- ((Rabs t - t) / 4) * 1) with ((t - Rabs t) / 4) by field. apply D.
    + simpl. rewrite (is_derive_unique _ _ _ (D 0%nat t)). unfold F.
      apply (is_derive_ext (fun s => / 2 * (x 0%nat s * x 0%nat s))); [intros; as_reals; unfold Rdiv; ring |].
      replace (0 + x 0%nat t * ((t - Rabs t) / 4))
        with (/ 2 * ((t - Rabs t) / 4 * x 0%nat t + x 0%nat t * ((t - Rabs t) / 4))) by field.
      apply is_derive_scal. apply (is_derive_mult (x 0%nat) (x 0%nat)); try apply D. intros; apply Rmult_comm.
  - intros t. unfold F, square_norm. simpl. pose proof (Rle_0_sqr (x 0%nat t)). unfold Rsqr in *. split; lra.
  - rewrite EF. lra.
  - rewrite EF. replace (1 - 3 / 2 / 2) with (1 / 4) by field. replace (2 * 1) with 2 by ring.
    assert (H1 : apow (1 / 32 - 0) (1 / 4) <= 1).
    { apply Rle_trans with (apow 1 (1 / 4)); [apply apow_le; lra | rewrite apow_1; lra]. }
    assert (H2 : 1 <= apow 2 (3 / 2 / 2)).
    { apply Rle_trans with (apow 1 (3 / 2 / 2)); [rewrite apow_1; lra | apply apow_le; lra]. }
    pose proof (apow_ge0 (1 / 32 - 0) (1 / 4)).
    assert (H3 : 0 < / (1 * apow 2 (3 / 2 / 2) * (1 / 4)) <= 4).
    { split; [apply Rinv_0_lt_compat; lra |]. rewrite <- (Rinv_inv 4). apply Rinv_le_contravar; lra. }
    unfold Rdiv at 1. nra.
Qed.

(** * Blow-up at t = 1: q = 2, L = 3, g = -1, w_i = 1/(1 - t) *)

Definition exploding (i : nat) (t : R) : R := / (1 - t).

Theorem exploding_witness :
  driven_flow 2 3 (fun _ => - apow 1 (2 - 1)) no_decay never exploding (-1) 1 /\ 1 < m 2 3 /\
  forall t, -1 < t < 1 -> smallest 2 3 (fun i => exploding i t) 0 /\
    output 3 exploding t = / (1 - t) * / (1 - t) * / (1 - t) /\ 0 < output 3 exploding t.
Proof.
  split; [| split; [unfold m; simpl; lra |]].
  - apply smooth_flow. intros i t Hi Ht. unfold no_decay. replace (2 - 1) with 1 by ring.
    rewrite spow_one, apow_one, Rabs_R1.
    destruct i as [| [| [| i]]]; [| | | lia]; unfold others, exploding; simpl; (auto_derive; [lra | field; lra]).
  - intros t Ht. assert (H : 0 < / (1 - t)) by (apply Rinv_0_lt_compat; lra).
    split; [split; [lia | intros; unfold exploding; lra] |].
    assert (E : output 3 exploding t = / (1 - t) * / (1 - t) * / (1 - t)) by (unfold output, exploding; simpl; ring).
    split; [exact E |]. rewrite E. repeat apply Rmult_lt_0_compat; assumption.
Qed.

(** * Invariants, with every case of the exponents *)

Definition tied (i : nat) : R := 0.
Definition apart (i : nat) : R := match i with O => 0 | _ => 1 end.

Lemma tied_invariants L : (1 <= L)%nat -> invariants L tied 0.
Proof. intros HL. repeat split; [lia | intros; unfold tied; lra]. Qed.

Lemma apart_invariants L : (1 <= L)%nat -> invariants L apart 0.
Proof. intros HL. repeat split; [lia |]. intros [| i] _; simpl; lra. Qed.

Lemma apart_m_0 q : m_0 q 2 apart = 0.
Proof.
  unfold m_0, m, apart. simpl. destruct Req_EM_T; [| lra]. destruct Req_EM_T; [lra |]. simpl. field.
Qed.

Lemma apart_dP : dP 2 apart 0 = 1.
Proof. unfold dP, others, apart; simpl. ring. Qed.

Lemma tied_m_0 : m_0 2 2 tied = 1.
Proof.
  unfold m_0, m, tied. simpl. destruct Req_EM_T; [| lra]. simpl. field.
Qed.

Theorem invariants_witness :
  (invariants 2 apart 0 /\ m_0 2 2 apart < 1 /\ 0 < dP 2 apart 0 /\ m 2 2 <= 1) /\
  (invariants 2 tied 0 /\ 1 <= m_0 2 2 tied) /\ (invariants 3 apart 0 /\ 1 < m 2 3) /\ (1 < 2 /\ / 2 + / 2 = 1).
Proof.
  repeat match goal with |- _ /\ _ => split end; try lra.
  - apply apart_invariants; lia.
  - rewrite apart_m_0; lra.
  - rewrite apart_dP; lra.
  - unfold m; simpl; lra.
  - apply tied_invariants; lia.
  - rewrite tied_m_0; lra.
  - apply apart_invariants; lia.
  - unfold m; simpl; lra.
Qed.

Theorem generic_witness :
  let w (i : nat) := match i with O => 1 / 10 | _ => 1 / 5 end in
  unique_smallest 2 w 0 /\ forall i, Rabs (w i) <= exp (-1).
Proof.
  intros w. split.
  - split; [lia |]. intros [| i] Hi Hn; [lia |]. unfold w. rewrite !Rabs_pos_eq by lra. lra.
  - assert (He : 1 / 3 <= exp (-1)).
    { replace (-1) with (- (1)) by ring. rewrite exp_Ropp. pose proof exp_le_3. pose proof (exp_pos 1).
      replace (1 / 3) with (/ 3) by field. apply Rinv_le_contravar; lra. }
    intros [| i]; unfold w; rewrite Rabs_pos_eq by lra; lra.
Qed.

Theorem law_witness :
  let w (i : nat) := match i with O => 1 | _ => 2 end in
  (forall q L, 1 <= q -> (1 <= L)%nat -> smallest q L w 0 /\ forall i, 0 < w i) /\
  m 1 2 < 1 /\ m 2 2 = 1 /\ 1 < m 2 3.
Proof.
  intros w. split; [| unfold m; simpl; lra].
  intros q L Hq HL. split; [split; [lia |] |].
  - intros [| i] _; unfold w; [lra |]. apply apow_le; lra.
  - intros [| i]; unfold w; lra.
Qed.
