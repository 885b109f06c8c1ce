"""The conservation laws of a polynomial reparameterization x = G(w): those that hold for every objective.

  steepest-mirror conserved --reparameterization 'u*v; u*w'          # components between semicolons
  steepest-mirror conserved --network 2,2,2                          # U V with 2 x 2 matrices, attention's K^T Q
  steepest-mirror conserved --network 3,3,3,3 --q 2                  # three layers of width 3
  steepest-mirror conserved --reparameterization 'u**2 - v**2' --q 2 3/2 5/4 1 --json

h is a law iff grad h . <J^T v>^{q-1} = 0 for all v, J = dG/dw. Two bounds on the number of independent laws
near a generic point: those found, exact identities, and at most D minus an exact rank. q = 2: polynomials up
to --degree against the Lie algebra of the gradients (Marcotte, Gribonval, Peyre 2023). q < 2: the fields span
one direction for each class of parallel columns of J, so that laws are left within such classes only.
Where the bounds differ, the answer says so (exit code 4).
"""

from __future__ import annotations

import argparse

from ...conservation import conserved
from . import common


def configure(parser: common.Parser) -> None:
    """Add the options of `conserved`."""
    parser.option("--reparameterization", metavar="G", help="polynomials in the weights, such as 'u*v; u*w'")
    parser.option("--network", metavar="N,N,...", help="instead: widths of a product of matrices, such as 2,2,2")
    parser.add_argument("--q", action="extend", nargs="+", metavar="Q", help="values of q in [1, 2] (default: 2 3/2 1)")
    parser.option("--degree", metavar="N", help="of the polynomials at q = 2 (default 2)")
    common.add_limit(parser)
    common.add_format(parser, ("text", "json", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Count and print; exit code 4 where two bounds differ."""
    form = common.form(args)
    if args.reparameterization is None and args.network is None:
        raise common.Usage("--reparameterization: missing: give it, such as 'u*v; u*w' (or --network 2,2,2)")
    fields = {"network": args.network, "q": args.q, "degree": args.degree}
    found = conserved(args.reparameterization, **{name: v for name, v in fields.items() if v is not None})
    common.show(args, form, found)
    return 0 if all(row["exact"] for row in found.data["rows"]) else 4
