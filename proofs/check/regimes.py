"""The parts of a claim's (q, L) on which its quantity is one formula in u, and that quantity (theory: sections 3 to 5,
8).

  metric               R'' = 1/P'(u)
  coupled-regularizer  (1/2) sum_i ((u + Lambda_i)^{2/q} - Lambda_i^{2/q})
  mirror-map           dR'/du = P^{1/q-1}/q;   R' = 0 at u = 0 (m_0 < 1), else R' -> 0 as u -> infinity
  conjugate            d/du = P^{2/q-1}/q, 0 at u = 0;    regularizer: L times that
  potential            dR/dx = R', R = 0 at u = 0

Balanced, m != 1: R' = x^{1-m}/(L (1-m)); m = 1: R' = log(x)/L. There every quantity is a formula.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from ...symbolic.deciding.formulas import TRUE, Formula, atom
from ...symbolic.deciding.polynomials import L as LAYERS
from ...symbolic.deciding.polynomials import constant
from ...symbolic.deciding.polynomials import q as Q
from ...symbolic.formula import size
from ...symbolic.reading.to_sympy import values
from ...symbolic.setting import Setting, setting
from ...symbolic.symbols import L, q, u
from .claims import EqualityClaim

CRITICAL = LAYERS * (Q - 1) - Q  # 0 iff m = 1
TURNING = ("mirror-map", "potential")  # the quantities whose formula depends on m or m_0


@dataclass(frozen=True)
class Regime:
    """`at` for the (q, L) of `given`; `base`, where R' is 0 (0 or oo), or None: balanced, with m = 1 iff `critical`.

    `only` is the one q of the regime, where there is one; `words` says which (q, L) it has.
    """

    at: Setting
    given: Formula
    base: sp.Expr | None
    critical: bool
    only: Fraction | None
    words: str

    @property
    def hole(self) -> str:
        """The regime where the expression has no value on it."""
        return self.words.partition(", where")[0] if self.only is not None else "m = 1"


@dataclass(frozen=True)
class Target:
    """A quantity in u: `value` itself, or `density`, its derivative of the given order (1: d/du, 2: d/du d/dx)."""

    order: int
    value: sp.Expr | None
    density: sp.Expr


def regimes(claim: EqualityClaim) -> Iterator[Regime]:
    """The regimes of the claim, which together make its whole (q, L)."""
    turning = claim.quantity in TURNING
    for steepness in claim.q if claim.q is not None else (None,):
        yield from _balanced(claim, steepness, turning) if _is_balanced(claim) else _general(claim, steepness, turning)


def _is_balanced(claim: EqualityClaim) -> bool:
    return claim.invariants is None or all(v == 0 for v in claim.invariants)


def _depth(claim: EqualityClaim) -> int | None:
    return claim.depth if claim.invariants is None else len(claim.invariants)


def _exact(value: Fraction) -> sp.Rational:
    return sp.Rational(value.numerator, value.denominator)


def _at(steepness: Fraction | None, depth: int | None) -> Formula:
    formula: Formula = TRUE
    if steepness is not None:
        formula = formula & atom(Q - constant(steepness), "==")
    if depth is not None:
        formula = formula & atom(LAYERS - constant(depth), "==")
    return formula


def _balanced(claim: EqualityClaim, steepness: Fraction | None, turning: bool) -> Iterator[Regime]:
    depth = _depth(claim)
    layers = L if depth is None else sp.Integer(depth)
    given = _at(steepness, depth)
    critical_q = None if depth is None else Fraction(depth, depth - 1)
    at = setting(q if steepness is None else _exact(steepness), depth=layers)
    words = "all q" if steepness is None else f"q = {steepness}"
    if not turning:
        yield Regime(at, given, None, False, steepness, words)
        return
    if depth is not None and steepness is not None:
        yield Regime(at, given, None, steepness == critical_q, steepness, words)
        return
    yield Regime(at, given & atom(CRITICAL, "!="), None, False, steepness, f"{words}, m != 1")
    if steepness is None and critical_q is not None:
        here = setting(_exact(critical_q), depth=layers)
        yield Regime(here, _at(critical_q, depth), None, True, critical_q, f"q = {critical_q}, where m = 1")
    elif steepness is None:
        here = Setting(q, ((sp.Integer(0), q / (q - 1)),))
        yield Regime(here, atom(CRITICAL, "=="), None, True, None, "L = q/(q - 1), where m = 1")
    elif steepness > 1 and (turn := steepness / (steepness - 1)).denominator == 1:
        here = setting(_exact(steepness), depth=int(turn))
        yield Regime(
            here, _at(steepness, int(turn)), None, True, steepness, f"q = {steepness}, L = {turn}, where m = 1"
        )


def _general(claim: EqualityClaim, steepness: Fraction | None, turning: bool) -> Iterator[Regime]:
    assert claim.invariants is not None
    depth, entries = len(claim.invariants), values(claim.invariants)
    zeros = sum(1 for v in claim.invariants if v == 0)
    zero, infinity = sp.Integer(0), sp.oo
    if steepness is not None:
        at = setting(_exact(steepness), entries)
        base = zero if not turning or zeros * (steepness - 1) < steepness else infinity
        yield Regime(at, _at(steepness, depth), base, False, steepness, f"q = {steepness}")
        return
    at, given = setting(q, entries), _at(None, depth)
    if not turning or zeros == 1:
        yield Regime(at, given, zero, False, None, "all q")
        return
    turn = Fraction(zeros, zeros - 1)  # m_0 = 1
    yield Regime(at, given & atom(Q - constant(turn), "<"), zero, False, None, f"q < {turn}, where m_0 < 1")
    if turn == 2:
        end = setting(sp.Integer(2), entries)
        yield Regime(end, _at(turn, depth), infinity, False, turn, "q = 2, where m_0 = 1")
    else:
        yield Regime(at, given & atom(Q - constant(turn), ">="), infinity, False, None, f"q >= {turn}, where m_0 >= 1")


def target(quantity: str, regime: Regime) -> Target:
    """The quantity on a regime."""
    at, c = regime.at, regime.at.q
    slope, mass = at.P() ** (1 / c - 1) / c, at.P() ** (2 / c - 1) / c
    if quantity == "metric":
        slowness = sp.factor(sp.together(at.dP())) if at.depth.is_Integer else at.dP()
        return _known(1 / slowness)
    if quantity == "coupled-regularizer":
        return _known(sum(n * ((u + v) ** (2 / c) - v ** (2 / c)) for v, n in at.groups) / 2)
    factor = at.depth if quantity == "regularizer" else sp.Integer(1)
    if not at.balanced:
        if quantity in TURNING:
            return Target(1 if quantity == "mirror-map" else 2, None, slope)
        return Target(1, None, factor * mass)
    N = at.depth
    conjugate = u ** (N * (2 / c - 1) + 1) / (N * (2 - c) + c)
    if quantity in ("conjugate", "regularizer"):
        return Target(0, factor * conjugate, factor * mass)
    dual = sp.log(u) / c if regime.critical else u ** (N * (1 / c - 1) + 1) / (N - c * (N - 1))
    if quantity == "mirror-map":
        return Target(0, dual, slope)
    return Target(0, size(at) * dual - conjugate, dual * sp.diff(size(at), u))


def _known(value: sp.Expr) -> Target:
    return Target(0, value, sp.diff(value, u))
