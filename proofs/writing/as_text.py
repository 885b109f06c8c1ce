"""A document for a terminal, within its width."""

from __future__ import annotations

from collections.abc import Iterable

from . import layout
from .blocks import (
    Block,
    Cell,
    Display,
    Facts,
    Figure,
    Grid,
    Heading,
    Inline,
    Items,
    Mark,
    Mixed,
    Part,
    Tex,
    Words,
    lines,
)
from .report.prose import FIRST


def text(blocks: Iterable[Block]) -> str:
    """For a terminal, within its width, an empty line on either side of a table."""
    shown: list[str] = []
    last: Block | None = None
    for block in blocks:
        if isinstance(last, Grid) or (last is not None and isinstance(block, Grid)):
            shown.append("")
        shown.append(_block(block))
        last = block
    return "\n".join(shown) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            mark = f": {layout.colour(block.mark, block.colour) if block.colour else block.mark}" if block.mark else ""
            return layout.colour(layout.wrapped(block.text, "  ", ""), "bold") + mark
        case Words():
            return layout.wrapped(_said(block.text), "  " * (block.depth + 2 * block.quoted))
        case Facts():
            wide = min(2 + max(len(label) for label, _ in block.rows), layout.width() // 2)
            return "\n".join(_labelled(label, "; ".join(map(_said, lines(said))), wide) for label, said in block.rows)
        case Items():
            deepest = layout.width() - 24  # so that some columns are left for the words
            indents = [(min(4 + 2 * n, deepest), _said(words)) for n, words in block.rows]
            return "\n".join(layout.wrapped(words, " " * (n + 2), " " * n) for n, words in indents)
        case Display():
            return "\n".join(map(_formula, block.text.split("\n")))
        case Grid():
            rows = ([_cell(c) for c in line] for line in block.rows)
            above = f"{layout.wrapped(block.caption)}\n" if block.caption else ""
            return above + layout.table(list(map(_cell, block.head)), rows, block.names).rstrip("\n")
        case Figure():
            return layout.wrapped(f"{block.title}. {_said(block.caption)}")
        case Part():
            mark = f": {block.mark.text}" if block.mark else ""
            return f"{block.title}{mark}\n" + text(block.blocks)


def _formula(line: str) -> str:
    """A line of a formula as it is; where it is too long it goes on deeper, broken at a space."""
    return f"  {line}" if len(line) + 2 <= layout.width() else layout.wrapped(line, "      ", "  ")


def _said(said: Inline) -> str:
    if not isinstance(said, Mixed):
        return said.text if isinstance(said, Mark) else said
    words = said.words
    for number, formula in enumerate(said.formulas):
        words = words.replace(chr(FIRST + number), formula.source)
    return words


def _cell(cell: Cell) -> str:
    return cell.source if isinstance(cell, Tex) else _said(cell)


def _labelled(label: str, words: str, wide: int) -> str:
    """A label of `wide` columns and words beside it, below where it is longer; without one two columns deeper."""
    start = " " * (wide + 2)
    if len(label) > wide - 2:
        return f"{layout.wrapped(label, '  ')}\n{layout.wrapped(words, start)}"
    return layout.wrapped(words, start, f"  {label:<{wide}}") if label else layout.wrapped(words, start + "  ")
