"""Table 1 as a grid of words, and its rows as data."""

from __future__ import annotations

from typing import Any

import sympy as sp

from ..product.table1 import Row
from .derive import limit_latex, limit_text
from .text_and_latex import latex as formula
from .text_and_latex import text


def grid(found: tuple[Row, ...]) -> tuple[list[str], list[list[str]]]:
    """A line for each q, a column for each depth and decay."""
    columns = list(dict.fromkeys((str(row.depth), row.decay) for row in found))
    cells = {(str(row.q), str(row.depth), row.decay): row.regularizer for row in found}
    head = ["", *(f"{_depth(depth)} {decay}" for depth, decay in columns)]
    return head, [[of_q(q), *(cells[q, *c] for c in columns)] for q in dict.fromkeys(str(row.q) for row in found)]


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


def of_q(q: str) -> str:
    """q = 3/2, or q for all of them."""
    return "q" if q == "q" else f"q = {q}"


def detail(found: tuple[Row, ...]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """A head and lines: M itself, and what it tends to as L -> infinity."""
    lines = (
        (place(row), row.decay, f"M(x) = {as_data(row)['limit']}", "")
        if row.depth == sp.oo
        else (place(row), row.decay, f"M(x) = {text(row.form)}", as_data(row)["limit"])
        for row in found
    )
    return ("for", "decay", "M up to a constant, x > 0", "L -> infinity"), tuple(lines)


def place(row: Any) -> str:
    """For which q and depth the row is."""
    return f"{of_q(str(row.q))}, {_depth(str(row.depth))}"


# For LaTeX: formulas between dollars


def grid_cells(found: tuple[Row, ...]) -> tuple[list[str], list[list[str]]]:
    """The grid, its heads and cells as formulas."""
    columns = list(dict.fromkeys((row.depth, row.decay) for row in found))
    cells = {(row.q, row.depth, row.decay): _norm(row) for row in found}
    lines = [[f"${_q_tex(q)}$", *(cells[q, *column] for column in columns)] for q in dict.fromkeys(r.q for r in found)]
    return ["", *(rf"${_depth_tex(depth)}\text{{ {decay}}}$" for depth, decay in columns)], lines


def detail_cells(found: tuple[Row, ...]) -> tuple[list[str], list[list[str]]]:
    """The regularizers and their limits as formulas."""
    lines = [
        [
            rf"${_q_tex(row.q)},\ {_depth_tex(row.depth)}$",
            row.decay,
            f"${limit if row.depth == sp.oo else formula(row.form)}$",
            "" if row.depth == sp.oo else f"${limit}$",
        ]
        for row in found
        for limit in [limit_latex(row.q, row.decay == "coupled")]
    ]
    return ["for", "decay", r"$M(x),\ x > 0$", r"$L \to \infty$"], lines


def _q_tex(q: Any) -> str:
    return f"q = {formula(q)}" if q.is_Rational else "q"


def _depth_tex(depth: Any) -> str:
    return "L" if depth.is_Symbol else rf"L = {formula(depth)}"


def _norm(row: Row) -> str:
    return (
        r"$\log$"
        if row.kind == "log"
        else f"$L_{{{row.exponent if row.exponent.is_Rational else formula(row.exponent)}}}$"
    )
