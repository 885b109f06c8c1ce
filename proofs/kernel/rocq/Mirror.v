(** The metric R'' = 1/P'(u(x)), the mirror map R' = int R'', and the mirror flow d R'(x) = - <g>^(q-1) dt. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements Basics Exceptions Balance.
Local Open Scope R_scope.

(** * P, its derivative and its inverse *)

Lemma is_derive_P L Lam u : is_derive (P L Lam) u (dP L Lam u).
Proof.
  unfold P, dP. rewrite (Sum_ext L _ (fun i => 1 * others L i (fun j => u + Lam j))) by (intros; ring).
  apply (is_derive_Prod L (fun i v => v + Lam i) (fun _ => 1)).
  intros i _. auto_derive; trivial; ring.
Qed.

Section Inverse.
Variables (L : nat) (Lam : nat -> R) (i0 : nat).
Hypothesis HLam : invariants L Lam i0.

Lemma Lam_ge0 i : (i < L)%nat -> 0 <= Lam i.
Proof. apply HLam. Qed.

Lemma P_0 : P L Lam 0 = 0.
Proof.
  destruct HLam as [Hi [H0 _]]. unfold P. rewrite <- (Prod_others L i0) by assumption. rewrite H0. ring.
Qed.

Lemma dP_ge0 u : 0 <= u -> 0 <= dP L Lam u.
Proof.
  intros Hu. apply Sum_ge0; intros i Hi. apply others_ge0; intros j Hj. pose proof (Lam_ge0 j Hj). lra.
Qed.

Lemma dP_gt0 u : 0 < u -> 0 < dP L Lam u.
Proof.
  intros Hu. apply Rlt_le_trans with (others L i0 (fun j => u + Lam j)).
  - apply others_gt0; intros j Hj. pose proof (Lam_ge0 j Hj). lra.
  - apply (Sum_ge_term L (fun i => others L i (fun j => u + Lam j))); [apply HLam |].
    intros i Hi. apply others_ge0; intros j Hj. pose proof (Lam_ge0 j Hj). lra.
Qed.

Lemma dP_le u v : 0 <= u <= v -> dP L Lam u <= dP L Lam v.
Proof.
  intros Huv. apply Sum_le; intros i Hi. apply others_le; intros j Hj. pose proof (Lam_ge0 j Hj). lra.
Qed.

Lemma P_lt u v : 0 <= u < v -> P L Lam u < P L Lam v.
Proof.
  intros [[Hu | <-] Huv].
  - apply (derive_gt0_incr (P L Lam) (dP L Lam) 0 (v + 1)); try lra.
    + intros; apply is_derive_P.
    + intros; apply dP_gt0; lra.
  - rewrite P_0. apply Prod_gt0; intros j Hj. pose proof (Lam_ge0 j Hj). lra.
Qed.

Lemma P_le u v : 0 <= u <= v -> P L Lam u <= P L Lam v.
Proof. intros [Hu [Huv | ->]]; [left; apply P_lt; lra | lra]. Qed.

Lemma P_reaches y : 0 <= y -> exists u, 0 <= u /\ P L Lam u = y.
Proof.
  intros Hy.
  assert (Hbig : y < P L Lam (y + 1)).
  { apply Rlt_le_trans with ((y + 1) * 1); [lra |].
    unfold P. rewrite <- (Prod_others L i0) by apply HLam. rewrite (proj1 (proj2 HLam)), Rplus_0_r.
    rewrite Rmult_comm. apply Rmult_le_compat_r; [lra |].
    apply Rle_trans with (others L i0 (fun _ => 1)); [rewrite others_const, pow1 by apply HLam; lra |].
    apply others_le; intros j Hj. pose proof (Lam_ge0 j Hj). lra. }
  destruct (IVT_gen (P L Lam) 0 (y + 1) y) as [u [[Hu _] E]].
  - intros u. apply continuity_pt_filterlim. apply (ex_derive_continuous (P L Lam)).
    eexists; apply is_derive_P.
  - rewrite P_0, Rmin_left, Rmax_right by lra. lra.
  - exists u. split; [| exact E]. rewrite Rmin_left in Hu by lra. exact Hu.
Qed.

Lemma U_P u : 0 <= u -> U L Lam (P L Lam u) = u.
Proof.
  intros Hu. unfold U. rewrite (is_lub_Rbar_unique _ (Finite u)); [reflexivity |]. split.
  - intros v [Hv Hle]. simpl. apply Rnot_lt_le; intros Hlt.
    pose proof (P_lt u v (conj Hu Hlt)). lra.
  - intros l Hl. apply Hl. lra.
Qed.

Lemma U_ge0_P y : 0 <= y -> 0 <= U L Lam y /\ P L Lam (U L Lam y) = y.
Proof. intros Hy. destruct (P_reaches y Hy) as [u [Hu <-]]. rewrite U_P by assumption. auto. Qed.

Lemma U_ge0 y : 0 <= y -> 0 <= U L Lam y.
Proof. apply U_ge0_P. Qed.

Lemma P_U y : 0 <= y -> P L Lam (U L Lam y) = y.
Proof. apply U_ge0_P. Qed.

Lemma U_0 : U L Lam 0 = 0.
Proof. rewrite <- P_0 at 1. apply U_P; lra. Qed.

Lemma U_lt y z : 0 <= y < z -> U L Lam y < U L Lam z.
Proof.
  intros H. apply Rnot_le_lt; intros Hle.
  assert (P L Lam (U L Lam z) <= P L Lam (U L Lam y)) by (apply P_le; split; [apply U_ge0; lra | exact Hle]).
  rewrite !P_U in H0 by lra. lra.
Qed.

Lemma U_le y z : 0 <= y <= z -> U L Lam y <= U L Lam z.
Proof. intros [Hy [H | ->]]; [left; apply U_lt; lra | lra]. Qed.

Lemma U_gt0 y : 0 < y -> 0 < U L Lam y.
Proof. intros; rewrite <- U_0 at 1; apply U_lt; lra. Qed.

Lemma U_neg y : y < 0 -> U L Lam y = 0.
Proof.
  intros Hy. unfold U. rewrite (is_lub_Rbar_unique _ m_infty); [reflexivity |]. split.
  - intros v [Hv Hle]. exfalso. assert (P L Lam 0 <= P L Lam v) by (apply P_le; lra). rewrite P_0 in H. lra.
  - intros l _. destruct l; simpl; auto.
Qed.

Lemma continuous_U y : continuous (U L Lam) y.
Proof.
  destruct (Rle_or_lt 0 y) as [Hy | Hy].
  2:{ apply (continuous_ext_loc (U L Lam) (fun _ => 0) y); [| apply continuous_const].
      assert (Hd : 0 < - y) by lra. exists (mkposreal _ Hd). intros z Hz.
      change (Rabs (z - y) < - y) in Hz. apply Rabs_def2 in Hz. symmetry; apply U_neg; lra. }
  apply continuity_pt_filterlim. intros eps Heps.
  set (u := U L Lam y). assert (Hu : 0 <= u) by now apply U_ge0.
  assert (Hup : y < P L Lam (u + eps)).
  { unfold u at 1. rewrite <- (P_U y) at 1 by assumption. apply P_lt. fold u. lra. }
  set (v := Rmax 0 (u - eps / 2)).
  assert (Hv : 0 <= v) by apply Rmax_l.
  assert (Hvu : u - eps < v) by (pose proof (Rmax_r 0 (u - eps / 2)); unfold v; lra).
  assert (Hlow : u <= 0 \/ P L Lam v < y).
  { destruct (Rle_or_lt u 0) as [| Hpos]; [now left | right].
    rewrite <- (P_U y) by assumption. apply P_lt. fold u. split; [assumption |].
    unfold v, Rmax. destruct Rle_dec; lra. }
  exists (Rmin (P L Lam (u + eps) - y) (if Rle_dec u 0 then 1 else y - P L Lam v)). split.
  - apply Rmin_pos; [lra |]. destruct Rle_dec; [lra | destruct Hlow; lra].
  - intros z [_ Hz]. simpl in Hz |- *. unfold R_dist in *. fold u.
    assert (H1 : Rabs (z - y) < P L Lam (u + eps) - y) by (eapply Rlt_le_trans; [exact Hz | apply Rmin_l]).
    assert (H2 : Rabs (z - y) < if Rle_dec u 0 then 1 else y - P L Lam v)
      by (eapply Rlt_le_trans; [exact Hz | apply Rmin_r]).
    apply Rabs_def2 in H1. destruct H1 as [H1 _].
    destruct (Rle_or_lt 0 z) as [Hz0 | Hz0].
    + assert (Huz : U L Lam z < u + eps).
      { rewrite <- (U_P (u + eps)) by lra. apply U_lt; lra. }
      assert (Hlz : u - eps < U L Lam z).
      { destruct Rle_dec as [Hle | Hgt].
        - pose proof (U_ge0 z Hz0). lra.
        - apply Rabs_def2 in H2. apply Rlt_trans with v; [assumption |].
          rewrite <- (U_P v) by assumption. apply U_lt. split; [| lra].
          rewrite <- P_0. apply P_le; lra. }
      apply Rabs_def1; lra.
    + rewrite U_neg by assumption. destruct Rle_dec as [Hle | Hgt].
      * apply Rabs_def1; lra.
      * exfalso. apply Rabs_def2 in H2. assert (0 <= P L Lam v) by (rewrite <- P_0; apply P_le; lra). lra.
Qed.

(** * R'' and R' *)

Lemma same_side_dP q x c : same_side L Lam c x -> 0 < dP L Lam (U L Lam (apow x q)).
Proof.
  intros [H | H].
  - apply Rlt_le_trans with (1 := H). apply dP_le. split; [lra |]. apply U_ge0, apow_ge0.
  - apply dP_gt0, U_gt0, apow_gt0. intros ->; lra.
Qed.

Lemma metric_gt0 q c x : same_side L Lam c x -> 0 < metric q L Lam x.
Proof. intros H. apply Rinv_0_lt_compat. now apply (same_side_dP q x c). Qed.

Lemma continuous_metric q c x : 0 < q -> same_side L Lam c x -> continuous (metric q L Lam) x.
Proof.
  intros Hq H. unfold metric.
  apply (continuous_Rinv_comp (fun y => dP L Lam (U L Lam (apow y q)))).
  2: { apply Rgt_not_eq. now apply (same_side_dP q x c). }
  apply (continuous_comp (fun y => U L Lam (apow y q)) (dP L Lam)).
  - apply (continuous_comp (fun y => apow y q) (U L Lam)); [now apply continuous_apow | apply continuous_U].
  - apply (ex_derive_continuous (dP L Lam)).
    exists (Sum L (fun i => Sum L (fun k => (if Nat.eqb k i then 0 else 1) *
      others L k (fun j => if Nat.eqb j i then 1 else U L Lam (apow x q) + Lam j)))).
    apply (is_derive_Sum L (fun i v => others L i (fun j => v + Lam j))).
    intros i Hi. unfold others at 1.
    apply (is_derive_Prod L (fun j v => if Nat.eqb j i then 1 else v + Lam j)).
    intros k Hk. destruct Nat.eqb; [apply (is_derive_const 1) | auto_derive; trivial; ring].
Qed.

(** The open interval of all points on the side of c. *)
Lemma side_interval c x : same_side L Lam c x ->
  exists a b, a < c < b /\ a < x < b /\ forall y, a < y < b -> same_side L Lam c y.
Proof.
  intros [H | H].
  - exists (Rmin c x - 1), (Rmax c x + 1). repeat split; try (unfold Rmin, Rmax; destruct Rle_dec; lra).
    intros y _. now left.
  - destruct (Rtotal_order c 0) as [Hc | [-> | Hc]]; [| lra |].
    + exists (Rmin c x - 1), 0. assert (x < 0) by nra.
      repeat split; try lra; try (unfold Rmin; destruct Rle_dec; lra). intros y Hy. right; nra.
    + exists 0, (Rmax c x + 1). assert (0 < x) by nra.
      repeat split; try lra; try (unfold Rmax; destruct Rle_dec; lra). intros y Hy. right; nra.
Qed.

Lemma is_derive_mirror_map q c x : 0 < q -> same_side L Lam c x ->
  is_derive (mirror_map q L Lam c) x (metric q L Lam x).
Proof.
  intros Hq H. destruct (side_interval c x H) as [a [b [Hc [Hx Hy]]]].
  apply (is_derive_integral (metric q L Lam) a b); auto.
  intros y Hab. apply (continuous_metric q c); auto.
Qed.

End Inverse.

Theorem inverse : inverse_statement.
Proof.
  intros L Lam i0 H. split; [| split].
  - intros u; apply is_derive_P.
  - intros y Hy; now apply (U_ge0_P L Lam i0).
  - intros u Hu; now apply (U_P L Lam i0).
Qed.

Theorem mirror_map_derivative : mirror_map_statement.
Proof.
  intros q L Lam i0 c x Hq HL Hs. split.
  - apply (is_derive_mirror_map L Lam i0); auto; lra.
  - now apply (metric_gt0 L Lam i0 HL q c).
Qed.

(** * Along the flow *)

(** The weights in terms of u = |w_i0|^q: |w_i|^q = u + Lambda_i. *)
Lemma weights_of_u q L h D w a b i0 s t :
  1 <= q -> driven_flow q L h no_decay D w a b -> (i0 < L)%nat -> a < s < b -> a < t < b ->
  forall i, (i < L)%nat -> apow (w i t) q = apow (w i0 t) q + Lambda q (fun j => w j s) i0 i.
Proof.
  intros Hq Hf Hi0 Hs Ht i Hi.
  pose proof (difference_conserved q L h D w a b i i0 s t Hq Hf Hi Hi0 Hs Ht). unfold Lambda. lra.
Qed.

Lemma smallest_invariants q L w i0 : smallest q L w i0 -> invariants L (Lambda q w i0) i0.
Proof.
  intros [Hi H]. split; [assumption |]. split; [unfold Lambda; ring |].
  intros i Hi'. pose proof (H i Hi'). unfold Lambda. lra.
Qed.

Lemma output_P q L h D w a b i0 s t :
  1 <= q -> driven_flow q L h no_decay D w a b -> (i0 < L)%nat -> a < s < b -> a < t < b ->
  apow (output L w t) q = P L (Lambda q (fun j => w j s) i0) (apow (w i0 t) q).
Proof.
  intros. unfold output, P. rewrite apow_Prod. apply Prod_ext; intros i Hi.
  eapply weights_of_u; eauto.
Qed.

Lemma continuous_output L (w : nat -> R -> R) t : (forall i, (i < L)%nat -> continuous (w i) t) -> continuous (output L w) t.
Proof.
  unfold output. induction L; intros H; simpl; [apply continuous_const |].
  apply (continuous_mult (fun s => Prod L (fun i => w i s)) (w L)); auto.
Qed.

(** dx/dt = - h sum_i prod_(j <> i) |w_j|^q - alpha L x, for every q. *)
Lemma output_moves q L h alpha D w a b :
  driven_flow q L h alpha D w a b ->
  moves D a b (output L w)
    (fun t => - h t * Sum L (fun i => others L i (fun j => apow (w j t) q)) - alpha t * (INR L * output L w t)).
Proof.
  intros [_ Hf] t Ht. split; [apply continuous_output; intros i Hi; now apply Hf |]. intros Hn.
  evar_last.
  - apply (is_derive_Prod L w (fun i => - spow (others L i (fun j => w j t)) (q - 1) * h t - alpha t * w i t)).
    intros i Hi. now apply (Hf i Hi t Ht).
  - rewrite (Sum_ext _ _ (fun i => - h t * others L i (fun j => apow (w j t) q) + - alpha t * output L w t)).
    + rewrite Sum_plus, Sum_scal, Sum_const. as_reals. ring.
    + intros i Hi. unfold output. rewrite <- (Prod_others L i) by assumption.
      rewrite <- apow_others, <- (spow_self (others L i (fun j => w j t)) q). ring.
Qed.

Lemma metric_flow q L h D w a b i0 s :
  1 <= q -> driven_flow q L h no_decay D w a b -> a < s < b -> smallest q L (fun i => w i s) i0 ->
  let Lam := Lambda q (fun i => w i s) i0 in
  invariants L Lam i0 /\
  (forall t, a < t < b ->
    apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q) /\
  moves D a b (output L w) (fun t => - h t * dP L Lam (U L Lam (apow (output L w t) q))).
Proof.
  intros Hq Hf Hs Hi Lam. assert (HL : invariants L Lam i0) by now apply smallest_invariants.
  assert (K : forall t, a < t < b ->
    apow (output L w t) q = P L Lam (apow (w i0 t) q) /\ U L Lam (apow (output L w t) q) = apow (w i0 t) q).
  { intros t Ht. assert (EP : apow (output L w t) q = P L Lam (apow (w i0 t) q)).
    { eapply output_P; eauto. apply Hi. }
    split; [exact EP |]. rewrite EP. apply (U_P L Lam i0); [assumption | apply apow_ge0]. }
  split; [assumption |]. split; [exact K |].
  apply (moves_rate D a b (output L w)) with (2 := output_moves q L h no_decay D w a b Hf).
  intros t Ht _. destruct (K t Ht) as [_ ->]. unfold no_decay. rewrite Rmult_0_l, Rminus_0_r. f_equal.
  unfold dP. apply Sum_ext; intros i Hi'. apply others_ext; intros j Hj.
  eapply weights_of_u; eauto. apply Hi.
Qed.

Lemma mirror_moves q L h D w a b i0 s c :
  1 <= q -> driven_flow q L h no_decay D w a b -> a < s < b -> smallest q L (fun i => w i s) i0 ->
  (forall t, a < t < b -> same_side L (Lambda q (fun i => w i s) i0) c (output L w t)) ->
  moves D a b (fun r => mirror_map q L (Lambda q (fun i => w i s) i0) c (output L w r)) (fun t => - h t).
Proof.
  intros Hq Hf Hs Hi Hside.
  destruct (metric_flow q L h D w a b i0 s Hq Hf Hs Hi) as [HL [_ Hm]].
  set (Lam := Lambda q (fun i => w i s) i0) in *.
  eapply moves_rate; [| apply (moves_comp D a b (mirror_map q L Lam c) (metric q L Lam) _ _ Hm)].
  - intros t Ht _. cbv beta. unfold metric. field. apply Rgt_not_eq. now apply (same_side_dP L Lam i0 HL q _ c), Hside.
  - intros t Ht. apply (is_derive_mirror_map L Lam i0 HL); [lra | now apply Hside].
Qed.

Theorem metric_along_flow : metric_statement.
Proof. intros q L h D w a b Hq H i0 s Hs Hi. now apply metric_flow. Qed.

Theorem mirror_flow : mirror_flow_statement.
Proof. intros q L h D w a b Hq H i0 s Hs Hi Lam c Hside. now apply mirror_moves. Qed.

Theorem metric_l2 : metric_l2_statement.
Proof.
  intros q lambda x Hq Hl _. unfold metric.
  set (Lam := fun i : nat => match i with O => 0 | _ => lambda end).
  assert (HL : invariants 2 Lam 0).
  { split; [lia |]. split; [reflexivity |]. intros [| i] _; simpl; lra. }
  destruct (U_ge0_P 2 Lam 0 HL (apow x q) (apow_ge0 x q)) as [Hu E].
  set (u := U 2 Lam (apow x q)) in *. rewrite <- E. f_equal.
  unfold dP, P, others; simpl.
  replace (0 + 1 * 1 * (u + lambda) + 1 * (u + 0) * 1) with (2 * u + lambda) by ring.
  replace (4 * (1 * (u + 0) * (u + lambda)) + lambda * lambda) with (Rsqr (2 * u + lambda)) by (unfold Rsqr; ring).
  symmetry. apply sqrt_Rsqr. lra.
Qed.
