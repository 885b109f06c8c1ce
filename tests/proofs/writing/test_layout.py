"""Writing a result whole or not at all; tables; terminals that know only ASCII."""

from __future__ import annotations

import io
import os

import pytest

from steepest_mirror.proofs.writing import document, layout, markup
from steepest_mirror.symbolic.errors import InputError


def test_a_file_is_written_whole(tmp_path):
    path = tmp_path / "result.txt"
    path.write_text("old")
    layout.save(str(path), "Λ\n")
    assert path.read_text(encoding="utf-8") == "Λ\n"
    assert os.listdir(tmp_path) == ["result.txt"]


def test_a_failure_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "result.txt"
    path.write_text("old")
    with pytest.raises(InputError, match="--output"):
        layout.save(str(path), "begun \ud800")  # not encodable
    assert path.read_text() == "old" and os.listdir(tmp_path) == ["result.txt"]


@pytest.mark.parametrize("path", ["", ".", "missing/result.txt", "a\0b", "x" * 5000])
def test_a_path_that_cannot_be_written(tmp_path, monkeypatch, path):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(InputError, match="--output"):
        layout.save(path, "text")
    assert not os.listdir(tmp_path)


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    (tmp_path / "link.txt").symlink_to("real.txt")
    layout.save(str(tmp_path / "link.txt"), "new")
    assert (tmp_path / "link.txt").is_symlink() and (tmp_path / "real.txt").read_text() == "new"
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    layout.save(str(tmp_path / "pipe"), "through")
    assert os.read(reader, 100) == b"through" and (tmp_path / "pipe").is_fifo()
    os.close(reader)


def test_a_terminal_without_the_letter_gets_a_word():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii")
    layout.plain_where_needed(stream)
    stream.write("λ ≤ Λ × ü")
    stream.flush()
    assert raw.getvalue() == b"lambda <= Lambda x ?"


def test_no_line_of_a_folded_table_is_too_long():
    columns = [(f"column {i}", ["0." + "1" * 25, "2"]) for i in range(7)]
    text = document.text([document.columns([("t", ["0", "10"]), *columns])])
    assert max(map(len, text.splitlines())) <= 80
    assert all(text.count(name) == 1 for name, _ in columns)
    assert text.count("0." + "1" * 25) == 7


def terminal(monkeypatch, columns):
    stream = io.StringIO()
    stream.isatty = lambda: True
    monkeypatch.setattr("sys.stdout", stream)
    monkeypatch.setenv("COLUMNS", str(columns))


@pytest.mark.parametrize("digits", [20, 60, 100])
@pytest.mark.parametrize("columns", [0, 40, 50, 200])
def test_a_wide_table_goes_on_below_and_keeps_its_values_whole_where_it_is_no_terminal(monkeypatch, digits, columns):
    """Every cell stands in it once, each line with its name; only a value wider than the terminal is cut."""
    if columns:
        terminal(monkeypatch, columns)
    room = min(columns, 120) or 80
    head = ["q", "m", "T", "words of a law"]
    rows = [[f"{k}/9", f"{k}", f"{k}." + "7" * digits, "to be wrapped"] for k in range(3)]
    text = layout.table(head, rows)
    fits = digits + 8 <= room
    assert (max(map(len, text.splitlines())) <= room) == (fits or bool(columns))
    assert all((text.count(row[2]) == 1) == (fits or not columns) for row in rows)
    assert "".join(text.split()).count("7" * digits) == 3
    assert all(
        sum(line.split("  ")[0] == row[0] for line in text.splitlines()) == text.count("\nq") + 1 for row in rows
    )


def test_words_beside_long_labels_keep_half_a_narrow_terminal(monkeypatch):
    terminal(monkeypatch, 40)
    text = document.text([document.Facts((("a label of more than twenty", "[0, infinity) whole"), ("short", "yes")))])
    assert text.splitlines() == [
        "  a label of more than twenty",
        " " * 22 + "[0, infinity)",
        " " * 22 + "whole",
        "  short" + " " * 15 + "yes",
    ]


def test_words_keep_columns_however_deep_they_stand(monkeypatch):
    terminal(monkeypatch, 40)
    lines = document.text([document.Items(((0, "top"), (40, "twenty columns are a line")))]).splitlines()
    assert lines == ["    top", " " * 16 + "twenty columns are a", " " * 18 + "line"]


def test_a_message_is_one_line_and_on_a_terminal_wrapped(capsys, monkeypatch):
    layout.message("word " * 40)
    assert capsys.readouterr().err.count("\n") == 1
    monkeypatch.setattr("sys.stderr.isatty", lambda: True, raising=False)
    monkeypatch.setenv("COLUMNS", "50")
    layout.message("word " * 40)
    assert max(map(len, capsys.readouterr().err.splitlines())) <= 50


def test_latex_and_markdown_escape_their_own_signs():
    assert layout.latex_words(r"a_1 & 50% \ {x}") == r"a\_1 \& 50\% \textbackslash{} \{x\}"
    assert markup.markdown(("a|b",), [("|x|",)]).splitlines()[::2] == [r"| $a\vert b$ |", r"| $\vert x\vert $ |"]


def test_a_control_character_is_not_echoed():
    assert layout.printable("a\x1b[31m\nb", 100) == "a?[31m?b"


def test_a_table_breaks_no_sum_and_squeezes_no_last_column():
    """Where the last would be narrow it stands below; a line of which nothing is left there is left out."""
    sides = "L_{q/(L*q - L)}"
    text = layout.table(
        ("for", *"abc", "order"), [("q, L", sides, sides, sides, "a < b " * 9), ("", "", "", "", "more")]
    )
    assert text.count(sides) == 3 and text.count("a < b") + text.count("<\n") >= 9 and "\n\n\n" not in text
    assert max(map(len, text.splitlines())) <= 80 and "for " in text.split("\n\n")[1]
