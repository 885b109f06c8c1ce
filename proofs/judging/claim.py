"""A claim is data: statement, hypotheses, formal parts, an argument made of steps, observations, mutants.

The argument is a function of the parts and of the hypotheses, so that a mutant (another exponent, another constant, a
hypothesis dropped) runs through the same argument and must fail there.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from ...symbolic.writing.text_and_latex import words
from ..verdict import ANSWERED, ARGUED, PROVED, Evidence
from .formal import Formal
from .steps import Domain, Step


@dataclass(frozen=True)
class Hypothesis:
    """A named assumption in words; `formula` (a SymPy condition) where it can be tested at points, with its domain."""

    name: str
    text: str
    formula: Any = None
    domain: Domain = field(default_factory=dict)


@dataclass(frozen=True)
class Mutant:
    """A false neighbour of a claim: parts that are replaced, or a hypothesis that is dropped."""

    name: str
    parts: Mapping[str, Any] = field(default_factory=dict)
    drop: str | None = None


@dataclass(frozen=True)
class Instance:
    """What an argument is given: the formal parts and the hypotheses in force."""

    parts: Mapping[str, Any]
    assumed: frozenset[str]

    def __getitem__(self, part: str) -> Any:
        return self.parts[part]

    def assumes(self, hypothesis: str) -> bool:
        """Whether the hypothesis of this name is in force."""
        return hypothesis in self.assumed


Observation = Callable[[int], Evidence]


@dataclass(frozen=True)
class Claim:
    """A statement with everything needed to judge it.

    `statement` may name parts in braces. `argue(of)` returns the steps of the proof; those with conclusion=True are
    the statement itself. `expected` is what the project believes, `matters` what a reader of the field
    would use it for. `observe` are numeric checks, each a function of the number of digits.
    """

    id: str
    title: str
    source: str
    statement: str
    hypotheses: tuple[Hypothesis, ...]
    parts: Mapping[str, Any]
    argue: Callable[[Instance], Iterable[Step]]
    scope: str
    mutants: tuple[Mutant, ...]
    expected: str = PROVED
    matters: str = ""
    remark: str = ""
    observe: tuple[Observation, ...] = ()
    formal: Formal | None = None

    @property
    def best(self) -> str:
        """The verdict to expect: an argument alone is `argued`, a review `answered`, whatever its steps."""
        if self.expected != PROVED or self.formal is not None:
            return self.expected
        return ANSWERED if self.id.startswith("review-") else ARGUED

    @property
    def instance(self) -> Instance:
        """The parts and hypotheses as the argument sees them."""
        return Instance(MappingProxyType(dict(self.parts)), frozenset(h.name for h in self.hypotheses))

    def mutated(self, mutant: Mutant) -> Claim:
        """The claim with the mutant's parts, or without the hypothesis it drops; nothing is observed."""
        unknown = set(mutant.parts) - set(self.parts)
        if unknown or (mutant.drop is not None and mutant.drop not in self.instance.assumed):
            raise ValueError(f"{self.id}: mutant {mutant.name} changes nothing")
        kept = tuple(h for h in self.hypotheses if h.name != mutant.drop)
        return replace(self, parts={**self.parts, **mutant.parts}, hypotheses=kept, observe=(), mutants=())

    def words(self) -> str:
        """The statement: rendered from its formulas, or the words with their parts filled in."""
        if self.formal is not None:
            return self.formal.statement()
        return self.statement.format_map({name: words(part) for name, part in self.parts.items()})

    def given(self) -> tuple[str, ...]:
        """The hypotheses, likewise."""
        return tuple(h.text for h in self.hypotheses) if self.formal is None else self.formal.given()

    def ranges(self) -> str:
        """The scope, likewise."""
        return self.scope if self.formal is None else self.formal.scope()


def derived_claim(*, id: str, title: str, source: str, formal: Formal, matters: str = "", remark: str = "") -> Claim:
    """A claim that is proved by a derivation alone: its words are rendered from its formulas."""
    return Claim(
        id=id,
        title=title,
        source=source,
        statement="",
        hypotheses=(),
        parts={},
        argue=lambda of: (),
        scope="",
        mutants=(),
        matters=matters,
        remark=remark,
        formal=formal,
    )
