"""Every quantity of `evaluate` against an independent quadrature, a differential law or an exact law.

The reference integrates with mpmath's tanh-sinh rule at a higher precision, near 0 in s with v = s^k (k the numerator
of q, so that v^{k0/p} is a power of s) and from the least positive invariant on in log v, in short pieces.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal, localcontext
from fractions import Fraction as F

import pytest
from flint import ctx
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp, mpf, quad, workdps

from steepest_mirror.numeric_checks.balls import ball
from steepest_mirror.numeric_checks.potential.mirror import Mirror
from steepest_mirror.numeric_checks.potential.quantities import QUANTITIES, evaluate, evaluate_limit
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.setting import Setting, setting

STEEPNESS = [F(1), F(7, 6), F(5, 4), F(4, 3), F(3, 2), F(9, 5), F(2)]


def real(value: F | int) -> mpf:
    value = F(value)
    return mpf(value.numerator) / value.denominator


def numbers(at: Setting) -> tuple[mpf, list[mpf]]:
    return mpf(int(at.q.p)) / int(at.q.q), [mpf(int(v.p)) / int(v.q) for v in at.invariants]


def root(at: Setting, x: F) -> mpf:
    """u by bisection in log u: nothing but products."""
    q, invariants = numbers(at)
    goal = abs(real(x)) ** q
    low, high = mpf(0), goal + 1
    while mp.fprod(high + v for v in invariants) < goal:
        high *= 2
    low = high * mpf(2) ** -600
    while high - low > high * mpf(10) ** -(mp.dps - 3):
        middle = mp.sqrt(low * high) if high > 2 * low else (low + high) / 2
        low, high = (middle, high) if mp.fprod(middle + v for v in invariants) < goal else (low, middle)
    return (low + high) / 2


def scaled_quad(f: Callable[[mpf], mpf], points: list[mpf]) -> mpf:
    """mpmath.quad stops at an absolute error: bring the integrand to size 1 first."""
    scale = max(f(z) for z in points[1:]) * (points[-1] - points[0])
    return scale * quad(lambda z: f(z) / scale, points) if scale else mpf(0)


def integral(at: Setting, beta: F, low: mpf, high: mpf) -> mpf:
    """int_low^high P^beta, low = 0 or high = inf allowed."""
    _, invariants = numbers(at)
    k0, b = sum(1 for v in invariants if v == 0), real(beta)
    positive = sorted(v for v in invariants if v)
    k = int(at.q.p)
    total, start = mpf(0), low
    if low == 0:
        start = min(high, min(positive, default=high)) / 4

        def near(s: mpf) -> mpf:
            v = s**k
            rest = mp.fprod(v + at for at in positive) ** b
            return k * s ** int(k * (1 + k0 * beta) - 1) * rest

        assert (k * (1 + k0 * beta)).denominator == 1
        total += scaled_quad(near, [0, start ** (mpf(1) / k)])
    end = high
    if high == mp.inf:
        end = 4 * max([*positive, start])

        def far(s: mpf) -> mpf:  # v = s^-k
            rest = mp.fprod(1 + at * s**k for at in invariants) ** b
            return k * s ** int(k * (-len(invariants) * beta - 1) - 1) * rest

        assert (k * len(invariants) * beta).denominator == 1
        total += scaled_quad(far, [0, end ** (-mpf(1) / k)])
    a, z = mp.log(start), mp.log(end)
    pieces = max(1, int((z - a) / 3) + 1)
    points = [a + (z - a) * i / pieces for i in range(pieces + 1)]
    return total + scaled_quad(lambda s: mp.exp(s) * mp.fprod(mp.exp(s) + v for v in invariants) ** b, points)


def reference(quantity: str, at: Setting, x: F) -> mpf:
    q, invariants = numbers(at)
    exact = F(int(at.q.p), int(at.q.q))
    u, size, side = root(at, x), abs(real(x)), (1 if x > 0 else -1)
    weights = [(u + v) ** (1 / q) for v in invariants]
    if quantity == "metric":
        others = [mp.fprod(w**q for j, w in enumerate(weights) if j != i) for i in range(len(weights))]
        return 1 / mp.fsum(others)
    if quantity == "coupled-regularizer":
        return mp.fsum(w**2 - v ** (2 / q) for w, v in zip(weights, invariants, strict=True)) / 2
    dual = integral(at, 2 / exact - 1, mpf(0), u) / q
    if quantity == "conjugate":
        return dual
    if quantity == "regularizer":
        return len(weights) * dual
    a, b, sign = (mpf(0), u, 1) if at.m_zero < 1 else (u, mp.inf, -1)
    map_ = sign * integral(at, 1 / exact - 1, a, b) / q
    return side * map_ if quantity == "mirror-map" else size * map_ - dual


def check(enclosed, truth: mpf, digits: int) -> None:
    """The truth lies within the radius, and the radius is below one unit of the last digit."""
    value, radius = mpf(enclosed.value), mpf(enclosed.radius)
    assert abs(value - truth) <= radius * (1 + mpf(10) ** -6)
    assert radius <= abs(truth) * mpf(10) ** (1 - digits) * mpf("0.51")


def cases(count: int, seed: int) -> list[tuple[Setting, F]]:
    """Random settings with at least two different invariants, and an x of either sign."""
    draw = random.Random(seed)
    found = []
    while len(found) < count:
        depth = draw.randint(2, 6)
        values = [F(0)] * draw.randint(1, depth - 1)
        values += [F(draw.randint(1, 40), draw.randint(1, 20)) for _ in range(depth - len(values))]
        x = F(draw.choice([-1, 1]) * draw.randint(1, 60), draw.randint(1, 40))
        found.append((setting(draw.choice(STEEPNESS), values), x))
    return found


def label(case: tuple[Setting, F]) -> str:
    at, x = case
    return f"q={at.q},Lambda={','.join(map(str, at.invariants))},x={x}"


AT_X = ("metric", "mirror-map", "potential", "conjugate", "regularizer", "coupled-regularizer")


@pytest.mark.parametrize("case", cases(24, seed=20260301), ids=label)
def test_quadrature_50_digits(case):
    at, x = case
    with workdps(75):
        for quantity in AT_X:
            check(evaluate(quantity, at, 50, x=x), reference(quantity, at, x), 50)


@pytest.mark.parametrize("case", cases(1, seed=500), ids=label)
def test_quadrature_500_digits(case):
    at, x = case
    with workdps(530):
        check(evaluate("mirror-map", at, 500, x=x), reference("mirror-map", at, x), 500)


@pytest.mark.heavy
@pytest.mark.parametrize("case", cases(300, seed=7), ids=label)
def test_quadrature_50_digits_many(case):
    test_quadrature_50_digits(case)


@pytest.mark.heavy
@pytest.mark.parametrize("case", cases(40, seed=501), ids=label)
def test_quadrature_500_digits_many(case):
    test_quadrature_500_digits(case)


@pytest.mark.parametrize("least", [F(1, 10**30), F(1, 10**9), F(10**12)])
@pytest.mark.parametrize("x", [F(1, 10**20), F(10**20)])
@pytest.mark.parametrize("q", [F(4, 3), F(2)])
def test_scales_far_apart(q, x, least):
    at = setting(q, [0, least, F(3, 7), 5])
    with workdps(60):
        for quantity in ("mirror-map", "conjugate"):
            check(evaluate(quantity, at, 30, x=x), reference(quantity, at, x), 30)


# Laws that need no reference


@pytest.mark.parametrize("case", cases(30, seed=11), ids=label)
def test_the_map_differentiates_to_the_metric(case):
    """(R'(x+h) - R'(x-h))/2h = R''(x) + O(h^2), with u by bisection and the product rule in the metric."""
    at, x = case
    h = abs(x) / F(10) ** 30
    with workdps(130):
        above, below = (mpf(evaluate("mirror-map", at, 120, x=x + e).value) for e in (h, -h))
        assert abs((above - below) / (2 * real(h)) / reference("metric", at, x) - 1) < mpf(10) ** -55


@pytest.mark.parametrize("case", cases(30, seed=12), ids=label)
def test_the_potential_differentiates_to_the_map_and_the_conjugate_to_x(case):
    at, x = case
    x = abs(x)
    h = x / F(10) ** 30
    with workdps(130):
        R, S, y = (
            [mpf(evaluate(name, at, 120, x=x + e).value) for e in (h, -h)]
            for name in ("potential", "conjugate", "mirror-map")
        )
        map_ = mpf(evaluate("mirror-map", at, 60, x=x).value)
        assert abs((R[0] - R[1]) / (2 * real(h)) - map_) < abs(map_) * mpf(10) ** -50
        assert abs((S[0] - S[1]) / (y[0] - y[1]) / real(x) - 1) < mpf(10) ** -50


@pytest.mark.parametrize("case", cases(20, seed=13), ids=label)
def test_balls_at_two_precisions_overlap_and_are_narrow(case):
    at, x = case
    mirror = Mirror.of(at)
    for name in ("metric", "map", "potential", "conjugate", "coupled_regularizer"):
        with bits(180):
            coarse = getattr(mirror, name)(x)
        with bits(400):
            fine = getattr(mirror, name)(x)
        assert coarse.overlaps(fine), name
        assert coarse.rel_accuracy_bits() > 140 and fine.rel_accuracy_bits() > 350, name


@pytest.mark.parametrize("case", cases(12, seed=14), ids=label)
def test_a_ball_of_invariants_contains_what_each_of_its_points_gives(case):
    at, x = case
    exact = Mirror.of(at)
    with bits(200):
        wide = [
            v if v == 0 else ball(F(int(v.p), int(v.q))) * ball(1).union(1 + ball(F(1, 10**30))) for v in at.invariants
        ]
        blurred = Mirror.from_invariants(exact.q, wide)
        for name in ("u", "metric", "map", "potential", "conjugate", "coupled_regularizer"):
            ours, theirs = getattr(blurred, name)(x), getattr(exact, name)(x)
            assert ours.contains(theirs.mid()), name
            assert ours.rel_accuracy_bits() > 80, name


@pytest.mark.parametrize("case", cases(8, seed=15), ids=label)
def test_x_balls_around_zero(case):
    at, _ = case
    mirror = Mirror.of(at)
    with bits(128):
        around = ball(F(-1, 10**9)).union(ball(F(1, 10**10)))
        if mirror.m_zero >= 1:
            with pytest.raises(Undecided):
                mirror.map(around)
        else:
            for x in (F(-1, 10**9), F(0), F(1, 10**10)):
                assert mirror.map(around).contains(mirror.map(x).mid())
                assert mirror.conjugate(around).contains(mirror.conjugate(x).mid())


SETTINGS = st.builds(
    lambda q, zeros, others: setting(q, [F(0)] * zeros + others),
    st.sampled_from(STEEPNESS),
    st.integers(1, 3),
    st.lists(st.fractions(min_value="1/50", max_value=20, max_denominator=50), min_size=1, max_size=3),
)
POINTS = st.fractions(min_value="1/100", max_value=30, max_denominator=100)


@settings(max_examples=40, deadline=None)
@given(SETTINGS, POINTS, POINTS)
def test_odd_even_monotone(at, x, more):
    mirror = Mirror.of(at)
    with bits(160):
        assert mirror.map(-x).overlaps(-mirror.map(x))
        assert mirror.map(x + more) > mirror.map(x)
        for name in ("metric", "potential", "conjugate", "regularizer", "coupled_regularizer"):
            assert getattr(mirror, name)(-x).overlaps(getattr(mirror, name)(x))
        assert mirror.metric(x + more) < mirror.metric(x)
        assert mirror.conjugate(x + more) > mirror.conjugate(x)


@settings(max_examples=40, deadline=None)
@given(SETTINGS, POINTS, POINTS)
def test_homogeneous(at, x, c):
    """w -> c^{1/q} w: Lambda -> c Lambda, x^q -> c^L x^q; R' is homogeneous of degree L(1-m) in w."""
    mirror = Mirror.of(at)
    L, q, m = mirror.depth, mirror.q, mirror.m
    scaled = Mirror(q, mirror.zeros, tuple((v * c, n) for v, n in mirror.positive))
    with bits(160):
        factor = ball(c)
        larger = ball(x) * (factor.log() * L / ball(q)).exp()
        degree = (factor.log() * ball(L * (1 - m) / q)).exp()
        assert scaled.map(larger).overlaps(mirror.map(x) * degree)
        assert scaled.map(larger).rel_accuracy_bits() > 120


@settings(max_examples=40, deadline=None)
@given(SETTINGS, POINTS, st.sampled_from([-1, 1]))
def test_the_inverse_map_inverts(at, x, side):
    exact = evaluate("mirror-map", at, 60, x=side * x)
    with localcontext() as context:
        context.prec = 100
        y = F(Decimal(exact.value))
    back = mpf(0)
    with workdps(70):
        back = mpf(evaluate("inverse-mirror-map", at, 40, y=y).value)
        slope = mpf(evaluate("metric", at, 40, x=x).value)
        allowed = mpf(exact.radius) / slope * 2 + abs(back) * mpf(10) ** -39
        assert abs(back - side * real(x)) <= allowed


# Balanced, and known values


@pytest.mark.parametrize("q", STEEPNESS)
@pytest.mark.parametrize("depth", [2, 3, 4, 7])
def test_balanced_potential_lemma_4_11(q, depth):
    at, x = setting(q, depth=depth), F(7, 5)
    m = q * F(depth - 1, depth)
    with workdps(80):
        z, mm = real(x), real(m)
        R = (z * mp.log(z) - z) / depth if m == 1 else z ** (2 - mm) / (depth * (1 - mm) * (2 - mm))
        check(evaluate("potential", at, 50, x=-x), R, 50)
        check(evaluate("regularizer", at, 50, x=x), z ** (2 - mm) / (2 - mm), 50)
        check(evaluate("coupled-regularizer", at, 50, x=x), mpf(depth) / 2 * z ** (mpf(2) / depth), 50)
        for y in (F(-3, 4), F(5, 4)):
            if m == 1:
                truth = mp.exp(depth * real(y))
            else:
                truth = (depth * abs(1 - mm) * abs(real(y))) ** (1 / (1 - mm)) * (1 if (y > 0) == (m < 1) else -1)
            check(evaluate("inverse-mirror-map", at, 50, y=y), truth, 50)


@pytest.mark.parametrize("q", STEEPNESS)
def test_depth_two_in_x(q):
    """R' = (x/lambda) 2F1(1/2, 1/q; 1+1/q; -4 x^q/lambda^2)."""
    lam, x = F(3, 8), F(5, 2)
    with workdps(80):
        z, s, r = real(x), real(lam), 1 / real(q)
        truth = z / s * mp.hyp2f1(0.5, r, 1 + r, -4 * z ** real(q) / s**2)
        check(evaluate("mirror-map", setting(q, [0, lam]), 50, x=x), truth, 50)


def test_range_in_beta_functions():
    with workdps(80):
        for q, depth in ((F(2), 3), (F(2), 5), (F(9, 5), 4)):
            r, over_p, lam = 1 / real(q), 1 - 1 / real(q), mpf(3) / 7
            truth = r * lam ** (r - (depth - 1) * over_p) * mp.beta(r, (depth - 1) * over_p - r)
            check(evaluate("range", setting(q, depth=depth, balance=F(3, 7)), 50), truth, 50)
        p, depth = mpf(9) / 4, 3  # L - 1 < p < L, lambda < 0
        truth = mpf(5) / 9 * (mpf(3) / 7) ** (1 - depth / p) * mp.beta(1 - (depth - 1) / p, depth / p - 1)
        check(evaluate("range", setting(F(9, 5), depth=depth, balance=F(-3, 7)), 50), truth, 50)


def test_range_at_the_borders_of_m():
    assert evaluate("range", setting(F(3, 2), [0, 1, 2])).value == "inf"
    assert evaluate("range", setting(F(3, 2) + F(1, 10**6), [0, 1, 2])).value != "inf"
    assert evaluate("range", setting(2, [0, 0, 1])).value == "0"


@pytest.mark.parametrize("q", [F(9, 5), F(2)])
def test_blow_up_and_escape_add_up(q):
    """Time from x0 to x1 and from x1 to infinity is the time from x0 to infinity."""
    at, g = setting(q, [0, F(1, 3), 2, 2]), F(-3, 2)
    with workdps(70):
        whole = mpf(evaluate("blow-up-time", at, 60, x=F(1, 5), g=g).value)
        for x1 in (F(1, 5) + F(1, 10**40), F(1, 4), F(3), F(10**20)):
            first = evaluate("escape-time", at, 60, x0=F(1, 5), x1=x1, g=g)
            rest = evaluate("blow-up-time", at, 60, x=x1, g=g)
            assert abs(mpf(first.value) + mpf(rest.value) - whole) < whole * mpf(10) ** -58
        near = evaluate("escape-time", at, 30, x0=F(1, 5), x1=F(1, 5) + F(1, 10**40), g=g)
        slope = mpf(evaluate("metric", at, 60, x=F(1, 5)).value) / (mpf(3) / 2) ** (real(q) - 1)
        assert abs(mpf(near.value) / slope * mpf(10) ** 40 - 1) < mpf(10) ** -28


def test_escape_at_depth_two_gradient_flow():
    """x' = sqrt(4 x^2 + lambda^2) |g|: T = (asinh(2 x1/lambda) - asinh(2 x0/lambda))/(2 |g|), through 0."""
    with workdps(70):
        truth = (mp.asinh(mpf(6)) + mp.asinh(mpf(2))) / 4
        for x0, x1, g in ((F(-1), F(3), F(-2)), (F(1), F(-3), F(2))):
            check(evaluate("escape-time", setting(2, [0, 1]), 50, x0=x0, x1=x1, g=g), truth, 50)


def test_what_is_infinite_or_zero():
    one_sided, smooth = setting(2, depth=3), setting(2, [0, 1, 2])
    assert evaluate("mirror-map", one_sided, x=0).value == "-inf"
    assert evaluate("metric", one_sided, x=0).value == "inf"
    assert evaluate("metric", smooth, 3, x=0).value == "0.500"
    for name in ("potential", "conjugate", "regularizer", "coupled-regularizer"):
        assert evaluate(name, one_sided, x=0).value == evaluate(name, smooth, x=0).value == "0"
    assert evaluate("coercivity", one_sided).value == "0"
    assert evaluate("coercivity", smooth, 4).value == "2.000"
    assert evaluate("blow-up-time", setting(F(3, 2), [0, 1, 2]), x=1, g=-1).value == "inf"
    assert evaluate("escape-time", one_sided, x0=0, x1=1, g=-1).value == "inf"
    assert evaluate("escape-time", smooth, x0=1, x1=1, g=-1).value == "0"
    assert evaluate("mirror-map", setting(F(3, 2), depth=3), x=1).value == "0"


@pytest.mark.parametrize(
    ("quantity", "at", "points"),
    [
        ("inverse-mirror-map", setting(2, [0, 1, 2]), {"y": F(132, 100)}),
        ("inverse-mirror-map", setting(2, [0, 0, 1]), {"y": F(0)}),
        ("inverse-mirror-map", setting(2, depth=3), {"y": F(0)}),
        ("blow-up-time", setting(2, [0, 1, 2]), {"x": F(1), "g": F(1)}),
        ("blow-up-time", setting(2, [0, 1, 2]), {"x": F(-1), "g": F(-1)}),
        ("blow-up-time", setting(2, [0, 1, 2]), {"x": F(1), "g": F(0)}),
        ("escape-time", setting(2, depth=2), {"x0": F(-1), "x1": F(1), "g": F(-1)}),
        ("escape-time", setting(2, [0, 1]), {"x0": F(-1), "x1": F(1), "g": F(1)}),
        ("escape-time", setting(2, [0, 1]), {"x0": F(-1), "x1": F(1), "g": F(0)}),
        ("metric", setting(2, depth=2), {}),
        ("metric", setting(2, depth=2), {"x": F(1), "y": F(1)}),
        ("entropy", setting(2, depth=2), {"x": F(1)}),
    ],
)
def test_what_does_not_exist_is_refused(quantity, at, points):
    with pytest.raises(InputError):
        evaluate(quantity, at, **points)


def test_names_are_refused():
    import sympy as sp

    with pytest.raises(InputError):
        evaluate("metric", setting(2, [0, sp.Symbol("lam", positive=True)]), x=1)


def test_limits_of_the_regularizers():
    with workdps(70):
        check(evaluate_limit("regularizer", F(4, 3), F(-5, 7)), (mpf(5) / 7) ** (mpf(2) / 3) * 1.5, 50)
        check(evaluate_limit("regularizer", F(2), F(5, 7)), mp.log(mpf(5) / 7), 50)
        check(evaluate_limit("coupled-regularizer", F(1), F(5, 7)), mp.log(mpf(5) / 7), 50)
    assert evaluate_limit("coupled-regularizer", F(1), F(0)).value == "-inf"
    with pytest.raises(InputError):
        evaluate_limit("metric", F(2), F(1))


@pytest.mark.parametrize("x", [F(7, 2), F(10**30), F(1, 10**200), F(1, 10**400)])
def test_great_depth(x):
    """Grouped invariants at L = 1000: dT/dx_1 = R'' with its own root in log u, and R' + T_blow-up = Y in beta
    functions."""
    lam, h = F(3, 10), x / F(10) ** 20
    at = setting(F(5, 3), depth=1000, balance=lam)
    with workdps(80):
        goal = mpf(5) / 3 * mp.log(real(x))
        low, high = goal - 2000, abs(goal) + 2
        for _ in range(280):
            s = (low + high) / 2
            low, high = (s, high) if s + 999 * mp.log(mp.exp(s) + real(lam)) < goal else (low, s)
        metric = mp.exp(s - goal) / (1 + 999 / (1 + real(lam) * mp.exp(-s)))
        check(evaluate("metric", at, 50, x=x), metric, 50)
        passed = mpf(evaluate("escape-time", at, 70, x0=x - h, x1=x + h, g=-1).value)
        assert abs(passed / (2 * real(h)) / metric - 1) < mpf(10) ** -30
        r, over_p = mpf(3) / 5, mpf(2) / 5
        Y = r * real(lam) ** (r - 999 * over_p) * mp.beta(r, 999 * over_p - r)
        dual, left = evaluate("mirror-map", at, 70, x=x), evaluate("blow-up-time", at, 70, x=x, g=-1)
        assert abs((mpf(dual.value) + mpf(left.value)) / Y - 1) < mpf(10) ** -68


def test_every_quantity_is_covered_and_the_precision_is_left_alone():
    before, cap = ctx.prec, ctx.cap
    at = setting(F(9, 5), [0, 1, 2, 3])
    given_ = {"x": F(1, 3), "y": F(1, 9), "x0": F(1, 5), "x1": F(2), "g": F(-1)}
    for quantity, (names, _) in QUANTITIES.items():
        for digits in (1, 15, 200):
            result = evaluate(quantity, at, digits, **{n: given_[n] for n in names})
            assert mpf(result.radius) < abs(mpf(result.value)) * mpf(10) ** (1 - digits)
    with pytest.raises(InputError):
        evaluate("inverse-mirror-map", at, y=F(10**6))
    assert (ctx.prec, ctx.cap) == (before, cap)
