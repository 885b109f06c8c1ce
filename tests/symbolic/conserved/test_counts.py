"""Laws and their number: against counts in closed form, against the definition at random points, against ranks of
sampled fields in doubles."""

from __future__ import annotations

import random
import re
from fractions import Fraction as F

import numpy as np
import pytest
from mpmath import mp, mpf

from steepest_mirror.symbolic.conserved import classes, lie_rank, polynomial_laws
from steepest_mirror.symbolic.conserved.counts import count
from steepest_mirror.symbolic.conserved.vector_map import VectorMap, linear_network, parse, point
from steepest_mirror.symbolic.errors import InputError

QS = [F(1), F(5, 4), F(3, 2), F(7, 4)]
MAPS = [
    "u*v",
    "u*v*w",
    "u**2 - v**2",
    "u**3 - v**3",
    "3*u**2 - 5*v**4",
    "u**3*w - 2*v**2",
    "a*b; c*d",
    "v*a; v*b",
    "u*v*s; s",
    "u*v*s; u*v*t; s*t",
    "u + v*s**2; s",
    "a*c; a*d + b*c; b*d",
    "u*v + t*w",
]


def evaluate(p, w):
    return sum(mpf(int(c)) * mp.fprod(x ** int(k) for x, k in zip(w, e, strict=True)) for e, c in p.to_dict().items())


def columns(G: VectorMap, w):
    return [[evaluate(row[i], w) for row in G.gradients] for i in range(len(G.names))]


def signed(z, r):
    return mp.sign(z) * abs(z) ** r if z else mpf(0)


def law_value(text, names, w):
    """The text as Python, numbers as mpf."""
    numbers = re.sub(r"(?<![A-Za-z0-9_])([0-9]+)", r"mpf(\1)", text)
    space = {"abs": abs, "log": mp.log, "sign": mp.sign, "mpf": mpf, "__builtins__": {}}
    return eval(numbers, space, dict(zip(names, w, strict=True)))


@pytest.mark.parametrize("text", MAPS)
@pytest.mark.parametrize("q", [*QS, F(2)])
def test_found_laws_hold_by_definition(text, q):
    """sum_i d_i h <(J^T v)_i>^{q-1} = 0 with d_i h by central differences at 60 digits."""
    G = parse(text)
    chance = random.Random(4)
    with mp.workdps(60):
        h, r = mpf(10) ** -20, mpf(q.numerator) / q.denominator - 1
        w = [mpf(chance.randint(3, 40)) / 10 * chance.choice([-1, 1]) for _ in G.names]
        J = columns(G, w)
        for law in count(G, q).laws:
            slopes = []
            for i in range(len(w)):
                moved = [law_value(law, G.names, [x + s * h * (k == i) for k, x in enumerate(w)]) for s in (1, -1)]
                slopes.append((moved[0] - moved[1]) / (2 * h))
            assert max(abs(s) for s in slopes) > mpf(10) ** -10
            for _ in range(5):
                v = [mpf(chance.randint(-99, 99)) / 7 for _ in G.components]
                field = [signed(mp.fdot(v, column), r) for column in J]
                size = mp.fsum(abs(s * f) for s, f in zip(slopes, field, strict=True)) + 1
                assert abs(mp.fdot(slopes, field)) < mpf(10) ** -14 * size


@pytest.mark.parametrize("text", [*MAPS, (2, 2, 2), (1, 2, 1), (2, 1, 3)])
@pytest.mark.parametrize("q", QS)
def test_the_span_of_the_fields_has_a_dimension_for_each_class(text, q):
    G = linear_network(text) if isinstance(text, tuple) else parse(text)
    rng = np.random.default_rng(1)
    at = [mpf(v) / 60 for v in point(G, 11)]
    J = np.array([[float(v) for v in column] for column in columns(G, at)]).T
    pulls = rng.normal(size=(3000, len(J))) @ J
    fields = np.sign(pulls) * np.abs(pulls) ** float(q - 1)
    fields /= np.abs(fields).max(axis=0, keepdims=True)
    assert np.linalg.matrix_rank(fields, tol=1e-8) == len(classes.classes(G))


@pytest.mark.parametrize(
    "widths, number",
    [
        ((2, 2, 2), 3),
        ((3, 3, 3), 6),
        ((2, 3, 2), 6),
        ((2, 1, 2), 1),
        ((1, 2, 1), 3),
        ((2, 2, 2, 2), 6),
        ((3, 3, 3, 3), 12),
    ],
)
def test_linear_networks(widths, number):
    """Marcotte, Gribonval, Peyre 2023: r(r+1)/2 laws at every inner layer of width r (three layers of width 3: 12)."""
    found = count(linear_network(widths), F(2))
    assert found.exact and found.lower == number
    if min(widths) > 1:  # a scalar on one side makes columns parallel
        steep = [count(linear_network(widths), q) for q in QS]
        assert all(c.exact and c.lower == 0 for c in steep)


@pytest.mark.parametrize(
    "text, numbers",
    [
        ("u*v*w", (2, 2, 2)),
        ("a*b; c*d", (2, 2, 2)),
        ("u**2 - v**2", (1, 1, 1)),
        ("v*a; v*b", (1, 0, 0)),  # one hidden neuron with two inputs
        ("a*c; a*d + b*c; b*d", (1, 0, 0)),  # a convolution
        ("u + v*s**2; s", (0, 0, 1)),  # u and s^2 v in a cell at q = 1: bracket with s only above 1
        ("u*v*s; s", (1, 1, 1)),
    ],
)
def test_small_maps(text, numbers):
    found = [count(parse(text), q) for q in (F(2), F(3, 2), F(1))]
    assert all(c.exact for c in found) and tuple(c.lower for c in found) == numbers


def test_a_wrong_law_is_refused():
    G = linear_network((2, 2, 2))
    for h in polynomial_laws.laws(G, 2):
        assert polynomial_laws.conserved(G, h)
        terms = {e: int(c) for e, c in h.to_dict().items()}
        for e in terms:
            assert not polynomial_laws.conserved(G, G.ring.from_dict({**terms, e: terms[e] + 1}))


def test_brackets_by_hand():
    """G = (v a, v b): [grad G_1, grad G_2] = [a d_v + v d_a, b d_v + v d_b] = b d_a - a d_b."""
    G = parse("v*a; v*b")
    x, y = G.gradients
    assert [str(p) for p in lie_rank.bracket(G, x, y)] == ["0", "-b", "a"] or [
        str(p) for p in lie_rank.bracket(G, x, y)
    ] == ["0", "b", "-a"]
    assert lie_rank.lie_rank(G, point(G, 1), 3)[0] == 2


def test_bounds_that_differ_say_so():
    found = count(parse("u**2*v + v**2*u*w; w*u"), F(2), 1)
    assert found.lower <= found.upper and (found.exact or found.reason)
    higher = count(parse("u**3 + v**3 + 0*u; u**3*v**3"), F(2), 2)
    assert higher.lower == higher.upper == 0


@pytest.mark.parametrize("text", ["", "u;", "u/v", "sqrt(u)", "u**(1/2)", "u**v", "2", "u**99", "sin(u)", "u-u"])
def test_what_is_no_polynomial_is_refused(text):
    with pytest.raises(InputError):
        parse(text)


def test_rational_coefficients_and_quotients_by_numbers():
    assert parse("u*v/3 - (u - v)**2/2").terms == parse("2*u*v - 3*u**2 + 6*u*v - 3*v**2").terms
