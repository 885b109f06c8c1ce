"""Table 1 of the paper: the regularizer that weight decay induces on the balanced manifold, derived.

  steepest-mirror table1                               # q = 2 and 1, L = 2 and infinity, as in the paper
  steepest-mirror table1 --q 3/2 --depth 5             # any other row and column
  steepest-mirror table1 --q 1 3/2 2 --depth 2 3 inf   # several of each
  steepest-mirror table1 --q symbolic --depth symbolic  # the general exponents

L_e stands for |x|^e, log for log|x|, up to a factor and a constant. coupled: decay through the gradient (Adam + L2);
decoupled: decay of the weights (AdamW). limit: the same regularizer as L -> infinity.
"""

from __future__ import annotations

import argparse

from ...laws import table1
from . import common


def configure(parser: common.Parser) -> None:
    """Add the options of `table1`."""
    for name, metavar, text in (
        ("--q", "Q", "values of q in [1, 2], or `symbolic` (default: 2 1)"),
        ("--depth", "L", "depths from 2, `inf`, or `symbolic` (default: 2 inf)"),
    ):
        parser.add_argument(name, action="extend", nargs="+", metavar=metavar, help=text)
    common.add_format(parser, ("text", "json", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Derive the rows and print them."""
    form = common.form(args)
    common.show(args, form, table1(args.q or ("2", "1"), args.depth or ("2", "inf")))
    return 0
