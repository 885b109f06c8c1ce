"""Zeros of w_i and g_k at q = 2, each looked for on its own polynomial.

g_k is the derivative of the passive integral int g_k dt, whose polynomial P_k is checked with the step:
|P_k' - s g_k| <= lag_k/length over the step, s the scale of time. Speeds are those of the true solution,
dx_k/dt = -|M_k|^2 g_k - L alpha x_k, M_k = dx_k/dw_k, and serve all components at once.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from flint import arb, arb_poly, ctx

from ...precision import bits
from ..trajectory import Event
from .arithmetic import BallArithmetic
from .checker import COARSE, Step
from .dual import Dual, DualArithmetic
from .events import Watch
from .vector_field import Name, others, polynomial

ROUNDS, INNER = 6, 100  # of Newton's method: with a new slope, and with the same
KNOWN = 4  # times the radius of the value that the zero's radius may cost


class OwnWatch(Watch):
    """The same events as `Watch`, for q = 2, at a cost per component that does not grow with n."""

    def look(self, step: Step, bound: arb) -> None:
        """Looks for zeros on the step, up to the time `bound`."""
        length = ((bound - step.start) * arb(2) ** step.scale).upper().min(step.length)
        self.motion = Motion(self, step)
        span, found = arb(0).union(length), list[Event]()
        with bits(COARSE):
            doubtful = [name for name in self.names if self.motion.value(name, span).contains(0)]
        self._find(step, doubtful, length, found)

    def _values(self, step: Step, name: Name, tau: arb) -> Dual:
        return _Lazy(self.motion, name, tau)

    def _newton(self, step: Step, name: Name, tau: arb) -> arb:
        for _ in range(ROUNDS):
            slope, whole = self.motion.slope(name, tau), tau
            for _ in range(INNER):
                value = self.motion.value(name, tau.mid())
                narrower = (tau.mid() - value / slope).intersection(tau)
                if not narrower.rad() * 2 < tau.rad():
                    break
                tau = narrower
            known = tau.rad() * abs(slope).lower() < value.rad() * KNOWN  # no slope would narrow it much
            if known or not tau.rad() * 2 < whole.rad():
                break
        return tau


class Motion:
    """The true solution on one step, component by component, from the checked polynomials."""

    def __init__(self, watch: Watch, step: Step):
        self.flow, self.step = watch.flow, step
        self.scale = arb(2) ** -step.scale
        self.g = [_with_slope(p.derivative() * (1 / self.scale)) for p in step.passive]
        self.core = [_with_slope(p) for p in step.core]
        self.g_slack = [(lag / step.length / self.scale).upper() for lag in step.passive_slack]
        self.known: dict[tuple[str, str, int], Sequence[arb]] = {}

    def value(self, name: Name, tau: arb) -> arb:
        """The named quantity over the ball tau."""
        kind, k, i = name
        if kind == "gradient":
            return _over(*self.g[k], tau) + arb(0, self.g_slack[k])
        j = k * self.flow.depth + i
        return _over(*self.core[j], tau) + arb(0, self.step.slack[j])

    def slope(self, name: Name, tau: arb) -> arb:
        """Its derivative by tau."""
        kind, k, i = name
        if kind == "gradient":
            return self._gradient_slopes(tau)[k] * self.scale
        row = [self.value(("weight", k, j), tau) for j in range(self.flow.depth)]
        speed = -self.value(("gradient", k, 0), tau) * others(row)[i] - self._alpha(tau) * row[i]
        return speed * self.scale

    def _alpha(self, tau: arb) -> arb:
        flow = self.flow
        return polynomial(flow.alpha, self.step.start + self.scale * tau) if flow.alpha else arb(0)

    def _gradient_slopes(self, tau: arb) -> Sequence[arb]:
        """dg/dt over the ball tau; kept, since the search for other components asks for the same balls."""
        key = (tau.lower().str(30, radius=False), tau.upper().str(30, radius=False), ctx.prec)
        if key not in self.known:
            flow, moving = self.flow, []
            alpha = self._alpha(tau) * flow.depth
            for k in range(flow.n):
                row = [self.value(("weight", k, i), tau) for i in range(flow.depth)]
                minors = others(row)
                x, lever = row[0] * minors[0], sum((m * m for m in minors), arb(0))
                moving.append(Dual(x, -lever * self.value(("gradient", k, 0), tau) - alpha * x))
            duals = flow.gradient(moving, DualArithmetic(BallArithmetic()))
            self.known[key] = [dual.slope for dual in duals]
        return self.known[key]


class _Lazy(Dual):
    """A value and its slope, each found when it is asked for."""

    def __init__(self, motion: Motion, name: Name, tau: arb):
        self.motion, self.name, self.tau = motion, name, tau

    @cached_property
    def value(self) -> arb:  # type: ignore[override]
        """The quantity over tau."""
        return self.motion.value(self.name, self.tau)

    @cached_property
    def slope(self) -> arb:  # type: ignore[override]
        """Its derivative by tau."""
        return self.motion.slope(self.name, self.tau)


def _with_slope(p: arb_poly) -> tuple[arb_poly, arb_poly]:
    return p, p.derivative()


def _over(p: arb_poly, slope: arb_poly, tau: arb) -> arb:
    """p over tau, as `evaluate`, and by Horner's rule."""
    middle = tau.mid()
    if tau.rad() == 0:
        return p(tau)
    return (p(middle) + slope(tau) * (tau - middle)).intersection(p(tau))
