(** Powers, finite products and sums, constancy and monotonicity from derivatives. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements.
Local Open Scope R_scope.

(** An equation in one of the library's structures on R, as an equation in R. *)
Ltac as_reals := match goal with |- @eq _ ?a ?b => change (@eq R a b) end.

(** * Powers *)

Lemma Rpower_pos x r : 0 < Rpower x r.
Proof. apply exp_pos. Qed.

Lemma apow_0 r : apow 0 r = 0.
Proof. unfold apow; destruct Req_EM_T; lra. Qed.

Lemma apow_nz a r : a <> 0 -> apow a r = Rpower (Rabs a) r.
Proof. unfold apow; destruct Req_EM_T; intros; [contradiction | reflexivity]. Qed.

Lemma apow_pos_eq a r : 0 < a -> apow a r = Rpower a r.
Proof. intros; rewrite apow_nz by lra; rewrite Rabs_pos_eq; lra. Qed.

Lemma apow_gt0 a r : a <> 0 -> 0 < apow a r.
Proof. intros; rewrite apow_nz by assumption; apply Rpower_pos. Qed.

Lemma apow_ge0 a r : 0 <= apow a r.
Proof.
  destruct (Req_dec a 0) as [-> | H]; [rewrite apow_0; lra | left; now apply apow_gt0].
Qed.

Lemma apow_eq0 a r : apow a r = 0 -> a = 0.
Proof. intros H; destruct (Req_dec a 0) as [| Ha]; auto. pose proof (apow_gt0 a r Ha); lra. Qed.

Lemma apow_mult a b r : apow (a * b) r = apow a r * apow b r.
Proof.
  destruct (Req_dec a 0) as [-> | Ha]; [rewrite Rmult_0_l, !apow_0; ring |].
  destruct (Req_dec b 0) as [-> | Hb]; [rewrite Rmult_0_r, !apow_0; ring |].
  rewrite !apow_nz by (try apply Rmult_integral_contrapositive; auto).
  rewrite Rabs_mult, Rpower_mult_distr by (now apply Rabs_pos_lt). reflexivity.
Qed.

Lemma apow_1 r : apow 1 r = 1.
Proof. rewrite apow_pos_eq by lra. unfold Rpower. rewrite ln_1, Rmult_0_r. apply exp_0. Qed.

Lemma apow_opp a r : apow (- a) r = apow a r.
Proof.
  destruct (Req_dec a 0) as [-> | Ha]; [now rewrite Ropp_0 |].
  rewrite !apow_nz by lra. now rewrite Rabs_Ropp.
Qed.

Lemma apow_Rabs a r : apow (Rabs a) r = apow a r.
Proof. unfold Rabs; destruct Rcase_abs; [apply apow_opp | reflexivity]. Qed.

Lemma apow_plus a r s : apow a (r + s) = apow a r * apow a s.
Proof.
  destruct (Req_dec a 0) as [-> | Ha]; [rewrite !apow_0; ring |].
  rewrite !apow_nz by assumption. apply Rpower_plus.
Qed.

Lemma apow_one a : apow a 1 = Rabs a.
Proof.
  destruct (Req_dec a 0) as [-> | Ha]; [rewrite apow_0, Rabs_R0; reflexivity |].
  rewrite apow_nz by assumption. apply Rpower_1, Rabs_pos_lt, Ha.
Qed.

Lemma apow_two a : apow a 2 = a * a.
Proof.
  replace 2 with (1 + 1) by ring. rewrite apow_plus, apow_one, <- Rabs_mult.
  apply Rabs_pos_eq, Rle_0_sqr.
Qed.

Lemma apow_apow a r s : apow (apow a r) s = apow a (r * s).
Proof.
  destruct (Req_dec a 0) as [-> | Ha]; [now rewrite !apow_0 |].
  rewrite (apow_pos_eq (apow a r)) by now apply apow_gt0.
  rewrite !apow_nz by assumption. apply Rpower_mult.
Qed.

Lemma apow_nat a n : (0 < n)%nat -> 0 <= a -> apow a (INR n) = a ^ n.
Proof.
  intros Hn [Ha | <-].
  - rewrite apow_pos_eq by assumption. now apply Rpower_pow.
  - rewrite apow_0, pow_i by assumption. reflexivity.
Qed.

Lemma apow_zero a : a <> 0 -> apow a 0 = 1.
Proof. intros; rewrite apow_nz by assumption. apply Rpower_O, Rabs_pos_lt, H. Qed.

Lemma apow_Ropp a r : apow a (- r) = / apow a r.
Proof.
  destruct (Req_dec a 0) as [-> | Ha]; [rewrite !apow_0, Rinv_0; reflexivity |].
  rewrite !apow_nz by assumption. apply Rpower_Ropp.
Qed.

Lemma apow_lt a b r : 0 < r -> 0 <= a < b -> apow a r < apow b r.
Proof.
  intros Hr [[Ha | <-] Hab].
  - rewrite !apow_pos_eq by lra. unfold Rpower.
    apply exp_increasing, Rmult_lt_compat_l; [assumption |]. now apply ln_increasing.
  - rewrite apow_0. apply apow_gt0; lra.
Qed.

Lemma apow_le a b r : 0 < r -> 0 <= a <= b -> apow a r <= apow b r.
Proof.
  intros Hr [Ha [Hab | ->]]; [left; apply apow_lt; lra | lra].
Qed.

Lemma sign_abs a : sign a * Rabs a = a.
Proof.
  destruct (Rtotal_order a 0) as [H | [-> | H]].
  - rewrite sign_eq_m1, Rabs_left by assumption. ring.
  - rewrite sign_0; ring.
  - rewrite sign_eq_1, Rabs_pos_eq by lra. ring.
Qed.

Lemma sign_self a : sign a * a = Rabs a.
Proof.
  destruct (Rtotal_order a 0) as [H | [-> | H]].
  - rewrite sign_eq_m1, Rabs_left by assumption. ring.
  - rewrite sign_0, Rabs_R0; ring.
  - rewrite sign_eq_1, Rabs_pos_eq by lra. ring.
Qed.

Lemma sign_sq a : a <> 0 -> sign a * sign a = 1.
Proof.
  intros H; destruct (Rtotal_order a 0) as [H' | [H' | H']]; [| contradiction |].
  - rewrite sign_eq_m1 by assumption; ring.
  - rewrite sign_eq_1 by assumption; ring.
Qed.

Lemma spow_0 r : spow 0 r = 0.
Proof. unfold spow; rewrite apow_0; ring. Qed.

Lemma spow_mult a b r : spow (a * b) r = spow a r * spow b r.
Proof. unfold spow; rewrite apow_mult, sign_mult; ring. Qed.

Lemma spow_pos a r : 0 < a -> spow a r = apow a r.
Proof. intros; unfold spow; rewrite sign_eq_1 by assumption; ring. Qed.

Lemma spow_zero a : 0 < a -> spow a 0 = 1.
Proof. intros; rewrite spow_pos, apow_zero; lra. Qed.

Lemma spow_opp a r : spow (- a) r = - spow a r.
Proof. unfold spow; rewrite apow_opp, sign_opp; ring. Qed.

Lemma spow_self a r : spow a (r - 1) * a = apow a r.
Proof.
  unfold spow. rewrite Rmult_assoc, (Rmult_comm (apow _ _)), <- Rmult_assoc, sign_self.
  rewrite <- apow_one, <- apow_plus. f_equal; ring.
Qed.

Lemma spow_one a : spow a 1 = a.
Proof. unfold spow; rewrite apow_one; apply sign_abs. Qed.

(** d|x|^q/dx = q <x>^(q-1), away from 0 for every q and at 0 for q > 1. *)
Lemma is_derive_Rpower x r : 0 < x -> is_derive (fun y => Rpower y r) x (r * Rpower x (r - 1)).
Proof.
  intros Hx. unfold Rpower at 1. auto_derive; [assumption |].
  unfold Rminus. rewrite Rpower_plus, Rpower_Ropp, Rpower_1 by assumption.
  unfold Rpower. field. lra.
Qed.

Lemma is_derive_apow_nz q x : x <> 0 -> is_derive (fun y => apow y q) x (q * spow x (q - 1)).
Proof.
  intros Hx. destruct (Rdichotomy _ _ Hx) as [H | H].
  - apply (is_derive_ext_loc (fun y => Rpower (- y) q)).
    + assert (Hd : 0 < - x) by lra. exists (mkposreal _ Hd). intros y Hy.
      change (Rabs (y - x) < - x) in Hy. apply Rabs_def2 in Hy.
      rewrite <- apow_opp, apow_pos_eq by lra. reflexivity.
    + replace (q * spow x (q - 1)) with (- 1 * (q * Rpower (- x) (q - 1))).
      2:{ rewrite <- (Ropp_involutive x) at 2. rewrite spow_opp, spow_pos, apow_pos_eq by lra. ring. }
      apply (is_derive_comp (fun y => Rpower y q) Ropp).
      * apply is_derive_Rpower; lra.
      * auto_derive; trivial; ring.
  - apply (is_derive_ext_loc (fun y => Rpower y q)).
    + exists (mkposreal _ H). intros y Hy. change (Rabs (y - x) < x) in Hy. apply Rabs_def2 in Hy.
      rewrite apow_pos_eq by lra. reflexivity.
    + rewrite spow_pos, apow_pos_eq by lra. now apply is_derive_Rpower.
Qed.

Lemma is_derive_apow q x : 1 < q \/ x <> 0 -> is_derive (fun y => apow y q) x (q * spow x (q - 1)).
Proof.
  destruct (Req_dec x 0) as [-> | Hx]; [| intros _; now apply is_derive_apow_nz].
  intros [Hq | H]; [| now elim H]. rewrite spow_0, Rmult_0_r.
  apply is_derive_Reals. intros eps Heps.
  assert (Hd : 0 < Rpower eps (/ (q - 1))) by apply Rpower_pos.
  exists (mkposreal _ Hd). intros h Hh Hlt. simpl in Hlt.
  rewrite Rplus_0_l, apow_0, !Rminus_0_r.
  replace q with (1 + (q - 1)) at 1 by ring. rewrite apow_plus, apow_one.
  unfold Rdiv. rewrite !Rabs_mult, Rabs_Rabsolu, Rabs_inv.
  replace (Rabs h * Rabs (apow h (q - 1)) * / Rabs h) with (Rabs (apow h (q - 1)))
    by (field; now apply Rabs_no_R0).
  rewrite Rabs_pos_eq by apply apow_ge0. rewrite <- apow_Rabs.
  replace eps with (apow (Rpower eps (/ (q - 1))) (q - 1)).
  - apply apow_lt; [lra | split; [apply Rabs_pos | assumption]].
  - rewrite apow_pos_eq, Rpower_mult by assumption.
    replace (/ (q - 1) * (q - 1)) with 1 by (field; lra). now apply Rpower_1.
Qed.

Lemma continuous_apow q x : 0 < q -> continuous (fun y => apow y q) x.
Proof.
  intros Hq. destruct (Req_dec x 0) as [-> | Hx].
  - apply continuity_pt_filterlim. intros eps Heps.
    exists (Rpower eps (/ q)). split; [apply Rpower_pos |].
    intros y [_ Hy]. simpl in Hy |- *. unfold R_dist in *. rewrite apow_0. rewrite Rminus_0_r in *.
    rewrite Rabs_pos_eq by apply apow_ge0. rewrite <- apow_Rabs.
    replace eps with (apow (Rpower eps (/ q)) q).
    + apply apow_lt; [lra | split; [apply Rabs_pos | assumption]].
    + rewrite apow_pos_eq, Rpower_mult by apply Rpower_pos.
      replace (/ q * q) with 1 by (field; lra). now apply Rpower_1.
  - apply (ex_derive_continuous (fun y => apow y q)). eexists. now apply is_derive_apow_nz.
Qed.

(** * Finite products and sums *)

Lemma Prod_ext n a b : (forall i, (i < n)%nat -> a i = b i) -> Prod n a = Prod n b.
Proof. induction n; simpl; intros H; [reflexivity |]. rewrite IHn, (H n) by auto. reflexivity. Qed.

Lemma Sum_ext n a b : (forall i, (i < n)%nat -> a i = b i) -> Sum n a = Sum n b.
Proof. induction n; simpl; intros H; [reflexivity |]. rewrite IHn, (H n) by auto. reflexivity. Qed.

Lemma Prod_mult n a b : Prod n (fun i => a i * b i) = Prod n a * Prod n b.
Proof. induction n; simpl; [ring |]. rewrite IHn; ring. Qed.

Lemma Sum_scal n c a : Sum n (fun i => c * a i) = c * Sum n a.
Proof. induction n; simpl; [ring |]. rewrite IHn; ring. Qed.

Lemma Sum_plus n a b : Sum n (fun i => a i + b i) = Sum n a + Sum n b.
Proof. induction n; simpl; [ring |]. rewrite IHn; ring. Qed.

Lemma Sum_const n c : Sum n (fun _ => c) = INR n * c.
Proof. induction n; [simpl; ring |]. rewrite S_INR; simpl Sum; rewrite IHn; ring. Qed.

Lemma Prod_const n c : Prod n (fun _ => c) = c ^ n.
Proof. induction n; simpl; [ring |]. rewrite IHn; ring. Qed.

Lemma Prod_ge0 n a : (forall i, (i < n)%nat -> 0 <= a i) -> 0 <= Prod n a.
Proof. induction n; simpl; intros H; [lra |]. apply Rmult_le_pos; auto. Qed.

Lemma Prod_gt0 n a : (forall i, (i < n)%nat -> 0 < a i) -> 0 < Prod n a.
Proof. induction n; simpl; intros H; [lra |]. apply Rmult_lt_0_compat; auto. Qed.

Lemma Prod_nz n a : Prod n a <> 0 -> forall i, (i < n)%nat -> a i <> 0.
Proof.
  induction n; intros H i Hi; [lia |]. simpl in H.
  destruct (Nat.eq_dec i n) as [-> | Hn].
  - intros E; apply H; rewrite E; ring.
  - apply IHn; [| lia]. intros E; apply H; rewrite E; ring.
Qed.

Lemma Prod_le n a b : (forall i, (i < n)%nat -> 0 <= a i <= b i) -> Prod n a <= Prod n b.
Proof.
  induction n; simpl; intros H; [lra |].
  apply Rmult_le_compat; [apply Prod_ge0 | | apply IHn | ]; intros; apply H; auto.
Qed.

Lemma Sum_le n a b : (forall i, (i < n)%nat -> a i <= b i) -> Sum n a <= Sum n b.
Proof. induction n; simpl; intros H; [lra |]. apply Rplus_le_compat; auto. Qed.

Lemma Sum_ge0 n a : (forall i, (i < n)%nat -> 0 <= a i) -> 0 <= Sum n a.
Proof. induction n; simpl; intros H; [lra |]. apply Rplus_le_le_0_compat; auto. Qed.

Lemma Sum_ge_term n a i : (i < n)%nat -> (forall j, (j < n)%nat -> 0 <= a j) -> a i <= Sum n a.
Proof.
  induction n; intros Hi H; [lia |]. simpl.
  destruct (Nat.eq_dec i n) as [-> | Hn].
  - assert (0 <= Sum n a) by (apply Sum_ge0; auto). lra.
  - assert (a i <= Sum n a) by (apply IHn; auto; lia). assert (0 <= a n) by auto. lra.
Qed.

Lemma others_S n i a : (i < n)%nat -> others (S n) i a = others n i a * a n.
Proof.
  intros H. unfold others; simpl. replace (Nat.eqb n i) with false; [reflexivity |].
  symmetry; apply Nat.eqb_neq; lia.
Qed.

Lemma others_last n a : others (S n) n a = Prod n a.
Proof.
  unfold others; simpl. rewrite Nat.eqb_refl, Rmult_1_r. apply Prod_ext. intros i Hi.
  replace (Nat.eqb i n) with false; [reflexivity |]. symmetry; apply Nat.eqb_neq; lia.
Qed.

Lemma others_ext n i a b : (forall j, (j < n)%nat -> a j = b j) -> others n i a = others n i b.
Proof. intros H; apply Prod_ext; intros j Hj; rewrite H by assumption; reflexivity. Qed.

Lemma Prod_others n i a : (i < n)%nat -> others n i a * a i = Prod n a.
Proof.
  induction n; intros Hi; [lia |]. destruct (Nat.eq_dec i n) as [-> | Hn].
  - rewrite others_last; reflexivity.
  - rewrite others_S by lia. simpl. rewrite <- IHn by lia. ring.
Qed.

Lemma others_ge0 n i a : (forall j, (j < n)%nat -> 0 <= a j) -> 0 <= others n i a.
Proof. intros H; apply Prod_ge0; intros j Hj; destruct Nat.eqb; [lra | auto]. Qed.

Lemma others_gt0 n i a : (forall j, (j < n)%nat -> 0 < a j) -> 0 < others n i a.
Proof. intros H; apply Prod_gt0; intros j Hj; destruct Nat.eqb; [lra | auto]. Qed.

Lemma others_le n i a b : (forall j, (j < n)%nat -> 0 <= a j <= b j) -> others n i a <= others n i b.
Proof. intros H; apply Prod_le; intros j Hj; destruct Nat.eqb; [lra | auto]. Qed.

Lemma others_const n i c : (i < n)%nat -> others n i (fun _ => c) = c ^ (n - 1).
Proof.
  induction n; intros Hi; [lia |]. destruct (Nat.eq_dec i n) as [-> | Hn].
  - rewrite others_last, Prod_const. f_equal; lia.
  - rewrite others_S, IHn by lia. replace (S n - 1)%nat with (S (n - 1)) by lia. simpl; ring.
Qed.

Lemma others_scal n i c a : (i < n)%nat -> others n i (fun j => c * a j) = c ^ (n - 1) * others n i a.
Proof.
  intros Hi. rewrite <- (others_const n i c Hi). unfold others. rewrite <- Prod_mult.
  apply Prod_ext; intros j _; destruct Nat.eqb; ring.
Qed.

Lemma apow_Prod n a r : apow (Prod n a) r = Prod n (fun i => apow (a i) r).
Proof. induction n; simpl; [apply apow_1 |]. rewrite apow_mult, IHn; reflexivity. Qed.

Lemma apow_others n i a r : apow (others n i a) r = others n i (fun j => apow (a j) r).
Proof.
  unfold others. rewrite apow_Prod. apply Prod_ext; intros j _; destruct Nat.eqb; [apply apow_1 | reflexivity].
Qed.

(** The product rule. *)
Lemma is_derive_Prod n (w : nat -> R -> R) (d : nat -> R) t :
  (forall i, (i < n)%nat -> is_derive (w i) t (d i)) ->
  is_derive (fun s => Prod n (fun i => w i s)) t (Sum n (fun i => d i * others n i (fun j => w j t))).
Proof.
  induction n; intros H; [apply (is_derive_const 1) |].
  simpl Prod. rewrite (Sum_ext _ _ (fun i => if Nat.eqb i n then d n * Prod n (fun j => w j t)
      else d i * others n i (fun j => w j t) * w n t)).
  2:{ intros i Hi. destruct (Nat.eqb_spec i n) as [-> | Hn].
      - now rewrite others_last.
      - rewrite others_S by lia. ring. }
  simpl. rewrite Nat.eqb_refl.
  rewrite (Sum_ext n _ (fun i => w n t * (d i * others n i (fun j => w j t)))).
  2:{ intros i Hi. replace (Nat.eqb i n) with false; [ring | symmetry; apply Nat.eqb_neq; lia]. }
  rewrite Sum_scal.
  replace (w n t * Sum n (fun i => d i * others n i (fun j => w j t)) + d n * Prod n (fun j => w j t))
    with (Sum n (fun i => d i * others n i (fun j => w j t)) * w n t + Prod n (fun j => w j t) * d n) by ring.
  apply (is_derive_mult (fun s => Prod n (fun i => w i s)) (w n)); auto.
  intros; apply Rmult_comm.
Qed.

Lemma is_derive_Sum n (f : nat -> R -> R) (d : nat -> R) t :
  (forall i, (i < n)%nat -> is_derive (f i) t (d i)) ->
  is_derive (fun s => Sum n (fun i => f i s)) t (Sum n d).
Proof.
  induction n; intros H; [apply (is_derive_const 0) |]. simpl.
  apply (is_derive_plus (fun s => Sum n (fun i => f i s)) (f n)); auto.
Qed.

(** * From derivatives to values *)

Lemma MVT_open (f df : R -> R) a b s t :
  (forall r, a < r < b -> is_derive f r (df r)) -> a < s -> s < t -> t < b ->
  exists c, s < c < t /\ f t - f s = df c * (t - s).
Proof.
  intros H Hs Hst Ht.
  destruct (MVT_cor2 f df s t Hst) as [c [E Hc]].
  - intros r Hr. apply is_derive_Reals, H. lra.
  - exists c. split; [lra | exact E].
Qed.

Lemma derive_zero_const (f : R -> R) a b :
  (forall r, a < r < b -> is_derive f r 0) -> forall s t, a < s < b -> a < t < b -> f t = f s.
Proof.
  intros H.
  assert (K : forall s t, a < s < b -> a < t < b -> s < t -> f t = f s).
  { intros s t Hs Ht Hst. destruct (MVT_open f (fun _ => 0) a b s t) as [c [_ E]]; auto; lra. }
  intros s t Hs Ht. destruct (Rtotal_order s t) as [h | [-> | h]]; auto. symmetry; auto.
Qed.

Lemma derive_le0_decr (f df : R -> R) a b :
  (forall r, a < r < b -> is_derive f r (df r)) -> (forall r, a < r < b -> df r <= 0) ->
  forall s t, a < s -> s <= t -> t < b -> f t <= f s.
Proof.
  intros H H0 s t Hs [Hst | ->] Ht; [| lra].
  destruct (MVT_open f df a b s t) as [c [Hc E]]; auto.
  assert (df c <= 0) by (apply H0; lra). nra.
Qed.

Lemma derive_gt0_incr (f df : R -> R) a b :
  (forall r, a < r < b -> is_derive f r (df r)) -> (forall r, a < r < b -> 0 < df r) ->
  forall s t, a < s -> s < t -> t < b -> f s < f t.
Proof.
  intros H H0 s t Hs Hst Ht.
  destruct (MVT_open f df a b s t) as [c [Hc E]]; auto.
  assert (0 < df c) by (apply H0; lra). nra.
Qed.

(** The integral of a function that is continuous on an open interval, as an antiderivative. *)
Lemma ex_integral (f : R -> R) a b c x :
  (forall y, a < y < b -> continuous f y) -> a < c < b -> a < x < b -> ex_RInt f c x.
Proof.
  intros H Hc Hx. apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros z Hz. apply H.
  unfold Rmin, Rmax in *. repeat destruct Rle_dec; lra.
Qed.

Lemma is_derive_integral (f : R -> R) a b c x :
  (forall y, a < y < b -> continuous f y) -> a < c < b -> a < x < b ->
  is_derive (fun y => RInt f c y) x (f x).
Proof.
  intros H Hc Hx. apply (is_derive_RInt f (fun y => RInt f c y) c x); [| now apply H].
  assert (Hd : 0 < Rmin (x - a) (b - x)) by (apply Rmin_pos; lra).
  exists (mkposreal _ Hd). intros y Hy. change (Rabs (y - x) < Rmin (x - a) (b - x)) in Hy.
  apply (RInt_correct (V := R_CompleteNormedModule)), (ex_integral f a b); auto.
  apply Rabs_def2 in Hy. unfold Rmin in *. destruct Rle_dec; lra.
Qed.

Lemma integral_point (f : R -> R) c : RInt f c c = 0.
Proof. exact (RInt_point (V := R_CompleteNormedModule) c f). Qed.
