"""Table 1 as a grid of words, and its rows as data."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..product.table1 import Row
from .derive import limit_text
from .text_and_latex import text


def grid(found: tuple[Row, ...]) -> tuple[list[str], list[list[str]]]:
    """A line for each q, a column for each depth and decay."""
    columns = list(dict.fromkeys((str(row.depth), row.decay) for row in found))
    cells = {(str(row.q), str(row.depth), row.decay): row.regularizer for row in found}
    head = ["", *(f"{_depth(depth)} {decay}" for depth, decay in columns)]
    return head, [[_q(q), *(cells[q, *c] for c in columns)] for q in dict.fromkeys(str(row.q) for row in found)]


def as_data(row: Row) -> dict[str, Any]:
    """One row for JSON."""
    return {
        "q": str(row.q) if row.q.is_Rational else "symbolic",
        "depth": int(row.depth) if row.depth.is_Integer else "symbolic" if row.depth.is_Symbol else "inf",
        "decay": row.decay,
        "exponent": str(row.exponent),
        "kind": row.kind,
        "regularizer": row.regularizer,
        "limit": limit_text(row.q, row.decay == "coupled"),
    }


def _depth(depth: str) -> str:
    return "L" if depth == "L" else "L = infinity" if depth == "oo" else f"L = {depth}"


def _q(q: str) -> str:
    return "q" if q == "q" else f"q = {q}"


def detail(found: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A head and lines: M itself, and what it tends to as L -> infinity."""
    lines = (
        (place(row), row.decay, f"M(x) = {text(row.form)}", "" if row.depth == sp.oo else as_data(row)["limit"])
        for row in found
    )
    return ("for", "decay", "M up to a constant, x > 0", "L -> infinity"), tuple(lines)


def place(row: Row) -> str:
    """For which q and depth the row is."""
    return f"{_q(str(row.q))}, {_depth(str(row.depth))}"
