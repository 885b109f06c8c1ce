"""Limits as s -> 0+: right ones are found, none is invented."""

from __future__ import annotations

import pytest
import sympy as sp

from steepest_mirror.proofs.check.limits import limit_at_zero
from steepest_mirror.symbolic.algebra import is_zero
from steepest_mirror.symbolic.symbols import lam

s = sp.Symbol("s", positive=True)
LIMITS = (
    (sp.sqrt(s) * sp.log(s), 0),
    (sp.asinh(sp.sqrt(s) / lam), 0),
    (sp.log((sp.sqrt(lam**2 + s) + s) / lam), 0),
    (sp.acosh(sp.sqrt(1 + s / lam)), 0),
    ((lam**2 + s) ** sp.Rational(3, 2), lam**3),
    ((sp.sqrt(lam + s) - sp.sqrt(lam)) * sp.log(s) * s, 0),
    (s / (s + s**2), 1),
    ((lam + s) ** 2 / s - lam**2 / s, 2 * lam),
)


def sign(e: sp.Expr) -> int | None:
    return int(sp.sign(e)) if e.is_Rational else None


@pytest.mark.parametrize(("form", "value"), LIMITS, ids=str)
def test_known_limits(form, value):
    found = limit_at_zero(form, s, sign)
    assert found is not None
    assert is_zero(found - value)


@pytest.mark.parametrize(
    "form", (1 / s, sp.log(s), sp.sin(1 / s), sp.exp(1 / s), s ** (lam - 1), sp.log(s) * sp.sqrt(1 + s)), ids=str
)
def test_no_limit_is_invented(form):
    assert limit_at_zero(form, s, sign) is None
