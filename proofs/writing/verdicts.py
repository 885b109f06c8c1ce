"""Verdicts as text, Markdown, LaTeX and JSON.

A verdict here is a dictionary with the keys of `verify --json`: id, title, source, statement, hypotheses, verdict,
expected, evidence, witness, scope, remark, steps.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from . import document as writers
from . import markup
from .document import Block, Facts, Grid, Heading, Items, Words

if TYPE_CHECKING:
    from ..check.claims import Verdict
    from ..judging.claim import Evidence, Judgement
    from ..judging.steps import Witness

Row = dict[str, Any]
COLOURS = {
    "proved": "green",
    "answered": "green",
    "argued": "yellow",
    "refuted": "red",
    "supported": "yellow",
    "undecided": "yellow",
    "vacuous": "yellow",
}


def plain(judgement: Judgement) -> Row:
    """A judgement as plain data."""
    return {
        "id": judgement.id,
        "title": judgement.title,
        "source": judgement.source,
        "statement": judgement.statement,
        "hypotheses": list(judgement.hypotheses),
        "verdict": judgement.verdict,
        "expected": judgement.expected,
        "evidence": [plain_evidence(e) for e in judgement.evidence],
        "witness": plain_witness(judgement.witness),
        "scope": judgement.scope,
        "remark": judgement.remark,
        "steps": [dict(step) for step in judgement.steps],
    }


def plain_check(found: Verdict, source: str) -> Row:
    """A verdict as plain data: the fields of `verify --json` without `expected`, and `derived`."""
    return {
        "id": found.id,
        "title": found.title,
        "source": source,
        "statement": found.statement,
        "hypotheses": list(found.hypotheses),
        "verdict": found.verdict,
        "evidence": [plain_evidence(e) for e in found.evidence],
        "witness": plain_witness(found.witness),
        "scope": found.scope,
        "remark": found.remark,
        "derived": found.derived,
        "steps": [dict(step) for step in found.steps],
    }


def plain_evidence(found: Evidence) -> Row:
    """A piece of evidence as plain data."""
    return {
        "grade": found.grade,
        "passed": found.passed,
        "detail": found.detail,
        "lemmas": list(found.lemmas),
        "seconds": round(found.seconds, 3),
    }


def plain_witness(found: Witness | None) -> Row | None:
    """A witness as plain data."""
    if found is None:
        return None
    return {
        "at": {str(name): str(value) for name, value in found.at.items()},
        "left": str(found.left),
        "right": str(found.right),
        "detail": found.detail,
    }


def summary(rows: Sequence[Row]) -> Row:
    """How many there are of each verdict, and which differ from the expected one."""
    counts = Counter(row["verdict"] for row in rows)
    unexpected = [row["id"] for row in rows if row["verdict"] != row.get("expected", row["verdict"])]
    return {"claims": len(rows), **{v: counts[v] for v in COLOURS}, "unexpected": unexpected}


def sentence(rows: Sequence[Row]) -> str:
    """The summary in one line."""
    found = summary(rows)
    counts = ", ".join(f"{found[v]} {v}" for v in COLOURS if found[v])
    odd = found["unexpected"]
    agree = f"not as expected: {', '.join(odd)}" if odd else "all as expected"
    return f"{len(rows)} claim{'' if len(rows) == 1 else 's'}: {counts or 'none judged'}; {agree}."


def verdict(row: Row) -> str:
    """The verdict, with what was expected where that is news."""
    expected = row.get("expected", row["verdict"])
    if row["verdict"] != expected:
        return f"{row['verdict']}, expected {expected}"
    if "expected" not in row:
        return row["verdict"]
    return row["verdict"] if expected == "proved" else f"{row['verdict']}, as expected"


def witness(row: Row) -> str:
    """The counterexample in one line, or nothing."""
    found = row["witness"]
    if not found:
        return ""
    at = ", ".join(f"{name} = {value}" for name, value in found["at"].items())
    sides = f"left side {found['left']}, right side {found['right']}"
    return "; ".join(part for part in (f"at {at}" if at else "", sides, found["detail"]) if part)


def notes(row: Row) -> list[tuple[str, str]]:
    """(label, text) of what else belongs to the verdict."""
    labelled = (
        ("given", "; ".join(row["hypotheses"])),
        ("scope", row["scope"]),
        ("witness", witness(row)),
        ("remark", row["remark"]),
        ("derived", " ".join(row.get("derived", "").split())),
    )
    return [(label, text) for label, text in labelled if text]


def document(row: Row, *, steps: bool = False) -> list[Block]:
    """One verdict with its statement and its evidence; `steps` adds the steps of the proof."""
    odd = row["verdict"] != row.get("expected", row["verdict"])
    colour = "red" if odd else "green" if "expected" in row else COLOURS[row["verdict"]]
    told = notes(row)
    for e in row["evidence"]:
        outcome = "passed" if e["passed"] else "failed"
        told.append(("evidence", f"{e['grade']}: {outcome}: {e['detail']} ({e['seconds']:.2f} s)"))
        if e["lemmas"]:
            told.append(("", f"cites {', '.join(e['lemmas'])}"))
    found: list[Block] = [
        Heading(row["id"], verdict(row), colour, name=True),
        Words(f"{row['title']} ({row['source']})" if "expected" in row else row["title"], depth=1),
        Words(row["statement"], quoted=True),
        Facts(tuple(told)),
    ]
    return found + ([Items(tuple((e["level"], step(e)) for e in row["steps"]))] if steps and row["steps"] else [])


def step(entry: Row) -> str:
    """One step of a proof in words."""
    lemma = f" [{entry['lemma']}]" if entry["lemma"] else ""
    mark = "" if entry["holds"] else "NOT ESTABLISHED "
    return f"{mark}{entry['kind']}: {entry['text']}{lemma}"


def text(rows: Iterable[Row], *, steps: bool = False) -> str:
    """Every verdict, for a terminal."""
    return "\n".join(writers.text(document(row, steps=steps)) for row in rows)


def markdown(rows: Sequence[Row], told: str | None = None) -> str:
    """A table of verdicts, then each with its evidence, and the sentence that sums them up."""
    cells = [[f"`{row['id']}`", verdict(row), row["statement"]] for row in rows]
    blocks = [Grid(("claim", "verdict", "statement"), cells), *(block for row in rows for block in document(row))]
    return f"{writers.markdown(blocks)}\n{sentence(rows) if told is None else told}\n"


def latex(rows: Sequence[Row]) -> str:
    """A longtable of claim, verdict and statement, and the sentence that sums it up."""
    column = r">{\raggedright\arraybackslash}p"
    lines = [
        r"% needs \usepackage{amsmath,array,booktabs,longtable}",
        rf"\begin{{longtable}}{{{column}{{0.24\linewidth}}{column}{{0.15\linewidth}}{column}{{0.52\linewidth}}}}",
        r"\toprule claim & verdict & statement \\ \midrule \endhead",
    ]
    for row in rows:
        entries = (row["id"], verdict(row), f"{row['statement']} ({row['source']})")
        lines.append(" & ".join(markup.latex_words(entry) for entry in entries) + r" \\")
    return "\n".join([*lines, r"\bottomrule", r"\end{longtable}", markup.latex_words(sentence(rows)), ""])
