r"""A document as a list of blocks, and a writer each for text, Markdown, LaTeX and HTML.

Who has something to say makes blocks; nobody else knows the forms. Words are escaped by the writers, formulas are
values: `Display` holds a formula as LaTeX and as text, a cell `Tex` is a formula.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias

from . import layout, markup
from .markup import Cell, Tex


@dataclass(frozen=True)
class Heading:
    """A heading; `mark` follows it after a colon, in a colour where there are colours; `name`: it is an ID."""

    text: str
    mark: str = ""
    colour: str = ""
    name: bool = False


@dataclass(frozen=True)
class Words:
    """A paragraph, how deep it stands in, and whether it is a statement that is talked about."""

    text: str
    depth: int = 0
    quoted: bool = False


@dataclass(frozen=True)
class Facts:
    """Labelled lines; a label may be empty, and then the line goes on with the one above."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Items:
    """Lines of a list, each with its depth from 0."""

    rows: tuple[tuple[int, str], ...]


@dataclass(frozen=True)
class Display:
    """A formula of its own, in LaTeX and in text."""

    latex: str
    text: str


@dataclass(frozen=True)
class Grid:
    """A table; `columns` are LaTeX column types, left by default; a notebook shows the caption."""

    head: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    columns: str = ""
    caption: str = ""


Block: TypeAlias = Heading | Words | Facts | Items | Display | Grid


def text(blocks: Iterable[Block]) -> str:
    """For a terminal, within its width."""
    return "\n".join(_text(block) for block in blocks) + "\n"


def _text(block: Block) -> str:
    match block:
        case Heading():
            mark = f": {layout.colour(block.mark, block.colour) if block.colour else block.mark}" if block.mark else ""
            return layout.colour(layout.wrapped(block.text, "  ", ""), "bold") + mark
        case Words():
            return layout.wrapped(block.text, "  " * (block.depth + 2 * block.quoted))
        case Facts():
            wide = 2 + max(len(label) for label, _ in block.rows)
            return "\n".join(_labelled(label, words, wide) for label, words in block.rows)
        case Items():
            return "\n".join(layout.wrapped(w, " " * (6 + 2 * n), " " * (4 + 2 * n)) for n, w in block.rows)
        case Display():
            return "\n".join("  " + line for line in block.text.split("\n"))
        case Grid():
            return _columns(block)


def _labelled(label: str, words: str, wide: int) -> str:
    """A label of `wide` columns and words beside it; without a label they stand two columns deeper."""
    start = " " * (wide + 2)
    return layout.wrapped(words, start, f"  {label:<{wide}}") if label else layout.wrapped(words, start + "  ")


def _columns(grid: Grid) -> str:
    """Columns two spaces apart; where they are too wide together the last one is wrapped."""
    lines = [[c.source if isinstance(c, Tex) else c for c in line] for line in (grid.head, *grid.rows)]
    wide = [max(len(line[i]) for line in lines) for i in range(len(grid.head))]
    if sum(wide) + 2 * len(wide) - 2 <= layout.width():
        return layout.table(lines[0], lines[1:]).rstrip("\n")
    last = sum(wide[:-1]) + 2 * len(wide) - 2
    shown = []
    for line in (lines[0], ["-" * n for n in (*wide[:-1], len(lines[0][-1]))], *lines[1:]):
        before = "".join(cell.ljust(n + 2) for cell, n in zip(line, wide[:-1], strict=False))
        shown.append(layout.wrapped(line[-1], " " * last, before))
    return "\n".join(shown)


def markdown(blocks: Iterable[Block]) -> str:
    """Markdown that swallows nothing."""
    return "\n\n".join(_markdown(block) for block in blocks) + "\n"


def _markdown(block: Block) -> str:
    safe = markup.markdown_words
    match block:
        case Heading():
            title = f"`{block.text}`" if block.name else safe(block.text)
            return f"### {title}" + (f": {block.mark}" if block.mark else "")
        case Words():
            return ("> " if block.quoted else "") + safe(block.text)
        case Facts():
            lines = (f"- {label}: {safe(words)}" if label else f"  - {safe(words)}" for label, words in block.rows)
            return "\n".join(lines)
        case Items():
            return "\n".join(f"{'  ' * n}- {safe(words)}" for n, words in block.rows)
        case Display():
            return f"$$\n{block.latex}\n$$\n\n```text\n{block.text}\n```"
        case Grid():
            return markup.markdown(block.head, block.rows).rstrip("\n")


def latex(blocks: Iterable[Block]) -> str:
    """LaTeX to be pasted; it says which packages it needs."""
    return "\n".join([markup.NEEDED, *(_latex(block) for block in blocks), ""])


def _latex(block: Block) -> str:
    words = markup.latex_words
    match block:
        case Heading():
            return rf"\noindent {words(block.text)}{': ' + block.mark if block.mark else ''} \\"
        case Words():
            return rf"\begin{{quote}}{words(block.text)}\end{{quote}}" if block.quoted else words(block.text) + "\n"
        case Facts():
            return "\n".join(rf"\noindent {words(f'{a}: {b}' if a else b)} \\" for a, b in block.rows) + "\n"
        case Items():
            return "\n".join([r"\begin{itemize}", *(rf"\item {words(w)}" for _, w in block.rows), r"\end{itemize}"])
        case Display():
            return f"\\[\n  {block.latex}\n\\]"
        case Grid():
            return markup.latex(block.head, block.rows, block.columns)


def html(blocks: Iterable[Block]) -> str:
    """What a notebook shows."""
    return "".join(_html(block) for block in blocks)


def _html(block: Block) -> str:
    match block:
        case Heading():
            return f"<p><b>{escape(block.text)}{': ' + escape(block.mark) if block.mark else ''}</b></p>"
        case Words():
            return f"<blockquote>{escape(block.text)}</blockquote>" if block.quoted else f"<p>{escape(block.text)}</p>"
        case Facts():
            return _rows(block.rows)
        case Items():
            return "<ul>" + "".join(f'<li style="margin-left:{n}em">{escape(w)}</li>' for n, w in block.rows) + "</ul>"
        case Display():
            return f"<p>$\\displaystyle {escape(block.latex)}$</p>"
        case Grid():
            head = "".join(f"<th>{_cell(cell)}</th>" for cell in block.head)
            caption = f"<caption>{escape(block.caption)}</caption>" if block.caption else ""
            return _rows(block.rows, f"{caption}<tr>{head}</tr>")


def _rows(rows: Sequence[Sequence[Cell]], head: str = "") -> str:
    body = "".join("<tr>" + "".join(f"<td>{_cell(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table>{head}{body}</table>"


def _cell(cell: Cell) -> str:
    return f"${escape(cell.source)}$" if isinstance(cell, Tex) else escape(cell)


WRITERS = {"text": text, "markdown": markdown, "latex": latex, "html": html}
