(** Functions of time with countably many exceptional times: what their rates say of them. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics.
Local Open Scope R_scope.

(** * No interval is countable *)

Section Uncountable.
Variables (e : nat -> R) (x y : R).
Hypothesis Hxy : x < y.

(** Nested intervals: the n-th step keeps the lower or the upper third, whichever avoids e n. *)
Fixpoint nest (n : nat) : R * R :=
  match n with
  | O => (x, y)
  | S k => let (u, v) := nest k in let d := (v - u) / 3 in
    if Rle_dec (e k) (u + d) then (u + 2 * d, v) else (u, u + d)
  end.

Lemma nest_step n : fst (nest n) < snd (nest n) /\ fst (nest n) <= fst (nest (S n)) /\
  snd (nest (S n)) <= snd (nest n) /\ ~ (fst (nest (S n)) <= e n <= snd (nest (S n))).
Proof.
  assert (K : forall k, fst (nest k) < snd (nest k)).
  { induction k; simpl; [assumption |]. destruct (nest k) as [u v]; simpl in *. destruct Rle_dec; simpl; lra. }
  split; [apply K |]. specialize (K n). simpl. destruct (nest n) as [u v]; simpl in *.
  destruct Rle_dec; simpl; lra.
Qed.

Lemma nest_mono n k : fst (nest n) <= fst (nest (n + k)) /\ snd (nest (n + k)) <= snd (nest n).
Proof.
  induction k; [rewrite Nat.add_0_r; lra |]. rewrite Nat.add_succ_r.
  pose proof (nest_step (n + k)). lra.
Qed.

Lemma nest_below n k : fst (nest n) < snd (nest k).
Proof.
  pose proof (nest_mono n k). pose proof (nest_mono k n). pose proof (nest_step (n + k)).
  rewrite (Nat.add_comm k n) in *. lra.
Qed.

Lemma uncountable : exists l, x <= l <= y /\ forall n, l <> e n.
Proof.
  destruct (completeness (fun r => exists n, r = fst (nest n))) as [l [Hu Hl]].
  - exists y. intros r [n ->]. left. apply (nest_below n 0).
  - exists x. now exists 0%nat.
  - assert (Hin : forall n, fst (nest n) <= l <= snd (nest n)).
    { intros n. split; [apply Hu; now exists n |]. apply Hl. intros r [k ->]. left. apply nest_below. }
    exists l. split; [apply (Hin 0%nat) |]. intros n E. pose proof (nest_step n) as K. rewrite <- E in K.
    specialize (Hin (S n)). tauto.
Qed.

End Uncountable.

(** * Monotonicity: an upper right derivative <= 0 but for countably many times *)

Lemma dini_decreasing (f : R -> R) (D : R -> Prop) a b :
  countable D -> (forall t, a < t < b -> continuous f t) ->
  (forall t, a < t < b -> ~ D t -> forall eps, 0 < eps ->
    exists d, 0 < d /\ forall r, t < r < t + d -> f r - f t <= eps * (r - t)) ->
  forall s t, a < s -> s <= t -> t < b -> f t <= f s.
Proof.
  intros [e He] Hc Hd s t Hs [Hst | ->] Ht; [| lra].
  destruct (Rle_lt_dec (f t) (f s)) as [| Hf]; [assumption | exfalso].
  set (k := (f t - f s) / (2 * (t - s))).
  assert (Hk : 0 < k) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  set (p := fun r => f r - k * (r - s)).
  assert (Ekt : k * (t - s) = (f t - f s) / 2) by (unfold k; field; lra).
  assert (Hp : p s < p t) by (unfold p; rewrite Ekt; lra).
  set (m := (p s + p t) / 2). set (m' := (m + p t) / 2).
  destruct (uncountable (fun n => p (e n)) m m') as [v [Hv Hne]]; [unfold m', m; lra |].
  assert (Hv' : p s < v < p t) by (unfold m', m in Hv; lra).
  (* the last time at which p <= v *)
  set (E := fun r => s <= r <= t /\ p r <= v).
  destruct (completeness E) as [c [Hu Hl]].
  { exists t. intros r Hr. apply Hr. }
  { exists s. split; lra. }
  assert (Hsc : s <= c) by (apply Hu; split; lra).
  assert (Hct : c <= t) by (apply Hl; intros r Hr; apply Hr).
  assert (Hcont : forall eps, 0 < eps -> exists d, 0 < d /\ forall r, Rabs (r - c) < d -> Rabs (p r - p c) < eps).
  { intros eps Heps.
    assert (Hpc : continuous p c).
    { apply (continuous_minus f (fun r => k * (r - s))); [apply Hc; lra |].
      apply (ex_derive_continuous (fun r => k * (r - s))). auto_derive; trivial. }
    destruct (proj1 (filterlim_locally p (p c)) Hpc (mkposreal eps Heps)) as [d Hd'].
    exists d. split; [apply cond_pos |]. exact Hd'. }
  assert (Hpc : p c = v).
  { destruct (Rtotal_order (p c) v) as [H | [H | H]]; [exfalso | assumption | exfalso].
    - destruct (Hcont (v - p c)) as [d [Hd0 Hd']]; [lra |].
      assert (c < t) by (destruct Hct as [| ->]; lra).
      set (r := c + Rmin (d / 2) (t - c)).
      assert (Hr : 0 < Rmin (d / 2) (t - c)) by (apply Rmin_pos; lra).
      pose proof (Rmin_l (d / 2) (t - c)). pose proof (Rmin_r (d / 2) (t - c)).
      assert (E r).
      { split; [unfold r; lra |]. assert (K : Rabs (p r - p c) < v - p c).
        { apply Hd'. unfold r. rewrite Rabs_pos_eq; lra. }
        apply Rabs_def2 in K. lra. }
      pose proof (Hu r H3). unfold r in H4. lra.
    - destruct (Hcont (p c - v)) as [d [Hd0 Hd']]; [lra |].
      assert (c <= c - d); [| lra]. apply Hl. intros r [Hr Hpr].
      destruct (Rle_lt_dec r (c - d)) as [| Hrd]; [assumption | exfalso].
      assert (r <= c) by (apply Hu; split; assumption).
      assert (K : Rabs (p r - p c) < p c - v) by (apply Hd'; rewrite Rabs_left1; lra).
      apply Rabs_def2 in K. lra. }
  assert (Hct' : c < t) by (destruct Hct as [| ->]; lra).
  assert (HcD : ~ D c).
  { intros H. destruct (He c H) as [n En]. apply (Hne n). now rewrite <- En. }
  destruct (Hd c ltac:(lra) HcD (k / 2) ltac:(lra)) as [d [Hd0 Hd']].
  set (r := c + Rmin (d / 2) (t - c)).
  assert (Hr : 0 < Rmin (d / 2) (t - c)) by (apply Rmin_pos; lra).
  pose proof (Rmin_l (d / 2) (t - c)). pose proof (Rmin_r (d / 2) (t - c)).
  specialize (Hd' r ltac:(unfold r; lra)).
  assert (Hrc : c < r <= t) by (unfold r; lra).
  assert (Hpr : p r <= p c).
  { unfold p. assert (k / 2 * (r - c) <= k * (r - c)) by nra. lra. }
  assert (r <= c); [| lra]. apply Hu. split; lra.
Qed.

Lemma derivative_right (f : R -> R) t l : is_derive f t l -> forall eps, 0 < eps ->
  exists d, 0 < d /\ forall r, t < r < t + d -> f r - f t <= (l + eps) * (r - t).
Proof.
  intros H eps Heps. apply is_derive_Reals in H. destruct (H eps Heps) as [d Hd].
  exists d. split; [apply cond_pos |]. intros r Hr.
  specialize (Hd (r - t) ltac:(lra) ltac:(rewrite Rabs_pos_eq; lra)).
  replace (t + (r - t)) with r in Hd by ring. apply Rabs_def2 in Hd.
  apply (Rmult_le_reg_r (/ (r - t))); [apply Rinv_0_lt_compat; lra |].
  rewrite Rmult_assoc, Rinv_r by lra. unfold Rdiv in Hd. lra.
Qed.

(** df/dt <= 0 but for countably many times: f does not increase. *)
Lemma rate_le0 (f df : R -> R) (D : R -> Prop) a b :
  countable D -> moves D a b f df -> (forall t, a < t < b -> ~ D t -> df t <= 0) ->
  forall s t, a < s -> s <= t -> t < b -> f t <= f s.
Proof.
  intros HD Hf H0. apply (dini_decreasing f D a b HD).
  - intros t Ht. now apply Hf.
  - intros t Ht Hn eps Heps. destruct (Hf t Ht) as [_ Df]. specialize (Df Hn).
    destruct (derivative_right f t (df t) Df eps Heps) as [d [Hd K]]. exists d. split; [assumption |].
    intros r Hr. apply Rle_trans with (1 := K r Hr). apply Rmult_le_compat_r; [lra |].
    pose proof (H0 t Ht Hn). lra.
Qed.

Lemma moves_opp D a b f df : moves D a b f df -> moves D a b (fun t => - f t) (fun t => - df t).
Proof.
  intros H t Ht. destruct (H t Ht) as [Hc Hd]. split.
  - now apply (continuous_opp f).
  - intros Hn. apply (is_derive_opp f). auto.
Qed.

Lemma rate_ge0 (f df : R -> R) (D : R -> Prop) a b :
  countable D -> moves D a b f df -> (forall t, a < t < b -> ~ D t -> 0 <= df t) ->
  forall s t, a < s -> s <= t -> t < b -> f s <= f t.
Proof.
  intros HD Hf H0 s t Hs Hst Ht. apply Ropp_le_cancel.
  apply (rate_le0 (fun t => - f t) (fun t => - df t) D a b); auto.
  - now apply moves_opp.
  - intros r Hr Hn. specialize (H0 r Hr Hn). lra.
Qed.

Lemma rate_zero (f df : R -> R) (D : R -> Prop) a b :
  countable D -> moves D a b f df -> (forall t, a < t < b -> ~ D t -> df t = 0) ->
  forall s t, a < s < b -> a < t < b -> f t = f s.
Proof.
  intros HD Hf H0.
  assert (K : forall s t, a < s -> s <= t -> t < b -> f t = f s).
  { intros s t Hs Hst Ht. apply Rle_antisym.
    - apply (rate_le0 f df D a b); auto. intros r Hr Hn. rewrite H0; auto; lra.
    - apply (rate_ge0 f df D a b); auto. intros r Hr Hn. rewrite H0; auto; lra. }
  intros s t Hs Ht. destruct (Rle_lt_dec s t); [apply K; lra | symmetry; apply K; lra].
Qed.

(** Constant, where the rate is 0 or is 0 at all other nearby times. *)
Lemma rate_zero_isolated (f : R -> R) (D : R -> Prop) a b :
  countable D -> (forall t, a < t < b -> continuous f t) ->
  (forall t, a < t < b -> ~ D t -> is_derive f t 0 \/
    exists d, 0 < d /\ forall r, a < r < b -> Rabs (r - t) < d -> r <> t -> ~ D r -> is_derive f r 0) ->
  forall s t, a < s < b -> a < t < b -> f t = f s.
Proof.
  intros HD Hc H.
  (* near an isolated time f is constant on either side, so by continuity throughout *)
  assert (N : forall t, a < t < b -> ~ D t -> forall eps, 0 < eps ->
    exists d, 0 < d /\ forall r, t < r < t + d -> Rabs (f r - f t) <= eps * (r - t)).
  { intros t Ht Hn eps Heps. destruct (H t Ht Hn) as [Df | [d [Hd K]]].
    - destruct (derivative_right f t 0 Df eps Heps) as [d1 [Hd1 K1]].
      destruct (derivative_right (fun r => - f r) t (- 0) (is_derive_opp f t 0 Df) eps Heps) as [d2 [Hd2 K2]].
      exists (Rmin d1 d2). split; [now apply Rmin_pos |]. intros r Hr.
      pose proof (Rmin_l d1 d2). pose proof (Rmin_r d1 d2).
      specialize (K1 r ltac:(lra)). specialize (K2 r ltac:(lra)). apply Rabs_le. lra.
    - exists (Rmin d (b - t)). split; [apply Rmin_pos; lra |]. intros r Hr.
      pose proof (Rmin_l d (b - t)). pose proof (Rmin_r d (b - t)).
      assert (Er : forall s, t < s -> s <= r -> f s = f r).
      { intros s Hts Hsr. symmetry. apply (rate_zero f (fun _ => 0) D t (Rmin (t + d) b)); auto; try lra.
        - intros v Hv. pose proof (Rmin_l (t + d) b). pose proof (Rmin_r (t + d) b). split; [apply Hc; lra |]. intros Hv'. apply K; auto; try lra.
          rewrite Rabs_pos_eq; lra.
        - split; [lra |]. apply Rmin_glb_lt; lra.
        - split; [lra |]. apply Rmin_glb_lt; lra. }
      assert (f r = f t).
      { apply cond_eq. intros e He.
        destruct (proj1 (filterlim_locally f (f t)) (Hc t Ht) (mkposreal e He)) as [d' Hd'].
        set (s := t + Rmin (d' / 2) (r - t)). pose proof (cond_pos d').
        assert (0 < Rmin (d' / 2) (r - t)) by (apply Rmin_pos; lra).
        pose proof (Rmin_l (d' / 2) (r - t)). pose proof (Rmin_r (d' / 2) (r - t)).
        rewrite <- (Er s) by (unfold s; lra). apply Hd'. change (Rabs (s - t) < d').
        unfold s. rewrite Rabs_pos_eq; lra. }
      rewrite H2. rewrite Rminus_eq_0, Rabs_R0. apply Rmult_le_pos; lra. }
  assert (K : forall s t, a < s -> s <= t -> t < b -> f t = f s).
  { intros s t Hs Hst Ht. apply Rle_antisym.
    - apply (dini_decreasing f D a b); auto. intros r Hr Hn eps Heps.
      destruct (N r Hr Hn eps Heps) as [d [Hd K]]. exists d. split; [assumption |].
      intros v Hv. apply Rle_trans with (2 := K v Hv). apply Rle_abs.
    - apply Ropp_le_cancel. apply (dini_decreasing (fun r => - f r) D a b); auto.
      + intros r Hr. apply (continuous_opp f), Hc, Hr.
      + intros r Hr Hn eps Heps. destruct (N r Hr Hn eps Heps) as [d [Hd K]]. exists d. split; [assumption |].
        intros v Hv. apply Rle_trans with (2 := K v Hv). rewrite Rabs_minus_sym. apply Rle_trans with (f r - f v); [lra |].
        apply Rle_abs. }
  intros s t Hs Ht. destruct (Rle_lt_dec s t); [apply K; lra | symmetry; apply K; lra].
Qed.

(** * Countable sets *)

Lemma countable_none : countable (fun _ => False).
Proof. exists (fun _ => 0). tauto. Qed.

Lemma countable_one c : countable (fun t => t = c).
Proof. exists (fun _ => c). intros t Ht. now exists 0%nat. Qed.

Lemma countable_or (D E : R -> Prop) : countable D -> countable E -> countable (fun t => D t \/ E t).
Proof.
  intros [d Hd] [e He]. exists (fun n => if Nat.even n then d (Nat.div2 n) else e (Nat.div2 n)).
  intros t [H | H].
  - destruct (Hd t H) as [n ->]. exists (2 * n)%nat. rewrite Nat.even_mul. simpl Nat.even. cbv beta iota.
    now rewrite Nat.div2_double.
  - destruct (He t H) as [n ->]. exists (S (2 * n)). rewrite Nat.even_succ, Nat.odd_mul. simpl Nat.odd.
    cbv beta iota. now rewrite Nat.div2_succ_double.
Qed.

Lemma countable_incl (D E : R -> Prop) : (forall t, D t -> E t) -> countable E -> countable D.
Proof. intros H [e He]. exists e. auto. Qed.

(** * Building what moves *)

Lemma moves_ext D a b y y' dy : (forall t, a < t < b -> y t = y' t) -> moves D a b y dy -> moves D a b y' dy.
Proof.
  intros E H t Ht. destruct (H t Ht) as [Hc Hd].
  assert (L : locally t (fun r => y r = y' r)).
  { assert (Hp : 0 < Rmin (t - a) (b - t)) by (apply Rmin_pos; lra).
    exists (mkposreal _ Hp). intros r Hr. change (Rabs (r - t) < Rmin (t - a) (b - t)) in Hr.
    apply Rabs_def2 in Hr. apply E. unfold Rmin in Hr. destruct Rle_dec; lra. }
  split.
  - apply (continuous_ext_loc y' y); [| assumption]. exact L.
  - intros Hn. apply (is_derive_ext_loc y); auto.
Qed.

Lemma moves_rate D a b y dy dy' : (forall t, a < t < b -> ~ D t -> dy t = dy' t) -> moves D a b y dy -> moves D a b y dy'.
Proof.
  intros E H t Ht. destruct (H t Ht) as [Hc Hd]. split; [assumption |]. intros Hn. rewrite <- E; auto.
Qed.

Lemma moves_times D a b y dy z dz : moves D a b y dy -> moves D a b z dz ->
  moves D a b (fun t => y t * z t) (fun t => dy t * z t + y t * dz t).
Proof.
  intros Hy Hz t Ht. destruct (Hy t Ht) as [Cy Dy]. destruct (Hz t Ht) as [Cz Dz]. split.
  - now apply (continuous_mult y z).
  - intros Hn. apply (is_derive_mult y z t _ _ (Dy Hn) (Dz Hn)). intros; apply Rmult_comm.
Qed.

Lemma moves_plus D a b y dy z dz : moves D a b y dy -> moves D a b z dz ->
  moves D a b (fun t => y t + z t) (fun t => dy t + dz t).
Proof.
  intros Hy Hz t Ht. destruct (Hy t Ht) as [Cy Dy]. destruct (Hz t Ht) as [Cz Dz]. split.
  - now apply (continuous_plus y z).
  - intros Hn. apply (is_derive_plus y z); auto.
Qed.

Lemma moves_smooth D a b y dy : (forall t, a < t < b -> is_derive y t (dy t)) -> moves D a b y dy.
Proof.
  intros H t Ht. split; [apply (ex_derive_continuous y); eexists; now apply H | auto].
Qed.

(** F(y(t)) with F differentiable at every value that y takes. *)
Lemma moves_comp D a b (F dF : R -> R) y dy : moves D a b y dy ->
  (forall t, a < t < b -> is_derive F (y t) (dF (y t))) ->
  moves D a b (fun t => F (y t)) (fun t => dF (y t) * dy t).
Proof.
  intros Hy HF t Ht. destruct (Hy t Ht) as [Cy Dy]. split.
  - apply (continuous_comp y F); [assumption |]. apply (ex_derive_continuous F). eexists; now apply HF.
  - intros Hn. evar_last; [apply (is_derive_comp F y t _ _ (HF t Ht) (Dy Hn)) |].
    unfold scal; simpl; unfold mult; simpl. ring.
Qed.

(** The integral of a schedule, as an antiderivative. *)
Lemma moves_integral D a b f s : integrable D a b f -> a < s < b -> moves D a b (fun t => RInt f s t) f.
Proof.
  intros [Hi Hc] Hs t Ht.
  assert (Hd : 0 < Rmin (t - a) (b - t)) by (apply Rmin_pos; lra).
  assert (HL : locally t (fun y => is_RInt f s y (RInt f s y))).
  { exists (mkposreal _ Hd). intros y Hy. change (Rabs (y - t) < Rmin (t - a) (b - t)) in Hy.
    apply (RInt_correct (V := R_CompleteNormedModule)), Hi; auto.
    apply Rabs_def2 in Hy. unfold Rmin in *. destruct Rle_dec; lra. }
  split.
  - apply (continuous_RInt_1 f s t (fun y => RInt f s y)). exact HL.
  - intros Hn. apply (is_derive_RInt f (fun y => RInt f s y) s t); auto.
Qed.

Lemma continuous_near (f : R -> R) t : continuous f t -> forall eps, 0 < eps ->
  exists d, 0 < d /\ forall r, Rabs (r - t) < d -> Rabs (f r - f t) < eps.
Proof.
  intros Hc eps Heps. destruct (proj1 (filterlim_locally f (f t)) Hc (mkposreal eps Heps)) as [d Hd].
  exists d. split; [apply cond_pos |]. exact Hd.
Qed.

Lemma continuous_nonzero (f : R -> R) t : continuous f t -> f t <> 0 ->
  exists d, 0 < d /\ forall r, Rabs (r - t) < d -> f r <> 0.
Proof.
  intros Hc Hn. destruct (continuous_near f t Hc (Rabs (f t)) (Rabs_pos_lt _ Hn)) as [d [Hd K]].
  exists d. split; [assumption |]. intros r Hr E. specialize (K r Hr). rewrite E in K.
  rewrite Rminus_0_l, Rabs_Ropp in K. lra.
Qed.

(** A simple zero is isolated. *)
Lemma simple_zero (f : R -> R) t l : is_derive f t l -> f t = 0 -> l <> 0 ->
  exists d, 0 < d /\ forall r, Rabs (r - t) < d -> r <> t -> f r <> 0.
Proof.
  intros H E Hl. apply is_derive_Reals in H. destruct (H (Rabs l) (Rabs_pos_lt _ Hl)) as [d Hd].
  exists d. split; [apply cond_pos |]. intros r Hr Hrt Er.
  assert (Hh : r - t <> 0) by lra. specialize (Hd (r - t) Hh Hr).
  replace (t + (r - t)) with r in Hd by ring. rewrite Er, E in Hd.
  replace ((0 - 0) / (r - t) - l) with (- l) in Hd by (field; lra). rewrite Rabs_Ropp in Hd. lra.
Qed.

(** Common radius for finitely many conditions. *)
Lemma common_radius (n : nat) (p : nat -> R -> Prop) :
  (forall i, (i < n)%nat -> exists d, 0 < d /\ forall r, Rabs r < d -> p i r) ->
  exists d, 0 < d /\ forall r, Rabs r < d -> forall i, (i < n)%nat -> p i r.
Proof.
  induction n; intros H; [exists 1; split; [lra | lia] |].
  destruct IHn as [d [Hd K]]; [auto |]. destruct (H n ltac:(lia)) as [d' [Hd' K']].
  exists (Rmin d d'). split; [now apply Rmin_pos |]. intros r Hr i Hi.
  pose proof (Rmin_l d d'). pose proof (Rmin_r d d').
  destruct (Nat.eq_dec i n) as [-> | Hn]; [apply K'; lra | apply K; [lra | lia]].
Qed.

(** Either some index has a decidable property, or none has. *)
Lemma classic_index (n : nat) (p : nat -> Prop) : (forall i, {p i} + {~ p i}) ->
  (exists i, (i < n)%nat /\ p i) \/ (forall i, (i < n)%nat -> ~ p i).
Proof.
  intros dec. induction n; [right; lia |]. destruct IHn as [[i [Hi H]] | H]; [left; exists i; auto |].
  destruct (dec n) as [Hn | Hn]; [left; exists n; auto | right].
  intros i Hi. destruct (Nat.eq_dec i n) as [-> |]; [assumption | apply H; lia].
Qed.
