"""Table 1: the norm that weight decay induces on the balanced manifold, for any q and L, decoupled and coupled.

Each row is derived: M of symbolic.product.regularizer, the exponent e from 1 + x M''/M', the limit L -> infinity from
the form x^e/e minus its constant. e = 0 is the logarithm, any other e the power |x|^e.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import sympy as sp

from ..deciding.sign_of_one_minus_m import lowest
from ..setting import setting
from .regularizer import coupled_regularizer, deep_limit, exponent, regularizer

DECAYS = ("coupled", "decoupled")


@dataclass(frozen=True)
class Row:
    """M = `regularizer` up to a factor and a constant; `form` is M itself, `limit` M as L -> infinity."""

    q: sp.Expr
    depth: sp.Expr
    decay: str
    exponent: sp.Expr
    kind: str
    regularizer: str
    form: sp.Expr
    limit: sp.Expr


def rows(steepnesses: Iterable[sp.Expr] = (2, 1), depths: Iterable[sp.Expr] = (2, sp.oo)) -> tuple[Row, ...]:
    """The rows for q (rational or symbolic) and L (integer, symbolic or oo), coupled and decoupled."""
    ls = list(depths)
    return tuple(row(sp.sympify(s), sp.sympify(n), decay) for s in steepnesses for n in ls for decay in DECAYS)


def row(steepness: sp.Expr, depth: sp.Expr, decay: str) -> Row:
    """One row."""
    coupled = decay == "coupled"
    limit = deep_limit(steepness, coupled)
    if depth == sp.oo:
        form = limit
    else:
        form = (coupled_regularizer if coupled else regularizer)(setting(steepness, depth=depth)).value
    e = lowest(exponent(form))
    return Row(steepness, depth, decay, e, kind(e), name(e), form, limit)


def kind(e: sp.Expr) -> str:
    """Whether the primitive of x^{e-1} is a power or the logarithm."""
    return "log" if e == 0 else "power"


def name(e: sp.Expr) -> str:
    """L_e by its exponent: L1, L_{3/2}; the logarithm by its kind."""
    if e == 0:
        return kind(e)
    return f"L{e}" if e.is_Integer else f"L_{{{e}}}"
