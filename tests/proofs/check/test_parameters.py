"""p in every place: at q = 1 the value is the limit, by mpmath at q = 1 + 1e-40, and 1/p = 0."""

from __future__ import annotations

from fractions import Fraction
from typing import ClassVar

import mpmath
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.tree_ball import enclosure
from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import prove, refute
from steepest_mirror.proofs.check.parameters import without_p
from steepest_mirror.symbolic.reading import grammar

POINT = {"x": Fraction(7, 10), "u": Fraction(3, 5), "lam": Fraction(2), "L": Fraction(3)}
WITH_A_VALUE = (
    *("1/(p*(2*u + lam))", "1 + x/(p*x)", "(p*x + u)/(p*x)", "p*x/(p*lam)", "sqrt(x/p)", "(p + x)/p", "(p*x)**(-1/q)"),
    *("abs(p*x)/p", "p/(p + 1)", "x*(p - 1)/p", "(x/p)**2*p", "min(x/p, 1)", "(p*x + 1)/(p*u + 2)", "log(1 + x/p)"),
    *("sqrt(p*x)/sqrt(p)", "p**2*x/(p*(p + x))", "(1/p)*(p*x)", "p*(1/(p*x))", "x**(1/p)", "1/(1/x + 1/p)", "x/p/p*p"),
    *("hyp2f1(1/p, 1, 2, -x)", "(2*p*x - p*u)/(p*lam + q)", "exp(x/p - 1)", "sign(p*x)", "1/(x + 1/(p*u))"),
)


def value(text: str, q: Fraction) -> object:
    tree, _ = without_p(grammar.expression(text, ["lam"]))
    return enclosure(tree, {**POINT, "q": q}, 200)


def reference(text: str) -> mpmath.mpf:
    with mpmath.workdps(120):
        q = mpmath.mpf(1) + mpmath.mpf(10) ** -60
        letters = {name: mpmath.mpf(v.numerator) / v.denominator for name, v in POINT.items()}
        functions = {n: getattr(mpmath, n) for n in ("sqrt", "exp", "log", "hyp2f1", "sign")}
        return eval(
            text, {"__builtins__": {}}, {**letters, **functions, "abs": abs, "min": min, "q": q, "p": q / (q - 1)}
        )


@pytest.mark.parametrize("text", WITH_A_VALUE)
def test_at_q_1_it_is_the_limit(text):
    found = value(text, Fraction(1))
    assert found is not None and abs(float(found.mid()) - float(reference(text))) < 1e-14


@pytest.mark.parametrize("text", ("p", "p*x", "exp(-p)", "1/(1/(p*x))", "x + p*u", "2**p", "p*x - p*u"))
def test_what_is_infinite_at_q_1_has_no_value(text):
    assert value(text, Fraction(1)) is None


class Trees:
    leaves: ClassVar = st.sampled_from(("p", "x", "u", "q", "2", "lam"))
    all: ClassVar = st.recursive(
        leaves,
        lambda inner: st.builds("({}{}{})".format, inner, st.sampled_from(("+", "*", "/")), inner),
        max_leaves=8,
    )


@settings(deadline=None, max_examples=150, derandomize=True)
@given(Trees.all)
def test_the_value_is_kept_for_q_above_1_and_is_the_limit_at_1(text):
    """Positive letters alone, so no two terms cancel: the limit exists, finite or not."""
    q = Fraction(9, 7)
    whole = enclosure(grammar.expression(text, ["lam"]), {**POINT, "q": q, "p": q / (q - 1)}, 200)
    found = value(text, q)
    assert found is not None and whole is not None and found.overlaps(whole)
    at_one, limit = value(text, Fraction(1)), reference(text)
    if at_one is None:
        assert limit > 1e30 or "1" not in text  # infinite, or a part in p alone that has a pole inside
    else:
        assert abs(float(at_one.mid()) - float(limit)) <= 1e-12 * (1 + abs(float(limit)))


def test_a_zero_factor_at_q_1_is_refuted_and_1_over_p_is_read_as_0():
    table = {"id": "p", "quantity": "metric", "invariants": ["0", "lam"]}
    zero = claim({**table, "expression": "1/(p*sqrt(4*x**q + lam**2))", "up_to": "factor"})
    assert prove(zero).verdict != "proved" and refute(zero).verdict == "refuted"
    one = {**table, "q": 1}
    for more in ("(1 + x/(p*x))", "(1 + 1/(p*x))", "(p + x)/p", "(p*x + u)/(p*x)", "x**(1/p)", "(1 + u/p)**lam"):
        assert prove(claim({**one, "expression": f"1/(2*u + lam)*{more}"})).verdict == "proved", more
        assert refute(claim({**one, "expression": f"1/(2*u + lam)*{more}"})).verdict != "refuted"
    for more in ("(2*p + x)/p", "(1 - x/(p*x) + 1e-30)"):
        assert refute(claim({**one, "expression": f"1/(2*u + lam)*{more}"})).verdict == "refuted", more
