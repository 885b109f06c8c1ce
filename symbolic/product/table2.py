"""Table 2: four exponents of sparsity on the balanced manifold, side by side for any q and L (theory: section 12.5).

  margin   r with r - 1 = (1 - m)/(q - 1): late training maximises min_i z_i.x over sum_k |x_k|^r <= 1;  r = p/L
  coupled  the norm that decay inside the signed power adds to f:                                       2/L
  drift    the norm M along which decoupled decay moves, M' = L x R'':                                   2 - m
  rest     the norm whose sum a rest point of decoupled decay makes stationary with f:                   p/L

Each is derived. margin: y = R'(x) moves along <gbar>^{q-1} and R'' ~ |x|^{-m}/L at infinity, so gbar is proportional
to <x>^{(1-m)/(q-1)}. rest: <g>^{q-1} = -alpha M'(x) means g = -<alpha M'>^{1/(q-1)}. At q = 1 both are infinite:
|x_k| <= c.
The margin problem is convex iff r >= 1 iff m <= 1 iff R' is onto (symbolic.product.legendre).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sympy as sp

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import lowest, sign_cases
from ..setting import Setting, setting
from ..symbols import L, q
from .exponents import at_infinity
from .legendre import legendre
from .regularizer import coupled_regularizer, exponent, regularizer
from .table1 import name

COLUMNS = ("margin", "coupled", "drift", "rest")
ORDERS = {
    1: "coupled < drift < margin = rest",
    0: "coupled < drift = margin = rest",
    -1: "coupled < margin = rest < drift",
}
EQUAL = "coupled = drift = margin = rest"


@dataclass(frozen=True)
class Row:
    """The exponents at (q, L); `limits` as L -> infinity; `order` in cases (condition, order); sympy's oo for infinity.

    `convex` (the margin problem) and `onto` (R', None at L = infinity) are true, false or a condition on q and L.
    An exponent with a symbolic q is stated for q > 1 where it has a pole at q = 1: there it is infinite.
    """

    q: sp.Expr
    depth: sp.Expr
    exponents: dict[str, sp.Expr]
    limits: dict[str, sp.Expr]
    convex: Any
    onto: Any
    order: tuple[tuple[Any, str], ...]

    def names(self) -> dict[str, str]:
        """L_e for each exponent e."""
        return {column: norm(e) for column, e in self.exponents.items()}


def norm(e: sp.Expr) -> str:
    """L_e by its exponent; L_inf; log where e = 0."""
    return "L_inf" if e == sp.oo else name(e)


def margin_exponent(setting: Setting) -> sp.Expr:
    """r = 1 + (1 - m)/(q - 1), infinite at q = 1; it equals p/L."""
    if setting.q == 1:
        return sp.oo
    r = 1 + (1 - at_infinity(setting)) / (setting.q - 1)
    if not is_zero(r - setting.q / (setting.q - 1) / setting.depth):
        raise ArithmeticError("1 + (1 - m)/(q - 1) = p/L failed its check")
    return lowest(r)


def rest_exponent(setting: Setting) -> sp.Expr:
    """e of sum |x_k|^e whose derivative is a multiple of M'^{1/(q-1)}, infinite at q = 1 (there |M'| <= 1/alpha)."""
    if setting.q == 1:
        return sp.oo
    return lowest(1 + (exponent(regularizer(setting).value) - 1) / (setting.q - 1))


@lru_cache(maxsize=256)
def exponents(steepness: sp.Expr, depth: sp.Expr) -> dict[str, sp.Expr]:
    """The four at a finite or symbolic L."""
    at = setting(steepness, depth=depth)
    return {
        "margin": margin_exponent(at),
        "coupled": lowest(exponent(coupled_regularizer(at).value)),
        "drift": lowest(exponent(regularizer(at).value)),
        "rest": rest_exponent(at),
    }


@lru_cache(maxsize=256)
def limits(steepness: sp.Expr) -> dict[str, sp.Expr]:
    """The four as L -> infinity (for a symbolic q: q > 1)."""
    return {column: sp.limit(e, L, sp.oo) for column, e in exponents(steepness, L).items()}


def order(steepness: sp.Expr, depth: sp.Expr) -> tuple[tuple[Any, str], ...]:
    """How the four compare, by cases. Off q = 2 it is the sign of 1 - m, since margin - drift = (1-m)(2-q)/(q-1)."""
    _check_differences()
    if steepness == 2:
        return ((sp.true, EQUAL),)
    if depth == sp.oo:
        deep = ((sp.Eq(q, 1), ORDERS[1]), (sp.And(q > 1, q < 2), "coupled = margin = rest < drift"))
        return (*deep, (sp.Eq(q, 2), EQUAL)) if steepness == q else ((sp.true, deep[steepness != 1][1]),)
    cases = [(when, ORDERS[sign]) for sign, when in sign_cases(steepness, depth)]
    if steepness != q:
        return tuple(cases)
    below = [(sp.true if when == sp.Lt(q, 2) else when, words) for when, words in cases if when != sp.Eq(q, 2)]
    return (
        *((when if _at_most_two(when) else sp.And(when, q < 2), words) for when, words in below),
        (sp.Eq(q, 2), EQUAL),
    )


def _at_most_two(when: Any) -> bool:
    """Whether the condition, q < c or q = c with c < 2, leaves q = 2 out by itself."""
    return isinstance(when, (sp.Lt, sp.Eq)) and when.lhs == q and when.rhs.is_Rational and when.rhs < 2


@lru_cache(maxsize=256)
def _check_differences() -> None:
    found = exponents(q, L)
    m = at_infinity(setting(q, depth=L))
    for left, right, difference in (
        ("margin", "coupled", (2 - q) / ((q - 1) * L)),
        ("drift", "coupled", (2 - q) * (L - 1) / L),
        ("margin", "drift", (1 - m) * (2 - q) / (q - 1)),
        ("rest", "margin", sp.Integer(0)),
    ):
        if not is_zero(found[left] - found[right] - difference):
            raise ArithmeticError(f"{left} - {right} failed its check")


def convex(steepness: sp.Expr, depth: sp.Expr) -> Any:
    """r >= 1, which is m <= 1: true, false, or a condition."""
    if depth == sp.oo:
        return sp.Eq(q, 1) if steepness == q else sp.true if steepness == 1 else sp.false
    cases = sign_cases(steepness, depth)
    if all(sign >= 0 for sign, _ in cases):
        return sp.true
    return sp.simplify(sp.Or(*(when for sign, when in cases if sign >= 0)))


def row(steepness: sp.Expr, depth: sp.Expr) -> Row:
    """One row: q rational or the symbol, L an integer, the symbol or oo."""
    ends = limits(steepness)
    found = ends if depth == sp.oo else exponents(steepness, depth)
    onto = None if depth == sp.oo else legendre(setting(steepness, depth=depth))["onto"].holds
    return Row(steepness, depth, found, ends, convex(steepness, depth), onto, order(steepness, depth))


def rows(steepnesses: Iterable[sp.Expr], depths: Iterable[sp.Expr]) -> tuple[Row, ...]:
    """A row for every q and L."""
    ls = list(depths)
    return tuple(row(sp.sympify(s), sp.sympify(n)) for s in steepnesses for n in ls)
