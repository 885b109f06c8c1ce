"""`derive(setting, what)`: one derived quantity as text, LaTeX and runnable code, with its domain and what was
checked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import sympy as sp

from ..algebra import is_zero
from ..errors import InputError
from ..formula import Case, Formula, joined, size
from ..product.balance import balance, common_part, rank
from ..product.coercivity import coercivity
from ..product.conjugate import conjugate
from ..product.dual_range import dual_range
from ..product.flow import DECAYS, flow
from ..product.inverse_mirror_map import inverse_mirror_map
from ..product.metric import metric, rate
from ..product.mirror_map import mirror_map
from ..product.potential import potential
from ..product.regularizer import coupled_regularizer, deep_limit, regularizer
from ..setting import Setting
from ..symbols import L, alpha, g, u, x
from . import mpmath_code, text_and_latex

COMPLETE = "the Jacobian minor of the differences in w_2..w_L is diagonal with entries q w_i^{q-1}: full rank"
PARITY = {"odd": "stated for x > 0, odd in x", "even": "stated for x > 0, even in x", "": ""}


@dataclass(frozen=True)
class Derived:
    """What was asked, its formula as text and LaTeX, mpmath code, where it holds, the steps that were checked,
    the SymPy expression where there is one (else see symbolic.product.expressions)."""

    what: str
    text: str
    latex: str
    python: str
    domain: str
    proof: tuple[str, ...]
    value: sp.Expr | None = None


def derive(setting: Setting, what: str) -> Derived:
    """The quantity `what` (a key of QUANTITIES) for `at`. Errors: InputError for an unknown name."""
    if what not in QUANTITIES:
        raise InputError("what", what, "give one of " + ", ".join(QUANTITIES))
    return QUANTITIES[what](setting, what)


def _shown(what: str, formula: Formula, python: str, more: str = "") -> Derived:
    domain = "; ".join(part for part in (PARITY[formula.parity], formula.domain) if part)
    shown = text_and_latex.formula_text(formula) + (f"\n{more}" if more else "")
    return Derived(what, shown, text_and_latex.formula_latex(formula), python, domain, formula.proof)


def _of_x(build: Callable[[Setting], Formula]):  # type: ignore[no-untyped-def]
    def derived(setting: Setting, what: str) -> Derived:
        formula = build(setting)
        return _shown(what, formula, mpmath_code.function(what.replace("-", "_"), formula), _more(setting, what))

    return derived


LIMITS = ("regularizer", "coupled-regularizer")


def derive_limit(steepness: sp.Expr, what: str) -> Derived:
    """The balanced regularizer `what` (one of LIMITS) as L -> infinity, the constant 1/e of x^e/e removed where e ->
    0."""
    cases = _limit_cases(steepness, what == "coupled-regularizer")
    proof = ("the exponent of x^e/e has this limit; (x^e - 1)/e -> log x as e -> 0",)
    formula = Formula(Setting(steepness, ((sp.Integer(0), L),)), "M(x)", cases, "even", "x != 0", proof)
    return _shown(what, formula, mpmath_code.function(what.replace("-", "_"), formula, depth=False))


def limit_text(steepness: sp.Expr, coupled: bool) -> str:
    """The same limit on one line, with its condition where it splits."""
    cases = _limit_cases(steepness, coupled)
    shown = [
        text_and_latex.text(c.value) + (f" for {text_and_latex.text(c.when)}" if c.when != sp.true else "")
        for c in cases
    ]
    return ", ".join(shown)


def limit_latex(steepness: sp.Expr, coupled: bool) -> str:
    """The same as LaTeX for math mode."""
    shown = [
        text_and_latex.latex(c.value) + (rf"\text{{ for }}{text_and_latex.latex(c.when)}" if c.when != sp.true else "")
        for c in _limit_cases(steepness, coupled)
    ]
    return r",\ ".join(shown)


def _limit_cases(steepness: sp.Expr, coupled: bool) -> tuple[Case, ...]:
    value = deep_limit(steepness, coupled)
    if coupled or steepness.is_Rational:
        return (Case(sp.true, value),)
    return Case(sp.Lt(steepness, 2), value), Case(sp.Eq(steepness, 2), deep_limit(sp.Integer(2), False))


def _more(setting: Setting, what: str) -> str:
    """The limit of great depth of a regularizer; the conjugate as a function of y where u = |y| (q = 1)."""
    if what == "conjugate" and mirror_map(setting).cases[0].in_u == u:
        dual = sp.Symbol("|y|", positive=True)
        return f"R*(y) = {text_and_latex.text(conjugate(setting).value_in_u.subs(u, dual))}   (for every y)"
    if not setting.balanced or what not in LIMITS or setting.depth.is_Integer:
        return ""
    return "as L -> infinity (up to a constant):\n" + derive_limit(setting.q, what).text


def _constant(build: Callable[[Setting], Formula]):  # type: ignore[no-untyped-def]
    def derived(setting: Setting, what: str) -> Derived:
        formula = build(setting)
        return _shown(what, formula, mpmath_code.constant(what, formula))

    return derived


def _inverse(setting: Setting, what: str) -> Derived:
    dual, formula = mirror_map(setting), inverse_mirror_map(setting)
    lines, latex = [], []
    for known, case in zip(dual.cases, formula.cases, strict=True):
        remarks = [f"for {text_and_latex.text(case.when)}"] if case.when != sp.true else []
        remarks.append(_side(known))
        if case.value is None:
            shown = size(setting)
            line = f"x = {text_and_latex.text(shown)}, u > 0 the solution of {text_and_latex.text(known.in_u)} = y"
            latex.append(rf"x = {text_and_latex.latex(shown)}, \quad {text_and_latex.latex(known.in_u)} = y")
        else:
            line = f"x = {text_and_latex.text(case.value)}"
            latex.append(f"x = {text_and_latex.latex(case.value)}")
        lines.append(f"{line}   ({'; '.join(remarks)})")
    ends = "; ".join(
        f"Y = {text_and_latex.text(c.value)}" + (f" for {text_and_latex.text(c.when)}" if c.when != sp.true else "")
        for c in dual_range(setting).cases
    )
    python = mpmath_code.inverse(dual, formula, dual_range(setting))
    return Derived(
        what, "\n".join(lines), r" \\ ".join(latex), python, f"y in the range of R', y < Y: {ends}", formula.proof
    )


def _side(dual: Case) -> str:
    """Where y lies for x > 0: above 0, everywhere (a logarithm), or below 0 (normalised at infinity, or m > 1)."""
    if dual.at_zero == 0:
        return "0 < y < Y; odd in y"
    return "every y" if dual.value.func == sp.log or dual.value.as_independent(sp.log(x))[1] == sp.log(x) else "y < 0"


def _flow(setting: Setting, what: str) -> Derived:
    power, speed = setting.q - 1, text_and_latex.text(rate(setting))
    pull, wide = "g prod_(j != i) w_j", f"-({speed})"
    lines = [
        f"dw_i/dt = -{text_and_latex.signed_power(pull, power)}",
        f"dw_i/dt = -{text_and_latex.signed_power(pull, power)} - alpha w_i   (decoupled decay)",
        f"dw_i/dt = -{text_and_latex.signed_power(pull + ' + alpha w_i', power)}   (coupled decay)",
        f"dx/dt = {wide} {text_and_latex.signed_power('g', power)}",
        (
            f"dx/dt = {wide} {text_and_latex.signed_power('g', power)}"
            f" - {text_and_latex.text(setting.depth * alpha)} x   (decoupled decay)"
        ),
        "dx/dt = sum_i (x/w_i) dw_i/dt   (coupled decay)",
        text_and_latex.where(setting),
    ]
    raised = rf"^{{{text_and_latex.latex(power)}}}"
    factor = text_and_latex.latex(rate(setting))
    factor = rf"\left({factor}\right)" if rate(setting).is_Add else factor
    latex = (
        rf"\dot w_i = -\Bigl\langle g \prod_{{j \ne i}} w_j \Bigr\rangle{raised}, \quad "
        rf"\dot x = -{factor} \langle g \rangle{raised}"
    )
    proof = joined((flow(setting, "none").proof,), (flow(setting, "decoupled").proof,))
    return Derived(what, "\n".join(lines), latex, _FLOW, "every orthant, by <ab>^r = <a>^r <b>^r", proof)


def _balance(setting: Setting, what: str) -> Derived:
    laws = [balance(setting.q, decay) for decay in DECAYS]
    q = text_and_latex.text(setting.q)
    q = q if len(q) == 1 else f"({q})"
    power = "" if q == "1" else f"^{q}"
    difference = f"(|w_i|{power} - |w_j|{power})"
    common_rate = f"-{q} {text_and_latex.signed_power('x g', setting.q - 1)}".replace("-1 ", "-")
    lines = [f"d|w_i|{power}/dt = {common_rate} without decay: the same for every i"]
    for law in laws:
        name = "no decay" if law.decay == "none" else f"{law.decay} decay"
        factor = f"-{text_and_latex.text(setting.q * alpha)} {difference}" if law.rate != 0 else "0"
        closed = f"d/dt {difference} = {factor}"
        lines.append(f"{name}: {closed if law.closed else 'no closed law; {|w_i| = |w_j|} is invariant'}")
    independent = text_and_latex.text(rank(setting.q, setting.depth))
    count = "one independent invariant" if independent == "1" else f"{independent} independent invariants"
    lines.append(f"complete: {count} in each coordinate, and no more that hold for every objective")
    raised = f"^{{{text_and_latex.latex(setting.q)}}}" if power else ""
    gap = rf"\left(|w_i|{raised} - |w_j|{raised}\right)"
    latex = rf"\frac{{d}}{{dt}}{gap} = -{text_and_latex.latex(setting.q * alpha)} {gap}"
    every, almost = "every t", "almost every t"
    domain = f"{almost} at q = 1, {every} for q > 1"
    if setting.q.is_Rational:
        domain = every if setting.q > 1 else almost
    if not is_zero(common_part(setting.q) + setting.q * (g * x) ** (setting.q - 1)):
        raise ArithmeticError("the common rate failed its check")
    return Derived(
        what, "\n".join(lines), latex, _BALANCE, domain, joined(tuple(law.proof for law in laws), (COMPLETE,))
    )


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
