"""The rest of a run where nothing moves any more: one step for all times to come, by an a priori enclosure.

still       no weight can move by rho_i before the end time: over the tube |w - w(now)| <= rho the speeds are below
            rho/(time left), so the solution does not leave the tube
converging  one coordinate, f convex in x, no decay: x runs monotonically to the minimiser x* and every |w_i|^q by as
            much as u, | |x*|^q - |x|^q | / min P' at most
descending  f = ||A x - b||^2/2, no decay: the way left is bounded by the height f - f* (`descending`)
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb, arb_poly, fmpq

from ...precision import bits
from ..problem import LeastSquares, Quadratic
from .arithmetic import BallArithmetic
from .checker import Enclosure, Step
from .descending import tail
from .vector_field import Flow, others, polynomial

REACH = 4  # rho is 2^-precision times this, relative to weights above 1,
SLOW = 2**40  # what moves faster than rho times this is not near its end
LOOSE = 2**18  # for q < 2, where the last steps are many: still below the digits asked for
WIDER = 16  # and this many times the radius that the state has already


def rest(flow: Flow, state: Enclosure, now: arb, bound: arb, precision: int, enough: arb | None = None) -> Step | None:
    """One step from `now` to `bound` that holds the state in a tube of about 2^-precision, or None.

    `enough`: for q < 2 the tube may be so wide where the way left is bounded, relative to weights above 1.
    """
    weights = state.balls()[: flow.size]
    with bits(precision):
        rho = reach(weights, precision)
        tube = [w + arb(0, r) for w, r in zip(weights, rho, strict=True)]
        left = (bound - now).upper()
        fastest, gains = _still(flow, tube, rho, now, bound, left)
        if gains is None and not flow.alpha:
            slow = bool(fastest < min(rho, key=float) * SLOW)
            gains = _converging(flow, weights, tube, rho) if slow else None
            if gains is None and (slow or flow.r < 1):
                wide = (
                    rho
                    if flow.r == 1
                    else [
                        (r * LOOSE).max(abs(w).max(arb(1)).lower() * (enough or 0))
                        for r, w in zip(rho, weights, strict=True)
                    ]
                )
                found = tail(flow, weights, [w + arb(0, r) for w, r in zip(weights, wide, strict=True)], wide)
                rho, gains = found or (rho, None)
    if gains is None:
        return None
    slack = tuple((w.rad() + r).upper() for w, r in zip(weights, rho, strict=True))
    core = [arb_poly([w.mid()]) for w in weights]
    passive = [arb_poly([0]) for _ in state.passive]
    lags = tuple(gains[: len(passive)])
    span = ((bound - now).upper() * (1 + arb(2) ** -20)).upper()
    totals = tuple(p + arb(0, lag) for p, lag in zip(state.passive, lags, strict=True))
    end = Enclosure(tuple(w.mid() + arb(0, s) for w, s in zip(weights, slack, strict=True)), arb(0), totals)
    return Step(now, 0, arb(span.mid()), core, passive, state.passive, slack, lags, end)


def reach(weights: Sequence[arb], precision: int) -> list[arb]:
    """The tube: how far a weight may still go and be taken for settled."""
    known = arb(0)
    for w in weights:
        known = known.max(w.rad())
    return [abs(w).max(arb(1)).upper() * REACH * arb(2) ** -precision + known * WIDER for w in weights]


def _still(
    flow: Flow, tube: Sequence[arb], rho: Sequence[arb], now: arb, bound: arb, left: arb
) -> tuple[arb, list[arb] | None]:
    """The largest speed over the tube; bounds of the gains, if none carries a weight out of it in the time left."""
    fastest, inside = arb(0), True
    power = fmpq(flow.r.numerator, flow.r.denominator)
    rows = flow.rows(tube)
    minors = [others(row) for row in rows]
    g = flow.gradient(flow.products(tube, minors), BallArithmetic())
    alpha = polynomial(flow.alpha, now.union(bound)) if flow.alpha else arb(0)
    sizes = [_power(v, power) for v in g]
    for k, row in enumerate(rows):
        for i, (w, minor) in enumerate(zip(row, minors[k], strict=True)):
            pull = _power(g[k] * minor + alpha * w, power) if flow.coupled else sizes[k] * _power(minor, power)
            speed = pull if flow.coupled else pull + abs(alpha * w).upper()
            fastest, inside = fastest.max(speed), inside and bool(speed * left < rho[k * flow.depth + i])
    return fastest, [(size * left).upper() for size in sizes] if inside else None


def _power(value: arb, r: fmpq) -> arb:
    top = abs(value).upper()
    return arb(0) if top == 0 else (top ** arb(r)).upper()


def _converging(flow: Flow, weights: Sequence[arb], tube: Sequence[arb], rho: Sequence[arb]) -> list[arb] | None:
    """One coordinate on its way to the minimiser of a parabola in x."""
    goal = minimiser(flow)
    if flow.n != 1 or goal is None or flow.coupled:
        return None
    q = arb(fmpq(flow.problem.q.numerator, flow.problem.q.denominator))
    x = flow.products(weights, [others(weights)])[0]
    low = [abs(w).lower() for w in tube]
    if not all(v > 0 for v in low) or not x * goal > 0:
        return None
    slope = sum((v**q for v in others(low)), arb(0)).lower()  # P' over the tube
    climb = abs(abs(goal) ** q - abs(x) ** q).upper() / slope
    moves = [climb / (q * v ** (q - 1) if not v < 1 else q * v) for v in low]  # v^{q-1} >= v below 1
    if not all(move < r for move, r in zip(moves, rho, strict=True)):
        return None
    return [(abs(goal - x) / slope).upper()]


def minimiser(flow: Flow) -> arb | None:
    """x* of one coordinate with a parabola; None where there is none."""
    match flow.problem.objective:
        case Quadratic(target):
            return arb(fmpq(target[0].numerator, target[0].denominator))
        case LeastSquares(A, b):
            curvature = sum(row[0] * row[0] for row in A)
            if curvature:
                x = sum((row[0] * c for row, c in zip(A, b, strict=True)), curvature * 0) / curvature
                return arb(fmpq(x.numerator, x.denominator))
    return None
