"""plot: a picture by its name, into a file of the form that its ending says."""

from __future__ import annotations

import csv
import math
import re

import pytest

import steepest_mirror.proofs.writing.pictures
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.writing.pictures import PICTURES


@pytest.mark.parametrize(("ending", "magic"), [("svg", b"<?xml"), ("PNG", b"\x89PNG"), ("pdf", b"%PDF")])
def test_writes_a_picture(tmp_path, ending, magic):
    pytest.importorskip("matplotlib")
    file = tmp_path / f"picture.{ending}"
    assert main(["plot", "regularizers", "--output", str(file)]) == 0
    assert file.read_bytes().startswith(magic)
    assert list(tmp_path.iterdir()) == [file]


def test_lists_the_pictures(capsys):
    assert main(["plot"]) == 0
    out = capsys.readouterr().out
    assert all(f"{name}\n" in out for name in PICTURES)
    assert max(map(len, out.splitlines())) <= 80


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        (["plan", "--output", "x.svg"], "did you mean plane"),
        (["plane"], "--output"),
        (["plane", "--output", "x.gif"], ".svg, .png, .pdf or .csv"),
        (["plane", "--output", "x"], ".svg, .png, .pdf or .csv"),
        (["--output", "x.svg"], "name the picture"),
    ],
)
def test_wrong_arguments(argv, word, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["plot", *argv]) == 2
    err = capsys.readouterr().err
    assert word in err and err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


def test_without_matplotlib_one_line_names_the_remedy(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(steepest_mirror.proofs.writing.pictures, "find_spec", lambda name: None)
    assert main(["plot", "plane", "--output", str(tmp_path / "x.svg")]) == 2
    err = capsys.readouterr().err
    assert "pip install 'steepest-mirror[pictures]'" in err and err.count("\n") == 1
    assert list(tmp_path.iterdir()) == []


OPTIONS = [
    ("plane", ["--q", "3/2", "--depth", "3"]),
    ("mirror-maps", ["--invariants", "0,1/2,2", "--q", "1", "2"]),
    ("mirror-maps", ["--weights", "1,1/2", "--q", "3/2"]),
    ("mirror-maps", ["--depth", "4"]),
    ("invariants", ["--q", "1", "3/2", "2", "--weights", "1/2,1/10"]),
    ("escape", ["--q", "1", "--depth", "3"]),
    ("escape", ["--q", "3/2", "--weights", "1,2"]),
    ("regularizers", ["--q", "3/2", "--depth", "2", "5"]),
    ("decay", ["--q", "5/4", "--depth", "2"]),
]


def points(path) -> dict[tuple[str, str], list[tuple[float, float]]]:
    """The points of each curve of a CSV file, by panel and curve."""
    found: dict[tuple[str, str], list[tuple[float, float]]] = {}
    for row in csv.DictReader(path.open(encoding="utf-8")):
        found.setdefault((row["panel"], row["curve"]), []).append((float(row["x"]), float(row["y"])))
    return found


@pytest.mark.parametrize(("name", "argv"), OPTIONS, ids=[" ".join([n, *a]) for n, a in OPTIONS])
def test_another_setting_is_another_picture(tmp_path, name, argv):
    pytest.importorskip("matplotlib")
    plain, other = tmp_path / "a.csv", tmp_path / "b.csv"
    assert main(["plot", name, "--output", str(plain)]) == main(["plot", name, *argv, "--output", str(other)]) == 0
    assert points(plain) != points(other) and all(points(other).values())


def test_data_are_the_mirror_map(tmp_path):
    """q = 2, Lambda = (0, 1): R' = asinh(2x)/2, R = x R' - (sqrt(1 + 4x^2) - 1)/4, at every point of the file."""
    pytest.importorskip("matplotlib")
    file = tmp_path / "maps.csv"
    assert main(["plot", "mirror-maps", "--invariants", "0,1", "--q", "2", "--output", str(file)]) == 0
    found = points(file)
    (above,) = (v for (panel, curve), v in found.items() if panel == "R'(x)" and curve.startswith("q = 2"))
    curve = [p for p in above if p[0] > 0][:100]
    assert len(curve) == 100 and all(abs(y - math.asinh(2 * x) / 2) < 1e-10 for x, y in curve)


def test_data_of_the_regularizer(tmp_path):
    """Balanced, q = 3/2, L = 3: m = 1, decoupled M(x) - M(1) = |x| - 1; coupled (3/2)(|x|^{2/3} - 1)."""
    pytest.importorskip("matplotlib")
    file = tmp_path / "M.csv"
    assert main(["plot", "regularizers", "--q", "3/2", "--depth", "3", "--output", str(file)]) == 0
    found = points(file)
    decoupled, coupled = found["q = 3/2; decoupled", "L = 3"], found["q = 3/2; coupled", "L = 3"]
    assert max(abs(y - (abs(x) - 1)) for x, y in decoupled) < 1e-10
    assert max(abs(y - 1.5 * (abs(x) ** (2 / 3) - 1)) for x, y in coupled) < 1e-10


def test_width_and_size_of_type(tmp_path):
    pytest.importorskip("matplotlib")
    sizes = []
    for argv in ([], ["--width", "6.8"], ["--font-size", "16"]):
        assert main(["plot", "plane", *argv, "--output", str(tmp_path / "p.svg")]) == 0
        text = (tmp_path / "p.svg").read_text("utf-8")
        sizes.append((float(re.search(r'width="([\d.]+)pt"', text).group(1)), text))
    assert sizes[0][0] == pytest.approx(3.4 * 72) and sizes[1][0] == pytest.approx(6.8 * 72)
    assert sizes[2][0] == sizes[0][0] and sizes[2][1] != sizes[0][1]


@pytest.mark.parametrize(
    ("argv", "named"),
    [
        (["trajectory", "--q", "2"], "--q"),
        (["plane", "--weights", "1,1"], "--weights"),
        (["escape", "--invariants", "0,1"], "--invariants"),
        (["escape", "--weights", "1,-2"], "--weights"),
        (["escape", "--weights", "20,20"], "--weights"),
        (["escape", "--weights", "1,2", "--depth", "2"], "--depth"),
        (["plane", "--q", "3"], "--q"),
        (["plane", "--depth", "1"], "--depth"),
        (["plane", "--width", "100"], "--width"),
        (["plane", "--font-size", "1"], "--font-size"),
        (["mirror-maps", "--invariants", "0"], "--invariants"),
        (["mirror-maps", "--invariants", "0,1", "--depth", "2"], "--depth"),
        (["invariants", "--weights", "5,1"], "--weights"),
        (["escape", "--q", *(f"{100 + n}/100" for n in range(9))], "--q"),
    ],
)
def test_what_a_picture_does_not_take_is_one_line(argv, named, tmp_path, capsys):
    pytest.importorskip("matplotlib")
    assert main(["plot", *argv, "--output", str(tmp_path / "x.svg")]) == 2
    err = capsys.readouterr().err
    assert named in err and err.count("\n") == 1 and not list(tmp_path.iterdir())


def curves(file):
    """The points of each curve by its name, of all panels."""
    found = {}
    for line in file.read_text("utf-8").splitlines()[1:]:
        _, name, x, y = line.split(",")
        found.setdefault(name, []).append((float(x), float(y)))
    return found


def test_every_pair_of_q_and_depth_is_drawn_under_its_own_name(tmp_path):
    """T from w = (eps, eps) to x = 1/2: at q = 1 w moves at speed 1; at q = 2 dw/dt = w."""
    pytest.importorskip("matplotlib")
    file = tmp_path / "e.csv"
    assert main(["plot", "escape", "--q", "1", "3/2", "2", "--depth", "2", "3", "--output", str(file)]) == 0
    found = curves(file)
    assert set(found) == {f"q = {q}; L = {n}: m = {m}" for q, n, m in (
        ("1", 2, "1/2"), ("1", 3, "2/3"), ("3/2", 2, "3/4"), ("3/2", 3, "1"), ("2", 2, "1"), ("2", 3, "4/3")
    )}  # fmt: skip
    assert {len(points) for points in found.values()} == {3 + 2 * 51}
    for name, exact in (
        ("q = 1; L = 2: m = 1/2", lambda eps: 0.5**0.5 - eps),
        ("q = 2; L = 2: m = 1", lambda eps: math.log(0.5**0.5 / eps)),
        ("q = 2; L = 3: m = 4/3", lambda eps: 1 / eps - 2 ** (1 / 3)),
    ):
        assert all(y == pytest.approx(exact(x), rel=1e-5) for x, y in found[name][: 3 + 51])


@pytest.mark.parametrize(("name", "q", "depth"), [("decay", "1 3/2 2", "2 3"), ("mirror-maps", "1 3/2 2", "2 3 4")])
def test_no_picture_leaves_a_pair_out(name, q, depth, tmp_path):
    matplotlib = pytest.importorskip("matplotlib")
    assert matplotlib
    file = tmp_path / "p.csv"
    assert main(["plot", name, "--q", *q.split(), "--depth", *depth.split(), "--output", str(file)]) == 0
    assert len(curves(file)) == (len(q.split()) * len(depth.split()) if name == "mirror-maps" else 6)


def test_more_curves_than_can_be_told_apart_are_refused(tmp_path, capsys):
    pytest.importorskip("matplotlib")
    argv = ["escape", "--q", *(f"1{n}/10" for n in range(6)), "--depth", "2", "3", "4", "5", "6", "7"]
    assert main(["plot", *argv, "--output", str(tmp_path / "e.csv")]) == 2
    assert "36 pairs of q and depth" in capsys.readouterr().err


def test_a_limit_ends_a_picture(tmp_path, capsys):
    pytest.importorskip("matplotlib")
    argv = ["escape", "--q", "2", "--depth", "12", "--limit", "1/10", "--output", str(tmp_path / "e.csv")]
    assert main(["plot", *argv]) == 4
    assert "the time limit was reached" in capsys.readouterr().err and not list(tmp_path.iterdir())
