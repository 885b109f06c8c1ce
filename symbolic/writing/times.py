"""Escape and blow-up times as formulas of the mirror map: dy/dt = -<g>^{q-1} for y = R'(x), g constant (theory: section
11).

  escape    T = |R'(x_1) - R'(x_0)|/|g|^{q-1}
  blow-up   T = (Y - R'(|x|))/|g|^{q-1},  Y = lim R' at infinity
"""

from __future__ import annotations

import re
from collections.abc import Callable

import sympy as sp

from ..errors import InputError
from ..symbols import g, x
from . import text_and_latex
from .derive import Derived

STEP = "dy/dt = -<g>^(q-1) for y = R'(x) and constant g: y moves at constant speed"
x0, x1 = sp.symbols("x0 x1", positive=True)
Derive = Callable[[str], Derived]

TIMES = ("escape-time", "blow-up-time")


def derive_time(steepness: sp.Expr, what: str, part: Derive) -> Derived:
    """The time `what` (one of TIMES), from the mirror map and the range that `part` derives. Errors: InputError."""
    power = steepness - 1
    shown, raised = text_and_latex.text(power), text_and_latex.latex(power)
    below = {sp.Integer(0): ("", ""), sp.Integer(1): ("/|g|", "|g|")}.get(
        power, (f"/|g|^{shown}" if power.is_Symbol else f"/|g|^({shown})", f"|g|^{{{raised}}}")
    )
    dual = part("mirror-map")
    if what == "escape-time":
        way, tex = "|R'(x1) - R'(x0)|", r"\left|R'(x_1) - R'(x_0)\right|"
        parts, domain = [dual], "g of the sign that takes x0 to x1; x0 and x1 where R' is finite"
    else:
        way, tex = "(Y - R'(|x|))", r"Y - R'(|x|)"
        parts = [dual, part("range")]
        domain = "g of the sign that pushes x outwards; finite where Y is, which is m > 1"
    latex = rf"\frac{{{tex}}}{{{below[1]}}}" if below[1] else tex
    return Derived(
        what,
        "\n".join([f"T = {way}{below[0]}", *(p.text for p in parts)]),
        r", \quad ".join([f"T = {latex}", *(p.latex for p in parts)]),
        _code(what, steepness, parts),
        domain,
        tuple(dict.fromkeys([STEP, *(step for p in parts for step in p.proof)])),
    )


def _code(what: str, steepness: sp.Expr, parts: list[Derived]) -> str:
    """The modules of the parts as one, and the time on top, with the parameters that the parts have."""
    head = "from mpmath import mp\n"
    bodies = [p.python.replace(head, "", 1).rstrip() + "\n" for p in parts]
    more = {name: _parameters(name, part.python) for name, part in zip(("mirror_map", "range"), parts, strict=False)}
    names = sorted({*(name for found in more.values() for name in found), *map(str, steepness.free_symbols)})
    tail = "".join(f", {name}" for name in names)

    def call(name: str, point: str = "") -> str:
        given = [point] * bool(point) + more[name]
        return f"{name}({', '.join(given)})"

    points = "x0, x1" if what == "escape-time" else "x"
    if what == "escape-time":
        way = f"abs({call('mirror_map', 'x1')} - {call('mirror_map', 'x0')})"
        says = "T from x0 to x1 under the constant gradient g, of the sign that takes x0 to x1."
    else:
        way = f"{call('range')} - {call('mirror_map', 'abs(mp.mpmathify(x))')}"
        says = "T from x to infinity under the constant gradient g that pushes it outwards."
    speed = f"abs(mp.mpmathify(g)) ** ({_number(steepness)} - 1)"
    time = f"""
def {what.replace("-", "_")}({points}, g{tail}):
    \"\"\"{says}\"\"\"
    return ({way}) / {speed}
"""
    return head + "\n".join([*bodies, time])


def _parameters(name: str, code: str) -> list[str]:
    """What the function takes besides its point."""
    found = re.search(rf"^def {name}\(([^)]*)\)", code, re.MULTILINE)
    listed = [word.strip() for word in found.group(1).split(",") if word.strip()] if found else []
    return [word for word in listed if word != "x"]


def _number(value: sp.Expr) -> str:
    return f"mp.mpf({value.p}) / {value.q}" if value.is_Rational else f"mp.mpmathify({value})"


def time_expression(steepness: sp.Expr, what: str, part: Callable[[str], sp.Expr]) -> sp.Expr:
    """T as an expression in x0, x1 (or x) > 0 and g, here |g|, from those of the mirror map and the range.

    Errors: InputError where the mirror map has none.
    """
    dual = part("mirror-map")
    speed = g ** (steepness - 1)
    if what == "escape-time":
        return sp.Abs(dual.subs(x, x1) - dual.subs(x, x0)) / speed
    if what == "blow-up-time":
        return (part("range") - dual) / speed
    raise InputError("quantity", what, "give one of " + ", ".join(TIMES))
