"""Signs that the algebra of the core does not see at once, each derived by its rules.

0 < (q - 1) u + lambda              coefficients that are conditions on q and L, each at least 0
0 < u^2 - u lambda + lambda^2       a square and a positive rest: (u - lambda/2)^2 + (3/4) lambda^2
0 < |2 L - 5|                       from 0 < (2 L - 5)^2
0 < 1 + (|w_1|^q - |w_2|^q)^2       from 0 < 1 + y^2 for every real y
|L - 2| = L - 2 + 0                 from 0 <= L - 2: what stands in a size is a condition on q and L
"""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import sympy as sp

from ....symbolic.symbols import L, q
from ...judging.algebra import Letters, expression
from ...judging.formulas import Formula, below
from ...judging.rules.algebraic import calculation
from ...judging.rules.logical import cut
from ...judging.tactics import decided, given, instance, rewrite, show
from ...judging.terms import Expr, Term, function, inside, letter, negative, number, size
from ...judging.theorem import Refused, Theorem
from .reading import holds_letter, put

ZERO = number(0)
OF_Q_AND_L = {q: letter("q", "q"), L: letter("L", "depth")}
KNOWN = frozenset(v.term for v in OF_Q_AND_L.values())


def unseen(t: Term) -> Theorem | None:
    """0 < t, None where calculation shows it by itself. Errors: Refused where it is not shown."""
    try:
        calculation(stated=("<", ZERO, t))
        return None
    except ValueError:
        pass
    for way in (_decided, _by_parts):
        try:
            return way(t)
        except ValueError:
            continue
    return _square_and_rest(t)


def of_squares(t: Term) -> Theorem:
    """0 < t, with what stands under an even power as letters. Errors: Refused."""
    seen, found = t, list[tuple[Expr, Term]]()
    for part in dict.fromkeys(p for p in inside(t) if p[0] == "^" and p[2][0] == "n" and p[2][1] % 2 == 0):
        y = function(f"y_{len(found)}", "real")
        if holds_letter(seen, part):
            found.append((y, part[1]))
            seen = put(seen, part, ("^", y.term, part[2]))
    if not found:
        raise Refused("no square")
    shown = calculation(stated=("<", ZERO, seen))
    for y, whole in found:
        shown = instance(shown, (y, whole))
    return shown


def nonzero(t: Term) -> Theorem:
    """0 < |t| of what is in q and L alone: from 0 < t^2. Errors: Refused where it is not shown."""
    if not _in_q_and_L(t):
        raise Refused("not in q and L alone")
    y = function("y_", "real")
    square = below(0, y * y)
    shown = instance(show("<", 0, size(y), (given(square), (1 + size(y)) ** -1)), (y, t))
    whole = ("*", t, t)
    z = function("z_", "pos")
    return cut(instance(show("<", 0, z), (z, whole, decided(("<", ZERO, whole)))), shown)


def sizes(stated: Formula) -> Iterator[Theorem]:
    """Of every |a| in a relation whose a, in q and L alone, has one sign: (sign) a + 0 = |a|."""
    for part in dict.fromkeys(part for side in stated[1:] for part in inside(side)):
        if part[0] == "abs" and _in_q_and_L(part[1]):
            for sign in (1, -1):
                try:
                    yield _size(part[1], sign)
                    break
                except ValueError:
                    continue


def _size(a: Term, sign: int) -> Theorem:
    """sign a + 0 = |a|: the 0 marks the term, so that only what was put there is put back."""
    y = function("y_", "nonneg")
    signed = a if sign == 1 else negative(a)
    marked = show("=", y + Expr(ZERO), size(y if sign == 1 else Expr(("*", number(-1), y.term))))
    same = instance(marked, (y, signed, decided(("<=", ZERO, signed))))
    return same if sign == 1 else rewrite(same, show("=", Expr(("*", number(-1), signed)), Expr(a)))


def _decided(t: Term) -> Theorem:
    if not _in_q_and_L(t):
        raise Refused("not in q and L alone")
    return decided(("<", ZERO, t))


def _by_parts(t: Term) -> Theorem:
    """Positive letters, each monomial with a coefficient in q and L that is at least 0."""
    value, of = _read(t)
    known = []
    for powers, c in sp.Poly(value, *of).terms():
        if c.is_number:
            continue
        coefficient = polynomial(c, OF_Q_AND_L).term
        monomial = polynomial(sp.Mul(*(s**n for s, n in zip(of, powers, strict=True))), of)
        known.append((decided(("<=", ZERO, coefficient)), monomial))
    return show("<", 0, Expr(t), *known)


def _square_and_rest(t: Term) -> Theorem:
    """c (z + b)^2 + r, with the number c > 0 and r > 0."""
    value, of = _read(t)
    y = function("y_", "real")
    for z in of:
        poly = sp.Poly(value, z)
        if poly.degree() != 2 or not poly.nth(2).is_Rational or poly.nth(2) <= 0:
            continue
        c, shift = poly.nth(2), poly.nth(1) / (2 * poly.nth(2))
        rest = sp.expand(poly.nth(0) - c * shift**2)
        try:
            left = polynomial(c, of) * y * y + polynomial(rest, of)
            shown = instance(show("<", 0, left), (y, polynomial(z + shift, of)))
            return rewrite(shown, show("=", Expr(shown.conclusion[-1][2]), Expr(t)))
        except ValueError:
            continue
    raise Refused("the sign is not shown")


def _read(t: Term) -> tuple[sp.Expr, dict[sp.Symbol, Expr]]:
    letters = Letters({})
    value = sp.expand(expression(t, letters))
    of = {symbol: Expr(atom) for atom, symbol in letters.names.items()}
    if not of or not value.is_polynomial(*of, q, L):
        raise Refused("no polynomial")
    return value, of


def _in_q_and_L(t: Term) -> bool:
    return all(part in KNOWN or part[0] in ("n", "+", "*", "^") for part in inside(t))


def polynomial(value: sp.Expr, of: dict[sp.Symbol, Expr]) -> Expr:
    """A polynomial as a term, its letters those given. Errors: Refused where others stand in it."""
    parts = []
    for powers, c in sp.Poly(value, *of).terms():
        if not c.is_Rational:
            raise Refused("another letter")
        found = [v if n == 1 else v ** int(n) for v, n in zip(of.values(), powers, strict=True) if n]
        if c != 1 or not found:
            found.insert(0, Expr(number(Fraction(int(c.p), int(c.q)))))
        whole = found[0]
        for f in found[1:]:
            whole = whole * f
        parts.append(whole)
    whole = parts[0]
    for p in parts[1:]:
        whole = whole + p
    return whole
