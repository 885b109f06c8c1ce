(** The escape time as it stands: bounds through R', closed forms of R', and the flow of v. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary ClaimStatements Basics Times Rules Rates Limits Laws MoreRules.
From SteepestMirror Require Import ClaimsAlgebra ClaimsFlows ClaimsRates ClaimsDual ClaimsLimits ClaimsSteps ClaimsPowers ClaimsIntegrals.
Local Open Scope R_scope.

Lemma ac_continuous T v t : ac T v -> time T t -> 0 < t -> continuous v t.
Proof.
  intros Hv Ht H0.
  assert (S : exists s, time T s /\ t < s).
  { destruct Ht as [_ Ht]. destruct T as [r | |]; simpl in Ht; [| | contradiction].
    - exists ((t + r) / 2). split; [split; simpl; lra | lra].
    - exists (t + 1). split; [split; simpl; [lra | exact I] | lra]. }
  destruct S as [s [Hs Hts]]. apply (continuous_ext_loc _ (fun r => v (clamp 0 s r))); [| exact (continuous_held T v s Hv Hs t)].
  assert (P : 0 < Rmin t (s - t)) by (apply Rmin_pos; lra). exists (mkposreal _ P). intros r Hr.
  change (Rabs (r - t) < Rmin t (s - t)) in Hr. apply Rabs_def2 in Hr.
  pose proof (Rmin_l t (s - t)). pose proof (Rmin_r t (s - t)). f_equal. apply clamp_id. lra.
Qed.

(** (g o v)' = l and g' = d != 0 at v(t), v continuous: v' = l / d. *)
Lemma inverse_rate (g v : R -> R) (t l d : R) : continuous v t -> is_derive g (v t) d -> d <> 0 -> is_derive (fun t => g (v t)) t l ->
  is_derive v t (l / d).
Proof.
  intros Cv Dg Hd Dc.
  pose proof (continuous_slope g (v t) d Dg) as S1. pose proof (continuous_slope (fun t => g (v t)) t l Dc) as S2.
  set (s1 := fun y => if Req_EM_T y (v t) then d else (g y - g (v t)) / (y - v t)) in *.
  set (s2 := fun r => if Req_EM_T r t then l else (g (v r) - g (v t)) / (r - t)) in *.
  assert (C1 : continuous (fun r => s1 (v r)) t) by (apply (continuous_comp v s1); assumption).
  assert (E1 : s1 (v t) = d) by (unfold s1; destruct Req_EM_T; [reflexivity | contradiction]).
  assert (E2 : s2 t = l) by (unfold s2; destruct Req_EM_T; [reflexivity | contradiction]).
  assert (C3 : continuous (fun r => s2 r * / s1 (v r)) t).
  { apply (continuous_mult s2 (fun r => / s1 (v r))); [exact S2 |]. apply (continuous_comp (fun r => s1 (v r)) Rinv); [exact C1 |].
    rewrite E1. now apply (continuous_Rinv d). }
  assert (N : locally t (fun r => s1 (v r) <> 0)).
  { apply (C1 (fun y => y <> 0)). rewrite E1. apply (open_neq 0 d Hd). }
  apply is_derive_Reals. intros eps He.
  pose proof (proj1 (filterlim_locally _ _) C3 (mkposreal eps He)) as C4.
  destruct (filter_and _ _ N C4) as [delta HD]. exists delta. intros hh Hn Hh.
  destruct (HD (t + hh)) as [Ns B]. { change (Rabs (t + hh - t) < delta). now replace (t + hh - t) with hh by ring. }
  change (Rabs (s2 (t + hh) * / s1 (v (t + hh)) - s2 t * / s1 (v t)) < eps) in B. rewrite E1, E2 in B.
  replace ((v (t + hh) - v t) / hh) with (s2 (t + hh) * / s1 (v (t + hh))); [exact B |].
  unfold s2. destruct (Req_EM_T (t + hh) t) as [C | _]; [lra |]. replace (t + hh - t) with hh by ring.
  unfold s1 in *. destruct (Req_EM_T (v (t + hh)) (v t)) as [C | C].
  - rewrite C. field. split; assumption.
  - assert (g (v (t + hh)) - g (v t) <> 0). { intros Z. apply Ns. rewrite Z. unfold Rdiv. ring. }
    field. repeat split; trivial. lra.
Qed.

Theorem escape_time_claim : claim_escape_time.
Proof.
  intros L HL n Hn T HT g h u Pu v Pv w x y Py z Pz Lam PL c PC g1 H1 g2 H2 lam Hlam q Hq s Hs Rp k Hk Hc Hd Hh Hx Hu HR Hdr _ _ _ _ Hg L1 L2 Hz Hv HC.
  pose proof (INR_2 L HL) as He. set (m := q * (INR L + -1) * / INR L). replace (-1 * q * (INR L + -1) * / INR L) with (- m) by (unfold m; ring).
  split; [| split; [| split; [| split]]].
  - destruct (Hh k Hk) as [H HH].
    assert (M : every T (fun t => Rp (x k t) = Rp (x k 0) + (-1) * H t)).
    { apply (mirror_ends T q L (h k) (w k) (u k) (Lam k) Rp (x k) H (proj1 Hq) (driven_plain T q L (h k) (w k) (Hc k Hk) (Hd k Hk)) HH (Hx k Hk) (Hu k Hk) HR).
      left. intros r _. split; [apply Derive_correct; apply HC | apply HC]. }
    destruct (pull_between T (g k) (h k) (y k) q g1 g2 (proj1 Hq) H1 (Py k Hk) (Hdr k Hk) Hg L1 L2) as [B1 B2].
    split; [exact (rises_by T (fun t => Rp (x k t)) (h k) H _ HH M B1) | exact (falls_by T (fun t => Rp (x k t)) (h k) H _ HH M B2)].
  - intros D t Ht.
    assert (D' : moves_ae T z (fun t => INR L * s * apow (z t) m)) by (revert D; apply rate_change; intros r _; ring).
    pose proof (ray_time T m (INR L * s) z Hz Pz D' t Ht) as E. cbv beta in E. unfold Rminus in E. rewrite E. ring.
  - intros Em D t Ht. assert (C : C1_on positive ln (fun r => / r)) by apply (built_continuous T).
    assert (E : ln (z t) - INR L * s * t = ln (z 0) - INR L * s * 0); [| lra].
    refine (stays0 T (fun t => ln (z t) - INR L * s * t) _ _ (rate_minus T _ _ _ _ (rate_C1 T z _ ln _ positive C D Pz) (rate_linear T (INR L * s))) _ t Ht).
    + apply ac_minus; [now apply (ac_positive T z ln (fun r => / r)) | apply ac_scal, ac_id].
    + intros r Hr. pose proof (Pz r Hr) as P. cbv beta in P. rewrite Em, apow_one, Rabs_pos_eq by lra. field. lra.
  - intros D t Ht.
    assert (PG : forall r, 0 < 4 * r ^ 2 + lam ^ 2) by (intros r; pose proof (pow2_ge_0 r); assert (0 < lam ^ 2) by (now apply pow_lt); lra).
    set (G := fun r => apow (4 * r ^ 2 + lam ^ 2) (1 / 2)).
    assert (PG2 : forall r, 0 < G r) by (intros r; apply apow_gt0, Rgt_not_eq, PG).
    assert (DG : forall r, is_derive G r (4 * r * / G r)).
    { intros r. evar_last; [apply (is_derive_comp (fun p => apow p (1 / 2)) (fun r => 4 * r ^ 2 + lam ^ 2) r
        (1 / 2 * apow (4 * r ^ 2 + lam ^ 2) (1 / 2 - 1)) (8 * r)); [| auto_derive; trivial; ring] |].
      - assert (C : C1_on positive (fun p => apow p (1 / 2)) (fun p => 1 / 2 * apow p (1 / 2 - 1))) by apply (built_continuous T). apply C, PG.
      - unfold scal; simpl; unfold mult; simpl. replace (1 / 2 - 1) with (- (1 / 2)) by field. rewrite apow_Ropp. unfold G. simpl. field.
        apply Rgt_not_eq. apply (PG2 r). }
    set (W := fun r => ln (2 * r + G r)).
    assert (DW : forall r, 0 < r -> is_derive W r (2 * / G r)).
    { intros r Hr. pose proof (PG2 r) as P. evar_last; [apply (is_derive_comp ln (fun r => 2 * r + G r) r (/ (2 * r + G r)) (2 + 4 * r * / G r)) |].
      - assert (C : C1_on positive ln (fun r => / r)) by apply (built_continuous T). apply C. unfold positive. lra.
      - apply (is_derive_plus (fun r => 2 * r) G r 2 _); [auto_derive; trivial; ring | apply DG].
      - unfold scal; simpl; unfold mult; simpl. field. lra. }
    assert (CW : C1_on positive W (fun r => 2 * / G r)).
    { intros r Hr. split; [now apply DW |]. apply (ex_derive_continuous (fun r => 2 * / G r)). apply (ex_derive_scal (fun r => / G r)).
      apply (ex_derive_inv G); [eexists; apply DG | apply Rgt_not_eq, PG2]. }
    assert (E : W (z t) - 2 * s * t = W (z 0) - 2 * s * 0); [| unfold W, G in E; lra].
    refine (stays0 T (fun t => W (z t) - 2 * s * t) _ _ (rate_minus T _ _ _ _ (rate_C1 T z _ W _ positive CW D Pz) (rate_linear T (2 * s))) _ t Ht).
    + apply ac_minus; [now apply (ac_positive T z W (fun r => 2 * / G r)) | apply ac_scal, ac_id].
    + intros r Hr. fold (G (z r)). pose proof (PG2 (z r)). field. lra.
  - intros D. set (Q := fun p => Prod L (fun j => p + c j)). set (S := fun p => Sum L (fun i => others L i (fun j => p + c j))).
    apply (ae_but T _ (fun t => ~ (0 < t /\ is_derive (fun t => apow (Q (v t)) (1 * / q)) t (s * S (v t))) /\ time T t)).
    + apply (null_incl _ (fun t => t = 0 \/ (time T t /\ ~ is_derive (fun t => apow (Q (v t)) (1 * / q)) t (s * S (v t))))).
      * intros t [N Ht]. destruct (Req_dec t 0) as [Z | Z]; [now left | right]. split; [exact Ht |]. intros K. apply N. split; [destruct Ht; lra | exact K].
      * apply null_or; [apply null_countable; exists (fun _ => 0); intros t ->; now exists 0%nat | exact D].
    + intros t Ht N. assert (K : 0 < t /\ is_derive (fun t => apow (Q (v t)) (1 * / q)) t (s * S (v t))).
      { destruct (Classical_Prop.classic (0 < t /\ is_derive (fun t => apow (Q (v t)) (1 * / q)) t (s * S (v t)))) as [K | K]; [exact K |]. elim N. now split. }
      destruct K as [H0 K]. pose proof (Pv t Ht) as P. cbv beta in P.
      pose proof (Q_pos L c (v t) PC P 0 ltac:(lra)) as PQ. pose proof (S_pos L c (v t) HL PC P 0 ltac:(lra)) as PS. cbv zeta beta in PQ, PS.
      rewrite (Prod_ext L _ (fun j => v t + c j)) in PQ by (intros; ring). fold (Q (v t)) in PQ.
      rewrite (Sum_ext L _ (fun i => others L i (fun j => v t + c j))) in PS by (intros; apply others_ext; intros; ring). fold (S (v t)) in PS.
      assert (DQ : is_derive (fun p => apow (Q p) (1 * / q)) (v t) (1 * / q * apow (Q (v t)) (1 * / q + -1) * S (v t))).
      { assert (C : C1_on positive (fun p => apow p (1 * / q)) (fun p => 1 * / q * apow p (1 * / q - 1))) by apply (built_continuous T).
        evar_last; [apply (is_derive_comp (fun p => apow p (1 * / q)) Q (v t) _ (S (v t)) (proj1 (C (Q (v t)) PQ))) |].
        - evar_last; [apply (is_derive_Prod L (fun j p => p + c j) (fun _ => 1) (v t)) |].
          + intros j _. evar_last; [apply (is_derive_plus (fun p => p) (fun _ => c j) (v t) 1 0); [apply (is_derive_id (v t)) | apply (is_derive_const (c j))] | apply Rplus_0_r].
          + unfold S. apply Sum_ext. intros i _. apply Rmult_1_l.
        - unfold scal; simpl; unfold mult; simpl. replace (1 * / q - 1) with (1 * / q + -1) by ring. ring. }
      assert (PA : 0 < apow (Q (v t)) (1 * / q + -1)) by (apply apow_gt0; lra). assert (Iq : 0 < / q) by (apply Rinv_0_lt_compat; lra).
      assert (PD : 1 * / q * apow (Q (v t)) (1 * / q + -1) * S (v t) <> 0).
      { apply Rgt_not_eq. repeat apply Rmult_lt_0_compat; lra. }
      pose proof (inverse_rate (fun p => apow (Q p) (1 * / q)) v t _ _ (ac_continuous T v t Hv Ht H0) DQ PD K) as DV.
      split; [eexists; exact DV |]. fold (Q (v t)).
      assert (EV : Derive (fun t : R => v t) t = s * S (v t) / (1 * / q * apow (Q (v t)) (1 * / q + -1) * S (v t))) by (apply is_derive_unique; exact DV).
      rewrite EV. field. lra.
Qed.
