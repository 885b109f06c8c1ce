"""Models: exact values for every letter of a formula, and whether the formula holds there.

A model gives rationals to constants, formulas in t (SymPy expressions, piecewise where needed) to functions of time,
and ranges to indices. It serves as the witness that hypotheses can be met, and as the test of rules: wherever the
premises hold in a model the conclusion must. Relations at every time are examined at many exact times, in balls: a
model can refute a formula, and it meets one as far as its times show; that a witness meets a hypothesis at every time
is shown in `met`.
"""

from __future__ import annotations

import hashlib
import itertools
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache, cached_property

import sympy as sp
from flint import arb

from ...numeric_checks.sympy_ball import enclose
from .flows import FLOWS
from .formulas import Formula, letters
from .terms import Term

T = sp.Symbol("t", nonnegative=True)
BITS = 256
TIMES = 23


@dataclass(frozen=True)
class Model:
    """constants by name; functions of t by name (and index values); the ranges of indices; the end of time."""

    constants: Mapping[str | tuple[str | int, ...], Fraction] = field(default_factory=dict)
    functions: Mapping[tuple[str | int, ...], sp.Expr] = field(default_factory=dict)
    ranges: Mapping[str, int] = field(default_factory=dict)
    end: Fraction | None = Fraction(1)  # None: infinity
    reals: Mapping[str, sp.Lambda] = field(default_factory=dict)

    def last(self) -> sp.Expr:
        """T."""
        return sp.oo if self.end is None else sp.Rational(self.end.numerator, self.end.denominator)

    @cached_property
    def described(self) -> tuple[list[str], ...]:
        """Its values as text."""
        return tuple(sorted(map(str, d.items())) for d in (self.constants, self.functions, self.reals))

    def times(self) -> list[sp.Rational]:
        """Exact times in [0, end), none of them special."""
        return [
            (sp.Rational(16) if self.end is None else self.last()) * sp.Rational(7 * k + 1, 7 * TIMES)
            for k in range(TIMES)
        ]


class Unknown(ValueError):
    """The model does not say."""


def value(t: Term, m: Model, at: Mapping[Term, int]) -> sp.Expr:
    """The term as a function of t in the model. Errors: Unknown."""
    head = t[0]
    if head == "n":
        return sp.Rational(t[1], t[2])
    if head == "t":
        return T
    if head == "v":
        if t[1] == "L" and "L" in m.ranges:
            return sp.Integer(m.ranges["L"])
        key = (t[1], *(at[i] for i in t[3:])) if t[3:] else t[1]
        if key not in m.constants:
            raise Unknown(f"no value for {key}")
        f = m.constants[key]
        return sp.Rational(f.numerator, f.denominator)
    if head == "f":
        key = (t[1], *(at[i] for i in t[3:]))
        if key not in m.functions:
            raise Unknown(f"no function {key}")
        return m.functions[key]
    if head in ("sum", "prod", "others"):
        i = t[1]
        values = [k for k in range(1, m.ranges[i[2]] + 1) if head != "others" or k != at[t[2]]]
        parts = [value(t[-1], m, {**at, i: k}) for k in values]
        return sp.Add(*parts) if head == "sum" else sp.Mul(*parts)
    if head in ("of", "of'"):
        argument, result = sp.Dummy("z", real=True), None
        body = m.reals[t[1]](argument)
        result = body if head == "of" else sp.diff(body, argument)
        return result.subs(argument, value(t[2], m, at))
    inner = [value(a, m, at) for a in t[1:]]
    return _operation(head, inner, m)


def _operation(head: str, a: list[sp.Expr], m: Model) -> sp.Expr:
    if head == "+":
        return sp.Add(*a)
    if head == "*":
        return sp.Mul(*a)
    if head == "^":
        return a[0] ** a[1]
    if head == "spow":
        return sp.sign(a[0]) * sp.Piecewise((0, sp.Eq(a[0], 0)), (sp.Abs(a[0]) ** a[1], True))
    if head == "abs":
        return sp.Abs(a[0])
    if head == "sgn":
        return sp.sign(a[0])
    if head == "exp":
        return sp.exp(a[0])
    if head == "log":
        return sp.log(a[0])
    if head == "d":
        return sp.diff(a[0], T)
    if head == "at0":
        return a[0].subs(T, 0)
    if head == "int":
        return sp.integrate(a[0].subs(T, _S), (_S, 0, T))
    if head == "total":
        return sp.integrate(a[0], (T, 0, m.last()))
    raise Unknown(head)


_S = sp.Symbol("s", nonnegative=True)


def holds(f: Formula, m: Model) -> bool:
    """Whether the formula holds in the model for every value of its free indices. Errors: Unknown."""
    indices = sorted(a for a in letters(f) if a[0] == "i")
    values = itertools.product(*(range(1, m.ranges[i[2]] + 1) for i in indices))
    return all(_holds(f, m, dict(zip(indices, v, strict=True))) for v in values)


LEAST_RANGE = {"L": 2, "n": 1, "r": 1}
INSIDE: Mapping[str, Callable[[Fraction], bool]] = {
    "q": lambda v: 1 <= v <= 2,
    "depth": lambda v: v.denominator == 1 and v >= 2,
    "count": lambda v: v.denominator == 1 and v >= 1,
    "pos": lambda v: v > 0,
    "nonneg": lambda v: v >= 0,
    "real": lambda v: True,
}


def fits(formulas: tuple[Formula, ...], m: Model) -> bool:
    """Whether the model is plain data with an end T > 0, and gives each letter of the formulas values of its sort."""
    plain = type(m) is Model and all(type(d) is dict for d in (m.constants, m.functions, m.ranges, m.reals))
    if not plain or any(type(v) not in (int, Fraction) for v in m.constants.values()):
        return False
    if m.end is not None and not (type(m.end) in (int, Fraction) and m.end > 0):
        return False
    if any(type(size) is not int or size < LEAST_RANGE[bound] for bound, size in m.ranges.items()):
        return False
    for letter in frozenset().union(*map(letters, formulas)):
        if letter[0] == "v":
            given = [v for key, v in m.constants.items() if (key if type(key) is str else key[0]) == letter[1]]
            if not all(INSIDE[letter[2]](Fraction(v)) for v in given):
                return False
        elif letter[0] == "f" and letter[2] != "real":
            kind = "<" if letter[2] == "pos" else "<="
            for key in (k for k in m.functions if k[0] == letter[1]):
                one = Model({}, {("f",): m.functions[key]}, {}, m.end)
                if not _holds(("every", (kind, ("n", 0, 1), ("f", "f", "real"))), one, {}):
                    return False
    return True


def _holds(f: Formula, m: Model, at: Mapping[Term, int]) -> bool:
    head = f[0]
    if head in ("every", "ae"):
        start = (sp.Integer(0),) if head == "every" else ()
        return all(map(_seen(f[1], m, at), (*start, *m.times(), *_unforeseen(f, m))))
    if head in ("=", "<=", "<"):
        return _seen(f, m, at)(sp.Integer(0))
    if head == "and":
        return all(_holds(a, m, at) for a in f[1:])
    if head == "or":
        return any(_holds(a, m, at) for a in f[1:])
    if head == "not":
        return not _holds(f[1], m, at)
    if head == "=>":
        return not _holds(f[1], m, at) or _holds(f[2], m, at)
    if head == "<=>":
        return _holds(f[1], m, at) == _holds(f[2], m, at)
    if head == "all":
        return all(_holds(f[2], m, {**at, f[1]: k}) for k in range(1, m.ranges[f[1][2]] + 1))
    if head == "flow":
        return all(holds(c, m) for c in FLOWS[f[1]])
    if head == "tends":
        a, c = value(f[1], m, at), value(f[2], m, at)
        return bool(sp.simplify(sp.limit(a, T, m.last(), "-") - c) == 0)
    if head == "grows":
        return bool(sp.limit(value(f[1], m, at), T, m.last(), "-") == sp.oo)
    if head == "C1":
        return f[1] in m.reals
    if head == "ac" and value(f[1], m, at).has(sp.sign, sp.Heaviside, sp.floor, sp.ceiling, sp.Piecewise):
        return False  # not shown to be continuous
    if head in ("ac", "integrable", "measurable"):
        value(f[1], m, at)
        return True  # what a model gives is piecewise analytic and continuous where it must be (tested)
    raise Unknown(head)


def _unforeseen(f: Formula, m: Model) -> list[sp.Expr]:
    """Two more times that depend on the formula and on the model, so that neither can be made to fit them.

    They are end (a + b sqrt 2)/2^66 with 64 random bits in a and b: no function that is 0 at all fractions helps.
    """
    digest = hashlib.sha256(repr((f, m.described)).encode()).digest()
    end = sp.Rational(16) if m.end is None else m.last()
    a, b, c, d = (int.from_bytes(digest[k : k + 8]) for k in (0, 8, 16, 24))
    return [end * (sp.Integer(i) + sp.sqrt(2) * j) / 2**66 for i, j in ((a, b), (c, d))]


def _seen(f: Formula, m: Model, at: Mapping[Term, int]) -> Callable[[sp.Expr], bool]:
    """Whether a relation, or relations joined, hold at a time; its two sides become functions of t once."""
    head = f[0]
    if head in ("=>", "and", "or"):
        parts = [_seen(a, m, at) for a in f[1:]]
        if head == "=>":
            return lambda time: not parts[0](time) or parts[1](time)
        return lambda time: (all if head == "and" else any)(part(time) for part in parts)
    sides = cache(lambda: [sp.sympify(value(t, m, at)) for t in f[1:]])

    def look(time: sp.Expr) -> bool:
        left, right = (_ball_at(side, time) for side in sides())
        if left is None or right is None:
            raise Unknown(f"{f[1:]} is not defined at {time}")
        difference = right - left
        zero = bool(difference.contains(0)) and bool(difference.rad() < 1e-30)
        return zero if head == "=" else bool(difference > 0) or (head == "<=" and zero)

    return look


def _ball_at(e: sp.Expr, time: sp.Expr) -> arb | None:
    """The value at a time; where balls do not show one, with the time put in exactly."""
    found = enclose(e, {T: time}, BITS) if time != 0 else None
    return enclose(e.subs(T, time), {}, BITS) if found is None else found


def cases(letters: Mapping[str, tuple[Fraction, ...]]) -> list[dict[str, Fraction]]:
    """All combinations of the values given for constants."""
    return [dict(zip(letters, values, strict=True)) for values in itertools.product(*letters.values())]
