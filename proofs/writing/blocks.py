r"""A document is a list of blocks; who has something to say makes blocks, the writers know the forms.

Words are escaped by the writers. Formulas are values: `Tex` in a cell, `Display` on a line of its own, `Mixed` among
words, where a placeholder of `prose` keeps the place of each.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Tex:
    """A formula in LaTeX, without dollars."""

    source: str


@dataclass(frozen=True)
class Mixed:
    """Words with formulas at their placeholders."""

    words: str
    formulas: tuple[Tex, ...]


@dataclass(frozen=True)
class Mark:
    """Words as they are, no formula among them; `kind` is their class on a page (a verdict, a case)."""

    text: str
    kind: str = ""
    strong: bool = False


Inline: TypeAlias = str | Mixed | Mark
Cell: TypeAlias = Inline | Tex


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

    text: Inline
    depth: int = 0
    quoted: bool = False


@dataclass(frozen=True)
class Facts:
    """Labelled lines, or several lines under one label; a label may be empty, and then the line goes on with the one
    above."""

    rows: tuple[tuple[str, Inline | tuple[Inline, ...]], ...]


@dataclass(frozen=True)
class Items:
    """Lines of a list, each with its depth from 0."""

    rows: tuple[tuple[int, Inline], ...]


@dataclass(frozen=True)
class Display:
    """A formula of its own, in LaTeX and in text."""

    latex: str
    text: str


@dataclass(frozen=True)
class Grid:
    """A table; `columns` are LaTeX column types, left by default; a `long` one may go on over pages.

    The first columns, `names` of them, name a line.
    """

    head: Sequence[Cell]
    rows: Sequence[Sequence[Cell]]
    columns: str = ""
    caption: str = ""
    long: bool = False
    names: int = 1


def columns(named: Sequence[tuple[str, Sequence[str]]], caption: str = "") -> Grid:
    """A table of named columns."""
    return Grid([name for name, _ in named], list(zip(*(entries for _, entries in named), strict=True)), "", caption)


@dataclass(frozen=True)
class Figure:
    """A picture: the file of this name, or on a page the element `source`."""

    name: str
    title: str
    caption: Inline = ""
    source: str = ""


@dataclass(frozen=True)
class Part:
    """Blocks under a title; `kind`: section, group, warning, claim (with ID and mark), proof (folded), lemma."""

    kind: str
    title: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    mark: Mark | None = None


Block: TypeAlias = Heading | Words | Facts | Items | Display | Grid | Figure | Part


def lines(said: Inline | tuple[Inline, ...]) -> tuple[Inline, ...]:
    """What stands under one label of Facts."""
    return said if isinstance(said, tuple) else (said,)


def split(said: str | Mixed) -> tuple[str, tuple[Tex, ...]]:
    """The words with placeholders, and the formulas for them."""
    return (said.words, said.formulas) if isinstance(said, Mixed) else (said, ())
