"""A derived quantity: its value in each case of (q, L), its domain, and what was checked on the way."""

from __future__ import annotations

from dataclasses import dataclass, replace

import sympy as sp

from .deciding.sign_of_one_minus_m import at_zero, lowest
from .setting import Setting
from .symbols import u


@dataclass(frozen=True)
class Case:
    """`value` where `when` holds: in x > 0 where that is explicit, else in u with P(u) = x^q; `in_u` always in u.

    `at_zero` is the value at x = 0 (its limit from x > 0), where that is known.
    """

    when: sp.Basic
    value: sp.Expr
    in_u: sp.Expr | None = None
    note: str = ""
    at_zero: sp.Expr | None = None


@dataclass(frozen=True)
class Formula:
    """`symbol` = its cases; `parity` ("odd", "even" or "") extends them from x > 0; `proof` lists the checked steps."""

    setting: Setting
    symbol: str
    cases: tuple[Case, ...]
    parity: str
    domain: str
    proof: tuple[str, ...]

    @property
    def value(self) -> sp.Expr:
        """The value of the only case. Errors: ValueError where there are several."""
        (case,) = self.cases
        return case.value

    def _repr_latex_(self) -> str:
        """The formula as a notebook shows it."""
        from .writing.text_and_latex import formula_latex

        return f"$\\displaystyle {formula_latex(self)}$"

    @property
    def value_in_u(self) -> sp.Expr:
        """The same in u. Errors: ValueError where there are several cases, or no form in u."""
        (case,) = self.cases
        if case.in_u is None:
            raise ValueError(f"{self.symbol} has no form in u")
        return case.in_u


def size(setting: Setting) -> sp.Expr:
    """x = P(u)^{1/q}, in u."""
    return sp.Mul(*((u + v) ** (n / setting.q) for v, n in setting.groups))


def line(setting: Setting) -> str:
    """Where x may lie: the line where m_0 < 1, else a half-line."""
    sides = [side for side, _ in at_zero(setting)]
    if min(sides) > 0:
        return "every real x"
    kept = "x > 0, or x < 0: its sign is kept"
    return kept if max(sides) <= 0 else f"every real x where m_0 < 1; {kept} where m_0 >= 1"


def joined(*proofs: tuple[str, ...]) -> tuple[str, ...]:
    """The steps of several proofs, each once."""
    return tuple(dict.fromkeys(step for proof in proofs for step in proof))


def merged(cases: list[Case]) -> tuple[Case, ...]:
    """Neighbouring cases with one value as one case."""
    kept: list[Case] = []
    for case in cases:
        if kept and (kept[-1].value, kept[-1].note) == (case.value, case.note):
            kept[-1] = replace(case, when=sp.Or(kept[-1].when, case.when))
        else:
            kept.append(case)
    return tuple(kept)


def powers(value: sp.Expr) -> sp.Expr:
    """A product with one power of each base, its exponent in lowest form."""
    exponents: dict[sp.Expr, sp.Expr] = {}
    for factor in sp.Mul.make_args(value):
        base, e = factor.as_base_exp()
        exponents[base] = exponents.get(base, sp.Integer(0)) + e
    return sp.Mul(*(base ** lowest(e) for base, e in exponents.items()))


def neat(value: sp.Expr) -> sp.Expr:
    """A product with its constant denominators multiplied out: 1/(q (1 + 1/q)) = 1/(q + 1)."""
    if not value.is_Mul:
        return value
    below = sp.Mul(*(1 / f for f in value.args if f.is_Pow and f.exp == -1 and not f.has(u)))
    return value * below / lowest(below)
