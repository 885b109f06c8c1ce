"""What the theorems say of a trajectory, measured on certified ones: each law as a residual that must enclose 0.

  balance      D_t - D_0 exp(-q int_0^t alpha),            D = |w_i|^q - |w_1|^q
  mirror flow  R'(x_t) - R'(x_0) + int_0^t <g>^{q-1} ds    (no decay)
  metric       dx/dt + P'(u) <g>^{q-1} + alpha L x         (decoupled)
  regularizer  R'' dx/dt + <g>^{q-1} + alpha M'(x)         (balanced; M' by difference quotients of M)
               R'' dx/dt + <g + alpha M'(x)>^{q-1}         (balanced, coupled)

The weights come from the integrator, R' and R'' from quadrature: neither knows the formulas. A residual is divided by
the sum of the sizes of its terms. Its ball must contain 0 and be narrow, so that a wide ball cannot pass.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from flint import arb

from ..balls import ball, power
from ..flow.integrate import integrate
from ..flow.problem import Decay, LeastSquares, Linear, Objective, Problem, Quadratic
from ..flow.trajectory import State, Trajectory
from ..potential.mirror import Mirror
from ..precision import bits

SECOND = 17  # digits more in the repetition of every run


@dataclass(frozen=True)
class Measured:
    """The largest |residual|/scale that the balls allow, how many residuals there were, and whether each enclosed 0."""

    law: str
    largest: arb
    count: int
    holds: bool
    reason: str = ""

    def __str__(self) -> str:
        return f"{self.law}: {self.count} residuals, at most {self.largest.str(2, radius=False)} of their terms"


Residual = tuple[arb, arb]  # the residual, and the sizes of its terms added
Law = Callable[[Problem, Trajectory, Fraction], Iterable[Residual]]


def measure(law: Law, problems: Sequence[Problem], digits: int, times: int = 4) -> Measured:
    """The law at `times` times of each trajectory, integrated at two precisions that must agree."""
    largest, count, reason = arb(0), 0, ""
    for problem in problems:
        run, again = trajectory(problem, digits), trajectory(problem, digits + SECOND)
        for t in sample_times(run, again, times):
            with bits(again.precision):
                if not _overlap(run.state(t), again.state(t)):
                    reason = f"two precisions disagree at t = {t}"
                for residual, scale in law(problem, again, t):
                    count += 1
                    if not (residual.is_finite() and residual.contains(0)):
                        reason = f"residual {residual.str(10)} at t = {float(t):.6g}"
                    largest = largest.max(arb(abs(residual).upper()) / scale)
    with bits(128):
        narrow = largest < arb(10) ** -(digits // 2)
    if not narrow and not reason:
        reason = f"the balls are too wide: {largest.str(3)}"
    return Measured(law.__name__.replace("_", " "), largest, count, not reason and count > 0, reason)


trajectory = lru_cache(maxsize=64)(integrate)


def sample_times(run: Trajectory, again: Trajectory, count: int) -> list[Fraction]:
    """`count` exact times up to the common end of two runs."""
    with bits(64):
        end = min(float(run.end.lower()), float(again.end.lower()))
    last = Fraction(int(end * 10**6), 10**6)
    return [last * j / count for j in range(1, count + 1)]


def _overlap(one: State, other: State) -> bool:
    return all(v.overlaps(w) for a, b in zip(one, other, strict=True) for v, w in zip(a, b, strict=True))


def balance(problem: Problem, run: Trajectory, t: Fraction) -> Iterable[Residual]:
    """D_t - D_0 exp(-q int_0^t alpha) for the pairs (w_1, w_i) of every coordinate."""
    factor = (-ball(problem.q * total_decay(problem.decay, t))).exp()
    for before, after in zip(problem.weights, run.state(t), strict=True):
        start, now = ([power(abs(ball(w)), problem.q) for w in row] for row in (before, after))
        for i in range(1, problem.depth):
            yield (now[i] - now[0]) - (start[i] - start[0]) * factor, now[i] + now[0]


def mirror_flow(problem: Problem, run: Trajectory, t: Fraction) -> Iterable[Residual]:
    """R'(x_t) - R'(x_0) + int_0^t <g>^{q-1} ds for every coordinate, Lambda from the start."""
    for before, after, gain in zip(problem.weights, run.state(t), run.gain(t), strict=True):
        mirror = Mirror.from_invariants(problem.q, invariants(problem.q, before))
        now, start = mirror.map(product(after)), mirror.map(product([ball(w) for w in before]))
        yield now - start + gain, abs(now) + abs(start) + abs(gain)


def metric(problem: Problem, run: Trajectory, t: Fraction) -> Iterable[Residual]:
    """dx/dt + <g>^{q-1}/R'' + alpha L x, with dx/dt by the product rule from the weights' own rates."""
    alpha = decay_at(problem.decay, t)
    for before, after, g in moving(problem, run, t):
        x, speed = product(after), x_rate(problem, after, g, alpha)
        kept = invariants(problem.q, after, before)
        pull = signed(g, problem.q - 1) / Mirror.from_invariants(problem.q, kept).metric(x)
        drift = alpha * problem.depth * x
        yield speed + pull + drift, abs(speed) + abs(pull) + abs(drift)


def regularizer(problem: Problem, run: Trajectory, t: Fraction) -> Iterable[Residual]:
    """The decayed flow as a mirror flow, on balanced runs, decoupled or coupled.

    M' lies between two difference quotients, as M is convex or concave; coupled M is the penalty (1/2) sum w_i^2.
    """
    alpha = decay_at(problem.decay, t)
    mirror = Mirror(problem.q, problem.depth, ())
    coupled = problem.decay.kind == "coupled"
    M = mirror.coupled_regularizer if coupled else mirror.regularizer
    step = arb(2) ** -(run.precision // 2)
    for _, after, g in moving(problem, run, t):
        x, speed = product(after), x_rate(problem, after, g, alpha)
        slope = ((M(x) - M(x - step)) / step).union((M(x + step) - M(x)) / step)
        drive = signed(g + alpha * slope, problem.q - 1) if coupled else signed(g, problem.q - 1) + alpha * slope
        motion = mirror.metric(x) * speed
        yield motion + drive, abs(motion) + abs(drive)


def moving(problem: Problem, run: Trajectory, t: Fraction) -> Iterable[tuple[Sequence[Fraction], Sequence[arb], arb]]:
    """Weights at 0 and at t, and g, of the coordinates whose sign of g is known where it matters (q = 1: not
    sliding)."""
    x = [product(row) for row in run.state(t)]
    for before, after, g in zip(problem.weights, run.state(t), gradient(problem.objective, x), strict=True):
        if problem.q > 1 or not g.contains(0):
            yield before, after, g


def product(factors: Sequence[arb]) -> arb:
    """w_1 w_2 ... w_L."""
    value = arb(1)
    for factor in factors:
        value *= factor
    return value


def signed(base: arb, exponent: Fraction) -> arb:
    """<a>^r = sign(a)|a|^r, with <0>^0 = [-1, 1] where the sign is not known (the joint convention)."""
    if base > 0:
        return power(base, exponent)
    if base < 0:
        return -power(-base, exponent)
    if exponent == 0:
        return arb(0, 1)
    largest = power(arb(abs(base).upper()), exponent)
    return (-largest).union(largest)


def invariants(q: Fraction, weights: Sequence[Fraction | arb], order: Sequence[Fraction] | None = None) -> list[arb]:
    """Lambda_i = |w_i|^q - min_j |w_j|^q; ties of `order` (exact; the weights themselves by default) give an exact
    0."""
    exact = [abs(w) for w in (order if order is not None else weights)]
    least = exact.index(min(exact))
    sizes = [power(abs(ball(w)), q) for w in weights]
    return [arb(0) if e == exact[least] else s - sizes[least] for e, s in zip(exact, sizes, strict=True)]


def x_rate(problem: Problem, weights: Sequence[arb], g: arb, alpha: arb) -> arb:
    """dx/dt = sum_i (prod_{j != i} w_j) dw_i/dt, by the flow's own definition for either kind of decay."""
    total, r = arb(0), problem.q - 1
    for i, w in enumerate(weights):
        others = product([*weights[:i], *weights[i + 1 :]])
        if problem.decay.kind == "coupled":
            total -= others * signed(g * others + alpha * w, r)
        else:
            total -= others * (signed(g * others, r) + alpha * w)
    return total


def gradient(objective: Objective, x: Sequence[arb]) -> list[arb]:
    """grad f(x), component by component."""
    match objective:
        case Linear(slope):
            return [ball(c) for c in slope]
        case Quadratic(target):
            return [z - ball(c) for z, c in zip(x, target, strict=True)]
        case LeastSquares(A, b):
            pulls = [_dot(row, x) - ball(value) for row, value in zip(A, b, strict=True)]
            rows = A
        case _:
            rows = objective.X
            pulls = [-ball(y) / (1 + (ball(y) * _dot(row, x)).exp()) for row, y in zip(rows, objective.y, strict=True)]
    return [_dot([row[k] for row in rows], pulls) for k in range(len(x))]


def _dot(coefficients: Sequence[Fraction], values: Sequence[arb]) -> arb:
    return sum((ball(c) * v for c, v in zip(coefficients, values, strict=True)), arb(0))


def decay_at(decay: Decay, t: Fraction) -> arb:
    """alpha(t)."""
    coefficients = [c for start, c in decay.pieces if start <= t][-1]
    return ball(sum((c * t**k for k, c in enumerate(coefficients)), Fraction(0)))


def total_decay(decay: Decay, t: Fraction) -> Fraction:
    """int_0^t alpha, exactly."""
    total = Fraction(0)
    ends = [*(start for start, _ in decay.pieces[1:]), t]
    for (start, coefficients), end in zip(decay.pieces, ends, strict=True):
        low, high = min(start, t), min(end, t)
        total += sum(
            (c * (high ** (k + 1) - low ** (k + 1)) / (k + 1) for k, c in enumerate(coefficients)), Fraction(0)
        )
    return total
