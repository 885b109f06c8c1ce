"""The labels of the soundness benchmark, by themselves and against the engine."""

from __future__ import annotations

import ast
import random
from fractions import Fraction as F

import mpmath
import pytest
from mpmath import mpf

from benchmarks.soundness import (
    equalities,
    identities,
    invariants,
    mutations,
    neighbours,
    places,
    properties,
    report,
    rewritings,
    trees,
    truth,
)

SEED = 4711
NEAR = mpf(10) ** -90


@pytest.fixture(autouse=True)
def hundred_digits():
    with mpmath.workdps(truth.DIGITS + truth.GUARD):
        yield


def close(a: mpf, b: mpf) -> bool:
    return abs(a - b) <= NEAR * (abs(a) + abs(b))


@pytest.mark.parametrize("x", [F(1, 9), F(7, 10), F(29)])
def test_truth_is_the_known_closed_forms(x):
    r, lam = trees.real(x), mpf(3) / 5
    two = (F(0), F(3, 5))
    assert close(truth.quantity("mirror-map", F(2), two, x), mpmath.asinh(2 * r / lam) / 2)
    assert close(truth.quantity("mirror-map", F(1), two, x), (mpmath.sqrt(4 * r + lam**2) - lam) / 2)
    root = mpmath.sqrt(4 * r**2 + lam**2)
    assert close(truth.quantity("potential", F(2), two, x), r / 2 * mpmath.asinh(2 * r / lam) - root / 4 + lam / 4)
    assert close(truth.quantity("regularizer", F(2), two, x), (root - lam) / 2)
    assert close(truth.quantity("metric", F(3, 2), two, x), 1 / mpmath.sqrt(4 * r ** mpf("1.5") + lam**2))
    zeros = (F(0), F(0), F(1, 2))  # m_0 = 1: normalised at infinity
    u = truth.smallest(F(2), zeros, x)
    assert close(truth.quantity("mirror-map", F(2), zeros, x), -mpmath.asinh(mpmath.sqrt(1 / (2 * u))) * mpmath.sqrt(2))


@pytest.mark.parametrize("quantity, of", [("mirror-map", "potential"), ("metric", "mirror-map")])
def test_truth_differentiates_to_truth(quantity, of):
    """dR/dx = R', dR'/dx = R'' by central differences."""
    at, h = (F(8, 5), (F(0), F(0), F(2, 3), F(5))), F(1, 10**30)
    x = F(13, 10)
    slope = (truth.quantity(of, *at, x + h) - truth.quantity(of, *at, x - h)) / (2 * trees.real(h))
    assert abs(slope / truth.quantity(quantity, *at, x) - 1) < mpf(10) ** -50


def test_values_of_trees():
    at = {"x": F(2), "q": F(3, 2), "lam": F(-8)}
    assert trees.value(trees.tree("-x**2 + 2**-1"), at) == F(-7, 2)
    assert trees.value(trees.tree("2**3**2/x/2"), at) == 128
    assert trees.value(trees.number("1e-60"), at) == F(1, 10**60)
    assert trees.text(trees.build("A + T", A=ast.Name("x"), T=trees.number("1e-60"))) == "x + 1e-60"
    for undefined in ("lam**(1/3)", "log(lam)", "sqrt(lam)", "1/(x - 2)", "hyp2f1(1, 1, 2, x)"):
        with pytest.raises(trees.Undefined):
            trees.value(trees.tree(undefined), at)


def test_a_false_identity_called_true_is_noticed(monkeypatch):
    false = identities.Identity("", "metric", "1/sqrt(4*x**q + lam**2) + x/10**70", None, ("0", "lam"))
    monkeypatch.setattr(equalities, "draw", lambda random_: false)
    with pytest.raises(equalities.Mislabelled):
        list(equalities.claims(random.Random(SEED), 1))


def test_a_true_claim_called_false_is_dropped(monkeypatch):
    """Changes that change nothing get no label."""
    monkeypatch.setattr(mutations, "mutated", lambda node, kind, random_: trees.build("A + 0", A=node))
    monkeypatch.setattr(equalities, "_TRAPS", {})
    assert all(equalities._false(random.Random(seed)) is None for seed in range(5))


@pytest.mark.parametrize(
    "condition, relation, same",
    [
        ("m <= 1", "<=", True),
        ("m < 1", "<=", False),
        ("m <= 1 + 1e-60", "<=", False),
        ("p >= L", "<=", True),
        ("p > L", "<=", False),
        ("m <= 1 and L < 10**40", "<=", False),
        ("q < 2", "true", False),
        ("L*L >= 4", "true", True),
        ("not m >= 1", "<", True),
    ],
)
def test_exact_comparison_of_conditions(condition, relation, same):
    assert (properties.difference(trees.tree(condition), relation) is None) is same


@pytest.mark.parametrize(
    "left, right, q, decay, same",
    [
        ("abs(w1)**q - abs(w2)**q", "0", None, "none", True),
        ("abs(w1)**q - abs(w2)**q", "-q*alpha*(abs(w1)**q - abs(w2)**q)", None, "decoupled", True),
        ("abs(w1)**q - abs(w2)**q", "-q*alpha*(abs(w1)**q - abs(w2)**q)", F(3, 2), "coupled", False),
        ("w1**2 - w2**2", "-2*alpha*(w1**2 - w2**2)", F(2), "coupled", True),
        ("w1**2 - w2**2", "-2*alpha*(w1**2 - w2**2) + 1/10**60", F(2), "coupled", False),
    ],
)
def test_rates_by_differences(left, right, q, decay, same):
    gaps = list(invariants._gaps(trees.tree(left), trees.tree(right), 2, q, decay, random.Random(SEED), 6))
    assert (max(gaps) < invariants.AGREE) is same
    assert same or max(gaps) > invariants.DIFFER


def test_the_count_notices_every_fault():
    one = {label: equalities.Claim({}, label, "k", "equality") for label in (True, False)}
    sound = [report.Judged(one[True], "proved", 0.1), report.Judged(one[False], "refuted", 0.1)]
    assert list(report.faults(sound)) == []
    assert list(report.faults([*sound, report.Judged(one[False], "proved", 0.1)])) == ["false accepted: 1"]
    assert list(report.faults([*sound, report.Judged(one[True], "refuted", 0.1)])) == ["true refuted: 1"]
    assert len(list(report.faults([*sound, report.Judged(one[True], "undecided", 0.1)]))) == 1


def test_generation_is_seeded():
    assert report.generated(4, SEED) == report.generated(4, SEED, jobs=2) != report.generated(4, SEED + 1)


def test_the_neighbours_are_given_the_same_equality():
    claims = [c for c in report.generated(40, SEED) if neighbours.suitable(c)]
    checked = 0
    for claim in claims[:8]:
        reference, stated, _ = neighbours.sides(claim)
        letters = sorted(reference.free_symbols | stated.free_symbols, key=str)
        at = {s: mpf(3) / 2 + mpf(i) / 7 if str(s) != "L" else mpf(3) for i, s in enumerate(letters)}
        values = [
            mpmath.mpf(side.evalf(40, subs=at)) if side.free_symbols else mpmath.mpf(side)
            for side in (reference, stated)
        ]
        if claim.label:
            assert abs(values[0] - values[1]) < mpf(10) ** -30 * (1 + abs(values[0])), claim
            checked += 1
    assert checked >= 2


def test_a_neighbour_that_hangs_is_ended(monkeypatch):
    def endless(claim: equalities.Claim) -> bool:
        while True:
            pass

    monkeypatch.setattr(neighbours, "NEIGHBOURS", {"endless": endless, "prompt": lambda claim: True})
    one = equalities.Claim({}, True, "k", "equality")
    assert neighbours.judged([one], limit=1) == {"endless": [None], "prompt": [True]}


def judged(count: int, seed: int) -> list[report.Judged]:
    return report.judged(report.generated(count, seed), 20, 2)


def test_no_false_claim_is_accepted_and_no_true_one_refuted():
    found = judged(40, SEED)
    assert not [j for j in found if j.wrong], (SEED, list(report.misjudged(found)))
    assert sum(1 for j in found if j.open) <= 2, (SEED, list(report.misjudged(found)))


@pytest.mark.heavy
@pytest.mark.parametrize("seed", [1, 2])
def test_no_false_claim_is_accepted_and_no_true_one_refuted_among_many(seed):
    found = judged(150, seed)
    assert not [j for j in found if j.wrong], (seed, list(report.misjudged(found)))
    assert sum(1 for j in found if j.open) <= 4, (seed, list(report.misjudged(found)))


@pytest.mark.parametrize("z", [F(1, 50), F(1, 2), F(1), F(5, 2), F(300)])
def test_every_rewriting_of_a_function_is_exact(z):
    """Each form of log, asinh and atan, drawn until all have been, at small and large z, keeps the value."""
    at = {"x": trees.real(F(7, 3)), "z": trees.real(z)}
    for call in ("log(z)", "asinh(z)", "atan(z)", "sqrt(z)", "z**(3/2)"):
        node, forms = trees.tree(call), set()
        wanted = trees.real(trees.value(node, at))
        for seed in range(80):
            for rule in (rewritings._function, rewritings._power):
                made = rule(node, random.Random(seed))
                if made is not None and trees.text(made) not in forms:
                    forms.add(trees.text(made))
                    assert abs(trees.real(trees.value(made, at)) - wanted) < NEAR, trees.text(made)
        assert len(forms) >= 3


def test_places_are_judged_as_labelled():
    made = [c for c in places.claims(random.Random(SEED), 56) if report._readable(c)]
    assert {c.kind for c in made} == set(places._KINDS) and {c.label for c in made} == {True, False}
    found = report.judged(made, 20, 2)
    assert [j for j in found if j.wrong] == []
    assert sum(j.open for j in found if j.claim.kind != "jumps") <= 2
