(** Lebesgue's theorem: what is absolutely continuous has a derivative at almost every time.

    Let f_n be the polygon through f at the points i s / 2^n. The length of the polygons rises to a limit, and the length is
    strictly convex in the slopes, so f - f_n has little variation for large n; where f - f_n has no steep chord, the slope
    of f_n is close to every difference quotient of f (Cover.v). *)

From Coq Require Import Reals Lra Lia Psatz Classical ConstructiveEpsilon.
From Coq Require Import ClassicalDedekindReals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary Basics Exceptions Times Rates Laws Cover.
Local Open Scope R_scope.

(** * The variation of a function as a function that rises *)

Definition chain (s : R) (n : nat) (u v : nat -> R) : Prop :=
  (forall i, (i < n)%nat -> 0 <= u i /\ u i <= v i /\ v i <= s) /\ (forall i, (S i < n)%nat -> v i <= u (S i)).

Section Variation.
Variables (s B : R) (g : R -> R).
Hypothesis HB : forall n u v, chain s n u v -> Sum n (fun i => Rabs (g (v i) - g (u i))) <= B.

Definition sums (x r : R) : Prop := exists n u v, chain s n u v /\ (forall i, (i < n)%nat -> v i <= x) /\
  r = Sum n (fun i => Rabs (g (v i) - g (u i))).

Lemma sums_bound x : bound (sums x).
Proof. exists B. intros r [n [u [v [C [_ ->]]]]]. now apply HB. Qed.

Lemma sums_0 x : sums x 0.
Proof. exists 0%nat, (fun _ => 0), (fun _ => 0). split; [split; intros; lia |]. split; [intros; lia | reflexivity]. Qed.

Definition variation (x : R) : R := proj1_sig (completeness (sums x) (sums_bound x) (ex_intro _ 0 (sums_0 x))).

Lemma variation_lub x : is_lub (sums x) (variation x).
Proof. unfold variation. apply proj2_sig. Qed.

Lemma variation_ge0 x : 0 <= variation x.
Proof. apply (proj1 (variation_lub x)), sums_0. Qed.

Lemma variation_le x : variation x <= B.
Proof. apply (proj2 (variation_lub x)). intros r [n [u [v [C [_ ->]]]]]. now apply HB. Qed.

Lemma variation_step x y : 0 <= x -> x <= y -> y <= s -> Rabs (g y - g x) <= variation y - variation x.
Proof.
  intros Hx Hxy Hy. assert (K : variation x <= variation y - Rabs (g y - g x)); [| lra].
  apply (proj2 (variation_lub x)). intros r [n [u [v [[C1 C2] [Cx ->]]]]].
  assert (E : Sum n (fun i => Rabs (g (v i) - g (u i))) + Rabs (g y - g x) <= variation y); [| lra].
  apply (proj1 (variation_lub y)).
  exists (S n), (fun i => if Nat.ltb i n then u i else x), (fun i => if Nat.ltb i n then v i else y). split; [split |]; [| | split].
  - intros i Hi. destruct (Nat.ltb_spec i n); [now apply C1 | lra].
  - intros i Hi. destruct (Nat.ltb_spec i n); [| lia]. destruct (Nat.ltb_spec (S i) n); [now apply C2 | now apply Cx].
  - intros i Hi. destruct (Nat.ltb_spec i n); [apply Rle_trans with x; auto | lra].
  - simpl. rewrite Nat.ltb_irrefl. f_equal. apply Sum_ext. intros i Hi. destruct (Nat.ltb_spec i n); [reflexivity | lia].
Qed.
End Variation.

(** * From the variation along meshes to that along every chain *)

Lemma Sum_step a b G : (a <= b)%nat -> Rabs (G b - G a) <= Sum b (fun k => Rabs (G (S k) - G k)) - Sum a (fun k => Rabs (G (S k) - G k)).
Proof.
  intros H. induction H as [| b H IH]; [rewrite !Rminus_eq_0, Rabs_R0; lra |]. simpl.
  pose proof (Rabs_triang (G (S b) - G b) (G b - G a)) as T. replace (G (S b) - G b + (G b - G a)) with (G (S b) - G a) in T by ring. lra.
Qed.

Lemma Sum_le_long a b c : (forall i, 0 <= c i) -> (a <= b)%nat -> Sum a c <= Sum b c.
Proof. intros Hc H. replace b with (a + (b - a))%nat by lia. now apply Sum_mono. Qed.

Lemma nat_chain n M (a b : nat -> nat) G : (forall i, (i < n)%nat -> (a i <= b i)%nat /\ (b i <= M)%nat) ->
  (forall i, (S i < n)%nat -> (b i <= a (S i))%nat) ->
  Sum n (fun i => Rabs (G (b i) - G (a i))) <= Sum M (fun k => Rabs (G (S k) - G k)).
Proof.
  intros H1 H2. set (c := fun k => Rabs (G (S k) - G k)). assert (Hc : forall i, 0 <= c i) by (intros; apply Rabs_pos).
  assert (K : Sum n (fun i => Rabs (G (b i) - G (a i))) <= Sum (match n with O => O | S k => b k end) c).
  { induction n; [simpl; lra |]. simpl Sum at 1.
    pose proof (Sum_step (a n) (b n) G ltac:(apply H1; lia)) as S1. fold c in S1.
    assert (IH := IHn ltac:(intros; apply H1; lia) ltac:(intros; apply H2; lia)).
    assert (S2 : Sum (match n with O => O | S k => b k end) c <= Sum (a n) c).
    { apply Sum_le_long; [exact Hc |]. destruct n; [lia | apply H2; lia]. }
    lra. }
  apply Rle_trans with (1 := K). apply Sum_le_long; [exact Hc |]. destruct n; [lia | apply H1; lia].
Qed.

Section Mesh.
Variable s : R.
Hypothesis Hs : 0 < s.

Definition along (N : nat) (g : R -> R) : R := Sum (2 ^ N) (fun i => Rabs (g (grid s N (S i)) - g (grid s N i))).
Definition place (N : nat) (x : R) : nat := Z.to_nat (up (x / mesh s N) - 1).

Lemma place_spec N x : 0 <= x -> grid s N (place N x) <= x < grid s N (place N x) + mesh s N.
Proof.
  intros Hx. pose proof (mesh_pos s Hs N) as PM. assert (P : 0 <= x / mesh s N) by (apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat]).
  destruct (archimed (x / mesh s N)) as [A1 A2].
  assert (U : (0 <= up (x / mesh s N) - 1)%Z) by (assert (0 < up (x / mesh s N))%Z by (apply lt_IZR; lra); lia).
  unfold grid, place. rewrite INR_IZR_INZ, Z2Nat.id by exact U. rewrite minus_IZR.
  assert (E : x = x / mesh s N * mesh s N) by (field; lra). set (q := x / mesh s N) in *. rewrite E. nra.
Qed.

Lemma place_le N x y : 0 <= x -> x <= y -> (place N x <= place N y)%nat.
Proof.
  intros Hx Hxy. pose proof (mesh_pos s Hs N) as PM. destruct (place_spec N x Hx) as [A _]. destruct (place_spec N y ltac:(lra)) as [_ B].
  unfold grid in *. assert (K : INR (place N x) < INR (S (place N y))); [| apply INR_lt in K; lia].
  rewrite S_INR. apply Rmult_lt_reg_r with (mesh s N); [exact PM |]. lra.
Qed.

Lemma place_end N x : 0 <= x -> x <= s -> (place N x <= 2 ^ N)%nat.
Proof.
  intros Hx Hxs. pose proof (mesh_pos s Hs N) as PM. destruct (place_spec N x Hx) as [A _].
  apply INR_le. apply Rmult_le_reg_r with (mesh s N); [exact PM |]. change (grid s N (place N x) <= grid s N (2 ^ N)). rewrite grid_end. lra.
Qed.

Lemma mesh_le n m : (n <= m)%nat -> mesh s m <= mesh s n.
Proof. intros H. induction H as [| m H IH]; [lra |]. rewrite mesh_S. pose proof (mesh_pos s Hs m). lra. Qed.

Lemma place_tends x : 0 <= x -> is_lim_seq (fun N => grid s N (place N x)) x.
Proof.
  intros Hx. apply is_lim_seq_spec. intros [eps He]. destruct (mesh_small s Hs eps He) as [N HN]. exists N. intros n Hn.
  simpl. pose proof (mesh_le N n Hn). destruct (place_spec n x Hx) as [A B]. apply Rabs_def1; lra.
Qed.

Lemma lim_Sum n (a : nat -> nat -> R) (l : nat -> R) : (forall i, is_lim_seq (fun N => a i N) (l i)) ->
  is_lim_seq (fun N => Sum n (fun i => a i N)) (Sum n l).
Proof. intros H. induction n; simpl; [apply is_lim_seq_const |]. now apply is_lim_seq_plus'. Qed.

Lemma along_chains g n0 B : (forall t, continuous g t) -> (forall m, along (n0 + m) g <= B) ->
  forall n u v, chain s n u v -> Sum n (fun i => Rabs (g (v i) - g (u i))) <= B.
Proof.
  intros Cg HB n u v [C1 C2].
  set (pos := fun x => Rmax 0 x). assert (P0 : forall x, 0 <= pos x) by (intros; apply Rmax_l).
  rewrite (Sum_ext n _ (fun i => Rabs (g (pos (v i)) - g (pos (u i))))).
  2:{ intros i Hi. destruct (C1 i Hi) as [A1 [A2 A3]]. unfold pos. rewrite !Rmax_right by lra. reflexivity. }
  assert (L : is_lim_seq (fun N => Sum n (fun i => Rabs (g (grid s N (place N (pos (v i)))) - g (grid s N (place N (pos (u i)))))))
    (Sum n (fun i => Rabs (g (pos (v i)) - g (pos (u i)))))).
  { apply (lim_Sum n (fun i N => Rabs (g (grid s N (place N (pos (v i)))) - g (grid s N (place N (pos (u i))))))). intros i.
    apply (is_lim_seq_abs _ (Finite (g (pos (v i)) - g (pos (u i))))).
    apply is_lim_seq_minus'; apply (filterlim_comp _ _ _ _ g _ _ _ (place_tends _ (P0 _))); apply Cg. }
  apply (is_lim_seq_incr_n _ n0) in L.
  apply (is_lim_seq_le (fun N => Sum n (fun i => Rabs (g (grid s (N + n0) (place (N + n0) (pos (v i)))) - g (grid s (N + n0) (place (N + n0) (pos (u i)))))))
    (fun _ => B) (Finite _) (Finite B)); [| exact L | apply is_lim_seq_const].
  intros N. apply Rle_trans with (2 := HB N). rewrite Nat.add_comm. set (M := (n0 + N)%nat).
  apply (nat_chain n (2 ^ M) (fun i => place M (pos (u i))) (fun i => place M (pos (v i))) (fun k => g (grid s M k))).
  - intros i Hi. destruct (C1 i Hi) as [A1 [A2 A3]]. unfold pos. rewrite !Rmax_right by lra. split; [now apply place_le | apply place_end; lra].
  - intros i Hi. specialize (C2 i Hi). destruct (C1 i ltac:(lia)) as [A1 [A2 A3]]. unfold pos. rewrite !Rmax_right by lra. apply place_le; lra.
Qed.

(** * The polygons *)

Lemma Sum_add a b c : Sum (a + b) c = Sum a c + Sum b (fun k => c (a + k)%nat).
Proof. induction b; [rewrite Nat.add_0_r; simpl; ring |]. rewrite Nat.add_succ_r. simpl. rewrite IHb. ring. Qed.

Lemma Sum_blocks a b c : Sum (a * b) c = Sum a (fun i => Sum b (fun k => c (i * b + k)%nat)).
Proof.
  induction a; [reflexivity |]. replace (S a * b)%nat with (a * b + b)%nat by (simpl; lia). rewrite Sum_add, IHa. reflexivity.
Qed.

Lemma Sum_telescope n G : Sum n (fun k => G (S k) - G k) = G n - G 0%nat.
Proof. induction n; simpl; [ring |]. rewrite IHn. ring. Qed.

(** d = x - sigma h is small where the length of (h, x) is close to its part along (1, sigma). *)
Lemma excess h x sigma K eta : 0 < h -> Rabs sigma <= K -> 0 < eta ->
  Rabs (x - sigma * h) <= eta * h + 2 * (1 + K * K) * (1 + K + eta) / eta * (sqrt (h * h + x * x) - (h + sigma * x) / sqrt (1 + sigma * sigma)).
Proof.
  intros Hh Hsg He. assert (HK : 0 <= K) by (pose proof (Rabs_pos sigma); lra).
  set (r := sqrt (h * h + x * x)). set (R1 := sqrt (1 + sigma * sigma)). set (d := x - sigma * h).
  assert (Pr : 0 < r) by (apply sqrt_lt_R0; nra). assert (PR : 0 < R1) by (apply sqrt_lt_R0; nra).
  assert (Er : r * r = h * h + x * x) by (apply sqrt_sqrt; nra). assert (ER : R1 * R1 = 1 + sigma * sigma) by (apply sqrt_sqrt; nra).
  set (A := r * R1). set (b := h + sigma * x). assert (PA : 0 < A) by (now apply Rmult_lt_0_compat).
  assert (EA : A * A = b * b + d * d) by (unfold A, b, d; transitivity ((r * r) * (R1 * R1)); [ring | rewrite Er, ER; ring]).
  assert (bA : b <= A) by nra.
  assert (Ex : r - b / R1 = (A - b) / R1) by (unfold A; field; lra). rewrite Ex.
  assert (K2 : R1 * R1 <= 1 + K * K).
  { rewrite ER. assert (sigma * sigma = Rabs sigma * Rabs sigma) as -> by (rewrite <- Rabs_mult, Rabs_pos_eq; [ring | nra]).
    pose proof (Rabs_pos sigma). nra. }
  assert (P0 : 0 <= (A - b) / R1) by (apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat]).
  set (C := 2 * (1 + K * K) * (1 + K + eta) / eta). assert (PC : 0 < C).
  { unfold C. apply Rdiv_lt_0_compat; [| exact He]. apply Rmult_lt_0_compat; [| lra]. nra. }
  pose proof (Rabs_pos d) as Pd. destruct (Rle_lt_dec (Rabs d) (eta * h)) as [Sm | Lg].
  { assert (0 <= C * ((A - b) / R1)) by (apply Rmult_le_pos; lra). lra. }
  assert (rb : r <= (1 + K) * h + Rabs d).
  { assert (X : Rabs x <= K * h + Rabs d).
    { replace x with (sigma * h + d) by (unfold d; ring). apply Rle_trans with (1 := Rabs_triang _ _).
      rewrite Rabs_mult, (Rabs_pos_eq h) by lra. nra. }
    assert (r <= h + Rabs x); [| lra]. apply Rsqr_incr_0_var; [| pose proof (Rabs_pos x); lra]. unfold Rsqr. rewrite Er.
    assert (x * x = Rabs x * Rabs x) by (rewrite <- Rabs_mult, Rabs_pos_eq; [ring | nra]). pose proof (Rabs_pos x). nra. }
  assert (dd : d * d = Rabs d * Rabs d) by (rewrite <- Rabs_mult, Rabs_pos_eq; [ring | nra]).
  assert (Q1 : Rabs d * Rabs d <= (A - b) * (2 * A)) by nra.
  assert (Q2 : r * eta <= Rabs d * (1 + K + eta)) by nra.
  assert (Main : Rabs d <= C * ((A - b) / R1)); [| assert (0 <= eta * h) by (apply Rmult_le_pos; lra); lra].
  assert (Q3 : Rabs d * Rabs d * eta <= ((A - b) / R1) * (2 * (1 + K * K)) * (Rabs d * (1 + K + eta))).
  { apply Rle_trans with ((A - b) * (2 * A) * eta); [apply Rmult_le_compat_r; lra |].
    replace ((A - b) * (2 * A) * eta) with ((A - b) / R1 * (2 * (R1 * R1)) * (r * eta)) by (unfold A; field; lra).
    apply Rmult_le_compat; [| | | exact Q2].
    - apply Rmult_le_pos; [exact P0 | nra].
    - apply Rmult_le_pos; lra.
    - apply Rmult_le_compat_l; [exact P0 | lra]. }
  assert (Pd2 : 0 < Rabs d) by nra.
  apply Rmult_le_reg_r with (Rabs d * eta); [now apply Rmult_lt_0_compat |].
  replace (Rabs d * (Rabs d * eta)) with (Rabs d * Rabs d * eta) by ring. apply Rle_trans with (1 := Q3). right. unfold C. field. split; lra.
Qed.

Definition longer (f : R -> R) (N : nat) : R :=
  Sum (2 ^ N) (fun i => sqrt (mesh s N * mesh s N + (f (grid s N (S i)) - f (grid s N i)) * (f (grid s N (S i)) - f (grid s N i)))).
Definition slope (f : R -> R) (n i : nat) : R := (f (grid s n (S i)) - f (grid s n i)) / mesh s n.

Lemma mesh_add n m : mesh s n = INR (2 ^ m) * mesh s (n + m).
Proof. unfold mesh. rewrite pow_INR, pow_add. replace (INR 2) with 2 by (simpl; ring). field. split; apply pow_nonzero; lra. Qed.

Lemma grid_add n m i : grid s (n + m) (i * 2 ^ m) = grid s n i.
Proof. unfold grid. rewrite (mesh_add n m), mult_INR. ring. Qed.

Lemma pow_block n m : (2 ^ (n + m) = 2 ^ n * 2 ^ m)%nat.
Proof. apply Nat.pow_add_r. Qed.

(** The parts of the cell i at level n. *)
Definition part (f : R -> R) (n m i k : nat) : R := f (grid s (n + m) (S (i * 2 ^ m + k))) - f (grid s (n + m) (i * 2 ^ m + k)).

Lemma parts_sum f n m i : Sum (2 ^ m) (part f n m i) = f (grid s n (S i)) - f (grid s n i).
Proof.
  unfold part. rewrite (Sum_ext _ _ (fun k => f (grid s (n + m) (i * 2 ^ m + S k)) - f (grid s (n + m) (i * 2 ^ m + k)))) by (intros; do 3 f_equal; lia).
  rewrite (Sum_telescope (2 ^ m) (fun k => f (grid s (n + m) (i * 2 ^ m + k)))). rewrite Nat.add_0_r.
  replace (i * 2 ^ m + 2 ^ m)%nat with (S i * 2 ^ m)%nat by (simpl; lia). now rewrite !grid_add.
Qed.

Lemma cell_excess f n m i K eta : Rabs (slope f n i) <= K -> 0 < eta ->
  Sum (2 ^ m) (fun k => Rabs (part f n m i k - slope f n i * mesh s (n + m))) <= eta * mesh s n +
    2 * (1 + K * K) * (1 + K + eta) / eta * (Sum (2 ^ m) (fun k => sqrt (mesh s (n + m) * mesh s (n + m) + part f n m i k * part f n m i k)) -
      sqrt (mesh s n * mesh s n + (f (grid s n (S i)) - f (grid s n i)) * (f (grid s n (S i)) - f (grid s n i)))).
Proof.
  intros HK He. set (C := 2 * (1 + K * K) * (1 + K + eta) / eta). set (h := mesh s (n + m)). set (sg := slope f n i). set (x := part f n m i).
  pose proof (mesh_pos s Hs (n + m)) as Ph. fold h in Ph. pose proof (mesh_pos s Hs n) as Pn.
  apply Rle_trans with (Sum (2 ^ m) (fun k => eta * h + (C * sqrt (h * h + x k * x k) + - (C / sqrt (1 + sg * sg)) * (h + sg * x k)))).
  - apply Sum_le. intros k _. pose proof (excess h (x k) sg K eta Ph HK He) as E. fold C in E. apply Rle_trans with (1 := E). right. unfold Rdiv. ring.
  - right. rewrite Sum_plus, Sum_const, Sum_plus, !Sum_scal, Sum_plus, Sum_const, Sum_scal.
    replace (INR (2 ^ m) * h) with (mesh s n) by (unfold h; apply mesh_add).
    replace (INR (2 ^ m) * (eta * h)) with (eta * mesh s n) by (rewrite (mesh_add n m); fold h; ring).
    assert (Ex : Sum (2 ^ m) x = sg * mesh s n) by (unfold x, sg, slope; rewrite parts_sum; field; lra).
    rewrite Ex. set (D := f (grid s n (S i)) - f (grid s n i)). assert (ED : D = sg * mesh s n) by (unfold D, sg, slope; field; lra).
    assert (P1 : 0 < 1 + sg * sg) by nra.
    assert (ES : sqrt (mesh s n * mesh s n + D * D) = mesh s n * sqrt (1 + sg * sg)).
    { rewrite ED. replace (mesh s n * mesh s n + sg * mesh s n * (sg * mesh s n)) with (mesh s n * mesh s n * (1 + sg * sg)) by ring.
      rewrite sqrt_mult by nra. rewrite sqrt_square by lra. reflexivity. }
    rewrite ES. assert (PS : 0 < sqrt (1 + sg * sg)) by (now apply sqrt_lt_R0).
    assert (EE : sqrt (1 + sg * sg) * sqrt (1 + sg * sg) = 1 + sg * sg) by (apply sqrt_sqrt; lra).
    replace (mesh s n + sg * (sg * mesh s n)) with (mesh s n * (sqrt (1 + sg * sg) * sqrt (1 + sg * sg))) by (rewrite EE; ring). field. lra.
Qed.

Lemma Sum_Rabs n a : Rabs (Sum n a) <= Sum n (fun k => Rabs (a k)).
Proof. induction n; simpl; [rewrite Rabs_R0; lra |]. apply Rle_trans with (1 := Rabs_triang _ _). lra. Qed.

Lemma cell_longer f n m i : sqrt (mesh s n * mesh s n + (f (grid s n (S i)) - f (grid s n i)) * (f (grid s n (S i)) - f (grid s n i)))
  <= Sum (2 ^ m) (fun k => sqrt (mesh s (n + m) * mesh s (n + m) + part f n m i k * part f n m i k)).
Proof.
  set (X := Sum _ _). set (Y := sqrt _). apply Rnot_lt_le. intros H. pose proof (mesh_pos s Hs n) as Pn.
  set (K := Rabs (slope f n i)). assert (PK : 0 <= K) by apply Rabs_pos. set (eta := Rmin 1 ((Y - X) / mesh s n)).
  assert (P : 0 < (Y - X) / mesh s n) by (apply Rdiv_lt_0_compat; lra).
  assert (He : 0 < eta) by (unfold eta; apply Rmin_pos; lra).
  pose proof (cell_excess f n m i K eta (Rle_refl K) He) as E. fold X Y in E.
  assert (S0 : 0 <= Sum (2 ^ m) (fun k => Rabs (part f n m i k - slope f n i * mesh s (n + m)))) by (apply Sum_ge0; intros; apply Rabs_pos).
  assert (C2 : 2 <= 2 * (1 + K * K) * (1 + K + eta) / eta).
  { apply Rmult_le_reg_r with eta; [exact He |]. unfold Rdiv. rewrite (Rmult_assoc _ (/ eta)), Rinv_l by lra. nra. }
  assert (E1 : eta * mesh s n <= Y - X).
  { apply Rle_trans with ((Y - X) / mesh s n * mesh s n); [apply Rmult_le_compat_r; [lra | apply Rmin_r] | right; field; lra]. }
  set (C := 2 * (1 + K * K) * (1 + K + eta) / eta) in *. nra.
Qed.

(** The slopes of f_n, in one function. *)
Definition polygon (f : R -> R) (n : nat) (x : R) : R := Sum (2 ^ n) (fun i => slope f n i * clamp (grid s n i) (grid s n (S i)) x).

Lemma polygon_step f n i x y : (i < 2 ^ n)%nat -> grid s n i <= x -> x <= y -> y <= grid s n (S i) ->
  polygon f n y - polygon f n x = slope f n i * (y - x).
Proof.
  intros Hi Hx Hxy Hy. unfold polygon.
  assert (E : forall a b : nat -> R, Sum (2 ^ n) a - Sum (2 ^ n) b = Sum (2 ^ n) (fun j => a j + -1 * b j)) by (intros; rewrite Sum_plus, Sum_scal; ring).
  rewrite E. rewrite <- (Sum_delta (2 ^ n) i (slope f n i * (y - x)) Hi). apply Sum_ext. intros j Hj.
  pose proof (grid_le s Hs n j (S j) ltac:(lia)) as G0.
  destruct (Nat.eqb_spec j i) as [-> | Hn].
  - unfold clamp. rewrite !Rmin_left, !Rmax_right by (rewrite ?Rmin_left by lra; lra). ring.
  - destruct (le_lt_dec j i) as [L | L].
    + pose proof (grid_le s Hs n (S j) i ltac:(lia)). unfold clamp. rewrite !Rmin_right, !Rmax_right by lra. ring.
    + pose proof (grid_le s Hs n (S i) j ltac:(lia)). unfold clamp. rewrite !Rmin_left, !Rmax_left by (rewrite ?Rmin_left by lra; lra). ring.
Qed.

Lemma polygon_along f n m : along (n + m) (fun x => f x - polygon f n x) =
  Sum (2 ^ n) (fun i => Sum (2 ^ m) (fun k => Rabs (part f n m i k - slope f n i * mesh s (n + m)))).
Proof.
  unfold along. rewrite pow_block, Sum_blocks. apply Sum_ext. intros i Hi. apply Sum_ext. intros k Hk. f_equal. unfold part.
  assert (E : polygon f n (grid s (n + m) (S (i * 2 ^ m + k))) - polygon f n (grid s (n + m) (i * 2 ^ m + k)) = slope f n i * mesh s (n + m)).
  { rewrite (polygon_step f n i); [rewrite grid_S; ring | exact Hi | | |].
    - rewrite <- (grid_add n m i). apply grid_le; [exact Hs | lia].
    - apply grid_le; [exact Hs | lia].
    - rewrite <- (grid_add n m (S i)). apply grid_le; [exact Hs | simpl; lia]. }
  rewrite <- E. ring.
Qed.

Section Fine.
Variable f : R -> R.
Hypothesis AC : forall eps, 0 < eps -> exists d, 0 < d /\ forall n u v, chain s n u v -> Sum n (fun i => v i - u i) < d ->
  Sum n (fun i => Rabs (f (v i) - f (u i))) <= eps.

Lemma some_cells eps d : (forall n u v, chain s n u v -> Sum n (fun i => v i - u i) < d -> Sum n (fun i => Rabs (f (v i) - f (u i))) <= eps) ->
  forall n m (b : nat -> bool), Sum (2 ^ n) (fun i => if b i then mesh s n else 0) < d ->
  Sum (2 ^ n) (fun i => if b i then Sum (2 ^ m) (fun k => Rabs (part f n m i k)) else 0) <= eps.
Proof.
  intros H n m b Hb. pose proof (mesh_pos s Hs (n + m)) as Ph.
  assert (P2 : (2 ^ m <> 0)%nat) by (apply Nat.pow_nonzero; lia).
  assert (Eq : forall i k, (k < 2 ^ m)%nat -> ((i * 2 ^ m + k) / 2 ^ m = i)%nat).
  { intros i k Hk. rewrite Nat.div_add_l by exact P2. rewrite Nat.div_small by exact Hk. lia. }
  set (u := fun j => grid s (n + m) j). set (v := fun j => if b (j / 2 ^ m)%nat then grid s (n + m) (S j) else grid s (n + m) j).
  assert (C : chain s (2 ^ (n + m)) u v).
  { split.
    - intros j Hj. unfold u, v. assert (0 <= grid s (n + m) j) by (rewrite <- (grid_0 s (n + m)); apply grid_le; [exact Hs | lia]).
      pose proof (grid_le s Hs (n + m) j (S j) ltac:(lia)).
      pose proof (grid_le s Hs (n + m) (S j) (2 ^ (n + m)) ltac:(lia)) as G. rewrite grid_end in G. destruct (b _); lra.
    - intros j _. unfold u, v. pose proof (grid_le s Hs (n + m) j (S j) ltac:(lia)). destruct (b _); lra. }
  specialize (H _ u v C).
  assert (L : Sum (2 ^ (n + m)) (fun i => v i - u i) = Sum (2 ^ n) (fun i => if b i then mesh s n else 0)).
  { rewrite pow_block, Sum_blocks. apply Sum_ext. intros i Hi.
    rewrite (Sum_ext (2 ^ m) _ (fun _ => if b i then mesh s (n + m) else 0)).
    - rewrite Sum_const. destruct (b i); [symmetry; apply mesh_add | ring].
    - intros k Hk. unfold u, v. rewrite Eq by exact Hk. destruct (b i); [rewrite grid_S |]; ring. }
  rewrite L in H. specialize (H Hb). apply Rle_trans with (2 := H). right. rewrite pow_block, Sum_blocks. apply Sum_ext. intros i Hi.
  destruct (b i) eqn:E.
  - apply Sum_ext. intros k Hk. unfold u, v, part. rewrite Eq, E by exact Hk. reflexivity.
  - symmetry. apply Sum_eq0. intros k Hk. unfold u, v. rewrite Eq, E, Rminus_eq_0 by exact Hk. apply Rabs_R0.
Qed.

Lemma bounded_along : exists n0 V, forall m, along (n0 + m) f <= V.
Proof.
  destruct (AC 1 ltac:(lra)) as [d [Hd H]]. destruct (mesh_small s Hs d Hd) as [n0 Hn]. exists n0, (INR (2 ^ n0)). intros m.
  unfold along. rewrite pow_block, Sum_blocks. rewrite <- (Rmult_1_r (INR (2 ^ n0))), <- Sum_const. apply Sum_le. intros i Hi.
  assert (K := some_cells 1 d H n0 m (fun j => Nat.eqb j i)). cbv beta in K. rewrite Sum_delta in K by exact Hi. specialize (K Hn).
  apply Rle_trans with (2 := K). right. symmetry.
  transitivity (Sum (2 ^ n0) (fun j => if Nat.eqb j i then Sum (2 ^ m) (fun k => Rabs (part f n0 m i k)) else 0)).
  - apply Sum_ext. intros j Hj. destruct (Nat.eqb_spec j i) as [-> |]; reflexivity.
  - apply Sum_delta. exact Hi.
Qed.

Lemma cells_total n : Sum (2 ^ n) (fun _ => mesh s n) = s.
Proof. rewrite Sum_const. exact (grid_end s n). Qed.

Lemma longer_bounded n V : along n f <= V -> longer f n <= s + V.
Proof.
  intros H. pose proof (mesh_pos s Hs n) as Pn.
  apply Rle_trans with (Sum (2 ^ n) (fun i => mesh s n + Rabs (f (grid s n (S i)) - f (grid s n i)))).
  - apply Sum_le. intros i _. set (D := f (grid s n (S i)) - f (grid s n i)). pose proof (Rabs_pos D).
    apply Rsqr_incr_0_var; [| lra]. unfold Rsqr. rewrite sqrt_sqrt by nra.
    assert (D * D = Rabs D * Rabs D) by (rewrite <- Rabs_mult, Rabs_pos_eq; [ring | nra]). nra.
  - rewrite Sum_plus, cells_total. unfold along in H. lra.
Qed.

Lemma fine e : 0 < e -> exists n, forall m, along (n + m) (fun x => f x - polygon f n x) <= e.
Proof.
  intros He. destruct bounded_along as [n0 [V HV]]. assert (PV : 0 <= V).
  { apply Rle_trans with (2 := HV 0%nat). apply Sum_ge0. intros. apply Rabs_pos. }
  destruct (AC (e / 8) ltac:(lra)) as [d [Hd HA]].
  set (K := V / d + 1). assert (HK : 0 < K) by (unfold K; assert (0 <= V / d) by (apply Rmult_le_pos; [lra | left; now apply Rinv_0_lt_compat]); lra).
  assert (Kd : V < K * d) by (unfold K; replace ((V / d + 1) * d) with (V + d) by (field; lra); lra).
  set (eta := e / (4 * s)). assert (Pe : 0 < eta) by (unfold eta; apply Rdiv_lt_0_compat; lra).
  set (C := 2 * (1 + K * K) * (1 + K + eta) / eta). assert (PC : 0 < C).
  { unfold C. apply Rdiv_lt_0_compat; [| exact Pe]. apply Rmult_lt_0_compat; [nra | lra]. }
  set (E := fun r => exists m, r = longer f (n0 + m)).
  destruct (completeness E) as [l [U L]].
  { exists (s + V). intros r [m ->]. apply longer_bounded. apply HV. }
  { now exists (longer f (n0 + 0)), 0%nat. }
  assert (G : exists m, l - e / (4 * C) < longer f (n0 + m)).
  { apply NNPP. intros N. assert (P : 0 < e / (4 * C)) by (apply Rdiv_lt_0_compat; lra).
    assert (B : l <= l - e / (4 * C)); [| lra]. apply L. intros r [m ->]. apply Rnot_lt_le. intros H. apply N. now exists m. }
  destruct G as [m0 G]. exists (n0 + m0)%nat. set (n := (n0 + m0)%nat) in *. intros m. rewrite polygon_along.
  pose proof (mesh_pos s Hs n) as Pn.
  set (wild := fun i => if Rle_dec (Rabs (slope f n i)) K then false else true).
  set (block := fun i => Sum (2 ^ m) (fun k => sqrt (mesh s (n + m) * mesh s (n + m) + part f n m i k * part f n m i k))).
  set (D := fun i => f (grid s n (S i)) - f (grid s n i)).
  set (chord := fun i => sqrt (mesh s n * mesh s n + D i * D i)).
  assert (cell : forall i, Sum (2 ^ m) (fun k => Rabs (part f n m i k - slope f n i * mesh s (n + m))) <=
    (eta * mesh s n + C * (block i + -1 * chord i)) + 2 * (if wild i then Sum (2 ^ m) (fun k => Rabs (part f n m i k)) else 0)).
  { intros i. unfold wild. destruct Rle_dec as [H | H].
    - pose proof (cell_excess f n m i K eta H Pe) as X. fold C in X. fold (D i) in X. fold (chord i) in X. fold (block i) in X. lra.
    - pose proof (cell_longer f n m i) as X. fold (D i) in X. fold (chord i) in X. fold (block i) in X.
      assert (0 <= C * (block i + -1 * chord i)) by (apply Rmult_le_pos; lra). assert (0 < eta * mesh s n) by (now apply Rmult_lt_0_compat).
      assert (Y : Sum (2 ^ m) (fun k => Rabs (part f n m i k - slope f n i * mesh s (n + m))) <= 2 * Sum (2 ^ m) (fun k => Rabs (part f n m i k))); [| lra].
      apply Rle_trans with (Sum (2 ^ m) (fun k => Rabs (part f n m i k) + Rabs (slope f n i * mesh s (n + m)))).
      + apply Sum_le. intros k _. unfold Rminus. rewrite <- (Rabs_Ropp (slope f n i * mesh s (n + m))). apply Rabs_triang.
      + rewrite Sum_plus, Sum_const. pose proof (mesh_pos s Hs (n + m)) as Ph.
        assert (Z : INR (2 ^ m) * Rabs (slope f n i * mesh s (n + m)) = Rabs (D i)).
        { rewrite <- (Rabs_pos_eq (INR (2 ^ m))) by apply pos_INR. rewrite <- Rabs_mult. f_equal. unfold slope. fold (D i).
          rewrite (mesh_add n m). field. split; [lra |]. apply not_0_INR. apply Nat.pow_nonzero. lia. }
        rewrite Z. assert (W : Rabs (D i) <= Sum (2 ^ m) (fun k => Rabs (part f n m i k))); [| lra].
        unfold D. rewrite <- (parts_sum f n m i). apply Sum_Rabs. }
  apply Rle_trans with (1 := Sum_le _ _ _ (fun i _ => cell i)).
  rewrite (Sum_plus (2 ^ n) (fun i => eta * mesh s n + C * (block i + -1 * chord i))), (Sum_plus (2 ^ n) (fun _ => eta * mesh s n)), !Sum_scal.
  rewrite (Sum_plus (2 ^ n) block), Sum_scal, cells_total.
  assert (Eb : Sum (2 ^ n) block = longer f (n + m)).
  { unfold longer. rewrite pow_block, Sum_blocks. reflexivity. }
  assert (Ec : Sum (2 ^ n) chord = longer f n) by reflexivity. rewrite Eb, Ec.
  assert (Up : longer f (n + m) <= l).
  { apply U. exists (m0 + m)%nat. f_equal. unfold n. lia. }
  assert (X1 : C * (longer f (n + m) + -1 * longer f n) <= e / 4).
  { apply Rle_trans with (C * (e / (4 * C))); [apply Rmult_le_compat_l; lra | right; field; lra]. }
  assert (X2 : eta * s = e / 4) by (unfold eta; field; lra).
  assert (X3 : Sum (2 ^ n) (fun i => if wild i then Sum (2 ^ m) (fun k => Rabs (part f n m i k)) else 0) <= e / 8).
  { apply (some_cells (e / 8) d HA n m wild).
    assert (B : K * Sum (2 ^ n) (fun i => if wild i then mesh s n else 0) <= V).
    { rewrite <- Sum_scal. apply Rle_trans with (along n f); [| apply HV]. apply Sum_le. intros i _. unfold wild. fold (D i).
      destruct Rle_dec as [H | H]; [rewrite Rmult_0_r; apply Rabs_pos |]. apply Rnot_le_lt in H.
      replace (D i) with (slope f n i * mesh s n) by (unfold slope, D; field; lra). rewrite Rabs_mult, (Rabs_pos_eq (mesh s n)) by lra.
      apply Rmult_le_compat_r; lra. }
    apply Rmult_lt_reg_l with K; [exact HK |]. lra. }
  lra.
Qed.
End Fine.

(** * The derivative *)

Definition fine_level (f : R -> R) (e : R) (n : nat) : Prop := forall m, along (n + m) (fun x => f x - polygon f n x) <= e.

Lemma fine_level_dec f e n : {fine_level f e n} + {~ fine_level f e n}.
Proof.
  destruct (sig_forall_dec (fun m => along (n + m) (fun x => f x - polygon f n x) <= e)) as [[m H] | H].
  - intros m. apply Rle_dec.
  - right. intros K. apply H, K.
  - left. exact H.
Qed.

Lemma continuous_clamp u v x : continuous (fun x => clamp u v x) x.
Proof.
  apply filterlim_locally. intros [eps He]. exists (mkposreal eps He). intros y Hy. change (Rabs (y - x) < eps) in Hy.
  change (Rabs (clamp u v y - clamp u v x) < eps). apply Rle_lt_trans with (2 := Hy). unfold clamp, Rmax, Rmin, Rabs.
  repeat destruct Rle_dec; repeat destruct Rcase_abs; lra.
Qed.

Lemma continuous_Sum n (a : nat -> R -> R) x : (forall i, continuous (a i) x) -> continuous (fun x => Sum n (fun i => a i x)) x.
Proof.
  intros H. induction n; simpl; [apply continuous_const |]. apply (continuous_plus (fun x => Sum n (fun i => a i x)) (a n)); [exact IHn | apply H].
Qed.

Lemma continuous_polygon f n x : continuous (polygon f n) x.
Proof.
  apply (continuous_Sum (2 ^ n) (fun i x => slope f n i * clamp (grid s n i) (grid s n (S i)) x)). intros i.
  apply (continuous_mult (fun _ => slope f n i) (fun x => clamp (grid s n i) (grid s n (S i)) x)); [apply continuous_const | apply continuous_clamp].
Qed.

(** Near t the difference quotients differ by at most 2 lam. *)
Definition almost_straight (f : R -> R) (lam t : R) : Prop := exists sg d, 0 < d /\
  forall y, Rabs (y - t) < d -> Rabs (f y - f t - sg * (y - t)) <= lam * Rabs (y - t).

Lemma crooked f lam : (forall eps, 0 < eps -> exists d, 0 < d /\ forall n u v, chain s n u v -> Sum n (fun i => v i - u i) < d ->
    Sum n (fun i => Rabs (f (v i) - f (u i))) <= eps) -> (forall t, continuous f t) -> 0 < lam ->
  no_length (fun t => 0 < t < s /\ (forall n i, t <> grid s n i) /\ ~ almost_straight f lam t).
Proof.
  intros AC Cf Hlam e He. assert (He2 : 0 < lam * e / 20) by (apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat | lra]).
  destruct (constructive_indefinite_ground_description_nat _ (fine_level_dec f (lam * e / 20)) (fine f AC _ He2)) as [n Hn].
  set (g := fun x => f x - polygon f n x).
  assert (Cg : forall t, continuous g t) by (intros t; apply (continuous_minus f (polygon f n)); [apply Cf | apply continuous_polygon]).
  pose proof (along_chains g n _ Cg Hn) as HB. set (w := variation s _ g HB).
  assert (St : forall x y, 0 <= x -> x <= y -> y <= s -> Rabs (g y - g x) <= w y - w x) by (intros; now apply variation_step).
  assert (Up : forall x y, 0 <= x -> x <= y -> y <= s -> w x <= w y) by (intros x y A1 A2 A3; pose proof (St x y A1 A2 A3); pose proof (Rabs_pos (g y - g x)); lra).
  destruct (steep_covered s Hs w Up lam Hlam) as [c [C1 [C2 C3]]]. exists c. split; [exact C1 | split].
  - intros t [Ht [Hg Hn2]]. apply C2. split; [lra |]. apply NNPP. intros N. apply Hn2.
    destruct (cell_of s Hs n t ltac:(lra)) as [i [Hi [I1 I2]]].
    assert (I3 : grid s n i < t) by (specialize (Hg n i); lra).
    exists (slope f n i), (Rmin (t - grid s n i) (grid s n (S i) - t)). split; [apply Rmin_pos; lra |]. intros y Hy.
    assert (Y : grid s n i < y < grid s n (S i)).
    { pose proof (Rmin_l (t - grid s n i) (grid s n (S i) - t)). pose proof (Rmin_r (t - grid s n i) (grid s n (S i) - t)). apply Rabs_def2 in Hy. lra. }
    assert (Y0 : 0 <= y <= s).
    { pose proof (grid_le s Hs n 0 i ltac:(lia)) as A. rewrite grid_0 in A. pose proof (grid_le s Hs n (S i) (2 ^ n) ltac:(lia)) as B. rewrite grid_end in B. lra. }
    assert (E : f y - f t - slope f n i * (y - t) = g y - g t).
    { unfold g. destruct (Rle_lt_dec t y) as [L | L].
      - pose proof (polygon_step f n i t y Hi ltac:(lra) L ltac:(lra)). lra.
      - pose proof (polygon_step f n i y t Hi ltac:(lra) ltac:(lra) ltac:(lra)). lra. }
    rewrite E. apply Rle_trans with (Rabs (w y - w t)).
    + destruct (Rle_lt_dec t y) as [L | L].
      * apply Rle_trans with (1 := St t y ltac:(lra) L ltac:(lra)). apply Rle_abs.
      * rewrite (Rabs_minus_sym (g y)), (Rabs_minus_sym (w y)). apply Rle_trans with (1 := St y t ltac:(lra) ltac:(lra) ltac:(lra)). apply Rle_abs.
    + apply Rnot_lt_le. intros B. apply N. exists y. split; [exact Y0 | split; [| exact B]].
      intros ->. rewrite !Rminus_eq_0, !Rabs_R0 in B. lra.
  - intros k. apply Rle_trans with (1 := C3 k). apply Rle_trans with (20 / lam * (lam * e / 20)); [| right; field; lra].
    apply Rmult_le_compat_l; [left; apply Rdiv_lt_0_compat; lra |].
    pose proof (variation_le s _ g HB s). pose proof (variation_ge0 s _ g HB 0). unfold w. lra.
Qed.
End Mesh.

Lemma straight_derivative f t : (forall k, almost_straight f (/ INR (S k)) t) -> ex_derive f t.
Proof.
  intros H.
  assert (Q : forall eps, 0 < eps -> exists sg d, 0 < d /\ forall y, Rabs (y - t) < d -> Rabs (f y - f t - sg * (y - t)) <= eps * Rabs (y - t)).
  { intros eps He. destruct (archimed_cor1 eps He) as [n [Hn Pn]]. destruct n as [| k]; [lia |]. destruct (H k) as [sg [d [Hd K]]].
    exists sg, d. split; [exact Hd |]. intros y Hy. apply Rle_trans with (1 := K y Hy). apply Rmult_le_compat_r; [apply Rabs_pos | lra]. }
  set (E := fun p => exists d, 0 < d /\ forall y, 0 < y - t < d -> p * (y - t) <= f y - f t).
  assert (Low : forall eps sg d, 0 < d -> (forall y, Rabs (y - t) < d -> Rabs (f y - f t - sg * (y - t)) <= eps * Rabs (y - t)) -> E (sg - eps)).
  { intros eps sg d Hd K. exists d. split; [exact Hd |]. intros y Hy. specialize (K y ltac:(rewrite Rabs_pos_eq; lra)).
    rewrite (Rabs_pos_eq (y - t)) in K by lra. apply Rabs_le_between in K. lra. }
  assert (Top : forall eps sg d, 0 < d -> (forall y, Rabs (y - t) < d -> Rabs (f y - f t - sg * (y - t)) <= eps * Rabs (y - t)) -> forall p, E p -> p <= sg + eps).
  { intros eps sg d Hd K p [d' [Hd' K']]. set (y := t + Rmin d d' / 2). pose proof (Rmin_l d d'). pose proof (Rmin_r d d').
    assert (Py : 0 < Rmin d d') by (now apply Rmin_pos). assert (Ey : y - t = Rmin d d' / 2) by (unfold y; ring).
    specialize (K y ltac:(rewrite Rabs_pos_eq; lra)). specialize (K' y ltac:(lra)). rewrite (Rabs_pos_eq (y - t)) in K by lra.
    apply Rabs_le_between in K. apply Rmult_le_reg_r with (y - t); lra. }
  destruct (Q 1 ltac:(lra)) as [s1 [d1 [Hd1 K1]]].
  destruct (completeness E) as [l [U L]]; [exists (s1 + 1); intros p Hp; now apply (Top 1 s1 d1) | exists (s1 - 1); now apply (Low 1 s1 d1) |].
  exists l. apply is_derive_Reals. intros eps He. destruct (Q (eps / 4) ltac:(lra)) as [sg [d [Hd K]]].
  assert (A1 : sg - eps / 4 <= l) by (apply U; now apply (Low _ sg d)).
  assert (A2 : l <= sg + eps / 4) by (apply L; intros p Hp; now apply (Top _ sg d)).
  exists (mkposreal d Hd). intros h Hn Hh. simpl in Hh. specialize (K (t + h)). replace (t + h - t) with h in K by ring. specialize (K Hh).
  assert (Ph : 0 < Rabs h) by (now apply Rabs_pos_lt).
  apply Rmult_lt_reg_r with (Rabs h); [exact Ph |]. rewrite <- Rabs_mult. replace (((f (t + h) - f t) / h - l) * h) with ((f (t + h) - f t - sg * h) + (sg - l) * h) by (field; lra).
  apply Rle_lt_trans with (1 := Rabs_triang _ _). rewrite (Rabs_mult (sg - l)). assert (Rabs (sg - l) <= eps / 4) by (apply Rabs_le; lra). nra.
Qed.

(** Times s_0 < s_1 < ... that come close to T. *)
Definition stage (T : Rbar) (m : nat) : R := match T with Finite r => r * (1 - / (INR m + 2)) | p_infty => INR m + 1 | m_infty => 1 end.

Lemma stage_time T m : Rbar_lt 0 T -> time T (stage T m) /\ 0 < stage T m.
Proof.
  intros HT. pose proof (pos_INR m) as P. destruct T as [r | |]; simpl in HT; [| | contradiction].
  - assert (0 < / (INR m + 2)) by (apply Rinv_0_lt_compat; lra). assert (/ (INR m + 2) < 1) by (rewrite <- Rinv_1; apply Rinv_lt_contravar; lra).
    unfold stage. assert (0 < r * (1 - / (INR m + 2))) by (apply Rmult_lt_0_compat; lra). repeat split; simpl; nra.
  - unfold stage. repeat split; simpl; trivial; lra.
Qed.

Lemma stage_after T t : time T t -> exists m, t < stage T m.
Proof.
  intros [H0 H1]. destruct T as [r | |]; simpl in H1; [| | contradiction].
  - destruct (archimed_cor1 ((r - t) / r) ltac:(apply Rdiv_lt_0_compat; lra)) as [n [Hn Pn]]. exists n. unfold stage.
    assert (P : 0 < INR n) by (now apply lt_0_INR). assert (I : / (INR n + 2) < / INR n) by (apply Rinv_lt_contravar; [apply Rmult_lt_0_compat |]; lra).
    assert (X : r * / (INR n + 2) < r * ((r - t) / r)) by (apply Rmult_lt_compat_l; lra). replace (r * ((r - t) / r)) with (r - t) in X by (field; lra). lra.
  - destruct (nfloor_ex t H0) as [n [_ Hn]]. exists n. unfold stage. lra.
Qed.

Theorem lebesgue T f : ac T f -> ae T (fun t => ex_derive f t).
Proof.
  intros Hf. destruct (classic (Rbar_lt 0 T)) as [HT | HT].
  2:{ apply ae_every. intros t [H0 H1]. exfalso. apply HT. destruct T; simpl in *; trivial; lra. }
  set (s := stage T). assert (Hs : forall m, 0 < s m) by (intros m; now apply stage_time).
  set (F := fun m x => f (clamp 0 (s m) x)).
  assert (AC : forall m eps, 0 < eps -> exists d, 0 < d /\ forall n u v, chain (s m) n u v -> Sum n (fun i => v i - u i) < d ->
    Sum n (fun i => Rabs (F m (v i) - F m (u i))) <= eps).
  { intros m eps He. destruct (Hf (s m) (proj1 (stage_time T m HT)) eps He) as [d [Hd K]]. exists d. split; [exact Hd |].
    intros n u v [C1 C2] L. rewrite (Sum_ext n _ (fun i => Rabs (f (v i) - f (u i)))); [now apply K |].
    intros i Hi. destruct (C1 i Hi) as [A1 [A2 A3]]. unfold F. rewrite !clamp_id by lra. reflexivity. }
  assert (CF : forall m t, continuous (F m) t) by (intros m t; apply (continuous_held T f (s m) Hf (proj1 (stage_time T m HT)))).
  assert (PL : forall k, 0 < / INR (S k)) by (intros k; apply Rinv_0_lt_compat, lt_0_INR; lia).
  pose proof (no_length_union _ (fun m => no_length_union _ (fun k => crooked (s m) (Hs m) (F m) (/ INR (S k)) (AC m) (CF m) (PL k)))) as NL.
  apply no_length_null in NL.
  assert (ND : null (fun t => exists m n i, t = grid (s m) n i)).
  { apply null_countable. exists (paired (fun m => paired (grid (s m)))). intros t [m [n [i ->]]].
    exists (Cantor.to_nat (m, Cantor.to_nat (n, i))). now rewrite !paired_at. }
  apply (null_incl _ (fun t => (exists m k, 0 < t < s m /\ (forall n i, t <> grid (s m) n i) /\ ~ almost_straight (F m) (/ INR (S k)) t) \/
    exists m n i, t = grid (s m) n i)); [| now apply null_or].
  intros t [Ht Hn]. apply NNPP. intros N. apply Hn. destruct (stage_after T t Ht) as [m Hm]. fold (s m) in Hm.
  assert (G : forall n i, t <> grid (s m) n i) by (intros n i E; apply N; right; now exists m, n, i).
  assert (P : 0 < t). { destruct Ht as [[Ht | Ht] _]; [exact Ht |]. exfalso. apply (G 0%nat 0%nat). now rewrite grid_0. }
  apply (ex_derive_ext_loc (F m)).
  - assert (Pd : 0 < Rmin t (s m - t)) by (apply Rmin_pos; lra). exists (mkposreal _ Pd). intros y Hy. change (Rabs (y - t) < Rmin t (s m - t)) in Hy.
    pose proof (Rmin_l t (s m - t)). pose proof (Rmin_r t (s m - t)). apply Rabs_def2 in Hy. unfold F. rewrite clamp_id by lra. reflexivity.
  - apply straight_derivative. intros k. apply NNPP. intros B. apply N. left. exists m, k. split; [lra | now split].
Qed.

Theorem rate_of : rule_rate_of.
Proof. split; [exact rates_of | exact lebesgue]. Qed.
