"""`q=1,3/2,2` and `L=2..4` as values of an argument; numbers stay what the grid's own values are (text, int, float)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from ..symbolic.errors import InputError
from ..symbolic.reading import exact
from .experiment import Grid

MOST = 1000
ALIASES = {"L": "depth"}


def sweeps(texts: Iterable[str], grids: Sequence[Grid]) -> dict[str, list[Any]]:
    """Each NAME=VALUES read in the kind of that argument's own values. Errors: InputError."""
    found: dict[str, list[Any]] = {}
    for text in texts:
        name, equals, rest = text.partition("=")
        name = ALIASES.get(name.strip(), name.strip())
        if not equals or not rest.strip():
            raise InputError("--sweep", text, "write NAME=VALUES, such as q=1,3/2,2 or depth=2..4")
        if name in found:
            raise InputError("--sweep", name, "give each name once")
        own = [value for grid in grids for value in grid.get(name, ())]
        if not own:
            known = sorted({n for grid in grids for n in grid})
            raise InputError("--sweep", name, "this experiment sweeps " + ", ".join(known))
        found[name] = [value for piece in rest.split(",") for value in values(name, piece.strip(), own)]
        if len(found[name]) > MOST:
            raise InputError("--sweep", name, f"give at most {MOST} values")
    return found


def values(name: str, piece: str, own: Sequence[Any]) -> list[Any]:
    """One piece: a value, or A..B for integers."""
    first, dots, last = piece.partition("..")
    kind = type(own[0])
    if dots and kind is int:
        low, high = integer(name, first), integer(name, last)
        if not low <= high < low + MOST:
            raise InputError(f"--sweep {name}", piece, f"A..B with A <= B, at most {MOST} values")
        return list(range(low, high + 1))
    if kind is int:
        return [integer(name, piece)]
    if kind is float:
        value = float(exact.number(piece, f"--sweep {name}"))
        if value < 0 or (value == 0 and name == "step"):
            raise InputError(f"--sweep {name}", piece, "give a number > 0")
        return [value]
    if name == "q":
        return [str(exact.steepness(piece, "--sweep q"))]
    if piece not in own:
        raise InputError(f"--sweep {name}", piece, "give one of " + ", ".join(dict.fromkeys(map(str, own))))
    return [piece]


def integer(name: str, text: str) -> int:
    """A positive integer."""
    value = exact.number(text.strip(), f"--sweep {name}")
    if value.denominator != 1 or not 1 <= value <= 10**7:
        raise InputError(f"--sweep {name}", text, "give an integer from 1")
    return int(value)
