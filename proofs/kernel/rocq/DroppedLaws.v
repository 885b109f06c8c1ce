(** Hypotheses dropped, of the escape laws and of blow-up; a metric does not depend on the weight it is taken relative to. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  EscapeTime Witnesses Mutants Switching DroppedBalance DroppedMetric DroppedMirror DroppedFlows DroppedPaths DroppedPotential DroppedBlowUp.
Local Open Scope R_scope.

(** * Relative to another weight *)

Lemma smallest_exists q L w : (0 < L)%nat -> exists i0, smallest q L w i0.
Proof.
  induction L as [| L IH]; [lia |]. intros _. destruct (Nat.eq_dec L 0) as [-> | HL].
  - exists 0%nat. split; [lia |]. intros [| i] Hi; [lra | lia].
  - destruct (IH ltac:(lia)) as [i0 [H0 H]]. destruct (Rle_lt_dec (apow (w i0) q) (apow (w L) q)) as [K | K].
    + exists i0. split; [lia |]. intros i Hi. destruct (Nat.eq_dec i L) as [-> | Hn]; [exact K | apply H; lia].
    + exists L. split; [lia |]. intros i Hi. destruct (Nat.eq_dec i L) as [-> | Hn]; [lra |].
      pose proof (H i ltac:(lia)). lra.
Qed.

(** The u of a level P(u) = y is the only one above which all factors are positive. *)
Lemma U_unique L Lam u y : (0 < L)%nat -> 0 <= u -> (forall i, (i < L)%nat -> 0 < u + Lam i) -> P L Lam u = y -> U L Lam y = u.
Proof.
  intros HL Hu Hp E. unfold U. rewrite (is_lub_Rbar_unique _ u); [reflexivity |]. split.
  - intros v [Hv K]. simpl. apply Rnot_lt_le. intros Hlt. rewrite <- E in K. clear E. revert K. apply Rlt_not_le.
    clear - HL Hp Hlt. unfold P. induction L as [| L IH]; [lia |]. simpl. destruct (Nat.eq_dec L 0) as [-> | Hn]; [simpl; lra |].
    pose proof (IH ltac:(lia) ltac:(intros; apply Hp; lia)) as K. pose proof (Hp L ltac:(lia)).
    assert (0 < Prod L (fun i => u + Lam i)) by (apply Prod_gt0; intros; apply Hp; lia). nra.
  - intros l Hl. apply Hl. split; [assumption | lra].
Qed.

Lemma metric_relative q L w i0 i1 x : 0 < Prod L w -> smallest q L w i1 -> 0 < q -> Prod L w <= x ->
  metric q L (Lambda q w i0) x = metric q L (Lambda q w i1) x.
Proof.
  intros HP Hs Hq Hx. pose proof (smallest_invariants q L w i1 Hs) as HL.
  set (a0 := apow (w i0) q). set (a1 := apow (w i1) q). set (v := U L (Lambda q w i1) (apow x q)).
  assert (Ha1 : P L (Lambda q w i1) a1 = apow (Prod L w) q).
  { unfold P. rewrite apow_Prod. apply Prod_ext. intros i _. unfold Lambda, a1. ring. }
  assert (Hv : a1 <= v).
  { rewrite <- (U_P L _ i1 HL a1) by apply apow_ge0. rewrite Ha1. apply (U_le L _ i1 HL). split; [apply apow_ge0 |].
    apply apow_le; lra. }
  assert (EU : U L (Lambda q w i0) (apow x q) = v - a1 + a0).
  { pose proof (apow_ge0 (w i0) q). fold a0 in H. apply U_unique; [destruct Hs; lia | lra | |].
    - intros i Hi. unfold Lambda. fold a0. assert (0 < apow (w i) q) by (apply apow_gt0, (Prod_nz L w); lra || assumption). lra.
    - rewrite <- (P_U L _ i1 HL (apow x q)) by apply apow_ge0. fold v. unfold P. apply Prod_ext. intros i _. unfold Lambda, a0, a1. ring. }
  unfold metric. rewrite EU. fold v. f_equal. unfold dP. apply Sum_ext. intros i _. apply others_ext. intros j _. unfold Lambda, a0, a1. ring.
Qed.

Lemma map_relative q L w i0 i1 y : 0 < Prod L w -> smallest q L w i1 -> 0 < q -> Prod L w <= y ->
  mirror_map q L (Lambda q w i0) (Prod L w) y = mirror_map q L (Lambda q w i1) (Prod L w) y.
Proof.
  intros HP Hs Hq Hy. apply RInt_ext. intros x Hx. rewrite Rmin_left in Hx by assumption. apply metric_relative; auto. lra.
Qed.

Lemma locally_same (F G : R -> R) l : (exists e, 0 < e /\ forall eps, 0 < eps < e -> F eps = G eps) ->
  filterlim F (at_right 0) (locally l) -> filterlim G (at_right 0) (locally l).
Proof.
  intros [e [He E]]. apply filterlim_ext_loc. exists (mkposreal e He). intros y Hy Hy0. apply E. split; [exact Hy0 |].
  change (Rabs (y - 0) < e) in Hy. rewrite Rminus_0_r, Rabs_pos_eq in Hy; lra.
Qed.

Lemma smallest_scaled q L w i eps : 0 < eps -> smallest q L w i -> smallest q L (fun i => eps * w i) i.
Proof.
  intros He [Hi H]. split; [exact Hi |]. intros j Hj. rewrite !apow_mult. apply Rmult_le_compat_l; [apply apow_ge0 | now apply H].
Qed.

Theorem escape_law_spares_2 : escape_law_without_2.
Proof.
  unfold escape_law_without_2. cbv zeta. intros q L w i0 x1 Hq Hw Hx1. destruct L as [| L].
  - assert (E : forall eps, escape q 0 w i0 x1 eps = 0).
    { intros eps. unfold escape, mirror_map. rewrite (RInt_ext _ (fun _ => 0)); [apply RInt_0 |]. intros x _. unfold metric, dP. simpl. apply Rinv_0. }
    unfold m. simpl INR. unfold Rdiv. rewrite Rinv_0, !Rmult_0_r. split; [| split; intros; lra]. intros _.
    rewrite Rmult_0_l, Rinv_0, Rmult_0_r. apply (filterlim_ext (fun _ => 0)); [intros; now rewrite E | apply filterlim_const].
  - destruct (smallest_exists q (S L) w ltac:(lia)) as [i1 Hs]. set (X := Prod (S L) w).
    assert (HX : 0 < X) by now apply Prod_gt0.
    destruct (escape_law q (S L) w i1 x1 Hq Hs Hw Hx1) as [K1 [K2 K3]].
    assert (E : exists e, 0 < e /\ forall eps, 0 < eps < e -> escape q (S L) w i1 x1 eps = escape q (S L) w i0 x1 eps).
    { exists (Rmin 1 (x1 / X)). split; [apply Rmin_pos; [lra | now apply Rdiv_lt_0_compat] |]. intros eps [He1 He2].
      pose proof (Rmin_l 1 (x1 / X)). pose proof (Rmin_r 1 (x1 / X)).
      unfold escape. symmetry. apply map_relative; [apply Prod_gt0; intros; apply Rmult_lt_0_compat; auto | now apply smallest_scaled | lra |].
      rewrite Prod_mult, Prod_const. fold X. assert (eps * X <= x1).
      { apply Rle_trans with (x1 / X * X); [apply Rmult_le_compat_r; lra | right; field; lra]. }
      assert (eps ^ S L <= eps).
      { simpl. assert (eps ^ L <= 1) by (rewrite <- (pow1 L); apply pow_incr; lra). nra. }
      apply Rle_trans with (eps * X); [apply Rmult_le_compat_r; lra | assumption]. }
    split; [| split].
    + intros Hm. apply (locally_same _ _ _ E), K1, Hm.
    + intros Hm. apply (locally_same (fun eps => escape q (S L) w i1 x1 eps / ln (/ eps))); [| now apply K2].
      destruct E as [e [He E]]. exists e. split; [assumption |]. intros eps H. cbv beta. now rewrite E.
    + intros Hm. destruct (K3 Hm) as [Tc [HT [Hl Hf]]]. exists Tc. split; [assumption |]. split.
      * apply (is_lim_ext_loc (mirror_map q (S L) (Lambda q w i1) (Prod (S L) w))); [| exact Hl].
        exists X. intros y Hy. symmetry. apply map_relative; auto; lra || (fold X; lra).
      * apply (locally_same (fun eps => escape q (S L) w i1 x1 eps / apow eps (INR (S L) * (1 - m q (S L))))); [| exact Hf].
        destruct E as [e [He E]]. exists e. split; [assumption |]. intros eps H. cbv beta. now rewrite E.
Qed.

(** * Escape laws where they are not meant *)

Definition ones (i : nat) : R := match i with O => 1 | _ => 2 end.

Lemma ones_small q : 1 <= q -> smallest q 2 ones 0.
Proof. intros Hq. destruct law_witness as [H _]. now destruct (H q 2%nat Hq ltac:(lia)). Qed.

Lemma ones_pos i : (i < 2)%nat -> 0 < ones i.
Proof. intros _. unfold ones. destruct i; lra. Qed.

Lemma m_1_2 : m 1 2 = 1 / 2.
Proof. unfold m. simpl. field. Qed.

Lemma same_limit (F : R -> R) (l l' : R) : filterlim F (at_right 0) (locally l) -> filterlim F (at_right 0) (locally l') -> l = l'.
Proof. apply (@filterlim_locally_unique R R_AbsRing R_NormedModule (at_right 0) _). Qed.

Lemma root_limit : filterlim (escape 1 2 ones 0 1) (at_right 0) (locally 1).
Proof.
  destruct (escape_law 1 2%nat ones 0%nat 1 ltac:(lra) (ones_small 1 ltac:(lra)) ones_pos ltac:(lra)) as [K _].
  specialize (K ltac:(rewrite m_1_2; lra)). rewrite m_1_2, apow_1 in K. simpl INR in K.
  replace (1 / ((1 + 1) * (1 - 1 / 2))) with 1 in K by field. exact K.
Qed.

Lemma id_limit : filterlim (fun eps : R => eps) (at_right 0) (locally 0).
Proof. intros Q [d Hd]. exists d. intros y Hy _. now apply Hd. Qed.

Lemma product_limit (F G : R -> R) (l k : R) : filterlim F (at_right 0) (locally l) -> filterlim G (at_right 0) (locally k) ->
  filterlim (fun eps => F eps * G eps) (at_right 0) (locally (l * k)).
Proof. intros HF HG. eapply filterlim_comp_2; [exact HF | exact HG | apply (filterlim_mult l k)]. Qed.

(** * ln (1 / eps) -> infinity *)
Lemma inv_log_limit : filterlim (fun eps => / ln (/ eps)) (at_right 0) (locally 0).
Proof.
  apply filterlim_locally. intros e. pose proof (cond_pos e) as He. exists (mkposreal _ (exp_pos (- (/ e + 1)))). intros y Hy Hy0.
  change (Rabs (y - 0) < exp (- (/ e + 1))) in Hy. rewrite Rminus_0_r, Rabs_pos_eq in Hy by lra.
  change (Rabs (/ ln (/ y) - 0) < e). assert (Hi : 0 < / e) by now apply Rinv_0_lt_compat.
  assert (K : / e + 1 < ln (/ y)).
  { rewrite ln_Rinv by assumption. apply ln_increasing in Hy; [| assumption]. rewrite ln_exp in Hy. lra. }
  rewrite Rminus_0_r, Rabs_pos_eq by (left; apply Rinv_0_lt_compat; lra). rewrite <- (Rinv_inv e).
  apply Rinv_lt_contravar; [apply Rmult_lt_0_compat |]; lra.
Qed.

Theorem escape_law_needs_5 : ~ escape_law_without_5.
Proof.
  intros H. assert (Em : m 2 2 = 1) by (unfold m; simpl; field).
  destruct (H 2 2%nat ones 0%nat 1 ltac:(lra) (ones_small 2 ltac:(lra)) ones_pos ltac:(lra)) as [K [K2 _]].
  specialize (K2 Em). rewrite Em in K. pose proof (product_limit _ _ _ _ K inv_log_limit) as J.
  pose proof (same_limit _ _ _ K2 J). lra.
Qed.

Theorem escape_law_needs_6 : ~ escape_law_without_6.
Proof.
  intros H. destruct (H 1 2%nat ones 0%nat 1 ltac:(lra) (ones_small 1 ltac:(lra)) ones_pos ltac:(lra)) as [_ [K _]].
  pose proof (same_limit _ _ _ K (product_limit _ _ _ _ root_limit inv_log_limit)). lra.
Qed.

Theorem escape_law_needs_7 : ~ escape_law_without_7.
Proof.
  intros H. destruct (H 1 2%nat ones 0%nat 1 ltac:(lra) (ones_small 1 ltac:(lra)) ones_pos ltac:(lra)) as [_ [_ [Tc [_ [_ K]]]]].
  rewrite m_1_2 in K. simpl INR in K. replace ((1 + 1) * (1 - 1 / 2)) with 1 in K by field.
  pose proof (product_limit _ _ _ _ K id_limit) as J. assert (E : 1 = Tc * 0); [| lra]. apply (same_limit (escape 1 2 ones 0 1)); [apply root_limit |].
  apply (locally_same (fun eps => escape 1 2 ones 0 1 eps / apow eps 1 * eps)); [| exact J].
  exists 1. split; [lra |]. intros eps He. rewrite apow_one, Rabs_pos_eq by lra. field. lra.
Qed.

(** Backwards a positive function has an integral at most 0, or none, and then 0 in the library. *)
Lemma backwards (f : R -> R) x y : x <= y -> (forall t, x < t < y -> 0 <= f t) -> RInt f y x <= 0.
Proof.
  intros Hxy Hf. destruct (Classical_Prop.classic (ex_RInt f x y)) as [Hi | Hi].
  - rewrite <- opp_RInt_swap by assumption. unfold opp; simpl. pose proof (RInt_ge_0 f x y Hxy Hi Hf). lra.
  - rewrite RInt_none; [lra |]. intros K. now apply Hi, ex_RInt_swap.
Qed.

Lemma limit_le (F : R -> R) l c : filterlim F (at_right 0) (locally l) -> (forall eps, 0 < eps < 1 -> F eps <= c) -> l <= c.
Proof.
  intros HF Hc. apply Rnot_lt_le. intros Hlt. pose proof (proj1 (filterlim_locally F l) HF (mkposreal (l - c) ltac:(lra))) as HF'. clear HF.
  destruct HF' as [d Hd]. pose proof (cond_pos d). set (e := Rmin d 1 / 2).
  assert (He : 0 < e /\ e < d /\ e < 1).
  { pose proof (Rmin_pos d 1 ltac:(lra) ltac:(lra)). pose proof (Rmin_l d 1). pose proof (Rmin_r d 1). unfold e. lra. }
  assert (B : ball 0 d e) by (change (Rabs (e - 0) < d); rewrite Rminus_0_r, Rabs_pos_eq; lra).
  specialize (Hd e B ltac:(lra)). change (Rabs (F e - l) < l - c) in Hd. apply Rabs_def2 in Hd. pose proof (Hc e ltac:(lra)). lra.
Qed.

Theorem escape_law_needs_4 : ~ escape_law_without_4.
Proof.
  intros H. destruct (H 1 2%nat ones 0%nat (-1) ltac:(lra) (ones_small 1 ltac:(lra)) ones_pos) as [K _].
  specialize (K ltac:(rewrite m_1_2; lra)). rewrite m_1_2 in K. simpl INR in K. replace (-1) with (- (1)) in K at 2 by ring.
  rewrite apow_opp, apow_1 in K. replace (1 / ((1 + 1) * (1 - 1 / 2))) with 1 in K by field.
  pose proof (limit_le _ _ 0 K). enough (1 <= 0) by lra. apply H0. intros eps He. unfold escape, mirror_map. apply backwards.
  - assert (0 < Prod 2 (fun i => eps * ones i)) by (apply Prod_gt0; intros i Hi; apply Rmult_lt_0_compat; [lra | now apply ones_pos]). lra.
  - intros t _. unfold metric.
    pose proof (smallest_invariants 1 2 _ 0 (smallest_scaled 1 2 ones 0 eps ltac:(lra) (ones_small 1 ltac:(lra)))) as HL.
    pose proof (dP_ge0 2 _ 0 HL _ (U_ge0 2 _ 0 HL (apow t 1) (apow_ge0 t 1))) as Hd.
    destruct Hd as [Hd | <-]; [left; now apply Rinv_0_lt_compat | rewrite Rinv_0; lra].
Qed.

(** Weights 0: 1 / (2 sqrt x) is unbounded, so the time is 0 in the library. *)
Theorem escape_law_needs_3 : ~ escape_law_without_3.
Proof.
  intros H. destruct (H 1 2%nat tied 0%nat (1 / 4) ltac:(lra) (tied_smallest 1) ltac:(lra)) as [K _].
  specialize (K ltac:(rewrite m_1_2; lra)). rewrite m_1_2 in K. simpl INR in K.
  replace (1 / 4) with (apow (1 / 2) 2) in K at 2 by (rewrite apow_two; field). rewrite apow_apow in K.
  replace (2 * (1 - 1 / 2)) with 1 in K by field. rewrite apow_one, Rabs_pos_eq in K by lra.
  pose proof (limit_le _ _ 0 K) as J. enough (1 / 2 / ((1 + 1) * (1 - 1 / 2)) <= 0) by (field_simplify in H0; lra). apply J.
  intros eps He. unfold escape. right. apply RInt_none. intros Hi.
  replace (Prod 2 (fun i => eps * tied i)) with 0 in Hi by (unfold tied; simpl; ring).
  apply (cusp_unbounded 1); [rewrite Rabs_R1; lra |]. apply (ex_RInt_ext (metric 1 2 (Lambda 1 (fun i => eps * tied i) 0))); [| exact Hi].
  intros x Hx. rewrite Rmin_left, Rmax_right in Hx by lra.
  replace (Lambda 1 (fun i => eps * tied i) 0) with tied.
  - rewrite (metric_balanced 2 ltac:(lia) 1 x ltac:(lra) : metric 1 2 tied x = _), m_1_2. unfold cusp_rate. rewrite spow_pos by lra.
    replace (1 / 2 - 1) with (- (1 / 2)) by field. simpl INR. as_reals. field.
  - apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, tied. ring.
Qed.

(** q = -1: the invariants of eps w grow as eps -> 0, and R'' -> 0. *)
Definition twos (i : nat) : R := match i with O => 2 | _ => 1 end.

Lemma twos_smallest : smallest (-1) 2 twos 0.
Proof. split; [lia |]. intros i _. rewrite !apow_m1; unfold twos; destruct i; rewrite ?Rabs_pos_eq; lra. Qed.

Lemma at_most (f : R -> R) x y M : x <= y -> 0 <= M -> (forall t, x < t < y -> f t <= M) -> RInt f x y <= M * (y - x).
Proof.
  intros Hxy HM Hf. destruct (Classical_Prop.classic (ex_RInt f x y)) as [Hi | Hi].
  - apply Rle_trans with (RInt (fun _ => M) x y); [apply RInt_le; [assumption | assumption | apply ex_RInt_const | exact Hf] |].
    rewrite RInt_const. unfold scal; simpl; unfold mult; simpl. lra.
  - rewrite RInt_none by assumption. apply Rmult_le_pos; lra.
Qed.

Theorem escape_law_needs_1 : ~ escape_law_without_1.
Proof.
  intros H. destruct (H (-1) 2%nat twos 0%nat 1 twos_smallest ltac:(intros i _; unfold twos; destruct i; lra) ltac:(lra)) as [K _].
  assert (Em : m (-1) 2 = - (1 / 2)) by (unfold m; simpl; field). rewrite Em, apow_1 in K. simpl INR in K. specialize (K ltac:(lra)).
  assert (K' : filterlim (fun eps => escape (-1) 2 twos 0 1 (eps / 10)) (at_right 0) (locally (1 / ((1 + 1) * (1 - - (1 / 2)))))).
  { apply (filterlim_comp _ _ _ (fun eps => eps / 10) _ (at_right 0) (at_right 0)); [| exact K].
    intros Q [d Hd]. exists d. intros y Hy Hy0. apply Hd; [| lra]. change (Rabs (y - 0) < d) in Hy. change (Rabs (y / 10 - 0) < d).
    rewrite Rminus_0_r, Rabs_pos_eq in * by lra. lra. }
  pose proof (limit_le _ _ (1 / 5) K') as J. enough (1 / ((1 + 1) * (1 - - (1 / 2))) <= 1 / 5) by (field_simplify in H0; lra).
  apply J. intros e He. set (eps := e / 10). assert (Heps : 0 < eps < 1 / 10) by (unfold eps; lra). unfold escape, mirror_map.
  replace (Prod 2 (fun i => eps * twos i)) with (2 * (eps * eps)) by (unfold twos; simpl; ring).
  assert (HL : Lambda (-1) (fun i => eps * twos i) 0 = (fun i : nat => match i with O => 0 | _ => / (2 * eps) end)).
  { apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda. rewrite !apow_m1.
    - unfold twos. destruct i; rewrite !Rabs_pos_eq by lra; field; lra.
    - unfold twos. lra.
    - unfold twos. destruct i; lra. }
  rewrite HL. apply Rle_trans with (2 * eps * (1 - 2 * (eps * eps))); [| nra]. apply at_most; [nra | lra |]. intros x Hx.
  assert (Hi : 0 < / (2 * eps)) by (apply Rinv_0_lt_compat; lra). rewrite metric_l2_any by lra.
  apply Rle_trans with (/ / (2 * eps)); [| rewrite Rinv_inv; lra]. set (k := / (2 * eps)) in *.
  apply Rinv_le_contravar; [assumption |]. rewrite <- (sqrt_Rsqr k) at 1 by lra. apply sqrt_le_1_alt. unfold Rsqr. pose proof (apow_ge0 x (-1)). lra.
Qed.
