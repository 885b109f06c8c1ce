"""Runnable mpmath code for a derived quantity: its cases, u(x) by a formula or by Newton's method, nothing else needed.

P is convex and increasing on u > 0, so Newton's method from any upper bound of the root decreases to it; R' is concave
and increasing in u, so Newton's method from any lower bound increases to the root of R' = y.
"""

from __future__ import annotations

import inspect
import keyword
import textwrap

import sympy as sp
from sympy.printing.pycode import MpmathPrinter

from ..formula import Case, Formula
from ..product.lauricella import LauricellaFD, lauricella_fd
from ..product.u_of_x import level
from ..setting import Setting
from ..symbols import u, x

TAKEN = frozenset({"mp", "min", "abs", "sorted", "range", "level", "lauricella_fd", "target", "step", "dual", "end"})


class _Printer(MpmathPrinter):
    def _print_Symbol(self, e: sp.Symbol) -> str:
        return safe(e.name)

    def _print_hyper(self, e: sp.hyper) -> str:
        above, below = (", ".join(self._print(v) for v in part) for part in (e.ap, e.bq))
        return f"mpmath.hyper([{above}], [{below}], {self._print(e.argument)})"

    def _print_LauricellaFD(self, e: LauricellaFD) -> str:
        a, b, c, z = e.args
        if len(z) == 1:
            return f"mpmath.hyp2f1({self._print(a)}, {self._print(b[0])}, {self._print(c)}, {self._print(z[0])})"
        return f"lauricella_fd({', '.join(self._print(v) for v in (a, list(b), c, list(z)))})"

    def _print_elliptic_f(self, e: sp.elliptic_f) -> str:
        return f"mpmath.ellipf({self._print(e.args[0])}, {self._print(e.args[1])})"

    def _print_beta(self, e: sp.beta) -> str:
        return f"mpmath.beta({self._print(e.args[0])}, {self._print(e.args[1])})"


def expression(e: sp.Basic) -> str:
    """One expression as mpmath code."""
    return _Printer({"fully_qualified_modules": True}).doprint(e).replace("mpmath.", "mp.")


def safe(name: str) -> str:
    """A name that is free in the code."""
    return name + "_" if keyword.iskeyword(name) or name in TAKEN else name


def names(setting: Setting) -> list[str]:
    """The letters the user has to give: q, L and the names among the invariants."""
    letters: set[sp.Symbol] = set().union(
        setting.q.free_symbols, *(v.free_symbols | n.free_symbols for v, n in setting.groups)
    )
    return sorted(safe(str(letter)) for letter in letters)


def function(name: str, formula: Formula, *, depth: bool = True) -> str:
    """A function of x (and of q, L, names; `depth` False leaves L out) for `formula`."""
    letters = [letter for letter in names(formula.setting) if depth or letter != "L"]
    head = ", ".join(["x", *letters])
    needs_level = any(case.value.has(u) for case in formula.cases)
    lines = [f"def {name}({head}):", f'    """{formula.symbol}, to about mp.dps digits."""']
    lines.append("    x = mp.mpmathify(x)")
    if formula.parity:
        mirrored = ", ".join(["-x", *letters])
        lines += ["    if x < 0:", f"        return {'-' if formula.parity == 'odd' else ''}{name}({mirrored})"]
    if needs_level:
        lines.append(f"    u = level({head}) if x else mp.mpf(0)")
    lines += branches(formula.cases, letters)
    parts = [_level(formula.setting)] if needs_level else []
    return assembled([*parts, "\n".join(lines)], [case.value for case in formula.cases])


def constant(name: str, formula: Formula) -> str:
    """A function of the letters alone."""
    lines = [
        f"def {name}({', '.join(names(formula.setting))}):",
        f'    """{formula.symbol}"""',
        *branches(formula.cases, names(formula.setting)),
    ]
    return assembled(["\n".join(lines)], [case.value for case in formula.cases])


def inverse(dual: Formula, inverted: Formula, ends: Formula) -> str:
    """x as a function of y: the explicit inverse, or R'(u) = y solved for u; `ends` are the cases of Y."""
    letters = names(dual.setting)
    head, mirrored = ", ".join(["y", *letters]), ", ".join(["-y", *letters])
    outside = ['        raise ValueError("y is outside the range of R\'")']
    lines = [
        f"def inverse_mirror_map({head}):",
        '    """x > 0 with R\'(x) = y; odd in y where R\'(0) = 0."""',
        "    y = mp.mpmathify(y)",
    ]
    values: list[sp.Expr] = []
    for known, case in zip(dual.cases, inverted.cases, strict=True):
        body = real(letters, "    ")
        if known.at_zero == 0:
            body += ["    if y <= 0:", f"        return -inverse_mirror_map({mirrored}) if y < 0 else mp.mpf(0)"]
            if len(ends.cases) == 1 and ends.cases[0].value != sp.oo:
                values.append(ends.cases[0].value)
                body += [f"    if y >= {expression(ends.cases[0].value)}:", *outside]
        elif not (dual.setting.balanced and known.value.has(sp.log)):
            body += ["    if y >= 0:", *outside]
        if case.value is not None:
            plain = {s: sp.Symbol("y") for s in case.value.free_symbols if s.name == "y"}
            body.append(f"    return {expression(case.value.subs(plain))}")
        else:
            values.append(known.in_u)
            body += _solved(dual.setting, known)
        block = "\n".join(body)
        lines.append(
            block if case.when == sp.true else f"    if {expression(case.when)}:\n{textwrap.indent(block, '    ')}"
        )
    return assembled(["\n".join(lines)], values)


def _solved(setting: Setting, known: Case) -> list[str]:
    slope = expression(setting.P() ** (1 / setting.q - 1) / setting.q)
    return [
        f"    dual = lambda u: {expression(known.in_u)}",
        "    u = mp.mpf(1)",
        "    while dual(u) > y:",
        "        u /= 2",
        "    for _ in range(20 * mp.prec):",
        f"        step = (y - dual(u)) / ({slope})",
        "        u += step",
        "        if step <= 4 * mp.eps * u:",
        f"            return {expression(sp.Mul(*((u + v) ** (n / setting.q) for v, n in setting.groups)))}",
        '    raise ValueError("y is outside the range of R\'")',
    ]


def real(letters: list[str], indent: str) -> list[str]:
    """The letters as numbers of mp, so that 2/L is no float (a condition is decided before, on what was given)."""
    return [f"{indent}{letter} = mp.mpmathify({letter})" for letter in letters]


def branches(cases: tuple[Case, ...], letters: list[str]) -> list[str]:
    """`return value`, under its condition where there are several cases; the value at x = 0 apart."""
    lines = []
    for case in cases:
        indent = "    "
        if case.when != sp.true:
            lines.append(f"    if {expression(case.when)}:")
            indent = "        "
        lines += real(letters, indent)
        if case.at_zero is not None:
            lines += [f"{indent}if x == 0:", f"{indent}    return mp.mpf({expression(case.at_zero)})"]
        lines.append(f"{indent}return {expression(case.value)}")
    return lines


def assembled(parts: list[str], values: list[sp.Expr]) -> str:
    """The imports, the helpers that `values` need, the functions."""
    helpers = []
    if any(len(f.args[3]) > 1 for value in values for f in value.atoms(LauricellaFD)):
        source = textwrap.dedent(inspect.getsource(lauricella_fd)).replace("    mp = mpmath.mp\n", "")
        helpers.append(source.replace("  # type: ignore[no-untyped-def]", "").rstrip())
    return "\n\n\n".join(["from mpmath import mp", *helpers, *parts]) + "\n"


def _level(setting: Setting) -> str:
    head = ", ".join(["x", *names(setting)])
    lines = [f"def level({head}):", '    """u > 0 with P(u) = x^q, for x > 0."""', *real(names(setting), "    ")]
    explicit = level(setting)
    if explicit is not None:
        return "\n".join([*lines, f"    return {expression(explicit)}"])
    product = sp.Mul(*(v**n for v, n in setting.positive))
    target = x**setting.q
    bounds = [target ** (1 / setting.depth), (target / product) ** (1 / setting.zeros)]
    return "\n".join(
        [
            *lines,
            f"    target = {expression(target)}",
            f"    u = min({', '.join(expression(b) for b in bounds)})  # P(u) >= u^L and >= u^k0 times the others",
            "    while True:",
            f"        step = ({expression(setting.P())} - target) / ({expression(setting.dP())})",
            "        u -= step",
            "        if step <= 4 * mp.eps * u:",
            "            return u",
        ]
    )
