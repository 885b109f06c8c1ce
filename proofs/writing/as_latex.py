r"""A document as LaTeX: to be pasted, or the body of a report, where claims are links to their \label."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

from . import markup
from .blocks import Block, Display, Facts, Figure, Grid, Heading, Items, Part, Words, lines


def latex(blocks: Iterable[Block]) -> str:
    """LaTeX to be pasted; it says which packages it needs."""
    return "\n".join([markup.NEEDED, body(blocks), ""])


def body(blocks: Iterable[Block], ids: Collection[str] = ()) -> str:
    """The blocks alone; what `ids` names is linked."""
    parts, last = list[str](), None
    for block in blocks:
        if isinstance(block, Grid) and isinstance(last, Grid):  # two tables do not touch
            parts.append("\\bigskip\n\\noindent")
        parts.append(_block(block, ids))
        last = block
    return "\n".join(parts)


def _block(block: Block, ids: Collection[str]) -> str:
    def words(said: markup.Inline) -> str:
        return markup.latex_said(said, ids)

    match block:
        case Heading():
            return rf"\noindent {words(block.text)}{': ' + block.mark if block.mark else ''} \\"
        case Words():
            if not block.quoted:
                return words(block.text) + "\n"
            parts = re.sub(r"; (\(\d+\)|where) ", r"; \\\\ \1 ", words(block.text))
            return rf"\begin{{quote}}\raggedright {parts}\end{{quote}}"
        case Facts():
            rows = ((label, "; ".join(map(words, lines(said)))) for label, said in block.rows)
            return "\n".join(rf"\noindent {words(f'{a}: ') if a else ''}{b} \\" for a, b in rows) + "\n"
        case Items():
            if all(n == 0 for n, _ in block.rows):
                return "\n".join([r"\begin{itemize}", *(rf"\item {words(w)}" for _, w in block.rows), r"\end{itemize}"])
            deep = ((min(1.2 * n, 12), words(w)) for n, w in block.rows)
            return "\n".join(
                rf"{{\footnotesize\leftskip={n:.1f}em\rightskip=0pt plus 1fil\noindent {w}\par}}" for n, w in deep
            )
        case Display():
            return f"\\[\n  {broken(block.latex)}\n\\]"
        case Grid():
            return _long(block, ids) if block.long else markup.latex(block.head, block.rows, block.columns, ids)
        case Figure():
            told = rf"\caption{{{words(block.title)}. {words(block.caption)}}}" if block.caption else ""
            picture = rf"\includegraphics[width={'0.7' if told else ''}\linewidth]{{{block.name}.pdf}}"
            return rf"\begin{{figure}}[htbp]\centering{picture}{told}\end{{figure}}"
        case Part(kind="claim"):
            named = rf"\texttt{{{markup.latex_said(block.anchor)}}}"
            mark = rf" --- \textbf{{{words(block.mark.text)}}}" if block.mark else ""
            head = rf"\subsubsection*{{{words(block.title)}}}\label{{{block.anchor}}}" + f"\n{named}{mark}\n"
            return f"{head}\n{body(block.blocks, ids)}"
        case Part(kind="lemma"):
            return rf"\paragraph{{{words(block.title)}}}\label{{{block.anchor}}}" + body(block.blocks, ids)
        case Part(kind="proof"):
            return rf"\noindent {words(block.title)}" + f"\n\n{body(block.blocks, ids)}"
        case Part(kind="warning"):
            return rf"\subsection*{{{words(block.title)}}}" + f"\n{body(block.blocks, ids)}"
        case Part(kind="group"):
            return rf"\subsection{{{words(block.title)}}}" + f"\n{body(block.blocks, ids)}"
        case Part():
            return rf"\section{{{words(block.title)}}}" + f"\n{body(block.blocks, ids)}"


def broken(latex: str) -> str:
    """A formula in lines that fit: broken after its commas, then before a + or - outside every bracket."""
    lines = latex.split(r", \quad ")
    lines = [part + "," * (part is not lines[-1]) for part in lines] if markup.wide(latex) else [latex]
    found = [piece for line in lines for piece in (_summands(line) if markup.wide(line) else [line])]
    return found[0] if len(found) == 1 else r"\begin{gathered}" + r" \\ ".join(found) + r"\end{gathered}"


def _summands(latex: str) -> list[str]:
    """Lines as long as may be, each but the first beginning with its sign."""
    lines, depth = [""], 0
    for token in re.split(r"((?:\\left|\\right)?[{}()]| [+-] )", latex):
        depth += (token[-1:] in tuple("{(")) - (token[-1:] in tuple("})"))
        if depth == 0 and token in (" + ", " - "):
            lines.append("")
        lines[-1] += token
    whole = [lines[0]]
    for line in lines[1:]:
        if markup.wide(whole[-1] + line):
            whole.append(r"\quad {}" + line)
        else:
            whole[-1] += line
    return whole


def _long(grid: Grid, ids: Collection[str]) -> str:
    """A table that goes on over pages; its columns share the width as their widest words do, or as they say."""
    n = len(grid.head)
    wide = (1 - 0.027 * (n - 1)) / n  # what the spaces between the columns leave
    columns = grid.columns or rf"p{{{wide:.3f}\linewidth}}" * n
    ragged = columns.replace("p{", r">{\raggedright\arraybackslash}p{")
    begin, _, rest = markup.latex(grid.head, grid.rows, f"@{{}}{ragged}@{{}}", ids).partition("\n")
    rest = rest.replace(r"\midrule", r"\midrule \endhead", 1).replace(r"\end{tabular}", r"\end{longtable}")
    return "{\\footnotesize\n" + begin.replace("tabular", "longtable") + "\n" + rest + "}\n"
