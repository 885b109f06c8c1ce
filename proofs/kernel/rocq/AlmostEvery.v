(** Rules whose premise holds at almost every time only: limits keep an order, no contradiction, what is lost has an integral. *)

From Coq Require Import Reals Lra Lia Psatz Classical.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Basics Times Rules Rates Limits MoreRules Laws ClaimsFlows
  ClaimsLimits Cover Dominated Meaning.
Local Open Scope R_scope.

Lemma late T A s : Rbar_lt 0 T -> time T s -> ae T A -> exists t, time T t /\ s <= t /\ A t.
Proof.
  intros HT [H0 H1] HA. assert (E : exists b, s < b /\ Rbar_lt b T).
  { destruct T as [r | |]; simpl in *; [exists ((s + r) / 2) | exists (s + 1) | contradiction]; simpl; split; trivial; lra. }
  destruct E as [b [Hb HbT]]. destruct (proj2 (ae_meaning T A) s b H0 Hb HbT HA) as [t [Ht At]].
  exists t. split; [| split; [lra | exact At]]. split; [lra |]. apply Rbar_lt_trans with b; [simpl; lra | exact HbT].
Qed.

Theorem limit_keeps_order : rule_limit_keeps_order.
Proof.
  intros T a b c d HT Hab Ha Hb. apply Rnot_lt_le. intros Hlt. set (e := (c - d) / 2).
  assert (He : 0 < e) by (unfold e; lra). pose proof (toward_proper T HT) as FF.
  destruct (filter_and _ _ (proj1 (tends_spec (toward T) a c) Ha e He) (proj1 (tends_spec (toward T) b d) Hb e He))
    as [s [Hs K]].
  destruct (late T _ s HT Hs Hab) as [t [Ht [Hst L]]]. destruct (K t Ht Hst) as [H2 H3].
  apply Rabs_def2 in H2. apply Rabs_def2 in H3. unfold e in *. lra.
Qed.

Theorem contradicted : rule_contradicted.
Proof.
  intros T H A a HT K h x. destruct (late T _ 0 HT (conj (Rle_refl 0) HT) (K (conj h x))) as [t [_ [_ L]]]. lra.
Qed.

Theorem integrated : rule_integrated.
Proof.
  intros T y c r b HT Hy HR Hr Mr Hc Hb. assert (T0 : time T 0) by (split; [lra | exact HT]).
  destruct (measurable_integral T y r c HT Hy Hc HR Hr Mr) as [A HA]. exists A. split; [exact HA |].
  assert (Hle : every T (fun t => A t <= (y 0 + - b) * / c)) by exact (integral_below T y c r A b Hy HR Hr Hc Hb HA).
  destruct (whole_integral T r A _ HA Hr Hle T0) as [l [Hl Hlim]]. exists l. split.
  - intros P [eps K]. destruct (Hlim eps (cond_pos eps)) as [s [Hs Q]]. exists s. split; [exact Hs |].
    intros t Ht Hst. apply K. exact (Q t Ht Hst).
  - apply (proj2 Hl). intros v [t [Ht ->]]. exact (Hle t Ht).
Qed.
