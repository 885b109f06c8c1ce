"""Table 2: four exponents of sparsity on the balanced manifold, derived, side by side for any q and L.

  steepest-mirror table2                                  # q = 2, 3/2, 5/4 and 1, L = 2, 3, 4 and infinity
  steepest-mirror table2 --q 3/2 --depth 5                # any other row
  steepest-mirror table2 --q symbolic --depth symbolic    # the general exponents, their order by cases

margin: the norm whose margin late training on separable data maximises. coupled: the norm that coupled decay
adds to the objective. drift: the norm along which decoupled decay (AdamW) moves. rest: the norm that is
stationary, with the objective, where decoupled decay comes to rest. L_e stands for sum |x_k|^e, log for
sum log|x_k|, L_inf for max |x_k|. convex: the margin problem is, which is so iff R' is onto iff p >= L.
"""

from __future__ import annotations

import argparse
from typing import Any

from ...laws import table2
from ...symbolic.errors import InputError
from . import common


def configure(parser: common.Parser) -> None:
    """Add the options of `table2`."""
    for name, metavar, text in (
        ("--q", "Q", "values of q in [1, 2], or `symbolic` (default: 2 3/2 5/4 1)"),
        ("--depth", "L", "depths from 2, `inf`, or `symbolic` (default: 2 3 4 inf)"),
    ):
        parser.add_argument(name, action="extend", nargs="+", metavar=metavar, help=text)
    common.add_format(parser, ("text", "json", "markdown", "latex", "python"))


def run(args: argparse.Namespace) -> int:
    """Derive the rows and print them."""
    form = common.form(args)
    found = table2(args.q or ("2", "3/2", "5/4", "1"), args.depth or ("2", "3", "4", "inf"))
    if form == "python":
        common.emit(args, python(found.data["rows"]))
    else:
        common.show(args, form, found)
    return 0


def python(data: list[dict[str, Any]]) -> str:
    """The exponents of numeric rows as a dictionary of fractions."""
    lines = ["from fractions import Fraction", "from math import inf", "", "EXPONENTS = {"]
    for line in data:
        if "symbolic" in (line["q"], line["depth"]):
            raise InputError("--format", "python", "numbers only: give --q and --depth as numbers")
        depth = "inf" if line["depth"] == "inf" else line["depth"]
        entries = (f'"{c}": {_literal(line[c])}' for c in ("margin", "coupled", "drift", "rest"))
        lines.append(f'    (Fraction("{line["q"]}"), {depth}): {{{", ".join(entries)}}},')
    return "\n".join([*lines, "}", ""])


def _literal(e: str) -> str:
    return "inf" if e == "inf" else f'Fraction("{e}")'
