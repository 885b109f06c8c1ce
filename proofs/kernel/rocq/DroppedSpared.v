(** Hypotheses that are not needed: of the convergence bounds, and of the metric at L = 2. *)

From Coq Require Import Reals Lra Lia Psatz List RList.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements DroppedStatements Basics Exceptions Mirror Regularizer Convergence DroppedBalance DroppedMirror.
Local Open Scope R_scope.

(** * F + K int N does not increase where dF/dt <= - K N, for every N that can be integrated *)

Lemma closed_decreasing (f : R -> R) x y : x < y -> continuous f x -> continuous f y ->
  (forall u v, x < u -> u <= v -> v < y -> f v <= f u) -> f y <= f x.
Proof.
  intros Hxy Cx Cy H. apply Rnot_lt_le. intros Hlt. assert (He : 0 < (f y - f x) / 3) by lra.
  destruct (continuous_near f x Cx _ He) as [d [Hd K]]. destruct (continuous_near f y Cy _ He) as [d' [Hd' K']].
  set (r := Rmin (Rmin d d') (y - x) / 3).
  assert (Hr : 0 < r /\ r < d /\ r < d' /\ 3 * r <= y - x).
  { pose proof (Rmin_pos _ _ (Rmin_pos d d' Hd Hd') (ltac:(lra) : 0 < y - x)). pose proof (Rmin_l (Rmin d d') (y - x)).
    pose proof (Rmin_r (Rmin d d') (y - x)). pose proof (Rmin_l d d'). pose proof (Rmin_r d d'). unfold r. lra. }
  specialize (K (x + r) ltac:(replace (x + r - x) with r by ring; rewrite Rabs_pos_eq; lra)).
  specialize (K' (y - r) ltac:(replace (y - r - y) with (- r) by ring; rewrite Rabs_Ropp, Rabs_pos_eq; lra)).
  specialize (H (x + r) (y - r) ltac:(lra) ltac:(lra) ltac:(lra)). apply Rabs_def2 in K, K'. lra.
Qed.

Section Riemann.
Variables (F dF N : R -> R) (D : R -> Prop) (a b K s t : R).
Hypothesis HD : countable D.
Hypothesis HF : moves D a b F dF.
Hypothesis HK : 0 <= K.
Hypothesis Hs : a < s.
Hypothesis Hst : s <= t.
Hypothesis Ht : t < b.
Hypothesis Hdown : F t <= F s.
Hypothesis Hrate : forall r, a < r < b -> ~ D r -> dF r <= - (K * N r).

Lemma step_paid (p : R -> R) x y c : (forall r, s <= r <= t -> p r <= N r) -> s <= x -> x <= y -> y <= t ->
  (forall r, x < r < y -> p r = c) -> K * (c * (y - x)) <= F x - F y.
Proof.
  intros Hp Hx [Hxy | ->] Hy Hc; [| lra].
  assert (C : forall r, s <= r <= t -> continuous (fun r => F r + K * c * r) r).
  { intros r Hr. apply (continuous_plus F); [apply HF; lra |]. apply (ex_derive_continuous (V := R_NormedModule)). auto_derive. trivial. }
  pose proof (closed_decreasing (fun r => F r + K * c * r) x y Hxy (C x ltac:(lra)) (C y ltac:(lra))) as J.
  cbv beta in J. enough (F y + K * c * y <= F x + K * c * x) by lra. apply J. intros u v Hu Huv Hv.
  apply (rate_le0 (fun r => F r + K * c * r) (fun r => dF r + K * c) D x y HD); try assumption.
  - apply moves_plus.
    + intros r Hr. apply HF. lra.
    + apply moves_smooth. intros r _. auto_derive; trivial; ring.
  - intros r Hr Hn. pose proof (Hrate r ltac:(lra) Hn). pose proof (Hp r ltac:(lra)). rewrite (Hc r Hr) in *. nra.
Qed.

Lemma steps_paid (p : R -> R) (Hp : forall r, s <= r <= t -> p r <= N r) : forall l lf, ordered_Rlist l -> length l = S (length lf) ->
  (forall i, (i < pred (length l))%nat -> constant_D_eq p
    (open_interval (pos_Rl l i) (pos_Rl l (S i))) (pos_Rl lf i)) ->
  s <= pos_Rl l 0 -> pos_Rl l (pred (length l)) <= t ->
  K * Int_SF lf l <= F (pos_Rl l 0) - F (pos_Rl l (pred (length l))).
Proof.
  induction l as [| x l IH]; intros lf Ho Hl Hc H1 H2; [discriminate |].
  destruct l as [| y l].
  - destruct lf; [simpl; lra | discriminate].
  - destruct lf as [| c lf]; [discriminate |]. assert (Hxy : x <= y) by exact (Ho 0%nat ltac:(simpl; lia)).
    assert (Ho' : ordered_Rlist (y :: l)) by (intros i Hi; apply (Ho (S i)); simpl in *; lia).
    assert (Hyt : y <= t).
    { apply Rle_trans with (2 := H2). apply RList_P7; [exact Ho | right; left; reflexivity]. }
    simpl in H1. simpl Int_SF. rewrite Rmult_plus_distr_l.
    pose proof (step_paid p x y c Hp H1 Hxy Hyt ltac:(intros r Hr; exact (Hc 0%nat ltac:(simpl; lia) r Hr))) as A.
    pose proof (IH lf Ho' ltac:(simpl in *; lia) ltac:(intros i Hi; apply (Hc (S i)); simpl in *; lia) ltac:(simpl; lra) H2) as B.
    simpl in B |- *. lra.
Qed.

Lemma riemann_paid : K * RInt N s t <= F s - F t.
Proof.
  assert (HN : forall p : StepFun s t, (forall r, s <= r <= t -> p r <= N r) -> K * RiemannInt_SF p <= F s - F t).
  { intros p Hp. unfold RiemannInt_SF. destruct (Rle_dec s t) as [_ | H]; [| contradiction].
    destruct (StepFun_P1 p) as [H1 [H2 [H3 [H4 H5]]]]. rewrite Rmin_left in H2 by assumption. rewrite Rmax_right in H3 by assumption.
    pose proof (steps_paid p Hp _ _ H1 H4 H5 ltac:(rewrite H2; lra) ltac:(rewrite H3; lra)) as J. rewrite H2, H3 in J. exact J. }
  destruct (Classical_Prop.classic (ex_RInt N s t)) as [Hi | Hi].
  - pose proof (ex_RInt_Reals_0 N s t Hi) as pr. rewrite (RInt_Reals N s t pr).
    apply Rnot_lt_le. intros Hlt. unfold RiemannInt in Hlt. destruct (RiemannInt_exists pr RinvN RinvN_cv) as [I HI].
    set (e := (K * I - (F s - F t)) / (2 * K + 1)). assert (He : 0 < e) by (apply Rdiv_lt_0_compat; lra).
    destruct (HI e He) as [n1 H1]. assert (C : Un_cv RinvN 0) by exact RinvN_cv. destruct (C e He) as [n2 H2]. set (n := max n1 n2).
    specialize (H1 n ltac:(unfold n; lia)). specialize (H2 n ltac:(unfold n; lia)). unfold R_dist in H1, H2.
    destruct (phi_sequence_prop RinvN pr n) as [psi [P1 P2]]. set (phi := phi_sequence RinvN pr n) in *.
    pose proof (HN (mkStepFun (StepFun_P28 (-1) phi psi))) as J.
    rewrite StepFun_P30 in J. rewrite Rminus_0_r, Rabs_pos_eq in H2 by (left; apply cond_pos).
    apply Rabs_def2 in H1. apply Rabs_def2 in P2.
    assert (J' : K * (RiemannInt_SF phi + -1 * RiemannInt_SF psi) <= F s - F t).
    { apply J. intros r Hr. simpl. specialize (P1 r ltac:(rewrite Rmin_left, Rmax_right; lra)). apply Rabs_le_between in P1. lra. }
    assert (K * I - K * (2 * e) <= F s - F t).
    { apply Rle_trans with (2 := J'). rewrite <- Rmult_minus_distr_l. apply Rmult_le_compat_l; lra. }
    assert (e * (2 * K + 1) = K * I - (F s - F t)) by (unfold e; field; lra). nra.
  - rewrite RInt_none by assumption. rewrite Rmult_0_r. lra.
Qed.
End Riemann.

(** * Convergence without continuity of g, and for any q *)

Lemma power_paid q low n F g h H x D a b s t : 0 < low -> mirror_trajectory q low n F g h H x D a b -> a < s <= t -> t < b ->
  RInt (power_norm q n g) s t <= (F s - F t) / low.
Proof.
  intros Hlow Htraj Hst Htb. apply (Rmult_le_reg_l low); [assumption |].
  replace (low * ((F s - F t) / low)) with (F s - F t) by (field; lra).
  apply (riemann_paid F _ (power_norm q n g) D a b low s t (proj1 Htraj) (descent_moves q low n F g h H x D a b Htraj)); try lra.
  - apply (F_decreases q low n F g h H x D a b Hlow Htraj); lra.
  - intros r Hr Hn. exact (descent_le q low n F g h H x D a b Htraj r Hr Hn).
Qed.

Theorem convergence_power_spares_1 : convergence_power_without_1.
Proof. unfold convergence_power_without_1. cbv zeta. intros. now apply (power_paid q low n F g h H x D a b). Qed.

Theorem convergence_power_spares_4 : convergence_power_without_4.
Proof. unfold convergence_power_without_4. cbv zeta. intros. now apply (power_paid q low n F g h H x D a b). Qed.

(** * The flow that contradicts the bound as reported, standing still outside its interval *)

Theorem convergence_as_reported_spares_1 : convergence_as_reported_without_1.
Proof.
  destruct convergence_as_reported as [q [B [low [a [b [h [D [w [Hq [HB [Hlow [[[Hc Hf] Hd] [Hall [s [t [Hs [Hst [Ht Hbad]]]]]]]]]]]]]]]]]].
  set (w' := fun i r => if Rlt_dec a r then if Rlt_dec r b then w i r else w i s else w i s).
  assert (E : forall i r, a < r < b -> w' i r = w i r) by (intros i r Hr; unfold w'; destruct Rlt_dec; [destruct Rlt_dec |]; lra).
  assert (EO : forall r, a < r < b -> output 2 w' r = output 2 w r) by (intros r Hr; unfold output; apply Prod_ext; intros; now apply E).
  exists q, B, low, a, b, h, D, w'. cbv zeta. split; [assumption |]. split; [assumption |]. split; [assumption |]. split; [| split].
  - split; [split; [assumption |] |].
    + intros i Hi. apply (moves_ext D a b (w i)); [intros; symmetry; now apply E |].
      apply (moves_rate D a b _) with (2 := Hf i Hi). intros r Hr _.
      rewrite (others_ext 2 i (fun j => w' j r) (fun j => w j r)) by (intros; now apply E). now rewrite E by assumption.
    + intros r Hr Hn. rewrite EO by assumption. now apply Hd.
  - intros r. assert (K : exists p, a < p < b /\ forall i, w' i r = w i p).
    { destruct (Rlt_dec a r) as [H1 | H1]; [destruct (Rlt_dec r b) as [H2 | H2] |].
      - exists r. split; [lra |]. intros; apply E; lra.
      - exists s. split; [lra |]. intros i. unfold w'. destruct Rlt_dec; [destruct Rlt_dec |]; lra.
      - exists s. split; [lra |]. intros i. unfold w'. destruct Rlt_dec; [destruct Rlt_dec |]; lra. }
    destruct K as [p [Hp K]]. assert (EF : (fun i => w' i r) = (fun i => w i p)).
    { apply FunctionalExtensionality.functional_extensionality. exact K. }
    unfold output. rewrite EF. exact (Hall p Hp).
  - exists s, t. split; [assumption |]. split; [assumption |]. split; [assumption |]. rewrite EO by lra.
    rewrite (RInt_ext _ (fun r => 2 * output 2 w r * (2 * output 2 w r))); [exact Hbad |].
    intros r Hr. rewrite Rmin_left, Rmax_right in Hr by lra. rewrite EO by lra. reflexivity.
Qed.

(** * The metric at L = 2 for every lambda, and the drift of a weight decayed for every q *)

Theorem metric_l2_spares_2 : metric_l2_without_2.
Proof.
  unfold metric_l2_without_2. cbv zeta. intros q lambda x Hq _. unfold metric. set (y := apow x q).
  assert (Hy : 0 <= y) by apply apow_ge0. set (r := sqrt (4 * y + lambda * lambda)).
  assert (Hr : r * r = 4 * y + lambda * lambda) by (apply sqrt_sqrt; nra). assert (Hr0 : 0 <= r) by apply sqrt_pos.
  assert (Hl : Rabs lambda <= r) by (apply Rsqr_incr_0_var; [rewrite <- Rsqr_abs; unfold Rsqr; lra | exact Hr0]).
  apply Rabs_le_between in Hl.
  assert (EU : U 2 (fun i => match i with O => 0 | _ => lambda end) y = (r - lambda) / 2).
  { unfold U. rewrite (is_lub_Rbar_unique _ ((r - lambda) / 2)); [reflexivity |]. split.
    - intros u [Hu K]. unfold P in K. simpl in K |- *. apply Rnot_lt_le. intros Hlt.
      assert (0 < (2 * u + lambda - r) * (2 * u + lambda + r)) by (apply Rmult_lt_0_compat; lra). nra.
    - intros l Hl'. apply Hl'. unfold P. simpl. split; [lra |]. nra. }
  rewrite EU. f_equal. unfold dP, others. simpl. field.
Qed.

Theorem regularizer_decoupled_spares_1 : regularizer_decoupled_without_1.
Proof. unfold regularizer_decoupled_without_1. cbv zeta. exact decoupled_any. Qed.
