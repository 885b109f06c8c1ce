"""Steps that rest on a claim of the catalogue: its own proof is judged again, every one of its hypotheses must be at
hand.

Judged    the claim gets this verdict under its own hypotheses
Rests     the claim is proved, and each of its hypotheses is assumed here too or shown by a step
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
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
        return tuple(dict.fromkeys(lemma for step in found.argue(found.case) for lemma in step.lemmas()))
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


@dataclass(frozen=True)
class Rests(Step):
    """The claim `on` is proved, with its hypotheses; `using` maps those that are not assumed here to steps."""

    on: str
    using: Mapping[str, Step] = field(default_factory=dict)

    def holds(self, assumed: frozenset[str]) -> bool:
        needed = {h.name for h in underlying(self.on).hypotheses}
        return verdict(self.on) == PROVED and needed <= assumed | set(self.using) and set(self.using) <= needed

    def parts(self) -> tuple[Step, ...]:
        return tuple(self.using.values())

    def lemmas(self) -> tuple[str, ...]:
        return (*cited(self.on), *super().lemmas())
