r"""Formulas as MathML, from their LaTeX: letters, numbers, \frac, scripts, brackets, \sum, \prod, \int.

The LaTeX is that of `judging.render` and of `symbolic.writing`, rendered once and read here; anything else is refused.
"""

from __future__ import annotations

import re
from html import escape

from .. import markup
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
        elif formula := part.strip():
            over = formula.count("(") - formula.count(")")  # brackets whose other half stands among the words
            before = "(" * over if over > 0 and formula.startswith("(" * over) else ""
            after = ")" * -over if over < 0 and re.search(rf"(?<!\\right)\){{{-over}}}$", formula) else ""
            words += before + chr(prose.FIRST + len(formulas)) + after
            formulas.append(Tex(formula[len(before) : len(formula) - len(after)].strip()))
    return Mixed(words, tuple(formulas))


NARROW = 30  # signs on a line of a telephone
RELATIONS = ("=", "<", ">", r"\le", r"\ge", r"\ne", r"\to")


def inline(source: str) -> str:
    """One formula among words, in parts between which a line may end; a part that is wide still scrolls."""
    parts = _parts(source) if markup.wide(source, NARROW) else [source]
    shown = []
    for part in parts:
        kind = "formula" if len(parts) == 1 or markup.wide(part, NARROW) else "term"
        written = mathml(part)
        if part is not parts[0] and part.split()[0] in (*RELATIONS, "+", "-"):
            written = written.replace("<mo ", '<mo form="infix" ', 1)  # spaced as within a line
        shown.append(f'<span class="{kind}">{written}</span>')
    return "<wbr>".join(shown)


def _parts(source: str) -> list[str]:
    """A formula may end a line before a relation or a sum's sign, and behind a bracket; inside wide brackets too.

    Such a bracket is no pair any more: ( and )^2 stand for themselves.
    """
    tokens = _TOKEN.findall(source)
    kept, opened, braces = dict[int, int](), list[int](), 0  # `kept`: what a pair of brackets holds, with its beginning
    for n, token in enumerate(tokens):
        braces += (token == "{") - (token == "}")
        if token == r"\left":
            opened.append(n)
        elif token == r"\right":
            begin = opened.pop()
            inside = " ".join(tokens[begin:n])
            tall = any(name in inside for name in (r"\frac", r"\int", r"\sum", r"\prod"))
            if braces or tokens[begin + 1] == "|" or not markup.wide(inside, NARROW if tall else NARROW // 2):
                kept |= dict.fromkeys(range(begin, n + 1), begin)
    parts, braces, last, before = [""], 0, "", ""  # `last`: what stood last, without its index and exponent
    for n, token in enumerate(tokens):
        script = before in ("_", "^")
        sign = token in RELATIONS or (token in ("+", "-") and last not in ("(", *RELATIONS))
        behind = last == ")" and not script and token not in ("_", "^", ")", "}", ",", ";", r"\right", r"\,")
        if (sign or behind) and not braces and kept.get(n, n) == n and parts[-1]:
            parts.append("")
        braces += (token == "{") - (token == "}")
        if n in kept or token not in (r"\left", r"\right"):
            parts[-1] += f"{token} "
        if not braces and not script and token not in ("_", "^", "}"):
            last = token
        before = token
    return parts


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
