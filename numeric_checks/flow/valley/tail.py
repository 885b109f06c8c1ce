"""How far x can still go, from the height D = f - f* alone, where the way is known to end (`descending`):

  int |g_k|^r dt <= 2 (2 S)^{r/2} D^{1/2}/(mu (2 sigma)^{q/2}),   sqrt(2 D) <= |A (X - x*)| + N,
since |A (x - X)| <= N: the norm of `certificate` knows A x better than x.
"""

from __future__ import annotations

from collections.abc import Sequence

from flint import arb, arb_poly

from ..smooth.checker import Enclosure, Step
from ..smooth.descending import bowl, way
from ..smooth.vector_field import Flow


def rest(
    flow: Flow, x: Sequence[arb], N: float, weights: Sequence[arb], gains: Sequence[arb], now: arb, until: arb
) -> Step | None:
    """One step of a constant from `now` to `until`, or None.

    Arguments: the flow; the middle X of x; N; balls of weights and gains at the time `now`; the end.
    """
    found = bowl(flow.problem.objective)  # type: ignore[arg-type]
    if found is None:
        return None
    root = ((2 * found.height(x).max(arb(0))).sqrt() + arb(N)).upper() / arb(2).sqrt()
    rho = [arb(0)] * len(weights)
    for _ in range(3):  # the way, over a tube that is then seen to hold it
        tube = [w + arb(0, 2 * far) for w, far in zip(weights, rho, strict=True)]
        left = way(flow, found, tube, root)
        if left is None:
            return None
        gain, ways, _ = left
        if all(w < 2 * far for w, far in zip(ways, rho, strict=True)):
            break
        rho = ways
    else:
        return None
    slack = tuple((w.rad() + far).upper() for w, far in zip(weights, ways, strict=True))
    core = [arb_poly([w.mid()]) for w in weights]
    totals = tuple(p + arb(0, gain) for p in gains)
    end = Enclosure(tuple(w.mid() + arb(0, s) for w, s in zip(weights, slack, strict=True)), arb(0), totals)
    span = ((until - now).upper() * (1 + arb(2) ** -20)).upper()
    return Step(now, 0, arb(span.mid()), core, [arb_poly([0])] * len(gains), tuple(gains), slack,
                (gain,) * len(gains), end)  # fmt: skip
