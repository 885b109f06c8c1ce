"""A document as Markdown that swallows nothing."""

from __future__ import annotations

from collections.abc import Iterable

from . import markup
from .blocks import Block, Display, Facts, Figure, Grid, Heading, Items, Part, Words, lines

LEVELS = {"section": "##", "warning": "##", "group": "##", "claim": "###"}


def markdown(blocks: Iterable[Block]) -> str:
    """Markdown that swallows nothing."""
    return "\n\n".join(map(_block, blocks)) + "\n"


def _block(block: Block) -> str:
    said = markup.markdown_said
    match block:
        case Heading():
            title = f"`{block.text}`" if block.name else said(block.text)
            return f"### {title}" + (f": {block.mark}" if block.mark else "")
        case Words():
            return ("> " if block.quoted else "") + said(block.text)
        case Facts():
            rows = ((label, "; ".join(map(said, lines(words)))) for label, words in block.rows)
            return "\n".join(f"- {label}: {words}" if label else f"  - {words}" for label, words in rows)
        case Items():
            return "\n".join(f"{'  ' * n}- {said(words)}" for n, words in block.rows)
        case Display():
            return f"$$\n{block.latex}\n$$\n\n```text\n{block.text}\n```"
        case Grid():
            return markup.markdown(block.head, block.rows).rstrip("\n")
        case Figure():
            told = f"\n\n**{said(block.title)}.** {said(block.caption)}" if block.caption else ""
            return f"![{block.title}]({block.name}.svg){told}"
        case Part(kind="proof"):
            return f"{block.title}: in the report as a page or as LaTeX, and by `verify --steps`."
        case Part(kind="lemma"):
            return f"`{block.anchor}`: {markdown(block.blocks)}".rstrip("\n")
        case Part():
            title = f"`{block.anchor}`: {block.mark.text}\n\n{said(block.title)}" if block.mark else said(block.title)
            return f"{LEVELS[block.kind]} {title}\n\n{markdown(block.blocks)}".rstrip("\n")
