"""The two metric exponents: R'' ~ C |x|^{-m_0} at 0 and R'' ~ |x|^{-m}/L at infinity (Corollary 4.11 S = 4.13 C).

P has k0 factors that vanish at u = 0, and L factors in all: P ~ C u^k with k = k0 at 0 and k = L at infinity. From
|x|^q = P and R'' = 1/P' the degrees in u are k/q for x and 1 - k for R'', so R'' has degree (1 - k)/(k/q) in x.
"""

from __future__ import annotations

import sympy as sp

from ..setting import Setting


def exponent(steepness: sp.Expr, degree: sp.Expr) -> sp.Expr:
    """mu with R'' ~ C |x|^{-mu} where P ~ C u^degree: minus the degree of 1/P' over the degree of P^{1/q}."""
    degree_of_x = degree / steepness
    degree_of_metric = -(degree - 1)
    return sp.factor(-degree_of_metric / degree_of_x)


def at_zero(setting: Setting) -> sp.Expr:
    """m_0 = q(k0 - 1)/k0."""
    return exponent(setting.q, setting.zeros)


def at_infinity(setting: Setting) -> sp.Expr:
    """m = q(L - 1)/L."""
    return exponent(setting.q, setting.depth)


def integrable_at_zero(decay: sp.Expr) -> sp.Expr:
    """When int_0 x^{-decay} dx is finite: decay < 1 (a SymPy condition)."""
    return sp.Lt(decay, 1)


def integrable_at_infinity(decay: sp.Expr) -> sp.Expr:
    """When int^infinity x^{-decay} dx is finite: decay > 1 (a SymPy condition)."""
    return sp.Gt(decay, 1)
