"""Exact escape times from small weights under a constant gradient, across q, from one start in WEIGHT space.

  steepest-mirror escape --weights '1,1,2' --scale 1e-6 --to 1/2 --gradient -1
  steepest-mirror escape --weights '1,1' --scale 1e-4 --to 1 --gradient -1 --q 1 5/4 3/2 2 --json
  steepest-mirror escape --weights '1,-1/2' --scale 1e-3 --to=-1 --gradient 2 --q 2

The start is w = scale * weights, so x_0 = scale^L w_1...w_L. The same weights mean other invariants at every q:
Lambda_i = |w_i|^q - min_j |w_j|^q. T = (R'(x_1) - R'(x_0))/|g|^{q-1} for x_1 = `--to`, g < 0 pushing upwards.

Law as scale -> 0, m = q(L-1)/L: m < 1 T tends to a limit; m = 1 T ~ log(1/scale)/|g|^{q-1}; m > 1
T ~ scale^{-L(m-1)} C, C the blow-up time of the weights. All for the solution that leaves a saddle at once.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from decimal import Context
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from . import common, problem

if TYPE_CHECKING:
    from flint import arb

DIGITS = 20
MOST = 100
Vector = Sequence[Fraction]


def configure(parser: common.Parser) -> None:
    """Add the options of `escape`."""
    parser.option("--weights", metavar="W", help="the weights before scaling, such as 1,1,2")
    parser.option("--scale", metavar="S", help="the start is S * W, S > 0 (default 1)")
    parser.option("--to", metavar="X", help="the x to reach")
    parser.option("--gradient", metavar="G", help="the constant gradient: G < 0 pushes x upwards")
    parser.add_argument("--q", action="extend", nargs="+", metavar="Q", help="values of q (default: 1 5/4 3/2 7/4 2)")
    common.add_digits(parser, DIGITS)
    common.add_format(parser, ("text", "json", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Evaluate and print."""
    form, digits = common.form(args), common.digits(args, DIGITS)
    for name, example in (("weights", "1,1,2"), ("to", "1/2"), ("gradient", "-1")):
        if getattr(args, name) is None:
            raise common.Usage(f"--{name}: missing: give it, such as --{name} {example}")
    direction = problem.vector(args.weights, "--weights")
    if not 2 <= len(direction) <= exact.MAX_DEPTH:
        raise InputError("--weights", args.weights, f"give 2 to {exact.MAX_DEPTH} weights of one coordinate")
    scale = Fraction(1) if args.scale is None else exact.number(args.scale, "--scale")
    if scale <= 0:
        raise InputError("--scale", args.scale, "give a number > 0")
    goal, g = exact.number(args.to, "--to"), exact.number(args.gradient, "--gradient")
    steep = list(dict.fromkeys(exact.steepness(text) for text in args.q or ("1", "5/4", "3/2", "7/4", "2")))
    if len(steep) > MOST:
        raise InputError("--q", len(steep), f"give at most {MOST} values")
    start = prod(direction) * scale ** len(direction)
    aimed(start, goal, g)
    if g > 0:  # x -> -x, by the sign of one weight
        direction, start, goal = (-direction[0], *direction[1:]), -start, -goal
    rows = [row(q, direction, scale, start, goal, abs(g), digits) for q in steep]
    common.emit(args, written(args, rows, form))
    return 0


def aimed(start: Fraction, goal: Fraction, g: Fraction) -> None:
    """Refuses a gradient that does not push from the start to the goal."""
    if g == 0:
        raise InputError("--gradient", g, "with 0 nothing moves: give G < 0 to push x upwards, G > 0 downwards")
    if start != goal and (goal > start) != (g < 0):
        moves = "upwards" if g < 0 else "downwards"
        raise InputError("--to", goal, f"the gradient pushes x {moves} from the product of the weights: aim there")


def row(
    q: Fraction, direction: Vector, scale: Fraction, start: Fraction, goal: Fraction, speed: Fraction, digits: int
) -> dict[str, Any]:
    """One line of the answer, for an upward push: the time, the regime, its exponent and its leading term."""
    from ...numeric_checks.balls import ball, power
    from ...numeric_checks.laws import escape
    from ...numeric_checks.potential.quantities import enclosed

    depth = len(direction)
    d = depth - q * (depth - 1)
    weights = [scale * w for w in direction]

    def time() -> arb:
        return arrival(q, weights, start, goal, -speed)

    def constant() -> arb:
        return escape.leading(q, direction, goal) / power(ball(speed), q - 1)

    def leading() -> arb:
        size = ball(scale).log()
        return constant() * (1 if d > 0 else -size if d == 0 else (ball(d) * size).exp())

    found = {"q": str(q), "metric_exponent": str(1 - d / depth), "time": _number(enclosed(time, digits))}
    regime = "bounded" if d > 0 else "logarithmic" if d == 0 else "power"
    if goal <= 0 or reluctant(q, direction, start):
        return {**found, "law": None}
    law = {"regime": regime, "exponent": str(d), "constant": _number(enclosed(constant, digits))}
    return {**found, "law": {**law, "leading_term": _number(enclosed(leading, digits))}}


def reluctant(q: Fraction, direction: Vector, start: Fraction) -> bool:
    """Whether R' is infinite at 0 (m_0 >= 1) and x does not start on the upper side."""
    sizes = [abs(w) for w in direction]
    ties = sizes.count(min(sizes))
    return q * (ties - 1) >= ties and start <= 0


def arrival(q: Fraction, weights: Vector, start: Fraction, goal: Fraction, g: Fraction) -> arb:
    """T, infinite where x would have to reach or leave an x = 0 at which R' is infinite."""
    from flint import arb

    from ...numeric_checks.laws import escape

    never = reluctant(q, weights, start) and goal != start and goal >= 0
    return arb.pos_inf() if never else escape.time(q, weights, goal, g)


def _number(found: Any) -> dict[str, str]:
    return {"value": found.value, "radius": found.radius}


def short(value: str) -> str:
    """A decimal to 8 digits."""
    return str(Context(8).create_decimal(value).normalize(Context(8))).lower()


def words(entry: dict[str, Any]) -> str:
    """The law in a formula."""
    law = entry["law"]
    if law is None:
        return "none: x never leaves, or passes --to"
    constant = short(law["constant"]["value"])
    match law["regime"]:
        case "bounded":
            return f"-> {constant}"
        case "logarithmic":
            return f"~ {constant} log(1/scale)"
        case _:
            return f"~ {constant} scale^({law['exponent']})"


def written(args: argparse.Namespace, rows: list[dict[str, Any]], form: str) -> str:
    """The rows in the form asked for."""
    depth = args.weights.count(",") + 1
    given = {
        "weights": args.weights,
        "depth": depth,
        "scale": args.scale or "1",
        "to": args.to,
        "gradient": args.gradient,
    }
    if form == "json":
        return common.json_text({**given, "rows": rows})
    head = ["q", "m", "T", "law as scale -> 0", "its value here"]
    body = []
    for entry in rows:
        law = entry["law"]
        term = "" if law is None else short(law["leading_term"]["value"])
        body.append([entry["q"], entry["metric_exponent"], entry["time"]["value"], words(entry), term])
    if form == "markdown":
        return common.markdown(head, body)
    if form == "latex":
        return common.latex(head, body)
    title = f"w = {given['scale']} * ({args.weights}), x to {args.to}, gradient {args.gradient}"
    note = "One start in weight space: its invariants |w_i|^q - min_j |w_j|^q differ from q to q. m = q(L-1)/L."
    return title + "\n\n" + common.table(head, body) + "\n" + common.wrapped(note) + "\n"
