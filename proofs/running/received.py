"""What a judging process sent, as far as it is a verdict on the claim that it was asked about: plain data throughout.

A file of theorems may have made it. `proved` is bound to its derivation by `confirming`; here every field has its very
type, the verdict is one of the seven words, and evidence is of a grade that an observation or an argument has.
"""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from ..verdict import (
    ANSWERED,
    ARGUED,
    PROVED,
    REFUTED,
    SUPPORTED,
    UNDECIDED,
    VACUOUS,
    Evidence,
    Verdict,
    Witness,
)

WORDS = (PROVED, REFUTED, ARGUED, ANSWERED, SUPPORTED, UNDECIDED, VACUOUS)
GRADES = ("symbolic", "certified", "numeric")  # `kernel` is no word of a judging process
REVIEW = "review-"
STEP = {"level": int, "kind": str, "text": str, "checked": str, "holds": bool, "lemma": str}


def verdict_on(name: str, told: Any) -> tuple[Verdict, float, bool]:
    """The verdict, its seconds, and whether its observations were left out.

    Errors: the exception that came in its place; ValueError where it is no verdict on this claim.
    """
    if isinstance(told, BaseException):
        raise told
    if type(told) is not tuple or list(map(type, told)) != [Verdict, float, bool] or not _is_whole(told[0]):
        raise ValueError("the process sent what is no verdict")
    found = told[0]
    if found.id != name:
        raise ValueError(f"the process sent a verdict on another claim: {found.id}")
    if found.verdict not in WORDS or (found.verdict == ANSWERED and not name.startswith(REVIEW)):
        raise ValueError(f"{found.verdict!r} is no verdict on this claim")
    if odd := [e.grade for e in found.evidence if e.grade not in GRADES]:
        raise ValueError(f"{odd[0]!r} is no grade of what a process judges")
    return found, told[1], told[2]


def _is_whole(v: Verdict) -> bool:
    words = ("id", "title", "statement", "verdict", "source", "expected", "scope", "remark", "derived")
    return is_plain(v, words, ("hypotheses",))


def is_plain(of: Any, words: tuple[str, ...], lists: tuple[str, ...]) -> bool:
    """Its own fields and nothing else: words, lists of words, evidence, steps, perhaps a witness and a derivation."""
    return (
        _has_fields(of)
        and all(type(getattr(of, word)) is str for word in words)
        and all(_all(getattr(of, name), lambda a: type(a) is str) for name in lists)
        and _all(of.evidence, _is_evidence)
        and _all(of.steps, lambda s: type(s) is dict and {k: type(a) for k, a in s.items()} == STEP)
        and (of.witness is None or _is_witness(of.witness))
        and (of.derivation is None or type(of.derivation) is dict)
    )


def _is_evidence(e: Any) -> bool:
    kinds = (str, bool, str, tuple, float)
    return type(e) is Evidence and _has_fields(e) and _typed(e, kinds) and _all(e.lemmas, lambda a: type(a) is str)


def _is_witness(w: Any) -> bool:
    if type(w) is not Witness or not _has_fields(w) or not _typed(w, (dict, str, str, str)):
        return False
    return all(type(a) is str for pair in w.at.items() for a in pair)


def _has_fields(of: Any) -> bool:
    """Its own fields and nothing else, which could stand before a method."""
    return vars(of).keys() == {f.name for f in fields(of)}


def _typed(of: Any, kinds: tuple[type, ...]) -> bool:
    return all(type(getattr(of, f.name)) is kind for f, kind in zip(fields(of), kinds, strict=True))


def _all(of: Any, right: Any) -> bool:
    return type(of) is tuple and all(map(right, of))
