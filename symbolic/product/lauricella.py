"""Lauricella's F_D(a; b_1..b_n; c; z_1..z_n) = sum_k (a)_{|k|}/(c)_{|k|} prod_j (b_j)_{k_j} z_j^{k_j}/k_j!.

For c = a + 1 it is the primitive of a product of powers (DLMF 16.15 and 19.19 for two variables and more):

  F_D(a; b; a+1; z) = a int_0^1 s^{a-1} prod_j (1 - z_j s)^{-b_j} ds,
  theta F_D = a (prod_j (1 - z_j)^{-b_j} - F_D),   theta = sum_j z_j d/dz_j,

the second because (a)_n/(a+1)_n = a/(a+n) and theta multiplies the terms of degree n by n. One variable is Gauss's
2F1, two are Appell's F1.
"""

from __future__ import annotations

from typing import Any

import mpmath
import sympy as sp
from sympy.core.containers import Tuple


class LauricellaFD(sp.Function):
    """F_D(a; b; c; z) for real c > a > 0 and z_j < 1 (b, z tuples of one length).

    Zero parameters and equal variables are merged; no variables: 1. Differentiated only where c = a + 1 and all z_j
    are proportional to one function (theta F_D above), which is every use in this project.
    """

    nargs = 4

    @classmethod
    def eval(cls, a: sp.Expr, b: Any, c: sp.Expr, z: Any) -> sp.Expr | None:
        merged: dict[sp.Expr, sp.Expr] = {}
        for power, variable in zip(b, z, strict=True):
            if power != 0 and variable != 0:
                merged[variable] = merged.get(variable, sp.Integer(0)) + power
        kept = {variable: power for variable, power in merged.items() if power != 0}
        if not kept:
            return sp.Integer(1)
        if len(kept) < len(z):
            return cls(a, Tuple(*kept.values()), c, Tuple(*kept))
        return None

    def _eval_derivative(self, s: sp.Symbol) -> sp.Expr:
        a, b, c, z = self.args
        if not any(part.has(s) for part in self.args):
            return sp.Integer(0)
        rates = {sp.cancel(sp.diff(sp.log(abs_), s)) for abs_ in (sp.expand(-value) for value in z)}
        if any(part.has(s) for part in (a, b)) or sp.cancel(c - a - 1) != 0 or len(rates) != 1:
            raise NotImplementedError("F_D is differentiated along a ray, for c = a + 1")
        end = sp.Mul(*((1 - value) ** -power for power, value in zip(b, z, strict=True)))
        return rates.pop() * a * (end - self)

    def _eval_rewrite_as_hyper(self, *args: Any, **_: Any) -> sp.Expr:
        """2F1 for one variable, Appell's F1 for two, F_D itself for more."""
        a, b, c, z = self.args
        if len(z) == 1:
            return sp.hyper((a, b[0]), (c,), z[0])
        if len(z) == 2:
            return sp.appellf1(a, b[0], b[1], c, z[0], z[1])
        return self

    def _eval_evalf(self, prec: int) -> sp.Expr | None:
        a, b, c, z = self.args
        if self.free_symbols:
            return None
        with mpmath.workprec(prec + 20):
            numbers = [mpmath.mpf(part._to_mpmath(prec + 20)) for part in (a, c)]
            powers, variables = ([v._to_mpmath(prec + 20) for v in part] for part in (b, z))
            return sp.Float(lauricella_fd(numbers[0], powers, numbers[1], variables), precision=prec)

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        a, b, c, z = self.args
        inner = "; ".join(", ".join(printer._print(v) for v in part) for part in ((a,), b, (c,), z))
        shown = rf"F_D\left({inner}\right)"
        return shown if exp is None else rf"{shown}^{{{exp}}}"

    def _sympystr(self, printer: Any) -> str:
        a, b, c, z = self.args
        inner = "; ".join(", ".join(printer._print(v) for v in part) for part in ((a,), b, (c,), z))
        return f"F_D({inner})"


def lauricella_fd(a, b, c, z):  # type: ignore[no-untyped-def]
    """Gamma(c)/(Gamma(a) Gamma(c-a)) int_0^1 s^{a-1} (1-s)^{c-a-1} prod (1 - z_j s)^{-b_j} ds, for z_j < 1."""
    mp = mpmath.mp
    knees = sorted({1 / (1 + abs(v)) for v in z} | {mp.mpf(1) / 2})

    def near_zero(r):  # type: ignore[no-untyped-def]
        s = r ** (1 / a)  # s^{a-1} ds = dr/a
        return mp.fprod((1 - v * s) ** -e for e, v in zip(b, z, strict=True)) * (1 - s) ** (c - a - 1) / a

    def near_one(r):  # type: ignore[no-untyped-def]
        s = 1 - r ** (1 / (c - a))
        return mp.fprod((1 - v * s) ** -e for e, v in zip(b, z, strict=True)) * s ** (a - 1) / (c - a)

    middle = knees[-1]
    below = mp.quad(near_zero, [0, *(k**a for k in knees)])
    above = mp.quad(near_one, [0, (1 - middle) ** (c - a)])
    return (below + above) * mp.gamma(c) / (mp.gamma(a) * mp.gamma(c - a))
