"""The flow in the variable sigma = |v|^{1/b}, r = a/b, in which the zero of a named quantity v is regular (Henon's
trick).

v = s sigma^b and <v>^r = s sigma^a, hence dt/dsigma = s b sigma^{b-1} / (dv/dt). Where dv/dt itself carries sigma^c the
powers cancel first: c = a for a gradient component that no other coordinate moves (arrival), c = a (k - 1) for k equal
weights, c = a (2 k - 1) where g = H x vanishes with them: |g|^r = H^r sigma^{a k} prod_untied |w_j|^r.
The event is sigma = 0 exactly. (M. Henon, On the numerical computation of Poincare maps, 1982.)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod

from flint import arb

from .arithmetic import Arithmetic, Element
from .dual import Dual, DualArithmetic
from .vector_field import Flow, Name, Signed, ball, polynomial, signed_power


class PivotField:
    """y = (the flow's state, t) as functions of tau, sigma = start + direction tau; direction -1 goes to the event.

    Arguments: the flow; the signs of all named quantities on this piece; the names that vanish together (one, or equal
    weights of one coordinate, or gradient components g_k = c_k v that are multiples of the first, v); `alone`: v is a
    gradient component of which all others are multiples, without decay.
    """

    def __init__(
        self,
        flow: Flow,
        signs: Mapping[Name, int],
        pivots: Sequence[Name],
        start: arb,
        direction: int,
        alone: bool = False,
    ):
        self.flow, self.signs, self.pivots = flow, signs, tuple(pivots)
        self.start, self.direction, self.alone = start, direction, alone
        self.core, self.passive = flow.width + 1, 0 if flow.coupled else flow.n
        self.a, self.b = flow.r.numerator, flow.r.denominator
        tied, exponent = len(self.pivots), arb(self.a) / self.b
        weight = self.pivots[0][0] == "weight"
        self.curvature = flow.pulled_to_zero if weight else None
        self.cancelled = self.a * (alone if not weight else tied - 1 if self.curvature is None else 2 * tied - 1)
        self.factors = dict(self.signs)  # <g_k>^r = <c_k>^r |v|^r
        for name in () if weight else self.pivots:
            if (c := abs(flow.multiples[name[1]][1])) != 1:
                self.factors[name] = ball(c) ** exponent * signs[name]

    def rates(self, tau: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """dw/dtau, dt/dtau, then the gains' rates."""
        sigma = tau * self.direction + self.start
        weights, time = list(state[:-1]), state[-1]
        usual = signed_power(self.flow.r, self.signs, arithmetic)
        high = power(sigma, self.a)

        def signed(name: Name, value: Element) -> Element:
            if name[0] == "gradient" and self.curvature is not None:
                return power(sigma, self.a * len(self.pivots)) * self._untied(sigma, weights, usual, 1) * self._pull()
            if name not in self.pivots:
                return usual(name, value)
            return value * 0 + self.factors[name] if self.alone else high * self.factors[name]

        speeds, gains = self.flow.motion(time, weights, arithmetic, signed, self.alone)
        kind, k, i = self.pivots[0]
        if self.curvature is not None:
            velocity = -self._untied(sigma, weights, usual, 2) * (abs(self._pull()) * self.signs[self.pivots[0]])
        elif kind == "weight" and len(self.pivots) > 1:
            velocity = self._tied_velocity(sigma, time, weights, gains[k], usual, arithmetic)
        elif kind == "weight":
            velocity = speeds[k * self.flow.depth + i]
        elif kind == "gradient" and self.flow.extended:
            velocity = speeds[self.flow.size + k]
        else:
            velocity = self._velocity(time, weights, speeds, arithmetic)
        factor = self.b * self.direction * self.signs[self.pivots[0]]
        clock = arithmetic.inverse(velocity) * factor
        if self.b - 1 > self.cancelled:
            clock = clock * power(sigma, self.b - 1 - self.cancelled)
        pace = clock * high if self.alone else clock  # all that moves was taken without its factor sigma^a
        return [pace * v for v in speeds] + [clock] + [pace * v for v in gains]

    def _pull(self) -> arb:
        """H^r with the sign of x."""
        assert self.curvature is not None
        size = ball(self.curvature) ** (arb(self.a) / self.b)
        return size * prod(self.signs[("weight", 0, i)] for i in range(self.flow.depth))

    def _untied(self, sigma: Element, weights: Sequence[Element], usual: Signed, times: int) -> Element:
        """prod |w_j|^{r times} over the weights that do not vanish; 1 if there are none."""
        value = sigma * 0 + 1
        for j in range(self.flow.depth):
            name = ("weight", 0, j)
            if name not in self.pivots:
                size = usual(name, weights[j]) * self.signs[name]
                value = (size if times == 1 else size * size) * value
        return value

    def _velocity(
        self, time: Element, weights: Sequence[Element], speeds: Sequence[Element], arithmetic: Arithmetic
    ) -> Element:
        """dv/dt of the gradient component or pull v along the flow."""
        if self.pivots[0][0] == "gradient":
            return self.flow.gradient_speeds(weights, speeds, arithmetic)[self.pivots[0][1]]
        moving = [Dual(w, v) for w, v in zip(weights, speeds, strict=True)]
        return self.flow.quantity(self.pivots[0], Dual(time, 1), moving, DualArithmetic(arithmetic)).slope

    def _tied_velocity(
        self, sigma: Element, time: Element, weights: Sequence[Element], gain: Element, usual, arithmetic: Arithmetic
    ) -> Element:
        """dw_i/dt / sigma^c = -<g>^r (signs of the tied others) prod_untied <w>^r - alpha s sigma^{b-c}."""
        k = self.pivots[0][1]
        value = -gain
        for j in range(self.flow.depth):
            name = ("weight", k, j)
            if name not in self.pivots:
                value = value * usual(name, weights[k * self.flow.depth + j])
            elif name != self.pivots[0]:
                value = value * self.signs[name]
        if not self.flow.alpha:
            return value
        drift = polynomial(self.flow.alpha, time) * power(sigma, self.b - self.cancelled)
        return value - drift * self.signs[self.pivots[0]]


def power(base: Element, exponent: int) -> Element:
    """base^exponent for an integer exponent >= 1."""
    half = base if exponent == 1 else power(base, exponent // 2)
    if exponent == 1:
        return half
    square = half * half
    return square * base if exponent % 2 else square


def reachable(r: Fraction, tied: int) -> bool:
    """Whether `tied` equal weights reach 0 in finite time (and leave it again): (tied - 1) r < 1."""
    return (tied - 1) * r < 1
