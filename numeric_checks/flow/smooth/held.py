"""F*: the flow of least squares as it is where some g_k, k in K, are too small to matter.

With P_k = sum_i |m_ki|^q, m_ki = prod_{j != i} w_kj, z_l = <g_l>^r, u = H_KK^{-1} g_K, C = H_KK^{-1} H_KS, S all but K,
  dg_K/dt = -H_KK P_K (z_K - z*),  z*_k = -sum_{l in S} C_kl P_l z_l / P_k,   z_k = z*_k - u_k'/P_k,
so that dy/dt = F*(y) + sum_k B_k(y) u_k'. F* has z* for z_K: it sees neither the zeros of g_K nor how stiff it is. B_k
is <m_ki>^r/P_k for w_ki, H_lk for g_l, -1/P_k for the gain of k.

V = g_K^T H_KK^{-1} g_K / 2 has dV/dt = -sum_k P_k (|g_k|^q - g_k z*_k), and by Hoelder's inequality
  sum_k P_k |g_k z*_k| <= X^{1/q} Y^{r/q},   X = sum_k P_k |g_k|^q,  Y = sum_k P_k |z*_k|^{q/r}:
V falls wherever X > Y. Where 2 V = c,
  c <= sum_kj |H_KK^{-1}|_kj |g_k g_j| <= X^{2/q} M,   M = sum_kj |H_KK^{-1}|_kj (P_k P_j)^{-1/q},
so Y^{2/q} M < c keeps 2 V <= c for good, and with it |h^T u| <= (c h^T H_KK^{-1} h)^{1/2} for every h. For one k this
is |z*| < delta^r, c = delta^2/H_kk.

v = y - sum_k B_k(y) u_k:  |dv/dt - F*(v)| <= |F*(y) - F*(v)| + sum_k |dB_k/dt| |u_k|,  |y - v| <= sum_k |B_k| |u_k|.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flint import arb, fmpq, fmpq_mat

from ...numbers import matrix
from ..problem import LeastSquares
from .arithmetic import Arithmetic, BallArithmetic, Element, OutsideDomain
from .checker import jacobian
from .dual import Dual, DualArithmetic
from .pivot_field import PivotField
from .vector_field import Flow, Name, Signed, others, signed_power

SLACK = 2  # times what a component is taken to be from v; proven afterwards


class Held(Flow):
    """The flow F*, with K as `held` and c as `level`; least squares without decay, 1 < q < 2, g part of the state."""

    def __init__(self, flow: Flow, held: Sequence[int], delta: arb):
        """c is such that |g_k| <= delta for all k in K."""
        assert isinstance(flow.problem.objective, LeastSquares) and flow.extended and not flow.alpha
        self.__dict__.update(flow.__dict__)
        self.held = tuple(held)
        data = matrix(flow.problem.objective.A)
        H = data.transpose() * data
        inverse = fmpq_mat([[H[k, j] for j in self.held] for k in self.held]).inv()
        self.inverse = {k: {j: inverse[a, b] for b, j in enumerate(held)} for a, k in enumerate(held)}
        self.row = {k: [H[k, l] for l in range(self.n)] for k in self.held}
        self.free = [l for l in range(self.n) if l not in self.held]
        across = inverse * fmpq_mat([[H[k, l] for l in self.free] for k in self.held]) if self.free else inverse
        self.across = {k: [arb(-across[a, b]) for b in range(len(self.free))] for a, k in enumerate(held)}
        self.exponent = arb(fmpq(self.r.numerator, self.r.denominator))
        self.level = (delta * delta / max(H[k, k] for k in self.held)).lower()
        lengths = [sum((H[l, k] * inverse[a, b] * H[l, j] for a, k in enumerate(held) for b, j in enumerate(held)),
                       fmpq(0)) for l in range(self.n)]  # fmt: skip
        self.bounds = [(self.level * arb(v)).sqrt().upper() for v in lengths]  # |sum_k H_lk u_k|; |g_l| for l in K
        self.rooms = {k: (self.level * arb(self.inverse[k][k])).sqrt().upper() for k in self.held}  # |u_k|

    @property
    def regular_names(self) -> list[Name]:
        """Without the g_k that are held."""
        return [name for name in super().regular_names if name[0] != "gradient" or name[1] not in self.held]

    def motion(
        self, time: Element, state: Sequence[Element], arithmetic: Arithmetic, signed: Signed, known: bool = False
    ) -> tuple[list[Element], list[Element]]:
        """F*, and the z_l, of which the z_k are z*."""
        z, turned, _ = self.drives(state, signed, arithmetic)
        speeds = [-z[l] * t for l in range(self.n) for t in turned[l]]
        return speeds + self.gradient_speeds(state, speeds, arithmetic), z

    def drives(
        self, state: Sequence[Element], signed: Signed, arithmetic: Arithmetic
    ) -> tuple[list[Element], list[list[Element]], list[Element]]:
        """z_l, of which the z_k are z*; the <m_i>^r of every coordinate; every P_l."""
        turned, climbs = [], []
        for l, row in enumerate(self.rows(state)):
            turned.append(others([signed(("weight", l, i), w) for i, w in enumerate(row)]))
            terms = [m * t for m, t in zip(others(row), turned[-1], strict=True)]
            climbs.append(sum(terms[1:], terms[0]))
        z: list[Element] = [None] * self.n
        for l in self.free:
            z[l] = signed(("gradient", l, 0), state[self.size + l])
        pulls = [climbs[l] * z[l] for l in self.free]
        for k in self.held:
            pull = arithmetic.combine(self.across[k], pulls, arb(0)) if pulls else climbs[k] * 0
            z[k] = pull * arithmetic.inverse(climbs[k])
        return z, turned, climbs

    def pulls(self, tube: Sequence[arb]) -> tuple[list[arb], list[arb]]:
        """z* and P for the k in K, over the tube, in which weights may vanish."""
        z, _, climbs = self.drives(tube, lambda _, v: signed(v, self.exponent), BallArithmetic())
        return [z[k] for k in self.held], [climbs[k] for k in self.held]

    def load(self, tube: Sequence[arb]) -> arb:
        """(Y^{2/q} M/c)^{r/2}: below 1 the g_k stay where they are; |z*|/delta^r for one k."""
        z, climbs = self.pulls(tube)
        if not all(P > 0 for P in climbs) or not all(v.is_finite() for v in (*z, *climbs)):
            return arb.nan()
        shares = [arb(1), *(P / climbs[0] for P in climbs[1:])]  # P/P_1: a factor of all P does not matter
        r, q = self.exponent, self.exponent + 1
        Y = sum((p * abs(v).upper() ** (q / r) for p, v in zip(shares, z, strict=True)), arb(0))
        M = sum((abs(arb(self.inverse[k][j])) / (a * b) ** (1 / q) for k, a in zip(self.held, shares, strict=True)
                 for j, b in zip(self.held, shares, strict=True)), arb(0))  # fmt: skip
        ratio = (Y.upper() ** (2 / q) * M / self.level).upper()
        return arb(0) if ratio == 0 else (ratio ** (r / 2)).upper()

    def small(self, balls: Sequence[arb]) -> bool:
        """Whether 2 V <= c."""
        g = {k: balls[self.size + k].abs_upper() for k in self.held}
        return bool(sum((abs(arb(v)) * g[k] * g[j] for k, row in self.inverse.items() for j, v in row.items()),
                        arb(0)) <= self.level)  # fmt: skip

    def ways(self, tube: Sequence[arb], signs: Mapping[Name, int]) -> dict[int, tuple[list[Dual], Dual]]:
        """B_k for the w_ki, and 1/P_k, with their derivatives by time along the true motion, |z_k| <= |g_k|^r."""
        found, arithmetic = {}, DualArithmetic(BallArithmetic())
        plain, usual = signed_power(self.r, signs, BallArithmetic()), signed_power(self.r, signs, arithmetic)
        for k in self.held:
            row = self.rows(tube)[k]
            speeds = others([plain(("weight", k, i), w) for i, w in enumerate(row)])
            drive = arb(0, self.bounds[k] ** self.exponent)
            moving = [Dual(w, v * drive) for w, v in zip(row, speeds, strict=True)]
            turned = others([usual(("weight", k, i), w) for i, w in enumerate(moving)])
            terms = [m * t for m, t in zip(others(moving), turned, strict=True)]
            inverse = arithmetic.inverse(sum(terms[1:], terms[0]))
            found[k] = [t * inverse for t in turned], inverse
        return found

    def shifts(self, tube: Sequence[arb], signs: Mapping[Name, int]) -> list[arb]:
        """sum_k |B_k| |u_k| over the tube, for every component of the state."""
        found = [arb(0)] * self.size + self.bounds
        for k, (ways, _) in self.ways(tube, signs).items():
            for i, way in enumerate(ways, k * self.depth):
                found[i] = (way.value.abs_upper() * self.rooms[k]).upper()
        return found

    def moved(
        self, balls: Sequence[arb], tube: Sequence[arb], g: Mapping[int, arb], signs: Mapping[Name, int]
    ) -> list[arb]:
        """y + sum_k B_k u_k with B over the tube, u from g_K."""
        u = {k: sum((arb(v) * g[j] for j, v in row.items()), arb(0)) for k, row in self.inverse.items()}
        found = list(balls)
        for k, (ways, _) in self.ways(tube, signs).items():
            for i, way in enumerate(ways, k * self.depth):
                found[i] = found[i] + way.value * u[k]
            for l, h in enumerate(self.row[k], self.size):
                found[l] = found[l] + arb(h) * u[k]
        return found


def signed(v: arb, power: arb) -> arb:
    """<v>^power."""
    return v**power if v > 0 else -((-v) ** power) if v < 0 else arb(0, abs(v).upper() ** power)


def _hidden(
    field: HeldField | HeldPivotField, time: arb, tube: Sequence[arb], scale: arb
) -> tuple[list[arb], list[arb]]:
    """(what |dv/dtau - s F*(v)| comes to, |y - v|) for every component, and for the gains, while v is in the tube.

    Raises OutsideDomain where 2 V may exceed c, or y - v be more than was taken.
    """
    flow, signs = field.flow, field.signs
    width = flow.width
    clock = [arb(0)] * (field.core - width)
    taken = [(s * SLACK).upper() for s in flow.shifts(tube[:width], signs)] + clock
    if field.apart is not None:
        taken = [s.max(a).upper() for s, a in zip(taken, field.apart + clock, strict=True)]
    wide = [v + arb(0, s) for v, s in zip(tube, taken, strict=True)]
    # y begins in what is taken, and is nearer to v than that as long as it is there: it never leaves it
    if not all(a < b or a == 0 for a, b in zip(flow.shifts(wide[:width], signs), taken, strict=False)):
        raise OutsideDomain("B grows")
    if not flow.load(wide[:width]) < 1:
        raise OutsideDomain("g_k may leave its bounds")
    pace = scale if not clock else abs(field.rates(time, wide, BallArithmetic())[width]).upper() * scale
    core, passive = jacobian(field, time, wide, scale)
    extra = [
        sum((v.abs_upper() * s for v, s in zip(row, taken, strict=True)), arb(0)).upper() for row in core + passive
    ]
    gains = [arb(0)] * flow.n
    for k, (ways, inverse) in flow.ways(wide[:width], signs).items():
        for place, way in [*enumerate(ways, k * flow.depth), (field.core + k, inverse)]:
            extra[place] = (extra[place] + way.slope.abs_upper() * flow.rooms[k] * pace).upper()
        gains[k] = (2 * inverse.value.abs_upper() * flow.rooms[k]).upper()
    return extra, taken + gains


class HeldField:
    """F* in time. No TimeField: what is stiff is gone."""

    def __init__(self, flow: Held, signs: Mapping[Name, int], apart: list[arb] | None = None):
        self.flow, self.signs = flow, signs
        self.apart = apart  # |y - v| at the start of the step to come, at most
        self.core, self.passive = flow.width, flow.n

    def rates(self, time: Element, state: Sequence[Element], arithmetic: Arithmetic) -> list[Element]:
        """dv/dt, then the gains' rates."""
        speeds, z = self.flow.motion(time, state, arithmetic, signed_power(self.flow.r, self.signs, arithmetic))
        return speeds + z

    def hidden(self, time: arb, tube: Sequence[arb], scale: arb) -> tuple[list[arb], list[arb]]:
        """What F* leaves out."""
        return _hidden(self, time, tube, scale)


class HeldPivotField(PivotField):
    """F* in the variable sigma in which the zero of a weight is regular; its coordinate is not in K, B has no part in
    it."""

    flow: Held

    def __init__(self, flow: Held, signs: Mapping[Name, int], pivots: Sequence[Name], start: arb, direction: int,
                 apart: list[arb] | None = None):  # fmt: skip
        assert all(kind == "weight" and k not in flow.held for kind, k, _ in pivots)
        super().__init__(flow, signs, pivots, start, direction)
        self.apart = apart

    def hidden(self, time: arb, tube: Sequence[arb], scale: arb) -> tuple[list[arb], list[arb]]:
        """What F* leaves out; dt/dtau at most is what the bounds in time are to be taken by."""
        return _hidden(self, time, tube, scale)
