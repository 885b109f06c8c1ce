"""report: exit codes, where it writes, and that a failure leaves the old report or none."""

from __future__ import annotations

import os

import pytest

import steepest_mirror.proofs.writing.pictures
import steepest_mirror.proofs.writing.report.html
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.commands import report

CLAIMS = ("--claim", "legendre", "--claim", "bregman-as-reported", "--jobs", "1")


@pytest.fixture(autouse=True)
def no_pictures(monkeypatch):
    monkeypatch.setattr(report, "drawn", lambda names, form, jobs: {})


@pytest.mark.parametrize("form", ["html", "latex", "markdown"])
def test_writes_one_document(tmp_path, form, capsys):
    folder = tmp_path / "new" / "folder"
    assert main(["report", "--output", str(folder), "--format", form, *CLAIMS]) == 0
    assert [p.name for p in folder.iterdir()] == [report.FORMS[form][0]]
    text = (folder / report.FORMS[form][0]).read_text()
    assert "bregman-as-reported" in text and "refuted" in text
    out, err = capsys.readouterr()
    assert out == "" and str(folder / report.FORMS[form][0]) in err


def test_a_second_report_takes_the_kept_verdicts(tmp_path, capsys):
    main(["report", "--output", str(tmp_path), *CLAIMS])
    capsys.readouterr()
    assert main(["report", "--output", str(tmp_path), *CLAIMS]) == 0
    assert "2 of 2 verdicts were kept" in capsys.readouterr().err


@pytest.mark.parametrize("fault", ["replace", "page"])
def test_a_failure_leaves_the_old_report(tmp_path, monkeypatch, capsys, fault):
    old = tmp_path / "report.html"
    old.write_text("the old one")

    def fail(*args: object) -> None:
        raise OSError(28, "No space left on device") if fault == "replace" else ZeroDivisionError("in the writer")

    if fault == "replace":
        monkeypatch.setattr(os, "replace", fail)
    else:
        monkeypatch.setattr(steepest_mirror.proofs.writing.report.html, "page", fail)
    assert main(["report", "--output", str(tmp_path), *CLAIMS]) == (2 if fault == "replace" else 3)
    assert old.read_text() == "the old one"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["report.html"]
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nowhere", "a\0b"])
def test_a_place_that_cannot_be_written(tmp_path, capsys, place):
    (tmp_path / "file").write_text("")
    path = place if place.startswith(("/", "a")) else str(tmp_path / place)
    assert main(["report", "--output", path, *CLAIMS]) == 2
    err = capsys.readouterr().err
    assert err.startswith("steepest-mirror: --output: ") and err.count("\n") == 1


@pytest.mark.parametrize(
    ("argv", "word"),
    [
        ([], "--output"),
        (["--output", "x", "--claim", "metrik"], "metric"),
        (["--output", "x", "--format", "pdf"], "--format"),
    ],
)
def test_wrong_arguments(argv, word, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["report", *argv]) == 2
    assert word in capsys.readouterr().err
    assert list(tmp_path.glob("x/*")) == []


def test_without_matplotlib_there_are_no_pictures(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(steepest_mirror.proofs.writing.pictures, "find_spec", lambda name: None)
    assert main(["report", "--output", str(tmp_path), *CLAIMS]) == 0
    assert "pip install 'steepest-mirror[pictures]'" in capsys.readouterr().err
    assert "<figure" not in (tmp_path / "report.html").read_text()
