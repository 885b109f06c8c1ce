"""Sign margins, decay that ends, one sample and weighted rows, maps that mix, on certified trajectories (theory:
sections 12, 16)."""

from __future__ import annotations

from fractions import Fraction as F

from flint import arb, arb_mat

from ...numeric_checks.balls import ball, power
from ...numeric_checks.flow.integrate import integrate
from ...numeric_checks.flow.problem import Decay, LeastSquares, Linear, Matrix, Problem
from ...numeric_checks.flow.trajectory import Trajectory
from ...numeric_checks.laws.residuals import invariants, product, signed, total_decay
from ...numeric_checks.margin.margin import exponent, margin
from ...numeric_checks.potential.mirror import Mirror
from ...numeric_checks.precision import bits

OUTWARD = Linear((F(-1),))
FADING = Decay(((F(0), (F(1, 2), F(-1, 2))), (F(1), (F(0),))))  # alpha = (1 - t)/2 until t = 1, then 0: A = 1/4
ROW = (F(1), F(2))


def sign_margin(digits: int) -> tuple[bool, str]:
    """t log|x_1/x_2| under sign flow outward, between the bounds of the claim, and towards sum b_1 - sum b_2."""
    rows: Matrix = ((F(1), F(2), F(4)), (F(-3), F(1, 2), F(1)))
    run = integrate(Problem(F(1), rows, Linear((F(-1), F(1))), F(10_000)), digits)
    total = [sum(map(abs, row), F(0)) for row in rows]
    words, passed = [], True
    with bits(run.precision):
        for t in (F(10), F(100), F(10_000)):
            x = [abs(product(w)) for w in run.state(t)]
            pairs = list(zip(*([abs(v) for v in row] for row in rows), strict=True))
            low = sum(((b - c) / (t + b) for b, c in pairs), F(0))
            high = sum(((b - c) / (t + c) for b, c in pairs), F(0))
            way = (x[0] / x[1]).log()
            passed = passed and bool(ball(low) < way) and bool(way < ball(high))
            words.append((ball(t) * way).str(6, radius=False))
    return passed, f"t log|x_1/x_2| at t = 10, 100, 10000: {', '.join(words)}; the claim: {total[0] - total[1]}"


def decay_path(digits: int) -> tuple[bool, str]:
    """q = 2, L = 3, one row: R'_t(x_t) - exp(-B_t) R'_0(x_0) against the row, at four times."""
    run = integrate(FADED, digits)
    found, passed = [], True
    with bits(run.precision):
        for t in (F(1, 4), F(1, 2), F(1), FADED.until):
            turn = [y - share for _, y, share in _duals(run, t)]
            terms = turn[0] * ball(ROW[1]), turn[1] * ball(ROW[0])
            bend = (terms[0] - terms[1]) / (abs(terms[0]) + abs(terms[1]))
            passed = passed and bool(bend.contains(0)) and bool(bend.rad() < arb(10) ** (5 - digits))
            found.append(abs(bend).upper())
    worst = max(found).str(2, radius=False)
    return passed, f"R'_t(x_t) - exp(-B_t) R'_0(x_0) is along the row at four times to {worst}"


def decay_bias(digits: int) -> tuple[bool, str]:
    """The end of the same run against rivals on its feasible line, by values of R alone."""
    run = integrate(FADED, digits)
    with bits(run.precision):
        least, rivals = _tilted(run, F(0)), [_tilted(run, s) for s in (F(1, 100), F(-1, 100))]
        off = abs(sum((ball(a) * product(w) for a, w in zip(ROW, run.state(FADED.until), strict=True)), arb(-3)))
        passed = all(bool(least < rival) for rival in rivals) and bool(off < arb(10) ** -6)
        more = ", ".join((rival - least).str(2, radius=False) for rival in rivals)
        apart = off.upper().str(2, radius=False)
    return passed, f"at the end |A x - b| is {apart}; feasible rivals at 1/100 of the direction cost {more} more"


FADED = Problem(F(2), ((F(1, 2), F(3, 4), F(1)), (F(2, 3), F(5, 6), F(1))), LeastSquares((ROW,), (F(3),)), F(6), FADING)


def _duals(run: Trajectory, t: F) -> list[tuple[Mirror, arb, arb]]:
    """R and R'(x) at the invariants of the time t, and exp(-B_t) R'(x_0) at those of the start."""
    degree = FADED.depth - FADED.q * (FADED.depth - 1)
    share = (-ball(total_decay(FADED.decay, t) * degree)).exp()
    found = []
    for before, after in zip(FADED.weights, run.state(t), strict=True):
        then = Mirror.from_invariants(FADED.q, invariants(FADED.q, before))
        now = Mirror.from_invariants(FADED.q, invariants(FADED.q, after, before))
        x_0 = product([ball(v) for v in before])
        found.append((now, now.map(product(after)), share * then.map(x_0)))
    return found


def _tilted(run: Trajectory, s: F) -> arb:
    """sum_k R_k(x_k) - exp(-B) y_k(0) x_k at the end, moved by s along the feasible line."""
    total = arb(0)
    for (mirror, _, share), w, along in zip(
        _duals(run, FADED.until), run.state(FADED.until), (ROW[1], -ROW[0]), strict=True
    ):
        x = product(w) + ball(s * along)
        total += mirror.potential(x) - share * x
    return total


def one_sample(digits: int) -> tuple[bool, str]:
    """|A_1|^{2-q} dy_1 A_2 - |A_2|^{2-q} dy_2 A_1, over the size of its terms, for the row (1, -2), L = 3."""
    row, rows = (F(1), F(-2)), ((F(1, 2), F(3, 4), F(1)), (F(-2, 3), F(5, 6), F(1)))
    worst, words, passed = arb(0), [], True
    for q in (F(5, 4), F(3, 2), F(2)):
        run = integrate(Problem(q, rows, LeastSquares((row,), (F(4),)), F(1, 5)), digits)
        with bits(run.precision):
            moved = []
            for before, after in zip(rows, run.state(F(1, 5)), strict=True):
                mirror = Mirror.from_invariants(q, invariants(q, before))
                moved.append(mirror.map(product(after)) - mirror.map(product([ball(v) for v in before])))
            plain = [dy * ball(a) for dy, a in zip(moved, reversed(row), strict=True)]
            terms = [power(ball(abs(a)), 2 - q) * c for a, c in zip(row, plain, strict=True)]
            off, bent = ((c[0] - c[1]) / (abs(c[0]) + abs(c[1])) for c in (terms, plain))
            passed = passed and bool(off.contains(0)) and bool(bent.contains(0)) == (q == 2)
            worst = worst.max(abs(off).upper())
            words.append(f"{'0' if bent.contains(0) else bent.str(3, radius=False)} at q = {q}")
    passed = passed and bool(worst < arb(10) ** (5 - digits))
    shown = worst.str(2, radius=False)
    return (
        passed,
        f"weighted increments of R'(x) are along the row to {shown}; without weights off by {', '.join(words)}",
    )


def weighted(digits: int) -> tuple[bool, str]:
    """det of the increments of R'(x) of three weightings of two overlapping rows, over the product of their sizes."""
    found = {q: _volume(q, digits) for q in (F(3, 2), F(2))}
    passed = bool(abs(found[F(3, 2)]) > arb("0.0001")) and bool(abs(found[F(2)]) < arb(10) ** (5 - digits))
    shown = ", ".join(f"{v.str(3, radius=False) if not v.contains(0) else '0'} at q = {q}" for q, v in found.items())
    return passed, f"volume spanned by the dual increments of weights (1, 1), (3, 1), (1, 3): {shown}"


def _volume(q: F, digits: int) -> arb:
    rows = ((F(1), F(1, 2)),) * 3
    moved, size = [], arb(1)
    for c, e in ((F(1), F(1)), (F(3), F(1)), (F(1), F(3))):
        data = LeastSquares(((c, F(0), c), (F(0), e, e)), (2 * c, 2 * e))
        run = integrate(Problem(q, rows, data, F(1, 20)), digits)
        with bits(run.precision):
            start = Mirror.from_invariants(q, invariants(q, rows[0]))
            y_0 = start.map(F(1, 2))
            moved.append([start.map(product(w)) - y_0 for w in run.state(F(1, 20))])
            size *= sum((abs(v) for v in moved[-1]), arb(0))
    with bits(run.precision):
        return arb_mat(moved).det() / size


def in_turn(digits: int) -> tuple[bool, str]:
    """dy_3/dy_1 of both rows at once from a symmetric start, against 2^{q-1}, and of the first row alone, against 1."""
    words, passed = [], True
    for q in (F(5, 4), F(3, 2), F(2)):
        found = []
        for data in (((F(1), F(0), F(1)), (F(0), F(1), F(1))), ((F(1), F(0), F(1)),)):
            problem = Problem(q, ((F(1), F(1, 2)),) * 3, LeastSquares(data, (F(2),) * len(data)), F(1, 20))
            run = integrate(problem, digits)
            with bits(run.precision):
                start = Mirror.from_invariants(q, invariants(q, problem.weights[0]))
                one, _, three = (start.map(product(w)) - start.map(F(1, 2)) for w in run.state(problem.until))
                found.append(three / one)
        with bits(run.precision):
            gaps = found[0] - power(ball(2), q - 1), found[1] - 1
            passed = passed and all(g.contains(0) and bool(g.rad() < arb(10) ** (5 - digits)) for g in gaps)
        words.append(f"{found[0].str(6, radius=False)} and {found[1].str(6, radius=False)} at q = {q}")
    return passed, f"dy_3/dy_1, both rows at once and the first alone: {', '.join(words)}"


def separable(digits: int) -> tuple[bool, str]:
    """x = A w: dx/dt at g = (1, -1) against what the linear H from (1, 0), (0, 1) gives, relative."""
    mixing, apart = ((F(1), F(2), F(1)), (F(1), F(-1), F(3))), ((F(1), F(2), F(0)), (F(0), F(0), F(3)))
    with bits(128):
        cases = ((F(3, 2), mixing), (F(3, 2), apart), (F(2), mixing))
        found = [_linear_gap(q, A) for q, A in cases]
        passed = bool(found[0] > arb("0.01")) and all(v.contains(0) and v.rad() < arb(10) ** -30 for v in found[1:])
    shown = found[0].str(4, radius=False)
    return passed, f"off linearity by {shown} at q = 3/2 where rows overlap, by 0 where they do not and at q = 2"


def _linear_gap(q: F, A: Matrix) -> arb:
    def speed(g: tuple[int, int]) -> list[arb]:
        pulls = [signed(ball(a * g[0] + b * g[1]), q - 1) for a, b in zip(*A, strict=True)]
        return [sum((ball(a) * v for a, v in zip(row, pulls, strict=True)), arb(0)) for row in A]

    one, two, both = speed((1, 0)), speed((0, 1)), speed((1, -1))
    size = sum((abs(v) for v in both), arb(0))
    return sum((abs(c - (a - b)) for a, b, c in zip(one, two, both, strict=True)), arb(0)) / size


def depths(digits: int) -> tuple[bool, str]:
    """The direction of sign flow at depths 2, 3, 5 late, against L_inf; the L_{p/L} margins at q = 5/4 beside it."""
    data, words, passed = ((F(1), F(2, 5)), (F(1, 2), F(7, 10))), [], True
    for depth in (2, 3, 5):
        rows: Matrix = ((F(1),) * depth, (F(2),) * depth)
        run = integrate(Problem(F(1), rows, Linear((F(-1), F(-1))), F(10**6)), digits)
        goal = margin(data, exponent(F(1), depth), digits).direction
        with bits(run.precision):
            x = [product(w) for w in run.state(F(10**6))]
            way, flat = x[0] / x[1], goal[0] / goal[1]
            passed = passed and bool(abs(way - flat) < arb("0.0001"))
            words.append(way.str(6, radius=False))
    bent = [margin(data, exponent(F(5, 4), depth), digits).direction for depth in (2, 3)]
    with bits(128):
        ways = [d[0] / d[1] for d in bent]
        passed = passed and bool(abs(ways[0] - ways[1]) > arb("0.001"))
    shown = ", ".join(v.str(4, radius=False) for v in ways)
    return passed, f"x_1/x_2 of sign flow at L = 2, 3, 5: {', '.join(words)}; margins at q = 5/4, L = 2, 3: {shown}"
