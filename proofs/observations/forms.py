"""Observations of the potentials: closed forms against ball quadrature, and R' probed decade by decade at both ends.

Decades: (R'(10^{j+2}) - R'(10^{j+1}))/(R'(10^{j+1}) - R'(10^j)) tends to 10^{1-m} as j -> infinity, and the same
quotient downwards to 10^{-(1-m_0)}: the sum of the decades, R'(infinity) or -R'(0+), is finite iff the quotient is < 1.
"""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction as F

import sympy as sp
from flint import arb

from ...numeric_checks.balls import ball
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits, from_digits
from ...numeric_checks.sympy_ball import enclose
from ...symbolic.formula import Formula, size
from ...symbolic.product.conjugate import conjugate
from ...symbolic.product.metric import metric
from ...symbolic.product.mirror_map import mirror_map
from ...symbolic.product.potential import potential
from ...symbolic.product.regularizer import coupled_regularizer, regularizer
from ...symbolic.setting import Setting, setting
from ...symbolic.symbols import u

FAR = 60  # the decades probed start at 10^60 and 10^-60
CLOSE = F(1, 10**6)

SETTINGS = tuple(
    setting(q, invariants)
    for q, invariants in (
        (F(2), (0, F(1, 2))),
        (F(2), (0, 1, 1)),
        (F(2), (0, 0, F(3, 2))),
        (F(3, 2), (0, F(1, 3))),
        (F(3, 2), (0, 2, 2, 2)),
        (F(3, 2), (0, 0, 0)),
        (F(4, 3), (0, 0, 0, 0)),
        (F(5, 4), (0, 0, 1)),
        (F(9, 5), (0, 0, 0, 2)),
        (F(1), (0, F(1, 2), 2)),
        (F(1), (0, 0, 0, 0, 1)),
    )
)
POINTS = (sp.Rational(1, 5), sp.Rational(3), sp.Rational(1, 1000))

FORMS: dict[str, tuple[Callable[[Setting], Formula], Callable[[Mirror, arb], arb]]] = {
    "metric": (metric, Mirror.metric),
    "mirror-map": (mirror_map, Mirror.map),
    "potential": (potential, Mirror.potential),
    "conjugate": (conjugate, Mirror.conjugate),
    "regularizer": (regularizer, Mirror.regularizer),
    "coupled-regularizer": (coupled_regularizer, Mirror.coupled_regularizer),
}


def closed_form(quantity: str) -> Callable[[int], tuple[bool, str]]:
    """Every derived closed form of `quantity` against the integral it stands for, at exact points u."""
    derive, integral = FORMS[quantity]

    def observe(digits: int) -> tuple[bool, str]:
        precision = from_digits(digits) + 60
        compared, worst, wrong = 0, arb(0), ""
        for at in SETTINGS:
            mirror, value = Mirror.of(at), derive(at).cases[0].in_u
            for point in POINTS:
                form = enclose(value, {u: point}, precision) if value is not None else None
                if form is None:
                    continue
                with bits(precision):
                    x = enclose(size(at), {u: point}, precision)
                    truth = integral(mirror, x)
                    compared += 1
                    gap = abs(form - truth) / (1 + abs(truth))
                    worst = worst.max(arb(gap.upper()))
                    if not form.overlaps(truth):
                        wrong = (
                            f"at q = {at.q}, Lambda = {at.invariants}, u = {point}: {form.str(20)} against"
                            f" {truth.str(20)}"
                        )
        with bits(64):
            narrow = worst < arb(10) ** -(digits // 2)
        return not wrong and compared > 0 and bool(narrow), wrong or (
            f"closed forms and ball integrals agree at {compared} points to {worst.str(2, radius=False)}"
        )

    return observe


def decades(digits: int) -> tuple[bool, str]:
    """The quotients of neighbouring decades of R' against 10^{1-m} and 10^{-(1-m_0)}."""
    worst = arb(0)
    with bits(from_digits(max(digits, 50)) + 1500):
        for at in SETTINGS:
            mirror = Mirror.of(at)
            for start, step, exponent in ((FAR, 1, 1 - mirror.m), (-FAR, -1, -(1 - mirror.m_zero))):
                first, second, third = (mirror.map(ball(F(10) ** (start + step * j))) for j in range(3))
                quotient = (third - second) / (second - first)
                worst = worst.max(abs(quotient / (arb(10).log() * ball(exponent)).exp() - 1))
        passed = bool(worst < ball(CLOSE))
    return (
        passed,
        (
            f"quotients of decades of R' at 1e{FAR} and 1e-{FAR} match 10^(1-m), 10^-(1-m_0) to"
            f" {worst.str(2, radius=False)}"
        ),
    )
