"""A ball around the true x(t) while a proposal X(t) is followed, in the norm N^2 = |S e|^2 + |A e|^2.

e = x - X, S = diag s. With D the defect X' + P'(X) <G>^r, G = H X - c, dphi_k = <g_k>^r - <G_k>^r = eps_k dg_k,
p_k = P'_k eps_k >= 0, and <G_k>^r dP'_k = h_k e_k, |h_k| <= f_k = |<G_k>^r| K_k, K = P'' q |x|^r/P',
  e' = -P' dphi - <G>^r dP' - D,   N N' = sum_k (s_k^2 e_k + dg_k) e_k'
     = -sum_k (dg_k + s_k^2 e_k) (p_k dg_k + h_k e_k + D_k),
and a term without D is at most (p_k s_k^2 - h_k)^2 e_k^2/(4 p_k), whatever dg_k is: the convexity of f pays for the
branch point of <g>^r, where eps_k is infinite. So N' <= mu N + |D|_N with
  mu = max_k (w_k/4 + f_k/2 + f_k^2/(4 w_k)),  w_k = s_k^2 p_k.
Where the last is large, in a set B, -sum_B h_k e_k dg_k <= |A diag(f/s)_B| |S e| |A e| does instead:
  mu = (alpha + sqrt(alpha^2 + beta^2))/2,  alpha = that maximum, but w_k/4 + f_k in B,  beta = |A diag(f/s)_B|.
eps_k >= r (|G_k| + |a_k| N)^{r-1}; eps_k <= 2^{1-r} |G_k|^{r-1} whatever g_k is, and r (|G_k| - |a_k| N)^{r-1} where
that is positive; where G_k may be 0, p_k dg_k^2 pays for h_k alone, mu has f_k instead of f_k/2 + w_k/4, and
  s_k^2 |e_k| P'_k |dphi_k| <= N s_k P'_k 2^{1-r} (|a_k| N)^r
counts as a defect instead. The proposal's roots are verified by products: with |v^b - |G|| <= d, v, |G| >= 0,
  ||G|^{a/b} - v^a| <= a M^{a-1} d/v^{b-1},  M = max v + d^{1/b};   for q = 1 + a/b: ||x|^q - |x| z^a| <= a M^a d;
and u by |P(U) - |x|^q| <= d: |U - u| <= d/P'(u_min). With v = sigma V, dt = sigma^{b-1} Q dxi the factor sigma^{b-1}
cancels. A blurred g_k has v = 0 and |G_k| <= d. Floats here bound sums and products of positive numbers, each rounded
up (ROUND).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from flint import arb, arb_poly, fmpz, fmpz_mat, fmpz_poly

from ...precision import bits as precision
from ..problem import Problem
from .bowl import Bowl
from .chebyshev import Array, above, fixed, suprema
from .proposal import Proposal

PARTS = 24  # of a step, on which mu is taken
ROUND = 1 + 1e-9  # for up to a million roundings in a row
NEAR, WIDER, SPREAD = 1e-8, 8.0, 100.0  # the radius of x may be NEAR, or WIDER than before, that of u SPREAD times that
TIME = 256  # bits of times


@dataclass(frozen=True, eq=False)
class Step:
    """|x_k(t) - X_k(xi)/2^bits| <= radius/s_k at t = start + clock(xi), N <= radius throughout and `after` at the end.

    `least_g`, `least_x`: below |G_k|, |X_k| on each part; `off_g`, `off_x`: how far these are from v^b and z^b.
    """

    start: arb
    clock: arb_poly
    end: arb
    X: list[fmpz_poly]
    gains: list[fmpz_poly]
    gain_error: Array
    radius: float
    after: float
    s: Array
    least_g: Array
    least_x: Array
    off_g: Array
    off_x: Array
    proposal: Proposal


def certify(bowl: Bowl, x0: Sequence[fmpz], time: arb, before: float, s: Array, proposal: Proposal) -> Step | None:
    """The step with its proven radius, or None: refused.

    Arguments: the problem; x at the start over 2^bits and N there at most; the time there; s > 0; any proposal.
    """
    found = _Checked(bowl, x0, proposal, np.maximum(NEAR, WIDER * before / s))
    if not found.good:
        return None
    result = found.radius(before, s)
    if result is None:
        return None
    tube, after = result
    with precision(TIME):
        unit = arb(2) ** -found.bits
        clock = (arb_poly(found.rate) * (unit * unit)).integral()
        clock = clock - clock(arb(-1))
        end = time + clock(arb(1))
    return Step(time, clock, end, found.X, found.gain_rates, found.gain_error(tube), tube, after, s,
                found.least_g, found.least_x, found.d_g, found.d_x, proposal.kept())  # fmt: skip


class _Checked:
    """The proposal as exact polynomials over 2^bits, and what is proven of it."""

    def __init__(self, bowl: Bowl, x0: Sequence[fmpz], p: Proposal, near: Array):
        self.bowl, self.p, self.bits, self.near = bowl, p, bowl.bits, near
        self.good = False
        n, b = bowl.n, bowl.b
        arrays: tuple[Array, ...] = (p.rate, p.Q, p.V, p.Z, p.U)
        if not all(np.isfinite(v).all() and abs(v).max() < 1e12 for v in arrays):
            return
        self.unit = fmpz(2) ** self.bits
        self.factors = factors(bowl.problem)
        sums = [float(abs(v).sum(0).max()) for v in (p.V, p.Z, p.rate)]
        sums.append(float(abs(p.Q).sum()))
        sums.append(float(abs(p.U).sum(0).max()) + float(bowl.L.max()))
        starts = [above(int(v), self.bits) for v in x0]
        self.most = max(2.0, *sums, 2 * sums[2] + max(starts), abs(float(p.middle)) + abs(float(p.slope))) * ROUND
        columns = np.concatenate([p.rate, p.V, p.Z, p.U, p.Q[:, None]], 1)
        polys = fixed(columns, self.bits)
        rates, V, Z, U, Q = polys[:n], polys[n : 2 * n], polys[2 * n : 3 * n], polys[3 * n : 4 * n], polys[4 * n]
        self.X = [_through(f, x) for f, x in zip(rates, x0, strict=True)]
        sigma = fixed(np.array([[p.middle], [p.slope]]), self.bits)[0]
        # floats: ranges of what is positive
        self.V_low, self.V_high = ranges(p.V)
        self.Z_low, self.Z_high = ranges(p.Z)
        Q_low, Q_high = ranges(p.Q[:, None])
        edges = np.linspace(-1, 1, PARTS + 1)
        ends = float(p.middle) + float(p.slope) * edges
        if p.pivot is None and (p.middle != 1 or p.slope != 0):  # sigma is 1
            return
        coordinates = [(kind, k) for kind in ("gradient", "weight") for k in range(n)]
        if p.pivot is not None and (min(ends[0], ends[-1]) < 0 or p.slope == 0 or p.pivot not in coordinates):
            return
        room = (abs(float(p.middle)) + abs(float(p.slope))) * 1e-15
        self.sigma_low = np.maximum(np.minimum(ends[1:], ends[:-1]) - room, 0)
        self.sigma_high = np.maximum(ends[1:], ends[:-1]) * ROUND + room
        if not ((self.V_low > 0).all() and (self.Z_low > 0).all() and (Q_low > 0).all()):
            return
        if p.blurred is not None:
            if p.pivot is not None or p.blurred not in range(n):
                return
            self.V_low[:, p.blurred] = self.V_high[:, p.blurred] = 0
        self.Q_high = Q_high[:, 0] * ROUND
        self.T_high = self.sigma_high ** (b - 1) * self.Q_high * ROUND  # dt/dxi
        self.dt = self.T_high * (2 / PARTS) * ROUND
        V = [self.times(sigma, v) if p.pivot == ("gradient", k) else v for k, v in enumerate(V)]
        Z = [self.times(sigma, z) if p.pivot == ("weight", k) else z for k, z in enumerate(Z)]
        self.v_high, self.z_high = self.V_high.max(0), self.Z_high.max(0)
        for name, top in (("gradient", self.v_high), ("weight", self.z_high)):
            if p.pivot is not None and p.pivot[0] == name:
                top[p.pivot[1]] *= self.sigma_high.max() * ROUND
        # sigma is linear with float coefficients: exact over 2^bits unless tiny
        self.rate = self._clock(sigma, Q)
        self.good = self._roots(V, Z, U) and self._defects(V)

    def times(self, a: fmpz_poly, b: fmpz_poly) -> fmpz_poly:
        """a b over 2^bits, rounded: off by `lost` at most."""
        return (a * b) // self.unit

    def power(self, a: fmpz_poly, n: int) -> fmpz_poly:
        """a^n."""
        found = a
        for _ in range(n - 1):
            found = self.times(found, a)
        return found

    def _clock(self, sigma: fmpz_poly, Q: fmpz_poly) -> fmpz_poly:
        """dt/dxi over 4^bits."""
        b = self.bowl.b
        return (self.power(sigma, b - 1) if b > 2 else sigma) * Q if self.p.pivot is not None else Q * self.unit

    def _roots(self, V: list[fmpz_poly], Z: list[fmpz_poly], U: list[fmpz_poly]) -> bool:
        """How far V, Z, U are from the roots they stand for."""
        bowl, n, a, b, p = self.bowl, self.bowl.n, self.bowl.a, self.bowl.b, self.p
        size = max(f.length() for f in self.X)
        rows = fmpz_mat([[*f.coeffs(), *[0] * (size - f.length())] for f in self.X])
        product = (bowl.H * rows).tolist()
        self.G = [fmpz_poly([c // bowl.square for c in row]) - bowl.c[k] * self.unit // bowl.square
                  for k, row in enumerate(product)]  # fmt: skip
        s, t = p.g_signs.astype(int).tolist(), p.x_signs.astype(int).tolist()
        if not all(v in (-1, 1) for v in s + t):
            return False
        self.va = [self.power(v, a) for v in V]
        za = [self.power(z, a) for z in Z]
        residues = [self.power(v, b) - g * sign for v, g, sign in zip(V, self.G, s, strict=True)]
        if (k := p.blurred) is not None:
            residues[k], self.va[k] = self.G[k], fmpz_poly([0])
        residues += [self.power(z, b) - x * sign for z, x, sign in zip(Z, self.X, t, strict=True)]
        factors = [[u + v for v in row] for u, row in zip(U, bowl.Lambda_fixed, strict=True)]
        for k in range(n):
            value = factors[k][0]
            for f in factors[k][1:]:
                value = self.times(value, f)
            residues.append(value - self.times(self.X[k], za[k]) * t[k])
        bounds = np.array(suprema(residues, self.bits))
        lost = self._lost(residues)
        every = np.maximum((bounds + lost) * ROUND, 1e-300)
        self.d_g, self.d_x, d_u = every[:n], every[n : 2 * n], every[2 * n :]
        U_low, U_high = ranges(p.U)
        U_low, U_high = U_low.min(0) - 1e-15, U_high.max(0) * ROUND + 1e-15
        self.d_q = max(a, 2) * (self.z_high + self.d_x ** (1 / b)) ** a * self.d_x * ROUND
        spread = SPREAD * self.near
        lowest = np.maximum(U_low - 2 * spread, 0) * (1 - 1e-12)
        self.least_slope = bowl.slope(lowest) * (1 - 1e-9)
        if not (self.least_slope > 0).all():
            return False
        d_u = (d_u + self.d_q) * ROUND
        u_error = d_u / self.least_slope * ROUND
        if (U_low < 0).any():  # where U < 0, with one Lambda_j = 0: |U| prod (Lambda_j - |U|) <= d
            apart = np.sort(bowl.L, 1)[:, 1:] - spread[:, None]
            if not ((U_low > -spread).all() and (apart[U_low < 0] > 0).all()):
                return False
            below = d_u / np.where((U_low < 0)[:, None], abs(apart), 1).prod(1)
            u_error = (u_error + np.where(U_low < 0, below, 0)) * ROUND
        x_high = (self.z_high**b + self.d_x) * ROUND + self.near
        q, r = float(bowl.q), bowl.r
        shift = q * x_high**r * self.near / self.least_slope * ROUND
        if not ((u_error < spread).all() and (shift < spread).all()):
            return False
        top = np.maximum(U_high, -U_low) + (u_error + shift) * ROUND
        self.slope_high, self.slope_low = bowl.slope(top) * ROUND, self.least_slope
        second = bowl.second(top) * ROUND
        self.slope_error = second * u_error * ROUND
        self.K = second * q * x_high**r / self.least_slope * ROUND
        self.phi_high = (self.v_high + self.d_g ** (1 / b)) ** a * ROUND
        slopes = []
        for row in factors:
            total = fmpz_poly([0])
            for i in range(bowl.depth):
                others = [f for j, f in enumerate(row) if j != i]
                value = others[0]
                for f in others[1:]:
                    value = self.times(value, f)
                total += value
            slopes.append(total)
        self.slopes = slopes
        self._least(s, t)
        return self._phi_error()

    def _lost(self, polys: Sequence[fmpz_poly]) -> float:
        """What roundings change a residue by at most: each one unit a coefficient, times all that multiplies it."""
        terms = max(p.length() for p in (*polys, *self.va)) + 2
        return float(terms * self.factors * np.float64(self.most) ** self.factors * 2.0 ** (4 - self.bits))

    def _phi_error(self) -> bool:
        """dt/dxi ||G|^{a/b} - v^a| at most, where |G| has the sign that was said but for a pivot near 0."""
        p, a, b = self.p, self.bowl.a, self.bowl.b
        M = (self.v_high + self.d_g ** (1 / b)) * ROUND
        V = self.V_low.min(0)
        T = self.T_high.max()
        if (k := p.blurred) is not None:
            V[k] = 1
        self.error = T * a * M ** (a - 1) * self.d_g / V ** (b - 1) * ROUND
        sure = V**b * (1 - 1e-12) > self.d_g
        if (k := p.blurred) is not None:
            self.error[k], sure[k] = T * self.phi_high[k] * ROUND, True
        if p.pivot is not None and p.pivot[0] == "gradient":
            k = p.pivot[1]
            sure[k] = True
            most = max(a * M[k] ** (a - 1) * self.d_g[k], 2 * self.d_g[k] ** ((a + b - 1) / b))
            self.error[k] = self.Q_high.max() * most / V[k] ** (b - 1) * ROUND
        return bool(sure.all())

    def _least(self, s: Sequence[int], t: Sequence[int]) -> None:
        """Lower bounds of |G_k| and |X_k| on the parts."""
        b, p = self.bowl.b, self.p
        g, x = self.V_low.copy(), self.Z_low.copy()
        if p.pivot is not None:
            (g if p.pivot[0] == "gradient" else x)[:, p.pivot[1]] *= self.sigma_low
        self.least_g, self.least_x = (w**b * (1 - 1e-9) - d for w, d in ((g, self.d_g), (x, self.d_x)))

    def _defects(self, V: list[fmpz_poly]) -> bool:
        """sup of |dX/dxi + dt/dxi P' <G>^r| over the step."""
        residues, s = [], self.p.g_signs.astype(int).tolist()
        self.gain_rates = []
        rate = self.rate // self.unit
        for k, slope in enumerate(self.slopes):
            drive = self.times(rate, self.va[k]) * s[k]
            self.gain_rates.append(drive)
            residues.append(self.X[k].derivative() + self.times(drive, slope))
        bounds = np.array(suprema(residues, self.bits)) + self._lost([*residues, rate])
        phi_slopes = self.T_high.max() * self.phi_high * self.slope_error
        self.D = (bounds + self.error * self.slope_high + phi_slopes) * ROUND
        return bool(np.isfinite(self.D).all())

    def radius(self, before: float, s: Array) -> tuple[float, float] | None:
        """(N throughout, N at the end) at most, from N at the start; None where no tube contains it."""
        bowl = self.bowl
        D, H = self.D, bowl.H_sizes
        enters = 2 * (np.sqrt((s * D) @ (s * D)) + np.sqrt(D @ H @ D)) * ROUND
        whole = (s.sum() + bowl.lengths.sum()) * ROUND * 2.0 ** (1 - self.bits)  # the start was rounded
        start = before + float(enters + whole)
        tube = 2 * start
        for _ in range(6):
            if not (tube * ROUND < self.near * s).all():
                return None
            growth, extra = self._growth(tube, s)
            if not growth < 50:
                return None
            end = float(np.exp(growth)) * (start + extra) * ROUND
            if end < tube:
                return end, end
            tube = 2 * end
        return None

    def _growth(self, tube: float, s: Array) -> tuple[float, float]:
        """int mu dt over the step, and the defect of what may be 0, while N <= tube."""
        bowl, r, b = self.bowl, self.bowl.r, self.bowl.b
        reach = bowl.lengths * tube * ROUND
        away = self.least_g - reach
        with np.errstate(all="ignore"):
            universal = np.where(self.least_g > 0, 2 ** (1 - r) * self.least_g ** (r - 1), np.inf)
            near = np.where(away > 1e-6 * self.least_g, r * (away * (1 - 1e-9)) ** (r - 1), np.inf)
        weighed = np.minimum(universal, near) * self.slope_high * (s * s / 4 * ROUND)
        f = self.phi_high * self.K * ROUND
        least = r * ((self.v_high**b + self.d_g + reach) * ROUND) ** (r - 1) * self.slope_low * s * s * (1 - 1e-9)
        paid, whole = f * f / (4 * least) * ROUND, np.zeros(bowl.n)
        alone, extra = np.zeros(PARTS), 0.0
        if self.p.pivot is not None and self.p.pivot[0] == "gradient":
            k, a = self.p.pivot[1], bowl.a
            V = self.V_low[:, k]
            through = (s[k] * s[k] / 4 * self.slope_high[k] * 4 ** (1 - r) * V ** (a - b) * self.sigma_high ** (a - 1)
                       * self.Q_high * (2 / PARTS) * ROUND)  # fmt: skip
            direct = weighed[:, k] * self.dt
            near_zero = (self.sigma_low * V) ** b * (1 - 1e-9) < 2 * self.d_g[k]
            alone = np.where(near_zero, through, np.minimum(through, direct))
            if near_zero.any():
                span = self.Q_high.max() * 2 * self.d_g[k] / (V.min() ** b * b * abs(self.p.slope))
                jump = 2 ** (1 - r) * (bowl.lengths[k] * tube) ** r
                extra = float(s[k] * self.slope_high[k] * jump * span * ROUND)
                whole[k] = f[k] / 2
            weighed[:, k] = 0
        if (blurred := self.p.blurred) is not None:
            jump = 2 ** (1 - r) * (bowl.lengths[blurred] * tube) ** r
            extra = float(s[blurred] * self.slope_high[blurred] * jump * self.dt.sum() * ROUND)
            weighed[:, blurred] = 0
            whole[blurred] = f[blurred] / 2
        if not np.isfinite(weighed).all():
            return np.inf, np.inf
        mu = self._mu(weighed + f / 2 + whole, paid, f, s)
        return float((mu @ self.dt + alone.sum()) * ROUND), extra

    def _mu(self, own: Array, paid: Array, f: Array, s: Array) -> Array:
        """mu on the parts: B are the m largest of `paid`, for the best of some m."""
        order, H, n = np.argsort(-paid), self.bowl.H_floats, self.bowl.n
        found = [(own + paid).max(1) * ROUND]
        if not (paid > f.max()).any():
            return found[0]
        for m in {1, 2, n // 8, n // 4, n // 2, n}:
            j = order[:m]
            alpha, h = paid.copy(), f[j] / s[j]
            alpha[j] = f[j] / 2
            most = (own + alpha).max(1)
            beta = _norm(H[np.ix_(j, j)] * np.outer(h, h)) * ROUND if m else 0.0
            found.append((most + np.sqrt(most**2 + beta**2)) / 2 * ROUND)
        return min(found, key=lambda mu: float(mu @ self.dt))

    def gain_error(self, tube: float) -> Array:
        """|int <g_k>^r dt - int of its polynomial| over any part of the step: |<g>^r - <G>^r| <= 2^{1-r} (|a_k| N)^r or
        eps |a_k| N."""
        bowl, r = self.bowl, self.bowl.r
        jump = 2 ** (1 - r) * (bowl.lengths * tube) ** r * ROUND
        with np.errstate(all="ignore"):
            slope = np.where(self.least_g > 0, 2 ** (1 - r) * self.least_g ** (r - 1), np.inf)
        each = np.minimum(jump, slope * bowl.lengths * tube * ROUND)
        return (self.dt @ each + 2 * self.error + 2 * self._lost([*self.gain_rates])) * ROUND


def factors(problem: Problem) -> int:
    """How many factors a residue has at most."""
    return 2 * (problem.q.numerator + problem.q.denominator) + problem.depth + 4


def _through(rate: fmpz_poly, start: fmpz) -> fmpz_poly:
    """The integral of the rate near enough, with integers for coefficients, that is `start` at -1."""
    whole = fmpz_poly([0, *(c // (j + 1) for j, c in enumerate(rate.coeffs()))])
    return whole - whole(-1) + start


def _norm(K: Array) -> float:
    """|A diag f| from above, K = diag f H diag f: its largest eigenvalue is below |K^4|_F^{1/4}, and the trace."""
    n, unit = len(K), 2.0**-50
    first = float(np.sqrt((K * K).sum())) * ROUND
    square = K @ K
    lost = n * unit * first**2
    size = float(np.sqrt((square * square).sum())) * ROUND + lost
    fourth = square @ square
    # |K^4| <= |fl(S S)| + what fl lost + 2 |S| |K^2 - S| + |K^2 - S|^2, S = fl(K K)
    most = float(np.sqrt((fourth * fourth).sum())) * ROUND + n * unit * size**2 + 2 * size * lost + lost**2
    return float(min(np.sqrt(np.sqrt(np.sqrt(most))), np.sqrt(np.trace(K)))) * ROUND


@lru_cache(maxsize=8)
def _middles(N: int) -> tuple[Array, Array, Array, Array]:
    """T_k and T_k' at the middles m of the parts; bounds of T_k'' (xi - m)^2/2 on a part, and of what floats lose."""
    edges = np.linspace(-1, 1, PARTS + 1)
    k = np.arange(N + 1.0)
    angle = np.arccos((edges[1:] + edges[:-1]) / 2)[:, None]
    T, slopes = np.cos(angle * k), k * np.sin(angle * k) / np.sin(angle)
    return T, slopes, k**2 * (k**2 - 1) / 6 / PARTS**2 * ROUND, (1 + k) ** 2 * 2.0**-44


def ranges(c: Array) -> tuple[Array, Array]:
    """Below and above sum c_k T_k on each part, column by column."""
    T, slopes, curved, rounding = _middles(len(c) - 1)
    c = c.astype(np.float64)
    value, room = T @ c, (abs(slopes @ c) / PARTS + (curved + rounding) @ abs(c)) * ROUND
    return value - room, value + room
