"""Zeros of g_k and of weights on certified steps: where the sign is known before and after, and differs, v vanishes.

|G_k| > |a_k| N on a part of a step: g_k has the sign of G_k there, likewise x_k where |X_k| > N/s_k. Near sigma = 0
of a pivot |G| >= (sigma V)^b - d, so that the sign is known but for a time
  int sigma^{b-1} Q dxi <= Q_max sigma_c^b/(b |slope|),  sigma_c^b = (d + |a_k| N)/V_min^b.
The zero is the only one there if dg_k/dt = sum_l H_kl x_l', or x_k' = -P'_k <g_k>^r, keeps one sign.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from operator import mul

from flint import arb

from ..trajectory import Event
from .certificate import PARTS, ROUND, Step, ranges
from .run import ValleyRun, parameter

FEW = 6  # names that are told one by one


@dataclass(frozen=True)
class Unsure:
    """The sign of a quantity is not known from `low` to `high`; `differ`: it is not the same before and after."""

    low: arb
    high: arb
    differ: bool
    first: int
    last: int


def zeros(run: ValleyRun) -> tuple[list[Event], list[str]]:
    """The zeros of all g_k and weights in order; what may have crossed zero besides, in words."""
    events, doubts = list[Event](), list[str]()
    late, since = list[str](), run.last.start if run.last is not None else run.end
    for kind in ("gradient", "weight"):
        for k in range(run.bowl.n):
            i = run.bowl.smallest[k]
            name = f"g_{k + 1}" if kind == "gradient" else f"w_{k + 1},{i + 1}"
            for place in _unsure(run, kind, k):
                if not place.low < run.end:
                    continue
                if run.last is not None and place.last == len(run.steps) - 1 and not place.differ:
                    late.append(name)
                    since = since.min(place.low)
                    continue
                if place.differ and place.high < run.end:
                    time = place.low.union(place.high)
                    events.append(Event(f"{kind}-zero", time, k + 1, i + 1 if kind == "weight" else None))
                if not (place.differ and place.high < run.end and _monotone(run, kind, k, place)):
                    doubts.append(f"{name} near t = {place.low.str(10, radius=False)}")
    if run.last is not None:
        every = [f"g_{k + 1}" for k in range(run.bowl.n)]
        names = every if len(every) <= FEW else ["all g_k"]
        depth, ends = run.bowl.depth, run.last.end.center
        late += [f"w_{j // depth + 1},{j % depth + 1}" for j, w in enumerate(ends) if w.contains(0)]
        names += [name for name in dict.fromkeys(late) if name not in every]
        doubts.append(f"{', '.join(names)} from t = {since.str(10, radius=False)} on")
    events.sort(key=lambda event: event.time.mid())
    return events, doubts


def _unsure(run: ValleyRun, kind: str, k: int) -> list[Unsure]:
    found: list[Unsure] = []
    begun: tuple[int, arb] | None = None
    before = 0
    for index, step in enumerate(run.steps):
        signs, least = (
            (step.proposal.g_signs, step.least_g) if kind == "gradient" else (step.proposal.x_signs, step.least_x)
        )
        sign, sure = int(signs[k]), least[:, k] > _reach(run, step, kind, k)
        if begun is None and before == sign and sure.all():
            continue
        for part in range(PARTS):
            if begun is None and before not in (0, sign):
                begun = index, step.start
            if sure[part] and begun is not None:
                high = _time(step, part)
                if step.proposal.pivot == (kind, k) and step.proposal.slope > 0:
                    high = high.min(step.start + _span(run, step, kind, k))
                found.append(Unsure(begun[1].lower(), high.upper(), before not in (0, sign), begun[0], index))
                begun = None
            elif not sure[part] and begun is None:
                low = _time(step, part)
                if step.proposal.pivot == (kind, k) and step.proposal.slope < 0:
                    low = low.max(step.end - _span(run, step, kind, k))
                begun = index, low
            if sure[part]:
                before = sign
    if begun is not None:
        found.append(Unsure(begun[1].lower(), run.now.upper(), False, begun[0], len(run.steps) - 1))
    return found


def _reach(run: ValleyRun, step: Step, kind: str, k: int) -> float:
    """How far the true value may be from the polynomial's."""
    return float((run.bowl.lengths[k] * step.radius if kind == "gradient" else step.radius / step.s[k]) * ROUND)


def _time(step: Step, part: int) -> arb:
    """When a part begins."""
    return step.start + step.clock(arb(2 * part - PARTS) / PARTS)


def _span(run: ValleyRun, step: Step, kind: str, k: int) -> arb:
    """How long the sign may be unknown before or after sigma = 0, as above."""
    p, b = step.proposal, run.bowl.b
    known, off = (p.V, step.off_g) if kind == "gradient" else (p.Z, step.off_x)
    least = float(ranges(known[:, None])[0].min())
    most = float(ranges(p.Q[:, None])[1].max())
    top = (float(off[k]) + _reach(run, step, kind, k)) * ROUND / (least**b * (1 - 1e-8))
    return arb(most * top / (b * abs(float(p.slope))) * ROUND)


def _monotone(run: ValleyRun, kind: str, k: int, place: Unsure) -> bool:
    """Whether dg_k/dt, or dx_k/dt, has one sign from `low` to `high`."""
    bowl, x = run.bowl, list[arb]()
    for step in run.steps[place.first : place.last + 1]:
        span = parameter(step, place.low.max(step.start).union(place.high.min(step.end)))
        here = run.balls(step, span)
        x = here if not x else [a.union(c) for a, c in zip(x, here, strict=True)]
    H = bowl.H.tolist()
    speeds = []
    for l in range(bowl.n):
        g = sum((arb(h) * v for h, v in zip(H[l], x, strict=True)), -arb(bowl.c[l])) / bowl.square
        u = bowl.u_ball(l, x[l])
        factors = [u + v for v in bowl.Lambda[l]]
        slope = sum((reduce(mul, [f for j, f in enumerate(factors) if j != i]) for i in range(bowl.depth)), arb(0))
        speeds.append(-slope * _power(g, arb(bowl.a) / bowl.b))
    if kind == "weight":
        return not speeds[k].contains(0)
    return not sum((arb(h) * v for h, v in zip(H[k], speeds, strict=True)), arb(0)).contains(0)


def _power(v: arb, r: arb) -> arb:
    """<v>^r over a ball: it grows."""
    ends = []
    for end in (v.lower(), v.upper()):
        ends.append(end**r if end > 0 else -((-end) ** r) if end < 0 else arb(0))
    return ends[0].union(ends[1])
