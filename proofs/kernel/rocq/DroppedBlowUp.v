(** Hypotheses dropped, of the theorems about blow-up and from the weights to the rate. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Balance Mirror Onto Coercivity Regularizer
  Convergence EscapeTime EndToEnd Witnesses Mutants Switching DroppedBalance DroppedMirror DroppedRates DroppedFlows.
Local Open Scope R_scope.

(** * Blow-up *)

Lemma m_2_3 : m 2 3 = 4 / 3.
Proof. unfold m. simpl. field. Qed.

(** g = 0: the weights rest, and Y / 0 = 0 in the library. *)
Theorem blow_up_needs_2 : ~ blow_up_without_2.
Proof.
  intros H. assert (Hf : driven_flow 2 3 (fun _ => - apow 0 (2 - 1)) no_decay never (fun _ _ => 1) 0 2).
  { rewrite apow_0, Ropp_0. apply (rest 2 3 never _ (fun _ => 1)); [apply countable_none | reflexivity]. }
  destruct (H 2 3%nat 0 never _ 0 2 ltac:(lra) Hf 0%nat 1 ltac:(lra) ltac:(split; [lia | intros; lra])
    ltac:(unfold output; simpl; lra)) as [_ K].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Y [_ [E _]]]. rewrite apow_0 in E. unfold Rdiv in E. rewrite Rinv_0 in E. lra.
Qed.

Lemma rise_driven q w a b : (forall t, a < t < b -> w t = t) ->
  driven_flow q 1 (fun _ => - apow 1 (q - 1)) no_decay never (fun _ => w) a b.
Proof. intros E. rewrite apow_1. exact (proj1 (rise_flow q w a b E)). Qed.

(** Depth 1: x = t on (0, 1), and 1 / t^2 before. *)
Theorem blow_up_needs_4 : ~ blow_up_without_4.
Proof.
  intros H. set (w := fun t => if Rlt_dec 0 t then t else / (t * t)).
  assert (E : forall t, 0 < t < 1 -> w t = t) by (intros t Ht; unfold w; destruct Rlt_dec; lra).
  assert (E1 : forall t, t < 0 -> w t = / (t * t)) by (intros t Ht; unfold w; destruct Rlt_dec; lra).
  destruct (H 2 1%nat 1 never (fun _ => w) 0 1 ltac:(lra) ltac:(lra) (rise_driven 2 w 0 1 E) 0%nat (-1) (one_smallest _ _)) as [K _].
  { rewrite output_1, E1 by lra. lra. }
  destruct (K ltac:(unfold m; simpl INR; lra)) as [B HB]. set (v := Rabs B + 2).
  assert (Hv : 2 <= v) by (unfold v; pose proof (Rabs_pos B); lra).
  assert (Hi : 0 < / v <= / 2) by (split; [apply Rinv_0_lt_compat; lra | apply Rinv_le_contravar; lra]).
  pose proof (HB (- / v) ltac:(lra)) as J. rewrite output_1, E1 in J by lra.
  replace (- / v * - / v) with (/ v * / v) in J by ring. rewrite Rinv_mult, Rinv_inv in J. pose proof (Rle_abs B). assert (v <= v * v) by nra. unfold v in *. lra.
Qed.

Theorem blow_up_needs_9 : ~ blow_up_without_9.
Proof.
  intros H. destruct (H 2 1%nat 1 never _ 0 2 ltac:(lra) ltac:(lra) (rise_driven 2 _ 0 2 (fun t _ => eq_refl)) 0%nat 1 ltac:(lra)
    (one_smallest _ _) ltac:(rewrite output_1; lra)) as [_ [Y [K _]]].
  apply is_lim_spec in K. destruct (K (mkposreal 1 Rlt_0_1)) as [M HM]. simpl in HM.
  pose proof (Rle_abs M). pose proof (Rle_abs Y). pose proof (Rabs_pos M). pose proof (Rabs_pos Y).
  specialize (HM (Rabs M + Rabs Y + 5) ltac:(lra)). rewrite one_map, output_1 in HM. apply Rabs_def2 in HM. lra.
Qed.

Lemma exploding_at s : -1 < s < 1 -> smallest 2 3 (fun i => exploding i s) 0 /\ 0 < output 3 exploding s.
Proof. intros Hs. destruct exploding_witness as [_ [_ H]]. destruct (H s Hs) as [K [_ K']]. now split. Qed.

Lemma exploding_part a b : -1 <= a -> b <= 1 -> driven_flow 2 3 (fun _ => - apow 1 (2 - 1)) no_decay never exploding a b.
Proof.
  intros Ha Hb. destruct exploding_witness as [[Hc Hf] _]. split; [exact Hc |]. intros i Hi t Ht. apply Hf; [assumption | lra].
Qed.

(** w_i = 1 / (1 - t) watched until 1/2 only. *)
Theorem blow_up_needs_10 : ~ blow_up_without_10.
Proof.
  intros H. destruct (exploding_at 0 ltac:(lra)) as [Hs Hx].
  destruct (H 2 3%nat 1 never exploding (-1) (1 / 2) ltac:(lra) ltac:(lra) (exploding_part (-1) (1 / 2) ltac:(lra) ltac:(lra)) 0%nat 0
    ltac:(lra) Hs Hx) as [_ K].
  destruct (K ltac:(rewrite m_2_3; lra)) as [Y [_ [_ J]]]. destruct (J 8) as [t0 [Ht0 HJ]].
  set (t := (Rmax t0 0 + 1 / 2) / 2).
  assert (Hm : t0 <= Rmax t0 0 /\ 0 <= Rmax t0 0 /\ Rmax t0 0 < 1 / 2).
  { repeat split; [apply Rmax_l | apply Rmax_r | apply Rmax_lub_lt; lra]. }
  assert (Ht : t0 < t < 1 / 2 /\ 0 <= t) by (unfold t; lra).
  specialize (HJ t ltac:(lra)). destruct exploding_witness as [_ [_ E]].
  destruct (E t ltac:(lra)) as [_ [E' _]]. rewrite E' in HJ.
  assert (Hi : 0 < / (1 - t) <= 2).
  { split; [apply Rinv_0_lt_compat; lra |]. rewrite <- (Rinv_inv 2). apply Rinv_le_contravar; lra. }
  set (v := / (1 - t)) in *. assert (v * v <= 4) by nra. nra.
Qed.

(** There R'(x) = 1 - x^(-1/3) from x = 1, so Y = 1. *)
Lemma exploding_Lam : Lambda 2 (fun i => exploding i 0) 0 = tied.
Proof. apply FunctionalExtensionality.functional_extensionality. intros i. unfold Lambda, exploding, tied. ring. Qed.

Lemma exploding_map x : 1 < x -> mirror_map 2 3 tied 1 x = 1 - apow x (- (1 / 3)).
Proof.
  intros Hx. assert (D : forall y, 0 < y -> is_derive (fun x => mirror_map 2 3 tied 1 x + apow x (- (1 / 3))) y 0).
  { intros y Hy. evar_last.
    - apply (is_derive_plus (mirror_map 2 3 tied 1) (fun x => apow x (- (1 / 3)))).
      + apply (is_derive_mirror_map 3 tied 0 (tied_invariants 3 ltac:(lia)) 2 1 y ltac:(lra)). right. lra.
      + apply is_derive_apow_nz. lra.
    - rewrite (metric_balanced 3 ltac:(lia) 2 y ltac:(lra) : metric 2 3 tied y = _), m_2_3, spow_pos by lra.
      replace (- (1 / 3) - 1) with (- (4 / 3)) by field. unfold plus; simpl. field. }
  assert (E : mirror_map 2 3 tied 1 x + apow x (- (1 / 3)) = mirror_map 2 3 tied 1 1 + apow 1 (- (1 / 3))).
  { apply (derive_zero_const (fun x => mirror_map 2 3 tied 1 x + apow x (- (1 / 3))) 0 (x + 1)); [intros; apply D; lra | lra | lra]. }
  rewrite apow_1 in E. unfold mirror_map at 2 in E. rewrite integral_point in E. lra.
Qed.

Lemma exploding_limit : is_lim (mirror_map 2 3 tied 1) p_infty 1.
Proof.
  apply is_lim_spec. intros eps. pose proof (cond_pos eps) as He. simpl.
  exists (Rmax 1 (apow (/ eps) 3)). intros x Hx. pose proof (Rmax_l 1 (apow (/ eps) 3)). pose proof (Rmax_r 1 (apow (/ eps) 3)).
  rewrite exploding_map by lra. replace (1 - apow x (- (1 / 3)) - 1) with (- apow x (- (1 / 3))) by ring.
  rewrite Rabs_Ropp, Rabs_pos_eq by apply apow_ge0. rewrite apow_Ropp.
  assert (Hi : 0 < / eps) by now apply Rinv_0_lt_compat.
  rewrite <- (Rinv_inv eps). apply Rinv_lt_contravar; [apply Rmult_lt_0_compat; [lra | apply apow_gt0; lra] |].
  rewrite <- (Rabs_pos_eq (/ eps)), <- apow_one by lra. replace 1 with (3 * (1 / 3)) at 1 by field. rewrite <- apow_apow.
  apply apow_lt; [lra |]. split; [apply apow_ge0 | lra].
Qed.

Theorem blow_up_needs_11 : ~ blow_up_without_11.
Proof.
  intros H. destruct (exploding_at 0 ltac:(lra)) as [Hs Hx].
  destruct (H 2 3%nat 1 never exploding (-1) 1 ltac:(lra) ltac:(lra) (exploding_part (-1) 1 ltac:(lra) ltac:(lra)) 0%nat 0
    ltac:(lra) Hs Hx) as [_ K].
  assert (Eo : output 3 exploding 0 = 1) by (unfold output, exploding; simpl; field).
  destruct (K ltac:(rewrite m_2_3; lra)) as [Y [HY [_ J]]]. rewrite exploding_Lam, Eo in HY.
  assert (E : Y = 1).
  { apply is_lim_unique in HY. pose proof (is_lim_unique _ _ _ exploding_limit) as E. rewrite E in HY. now apply Rbar_finite_eq in HY. }
  rewrite E, apow_1 in J. destruct (J ltac:(lra) 5) as [t0 [_ HJ]]. specialize (HJ 0). rewrite Eo in HJ. lra.
Qed.

(** * End to end *)

Theorem end_to_end_spares_4 : end_to_end_without_4.
Proof.
  unfold end_to_end_without_4. cbv zeta. intros q n L f grad h D w a b s i0 low B Fstar sigma Hq Hlow HB Hs HD Hf Hchain Hmu Hg HPL.
  destruct (network_mirror q n L f grad h D w a b s i0 low (proj1 Hq) Hlow Hs HD Hf Hchain Hmu) as [Hm Ht].
  split; [exact Hm |]. intros t Hst Htb.
  apply (linear_rate_signed q low n _ _ h _ _ D a b B Fstar sigma Hq Hlow HB Ht); [| exact HPL | lra | assumption].
  intros k r Hk Hr. now apply (Hg r k).
Qed.

Theorem end_to_end_spares_3 : end_to_end_without_3.
Proof.
  unfold end_to_end_without_3. cbv zeta. intros q n L f grad h D w a b s i0 low B Fstar sigma Hq Hlow Hsig Hs HD Hf Hchain Hmu Hg HPL.
  destruct (network_mirror q n L f grad h D w a b s i0 low (proj1 Hq) Hlow Hs HD Hf Hchain Hmu) as [Hm Ht].
  split; [exact Hm |]. intros t Hst Htb.
  apply (linear_rate_spares_3 q low n _ _ h _ _ D a b B Fstar sigma Hq Hlow Hsig Ht); [| exact HPL | lra | assumption].
  intros k r Hk Hr. now apply (Hg r k).
Qed.

(** No coordinate at all, and what is said of one. *)
Theorem end_to_end_needs_12 : ~ end_to_end_without_12.
Proof.
  intros H. destruct (H 2 0%nat 1%nat (fun _ => 0) one_pull (fun _ _ => 1) never (fun _ _ _ => 0) 0 1 (1 / 2) (fun _ => 0%nat) 1 1 0 1
    ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) ltac:(lra) countable_none ltac:(intros k Hk; lia)
    (moves_smooth never 0 1 (fun _ => 0) (fun _ => 0) (fun t _ => is_derive_const 0 t)) ltac:(intros k Hk; lia)
    ltac:(intros t k _ Hk; lia) ltac:(intros t Ht; simpl; lra)) as [K _].
  destruct (K 0%nat (1 / 2) ltac:(lra)) as [_ D]. specialize (D (fun x => x)). unfold output in D.
  apply is_derive_unique in D. rewrite Derive_const in D. lra.
Qed.
