"""One quantity of the mirror flow on x = w_1 w_2 ... w_L to N correct digits, with a proven error bound.

  steepest-mirror evaluate mirror-map --q 3/2 --invariants 0,1/2,2 --x 7/10 --digits 100
  steepest-mirror evaluate potential --q 2 --depth 3 --x=-1/2 --json
  steepest-mirror evaluate inverse-mirror-map --q 2 --depth 3 --balance 1 --y 1/4
  steepest-mirror evaluate range --q 2 --invariants 0,1,2
  steepest-mirror evaluate escape-time --q 1 --depth 2 --x0 1e-6 --x1 1/2 --g -1
  steepest-mirror evaluate blow-up-time --q 2 --invariants 0,1,2 --x 1/3 --g -1

Quantities: metric (R''), mirror-map (R'), potential (R), conjugate (R* at y = R'(x)), regularizer (M, decoupled
decay), coupled-regularizer, all at --x; inverse-mirror-map at --y; range (Y = lim R' at infinity);
coercivity (mu = P'(0)); escape-time from --x0 to --x1 and blow-up-time from --x under a constant gradient --g
(g < 0 pushes x upwards). `--depth inf` is the limit, for the two regularizers.

  steepest-mirror evaluate mirror-map --q 2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2 --x 5

R(0) = 0 and R'(0) = 0 where finite. Where R'(0+) = -inf: R' = log|x|/L or |x|^{1-m}/(L(1-m)) if balanced, else
R' -> 0 at infinity; R'(0) is then -inf, its limit from x > 0. A reparameterization other than a monomial has R'(0) = 0
where x = 0 is known to lie in its domain, else R'(x_0) = 0 at the start. Text prints the value alone; --json adds the
radius: |value - truth| <= radius.
"""

from __future__ import annotations

import argparse

from ...symbolic.reading import exact
from ..writing import layout
from . import common
from .reparameterization import add_reparameterization, reparameterization

DIGITS = 50
POINTS = ("x", "y", "x0", "x1", "g")


def configure(parser: common.Parser) -> None:
    """Add the options of `evaluate`."""
    parser.add_argument("quantity", metavar="QUANTITY", help="such as mirror-map; the list is above")
    common.add_setting(parser)
    add_reparameterization(parser)
    for name in POINTS:
        parser.option(f"--{name}", metavar=name.upper(), help=f"the exact number {name}")
    common.add_digits(parser, DIGITS)
    common.add_limit(parser)
    common.add_format(parser)


def run(args: argparse.Namespace) -> int:
    """Evaluate and print."""
    form, digits = common.form(args), common.digits(args, DIGITS)
    points = {n: exact.number(text, n) for n in POINTS if (text := getattr(args, n)) is not None}
    quantity = args.quantity.replace("_", "-")

    from ...numeric_checks.potential.quantities import points_of

    points_of(quantity, points)
    if (h := reparameterization(args)) is None:
        of = common.setting(args)
        where, result = of.to_dict(), of.formula(quantity)(digits=digits, **points)
    else:
        result, norm = h.evaluated(quantity, digits, points)
        where = {**h.described[1], **({} if h.product else {"normalisation": norm})}
    if form == "json":
        number = {"value": result.value, "radius": result.radius, "digits": digits}
        common.emit(args, layout.json_text({"quantity": quantity, **where, **number}))
    else:
        common.emit(args, result.value)
    return 0
