"""The claims of the catalogue that are derived, each with its derivation; shared by the generic tests."""

from __future__ import annotations

from functools import cache

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.judging.formal import Formal
from steepest_mirror.proofs.judging.theorem import Node, Sequent, sequents


@cache
def formal_claims() -> dict[str, Formal]:
    """By ID."""
    found = {name: claim(name).formal for name in FILES}
    return {name: formal for name, formal in found.items() if formal is not None}


@cache
def derivation(name: str) -> Node:
    """The derivation of a claim."""
    return formal_claims()[name].prove().derivation


def derived(node: Node) -> Sequent:
    """What a derivation proves, every rule applied again."""
    return sequents(node)[id(node)]
