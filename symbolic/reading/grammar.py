"""What a user may write, and where: expressions, conditions on (q, L), rates, invariants, balances.

  condition  := conjunction {"or" conjunction};  conjunction := negation {"and" negation}
  negation   := "not" negation | sum comparison sum {comparison sum} | "true" | "false" | "(" condition ")"
  sum        := product {("+" | "-") product};   product := sign {("*" | "/") sign};   sign := "-" sign | power
  power      := atom ["**" sign];   atom := number | name | function "(" sum {"," sum} ")" | "(" sum ")"

Nothing here is evaluated as code; the result is data (symbolic.reading.expression).
This module imports nothing heavy, so that a wrong argument is answered at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from fractions import Fraction

from ..errors import InputError
from . import exact
from .expression import Expression, Statement
from .functions import FUNCTIONS
from .parser import Parser
from .tokens import KEYWORDS

EXPRESSION_LETTERS = ("x", "u", "q", "p", "L")
CONDITION_LETTERS = ("q", "p", "L", "m")
RATE_LETTERS = ("x", "q", "p", "alpha", "g")
INVARIANT_LETTERS = ("x", "q", "p")
RATE_FUNCTIONS = frozenset({"abs", "sign"})
INVARIANT_FUNCTIONS = frozenset({"abs", "sign", "sqrt", "log", "exp"})
RESERVED = frozenset({"x", "y", "u", "q", "p", "L", "m", "alpha", "g", "inf", "nan", *KEYWORDS})


def expression(
    text: str,
    names: Iterable[str] = (),
    argument: str = "expression",
    letters: Iterable[str] = EXPRESSION_LETTERS,
    functions: frozenset[str] = FUNCTIONS,
) -> Expression:
    """An expression in the `letters` and the declared `names`. Errors: InputError with the column."""
    return Parser(text, argument, (*letters, *names), functions).expression()


def condition(text: str, argument: str = "condition") -> Statement:
    """A condition on q, p, L and m. Errors: InputError with the column."""
    return Parser(text, argument, CONDITION_LETTERS, frozenset()).statement()


def rate(text: str, depth: int, argument: str = "rate") -> Expression:
    """A rate of change in w1, ..., x, q, p, alpha, g, with abs and sign. Errors: InputError with the column."""
    return expression(text, weights(depth), argument, RATE_LETTERS, RATE_FUNCTIONS)


def invariant(text: str, depth: int, argument: str = "invariant") -> Expression:
    """A function of the weights w1, ..., of x, q and p. Errors: InputError with the column."""
    return expression(text, weights(depth), argument, INVARIANT_LETTERS, INVARIANT_FUNCTIONS)


def weights(depth: int) -> tuple[str, ...]:
    """w1, ..., w_depth."""
    return tuple(f"w{i}" for i in range(1, depth + 1))


def declared(text: str, argument: str) -> str:
    """A name of the user's own, for a positive number. Errors: InputError where it is none or has a meaning already."""
    if not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,30}", text):
        raise InputError(argument, text, "give a number such as 1/2 or a name such as lam")
    if text in RESERVED or text.lower() in KEYWORDS or re.fullmatch(r"w[0-9]+", text):
        raise InputError(argument, text, "this name has a meaning already; choose another, such as lam")
    return text


def invariants(text: str | Iterable[str], argument: str = "invariants") -> tuple[Fraction | str, ...]:
    """Lambda_1, ..., Lambda_L from `0,1/2,lam` or its entries: rationals and declared names.

    Where names occur one entry is 0 and none negative. Errors: InputError.
    """
    entries = text.split(",") if isinstance(text, str) else [str(entry) for entry in text]
    shown = ",".join(entries)
    if not 2 <= len(entries) <= exact.MAX_DEPTH:
        remedy = f"give 2 to {exact.MAX_DEPTH} invariants, one for each weight, such as 0,1/2"
        raise InputError(argument, shown, remedy)
    values = tuple(_value(entry.strip(), argument) for entry in entries)
    numbers = [value for value in values if isinstance(value, Fraction)]
    if len(numbers) < len(values) and (not numbers or min(numbers) != 0):
        raise InputError(argument, shown, "where names occur one entry is 0 and none is negative")
    return values


def balance(text: str, argument: str = "balance") -> Fraction | str:
    """lambda: a rational, `lam` or `lambda` (lambda > 0), `-lam` or `-lambda` (lambda < 0). Errors: InputError."""
    text = text.strip()
    if text in ("lam", "-lam", "lambda", "-lambda"):
        return text.removesuffix("bda")
    return exact.number(text, argument)


def _value(entry: str, argument: str) -> Fraction | str:
    return declared(entry, argument) if re.match(r"[A-Za-z]", entry) else exact.number(entry, argument)
