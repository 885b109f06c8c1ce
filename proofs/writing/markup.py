r"""Tables and words as Markdown and as LaTeX that can be pasted: booktabs, formulas as formulas, nothing swallowed.

A cell is words, or `Tex` for a formula that is LaTeX already. Words keep their meaning: in Markdown a `<g>` stays
visible and `w_i` is not emphasised, in LaTeX the formulas among the words are set as formulas.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from .report import prose


@dataclass(frozen=True)
class Tex:
    """A formula in LaTeX, without dollars."""

    source: str


Cell = str | Tex


def number(decimal: str) -> Tex:
    """A decimal such as 1.5e-9, inf or ? as a formula."""
    mantissa, mark, power = decimal.partition("e")
    shown = mantissa.replace("inf", r"\infty") + (rf" \cdot 10^{{{int(power)}}}" if mark and power else "")
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


def _markdown_cell(cell: Cell) -> str:
    if isinstance(cell, Tex):
        return "$" + cell.source.replace("|", r"\vert ") + "$"  # a bar would end the cell
    return markdown_words(cell.replace("\n", " ")).replace("|", "\\|")


def latex_words(text: str) -> str:
    """Words as LaTeX text, the formulas among them as formulas (ASCII)."""
    return prose.latex(prose.pieces(text))


def latex(head: Sequence[Cell], rows: Iterable[Sequence[Cell]], columns: str = "") -> str:
    """A booktabs table; `columns` are its column types, left by default."""
    lines = [" & ".join(map(_latex_cell, line)) + r" \\" for line in [head, *rows]]
    kinds = columns or "l" * len(head)
    begin, end = rf"\begin{{tabular}}{{{kinds}}}", r"\end{tabular}"
    return "\n".join([begin, r"\toprule", lines[0], r"\midrule", *lines[1:], r"\bottomrule", end, ""])


def _latex_cell(cell: Cell) -> str:
    return f"${cell.source}$" if isinstance(cell, Tex) else latex_words(cell)
