"""Table 1 of the paper: the regularizer that weight decay induces on the balanced manifold, derived.

  steepest-mirror table1                               q = 2 and 1, L = 2 and infinity, as in the paper
  steepest-mirror table1 --q 3/2 --depth 5             any other row and column
  steepest-mirror table1 --q 1 3/2 2 --depth 2 3 inf   several of each
  steepest-mirror table1 --q symbolic --depth symbolic the general exponents

L_e stands for |x|^e, log for log|x|, up to a factor and a constant. coupled: decay through the gradient (Adam + L2);
decoupled: decay of the weights (AdamW). limit: the same regularizer as L -> infinity.
"""

from __future__ import annotations

import argparse

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from . import common

MOST = 100


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
    steepnesses = [text if text == "symbolic" else exact.steepness(text) for text in args.q or ("2", "1")]
    depths = [text if text in ("symbolic", "inf") else exact.depth(text) for text in args.depth or ("2", "inf")]
    for name, values in (("--q", steepnesses), ("--depth", depths)):
        if len(values) > MOST:
            raise InputError(name, len(values), f"give at most {MOST} values")

    import sympy as sp

    from ...symbolic import symbols
    from ...symbolic.product.table1 import rows
    from ...symbolic.writing.table1 import as_data, grid, place
    from ...symbolic.writing.text_and_latex import text as shown

    found = rows(
        [symbols.q if q == "symbolic" else sp.Rational(str(q)) for q in dict.fromkeys(steepnesses)],
        [{"symbolic": symbols.L, "inf": sp.oo}.get(str(n), n) for n in dict.fromkeys(depths)],
    )
    if form == "json":
        common.emit(args, common.json_text({"rows": [as_data(row) for row in found]}))
        return 0
    head, body = grid(found)
    detail = [
        [place(row), row.decay, f"M(x) = {shown(row.form)}", "" if row.depth == sp.oo else as_data(row)["limit"]]
        for row in found
    ]
    heads = ["for", "decay", "M up to a constant, x > 0", "L -> infinity"]
    if form == "text":
        text = common.table(head, body) + "\n" + common.table(heads, detail)
    else:
        make = common.markdown if form == "markdown" else common.latex
        text = make(head, body) + "\n" + make(heads, detail)
    common.emit(args, text)
    return 0
