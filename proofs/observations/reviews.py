"""The numbers that show the answers to the reviewers, each computed in balls and held against what the answer says."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from fractions import Fraction as F
from itertools import pairwise

from flint import acb, arb

from ...numeric_checks.balls import ball, power
from ...numeric_checks.flow.integrate import integrate
from ...numeric_checks.flow.problem import Linear, Problem, Quadratic, constant_decay
from ...numeric_checks.laws import escape, residuals
from ...numeric_checks.potential import quantities
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits, from_digits
from .beyond import mu
from .escape import STEEP, row, shown

Shown = Callable[[], tuple[bool, str]]
HALF = F(1, 2)


def m(q: F, depth: int) -> F:
    """The metric exponent q(L-1)/L."""
    return q * (depth - 1) / depth


def balanced(q: F, depth: int) -> Mirror:
    """All invariants 0."""
    return Mirror(q, depth, ())


def review_1() -> tuple[bool, str]:
    """M by quadrature of P^{2/q-1} against |x|^{2-m}/(2-m), and the coupled M, at x = 1/2, L = 3."""
    passed, words = True, []
    for q in STEEP:
        mirror, e = balanced(q, 3), 2 - m(q, 3)
        M, coupled = mirror.regularizer(HALF), mirror.coupled_regularizer(HALF)
        passed = (
            passed
            and M.overlaps(power(ball(HALF), e) / ball(e))
            and coupled.overlaps(power(ball(HALF), F(2, 3)) * 3 / 2)
        )
        words.append(f"{shown(M, 6)} and {shown(coupled, 6)} at q = {q}")
    return passed, f"L = 3, balanced, x = 1/2, decoupled and coupled M: {', '.join(words)}"


def review_2() -> tuple[bool, str]:
    """The sign of dr/dt on the balanced ray at r = 1e-12, from the weights' own rates, |g| = 1, alpha = 1/2."""
    passed, words = True, []
    for depth in (2, 3, 4, 5):
        for q in STEEP:
            problem = Problem(q, ((F(1, 10**12),) * depth,), Linear((F(-1),)), F(1), constant_decay(HALF))
            weights = [ball(w) for w in problem.weights[0]]
            rate = residuals.x_rate(problem, weights, arb(-1), arb(1) / 2)
            passed = passed and bool(rate > 0 if m(q, depth) <= 1 else rate < 0)
            words.append(f"{'+' if rate > 0 else '-'} at m = {m(q, depth)}")
    return passed, f"decoupled, |g| = 1, alpha = 1/2, the sign of dr/dt near w = 0: {', '.join(words)}"


def review_3() -> tuple[bool, str]:
    """Sign flow of f = x^2/2 from (3/10, 7/10): balanced until the saddle at t = 3/10."""
    run = integrate(Problem(F(1), (row("3/10 7/10"),), Quadratic((F(0),)), F(1)), 30)
    ends = [e.time for e in run.events if e.kind == "saddle"]
    first, second = run.state(F(29, 100))[0]
    kept = (second - first).contains(ball(F(2, 5)))
    reached = bool(ends) and ends[0].contains(ball(F(3, 10)))
    return kept and reached and run.status == "stopped", f"|w_2| - |w_1| = 2/5 up to t = 3/10; then: {run.reason}"


def review_4() -> tuple[bool, str]:
    """lambda = 1/2 and -1/2 at L = 3: mu and R'(1)."""
    above, below = Mirror(F(3, 2), 1, ((HALF, 2),)), Mirror(F(3, 2), 2, ((HALF, 1),))
    passed = above.coercivity().contains(ball(F(1, 4))) and below.coercivity() == 0
    passed = passed and not above.map(1).overlaps(below.map(1))
    return (
        bool(passed),
        (
            f"q = 3/2, L = 3: 1/R''(0) = 1/4 and R'(1) = {shown(above.map(1), 10)} for lambda = 1/2;"
            f" 1/R''(0) = 0 and R'(1) = {shown(below.map(1), 10)} for lambda = -1/2"
        ),
    )


def review_5() -> tuple[bool, str]:
    """q = 2, L = 3, Lambda = (0, 1, 2): m = 4/3, R finite, R' bounded by Y, mu = 2."""
    mirror = Mirror(F(2), 1, ((F(1), 1), (F(2), 1)))
    Y, far, value = mirror.range(), mirror.map(10**9), mirror.potential(1)
    passed = value.is_finite() and far < Y and Y.is_finite() and mirror.coercivity() == 2
    return (
        bool(passed),
        (
            f"q = 2, Lambda = (0, 1, 2), m = 4/3: R(1) = {shown(value, 10)}, 1/R'' >= 2, R'(10^9) = {shown(far, 10)} <"
            f" Y = {shown(Y, 10)}"
        ),
    )


def review_6() -> tuple[bool, str]:
    """mu(q) inside and outside 1/e."""
    inside, outside = ([mu(q, row(text)) for q in STEEP] for text in ("1/10 1/5 1/3", "1/10 19/20"))
    falls = all(a > b for a, b in pairwise(inside))
    return (
        bool(falls and outside[-1] > outside[0]),
        (
            f"mu at q = 1, 5/4, 3/2, 2: {', '.join(shown(v, 4) for v in inside)} at |w| = (1/10, 1/5, 1/3);"
            f" {', '.join(shown(v, 4) for v in outside)} at (1/10, 19/20)"
        ),
    )


def path_length(q: F, weights: Sequence[F], x1: F) -> arb:
    """The Euclidean length of the path in weight space at L = 2: |w_i| = (u + Lambda_i)^{1/q} from u_0 to u_1."""
    mirror = Mirror.from_invariants(q, residuals.invariants(q, weights))
    gap = mirror.groups()[0][0]
    start, end = power(ball(min(weights)), q), mirror.u(x1)

    def speed(u: acb, analytic: bool) -> acb:
        a, b = (((v.log(analytic=analytic) * ball(1 / q - 1)).exp() / ball(q)) for v in (u, u + gap))
        return (a * a + b * b).sqrt(analytic=analytic)

    return acb.integral(speed, acb(start), acb(end)).real


def review_7() -> tuple[bool, str]:
    """Equal lengths, different times; and the order reversed for large weights."""
    small, large = row("1/10 1/5"), row("2 3")
    lengths = [path_length(q, small, HALF) for q in (F(1), F(2))]
    times = [escape.time(q, small, HALF) for q in (F(1), F(2))]
    above = [escape.time(q, large, F(12)) for q in (F(1), F(2))]
    passed = abs(lengths[1] / lengths[0] - 1) * 50 < 1 and times[1] > 2 * times[0] and above[1] < above[0]
    return (
        bool(passed),
        (
            f"q = 1 and 2 from (1/10, 1/5) to x = 1/2, |g| = 1: lengths {shown(lengths[0], 6)}, {shown(lengths[1], 6)},"
            f" times {shown(times[0], 6)}, {shown(times[1], 6)}; from (2, 3) to x = 12: times {shown(above[0], 6)},"
            f" {shown(above[1], 6)}"
        ),
    )


SAME_DEPTH = tuple((q, 4) for q in (F(1), F(19, 15), F(4, 3), F(2)))
SAME_EXPONENT = ((F(1), 20), (F(19, 15), 4), (F(19, 10), 2))


def compared(q: F, depth: int) -> tuple[arb, bool, str]:
    """T from w = 1e-6 (1, ..., 1) to x = 1/2 at |g| = 1, whether x can blow up, and both in words."""
    time = escape.time(q, [F(1, 10**6)] * depth, HALF)
    explodes = balanced(q, depth).range().is_finite()
    end = "blow-up possible" if explodes else "no blow-up"
    return (
        time,
        bool(explodes),
        f"m = {m(q, depth)} (q = {q}, L = {depth}): T = {shown(time, 5)}, norm exponent {2 - m(q, depth)}, {end}",
    )


def review_8() -> tuple[bool, str]:
    """The comparison over m at equal L and at equal m."""
    passed, words = True, []
    for q, depth in (*SAME_DEPTH, *SAME_EXPONENT):
        _, explodes, line = compared(q, depth)
        passed = passed and explodes == (m(q, depth) > 1)
        words.append(line)
    ratio = balanced(F(19, 10), 2).map(HALF) / balanced(F(1), 20).map(HALF)
    passed = passed and ratio.contains(10) and all(m(q, depth) == F(19, 20) for q, depth in SAME_EXPONENT)
    n = len(SAME_DEPTH)
    return (
        passed,
        (
            f"w = 1e-6 (1, ..., 1) to x = 1/2, |g| = 1. Equal L: {'; '.join(words[:n])}. Equal m:"
            f" {'; '.join(words[n:])}. Limits of T at m = 19/20: ratio {shown(ratio, 6)} of L = 2 to L = 20"
        ),
    )


def review_9() -> tuple[bool, str]:
    """The exponents of M from its values at x and 10 x."""
    passed, words = True, []
    for q in (F(1), F(3, 2), F(2)):
        for depth in (2, 20):
            mirror = balanced(q, depth)
            pairs = [
                (f(HALF * 10) / f(HALF)).log() / arb(10).log() for f in (mirror.regularizer, mirror.coupled_regularizer)
            ]
            passed = passed and pairs[0].contains(ball(2 - m(q, depth))) and pairs[1].contains(ball(F(2, depth)))
            words.append(f"{shown(pairs[0], 4)} and {shown(pairs[1], 4)} at q = {q}, L = {depth}")
    return passed, f"measured exponents, decoupled and coupled: {', '.join(words)}"


def review_10() -> tuple[bool, str]:
    """The decay that prevents the blow-up of (3/10, 6/10, 9/10) at q = 2, |g| = 1."""
    weights = row("3/10 6/10 9/10")
    mirror = Mirror.from_invariants(F(2), residuals.invariants(F(2), weights))
    rest = quantities.blow_up_time(mirror, F(162, 1000), F(-1))
    return (
        bool(ball(F(589, 1000)) < 1 / rest < ball(F(59, 100))),
        (
            f"q = 2, w = (3/10, 6/10, 9/10), |g| = 1: T_0 = {shown(rest, 10)}, decay prevents the blow-up from alpha ="
            f" {shown(1 / rest, 10)} on"
        ),
    )


def review_11() -> tuple[bool, str]:
    """Sign descent of f(X) = -trace X, X = K^T Q, at K = [[1, 1], [0, 1]], Q = 1: dK = sign(Q), dQ = sign(K), entry by
    entry."""
    K, Q = ((1, 1), (0, 1)), ((1, 0), (0, 1))
    dK, dQ = Q, K  # dF/dK = Q G^T and dF/dQ = K G with G = -1, and all entries are 0 or 1
    rates = [[dK[i][j] - dQ[i][j] for j in range(2)] for i in range(2)]
    diagonal = rates[0][0] == rates[1][1] == 0
    return (
        diagonal and rates[0][1] == -1,
        f"q = 1, f = -trace(K^T Q), K = {K}, Q = {Q}: d(|K_ij| - |Q_ij|)/dt = {rates}: kept on the diagonal only",
    )


def review_12() -> tuple[bool, str]:
    """Exponents of the time to leave k tied smallest weights, q = 3/2, one further weight."""
    passed, words = True, []
    for k in (1, 2, 3, 4):
        found, expected = escape.smallest(Mirror(F(3, 2), k, ((F(1), 1),)), HALF).exponents[-1], k - F(3, 2) * (k - 1)
        passed = passed and bool(abs(found - ball(expected)) < ball(F(1, 10**6)))
        words.append(f"{expected} ({shown(found, 6)}) at k = {k}")
    return passed, f"q = 3/2, predicted and measured k(1 - m_0): {', '.join(words)}"


def review_13() -> tuple[bool, str]:
    """R'' = 1/sum |d_i h|^q for h = u^D - v^D between u = 10^30 and 10^31 while 0 <= v <= 1."""
    passed, words = True, []
    v = arb(0).union(arb(1))
    for D in (2, 3, 5):
        for q in (F(1), F(3, 2), F(2)):
            ends = []
            for u in (arb(10) ** 30, arb(10) ** 31):
                slopes = power(D * u ** (D - 1), q) + (arb(D) ** ball(q)) * arb(0).union(arb(1))
                ends.append(((u**D - v**D).log(), -slopes.log()))
            (x0, r0), (x1, r1) = ends
            slope = -(r1 - r0) / (x1 - x0)
            passed = passed and bool(abs(slope - ball(q * (D - 1) / D)) < ball(F(1, 10**15)))
            words.append(f"{shown(slope, 4)} at D = {D}, q = {q}")
    return passed, f"-d log R''/d log x at infinity for u^D - v^D: {', '.join(words)}"


SHOWN: dict[int, Shown] = {
    1: review_1,
    2: review_2,
    3: review_3,
    4: review_4,
    5: review_5,
    6: review_6,
    7: review_7,
    8: review_8,
    9: review_9,
    10: review_10,
    11: review_11,
    12: review_12,
    13: review_13,
}


def numbers(n: int, digits: int) -> tuple[bool, str]:
    """The numbers of one answer."""
    with bits(from_digits(digits) + 120):
        return SHOWN[n]()
