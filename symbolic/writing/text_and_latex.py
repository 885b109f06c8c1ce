"""Text and LaTeX for derived quantities; the letters are those of the theory, x > 0 and u > 0 with P(u) = x^q."""

from __future__ import annotations

from typing import Any

import sympy as sp
from sympy.printing.latex import LatexPrinter
from sympy.printing.str import StrPrinter

from ..formula import Formula
from ..product.lauricella import LauricellaFD
from ..setting import Setting
from ..symbols import u, x

LATEX_NAMES = {"lam": r"\lambda"}


class _Text(StrPrinter):
    def _print_hyper(self, e: sp.hyper) -> str:
        above, below = (", ".join(self._print(v) for v in part) for part in (e.ap, e.bq))
        return f"{len(e.ap)}F{len(e.bq)}({above}; {below}; {self._print(e.argument)})"

    def _print_appellf1(self, e: sp.appellf1) -> str:
        a, b1, b2, c, z1, z2 = (self._print(v) for v in e.args)
        return f"F1({a}; {b1}, {b2}; {c}; {z1}, {z2})"

    def _print_elliptic_f(self, e: sp.elliptic_f) -> str:
        return f"EllipticF({self._print(e.args[0])} | {self._print(e.args[1])})"

    def _print_beta(self, e: sp.beta) -> str:
        return f"B({self._print(e.args[0])}, {self._print(e.args[1])})"

    def _print_Relational(self, e: Any) -> str:
        signs = {"==": "="}
        return f"{self._print(e.lhs)} {signs.get(e.rel_op, e.rel_op)} {self._print(e.rhs)}"

    def _print_And(self, e: sp.And) -> str:
        return self._joined(e, " and ")

    def _print_Or(self, e: sp.Or) -> str:
        return _either(e, lambda r: self._print(r)) or self._joined(e, " or ")

    def _print_Not(self, e: sp.Not) -> str:
        return f"not ({self._print(e.args[0])})"

    def _print_Implies(self, e: sp.Implies) -> str:
        return f"if {self._print(e.args[0])} then {self._print(e.args[1])}"

    def _print_Equivalent(self, e: sp.Equivalent) -> str:
        return " if and only if ".join(self._print(a) for a in e.args)

    def _joined(self, e: Any, word: str) -> str:
        parts = ((f"({self._print(a)})" if isinstance(a, (sp.And, sp.Or)) else self._print(a)) for a in e.args)
        return word.join(sorted(parts))

    def _print_BooleanTrue(self, e: Any) -> str:
        return "always"

    def _print_BooleanFalse(self, e: Any) -> str:
        return "never"

    def _print_Derivative(self, e: sp.Derivative) -> str:
        if len(e.variable_count) == 1 and e.expr.args == (e.variables[0],):
            return f"{e.expr.func}{chr(39) * int(e.derivative_count)}({self._print(e.variables[0])})"
        return super()._print_Derivative(e)  # type: ignore[no-any-return]

    def _print_Infinity(self, e: Any) -> str:
        return "infinity"

    def _print_NegativeInfinity(self, e: Any) -> str:
        return "-infinity"

    def _print_Exp1(self, e: Any) -> str:
        return "e"


class _Latex(LatexPrinter):
    def _print_Symbol(self, e: sp.Symbol, style: str = "plain") -> str:
        return LATEX_NAMES.get(e.name) or super()._print_Symbol(e, style)  # type: ignore[no-any-return]

    def _print_appellf1(self, e: sp.appellf1, exp: str | None = None) -> str:
        a, b1, b2, c, z1, z2 = (self._print(v) for v in e.args)
        shown = rf"F_1\left({a}; {b1}, {b2}; {c}; {z1}, {z2}\right)"
        return shown if exp is None else rf"{shown}^{{{exp}}}"

    def _print_hyper(self, e: sp.hyper, exp: str | None = None) -> str:
        groups = ", ".join(map(self._print, e.ap)), ", ".join(map(self._print, e.bq)), self._print(e.argument)
        shown = rf"{{}}_{{{len(e.ap)}}}F_{{{len(e.bq)}}}\left({'; '.join(groups)}\right)"
        return shown if exp is None else rf"{{{shown}}}^{{{exp}}}"

    def _print_beta(self, e: sp.beta, exp: str | None = None) -> str:
        shown = rf"B\left({self._print(e.args[0])}, {self._print(e.args[1])}\right)"
        return shown if exp is None else rf"{shown}^{{{exp}}}"

    def _print_Or(self, e: sp.Or) -> str:
        return _either(e, lambda r: self._print(r)) or super()._print_Or(e)


def _either(e: sp.Or, show: Any) -> str | None:
    """`a = b or a < b` as `a <= b`."""
    kinds = {type(part): part for part in e.args}
    equal = kinds.get(sp.Eq)
    for strict, weak in ((sp.StrictLessThan, sp.Le), (sp.StrictGreaterThan, sp.Ge)):
        part = kinds.get(strict)
        if len(e.args) == 2 and equal is not None and part is not None and part.args == equal.args:
            return show(weak(*equal.args))
    return None


def text(e: sp.Basic) -> str:
    """One expression or condition as text."""
    return _Text().doprint(familiar(e))


def words(part: Any) -> str:
    """A part of a statement, or what a step has checked, as claims are written: x^2, `always` for a true condition."""
    if isinstance(part, sp.MatrixBase):
        return "; ".join(", ".join(map(words, part.row(i))) for i in range(part.rows))
    if isinstance(part, sp.Basic):
        return text(part).replace("**", "^")
    if isinstance(part, (list, tuple)):
        return ", ".join(f"({words(entry)})" if isinstance(entry, (list, tuple)) else words(entry) for entry in part)
    return {True: "yes", False: "no"}[part] if isinstance(part, bool) else str(part).replace("**", "^")


def latex(e: sp.Basic) -> str:
    """One expression or condition as LaTeX."""
    return _Latex().doprint(familiar(e))


def familiar(e: sp.Basic) -> sp.Basic:
    """2F1 and Appell's F1 by their own names."""
    return e.replace(lambda f: isinstance(f, LauricellaFD), lambda f: f.rewrite(sp.hyper))


def signed_power(inner: str, power: sp.Expr) -> str:
    """<inner>^power, sign(inner) at power 0, inner itself at 1."""
    if power == 0:
        return f"sign({inner})"
    return f"({inner})" if power == 1 and " " in inner else inner if power == 1 else f"<{inner}>^({text(power)})"


def formula_text(formula: Formula) -> str:
    """A line for each case, then what u is where it occurs."""
    lines = []
    for case in formula.cases:
        remarks = ([f"for {text(case.when)}"] if case.when != sp.true else []) + ([case.note] if case.note else [])
        lines.append(f"{formula.symbol} = {text(case.value)}" + (f"   ({'; '.join(remarks)})" if remarks else ""))
    if any(case.value.has(u) for case in formula.cases):
        lines.append(where(formula.setting))
    return "\n".join(lines)


def where(setting: Setting) -> str:
    """What u is."""
    return f"with u > 0 the solution of {text(setting.P())} = {text(x**setting.q)}"


def formula_latex(formula: Formula) -> str:
    """One equation, with cases where there are several."""
    head = formula.symbol.replace("R*", "R^*").replace("mu", r"\mu")
    if len(formula.cases) == 1:
        shown = f"{head} = {latex(formula.cases[0].value)}"
    else:
        rows = r" \\ ".join(rf"{latex(case.value)} & {latex(case.when)}" for case in formula.cases)
        shown = rf"{head} = \begin{{cases}} {rows} \end{{cases}}"
    if any(case.value.has(u) for case in formula.cases):
        shown += rf", \quad {latex(formula.setting.P())} = {latex(x**formula.setting.q)}, \; u > 0"
    return shown
