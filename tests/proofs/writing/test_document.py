"""Every block in every form: nothing swallowed, well-formed HTML, LaTeX that balances, text within its width."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.proofs.writing import document, markup
from steepest_mirror.proofs.writing.document import Display, Facts, Grid, Heading, Items, Words
from steepest_mirror.proofs.writing.markup import Tex

BLOCKS = [
    Heading("a_b", "proved", "green", name=True),
    Words("dw_i/dt = -<g>^{q-1} & 50% of x*y", depth=1),
    Words("R is even", quoted=True),
    Facts((("given", "q in [1, 2]"), ("", "L >= 2"), ("scope", "every x"))),
    Items(((0, "first"), (1, "and <then>"))),
    Display(r"R'(x) = \frac{x}{2}", "R'(x) = x/2"),
    Grid(("name", "m"), (("onto | not", Tex("m < 1")), ("b", "1")), "lp{3cm}", "a caption"),
]
SAID = ("proved", "<g>", "50", "R is even", "L >= 2", "first", "and <then>", "name", "onto")
ANYTHING = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=1, max_size=40)


def test_markdown_says_everything_with_escapes():
    shown = document.markdown(BLOCKS)
    assert (
        "### `a_b`: proved" in shown
        and r"$dw_{i}/dt = -\langle g\rangle ^{q-1}$ & 50% of $x\cdot y$" in shown
        and "- and &lt;then>" in shown
    )
    assert (
        "> $R$ is even" in shown
        and "- given: $q$ in" in shown
        and "$$\nR'(x) = \\frac{x}{2}\n$$" in shown
        and "| onto \\| not | $m < 1$ |" in shown
    )


def test_html_is_well_formed_and_says_everything():
    shown = document.html(BLOCKS)
    tree = html5lib.HTMLParser(strict=True).parseFragment(shown)
    words = "".join(tree.itertext())
    assert all(part in words for part in SAID) and "a caption" in words


def test_text_says_everything_within_eighty_columns(monkeypatch):
    long = Grid(("name", "reason"), (("onto", "because " * 40),))
    shown = document.text([*BLOCKS, long, Words("word " * 60), Facts((("given", "word " * 60),))])
    assert all(part in shown for part in SAID) and max(map(len, shown.splitlines())) <= 80
    assert "  given  q in [1, 2]\n           L >= 2\n  scope  every x" in shown


def test_a_wide_formula_goes_on_in_further_lines():
    """Broken at commas and before a sign outside brackets; without the marks of the lines it is as it was."""
    terms = [rf"\left(x + {n}\right)^{{\frac{{{n}}}{{7}} + 1}}" for n in range(10, 30)]
    given = "R(x) = " + " + ".join(terms) + r", \quad P(u) = x^q, \; u > 0"
    shown = document.latex([Display(given, "R")])
    begin, end = r"\begin{gathered}", r"\end{gathered}"
    lines = shown.split(begin)[1].split(end)[0].split(r" \\ ")
    assert len(lines) > 3 and all(line.startswith(r"\quad {} + \left(x") for line in lines[1:-1])
    assert " ".join(lines).replace(r"\quad {} +", "+") == given.replace(r", \quad", ",")
    short = r"R(x) = x, \quad u > 0"
    assert begin not in document.latex([Display(short, "R")])


def test_latex_says_everything_and_balances():
    shown = document.latex(BLOCKS)
    assert shown.startswith("% needs") and r"\begin{tabular}{lp{3cm}}" in shown and r"50\%" in shown
    assert shown.count(r"\begin{") == shown.count(r"\end{") and shown.count("{") == shown.count("}")


@pytest.mark.parametrize("form", document.WRITERS)
@given(words=ANYTHING)
def test_any_words_go_through(form, words):
    blocks = [
        Heading(words, words),
        Words(words),
        Facts(((words, words),)),
        Items(((0, words),)),
        Grid((words,), ((words,),)),
    ]
    shown = document.WRITERS[form](blocks)
    if form == "html":
        tree = html5lib.HTMLParser(strict=True).parseFragment(shown)
        assert "".join(tree.itertext()).count(words) >= 5
    else:
        assert shown


def test_columns_too_wide_together_are_wrapped_within_eighty():
    words = "start=saddle optimizer=sgd step=0.0001"
    head = ("setting", "quantity", "measured", "runs", "verdict")
    rows = tuple((words, words, "1.5619e-06 [9.2232e-07, 5.7627e-06]", words, words) for _ in range(2))
    shown = document.text([Grid(head, rows)])
    assert max(map(len, shown.splitlines())) <= 80
    said = [word for cells in (head, *rows) for cell in cells for word in cell.split()]
    assert {word for word in shown.split() if set(word) != {"-"}} == set(said) and shown.count("1.5619e-06") == 2


def test_a_wide_formula_among_words_may_go_on_on_the_next_line():
    """Its outer brackets do not hold it together; what stands in a fraction or an exponent stays as it is."""
    inner = r"\frac{q \left(L - 1\right)}{L}"
    wide = rf"A_{{k}} = \exp\left(-\int_0^t \alpha\,dt\right)^{{L \left(1 - q\right)}} R\left(x_{{k}} - {inner}\right)"
    found = markup.loose(wide)
    assert markup.loose(inner) == inner and rf"R(x_{{k}} - {inner})" in found
    assert r"^{L \left(1 - q\right)} \penalty500 R(" in found and found.count(r"\left") == found.count(r"\right") == 2
    assert markup.loose(rf"{wide} + \left|a_{{k}}\right|^{{q}}").endswith(r" + \left|a_{k}\right|^{q}")
