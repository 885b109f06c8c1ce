"""Intervals: mean +- t_{n-1} s/sqrt(n) (Student), the range of n values, and Wilson's interval of a proportion.

The range [min, max] of n independent values holds the median with probability 1 - 2^{1-n} (n = 6: 96.9 %; n = 1: 0).
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

LEVEL = 0.95
NORMAL = 1.959963984540054  # the 97.5 % point of the normal distribution


@dataclass(frozen=True)
class Interval:
    """low <= middle <= high; infinite where nothing is known."""

    low: float
    middle: float
    high: float


def median(values: Sequence[float]) -> float:
    """The value in the middle, or the mean of the two."""
    ordered = sorted(values)
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def spread(values: Sequence[float]) -> Interval:
    """[min, max] around the median; infinite for one value, which says nothing about others."""
    if len(values) == 1:
        return Interval(-math.inf, values[0], math.inf)
    return Interval(min(values), median(values), max(values))


def coverage(n: int) -> float:
    """1 - 2^{1-n}: how probably the range of n values holds the median."""
    return 1 - 2.0 ** (1 - n)


def fixed(values: Sequence[float]) -> Interval:
    """Where nothing is random: every run has to give the same, and one is enough."""
    return Interval(min(values), median(values), max(values))


def mean(values: Sequence[float]) -> Interval:
    """Student's 95 % interval of the mean; infinite for one value, which says nothing about others."""
    n = len(values)
    centre = math.fsum(values) / n
    if n == 1:
        return Interval(-math.inf, centre, math.inf)
    deviation = math.sqrt(math.fsum((v - centre) ** 2 for v in values) / (n - 1))
    reach = student(n - 1) * deviation / math.sqrt(n)
    return Interval(centre - reach, centre, centre + reach)


def proportion(hits: int, n: int) -> Interval:
    """Wilson's 95 % interval of hits/n."""
    z, share = NORMAL**2 / n, hits / n
    centre = (share + z / 2) / (1 + z)
    reach = math.sqrt(z * (share * (1 - share) + z / 4)) / (1 + z)
    return Interval(max(0.0, centre - reach), share, min(1.0, centre + reach))


@cache
def student(freedom: int) -> float:
    """t with P(|T| <= t) = 95 %: by halving, from P(|T| > t) = I_{n/(n+t^2)}(n/2, 1/2)."""
    import mpmath

    low, high = 1.0, 20.0
    for _ in range(60):
        t = (low + high) / 2
        tail = mpmath.betainc(freedom / 2, 0.5, 0, freedom / (freedom + t * t), regularized=True)
        low, high = (t, high) if tail > 1 - LEVEL else (low, t)
    return low
