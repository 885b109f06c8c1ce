"""Every picture renders, to the same bytes, in ink that a page can recolour; what is plotted satisfies the field's
laws."""

from __future__ import annotations

import re
import subprocess
import sys
from fractions import Fraction as F
from math import asinh, pi
from xml.etree import ElementTree

import numpy as np
import pytest
from flint import arb

import steepest_mirror.proofs.writing.pictures
from steepest_mirror.numeric_checks.laws.residuals import gradient, product
from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.proofs.catalogue import FILES
from steepest_mirror.proofs.writing.pictures import PICTURES, draw
from steepest_mirror.symbolic.errors import InputError

pytest.importorskip("matplotlib")
from steepest_mirror.proofs.writing.pictures import (
    decay,
    escape,
    invariants,
    mirror_maps,
    plane,
    regularizers,
    style,
    trajectory,
)
from steepest_mirror.proofs.writing.pictures.runs import states


@pytest.mark.parametrize("name", PICTURES)
def test_renders_for_a_page(name):
    figure = draw(name)
    assert figure.get_size_inches()[0] == style.WIDTH
    element = style.inline(figure, name, "a title")
    root = ElementTree.fromstring(element)
    assert root.tag.endswith("svg") and root.get("aria-label") == "a title"
    ids = re.findall(r'\bid="([^"]*)"', element)
    assert len(ids) == len(set(ids)) and all(i.startswith(f"{name}-") for i in ids)
    assert set(re.findall(r'href="#([^"]*)"|url\(#([^)]*)\)', element)) <= {(i, "") for i in ids} | {
        ("", i) for i in ids
    }
    assert style.INK not in element and "currentColor" in element and "<style" not in element
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", element)


def test_a_drawing_is_the_same_in_every_process():
    code = """
import sys
from steepest_mirror.proofs.writing.pictures import draw, style
for form in ("svg", "pdf"):
    sys.stdout.buffer.write(style.written(draw("plane"), form))
"""
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout == b"".join(style.written(draw("plane"), form) for form in ("svg", "pdf"))


def test_pictures_illustrate_claims_that_exist():
    assert {c for picture in PICTURES.values() for c in picture.claims} <= set(FILES)


def test_without_matplotlib_one_line_names_the_remedy(monkeypatch):
    monkeypatch.setattr(steepest_mirror.proofs.writing.pictures, "find_spec", lambda name: None)
    with pytest.raises(InputError, match=r"pip install 'steepest-mirror\[pictures\]'") as refused:
        draw("plane")
    assert "\n" not in str(refused.value)


def test_a_wide_ball_is_not_drawn():
    with pytest.raises(ArithmeticError):
        style.value(arb(1, 0.1))
    with pytest.raises(ArithmeticError):
        style.value(arb.pos_inf())


@pytest.mark.parametrize("m", [F(3, 4), F(1), F(5, 4), F(7, 4)])
def test_level_lines_of_the_plane_satisfy_their_equation(m):
    for q, height in plane.points(m, 40):
        if height:
            depth = 1 / height
            assert q * (depth - 1) == m * depth


def test_what_holds_beside_the_line_m_1():
    assert plane.holding(F(1), 7) == ("onto", "bounded")
    assert plane.holding(F(3, 2), 3) == ("onto", "sign-preserving", "logarithmic")
    assert plane.holding(F(3, 2), 4) == ("sign-preserving", "blow-up")


def test_mirror_maps_and_potentials_against_elementary_forms():
    at = [F(1, 7), F(1), F(5, 2)]
    hyperbolic = mirror_maps.values(mirror_maps.Curve(F(2), 2, F(1)), at)
    for x, y, r in zip(at, *hyperbolic, strict=True):
        assert y == pytest.approx(asinh(2 * x) / 2, rel=1e-12)
        assert r == pytest.approx(x * asinh(2 * x) / 2 - ((4 * x * x + 1) ** 0.5 - 1) / 4, rel=1e-10)
    assert mirror_maps.ceiling(mirror_maps.Curve(F(2), 3, F(1))) == pytest.approx(pi / 2, rel=1e-14)
    assert mirror_maps.ceiling(mirror_maps.Curve(F(2), 3, F(0))) is None


@pytest.mark.parametrize("q", invariants.STEEPNESSES)
def test_flows_stay_on_invariant_curves(q):
    for start, target in invariants.RUNS:
        way = invariants.path(q, start, target, 20)
        levels = invariants.invariant(q, way[:, 0], way[:, 1])
        assert np.ptp(levels) < 1e-9
        assert np.ptp(invariants.invariant(q + F(1, 10), way[:, 0], way[:, 1])) > 1e-3 or q == 2


def test_crossings_of_trajectories_lie_on_the_escape_law():
    for q, depth in (*escape.CASES[:4], (F(3, 2), (F(1), F(2)))):
        for eps in (F(1, 10), F(1, 100)):
            crossing = escape.crossing(q, depth, eps)
            assert crossing == pytest.approx(escape.time(q, depth, eps), rel=2e-6)
            assert crossing != pytest.approx(escape.time(q - F(1, 50) if q > 1 else F(51, 50), depth, eps), rel=1e-4)


@pytest.mark.parametrize(("q", "depth"), escape.CASES)
def test_the_leading_term_leads(q, depth):
    gaps = [abs(escape.time(q, depth, F(1, 10**k)) / escape.leading(q, depth, 10.0**-k) - 1) for k in (3, 12)]
    assert gaps[1] < gaps[0] < 0.2


@pytest.mark.parametrize("kind", regularizers.KINDS)
@pytest.mark.parametrize("q", regularizers.ROWS)
def test_regularizers_touch_at_1_and_tend_to_their_limits(kind, q):
    step = F(1, 10**6)
    low, one, high = regularizers.curve(kind, q, 3, [1 - step, F(1), 1 + step])
    assert one == 0 and (high - low) / float(2 * step) == pytest.approx(1, rel=1e-6)
    at = [F(-3, 2), F(1, 10), F(2)]
    near, far = (np.array(regularizers.curve(kind, q, depth, at)) for depth in (50, 500))
    limit = np.array(regularizers.limit(kind, q, at))
    assert (abs(far - limit) < abs(near - limit) / 5).all() and np.allclose(far, limit, atol=0.02)


def test_the_trajectory_slides_on_zero_gradient_and_keeps_its_invariants():
    times, found, run = states(trajectory.RUN, 280)
    sliding = trajectory.slides(run, times[-1])
    assert len(sliding) == 3 and any(end < times[-1] for _, _, end in sliding)
    with bits(run.precision):
        for t, state in zip(times, found, strict=True):
            g = gradient(trajectory.RUN.objective, [product(row) for row in state])
            on = {k for k, begin, end in sliding if begin < t < end}
            off = {k for k, begin, end in sliding if begin <= t <= end}
            assert all(g[k - 1].contains(0) for k in on)
            assert all(not g[k - 1].contains(0) for k in {1, 2} - off)
        gaps = np.array([[float((abs(a) - abs(b)).mid()) for a, b in state] for state in found])
    assert np.ptp(gaps, axis=0).max() < 1e-12


def test_the_dual_variable_follows_its_linear_law():
    for q, depth in decay.CASES[1:]:
        run = decay.measured(q, depth)
        assert np.allclose(run.law, run.dual, rtol=2e-4)
        assert np.allclose(run.balance, run.balance[0] * np.exp(-float(q * decay.ALPHA) * run.times), rtol=1e-9)
    assert not np.allclose(decay.measured(F(2), 3).dual, decay.measured(F(3, 2), 3).dual, rtol=0.1)
