"""One trajectory of the weights: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i on x = w_1 w_2 ... w_L.

  steepest-mirror integrate --q 3/2 --weights '3/10,6/10;1/5,1/2' --gradient -1,2 --until 1
  steepest-mirror integrate --q 1 --weights '1,1/2' --target 2 --until 5 --digits 30
  steepest-mirror integrate --q 2 --weights '1,1;1,1' --least-squares A.csv b.csv --until 3
  steepest-mirror integrate --q 2 --weights '1,1/2' --logistic X.csv y.csv --until 1 --format csv
  steepest-mirror integrate --q 2 --weights '1,1/2' --target 1 --until 4 --decay '0:1/2;3:0'

A coordinate's weights stand between commas, coordinates between semicolons; their number is the depth.
Objectives: f = G x, (x-T)^2/2, ||Ax-b||^2/2 or sum log(1 + exp(-y x.X)); a CSV file holds one row of
the matrix a line, in exact numbers such as 3/2, 0.1 or 1e-3. Decay is a number, or pieces START:C0 or
START:C0,C1, each alpha(t) = C0 + C1 t from START on, the first from 0.

Every state is enclosed: |value - truth| <= radius. A trajectory that cannot be continued (blow-up,
a saddle where the solution is not unique, ...) stops there and says why; that is an answer, exit code 0.
"""

from __future__ import annotations

import argparse
from decimal import Decimal
from fractions import Fraction
from functools import reduce
from operator import mul
from typing import TYPE_CHECKING, Any

from symbolic import exact

from . import common, problem

if TYPE_CHECKING:
    from flint import arb

    from numeric_checks.problem import Problem
    from numeric_checks.trajectory import State, Trajectory

DIGITS = 20
SAMPLES = 10


def configure(parser: common.Parser) -> None:
    """Add the options of `integrate`."""
    problem.add_problem(parser)
    common.add_digits(parser, DIGITS)
    parser.option("--samples", metavar="N", help=f"sample N + 1 times, evenly spaced (default {SAMPLES})")
    common.add_format(parser, ("text", "json", "csv"))


def run(args: argparse.Namespace) -> int:
    """Integrate, sample and print."""
    form, digits = common.form(args), common.digits(args, DIGITS)
    count = SAMPLES if args.samples is None else exact.integer(args.samples, "--samples", 1, 100_000)
    task = problem.problem(args)

    from numeric_checks.integrate import integrate

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


# Sample times: decimals, so that a printed time is the very time of the state next to it


def times(until: Fraction, end: Fraction, count: int, digits: int) -> list[Fraction]:
    """0, ..., until in `count` steps as far as `end`, and `end`, each rounded down to a decimal of `digits` digits."""
    last = rounded_down(end, digits)
    grid = (rounded_down(until * k / count, digits) for k in range(count))
    return [*(t for t in grid if t < last), last]


def rounded_down(t: Fraction, digits: int) -> Fraction:
    """The largest decimal of `digits` significant digits that is at most t >= 0."""
    unit = Fraction(10) ** (digits - 1)
    while t and t * unit < 10 ** (digits - 1):
        unit *= 10
    while t * unit >= 10**digits:
        unit /= 10
    return (t * unit).__floor__() / unit


def decimal_time(t: Fraction) -> str:
    """A decimal number t >= 0, exactly."""
    power = 0
    while (t * 10**power).denominator != 1:
        power += 1
    return str(Decimal((0, tuple(map(int, str(int(t * 10**power)))), -power))).lower()


# Samples and events


def sampled(task: Problem, trajectory: Trajectory, digits: int, count: int) -> list[dict[str, Any]]:
    """The states at the sample times; one without a finite enclosure (at a blow-up) is left out."""
    from numeric_checks.precision import bits

    with bits(trajectory.precision):
        end = task.until if trajectory.status == "finished" else below(trajectory.end)
        states = ((t, trajectory.state(t)) for t in times(task.until, end, count, digits))
        return [
            sample(task.q, t, state, digits) for t, state in states if all(w.is_finite() for row in state for w in row)
        ]


def sample(q: Fraction, t: Fraction, state: State, digits: int) -> dict[str, Any]:
    """Weights, x = w_1...w_L and |w_i|^q - min_j |w_j|^q as decimals, all within `radius` of the truth."""
    from flint import arb
    from numeric_checks.balls import decimal

    radii = [Fraction(0)]

    def shown(ball: arb) -> str:
        value, radius = decimal(ball, digits)
        radii.append(Fraction(radius))
        return value

    weights, products, invariants = [], [], []
    for row in state:
        powers = [power(w, q) for w in row]
        least = reduce(arb.min, powers)
        weights.append([shown(w) for w in row])
        products.append(shown(reduce(mul, row)))
        invariants.append([shown(p - least) for p in powers])
    return {
        "time": decimal_time(t),
        "weights": weights,
        "x": products,
        "radius": rounded_up(max(radii)),
        "invariants": invariants,
    }


def power(w: arb, q: Fraction) -> arb:
    """|w|^q, also for a ball that contains 0."""
    from flint import arb, fmpq

    exponent = fmpq(q.numerator, q.denominator)
    if w > 0 or w < 0:
        return abs(w) ** exponent
    return arb(0).union(w.abs_upper() ** exponent)


def below(end: arb) -> Fraction:
    """A rational lower bound >= 0 of a ball."""
    mantissa, exponent = end.lower().mid().man_exp()
    return max(Fraction(0), Fraction(int(mantissa)) * Fraction(2) ** int(exponent))


def rounded_up(radius: Fraction) -> str:
    """An upper bound of radius >= 0 with two digits, such as 3.1e-22."""
    if radius == 0:
        return "0"
    exponent = 0
    while radius * Fraction(10) ** -exponent >= 10:
        exponent += 1
    while radius * Fraction(10) ** -exponent < 1:
        exponent -= 1
    tenths = (radius * Fraction(10) ** (1 - exponent)).__ceil__()
    return f"{tenths // 10}.{tenths % 10}e{exponent}"


def occurrences(trajectory: Trajectory, digits: int) -> list[dict[str, Any]]:
    """The events in order."""
    from numeric_checks.balls import decimal

    from numeric_checks.precision import bits

    events = []
    with bits(trajectory.precision):
        for event in trajectory.events:
            time, radius = decimal(event.time, digits)
            place = {"coordinate": event.coordinate, "index": event.index}
            events.append({"kind": event.kind, **place, "time": time, "radius": radius})
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
    columns = [(f"x_{k + 1}", [s["x"][k] for s in samples]) for k in range(n)]
    columns += [(f"w_{k + 1},{i + 1}", [s["weights"][k][i] for s in samples]) for k, i in places]
    parts.append("States: x_k and weight i of coordinate k\n")
    clock = ("t", [s["time"] for s in samples])
    parts.append(common.folded(clock, [*columns, ("radius", [s["radius"] for s in samples])]))
    law = "conserved" if task.decay.absent else "the invariants, which decay moves"
    parts.append(f"\n|w_k,i|^q - min_j |w_k,j|^q: {law}\n")
    columns = [(f"Lambda_{k + 1},{i + 1}", [s["invariants"][k][i] for s in samples]) for k, i in places]
    return "".join([*parts, common.folded(clock, columns)])
