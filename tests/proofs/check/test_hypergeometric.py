"""The forms of hypergeometric functions keep their values, at 40 digits by mpmath."""

from __future__ import annotations

import random

import mpmath
import pytest
import sympy as sp

from steepest_mirror.proofs.check.hypergeometric import canonical
from steepest_mirror.symbolic.product.lauricella import LauricellaFD

SEED = 11
x = sp.Symbol("x", positive=True)
third, half, fifth = sp.Rational(1, 3), sp.Rational(1, 2), sp.Rational(1, 5)
FORMS = (
    sp.hyper((half, third), (third + 1,), -4 * x),
    sp.hyper((half, third), (third + 3,), -4 * x),
    sp.hyper((half, third), (half - 2,), -4 * x),
    sp.hyper((1, third), (fifth + 1,), -4 * x),
    sp.hyper((-3, third), (fifth,), -4 * x),
    sp.hyper((half, third, 2 * third), (third + 1, 2 * third + 1), -4 * x),
    sp.hyper((half, third, fifth), (third + 1, half), -x),
    sp.hyper((half, third + 2), (third + 3,), -4 * x) + sp.hyper((half + 1, third), (third + 1,), -4 * x),
    sp.gamma(third + 3) / sp.gamma(third) + sp.beta(half, third + 1) / sp.beta(half, third),
)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_values_are_kept(form):
    at = {x: sp.Rational(7, 3)}
    changed = canonical(form)
    assert not changed.has(sp.hyper)
    with mpmath.workdps(40):
        assert abs(sp.N(form.subs(at), 40) - sp.N(changed.subs(at), 40)) < 1e-35


def test_contiguous_functions_share_one_representative():
    shifted = sum(sp.hyper((half + i, third + j), (third + j + 1,), -x) for i in range(3) for j in range(3))
    assert len(canonical(shifted).atoms(LauricellaFD)) == 1


def value(form: sp.Expr) -> mpmath.mpf:
    """By mpmath's own functions."""
    if isinstance(form, LauricellaFD):
        (a, (b,), c, (z,)) = form.args
        return mpmath.hyp2f1(*map(value, (a, b, c, z)))
    if isinstance(form, sp.hyper):
        return mpmath.hyper([value(a) for a in form.ap], [value(c) for c in form.bq], value(form.argument))
    if form.is_Rational:
        return mpmath.mpf(form.p) / form.q
    return {sp.Add: mpmath.fsum, sp.Mul: mpmath.fprod, sp.Pow: lambda parts: mpmath.power(*parts)}[form.func](
        [value(part) for part in form.args]
    )


def test_values_are_kept_at_random_parameters():
    """Parameters that differ by integers of both signs and any size."""
    draw, compared = random.Random(SEED), 0

    def near(base: sp.Rational) -> sp.Rational:
        return base + draw.randint(-9, 9)

    while compared < 150:
        base, other = (sp.Rational(draw.randint(-9, 9), draw.choice((1, 2, 3))) for _ in range(2))
        a, b, c, z = near(base), near(draw.choice((base, other))), near(base), -sp.Rational(draw.randint(1, 40), 7)
        if c <= 0:
            continue
        below = (c,) if draw.random() < 0.7 else (c, abs(near(other)) + 1)
        form = sp.hyper((a, b) if len(below) == 1 else (a, b, near(other)), below, z)
        with mpmath.workdps(30):
            wanted, found = value(form), value(canonical(form))
            assert abs(wanted - found) < mpmath.mpf(10) ** -20 * (1 + abs(wanted)), (SEED, form)
        compared += 1


def test_a_lower_parameter_far_below_is_no_zero():
    far = sp.hyper((third + 7, half), (third,), -x)
    assert canonical(far) == far
