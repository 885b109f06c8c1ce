"""x = c prod |w_i|^{n_i} up to signs is the product case in other units (theory: section 11.8 with section 3).

d_i h = n_i h/w_i, so |w_i|^q = n_i^{q-1} (v + Lambda_i) with constant Lambda_i, least 0, and with P(v) = prod (v +
Lambda_i)^{n_i}

  |x|^q = K P(v),   K = |c|^q prod n_i^{(q-1) n_i},   sum |d_i h|^q = K P'(v),   R'' = 1/(K P'(v)):

in X = |x| K^{-1/q} this is the potential of P, R'(x) = K^{1/q-1} R_P'(X), R(x) = K^{2/q-1} R_P(X). A product has K = 1.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cmp_to_key, lru_cache

import sympy as sp

from ..algebra import equal
from ..exact_number import plain
from ..setting import Setting
from .reparameterization import Reparameterization
from .signs import sign


@dataclass(frozen=True)
class Monomial:
    """The exponents n_i, K, the setting of P (multiplicities n_i), whether x can change its sign, and the sign of
    x_0."""

    exponents: tuple[sp.Rational, ...]
    K: sp.Expr
    setting: Setting
    two_sided: bool
    side: int

    @property
    def named(self) -> tuple[Setting, dict[sp.Symbol, sp.Expr]]:
        """The setting with a letter for each irrational Lambda, and what the letters stand for."""
        rough = [v for v, _ in self.setting.groups if not v.is_Rational]
        letters = [sp.Symbol("lam" if len(rough) == 1 else f"lam{n}", positive=True) for n in range(1, len(rough) + 1)]
        values = dict(zip(letters, rough, strict=True))
        groups = tuple((next((a for a, w in values.items() if w == v), v), n) for v, n in self.setting.groups)
        return Setting(self.setting.q, groups), values

    @property
    def product(self) -> bool:
        """Whether h is w_1 w_2 ... w_L with L >= 2 itself."""
        return self.K == 1 and len(self.exponents) > 1 and set(self.exponents) == {sp.Integer(1)} and self.two_sided


@lru_cache(maxsize=64)
def monomial(h: Reparameterization) -> Monomial | None:
    """h as a monomial with positive exponents, odd or even in every weight, or None. Checked: n_i H = z_i d_i H."""
    shares = [sp.cancel(z * slope / h.H) for z, slope in zip(h.sizes, h.slopes, strict=True)]
    if not all(n.is_Rational and n > 0 for n in shares):
        return None
    if not all(equal(z * slope, n * h.H) for z, slope, n in zip(h.sizes, h.slopes, shares, strict=True)):
        return None
    if not all(h.odd(i) or h.even(i) for i in range(len(shares))):
        return None  # |h| differs on the two sides of w_i = 0
    c = h.H.xreplace({z: sp.Integer(1) for z in h.sizes})
    counts = [h.held(n) for n in shares]
    levels = [h.held(abs(w)) ** h.q * n ** (1 - h.q) for w, n in zip(h.start, counts, strict=True)]

    def order(i: int, j: int) -> int:
        return sign(levels[i] - levels[j])

    ordered = sorted(range(len(levels)), key=cmp_to_key(order))
    groups: list[tuple[sp.Expr, sp.Rational]] = []
    least: list[int] = []
    for i in ordered:
        above = _rational(levels[i] - levels[ordered[0]])
        if groups and sign(groups[-1][0] - above) == 0:
            groups[-1] = (groups[-1][0], groups[-1][1] + shares[i])
        else:
            groups.append((above, shares[i]))
        if len(groups) == 1:
            least.append(i)
    K = sp.Abs(c) ** h.q * sp.Mul(*(n ** ((h.q - 1) * share) for n, share in zip(counts, shares, strict=True)))
    flips = any(h.odd(i) for i in least)
    return Monomial(tuple(shares), K, Setting(h.q, tuple(groups)), flips, sign(h.x0))


def _rational(value: sp.Expr) -> sp.Expr:
    """The number itself where it is rational."""
    return value if (known := plain(value)) is None else known
