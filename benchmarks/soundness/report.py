"""Generation, judging, and the confusion tables."""

from __future__ import annotations

import multiprocessing
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from steepest_mirror.proofs.check import Malformed, claim, judge_all
from steepest_mirror.proofs.verdict import Verdict

from . import equalities, invariants, places, properties, truth
from .equalities import Claim

GENERATORS = {
    "equality": equalities.claims,
    "property": properties.claims,
    "invariant": invariants.claims,
    "place": places.claims,
}
PARTS = {"equality": 0.55, "property": 0.12, "invariant": 0.13, "place": 0.2}
CHUNK = 60
VERDICTS = ("proved", "argued", "refuted", "supported", "undecided")
ACCEPTED = frozenset({"proved", "argued"})
MOST_OPEN = 0.02
LEFT_OPEN = frozenset({"jumps"})  # by convention neither proved nor refuted: docs/claims.md


@dataclass(frozen=True)
class Judged:
    """A labelled claim and what the engine said of it."""

    claim: Claim
    verdict: str
    seconds: float
    detail: str = ""

    @property
    def wrong(self) -> bool:
        """False accepted, or true refuted."""
        return self.verdict == "refuted" if self.claim.label else self.verdict in ACCEPTED

    @property
    def open(self) -> bool:
        """Neither accepted nor refuted."""
        return self.verdict not in ACCEPTED | {"refuted"}


def generated(count: int, seed: int, jobs: int = 1) -> list[Claim]:
    """Labelled claims, half of them true: equalities, properties and rates of invariants; the same for any `jobs`."""
    tasks = []
    for part, share in PARTS.items():
        left = round(count * share)
        tasks += [(part, f"{seed} {part} {i}", min(CHUNK, left - i)) for i in range(0, left, CHUNK)]
    if jobs == 1:
        return [one for task in tasks for one in _chunk(task)]
    with multiprocessing.get_context("fork").Pool(jobs) as pool:
        return [one for chunk in pool.imap(_chunk, tasks, 1) for one in chunk]


def _chunk(task: tuple[str, str, int]) -> list[Claim]:
    part, seed, count = task
    truth.settle()
    return [one for one in GENERATORS[part](random.Random(seed), count) if _readable(one)]


def _readable(one: Claim) -> bool:
    """Whether the file format admits it (a rewriting can nest 2**exp(log(2)), which is bounded there)."""
    try:
        claim({"id": "a", **one.table})
    except Malformed:
        return False
    return True


def judged(
    claims: Sequence[Claim], timeout: float, jobs: int, tick: Callable[[int, Judged], None] = lambda n, j: None
) -> list[Judged]:
    """The verdicts of `check` on the claims."""
    stated = [claim({"id": str(i), **one.table}) for i, one in enumerate(claims)]
    seconds: dict[str, float] = {}

    def done(one: object, verdict: Verdict, taken: float) -> None:
        seconds[verdict.id] = taken
        tick(len(seconds), _made(claims[int(verdict.id)], verdict, taken))

    verdicts = judge_all(stated, timeout, jobs, done)
    return [_made(claims[i], v, seconds[v.id]) for i, v in enumerate(verdicts)]


def _made(one: Claim, verdict: Verdict, seconds: float) -> Judged:
    detail = "; ".join(e.detail for e in verdict.evidence if not e.passed)
    if verdict.witness is not None:
        detail = f"{dict(verdict.witness.at)}: {verdict.witness.left} | {verdict.witness.right}"
    return Judged(one, verdict.verdict, seconds, detail)


def tables(found: Sequence[Judged]) -> Iterator[str]:
    """The confusion tables, by family and by kind, as Markdown."""
    yield from _table("all", found, lambda j: j.claim.family)
    for family in dict.fromkeys(j.claim.family for j in found):
        for label in (True, False):
            part = [j for j in found if j.claim.family == family and j.claim.label is label]
            yield from _table(f"{family}, {'true' if label else 'false'}, by kind", part, lambda j: j.claim.kind)


def _table(title: str, found: Sequence[Judged], key: Callable[[Judged], str]) -> Iterator[str]:
    counts = Counter((key(j), j.claim.label, j.verdict) for j in found)
    yield ""
    yield f"| {title} | label | claims | " + " | ".join(VERDICTS) + " |"
    yield "|---|---|---|" + "---|" * len(VERDICTS)
    rows = sorted({(name, label) for name, label, _ in counts}, key=lambda row: (row[0], not row[1]))
    for name, label in rows:
        row = [counts[name, label, v] for v in VERDICTS]
        yield f"| {name} | {'true' if label else 'false'} | {sum(row)} | " + " | ".join(map(str, row)) + " |"
    for label in (True, False):
        row = [sum(counts[name, label, v] for name, _ in {(n, 0) for n, _, _ in counts}) for v in VERDICTS]
        if sum(row):
            yield f"| total | {'true' if label else 'false'} | {sum(row)} | " + " | ".join(map(str, row)) + " |"


def faults(found: Sequence[Judged]) -> Iterator[str]:
    """What must not be: false accepted, true refuted, too much left open."""
    for label, words in ((False, "false accepted"), (True, "true refuted")):
        if count := sum(1 for j in found if j.wrong and j.claim.label is label):
            yield f"{words}: {count}"
    for label in (True, False):
        part = [j for j in found if j.claim.label is label and j.claim.kind not in LEFT_OPEN]
        left = sum(1 for j in part if j.open)
        if left > MOST_OPEN * len(part):
            yield f"{'true' if label else 'false'} left open: {left} of {len(part)}, more than 2 %"


def misjudged(found: Sequence[Judged]) -> Iterator[str]:
    """Every claim that is not judged as labelled, with the reason given."""
    for j in found:
        if j.wrong or j.open:
            shown = ", ".join(f"{key} = {value!r}" for key, value in j.claim.table.items())
            mark = "WRONG" if j.wrong else "open"
            yield (
                f"{mark}: {'true' if j.claim.label else 'false'} ({j.claim.kind}), {j.verdict} in {j.seconds:.1f} s:"
                f" {shown} -- {j.detail[:300]}"
            )
