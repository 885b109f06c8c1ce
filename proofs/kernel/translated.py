"""A formal claim as a Coq proposition:  for all sizes, constants, T and functions,  hypotheses -> goal.

Every clause is a line of the table in `judging/formulas.py`, its terms those of `spelled.py`; da/dt = b is `is_derive`.
A relation that is claimed says that both of its sides have values; one that is assumed says nothing where one has none,
since it then stands for any number. What has a value by its form needs no words. What has no translation is refused,
and so is what may be undefined under a derivative.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from ..judging.flows import FLOWS
from ..judging.formal import Formal
from ..judging.formulas import Formula, letters, terms
from ..judging.formulas import formula as checked
from ..judging.naming import named_apart
from ..judging.terms import Malformed, Term, inside
from .given import Given
from .spelled import NUMBERS, SIZES, Condition, Integrals, Untranslated, atom, defined, defined_inside, named, term

LEAST = {"L": 2, "n": 1, "rows": 1}
SORTS = {"q": "1 <= {0} <= 2", "pos": "0 < {0}", "nonneg": "0 <= {0}"}


def statement(formal: Formal) -> str:
    """The proposition, on one line. Errors: Untranslated."""
    everything = (*formal.hypotheses, formal.goal)
    try:
        named_apart(tuple(map(checked, everything)))
    except Malformed as fault:
        raise Untranslated(str(fault)) from fault
    if formal.goal[0] == "flow" or any(h[0] == "flow" and h[1] not in FLOWS for h in formal.hypotheses):
        raise Untranslated("a flow that is claimed, or that is none")
    flat = [c for f in everything for c in (FLOWS[f[1]] if f[0] == "flow" else (f,))]
    assumed = Place(False, Given(flat[:-1]))
    loose = sorted(frozenset[Term]().union(*map(letters, flat)))
    bounds = {i[2] for f in flat for i in _indices(f)}
    sizes = sorted({SIZES[b] for b in bounds} | {named(v[1]) for v in loose if v[0] == "v" and v[2] in NUMBERS})
    heads = _heads(flat)
    timed = any(a[0] in ("f", "t", "int", "total") for f in flat for a in _every(f)) or any(map(_speaks_of_time, flat))
    words = [f"forall {name} : nat, ({LEAST.get(name, 1)} <= {name})%nat ->" for name in sizes]
    if timed:
        words.append("forall T : Rbar, Rbar_lt 0 T ->")
    words += [_quantified(head, indices) for head, indices in sorted(heads.items()) if not _is_number(head)]
    words += [f"forall {named(name)} : R -> R," for name in sorted(_reals(flat))]
    words += [f"forall {i[1]} : nat, ({i[1]} < {SIZES[i[2]]})%nat ->" for i in loose if i[0] == "i"]
    words += [f"({formula(h, assumed)}) ->" for h in flat[:-1]]
    return " ".join([*words, formula(flat[-1], assumed.turned())])


def _is_number(head: tuple[str, ...]) -> bool:
    return head[0] == "v" and head[2] in NUMBERS


def _every(f: Formula) -> Iterable[Term]:
    for a in terms(f):
        yield from inside(a)
    for g in f[1:]:
        if type(g) is tuple and g[0] not in ("v", "f", "n", "i", "t"):
            yield from _every(g) if _is_statement(g) else ()


def _is_statement(g: Formula) -> bool:
    return g[0] in ("=", "<=", "<", "every", "ae", "and", "or", "not", "=>", "<=>", "all", "ac", "integrable",
                    "measurable", "grows", "tends", "C1")  # fmt: skip


def _indices(f: Formula) -> Iterable[Term]:
    yield from (a for a in _every(f) if a[0] == "i")
    if f[0] == "all":
        yield f[1]
    for g in f[1:]:
        if type(g) is tuple and _is_statement(g):
            yield from _indices(g)


def _heads(flat: Iterable[Formula]) -> dict[tuple[str, ...], tuple[Term, ...]]:
    """Each constant and function with indices as it first occurs."""
    found: dict[tuple[str, ...], tuple[Term, ...]] = {}
    for f in flat:
        for a in _every(f):
            if a[0] in ("v", "f"):
                found.setdefault(a[:3], a[3:])
    return found


def _reals(flat: Iterable[Formula]) -> set[str]:
    found = {a[1] for f in flat for a in _every(f) if a[0] in ("of", "of'")}
    return found | {f[1] for f in flat if f[0] == "C1"}


def _speaks_of_time(f: Formula) -> bool:
    return f[0] in ("every", "ae", "ac", "integrable", "measurable", "grows", "tends") or any(
        _speaks_of_time(g) for g in f[1:] if type(g) is tuple and _is_statement(g)
    )


def _quantified(head: tuple[str, ...], indices: tuple[Term, ...]) -> str:
    kind, name, sort = head[0], named(head[1]), head[2]
    domain = "nat -> " * len(indices) + ("R -> R" if kind == "f" else "R")
    letters_ = [f"i{k}" for k in range(len(indices))]
    given = "".join(f"forall {i}, ({i} < {SIZES[b[2]]})%nat -> " for i, b in zip(letters_, indices, strict=True))
    applied = " ".join([name, *letters_])
    said = f"forall {name} : {domain},"
    if sort in SORTS:
        if kind == "f":
            given, applied = f"{given}every T (fun t => ", f"{applied} t"
        said += f" ({given}{SORTS[sort].format(applied)}{')' if kind == 'f' else ''}) ->"
    return said


@dataclass(frozen=True)
class Place:
    """A place of a statement: whether what stands there is claimed or assumed, and what the hypotheses give."""

    claimed: bool
    given: Given

    def turned(self) -> Place:
        """The place under a negation."""
        return Place(not self.claimed, self.given)

    def said(self, conditions: Iterable[Condition], words: str) -> str:
        """The words where the conditions hold: claimed too where the words are claimed; where they are assumed, nothing
        is assumed unless the conditions hold, since what has no value stands for any number. Errors: Untranslated."""
        found = list(dict.fromkeys(conditions))
        if self.claimed:
            return " /\\ ".join([*(c.words for c in found), words])
        if lost := [c for c in found if c.rate and not (c.now and self.given.continuous(c.rate))]:
            raise Untranslated(f"a rate in a hypothesis, not known to exist: {lost[0].words}")
        sure = [c.words for c in found if c.rate or c.slope in self.given.smooth]
        unsure = [c.words for c in found if c.words not in sure]
        said = " /\\ ".join([*sure, words])
        return "(" + " -> ".join([*(f"({c})" for c in unsure), said]) + ")" if unsure else said

    def brought(self, integrals: Integrals) -> list[str]:
        """The words that bring in the integrals. Errors: Untranslated."""
        if not self.claimed and any(t[0] == "total" or not self.given.integrable(t[1]) for t in integrals.names):
            raise Untranslated("an integral in a hypothesis, not known to exist")
        return integrals.words


def formula(f: Formula, place: Place) -> str:
    """The formula as a Coq proposition. Errors: Untranslated."""
    head = f[0]
    if head == "all":
        i = f[1]
        return f"forall {i[1]} : nat, ({i[1]} < {SIZES[i[2]]})%nat -> {formula(f[2], place)}"
    if head in ("every", "ae"):
        integrals = Integrals()
        body = _timed(f[1], "t", head == "ae", integrals, place)
        return " ".join([*place.brought(integrals), f"{head} T (fun t => {body})"])
    if head in ("=", "<=", "<"):
        integrals = Integrals()
        body = _timed(f, "0", False, integrals, place)
        return " ".join([*place.brought(integrals), body])
    if head in ("and", "or"):
        return {"and": " /\\ ", "or": " \\/ "}[head].join(f"({formula(a, place)})" for a in f[1:])
    if head == "not":
        return f"~ ({formula(f[1], place.turned())})"
    if head == "=>":
        return f"({formula(f[1], place.turned())}) -> ({formula(f[2], place)})"
    if head == "<=>":
        if any(formula(a, place) != formula(a, place.turned()) for a in f[1:]):
            return formula(("and", ("=>", *f[1:]), ("=>", f[2], f[1])), place)
        return f"({formula(f[1], place)}) <-> ({formula(f[2], place)})"
    if head == "C1":
        where = "" if f[2] == "real" else "0 < point -> "
        return f"forall point : R, {where}ex_derive {named(f[1])} point /\\ continuous (Derive {named(f[1])}) point"
    if head in ("ac", "integrable", "measurable", "grows", "tends"):
        return _of_a_term(f, place)
    raise Untranslated(f"a formula of the form {head}")


def _of_a_term(f: Formula, place: Place) -> str:
    integrals = Integrals()
    body = term(f[1], "t", integrals)
    if f[0] in ("ac", "integrable", "measurable"):
        defined_inside(f[1])
        whole = f[0] != "integrable"
        said = f"{f[0]} T (fun t => {body})" if whole else f"exists int_0, primitive T (fun t => {body}) int_0"
        return " ".join([*place.brought(integrals), said])
    conditions = [c.words for c in defined(f[1], "t", integrals)]
    fixed = [c.words for c in defined(f[2], "0", integrals)] if f[0] == "tends" else []
    if (conditions or fixed) and not place.claimed:
        raise Untranslated("a limit in a hypothesis, of what may be undefined")
    said = f"{f[0]} (toward T) (fun t => {body})"
    if f[0] == "tends":
        said += f" {atom(term(f[2], '0', integrals))}"
    if conditions:
        joined = " /\\ ".join(conditions)
        fixed.append(f"toward T (fun t => {joined})")
    return " ".join([*place.brought(integrals), " /\\ ".join([*fixed, said])])


def _timed(f: Formula, at: str, derivatives: bool, integrals: Integrals, place: Place) -> str:
    head = f[0]
    if head in ("and", "or", "=>"):
        word = {"and": " /\\ ", "or": " \\/ ", "=>": " -> "}[head]
        places = (place.turned(), place) if head == "=>" else (place,) * (len(f) - 1)
        said = (_timed(a, at, derivatives, integrals, p) for a, p in zip(f[1:], places, strict=True))
        return word.join(f"({a})" for a in said)
    left, right = f[1:]
    if not derivatives and any(a[0] == "d" for s in (left, right) for a in inside(s)):
        raise Untranslated("a rate that is not for almost every time")
    if head == "=" and left[0] == "d" and not any(a[0] == "d" for a in (*inside(left[1]), *inside(right))):
        defined_inside(left[1])
        if not place.claimed and not place.given.continuous(left[1]):
            raise Untranslated("a rate in a hypothesis, not known to exist")
        rate = f"is_derive (fun t => {term(left[1], 't', integrals)}) {at} {atom(term(right, at, integrals))}"
        return place.said(defined(right, at, integrals), rate)
    relation = f"{term(left, at, integrals)} {head} {term(right, at, integrals)}"
    return place.said([*defined(left, at, integrals), *defined(right, at, integrals)], relation)


def definition(name: str, formal: Formal) -> str:
    """`Definition claim_NAME : Prop := ...` for the file of statements. Errors: Untranslated."""
    body = textwrap.fill(statement(formal), 116, initial_indent="  ", subsequent_indent="  ", break_long_words=False,
                         break_on_hyphens=False)  # fmt: skip
    return f"Definition claim_{name.replace('-', '_')} : Prop :=\n{body}."
