(** The rule of quotients whose denominator grows: from a/c -> r to y/b -> r. *)

From Coq Require Import Reals Lra Lia Psatz.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary Basics Times Rules Rates Limits Laws MoreRules ClaimsLimits.
Local Open Scope R_scope.

(** What has no positive rate from the time s on does not increase from there on. *)
Lemma falls_from T y s : time T s -> ac T y -> rate T y (fun t l => s <= t -> l <= 0) ->
  forall t, time T t -> s <= t -> y t <= y s.
Proof.
  intros Hs Hy Dy t Ht Hst. assert (S0 : 0 <= s) by apply Hs.
  pose proof (never_above (later T s) (fun v => y (s + v)) (ac_later T s y S0 Hy)) as N.
  specialize (N ltac:(generalize (ae_later T s _ S0 Dy); apply ae_incl; intros v Hv [l [D K]]; exists l;
    split; [now apply is_derive_later | apply K; destruct Hv; lra])).
  specialize (N (t - s) (later_time T s t S0 Hst Ht)). cbv beta in N.
  replace (s + (t - s)) with t in N by ring. now rewrite Rplus_0_r in N.
Qed.

Theorem ratio : rule_ratio.
Proof.
  intros T HT y b a c r Hy Hb Dy Db Pc Gb Ta. pose proof (toward_proper T HT) as PF.
  apply tends_spec; [exact PF |]. intros eps He. set (e := eps / 4). assert (Pe : 0 < e) by (unfold e; lra).
  destruct (proj1 (@tends_spec (toward T) PF _ _) Ta e Pe) as [s [Hs K]].
  assert (D : ae T (fun t => s <= t -> Rabs (a t - r * c t) <= e * c t)).
  { revert Pc. apply ae_incl. intros t Ht P Hst. specialize (K t Ht Hst). left.
    replace (a t - r * c t) with ((a t * / c t - r) * c t) by (field; lra). rewrite Rabs_mult, (Rabs_pos_eq (c t)) by lra.
    now apply Rmult_lt_compat_r. }
  assert (Dz : forall k, moves_ae T (fun t => k * (y t - r * b t) - e * b t) (fun t => k * (a t - r * c t) - e * c t)).
  { intros k. apply rate_minus; [| generalize Db; apply ae_incl; intros t _; now apply is_derive_scal].
    generalize (rate_minus T y a (fun t => r * b t) (fun t => r * c t) Dy
      ltac:(generalize Db; apply ae_incl; intros t _; now apply is_derive_scal)).
    apply ae_incl. intros t _. now apply is_derive_scal. }
  assert (B : forall k, k = 1 \/ k = -1 -> forall t, time T t -> s <= t ->
    k * (y t - r * b t) - e * b t <= k * (y s - r * b s) - e * b s).
  { intros k Hk. apply (falls_from T (fun t => k * (y t - r * b t) - e * b t) s Hs).
    - apply ac_minus; apply ac_scal; [apply ac_minus; [exact Hy | now apply ac_scal] | exact Hb].
    - generalize (ae_and T _ _ (Dz k) D). apply ae_incl. intros t _ [D1 D2]. eexists. split; [exact D1 |].
      intros Hst. specialize (D2 Hst). unfold Rabs in D2. destruct Rcase_abs in D2; destruct Hk as [-> | ->]; lra. }
  set (C := Rabs (y s - r * b s) + e * Rabs (b s)).
  assert (C0 : 0 <= C) by (unfold C; pose proof (Rabs_pos (y s - r * b s)); pose proof (Rabs_pos (b s)); nra).
  generalize (@filter_and _ _ (@filter_filter _ _ PF) _ _ (proj1 (@grows_spec (toward T) PF b) Gb (C / e)) (ex_intro _ s (conj Hs (fun t Ht Hst => conj Ht Hst)) : toward T (fun t => time T t /\ s <= t))).
  apply (@filter_imp _ _ (@filter_filter _ _ PF)). intros t [Hbt [Ht Hst]].
  pose proof (B 1 (or_introl eq_refl) t Ht Hst) as B1. pose proof (B (-1) (or_intror eq_refl) t Ht Hst) as B2.
  assert (E : C < e * b t).
  { apply Rmult_lt_compat_l with (r := e) in Hbt; [| exact Pe]. replace (e * (C / e)) with C in Hbt by (field; lra). exact Hbt. }
  assert (Pb : 0 < b t) by nra.
  assert (Z : Rabs (y t - r * b t) <= 2 * (e * b t)).
  { pose proof (Rle_abs (y s - r * b s)). pose proof (Rle_abs (- (y s - r * b s))) as N. rewrite Rabs_Ropp in N.
    pose proof (Rle_abs (- b s)) as M. rewrite Rabs_Ropp in M. assert (e * - b s <= e * Rabs (b s)) by (apply Rmult_le_compat_l; lra).
    unfold C in E. apply Rabs_le. lra. }
  replace (y t * / b t - r) with ((y t - r * b t) * / b t) by (field; lra). rewrite Rabs_mult, (Rabs_pos_eq (/ b t)) by (left; now apply Rinv_0_lt_compat).
  apply Rle_lt_trans with (2 * (e * b t) * / b t); [apply Rmult_le_compat_r; [left; now apply Rinv_0_lt_compat | exact Z] |].
  replace (2 * (e * b t) * / b t) with (2 * e) by (field; lra). unfold e. lra.
Qed.
