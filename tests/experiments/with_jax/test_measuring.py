"""What is measured, against mathematics done another way; small sizes. Needs the extra `experiments`."""

from __future__ import annotations

import math

import numpy as np
import pytest

jax = pytest.importorskip("jax")
pytest.importorskip("optax")
pytest.importorskip("sklearn")

from steepest_mirror.experiments.jax_setup import jnp  # noqa: E402
from steepest_mirror.experiments.measuring import balance, decay, escape, finetuning, margins, others  # noqa: E402
from steepest_mirror.experiments.measuring.optimizers import READ_AS, descend, optimizer  # noqa: E402
from steepest_mirror.experiments.measuring.steepest import field, first_time  # noqa: E402
from steepest_mirror.symbolic.errors import InputError  # noqa: E402


def test_float64():
    assert jnp.zeros(1).dtype == np.float64


@pytest.mark.parametrize("q", ["1", "3/2", "2"])
def test_first_time_of_a_linear_loss(q):
    """f = -2 w_1 w_2 from w = (1/10, 1/10): dw/dt = (2 w)^{q-1}; by hand T for w = 1/2."""
    r = {"1": 0.0, "3/2": 0.5, "2": 1.0}[q]
    exact = math.log(5) / 2 if r == 1 else (0.5 ** (1 - r) - 0.1 ** (1 - r)) / (1 - r) / 2**r
    v = field(lambda w: -2 * w[0] * w[1], q)
    found, w = first_time(v, lambda w: w[0] * w[1] - 0.25, jnp.array([0.1, 0.1]), 0.01, 10**4)
    assert float(found) == pytest.approx(exact, rel=1e-9) and float(w[0]) == pytest.approx(0.5)


def test_a_time_that_is_never_reached_is_nan():
    v = field(lambda w: -w[0], "2")
    found, _ = first_time(v, lambda w: w[0] - 1e9, jnp.array([1.0]), 0.01, 10)
    assert math.isnan(float(found))


@pytest.mark.parametrize("name", READ_AS)
def test_first_steps_by_hand(name):
    """loss = w_1^2 - 3 w_2 at (2, -1): gradient (4, -3); decay 1/2 adds (1, -1/2), coupled inside the sign."""
    w = jnp.array([2.0, -1.0])
    moved = descend(lambda w: w[0] ** 2 - 3 * w[1], optimizer(name, 0.1, decay=0.5, q="3/2"), w, 1)
    step = {
        "sgd": (4 + 1, -3 - 0.5),
        "steepest": (2 + 1, -math.sqrt(3) - 0.5),
        "adaml2": (1, -1),
        "adam": (1, -1),
    }.get(name, (1 + 1, -1 - 0.5))
    assert np.allclose(w - moved, 0.1 * np.array(step), atol=1e-8)


@pytest.mark.parametrize(
    ("name", "step", "more", "says"),
    [
        ("adm", 1e-3, {}, "did you mean adam"),
        ("sgd", -1e-3, {}, "step: '-0.001'"),
        ("sgd", float("nan"), {}, "step: 'nan'"),
        ("sgd", 0.0, {}, "step"),
        ("adamw", 1e-3, {"decay": -1.0}, "decay"),
        ("adam", 1e-3, {"b2": 1.0}, "b2"),
    ],
)
def test_bad_optimizers(name, step, more, says):
    with pytest.raises(InputError, match=says):
        optimizer(name, step, **more)


def test_escape_formula_fails_with_another_exponent():
    """The measured exponent tells q = 3/2 from q = 2 apart by far more than its tolerance."""
    found = escape.measure(part="flow", q="2", depth=3, k=20, n=10, true=2, seed=0)
    assert abs(found["exponent"] + 1) < 2e-3 and abs(found["exponent"] - 0) > 0.9


def test_a_diverging_run_becomes_a_row_that_says_so():
    from steepest_mirror.experiments.experiment import Task
    from steepest_mirror.experiments.running.perform import perform

    arguments = {"start": "control", "optimizer": "sgd", "step": 1e308, "steps": 3, "seed": 0}
    row = perform("steepest_mirror.experiments.measuring.finetuning:measure", Task("finetuning", arguments))
    assert row["status"] == "failed" and "not finite: loss" in row["reason"]
    arguments["optimizer"] = "adm"
    row = perform("steepest_mirror.experiments.measuring.finetuning:measure", Task("finetuning", arguments))
    assert "did you mean adam" in row["reason"]


@pytest.mark.parametrize("r", [1.0, 1.5, 2.0, 3.0, math.inf])
def test_the_best_margin_by_hand(r):
    """z = e_1, e_2: the best x is (1, 1)/2^{1/r}, with margin 2^{-1/r}; one z of 1s in R^3: |z|_{r*} = 3^{1 - 1/r}."""
    assert margins.best_margin(np.eye(2), r) == pytest.approx(2 ** -(1 / r), rel=1e-6)
    assert margins.best_margin(np.ones((1, 3)), r) == pytest.approx(3 ** (1 - 1 / r), rel=1e-6)


def test_a_bound_on_a_margin_that_is_not_reached_is_refused(monkeypatch):
    from scipy import optimize

    Z, _ = margins.separable(12, 8, 3, 1)
    stopped = optimize.OptimizeResult(x=np.eye(8)[0], success=True)
    monkeypatch.setattr(optimize, "minimize", lambda *_, **__: stopped)
    with pytest.raises(ArithmeticError, match="the best L_2 margin lies between"):
        margins.best_margin(Z, 2.0)


def test_sign_descent_separates_what_can_be_separated():
    """Its loss grows with every point on the wrong side; one that levels off leaves points there (ratio -4.9)."""
    Z, _ = margins.separable(80, 160, 4, 0)
    _, x = margins.found_by_signs(2, 1e-3, 80, 160, 4, 0)
    assert 0.8 < margins.ratio(Z, x, math.inf) <= 1 + 1e-9


@pytest.mark.parametrize(("step", "moved"), [(1e-1, 0.0), (1e-6, 0.0), (1e-6, 0.03)])
def test_chatter_is_told_by_a_step_and_by_its_halving(monkeypatch, step, moved):
    """x = 100 at L = 2: dx = 2 sqrt(100) dw, so half a step moves the margin z.x by at most 10 step sum |z_i|."""
    Z, _ = margins.separable(12, 8, 3, 1)
    found = {(2, step): 0.5 + moved, (2, step / 2): 0.5}
    monkeypatch.setattr(margins, "found_by_signs", lambda L, h, *_: (found.get((L, h), 0.4), np.full(12, 100.0)))
    row = margins.sign(depth=2, step=step, k=12, n=8, true=3, seed=1)
    turn = 10 * step * max(sum(abs(float(z)) for z in z_i) for z_i in Z)
    assert row["margin moved by a step"] == pytest.approx(turn, rel=1e-12)
    assert row["coarseness"] == pytest.approx(max(moved / 0.02, turn / 0.5), rel=1e-9)
    assert (row["coarseness"] > 1) == (turn > 0.5 or moved > 0.02)


def test_no_direction_beats_the_best_margin():
    Z, truth = margins.separable(12, 8, 3, 1)
    rng = np.random.default_rng(3)
    for r in (1.0, 1.5, 2.5, math.inf):
        assert all(margins.ratio(Z, x, r) <= 1 + 1e-6 for x in (truth, *rng.standard_normal((50, 12))))


def test_the_lasso_is_met_and_another_weight_is_not():
    found = decay.coupled(depth=2, alpha=0.1, k=6, n=20, true=2, seed=0)
    assert found["distance to the Lasso"] < 1e-6 and found["largest x"] > 0.5


def test_sign_descent_keeps_its_balance_and_adam_does_not():
    shared = {"depth": 2, "step": 0.01, "b1": 0.9, "b2": 0.999, "eps": 1e-8, "batch": 0, "alpha": 0.0}
    data = {"k": 12, "n": 6, "true": 2, "seed": 0}
    assert balance.measure(part="optimizer", optimizer="signsgd", **shared, **data)["balance drift"] < 1e-12
    assert balance.measure(part="optimizer", optimizer="adam", **shared, **data)["balance drift"] > 1e-6


@pytest.mark.parametrize(("step", "steps"), [(0.25, 1), (1e-3, 250)])
def test_a_step_divides_the_time(step, steps):
    assert balance.whole(0.25, step) == steps
    for wrong in (1.0, 10.0, 0.1):
        with pytest.raises(InputError, match="give a step that divides the time"):
            balance.whole(0.25, wrong)


def test_the_mirror_map_in_floats():
    """q = 2: asinh(2x/lambda)/2; q = 1: (sqrt(4x + lambda^2) - lambda)/2; q = 3/2 by quadrature of R''."""
    import mpmath

    x, lam = np.array([0.3, -2.0]), np.array([0.5, 1.5])
    assert np.allclose(balance.mirror_map("2")(x, lam), np.arcsinh(2 * x / lam) / 2)
    assert np.allclose(balance.mirror_map("1")(x, lam), np.sign(x) * (np.sqrt(4 * np.abs(x) + lam**2) - lam) / 2)
    exact = [
        mpmath.quad(lambda s, b=b: (4 * s**1.5 + b * b) ** -0.5, [0, 0.1, abs(a)]) for a, b in zip(x, lam, strict=True)
    ]
    assert np.allclose(balance.mirror_map("3/2")(x, lam), np.sign(x) * np.array(exact, float), rtol=1e-6)


def test_models_are_homogeneous_except_softmax():
    """The part of the loss that is linear in the output scales by c^L near 0: loss(cw) - loss(0) ~ c^3."""
    from steepest_mirror.experiments.measuring.models import model

    for name in ("linear", "relu", "attention-diagonal", "attention-full", "attention-softmax"):
        made = model(name, 3, 0)
        w = jnp.asarray(np.random.default_rng(1).standard_normal(made.size))
        fall = [float(made.loss(c * w) - made.loss(0 * w)) for c in (1e-2, 2e-2)]
        degree = math.log2(abs(fall[1] / fall[0]))
        assert (abs(degree - 3) < 0.05) == (name != "attention-softmax")


def test_a_model_of_another_degree_is_refused():
    with pytest.raises(ValueError, match="has degree 3"):
        others.measure(model="attention-full", q="2", depth=2, seed=0)


def test_a_saddle_has_paired_eigenvalues():
    found = finetuning.measure(start="saddle", optimizer="sgd", step=1e-4, steps=1, seed=0)
    assert found["unpaired at the start"] < 1e-3 and found["accuracy"] < 0.6


def test_the_margin_is_that_of_p_over_L_and_not_of_2_minus_m():
    """q = 5/4, L = 2: p/L = 5/2; the horizon of R would be 2 - m = 11/8."""
    Z, _ = margins.separable(16, 10, 3, 0)
    start = np.full((2, 16), 0.5)
    start[0] = 0
    x = np.asarray(jnp.prod(margins.late("5/4", 40_000)(jnp.asarray(Z), jnp.asarray(start)), axis=0))
    assert margins.ratio(Z, x, 2.5) > 0.999 > 0.99 > margins.ratio(Z, x, 11 / 8)


def test_recovery_is_read_off_at_the_same_fit():
    found = escape.recovery(depth=2, k=40, n=20, true=2, seed=0)
    assert found["q=1 recovers worst"] == 1 and 0 < found["recovery error q=2"] < found["recovery error q=1"]
