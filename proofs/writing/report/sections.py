"""The report as blocks: what fails as reported, the numbers of the paper, Table 1, the Legendre map, every claim."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import sympy as sp

from ....symbolic.product.table1 import Row
from ....symbolic.writing.conditions import HEAD
from ....symbolic.writing.table1 import grid
from ....symbolic.writing.text_and_latex import latex
from .. import numbering, verdicts
from ..blocks import Block, Cell, Facts, Figure, Grid, Items, Mark, Part, Tex, Words
from ..pictures import PICTURES
from ..statements import with_parts
from . import experiments
from .content import DEPTHS, MAP, STEEPNESSES, Content, Entry, cell, general, table1

TITLE = "Steepest Mirror: verification report"
ABOUT = (
    Words(
        "Reparameterized steepest descent with respect to L_p on x = w_1 w_2 ... w_L, read as mirror flow: every"
        " statement with its verdict, proof and evidence. 1/p + 1/q = 1, q in [1, 2]."
    ),
    Words(
        Mark(
            f"The paper: {numbering.AUTHORS}, {numbering.TITLE}, arXiv {numbering.ARXIV}. Statements of the paper are"
            f" quoted as they are reported. {numbering.EXPLAINED}"
        )
    ),
)
MEANINGS = (
    "proved: derived, the whole stated scope. refuted: a counterexample that is itself proven. argued: an argument"
    " whose inference is not checked, never counted as proved. answered: a reviewer's question, answered by the claims"
    " that it lists. supported: only finitely many points were checked. undecided: none of these. vacuous: nothing"
    " satisfies the hypotheses."
)
ON_TRUST = "Nothing else is taken on trust. Each hypothesis of a lemma is a checked step wherever it is cited."


def sections(content: Content, pictures: Mapping[str, str]) -> list[Part]:
    """The sections of the report; `pictures` are SVG elements, or nothing for files beside it, by name."""
    parts = [
        Part("section", "Summary", tuple(_summary(content)), "summary"),
        Part("section", "By number", (Words(Mark(numbering.EXPLAINED)), _index(content)), "index"),
        Part("section", "Table 1", tuple(_table_1()), "table-1"),
        Part("section", "Legendre map", (*_legendre(), *_figures(MAP, content, pictures)), "legendre-map"),
        Part("section", "Claims", tuple(_claims(content, pictures)), "claims"),
    ]
    if content.studies:
        parts.append(Part("section", "Experiments", tuple(_experiments(content, pictures)), "experiments"))
    lemmas = tuple(Part("lemma", m.name, (Words(f"{m.statement} ({m.reference})"),), m.name) for m in content.lemmas)
    parts.append(
        Part("section", "Lemmas cited", (Words(ON_TRUST if lemmas else "No lemma is cited."), *lemmas), "lemmas")
    )
    return [
        *parts,
        Part(
            "section",
            "Provenance",
            (Facts(tuple((name, Mark(value)) for name, value in content.provenance)),),
            "provenance",
        ),
    ]


def _summary(content: Content) -> Iterator[Block]:
    if content.failing:
        lines = tuple((0, f"`{v.id}`: {v.title} ({v.source}). {v.remark}") for v in content.failing)
        yield Part("warning", "Not true as reported or proposed", (Items(lines),))
    yield Words(verdicts.sentence(content.verdicts))
    yield Words(MEANINGS)
    rows = [
        (f"`{e.id}`", verdicts.marked(e.verdict), f"{e.verdict.title} ({e.verdict.source})")
        for _, entries in content.parts()
        for e in entries
    ]
    columns = r"p{0.24\linewidth}p{0.15\linewidth}p{0.52\linewidth}"
    yield Grid(("claim", "verdict", "title"), rows, columns, long=True)


def _index(content: Content) -> Grid:
    verdict_of = {v.id: v.verdict for v in content.verdicts}
    rows = [(Mark(number), "; ".join(f"`{i}`: {verdict_of[i]}" for i in ids)) for number, ids in content.index()]
    return Grid(("number", "claims"), rows, r"p{0.25\linewidth}p{0.68\linewidth}", long=True)


def _table_1() -> Iterator[Block]:
    paper, every = table1()
    head, body = grid(paper)
    yield Words(
        "The regularizer that weight decay induces on the balanced manifold, derived: L_e stands for |x|^e, log for"
        " log|x|, up to a factor and a constant."
    )
    rows: list[tuple[Cell, ...]] = [(line[0], *map(_norm, line[1:])) for line in body]
    yield Grid(head, rows, "l" + "c" * (len(head) - 1))
    forms = [(_which(row), Tex(latex(row.form)), Tex(latex(row.exponent))) for row in every]
    yield Words("For every q and L, with x > 0:")
    yield Grid(("decay", "M(x)", "exponent"), forms)


def _norm(name: str) -> Tex:
    """L1, L_{3/2} or log as a formula."""
    return Tex(r"\log") if name == "log" else Tex(f"L_{{{name.removeprefix('L').strip('_{}')}}}")


def _which(row: Row) -> str:
    if row.depth != sp.oo:
        return row.decay
    return f"{row.decay}, L -> infinity" + (", q < 2" if row.exponent != 0 else "")


def _legendre() -> Iterator[Block]:
    found = general()
    yield Words(
        "Balanced, for every q in [1, 2] and integer L >= 2, with the metric exponent m = q (L - 1)/L. Each condition"
        " is judged on its own."
    )
    rows = [(Mark(c.name), _holds(c.holds), c.reason) for c in found.conditions]
    yield Grid(HEAD, rows, r"p{0.22\linewidth}p{0.2\linewidth}p{0.5\linewidth}", long=True)
    yield Words("The exponent m; marked where R' is not onto the reals and x can blow up:")
    lines: list[tuple[Cell, ...]] = [(f"q = {q}", *(_exponent(cell(q, n)) for n in DEPTHS)) for q in STEEPNESSES]
    yield Grid(("", *(f"L = {n}" for n in DEPTHS)), lines, "l" + "c" * len(DEPTHS))


def _holds(holds: Any) -> Cell:
    if holds in (True, False):
        return "always" if holds else "never"
    return with_parts("iff {condition}", {"condition": holds})


def _exponent(found: Any) -> Mark:
    onto = found["onto"].holds == sp.true
    return Mark(str(found.m), "onto" if onto else "blow-up", strong=not onto)


def _claims(content: Content, pictures: Mapping[str, str]) -> Iterator[Block]:
    for title, entries in content.parts():
        claims = (
            Part("claim", e.verdict.title, tuple(_claim(e, content, pictures)), e.id, verdicts.marked(e.verdict))
            for e in entries
        )
        yield Part("group", title, tuple(claims))


def _claim(entry: Entry, content: Content, pictures: Mapping[str, str]) -> Iterator[Block]:
    yield Words(entry.stated.statement, quoted=True)
    elsewhere = (
        f"{PICTURES[name].title} (under `{place}`)"
        for name, place in content.pictures.items()
        if name in pictures and entry.id in PICTURES[name].claims and place != entry.id
    )
    linked = (
        ("rests on or refers to", ", ".join(f"`{name}`" for name in entry.names)),
        ("referred to by", ", ".join(f"`{name}`" for name in entry.named_by)),
        ("picture", "; ".join(elsewhere)),
    )
    told = verdicts.facts(entry.verdict, entry.stated.given).rows
    yield Facts((("source", entry.verdict.source), *told, *(row for row in linked if row[1])))
    yield from _figures(entry.id, content, pictures)
    if count := len(entry.verdict.steps):
        yield Part("proof", f"Proof: {count} step{'' if count == 1 else 's'}", (verdicts.proof(entry.verdict.steps),))


def _figures(place: str, content: Content, pictures: Mapping[str, str]) -> Iterator[Figure]:
    for name, at in content.pictures.items():
        if at == place and name in pictures:
            yield Figure(name, PICTURES[name].title, PICTURES[name].caption, pictures[name])


def _experiments(content: Content, pictures: Mapping[str, str]) -> Iterator[Block]:
    yield from experiments.overview(content.studies)
    for study in content.studies:
        shown = tuple(experiments.blocks(study))
        if (name := experiments.file(study)) in pictures:
            shown += (Figure(name, study.title, "", pictures[name]),)
        yield Part("group", study.title, shown, experiments.file(study))
