"""Expressions as SymPy, and rational functions of SymPy as expressions.

The letters become those of symbolic.symbols and a declared name becomes a positive symbol, unless `at` says otherwise;
in a rate the weights, x and g have either sign, so their symbols are passed in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction

import sympy as sp

from .. import symbols
from ..errors import Undecided
from . import terminating
from .bounds import MAX_EXPONENT
from .expression import Call, Expression, Name, Negative, Number, Power, Product, Sum
from .functions import REGISTRY

_LETTERS: dict[str, sp.Expr] = {
    **{name: getattr(symbols, name) for name in ("q", "p", "L", "x", "u", "alpha", "g")},
    "m": symbols.q * (symbols.L - 1) / symbols.L,
}
_FUNCTIONS: dict[str, Callable[..., sp.Expr]] = {
    name: getattr(terminating, name, None) or getattr(sp, entry.sympy or name) for name, entry in REGISTRY.items()
}
_GROWING = (
    *(_FUNCTIONS[name] for name, entry in REGISTRY.items() if not entry.tame and not hasattr(terminating, name)),
    *terminating.CLASSES,
)
_LARGE_ARGUMENT = 30
_LONG = 700


def to_sympy(node: Expression, at: Mapping[str, sp.Expr] | None = None) -> sp.Expr:
    """The expression in SymPy's terms, `at` giving the value of some names.

    Errors: Undecided where a part is undefined (1/0, log(0)), or a constant is too large for SymPy to be of use.
    """
    try:
        value = _converted(node, at or {})
    except Undecided:
        raise
    except Exception as error:  # SymPy raises various ones, e.g. for the maximum of numbers that are not real
        raise Undecided("SymPy does not take this expression") from error
    if value.has(sp.zoo, sp.nan, sp.oo, -sp.oo):
        raise Undecided("the expression is undefined")
    return value


def _converted(node: Expression, at: Mapping[str, sp.Expr]) -> sp.Expr:
    match node:
        case Number(value):
            return sp.Rational(value.numerator, value.denominator)
        case Name(name):
            if name in at:
                return at[name]
            return _LETTERS[name] if name in _LETTERS else sp.Symbol(name, positive=True)
        case Negative(term):
            return -_converted(term, at)
        case Sum(terms):
            return sp.Add(*(_converted(term, at) for term in terms))
        case Product(factors):
            return sp.Mul(*(_converted(factor, at) for factor in factors))
        case Power(base, exponent):
            below, above = _converted(base, at), _converted(exponent, at)
            _check_constant(above)
            if above.is_Rational and abs(above) > MAX_EXPONENT:
                raise Undecided("an exponent is too large")
            if not above.is_Integer:
                _check_length(below)
            return below**above
        case Call(function, arguments):
            values = [_converted(argument, at) for argument in arguments]
            for value in values:
                _check_constant(value, nested=function not in ("sqrt", "log"))
            if function in ("gamma", "beta") and any(v.is_Rational and abs(v) > _LARGE_ARGUMENT for v in values):
                return _FUNCTIONS[function](*values, evaluate=False)
            return _FUNCTIONS[function](*values)


def _check_constant(value: sp.Expr, nested: bool = True) -> None:
    """Refuses what makes SymPy's automatic rules compute huge numbers, such as exp(10**9 log 10) or 2**exp(exp(9))."""
    _check_length(value)
    logarithms = value.atoms(sp.log)
    around = value.xreplace(dict.fromkeys(logarithms, sp.Dummy()))
    if logarithms and any(abs(r) > MAX_EXPONENT for r in around.atoms(sp.Rational)):
        raise Undecided("a logarithm has too large a factor")
    if nested and not value.free_symbols and (value.has(*_GROWING) or _has_growing_power(value)):
        raise Undecided("a constant nests fast-growing functions")


def _check_length(value: sp.Expr) -> None:
    """Refuses numbers so long that SymPy's search for their roots and factors takes seconds."""
    if any(max(abs(int(r.p)), int(r.q)).bit_length() > _LONG for r in value.atoms(sp.Rational)):
        raise Undecided("a number is too long for SymPy")


def _has_growing_power(value: sp.Expr) -> bool:
    return any(not power.exp.is_Rational for power in value.atoms(sp.Pow))


def values(entries: Iterable[Fraction | str]) -> list[sp.Expr]:
    """Parsed invariants or a balance for `setting`: rationals, positive symbols, `-lam`."""
    return [_value(entry) for entry in entries]


def _value(entry: Fraction | str) -> sp.Expr:
    if isinstance(entry, str):
        return -_value(entry[1:]) if entry.startswith("-") else sp.Symbol(entry, positive=True)
    return sp.Rational(entry.numerator, entry.denominator)


def rational_function(expr: sp.Expr) -> Expression:
    """A SymPy rational function of q, L and p as an expression. Errors: Undecided where it is none."""
    if isinstance(expr, sp.Rational):
        return Number(Fraction(int(expr.p), int(expr.q)))
    if expr in (symbols.q, symbols.L, symbols.p):
        return Name(str(expr))
    if isinstance(expr, sp.Add):
        return Sum(tuple(rational_function(term) for term in expr.args))
    if isinstance(expr, sp.Mul):
        return Product(tuple(rational_function(factor) for factor in expr.args))
    if isinstance(expr, sp.Pow) and expr.exp.is_Integer:
        return Power(rational_function(expr.base), Number(Fraction(int(expr.exp))))
    raise Undecided(f"not a rational function of q, L and p: {str(expr)[:60]}")
