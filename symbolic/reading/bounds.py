"""Bounds on user expressions, so that nothing read can grow without limit when it is computed.

`bits`, the size of the rational content: that of a number is its own, a sum or product adds its parts, and a numeric
power multiplies by its exponent (so nested powers, and degrees, are bounded together).
`growth`, for parts free of names: how deeply exp, gamma, b**c and other fast functions are nested; once is enough.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from .expression import Call, Expression, Name, Number, Power, Statement, children
from .functions import REGISTRY

MAX_EXPONENT = 1000
MAX_NUMBER_BITS = 20_000
MAX_BITS = 100_000
MAX_GROWTH = 1


@dataclass(frozen=True)
class _Size:
    bits: int
    growth: int
    named: bool


def bits_of(value: Fraction) -> int:
    """The length of numerator and denominator together."""
    return value.numerator.bit_length() + value.denominator.bit_length()


def excess(node: Expression | Statement) -> tuple[int, str] | None:
    """The place of the first part that exceeds a bound, with what is wrong; None where all is well."""
    found: list[tuple[int, str]] = []
    _measure(node, found)
    return found[0] if found else None


def _measure(node: Expression | Statement, found: list[tuple[int, str]]) -> _Size:
    below = [_measure(part, found) for part in children(node)]
    bits = 1 + sum(part.bits for part in below)
    growth = max((part.growth for part in below), default=0)
    named = isinstance(node, Name) or any(part.named for part in below)
    match node:
        case Number(value):
            bits = bits_of(value)
        case Power(_, Number(exponent)):
            bits = int(below[0].bits * max(abs(exponent), Fraction(1))) + 1
        case Power():
            growth += 1
        case Call(function) if not REGISTRY[function].tame:
            growth += 1
    if bits > MAX_BITS:
        found.append((node.at, "these powers are too large together"))
    if not named and growth > MAX_GROWTH:
        found.append((node.at, "this constant nests fast-growing functions; write it more simply"))
    return _Size(bits, 0 if named else growth, named)
