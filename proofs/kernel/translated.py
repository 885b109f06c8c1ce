"""A formal claim as a Coq proposition:  for all sizes, constants, T and functions,  hypotheses -> goal.

Every clause is one line of the table in `judging/terms.py` and `judging/formulas.py`: a^r is `apow a r` (`power a r`
where a may be 0 or less), da/dt = b is `is_derive`, int_0^t a is a function with `primitive T a`, int_0^T a its
limit. A relation says that both of its sides are defined; what is defined by its form needs no words. `measurable` is
left out of hypotheses. What has no translation is refused, and so is what may be undefined under a derivative.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from fractions import Fraction

from ..judging.flows import FLOWS
from ..judging.formal import Formal
from ..judging.formulas import Formula, letters, terms
from ..judging.formulas import formula as checked
from ..judging.naming import named_apart
from ..judging.terms import BINDERS, Malformed, Term, free, inside
from .given import Given
from .signs import nonnegative, positive

SIZES = {"L": "L", "n": "n", "r": "rows"}  # the bounds of indices
LEAST = {"L": 2, "n": 1, "rows": 1}
OWN = {"R": "R_"}  # letters that would hide a word of the translation
SORTS = {"q": "1 <= {0} <= 2", "pos": "0 < {0}", "nonneg": "0 <= {0}"}
WORDS = {"abs": "Rabs", "sgn": "sign", "exp": "exp", "log": "ln"}
NUMBERS = ("depth", "count")  # natural numbers


class Untranslated(ValueError):
    """A formula that has no Coq proposition here; the message says which part."""


def statement(formal: Formal) -> str:
    """The proposition, on one line. Errors: Untranslated."""
    everything = (*formal.hypotheses, formal.goal)
    try:
        named_apart(tuple(map(checked, everything)))
    except Malformed as fault:
        raise Untranslated(str(fault)) from fault
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
    for h in flat[:-1]:
        if said := formula(h, assumed):
            words.append(f"({said}) ->")
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
    return f[0] in ("every", "ae", "ac", "integrable", "grows", "tends") or any(
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


def named(name: str) -> str:
    """The name of a letter in Coq."""
    return OWN.get(name, name)


@dataclass(frozen=True)
class Condition:
    """What has to hold for a term to have a value; of a rate, its term and whether it is taken now; of a slope, its
    function."""

    words: str
    rate: Term = ()
    now: bool = True
    slope: str = ""


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

    def brought(self, integrals: _Integrals) -> list[str]:
        """The words that bring in the integrals. Errors: Untranslated."""
        if not self.claimed and any(t[0] == "total" or not self.given.integrable(t[1]) for t in integrals.names):
            raise Untranslated("an integral in a hypothesis, not known to exist")
        return integrals.words


class _Integrals:
    """The integrals of one statement: the name of each, and the words that bring them in."""

    def __init__(self) -> None:
        self.names: dict[Term, str] = {}
        self.words: list[str] = []

    def name(self, t: Term) -> str:
        if t in self.names:
            return self.names[t]
        _defined_inside(t[1])
        body = term(t[1], "t", self)
        run = f"int_{len(self.names) + 1}"
        inner: Term = ("int", t[1])
        if inner not in self.names:
            self.names[inner] = run
            self.words.append(f"exists {run} : R -> R, primitive T (fun t => {body}) {run} /\\")
        if t[0] == "total":
            if not nonnegative(t[1]):
                raise Untranslated("an integral over all times of what may change its sign")
            whole = f"total_{len(self.names) + 1}"
            self.names[t] = whole
            self.words.append(f"exists {whole} : R, tends (toward T) {self.names[inner]} {whole} /\\")
        return self.names[t]


def term(t: Term, at: str, integrals: _Integrals) -> str:
    """The term at the time `at`. Errors: Untranslated."""
    head = t[0]

    def sub(a: Term) -> str:
        return term(a, at, integrals)

    if head == "n":
        value = Fraction(t[1], t[2])
        return str(t[1]) if t[2] == 1 and t[1] >= 0 else f"({value.numerator})" if t[2] == 1 else f"({t[1]} / {t[2]})"
    if head == "t":
        return at
    if head in ("v", "f"):
        if head == "v" and t[2] in NUMBERS:
            return f"INR {named(t[1])}"
        words = [named(t[1]), *(i[1] for i in t[3:]), *([at] if head == "f" else [])]
        return " ".join(words)
    if head == "+":
        return "(" + " + ".join(sub(a) for a in t[1:]) + ")"
    if head == "*":
        return "(" + " * ".join(_tight(sub(a)) for a in t[1:]) + ")"
    if head == "^":
        return _power(t, sub)
    if head == "spow":
        return f"spow {_atom(sub(t[1]))} {_atom(sub(t[2]))}"
    if head in ("abs", "sgn", "exp", "log"):
        return f"{WORDS[head]} {_atom(sub(t[1]))}"
    if head == "at0":
        return term(t[1], "0", integrals)
    if head == "d":
        return f"Derive (fun t => {term(t[1], 't', integrals)}) {at}"
    if head == "int":
        return f"{integrals.name(t)} {at}"
    if head == "total":
        return integrals.name(t)
    if head in BINDERS or head == "others":
        if any(a[0] in ("int", "total") and t[1] in free(a) for a in inside(t[-1])):
            raise Untranslated("an integral for each index")
        body = f"(fun {t[1][1]} => {sub(t[-1])})"
        size = SIZES[t[1][2]]
        return f"others {size} {t[2][1]} {body}" if head == "others" else f"{head.capitalize()} {size} {body}"
    if head == "of":
        return f"{named(t[1])} {_atom(sub(t[2]))}"
    if head == "of'":
        return f"Derive {named(t[1])} {_atom(sub(t[2]))}"
    raise Untranslated(f"a term of the form {head}")


def _atom(s: str) -> str:
    return s if s.isidentifier() or s.isdigit() or _closed(s) else f"({s})"


def _tight(s: str) -> str:
    return f"({s})" if s.startswith("/") else s


def _closed(s: str) -> bool:
    """Whether one pair of parentheses holds all of it."""
    if not s.startswith("("):
        return False
    depth = 0
    for k, c in enumerate(s):
        depth += (c == "(") - (c == ")")
        if depth == 0:
            return k == len(s) - 1
    return False


def _power(t: Term, sub: Callable[[Term], str]) -> str:
    base, exponent = t[1], t[2]
    if whole := _whole(exponent):
        power = f"{_atom(sub(base))} ^ {abs(whole)}" if abs(whole) != 1 else _atom(sub(base))
        return f"({power})" if whole > 0 else f"(/ ({power}))" if abs(whole) != 1 else f"(/ {power})"
    name = "apow" if positive(base) or (nonnegative(base) and positive(exponent)) else "power"
    return f"{name} {_atom(sub(base))} {_atom(sub(exponent))}"


def _whole(t: Term) -> int:
    """A literal integer exponent that is not 0; else 0."""
    return t[1] if t[0] == "n" and t[2] == 1 else 0


def defined(t: Term, at: str, integrals: _Integrals) -> list[Condition]:
    """What has to hold for the term to have a value at the time `at`."""
    head, found = t[0], list[Condition]()
    if head in ("n", "v", "f", "t", "i"):
        return found
    if head in ("int", "total"):
        integrals.name(t)
        return found
    if head == "at0":
        return defined(t[1], "0", integrals)
    if head == "d":
        _defined_inside(t[1])
        return [Condition(f"ex_derive (fun t => {term(t[1], 't', integrals)}) {at}", t[1], at == "t")]
    if head in BINDERS or head == "others":
        i = t[1][1]
        other = f" -> {i} <> {t[2][1]}" if head == "others" else ""
        given = f"forall {i}, ({i} < {SIZES[t[1][2]]})%nat{other} -> "
        return [replace(c, words=f"({given}{c.words})") for c in defined(t[-1], at, integrals)]
    for a in t[1:]:
        if type(a) is tuple:
            found += defined(a, at, integrals)
    if head == "^":
        base, exponent = _atom(term(t[1], at, integrals)), _atom(term(t[2], at, integrals))
        whole = _whole(t[2])
        if whole < 0 and not positive(t[1]):
            found.append(Condition(f"{base} <> 0"))
        elif not whole and not positive(t[1]) and not (nonnegative(t[1]) and nonnegative(t[2])):
            found.append(Condition(f"power_defined {base} {exponent}"))
    if head == "log" and not positive(t[1]):
        found.append(Condition(f"0 < {_atom(term(t[1], at, integrals))}"))
    if head == "of'":
        found.append(Condition(f"ex_derive {named(t[1])} {_atom(term(t[2], at, integrals))}", slope=t[1]))
    return found


def _defined_inside(t: Term) -> None:
    """Refuses a term that is not defined by its form. Errors: Untranslated."""
    if defined(t, "t", _Integrals()):
        raise Untranslated("what may be undefined under a derivative, an integral or a continuity")


def formula(f: Formula, place: Place) -> str:
    """The formula as a Coq proposition; empty for a hypothesis that is left out. Errors: Untranslated."""
    head = f[0]
    if head == "all":
        i = f[1]
        body = formula(f[2], place)
        return f"forall {i[1]} : nat, ({i[1]} < {SIZES[i[2]]})%nat -> {body}" if body else ""
    if head in ("every", "ae"):
        integrals = _Integrals()
        body = _timed(f[1], "t", head == "ae", integrals, place)
        return " ".join([*place.brought(integrals), f"{head} T (fun t => {body})"])
    if head in ("=", "<=", "<"):
        integrals = _Integrals()
        body = _timed(f, "0", False, integrals, place)
        return " ".join([*place.brought(integrals), body])
    if head in ("and", "or"):
        return {"and": " /\\ ", "or": " \\/ "}[head].join(f"({_kept(a, place)})" for a in f[1:])
    if head == "not":
        return f"~ ({_kept(f[1], place.turned())})"
    if head == "=>":
        return f"({_kept(f[1], place.turned())}) -> ({_kept(f[2], place)})"
    if head == "<=>":
        if any(_kept(a, place) != _kept(a, place.turned()) for a in f[1:]):
            return formula(("and", ("=>", *f[1:]), ("=>", f[2], f[1])), place)
        return f"({_kept(f[1], place)}) <-> ({_kept(f[2], place)})"
    if head == "measurable":
        if place.claimed:
            raise Untranslated("measurable functions are not in the kernel's library")
        return ""
    if head == "C1":
        where = "" if f[2] == "real" else "0 < point -> "
        return f"forall point : R, {where}ex_derive {named(f[1])} point /\\ continuous (Derive {named(f[1])}) point"
    if head in ("ac", "integrable", "grows", "tends"):
        return _of_a_term(f, place)
    raise Untranslated(f"a formula of the form {head}")


def _kept(f: Formula, place: Place) -> str:
    if said := formula(f, place):
        return said
    raise Untranslated("measurability under a connective")


def _of_a_term(f: Formula, place: Place) -> str:
    integrals = _Integrals()
    body = term(f[1], "t", integrals)
    if f[0] in ("ac", "integrable"):
        _defined_inside(f[1])
        said = f"ac T (fun t => {body})" if f[0] == "ac" else f"exists int_0, primitive T (fun t => {body}) int_0"
        return " ".join([*place.brought(integrals), said])
    conditions = [c.words for c in defined(f[1], "t", integrals)]
    fixed = [c.words for c in defined(f[2], "0", integrals)] if f[0] == "tends" else []
    if (conditions or fixed) and not place.claimed:
        raise Untranslated("a limit in a hypothesis, of what may be undefined")
    said = f"{f[0]} (toward T) (fun t => {body})"
    if f[0] == "tends":
        said += f" {_atom(term(f[2], '0', integrals))}"
    if conditions:
        joined = " /\\ ".join(conditions)
        fixed.append(f"toward T (fun t => {joined})")
    return " ".join([*place.brought(integrals), " /\\ ".join([*fixed, said])])


def _timed(f: Formula, at: str, derivatives: bool, integrals: _Integrals, place: Place) -> str:
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
        _defined_inside(left[1])
        if not place.claimed and not place.given.continuous(left[1]):
            raise Untranslated("a rate in a hypothesis, not known to exist")
        rate = f"is_derive (fun t => {term(left[1], 't', integrals)}) {at} {_atom(term(right, at, integrals))}"
        return place.said(defined(right, at, integrals), rate)
    relation = f"{term(left, at, integrals)} {head} {term(right, at, integrals)}"
    return place.said([*defined(left, at, integrals), *defined(right, at, integrals)], relation)


def definition(name: str, formal: Formal) -> str:
    """`Definition claim_NAME : Prop := ...` for the file of statements. Errors: Untranslated."""
    body = textwrap.fill(statement(formal), 116, initial_indent="  ", subsequent_indent="  ", break_long_words=False,
                         break_on_hyphens=False)  # fmt: skip
    return f"Definition claim_{name.replace('-', '_')} : Prop :=\n{body}."
