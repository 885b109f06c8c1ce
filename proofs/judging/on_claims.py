"""A step that rests on a claim of the catalogue: its own proof is judged again, under its own hypotheses."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from ...symbolic.errors import Undecided
from ..verdict import PROVED, REFUTED, UNDECIDED, Witness
from .claim import Claim
from .formal import derive
from .steps import Step

_UNDER_WAY: list[str] = []  # a claim never rests on itself, however far away


def underlying(name: str) -> Claim:
    """The claim of this ID without its observations."""
    from ..catalogue import claim

    return replace(claim(name), observe=())


@lru_cache(maxsize=256)
def verdict(name: str) -> str:
    """The verdict on the claim by its proof alone. Errors: Undecided where it would rest on itself."""
    from .judge import judged_by_steps

    if name in _UNDER_WAY:
        raise Undecided(f"{name} rests on itself: {' -> '.join([*_UNDER_WAY, name])}")
    _UNDER_WAY.append(name)
    try:
        found = underlying(name)
        if found.formal is not None:
            return PROVED if derive(found.formal).stands else UNDECIDED
        return judged_by_steps(found).verdict
    finally:
        _UNDER_WAY.pop()


def cited(name: str) -> tuple[str, ...]:
    """The lemmas that the proof of this claim cites, with those of the claims under it."""
    if name in _UNDER_WAY:
        return ()
    _UNDER_WAY.append(name)
    try:
        found = underlying(name)
        return tuple(dict.fromkeys(lemma for step in found.argue(found.instance) for lemma in step.lemmas()))
    finally:
        _UNDER_WAY.pop()


@dataclass(frozen=True)
class Judged(Step):
    """The claim `on` gets the verdict `found` under its own hypotheses."""

    on: str
    found: str = PROVED

    def holds(self, assumed: frozenset[str]) -> bool:
        return verdict(self.on) == self.found

    def lemmas(self) -> tuple[str, ...]:
        return cited(self.on)

    def refute(self) -> Witness | None:
        try:
            actual = verdict(self.on)
        except Undecided:
            return None
        if actual == self.found or actual not in (PROVED, REFUTED):
            return None
        return Witness({}, f"{self.on} is {actual}", f"stated: {self.found}")
