"""Where steepest descent has no potential for q < 2 (theory: sections 16.4, 16.8).

x = A w in two coordinates, a_i = A_1i, b_i = A_2i: dx_1/dt = -sum_i a_i <a_i g_1 + b_i g_2>^{q-1}, dx_2/dt likewise
with b_i before the power. A steepest mirror flow has dx/dt = -H <g>^{q-1}, H at the point x for every g. At g = (1, 0),
(0, 1), (1, c), (1, -c), each times g, this gives

  sum_i |a_i + c b_i|^q + sum_i |a_i - c b_i|^q = 2 sum_i |a_i|^q + 2 c^q sum_i |b_i|^q,

but for q < 2 each summand on the left is at most its partner, and smaller where a_i b_i != 0: with s = q/2 < 1 and
M = a^2 + c^2 b^2, |a + c b|^q + |a - c b|^q <= 2 M^s (Bernoulli) and M^s <= |a|^q + c^q |b|^q. So a_i b_i = 0.

Two rows (1, 0, 1), (0, 1, 1) of data, weighted by c and e in the loss, residuals -1: with r = q - 1 the dual rates are
(c^r, 0, c^r) for the first row alone, (0, e^r, e^r) for the second alone, (c^r, e^r, (c + e)^r) for both. A functional
n that kills all three has n_1 = n_2 = -n_3 and n_3 (c^r + e^r - (c + e)^r) = 0: for q < 2 it is 0, so no plane holds
the increments of y, as the row space does at q = 2, and where the flow ends depends on how the rows are weighted.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from ..judging.claim import derived_claim
from ..judging.flows import q
from ..judging.formal import Formal
from ..judging.formulas import below, equal, for_all, formula
from ..judging.models import Model
from ..judging.rules.algebraic import away_from_zero, larger_exponent, scaled, smaller_power
from ..judging.rules.logical import both, contradicted, part
from ..judging.rules.order import bernoulli
from ..judging.rules.sums import added, at_least_one, factored, summed
from ..judging.tactics import for_every, freed, given, rewrite, show
from ..judging.terms import Expr, index, letter, plain, sign, signed_power, size, sum_over
from ..judging.theorem import Theorem

i = index("i", "r")
c = letter("c")
a, b = letter("a", "real", i), letter("b", "real", i)
u, v = letter("u", "real", i), letter("v", "real", i)
U, V = letter("U", "pos", i), letter("V", "pos", i)  # |u_i|, |v_i|
H = {(k, l): letter(f"H_{k}{l}", "real") for k in (1, 2) for l in (1, 2)}
FLAT = below(q, 2)
PULLS = for_all(i, equal(u, a + c * b)), for_all(i, equal(v, a - c * b))
SIZES = for_all(i, equal(size(u), U)), for_all(i, equal(size(v), V))
FIRST = equal(sum_over(i, size(a) ** q), H[1, 1])
SECOND = equal(sum_over(i, size(b) ** q), H[2, 2])
ACROSS = {
    (entry, way): equal(
        sum_over(i, (a, b)[entry - 1] * signed_power((u, v)[way < 0], q - 1)),
        H[entry, 1] + way * c ** (q - 1) * H[entry, 2],
    )
    for entry in (1, 2)
    for way in (1, -1)
}
M, s = (U**2 + V**2) / 2, q / 2
A, B = size(a), c * size(b)
MIXED = formula(("and", below(0, size(a)), below(0, size(b))))
GAP = 2 * A**q + 2 * c**q * size(b) ** q - U**q - V**q


def squares() -> Theorem:
    """M = a^2 + c^2 b^2."""
    sizes = [(freed(given(f)), -1 * (S + size(z)) / 2) for f, S, z in zip(SIZES, (U, V), (u, v), strict=True)]
    ends = (a + c * b, a - c * b)
    pulls = [(freed(given(f)), (z + e) / 2) for f, z, e in zip(PULLS, (u, v), ends, strict=True)]
    return show("=", M, A**2 + B**2, *sizes, *pulls)


def half() -> Theorem:
    """q/2 < 1."""
    return show("<", s, 1, (given(FLAT), Fraction(1, 2)))


def chord(S: Expr) -> tuple[Theorem, Expr]:
    """(S^2/M)^s <= 1 + s (S^2/M - 1), to be taken M^s times."""
    return bernoulli(show("<", 0, S**2 / M), show("<", 0, s), half()), M**s


def share(piece: Expr, rest: Expr) -> tuple[Theorem, Expr]:
    """part^2 <= M^{1-s} part^q, as 0 <= part^2/M <= 1."""
    below_one = show("<=", piece**2 / M, 1, (squares(), -1 / M))
    return larger_exponent(show("<=", 0, piece**2 / M), below_one, show("<", 0, 1), show("<", 0, s), half()), M**s


def gap() -> Theorem:
    """|u|^q + |v|^q <= 2 M^s <= 2 |a|^q + 2 c^q |b|^q."""
    shares = ((known, 2 * by) for known, by in (share(A, B), share(B, A)))
    return show("<=", 0, GAP, chord(U), chord(V), *shares, (squares(), 2 * M ** (s - 1)))


def strict_gap() -> Theorem:
    """The same with < where neither a nor b is 0: part^2 < M^{1-s} part^q, as part^2 < M."""
    one, other = (part(given(MIXED), k=k) for k in (0, 1))
    less = show("<", A**2 / M, 1, (squares(), -1 / M), (nonzero(other, B**2 / M), 1))
    strict = smaller_power(nonzero(one, A**2 / M), less, half()), 2 * M**s
    weak, by = share(B, A)
    return show("<", 0, GAP, chord(U), chord(V), strict, (weak, 2 * by), (squares(), 2 * M ** (s - 1)))


def nonzero(known: Theorem, square: Expr) -> Theorem:
    """0 < square from 0 < |c|."""
    return away_from_zero(known, stated=below(0, square))


def across(way: int) -> Theorem:
    """sum_i |a_i +- c b_i|^q = H_11 + c^q H_22 +- (c^{q-1} H_12 + c H_21)."""
    z, S, pull, named = ((u, U, PULLS[0], SIZES[0]), (v, V, PULLS[1], SIZES[1]))[way < 0]
    power = signed_power(z, q - 1)
    each = show("=", size(z) ** q, a * power + way * c * (b * power), (freed(given(pull)), power))
    whole = summed(rewrite(each, freed(given(named))), i=i.term)
    split = added(i=i.term, a=(a * power).term, b=(way * c * (b * power)).term)
    out = factored(i=i.term, factor=plain(way * c), body=(b * power).term)
    sums = (whole, 1), (split, 1), (out, 1), (given(ACROSS[1, way]), 1), (given(ACROSS[2, way]), way * c)
    mixed = c ** (q - 1) * H[1, 2] + c * H[2, 1]
    return show("=", sum_over(i, S**q), H[1, 1] + c**q * H[2, 2] + way * mixed, *sums)


def no_gap() -> Theorem:
    """sum_i (2 |a_i|^q + 2 c^q |b_i|^q - |u_i|^q - |v_i|^q) = 0."""
    parts = [2 * size(a) ** q, 2 * c**q * size(b) ** q, -1 * U**q, -1 * V**q]
    sums: list[tuple[Theorem, Any]] = [
        (added(i=i.term, a=sum(parts[1:n], parts[0]).term, b=parts[n].term), 1) for n in (3, 2, 1)
    ]
    outs = ((2, size(a) ** q), (2 * c**q, size(b) ** q), (-1, U**q), (-1, V**q))
    sums += [(factored(i=i.term, factor=plain(by), body=plain(body)), 1) for by, body in outs]
    sums += [(given(FIRST), 2), (given(SECOND), 2 * c**q), (across(1), -1), (across(-1), -1)]
    return show("=", sum_over(i, GAP), 0, *sums)


def derive_columns() -> Theorem:
    """0 < gap_i <= sum of the gaps = 0 is absurd."""
    one = at_least_one(gap(), i=i.term, j=i.term)
    return for_every(contradicted(show("<", 0, 0, (strict_gap(), 1), (one, 1), (no_gap(), 1)), stated=MIXED), i)


def columns() -> Model:
    """x = w, q = 3/2, c = 4: H = 1."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {"q": Fraction(3, 2), "c": Fraction(4)}
    for name, values in {"a": (1, 0), "b": (0, 1), "u": (1, 4), "v": (1, -4), "U": (1, 4), "V": (1, 4)}.items():
        constants |= {(name, n): Fraction(value) for n, value in enumerate(values, 1)}
    constants |= {f"H_{k}{l}": Fraction(k == l) for k in (1, 2) for l in (1, 2)}
    return Model(constants, {}, {"r": 2, "L": 2})


e = letter("e")  # c and e: how the two rows are weighted
n_1, n_2, n_3 = (letter(f"n_{k}", "real") for k in (1, 2, 3))
r = q - 1
KILLS = (
    equal(n_1 * c**r + n_3 * c**r, 0),
    equal(n_2 * e**r + n_3 * e**r, 0),
    equal(n_1 * c**r + n_2 * e**r + n_3 * (c + e) ** r, 0),
)
ALIVE = below(0, size(n_3))


def derive_rows() -> Theorem:
    """|n_3| (c^r + e^r - (c + e)^r) = 0, but (c + e)^r < c^r + e^r: c/(c + e) < (c/(c + e))^r, and so for e."""
    first, second, third = map(given, KILLS)
    flat = show("<", r, 1, (given(FLAT), 1))
    small, large = (
        (smaller_power(show("<", 0, part / (c + e)), show("<", part / (c + e), 1), flat), (c + e) ** r)
        for part in (c, e)
    )
    apart = scaled(show("<", 0, c**r + e**r - (c + e) ** r, small, large), given(ALIVE))
    turn = sign(n_3)
    absurd = show("<", 0, 0, (apart, 1), (first, turn), (second, turn), (third, -1 * turn))
    ends = (show("=", n, -1 * n_3, (known, 1 / w**r)) for n, known, w in ((n_1, first, c), (n_2, second, e)))
    return both(*ends, contradicted(absurd, stated=ALIVE))


def rows() -> Model:
    """The functional 0."""
    constants: dict[str | tuple[str | int, ...], Fraction] = {f"n_{k}": Fraction(0) for k in (1, 2, 3)}
    return Model(constants | {"c": Fraction(1), "e": Fraction(2), "q": Fraction(3, 2)}, {}, {"L": 2})


CLAIMS = (
    derived_claim(
        id="no-potential-rows",
        title="For q < 2 no plane holds the dual increments of two overlapping rows",
        source="beyond the paper: section 16.4",
        matters="How the samples are weighted decides below q = 2 what is learnt, not only how fast.",
        formal=Formal(
            (FLAT, *KILLS),
            formula(("and", equal(n_1, -1 * n_3), equal(n_2, -1 * n_3), ("not", ALIVE))),
            derive_rows,
            rows,
        ),
        remark="Rows (1, 0, 1) and (0, 1, 1), weighted by c and e in the loss, both residuals -1: the dual rates are"
        " (c, 0, c), (0, e, e) and (c, e, c + e), each entry to the power q - 1, for the first row alone, the second"
        " alone, and both. A functional n that is 0 on all three is 0. At q = 2 n = (1, 1, -1) is 0 on them and on"
        " everything in the row space, which is why there is a potential.",
    ),
    derived_claim(
        id="separable-needed",
        title="For q < 2 a linear map whose flow is a steepest mirror flow has one entry a column",
        source="beyond the paper: section 16.8",
        matters="Steepest mirror flows are about coordinates: below q = 2 nothing that mixes them is one.",
        formal=Formal(
            (FLAT, *PULLS, *SIZES, FIRST, SECOND, *ACROSS.values()),
            for_all(i, formula(("not", MIXED))),
            derive_columns,
            columns,
        ),
        remark="x = A w, a_i = A_1i and b_i = A_2i for any two coordinates. dx/dt = -H <g>^{q-1} with H at the point x,"
        " the same for every objective, is asked only at g = (1, 0), (0, 1), (1, c), (1, -c). c > 0 is any number"
        " with no a_i = -c b_i or c b_i, all but finitely many; columns that are 0 are left out. At q = 2 every A has H"
        " = A A^T.",
    ),
)
