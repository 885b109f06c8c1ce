"""The quick mode: one trajectory in doubles with an estimated error, every time in between included.

Formula: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i.
1 < q <= 2: SciPy's LSODA, <g>^{q-1} regularised near 0; q = 1: from event to event; coupled decay, q < 2: the weights
themselves up to the first switch. The run is repeated with a coarser tolerance; the distance is the estimated error.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ....symbolic.errors import InputError
from ..problem import Problem
from ..trajectory import Ended
from .arrays import Array
from .coupled import Coupled
from .run import Event, Path, matched
from .sign import Sign
from .smooth import Smooth

TOLERANCE = 1e-9
LOOSER = 30.0
SAFETY = 3.0  # times the distance of the two runs
AMONG = 400  # times at which they are compared
ROUNDING = 1e-14
FLOOR = 10.0  # tolerances that are never promised


@dataclass(frozen=True)
class DoubleRun:
    """Not certified. `weights(t)` for 0 <= t <= end; `error` estimates how far any weight may be off until the end."""

    path: Path
    coarse: Path
    events: tuple[Event, ...]
    end: float
    status: str
    reason: str
    ended: Ended
    error: float
    grown: tuple[Array, Array]  # times, and the largest distance of the two runs up to each

    def weights(self, t: float) -> Array:
        """The weights at t, (n, L). Errors: InputError."""
        if not 0 <= t <= self.end * (1 + 1e-15):
            raise InputError("t", t, f"the trajectory is known for 0 <= t <= {self.end:.15g}")
        return self.path.at(t)

    def error_at(self, t: float) -> float:
        """An estimate of how far the weights at t may be off."""
        times, errors = self.grown
        before = errors[max(0, int(np.searchsorted(times, t, "right")) - 1)]
        return float(max(before, _distance(self.path, self.coarse, t)))


@np.errstate(all="ignore")  # what overflows shows in the estimated error
def integrate_double(problem: Problem, tolerance: float = TOLERANCE) -> DoubleRun:
    """The trajectory of the problem in doubles.

    Arguments: the problem; the relative tolerance of one step, 1e-12 to 1e-3. Returns: a DoubleRun.
    Errors: InputError. Source: theory sections 0 and 1.
    """
    if not 1e-12 <= tolerance <= 1e-3:
        raise InputError("tolerance", tolerance, "give a number from 1e-12 to 1e-3")
    from threadpoolctl import threadpool_limits

    with threadpool_limits(1):  # matrices of some hundred rows: a second thread only waits for the first
        path, coarse = _path(problem, tolerance), _path(problem, min(tolerance * LOOSER, 1e-2), 1)
    start = np.array([[float(w) for w in row] for row in problem.weights])
    for one in (path, coarse):
        if not one.pieces:  # not even a first step: it stands where it starts
            one.pieces.append((0.0, 0.0, lambda t: start))
    end = path.end
    times = np.linspace(0, end, AMONG)
    errors = np.maximum.accumulate([_distance(path, coarse, t) + FLOOR * tolerance for t in times])
    events = matched(path.events, coarse.events)
    return DoubleRun(
        path, coarse, events, end, path.status, path.reason, path.ended, float(errors[-1]), (times, errors)
    )


def _path(problem: Problem, tolerance: float, number: int = 0) -> Path:
    if problem.decay.kind == "coupled" and not problem.decay.absent and problem.q < 2:
        return Coupled(problem, tolerance).go()
    if problem.q == 1:
        return Sign(problem, tolerance, number).go()
    return Smooth(problem, tolerance).go()


def _distance(path: Path, coarse: Path, t: float) -> float:
    """Of the weights at t; nan beyond the end of the coarser run."""
    if t > coarse.end * (1 + 1e-6) + 1e-12:
        return float("nan")
    w = path.at(t)
    return float(SAFETY * abs(w - coarse.at(min(t, coarse.end))).max() + ROUNDING * (1 + abs(w).max()))
