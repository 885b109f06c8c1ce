(** Dominated convergence: what can be measured and lies between 0 and a rate has an integral.

    A limit of functions that rise more and more has the limit of their rates at almost every time, since what is still
    missing is steep on a small set only (Cover.v). Three such limits lead from continuous functions f_k to r = lim f_k:
    M is a bound, max (f_n, ..., f_(n+m)) up to M as m grows, then n, then M. *)

From Coq Require Import Reals Lra Lia Psatz Classical ConstructiveEpsilon.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary Basics Exceptions Times Rates Laws Cover Lebesgue.
Local Open Scope R_scope.

(** At every time but those of a set that is covered in length e, as a value. *)
Definition almost (T : Rbar) (A : R -> Prop) : Type := no_length (fun t => time T t /\ ~ A t).

Lemma covered_more e e' N : e <= e' -> covered e N -> covered e' N.
Proof. intros H [c [H1 [H2 H3]]]. exists c. split; [exact H1 | split; [exact H2 |]]. intros n. apply Rle_trans with (1 := H3 n). exact H. Qed.

Lemma no_length_incl (N M : R -> Prop) : (forall t, N t -> M t) -> no_length M -> no_length N.
Proof. intros H K e He. apply (covered_incl e N M H). now apply K. Qed.

Lemma no_length_or (N M : R -> Prop) : no_length N -> no_length M -> no_length (fun t => N t \/ M t).
Proof.
  intros HN HM. apply (no_length_incl _ (fun t => exists k, (match k with O => N | S _ => M end) t)).
  - intros t [H | H]; [now exists 0%nat | now exists 1%nat].
  - apply (no_length_union (fun k => match k with O => N | S _ => M end)). intros [| k]; assumption.
Qed.

Lemma no_length_none (N : R -> Prop) : (forall t, ~ N t) -> no_length N.
Proof.
  intros H e He. exists (fun _ => 0, fun _ => 0). split; [intros n; simpl; lra |]. split; [intros t Ht; now elim (H t) |].
  intros n. rewrite Sum_eq0; [lra |]. intros; simpl; ring.
Qed.

Lemma no_length_point p : no_length (fun t => t = p).
Proof.
  intros e He. exists (fun k => match k with O => p - e / 2 | S _ => p end, fun k => match k with O => p + e / 2 | S _ => p end). split; [| split].
  - intros [| n]; simpl; lra.
  - intros t ->. exists 0%nat. simpl. lra.
  - intros n. simpl. apply Rle_trans with (Sum n (fun i => if Nat.eqb i 0 then e else 0)).
    + right. apply Sum_ext. intros [| i] _; simpl; field.
    + apply (Sum_once n (fun i => Nat.eqb i 0) e); [lra |]. intros i j _ _ Hi Hj. apply Nat.eqb_eq in Hi, Hj. congruence.
Qed.

Lemma almost_all T (A : R -> Prop) : (forall t, A t) -> almost T A.
Proof. intros H. apply no_length_none. intros t [_ N]. apply N, H. Qed.

(** What is missing, B - B_m, varies by less and less: B has the limit of the rates of B_m. *)
Lemma rate_of_limit T (B : R -> R) (Bm bm w : nat -> R -> R) : Rbar_lt 0 T ->
  (forall m x y, 0 <= x -> x <= y -> time T y -> Rabs ((B y - Bm m y) - (B x - Bm m x)) <= w m y - w m x) ->
  (forall y, time T y -> is_lim_seq (fun m => w m y - w m 0) 0) ->
  (forall m, almost T (fun t => is_derive (Bm m) t (bm m t))) ->
  almost T (fun t => forall l : R, is_lim_seq (fun m => bm m t) l -> is_derive B t l).
Proof.
  intros HT H1 H2 H3. set (s := stage T).
  assert (Ts : forall j, time T (s j)) by (intros j; now apply stage_time). assert (Ps : forall j, 0 < s j) by (intros j; now apply stage_time).
  assert (PL : forall k, 0 < / INR (S k)) by (intros k; apply Rinv_0_lt_compat, lt_0_INR; lia).
  assert (Up : forall j m x y, 0 <= x -> x <= y -> y <= s j -> w m x <= w m y).
  { intros j m x y Hx Hxy Hy. pose proof (H1 m x y Hx Hxy (time_before T (s j) y (Ts j) ltac:(lra))) as K.
    pose proof (Rabs_pos ((B y - Bm m y) - (B x - Bm m x))). lra. }
  set (steep_at := fun j k m t => 0 <= t <= s j /\ exists y, 0 <= y <= s j /\ y <> t /\ / INR (S k) * Rabs (y - t) < Rabs (w m y - w m t)).
  assert (X : forall j k n0, no_length (fun t => forall m, steep_at j k (n0 + m)%nat t)).
  { intros j k n0 e He. pose proof (PL k) as Pk.
    set (P := fun m => 20 / / INR (S k) * (w (n0 + m)%nat (s j) - w (n0 + m)%nat 0) <= e).
    assert (D : forall m, {P m} + {~ P m}) by (intros m; apply Rle_dec).
    assert (Ex : exists m, P m).
    { pose proof (H2 (s j) (Ts j)) as L. apply is_lim_seq_spec in L.
      assert (Pe : 0 < e * / INR (S k) / 20) by (apply Rdiv_lt_0_compat; [now apply Rmult_lt_0_compat | lra]).
      destruct (L (mkposreal _ Pe)) as [N HN]. exists N. unfold P. specialize (HN (n0 + N)%nat ltac:(lia)).
      change (Rabs (w (n0 + N)%nat (s j) - w (n0 + N)%nat 0 - 0) < e * / INR (S k) / 20) in HN.
      rewrite Rminus_0_r in HN. apply Rabs_def2 in HN. apply Rle_trans with (20 / / INR (S k) * (e * / INR (S k) / 20)).
      - apply Rmult_le_compat_l; [left; apply Rdiv_lt_0_compat; lra | lra].
      - right. field. apply not_0_INR. lia. }
    destruct (constructive_indefinite_ground_description_nat P D Ex) as [m Hm].
    apply (covered_more _ e _ Hm). apply (covered_incl _ _ (steep_at j k (n0 + m)%nat)); [intros t K; apply K |].
    apply (steep_covered (s j) (Ps j) (w (n0 + m)%nat) (Up j _) (/ INR (S k)) Pk). }
  pose proof (no_length_or _ _ (no_length_point 0) (no_length_or _ _ (no_length_union _ H3)
    (no_length_union _ (fun j => no_length_union _ (fun k => no_length_union _ (fun n0 => X j k n0)))))) as NL.
  revert NL. apply no_length_incl. intros t [Ht Hn]. apply NNPP. intros N. apply Hn. intros l Hl.
  assert (P : 0 < t). { destruct Ht as [[Ht | Ht] _]; [exact Ht |]. exfalso. apply N. left. now symmetry. }
  assert (Db : forall m, is_derive (Bm m) t (bm m t)). { intros m. apply NNPP. intros K. apply N. right. left. now exists m. }
  destruct (stage_after T t Ht) as [j Hj]. fold (s j) in Hj.
  apply is_derive_Reals. intros eps He.
  destruct (archimed_cor1 (eps / 4) ltac:(lra)) as [n1 [Hn1 Pn1]]. destruct n1 as [| k]; [lia |].
  apply is_lim_seq_spec in Hl. destruct (Hl (mkposreal (eps / 4) ltac:(lra))) as [n0 H0]. simpl in H0.
  assert (G : exists m, ~ steep_at j k (n0 + m)%nat t).
  { apply NNPP. intros K. apply N. right. right. exists j, k, n0. intros m. apply NNPP. intros S1. apply K. now exists m. }
  destruct G as [m G]. set (q := (n0 + m)%nat) in *. specialize (H0 q ltac:(lia)).
  destruct (proj1 (is_derive_Reals _ _ _) (Db q) (eps / 4) ltac:(lra)) as [d Hd].
  assert (Pd : 0 < Rmin d (Rmin t (s j - t))) by (apply Rmin_pos; [apply cond_pos | apply Rmin_pos; lra]).
  exists (mkposreal _ Pd). intros h Hh0 Hh. simpl in Hh.
  pose proof (Rmin_l d (Rmin t (s j - t))). pose proof (Rmin_r d (Rmin t (s j - t))). pose proof (Rmin_l t (s j - t)). pose proof (Rmin_r t (s j - t)).
  specialize (Hd h Hh0 ltac:(lra)). set (y := t + h). assert (Hy : 0 <= y <= s j) by (unfold y; apply Rabs_def2 in Hh; lra).
  assert (Ph : 0 < Rabs h) by (now apply Rabs_pos_lt).
  assert (W : Rabs (w q y - w q t) <= eps / 4 * Rabs h).
  { apply Rle_trans with (/ INR (S k) * Rabs h); [| apply Rmult_le_compat_r; lra]. apply Rnot_lt_le. intros K. apply G.
    split; [lra |]. exists y. split; [exact Hy |]. split; [unfold y; lra |]. replace (y - t) with h by (unfold y; ring). exact K. }
  assert (E1 : Rabs ((B y - Bm q y) - (B t - Bm q t)) <= eps / 4 * Rabs h).
  { apply Rle_trans with (2 := W). destruct (Rle_lt_dec t y) as [L | L].
    - apply Rle_trans with (1 := H1 q t y ltac:(lra) L (time_before T (s j) y (Ts j) Hy)). apply Rle_abs.
    - rewrite (Rabs_minus_sym (w q y)). rewrite (Rabs_minus_sym (B y - Bm q y)).
      apply Rle_trans with (1 := H1 q y t ltac:(lra) ltac:(lra) Ht). apply Rle_abs. }
  assert (E2 : Rabs (Bm q y - Bm q t - bm q t * h) <= eps / 4 * Rabs h).
  { apply Rmult_lt_compat_r with (r := Rabs h) in Hd; [| exact Ph]. rewrite <- Rabs_mult in Hd. left.
    replace (Bm q y - Bm q t - bm q t * h) with (((Bm q (t + h) - Bm q t) / h - bm q t) * h) by (fold y; field; exact Hh0). exact Hd. }
  assert (E3 : Rabs ((bm q t - l) * h) <= eps / 4 * Rabs h) by (rewrite Rabs_mult; apply Rmult_le_compat_r; lra).
  apply Rmult_lt_reg_r with (Rabs h); [exact Ph |]. rewrite <- Rabs_mult.
  replace (((B y - B t) / h - l) * h) with (((B y - Bm q y) - (B t - Bm q t)) + ((Bm q y - Bm q t - bm q t * h) + (bm q t - l) * h)) by (field; exact Hh0).
  apply Rle_lt_trans with (1 := Rabs_triang _ _). apply Rle_lt_trans with (eps / 4 * Rabs h + (eps / 4 * Rabs h + eps / 4 * Rabs h)); [| nra].
  apply Rplus_le_compat; [exact E1 |]. apply Rle_trans with (1 := Rabs_triang _ _). now apply Rplus_le_compat.
Qed.

(** Functions that rise more and more, below a bound. *)
Lemma rising_limit T (a da : nat -> R -> R) (K : R -> R) : Rbar_lt 0 T -> (forall m, a m 0 = 0) ->
  (forall m x y, 0 <= x -> x <= y -> time T y -> a m y - a m x <= a (S m) y - a (S m) x) -> (forall m t, time T t -> a m t <= K t) ->
  (forall m, almost T (fun t => is_derive (a m) t (da m t))) ->
  { b : R -> R & (((forall t, time T t -> is_lim_seq (fun m => a m t) (b t)) /\
    forall m x y, 0 <= x -> x <= y -> time T y -> a m y - a m x <= b y - b x) *
    almost T (fun t => forall l : R, is_lim_seq (fun m => da m t) l -> is_derive b t l))%type }.
Proof.
  intros HT H0 H1 HK HD.
  assert (L : forall t, time T t -> is_lim_seq (fun m => a m t) (real (Lim_seq (fun m => a m t)))).
  { intros t Ht. apply Lim_seq_correct', (ex_finite_lim_seq_incr _ (K t)); [| intros m; now apply HK].
    intros m. pose proof (H1 m 0 t (Rle_refl 0) (proj1 Ht) Ht) as E. rewrite !H0 in E. lra. }
  set (b := fun t => real (Lim_seq (fun m => a m t))).
  assert (M : forall m k x y, 0 <= x -> x <= y -> time T y -> a m y - a m x <= a (k + m)%nat y - a (k + m)%nat x).
  { intros m k x y Hx Hxy Hy. induction k; [simpl; lra |]. apply Rle_trans with (1 := IHk). apply H1; trivial. }
  assert (D : forall m x y, 0 <= x -> x <= y -> time T y -> a m y - a m x <= b y - b x).
  { intros m x y Hx Hxy Hy. pose proof (time_before T y x Hy ltac:(lra)) as Tx.
    pose proof (is_lim_seq_minus' _ _ _ _ (L y Hy) (L x Tx)) as Ld. apply (is_lim_seq_incr_n _ m) in Ld.
    apply (is_lim_seq_le (fun _ => a m y - a m x) _ (Finite _) (Finite _) (fun k => M m k x y Hx Hxy Hy) (is_lim_seq_const _) Ld). }
  exists b. split; [split; [exact L | exact D] |].
  assert (T0 : time T 0) by (split; [lra | exact HT]).
  assert (B0 : b 0 = 0).
  { unfold b. rewrite (Lim_seq_ext _ (fun _ => 0)) by (intros; apply H0). now rewrite Lim_seq_const. }
  apply (rate_of_limit T b a da (fun m t => b t - a m t) HT); [| | exact HD].
  - intros m x y Hx Hxy Hy. pose proof (D m x y Hx Hxy Hy). rewrite Rabs_pos_eq by lra. lra.
  - intros y Hy. apply (is_lim_seq_ext (fun m => b y - a m y)); [intros m; rewrite B0, H0; ring |].
    replace (Finite 0) with (Finite (b y - b y)) by (f_equal; ring). apply is_lim_seq_minus'; [apply is_lim_seq_const | now apply L].
Qed.

(** * Functions that are differentiable everywhere, and limits of increments *)

Lemma rises_everywhere (G g : R -> R) x y : (forall t, is_derive G t (g t)) -> (forall t, 0 <= g t) -> x <= y -> G x <= G y.
Proof.
  intros D P [H | ->]; [| lra]. destruct (MVT_open G g (x - 1) (y + 1) x y) as [c [_ E]]; [intros; apply D | lra | exact H | lra |].
  pose proof (P c). assert (0 <= g c * (y - x)) by (apply Rmult_le_pos; lra). lra.
Qed.

Lemma increments_below (a : nat -> R -> R) (b : R -> R) x y C : is_lim_seq (fun m => a m x) (b x) -> is_lim_seq (fun m => a m y) (b y) ->
  (forall m, a m y - a m x <= C) -> b y - b x <= C.
Proof.
  intros Lx Ly H. apply (is_lim_seq_le _ (fun _ => C) (Finite _) (Finite _) H (is_lim_seq_minus' _ _ _ _ Ly Lx) (is_lim_seq_const C)).
Qed.

Lemma increments_above (a : nat -> R -> R) (b : R -> R) x y C : is_lim_seq (fun m => a m x) (b x) -> is_lim_seq (fun m => a m y) (b y) ->
  (forall m, C <= a m y - a m x) -> C <= b y - b x.
Proof.
  intros Lx Ly H. apply (is_lim_seq_le (fun _ => C) _ (Finite _) (Finite _) H (is_lim_seq_const C) (is_lim_seq_minus' _ _ _ _ Ly Lx)).
Qed.

(** Increments between 0 and those of an absolutely continuous function. *)
Lemma ac_below T F B : ac T F -> (forall x y, 0 <= x -> x <= y -> time T y -> 0 <= B y - B x <= F y - F x) -> ac T B.
Proof.
  intros HF H s Hs eps He. destruct (HF s Hs eps He) as [d [Hd K]]. exists d. split; [exact Hd |]. intros n u v C1 C2 L.
  apply Rle_trans with (2 := K n u v C1 C2 L). apply Sum_le. intros i Hi. destruct (C1 i Hi) as [A1 [A2 A3]].
  pose proof (H (u i) (v i) A1 A2 (time_before T s (v i) Hs ltac:(lra))). rewrite !Rabs_pos_eq by lra. lra.
Qed.

Lemma continuous_Rmax (a b : R -> R) t : continuous a t -> continuous b t -> continuous (fun t => Rmax (a t) (b t)) t.
Proof.
  intros Ha Hb. apply (continuous_ext (fun t => (a t + b t + Rabs (a t - b t)) * / 2)).
  - intros x. unfold Rmax, Rabs. destruct Rle_dec, Rcase_abs; as_reals; lra.
  - apply (continuous_mult (fun t => a t + b t + Rabs (a t - b t)) (fun _ => / 2)); [| apply continuous_const].
    apply (continuous_plus (fun t => a t + b t) (fun t => Rabs (a t - b t))); [now apply (continuous_plus a b) |].
    apply (continuous_comp (fun t => a t - b t) Rabs); [now apply (continuous_minus a b) | apply continuous_Rabs].
Qed.

Lemma continuous_Rmin (a b : R -> R) t : continuous a t -> continuous b t -> continuous (fun t => Rmin (a t) (b t)) t.
Proof.
  intros Ha Hb. apply (continuous_ext (fun t => (a t + b t - Rabs (a t - b t)) * / 2)).
  - intros x. unfold Rmin, Rabs. destruct Rle_dec, Rcase_abs; as_reals; lra.
  - apply (continuous_mult (fun t => a t + b t - Rabs (a t - b t)) (fun _ => / 2)); [| apply continuous_const].
    apply (continuous_minus (fun t => a t + b t) (fun t => Rabs (a t - b t))); [now apply (continuous_plus a b) |].
    apply (continuous_comp (fun t => a t - b t) Rabs); [now apply (continuous_minus a b) | apply continuous_Rabs].
Qed.

Section Domination.
Variables (T : Rbar) (f : nat -> R -> R).
Hypothesis HT : Rbar_lt 0 T.
Hypothesis Cf : forall k t, continuous (f k) t.

Definition cut (M k : nat) (t : R) : R := Rmin (Rmax 0 (f k t)) (INR M).
Fixpoint peak (M n m : nat) (t : R) : R := match m with O => cut M n t | S m => Rmax (peak M n m t) (cut M (n + S m) t) end.
Definition area (M n m : nat) (t : R) : R := RInt (peak M n m) 0 t.

Lemma cut_between M k t : 0 <= cut M k t <= INR M.
Proof. unfold cut. split; [apply Rmin_glb; [apply Rmax_l | apply pos_INR] | apply Rmin_r]. Qed.

Lemma peak_between M n m t : 0 <= peak M n m t <= INR M.
Proof.
  induction m; simpl; [apply cut_between |]. pose proof (cut_between M (n + S m) t).
  split; [apply Rle_trans with (2 := Rmax_l _ _); apply IHm | apply Rmax_lub; [apply IHm | lra]].
Qed.

Lemma peak_continuous M n m t : continuous (peak M n m) t.
Proof.
  assert (C : forall k, continuous (cut M k) t).
  { intros k. apply (continuous_Rmin (fun t => Rmax 0 (f k t)) (fun _ => INR M)); [| apply continuous_const].
    apply (continuous_Rmax (fun _ => 0) (f k)); [apply continuous_const | apply Cf]. }
  induction m; [apply C |]. now apply (continuous_Rmax (peak M n m) (cut M (n + S m))).
Qed.

Lemma peak_later M n m t : peak M n m t <= peak M n (S m) t.
Proof. apply Rmax_l. Qed.

Lemma peak_shift M n m t : peak M (S n) m t <= peak M n (S m) t.
Proof.
  induction m; [simpl; replace (n + 1)%nat with (S n) by lia; apply Rmax_r |].
  change (Rmax (peak M (S n) m t) (cut M (S n + S m) t) <= Rmax (peak M n (S m) t) (cut M (n + S (S m)) t)).
  replace (S n + S m)%nat with (n + S (S m))%nat by lia. apply Rmax_case; [apply Rle_trans with (1 := IHm); apply Rmax_l | apply Rmax_r].
Qed.

Lemma peak_higher M n m t : peak M n m t <= peak (S M) n m t.
Proof.
  assert (C : forall k, cut M k t <= cut (S M) k t).
  { intros k. unfold cut. apply Rmin_glb; [apply Rmin_l |]. apply Rle_trans with (1 := Rmin_r _ _). apply le_INR. lia. }
  induction m; simpl; [apply C |]. apply Rmax_case; [apply Rle_trans with (1 := IHm); apply Rmax_l | apply Rle_trans with (1 := C _); apply Rmax_r].
Qed.

Lemma area_rate M n m t : is_derive (area M n m) t (peak M n m t).
Proof.
  apply (is_derive_RInt (peak M n m) (area M n m) 0 t); [| apply peak_continuous]. apply filter_forall. intros r.
  apply (RInt_correct (V := R_CompleteNormedModule)). apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros z _. apply peak_continuous.
Qed.

Lemma area_0 M n m : area M n m 0 = 0.
Proof. apply integral_point. Qed.

(** Larger integrand, larger increments. *)
Lemma area_more M n m M' n' m' x y : (forall t, peak M n m t <= peak M' n' m' t) -> x <= y ->
  area M n m y - area M n m x <= area M' n' m' y - area M' n' m' x.
Proof.
  intros H Hxy. assert (K : area M' n' m' x - area M n m x <= area M' n' m' y - area M n m y); [| lra].
  apply (rises_everywhere (fun t => area M' n' m' t - area M n m t) (fun t => peak M' n' m' t - peak M n m t)); [| intros t; specialize (H t); lra | exact Hxy].
  intros t. apply (is_derive_minus (area M' n' m') (area M n m)); apply area_rate.
Qed.

Lemma area_between M n m x y : x <= y -> 0 <= area M n m y - area M n m x <= INR M * (y - x).
Proof.
  intros Hxy. split.
  - assert (K : area M n m x <= area M n m y); [| lra]. apply (rises_everywhere (area M n m) (peak M n m)); [apply area_rate | intros t; apply peak_between | exact Hxy].
  - assert (K : INR M * x - area M n m x <= INR M * y - area M n m y); [| lra].
    apply (rises_everywhere (fun t => INR M * t - area M n m t) (fun t => INR M - peak M n m t)); [| intros t; pose proof (peak_between M n m t); lra | exact Hxy].
    intros t. apply (is_derive_minus (fun t => INR M * t) (area M n m)); [| apply area_rate]. auto_derive; trivial. ring.
Qed.

(** First limit: the largest of all f_k, k >= n. *)
Definition first (M n : nat) := rising_limit T (area M n) (peak M n) (fun t => INR M * t) HT (area_0 M n)
  (fun m x y _ Hxy _ => area_more M n m M n (S m) x y (peak_later M n m) Hxy)
  (fun m t Ht => ltac:(pose proof (area_between M n m 0 t (proj1 Ht)) as H; rewrite area_0 in H; lra))
  (fun m => almost_all T _ (area_rate M n m)).
Definition A1 (M n : nat) : R -> R := projT1 (first M n).
Definition a1 (M n : nat) (t : R) : R := real (Lim_seq (fun m => peak M n m t)).

Lemma A1_limit M n t : time T t -> is_lim_seq (fun m => area M n m t) (A1 M n t).
Proof. apply (fst (projT2 (first M n))). Qed.

Lemma A1_0 M n : A1 M n 0 = 0.
Proof.
  pose proof (A1_limit M n 0 (conj (Rle_refl 0) HT)) as L. apply is_lim_seq_unique in L.
  rewrite (Lim_seq_ext _ (fun _ => 0)) in L by (intros; apply area_0). rewrite Lim_seq_const in L. now injection L.
Qed.

Lemma a1_limit M n t : is_lim_seq (fun m => peak M n m t) (a1 M n t).
Proof.
  apply Lim_seq_correct', (ex_finite_lim_seq_incr _ (INR M)); [intros m; apply peak_later | intros m; apply peak_between].
Qed.

Lemma A1_rate M n : almost T (fun t => is_derive (A1 M n) t (a1 M n t)).
Proof.
  apply (no_length_incl _ _) with (2 := snd (projT2 (first M n))). intros t [Ht H]. split; [exact Ht |]. intros K. apply H. apply K, a1_limit.
Qed.

Lemma earlier t x y : time T y -> 0 <= x -> x <= y -> t = x \/ t = y -> time T t.
Proof. intros Hy Hx Hxy [-> | ->]; [apply (time_before T y x Hy); lra | exact Hy]. Qed.

Lemma A1_between M n x y : 0 <= x -> x <= y -> time T y -> 0 <= A1 M n y - A1 M n x <= INR M * (y - x).
Proof.
  intros Hx Hxy Hy. pose proof (A1_limit M n y Hy) as Ly. pose proof (A1_limit M n x (earlier x x y Hy Hx Hxy (or_introl eq_refl))) as Lx.
  split; [apply (increments_above _ _ x y 0 Lx Ly) | apply (increments_below _ _ x y _ Lx Ly)]; intros m; apply (area_between M n m x y Hxy).
Qed.

Lemma A1_shift M n x y : 0 <= x -> x <= y -> time T y -> A1 M (S n) y - A1 M (S n) x <= A1 M n y - A1 M n x.
Proof.
  intros Hx Hxy Hy. apply (increments_below (area M (S n)) (A1 M (S n)) x y).
  - apply A1_limit. now apply (earlier x x y Hy Hx Hxy); left.
  - now apply A1_limit.
  - intros m. apply Rle_trans with (area M n (S m) y - area M n (S m) x); [apply area_more; [apply peak_shift | exact Hxy] |].
    now apply (fst (projT2 (first M n))).
Qed.

Lemma A1_higher M n x y : 0 <= x -> x <= y -> time T y -> A1 M n y - A1 M n x <= A1 (S M) n y - A1 (S M) n x.
Proof.
  intros Hx Hxy Hy. apply (increments_below (area M n) (A1 M n) x y).
  - apply A1_limit. now apply (earlier x x y Hy Hx Hxy); left.
  - now apply A1_limit.
  - intros m. apply Rle_trans with (area (S M) n m y - area (S M) n m x); [apply area_more; [apply peak_higher | exact Hxy] |].
    now apply (fst (projT2 (first (S M) n))).
Qed.

(** Second limit: their limit superior. *)
Lemma minus_rate M n : almost T (fun t => is_derive (fun t => - A1 M n t) t (- a1 M n t)).
Proof.
  apply (no_length_incl _ _) with (2 := A1_rate M n). intros t [Ht H]. split; [exact Ht |]. intros K. apply H.
  apply (is_derive_opp (A1 M n) t (a1 M n t) K).
Qed.

Definition second (M : nat) := rising_limit T (fun n t => - A1 M n t) (fun n t => - a1 M n t) (fun _ => 0) HT
  (fun n => ltac:(cbv beta; rewrite A1_0; ring))
  (fun n x y Hx Hxy Hy => ltac:(cbv beta; pose proof (A1_shift M n x y Hx Hxy Hy); lra))
  (fun n t Ht => ltac:(cbv beta; pose proof (A1_between M n 0 t (Rle_refl 0) (proj1 Ht) Ht) as H; rewrite A1_0 in H; lra))
  (minus_rate M).
Definition A2 (M : nat) (t : R) : R := - projT1 (second M) t.
Definition a2 (M : nat) (t : R) : R := - real (Lim_seq (fun n => - a1 M n t)).

Lemma A2_limit M t : time T t -> is_lim_seq (fun n => A1 M n t) (A2 M t).
Proof.
  intros Ht. pose proof (proj1 (fst (projT2 (second M))) t Ht) as L. apply is_lim_seq_opp in L.
  apply (is_lim_seq_ext (fun n => - - A1 M n t)); [intros; ring | exact L].
Qed.

Lemma a1_between M n t : 0 <= a1 M n t <= INR M.
Proof.
  pose proof (a1_limit M n t) as L. split.
  - apply (is_lim_seq_le (fun _ => 0) _ (Finite 0) (Finite _) (fun m => proj1 (peak_between M n m t)) (is_lim_seq_const 0) L).
  - apply (is_lim_seq_le _ (fun _ => INR M) (Finite _) (Finite _) (fun m => proj2 (peak_between M n m t)) L (is_lim_seq_const _)).
Qed.

Lemma a1_shift M n t : a1 M (S n) t <= a1 M n t.
Proof.
  pose proof (a1_limit M n t) as L. apply is_lim_seq_incr_1 in L.
  apply (is_lim_seq_le _ _ (Finite _) (Finite _) (fun m => peak_shift M n m t) (a1_limit M (S n) t) L).
Qed.

Lemma a2_limit M t : is_lim_seq (fun n => - a1 M n t) (- a2 M t).
Proof.
  unfold a2. rewrite Ropp_involutive. apply Lim_seq_correct', (ex_finite_lim_seq_incr _ 0).
  - intros n. pose proof (a1_shift M n t). lra.
  - intros n. pose proof (a1_between M n t). lra.
Qed.

Lemma A2_rate M : almost T (fun t => is_derive (A2 M) t (a2 M t)).
Proof.
  apply (no_length_incl _ _) with (2 := snd (projT2 (second M))). intros t [Ht H]. split; [exact Ht |]. intros K. apply H.
  specialize (K _ (a2_limit M t)). apply (is_derive_opp (projT1 (second M)) t _) in K.
  evar_last; [exact K | apply Ropp_involutive].
Qed.

Lemma A2_0 M : A2 M 0 = 0.
Proof.
  pose proof (A2_limit M 0 (conj (Rle_refl 0) HT)) as L. apply is_lim_seq_unique in L.
  rewrite (Lim_seq_ext _ (fun _ => 0)) in L by (intros; apply A1_0). rewrite Lim_seq_const in L. now injection L.
Qed.

Lemma A2_between M x y : 0 <= x -> x <= y -> time T y -> 0 <= A2 M y - A2 M x <= INR M * (y - x).
Proof.
  intros Hx Hxy Hy. pose proof (A2_limit M y Hy) as Ly. pose proof (A2_limit M x (earlier x x y Hy Hx Hxy (or_introl eq_refl))) as Lx.
  split; [apply (increments_above _ _ x y 0 Lx Ly) | apply (increments_below _ _ x y _ Lx Ly)]; intros n; now apply A1_between.
Qed.

Lemma A2_higher M x y : 0 <= x -> x <= y -> time T y -> A2 M y - A2 M x <= A2 (S M) y - A2 (S M) x.
Proof.
  intros Hx Hxy Hy. pose proof (earlier x x y Hy Hx Hxy (or_introl eq_refl)) as Tx.
  apply (is_lim_seq_le _ _ (Finite _) (Finite _) (fun n => A1_higher M n x y Hx Hxy Hy)
    (is_lim_seq_minus' _ _ _ _ (A2_limit M y Hy) (A2_limit M x Tx)) (is_lim_seq_minus' _ _ _ _ (A2_limit (S M) y Hy) (A2_limit (S M) x Tx))).
Qed.

Lemma A2_ac M : ac T (A2 M).
Proof.
  apply (ac_below T (fun t => INR M * t)); [apply ac_scal, ac_id |]. intros x y Hx Hxy Hy. pose proof (A2_between M x y Hx Hxy Hy). lra.
Qed.

(** Where f_k -> r >= 0, it is min (r, M). *)
Lemma a2_value M t (r : R) : 0 <= r -> is_lim_seq (fun k => f k t) r -> a2 M t = Rmin r (INR M).
Proof.
  intros Hr L. set (z := Rmin r (INR M)). assert (Lz : is_lim_seq (fun n => - a1 M n t) (- z)).
  { apply is_lim_seq_spec. intros [eps He]. apply is_lim_seq_spec in L. destruct (L (mkposreal (eps / 2) ltac:(lra))) as [n0 H0]. simpl in H0.
    exists n0. intros n Hn. simpl.
    assert (C : forall k, (n0 <= k)%nat -> z - eps / 2 <= cut M k t <= z + eps / 2).
    { intros k Hk. specialize (H0 k Hk). apply Rabs_def2 in H0. unfold cut, z, Rmin, Rmax. repeat destruct Rle_dec; lra. }
    assert (P : forall m, z - eps / 2 <= peak M n m t <= z + eps / 2).
    { intros m. induction m; simpl; [apply C; exact Hn |]. pose proof (C (n + S m)%nat ltac:(lia)).
      split; [apply Rle_trans with (2 := Rmax_l _ _); apply IHm | apply Rmax_lub; [apply IHm | lra]]. }
    assert (Q : z - eps / 2 <= a1 M n t <= z + eps / 2).
    { pose proof (a1_limit M n t) as La. split.
      - apply (is_lim_seq_le (fun _ => z - eps / 2) _ (Finite _) (Finite _) (fun m => proj1 (P m)) (is_lim_seq_const _) La).
      - apply (is_lim_seq_le _ (fun _ => z + eps / 2) (Finite _) (Finite _) (fun m => proj2 (P m)) La (is_lim_seq_const _)). }
    apply Rabs_def1; lra. }
  pose proof (is_lim_seq_unique _ _ Lz) as E1. pose proof (is_lim_seq_unique _ _ (a2_limit M t)) as E2. rewrite E1 in E2. injection E2. lra.
Qed.

Variables (F r : R -> R).
Hypothesis HF : ac T F.
Hypothesis DF : rate T F (fun t l => r t <= l).
Hypothesis Pr : ae T (fun t => 0 <= r t).
Hypothesis Lr : ae T (fun t => is_lim_seq (fun k => f k t) (r t)).

Lemma almost_ae A : almost T A -> ae T A.
Proof. apply no_length_null. Qed.

Lemma A2_value M : ae T (fun t => a2 M t = Rmin (r t) (INR M)).
Proof. generalize (ae_and T _ _ Pr Lr). apply ae_incl. intros t _ [P L]. now apply a2_value. Qed.

Lemma A2_below M x y : 0 <= x -> x <= y -> time T y -> A2 M y - A2 M x <= F y - F x.
Proof.
  intros Hx Hxy Hy. assert (K : F x - A2 M x <= F y - A2 M y); [| lra].
  apply (never_decreases T (fun t => F t - A2 M t)); trivial; [apply ac_minus; [exact HF | apply A2_ac] |].
  generalize (ae_and T _ _ DF (ae_and T _ _ (almost_ae _ (A2_rate M)) (A2_value M))). apply ae_incl. intros t _ [[l [D1 L]] [D2 E]].
  exists (l - a2 M t). split; [now apply (is_derive_minus F (A2 M)) |]. rewrite E. pose proof (Rmin_l (r t) (INR M)). lra.
Qed.

Theorem dominated : exists A, primitive T r A.
Proof.
  destruct (rising_limit T A2 a2 (fun t => F t - F 0) HT A2_0 A2_higher) as [A [[L U] D]].
  - intros M t Ht. pose proof (A2_below M 0 t (Rle_refl 0) (proj1 Ht) Ht) as H. rewrite A2_0 in H. lra.
  - exact A2_rate.
  - exists A. split; [| split].
    + apply (ac_below T F A HF). intros x y Hx Hxy Hy. pose proof (L y Hy) as Ly. pose proof (L x (earlier x x y Hy Hx Hxy (or_introl eq_refl))) as Lx.
      split; [apply (increments_above _ _ x y 0 Lx Ly) | apply (increments_below _ _ x y _ Lx Ly)]; intros M;
        [now apply A2_between | now apply A2_below].
    + pose proof (L 0 (conj (Rle_refl 0) HT)) as L0. apply is_lim_seq_unique in L0.
      rewrite (Lim_seq_ext _ (fun _ => 0)) in L0 by (intros; apply A2_0). rewrite Lim_seq_const in L0. now injection L0.
    + generalize (ae_and T _ _ (almost_ae _ D) (ae_and T _ _ Pr Lr)). apply ae_incl. intros t _ [K [P Lt]]. apply K.
      destruct (nfloor_ex (r t) P) as [n [_ Hn]]. apply (is_lim_seq_ext_loc (fun _ => r t)); [| apply is_lim_seq_const].
      exists (S n). intros M HM. rewrite (a2_value M t (r t) P Lt). symmetry. apply Rmin_left.
      apply Rle_trans with (INR (S n)); [rewrite S_INR; lra | now apply le_INR].
Qed.
End Domination.

(** * Measurable functions *)

Lemma measurable_map T (a g : R -> R) : (forall y, continuous g y) -> measurable T a -> measurable T (fun t => g (a t)).
Proof.
  intros Cg [f [Cf L]]. exists (fun n t => g (f n t)). split.
  - intros n t. apply (continuous_comp (f n) g); [apply Cf | apply Cg].
  - revert L. apply ae_incl. intros t _ L. apply (is_lim_seq_continuous g _ _ (proj2 (continuity_pt_filterlim g (a t)) (Cg (a t))) L).
Qed.

Lemma measurable_const T c : measurable T (fun _ => c).
Proof. exists (fun _ _ => c). split; [intros; apply continuous_const |]. apply ae_every. intros t _. apply is_lim_seq_const. Qed.

Lemma measurable_plus T a b : measurable T a -> measurable T b -> measurable T (fun t => a t + b t).
Proof.
  intros [f [Cf Lf]] [g [Cg Lg]]. exists (fun n t => f n t + g n t). split; [intros; now apply (continuous_plus (f n) (g n)) |].
  generalize (ae_and T _ _ Lf Lg). apply ae_incl. intros t _ [L1 L2]. now apply is_lim_seq_plus'.
Qed.

Lemma measurable_Sum T n (a : nat -> R -> R) : (forall i, (i < n)%nat -> measurable T (a i)) -> measurable T (fun t => Sum n (fun i => a i t)).
Proof.
  intros H. induction n; simpl; [apply measurable_const |]. apply (measurable_plus T (fun t => Sum n (fun i => a i t)) (a n)); auto.
Qed.

(** What is measurable, at least 0 and paid for by the fall of y has an integral. *)
Theorem measurable_integral T (y r : R -> R) c : Rbar_lt 0 T -> ac T y -> 0 < c -> rate T y (fun t l => l <= - c * r t) ->
  ae T (fun t => 0 <= r t) -> measurable T r -> exists A, primitive T r A.
Proof.
  intros HT Hy Hc HR Hr [f [Cf L]]. apply (dominated T f HT Cf (fun t => - / c * y t) r); [now apply ac_scal | | exact Hr | exact L].
  revert HR. apply ae_incl. intros t _ [l [D B]]. exists (- / c * l). split; [now apply is_derive_scal |].
  apply Rmult_le_reg_l with c; [exact Hc |]. replace (c * (- / c * l)) with (- l) by (field; lra). lra.
Qed.

(** * The rules of what is measurable and integrable *)

Lemma integral_rate (g : R -> R) : (forall t, continuous g t) -> forall t, is_derive (fun t => RInt g 0 t) t (g t).
Proof.
  intros Cg t. apply (is_derive_RInt g (fun t => RInt g 0 t) 0 t); [| apply Cg]. apply filter_forall. intros r.
  apply (RInt_correct (V := R_CompleteNormedModule)). apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros z _. apply Cg.
Qed.

Theorem integrable_of : rule_integrable_of.
Proof.
  intros T f Hf. exists (fun t => RInt f 0 t).
  assert (E : forall s t, time T s -> 0 <= t <= s -> RInt (fun r => f (clamp 0 s r)) 0 t = RInt f 0 t).
  { intros s t Hs Ht. apply RInt_ext. intros r Hr. rewrite Rmin_left, Rmax_right in Hr by lra. f_equal. apply clamp_id. lra. }
  split; [| split].
  - intros s Hs eps He. assert (Cg := continuous_held T f s Hf Hs).
    assert (AG : ac T (fun t => RInt (fun r => f (clamp 0 s r)) 0 t)).
    { apply (ac_everywhere T (fun t => t) (fun t => RInt (fun r => f (clamp 0 s r)) 0 t) (fun r => f (clamp 0 s r))); [| apply ac_id].
      intros y _. split; [apply (integral_rate _ Cg y) | apply (Cg y)]. }
    destruct (AG s Hs eps He) as [d [Hd K]]. exists d. split; [exact Hd |]. intros n u v C1 C2 L. apply Rle_trans with (2 := K n u v C1 C2 L).
    right. apply Sum_ext. intros i Hi. destruct (C1 i Hi) as [A1 [A2 A3]]. rewrite !E by (trivial; lra). reflexivity.
  - apply integral_point.
  - apply (ae_but T _ (fun t => t = 0)); [apply null_countable; exists (fun _ => 0); intros t ->; now exists 0%nat |].
    intros t Ht Hn. assert (P : 0 < t) by (destruct Ht as [[|] _]; [assumption | congruence]).
    destruct (stage_after T t Ht) as [m Hm]. assert (HT : Rbar_lt 0 T) by (destruct Ht as [_ Ht]; destruct T; simpl in *; trivial; lra).
    set (s := stage T m) in *. pose proof (proj1 (stage_time T m HT)) as Ts. fold s in Ts.
    apply (is_derive_ext_loc (fun t => RInt (fun r => f (clamp 0 s r)) 0 t)).
    + assert (Pd : 0 < Rmin t (s - t)) by (apply Rmin_pos; lra). exists (mkposreal _ Pd). intros r Hr.
      change (Rabs (r - t) < Rmin t (s - t)) in Hr. apply Rabs_def2 in Hr. pose proof (Rmin_l t (s - t)). pose proof (Rmin_r t (s - t)). apply E; [exact Ts | lra].
    + evar_last; [apply (integral_rate _ (continuous_held T f s Hf Ts) t) |]. rewrite clamp_id by lra. reflexivity.
Qed.

Lemma measurable_times T a b : measurable T a -> measurable T b -> measurable T (fun t => a t * b t).
Proof.
  intros [f [Cf Lf]] [g [Cg Lg]]. exists (fun n t => f n t * g n t). split; [intros; now apply (continuous_mult (f n) (g n)) |].
  generalize (ae_and T _ _ Lf Lg). apply ae_incl. intros t _ [L1 L2]. now apply is_lim_seq_mult'.
Qed.

Lemma measurable_Prod T n (a : nat -> R -> R) : (forall i, (i < n)%nat -> measurable T (a i)) -> measurable T (fun t => Prod n (fun i => a i t)).
Proof.
  intros H. induction n; simpl; [apply measurable_const |]. apply (measurable_times T (fun t => Prod n (fun i => a i t)) (a n)); auto.
Qed.

Lemma measurable_ac T a : ac T a -> measurable T a.
Proof.
  intros Ha. destruct (classic (Rbar_lt 0 T)) as [HT | HT].
  - exists (fun n t => a (clamp 0 (stage T n) t)). split; [intros n; apply (continuous_held T); [exact Ha | now apply stage_time] |].
    apply ae_every. intros t Ht. destruct (stage_after T t Ht) as [m Hm]. apply (is_lim_seq_ext_loc (fun _ => a t)); [| apply is_lim_seq_const].
    exists m. intros n Hn. f_equal. symmetry. apply clamp_id. split; [apply Ht |]. left. apply Rlt_le_trans with (1 := Hm). clear - Hn HT.
    pose proof (le_INR _ _ Hn). pose proof (pos_INR m). destruct T as [r | |]; simpl in *; [| lra | lra]. apply Rmult_le_compat_l; [lra |].
    assert (/ (INR n + 2) <= / (INR m + 2)) by (apply Rinv_le_contravar; lra). lra.
  - exists (fun _ _ => 0). split; [intros; apply continuous_const |]. apply ae_every. intros t [H0 H1]. exfalso. apply HT.
    destruct T; simpl in *; trivial; lra.
Qed.

Lemma measurable_rate T f A : primitive T f A -> measurable T f.
Proof.
  intros [HA [_ DA]]. destruct (classic (Rbar_lt 0 T)) as [HT | HT].
  - set (s := stage T). set (g := fun n t => A (clamp 0 (s n) t)).
    assert (Cg : forall n t, continuous (g n) t) by (intros n; apply (continuous_held T); [exact HA | now apply stage_time]).
    exists (fun n t => (g n (t + / (INR n + 1)) - g n t) * (INR n + 1)). split.
    + intros n t. apply (continuous_mult (fun t => g n (t + / (INR n + 1)) - g n t) (fun _ => INR n + 1)); [| apply continuous_const].
      apply (continuous_minus (fun t => g n (t + / (INR n + 1))) (g n)); [| apply Cg].
      apply (continuous_comp (fun t => t + / (INR n + 1)) (g n)); [| apply Cg].
      apply (continuous_plus (fun t => t) (fun _ => / (INR n + 1))); [apply continuous_id | apply continuous_const].
    + revert DA. apply ae_incl. intros t Ht D. destruct (stage_after T t Ht) as [m Hm]. fold (s m) in Hm.
      apply is_lim_seq_spec. intros [eps He]. destruct (proj1 (is_derive_Reals _ _ _) D eps He) as [d Hd].
      destruct (archimed_cor1 (Rmin d (s m - t)) ltac:(apply Rmin_pos; [apply cond_pos | lra])) as [n0 [Hn0 Pn0]].
      exists (max m n0). intros n Hn. simpl.
      assert (P : 0 < INR n + 1) by (pose proof (pos_INR n); lra). set (h := / (INR n + 1)). assert (Ph : 0 < h) by (now apply Rinv_0_lt_compat).
      assert (Hh : h < Rmin d (s m - t)).
      { apply Rle_lt_trans with (2 := Hn0). apply Rinv_le_contravar; [now apply lt_0_INR |]. assert (INR n0 <= INR n) by (apply le_INR; lia). lra. }
      pose proof (Rmin_l d (s m - t)). pose proof (Rmin_r d (s m - t)).
      assert (Sn : s m <= s n).
      { assert (INR m <= INR n) by (apply le_INR; lia). pose proof (pos_INR m). unfold s. destruct T as [r | |]; simpl in *; [| lra | lra].
        apply Rmult_le_compat_l; [lra |]. assert (/ (INR n + 2) <= / (INR m + 2)) by (apply Rinv_le_contravar; lra). lra. }
      unfold g. rewrite !clamp_id by (destruct Ht; lra). specialize (Hd h ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)).
      replace ((A (t + h) - A t) * (INR n + 1)) with ((A (t + h) - A t) / h) by (unfold h; field; lra). exact Hd.
  - exists (fun _ _ => 0). split; [intros; apply continuous_const |]. apply ae_every. intros t [H0 H1]. exfalso. apply HT.
    destruct T; simpl in *; trivial; lra.
Qed.

Lemma measurable_positive T a g : (forall y, 0 < y -> continuous g y) -> every T (fun t => 0 < a t) -> measurable T a -> measurable T (fun t => g (a t)).
Proof.
  intros Cg Pa [f [Cf L]]. assert (Pn : forall n, 0 < / (INR n + 1)) by (intros n; apply Rinv_0_lt_compat; pose proof (pos_INR n); lra).
  exists (fun n t => g (Rmax (f n t) (/ (INR n + 1)))). split.
  - intros n t. apply (continuous_comp (fun t => Rmax (f n t) (/ (INR n + 1))) g); [apply (continuous_Rmax (f n)); [apply Cf | apply continuous_const] |].
    apply Cg. apply Rlt_le_trans with (1 := Pn n). apply Rmax_r.
  - revert L. apply ae_incl. intros t Ht L. pose proof (Pa t Ht) as P. cbv beta in P.
    apply (is_lim_seq_continuous g _ _ (proj2 (continuity_pt_filterlim g (a t)) (Cg (a t) P))).
    apply (is_lim_seq_ext_loc (fun n => f n t)); [| exact L]. apply is_lim_seq_spec in L.
    destruct (L (mkposreal (a t / 2) ltac:(lra))) as [n1 H1]. simpl in H1.
    destruct (archimed_cor1 (a t / 2) ltac:(lra)) as [n2 [H2 P2]]. exists (max n1 n2). intros n Hn. symmetry. apply Rmax_left.
    specialize (H1 n ltac:(lia)). apply Rabs_def2 in H1. apply Rle_trans with (/ INR n2); [| lra].
    apply Rinv_le_contravar; [now apply lt_0_INR |]. assert (INR n2 <= INR n) by (apply le_INR; lia). lra.
Qed.

Theorem built_measurable : rule_built_measurable.
Proof.
  intros T. split; [apply measurable_const |]. split; [apply measurable_ac, ac_id |]. split; [apply measurable_ac |]. split; [apply measurable_rate |].
  split; [intros f g Hf Hg; split; [now apply measurable_plus | now apply measurable_times] |].
  split; [intros f g Cg; now apply measurable_map |]. split; [intros f g Cg; now apply measurable_positive |]. split.
  - intros c. split; [apply (ex_derive_continuous exp); auto_derive; trivial |]. split; [apply (continuous_Rabs c) |].
    split; [intros n; apply (ex_derive_continuous (fun y => y ^ n)); auto_derive; trivial |].
    split; [intros r Hr; split; [now apply continuous_apow | now apply continuous_spow] |]. intros Hc. split.
    + apply (ex_derive_continuous ln). auto_derive. exact Hc.
    + intros r. apply (ex_derive_continuous (fun y => apow y r)). eexists. apply is_derive_apow_nz. lra.
  - intros n k f H. split; [now apply measurable_Sum |]. split; [now apply measurable_Prod |]. unfold others.
    apply (measurable_Prod T n (fun i t => if Nat.eqb i k then 1 else f i t)). intros i Hi. destruct (Nat.eqb i k); [apply measurable_const | auto].
Qed.
