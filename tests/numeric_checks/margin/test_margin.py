"""Margins against brute force over angles, closed forms and random directions; certificates that are spoiled must widen
or fail."""

from __future__ import annotations

import random
from fractions import Fraction as F
from itertools import combinations, product

import pytest
from flint import arb
from mpmath import mp, mpf

from steepest_mirror.numeric_checks.margin import linear, smooth, vertices
from steepest_mirror.numeric_checks.margin.margin import exponent, margin
from steepest_mirror.numeric_checks.margin.result import labelled
from steepest_mirror.numeric_checks.margin.simplex import Tableau
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError, Undecided

WITNESS = ((F(1), F(2, 5)), (F(1, 2), F(7, 10)))  # theory: section 12.4
EXPONENTS = [None, F(1), F(9, 8), F(3, 2), F(2), F(5, 2), F(9), F(2, 3), F(1, 3)]


def separable(seed, n, samples):
    chance = random.Random(seed)
    truth = [chance.choice([-3, -2, -1, 1, 2, 3]) for _ in range(n)]
    rows = []
    while len(rows) < samples:
        z = [F(chance.randint(-9, 9), chance.randint(1, 5)) for _ in range(n)]
        side = sum(a * b for a, b in zip(z, truth, strict=True))
        if side:
            rows.append(tuple(v if side > 0 else -v for v in z))
    return tuple(dict.fromkeys(rows))


def margin_of(Z, x, r):
    """min z.x/||x||_r in mpmath."""
    if r is None:
        size = max(map(abs, x))
    else:
        e = mpf(r.numerator) / r.denominator
        size = sum(abs(v) ** e for v in x) ** (1 / e)
    return min(sum(mpf(a.numerator) / a.denominator * v for a, v in zip(z, x, strict=True)) for z in Z) / size


def number(z):
    return mpf(z.mid().str(60, radius=False))


@pytest.mark.parametrize("r", EXPONENTS)
@pytest.mark.parametrize("seed", [0, 1, 2, 3, 4])
def test_the_plane_against_every_angle(r, seed):
    Z = WITNESS if seed == 0 else separable(seed, 2, 4)
    found = margin(Z, r, 20)
    with bits(200), mp.workdps(30):
        value = number(found.value)
        best = max(margin_of(Z, (mp.cos(t), mp.sin(t)), r) for t in (2 * mp.pi * k / 1000 for k in range(1000)))
        attained = margin_of(Z, [number(v) for v in found.point], r)
        assert abs(attained - value) < mpf(10) ** -18  # it is attained
        assert best <= value * (1 + mpf(10) ** -15)  # and nothing is better
        assert value - best < mpf(10) ** -2 * value  # the grid is nearly as good


@pytest.mark.parametrize("r", EXPONENTS)
def test_no_random_direction_is_better(r):
    chance = random.Random(5)
    Z = separable(7, 4, 5)
    found = margin(Z, r, 20)
    with bits(200), mp.workdps(30):
        value, point = number(found.value), [number(v) for v in found.point]
        for k in range(400):
            near = mpf(10) ** -(k % 8)
            x = [p + near * mpf(chance.uniform(-1, 1)) for p in point]
            assert margin_of(Z, x, r) <= value * (1 + mpf(10) ** -15)


@pytest.mark.parametrize("r", [F(9, 8), F(3, 2), F(2), F(5, 2), F(7)])
def test_one_sample_in_closed_form(r):
    """x is proportional to <z>^{1/(r-1)}, the margin is ||z||_s."""
    z = (F(2), F(-1, 3), F(0), F(1))
    found = margin((z,), r, 30)
    with bits(200), mp.workdps(50):
        s = mpf(r.numerator) / (r.numerator - r.denominator)
        sizes = [abs(mpf(v.numerator) / v.denominator) for v in z]
        assert abs(number(found.value) - sum(v**s for v in sizes) ** (1 / s)) < mpf(10) ** -30
        power = mpf(r.denominator) / (r.numerator - r.denominator)
        for got, size, v in zip(found.direction, sizes, z, strict=True):
            assert abs(number(got) - mp.sign(v.numerator) * (size / 2) ** power) < mpf(10) ** -28
            assert got.rad() < arb(10) ** -29


def test_the_witness_of_depth_two():
    """q = 5/4, L = 2: L_{5/2} and L_{11/8} lead apart: ((5/7)^{2/3}, 1) and (3/5, 1)."""
    assert exponent(F(5, 4), 2) == F(5, 2)
    assert exponent(F(1), 2) is None
    with bits(160), mp.workdps(40):
        first = margin(WITNESS, F(5, 2), 30).direction[0]
        assert abs(number(first) - (mpf(5) / 7) ** (mpf(2) / 3)) < mpf(10) ** -30
        assert abs(number(margin(WITNESS, F(11, 8), 30).direction[0]) - mpf(3) / 5) < mpf(10) ** -30


@pytest.mark.parametrize("r", [F(5, 4), F(2), F(3)])
def test_what_is_spoiled_widens_and_still_holds(r):
    Z = separable(3, 3, 6)
    with bits(200):
        good = smooth.smooth_margin(Z, r, 25)
        scale = good.value
        x = [v.mid() / scale for v in good.point]
        c = [arb(m.mid()) for m in good.multipliers]
        worse = smooth.certified(Z, r, [arb((v * (1 + arb(k) / 1000)).mid()) for k, v in enumerate(x)], c)
        assert worse.value.overlaps(good.value)
        assert all(a.overlaps(b) for a, b in zip(worse.point, good.point, strict=True))
        assert worse.value.rad() > arb(10) ** -6 and good.value.rad() < arb(10) ** -24
        with pytest.raises(Undecided):
            smooth.certified(Z, r, [-v for v in x], c)


def test_linear_certificates_are_checked():
    Z = separable(4, 3, 6)
    for r in (None, F(1)):
        found = linear.linear_margin(Z, r)
        x = tuple(F(int(m)) * F(2) ** int(e) for m, e in (v.mid().man_exp() for v in found.point))
        assert found.kind == "exact"
        c = (F(1), *(F(0) for _ in Z[1:]))
        with pytest.raises(ArithmeticError):
            linear.certified(Z, r, x, c)
        with pytest.raises(ArithmeticError):
            linear.certified(Z, r, tuple(2 * v for v in x), c)


@pytest.mark.parametrize("seed", range(12))
def test_simplex_against_all_bases(seed):
    chance = random.Random(seed)
    n, k = 3, 4
    A = [[F(chance.randint(0, 5)) for _ in range(n)] for _ in range(k - 1)] + [[F(1)] * n]
    b = [F(chance.randint(0, 6)) for _ in range(k - 1)] + [F(9)]
    c = [F(chance.randint(-3, 5)) for _ in range(n)]
    solved = Tableau(A, b, c)
    rows = [*A, *([F(int(i == j)) * -1 for j in range(n)] for i in range(n))]
    sides = [*b, *([F(0)] * n)]
    best = None
    for chosen in combinations(range(len(rows)), n):
        point = _cramer([rows[i] for i in chosen], [sides[i] for i in chosen])
        if point and all(
            sum(a * v for a, v in zip(r, point, strict=True)) <= s for r, s in zip(rows, sides, strict=True)
        ):
            value = sum(a * v for a, v in zip(c, point, strict=True))
            best = value if best is None else max(best, value)
    assert solved.value == best == sum(a * v for a, v in zip(c, solved.point, strict=True))
    y = solved.dual
    assert min(y) >= 0 and sum(a * v for a, v in zip(b, y, strict=True)) == best
    assert all(sum(y[i] * A[i][j] for i in range(k)) >= c[j] for j in range(n))


def _cramer(rows, sides):
    def det(m):
        return (
            m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
            - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
            + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0])
        )

    whole = det(rows)
    if whole == 0:
        return None
    return [det([[*row[:j], s, *row[j + 1 :]] for row, s in zip(rows, sides, strict=True)]) / whole for j in range(3)]


def test_several_maximisers_are_seen():
    """z = (1, 0), r = infinity: x = (1, anything); r = 1: unique."""
    found = margin(((F(1), F(0)),), None)
    assert found.spread == ((F(1), F(1)), (F(-1), F(1)))
    assert margin(((F(1), F(0)),), F(1)).spread is None
    tied = margin(((F(1), F(1)),), F(1))
    assert tied.spread == ((F(0), F(1)), (F(0), F(1)))


@pytest.mark.parametrize("r", [F(3, 4), F(1, 2)])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_search_never_beats_the_enumeration(r, seed):
    Z = separable(seed, 3, 5)
    with bits(200):
        every = min((v.cost for v in vertices._all(Z, r)), key=lambda v: float(v.mid()))
        reached = [v.cost for v in vertices._searched(Z, r)]
        assert reached and all(v > every or v.overlaps(every) for v in reached)


def test_below_one_a_local_maximum_need_not_be_global():
    found = margin(WITNESS, F(1, 2), 20)
    assert found.kind == "enumerated" and len(found.others) == 2
    assert all(value < found.value for value, _ in found.others)


@pytest.mark.parametrize("r", EXPONENTS)
def test_inseparable_data_are_refused(r):
    for Z in (((F(1), F(0)), (F(-1), F(0))), ((F(1), F(1)), (F(-2), F(1)), (F(0), F(-1)))):
        with pytest.raises(InputError, match="separable"):
            margin(Z, r)


def test_labels_are_absorbed():
    assert labelled(((F(1), F(2)), (F(-1), F(-2))), (F(1), F(-1))) == ((F(1), F(2)),)
    for X, y in (((F(1),),), (F(2),)), (((F(1),),), (F(1), F(1))):
        with pytest.raises(InputError):
            labelled(X, y)


@pytest.mark.parametrize("signs", list(product([1, -1], repeat=2)))
def test_reflections(signs):
    """Changing the sign of a feature changes the sign of its entry, nothing else."""
    turned = tuple(tuple(s * v for s, v in zip(signs, z, strict=True)) for z in WITNESS)
    for r in (F(5, 2), F(11, 8), F(2, 3)):
        plain, other = margin(WITNESS, r), margin(turned, r)
        with bits(100):
            assert plain.value.overlaps(other.value)
            assert all((s * a).overlaps(b) for s, a, b in zip(signs, plain.point, other.point, strict=True))
