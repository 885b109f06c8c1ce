"""R'' = 1/sum_i |d_i h|^q along the orbit, and where it degenerates (theory: section 11.8).

dx/dy = sum_i d_i h <d_i h>^{q-1}. A mirror map exists as long as the orbit is one: until a d_i h reaches 0 for q < 2
(from there back the solution need not be unique), until h stops being smooth, or for ever. A weight whose d_i h depends
on it alone, like c |z - z*|^r near z*, reaches z* in finite y iff r (q-1) < 1.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import is_zero
from ..symbols import alpha
from ..writing.text_and_latex import text
from .conditions import said
from .monomial import Monomial, monomial
from .one_weight import OneWeight
from .reparameterization import Reparameterization
from .sum_orbit import own_clocks, sum_orbit


def speed(h: Reparameterization) -> sp.Expr:
    """sum_i |d_i h|^q = dx/dy in the weights. Checked term by term: d_i h <d_i h>^{q-1} for either sign."""
    terms = []
    for slope in h.slopes:
        size = _size(slope)
        if not is_zero(size**2 - slope**2):
            raise ArithmeticError("|d_i h| failed its check")
        terms.append(size**h.q)
    return sp.Add(*terms)


def _size(slope: sp.Expr) -> sp.Expr:
    """|slope|: without its sign where its factors are positive."""
    if slope.is_positive:
        return slope
    return -slope if slope.is_negative else sp.Abs(slope)


def drift(h: Reparameterization) -> sp.Expr:
    """sum_i w_i d_i h: what decoupled decay does to x, dx/dt = ... - alpha times this; d h for h homogeneous of degree
    d."""
    if h.degree is not None:
        return h.degree * sp.Symbol("x", real=True)
    return sp.factor_terms(sp.Add(*(z * slope for z, slope in zip(h.sizes, h.slopes, strict=True))))


def dual_rate(h: Reparameterization) -> sp.Expr | None:
    """kappa = 1 - (d-1)(q-1) with dy/dt = -<g>^{q-1} - kappa alpha y, h homogeneous of degree d; None where it is
    not."""
    return None if h.degree is None else 1 - (h.degree - 1) * h.power


def decay(h: Reparameterization) -> list[str]:
    """What is known about decoupled decay, in sentences."""
    lines = [f"decoupled decay adds -alpha ({text(drift(h))}) to dx/dt"]
    kappa = dual_rate(h)
    if kappa is None:
        return [
            *lines,
            "h is not homogeneous: the orbits of c w are not those of w, and no law of the dual variable is known",
        ]
    lines.append(
        f"h(c w) = c^d h(w) with d = {text(h.degree)}: R' of the orbit through c w is c^kappa R'(x/c^d), kappa = 1 -"
        f" (d-1)(q-1) = {text(kappa)}"
    )
    drift_of_dual = "" if kappa == 0 else f" {'+' if kappa < 0 else '-'} {text(abs(kappa) * alpha)} y"
    law = f"dy/dt = -<g>^(q-1){drift_of_dual} for y = R'_t(x), R'_t of the orbit through w_t with R'_t(0) = 0"
    crosses = _reaches_zero(h)
    if crosses is None:
        law += ", if that orbit reaches x = 0"
    elif not crosses:
        law = (
            "the orbit does not reach x = 0, so R'(0) = 0 is no normalisation, and no law of the dual variable is"
            " stated"
        )
    return [*lines, law]


def _reaches_zero(h: Reparameterization) -> bool | None:
    """Whether R'(0) is finite; None where that is not known."""
    if (form := monomial(h)) is not None:
        return bool(form.setting.m_zero < 1)
    orbit = sum_orbit(h)
    return None if orbit is None else orbit.has_zero


def degeneration(h: Reparameterization) -> list[str]:
    """Where R'' stops being finite and positive, or the flow stops retracing, in sentences: found, not assumed."""
    if (form := monomial(h)) is not None:
        return _of_monomial(h, form)
    if (orbit := sum_orbit(h)) is not None:
        names = ("downwards", "upwards")
        return [f"{name} from the start: {said(orbit, end)}" for name, end in zip(names, orbit.ends, strict=True)]
    lines = [_alone(h, part) for part in own_clocks(h) if part is not None]
    coupled = [str(z) for z, part in zip(h.sizes, own_clocks(h), strict=True) if part is None]
    why = "a critical point of h is never reached" if h.q == 2 else "undecided whether d_i h reaches 0 in finite y"
    return [*lines, f"{', '.join(coupled)}: d_i h depends on other weights too, or is no power; {why}"]


def _of_monomial(h: Reparameterization, form: Monomial) -> list[str]:
    m = form.setting.m_zero
    reached = m < 1
    words = (
        f"at x = 0 R'' is like |x|^(-m_0), m_0 = {text(m)}: " if form.setting.zeros != 1 else "at x = 0 R'' is finite: "
    )
    if not reached:
        return [words + "R' -> -infinity, x = 0 is not reached in finite y"]
    if form.two_sided:
        leaves = "" if form.setting.zeros == 1 else " (for the solution that leaves at once)"
        return [words + f"R'(0) is finite and x changes its sign{leaves}"]
    return [words + "x = 0 is reached in finite y, where h stops: the flow does not retrace"]


def _alone(h: Reparameterization, part: OneWeight) -> str:
    if part.order is None or part.order <= 0:
        return f"{part.z}: its d_i h has no zero"
    order = f"d_i h has a zero of order r = {text(part.order)}, r (q-1) = {text(part.rho)}"
    if part.critical is None or part.rho >= 1:
        return f"{part.z}: {order} >= 1: not reached in finite y"
    side = "upwards" if part.critical.is_positive else "downwards"
    return f"{part.z}: {order} < 1: reached {side} at y - R'(x_0) = {text(part.critical)}, unless the orbit ends before"
