"""A polynomial near a solution that is stiff, by collocation: P' = s F(P) at the nodes x_j = -cos(pi j/N), P(x_0) = y.

Where a g_k rests near a value that the other coordinates hold (q near 1), F' has an eigenvalue of -r |g_k|^{r-1} and
more: Taylor's recurrences then allow steps of some multiples of its inverse, the solution itself is smooth over far
longer ones. Newton's method in floats, then refined with residuals in balls; 2 s = 2^-scale is the length of the step.
What is stiff has forgotten where it came from: its equation at x_0 takes the place of P(x_0) = y.
Nothing here is trusted; the checker judges what comes out (C. Lanczos, Applied Analysis, 1956, chapter 7).
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import copy
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
from flint import arb, arb_mat, arb_poly
from threadpoolctl import threadpool_limits

from ....symbolic.errors import Undecided
from ...precision import bits
from .arithmetic import BallArithmetic, OutsideDomain
from .producer import Proposal
from .vector_field import Name, TimeField

NODES, FEWEST = 0.4, 0.2  # a bit: their number, and from how many on it is tried
LARGEST = 800  # unknowns of the linear system
BASIS = 3  # bits that going from values at nodes to coefficients costs, for each node
ROUNDS, REFINED = 12, 12  # of Newton's method in floats, and with residuals in balls
CLOSE = 1e-9  # a relative change in floats after which balls take over
FALL = 0.1  # of |v|^r, of a base v, that remains in one round at least
STIFF = 200.0  # a component that the step is so many times its time of relaxation need not start at y, but smooth
TINY = 1e-100  # the step into the complex plane that gives F'


class FloatArithmetic:
    """NumPy arrays, one entry for each node; complex ones give derivatives."""

    def power(self, base: np.ndarray, exponent: Fraction) -> np.ndarray:
        if not (np.real(base) > 0).all():
            raise OutsideDomain("a base that is not positive")
        return base ** float(exponent)

    def exp(self, exponent: np.ndarray) -> np.ndarray:
        return np.exp(exponent)

    def inverse(self, divisor: np.ndarray) -> np.ndarray:
        return 1 / divisor

    def share(self, margin: np.ndarray) -> np.ndarray:
        return 1 / (1 + np.exp(margin))

    def combine(self, coefficients: Sequence[arb], elements: Sequence[np.ndarray], shift: arb) -> np.ndarray:
        return sum((e * float(c) for c, e in zip(coefficients, elements, strict=True)), np.array(float(shift)))

    def transform(self, matrix: arb_mat, elements: Sequence[np.ndarray], shifts: Sequence[arb]) -> list[np.ndarray]:
        """M e + s."""
        rows = matrix.tolist()
        return [self.combine(row, elements, shift) for row, shift in zip(rows, shifts, strict=True)]


@dataclass(frozen=True)
class _Rough:
    """Values at the nodes, the inverse of the linear system solved there, the components' sizes, which start at y."""

    values: np.ndarray
    solver: np.ndarray
    sizes: np.ndarray
    fixed: np.ndarray


@dataclass(frozen=True)
class Nodes:
    """x_0 .. x_N, the matrices of derivatives at them and of coefficients from values, in balls and in floats."""

    x: list[arb]
    slopes: arb_mat
    coefficients: arb_mat
    floats: np.ndarray


def degree(field: TimeField, precision: int) -> int:
    """N."""
    return min(max(12, int(precision * NODES)), LARGEST // field.core)


@lru_cache(maxsize=16)
def nodes(size: int, precision: int) -> Nodes:
    """The N = `size` nodes beside x_0 = -1."""
    with bits(precision):
        x = [(-(arb.pi() * j / size).cos()).mid() for j in range(size + 1)]
        x[0], x[size] = arb(-1), arb(1)
        powers = [[v**k for k in range(size + 1)] for v in x]
        inverse = arb_mat(powers).inv().mid()
        turned = [[arb(0), *(row[k - 1] * k for k in range(1, size + 1))] for row in powers]
        slopes = (arb_mat(turned) * inverse).mid()
    floats = np.array([[float(v) for v in row] for row in slopes.tolist()])
    return Nodes(x, slopes, inverse, floats)


class Collocation:
    """Proposes steps of a field in time; `bits` to compute with, `order` the degree at most."""

    @staticmethod
    def fits(field: TimeField, precision: int) -> bool:
        """Whether the linear system is small enough to be solved as a whole."""
        return field.flow.r < 1 and degree(field, precision) >= FEWEST * precision

    def __init__(self, field: TimeField, precision: int):
        self.field, self.precision = field, precision
        self.size = degree(field, precision)
        self.bits = precision + BASIS * self.size
        self.nodes = nodes(self.size, self.bits)
        flow = copy(field.flow)
        flow.alpha = [float(c) for c in flow.alpha]  # type: ignore[misc]
        self.rough = TimeField(flow, field.signs)

    def propose(self, time: arb, start: Sequence[arb], scale: int) -> Proposal | None:
        """A step of length 2^-scale from `start`; None where Newton's method does not find one."""
        try:
            with np.errstate(all="ignore"), threadpool_limits(1):
                rough = self._newton(float(time.mid()), np.array([float(v) for v in start]), scale)
            return self._refined(time, start, scale, rough)
        except (OutsideDomain, Undecided, np.linalg.LinAlgError, OverflowError):
            return None

    def _newton(self, time: float, start: np.ndarray, scale: int) -> _Rough:
        """The solution in floats."""
        half, count, width = 0.5 * 2.0**-scale, self.size + 1, len(start)
        times = time + half * (1 + np.array([float(v) for v in self.nodes.x]))
        D, Y = self.nodes.floats, np.tile(start, (count, 1))
        signed = [i for i, name in enumerate(self._names()) if self.rough.signs.get(name, 0)]
        exponents = np.array([float(self.field.flow.r) if i >= self.field.flow.size else 1.0 for i in signed])
        fixed = None
        for _ in range(ROUNDS):
            sizes = np.abs(Y).max(0)
            sizes[sizes == 0] = 1
            F, J = self._slopes(times, Y)
            if fixed is None:
                fixed = np.flatnonzero(-2 * half * np.diagonal(J[0]) < STIFF)
            residual = D @ Y - half * F
            system = np.kron(D, np.eye(width))
            for j in range(count):
                rows = slice(j * width, (j + 1) * width)
                system[rows, rows] -= half * J[j] * sizes[None, :] / sizes[:, None]
            system[fixed, :] = 0
            system[fixed, fixed] = 1
            residual[0, fixed] = Y[0, fixed] - start[fixed]
            change = -np.linalg.solve(system, (residual / sizes).ravel()).reshape(Y.shape) * sizes
            if not np.isfinite(change).all():
                break
            new = Y + change
            ratio = 1 + exponents * change[:, signed] / Y[:, signed]  # in |v|^r, in which what is stiff is linear
            new[:, signed] = Y[:, signed] * np.maximum(ratio, FALL) ** (1 / exponents)
            done = np.abs((new - Y) / sizes).max() < CLOSE
            Y = new
            if done:
                return _Rough(Y, np.linalg.inv(system), sizes, fixed)
        raise OutsideDomain("Newton's method does not converge")

    def _names(self) -> list[Name]:
        """The name of every component of the state."""
        flow = self.field.flow
        weights: list[Name] = [("weight", k, i) for k in range(flow.n) for i in range(flow.depth)]
        return weights + [("gradient", k, 0) for k in range(flow.n)] * flow.extended

    def _slopes(self, times: np.ndarray, Y: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """F and F' at every node: F(y + i h e_k) = F(y) + i h F'(y) e_k."""
        count, size = Y.shape
        moved = list(np.tile(Y.T[:, None, :], (1, size + 1, 1)).astype(complex))
        for k in range(size):
            moved[k][k + 1] += 1j * TINY
        rates = self.rough.rates(times, moved, FloatArithmetic())[: self.field.core]
        whole = np.stack([v * np.ones((size + 1, count)) for v in rates])  # component, direction, node
        return whole[:, 0, :].real.T, whole[:, 1:, :].imag.transpose(2, 0, 1) / TINY

    def _refined(self, time: arb, start: Sequence[arb], scale: int, rough: _Rough) -> Proposal:
        """The polynomials, after corrections with residuals in balls."""
        sizes, fixed = rough.sizes, rough.fixed
        with bits(self.bits):
            half, width = arb(2) ** (-scale - 1), len(start)
            times = [time.mid() + half * (1 + v) for v in self.nodes.x]
            values = [[arb(float(v)) for v in row] for row in rough.values]
            for i in fixed:
                values[0][i] = start[i]
            Y, last = arb_mat(values), float("inf")
            for _ in range(REFINED):
                rates = [self.field.rates(t, row, BallArithmetic()) for t, row in zip(times, Y.tolist(), strict=True)]
                F = arb_mat([row[:width] for row in rates])
                residual = (self.nodes.slopes * Y - F * half).tolist()
                floats = np.array([[float(v.mid()) / s for v, s in zip(row, sizes, strict=True)] for row in residual])
                floats[0, fixed] = 0
                change = -(rough.solver @ floats.ravel()).reshape(floats.shape)
                change[0, fixed] = 0
                size = float(np.abs(change).max())
                if size < 2.0**-self.precision or not size < last / 2:
                    break
                last = size
                Y += arb_mat([[arb(float(c)) * float(s) for c, s in zip(row, sizes, strict=True)] for row in change])
                Y = Y.mid()
            outer = arb_poly([-1, 2])
            found = self.nodes.coefficients * Y
            core = [_exact(arb_poly([row[i] for row in found.tolist()])(outer)) for i in range(width)]
            gains = (self.nodes.coefficients * arb_mat([row[width:] for row in rates])).tolist()
            passive = []
            for k in range(self.field.passive):
                rate = arb_poly([row[k] for row in gains])(outer) * (2 * half)
                passive.append(_exact(rate.integral()))
        return Proposal(scale, arb(1), core, passive, centred=True)


def _exact(p: arb_poly) -> arb_poly:
    return arb_poly([c.mid() for c in p.coeffs()])
