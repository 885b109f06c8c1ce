"""Discrete descent against the definition in plain Fractions, against the sign flow; its laws on many random runs."""

from __future__ import annotations

import random
from fractions import Fraction as F
from itertools import pairwise
from math import prod

import pytest
from flint import arb, fmpq

from steepest_mirror.numeric_checks.discrete import laws
from steepest_mirror.numeric_checks.discrete.descent import Descent, Run, descend
from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Linear, Logistic, Problem, Quadratic
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.symbolic.errors import InputError


def fraction(v):
    return F(int(v.p), int(v.q))


def random_task(chance, q, steps, kind="decoupled"):
    n, L = chance.randint(1, 3), chance.randint(2, 5)
    w = tuple(
        tuple(F(chance.choice([-1, 1]) * chance.randint(1, 30), chance.randint(5, 20)) for _ in range(L))
        for _ in range(n)
    )
    A = tuple(tuple(F(chance.randint(-4, 4), 3) for _ in range(n)) for _ in range(2))
    b = (F(chance.randint(-4, 4)), F(1, 2))
    objective = chance.choice([LeastSquares(A, b), Quadratic(b[:1] * n), Linear(A[0])])
    return Descent(q, F(chance.randint(1, 20), 50), w, objective, steps, F(chance.randint(0, 3), 4), kind)


def by_definition(task):
    """Plain Fractions, straight from the definition."""
    states = [[list(row) for row in task.weights]]
    for _ in range(task.steps):
        now = states[-1]
        x = [prod(row) for row in now]
        match task.objective:
            case Linear(G):
                g = list(G)
            case Quadratic(T):
                g = [a - t for a, t in zip(x, T, strict=True)]
            case LeastSquares(A, b):
                r = [sum(a * v for a, v in zip(row, x, strict=True)) - s for row, s in zip(A, b, strict=True)]
                g = [sum(A[i][k] * r[i] for i in range(len(r))) for k in range(len(x))]
        after = []
        for k, row in enumerate(now):
            new = []
            for i, w in enumerate(row):
                d = g[k] * prod(row[:i] + row[i + 1 :]) + (task.alpha * w if task.kind == "coupled" else 0)
                d = ((d > 0) - (d < 0)) if task.q == 1 else d
                keep = w if task.kind == "coupled" else (1 - task.eta * task.alpha) * w
                new.append(keep - task.eta * d)
            after.append(new)
        states.append(after)
    return states


@pytest.mark.parametrize("q", [1, 2])
@pytest.mark.parametrize("kind", ["decoupled", "coupled"])
@pytest.mark.parametrize("seed", range(8))
def test_against_the_definition(q, kind, seed):
    task = random_task(random.Random(seed), q, 4 if q == 2 else 12, kind)
    run = descend(task)
    expected = by_definition(task)
    for state, wanted in zip(run.states, expected, strict=True):
        for row, line in zip(state, wanted, strict=True):
            for w, v in zip(row, line, strict=True):
                with bits(run.precision):
                    gap = w - fmpq(v.numerator, v.denominator)
                    assert gap == 0 if isinstance(gap, fmpq) else gap.contains(0)


def check_laws(runs, seed):
    chance = random.Random(seed)
    exact = jumps = 0
    for k in range(runs):
        q = 1 + k % 2
        run = descend(random_task(chance, q, 3 if q == 2 else 15))
        with bits(run.precision):
            found = laws.judged(run)
        assert (found.failed == 0 and found.enclosed == 0) or q == 2
        assert found.failed == 0
        exact += found.exact
        jumps += len(found.jumps)
    return exact, jumps


def test_the_laws_on_random_runs():
    exact, jumps = check_laws(100, 1)
    assert exact > 3000 and jumps > 100


@pytest.mark.heavy
def test_the_laws_on_a_thousand_random_runs():
    exact, jumps = check_laws(1000, 2)
    assert exact > 30_000 and jumps > 1000


@pytest.mark.parametrize("q", [1, 2])
def test_a_wrong_state_breaks_the_law(q):
    task = Descent(q, F(1, 10), ((F(1), F(1, 2), F(3, 4)),), Quadratic((F(2),)), 5)
    run = descend(task)
    (row,) = run.states[3]
    spoiled = [*run.states]
    spoiled[3] = ((row[0] + fmpq(1, 10**30), *row[1:]),)
    with bits(200):
        assert laws.judged(run).failed == 0
        assert laws.judged(Run(task, spoiled, run.drives)).failed > 0


def test_a_crossing_jumps_by_the_exact_amount():
    """w = (1/20, 1), g = 1, eta = 1/10: |w_1| from 1/20 to 1/20, |w_2| from 1 to 9/10: J = 2 (1/10 - 1/20)."""
    run = descend(Descent(1, F(1, 10), ((F(1, 20), F(1)),), Linear((F(1),)), 1))
    (jump,) = laws.judged(run).jumps
    assert (jump.step, jump.coordinate, jump.index, fraction(jump.size)) == (1, 1, 1, F(1, 10))
    assert [fraction(w) for w in run.states[1][0]] == [F(-1, 20), F(9, 10)]


def test_gradient_descent_balances_and_the_flow_does_not():
    """(1 - (eta g)^2)^2 < 1 at L = 2: the imbalance shrinks while f = (x - 2)^2/2 settles."""
    run = descend(Descent(2, F(1, 10), ((F(1), F(1, 2)),), Quadratic((F(2),)), 20), 20)
    gaps = [row[0] * row[0] - row[1] * row[1] for (row,) in run.states]
    assert all(b < a for a, b in pairwise(gaps[:7])) and gaps[-1] > arb("0.7")


@pytest.mark.parametrize("seed", range(6))
def test_sign_descent_is_sign_flow_sampled(seed):
    """While the signs of g and of the weights stay, w after k steps is w(k eta): both exactly."""
    chance = random.Random(seed)
    row = tuple(F(chance.randint(5, 20), 10) for _ in range(chance.randint(2, 4)))
    eta, steps = F(1, chance.randint(7, 30)), 6
    goal = prod(row) * 1000
    run = descend(Descent(1, eta, (row,), Quadratic((goal,)), steps))
    flow = integrate(Problem(F(1), (row,), Quadratic((goal,)), eta * steps), 30)
    for k, (state,) in enumerate(run.states):
        (there,) = flow.state(eta * k)
        with bits(200):
            assert all(w.contains(arb(v)) and w.rad() < arb(10) ** -29 for w, v in zip(there, state, strict=True))


def test_logistic_sign_descent_stays_rational_and_stops_undecided_nowhere():
    X, y = ((F(1), F(2)), (F(-1), F(1, 3))), (F(1), F(-1))
    run = descend(Descent(1, F(1, 7), ((F(1), F(1, 2)), (F(1), F(1))), Logistic(X, y), 10))
    assert run.exact == 11 and not run.reason
    zero = descend(Descent(1, F(1, 7), ((F(1), F(1)), (F(1), F(1))), Logistic(((F(1), F(0)),), (F(1),)), 3))
    assert [fraction(w) for w in zero.states[-1][1]] == [F(1), F(1)]


def test_diverging_gradient_descent_says_so():
    run = descend(Descent(2, F(10), ((F(3), F(2)),), Quadratic((F(0),)), 400), 10)
    assert run.reason and len(run.states) > 3


@pytest.mark.parametrize(
    "change",
    [{"q": 3}, {"eta": F(0)}, {"alpha": F(-1)}, {"weights": ((F(1),),)}, {"objective": Linear((F(1), F(1)))}],
)
def test_bad_tasks(change):
    good = {"q": 2, "eta": F(1), "weights": ((F(1), F(1)),), "objective": Linear((F(1),)), "steps": 1, "alpha": F(0)}
    Descent(**good)
    with pytest.raises(InputError):
        Descent(**{**good, **change})
