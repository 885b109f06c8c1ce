"""Observations: the theorems held against certified trajectories of the weights, each reporting what it measured.

The runs cover q = 1, 5/4, 3/2, 2, depths 2 to 6, several coupled coordinates, least squares, quadratic and logistic
objectives, no decay, constant, polynomial and piecewise decay. For 1 < q < 2 they end before the first event.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction as F
from functools import partial

from flint import arb

from ...numeric_checks.flow.problem import Decay, LeastSquares, Logistic, Objective, Problem, Quadratic, constant_decay
from ...numeric_checks.laws import bounds, dual_decay, optimum, residuals
from ..judging.claim import Observation
from ..verdict import Evidence
from . import beyond, escape, further, late_and_discrete, orbits, reviews, small_starts, steps
from .forms import closed_form, decades

PAIR = LeastSquares(((F(1), F(2)), (F(1), F(-1))), (F(1), F(1, 3)))
THREE = LeastSquares(((F(1), F(2), F(1, 2)),), (F(2),))
LABELS = Logistic(((F(1), F(2)), (F(-1), F(1, 2)), (F(1, 3), F(1))), (F(1), F(-1), F(1)))


def weights(*rows: str) -> tuple[tuple[F, ...], ...]:
    """Rows of exact weights from text such as "3/10 6/10"."""
    return tuple(tuple(map(F, row.split())) for row in rows)


SMALL = weights("3/10 6/10 9/10", "1/5 1/2 1")
SIGNED = weights("-3/10 6/10", "1/5 -1/2", "1/2 3/4")
DEEP = weights("1/2 3/5 7/10 4/5 9/10 1")
FOUR = weights("1/3 1/2 2/3 1", "1/4 1/2 3/4 1")

Start = tuple[F, tuple[tuple[F, ...], ...], Objective, F]  # q, weights, objective, end time
FLOWS: tuple[Start, ...] = (
    (F(2), SMALL, PAIR, F(1)),
    (F(2), DEEP, Quadratic((F(1, 2),)), F(2)),
    (F(2), SIGNED, THREE, F(1)),
    (F(2), weights("1/2 1", "2/3 1/3"), LABELS, F(1)),
    (F(3, 2), SMALL, PAIR, F(1, 4)),
    (F(5, 4), FOUR, PAIR, F(1, 10)),
    (F(1), SIGNED, THREE, F(1)),
    (F(1), DEEP, Quadratic((F(1, 2),)), F(1)),
    (F(1), SMALL, PAIR, F(1)),
)
SLOWING = Decay(((F(0), (F(1, 2), F(-1, 10))),))  # alpha(t) = 1/2 - t/10
IN_STEPS = Decay(((F(0), (F(1, 3),)), (F(1, 20), (F(1),))))
RESTING = constant_decay(F(1, 3))
BALANCED = weights("1/2 1/2 1/2", "2/3 2/3 2/3")


def decayed(start: Start, decay: Decay) -> Problem:
    """The run with weight decay."""
    return Problem(*start, decay)


UNDECAYED = tuple(Problem(*flow) for flow in FLOWS)
DECAYED = (
    *(decayed(flow, RESTING) for flow in FLOWS if flow[0] != 1),
    Problem(F(1), SIGNED, THREE, F(1), RESTING),
    Problem(F(2), SMALL, PAIR, F(1), SLOWING),
    Problem(F(3, 2), SMALL, PAIR, F(1, 5), IN_STEPS),
    Problem(F(1), SIGNED, THREE, F(1), IN_STEPS),
)
ON_MANIFOLD = tuple(Problem(q, BALANCED, PAIR, F(1, 20), RESTING) for q in (F(2), F(3, 2), F(5, 4), F(1)))
ON_MANIFOLD_COUPLED = tuple(
    Problem(q, BALANCED, PAIR, F(1, 20), constant_decay(F(1, 3), "coupled")) for q in (F(2), F(3, 2), F(5, 4))
)
TWO_LAYERS = (
    Problem(F(2), SIGNED, THREE, F(1)),
    Problem(F(3, 2), weights("3/10 6/10"), Quadratic((F(1),)), F(1, 2)),
    Problem(F(1), weights("3/10 6/10"), Quadratic((F(1),)), F(1, 4)),
)
CLIMB = tuple(
    Problem(q, weights("1 9"), Quadratic((F(20),)), until)
    for q, until in ((F(1), F(2)), (F(3, 2), F(1, 5)), (F(2), F(1, 4)))
)
ONE_ROW = LeastSquares(((F(1), F(2)),), (F(1),))
PROJECTION = Problem(F(2), weights("3/10 6/10", "1/5 1/2"), ONE_ROW, F(60))
NARROW = 5  # the determinant that contains 0 has a radius below 10^(5 - digits)
BENT = (
    Problem(F(1), weights("3/10 6/10", "1/5 1/2"), ONE_ROW, F(2)),
    Problem(F(3, 2), weights("3/10 6/10", "1/5 1/2"), ONE_ROW, F(1, 5)),
)
INVERSE_METRIC = (*UNDECAYED[:5], *DECAYED[:2])


def law(of: residuals.Law, problems: Sequence[Problem]) -> Observation:
    """A law of numeric_checks.laws.residuals on these runs, at two precisions."""

    def observe(digits: int) -> tuple[bool, str]:
        found = residuals.measure(of, problems, digits)
        return found.holds, found.reason or f"{len(problems)} certified trajectories, two precisions; {found}"

    return _timed(observe)


def bound(holds: bool) -> Observation:
    """int ||g||^2 dt against B^{2-q} D/mu (holds) or against D/(mu B^{2-q}), which must be exceeded."""

    def observe(digits: int) -> tuple[bool, str]:
        passed, words = True, []
        for problem in CLIMB if holds else CLIMB[:1]:
            spent = bounds.paid(problem, digits)
            power = spent.B ** arb(float(2 - problem.q))
            limit = power * spent.D / spent.mu if holds else spent.D / (power * spent.mu)
            passed = passed and bool(spent.integral < limit if holds else spent.integral > limit)
            words.append(
                f"q = {problem.q}: int ||g||^2 dt in {spent.integral.str(4)}, bound {limit.str(4, radius=False)}"
            )
        return passed, "; ".join(words)

    return _timed(observe)


def rate(digits: int) -> tuple[bool, str]:
    """f(x_t) below D exp(-2 mu B^{q-2} t) at six times of each run."""
    slack = [bounds.slack_of_rate(problem, digits) for problem in CLIMB]
    return all(s > 0 for s in slack), "least log(bound/f): " + ", ".join(s.str(3, radius=False) for s in slack)


def projection(digits: int) -> tuple[bool, str]:
    """At q = 2 the end of the run is the minimiser of D_R on its feasible line, found by golden sections."""
    apart, travelled = optimum.distance_to_projection(PROJECTION, digits)
    return bool(apart < travelled * arb(10) ** -12), (
        f"limit and argmin D_R, found from values of R alone, are {apart.str(2, radius=False)} apart after a way of "
        f"{travelled.str(3, radius=False)}"
    )


def in_row_space(digits: int) -> tuple[bool, str]:
    """At q = 2 the dual increment keeps to the row space: the determinant's narrow ball contains 0, half way and at the
    end."""
    found = [optimum.bend(replace(PROJECTION, until=until), digits) for until in (F(1, 2), PROJECTION.until)]
    narrow = arb(10) ** (NARROW - digits)
    return all(d.contains(0) and d.rad() < narrow for d in found), "relative determinant with the row: " + ", ".join(
        f"|det| < {d.abs_upper().str(2, radius=False)}" for d in found
    )


def bending(digits: int) -> tuple[bool, str]:
    """For q < 2 the dual increment leaves the row space: the determinant excludes 0."""
    found = [optimum.bend(problem, digits) for problem in BENT]
    return all(not d.contains(0) for d in found), "relative determinant with the row: " + ", ".join(
        f"{d.str(5, radius=False)} at q = {p.q}" for p, d in zip(BENT, found, strict=True)
    )


def _timed(observe: Callable[[int], tuple[bool, str]], grade: str = "certified") -> Observation:
    def observation(digits: int) -> Evidence:
        started = time.perf_counter()
        passed, detail = observe(digits)
        return Evidence(grade, passed, detail, (), time.perf_counter() - started)

    return observation


PROBED = _timed(decades)

# What each claim is held against, by its ID.
OBSERVATIONS: dict[str, tuple[Observation, ...]] = {
    "balance": (law(residuals.balance, UNDECAYED),),
    "balance-complete": (_timed(partial(late_and_discrete.laws, "u*v*w", (2, 2, 2)), "symbolic"),),
    "balance-decay": (law(residuals.balance, DECAYED),),
    "mirror-flow": (law(residuals.mirror_flow, UNDECAYED),),
    "metric": (law(residuals.metric, INVERSE_METRIC), _timed(closed_form("metric"))),
    "metric-l2": (law(residuals.metric, TWO_LAYERS),),
    "mirror-map": (_timed(closed_form("mirror-map")),),
    "potential": (_timed(closed_form("potential")),),
    "conjugate": (_timed(closed_form("conjugate")),),
    "metric-exponents": (PROBED,),
    "legendre": (PROBED,),
    "onto": (PROBED,),
    "regularizer-decoupled": (law(residuals.regularizer, ON_MANIFOLD), _timed(closed_form("regularizer"))),
    "regularizer-coupled": (
        law(residuals.regularizer, ON_MANIFOLD_COUPLED),
        _timed(closed_form("coupled-regularizer")),
    ),
    "convergence": (bound(True),),
    "convergence-as-reported": (bound(False),),
    "linear-rate": (_timed(rate),),
    "implicit-bias-gf": (_timed(in_row_space), _timed(projection, "numeric")),
    "implicit-bias-steeper-fails": (_timed(bending),),
    "conjugate-identity": (_timed(beyond.conjugate),),
    "dual-decay": (law(dual_decay.dual_decay, beyond.DUAL), law(dual_decay.dual_decay_rate, beyond.DUAL_RATE)),
    "escape-time": (_timed(escape.escapes), _timed(escape.two_speeds)),
    "escape-law": (_timed(escape.escape_law),),
    "finite-time": (_timed(beyond.arrival),),
    "generic-coercivity": (_timed(beyond.coercive),),
    "blow-up-time": (_timed(beyond.blow_up),),
    "blow-up-decay": (_timed(beyond.blow_up_decay),),
    "saddles-decay": (_timed(partial(beyond.saddles, "coupled")),),
    "saddles-decay-decoupled": (_timed(partial(beyond.saddles, "decoupled")),),
    "separable-reparameterization": tuple(map(_timed, orbits.OBSERVATIONS)),
    "margin-exponent": (_timed(partial(late_and_discrete.late, late_and_discrete.FIRST)),),
    "margin-stationary": (_timed(partial(late_and_discrete.late, late_and_discrete.SECOND)),),
    "margin-horizon-as-proposed": (_timed(partial(late_and_discrete.late, late_and_discrete.FIRST)),),
    "sparsity-order": (_timed(partial(late_and_discrete.late, late_and_discrete.SECOND)),),
    "discrete-balance": (_timed(partial(late_and_discrete.discrete, 2)),),
    "discrete-sign": (_timed(partial(late_and_discrete.discrete, 1)),),
    "kernel-change": (_timed(late_and_discrete.kernel),),
    "decay-rest": (_timed(late_and_discrete.rest),),
    "law-squares": (_timed(partial(late_and_discrete.laws, "u**2 - v**2", (1, 1, 1)), "symbolic"),),
    "law-matrices": (_timed(late_and_discrete.matrices, "symbolic"),),
    "law-neuron": (_timed(partial(late_and_discrete.laws, "c*a; c*b", (1, 0, 0)), "symbolic"),),
    "coercivity-decay": (_timed(late_and_discrete.fading),),
    "path-length": (_timed(late_and_discrete.path),),
    "bregman-rate": (_timed(late_and_discrete.bregman),),
    "sign-margin-rate": (_timed(further.sign_margin),),
    "one-sample-bias": (_timed(further.one_sample),),
    "decay-bias": (_timed(further.decay_bias),),
    "decay-bias-path": (_timed(further.decay_path),),
    "no-potential-rows": (_timed(further.weighted),),
    "rows-in-turn": (_timed(further.in_turn),),
    "separable-needed": (_timed(further.separable),),
    "ray-time": (_timed(small_starts.ray),),
    "depth-deceleration": (_timed(small_starts.slower),),
    "saddle-left": (_timed(small_starts.left),),
    "saddle-for-ever": (_timed(small_starts.saddle),),
    "kernel-change-two": (_timed(small_starts.kernel_two),),
    "decay-rest-box": (_timed(small_starts.box),),
    "margin-depth-as-reported": (_timed(further.depths),),
    "escape-steps-sign": (_timed(steps.sign_steps, "symbolic"),),
    "escape-steps-two": (_timed(steps.gradient_steps),),
    "escape-steps-deep": (_timed(steps.deep_steps),),
    "discrete-flow": (_timed(steps.no_error),),
    "discrete-step-error": (_timed(steps.step_error),),
    "random-walk-sign": (_timed(steps.ruin, "symbolic"),),
    "random-walk-gradient": (_timed(steps.fair_noise, "symbolic"),),
    **{f"review-{n}": (_timed(partial(reviews.numbers, n)),) for n in reviews.SHOWN},
}
