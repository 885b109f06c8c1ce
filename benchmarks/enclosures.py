"""Random problems at 15 digits against references at twice the precision and beyond.

  second    the same run at 40 digits: every state, gain and event of the coarse run must meet it
  odefun    mpmath.odefun at 30 digits, the flow written out afresh, at q = 2 where no event comes before the end: the
            coarse
            ball, widened by odefun's own 1e-27, must contain it (across an event odefun is wrong, see sign_flow; near a
            branch point at q < 2 it does not end)

`outside` counts what is not contained: it must be 0. Radii are shown, as a wide ball contains everything.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction as F

import mpmath as mp
from flint import arb

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Decay, LeastSquares, Linear, Logistic, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.trajectory import Trajectory
from steepest_mirror.numeric_checks.precision import bits

SEED = 20260313
COUNT = 300
COARSE, FINE, OTHER = 15, 40, 30
ODEFUN_ERROR = "1e-27"
STEEPNESS = (F(2), F(2), F(3, 2), F(4, 3), F(5, 3), F(1), F(1))


@dataclass
class Row:
    """Counts for one q."""

    problems: int = 0
    compared: int = 0
    events: int = 0
    stopped: int = 0
    odefun: int = 0
    outside: int = 0
    widest: float = 0.0


def number(draw: random.Random, top: int = 12) -> F:
    """A nonzero rational between -top/10 and top/10."""
    return F(draw.choice((-1, 1)) * draw.randint(2, top), 10)


def random_problem(draw: random.Random) -> Problem:
    """Any q, n <= 2, L <= 4, objective and decay; end time 1/2."""
    q, n, depth = draw.choice(STEEPNESS), draw.choice((1, 1, 2)), draw.choice((2, 2, 3, 4))
    weights = tuple(tuple(number(draw) for _ in range(depth)) for _ in range(n))
    A = tuple(tuple(number(draw) + (k == l) for l in range(n)) for k in range(n))
    right = tuple(number(draw) for _ in range(n))
    objective = draw.choice(
        (
            Linear(right),
            Quadratic(right),
            LeastSquares(A, right),
            Logistic(A, tuple(F(draw.choice((-1, 1))) for _ in range(n))),
        )
    )
    pieces = draw.choice(
        (
            ((F(0), (F(0),)),),
            ((F(0), (F(0),)),),
            ((F(0), (F(draw.randint(1, 5), 10),)),),
            ((F(0), (F(1, 5), F(1, 2))), (F(1, 4), (F(1, 10),))),
        )
    )
    return Problem(q, weights, objective, F(1, 2), Decay(pieces, draw.choice(("decoupled", "decoupled", "coupled"))))


def flow(problem: Problem):
    """dw/dt in mpmath numbers, from the definition."""
    n, depth = len(problem.weights), problem.depth

    def value(v: F) -> mp.mpf:
        return mp.mpf(v.numerator) / v.denominator

    def signed(v: mp.mpf) -> mp.mpf:
        return mp.sign(v) * abs(v) ** value(problem.q - 1)

    def slope(x: list) -> list:
        match problem.objective:
            case Linear(gradient):
                return [value(v) for v in gradient]
            case Quadratic(target):
                return [v - value(t) for v, t in zip(x, target, strict=True)]
            case LeastSquares(A, b):
                rest = [mp.fdot(map(value, row), x) - value(c) for row, c in zip(A, b, strict=True)]
                return [mp.fdot([value(row[k]) for row in A], rest) for k in range(n)]
            case Logistic(X, y):
                share = [
                    value(c) / (1 + mp.exp(value(c) * mp.fdot(map(value, row), x))) for row, c in zip(X, y, strict=True)
                ]
                return [-mp.fdot([value(row[k]) for row in X], share) for k in range(n)]

    def rates(t: mp.mpf, w: list) -> list:
        alpha = mp.polyval([value(c) for c in reversed(problem.decay.pieces[0][1])], t)
        rows = [w[k * depth : (k + 1) * depth] for k in range(n)]
        g, found = slope([mp.fprod(row) for row in rows]), []
        for k, row in enumerate(rows):
            for i, v in enumerate(row):
                pull = g[k] * mp.fprod(row[:i] + row[i + 1 :])
                coupled = problem.decay.kind == "coupled"
                found.append(-signed(pull + alpha * v) if coupled else -signed(pull) - alpha * v)
        return found

    return rates


def by_odefun(problem: Problem) -> list[arb]:
    """The weights at the end, each with odefun's own error."""
    with mp.workdps(OTHER):
        start = [mp.mpf(w.numerator) / w.denominator for row in problem.weights for w in row]
        end = mp.odefun(flow(problem), 0, start)(mp.mpf(problem.until.numerator) / problem.until.denominator)
        texts = [mp.nstr(v, OTHER + 5) for v in end]
    return [arb(text) + arb(0, arb(ODEFUN_ERROR)) for text in texts]


def compare(row: Row, problem: Problem, coarse: Trajectory, fine: Trajectory) -> None:
    """States and gains at four times, the events, and odefun's end state."""
    row.problems += 1
    row.stopped += coarse.status == "stopped"
    row.events += len(coarse.events)
    end = min(
        problem.until, *(F(int((run.end.lower() * 2**20).floor().unique_fmpz()), 2**20) for run in (coarse, fine))
    )
    with bits(200):
        for t in (F(0), end / 3, end * F(3, 4), end):
            pairs = [
                pair for a, b in zip(coarse.state(t), fine.state(t), strict=True) for pair in zip(a, b, strict=True)
            ]
            pairs += [
                (a, b) for a, b in zip(coarse.gain(t), fine.gain(t), strict=True) if a.is_finite() and b.is_finite()
            ]
            row.compared += len(pairs)
            row.outside += sum(not a.overlaps(b) for a, b in pairs)
            row.widest = max([row.widest, *(float(a.rad()) for a, _ in pairs)])
        for one, other in zip(coarse.events, fine.events, strict=False):
            row.compared += 1
            row.outside += one.kind == other.kind and not one.time.overlaps(other.time)
        if coarse.status == "finished" and not coarse.events and problem.q == 2 and len(problem.decay.pieces) == 1:
            row.odefun += 1
            found = [v for weights in coarse.state(problem.until) for v in weights]
            row.outside += sum(not a.overlaps(b) for a, b in zip(found, by_odefun(problem), strict=True))


def measured(count: int = COUNT) -> Iterator[str]:
    """The table by q."""
    draw, rows = random.Random(SEED), {q: Row() for q in sorted(set(STEEPNESS))}
    for _ in range(count):
        problem = random_problem(draw)
        compare(rows[problem.q], problem, integrate(problem, COARSE), integrate(problem, FINE))
    yield (
        f"{count} random problems at {COARSE} digits, seed {SEED}; references at {FINE} digits and by odefun at {OTHER}"
    )
    yield (
        f"{'q':>4} {'problems':>9} {'stopped':>8} {'events':>7} {'balls':>6} {'odefun':>7} {'outside':>8} {'widest':>8}"
    )
    for q, row in rows.items():
        yield (
            f"{q!s:>4} {row.problems:9} {row.stopped:8} {row.events:7} {row.compared:6} {row.odefun:7} {row.outside:8}"
            f" {row.widest:8.0e}"
        )
