"""Power series compared term by term: first coefficients, and ratios of successive coefficients at a symbolic index n.

hypergeometric   pFq(a; b; z) = sum_n c_n:   c_{n+1}/c_n = prod_i (a_i + n) / (prod_j (b_j + n) (n + 1)) z
binomial         (1 + z)^{-e} = sum_n c_n:   c_{n+1}/c_n = -(e + n)/(n + 1) z, as (1 + z) f' = -e f
integration      int_0^u v^{s-1+dn} dv = u^{s+dn}/(s + dn)
"""

from __future__ import annotations

import sympy as sp

from ...judging.steps import Cite, Domain, Group, Identity

n = sp.Symbol("n", positive=True)  # n = 0, 1, 2, ... (n + 1 is used where n = 0 counts)
z = sp.Symbol("z", positive=True)
COEFFICIENT = sp.Symbol("c_n", positive=True)


def hypergeometric_ratio(of: sp.Expr) -> sp.Expr:
    """c_{n+1}/c_n of a SymPy `hyper`."""
    above, below, at = of.args
    return sp.Mul(*(a + n for a in above)) / sp.Mul(n + 1, *(b + n for b in below)) * at


def split(value: sp.Expr) -> tuple[sp.Expr, sp.Expr]:
    """value = prefactor * hyper(...), as a pair."""
    functions = value.atoms(sp.hyper)
    if len(functions) != 1:
        raise ValueError(f"{value} does not hold one hypergeometric function")
    function = functions.pop()
    return value / function, function


def binomial_ratio(exponent: sp.Expr, at: sp.Expr) -> sp.Expr:
    """c_{n+1}/c_n of (1 + at)^{-exponent}."""
    return -(exponent + n) / (n + 1) * at


def binomial(exponent: sp.Expr) -> Group:
    """The recursion of (1 + z)^{-e} from its differential equation, and that equation."""
    power = (1 + z) ** -exponent
    following = binomial_ratio(exponent, sp.Integer(1)) * COEFFICIENT
    return Group(
        "the series of (1 + z)^{-e}",
        (
            Identity("(1 + z) f' = -e f", (1 + z) * sp.diff(power, z), -exponent * power),
            Identity(
                "its coefficients: (n + 1) c_{n+1} + n c_n = -e c_n",
                (n + 1) * following + n * COEFFICIENT,
                -exponent * COEFFICIENT,
            ),
        ),
    )


def same_series(
    text: str, first: tuple[sp.Expr, sp.Expr], ratios: tuple[sp.Expr, sp.Expr], domain: Domain | None = None
) -> tuple[Identity, Identity, Cite]:
    """Derived = stated, given (derived, stated) first terms and (derived, stated) ratios."""
    at = {n: tuple(map(sp.Integer, (0, 1, 2, 5))), **(domain or {})}
    leading = Identity(f"{text}: the first terms agree", *first, domain=at, conclusion=True)
    growth = Identity(f"{text}: c_(n+1)/c_n agree for every n", *ratios, domain=at, conclusion=True)
    return leading, growth, Cite(f"{text}: hence the functions are equal", "power-series", (leading, growth))
