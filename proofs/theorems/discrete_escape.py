"""How many steps it takes to leave w = (eps, ..., eps) for W, constant gradient of size G (theory: section 13.4).

The size before step k is a_k, after it b_k; the sizes after the steps are those before them, but for the first and the
last: sum_k phi(a_k) + phi(W) = sum_k phi(b_k) + phi(eps) for every phi. N = sum_k 1 is the number of steps.

  sign descent      b = a + eta                 W - eps = N eta, at every depth
  L = 2             b = a (1 + eta G)           log(W/eps) = N log(1 + eta G)
  L >= 3            b = a + eta G a^{L-1}       c^{1-L} (L-2) eta G N <= eps^{2-L} - W^{2-L} <= (L-2) eta G N,

where b_k <= c a_k: Bernoulli for (b/a)^{2-L} and (b/a)^{L-1}. In as many steps as sign descent takes, which do not grow
as eps falls, gradient descent needs eta >= (eps^{2-L} - W^{2-L})/((L-2) G N).
"""

from __future__ import annotations

from fractions import Fraction

from ..judging.claim import derived_claim
from ..judging.flows import L, k
from ..judging.formal import Formal
from ..judging.formulas import Formula, at_most, below, equal, for_all, formula
from ..judging.models import Model
from ..judging.rules.algebraic import scaled
from ..judging.rules.logical import both
from ..judging.rules.order import bernoulli, falling_base
from ..judging.rules.sums import added, factored, summed
from ..judging.tactics import decided, freed, given, rewrite, show
from ..judging.terms import Expr, letter, log, plain, sum_over
from ..judging.theorem import Theorem

a, b = letter("a", "pos", k), letter("b", "pos", k)
eps, W, eta, G, c, N = (letter(name) for name in ("eps", "W", "eta", "G", "c", "N"))
ONE = Expr(plain(1))
COUNT = equal(N, sum_over(k, ONE))
LESS = a ** (2 - L)
DEEP = below(2, L)
GAIN = (L - 2) * eta * G
STEP = for_all(k, equal(b, a + eta * G * a ** (L - 1)))
GROWTH = for_all(k, at_most(b, c * a))
APART = eps ** (2 - L) - W ** (2 - L)


def chain(before: Expr, after: Expr, first: Expr, last: Expr) -> Formula:
    """sum_k phi(a_k) + phi(W) = sum_k phi(b_k) + phi(eps)."""
    return equal(sum_over(k, before) + last, sum_over(k, after) + first)


CHAIN = chain(LESS, b ** (2 - L), eps ** (2 - L), W ** (2 - L))


def total(kind: str, left: Expr, right: Expr, each: Theorem, factor: Expr, linked: Formula, up: bool = True) -> Theorem:
    """The way against N steps, from sum_k (phi(a_k) - phi(b_k)) against sum_k of a constant."""
    before, after = linked[1][1][2], linked[2][1][2]
    way = 1 if up else -1
    return show(
        kind,
        left,
        right,
        (summed(each, i=k.term), 1),
        (added(i=k.term, a=before, b=(-1 * Expr(after)).term), -1 * way),
        (factored(i=k.term, factor=plain(-1), body=after), -1 * way),
        (factored(i=k.term, factor=factor.term, body=ONE.term), way),
        (given(linked), -1 * way),
        (given(COUNT), -1 * way * factor),
    )


def per_step() -> tuple[Theorem, Theorem]:
    """c^{1-L} (L-2) eta G <= a^{2-L} - b^{2-L} <= (L-2) eta G."""
    step, growth = freed(given(STEP)), freed(given(GROWTH))
    quotient = b / a
    above = show("<", 0, quotient)
    flat = bernoulli(above, decided(at_most(2 - L, 0)))
    upper = show("<=", LESS + -1 * b ** (2 - L), GAIN * ONE, (flat, LESS), (step, (L - 2) * a ** (1 - L)))
    steep = bernoulli(above, decided(at_most(1, L - 1)))
    least = falling_base(above, show("<=", quotient, c, (growth, 1 / a)), decided(at_most(1 - L, 0)), r=(1 - L).term)
    layers = show("<", 0, L - 2, (given(DEEP), 1))
    lower = show(
        "<=",
        (c ** (1 - L) * GAIN) * ONE,
        LESS + -1 * b ** (2 - L),
        (steep, a * b ** (1 - L)),
        (step, -1 * (L - 2) * b ** (1 - L)),
        (scaled(least, layers), eta * G),
    )
    return lower, upper


def derive() -> Theorem:
    """Summed over the steps."""
    lower, upper = per_step()
    return both(
        total("<=", c ** (1 - L) * GAIN * N, APART, lower, c ** (1 - L) * GAIN, CHAIN, up=False),
        total("<=", APART, GAIN * N, upper, GAIN, CHAIN, up=True),
    )


ALIKE, TWICE = for_all(k, equal(b, a + eta)), for_all(k, equal(b, a * (1 + eta * G)))
LINK = chain(a, b, eps, W)
LOGS = chain(log(a), log(b), log(eps), log(W))
PACE = log(1 + eta * G)


def derive_sign() -> Theorem:
    """a - b = -eta, summed."""
    each = show("=", a + -1 * b, (-1 * eta) * ONE, (freed(given(ALIKE)), -1))
    return total("=", eps - W, -1 * eta * N, each, -1 * eta, LINK)


def derive_two() -> Theorem:
    """log a - log b = -log(1 + eta G), summed."""
    after = a * (1 + eta * G)
    apart = show("=", log(a) + -1 * log(after), (-1 * PACE) * ONE)
    each = rewrite(apart, show("=", after, b, (freed(given(TWICE)), -1)))
    return total("=", log(eps) - log(W), -1 * PACE * N, each, -1 * PACE, LOGS)


def grown() -> Model:
    """L = 3, eta G = 1 from 1: 1, 2, 6, N = 2."""
    return ran((1, 2, 6), c=3, eta=Fraction(1, 2), G=2)


def alike() -> Model:
    """eta = 1 from 1: 1, 2, 3."""
    return ran((1, 2, 3), eta=1)


def doubled() -> Model:
    """eta G = 1 from 1 at L = 2: 1, 2, 4."""
    return ran((1, 2, 4), eta=Fraction(1, 2), G=2)


def ran(sizes: tuple[int, int, int], **others: Fraction | int) -> Model:
    """Two steps through these sizes."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {name: Fraction(v) for name, v in others.items()}
    constants |= {"eps": Fraction(sizes[0]), "W": Fraction(sizes[2]), "N": Fraction(2)}
    for step in (1, 2):
        constants |= {("a", step): Fraction(sizes[step - 1]), ("b", step): Fraction(sizes[step])}
    return Model(constants, {}, {"L": 3, "n": 2})


CLAIMS = (
    derived_claim(
        id="escape-steps-sign",
        title="Sign descent escapes in a number of steps that neither the gradient nor the depth changes",
        source="beyond the paper: section 13.4",
        matters="Sign descent leaves a saddle in a time that its depth does not change.",
        formal=Formal((COUNT, ALIKE, LINK), equal(eps - W, -1 * eta * N), derive_sign, alike),
        remark="b_k is the size of every weight after step k, a_k before it; the last hypothesis says that the steps"
        " follow one another from eps to W. So N = (W - eps)/eta, and the first size of at least W comes after"
        " ceil((W - eps)/eta) steps.",
    ),
    derived_claim(
        id="escape-steps-two",
        title="Gradient descent at L = 2 escapes in log(W/eps)/log(1 + eta G) steps",
        source="beyond the paper: section 13.4",
        matters="Two layers are the mild case: the learning rate has to grow with log(1/eps) only.",
        formal=Formal((COUNT, TWICE, LOGS), equal(log(eps) - log(W), -1 * PACE * N), derive_two, doubled),
        remark="To match N steps gradient descent needs 1 + eta G = (W/eps)^{1/N}: eta grows like log(1/eps).",
    ),
    derived_claim(
        id="escape-steps-deep",
        title="Gradient descent at L >= 3 needs a learning rate of order eps^{2-L} to keep up",
        source="beyond the paper: section 13.4; the abstract's `unrealistically large learning rates`",
        matters="It says how large the learning rate must be for gradient descent to keep up: the abstract's words,"
        " as a bound.",
        formal=Formal(
            (COUNT, DEEP, STEP, GROWTH, CHAIN),
            formula(
                (
                    "and",
                    at_most(c ** (1 - L) * GAIN * N, APART),
                    at_most(APART, GAIN * N),
                )
            ),
            derive,
            grown,
        ),
        remark="W is the size that is reached, so eta >= (eps^{2-L} - W^{2-L})/((L-2) G N) whatever N is. A step from"
        " size a multiplies it by 1 + eta G a^{L-2}: where eta G eps^{L-2} > W/eps - 1 already the first step is"
        " beyond W, and the last step overshoots a goal V by more than a factor c iff eta G a^{L-2} > c V/a - 1.",
    ),
)
