"""The checker: an enclosure of the solution of y' = F(t, y) around any polynomial p it is handed, or a refusal.

With |p' - F(p)| <= D and the logarithmic 2-norm of F' at most mu over the tube |y - p| <= rho, 0 <= t <= h,
  |y - p|(t) <= e^{mu t} |y - p|(0) + t D max(1, e^{mu t}),
as long as the right side stays below rho (Dahlquist 1958, Lozinskii 1958). Over a long step F' varies much more than
the error can grow: mu is taken on parts of the step, one after the other, halved while that pays. The norm is
|(2^{s_i} e_i)|_2, the scales chosen to balance F', which makes mu small where some variables are stiff; any choice is
sound. D: where powers and inverses were proposed with p, they are verified by products (`taylor_model`); else F(p) is
expanded in a power series up to `terms`, the rest bounded by Cauchy's estimate on |t| <= R, where F(p) must be
analytic.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from fractions import Fraction as F
from typing import TypeAlias

import numpy as np
from flint import acb, arb, arb_mat, arb_poly, arb_series, ctx

from ... import limits
from ...precision import bits
from .arithmetic import DiskArithmetic, OutsideDomain, SeriesArithmetic
from .balancing import balanced
from .block_norm import block_bounds
from .double_norm import log_norm_in_doubles
from .partials import Partials, PartialsArithmetic, variables
from .producer import Proposal
from .square_defect import square_defects
from .taylor_model import BEYOND, Models, NotModelled, on_the_grid
from .vector_field import Field

COARSE = 64  # bits for bounds, which need no accuracy
LOST = 8  # bits beyond the precision that the defect of a step by Taylor models may cost
HOPE = 2  # the tube tried first is twice this many times the radius and the defect that enter the step
SHARES = (F(5, 8), F(3, 4), F(1))  # of the terms at most to be expanded, tried in this order
SPLITS, WORTH = 5, 0.9  # parts of a step: halvings, and what halving is to gain
CALM, TOLERATED, CAREFUL = 8, 2.0**-3, 2.0**-5  # a growth left as it is, until so many bits are lost, and after that
ELIMINATED, MARGIN = 40, 2.0**-6  # variables up to which a norm is found by elimination; its distance from the best
CLOSE, ROUNDED = 2.0**-28, 2.0**-46  # and for midpoints alone; for what doubles may be off, in units of the largest
LARGE = 2**10  # a bound of F(p) on the disk above this many times F(p) at its centre costs too many digits


Hides: TypeAlias = Callable[[arb, Sequence[arb], arb], tuple[list[arb], list[arb]]]  # of a field near the one meant
Slope: TypeAlias = tuple[arb, arb, list[arb]]  # length, logarithmic norm, norms of the rows of the passive part


@dataclass(frozen=True)
class Enclosure:
    """|(2^{s_i} (y - center)_i)|_2 <= radius for the true y, s = scales (all 0 if none); passive integrals in their
    balls."""

    center: tuple[arb, ...]
    radius: arb
    passive: tuple[arb, ...]
    scales: tuple[int, ...] = ()

    def balls(self) -> list[arb]:
        """A ball around every component."""
        scales = self.scales or (0,) * len(self.center)
        return [c + arb(0, self.radius) * arb(2) ** -s for c, s in zip(self.center, scales, strict=True)]


@dataclass(frozen=True)
class Step:
    """A checked polynomial: |y_i - p_i| <= slack_i on the whole step; time = start + 2^-scale tau, 0 <= tau <=
    length."""

    start: arb
    scale: int
    length: arb
    core: list[arb_poly]
    passive: list[arb_poly]
    base: tuple[arb, ...]  # passive integrals at the start
    slack: tuple[arb, ...]
    passive_slack: tuple[arb, ...]
    end: Enclosure

    @property
    def duration(self) -> arb:
        """The step's length in time (exact)."""
        return self.length * arb(2) ** -self.scale


def check(field: Field, time: arb, before: Enclosure, proposal: Proposal, terms: int, precision: int) -> Step | None:
    """A step with proven radii, or None: refused.

    Arguments: the field; the time (a ball) and the enclosure at the start; any proposal; how many terms of F(p) to
    expand; the precision at which to do so. Refused means: F(p) not analytic near the step, or no tube contains its
    result.
    """
    scale, h = arb(2) ** -proposal.scale, proposal.length
    everything = proposal.core + proposal.passive
    if not (h > 0 and h.is_exact()) or any(p.length() > terms for p in everything):
        return None
    with bits(precision, terms):
        offset = [p[0] - c for p, c in zip(proposal.core, before.center, strict=True)]
        try:
            defects = _defects(field, time, scale, h, proposal, terms)
        except OutsideDomain:
            return None
        end = [p(h) for p in proposal.core]
        integrals = [p(h) - p[0] + base for p, base in zip(proposal.passive, before.passive, strict=True)]
    with bits(COARSE):
        former = before.scales or (0,) * field.core
        scales: tuple[int, ...] | None = None
        most = HOPE * (
            before.radius + norm(_weighed(offset, former)) + h * norm(_weighed(defects[: field.core], former))
        )
        calm = before.radius < arb(2) ** (CALM - precision)
        tolerated = TOLERATED if calm else CAREFUL
        for _ in range(5):
            weights = scales or former
            slopes = _Slopes(field, time, scale, proposal.core, 2 * most, weights, tolerated)
            try:
                blocks = None
                if not any(former):  # its norm has no scales
                    whole = time + scale * slopes.span(arb(0), h)
                    blocks = block_bounds(field, whole, slopes.tube(arb(0), h), scale, h, tolerated if calm else 0)
                if scales is None:
                    scales = slopes.scales(h) if blocks is None else (0,) * field.core
                pieces = slopes.pieces(arb(0), h, scales) if blocks is None else [(h, blocks[0], blocks[1])]
                hidden = _hidden(field, time, scale, slopes, h)
            except OutsideDomain:
                return None
            initial = (before.radius + norm(_weighed(offset, scales))).upper()
            extra, shifts = hidden
            total = [d + e for d, e in zip(defects, extra, strict=True)]
            residue = norm(_weighed(total[: field.core], scales))
            if pieces is None or not (initial.is_finite() and residue.is_finite()):
                return None
            at_end, bound = initial, initial
            for length, mu, _ in pieces:
                growth = (mu * length).exp().max(arb(1)).upper()
                bound = bound.max((growth * (at_end + length * residue)).upper())
                at_end = ((mu * length).exp() * at_end + length * residue * growth).upper()
            if weights == scales and (bound < 2 * most or bound == 0):
                break
            most = bound
        else:
            return None
        slack = tuple((bound * arb(2) ** -s + shift).upper() for s, shift in zip(scales, shifts, strict=False))
        lags = []
        for k, (defect, shift) in enumerate(zip(total[field.core :], shifts[field.core :], strict=True)):
            steepest = arb(0)
            for _, _, passive in pieces:
                steepest = steepest.max(passive[k])
            lags.append((h * (steepest * bound + defect) + shift).upper())
    totals = tuple(v + arb(0, lag) for v, lag in zip(integrals, lags, strict=True))
    after = Enclosure(tuple(end), at_end, totals, scales)
    return Step(time, proposal.scale, h, proposal.core, proposal.passive, before.passive, slack, tuple(lags), after)


def _hidden(field: Field, time: arb, scale: arb, slopes: _Slopes, h: arb) -> tuple[list[arb], list[arb]]:
    """For every component what a field leaves out of F, and how far the solution may be from the one it follows."""
    hides: Hides | None = getattr(field, "hidden", None)
    if hides is not None:
        return hides(time + scale * slopes.span(arb(0), h), slopes.tube(arb(0), h), scale)
    none = [arb(0)] * (field.core + field.passive)
    return none, none


class _Slopes:
    """F' over the tube |2^{s_i} (y - p)_i| <= width, on parts of the step."""

    def __init__(
        self,
        field: Field,
        time: arb,
        scale: arb,
        core: Sequence[arb_poly],
        width: arb,
        scales: Sequence[int],
        tolerated: float,
    ):
        self.field, self.time, self.scale, self.core, self.tolerated = field, time, scale, core, tolerated
        self.around, self.former = [arb(0, width) * arb(2) ** -s for s in scales], tuple(scales)
        self.last: tuple[arb, arb, tuple[list[list[arb]], list[list[arb]]]] | None = None
        self.known: tuple[list[list[arb]], tuple[int, ...], arb | None] | None = None

    def scales(self, h: arb) -> tuple[int, ...]:
        """New scales where the growth in the former ones is more than is left as it is; others would cost a bit."""
        mu = self.norm(arb(0), h, self.former)
        calm = mu is not None and mu * h < self.tolerated
        return self.former if calm else balanced(self.at(arb(0), h)[0], self.former, h)

    def norm(self, low: arb, high: arb, scales: tuple[int, ...]) -> arb | None:
        """The logarithmic norm over a part of the step; kept for one more call."""
        core, _ = self.at(low, high)
        if self.known is None or self.known[0] is not core or self.known[1] != scales:
            self.known = core, scales, log_norm(core, scales)
        return self.known[2]

    def at(self, low: arb, high: arb) -> tuple[list[list[arb]], list[list[arb]]]:
        """The rows of s F' for the core and for the passive part, over low <= tau <= high; kept for one more call."""
        if self.last is None or not (low == self.last[0] and high == self.last[1]):
            time = self.time + self.scale * self.span(low, high)
            self.last = low, high, jacobian(self.field, time, self.tube(low, high), self.scale)
        return self.last[2]

    def span(self, low: arb, high: arb) -> arb:
        """The parameters between the two."""
        return low.union(high)

    def tube(self, low: arb, high: arb) -> list[arb]:
        """A ball around every component, over low <= tau <= high and the tube."""
        span = self.span(low, high)
        return [evaluate(p, span).intersection(p(span)) + v for p, v in zip(self.core, self.around, strict=True)]

    def pieces(
        self, low: arb, high: arb, scales: tuple[int, ...], hoped: arb | None = None, splits: int = SPLITS
    ) -> list[Slope] | None:
        """(length, mu, norms of the passive rows) one after the other; a part is halved while the growth gets less."""
        try:
            mu, (_, passive) = self.norm(low, high, scales), self.at(low, high)
        except OutsideDomain:
            if splits == 0:
                raise
            mu = None
        length = high - low
        if splits == 0 or (mu is not None and (mu * length < self.tolerated or (hoped is not None and not mu < hoped))):
            if mu is None:
                return None
            rows = [norm([v * arb(2) ** -s for v, s in zip(row, scales, strict=True)]) for row in passive]
            return [(length, mu, rows)]
        middle = ((low + high) / 2).mid()
        hope = None if mu is None else mu * WORTH
        first = self.pieces(low, middle, scales, hope, splits - 1)
        second = first and self.pieces(middle, high, scales, hope, splits - 1)
        return [*first, *second] if first and second else None


def _weighed(values: Sequence[arb], scales: Sequence[int]) -> list[arb]:
    return [v * arb(2) ** s for v, s in zip(values, scales, strict=True)] if any(scales) else list(values)


def evaluate(polynomial: arb_poly, tau: arb) -> arb:
    """p over the ball tau in mean value form: p(m) + p'(tau)(tau - m)."""
    middle = tau.mid()
    return polynomial(middle) + polynomial.derivative()(tau) * (tau - middle)


def norm(values: Sequence[arb]) -> arb:
    return sum((v.abs_upper() * v.abs_upper() for v in values), arb(0)).sqrt().upper()


def _defects(field: Field, time: arb, scale: arb, h: arb, proposal: Proposal, terms: int) -> list[arb]:
    """sup |p_i' - s F_i(p)| over 0 <= tau <= h, for every component, from expansions about tau = c."""
    known = _modelled(field, time, scale, h, proposal)
    if known is not None:
        return known
    longest = max(p.length() for p in proposal.core + proposal.passive)
    c = (h / 2).mid() if proposal.centred else arb(0)
    core, passive = ([p(arb_poly([c, 1])) if proposal.centred else p for p in part]
                     for part in (proposal.core, proposal.passive))  # fmt: skip
    time, reach = time + scale * c, (h - c).upper()
    terms, tails = _tails(field, time, scale, reach, core, longest, terms)
    limits.check()
    with bits(ctx.prec, terms):
        state = [arb_series(p, terms) for p in core]
        rates = field.rates(arb_series([time, scale], terms), state, SeriesArithmetic())
        span, found = arb(0, reach), []
        for p, rate, tail in zip(core + passive, rates, tails, strict=True):
            known = arb_poly((arb_series(p.derivative(), terms) - rate * scale).coeffs())
            with bits(COARSE):
                found.append((abs(known(span)).upper() + tail).upper())
    return found


def _modelled(field: Field, time: arb, scale: arb, h: arb, proposal: Proposal) -> list[arb] | None:
    """The defects by Taylor models: from squares at q = 2, or where powers or inverses were proposed. None where these
    do not tell, or tell more than a step may cost: it is too long for its order, and the series refuse it."""
    b = proposal.grid
    if b is None or not 0 < b <= 2 * ctx.prec or abs(proposal.scale) > b // 2:
        return None
    polys = [p for p in (on_the_grid(p, b) for p in proposal.core + proposal.passive) if p is not None]
    if len(polys) < field.core + field.passive:
        return None
    space = Models(b, h, max(p.length() for p in polys) + BEYOND, proposal.helpers)
    try:
        clock = space.line(time, scale)
        if (squares := square_defects(field, space, clock, proposal.scale, polys)) is not None:
            return squares
        if not proposal.helpers:
            return None  # a product of zeros is 0 in series, and rounded in models
        rates = field.rates(clock, [space.polynomial(p) for p in polys[: field.core]], space)
    except (NotModelled, OutsideDomain):
        return None
    found = [space.distance(p.derivative(), rate, proposal.scale) for p, rate in zip(polys, rates, strict=True)]
    return found if all(defect * h <= arb(2) ** (LOST - ctx.prec) for defect in found) else None


def _tails(
    field: Field, time: arb, scale: arb, h: arb, core: Sequence[arb_poly], longest: int, terms: int
) -> tuple[int, list[arb]]:
    """(m <= terms, bounds of what the terms of s F_i(p) from the m-th on add up to over |tau| <= h): by Cauchy's
    estimate on |tau| <= R.

    R = h 2^{precision/m}. A small m is cheap but needs F(p) analytic far out; the first that passes is taken.
    """
    precision = ctx.prec
    for share in SHARES:
        m = terms if share == 1 else max(longest, int(terms * share))
        outer = (h * arb(2) ** (arb(precision) / m)).mid()
        with bits(COARSE):
            disk = arb(0, outer)
            reach = [(p(disk) - p[0]).abs_upper() for p in core]
            box = [acb(p[0] + arb(0, r), arb(0, r)) for p, r in zip(core, reach, strict=True)]
            try:
                rates = field.rates(acb(time + scale * disk, scale * disk), box, DiskArithmetic())
            except OutsideDomain:
                if share == 1:
                    raise
                continue
            bounds = [abs(acb(v)).upper() * scale for v in rates]
            ratio = h / outer
            tails = [(bound * ratio**m / (1 - ratio)).upper() for bound in bounds]
            speed = sum((abs(p[1]) for p in core), arb(0))
        if share == 1 or all(bound < LARGE * speed for bound in bounds):
            break
    return m, tails


def jacobian(field: Field, time: arb, tube: Sequence[arb], scale: arb) -> tuple[list[list[arb]], list[list[arb]]]:
    """s dF/dy over the tube, rows of the core and of the passive part."""
    size = len(tube)
    with bits(COARSE):
        rates = [v * scale for v in field.rates(Partials(time, None), variables(tube), PartialsArithmetic())]
        rows = [[arb(0)] * size if v.row is None else v.row.entries() for v in rates]
    return rows[: field.core], rows[field.core :]


def log_norm(J: Sequence[Sequence[arb]], scales: Sequence[int]) -> arb | None:
    """An upper bound of the logarithmic norm of J for |(2^{s_i} y_i)|_2."""
    if (quick := log_norm_in_doubles(J, scales)) is not None:
        return quick
    turned = [_weighed([v * arb(2) ** -s for v, s in zip(row, scales, strict=True)], [t] * len(scales))
              for row, t in zip(J, scales, strict=True)]  # fmt: skip
    return _log_norm(turned)


def _log_norm(J: Sequence[Sequence[arb]]) -> arb | None:
    """An upper bound of the largest eigenvalue of S = (J + J^T)/2: m where m - S is seen to be positive definite, for
    all S or for the midpoints, to whose largest eigenvalue the radii add at most their norm."""
    size = len(J)
    S = [[(J[i][j] + J[j][i]) / 2 for j in range(size)] for i in range(size)]
    if not all(v.is_finite() for row in S for v in row):
        return None
    spread = norm([v.rad() for row in S for v in row])
    middle = np.array([[float(v) for v in row] for row in S])
    if not np.isfinite(middle).all():
        return None
    if size <= ELIMINATED:
        top = arb(float(np.linalg.eigvalsh(middle)[-1]))
        known = (top + (1 + abs(top)) * CLOSE + float(abs(middle).max()) * size * ROUNDED).upper()
        if _definite([[known * (i == j) - v.mid() for j, v in enumerate(row)] for i, row in enumerate(S)]):
            return _eliminated(S, top, (known + spread.min(_widest(S))).upper())
    return _turned(S, middle, spread)


def _widest(S: Sequence[Sequence[arb]]) -> arb:
    """A bound of |E| for |E_ij| <= rad S_ij, S symmetric: the largest sum of a row."""
    return max((sum((v.rad() for v in row), arb(0)).upper() for row in S), default=arb(0))


def _turned(S: Sequence[Sequence[arb]], middle: np.ndarray, spread: arb) -> arb | None:
    """A bound of the largest eigenvalue of S by disks after the turn to nearly its axes; |S - mid S| <= spread."""
    size = len(S)
    basis = arb_mat(np.linalg.eigh(middle)[1].tolist())
    turned = basis.transpose()
    lost = _gershgorin(turned * basis - arb_mat(size, size, 1), both=True)  # |Q^T Q - 1|
    if not lost < 1:
        return None
    first = _gershgorin(turned * (arb_mat([[v.mid() for v in row] for row in S]) * basis))
    second = _gershgorin(turned * (arb_mat(S) * basis))
    bounds = [(first / (1 - lost if first > 0 else 1 + lost) + spread).upper()]
    bounds.append((second / (1 - lost if second > 0 else 1 + lost)).upper())
    return min((bound for bound in bounds if bound.is_finite()), default=None)


def _eliminated(S: Sequence[Sequence[arb]], top: arb, known: arb) -> arb:
    """A bound near `top` if m - S is seen to be positive definite for such an m, else `known`.

    Where S is large in some directions, Gershgorin's disks count what they share with the others in full, elimination
    divided by how large they are.
    """
    margin = (1 + abs(top)) * MARGIN
    while top + margin * 2 < known:
        bound = (top + margin).upper()
        if _definite([[bound * (i == j) - v for j, v in enumerate(row)] for i, row in enumerate(S)]):
            return bound
        margin = margin * 4
    return known


def _definite(M: list[list[arb]]) -> bool:
    """Whether every symmetric matrix in M is positive definite: L D L^T, the largest pivots first, has D > 0."""
    left = list(range(len(M)))
    while left:
        k = max(left, key=lambda i: M[i][i].mid())
        if not M[k][k] > 0:
            return False
        left.remove(k)
        for i in left:
            share = M[i][k] / M[k][k]
            for j in left:
                M[i][j] = M[i][j] - share * M[k][j]
    return True


def _gershgorin(M: arb_mat, both: bool = False) -> arb:
    """A bound of the eigenvalues of a symmetric matrix from above: max_i (M_ii + sum_{j != i} |M_ij|); of |.| if
    `both`."""
    size, top = M.nrows(), arb.neg_inf()
    for i in range(size):
        row = [M[i, j] for j in range(size)]
        own = abs(row[i]) if both else row[i]
        top = top.max(sum((abs(v) for v in row), own - abs(row[i])))
    return top.upper()
