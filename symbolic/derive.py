"""`derive(setting, what)`: one derived quantity as text, LaTeX and runnable code, with its domain and what was checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy as sp

from . import code, rendering
from .balance import balance, common_part
from .coercivity import coercivity
from .conjugate import conjugate
from .errors import InputError
from .flow import DECAYS, flow
from .formula import Case, Formula
from .inverse_mirror_map import inverse_mirror_map
from .metric import metric
from .mirror_map import mirror_map
from .potential import potential
from .range import dual_range
from .regularizer import coupled_regularizer, deep_limit, regularizer
from .setting import Setting
from .symbols import alpha, g

PARITY = {"odd": "x > 0; odd in x", "even": "x > 0; even in x", "": ""}


@dataclass(frozen=True)
class Derived:
    """What was asked, its formula as text and LaTeX, mpmath code, where it holds, and the steps that were checked."""

    what: str
    text: str
    latex: str
    python: str
    domain: str
    proof: tuple[str, ...]


def derive(at: Setting, what: str) -> Derived:
    """The quantity `what` (a key of QUANTITIES) for `at`. Errors: InputError for an unknown name."""
    if what not in QUANTITIES:
        raise InputError("what", what, "give one of " + ", ".join(QUANTITIES))
    return QUANTITIES[what](at, what)


def _shown(what: str, formula: Formula, python: str, more: str = "") -> Derived:
    domain = "; ".join(part for part in (PARITY[formula.parity], formula.domain) if part)
    shown = rendering.formula_text(formula) + (f"\n{more}" if more else "")
    return Derived(what, shown, rendering.formula_latex(formula), python, domain, formula.proof)


def _of_x(build: Callable[[Setting], Formula]):  # type: ignore[no-untyped-def]
    def derived(at: Setting, what: str) -> Derived:
        formula = build(at)
        return _shown(what, formula, code.function(what.replace("-", "_"), formula), _depth_limit(at, what))

    return derived


def _depth_limit(at: Setting, what: str) -> str:
    if not at.balanced or what not in ("regularizer", "coupled-regularizer"):
        return ""
    value = deep_limit(at.q, what == "coupled-regularizer")
    special = at.q.is_Symbol and what == "regularizer"
    tail = f" for q < 2, {rendering.text(deep_limit(sp.Integer(2), False))} at q = 2" if special else ""
    return f"as L -> infinity (constants subtracted): {rendering.text(value)}{tail}"


def _constant(build: Callable[[Setting], Formula]):  # type: ignore[no-untyped-def]
    def derived(at: Setting, what: str) -> Derived:
        formula = build(at)
        return _shown(what, formula, code.constant(what, formula))

    return derived


def _inverse(at: Setting, what: str) -> Derived:
    dual, formula = mirror_map(at), inverse_mirror_map(at)
    python = code.inverse(dual, formula)
    size = rendering.text(sp.Mul(*((sp.Symbol("u", positive=True) + v) ** (n / at.q) for v, n in at.groups)))
    lines, latex = [], []
    for known, case in zip(dual.cases, formula.cases, strict=True):
        remarks = [f"for {rendering.text(case.when)}"] if case.when != sp.true else []
        remarks.append("y < 0" if case.note.startswith("R' ->") or _below(known) else "y > 0, odd in y" if "= 0" in case.note else "every y")
        if case.value is None:
            line = f"x = {size}, with u > 0 the solution of {rendering.text(known.in_u)} = y"
            latex.append(rf"x = {size}, \quad {rendering.latex(known.in_u)} = y")
        else:
            line = f"x = {rendering.text(case.value)}"
            latex.append(f"x = {rendering.latex(case.value)}")
        lines.append(f"{line}   ({'; '.join(remarks)})")
    return Derived(what, "\n".join(lines), r" \\ ".join(latex), python, formula.domain, formula.proof)


def _below(dual: Case) -> bool:
    """Whether R' < 0 on x > 0: normalised at infinity, or the balanced power with m > 1."""
    return "-oo" in dual.note and not dual.value.has(sp.log)


def _flow(at: Setting, what: str) -> Derived:
    power = rendering.text(at.q - 1)
    lines = [
        f"dw_i/dt = -<g prod_(j != i) w_j>^({power})",
        f"dw_i/dt = -<g prod_(j != i) w_j>^({power}) - alpha w_i   (decoupled decay)",
        f"dw_i/dt = -<g prod_(j != i) w_j + alpha w_i>^({power})   (coupled decay)",
    ]
    plain, decoupled = flow(at, "none"), flow(at, "decoupled")
    signed = {g ** (at.q - 1): sp.Symbol(f"<g>^({power})", positive=True)}
    lines += [f"dx/dt = {rendering.text(plain.product.subs(signed))}", f"dx/dt = {rendering.text(decoupled.product.subs(signed))}   (decoupled decay)"]
    lines += ["dx/dt = sum_i (x/w_i) dw_i/dt   (coupled decay)", rendering.where(at)]
    latex = rf"\dot w_i = -\left\langle g \prod_{{j \ne i}} w_j \right\rangle^{{{rendering.latex(at.q - 1)}}}, \quad \dot x = {rendering.latex(decoupled.product)}"
    proof = (plain.proof, decoupled.proof)
    return Derived(what, "\n".join(lines), latex, _FLOW, "x > 0, w_i > 0 (the signed powers carry it to every orthant)", proof)


def _balance(at: Setting, what: str) -> Derived:
    laws = {decay: balance(at.q, decay) for decay in DECAYS}
    q = rendering.text(at.q)
    lines = [f"d|w_i|^{q}/dt = {rendering.text(common_part(at.q))}   (no decay; x, g > 0): the same for every i"]
    for decay, law in laws.items():
        rate = rendering.text(law.rate) if law.closed else "no closed law; {|w_i| = |w_j|} is invariant"
        lines.append(f"d/dt (|w_i|^{q} - |w_j|^{q}) = {rate}   ({decay} decay)" if law.closed else f"{decay} decay: {rate}")
    lines.append("complete: L - 1 independent invariants in each coordinate, and no more that hold for every objective")
    latex = rf"\frac{{d}}{{dt}}\left(|w_i|^{{{q}}} - |w_j|^{{{q}}}\right) = -{rendering.latex(at.q * alpha)} \left(|w_i|^{{{q}}} - |w_j|^{{{q}}}\right)"
    domain = "every t" if at.q.is_Rational and at.q > 1 else "almost every t at q = 1, every t for q > 1"
    return Derived(what, "\n".join(lines), latex, _BALANCE, domain, tuple(law.proof for law in laws.values()))


_FLOW = '''from mpmath import mp


def flow(w, g, q, alpha=0, decay="none"):
    """dw/dt for the weights w of one coordinate, g = df/dx; decay: none, decoupled or coupled."""
    def power(a):
        return mp.sign(a) * abs(a) ** (mp.mpf(q) - 1)

    pull = [g * mp.fprod(v for j, v in enumerate(w) if j != i) for i in range(len(w))]
    if decay == "coupled":
        return [-power(p + alpha * v) for p, v in zip(pull, w)]
    return [-power(p) - (alpha * v if decay == "decoupled" else 0) for p, v in zip(pull, w)]
'''

_BALANCE = '''from mpmath import mp


def balance(w, q):
    """The invariants |w_i|^q - min_j |w_j|^q of the weights w of one coordinate."""
    sizes = [abs(mp.mpf(v)) ** mp.mpf(q) for v in w]
    return [size - min(sizes) for size in sizes]
'''

QUANTITIES: dict[str, Callable[[Setting, str], Derived]] = {
    "flow": _flow,
    "balance": _balance,
    "metric": _of_x(metric),
    "mirror-map": _of_x(mirror_map),
    "inverse-mirror-map": _inverse,
    "potential": _of_x(potential),
    "conjugate": _of_x(conjugate),
    "regularizer": _of_x(regularizer),
    "coupled-regularizer": _of_x(coupled_regularizer),
    "range": _constant(dual_range),
    "coercivity": _constant(coercivity),
}
