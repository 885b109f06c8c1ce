(** The bias under decay: y e^C + sum_a A_a H_a stays, so it does not count along what the rows do not see. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsEnds ClaimsBlowUp.
Local Open Scope R_scope.

Lemma finite_choice n (P : nat -> (R -> R) -> Prop) : (forall a, (a < n)%nat -> exists H, P a H) -> exists H : nat -> R -> R, forall a, (a < n)%nat -> P a (H a).
Proof.
  induction n; intros K; [exists (fun _ _ => 0); intros; lia |]. destruct IHn as [H HH]; [intros; apply K; lia |]. destruct (K n ltac:(lia)) as [G HG].
  exists (fun a => if Nat.eqb a n then G else H a). intros a Ha. destruct (Nat.eqb_spec a n) as [-> |]; [exact HG | apply HH; lia].
Qed.

Lemma drives T rows (c C : R -> R) (eta : nat -> R -> R) : primitive T c C ->
  (forall a, (a < rows)%nat -> exists C' : R -> R, primitive T (fun t => c t) C' /\ exists H, primitive T (fun t => exp (C' t) * eta a t) H) ->
  exists H : nat -> R -> R, forall a, (a < rows)%nat -> primitive T (fun t => exp (C t) * eta a t) (H a).
Proof.
  intros HC K. apply (finite_choice rows (fun a H => primitive T (fun t => exp (C t) * eta a t) H)). intros a Ha. destruct (K a Ha) as [C' [HC' [H HH]]]. exists H. revert HH. apply primitive_same.
  intros t Ht. now rewrite (primitive_unique T c C' C HC' HC t Ht).
Qed.

(** y e^C + sum_a A_a H_a stays. *)
Lemma decayed_dual T rows (A : nat -> R) (c C y : R -> R) (eta H : nat -> R -> R) : primitive T c C -> ac T y ->
  (forall a, (a < rows)%nat -> primitive T (fun t => exp (C t) * eta a t) (H a)) ->
  moves_ae T y (fun t => -1 * Sum rows (fun a => A a * eta a t) + -1 * c t * y t) ->
  every T (fun t => y t + -1 * y 0 * / exp (C t) = - / exp (C t) * Sum rows (fun a => A a * H a t)).
Proof.
  intros [HC [C0 DC]] Hy HH Dy t Ht.
  assert (DE : moves_ae T (fun t => exp (C t)) (fun t => exp (C t) * c t)).
  { apply (ae_incl T (fun t => is_derive (fun t => exp (1 * C t)) t (exp (1 * C t) * (1 * c t)))); [| now apply rate_exp].
    intros r _ D. apply (is_derive_ext (fun t => exp (1 * C t))); [intros; as_reals; f_equal; ring |]. evar_last; [exact D |]. rewrite !Rmult_1_l. reflexivity. }
  assert (DH : moves_ae T (fun t => Sum rows (fun a => A a * H a t)) (fun t => Sum rows (fun a => A a * (exp (C t) * eta a t)))).
  { apply rate_Sum. intros a Ha. destruct (HH a Ha) as [_ [_ D]]. revert D. apply ae_incl. intros r _ D. now apply is_derive_scal. }
  assert (E : y t * exp (C t) - -1 * Sum rows (fun a => A a * H a t) = y 0 * exp (C 0) - -1 * Sum rows (fun a => A a * H a 0)).
  { refine (stays0 T (fun t => y t * exp (C t) - -1 * Sum rows (fun a => A a * H a t)) _ _
      (rate_minus T _ _ _ _ (rate_times T _ _ _ _ Dy DE) (ae_incl T _ _ (fun r _ D => is_derive_scal _ r (-1) _ D) DH)) _ t Ht).
    - apply ac_minus; [apply ac_times; [exact Hy | now apply ac_exp] |]. apply ac_scal. apply (ac_Sum T rows (fun a t => A a * H a t)). intros a Ha. apply ac_scal, HH, Ha.
    - intros r _. rewrite (Sum_ext rows (fun a => A a * (exp (C r) * eta a r)) (fun a => exp (C r) * (A a * eta a r))) by (intros; ring). rewrite Sum_scal.
      change (scal (-1) (exp (C r) * Sum rows (fun a => A a * eta a r))) with (-1 * (exp (C r) * Sum rows (fun a => A a * eta a r))). ring. }
  rewrite C0, exp_0, (Sum_ext rows (fun a => A a * H a 0) (fun _ => 0 * 0)) in E by (intros a Ha; rewrite (proj1 (proj2 (HH a Ha))); ring).
  rewrite Sum_const in E. pose proof (exp_pos (C t)) as P. apply Rmult_eq_reg_r with (exp (C t)); [| lra].
  transitivity (y t * exp (C t) - y 0); [field; lra |]. transitivity (- Sum rows (fun a => A a * H a t)); [lra | field; lra].
Qed.

(** ... so it does not count along what the rows do not see. *)
Lemma unseen n rows (A : nat -> nat -> R) (d e : nat -> R) (H : nat -> R) s : (forall k, (k < n)%nat -> e k = s * Sum rows (fun a => A a k * H a)) ->
  (forall a, (a < rows)%nat -> Sum n (fun k => A a k * d k) = 0) -> Sum n (fun k => e k * d k) = 0.
Proof.
  intros He Hd. rewrite (Sum_ext n _ (fun k => Sum rows (fun a => s * H a * (A a k * d k)))).
  - rewrite Sum_exchange. rewrite (Sum_ext rows _ (fun _ => 0 * 0)); [rewrite Sum_const; ring |]. intros a Ha. rewrite Sum_scal, (Hd a Ha). ring.
  - intros k Hk. rewrite (He k Hk). rewrite (Sum_ext rows (fun a => s * H a * (A a k * d k)) (fun a => s * d k * (A a k * H a))) by (intros; ring). rewrite Sum_scal. ring.
Qed.

Theorem decay_bias_path_claim : claim_decay_bias_path.
Proof.
  intros n Hn rows Hr T HT R0 S c eta x y z A Hy [C HC] HD Dy HS HA. destruct (drives T rows c C eta HC HD) as [H HH].
  exists C. split; [exact HC |]. intros t Ht.
  assert (K : forall k, (k < n)%nat -> y k t + -1 * y k 0 * / exp (C t) = - / exp (C t) * Sum rows (fun a => A a k * H a t)).
  { intros k Hk. exact (decayed_dual T rows (fun a => A a k) c C (y k) eta H HC (Hy k Hk) HH (Dy k Hk) t Ht). }
  pose proof (unseen n rows A (fun k => z k t + -1 * x k t) (fun k => y k t + -1 * y k 0 * / exp (C t)) (fun a => H a t) (- / exp (C t)) K
    ltac:(intros a Ha; exact (HA a Ha t Ht))) as U. cbv beta in U.
  apply Rle_trans with (Sum n (fun k => S k t + -1 * y k 0 * z k t * / exp (C t) + -1 * ((y k t + -1 * y k 0 * / exp (C t)) * (z k t + -1 * x k t)))).
  - apply Sum_le. intros k Hk. pose proof (HS k Hk t Ht) as B. cbv beta in B. lra.
  - rewrite Sum_plus, Sum_scal, U. lra.
Qed.

Theorem decay_bias_claim : claim_decay_bias.
Proof.
  intros n Hn rows Hr T HT c eta y A B R0 Ri xi yi z Hy _ HD Dy Ty [C [HC TC]] HA HB. destruct (drives T rows c C eta HC HD) as [H HH].
  pose proof (toward_proper T HT) as PF.
  assert (U : Sum n (fun k => (yi k + -1 * y k 0 * / exp B) * (z k + -1 * xi k)) = 0).
  { apply (one_limit (toward T) PF (fun t => Sum n (fun k => (y k t + -1 * y k 0 * / exp (C t)) * (z k + -1 * xi k)))).
    - apply (@tends_Sum (toward T) PF n (fun k t => (y k t + -1 * y k 0 * / exp (C t)) * (z k + -1 * xi k))). intros k Hk.
      apply tends_times; [exact PF | | apply (tends_constant T HT)]. apply tends_plus; [exact PF | exact (Ty k Hk) |].
      apply tends_times; [exact PF | apply (tends_constant T HT) |]. apply tends_inv; [exact HT | apply exp_pos | intros t _; apply exp_pos |].
      destruct (limit (toward T) PF) as [_ [_ [_ [K1 [K2 _]]]]]. apply (K1 C B exp TC). apply K2.
    - apply (tends_same T HT (fun _ => 0)); [| apply (tends_constant T HT)]. intros t Ht. symmetry.
      apply (unseen n rows A (fun k => z k + -1 * xi k) (fun k => y k t + -1 * y k 0 * / exp (C t)) (fun a => H a t) (- / exp (C t))); [| exact HA].
      intros k Hk. exact (decayed_dual T rows (fun a => A a k) c C (y k) eta H HC (Hy k Hk) HH (Dy k Hk) t Ht). }
  assert (E : Sum n (fun k => R0 k + -1 * y k 0 * / exp B * z k) =
    Sum n (fun k => Ri k + -1 * y k 0 * / exp B * xi k) + Sum n (fun k => R0 k + -1 * Ri k + -1 * yi k * (z k + -1 * xi k))).
  { transitivity (Sum n (fun k => Ri k + -1 * y k 0 * / exp B * xi k) + Sum n (fun k => R0 k + -1 * Ri k + -1 * yi k * (z k + -1 * xi k)) +
      Sum n (fun k => (yi k + -1 * y k 0 * / exp B) * (z k + -1 * xi k))); [| rewrite U; ring].
    rewrite <- !Sum_plus. apply Sum_ext. intros; ring. }
  rewrite E. split.
  - pose proof (Sum_ge0 n _ HB). lra.
  - intros k Hk P. pose proof (Sum_ge_term n (fun k => R0 k + -1 * Ri k + -1 * yi k * (z k + -1 * xi k)) k Hk HB) as G. cbv beta in G. lra.
Qed.
