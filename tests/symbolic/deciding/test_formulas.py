"""Decisions over q in [1, 2], integer L >= 2, against brute force in exact fractions and planted exceptions.

The oracle evaluates the same statement, written a second time in Python, at exact points; it knows nothing of roots.
"""

from __future__ import annotations

import operator
import random
from fractions import Fraction

import pytest
from flint import fmpq_mpoly
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.symbolic.deciding.formulas import (
    FALSE,
    RELATIONS,
    TRUE,
    And,
    Formula,
    Not,
    Or,
    atom,
    counterexample,
    difference,
    equivalent,
    holds_at,
    satisfiable,
    valid,
)
from steepest_mirror.symbolic.deciding.polynomials import L, constant, q
from steepest_mirror.symbolic.deciding.roots import AlgebraicNumber
from steepest_mirror.symbolic.errors import Undecided

PYTHON = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">=": operator.ge,
    ">": operator.gt,
}
TINY = Fraction(1, 10**40)
ONTO = atom(q * (L - 1) - L, "<=")  # m <= 1
GRID = [(Fraction(24 + i, 24), depth) for i in range(25) for depth in (*range(2, 12), 17, 100, 999)]


def onto(steepness: Fraction, depth: int) -> bool:
    return steepness * (depth - 1) / depth <= 1


SAME = {
    "(q - 1)(L - 1) <= 1": atom((q - 1) * (L - 1) - 1, "<="),
    "not m > 1": ~atom(q * (L - 1) - L, ">"),
    "m < 1 or m = 1": atom(q * (L - 1) - L, "<") | atom(q * (L - 1) - L, "=="),
    "m^3 <= 1": atom(q**3 * (L - 1) ** 3 - L**3, "<="),
    "L <= 2 or m <= 1": atom(L - 2, "<=") | ONTO,
    "m <= 1 and L > 1": ONTO & atom(L - 1, ">"),
    "m <= 1 and q^2 < 9/2": ONTO & atom(q**2 - constant(Fraction(9, 2)), "<"),
}

MUTANTS = {
    "strict": (atom(q * (L - 1) - L, "<"), lambda q, L: q * (L - 1) < L),
    "+ 1e-40": (
        atom(q * (L - 1) - L - L * constant(TINY), "<="),
        lambda q, L: q * (L - 1) / L <= 1 + TINY,
    ),
    "- 1e-40": (
        atom(q * (L - 1) - L + L * constant(TINY), "<="),
        lambda q, L: q * (L - 1) / L <= 1 - TINY,
    ),
    "1 + 1/(L-1) + 1e-60": (
        atom((q - 1) * (L - 1) - 1 - constant(Fraction(1, 10**60)) * (L - 1), "<="),
        lambda q, L: q <= 1 + Fraction(1, L - 1) + Fraction(1, 10**60),
    ),
    "1 + 1/(L-1) - 1e-60": (
        atom((q - 1) * (L - 1) - 1 + constant(Fraction(1, 10**60)) * (L - 1), "<="),
        lambda q, L: q <= 1 + Fraction(1, L - 1) - Fraction(1, 10**60),
    ),
    "L for L - 1": (atom(q * L - L - 1, "<="), lambda q, L: q * L <= L + 1),
    "1/L for 1/(L-1)": (atom((q - 1) * L - 1, "<="), lambda q, L: q <= 1 + Fraction(1, L)),
    "only L <= 5": (ONTO & atom(L - 5, "<="), lambda q, L: onto(q, L) and L <= 5),
    "not L = 10^6": (ONTO & atom(L - 10**6, "!="), lambda q, L: onto(q, L) and L != 10**6),
    "also L = 10^6": (ONTO | atom(L - 10**6, "=="), lambda q, L: onto(q, L) or L == 10**6),
    "also L > 10^30": (ONTO | atom(L - 10**30, ">"), lambda q, L: onto(q, L) or L > 10**30),
    "not q = 2": (ONTO & atom(q - 2, "!="), lambda q, L: onto(q, L) and q != 2),
    "also q = 2, L = 3": (
        ONTO | (atom(q - 2, "==") & atom(L - 3, "==")),
        lambda q, L: onto(q, L) or (q == 2 and L == 3),
    ),
    "not q = 1": (ONTO & atom(q - 1, "!="), lambda q, L: onto(q, L) and q != 1),
    "reversed": (atom(q * (L - 1) - L, ">="), lambda q, L: q * (L - 1) >= L),
    "squared": (atom(q**2 * (L - 1) - L, "<="), lambda q, L: q**2 * (L - 1) <= L),
    "true": (TRUE, lambda q, L: True),
    "false": (FALSE, lambda q, L: False),
}


@pytest.mark.parametrize("name", SAME)
def test_forms_of_the_onto_condition_are_equivalent(name):
    assert equivalent(ONTO, SAME[name])
    assert all(holds_at(SAME[name], *point) == onto(*point) for point in GRID)


@pytest.mark.parametrize("name", MUTANTS)
def test_mutants_differ_at_a_point_that_checks_exactly(name):
    formula, python = MUTANTS[name]
    witness = difference(ONTO, formula)
    assert witness is not None and isinstance(witness.q, Fraction)
    assert 1 <= witness.q <= 2 and witness.L >= 2
    assert onto(witness.q, witness.L) != python(witness.q, witness.L)


def test_an_irrational_exception_is_an_exact_algebraic_point():
    witness = difference(ONTO, ONTO & atom(q**2 - 2, "!="))
    assert witness is not None and isinstance(witness.q, AlgebraicNumber)
    assert witness.q.coefficients == (-2, 0, 1)
    assert witness.q.low**2 < 2 < witness.q.high**2
    assert valid(atom(q**2 - 2, "!=") | atom(q**4 - 4, "=="))
    assert not valid(atom(q**2 - 2, "!=") | atom(q**4 - 4, "!="))


def test_an_equality_that_no_integer_depth_meets_is_unsatisfiable():
    half = constant(Fraction(1, 2))
    assert satisfiable(atom(L - 10**9 - half, "==")) is None
    assert satisfiable(atom(L**2 - 2, "==")) is None
    witness = satisfiable(atom((L - 10**9) * (L - half), "=="))
    assert witness is not None and witness.L == 10**9


def test_depths_between_neighbouring_roots_are_not_skipped():
    # true except where 10^12 < L < 10^12 + 2, that is at one integer
    inside = And((atom(L - 10**12, ">"), atom(L - 10**12 - 2, "<")))
    witness = counterexample(Not(inside))
    assert witness is not None and witness.L == 10**12 + 1


@given(st.integers(2, 10**15), st.fractions(1, 2, max_denominator=1000), st.integers(1, 80))
def test_a_planted_box_is_found(depth, centre, exponent):
    width = Fraction(1, 10**exponent)
    box = atom((q - constant(centre)) ** 2 - constant(width**2), "<=") & atom(L - depth, "==")
    witness = satisfiable(box & ~atom(q - constant(centre), "=="))
    assert witness is not None and isinstance(witness.q, Fraction)
    assert depth == witness.L and 0 < abs(witness.q - centre) <= width


@given(st.integers(2, 10**9), st.integers(1, 40))
def test_a_sliver_along_the_boundary_that_begins_late_is_found(start, exponent):
    width = constant(Fraction(1, 10**exponent))
    sliver = And((atom(q * (L - 1) - L, ">"), atom(q * (L - 1) - L - width, "<"), atom(L - start, ">=")))
    witness = satisfiable(sliver)
    assert witness is not None and isinstance(witness.q, Fraction) and max(start, 3) <= witness.L
    assert 0 < witness.q * (witness.L - 1) - witness.L < Fraction(1, 10**exponent)


def random_formula(rng: random.Random, depth: int = 2) -> Formula:
    if depth and rng.random() < 0.7:
        parts = tuple(random_formula(rng, depth - 1) for _ in range(rng.randint(2, 3)))
        return rng.choice([And, Or])(parts) if rng.random() < 0.8 else Not(Or(parts))
    return atom(random_polynomial(rng), rng.choice(RELATIONS))


def random_polynomial(rng: random.Random) -> fmpq_mpoly:
    """Sparse ones, and products that share factors, touch the ends of [1, 2] or have roots at integers."""
    half = constant(Fraction(1, 2))
    match rng.randrange(4):
        case 0:
            powers = [(i, j) for i in range(3) for j in range(3)]
            return sum((constant(rng.randint(-6, 6)) * q**i * L**j for i, j in rng.sample(powers, 3)), constant(0))
        case 1:
            return (q * (L - 1) - L) ** rng.randint(1, 3) * (q + constant(rng.randint(-2, 2)))
        case 2:
            ends = (q - 1) ** rng.randint(0, 2) * (q - 2) ** rng.randint(0, 2)
            return ends * (L - half * rng.randint(4, 18)) ** rng.randint(0, 2)
    return (q * L - constant(rng.randint(2, 20))) ** 2 - half**2 * rng.randint(0, 9)


def brute(formula: Formula, steepness: Fraction, depth: int) -> bool:
    """Truth by evaluating every term in Fractions."""
    match formula:
        case And(parts):
            return all(brute(part, steepness, depth) for part in parts)
        case Or(parts):
            return any(brute(part, steepness, depth) for part in parts)
        case Not(part):
            return not brute(part, steepness, depth)
    if formula in (TRUE, FALSE):
        return formula == TRUE
    value = sum((c * steepness**i * depth**j for (i, j), c in formula.terms), Fraction(0))
    return PYTHON[formula.relation](value, 0)


def test_random_formulas_agree_with_brute_force():
    seed = 20240611
    print("seed", seed)
    rng = random.Random(seed)
    proved = refuted = algebraic = 0
    for _ in range(400):
        formula = random_formula(rng)
        witness = counterexample(formula)
        if witness is None:
            proved += 1
            assert all(brute(formula, *point) for point in GRID)
        elif isinstance(witness.q, Fraction):
            refuted += 1
            assert 1 <= witness.q <= 2 and witness.L >= 2
            assert not brute(formula, witness.q, witness.L)
        else:
            algebraic += 1
            assert fails_at_root(formula, witness.q, witness.L)
    assert proved > 20 and refuted > 100, (proved, refuted, algebraic)


def fails_at_root(formula: Formula, root: AlgebraicNumber, depth: int) -> bool:
    """Falsity at the root by 400 bisections in Fractions, a value below 1e-60 counting as 0 (the polynomials are
    small)."""
    poly = lambda z: sum(c * z**k for k, c in enumerate(root.coefficients))  # noqa: E731
    a, b = root.low, root.high
    assert poly(a) * poly(b) < 0
    for _ in range(400):
        middle = (a + b) / 2
        a, b = (a, middle) if poly(a) * poly(middle) < 0 else (middle, b)

    def truth(part: Formula) -> bool:
        match part:
            case And(parts):
                return all(map(truth, parts))
            case Or(parts):
                return any(map(truth, parts))
            case Not(inner):
                return not truth(inner)
        if part in (TRUE, FALSE):
            return part == TRUE
        value = sum((c * a**i * depth**j for (i, j), c in part.terms), Fraction(0))
        return PYTHON[part.relation](0 if abs(value) < Fraction(1, 10**60) else value, 0)

    return not truth(formula)


@settings(max_examples=60)
@given(st.integers(0, 10**9))
def test_a_formula_and_its_negation_split_the_points(seed):
    formula = random_formula(random.Random(seed))
    assert equivalent(formula, Not(Not(formula)))
    assert satisfiable(formula & ~formula) is None
    assert valid(formula | ~formula)
    assert satisfiable(formula) or satisfiable(~formula)


def test_hypotheses_restrict_the_points():
    assert not valid(atom(q - 2, "<"))
    assert valid(atom(q - 2, "<"), given=atom(L - 3, "==") & ONTO)
    assert valid(FALSE, given=FALSE)


@pytest.mark.parametrize("size", [30, 41])
def test_what_is_too_large_is_undecided_or_refuted_by_a_point(size):
    large = (q + 2 * L + 1) ** size + q * L**7 + 1
    with pytest.raises(Undecided):
        counterexample(atom(large, ">"))
    assert satisfiable(atom(large, ">")) is not None


def test_an_unknown_relation_is_refused():
    with pytest.raises(ValueError, match="relation"):
        atom(q, "=")
