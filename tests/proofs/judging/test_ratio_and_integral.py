"""l'Hopital's rule and the integral over all times, on paths whose limits are known by hand; no premise can go.

y/b -> r from (dy/dt)/(db/dt) -> r, db/dt > 0, b -> infinity;   int_0^t a -> int_0^T a for 0 <= a with bounded integrals
"""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp

from steepest_mirror.proofs.judging.formulas import almost, at_most, below, continuous, equal, formula
from steepest_mirror.proofs.judging.models import Model, T, holds
from steepest_mirror.proofs.judging.replay import replayed
from steepest_mirror.proofs.judging.rules import calculus
from steepest_mirror.proofs.judging.tactics import given
from steepest_mirror.proofs.judging.terms import function, letter, past, plain, rate

y, z, a, b = (function(name) for name in "yzab")
r, c = letter("r", "real"), letter("c", "real")
SPEED = formula(("grows", plain(z)))
PREMISES = (
    continuous(y),
    continuous(z),
    almost(equal(rate(y), a)),
    almost(equal(rate(z), b)),
    below(0, b),
    SPEED,
    formula(("tends", plain(a / b), plain(r))),
)
PATHS = {  # y, z and the limit of y/z
    "a line": (3 * T + 2, T, Fraction(3)),
    "a logarithm": (sp.log(1 + T), T, Fraction(0)),
    "two exponentials": (2 * sp.exp(T) - T, sp.exp(T) + T, Fraction(2)),
    "a square": (T**2 + T, (1 + T) ** 2, Fraction(1)),
    "falling": (-5 * T**3, T**3 + T + 1, Fraction(-5)),
}


def along(first: sp.Expr, second: sp.Expr, limit: Fraction) -> Model:
    """The paths with their derivatives."""
    functions = {("y",): first, ("z",): second, ("a",): sp.diff(first, T), ("b",): sp.diff(second, T)}
    return Model({"r": limit}, functions, {}, None)


@pytest.mark.parametrize("name", PATHS)
def test_the_ratio_has_the_limit_of_the_ratio_of_rates(name: str) -> None:
    theorem = calculus.ratio(*map(given, PREMISES))
    assert replayed(theorem.derivation) == (theorem.hypotheses, theorem.conclusion)
    model = along(*PATHS[name])
    assert all(holds(p, model) for p in PREMISES) and holds(theorem.conclusion, model)


FALSE = {  # one premise fails, and the conclusion with it
    5: along(2 - sp.exp(-T), 1 - sp.exp(-T), Fraction(1)),  # z does not grow: y/z -> 2
    6: along(3 * T, T, Fraction(2)),
    2: Model({"r": Fraction(1)}, {("y",): 2 * T, ("z",): T, ("a",): 1 + 0 * T, ("b",): 1 + 0 * T}, {}, None),
    3: Model({"r": Fraction(1)}, {("y",): 2 * T, ("z",): T, ("a",): 2 + 0 * T, ("b",): 2 + 0 * T}, {}, None),
}


@pytest.mark.parametrize("which", FALSE)
def test_without_a_premise_it_is_false(which: int) -> None:
    theorem, model = calculus.ratio(*map(given, PREMISES)), FALSE[which]
    assert [holds(p, model) for p in PREMISES] == [k != which for k in range(len(PREMISES))]
    assert not holds(theorem.conclusion, model)


@pytest.mark.parametrize("which", range(len(PREMISES)))
def test_each_premise_is_asked_for(which: int) -> None:
    others = [given(p) for k, p in enumerate(PREMISES) if k != which]
    wrong = given(formula(("measurable", y.term)))
    for premises in (others, [*others[:which], wrong, *others[which:]]):
        with pytest.raises(ValueError):
            calculus.ratio(*premises)
        with pytest.raises(ValueError):
            replayed(("ratio", (), tuple(p.derivation for p in premises)))


LOCAL, SIGN, BOUND = formula(("integrable", plain(y))), almost(at_most(0, y)), at_most(past(y), c)
SUMS = {"an exponential": (sp.exp(-T), 1), "a power": (3 / (1 + T) ** 2, 3), "nothing": (0 * T, 0)}


@pytest.mark.parametrize("name", SUMS)
def test_bounded_integrals_tend_to_the_whole(name: str) -> None:
    path, whole = SUMS[name]
    theorem = calculus.whole_integral(*map(given, (LOCAL, SIGN, BOUND)))
    assert replayed(theorem.derivation) == (theorem.hypotheses, theorem.conclusion)
    model = Model({"c": Fraction(whole)}, {("y",): path}, {}, None)
    assert all(holds(p, model) for p in (LOCAL, SIGN, BOUND)) and holds(theorem.conclusion, model)
    assert sp.integrate(path, (T, 0, sp.oo)) == whole


def test_the_whole_integral_asks_for_each_premise() -> None:
    """Integrals of sin t are bounded and have no limit; those of 1/(1 + t) are not."""
    local, sign, bound = map(given, (LOCAL, SIGN, BOUND))
    rising = given(at_most(past(y), c * past(y)))
    signed = given(almost(at_most(-1, y)))
    for premises in (
        (sign, local, bound),
        (local, signed, bound),
        (local, sign, rising),
        (local, sign),
        (local, bound),
    ):
        with pytest.raises(ValueError):
            calculus.whole_integral(*premises)
        with pytest.raises(ValueError):
            replayed(("whole_integral", (), tuple(p.derivation for p in premises)))
    assert not holds(SIGN, Model({}, {("y",): sp.sin(7 * T)}, {}, None))
    assert not holds(BOUND, Model({"c": Fraction(1)}, {("y",): 1 / (1 + T)}, {}, None))
