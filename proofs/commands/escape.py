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

from ...laws import DIGITS, STEEP, escape
from ..writing import layout
from . import common


def configure(parser: common.Parser) -> None:
    """Add the options of `escape`."""
    parser.option("--weights", metavar="W", help="the weights before scaling, such as 1,1,2")
    parser.option("--scale", metavar="S", help="the start is S * W, S > 0 (default 1)")
    parser.option("--to", metavar="X", help="the x to reach")
    parser.option("--gradient", metavar="G", help="the constant gradient: G < 0 pushes x upwards")
    parser.add_argument("--q", action="extend", nargs="+", metavar="Q", help="values of q (default: 1 5/4 3/2 7/4 2)")
    common.add_digits(parser, DIGITS)
    common.add_limit(parser, kept=True)
    common.add_format(parser, ("text", "json", "csv", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Evaluate and print."""
    form, digits = common.form(args), common.digits(args, DIGITS)
    given = {"to": args.to, "gradient": args.gradient, "scale": args.scale or "1", "q": args.q or STEEP}
    found = escape(args.weights, **given, digits=digits, limit=common.seconds(args))
    common.show(args, form, found)
    if left := found.data.get("left"):
        layout.message(f"steepest-mirror: the time limit was reached before q = {', '.join(left)}")
        return 4
    return 0
