"""Exact numbers from text: `-?digits[.digits][e[+-]digits]` or `a/b`, never a float.

This module imports nothing heavy, so that a wrong argument is answered at once.
"""

from __future__ import annotations

import re
from fractions import Fraction

from ..errors import InputError

MAX_EXPONENT = 10_000
MAX_LENGTH = 20_000
MAX_DEPTH = 1000
MAX_DIGITS = 10_000

_DECIMAL = re.compile(r"(-?)([0-9]+)(?:\.([0-9]+))?(?:[eE]([+-]?[0-9]+))?\Z")
_RATIO = re.compile(r"(-?)([0-9]+)/([0-9]+)\Z")


def number(text: str, argument: str) -> Fraction:
    """The exact value of `text`; `argument` names it in an error.

    >>> number("1.5", "q")
    Fraction(3, 2)
    """
    remedy = "give a number such as 3/2, -0.25 or 1e-6"
    text = text.strip() if isinstance(text, str) else str(text)
    if len(text) > MAX_LENGTH:
        raise InputError(argument, text, f"give at most {MAX_LENGTH} characters")
    if match := _RATIO.match(text):
        sign, above, below = match.groups()
        if not below.strip("0"):
            raise InputError(argument, text, "the denominator must not be 0")
        value = Fraction(_integer(above), _integer(below))
    elif match := _DECIMAL.match(text):
        sign, whole, decimals, exponent = match.groups()
        decimals = decimals or ""
        power = 0
        if exponent:
            if len(exponent.lstrip("+-").lstrip("0")) > 6 or abs(int(exponent)) > MAX_EXPONENT:
                raise InputError(argument, text, f"the exponent must be at most {MAX_EXPONENT} in size")
            power = int(exponent)
        value = Fraction(_integer(whole + decimals), 10 ** len(decimals)) * Fraction(10) ** power
    else:
        raise InputError(argument, text, remedy)
    return -value if sign else value


def _integer(digits: str) -> int:
    """int(digits) without Python's limit on the length (the caller has bounded it)."""
    value = 0
    for start in range(0, len(digits), 4000):
        piece = digits[start : start + 4000]
        value = value * 10 ** len(piece) + int(piece)
    return value


def steepness(text: str, argument: str = "q") -> Fraction:
    """q as a rational in [1, 2]."""
    value = number(text, argument)
    if not 1 <= value <= 2:
        raise InputError(argument, text, "q lies in [1, 2] (q = 2 is gradient flow, q = 1 sign gradient flow)")
    return value


def steepness_from_p(text: str, argument: str = "p") -> Fraction:
    """q = p/(p - 1) for p in [2, inf]; `inf` gives q = 1."""
    if text.strip() == "inf":
        return Fraction(1)
    in_own_words(text, argument, "")
    p = number(text, argument)
    if p < 2:
        raise InputError(argument, text, "p lies in [2, inf] (p = 2 is gradient flow, p = inf sign gradient flow)")
    return p / (p - 1)


def integer(text: str, argument: str, low: int, high: int) -> int:
    """An integer between `low` and `high`."""
    remedy = f"give an integer from {low} to {high}"
    if not re.fullmatch(r"-?[0-9]{1,30}", text.strip()):
        raise InputError(argument, text, remedy)
    value = int(text)
    if not low <= value <= high:
        raise InputError(argument, text, remedy)
    return value


def depth(text: str, argument: str = "depth") -> int:
    """L, an integer from 2 to 1000."""
    in_own_words(text, argument, f" (table1, table2, regularizers), else an integer from 2 to {MAX_DEPTH}")
    return integer(text, argument, 2, MAX_DEPTH)


def in_own_words(text: str, argument: str, otherwise: str) -> None:
    """Refuses other words for `inf`, which is a value of its own where a limit is meant."""
    if text.strip().lower() in ("infinity", "infty", "oo", "∞"):
        raise InputError(argument, text, f"did you mean inf? write inf where a limit is meant{otherwise}")


def digits(text: str, argument: str = "digits") -> int:
    """N, an integer from 1 to 10000."""
    return integer(text, argument, 1, MAX_DIGITS)
