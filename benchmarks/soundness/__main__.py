"""`python -m benchmarks.soundness [--claims N] [--seed S] [--jobs N] [--timeout S] [--sample N] [--output FILE]`."""

from __future__ import annotations

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path

from . import neighbours, report


def main() -> int:
    """Generate, judge, compare, print; 1 where the engine is wrong or leaves too much open."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.soundness", description="How often `check` is wrong, on claims of known truth."
    )
    parser.add_argument("--claims", type=int, default=4000, help="how many claims (default 4000)")
    parser.add_argument("--seed", type=int, default=20260301, help="of the generator (default 20260301)")
    parser.add_argument("--jobs", type=int, default=2, help="processes (default 2)")
    parser.add_argument("--timeout", type=float, default=20.0, help="seconds a claim (default 20)")
    parser.add_argument(
        "--sample", type=int, default=200, help="equalities put to the neighbours (default 200; 0: none)"
    )
    parser.add_argument("--output", type=Path, help="write the report to this file too")
    options = parser.parse_args()
    lines = []

    def say(line: str) -> None:
        lines.append(line)
        print(line, flush=True)

    started = time.perf_counter()
    claims = report.generated(options.claims, options.seed, options.jobs)
    say(f"{len(claims)} claims, seed {options.seed}, made in {time.perf_counter() - started:.0f} s")
    started = time.perf_counter()
    found = report.judged(claims, options.timeout, options.jobs, _progress)
    times = sorted(j.seconds for j in found)
    say(
        f"judged in {time.perf_counter() - started:.0f} s: median {times[len(times) // 2]:.2f} s, at most"
        f" {times[-1]:.1f} s a claim"
    )
    for line in report.tables(found):
        say(line)
    if options.sample:
        for line in compared(found, options.sample, options.seed, options.jobs):
            say(line)
    say("")
    for line in report.misjudged(found):
        say(line)
    wrong = list(report.faults(found))
    for line in wrong or ["no false claim accepted, no true claim refuted, at most 2 % of each left open"]:
        say(line)
    if options.output:
        options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return 1 if wrong else 0


def compared(found: list[report.Judged], count: int, seed: int, jobs: int) -> list[str]:
    """The neighbours' columns on a seeded sample of the equalities."""
    pool = [j for j in found if neighbours.suitable(j.claim)]
    sample = random.Random(seed).sample(pool, min(count, len(pool)))
    answers = neighbours.judged([j.claim for j in sample], jobs=jobs)
    lines = [
        "",
        (
            f"| {len(sample)} equalities | label | claims | accepted | not accepted | no answer in {neighbours.LIMIT}"
            " s, or an error |"
        ),
        "|---|---|---|---|---|---|",
    ]
    columns = {
        "steepest-mirror check": [{"proved": True, "argued": True, "refuted": False}.get(j.verdict) for j in sample],
        **answers,
    }
    for name, column in columns.items():
        for label in (True, False):
            counts = Counter(a for a, j in zip(column, sample, strict=True) if j.claim.label is label)
            row = [counts[True], counts[False], counts[None]]
            lines.append(
                f"| {name} | {'true' if label else 'false'} | {sum(row)} | " + " | ".join(map(str, row)) + " |"
            )
    lines.append("(`check`: not accepted means refuted with a witness; the others only fail to find a proof.)")
    return lines


def _progress(done: int, judged: report.Judged) -> None:
    if judged.wrong:
        print(f"WRONG: {judged.claim} {judged.verdict} {judged.detail}", file=sys.stderr, flush=True)
    if done % 100 == 0:
        print(f"{done} judged", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
