"""What is printed as LaTeX and Markdown can be pasted: it parses strictly, compiles, and shows what the text shows."""

from __future__ import annotations

import importlib.util
import json
import re
import shlex
from html.parser import HTMLParser
from pathlib import Path

import pytest

from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.commands import judging, verify
from steepest_mirror.proofs.writing import markup

_spec = importlib.util.spec_from_file_location("latex_check", Path(__file__).parents[1] / "writing" / "latex_check.py")
assert _spec is not None and _spec.loader is not None
latex_check = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(latex_check)

COMMANDS = [
    "table1",
    "table1 --q symbolic 3/2 --depth symbolic 5 inf",
    "table2 --q 3/2 1 symbolic --depth 2 inf symbolic",
    "derive --q 3/2 --depth 3",
    "derive --q symbolic --depth symbolic --balance lam",
    "derive --q 2 --invariants 0,a,b",
    "derive --q 2 --reparameterization 'u**D - v**D' --set D=2 --start u=1,v=1/2",
    "derive --q 3/2 --reparameterization 'u**3 - v*u' --start u=1,v=1/2",
    "escape --weights 1,1,2 --scale 1e-6 --to 1/2 --gradient -1",
    "escape --weights -1,1 --to 1 --gradient -1 --q 2 3/2",
    "legendre --q 3/2 --depth 3",
    "legendre --q symbolic --depth symbolic",
    "decay --q 3/2 --weights 3/10,6/10 --gradient -1 --decay 1/2 --until 1 --digits 8 --samples 2",
    "conserved --reparameterization u*v;u*w",
    "verify --list",
]


def printed(capsys: pytest.CaptureFixture[str], command: str, form: str) -> str:
    assert main([*shlex.split(command), "--format", form]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_latex_is_strict_and_compiles(capsys, tmp_path, command):
    source = printed(capsys, command, "latex")
    assert latex_check.problems(source) == []
    assert latex_check.compiled(source, tmp_path) == ""
    assert r"\toprule" in source or r"\[" in source


@pytest.mark.parametrize(
    ("source", "fault"),
    [
        (r"$x_1", "dollars"),
        (r"\begin{tabular}{ll}" + "\n" + r"a & b & c \\" + "\n" + r"\end{tabular}", "3 cells for 2"),
        (r"L_{3/2}", "bare special"),
        (r"\frac{1}{2", "braces"),
        (r"\begin{cases} x", "not closed"),
        (r"\unheard of", "unknown command"),
        (r"\left( x", "left"),
        ("λ", "ASCII"),
    ],
)
def test_the_strict_reader_objects(source, fault):
    assert any(fault in problem for problem in latex_check.problems(source))


class Reader(HTMLParser):
    """The visible text of a page, and the tags in it."""

    def __init__(self) -> None:
        super().__init__()
        self.seen, self.tags = "", set()

    def handle_data(self, data: str) -> None:
        self.seen += data

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def rendered(source: str) -> Reader:
    markdown = pytest.importorskip("markdown")
    reader = Reader()
    reader.feed(markdown.markdown(source, extensions=["tables", "fenced_code"]))
    return reader


@pytest.mark.parametrize(
    "words", ["-<g>^{q-1} dt", "w_1*w_2*w_3 and x_i_j", "|w_i|^q - |w_j|^q", "a `b_c` d", "[x](y) # $2 ~ \\ q"]
)
def test_markdown_shows_the_words(words):
    seen = words.replace("`", "")
    assert rendered(markup.markdown_words(words)).seen.strip() == seen


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("-<g>^{q-1} dt", r"$-\langle g\rangle ^{q-1} \, dt$"),
        ("w_1*w_2 and R*", r"$w_{1}\cdot w_{2}$ and $R^{\ast }$"),
        ("|w_i|^q, int_0^t h", r"$\vert w_{i}\vert ^{q}$, $\int_{0}^{t} h$"),
        ("q*(L-1)/L <= 1 or not", r"$q\cdot (L-1)/L \le 1$ or not"),
        ("a `b_c` & <then> either|or", "a b_c & <then> either|or"),
    ],
)
def test_formulas_among_words_are_formulas_in_markdown(words, shown):
    table = rendered(markup.markdown(("head",), [(words,)]))
    assert shown in table.seen and not table.tags & {"em", "strong", "a", "g"}


def letters(words: str) -> str:
    """The letters and digits of words, or of Markdown in which formulas are LaTeX."""
    signs = r"\\(?:left|right|text|mathrm|operatorname|le|ge|ne|to|cdot|vert|langle|rangle|quad|penalty500)(?![a-z])"
    return "".join(re.findall("[A-Za-z0-9]", re.sub(signs, "", words).replace(r"\infty", "infinity")))


@pytest.mark.parametrize("command", COMMANDS)
def test_markdown_loses_nothing(capsys, command):
    source = printed(capsys, command, "markdown")
    page = rendered(re.sub(r"\$\$\n.*?\n\$\$|\$[^$\n]+\$", "FORMULA", source, flags=re.DOTALL))
    assert page.tags <= {"table", "thead", "tbody", "tr", "th", "td", "h2", "h3", "p", "ul", "li", "code", "pre"}


def test_a_verdict_in_markdown_keeps_every_word():
    outcome = judging.judge_all(["mirror-flow", "decay-bias"], judging.DIGITS, 1, fresh=False)
    rows = json.loads(verify.written(outcome, "json", steps=False))["claims"]
    assert [row["verdict"] for row in rows] == ["proved", "proved"]
    page = rendered(verify.written(outcome, "markdown", steps=False))
    seen = letters(page.seen)
    for row in rows:
        for words in (row["statement"], row["scope"], row["remark"], *row["hypotheses"]):
            assert letters(words) in seen, words
    assert page.tags <= {
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
        "h3",
        "p",
        "ul",
        "li",
        "code",
        "blockquote",
        "strong",
    }
