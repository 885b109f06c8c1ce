"""True claims by kind, each proved, and the same with a small error, which is not."""

from __future__ import annotations

from contextlib import suppress

import pytest

from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import bind, prove
from steepest_mirror.symbolic.errors import Undecided

TWO = {"id": "k", "quantity": "metric", "invariants": ["0", "lam"]}
EVERY = {"id": "k", "quantity": "metric", "invariants": "balanced", "depth": "symbolic"}
METRIC, POWER = "1/sqrt(4*x**q + lam**2)", "x**(-q*(L - 1)/L)/L"
LEGENDRE = "elliptic_e(1/3)*elliptic_k(2/3) + elliptic_e(2/3)*elliptic_k(1/3) - elliptic_k(1/3)*elliptic_k(2/3)"
ONE = (  # each is 1
    *((EVERY, f"{POWER}*({one})") for one in ("max(L, 2)/L", "min(q, 2)/q", "(abs(q - 1) + 1)/q", "min(L, 2)/2")),
    *((EVERY, f"{POWER}*({one})") for one in ("abs(q - 2) + q - 1", "max(q, 1)/q", "max(p, 2)/p")),
    *((TWO, f"{METRIC}*({s})/({s})") for s in ("u**2 - u*lam + lam**2", "(q - 1)*u + lam", "lam**2 - lam + 1")),
    *((TWO, f"{METRIC}*({s})/({s})") for s in ("x**2 - x + 1", "2*L - 5", "(q - 1)*x**2 + (2 - q)*u**2 + 1")),
    (TWO, f"{METRIC}*(sin(x)**2 + cos(x)**2)"),
    (EVERY, f"{POWER}*(1 + sin(2*x) - 2*sin(x)*cos(x))"),
    (TWO, f"{METRIC}*(1 + cos(3*x) - 4*cos(x)**3 + 3*cos(x))"),
    (TWO, f"{METRIC}*(atan(x) + atan(1/x))/(2*atan(1))"),
    (TWO, f"{METRIC}*(acos(x/(1 + x)) + asin(x/(1 + x)))/(2*atan(1))"),
    (TWO, f"{METRIC}*(1 + sqrt(2))/sqrt(3 + 2*sqrt(2))"),
    (TWO, f"{METRIC}*gamma(1/3)*gamma(-1/3)*sqrt(3)/(-24*atan(1))"),
    (TWO, f"{METRIC}*gamma(1/(2*q))*gamma(1 - 1/(2*q))*sin(2*atan(1)/q)/(4*atan(1))"),
    (TWO, f"{METRIC}*gamma(x)*gamma(x + 1/2)*2**(2*x - 1)/(gamma(1/2)*gamma(2*x))"),
    (TWO, f"{METRIC}*({LEGENDRE})/(2*atan(1))"),
    (TWO, f"{METRIC}*hyp2f1(1/2, 1/3, 2, 1)*gamma(3/2)*gamma(5/3)/gamma(7/6)"),
)


@pytest.mark.parametrize(("table", "expression"), ONE, ids=str)
def test_proved(table, expression):
    assert prove(claim({**table, "expression": expression})).verdict == "proved"
    for false in (f"{expression} + 1e-30", f"({expression})*(1 + 1e-30)", f"{expression} + 1e-30*(q - 1)"):
        try:
            assert prove(claim({**table, "expression": false})).verdict != "proved"
        except Undecided:
            continue


@pytest.mark.parametrize(
    "positive",
    (
        *("exp(x) - 1", "cosh(u) - 1", "sqrt(1 + x**2) - 1", "2 + sin(x)", "11/10 - cos(x)", "1 - exp(-x)"),
        *("3 - sqrt(1/4)", "exp(1) - 5/2", "sqrt(3 - 2*sqrt(2)) - 2/5"),
    ),
)
def test_what_is_positive_beside_a_number(positive):
    assert prove(claim({**TWO, "expression": f"{METRIC}*sign({positive})"})).verdict == "proved"


@pytest.mark.parametrize(
    "other",
    (
        *("exp(x) - 2", "cosh(u) - 2", "cosh(x - u) - 1", "sqrt(1 + x**2) - 2", "1 + sin(x)", "1/2 - cos(x)"),
        *("exp(x - u) - 1", "1 - exp(x)", "3 - sqrt(x)", "sqrt(x) - 1", "-2 + sin(x)", "sin(x)"),
        *("exp(1) - 11/4", "sqrt(3 - 2*sqrt(2)) - sqrt(2) + 1"),
    ),
)
def test_what_is_not_positive_beside_a_number(other):
    with suppress(Undecided):
        assert prove(claim({**TWO, "expression": f"{METRIC}*sign({other})"})).verdict != "proved"


@pytest.mark.parametrize("sign", ("u**2 - 2*u*lam + lam**2", "x**2 - 3*x + 1", "(q - 1)*u + (q - 1)*lam", "u - x"))
def test_what_can_vanish_is_not_divided_by(sign):
    found = prove(claim({**TWO, "expression": f"{METRIC}*({sign})/({sign})"}))
    assert found.verdict != "proved" or found.holes == ("q = 1",)


@pytest.mark.parametrize(
    ("table", "factor", "right"),
    [
        *((EVERY, f, True) for f in ("2*L - 77", "L**2 - 50", "(3*L - 10)*(q + 1)", "1/(2*L - 5)")),
        *((EVERY, f, False) for f in ("L - 77", "L**2 - 49", "(2*L - 5)*(L - 9)", "(q*L - 5)**2", "q*(L - 1) - L")),
        *((TWO, f, True) for f in ("q**2 - 5", "(lam**2 - lam + 1)*q", "-lam/3")),
        *((TWO, f, False) for f in ("q**2 - 2", "lam**2 - 2*lam + 1", "(lam - 1)*(q - 3)", "q - 1")),
    ],
)
def test_a_factor_is_never_0(table, factor, right):
    value = POWER if table is EVERY else METRIC
    found = prove(claim({**table, "expression": f"{value}*({factor})", "up_to": "factor"}))
    assert (found.verdict == "proved") is right


@pytest.mark.parametrize("depth", [5, pytest.param(9, marks=pytest.mark.heavy)])
def test_many_weights(depth):
    rate = " + ".join(f"{i}*abs(w{i})**q" for i in range(1, depth))
    table, total = {"id": "n", "rate": "0", "depth": depth}, depth * (depth - 1) // 2
    assert prove(claim({**table, "invariant": f"{rate} - {total}*abs(w{depth})**q"})).verdict == "proved"
    assert prove(claim({**table, "invariant": f"{rate} - {total - 1}*abs(w{depth})**q"})).verdict != "proved"


@pytest.mark.parametrize("nothing", ("gamma(-2)", "hyp2f1(1, 1, 2, 1)", "hyp2f1(1, 1, 3/2, 1)", "hyp2f1(-2, 1, -1, 1)"))
def test_what_has_no_value_is_nothing(nothing):
    with suppress(Undecided):
        assert prove(claim({**TWO, "expression": f"{METRIC}*({nothing})/({nothing})"})).verdict != "proved"


@pytest.mark.parametrize(
    ("value", "error"),
    [
        *(("hyp2f1(-1, 2, -3, x) - 2*x/3", f"- x*{e}") for e in ("1/3", "1e-30")),
        ("hyp2f1(0, 1, -1, x)", "+ 1e-30"),
        ("hyp2f1(-2, q, 2*q, x) + x - (q + 1)*x**2/(4*q + 2)", "+ (q - 1)*1e-9"),
        ("hyp3f2(-2, -1, 3, 1, 5, x) - 6*x/5", "- 3*x**2/50"),
    ],
)
def test_a_series_that_ends_is_derived_as_its_polynomial(value, error):
    table = {**TWO, "expression": f"{METRIC}*({value})"}
    assert bind(claim(table)).verdict == "proved"
    assert bind(claim({**table, "expression": f"{METRIC}*({value} {error})"})).verdict != "proved"
