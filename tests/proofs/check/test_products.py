"""A sum written as a product has the value and domain of the sum; zeros without a change of sign are found by it."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.tree_ball import enclosure
from steepest_mirror.proofs.check import refutation, states
from steepest_mirror.proofs.check.products import products
from steepest_mirror.proofs.check.reader import claim
from steepest_mirror.symbolic.reading import grammar
from steepest_mirror.symbolic.reading.expression import Call, Number, Power, Product, Sum, walk

DECLARED = {"lam"}
ATOMS = (
    "x",
    "lam",
    "log(x)",
    "sin(x)",
    "cos(lam)",
    "exp(x)",
    "exp(2*x)",
    "exp(x/3)",
    "tan(x)",
    "1/(x - 2)",
    "3/7",
    "2",
    "0",
)
TEXTS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*"), inner).map(lambda t: f"({t[0]} {t[1]} {t[2]})"),
        inner.map(lambda t: f"({t})**2"),
        inner.map(lambda t: f"(1 - cos({t}))"),
        inner.map(lambda t: f"(2 + 2*sin({t}))"),
    ),
    max_leaves=6,
)


@settings(max_examples=60, deadline=None)
@given(TEXTS, st.sampled_from([Fraction(7, 3), Fraction(2), Fraction(1, 50)]))
def test_value_and_domain_stay(text, x):
    tree = grammar.expression(text, DECLARED)
    at = {"x": x, "lam": Fraction(3, 5)}
    before, after = enclosure(tree, at, 300), enclosure(products(tree), at, 300)
    assert (before is None) == (after is None)
    assert before is None or after is None or not before.is_finite() or before.overlaps(after)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("x**2 - 2*x*lam + lam**2", 1),
        ("1 - sin(x)", 1),
        ("log(x)**2 - 2*log(x) + 1", 1),
        ("exp(2*x) - 6*exp(x) + 9", 1),
    ],
)
def test_squares_are_seen(text, parts):
    found = products(grammar.expression(text, DECLARED))
    assert not isinstance(found, Sum)
    assert sum(isinstance(node, Power) and node.exponent == Number(Fraction(2)) for node in walk(found)) == parts


def test_what_would_be_lost_stays():
    """log(x - 2) has no value at x = 1, whatever it is multiplied by."""
    tree = grammar.expression("0*log(x - 2) + x", DECLARED)
    assert any(isinstance(node, Call) for node in walk(products(tree)))
    assert not isinstance(products(grammar.expression("0*lam + x", DECLARED)), Product | Sum)


METRIC = {"quantity": "metric", "invariants": ["0", "lam"]}
EVERY_L = {"quantity": "metric", "invariants": "balanced", "depth": "symbolic"}
IN_L = "x**(-q*(L - 1)/L)/L"


@pytest.mark.parametrize(
    ("more", "wrong", "right"),
    [
        (METRIC, "sign(1 + sin(x))/(2*u + lam)", "sign(1 + sin(x/(1 + x)))/(2*u + lam)"),
        (METRIC, "sign(exp(2*x) - 6*exp(x) + 9)/(2*u + lam)", "sign(exp(2*x) - 6*exp(x) + 9 + x)/(2*u + lam)"),
        (METRIC, "(1 + tan(x)*cos(x) - sin(x))/(2*u + lam)", "(1 + tan(1/q)*cos(1/q) - sin(1/q))/(2*u + lam)"),
        (EVERY_L, f"sign((L - 523 + 0*x)**2)*{IN_L}", f"sign((2*L - 523 + 0*x)**2)*{IN_L}"),
        (METRIC, "sign((atan(x) - atan(1))**2)/(2*u + lam)", "sign((atan(x) + atan(1))**2)/(2*u + lam)"),
        (EVERY_L, f"sign((u*L - 7*u)**2)*{IN_L}", f"sign((2*u*L - 7*u)**2)*{IN_L}"),
        (EVERY_L, f"sign((L*x - 523*x)**2)*{IN_L}", f"sign((2*L*x - 523*x)**2)*{IN_L}"),
        (EVERY_L, f"sign(sin(4*atan(1)*L/977)**2)*{IN_L}", f"sign(cos(4*atan(1)*L/977)**2)*{IN_L}"),
        ({**EVERY_L, "up_to": "factor"}, f"cos(2*atan(1)*L)*{IN_L}", f"cos(4*atan(1)*L)*{IN_L}"),
    ],
    ids=str,
)
def test_zeros_of_a_sum(more, wrong, right):
    for text, found in ((wrong, True), (right, False)):
        searched = refutation.search(claim({"id": "a", "expression": text, **more}), ((128, 14),))
        assert (searched.witness is not None) is found


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("1 - abs(sign(g - x))", "1 - abs(sign(g - x)) - 1 + abs(sign(x - g))"),
        ("1 - sign((g*x - 1)**2)", "1 - sign((g*x - 1)**2 + 1/9)"),
    ],
)
def test_a_gradient_tied_to_x(wrong, right):
    """f = x^2/2 has g = x for ever, and f = log |x| has g x = 1."""
    for rate, found in ((wrong, True), (right, False)):
        stated = claim({"id": "a", "invariant": "abs(w1)**q - abs(w2)**q", "rate": rate, "depth": 2, "q": "3/2"})
        assert (states.search(stated, ((128, 6),)).witness is not None) is found
