"""The replayer's own arithmetic and decisions, against floating point and exact enumeration."""

from __future__ import annotations

import itertools
import math
import random
from fractions import Fraction

import pytest

from steepest_mirror.proofs.judging.replay import algebra, decide, normal
from steepest_mirror.proofs.judging.replay.syntax import Refused

Q, L = ("v", "q", "q"), ("v", "L", "depth")
A, B, X = ("v", "a", "pos"), ("v", "b", "pos"), ("v", "x", "real")


def n(a: int, b: int = 1) -> tuple:
    return ("n", a, b)


def plus(*parts):
    return ("+", *parts)


def times(*parts):
    return ("*", *parts)


def power(a, r):
    return ("^", a, r)


def value(t, at) -> float:
    """The term in floating point."""
    head = t[0]
    if head == "n":
        return t[1] / t[2]
    if head == "v":
        return at[t]
    parts = [value(p, at) for p in t[1:]]
    if head == "+":
        return math.fsum(parts)
    if head == "*":
        return math.prod(parts)
    if head == "^":
        return parts[0] ** parts[1] if parts[0] or parts[1] > 0 else 1.0
    if head == "spow":
        return math.copysign(abs(parts[0]) ** parts[1], parts[0]) if parts[0] else 0.0
    return {"abs": abs, "sgn": lambda v: (v > 0) - (v < 0), "exp": math.exp, "log": math.log}[head](parts[0])


ONE_OVER_Q, Q_MINUS_1 = power(Q, n(-1)), plus(Q, n(-1))
TRUE = [
    (times(power(A, Q_MINUS_1), A), power(A, Q)),
    (power(power(A, Q), ONE_OVER_Q), A),
    (power(times(n(4), A), n(1, 2)), times(n(2), power(A, n(1, 2)))),
    (power(plus(A, B), Q), times(plus(A, B), power(plus(A, B), Q_MINUS_1))),
    (power(plus(power(A, n(2)), times(A, B)), Q), times(power(A, Q), power(plus(A, B), Q))),
    (power(n(2), plus(Q, n(1))), times(n(2), power(n(2), Q))),
    (("exp", times(Q, ("log", A))), power(A, Q)),
    (("log", times(A, power(B, Q))), plus(("log", A), times(Q, ("log", B)))),
    (("exp", plus(A, B)), times(("exp", A), ("exp", B))),
    (times(("spow", X, Q_MINUS_1), X), power(("abs", X), Q)),
    (times(("sgn", X), ("abs", X)), X),
    (power(X, n(2)), power(("abs", X), n(2))),
    (times(plus(A, times(n(-1), B)), plus(A, B)), plus(power(A, n(2)), times(n(-1), power(B, n(2))))),
]
FALSE = [
    (times(power(A, Q), A), power(A, Q)),
    (power(plus(A, B), Q), plus(power(A, Q), power(B, Q))),
    (("log", plus(A, B)), plus(("log", A), ("log", B))),
    (power(("abs", X), Q), ("spow", X, Q)),
    (("sgn", X), n(1)),
    (times(X, power(X, n(-1))), n(1)),  # not at x = 0
    (power(n(2), Q), power(n(3), Q)),
    (power(power(X, n(2)), n(1, 2)), X),
]


def points():
    source = random.Random(7)
    for _ in range(40):
        yield {Q: source.uniform(1.01, 2), L: source.randint(2, 9), A: source.uniform(0.1, 4),
               B: source.uniform(0.1, 4), X: source.choice([-1, 1]) * source.uniform(0.1, 3)}  # fmt: skip


@pytest.mark.parametrize("sides", TRUE)
def test_equal_terms_are_shown_equal_and_are(sides) -> None:
    algebra.shown(("=", *sides), (), ())
    assert all(math.isclose(value(sides[0], p), value(sides[1], p), rel_tol=1e-9, abs_tol=1e-12) for p in points())


@pytest.mark.parametrize("sides", FALSE)
def test_different_terms_are_not_shown_equal(sides) -> None:
    with pytest.raises(Refused):
        algebra.shown(("=", *sides), (), ())


def random_term(source: random.Random, depth: int):
    if depth == 0:
        return source.choice([A, B, Q, n(source.randint(1, 3)), n(-1)])
    if source.random() < 0.3:
        return power(random_term(source, depth - 1), source.choice([n(2), Q, ONE_OVER_Q, n(-1)]))
    return source.choice([plus, times])(random_term(source, depth - 1), random_term(source, depth - 1))


def test_what_is_shown_of_random_terms_is_true() -> None:
    """Every equation, inequality or strict inequality that is shown between random terms holds in floating point."""
    source, shown = random.Random(11), 0
    for _ in range(1500):
        sides = random_term(source, 2), random_term(source, 2)
        for relation in ("=", "<=", "<"):
            try:
                algebra.shown((relation, *sides), (), ())
            except normal.Unclear:
                continue
            shown += 1
            for p in itertools.islice(points(), 8):
                a, b = (value(t, p) for t in sides)
                assert math.isclose(a, b, rel_tol=1e-9) or (relation != "=" and a < b)
    assert shown > 50


def sign(*f, signs):
    return ("sign", dict(f), {(0, 0): Fraction(1)}, signs)


def at(f, q, depth) -> Fraction:
    return sum((c * q**i * Fraction(depth) ** j for (i, j), c in f.items()), Fraction(0))


def test_decisions_agree_with_points() -> None:
    """What is valid holds at every tried (q, L); random conditions of degree 1 in q and in L."""
    source, valid = random.Random(3), 0
    tried = [(Fraction(1) + Fraction(k, 12), depth) for k in range(13) for depth in (2, 3, 4, 5, 9, 40, 1000)]
    for _ in range(250):
        f = {m: Fraction(source.randint(-3, 3)) for m in ((0, 0), (1, 0), (0, 1), (1, 1))}
        f = {m: c for m, c in f.items() if c}
        for signs in ((1,), (0, 1), (0,)):
            if decide.valid(("sign", f, {(0, 0): Fraction(1)}, signs)):
                valid += 1
                assert all((v > 0) - (v < 0) in signs for v in (at(f, *p) for p in tried))
            elif all((v > 0) - (v < 0) in signs for v in (at(f, *p) for p in tried)):
                assert f, "a condition that holds at every point tried and is not shown"
    assert valid > 30


M_AT_MOST_1 = ("sign", {(0, 1): Fraction(1), (1, 1): Fraction(-1), (1, 0): Fraction(1)}, {(0, 0): Fraction(1)}, (0, 1))
SAME = ("sign", {(1, 1): Fraction(-2), (1, 0): Fraction(2), (0, 1): Fraction(2)}, {(0, 0): Fraction(1)}, (0, 1))


def test_decisions_with_connectives() -> None:
    assert decide.valid(("<=>", M_AT_MOST_1, SAME))
    assert not decide.valid(M_AT_MOST_1)
    q_is_1 = ("sign", {(1, 0): Fraction(1), (0, 0): Fraction(-1)}, {(0, 0): Fraction(1)}, (0,))
    assert decide.valid(("=>", q_is_1, M_AT_MOST_1))
    assert not decide.valid(("=>", M_AT_MOST_1, q_is_1))


def test_a_relation_where_its_denominator_is_0_may_hold_or_not() -> None:
    """1/(q - 1) > 0 for q > 1, nothing is known at q = 1."""
    above = ("sign", {(0, 0): Fraction(1)}, {(1, 0): Fraction(1), (0, 0): Fraction(-1)}, (1,))
    beyond = ("sign", {(1, 0): Fraction(1), (0, 0): Fraction(-1)}, {(0, 0): Fraction(1)}, (1,))
    assert not decide.valid(above)
    assert decide.valid(("=>", beyond, above))
