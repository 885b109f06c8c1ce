"""Expressions and conditions of claims as trees of Python's own `ast`: a second reading, apart from the toolkit's
parser.

The grammars agree (precedence, ** to the right). Values: exact fractions as long as they last, then mpmath at its
precision; real and principal, `Undefined` elsewhere. Nothing is evaluated as code.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction

import mpmath
from mpmath import mp, mpf

Value = Fraction | mpf
_EXACT_BITS = 20_000


class Undefined(ArithmeticError):
    """No real value here."""


class Unknown(ArithmeticError):
    """A value that is not computed here."""


class Decimal(Fraction):
    """A number that is written as given, such as 1e-60."""

    def __new__(cls, text: str) -> Decimal:
        made = super().__new__(cls, text)
        made.text = text
        return made

    def __repr__(self) -> str:
        return self.text

    def __deepcopy__(self, memo: object) -> Decimal:
        return self


def tree(text: str) -> ast.expr:
    """The tree of a text."""
    return ast.parse(text, mode="eval").body


def text(node: ast.expr) -> str:
    """The text of a tree."""
    return ast.unparse(node)


def number(value: Fraction | int | str) -> ast.expr:
    """A number: an integer, a quotient, or as written."""
    if isinstance(value, str):
        return ast.Constant(Decimal(value))
    value = Fraction(value)
    size: ast.expr = ast.Constant(abs(value.numerator))
    if value.denominator != 1:
        size = ast.BinOp(size, ast.Div(), ast.Constant(value.denominator))
    return ast.UnaryOp(ast.USub(), size) if value < 0 else size


def substituted(node: ast.expr, values: Mapping[str, ast.expr]) -> ast.expr:
    """The tree with names replaced."""

    class Replace(ast.NodeTransformer):
        def visit_Name(self, name: ast.Name) -> ast.expr:
            return copy.deepcopy(values[name.id]) if name.id in values else name

        def visit_Call(self, call: ast.Call) -> ast.expr:
            call.args = [self.visit(argument) for argument in call.args]
            return call

    return Replace().visit(copy.deepcopy(node))


def build(template: str, **parts: ast.expr) -> ast.expr:
    """A template such as "A + B" with trees for its capital letters."""
    return substituted(tree(template), parts)


def places(node: ast.AST) -> Iterator[ast.expr]:
    """Every part that is a value or a condition."""
    for part in ast.walk(node):
        if isinstance(part, ast.expr) and not (isinstance(part, ast.Name) and getattr(part, "function", False)):
            yield part


def marked(node: ast.expr) -> ast.expr:
    """The tree with the names of functions marked, so that `places` passes over them."""
    for part in ast.walk(node):
        if isinstance(part, ast.Call):
            part.func.function = True  # type: ignore[attr-defined]
    return node


def edited(node: ast.expr, k: int, edit: Callable[[ast.expr], ast.expr | None]) -> ast.expr | None:
    """A copy in which the k-th place is what `edit` makes of it; None where it makes nothing."""
    whole = ast.Expression(copy.deepcopy(node))
    target = list(places(marked(whole)))[k]  # type: ignore[arg-type]
    made = edit(target)
    if made is None:
        return None

    class Replace(ast.NodeTransformer):
        def visit(self, part: ast.AST) -> ast.AST:
            return made if part is target else self.generic_visit(part)

    return Replace().visit(whole).body


def names(node: ast.AST) -> set[str]:
    """The variables that occur."""
    called = {id(part.func) for part in ast.walk(node) if isinstance(part, ast.Call)}
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name) and id(part) not in called}


def real(value: Value) -> mpf:
    """As an mpmath number."""
    return mpf(value.numerator) / value.denominator if isinstance(value, Fraction) else value


def value(node: ast.expr, at: Mapping[str, Value]) -> Value:
    """The value where the names have the values `at`. Errors: Undefined, Unknown."""
    found = _value(node, at)
    if not isinstance(found, Fraction) and mpmath.isnan(found):
        raise Undefined
    return found


def _value(node: ast.expr, at: Mapping[str, Value]) -> Value:
    match node:
        case ast.Constant(number):
            return Fraction(number)
        case ast.Name(name):
            return at[name]
        case ast.UnaryOp(ast.USub(), term):
            return -value(term, at)
        case ast.BinOp(left, ast.Pow(), right):
            return _power(value(left, at), value(right, at))
        case ast.BinOp(left, operation, right):
            return _combined(value(left, at), operation, value(right, at))
        case ast.Call(ast.Name(function), arguments):
            values = [value(argument, at) for argument in arguments]
            if function in _EXACT:
                same = values if all(isinstance(v, Fraction) for v in values) else [real(v) for v in values]
                return _EXACT[function](*same)
            try:
                with mpmath.workdps(mp.dps + 5):
                    found = _FUNCTIONS[function](*(real(v) for v in values))
            except (ValueError, ZeroDivisionError):
                raise Undefined from None
            except mpmath.libmp.NoConvergence:
                raise Unknown from None
            if isinstance(found, mpmath.mpc):
                if found.imag != 0:
                    raise Undefined
                found = found.real
            return found
    raise Unknown(ast.dump(node))


def _combined(a: Value, operation: ast.operator, b: Value) -> Value:
    exact = isinstance(a, Fraction) and isinstance(b, Fraction)
    if not (exact and _bits(a) + _bits(b) <= _EXACT_BITS):
        a, b = real(a), real(b)
    match operation:
        case ast.Add():
            return a + b
        case ast.Sub():
            return a - b
        case ast.Mult():
            return a * b
        case ast.Div():
            if b == 0:
                raise Undefined
            return a / b
    raise Unknown


def _bits(v: Value) -> int:
    return v.numerator.bit_length() + v.denominator.bit_length()  # type: ignore[union-attr]


def _power(base: Value, exponent: Value) -> Value:
    if base == 0 and exponent < 0:
        raise Undefined
    if isinstance(exponent, Fraction) and exponent.denominator == 1:
        if isinstance(base, Fraction) and _bits(base) * abs(exponent) <= _EXACT_BITS:
            return base ** int(exponent)
        return real(base) ** int(exponent)
    if base < 0:
        raise Undefined
    return real(base) ** real(exponent)


def _log(z: mpf) -> mpf:
    if z <= 0:
        raise Undefined
    return mpmath.log(z)


def _appell(a: mpf, b1: mpf, b2: mpf, c: mpf, y: mpf, z: mpf) -> mpf:
    """F1 with c = a + 1 as int_0^1 (1 - y s^{1/a})^{-b1} (1 - z s^{1/a})^{-b2} ds (a > 0)."""
    if abs(c - a - 1) > mpf(10) ** (-mp.dps + 12) or a <= 0:
        raise Unknown
    if max(y, z) >= 1:
        raise Undefined
    cuts = sorted(
        {min(mpf(1), (t / abs(w)) ** a) for w in (y, z) if w for t in (mpf(1) / 2, mpf(1), mpf(4))} | {mpf(0), mpf(1)}
    )
    return mpmath.quad(lambda s: (1 - y * s ** (1 / a)) ** -b1 * (1 - z * s ** (1 / a)) ** -b2, cuts)


def _hyp2f1(a: mpf, b: mpf, c: mpf, z: mpf) -> mpf:
    if c <= 0 and c == int(c):
        raise Undefined
    if z >= 1:
        raise Undefined
    return mpmath.hyp2f1(a, b, c, z)


def _hyp3f2(a: mpf, b: mpf, c: mpf, d: mpf, e: mpf, z: mpf) -> mpf:
    if abs(abs(z) - 1) < mpf("0.2"):
        raise Unknown
    if z > 1:
        raise Undefined
    return mpmath.hyp3f2(a, b, c, d, e, z)


_EXACT: dict[str, Callable[..., Value]] = {
    "abs": abs,
    "sign": lambda z: Fraction((z > 0) - (z < 0)),
    "min": min,
    "max": max,
}
_FUNCTIONS: dict[str, Callable[..., mpf]] = {
    **{f: getattr(mpmath, f) for f in ("sqrt", "exp", "sin", "cos", "tan", "atan", "sinh", "cosh", "tanh", "asinh")},
    **{f: getattr(mpmath, f) for f in ("acosh", "atanh", "asin", "acos", "gamma", "beta")},
    "log": _log,
    "hyp2f1": _hyp2f1,
    "hyp3f2": _hyp3f2,
    "appellf1": _appell,
    "elliptic_f": mpmath.ellipf,
    "elliptic_k": mpmath.ellipk,
    "elliptic_e": mpmath.ellipe,
}
