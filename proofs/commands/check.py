"""Judge your own claims, from a TOML file.

  steepest-mirror check claims.toml
  steepest-mirror check claims.toml --claim metric-l2 --steps
  steepest-mirror check claims.toml --timeout 60 --jobs 4 --json

A file holds [[claim]] tables of three kinds:

  [[claim]]
  id = "metric-l2"
  quantity = "metric"            # metric, mirror-map, potential, conjugate, regularizer, coupled-regularizer
  q = "3/2"                      # a rational, a list, or "symbolic": all real q in [1, 2] (the default)
  invariants = ["0", "lam"]      # rationals or names (positive); or "balanced" with depth = L or "symbolic"
  expression = "1/sqrt(4*x**q + lam**2)"   # in x > 0, u (P(u) = x**q), q, p, L and the names
  up_to = "nothing"              # or constant, affine (in x), factor (nonzero)

  [[claim]]
  id = "onto"
  property = "onto"              # onto, legendre, bregman, sign-preserving, finite-escape, blow-up
  condition = "q*(L-1)/L <= 1"   # for all q in [1, 2], integers L >= 2
  family = "balanced"            # or lambda-balanced: every lambda > 0

  [[claim]]
  id = "conserved"
  depth = 3
  invariant = "abs(w1)**q - abs(w2)**q"
  decay = "decoupled"            # none, decoupled, coupled
  rate = "-q*alpha*(abs(w1)**q - abs(w2)**q)"

proved: derived by rules for the whole stated scope. argued: every step of a proof is checked,
but the core has no rule that derives the statement from them; the remark says what is missing.
refuted: a witness whose disagreement is proven. supported: only finitely many points were
checked. undecided: none of these in the time given. Exit code 0 if every claim is proved, 1 if
one is refuted, 2 for a malformed file (nothing is judged), 4 otherwise.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from ...symbolic.reading.nearest import nearest
from ..verdict import Verdict
from ..writing import layout, verdicts
from . import common
from .progress import Progress

if TYPE_CHECKING:
    from ..check import UserClaim

TIMEOUT = "20"
LONGEST_TIMEOUT = 86_400
MOST_JOBS = 256


def configure(parser: common.Parser) -> None:
    """Add the options of `check`."""
    parser.add_argument("file", metavar="FILE.toml", help="the claims")
    parser.add_argument("--claim", action="append", metavar="ID", help="judge this claim (repeatable; default: all)")
    parser.option("--timeout", metavar="S", help=f"seconds of processor time for each claim (default {TIMEOUT})")
    parser.option("--jobs", metavar="N", help="claims at once (default: one for each processor)")
    parser.add_argument("--steps", action="store_true", help="show every step of the proofs (in JSON: to replay them)")
    common.add_format(parser, ("text", "json", "markdown"))


def run(args: argparse.Namespace) -> int:
    """Judge, print, and say by the exit code what was found."""
    from ..running import pool

    form = common.form(args)
    jobs = pool.processors() if args.jobs is None else exact.integer(args.jobs, "--jobs", 1, MOST_JOBS)
    timeout = exact.number(TIMEOUT if args.timeout is None else args.timeout, "--timeout")
    if not 0 < timeout <= LONGEST_TIMEOUT:
        raise InputError("--timeout", args.timeout, f"give seconds, more than 0 and at most {LONGEST_TIMEOUT}")
    text = layout.read(args.file, "FILE.toml")

    from ..check import Malformed, judge_all, read

    try:
        stated = read(text)
    except Malformed as error:
        for fault in error.faults:
            layout.message(f"steepest-mirror: {layout.printable(args.file, 100)}: {fault}")
        return 2
    for name in args.claim or ():
        if name not in (ids := [claim.id for claim in stated]):
            raise InputError("--claim", name, nearest(name, ids) + "give the id of a claim of the file")
    chosen = [claim for claim in stated if not args.claim or claim.id in args.claim]

    progress, asked = Progress(len(chosen)), None
    judged: dict[str, Verdict] = {}

    def done(claim: UserClaim, verdict: Verdict, seconds: float) -> None:
        judged[claim.id] = replace(verdict, source=layout.printable(args.file, 200))
        progress.done(claim.id, f"{verdict.verdict} ({seconds:.1f} s)")

    try:
        judge_all(chosen, float(timeout), jobs, done, progress.running)
    except KeyboardInterrupt:  # what is judged by then is shown
        asked = len(chosen)
    finally:
        progress.clear()
    found = [judged[claim.id] for claim in chosen if claim.id in judged]
    common.emit(args, written(found, form, asked, steps=args.steps))
    if asked is not None:
        layout.message(f"steepest-mirror: interrupted: {len(found)} of {asked} claims were judged")
        return 130
    outcomes = {verdict.verdict for verdict in found}
    return 1 if "refuted" in outcomes else 0 if outcomes <= {"proved"} else 4


def written(found: Sequence[Verdict], form: str, asked: int | None, *, steps: bool) -> str:
    """The verdicts in the form asked for; `asked`: how many were to be judged, where that was interrupted."""
    match form:
        case "json":
            counts = {k: n for k, n in verdicts.summary(found).items() if k != "unexpected"}
            return layout.json_text({"claims": [v.to_dict(derivation=steps) for v in found], "summary": counts})
        case "markdown":
            return verdicts.markdown(found, asked)
    return verdicts.text(found, steps=steps) + ("\n" if found else "") + verdicts.sentence(found, asked) + "\n"
