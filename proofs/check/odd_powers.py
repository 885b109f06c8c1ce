"""sign(z) |z|^k = z^k for odd integers k, z = 0 included: both are 0 for k > 0, and without a value for k < 0.

So at q = 2 the signed power <z>^{q-1} = sign(z) |z|^{q-1}, which a claim spells out, is z, whatever its sign.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from ...symbolic.reading.expression import Call, Expression, Negative, Number, Power, Product, mapped, names
from ...symbolic.reading.to_sympy import to_sympy


def without_signs(node: Expression, q: Fraction) -> Expression:
    """The expression at one q with sign(z) |z|^k written z^k wherever one product holds both and k is odd there."""
    node = mapped(node, lambda part: without_signs(part, q))
    if not isinstance(node, Product):
        return node
    minus = Number(Fraction(-1))
    factors = [f for part in node.factors for f in ((minus, part.term) if isinstance(part, Negative) else (part,))]
    whole = tuple(factors)
    for sign in whole:
        if isinstance(sign, Call) and sign.function == "sign":
            size = Call("abs", sign.arguments)
            for factor in factors:
                base, k = (factor.base, _at(factor.exponent, q)) if isinstance(factor, Power) else (factor, 1)
                if base == size and k is not None and k % 2 == 1:
                    factors[factors.index(factor)] = Power(sign.arguments[0], Number(Fraction(k)), factor.at)
                    factors.remove(sign)
                    break
    if len(factors) == len(whole):
        return node
    return Product(tuple(factors), node.at) if len(factors) > 1 else factors[0]


def _at(exponent: Expression, q: Fraction) -> int | None:
    """The exponent at q where it is an integer."""
    value = to_sympy(exponent, {"q": sp.Rational(q.numerator, q.denominator)}) if names(exponent) <= {"q"} else None
    return int(value) if value is not None and value.is_Integer else None
