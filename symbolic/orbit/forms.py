"""`derive` for any reparameterization x = h(w): the quantities of the orbit through the start, with what was checked.

A product w_1 ... w_L is the setting of `derive` itself; another monomial is that setting in other units; a sum of
powers and exponentials of single weights has an explicit x(y). Elsewhere R'' is known in the weights, and R' through
the orbit alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import sympy as sp

from ..errors import InputError, Undecided
from ..exact_number import simplified
from ..formula import Formula
from ..product.conjugate import conjugate
from ..product.inverse_mirror_map import inverse_mirror_map
from ..product.metric import metric
from ..product.mirror_map import mirror_map as product_map
from ..product.potential import potential
from ..setting import Setting
from ..symbols import u, y
from ..symbols import x as size_of_x
from ..writing import mpmath_code, text_and_latex
from ..writing.derive import Derived
from ..writing.text_and_latex import text
from .closed_map import X, inverse_map, mirror_map
from .conditions import UNDECIDED, conditions
from .first_integrals import first_integrals
from .metric import decay, degeneration, drift, speed
from .monomial import Monomial, monomial
from .reparameterization import Reparameterization
from .sum_orbit import SumOrbit, sum_orbit

NORMALISED = {True: "R'(0) = 0", False: "R'(x_0) = 0 at the start"}


def derive(h: Reparameterization, what: str) -> Derived:
    """The quantity `what` (a key of QUANTITIES). Errors: InputError for an unknown name."""
    if what not in QUANTITIES:
        raise InputError("what", what, "give one of " + ", ".join(QUANTITIES))
    try:
        return QUANTITIES[what](h, what)
    except Undecided:
        if what not in IMPLICIT:
            raise
        return _through_orbit(h, what, IMPLICIT[what])


IMPLICIT = {
    "metric": "R''(x) = 1/sum |d_i h|^q at x = h(W(y))",
    "mirror-map": "R'(x) = y with x = h(W(y))",
    "inverse-mirror-map": "x = h(W(y))",
    "potential": "R(x) = x y - R*(y) at y = R'(x)",
    "conjugate": "R*(y) = int x dy along the orbit",
}


def _flow(h: Reparameterization, what: str) -> Derived:
    power = h.power
    lines = []
    for z, slope in zip(h.sizes, h.slopes, strict=True):
        pulled = text_and_latex.signed_power(f"g ({text(slope)})", power)
        lines.append(f"d{z}/dt = -{pulled}")
    lines += ["decoupled decay: - alpha w_i on the right; coupled decay: g d_i h + alpha w_i in place of g d_i h"]
    lines.append(f"dx/dt = -({text(speed(h))}) {text_and_latex.signed_power('g', power)}")
    raised = rf"^{{{text_and_latex.latex(power)}}}"
    latex = r", \quad ".join(
        rf"\frac{{d {text_and_latex.latex(z)}}}{{dt}} = -\left\langle g \cdot {text_and_latex.latex(slope)}"
        rf" \right\rangle{raised}"
        for z, slope in zip(h.sizes, h.slopes, strict=True)
    )
    return Derived(
        what, "\n".join(lines), latex, "", _orthant(h), ("d_i h by differentiation; dx/dt = sum_i d_i h dw_i/dt",)
    )


def _balance(h: Reparameterization, what: str) -> Derived:
    found = first_integrals(h)
    shown = [f"{text(one.value)} is conserved" for one in found.found]
    if found.needed == 0:
        lines = ["one weight: nothing but x itself moves, and nothing is conserved"]
    elif found.complete:
        lines = [
            *shown,
            f"complete: {found.rank} of k - 1 = {found.needed} independent first integrals, and there are no more",
        ]
    else:
        lines = [
            *shown,
            (
                f"found: {found.rank} of k - 1 = {found.needed} independent first integrals (those that compare two"
                " weights or groups)"
            ),
        ]
    lines += decay(h)
    kept = [text_and_latex.latex(one.value) + r" = \mathrm{const}" for one in found.found]
    lines_of_latex = [*kept, *(words(line) for line in decay(h))]
    latex = r"\begin{gathered} " + r" \\ ".join(lines_of_latex) + r" \end{gathered}"
    proof = (
        "d_i h phi_j - d_j h phi_i is identically 0, and the derivative of each term is 1/<phi>^(q-1)",
        f"rank {found.rank} of the gradients, exact at a rational point",
    )
    return Derived(what, "\n".join(lines), latex, "", _orthant(h) + "; without decay", proof if found.found else ())


def _metric(h: Reparameterization, what: str) -> Derived:
    form, orbit = monomial(h), sum_orbit(h)
    value = 1 / speed(h)
    lines = [f"R''(x) = {text(value)} along the orbit"]
    latex = f"R''(x) = {text_and_latex.latex(value)}"
    python, explicit = "", None
    proof: tuple[str, ...] = ("dx/dy = sum_i d_i h <d_i h>^(q-1), and |d_i h|^2 - (d_i h)^2 is identically 0",)
    if form is not None:
        scaled = _scaled(form, metric(form.named[0]), -sp.Integer(1))
        lines.append(_shown(scaled, form, h))
        latex, proof = _latex(scaled, form, h), proof + metric(form.named[0]).proof
    elif orbit is not None and (dual := mirror_map(orbit)) is not None:
        explicit = simplified(sp.diff(dual, X))
        lines.append(f"R''(x) = {text(explicit)}")
        latex, python = f"R''(x) = {text_and_latex.latex(explicit)}", _function("metric", "x", explicit)
    return Derived(what, "\n".join([*lines, *degeneration(h)]), latex, python, _domain(h), proof, explicit)


def _map(h: Reparameterization, what: str) -> Derived:
    if (form := monomial(h)) is not None:
        return _unit(h, form, what, product_map(form.named[0]), 1 / h.q - 1)
    orbit = sum_orbit(h)
    if orbit is None:
        return _through_orbit(h, what, IMPLICIT[what])
    dual = mirror_map(orbit)
    norm = NORMALISED[orbit.has_zero]
    if dual is not None:
        return Derived(
            what,
            f"R'(x) = {text(dual)}   ({norm})",
            f"R'(x) = {text_and_latex.latex(dual)}",
            _function("mirror_map", "x", dual),
            _domain(h),
            _EXPLICIT,
            dual,
        )
    shift = " - y_0" if orbit.has_zero else ""
    lines = (
        f"R'(x) = y{shift} with {text(orbit.x_of_y)} = x"
        + (", y_0 the same at x = 0" if orbit.has_zero else "")
        + f"   ({norm})"
    )
    latex = rf"R'(x) = y{shift}, \quad {text_and_latex.latex(orbit.x_of_y)} = x"
    return Derived(what, lines, latex, "", _domain(h), _EXPLICIT[:1])


_EXPLICIT = (
    "every weight runs on its own: a beta = |phi_0|^q and n - 1 + rho = r q, so dx/dy = sum |d_i h|^q",
    "x(y) = x solved for y, each step an identity",
)


def _inverse(h: Reparameterization, what: str) -> Derived:
    if (form := monomial(h)) is not None:
        inverse, lines = inverse_mirror_map(form.named[0]), []
        scale = form.K ** (1 / h.q)
        for case in inverse.cases:
            if case.value is None:
                lines.append(
                    f"x > 0: the solution of R'(x) = y, R' as in mirror-map   ({case.note or 'y in its range'})"
                )
            else:
                letter = next((s for s in case.value.free_symbols if s.name == "y"), y)
                value = sp.powsimp(scale * case.value.subs(letter, letter * form.K ** (1 - 1 / h.q)))
                mirrored = "; y and x change their signs together" if form.two_sided or form.side < 0 else ""
                lines.append(f"x = {text(value)}   (x > 0; {case.note or 'y in its range'}{mirrored})")
        return Derived(
            what, "\n".join(lines), words("\n".join(lines)), "", _in("y", conditions(h).range), inverse.proof
        )
    orbit = sum_orbit(h)
    if orbit is None:
        return _through_orbit(h, what, IMPLICIT[what])
    found = inverse_map(orbit)
    value, more = (found[0], "") if found else (orbit.x_of_y.xreplace({y: y + BASE}), _base(orbit))
    python = _function("inverse_mirror_map", "y", value) if found else ""
    return Derived(
        what,
        f"x = {text(value)}{more}",
        f"x = {text_and_latex.latex(value)}",
        python,
        _in("y", conditions(h).range),
        _EXPLICIT[:1],
    )


BASE = sp.Symbol("y_0", real=True)


def _base(orbit: SumOrbit) -> str:
    """What y_0 is where R'(0) = 0 is not explicit."""
    return f"\nwith {text(orbit.x_of_y.xreplace({y: BASE}))} = 0"


def _conjugate(h: Reparameterization, what: str) -> Derived:
    if (form := monomial(h)) is not None:
        return _unit(h, form, what, conjugate(form.named[0]), 2 / h.q - 1)
    orbit = sum_orbit(h)
    if orbit is None:
        return _through_orbit(h, what, IMPLICIT[what])
    found = inverse_map(orbit)
    if found is not None:
        value, more = found[1], ""
    else:
        whole = orbit.conjugate
        value, more = whole.xreplace({y: y + BASE}) - whole.xreplace({y: BASE}), _base(orbit)
    python = _function("conjugate", "y", value) if found else ""
    proof = (*_EXPLICIT[:1], "(R*)' = x, R*(0) = 0")
    return Derived(
        what,
        f"R*(y) = {text(value)}{more}",
        f"R^*(y) = {text_and_latex.latex(value)}",
        python,
        _in("y", conditions(h).range),
        proof,
    )


def _potential(h: Reparameterization, what: str) -> Derived:
    if (form := monomial(h)) is not None:
        return _unit(h, form, what, potential(form.named[0]), 2 / h.q - 1)
    orbit = sum_orbit(h)
    dual, found = (None, None) if orbit is None else (mirror_map(orbit), inverse_map(orbit))
    if orbit is not None and dual is None:
        line = "R(x) = x R'(x) - R*(R'(x)), R' and R* as in mirror-map and conjugate"
        return Derived(what, line, "R(x) = x R'(x) - R^*(R'(x))", "", _domain(h), _EXPLICIT[:1])
    if orbit is None or dual is None or found is None:
        return _through_orbit(h, what, IMPLICIT[what])
    shown = simplified(X * dual - found[1].xreplace({y: dual}))
    where = "R(0) = 0" if orbit.has_zero else "R(x_0) = 0"
    return Derived(
        what,
        f"R(x) = {text(shown)}   ({where})",
        f"R(x) = {text_and_latex.latex(shown)}",
        _function("potential", "x", shown),
        _domain(h),
        (*_EXPLICIT, "R = x R' - R*"),
        shown,
    )


def _regularizer(h: Reparameterization, what: str) -> Derived:
    if h.degree is not None:
        shown = f"M(x) = {text(h.degree)} R*(R'(x))"
        proof = ("sum_i w_i d_i h = d h identically, so M' = R'' d x, and d/dx R*(R'(x)) = x R''",)
        return Derived(
            what,
            shown,
            f"M(x) = {text_and_latex.latex(h.degree)} R^*(R'(x))",
            "",
            "at a frozen orbit; up to a constant",
            proof,
        )
    shown = f"M(x) = int ({text(drift(h))}) dR'(x) along the orbit"
    return Derived(what, shown, words(shown), "", "at a frozen orbit; up to a constant", ("M' = R'' sum_i w_i d_i h",))


def _range(h: Reparameterization, what: str) -> Derived:
    found = conditions(h)
    if UNDECIDED in (found.domain, found.range):
        line = "undecided: the ends of the orbit are not known, as " + _no_sum(h)
        return Derived(what, line, words(line), "", "", ())
    line = f"R' maps {found.domain} onto {found.range}"
    return Derived(what, line, words(line), "", "", ("the ends of the orbit, each exact",))


def _no_sum(h: Reparameterization) -> str:
    return f"h = {text(h.h)} is neither a monomial nor a sum of powers and exponentials of single weights"


def _degeneration(h: Reparameterization, what: str) -> Derived:
    return Derived(
        what,
        "\n".join(degeneration(h)),
        words("\n".join(degeneration(h))),
        "",
        _orthant(h),
        ("the order of each zero of d_i h and the clock at which it is reached",),
    )


def _through_orbit(h: Reparameterization, what: str, shown: str) -> Derived:
    line = f"{shown}, dW_i/dy = <d_i h>^({text(h.power)}), W(0) the start: no closed form found; `evaluate` encloses it"
    return Derived(what, line, words(line), "", _domain(h), ())


def words(text: str) -> str:
    """Sentences as LaTeX text."""
    marks = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", **{c: "\\" + c for c in "_&%$#{}"}}
    marks |= {c: f"${c}$" for c in "<>|"}
    lines = [r"\text{" + "".join(marks.get(c, c) for c in line) + "}" for line in text.split("\n")]
    return lines[0] if len(lines) == 1 else r"\begin{gathered} " + r" \\ ".join(lines) + r" \end{gathered}"


def _unit(h: Reparameterization, form: Monomial, what: str, formula: Formula, power: sp.Expr) -> Derived:
    scaled = _scaled(form, formula, power)
    return Derived(
        what,
        _shown(scaled, form, h),
        _latex(scaled, form, h),
        "",
        _domain(h),
        (*formula.proof, "n_i h = w_i d_i h: |x|^q = K P, sum |d_i h|^q = K P'"),
    )


def _scaled(form: Monomial, formula: Formula, power: sp.Expr) -> Formula:
    """The formula with x in units of K^{1/q}, times K^power."""
    unit = form.K ** (-1 / form.setting.q)
    cases = tuple(
        replace(c, value=sp.powsimp(sp.powdenest(form.K**power * c.value.subs(size_of_x, unit * size_of_x))))
        for c in formula.cases
    )
    return replace(formula, cases=cases)


def _level(h: Reparameterization) -> sp.Symbol:
    taken = {z.name.strip("|") for z in h.sizes}
    return sp.Symbol(next(n for n in ("u", "r", "s", "level") if n not in taken), positive=True)


def _shown(formula: Formula, form: Monomial, h: Reparameterization) -> str:
    letter = _level(h)
    lines = []
    for case in formula.cases:
        value = text(case.value.xreplace({u: letter}))
        lines.append(f"{formula.symbol} = {value}" + (f"   ({case.note})" if case.note else ""))
    if any(case.value.has(u) for case in formula.cases):
        lines.append(
            f"with {letter} > 0 the solution of {text(form.K * form.named[0].P(letter))} = {text(size_of_x**h.q)}"
        )
    lines += [f"with {name} = {text(value)}" for name, value in form.named[1].items()]
    return (
        "\n".join(lines)
        + {"odd": "\n(x > 0; odd in x)", "even": "\n(x > 0; even in x)", "": ""}[
            formula.parity if form.two_sided or form.side < 0 else ""
        ]
    )


def _latex(formula: Formula, form: Monomial, h: Reparameterization) -> str:
    letter = _level(h)
    shown = r" \\ ".join(
        rf"{formula.symbol} = {text_and_latex.latex(c.value.xreplace({u: letter}))}" for c in formula.cases
    )
    if any(case.value.has(u) for case in formula.cases):
        shown += (
            rf", \quad {text_and_latex.latex(form.K * form.named[0].P(letter))} ="
            rf" {text_and_latex.latex(size_of_x**h.q)}"
        )
    return shown


def _function(name: str, letter: str, value: sp.Expr) -> str:
    body = mpmath_code.expression(value.xreplace({s: sp.Symbol(s.name) for s in value.free_symbols}))
    return f"from mpmath import mp\n\n\ndef {name}({letter}):\n    {letter} = mp.mpf({letter})\n    return {body}\n"


def _domain(h: Reparameterization) -> str:
    return f"{_in('x', conditions(h).domain)}, on the orbit through {point(h)}, x_0 = {text(h.x0)}"


def _in(letter: str, where: str) -> str:
    return f"{letter} as far as the orbit goes" if where == UNDECIDED else f"{letter} in {where}"


def _orthant(h: Reparameterization) -> str:
    return f"from {point(h)}, x_0 = {text(h.x0)}, while no weight changes its sign"


def point(h: Reparameterization) -> str:
    """The start in words."""
    return ", ".join(f"{w} = {v}" for w, v in zip(h.weights, h.start, strict=True))


def product_setting(h: Reparameterization) -> tuple[Setting, Setting, dict[sp.Symbol, sp.Expr]] | None:
    """The settings of a product w_1 ... w_L, which `derive` treats itself; None for any other h.

    Twice: with a letter for each irrational invariant, and with its value; then what the letters stand for.
    """
    form = monomial(h)
    return (form.named[0], form.setting, form.named[1]) if form is not None and form.product else None


QUANTITIES: dict[str, Callable[[Reparameterization, str], Derived]] = {
    "flow": _flow,
    "balance": _balance,
    "metric": _metric,
    "mirror-map": _map,
    "inverse-mirror-map": _inverse,
    "potential": _potential,
    "conjugate": _conjugate,
    "regularizer": _regularizer,
    "range": _range,
    "degeneration": _degeneration,
}
