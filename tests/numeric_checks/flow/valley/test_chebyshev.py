"""Chebyshev coefficients: bounds against values, and the two bases against one another."""

import numpy as np
from flint import arb, fmpz_poly

from steepest_mirror.numeric_checks.flow.valley.certificate import PARTS, ranges
from steepest_mirror.numeric_checks.flow.valley.chebyshev import above, fixed, grid, suprema


def test_a_bound_is_at_least_the_largest_value_and_near_it() -> None:
    generator = np.random.default_rng(1)
    polys = [fmpz_poly([int(v) * 2**8 + 1 for v in generator.integers(-(2**62), 2**62, n)]) for n in (1, 2, 5, 17)]
    for p, bound in zip(polys, suprema(polys, 60), strict=True):
        most = max(abs(float(p(arb(float(t))) * arb(2) ** -60)) for t in np.linspace(-1, 1, 401))
        assert most <= bound <= most * p.length() ** 0.5 * 2
    assert suprema([fmpz_poly([-1, 0, 2])], 0) == [above(1, 0)]  # T_2 itself


def test_coefficients_of_values_give_the_values_back_and_their_integral() -> None:
    G = grid(12)
    values = np.exp(G.x)
    c = G.coefficients @ values
    assert abs(G.values @ c - values).max() < 1e-15
    assert abs(G.integral @ values - (np.exp(G.x) - np.exp(np.longdouble(-1)))).max() < 1e-13
    p = fixed(c[:, None], 200)[0]
    for x, v in zip(G.x, values, strict=True):
        assert abs(float(p(arb(float(x))) * arb(2) ** -200) - float(v)) < 1e-14


def test_ranges_hold_all_values_on_every_part() -> None:
    c = np.random.default_rng(2).normal(size=(20, 3)) / np.arange(1, 21)[:, None] ** 4
    low, high = ranges(c)
    for part in range(PARTS):
        x = np.linspace(-1 + 2 * part / PARTS, -1 + 2 * (part + 1) / PARTS, 50)
        values = np.polynomial.chebyshev.chebval(x, c)
        assert (low[part] <= values.min(1)).all() and (values.max(1) <= high[part]).all()
        assert (high[part] - low[part] <= 3 * (values.max(1) - values.min(1)) + 0.05).all()
