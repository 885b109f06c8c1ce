"""Claims proved as they stand: theorem NAME_claim proves claim_NAME, the translation of the formal claim NAME.

ClaimStatements.v holds these translations; it is written by code (`python -m steepest_mirror.proofs.kernel
--statements`) and must be, letter by letter, what `translated` says of the catalogue, so a change of a formal claim,
of the translation or of the file is noticed. Nothing is compared by eye.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from ..judging.formal import Formal
from ..judging.formulas import Formula
from . import translated
from .certificate import SOURCES, definition, files, sha256, without_comments

STATEMENTS = "ClaimStatements.v"
HEAD = """(** The formal claims in Coq's words, written by code from the catalogue: not to be edited. *)

From Coq Require Import Reals.
From Coquelicot Require Import Coquelicot.
From SteepestMirror Require Import Statements RuleStatements Vocabulary.
Local Open Scope R_scope.
"""
PROVED = re.compile(r"^Theorem (\w+)_claim : claim_\1\.", re.MULTILINE)
CHANGED = {"=": "<", "<=": "<", "<": "="}


@cache
def proved() -> Mapping[str, str]:
    """Each claim with a theorem, in the catalogue's order, and the file of its proof; none without the sources."""
    from ..catalogue import FILES

    try:
        texts = {name: without_comments((SOURCES / name).read_text(encoding="utf-8")) for name in files()}
    except FileNotFoundError:
        return {}
    found = {name.replace("_", "-"): file for file, text in texts.items() for name in PROVED.findall(text)}
    return {name: found[name] for name in FILES if name in found}


def formal(claim: str) -> Formal:
    """The formal claim of this ID. Errors: KeyError where there is none."""
    from ..catalogue import claim as of

    found = of(claim).formal
    if found is None:
        raise KeyError(claim)
    return found


def coq(claim: str) -> str:
    """The claim's ID as a word of Coq."""
    return claim.replace("-", "_")


def statements() -> str:
    """ClaimStatements.v as it must be. Errors: Untranslated, KeyError."""
    return "\n".join([HEAD, *(translated.definition(name, formal(name)) + "\n" for name in proved())])


def differing(text: str) -> list[str]:
    """The claims whose proposition in this text is not the translation of the formal claim."""
    found = []
    for name in proved():
        try:
            same = definition(text, f"claim_{coq(name)}") == translated.statement(formal(name))
        except KeyError:
            same = False
        if not same:
            found.append(name)
    return found


def audit() -> Iterator[str]:
    """Coq source that fails unless each theorem has the very type translated now, and no longer with one relation of
    the goal changed."""
    for name, file in proved().items():
        claim, theorem = formal(name), f"SteepestMirror.{file.removesuffix('.v')}.{coq(name)}_claim"
        yield f"Definition claimed_{coq(name)} : ({translated.statement(claim)}) := {theorem}."
        yield f"Definition stated_{coq(name)}_claim : SteepestMirror.ClaimStatements.claim_{coq(name)} := {theorem}."
        changed = Formal(claim.hypotheses, mutant(claim.goal), claim.prove, claim.witness)
        yield f"Definition changed_{coq(name)} : Prop := ({translated.statement(changed)})."
        yield f"Fail Definition refused_{coq(name)} : changed_{coq(name)} := {theorem}."


def entry(claim: str, file: str, text: str) -> dict[str, str]:
    """What the certificate says of a claim: the file of its proof, and the hash of its proposition."""
    return {"file": file, "statement": sha256(definition(text, f"claim_{coq(claim)}"))}


def mutant(goal: Formula) -> Formula:
    """The goal with its last relation changed: = to <, <= to <, < to =; a limit to its double and one more."""
    if goal[0] in CHANGED:
        return (CHANGED[goal[0]], *goal[1:])
    if goal[0] == "tends":
        return (*goal[:2], ("+", goal[2], goal[2], ("n", 1, 1)))
    if goal[0] == "grows":
        return ("tends", goal[1], ("n", 0, 1))
    return (*goal[:-1], mutant(goal[-1]))
