"""Judging a part of the catalogue: kept verdicts are taken, the others are judged on several processes, with
progress."""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from ..writing import verdicts
from . import common
from .progress import Progress

DIGITS = 50
MOST_JOBS = 256


def add_judging(parser: common.Parser) -> None:
    """Add --claim, --jobs, --fresh and --digits; `chosen(args)` and `judge_all(...)` read them."""
    parser.add_argument("--claim", action="append", metavar="ID", help="judge this claim (repeatable; default: all)")
    parser.option("--jobs", metavar="N", help="processes (default: one for each processor)")
    parser.add_argument("--fresh", action="store_true", help="ignore the verdicts kept from earlier runs")
    common.add_digits(parser, DIGITS)


def jobs(args: argparse.Namespace) -> int:
    """The number of processes from --jobs."""
    from ..running import pool

    return pool.processors() if args.jobs is None else exact.integer(args.jobs, "--jobs", 1, MOST_JOBS)


def chosen(args: argparse.Namespace) -> list[str]:
    """The IDs that --claim names, in the order of the catalogue; all of them without it. Errors: InputError."""
    from ..catalogue import FILES

    for name in args.claim or ():
        if name not in FILES:
            hint = common.nearest(name, FILES)
            raise InputError("--claim", name, hint + "`steepest-mirror verify --list` shows the IDs")
    return [name for name in FILES if not args.claim or name in args.claim]


@dataclass(frozen=True)
class Outcome:
    """The verdicts of `ids` that are finished, in order, the internal errors by claim, whether Ctrl-C ended it."""

    ids: Sequence[str]
    rows: list[verdicts.Row]
    faults: dict[str, BaseException]
    interrupted: bool

    def told(self) -> None:
        """Says that it was interrupted, where it was."""
        if self.interrupted:
            common.message(f"steepest-mirror: interrupted: {len(self.rows)} of {len(self.ids)} claims were judged")

    def complete(self) -> None:
        """Errors: RuntimeError where a claim met an internal error."""
        if self.faults:
            name, fault = next(iter(self.faults.items()))
            raise RuntimeError(f"{len(self.faults)} of {len(self.ids)} claims, the first {name}: {fault!r}") from fault


def judge_all(ids: Sequence[str], digits: int, jobs: int, *, fresh: bool) -> Outcome:
    """Judges the claims, keeps each verdict as it comes, and says on stderr what is going on."""
    from ..running import pool, verdict_cache

    kept = {} if fresh else {name: verdict_cache.load(name, digits) for name in ids}
    rows: dict[str, verdicts.Row] = {name: row for name, row in kept.items() if row is not None}
    missing = [name for name in ids if name not in rows]
    faults: dict[str, BaseException] = {}
    progress = Progress(len(missing))

    def done(name: str, result: Any) -> None:
        if isinstance(result, BaseException):
            faults[name] = result
            progress.done(name, "internal error")
        else:
            rows[name], seconds = result
            verdict_cache.keep(name, digits, rows[name])
            progress.done(name, f"{verdicts.verdict(rows[name])} ({seconds:.1f} s)")

    interrupted = False
    try:
        pool.run(partial(judged, digits=digits), missing, jobs, done, progress.running)
    except KeyboardInterrupt:
        interrupted = True
    progress.clear()
    if len(missing) < len(ids):
        common.message(
            f"{len(ids) - len(missing)} of {len(ids)} verdicts were kept from an earlier run (--fresh redoes them)"
        )
    return Outcome(ids, with_kernel([rows[name] for name in ids if name in rows]), faults, interrupted)


def with_kernel(rows: list[verdicts.Row]) -> list[verdicts.Row]:
    """The verdicts with what a proof assistant's kernel has checked; where there is no certificate, a word about
    that."""
    from ..kernel import certificate

    held = certificate.certificate()
    if held.reason:
        if any(row["id"] in certificate.coverage() for row in rows):
            common.message(f"evidence of grade kernel: none; {held.reason}")
        return rows
    return [
        {**row, "evidence": [*row["evidence"], *map(verdicts.plain_evidence, held.evidence(row["id"]))]} for row in rows
    ]


def judged(name: str, digits: int) -> tuple[verdicts.Row, float]:
    """The verdict on one claim as plain data, and the seconds it took."""
    from ..catalogue import claim
    from ..judging.judge import judge

    started = time.perf_counter()
    return verdicts.plain(judge(claim(name), digits)), time.perf_counter() - started
