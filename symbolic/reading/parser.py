"""Words to data, by binding strength:

  or 1 < and 2 < not 3 < comparisons 4 < + - 5 < * / 6 < unary minus 7 < ** 8 (to the right; 2**-1 is read)

Numbers stay exact; only numbers combined with numbers are computed, and their size is bounded.
This module imports nothing heavy.
"""

from __future__ import annotations

from difflib import get_close_matches
from fractions import Fraction

from ..errors import InputError
from . import exact
from .bounds import MAX_EXPONENT, MAX_NUMBER_BITS, bits_of, excess
from .expression import (
    Boolean,
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
from .functions import KNOWN_AS, MANY, REGISTRY
from .tokens import KEYWORDS, Token, fault, tokens

MAX_NESTING = 100

_COMPARISONS = frozenset({"<", "<=", ">", ">=", "==", "!="})
_BINDING = {"or": 1, "and": 2, **dict.fromkeys(_COMPARISONS, 4), "+": 5, "-": 5, "*": 6, "/": 6, "**": 8}
_NOT, _SIGN = 3, 7
_KNOWN_AS = {**KNOWN_AS, "lambda": "lam"}


class Parser:
    """Reads one text with the given names and functions; every fault is an InputError with its column."""

    def __init__(self, text: str, argument: str, names: tuple[str, ...], functions: frozenset[str]):
        self.text, self.argument, self.names, self.functions = text, argument, names, functions
        self.words = tokens(text, argument)
        self.place = self.nesting = 0

    def expression(self) -> Expression:
        """The whole text as an expression."""
        node = self._numeric(self._whole())
        if over := excess(node):
            raise self._fault(*over)
        return node

    def statement(self) -> Statement:
        """The whole text as a statement."""
        node = self._logical(self._whole())
        if over := excess(node):
            raise self._fault(*over)
        return node

    def _whole(self) -> Expression | Statement:
        node = self._parse(0)
        word = self._word
        if word.kind != "end":
            raise self._fault(word.at, f"{word.text[:20]} cannot stand here")
        return node

    @property
    def _word(self) -> Token:
        return self.words[self.place]

    def _next(self) -> Token:
        word = self._word
        self.place += 1
        return word

    def _fault(self, at: int, remedy: str) -> InputError:
        return fault(self.argument, self.text, at, remedy)

    def _parse(self, binding: int) -> Expression | Statement:
        """The longest part from here on that binds more strongly than `binding`."""
        self.nesting += 1
        if self.nesting > MAX_NESTING:
            raise self._fault(self._word.at, f"nested more than {MAX_NESTING} deep")
        left = self._start()
        while _BINDING.get(self._word.text, 0) > binding:
            left = self._combined(left, self._next())
        self.nesting -= 1
        return left

    def _start(self) -> Expression | Statement:
        word = self._next()
        match word.kind, word.text:
            case "number", text:
                return self._number(text, word.at)
            case "operator", "(":
                inner = self._parse(0)
                self._close(word)
                return inner
            case "operator", "-":
                term = self._numeric(self._parse(_SIGN))
                return Number(-term.value, word.at) if isinstance(term, Number) else Negative(term, word.at)
            case "name", ("true" | "false") as text:
                return Boolean(text == "true", word.at)
            case "name", "not":
                return Logical("not", (self._logical(self._parse(_NOT)),), word.at)
            case "name", text if text not in KEYWORDS:
                return self._call(word) if self._word.text == "(" else self._name(word)
        raise self._fault(word.at, f"{word.text[:20]} cannot stand here; a number, a name or ( is wanted")

    def _combined(self, left: Expression | Statement, word: Token) -> Expression | Statement:
        operator, at = word.text, word.at
        if operator in ("and", "or"):
            before = self._logical(left)
            parts = before.parts if isinstance(before, Logical) and before.kind == operator else (before,)
            return Logical(operator, (*parts, self._logical(self._parse(_BINDING[operator]))), at)
        first = self._numeric(left)
        if operator in _COMPARISONS:
            return self._comparison(first, word)
        # ** binds to the right, and more strongly than a minus sign before its base
        second = self._numeric(self._parse(_BINDING[operator] - (operator == "**")))
        match operator:
            case "+":
                return self._sum(first, second, at)
            case "-":
                minus = Number(-second.value, at) if isinstance(second, Number) else Negative(second, at)
                return self._sum(first, minus, at)
            case "*":
                return self._product(first, second, at)
            case "/":
                return self._product(first, self._power(second, Number(Fraction(-1), at), at), at)
        return self._power(first, second, at)

    def _comparison(self, first: Expression, word: Token) -> Comparison:
        terms, relations = [first], [word.text]
        while True:
            terms.append(self._numeric(self._parse(_BINDING["<"])))
            if self._word.text not in _COMPARISONS:
                return Comparison(tuple(terms), tuple(relations), word.at)
            relations.append(self._next().text)

    def _sum(self, first: Expression, second: Expression, at: int) -> Expression:
        if isinstance(first, Number) and isinstance(second, Number):
            return self._bounded(first.value + second.value, at)
        return Sum((*(first.terms if isinstance(first, Sum) else (first,)), second), at)

    def _product(self, first: Expression, second: Expression, at: int) -> Expression:
        if isinstance(first, Number) and isinstance(second, Number):
            return self._bounded(first.value * second.value, at)
        return Product((*(first.factors if isinstance(first, Product) else (first,)), second), at)

    def _power(self, base: Expression, exponent: Expression, at: int) -> Expression:
        if not isinstance(exponent, Number):
            return Power(base, exponent, at)
        n = exponent.value
        if abs(n) > MAX_EXPONENT:
            raise self._fault(at, f"a numeric exponent is at most {MAX_EXPONENT} in size")
        if isinstance(base, Number):
            if base.value == 0 and n < 0:
                raise self._fault(at, "division by 0")
            if n.denominator == 1:
                if bits_of(base.value) * abs(n) > MAX_NUMBER_BITS:
                    raise self._fault(at, "this number is too large")
                return self._bounded(base.value ** int(n), at)
        return Power(base, exponent, at)

    def _number(self, text: str, at: int) -> Number:
        try:
            value = exact.number(text, self.argument)
        except InputError as error:
            raise self._fault(at, error.remedy) from None
        return self._bounded(value, at)

    def _bounded(self, value: Fraction, at: int) -> Number:
        if bits_of(value) > MAX_NUMBER_BITS:
            raise self._fault(at, "this number is too large")
        return Number(value, at)

    def _name(self, word: Token) -> Name:
        if word.text in self.names:
            return Name(word.text, word.at)
        if word.text in self.functions:
            raise self._fault(word.at, f"{word.text} is a function: write {word.text}(...)")
        known = self.names if len(self.names) <= 12 else (*self.names[:10], "...", self.names[-1])
        remedy = f"{word.text[:30]} is not a name here; the names are {', '.join(known)}"
        raise self._fault(word.at, remedy + self._nearest(word.text, self.names))

    def _call(self, word: Token) -> Call:
        name = word.text
        if name not in self.functions:
            if name in self.names:
                raise self._fault(word.at, f"{name[:30]} is no function; write {name[:30]}*(...) for a product")
            known = "the functions are " + ", ".join(sorted(self.functions)) if self.functions else "use + - * / **"
            remedy = f"{name[:30]} is not a function here; {known}"
            raise self._fault(word.at, remedy + self._nearest(name, tuple(self.functions)))
        opening = self._next()
        arguments = [self._numeric(self._parse(0))]
        while self._word.text == ",":
            self._next()
            arguments.append(self._numeric(self._parse(0)))
        self._close(opening)
        least, most = REGISTRY[name].arity
        if not least <= len(arguments) <= most:
            wanted = f"{least}" if least == most else f"{least} to {most}" if most < MANY else f"{least} or more"
            raise self._fault(word.at, f"{name} takes {wanted} arguments, not {len(arguments)}")
        return Call(name, tuple(arguments), word.at)

    def _close(self, opening: Token) -> None:
        if self._word.text != ")":
            word = self._word
            raise self._fault(word.at, f"{word.text[:20]} cannot stand here; ( of column {opening.at + 1} is open")
        self._next()

    def _nearest(self, name: str, known: tuple[str, ...]) -> str:
        meant = _KNOWN_AS.get(name, name.lower())
        close = [meant] if meant in {*known, *KEYWORDS} else get_close_matches(name, known, 1)
        return f" (did you mean {close[0]}?)" if close else ""

    def _numeric(self, node: Expression | Statement) -> Expression:
        if isinstance(node, Boolean | Comparison | Logical):
            raise self._fault(node.at, "a condition cannot stand where a value is wanted")
        return node

    def _logical(self, node: Expression | Statement) -> Statement:
        if not isinstance(node, Boolean | Comparison | Logical):
            raise self._fault(node.at, "a condition is wanted here, such as q < 2")
        return node
