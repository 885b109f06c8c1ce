"""A document as HTML: what a notebook shows, and a page of its own with MathML, links and folded proofs."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from html import escape

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
    Part,
    Tex,
    Words,
    lines,
    split,
)
from .report import prose


def html(blocks: Iterable[Block]) -> str:
    """What a notebook shows."""
    return "".join(map(_Notebook().block, blocks))


def page(blocks: Iterable[Block], ids: Collection[str]) -> str:
    """The body of a page; what `ids` names is linked."""
    return "\n".join(map(_Page(ids).block, blocks))


class _Notebook:
    """Words as they are, formulas between dollars."""

    def said(self, said: Inline) -> str:
        """Words with their formulas."""
        if isinstance(said, Mark):
            return f'<span class="{said.kind}">{escape(said.text)}</span>' if said.kind else escape(said.text)
        words, formulas = split(said)
        shown = escape(words)
        for number, formula in enumerate(formulas):
            shown = shown.replace(chr(prose.FIRST + number), self.formula(formula))
        return shown

    def formula(self, formula: Tex) -> str:
        """One formula."""
        return f"${escape(formula.source)}$"

    def block(self, block: Block) -> str:
        """One block."""
        match block:
            case Heading():
                return f"<p><b>{escape(block.text)}{': ' + escape(block.mark) if block.mark else ''}</b></p>"
            case Words():
                tag = "blockquote" if block.quoted else "p"
                return f"<{tag}>{self.said(block.text)}</{tag}>"
            case Facts():
                rows = ((escape(label), "; ".join(map(self.said, lines(said)))) for label, said in block.rows)
                return f"<table>{_rows(rows)}</table>"
            case Items():
                shown = (f'<li style="margin-left:{n}em">{self.said(words)}</li>' for n, words in block.rows)
                return f"<ul>{''.join(shown)}</ul>"
            case Display():
                return f"<p>$\\displaystyle {escape(block.latex)}$</p>"
            case Grid():
                return self.table(block, "<table>", "")
            case Figure():
                return f"<figure>{block.source}<figcaption>{escape(block.title)}</figcaption></figure>"
            case Part():
                return f"<h3>{escape(block.title)}</h3>" + "".join(map(self.block, block.blocks))

    def table(self, grid: Grid, begin: str, end: str) -> str:
        """A table with its caption."""
        head = "".join(f"<th>{self.cell(cell)}</th>" for cell in grid.head)
        caption = f"<caption>{escape(grid.caption)}</caption>" if grid.caption else ""
        body = _rows([map(self.cell, row) for row in grid.rows])
        if not end:
            return f"{begin}{caption}<tr>{head}</tr>{body}</table>"
        return f"{begin}{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{end}"

    def cell(self, cell: Cell) -> str:
        """What stands in one cell."""
        return self.formula(cell) if isinstance(cell, Tex) else self.said(cell)


class _Page(_Notebook):
    """Words with formulas and links, formulas as MathML, claims and their proofs apart."""

    def __init__(self, ids: Collection[str]):
        self.ids = ids

    def said(self, said: Inline) -> str:
        if isinstance(said, Mark):
            return super().said(said)
        words, formulas = split(said)
        return prose.html(prose.pieces(words, self.ids), [self.formula(f) for f in formulas])

    def formula(self, formula: Tex) -> str:
        from .report import formulas

        return formulas.inline(formula.source)

    def cell(self, cell: Cell) -> str:
        from .report import formulas

        return formulas.mathml(cell.source, display=True) if isinstance(cell, Tex) else self.said(cell)

    def block(self, block: Block) -> str:
        match block:
            case Words(quoted=True):
                parts = re.sub(r";(</span>)? (\(\d+\)|where) ", r";\1<br>\2 ", self.said(block.text))
                return f'<div class="statement">{parts}</div>'
            case Facts():
                rows = (
                    (f"<dt>{escape(label)}</dt>" if label else "")
                    + "".join(f"<dd>{self.said(line)}</dd>" for line in lines(said))
                    for label, said in block.rows
                )
                return f"<dl>{''.join(rows)}</dl>"
            case Items():
                return self.nested(block.rows)
            case Grid():
                cases = any(isinstance(cell, Mark) and cell.strong for row in block.rows for cell in row)
                kind = "stack" if block.long else "map" if cases else ""
                return self.table(block, f'<div class="scroll"><table class="{kind}">', "</div>")
            case Figure():
                caption = f"<figcaption><b>{self.said(block.title)}.</b> {self.said(block.caption)}</figcaption>"
                return f'<figure id="figure-{block.name}">\n{block.source}\n{caption if block.caption else ""}</figure>'
            case Part():
                return self.part(block)
        return super().block(block)

    def part(self, part: Part) -> str:
        """Blocks under a title."""
        inner = "\n".join(map(self.block, part.blocks))
        title = self.said(part.title)
        match part.kind:
            case "section":
                return f'<section id="{part.anchor}">\n<h2>{title}</h2>\n{inner}\n</section>'
            case "warning":
                return f'<div class="failing"><h3>{title}</h3>\n{inner}</div>'
            case "claim":
                head = f'<div class="head"><h3>{title}</h3>{self.cell(part.mark) if part.mark else ""}</div>'
                named = f'<p class="source"><span class="id">{part.anchor}</span></p>'
                return f'<article id="{part.anchor}">\n{head}\n{named}\n{inner}\n</article>'
            case "lemma":
                return f'<div id="{part.anchor}"><span class="id">{part.anchor}</span>\n{inner}</div>'
            case "proof":
                return f"<details><summary>{title}</summary>\n{inner}</details>"
        anchor = f' id="{part.anchor}"' if part.anchor else ""
        return f'<h3 class="part"{anchor}>{title}</h3>\n{inner}'

    def nested(self, rows: Sequence[tuple[int, Inline]]) -> str:
        """Nested lists."""
        text, level = '<ul class="plain">', -1
        for depth, words in rows:
            if level >= 0:
                text += "<ul>" * (depth - level) if depth > level else "</li>" + "</ul></li>" * (level - depth)
            level = depth
            text += f"<li>{self.said(words)}"
        return text + "</li>" + "</ul></li>" * max(level, 0) + "</ul>"


def _rows(rows: Iterable[Iterable[str]]) -> str:
    return "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
