"""A condition on q and L in the words that claims are written in."""

from __future__ import annotations

from typing import Any

HEAD = ("condition", "holds", "reason")


def condition(holds: Any) -> str:
    """A SymPy condition as `q*(L - 1)/L <= 1 and q < 2`."""
    import sympy as sp

    if isinstance(holds, sp.Not):
        return f"not ({condition(holds.args[0])})"
    if isinstance(holds, (sp.And, sp.Or)):
        word = " and " if isinstance(holds, sp.And) else " or "
        parts = sorted(holds.args, key=sp.default_sort_key)
        return word.join(f"({condition(a)})" if isinstance(a, (sp.And, sp.Or)) else condition(a) for a in parts)
    return str(holds)


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
