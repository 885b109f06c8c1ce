"""A claim's sums as products, so that what vanishes is seen, and vanishes with a change of sign where it can:

  tan z = sin z / cos z,  a sum that is a polynomial in letters and functions (exp(c z) = exp(z/n)^{c n}): its factors,
  1 - cos z = 2 sin(z/2)^2,  1 + cos z = 2 cos(z/2)^2,  1 +- sin z = (sin(z/2) +- cos(z/2))^2

Value and domain stay what they were, everywhere: where a function would be lost in a factoring the sum stays.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import lcm, prod
from typing import TypeAlias

from flint import fmpq, fmpq_mpoly, fmpq_mpoly_ctx

from ...symbolic.errors import Undecided
from ...symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, mapped, walk

MOST_LETTERS, MOST_DEGREE, MOST_TERMS = 8, 12, 200
HALF = Number(Fraction(1, 2))
Units: TypeAlias = Mapping[Expression, int]


def products(tree: Expression) -> Expression:
    """The expression with each sum as a product where it is one."""
    found = mapped(tree, products)
    match found:
        case Call("tan", (z,), at):
            return Product((Call("sin", (z,), at), Power(Call("cos", (z,), at), Number(Fraction(-1)), at)), at)
        case Sum():
            return _factored(found)
    return found


def _factored(node: Sum) -> Expression:
    atoms: dict[Expression, int] = {}
    unit = _units(node)
    try:
        _degree(node, atoms, unit)
        if not 0 < len(atoms) <= MOST_LETTERS:
            return node
        ring = fmpq_mpoly_ctx.get(tuple(f"z{i}" for i in range(len(atoms))), "lex")
        poly = _polynomial(node, atoms, ring, unit)
    except Undecided:
        return node
    letters = list(atoms)
    used = {i for powers in poly.to_dict() for i, n in enumerate(powers) if n}
    if len(poly.to_dict()) > MOST_TERMS or any(not _everywhere(z) for i, z in enumerate(letters) if i not in used):
        return node
    if poly.is_zero():
        return Number(Fraction(0))
    content, factors = poly.factor()
    halves = [_halved(factor, letters) for factor, _ in factors]
    if len(factors) == 1 and factors[0][1] == 1 and halves == [None] and len(used) == len(letters):
        return node
    pairs = zip(factors, halves, strict=True)
    parts = [_power(half or _written(factor, letters), int(n)) for (factor, n), half in pairs]
    return _product([*([Number(_fraction(content))] if content != 1 or not parts else []), *parts])


def _fraction(c: fmpq) -> Fraction:
    return Fraction(int(c.p), int(c.q))


def _everywhere(z: Expression) -> bool:
    """Whether it has a value wherever the claim speaks."""
    return all(isinstance(part, Name | Number | Sum | Product | Negative) for part in walk(z))


def _exponential(node: Expression, unit: Units) -> tuple[Expression, int]:
    """exp(c z) as (exp(z/n), c n) with n the common denominator of all such c, anything else as itself."""
    if (found := _exponent(node)) is None:
        return node, 1
    c, z = found
    n = unit.get(z, 1)
    return (node, 1) if c < 0 else (Call("exp", (Product((Number(Fraction(1, n)), z)),)), int(c * n))


def _exponent(node: Expression) -> tuple[Fraction, Expression] | None:
    """(c, z) of exp(c z)."""
    match node:
        case Call("exp", (Product(factors),)):
            rest = tuple(factor for factor in factors if not isinstance(factor, Number))
            if rest:
                return prod((f.value for f in factors if isinstance(f, Number)), start=Fraction(1)), _product([*rest])
        case Call("exp", (z,)):
            return Fraction(1), z
    return None


def _units(node: Expression) -> Units:
    """The common denominator of the factors of z in the exponentials of the node, for each z."""
    found: dict[Expression, int] = {}
    for c, z in filter(None, map(_exponent, walk(node))):  # type: ignore[arg-type]
        found[z] = lcm(found.get(z, 1), c.denominator)
    return found


def _degree(node: Expression, atoms: dict[Expression, int], unit: Units) -> int:
    """A bound of the degree in the atoms, which are gathered. Errors: Undecided."""
    match node:
        case Number():
            return 0
        case Negative(term):
            return _degree(term, atoms, unit)
        case Sum(terms):
            found = max(_degree(term, atoms, unit) for term in terms)
        case Product(factors):
            found = sum(_degree(factor, atoms, unit) for factor in factors)
        case Power(base, Number(n)) if n.denominator == 1 and 0 < n <= MOST_DEGREE:
            found = int(n) * _degree(base, atoms, unit)
        case _:
            base, found = _exponential(node, unit)  # of degree c n in exp(z/n)
            atoms.setdefault(base, len(atoms))
    if found > MOST_DEGREE:
        raise Undecided("a polynomial of a high degree")
    return found


def _polynomial(node: Expression, atoms: dict[Expression, int], ring: fmpq_mpoly_ctx, unit: Units) -> fmpq_mpoly:
    match node:
        case Number(c):
            return ring.constant(fmpq(c.numerator, c.denominator))
        case Negative(term):
            return -_polynomial(term, atoms, ring, unit)
        case Sum(terms):
            return sum((_polynomial(term, atoms, ring, unit) for term in terms), ring.constant(0))
        case Product(factors):
            found = ring.constant(1)
            for factor in factors:
                found *= _polynomial(factor, atoms, ring, unit)
            return found
        case Power(base, Number(n)) if n.denominator == 1 and 0 < n <= MOST_DEGREE:
            return _polynomial(base, atoms, ring, unit) ** int(n)
    base, count = _exponential(node, unit)
    return ring.gens()[atoms[base]] ** count


def _power(base: Expression, n: int) -> Expression:
    return base if n == 1 else Power(base, Number(Fraction(n)))


def _written(poly: fmpq_mpoly, letters: list[Expression]) -> Expression:
    """A polynomial in these expressions."""
    terms: list[Expression] = []
    for powers, c in poly.to_dict().items():
        factors = [_power(letters[i], int(n)) for i, n in enumerate(powers) if n]
        number = Number(_fraction(c))
        terms.append(number if not factors else _product([*([number] if c != 1 else []), *factors]))
    return terms[0] if len(terms) == 1 else Sum(tuple(terms))


def _product(factors: list[Expression]) -> Expression:
    return factors[0] if len(factors) == 1 else Product(tuple(factors))


def _halved(poly: fmpq_mpoly, letters: list[Expression]) -> Expression | None:
    """c (1 +- sin z) or c (1 +- cos z) by the half of z, or None."""
    found = {tuple(map(int, powers)): _fraction(c) for powers, c in poly.to_dict().items()}
    constant = (0,) * len(letters)
    if len(found) != 2 or constant not in found:
        return None
    (powers,) = found.keys() - {constant}
    c, turn = found[constant], found[powers]
    z = letters[powers.index(max(powers))]
    if sum(powers) != 1 or abs(turn) != abs(c) or not (isinstance(z, Call) and z.function in ("sin", "cos")):
        return None
    half = Product((HALF, z.arguments[0]))
    sine, cosine = Call("sin", (half,)), Call("cos", (half,))
    two = Number(Fraction(2))
    if z.function == "cos":
        return Product((Number(2 * c), Power(cosine if turn == c else sine, two)))
    return Product((Number(c), Power(Sum((sine, cosine if turn == c else Negative(cosine))), two)))
