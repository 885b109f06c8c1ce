(** The regularizers of decay: derivatives of powers of a curve that is only known to be absolutely continuous. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Laws Limits
  MoreRules ClaimsFlows ClaimsRates Lebesgue.
Local Open Scope R_scope.


Lemma rate_of_power T z p : ac T z -> every T (fun t => 0 < z t) -> ae T (fun t =>
  ex_derive (fun t => apow (z t) p) t /\ ex_derive (fun t => z t) t /\
  Derive (fun t => apow (z t) p) t = p * apow (z t) (p - 1) * Derive (fun t => z t) t).
Proof.
  intros Hz Pz. generalize (lebesgue T z Hz). apply ae_incl. intros t Ht D. pose proof (Pz t Ht) as P. cbv beta in P.
  assert (K : is_derive (fun t => apow (z t) p) t (p * apow (z t) (p - 1) * Derive z t)).
  { evar_last; [apply (is_derive_comp (fun y => apow y p) z); [apply is_derive_apow_nz; lra | now apply Derive_correct] |].
    unfold scal; simpl; unfold mult; simpl. rewrite spow_pos by exact P. ring. }
  split; [eexists; exact K |]. split; [exact D | now apply is_derive_unique].
Qed.

Theorem regularizer_decoupled_claim : claim_regularizer_decoupled.
Proof.
  intros L HL n Hn T HT Lam PL R2 alpha Pa h u Pu w x z Pz q Hq v Hv Hc Hd Ha Hh Hx Hu HR Hz.
  assert (HL2 : 2 <= INR L) by (change 2 with (INR 2); now apply le_INR).
  split; [| split; [| split; [| split]]].
  - intros k Hk. pose proof (driven_decayed T q L (h k) alpha (w k) (Hc k Hk) (Hd k Hk)) as D.
    assert (M : moves_ae T (x k) (fun t => - h k t * Sum L (fun i => others L i (fun j => u k t + Lam k j t)) - alpha t * (INR L * x k t))).
    { apply (moves_same T (output L (w k))); [intros t Ht; symmetry; exact (Hx k Hk t Ht) |].
      generalize (output_rate_ac T q L (h k) alpha (w k) D). apply rate_change. intros t Ht.
      rewrite (Hx k Hk t Ht). unfold output.
      rewrite (Sum_ext L _ (fun i => others L i (fun j => u k t + Lam k j t))); [reflexivity |].
      intros i Hi. apply others_ext. intros j Hj. rewrite <- apow_Rabs. exact (Hu k Hk j Hj t Ht). }
    revert M. apply ae_incl. intros t Ht Dx. split; [eexists; exact Dx |].
    change (Derive (fun t => x k t) t) with (Derive (x k) t). rewrite (is_derive_unique _ _ _ Dx).
    pose proof (HR k Hk t Ht) as E. cbv beta in E.
    transitivity (- h k t * (R2 k t * Sum L (fun i => others L i (fun j => u k t + Lam k j t))) - alpha t * INR L * x k t * R2 k t);
      [ring |]. rewrite E. ring.
  - assert (P : 0 < apow v (INR L + -1)) by (apply apow_gt0; lra). rewrite apow_apow.
    transitivity (apow v (INR L * / q) * / apow v (INR L + -1)); [field; lra |]. rewrite <- apow_Ropp, <- apow_plus.
    f_equal. field. lra.
  - generalize (rate_of_power T z (2 + -1 * q * (INR L + -1) * / INR L) Hz Pz). apply ae_incl. intros t _ [D1 [D2 E]].
    split; [exact D1 |]. split; [exact D2 |]. rewrite E. f_equal. f_equal. f_equal. ring.
  - field. lra.
  - assert (E : 2 + -1 * q * (INR L + -1) * / INR L = (2 - q) + q * / INR L) by (field; lra). rewrite E.
    assert (0 < q * / INR L) by (apply Rmult_lt_0_compat; [lra | apply Rinv_0_lt_compat; lra]). lra.
Qed.

(** Balanced, w_i = r > 0: the decay alpha w_i is the pull of alpha x^(2/L - 1), and x^(2/L - 1) = r^(2 - L). *)
Theorem regularizer_coupled_claim : claim_regularizer_coupled.
Proof.
  intros L HL n Hn T HT alpha Pa g r Pr w x z Pz q Hq Hc Hd Hx Hr Hz.
  assert (HL2 : 2 <= INR L) by (change 2 with (INR 2); now apply le_INR). split.
  - intros k Hk i Hi. generalize (Hd k Hk i Hi). apply ae_incl. intros t Ht D. pose proof (Pr k Hk t Ht) as P. cbv beta in P.
    assert (Ew : forall j, (j < L)%nat -> w k j t = r k t) by (intros j Hj; exact (Hr k Hk j Hj t Ht)).
    assert (Ex : x k t = r k t ^ L).
    { rewrite (Hx k Hk t Ht). rewrite (Prod_ext L _ (fun _ => r k t)) by exact Ew. apply Prod_const. }
    assert (Px : 0 < x k t) by (rewrite Ex; now apply pow_lt). split; [now left |].
    assert (Eo : others L i (fun j => w k j t) = apow (r k t) (INR L - 1)).
    { rewrite (others_ext L i _ (fun _ => r k t)) by exact Ew. rewrite others_const by exact Hi.
      rewrite <- apow_nat by (lia || lra). rewrite minus_INR by lia. reflexivity. }
    assert (Ep : power (x k t) (2 * / INR L + -1) = apow (r k t) (2 - INR L)).
    { unfold power. destruct Rlt_dec; [| contradiction]. rewrite <- apow_pos_eq by exact Px.
      rewrite Ex, <- (apow_nat (r k t) L) by (lia || lra). rewrite apow_apow. f_equal. field. lra. }
    evar_last; [exact D |]. rewrite <- spow_mult. f_equal. f_equal. rewrite Ep, Eo, (Ew i Hi).
    rewrite Rmult_plus_distr_l. f_equal; [ring |].
    transitivity (alpha t * (apow (r k t) (INR L - 1) * apow (r k t) (2 - INR L))); [| ring].
    rewrite <- apow_plus. replace (INR L - 1 + (2 - INR L)) with 1 by ring. rewrite apow_one, Rabs_pos_eq by lra. reflexivity.
  - generalize (rate_of_power T z (2 * / INR L) Hz Pz). apply ae_incl. intros t _ [D1 [D2 E]].
    assert (K : is_derive (fun t => INR L * (1 / 2) * apow (z t) (2 * / INR L)) t
      (INR L * (1 / 2) * Derive (fun t => apow (z t) (2 * / INR L)) t)) by (apply is_derive_scal; now apply Derive_correct).
    split; [eexists; exact K |]. split; [exact D2 |].
    apply is_derive_unique in K. rewrite E in K. refine (eq_trans K _).
    replace (2 * / INR L - 1) with (2 * / INR L + -1) by ring. field. lra.
Qed.
