"""What a user may give for a number, a row of numbers, a matrix: int, Fraction, text, a SymPy number; never a float.

A float is refused where a number is exact (0.1 is not 1/10), with what to write instead. Arrays of measured data are
the exception: each double is read as the exact binary number that it is.
"""

from __future__ import annotations

import io
import math
import os
import sys
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import wraps
from inspect import signature
from numbers import Integral, Rational
from typing import Any, ParamSpec, TypeVar

from .symbolic.errors import InputError, WrongType
from .symbolic.reading import exact

MOST_DIGITS = 4300  # as Python: a longer int has no text; the command line lifts that, and takes 20,000
LONGEST_TEXT = 10_000_000
MOST_ENTRIES = 1_000_000
EXAMPLES = "an int, a Fraction or text such as '3/2'"


P = ParamSpec("P")
T = TypeVar("T")
Content = TypeVar("Content", str, bytes)


def long_numbers(function: Callable[P, T]) -> Callable[P, T]:
    """The function with room for long exact numbers in its texts: what is read is bounded, what is derived is not.

    An argument that it does not have is a WrongType which names the nearest one that it has; so is one without its
    name, or one that is missing.
    """
    taken = signature(function)
    known = taken.parameters
    open_ended = any(p.kind is p.VAR_KEYWORD for p in known.values())

    @wraps(function)
    def wrapped(*args: P.args, **kwargs: P.kwargs) -> T:
        for name in () if open_ended else kwargs.keys() - known.keys():
            from .symbolic.reading.nearest import nearest

            takes = [word for word in known if word != "self"]
            raise WrongType("argument", name, nearest(name, takes) + f"give {', '.join(takes)}")
        try:
            taken.bind(*args, **kwargs)
        except TypeError as error:
            name = function.__qualname__.removesuffix(".__init__").removesuffix(".__call__")
            words = (f"**{k}" if p.kind is p.VAR_KEYWORD else f"{k}=..." for k, p in known.items() if k != "self")
            raise WrongType("arguments", error, f"give them by name: {name}({', '.join(words)})") from None
        former = sys.get_int_max_str_digits()
        try:
            if 0 < former < LONGEST_TEXT:
                sys.set_int_max_str_digits(LONGEST_TEXT)
            return function(*args, **kwargs)
        finally:
            sys.set_int_max_str_digits(former)

    return wrapped


def seconds(value: Any) -> Fraction | None:
    """A time limit. Errors: InputError, WrongType."""
    found = None if value is None else number(value, "limit")
    if found is not None and found <= 0:
        raise InputError("limit", value, "give seconds, more than 0")
    return found


def number(value: Any, field: str) -> Fraction:
    """The exact value of an int, a Fraction, a Decimal, text, or a rational of SymPy, FLINT or NumPy.

    Errors: WrongType for a float or another kind; InputError for NaN, infinity, and more than 20,000 digits.
    """
    if isinstance(value, str):
        return _short(exact.number(value, field), field)
    if isinstance(value, float):
        if not math.isfinite(value):
            raise InputError(field, value, "give a finite number")
        value = float(value)
        raise WrongType(
            field, f"float {value!r}", f"a float is not exact: write '{_decimal(value)}' or {_fraction(value)}"
        )
    if isinstance(value, bool):
        raise WrongType(field, value, f"give {EXAMPLES}")
    if isinstance(value, Decimal):
        return _short(exact.number(str(value), field), field)
    if isinstance(value, Rational):
        above, below = value.numerator, value.denominator
    elif comes_from(value, "sympy", "flint") and hasattr(value, "p") and hasattr(value, "q"):
        above, below = value.p, value.q
    elif comes_from(value, "flint") and type(value).__name__ == "fmpz":
        above, below = value, 1
    else:
        raise WrongType(field, value, f"give {EXAMPLES}" if value is not None else "give a number, such as '3/2'")
    above, below = int(above), int(below)
    if below == 0:
        raise InputError(field, value, "give a finite number")
    return _short(Fraction(above, below), field)


def _short(value: Fraction, field: str) -> Fraction:
    most = MOST_DIGITS if sys.get_int_max_str_digits() else exact.MAX_LENGTH
    bits = max(value.numerator.bit_length(), value.denominator.bit_length())
    if bits > most * 3.3219280948:
        raise InputError(field, f"a number of {bits} bits", f"give at most {most} digits")
    return value


def _decimal(value: float) -> str:
    return repr(value).replace("e+", "e").removesuffix(".0")


def _fraction(value: float) -> str:
    near = Fraction(value).limit_denominator(10**6)
    return f"Fraction({near.numerator}, {near.denominator})" if float(near) == value else f"Fraction({value!r})"


def integer(value: Any, field: str, low: int, high: int) -> int:
    """An integer between `low` and `high`, given as an int or as text."""
    if isinstance(value, str):
        return exact.integer(value, field, low, high)
    remedy = f"give an integer from {low} to {high}"
    if isinstance(value, bool) or not isinstance(value, Integral):
        if comes_from(value, "sympy") and getattr(value, "is_Integer", False):
            return integer(int(value), field, low, high)
        raise WrongType(field, value, remedy)
    if not low <= int(value) <= high:
        raise InputError(field, value, remedy)
    return int(value)


def choice(value: Any, field: str, known: tuple[str, ...]) -> str:
    """One of the words `known`; `_` and `-` are the same."""
    if not isinstance(value, str):
        raise WrongType(field, value, "give one of " + ", ".join(known))
    word = value.strip().replace("_", "-")
    if word not in known:
        from .symbolic.reading.nearest import nearest

        raise InputError(field, value, nearest(word, known) + "give one of " + ", ".join(known))
    return word


def entries(value: Any, field: str, what: str = "a list") -> list[Any]:
    """The entries of a list, a tuple, an array of one dimension, text between commas; one number is a row of one."""
    if isinstance(value, str):
        found: list[Any] = value.split(",")
    elif isinstance(value, (list, tuple)):
        found = list(value)
    elif is_array(value):
        if value.ndim != 1:
            raise InputError(field, f"an array of shape {value.shape}", "give one row of numbers")
        found = list(value[: MOST_ENTRIES + 1])
    elif isinstance(value, (dict, set, frozenset)) or (hasattr(type(value), "__iter__") and not _is_number(value)):
        raise WrongType(field, value, f"give {what}")
    else:
        found = [value]
    if not found:
        raise InputError(field, value, f"give {what}, not an empty one")
    if len(found) > MOST_ENTRIES:
        raise InputError(field, f"{len(found)} entries", f"give at most {MOST_ENTRIES}")
    return found


def is_array(value: Any) -> bool:
    """Whether the value is a NumPy array of at least one dimension."""
    return comes_from(value, "numpy") and hasattr(value, "dtype") and getattr(value, "ndim", 0) > 0


def comes_from(value: Any, *packages: str) -> bool:
    """Whether the class of the value belongs to one of the packages, found out without importing them."""
    return str(getattr(type(value), "__module__", "")).split(".")[0] in packages


def _is_number(value: Any) -> bool:
    return isinstance(value, (Rational, float, Decimal))


def row(value: Any, field: str) -> tuple[Fraction, ...]:
    """Exact numbers in a list, a tuple, an array or text; doubles in an array are the binary numbers that they are."""
    if _measured(value):
        value = [_double(v, field) for v in entries(value, field)]
    return tuple(number(v, field) for v in entries(value, field, "a list of numbers"))


def matrix(value: Any, field: str) -> tuple[tuple[Fraction, ...], ...]:
    """Rows of equal length: nested lists, a two-dimensional array, or text with `;` between rows."""
    if isinstance(value, str):
        value = value.split(";")
    elif is_array(value):
        if value.ndim > 2 or value.size > MOST_ENTRIES:
            raise InputError(field, f"an array of shape {value.shape}", f"give rows, at most {MOST_ENTRIES} numbers")
        value = list(value) if value.ndim == 2 else [value]
    elif isinstance(value, (list, tuple)):
        nested = any(isinstance(v, (list, tuple)) or is_array(v) for v in value)
        value = value if nested else [value]
    else:
        raise WrongType(field, value, "give rows of numbers, such as [[1, '1/2']] or '1,1/2'")
    rows = tuple(row(part, field) for part in value)
    if not rows:
        raise InputError(field, value, "give at least one row of numbers")
    if len({len(part) for part in rows}) > 1:
        lengths = " and ".join(map(str, sorted({len(part) for part in rows})[:4]))
        raise InputError(field, f"rows of {lengths} numbers", "give rows of equal length")
    return rows


def _measured(value: Any) -> bool:
    """Whether the value is an array of doubles (or floats of another size)."""
    return is_array(value) and value.dtype.kind == "f"


def _double(value: Any, field: str) -> Fraction:
    if not math.isfinite(value):
        raise InputError(field, value, "give finite numbers")
    return Fraction(*value.as_integer_ratio())


def save(path: Any, content: Content) -> Content:
    """What is written to the file `path`, where one is given. Errors: WrongType; InputError where it cannot be."""
    if path is not None:
        if not isinstance(path, (str, os.PathLike)):
            raise WrongType("path", path, "give the name of a file")
        from .proofs.writing.layout import save as written

        written(os.fspath(path), content, "path")
    return content


def save_arrays(path: str | os.PathLike[str], **arrays: Any) -> None:
    """Arrays by name as a file of NumPy, whole or not at all. Errors: InputError."""
    import numpy as np

    stream = io.BytesIO()
    np.savez(stream, **arrays)
    save(path, stream.getvalue())


def counted(events: Sequence[Any]) -> str:
    """How many events there are, in words."""
    return {0: "no events", 1: "1 event"}.get(n := len(events), f"{n} events")


def named(event: Any) -> str:
    """The kind of an event with its coordinate and weight, where it has them."""
    return " ".join(str(part) for part in (event.kind, event.coordinate, event.index) if part is not None)
