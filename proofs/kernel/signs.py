"""The sign that a term has by its form: positive, or at least 0, whatever its letters are in their sorts."""

from __future__ import annotations

from ..judging.terms import Term

ABOVE = ("q", "depth", "count", "pos")


def positive(t: Term) -> bool:
    """Whether the term is positive by its form, at every time."""
    head = t[0]
    if head == "n":
        return bool(t[1] > 0)
    if head in ("v", "f"):
        return t[2] in ABOVE
    if head == "+":
        return all(map(nonnegative, t[1:])) and any(map(positive, t[1:]))
    if head == "*":
        return all(map(positive, t[1:]))
    if head == "^":
        return positive(t[1])
    if head in ("at0", "abs"):
        return positive(t[1])
    if head in ("prod", "others"):
        return positive(t[-1])
    return bool(head == "exp")


def nonnegative(t: Term) -> bool:
    """Whether the term is at least 0 by its form, at every time."""
    head = t[0]
    if positive(t) or head in ("abs", "t"):
        return True
    if head == "n":
        return bool(t[1] >= 0)
    if head in ("v", "f"):
        return bool(t[2] == "nonneg")
    if head in ("+", "*"):
        return all(map(nonnegative, t[1:]))
    if head == "^":
        even = t[2][0] == "n" and t[2][2] == 1 and t[2][1] > 0 and t[2][1] % 2 == 0
        return even or nonnegative(t[1])
    if head in ("at0", "int", "total"):
        return nonnegative(t[1])
    return head in ("sum", "prod", "others") and nonnegative(t[-1])
