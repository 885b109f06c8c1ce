"""plot: a picture by its name, into a file of the form that its ending says."""

from __future__ import annotations

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
        (["plane", "--output", "x.gif"], ".svg, .png or .pdf"),
        (["plane", "--output", "x"], ".svg, .png or .pdf"),
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
