"""One claim in half a page: what it says, what it needs, why it holds, why it matters.

  steepest-mirror explain onto            # a theorem
  steepest-mirror explain 4.2             # by its number in the paper
  steepest-mirror explain review-5        # a question of the reviewers
  steepest-mirror verify --list           # all the IDs

A number may say its kind and its numbering: 'Corollary 4.8', '4.13 C' (S is the
submission, C the camera-ready version). The first claim that states it is told.
The proof is told in short; `steepest-mirror verify --claim ID --steps` shows every step.
Nothing is observed here (no trajectory is integrated): the argument alone is checked.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence

from ...symbolic.errors import InputError
from ...symbolic.reading.nearest import nearest
from ..verdict import Verdict
from ..writing import document, layout, numbering, verdicts
from . import common
from .judging import DIGITS


def configure(parser: common.Parser) -> None:
    """Add the options of `explain`."""
    parser.add_argument("claim", metavar="ID", help="its ID, as `verify --list` shows it, or its number in the paper")
    common.add_format(parser, ("text", "json", "markdown"))


def run(args: argparse.Namespace) -> int:
    """Judge the argument of one claim and tell it."""
    from ..catalogue import FILES
    from ..running.alone import judged_alone, matters, sources

    form = common.form(args)
    if args.claim not in FILES:
        numbered = numbering.claims(args.claim, sources())
        if numbered:
            args.claim, *others = numbered
            if others:
                layout.message(f"also under this number: {numbering.listed(others)}")
    if args.claim not in FILES:
        hint = numbering.nearest(args.claim, sources()) or nearest(args.claim, FILES)
        raise InputError("ID", args.claim, hint + "`steepest-mirror verify --list` shows the IDs")

    found = judged_alone(args.claim, DIGITS, observed=False)
    why = matters(args.claim)
    if form == "json":
        common.emit(args, layout.json_text({**found.to_dict(), "matters": why}))
    else:
        common.emit(args, document.WRITERS[form](told(found, why)))
    return 0


def reasons(found: Verdict) -> list[str]:
    """How a formal claim was derived, with the rules used; the main steps of an argument."""
    if found.derivation is None:
        return [entry["text"] for entry in found.steps if entry["level"] == 0]
    rules = dict.fromkeys(entry["kind"].replace("_", " ") for entry in found.steps)
    return [*(e.detail for e in found.evidence if e.grade == "symbolic"), f"by the rules {', '.join(rules)}"]


def told(found: Verdict, matters: str) -> list[document.Block]:
    """The verdict on one claim in half a page."""
    labelled: list[tuple[str, Sequence[str]]] = [
        ("verdict", [verdicts.outcome(found)]),
        ("says", [found.statement]),
        ("needs", found.hypotheses),
        ("holds for", [found.scope]),
        ("because", reasons(found)),
        ("fails at", [str(found.witness)] if found.witness else []),
        ("cites", sorted({*found.lemmas, *(entry["lemma"] for entry in found.steps)} - {""})),
        ("but", [found.remark] if found.remark else []),
        ("matters", [matters] if matters else []),
    ]
    facts = [(label if n == 0 else "", line) for label, lines in labelled for n, line in enumerate(lines)]
    return [document.Heading(f"{found.id}: {found.title} ({found.source})"), document.Facts(tuple(facts))]
