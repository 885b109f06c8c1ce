"""The recurrences of a tape in C, where the extension `_recurrences` was built: numbers sum_i l_i 2^{58 (i - F)}.

A tape becomes instructions of recurrences.c once; a call hands in the first coefficients, which the tape's own nodes
find, and takes the series as rows of limbs. Nothing here is trusted: what C computes is a proposal like any other.
"""

from __future__ import annotations

import os
from array import array
from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any

from flint import fmpz, fmpz_poly

from ... import limits

kernel: Any
try:
    if os.environ.get("STEEPEST_MIRROR_PURE"):
        raise ImportError("the recurrences in Python were asked for")
    from . import _recurrences as kernel  # type: ignore[attr-defined, no-redef]
except ImportError:
    kernel = None

RADIX, SPARE = 58, 4  # bits of a limb, as in recurrences.c; bits at least beyond those of the tape
LARGEST = 64  # limbs up to which schoolbook products win
CALL = 2**27  # products of limbs between two looks at the time
Operation = IntEnum(
    "Operation", "ADD SUBTRACT NEGATE MULTIPLY TRANSFORM WEIGH OVER INVERT ROOT POWER INTEGRATE", start=0
)  # those of recurrences.c, in its order


class TooLarge(ArithmeticError):
    """A number has more limbs than there are."""


def limbs(value: int, count: int) -> list[int]:
    """value = sum_i l_i 2^{58 i} with -2^57 <= l_i < 2^57."""
    found, half, mask = [], 1 << (RADIX - 1), (1 << RADIX) - 1
    for _ in range(count):
        limb = ((value + half) & mask) - half
        found.append(limb)
        value = (value - limb) >> RADIX
    if value:
        raise TooLarge
    return found


class Program:
    """The instructions of a tape over 2^bits, as they are collected: a series is a number, in the order of creation."""

    def __init__(self, bits: int):
        self.fraction = -(-(bits + SPARE) // RADIX)
        self.drop = RADIX * self.fraction - bits
        self.code, self.operands, self.constants = array("i"), array("i"), array("q")
        self.first: list[Callable[[], Any]] = []  # the first coefficient of each series over 2^bits

    def series(self, first: Callable[[], Any]) -> int:
        """A series of which the first coefficient is known when it is asked for."""
        self.first.append(first)
        return len(self.first) - 1

    def add(self, operation: Operation, out: int, a: int = 0, b: int = 0, c: int = 0, x: int = 0, y: int = 0) -> None:
        """One instruction."""
        self.code.extend((operation, out, a, b, c, x, y, 0))

    def transform(self, out: int, rows: Sequence[Sequence[Any]], elements: Sequence[int]) -> None:
        """The series out, out + 1, ... as rows of integers over 2^bits times the elements."""
        start, begin = len(self.operands), len(self.constants)
        self.operands.extend(elements)
        for row in rows:
            numbers = [self.limbs(v) for v in row]
            for plane in zip(*numbers, strict=True):
                self.constants.extend(plane)
        self.add(Operation.TRANSFORM, out, start, len(elements), begin, len(rows))

    def begin(self) -> bytes:
        """The first coefficients, in two's complement."""
        size, drop = -(-RADIX * (self.fraction + 1) // 8), self.drop
        try:
            return b"".join([(int(v()) << drop).to_bytes(size, "little", signed=True) for v in self.first])
        except OverflowError as error:
            raise TooLarge from error

    def limbs(self, value: Any) -> list[int]:
        """Those of a number over 2^bits."""
        return limbs(int(value) << self.drop, self.fraction + 1)


class Compiled:
    """A program with room for series of some length."""

    def __init__(self, program: Program, terms: int):
        self.program, self.terms = program, terms
        parts = program.code, program.operands, program.constants
        self.tape = kernel.prepare(program.fraction, terms, len(program.first), *parts)
        work = max(1, len(program.code) // 8 + len(program.constants) // program.fraction) * terms
        self.stride = max(1, CALL // (work * (program.fraction + 2) ** 2))

    def run(self, e: int, order: int) -> int:
        """Follows the instructions; how many coefficients are right, of 0..order: fewer where a number has too many
        limbs."""
        if abs(e) > RADIX * self.program.fraction:
            raise TooLarge
        first = self.program.begin()
        for k in range(0, order, self.stride):
            limits.check()
            end = min(k + self.stride, order)
            reached = kernel.run(self.tape, first, e, k, end)
            if reached < end:
                return reached + 1
        return order + 1

    def row(self, series: int, count: int) -> fmpz_poly:
        """The first coefficients of a series, integers over 2^bits."""
        drop = min(self.program.drop, RADIX - 1)
        found = joined(kernel.row(self.tape, series, count, drop))
        return found if drop == self.program.drop else found // (fmpz(1) << (self.program.drop - drop))


def joined(planes: Iterable[list[int]]) -> fmpz_poly:
    """sum_i 2^{58 i} planes_i, the last first."""
    total, unit = fmpz_poly([]), fmpz(1) << RADIX
    for plane in planes:
        total = total * unit + fmpz_poly(plane)
    return total
