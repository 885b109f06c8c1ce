"""Table 2: four exponents of sparsity on the balanced manifold, derived, side by side for any q and L.

  steepest-mirror table2                                  q = 2, 3/2, 5/4 and 1, L = 2, 3, 4 and infinity
  steepest-mirror table2 --q 3/2 --depth 5                any other row
  steepest-mirror table2 --q symbolic --depth symbolic    the general exponents, their order by cases

margin: the norm whose margin late training on separable data maximises. coupled: the norm that coupled decay
adds to the objective. drift: the norm along which decoupled decay (AdamW) moves. rest: the norm that is
stationary, with the objective, where decoupled decay comes to rest. L_e stands for sum |x_k|^e, log for
sum log|x_k|, L_inf for max |x_k|. convex: the margin problem is, which is so iff R' is onto iff p >= L.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from . import common

if TYPE_CHECKING:
    from ...symbolic.product.table2 import Row

MOST = 100


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
    steepnesses = [t if t == "symbolic" else exact.steepness(t) for t in args.q or ("2", "3/2", "5/4", "1")]
    depths = [t if t in ("symbolic", "inf") else exact.depth(t) for t in args.depth or ("2", "3", "4", "inf")]
    for name, values in (("--q", steepnesses), ("--depth", depths)):
        if len(values) > MOST:
            raise InputError(name, len(values), f"give at most {MOST} values")

    import sympy as sp

    from ...symbolic import symbols
    from ...symbolic.product.table2 import rows

    found = rows(
        [symbols.q if q == "symbolic" else sp.Rational(str(q)) for q in dict.fromkeys(steepnesses)],
        [{"symbolic": symbols.L, "inf": sp.oo}.get(str(n), n) for n in dict.fromkeys(depths)],
    )
    data = [as_data(row) for row in found]
    match form:
        case "json":
            text = common.json_text({"rows": data})
        case "python":
            text = python(data)
        case _:
            make = {"text": common.table, "markdown": common.markdown, "latex": common.latex}[form]
            text = "\n".join(make(*part) for part in tables(found, data))
    common.emit(args, text)
    return 0


def tables(found: tuple[Row, ...], data: list[dict[str, Any]]) -> list[tuple[list[str], list[list[str]]]]:
    """The exponents with their judgement, and what they tend to as L -> infinity."""
    columns = ["margin", "coupled", "drift", "rest"]
    cells = []
    for row, line in zip(found, data, strict=True):
        names = row.names()
        where = f"q = {line['q']}, L = {line['depth']}"
        first, *others = line["order"]
        cells.append([where, *(names[c] for c in columns), _yes(line["convex"]), _case(first)])
        cells += [[""] * 6 + [_case(more)] for more in others]
    limits = {line["q"]: line["limits"] for line in data}
    ends = [[f"q = {q}", *(limit[c] for c in columns)] for q, limit in limits.items()]
    return [(["for", *columns, "margin convex", "order of the exponents"], cells), (["L -> infinity", *columns], ends)]


def as_data(row: Row) -> dict[str, Any]:
    """One row for JSON: exponents as text, `inf` where infinite, a condition in words where it depends on q or L."""
    depth = int(row.depth) if row.depth.is_Integer else "symbolic" if row.depth.is_Symbol else "inf"
    return {
        "q": str(row.q) if row.q.is_Rational else "symbolic",
        "depth": depth,
        **{column: _shown(e) for column, e in row.exponents.items()},
        "limits": {column: _shown(e) for column, e in row.limits.items()},
        "convex": _judged(row.convex),
        "onto": None if row.onto is None else _judged(row.onto),
        "order": [{"when": _judged(when), "order": words} for when, words in row.order],
        "note": "" if row.q.is_Rational else "margin and rest for q > 1; both are infinite at q = 1",
    }


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


def _shown(e: Any) -> str:
    return "inf" if str(e) == "oo" else str(e)


def _judged(holds: Any) -> bool | str:
    if holds in (True, False):
        return bool(holds)
    parts = holds.args if holds.func.__name__ == "And" else (holds,)
    return " and ".join(sorted(f"{e.lhs} {e.rel_op} {e.rhs}" for e in parts))


def _yes(convex: bool | str) -> str:
    return convex if isinstance(convex, str) else "yes" if convex else "no"


def _case(case: dict[str, Any]) -> str:
    return case["order"] if case["when"] is True else f"{case['when']}: {case['order']}"
