"""Signs of polynomials in u and Lambda on u >= 0, Lambda >= 0: P(u) = prod_i (u + Lambda_i), 1/R'' = P'(u) (theory:
section 3).

With 0 = Lambda_1 <= Lambda_2 <= ... <= Lambda_L and gaps d_i = Lambda_i - Lambda_{i-1} >= 0, a polynomial whose
expansion in (u, d_2, ..., d_L) has no negative coefficient is >= 0 everywhere: a proof for one L, in milliseconds up to
L = 8. The converse is false, so that a negative coefficient decides nothing; `counterexample` looks for a point.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from importlib.util import find_spec

from flint import Ordering, fmpq, fmpz_mpoly, fmpz_mpoly_ctx

DEEPEST = 8
SMT_MILLISECONDS = 5000
VALUES = tuple(Fraction(*v) for v in ((0, 1), (1, 10), (1, 1), (3, 1), (20, 1)))
MOST_POINTS = 20000


@dataclass(frozen=True)
class Product:
    """P and its derivatives in u at one L, and Q_j = P/(u + Lambda_j), as polynomials in (u, d_2, ..., d_L)."""

    factors: tuple[fmpz_mpoly, ...]

    @classmethod
    def of(cls, depth: int) -> Product:
        """The product of `depth` sorted factors u + Lambda_i, Lambda_1 = 0."""
        context = fmpz_mpoly_ctx.get(["u", *(f"d_{i}" for i in range(2, depth + 1))], Ordering.lex)
        found = [context.gens()[0]]
        for gap in context.gens()[1:]:
            found.append(found[-1] + gap)
        return cls(tuple(found))

    def without(self, *left_out: int) -> fmpz_mpoly:
        """The product of the factors but those left out (counted from 1)."""
        value = self.factors[0] * 0 + 1
        for i, factor in enumerate(self.factors, 1):
            value = value if i in left_out else value * factor
        return value


def d(of: fmpz_mpoly, times: int = 1) -> fmpz_mpoly:
    """The derivative in u."""
    for _ in range(times):
        of = of.derivative(0)
    return of


Statement = Callable[[Product], Iterator[fmpz_mpoly]]  # polynomials that are to be >= 0


def increasing(P: Product) -> Iterator[fmpz_mpoly]:
    """P' >= 0, and P' >= prod_{j >= 2} Lambda_j = P'(0), the coercivity constant."""
    whole = P.without()
    yield d(whole)
    yield d(whole) - P.without(1).subs({"u": 0})


def convex(P: Product) -> Iterator[fmpz_mpoly]:
    """P'' >= 0: 1/R'' increases in u, hence in |x|."""
    yield d(P.without(), 2)


def log_concave(P: Product) -> Iterator[fmpz_mpoly]:
    """P'^2 - P P'' >= 0: P'/P = sum_i 1/(u + Lambda_i) decreases."""
    whole = P.without()
    yield d(whole) * d(whole) - whole * d(whole, 2)


def grows_with_each(P: Product) -> Iterator[fmpz_mpoly]:
    """dP'/dLambda_j = Q_j' >= 0 at fixed u, for every j."""
    for j in range(2, len(P.factors) + 1):
        yield d(P.without(j))


def at_fixed_x(P: Product, j: int) -> fmpz_mpoly:
    """P' d(1/R'')/dLambda_j at fixed x: with P(u) = |x|^q fixed, du = -(Q_j/P') dLambda_j, hence Q_j' P' - P'' Q_j."""
    whole, rest = P.without(), P.without(j)
    return d(rest) * d(whole) - d(whole, 2) * rest


def grows_with_largest(P: Product) -> Iterator[fmpz_mpoly]:
    """At fixed x, 1/R'' grows with the largest Lambda: the sum of (Lambda_L - Lambda_i) Q_L^2/(u + Lambda_i)^2."""
    yield at_fixed_x(P, len(P.factors))


STATEMENTS: dict[str, Statement] = {
    "P' >= P'(0) = mu": increasing,
    "P'' >= 0": convex,
    "P'^2 >= P P''": log_concave,
    "P' grows with each Lambda at fixed u": grows_with_each,
    "1/R'' grows with the largest Lambda at fixed x": grows_with_largest,
}


def proved(statement: Statement, depth: int) -> bool:
    """Whether every polynomial of the statement expands with coefficients >= 0 at L = depth."""
    return all(c >= 0 for p in statement(Product.of(depth)) for c in p.coeffs())


def unproved() -> tuple[tuple[str, int], ...]:
    """The (statement, L), 2 <= L <= 8, that do not expand so: none."""
    return tuple(
        (name, depth)
        for name, statement in STATEMENTS.items()
        for depth in range(2, DEEPEST + 1)
        if not proved(statement, depth)
    )


def counterexample(statement: Statement, depth: int) -> dict[str, Fraction] | None:
    """Exact u, d_2, ..., d_L >= 0 at which the statement fails, from a grid, else from z3 if it is installed; or
    None."""
    for p in statement(Product.of(depth)):
        if all(c >= 0 for c in p.coeffs()):
            continue
        names = [str(v) for v in p.context().names()]
        points = itertools.islice(itertools.product(VALUES, repeat=depth), MOST_POINTS)
        found = next((point for point in points if _value(p, point) < 0), None) or _from_smt(p, names)
        if found is not None and _value(p, found) < 0:
            return dict(zip(names, found, strict=True))
    return None


def _value(p: fmpz_mpoly, point: tuple[Fraction, ...]) -> fmpq:
    """p at an exact point, term by term."""
    total = fmpq(0)
    for exponents, c in zip(p.monoms(), p.coeffs(), strict=True):
        term = fmpq(c)
        for v, e in zip(point, exponents, strict=True):
            term *= fmpq(v.numerator, v.denominator) ** int(e)
        total += term
    return total


def _from_smt(p: fmpz_mpoly, names: list[str]) -> tuple[Fraction, ...] | None:
    if find_spec("z3") is None:
        return None
    import z3

    letters = [z3.Real(name) for name in names]
    terms = []
    for exponents, c in zip(p.monoms(), p.coeffs(), strict=True):
        terms.append(
            z3.Product(z3.RealVal(int(c)), *(v for v, e in zip(letters, exponents, strict=True) for _ in range(int(e))))
        )
    solver = z3.Solver()
    solver.set("timeout", SMT_MILLISECONDS)
    solver.add(*(v >= 0 for v in letters), z3.Sum(*terms) < 0)
    if solver.check() != z3.sat:
        return None
    values = [solver.model().eval(v, model_completion=True) for v in letters]
    if not all(z3.is_rational_value(v) for v in values):
        return None
    return tuple(Fraction(v.numerator_as_long(), v.denominator_as_long()) for v in values)
