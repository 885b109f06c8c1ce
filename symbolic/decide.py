"""Conditions on (q, L) written with SymPy, such as q*(L - 1)/L <= 1, decided exactly by symbolic.logic."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

import sympy as sp

from . import logic
from .conditions import compare
from .translate import rational_function

RELATIONS = {sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">=", sp.Eq: "==", sp.Ne: "!="}


def condition(stated: Any) -> logic.Formula:
    """The formula of a SymPy condition in q and L: comparisons of rational functions, And, Or, Not, Implies.

    A denominator must have no zero on q in [1, 2], L >= 2 (ValueError otherwise).
    """
    if stated is sp.true or stated is sp.false:
        return logic.Truth(stated is sp.true)
    if isinstance(stated, sp.Implies):
        premise, consequence = stated.args
        return ~condition(premise) | condition(consequence)
    joined: dict[Any, Callable[[Any, Any], Any]] = {sp.And: operator.and_, sp.Or: operator.or_}
    if stated.func in joined:
        return reduce(joined[stated.func], map(condition, stated.args))
    if stated.func is sp.Not:
        return ~condition(stated.args[0])
    found = compare(rational_function(stated.lhs), RELATIONS[stated.func], rational_function(stated.rhs))
    if not logic.valid(found.domain):
        raise ValueError(f"{stated} has no meaning for some q in [1, 2], L >= 2")
    return found.formula


def settled(stated: Any) -> Any:
    """true or false where the condition always or never holds, itself otherwise."""
    formula = condition(stated)
    if logic.valid(formula):
        return sp.true
    return sp.false if logic.valid(~formula) else stated

