"""Relations between values of one function, put in where both sides of one stand in an expression.

Gamma(z) Gamma(1 - z) = pi/sin(pi z),  Gamma(2z) = 2^{2z-1} pi^{-1/2} Gamma(z) Gamma(z + 1/2)     (DLMF 5.5.3, 5.5.5)
E(m) K(1-m) + E(1-m) K(m) - K(m) K(1-m) = pi/2                                  (Legendre; DLMF 19.7.1 with k^2 = m)
"""

from __future__ import annotations

from itertools import permutations

import sympy as sp

from .hypergeometric import gammas, whole

HALF = sp.Rational(1, 2)
MOST_GAMMAS = 8


def doubled(value: sp.Expr) -> sp.Expr:
    """Gamma(2z + k) through Gamma(z) and Gamma(z + 1/2), where both stand too, up to whole numbers."""
    found = sorted(value.atoms(sp.gamma), key=sp.default_sort_key)[:MOST_GAMMAS]
    for f, g in permutations(found, 2):
        z = g.args[0]
        if all(whole(h.args[0] - z - HALF) is None for h in found):
            continue
        if (k := whole(f.args[0] - 2 * z)) is not None and abs(k) <= MOST_GAMMAS and not z.is_Integer:
            double = 2 ** (2 * z - 1) / sp.sqrt(sp.pi) * sp.gamma(z) * sp.gamma(z + HALF)
            return gammas(value.xreplace({f: double * _risen(2 * z, k)}))
    return value


def reflected(value: sp.Expr) -> sp.Expr:
    """Gamma(k - z) through Gamma(z), where that stands too."""
    found = sorted(value.atoms(sp.gamma), key=sp.default_sort_key)[:MOST_GAMMAS]
    for f, g in permutations(found, 2):
        z = g.args[0]
        k = whole(f.args[0] + z)
        if k is not None and abs(k) <= MOST_GAMMAS and not z.is_Integer:
            turned = sp.pi / (sp.sin(sp.expand(sp.pi * z)) * sp.gamma(z))
            value = value.xreplace({f: turned * _risen(1 - z, k - 1)})
            return reflected(value)
    return value


def _risen(z: sp.Expr, k: int) -> sp.Expr:
    """Gamma(z + k)/Gamma(z)."""
    return sp.Mul(*(z + j for j in range(k))) if k >= 0 else 1 / sp.Mul(*(z + j for j in range(k, 0)))


def complementary(value: sp.Expr) -> sp.Expr:
    """E(1-m) through the three others, which all stand there."""
    for f in sorted(value.atoms(sp.elliptic_e), key=sp.default_sort_key):
        n = f.args[-1]
        m = 1 - n
        others = {sp.elliptic_e(m), sp.elliptic_k(m), sp.elliptic_k(n)}
        if len(f.args) == 1 and others <= value.atoms(sp.elliptic_e, sp.elliptic_k):
            E, K, K_n = sp.elliptic_e(m), sp.elliptic_k(m), sp.elliptic_k(n)
            return value.xreplace({f: (sp.pi / 2 + K * K_n - E * K_n) / K})
    return value


RELATIONS = (reflected, doubled, complementary)
