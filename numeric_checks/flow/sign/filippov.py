"""Filippov's condition at g_K = 0: s_k = 1 where dg_k/dt > 0, -1 where dg_k/dt < 0, in [-1, 1] where g_k stays 0.

With sigma = D s and dg_K/dt = base - H_KK sigma these are the optimality conditions of the strictly convex problem
min sigma.H_KK sigma/2 - base.sigma over |sigma_k| <= D_k, hence the mode is unique where H is definite. A floating
point guess of the solution is proven in balls.
"""

from __future__ import annotations

from contextlib import suppress

from flint import arb, arb_mat

from ....symbolic.errors import Undecided
from ...numbers import Matrix, Number
from .affine import Affine, block
from .gradient import Gradient

NOT_DETERMINED = "gradient components that vanish together do not determine how the weights slide"
MOST_GUESSES = 60
MANY, FEW_GUESSES = 8, 6


class NotUnique(ArithmeticError):
    """The solution can be continued in more than one way; the message says where."""


def resolve(
    gradient: Gradient, K: tuple[int, ...], x: list[Number], D: list[Number], drift: list[Number]
) -> dict[int, tuple[int | None, int]]:
    """For k in K: s_k (None: g_k stays 0) and the sign of dg_k/dt.

    `drift` is dx/dt without -D_k s_k for the k in K. Errors: Undecided, NotUnique.
    """
    H = gradient.hessian(x)
    if isinstance(H, arb_mat):
        moved = arb_mat(len(x), 1, drift)
        pushed = gradient.times(moved) if isinstance(gradient, Affine) else H * moved
        base: list[Number] = [pushed[k, 0] for k in K]
    else:
        base = [sum((H[k, j] * drift[j] for j in range(len(x))), arb(0)) for k in K]
    if len(K) == 1:
        (k,), (force,) = K, base
        bound = arb(H[k, k] * D[k])
        if force > bound:
            return {k: (1, 1)}
        if force < -bound:
            return {k: (-1, -1)}
        if abs(force) < bound:
            return {k: (None, 0)}
        raise Undecided("Filippov's condition holds with equality")
    if len(K) >= MANY:  # one more coordinate often slides with those that slid
        with suppress(Undecided, NotUnique):
            return _improved(gradient, H, K, base, D, [None] * len(K), [arb(0)] * len(K), FEW_GUESSES)
    return _improved(gradient, H, K, base, D, *_guess(H, K, base, D), MOST_GUESSES)


def _improved(
    gradient: Gradient,
    H: Matrix,
    K: tuple[int, ...],
    base: list[Number],
    D: list[Number],
    signs: list[int | None],
    hint: list[arb],
    guesses: int,
) -> dict[int, tuple[int | None, int]]:
    """The mode that is proven, from a guess and what the balls show to be wrong with it."""
    for _ in range(guesses):
        found, better = _prove(gradient, H, K, base, D, signs, hint)
        if better is None:
            return found
        signs = better
    raise Undecided("Filippov's condition for several coordinates")


def _guess(H: Matrix, K: tuple[int, ...], base: list[Number], D: list[Number]) -> tuple[list[int | None], list[arb]]:
    """The mode and sigma in floating point; every number divided by the largest of its kind, so that none overflows."""
    most = [_largest([abs(arb(H[i, j])).mid() for i in K for j in K]), _largest([arb(D[k]).mid() for k in K])]
    inside = [[float((arb(H[i, j]) / most[0]).mid()) for j in K] for i in K]
    bounds = [float((arb(D[k]) / most[1]).mid()) for k in K]
    if not all(b > 0 for b in bounds):
        raise Undecided("a coordinate that hardly moves beside one that does")
    sigma = _minimise(inside, [float((arb(b) / (most[0] * most[1])).mid()) for b in base], bounds)
    signs: list[int | None] = [
        None if abs(value) < bound * (1 - 1e-9) else (1 if value > 0 else -1)
        for value, bound in zip(sigma, bounds, strict=True)
    ]
    return signs, [(arb(value) * most[1]).mid() for value in sigma]


def _largest(values: list[arb]) -> arb:
    found = max(values)
    return found if found > 0 else arb(1)


def _prove(
    gradient: Gradient,
    H: Matrix,
    K: tuple[int, ...],
    base: list[Number],
    D: list[Number],
    signs: list[int | None],
    hint: list[arb],
) -> tuple[dict[int, tuple[int | None, int]], list[int | None] | None]:
    """The mode proven in balls, or a better guess where balls show which coordinates it has wrong.

    Where H_JJ is singular some sigma_J are put where `hint` says. What is then proven of the others makes sigma one of
    many: columns that depend on those of J give a direction in which nothing changes.
    Errors: Undecided where the balls do not tell, NotUnique.
    """
    free = [p for p, s in enumerate(signs) if s is None]
    held: list[int] = []
    exact: list[Number] = [v if s is None else s * D[k] for v, s, k in zip(hint, signs, K, strict=True)]
    try:
        _solve(gradient, H, K, base, exact, free)
    except ZeroDivisionError:
        if gradient.regular(tuple(K[p] for p in free)):
            raise Undecided("the slopes of the sliding coordinates") from None
        free, held = _independent(gradient, K, free)
        try:
            _solve(gradient, H, K, base, exact, free)
        except ZeroDivisionError:
            raise Undecided("the slopes of the sliding coordinates") from None
    found: dict[int, tuple[int | None, int]] = {}
    better, edge, still = list(signs), False, []
    for p, (k, s) in enumerate(zip(K, signs, strict=True)):
        if s is None:
            if abs(exact[p]) < D[k]:
                found[k] = None, 0
            elif abs(exact[p]) > D[k]:
                better[p] = 1 if exact[p] > 0 else -1
            else:
                edge = True
            continue
        rate = base[p] - sum((H[k, j] * exact[r] for r, j in enumerate(K)), arb(0))
        if s * rate > 0:
            found[k] = s, s
        elif s * rate < 0:
            better[p] = None
        else:
            still.append(k)
    if better == signs and (edge or still or held):
        stay = tuple(K[p] for p in free)
        if not edge and free and not any(gradient.regular((*stay, k)) for k in still):
            raise NotUnique(NOT_DETERMINED)  # such g_k stay 0 with the g_J, whatever s_k is
        raise Undecided("Filippov's condition holds with equality")
    return found, None if better == signs else better


def _solve(
    gradient: Gradient, H: Matrix, K: tuple[int, ...], base: list[Number], exact: list[Number], free: list[int]
) -> None:
    """Fills sigma_J of the free J from dg_J/dt = 0 and the others. Errors: ZeroDivisionError."""
    if not free:
        return
    stay, others = tuple(K[p] for p in free), [r for r in range(len(K)) if r not in free]
    pushed = [base[p] - sum((H[K[p], K[r]] * exact[r] for r in others), arb(0)) for p in free]
    if isinstance(gradient, Affine):
        solution = gradient.solve(stay, pushed)
    else:
        solution = arb_mat(block(H, stay, stay)).solve(arb_mat(len(free), 1, pushed)).entries()
    for p, value in zip(free, solution, strict=True):
        exact[p] = value


def _independent(gradient: Gradient, K: tuple[int, ...], free: list[int]) -> tuple[list[int], list[int]]:
    """As many of `free` as have independent columns, and the others."""
    kept: list[int] = []
    for p in free:
        if gradient.regular(tuple(K[r] for r in (*kept, p))):
            kept.append(p)
    return kept, [p for p in free if p not in kept]


def _minimise(H: list[list[float]], base: list[float], bounds: list[float]) -> list[float]:
    """A floating point minimiser of sigma.H sigma/2 - base.sigma over |sigma_k| <= bounds_k (coordinate descent)."""
    n = len(base)
    sigma = [0.0] * n
    for _ in range(20000):
        change = 0.0
        for k in range(n):
            free = (base[k] - sum(H[k][j] * sigma[j] for j in range(n) if j != k)) / H[k][k]
            new = min(max(free, -bounds[k]), bounds[k])
            change = max(change, abs(new - sigma[k]) / bounds[k])
            sigma[k] = new
        if change < 1e-13:
            break
    return sigma
