"""One trajectory of the weights: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i on x = w_1 w_2 ... w_L.

  steepest-mirror integrate --q 3/2 --weights '3/10,6/10;1/5,1/2' --gradient -1,2 --until 1
  steepest-mirror integrate --q 1 --weights '1,1/2' --target 2 --until 5 --digits 30
  steepest-mirror integrate --q 2 --weights '1,1;1,1' --least-squares A.csv b.csv --until 3
  steepest-mirror integrate --q 2 --weights '1,1/2' --logistic X.csv y.csv --until 1 --format csv
  steepest-mirror integrate --q 2 --weights '1,1/2' --target 1 --until 4 --decay '0:1/2;3:0'
  steepest-mirror integrate --q 2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2 --target 2 --until 1

A coordinate's weights stand between commas, coordinates between semicolons; their number is the depth.
Objectives: f = G x, (x-T)^2/2, ||Ax-b||^2/2 or sum log(1 + exp(-y x.X)); a CSV file holds one row of
the matrix a line, in exact numbers such as 3/2, 0.1 or 1e-3. Decay is a number, or pieces START:C0 or
START:C0,C1, each alpha(t) = C0 + C1 t from START on, the first from 0.

Every state is enclosed: |value - truth| <= radius. A trajectory that cannot be continued (blow-up,
a saddle where the solution is not unique, ...) stops there and says why; that is an answer, exit code 0.
"""

from __future__ import annotations

import argparse
from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_UP, Context, Decimal
from fractions import Fraction
from functools import reduce
from operator import mul
from typing import TYPE_CHECKING, Any

from ...symbolic.reading import exact
from . import common, problem
from .reparameterization import add_reparameterization, reparameterization

if TYPE_CHECKING:
    from flint import arb

    from ...numeric_checks.flow.problem import Problem
    from ...numeric_checks.flow.trajectory import State, Trajectory

DIGITS = 20
SAMPLES = 10


def configure(parser: common.Parser) -> None:
    """Add the options of `integrate`."""
    problem.add_problem(parser)
    add_reparameterization(parser)
    common.add_digits(parser, DIGITS)
    parser.option("--samples", metavar="N", help=f"sample N + 1 times, evenly spaced (default {SAMPLES})")
    common.add_format(parser, ("text", "json", "csv"))


def run(args: argparse.Namespace) -> int:
    """Integrate, sample and print."""
    form, digits = common.form(args), common.digits(args, DIGITS)
    count = SAMPLES if args.samples is None else exact.integer(args.samples, "--samples", 1, 100_000)
    if (any_h := reparameterization(args)) is not None:
        from . import integrate_orbit

        if not integrate_orbit.product_problem(args, any_h):
            return integrate_orbit.run(args, any_h, form, digits, count)
    task = problem.problem(args)

    from ...numeric_checks.flow.integrate import integrate

    trajectory = integrate(task, digits)
    samples = sampled(task, trajectory, digits, count)
    if form == "csv":
        common.message(f"{trajectory.status}: {trajectory.reason}")
        common.emit(args, csv_text(task, samples))
        return 0
    result = {
        "q": str(task.q),
        "depth": task.depth,
        "status": trajectory.status,
        "reason": trajectory.reason,
        "events": occurrences(trajectory, digits),
        "samples": samples,
    }
    common.emit(args, common.json_text(result) if form == "json" else plain_text(task, result))
    return 0


# Decimals


def decimal(value: Fraction, digits: int, rounding: str = ROUND_HALF_EVEN) -> Decimal:
    """value to `digits` significant digits."""
    return Context(digits, rounding).divide(Decimal(value.numerator), Decimal(value.denominator))


def rational(z: arb) -> Fraction:
    """The midpoint of a ball."""
    mantissa, exponent = z.mid().man_exp()
    return Fraction(int(mantissa)) * Fraction(2) ** int(exponent)


def approximated(z: arb, digits: int) -> tuple[Decimal, Fraction]:
    """A decimal of `digits` digits and its distance to the farthest point of the ball; 0 for a ball around 0."""
    value = Decimal(0) if z.contains(0) else decimal(rational(z), digits)
    return value, abs(Fraction(value) - rational(z)) + rational(z.rad())


def shown(value: Decimal) -> str:
    """The decimal in the form that the command line reads."""
    return str(value).lower()


def times(until: Fraction, end: Fraction, count: int, digits: int) -> list[Decimal]:
    """0, ..., until in `count` steps as far as `end`, then `end`, each rounded down to a decimal.

    So a printed time is the very time of the state next to it. The digits keep the times apart.
    """
    digits = max(digits, len(str(count)) + 1)
    last = decimal(end, digits, ROUND_DOWN)
    grid = (decimal(until * k / count, digits, ROUND_DOWN) for k in range(count))
    return [*(t for t in grid if t < last), last]


# Samples and events


def sampled(task: Problem, trajectory: Trajectory, digits: int, count: int) -> list[dict[str, Any]]:
    """The states at the sample times; one without a finite enclosure (at a blow-up) is left out."""
    from ...numeric_checks.precision import bits

    with bits(trajectory.precision):
        end = task.until if trajectory.status == "finished" else max(rational(trajectory.end.lower()), Fraction(0))
        states = ((t, trajectory.state(Fraction(t))) for t in times(task.until, end, count, digits))
        return [
            sample(task.q, t, state, digits) for t, state in states if all(w.is_finite() for row in state for w in row)
        ]


def sample(q: Fraction, t: Decimal, state: State, digits: int) -> dict[str, Any]:
    """Weights, x = w_1...w_L and |w_i|^q - min_j |w_j|^q as decimals, all within `radius` of the truth."""
    from flint import arb

    radii = [Fraction(0)]

    def written(z: arb) -> str:
        value, radius = approximated(z, digits)
        radii.append(radius)
        return shown(value)

    weights, products, invariants = [], [], []
    for row in state:
        sizes = [size(w, q) for w in row]
        least = reduce(arb.min, sizes)
        weights.append([written(w) for w in row])
        products.append(written(reduce(mul, row)))
        invariants.append([written(p - least) for p in sizes])
    return {
        "time": shown(t),
        "weights": weights,
        "x": products,
        "radius": shown(decimal(max(radii), 2, ROUND_UP)),
        "invariants": invariants,
    }


def size(w: arb, q: Fraction) -> arb:
    """|w|^q, also for a ball that contains 0."""
    from ...numeric_checks.balls import power

    if w > 0 or w < 0:
        return power(abs(w), q)
    return power(w.abs_upper(), q).union(0)


def occurrences(trajectory: Trajectory, digits: int) -> list[dict[str, Any]]:
    """The events in order."""
    events = []
    for event in trajectory.events:
        time, radius = approximated(event.time, digits)
        bound = shown(decimal(radius, 2, ROUND_UP))
        place = {"coordinate": event.coordinate, "index": event.index}
        events.append({"kind": event.kind, **place, "time": shown(time), "radius": bound})
    return events


# Forms of output


def csv_text(task: Problem, samples: list[dict[str, Any]]) -> str:
    """time, w_k_i (weight i of coordinate k), radius."""
    n, L = len(task.weights), task.depth
    head = ["time", *(f"w_{k}_{i}" for k in range(1, n + 1) for i in range(1, L + 1)), "radius"]
    rows = ([s["time"], *(w for row in s["weights"] for w in row), s["radius"]] for s in samples)
    return "".join(",".join(line) + "\n" for line in [head, *rows])


def plain_text(task: Problem, result: dict[str, Any]) -> str:
    """What happened, the events, x and the weights, and what is conserved, within the width of the terminal."""
    n, L = len(task.weights), task.depth
    places = [(k, i) for k in range(n) for i in range(L)]
    samples = result["samples"]
    parts = [f"q = {task.q}, L = {L}, {n} coordinate{'s' if n > 1 else ''}, 0 <= t <= {task.until}\n"]
    parts.append(common.wrapped(f"{result['status']}: {result['reason']}") + "\n\n")
    if result["events"]:
        parts.append("Events\n")
        rows = [[str(e[c]) if e[c] is not None else "" for c in e] for e in result["events"]]
        parts.append(common.table(["kind", "coordinate", "weight", "time", "radius"], rows) + "\n")
    columns = [("radius", [s["radius"] for s in samples])]
    columns += [(f"x_{k + 1}", [s["x"][k] for s in samples]) for k in range(n)]
    columns += [(f"w_{k + 1},{i + 1}", [s["weights"][k][i] for s in samples]) for k, i in places]
    parts.append("States: x_k and weight i of coordinate k\n")
    clock = ("t", [s["time"] for s in samples])
    parts.append(common.folded(clock, columns))
    law = ", conserved without decay" if task.decay.absent else ""
    parts.append(f"\nInvariants: Lambda_k,i = |w_k,i|^q - min_j |w_k,j|^q{law}\n")
    columns = [(f"Lambda_{k + 1},{i + 1}", [s["invariants"][k][i] for s in samples]) for k, i in places]
    return "".join([*parts, common.folded(clock, columns)])
