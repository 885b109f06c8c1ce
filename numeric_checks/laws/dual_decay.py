"""The dual variable under decoupled decay, measured: y_t = R'_{Lambda_t}(x_t), with d = L(1 - m), A = int_0^t alpha,

  constant gradient G:  e^{dA} y_t - y_0 + <G>^{q-1} int_0^t e^{dA} ds = 0      (balanced, m = 1: y_t - y_0 + <G>^{q-1}
  t + sign(x) A)
  any objective:        (y_{t+h} - y_t)/h + <g>^{q-1} + alpha d y = 0 somewhere on [t, t + h]   (balls over that
  interval)

Weights and Lambda_t come from the integrator, R' from quadrature, the integral of e^{dA} from flint's.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from fractions import Fraction

from flint import acb, arb

from ..balls import ball
from ..flow.problem import Decay, Linear, Problem
from ..flow.trajectory import Trajectory
from ..potential.mirror import Mirror
from .residuals import Residual, gradient, invariants, product, signed, total_decay


def dual(q: Fraction, weights: Sequence[arb], order: Sequence[Fraction]) -> arb:
    """R'(x) at the weights; their ties are those of `order`, the exact weights at the start."""
    return Mirror.from_invariants(q, invariants(q, weights, order)).map(product(weights))


def degree(problem: Problem) -> Fraction:
    """d = L(1 - m) = L - q(L - 1)."""
    return problem.depth - problem.q * (problem.depth - 1)


def critical(problem: Problem, row: Sequence[Fraction]) -> bool:
    """Whether the coordinate is balanced with m = 1, where R' = log|x|/L."""
    return degree(problem) == 0 and len({abs(w) for w in row}) == 1


def dual_decay(problem: Problem, run: Trajectory, t: Fraction) -> Iterable[Residual]:
    """The integrated law at a constant gradient, coordinate by coordinate."""
    assert isinstance(problem.objective, Linear)
    d, spent = degree(problem), ball(total_decay(problem.decay, t))
    weighted, factor = growth(problem.decay, d, t), (ball(d) * spent).exp()
    for before, after, slope in zip(problem.weights, run.state(t), problem.objective.gradient, strict=True):
        start, now = (dual(problem.q, [ball(w) for w in row], before) for row in (before, after))
        push = signed(ball(slope), problem.q - 1) * weighted
        drift = signed(product(after), Fraction(0)) * spent if critical(problem, before) else arb(0)
        yield factor * now - start + push + drift, abs(factor * now) + abs(start) + abs(push) + abs(drift)


def growth(decay: Decay, d: Fraction, t: Fraction) -> arb:
    """int_0^t exp(d A(s)) ds, piece by piece: A is a polynomial on each."""
    total = arb(0)
    ends = [*(start for start, _ in decay.pieces[1:]), t]
    for (start, coefficients), end in zip(decay.pieces, ends, strict=True):
        if start >= t:
            break
        primitive = [Fraction(0), *(c / (k + 1) for k, c in enumerate(coefficients))]
        constant = total_decay(decay, start) - sum((c * start**k for k, c in enumerate(primitive)), Fraction(0))
        powers = [d * c for c in (primitive[0] + constant, *primitive[1:])]

        def integrand(z: acb, _analytic: bool, powers: list[Fraction] = powers) -> acb:
            return sum((acb(ball(c)) * z**k for k, c in enumerate(powers)), acb(0)).exp()

        total += acb.integral(integrand, acb(ball(start)), acb(ball(min(end, t)))).real
    return total


def dual_decay_rate(problem: Problem, run: Trajectory, t: Fraction) -> Iterable[Residual]:
    """The law as a difference quotient over a short step back from t, for any objective."""
    step = Fraction(1, 2 ** (run.precision // 2))
    span = ball(t - step).union(ball(t))
    early, late, during = run.state(t - step), run.state(t), run.state(span)
    slopes = gradient(problem.objective, [product(row) for row in during])
    alpha = polynomial(problem.decay, t, span)
    d = ball(degree(problem))
    for k, before in enumerate(problem.weights):
        change = (dual(problem.q, late[k], before) - dual(problem.q, early[k], before)) / ball(step)
        push = signed(slopes[k], problem.q - 1)
        if critical(problem, before):
            pull = alpha * signed(product(during[k]), Fraction(0))
        else:
            pull = alpha * d * dual(problem.q, during[k], before)
        yield change + push + pull, abs(change) + abs(push) + abs(pull)


def polynomial(decay: Decay, t: Fraction, span: arb) -> arb:
    """alpha on the span that ends at t, inside one piece."""
    coefficients = [c for start, c in decay.pieces if start < t][-1]
    return sum((ball(c) * span**k for k, c in enumerate(coefficients)), arb(0))
