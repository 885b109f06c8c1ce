r"""Tables and words as Markdown and as LaTeX that can be pasted: booktabs, formulas as formulas, nothing swallowed.

A cell is words, or `Tex` for a formula that is LaTeX already. Words keep their meaning: in Markdown a `<g>` stays
visible and `w_i` is not emphasised, in LaTeX the formulas among the words are set as formulas.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence

from . import layout
from .blocks import Cell, Inline, Mark, Tex, split
from .report import prose


def number(decimal: str) -> Tex:
    """A decimal such as 1.5e-9, inf or ? as a formula."""
    mantissa, mark, power = decimal.partition("e")
    scaled = mark and power and mantissa.strip("-0.")  # 0 to so many digits is 0
    shown = mantissa.replace("inf", r"\infty") + (rf" \cdot 10^{{{int(power)}}}" if scaled else "")
    return Tex(shown)


NEEDED = r"% needs \usepackage{amsmath,booktabs}"
_SPECIAL = re.compile(r"[\\`*_\[\]]|<(?=[A-Za-z/!?])|^>|&(?=#?\w+;)|[~$]", re.MULTILINE)
_ENTITY = {
    "<": "&lt;",
    ">": "&gt;",
    "&": "&amp;",
    "~": "&#126;",
    "$": "&#36;",
}  # not all take a backslash


def markdown_words(text: str) -> str:
    """Words that a reader of the rendered page sees as they are; `code` in backticks stays code."""
    parts = re.split(r"(`[^`\n]+`)", text)
    return "".join(part if i % 2 else _SPECIAL.sub(_escaped, part) for i, part in enumerate(parts))


def _escaped(match: re.Match[str]) -> str:
    return _ENTITY.get(match.group(), "\\" + match.group())


def markdown(head: Sequence[Cell], rows: Iterable[Sequence[Cell]]) -> str:
    """A Markdown table."""
    lines = [list(head), *(list(row) for row in rows)]
    shown = [[_markdown_cell(cell) for cell in line] for line in lines]
    shown.insert(1, ["---"] * len(head))
    return "".join("| " + " | ".join(line) + " |\n" for line in shown)


def markdown_said(said: Inline) -> str:
    """Words with their formulas between dollars."""
    if isinstance(said, Mark):
        return f"**{markdown_words(said.text)}**" if said.strong else markdown_words(said.text)
    words, formulas = split(said)
    shown = prose.markdown(prose.pieces(words), [_dollars(f.source) for f in formulas], markdown_words, _dollars)
    return shown.replace("$$", "$ $")  # two formulas are no display


def _dollars(formula: str) -> str:
    """A formula for Markdown: a bar would end a cell, a star or a _ after a space begin an emphasis."""
    shown = formula.replace(r"\|", r"\Vert ").replace("|", r"\vert ").replace("*", r"\ast ")
    return "$" + re.sub(" +_", "_", shown) + "$"


def _markdown_cell(cell: Cell) -> str:
    shown = _dollars(cell.source) if isinstance(cell, Tex) else markdown_said(cell)
    return shown.replace("\n", " ").replace("|", r"\|")


def latex_said(said: Inline, ids: Collection[str] = ()) -> str:
    """Words as LaTeX text, the formulas among them between dollars (ASCII); what `ids` names is linked."""
    if isinstance(said, Mark):
        return rf"\textbf{{{layout.latex_words(said.text)}}}" if said.strong else layout.latex_words(said.text)
    words, formulas = split(said)
    return prose.latex(prose.pieces(words, ids), [f"${loose(f.source)}$" for f in formulas], ids)


WIDEST = 90  # signs on a line of an article in ten points


def wide(formula: str, most: int = WIDEST) -> bool:
    """Whether a formula has more signs than `most`, those of a line."""
    signs = r"\\(?:left|right|frac)|\\[A-Za-z]+(?P<of>)|[{}\s]"
    return len(re.sub(signs, lambda m: "x" * (m["of"] is not None), formula)) > most


def loose(formula: str) -> str:
    """A formula among words; a wide one may go on on the next line inside its brackets, and between its factors."""
    if not wide(formula, WIDEST // 3):
        return formula
    found, depth = "", 0
    for token in re.split(r"(\\(?:left|right)(?=[()])|(?<!\\)[{}]|(?<![-+=<>]) (?![-+=<>]))", formula):
        depth += (token == "{") - (token == "}")
        if depth or token not in ("\\left", "\\right"):
            found += r" \penalty500 " if token == " " and not depth else token
    return found


def latex(head: Sequence[Cell], rows: Iterable[Sequence[Cell]], columns: str = "", ids: Collection[str] = ()) -> str:
    """A booktabs table; `columns` are its column types, left by default."""
    lines = [" & ".join(_latex_cell(cell, ids) for cell in line) + r" \\" for line in [head, *rows]]
    kinds = columns or "l" * len(head)
    begin, end = rf"\begin{{tabular}}{{{kinds}}}", r"\end{tabular}"
    return "\n".join([begin, r"\toprule", lines[0], r"\midrule", *lines[1:], r"\bottomrule", end, ""])


def _latex_cell(cell: Cell, ids: Collection[str]) -> str:
    return f"${cell.source}$" if isinstance(cell, Tex) else latex_said(cell, ids)
