"""What is printed says what the formula says: names that could be read as something else make no claim, and each of
these would print a false sentence although the formula is derived."""

from __future__ import annotations

import pytest
import sympy as sp

from steepest_mirror.proofs.judging.formal import Formal, derive
from steepest_mirror.proofs.judging.formulas import almost, at_most, equal, for_all, formula
from steepest_mirror.proofs.judging.models import Model
from steepest_mirror.proofs.judging.render import latex, term_text, text
from steepest_mirror.proofs.judging.rules.algebraic import calculation
from steepest_mirror.proofs.judging.rules.along import rate_of
from steepest_mirror.proofs.judging.rules.logical import assume
from steepest_mirror.proofs.judging.rules.sums import constant_body
from steepest_mirror.proofs.judging.terms import (
    function,
    index,
    letter,
    of,
    plain,
    product_over,
    rate,
    size,
    slope_of,
    start,
    sum_over,
)
from steepest_mirror.proofs.judging.theorem import Refused

i, L = index("i", "L"), letter("L", "depth")


def constant_sum(name: str) -> Formal:
    """sum_i c = L c, for a constant of this name."""
    c = letter(name, "pos")
    whole = sum_over(i, c)
    return Formal((), equal(whole, L * c), lambda: constant_body(whole=plain(whole)), Model)


def test_a_constant_is_no_family() -> None:
    found = derive(constant_sum("c"))
    assert found.stands, found.reason
    for name in ("a_i", "a_ii", "a_i1", "w_k", "ai", "sum_i", "dx", "dt", "exp", "t", "T", "d", "a__i"):
        found = derive(constant_sum(name))
        assert not found.stands and "name" in found.reason, name


@pytest.mark.parametrize("name", ["iii", "iiii"])
def test_a_word_below_is_no_row_of_indices(name: str) -> None:
    assert "letter with an index" in derive(constant_sum(f"a_{name}")).reason


def test_the_time_is_no_constant() -> None:
    fixed = letter("t", "nonneg")
    goal = almost(formula(("every", ("=", plain(rate(fixed * function("s", "real", i))), plain(0)))))
    assert "could be read" in derive(Formal((), goal, lambda: rate_of(a=plain(fixed)), Model)).reason


def test_a_flow_names_its_letters() -> None:
    """alpha(t) of the flow is no constant, F of the flow is not said to be positive."""
    for flow, stranger in (("coupled", letter("alpha", "nonneg")), ("objective", function("F", "pos"))):
        goal = at_most(0, stranger)
        given = (formula(("flow", flow)),)
        found = derive(Formal(given, goal, lambda goal=goal: calculation(stated=goal), Model))
        assert "two things" in found.reason


def test_the_value_of_a_function_is_not_that_of_a_letter() -> None:
    """x(0) is written for both."""
    x = function("x", "real")
    assert term_text(plain(start(x))) == term_text(plain(of("x", 0)))
    given = (equal(start(x), 1), equal(of("x", 0), 2))
    assert "two things" in derive(Formal(given, given[0], lambda: assume(stated=given[0]), Model)).reason


def test_a_slope_and_a_function_with_a_prime_are_not_both_there() -> None:
    """R'(2) is written for both."""
    assert term_text(plain(slope_of("R", 2))) == term_text(plain(of("R_prime", 2))) == "R'(2)"
    alone, both = equal(of("R_prime", 2), 1), equal(of("R_prime", 2), slope_of("R", 2))
    assert derive(Formal((alone,), alone, lambda: assume(stated=alone), primed)).stands
    assert "as a slope" in derive(Formal((both,), both, lambda: assume(stated=both), Model)).reason


def primed() -> Model:
    """R' = 1."""
    return Model(reals={"R_prime": sp.Lambda(sp.Symbol("r"), sp.Integer(1))})


def test_own_names() -> None:
    for stranger in (letter("q", "real"), letter("L", "pos"), letter("n", "real")):
        goal = equal(stranger, stranger)
        assert "meaning of its own" in derive(Formal((), goal, lambda g=goal: calculation(stated=g), Model)).reason


def test_an_index_has_one_range() -> None:
    a = equal(letter("a", "pos", i), 1)
    goal = for_all(index("i", "n"), a)
    assert "two things" in derive(Formal((a,), goal, lambda: assume(stated=a), Model)).reason


def test_what_is_said_is_read_in_one_way() -> None:
    """Two formulas that differ are written differently."""
    a, b, c = (equal(letter(name), 1) for name in "abc")
    y = function("y", "real")
    s, r = ("=", plain(y), plain(0)), ("=", plain(y), plain(1))
    pairs = [
        (("not", ("and", a, b)), ("and", ("not", a), b)),
        (("not", ("or", a, b)), ("or", ("not", a), b)),
        (("<=>", ("=>", a, b), c), ("=>", a, ("<=>", b, c))),
        (("<=>", ("all", i.term, a), b), ("all", i.term, ("<=>", a, b))),
        (("or", ("every", s), a), ("every", ("or", s, a))),
        (("or", ("ae", r), a), ("ae", ("or", r, a))),
        (("not", ("<=>", a, b)), ("<=>", ("not", a), b)),
    ]
    for one, other in pairs:
        assert text(formula(one)) != text(formula(other))


def test_what_follows_a_time_is_apart() -> None:
    """(at every time: A or B) and C is not: at every time, A or (B and C)."""
    y = function("y", "real")
    a, b, c = ("<", plain(0), plain(y)), ("<", plain(1), plain(y)), equal(letter("c"), 1)
    for head in ("or", "=>"):
        shown = text(formula(("and", ("every", (head, a, b)), c)))
        assert shown.startswith("(at every time t: ") and shown.endswith(") and c = 1")


def test_a_product_below_a_quotient_ends_where_it_ends() -> None:
    """1/((prod_i c) c) = 1/c^{L+1}, where prod_i (c c) is c^{2L}."""
    c, b = letter("c", "pos"), letter("b", "pos", i)
    whole = product_over(i, c)
    assert term_text(plain(1 / whole * (1 / c))) == "1/((prod_i c) c)"
    assert latex(equal(1 / whole * (1 / c), 1)) == r"\frac{1}{\left(\prod_i c\right) c} = 1"
    assert term_text(plain(1 / c * (1 / whole))) == "1/(c prod_i c)"
    assert term_text(plain(1 / sum_over(i, b) * (1 / b))) == "1/((sum_i b_i) b_i)"


def test_a_quotient_of_sums_is_no_sum_of_quotients() -> None:
    a, b = letter("a", "pos", i), letter("b", "pos")
    assert term_text(plain(sum_over(i, a) / b)) == "(sum_i a_i)/b"
    assert term_text(plain(sum_over(i, a / b))) == "sum_i (a_i/b)"


def test_a_refusal_speaks_in_the_letters_of_the_claim():
    """Not in the symbols that stand for them in one case of signs."""
    a, c, x = letter("a", "real"), letter("c", "pos"), function("x")
    with pytest.raises(Refused, match=r"^a\*c - a is not shown to be 0$"):
        calculation(stated=equal(a, c * a))
    with pytest.raises(Refused, match=r"is not shown to be at least 0") as refused:
        calculation(stated=at_most(a, c * start(x)))
    assert "(x(0))" in str(refused.value) and "_" not in str(refused.value)


def test_a_started_term_has_its_letters_at_0_and_a_power_1_is_none():
    x = function("x")
    assert term_text(plain(start(size(x) ** 2 + x))) == term_text(plain(size(start(x)) ** 2 + start(x)))
    assert term_text(plain(start(size(x)))) == "|x(0)|" and latex(equal(start(size(x)), 1)) == r"\left|x(0)\right| = 1"
    assert term_text(plain(start(rate(x)))) == "(dx/dt)(0)" and term_text(("^", x.term, ("n", 1, 1))) == "x"
