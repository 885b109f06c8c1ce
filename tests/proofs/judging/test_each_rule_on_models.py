"""hypotheses |- conclusion, on random models: where all hypotheses hold the conclusion does, for an application of each
rule; each hypothesis but those named has a model of the others in which the conclusion fails; what lacks a premise of
the rule, or would be false, is refused.
"""

from __future__ import annotations

import random
from fractions import Fraction

import pytest
import sympy as sp

from steepest_mirror.proofs.judging.formulas import (
    almost,
    at_most,
    below,
    continuous,
    equal,
    every_term,
    for_all,
)
from steepest_mirror.proofs.judging.models import Model, T, holds
from steepest_mirror.proofs.judging.replay import replayed
from steepest_mirror.proofs.judging.rules import along
from steepest_mirror.proofs.judging.rules.along import rate_of
from steepest_mirror.proofs.judging.tactics import given
from steepest_mirror.proofs.judging.terms import (
    function,
    index,
    log,
    others,
    plain,
    product_over,
    rate,
    size,
    sum_over,
)
from steepest_mirror.proofs.judging.theorem import RULES, Theorem

from .formal_claims import derived
from .rule_cases import CASES, HALF, HELD, PATHS, Case, free, i, q, r, u, y, y_i, z, z_i
from .test_rules_on_models import EXAMPLES, FAMILIES, concluded, true

MODELS = 120


def drawn(case: Case, seed: int) -> Model:
    """Exact values for every letter of this file; families and paths repeat a value now and then."""
    rng = random.Random(seed)
    depth = rng.choice((2, 3))
    sets = [rng.sample(case.numbers, k=min(len(case.numbers), rng.choice((1, 2, 5)))) for _ in "ab"]
    family = {(n, v): rng.choice(pool) for n, pool in zip("ab", sets, strict=True) for v in range(1, depth + 1)}
    if rng.random() < 0.3:
        family |= {("b", v): family["a", v] for v in range(1, depth + 1)}
    constants = {n: rng.choice(case.numbers) for n in "abcrs"}
    if rng.random() < 0.3:
        constants["b"] = constants["a"]
    paths = {(n,): rng.choice(case.paths) for n in "yz"} | {("u",): rng.choice((1 + T, sp.exp(-T), 1 / (2 + T)))}
    if rng.random() < 0.3:
        paths["z",] = paths["y",]
    paths |= {(n, v): rng.choice(case.paths) for n in "yz" for v in range(1, depth + 1)}
    paths |= {("w", 1, v): rng.choice(PATHS) for v in range(1, depth + 1)}
    product = sp.Mul(*(paths["w", 1, v] for v in range(1, depth + 1)))
    paths["x", 1] = product if rng.random() < 0.5 else product + 1
    constants |= {"q": rng.choice((Fraction(1), Fraction(4, 3), Fraction(2))), "p": Fraction(3, 2)}
    return Model({**constants, **family}, paths, {"L": depth, "n": 1}, Fraction(2))


OWN_TESTS = "above_tangent exchanged limit ratio slope_limit slope_of_exp whole_integral"


def test_every_rule_has_an_entry() -> None:
    families = {name.split()[0] for name in FAMILIES}
    assert set(CASES) | set(EXAMPLES) | families | set(OWN_TESTS.split()) == set(RULES)


@pytest.mark.parametrize("name", CASES)
def test_a_rule_on_random_models(name: str) -> None:
    case = CASES[name]
    theorem = case.make()
    assert theorem.derivation[0] == name
    assert replayed(theorem.derivation) == (theorem.hypotheses, theorem.conclusion)
    hypotheses = sorted(theorem.hypotheses, key=repr)
    met, needed = 0, set(case.needless)
    assert needed <= set(hypotheses)
    for seed in range(MODELS):
        model = drawn(case, seed)
        known = [True if case.continuous and h[0] == "ac" else true(h, model) for h in hypotheses]
        if None in known or known.count(False) > 1:
            continue
        outcome = true(theorem.conclusion, model)
        if all(known):
            met += outcome is True
            assert outcome is not False, f"seed {seed}: {model}"
        elif outcome is False:
            needed.add(hypotheses[known.index(False)])
    assert met >= case.least
    assert needed == set(hypotheses), f"not shown to be needed: {set(hypotheses) - needed}"


@pytest.mark.parametrize("name", CASES)
def test_what_lacks_a_premise_is_refused(name: str) -> None:
    for wrong in CASES[name].refused:
        with pytest.raises(ValueError):
            wrong()


Y_KNOWN = ("assume", (("measurable", y.term),), ())
SIZE_KNOWN = ("assume", (continuous(size(y)),), ())
UNSOUND = {
    "a power of what may be negative": ("built_measurable", ((y**HALF).term,), (Y_KNOWN,)),
    "0 to exponents that vary": ("built_measurable", ((size(y) ** y).term,), (Y_KNOWN,)),
    "y may jump where |y| does not": ("rate_of", ((size(y) ** Fraction(3, 2)).term,), (SIZE_KNOWN,)),
    "0/0 at q = 1": ("decision", (equal((q - 1) * (q - 1) ** -1, 1),), ()),
    "a caught index": ("with_function", (y.term, z_i.term), (("assume", (HELD,), ()),)),
}


@pytest.mark.parametrize("name", UNSOUND)
def test_both_implementations_refuse(name: str) -> None:
    for look in (derived, replayed):
        with pytest.raises(ValueError):
            look(UNSOUND[name])


AWAY = (log(size(y)), 1 / y, size(y) ** r, (y * z) ** -3, log(u), size(y) ** -HALF * z)


@pytest.mark.parametrize("number", range(len(AWAY)))
def test_rates_of_powers_and_logarithms_away_from_zero(number: int) -> None:
    """Both implementations compute the derivative where the base is not 0 at any time, and refuse without that."""
    term, never = AWAY[number], [below(0, size(v)) for v in (y, y * z)]
    known = [given(f) for f in (continuous(y), continuous(z), continuous(u), *never)]
    theorem = rate_of(*known, a=plain(term))
    assert replayed(theorem.derivation) == (theorem.hypotheses, theorem.conclusion)
    for path in (T + 1, -1 - T, sp.exp(-T), T**2 - 9):
        model = Model({"r": Fraction(-1, 3)}, {("y",): path, ("z",): T - 3, ("u",): 1 / (1 + T)}, {}, Fraction(2))
        assert holds(theorem.conclusion, model)
    if term is not AWAY[4]:
        for kept in ([], [almost(f) for f in never], [at_most(0, size(y))]):
            node = (
                "rate_of",
                (plain(term),),
                tuple(("assume", (f,), ()) for f in (continuous(y), continuous(z), *kept)),
            )
            for look in (derived, replayed):
                with pytest.raises(ValueError):
                    look(node)


def test_the_rate_of_a_product_keeps_a_factor_known_only_as_a_whole() -> None:
    """ac(y_i z_i) for every i says nothing of dy_i/dt: the rate is d(y_i z_i)/dt times the others."""
    both = free(for_all(i, continuous(y_i * z_i)))
    conclusion = along.rate_of(both, a=product_over(i, y_i * z_i).term).conclusion
    assert ("d", y_i.term) not in every_term(conclusion)
    new = index("ir", "L")
    whole = function("y", "real", new) * function("z", "real", new)
    expected = sum_over(new, others(i, new, y_i * z_i) * rate(whole))
    assert conclusion == almost(equal(rate(product_over(i, y_i * z_i)), expected))


def made() -> dict[str, Theorem]:
    """The theorems of all three tables."""
    found = {name: case.make() for name, case in CASES.items()}
    found |= {name: concluded(e.rule, e.premises, e.parameters) for name, e in EXAMPLES.items()}
    return found | {name: concluded(*family) for name, family in FAMILIES.items()}


def test_every_premise_is_asked_for() -> None:
    """Without one of its premises no rule applies; with one of another kind none but a rule of logic does."""
    other = ("assume", (("measurable", function("unheard").term),), ())
    tried = 0
    for theorem in made().values():
        name, parameters, premises = theorem.derivation
        wrong = [(*premises[:n], *premises[n + 1 :]) for n in range(len(premises))]
        if not RULES[name].apply.__module__.endswith("logical"):
            wrong += [(*premises[:n], other, *premises[n + 1 :]) for n in range(len(premises))]
        for fewer in wrong:
            tried += 1
            for look in (derived, replayed):
                with pytest.raises(ValueError):
                    look((name, parameters, fewer))
    assert tried > 100
