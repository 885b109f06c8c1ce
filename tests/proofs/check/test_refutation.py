"""The points of a search: exact, in the domain, at several scales, next to the numbers of the claim."""

from __future__ import annotations

from fractions import Fraction

import pytest

from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.refutation import Comparison, Point, constants, points, search

METRIC = {"id": "m", "quantity": "metric", "invariants": ["0", "lam"], "expression": "1/sqrt(4*x**q + lam**2)"}


def stated(**keys: object):
    return claim({**METRIC, **keys})


@pytest.mark.parametrize("freedom", ("nothing", "constant", "affine", "factor"))
def test_points_lie_in_the_domain_and_are_distinct(freedom):
    found = list(points(stated(up_to=freedom), 60))
    assert all(1 <= p.q <= 2 and min(p.x) > 0 and all(v > 0 for _, v in p.names) for p in found)
    assert all(len(set(p.x)) == {"nothing": 1, "constant": 2, "affine": 3, "factor": 2}[freedom] for p in found)
    assert {Fraction(1), Fraction(2)} < {p.q for p in found}
    assert max(p.x[0] for p in found) / min(p.x[0] for p in found) > 10**30


def test_every_q_of_a_list_is_tried():
    values = [str(Fraction(n, 40)) for n in range(41, 80)]
    assert {str(p.q) for p in points(stated(q=values), 5)} == set(values)


def test_the_numbers_of_a_claim_suggest_points():
    found = constants(stated(expression="max(x, 7919) + q - 31/20"))
    assert Fraction(2 * 7919) in found.sizes
    assert Fraction(31, 20) in found.steepness


@pytest.mark.parametrize("digits", (30, 120, 450, 1800))
def test_an_error_of_any_size_is_found(digits):
    found = search(stated(expression=f"1/sqrt(4*x**q + lam**2) + 1e-{digits}"))
    assert found.witness is not None
    assert found.witness.left != found.witness.right


def test_nothing_is_refuted_where_the_claim_does_not_speak():
    wrong, one = stated(expression="2/sqrt(4*x**q + lam**2)"), Fraction(1)
    for q, depth, lam, x in ((1, 2, 1, 1), (3, 2, 1, 1), (1, 1, 1, 1), (1, 2, -1, 1), (1, 2, 1, -1)):
        lambdas = (Fraction(0), Fraction(lam))[:depth]
        found = Comparison(wrong).refuted(Point(one * q, lambdas, (("lam", one * lam),), (one * x,)), 128)
        assert (found is not None) is ((q, depth, lam, x) == (1, 2, 1, 1))


def test_agreement_is_reported_with_its_precision():
    found = search(stated())
    assert found.witness is None and found.agreed > 0 and found.precision >= 2304


def test_an_end_of_q_is_left_out_only_where_there_is_no_value_at_any_depth():
    every = {"invariants": "balanced", "depth": "symbolic"}
    gap = "0/(q - 1 + (L - 4)**2)"  # no value at q = 1, L = 4 alone
    assert search(stated(**every, expression=f"x**(q/L - q)/L + {gap}")).holes == ("q = 1, L = 4",)
    assert search(stated(**every, expression=f"x**(q/L - q)/L*sign(q - 1) + {gap}")).witness is not None
    assert search(stated(**every, expression="x**(q/L - q)/L + 0/(q - 1)")).holes == ("q = 1",)


def test_a_root_of_any_order_is_searched():
    fine = "(2*x)**(239882/99991)/(2**(239882/99991)*x**(239882/99991"
    assert search(stated(expression=f"1/(2*u + lam)*{fine}))")).agreed
    assert search(stated(expression=f"1/(2*u + lam)*{fine} + 1/99991))")).witness is not None
