(** The two exponents of the metric: R'' |x|^m_0 -> c^(-1/k_0)/k_0 at 0 and R'' |x|^m -> 1/L at infinity. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Mirror Onto.
Local Open Scope R_scope.

Lemma continuous_Prod n (f : nat -> R -> R) x : (forall i, (i < n)%nat -> continuous (f i) x) ->
  continuous (fun y => Prod n (fun i => f i y)) x.
Proof.
  induction n; intros H; simpl; [apply continuous_const |].
  apply (continuous_mult (fun y => Prod n (fun i => f i y)) (f n)); auto.
Qed.

Lemma continuous_Sum n (f : nat -> R -> R) x : (forall i, (i < n)%nat -> continuous (f i) x) ->
  continuous (fun y => Sum n (fun i => f i y)) x.
Proof.
  induction n; intros H; simpl; [apply continuous_const |].
  apply (continuous_plus (fun y => Sum n (fun i => f i y)) (f n)); auto.
Qed.

Section Exponents.
Variables (q : R) (L : nat) (Lam : nat -> R) (i0 : nat).
Hypothesis Hq : 1 <= q.
Hypothesis HLam : invariants L Lam i0.
Let u (x : R) : R := U L Lam (apow x q).

Lemma u_pos x : x <> 0 -> 0 < u x.
Proof. intros Hx. apply (U_gt0 L Lam i0 HLam), apow_gt0, Hx. Qed.

(** P' = P S / u with S = sum_i u / (u + Lambda_i). *)
Lemma dP_share v : 0 < v -> dP L Lam v * v = P L Lam v * Sum L (fun i => v / (v + Lam i)).
Proof.
  intros Hv. unfold dP. rewrite (Rmult_comm _ v), <- !Sum_scal. apply Sum_ext. intros i Hi.
  pose proof (Lam_ge0 L Lam i0 HLam i Hi). unfold P.
  rewrite <- (Prod_others L i (fun j => v + Lam j)) by assumption. field. lra.
Qed.

(** R'' = u / (|x|^q S). *)
Lemma metric_share x : x <> 0 ->
  metric q L Lam x = u x * apow x (- q) * / Sum L (fun i => u x / (u x + Lam i)).
Proof.
  intros Hx. pose proof (u_pos x Hx) as Hu. unfold metric. fold (u x).
  assert (Hd : 0 < dP L Lam (u x)) by now apply (dP_gt0 L Lam i0).
  pose proof (dP_share (u x) Hu) as E. unfold u at 3 in E.
  rewrite (P_U L Lam i0 HLam (apow x q) (apow_ge0 x q)) in E. fold (u x) in E.
  assert (Hxq : 0 < apow x q) by now apply apow_gt0.
  set (S := Sum L (fun i => u x / (u x + Lam i))) in *.
  assert (HS : S = dP L Lam (u x) * u x * / apow x q) by (rewrite E; field; lra).
  rewrite HS, apow_Ropp. field. lra.
Qed.

(** * At 0 *)

Let Q (v : R) : R := Prod L (fun i => if Req_EM_T (Lam i) 0 then 1 else v + Lam i).
Let S (v : R) : R := Sum L (fun i => if Req_EM_T (Lam i) 0 then 1 else v / (v + Lam i)).

Lemma P_Q v : P L Lam v = v ^ zeros L Lam * Q v.
Proof.
  unfold P, Q. clear. induction L as [| n IH]; simpl; [ring |]. rewrite IH, pow_add.
  destruct Req_EM_T as [-> | Hn]; simpl; ring.
Qed.

Lemma S_share v : 0 < v -> Sum L (fun i => v / (v + Lam i)) = S v.
Proof. intros Hv. apply Sum_ext. intros i _. destruct Req_EM_T as [-> | Hn]; [field; lra | reflexivity]. Qed.

Lemma S_0 : S 0 = INR (zeros L Lam).
Proof.
  unfold S. clear. induction L as [| n IH]; simpl; [reflexivity |]. rewrite IH, plus_INR.
  destruct Req_EM_T; simpl; [ring |]. unfold Rdiv. ring.
Qed.

Lemma Q_gt0 v : 0 <= v -> 0 < Q v.
Proof.
  intros Hv. apply Prod_gt0. intros i Hi. pose proof (Lam_ge0 L Lam i0 HLam i Hi).
  destruct Req_EM_T; lra.
Qed.

Lemma k_pos : (0 < zeros L Lam)%nat.
Proof. apply (zeros_pos L Lam i0); apply HLam. Qed.

Lemma near_zero x : x <> 0 ->
  metric q L Lam x * apow x (m_0 q L Lam) = apow (Q (u x)) (- / INR (zeros L Lam)) / S (u x).
Proof.
  intros Hx. pose proof (u_pos x Hx) as Hu. pose proof (INR_pos _ k_pos) as Hk.
  rewrite metric_share, S_share by assumption. unfold Rdiv.
  replace (u x * apow x (- q) * / S (u x) * apow x (m_0 q L Lam))
    with (u x * (apow x (- q) * apow x (m_0 q L Lam)) * / S (u x)) by ring.
  f_equal. rewrite <- apow_plus.
  replace (- q + m_0 q L Lam) with (q * - / INR (zeros L Lam)) by (unfold m_0, m; field; lra).
  rewrite <- apow_apow, <- (P_U L Lam i0 HLam (apow x q) (apow_ge0 x q)). fold (u x).
  rewrite P_Q, apow_mult, <- apow_nat by (apply k_pos || lra). rewrite apow_apow.
  replace (INR (zeros L Lam) * - / INR (zeros L Lam)) with (- (1)) by (field; lra).
  rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra. field. lra.
Qed.

Lemma limit_at_zero : is_lim (fun x => metric q L Lam x * apow x (m_0 q L Lam)) 0
  (apow (positive_product L Lam) (- / INR (zeros L Lam)) / INR (zeros L Lam)).
Proof.
  pose proof (INR_pos _ k_pos) as Hk.
  set (f := fun v => apow (Q v) (- / INR (zeros L Lam)) / S v).
  assert (u0 : u 0 = 0) by (unfold u; rewrite apow_0; apply (U_0 L Lam i0 HLam)).
  apply (is_lim_ext_loc (fun x => f (u x))).
  { exists (mkposreal 1 Rlt_0_1). intros x _ Hx. symmetry. now apply near_zero. }
  replace (positive_product L Lam) with (Q 0).
  2:{ apply Prod_ext. intros i _. destruct Req_EM_T; [reflexivity | ring]. }
  replace (Finite (apow (Q 0) (- / INR (zeros L Lam)) / INR (zeros L Lam))) with (Finite (f (u 0)))
    by (unfold f; rewrite u0, S_0; reflexivity).
  apply (is_lim_continuity (fun x => f (u x))), continuity_pt_filterlim.
  assert (Cone : forall i v, (i < L)%nat -> 0 <= v -> continuous (fun s => if Req_EM_T (Lam i) 0 then 1 else s + Lam i) v).
  { intros i v _ _. destruct Req_EM_T; [apply continuous_const |].
    apply (ex_derive_continuous (fun s => s + Lam i)). auto_derive. trivial. }
  apply (continuous_comp u f).
  - unfold u. apply (continuous_comp (fun y => apow y q) (U L Lam)); [apply continuous_apow; lra |].
    apply (continuous_U L Lam i0 HLam).
  - rewrite u0. unfold f, Rdiv.
    apply (continuous_mult (fun v => apow (Q v) (- / INR (zeros L Lam))) (fun v => / S v)).
    + apply (continuous_comp Q (fun y => apow y (- / INR (zeros L Lam)))).
      * apply (continuous_Prod L (fun i v => if Req_EM_T (Lam i) 0 then 1 else v + Lam i)).
        intros i Hi. apply Cone; [assumption | lra].
      * apply (ex_derive_continuous (fun y => apow y (- / INR (zeros L Lam)))). eexists.
        apply is_derive_apow_nz. pose proof (Q_gt0 0 ltac:(lra)). lra.
    + apply (continuous_Rinv_comp S); [| rewrite S_0; lra].
      apply (continuous_Sum L (fun i v => if Req_EM_T (Lam i) 0 then 1 else v / (v + Lam i))).
      intros i Hi. destruct Req_EM_T as [| Hn]; [apply continuous_const |].
      apply (ex_derive_continuous (fun v => v / (v + Lam i))). auto_derive. lra.
Qed.

(** * At infinity *)

Let T (v : R) : R := apow (Prod L (fun i => 1 + Lam i * v)) (- / INR L) * / Sum L (fun i => / (1 + Lam i * v)).

Lemma far x : 0 < x -> metric q L Lam x * apow x (m q L) = T (/ u x).
Proof.
  intros Hx. pose proof (u_pos x ltac:(lra)) as Hu.
  assert (HL : (0 < L)%nat) by (destruct HLam; lia). pose proof (INR_pos L HL) as HL1.
  rewrite metric_share by lra. unfold T.
  replace (Sum L (fun i => / (1 + Lam i * / u x))) with (Sum L (fun i => u x / (u x + Lam i))).
  2:{ apply Sum_ext. intros i Hi. pose proof (Lam_ge0 L Lam i0 HLam i Hi). field. lra. }
  replace (u x * apow x (- q) * / Sum L (fun i => u x / (u x + Lam i)) * apow x (m q L))
    with (u x * (apow x (- q) * apow x (m q L)) * / Sum L (fun i => u x / (u x + Lam i))) by ring.
  f_equal. rewrite <- apow_plus.
  replace (- q + m q L) with (q * - / INR L) by (unfold m; field; lra).
  rewrite <- apow_apow, <- (P_U L Lam i0 HLam (apow x q) (apow_ge0 x q)). fold (u x).
  replace (P L Lam (u x)) with (u x ^ L * Prod L (fun i => 1 + Lam i * / u x)).
  2:{ unfold P. rewrite <- Prod_const, <- Prod_mult. apply Prod_ext. intros i _. field. lra. }
  rewrite apow_mult, <- apow_nat, apow_apow by (assumption || lra).
  replace (INR L * - / INR L) with (- (1)) by (field; lra).
  rewrite apow_Ropp, apow_one, Rabs_pos_eq by lra. field. lra.
Qed.

Lemma limit_at_infinity : is_lim (fun x => metric q L Lam x * apow x (m q L)) p_infty (/ INR L).
Proof.
  assert (HL : (0 < L)%nat) by (destruct HLam; lia). pose proof (INR_pos L HL) as HL1.
  assert (E1 : Prod L (fun i => 1 + Lam i * 0) = 1).
  { rewrite (Prod_ext L _ (fun _ => 1)) by (intros; ring). rewrite Prod_const. apply pow1. }
  assert (E2 : Sum L (fun i => / (1 + Lam i * 0)) = INR L).
  { rewrite (Sum_ext L _ (fun _ => 1)).
    - rewrite Sum_const. ring.
    - intros. rewrite Rmult_0_r, Rplus_0_r. apply Rinv_1. }
  apply (is_lim_ext_loc (fun x => T (/ u x))).
  { exists 0. intros x Hx. symmetry. now apply far. }
  replace (Finite (/ INR L)) with (Finite (T 0)).
  2:{ f_equal. unfold T. rewrite E1, E2, apow_1. ring. }
  apply (is_lim_comp_continuous (fun x => / u x) T).
  - apply is_lim_spec. intros eps. exists (Rmax 1 (P L Lam (/ eps))). intros x Hx.
    assert (H1 : 1 < x) by (apply Rle_lt_trans with (2 := Hx), Rmax_l).
    assert (H2 : P L Lam (/ eps) < x) by (apply Rle_lt_trans with (2 := Hx), Rmax_r).
    pose proof (cond_pos eps) as He. assert (Hi : 0 < / eps) by now apply Rinv_0_lt_compat.
    assert (H3 : x <= apow x q).
    { rewrite <- (Rabs_pos_eq x) at 1 by lra. rewrite <- apow_one. apply apow_exp_le; lra. }
    assert (H4 : / eps < u x).
    { rewrite <- (U_P L Lam i0 HLam (/ eps)) by lra. apply (U_lt L Lam i0 HLam). split; [| lra].
      rewrite <- (P_0 L Lam i0 HLam). apply (P_le L Lam i0 HLam). lra. }
    rewrite Rminus_0_r, Rabs_pos_eq by (left; apply Rinv_0_lt_compat; lra).
    rewrite <- (Rinv_inv eps). apply Rinv_lt_contravar; [nra | assumption].
  - unfold T. apply (continuous_mult (fun v => apow (Prod L (fun i => 1 + Lam i * v)) (- / INR L))
      (fun v => / Sum L (fun i => / (1 + Lam i * v)))).
    + apply (continuous_comp (fun v => Prod L (fun i => 1 + Lam i * v)) (fun y => apow y (- / INR L))).
      * apply (continuous_Prod L (fun i v => 1 + Lam i * v)). intros i _.
        apply (ex_derive_continuous (fun v => 1 + Lam i * v)). auto_derive. trivial.
      * apply (ex_derive_continuous (fun y => apow y (- / INR L))). eexists. apply is_derive_apow_nz.
        rewrite E1. lra.
    + apply (continuous_Rinv_comp (fun v => Sum L (fun i => / (1 + Lam i * v)))).
      * apply (continuous_Sum L (fun i v => / (1 + Lam i * v))). intros i _.
        apply (ex_derive_continuous (fun v => / (1 + Lam i * v))). auto_derive. lra.
      * rewrite E2. lra.
Qed.

End Exponents.

Theorem metric_exponents : metric_exponents_statement.
Proof.
  intros q L Lam i0 Hq HL. split; [| split].
  - intros x. apply metric_even.
  - now apply (limit_at_zero q L Lam i0).
  - now apply (limit_at_infinity q L Lam i0).
Qed.
