"""Weight decay along one trajectory: Lambda_t, the dual variable y_t = R'(x_t) at that Lambda_t, and the regularizer
M(x_t).

  steepest-mirror decay --q 3/2 --weights '3/10,6/10' --gradient -1 --decay 1/2 --until 1
  steepest-mirror decay --q 1 --weights '1,1/2;1/3,1' --target 2,1 --decay '0:1/2;1/4:0,1' --until 1 --json
  steepest-mirror decay --q 2 --weights '1,1/2' --target 1 --decay 1 --decay-kind coupled --until 2

Weights, objective, decay and the end time are those of `integrate`. Lambda_i = |w_i|^q - min_j |w_j|^q is measured
on the certified trajectory. Decoupled decay: Lambda_t = Lambda_0 exp(-q A), A = int_0^t alpha, and
dy/dt = -<g>^{q-1} - alpha L(1-m) y, m = q(L-1)/L (balanced, m = 1: -<g>^{q-1} - alpha sign(x)); M is the decoupled
regularizer L R*(y). Coupled decay: M is the coupled one; for q < 2 the Lambda_t obey no closed law.
Every value is within `radius` of the truth; a value that the balls cannot decide is left open ("?", null).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ...symbolic.errors import Undecided
from ...symbolic.reading import exact
from . import common, integrate, problem

if TYPE_CHECKING:
    from flint import arb

    from ...numeric_checks.flow.problem import Problem
    from ...numeric_checks.flow.trajectory import Trajectory

DIGITS = 20
SAMPLES = 10


def configure(parser: common.Parser) -> None:
    """Add the options of `decay`."""
    problem.add_problem(parser)
    common.add_digits(parser, DIGITS)
    parser.option("--samples", metavar="N", help=f"sample N + 1 times, evenly spaced (default {SAMPLES})")
    common.add_format(parser, ("text", "json", "markdown", "latex", "csv"))


def run(args: argparse.Namespace) -> int:
    """Integrate, evaluate along the way and print."""
    form, digits = common.form(args), common.digits(args, DIGITS)
    count = SAMPLES if args.samples is None else exact.integer(args.samples, "--samples", 1, 100_000)
    if args.decay is None:
        raise common.Usage("--decay: missing: give alpha >= 0, such as --decay 1/2 (0 for none)")
    task = problem.problem(args)

    from ...numeric_checks.flow.integrate import integrate as follow

    trajectory = follow(task, digits)
    samples = list(sampled(task, trajectory, digits, count))
    result = {
        "q": str(task.q),
        "depth": task.depth,
        "decay_kind": task.decay.kind,
        "status": trajectory.status,
        "reason": trajectory.reason,
        "law": law(task),
        "samples": samples,
    }
    common.emit(args, common.json_text(result) if form == "json" else written(task, result, form))
    return 0


def law(task: Problem) -> dict[str, str | None]:
    """What Lambda and y obey, in formulas; null where there is no closed law."""
    if task.decay.kind == "coupled" and task.q < 2 and not task.decay.absent:
        return {"lambda": None, "dual": None}
    rate = task.depth - task.q * (task.depth - 1)
    balanced = [len({abs(w) for w in row}) == 1 for row in task.weights]
    pulls = []
    if rate != 0 or not all(balanced):
        sign = "-" if rate > 0 else "+"
        pulls.append(f"-<g>^(q-1) {sign} {times(abs(rate))}alpha y" if rate else "-<g>^(q-1)")
    if rate == 0 and any(balanced):
        pulls.append("-<g>^(q-1) - alpha sign(x) where balanced")
    return {"lambda": f"Lambda_0 exp(-{times(task.q)}A), A = int_0^t alpha", "dual": "dy/dt = " + ", ".join(pulls)}


def times(factor: Fraction) -> str:
    """A factor to write before a letter."""
    return "" if factor == 1 else f"{factor} " if factor.denominator == 1 else f"({factor}) "


def sampled(task: Problem, trajectory: Trajectory, digits: int, count: int) -> Iterator[dict[str, Any]]:
    """The values at the sample times; a time without a finite enclosure of the weights (a blow-up) is left out."""
    from ...numeric_checks.precision import bits

    with bits(trajectory.precision):
        finished = trajectory.status == "finished"
        end = task.until if finished else max(integrate.rational(trajectory.end.lower()), Fraction(0))
        moments = integrate.times(task.until, end, count, digits)
        states = [(t, trajectory.state(Fraction(t))) for t in moments]
        for t, state in states:
            if all(w.is_finite() for row in state for w in row):
                yield sample(task, t, state, digits)


def sample(task: Problem, t: Decimal, state: Sequence[Sequence[arb]], digits: int) -> dict[str, Any]:
    """x, Lambda, y and M of every coordinate as decimals, all within `radius` of the truth; None where undecided."""
    radii = [Fraction(0)]

    def number(z: arb | None) -> str | None:
        if z is None or z.is_nan():
            return None
        if not z.is_finite():
            return "inf" if z > 0 else "-inf" if z < 0 else None
        value, radius = integrate.approximated(z, digits)
        radii.append(radius)
        return integrate.shown(value)

    found = [values(task, before, after) for before, after in zip(task.weights, state, strict=True)]
    shown: dict[str, Any] = {
        "x": [number(v["x"]) for v in found],
        "lambda": [[number(z) for z in v["lambda"]] for v in found],
        "dual": [number(v["dual"]) for v in found],
        "regularizer": [number(v["regularizer"]) for v in found],
    }
    return {
        "time": integrate.shown(t),
        **shown,
        "radius": integrate.shown(integrate.decimal(max(radii), 2, integrate.ROUND_UP)),
    }


def values(task: Problem, before: Sequence[Fraction], after: Sequence[arb]) -> dict[str, Any]:
    """The balls of one coordinate. The order of the weights, ties included, is that of the start where decay keeps
    it."""
    from flint import arb

    from ...numeric_checks.laws.residuals import product
    from ...numeric_checks.potential.mirror import Mirror

    x = product(after)
    sizes = [integrate.size(w, task.q) for w in after]
    exact_sizes = [abs(w) for w in before]
    least, ties = min(exact_sizes), exact_sizes.count(min(exact_sizes))
    bottom = sizes[exact_sizes.index(least)]
    gaps = [arb(0) if size == least else now - bottom for size, now in zip(exact_sizes, sizes, strict=True)]
    kept = task.decay.kind == "decoupled" or task.q == 2 or ties == len(gaps)
    found: dict[str, Any] = {"x": x, "lambda": gaps, "dual": None, "regularizer": None}
    if not kept and not all(gap == 0 or gap > 0 for gap in gaps):
        return found
    try:
        mirror = Mirror.from_invariants(task.q, gaps)
        M = mirror.coupled_regularizer if task.decay.kind == "coupled" else mirror.regularizer
        found["regularizer"] = M(x)
        found["dual"] = mirror.map(x)
    except Undecided:
        pass
    return found


def written(task: Problem, result: dict[str, Any], form: str) -> str:
    """The samples as text, CSV, Markdown or LaTeX."""
    columns = list(table_columns(task, result["samples"]))
    moments = [s["time"] for s in result["samples"]]
    if form != "text":
        head = ["time", *(name for name, _ in columns)]
        rows = [[t, *(entries[i] for _, entries in columns)] for i, t in enumerate(moments)]
        if form == "csv":
            common.message(f"{result['status']}: {result['reason']}")
            return "".join(",".join(line) + "\n" for line in [head, *rows])
        return common.markdown(head, rows) if form == "markdown" else common.latex(head, rows)
    n = len(task.weights)
    parts = [f"q = {task.q}, L = {task.depth}, {n} coordinate{'s' if n > 1 else ''}, 0 <= t <= {task.until}\n"]
    parts.append(common.wrapped(f"{result['status']}: {result['reason']}") + "\n")
    for name, formula in (("Lambda_t", result["law"]["lambda"]), ("y", result["law"]["dual"])):
        parts.append(common.wrapped(f"{name}: {formula or 'no closed law (coupled decay, q < 2)'}") + "\n")
    parts.append("\nx_k, y_k = R'(x_k) at Lambda_t, M_k its regularizer, Lambda_k,i\n")
    return "".join([*parts, common.folded(("t", moments), columns)])


def table_columns(task: Problem, samples: list[dict[str, Any]]) -> Iterator[tuple[str, list[str]]]:
    """Named columns of entries, "?" where undecided."""

    def column(name: str, entries: list[str | None]) -> tuple[str, list[str]]:
        return name, ["?" if entry is None else entry for entry in entries]

    yield column("radius", [s["radius"] for s in samples])
    for k in range(len(task.weights)):
        for name, key in (("x", "x"), ("y", "dual"), ("M", "regularizer")):
            yield column(f"{name}_{k + 1}", [s[key][k] for s in samples])
    for k, row in enumerate(task.weights):
        for i in range(len(row)):
            yield column(f"Lambda_{k + 1}.{i + 1}", [s["lambda"][k][i] for s in samples])
