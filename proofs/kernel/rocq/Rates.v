(** The rules along a trajectory: building absolutely continuous functions, their rates, growth, comparison. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coq Require Cantor.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Exceptions Balance Times.
Local Open Scope R_scope.

(** * Functions of class C^1 *)

Lemma continuous_spow r y : 0 < r -> continuous (fun y => spow y r) y.
Proof.
  intros Hr. destruct (Rtotal_order y 0) as [H | [-> | H]].
  - apply (continuous_ext_loc _ (fun y => - apow y r)).
    + assert (Hd : 0 < - y) by lra. exists (mkposreal _ Hd). intros z Hz. change (Rabs (z - y) < - y) in Hz.
      apply Rabs_def2 in Hz. unfold spow. rewrite sign_eq_m1 by lra. as_reals. ring.
    + apply (continuous_opp (fun y => apow y r)), continuous_apow, Hr.
  - apply filterlim_locally. intros [eps He].
    destruct (continuous_near (fun y => apow y r) 0 (continuous_apow r 0 Hr) eps He) as [d [Hd K]].
    exists (mkposreal d Hd). intros z Hz. change (Rabs (spow z r - spow 0 r) < eps). specialize (K z Hz). cbv beta in K.
    rewrite spow_0, apow_0 in *. rewrite Rminus_0_r in *. unfold spow. rewrite Rabs_mult.
    apply Rle_lt_trans with (2 := K). rewrite <- (Rmult_1_l (Rabs (apow z r))) at 2. apply Rmult_le_compat_r; [apply Rabs_pos |].
    destruct (Rtotal_order z 0) as [H | [-> | H]].
    + rewrite sign_eq_m1, Rabs_left by lra. lra.
    + rewrite sign_0, Rabs_R0. lra.
    + rewrite sign_eq_1, Rabs_R1 by lra. lra.
  - apply (continuous_ext_loc _ (fun y => apow y r)).
    + exists (mkposreal _ H). intros z Hz. change (Rabs (z - y) < y) in Hz.
      apply Rabs_def2 in Hz. rewrite spow_pos by lra. reflexivity.
    + apply continuous_apow, Hr.
Qed.

Lemma is_derive_spow_all r y : 1 < r -> is_derive (fun y => spow y r) y (r * apow y (r - 1)).
Proof.
  intros Hr. destruct (Rtotal_order y 0) as [H | [-> | H]].
  - apply (is_derive_ext_loc (fun y => - apow y r)).
    + assert (Hd : 0 < - y) by lra. exists (mkposreal _ Hd). intros z Hz. change (Rabs (z - y) < - y) in Hz.
      apply Rabs_def2 in Hz. unfold spow. rewrite sign_eq_m1 by lra. as_reals. ring.
    + replace (r * apow y (r - 1)) with (- (r * spow y (r - 1))) by (unfold spow; rewrite sign_eq_m1 by lra; ring).
      apply (is_derive_opp (fun y => apow y r)), is_derive_apow_nz. lra.
  - rewrite apow_0, Rmult_0_r. pose proof (is_derive_apow r 0 (or_introl Hr)) as D. rewrite spow_0, Rmult_0_r in D.
    apply is_derive_Reals in D. apply is_derive_Reals. intros eps He. destruct (D eps He) as [d Hd]. exists d.
    intros h Hh Hhd. specialize (Hd h Hh Hhd). rewrite Rplus_0_l in *. rewrite spow_0, apow_0 in *. rewrite !Rminus_0_r in *.
    unfold Rdiv in *. unfold spow. rewrite !Rabs_mult in *. apply Rle_lt_trans with (2 := Hd).
    apply Rmult_le_compat_r; [apply Rabs_pos |]. rewrite <- (Rmult_1_l (Rabs (apow h r))) at 2.
    apply Rmult_le_compat_r; [apply Rabs_pos |].
    destruct (Rdichotomy _ _ Hh) as [H | H]; [rewrite sign_eq_m1, Rabs_left by lra | rewrite sign_eq_1, Rabs_R1 by lra]; lra.
  - apply (is_derive_ext_loc (fun y => apow y r)).
    + exists (mkposreal _ H). intros z Hz. change (Rabs (z - y) < y) in Hz.
      apply Rabs_def2 in Hz. rewrite spow_pos by lra. reflexivity.
    + rewrite <- (spow_pos y) by assumption. apply is_derive_apow_nz. lra.
Qed.

Theorem built_continuous : rule_built_continuous.
Proof.
  intros T. split; [apply ac_const |]. split; [apply ac_id |]. split.
  { intros f g Hf Hg. split; [now apply ac_plus | now apply ac_times]. }
  split; [apply ac_abs |]. split; [intros; now apply (ac_everywhere T f F dF) |].
  split; [intros; now apply (ac_positive T f F dF) |]. split.
  { intros n k f H. split; [now apply ac_Sum |]. split; [now apply ac_Prod |]. unfold others.
    apply (ac_Prod T n (fun j t => if Nat.eqb j k then 1 else f j t)). intros i Hi. destruct Nat.eqb; [apply ac_const | auto]. }
  split.
  { intros r Hr. split; intros y _.
    - split; [apply is_derive_apow; now left |]. apply (continuous_scal_r r (fun y => spow y (r - 1))), continuous_spow. lra.
    - split; [now apply is_derive_spow_all |]. apply (continuous_scal_r r (fun y => apow y (r - 1))), continuous_apow. lra. }
  split.
  { intros n y _. split.
    - apply is_derive_Reals, derivable_pt_lim_pow.
    - apply (ex_derive_continuous (fun y => INR n * y ^ Nat.pred n)). auto_derive. trivial. }
  split.
  { intros y _. split; [apply is_derive_exp |]. apply (ex_derive_continuous exp). auto_derive. trivial. }
  split.
  { intros y Hy. unfold positive in Hy. split.
    - auto_derive; [assumption | field; lra].
    - apply (ex_derive_continuous (fun y => / y)). auto_derive. lra. }
  intros r y Hy. unfold positive in Hy. split.
  - rewrite <- (spow_pos y) by assumption. apply is_derive_apow_nz. lra.
  - apply (continuous_scal_r r (fun y => apow y (r - 1))), (ex_derive_continuous (fun y => apow y (r - 1))).
    eexists. apply is_derive_apow_nz. lra.
Qed.

(** * The zeros of f at which f' is not 0 are countable *)

Definition ratio (n : nat) : R := let (a, b) := Cantor.of_nat n in let (c, d) := Cantor.of_nat b in (INR a - INR c) / (INR d + 1).

Lemma ratio_dense x y : x < y -> exists n, x < ratio n < y.
Proof.
  intros Hxy. destruct (archimed (/ (y - x))) as [Hd _].
  assert (Hinv : 0 < / (y - x)) by (apply Rinv_0_lt_compat; lra).
  set (d := Z.to_nat (up (/ (y - x)))).
  assert (Ed : INR d = IZR (up (/ (y - x)))).
  { unfold d. rewrite INR_IZR_INZ, Z2Nat.id; [reflexivity |]. apply le_IZR. lra. }
  set (D := INR d + 1). assert (HD : / (y - x) < D) by (unfold D; lra).
  assert (HDp : 0 < D) by lra.
  assert (Hstep : 1 < (y - x) * D).
  { apply (Rmult_lt_reg_l (/ (y - x))); [assumption |]. rewrite <- Rmult_assoc, Rinv_l by lra. lra. }
  destruct (archimed (x * D)) as [H1 H2]. set (k := up (x * D)) in *.
  exists (Cantor.to_nat (Z.to_nat k, Cantor.to_nat (Z.to_nat (- k), d))). unfold ratio.
  rewrite !Cantor.cancel_of_to. fold D.
  assert (Ek : INR (Z.to_nat k) - INR (Z.to_nat (- k)) = IZR k).
  { destruct (Z.le_ge_cases 0 k) as [Hk | Hk].
    - replace (Z.to_nat (- k)) with 0%nat by lia. rewrite INR_IZR_INZ, Z2Nat.id by assumption. simpl. ring.
    - replace (Z.to_nat k) with 0%nat by lia. rewrite (INR_IZR_INZ (Z.to_nat (- k))), Z2Nat.id, opp_IZR by lia. simpl. ring. }
  rewrite Ek. split; apply (Rmult_lt_reg_r D); trivial; unfold Rdiv; rewrite Rmult_assoc, Rinv_l by lra; lra.
Qed.

Lemma countable_isolated (S : R -> Prop) :
  (forall t, S t -> exists d, 0 < d /\ forall r, Rabs (r - t) < d -> r <> t -> ~ S r) -> countable S.
Proof.
  intros H.
  exists (fun n => let (i, j) := Cantor.of_nat n in real (Lub_Rbar (fun t => S t /\ ratio i < t < ratio j))).
  intros t Ht. destruct (H t Ht) as [d [Hd K]].
  destruct (ratio_dense (t - d) t) as [i Hi]; [lra |]. destruct (ratio_dense t (t + d)) as [j Hj]; [lra |].
  exists (Cantor.to_nat (i, j)). rewrite Cantor.cancel_of_to.
  rewrite (is_lub_Rbar_unique _ (Finite t)); [reflexivity |]. split.
  - intros r [Hr Hr']. destruct (Req_dec r t) as [-> | Hne]; [simpl; lra |]. exfalso. apply (K r); auto.
    apply Rabs_def1; lra.
  - intros b Hb. apply Hb. split; [assumption | lra].
Qed.

Lemma countable_crossings f : countable (fun t => f t = 0 /\ exists l, is_derive f t l /\ l <> 0).
Proof.
  apply countable_isolated. intros t [E [l [D Hl]]]. destruct (simple_zero f t l D E Hl) as [d [Hd K]].
  exists d. split; [assumption |]. intros r Hr Hne [E' _]. now apply (K r).
Qed.

(** * Rates *)

Lemma rate_abs T f df : moves_ae T f df -> moves_ae T (fun t => Rabs (f t)) (fun t => sign (f t) * df t).
Proof.
  intros H.
  apply (ae_incl T (fun t => is_derive f t (df t) /\ ~ (f t = 0 /\ exists l, is_derive f t l /\ l <> 0))).
  - intros t _ [D Hn]. destruct (Req_dec (f t) 0) as [E | E].
    + assert (E0 : df t = 0) by (apply NNPP; intros Hd; apply Hn; split; [assumption |]; now exists (df t)).
      rewrite E0, Rmult_0_r. rewrite E0 in D. now apply is_derive_abs_flat.
    + now apply (is_derive_Rabs f t (df t)).
  - apply ae_and; [assumption |]. apply (ae_but T _ (fun t => f t = 0 /\ exists l, is_derive f t l /\ l <> 0)).
    + apply null_countable, countable_crossings.
    + auto.
Qed.

Lemma rate_C1 T f df F dF (S : R -> Prop) : C1_on S F dF -> moves_ae T f df -> every T (fun t => S (f t)) ->
  moves_ae T (fun t => F (f t)) (fun t => dF (f t) * df t).
Proof.
  intros HF H HS. revert H. apply ae_incl. intros t Ht D. evar_last.
  - apply (is_derive_comp F f t _ _ (proj1 (HF (f t) (HS t Ht))) D).
  - unfold scal; simpl; unfold mult; simpl. ring.
Qed.

Lemma rates_of : rates_built.
Proof.
  intros T. split; [intros c; apply ae_every; intros t _; apply (is_derive_const c) |].
  split; [apply ae_every; intros t _; apply (is_derive_id t) |]. split.
  { intros f df g dg Hf Hg. pose proof (ae_and T _ _ Hf Hg) as H. split; revert H; apply ae_incl; intros t _ [D D'].
    - now apply (is_derive_plus f g).
    - apply (is_derive_mult f g t _ _ D D'). intros; apply Rmult_comm. }
  split; [apply rate_abs |]. split.
  { intros f df r [Hr | <-] Hf.
    - apply (rate_C1 T f df (fun y => apow y r) (fun y => r * spow y (r - 1)) everywhere); [| assumption | intros t _; exact I].
      intros y _. split; [apply is_derive_apow; now left |].
      apply (continuous_scal_r r (fun y => spow y (r - 1))), continuous_spow. lra.
    - pose proof (rate_abs T f df Hf) as H. revert H. apply ae_incl. intros t _ D.
      apply (is_derive_ext (fun t => Rabs (f t))); [intros; now rewrite apow_one |].
      replace (1 * spow (f t) (1 - 1) * df t) with (sign (f t) * df t); [assumption |].
      replace (1 - 1) with 0 by ring. unfold spow. destruct (Req_dec (f t) 0) as [-> | E]; [rewrite sign_0; ring |].
      rewrite apow_zero by assumption. ring. }
  split; [intros f df F dF HF Hf; apply (rate_C1 T f df F dF everywhere); auto; intros t _; exact I |].
  split; [intros f df F dF HF Hf Hp; apply (rate_C1 T f df F dF positive); auto |].
  intros n f df H. pose proof (ae_all T n _ H) as K. split; revert K; apply ae_incl; intros t _ D.
  - now apply is_derive_Sum.
  - evar_last; [apply (is_derive_Prod n f (fun i => df i t)); auto |]. apply Sum_ext. intros i _. as_reals. ring.
Qed.

(** * Growth and comparison *)

Lemma never_above T y : ac T y -> rate T y (fun _ l => l <= 0) -> every T (fun t => y t <= y 0).
Proof. intros H K t Ht. now apply (descends T y t). Qed.

Lemma rate_impl T y (A B : R -> R -> Prop) : (forall t l, time T t -> A t l -> B t l) -> rate T y A -> rate T y B.
Proof. intros H. apply ae_incl. intros t Ht [l [D K]]. exists l. auto. Qed.

Theorem rising : rule_rising.
Proof.
  intros T y H K t Ht.
  assert (N : - y t <= - y 0); [| lra]. apply (never_above T (fun t => - y t)); trivial.
  - apply (ac_ext T (fun t => -1 * y t)); [intros r _; ring |]. apply ac_times; [apply ac_const | assumption].
  - revert K. apply ae_incl. intros r _ [l [D Hl]]. exists (- l). split; [now apply (is_derive_opp y) | lra].
Qed.

Theorem constant : rule_constant.
Proof.
  intros T y H K t Ht. apply Rle_antisym.
  - apply (never_above T y); trivial. revert K. apply rate_impl. intros; lra.
  - apply (rising T y); trivial. revert K. apply rate_impl. intros; lra.
Qed.

Definition later (T : Rbar) (r : R) : Rbar := Rbar_minus T (Finite r).

Lemma time_later T r v : 0 <= r -> time (later T r) v -> time T (r + v).
Proof. intros Hr [H1 H2]. split; [lra |]. unfold later in H2. destruct T; simpl in *; trivial; lra. Qed.

Lemma later_time T r t : 0 <= r -> r <= t -> time T t -> time (later T r) (t - r).
Proof. intros Hr Hrt [H1 H2]. split; [lra |]. unfold later. destruct T; simpl in *; trivial; lra. Qed.

Lemma ac_later T r y : 0 <= r -> ac T y -> ac (later T r) (fun v => y (r + v)).
Proof.
  intros Hr H s Hs eps He. destruct (H (r + s) (time_later T r s Hr Hs) eps He) as [d [Hd K]].
  exists d. split; [assumption |]. intros n u v H1 H2 H3.
  apply (K n (fun i => r + u i) (fun i => r + v i)).
  - intros i Hi. destruct (H1 i Hi) as [? []]. lra.
  - intros i Hi. pose proof (H2 i Hi). lra.
  - rewrite (Sum_ext n _ (fun i => v i - u i)); [assumption | intros; ring].
Qed.

Lemma ae_later T r A : 0 <= r -> ae T A -> ae (later T r) (fun v => A (r + v)).
Proof.
  intros Hr H eps He. destruct (H eps He) as [u [v [H1 [H2 H3]]]].
  exists (fun n => u n - r), (fun n => v n - r). split; [intros n; pose proof (H1 n); lra |]. split.
  - intros t [Ht HA]. destruct (H2 (r + t)) as [n Hn]; [split; [now apply time_later | assumption] |]. exists n. lra.
  - intros n. rewrite (Sum_ext n _ (fun k => v k - u k)); [apply H3 | intros; ring].
Qed.

Lemma is_derive_later (y : R -> R) r v l : is_derive y (r + v) l -> is_derive (fun v => y (r + v)) v l.
Proof.
  intros D. replace l with (scal 1 l) by (unfold scal; simpl; unfold mult; simpl; ring).
  apply (is_derive_comp y (fun v => r + v)); [assumption |]. auto_derive; trivial; ring.
Qed.

(** y does not decrease between any two times. *)
Lemma never_decreases T y : ac T y -> rate T y (fun _ l => 0 <= l) -> forall r t, 0 <= r -> r <= t -> time T t -> y r <= y t.
Proof.
  intros H K r t Hr Hrt Ht.
  assert (E := rising (later T r) (fun v => y (r + v)) (ac_later T r y Hr H)). cbv beta in E.
  assert (K' : rate (later T r) (fun v => y (r + v)) (fun _ l => 0 <= l)).
  { apply (ae_later T r _ Hr) in K. revert K. apply ae_incl. intros v _ [l [D Hl]]. exists l.
    split; [now apply is_derive_later | assumption]. }
  specialize (E K' (t - r) (later_time T r t Hr Hrt Ht)). rewrite Rplus_0_r in E.
  replace (r + (t - r)) with t in E by ring. exact E.
Qed.

Theorem rising_strictly : rule_rising_strictly.
Proof.
  intros T y H K t Ht Ht0. apply Rnot_le_lt. intros Hle.
  assert (K' : rate T y (fun _ l => 0 <= l)) by (revert K; apply rate_impl; intros; lra).
  assert (E : forall r, 0 <= r <= t -> y r = y 0).
  { intros r Hr. apply Rle_antisym.
    - apply Rle_trans with (2 := Hle). apply (never_decreases T); trivial; lra.
    - apply (never_decreases T); trivial; try lra. now apply (time_before T t). }
  (* so y' is never positive on (0, t), and r -> r would have a rate <= 0 almost everywhere on [0, t) *)
  assert (A : rate (Finite t) (fun r => r) (fun _ l => l <= 0)).
  { apply (null_incl _ (fun r => (time T r /\ ~ (exists l, is_derive y r l /\ 0 < l)) \/ r = 0)).
    2:{ apply null_or; [exact K | apply null_countable, countable_one]. }
    intros r [[Hr1 Hr2] _]. simpl in Hr2. destruct (Req_dec r 0) as [| Hr0]; [now right | left].
    split; [apply (time_before T t); [assumption | lra] |]. intros [l [D Hl]].
    assert (D0 : is_derive y r 0).
    { apply (is_derive_ext_loc (fun _ => y 0)); [| apply (is_derive_const (y 0))].
      assert (Hd : 0 < Rmin r (t - r)) by (apply Rmin_pos; lra). exists (mkposreal _ Hd). intros v Hv.
      change (Rabs (v - r) < Rmin r (t - r)) in Hv. pose proof (Rmin_l r (t - r)). pose proof (Rmin_r r (t - r)).
      apply Rabs_def2 in Hv. symmetry. apply E. lra. }
    rewrite <- (is_derive_unique _ _ _ D), (is_derive_unique _ _ _ D0) in Hl. lra. }
  assert (Ht2 : time (Finite t) (t / 2)) by (split; simpl; lra).
  pose proof (never_above (Finite t) (fun r => r) (ac_id _) A (t / 2) Ht2). cbv beta in *. lra.
Qed.

Theorem gronwall : rule_gronwall.
Proof.
  intros T y r H K t Ht.
  assert (Ce : C1_on everywhere exp exp).
  { intros z _. split; [apply is_derive_exp |]. apply (ex_derive_continuous exp). auto_derive. trivial. }
  assert (Hz : ac T (fun t => y t * exp (r * t))).
  { apply ac_times; [assumption |]. apply (ac_everywhere T (fun t => r * t) exp exp Ce).
    apply ac_times; [apply ac_const | apply ac_id]. }
  assert (Kz : rate T (fun t => y t * exp (r * t)) (fun _ l => l <= 0)).
  { revert K. apply ae_incl. intros v _ [l [D Hl]]. exists (l * exp (r * v) + y v * (r * exp (r * v))). split.
    - apply (is_derive_mult y (fun t => exp (r * t)) v l _ D).
      + auto_derive; trivial; ring.
      + intros; apply Rmult_comm.
    - pose proof (exp_pos (r * v)). nra. }
  pose proof (never_above T _ Hz Kz t Ht) as E. cbv beta in E. rewrite Rmult_0_r, exp_0, Rmult_1_r in E.
  replace (- r * t) with (- (r * t)) by ring. rewrite exp_Ropp. pose proof (exp_pos (r * t)).
  apply (Rmult_le_reg_r (exp (r * t))); [assumption |]. rewrite Rmult_assoc, Rinv_l by lra. lra.
Qed.

Theorem arrival : rule_arrival.
Proof.
  intros T y c s H Hy K Hc Hs Hs1 t Ht Hbound.
  destruct (Hy t Ht) as [Hpos |]; [exfalso | auto].
  set (k := c * (1 - s)) in *. assert (Hk : 0 < k) by (apply Rmult_lt_0_compat; lra).
  assert (Kn : rate T (fun t => - y t) (fun _ l => 0 <= l)).
  { revert K. apply ae_incl. intros v _ [l [D Hl]]. exists (- l). split; [now apply (is_derive_opp y) |].
    pose proof (apow_ge0 (y v) s). nra. }
  assert (Hn : ac T (fun t => - y t)).
  { apply (ac_ext T (fun t => -1 * y t)); [intros r _; ring |]. apply ac_times; [apply ac_const | assumption]. }
  assert (Hup : forall r, 0 <= r <= t -> y t <= y r).
  { intros r Hr. pose proof (never_decreases T _ Hn Kn r t ltac:(lra) ltac:(lra) Ht). cbv beta in *. lra. }
  assert (Ht0 : 0 <= t) by apply Ht.
  assert (C : C1_on positive (fun y => apow y (1 - s)) (fun y => (1 - s) * apow y (1 - s - 1))).
  { apply built_continuous. exact (Finite 0). }
  set (z := fun r => apow (y r) (1 - s) + k * r).
  assert (Hz : ac (Finite t) z).
  { apply ac_plus; [| apply ac_times; [apply ac_const | apply ac_id]].
    apply (ac_positive (Finite t) y (fun y => apow y (1 - s)) _ C); [now apply (ac_shorter T) |].
    intros r [Hr1 Hr2]. simpl in Hr2. pose proof (Hup r ltac:(lra)). lra. }
  assert (Kz : rate (Finite t) z (fun _ l => l <= 0)).
  { pose proof (ae_shorter T t _ Ht K) as K'. revert K'. apply ae_incl. intros r [Hr1 Hr2] [l [D Hl]]. simpl in Hr2.
    pose proof (Hup r ltac:(lra)) as Hyr.
    exists ((1 - s) * apow (y r) (1 - s - 1) * l + k). split.
    - apply (is_derive_plus (fun r => apow (y r) (1 - s)) (fun r => k * r)).
      + evar_last; [apply (is_derive_comp (fun y => apow y (1 - s)) y r _ _ (proj1 (C (y r) ltac:(unfold positive; lra))) D) |].
        unfold scal; simpl; unfold mult; simpl. ring.
      + auto_derive; trivial; ring.
    - assert (E1 : apow (y r) (1 - s - 1) * apow (y r) s = 1).
      { rewrite <- apow_plus. replace (1 - s - 1 + s) with 0 by ring. apply apow_zero. lra. }
      assert (0 < apow (y r) (1 - s - 1)) by (apply apow_gt0; lra).
      assert (E2 : apow (y r) (1 - s - 1) * l <= - c).
      { apply Rle_trans with (apow (y r) (1 - s - 1) * (- c * apow (y r) s)); [apply Rmult_le_compat_l; lra |].
        replace (apow (y r) (1 - s - 1) * (- c * apow (y r) s)) with (- c * (apow (y r) (1 - s - 1) * apow (y r) s)) by ring.
        rewrite E1. lra. }
      unfold k. nra. }
  assert (A : forall r, 0 <= r < t -> apow (y t) (1 - s) + k * r <= apow (y 0) (1 - s)).
  { intros r Hr. assert (Htr : time (Finite t) r) by (split; simpl; lra).
    pose proof (never_above (Finite t) z Hz Kz r Htr) as E. unfold z in E. rewrite Rmult_0_r, Rplus_0_r in E.
    assert (apow (y t) (1 - s) <= apow (y r) (1 - s)) by (apply apow_le; [lra |]; split; [lra | apply Hup; lra]). lra. }
  assert (Hyt : 0 < apow (y t) (1 - s)) by (apply apow_gt0; lra).
  assert (Hb : apow (y 0) (1 - s) <= k * t).
  { apply (Rmult_le_reg_r (/ k)); [now apply Rinv_0_lt_compat |].
    replace (k * t * / k) with t by (field; lra). exact Hbound. }
  destruct Ht0 as [Ht0 | <-].
  - (* r = t - apow (y t) (1-s) / (2 k), or t/2 *)
    set (e := Rmin (apow (y t) (1 - s) / (2 * k)) (t / 2)).
    assert (He : 0 < e) by (apply Rmin_pos; [apply Rmult_lt_0_compat; [assumption | apply Rinv_0_lt_compat; lra] | lra]).
    pose proof (Rmin_l (apow (y t) (1 - s) / (2 * k)) (t / 2)) as M1. pose proof (Rmin_r (apow (y t) (1 - s) / (2 * k)) (t / 2)) as M2.
    fold e in M1, M2. pose proof (A (t - e) ltac:(lra)) as B.
    assert (k * e <= apow (y t) (1 - s) / 2).
    { apply (Rmult_le_compat_l k) in M1; [| lra].
      replace (k * (apow (y t) (1 - s) / (2 * k))) with (apow (y t) (1 - s) / 2) in M1 by (field; lra). exact M1. }
    lra.
  - rewrite Rmult_0_r in Hb. lra.
Qed.
