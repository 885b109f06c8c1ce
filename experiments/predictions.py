"""What `symbolic` predicts, as numbers: each is derived there for the (q, L) of the row, nothing is typed in.

q is text such as "3/2", as in a row's arguments.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from ..symbolic.setting import Setting


def balanced(q: str, depth: int) -> Setting:
    """The setting with every invariant 0."""
    from ..symbolic.setting import setting

    return setting(Fraction(q), depth=depth)


@cache
def metric_exponent(q: str, depth: int) -> Fraction:
    """m = q(L - 1)/L."""
    from ..symbolic.product.exponents import at_infinity

    return Fraction(str(at_infinity(balanced(q, depth))))


def escape_exponent(q: str, depth: int) -> float:
    """L(1 - m) = 1 - (L-1)(q-1): T ~ eps to this power for m > 1, T -> a limit at this rate for m < 1."""
    return float(depth * (1 - metric_exponent(q, depth)))


@cache
def _mirror_map(q: str, depth: int) -> Any:
    import sympy as sp

    from ..symbolic.product.mirror_map import mirror_map
    from ..symbolic.symbols import x

    (case,) = mirror_map(balanced(q, depth)).cases
    return sp.lambdify(x, case.value, "math")


def escape_time(q: str, depth: int, start: float, goal: float, gradient: float) -> float:
    """T = (R'(x_1) - R'(x_0))/|g|^{q-1}, balanced, x > 0."""
    R1 = _mirror_map(q, depth)
    return (R1(goal) - R1(start)) / abs(gradient) ** float(Fraction(q) - 1)


@cache
def weight_speed(q: str, depth: int) -> Callable[[float], float]:
    """dw/dt at |g| = 1 on the balanced ray: P'(u)/(dx/dw) with u = w^q, x = w^L."""
    import sympy as sp

    from ..symbolic.setting import setting

    steep, w = sp.Rational(q), sp.Symbol("w", positive=True)
    at = setting(steep, depth=depth)
    return sp.lambdify(w, sp.powsimp(at.dP(w**steep) / sp.diff(w**depth, w)), "math")


def euler_lag(q: str, depth: int, start: float, goal: float) -> float:
    """lim (T_h - T)/h of Euler's method on dw/dt = phi(w), from w_0 to w_1: (1/2) log(phi(w_1)/phi(w_0))."""
    import math

    phi = weight_speed(q, depth)
    return math.log(phi(goal) / phi(start)) / 2


@cache
def margin_exponent(q: str, depth: int) -> float:
    """r = p/L of the margin that late training maximises; infinite at q = 1."""
    from ..symbolic.product.table2 import margin_exponent as derived

    return float(derived(balanced(q, depth)))


@cache
def regularizer_exponent(q: str, depth: int, decay: str) -> float:
    """e of M = |x|^e/e: coupled 2/L, decoupled 2 - m."""
    from ..symbolic.product.regularizer import coupled_regularizer, exponent, regularizer

    at = balanced(q, depth)
    return float(exponent((coupled_regularizer if decay == "coupled" else regularizer)(at).value))


@cache
def rest_exponent(q: str, depth: int) -> float:
    """The exponent of the penalty at a rest point of decoupled decay, p/L."""
    from ..symbolic.product.table2 import rest_exponent as derived

    return float(derived(balanced(q, depth)))


@cache
def balance_decay(q: str) -> float:
    """c with d/dt (|w_i|^q - |w_j|^q) = -c alpha (|w_i|^q - |w_j|^q) under decoupled decay."""
    from ..symbolic.product.balance import balance
    from ..symbolic.symbols import alpha

    law = balance(balanced(q, 2).q, "decoupled")
    return float((-law.rate / (alpha * law.difference)).simplify())
