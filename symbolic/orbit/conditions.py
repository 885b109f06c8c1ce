"""The conditions of `legendre` for any reparameterization, from the ends of its orbit (theory: sections 5 and 11.8).

With x_e and y_e the ends of x and of the clock y = R'(x), and R'' = 1/sum |d_i h|^q in (0, infinity) between them:

  essentially smooth   iff at each end x_e or y_e is infinite       onto   iff both y_e are infinite
  closed domain        iff R(x_e) = int y dx is finite where x_e is      blow-up   iff x_e is infinite and y_e is not
  D_R(x, .) -> infinity at an infinite x_e   iff int x dy diverges there

For a monomial they are those of the product case, except where x cannot change its sign. Where neither is known:
undecided.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import Any

import sympy as sp

from ..conditions import UNDECIDED, Condition, Conditions
from ..product.legendre import LINE, legendre
from ..writing.text_and_latex import text
from .closed_map import X, mirror_map
from .monomial import Monomial, monomial
from .reparameterization import Reparameterization
from .signs import sign
from .sum_orbit import BLOW_UP, EDGE, NEVER, ZERO, End, SumOrbit, below, sum_orbit, tidy


@lru_cache(maxsize=64)
def conditions(h: Reparameterization) -> Conditions:
    """The conditions, each with its reason."""
    if (form := monomial(h)) is not None:
        return _of_monomial(form)
    if (orbit := sum_orbit(h)) is not None:
        return _of_sum(orbit)
    return _unknown(h)


def _of_monomial(form: Monomial) -> Conditions:
    found = legendre(form.setting)
    plain = replace(found, m=str(found.m), m_zero=str(found.m_zero))
    if form.two_sided or found.m_zero >= 1:
        if form.two_sided:
            return plain
        side = "[0, infinity)" if form.side > 0 else "(-infinity, 0]"
        mirrored = "(0, infinity)" if form.side < 0 and plain.range == "(-infinity, 0)" else plain.range
        return replace(plain, domain=side, range=mirrored)
    ends = {
        "essentially-smooth": (
            False,
            "x cannot change its sign and R'(0) is finite: the flow reaches x = 0 and does not retrace",
        ),
        "closed-domain": (True, "R(0) is finite and R is continuous on the closed half-line"),
        "divergence-continuous": (True, "R is C^1 up to x = 0"),
        "legendre": (False, "not essentially smooth at x = 0"),
        "onto": (False, "R' stops at R'(0) = 0"),
        "sign-preserving": (True, "h takes one sign only"),
    }
    changed = tuple(Condition(c.name, *ends.get(c.name, (c.holds, c.reason))) for c in plain.conditions)
    upper = "infinity" if found["blow-up"].holds in (False, sp.false) else "Y"
    sides = ("[0, infinity)", f"[0, {upper})") if form.side > 0 else ("(-infinity, 0]", f"(-{upper}, 0]")
    return Conditions(*sides, changed, plain.m, plain.m_zero)


def _of_sum(orbit: SumOrbit) -> Conditions:
    ends = orbit.ends
    smooth = all(_infinite(e.x) or _infinite(e.clock) for e in ends)
    bad = [e for e in ends if not _infinite(e.x) and not _infinite(e.clock)]
    closed = all(_infinite(e.x) or _finite_potential(orbit, e) for e in ends)
    grows = all(not _infinite(e.x) or _divergence_grows(orbit, e) for e in ends)
    onto = all(_infinite(e.clock) for e in ends)
    bursts = [e for e in ends if _infinite(e.x) and not _infinite(e.clock)]
    why = "; ".join(said(orbit, e) for e in bad)
    rows = (
        ("strictly-convex", True, "R'' = 1/sum |d_i h|^q is positive and finite inside the domain"),
        ("essentially-smooth", smooth, why or _plural(ends)),
        (
            "legendre",
            smooth,
            "strictly convex and essentially smooth (Rockafellar)" if smooth else "not essentially smooth",
        ),
        (
            "closed-domain",
            closed,
            "R = int y dx is finite at every finite end of x" if closed else "R is infinite at an end of x",
        ),
        ("bounded-level-sets", grows, "D_R(x, z) -> infinity as |z| -> infinity iff int z dR'(z) diverges"),
        ("divergence-continuous", closed, "D_R(x_e, z) = int (z - x_e) dR'(z) -> 0 iff R is finite at x_e"),
        ("bregman", closed and grows, "the three conditions above with strict convexity (Alvarez, Bolte, Brahic 2004)"),
        ("onto", onto, _clocks(ends)),
        ("sign-preserving", *_sign_kept(orbit)),
        (
            "blow-up",
            bool(bursts),
            "; ".join(said(orbit, e) for e in bursts) or "x reaches infinity only as y does, if at all",
        ),
    )
    found = tuple(Condition(*row) for row in rows)
    return Conditions(domain(orbit), _range(orbit), found, _at_infinity(orbit), "0" if orbit.has_zero else UNDECIDED)


def _at_infinity(orbit: SumOrbit) -> str:
    """m with R'' like x^{-m} at x = infinity: x ~ |y - y_e|^s gives m = 1 - 1/s, an exponential m = 1."""
    end = orbit.high
    if end.x != sp.oo:
        return "x stays bounded above"
    if end.kind == NEVER:
        grows = [p for p in orbit.parts if p.straight or (p.n > 0 and p.beta.is_positive)]
        if any(p.rho == 1 and not p.straight for p in grows):
            return "1"
        powers = [sp.Integer(1) if p.straight else p.n / (1 - p.rho) for p in grows]
    else:
        here = [p for p in orbit.parts if p.critical is not None and sign(p.critical - end.clock) == 0]
        powers = [-p.decay_exponent for p in here if p.n != 0]  # type: ignore[operator]
        powers = [-s for s in powers if s > 0]
    return UNDECIDED if not powers else str(1 - 1 / (max(powers) if powers[0] > 0 else min(powers)))


def _sign_kept(orbit: SumOrbit) -> tuple[Any, str]:
    if orbit.has_zero:
        return False, "x = 0 lies inside the domain"
    towards = orbit.low if below(sp.Integer(0), orbit.h.x0) else orbit.high
    if towards.kind in (ZERO, EDGE) and not _infinite(towards.x):
        return UNDECIDED, "the flow may go on beyond the end of the domain, without a mirror map"
    return True, "x = 0 does not lie inside the domain, and the flow does not go on beyond it"


def _unknown(h: Reparameterization) -> Conditions:
    why = (
        "h is neither a monomial nor a sum of powers and exponentials of single weights: the ends of the orbit are not"
        " known"
    )
    names = (
        "essentially-smooth",
        "legendre",
        "closed-domain",
        "bounded-level-sets",
        "divergence-continuous",
        "bregman",
    )
    rest = (Condition(name, UNDECIDED, why) for name in (*names, "onto", "sign-preserving", "blow-up"))
    convex = Condition(
        "strictly-convex", True, "R'' = 1/sum |d_i h|^q > 0 as long as no d_i h vanishes (q < 2), or not all (q = 2)"
    )
    return Conditions(UNDECIDED, UNDECIDED, (convex, *rest))


def domain(orbit: SumOrbit) -> str:
    """The open interval of x on which the flow is a mirror flow."""
    return _interval(orbit.low.x, orbit.high.x)


def said(orbit: SumOrbit, end: End) -> str:
    """What happens at one end, in words."""
    weights = ", ".join(map(str, end.weights))
    clock = f"y - R'(x_0) = {_end(end.clock)}"
    match end.kind:
        case "zero" if end.critical:
            return f"every d_i h reaches 0 at x = {_end(end.x)}, {clock}, with R' finite and R'' = infinity"
        case "zero":
            return (
                f"d_i h reaches 0 for {weights} at x = {_end(end.x)}, {clock}, with R' finite: the flow goes on but"
                " need not retrace"
            )
        case "edge":
            return f"h stops being smooth in {weights} at x = {_end(end.x)}, {clock}"
        case "blow-up":
            return f"{weights} reaches infinity at x = {_end(end.x)}, {clock}"
    return f"x -> {_end(end.x)} as y -> {_end(end.clock)}"


def _clocks(ends: tuple[End, End]) -> str:
    finite = [e for e in ends if not _infinite(e.clock)]
    if not finite:
        return f"y runs over {LINE}"
    return "R' ends at a finite value: " + " and ".join(f"{_CLOSES[e.kind]} (x = {_end(e.x)})" for e in finite)


_CLOSES = {
    ZERO: "a d_i h reaches 0",
    EDGE: "h stops being smooth",
    BLOW_UP: "a weight reaches infinity",
    NEVER: "never",
}


def _plural(ends: tuple[End, End]) -> str:
    finite = [_end(e.x) for e in ends if not _infinite(e.x)]
    return f"|R'| -> infinity at x = {', '.join(finite)}" if finite else f"the domain is {LINE} and has no finite end"


def _finite_potential(orbit: SumOrbit, end: End) -> bool:
    """int y dx at a finite x_e: trivially where y_e is finite, else every part of x approaches its limit fast
    enough."""
    if not _infinite(end.clock):
        return True
    return all(p.rho == 1 or p.straight or p.decay_exponent < -1 for p in orbit.parts)  # type: ignore[operator]


def _divergence_grows(orbit: SumOrbit, end: End) -> bool:
    """int x dy at an infinite x_e: always where y_e is infinite; x ~ |y - y_e|^{n/(1-rho)} where it is not."""
    if _infinite(end.clock):
        return True
    here = [p for p in orbit.parts if p.critical is not None and sign(p.critical - end.clock) == 0]
    return any(p.n != 0 and p.decay_exponent <= -1 for p in here)  # type: ignore[operator]


def _range(orbit: SumOrbit) -> str:
    """The range of R', as normalised; counted from R'(x_0) where R'(0) = 0 is not explicit."""
    clocks = [e.clock for e in orbit.ends]
    if not orbit.has_zero or all(_infinite(c) for c in clocks):
        return _interval(*clocks)
    form = mirror_map(orbit)
    if form is None:
        return f"R'(x_0) + {_interval(*clocks)}"
    start = form.xreplace({X: orbit.h.x0})
    return _interval(*(tidy(c + start) for c in clocks))


def _infinite(value: sp.Expr) -> bool:
    return value in (sp.oo, -sp.oo)


def _interval(low: sp.Expr, high: sp.Expr) -> str:
    if low == -sp.oo and high == sp.oo:
        return LINE
    return f"({_end(low)}, {_end(high)})"


def _end(value: sp.Expr) -> str:
    return {sp.oo: "infinity", -sp.oo: "-infinity"}.get(value, text(value))
