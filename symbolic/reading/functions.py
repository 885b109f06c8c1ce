"""The functions of the grammar, each registered once: what a new one needs stands in one entry (real values).

  gamma(z), beta(a, b) = gamma(a) gamma(b)/gamma(a + b)
  hyp2f1(a, b, c, z) = sum (a)_n (b)_n/(c)_n z^n/n!,   hyp3f2(a1, a2, a3, b1, b2, z) likewise
  appellf1(a, b1, b2, c, x, y) = sum (a)_{m+n} (b1)_m (b2)_n/(c)_{m+n} x^m/m! y^n/n!
  elliptic_f(phi, m) = int_0^phi (1 - m sin^2)^{-1/2}, elliptic_k(m) = elliptic_f(pi/2, m),
  elliptic_e(phi, m) = int_0^phi (1 - m sin^2)^{1/2}, elliptic_e(m) = elliptic_e(pi/2, m)

Read from an entry: the parser (name, arguments), bounds (tame), SymPy's form (`symbolic.reading.to_sympy`: the name in
`terminating`, else in SymPy), balls (`numeric_checks.tree_ball`: the name in `special`, else FLINT's method), and where
`check` takes it for defined, analytic and positive. Nothing heavy is imported here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from .expression import Comparison, Logical

if TYPE_CHECKING:
    from .expression import Statement

MANY = 20
T = TypeVar("T")


@dataclass(frozen=True)
class Function:
    """One function; conditions are text in its arguments: comparisons joined by `and`.

    `where` it has a real value, exactly, and is analytic inside; `shown`: enough for a value, where it has more of
    them (its ball says which); `positive`: enough for a value > 0.
    """

    name: str
    arguments: tuple[str, ...]
    where: str = ""
    shown: str = ""
    positive: str = ""
    keeps_sign: bool = False  # its sign is that of its argument
    smooth: bool = True  # where it is not, `check` reads it as one of its pieces
    tame: bool = False  # grows no faster than a power, so that constants may nest it
    optional: int = 0  # how many of the first arguments may be left out
    more: bool = False  # any number of further arguments
    series: int = 0  # how many upper parameters a series has that may end
    sympy: str = ""  # its name there, where that is another
    known_as: tuple[str, ...] = ()

    @property
    def arity(self) -> tuple[int, int]:
        """The least and the largest number of arguments."""
        return len(self.arguments) - self.optional, MANY if self.more else len(self.arguments)

    def named(self, values: Sequence[T]) -> dict[str, T]:
        """The values by the names of the arguments; the first may be left out, further ones have no name."""
        return dict(zip(self.arguments[max(len(self.arguments) - len(values), 0) :], values, strict=False))


def _one(name: str, argument: str = "z", **known: object) -> Function:
    return Function(name, (argument,), **known)  # type: ignore[arg-type]


ENTRIES = (
    _one("sqrt", where="z >= 0", keeps_sign=True, tame=True),
    _one("abs", smooth=False, tame=True, sympy="Abs"),
    _one("sign", smooth=False, tame=True, known_as=("sgn",)),
    _one("log", where="z > 0", tame=True, known_as=("ln",)),
    _one("exp", positive="true"),
    _one("sin", tame=True),
    _one("cos", tame=True),
    _one("tan", where="cos(z) != 0"),
    _one("asin", where="z**2 <= 1", tame=True, known_as=("arcsin",)),
    _one("acos", where="z**2 <= 1", tame=True, known_as=("arccos",)),
    _one("atan", keeps_sign=True, tame=True, known_as=("arctan",)),
    _one("sinh", keeps_sign=True),
    _one("cosh", positive="true"),
    _one("tanh", keeps_sign=True, tame=True),
    _one("asinh", keeps_sign=True, tame=True, known_as=("arcsinh",)),
    _one("acosh", where="z >= 1", tame=True, known_as=("arccosh",)),
    _one("atanh", where="z**2 < 1", tame=True, known_as=("arctanh",)),
    Function("min", ("a", "b"), smooth=False, tame=True, more=True, sympy="Min"),
    Function("max", ("a", "b"), smooth=False, tame=True, more=True, sympy="Max"),
    _one("gamma", shown="z > 0", positive="z > 0"),
    Function("beta", ("a", "b"), shown="a > 0 and b > 0", positive="a > 0 and b > 0"),
    Function(
        "hyp2f1",
        ("a", "b", "c", "z"),
        shown="c > 0 and z < 1",
        positive="b > 0 and c > b and z < 1",  # Euler's integral
        series=2,
    ),
    Function("hyp3f2", ("a1", "a2", "a3", "b1", "b2", "z"), shown="b1 > 0 and b2 > 0 and z < 1", series=3),
    Function("appellf1", ("a", "b1", "b2", "c", "x", "y"), shown="a > 0 and c > a and x < 1 and y < 1"),
    Function("elliptic_f", ("phi", "m"), shown="m < 1"),
    _one("elliptic_k", "m", where="m < 1"),
    Function("elliptic_e", ("phi", "m"), shown="m < 1", optional=1),
)
REGISTRY = {entry.name: entry for entry in ENTRIES}
FUNCTIONS = frozenset(REGISTRY)
KNOWN_AS = {other: entry.name for entry in ENTRIES for other in entry.known_as}


@cache
def condition(name: str, which: str) -> Statement | None:
    """The condition `where`, `shown` or `positive` of a function, read; None where it has none."""
    from .parser import Parser

    entry = REGISTRY[name]
    text = getattr(entry, which)
    return Parser(text, name, entry.arguments, FUNCTIONS).statement() if text else None


def comparisons(statement: Statement | None) -> tuple[Comparison, ...]:
    """The comparisons that a condition joins by `and`; none where it is true."""
    if isinstance(statement, Logical):
        return tuple(part for whole in statement.parts for part in comparisons(whole))
    return (statement,) if isinstance(statement, Comparison) else ()
