"""Findings as lines of a table, a summary, and rows as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from ..statistics import LEVEL, coverage
from ..verdict import Finding, Test

HEAD = ("setting", "quantity", "predicted", "measured [interval]", "runs", "verdict")


def number(value: float) -> str:
    """A number to five digits, without noise."""
    return f"{value:.5g}"


def setting(arguments: dict[str, Any]) -> str:
    """`q=3/2 depth=2`, without what every row of the experiment shares."""
    return " ".join(f"{name}={value}" for name, value in arguments.items())


def prediction(found: Finding) -> str:
    """What was predicted, with its tolerance."""
    match found.test.kind:
        case "equals":
            return f"{number(found.predicted)} +- {number(found.tolerance)}"
        case "at most":
            return f"<= {number(found.predicted)}"
        case "at least":
            return f">= {number(found.predicted)}"
        case _:
            return "in every run"


def measured(found: Finding) -> str:
    """The middle and the interval; for `every` the share of the runs."""
    if found.interval is None:
        return "-"
    low, middle, high = map(number, (found.interval.low, found.interval.middle, found.interval.high))
    return f"{middle} [{low}, {high}]"


def lines(found: Sequence[Finding]) -> list[list[str]]:
    """A line for each finding."""
    shared = constant([f.arguments for f in found])
    return [
        [
            setting({name: value for name, value in f.arguments.items() if name not in shared}),
            f.test.quantity,
            prediction(f),
            measured(f),
            str(f.runs),
            f.verdict + (f" ({f.reason})" if f.reason and f.verdict != "agree" else ""),
        ]
        for f in found
    ]


def explained(test: Test) -> str:
    """What a tested quantity is compared with, what its interval is, and what the paper reports of it."""
    words = {
        "range": "the interval is the range over the seeds",
        "mean": "the interval is Student's 95 % interval of the mean",
        "fixed": "nothing is random",
    }[test.interval]
    words = "the interval is Wilson's 95 % interval of the share" if test.kind == "every" else words
    reported = f" As reported: {test.reported}." if test.reported else ""
    return f"{test.formula}; {words}.{reported}"


def formulas(found: Sequence[Finding]) -> list[tuple[str, str]]:
    """Each tested quantity with what it is compared with, once for each of its tests."""
    return list(dict.fromkeys((f.test.quantity, explained(f.test)) for f in found))


def made(head: dict[str, Any], rows: Sequence[dict[str, Any]]) -> str:
    """How many rows a run has, what measuring them took, and with which versions."""
    versions = ", ".join(f"{name} {value}" for name, value in head["versions"].items())
    seconds = sum(row.get("seconds", 0) for row in rows)
    other = sum(row.get("code", head["versions"].get("code")) != head["versions"].get("code") for row in rows)
    mixed = f"; {other} of the rows are of another version of this code" if other else ""
    return f"{len(rows)} rows, {seconds:.0f} s of measuring" + (f", with {versions}" if versions else "") + mixed


def constant(arguments: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The arguments that have one value in all rows."""
    if len(arguments) < 2:
        return {}
    return {
        name: value
        for name, value in arguments[0].items()
        if all(name in other and other[name] == value for other in arguments)
    }


def summary(found: Sequence[Finding]) -> str:
    """`12 findings: 10 agree, 1 disagree, 1 not resolved`, and what a range over few runs is worth."""
    count = Counter(f.verdict for f in found)
    parts = ", ".join(f"{count[v]} {v}" for v in ("agree", "disagree", "not resolved") if count[v])
    runs = min((f.runs for f in found if f.runs and f.test.interval == "range" and f.test.kind != "every"), default=0)
    few = f"; a range over {runs} runs holds the median with {coverage(runs):.0%}" if runs > 1 else ""
    return f"{len(found)} findings: {parts or 'none'}{few if coverage(runs) < LEVEL else ''}"


def as_csv(rows: Iterable[dict[str, Any]]) -> str:
    """Every row: arguments, measured quantities, status."""
    rows = list(rows)
    names = list(dict.fromkeys(name for row in rows for name in row["arguments"]))
    quantities = list(dict.fromkeys(name for row in rows for name in row.get("measured", {})))
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow([*names, *quantities, "status", "reason", "seconds"])
    for row in rows:
        values = [row["arguments"].get(n, "") for n in names] + [row.get("measured", {}).get(n, "") for n in quantities]
        writer.writerow([*values, row["status"], row.get("reason", ""), row.get("seconds", "")])
    return stream.getvalue()
