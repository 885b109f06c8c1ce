"""report: exit codes, where it writes, and that a failure leaves the old report or none."""

from __future__ import annotations

import os

import pytest

import steepest_mirror.proofs.writing.pictures
import steepest_mirror.proofs.writing.report.html
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.commands import report

CLAIMS = ("--claim", "legendre", "--claim", "bregman-as-reported", "--jobs", "1")
ONE = CLAIMS[2:]  # refuted: no other process need replay a derivation


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return tmp_path_factory.mktemp("verdicts")


@pytest.fixture(autouse=True)
def no_pictures(monkeypatch, own_cache, kept):
    """Nor is a claim judged anew for each test: what is tested here is how verdicts are written."""
    monkeypatch.setattr(report, "drawn", lambda names, form, jobs: {})
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(kept))


@pytest.mark.parametrize("form", ["html", "latex", "markdown"])
def test_writes_one_document(tmp_path, form, capsys):
    folder = tmp_path / "new" / "folder"
    assert main(["report", "--output", str(folder), "--format", form, *CLAIMS]) == 0
    assert [p.name for p in folder.iterdir()] == [report.FORMS[form][0]]
    text = (folder / report.FORMS[form][0]).read_text()
    assert "bregman-as-reported" in text and "refuted" in text
    out, err = capsys.readouterr()
    assert out == "" and str(folder / report.FORMS[form][0]) in err


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
    assert main(["report", "--output", str(tmp_path), *ONE]) == (2 if fault == "replace" else 3)
    assert old.read_text() == "the old one"
    assert [p.name for p in tmp_path.iterdir() if p.is_file()] == ["report.html"]
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize("place", ["file", "file/below", "/proc/nowhere", "a\0b"])
def test_a_place_that_cannot_be_written(tmp_path, capsys, place):
    (tmp_path / "file").write_text("")
    path = place if place.startswith(("/", "a")) else str(tmp_path / place)
    assert main(["report", "--output", path, *ONE]) == 2
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
    assert main(["report", "--output", str(tmp_path), *ONE]) == 0
    assert "pip install 'steepest-mirror[pictures]'" in capsys.readouterr().err
    assert "<figure" not in (tmp_path / "report.html").read_text()


def trial(folder, *more: str) -> None:
    """A run of the experiment that needs no library, kept in `folder`."""
    main(["experiment", "trial", "--small", "--out", str(folder), *more])


@pytest.mark.parametrize("form", ["html", "latex", "markdown"])
def test_runs_that_are_kept_have_a_section(tmp_path, form, capsys):
    """Two runs: enough points for the share to be known, and too few; each finding stands in its table."""
    trial(tmp_path / "runs" / "many")
    trial(tmp_path / "runs" / "few", "--sweep", "points=4")
    place = ["report", "--output", str(tmp_path / "out"), "--format", form, "--experiments", str(tmp_path / "runs")]
    assert main([*place, *ONE]) == 0
    text = (tmp_path / "out" / report.FORMS[form][0]).read_text()
    section = text[text.rindex("Experiments") :]
    few, many = section.index("0 of 1 findings agree"), section.index("1 of 1 findings agree")
    assert few < section.index("disagree or not resolved:") < many
    assert section.index("pi/4") < many and "0.78" in section[many:]
    assert ("experiment-many" in section) and "20 rows" in section
    capsys.readouterr()


def test_one_run_is_a_section_too(tmp_path):
    trial(tmp_path / "run")
    assert main(["report", "--output", str(tmp_path), "--experiments", str(tmp_path / "run"), *ONE]) == 0
    assert 'id="experiment-run"' in (tmp_path / "report.html").read_text()


def test_a_report_without_runs_has_no_section(tmp_path):
    assert main(["report", "--output", str(tmp_path), *ONE]) == 0
    assert "Experiments" not in (tmp_path / "report.html").read_text()


@pytest.mark.parametrize(
    ("case", "told"),
    [("missing", "no run is kept there"), ("unknown", "no experiment has the name trail"), ("torn", "run.toml")],
)
def test_runs_that_cannot_be_read(tmp_path, case, told, capsys):
    place = tmp_path / "run"
    if case != "missing":
        trial(place)
        head = (place / "run.toml").read_text()
        (place / "run.toml").write_text(head.replace('"trial"', '"trail"') if case == "unknown" else head[:20] + '"')
    capsys.readouterr()
    assert main(["report", "--output", str(tmp_path / "out"), "--experiments", str(place), *ONE]) == 2
    out, err = capsys.readouterr()
    assert out == "" and err.count("\n") == 1 and told in err and not (tmp_path / "out").exists()


def test_ctrl_c_leaves_no_directory(tmp_path, monkeypatch, capsys):
    from steepest_mirror.proofs.running import pool

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(pool, "run", interrupted)
    assert main(["report", "--output", str(tmp_path / "a" / "b"), *ONE]) == 130
    assert not list(tmp_path.iterdir()) and "0 of 1 claim" in capsys.readouterr().err
