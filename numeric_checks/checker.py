"""The checker: an enclosure of the solution of y' = F(t, y) around any polynomial p it is handed, or a refusal.

With |p' - F(p)| <= D and the logarithmic 2-norm of F' at most mu over the tube |y - p| <= rho, 0 <= t <= h,
  |y - p|(t) <= e^{mu t} |y - p|(0) + t D max(1, e^{mu t}),
as long as the right side stays below rho (Dahlquist 1958, Lozinskii 1958). D: F(p) is expanded in a power series
up to `terms`, the rest bounded by Cauchy's estimate on |t| <= R, where F(p) must be analytic.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from flint import acb, arb, arb_mat, arb_poly, arb_series, ctx

from .arithmetic import DiskArithmetic, OutsideDomain, SeriesArithmetic
from .precision import bits
from .producer import Proposal
from .vector_field import Field

COARSE = 64  # bits for bounds, which need no accuracy


@dataclass(frozen=True)
class Enclosure:
    """|y - center| <= radius in the 2-norm, for the true y; the passive integrals lie in their balls."""

    center: tuple[arb, ...]
    radius: arb
    passive: tuple[arb, ...]


@dataclass(frozen=True)
class Step:
    """A checked polynomial: |y - p| <= radius on the whole step; time = start + 2^-scale tau, 0 <= tau <= length."""

    start: arb
    scale: int
    length: arb
    core: list[arb_poly]
    passive: list[arb_poly]
    base: tuple[arb, ...]  # passive integrals at the start
    radius: arb
    passive_radii: tuple[arb, ...]
    end: Enclosure

    @property
    def duration(self) -> arb:
        """The step's length in time (exact)."""
        return self.length * arb(2) ** -self.scale


def check(field: Field, time: arb, before: Enclosure, proposal: Proposal, terms: int, precision: int) -> Step | None:
    """A step with proven radii, or None: refused.

    Arguments: the field; the time (a ball) and the enclosure at the start; any proposal; how many terms of F(p) to
    expand; the precision at which to do so. Refused means: F(p) not analytic near the step, or no tube contains its result.
    """
    scale, h = arb(2) ** -proposal.scale, proposal.length
    with bits(precision, terms):
        offset = _norm([p[0] - c for p, c in zip(proposal.core, before.center, strict=True)])
        try:
            defects = _defects(field, time, scale, h, proposal, terms)
        except OutsideDomain:
            return None
        end = [p(h) for p in proposal.core]
        integrals = [p(h) - p[0] + base for p, base in zip(proposal.passive, before.passive, strict=True)]
    with bits(COARSE):
        initial = (before.radius + offset).upper()
        residue = _norm(defects[: field.core]).upper()
        if not (initial.is_finite() and residue.is_finite()):
            return None
        span = arb(h / 2, h / 2)
        range_ = [p(span) for p in proposal.core]
        rho = 2 * (initial + residue * h)
        for _ in range(4):
            tube = [v + arb(0, rho) for v in range_]
            try:
                core, passive = _jacobian(field, time + scale * span, tube, scale)
            except OutsideDomain:
                return None
            mu = _log_norm(core)
            if mu is None:
                return None
            growth = (mu * h).exp().max(arb(1)).upper()
            at_end = ((mu * h).exp() * initial + h * residue * growth).upper()
            most = (growth * (initial + h * residue)).upper()
            if most < rho or (most == 0 and rho == 0):
                break
            rho = 2 * most
        else:
            return None
        lags = tuple(
            (h * (_norm(row) * most + defect)).upper()
            for row, defect in zip(passive, defects[field.core :], strict=True)
        )
    after = Enclosure(
        tuple(end), at_end, tuple(v + arb(0, lag) for v, lag in zip(integrals, lags, strict=True))
    )
    return Step(
        time, proposal.scale, h, proposal.core, proposal.passive, before.passive, most, lags, after
    )


def _norm(values: Sequence[arb]) -> arb:
    return sum((v.abs_upper() * v.abs_upper() for v in values), arb(0)).sqrt().upper()


def _defects(field: Field, time: arb, scale: arb, h: arb, proposal: Proposal, terms: int) -> list[arb]:
    """sup |p_i' - s F_i(p)| over 0 <= tau <= h, for every component."""
    arithmetic = SeriesArithmetic()
    state = [arb_series(p, terms) for p in proposal.core]
    rates = field.rates(arb_series([time, scale], terms), state, arithmetic)
    outer = (h * arb(2) ** (arb(ctx.prec) / terms)).mid()
    disk = arb(0, outer)
    with bits(COARSE):
        reach = [(p(disk) - p[0]).abs_upper() for p in proposal.core]
        box = [acb(p[0] + arb(0, r), arb(0, r)) for p, r in zip(proposal.core, reach, strict=True)]
        when = acb(time + scale * disk, scale * disk)
        bounds = [abs(acb(v)).upper() * scale for v in field.rates(when, box, DiskArithmetic())]
        ratio = h / outer
        tail = ratio**terms / (1 - ratio)
        span = arb(0, h)
    found = []
    for p, rate, bound in zip(proposal.core + proposal.passive, rates, bounds, strict=True):
        known = arb_poly((arb_series(p.derivative(), terms) - rate * scale).coeffs())
        with bits(COARSE):
            found.append((abs(known(span)).upper() + bound * tail).upper())
    return found


def _jacobian(
    field: Field, time: arb, tube: Sequence[arb], scale: arb
) -> tuple[list[list[arb]], list[list[arb]]]:
    """s dF/dy over the tube, rows of the core and of the passive part: the first-order coefficient along each axis."""
    arithmetic = SeriesArithmetic()
    columns = []
    with bits(COARSE, 2):
        moment = arb_series([time], 2)
        still = [arb_series([v], 2) for v in tube]
        for j, value in enumerate(tube):
            state = [*still[:j], arb_series([value, 1], 2), *still[j + 1 :]]
            columns.append([(arb_series(v, 2) * scale)[1] for v in field.rates(moment, state, arithmetic)])
    rows = [list(row) for row in zip(*columns, strict=True)]
    return rows[: field.core], rows[field.core :]


def _log_norm(J: Sequence[Sequence[arb]]) -> arb | None:
    """An upper bound of the largest eigenvalue of (J + J^T)/2: Gershgorin after an approximate diagonalisation."""
    size = len(J)
    S = [[(J[i][j] + J[j][i]) / 2 for j in range(size)] for i in range(size)]
    if not all(v.is_finite() for row in S for v in row):
        return None
    spread = _norm([v.rad() for row in S for v in row])
    middle = np.array([[float(v) for v in row] for row in S])
    if not np.isfinite(middle).all():
        return None
    basis = arb_mat(np.linalg.eigh(middle)[1].tolist())
    try:
        near = basis.solve(arb_mat([[v.mid() for v in row] for row in S]) * basis)
    except ZeroDivisionError:
        return None
    top = arb.neg_inf()
    for i in range(size):
        top = top.max(sum((abs(near[i, j]) for j in range(size) if j != i), near[i, i]))
    bound = top + spread
    return bound.upper() if bound.is_finite() else None

