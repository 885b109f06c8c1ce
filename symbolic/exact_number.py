"""A rational r > 0 kept as a value of its own: r^{a/b} stays a pair (base, exponent) and is never multiplied out.

SymPy writes a power of a rational in lowest terms: it factors numerator and denominator and joins what is left into
one integer under the root, which has b times as many digits as r. Here r is an atom, positive and exact; `algebra`
takes its powers apart by greatest common divisors, `numeric_checks.sympy_ball` encloses them in balls.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sympy as sp

from .errors import Undecided

SHORT = 10**4  # numerators and denominators that SymPy may raise to powers
FINE = 12  # denominators of exponents with which it may
LONGEST = 2**20  # bits of an integer power of a number that is written out


class ExactNumber(sp.AtomicExpr):
    """A positive rational as an atom; `value` is the number itself."""

    __slots__ = ("value",)
    value: sp.Rational
    is_number = True
    is_positive = True
    is_real = True
    is_finite = True

    def __new__(cls, value: sp.Rational) -> ExactNumber:
        if not (value.is_Rational and value > 0):
            raise ValueError("an exact number is a rational above 0")
        made = sp.AtomicExpr.__new__(cls)
        made.value = value
        return made

    def _hashable_content(self) -> tuple[Any, ...]:
        return (self.value,)

    def __getnewargs__(self) -> tuple[Any, ...]:
        return (self.value,)

    def _eval_evalf(self, prec: int) -> sp.Expr:
        return self.value._eval_evalf(prec)

    @property
    def precedence(self) -> int:
        """That of a quotient, or of an integer: where a printer puts brackets."""
        return 50 if self.value.q != 1 else 1000

    def _sympystr(self, printer: Any) -> str:
        return printer._print(self.value)

    def _latex(self, printer: Any, exp: str | None = None) -> str:
        shown = printer._print(self.value)
        return shown if exp is None else rf"\left({shown}\right)^{{{exp}}}"

    def _mpmathcode(self, printer: Any) -> str:
        return f"({printer._print(self.value)})"


def held(value: sp.Rational, exponents: Iterable[int]) -> sp.Expr:
    """The number for use under powers whose exponents have these denominators: itself where SymPy writes them shortly.

    A short number stays plain unless a denominator is large; with integer exponents alone every number does.
    """
    finest = max(exponents, default=1)
    if finest == 1 or value == 0 or abs(value) == 1:
        return value
    if finest <= FINE and max(abs(value.p), value.q) <= SHORT:
        return value
    return ExactNumber(value) if value > 0 else -ExactNumber(-value)


def plain(e: sp.Expr) -> sp.Rational | None:
    """The rational number that e is, by + * and integer powers of rationals alone; None where it is not one of these.

    Errors: Undecided where it has too many digits to be written out.
    """
    if isinstance(e, ExactNumber):
        return e.value
    if e.is_Rational:
        return e
    if e.is_Add or e.is_Mul:
        parts = [plain(part) for part in e.args]
        if any(part is None for part in parts):
            return None
        total = sp.Integer(0) if e.is_Add else sp.Integer(1)
        for part in parts:
            total = total + part if e.is_Add else total * part
        return total
    if e.is_Pow and e.exp.is_Integer:
        base = plain(e.base)
        if base is None or (base == 0 and e.exp < 0):
            return None
        if max(abs(base.p), base.q).bit_length() * abs(int(e.exp)) > LONGEST:
            raise Undecided("a power of a number has too many digits")
        return base**e.exp
    if isinstance(e, sp.Abs):
        inner = plain(e.args[0])
        return None if inner is None else abs(inner)
    return None


def simplified(e: sp.Expr) -> sp.Expr:
    """SymPy's shorter form, sought only where no number is long."""
    return e if e.has(ExactNumber) else sp.simplify(e)
