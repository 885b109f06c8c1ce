"""Compare optimizers: how long a small start is held by the saddle at 0, from the same weights at every q.

The time from x_0 to x_1 under a constant gradient -1 is R'(x_1) - R'(x_0), here enclosed in a ball.
"""

from fractions import Fraction

from steepest_mirror.numeric_checks.balls import decimal
from steepest_mirror.numeric_checks.laws.residuals import invariants
from steepest_mirror.numeric_checks.potential.mirror import Mirror
from steepest_mirror.numeric_checks.potential.quantities import escape_time
from steepest_mirror.numeric_checks.precision import bits

START = (Fraction(1), Fraction(1), Fraction(2))
TARGET = Fraction(1, 2)

for name, q in (("gradient flow", Fraction(2)), ("q = 3/2", Fraction(3, 2)), ("sign gradient flow", Fraction(1))):
    times = []
    for scale in (Fraction(1, 10**2), Fraction(1, 10**4), Fraction(1, 10**6)):
        weights = [scale * w for w in START]
        with bits(200):
            mirror = Mirror.from_invariants(q, invariants(q, weights))
            x0 = weights[0] * weights[1] * weights[2]
            times.append(decimal(escape_time(mirror, x0, TARGET, Fraction(-1)), 8).value)
    print(f"{name:20} weights scaled by 1e-2, 1e-4, 1e-6: T = {', '.join(times)}")
