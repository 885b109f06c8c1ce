"""A formal claim: hypotheses and a goal as formulas, and a derivation; `proved` binds the verdict to exactly these.

proved  the derivation, done again by the rules and by the second implementation (`replay`), ends in the goal itself,
        from hypotheses among those of the claim; the witness meets every hypothesis, at every time (`met`)
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from . import abbreviated, timeless
from .formulas import Formula, is_formula
from .met import in_sorts, met
from .models import Model, fits
from .naming import named_apart
from .render import latex, scope, text
from .replay import replayed
from .rules import algebraic, along, calculus, logical, order, sums
from .terms import Malformed
from .theorem import RULES, Node, Refused, Sequent, Theorem, sequents
from .undefined import WORDS, may_be_undefined

# the judge's own references, whatever is done to the modules
_MET, _FITS, _IN_SORTS, _SEQUENTS, _REPLAYED = met, fits, in_sorts, sequents, replayed
assert all((algebraic, along, calculus, logical, order, sums))


@dataclass(frozen=True)
class Formal:
    """What is claimed, as formulas; `prove` returns the theorem; `witness` is a model that meets the hypotheses."""

    hypotheses: tuple[Formula, ...]
    goal: Formula
    prove: Callable[[], Theorem]
    witness: Callable[[], Model]

    def statement(self) -> str:
        """The goal, in words."""
        return self._said(abbreviated.statement(self.goal, self.hypotheses))

    def given(self, tex: bool = False) -> tuple[str, ...]:
        """The hypotheses, in words, or each as LaTeX."""
        return tuple(self._said((latex if tex else text)(h)) for h in self.hypotheses)

    def _said(self, shown: str) -> str:
        return timeless.as_variable(shown) if timeless.is_variable((*self.hypotheses, self.goal)) else shown

    def scope(self) -> str:
        """The ranges of the letters, and what a term without a value means where there may be one."""
        everything = (*self.hypotheses, self.goal)
        ranges = scope(everything)
        return "; ".join(filter(None, (ranges, WORDS))) if may_be_undefined(everything) else ranges

    def latex(self) -> str:
        """The goal as LaTeX."""
        return self._said(abbreviated.statement(self.goal, self.hypotheses, tex=True))


@dataclass(frozen=True)
class Derivation:
    """Whether a formal claim is derived, why not, and the derivation."""

    stands: bool
    reason: str
    node: Node | None
    shown: Mapping[int, Sequent] = field(default_factory=dict)  # what every node says, as the rules derived it again

    def applications(self) -> int:
        """How many rule applications it has, shared ones once."""
        return len({id(n) for n in _nodes(self.node)}) if self.node else 0


def derive(claim: Formal) -> Derivation:
    """The derivation of a formal claim, done and checked twice."""
    made = drafted(claim)
    return checked(claim, made.node) if made.stands else made


def drafted(claim: Formal) -> Derivation:
    """The derivation as the claim's own proof gives it, not checked again: whether there is one."""
    try:
        well_formed(claim)
        theorem = claim.prove()
    except (Refused, Malformed) as reason:
        return Derivation(False, str(reason), None)
    if type(theorem) is not Theorem:
        return Derivation(False, "the proof returned no theorem", None)
    return Derivation(True, "", theorem.derivation)


def checked(claim: Formal, node: Node | None) -> Derivation:
    """Whether a derivation, which is data, proves the claim: by the rules, and by the second implementation."""
    try:
        shown = _SEQUENTS(node)
        twice = (shown[id(node)], _REPLAYED(node))
    except ValueError as reason:
        return Derivation(False, str(reason), node)
    for hypotheses, conclusion in twice:
        if conclusion != claim.goal:
            return Derivation(False, f"it ends in another statement: {text(conclusion)}", node)
        if extra := [h for h in hypotheses if h not in claim.hypotheses]:
            return Derivation(False, f"it rests on what is not given: {text(extra[0])}", node)
    model = claim.witness()
    everything = (*claim.hypotheses, claim.goal)
    if not (_FITS(everything, model) and _IN_SORTS(everything, model)):
        return Derivation(False, "the witness gives a letter a value outside its sort", node)
    if unmet := [h for h in claim.hypotheses if not _MET(h, model)]:
        return Derivation(False, f"the witness does not meet: {text(unmet[0])}", node)
    return Derivation(True, "", node, shown)


def well_formed(claim: Formal) -> None:
    """Formulas throughout, and one name for one thing. Errors: Malformed."""
    if type(claim) is not Formal or type(claim.hypotheses) is not tuple:
        raise Malformed("not a formal claim")
    everything = (*claim.hypotheses, claim.goal)
    if not all(map(is_formula, everything)):
        raise Malformed("a hypothesis or the goal is not a formula")
    named_apart(everything)


def tree(derivation: Derivation) -> Iterator[Mapping[str, Any]]:
    """The derivation for a reader, conclusion first: level, rule, what it concludes, its source; each node once."""
    known, shown = derivation.shown, set[int]()

    def walk(n: Node, level: int) -> Iterator[Mapping[str, Any]]:
        again = id(n) in shown
        shown.add(id(n))
        words = text(known[id(n)][1]) + (" (derived above)" if again and n[2] else "")
        yield {"level": level, "kind": n[0], "text": words, "checked": "", "holds": True, "lemma": RULES[n[0]].source}
        if not again:
            for premise in n[2]:
                yield from walk(premise, level + 1)

    return walk(derivation.node, 0) if derivation.node and known else iter(())


def _nodes(node: Node) -> Iterator[Node]:
    yield node
    for premise in node[2]:
        yield from _nodes(premise)
