"""Findings as lines of a table, a summary, and rows as CSV."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

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
    words = "the range over the seeds" if test.interval == "range" else "Student's 95 % interval of the mean"
    words = "Wilson's 95 % interval of the share" if test.kind == "every" else words
    reported = f" As reported: {test.reported}." if test.reported else ""
    return f"{test.formula}; the interval is {words}.{reported}"


def made(head: dict[str, Any], rows: Sequence[dict[str, Any]]) -> str:
    """How many rows a run has, what measuring them took, and with which versions."""
    versions = ", ".join(f"{name} {value}" for name, value in head.get("versions", {}).items())
    seconds = sum(row.get("seconds", 0) for row in rows)
    return f"{len(rows)} rows, {seconds:.0f} s of measuring" + (f", with {versions}" if versions else "")


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
    """`12 findings: 10 agree, 1 disagree, 1 not resolved`."""
    count = Counter(f.verdict for f in found)
    parts = ", ".join(f"{count[v]} {v}" for v in ("agree", "disagree", "not resolved") if count[v])
    return f"{len(found)} findings: {parts or 'none'}"


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
