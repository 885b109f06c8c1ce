r"""Formulas as MathML, from their LaTeX: letters, numbers, \frac, scripts, brackets, \sum, \prod, \int.

The LaTeX is that of `judging.render` and of `symbolic.writing`, rendered once and read here; anything else is refused.
"""

from __future__ import annotations

import re
from html import escape

from ..blocks import Mixed, Tex
from . import prose

GREEK = {
    "alpha": "α",
    "eta": "η",
    "lambda": "λ",
    "Lambda": "Λ",
    "mu": "μ",
    "sigma": "σ",
    "tau": "τ",
    "theta": "θ",
    "varepsilon": "ε",
}
NAMED = {"exp": "exp", "log": "log"}
SPACED = (*(f"\\{name}" for name in NAMED), r"\operatorname")
THIN = '<mspace width="0.17em"></mspace>'
LARGE = {"sum": "∑", "prod": "∏", "int": "∫"}
SIGNS = {
    "le": "≤",
    "leq": "≤",
    "ge": "≥",
    "geq": "≥",
    "ne": "≠",
    "to": "→",
    "cdot": "·",
    "langle": "⟨",
    "rangle": "⟩",
    "-": "−",
    "'": "′",
}
BRACKETS = re.compile(r"\s*[(),;]+\s*")  # brackets of words and not of a formula
_TOKEN = re.compile(r"\\[A-Za-z]+|\\,|\d+|\S")


def mixed(latex: str) -> Mixed:
    r"""A rendered formula as words, what stands in \text, and its formulas."""
    words, formulas = "", list[Tex]()
    for i, part in enumerate(re.split(r"\\text\{([^{}]*)\}", latex)):
        if i % 2 or BRACKETS.fullmatch(part):
            words += part
        elif part.strip():
            words += chr(prose.FIRST + len(formulas))
            formulas.append(Tex(part.strip()))
    return Mixed(words, tuple(formulas))


def mathml(source: str, *, display: bool = False) -> str:
    """One formula as a <math> element, its fractions large on display. Errors: ValueError for LaTeX that is not
    read."""
    reader = _Reader(_TOKEN.findall(source))
    inner = reader.row(())
    if reader.tokens:
        raise ValueError(f"not read: {' '.join(reader.tokens[:5])}")
    return f'<math displaystyle="true">{inner}</math>' if display else f"<math>{inner}</math>"


class _Reader:
    def __init__(self, tokens: list[str]):
        self.tokens = tokens

    def row(self, ends: tuple[str, ...]) -> str:
        """Everything up to one of `ends`, which stays."""
        parts: list[str] = []
        while self.tokens and self.tokens[0] not in ends:
            if parts and self.tokens[0] in SPACED and not parts[-1].endswith("</mo>"):
                parts.append(THIN)  # b exp(-t), as TeX sets it
            parts.append(self.scripted())
        return f"<mrow>{''.join(parts)}</mrow>"

    def scripted(self) -> str:
        """One part with its index and its exponent."""
        large = self.tokens[0] in (r"\sum", r"\prod")
        base, below, above = self.part(), "", ""
        while self.tokens and self.tokens[0] in ("_", "^"):
            if self.tokens.pop(0) == "_":
                below = self.part()
            else:
                above = self.part()
        kind = ("under" if large else "sub") * bool(below) + ("over" if large else "sup") * bool(above)
        return f"<m{kind}>{base}{below}{above}</m{kind}>" if kind else base

    def part(self) -> str:
        """A letter, a number, a sign, a group, a fraction, a pair of brackets."""
        if not self.tokens:
            raise ValueError("not read: the formula ends too early")
        token = self.tokens.pop(0)
        name = token.removeprefix("\\")
        if token == "{":
            return self.closed("}")
        if token == r"\frac":
            return f"<mfrac>{self.part()}{self.part()}</mfrac>"
        if token in (r"\mathrm", r"\operatorname"):
            self.take("{")
            return f"<mi>{escape(self.named())}</mi>"
        if token == r"\left":
            opening, inner = self.fence(), self.row((r"\right",))
            self.take(r"\right")
            grows = str(any(tall in inner for tall in ("<mfrac", "<munder", "<msubsup", "∫"))).lower()
            left, right = (f'<mo stretchy="{grows}">{bracket}</mo>' for bracket in (opening, self.fence()))
            return f"<mrow>{left}{inner}{right}</mrow>"
        if token == r"\,":
            return THIN
        if token.startswith("\\"):
            for table, tag in ((GREEK, "mi"), (NAMED, "mi"), (LARGE, "mo"), ({"infty": "∞"}, "mi")):
                if name in table:
                    return f"<{tag}>{table[name]}</{tag}>"
            if name in SIGNS:
                return f'<mo stretchy="false">{SIGNS[name]}</mo>'
            raise ValueError(f"not read: {token}")
        if token.isdigit():
            return f"<mn>{token}</mn>"
        if token.isalpha():
            return f"<mi>{token}</mi>"
        if token not in "+-=<>()|,;/'":
            raise ValueError(f"not read: {token}")
        return f'<mo stretchy="false">{escape(SIGNS.get(token, token), quote=False)}</mo>'

    def closed(self, end: str) -> str:
        inner = self.row((end,))
        self.take(end)
        return inner

    def fence(self) -> str:
        token = self.tokens.pop(0) if self.tokens else ""
        if token not in "()|":
            raise ValueError(f"not read: a bracket {token}")
        return token

    def named(self) -> str:
        """The letters up to the closing brace, which is taken."""
        letters = []
        while self.tokens and self.tokens[0] != "}":
            letters.append(self.tokens.pop(0))
        self.take("}")
        return "".join(letters)

    def take(self, token: str) -> None:
        if not self.tokens or self.tokens.pop(0) != token:
            raise ValueError(f"not read: {token} is missing")
