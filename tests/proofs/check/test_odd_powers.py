"""sign(z) |z|^k = z^k: the same number at every z, 0 and below included, and nothing else is rewritten."""

from __future__ import annotations

from fractions import Fraction

import pytest
import sympy as sp

import steepest_mirror as sm
from steepest_mirror.proofs.check.odd_powers import without_signs
from steepest_mirror.symbolic.reading import grammar
from steepest_mirror.symbolic.reading.expression import Call, walk
from steepest_mirror.symbolic.reading.to_sympy import to_sympy

Z = "(g*w2 + alpha*w1)"


@pytest.mark.parametrize(
    ("text", "q", "plain"),
    [
        (f"-sign{Z}*abs{Z}**(q-1)", "2", True),
        (f"2*abs{Z}**(2*q)*w1*sign{Z}", "3/2", True),
        (f"w1 - 3*sign{Z}*abs{Z}", "3/2", True),
        (f"sign{Z}*sign(w1)*abs(w1)*abs{Z}**3", "2", True),
        (f"-sign{Z}*abs{Z}**(q-1)", "3/2", False),
        (f"-sign{Z}*abs{Z}**q", "2", False),
        (f"sign{Z}*abs(g*w1 + alpha*w1)", "2", False),
        (f"sign{Z} + abs{Z}", "2", False),
    ],
)
def test_the_value_is_the_same_at_every_point(text, q, plain):
    node = grammar.rate(text, 2)
    found = without_signs(node, Fraction(q))
    assert plain == (not any(isinstance(part, Call) for part in walk(found))) and (plain or found == node)
    for g in (-2, -1, 0, 1):
        for w1 in (-3, 0, 2):
            at = {"g": g, "w1": w1, "w2": 3, "alpha": 1, "q": sp.Rational(q)}
            values = {name: sp.sympify(value) for name, value in at.items()}
            assert sp.simplify(to_sympy(found, values) - to_sympy(node, values)) == 0


@pytest.mark.parametrize(
    ("rate", "q", "verdict"),
    [
        (f"-sign{Z}*abs{Z}**(q-1)", 2, "proved"),
        (f"sign{Z}*abs{Z}**(q-1)", 2, "refuted"),
        (f"-sign{Z}*abs{Z}**q", 2, "refuted"),
        (f"-sign{Z}*abs(g*w2 - alpha*w1)**(q-1)", 2, "refuted"),
        (f"-{Z}", "3/2", "refuted"),
    ],
)
def test_a_pull_under_coupled_decay_and_its_false_neighbours(rate, q, verdict):
    assert sm.check(depth=2, q=q, decay="coupled", invariant="w1", rate=rate).verdict == verdict
