"""Steps to escape from balanced weights eps to W under a constant gradient that pushes outwards (theory: section 13.4).

sign descent          the least n with eps + n eta >= W: exactly ceil((W - eps)/eta)
gradient, L = 2       the least n with eps (1 + eta |g|)^n >= W
gradient, L >= 3      T <= n <= 1 + T (1 + h W^{L-2})^{L-1},  h = eta |g|,  T = (eps^{2-L} - W^{2-L})/((L-2) h)
                      (a step w + h w^{L-1} falls behind the flow w' = h w^{L-1} of unit time, by a bounded factor)
the rate GD needs     the least h with n(h) <= N: ((W/eps)^{1/N} - 1 at L = 2, like eps^{2-L} at L >= 3
overshoot             the last step from w < W ends below W (1 + h W^{L-2})
"""

from __future__ import annotations

from fractions import Fraction
from math import ceil

from flint import arb

from ..balls import ball, whole
from ..precision import bits, from_digits

MOST_STEPS = 100_000


def sign_steps(eps: Fraction, W: Fraction, eta: Fraction) -> int:
    """ceil((W - eps)/eta)."""
    return max(0, ceil((W - eps) / eta))


def gradient_bounds(eps: Fraction, W: Fraction, h: Fraction, depth: int) -> tuple[int, int]:
    """Between which numbers of steps gradient descent escapes, L >= 3."""
    if eps >= W:
        return 0, 0
    time = (eps ** (2 - depth) - W ** (2 - depth)) / ((depth - 2) * h)
    return ceil(time), int(1 + time * (1 + h * W ** (depth - 2)) ** (depth - 1))


def two_weights_steps(eps: Fraction, W: Fraction, h: Fraction) -> int:
    """The least n with eps (1 + h)^n >= W, exactly; a logarithm in balls guesses it."""
    if eps >= W:
        return 0
    with bits(200):
        guess = (ball(W / eps).log() / ball(1 + h).log()).mid()
    n = max(0, int(float(guess)) - 1)
    if n > MOST_STEPS:  # powers would be too long: the ball decides, or the next integer
        with bits(200):
            exact = ball(W / eps).log() / ball(1 + h).log()
            return whole(exact.upper()) + 1
    power = (1 + h) ** n
    while eps * power < W:
        power, n = power * (1 + h), n + 1
    return n


def needed(eps: Fraction, W: Fraction, steps: int, depth: int, digits: int = 20) -> arb:
    """The least h = eta |g| at which balanced gradient descent goes from eps to W in `steps` steps, as a ball."""
    with bits(from_digits(digits) + 60):
        if depth == 2:
            return ball(W / eps).root(steps) - 1
        low, high = arb(0), (ball(W) / ball(eps)) / ball(eps) ** (depth - 2)  # h eps^{L-1} >= W: one step is enough
        for _ in range(from_digits(digits) + 400):
            middle = arb(((low + high) / 2).mid())
            reached = _reaches(eps, W, middle, steps, depth)
            if reached is None:
                break
            low, high = (low, middle) if reached else (middle, high)
            if (high - low) * arb(10) ** (digits + 2) < high:
                break
        return low.union(high)


def _reaches(eps: Fraction, W: Fraction, h: arb, steps: int, depth: int) -> bool | None:
    """Whether w reaches W within the steps; None where the ball cannot tell."""
    w, goal = ball(eps), ball(W)
    for _ in range(steps):
        w = w + h * w ** (depth - 1)
        if w >= goal:
            return True
    return False if w < goal else None


def overshoot(W: Fraction, h: arb, depth: int) -> arb:
    """1 + h W^{L-2}: where the last step may end, in units of W."""
    return 1 + h * ball(W) ** (depth - 2)
