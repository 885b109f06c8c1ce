"""The recurrences in C beside those in Python: the same series to the last bits, and no program reaches outside."""

from __future__ import annotations

import importlib.util
import random
import runpy
import shutil
import subprocess
import sysconfig
from array import array
from fractions import Fraction as F
from pathlib import Path

import pytest
from flint import arb, fmpz, fmpz_poly
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.flow.integrate import integrate
from steepest_mirror.numeric_checks.flow.problem import Decay, LeastSquares, Linear, Logistic, Problem, Quadratic
from steepest_mirror.numeric_checks.flow.smooth import compiled
from steepest_mirror.numeric_checks.flow.smooth.producer import Producer, Tape
from steepest_mirror.numeric_checks.flow.smooth.vector_field import Flow, TimeField
from steepest_mirror.numeric_checks.precision import bits

SOURCE = Path(compiled.__file__).with_name("recurrences.c")
BITS, ORDER = 216, 60
PRECISIONS = (216, 228, 229, 232)  # 16, 4, 61 and 58 bits beyond are kept


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory):
    """The extension: the one in use, else one made here."""
    if compiled.kernel is not None:
        return compiled.kernel
    if (cc := shutil.which("cc")) is None:
        pytest.skip("no C compiler")
    target = tmp_path_factory.mktemp("kernel") / "_recurrences.abi3.so"
    include = sysconfig.get_path("include")
    made = subprocess.run([cc, "-O1", "-fPIC", "-shared", f"-I{include}", str(SOURCE), "-o", str(target)])
    if made.returncode:
        pytest.skip("no C compiler that knows Python's headers")
    spec = importlib.util.spec_from_file_location("_recurrences", target)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def kernel(built, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(compiled, "kernel", built)
    return built


DATA = ((F(1), F(2)), (F(-1), F(1)), (F(1, 3), F(1)))
PAIR = ((F(1), F(1, 2)), (F(1), F(3, 2), F(2)))
WIDE = tuple((F(k + 1, 20), F(k + 2, 30)) for k in range(25))
PROBLEMS = {
    "linear": Problem(F(2), (PAIR[1],), Linear((F(-1),)), F(1)),
    "least squares": Problem(F(2), (PAIR[0], PAIR[0]), LeastSquares(DATA, (F(1), F(-2), F(3))), F(1)),
    "square roots": Problem(F(3, 2), (PAIR[1],), Quadratic((F(9),)), F(1)),
    "powers": Problem(F(5, 3), (PAIR[0], PAIR[0]), LeastSquares(DATA, (F(9), F(9), F(9))), F(1)),
    "logistic": Problem(F(2), (PAIR[0], PAIR[0]), Logistic(DATA, (1, -1, 1)), F(1)),
    "decay": Problem(F(2), (PAIR[1],), Quadratic((F(2),)), F(1), Decay(((F(0), (F(1), F(-1, 2))),))),
    "matrix": Problem(F(2), WIDE, LeastSquares((tuple(F(k % 5 - 2, 9) for k in range(25)),), (F(1),)), F(1)),
}


def recorded(problem: Problem, precision: int = BITS) -> tuple[Tape, list[arb]]:
    """Its tape and its state at the start."""
    flow = Flow(problem, problem.decay.pieces[0][1])
    signs = {name: -1 if name[0] == "gradient" else 1 for name in flow.names}
    start = flow.extend([arb(w.numerator) / w.denominator for row in problem.weights for w in row])
    return Tape(TimeField(flow, signs), precision), [v.mid() for v in start]


def furthest(found: list[fmpz_poly], exact: list[fmpz_poly], more: int) -> int:
    """The largest difference of two coefficients, in units of the first."""
    lines = zip(found, exact, strict=True)
    return max(abs(int(c)) for ours, theirs in lines for c in [0, *(ours - theirs // (fmpz(1) << more)).coeffs()])


@pytest.mark.parametrize("name", PROBLEMS)
@pytest.mark.parametrize("precision", PRECISIONS)
def test_both_give_the_same_series(kernel, name, precision):
    """Beside 100 bits more, C is off by no more units than Python."""
    with bits(precision + 100):
        more, start = recorded(PROBLEMS[name], precision + 100)
        exact = more.expand(arb(1) / 4, start, ORDER, 4) + list(more.supplied)
        tape, _ = recorded(PROBLEMS[name], precision)
        lost = furthest(tape.expand(arb(1) / 4, start, ORDER, 4) + list(tape.supplied), exact, 100)
        for _ in range(2):  # the second from the same memory
            found, known = tape.expand_compiled(arb(1) / 4, start, ORDER, 4)
            assert known == ORDER + 1 and any(row[ORDER // 2] != 0 for row in found)
            assert furthest(found + list(tape.supplied), exact, 100) <= max(2, lost)


def test_what_outgrows_its_room_is_told(kernel):
    """At scale 2^9 the coefficients of the solution grow beyond 2^57; those before are right."""
    with bits(BITS):
        tape, start = recorded(PROBLEMS["least squares"])
        rows = tape.expand(arb(0), start, ORDER, -9)
        found, known = tape.expand_compiled(arb(0), start, ORDER, -9)
        assert 2 < known <= ORDER
        for ours, theirs in zip(rows, found, strict=True):
            assert all(abs(ours[k] - theirs[k]) <= 2**20 + (abs(ours[k]) >> (BITS - 20)) for k in range(known))
        large = [v * arb(2) ** 60 for v in start]
        assert tape.expand_compiled(arb(0), large, ORDER, 0) is None
        assert tape.expand_compiled(arb(0), start, ORDER, 2**20) is None


def test_a_scale_is_found_from_what_was_known(kernel):
    with bits(BITS):
        problem = PROBLEMS["least squares"]
        producer = Producer(TimeField(Flow(problem, ()), {}), BITS, ORDER)
        producer.scale = -9
        start = [arb(w.numerator) / w.denominator for row in problem.weights for w in row]
        assert producer.propose(arb(0), [v.mid() for v in start], arb(1), 200).scale > -9
        assert producer.tape.compiled is not None


@pytest.mark.parametrize("name", ["square roots", "least squares"])
def test_both_certify(kernel, monkeypatch, name):
    problem = PROBLEMS[name]
    with_c = integrate(problem, 20).state(problem.until)
    monkeypatch.setattr(compiled, "kernel", None)
    without = integrate(problem, 20).state(problem.until)
    for a, b in zip(sum(with_c, ()), sum(without, ()), strict=True):
        assert a.overlaps(b) and max(a.rad(), b.rad()) < arb(10) ** -20


@given(st.integers(-(2**230), 2**230), st.integers(0, 57))
def test_limbs(value, drop):
    """sum_i l_i 2^{58 i} is the number, and every limb is short."""
    found = compiled.limbs(value, 5)
    assert sum(limb << (58 * i) for i, limb in enumerate(found)) == value
    assert all(-(2**57) <= limb < 2**57 for limb in found)
    assert compiled.joined([[limb] for limb in reversed(found)])[0] == fmpz(value)


def test_limbs_end():
    with pytest.raises(compiled.TooLarge):
        compiled.limbs(2**57, 1)


def test_a_row_is_rounded_down(kernel):
    for seed in range(50):
        draw = random.Random(seed)
        F_, drop = draw.randint(1, 5), draw.randint(0, 57)
        value = draw.randint(-(2 ** (58 * F_)), 2 ** (58 * F_))
        tape = kernel.prepare(F_, 1, 1, b"", b"", b"")
        assert kernel.run(tape, value.to_bytes(8 * F_ + 8, "little", signed=True), 0, 0, 1) == 1
        assert compiled.joined(kernel.row(tape, 0, 1, drop))[0] == value >> drop


def test_no_program_reaches_outside(kernel):
    """Random instructions, most of them senseless: refused, or followed to where a number outgrows its room."""
    followed = refused = 0
    for seed in range(300):
        draw = random.Random(seed)
        fraction, terms, series = draw.randint(1, 6), draw.randint(1, 40), draw.randint(1, 8)
        reach = series + (draw.random() < 0.1)
        code, operands = array("i"), array("i", [draw.randrange(reach) for _ in range(6)])
        for _ in range(draw.randint(0, 8)):
            operation = draw.randrange(len(compiled.Operation) + (draw.random() < 0.05))
            a, b, c = (draw.randrange(reach) for _ in range(3))
            x, y = draw.choice([(1, 1), (-1, 1), (1, 2), (0, 3), (draw.randint(-9000, 9000), draw.randint(-1, 5000))])
            if operation == compiled.Operation.TRANSFORM:
                a, b, c, x = draw.randint(0, 6), draw.randint(0, 6), draw.randint(-1, 30), draw.randint(-1, 3)
            code.extend((operation, draw.randrange(reach), a, b, c, x, y, 0))
        edges = [0, 0, 1, -1, 2**57 - 1, -(2**57)]
        numbers = lambda count: array("q", [draw.choice(edges) for _ in range(count)])  # noqa: B023, E731
        try:
            tape = kernel.prepare(fraction, terms, series, code, operands, numbers(60))
        except ValueError:
            refused += 1
            continue
        middle = draw.randint(1, terms)
        first = bytes(draw.choice((0, 0, 127, 255, 1)) for _ in range(7 * (fraction + 1) * series))
        reached = kernel.run(tape, first, draw.randint(-60, 60), 0, middle)
        assert 0 <= reached <= middle
        assert middle <= kernel.run(tape, b"", draw.randint(-60, 60), middle, terms) <= terms
        for s in range(series):
            assert len(kernel.row(tape, s, terms, draw.randint(0, 57))) == fraction + 1
        followed += 1
    assert followed > 50 and refused > 50


def test_what_is_handed_in_is_checked(kernel):
    tape = kernel.prepare(2, 5, 1, b"", b"", b"")
    first = bytes(20) + b"\1"
    for wrong in [
        (b"", 0, 0, 5),
        (bytes(25), 0, 0, 5),
        (first, 0, 0, 6),
        (first, 0, -1, 5),
        (first, 0, 3, 2),
        (first, 10**6, 0, 5),
    ]:
        with pytest.raises(ValueError):
            kernel.run(tape, *wrong)
    least, most = (sum(limb << 58 * i for i in range(3)) for limb in (-(2**57), 2**57 - 1))
    for value, size in [(most, 22), (most, 24), (least, 22), (least, 24), (-1, 22), (0, 1), (-1, 1)]:
        assert kernel.run(tape, value.to_bytes(size, "little", signed=True), 0, 0, 5) == 5
        assert compiled.joined(kernel.row(tape, 0, 1, 0))[0] == value
    for value, size in [(most + 1, 22), (most + 1, 24), (least - 1, 22), (-(2**175), 22), (2**189, 24)]:
        with pytest.raises(ValueError):
            kernel.run(tape, value.to_bytes(size, "little", signed=True), 0, 0, 5)
    for wrong in [(1, 5, 0), (-1, 5, 0), (0, 6, 0), (0, -1, 0), (0, 5, 58), (0, 5, -1)]:
        with pytest.raises(ValueError):
            kernel.row(tape, *wrong)
    for sizes in [(0, 5, 1), (200, 5, 1), (2, 0, 1), (2, 10**4, 1), (2, 5, 0), (2, 5, 2**25), (100, 8000, 2**20)]:
        with pytest.raises(ValueError):
            kernel.prepare(*sizes, b"", b"", b"")
    with pytest.raises(ValueError):
        kernel.run(object(), first, 0, 0, 5)


def test_python_alone_can_be_asked_for(kernel, monkeypatch):
    monkeypatch.setenv("STEEPEST_MIRROR_PURE", "1")
    assert runpy.run_path(compiled.__file__, run_name=f"{compiled.__package__}.again")["kernel"] is None
