"""Which Legendre and Bregman conditions R satisfies, each on its own (Corollaries 4.11, 4.12 S = 4.13, 4.14 C).

Everything follows from R'' = 1/P'(u) > 0 and its two exponents: R'' ~ C x^{-m_0} at 0, R'' ~ x^{-m}/L at infinity.

  R'(0+) finite       iff int_0 x^{-m_0} < inf        (else the domain is a half-line and R' -> -inf at its end)
  R(0+) finite        iff int_0 x^{1-m_0} < inf       (x R'' is the derivative of x R' - R)
  R' onto the reals   iff int^inf x^{-m} = inf
  D_R(x, y) -> inf    iff int^inf x^{1-m} = inf       (d/dy D_R(x, y) = (y - x) R''(y))
"""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..conditions import Condition, Conditions
from ..deciding.from_sympy import settled
from ..errors import InputError
from ..setting import Setting
from .exponents import at_infinity, at_zero, integrable_at_infinity, integrable_at_zero

LINE = "the real line"  # R is the potential


def legendre(setting: Setting) -> Conditions:
    """The conditions for one setting; q, L or both may be symbolic. Errors: InputError for L = infinity."""
    if setting.depth is sp.oo:
        raise InputError("depth", "inf", "the conditions are for a finite depth")
    m, m_zero = at_infinity(setting), at_zero(setting)
    reaches_zero = settled(integrable_at_zero(m_zero))
    half_line = sp.Not(reaches_zero)
    finite_at_zero = settled(integrable_at_zero(m_zero - 1))
    onto = sp.Not(settled(integrable_at_infinity(m)))
    grows = sp.Not(settled(integrable_at_infinity(m - 1)))
    closed = sp.Or(reaches_zero, finite_at_zero)
    bregman = sp.And(closed, grows)
    end = _said(half_line, "R' -> -infinity at the finite end 0", f"the domain is {LINE} and has no finite end")
    conditions = (
        Condition("strictly-convex", sp.true, "R'' = 1/P'(u) > 0 for u > 0"),
        Condition("essentially-smooth", sp.true, end),
        Condition("legendre", sp.true, "strictly convex and essentially smooth (Rockafellar)"),
        Condition(
            "closed-domain",
            closed,
            _said(
                half_line,
                f"R(0) is finite, since m_0 - 1 = {m_zero - 1} < 1",
                f"the domain is {LINE}, and R is continuous on it",
            ),
        ),
        Condition(
            "bounded-level-sets",
            grows,
            f"D_R(x, y) -> infinity as |y| -> infinity: its derivative in y is like |y|^(1-m)/L, and m - 1 = {m - 1}"
            " <= 1",
        ),
        Condition(
            "divergence-continuous",
            closed,
            _said(
                half_line,
                f"D_R(0, y) = int_0^y z R''(z) dz -> 0, since m_0 - 1 = {m_zero - 1} < 1",
                f"R is C^1 on {LINE}",
            ),
        ),
        Condition("bregman", bregman, "the three conditions above with strict convexity (Alvarez, Bolte, Brahic 2004)"),
        Condition("onto", onto, f"R'(x) -> infinity iff m <= 1; m = {m}"),
        Condition("sign-preserving", half_line, f"|R'(0+)| = infinity iff m_0 >= 1; m_0 = {m_zero}"),
        Condition(
            "blow-up",
            sp.Not(onto),
            f"constant outward gradient reaches Y = R'(infinity) < infinity in finite time iff m > 1; m = {m}",
        ),
    )
    return Conditions(_domain(half_line), _range(half_line, onto), conditions, m, m_zero)


def _said(condition: Any, when: str, otherwise: str) -> str:
    if condition is sp.true:
        return when
    if condition is sp.false:
        return otherwise
    return f"if {condition}: {when}; otherwise: {otherwise}"


def _domain(half_line: Any) -> str:
    return _said(half_line, "[0, infinity) or (-infinity, 0], by the sign of x_0", LINE)


def _range(half_line: Any, onto: Any) -> str:
    if onto is sp.true:
        return LINE
    below, within = "(-infinity, 0)", "(-Y, Y) with Y = R'(infinity) < infinity"
    always = half_line is sp.true or (isinstance(onto, sp.Le) and half_line == sp.Ge(*onto.args))  # m > 1: a half-line
    bounded = below if always else _said(half_line, below, within)
    return bounded if onto is sp.false else f"{LINE} if {onto}; otherwise: {bounded}"
