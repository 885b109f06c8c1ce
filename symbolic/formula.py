"""A derived quantity: its value in each case of (q, L), its domain, and what was checked on the way."""

from __future__ import annotations

from dataclasses import dataclass

import sympy as sp

from .cases import at_zero
from .setting import Setting
from .symbols import u


@dataclass(frozen=True)
class Case:
    """`value` where `when` holds: in x > 0 where that is explicit, else in u with P(u) = x^q; `in_u` always in u."""

    when: sp.Basic
    value: sp.Expr
    in_u: sp.Expr | None = None
    note: str = ""


@dataclass(frozen=True)
class Formula:
    """`symbol` = its cases; `parity` ("odd", "even" or "") extends them from x > 0; `proof` lists the checked steps."""

    at: Setting
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


def size(at: Setting) -> sp.Expr:
    """x = P(u)^{1/q}, in u."""
    return sp.Mul(*((u + v) ** (n / at.q) for v, n in at.groups))


def line(at: Setting) -> str:
    """Where x may lie: the line where m_0 < 1, else a half-line."""
    sides = [side for side, _ in at_zero(at)]
    if min(sides) > 0:
        return "every real x"
    kept = "x > 0, or x < 0: its sign is kept"
    return kept if max(sides) <= 0 else f"every real x where m_0 < 1; {kept} where m_0 >= 1"


def joined(*proofs: tuple[str, ...]) -> tuple[str, ...]:
    """The steps of several proofs, each once."""
    return tuple(dict.fromkeys(step for proof in proofs for step in proof))

