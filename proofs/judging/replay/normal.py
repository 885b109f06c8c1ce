"""sum_k c_k prod_j b_{kj}^{e_{kj}} in Fractions: the replayer's own arithmetic of positive letters, without SymPy.

A sum is a mapping from monomials to rationals; a monomial is a set of pairs (base, exponent), and an exponent is a sum
again, so q - 1, 1/q and (L-1)/L are exponents. Bases: a letter; a prime; e; the logarithm of a base; a positive sum.
For positive bases: a^e a^f = a^{e+f}, (c prod a^e)^r = c^r prod a^{er}, log(c prod a^e) = log c + sum e log a.
A sum as a base is taken apart at the end: S^{r+k} = S^r S^k for natural k, with S^k multiplied out.
"""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache
from math import floor, gcd, lcm
from typing import Any

Base = tuple[str, Any]  # ("a", (letter, positive)), ("p", prime), ("e", ""), ("log", base), ("S", sum)
Monomial = frozenset[tuple[Base, "Sum"]]
Sum = frozenset[tuple[Monomial, Fraction]]

UNIT: Monomial = frozenset()
ZERO: Sum = frozenset()
LARGEST_POWER = 40
LARGEST_PRIME = 10_000


class Unclear(ValueError):
    """The value, or that there is one, is not shown."""


def number(c: int | Fraction) -> Sum:
    """The rational c."""
    return frozenset({(UNIT, Fraction(c))}) if c else ZERO


ONE = number(1)


def letter(name: Any, positive: bool) -> Sum:
    """A letter, positive or of unknown sign."""
    return single(("a", (name, positive)))


def single(base: Base, exponent: Sum = ONE) -> Sum:
    """base^exponent."""
    return frozenset({(frozenset({(base, exponent)}), Fraction(1))})


def collected(parts: list[tuple[Monomial, Fraction]]) -> Sum:
    """The sum of terms, equal monomials together."""
    total: dict[Monomial, Fraction] = {}
    for monomial, c in parts:
        total[monomial] = total.get(monomial, Fraction(0)) + c
    return frozenset((m, c) for m, c in total.items() if c)


def plus(*sums: Sum) -> Sum:
    """a + b + ..."""
    return collected([term for s in sums for term in s])


def scaled(s: Sum, c: Fraction) -> Sum:
    """c s."""
    return frozenset((m, c * d) for m, d in s) if c else ZERO


def minus(a: Sum, b: Sum) -> Sum:
    """a - b."""
    return plus(a, scaled(b, Fraction(-1)))


@lru_cache(maxsize=50_000)
def times(a: Sum, b: Sum) -> Sum:
    """a b."""
    return collected([_joined(m, n, c * d) for m, c in a for n, d in b])


def _joined(m: Monomial, n: Monomial, c: Fraction) -> tuple[Monomial, Fraction]:
    powers: dict[Base, Sum] = dict(m)
    for base, e in n:
        powers[base] = plus(powers[base], e) if base in powers else e
    kept = []
    for base, e in powers.items():
        if base[0] == "p":  # 2^{r+k} = 2^k 2^r: the whole part of the exponent's constant goes to the coefficient
            k = floor(constant_part(e))
            c, e = c * Fraction(base[1]) ** k, plus(e, number(-k))
        if e:
            kept.append((base, e))
    return frozenset(kept), c


def constant_part(s: Sum) -> Fraction:
    """The rational term of a sum."""
    return dict(s).get(UNIT, Fraction(0))


def rational(s: Sum) -> Fraction | None:
    """The value of a sum that is a number."""
    return constant_part(s) if all(m == UNIT for m, _ in s) else None


def whole(s: Sum) -> int | None:
    """The value of a sum that is an integer."""
    c = rational(s)
    return int(c) if c is not None and c.denominator == 1 else None


def natural_power(s: Sum, k: int) -> Sum:
    """s^k, multiplied out."""
    if k > LARGEST_POWER:
        raise Unclear("a power too large to multiply out")
    result = ONE
    for _ in range(k):
        result = times(result, s)
    return result


def power(s: Sum, r: Sum) -> Sum:
    """s^r for a sum that is shown to be positive, or any sum for a natural r."""
    k = whole(r)
    if k is not None and k >= 0:
        return natural_power(s, k)
    c, common, rest = factored(s)
    if c < 0:
        if k is None:
            raise Unclear("a power of a negative number")
        return scaled(power(scaled(s, Fraction(-1)), r), Fraction((-1) ** k))
    result = _number_power(c, r)
    for base, e in common:
        if k is None and not is_positive_base(base):
            raise Unclear("a power of a letter of unknown sign")
        result = times(result, single(base, times(e, r)))
    if rest != ONE:
        result = times(result, single(("S", rest), r))
    return result


def _number_power(c: Fraction, r: Sum) -> Sum:
    k = whole(r)
    if k is not None:
        return number(c**k)
    result = ONE
    for prime, n in factors(c):
        result = times(result, times(ONE, single(("p", prime), scaled(r, Fraction(n)))))
    return frozenset(_joined(m, UNIT, d) for m, d in result)


def factors(c: Fraction) -> list[tuple[int, int]]:
    """c = prod p^n for c > 0; a large cofactor stays whole, which costs completeness only."""
    found: dict[int, int] = {}
    for n, s in ((c.numerator, 1), (c.denominator, -1)):
        p = 2
        while p * p <= n and p < LARGEST_PRIME:
            while n % p == 0:
                found[p], n = found.get(p, 0) + s, n // p
            p += 1
        if n > 1:
            found[n] = found.get(n, 0) + s
    return list(found.items())


@lru_cache(maxsize=20_000)
def factored(s: Sum) -> tuple[Fraction, Monomial, Sum]:
    """s = c m rest: the content with the sign of its first term, the common monomial, and what is left (1 or a sum)."""
    if not s:
        raise Unclear("a power of 0")
    if len(s) == 1:
        ((m, c),) = s
        return c, m, ONE
    common = []
    for base in {b for m, _ in s for b, _ in m}:
        exponents = [dict(m).get(base, ZERO) for m, _ in s]
        gaps = [rational(minus(e, exponents[0])) for e in exponents]
        known = [g for g in gaps if g is not None]
        if len(known) == len(gaps) and base[0] != "p":
            least = exponents[gaps.index(min(known))]
            if least:
                common.append((base, least))
    shift: Monomial = frozenset((b, scaled(e, Fraction(-1))) for b, e in common)
    rest = collected([_joined(m, shift, c) for m, c in s])
    content = Fraction(gcd(*(c.numerator for _, c in rest)), lcm(*(c.denominator for _, c in rest)))
    first = min(rest, key=lambda term: key(term[0]))
    content = content if first[1] > 0 or is_positive(rest) else -content
    return content, frozenset(common), scaled(rest, 1 / content)


@lru_cache(maxsize=50_000)
def key(m: Any) -> str:
    """An order of monomials that does not depend on how sets are stored."""
    if isinstance(m, frozenset):
        return "{" + ";".join(sorted(map(key, m))) + "}"
    if isinstance(m, tuple):
        return "(" + ",".join(map(key, m)) + ")"
    return repr(m)


def exponential(s: Sum) -> Sum:
    """exp s; exp(c log b) = b^c."""
    result, rest = ONE, []
    for m, c in s:
        logs = [b for b, e in m if b[0] == "log" and e == ONE and is_positive_base(b[1])]
        if logs:
            left = frozenset((b, e) for b, e in m if b != logs[0])
            result = times(
                result, frozenset([_joined(frozenset({(logs[0][1], frozenset({(left, c)}))}), UNIT, Fraction(1))])
            )
        else:
            rest.append((m, c))
    return times(result, single(("e", ""), frozenset(rest))) if rest else result


def logarithm(s: Sum) -> Sum:
    """log s for a sum that is shown to be positive."""
    c, common, rest = factored(s)
    if c < 0 or any(not is_positive_base(b) for b, _ in common):
        raise Unclear("a logarithm of what is not shown to be positive")
    total = plus(*(scaled(single(("log", ("p", p))), Fraction(n)) for p, n in factors(c)))
    for base, e in common:
        total = plus(total, e if base[0] == "e" else times(e, single(("log", base))))
    return total if rest == ONE else plus(total, single(("log", ("S", rest))))


def is_positive_base(base: Base) -> bool:
    """Whether a base is positive by what it is."""
    if base[0] == "a":
        return bool(base[1][1])
    return base[0] in ("p", "e") or (base[0] == "S" and is_positive(base[1]))


@lru_cache(maxsize=50_000)
def is_positive(s: Sum, strict: bool = True) -> bool:
    """Whether s > 0 (s >= 0) because its coefficients and bases are positive, sums in it multiplied out."""

    def shown(t: Sum) -> bool:
        bases = all(is_positive_base(b) for m, _ in t for b, _ in m)
        return bases and all(c > 0 for _, c in t) and (bool(t) or not strict)

    return shown(s) or shown(expanded(s))


def is_zero(s: Sum) -> bool:
    """Whether s = 0 for all values of its letters."""
    return not expanded(s)


@lru_cache(maxsize=20_000)
def expanded(s: Sum) -> Sum:
    """s with the sums among its bases taken apart, from the outermost on."""
    seen: set[Base] = set()
    while bases := [b for m, _ in s for b, _ in m if b[0] == "S" and b not in seen]:
        base = max(bases, key=lambda b: len(key(b)))
        seen.add(base)
        s = _taken_apart(s, base)
    return s


def _taken_apart(s: Sum, base: Base) -> Sum:
    least: dict[Sum, int] = {}
    split = []
    for m, c in s:
        e = dict(m).get(base, ZERO)
        k = floor(constant_part(e))
        rest = plus(e, number(-k))
        least[rest] = min(k, least.get(rest, k))
        split.append((frozenset((b, f) for b, f in m if b != base), c, rest, k))
    parts: list[tuple[Monomial, Fraction]] = []
    for m, c, rest, k in split:
        lowest = plus(rest, number(least[rest]))
        kept = m | {(base, lowest)} if lowest else m
        parts += times(frozenset({(kept, c)}), natural_power(base[1], k - least[rest]))
    return collected(parts)
