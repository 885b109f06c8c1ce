"""One step of discrete descent (theory: section 13.1), any depth, any gradient, X_i = prod_{j != i} w_j.

Gradient descent: w_i' = (1 - eta alpha) w_i - eta g X_i. As w_i X_i = x for every i,
          (w_i w_l)^2 (w_i'^2 - w_l'^2) = (w_i^2 - w_l^2) ((1 - eta alpha)^2 (w_i w_l)^2 - eta^2 g^2 x^2).

Sign descent: w_i' = rho w_i - eta sign(g X_i), rho = 1 - eta alpha, no weight 0. sign(g X_i) = sign(w_i) s with s =
sign(g) sign(x), so w_i' = sign(w_i) (rho |w_i| - eta s): sizes move alike, |w_i'| - |w_l'| = rho (|w_i| - |w_l|), while
z_i = rho |w_i| - eta s >= 0 (no weight crosses 0).
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import i, j
from ..judging.formal import Formal
from ..judging.formulas import equal, for_all
from ..judging.models import Model
from ..judging.rules.logical import renamed
from ..judging.rules.sums import one_taken_out
from ..judging.tactics import for_every, freed, given, rewrite, show
from ..judging.terms import Expr, index, letter, others, plain, product_over, sign, size
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


b, z = letter("b", "pos", i), letter("z", "nonneg", i)  # |w_i|, and what is left of it
s = sign(g) * sign(x)
NOT_ZERO = for_all(i, equal(size(w), b))
LEFT_OVER = for_all(i, equal(z, rho * b - eta * s))
X = others(j, i, w_j)
SIGNED = rho * w - eta * sign(g * X)
SIGNED_l = rho * w_l - eta * sign(g * others(j, l, w_j))
z_l = letter("z", "nonneg", l)


def derive_sign() -> Theorem:
    """sign(w_i)^2 = 1, sign(x) = sign(w_i) sign(X_i)."""
    known, rest = freed(given(NOT_ZERO)), freed(given(LEFT_OVER))
    once = rewrite(show("=", sign(w) * sign(w) * size(w), size(w)), known)
    unit = show("=", sign(w) * sign(w), 1, (once, 1 / b))
    out = one_taken_out(i=j.term, j=i.term, body=w_j.term)
    whole = rewrite(show("=", sign(w * X), sign(w) * sign(X)), show("=", w * X, x, (out, -1)))
    apart = show("=", sign(g * X), sign(g) * sign(X))
    length = show("=", sign(w) * size(w), w)
    measured = rewrite(length, known)
    back = show(
        "=",
        sign(w) * z,
        SIGNED,
        (rest, sign(w)),
        (measured, rho),
        (whole, -1 * eta * sign(w) * sign(g)),
        (unit, -1 * eta * sign(g) * sign(X)),
        (apart, eta),
    )
    length_one = show("=", size(sign(w)), 1, (rewrite(show("=", size(sign(w)) * size(w), size(w)), known), 1 / b))
    left = rewrite(show("=", size(sign(w)) * z, size(sign(w) * z)), length_one, back)  # 1 z_i = |w_i'|
    moved = show("=", kept(z) + rho * size(w_l), kept(z_l) + rho * size(w), *balance(known, rest))
    return for_every(rewrite(moved, left, renamed(left, i=i.term, j=l.term)), i, l)


def kept(rest: Expr) -> Expr:
    """1 z, the form in which the size is found."""
    return Expr(("*", plain(1), rest.term))


def balance(known: Theorem, rest: Theorem) -> tuple[tuple[Theorem, Expr | int], ...]:
    """z_i - z_l = rho (b_i - b_l)."""
    other, other_rest = (renamed(t, i=i.term, j=l.term) for t in (known, rest))
    return (rest, 1), (other_rest, -1), (known, -1 * rho), (other, rho)


def moving() -> Model:
    """w = (1, -2), g = 1, eta = 1/10, alpha = 0: x = -2, s = -1, z = (11/10, 21/10)."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {("w", 1): Fraction(1), ("w", 2): Fraction(-2)}
    constants |= {("b", 1): Fraction(1), ("b", 2): Fraction(2), ("z", 1): Fraction(11, 10), ("z", 2): Fraction(21, 10)}
    constants |= {"eta": Fraction(1, 10), "alpha": Fraction(0), "g": Fraction(1)}
    return Model(constants, {}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="discrete-sign",
        title="A step of sign descent keeps the balance, however the gradient is",
        source="beyond the paper: section 13.2",
        matters="Minibatch noise does not touch the balance of sign descent: only crossings of 0 and decay do.",
        formal=Formal(
            (NOT_ZERO, LEFT_OVER),
            for_all(i, for_all(l, equal(size(SIGNED) + rho * size(w_l), size(SIGNED_l) + rho * size(w)))),
            derive_sign,
            moving,
        ),
        remark="z_i >= 0 says that no weight crosses 0; one that does makes |w_i| jump by 2 (eta s - rho |w_i|)"
        " (`descend` lists the jumps).",
    ),
    derived_claim(
        id="discrete-balance",
        title="What a step of gradient descent does to the balance",
        source="beyond the paper: section 13.1",
        matters="With a learning rate gradient descent balances the weights, which the flow never does.",
        formal=Formal((), for_all(i, for_all(l, equal(LEFT, RIGHT))), derive, witness),
        remark="Where no weight is 0: (w_i^2 - w_l^2)' = (w_i^2 - w_l^2)((1 - eta alpha)^2 - (eta g Pi)^2), Pi the"
        " product of the other weights. Without decay the imbalance shrinks while |eta g Pi| < sqrt(2); the flow"
        " conserves it.",
    ),
)
