"""Coupled coordinates through many events: the same at three times the digits, by the weights themselves, and refused
where any number of a piece is changed."""

from __future__ import annotations

import random
from fractions import Fraction as F

import pytest
from flint import arb, fmpq

from steepest_mirror.numeric_checks import limits
from steepest_mirror.numeric_checks.flow.problem import LeastSquares, Problem, constant_decay
from steepest_mirror.numeric_checks.flow.sign import affine, block_walk, events
from steepest_mirror.numeric_checks.flow.sign.affine import Affine
from steepest_mirror.numeric_checks.flow.sign.block_walk import Block, Path
from steepest_mirror.numeric_checks.flow.sign.flow import run
from steepest_mirror.numeric_checks.flow.sign.gradient import blocks
from steepest_mirror.numeric_checks.flow.sign.piece import Piece
from steepest_mirror.numeric_checks.flow.trajectory import Trajectory
from steepest_mirror.numeric_checks.numbers import rational
from steepest_mirror.numeric_checks.precision import bits


def problem(seed: int, n: int, rows: int, depth: int, decay: F = F(0), until: F = F(1)) -> Problem:
    """Positive weights of six decimals, so that no two are alike."""
    r = random.Random(seed)
    A = tuple(tuple(F(r.randint(-1000, 1000), 1000) for _ in range(n)) for _ in range(rows))
    b = tuple(F(r.randint(-2000, 2000), 1000) for _ in range(rows))
    weights = tuple(tuple(F(r.randint(10**5, 10**6), 10**6) for _ in range(depth)) for _ in range(n))
    return Problem(F(1), weights, LeastSquares(A, b), until, constant_decay(decay))


def path_of(given: Problem) -> tuple[Affine, Path]:
    ((names, gradient),) = blocks(given.objective)
    start = [[rational(w) for w in row] for row in given.weights]
    decays = tuple((rational(t), tuple(rational(c) for c in poly)) for t, poly in given.decay.pieces)
    assert isinstance(gradient, Affine)
    return gradient, Block(gradient, names, start, decays, rational(given.until)).path()


def told(t: Trajectory) -> list[tuple[str, int | None, int | None]]:
    return [(e.kind, e.coordinate, e.index) for e in t.events]


@pytest.mark.parametrize("seed", range(4))
def test_where_the_search_begins_is_only_a_guess(seed, monkeypatch):
    given = problem(seed, 8, 5, 2)
    usual, draw = run(given, 12), random.Random(seed)
    monkeypatch.setattr(events, "_soon", lambda p, order: draw.random())
    other = run(given, 12)
    assert told(usual) == told(other) and len(usual.events) > 3
    assert all(a.time.overlaps(b.time) for a, b in zip(usual.events, other.events, strict=True))


@pytest.mark.parametrize("decay", [F(0), F(1, 4)])
@pytest.mark.parametrize("seed", range(10))
def test_the_same_at_three_times_the_digits(seed, decay):
    given = problem(seed, 8, 5, 2 + seed % 2, decay)
    coarse, fine = run(given, 12), run(given, 36)
    assert told(coarse) == told(fine) and coarse.status == fine.status and len(coarse.events) > 3
    for a, b in zip(coarse.events, fine.events, strict=True):
        assert a.time.overlaps(b.time) and a.time.rad() < 1e-12
    end, draw = fine.end.lower(), random.Random(seed)
    times = [rational(F(draw.random())) * end for _ in range(6)] + [e.time.mid() for e in fine.events[::3]]
    for t in times:
        if not t < end:
            continue
        for a, b in zip(coarse.state(t), fine.state(t), strict=True):
            assert all(v.overlaps(w) and v.rad() < 1e-10 for v, w in zip(a, b, strict=True))


@pytest.mark.parametrize("seed", range(8))
def test_gains_by_the_weights(seed):
    """Without decay w_i(t) = w_i(0) - sign(prod_{j != i} w_j) int_0^t s_k while no weight crosses 0."""
    given = problem(seed, 7, 4, 2)
    found = run(given, 15)
    crossed = {e.coordinate: e.time for e in reversed(found.events) if e.kind == "weight-zero"}
    seen = 0
    for part in (F(1, 5), F(1, 2), F(9, 10)):
        t = (found.end * rational(part)).mid()
        state, gains = found.state(t), found.gain(t)
        for k, (row, gain, start) in enumerate(zip(state, gains, given.weights, strict=True), 1):
            if k not in crossed or t < crossed[k]:
                seen += 1
                assert all((w + gain).overlaps(arb(rational(v))) for w, v in zip(row, start, strict=True))
                assert gain.rad() < 1e-12
    assert seen > 8


def test_radii_grow_less_from_exact_origins(monkeypatch):
    """The bits that the events of 30 coordinates cost, with exact origins and with the balls of the event times."""

    def lost() -> int:
        _, path = path_of(problem(1, 30, 10, 3))
        assert len(path.pieces) > 40
        for p in path.pieces:
            assert p.offset == 0 or p.begin.overlaps(p.clock.start + p.offset)
        return 400 + int(float((max(arb(v).rad() for v in path.pieces[-1].numbers).log() / arb.const_log2()).mid()))

    with bits(400):
        with_origins = lost()
        monkeypatch.setattr(Piece, "rebased", lambda self, *_: self)
        assert with_origins < 0.75 * lost()


SMALL = fmpq(1, 10**9)


@pytest.mark.parametrize("decay", [F(0), F(1, 4)])
def test_every_changed_number_of_an_origin_is_refused(decay, monkeypatch):
    """y_k + 10^-9 in any moving coordinate, or P (1 + 10^-9), after any of the first events."""
    given, kept = problem(4, 6, 4, 2, decay), Piece.rebased
    with bits(160):
        _, path = path_of(given)
        assert not path.reason
        tried = 0
        for event in range(1, 5):
            for k in [*path.pieces[event].moving, None]:
                count = 0

                def changed(self: Piece, before: Piece, v: object, event: int = event, k: int | None = k) -> Piece:
                    nonlocal count
                    count += 1
                    found = kept(self, before, v)
                    if count == event and k is None:
                        object.__setattr__(found, "P", found.P * (1 + SMALL))
                    elif count == event:
                        y = tuple(value + SMALL if j == k else value for j, value in enumerate(found.y))
                        object.__setattr__(found, "y", y)
                    return found

                monkeypatch.setattr(Piece, "rebased", changed)
                _, wrong = path_of(given)
                monkeypatch.setattr(Piece, "rebased", kept)
                assert "refused" in wrong.reason
                tried += 1
        assert tried > 12


@pytest.mark.parametrize("fewest", [1, 10**6])
def test_every_changed_position_is_refused(fewest, monkeypatch):
    """10^-9 more in any coefficient of any sliding x_k, on any piece of the path; by pivots and by balls."""
    monkeypatch.setattr(affine, "FEWEST", fewest)
    given, kept = problem(4, 6, 4, 2), Affine.balanced
    with bits(160):
        _, path = path_of(given)
        places = {(k, c) for piece in path.pieces for k in piece.sliding for c in range(3)}
        assert len(places) > 6
        for k, c in sorted(places):

            def changed(self: Affine, J: tuple[int, ...], x: object, k: int = k, c: int = c) -> object:
                found, g = kept(self, J, x)
                if k in J:
                    found[J.index(k), c] = found[J.index(k), c] + SMALL
                return found, g

            monkeypatch.setattr(Affine, "balanced", changed)
            _, wrong = path_of(given)
            monkeypatch.setattr(Affine, "balanced", kept)
            assert "refused" in wrong.reason or "undecided" in wrong.reason


def test_every_changed_gradient_is_refused(monkeypatch):
    """10^-9 more in any coefficient of any g_k that comes with a pivot, on any piece."""
    monkeypatch.setattr(affine, "FEWEST", 1)
    given, kept = problem(4, 6, 4, 2), Affine.balanced
    with bits(160):
        _, path = path_of(given)
        ended = {e.coordinate for e in path.events if e.kind in ("arrival", "gradient-zero")}
        assert len(ended) > 2
        tried = 0
        for k in range(6):
            for c in range(3):

                def changed(self: Affine, J: tuple[int, ...], x: object, k: int = k, c: int = c) -> object:
                    found, g = kept(self, J, x)
                    if k not in J and g is not None:
                        g[k, c] = g[k, c] + SMALL
                    return found, g

                monkeypatch.setattr(Affine, "balanced", changed)
                _, wrong = path_of(given)
                monkeypatch.setattr(Affine, "balanced", kept)
                same = len(wrong.events) == len(path.events) and all(
                    a.time.overlaps(b.time) for a, b in zip(wrong.events, path.events, strict=True)
                )
                assert same or "refused" in wrong.reason or "undecided" in wrong.reason
                tried += not same
        assert tried > 3


@pytest.mark.parametrize(
    ("stop", "how"), [(limits.LimitReached("over"), "limit"), (KeyboardInterrupt(), "interrupted")]
)
def test_nothing_is_left_to_check_where_a_path_is_cut_off(stop, how, monkeypatch):
    """Every piece is judged once, before the next one is searched: none after the limit, or Ctrl-C, came."""
    given, judged, over, seen = problem(4, 6, 4, 2), [], [], []

    def search(piece, horizon, same_size):
        seen.append(piece)
        if len(seen) == 4:
            over.append(True)
            raise stop
        return events.next_event(piece, horizon, same_size)

    def judge(piece, *others):
        assert not over
        judged.append(piece)

    monkeypatch.setattr(block_walk, "next_event", search)
    monkeypatch.setattr(block_walk, "fault", judge)
    with bits(160):
        _, path = path_of(given)
    assert path.how == how and list(path.pieces) == seen and judged == seen[:3] and path.end is seen[3].begin


def test_products_by_integers_and_by_balls_agree():
    gradient, _ = path_of(problem(2, 7, 5, 2))
    with bits(100):
        x = [arb(fmpq(k + 1, 7)) for k in range(7)]
        by_integers = gradient.value(x)
        gradient.__dict__["_integers"] = (None, 2**4000)
        by_balls = gradient.value(x)
        exact = [sum((gradient.H[k, j] * fmpq(j + 1, 7) for j in range(7)), -gradient.h[k, 0]) for k in range(7)]
        for a, b, c in zip(by_integers, by_balls, exact, strict=True):
            assert a.overlaps(arb(c)) and b.overlaps(arb(c)) and max(a.rad(), b.rad()) < 1e-25
