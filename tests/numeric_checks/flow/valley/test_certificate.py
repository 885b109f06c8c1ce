"""The ball of a step in x against corrupted proposals, against a finer step, and the inequality that it rests on."""

from dataclasses import replace
from fractions import Fraction as F

import numpy as np
import pytest
from flint import arb

from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem
from steepest_mirror.numeric_checks.flow.valley.certificate import certify
from steepest_mirror.numeric_checks.flow.valley.proposal import Proposal, in_sigma, in_time
from steepest_mirror.numeric_checks.flow.valley.run import ValleyRun
from steepest_mirror.numeric_checks.precision import bits

A = ((F(3), F(-1), F(2), F(1)), (F(1), F(2), F(-2), F(1, 2)))
S = np.array([4.0, 2.0, 8.0, 1.0])
WEIGHTS = ((F(4, 5), F(5, 9)), (F(-1), F(1, 3)), (F(3, 4), F(6, 7)), (F(1, 2), F(9, 8)))


def run(q: F = F(3, 2), until: F = F(1)) -> ValleyRun:
    return ValleyRun(Problem(q, WEIGHTS, LeastSquares(A, (F(9), F(-6))), until), arb(10) ** -12, 80)


def proposed(flow: ValleyRun, h: float = 0.02) -> Proposal:
    x, g = flow._floats()
    found = in_time(flow.bowl, x, g, h)
    assert found is not None
    return found


def towards_zero(flow: ValleyRun) -> Proposal:
    """The last step before the first zero; the run is set back to where it begins."""
    while flow.leaving is None:
        assert flow._next() is not None
    last = flow.steps[-1]
    flow.x, flow.now = [p(-1) for p in last.X], last.start
    x, g = flow._floats()
    kind, k = flow.leaving
    sign = (g if kind == "gradient" else x)[k]
    found = in_sigma(flow.bowl, x, g, flow.leaving, flow.sigma, 0.0, float(np.sign(sign)))
    assert found is not None
    return found


@pytest.mark.parametrize("q", [F(3, 2), F(5, 3), F(4, 3)])
def test_a_long_step_lies_in_the_balls_of_its_halves(q: F) -> None:
    """Two halves begin from one another's ends; all their balls hold the truth, so they meet."""
    flow = run(q)
    with bits(flow.bits):
        whole = certify(flow.bowl, flow.x, flow.now, 0.0, S, proposed(flow, 0.04))
        assert whole is not None and whole.after < 1e-12
        for _ in range(2):
            assert flow._take(proposed(flow, 0.02)) is not None
        assert (flow.now - whole.end).abs_upper() < arb(2) ** -50
        unit = arb(2) ** -flow.bits
        for x, p, s in zip(flow.balls(None, arb(1)), whole.X, S, strict=True):
            other = p(1) * unit + arb(0, whole.after / float(s) + 1e-15)
            assert x.overlaps(other) and x.rad() < 1e-12


@pytest.mark.parametrize("part", ["rate", "Q", "V", "Z", "U"])
@pytest.mark.parametrize("kind", ["time", "sigma"])
def test_a_corrupted_proposal_is_refused_or_its_ball_holds_the_truth(part: str, kind: str) -> None:
    flow = run()
    with bits(flow.bits):
        good = proposed(flow) if kind == "time" else towards_zero(flow)
        right = certify(flow.bowl, flow.x, flow.now, 0.0, S, good)
        assert right is not None
        values, refused = getattr(good, part), 0
        for index in np.ndindex(values.shape):
            if index[0] % 7 > 1:
                continue
            for off in (1e-4, 1e-9):
                wrong = values.copy()
                wrong[index] += off * max(1.0, abs(values).max())
                step = certify(flow.bowl, flow.x, flow.now, 0.0, S, replace(good, **{part: wrong}))
                if step is None:
                    refused += 1
                    continue
                assert step.after > right.after * 10  # it is seen
                if part == "rate":  # the same clock: the same time, and the truth near the right end
                    away = [float((p(1) - r(1)) * arb(2) ** -flow.bits) for p, r in zip(step.X, right.X, strict=True)]
                    assert np.linalg.norm(S * away) <= step.after + right.after
        assert refused > 0 or part in ("rate", "Q")


@pytest.mark.parametrize("h", [1e-3, 1e-5, 1e-8])
def test_a_g_that_is_taken_for_zero_stays_in_the_ball(h: float) -> None:
    flow = run()
    with bits(flow.bits):
        x, g = flow._floats()
        right = certify(flow.bowl, flow.x, flow.now, 0.0, S, proposed(flow, h))
        assert right is not None
        for k in range(4):
            rough = in_time(flow.bowl, x, g, h, blurred=k)
            assert rough is not None
            step = certify(flow.bowl, flow.x, flow.now, 0.0, S, rough)
            if step is None:  # too far
                assert h > 1e-9
                continue
            away = np.array([float((p(1) - r(1)) * arb(2) ** -flow.bits) for p, r in zip(step.X, right.X, strict=True)])
            moved = np.sqrt((S * away) @ (S * away) + away @ flow.bowl.H_floats @ away)
            assert right.after < moved <= step.after < 100 * moved and not (step.least_g[:, k] > 0).any()


@pytest.mark.parametrize("sign", ["g_signs", "x_signs"])
def test_a_wrong_sign_is_refused(sign: str) -> None:
    flow = run()
    with bits(flow.bits):
        good = proposed(flow)
        for k in range(4):
            wrong = getattr(good, sign).copy()
            wrong[k] = -wrong[k]
            assert certify(flow.bowl, flow.x, flow.now, 0.0, S, replace(good, **{sign: wrong})) is None


def test_sigma_is_one_without_a_pivot() -> None:
    """With another sigma the length of the step would be taken for less than it is, and mu with it."""
    flow = run()
    with bits(flow.bits):
        good = proposed(flow)
        assert certify(flow.bowl, flow.x, flow.now, 1e-9, S, good) is not None
        for middle, slope in ((1e-6, 0.0), (0.5, 0.5)):
            wrong = replace(good, middle=middle, slope=slope)
            assert certify(flow.bowl, flow.x, flow.now, 1e-9, S, wrong) is None
        good = towards_zero(flow)
        assert certify(flow.bowl, flow.x, flow.now, 0.0, S, good) is not None and good.pivot is not None
        for pivot in ((good.pivot[0], good.pivot[1] - 4), ("x", good.pivot[1]), ("weight", 4)):
            assert certify(flow.bowl, flow.x, flow.now, 0.0, S, replace(good, pivot=pivot)) is None


def test_the_error_of_the_start_stays_in_the_ball() -> None:
    """Another start 1e-9 away, followed by itself, ends in the ball of the first."""
    flow, near = run(), run()
    near.x = [v + (int((-1) ** k * 2**flow.bits) // 10**9) for k, v in enumerate(near.x)]
    with bits(flow.bits):
        away = np.full(4, 1e-9)
        start = np.linalg.norm(S * away) + np.sqrt(away @ abs(flow.bowl.H_floats) @ away)
        wide = certify(flow.bowl, flow.x, flow.now, float(start), S, proposed(flow))
        other = certify(near.bowl, near.x, near.now, 0.0, S, proposed(near))
        assert wide is not None and other is not None
        ends = np.array([float((p(1) - r(1)) * arb(2) ** -flow.bits) for p, r in zip(wide.X, other.X, strict=True)])
        moved = np.sqrt((S * ends) @ (S * ends) + ends @ flow.bowl.H_floats @ ends)
        assert moved <= wide.after + other.after and wide.after < 10 * start


@pytest.mark.parametrize("r", [0.5, 1 / 3, 3 / 4])
def test_the_quotients_of_the_signed_power_are_bounded(r: float) -> None:
    """r max(|a|, |b|)^{r-1} <= (<b>^r - <a>^r)/(b - a) <= 2^{1-r} |a|^{r-1}, which b = -a attains;
    |<b>^r - <a>^r| <= 2^{1-r} |b - a|^r."""
    a, b = np.random.default_rng(5).normal(size=(2, 4000)) * 10.0 ** np.random.default_rng(6).integers(-6, 3, 4000)
    jump = np.sign(b) * abs(b) ** r - np.sign(a) * abs(a) ** r
    quotient = jump / (b - a)
    assert (quotient * (1 + 1e-9) >= r * np.maximum(abs(a), abs(b)) ** (r - 1)).all()
    assert (quotient <= 2 ** (1 - r) * abs(a) ** (r - 1) * (1 + 1e-9)).all()
    assert (abs(jump) <= 2 ** (1 - r) * abs(b - a) ** r * (1 + 1e-9)).all()
    assert np.isclose(2 * 0.7**r / 1.4, 2 ** (1 - r) * 1.4 ** (r - 1) * (0.7 / 1.4) ** (r - 1) / 2 ** (1 - r))


def test_the_norm_grows_no_faster_than_mu() -> None:
    """(N^2)'/2 <= mu N^2 for pairs of states, in doubles, with eps_k, K_k and both kinds of mu as the certificate takes
    them; and no smaller mu would do: without f_k/2, or without beta, some pair grows faster."""
    flow, generator = run(), np.random.default_rng(9)
    bowl, r, q = flow.bowl, 0.5, 1.5
    faster, alone = 0, 0
    for trial in range(1200):
        x = generator.normal(size=4) * 2
        e = generator.normal(size=4) * 10.0 ** generator.integers(-6, 1)
        c = np.array([float(int(v)) for v in bowl.c]) / bowl.square
        g, G = bowl.H_floats @ (x + e) - c, bowl.H_floats @ x - c
        P, PX = (bowl.slope(bowl.u(v).astype(float)) for v in (x + e, x))
        power, powerG = np.sign(g) * abs(g) ** r, np.sign(G) * abs(G) ** r
        eps = (power - powerG) / (g - G)
        top = abs(np.stack([x, x + e])).max(0)
        low = np.where(np.sign(x) == np.sign(x + e), abs(np.stack([x, x + e])).min(0), 0)
        K = bowl.second(bowl.u(top).astype(float)) * q * top**r / bowl.slope(bowl.u(low).astype(float))
        f = abs(powerG) * K
        s = np.sqrt(f / (P * eps)) * 2.0 ** generator.integers(-3, 4, 4)
        w = s * s * P * eps
        size = (s * e) @ (s * e) + e @ bowl.H_floats @ e
        speed = -(P * power - PX * powerG)
        left = (s * s * e) @ speed + e @ bowl.H_floats @ speed
        assert left <= (w / 4 + f / 2 + f**2 / (4 * w)).max() * size * (1 + 1e-9) + 1e-12
        B = generator.integers(0, 2, 4).astype(bool)
        alpha = np.where(B, w / 4 + f, w / 4 + f / 2 + f**2 / (4 * w)).max()
        beta = np.linalg.norm((bowl.H_floats * np.outer(f / s, f / s))[np.ix_(B, B)], 2) ** 0.5 if B.any() else 0.0
        assert left <= (alpha + np.hypot(alpha, beta)) / 2 * size * (1 + 1e-9) + 1e-12
        if trial % 4 == 0:  # the sharpest case: dg_k e_k < 0 where |x_k| grows
            k = int(np.argmax(f))
            dg = (f[k] / w[k] - 1) / 2 * s[k] ** 2
            pair = -(dg + s[k] ** 2) * (w[k] / s[k] ** 2 * dg - f[k])
            bound = w[k] / 4 + f[k] / 2 + f[k] ** 2 / (4 * w[k])
            assert np.isclose(pair, bound * s[k] ** 2)
            faster += pair > (bound - f[k] / 2) * s[k] ** 2
            alone += pair > (bound - f[k] ** 2 / (4 * w[k])) * s[k] ** 2
    assert faster == alone == 300


def least_mu(flow: ValleyRun, s: np.ndarray) -> float:
    """The least mu of all sets B at the state of a run, as the formula has it, in doubles."""
    bowl, r = flow.bowl, 0.5
    x, g = (v.astype(float) for v in flow._floats())
    u = bowl.u(x)
    P = bowl.slope(u)
    f = abs(g) ** r * bowl.second(u) * 1.5 * abs(x) ** r / P
    w = s * s * P * r * abs(g) ** (r - 1)
    found = []
    for chosen in np.ndindex(2, 2, 2, 2):
        B = np.array(chosen, bool)
        alpha = np.where(B, w / 4 + f, w / 4 + f / 2 + f**2 / (4 * w)).max()
        beta = np.linalg.norm((bowl.H_floats * np.outer(f / s, f / s))[np.ix_(B, B)], 2) ** 0.5 if B.any() else 0.0
        found.append((alpha + np.hypot(alpha, beta)) / 2)
    return float(min(found))


@pytest.mark.parametrize("scale", [1 / 8, 1.0, 16.0])
def test_what_was_known_at_the_start_grows_by_mu_at_least(scale: float) -> None:
    """log(N after/N before) >= h mu, up to what mu changes over a short step; and not by much more."""
    flow, h, before = run(), 1e-4, 1e-8
    with bits(flow.bits):
        s = flow._scale() * scale
        step = certify(flow.bowl, flow.x, flow.now, before, s, proposed(flow, h))
        assert step is not None
        grown = np.log(step.after / before)
        assert 0.99 * h * least_mu(flow, s) <= grown <= 1.2 * h * least_mu(flow, s)
