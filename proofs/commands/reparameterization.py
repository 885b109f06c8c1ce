"""The options of a reparameterization x = h(w) of the user's own, shared by the commands that take it.

`--reparameterization "u**D - v**D" --set D=3 --start "u=1,v=1/2"`: the weights are the names in h that --set leaves
over.
"""

from __future__ import annotations

import argparse
import re
from fractions import Fraction

from ...reparameterization import Reparameterization
from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from . import common

OTHERS = ("depth", "invariants", "balance", "weights")


def add_reparameterization(parser: common.Parser) -> None:
    """Add --reparameterization, --set, --start; `reparameterization(args)` reads them."""
    group = parser.add_argument_group("instead of a product: any x = h(w)")
    group.add_argument(
        "--reparameterization", action=common.Once, metavar="H", help="h for one coordinate, such as 'u**D - v**D'"
    )
    group.add_argument("--set", action="append", metavar="D=3", help="numbers for names of h (repeatable; commas)")
    group.add_argument("--start", action=common.Once, metavar="u=1,v=1/2", help="where every weight starts")


def reparameterization(args: argparse.Namespace) -> Reparameterization | None:
    """The reparameterization that the options state, None where there is none. Errors: InputError."""
    if args.reparameterization is None:
        for name in ("set", "start"):
            if getattr(args, name) is not None:
                shown = getattr(args, name) if name == "start" else ",".join(args.set)
                raise InputError(f"--{name}", shown, "it belongs to --reparameterization: give that too")
        return None
    for name in OTHERS:
        if getattr(args, name, None) is not None:
            raise InputError(
                f"--{name}", getattr(args, name), "--reparameterization with --start fixes it: leave it out"
            )
    if args.start is None:
        raise common.Usage("--start: missing: say where every weight starts, such as --start u=1,v=1/2")
    if (args.q or "").strip() == "symbolic":
        raise InputError("--q", args.q, "give a number: a reparameterization is treated at one q")
    constants = assignments(",".join(args.set), "--set") if args.set else {}
    start = assignments(args.start, "--start")
    return Reparameterization(args.reparameterization, q=args.q, p=args.p, start=start, constants=constants)


def assignments(text: str, argument: str) -> dict[str, Fraction]:
    """NAME=NUMBER between commas. Errors: InputError."""
    found: dict[str, Fraction] = {}
    for entry in text.split(","):
        name, equals, value = (part.strip() for part in entry.partition("="))
        if not equals or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,30}", name):
            raise InputError(argument, entry.strip() or text, "give NAME=NUMBER between commas, such as u=1,v=1/2")
        if name in found:
            raise InputError(argument, text, f"{name} has two values")
        found[name] = exact.number(value, argument)
    return found
