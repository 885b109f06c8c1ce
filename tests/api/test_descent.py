"""Trajectories as values: states against exact solutions, arrays, files, pickles, pictures."""

from __future__ import annotations

import csv
import io
import pickle
from fractions import Fraction

import numpy as np
import pytest
import sympy as sp
from mpmath import exp, mp, mpf, sqrt

import steepest_mirror as sm


@pytest.fixture(scope="module")
def run() -> sm.Trajectory:
    return sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3, digits=15)


def test_sliding_begins_where_x_reaches_its_target(run):
    """q = 1: both weights grow at speed 1, so (1 + t)(1/2 + t) = 2, t = (sqrt(33) - 3)/4."""
    (event,) = run.events
    with mp.workdps(30):
        assert abs(mpf(event.time.value) - (sqrt(mpf(33)) - 3) / 4) <= mpf(event.time.radius)
    assert event.kind == "arrival" and run.status == "finished"
    assert run.at("1/4").x[0].value == "0.9375"  # (5/4)(3/4)
    assert run.at(Fraction(1, 4)) == run.at("0.25")


def test_arrays_and_files_hold_the_states(run, tmp_path):
    assert run.t.shape == (11,) and run.x.shape == (11, 1) and run.w.shape == run.invariants.shape == (11, 1, 2)
    assert np.allclose(run.w.prod(axis=2), run.x) and np.allclose(run.invariants, [[[0.5, 0]]])
    run.to_npz(tmp_path / "run.npz")
    kept = np.load(tmp_path / "run.npz")
    assert (kept["w"] == run.w).all() and (kept["t"] == run.t).all()
    text = run.to_csv(tmp_path / "run.csv")
    assert (tmp_path / "run.csv").read_text() == text
    rows = [row for row in csv.DictReader(io.StringIO(text)) if not row["event"]]
    assert [float(r["w_1_2"]) for r in rows] == run.w[:, 0, 1].tolist()


def test_a_pickle_is_followed_again(run):
    again = pickle.loads(pickle.dumps(run))
    assert again == run and again.at("1").x == run.at("1").x and again.to_dict() == run.to_dict()


def test_measured_data_are_the_doubles_that_they_are():
    A, b = np.array([[1.0, 0.1], [0.25, 2.0]]), np.array([1.0, -1.0])
    measured = sm.integrate(q=1, weights=np.array([[1.0, 0.5], [0.5, 1.0]]), least_squares=(A, b), until="1/8")
    exact = [[Fraction(v) for v in row] for row in A.tolist()]
    weights = [["1", "1/2"], ["1/2", "1"]]
    assert measured.states == sm.integrate(q=1, weights=weights, least_squares=(exact, [1, -1]), until="1/8").states


def test_any_reparameterization_and_the_product_among_them():
    """q = 2, u^2 - v^2, g = -1: u' = 2u, v' = -2v, so u v is conserved and u = e^{2t}."""
    h = sm.Reparameterization("u**2 - v**2", q=2, start={"u": 1, "v": "1/2"})
    found = sm.integrate(reparameterization=h, gradient=-1, until="1/2", digits=20)
    with mp.workdps(30):
        last = found.states[-1]
        assert abs(mpf(last.weights[0][0].value) - exp(1)) <= mpf(last.radius)
    assert np.allclose(found.invariants, found.invariants[0]) and found.invariants.size
    uv = sm.Reparameterization("u*v", q=1, start={"u": 1, "v": "1/2"})
    assert (
        sm.integrate(reparameterization=uv, target=2, until=3, digits=15).states
        == sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3, digits=15).states
    )


def test_it_shows_itself(run):
    assert (
        "arrival" in run._repr_html_() and run._repr_html_().count("<tr>") == 2 + 12 + 12
    )  # events, states, invariants
    pytest.importorskip("matplotlib")
    above, below = run.plot().axes
    curve = above.lines[0]  # x_1 moves until it arrives and rests from then on, however few samples were asked for
    assert len(below.lines) == 2
    corner = float(run.events[0].time.value)
    assert corner in curve.get_xdata() and all(
        abs(x - 2) < 1e-9 for t, x in zip(*curve.get_data(), strict=True) if t >= corner
    )
    assert all(x < 2 for t, x in zip(*curve.get_data(), strict=True) if t < corner)


def test_the_expressions_of_an_orbit():
    """u^2 - v^2 at q = 2, u v = 1/2: u^2 + v^2 = sqrt(x^2 + 1), so R'' = 1/(4 sqrt(x^2 + 1)) and R' = asinh(x)/4."""
    h = sm.Reparameterization("u**2 - v**2", q=2, start={"u": 1, "v": "1/2"})
    assert h.mirror_map.sympy() == sp.asinh(sm.x) / 4
    assert sp.simplify(h.metric.sympy() - 1 / (4 * sp.sqrt(sm.x**2 + 1))) == 0
    assert sp.simplify(h.potential.sympy().diff(sm.x) - sp.asinh(sm.x) / 4) == 0
    assert abs(float(h.mirror_map.numpy()([-5.0])[0]) + float(h.mirror_map(x=5, digits=20))) < 1e-15
    with pytest.raises(sm.InputError, match="x > 0"):
        sm.Reparameterization("u**2 - v**2", q=2, start={"u": "1/2", "v": 1}).mirror_map.sympy()


def test_the_radius_is_an_array_too(tmp_path):
    run = sm.integrate(q=2, weights=[[1, 1]], gradient=-1, until=1, digits=15, samples=4)
    assert run.radius.shape == run.t.shape
    assert all(Fraction(float(r)) >= Fraction(s.radius) for r, s in zip(run.radius, run.states, strict=True))
    run.to_npz(tmp_path / "run.npz")
    with np.load(tmp_path / "run.npz") as kept:
        assert (kept["radius"] == run.radius).all()


def test_a_discrete_run_shows_itself_in_one_line():
    run = sm.descend(q=1, step="1/10", weights=[[1, "1/2"]], target=2, steps=3)
    assert repr(run) == "Descent(sign descent, eta = 1/10, 3 steps)"
