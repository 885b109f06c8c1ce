"""Judge the statements of the catalogue and show the evidence for each verdict.

  steepest-mirror verify                                  all of them: the main job
  steepest-mirror verify --list                           what the catalogue states
  steepest-mirror verify --claim metric --claim legendre  a part of it
  steepest-mirror verify --claim metric --steps           with every step of the proof
  steepest-mirror verify --digits 100 --jobs 4 --json     more digits, more processes, for programs
  steepest-mirror verify --fresh                          without the verdicts kept from earlier runs

proved: the whole stated scope, every step checked by machine or a cited textbook lemma.
refuted: a counterexample that is itself proven. supported: only finitely many points were checked.
undecided: none of these, with the reason. vacuous: nothing satisfies the hypotheses.
Exit code 0 if every verdict is the expected one (some reported statements are expected to be refuted),
1 if one is not.
"""

from __future__ import annotations

import argparse
import time
from functools import partial
from typing import Any

from symbolic import exact
from symbolic.errors import InputError

from . import common, verdicts
from .progress import Progress

DIGITS = 50
MOST_JOBS = 256


def configure(parser: common.Parser) -> None:
    """Add the options of `verify`."""
    parser.add_argument("--claim", action="append", metavar="ID", help="judge this claim (repeatable; default: all)")
    parser.add_argument("--list", action="store_true", help="list the claims instead of judging them")
    parser.add_argument("--steps", action="store_true", help="show every step of the proofs (text)")
    parser.option("--jobs", metavar="N", help="processes (default: one for each processor)")
    parser.add_argument("--fresh", action="store_true", help="ignore the verdicts kept from earlier runs")
    common.add_digits(parser, DIGITS)
    common.add_format(parser, ("text", "json", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Judge, print, and say by the exit code whether every verdict is the expected one."""
    from proofs import pool, saved

    form, digits = common.form(args), common.digits(args, DIGITS)
    jobs = pool.processors() if args.jobs is None else exact.integer(args.jobs, "--jobs", 1, MOST_JOBS)

    from proofs.catalogue import FILES, claim

    for name in args.claim or ():
        if name not in FILES:
            hint = common.nearest(name, FILES)
            raise InputError("--claim", name, hint + "`steepest-mirror verify --list` shows the IDs")
    ids = [name for name in FILES if not args.claim or name in args.claim]
    if args.list:
        common.emit(args, listed([claim(name) for name in ids], form))
        return 0

    kept = {} if args.fresh else {name: saved.load(name, digits) for name in ids}
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
            saved.keep(name, digits, rows[name])
            progress.done(name, f"{verdicts.verdict(rows[name])} ({seconds:.1f} s)")

    interrupted = False
    try:
        pool.run(partial(judged, digits=digits), missing, jobs, done, progress.running)
    except KeyboardInterrupt:
        interrupted = True
    progress.clear()
    if len(missing) < len(ids):
        common.message(f"{len(ids) - len(missing)} of {len(ids)} verdicts were kept from an earlier run (--fresh redoes them)")
    finished = [rows[name] for name in ids if name in rows]
    common.emit(args, written(finished, form, steps=args.steps))
    if interrupted:
        common.message(f"steepest-mirror: interrupted: {len(finished)} of {len(ids)} claims were judged")
        return 130
    if faults:
        name, fault = next(iter(faults.items()))
        raise RuntimeError(f"{len(faults)} of {len(ids)} claims, the first {name}: {fault!r}") from fault
    return 1 if verdicts.summary(finished)["unexpected"] else 0


def judged(name: str, digits: int) -> tuple[verdicts.Row, float]:
    """The verdict on one claim as plain data, and the seconds it took."""
    from proofs.catalogue import claim
    from proofs.judge import judge

    started = time.perf_counter()
    return verdicts.plain(judge(claim(name), digits)), time.perf_counter() - started


def written(rows: list[verdicts.Row], form: str, *, steps: bool) -> str:
    """The verdicts in the form asked for."""
    match form:
        case "json":
            return common.json_text({"claims": rows, "summary": verdicts.summary(rows)})
        case "markdown":
            return verdicts.markdown(rows)
        case "latex":
            return verdicts.latex(rows)
        case _:
            return verdicts.text(rows, steps=steps) + ("\n" if rows else "") + verdicts.sentence(rows) + "\n"


def listed(claims: list[Any], form: str) -> str:
    """What the claims state, without judging them."""
    keys = ("id", "title", "source", "statement", "hypotheses", "expected", "scope", "remark")
    rows = [dict(zip(keys, (
        c.id, c.title, c.source, c.words(), [h.text for h in c.hypotheses], c.expected, c.scope, c.remark,
    ), strict=True)) for c in claims]  # fmt: skip
    match form:
        case "json":
            return common.json_text({"claims": rows})
        case "markdown":
            return common.markdown(("claim", "expected", "title", "source"), _short(rows))
        case "latex":
            return common.latex(("claim", "expected", "title", "source"), _short(rows))
        case _:
            lines = (common.wrapped(f"{r['title']} ({r['source']})", "    ") for r in rows)
            pairs = zip(rows, lines, strict=True)
            return "".join(f"{r['id']}  [{r['expected']}]\n{line}\n" for r, line in pairs)


def _short(rows: list[dict[str, Any]]) -> list[list[str]]:
    return [[r["id"], r["expected"], r["title"], r["source"]] for r in rows]
