"""A formula in all its forms says one thing: balls, doubles, mpmath, SymPy, against quadrature of the definition."""

from __future__ import annotations

import numpy as np
import pytest
import sympy as sp
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import findroot, mp, mpf, quad

import steepest_mirror as sm

Q = st.sampled_from(["1", "5/4", "3/2", "2"])
INVARIANTS = st.lists(st.integers(0, 5), min_size=1, max_size=3).map(lambda v: [0, *(n + 1 for n in v)])
X = st.integers(-40, 40).filter(bool).map(lambda n: n / 8)


def by_quadrature(q: str, invariants: list[int], x: float) -> dict[str, mpf]:
    """R'', R', R*, R at x from the definition, with k0 = 1: integrals over v in [0, u], P(u) = |x|^q."""
    with mp.workdps(30):
        steep = mpf(sp.Rational(q).p) / sp.Rational(q).q
        size = abs(mpf(x))

        def P(v: mpf) -> mpf:
            return mp.fprod(v + n for n in invariants)

        u = findroot(lambda v: P(v) - size**steep, (mpf(0), size**steep + 1), solver="anderson", tol=1e-50)
        slope = mp.fsum(P(u) / (u + n) for n in invariants)

        def integral(power: mpf) -> mpf:  # v = s^q removes the root at 0
            return quad(lambda s: P(s**steep) ** power * steep * s ** (steep - 1), [0, u ** (1 / steep)]) / steep

        dual, conjugate = integral(1 / steep - 1), integral(2 / steep - 1)
        sign = 1 if x > 0 else -1
        found = {"metric": 1 / slope, "mirror-map": sign * dual, "conjugate": conjugate}
        return {**found, "potential": size * dual - conjugate, "regularizer": len(invariants) * conjugate}


@settings(max_examples=25)
@given(Q, INVARIANTS, X)
def test_doubles_off_balance_at_every_sign(q, invariants, x):
    S = sm.Setting(q, invariants=invariants)
    for name, truth in by_quadrature(q, invariants, x).items():
        (value,) = S.formula(name).numpy()(np.array([x]))
        assert abs(value - float(truth)) <= 1e-13 * abs(float(truth)), name


def test_arrays_keep_their_shape_and_mark_what_does_not_exist():
    S = sm.Setting(2, depth=3)
    grid = np.linspace(-2, 2, 6).reshape(2, 3)
    assert S.mirror_map.numpy()(grid).shape == (2, 3)
    assert np.isnan(S.potential.numpy()([np.nan, np.inf])).all()
    assert S.mirror_map.numpy()([0.0]) == -np.inf  # m_0 >= 1: the limit from x > 0
    beyond = sm.Setting(2, invariants=(0, 1, 2)).inverse_mirror_map.numpy()([1.3, 1.4])  # Y = 1.311...
    assert np.isnan(beyond).tolist() == [False, True]
    assert S.metric.numpy()(np.array([])).shape == (0,)


@pytest.mark.parametrize("q", ["1", "3/2", "2"])
@pytest.mark.parametrize("invariants", [(0, 0), (0, 1), (0, "1/2", 2)])
def test_the_expression_differentiates_to_the_next(q, invariants):
    """R' = dR/dx and R'' = dR'/dx as expressions, also where u(x) is implicit: never silently 0."""
    S, at = sm.Setting(q, invariants=invariants), sp.Rational(7, 10)
    for first, second in (("potential", "mirror-map"), ("mirror-map", "metric")):
        slope = S.formula(first).sympy().diff(sm.x)
        assert slope != 0
        with mp.workdps(30):
            there = slope.subs(sm.x, at)
            there = there.xreplace({e: sp.Float(_u(S, at), 30) for e in there.atoms(sp.Function) if str(e.func) == "u"})
            truth = mpf(S.formula(second)(x=at, digits=25).value)
            assert abs(mpf(sp.N(there, 25)) - truth) < mpf(10) ** -18 * (1 + abs(truth))


def _u(S: sm.Setting, x: sp.Rational) -> mpf:
    """u by bisection from P(u) = x^q."""
    P = [mpf(v.numerator) / v.denominator for v in S.invariants]
    goal = (mpf(x.p) / x.q) ** (mpf(S.q.numerator) / S.q.denominator)
    low, high = mpf(0), goal + 1
    for _ in range(120):
        middle = (low + high) / 2
        low, high = (middle, high) if mp.fprod(middle + v for v in P) < goal else (low, middle)
    return low


def test_mpmath_follows_the_precision():
    f = sm.Setting("3/2", invariants=(0, "1/2", 2)).mirror_map.mpmath()
    with mp.workdps(60):
        fine = f(mpf(7) / 10)
        truth = mpf("0.421064333851481915624819866935357284427781193503768")  # a number of 45 digits from the tutorial
        assert abs(fine - truth) < mpf(10) ** -17
        assert abs(f("7/10") - f(mpf(7) / 10)) < mpf(10) ** -55
    with mp.workdps(15):
        assert abs(f("7/10") - truth) < mpf(10) ** -14


def test_it_shows_itself_and_is_one_with_its_call():
    S = sm.Setting(2, depth=2, balance=1)
    assert S.mirror_map() == S.mirror_map and r"\operatorname{asinh}" in S.mirror_map._repr_latex_()
    assert "def mirror_map" in S.mirror_map.code() and S.formula("mirror_map") == S.formula("mirror-map")
    assert S.coercivity(digits=5).value == "1.0000" and S.range(digits=5).value == "inf"


def test_the_exported_code_computes_it():
    S = sm.Setting("3/2", invariants=(0, "1/2", 2))
    space: dict = {}
    exec(S.mirror_map.code(), space)
    with mp.workdps(30):
        assert abs(space["mirror_map"](mpf(7) / 10) - mpf(S.mirror_map(x="7/10", digits=30).value)) < mpf(10) ** -27


def test_a_setting_with_names_has_no_function_of_numbers():
    S = sm.Setting(q=2, invariants=(0, "lam", "lam"))
    for make in (S.mirror_map.numpy, S.mirror_map.mpmath, sm.Setting(q="symbolic", depth=3).metric.numpy):
        with pytest.raises(sm.InputError, match="give q and the invariants"):
            make()
    assert "atan" in repr(S.mirror_map) and repr(S.mirror_map).startswith("Setting(")


@pytest.mark.parametrize("q", ["1", "3/2", "2"])
def test_the_implicit_u_has_a_value_at_numbers(q):
    S = sm.Setting(q=q, invariants=(0, "1/2", 2))
    for formula in (S.potential, S.mirror_map, S.metric):
        value = formula.sympy().subs(sm.x, sp.Rational(7, 10)).evalf(30)
        exact = formula(x="7/10", digits=40)
        assert abs(sp.Rational(exact.value) - sp.Rational(str(value))) < sp.Rational(1, 10**28)
        assert abs(formula.sympy().subs(sm.x, 0.7).evalf() - value) < 1e-13
    named = sm.Setting(q=q, invariants=(0, "lam", 2)).metric.sympy().subs(sm.x, 0.7).evalf()
    assert named.free_symbols >= {sm.lam}


def test_latex_has_one_name_with_the_tables():
    R = sm.Setting(q=2, depth=2, balance=1).potential
    assert R.to_latex() == R.latex() and hasattr(sm.table1(q=1, depth=2), "to_latex")


def test_a_decided_condition_is_true_or_false():
    for S in (sm.Setting(q=2, depth=3), sm.Setting(q="symbolic", depth=3), sm.Setting(q=2, depth=2, balance="lam")):
        found = {c.name: c.holds for c in S.conditions()}
        assert found["legendre"] is True and not any(v in (True, False) for v in found.values() if type(v) is not bool)
    assert sm.Setting(q=2, depth=3).conditions()["onto"].holds is False


def test_a_quantity_claim_takes_a_depth_instead_of_invariants():
    expression = "1/(2*sqrt(x**2))"
    assert sm.check(quantity="metric", q=2, depth=2, expression=expression).verdict == "proved"
    assert sm.check(quantity="metric", q=2, depth=2, expression="x").verdict == "refuted"
    with pytest.raises(sm.InputError, match=r"invariants: missing: give a list.*or depth"):
        sm.check(quantity="metric", q=2, expression="x")
