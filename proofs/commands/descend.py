"""Discrete gradient descent (q = 2) or sign descent (q = 1) on x = w_1 w_2 ... w_L, exact, with its laws tested.

  steepest-mirror descend --q 2 --step 1/10 --weights 1,1/2 --target 2 --steps 8
  steepest-mirror descend --q 1 --step 1/10 --weights '1,1/2;1/3,1' --target 2,-1 --steps 20 --decay 1/4
  steepest-mirror descend --q 1 --step 1/100 --weights 1/1000,1/1000,1/1000 --gradient -1 --steps 200 --escape-to 1
  steepest-mirror descend --q 2 --step 1/10 --weights '1,1/2' --logistic X.csv y.csv --steps 50 --json

Each step is w_i' = (1 - eta alpha) w_i - eta D_i with D_i = g X_i or sign(g X_i), X_i the product of the other
weights; coupled decay puts alpha w_i inside. Weights are rational until they grow too long, then balls.

Laws, tested at every step, for every depth and objective: at q = 2 (w_i^2 - w_j^2)' = (w_i^2 - w_j^2)
((1 - eta alpha)^2 - eta^2 g^2 Pi_ij^2), Pi_ij the product of the other weights; at q = 1 |w_i| - |w_j| is multiplied by
1 - eta alpha, and jumps by 2 (eta s - (1 - eta alpha)|w_i|), s = sign(g x), where w_i crosses 0.

--escape-to W: the step at which every weight of a coordinate is W or more in size. From one balanced coordinate
under a constant outward gradient: the number that theory gives, and the step that gradient descent would need to be
as quick as sign descent is with --step.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ...discrete import DIGITS, SAMPLES, STEPS, descend
from . import common, problem

if TYPE_CHECKING:
    from ...discrete import Descent

FIELDS = ("q", "step", "weights", "steps", "decay", "decay_kind", "escape_to", "samples", "digits")


def configure(parser: common.Parser) -> None:
    """Add the options of `descend`."""
    parser.option("--q", metavar="Q", help="1: sign descent, 2: gradient descent")
    parser.option("--step", metavar="ETA", help="the learning rate, > 0")
    parser.option("--weights", metavar="W", help="the weights at the start, such as '3/10,6/10;1/5,1/2'")
    parser.option("--steps", metavar="N", help=f"how many steps (default {STEPS})")
    problem.add_objective(parser)
    group = parser.add_argument_group("weight decay")
    group.add_argument("--decay", action=common.Once, metavar="A", help="alpha >= 0")
    group.add_argument("--decay-kind", action=common.Once, choices=("decoupled", "coupled"), help="default: decoupled")
    parser.option("--escape-to", metavar="W", help="report when the weights reach this size")
    parser.option("--samples", metavar="N", help=f"show N + 1 states, evenly spaced (default {SAMPLES})")
    common.add_digits(parser, DIGITS)
    common.add_limit(parser)
    common.add_format(parser, ("text", "json"))


def run(args: argparse.Namespace) -> int:
    """Descend, test the laws and print; exit code 4 where the run ended early."""
    form = common.form(args)
    for name, example in (("q", "2"), ("step", "1/10"), ("weights", "1,1/2")):
        if getattr(args, name) is None:
            raise common.Usage(f"--{name}: missing: give it, such as --{name} {example}")
    given = {name: getattr(args, name) for name in FIELDS if getattr(args, name) is not None}
    found = descend(**given, **problem.objectives(args))
    result = found.to_dict()
    common.emit(args, common.json_text(result) if form == "json" else plain_text(found, result))
    return 4 if found.reason else 0


def plain_text(found: Descent, result: dict[str, Any]) -> str:
    """What happened, the laws, jumps, escape, the states."""
    task = found.run.task
    kind = "sign descent" if task.q == 1 else "gradient descent"
    n, L = len(task.weights), result["depth"]
    places = [(k, i) for k in range(n) for i in range(L)]
    parts = [f"{kind}, L = {L}, {n} coordinate{'s' if n > 1 else ''}, eta = {task.eta}, alpha = {task.alpha}\n"]
    states = f"; the first {result['exact_states']} states are exact rationals"
    parts.append(common.wrapped(f"{result['status']}: {result['reason']}{states}") + "\n\n")
    if (law := result["law"]) is not None:
        parts.append(common.wrapped(f"Law: {law['statement']}") + "\n")
        told = f"holds exactly {law['exact']} times, enclosed {law['enclosed']} times"
        skipped = f"; {law['skipped']} times a weight was 0 and the law does not apply" if law["skipped"] else ""
        parts.append(common.wrapped(told + skipped) + "\n")
    if result["jumps"]:
        head = ["step", "coordinate", "weight", "jump J"]
        parts.append("\nWeights that crossed 0\n")
        parts.append(common.table(head, [[str(v) for v in j.values()] for j in result["jumps"][:20]]))
        if len(result["jumps"]) > 20:
            parts.append(f"and {len(result['jumps']) - 20} more\n")
    if (escape := result["escape"]) is not None:
        reached = ", ".join("not reached" if s is None else str(s) for s in escape["steps"])
        parts.append(f"\nSteps until every |w_i| >= {escape['to']}: {reached}\n")
        if (theory := escape["law"]) is not None:
            low, high = theory["gradient_descent"]
            between = str(low) if low == high else f"{low} to {high}"
            parts.append(f"by theory: sign descent {theory['sign_descent']}, gradient descent {between}\n")
            needed = f"gradient descent needs eta = {theory['step_needed']} to be as quick as sign descent is"
            parts.append(
                common.wrapped(f"{needed}; its last step ends below W times {theory['overshoot_at_most']}") + "\n"
            )
    samples = result["samples"]
    clock = ("step", [str(s["step"]) for s in samples])
    columns = [("radius", [s["radius"] for s in samples])]
    columns += [(f"x_{k + 1}", [s["x"][k] for s in samples]) for k in range(n)]
    columns += [(f"w_{k + 1},{i + 1}", [s["weights"][k][i] for s in samples]) for k, i in places]
    parts.append("\nStates: x_k and weight i of coordinate k\n" + common.folded(clock, columns))
    columns = [(f"Lambda_{k + 1},{i + 1}", [s["invariants"][k][i] for s in samples]) for k, i in places]
    parts.append(f"\nLambda_k,i = |w_k,i|^{task.q} - min_j |w_k,j|^{task.q}\n" + common.folded(clock, columns))
    return "".join(parts)
