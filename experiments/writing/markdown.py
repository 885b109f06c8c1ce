"""A run as a Markdown section: what was measured, with which versions, every finding, and which run failed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ..experiment import Experiment
from ..statistics import median
from ..verdict import Finding
from .table import HEAD, constant, formulas, lines, made, number, setting, summary


def medians(rows: Sequence[dict[str, Any]]) -> str:
    """A table of every quantity, one line a setting."""
    groups: dict[str, list[dict[str, float]]] = {}
    shared = {*constant([row["arguments"] for row in rows]), "seed"}
    for row in rows:
        if row["status"] == "done":
            name = setting({k: v for k, v in row["arguments"].items() if k not in shared})
            groups.setdefault(name, []).append(row["measured"])
    text = ""
    for name, found in groups.items():
        quantities = dict.fromkeys(q for measured in found for q in measured)
        parts = (f"{q} {number(median([f[q] for f in found if q in f]))}" for q in quantities)
        text += f"- {name or 'all'}: " + ", ".join(parts) + "\n"
    return text


def section(
    experiment: Experiment, head: dict[str, Any], found: Sequence[Finding], rows: Sequence[dict[str, Any]]
) -> str:
    """The section."""

    def line(cells: Sequence[str]) -> str:
        return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"

    shared = setting(constant([f.arguments for f in found]))
    text = f"## {experiment.title}\n\n{experiment.about}. {summary(found)}."
    text += f" {made(head, rows)}"
    text += f"; {shared} throughout.\n\n" if shared else ".\n\n"
    text += "".join(f"- {name}: {words}\n" for name, words in formulas(found))
    text += "\n" + line(HEAD) + line(["---"] * len(HEAD)) + "".join(map(line, lines(found)))
    text += "\nEverything measured, the median over the seeds:\n\n" + medians(rows)
    failed = [row for row in rows if row["status"] != "done"]
    if failed:
        text += "\nRuns that failed:\n\n"
        text += "".join(f"- {setting(row['arguments'])}: {row['reason']}\n" for row in failed)
    return text
