(** The dual variable under decay: y = E^K R'(x E^-L), E = exp(-int alpha), K = L (1 - m). *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws ClaimsFlows.
Local Open Scope R_scope.

Lemma apow_exp y r : apow (exp y) r = exp (r * y).
Proof. rewrite apow_pos_eq by apply exp_pos. unfold Rpower. now rewrite ln_exp. Qed.

Lemma primitive_unique T a A B : primitive T a A -> primitive T a B -> every T (fun t => A t = B t).
Proof.
  intros [HA [A0 DA]] [HB [B0 DB]] t Ht.
  assert (E : A t - B t = A 0 - B 0); [| lra].
  refine (stays T (fun t => A t - B t) _ (ac_minus T A B HA HB) (rate_minus T _ _ _ _ DA DB) _ t Ht).
  apply ae_every. intros r _. ring.
Qed.

Lemma dual_rate T q L h alpha A (w : nat -> R -> R) (u x : R -> R) (Lam : nat -> R) (Rp : R -> R) : (2 <= L)%nat ->
  driven_ac T q L h alpha w -> primitive T alpha A ->
  every T (fun t => x t = Prod L (fun j => w j t)) ->
  (forall i, (i < L)%nat -> every T (fun t => apow (Rabs (w i t)) q = u t + apow (exp (-1 * A t)) q * Lam i)) ->
  every T (fun t => is_derive Rp (x t * apow (exp (-1 * A t)) (-1 * INR L)) (Derive Rp (x t * apow (exp (-1 * A t)) (-1 * INR L)))) ->
  every T (fun t => Derive Rp (x t * apow (exp (-1 * A t)) (-1 * INR L)) *
    Sum L (fun i => others L i (fun j => u t * apow (exp (-1 * A t)) (-1 * q) + Lam j)) = 1) ->
  forall K, K = INR L + - q * (INR L + -1) ->
  ae T (fun t => is_derive (fun t => apow (exp (-1 * A t)) K * Rp (x t * apow (exp (-1 * A t)) (-1 * INR L))) t
    ((-1) * h t + (-1) * alpha t * K * apow (exp (-1 * A t)) K * Rp (x t * apow (exp (-1 * A t)) (-1 * INR L)))).
Proof.
  intros HL Hw [HA [A0 DA]] Hx Hu DR HR K EK.
  assert (Dx : moves_ae T x (fun t => - h t * Sum L (fun i => others L i (fun j => apow (w j t) q)) - alpha t * (INR L * x t))).
  { apply (moves_same T (output L w)); [intros t Ht; symmetry; exact (Hx t Ht) |].
    generalize (output_rate_ac T q L h alpha w Hw). apply rate_change. intros t Ht. now rewrite (Hx t Ht). }
  generalize (ae_and T _ _ Dx DA). apply ae_incl. intros t Ht [D1 D2].
  pose proof (HR t Ht) as E1. pose proof (DR t Ht) as D3. cbv beta in E1, D3.
  set (e := fun r t => exp (r * (-1 * A t))).
  assert (De : forall r, is_derive (e r) t (- r * alpha t * e r t)).
  { intros r. unfold e. evar_last; [apply (is_derive_comp exp (fun t => r * (-1 * A t)) t); [apply is_derive_exp |]|].
    - apply (is_derive_scal (fun t => -1 * A t) t r). apply (is_derive_scal A t (-1)). exact D2.
    - unfold scal; simpl; unfold mult; simpl. ring. }
  rewrite !apow_exp in E1, D3. fold (e (-1 * INR L) t) in E1, D3. rewrite !apow_exp. fold (e K t). fold (e (-1 * INR L) t).
  apply (is_derive_ext (fun t => e K t * Rp (x t * e (-1 * INR L) t))); [intros r; unfold e; now rewrite !apow_exp |].
  assert (Dz : is_derive (fun t => x t * e (-1 * INR L) t) t
    (- h t * Sum L (fun i => others L i (fun j => apow (w j t) q)) * e (-1 * INR L) t)).
  { evar_last; [apply (is_derive_mult x (e (-1 * INR L)) t _ _ D1 (De _)); intros; apply Rmult_comm |].
    unfold plus, mult; simpl. ring. }
  assert (S1 : Sum L (fun i => others L i (fun j => apow (w j t) q)) =
    e (q * (INR L + -1)) t * Sum L (fun i => others L i (fun j => u t * e (-1 * q) t + Lam j))).
  { rewrite <- Sum_scal. apply Sum_ext. intros i Hi.
    replace (e (q * (INR L + -1)) t) with (e q t ^ (L - 1)).
    - rewrite <- others_scal by assumption. apply others_ext. intros j Hj. rewrite <- (apow_Rabs (w j t)), (Hu j Hj t Ht), apow_exp.
      fold (e q t). assert (X : e q t * e (-1 * q) t = 1).
      { unfold e. rewrite <- exp_plus. replace (q * (-1 * A t) + -1 * q * (-1 * A t)) with 0 by ring. apply exp_0. }
      transitivity (e q t * e (-1 * q) t * u t + e q t * Lam j); [rewrite X; ring | ring].
    - rewrite <- apow_nat by (lia || left; apply exp_pos). unfold e. rewrite apow_exp, minus_INR by lia. f_equal. simpl. ring. }
  evar_last.
  - apply (is_derive_mult (e K) (fun t => Rp (x t * e (-1 * INR L) t)) t _ _ (De K) (is_derive_comp Rp _ t _ _ D3 Dz)).
    intros; apply Rmult_comm.
  - unfold plus, mult, scal; simpl; unfold mult; simpl. rewrite S1.
    rewrite (Sum_ext L _ (fun i => others L i (fun j => u t * e (-1 * q) t + Lam j))) in E1
      by (intros i _; apply others_ext; intros j _; unfold e; now rewrite apow_exp).
    set (S := Sum L (fun i => others L i (fun j => u t * e (-1 * q) t + Lam j))) in *.
    set (d := Derive Rp (x t * e (-1 * INR L) t)) in *.
    assert (X : e K t * (e (q * (INR L + -1)) t * e (-1 * INR L) t) = 1).
    { unfold e. rewrite <- !exp_plus. rewrite <- exp_0. f_equal. rewrite EK. ring. }
    transitivity (- h t * (d * S) * (e K t * (e (q * (INR L + -1)) t * e (-1 * INR L) t)) - K * alpha t * e K t * Rp (x t * e (-1 * INR L) t)); [ring |].
    rewrite E1, X. ring.
Qed.

Lemma exponent_K q L : (2 <= L)%nat -> INR L * (1 + (-1) * q * (INR L + (-1)) * (/ (INR L))) = INR L + - q * (INR L + -1).
Proof. intros HL. field. apply not_0_INR. lia. Qed.

Lemma dual_decays T q L h alpha A (w : nat -> R -> R) (u x : R -> R) (Lam : nat -> R) (Rp : R -> R) : (2 <= L)%nat ->
  driven_ac T q L h alpha w -> primitive T alpha A -> every T (fun t => x t = Prod L (fun j => w j t)) ->
  (forall i, (i < L)%nat -> exists C, primitive T alpha C /\
    every T (fun t => apow (Rabs (w i t)) q = u t + apow (exp (-1 * C t)) q * Lam i)) ->
  every T (fun t => ex_derive Rp (x t * apow (exp (-1 * A t)) (-1 * INR L))) ->
  (exists B, primitive T alpha B /\ every T (fun t => ex_derive Rp (x t * apow (exp (-1 * B t)) (-1 * INR L)) ->
    Derive Rp (x t * apow (exp (-1 * B t)) (-1 * INR L)) *
    Sum L (fun i => others L i (fun j => u t * apow (exp (-1 * B t)) (-1 * q) + Lam j)) = 1)) ->
  exists C, primitive T alpha C /\ let K := INR L * (1 + -1 * q * (INR L + -1) * / INR L) in
  ae T (fun t => is_derive (fun t => apow (exp (-1 * C t)) K * Rp (x t * apow (exp (-1 * C t)) (-1 * INR L))) t
    (-1 * h t + -1 * alpha t * INR L * (1 + -1 * q * (INR L + -1) * / INR L) * apow (exp (-1 * C t)) K *
    Rp (x t * apow (exp (-1 * C t)) (-1 * INR L)))).
Proof.
  intros HL Hw HA Hx Hu DR [B [HB HR]]. exists A. split; [exact HA |]. intros K.
  assert (M := dual_rate T q L h alpha A w u x Lam Rp HL Hw HA Hx).
  specialize (M ltac:(intros i Hi; destruct (Hu i Hi) as [C [HC1 HC2]]; intros t Ht;
    rewrite (primitive_unique T alpha A C HA HC1 t Ht); exact (HC2 t Ht))).
  specialize (M ltac:(intros t Ht; apply Derive_correct; exact (DR t Ht))).
  specialize (M ltac:(intros t Ht; pose proof (DR t Ht) as D; cbv beta in D |- *;
    rewrite (primitive_unique T alpha A B HA HB t Ht) in *; exact (HR t Ht D)) K (exponent_K q L HL)).
  revert M. apply ae_incl. intros t _ M. evar_last; [exact M |]. unfold K. ring.
Qed.

Theorem dual_decay_half_line_claim : claim_dual_decay_half_line.
Proof.
  intros L HL n Hn T HT alpha Pa h u Pu w x Lam PL q Hq Rp k Hk Hc Hd [A HA] Hh Hx Hu HC HR Px.
  apply (dual_decays T q L (h k) alpha A (w k) (u k) (x k) (Lam k) Rp HL
    (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk)) HA (Hx k Hk) (Hu k Hk)); [| exact HR].
  intros t Ht. apply HC, Rmult_lt_0_compat; [exact (Px t Ht) |]. apply apow_gt0, Rgt_not_eq, exp_pos.
Qed.
