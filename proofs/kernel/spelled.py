"""Terms in Coq's words: a^r is `apow a r` (`power a r` where a may be 0 or less), int_0^t a a function with
`primitive T a A`, int_0^T a its limit; and what has to hold for a term to have a value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

from ..judging.terms import BINDERS, Term, free, inside
from .signs import nonnegative, positive

SIZES = {"L": "L", "n": "n", "r": "rows"}  # the bounds of indices
OWN = {"R": "R_"}  # letters that would hide a word of the translation
WORDS = {"abs": "Rabs", "sgn": "sign", "exp": "exp", "log": "ln"}
NUMBERS = ("depth", "count")  # natural numbers


class Untranslated(ValueError):
    """A formula that has no Coq proposition here; the message says which part."""


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


class Integrals:
    """The integrals of one statement: the name of each, and the words that bring them in."""

    def __init__(self) -> None:
        self.names: dict[Term, str] = {}
        self.words: list[str] = []

    def name(self, t: Term) -> str:
        if t in self.names:
            return self.names[t]
        defined_inside(t[1])
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


def term(t: Term, at: str, integrals: Integrals) -> str:
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
        return f"spow {atom(sub(t[1]))} {atom(sub(t[2]))}"
    if head in ("abs", "sgn", "exp", "log"):
        return f"{WORDS[head]} {atom(sub(t[1]))}"
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
        return f"{named(t[1])} {atom(sub(t[2]))}"
    if head == "of'":
        return f"Derive {named(t[1])} {atom(sub(t[2]))}"
    raise Untranslated(f"a term of the form {head}")


def atom(s: str) -> str:
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
        power = f"{atom(sub(base))} ^ {abs(whole)}" if abs(whole) != 1 else atom(sub(base))
        return f"({power})" if whole > 0 else f"(/ ({power}))" if abs(whole) != 1 else f"(/ {power})"
    name = "apow" if positive(base) or (nonnegative(base) and positive(exponent)) else "power"
    return f"{name} {atom(sub(base))} {atom(sub(exponent))}"


def _whole(t: Term) -> int:
    """A literal integer exponent that is not 0; else 0."""
    return t[1] if t[0] == "n" and t[2] == 1 else 0


def defined(t: Term, at: str, integrals: Integrals) -> list[Condition]:
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
        defined_inside(t[1])
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
        base, exponent = atom(term(t[1], at, integrals)), atom(term(t[2], at, integrals))
        whole = _whole(t[2])
        if whole < 0 and not positive(t[1]):
            found.append(Condition(f"{base} <> 0"))
        elif not whole and not positive(t[1]) and not (nonnegative(t[1]) and nonnegative(t[2])):
            found.append(Condition(f"power_defined {base} {exponent}"))
    if head == "log" and not positive(t[1]):
        found.append(Condition(f"0 < {atom(term(t[1], at, integrals))}"))
    if head == "of'":
        found.append(Condition(f"ex_derive {named(t[1])} {atom(term(t[2], at, integrals))}", slope=t[1]))
    return found


def defined_inside(t: Term) -> None:
    """Refuses a term that is not defined by its form. Errors: Untranslated."""
    if defined(t, "t", Integrals()):
        raise Untranslated("what may be undefined under a derivative, an integral or a continuity")
