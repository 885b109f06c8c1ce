(** What the words of the statements mean, in the words of the library: a definition that loses its meaning loses its
    theorem here. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary Basics Times Rules Rates Laws ClaimsFlows ClaimsDual ClaimsLimits Cover
  Dominated.
Local Open Scope R_scope.

Theorem apow_meaning : forall a r, apow 0 r = 0 /\ (a <> 0 -> apow a r = exp (r * ln (Rabs a))).
Proof. intros a r. split; [apply apow_0 | exact (apow_nz a r)]. Qed.

Theorem spow_meaning : forall a r, spow 0 r = 0 /\
  (0 < a -> spow a r = exp (r * ln a) /\ spow (- a) r = - exp (r * ln a)).
Proof.
  intros a r. split; [apply spow_0 |]. intros H. rewrite spow_opp, spow_pos, apow_pos_eq by assumption. now split.
Qed.

Lemma up_IZR z : up (IZR z) = (z + 1)%Z.
Proof. symmetry. apply tech_up; rewrite plus_IZR; lra. Qed.

Lemma up_INR n : (up (INR n) - 1)%Z = Z.of_nat n.
Proof. rewrite INR_IZR_INZ, up_IZR. lia. Qed.

Theorem power_meaning : forall a r n, power a (INR n) = a ^ n /\
  (0 < a -> power a r = exp (r * ln a)) /\ (0 < r -> power 0 r = 0) /\ (a <> 0 -> power a (- INR n) = / a ^ n).
Proof.
  intros a r n.
  assert (W : INR n = IZR (up (INR n) - 1)) by (rewrite up_INR; apply INR_IZR_INZ).
  assert (W' : - INR n = IZR (up (- INR n) - 1)).
  { rewrite (INR_IZR_INZ n), <- opp_IZR, up_IZR. f_equal. lia. }
  assert (U' : (up (- INR n) - 1)%Z = (- Z.of_nat n)%Z) by (rewrite (INR_IZR_INZ n), <- opp_IZR, up_IZR; lia).
  split; [| split; [| split]].
  - unfold power. destruct Rlt_dec as [H |]; [now apply Rpower_pow |]. destruct Req_EM_T as [_ | N]; [| contradiction].
    rewrite up_INR. symmetry. apply pow_powerRZ.
  - intros H. unfold power. now destruct Rlt_dec.
  - intros H. rewrite power_base by lra. apply apow_0.
  - intros H. unfold power. destruct Rlt_dec as [P |]; [now rewrite Rpower_Ropp, Rpower_pow |].
    destruct Req_EM_T as [_ | N]; [| contradiction]. rewrite U', powerRZ_neg by assumption.
    rewrite <- pow_powerRZ. apply pow_inv.
Qed.

Theorem power_defined_meaning : forall a r,
  power_defined a r <-> 0 < a \/ (a = 0 /\ 0 <= r) \/ (a < 0 /\ exists z : Z, r = IZR z).
Proof.
  intros a r. unfold power_defined, whole. split; intros [H | [H | [H K]]]; auto.
  - right. right. split; [exact H |]. eexists. exact K.
  - destruct K as [z ->]. right. right. split; [exact H |]. rewrite up_IZR. f_equal. lia.
Qed.

Theorem Sum_meaning : forall n a, Sum 0 a = 0 /\ Sum (S n) a = sum_f_R0 a n.
Proof.
  intros n a. split; [reflexivity |]. induction n; [simpl; ring |]. simpl in *. now rewrite IHn.
Qed.

Theorem Prod_meaning : forall n a, Prod 0 a = 1 /\ Prod (S n) a = prod_f_R0 a n.
Proof.
  intros n a. split; [reflexivity |]. induction n; [simpl; ring |]. simpl in *. now rewrite IHn.
Qed.

Theorem others_meaning : forall n i a, (i < n)%nat ->
  others n i a = Prod n (fun j => if Nat.eqb j i then 1 else a j) /\ Prod n a = a i * others n i a.
Proof. intros n i a H. split; [reflexivity | now apply one_taken_out]. Qed.

Theorem every_meaning : forall (T : R) A,
  (every T A <-> forall t, 0 <= t < T -> A t) /\ (every p_infty A <-> forall t, 0 <= t -> A t).
Proof.
  intros T A. unfold every, time. simpl. split; split; intros H t Ht; apply H; tauto.
Qed.

Lemma Sum_small n K d (a b : nat -> R) : (forall i, (i < n)%nat -> a i <= K * b i) -> Sum n b <= d -> 0 <= K -> Sum n a <= K * d.
Proof.
  intros H Hd HK. apply Rle_trans with (Sum n (fun i => K * b i)); [now apply Sum_le |]. rewrite Sum_scal.
  now apply Rmult_le_compat_l.
Qed.

(** Continuous inside; what is Lipschitz is absolutely continuous. *)
Theorem ac_meaning : forall T f, (forall t, ac T f -> 0 < t -> Rbar_lt t T -> continuous f t) /\
  (forall K, 0 < K -> (forall s t, s <= t -> Rabs (f t - f s) <= K * (t - s)) -> ac T f).
Proof.
  intros T f. split.
  - intros t Hf H0 HT. assert (E : exists s, t < s /\ time T s).
    { destruct T as [r | |]; simpl in HT; [exists ((t + r) / 2) | exists (t + 1) | contradiction]; unfold time; simpl;
        repeat split; lra. }
    destruct E as [s [Hts Hs]]. pose proof (continuous_held T f s Hf Hs t) as C.
    apply filterlim_locally. intros eps. destruct (proj1 (filterlim_locally _ _) C eps) as [[d Hd] K].
    pose proof (Rmin_l d (Rmin t (s - t))). pose proof (Rmin_r d (Rmin t (s - t))).
    pose proof (Rmin_l t (s - t)). pose proof (Rmin_r t (s - t)).
    assert (P : 0 < Rmin d (Rmin t (s - t))) by (repeat apply Rmin_pos; lra). exists (mkposreal _ P). intros r Hr.
    change (Rabs (r - t) < Rmin d (Rmin t (s - t))) in Hr. specialize (K r ltac:(change (Rabs (r - t) < d); lra)).
    apply Rabs_def2 in Hr. rewrite !clamp_id in K by lra. exact K.
  - intros K HK L s Hs eps He. exists (eps / K). split; [now apply Rdiv_lt_0_compat |]. intros n u v Huv _ Hd.
    replace eps with (K * (eps / K)) by (field; lra). apply Sum_small with (fun i => v i - u i); [| lra | lra].
    intros i Hi. apply L. now apply Huv.
Qed.

(** All but countably many times are almost all; a set of almost all times meets every interval. *)
Theorem ae_meaning : forall T A, (forall e : nat -> R, ae T (fun t => forall n, t <> e n)) /\
  (forall a b, 0 <= a -> a < b -> Rbar_lt b T -> ae T A -> exists t, a < t < b /\ A t).
Proof.
  intros T A. split.
  - intros e. apply (ae_but T _ (fun t => exists n, t = e n)).
    + apply null_countable. exists e. trivial.
    + intros t _ H n E. apply H. now exists n.
  - intros a b Ha Hab Hb HA.
    destruct (Classical_Prop.classic (exists t, a < t < b /\ A t)) as [E | N]; [exact E | exfalso].
    assert (Tb : time T b) by (split; [lra | exact Hb]).
    set (y := fun t => - clamp a b t).
    assert (Y : y a <= y b).
    { apply (never_decreases T y); [| | exact Ha | lra | exact Tb].
      - apply (ac_meaning T y) with 1; [lra |]. intros s t Hst. unfold y. pose proof (clamp_le a b s t Hst).
        rewrite Rabs_left1 by lra. unfold clamp, Rmax, Rmin in *. repeat destruct Rle_dec; lra.
      - generalize (ae_and T _ _ HA (ae_but T (fun t => t <> a /\ t <> b) (fun t => t = a \/ t = b)
          ltac:(apply null_countable; exists (fun n => match n with O => a | _ => b end);
            intros t [-> | ->]; [now exists 0%nat | now exists 1%nat]) ltac:(intros t _ H; tauto))).
        apply ae_incl. intros t Ht [At [Na Nb]]. exists 0. split; [| lra].
        assert (O : t < a \/ b < t).
        { destruct (Rlt_le_dec t a); [now left |]. destruct (Rlt_le_dec b t); [now right |]. exfalso. apply N.
          exists t. split; [lra | exact At]. }
        assert (P : 0 < Rabs (t - a) /\ 0 < Rabs (t - b)) by (split; apply Rabs_pos_lt; lra).
        assert (Q : 0 < Rmin (Rabs (t - a)) (Rabs (t - b))) by (now apply Rmin_pos).
        apply (is_derive_ext_loc (fun _ => y t)); [| apply (is_derive_const (y t))].
        exists (mkposreal _ Q). intros r Hr. change (Rabs (r - t) < Rmin (Rabs (t - a)) (Rabs (t - b))) in Hr.
        pose proof (Rmin_l (Rabs (t - a)) (Rabs (t - b))). pose proof (Rmin_r (Rabs (t - a)) (Rabs (t - b))).
        unfold y, clamp, Rmax, Rmin, Rabs in *. repeat (destruct Rle_dec || destruct Rcase_abs); lra. }
    unfold y, clamp, Rmax, Rmin in Y. repeat destruct Rle_dec; lra.
Qed.

(** The Riemann integral, where a function has one at every end. *)
Theorem primitive_meaning : forall f, (forall t, continuous f t) -> primitive p_infty f (fun t => RInt f 0 t) /\
  forall A, primitive p_infty f A -> forall t, 0 <= t -> A t = RInt f 0 t.
Proof.
  intros f Hf.
  assert (D : forall t, is_derive (fun t => RInt f 0 t) t (f t)).
  { intros t. apply (is_derive_RInt f (fun t => RInt f 0 t) 0 t); [| apply Hf]. apply filter_forall. intros r.
    apply (RInt_correct (V := R_CompleteNormedModule)).
    apply (ex_RInt_continuous (V := R_CompleteNormedModule)). intros z _. apply Hf. }
  assert (P : primitive p_infty f (fun t => RInt f 0 t)).
  { split; [| split; [apply (RInt_point (V := R_CompleteNormedModule)) | apply ae_every; intros t _; apply D]].
    apply (ac_everywhere p_infty (fun t => t) (fun t => RInt f 0 t) f); [| apply ac_id]. intros t _. split; [apply D | apply Hf]. }
  split; [exact P |]. intros A HA t Ht. apply (primitive_unique p_infty f A (fun t => RInt f 0 t) HA P). split; [exact Ht | exact I].
Qed.

Theorem toward_meaning : forall (T : R) A, (toward p_infty A <-> Rbar_locally p_infty A) /\
  (0 < T -> (toward T A <-> at_left T A)).
Proof.
  intros T A. unfold toward, time. simpl. split; [| intros HT]; split.
  - intros [s [[Hs _] H]]. exists s. intros t Ht. apply H; [split; [lra | exact I] | lra].
  - intros [M H]. exists (Rmax 0 (M + 1)). pose proof (Rmax_l 0 (M + 1)). pose proof (Rmax_r 0 (M + 1)).
    split; [split; [lra | exact I] |]. intros t _ Ht. apply H. lra.
  - intros [s [[Hs K] H]]. assert (P : 0 < T - s) by lra. exists (mkposreal _ P). intros t Ht Hl.
    change (Rabs (t - T) < T - s) in Ht. apply Rabs_def2 in Ht. apply H; lra.
  - intros [[d Hd] H]. exists (Rmax 0 (T - d / 2)). pose proof (Rmax_l 0 (T - d / 2)). pose proof (Rmax_r 0 (T - d / 2)).
    assert (Rmax 0 (T - d / 2) < T) by (apply Rmax_lub_lt; lra). split; [lra |]. intros t Ht K. apply H; [| lra].
    change (Rabs (t - T) < d). apply Rabs_def1; lra.
Qed.

(** The limits of the library: of a function at infinity, and from the left. *)
Theorem tends_meaning : forall f c, (tends (toward p_infty) f c <-> is_lim f p_infty c) /\
  (grows (toward p_infty) f <-> is_lim f p_infty p_infty) /\
  forall T : R, 0 < T -> (tends (toward T) f c <-> filterlim f (at_left T) (locally c)) /\
    (grows (toward T) f <-> filterlim f (at_left T) (Rbar_locally p_infty)).
Proof.
  intros f c. unfold tends, grows, is_lim, filterlim, filter_le, filtermap. simpl.
  split; [| split; [| intros T HT; split]]; split; intros H A HA; apply (toward_meaning 1) || apply (toward_meaning T);
    try exact HT; now apply H.
Qed.

(** What is bounded can be measured iff it has an integral. *)
Theorem measurable_meaning : forall T a M, Rbar_lt 0 T -> ae T (fun t => Rabs (a t) <= M) ->
  (measurable T a <-> exists A, primitive T a A).
Proof.
  intros T a M HT HM. split; [intros Ma | intros [A HA]; now apply (measurable_rate T a A)].
  destruct (measurable_plus T a (fun _ => M) Ma (measurable_const T M)) as [f [Cf L]].
  assert (B : ae T (fun t => 0 <= a t + M)) by (revert HM; apply ae_incl; intros t _ H; apply Rabs_le_between in H; lra).
  destruct (dominated T f HT Cf (fun t => 2 * M * t) (fun t => a t + M)) as [A [HA [A0 DA]]]; [apply ac_scal, ac_id | | exact B | exact L |].
  - revert HM. apply ae_incl. intros t _ H. exists (2 * M). apply Rabs_le_between in H. split; [auto_derive; trivial; ring | lra].
  - exists (fun t => A t - M * t). split; [apply ac_minus; [exact HA | apply ac_scal, ac_id] | split; [rewrite A0; ring |]].
    revert DA. apply ae_incl. intros t _ D. evar_last; [apply (is_derive_minus A (fun t => M * t) t _ M D); auto_derive; trivial; ring |].
    unfold minus, plus, opp; simpl. as_reals. ring.
Qed.
