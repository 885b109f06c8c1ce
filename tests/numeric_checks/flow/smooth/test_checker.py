"""The checker covers the truth around any polynomial, however corrupted, or refuses it."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction as F

import numpy as np
import pytest
from flint import arb, arb_poly, fmpz_poly

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Linear, Logistic, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.smooth import checker
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure, _log_norm, check
from steepest_mirror.numeric_checks.flow.smooth.stepper import Stepper
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField, ball
from steepest_mirror.numeric_checks.precision import bits

BITS, TERMS = 208, 166
SIZES = ["1e-10", "1e-20", "1e-30", "1e-40", "1e-50", "1e-60"]


def first_step(problem, signs):
    """A proposal for the first step with its field and start."""
    field = TimeField(Flow(problem, (F(0),)), signs)
    start = Enclosure(tuple(ball(w) for row in problem.weights for w in row), arb(0), (arb(0),) * field.passive)
    stepper = Stepper(field, arb(0), start, BITS)
    proposal = stepper.producer.propose(arb(0), [c.mid() for c in start.center], arb(1), BITS)
    return field, start, proposal


SMOOTH = {
    "q = 2": (Problem(F(2), ((F(3, 10), F(6, 10), F(9, 10)),), Quadratic((F(1),)), F(1)), {}),
    "q = 3/2": (
        Problem(F(3, 2), ((F(3, 10), F(6, 10), F(9, 10)),), Quadratic((F(1),)), F(1)),
        {("gradient", 0, 0): -1, **{("weight", 0, i): 1 for i in range(3)}},
    ),
    "logistic": (
        Problem(F(2), ((F(1, 2), F(1, 3)), (F(1, 4), F(-1, 2))), Logistic(((F(1), F(2)),), (F(1),)), F(1)),
        {},
    ),
}


def on_grid(size, proposal):
    """The size as a multiple of the proposal's grid, so that Taylor models are asked."""
    return (size * arb(2) ** proposal.grid).floor() * arb(2) ** -proposal.grid


def corrupt(proposal, component, order, size):
    coefficients = proposal.core[component].coeffs()
    coefficients[order] += size
    core = list(proposal.core)
    core[component] = arb_poly([c.mid() for c in coefficients])
    return replace(proposal, core=core)


@pytest.mark.parametrize("name", [*SMOOTH, "q = 3/2, by series"])
@pytest.mark.parametrize("order", [0, 1, 2, 5, 20, 50, 70])
def test_a_corrupted_coefficient_inflates_the_radius_or_is_refused(name, order):
    """|p~ - p| at the end is covered by the radius of p~, so that p~'s ball contains what p's centre says."""
    with bits(BITS):
        field, start, proposal = first_step(*SMOOTH[name.removesuffix(", by series")])
        sizes = [on_grid(size, proposal) for size in map(arb, SIZES)]
        if name != "q = 3/2":
            proposal = replace(proposal, grid=None)
        honest = check(field, arb(0), start, proposal, TERMS, BITS)
        assert honest is not None and honest.end.radius < arb("1e-55")
        for size in sizes:
            for component in range(field.core):
                bad = check(field, arb(0), start, corrupt(proposal, component, order, size), TERMS, BITS)
                if bad is None:
                    continue
                h = proposal.length
                moved = abs(size * h**order)
                assert bad.end.radius + honest.end.radius >= moved
                for i, (c, d) in enumerate(zip(bad.end.center, honest.end.center, strict=True)):
                    assert (c + arb(0, bad.end.radius)).overlaps(d + arb(0, honest.end.radius)), (i, size)


def test_a_corrupted_gain_inflates_its_radius():
    with bits(BITS):
        field, start, proposal = first_step(*SMOOTH["q = 2"])
        for order in (1, 3, 40):
            for size in map(arb, SIZES):
                coefficients = proposal.passive[0].coeffs()
                coefficients[order] += size.mid()
                bad = check(field, arb(0), start, replace(proposal, passive=[arb_poly(coefficients)]), TERMS, BITS)
                assert bad is None or bad.passive_slack[0] >= abs(size.mid() * proposal.length**order) * 0.9


def test_the_models_are_asked_and_a_wrong_root_costs(monkeypatch):
    """q = 3/2: no disk is asked to be analytic on. A wrong root of g or of a weight costs radius; one that costs more
    than a step may, or is no root, leaves the step to the series, which need none."""
    with bits(BITS):
        field, start, proposal = first_step(*SMOOTH["q = 3/2"])
        honest = check(field, arb(0), start, proposal, TERMS, BITS)
        assert len(proposal.helpers) == 4
        with monkeypatch.context() as without:
            without.setattr(checker, "_tails", lambda *_: pytest.fail("the series were asked"))
            assert check(field, arb(0), start, proposal, TERMS, BITS).end.radius == honest.end.radius
        for which in range(4):
            for order in (0, 3, 40):
                for size in SIZES:
                    change = (arb(size) * arb(2) ** proposal.grid).floor().unique_fmpz()
                    helpers = list(proposal.helpers)
                    helpers[which] += fmpz_poly([0] * order + [change])
                    wrong = replace(proposal, helpers=tuple(helpers))
                    if (order, size) == (0, "1e-10"):
                        by_series = check(field, arb(0), start, wrong, TERMS, BITS)
                        assert by_series is None or by_series.end.radius < honest.end.radius * 2
                    with monkeypatch.context() as lenient:
                        lenient.setattr(checker, "LOST", BITS)
                        bad = check(field, arb(0), start, wrong, TERMS, BITS)
                    if bad is None:
                        continue
                    assert order > 3 or size == "1e-60" or bad.end.radius > honest.end.radius * 2
                    for c, d in zip(bad.end.center, honest.end.center, strict=True):
                        assert (c + arb(0, bad.end.radius)).overlaps(d + arb(0, honest.end.radius))


def test_a_wrong_field_is_not_confirmed():
    """The polynomial of g - T with T off by 1e-40 gets a radius above 1e-41 x the step."""
    with bits(BITS):
        problem, signs = SMOOTH["q = 2"]
        field, start, _ = first_step(problem, signs)
        other = Problem(F(2), problem.weights, Quadratic((F(1) + F(1, 10**40),)), F(1))
        _, _, proposal = first_step(other, signs)
        step = check(field, arb(0), start, proposal, TERMS, BITS)
        assert step is None or step.end.radius > arb("1e-42")


def test_a_step_over_a_zero_is_refused():
    """q = 3/2: no polynomial is confirmed where g changes its sign on the step."""
    problem = Problem(F(3, 2), ((F(9, 10), F(1)),), Quadratic((F(1),)), F(1))
    with bits(BITS):
        signs = {("gradient", 0, 0): -1, ("weight", 0, 0): 1, ("weight", 0, 1): 1}
        field, start, proposal = first_step(problem, signs)
        assert check(field, arb(0), start, replace(proposal, length=proposal.length * 50), TERMS, BITS) is None


def test_rounding_wide_starts_stay_inside():
    """Starts anywhere in the initial ball end inside the final one (linear flow w' = w exchanged)."""
    seed = random.randrange(10**6)
    print("seed", seed)
    rng = random.Random(seed)
    problem = Problem(F(2), ((F(1), F(1, 2)),), Linear((F(-1),)), F(1))
    with bits(BITS):
        field, start, proposal = first_step(problem, {})
        wide = Enclosure(start.center, arb("1e-5"), start.passive)
        step = check(field, arb(0), wide, proposal, TERMS, BITS)
        assert step is not None
        t = step.duration
        for _ in range(50):
            a, b = (arb(rng.uniform(-7e-6, 7e-6)) for _ in range(2))
            first = (1 + a) * t.cosh() + (arb(1) / 2 + b) * t.sinh()
            assert (step.end.center[0] + arb(0, step.end.radius)).contains(first)


def test_logarithmic_norm_bounds_the_spectrum():
    """[[0, 1], [1, 0]] has the largest eigenvalue 1; of a ball matrix the bound covers all members."""
    with bits(64):
        assert 1 <= _log_norm([[arb(0), arb(1)], [arb(1), arb(0)]]) < arb("1.0000001")
        assert _log_norm([[arb(0, 0.1), arb(1)], [arb(1), arb(0, 0.1)]]) >= arb("1.1")
        assert _log_norm([[arb(-3), arb(0)], [arb(0), arb(-2)]]) < arb("-1.999")
        assert _log_norm([[arb.nan()]]) is None


@pytest.mark.parametrize("size", [2, 3, 5, 9])
def test_logarithmic_norms_of_random_balls(size, monkeypatch):
    """No member of a ball matrix has a larger one; by elimination and by disks; near the largest of the members."""
    draw = np.random.default_rng(size)
    for kind in (checker.ELIMINATED, 0):
        monkeypatch.setattr(checker, "ELIMINATED", kind)
        for width in (0.0, 1e-6, 0.3):
            middle = draw.normal(size=(size, size)) - draw.choice((0, 3)) * np.eye(size)
            radius = draw.uniform(0, width, (size, size)) if width else np.zeros((size, size))
            bound = _log_norm(
                [[arb(m, r) for m, r in zip(*rows, strict=True)] for rows in zip(middle, radius, strict=True)]
            )
            members = [middle + radius * draw.choice((-1, 1), (size, size)) for _ in range(40)]
            members += [middle + radius, middle]
            members.append(middle + radius * np.sign(np.outer(*2 * [np.linalg.eigh(middle + middle.T)[1][:, -1]])))
            tops = [np.linalg.eigvalsh((M + M.T) / 2)[-1] for M in members]
            assert (
                max(tops) <= bound * (1 + arb("1e-12") * (1 if bound > 0 else -1))
                and bound < max(tops) + 0.1 + 3 * width * size
            )


def test_least_squares_field_has_the_gradient_of_its_objective():
    """H x - c = A^T (A x - b) row by row, in rational arithmetic by hand: A = [[1, 2], [0, 1]], b = (1, 1), x = (1/2,
    1/3)."""
    problem = Problem(
        F(2), ((F(1, 2), F(1)), (F(1, 3), F(1))), LeastSquares(((F(1), F(2)), (F(0), F(1))), (F(1), F(1))), F(1)
    )
    with bits(BITS):
        flow = Flow(problem, (F(0),))
        g = flow.gradient([ball(F(1, 2)), ball(F(1, 3))], BallArithmetic())
        assert g[0].contains(ball(F(1, 6)).mid()) and abs(g[1] - ball(F(-1, 3))) < arb("1e-60")
