"""Rules on explicit models: wherever the premises hold the conclusion does, and for each premise there is a model of
the others in which the conclusion fails.

An example is a rule with its premises as formulas, its parameters, and values for its letters: exact constants, and
functions of t on [0, T) given by formulas. All combinations are examined.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any

import pytest
import sympy as sp

from steepest_mirror.proofs.judging.formulas import at_most, below, continuous, equal, for_all, formula
from steepest_mirror.proofs.judging.models import Model, T, Unknown, holds
from steepest_mirror.proofs.judging.rules import algebraic, along, calculus, logical, order, sums
from steepest_mirror.proofs.judging.tactics import given
from steepest_mirror.proofs.judging.terms import function, index, letter, others, plain, product_over, rate, start
from steepest_mirror.proofs.judging.theorem import Refused, Theorem

a, b, c, r, s = (letter(name, "real") for name in "abcrs")
i, j = index("i", "L"), index("j", "L")
a_i, b_i = letter("a", "real", i), letter("b", "real", i)
x, y, z = function("x"), function("y"), function("z")
NUMBERS = tuple(Fraction(n, d) for n, d in ((-2, 1), (-1, 1), (-1, 2), (0, 1), (1, 3), (1, 1), (3, 2), (2, 1)))
FEW = tuple(Fraction(n) for n in (-2, -1, 0, 1, 3))
FLOWS = (T * 0, T * 0 + 1, T, -T, T**2 - 1, 1 / (1 + T), 2 - T, -1 / (1 + T), (1 + T) ** 2, sp.Abs(T - 1), 3 * T - 2)


@dataclass(frozen=True)
class Example:
    """A rule, its premises and parameters; what its letters may be."""

    rule: Any
    premises: tuple[Any, ...]
    parameters: dict[str, Any] = field(default_factory=dict)
    constants: tuple[Any, ...] = ()
    functions: tuple[str, ...] = ()
    values: tuple[Fraction, ...] = NUMBERS
    end: Fraction | None = Fraction(2)
    needless: tuple[int, ...] = ()  # premises that exclude undefined values only

    def models(self) -> list[Model]:
        """All combinations."""
        pools = [self.values] * len(self.constants) + [FLOWS] * len(self.functions)
        found = []
        for chosen in itertools.product(*pools):
            constants = dict(zip(self.constants, chosen, strict=False))
            functions = {(n,): f for n, f in zip(self.functions, chosen[len(self.constants) :], strict=True)}
            found.append(Model(constants, functions, {"L": 2}, self.end))
        return found


def each(f: Any) -> Any:
    """f for every i."""
    return for_all(i, f)


FAMILY = (("a", 1), ("a", 2), ("b", 1), ("b", 2))
T_BIG = formula(("grows", plain(y)))
EXAMPLES = {
    "falling_base": Example(
        order.falling_base, (below(0, a), at_most(a, b), at_most(r, 0)), {"r": r.term}, ("a", "b", "r")
    ),
    "above_one": Example(order.above_one, (at_most(1, a), at_most(r, s)), {}, ("a", "r", "s")),
    "bernoulli": Example(order.bernoulli, (below(0, a), at_most(0, r), at_most(r, 1)), {}, ("a", "r"), needless=(0,)),
    "larger_base": Example(
        algebraic.larger_base, (at_most(0, a), at_most(a, b), below(0, r)), {"r": r.term}, ("a", "b", "r")
    ),
    "larger_exponent": Example(
        algebraic.larger_exponent,
        (at_most(0, a), at_most(a, b), below(0, b), below(0, r), at_most(r, s)),
        {},
        ("a", "b", "r", "s"),
        needless=(2, 3),
    ),
    "same_order": Example(
        order.same_order,
        (at_most(0, c * (a - b)), at_most(0, r)),
        {"a": a.term, "b": b.term, "r": r.term},
        ("a", "b", "c", "r"),
    ),
    "antisymmetric": Example(order.antisymmetric, (at_most(a, b), at_most(b, a)), {}, ("a", "b")),
    "rising_to": Example(
        calculus.rising_to,
        (continuous(y), formula(("ae", ("<", plain(0), plain(rate(y))))), formula(("tends", y.term, c.term))),
        constants=("c",),
        functions=("y",),
        values=(*FEW, Fraction(2), Fraction(9)),
        needless=(0,),
    ),
    "one_limit": Example(
        calculus.one_limit,
        (formula(("tends", y.term, a.term)), formula(("tends", y.term, b.term))),
        {},
        ("a", "b"),
        ("y",),
    ),
    "limit_keeps_order": Example(
        calculus.limit_keeps_order,
        (at_most(y, z), formula(("tends", y.term, a.term)), formula(("tends", z.term, b.term))),
        {},
        ("a", "b"),
        ("y", "z"),
        FEW,
    ),
    "smaller_power": Example(algebraic.smaller_power, (below(0, a), below(a, 1), below(r, s)), {}, ("a", "r", "s")),
    "scaled": Example(algebraic.scaled, (below(a, b), below(0, c)), {}, ("a", "b", "c")),
    "rising": Example(
        calculus.rising,
        (continuous(y), formula(("ae", ("<=", plain(0), plain(rate(y)))))),
        functions=("y",),
        needless=(0,),
    ),
    "rising_strictly": Example(
        calculus.rising_strictly,
        (continuous(y), formula(("ae", ("<", plain(0), plain(rate(y)))))),
        functions=("y",),
        needless=(0,),
    ),
    "growing": Example(calculus.growing, (T_BIG, at_most(y, z)), {}, (), ("y", "z"), end=None),
    "squeezed": Example(
        calculus.squeezed,
        (formula(("tends", plain(y), plain(c))), at_most(y, z), at_most(z, x), formula(("tends", plain(x), plain(c)))),
        {},
        ("c",),
        ("x", "y", "z"),
        FEW,
        end=None,
    ),
    "gronwall": Example(
        along.gronwall,
        (continuous(y), formula(("ae", ("<=", plain(rate(y)), plain(-1 * r * y))))),
        {"r": r.term},
        ("r",),
        ("y",),
        needless=(0,),
    ),
    "constant": Example(
        along.constant, (continuous(y), formula(("ae", equal(rate(y), 0)[1]))), {}, (), ("y",), needless=(0,)
    ),
}  # fmt: skip
ORDERED = (each(at_most(0, a_i)), each(at_most(a_i, b_i)))
FAMILIES = {
    "at_least_one": (sums.at_least_one, (each(at_most(0, a_i)),), {"i": i.term, "j": j.term}),
    "larger_factors": (sums.larger_factors, ORDERED, {"whole": product_over(i, a_i).term}),
    "larger_factors_strictly": (
        sums.larger_factors_strictly,
        (each(at_most(0, a_i)), each(below(a_i, b_i))),
        {"whole": product_over(i, a_i).term},
    ),
    "positive_product": (sums.positive_product, (each(below(0, a_i)),), {"whole": product_over(i, a_i).term}),
    "larger_factors over others": (sums.larger_factors, ORDERED, {"whole": others(i, j, a_i).term}),
    "summed": (sums.summed, (each(at_most(a_i, b_i)),), {"i": i.term}),
}  # fmt: skip


def concluded(rule: Any, premises: tuple[Any, ...], parameters: Mapping[str, Any]) -> Theorem:
    """The rule on assumptions, those about every index freed from it."""
    freed = [logical.for_index(given(p), i=p[1], j=p[1]) if p[0] == "all" else given(p) for p in premises]
    return rule(*freed, **parameters)


def true(f: Any, model: Model) -> bool | None:
    """Whether it holds; None where the model gives a value that does not exist."""
    try:
        return holds(f, model)
    except (Unknown, ZeroDivisionError):
        return None


def letters(f: Any) -> set[str]:
    """The names in a formula, and whatever else is text in it."""
    return {f} if isinstance(f, str) else set().union(*map(letters, f)) if isinstance(f, tuple) else set()


def examine(conclusion: Any, premises: tuple[Any, ...], models: list[Model], needless: tuple[int, ...]) -> int:
    """Errors: AssertionError. The number of models in which all premises hold."""
    met, needed, seen = 0, set(needless), {}

    def once(f: Any, model: Model) -> bool | None:
        """Asked once for the same values of its own letters and functions."""
        own = letters(f)
        values = [(k, v) for k, v in (*model.constants.items(), *model.functions.items()) if ({k, k[0]} & own)]
        key = (f, tuple(values))
        if key not in seen:
            seen[key] = true(f, model)
        return seen[key]

    for model in models:
        known = [once(p, model) for p in premises]
        outcome = once(conclusion, model)
        if all(known):
            met += 1
            assert outcome is not False, (model.constants, model.functions)
        elif outcome is False and known.count(False) == 1 and None not in known:
            needed.add(known.index(False))
    assert needed == set(range(len(premises))), f"needed: {needed}"
    return met


@pytest.mark.parametrize("name", EXAMPLES)
def test_true_premises_give_a_true_conclusion_and_all_are_needed(name: str) -> None:
    example = EXAMPLES[name]
    theorem = concluded(example.rule, example.premises, example.parameters)
    assert theorem.hypotheses == frozenset(example.premises)
    assert examine(theorem.conclusion, example.premises, example.models(), example.needless) >= 2


@pytest.mark.parametrize("name", FAMILIES)
def test_rules_about_families(name: str) -> None:
    rule, premises, parameters = FAMILIES[name]
    theorem = concluded(rule, premises, parameters)
    models = [
        Model(dict(zip(FAMILY, values, strict=True)), {}, {"L": 2}) for values in itertools.product(FEW, repeat=4)
    ]
    needless = (0,) if "others" in name else ()  # one factor is left at L = 2, the signs matter from L = 3 on
    assert examine(theorem.conclusion, premises, models, needless) >= 9


def test_a_double_sum_is_exchanged() -> None:
    k, entry = index("k", "n"), letter("m", "real", i, index("k", "n"))
    theorem = sums.exchanged(i=i.term, j=k.term, body=entry.term)
    for seed in range(5):
        values = {("m", r, c): Fraction(7 * r - 5 * c + seed, 3) for r in (1, 2) for c in (1, 2, 3)}
        assert holds(theorem.conclusion, Model(values, {}, {"L": 2, "n": 3}))
    for wrong in ({"i": i.term, "j": i.term, "body": entry.term}, {"i": a.term, "j": i.term, "body": entry.term}):
        with pytest.raises(Refused):
            sums.exchanged(**wrong)


X = function("x", "pos")
LIMITS = {
    "a power that falls": (X ** (-2), (X + 1) * X, "grows"),
    "quotients": ((3 + a / X) / (2 + 1 / X), X + 1, "grows"),
    "exponents in q": ((1 + 1 / X) ** (1 / letter("q", "q")), X ** letter("q", "q"), "grows"),
    "products": (product_over(i, 1 + letter("c", "nonneg", i) / X), product_over(i, X + 1), "grows"),
    "near 0": ((3 + X) / (2 + X), 1 / X, "tends"),
}


@pytest.mark.parametrize("name", LIMITS)
def test_limits_agree_with_sympy(name: str) -> None:
    """The rule's limit is SymPy's along x = 1 + t, 1 + t^2, exp t (to infinity), their reciprocals (to 0)."""
    finite, infinite, end = LIMITS[name]
    hypothesis = formula(("grows", X.term) if end == "grows" else ("tends", X.term, plain(0)))
    for term in (finite, infinite):
        theorem = calculus.limit(given(hypothesis), a=plain(term))
        for path in (1 + T, 1 + T**2, sp.exp(T)):
            constants = {"a": Fraction(-5, 3), "q": Fraction(3, 2), ("c", 1): Fraction(0), ("c", 2): Fraction(4)}
            model = Model(constants, {("x",): path if end == "grows" else 1 / path}, {"L": 2}, None)
            assert holds(hypothesis, model)
            assert holds(theorem.conclusion, model)


def test_limits_that_are_not_shown() -> None:
    """0 times infinity, infinity minus infinity, a power of unknown sign, a limit nothing is known of."""
    grows = given(formula(("grows", X.term)))
    for a_term in (X * (1 / X), X - X * 2, X**r, y, start(y) * X, others(i, j, y)):
        with pytest.raises(ValueError):
            calculus.limit(grows, a=plain(a_term))


def test_the_slope_of_exp_at_0() -> None:
    """(exp(e a) - 1)/e -> a along paths e -> 0+; not told where e tends elsewhere, or may change its sign."""
    for a_value in (Fraction(-2), Fraction(0), Fraction(5, 3)):
        theorem = calculus.slope_of_exp(given(formula(("tends", X.term, plain(0)))), a=a.term)
        for path in (1 / (1 + T), sp.exp(-T)):
            assert holds(theorem.conclusion, Model({"a": a_value}, {("x",): path}, {}, None))
    for wrong in (("tends", X.term, plain(1)), ("tends", y.term, plain(0)), ("grows", X.term)):
        with pytest.raises(ValueError):
            calculus.slope_of_exp(given(formula(wrong)), a=a.term)


def test_a_slope_is_the_limit_of_quotients() -> None:
    """(f(x) - f(c)) y -> f'(c) v for f = sin, exp and x -> c with (x - c) y -> v; not told where a limit is another."""
    e = function("x", "pos")
    for f in (sp.sin, sp.exp):
        for middle, slope in ((Fraction(0), Fraction(-2)), (Fraction(1, 3), Fraction(5))):
            x_term, y_term = letter("a", "real") + letter("b", "real") * e, 1 / e
            near = given(formula(("tends", plain(x_term), letter("a", "real").term)))
            pace = (x_term - letter("a", "real")) * y_term
            scaled = given(formula(("tends", plain(pace), letter("b", "real").term)))
            theorem = calculus.slope_limit(given(("C1", "f", "real")), near, scaled, y=plain(y_term))
            z_ = sp.Symbol("z")
            model = Model({"a": middle, "b": slope}, {("x",): 1 / (1 + T)}, {}, None, reals={"f": sp.Lambda(z_, f(z_))})
            assert all(holds(h, model) for h in theorem.hypotheses) and holds(theorem.conclusion, model)
    half, smooth = given(("C1", "f", "pos")), given(("C1", "f", "real"))
    for premises in ((half, near, scaled), (smooth, scaled, near), (smooth, near), (smooth, near, near)):
        with pytest.raises(ValueError):
            calculus.slope_limit(*premises, y=plain(y_term))


def test_a_slope_needs_each_limit() -> None:
    """x must tend to c: for f = exp, c = 0, x = 1 and y = 2 the quotient is 2 (e - 1), not exp(0) 2."""
    x, smooth = function("x"), given(("C1", "f", "real"))
    theorem = calculus.slope_limit(
        smooth,
        given(formula(("tends", x.term, plain(0)))),
        given(formula(("tends", plain(x * 2), plain(2)))),
        y=plain(2),
    )
    z_ = sp.Symbol("z")
    model = Model({}, {("x",): T * 0 + 1}, {}, None, reals={"f": sp.Lambda(z_, sp.exp(z_))})
    assert not holds(theorem.conclusion, model)


def test_exp_lies_above_its_tangent() -> None:
    """1 + x <= exp x for every x, strictly but at 0: only a sign of x gives the strict inequality."""
    for number in NUMBERS:
        assert holds(order.above_tangent(x=a.term).conclusion, Model({"a": number}))
    low = order.above_tangent(given(below(a, 0)), x=a.term)
    assert holds(low.conclusion, Model({"a": Fraction(-1, 3)})) and not holds(low.conclusion, Model({"a": Fraction(0)}))
    for wrong in ((at_most(0, a),), (below(b, a),), (below(0, b),), (below(0, a), below(0, a))):
        with pytest.raises(ValueError):
            order.above_tangent(*map(given, wrong), x=a.term)


def test_a_product_that_may_be_empty_is_not_larger() -> None:
    """The product over the others of 1..n is 1 on both sides where n = 1."""
    k, other = index("k", "n"), index("m", "n")
    few = letter("a", "real", k), letter("b", "real", k)
    premises = [given(each_k) for each_k in (for_all(k, at_most(0, few[0])), for_all(k, below(*few)))]
    freed = [logical.for_index(p, i=k.term, j=k.term) for p in premises]
    with pytest.raises(ValueError):
        sums.larger_factors_strictly(*freed, whole=others(k, other, few[0]).term)
