"""`integrate` for x = h(w) of the user's own: the weights, x and what is conserved, in the forms of `integrate`."""

from __future__ import annotations

import argparse
from decimal import ROUND_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ...symbolic.reading import exact
from . import common, problem
from .integrate import approximated, decimal, occurrences, rational, shown, times
from .reparameterization import described, title

if TYPE_CHECKING:
    from ...symbolic.orbit.reparameterization import Separable


def run(args: argparse.Namespace, at: Separable, form: str, digits: int, count: int) -> int:
    """Integrate, sample and print."""
    if args.until is None:
        raise common.Usage("--until: missing: give it, such as --until 2")
    until = exact.number(args.until, "--until")

    from ...numeric_checks.flow.descent import Descent, descend
    from ...numeric_checks.orbit.reparameterization import reparameterization
    from ...numeric_checks.precision import bits
    from ...symbolic.orbit.first_integrals import first_integrals
    from ...symbolic.writing.text_and_latex import text

    task = Descent(reparameterization(at), problem.objective(args), until, problem.decay(args, until))
    trajectory = descend(task, digits)
    found = first_integrals(at)
    closed = [one.value for one in found.found if one.closed]
    with bits(trajectory.precision):
        end = until if trajectory.status == "finished" else max(rational(trajectory.end.lower()), Fraction(0))
        grid = times(until, end, count, digits)
        samples = [_sample(at, task.of, t, trajectory.state(Fraction(t))[0], closed, digits) for t in grid]
    if form == "csv":
        common.message(f"{trajectory.status}: {trajectory.reason}")
        head = ["time", *(w.name for w in at.weights), "x", "radius"]
        rows = ([s["time"], *s["weights"][0], *s["x"], s["radius"]] for s in samples)
        common.emit(args, "".join(",".join(line) + "\n" for line in [head, *rows]))
        return 0
    result = {
        **described(at),
        "status": trajectory.status,
        "reason": trajectory.reason,
        "conserved": [text(value) for value in closed],
        "events": occurrences(trajectory, digits),
        "samples": samples,
    }
    common.emit(args, common.json_text(result) if form == "json" else _plain(at, result))
    return 0


def _sample(at: Separable, of: Any, t: Decimal, weights: Any, closed: list[Any], digits: int) -> dict[str, Any]:
    """Weights, x and the first integrals as decimals, all within `radius` of the truth."""
    from ...numeric_checks.sympy_ball import at_balls
    from ...symbolic.writing.text_and_latex import familiar

    radii = [Fraction(0)]

    def written(z: Any) -> str:
        if z is None or not z.is_finite():
            return "undecided"
        value, radius = approximated(z, digits)
        radii.append(radius)
        return shown(value)

    sizes = {z: -w if start < 0 else w for z, w, start in zip(at.sizes, weights, at.start, strict=True)}
    state = [*weights, *of.logarithms(list(weights))]
    row, x = [written(w) for w in weights], written(of.x(state))
    kept = [written(at_balls(familiar(value), sizes)) for value in closed]
    radius = shown(decimal(max(radii), 2, ROUND_UP))
    return {"time": shown(t), "weights": [row], "x": [x], "radius": radius, "invariants": [kept]}


def _plain(at: Separable, result: dict[str, Any]) -> str:
    samples = result["samples"]
    parts = [title(at) + "\n", common.wrapped(f"{result['status']}: {result['reason']}") + "\n\n"]
    if result["events"]:
        rows = [[str(e[c]) if e[c] is not None else "" for c in e] for e in result["events"]]
        parts += ["Events\n", common.table(["kind", "coordinate", "weight", "time", "radius"], rows) + "\n"]
    columns = [("radius", [s["radius"] for s in samples]), ("x", [s["x"][0] for s in samples])]
    columns += [(w.name, [s["weights"][0][i] for s in samples]) for i, w in enumerate(at.weights)]
    clock = ("t", [s["time"] for s in samples])
    parts += ["States\n", common.folded(clock, columns)]
    if result["conserved"]:
        parts.append("\nConserved without decay, while no weight changes its sign\n")
        parts += [f"I_{i} = {name}\n" for i, name in enumerate(result["conserved"], 1)]
        columns = [(f"I_{i + 1}", [s["invariants"][0][i] for s in samples]) for i in range(len(result["conserved"]))]
        parts.append(common.folded(clock, columns))
    return "".join(parts)


def product_problem(args: argparse.Namespace, at: Separable) -> bool:
    """Whether h is w_1 w_2 ... w_L itself; then --weights takes the start and `integrate` treats it."""
    import sympy as sp

    if len(at.weights) < 2 or at.h != sp.Mul(*at.weights):
        return False
    args.weights = ",".join(str(v) for v in at.start)
    return True
