"""w_i' = (1 - eta alpha) w_i - eta D_i with D_i = g X_i (q = 2) or sign(g X_i) (q = 1), X_i = prod_{j != i} w_j.

Coupled decay puts alpha w_i inside: D_i = g X_i + alpha w_i, or its sign. sign(0) = 0. Weights are rational while they
are short, then balls; at q = 1 they stay rational whatever the objective, since only signs are needed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal, TypeAlias

from flint import arb, ctx, fmpq

from ...symbolic.errors import InputError, Undecided, several
from ..flow.problem import LeastSquares, Linear, Logistic, Matrix, Objective, Quadratic, coordinates
from ..numbers import Number
from ..precision import bits, from_digits

State: TypeAlias = tuple[tuple[Number, ...], ...]
Gradient: TypeAlias = Callable[[list[Number]], list[Number]]

LONGEST = 6000  # bits of a rational weight; beyond, balls
MOST_SIGN_BITS = 20_000
LARGEST = 10**1000
ATTEMPTS = 4
GUARD_BITS = 60


@dataclass(frozen=True)
class Descent:
    """q = 1 or 2, eta > 0, the start, f, alpha >= 0 and where it acts, the number of steps."""

    q: int
    eta: Fraction
    weights: Matrix
    objective: Objective
    steps: int
    alpha: Fraction = Fraction(0)
    kind: Literal["decoupled", "coupled"] = "decoupled"

    def __post_init__(self) -> None:
        if self.q not in (1, 2):
            raise InputError("q", self.q, "1 is sign descent, 2 gradient descent; nothing between is rational")
        if self.eta <= 0:
            raise InputError("step", self.eta, "the step is a number > 0")
        if self.alpha < 0:
            raise InputError("decay", self.alpha, "weight decay is a number >= 0")
        if any(len(row) != len(self.weights[0]) for row in self.weights) or len(self.weights[0]) < 2:
            raise InputError("weights", self.weights, "give every coordinate the same number of weights, at least 2")
        if coordinates(self.objective) != len(self.weights):
            wanted = f"give a row for each coordinate of the objective: it has {coordinates(self.objective)}"
            raise InputError("weights", several(len(self.weights), "row"), wanted)


@dataclass
class Run:
    """The states 0, 1, ..., the gradients at each but the last (at q = 1 their signs), and why it ended early."""

    task: Descent
    states: list[State] = field(default_factory=list)
    drives: list[tuple[Number, ...]] = field(default_factory=list)
    reason: str = ""
    precision: int = 0

    @property
    def exact(self) -> int:
        """The number of states that are rational."""
        return sum(all(isinstance(w, fmpq) for row in state for w in row) for state in self.states)


def descend(task: Descent, digits: int = 20) -> Run:
    """The run, with balls of about `digits` digits where rationals grow too long."""
    precision = from_digits(digits) + GUARD_BITS
    run = Run(task)
    for _ in range(ATTEMPTS):
        with bits(precision):
            run = _run(task, precision)
            if all(_narrow(w, digits) for row in run.states[-1] for w in row):
                break
        precision *= 3
    return run


def _run(task: Descent, precision: int) -> Run:
    run = Run(task, [tuple(tuple(_q(w) for w in row) for row in task.weights)], precision=precision)
    gradient = _gradient(task.objective)
    for n in range(task.steps):
        state = run.states[-1]
        try:
            drive = _drive(task, gradient, [product(row) for row in state])
        except Undecided as error:
            run.reason = f"step {n + 1}: {error}"
            break
        after = tuple(step(task, row, g) for row, g in zip(state, drive, strict=True))
        if task.q == 2:
            after = tuple(tuple(_shortened(w) for w in row) for row in after)
        if any(not abs(w) < LARGEST for row in after for w in row):
            run.reason = f"step {n + 1}: a weight is not below 1e1000 in size: the descent diverges"
            break
        run.drives.append(tuple(drive))
        run.states.append(after)
    return run


def step(task: Descent, row: Sequence[Number], g: Number) -> tuple[Number, ...]:
    """One step of one coordinate; g is its gradient component (at q = 1 only the sign of it matters)."""
    eta, alpha = _q(task.eta), _q(task.alpha)
    pulls = [g * x for x in others(row)]
    if task.kind == "coupled":
        pulls = [d + alpha * w for d, w in zip(pulls, row, strict=True)]
    rho = fmpq(1) if task.kind == "coupled" else 1 - eta * alpha
    moves = [sign(d) for d in pulls] if task.q == 1 else pulls
    return tuple(rho * w - eta * d for w, d in zip(row, moves, strict=True))


def _drive(task: Descent, gradient: Gradient, x: list[Number]) -> list[Number]:
    """g, or at q = 1 without coupled decay its signs."""
    if task.q == 2:
        return gradient(x)
    logistic = isinstance(task.objective, Logistic)
    if logistic and task.kind == "coupled" and task.alpha:
        raise Undecided(
            "the logistic gradient is irrational: coupled sign descent needs it exactly; decouple the decay"
        )
    if not logistic:
        g = gradient(x)
        return g if task.kind == "coupled" else [fmpq(sign(v)) for v in g]
    absent = [all(row[k] == 0 for row in task.objective.X) for k in range(len(x))]  # type: ignore[union-attr]
    precision = ctx.prec
    while precision <= MOST_SIGN_BITS:
        with bits(precision):
            g = gradient(x)
            if all(none or v > 0 or v < 0 for none, v in zip(absent, g, strict=True)):
                return [fmpq(0 if none else 1 if v > 0 else -1) for none, v in zip(absent, g, strict=True)]
        precision *= 3
    raise Undecided("the sign of a gradient component is not decided")


def _gradient(objective: Objective) -> Gradient:
    """x to grad f(x), exact for exact x save for the logistic loss."""
    match objective:
        case Linear(G):
            return lambda x: [_q(v) for v in G]
        case Quadratic(T):
            return lambda x: [a - _q(v) for a, v in zip(x, T, strict=True)]
        case LeastSquares(A, b):
            rows, sides = [[_q(v) for v in row] for row in A], [_q(v) for v in b]
            return lambda x: _transposed(
                rows, [_dot(row, x) - side for row, side in zip(rows, sides, strict=True)], len(x)
            )
        case Logistic(X, y):
            signed = [[_q(label * v) for v in row] for row, label in zip(X, y, strict=True)]
            return lambda x: _transposed(signed, [-1 / (1 + arb(_dot(z, x)).exp()) for z in signed], len(x))


def _transposed(rows: list[list[fmpq]], values: list[Number], n: int) -> list[Number]:
    return [_dot([row[k] for row in rows], values) for k in range(n)]


def _dot(row: Sequence[Number], x: Sequence[Number]) -> Number:
    total: Number = fmpq(0)
    for a, v in zip(row, x, strict=True):
        total = total + a * v
    return total


def product(row: Sequence[Number]) -> Number:
    """w_1 ... w_L."""
    value: Number = fmpq(1)
    for w in row:
        value = value * w
    return value


def others(row: Sequence[Number]) -> list[Number]:
    """X_i = prod_{j != i} w_j, without division."""
    before: list[Number] = [fmpq(1)]
    for w in row[:-1]:
        before.append(before[-1] * w)
    after: Number = fmpq(1)
    found: list[Number] = []
    for w, left in zip(reversed(row), reversed(before), strict=True):
        found.append(left * after)
        after = after * w
    return found[::-1]


def sign(v: Number) -> int:
    """-1, 0 or 1. Errors: Undecided for a ball around 0."""
    if v > 0:
        return 1
    if v < 0:
        return -1
    if v == 0:
        return 0
    raise Undecided("a sign is not decided")


def _shortened(w: Number) -> Number:
    if isinstance(w, fmpq) and max(w.p.height_bits(), w.q.height_bits()) > LONGEST:
        return arb(w)
    return w


def _narrow(w: Number, digits: int) -> bool:
    return isinstance(w, fmpq) or bool(w.rad() * arb(10) ** digits <= abs(w.mid()).max(arb(1)))


def _q(value: Fraction | int) -> fmpq:
    return fmpq(value) if isinstance(value, int) else fmpq(value.numerator, value.denominator)
