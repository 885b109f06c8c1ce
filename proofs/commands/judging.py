"""Judging a part of the catalogue on several processes, with progress; what has been observed is not observed again."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from ...symbolic.reading.nearest import nearest
from ..judging import recorded
from ..verdict import ANSWERED, PROVED, Verdict
from ..writing import layout, numbering, verdicts
from . import common
from .progress import Progress

if TYPE_CHECKING:
    from ..judging.formal import Formal

DIGITS = 50
CONFIRMED_LATER = {PROVED: "derived, to be confirmed", ANSWERED: "answered, to be confirmed"}
MOST_JOBS = 256


def add_judging(parser: common.Parser) -> None:
    """Add --claim, --jobs and --digits; `chosen(args)` and `judge_all(...)` read them."""
    parser.add_argument("--claim", action="append", metavar="ID", help="judge this claim (repeatable; default: all)")
    parser.option("--jobs", metavar="N", help="processes (default: one for each processor)")
    common.add_digits(parser, DIGITS)


def jobs(args: argparse.Namespace) -> int:
    """The number of processes from --jobs."""
    from ..running import pool

    return pool.processors() if args.jobs is None else exact.integer(args.jobs, "--jobs", 1, MOST_JOBS)


def chosen(args: argparse.Namespace) -> list[str]:
    """The IDs that --claim names, or all that state a number of the paper, in the order of the catalogue.

    All of them without it. Errors: InputError.
    """
    from ..catalogue import FILES
    from ..running.alone import sources

    wanted: set[str] = set()
    for name in args.claim or ():
        if name in FILES:
            wanted.add(name)
            continue
        places = sources() if any(c.isdigit() for c in name) else {}
        numbered = numbering.claims(name, places)
        if not numbered:
            hint = numbering.nearest(name, places) or nearest(name, FILES)
            raise InputError("--claim", name, hint + "`steepest-mirror verify --list` shows the IDs")
        wanted.update(numbered)
    return [name for name in FILES if not args.claim or name in wanted]


@dataclass(frozen=True)
class Outcome:
    """The verdicts of `ids` that are finished, in order, the internal errors by claim, whether Ctrl-C ended it."""

    ids: Sequence[str]
    found: list[Verdict]
    faults: dict[str, BaseException]
    interrupted: bool

    def told(self) -> None:
        """Says that it was interrupted, where it was."""
        if self.interrupted:
            layout.message(f"steepest-mirror: interrupted: {len(self.found)} of {len(self.ids)} claims were judged")

    def complete(self) -> None:
        """Errors: RuntimeError where a claim met an internal error."""
        if self.faults:
            name, fault = next(iter(self.faults.items()))
            raise RuntimeError(f"{len(self.faults)} of {len(self.ids)} claims, the first {name}: {fault!r}") from fault


def judge_all(ids: Sequence[str], digits: int, jobs: int, *, fresh: bool) -> Outcome:
    """Judges the claims, notes whose observations passed, and says on stderr what is going on.

    Without `fresh` the claims whose observations passed in an earlier run are judged by their proofs alone.
    """
    from ..running import verdict_cache
    from ..running.alone import answered, drafted_by, judged, under
    from ..running.confirming import confirmed

    left: set[str] = set()
    progress = Progress(len(ids))

    def tell(name: str, told: tuple[Verdict, float, bool] | None) -> None:
        if told is None:
            progress.done(name, "internal error")
            return
        found, seconds, unobserved = told
        if unobserved:
            left.add(name)
        elif len(found.evidence) > 1 and all(e.passed for e in found.evidence):
            verdict_cache.keep(name, digits)
        said = CONFIRMED_LATER.get(found.verdict) or verdicts.outcome(found)
        progress.done(name, f"{said} ({seconds:.1f} s{', observed earlier' * unobserved})")

    work = partial(judged, digits=digits, fresh=fresh, unobserved=under(ids))
    drafts = drafted_by(work, ids, jobs, tell, progress.running)
    progress.clear()
    if left:
        layout.message(f"{len(left)} of {len(ids)} claims are judged by proof alone (--fresh observes them again)")
    replayed = confirmed(drafts.found, jobs)
    shown = [v for v in answered(replayed, interrupted=drafts.interrupted) if v.id in ids]
    return Outcome(ids, with_kernel(shown), drafts.faults, drafts.interrupted)


def with_kernel(found: list[Verdict]) -> list[Verdict]:
    """The verdicts with what a proof assistant's kernel has checked; where there is no certificate, a word about
    that."""
    from ..kernel import certificate, claims

    held = certificate.certificate()
    if held.reason:
        wanted = any(v.id in claims.proved() for v in found)
        if wanted and certificate.SOURCES.is_dir():  # without the sources nothing can be done about it
            layout.message(f"no kernel evidence: {held.reason.replace('the kernel cert', 'the cert')}")
        return found
    return [replace(v, evidence=(*v.evidence, *held.evidence(v.id, _formal(v)))) for v in found]


def _formal(v: Verdict) -> Formal | None:
    """The formal claim whose derivation was replayed: no file of theorems is loaded for it."""
    return None if v.derivation is None else recorded.claimed(v.derivation)
