"""The report as Markdown, its pictures as SVG files beside it."""

from __future__ import annotations

from collections.abc import Sequence

from ....symbolic.writing.conditions import HEAD, stated
from ....symbolic.writing.table1 import grid
from ....symbolic.writing.text_and_latex import text
from .. import markup, numbering, verdicts
from ..document import markdown as document_of
from ..pictures import PICTURES
from . import experiments
from .content import DEPTHS, STEEPNESSES, Content, cell, general, table1


def document(content: Content, pictures: Sequence[str]) -> str:
    """The document; `pictures` are the names of the SVG files beside it."""
    paper, every = table1()
    found = general()
    forms = [
        [row.decay, str(row.depth).replace("oo", "infinity"), f"`{text(row.form)}`", f"`{row.exponent}`"]
        for row in every
    ]
    exponents = [[f"q = {at}", *(_cell(found_at) for found_at in (cell(at, n) for n in DEPTHS))] for at in STEEPNESSES]
    parts = [
        "# Steepest Mirror: verification report",
        f"The paper: {numbering.AUTHORS}, *{numbering.TITLE}*, arXiv {numbering.ARXIV}. Statements of the paper are"
        f" quoted as they are reported. {numbering.EXPLAINED}",
        *_failing(content),
        verdicts.sentence(content.verdicts),
        "## By number",
        markup.markdown(
            ("number", "claims"), [(number, ", ".join(f"`{i}`" for i in ids)) for number, ids in content.index()]
        ),
        "## Table 1",
        r"L\_e stands for |x|^e, log for log|x|, up to a factor and a constant.",
        markup.markdown(*grid(paper)),
        markup.markdown(("decay", "L", "M(x), x > 0", "exponent"), forms),
        "## Legendre map",
        f"Balanced, for every q in [1, 2] and integer L >= 2; m = {text(found.m)}.",
        markup.markdown(HEAD, [(c.name, stated(c.holds), c.reason) for c in found.conditions]),
        "The exponent m; bold where R' is not onto and x can blow up:",
        markup.markdown(("", *(f"L = {n}" for n in DEPTHS)), exponents),
        "## Claims",
        verdicts.markdown(content.verdicts),
    ]
    safe = markup.markdown_words
    if pictures:
        parts.append("## Pictures")
    parts += [
        f"![{PICTURES[name].title}]({name}.svg)\n\n**{PICTURES[name].title}.** {safe(PICTURES[name].caption)}"
        for name in pictures
    ]
    if content.studies:
        parts += ["## Experiments", document_of(experiments.overview(content.studies))]
    for study in content.studies:
        parts += [f"### {safe(study.title)}", document_of(experiments.blocks(study))]
        parts += [f"![{study.title}]({experiments.file(study)}.svg)"] if study.picture is not None else []
    if content.lemmas:
        parts += [
            "## Lemmas cited",
            "\n".join(
                f"- `{m.name}`: {markup.markdown_words(f'{m.statement} ({m.reference})')}" for m in content.lemmas
            ),
        ]
    parts += [
        "## Provenance",
        "\n".join(f"- {name}: {markup.markdown_words(value)}" for name, value in content.provenance),
    ]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _failing(content: Content) -> list[str]:
    """What does not hold as it is reported."""
    safe = markup.markdown_words
    lines = [f"- `{v.id}`: {safe(v.title)} ({safe(v.source)}). {safe(v.remark)}" for v in content.failing]
    return ["## Not true as reported", "\n".join(lines)] if lines else []


def _cell(found: object) -> str:
    m, onto = str(found.m), bool(found["onto"].holds)  # type: ignore[attr-defined, index]
    return m if onto else f"**{m}**"
