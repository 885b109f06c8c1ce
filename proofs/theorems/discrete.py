"""One step of discrete descent (theory: section 13.1), any depth, any gradient, X_i = prod_{j != i} w_j.

Gradient descent: w_i' = (1 - eta alpha) w_i - eta g X_i. As w_i X_i = x for every i,
          (w_i w_l)^2 (w_i'^2 - w_l'^2) = (w_i^2 - w_l^2) ((1 - eta alpha)^2 (w_i w_l)^2 - eta^2 g^2 x^2).
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import i, j
from ..judging.formal import Formal
from ..judging.formulas import equal, for_all
from ..judging.models import Model
from ..judging.rules.sums import one_taken_out
from ..judging.tactics import for_every, show
from ..judging.terms import Expr, index, letter, others, product_over
from ..judging.theorem import Theorem

l = index("l", "L")
w, w_j, w_l = (letter("w", "real", n) for n in (i, j, l))
eta, alpha, g = letter("eta"), letter("alpha", "nonneg"), letter("g", "real")
rho = 1 - eta * alpha
x = product_over(j, w_j)


def stepped(weight: Expr, n: Expr) -> Expr:
    """(1 - eta alpha) w_n - eta g X_n."""
    return rho * weight - eta * g * others(j, n, w_j)


PAIR = w**2 * w_l**2
LEFT = PAIR * (stepped(w, i) ** 2 - stepped(w_l, l) ** 2)
RIGHT = (w**2 - w_l**2) * (rho**2 * PAIR - eta**2 * g**2 * x**2)


def derive() -> Theorem:
    """w_i X_i = x and w_l X_l = x; the cross terms are equal."""
    first, second = w * others(j, i, w_j), w_l * others(j, l, w_j)
    out, other = (one_taken_out(i=j.term, j=n.term, body=w_j.term) for n in (i, l))
    cross = 2 * rho * eta * g * PAIR
    square = eta**2 * g**2
    equation = show(
        "=",
        LEFT,
        RIGHT,
        (out, cross - square * w_l**2 * (first + x)),
        (other, square * w**2 * (second + x) - cross),
    )
    return for_every(equation, i, l)


def witness() -> Model:
    """w = (1, 1/2, -2), g = -1, eta = 1/10, alpha = 1/3."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        ("w", 1): Fraction(1),
        ("w", 2): Fraction(1, 2),
        ("w", 3): Fraction(-2),
    }
    constants |= {"eta": Fraction(1, 10), "alpha": Fraction(1, 3), "g": Fraction(-1)}
    return Model(constants, {}, {"L": 3})


CLAIMS = (
    derived_claim(
        id="discrete-balance",
        title="What a step of gradient descent does to the balance",
        source="beyond the paper: section 13.1",
        formal=Formal((), for_all(i, for_all(l, equal(LEFT, RIGHT))), derive, witness),
        remark="Where no weight is 0: (w_i^2 - w_l^2)' = (w_i^2 - w_l^2)((1 - eta alpha)^2 - (eta g Pi)^2), Pi the"
        " product of the other weights. Without decay the imbalance shrinks while |eta g Pi| < sqrt(2); the flow"
        " conserves it.",
    ),
)
