"""A setting as data and in one line."""

from __future__ import annotations

from typing import Any

from ..setting import Setting


def described(at: Setting) -> dict[str, Any]:
    """{"q", "depth", "invariants"} for JSON: rationals as strings, an integer depth as an integer, or "symbolic"."""
    q = str(at.q) if at.q.is_Rational else "symbolic"
    if at.depth.is_Integer:
        return {"q": q, "depth": int(at.depth), "invariants": [str(v) for v in at.invariants]}
    return {"q": q, "depth": "symbolic", "invariants": [f"{v} ({n} times)" for v, n in at.groups]}


def title(at: Setting) -> str:
    """One line: `q = 3/2, L = 3, Lambda = (0, 1/2, 2)`."""
    q = f"q = {at.q}" if at.q.is_Rational else "1 <= q <= 2"
    depth = f"L = {at.depth}" if at.depth.is_Integer else "L >= 2"
    values = "balanced" if at.balanced else "Lambda = (" + ", ".join(described(at)["invariants"]) + ")"
    return f"{q}, {depth}, {values}"
