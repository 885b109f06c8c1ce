"""Algebra: identities, signs, combinations of what is known, replacing equals, conditions on q and L, powers."""

from __future__ import annotations

import sympy as sp

from ....symbolic.algebra import is_zero
from ....symbolic.deciding import formulas as deciding
from ....symbolic.deciding.from_sympy import condition
from ....symbolic.errors import Undecided
from ....symbolic.symbols import L, q
from ..algebra import STRUCTURE, Letters, cases, expression, holds, positive
from ..formulas import Formula, formula, governed, is_formula, is_timed, split, weakest
from ..terms import OVER_TIME, Term, free, inside, is_term, joined, negative, rebuilt
from ..theorem import Refused, Sequent, rule
from .logical import _count

FIELD = "ordered fields; Hardy, A Course of Pure Mathematics, 10th ed., ch. 9 (powers, exp, log)"
POWERS = "Hardy, Littlewood, Polya, Inequalities, 2nd ed., section 2.1"
CELLS = "cells of q in [1, 2] x integers L >= 2 (symbolic.deciding)"


@rule(FIELD)
def calculation(premises: list[Sequent], stated: Formula) -> Sequent:
    """a = b, a <= b or a < b, whatever the values of its letters: the normal form of b - a is 0, or has positive
    coefficients in positive letters, in every case of signs."""
    _count(premises, 0)
    relation = _relation(stated)
    _shown(relation, [], [])
    return frozenset(), governed("", relation)


@rule(FIELD)
def combination(premises: list[Sequent], stated: Formula, multipliers: tuple[Term, ...]) -> Sequent:
    """From a_k = b_k, a_k <= b_k or a_k < b_k to a = b, a <= b or a < b: b - a - sum_k m_k (b_k - a_k) is 0, or not
    negative; m_k >= 0 where premise k is an inequality, and m_k > 0 for a strict one that is needed."""
    relation = _relation(stated)
    if len(multipliers) != len(premises) or not all(map(is_term, multipliers)):
        raise Refused("one multiplier a premise is wanted")
    hypotheses = frozenset().union(*(h for h, _ in premises))
    modes, relations = zip(*(split(c) for _, c in premises), strict=True)
    for r in relations:
        _relation(r)
    _shown(relation, list(relations), list(multipliers))
    return hypotheses, governed(weakest(*modes), relation)


@rule(FIELD)
def away_from_zero(premises: list[Sequent], stated: Formula) -> Sequent:
    """From 0 < |c| for letters c: a = b, a <= b or a < b as by calculation, where no c is 0."""
    relation = _relation(stated)
    modes, relations = zip(*(split(c) for _, c in premises), strict=True) if premises else ((), ())
    if any(r[:2] != ("<", ("n", 0, 1)) or r[2][0] != "abs" or r[2][1][0] in STRUCTURE for r in relations):
        raise Refused("0 < |c| with a letter c is wanted")
    _shown(relation, [], [], frozenset(r[2][1] for r in relations))
    return frozenset().union(*(h for h, _ in premises)), governed(weakest(*modes), relation)


@rule("Leibniz: equals for equals")
def replaced(premises: list[Sequent]) -> Sequent:
    """a = b and A give A with b for every a, at the time of the equation.

    Inside d/dt, an integral or a value at another time only where a = b at every time; under an index binder only
    where a and b do not hold the bound letter.
    """
    _count(premises, 2)
    (h1, equation), (h2, target) = premises
    mode, inner = split(equation)
    if inner[0] != "=":
        raise Refused("the first premise is no equation")
    _, old, new = inner
    target_mode, held = split(target)
    total = mode in ("", "every")
    result = _replace(held, old, new, total)
    if result == held:
        raise Refused("nothing to replace")
    return h1 | h2, governed(weakest(mode, target_mode), result)


@rule(CELLS)
def decision(premises: list[Sequent], stated: Formula) -> Sequent:
    """A condition on q and L that the premises' conditions imply, decided for every q in [1, 2], every L >= 2."""
    given = [_condition(c) for _, c in premises]
    try:
        shown = deciding.valid(condition(sp.Implies(sp.And(*given), _condition(formula(stated)))))
    except (Undecided, ValueError, TypeError) as reason:
        raise Refused(f"not decided: {reason}") from reason
    if not shown:
        raise Refused("it does not hold for every q in [1, 2] and L >= 2")
    return frozenset().union(*(h for h, _ in premises)), stated


@rule(POWERS)
def larger_base(premises: list[Sequent], r: Term) -> Sequent:
    """0 <= a, a <= b and 0 < r give a^r <= b^r."""
    _count(premises, 3)
    (h1, sign), (h2, order), (h3, exponent) = premises
    (m1, s), (m2, o), (m3, e) = split(sign), split(order), split(exponent)
    zero = ("n", 0, 1)
    if o[0] not in ("<=", "<") or s != ("<=", zero, o[1]) or e != ("<", zero, r):
        raise Refused("0 <= a, a <= b, 0 < r are wanted")
    return h1 | h2 | h3, governed(weakest(m1, m2, m3), ("<=", ("^", o[1], r), ("^", o[2], r)))


@rule(POWERS)
def larger_exponent(premises: list[Sequent]) -> Sequent:
    """0 <= a, a <= b, 0 < b, 0 < r and r <= s give a^s <= a^r b^{s-r}."""
    _count(premises, 5)
    (h1, sign), (h2, order), (h3, bound), (h4, least), (h5, exponents) = premises
    (m1, i), (m2, o), (m3, b), (m4, p), (m5, e) = map(split, (sign, order, bound, least, exponents))
    zero = ("n", 0, 1)
    if o[0] not in ("<=", "<") or e[0] not in ("<=", "<"):
        raise Refused("a <= b and r <= s are wanted")
    if i != ("<=", zero, o[1]) or b != ("<", zero, o[2]) or p != ("<", zero, e[1]):
        raise Refused("0 <= a, 0 < b, 0 < r are wanted")
    larger = ("*", ("^", o[1], e[1]), ("^", o[2], ("+", e[2], negative(e[1]))))
    together = h1 | h2 | h3 | h4 | h5
    return together, governed(weakest(m1, m2, m3, m4, m5), ("<=", ("^", o[1], e[2]), larger))


@rule(FIELD)
def scaled(premises: list[Sequent]) -> Sequent:
    """a <= b (a < b, a = b) and 0 < c give a c <= b c (and so on)."""
    _count(premises, 2)
    (h1, order), (h2, sign) = premises
    (m1, o), (m2, s) = split(order), split(sign)
    if o[0] not in ("=", "<=", "<") or s[:2] != ("<", ("n", 0, 1)):
        raise Refused("a relation and 0 < c are wanted")
    return h1 | h2, governed(weakest(m1, m2), (o[0], joined("*", o[1], s[2]), joined("*", o[2], s[2])))


@rule(POWERS)
def smaller_power(premises: list[Sequent]) -> Sequent:
    """0 < a, a < 1 and r < s give a^s < a^r."""
    _count(premises, 3)
    (h1, sign), (h2, order), (h3, exponents) = premises
    (m1, i), (m2, o), (m3, e) = map(split, (sign, order, exponents))
    if o[0] != "<" or o[2] != ("n", 1, 1) or i != ("<", ("n", 0, 1), o[1]) or e[0] != "<":
        raise Refused("0 < a, a < 1, r < s are wanted")
    return h1 | h2 | h3, governed(weakest(m1, m2, m3), ("<", ("^", o[1], e[2]), ("^", o[1], e[1])))


def _relation(stated: Formula) -> Formula:
    if not is_timed(stated) or stated[0] not in ("=", "<=", "<"):
        raise Refused("a relation is wanted, without its times")
    return stated


def _shown(
    relation: Formula, given: list[Formula], multipliers: list[Term], nonzero: frozenset[Term] = frozenset()
) -> None:
    terms = [*relation[1:], *multipliers, *(t for r in given for t in r[1:])]
    for always in (False, True):
        try:
            for letters in cases(terms, always, nonzero):
                _shown_in(letters, relation, given, multipliers)
            return
        except Refused:
            if always or relation[0] == "=":
                raise


def _shown_in(letters: Letters, relation: Formula, given: list[Formula], multipliers: list[Term]) -> None:
    left, right = (expression(t, letters) for t in relation[1:])
    rest = right - left
    strict = relation[0] == "<"
    for r, multiplier in zip(given, multipliers, strict=True):
        a, b = (expression(t, letters) for t in r[1:])
        m = expression(multiplier, letters)
        if r[0] != "=":
            if relation[0] == "=":
                raise Refused("an equation does not follow from an inequality")
            if not positive(m):
                raise Refused(f"the multiplier {letters.told(m)} is not shown to be at least 0")
            strict = strict and not (r[0] == "<" and positive(m, strict=True))
        rest -= m * (b - a)
    if relation[0] == "=":
        if not is_zero(rest):
            raise Refused(f"{letters.told(rest)} is not shown to be 0")
    elif not positive(rest, strict):
        raise Refused(f"{letters.told(rest)} is not shown to be {'positive' if strict else 'at least 0'}")


def _replace(f: Formula, old: Term, new: Term, total: bool) -> Formula:
    if is_formula(f) or is_timed(f):
        if (
            f[0] in ("ac", "integrable", "measurable", "tends", "grows", "all", "every", "ae", "C1", "flow")
            and not total
        ):
            raise Refused("an equation at some times does not reach into such a statement")
        if f[0] == "all" and f[1] in free(old) | free(new):
            raise Refused("a quantifier would catch a letter")
        return (f[0], *(_replace(a, old, new, total) if type(a) is tuple else a for a in f[1:]))
    if f == old:
        return new
    if f[0] in OVER_TIME and not total:
        return f
    if f[0] in ("sum", "prod", "others") and f[1] in free(old) | free(new):
        return f
    if f[0] in ("v", "f", "i", "n", "t"):
        return f
    return rebuilt(f, lambda a: _replace(a, old, new, total))


def _condition(f: Formula) -> sp.Basic:
    if f[0] in ("and", "or", "not", "=>", "<=>"):
        parts = [_condition(a) for a in f[1:]]
        join = {"and": sp.And, "or": sp.Or, "not": sp.Not, "=>": sp.Implies}
        if f[0] == "<=>":
            return sp.And(sp.Implies(*parts), sp.Implies(*reversed(parts)))
        return join[f[0]](*parts)
    if f[0] not in ("=", "<=", "<"):
        raise Refused("not a condition on q and L")
    left, right = (_rational(t) for t in f[1:])
    return {"=": sp.Eq, "<=": sp.Le, "<": sp.Lt}[f[0]](left, right, evaluate=False)


def _rational(t: Term) -> sp.Expr:
    if any(a[0] not in ("n", "v", "+", "*", "^") for a in inside(t)):
        raise Refused("not a rational function of q and L")
    if any(a[0] == "v" and a not in (("v", "q", "q"), ("v", "L", "depth")) for a in inside(t)):
        raise Refused("a letter other than q and L")
    return _rational_in(t)


def _rational_in(t: Term) -> sp.Expr:
    if t[0] == "v":
        return q if t[1] == "q" else L
    if t[0] == "n":
        return sp.Rational(t[1], t[2])
    if t[0] == "^":
        if t[2][0] != "n" or t[2][2] != 1:
            raise Refused("a power that is no integer")
        base = _rational_in(t[1])
        if t[2][1] < 0 and not holds(sp.Ne(base, 0)):
            raise Refused(f"a quotient by {base}, which may be 0")  # before it can cancel
        return sp.Pow(base, t[2][1])
    return (sp.Add if t[0] == "+" else sp.Mul)(*(_rational_in(a) for a in t[1:]))
