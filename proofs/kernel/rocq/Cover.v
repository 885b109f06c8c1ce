(** Covers by intervals of small total length: countable unions, and where a function that rises has steep chords. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coq Require Cantor.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Exceptions Times.
Local Open Scope R_scope.

(** Intervals of total length at most e that cover N, as a value: covers of countably many sets are then one sequence. *)
Definition covers (e : R) (N : R -> Prop) (c : (nat -> R) * (nat -> R)) : Prop :=
  (forall n, fst c n <= snd c n) /\ (forall t, N t -> exists n, fst c n < t < snd c n) /\ forall n, Sum n (fun k => snd c k - fst c k) <= e.
Definition covered (e : R) (N : R -> Prop) : Type := { c | covers e N c }.
Definition no_length (N : R -> Prop) : Type := forall e, 0 < e -> covered e N.

Lemma no_length_null N : no_length N -> null N.
Proof. intros H e He. destruct (H e He) as [[u v] K]. now exists u, v. Qed.

Lemma Sum_eq0 n a : (forall i, (i < n)%nat -> a i = 0) -> Sum n a = 0.
Proof. intros H. rewrite (Sum_ext n a (fun _ => 0) H), Sum_const. ring. Qed.

Lemma Sum_delta n k c : (k < n)%nat -> Sum n (fun i => if Nat.eqb i k then c else 0) = c.
Proof.
  induction n; intros Hk; [lia |]. simpl. destruct (Nat.eqb_spec n k) as [-> | Hn].
  - rewrite Sum_eq0; [ring |]. intros i Hi. destruct (Nat.eqb_spec i k); [lia | reflexivity].
  - rewrite IHn by lia. ring.
Qed.

(** At most one term is not 0. *)
Lemma Sum_once n (b : nat -> bool) c : 0 <= c -> (forall i j, (i < n)%nat -> (j < n)%nat -> b i = true -> b j = true -> i = j) ->
  Sum n (fun i => if b i then c else 0) <= c.
Proof.
  intros Hc H. induction n; [exact Hc |]. simpl. destruct (b n) eqn:E.
  - rewrite Sum_eq0; [lra |]. intros i Hi. destruct (b i) eqn:Ei; [| reflexivity]. exfalso.
    specialize (H i n ltac:(lia) ltac:(lia) Ei E). lia.
  - rewrite Rplus_0_r. apply IHn. intros i j Hi Hj. apply H; lia.
Qed.

(** A double sequence in one. *)
Definition paired (a : nat -> nat -> R) (k : nat) : R := a (fst (Cantor.of_nat k)) (snd (Cantor.of_nat k)).

Lemma paired_at a i j : paired a (Cantor.to_nat (i, j)) = a i j.
Proof. unfold paired. now rewrite Cantor.cancel_of_to. Qed.

Lemma paired_bound k : (fst (Cantor.of_nat k) <= k)%nat /\ (snd (Cantor.of_nat k) <= k)%nat.
Proof.
  pose proof (Cantor.cancel_to_of k) as E. destruct (Cantor.of_nat k) as [x y]. simpl.
  pose proof (Cantor.to_nat_non_decreasing x y). lia.
Qed.

Lemma Sum_paired a n : (forall i j, 0 <= a i j) -> Sum n (paired a) <= Sum n (fun i => Sum n (fun j => a i j)).
Proof.
  intros Ha.
  set (hit k i j := (Nat.eqb i (fst (Cantor.of_nat k)) && Nat.eqb j (snd (Cantor.of_nat k)))%bool).
  apply Rle_trans with (Sum n (fun k => Sum n (fun i => Sum n (fun j => if hit k i j then a i j else 0)))).
  - apply Sum_le. intros k Hk. pose proof (paired_bound k) as [B1 B2]. unfold paired.
    set (x := fst (Cantor.of_nat k)) in *. set (y := snd (Cantor.of_nat k)) in *. right. symmetry.
    transitivity (Sum n (fun i => if Nat.eqb i x then a x y else 0)); [| apply Sum_delta; lia]. apply Sum_ext. intros i Hi.
    unfold hit. fold x y. destruct (Nat.eqb_spec i x) as [-> | Hn]; simpl.
    + transitivity (Sum n (fun j => if Nat.eqb j y then a x y else 0)); [| apply Sum_delta; lia]. apply Sum_ext. intros j Hj.
      destruct (Nat.eqb_spec j y) as [-> |]; reflexivity.
    + now apply Sum_eq0.
  - rewrite Sum_exchange. apply Sum_le. intros i Hi. rewrite Sum_exchange. apply Sum_le. intros j Hj.
    apply (Sum_once n (fun k => hit k i j)); [apply Ha |]. intros k l _ _ Hk Hl. unfold hit in *.
    apply andb_prop in Hk as [Hk1 Hk2]. apply andb_prop in Hl as [Hl1 Hl2].
    apply Nat.eqb_eq in Hk1, Hk2, Hl1, Hl2.
    rewrite <- (Cantor.cancel_to_of k), <- (Cantor.cancel_to_of l). f_equal.
    destruct (Cantor.of_nat k), (Cantor.of_nat l). simpl in *. congruence.
Qed.

(** A double sequence of intervals. *)
Lemma covered_family (u v : nat -> nat -> R) e (N : R -> Prop) : (forall i j, u i j <= v i j) ->
  (forall t, N t -> exists i j, u i j < t < v i j) -> (forall n, Sum n (fun i => Sum n (fun j => v i j - u i j)) <= e) -> covered e N.
Proof.
  intros Huv HN HS. exists (paired u, paired v). split; [intros k; apply Huv |]. split.
  - intros t Ht. destruct (HN t Ht) as [i [j H]]. exists (Cantor.to_nat (i, j)). 
    change (paired u (Cantor.to_nat (i, j)) < t < paired v (Cantor.to_nat (i, j))). now rewrite !paired_at.
  - intros n. apply Rle_trans with (2 := HS n). apply (Sum_paired (fun i j => v i j - u i j) n).
    intros i j. specialize (Huv i j). lra.
Qed.

Lemma covered_incl e (N M : R -> Prop) : (forall t, N t -> M t) -> covered e M -> covered e N.
Proof. intros H [c [H1 [H2 H3]]]. exists c. split; [exact H1 | split; [auto | exact H3]]. Qed.

Lemma no_length_union (N : nat -> R -> Prop) : (forall k, no_length (N k)) -> no_length (fun t => exists k, N k t).
Proof.
  intros H eps He.
  assert (Hp : forall k, 0 < eps * (/ 2) ^ S k) by (intros k; apply Rmult_lt_0_compat; [| apply pow_lt]; lra).
  set (f := fun k => proj1_sig (H k _ (Hp k))). assert (Hf : forall k, covers (eps * (/ 2) ^ S k) (N k) (f k)).
  { intros k. exact (proj2_sig (H k _ (Hp k))). }
  apply (covered_family (fun k => fst (f k)) (fun k => snd (f k)) eps).
  - intros k. apply Hf.
  - intros t [k Hk]. destruct (Hf k) as [_ [K _]]. destruct (K t Hk) as [n Hn]. now exists k, n.
  - intros n. apply Rle_trans with (Sum n (fun k => eps * (/ 2) ^ S k)); [apply Sum_le; intros k _; apply Hf |].
    rewrite Sum_halves. assert (0 < (/ 2) ^ n) by (apply pow_lt; lra). nra.
Qed.

(** * Where a function that rises has a steep chord *)

Lemma Sum_pairs n a : Sum (2 * n) a = Sum n (fun i => a (2 * i)%nat + a (S (2 * i))).
Proof.
  induction n; [reflexivity |]. replace (2 * S n)%nat with (S (S (2 * n))) by lia.
  change (Sum (2 * n) a + a (2 * n)%nat + a (S (2 * n)) = Sum n (fun i => a (2 * i)%nat + a (S (2 * i))) + (a (2 * n)%nat + a (S (2 * n)))).
  rewrite IHn. ring.
Qed.

Section Grid.
Variable s : R.
Hypothesis Hs : 0 < s.

(** The points i s / 2^j of [0, s]. *)
Definition mesh (j : nat) : R := s / 2 ^ j.
Definition grid (j i : nat) : R := INR i * mesh j.

Lemma mesh_pos j : 0 < mesh j.
Proof. apply Rdiv_lt_0_compat; [exact Hs | apply pow_lt; lra]. Qed.

Lemma mesh_S j : mesh (S j) = mesh j / 2.
Proof. unfold mesh. simpl. field. apply pow_nonzero. lra. Qed.

Lemma grid_end j : grid j (2 ^ j) = s.
Proof. unfold grid, mesh. rewrite pow_INR. replace (INR 2) with 2 by (simpl; ring). field. apply pow_nonzero. lra. Qed.

Lemma grid_S j i : grid j (S i) = grid j i + mesh j.
Proof. unfold grid. rewrite S_INR. ring. Qed.

Lemma grid_0 j : grid j 0 = 0.
Proof. unfold grid. simpl. ring. Qed.

Lemma grid_even j i : grid (S j) (2 * i) = grid j i.
Proof. unfold grid. rewrite mesh_S, mult_INR. simpl. field. Qed.

Lemma grid_le j i k : (i <= k)%nat -> grid j i <= grid j k.
Proof. intros H. apply Rmult_le_compat_r; [left; apply mesh_pos | now apply le_INR]. Qed.

Lemma mesh_small d : 0 < d -> exists j, mesh j < d.
Proof.
  intros Hd. destruct (pow_lt_1_zero (/ 2) ltac:(rewrite Rabs_pos_eq; lra) (d / s) ltac:(now apply Rdiv_lt_0_compat)) as [j Hj].
  exists j. specialize (Hj j (le_n j)). rewrite Rabs_pos_eq in Hj by (apply pow_le; lra). unfold mesh.
  rewrite pow_inv in Hj. apply Rmult_lt_compat_r with (r := s) in Hj; [| exact Hs]. replace (d / s * s) with d in Hj by (field; lra).
  unfold Rdiv. rewrite Rmult_comm. exact Hj.
Qed.

Lemma mesh_of d : 0 < d <= s -> exists j, mesh (S j) < d <= mesh j.
Proof.
  intros [Hd Hds]. destruct (mesh_small d Hd) as [n Hn]. induction n.
  - unfold mesh in Hn. simpl in Hn. lra.
  - destruct (Rlt_le_dec (mesh n) d) as [H | H]; [now apply IHn | exists n; lra].
Qed.

Lemma cell_of j t : 0 <= t < s -> exists i, (i < 2 ^ j)%nat /\ grid j i <= t < grid j (S i).
Proof.
  intros [H0 H1]. pose proof (mesh_pos j) as Pm.
  destruct (nfloor_ex (t / mesh j)) as [i [A B]]; [apply Rmult_le_pos; [exact H0 | left; now apply Rinv_0_lt_compat] |].
  assert (E : t = t / mesh j * mesh j) by (field; lra). exists i.
  assert (C : grid j i <= t < grid j (S i)).
  { unfold grid. rewrite S_INR. split; rewrite E at 1; [now apply Rmult_le_compat_r; [left |] | now apply Rmult_lt_compat_r]. }
  split; [| exact C]. apply INR_lt. apply Rmult_lt_reg_r with (mesh j); [exact Pm |].
  change (grid j i < grid j (2 ^ j)). rewrite grid_end. lra.
Qed.

Variable w : R -> R.
Hypothesis Hw : forall x y, 0 <= x -> x <= y -> y <= s -> w x <= w y.
Variable lam : R.
Hypothesis Hlam : 0 < lam.

Definition rise (j i : nat) : R := w (grid j (S i)) - w (grid j i).
Definition steep (j i : nat) : bool := if Rle_dec (lam / 4 * mesh j) (rise j i) then true else false.
(** No cell that contains this one is steep. *)
Fixpoint alive (j i : nat) : bool := match j with O => true | S j => (alive j (Nat.div2 i) && negb (steep j (Nat.div2 i)))%bool end.
Definition chosen (j i : nat) : bool := (alive j i && steep j i && Nat.ltb i (2 ^ j))%bool.
Definition length (j i : nat) : R := if chosen j i then mesh j else 0.

Lemma rise_halves j i : rise (S j) (2 * i) + rise (S j) (S (2 * i)) = rise j i.
Proof.
  unfold rise. replace (S (S (2 * i))) with (2 * S i)%nat by lia. rewrite !grid_even. ring.
Qed.

Lemma rise_ge0 j i : (i < 2 ^ j)%nat -> 0 <= rise j i.
Proof.
  intros Hi. unfold rise. assert (w (grid j i) <= w (grid j (S i))); [| lra]. apply Hw.
  - rewrite <- (grid_0 j). apply grid_le. lia.
  - apply grid_le. lia.
  - rewrite <- (grid_end j). apply grid_le. lia.
Qed.

Lemma chosen_below j i : (i < 2 ^ j)%nat ->
  lam / 4 * length j i + (if (alive j i && negb (steep j i))%bool then rise j i else 0) <= if alive j i then rise j i else 0.
Proof.
  intros Hi. unfold length, chosen. destruct (alive j i); simpl; [| lra]. pose proof (rise_ge0 j i Hi) as P.
  assert (L : Nat.ltb i (2 ^ j) = true) by now apply Nat.ltb_lt. unfold steep.
  destruct Rle_dec as [H | H]; rewrite ?L; simpl; lra.
Qed.

Lemma levels n : Sum n (fun j => Sum (2 ^ j) (fun i => lam / 4 * length j i)) + Sum (2 ^ n) (fun i => if alive n i then rise n i else 0) <= w s - w 0.
Proof.
  induction n.
  - simpl. unfold rise. rewrite grid_0. replace (grid 0 1) with s by (symmetry; apply (grid_end 0)). lra.
  - replace (2 ^ S n)%nat with (2 * 2 ^ n)%nat by (simpl; lia). rewrite Sum_pairs. simpl Sum at 1.
    assert (K : Sum (2 ^ n) (fun i => lam / 4 * length n i) +
      Sum (2 ^ n) (fun i => (if alive (S n) (2 * i) then rise (S n) (2 * i) else 0) + (if alive (S n) (S (2 * i)) then rise (S n) (S (2 * i)) else 0))
      <= Sum (2 ^ n) (fun i => if alive n i then rise n i else 0)); [| lra].
    rewrite <- Sum_plus. apply Sum_le. intros i Hi.
    change (alive (S n) (2 * i)) with (alive n (Nat.div2 (2 * i)) && negb (steep n (Nat.div2 (2 * i))))%bool.
    change (alive (S n) (S (2 * i))) with (alive n (Nat.div2 (S (2 * i))) && negb (steep n (Nat.div2 (S (2 * i)))))%bool.
    rewrite Nat.div2_double, Nat.div2_succ_double.
    pose proof (chosen_below n i Hi) as C. pose proof (rise_halves n i) as E.
    destruct (alive n i && negb (steep n i))%bool; lra.
Qed.

Lemma total_length n : Sum n (fun j => Sum n (fun i => length j i)) <= 4 / lam * (w s - w 0).
Proof.
  pose proof (levels n) as L.
  assert (P : 0 <= Sum (2 ^ n) (fun i => if alive n i then rise n i else 0)).
  { apply Sum_ge0. intros i Hi. destruct (alive n i); [now apply rise_ge0 | lra]. }
  assert (G : forall j i, 0 <= length j i) by (intros j i; unfold length; destruct chosen; [left; apply mesh_pos | lra]).
  assert (K : Sum n (fun j => Sum n (fun i => length j i)) <= Sum n (fun j => Sum (2 ^ j) (fun i => length j i))).
  { apply Sum_le. intros j _. destruct (le_lt_dec n (2 ^ j)) as [H | H].
    - replace (2 ^ j)%nat with (n + (2 ^ j - n))%nat by lia. apply Sum_mono. apply G.
    - right. replace n with (2 ^ j + (n - 2 ^ j))%nat by lia. induction (n - 2 ^ j)%nat as [| k IH]; [now rewrite Nat.add_0_r |].
      rewrite Nat.add_succ_r. simpl. rewrite IH. unfold length at 2. unfold chosen.
      replace (Nat.ltb (2 ^ j + k) (2 ^ j)) with false by (symmetry; apply Nat.ltb_ge; lia). rewrite Bool.andb_false_r. ring. }
  apply Rle_trans with (1 := K). apply Rmult_le_reg_l with (lam / 4); [lra |].
  replace (lam / 4 * (4 / lam * (w s - w 0))) with (w s - w 0) by (field; lra). rewrite <- Sum_scal.
  rewrite (Sum_ext n _ (fun j => Sum (2 ^ j) (fun i => lam / 4 * length j i))) by (intros; now rewrite Sum_scal). lra.
Qed.

(** Each steep cell lies in a chosen one. *)
Lemma ancestor j : forall i, (i < 2 ^ j)%nat -> alive j i = false -> exists k l, chosen k l = true /\
  grid k l <= grid j i /\ grid j (S i) <= grid k (S l) /\ mesh j <= mesh k.
Proof.
  induction j; intros i Hi Ha; [discriminate |]. simpl in Ha. set (p := Nat.div2 i) in *.
  assert (Hp : (p < 2 ^ j)%nat) by (unfold p; rewrite Nat.div2_div; apply Nat.div_lt_upper_bound; simpl in Hi; lia).
  assert (I1 : grid j p <= grid (S j) i /\ grid (S j) (S i) <= grid j (S p)).
  { rewrite <- !(grid_even j). pose proof (Nat.div2_odd i) as O. fold p in O. split; apply grid_le; destruct (Nat.odd i); unfold Nat.b2n in O; lia. }
  pose proof (mesh_S j) as M. pose proof (mesh_pos j) as PM.
  destruct (alive j p) eqn:A.
  - exists j, p. unfold chosen. rewrite A. simpl in Ha. destruct (steep j p); [| discriminate].
    replace (Nat.ltb p (2 ^ j)) with true by (symmetry; now apply Nat.ltb_lt). repeat split; [apply I1 | apply I1 | lra].
  - destruct (IHj p Hp A) as [k [l [C [G1 [G2 G3]]]]]. exists k, l. repeat split; [exact C | lra | lra | lra].
Qed.

Lemma steep_inside j i : (i < 2 ^ j)%nat -> steep j i = true -> exists k l, chosen k l = true /\
  grid k l <= grid j i /\ grid j (S i) <= grid k (S l) /\ mesh j <= mesh k.
Proof.
  intros Hi Hst. destruct (alive j i) eqn:A; [| now apply ancestor]. exists j, i. unfold chosen. rewrite A, Hst.
  replace (Nat.ltb i (2 ^ j)) with true by (symmetry; now apply Nat.ltb_lt). repeat split; lra.
Qed.

Lemma steep_cell x y : 0 <= x -> x < y -> y <= s -> lam * (y - x) < w y - w x -> exists j i, (i < 2 ^ j)%nat /\ steep j i = true /\
  grid j i - 2 * mesh j < x /\ y < grid j (S i) + 2 * mesh j.
Proof.
  intros Hx Hxy Hy Hst. destruct (mesh_of (y - x) ltac:(lra)) as [j [J1 J2]]. rewrite mesh_S in J1.
  destruct (cell_of j x ltac:(lra)) as [i [Hi [I1 I2]]]. pose proof (mesh_pos j) as PM. rewrite grid_S in I2.
  assert (PL : 0 < lam * mesh j) by (now apply Rmult_lt_0_compat).
  assert (B : lam * mesh j / 2 < w y - w x) by (assert (lam * (mesh j / 2) < lam * (y - x)) by (now apply Rmult_lt_compat_l); lra).
  assert (G0 : 0 <= grid j i) by (rewrite <- (grid_0 j); apply grid_le; lia).
  assert (S1 : w (grid j i) <= w x) by (apply Hw; lra).
  assert (D : forall k, (k < 2 ^ j)%nat -> lam / 4 * mesh j <= rise j k -> steep j k = true).
  { intros k _ H. unfold steep. destruct Rle_dec; [reflexivity | contradiction]. }
  destruct (le_lt_dec (2 ^ j) (S i)) as [E | E].
  - assert (Ei : S i = (2 ^ j)%nat) by lia. assert (Es : grid j (S i) = s) by (rewrite Ei; apply grid_end).
    exists j, i. split; [exact Hi |]. split; [apply D; [exact Hi |] | rewrite Es; split; lra]. unfold rise. rewrite Es.
    assert (w y <= w s) by (apply Hw; lra). lra.
  - assert (E2 : grid j (S (S i)) <= s) by (rewrite <- (grid_end j); apply grid_le; lia).
    pose proof (grid_S j i) as E3. pose proof (grid_S j (S i)) as E4.
    assert (S2 : w y <= w (grid j (S (S i)))) by (apply Hw; lra).
    destruct (Rle_lt_dec (lam / 4 * mesh j) (rise j i)) as [R1 | R1].
    + exists j, i. split; [exact Hi |]. split; [now apply D |]. lra.
    + exists j, (S i). split; [exact E |]. split; [apply D; [exact E |] | lra]. unfold rise in *. lra.
Qed.

Theorem steep_covered : covered (20 / lam * (w s - w 0))
  (fun t => 0 <= t <= s /\ exists y, 0 <= y <= s /\ y <> t /\ lam * Rabs (y - t) < Rabs (w y - w t)).
Proof.
  apply (covered_family (fun j i => if chosen j i then grid j i - 2 * mesh j else 0) (fun j i => if chosen j i then grid j (S i) + 2 * mesh j else 0)).
  - intros j i. destruct chosen; [| lra]. rewrite grid_S. pose proof (mesh_pos j). lra.
  - intros t [Ht [y [Hy [Hn H]]]].
    assert (K : exists j i, (i < 2 ^ j)%nat /\ steep j i = true /\ grid j i - 2 * mesh j < t /\ t < grid j (S i) + 2 * mesh j).
    { destruct (Rtotal_order t y) as [L | [E | L]]; [| lra |].
      - assert (w t <= w y) by (apply Hw; lra). rewrite !Rabs_pos_eq in H by lra.
        destruct (steep_cell t y ltac:(lra) L ltac:(lra) H) as [j [i [A [B [C D]]]]]. exists j, i. repeat split; trivial. lra.
      - assert (w y <= w t) by (apply Hw; lra). rewrite !(Rabs_minus_sym _ t), !(Rabs_minus_sym _ (w t)) in H. rewrite !Rabs_pos_eq in H by lra.
        destruct (steep_cell y t ltac:(lra) L ltac:(lra) H) as [j [i [A [B [C D]]]]]. exists j, i. repeat split; trivial. lra. }
    destruct K as [j [i [A [B [C D]]]]]. destruct (steep_inside j i A B) as [k [l [E [F [G M]]]]]. exists k, l. rewrite E. lra.
  - intros n. apply Rle_trans with (Sum n (fun j => Sum n (fun i => 5 * length j i))).
    + right. apply Sum_ext. intros j _. apply Sum_ext. intros i _. unfold length. destruct chosen; [rewrite grid_S |]; ring.
    + rewrite (Sum_ext n _ (fun j => 5 * Sum n (fun i => length j i))) by (intros; apply Sum_scal). rewrite Sum_scal.
      pose proof (total_length n). replace (20 / lam * (w s - w 0)) with (5 * (4 / lam * (w s - w 0))) by (field; lra). lra.
Qed.
End Grid.
