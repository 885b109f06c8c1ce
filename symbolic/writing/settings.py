"""A setting as data and in one line."""

from __future__ import annotations

from typing import Any

from ..setting import Setting


def described(setting: Setting) -> dict[str, Any]:
    """{"q", "depth", "invariants"} for JSON: rationals as strings, an integer depth as an integer, or "symbolic"."""
    q = str(setting.q) if setting.q.is_Rational else "symbolic"
    if setting.depth.is_Integer:
        return {"q": q, "depth": int(setting.depth), "invariants": [str(v) for v in setting.invariants]}
    return {"q": q, "depth": "symbolic", "invariants": [f"{v} ({n} times)" for v, n in setting.groups]}


def title(setting: Setting) -> str:
    """One line: `q = 3/2, L = 3, Lambda = (0, 1/2, 2)`."""
    q = f"q = {setting.q}" if setting.q.is_Rational else "1 <= q <= 2"
    depth = f"L = {setting.depth}" if setting.depth.is_Integer else "L >= 2"
    values = "balanced" if setting.balanced else "Lambda = (" + ", ".join(described(setting)["invariants"]) + ")"
    return f"{q}, {depth}, {values}"
