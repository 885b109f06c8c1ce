"""A document as a list of blocks, and a writer each for text, Markdown, LaTeX and HTML."""

from __future__ import annotations

from .as_html import html
from .as_latex import latex
from .as_markdown import markdown
from .as_text import text
from .blocks import Block, Display, Facts, Figure, Grid, Heading, Items, Mark, Mixed, Part, Words

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
    "Words",
    "html",
    "latex",
    "markdown",
    "text",
]
