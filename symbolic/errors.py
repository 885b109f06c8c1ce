"""The errors a user can cause or meet; each names the argument, the value and what would be right."""

from __future__ import annotations

from collections.abc import Callable
from reprlib import Repr

LONGEST = 60
LONGEST_REMEDY = 600
_SHORT = Repr()
_SHORT.maxother = _SHORT.maxstring = _SHORT.maxlong = LONGEST


class InputError(ValueError):
    """A value that the mathematics does not admit, with the remedy."""

    def __init__(self, argument: str, value: object, remedy: str):
        fault = "missing" if value is None else f"{shown(value)!r} is not usable"
        told = remedy
        if len(remedy) > LONGEST_REMEDY:  # cut between words
            told = remedy[: LONGEST_REMEDY - 4].rsplit(" ", 1)[0] + " ..."
        super().__init__(f"{argument}: {fault}: {told}")
        self.argument, self.value, self.remedy = argument, value, remedy

    @classmethod
    def said(cls, argument: str, message: str) -> InputError:
        """A fault in a sentence that names argument, value and remedy already."""
        error = cls(argument, None, message)
        error.args = (message,)
        return error

    def __reduce__(self) -> tuple[Callable[..., InputError], tuple[str, str, str], dict[str, object]]:
        return type(self), (self.argument, shown(self.value), self.remedy), {"args": self.args}

    def renamed(self, argument: str) -> InputError:
        """The same fault of an argument that the user knows by another name."""
        return type(self)(argument, self.value, self.remedy)


class WrongType(InputError, TypeError):
    """A value of a kind that is not read, such as a float where an exact number is meant."""


class Undecided(ArithmeticError):
    """Neither shown nor refuted with the effort allowed; the message says what stood in the way."""


def several(number: int, name: str) -> str:
    """1 row, 2 rows."""
    return f"{number} {name}" + "s" * (number != 1)


def shown(value: object) -> str:
    """A value of any kind, in at most 60 printable characters."""
    try:
        text = _SHORT.repr(value) if isinstance(value, (list, tuple, dict, set)) else str(value)
    except Exception:  # a huge integer, or an object that cannot show itself
        text = f"{type(value).__name__} without a text"
    if len(text) > LONGEST:
        text = text[: LONGEST - 3] + "..."
    return "".join(c if c.isprintable() else "?" for c in text)
