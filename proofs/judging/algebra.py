"""The algebra of terms: identities and signs, in each case of the signs of the letters, by the exact normal form.

A term becomes a SymPy expression in fresh positive letters: one for each atom (a letter, a function of time, a rate, a
product or sum over an index, ...). Where an atom may be negative or 0 the cases -a, 0, a are gone through one by one,
unless it occurs only polynomially. A term that is not shown to be defined in a case is refused.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import sympy as sp

from ...symbolic.algebra import is_zero, normal_form
from ...symbolic.deciding import formulas as deciding
from ...symbolic.deciding.from_sympy import condition
from ...symbolic.errors import Undecided
from ...symbolic.symbols import L, q
from .terms import Term
from .theorem import Refused

MOST_CASES = 3**6
STRUCTURE = ("n", "+", "*", "^", "spow", "abs", "sgn", "exp", "log")
POSITIVE_SORTS = ("q", "depth", "count", "pos")


def atoms(t: Term) -> Iterator[Term]:
    """The parts of a term that algebra does not look into."""
    if t[0] in STRUCTURE:
        for a in t[1:]:
            if type(a) is tuple:
                yield from atoms(a)
    else:
        yield t


def sort(t: Term) -> str:
    """pos, nonneg or real: what is known of the values of an atom."""
    if t[0] == "v" or t[0] == "f":
        return "pos" if t[2] in POSITIVE_SORTS else t[2]
    if t[0] == "t":
        return "nonneg"
    if t[0] in ("prod", "others", "sum"):
        held = shown_sort(t[-1])
        return held if held != "real" else "real"
    if t[0] in ("at0",):
        return shown_sort(t[1])
    return "real"


def shown_sort(t: Term) -> str:
    """pos, nonneg or real, by the sorts of the parts."""
    if t[0] == "n":
        return "pos" if t[1] > 0 else "nonneg" if t[1] == 0 else "real"
    if t[0] in ("+", "*"):
        sorts = [shown_sort(a) for a in t[1:]]
        if "real" in sorts:
            return "real"
        if t[0] == "+":
            return "pos" if "pos" in sorts else "nonneg"
        return "nonneg" if "nonneg" in sorts else "pos"
    if t[0] == "^":
        base = shown_sort(t[1])
        natural = t[2][0] == "n" and t[2][2] == 1 and t[2][1] >= 0
        if base == "pos":
            return "pos"
        raised = natural or shown_sort(t[2]) == "pos"
        return "nonneg" if (base == "nonneg" and raised) or (natural and t[2][1] % 2 == 0) else "real"
    if t[0] == "abs":
        return "pos" if shown_sort(t[1]) == "pos" else "nonneg"
    if t[0] == "exp":
        return "pos"
    return sort(t) if t[0] not in STRUCTURE else "real"


@dataclass
class Letters:
    """Fresh symbols for atoms, and the signs given to them in one case."""

    signs: Mapping[Term, int]
    names: dict[Term, sp.Symbol] = field(default_factory=dict)

    def __call__(self, atom: Term) -> sp.Expr:
        if atom[0] == "v" and atom[1:] == ("q", "q"):
            return q
        if atom == ("v", "L", "depth"):
            return L
        sign = self.signs.get(atom)
        if sign == 0:
            return sp.Integer(0)
        positive = sign is not None or sort(atom) == "pos"
        symbol = self.names.setdefault(atom, sp.Symbol(f"a{len(self.names)}_", positive=positive or None, real=True))
        return -symbol if sign == -1 else symbol

    def told(self, e: sp.Expr) -> str:
        """An expression in the words of its atoms."""
        from .render import term_text

        words = {s: term_text(a) if self.signs.get(a) != -1 else f"-{term_text(a)}" for a, s in self.names.items()}
        return str(
            e.xreplace({s: sp.Symbol(word if word.isidentifier() else f"({word})") for s, word in words.items()})
        )


def told(t: Term) -> str:
    """A term in words, at most 60 characters of them."""
    from .render import term_text

    return f"{term_text(t):.60}"


def expression(t: Term, letters: Letters) -> sp.Expr:
    """The term in one case; a power or logarithm that is not shown to be defined there is a letter of its own."""
    try:
        return computed(t, letters)
    except Refused:
        if t[0] in ("^", "spow", "log"):
            return letters(t)
        raise


def computed(t: Term, letters: Letters) -> sp.Expr:
    """The term in one case. Errors: Refused where it is not shown to be defined there."""
    head = t[0]
    if head == "n":
        return sp.Rational(t[1], t[2])
    if head == "+":
        return sp.Add(*(expression(a, letters) for a in t[1:]))
    if head == "*":
        return sp.Mul(*(expression(a, letters) for a in t[1:]))
    if head == "^":
        return power(expression(t[1], letters), expression(t[2], letters), letters.told)
    if head in ("spow", "abs", "sgn"):
        base = expression(t[1], letters)
        sign = sign_of(base, letters.told)
        if head == "sgn" or sign == 0:
            return sp.Integer(sign)
        if head == "abs":
            return sign * base
        return sign * power(sign * base, expression(t[2], letters), letters.told)
    if head == "exp":
        return sp.exp(expression(t[1], letters))
    if head == "log":
        base = expression(t[1], letters)
        if sign_of(base, letters.told) != 1:
            raise Refused("log of what is not shown to be positive")
        return sp.log(base)
    return letters(t)


def sign_of(e: sp.Expr, told: Callable[[sp.Expr], str]) -> int:
    """The sign of an expression in positive letters. Errors: Refused where it is not shown."""
    if is_zero(e):
        return 0
    for sign in (1, -1):
        if (sign * e).is_positive or positive(sign * e, strict=True) or holds(sign * e > 0):
            return sign
    raise Refused(f"the sign of {told(e)} is not shown")


def power(base: sp.Expr, exponent: sp.Expr, told: Callable[[sp.Expr], str]) -> sp.Expr:
    """base^exponent where it is shown to be defined; 0^r = 0 for r > 0. Errors: Refused."""
    if exponent.is_Integer and exponent >= 0:
        return base**exponent
    sign = sign_of(base, told)
    if sign == 0:
        if holds(exponent > 0):
            return sp.Integer(0)
        raise Refused(f"0^({told(exponent)}) is not shown to be defined")
    if sign < 0 and not exponent.is_Integer:
        raise Refused(f"a power of {told(base)}, which is negative")
    return base**exponent


def holds(stated: sp.Basic) -> bool:
    """Whether a condition on q and L is shown for every q in [1, 2] and every L >= 2."""
    if stated in (sp.true, sp.false):
        return bool(stated)
    if not stated.free_symbols <= {q, L}:
        return False
    try:
        return deciding.valid(condition(stated))
    except (Undecided, ValueError, TypeError):
        return False


def positive(e: sp.Expr, strict: bool = False) -> bool:
    """Whether e >= 0 (e > 0) because its normal form has positive coefficients and positive atoms."""
    try:
        terms = normal_form(e)
    except Undecided:
        return False
    atoms_positive = all(atom.is_positive for monomial in terms for atom, _ in monomial)
    return atoms_positive and all(c > 0 for c in terms.values()) and (bool(terms) or not strict)


def cases(ts: list[Term], always: bool, nonzero: frozenset[Term] = frozenset()) -> Iterator[Letters]:
    """The cases of signs: of the atoms that stand in a power, sign or size, or of all of them (`always`); those of
    `nonzero` are never 0."""
    watched: list[Term] = []
    for t in ts:
        for s in inside_algebra(t):
            natural = s[0] == "^" and s[2][0] == "n" and s[2][2] == 1 and s[2][1] >= 0
            if s[0] in ("spow", "abs", "sgn", "log") or (s[0] == "^" and not natural):
                watched += atoms(s[1])
        if always:
            watched += atoms(t)
    unsure = [a for a in dict.fromkeys(watched) if sort(a) != "pos"]
    signs_of = ((1,) if sort(a) == "nonneg" else (1, -1) for a in unsure)
    choices = [signs if a in nonzero else (*signs, 0) for a, signs in zip(unsure, signs_of, strict=True)]
    count = 1
    for c in choices:
        count *= len(c)
    if count > MOST_CASES:
        raise Refused(f"{len(unsure)} letters of unknown sign: too many cases")
    for signs in itertools.product(*choices):
        yield Letters(dict(zip(unsure, signs, strict=True)))


def inside_algebra(t: Term) -> Iterator[Term]:
    """The term and what algebra sees inside it."""
    yield t
    if t[0] in STRUCTURE:
        for a in t[1:]:
            if type(a) is tuple:
                yield from inside_algebra(a)
