"""A trajectory problem on the command line: q, the weights, an objective, decay, the end time.

`--weights '3/10,6/10;1/5,1/2'`: a coordinate's weights between commas, coordinates between semicolons.
"""

from __future__ import annotations

import argparse
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from . import common

if TYPE_CHECKING:
    from ...numeric_checks.flow.problem import Decay, Matrix, Objective, Problem, Vector

OBJECTIVES = ("gradient", "target", "least_squares", "logistic")


def add_problem(parser: common.Parser) -> None:
    """Add --q, --p, --weights, --until, the objectives, --decay and --decay-kind; `problem(args)` reads them."""
    parser.option("--q", metavar="Q", help="q in [1, 2]")
    parser.option("--p", metavar="P", help="instead of q: p in [2, inf], q = p/(p - 1)")
    parser.option("--weights", metavar="W", help="the weights at t = 0, such as '3/10,6/10;1/5,1/2'")
    parser.option("--until", metavar="T", help="the end time, > 0")
    group = parser.add_argument_group("the objective: exactly one of")
    group.add_argument("--gradient", action=common.Once, metavar="G", help="constant gradient, such as -1,2")
    group.add_argument("--target", action=common.Once, metavar="T", help="(x - T)^2/2, such as 1,1/2")
    for name, files, text in (
        ("--least-squares", ("A.csv", "b.csv"), "||Ax - b||^2/2"),
        ("--logistic", ("X.csv", "y.csv"), "sum log(1 + exp(-y x.X)), y = 1 or -1"),
    ):
        group.add_argument(name, action=common.Once, nargs=2, metavar=files, help=text)
    group = parser.add_argument_group("weight decay")
    group.add_argument("--decay", action=common.Once, metavar="A", help="alpha >= 0, or '0:1/2;3:0' of pieces")
    kinds = ("decoupled", "coupled")
    group.add_argument("--decay-kind", action=common.Once, choices=kinds, help="default: decoupled")


def problem(args: argparse.Namespace) -> Problem:
    """The problem that the options state. Errors: InputError."""
    q = common.steepness(args)
    for name, example in (("weights", "'3/10,6/10;1/5,1/2'"), ("until", "2")):
        if getattr(args, name) is None:
            raise common.Usage(f"--{name}: missing: give it, such as --{name} {example}")
    rows = [vector(row, "--weights") for row in args.weights.split(";")]
    if any(len(row) != len(rows[0]) for row in rows):
        raise InputError("--weights", args.weights, "give every coordinate the same number of weights")
    if not 2 <= len(rows[0]) <= exact.MAX_DEPTH:
        remedy = f"give 2 to {exact.MAX_DEPTH} weights between commas, coordinates between semicolons"
        raise InputError("--weights", args.weights, remedy)
    until = exact.number(args.until, "--until")

    from ...numeric_checks.flow.problem import Problem

    return Problem(q, tuple(rows), objective(args), until, decay(args, until))


def objective(args: argparse.Namespace) -> Objective:
    """f, from the one option that names it."""
    from ...numeric_checks.flow.problem import LeastSquares, Linear, Logistic, Quadratic

    given = [name for name in OBJECTIVES if getattr(args, name) is not None]
    if not given:
        raise common.Usage("an objective is missing: give --gradient, --target, --least-squares or --logistic")
    if len(given) > 1:
        first, second = ("--" + name.replace("_", "-") for name in given[:2])
        value = getattr(args, given[1])
        shown = value if isinstance(value, str) else " ".join(value)
        raise InputError(second, shown, f"{first} states an objective already: give one of the two")
    match given[0]:
        case "gradient":
            return Linear(vector(args.gradient, "--gradient"))
        case "target":
            return Quadratic(vector(args.target, "--target"))
        case "least_squares":
            A, b = args.least_squares
            return LeastSquares(matrix(A, "--least-squares"), column(b, "--least-squares"))
        case _:
            X, y = args.logistic
            return Logistic(matrix(X, "--logistic"), column(y, "--logistic"))


def decay(args: argparse.Namespace, until: Fraction) -> Decay:
    """alpha(t) >= 0 on [0, until]: a number, or pieces `start:c0` or `start:c0,c1` between semicolons."""
    from ...numeric_checks.flow.problem import NO_DECAY, Decay, constant_decay

    text: str | None = args.decay
    kind: Literal["decoupled", "coupled"] = args.decay_kind or "decoupled"
    if text is None:
        if args.decay_kind is not None:
            raise InputError("--decay-kind", kind, "there is no decay: give --decay too")
        return NO_DECAY
    if ":" not in text:
        return constant_decay(exact.number(text, "--decay"), kind)
    pieces = []
    for piece in text.split(";"):
        begin, _, coefficients = piece.partition(":")
        pieces.append((exact.number(begin, "--decay"), vector(coefficients, "--decay")))
    starts = [start for start, _ in pieces]
    if starts[0] != 0 or any(a >= b for a, b in pairwise(starts)):
        raise InputError("--decay", text, "the pieces start at 0 and at increasing times")
    for (start, line), end in zip(pieces, [*starts[1:], max(until, starts[-1])], strict=True):
        if len(line) > 2:
            raise InputError("--decay", text, "a piece is C0 or C0,C1: constant or a straight line")
        if any(sum(c * t**k for k, c in enumerate(line)) < 0 for t in (start, end)):
            raise InputError("--decay", text, f"it is negative somewhere between t = {start} and {end}")
    return Decay(tuple(pieces), kind)


def vector(text: str, argument: str) -> Vector:
    """The numbers between commas."""
    return tuple(exact.number(entry, argument) for entry in text.split(","))


def matrix(path: str, argument: str) -> Matrix:
    """The rows of a CSV file of exact numbers. Errors: InputError naming file, line and column."""
    rows: list[Vector] = []
    for i, line in enumerate(common.read(path, argument).splitlines(), 1):
        if line.strip():
            place = f"{argument} {common.printable(path, 100)}, line {i}"
            row = enumerate(line.split(","), 1)
            rows.append(tuple(exact.number(entry, f"{place}, column {k}") for k, entry in row))
            if len(rows[-1]) != len(rows[0]):
                raise InputError(place, f"{len(rows[-1])} columns", f"the rows above have {len(rows[0])}")
    if not rows:
        raise InputError(argument, path, "the file holds no numbers")
    return tuple(rows)


def column(path: str, argument: str) -> Vector:
    """The entries of a CSV file of one column or one row."""
    rows = matrix(path, argument)
    if len(rows) > 1 and len(rows[0]) > 1:
        raise InputError(argument, path, "the right-hand side is one column or one row")
    return tuple(entry for row in rows for entry in row)
