"""The L_{p/L} margin of data: max_x min_i y_i X_i.x subject to sum_k |x_k|^r <= 1, r = p/L.

  steepest-mirror margin --q 3/2 --depth 2 X.csv y.csv       # r = 3/2: which direction late training takes
  steepest-mirror margin --q 1 --depth 3 X.csv y.csv         # r = infinity for every depth: max |x_k| <= 1
  steepest-mirror margin --exponent 11/8 X.csv y.csv         # any r, such as 2 - m for comparison

Late training on separable data (no decay, the loss going to 0) moves towards a KKT point of this problem. It is
convex iff r >= 1, that is iff R' is onto (m <= 1); then the KKT point is the global maximum. r = 1 and r =
infinity are linear programs, solved in rationals and proved by their duals; 1 < r < infinity is enclosed by
the duality gap; for r < 1 every vertex is tried where they are few, else a search, and the answer says which.

X.csv holds one sample a line in exact numbers, y.csv a label 1 or -1 for each. The direction has its largest
entry 1; the radius bounds the errors of margin, direction and maximiser; the residual is that of the KKT
conditions at the point and the multipliers (the weights of the samples in the gradient) which the proof uses.
"""

from __future__ import annotations

import argparse

from ...margins import DIGITS, margin
from . import common, problem


def configure(parser: common.Parser) -> None:
    """Add the options of `margin`."""
    for name, metavar, text in (
        ("--q", "Q", "q in [1, 2]"),
        ("--p", "P", "instead of q: p in [2, inf]"),
        ("--depth", "L", "the number of weights of a coordinate, from 2"),
        ("--exponent", "R", "instead of q and depth: r > 0, or inf"),
    ):
        parser.option(name, metavar=metavar, help=text)
    parser.add_argument("X", metavar="X.csv", help="the samples")
    parser.add_argument("y", metavar="y.csv", help="the labels, 1 or -1")
    common.add_digits(parser, DIGITS)
    common.add_limit(parser)
    common.add_format(parser, ("text", "json"))


def run(args: argparse.Namespace) -> int:
    """Solve, certify and print."""
    form = common.form(args)
    if args.exponent is None:
        if args.q is None and args.p is None:
            raise common.Usage("--q: missing: give q in [1, 2], such as --q 3/2, and --depth (or --exponent)")
        if args.depth is None:
            raise common.Usage("--depth: missing: give the depth, such as --depth 2 (or --exponent)")
    X, y = problem.matrix(args.X, "X.csv"), problem.column(args.y, "y.csv")
    fields = {name: getattr(args, name) for name in ("q", "p", "depth", "exponent")}
    found = margin(X, y, **fields, digits=common.digits(args, DIGITS))
    common.show(args, form, found)
    return 0
