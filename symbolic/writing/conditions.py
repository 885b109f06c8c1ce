"""A condition on q and L in the words that claims are written in."""

from __future__ import annotations

from typing import Any

HEAD = ("condition", "holds", "reason")


def condition(holds: Any) -> str:
    """A SymPy condition as `q*(L - 1)/L <= 1 and q < 2`."""
    from .text_and_latex import text

    return text(holds)


def stated(holds: Any) -> str:
    """`yes`, `no`, or the condition on q and L."""
    if isinstance(holds, str):
        return holds
    if holds in (True, False):
        return "yes" if holds else "no"
    return f"iff {condition(holds)}"


def plain(holds: Any) -> bool | str:
    """`holds` for JSON: true, false, or the condition in words."""
    if isinstance(holds, str):
        return holds
    return bool(holds) if holds in (True, False) else condition(holds)
