"""agree, disagree or not resolved, from an interval [low, high], a prediction c and a tolerance e:

  equals    agree if [low, high] lies in [c - e, c + e], disagree if it misses it, else not resolved
  at most   agree if high <= c, disagree if low > c; at least: the mirror image
  every     the quantity is a yes or no of each run: agree if all say yes, else disagree
A row that failed or has no finite number, a gate that is not met (a step too coarse to speak), and one run of something
random make the verdict not resolved.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .statistics import Interval, fixed, mean, proportion, spread

AGREE, DISAGREE, NOT_RESOLVED = "agree", "disagree", "not resolved"
KINDS = ("equals", "at most", "at least", "every")
INTERVALS = {"range": spread, "mean": mean, "fixed": fixed}
ONE = "one run says nothing about others"

Arguments = dict[str, Any]


@dataclass(frozen=True)
class Test:
    """One tested quantity: `predicted(arguments)` (None: not for this row), `formula` says what it is.

    `interval` is "range" (the worst seed counts), "mean" (Student) or "fixed" (nothing is random). `gate` names a
    measured quantity and the bound that its worst value must not pass for the row to speak. `reported` is what the
    paper, as known, makes of it.
    """

    quantity: str
    kind: str
    predicted: Callable[[Arguments], float | None]
    formula: str
    tolerance: Callable[[Arguments], float] = field(default=lambda _: 0.0)
    interval: str = "range"
    gate: tuple[str, float] | None = None
    reported: str = ""
    __test__ = False

    def __post_init__(self) -> None:
        if self.kind not in KINDS or self.interval not in INTERVALS:
            raise ValueError(f"{self.quantity}: no such kind of test: {self.kind}, {self.interval}")


@dataclass(frozen=True)
class Finding:
    """A test on the runs of one setting: what was found, with its verdict and, where it is not agree, the reason."""

    test: Test
    arguments: Arguments
    runs: int
    interval: Interval | None
    predicted: float
    tolerance: float
    verdict: str
    reason: str = ""


def judge(test: Test, arguments: Arguments, rows: Sequence[dict[str, Any]]) -> Finding | None:
    """The finding of one setting from its rows (one a seed); None where the test does not concern the setting."""
    predicted = test.predicted(arguments)
    if predicted is None:
        return None
    e = test.tolerance(arguments)
    needed = [test.quantity] if test.gate is None else [test.quantity, test.gate[0]]
    done, failed = [], []
    for row in rows:
        reason = row["reason"] if row["status"] != "done" else unusable(row["measured"], needed)
        if reason:
            failed.append(reason)
        else:
            done.append(row["measured"])
    values = [float(measured[test.quantity]) for measured in done]

    def found(interval: Interval | None, verdict: str, reason: str = "") -> Finding:
        return Finding(test, arguments, len(values), interval, predicted, e, verdict, reason)

    if not values:
        return found(None, NOT_RESOLVED, failed[0] if failed else "no run yet")
    if test.kind == "every":
        interval, verdict = proportion(sum(v == 1 for v in values), len(values)), compare_every(values)
    else:
        interval = INTERVALS[test.interval](values)
        verdict = compare(test.kind, interval, predicted, e)
    if failed:
        return found(interval, NOT_RESOLVED, f"{len(failed)} of {len(rows)} runs failed: {failed[0]}")
    if test.gate is not None:
        name, bound = test.gate
        worst = max(abs(float(measured[name])) for measured in done)
        if not worst <= bound:
            return found(interval, NOT_RESOLVED, f"{name} is {worst:.3g}, more than {bound:g}")
    if len(values) == 1 and test.interval != "fixed" and verdict != DISAGREE:
        return found(interval, NOT_RESOLVED, ONE)
    if verdict == NOT_RESOLVED:
        return found(interval, verdict, "the interval is wider than the tolerance, or straddles its end")
    return found(interval, verdict)


def unusable(measured: dict[str, Any], names: Sequence[str]) -> str:
    """Why a row cannot speak, "" where it can: each of these quantities has to be a finite number."""
    for name in names:
        if name not in measured:
            return f"{name} was not measured"
        if not math.isfinite(measured[name]):
            return f"{name} is not finite"
    return ""


def compare_every(values: Sequence[float]) -> str:
    """agree if every run says yes."""
    return AGREE if all(v == 1 for v in values) else DISAGREE


def compare(kind: str, found: Interval, c: float, e: float) -> str:
    """The verdict of an interval."""
    if any(map(math.isnan, (found.low, found.high, c, e))):
        return NOT_RESOLVED
    low, high = {"equals": (c - e, c + e), "at most": (-math.inf, c), "at least": (c, math.inf)}[kind]
    if low <= found.low and found.high <= high and math.isfinite(found.low) and math.isfinite(found.high):
        return AGREE
    return DISAGREE if found.high < low or found.low > high else NOT_RESOLVED


def exit_code(findings: Sequence[Finding]) -> int:
    """0 all agree, 1 some disagree, 4 some are not resolved (or there are none)."""
    verdicts = {finding.verdict for finding in findings}
    if DISAGREE in verdicts:
        return 1
    return 0 if verdicts == {AGREE} else 4
