"""A SymPy expression at balls: sums, products, powers, exp and log, for the first integrals along a trajectory."""

from __future__ import annotations

from collections.abc import Mapping

import sympy as sp
from flint import arb, fmpq

from numeric_checks.enclose import FUNCTIONS


def at_balls(expression: sp.Expr, at: Mapping[sp.Symbol, arb]) -> arb | None:
    """The value at the precision in force; None where it is not shown to be defined."""
    if expression in at:
        return at[expression]
    if expression.is_Rational:
        return arb(fmpq(int(expression.p), int(expression.q)))
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
