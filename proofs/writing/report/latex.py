"""The report as a LaTeX document that compiles as it is (pdfLaTeX; booktabs for Table 1, which can be pasted
elsewhere)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import sympy as sp

from ....symbolic.writing.table1 import booktabs
from ....symbolic.writing.text_and_latex import latex as formula
from ....symbolic.writing.text_and_latex import words
from .. import document as blocks
from .. import layout, markup, numbering, verdicts
from ..markup import Tex
from ..pictures import PICTURES
from . import experiments, prose
from .content import DEPTHS, MAP, STEEPNESSES, Content, Entry, cell, general, table1

PREAMBLE = r"""\documentclass[10pt]{article}
\usepackage{amsmath,amssymb}
\usepackage[a4paper,margin=2.4cm]{geometry}
\usepackage{booktabs,longtable,array,graphicx}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt plus 2pt}
\setlength{\emergencystretch}{4em}
\newcommand{\provenstep}[3]{{\footnotesize\hangindent=#1\leftskip=#1 \textit{#2} #3\par}}
\title{Steepest Mirror: verification report}
\date{}
\begin{document}
\maketitle
"""


def document(content: Content, pictures: Sequence[str]) -> str:
    """The document; `pictures` are the names of the PDF files beside it."""
    written = PREAMBLE + "\n".join(_body(content, pictures)) + "\n\\end{document}\n"
    layout.plain_where_needed()
    return written.encode("ascii", "plain").decode("ascii")


def _body(content: Content, pictures: Sequence[str]) -> Iterator[str]:
    named = f"{numbering.AUTHORS}, \\emph{{{numbering.TITLE}}}, arXiv {numbering.ARXIV}"
    yield f"The paper: {named}. Statements of the paper are quoted as they are reported. {numbering.EXPLAINED}"
    if content.failing:
        yield r"\section{Not true as reported}" + "\n" + r"\begin{itemize}"
        for v in content.failing:
            title = f"{_words(v.title)} ({layout.latex_words(v.source)})"
            yield rf"\item {_link(v.id, content)}: {title}. {_words(v.remark)}"
        yield r"\end{itemize}"
    yield r"\section{Summary}"
    yield layout.latex_words(verdicts.sentence(content.verdicts))
    yield (
        r"\begin{longtable}{@{}l>{\raggedright\arraybackslash}p{0.15\linewidth}"
        r">{\raggedright\arraybackslash}p{0.41\linewidth}@{}}"
    )
    yield r"\toprule claim & verdict & title \\ \midrule \endhead"
    for v in content.verdicts:
        title = f"{_words(v.title)} ({layout.latex_words(v.source)})"
        yield rf"{_link(v.id, content)} & {layout.latex_words(verdicts.outcome(v))} & {title} \\"
    yield r"\bottomrule" + "\n" + r"\end{longtable}"
    yield r"\section{By number}" + "\n" + r"\begin{longtable}{@{}l>{\raggedright\arraybackslash}p{0.7\linewidth}@{}}"
    yield r"\toprule number & claims \\ \midrule \endhead"
    for number, ids in content.index():
        yield rf"{number} & {', '.join(_link(i, content) for i in ids)} \\"
    yield r"\bottomrule" + "\n" + r"\end{longtable}"
    paper, every = table1()
    yield r"\section{Table 1}"
    yield r"$L_e$ stands for $|x|^e$, $\log$ for $\log|x|$, up to a factor and a constant." + "\n"
    yield "\\begin{center}\n" + booktabs(paper) + "\n\\end{center}"
    yield (
        "For every $q$ and $L$, with $x > 0$:\n"
        + r"\begin{center}\begin{tabular}{lll}\toprule decay & $M(x)$ & exponent \\ \midrule"
    )
    for row in every:
        depth = r", $L \to \infty$" + (", $q < 2$" if row.exponent != 0 else "") if row.depth == sp.oo else ""
        yield rf"{row.decay}{depth} & $\displaystyle {formula(row.form)}$ & ${formula(row.exponent)}$ \\[6pt]"
    yield r"\bottomrule\end{tabular}\end{center}"
    yield from _legendre()
    yield from _figures(MAP, content, pictures)
    for title, entries in content.parts():
        yield rf"\section{{{title}}}"
        for entry in entries:
            yield from _claim(entry, content, pictures)
    if content.studies:
        yield r"\section{Experiments}"
        yield from map(_block, experiments.overview(content.studies))
        for study in content.studies:
            yield rf"\subsection*{{{layout.latex_words(study.title)}}}"
            yield from map(_block, experiments.blocks(study))
            if study.picture is not None:
                picture = experiments.file(study)
                yield rf"\begin{{center}}\includegraphics[width=\linewidth]{{{picture}.pdf}}\end{{center}}"
    if content.lemmas:
        yield r"\section{Lemmas cited}" + "\n" + r"\begin{description}"
        for lemma in content.lemmas:
            yield rf"\item[\texttt{{{lemma.name}}}] {_words(lemma.statement)} ({layout.latex_words(lemma.reference)})"
        yield r"\end{description}"
    yield r"\section{Provenance}" + "\n" + r"\begin{description}"
    for name, value in content.provenance:
        yield rf"\item[{layout.latex_words(name)}] {_breakable(value)}"
    yield r"\end{description}"


def _block(block: blocks.Block) -> str:
    """A block of a document; a table may go on over several pages."""
    if not isinstance(block, blocks.Grid):
        return blocks.latex([block])
    n = len(block.head)
    wide = (1 - 0.027 * (n - 1)) / n  # what the spaces between the columns leave
    column = rf">{{\raggedright\arraybackslash}}p{{{wide:.3f}\linewidth}}"
    begin, _, rest = markup.latex(block.head, block.rows, "@{}" + column * n + "@{}").partition("\n")
    rest = rest.replace(r"\midrule", r"\midrule \endhead", 1).replace(r"\end{tabular}", r"\end{longtable}")
    return "{\\footnotesize\n" + begin.replace("tabular", "longtable") + "\n" + rest + "}\n"


def _legendre() -> Iterator[str]:
    found = general()
    yield r"\section{Legendre map}"
    yield rf"Balanced, for every $q$ in $[1, 2]$ and integer $L \ge 2$, $m = {formula(found.m)}$."
    yield (
        r"\begin{longtable}{@{}l>{\raggedright\arraybackslash}p{0.2\linewidth}"
        r">{\raggedright\arraybackslash}p{0.52\linewidth}@{}}"
    )
    yield r"\toprule condition & holds & reason \\ \midrule \endhead"
    for c in found.conditions:
        holds = ("always" if c.holds else "never") if c.holds in (True, False) else f"iff ${formula(c.holds)}$"
        yield rf"{c.name} & {holds} & {_words(c.reason)} \\"
    yield r"\bottomrule" + "\n" + r"\end{longtable}"
    yield r"The exponent $m$; bold where $R'$ is not onto $\mathbb{R}$ and $x$ can blow up:"
    yield r"\begin{center}\renewcommand{\arraystretch}{1.3}\begin{tabular}{l" + "c" * len(DEPTHS) + r"}\toprule"
    yield "".join(f" & $L = {n}$" for n in DEPTHS) + r" \\ \midrule"
    for at in STEEPNESSES:
        cells = (cell(at, n) for n in DEPTHS)
        shown = (f"${found.m}$" if found["onto"].holds else rf"$\mathbf{{{found.m}}}$" for found in cells)
        yield f"$q = {at}$ & " + " & ".join(shown) + r" \\"
    yield r"\bottomrule\end{tabular}\end{center}"


def _claim(entry: Entry, content: Content, pictures: Sequence[str]) -> Iterator[str]:
    found = entry.verdict
    yield rf"\subsection*{{{_words(found.title)}}}\label{{{entry.id}}}"
    told = verdicts.outcome(found)
    yield rf"\texttt{{{entry.id}}} --- {layout.latex_words(found.source)} --- \textbf{{{layout.latex_words(told)}}}"
    yield f"\\begin{{quote}}\n{_mixed(*entry.statement())}\n\\end{{quote}}"
    labelled = [("Hypotheses", "; ".join(_mixed(*h) for h in entry.hypotheses())), ("Scope", _words(found.scope))]
    labelled += [("Witness", _words(str(found.witness or ""))), ("Remark", _words(found.remark))]
    labelled += [("Rests on or refers to", ", ".join(_link(name, content) for name in entry.names))]
    for label, told_ in labelled:
        if told_:
            yield rf"\textbf{{{label}.}} {told_}" + "\n"
    for e in found.evidence:
        outcome = "passed" if e.passed else r"\textbf{failed}"
        cites = f"; cites {', '.join(e.lemmas)}" if e.lemmas else ""
        yield (rf"\textbf{{Evidence}}, {e.grade}, {outcome}: {_words(e.detail)} ({e.seconds:.2f} s){cites}" + "\n")
    yield from _figures(entry.id, content, pictures)
    yield from (_step(step) for step in found.steps)


def _mixed(text: str, parts: Sequence[Any]) -> str:
    return prose.latex(prose.pieces(text), [_part(part) for part in parts])


def _part(part: Any) -> str:
    if isinstance(part, Tex):
        return f"${part.source}$"
    shown = sp.sympify(part)
    return words(shown) if shown in (sp.true, sp.false) else f"${formula(shown)}$"


def _figures(place: str, content: Content, pictures: Sequence[str]) -> Iterator[str]:
    for name in pictures:
        if content.pictures[name] == place:
            caption = f"{layout.latex_words(PICTURES[name].title)}. {_words(PICTURES[name].caption)}"
            yield rf"\begin{{figure}}[htbp]\centering\includegraphics{{{name}.pdf}}\caption{{{caption}}}\end{{figure}}"


def _step(step: Mapping[str, Any]) -> str:
    mark = "" if step["holds"] else r"\textbf{not established:} "
    lemma = f" [{layout.latex_words(step['lemma'])}]" if step["lemma"] else ""
    kind = layout.latex_words(step["kind"].replace("_", " "))
    sides = rf"\\ {_words(verdicts.shortened(step['checked']))}" if step["checked"] else ""
    return (
        rf"\provenstep{{{min(1.2 * step['level'], 12):.1f}em}}{{{kind}}}{{{mark}{_words(step['text'])}{lemma}{sides}}}"
    )


def _words(text: str) -> str:
    return prose.latex(prose.pieces(text))


def _link(name: str, content: Content) -> str:
    shown = rf"\texttt{{{name.replace('-', '-' + chr(92) + 'allowbreak ')}}}"
    return rf"\hyperref[{name}]{{{shown}}}" if name in content.ids else shown


def _breakable(value: str) -> str:
    """Words, the long ones (digests, commands) free to break."""
    words = (rf"\nolinkurl{{{word}}}" if len(word) > 30 else layout.latex_words(word) for word in value.split(" "))
    return " ".join(words)
