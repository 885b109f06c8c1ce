"""The report as one HTML page that loads nothing: formulas as MathML, pictures as inline SVG, style in the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from importlib.resources import files
from typing import Any

import sympy as sp

from ....symbolic.product.table1 import Row
from ....symbolic.writing.table1 import grid
from ...verdict import Evidence, Verdict, Witness
from .. import document, numbering, verdicts
from ..markup import Tex
from ..pictures import PICTURES
from . import experiments, formulas, prose
from .content import DEPTHS, MAP, STEEPNESSES, Content, Entry, cell, general, table1
from .mathml import mathml

SECTIONS = {
    "summary": "Summary",
    "index": "By number",
    "table-1": "Table 1",
    "legendre-map": "Legendre map",
    "claims": "Claims",
    "experiments": "Experiments",
    "lemmas": "Lemmas cited",
    "provenance": "Provenance",
}
GRADES = {
    "symbolic": "symbolic proof",
    "certified": "certified numerics",
    "kernel": "proof kernel",
    "numeric": "numeric",
}


def page(content: Content, pictures: Mapping[str, str]) -> str:
    """The page; `pictures` are SVG elements by name."""
    writer = _Writer(content, pictures)
    style = files(__package__).joinpath("style.css").read_text("utf-8")
    head = (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Steepest Mirror: verification report</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
    )
    return head + "".join(f"{part}\n" for part in writer.parts()) + "</body>\n</html>\n"


class _Writer:
    def __init__(self, content: Content, pictures: Mapping[str, str]):
        self.content, self.pictures = content, pictures
        self.verdict_of = {entry.id: entry.verdict.verdict for entry in content.entries}
        self.numbers = {name: n for n, name in enumerate(self._order(), start=1)}

    def _order(self) -> list[str]:
        order = [MAP] + [entry.id for _, entries in self.content.parts() for entry in entries]
        placed = [name for name in self.content.pictures if name in self.pictures]
        return sorted(placed, key=lambda name: order.index(self.content.pictures[name]))

    def words(self, text: str) -> str:
        """Words with formulas, and links to the claims that are here."""
        return prose.html(prose.pieces(text, self.content.ids))

    def parts(self) -> Iterator[str]:
        yield "<header>\n<h1>Steepest Mirror: verification report</h1>"
        yield (
            "<p>Reparameterized steepest descent with respect to <i>L<sub>p</sub></i> on <i>x</i> ="
            " <i>w</i><sub>1</sub> ⋯ <i>w</i><sub><i>L</i></sub>, read as mirror flow: every statement with its"
            " verdict, proof and evidence. 1/<i>p</i> + 1/<i>q</i> = 1, <i>q</i> ∈ [1, 2].</p>\n"
            f"<p>The paper: {numbering.AUTHORS}, <cite>{numbering.TITLE}</cite>, arXiv {numbering.ARXIV}. Statements of"
            f" the paper are quoted as they are reported. {numbering.EXPLAINED}</p>\n</header>"
        )
        shown = {name: title for name, title in SECTIONS.items() if name != "experiments" or self.content.studies}
        links = "".join(f'<li><a href="#{name}">{title}</a></li>' for name, title in shown.items())
        yield f'<nav aria-label="Sections"><ul>{links}</ul></nav>\n<main>'
        for name, title, body in zip(shown, shown.values(), self._bodies(), strict=True):
            yield f'<section id="{name}">\n<h2>{title}</h2>\n{body}\n</section>'
        yield "</main>"

    def _bodies(self) -> Iterator[str]:
        yield self.summary()
        yield self.index()
        yield _table_1()
        yield self.legendre_map()
        yield "\n".join(
            f'<h3 class="part">{title}</h3>\n' + "\n".join(self.article(entry) for entry in entries)
            for title, entries in self.content.parts()
        )
        if self.content.studies:
            yield self.experiments()
        yield self.lemmas()
        yield _definitions((name, escape(value)) for name, value in self.content.provenance)

    def index(self) -> str:
        """The numbers of the paper, each with its claims."""
        lines = "".join(
            f"<tr><th>{escape(number)}</th><td>"
            + "; ".join(f'<a class="id" href="#{i}">{i}</a>: {escape(self.verdict_of[i])}' for i in ids)
            + "</td></tr>"
            for number, ids in self.content.index()
        )
        return (
            f"<p>{numbering.EXPLAINED}</p>\n"
            f'<table class="stack"><thead><tr><th>number</th><th>claims</th></tr></thead><tbody>{lines}</tbody></table>'
        )

    def failing(self) -> str:
        """What does not hold as it is reported, before everything else."""
        if not self.content.failing:
            return ""
        entries = _items(
            f'<a class="id" href="#{v.id}">{v.id}</a>: {self.words(v.title)}'
            f' <span class="source">({escape(v.source)})</span>. {self.words(v.remark)}'
            for v in self.content.failing
        )
        return f'<div class="failing"><h3>Not true as reported</h3>\n{entries}</div>\n'

    def summary(self) -> str:
        """What fails as reported, counts, then one line a claim."""
        found = verdicts.summary(self.content.verdicts)
        counts = "".join(f'<li><b class="{v}">{found[v]}</b>{v}</li>' for v in verdicts.COLOURS if found[v])
        lines = "".join(
            f'<tr><td><a class="id" href="#{e.id}">{e.id}</a></td><td>{_verdict(e.verdict)}</td>'
            f'<td>{self.words(e.verdict.title)} <span class="source">({escape(e.verdict.source)})</span></td></tr>'
            for _, entries in self.content.parts()
            for e in entries
        )
        return self.failing() + (
            f'<ul class="counts"><li><b>{found["claims"]}</b>claims</li>{counts}</ul>\n'
            f"<p>{escape(verdicts.sentence(self.content.verdicts))}</p>\n"
            '<p class="quiet">proved: the whole stated scope, every step checked by machine or a cited textbook lemma.'
            " refuted: a "
            "counterexample that is itself proven. supported: only finitely many points were checked. undecided: none"
            " of these. "
            "vacuous: nothing satisfies the hypotheses. argued: an argument whose inference is not checked, never"
            " counted as proved. answered: a reviewer's question, answered by the claims that it lists.</p>\n"
            f'<table class="stack"><thead><tr><th>claim</th><th>verdict</th><th>title</th></tr></thead>'
            f"<tbody>{lines}</tbody></table>"
        )

    def legendre_map(self) -> str:
        """The conditions in general, then m and what follows for a grid of (q, L)."""
        found = general()
        conditions = "".join(
            f"<tr><td>{c.name}</td><td>{_holds(c.holds)}</td><td>{self.words(c.reason)}</td></tr>"
            for c in found.conditions
        )
        heads = "".join(f"<th>{mathml(sp.Eq(sp.Symbol('L'), n))}</th>" for n in DEPTHS)
        lines = ""
        for at in STEEPNESSES:
            cells = ""
            for depth in DEPTHS:
                here = cell(at, depth)
                kind = "onto" if here["onto"].holds == sp.true else "blow-up"
                cells += f'<td class="{kind}">{mathml(here.m)}</td>'
            label = mathml(sp.Eq(sp.Symbol("q"), sp.Rational(at.numerator, at.denominator)))
            lines += f"<tr><th>{label}</th>{cells}</tr>"
        return (
            f"<p>Balanced, for every {mathml(sp.Symbol('q'))} in [1, 2] and integer {mathml(sp.Symbol('L'))} ≥ 2, with"
            f" the metric exponent {mathml(sp.Eq(sp.Symbol('m'), found.m))}. Each condition is judged on its"
            " own.</p>\n<table"
            ' class="stack"><thead><tr><th>condition</th><th>holds</th><th>reason</th></tr></thead>'
            f"<tbody>{conditions}</tbody></table>\n<div"
            ' class="scroll"><table class="map"><caption>The metric exponent <i>m</i>: <span'
            ' class="onto"><i>R</i>′ is onto</span>, or <span class="blow-up"><i>R</i>′ is bounded and <i>x</i>'
            " can blow"
            f" up</span></caption><thead><tr><td></td>{heads}</tr></thead><tbody>{lines}</tbody></table></div>\n"
            + self.figures(MAP)
        )

    def article(self, entry: Entry) -> str:
        """One claim: statement, hypotheses, evidence, figures, witness, remark, proof, links."""
        found = entry.verdict
        parts = [
            f'<div class="head"><h3>{self.words(found.title)}</h3>{_verdict(found)}</div>',
            f'<p class="source"><span class="id">{entry.id}</span> · {escape(found.source)}</p>',
            f'<div class="statement">{self.statement(entry)}</div>',
        ]
        if found.hypotheses:
            parts.append(f"<h4>Hypotheses</h4>\n{_items(self.mixed(*h) for h in entry.hypotheses())}")
        parts.append(f"<p><b>Scope.</b> {self.words(found.scope)}</p>")
        if found.witness:
            parts.append(f"<h4>Witness</h4>\n{self.witness(found.witness)}")
        if found.remark:
            parts.append(f"<p><b>Remark.</b> {self.words(found.remark)}</p>")
        parts.append(f"<h4>Evidence</h4>\n{_items(self.evidence(e) for e in found.evidence)}")
        parts.append(self.figures(entry.id))
        elsewhere = [
            f'<a href="#figure-{name}">figure {n}</a>'
            for name, n in self.numbers.items()
            if entry.id in PICTURES[name].claims and self.content.pictures[name] != entry.id
        ]
        if elsewhere:
            parts.append(f"<p>See also {', '.join(elsewhere)}.</p>")
        if found.steps:
            count = len(found.steps)
            parts.append(
                f"<details><summary>Proof: {count}"
                f" step{'' if count == 1 else 's'}</summary>\n{self.proof(found.steps)}</details>"
            )
        parts += self.links(entry)
        return f'<article id="{entry.id}">\n' + "\n".join(filter(None, parts)) + "\n</article>"

    def statement(self, entry: Entry) -> str:
        """The statement, its formal parts as formulas."""
        return self.mixed(*entry.statement())

    def mixed(self, text: str, parts: Sequence[Any]) -> str:
        """Words with formulas at their places."""
        shown = [formulas.mathml(p.source) if isinstance(p, Tex) else mathml(p) for p in parts]
        return prose.html(prose.pieces(text, self.content.ids), shown)

    def evidence(self, e: Evidence) -> str:
        """One piece of evidence."""
        passed = "passed" if e.passed else '<b class="refuted">failed</b>'
        cites = ", ".join(f'<a href="#lemma-{name}">{name}</a>' for name in e.lemmas)
        return (
            f"<b>{GRADES.get(e.grade, e.grade)}</b>, {passed}: {self.words(e.detail)} "
            f'<span class="quiet">({e.seconds:.2f} s)</span>' + (f"<br>cites {cites}" if cites else "")
        )

    def witness(self, found: Witness) -> str:
        """The counterexample: where, and both sides."""
        at = ", ".join(f"{name} = {value}" for name, value in found.at.items())
        rows = (("at", at), ("left side", found.left), ("right side", found.right), ("", found.detail))
        return _definitions((name or "note", self.words(value)) for name, value in rows if value)

    def figures(self, place: str) -> str:
        """The pictures that stand here."""
        return "\n".join(self.figure(name) for name in self.numbers if self.content.pictures[name] == place)

    def figure(self, name: str) -> str:
        """A picture with its caption."""
        caption = self.words(PICTURES[name].caption)
        title = escape(PICTURES[name].title)
        return (
            f'<figure id="figure-{name}">\n{self.pictures[name]}\n'
            f"<figcaption><b>Figure {self.numbers[name]}. {title}.</b> {caption}</figcaption>\n</figure>"
        )

    def proof(self, steps: Sequence[Mapping[str, Any]]) -> str:
        """The steps as nested lists."""
        text, level = '<ol class="proof">', -1
        for step in steps:
            if step["level"] > level and level >= 0:
                text += "<ol>" * (step["level"] - level)
            elif level >= 0:
                text += "</li>" + "</ol></li>" * (level - step["level"])
            level = step["level"]
            mark = "" if step["holds"] else '<span class="mark refuted">not established: </span>'
            kind = escape(step["kind"].replace("_", " "))
            text += f'<li>{mark}<span class="kind">{kind}</span> {self.words(step["text"])}{self.basis(step["lemma"])}'
            if step["checked"]:
                text += f'<div class="checked">{self.words(verdicts.shortened(step["checked"]))}</div>'
        return text + "</li>" + "</ol></li>" * max(level, 0) + "</ol>"

    def basis(self, of: str) -> str:
        """What a step cites: a link to a lemma of this page, or the words of a source."""
        if not of:
            return ""
        here = any(lemma.name == of for lemma in self.content.lemmas)
        return f' <a href="#lemma-{of}">{of}</a>' if here else f' <span class="source">[{escape(of)}]</span>'

    def links(self, entry: Entry) -> Iterator[str]:
        """Which claims it rests on or names, and which name it."""
        for title, ids in (("Rests on or refers to", entry.names), ("Referred to by", entry.named_by)):
            if ids:
                shown = (
                    f'<a class="id" href="#{i}">{i}</a>' if i in self.content.ids else f'<span class="id">{i}</span>'
                    for i in ids
                )
                yield f"<p><b>{title}</b>: {', '.join(shown)}</p>"

    def experiments(self) -> str:
        """The runs of experiments, each with its picture."""
        parts = [f'<div class="scroll">{document.html(experiments.overview(self.content.studies))}</div>']
        for study in self.content.studies:
            parts.append(f'<h3 id="experiment-{study.name}">{escape(study.title)}</h3>')
            parts += [f'<div class="scroll">{document.html([block])}</div>' for block in experiments.blocks(study)]
            if study.picture is not None:
                parts.append(f"<figure>\n{study.picture.decode('utf-8')}\n</figure>")
        return "\n".join(parts)

    def lemmas(self) -> str:
        """The textbook facts that are cited; the only ones taken on trust."""
        if not self.content.lemmas:
            return "<p>No lemma is cited.</p>"
        entries = "".join(
            f'<li id="lemma-{lemma.name}"><span class="id">{lemma.name}</span>: {self.words(lemma.statement)} '
            f'<span class="quiet">({escape(lemma.reference)})</span></li>'
            for lemma in self.content.lemmas
        )
        return (
            "<p>Nothing else is taken on trust. Each hypothesis of a lemma is a checked step wherever it is cited.</p>"
            f'<ul class="plain">{entries}</ul>'
        )


def _table_1() -> str:
    paper, every = table1()
    head, body = grid(paper)
    heads = "".join(f"<th>{prose.html(prose.pieces(h.replace('infinity', '∞')))}</th>" for h in head)
    lines = "".join(
        f"<tr><th>{prose.html(prose.pieces(line[0]))}</th>"
        + "".join(f"<td>{_norm(c)}</td>" for c in line[1:])
        + "</tr>"
        for line in body
    )
    forms = "".join(
        f"<tr><td>{_which(row)}</td><td>{mathml(row.form)}</td><td>{mathml(row.exponent)}</td></tr>" for row in every
    )
    return (
        "<p>The regularizer that weight decay induces on the balanced manifold, derived: L<sub><i>e</i></sub> stands"
        " for |<i>x</i>|<sup><i>e</i></sup>, "
        "log for log|<i>x</i>|, up to a factor and a constant.</p>\n"
        f'<div class="scroll"><table><thead><tr>{heads}</tr></thead><tbody>{lines}</tbody></table></div>\n'
        '<div class="scroll"><table><caption>For every <i>q</i> and <i>L</i></caption><thead><tr><th>decay</th>'
        "<th><i>M</i>(<i>x</i>), <i>x</i> &gt;"
        f" 0</th><th>exponent</th></tr></thead><tbody>{forms}</tbody></table></div>"
    )


def _norm(name: str) -> str:
    """L_{3/2} of Table 1 as L with an index."""
    index = name.removeprefix("L").strip("_{}")
    return name if index == name else f"<i>L</i><sub>{index}</sub>"


def _which(row: Row) -> str:
    if row.depth != sp.oo:
        return row.decay
    return f"{row.decay}, <i>L</i> → ∞" + (", <i>q</i> &lt; 2" if row.exponent != 0 else "")


def _verdict(found: Verdict) -> str:
    odd = "" if found.as_expected else " unexpected"
    return f'<span class="verdict {found.verdict}{odd}">{escape(verdicts.outcome(found))}</span>'


def _holds(holds: Any) -> str:
    if holds in (True, False):
        return "always" if holds else "never"
    return f"iff {mathml(holds)}"


def _items(entries: Iterable[str]) -> str:
    return '<ul class="plain">' + "".join(f"<li>{entry}</li>" for entry in entries) + "</ul>"


def _definitions(entries: Iterable[tuple[str, str]]) -> str:
    return "<dl>" + "".join(f"<dt>{name}</dt><dd>{value}</dd>" for name, value in entries) + "</dl>"
