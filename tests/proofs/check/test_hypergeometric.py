"""The forms of hypergeometric functions keep their values, at 40 digits by mpmath."""

from __future__ import annotations

import mpmath
import pytest
import sympy as sp

from proofs.check.hypergeometric import canonical
from symbolic.lauricella import LauricellaFD

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
