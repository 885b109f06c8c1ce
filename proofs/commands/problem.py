"""A trajectory problem on the command line: q, the weights, an objective, decay, the end time.

`--weights '3/10,6/10;1/5,1/2'`: a coordinate's weights between commas, coordinates between semicolons.
"""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING, Any

from ... import problems
from ...problems import OBJECTIVES
from ...symbolic.errors import InputError, several
from ...symbolic.reading import exact
from ..writing import layout
from . import common

if TYPE_CHECKING:
    from ...numeric_checks.flow.problem import Matrix, Problem, Vector

FIELDS = ("q", "p", "weights", "until", *OBJECTIVES, "decay", "decay_kind")


def add_problem(parser: common.Parser) -> None:
    """Add --q, --p, --weights, --until, the objectives, --decay and --decay-kind; `problem(args)` reads them."""
    parser.option("--q", metavar="Q", help="q in [1, 2]")
    parser.option("--p", metavar="P", help="instead of q: p in [2, inf], q = p/(p - 1)")
    parser.option("--weights", metavar="W", help="the weights at t = 0, such as '3/10,6/10;1/5,1/2'")
    parser.option("--until", metavar="T", help="the end time, > 0")
    add_objective(parser)
    group = parser.add_argument_group("weight decay")
    group.add_argument("--decay", action=common.Once, metavar="A", help="alpha >= 0, or '0:1/2;3:0' of pieces")
    kinds = ("decoupled", "coupled")
    group.add_argument("--decay-kind", action=common.Once, choices=kinds, help="default: decoupled")


def add_objective(parser: common.Parser) -> None:
    """Add --gradient, --target, --least-squares, --logistic; `objectives(args)` reads them."""
    group = parser.add_argument_group("the objective: exactly one of")
    group.add_argument("--gradient", action=common.Once, metavar="G", help="constant gradient, such as -1,2")
    group.add_argument("--target", action=common.Once, metavar="T", help="(x - T)^2/2, such as 1,1/2")
    for name, files, text in (
        ("--least-squares", ("A.csv", "b.csv"), "||Ax - b||^2/2"),
        ("--logistic", ("X.csv", "y.csv"), "sum log(1 + exp(-y x.X)), y = 1 or -1"),
    ):
        group.add_argument(name, action=common.Once, nargs=2, metavar=files, help=text)


def fields(args: argparse.Namespace) -> dict[str, Any]:
    """The fields of a problem as the library takes them, with the contents of the files."""
    return {name: getattr(args, name) for name in FIELDS} | objectives(args)


def objectives(args: argparse.Namespace) -> dict[str, Any]:
    """The options of `add_objective`, with the contents of the files. Errors: Usage where there is none."""
    found = {name: getattr(args, name) for name in OBJECTIVES}
    if all(found[name] is None for name in OBJECTIVES):
        raise common.Usage("an objective is missing: give --gradient, --target, --least-squares or --logistic")
    for name in ("least_squares", "logistic"):
        if found[name] is not None and sum(found[other] is not None for other in OBJECTIVES) == 1:
            option = "--" + name.replace("_", "-")
            A, b = found[name]
            found[name] = matrix(A, option), column(b, option)
    return found


def problem(args: argparse.Namespace) -> Problem:
    """The problem that the options state. Errors: InputError."""
    given = fields(args)
    objectives = {name: given[name] for name in OBJECTIVES}
    rest = [given[name] for name in ("until", "decay", "decay_kind")]
    return problems.problem(given["q"], given["p"], given["weights"], objectives, *rest)


def matrix(path: str, argument: str) -> Matrix:
    """The rows of a CSV file of exact numbers. Errors: InputError naming file, line and column."""
    rows: list[Vector] = []
    for i, line in enumerate(layout.read(path, argument).splitlines(), 1):
        if line.strip():
            place = f"{argument} {layout.printable(path, 100)}, line {i}"
            if not rows and _words(line):
                raise InputError(place, line[:60], "this is a header row: leave it out, the first line is data already")
            if re.search(r"\d\s*[;\s]\s*[-+.\d]", line):
                raise InputError(place, line[:60], "put commas between the numbers")
            row = enumerate(line.split(","), 1)
            rows.append(tuple(exact.number(entry, f"{place}, column {k}") for k, entry in row))
            if len(rows[-1]) != len(rows[0]):
                raise InputError(place, several(len(rows[-1]), "column"), f"the rows above have {len(rows[0])}")
    if not rows:
        raise InputError(argument, path, "the file holds no numbers")
    return tuple(rows)


def _words(line: str) -> bool:
    """Whether no entry of a line begins like a number: names of columns."""
    return not any(re.match(r"\s*\"?\s*[-+.\d]", entry) for entry in line.split(",") if entry.strip())


def column(path: str, argument: str) -> Vector:
    """The entries of a CSV file of one column or one row."""
    rows = matrix(path, argument)
    if len(rows) > 1 and len(rows[0]) > 1:
        raise InputError(argument, path, "the right-hand side is one column or one row")
    return tuple(entry for row in rows for entry in row)
