"""What `make kernel` prints: theorems, their hypotheses dropped, claims (theorem; equal, or in other words) and
rules.

A claim is `equal` where a theorem proves the translation of its formal claim. A theorem of Statements.v was compared
with a claim by eye; its row says what it covers, it does not count among the claims proved as they stand, and it is no
evidence.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from typing import Any

from . import certificate, claims, hypotheses, rule_lemmas

Held = Mapping[str, Any]


def everything(held: Held) -> str:
    """All tables of a certificate, and the counts."""
    found = held["versions"]
    whole = len(held["claims"])
    counts = (
        f"{len(held['theorems'])} theorems, {whole} claims as they stand and the lemmas of {len(held['rules'])} rules,"
        f" checked with Coq {found['coq']}, Coquelicot {found['coquelicot']}:"
        f" compiled in {held['compile_seconds']} s, everything in {held['seconds']} s"
    )
    rows = [*theorems(held), "", *hypotheses.rows(), "", *claim_rows(held), "", *rules(), "", counts]
    return "\n".join(_wrapped(line) for row in rows for line in row.split("\n"))


def _wrapped(line: str) -> str:
    """The line in at most 80 columns; what follows the first is indented."""
    indent = len(line) - len(line.lstrip()) + 2
    return textwrap.fill(line, 80, subsequent_indent=" " * indent, break_long_words=False, break_on_hyphens=False)


def theorems(held: Held) -> Iterator[str]:
    """Each theorem of Statements.v: statement in a line, lines of its proof, seconds of its file, axioms."""
    for name, entry in held["theorems"].items():
        theorem = certificate.theorems()[name]
        yield (
            f"{name}: {theorem.says}\n  if {theorem.assumes}\n  {entry['file']}, {entry['lines']} lines of proof,"
            f" file compiled in {entry['seconds']} s; axioms: {certificate.short(entry['axioms'])}"
        )


def claim_rows(held: Held) -> Iterator[str]:
    """Each claim of the catalogue that some theorem states, and how the two compare."""
    from ..catalogue import FILES

    yield "claim: theorem (file, lines of proof, seconds of the file; axioms): against the formal claim"
    for name in FILES:
        if entry := held["claims"].get(name):
            yield f"{name}: {claims.coq(name)}_claim ({_measured(entry)}): equal"
        elif covered := certificate.coverage().get(name):
            yield f"{name}: {', '.join(covered.theorems)}: other words, not compared with the formula: {covered.scope}"
        else:
            yield f"{name}: none"
    yield f"claims proved as they stand: {len(held['claims'])} of {len(FILES)}"


def _measured(entry: Held) -> str:
    return f"{entry['file']}, {entry['lines']}, {entry['seconds']}; {certificate.short(entry['axioms'])}"


def rules() -> Iterator[str]:
    """The rules of inference without a lemma, and those trusted for more than one, each with its reason."""
    lemmas = rule_lemmas.lemmas()
    for rule, reason in rule_lemmas.TRUSTED.items():
        yield f"rule {rule}: {'lemma, and trusted' if rule in lemmas else 'no lemma'}: {reason}"
