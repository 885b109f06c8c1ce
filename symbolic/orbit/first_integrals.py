"""What the flow dz_i/dy = <d_i H>^{q-1} conserves (theory: section 11.8).

If d_i H / d_j H = phi_i(z_i)/phi_j(z_j), then dz_i/<phi_i>^{q-1} = dz_j/<phi_j>^{q-1} along every orbit, so

  int dz_i/<phi_i>^{q-1} - int dz_j/<phi_j>^{q-1}

is conserved: |w_i|^q - |w_j|^q for a product. Complete means k - 1 independent ones. Scaled by <d_i H>^{q-1} column by
column and by <C>^{1-q} row by row, C = d_i H/phi_i = d_j H/phi_j != 0, the matrix of gradients is that of e_i - e_j,
for every q. Groups of weights that h adds up are compared by their clocks (`block_clocks`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import sympy as sp

from ..algebra import equal, is_zero
from .group_clocks import blocks, clock
from .one_weight import one_weight
from .reparameterization import Reparameterization
from .signs import sign


@dataclass(frozen=True)
class FirstIntegral:
    """`value` (in z) is conserved; it compares the weights i and j with slopes phi_i, phi_j, or the clocks of their
    groups
    (phi None); `closed`: no integral is left."""

    i: int
    j: int
    value: sp.Expr
    phi: tuple[sp.Expr, sp.Expr] | None
    closed: bool


@dataclass(frozen=True)
class FirstIntegrals:
    """Those that were found, their exact rank at rational points, and how many there are in all: k - 1."""

    found: tuple[FirstIntegral, ...]
    rank: int
    needed: int

    @property
    def complete(self) -> bool:
        """Whether every first integral is a function of these, near a point where no d_i h is 0."""
        return self.rank == self.needed


def first_integrals(h: Reparameterization) -> FirstIntegrals:
    """Independent first integrals that compare two weights, or the clocks of two groups. Checked: the former are
    constant."""
    k = len(h.sizes)
    base = _base(h)
    group = list(range(k))
    found: list[FirstIntegral] = []
    for i in range(k):
        for j in range(i + 1, k):
            if group[i] != group[j] and (one := _compared(h, i, j, base)) is not None:
                found.append(one)
                group = [group[i] if g == group[j] else g for g in group]
    groups = blocks(h)
    links: list[tuple[int, int]] = []
    known = [(n, block) for n, block in enumerate(groups) if len(groups) > 1 and group.count(group[0]) < k]
    clocks = [(n, block, value) for n, block in known if (value := clock(h, block, base)) is not None]
    for (m, first, one_clock), (n, second, other) in pairwise(clocks):
        if group[first[0]] != group[second[0]]:
            found.append(FirstIntegral(first[0], second[0], _varying(one_clock - other), None, True))
            links.append((m, n))
    inner = [one for one in found if one.phi is not None]
    return FirstIntegrals(tuple(found), rank(h, inner, base) + linked(h, inner, links, groups), k - 1)


def linked(
    h: Reparameterization, inner: Sequence[FirstIntegral], links: list[tuple[int, int]], groups: list[tuple[int, ...]]
) -> int:
    """What differences of clocks add to the rank: on the field of one group alone they are +-1, the others inside
    groups 0."""
    if not links:
        return 0
    place = {n: b for b, block in enumerate(groups) for n in block}
    across = [(place[one.i], place[one.j]) for one in inner if place[one.i] != place[one.j]]
    rows = [[int(b == m) - int(b == n) for b in range(len(groups))] for m, n in [*across, *links]]
    before = int(sp.Matrix(rows[: len(across)]).rank()) if across else 0
    return int(sp.Matrix(rows).rank()) - before


def rank(h: Reparameterization, found: Sequence[FirstIntegral], base: dict[sp.Symbol, sp.Rational]) -> int:
    """The exact rank of the gradients at the rational point `base` where no d_i H is 0."""
    rows = []
    for one in found:
        assert one.phi is not None
        factors = [(h.slopes[n] / phi).xreplace(base) for n, phi in zip((one.i, one.j), one.phi, strict=True)]
        if not is_zero(factors[0] - factors[1]) or sign(factors[0]) == 0:
            raise ArithmeticError("a common factor of the slopes failed its check")
        rows.append([int(n == one.i) - int(n == one.j) for n in range(len(h.sizes))])
    return int(sp.Matrix(rows).rank()) if rows else 0


def _base(h: Reparameterization) -> dict[sp.Symbol, sp.Rational]:
    """The start, moved where a slope is 0 there."""
    point = dict(h.at_start)
    for n in range(40):
        if all(sign(slope.xreplace(point)) for slope in h.slopes):
            return point
        point = {z: v + sp.Rational(1 + n * i, 7 + n + i) for i, (z, v) in enumerate(h.at_start.items())}
    raise ArithmeticError("no point with slopes other than 0 was found")


def _compared(h: Reparameterization, i: int, j: int, base: dict[sp.Symbol, sp.Rational]) -> FirstIntegral | None:
    phis = _slopes(h, i, j, base)
    if phis is None:
        return None
    parts = []
    for n, phi in zip((i, j), phis, strict=True):
        z = h.sizes[n]
        known = one_weight(phi, z, base[z], h.q, True)
        if known is None:
            s = sp.Dummy()
            speed = sign(phi.xreplace(base)) * sp.Abs(phi) ** h.power
            parts.append((sp.Integral(1 / speed.xreplace({z: s}), (s, base[z], z)), False))
            continue
        clock = known.clock
        speed = sign(phi.xreplace(base)) * (sign(phi.xreplace(base)) * phi) ** h.power
        if not equal(sp.diff(clock, z) * speed, 1):
            return None
        parts.append((clock, True))
    (first, one), (second, two) = parts
    return FirstIntegral(i, j, _neat(first, second), phis, one and two)


def _slopes(
    h: Reparameterization, i: int, j: int, base: dict[sp.Symbol, sp.Rational]
) -> tuple[sp.Expr, sp.Expr] | None:
    """phi_i(z_i), phi_j(z_j) with d_i H phi_j = d_j H phi_i identically, or None."""
    own = [h.slopes[n] for n in (i, j)]
    if all(slope.free_symbols <= {h.sizes[n]} for n, slope in zip((i, j), own, strict=True)):
        return own[0], own[1]
    ratio = sp.powsimp(sp.cancel(own[0] / own[1]))
    fixed = [{z: v for z, v in base.items() if z != h.sizes[n]} for n in (i, j)]
    first, second = ratio.xreplace(fixed[0]), 1 / ratio.xreplace(fixed[1])
    second = sp.powsimp(second * ratio.xreplace(base))
    return (first, second) if equal(own[0] * second, own[1] * first) else None


def _neat(first: sp.Expr, second: sp.Expr) -> sp.Expr:
    """first - second up to a factor and a constant, the first coefficient 1; two logarithms as one product of
    powers."""
    first, second = (sp.expand(sp.expand_log(part, force=True)) for part in (first, second))
    first, second = _varying(first), _varying(second)
    scale = first.as_independent(*first.free_symbols, as_Add=False)[0] if not first.has(sp.Integral) else sp.Integer(1)
    value = sp.expand(sp.powsimp(sp.expand((first - second) / scale)))
    terms = value.as_coefficients_dict()
    if terms and all(isinstance(t, sp.log) for t in terms):
        return sp.Mul(*(t.args[0] ** c for t, c in terms.items()))
    return value


def _varying(form: sp.Expr) -> sp.Expr:
    """The terms that hold a letter."""
    return form.as_independent(*form.free_symbols, as_Add=True)[1]
