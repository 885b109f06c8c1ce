"""SymPy expressions as presentation MathML, with the letters of the theory."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import sympy as sp
from sympy.printing.mathml import MathMLPresentationPrinter

from ....symbolic.product.lauricella import LauricellaFD
from ....symbolic.writing.text_and_latex import words

NAMES = {"lam": "λ", "eps": "ε"}


class _Printer(MathMLPresentationPrinter):
    def _print_hyper(self, e: sp.hyper) -> Any:
        """2F1(a, b; c; z)."""
        name = self.dom.createElement("mmultiscripts")
        for part in (
            self._letter("F"),
            self._number(len(e.bq)),
            self._none(),
            self.dom.createElement("mprescripts"),
            self._number(len(e.ap)),
            self._none(),
        ):
            name.appendChild(part)
        return self._applied(name, [list(e.ap), list(e.bq), [e.argument]])

    def _print_beta(self, e: sp.beta) -> Any:
        return self._applied(self._letter("B"), [list(e.args)])

    def _applied(self, name: Any, groups: list[list[Any]]) -> Any:
        row = self.dom.createElement("mrow")
        row.appendChild(name)
        row.appendChild(self._operator("("))
        for i, group in enumerate(groups):
            if i:
                row.appendChild(self._operator(";"))
            for j, entry in enumerate(group):
                if j:
                    row.appendChild(self._operator(","))
                row.appendChild(self._print(entry))
        row.appendChild(self._operator(")"))
        return row

    def _letter(self, text: str) -> Any:
        return self._leaf("mi", text)

    def _operator(self, text: str) -> Any:
        return self._leaf("mo", text)

    def _number(self, n: int) -> Any:
        return self._leaf("mn", str(n))

    def _none(self) -> Any:
        return self.dom.createElement("mrow")

    def _leaf(self, tag: str, text: str) -> Any:
        leaf = self.dom.createElement(tag)
        leaf.appendChild(self.dom.createTextNode(text))
        return leaf


def mathml(e: Any) -> str:
    """One expression, condition, tuple or matrix as a <math> element."""
    if e is sp.true or e is sp.false:
        return f"<math><mtext>{words(e)}</mtext></math>"
    shown = sp.sympify(e) if not isinstance(e, sp.Basic | sp.MatrixBase) else e
    if isinstance(shown, sp.Basic):
        shown = shown.replace(lambda f: isinstance(f, LauricellaFD), lambda f: f.rewrite(sp.hyper))
    body = _Printer({"symbol_names": {sp.Symbol(n, positive=True): letter for n, letter in NAMES.items()}}).doprint(
        shown
    )
    body = re.sub(r">\s+<", "><", body.strip()).replace("&ExponentialE;", "e")
    body = re.sub(r"&(?!lt;|gt;|amp;)[A-Za-z]+;", lambda match: unescape(match.group()), body)
    body = re.sub(r"<mi>(lam|eps)</mi>", lambda match: f"<mi>{NAMES[match.group(1)]}</mi>", body)
    body = re.sub(r"<mo>\u2062</mo>(?=(?:<mrow>)*<(?:mi>\w\w|mmultiscripts))", '<mspace width="0.2em"></mspace>', body)
    body = body.replace("<mo><</mo>", "<mo>&lt;</mo>").replace("<mo>></mo>", "<mo>&gt;</mo>")
    body = body.replace("<mo>-</mo>", "<mo>−</mo>").replace("<mn>-", "<mn>−")
    return f'<math displaystyle="true">{_set(body)}</math>'


def _set(body: str) -> str:
    """Brackets around what is no taller than a line do not stretch: browsers set stretching ones with wide gaps."""
    parts, opened = re.split(r"(<mo>[()]</mo>)", body), []  # type: list[str], list[int]
    for i, part in enumerate(parts):
        if part == "<mo>(</mo>":
            opened.append(i)
        elif part == "<mo>)</mo>" and opened:
            start = opened.pop()
            if not any(tall in inner for inner in parts[start + 1 : i] for tall in ("<mfrac", "<mtable")):
                for j in (start, i):
                    parts[j] = parts[j].replace("<mo>", '<mo stretchy="false">')
    return "".join(parts)
