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

from ...decay_run import DIGITS, MOST_SAMPLES, SAMPLES, decay
from ...symbolic.reading import exact
from ..writing import layout
from . import common, problem
from .integrate import CODES
from .progress import Progress


def configure(parser: common.Parser) -> None:
    """Add the options of `decay`."""
    problem.add_problem(parser)
    common.add_digits(parser, DIGITS)
    parser.option("--samples", metavar="N", help=f"sample N + 1 times, evenly spaced (default {SAMPLES})")
    common.add_limit(parser, kept=True)
    common.add_format(parser, ("text", "json", "markdown", "latex", "csv"))


def run(args: argparse.Namespace) -> int:
    """Integrate, evaluate along the way and print."""
    form, digits = common.form(args), common.digits(args, DIGITS)
    count = SAMPLES if args.samples is None else exact.integer(args.samples, "samples", 1, MOST_SAMPLES)
    if args.decay is None:
        raise common.Usage("--decay: missing: give alpha >= 0, such as --decay 1/2 (0 for none)")
    with Progress(1, quiet=True) as progress:
        progress.running(["integrating"])
        found = decay(**problem.fields(args), digits=digits, samples=count, limit=common.seconds(args))
    if form == "csv":
        layout.message(f"{found.status}: {found.reason}")
    common.show(args, form, found)
    return CODES.get(found.ended, 0)
