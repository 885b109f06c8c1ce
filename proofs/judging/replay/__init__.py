"""The second look at a derivation: every step again, by rules written a second time (`rules`), on plain data."""

from __future__ import annotations

from typing import Any

from . import calculus
from .normal import Unclear
from .rules import ALSO, Sequent
from .syntax import Refused, need, stated

__all__ = ["Refused", "calculus", "replayed"]

_TABLE = dict(ALSO)


def replayed(node: Any) -> Sequent:
    """The sequent a derivation proves. Errors: Refused."""
    known: dict[int, Sequent] = {}

    def step(n: Any) -> Sequent:
        if id(n) in known:
            return known[id(n)]
        need(type(n) is tuple and len(n) == 3 and type(n[0]) is str, "not a derivation")
        name, parameters, premises = n
        need(type(parameters) is tuple and type(premises) is tuple, "not a derivation")
        need(name in _TABLE, f"no second implementation of {name}")
        before = [step(p) for p in premises]
        try:
            hypotheses, conclusion = _TABLE[name](before, *parameters)
            for f in (*hypotheses, conclusion):
                stated(f)
        except (Unclear, TypeError, IndexError, KeyError, RecursionError) as reason:
            raise Refused(f"{name}: {reason}") from reason
        known[id(n)] = hypotheses, conclusion
        return known[id(n)]

    return step(node)
