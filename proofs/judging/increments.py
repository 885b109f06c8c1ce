"""What is said of R' at the two ends of x, as formulas: by its increments along u -> infinity and along v -> 0.

  outward   u = u_0 + t,   P = prod_j (u + Lambda_j),          y = int_0^t P^{1/q-1}/q   = R'(x) - R'(x_0),  x = P^{1/q}
  inward    v = b e^{-t},  P_0 = v^{k0} prod_a (v + c_a),      y = int_0^t P_0^{1/q-1} v/q = R'(x(b)) - R'(x),
            with k0 zeros among the invariants and c_1, ..., c_r the positive ones
  balanced  the same with P_0 = v^L

  m = q (L-1)/L,  s = L (q-1)/q,  m <= 1 iff s <= 1;    m_0 = q (k0-1)/k0,  s_0 = k0 (q-1)/q,  m_0 >= 1 iff s_0 >= 1

Theorems are stated in these letters, and so are the properties of a claim of one's own: no file of theorems says what
a property means.
"""

from __future__ import annotations

from fractions import Fraction

import sympy as sp

from .flows import L, i, j, q
from .formulas import Formula, almost, at_most, below, continuous, equal, formula
from .models import Model, T
from .terms import (
    PASSED,
    Expr,
    exp,
    function,
    index,
    letter,
    others,
    past,
    plain,
    product_over,
    rate,
    start,
    sum_over,
    total,
)

FALL = 1 / q - 1
ENDLESS = formula(("grows", plain(PASSED)))
M, s = q * (L - 1) / L, L * (q - 1) / q

# outward
u_0, Lambda, Lambda_j = letter("u_0"), letter("Lambda", "nonneg", i), letter("Lambda", "nonneg", j)
P = product_over(j, u_0 + PASSED + Lambda_j)
FIRST = product_over(j, u_0 + Lambda_j)  # P(u_0)
SLOPE = sum_over(i, others(j, i, u_0 + PASSED + Lambda_j))  # P'(u)
X, Y = P ** (1 / q), past(P**FALL / q)
AT_MOST_1, ABOVE_1 = at_most(M, 1), below(1, M)
Y_GROWS = formula(("grows", Y.term))
Y_BOUNDED = at_most(q * (s - 1) * Y, u_0 ** (1 - s))

# inward
k0, b, a, o = letter("k0", "count"), letter("b"), index("a", "r"), index("o", "r")
c_a = letter("c", "pos", a)
v = b * exp(-1 * PASSED)
REST, K, LOW = product_over(a, v + c_a), product_over(a, b + c_a), product_over(a, c_a)
P_0 = v**k0 * REST
SUM = sum_over(o, others(a, o, v + c_a))
SLOPE_0 = k0 * v ** (k0 - 1) * REST + v**k0 * SUM  # P_0'(v)
X_0 = P_0 ** (1 / q)
FALLEN = past(P_0**FALL * v / q)
M_0, s_0 = q * (k0 - 1) / k0, k0 * (q - 1) / q
STEEP, GENTLE = at_most(1, M_0), below(M_0, 1)
FALLEN_GROWS = formula(("grows", FALLEN.term))
FALLEN_BOUNDED = at_most(q * (1 - s_0) * FALLEN, LOW**FALL * b ** (1 - s_0))

# balanced
BALANCED = past((v**L) ** FALL * v / q)
BALANCED_STEEP, BALANCED_GENTLE = at_most(1, M), below(M, 1)
BALANCED_GROWS = formula(("grows", BALANCED.term))
BALANCED_BOUNDED = at_most(q * (1 - s) * BALANCED, b ** (1 - s))


def later(term: Expr, first: Expr) -> Formula:
    """term exceeds its first value at every t > 0."""
    return ("every", ("=>", ("<", plain(0), plain(PASSED)), ("<", plain(first), plain(term))))


CONVEX = formula(("and", almost(equal(rate(Y), rate(X) / SLOPE)), later(X, FIRST ** (1 / q)), later(Y, Expr(plain(0)))))
LEGENDRE = formula(("and", ("=>", STEEP, FALLEN_GROWS), ("=>", GENTLE, FALLEN_BOUNDED)))
BALANCED_LEGENDRE = formula(("and", ("=>", BALANCED_STEEP, BALANCED_GROWS), ("=>", BALANCED_GENTLE, BALANCED_BOUNDED)))

# the Bregman divergence D_R(z, x) = R(z) - R(x) - R'(x) (z - x): y = R', R = R(x) outward; y_end, R_end inward
y, R, z, R_ref = function("y"), function("R"), letter("z", "real"), letter("R_ref", "real")
D = R_ref - R - y * (z - X)
LEFT = at_most(z, FIRST ** (1 / q))
OUTWARD = continuous(y), continuous(R), almost(equal(rate(y), rate(X) / SLOPE)), almost(equal(rate(R), y * rate(X)))
y_end, R_end = function("y_end"), function("R_end")
INWARD = (
    continuous(y_end),
    continuous(R_end),
    almost(equal(rate(y_end), rate(X_0) / SLOPE_0)),
    almost(equal(rate(R_end), y_end * rate(X_0))),
)
DENSITY = P_0 ** (2 / q - 1) * v / q
R_0 = start(R_end) - (b**k0 * K) ** (1 / q) * start(y_end) + total(DENSITY)  # R(0)
BREGMAN = formula(
    (
        "and",
        ("grows", D.term),
        ("tends", R_end.term, R_0.term),
        ("tends", (R_0 - R_end + X_0 * y_end).term, plain(0)),
    )
)
BREGMAN_GIVEN: tuple[Formula, ...] = (ENDLESS, *OUTWARD, LEFT, *INWARD)


def witness() -> Model:
    """Sign flow, L = 2: P(u) = u (u + 3), so R' = u, dR = u dP. Outward from u = 1, inward v = e^{-t}; c_1 = 3."""
    v_, u_ = sp.exp(-T), 1 + T
    energy = [3 * w**2 / 2 + 2 * w**3 / 3 for w in (u_, v_)]
    functions: dict[tuple[str | int, ...], sp.Expr] = {
        ("y",): u_,
        ("R",): energy[0],
        ("y_end",): v_,
        ("R_end",): energy[1],
    }
    constants: dict[str | tuple[str | int, ...], Fraction] = {n: Fraction(1) for n in ("q", "u_0", "k0", "b")}
    constants |= {("Lambda", 1): Fraction(0), ("Lambda", 2): Fraction(3), ("c", 1): Fraction(3)}
    constants |= {"z": Fraction(0), "R_ref": Fraction(0)}
    return Model(constants, functions, {"L": 2, "r": 1}, end=None)
