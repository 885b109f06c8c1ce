"""Claims that are wrong at one number, which is not rational, are refuted there; their true neighbours are not."""

from __future__ import annotations

from fractions import Fraction

import mpmath as mp
import pytest
from flint import arb
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.numeric_checks.tree_ball import enclosure
from steepest_mirror.proofs.check import irrational, refutation, states
from steepest_mirror.proofs.check.reader import claim
from steepest_mirror.symbolic.reading import grammar
from steepest_mirror.symbolic.reading.expression import Number

TRUE = "1/sqrt(4*x**q + lam**2)"


def searched(expression: str, **more: object):
    table = {"id": "a", "quantity": "metric", "invariants": ["0", "lam"], "expression": expression, **more}
    return refutation.search(claim(table))


@pytest.mark.parametrize(
    ("part", "letter", "root"),
    [
        ("q**2 - 2", "q", mp.sqrt(2)),
        ("q**3 - 2", "q", mp.cbrt(2)),
        ("q**4 - 4*q**2 + 4", "q", mp.sqrt(2)),  # a double root
        ("q**5 - q - 1", "q", mp.polyroots([1, 0, 0, 0, -1, -1])[0].real),
        ("q - log(3)", "q", mp.log(3)),
        ("q - 2*atan(1)", "q", mp.pi / 2),
        ("exp(q) - 4", "q", mp.log(4)),
        ("lam - 4*atan(1)", "lam", mp.pi),
        ("lam**2 - 2", "lam", mp.sqrt(2)),
        ("x**2 - 3", "x", mp.sqrt(3)),
        ("x*log(x) - 1", "x", mp.exp(mp.lambertw(1))),
        ("u**2 - 3", "x", None),
    ],
)
def test_a_jump_at_one_irrational_number_is_found(part, letter, root):
    found = searched(f"{TRUE} + 1 - sign(({part})**2)")
    assert found.witness is not None
    if root is not None:
        assert abs(mp.mpf(found.witness.at[letter].strip("[]").split()[0]) - root) < 1e-12
    left, right = (mp.mpf(side.strip("[]").split()[0]) for side in (found.witness.left, found.witness.right))
    assert abs(left - right - 1) < 1e-12


@pytest.mark.parametrize("up_to", ["constant", "affine", "factor"])
@pytest.mark.parametrize("part", ["q**2 - 2", "lam**2 - 2", "x**2 - 3"])
def test_up_to(part, up_to):
    wrong = f"{TRUE}*(1 + x**2*(1 - sign(({part})**2)))"
    assert searched(wrong, up_to=up_to).witness is not None
    assert searched(f"{TRUE}*(2 + x*(1 - sign(1 + ({part})**2)))", up_to="factor").witness is None


@pytest.mark.parametrize("zero", ["lam**2 - 3", "q**2 - 2", "sin(lam)", "exp(q) - 4"])
def test_a_factor_that_is_0_at_one_irrational_number_is_none(zero):
    assert searched(f"{TRUE}*({zero})", up_to="factor").witness is not None
    assert searched(f"{TRUE}*(({zero})**2 + 1)", up_to="factor").witness is None


def test_a_function_jumps_at_its_own_zeros():
    assert searched(f"{TRUE}*sign(cos(x))**2").witness is not None
    assert searched(f"{TRUE}*sign(2 + cos(x))**2").witness is None


@pytest.mark.parametrize(
    "expression",
    [
        f"{TRUE} + 1 - sign((q**3 - 9)**2)",  # its root is above 2
        f"{TRUE} + 1 - sign((x**2 + lam)**2)",
        f"{TRUE} + (q**2 - 2)*sign(q**2 - 2) - abs(q**2 - 2)",
        f"{TRUE} + sign((q**2 - 2)**2) - sign((2 - q**2)**2)",
        f"{TRUE} + (1 - sign((q**2 - 2)**2))*(q**2 - 2)",
        f"{TRUE} + sign((q**2 - 2)**2/(q**2 - 2)) - sign(q**2 - 2)",  # no value at the root, else 0
        f"{TRUE} + 0**((q**2 - 2)**2 + 1)",
    ],
)
def test_true_neighbours_are_not_refuted(expression):
    assert searched(expression).witness is None


@pytest.mark.parametrize(
    ("part", "undefined"),
    [
        *(("x**5 - x - 1", True), ("exp(x) - 11/5", True), ("(q - 1)*u - lam", True), ("sin(x)", True)),
        *(("x**5 + x + 1", False), ("q**2 - 2", False), ("(q**2 - 2)*u", False), ("(x - 1)**2 + 1", False)),
    ],
)
@pytest.mark.parametrize("form", ["(F)/(F)", "1 + 0/(F)**2", "exp(log((F)**2))/(F)**2"])
def test_an_expression_without_a_value_at_one_irrational_size_is_refuted(part, undefined, form):
    """At one q it has a hole, which is left out."""
    found = searched(f"{TRUE}*({form.replace('F', part)})").witness
    assert (found is not None and found.left == "undefined") is undefined


def test_a_power_of_zero_jumps():
    assert searched(f"{TRUE} + 0**((q**2 - 2)**2)").witness is not None  # 0^0 = 1


@given(st.integers(2, 60), st.integers(2, 5), st.sampled_from([40, 128, 300]))
def test_the_ball_holds_the_root(n, order, precision):
    """The zero of z^k - n by halving, against FLINT's root."""
    if round(n ** (1 / order)) ** order == n:
        return
    tree = grammar.expression(f"lam**{order} - {n}", {"lam"})
    (zero,) = irrational.zeros(tree, "lam", lambda value, _: {"lam": value})
    found = zero.ball(precision)
    with bits(2 * precision + 300):
        root = arb(n).root(order)
    assert found is not None and found.contains(root) and found.rel_accuracy_bits() >= precision
    assert zero.without(tree) == Number(Fraction(0))


def test_a_change_of_sign_at_a_jump_is_no_zero():
    """sign(lam - 1) - 1/2 changes its sign at 1 and is nowhere 0; 1/(lam**2 - 2) changes it at a pole."""
    for text in ("sign(lam - 1) - 1/2 + exp(lam)*0", "1/(lam**2 - 2) + exp(lam)*0"):
        tree = grammar.expression(text, {"lam"})
        for zero in irrational.zeros(tree, "lam", lambda value, _: {"lam": value}):
            found = zero.ball(128)
            values = None if found is None else enclosure(zero.part, {"lam": found}, 128)
            assert values is None or (zero.part != tree and values.contains(0))


BALANCE = "abs(w1)**q - abs(w2)**q"


@pytest.mark.parametrize(
    ("rate", "more"),
    [
        ("1 - sign((q**2 - 2)**2)", {}),
        ("1 - sign((g**2 - 2)**2)", {}),
        ("w1*(1 - sign((g**3 - 2)**2))", {"q": "2"}),
        ("1 - sign((w1**2 - 2*w2**2)**2)", {}),
        ("1 - sign((x**2 - 2)**2)", {"q": "3/2"}),
        ("1 - sign((x*w1 - w2**3 - 2)**2)", {"q": "3/2"}),
        (f"-q*alpha*({BALANCE}) + 1 - sign((alpha**2 - 2)**2)", {"decay": "decoupled"}),
    ],
)
def test_rates_wrong_at_an_irrational_state(rate, more):
    stated = claim({"id": "a", "invariant": BALANCE, "rate": rate, "depth": 2, **more})
    assert states.search(stated, ((128, 1),)).witness is not None


@pytest.mark.parametrize(
    "rate",
    [
        "1 - sign(q**2 + g**2)",
        "1 - sign((q**3 - 9)**2)",
        "g*(1 - sign((w1**3 - 2)**2))",  # wrong at single times at most: w1 moves where g is not 0
        "(1 - sign((w1**2 - 2)**2))*(w1**2 - 2)",
        "sign((w1**2 - 2)**2) - sign((2 - w1**2)**2)",
        "0**((g**2 - 2)**2 + 1)",
    ],
)
def test_rates_that_are_right_almost_always_are_not_refuted(rate):
    stated = claim({"id": "a", "invariant": BALANCE, "rate": rate, "depth": 2})
    assert states.search(stated, ((128, 6),)).witness is None
