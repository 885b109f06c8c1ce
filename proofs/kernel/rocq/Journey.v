(** One trajectory at q = 1, from the weights to the arrival, with every hypothesis of the theorems about trajectories:
    g_0 changes its sign at t = 1/2 (the drive jumps from 1 to -1 and the trajectory crosses), from t = 5/6 on it slides along
    g_1 = 0 with the drive -1/4, and at t = 3/2 it arrives. Two coordinates of depth 2, w_k = (v_k, 1 + v_k), mu_k = 1;
    f = A^2/2 + 2 B^2 with A = v_0 - 2 v_1 and B = v_1 - 1, v_k the root of v (1 + v) = x_k. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Mirror Onto Coercivity Convergence EndToEnd Balance Witnesses
  Switching.
Local Open Scope R_scope.

Definition turning : R -> R :=
  glue (1 / 2) (fun t => 3 / 2 + -1 * t) (glue (3 / 2) (fun t => 1 / 2 + 1 * t) (fun t => 2 + 0 * t)).
Definition leading : R -> R :=
  glue (5 / 6) (fun t => 0 + 1 * t) (glue (3 / 2) (fun t => 5 / 8 + 1 / 4 * t) (fun t => 1 + 0 * t)).
Definition path (k : nat) : R -> R := match k with O => turning | _ => leading end.
Definition journey (k i : nat) (t : R) : R := match i with O => path k t | _ => 1 + path k t end.
Definition pull (k : nat) : R -> R :=
  match k with
  | O => glue (1 / 2) (fun _ => 1) (glue (3 / 2) (fun _ => -1) (fun _ => 0))
  | _ => glue (5 / 6) (fun _ => -1) (glue (3 / 2) (fun _ => - (1 / 4)) (fun _ => 0))
  end.
Definition turns (t : R) : Prop := t = 1 / 2 \/ t = 5 / 6 \/ t = 3 / 2.

Definition root (x : R) : R := (sqrt (1 + 4 * x) - 1) / 2.
Definition gap (X : nat -> R) : R := root (X 0%nat) - 2 * root (X 1%nat).
Definition rest_of (X : nat -> R) : R := root (X 1%nat) - 1.
Definition journey_value (X : nat -> R) : R := gap X * gap X / 2 + 2 * (rest_of X * rest_of X).
Definition journey_grad (X : nat -> R) (k : nat) : R :=
  match k with
  | O => gap X / (1 + 2 * root (X 0%nat))
  | _ => (-2 * gap X + 4 * rest_of X) / (1 + 2 * root (X 1%nat))
  end.

Lemma root_of v : 0 <= v -> root (v * (1 + v)) = v.
Proof.
  intros H. unfold root. replace (1 + 4 * (v * (1 + v))) with (Rsqr (1 + 2 * v)) by (unfold Rsqr; ring).
  rewrite sqrt_Rsqr by lra. field.
Qed.

Lemma turns_countable : countable turns.
Proof. apply countable_or; [apply countable_one |]. apply countable_or; apply countable_one. Qed.

(** The four stretches: falling towards the surface, past it, sliding, at rest. *)
Lemma stretches t :
  (t < 1 / 2 /\ turning t = 3 / 2 - t /\ leading t = t /\ pull 0 t = 1 /\ pull 1 t = -1) \/
  (1 / 2 <= t < 5 / 6 /\ turning t = 1 / 2 + t /\ leading t = t /\ pull 0 t = -1 /\ pull 1 t = -1) \/
  (5 / 6 <= t < 3 / 2 /\ turning t = 1 / 2 + t /\ leading t = 5 / 8 + t / 4 /\ pull 0 t = -1 /\ pull 1 t = - (1 / 4)) \/
  (3 / 2 <= t /\ turning t = 2 /\ leading t = 1 /\ pull 0 t = 0 /\ pull 1 t = 0).
Proof.
  unfold turning, leading, pull, glue. destruct (Rlt_dec t (1 / 2)), (Rlt_dec t (5 / 6)), (Rlt_dec t (3 / 2)); lra.
Qed.

Lemma path_range k t : 0 < t -> 0 < path k t <= 2.
Proof. intros Ht. destruct k; unfold path; destruct (stretches t) as [H | [H | [H | H]]]; lra. Qed.

Lemma path_moves k : moves turns 0 6 (path k) (fun t => - pull k t).
Proof.
  destruct k.
  - apply (moves_rate turns 0 6 turning (glue (1 / 2) (fun _ => -1) (glue (3 / 2) (fun _ => 1) (fun _ => 0)))).
    + intros t _ _. unfold pull, glue. destruct (Rlt_dec t (1 / 2)), (Rlt_dec t (3 / 2)); ring.
    + apply moves_glue; [now left | rewrite glue_before by lra; field | intros; apply is_derive_line |].
      apply moves_glue; [now right; right | field | intros; apply is_derive_line | apply moves_line].
  - apply (moves_rate turns 0 6 leading (glue (5 / 6) (fun _ => 1) (glue (3 / 2) (fun _ => 1 / 4) (fun _ => 0)))).
    + intros t _ _. unfold pull, glue. destruct (Rlt_dec t (5 / 6)), (Rlt_dec t (3 / 2)); field.
    + apply moves_glue; [right; now left | rewrite glue_before by lra; field | intros; apply is_derive_line |].
      apply moves_glue; [now right; right | field | intros; apply is_derive_line | apply moves_line].
Qed.

Lemma constant_moves D a b c : moves D a b (fun _ => c) (fun _ => 0).
Proof. apply moves_smooth. intros t _. apply (is_derive_const c). Qed.

Lemma journey_flow k : driven_flow 1 2 (pull k) no_decay turns (journey k) 0 6.
Proof.
  split; [apply turns_countable |]. intros [| [| i]] Hi; [| | lia].
  - apply (moves_rate turns 0 6 (path k) (fun t => - pull k t)); [| apply path_moves]. intros t Ht _.
    unfold no_decay. rewrite others_2_0. unfold journey. pose proof (path_range k t ltac:(lra)).
    rewrite sign_at_1, sign_eq_1 by lra. ring.
  - apply (moves_rate turns 0 6 (fun t => 1 + path k t) (fun t => 0 + - pull k t)).
    + intros t Ht _. unfold no_decay. rewrite others_2_1. unfold journey. pose proof (path_range k t ltac:(lra)).
      rewrite sign_at_1, sign_eq_1 by lra. ring.
    + apply moves_plus; [apply constant_moves | apply path_moves].
Qed.

Lemma journey_output k t : output 2 (journey k) t = path k t * (1 + path k t).
Proof. rewrite output_2. reflexivity. Qed.

Lemma journey_component k t : (k < 2)%nat -> 0 < t ->
  component 2 journey_grad journey k t =
  match k with
  | O => (turning t - 2 * leading t) / (1 + 2 * turning t)
  | _ => (-2 * (turning t - 2 * leading t) + 4 * (leading t - 1)) / (1 + 2 * leading t)
  end.
Proof.
  intros Hk Ht. unfold component. pose proof (path_range 0 t Ht). pose proof (path_range 1 t Ht).
  destruct k as [| [| k]]; [| | lia]; unfold journey_grad, gap, rest_of; rewrite !journey_output, !root_of by lra; reflexivity.
Qed.

Lemma journey_f t : 0 < t -> journey_value (fun k => output 2 (journey k) t) =
  (turning t - 2 * leading t) * (turning t - 2 * leading t) / 2 + 2 * ((leading t - 1) * (leading t - 1)).
Proof.
  intros Ht. pose proof (path_range 0 t Ht). pose proof (path_range 1 t Ht).
  unfold journey_value, gap, rest_of. rewrite !journey_output, !root_of by lra. reflexivity.
Qed.

Lemma quotient_neg a b : a < 0 -> 0 < b -> a / b < 0.
Proof. intros Ha Hb. pose proof (Rinv_0_lt_compat b Hb). unfold Rdiv. nra. Qed.

Lemma journey_drive k t : (k < 2)%nat -> 0 < t -> t <> 1 / 2 -> drive 1 (component 2 journey_grad journey k t) (pull k t).
Proof.
  intros Hk Ht Hn. rewrite journey_component by assumption. pose proof (path_range 0 t Ht) as R0. pose proof (path_range 1 t Ht) as R1.
  unfold path in R0, R1. destruct k as [| [| k]]; [| | lia].
  - destruct (stretches t) as [H | [H | [H | H]]]; destruct H as [H [E0 [E1 [Ep _]]]]; rewrite Ep.
    + apply drive_pos. apply Rdiv_lt_0_compat; lra.
    + apply drive_neg, quotient_neg; lra.
    + apply drive_neg, quotient_neg; lra.
    + apply drive_zero; [| lra]. rewrite E0, E1. unfold Rdiv. ring.
  - destruct (stretches t) as [H | [H | [H | H]]]; destruct H as [H [E0 [E1 [_ Ep]]]]; rewrite Ep.
    + apply drive_neg, quotient_neg; lra.
    + apply drive_neg, quotient_neg; lra.
    + apply drive_zero; [| lra]. rewrite E0, E1. unfold Rdiv. field. lra.
    + apply drive_zero; [| lra]. rewrite E0, E1. unfold Rdiv. ring.
Qed.

Lemma journey_x k : moves turns 0 6 (output 2 (journey k)) (fun t => - pull k t * (1 + 2 * path k t)).
Proof.
  pose proof (path_moves k) as M. pose proof (moves_plus _ _ _ _ _ _ _ (constant_moves turns 0 6 1) M) as M1.
  apply (moves_ext turns 0 6 (fun t => path k t * (1 + path k t))); [intros; symmetry; apply journey_output |].
  apply (moves_rate turns 0 6 _) with (2 := moves_times _ _ _ _ _ _ _ M M1). intros t _ _. cbv beta. ring.
Qed.

Lemma journey_falls : moves turns 0 6 (fun t => journey_value (fun k => output 2 (journey k) t))
  (fun t => Sum 2 (fun k => component 2 journey_grad journey k t * Derive (output 2 (journey k)) t)).
Proof.
  pose proof (path_moves 0) as M0. pose proof (path_moves 1) as M1.
  pose proof (moves_plus _ _ _ _ _ _ _ M0 (moves_times _ _ _ _ _ _ _ M1 (constant_moves turns 0 6 (-2)))) as MA.
  pose proof (moves_plus _ _ _ _ _ _ _ M1 (constant_moves turns 0 6 (-1))) as MB.
  pose proof (moves_plus _ _ _ _ _ _ _ (moves_times _ _ _ _ _ _ _ (moves_times _ _ _ _ _ _ _ MA MA) (constant_moves turns 0 6 (/ 2)))
    (moves_times _ _ _ _ _ _ _ (moves_times _ _ _ _ _ _ _ MB MB) (constant_moves turns 0 6 2))) as MF.
  apply (moves_ext turns 0 6 _ (fun t => journey_value (fun k => output 2 (journey k) t))) in MF.
  2:{ intros t Ht. rewrite journey_f by lra. unfold path. field. }
  apply (moves_rate turns 0 6 _) with (2 := MF). intros t Ht Hn. cbv beta. unfold Sum.
  destruct (journey_x 0 t Ht) as [_ D0]. destruct (journey_x 1 t Ht) as [_ D1].
  rewrite (is_derive_unique _ _ _ (D0 Hn)), (is_derive_unique _ _ _ (D1 Hn)), !journey_component by (lia || lra).
  pose proof (path_range 0 t ltac:(lra)) as R0. pose proof (path_range 1 t ltac:(lra)) as R1. unfold path in *. field. lra.
Qed.

Lemma journey_smallest k t : 0 < t -> smallest 1 2 (fun i => journey k i t) 0 /\ mu 1 2 (fun i => journey k i t) 0 = 1.
Proof.
  intros Ht. pose proof (path_range k t Ht). split.
  - split; [lia |]. intros [| i] _; [lra |]. unfold journey. rewrite !apow_one, !Rabs_pos_eq; lra.
  - unfold mu, others, Lambda. cbn [Prod Nat.eqb]. unfold journey. rewrite !apow_one, !Rabs_pos_eq by lra. ring.
Qed.

Lemma integrable_plus D a b f g : integrable D a b f -> integrable D a b g -> integrable D a b (fun t => f t + g t).
Proof.
  intros [F1 F2] [G1 G2]. split.
  - intros s t Hs Ht. apply (ex_RInt_plus f g); auto.
  - intros t Ht Hn. apply (continuous_plus f g); auto.
Qed.

Lemma integrable_ext D a b f g : (forall t, f t = g t) -> integrable D a b f -> integrable D a b g.
Proof.
  intros E [F1 F2]. split.
  - intros s t Hs Ht. apply (ex_RInt_ext f); auto.
  - intros t Ht Hn. apply (continuous_ext f); auto.
Qed.

Lemma pull_integrable k : integrable turns 0 6 (pull k).
Proof.
  destruct k.
  - apply (integrable_ext turns 0 6 (fun t => glue (1 / 2) (fun _ => 2) (fun _ => 0) t + glue (3 / 2) (fun _ => -1) (fun _ => 0) t)).
    + intros t. unfold pull, glue. destruct (Rlt_dec t (1 / 2)), (Rlt_dec t (3 / 2)); lra.
    + apply integrable_plus; apply integrable_steps; unfold turns; lra.
  - apply (integrable_ext turns 0 6 (fun t => glue (5 / 6) (fun _ => - (3 / 4)) (fun _ => 0) t + glue (3 / 2) (fun _ => - (1 / 4)) (fun _ => 0) t)).
    + intros t. unfold pull, glue. destruct (Rlt_dec t (5 / 6)), (Rlt_dec t (3 / 2)); lra.
    + apply integrable_plus; apply integrable_steps; unfold turns; lra.
Qed.

Lemma quotient_le a b : Rabs a <= 7 -> 1 <= b -> Rabs (a / b) <= 7.
Proof.
  intros Ha Hb. unfold Rdiv. rewrite Rabs_mult, (Rabs_pos_eq (/ b)) by (left; apply Rinv_0_lt_compat; lra).
  assert (/ b <= 1) by (rewrite <- Rinv_1; apply Rinv_le_contravar; lra).
  assert (0 < / b) by (apply Rinv_0_lt_compat; lra). pose proof (Rabs_pos a). nra.
Qed.

Lemma journey_bounded k t : (k < 2)%nat -> 0 < t -> Rabs (component 2 journey_grad journey k t) <= 7.
Proof.
  intros Hk Ht. rewrite journey_component by assumption. pose proof (path_range 0 t Ht) as R0. pose proof (path_range 1 t Ht) as R1.
  unfold path in R0, R1. destruct k as [| [| k]]; [| | lia]; (apply quotient_le; [| lra]); apply Rabs_le;
    destruct (stretches t) as [H | [H | [H | H]]]; lra.
Qed.

Lemma journey_continuous k t : (k < 2)%nat -> 0 < t < 6 -> continuous (component 2 journey_grad journey k) t.
Proof.
  intros Hk Ht.
  assert (C : forall j, continuous (path j) t) by (intros j; now apply (path_moves j)).
  set (N := fun s => match k with O => turning s - 2 * leading s | _ => -2 * (turning s - 2 * leading s) + 4 * (leading s - 1) end).
  set (M := fun s => 1 + 2 * path k s).
  assert (CA : continuous (fun s => turning s - 2 * leading s) t).
  { apply (continuous_minus turning (fun s => 2 * leading s)); [exact (C 0%nat) | apply (continuous_scal_r 2 leading), (C 1%nat)]. }
  assert (CN : continuous N t).
  { unfold N. destruct k; [exact CA |].
    apply (continuous_plus (fun s => -2 * (turning s - 2 * leading s)) (fun s => 4 * (leading s - 1))).
    - now apply (continuous_scal_r (-2) (fun s => turning s - 2 * leading s)).
    - apply (continuous_scal_r 4 (fun s => leading s - 1)).
      apply (continuous_minus leading (fun _ => 1)); [exact (C 1%nat) | apply continuous_const]. }
  assert (CM : continuous M t).
  { apply (continuous_plus (fun _ => 1) (fun s => 2 * path k s)); [apply continuous_const | apply (continuous_scal_r 2 (path k)), C]. }
  pose proof (path_range k t ltac:(lra)) as R.
  apply (continuous_ext_loc _ (fun s => N s * / M s)).
  - assert (Hd : 0 < t) by lra. exists (mkposreal t Hd). intros s Hs. change (Rabs (s - t) < t) in Hs. apply Rabs_def2 in Hs.
    rewrite journey_component by (assumption || lra). unfold N, M, path. destruct k as [| [| k]]; [reflexivity | reflexivity | lia].
  - apply (continuous_mult N (fun s => / M s)); [exact CN |]. apply continuous_Rinv_comp; [exact CM | unfold M; lra].
Qed.

Lemma square_below A g d c : A = g * d -> 0 < d <= c -> A * A <= c * c * (g * g).
Proof. intros -> H. assert (d * d <= c * c) by nra. pose proof (Rle_0_sqr g). unfold Rsqr in *. nra. Qed.

Lemma journey_PL t : 0 < t < 6 -> 2 * (1 / 75) * (journey_value (fun k => output 2 (journey k) t) - 0) <=
  square_norm 2 (component 2 journey_grad journey) t.
Proof.
  intros Ht. unfold square_norm, Sum. rewrite journey_f, !journey_component by (lia || lra).
  assert (R : 0 < turning t <= 2 /\ 0 < leading t <= 1) by (destruct (stretches t) as [H | [H | [H | H]]]; lra).
  set (A := turning t - 2 * leading t). set (B := leading t - 1).
  pose proof (square_below A (A / (1 + 2 * turning t)) (1 + 2 * turning t) 5 ltac:(field; lra) ltac:(lra)) as S0.
  pose proof (square_below (-2 * A + 4 * B) ((-2 * A + 4 * B) / (1 + 2 * leading t)) (1 + 2 * leading t) 3 ltac:(field; lra)
    ltac:(lra)) as S1.
  set (g0 := A / (1 + 2 * turning t)) in *. set (g1 := (-2 * A + 4 * B) / (1 + 2 * leading t)) in *.
  clearbody g0 g1. nra.
Qed.

Lemma journey_descends : mirror_trajectory 1 1 2 (fun t => journey_value (fun k => output 2 (journey k) t))
  (component 2 journey_grad journey) pull (fun k t => 1 + 2 * path k t) (fun k => output 2 (journey k)) turns 0 6.
Proof.
  split; [apply turns_countable |]. split; [| apply journey_falls]. intros k Hk. split; [apply journey_x |].
  intros t Ht Hn. pose proof (path_range k t ltac:(lra)). split; [| lra].
  apply journey_drive; [exact Hk | lra | intros E; apply Hn; now left].
Qed.

Theorem journey_witness :
  let x (k : nat) := output 2 (journey k) in let g := component 2 journey_grad journey in
  let F t := journey_value (fun k => x k t) in
  countable turns /\ network_flow 1 2 2 journey_grad pull no_decay turns journey 0 6 /\
  (forall k t, 0 < t -> smallest 1 2 (fun i => journey k i t) 0 /\ mu 1 2 (fun i => journey k i t) 0 = 1) /\
  (forall k, integrable turns 0 6 (pull k)) /\
  moves turns 0 6 F (fun t => Sum 2 (fun k => g k t * Derive (x k) t)) /\
  (forall k t, (k < 2)%nat -> 0 < t < 6 -> continuous (g k) t /\ Rabs (g k t) <= 7) /\
  (forall t, 0 < t < 6 -> 0 <= F t /\ 2 * (1 / 75) * (F t - 0) <= square_norm 2 g t) /\
  mirror_trajectory 1 1 2 F g pull (fun k t => 1 + 2 * path k t) x turns 0 6 /\
  (forall t, 0 < t < 1 / 2 -> 0 < g 0%nat t /\ pull 0 t = 1) /\
  (forall t, 1 / 2 < t < 3 / 2 -> g 0%nat t < 0 /\ pull 0 t = -1) /\
  (forall t, 5 / 6 < t < 3 / 2 -> g 1%nat t = 0 /\ pull 1 t = - (1 / 4) /\ 0 < Derive (x 1%nat) t) /\
  (forall t, 0 < t < 3 / 2 -> 0 < F t) /\ (forall t, 3 / 2 <= t -> F t = 0).
Proof.
  intros x g F. split; [apply turns_countable |]. split.
  { intros k Hk. split; [apply journey_flow |]. intros t Ht Hn. apply journey_drive; [exact Hk | lra |].
    intros E. apply Hn. now left. }
  split; [intros k t Ht; now apply journey_smallest |]. split; [apply pull_integrable |]. split; [apply journey_falls |].
  split; [intros k t Hk Ht; split; [now apply journey_continuous | apply journey_bounded; [exact Hk | lra]] |].
  assert (EF : forall t, 0 < t -> F t = (turning t - 2 * leading t) * (turning t - 2 * leading t) / 2
    + 2 * ((leading t - 1) * (leading t - 1))) by (intros; now apply journey_f).
  split.
  { intros t Ht. split; [| now apply journey_PL]. rewrite EF by lra. pose proof (Rle_0_sqr (turning t - 2 * leading t)).
    pose proof (Rle_0_sqr (leading t - 1)). unfold Rsqr in *. lra. }
  split; [exact journey_descends |].
  assert (E0 : forall t, 0 < t -> g 0%nat t = (turning t - 2 * leading t) / (1 + 2 * turning t)).
  { intros t Ht. exact (journey_component 0 t ltac:(lia) Ht). }
  assert (E1 : forall t, 0 < t -> g 1%nat t = (-2 * (turning t - 2 * leading t) + 4 * (leading t - 1)) / (1 + 2 * leading t)).
  { intros t Ht. exact (journey_component 1 t ltac:(lia) Ht). }
  split; [| split; [| split; [| split]]].
  - intros t Ht. rewrite E0 by lra. destruct (stretches t) as [H | [H | [H | H]]]; try lra. split; [| lra].
    apply Rdiv_lt_0_compat; lra.
  - intros t Ht. rewrite E0 by lra. destruct (stretches t) as [H | [H | [H | H]]]; try lra; (split; [| lra]);
      apply quotient_neg; lra.
  - intros t Ht. rewrite E1 by lra. destruct (stretches t) as [H | [H | [H | H]]]; try lra.
    destruct H as [_ [V0 [V1 [_ Hp]]]]. split; [rewrite V0, V1; field; lra |]. split; [exact Hp |].
    destruct (journey_x 1 t ltac:(lra)) as [_ D]. specialize (D ltac:(unfold turns; lra)).
    unfold x. rewrite (is_derive_unique _ _ _ D). unfold path. rewrite Hp, V1. lra.
  - intros t Ht. rewrite EF by lra. pose proof (Rle_0_sqr (turning t - 2 * leading t)) as Q. unfold Rsqr in Q.
    destruct (stretches t) as [H | [H | [H | H]]]; try lra; assert (leading t - 1 < 0) by lra; nra.
  - intros t Ht. rewrite EF by lra. destruct (stretches t) as [H | [H | [H | H]]]; try lra.
    destruct H as [_ [-> [-> _]]]. field.
Qed.

(** Every theorem about such trajectories speaks of it. *)
Theorem journey_meets :
  let x (k : nat) := output 2 (journey k) in let g := component 2 journey_grad journey in
  let F t := journey_value (fun k => x k t) in
  (forall k i j s t, (k < 2)%nat -> (i < 2)%nat -> (j < 2)%nat -> 0 < s < 6 -> 0 < t < 6 ->
    apow (journey k i t) 1 - apow (journey k j t) 1 = apow (journey k i s) 1 - apow (journey k j s) 1) /\
  (forall k, (k < 2)%nat -> let Lam := Lambda 1 (fun i => journey k i 1) 0 in
    moves turns 0 6 (output 2 (journey k)) (fun t => - pull k t * dP 2 Lam (U 2 Lam (apow (x k t) 1))) /\
    forall r t, 0 < r < 6 -> 0 < t < 6 -> grad_potential 1 2 Lam (x k t) - grad_potential 1 2 Lam (x k r) = - RInt (pull k) r t) /\
  (forall s t, 0 < s <= t -> t < 6 -> RInt (square_norm 2 g) s t <= apow 7 (2 - 1) * (F s - F t) / 1) /\
  (forall s t, 0 < s <= t -> t < 6 -> RInt (power_norm 1 2 g) s t <= (F s - F t) / 1) /\
  (forall t, 1 <= t -> t < 6 -> F t - 0 <= (F 1 - 0) * exp (- (2 * (1 / 75) * 1 * apow 7 (1 - 2) * (t - 1)))) /\
  (1 + apow (F 1 - 0) (1 - 1 / 2) / (1 * apow (2 * (1 / 75)) (1 / 2) * (1 - 1 / 2)) <= 5 /\ F 5 = 0).
Proof.
  intros x g F. destruct journey_witness as [HD [Hf [Hs [Hi [HF [Hg [HP [Ht _]]]]]]]].
  assert (HL : forall k, invariants 2 (Lambda 1 (fun i => journey k i 1) 0) 0).
  { intros k. apply smallest_invariants, Hs. lra. }
  assert (HdP : forall k, 0 < dP 2 (Lambda 1 (fun i => journey k i 1) 0) 0).
  { intros k. rewrite (dP_0 2 _ 0 (HL k)). change (0 < mu 1 2 (fun i => journey k i 1) 0).
    rewrite (proj2 (Hs k 1 ltac:(lra))). lra. }
  split; [| split; [| split; [| split; [| split]]]].
  - intros k i j s t Hk Hi' Hj Hst Htt. exact (balance 1 2%nat (pull k) turns (journey k) 0 6 ltac:(lra) (journey_flow k) i j s t Hi' Hj Hst Htt).
  - intros k Hk Lam. split.
    + exact (proj2 (proj2 (metric_along_flow 1 2%nat (pull k) turns (journey k) 0 6 ltac:(lra) (journey_flow k) 0%nat 1 ltac:(lra)
        (proj1 (Hs k 1 ltac:(lra)))))).
    + apply (mirror_integral 1 2%nat (pull k) turns (journey k) 0 6 ltac:(lra) (journey_flow k) (Hi k) 0%nat 1 ltac:(lra)
        (proj1 (Hs k 1 ltac:(lra)))); [| left; apply HdP].
      intros t _. left. apply (grad_from_0 1 2 _ 0 ltac:(lra) (HL k)), HdP.
  - exact (convergence 1 1 2%nat F g pull _ x turns 0 6 7 ltac:(lra) ltac:(lra) ltac:(lra) Ht Hg).
  - exact (convergence_power 1 1 2%nat F g pull _ x turns 0 6 ltac:(lra) ltac:(lra) Ht (fun k t Hk Hr => proj1 (Hg k t Hk Hr))).
  - exact (proj2 (end_to_end 1 2%nat 2%nat journey_value journey_grad pull turns journey 0 6 1 (fun _ => 0%nat) 1 7 0 (1 / 75) ltac:(lra)
      ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) HD Hf HF
      (fun k _ => conj (proj1 (Hs k 1 Rlt_0_1)) (Req_le _ _ (eq_sym (proj2 (Hs k 1 Rlt_0_1)))))
      (fun t k Hr Hk => proj2 (Hg k t Hk Hr)) (fun t Hr => proj2 (HP t Hr)))).
  - assert (K : 1 + apow (F 1 - 0) (1 - 1 / 2) / (1 * apow (2 * (1 / 75)) (1 / 2) * (1 - 1 / 2)) <= 5).
    { assert (E : F 1 = 1 / 4 * (1 / 4)).
      { unfold F, x. rewrite journey_f by lra. destruct (stretches 1) as [H | [H | [H | H]]]; try lra.
        destruct H as [_ [-> [-> _]]]. field. }
      rewrite E, Rminus_0_r. replace (1 - 1 / 2) with (1 / 2) by field. rewrite <- apow_two, apow_apow.
      replace (2 * (1 / 2)) with 1 by field. rewrite apow_one, Rabs_pos_eq by lra.
      assert (H7 : 1 / 7 <= apow (2 * (1 / 75)) (1 / 2)).
      { replace (1 / 7) with (apow (1 / 7 * (1 / 7)) (1 / 2)).
        - apply apow_le; lra.
        - rewrite <- apow_two, apow_apow. replace (2 * (1 / 2)) with 1 by field. rewrite apow_one. apply Rabs_pos_eq. lra. }
      set (r := apow (2 * (1 / 75)) (1 / 2)) in *. clearbody r.
      assert (Hr : / (1 * r * (1 / 2)) <= 14).
      { replace 14 with (/ (1 / 14)) by field. apply Rinv_le_contravar; lra. }
      unfold Rdiv at 1. nra. }
    split; [exact K |].
    exact (finite_time 1 1 2%nat F g pull _ x turns 0 6 0 (1 / 75) ltac:(lra) ltac:(lra) ltac:(lra) Ht HP 1 5 ltac:(lra) ltac:(lra) K).
Qed.
