"""The defect from squares against p' - s F(p) at points in many bits, for any polynomials; every part of it counts."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from flint import arb, arb_poly, fmpz_poly

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Logistic, Problem
from steepest_mirror.numeric_checks.flow.smooth import square_defect
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic
from steepest_mirror.numeric_checks.flow.smooth.producer import Producer
from steepest_mirror.numeric_checks.flow.smooth.square_defect import square_defects
from steepest_mirror.numeric_checks.flow.smooth.taylor_model import Model, Models, NotModelled, on_the_grid
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField
from steepest_mirror.numeric_checks.precision import bits

B, TERMS, POINTS = 90, 20, 24
ALPHA = {"none": [F(0)], "constant": [F(1, 3)], "linear": [F(1, 5), F(-2, 7)]}


def _field(depth: int, alpha: list[F], n: int = 2) -> TimeField:
    data = tuple(tuple(F((3 * i + 5 * j) % 7 - 3, 4) for j in range(n)) for i in range(n))
    weights = ((F(1),) * depth,) * n
    return TimeField(Flow(Problem(F(2), weights, LeastSquares(data, (F(1, 3),) * n), F(1)), alpha), {})


def _polynomials(draw: random.Random, field: TimeField, crossing: bool) -> list[fmpz_poly]:
    """Weights of both signs away from 0, but for one of each coordinate if `crossing`; and integrals of any kind."""
    found = []
    for i in range(field.core + field.passive):
        size = draw.randrange(2**B // 4, 2 * 2**B)
        first = draw.choice((-1, 1)) * size
        if i < field.core and crossing and i % field.flow.depth == field.flow.depth - 1:
            first //= 64
        rest = [draw.randrange(-size, size) * 2 // 4**k for k in range(1, 12)]
        found.append(fmpz_poly([first, *rest]))
    return found


def _exact(field: TimeField, polys: list[fmpz_poly], start: arb, scale: int, tau: arb) -> list[arb]:
    unit, s = arb(2) ** -B, arb(2) ** -scale
    values = [arb_poly(p)(tau) * unit for p in polys[: field.core]]
    rates = field.rates(start + s * tau, values, BallArithmetic())
    slopes = [arb_poly(p.derivative())(tau) * unit for p in polys]
    return [abs(slope - s * rate) for slope, rate in zip(slopes, rates, strict=True)]


def _seen(seed: int, depth: int, alpha: list[F], crossing: bool, scale: int) -> tuple[int, float]:
    """(how many values exceed their bound, the largest bound over the largest value seen)."""
    draw, field = random.Random(seed), _field(depth, alpha)
    polys, h, start = _polynomials(draw, field, crossing), (arb(draw.randrange(2, 16)) / 16).mid(), arb(3) / 4
    with bits(3 * B):
        space = Models(B, h, TERMS)
        bounds = square_defects(field, space, space.line(start, arb(2) ** -scale), scale, polys)
        assert bounds is not None
        tops = [arb(0)] * len(bounds)
        for j in range(POINTS + 1):
            for i, value in enumerate(_exact(field, polys, start, scale, h * j / POINTS)):
                tops[i] = tops[i].max(value)
    exceeded = sum(bool(top > bound) for top, bound in zip(tops, bounds, strict=True))
    return exceeded, max(float(bound / top) for top, bound in zip(tops, bounds, strict=True))


@pytest.mark.parametrize("depth", [2, 3, 5])
@pytest.mark.parametrize("alpha", ALPHA)
@pytest.mark.parametrize("crossing", [False, True])
def test_no_value_exceeds_its_bound(depth, alpha, crossing):
    """Polynomials far from any solution: the defects are of the size of F itself, at scales above and below 1."""
    for seed, scale in ((1, 0), (2, 3), (3, -2)):
        exceeded, wide = _seen(seed, depth, ALPHA[alpha], crossing, scale)
        assert exceeded == 0 and wide < 3000


def _dropped(name: str):
    """The same function without one of its parts."""
    import inspect

    source = inspect.getsource(square_defect)
    old, new = MUTANTS[name]
    assert source.count(old) == 1
    scope: dict = {"__name__": square_defect.__name__, "__package__": square_defect.__package__}
    exec(compile(source.replace(old, new), name, "exec"), scope)
    return scope["square_defects"]


MUTANTS = {
    "no distance of g": ("space.bound(direct) + lags[-1] * space.bound(minor)", "space.bound(direct)"),
    "no share of the first": ("((share + off) / v)", "(off / v)"),
    "no difference of squares": ("((share + off) / v)", "(share / v)"),
    "not divided": ("((share + off) / v)", "(share + off)"),
    "no decay of the first": ("direct = direct + own * decay", "pass"),
    "no decay of the others": (" + Model(space, *space.rounded(apart)) * decay * 2", ""),
    "all of the decay of the others": ("off = space.bound(turned) / 2", "off = space.bound(turned) / 16"),
    "the largest bound of 1/p": ("space.least_size(w)", "space.bound(w)"),
    "half of the slope": ("* space.unit / 2", "* space.unit / 8"),
}


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name, monkeypatch):
    mutant = _dropped(name)
    monkeypatch.setitem(globals(), "square_defects", mutant)
    missed = 0
    for seed in range(6):
        for scale in (0, 2, -2):
            missed += _seen(seed, 3, [F(6 * (seed % 3 == 0))], seed % 2 == 1, scale)[0]
    assert missed > 0


def test_a_solution_has_a_small_defect():
    """L = 2, f = -x: the weights cosh t and sinh t, of which one crosses 0, and their series to tau^16."""
    from steepest_mirror.numeric_checks.flow.problem import Linear

    field = TimeField(Flow(Problem(F(2), ((F(1), F(1)),), Linear((F(-1),)), F(1)), [F(0)]), {})
    fact, rows = 1, ([], [])
    for k in range(17):
        fact *= max(1, k)
        for row, odd in zip(rows, (0, 1), strict=True):
            row.append(2**B // fact if k % 2 == odd else 0)
    with bits(3 * B):
        space = Models(B, arb(1) / 4, TERMS)
        polys = [*map(fmpz_poly, rows), fmpz_poly([0, -(2**B)])]
        bounds = square_defects(field, space, space.line(arb(0), arb(1)), 0, polys)
        assert bounds is not None and all(v < arb(2) ** -75 for v in bounds)


@pytest.mark.parametrize("alpha", ALPHA)
@pytest.mark.parametrize("depth", [2, 3])
def test_proposed_steps_have_small_defects(alpha, depth):
    """Nothing that cancels along a solution is bounded part by part."""
    precision = 100
    with bits(precision):
        field = _field(depth, ALPHA[alpha])
        start = [arb(k % 3 + 2) / 8 * (-1) ** (k // 2) for k in range(field.core)]
        proposal = Producer(field, precision + 16, 40).propose(arb(3) / 4, start, arb(1), precision)
        polys = [on_the_grid(p, proposal.grid) for p in proposal.core + proposal.passive]
        space = Models(proposal.grid, proposal.length, 52)
        time = space.line(arb(3) / 4, arb(2) ** -proposal.scale)
        bounds = square_defects(field, space, time, proposal.scale, polys)
        assert bounds is not None and all(v < arb(2) ** (12 - precision) for v in bounds)


def test_where_it_does_not_apply():
    with bits(3 * B):
        space = Models(B, arb(1), TERMS)
        time, flat = space.line(arb(0), arb(1)), [fmpz_poly([0])] * 6
        assert square_defects(_field(2, [F(0)]), space, time, 0, flat) is None  # two weights at 0
        steep = Problem(F(3, 2), ((F(1), F(1)),), LeastSquares(((F(1),),), (F(1),)), F(1))
        assert square_defects(TimeField(Flow(steep, [F(0)]), {}), space, time, 0, flat[:3]) is None
        shares = Problem(F(2), ((F(1), F(1)),), Logistic(((F(1),),), (F(1),)), F(1))
        ones = [fmpz_poly([2**B])] * 3
        with pytest.raises(NotModelled):
            square_defects(TimeField(Flow(shares, [F(0)]), {}), space, time, 0, ones)
        assert isinstance(time, Model)
