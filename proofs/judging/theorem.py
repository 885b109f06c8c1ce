"""Theorem: hypotheses and a conclusion that rules derived from one another, and the derivation as data.

Only `rule` makes one. A Python object can still be forged, so no verdict trusts the object: `judge` derives the sequent
again from the derivation, which is plain data, by these rules and by the second implementation in `replay`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from types import MappingProxyType
from typing import Any, Final, NoReturn

from .formulas import Formula, is_formula, is_timed
from .terms import Malformed, is_term

Sequent = tuple[frozenset[Formula], Formula]
Node = tuple[str, tuple[Any, ...], tuple["Node", ...]]  # rule, parameters, premises
_KEY: Final = object()


class Refused(ValueError):
    """A rule does not apply: which one, and why."""


class Theorem:
    """hypotheses |- conclusion, with its derivation."""

    __slots__ = ("_sequent", "derivation")

    _sequent: Sequent
    derivation: Node

    def __init__(self, key: object, sequent: Sequent, derivation: Node) -> None:
        if key is not _KEY:
            raise TypeError("only a rule makes a theorem")
        object.__setattr__(self, "_sequent", sequent)
        object.__setattr__(self, "derivation", derivation)

    def __init_subclass__(cls, **_: Any) -> NoReturn:
        raise TypeError("Theorem has no subclasses")

    def __setattr__(self, *_: Any) -> NoReturn:
        raise TypeError("a theorem does not change")

    __delattr__ = __setattr__

    def __reduce_ex__(self, _: Any) -> NoReturn:
        raise TypeError("a theorem is not copied; its derivation is data")

    @property
    def hypotheses(self) -> frozenset[Formula]:
        """What it rests on."""
        return self._sequent[0]

    @property
    def conclusion(self) -> Formula:
        """What it says."""
        return self._sequent[1]


@dataclass(frozen=True)
class Rule:
    """A rule of inference: from the premises' sequents and plain parameters to the sequent it concludes."""

    name: str
    apply: Callable[..., Sequent]
    source: str
    says: str


_rules: dict[str, Rule] = {}
RULES = MappingProxyType(_rules)


def rule(source: str) -> Callable[[Callable[..., Sequent]], Callable[..., Theorem]]:
    """Makes a function (premises' sequents, *plain parameters) -> sequent a rule on theorems."""

    def register(apply: Callable[..., Sequent]) -> Callable[..., Theorem]:
        name = apply.__name__
        if name in _rules:
            raise TypeError(f"two rules named {name}")
        _rules[name] = Rule(name, apply, source, (apply.__doc__ or "").strip())

        @wraps(apply)
        def derive(*premises: Theorem, **parameters: Any) -> Theorem:
            if any(type(p) is not Theorem for p in premises):
                raise Refused(f"{name}: a premise is no theorem")
            given = tuple(parameters.values())
            if not all(map(is_plain, given)):
                raise Refused(f"{name}: a parameter is not plain data")
            sequent = _applied(_rules[name], [p._sequent for p in premises], given)
            return Theorem(_KEY, sequent, (name, given, tuple(p.derivation for p in premises)))

        return derive

    return register


def _applied(rule: Rule, premises: list[Sequent], parameters: tuple[Any, ...]) -> Sequent:
    hypotheses, conclusion = rule.apply(premises, *parameters)
    if not is_formula(conclusion) or not all(map(is_formula, hypotheses)):
        raise Refused(f"{rule.name}: what it would conclude is not a formula")
    return hypotheses, conclusion


def is_plain(value: Any) -> bool:
    """A term, a formula, a string, an integer, None, or a tuple of such."""
    if value is None or type(value) in (str, int):
        return True
    return (
        is_term(value) or is_formula(value) or is_timed(value) or (type(value) is tuple and all(map(is_plain, value)))
    )


def sequents(node: Node | None) -> dict[int, Sequent]:
    """The sequent of every node of a derivation, by its identity: a shared one is derived once."""
    known: dict[int, Sequent] = {}

    def walk(n: Node | None) -> Sequent:
        if id(n) not in known:
            if n is None or type(n) is not tuple or len(n) != 3 or n[0] not in _rules or not all(map(is_plain, n[1])):
                raise Malformed("not a derivation")
            premises = [walk(p) for p in n[2]]
            known[id(n)] = _applied(_rules[n[0]], premises, n[1])
        return known[id(n)]

    walk(node)
    return known
