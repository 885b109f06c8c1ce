"""Conditions on (q, L) written with SymPy, such as q*(L - 1)/L <= 1, decided exactly by symbolic.deciding.formulas."""

from __future__ import annotations

import operator
from collections.abc import Callable
from functools import reduce
from typing import Any

import sympy as sp

from ..reading.to_sympy import rational_function
from . import formulas
from .from_text import compare

RELATIONS = {sp.Lt: "<", sp.Le: "<=", sp.Gt: ">", sp.Ge: ">=", sp.Eq: "==", sp.Ne: "!="}


def condition(stated: Any) -> formulas.Formula:
    """The formula of a SymPy condition in q and L: comparisons of rational functions, And, Or, Not, Implies.

    A denominator must have no zero on q in [1, 2], L >= 2 (ValueError otherwise).
    """
    if stated is sp.true or stated is sp.false:
        return formulas.Truth(stated is sp.true)
    if isinstance(stated, sp.Implies):
        premise, consequence = stated.args
        return ~condition(premise) | condition(consequence)
    joined: dict[Any, Callable[[Any, Any], Any]] = {sp.And: operator.and_, sp.Or: operator.or_}
    if stated.func in joined:
        return reduce(joined[stated.func], map(condition, stated.args))
    if stated.func is sp.Not:
        return ~condition(stated.args[0])
    found = compare(rational_function(stated.lhs), RELATIONS[stated.func], rational_function(stated.rhs))
    if not formulas.valid(found.domain):
        raise ValueError(f"{stated} has no meaning for some q in [1, 2], L >= 2")
    return found.formula


def settled(stated: Any) -> Any:
    """true or false where the condition always or never holds, itself otherwise."""
    formula = condition(stated)
    if formulas.valid(formula):
        return sp.true
    return sp.false if formulas.valid(~formula) else stated
