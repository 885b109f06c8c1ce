"""Powers b^{k/n} with a large n as letters of their own, so that no polynomial in b^{1/n} is ever made.

  b^{w + f} = b^w d for the letter d = b^f,   0 < f <= 1/2, or b^{w + 1}/d for d = b^{1-f}, 1/2 < f < 1
  b^{e + c L} = b^e (b^L)^c,  c = k/n, likewise with b^L for b, b > 0

What an operation of polynomials (factor, together, cancel) makes of the letters is true of the powers that they stand
for. SymPy takes b^{1/n} for the letter instead, in which b^{1 + 1/n} has degree n + 1: minutes for n = 10^4.
"""

from __future__ import annotations

from collections.abc import Callable

import sympy as sp

COARSE = 12  # the largest n that is left to SymPy


def apart(operation: Callable[[sp.Expr], sp.Expr], e: sp.Expr) -> sp.Expr:
    """operation(e) with the fine powers of e as letters."""
    letters: dict[tuple[sp.Expr, sp.Rational], sp.Dummy] = {}
    powers = [pair for f in e.atoms(sp.Pow) for pair in _fine_parts(f)[0]]
    for part, base in sorted(((_split(c)[1], base) for base, c in powers), key=lambda pair: pair[0]):
        if not any(map(_fine, base.atoms(sp.Pow))):
            _letter(letters, base, part)

    def letter(power: sp.Pow) -> sp.Expr:
        fine, rest = _fine_parts(power)
        for base, c in fine:
            whole, part, sign = _split(c)
            rest *= base**whole * _letter(letters, base, part) ** sign
        return rest

    result = operation(e.replace(_fine, letter))
    for (base, part), d in reversed(letters.items()):  # a later letter may stand for a power of earlier ones
        result = result.xreplace({d: base**part})
    return result


def _split(exponent: sp.Rational) -> tuple[sp.Integer, sp.Rational, int]:
    """(w, f, s) with exponent w + s f, 0 < f <= 1/2."""
    whole = sp.floor(exponent)
    part = exponent - whole
    return (whole, part, 1) if part <= sp.Rational(1, 2) else (whole + 1, 1 - part, -1)


def _letter(letters: dict[tuple[sp.Expr, sp.Rational], sp.Dummy], base: sp.Expr, part: sp.Rational) -> sp.Expr:
    """The letter of base^part, or a small power of a letter that is there."""
    for (known, unit), d in letters.items():
        if known == base and (part / unit).is_Integer and part / unit <= COARSE:
            return d ** (part / unit)
    return letters.setdefault((base, part), sp.Dummy("d", positive=base.is_positive))


def _fine(f: sp.Expr) -> bool:
    return bool(f.is_Pow and _fine_parts(f)[0])


def _fine_parts(power: sp.Pow) -> tuple[list[tuple[sp.Expr, sp.Rational]], sp.Expr]:
    """(b, c) for each fine power b^c in it, and the other factor."""
    fine, rest = [], sp.Integer(0)
    for term in sp.Add.make_args(power.exp):
        c, letters = term.as_coeff_Mul()
        if not (c.is_Rational and c.q > COARSE and (term.is_Rational or power.base.is_positive)):
            rest += term
        else:
            fine.append((power.base**letters, c))
    return (fine, power.base**rest) if fine else (fine, power)


def power(number: sp.Rational, e: sp.Expr) -> sp.Expr:
    """number^e prime by prime (SymPy's own rule multiplies the primes of a fine power out: numbers of 10^6 digits)."""
    if not (e.is_Rational and e.q > COARSE):
        return number**e
    return sp.Mul(*(r ** (k * e) for r, k in sp.factorrat(number).items()))
