"""The L_{p/L} margin of separable data: max_x min_i y_i X_i.x subject to sum_k |x_k|^r <= 1 (theory: section 12)."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any, TypeAlias

from . import values
from .problems import rational_steepness
from .proofs.writing.document import Block, Grid, Shown, Words
from .symbolic.errors import InputError, several
from .symbolic.reading import exact

if TYPE_CHECKING:
    from flint import arb

    from .numeric_checks.margin.result import Margin as Certified

DIGITS = 20
Table: TypeAlias = tuple[list[str], list[list[str]]]  # head and rows


@dataclass(frozen=True, repr=False)
class Margin(Shown):
    """A margin with its certificate.

    Formula: max_x min_i z_i.x over sum_k |x_k|^r <= 1, z_i = y_i X_i.
    Arguments: made by `margin`.
    Returns: `found` (value, point, multipliers and residual as balls), `to_dict()` (decimals and one radius), itself as
        text and HTML.
    Errors: none. Source: theory section 12.

    >>> import steepest_mirror as sm
    >>> sm.margin([[2, 1]], [1], q=1, depth=2).found.kind
    'exact'
    """

    found: Certified
    digits: int
    samples: int

    def to_dict(self) -> dict[str, Any]:
        """The result as `margin --json` gives it."""
        return _as_data(self.found, self.digits, self.samples)

    def _document(self) -> list[Block]:
        result = self.to_dict()
        n, shape = len(result["direction"]), "convex" if result["convex"] else "not convex"
        r = result["exponent"]
        power = f"({r})" if "/" in r else r
        limit = {"inf": "max |x_k| <= 1", "1": "sum |x_k| <= 1"}.get(r, f"sum |x_k|^{power} <= 1")
        size = f"{several(n, 'feature')}, {several(self.samples, 'sample')}"
        task = f"r = {result['exponent']}, {size}: max min_i z_i.x, {limit} ({shape})"
        facts = Grid(("margin", "radius", "KKT residual"), [(result["margin"], result["radius"], result["residual"])])
        head = ["feature", "direction", "maximiser"]
        rows = [[str(k + 1), result["direction"][k], result["maximiser"][k]] for k in range(n)]
        if result["spread"]:
            head.append("over all maximisers")
            for row, (low, high) in zip(rows, result["spread"], strict=True):
                row.append(low if low == high else f"{low} to {high}")
        active = [[str(i + 1), c] for i, c in enumerate(result["multipliers"]) if c != "0"]
        blocks: list[Block] = [Words(task), Words(result["reason"]), facts, Grid(head, rows)]
        blocks.append(Grid(("sample", "weight in the gradient"), active))
        if result["others"]:
            others = [[o["margin"], ", ".join(o["maximiser"])] for o in result["others"][:10]]
            blocks.append(Grid(("other local maxima", "at"), others))
        return blocks

    __repr__ = Shown.__str__


@values.long_numbers
def margin(
    X: Any, y: Any, *, q: Any = None, p: Any = None, depth: Any = None, exponent: Any = None, digits: Any = DIGITS
) -> Margin:
    """The margin towards whose KKT points late training moves, value and direction with a certificate.

    Formula: max_x min_i y_i X_i.x subject to sum_k |x_k|^r <= 1, r = p/L; max |x_k| <= 1 at q = 1.
    Arguments: X, a row for each sample; y, labels 1 or -1; q (or p) and depth, or the exponent r > 0 or "inf" itself;
        digits from 1 to 10000.
    Returns: a Margin. r >= 1 is convex: exact or enclosed; r < 1: every vertex, or a search, as `kind` says.
    Errors: InputError where the data are not separable, WrongType, Undecided. Source: theory section 12.

    >>> import steepest_mirror as sm
    >>> M = sm.margin([[1, "2/5"], ["1/2", "7/10"]], [1, 1], q="5/4", depth=2, digits=12).to_dict()
    >>> M["exponent"], M["direction"], M["kind"]
    ('5/2', ['0.799063530058', '1'], 'enclosed')
    """
    places = values.integer(digits, "digits", 1, exact.MAX_DIGITS)
    r = _exponent(q, p, depth, exponent)

    from .numeric_checks.margin.margin import margin as solved
    from .numeric_checks.margin.result import labelled

    data = labelled(values.matrix(X, "X"), values.row(y, "y"))
    return Margin(solved(data, r, places), places, len(data))


def _exponent(q: Any, p: Any, depth: Any, exponent: Any) -> Fraction | None:
    """r from the exponent, or p/L from q and depth; None for infinity."""
    if exponent is not None:
        for name, value in (("q", q), ("p", p), ("depth", depth)):
            if value is not None:
                raise InputError(name, value, "the exponent fixes r: leave it out")
        return None if exponent == "inf" else values.number(exponent, "exponent")
    steep = rational_steepness(q, p)
    if depth is None:
        raise InputError("depth", None, "give the depth, such as 2, or the exponent")

    from .numeric_checks.margin.margin import exponent as of

    return of(steep, values.integer(depth, "depth", 2, exact.MAX_DEPTH))


def _as_data(found: Certified, digits: int, samples: int) -> dict[str, Any]:
    """The result for JSON: decimals, one radius for all of them."""
    from .numeric_checks.decimals import approximated, bound, shown
    from .numeric_checks.precision import bits, from_digits

    radii = [Fraction(0)]

    def written(z: arb) -> str:
        value, radius = approximated(z, digits)
        radii.append(radius)
        return shown(value)

    with bits(from_digits(digits) + 60):
        convex = found.r is None or found.r >= 1
        body: dict[str, Any] = {
            "exponent": "inf" if found.r is None else str(found.r),
            "convex": convex,
            "kind": found.kind,
            "reason": found.reason,
            "margin": written(found.value),
            "direction": [written(v) for v in found.direction],
            "maximiser": [written(v) for v in found.point],
            "multipliers": [shown(approximated(v, digits)[0]) for v in found.multipliers],
            "residual": bound(_upper(found.residual)),
            "samples": samples,
            "unique": None if not convex else found.spread is None,
            "spread": None if found.spread is None else [[str(low), str(high)] for low, high in found.spread],
            "others": [{"margin": written(v), "maximiser": [written(a) for a in x]} for v, x in found.others],
        }
    return {**body, "radius": bound(max(radii))}


def _upper(z: arb) -> Fraction:
    from .numeric_checks.decimals import rational

    return rational(z) + rational(z.rad())
