"""Step polynomials corrupted by one coefficient: p~ = p + c tau^k at every step, for c from 1e-10 to 1e-60, and the
powers and inverses proposed with them.

The true solution lies within `slack` of the honest p (the checker's own statement at c = 0), so the corrupted step must
be
refused, or  |p~ - p|(tau) <= slack~ + slack  all over the step and  |p~ - p|(h) <= radius~ + radius  at its end.
What breaks this is counted as `not covered`: it must be 0.

  sharp   the largest |p~ - p|(h) / (radius~ + radius) seen: near 1 means that the radius is no wider than the
          corruption asks
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction as F

from flint import arb, arb_poly, fmpz_poly

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Logistic, Problem, Quadratic, constant_decay
from steepest_mirror.numeric_checks.flow.smooth.arithmetic import BallArithmetic
from steepest_mirror.numeric_checks.flow.smooth.checker import Enclosure, Step, check
from steepest_mirror.numeric_checks.flow.smooth.pivot_field import PivotField
from steepest_mirror.numeric_checks.flow.smooth.producer import Proposal
from steepest_mirror.numeric_checks.flow.smooth.stepper import GUARD_BITS, TERMS, Stepper
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Field, Flow, Name, TimeField, ball
from steepest_mirror.numeric_checks.precision import bits, from_digits

SEED = 20260312
DIGITS = 50
SIZES = ("1e-10", "1e-20", "1e-30", "1e-40", "1e-50", "1e-60")
INSIDE = 8  # times of a step at which p~ and p are compared


class Noting(Stepper):
    """A stepper that keeps what it handed to the checker last."""

    tried: Proposal

    def _checked(self, proposal: Proposal) -> Step | None:
        self.tried = proposal
        return super()._checked(proposal)


@dataclass(frozen=True)
class Handed:
    """A step and what the checker was handed for it."""

    field: Field
    before: Enclosure
    step: Step
    proposal: Proposal
    terms: int


@dataclass
class Row:
    """What became of the corruptions of one size."""

    refused: int = 0
    covered: int = 0
    missed: int = 0
    sharp: float = 0.0


def three(q: F, decay: F = F(0)) -> Problem:
    """L = 3, f = (x - 1)^2/2."""
    return Problem(q, ((F(3, 10), F(6, 10), F(9, 10)),), Quadratic((F(1),)), F(5), constant_decay(decay))


PAIR = LeastSquares(((F(1), F(1, 2)), (F(-1, 3), F(1))), (F(1), F(1, 3)))
LABELS = Logistic(((F(1), F(2)), (F(-1), F(1, 2))), (F(1), F(-1)))
TWO = ((F(3, 10), F(6, 10)), (F(1, 5), F(1, 2)))
TEN = LeastSquares(tuple(tuple(F(i == j) + F(i + j, 99) for j in range(10)) for i in range(10)), (F(3, 2),) * 10)

PROBLEMS: dict[str, tuple[Problem, F]] = {  # and the time at which it ends
    "q = 2, L = 3": (three(F(2)), F(5)),
    "q = 2, L = 3, decay": (three(F(2), F(1, 5)), F(5)),
    "q = 2, logistic, n = 2": (Problem(F(2), TWO, LABELS, F(3)), F(3)),
    "q = 3/2, L = 3": (three(F(3, 2)), F(9, 10)),
    "q = 4/3, n = 2": (Problem(F(4, 3), TWO, PAIR, F(1)), F(1, 4)),
    "q = 3/2, n = 10": (Problem(F(3, 2), TWO * 5, TEN, F(1)), F(1, 40)),  # norms in doubles
}


def signs(flow: Flow) -> dict[Name, int]:
    """The signs at t = 0 of everything in a signed power."""
    start = [ball(w) for row in flow.problem.weights for w in row]
    values = flow.quantities(flow.names, arb(0), start, BallArithmetic())
    return {name: 1 if value > 0 else -1 for name, value in values.items()}


def in_time(problem: Problem, end: F, precision: int) -> Iterator[Handed]:
    """The steps in time up to `end`, before any event."""
    flow = Flow(problem, problem.decay.pieces[0][1])
    field = TimeField(flow, signs(flow))
    center = flow.extend([ball(w) for row in problem.weights for w in row])
    start = Enclosure(tuple(c.mid() for c in center), arb(0), (arb(0),) * field.passive)
    yield from _steps(Noting(field, arb(0), start, precision), ball(end))


def to_the_arrival(precision: int) -> Iterator[Handed]:
    """q = 3/2: the steps in sigma = |g|^{1/2} up to the arrival, sigma = 0."""
    flow = Flow(three(F(3, 2)), (F(0),))
    weights = tuple(ball(w) for w in flow.problem.weights[0])
    goal = (1 - weights[0] * weights[1] * weights[2]).sqrt()
    field = PivotField(flow, signs(flow), [("gradient", 0, 0)], goal, -1, True)
    start = Enclosure((*(w.mid() for w in weights), arb(0)), arb(0), (arb(0),) * field.passive)
    yield from _steps(Noting(field, arb(0), start, precision), goal)


def _steps(stepper: Noting, goal: arb) -> Iterator[Handed]:
    while not stepper.time >= goal:
        before = stepper.now
        step = stepper.advance(goal)
        if step is None:
            raise ArithmeticError("an honest step was refused")
        yield Handed(stepper.field, before, step, stepper.tried, TERMS * stepper.order)


def corrupted(handed: Handed, component: int, order: int, size: arb, precision: int) -> Step | None:
    """What the checker makes of the step's polynomials with `size` added to one coefficient."""
    step = handed.proposal
    core, passive = list(step.core), list(step.passive)
    where, index = (core, component) if component < len(core) else (passive, component - len(core))
    where[index] = where[index] + arb_poly([arb(0)] * order + [size])
    proposal = replace(step, core=core, passive=passive)
    return check(handed.field, handed.step.start, handed.before, proposal, handed.terms, precision)


def on_grid(size: arb, handed: Handed) -> arb:
    """A multiple of the grid of the proposal, for which Taylor models are asked, near the size."""
    grid = arb(2) ** (handed.proposal.grid or 0)
    return (size * grid).floor() / grid if handed.proposal.grid else size.mid()


def helped(handed: Handed, which: int, order: int, size: arb, precision: int) -> Step | None:
    """What the checker makes of the step with `size` added to one coefficient of a proposed power or inverse."""
    helpers = list(handed.proposal.helpers)
    change = (size * arb(2) ** (handed.proposal.grid or 0)).floor().unique_fmpz()
    helpers[which] += fmpz_poly([0] * order + [change])
    proposal = replace(handed.proposal, helpers=tuple(helpers))
    return check(handed.field, handed.step.start, handed.before, proposal, handed.terms, precision)


def judge(row: Row, honest: Step, bad: Step | None, component: int, order: int, size: arb) -> None:
    """Counts the corrupted step as refused, covered or missed."""
    if bad is None:
        row.refused += 1
        return
    lag = (*bad.slack, *bad.passive_slack)[component] + (*honest.slack, *honest.passive_slack)[component]
    if component >= len(honest.core) and order == 0:
        size = arb(0)  # an integral counts from its value at the start of the step
    inside = all(abs(size) * (honest.length * j / INSIDE) ** order <= lag for j in range(INSIDE + 1))
    ends = [_ball(step.end, component) for step in (honest, bad)]
    moved, width = abs(size) * honest.length**order, ends[0].rad() + ends[1].rad()
    inside = inside and all(
        _ball(honest.end, j).overlaps(_ball(bad.end, j)) for j in range(len(honest.core) + len(honest.passive))
    )
    if inside:
        row.covered += 1
        row.sharp = max(row.sharp, float((moved / width).mid()))
    else:
        row.missed += 1


def _ball(end: Enclosure, component: int) -> arb:
    core = end.balls()
    return core[component] if component < len(core) else end.passive[component - len(core)]


def count(steps: Iterator[Handed], precision: int, tries: int, draw: random.Random) -> tuple[int, dict[str, Row]]:
    """How many steps, and by size what became of `tries` corruptions of every component of every step."""
    rows, seen = {size: Row() for size in SIZES}, 0
    for handed in steps:
        seen += 1
        honest = handed.step
        for component in range(len(honest.core) + len(honest.passive)):
            top = max(p.degree() for p in honest.core)
            for text, row in rows.items():
                for order in draw.sample(range(top + 1), min(tries, top + 1)):
                    size = on_grid(arb(text) * draw.choice((-1, 1)), handed)
                    bad = corrupted(handed, component, order, size, precision)
                    judge(row, honest, bad, component, order, size)
        for which in range(len(handed.proposal.helpers)):  # p itself stays: all must still meet the truth
            for text, row in rows.items():
                order, size = draw.randrange(top + 1), arb(text) * draw.choice((-1, 1))
                judge(row, honest, helped(handed, which, order, size, precision), 0, order, arb(0))
    return seen, rows


def measured(tries: int = 4) -> Iterator[str]:
    """The table: problem, size, corruptions, refused, covered, not covered, sharp."""
    draw = random.Random(SEED)
    precision = from_digits(DIGITS) + GUARD_BITS
    yield f"{DIGITS} digits, seed {SEED}: every step, every component, {tries} random orders for each size"
    yield (
        f"{'problem':24} {'steps':>5} {'size':>6} {'tried':>6} {'refused':>8} {'covered':>8} {'not covered':>12}"
        f" {'sharp':>6}"
    )
    total = Row()
    cases = {name: lambda p=p, end=end: in_time(p, end, precision) for name, (p, end) in PROBLEMS.items()}
    cases["q = 3/2 to the arrival"] = lambda: to_the_arrival(precision)
    for name, run in cases.items():
        with bits(precision):
            steps, rows = count(run(), precision, tries, draw)
        for size, row in rows.items():
            tried = row.refused + row.covered + row.missed
            yield (
                f"{name:24} {steps:5} {size:>6} {tried:6} {row.refused:8} {row.covered:8} {row.missed:12}"
                f" {row.sharp:6.2f}"
            )
            total = replace(
                total,
                refused=total.refused + row.refused,
                covered=total.covered + row.covered,
                missed=total.missed + row.missed,
            )
    yield f"together: {total.refused} refused, {total.covered} covered, {total.missed} not covered"
