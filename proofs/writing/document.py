"""A document as a list of blocks, and a writer each for text, Markdown, LaTeX and HTML."""

from __future__ import annotations

from .as_html import html
from .as_latex import latex
from .as_markdown import markdown
from .as_text import text
from .blocks import Block, Display, Facts, Figure, Grid, Heading, Items, Mark, Mixed, Part, Words, columns

WRITERS = {"text": text, "markdown": markdown, "latex": latex, "html": html}
__all__ = [
    "WRITERS",
    "Block",
    "Display",
    "Facts",
    "Figure",
    "Grid",
    "Heading",
    "Items",
    "Mark",
    "Mixed",
    "Part",
    "Shown",
    "Words",
    "columns",
    "html",
    "latex",
    "markdown",
    "text",
]


class Shown:
    """A value that is shown as a document: as text where it is printed, in a notebook, in Markdown, in LaTeX."""

    def _document(self) -> list[Block]:
        raise NotImplementedError

    def _pasted(self) -> list[Block]:
        """The same with formulas as formulas."""
        return self._document()

    def __str__(self) -> str:
        return text(self._document()).rstrip("\n")

    def _repr_html_(self) -> str:
        return html(self._document())

    def to_markdown(self) -> str:
        """In Markdown."""
        return markdown(self._pasted())

    def to_latex(self) -> str:
        """For LaTeX, with a line that names the packages."""
        return latex(self._pasted())
