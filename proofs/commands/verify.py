"""Judge the statements of the catalogue and show the evidence for each verdict.

  steepest-mirror verify                                  # all of them: the main job
  steepest-mirror verify --list                           # what the catalogue states
  steepest-mirror verify --claim metric --claim legendre  # a part of it
  steepest-mirror verify --claim metric --steps           # with every step of the proof
  steepest-mirror verify --digits 100 --jobs 4 --json     # more digits, more processes, for programs
  steepest-mirror verify --steps --json --output proofs.json   # derivations that can be replayed by
  python -m steepest_mirror.proofs.judging.replay proofs.json  # this program, or by one of your own
  steepest-mirror verify --rules                          # the rules of inference that proofs are made of
  steepest-mirror verify --items                          # sections 12 to 16 of the theory, item by item
  steepest-mirror verify --fresh                          # with the observations that an earlier run has made

proved: derived from the printed hypotheses by the rules of --rules, and once more by a second implementation.
argued: steps that are checked, with an inference that is not. answered: a review's question, by the claims it lists.
refuted: a counterexample that is itself proven. supported: only finitely many points were checked.
undecided: none of these, with the reason. vacuous: nothing satisfies the hypotheses.
Exit code 0 if every verdict is the expected one (some reported statements are expected to be refuted),
1 if one is not.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from typing import Any

from ...verdicts import stated
from ..verdict import Verdict
from ..writing import item_table, layout, markup, verdicts
from ..writing.document import WRITERS
from . import common, judging


def configure(parser: common.Parser) -> None:
    """Add the options of `verify`."""
    judging.add_judging(parser)
    parser.add_argument("--fresh", action="store_true", help="make again the observations that an earlier run has made")
    parser.add_argument("--list", action="store_true", help="list the claims instead of judging them")
    parser.add_argument("--rules", action="store_true", help="list the rules of inference, with their sources")
    parser.add_argument("--items", action="store_true", help="theory's sections 12 to 16, item by item, as a table")
    parser.add_argument("--steps", action="store_true", help="show every step of the proofs (in JSON: to replay them)")
    common.add_format(parser, ("text", "json", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Judge, print, and say by the exit code whether every verdict is the expected one."""
    form, digits = common.form(args), common.digits(args, judging.DIGITS)
    jobs, ids = judging.jobs(args), judging.chosen(args)
    if args.list:
        from ..running.alone import once

        common.emit(args, listed(once(stated, tuple(ids)), form))
        return 0
    if args.rules:
        common.emit(args, rules(form))
        return 0
    if args.items:
        ids = [name for name in item_table.wanted() if name in ids]
    outcome = judging.judge_all(ids, digits, jobs, fresh=args.fresh or args.items)
    text = by_item(outcome.found, form) if args.items else written(outcome, form, steps=args.steps)
    common.emit(args, text)
    outcome.told()
    if outcome.interrupted:
        return 130
    outcome.complete()
    return 1 if verdicts.summary(outcome.found)["unexpected"] else 0


def written(outcome: judging.Outcome, form: str, *, steps: bool) -> str:
    """The verdicts in the form asked for."""
    found, asked = outcome.found, len(outcome.ids) if outcome.interrupted else None
    match form:
        case "json":
            claims = [v.to_dict(derivation=steps) for v in found]
            return layout.json_text({"claims": claims, "summary": verdicts.summary(found)})
        case "markdown":
            return verdicts.markdown(found, asked)
        case "latex":
            from ..writing import statements

            said = statements.stated(found)
            return verdicts.latex(found, {name: of.statement for name, of in said.items()}, asked)
        case _:
            return _text(found, asked, steps=steps)


def _text(found: Sequence[Verdict], asked: int | None, *, steps: bool) -> str:
    last = layout.wrapped(verdicts.sentence(found, asked)) + "\n"
    return verdicts.text(found, steps=steps) + ("\n" if found else "") + last


def by_item(found: Sequence[Verdict], form: str) -> str:
    """Items of the theory, their claims and verdicts, and what was observed."""
    named = {v.id: v for v in found}
    if form == "json":
        return layout.json_text({"items": item_table.rows(named)})
    return WRITERS[form](item_table.document(named))


def listed(rows: list[dict[str, Any]], form: str) -> str:
    """What the claims state, without judging them."""
    match form:
        case "json":
            return layout.json_text({"claims": rows})
        case "markdown":
            return markup.markdown(("claim", "expected", "title", "source"), _short(rows))
        case "latex":
            return markup.latex(("claim", "expected", "title", "source"), _short(rows))
        case _:
            lines = (layout.wrapped(f"{r['title']} ({r['source']})", "    ") for r in rows)
            pairs = zip(rows, lines, strict=True)
            return "".join(f"{r['id']}  (expected: {r['expected']})\n{line}\n" for r, line in pairs)


def rules(form: str) -> str:
    """The rules that carry every `proved`: name, what it says, source, its lemma in the kernel or why it is trusted."""
    from ..judging.formal import RULES
    from ..kernel import certificate, rule_lemmas

    rows = [[r.name, " ".join(r.says.split()), r.source, rule_lemmas.standing(r.name)] for r in RULES.values()]
    head = ("rule", "says", "source", "kernel")
    match form:
        case "json":
            return layout.json_text({"rules": [dict(zip(head, row, strict=True)) for row in rows]})
        case "markdown":
            return markup.markdown(head, rows)
        case "latex":
            return markup.latex(head, rows)
        case _:
            said = []
            for name, says, source, kernel in rows:
                origin = layout.wrapped(f"({source}; kernel: {kernel})", "    ")
                said.append(f"{name}\n{layout.wrapped(says, '    ')}\n{origin}\n")
            trusted = [row[0] for row in rows if row[0] in rule_lemmas.TRUSTED or row[3] == "none"]
            held = certificate.certificate()
            seen = f"checked by the kernel: {len(held.rules)}" if held.rules else f"not checked here: {held.reason}"
            whole = len(rows) - len(trusted)
            count = f"{len(rows)} rules, each written twice; {whole} are lemmas of the kernel ({seen})."
            rest = f"Trusted without a lemma of their own, or for a part: {', '.join(trusted)}."
            return "".join(said) + layout.wrapped(count) + "\n" + layout.wrapped(rest) + "\n"


def _short(rows: list[dict[str, Any]]) -> list[list[str]]:
    return [[r["id"], r["expected"], r["title"], r["source"]] for r in rows]
