"""Table 1 and Example 4.17 (C): which norm each weight decay puts on the balanced manifold.

Decoupled M = |x|^{2-m}/(2-m), coupled M = (L/2) |x|^{2/L} (claims regularizer-decoupled, -coupled): the exponents are
2 - m = 2 - q(L-1)/L and 2/L. L -> infinity is a path l(t) -> infinity in the place of L. Where an exponent tends to 0
the regularizer, up to constants, tends to log|x|: (|x|^e - 1)/e = (exp(e log|x|) - 1)/e -> log|x| as e -> 0.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..judging.claim import derived_claim
from ..judging.flows import L, q
from ..judging.formal import Formal
from ..judging.formulas import Formula, below, equal, formula
from ..judging.models import Model, T
from ..judging.rules.calculus import limit, slope_of_exp
from ..judging.rules.logical import both, implied
from ..judging.tactics import decided, given, rewrite, show
from ..judging.terms import Expr, function, letter, log, plain
from ..judging.theorem import Theorem

l, e, x = function("l", "pos"), function("e", "pos"), letter("x")
COUPLED, DECOUPLED = 2 / L, 2 - q * (L - 1) / L
COUPLED_FAR, DECOUPLED_FAR = 2 / l, 2 - q * (l - 1) / l
DEEP = formula(("grows", l.term))
TO_LOG = formula(("tends", e.term, plain(0)))
CELLS = {(2, 2): (1, 1), (1, 2): (1, Fraction(3, 2))}  # (q, L): coupled, decoupled
GRADIENT, SIGN = equal(q, 2), equal(q, 1)


def tends(a: Any, c: Any) -> Formula:
    """a -> c."""
    return formula(("tends", plain(a), plain(c)))


def cell(steep: int, depth: int) -> tuple[Formula, Formula]:
    """(q and L, the two exponents)."""
    coupled, decoupled = CELLS[steep, depth]
    at = formula(("and", equal(q, steep), equal(L, depth)))
    return at, formula(("and", equal(COUPLED, coupled), equal(DECOUPLED, decoupled)))


def in_cell(steep: int, depth: int) -> Theorem:
    """One row at one depth."""
    at, exponents = cell(steep, depth)
    return implied(decided(exponents, given(at)), stated=at)


def far(condition: Formula, value: int) -> Theorem:
    """2 - q (l-1)/l = 2 - q + q/l -> 2 - q, which is the value under the condition on q."""
    apart = 2 - q + q / l
    to = limit(given(DEEP), a=apart.term)
    same = rewrite(to, show("=", apart, DECOUPLED_FAR))
    return implied(rewrite(same, show("=", Expr(to.conclusion[2]), value, (given(condition), -1))), stated=condition)


def logarithm() -> Theorem:
    """(x^e - 1)/e -> log x."""
    quotient = slope_of_exp(given(TO_LOG), a=log(x).term)
    return rewrite(quotient, show("=", Expr(quotient.conclusion[1]), (x**e - 1) / e))


def derive() -> Theorem:
    """All cells."""
    coupled = limit(given(DEEP), a=COUPLED_FAR.term)
    return both(in_cell(2, 2), in_cell(1, 2), coupled, far(GRADIENT, 0), far(SIGN, 1), logarithm())


def derive_example() -> Theorem:
    """1 + 1/L exceeds 1 and tends to 1."""
    above = decided(below(1, DECOUPLED), given(SIGN))
    return both(implied(above, stated=SIGN), far(SIGN, 1))


def witness() -> Model:
    """l = 1 + t, e = 1/(1 + t)."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(1), "x": Fraction(2)}
    return Model(constants, {("l",): 1 + T, ("e",): 1 / (1 + T)}, {"L": 2}, end=None)


LIMITS = (tends(COUPLED_FAR, 0), ("=>", GRADIENT, tends(DECOUPLED_FAR, 0)), ("=>", SIGN, tends(DECOUPLED_FAR, 1)))

TABLE = derived_claim(
    id="table1",
    title="Table 1: regularizers of gradient and sign gradient flow",
    source="Table 1",
    matters="The summary people quote, derived cell by cell.",
    formal=Formal(
        (DEEP, TO_LOG),
        formula(
            ("and", *(("=>", *cell(*at)) for at in ((2, 2), (1, 2))), *LIMITS, tends((x**e - 1) / e, log(x))),
        ),
        derive,
        witness,
    ),
    remark="2/L and 2 - q(L-1)/L are the exponents of |x| in the coupled and the decoupled regularizer of a balanced"
    " start (claims regularizer-coupled, regularizer-decoupled); l stands for L -> infinity. An exponent 1 is L_1, 3/2"
    " is L_{3/2}, and where it tends to 0 the regularizer tends to log|x|, up to constants.",
)

EXAMPLE = derived_claim(
    id="example-4-17",
    title="Sign flow with decoupled decay needs L -> infinity for L_1",
    source="Example 4.17 (C)",
    matters="Sign flow with decoupled decay reaches an L1 penalty only in the limit of depth.",
    formal=Formal(
        (DEEP,),
        formula(("and", ("=>", SIGN, below(1, DECOUPLED)), LIMITS[2])),
        derive_example,
        witness,
    ),
    remark="2 - q(L-1)/L is the exponent of |x| in the regularizer of decoupled decay, balanced: above 1 for every"
    " finite L, and 1 in the limit l -> infinity only.",
)

CLAIMS = (TABLE, EXAMPLE)
