"""(q, L, Lambda) as one value: P(u) = prod_i (u + Lambda_i), u = min_j |w_j|^q, P(u) = |x|^q (theory: section 3).

The invariants Lambda_i = |w_i|^q - min_j |w_j|^q are kept as groups (value, multiplicity): balanced is ((0, L),),
lambda-L_p-balanced with lambda > 0 is ((0, 1), (lambda, L-1)), with lambda < 0 it is ((0, L-1), (|lambda|, 1)).
A multiplicity may be symbolic, which is how statements for every L are derived.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction

import sympy as sp

from .errors import InputError
from .symbols import L, q, u

Group = tuple[sp.Expr, sp.Expr]


@dataclass(frozen=True)
class Setting:
    """q in [1, 2] (rational or the symbol q) and the invariants as groups (Lambda, multiplicity), Lambda = 0 first."""

    q: sp.Expr
    groups: tuple[Group, ...]

    @property
    def depth(self) -> sp.Expr:
        """L, the number of weights."""
        return sp.expand(sp.Add(*(n for _, n in self.groups)))

    @property
    def zeros(self) -> sp.Expr:
        """k0, how many invariants are 0."""
        return self.groups[0][1]

    @property
    def balanced(self) -> bool:
        """Whether every invariant is 0."""
        return len(self.groups) == 1

    @property
    def positive(self) -> tuple[Group, ...]:
        """The groups with Lambda > 0."""
        return self.groups[1:]

    @property
    def m(self) -> sp.Expr:
        """The metric exponent at infinity, m = q(L-1)/L."""
        return sp.cancel(self.q * (self.depth - 1) / self.depth)

    @property
    def m_zero(self) -> sp.Expr:
        """The metric exponent at 0, m_0 = q(k0-1)/k0."""
        return sp.cancel(self.q * (self.zeros - 1) / self.zeros)

    @property
    def numeric(self) -> bool:
        """Whether q and every invariant and multiplicity are numbers."""
        return self.q.is_Rational and all(v.is_Rational and n.is_Integer for v, n in self.groups)

    @property
    def invariants(self) -> tuple[sp.Expr, ...]:
        """Lambda_1..Lambda_L as a list (numeric multiplicities only)."""
        return tuple(v for v, n in self.groups for _ in range(int(n)))

    def P(self, at: sp.Expr = u) -> sp.Expr:
        """P(u) = prod_i (u + Lambda_i)."""
        return sp.Mul(*((at + v) ** n for v, n in self.groups))

    def dP(self, at: sp.Expr = u) -> sp.Expr:
        """P'(u) = P(u) sum_i 1/(u + Lambda_i)."""
        return self.P(at) * sp.Add(*(n / (at + v) for v, n in self.groups))


def setting(
    steepness: Fraction | sp.Expr | int,
    invariants: Iterable[sp.Expr | Fraction | int] | None = None,
    *,
    depth: int | sp.Expr | None = None,
    balance: sp.Expr | Fraction | int | None = None,
) -> Setting:
    """A validated setting.

    Arguments: steepness q in [1, 2] or the symbol q; then either `invariants` (any order; the minimum is
    subtracted; names are positive symbols and then one entry must be 0), or `depth` alone (balanced), or `depth`
    with `balance` (lambda-L_p-balanced with respect to w_1, sign included; Definition 4.5 S).
    Errors: InputError.
    """
    steep = _exact(steepness)
    if steep.is_Rational and not 1 <= steep <= 2:
        raise InputError("q", steep, "q lies in [1, 2]")
    if not steep.is_Rational and steep != q:
        raise InputError("q", steep, "give a rational in [1, 2] or the symbol q")
    if invariants is not None and balance is not None:
        raise InputError("invariants", "with a balance", "give one of the two, not both")
    if invariants is not None:
        return Setting(steep, _grouped([_exact(v) for v in invariants], depth))
    if depth is None:
        raise InputError("depth", depth, "give a depth or the invariants")
    layers = _exact(depth)
    if layers.is_Rational and not (layers.is_Integer and layers >= 2):
        raise InputError("depth", layers, "give an integer from 2")
    if not layers.is_Rational and layers != L:
        raise InputError("depth", layers, "give an integer from 2 or the symbol L")
    lam = sp.Integer(0) if balance is None else _exact(balance)
    zero, one = sp.Integer(0), sp.Integer(1)
    if lam.is_zero:
        return Setting(steep, ((zero, layers),))
    if lam.is_positive:
        return Setting(steep, ((zero, one), (lam, layers - 1)))
    if lam.is_negative:
        return Setting(steep, ((zero, layers - 1), (-lam, one)))
    raise InputError("balance", lam, "its sign must be known: a number, `lam` (positive) or `-lam`")


def _exact(value: object) -> sp.Expr:
    if isinstance(value, Fraction):
        return sp.Rational(value.numerator, value.denominator)
    if isinstance(value, float):
        raise InputError("a number", value, "give an exact number (Fraction or Rational), not a float")
    return sp.sympify(value) if isinstance(value, int) else value  # type: ignore[return-value]


def _grouped(values: list[sp.Expr], depth: int | sp.Expr | None) -> tuple[Group, ...]:
    if len(values) < 2:
        raise InputError("invariants", values, "give at least two, one for each weight")
    if depth is not None and _exact(depth) != len(values):
        raise InputError("depth", depth, f"the {len(values)} invariants fix the depth; leave it out or make them agree")
    if all(v.is_Rational for v in values):
        least = min(values)
        values = [v - least for v in values]
    elif not any(v.is_zero for v in values):
        raise InputError("invariants", ",".join(map(str, values)), "where names occur one entry must be 0")
    for v in values:
        if v.is_negative or not (v.is_Rational or v.is_positive):
            raise InputError("invariants", v, "where names occur every entry is 0, positive or a positive name")
    distinct = sorted(set(values), key=lambda v: (not v.is_zero, not v.is_Rational, v.sort_key()))
    return tuple((v, sp.Integer(values.count(v))) for v in distinct)
