"""A hypergeometric series that ends, written out: a formula of the core where the parameters leave one.

  pFq(-n, a, ...; c, ...; z) = sum_{k <= n} (-n)_k (a)_k ... / ((c)_k ... k!) z^k

which is what the function is there (DLMF 15.2.4, 16.2), also for c = -m, m >= n. Of several upper parameters that are
whole numbers at most 0 the largest ends it.
"""

from __future__ import annotations

from fractions import Fraction

from ....symbolic.errors import Undecided
from ....symbolic.reading.expression import Call, Expression, Number, Power, Product, Sum
from ....symbolic.reading.terminating import MOST_TERMS
from ....symbolic.reading.to_sympy import to_sympy
from ...judging.theorem import Refused

ABOVE = {"hyp2f1": 2, "hyp3f2": 3}  # how many of the arguments stand above; the last is z


def written_out(node: Call) -> Expression:
    """The polynomial in z. Errors: Refused where the series does not end, or has no value."""
    count = ABOVE.get(node.function)
    if count is None:
        raise Refused(f"the core has no {node.function}")
    *parameters, z = node.arguments
    above, below = parameters[:count], parameters[count:]
    found = [_number(a) for a in above]
    ends = [int(-a) for a in found if a is not None and a.denominator == 1 and a <= 0]
    if not ends or min(ends) > MOST_TERMS:
        raise Refused(f"the core has no {node.function} but one that ends")
    terms: list[Expression] = [Number(Fraction(1))]
    number, factors = Fraction(1), list[Expression]()
    for k in range(min(ends)):
        for part, exponent in (*((a, 1) for a in above), *((c, -1) for c in below)):
            value = _number(part)
            if value is None:
                shifted = Sum((part, Number(Fraction(k)))) if k else part
                factors.append(shifted if exponent == 1 else Power(shifted, Number(Fraction(-1))))
            elif exponent == 1:
                number *= value + k
            elif value + k == 0:
                raise Refused(f"{node.function} has no value there")
            else:
                number /= value + k
        number /= k + 1
        power = z if k == 0 else Power(z, Number(Fraction(k + 1)))
        terms.append(Product((Number(number), *factors, power)))
    return Sum(tuple(terms)) if len(terms) > 1 else terms[0]


def _number(part: Expression) -> Fraction | None:
    """The rational number that a parameter is, None where it is none."""
    try:
        value = to_sympy(part)
    except Undecided:
        return None
    return Fraction(int(value.p), int(value.q)) if value.is_Rational else None
