"""A SymPy expression at balls: sums, products, powers, elementary functions and 2F1, for first integrals along a trajectory."""

from __future__ import annotations

from collections.abc import Mapping

import sympy as sp
from flint import arb, fmpq

from numeric_checks.enclose import FUNCTIONS
from symbolic.lauricella import LauricellaFD


def at_balls(expression: sp.Expr, at: Mapping[sp.Symbol, arb]) -> arb | None:
    """The value at the precision in force; None where it is not shown to be defined."""
    if expression in at:
        return at[expression]
    if expression.is_Rational:
        return arb(fmpq(int(expression.p), int(expression.q)))
    if expression is sp.pi:
        return arb.pi()
    if isinstance(expression, LauricellaFD):
        return at_balls(expression.rewrite(sp.hyper), at)
    if isinstance(expression, sp.hyper):
        return _hypergeometric(expression, at)
    parts = [at_balls(part, at) for part in expression.args]
    known = [part for part in parts if part is not None]
    if not parts or len(known) < len(parts):
        return None
    if expression.is_Add:
        return sum(known[1:], known[0])
    if expression.is_Mul:
        product = known[0]
        for part in known[1:]:
            product = product * part
        return product
    if expression.is_Pow:
        base, exponent = known
        if expression.exp.is_Integer:
            n = int(expression.exp)
            return base**n if n >= 0 else None if base.contains(0) else 1 / base**-n
        return base**exponent if base > 0 else None
    rule = FUNCTIONS.get(expression.func.__name__)
    return rule(*known) if rule else None


def _hypergeometric(expression: sp.Expr, at: Mapping[sp.Symbol, arb]) -> arb | None:
    """2F1 at z < 1, where the real branch is the usual one."""
    above, below, argument = expression.args
    values = [at_balls(part, at) for part in (*above, *below, argument)]
    known = [value for value in values if value is not None]
    if (len(above), len(below)) != (2, 1) or len(known) < 4 or not known[3] < 1:
        return None
    return known[3].hypgeom_2f1(*known[:3])
