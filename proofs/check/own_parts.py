"""Where a claim's own parts f vanish or jump: exact zeros of f in one letter, the others being given.

A part is a sum, the argument of a sign, an absolute value or an extreme (a difference of two), or a base below. As a
polynomial over Q in the letter (in its root of order b, where exponents have the denominator b) it has finitely many
zeros; the rational ones are exact points, the others are isolated and only their sides are tried.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

import sympy as sp
from flint import fmpq, fmpq_poly, fmpz_poly

from ...symbolic.deciding.polynomials import terms
from ...symbolic.deciding.roots import isolate
from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import Call, Expression, Negative, Number, Power, Product, Sum, names, walk
from ...symbolic.reading.to_sympy import to_sympy
from .parameters import PARAMETERS, rational

MOST_PARTS, MOST_DEGREE, MOST_TURNS = 12, 60, 4
WITH_ZEROS = ("sin", "cos", "log")
BETWEEN = tuple(Fraction(*s) for s in ((1, 1), (5, 4), (3, 2), (7, 4), (2, 1)))  # of q, where L is solved for
BESIDE = Fraction(1, 10**9)
LARGE = Fraction(10**60)
_T = sp.Symbol("t'", positive=True)


def parts(*trees: Expression) -> tuple[Expression, ...]:
    """The parts that may vanish, the smallest first."""
    found: dict[Expression, int] = {}
    for tree in trees:
        for node in walk(tree):
            for part in _inside(node):
                if names(part) and any(map(_can_vanish, walk(part))):
                    found.setdefault(part, sum(1 for _ in walk(part)))
    return tuple(sorted(found, key=lambda part: found[part])[: 4 * MOST_PARTS])


def _can_vanish(node: object) -> bool:
    """A sum, or a function with zeros of its own."""
    return isinstance(node, Sum) or _has_zeros(node)


def orders(part: Expression) -> set[int]:
    """The roots that stand in a part."""
    broken = {
        n.exponent.value.denominator for n in walk(part) if isinstance(n, Power) and isinstance(n.exponent, Number)
    }
    return broken | {2 for n in walk(part) if isinstance(n, Call) and n.function == "sqrt"}


def _inside(node: object) -> Iterator[Expression]:
    match node:
        case Sum():
            yield node
        case Call("sign" | "abs" | "log" | "sqrt", (argument,)):
            yield argument
        case Call("min" | "max", arguments):
            yield from (Sum((a, Negative(b))) for a, b in combinations(arguments, 2))
        case Power(base, Number(value)) if value < 0 or _has_zeros(base):
            yield base
        case Product(factors):
            yield from filter(_has_zeros, factors)


def _has_zeros(node: object) -> bool:
    return isinstance(node, Call) and node.function in WITH_ZEROS


def parameters(*trees: Expression) -> tuple[tuple[Fraction, ...], tuple[int, ...], tuple[tuple[Fraction, int], ...]]:
    """Where parts in q and L alone vanish: values of q, of L, and pairs (q, L); the sides among them."""
    steepness: dict[Fraction, None] = {}
    depths: dict[int, None] = {}
    pairs: dict[tuple[Fraction, int], None] = {}
    for turn in turning(*trees):
        depths |= dict.fromkeys(_turns(turn))
    for part in parts(*trees):
        value = rational(part) if names(part) <= PARAMETERS else None
        if value is None or max(value[0].above.degrees(), default=0) > MOST_DEGREE:
            continue
        for factor, _ in value[0].above.factor()[1]:
            in_q, in_L = factor.degrees()
            data = terms(factor)
            if in_L == 0:
                steepness |= dict.fromkeys(_roots(_poly({i: c for (i, _), c in data}), 1, 2))
            elif in_q == 0:
                roots = _roots(_poly({j: c for (_, j), c in data}), Fraction(3, 2), LARGE)
                depths |= {int(r) + k: None for r in roots for k in (0, 1, -1) if int(r) + k >= 2}
            else:
                crossed = {int(r) for s in BETWEEN for r in _roots(_at_q(data, s), 2, LARGE)}
                for depth in dict.fromkeys((2, 3, 4, 5, 7, *sorted(crossed)[:8])):
                    at = {i: sum((c * depth**j for (k, j), c in data if k == i), Fraction(0)) for (i, _), _ in data}
                    pairs |= {(r, depth): None for r in _roots(_poly(at), 1, 2)}
    return tuple(steepness), tuple(depths), tuple(pairs)


def turning(*trees: Expression) -> tuple[Call, ...]:
    """sin z and cos z with z in q and L alone, such as sin(4 atan(1) L), which is 0 at every L."""
    found = (node for tree in trees for node in walk(tree) if names(node) and names(node) <= {"q", "L"})
    return tuple(dict.fromkeys(z for z in found if isinstance(z, Call) and z.function in ("sin", "cos")))


def zero_at(part: Expression, q: Fraction, depth: int) -> bool:
    """Whether such a part is exactly 0 at (q, L)."""
    try:
        return to_sympy(part, {"q": sp.Rational(q.numerator, q.denominator), "L": sp.Integer(depth)}) == 0
    except Undecided:
        return False


def _turns(part: Call) -> Iterator[int]:
    """L >= 2 at which z is one of the first multiples of pi (of an odd one of pi/2, for cos z)."""
    try:
        turns = to_sympy(part.arguments[0], {"L": _T}) / sp.pi - (sp.Rational(1, 2) if part.function == "cos" else 0)
        for k in range(-MOST_TURNS, MOST_TURNS + 1):
            above = sp.Poly(sp.fraction(sp.together(turns - k))[0], _T, domain="QQ")
            if 0 < above.degree() <= MOST_DEGREE:
                roots = _roots(_poly({i: Fraction(int(c.p), int(c.q)) for (i,), c in above.terms()}), 2, LARGE)
                yield from (int(r) for r in roots if r.denominator == 1)
    except (Undecided, sp.PolynomialError, sp.CoercionFailed):
        return


def _at_q(data: Sequence[tuple[tuple[int, int], Fraction]], q: Fraction) -> fmpz_poly:
    """The polynomial in L at this q."""
    depths = {j for (_, j), _ in data}
    return _poly({j: sum((c * q**i for (i, k), c in data if k == j), Fraction(0)) for j in depths})


def zeros(
    part: Expression, letter: str, others: Mapping[str, sp.Expr], sign: int = 1, order: int = 1
) -> tuple[Fraction, ...]:
    """Values of `letter` (of the given sign) at which the part vanishes, with their sides; () where it is no
    polynomial.

    Arguments: the other letters as exact numbers (or formulas in _T, the root of |letter| of this order).
    """
    poly = polynomial(part, letter, others, sign, order)
    return () if poly is None else tuple(sign * r**order for r in _roots(poly, 0, LARGE) if r > 0)


def polynomial(
    part: Expression, letter: str, others: Mapping[str, sp.Expr], sign: int = 1, order: int = 1
) -> fmpz_poly | None:
    """The numerator of the part as a polynomial in |letter|^{1/order}, up to a number; None where it is none."""
    try:
        value = to_sympy(part, {**others, letter: sign * _T**order})
        above = sp.fraction(sp.together(value))[0]
        poly = sp.Poly(above, _T, domain="QQ")
    except (Undecided, sp.PolynomialError, sp.CoercionFailed, ValueError, ArithmeticError):  # 2^(239882/99991)
        return None
    if not 0 < poly.degree() <= MOST_DEGREE:
        return None
    return _poly({i: Fraction(int(c.p), int(c.q)) for (i,), c in poly.terms()})


def size(letter_order: int) -> sp.Expr:
    """|letter| in the variable of `zeros`."""
    return _T**letter_order


def _poly(coefficients: Mapping[int, Fraction]) -> fmpz_poly:
    most = max(coefficients, default=0)
    listed = [coefficients.get(i, Fraction(0)) for i in range(most + 1)]
    return fmpq_poly([fmpq(c.numerator, c.denominator) for c in listed]).numer()


def _roots(poly: fmpz_poly, low: Fraction | int, high: Fraction | int) -> list[Fraction]:
    """The rational roots in [low, high] with their sides, and a rational point on each side of every other root."""
    low, high = Fraction(low), Fraction(high)
    if poly.degree() < 1:
        return []
    factors = [factor for factor, _ in poly.factor()[1] if factor.degree() > 0]
    isolated = isolate(factors, low, high)
    exact = [end for end in (low, high) if poly(fmpq(end.numerator, end.denominator)) == 0]
    exact += [a for a, b, _ in isolated if a == b]
    beside = [r * (1 + k * BESIDE) for r in exact for k in (1, -1)]
    beside += [end for a, b, _ in isolated if a < b for end in (a, b)]
    return [r for r in (*exact, *beside) if low <= r <= high]
