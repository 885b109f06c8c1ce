"""The share of random points of the unit square with x^2 + y^2 < 1, after `wait` seconds."""

from __future__ import annotations

import random
import time


def measure(points: int, wait: float, seed: int) -> dict[str, float]:
    """The share for one seed."""
    time.sleep(wait)
    draw = random.Random(seed)
    return {"share": sum(draw.random() ** 2 + draw.random() ** 2 < 1 for _ in range(points)) / points}
