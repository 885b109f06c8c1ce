"""Item of the theory, claim, verdict, what trajectories or exact runs show: one table, made from the verdicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..items import ITEMS
from ..verdict import COUNTEREXAMPLE, DERIVED, Verdict
from .blocks import Block, Heading, Items, Mark
from .verdicts import outcome

DERIVING = (DERIVED, COUNTEREXAMPLE)


def figures(found: Verdict) -> list[str]:
    """What the observations measured: the evidence that is no derivation and no step."""
    return [f"{e.grade}: {e.detail}" for e in found.evidence if not e.detail.startswith(DERIVING)]


def rows(found: Mapping[str, Verdict]) -> list[dict[str, Any]]:
    """The items as data."""
    return [
        {
            "item": item.number,
            "title": item.title,
            "claims": [
                {"claim": name, "verdict": outcome(found[name]), "observed": figures(found[name])}
                for name in item.claims
                if name in found
            ],
            "left": item.left,
        }
        for item in ITEMS
    ]


def wanted() -> list[str]:
    """The claims of the items, each once."""
    return list(dict.fromkeys(name for item in ITEMS for name in item.claims))


def document(found: Mapping[str, Verdict]) -> list[Block]:
    """The same as blocks."""
    blocks: list[Block] = []
    for row in rows(found):
        blocks.append(Heading(f"{row['item']} {row['title']}"))
        lines: list[tuple[int, Any]] = []
        for claim in row["claims"]:
            lines.append((0, Mark(f"{claim['claim']}: {claim['verdict']}")))
            lines += [(1, Mark(figure)) for figure in claim["observed"]]
        if row["left"]:
            lines.append((0, Mark(f"left: {row['left']}")))
        blocks.append(Items(tuple(lines)))
    return blocks
