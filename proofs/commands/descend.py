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

from ...discrete import DIGITS, SAMPLES, STEPS, descend
from . import common, problem

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
    common.show(args, form, found)
    return 4 if found.reason else 0
