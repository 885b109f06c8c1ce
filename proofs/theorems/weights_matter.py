"""For 1 <= q < 2 the limit depends on how the rows are weighted over time (theory: section 16.4).

Rows (1, 0, 1), (0, 1, 1), r = q - 1, residuals below 0, the third feature pulled by both. Both rows at once, with equal
weights from a start that is the same in the first two features (so their residuals agree, both pulls are b):

  dy_1/dt = b^r,  dy_3/dt = (2 b)^r:      y_3 - y_3(0) = 2^r (y_1 - y_1(0)).

One row at a time, with pulls c and e of which one is 0, at any weights:

  dz_1/dt = c^r,  dz_2/dt = e^r,  dz_3/dt = c^r + e^r:      z_3 - z_3(0) = z_1 - z_1(0) + z_2 - z_2(0).

Points with A x = (b_1, b_1) have x_1 = x_2. If both ended in one point from one start, y_1 = z_1 = z_2 and y_3 = z_3 in
the limit, and (2 - 2^r)(y_1 - y_1(0)) = 0: neither would have moved.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import sympy as sp

from ..judging.claim import derived_claim
from ..judging.flows import q
from ..judging.formal import Formal
from ..judging.formulas import almost, below, continuous, equal, formula
from ..judging.models import Model, T
from ..judging.rules.algebraic import scaled, smaller_power
from ..judging.rules.along import constant
from ..judging.rules.calculus import limit, one_limit, rising_to
from ..judging.rules.logical import both
from ..judging.tactics import at_zero, given, rate_rule, rewrite, show, smooth
from ..judging.terms import Expr, function, letter, plain, rate, start
from ..judging.theorem import Theorem

r, FLAT = q - 1, below(q, 2)
y_1, y_3, z_1, z_2, z_3 = (function(name, "real") for name in ("y_1", "y_3", "z_1", "z_2", "z_3"))
b, c, e = function("b", "pos"), function("c", "real"), function("e", "real")
Y_1, Y_3, Z_3 = (letter(name, "real") for name in ("Y_1", "Y_3", "Z_3"))
TWO = Expr(plain(2))
TOGETHER = (
    continuous(y_1),
    continuous(y_3),
    almost(equal(rate(y_1), b**r)),
    almost(equal(rate(y_3), (2 * b) ** r)),
    formula(("tends", y_1.term, Y_1.term)),
    formula(("tends", y_3.term, Y_3.term)),
)
APART = (
    *(continuous(z) for z in (z_1, z_2, z_3)),
    almost(equal(rate(z_1), c)),
    almost(equal(rate(z_2), e)),
    almost(equal(rate(z_3), c + e)),
    formula(("tends", z_1.term, Y_1.term)),
    formula(("tends", z_2.term, Y_1.term)),
    formula(("tends", z_3.term, Z_3.term)),
)
SAME = equal(start(z_1), start(y_1)), equal(start(z_2), start(y_1)), equal(start(z_3), start(y_3))


MOVED = Y_1 - start(y_1)
BOTH_ROWS = equal(Y_3 - start(y_3), TWO**r * MOVED)
ROW_BY_ROW = equal(Z_3 - start(y_3), 2 * MOVED)


def ends_of(line: Expr, smooths: list[Theorem], rates: list[tuple[Theorem, Any]], ends: list[Theorem]) -> Theorem:
    """What keeps its value has it in the limit."""
    still = show("=", rate(line), 0, (rate_rule(line, *smooths), 1), *rates)
    same = rewrite(constant(smooth(line, *smooths), still), at_zero(line))
    first = Expr(same.conclusion[1][2])
    return one_limit(rewrite(limit(*ends, a=line.term), same), limit(a=first.term))


def derive() -> Theorem:
    """Y_3 - y_3(0) = 2^r (Y_1 - y_1(0)) < 2 (Y_1 - y_1(0)) = Z_3 - y_3(0)."""
    one, three, speed, fast, *ends = map(given, TOGETHER)
    line = ends_of(y_3 - TWO**r * y_1, [one, three], [(fast, 1), (speed, -1 * TWO**r)], ends)
    together = show("=", *BOTH_ROWS[1:], (line, 1))
    u_1, u_2, u_3, s_1, s_2, s_3, *lasts = map(given, APART)
    line = ends_of(z_3 - z_1 - z_2, [u_1, u_2, u_3], [(s_3, 1), (s_1, -1), (s_2, -1)], lasts)
    same = [(given(f), m) for f, m in zip(SAME, (-1, -1, 1), strict=True)]
    apart = show("=", *ROW_BY_ROW[1:], (line, 1), *same)
    moved = show("<", 0, MOVED, (rising_to(one, show("<", 0, rate(y_1), (speed, -1)), ends[0]), 1))
    half = Expr(plain(Fraction(1, 2)))
    less = smaller_power(show("<", 0, half), show("<", half, 1), show("<", r, 1, (given(FLAT), 1)))
    wider = scaled(less, moved)
    return both(together, apart, show("<", Y_3, Z_3, (together, 1), (apart, -1), (wider, 2 * TWO**r)))


def witness() -> Model:
    """q = 1, b = c = e = 1: y = t in both, z = t, t, 2 t."""
    paths = {"y_1": T, "y_3": T, "z_1": T, "z_2": T, "z_3": 2 * T, "b": 0 * T + 1, "c": 0 * T + 1, "e": 0 * T + 1}
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(1), "Y_1": Fraction(1)}
    constants |= {"Y_3": Fraction(1), "Z_3": Fraction(2)}
    functions: dict[tuple[str | int, ...], sp.Expr] = {(name,): path for name, path in paths.items()}
    return Model(constants, functions, {"L": 2})


CLAIMS = (
    derived_claim(
        id="rows-in-turn",
        title="For q < 2 training on rows in turn and on both at once end in different points",
        source="beyond the paper: section 16.4",
        matters="Minibatches change the implicit bias below q = 2: one sample at a time is not full batch.",
        formal=Formal(
            (FLAT, *TOGETHER, *APART, *SAME),
            formula(("and", BOTH_ROWS, ROW_BY_ROW, below(Y_3, Z_3))),
            derive,
            witness,
        ),
        remark="Rows (1, 0, 1), (0, 1, 1) and a start with x_1 = x_2; y and z are R'(x) of two runs. y: both rows with"
        " equal weights, dual rates b^{q-1} and (2 b)^{q-1}. z: at each time one row alone, with any weight, so of the"
        " rates c and e one is 0 and the third feature has c + e. Both limits have x_1 = x_2, and if x_1 were the same"
        " in both, x_3 would be larger in the second: they are different points of one line A x = b. At q = 2 both are"
        " the Bregman projection.",
    ),
)
