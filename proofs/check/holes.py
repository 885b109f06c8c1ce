"""Holes of definition: the zeros of a denominator f(q, L), in words. A statement is judged on the rest, and says so.

A hole is the zero set of a polynomial that is not 0 throughout: an end of q, an inner q, a single L, or a curve such as
m = 1. It is named by the irreducible factors of f that vanish somewhere on q in [1, 2], integer L >= 2.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp
from flint import fmpq_mpoly

from ...symbolic.deciding import formulas
from ...symbolic.deciding.formulas import TRUE, Formula, atom, atoms
from ...symbolic.deciding.polynomials import terms
from ...symbolic.symbols import L, q


def words(left_out: Formula, given: Formula = TRUE) -> tuple[str, ...]:
    """The factors of the atoms f != 0 that vanish somewhere under `given`, as equations."""
    found: dict[str, None] = {}
    for part in atoms(left_out):
        for factor, _ in part.polynomial.factor()[1]:
            if formulas.satisfiable(given & atom(factor, "==")) is not None:
                found.setdefault(_equation(factor))
    return tuple(sorted(found))


def sentence(holes: Iterator[str] | tuple[str, ...]) -> str:
    """What is printed with the scope."""
    shown = " and ".join(dict.fromkeys(holes))
    return f"Judged without {shown}, where the statement has no value." if shown else ""


def _equation(factor: fmpq_mpoly) -> str:
    poly = sp.Add(*(sp.Rational(c.numerator, c.denominator) * q**i * L**j for (i, j), c in terms(factor)))
    for letter in (q, L):
        if poly.free_symbols == {letter} and sp.degree(poly, letter) == 1:
            return f"{letter} = {sp.solve(poly, letter)[0]}"
    return f"{sp.sstr(sp.factor(poly))} = 0"
