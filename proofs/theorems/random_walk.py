"""Descent with a noisy sign (theory: section 13.5): up with probability u, down else, steps independent.

Sign descent moves the size a of every weight by +eta or -eta: h(a) = 1 - r^{a/eta}, r = (1 - u)/u, keeps its mean,
h(0) = 0. With u = 1/2 the size itself does. So the first of 0 and W reached from eps is W with probability
h(eps)/h(W) (eps/W at u = 1/2), and E(a) = (W h(a)/h(W) - a)/(eta (2 u - 1)) is the mean number of steps: E(0) = E(W)
= 0 and E(a) = 1 + u E(a + eta) + (1 - u) E(a - eta).

Gradient descent at L = 2 multiplies the size by 1 + c or 1 - c, c = eta |g| < 1: a^s keeps its mean where
u (1 + c)^s + (1 - u)(1 - c)^s = 1. At u = 1/2 the size keeps its mean, but one step up and one down lose a^2's share
c^2: log a drifts down.
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.formal import Formal
from ..judging.formulas import below, equal, formula
from ..judging.models import Model
from ..judging.rules.logical import both, implied
from ..judging.tactics import given, show
from ..judging.terms import Expr, letter
from ..judging.theorem import Theorem

up, odds, a, eta, W = letter("u"), letter("r"), letter("a"), letter("eta"), letter("W")
ODDS = equal(up * odds, 1 - up)
FAIR = equal(up, Fraction(1, 2))


def h(size: Expr | int) -> Expr:
    """1 - r^{a/eta}."""
    return 1 - odds ** (size / eta)


def mean(f: Expr, g: Expr) -> Expr:
    """u f + (1 - u) g."""
    return up * f + (1 - up) * g


HARMONIC = equal(mean(h(a + eta), h(a - eta)), h(a))
DRIFT = 2 * up - 1


def expected(size: Expr) -> Expr:
    """eta (2 u - 1) h(W) E(a) = W h(a) - a h(W)."""
    return W * h(size) - size * h(W)


TIME = equal(mean(expected(a + eta), expected(a - eta)) + eta * DRIFT * h(W), expected(a))
STILL = formula(("=>", FAIR, equal(mean(a + eta, a - eta), a)))


def derive_walk() -> Theorem:
    """r^{a/eta} (u r + (1 - u)/r) = r^{a/eta}."""
    fixed = given(ODDS)
    power = odds ** (a / eta)
    keeps = show("=", mean(h(a + eta), h(a - eta)), h(a), (fixed, power * (1 / odds - 1)))
    time = show("=", mean(expected(a + eta), expected(a - eta)) + eta * DRIFT * h(W), expected(a), (keeps, W))
    still = implied(show("=", mean(a + eta, a - eta), a, (given(FAIR), 2 * eta)), stated=FAIR)
    return both(keeps, time, still)


def biased() -> Model:
    """u = 2/3."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "u": Fraction(2, 3),
        "r": Fraction(1, 2),
        "a": Fraction(3),
        "eta": Fraction(1, 2),
        "W": Fraction(5),
    }
    return Model(constants, {}, {"L": 2})


c, s, d = letter("c"), letter("s", "real"), letter("b")  # b = 1 - c > 0
SMALL = equal(d, 1 - c)
BALANCED = equal(mean((1 + c) ** s, d**s), 1)


def derive_gradient() -> Theorem:
    """(a (1 + c))^s = a^s (1 + c)^s."""
    larger, smaller = a * (1 + c), a * d
    keeps = implied(show("=", mean(larger**s, smaller**s), a**s, (given(BALANCED), a**s)), stated=BALANCED)
    small = given(SMALL)
    still = implied(show("=", mean(larger, smaller), a, (given(FAIR), a * (1 + c - d)), (small, a / 2)), stated=FAIR)
    return both(keeps, still, show("<", larger * d, a, (small, a * (1 + c))))


def small_steps() -> Model:
    """c = 1/3."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {
        "u": Fraction(2, 3),
        "a": Fraction(3),
        "c": Fraction(1, 3),
        "b": Fraction(2, 3),
        "s": Fraction(1),
    }
    return Model(constants, {}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="random-walk-sign",
        title="Sign descent with a noisy sign is a random walk: the gambler's ruin at every depth",
        source="beyond the paper: section 13.5",
        matters="Minibatch noise turns the escape of sign descent into a walk whose odds are known at every depth.",
        formal=Formal((ODDS,), formula(("and", HARMONIC, TIME, STILL)), derive_walk, biased),
        remark="1 - r^{a/eta} = h(a) keeps its mean, so W is reached before a weight crosses 0 with probability"
        " h(eps)/h(W) (optional stopping; eps/W at u = 1/2). The second line says that E(a) = (W h(a)/h(W) - a)/(eta"
        " (2 u - 1)) is the mean number of steps until then: it is 0 at 0 and W and 1 more than the mean after a step.",
    ),
    derived_claim(
        id="random-walk-gradient",
        title="Gradient descent at L = 2 with a noisy sign is a random walk of log w that fair noise drives down",
        source="beyond the paper: section 13.5",
        matters="Fair noise drives gradient descent back to the saddle, on the average of the logarithm.",
        formal=Formal(
            (SMALL,),
            formula(
                (
                    "and",
                    ("=>", BALANCED, equal(mean((a * (1 + c)) ** s, (a * d) ** s), a**s)),
                    ("=>", FAIR, equal(mean(a * (1 + c), a * d), a)),
                    below(a * (1 + c) * d, a),
                )
            ),
            derive_gradient,
            small_steps,
        ),
        remark="c = eta |g| < 1. The last line: one step up and one down lose the share c^2, in either order, so with"
        " u = 1/2 the size goes to 0 almost surely although its mean stays: it gets from eps to W with probability at"
        " most eps/W.",
    ),
)
