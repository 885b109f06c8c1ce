"""Table 2 as grids of words, and its rows as data."""

from __future__ import annotations

from typing import Any

from ..product.table2 import Row
from .table1 import of_q, place


def tables(found: tuple[Row, ...], data: list[dict[str, Any]]) -> list[tuple[list[str], list[list[str]]]]:
    """The exponents with their judgement, and what they tend to as L -> infinity."""
    columns = ["margin", "coupled", "drift", "rest"]
    cells = []
    for row, line in zip(found, data, strict=True):
        names = row.names()
        first, *others = line["order"]
        cells.append([place(row), *(names[c] for c in columns), _yes(line["convex"]), _case(first)])
        cells += [[""] * 6 + [_case(more)] for more in others]
    limits = {str(row.q): line["limits"] for row, line in zip(found, data, strict=True)}
    ends = [[of_q(q), *(limit[c].replace("inf", "infinity") for c in columns)] for q, limit in limits.items()]
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


def _shown(e: Any) -> str:
    return "inf" if str(e) == "oo" else str(e)


def _judged(holds: Any) -> bool | str:
    if holds in (True, False):
        return bool(holds)
    parts = holds.args if holds.func.__name__ == "And" else (holds,)
    return " and ".join(sorted(f"{e.lhs} {e.rel_op} {e.rhs}" for e in parts))


def _yes(convex: bool | str) -> str:
    return convex.replace("==", "=") if isinstance(convex, str) else "yes" if convex else "no"


def _case(case: dict[str, Any]) -> str:
    return case["order"] if case["when"] is True else f"{case['when'].replace('==', '=')}: {case['order']}"
