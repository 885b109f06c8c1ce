"""Taylor models against values at points in many bits; proposals, corrupted ones too, are enclosed or refused."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from flint import arb, arb_poly, arb_series, fmpz, fmpz_poly

from steepest_mirror.numeric_checks.flow.smooth import taylor_model
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import Matrix, OutsideDomain
from steepest_mirror.numeric_checks.flow.smooth.taylor_model import Model, Models, NotModelled, on_the_grid
from steepest_mirror.numeric_checks.precision import bits

B, TERMS = 120, 30
POINTS = [F(j, 16) for j in range(17)]


def _polynomial(draw: random.Random, constant: int = 0, terms: int = 24) -> fmpz_poly:
    """Coefficients that fall like 4^-k, a constant added."""
    return fmpz_poly([draw.randrange(-(2**B) // 8, 2**B // 8) // 4**k + (constant * 2**B if k == 0 else 0)
                      for k in range(terms)])  # fmt: skip


def _proposed(poly: fmpz_poly, function) -> fmpz_poly:
    """The function of the series, to TERMS terms, on the grid."""
    with bits(4 * B, TERMS):
        found = function(arb_series(arb_poly(poly) * arb(2) ** -B, TERMS))
        return fmpz_poly([(c * arb(2) ** B).mid().floor().unique_fmpz() for c in found.coeffs()[:TERMS]])


ROOTS = {
    F(1, 2): lambda s: s.sqrt(),
    F(1, 3): lambda s: (s.log() / 3).exp(),
    F(2, 3): lambda s: (s.log() * 2 / 3).exp(),
}


def _case(draw: random.Random, h: arb, corrupt: bool):
    """A random expression as a model, and its value at a point: all operations, all proposals."""
    u, v, exponent = _polynomial(draw, 2), _polynomial(draw, -3), draw.choice(list(ROOTS))
    c, start, slope = (arb(draw.randrange(-99, 99)) / 7 for _ in range(3))
    proposals = [_proposed(u, ROOTS[exponent]), _proposed(v, lambda s: 1 / s)]
    if corrupt:
        where = draw.randrange(2)
        order, size = draw.choice((0, 1, draw.randrange(TERMS - 1))), fmpz(2) ** draw.randrange(0, B + 4)
        proposals[where] += fmpz_poly([0] * order + [size * draw.choice((-1, 1))])
    space = Models(B, h, TERMS, proposals)
    a, b, time = space.polynomial(u), space.polynomial(v), space.line(start, slope)
    root, inverse = space.power(a, exponent), space.inverse(b)
    first, second = space.transform(Matrix([[c, 1], [arb(1) / 3, c]]), [root, time], [start, slope])
    mixed = space.combine([c, slope], [root * inverse, a * b * time], start)
    models = [root, inverse, first, mixed, mixed + second * (first - time * 3) * root - inverse]

    def at(tau: arb) -> list[arb]:
        scale = arb(2) ** -B
        x, y, t = arb_poly(u)(tau) * scale, arb_poly(v)(tau) * scale, start + slope * tau
        r, i = x ** (arb(exponent.numerator) / exponent.denominator), 1 / y
        one, two, m = c * r + t + start, r / 3 + c * t + slope, c * (r * i) + slope * (x * y * t) + start
        return [r, i, one, m, m + two * (one - t * 3) * r - i]

    return models, at


def _misses(models: list[Model], at, h: arb) -> int:
    """How often a value is certainly farther from the polynomial than the rest says."""
    with bits(6 * B):
        missed = 0
        for tau in (h * p.numerator / p.denominator for p in POINTS):
            for model, value in zip(models, at(tau), strict=True):
                missed += not abs(value - arb_poly(model.poly)(tau) * arb(2) ** -B) <= model.rest
        return missed


def _run(tries: int, corrupt: bool, seed: int) -> tuple[int, int, int, float]:
    """(enclosed, refused, missed, the widest rest)."""
    draw, counts, widest = random.Random(seed), [0, 0, 0], 0.0
    with bits(3 * B):
        for _ in range(tries):
            h = (arb(draw.randrange(2, 17)) / 16).mid()
            try:
                models, at = _case(draw, h, corrupt)
            except OutsideDomain:
                counts[1] += 1
                continue
            missed = _misses(models, at, h) > 0
            counts[2 if missed else 0] += 1
            widest = max(widest, float(models[-1].rest))
    return *counts, widest


def test_random_expressions_are_enclosed():
    enclosed, refused, missed, widest = _run(30, False, 1)
    assert (enclosed, refused, missed) == (30, 0, 0) and widest < 1e-5


def test_corrupted_proposals_are_enclosed_or_refused():
    enclosed, refused, missed, _ = _run(60, True, 2)
    assert missed == 0 and enclosed > 20 and refused > 0


MUTANTS = {
    "no rest of the first factor": (Model, "__mul__", lambda f: lambda a, b: f(Model(a.space, a.poly, arb(0)), b)),
    "no rest in a sum": (Model, "__add__", lambda f: lambda a, b: Model(a.space, f(a, b).poly, a.rest)),
    "no rest in a difference": (Model, "__sub__", lambda f: lambda a, b: Model(a.space, f(a, b).poly, a.rest)),
    "nothing lost by cutting": (Models, "rounded", lambda f: lambda s, p: (f(s, p)[0], s.rounding)),
    "a root without its rest": (Models, "power", lambda f: lambda s, *a: s.polynomial(f(s, *a).poly)),
    "an inverse without its rest": (Models, "inverse", lambda f: lambda s, *a: s.polynomial(f(s, *a).poly)),
    "sums of coefficients for half the step": (Models, "size", lambda f: lambda s, p: f(s, p) / 2**20),
    "a combination without its rests": (
        Models, "combine", lambda f: lambda s, c, e, t: s.polynomial(f(s, c, e, t).poly)),
    "a product of a matrix without its rests": (
        Models, "transform", lambda f: lambda s, *a: [s.polynomial(m.poly) for m in f(s, *a)]),
}  # fmt: skip


@pytest.mark.parametrize("name", MUTANTS)
def test_a_mutant_is_caught(name, monkeypatch):
    """What encloses everything would enclose too little without any one of its parts."""
    owner, attribute, change = MUTANTS[name]
    monkeypatch.setattr(owner, attribute, change(getattr(owner, attribute)))
    assert any(_run(30, corrupt, 3)[2] for corrupt in (True, False))


def test_rounding_counts():
    """Units below the grid: products of numbers that are no multiples differ by less than what is said, not by 0."""
    with bits(2 * B):
        space = Models(B, arb(1), TERMS)
        third = space.line(arb(1) / 3, arb(1) / 7)
        assert 0 < third.rest < arb(2) ** (2 - B)
        product = third * third
        assert product.rest > 0 and _misses([product], lambda t: [(arb(1) / 3 + t / 7) ** 2], arb(1)) == 0


@pytest.mark.parametrize("e", [-3, 0, 5])
def test_distances_are_those_at_points(e):
    """|p - 2^-e f|, p far from f and equal to it."""
    draw, h = random.Random(e), arb(3) / 4
    with bits(3 * B):
        space = Models(B, h, TERMS)
        line, p = space.line(arb(1) / 3, arb(-2) / 7), _polynomial(draw, 1)
        model = line * space.polynomial(_polynomial(draw))
        s, far = arb(2) ** -e, space.distance(p, model, e)
        at = lambda q, tau: arb_poly(q)(tau) * arb(2) ** -B  # noqa: E731
        seen = [abs(at(p, h * j / 9) - s * at(model.poly, h * j / 9)) for j in range(10)]
        assert all(v <= far for v in seen) and any(far < 4 * v for v in seen)
        assert space.distance(model.poly * 2 ** max(0, -e), model, min(e, 0)) <= 2 * s.max(arb(1)) * model.rest


def test_refusals():
    with bits(3 * B):
        draw = random.Random(5)
        sinking = fmpz_poly([2**B, -2 * 2**B])  # 1 - 2 tau, 0 at 1/2
        for h, well in ((arb(1), False), (arb("0.25"), True)):
            for act in ("power", "inverse"):
                proposal = _proposed(sinking, (lambda s: s.sqrt()) if act == "power" else lambda s: 1 / s)
                space = Models(B, h, TERMS, [proposal])
                base = space.polynomial(sinking)
                if well:
                    space.power(base, F(1, 2)) if act == "power" else space.inverse(base)
                else:
                    with pytest.raises(OutsideDomain):
                        space.power(base, F(1, 2)) if act == "power" else space.inverse(base)
        negative = Models(B, arb(1), TERMS, [_proposed(_polynomial(random.Random(6), 2), ROOTS[F(2, 3)])])
        with pytest.raises(OutsideDomain):  # (-u)^2 = u^2
            negative.power(negative.polynomial(-_polynomial(random.Random(6), 2)), F(2, 3))
        minus = Models(B, arb(1), TERMS, [-_proposed(_polynomial(random.Random(6), 2), ROOTS[F(1, 2)])])
        with pytest.raises(OutsideDomain):  # the other root
            minus.power(minus.polynomial(_polynomial(random.Random(6), 2)), F(1, 2))
        bare = Models(B, arb(1), TERMS)
        u = bare.polynomial(_polynomial(draw, 2))
        calls = [lambda: bare.power(u, F(1, 2)), lambda: bare.inverse(u), lambda: bare.exp(u), lambda: bare.share(u)]
        calls += [lambda: bare.power(u, F(3)), lambda: u + arb.nan(), lambda: u * arb.pos_inf()]
        for call in calls:
            with pytest.raises(NotModelled):
                call()


def test_the_grid():
    """Only what is on it, exactly."""
    poly = arb_poly(fmpz_poly([3, 5, -7])) * arb(2) ** -B
    assert on_the_grid(poly, B) == fmpz_poly([3, 5, -7])
    assert on_the_grid(poly, B - 1) is None
    assert on_the_grid(arb_poly([arb(1, 1e-40), 1]), B) is None
    assert on_the_grid(arb_poly([arb(1, 0.2), 1]), B) is None
    assert on_the_grid(arb_poly([arb.nan()]), B) is None
    assert on_the_grid(arb_poly([arb(2) ** 10**6]), B) is None
    assert taylor_model.BEYOND > 0
