"""Constants and exponents of a pinned statement, each changed: `c` becomes `c + 1`.

They count in the order of the text: every numeral, and every exponent (of `apow`, `spow`, `exp`) without one. What
stands in a hypothesis counts where that hypothesis has a power in it; otherwise the hypothesis is dropped whole.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

NUMERAL = re.compile(r"(?<![\w'.])\d+(?![\w'])")
POWER = re.compile(r"\b(apow|spow|exp)\b")
WORD = re.compile(r"[\w']+")


def _argument(text: str, at: int) -> tuple[int, int]:
    """Where the next argument of an application stands: a word, or brackets with what is in them."""
    while text[at] == " ":
        at += 1
    if text[at] != "(":
        found = WORD.match(text, at)
        return (at, found.end()) if found else (at, at)
    end, depth = at, 0
    while True:
        depth += (text[end] == "(") - (text[end] == ")")
        end += 1
        if not depth:
            return at, end


def places(text: str, hypotheses: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Where the constants and exponents of a proposition stand, in order."""
    left_out = [(start, end) for start, end in hypotheses if not POWER.search(text, start, end)]
    found = [match.span() for match in NUMERAL.finditer(text)]
    for power in POWER.finditer(text):
        start, end = _argument(text, power.end())
        if power.group() != "exp":
            start, end = _argument(text, end)
        if not NUMERAL.search(text, start, end):
            found.append((start, end))
    return sorted(at for at in found if not any(start <= at[0] < end for start, end in left_out))


def changed(text: str, place: tuple[int, int]) -> str:
    """The proposition with the constant or exponent at this place greater by 1."""
    start, end = place
    old = text[start:end]
    return f"{text[:start]}{int(old) + 1 if NUMERAL.fullmatch(old) else f'({old} + 1)'}{text[end:]}"
