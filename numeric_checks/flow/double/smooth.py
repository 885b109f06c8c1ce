"""1 < q <= 2 in doubles: SciPy's LSODA on dv_k/dt = -<g_k>^r sigma_k M_k^r - alpha v_k, r = q - 1.

<g>^r is regularised for q < 2: g (g^2 + delta^2)^{(r-1)/2}. A block of coordinates whose g vanish together in finite
time is taken to its arrival by |g|^{1-r} ~ t* - t, and rests there while there is no decay.
"""

from __future__ import annotations

from typing import Any

import numpy as np

from ... import limits
from ..problem import Problem
from .arrays import Array, Coordinates, Force, strength
from .run import Path, crossing

DELTA = 1e-12  # relative to the size of g at the start
QUIET = 100.0  # a value below this many tolerances of its scale has no sign
HUGE = 1e8  # a weight above it, growing faster than exponentially, is taken for a blow-up
INSIDE = (0.5, 1.0)  # parts of a step at which signs are looked at


class Smooth:
    """One run; `path` holds what was found."""

    def __init__(self, problem: Problem, tolerance: float):
        self.problem, self.tolerance, self.r = problem, tolerance, float(problem.q) - 1
        self.coordinates, self.force, self.path = Coordinates(problem), Force(problem.objective), Path()
        self.v, self.t = self.coordinates.start.copy(), 0.0
        self.resting = np.zeros(self.coordinates.n, bool)
        self.parts_of_f = components(self.force.size)
        g, _ = self._look(0.0, self.v)
        self.delta = DELTA * max(abs(g).max(), 1e-300) if self.r < 1 else 0.0
        self.sure = np.zeros((2, self.coordinates.n))  # the last sure signs of v and g, and when they were seen
        self.seen = np.zeros((2, self.coordinates.n))

    def go(self) -> Path:
        """To the end time or the end of the solution."""
        end, pieces = float(self.problem.until), self.problem.decay.pieces
        self._start()
        for number, (start, line) in enumerate(pieces):
            if self.path.status == "stopped" or (number and float(start) >= end):
                break
            if number:
                self.path.log("decay-switch", self.t)
                self.resting[:] = False
            last = float(pieces[number + 1][0]) if number + 1 < len(pieces) else end
            while self.path.status != "stopped" and self.t < min(last, end):
                self._follow(line, min(last, end))
        self.path.events.sort(key=lambda event: event.time)
        return self.path

    def _start(self) -> None:
        zero = self.v == 0
        g, _ = self._look(0.0, self.v)
        for k in np.flatnonzero(zero & (self.coordinates.tied > 1)):
            count = self.coordinates.tied[k]
            if (count - 1) * self.r < 1 and g[k] != 0:
                self.path.pieces.append((0.0, 0.0, lambda t: self.coordinates.weights(0.0, self.v)))
                self.path.log("saddle", 0.0, k)
                self.path.stop(f"{count} weights of coordinate {k + 1} are 0: the solution is not unique", "natural")
                return
        self._note(0.0, self.v)

    def _follow(self, line: Any, end: float) -> None:
        """LSODA up to `end`, or to an event after which the field is another one."""
        from scipy.integrate import LSODA

        scale = max(1e-3, float(np.median(abs(self.coordinates.weights(self.t, self.v)))))
        solver = LSODA(
            lambda t, v: self._rates(line, t, v), self.t, self.v, end, rtol=self.tolerance,
            atol=self.tolerance * scale, jac=lambda t, v: self._jacobian(line, t, v),
        )  # fmt: skip
        if self.resting.all():
            self._file(self.t, end, _constant(self.v), self.v)
            return
        while solver.status == "running":
            limits.check()
            solver.step()
            if solver.status == "failed" or not np.isfinite(solver.y).all():
                self.path.stop(f"the steps shrank to nothing near t = {solver.t:.6g}", "undecided")
                return
            begin, dense = self.t, solver.dense_output()
            self._file(begin, solver.t, dense, solver.y)
            for part in INSIDE:
                moment = begin + part * (solver.t - begin)
                if self._events(moment, solver.y if part == 1 else dense(moment), line):
                    return

    def _file(self, begin: float, end: float, dense: Any, v: Array) -> None:
        weights = self.coordinates.weights
        self.path.pieces.append((begin, end, lambda t: weights(t, dense(t))))
        self._dense = dense
        self.t, self.v = end, np.array(v)

    # The field

    def _look(self, t: float, v: Array) -> tuple[Array, Array]:
        """g and dx/dv."""
        x, slope, *_ = self.coordinates.parts(t, v)
        return self.force.gradient(x), slope

    def _power(self, g: Array) -> tuple[Array, Array]:
        """<g>^r and its derivative."""
        if self.r == 1:
            return g, np.ones_like(g)
        level = g * g + self.delta**2
        value = level ** ((self.r - 1) / 2)
        return g * value, value * (1 + (self.r - 1) * g * g / level)

    def _rates(self, line: Any, t: float, v: Array) -> Array:
        x, _, M, _ = self.coordinates.parts(t, v)
        pull, _ = self._power(self.force.gradient(x))
        speed = -pull * self.coordinates.sigma * M**self.r - strength(line, t) * v
        return np.where(self.resting, 0.0, speed)

    def _jacobian(self, line: Any, t: float, v: Array) -> Array:
        x, slope, M, lift = self.coordinates.parts(t, v)
        pull, steep = self._power(self.force.gradient(x))
        lever = self.coordinates.sigma * M**self.r
        J: Array = -(lever * steep)[:, None] * self.force.hessian(x) * slope
        J[self.coordinates.all, self.coordinates.all] -= pull * lever * self.r * lift + strength(line, t)
        J[self.resting] = 0.0
        return J

    # Events

    def _floors(self, v: Array, slope: Array) -> tuple[Array, Array]:
        """Below these v and g are noise."""
        spread = QUIET * self.tolerance * (1e-3 + abs(v))
        return spread, self.force.size @ (abs(slope) * (spread + QUIET * 1e-15 * abs(v)))

    def _note(self, t: float, v: Array) -> tuple[Array, Array, Array, Array]:
        """Signs that are sure at t; returns which of them changed, g, and the floors."""
        g, slope = self._look(t, v)
        low_v, low_g = self._floors(v, slope)
        now = np.array([np.sign(v) * (abs(v) > low_v), np.sign(g) * (abs(g) > low_g)])
        turned = (now != 0) & (self.sure != 0) & (now != self.sure)
        self.sure[now != 0] = now[now != 0]
        return turned, g, low_v, low_g

    def _events(self, t: float, v: Array, line: Any) -> bool:
        """Names what happened since the last look, at t on the last step; whether the field has to be set up anew."""
        former = self.sure.copy()
        turned, g, low_v, low_g = self._note(t, v)
        for which, k in np.argwhere(turned):
            time = self._locate(int(which), int(k), former[which, k], t)
            if which:
                self.path.log("gradient-zero", time, k)
            else:
                self.path.log("weight-zero", time, k, self.coordinates.index[k])
        self.seen[(former == self.sure) | turned] = t
        speed = self._rates(line, t, v)
        return self._blow_up(t, v, speed) or self._saddle(t, v, speed, low_v) or self._arrival(t, v, line, g, low_g)

    def _locate(self, which: int, k: int, sign: float, after: float) -> float:
        """Where v_k or g_k left the side `sign`: looked for backwards, piece by piece."""
        last = after
        for begin, end, motion in reversed(self.path.pieces):

            def value(t: float, motion: Any = motion) -> float:
                """The quantity at t."""
                w = motion(t)
                v = w[self.coordinates.all, self.coordinates.index]
                return float(v[k] if which == 0 else self._look(t, v)[0][k]) * sign

            middle = min((begin + end) / 2, last)
            for start, stop in ((middle, min(last, end)), (begin, middle)):
                if value(start) > 0:
                    return crossing(value, start, stop)
            last = begin
            if end < self.seen[which, k] - (end - begin):
                break
        return last

    def _blow_up(self, t: float, v: Array, speed: Array) -> bool:
        power = (self.coordinates.depth - 1) * self.r
        k = int(np.argmax(abs(v)))
        if power <= 1 or abs(v[k]) < HUGE * max(1.0, abs(self.coordinates.start).max()) or v[k] * speed[k] <= 0:
            return False
        time = t + abs(v[k] / speed[k]) / (power - 1)
        self.path.log("blow-up", time, k)
        self.path.stop(f"blow-up: a weight of coordinate {k + 1} exceeds {HUGE:.0e} near t = {time:.10g}", "natural")
        return True

    def _saddle(self, t: float, v: Array, speed: Array, low: Array) -> bool:
        """Whether two or more weights of a coordinate vanish together."""
        tied = self.coordinates.tied
        power = (tied - 1) * self.r
        near = (tied > 1) & (power < 1) & ((abs(v) <= low) | (v * self.coordinates.start < 0))
        if not near.any():
            return False
        k = int(np.flatnonzero(near)[0])
        back = v[k] * self.coordinates.start[k] < 0
        time = t if back or not v[k] * speed[k] < 0 else t + abs(v[k] / speed[k]) / (1 - power[k])
        equal = np.flatnonzero(self.coordinates.gaps[k] == 0)
        for i in equal:
            self.path.log("weight-zero", time, k, i)
        self.path.log("saddle", time, k)
        self.path.stop(f"{len(equal)} weights of coordinate {k + 1} reach 0 together: a saddle", "natural")
        return True

    def _arrival(self, t: float, v: Array, line: Any, g: Array, low: Array) -> bool:
        """Whether a block's g vanishes in finite time, and rests there."""
        if self.r == 1 or any(line):
            return False
        moving = False
        for block in self.parts_of_f:
            if self.resting[block].all() or not (abs(g[block]) <= low[block]).all() or not low[block].any():
                continue
            x, slope, *_ = self.coordinates.parts(t, v)
            speed = self._rates(line, t, v)
            change = self.force.hessian(x) @ (slope * speed)
            level, trend = float(np.linalg.norm(g[block])), float(g[block] @ change[block])
            wait = -(level**2) / trend / (1 - self.r) if trend < 0 else 0.0
            for k in block:
                self.path.log("arrival", t + wait, k)
            self.resting[block] = True
            v = v + np.where(self.resting & (np.isin(self.coordinates.all, block)), speed * wait * (1 - self.r), 0.0)
            self.v, moving = np.array(v), True
        if moving and t < self.t:  # the step went on beyond: its rest is not used
            begin, _, motion = self.path.pieces.pop()
            self.path.pieces.append((begin, t, motion))
            self.t = t
        return moving


def components(size: Array) -> list[Array]:
    """The coordinates in blocks that the Hessian does not couple."""
    from scipy.sparse.csgraph import connected_components

    scale = np.sqrt(np.outer(np.diag(size), np.diag(size)))
    count, label = connected_components(size > 1e-13 * scale, directed=False)
    return [np.flatnonzero(label == number) for number in range(count)]


def _constant(v: Array) -> Any:
    return lambda t: v
