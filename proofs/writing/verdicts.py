"""Verdicts as text, Markdown and LaTeX."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from ..verdict import Verdict
from . import document as writers
from .as_latex import body
from .blocks import Block, Facts, Grid, Heading, Inline, Items, Mark, Mixed, Words

LONGEST = 400
COLOURS = {
    "proved": "green",
    "answered": "green",
    "argued": "yellow",
    "refuted": "red",
    "supported": "yellow",
    "undecided": "yellow",
    "vacuous": "yellow",
}


def summary(found: Sequence[Verdict]) -> dict[str, Any]:
    """How many there are of each verdict, and which differ from the expected one."""
    counts = Counter(v.verdict for v in found)
    unexpected = [v.id for v in found if not v.as_expected]
    return {"claims": len(found), **{v: counts[v] for v in COLOURS}, "unexpected": unexpected}


def sentence(found: Sequence[Verdict], asked: int | None = None) -> str:
    """The summary in one line; `asked`: how many were to be judged, where that was interrupted."""
    if not found:
        return "No claim was judged." if asked is None else f"Interrupted: none of {asked} claims was judged."
    counted = summary(found)
    counts = ", ".join(f"{counted[v]} {v}" for v in COLOURS if counted[v])
    told = f"{len(found)} claim{'' if len(found) == 1 else 's'}: {counts}"
    if asked is not None:
        told = f"Interrupted: {len(found)} of {asked} claims judged: {counts}"
    if not any(v.expected for v in found):
        return f"{told}."
    odd = ", ".join(counted["unexpected"])
    return f"{told}; not as expected: {odd}." if odd else f"{told}; all {'so far ' * (asked is not None)}as expected."


def outcome(found: Verdict) -> str:
    """The verdict, with what was expected where that is news."""
    if not found.as_expected:
        return f"{found.verdict}, expected {found.expected}"
    return found.verdict if found.expected in ("", "proved") else f"{found.verdict}, as expected"


def marked(found: Verdict) -> Mark:
    """The verdict as a word that stands out."""
    return Mark(outcome(found), f"verdict {found.verdict}{'' if found.as_expected else ' unexpected'}")


def facts(found: Verdict, given: tuple[Inline, ...]) -> Facts:
    """What belongs to the verdict, with its evidence."""
    labelled: tuple[tuple[str, Inline | tuple[Inline, ...]], ...] = (
        ("given", given),
        ("scope", found.scope),
        ("witness", str(found.witness or "")),
        ("remark", found.remark),
        ("derived", " ".join(found.derived.split())),
    )
    told = [row for row in labelled if row[1]]
    for e in found.evidence:
        passed = "passed" if e.passed else "failed"
        told.append(("evidence", f"{e.grade}: {passed}: {e.detail} ({e.seconds:.2f} s)"))
        if e.lemmas:
            told.append(("", f"cites {', '.join(e.lemmas)}"))
    return Facts(tuple(told))


def document(found: Verdict, *, steps: bool = False) -> list[Block]:
    """One verdict with its statement and its evidence; `steps` adds the steps of the proof."""
    colour = "red" if not found.as_expected else "green" if found.expected else COLOURS[found.verdict]
    blocks: list[Block] = [
        Heading(found.id, outcome(found), colour, name=True),
        Words(f"{found.title} ({found.source})" if found.expected else found.title, depth=1),
        Words(found.statement, quoted=True),
        facts(found, found.hypotheses),
    ]
    return blocks + ([proof(found.steps)] if steps and found.steps else [])


def proof(steps: Sequence[Mapping[str, Any]]) -> Items:
    """The steps of a proof."""
    return Items(tuple(line for e in steps for line in step(e)))


def step(entry: Mapping[str, Any]) -> list[tuple[int, str]]:
    """One step of a proof in words, and below it both sides of what was checked, each with its depth."""
    lemma = f" [{entry['lemma']}]" if entry["lemma"] else ""
    mark = "" if entry["holds"] else "NOT ESTABLISHED "
    line = entry["level"], f"{mark}{entry['kind'].replace('_', ' ')}: {entry['text']}{lemma}"
    return [line, *([(entry["level"] + 1, shortened(entry["checked"]))] if entry["checked"] else [])]


def shortened(formula: str) -> str:
    """A formula that a page has room for; JSON has the whole."""
    return formula if len(formula) <= LONGEST else f"{formula[:LONGEST]} ... ({len(formula)} characters in --json)"


def text(found: Iterable[Verdict], *, steps: bool = False) -> str:
    """Every verdict, for a terminal."""
    return "\n".join(writers.text(document(v, steps=steps)) for v in found)


def markdown(found: Sequence[Verdict], asked: int | None = None) -> str:
    """A table of verdicts, then each with its evidence, and the sentence that sums them up."""
    cells = [[f"`{v.id}`", outcome(v), v.statement] for v in found]
    blocks = [Grid(("claim", "verdict", "statement"), cells), *(block for v in found for block in document(v))]
    return f"{writers.markdown(blocks)}\n{sentence(found, asked)}\n"


def latex(found: Sequence[Verdict], statements: Mapping[str, Inline], asked: int | None = None) -> str:
    """A longtable of claim, verdict and statement, and the sentence that sums it up."""
    head = "% needs \\usepackage{amsmath,array,booktabs,longtable}"
    rows = [(v.id, outcome(v), with_source(statements.get(v.id, v.statement), v.source)) for v in found]
    columns = r"p{0.24\linewidth}p{0.15\linewidth}p{0.52\linewidth}"
    table = Grid(("claim", "verdict", "statement"), rows, columns, long=True)
    return f"{head}\n{body([table, Words(sentence(found, asked))])}\n"


def with_source(said: Inline, source: str) -> Inline:
    """A statement with its source behind it."""
    return Mixed(f"{said.words} ({source})", said.formulas) if isinstance(said, Mixed) else f"{said} ({source})"
