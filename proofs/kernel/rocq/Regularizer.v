(** What weight decay regularizes: decoupled M' = <x>^(1-m), coupled M' = <x>^(2/L-1), Table 1, and M = L R*(R'). *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance Mirror Onto.
Local Open Scope R_scope.

(** * Balanced closed forms *)

Section Balanced.
Variable L : nat.
Hypothesis HL : (1 <= L)%nat.
Let zero : nat -> R := fun _ => 0.

Lemma zero_invariants : invariants L zero 0.
Proof. repeat split; [lia | unfold zero; intros; lra]. Qed.

Lemma INR_L : 1 <= INR L.
Proof. now apply INR_pos. Qed.

Lemma P_balanced u : P L zero u = u ^ L.
Proof. unfold P. rewrite <- Prod_const. apply Prod_ext. intros; unfold zero; ring. Qed.

Lemma dP_balanced u : dP L zero u = INR L * u ^ (L - 1).
Proof.
  unfold dP. rewrite <- Sum_const. apply Sum_ext. intros i Hi.
  rewrite <- (others_const L i u) by assumption. apply others_ext. intros; unfold zero; ring.
Qed.

Lemma U_balanced y : 0 < y -> U L zero y = apow y (/ INR L).
Proof.
  intros Hy. pose proof INR_L.
  assert (Hu : 0 < apow y (/ INR L)) by (apply apow_gt0; lra).
  replace y with (P L zero (apow y (/ INR L))) at 1.
  - apply (U_P L zero 0 zero_invariants). lra.
  - rewrite P_balanced, <- apow_nat by (lia || lra). rewrite apow_apow.
    replace (/ INR L * INR L) with 1 by (field; lra). rewrite apow_one. apply Rabs_pos_eq; lra.
Qed.

(** r^(L-1) = |x|^m where r^L = |x|^q. *)
Lemma power_m q r x : 0 < r -> r ^ L = apow x q -> r ^ (L - 1) = apow x (m q L).
Proof.
  intros Hr E. pose proof INR_L.
  assert (Er : r = apow (apow x q) (/ INR L)).
  { rewrite <- E, <- apow_nat, apow_apow by (lia || lra).
    replace (INR L * / INR L) with 1 by (field; lra). rewrite apow_one. symmetry; apply Rabs_pos_eq; lra. }
  assert (Em : apow x (m q L) = apow r (INR L - 1)).
  { rewrite Er, !apow_apow. f_equal. unfold m. field. lra. }
  rewrite Em. destruct (Nat.eq_dec L 1) as [-> | Hn].
  - simpl. rewrite Rminus_diag_eq by reflexivity. rewrite apow_zero; lra.
  - rewrite <- apow_nat by (lia || lra). rewrite minus_INR by lia. reflexivity.
Qed.

Lemma metric_balanced q x : x <> 0 -> metric q L zero x = apow x (- m q L) / INR L.
Proof.
  intros Hx. pose proof INR_L. unfold metric.
  assert (Hxq : 0 < apow x q) by now apply apow_gt0.
  rewrite U_balanced by assumption. set (r := apow (apow x q) (/ INR L)).
  assert (Hr : 0 < r) by (apply apow_gt0; lra).
  rewrite dP_balanced, (power_m q r x), apow_Ropp; [| assumption |].
  - field. split; [apply Rgt_not_eq, apow_gt0, Hx | lra].
  - unfold r. rewrite <- apow_nat, apow_apow by (lia || apply apow_ge0).
    replace (/ INR L * INR L) with 1 by (field; lra). rewrite apow_one. apply Rabs_pos_eq; lra.
Qed.

Lemma is_derive_log_abs x : x <> 0 -> is_derive (fun y => sign y * ln (Rabs y)) x (apow x (- (1))).
Proof.
  intros Hx. rewrite apow_Ropp, apow_one.
  assert (Hd : 0 < Rabs x) by now apply Rabs_pos_lt.
  apply (is_derive_ext_loc (fun y => sign x * ln (sign x * y))).
  - exists (mkposreal _ Hd). intros y Hy. change (Rabs (y - x) < Rabs x) in Hy.
    destruct (Rdichotomy _ _ Hx) as [H | H].
    + assert (y < 0) by (rewrite (Rabs_left x) in Hy by assumption; apply Rabs_def2 in Hy; lra).
      rewrite !sign_eq_m1 by assumption. rewrite (Rabs_left y) by assumption. repeat f_equal; ring.
    + rewrite (Rabs_pos_eq x) in Hy by lra. apply Rabs_def2 in Hy.
      rewrite !sign_eq_1 by lra. rewrite (Rabs_pos_eq y) by lra. repeat f_equal; ring.
  - pose proof (sign_sq x Hx) as S.
    assert (Hp : 0 < sign x * x) by (rewrite sign_self; assumption).
    evar_last.
    + apply is_derive_scal. apply (is_derive_comp ln (fun y => sign x * y)).
      * now apply is_derive_ln.
      * instantiate (1 := sign x). auto_derive; trivial; ring.
    + unfold scal; simpl; unfold mult; simpl. rewrite sign_self.
      replace (sign x * (sign x * / Rabs x)) with (sign x * sign x * / Rabs x) by ring. rewrite S. ring.
Qed.

Lemma is_derive_spow r x : x <> 0 -> is_derive (fun y => spow y r) x (r * apow x (r - 1)).
Proof.
  intros Hx. apply (is_derive_ext (fun y => apow y (r + 1) * (/ y) )).
  { intros y. as_reals.
    destruct (Req_dec y 0) as [-> | Hy]; [rewrite apow_0, spow_0; ring |].
    rewrite <- (spow_self y (r + 1)). replace (r + 1 - 1) with r by ring. field. assumption. }
  evar_last.
  - apply (is_derive_mult (fun y => apow y (r + 1)) (fun y => / y)).
    + apply is_derive_apow_nz, Hx.
    + auto_derive; [assumption | reflexivity].
    + intros; apply Rmult_comm.
  - unfold plus, mult; simpl. replace (r + 1 - 1) with r by ring.
    assert (E : spow x r * / x = apow x (r - 1)).
    { apply (Rmult_eq_reg_r (x * x)); [| nra].
      replace (spow x r * / x * (x * x)) with (spow x r * x) by (field; assumption).
      replace r with (r + 1 - 1) at 1 by ring. rewrite spow_self.
      rewrite <- apow_two, <- apow_plus. f_equal; ring. }
    assert (E' : apow x (r + 1) * (1 * / (x * (x * 1))) = apow x (r - 1)).
    { rewrite <- E. rewrite <- (spow_self x (r + 1)). replace (r + 1 - 1) with r by ring. field. assumption. }
    rewrite <- E. rewrite <- E in E'.
    transitivity ((r + 1) * (spow x r * / x) - apow x (r + 1) * (1 * / (x * (x * 1)))); [field; assumption |].
    rewrite E'. ring.
Qed.

Lemma is_derive_balanced_mirror_map q x : x <> 0 ->
  is_derive (balanced_mirror_map q L) x (metric q L zero x).
Proof.
  intros Hx. pose proof INR_L. rewrite metric_balanced by assumption. unfold balanced_mirror_map.
  destruct Req_EM_T as [E | E].
  - rewrite E. apply (is_derive_ext (fun y => / INR L * (sign y * ln (Rabs y)))); [intros; as_reals; unfold Rdiv; ring |].
    unfold Rdiv. rewrite Rmult_comm. now apply is_derive_scal, is_derive_log_abs.
  - apply (is_derive_ext (fun y => / (INR L * (1 - m q L)) * spow y (1 - m q L))); [intros; as_reals; unfold Rdiv; ring |].
    replace (apow x (- m q L) / INR L)
      with (/ (INR L * (1 - m q L)) * ((1 - m q L) * apow x (1 - m q L - 1))).
    + now apply is_derive_scal, is_derive_spow.
    + replace (1 - m q L - 1) with (- m q L) by ring. field. lra.
Qed.

Lemma m_lt_2 q : q <= 2 -> m q L < 2.
Proof.
  intros Hq. pose proof INR_L. unfold m.
  apply (Rmult_lt_reg_r (INR L)); [lra |]. unfold Rdiv. rewrite Rmult_assoc, Rinv_l by lra. nra.
Qed.

End Balanced.

Theorem balanced_metric : balanced_metric_statement.
Proof.
  intros q L x Hq HL Hx. split; [now apply metric_balanced | now apply is_derive_balanced_mirror_map].
Qed.

(** |x| |log|x|| <= 2 |x|^(1/2) near 0. *)
Lemma continuous_x_log_x : continuous (fun x => Rabs x * ln (Rabs x) - Rabs x) 0.
Proof.
  assert (HD : continuous (fun y => 2 * apow y (1 / 2) + apow y 1) 0).
  { apply (continuous_plus (fun y => 2 * apow y (1 / 2)) (fun y => apow y 1)).
    - apply (continuous_scal_r 2 (fun y => apow y (1 / 2))). apply continuous_apow. lra.
    - apply continuous_apow. lra. }
  apply filterlim_locally. intros eps.
  generalize (filter_and _ _ (proj1 (filterlim_locally _ _) HD eps) (locally_ball 0 (mkposreal 1 Rlt_0_1))).
  apply filter_imp. intros y [H1 H2].
  change (Rabs (2 * apow y (1 / 2) + apow y 1 - (2 * apow 0 (1 / 2) + apow 0 1)) < eps) in H1.
  change (Rabs (y - 0) < 1) in H2.
  change (Rabs (Rabs y * ln (Rabs y) - Rabs y - (Rabs 0 * ln (Rabs 0) - Rabs 0)) < eps).
  rewrite Rabs_R0, Rmult_0_l, !Rminus_0_r in *. rewrite !apow_0, Rmult_0_r, Rplus_0_r, Rminus_0_r, apow_one in H1.
  apply Rle_lt_trans with (2 := Rle_lt_trans _ _ _ (Rle_abs _) H1).
  destruct (Req_dec y 0) as [-> | Hy].
  { rewrite !Rabs_R0, Rmult_0_l, apow_0, Rminus_0_r, Rabs_R0. lra. }
  assert (Hv : 0 < Rabs y) by now apply Rabs_pos_lt. set (v := Rabs y) in *.
  assert (Hl : ln v < 0) by (rewrite <- ln_1; apply ln_increasing; lra).
  rewrite Rabs_left by nra. set (w := apow y (1 / 2)).
  assert (Hw : 0 < w) by now apply apow_gt0.
  assert (Ev : v = w * w) by (unfold w; rewrite <- apow_plus; replace (1 / 2 + 1 / 2) with 1 by field; now rewrite apow_one).
  assert (El : ln v = - 2 * ln (/ w)) by (rewrite Ev, ln_mult, ln_Rinv by assumption; ring).
  assert (Hi : 0 < / w) by now apply Rinv_0_lt_compat.
  assert (Hb : ln (/ w) <= / w).
  { pose proof (exp_ineq1_le (ln (/ w))) as K. rewrite exp_ln in K by assumption. lra. }
  assert (K : v * ln (/ w) <= w).
  { apply Rle_trans with (v * / w); [apply Rmult_le_compat_l; lra |]. rewrite Ev. right. field. lra. }
  rewrite El. nra.
Qed.

Theorem balanced_potential : balanced_potential_statement.
Proof.
  intros q L x Hq HL Hx. pose proof (INR_pos L HL). pose proof (m_lt_2 L HL q (proj2 Hq)).
  unfold closed_potential, balanced_mirror_map. destruct Req_EM_T as [E | E]; (split; [| split]).
  - assert (Hax : 0 < Rabs x) by now apply Rabs_pos_lt.
    apply (is_derive_ext (fun y => / INR L * (Rabs y * ln (Rabs y) - Rabs y))); [intros; as_reals; unfold Rdiv; ring |].
    replace (sign x * ln (Rabs x) / INR L) with (/ INR L * (sign x * ln (Rabs x))) by (unfold Rdiv; ring).
    apply is_derive_scal.
    assert (DA : is_derive Rabs x (sign x)).
    { evar_last; [apply (is_derive_Rabs (fun y => y) x 1); [auto_derive; trivial | assumption] | as_reals; ring]. }
    evar_last.
    + apply (is_derive_comp (fun v => v * ln v - v) Rabs x); [| exact DA].
      auto_derive; [assumption | reflexivity].
    + unfold scal; simpl; unfold mult; simpl. field. lra.
  - rewrite Rabs_R0. unfold Rdiv. ring.
  - apply (continuous_ext (fun y => / INR L * (Rabs y * ln (Rabs y) - Rabs y))); [intros; unfold Rdiv; as_reals; ring |].
    apply (continuous_scal_r (/ INR L) (fun y => Rabs y * ln (Rabs y) - Rabs y)), continuous_x_log_x.
  - apply (is_derive_ext (fun y => / (INR L * (1 - m q L) * (2 - m q L)) * apow y (2 - m q L)));
      [intros; as_reals; unfold Rdiv; ring |].
    replace (spow x (1 - m q L) / (INR L * (1 - m q L)))
      with (/ (INR L * (1 - m q L) * (2 - m q L)) * ((2 - m q L) * spow x (2 - m q L - 1))).
    + now apply is_derive_scal, is_derive_apow_nz.
    + replace (2 - m q L - 1) with (1 - m q L) by ring. field. lra.
  - rewrite apow_0. unfold Rdiv. ring.
  - apply (continuous_ext (fun y => / (INR L * (1 - m q L) * (2 - m q L)) * apow y (2 - m q L)));
      [intros; unfold Rdiv; as_reals; ring |].
    apply (continuous_scal_r (/ (INR L * (1 - m q L) * (2 - m q L))) (fun y => apow y (2 - m q L))), continuous_apow. lra.
Qed.

(** * Decoupled decay *)

Lemma dP_now q L (w : nat -> R -> R) i0 t : (i0 < L)%nat ->
  Sum L (fun i => others L i (fun j => apow (w j t) q)) =
  dP L (Lambda q (fun i => w i t) i0) (apow (w i0 t) q).
Proof.
  intros Hi. apply Sum_ext. intros i _. apply others_ext. intros j _. unfold Lambda. ring.
Qed.

Lemma U_now q L (w : nat -> R -> R) i0 t : smallest q L (fun i => w i t) i0 ->
  U L (Lambda q (fun i => w i t) i0) (apow (output L w t) q) = apow (w i0 t) q.
Proof.
  intros Hs. unfold output. rewrite apow_Prod.
  rewrite (Prod_ext L _ (fun i => apow (w i0 t) q + Lambda q (fun i => w i t) i0 i)).
  - apply (U_P L _ i0 (smallest_invariants _ _ _ _ Hs)), apow_ge0.
  - intros i _. unfold Lambda. ring.
Qed.

Lemma decoupled_any q L h alpha D w a b : driven_flow q L h alpha D w a b ->
  (forall i0 t, a < t < b -> ~ D t -> smallest q L (fun i => w i t) i0 ->
    let Lam := Lambda q (fun i => w i t) i0 in same_side L Lam (output L w t) (output L w t) ->
    metric q L Lam (output L w t) * Derive (output L w) t =
    - h t - alpha t * (INR L * output L w t * metric q L Lam (output L w t))) /\
  (q <= 2 -> (1 <= L)%nat -> balanced q L w a b -> forall t, a < t < b -> ~ D t -> output L w t <> 0 ->
    is_derive (fun s => balanced_mirror_map q L (output L w s)) t
      (- h t - alpha t * spow (output L w t) (1 - m q L)) /\
    is_derive (decoupled_regularizer q L) (output L w t) (spow (output L w t) (1 - m q L))).
Proof.
  intros Hf. pose proof (output_moves q L h alpha D w a b Hf) as Hm. split.
  - intros i0 t Ht Hn Hs Lam Hside. pose proof (smallest_invariants _ _ _ _ Hs) as HL. fold Lam in HL.
    destruct (Hm t Ht) as [_ Dx]. specialize (Dx Hn). cbv beta in Dx.
    rewrite (dP_now q L w i0 t) in Dx by apply Hs. fold Lam in Dx.
    rewrite <- (U_now q L w i0 t Hs) in Dx. fold Lam in Dx.
    change (fun x => output L w x) with (output L w) in Dx.
    rewrite (is_derive_unique _ _ _ Dx). unfold metric.
    pose proof (same_side_dP L Lam i0 HL q _ _ Hside). field. lra.
  - intros Hq2 HL Hb t Ht Hn Hx. pose proof (INR_pos L HL) as HL1. split.
    + set (r := apow (w 0%nat t) q).
      assert (Hr : 0 < r).
      { apply apow_gt0. apply (Prod_nz L (fun j => w j t) Hx). lia. }
      assert (Er : forall i, (i < L)%nat -> apow (w i t) q = r) by (intros i Hi; apply Hb; auto; lia).
      assert (Ex : r ^ L = apow (output L w t) q).
      { unfold output. rewrite apow_Prod, <- Prod_const. apply Prod_ext. intros i Hi. symmetry; now apply Er. }
      destruct (Hm t Ht) as [_ Dx]. specialize (Dx Hn). cbv beta in Dx.
      assert (ES : Sum L (fun i => others L i (fun j => apow (w j t) q)) = INR L * apow (output L w t) (m q L)).
      { rewrite <- (power_m L HL q r) by assumption. rewrite <- Sum_const. apply Sum_ext. intros i Hi.
        rewrite <- (others_const L i r) by assumption. apply others_ext. exact Er. }
      rewrite ES in Dx.
      evar_last.
      * apply (is_derive_comp (balanced_mirror_map q L) (output L w) t _ _
          (is_derive_balanced_mirror_map L HL q _ Hx) Dx).
      * rewrite metric_balanced by assumption. unfold scal; simpl; unfold mult; simpl.
        set (x := output L w t) in *. assert (Hxm : 0 < apow x (m q L)) by now apply apow_gt0.
        assert (Exm : spow x (1 - m q L) = x * / apow x (m q L)).
        { unfold spow, Rminus. now rewrite apow_plus, apow_one, apow_Ropp, <- Rmult_assoc, sign_abs. }
        rewrite Exm, apow_Ropp. field. lra.
    + unfold decoupled_regularizer. pose proof (m_lt_2 L HL q Hq2).
      apply (is_derive_ext (fun y => / (2 - m q L) * apow y (2 - m q L))); [intros; as_reals; unfold Rdiv; ring |].
      replace (spow (output L w t) (1 - m q L))
        with (/ (2 - m q L) * ((2 - m q L) * spow (output L w t) (2 - m q L - 1))).
      * now apply is_derive_scal, is_derive_apow_nz.
      * replace (2 - m q L - 1) with (1 - m q L) by ring. field. lra.
Qed.

Theorem regularizer_decoupled : regularizer_decoupled_statement.
Proof. intros q L h alpha D w a b _. apply decoupled_any. Qed.

(** * Coupled decay *)

Lemma spow_0_bounds y : -1 <= spow y 0 <= 1.
Proof.
  destruct (Rtotal_order y 0) as [H | [-> | H]]; [| rewrite spow_0; lra |].
  - replace y with (- - y) by ring. rewrite spow_opp, spow_zero by lra. lra.
  - rewrite spow_zero; lra.
Qed.

Theorem regularizer_coupled : regularizer_coupled_statement.
Proof.
  intros q L g alpha D w a b Hq HL [HD Hf] Hb Hx G. pose proof (INR_pos L HL) as HL1. split.
  - split; [split; [assumption |] |].
    2:{ intros t _ _. split; [trivial |]. intros ->. replace (1 - 1) with 0 by ring. apply spow_0_bounds. }
    intros i Hi. apply (moves_rate D a b (w i)) with (2 := Hf i Hi). intros t Ht _.
    unfold no_decay. rewrite Rmult_0_l, Rminus_0_r, Ropp_mult_distr_l_reverse, <- spow_mult.
    do 2 f_equal. rewrite (Rmult_comm _ (G t)). unfold G. rewrite Rmult_plus_distr_r. f_equal.
    pose proof (Hx t Ht) as Hxt. set (x := output L w t) in *.
    assert (Hw : w i t <> 0) by (exact (Prod_nz L (fun j => w j t) Hxt i Hi)).
    (* |w_j| = |w_i|, so w_i^2 = |x|^(2/L). *)
    assert (E2 : w i t * w i t = apow x (2 / INR L)).
    { assert (Ej : forall j, (j < L)%nat -> apow (w j t) 2 = apow (w i t) 2).
      { intros j Hj. replace 2 with (q * (2 / q)) by (field; lra). rewrite <- !apow_apow.
        f_equal. now apply Hb. }
      assert (Ex : apow x 2 = apow (w i t) 2 ^ L).
      { unfold x, output. rewrite apow_Prod, <- Prod_const. now apply Prod_ext. }
      rewrite <- apow_two. unfold Rdiv. rewrite <- (apow_apow x 2), Ex.
      rewrite <- apow_nat, apow_apow by (lia || apply apow_ge0).
      replace (INR L * / INR L) with 1 by (field; lra).
      rewrite apow_one. symmetry; apply Rabs_pos_eq, apow_ge0. }
    assert (Eo : others L i (fun j => w j t) * w i t = x) by now apply Prod_others.
    apply (Rmult_eq_reg_r (w i t)); [| assumption].
    rewrite !Rmult_assoc, E2, Eo, <- (spow_self x (2 / INR L)). reflexivity.
  - intros x Hx0. unfold coupled_regularizer.
    replace (spow x (2 / INR L - 1)) with (INR L / 2 * (2 / INR L * spow x (2 / INR L - 1))) by (field; lra).
    now apply is_derive_scal, is_derive_apow_nz.
Qed.

(** * Table 1 *)

Lemma lim_inv_INR : is_lim_seq (fun n => / INR n) 0.
Proof.
  replace (Finite 0) with (Rbar_inv p_infty) by reflexivity.
  apply is_lim_seq_inv; [apply is_lim_seq_INR | discriminate].
Qed.

Lemma m_eventually q n : (1 <= n)%nat -> m q n = q - q * / INR n.
Proof. intros Hn. pose proof (INR_pos n Hn). unfold m. field. lra. Qed.

Lemma lim_two_minus_m q : is_lim_seq (fun L => 2 - m q L) (2 - q).
Proof.
  apply (is_lim_seq_ext_loc (fun n => (2 - q) + q * / INR n)).
  - exists 1%nat. intros n Hn. rewrite m_eventually by assumption. ring.
  - replace (Finite (2 - q)) with (Finite ((2 - q) + q * 0)) by (f_equal; ring).
    apply is_lim_seq_plus'; [apply is_lim_seq_const |].
    apply (is_lim_seq_scal_l (fun n => / INR n) q 0), lim_inv_INR.
Qed.

Lemma lim_two_over : is_lim_seq (fun L => 2 / INR L) 0.
Proof.
  replace (Finite 0) with (Finite (2 * 0)) by (f_equal; ring).
  apply (is_lim_seq_scal_l (fun n => / INR n) 2 0), lim_inv_INR.
Qed.

Lemma continuous_exponent x r : x <> 0 -> continuous (fun s => apow x s) r.
Proof.
  intros Hx. apply (continuous_ext (fun s => exp (s * ln (Rabs x)))).
  - intros s. symmetry. now rewrite apow_nz.
  - apply (ex_derive_continuous (fun s => exp (s * ln (Rabs x)))). auto_derive. trivial.
Qed.

(** (|x|^h - 1)/h -> log|x| along h = 2/L. *)
Lemma lim_log x : x <> 0 -> is_lim_seq (fun L => INR L / 2 * apow x (2 / INR L) - INR L / 2) (ln (Rabs x)).
Proof.
  intros Hx. set (f := fun h => apow x h).
  assert (D : derivable_pt_lim f 0 (ln (Rabs x))).
  { apply is_derive_Reals. apply (is_derive_ext (fun h => exp (h * ln (Rabs x)))).
    - intros h. unfold f. now rewrite apow_nz.
    - evar_last; [auto_derive; trivial |]. rewrite Rmult_0_l, exp_0. ring. }
  apply is_lim_seq_spec. intros eps. destruct (D eps (cond_pos eps)) as [d Hd].
  pose proof lim_two_over as T. apply is_lim_seq_spec in T. destruct (T d) as [N HN].
  exists (Nat.max 1 N). intros n Hn.
  assert (Hn1 : 1 <= INR n) by (apply INR_pos; lia).
  assert (Hh : 0 < 2 / INR n) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]).
  pose proof (HN n ltac:(lia)) as Hs. rewrite Rminus_0_r in Hs.
  pose proof (Hd (2 / INR n) (Rgt_not_eq _ _ Hh) Hs) as K. unfold f in *.
  rewrite Rplus_0_l, (apow_zero x Hx) in K.
  replace (INR n / 2 * apow x (2 / INR n) - INR n / 2) with ((apow x (2 / INR n) - 1) / (2 / INR n)); [exact K |].
  field. lra.
Qed.

Theorem table1 : table1_statement.
Proof.
  unfold table1_statement. repeat match goal with |- _ /\ _ => split end.
  - unfold m; simpl; field.
  - unfold m; simpl; field.
  - simpl; field.
  - apply lim_two_minus_m.
  - apply lim_two_over.
  - intros x Hx. split; [| split].
    + intros q Hq. unfold decoupled_regularizer.
      apply is_lim_seq_div'.
      * apply (is_lim_seq_continuous (fun s => apow x s)).
        -- apply continuity_pt_filterlim. now apply continuous_exponent.
        -- apply lim_two_minus_m.
      * apply lim_two_minus_m.
      * lra.
    + apply (is_lim_seq_ext_loc (fun L => INR L / 2 * apow x (2 / INR L) - INR L / 2)); [| now apply lim_log].
      exists 1%nat. intros n Hn. pose proof (INR_pos n Hn). unfold decoupled_regularizer.
      rewrite m_eventually by assumption.
      replace (2 - (2 - 2 * / INR n)) with (2 / INR n) by (field; lra). field. lra.
    + now apply lim_log.
Qed.

Theorem sign_flow_exponent : sign_flow_exponent_statement.
Proof.
  split.
  - intros L HL. pose proof (INR_pos L HL). rewrite m_eventually by assumption.
    assert (0 < / INR L) by (apply Rinv_0_lt_compat; lra). split; lra.
  - replace (Finite 1) with (Finite (2 - 1)) by (f_equal; ring). apply lim_two_minus_m.
Qed.

(** * The conjugate identity *)

Lemma is_derive_times_id (h : R -> R) : continuous h 0 -> is_derive (fun y => y * h y) 0 (h 0).
Proof.
  intros Hc. apply is_derive_Reals. intros eps He. apply continuity_pt_filterlim in Hc.
  destruct (Hc eps He) as [d [Hd H]]. exists (mkposreal d Hd). intros y Hy Hlt. simpl in *.
  unfold R_dist in H.
  replace (((0 + y) * h (0 + y) - 0 * h 0) / y - h 0) with (h y - h 0) by (rewrite Rplus_0_l; field; assumption).
  apply H. split; [split; [exact I | auto] | now rewrite Rminus_0_r].
Qed.

Theorem conjugate_identity : conjugate_identity_statement.
Proof.
  intros q L Lam i0 Hq HL. split; [| split].
  - intros x z Hx Hz. unfold conjugate.
    (* R(z) - R(x) - R'(x)(z - x) >= 0 by the mean value theorem. *)
    assert (D : forall u v s, domain q L Lam u -> domain q L Lam v -> u <= s <= v -> domain q L Lam s)
      by (intros; unfold domain in *; lra).
    destruct (Rtotal_order x z) as [H | [-> | H]].
    + destruct (MVT_cor2 (potential q L Lam) (grad_potential q L Lam) x z H) as [s [E Hs]].
      { intros s Hs. apply is_derive_Reals, (is_derive_potential q L Lam i0); auto. now apply (D x z). }
      pose proof (grad_incr q L Lam i0 Hq HL x s Hx (D x z s Hx Hz ltac:(lra)) ltac:(lra)). nra.
    + lra.
    + destruct (MVT_cor2 (potential q L Lam) (grad_potential q L Lam) z x H) as [s [E Hs]].
      { intros s Hs. apply is_derive_Reals, (is_derive_potential q L Lam i0); auto. now apply (D z x). }
      pose proof (grad_incr q L Lam i0 Hq HL s x (D z x s Hz Hx ltac:(lra)) Hx ltac:(lra)). nra.
  - intros x Hx. unfold conjugate. rewrite Rmult_assoc. apply is_derive_scal.
    pose proof (is_derive_potential q L Lam i0 Hq HL x Hx) as DR.
    destruct (Req_dec x 0) as [-> | H0].
    + evar_last.
      * apply (is_derive_minus (fun y => y * grad_potential q L Lam y) (potential q L Lam)).
        -- apply is_derive_times_id. now apply (grad_continuous q L Lam i0).
        -- exact DR.
      * unfold minus, plus, opp; simpl. ring.
    + evar_last.
      * apply (is_derive_minus (fun y => y * grad_potential q L Lam y) (potential q L Lam)); [| exact DR].
        apply (is_derive_mult (fun y => y) (grad_potential q L Lam)).
        -- apply is_derive_id.
        -- now apply (is_derive_grad q L Lam i0).
        -- intros; apply Rmult_comm.
      * unfold minus, plus, opp, mult, one; simpl. ring.
  - intros H0. unfold conjugate, potential. destruct Rlt_dec; [| contradiction].
    replace (RInt (odd_mirror_map q L Lam) 0 0) with 0; [ring |].
    symmetry. apply (RInt_point (V := R_CompleteNormedModule)).
Qed.
