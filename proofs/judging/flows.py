"""The flows (theory: section 1) as data: what each says, as formulas.

w_ki is weight i of coordinate k, x_k the product of all, g_k = d_k f(x), and h_k the drive:

  h_k = <g_k>^{q-1} for q > 1;   at q = 1  h_k = sign g_k where g_k != 0, and one h_k in [-1, 1] for all i elsewhere.

  driven         dw_ki/dt = -<prod_{j != i} w_kj>^{q-1} h_k for any locally integrable drive (minibatches too)
  driven-decay   the same minus alpha(t) w_ki
  coupled        dw_ki/dt = -<g_k prod_{j != i} w_kj + alpha(t) w_ki>^{q-1}, <0>^0 = 0
  product        x_k = prod_i w_ki
  steepest       h is the drive of the gradient g
  mirror         dx_k/dt = -H_k h_k, H_k = 1/R''_k
  objective      F = f(x(t)): its rate is sum_k g_k dx_k/dt

So g_k h_k = |g_k|^q always; sliding along g_k = 0 is inside the flow.
"""

from __future__ import annotations

from types import MappingProxyType

from .formulas import Formula, almost, continuous, equal, for_all, formula
from .terms import function, index, letter, others, plain, product_over, rate, signed_power, size, sum_over

q, L = letter("q", "q"), letter("L", "depth")
i, j, k = index("i", "L"), index("j", "L"), index("k", "n")
w, w_j = function("w", "real", k, i), function("w", "real", k, j)
x, g, h, H = (function(name, "real", k) for name in ("x", "g", "h", "H"))
F, alpha = function("F", "real"), function("alpha", "nonneg")
X = others(j, i, w_j)  # prod_{j != i} w_kj


def _ae(f: Formula) -> Formula:
    return almost(f)


def _implied(condition: Formula, f: Formula) -> Formula:
    return formula(("ae", ("=>", condition, f)))


DRIVE: tuple[Formula, ...] = (
    for_all(k, _ae(equal(g * h, size(g) ** q))),
    for_all(k, _implied(("<", plain(1), plain(q)), ("=", plain(h), plain(signed_power(g, q - 1))))),
    for_all(k, _implied(("=", plain(q), plain(1)), ("<=", plain(size(h)), plain(1)))),
    for_all(k, formula(("measurable", plain(g)))),
    for_all(k, formula(("integrable", plain(h)))),
)
WEIGHTS: tuple[Formula, ...] = (for_all(k, for_all(i, continuous(w))),)
PULL = -1 * signed_power(X, q - 1) * h
COUPLED_PULL = -1 * signed_power(g * X + alpha * w, q - 1)

FLOWS: MappingProxyType[str, tuple[Formula, ...]] = MappingProxyType(
    {
        "driven": (
            *WEIGHTS,
            for_all(k, for_all(i, _ae(equal(rate(w), PULL)))),
            for_all(k, formula(("integrable", plain(h)))),
        ),
        "driven-decay": (
            *WEIGHTS,
            for_all(k, for_all(i, _ae(equal(rate(w), PULL - alpha * w)))),
            formula(("integrable", plain(alpha))),
            for_all(k, formula(("integrable", plain(h)))),
        ),
        "coupled": (*WEIGHTS, for_all(k, for_all(i, _ae(equal(rate(w), COUPLED_PULL))))),
        "product": (for_all(k, equal(x, product_over(j, w_j))),),
        "steepest": DRIVE,
        "mirror": (
            for_all(k, continuous(x)),
            for_all(k, _ae(equal(rate(x), -1 * H * h))),
            for_all(k, formula(("measurable", plain(H)))),
        ),
        "objective": (continuous(F), _ae(equal(rate(F), sum_over(k, g * rate(x))))),
    }
)
