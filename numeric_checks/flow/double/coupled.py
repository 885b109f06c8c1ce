"""Coupled decay, q < 2, in doubles: dw_i/dt = -<dF/dw_i + alpha w_i>^r up to the first zero inside the power.

There is no reduction to one number a coordinate: the differences |w_i|^q - |w_j|^q obey no law (theory: section 2).
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Any

import numpy as np

from ... import limits
from ..problem import Problem
from .arrays import Array, Coordinates, Force, strength
from .run import Path, crossing


class Coupled:
    """One run; `path` holds what was found."""

    def __init__(self, problem: Problem, tolerance: float):
        self.problem, self.tolerance, self.r = problem, tolerance, float(problem.q) - 1
        self.coordinates, self.force, self.path = Coordinates(problem), Force(problem.objective), Path()
        self.shape = self.coordinates.n, self.coordinates.depth
        self.w, self.t = self.coordinates.weights(0.0, self.coordinates.start), 0.0

    def go(self) -> Path:
        """To the end time or the first switch."""
        end, pieces = float(self.problem.until), self.problem.decay.pieces
        for number, (start, line) in enumerate(pieces):
            if self.path.status == "stopped" or (number and float(start) >= end):
                break
            if number:
                self.path.log("decay-switch", self.t)
            last = float(pieces[number + 1][0]) if number + 1 < len(pieces) else end
            self._follow(line, min(last, end))
        if not self.path.pieces:
            self.path.pieces.append((0.0, 0.0, lambda t: self.w))
        return self.path

    def _pulls(self, line: Any, t: float, w: Array) -> tuple[Array, Array]:
        """g and dF/dw_i + alpha w_i."""
        minors = np.stack([np.delete(w, i, 1).prod(1) for i in range(self.shape[1])], 1)
        g = self.force.gradient(w.prod(1))
        return g, g[:, None] * minors + strength(line, t) * w

    def _follow(self, line: Any, end: float) -> None:
        from scipy.integrate import DOP853

        sides = np.sign(self._pulls(line, self.t, self.w)[1])
        if (sides == 0).any():
            self._switch(self.t, *np.argwhere(sides == 0)[0])
            return

        def rates(t: float, y: Array) -> Array:
            """dw/dt, each power on the side of 0 on which it starts."""
            pull = self._pulls(line, t, y.reshape(self.shape))[1]
            return (-sides * np.maximum(sides * pull, 0.0) ** self.r).ravel() if self.r else (-sides).ravel()

        solver = DOP853(rates, self.t, self.w.ravel(), end, rtol=self.tolerance, atol=self.tolerance * 1e-2)
        while solver.status == "running":
            limits.check()
            solver.step()
            if solver.status == "failed":
                self.path.stop(f"the steps shrank to nothing near t = {solver.t:.6g}", "undecided")
                return
            begin, dense = self.t, solver.dense_output()

            def motion(t: float, dense: Any = dense) -> Array:
                """w at t."""
                return dense(t).reshape(self.shape)

            def watched(t: float, motion: Any = motion) -> Array:
                """What stands in the powers, positive so far."""
                pulls: Array = (sides * self._pulls(line, t, motion(t))[1]).ravel()
                return pulls

            halves = [begin, (begin + solver.t) / 2, solver.t]
            found = []
            for low, high in pairwise(halves):
                for j in np.flatnonzero(watched(high) < 0):
                    found.append((crossing(_entry(watched, int(j)), low, high), int(j)))
                if found:
                    break
            self._zeros(begin, min(found)[0] if found else solver.t, motion)
            self.path.pieces.append((begin, solver.t, motion))
            self.t, self.w = solver.t, motion(solver.t)
            if found:
                time, number = min(found)
                self.path.pieces[-1] = (begin, time, motion)
                self._switch(time, number // self.shape[1], number % self.shape[1])
                return

    def _zeros(self, begin: float, end: float, motion: Any) -> None:
        """Weights that pass 0, at q > 1 each g_k too: no power has to change for it, and the run goes on."""

        def watched(t: float) -> Array:
            """The weights, then g."""
            w = motion(t)
            found: Array = np.concatenate([w.ravel(), self.force.gradient(w.prod(1)) if self.r else []])
            return found

        crossed = np.flatnonzero(watched(begin) * watched(end) < 0)
        for time, j in sorted((crossing(_entry(watched, int(j)), begin, end), int(j)) for j in crossed):
            if j < self.w.size:
                self.path.log("weight-zero", time, *divmod(j, self.shape[1]))
            else:
                self.path.log("gradient-zero", time, j - self.w.size)

    def _switch(self, time: float, k: int, i: int) -> None:
        self.path.log("coupled-switch", time, k, i)
        words = f"dF/dw + alpha w of weight {i + 1} in coordinate {k + 1} vanishes"
        self.path.stop(f"{words}: beyond it the signed power is not followed", "natural")


def _entry(row: Callable[[float], Array], j: int) -> Callable[[float], float]:
    return lambda t: float(row(t)[j])
