"""Claims that are wrong at one L, at one q, on one line of names or x alone: the refuter solves for the place."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from steepest_mirror.proofs.check import claim, own_parts, refutation
from steepest_mirror.proofs.check.attempt import refute
from steepest_mirror.symbolic.reading import grammar

TWO = {"quantity": "metric", "invariants": ["0", "lam"]}
EVERY = {"quantity": "metric", "invariants": "balanced", "depth": "symbolic"}
THREE = {"quantity": "metric", "invariants": ["0", "a", "b"]}
METRIC, POWER = "1/sqrt(4*x**q + lam**2)", "x**(-q*(L - 1)/L)/L"
NAMED = "1/((u + a)*(u + b) + u*(u + b) + u*(u + a))"
AT_ONE_PLACE = (
    *((EVERY, f"{POWER}*sign({f})**2") for f in ("L - 523", "3*L - 1569", "L**2 - 274576", "q*L - 5", "10*q - 17")),
    *((EVERY, f"{POWER}*sign({f})**2") for f in ("p - 3", "17*q - 31", "(10*q - 17)*(L - 600)")),
    *((EVERY, f"{POWER}*sign({f})**2") for f in ("L - 10**9", "q*L - 20", "(L - 771)**2 + (q - 4/3)**2")),
    (EVERY, f"{POWER}*sign(abs(x - 173/47) + abs(q - 99/56))"),
    (EVERY, f"{POWER}*(1 + max(0, min(sqrt(x) - 10**20, 2*10**20 - sqrt(x))))"),
    (TWO, f"{METRIC}*sign((x - 122/51)**2 + (lam - 3)**2)"),
    (EVERY, f"{POWER}*(1 - max(0, 1 - abs(L - 523)))"),
    (EVERY, f"{POWER}*(1 + max(0, 1/2 - abs(L - 1234)))"),
    *((THREE, f"{NAMED}*sign({f})**2") for f in ("a - 2*b", "a**2 - 3*b", "a*b - 6", "x - a*b", "u - a", "u*b - a")),
    (THREE, f"{NAMED}*(1 + max(0, 10**(-9) - abs(a - 2*b)))"),
    *((TWO, f"{METRIC}*sign({f})**2") for f in ("10*q - 17", "x - lam/7", "x*lam - 3", "u - lam", "x**3 - 8*lam**3")),
    *(({**TWO, "q": "3/2"}, f"{METRIC}*sign({f})**2") for f in ("x - lam/7", "x**q - lam", "x**(1/2) - lam")),
)


@pytest.mark.parametrize(("table", "expression"), AT_ONE_PLACE, ids=str)
def test_wrong_at_one_place_alone_is_refuted(table, expression):
    found = refute(claim({"id": "c", **table, "expression": expression}))
    assert found.verdict == "refuted"


@pytest.mark.parametrize("zero", ("L - q + 1/1000", "q*L - 2 + 1/7", "L*(q - 1) - q", "(L - 1)*(q*L - 3)"))
def test_no_depth_below_2_is_tried(zero):
    table = {"id": "c", **EVERY, "up_to": "factor", "expression": f"{POWER}*(({zero})**2 + 1)"}
    assert all(len(point.invariants) >= 2 and 1 <= point.q <= 2 for point in refutation.solved(claim(table)))


@pytest.mark.parametrize("seed", range(20))
def test_any_rational_root_in_q_or_l_is_found(seed):
    generator = random.Random(seed)
    b = generator.randint(2, 400)
    root, depth = 1 + Fraction(generator.randint(0, b), b), generator.randint(2, 4000)
    more = f"{generator.randint(1, 9)}*(({root})*1 - q)*(q + {generator.randint(1, 5)})"
    found, _, _ = own_parts.parameters(grammar.expression(f"sign({more})"))
    assert root in found
    _, depths, _ = own_parts.parameters(grammar.expression(f"abs((L - {depth})*(L**2 + 1))"))
    assert depth in depths


def test_the_sides_of_an_irrational_root_are_tried():
    found, _, _ = own_parts.parameters(grammar.expression("sign(q**2 - 3)"))
    assert any(r * r < 3 for r in found) and any(r * r > 3 for r in found)
