"""The formula that a claim's text stands for: each expression of the grammar is one term of the core.

  a - b = a + (-1) b,  a/b = a b^{-1},  sqrt a = a^{1/2},  asinh a = log(a + (a^2 + 1)^{1/2})

and so on for what exp and log define, and series that end; another function has no term.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction

from ....symbolic.reading.expression import (
    Call,
    Comparison,
    Expression,
    Logical,
    Name,
    Negative,
    Number,
    Power,
    Product,
    Statement,
    Sum,
)
from ...judging.formulas import Formula
from ...judging.naming import LETTER, TAKEN
from ...judging.terms import Expr, Term, exp, joined, log, negative, number, sign, size
from ...judging.theorem import Refused
from .series import written_out

HALF = Fraction(1, 2)
SPELLED = {"lam": "lambda"}  # a name of the grammar -> the letter that is printed

FUNCTIONS: Mapping[str, Callable[[Expr], Expr]] = {
    "abs": size,
    "sign": sign,
    "exp": exp,
    "log": log,
    "sqrt": lambda a: a**HALF,
    "sinh": lambda a: (exp(a) - exp(-a)) * HALF,
    "cosh": lambda a: (exp(a) + exp(-a)) * HALF,
    "tanh": lambda a: (exp(a) - exp(-a)) / (exp(a) + exp(-a)),
    "asinh": lambda a: log(a + (a**2 + 1) ** HALF),
    "acosh": lambda a: log(a + (a**2 - 1) ** HALF),
    "atanh": lambda a: (log(1 + a) - log(1 - a)) * HALF,
}


def term(node: Expression, letters: Mapping[str, Term]) -> Term:
    """The term of an expression, each name the letter given for it. Errors: Refused where the core has none."""
    match node:
        case Number(value):
            return number(value)
        case Name(name) if name in letters:
            return letters[name]
        case Negative(inner):
            return negative(term(inner, letters))
        case Sum(parts) | Product(parts):
            head = "+" if isinstance(node, Sum) else "*"
            whole, *rest = (term(part, letters) for part in parts)
            for part in rest:
                whole = joined(head, whole, part)
            return whole
        case Power(base, exponent):
            return ("^", term(base, letters), term(exponent, letters))
        case Call(function, (argument,)) if function in FUNCTIONS:
            return FUNCTIONS[function](Expr(term(argument, letters))).term
        case Call("max" | "min" as function, (first, *others)):
            found = Expr(term(first, letters))
            for other in others:  # max(a, b) = (a + b + |a - b|)/2
                b = Expr(term(other, letters))
                found = (found + b + (1 if function == "max" else -1) * size(found - b)) * HALF
            return found.term
        case Call():
            return term(written_out(node), letters)
    raise Refused("a name that has no letter")


def condition(node: Statement, letters: Mapping[str, Term]) -> Formula:
    """The formula of a condition on q and L. Errors: Refused."""
    match node:
        case Comparison(terms, relations):
            sides = [term(part, letters) for part in terms]
            related = [_related(a, r, b) for a, r, b in zip(sides, relations, sides[1:], strict=False)]
            return related[0] if len(related) == 1 else ("and", *related)
        case Logical("not", (inner,)):
            return ("not", condition(inner, letters))
        case Logical(kind, parts):
            return (kind, *(condition(part, letters) for part in parts))
    return ("=", number(0), number(0 if getattr(node, "value", False) else 1))


def _related(a: Term, relation: str, b: Term) -> Formula:
    match relation:
        case "<" | "<=":
            return (relation, a, b)
        case ">" | ">=":
            return ("<" if relation == ">" else "<=", b, a)
        case "=" | "==":
            return ("=", a, b)
        case "!=":
            return ("not", ("=", a, b))
    raise Refused(f"the core has no {relation}")


def lettered(name: str) -> str:
    """The letter that is printed for a name of the claim. Errors: Refused where it would read as something else."""
    found = SPELLED.get(name, name)
    if not LETTER.fullmatch(found) or found in TAKEN:
        raise Refused(f"the name {name} is no letter of the core")
    return found


def put(t: Term, old: Term, new: Term) -> Term:
    """t with the letter `old` replaced by `new`."""
    if t == old:
        return new
    return (t[0], *(put(a, old, new) if type(a) is tuple else a for a in t[1:]))


def bases(t: Term) -> list[Term]:
    """What stands under a power that is no natural number, or in a logarithm, innermost first."""
    found = [b for a in t[1:] if type(a) is tuple for b in bases(a)]
    natural = t[0] == "^" and t[2][0] == "n" and t[2][2] == 1 and t[2][1] >= 0
    if t[0] == "log" or (t[0] == "^" and not natural):
        found.append(t[1])
    return list(dict.fromkeys(found))


def holds_letter(t: Term, letter: Term) -> bool:
    """Whether the letter occurs in t."""
    return t == letter or any(holds_letter(a, letter) for a in t[1:] if type(a) is tuple)
