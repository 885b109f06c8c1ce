"""h = sum_B h_B over disjoint groups of weights: every group runs on its own, with one clock y (theory: section 11.8).

The clock of a group is its own mirror map, y = R_B'(x_B) up to a constant, as a function of its weights; so the
differences of the clocks of two groups are first integrals too. A single weight has the clock of `one_weight`. A
monomial c prod z_i^{n_i} has

  y = +-K^{1/q-1} (1/q) int_0^v P^{1/q-1},   v + Lambda_i = z_i^q/n_i^{q-1}   (`monomial`),   v the least of these, m_0
  < 1.

a b + c d at q = 2: asinh(2ab/(a^2 - b^2))/2 - asinh(2cd/(c^2 - d^2))/2, in the letters of the smaller weights.
"""

from __future__ import annotations

from collections.abc import Mapping

import sympy as sp

from ..algebra import equal, is_zero
from ..errors import Undecided
from ..product.mirror_map import mirror_map
from ..setting import Setting
from ..symbols import u
from .one_weight import one_weight
from .reparameterization import Reparameterization
from .signs import sign

Point = Mapping[sp.Symbol, sp.Rational]


def blocks(h: Reparameterization) -> list[tuple[int, ...]]:
    """The groups of weights with d_i d_j H = 0 between different groups."""
    group = list(range(len(h.sizes)))
    for i, slope in enumerate(h.slopes):
        for j, z in enumerate(h.sizes):
            if group[i] != group[j] and not is_zero(sp.diff(slope, z)):
                group = [group[i] if g == group[j] else g for g in group]
    return [tuple(n for n, g in enumerate(group) if g == label) for label in dict.fromkeys(group)]


def clock(h: Reparameterization, block: tuple[int, ...], base: Point) -> sp.Expr | None:
    """The clock of the group as a function of its weights, near the point `base`; None where it is not explicit."""
    zs = [h.sizes[n] for n in block]
    slopes = [h.slopes[n] for n in block]
    if len(block) == 1:
        alone = one_weight(slopes[0], zs[0], base[zs[0]], h.q, True)
        return None if alone is None else alone.clock
    part = _part(h, block, base)
    counts = [sp.cancel(z * slope / part) for z, slope in zip(zs, slopes, strict=True)]
    if not all(n.is_Rational and n > 0 for n in counts):
        return None
    if not all(equal(z * slope, n * part) for z, slope, n in zip(zs, slopes, counts, strict=True)):
        return None
    levels = [z**h.q / h.held(n) ** (h.q - 1) for z, n in zip(zs, counts, strict=True)]
    here = [level.xreplace(dict(base)) for level in levels]
    least = 0
    for i in range(1, len(here)):
        if sign(here[i] - here[least]) < 0:
            least = i
    if any(sign(here[i] - here[least]) == 0 for i in range(len(here)) if i != least):
        return None
    letters = [sp.Symbol(f"Lambda{n}", positive=True) for n in range(len(block))]
    groups = ((sp.Integer(0), counts[least]), *((letters[n], counts[n]) for n in range(len(block)) if n != least))
    setting = Setting(h.q, groups)
    if not setting.m_zero < 1:
        return None
    try:
        form = mirror_map(setting).cases[0].in_u
    except Undecided:
        return None
    if form is None:
        return None
    c = part.xreplace({z: sp.Integer(1) for z in zs})
    K = sp.Abs(c) ** h.q * sp.Mul(*(n ** ((h.q - 1) * n) for n in counts))
    values = {letter: level - levels[least] for letter, level in zip(letters, levels, strict=True)}
    return sign(c) * K ** (1 / h.q - 1) * form.subs(values).subs(u, levels[least])


def _part(h: Reparameterization, block: tuple[int, ...], base: Point) -> sp.Expr:
    """The terms of H that hold weights of the group, without their constant where h_B is a monomial."""
    here = {h.sizes[n] for n in block}
    kept = [term for term in sp.Add.make_args(sp.expand(h.H)) if term.free_symbols & here]
    return sp.Add(*kept)
