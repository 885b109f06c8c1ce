"""One trajectory of the weights: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i on x = w_1 w_2 ... w_L.

  steepest-mirror integrate --q 3/2 --weights '3/10,6/10;1/5,1/2' --gradient -1,2 --until 1
  steepest-mirror integrate --q 1 --weights '1,1/2' --target 2 --until 5 --digits 30
  steepest-mirror integrate --q 2 --weights '1,1;1,1' --least-squares A.csv b.csv --until 3
  steepest-mirror integrate --q 2 --weights '1,1/2' --logistic X.csv y.csv --until 1 --format csv
  steepest-mirror integrate --q 2 --weights '1,1/2' --target 1 --until 4 --decay '0:1/2;3:0'
  steepest-mirror integrate --q 2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2 --target 2 --until 1
  steepest-mirror integrate --double --q 3/2 --weights '1,1/2' --target 2 --until 9

A coordinate's weights stand between commas, coordinates between semicolons; their number is the depth.
Objectives: f = G x, (x-T)^2/2, ||Ax-b||^2/2 or sum log(1 + exp(-y x.X)); a CSV file holds one row of
the matrix a line, in exact numbers such as 3/2, 0.1 or 1e-3. Decay is a number, or pieces START:C0 or
START:C0,C1, each alpha(t) = C0 + C1 t from START on, the first from 0.

Every state is enclosed: |value - truth| <= radius. A trajectory that cannot be continued (blow-up,
a saddle where the solution is not unique, ...) stops there and says why; that is an answer, exit code 0.
Where it ends before what was asked without having to (undecided, --limit reached), what is certified up to
there is printed, and the exit code is 4 (130 after Ctrl-C).

--double is the quick mode for large problems and pictures: double precision (for q > 1 LSODA of SciPy with <g>^{q-1}
regularised near g = 0, for q = 1 from event to event), the same events by the same names, errors estimated from a
second, coarser run; nothing is certified, and every output says so.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ...descent import DIGITS, MOST_SAMPLES, SAMPLES, integrate
from ...double_run import MARK
from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from ..writing import layout
from . import common, problem
from .progress import Progress
from .reparameterization import add_reparameterization, reparameterization

if TYPE_CHECKING:
    from ...descent import Trajectory
    from ...double_run import DoubleTrajectory

MANY = 60  # coordinates
LARGE = "a large problem: --double follows it in seconds, with estimated errors and no certificate"
CODES = {"undecided": 4, "limit": 4, "interrupted": 130}


def configure(parser: common.Parser) -> None:
    """Add the options of `integrate`."""
    problem.add_problem(parser)
    add_reparameterization(parser)
    common.add_digits(parser, DIGITS)
    parser.option("--samples", metavar="N", help=f"sample N + 1 times, evenly spaced (default {SAMPLES})")
    common.add_limit(parser, kept=True)
    parser.add_argument(
        "--double", action="store_true", help="double precision: quick, estimated errors, NOT certified"
    )
    common.add_format(parser, ("text", "json", "csv"))


def run(args: argparse.Namespace) -> int:
    """Integrate, sample and print."""
    if args.double and args.digits is not None:
        raise InputError("--digits", args.digits, "leave it out: --double has 9 digits or fewer, each estimated")
    form, digits = common.form(args), common.digits(args, DIGITS)
    count = SAMPLES if args.samples is None else exact.integer(args.samples, "samples", 1, MOST_SAMPLES)
    h = reparameterization(args)
    given = problem.fields(args)
    if h is not None:
        given |= {"q": None, "p": None, "reparameterization": h}
    limit = common.seconds(args)
    if not args.double and _large(given):
        layout.message(LARGE)
    with Progress(1, quiet=True) as progress:
        progress.running(["integrating"])
        found: Trajectory | DoubleTrajectory
        if args.double:
            found = integrate(**given, samples=count, limit=limit, double=True)
        else:
            found = integrate(**given, digits=digits, samples=count, limit=limit)
    if form == "csv":
        layout.message(f"{MARK}; " * args.double + f"{found.status}: {found.reason}")
    common.show(args, form, found)
    return CODES.get(found.ended, 0)


def _large(given: dict[str, Any]) -> bool:
    """Whether a certified run may take minutes: many coordinates that one file of data couples."""
    data = given.get("least_squares") or given.get("logistic")
    return data is not None and MANY <= len(data[0][0]) == 1 + (given["weights"] or "").count(";")
