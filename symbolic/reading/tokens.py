"""Words of the grammar: numbers `digits[.digits][e[+-]digits]`, names, operators; everything else is refused by name.

This module imports nothing heavy.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from ..errors import InputError

MAX_TEXT = 4000
OPERATORS = ("**", "<=", ">=", "==", "!=", "+", "-", "*", "/", "<", ">", "(", ")", ",")
KEYWORDS = frozenset({"and", "or", "not", "true", "false"})

_HINTS = {
    "^": "write ** for a power",
    "=": "write == to compare",
    "&": "write `and`",
    "|": "write `or`, or abs(...) for an absolute value",
    "!": "write `not`, or != to compare",
    "//": "write / for a quotient",
    "%": "there is no remainder here",
    "[": "there is no indexing; use parentheses",
    "]": "there is no indexing; use parentheses",
    "{": "use parentheses",
    "}": "use parentheses",
    ".": "a number needs digits on both sides of its point, and nothing has attributes",
    "'": "there are no strings here",
    '"': "there are no strings here",
    "`": "there are no strings here",
    "_": "a name starts with a letter",
}
_WORD = re.compile(
    r"(?P<space>[ \t\r\n]+)"
    r"|(?P<number>[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)"
    r"|(?P<name>[A-Za-z][A-Za-z0-9_]*)"
    r"|(?P<refused>//)"
    r"|(?P<operator>" + "|".join(re.escape(o) for o in OPERATORS) + ")"
)


@dataclass(frozen=True)
class Token:
    """kind is "number", "name", "operator" or "end"."""

    kind: str
    text: str
    at: int


def fault(argument: str, text: str, at: int, remedy: str) -> InputError:
    """The error at a place of the text, counted from 1."""
    return InputError(argument, text, f"column {at + 1}: {remedy}")


def tokens(text: str, argument: str) -> list[Token]:
    """The words of `text`, closed by one of kind "end". Errors: InputError with the column."""
    if len(text) > MAX_TEXT:
        raise InputError(argument, text, f"give at most {MAX_TEXT} characters")
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _WORD.match(text, at)
        if match is None or match.lastgroup == "refused":
            raise fault(argument, text, at, _refusal(match.group() if match else text[at]))
        kind, word = match.lastgroup or "", match.group()
        if kind != "space":
            if kind == "name" and found and found[-1].kind == "number" and found[-1].at + len(found[-1].text) == at:
                raise fault(argument, text, at, f"write {found[-1].text[:20]}*{word[:20]} for a product")
            found.append(Token(kind, word, at))
        at = match.end()
    return [*found, Token("end", "the end", len(text))]


def _refusal(character: str) -> str:
    if not character.isascii():
        return f"only ASCII is read here, not {character!a}; write lam, alpha, <=, ** and the like"
    return _HINTS.get(character, f"{character!a} has no meaning here")
