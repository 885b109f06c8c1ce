(** Null sets, absolutely continuous functions, and what their rates say of them. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coq Require Cantor.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Exceptions.
Local Open Scope R_scope.

(** * Null sets *)

Lemma null_incl (N M : R -> Prop) : (forall t, N t -> M t) -> null M -> null N.
Proof.
  intros H HM eps He. destruct (HM eps He) as [u [v [H1 [H2 H3]]]]. exists u, v. split; [assumption |].
  split; [auto | assumption].
Qed.

Lemma Sum_mono n k a : (forall i, 0 <= a i) -> Sum n a <= Sum (n + k) a.
Proof.
  intros H. induction k; [rewrite Nat.add_0_r; lra |]. rewrite Nat.add_succ_r. simpl. pose proof (H (n + k)%nat). lra.
Qed.

Definition weave (a b : nat -> R) (n : nat) : R := if Nat.even n then a (Nat.div2 n) else b (Nat.div2 n).

Lemma weave_even a b n : weave a b (2 * n) = a n.
Proof. unfold weave. rewrite Nat.even_mul. simpl Nat.even. cbv beta iota. now rewrite Nat.div2_double. Qed.

Lemma weave_odd a b n : weave a b (S (2 * n)) = b n.
Proof.
  unfold weave. rewrite Nat.even_succ, Nat.odd_mul. simpl Nat.odd. cbv beta iota. now rewrite Nat.div2_succ_double.
Qed.

Lemma Sum_weave n a b : Sum (2 * n) (weave a b) = Sum n a + Sum n b.
Proof.
  induction n; [simpl; ring |]. replace (2 * S n)%nat with (S (S (2 * n))) by lia.
  change (Sum (2 * n) (weave a b) + weave a b (2 * n) + weave a b (S (2 * n)) = Sum n a + a n + (Sum n b + b n)).
  rewrite IHn, weave_even, weave_odd. ring.
Qed.

Lemma null_or (N M : R -> Prop) : null N -> null M -> null (fun t => N t \/ M t).
Proof.
  intros HN HM eps He. destruct (HN (eps / 2)) as [u [v [H1 [H2 H3]]]]; [lra |].
  destruct (HM (eps / 2)) as [u' [v' [H1' [H2' H3']]]]; [lra |].
  exists (weave u u'), (weave v v'). split; [| split].
  - intros n. unfold weave. destruct Nat.even; auto.
  - intros t [Ht | Ht].
    + destruct (H2 t Ht) as [n Hn]. exists (2 * n)%nat. now rewrite !weave_even.
    + destruct (H2' t Ht) as [n Hn]. exists (S (2 * n)). now rewrite !weave_odd.
  - intros n. rewrite (Sum_ext n _ (weave (fun k => v k - u k) (fun k => v' k - u' k))).
    2:{ intros i _. unfold weave. destruct Nat.even; reflexivity. }
    apply Rle_trans with (Sum (2 * n) (weave (fun k => v k - u k) (fun k => v' k - u' k))).
    + replace (2 * n)%nat with (n + n)%nat by lia. apply Sum_mono. intros i. unfold weave.
      destruct Nat.even; [pose proof (H1 (Nat.div2 i)) | pose proof (H1' (Nat.div2 i))]; lra.
    + rewrite Sum_weave. pose proof (H3 n). pose proof (H3' n). lra.
Qed.

Lemma Sum_halves n c : Sum n (fun k => c * (/ 2) ^ S k) = c * (1 - (/ 2) ^ n).
Proof.
  induction n; [simpl; ring |]. change (Sum n (fun k => c * (/ 2) ^ S k) + c * (/ 2) ^ S n = c * (1 - (/ 2) ^ S n)).
  rewrite IHn. simpl. field.
Qed.

Lemma null_countable D : countable D -> null D.
Proof.
  intros [e He] eps Heps.
  assert (Hp : forall n, 0 < eps * (/ 2) ^ S n) by (intros n; apply Rmult_lt_0_compat; [| apply pow_lt]; lra).
  exists (fun n => e n - eps * (/ 2) ^ S n / 2), (fun n => e n + eps * (/ 2) ^ S n / 2). split; [| split].
  - intros n. pose proof (Hp n). lra.
  - intros t Ht. destruct (He t Ht) as [n ->]. exists n. pose proof (Hp n). lra.
  - intros n. rewrite (Sum_ext n _ (fun k => eps * (/ 2) ^ S k)) by (intros; field). rewrite Sum_halves.
    assert (0 < (/ 2) ^ n) by (apply pow_lt; lra). nra.
Qed.

(** * Almost every time *)

Lemma ae_incl T (A B : R -> Prop) : (forall t, time T t -> A t -> B t) -> ae T A -> ae T B.
Proof. intros H. apply null_incl. intros t [Ht HB]. split; [assumption |]. intros HA. apply HB. auto. Qed.

Lemma ae_and T (A B : R -> Prop) : ae T A -> ae T B -> ae T (fun t => A t /\ B t).
Proof.
  intros HA HB. apply (null_incl _ (fun t => (time T t /\ ~ A t) \/ (time T t /\ ~ B t))); [| now apply null_or].
  intros t [Ht H]. destruct (classic (A t)); [right | left]; tauto.
Qed.

Lemma ae_every T (A : R -> Prop) : every T A -> ae T A.
Proof.
  intros H. apply (null_incl _ (fun _ => False)); [intros t [Ht K]; apply K; auto |].
  apply null_countable, countable_none.
Qed.

Lemma ae_but T (A D : R -> Prop) : null D -> (forall t, time T t -> ~ D t -> A t) -> ae T A.
Proof.
  intros HD H. apply (null_incl _ D); [| assumption]. intros t [Ht K]. apply NNPP. intros Hn. apply K. auto.
Qed.

Lemma ae_all T n (A : nat -> R -> Prop) : (forall i, (i < n)%nat -> ae T (A i)) ->
  ae T (fun t => forall i, (i < n)%nat -> A i t).
Proof.
  induction n; intros H; [apply ae_every; intros t _; lia |].
  apply (ae_incl T (fun t => (forall i, (i < n)%nat -> A i t) /\ A n t)); [| apply ae_and; auto].
  intros t _ [H1 H2] i Hi. destruct (Nat.eq_dec i n) as [-> |]; [assumption | apply H1; lia].
Qed.

Lemma ae_shorter T t0 A : time T t0 -> ae T A -> ae (Finite t0) A.
Proof.
  intros H0. apply null_incl. intros t [Ht HA]. split; [| assumption]. destruct Ht as [Ht Ht'], H0 as [H0 H0'].
  split; [assumption |]. simpl in Ht'. destruct T; simpl in *; trivial; lra.
Qed.

Lemma time_before T s t : time T s -> 0 <= t <= s -> time T t.
Proof. intros [_ H] Ht. split; [lra |]. destruct T; simpl in *; trivial; lra. Qed.

(** * Non-overlapping intervals inside a cover *)

Definition clamp (u v x : R) : R := Rmax u (Rmin x v).

Lemma clamp_le u v x y : x <= y -> clamp u v x <= clamp u v y.
Proof. intros H. unfold clamp. apply Rle_max_compat_l, Rle_min_compat_r, H. Qed.

Lemma clamp_between u v x : u <= v -> u <= clamp u v x <= v.
Proof.
  intros H. unfold clamp. split; [apply Rmax_l |]. apply Rmax_lub; [assumption | apply Rmin_r].
Qed.

Lemma clamp_inside u v x : u < x < v -> clamp u v x = x.
Proof. intros H. unfold clamp. rewrite Rmin_left, Rmax_right; lra. Qed.

Lemma clamped_sum u v n (p r : nat -> R) : u <= v -> (forall i, (i < n)%nat -> p i <= r i) ->
  (forall i j, (i < j)%nat -> (j < n)%nat -> r i <= p j) ->
  forall z, (forall i, (i < n)%nat -> r i <= z) -> Sum n (fun i => clamp u v (r i) - clamp u v (p i)) <= clamp u v z - u.
Proof.
  intros Huv. induction n; intros H1 H2 z Hz; simpl; [pose proof (clamp_between u v z Huv); lra |].
  assert (IH : Sum n (fun i => clamp u v (r i) - clamp u v (p i)) <= clamp u v (p n) - u).
  { apply IHn; auto. }
  pose proof (clamp_le u v (r n) z (Hz n (Nat.lt_succ_diag_r n))). lra.
Qed.

Lemma Sum_exchange n m (a : nat -> nat -> R) :
  Sum n (fun i => Sum m (fun j => a i j)) = Sum m (fun j => Sum n (fun i => a i j)).
Proof.
  induction n; simpl.
  - rewrite Sum_const. ring.
  - rewrite IHn. now rewrite Sum_plus.
Qed.

Lemma bounded_index n (k : nat -> nat -> Prop) : (forall i, (i < n)%nat -> exists j, k i j) ->
  exists K, forall i, (i < n)%nat -> exists j, (j < K)%nat /\ k i j.
Proof.
  induction n; intros H; [exists 0%nat; lia |].
  destruct IHn as [K HK]; [auto |]. destruct (H n ltac:(lia)) as [j Hj]. exists (Nat.max K (S j)).
  intros i Hi. destruct (Nat.eq_dec i n) as [-> | Hn].
  - exists j. split; [lia | assumption].
  - destruct (HK i ltac:(lia)) as [j' [H1 H2]]. exists j'. split; [lia | assumption].
Qed.

Lemma covered_length (u v : nat -> R) d n (p r : nat -> R) : (forall k, u k <= v k) ->
  (forall m, Sum m (fun k => v k - u k) <= d) -> (forall i, (i < n)%nat -> p i <= r i) ->
  (forall i j, (i < j)%nat -> (j < n)%nat -> r i <= p j) ->
  (forall i, (i < n)%nat -> exists k, u k < p i /\ r i < v k) -> Sum n (fun i => r i - p i) <= d.
Proof.
  intros Huv Hd H1 H2 H3. destruct (bounded_index n _ H3) as [K HK].
  apply Rle_trans with (Sum n (fun i => Sum K (fun k => clamp (u k) (v k) (r i) - clamp (u k) (v k) (p i)))).
  - apply Sum_le. intros i Hi. destruct (HK i Hi) as [k [Hk [Ha Hb]]]. pose proof (H1 i Hi).
    replace (r i - p i) with ((fun k => clamp (u k) (v k) (r i) - clamp (u k) (v k) (p i)) k).
    + apply (Sum_ge_term K (fun k => clamp (u k) (v k) (r i) - clamp (u k) (v k) (p i))); [assumption |]. intros j _.
      pose proof (clamp_le (u j) (v j) _ _ (H1 i Hi)). lra.
    + cbv beta. rewrite !clamp_inside by lra. reflexivity.
  - rewrite Sum_exchange. apply Rle_trans with (2 := Hd K). apply Sum_le. intros k _.
    destruct n as [| n]; [simpl; pose proof (Huv k); lra |].
    apply Rle_trans with (clamp (u k) (v k) (r n) - u k); [| pose proof (clamp_between (u k) (v k) (r n) (Huv k)); lra].
    apply clamped_sum; auto. intros i Hi. destruct (Nat.eq_dec i n) as [-> |]; [lra |].
    apply Rle_trans with (p n); [apply H2; lia | apply H1; lia].
Qed.

(** * Absolutely continuous with a rate <= 0 almost everywhere: never above the start *)

Section Descending.
Variables (T : Rbar) (y : R -> R) (s : R).
Hypothesis Hac : ac T y.
Hypothesis Hrate : rate T y (fun _ l => l <= 0).
Hypothesis Hs : time T s.

(** y(x) - y(0) <= eps x + what is lost on finitely many non-overlapping intervals inside the cover. *)
Definition chained (u v : nat -> R) (eps x : R) : Prop := exists n (p r : nat -> R),
  (forall i, (i < n)%nat -> 0 <= p i /\ p i <= r i /\ r i <= x) /\
  (forall i j, (i < j)%nat -> (j < n)%nat -> r i <= p j) /\
  (forall i, (i < n)%nat -> exists k, u k < p i /\ r i < v k) /\
  y x - y 0 <= eps * x + Sum n (fun i => Rabs (y (r i) - y (p i))).

Lemma chain_step_bad u v eps x z k : 0 < eps -> 0 <= x -> x <= z -> chained u v eps x -> u k < x -> z < v k ->
  chained u v eps z.
Proof.
  intros He Hx Hxz [n [p [r [H1 [H2 [H3 H4]]]]]] Hk1 Hk2.
  exists (S n), (fun i => if Nat.eqb i n then x else p i), (fun i => if Nat.eqb i n then z else r i).
  assert (E : Sum (S n) (fun i => Rabs (y (if Nat.eqb i n then z else r i) - y (if Nat.eqb i n then x else p i)))
    = Sum n (fun i => Rabs (y (r i) - y (p i))) + Rabs (y z - y x)).
  { simpl. rewrite Nat.eqb_refl. f_equal. apply Sum_ext. intros i Hi.
    replace (Nat.eqb i n) with false by (symmetry; apply Nat.eqb_neq; lia). reflexivity. }
  split; [| split; [| split]].
  - intros i Hi. destruct (Nat.eqb_spec i n); [lra |]. destruct (H1 i ltac:(lia)) as [? []]. lra.
  - intros i j Hij Hj. destruct (Nat.eqb_spec i n); [lia |]. destruct (Nat.eqb_spec j n).
    + now apply (H1 i); lia.
    + apply H2; lia.
  - intros i Hi. destruct (Nat.eqb_spec i n); [exists k; lra |]. apply H3; lia.
  - rewrite E. pose proof (Rle_abs (y z - y x)). assert (eps * x <= eps * z) by nra. lra.
Qed.

Lemma chain_step_good u v eps x z : x <= z -> chained u v eps x -> y z - y x <= eps * (z - x) -> chained u v eps z.
Proof.
  intros Hxz [n [p [r [H1 [H2 [H3 H4]]]]]] H. exists n, p, r. split; [| split; [| split]]; auto; [| lra].
  intros i Hi. destruct (H1 i Hi) as [? []]. lra.
Qed.

Lemma derivative_two_sided l c eps : is_derive y c l -> l <= 0 -> 0 < eps -> exists d, 0 < d /\
  forall x z, c - d < x -> x <= c -> c <= z -> z < c + d -> y z - y x <= eps * (z - x).
Proof.
  intros D Hl He. apply is_derive_Reals in D. destruct (D eps He) as [d Hd]. exists d. split; [apply cond_pos |].
  intros x z Hx1 Hx2 Hz1 Hz2.
  assert (A : y z - y c <= eps * (z - c)).
  { destruct Hz1 as [Hz1 | <-]; [| lra]. specialize (Hd (z - c) ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)).
    replace (c + (z - c)) with z in Hd by ring. apply Rabs_def2 in Hd.
    apply (Rmult_le_reg_r (/ (z - c))); [apply Rinv_0_lt_compat; lra |].
    rewrite Rmult_assoc, Rinv_r by lra. unfold Rdiv in Hd. lra. }
  assert (B : y c - y x <= eps * (c - x)).
  { destruct Hx2 as [Hx2 | ->]; [| lra]. specialize (Hd (x - c) ltac:(lra) ltac:(rewrite Rabs_left; lra)).
    replace (c + (x - c)) with x in Hd by ring. apply Rabs_def2 in Hd.
    apply (Rmult_le_reg_r (/ (c - x))); [apply Rinv_0_lt_compat; lra |].
    rewrite Rmult_assoc, Rinv_r by lra.
    replace ((y x - y c) / (x - c)) with ((y c - y x) * / (c - x)) in Hd by (field; lra). lra. }
  lra.
Qed.

Lemma descends : y s <= y 0.
Proof.
  apply le_epsilon. intros e He.
  set (eps := e / (s + 1)). assert (Hs0 : 0 <= s) by apply Hs.
  assert (Heps : 0 < eps) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  destruct (Hac s Hs eps Heps) as [d [Hd Hsmall]].
  assert (HN : null (fun t => (time T t /\ ~ (exists l, is_derive y t l /\ l <= 0)) \/ t = 0)).
  { apply null_or; [exact Hrate | apply null_countable, countable_one]. }
  destruct (HN (d / 2)) as [u [v [Huv [Hcov Hlen]]]]; [lra |].
  set (E := fun x => 0 <= x <= s /\ chained u v eps x).
  assert (E0 : E 0).
  { split; [lra |]. exists 0%nat, (fun _ => 0), (fun _ => 0). repeat split; try lia. simpl. lra. }
  destruct (completeness E) as [c [Hu Hl]].
  { exists s. intros x [Hx _]. lra. }
  { now exists 0. }
  assert (Hc : 0 <= c <= s) by (split; [now apply Hu | apply Hl; intros x [Hx _]; lra]).
  assert (Step : exists h, 0 < h /\ forall x z, E x -> c - h < x -> x <= c -> c <= z -> z < c + h -> chained u v eps z).
  { assert (Htc : time T c) by (apply (time_before T s); assumption).
    destruct (classic ((time T c /\ ~ (exists l, is_derive y c l /\ l <= 0)) \/ c = 0)) as [Hbad | Hgood].
    - destruct (Hcov c Hbad) as [k Hk]. exists (Rmin (c - u k) (v k - c)). split; [apply Rmin_pos; lra |].
      pose proof (Rmin_l (c - u k) (v k - c)). pose proof (Rmin_r (c - u k) (v k - c)).
      intros x z [Hx Cx] Hx1 Hx2 Hz1 Hz2. apply (chain_step_bad u v eps x z k); auto; lra.
    - assert (Hd' : exists l, is_derive y c l /\ l <= 0) by (apply NNPP; tauto).
      destruct Hd' as [l [Dl Hl0]]. destruct (derivative_two_sided l c eps Dl Hl0 Heps) as [h [Hh K]].
      exists h. split; [assumption |]. intros x z [Hx Cx] Hx1 Hx2 Hz1 Hz2.
      apply (chain_step_good u v eps x z); auto; lra. }
  destruct Step as [h [Hh Step]].
  assert (Hx : exists x, E x /\ c - h < x).
  { apply NNPP. intros Hn. assert (c <= c - h); [| lra]. apply Hl. intros x Hx.
    apply Rnot_lt_le. intros Hlt. apply Hn. now exists x. }
  destruct Hx as [x [HEx Hxh]]. pose proof (Hu x HEx) as Hxc.
  assert (Hcs : c = s).
  { destruct (proj2 Hc) as [Hlt | Heq]; [exfalso | assumption].
    set (z := Rmin s (c + h / 2)). pose proof (Rmin_l s (c + h / 2)). pose proof (Rmin_r s (c + h / 2)).
    assert (Hz : c < z) by (apply Rmin_glb_lt; lra).
    assert (z <= c); [| lra]. apply Hu. split; [unfold z in *; lra |].
    apply (Step x z); auto; unfold z in *; lra. }
  assert (Cs : chained u v eps s) by (rewrite <- Hcs; apply (Step x c); auto; lra).
  destruct Cs as [n [p [r [H1 [H2 [H3 H4]]]]]].
  assert (Hshort : Sum n (fun i => r i - p i) <= d / 2).
  { apply (covered_length u v (d / 2) n p r); auto. intros i Hi. now apply (H1 i Hi). }
  assert (Hlost : Sum n (fun i => Rabs (y (r i) - y (p i))) <= eps).
  { apply (Hsmall n p r H1); [| lra]. intros i Hi. apply H2; lia. }
  assert (eps * s + eps = e) by (unfold eps; field; lra). lra.
Qed.

End Descending.

(** * Building absolutely continuous functions *)

Lemma ac_two T (f g h : R -> R) : ac T f -> ac T g ->
  (forall s, time T s -> exists K, 0 <= K /\ forall u v, 0 <= u <= s -> 0 <= v <= s ->
    Rabs (h v - h u) <= K * (Rabs (f v - f u) + Rabs (g v - g u))) -> ac T h.
Proof.
  intros Hf Hg HK s Hs eps He. destruct (HK s Hs) as [K [HK0 HKs]].
  set (e := eps / (2 * (K + 1))).
  assert (He' : 0 < e) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  destruct (Hf s Hs e He') as [d [Hd Kf]]. destruct (Hg s Hs e He') as [d' [Hd' Kg]].
  exists (Rmin d d'). split; [now apply Rmin_pos |]. pose proof (Rmin_l d d'). pose proof (Rmin_r d d').
  intros n u v H1 H2 H3.
  apply Rle_trans with (Sum n (fun i => K * Rabs (f (v i) - f (u i)) + K * Rabs (g (v i) - g (u i)))).
  - apply Sum_le. intros i Hi. destruct (H1 i Hi) as [? []]. rewrite <- Rmult_plus_distr_l. apply HKs; lra.
  - rewrite Sum_plus, !Sum_scal. pose proof (Kf n u v H1 H2 ltac:(lra)). pose proof (Kg n u v H1 H2 ltac:(lra)).
    assert (K * e + K * e <= eps).
    { unfold e. replace (K * (eps / (2 * (K + 1))) + K * (eps / (2 * (K + 1)))) with (eps * (K / (K + 1))) by (field; lra).
      assert (K / (K + 1) <= 1); [| nra]. apply (Rmult_le_reg_r (K + 1)); [lra |]. unfold Rdiv.
      rewrite Rmult_assoc, Rinv_l; lra. }
    assert (K * Sum n (fun i => Rabs (f (v i) - f (u i))) <= K * e) by (apply Rmult_le_compat_l; lra).
    assert (K * Sum n (fun i => Rabs (g (v i) - g (u i))) <= K * e) by (apply Rmult_le_compat_l; lra).
    lra.
Qed.

Lemma ac_ext T f g : every T (fun t => f t = g t) -> ac T f -> ac T g.
Proof.
  intros E H. apply (ac_two T f f g H H). intros s Hs. exists 1. split; [lra |]. intros u v Hu Hv.
  rewrite <- (E u), <- (E v) by now apply (time_before T s). pose proof (Rabs_pos (f v - f u)). lra.
Qed.

Lemma ac_const T c : ac T (fun _ => c).
Proof.
  intros s Hs eps He. exists 1. split; [lra |]. intros n u v _ _ _.
  rewrite (Sum_ext n _ (fun _ => 0)) by (intros; rewrite Rminus_eq_0; apply Rabs_R0). rewrite Sum_const. lra.
Qed.

Lemma ac_id T : ac T (fun t => t).
Proof.
  intros s Hs eps He. exists eps. split; [assumption |]. intros n u v H1 _ H3. left.
  rewrite (Sum_ext n _ (fun i => v i - u i)); [assumption |]. intros i Hi. destruct (H1 i Hi) as [? []].
  apply Rabs_pos_eq. lra.
Qed.

(** The function held fixed outside [0, s]; it is continuous everywhere. *)
Lemma continuous_held T f s : ac T f -> time T s -> forall t, continuous (fun t => f (clamp 0 s t)) t.
Proof.
  intros Hf Hs t. apply filterlim_locally. intros [eps He].
  destruct (Hf s Hs (eps / 2) ltac:(lra)) as [d [Hd K]]. exists (mkposreal d Hd). intros r Hr.
  change (Rabs (r - t) < d) in Hr. change (Rabs (f (clamp 0 s r) - f (clamp 0 s t)) < eps).
  assert (Hs0 : 0 <= s) by apply Hs.
  assert (L : forall a b, a <= b -> b - a < d -> Rabs (f (clamp 0 s b) - f (clamp 0 s a)) <= eps / 2).
  { intros a b Hab Hd'. pose proof (clamp_le 0 s a b Hab). pose proof (clamp_between 0 s a Hs0).
    pose proof (clamp_between 0 s b Hs0).
    assert (clamp 0 s b - clamp 0 s a <= b - a).
    { unfold clamp, Rmax, Rmin. repeat destruct Rle_dec; lra. }
    assert (S1 : Sum 1 (fun i => Rabs (f ((fun _ => clamp 0 s b) i) - f ((fun _ => clamp 0 s a) i))) <= eps / 2).
    { apply K; [intros; lra | lia | simpl; lra]. }
    simpl in S1. lra. }
  apply Rle_lt_trans with (eps / 2); [| lra]. destruct (Rle_lt_dec t r).
  - apply L; [assumption |]. rewrite Rabs_pos_eq in Hr; lra.
  - rewrite Rabs_minus_sym. apply L; [lra |]. rewrite Rabs_left in Hr; lra.
Qed.

Lemma clamp_id s t : 0 <= t <= s -> clamp 0 s t = t.
Proof. intros H. unfold clamp, Rmax, Rmin. repeat destruct Rle_dec; lra. Qed.

(** On [0, s] it lies between two of its values. *)
Lemma ac_range T f s : ac T f -> time T s -> exists a b, 0 <= a <= s /\ 0 <= b <= s /\
  forall t, 0 <= t <= s -> f a <= f t <= f b.
Proof.
  intros Hf Hs. assert (Hs0 : 0 <= s) by apply Hs.
  assert (C : forall t, 0 <= t <= s -> continuity_pt (fun t => f (clamp 0 s t)) t).
  { intros t _. apply continuity_pt_filterlim. now apply (continuous_held T). }
  destruct (continuity_ab_min _ 0 s Hs0 C) as [a [Ha Ha']]. destruct (continuity_ab_maj _ 0 s Hs0 C) as [b [Hb Hb']].
  exists a, b. split; [assumption |]. split; [assumption |]. intros t Ht.
  specialize (Ha t Ht). specialize (Hb t Ht). cbv beta in Ha, Hb. rewrite !clamp_id in Ha, Hb by assumption. lra.
Qed.

Lemma ac_plus T f g : ac T f -> ac T g -> ac T (fun t => f t + g t).
Proof.
  intros Hf Hg. apply (ac_two T f g _ Hf Hg). intros s _. exists 1. split; [lra |]. intros u v _ _.
  replace (f v + g v - (f u + g u)) with ((f v - f u) + (g v - g u)) by ring.
  pose proof (Rabs_triang (f v - f u) (g v - g u)). lra.
Qed.

Lemma ac_times T f g : ac T f -> ac T g -> ac T (fun t => f t * g t).
Proof.
  intros Hf Hg. apply (ac_two T f g _ Hf Hg). intros s Hs.
  destruct (ac_range T f s Hf Hs) as [a [b [Ha [Hb Hfr]]]]. destruct (ac_range T g s Hg Hs) as [a' [b' [Ha' [Hb' Hgr]]]].
  set (K := Rabs (f a) + Rabs (f b) + Rabs (g a') + Rabs (g b')).
  assert (HfK : forall t, 0 <= t <= s -> Rabs (f t) <= K).
  { intros t Ht. pose proof (Hfr t Ht). pose proof (Rabs_pos (g a')). pose proof (Rabs_pos (g b')).
    unfold K. unfold Rabs in *. repeat destruct Rcase_abs; lra. }
  assert (HgK : forall t, 0 <= t <= s -> Rabs (g t) <= K).
  { intros t Ht. pose proof (Hgr t Ht). pose proof (Rabs_pos (f a)). pose proof (Rabs_pos (f b)).
    unfold K. unfold Rabs in *. repeat destruct Rcase_abs; lra. }
  exists K. split; [apply Rle_trans with (2 := HfK a Ha), Rabs_pos |]. intros u v Hu Hv.
  replace (f v * g v - f u * g u) with ((f v - f u) * g v + f u * (g v - g u)) by ring.
  apply Rle_trans with (1 := Rabs_triang _ _). rewrite !Rabs_mult, Rmult_plus_distr_l, (Rmult_comm K (Rabs (f v - f u))).
  apply Rplus_le_compat.
  - apply Rmult_le_compat_l; [apply Rabs_pos | now apply HgK].
  - apply Rmult_le_compat_r; [apply Rabs_pos | now apply HfK].
Qed.

Lemma ac_abs T f : ac T f -> ac T (fun t => Rabs (f t)).
Proof.
  intros Hf. apply (ac_two T f f _ Hf Hf). intros s _. exists 1. split; [lra |]. intros u v _ _.
  pose proof (Rabs_triang_inv2 (f v) (f u)). pose proof (Rabs_pos (f v - f u)). lra.
Qed.

(** F of class C^1 where f takes its values. *)
Lemma ac_C1 T f (S : R -> Prop) F dF : C1_on S F dF -> (forall x y z, S x -> S z -> x <= y <= z -> S y) ->
  ac T f -> every T (fun t => S (f t)) -> ac T (fun t => F (f t)).
Proof.
  intros HF HS Hf Hin. apply (ac_two T f f _ Hf Hf). intros s Hs.
  destruct (ac_range T f s Hf Hs) as [a [b [Ha [Hb Hr]]]].
  assert (HSs : forall y, f a <= y <= f b -> S y).
  { intros y Hy. apply (HS (f a) y (f b)); [apply Hin; now apply (time_before T s) | apply Hin; now apply (time_before T s) | exact Hy]. }
  assert (Hab : f a <= f b) by now apply Hr.
  destruct (continuity_ab_maj (fun y => Rabs (dF y)) (f a) (f b) Hab) as [m [Hm _]].
  { intros y Hy. apply continuity_pt_filterlim. apply (continuous_comp dF Rabs); [now apply HF, HSs | apply (continuous_Rabs (dF y))]. }
  exists (Rabs (dF m)). split; [apply Rabs_pos |]. intros u v Hu Hv.
  pose proof (Hr u Hu). pose proof (Hr v Hv).
  assert (Hin' : forall y, Rmin (f u) (f v) <= y <= Rmax (f u) (f v) -> f a <= y <= f b).
  { intros y Hy. unfold Rmin, Rmax in Hy. repeat destruct Rle_dec; lra. }
  destruct (MVT_gen F (f u) (f v) dF) as [c [Hc E]].
  - intros y Hy. apply HF, HSs, Hin'. lra.
  - intros y Hy. apply continuity_pt_filterlim, (ex_derive_continuous F). eexists. now apply HF, HSs, Hin'.
  - rewrite E, Rabs_mult. pose proof (Hm c (Hin' c Hc)). cbv beta in *. pose proof (Rabs_pos (f v - f u)).
    apply Rle_trans with (Rabs (dF m) * Rabs (f v - f u)); [apply Rmult_le_compat_r; lra |].
    pose proof (Rabs_pos (dF m)). nra.
Qed.

Lemma ac_everywhere T f F dF : C1_on everywhere F dF -> ac T f -> ac T (fun t => F (f t)).
Proof. intros HF Hf. apply (ac_C1 T f everywhere F dF HF); [intros; exact I | exact Hf | intros t _; exact I]. Qed.

Lemma ac_positive T f F dF : C1_on positive F dF -> ac T f -> every T (fun t => 0 < f t) -> ac T (fun t => F (f t)).
Proof. intros HF Hf Hp. apply (ac_C1 T f positive F dF HF); [unfold positive; intros; lra | exact Hf | exact Hp]. Qed.

Lemma ac_Sum T n (f : nat -> R -> R) : (forall i, (i < n)%nat -> ac T (f i)) -> ac T (fun t => Sum n (fun i => f i t)).
Proof. induction n; intros H; simpl; [apply ac_const |]. apply ac_plus; auto. Qed.

Lemma ac_Prod T n (f : nat -> R -> R) : (forall i, (i < n)%nat -> ac T (f i)) -> ac T (fun t => Prod n (fun i => f i t)).
Proof. induction n; intros H; simpl; [apply ac_const |]. apply ac_times; auto. Qed.

Lemma ac_shorter T t0 f : time T t0 -> ac T f -> ac (Finite t0) f.
Proof.
  intros H0 Hf s Hs. apply Hf. apply (time_before T t0 s H0). destruct Hs as [H1 H2]. simpl in H2. lra.
Qed.
