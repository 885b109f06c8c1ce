"""Table 1 and Example 4.17 (C): which norm each weight decay puts on the balanced manifold.

Decoupled M = |x|^{2-m}/(2-m), coupled M = (L/2)|x|^{2/L}: the exponents are 2 - m = 2 - q(L-1)/L and 2/L. With h = 1/L
they are 2 - q + q h and 2 h; L = infinity is h = 0, and where the exponent is 0 there the limit is log|x|.
"""

from __future__ import annotations

from collections.abc import Iterator

import sympy as sp

from ...symbolic.symbols import L, q, x
from ..judging.claim import Case, Claim, Mutant
from ..judging.hypotheses import DEPTH, STEEPNESS
from ..judging.steps import Decided, Group, Identity, Inequality, Step
from .shared.asymptotics import M

H = sp.Symbol("h", positive=True)  # 1/L

EXPONENTS = {"coupled": 2 / L, "decoupled": 2 - M}
COLUMNS = ((2, "coupled"), (2, "decoupled"), (sp.oo, "coupled"), (sp.oo, "decoupled"))
ROWS = (2, 1)


def exponent(steep: sp.Expr, depth: sp.Expr, decay: str) -> sp.Expr:
    """The exponent of |x| in the regularizer; at L = infinity its value at h = 1/L = 0."""
    in_h = sp.cancel(EXPONENTS[decay].subs(L, 1 / H))
    return sp.expand(in_h.subs({q: steep, H: 0 if depth is sp.oo else sp.Rational(1, int(depth))}))


def derivation() -> Iterator[Step]:
    """The two regularizers differentiate to what decay does (claims regularizer-decoupled and -coupled)."""
    yield Identity(
        "decoupled: M' = L x R'' with R'' = |x|^{-m}/L", sp.diff(x ** (2 - M) / (2 - M), x), L * x * x**-M / L
    )
    a = sp.Symbol("a", positive=True)
    yield Identity("coupled: M'(x) = a^2/x at x = a^L", sp.diff(L / 2 * x ** (2 / L), x).subs(x, a**L), a**2 / a**L)
    shift = sp.Symbol("e", positive=True)
    yield Identity(
        "an exponent e -> 0 gives log|x|: (|x|^e - 1)/e has derivative |x|^{e-1}, at e = 0 that of log|x|",
        sp.diff((x**shift - 1) / shift, x).subs(shift, 0),
        sp.diff(sp.log(x), x),
    )


def argue_table(case: Case) -> Iterator[Step]:
    """Each cell: the derived exponent is the stated one; 0 stands for log."""
    yield from derivation()
    for i, steep in enumerate(ROWS):
        for j, (depth, decay) in enumerate(COLUMNS):
            yield Identity(
                f"q = {steep}, L = {depth}, {decay}: the exponent of |x|",
                exponent(sp.Integer(steep), depth, decay),
                case["exponents"][i, j],
                conclusion=True,
            )


def argue_example(case: Case) -> Iterator[Step]:
    """Sign flow with decoupled decay: L1 in the limit L -> infinity and for no finite depth."""
    yield from derivation()
    yield Identity("q = 1: the exponent 2 - m", (2 - M).subs(q, 1), case["exponent"], conclusion=True)
    yield Decided("it exceeds 1 for every finite L", case["exponent"] > 1, conclusion=True)
    in_h = sp.cancel(case["exponent"].subs(L, 1 / H))
    yield Group(
        "and tends to 1: with h = 1/L",
        (
            Identity("at h = 0 it is 1", in_h.subs(H, 0), 1),
            Inequality("and it grows with h", 0, sp.diff(in_h, H), strict=True),
        ),
        conclusion=True,
    )


TABLE = Claim(
    id="table1",
    title="Table 1: regularizers of gradient and sign gradient flow",
    source="Table 1",
    statement=(
        "Exponents of |x| (0: log|x|), rows q = 2, 1; columns L = 2 coupled, decoupled, L = infinity coupled,"
        " decoupled: {exponents}."
    ),
    hypotheses=(STEEPNESS, DEPTH),
    parts={"exponents": sp.ImmutableMatrix([[1, 1, 0, 0], [1, sp.Rational(3, 2), 0, 1]])},
    argue=argue_table,
    scope="balanced; up to constants",
    mutants=(
        Mutant("sign flow, L = 2, decoupled: L1", {"exponents": sp.ImmutableMatrix([[1, 1, 0, 0], [1, 1, 0, 1]])}),
        Mutant(
            "sign flow, L = infinity, decoupled: log",
            {"exponents": sp.ImmutableMatrix([[1, 1, 0, 0], [1, sp.Rational(3, 2), 0, 0]])},
        ),
        Mutant(
            "gradient flow, L = 2: L2", {"exponents": sp.ImmutableMatrix([[2, 1, 0, 0], [1, sp.Rational(3, 2), 0, 1]])}
        ),
        Mutant(
            "1e-40",
            {"exponents": sp.ImmutableMatrix([[1, 1, 0, 0], [1, sp.Rational(3, 2) + sp.Rational(1, 10**40), 0, 1]])},
        ),
    ),
)

EXAMPLE = Claim(
    id="example-4-17",
    title="Sign flow with decoupled decay needs L -> infinity for L1",
    source="Example 4.17 (C)",
    statement=(
        "At q = 1 the exponent of the decoupled regularizer is {exponent}: above 1 for every finite L, 1 in the limit."
    ),
    hypotheses=(STEEPNESS, DEPTH),
    parts={"exponent": 1 + 1 / L},
    argue=argue_example,
    scope="q = 1, balanced, every L >= 2",
    mutants=(
        Mutant("reached", {"exponent": sp.Integer(1)}),
        Mutant("constant", {"exponent": 1 + 2 / L}),
        Mutant("below", {"exponent": 1 - 1 / L}),
        Mutant("1e-40", {"exponent": 1 + 1 / L + sp.Rational(1, 10**40)}),
    ),
)

CLAIMS = (TABLE, EXAMPLE)
