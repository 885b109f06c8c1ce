"""Diagnoses against what is known by hand; NumPy alone, JAX and PyTorch where they are installed."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from steepest_mirror.experiments.diagnosing.diagnose import diagnose
from steepest_mirror.experiments.diagnosing.spectrum import DENSE, extremes
from steepest_mirror.experiments.diagnosing.subject import from_numpy
from steepest_mirror.proofs.command_line import main
from steepest_mirror.symbolic.errors import InputError

EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "diagnose"


def product(update, start=(0.9, 0.2, 0.4, 0.5), target=2.0, layers=(2, 2)):
    """f = sum_k (w_1k w_2k - target)^2/2, its weights a stack of two layers."""

    def loss(w):
        return float(np.sum((w[:2] * w[2:] - target) ** 2) / 2)

    def gradient(w):
        g = w[:2] * w[2:] - target
        return np.concatenate([g * w[2:], g * w[:2]])

    return from_numpy(start, loss, gradient, update=update, layers=layers)


@pytest.mark.parametrize("q", [1.0, 1.25, 1.5, 2.0])
def test_the_q_of_a_steepest_step_is_found_and_its_balance_kept(q):
    found = diagnose(product(lambda w, g, s: (w - 1e-4 * np.sign(g) * np.abs(g) ** (q - 1), s)), 800)
    assert found.q == q and found.cosines[q] == pytest.approx(1)
    assert found.balance_drift < (1e-12 if q == 1 else 2e-3)


def test_random_steps_follow_no_q():
    draw = np.random.default_rng(0)
    found = diagnose(product(lambda w, g, s: (w + 1e-4 * draw.standard_normal(4), s)), 200)
    assert found.q is None and "none" in str(found)


def test_saddle_by_hand():
    """At w = 0 with g = -2 the Hessian has blocks [[0, -2], [-2, 0]]: eigenvalues -2, -2, 2, 2, distance 0."""
    found = diagnose(product(lambda w, g, s: (w, s), start=(0, 0, 0, 0)), 5)
    assert found.saddle_distance == (0, 0) and found.spectrum.pairing == pytest.approx(0, abs=1e-6)
    assert (found.spectrum.least, found.spectrum.most) == pytest.approx((-2, 2), abs=1e-6)
    assert found.at == "a saddle, with eigenvalues in pairs" and found.q is None


def test_minimum_and_distance():
    """w = (2, 1; 1, 2) has x = 2 everywhere: no negative curvature; two smallest weights 1 and 2: distance sqrt 5."""
    found = diagnose(product(lambda w, g, s: (w, s), start=(2, 1, 1, 2)), 1)
    assert found.at == "no negative curvature to speak of"
    assert found.saddle_distance == pytest.approx((5**0.5, 5**0.5))
    assert found.spectrum.most == pytest.approx(5, rel=1e-5)  # |grad of w_1 w_2|^2


def test_lanczos_finds_both_ends_and_bounds_its_error():
    size = DENSE + 150
    rng = np.random.default_rng(2)
    basis = np.linalg.qr(rng.standard_normal((size, size)))[0]
    values = np.concatenate([[-0.3], np.abs(rng.standard_normal(size - 2)) * 1e-3, [2.0]])
    H = basis @ np.diag(values) @ basis.T
    found = extremes(lambda v: H @ v, size)
    assert not found.complete and found.error < 1e-6
    assert abs(found.least + 0.3) <= found.error + 1e-9 and abs(found.most - 2) <= found.error + 1e-9


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"start": (1, 2, np.nan, 1)}, "finite"),
        ({"layers": (3, 2)}, "L times k must be the 4 weights"),
        ({"layers": (1, 4)}, "at least two layers"),
        ({"target": np.inf}, "NaN or infinite"),
    ],
)
def test_bad_subjects(change, says):
    with pytest.raises(InputError, match=says), np.errstate(all="ignore"):
        product(lambda w, g, s: (w, s), **change)


def test_a_diverging_run_says_at_which_step():
    with pytest.raises(ArithmeticError, match="not finite after step"), np.errstate(all="ignore"):
        diagnose(product(lambda w, g, s: (w - 100 * g, s)), 50)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (None, "no such file"),
        ("x = 1", "has to set `subject`"),
        ("raise KeyError('a')", "raised KeyError"),
        ("import nothing_of_this_name", "raised ModuleNotFoundError"),
        ("raise SystemExit(0)", "ended the program"),
        ("raise ValueError('two' + chr(10) + 'lines')", "two lines"),
    ],
)
def test_bad_files(tmp_path, capsys, text, says):
    path = tmp_path / "model.py"
    if text is not None:
        path.write_text(text)
    assert main(["diagnose", str(path)]) == 2
    error = capsys.readouterr().err
    assert says in error and error.count("\n") == 1


def test_the_command(capsys):
    assert main(["diagnose", str(EXAMPLES / "numpy_model.py"), "--steps", "300", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["q"] == 1 and found["balance_drift"] < 1e-12 and found["version"] == 1


@pytest.mark.parametrize("library", ["jax", "torch"])
def test_examples_of_other_libraries(library):
    """In a process of its own: JAX and PyTorch bring threads that forking tests dislike."""
    pytest.importorskip("optax" if library == "jax" else library)
    command = [sys.executable, "-m", "steepest_mirror", "diagnose", str(EXAMPLES / f"{library}_model.py"), "--json"]
    run = subprocess.run([*command, "--steps", "200"], capture_output=True, text=True, check=True)
    found = json.loads(run.stdout)
    if library == "torch":
        assert found["q"] == 2 and found["pairing"] < 1e-3
        assert found["lambda_min"] == pytest.approx(-found["lambda_max"], rel=1e-3)
    else:
        assert found["loss"][1] < found["loss"][0] and found["balance_drift"] > 1e-6


def plain(gradient=lambda w: 2 * w, loss=lambda w: float(w @ w), start=(2.0, 1.0), update=None, product=None, **more):
    """f = |w|^2, by gradient steps, with what is to be wrong."""
    return from_numpy(start, loss, gradient, product, update=update or (lambda w, g, s: (w - 0.01 * g, s)), **more)


def test_a_slope_with_paired_eigenvalues_is_no_saddle():
    """f = w_1 w_2 at (5, 5): eigenvalues -1, 1, but the gradient is (5, 5); near 0, beside a loss of 1, it is one."""
    still = {"update": lambda w, g, s: (w, s), "layers": (2, 1)}
    there = plain(lambda w: w[::-1].copy(), lambda w: float(w[0] * w[1]), (5.0, 5.0), **still)
    found = diagnose(there, 2)
    assert found.spectrum.pairing == pytest.approx(0) and found.at.startswith("a slope")
    near = plain(lambda w: w[::-1].copy(), lambda w: float(1 + w[0] * w[1]), (0.01, 0.01), **still)
    assert diagnose(near, 2).at == "a saddle, with eigenvalues in pairs"


def test_a_slope_without_curvature():
    flat = plain(lambda w: np.array([1.0, 2.0]), lambda w: float(w @ [1, 2]), product=lambda w, v: 0 * v)
    assert diagnose(flat, 3).at == "a slope without curvature"


def test_no_q_is_named_where_none_can_be_told_from_another():
    """One weight, or entries of one size: every <g>^{q-1} has the same direction."""
    for start in ((2.0,), (1.0, -1.0, 1.0)):
        found = diagnose(plain(start=start), 20)
        assert found.q is None and found.cosines[2.0] == pytest.approx(1) and "too close to tell" in str(found)


def test_drift_of_a_balanced_start_is_against_the_weights():
    """w = (1, -1, 1, -1)/2 in two layers keeps its balance by symmetry; steps of one layer alone do not."""
    equal = {"start": (0.5, 0.25, 0.5, 0.25), "layers": (2, 2)}
    found = diagnose(plain(**equal), 30)
    assert found.q == 2 and found.balanced and found.balance_drift == 0
    assert "of the largest |w|^q (balanced at the start)" in str(found)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"gradient": lambda w: -3 * w[::-1]}, "gradient.*it gives the slope"),
        ({"gradient": lambda w: 2.3 * w}, "gradient.*it gives the slope"),
        ({"product": lambda w, v: np.array([v[1], -v[0]])}, "product.*it gives the slope"),
        ({"product": lambda w, v: 3 * v}, "product.*it gives the slope"),
        ({"loss": lambda w: {}["a"]}, "loss.*KeyError.*calling it raised this"),
    ],
)
def test_functions_that_do_not_fit_the_loss(change, says):
    with pytest.raises(InputError, match=says):
        plain(**change)


@pytest.mark.parametrize(
    ("update", "says"),
    [
        (lambda w, g, s: w, "return .weights, state."),
        (lambda w, g, s: None, "return .weights, state."),
        (lambda w, g, s: (w[:1], s), "return .weights, state., 2 weights"),
        (lambda w, g, s: [][0], "update.*IndexError"),
    ],
)
def test_an_update_that_is_none(update, says):
    with pytest.raises(InputError, match=says):
        diagnose(plain(update=update), 3)


def test_what_is_not_finite_at_the_end_is_said():
    def loss(w):
        return float(w @ w) if w[0] > 1.9 else float("nan")

    with pytest.raises(ArithmeticError, match="the loss is nan after 10 steps"):
        diagnose(plain(loss=loss), 10)
    with pytest.raises(ArithmeticError, match="Hessian product is not finite"):
        extremes(lambda v: v * np.nan, 2)


def test_the_error_of_a_dense_spectrum_is_how_far_it_is_from_symmetric():
    H = np.array([[1.0, 0.5], [0.0, 2.0]])
    assert extremes(lambda v: H @ v, 2).error == pytest.approx(0.5 / 2**0.5)
