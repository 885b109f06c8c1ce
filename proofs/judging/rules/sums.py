"""Sums and products over an index of any range 1..n, 1..L."""

from __future__ import annotations

from ..formulas import Formula, governed, letters, split, weakest
from ..terms import Malformed, Term, free, is_term, joined, negative, reindexed
from ..theorem import Refused, Sequent, rule
from .logical import _count

FINITE = "induction on the number of terms"


@rule(FINITE)
def summed(premises: list[Sequent], i: Term) -> Sequent:
    """a = b, a <= b (for every index i, which no hypothesis holds) give sum_i a = sum_i b, sum_i a <= sum_i b."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    mode, r = split(conclusion)
    if r[0] not in ("=", "<=", "<") or not is_term(i) or i[0] != "i" or any(i in letters(h) for h in hypotheses):
        raise Refused("a relation for every index is wanted")
    relation = "=" if r[0] == "=" else "<="
    return hypotheses, governed(mode, (relation, ("sum", i, r[1]), ("sum", i, r[2])))


@rule(FINITE)
def factored(premises: list[Sequent], i: Term, factor: Term, body: Term) -> Sequent:
    """sum_i (c a) = c sum_i a, where c does not hold i."""
    _count(premises, 0)
    if i in free(factor):
        raise Refused("the factor depends on the index")
    left = ("sum", i, joined("*", factor, body))
    return frozenset(), governed("", ("=", left, joined("*", factor, ("sum", i, body))))


@rule(FINITE)
def added(premises: list[Sequent], i: Term, a: Term, b: Term) -> Sequent:
    """sum_i (a + b) = sum_i a + sum_i b."""
    _count(premises, 0)
    return frozenset(), governed("", ("=", ("sum", i, joined("+", a, b)), ("+", ("sum", i, a), ("sum", i, b))))


@rule(FINITE)
def one_taken_out(premises: list[Sequent], i: Term, j: Term, body: Term) -> Sequent:
    """prod_i a_i = a_j prod_{i != j} a_i."""
    _count(premises, 0)
    whole, rest = ("prod", i, body), ("others", i, j, body)
    return frozenset(), governed("", ("=", whole, ("*", reindexed(body, i, j), rest)))


@rule("the name of a bound letter does not matter")
def relettered(premises: list[Sequent], whole: Term, j: Term) -> Sequent:
    """sum_i a = sum_j a with j for i, products and products over others likewise, where j is new to a."""
    _count(premises, 0)
    if not is_term(whole) or whole[0] not in ("sum", "prod", "others") or not is_term(j) or j[0] != "i":
        raise Refused("a sum or product over an index is wanted")
    i, body = whole[1], whole[-1]
    if i[2] != j[2] or j in free(body) or j in whole[1:-1]:
        raise Refused("the new letter is not new, or has another range")
    return frozenset(), governed("", ("=", whole, (whole[0], j, *whole[2:-1], reindexed(body, i, j))))


@rule(FINITE)
def congruent(premises: list[Sequent], i: Term, whole: Term) -> Sequent:
    """a = b for every index i gives sum_i a = sum_i b, prod_i a = prod_i b, and the product over others likewise."""
    _count(premises, 1)
    ((hypotheses, conclusion),) = premises
    mode, r = split(conclusion)
    if r[0] != "=" or any(i in letters(h) for h in hypotheses):
        raise Refused("an equation for every index is wanted")
    if whole[0] not in ("sum", "prod", "others") or whole[1] != i or whole[-1] != r[1]:
        raise Refused("the whole is not made of the left side")
    return hypotheses, governed(mode, ("=", whole, (*whole[:-1], r[2])))


@rule(FINITE)
def powers_of_products(premises: list[Sequent], whole: Term, head: str, r: Term) -> Sequent:
    """|prod a|^r = prod |a|^r for r > 0 (premise 0 < r), sgn and signed powers likewise, over all or all others."""
    if not is_term(whole) or whole[0] not in ("prod", "others") or head not in ("abs^", "spow"):
        raise Refused("the power of a product is wanted")
    if not is_term(r) or whole[1] in free(r):
        raise Refused("the exponent depends on the index")
    _count(premises, 1 if head == "abs^" else 0)
    hypotheses: frozenset[Formula] = frozenset()
    if head == "abs^":
        ((hypotheses, exponent),) = premises
        if exponent != ("<", ("n", 0, 1), r):
            raise Refused("0 < r is wanted")
        left: Term = ("^", ("abs", whole), r)
        right: Term = (*whole[:-1], ("^", ("abs", whole[-1]), r))
    else:
        left, right = ("spow", whole, r), (*whole[:-1], ("spow", whole[-1], r))
    if not is_term(left) or not is_term(right):
        raise Malformed("not terms")
    return hypotheses, governed("", ("=", left, right))


@rule("Hardy, Littlewood, Polya, Inequalities, 2nd ed., theorem 19")
def subadditive(premises: list[Sequent], i: Term, body: Term, s: Term) -> Sequent:
    """0 <= a (for every index i), 0 < s and s <= 1 give (sum_i a)^s <= sum_i a^s."""
    _count(premises, 3)
    (h1, sign), (h2, above), (h3, below) = premises
    mode, r = split(sign)
    if r != ("<=", ("n", 0, 1), body) or any(i in letters(h) for h in h1) or not is_term(s) or i in free(s):
        raise Refused("0 <= a for every index is wanted")
    if above != ("<", ("n", 0, 1), s) or below != ("<=", s, ("n", 1, 1)):
        raise Refused("0 < s and s <= 1 are wanted")
    whole = ("<=", ("^", ("sum", i, body), s), ("sum", i, ("^", body, s)))
    return h1 | h2 | h3, governed(mode, whole)


@rule(FINITE)
def constant_body(premises: list[Sequent], whole: Term) -> Sequent:
    """sum_i c = L c, prod_i c = c^L, the product over all i other than j of c is c^{L-1}: c free of i, i = 1..L.

    Over a product 0 < c is a premise, at the times at which it is wanted.
    """
    if not is_term(whole) or whole[0] not in ("sum", "prod", "others") or whole[1][2] != "L":
        raise Refused("a sum or product over 1..L is wanted")
    body, depth = whole[-1], ("v", "L", "depth")
    if whole[1] in free(body):
        raise Refused("the body depends on the index")
    if whole[0] == "sum":
        _count(premises, 0)
        return frozenset(), governed("", ("=", whole, ("*", depth, body)))
    _count(premises, 1)
    ((hypotheses, sign),) = premises
    mode, r = split(sign)
    if r != ("<", ("n", 0, 1), body):
        raise Refused("0 < c is wanted")
    exponent = depth if whole[0] == "prod" else ("+", depth, ("n", -1, 1))
    return hypotheses, governed(mode, ("=", whole, ("^", body, exponent)))


@rule(FINITE)
def at_least_one(premises: list[Sequent], i: Term, j: Term) -> Sequent:
    """0 <= a (for every index i) gives a_j <= sum_i a."""
    _count(premises, 1)
    ((hypotheses, sign),) = premises
    mode, r = split(sign)
    if r[0] != "<=" or r[1] != ("n", 0, 1) or any(i in letters(h) for h in hypotheses):
        raise Refused("0 <= a for every index is wanted")
    if not is_term(i) or not is_term(j) or i[0] != "i" or j[0] != "i" or i[2] != j[2]:
        raise Refused("two index letters of one range are wanted")
    return hypotheses, governed(mode, ("<=", reindexed(r[2], i, j), ("sum", i, r[2])))


@rule(FINITE)
def larger_factors(premises: list[Sequent], whole: Term) -> Sequent:
    """0 <= a and a <= b (for every index i) give prod_i a <= prod_i b, and so over all others."""
    _count(premises, 2)
    (h1, sign), (h2, order) = premises
    (m1, s), (m2, o) = split(sign), split(order)
    if not is_term(whole) or whole[0] not in ("prod", "others") or any(whole[1] in letters(h) for h in h1 | h2):
        raise Refused("a product whose index no hypothesis holds is wanted")
    if o[0] not in ("<=", "<", "=") or s != ("<=", ("n", 0, 1), o[1]) or whole[-1] != o[1]:
        raise Refused("0 <= a, a <= b and the product of a are wanted")
    return h1 | h2, governed(weakest(m1, m2), ("<=", whole, (*whole[:-1], o[2])))


@rule(FINITE)
def distributed(premises: list[Sequent], whole: Term, b: Term) -> Sequent:
    """prod_i (a b) = prod_i a prod_i b, and over the others likewise, for whole = prod_i a."""
    _count(premises, 0)
    if not is_term(whole) or whole[0] not in ("prod", "others") or not is_term(b):
        raise Refused("a product is wanted")
    left, right = (*whole[:-1], joined("*", whole[-1], b)), ("*", whole, (*whole[:-1], b))
    return frozenset(), governed("", ("=", left, right))


@rule(FINITE)
def exchanged(premises: list[Sequent], i: Term, j: Term, body: Term) -> Sequent:
    """sum_i sum_j a = sum_j sum_i a."""
    _count(premises, 0)
    if not is_term(i) or not is_term(j) or i[0] != "i" or j[0] != "i" or i == j or not is_term(body):
        raise Refused("two index letters are wanted")
    return frozenset(), governed("", ("=", ("sum", i, ("sum", j, body)), ("sum", j, ("sum", i, body))))


@rule(FINITE)
def positive_product(premises: list[Sequent], whole: Term) -> Sequent:
    """0 < a (for every index i) gives 0 < prod_i a, and so over all others."""
    _count(premises, 1)
    ((hypotheses, sign),) = premises
    mode, r = split(sign)
    if not is_term(whole) or whole[0] not in ("prod", "others") or any(whole[1] in letters(h) for h in hypotheses):
        raise Refused("a product whose index no hypothesis holds is wanted")
    if r != ("<", ("n", 0, 1), whole[-1]):
        raise Refused("0 < a is wanted for the factors a")
    return hypotheses, governed(mode, ("<", ("n", 0, 1), whole))


@rule(FINITE)
def exponents_added(premises: list[Sequent], i: Term, base: Term, body: Term) -> Sequent:
    """0 < c gives prod_i c^{a_i} = c^{sum_i a_i}, where c does not hold i."""
    _count(premises, 1)
    ((hypotheses, sign),) = premises
    mode, r = split(sign)
    if r != ("<", ("n", 0, 1), base) or i in free(base):
        raise Refused("0 < c is wanted, for a base without the index")
    return hypotheses, governed(mode or "every", ("=", ("prod", i, ("^", base, body)), ("^", base, ("sum", i, body))))


@rule(FINITE)
def zero_factor(premises: list[Sequent], whole: Term) -> Sequent:
    """A product is 0 just where one of its factors is: with z_i = 1 - |sign a_i|, which counts the zeros,
    prod_i a_i = 0 iff 1 <= sum_i z_i, and the product over all i other than j is 0 iff 1 <= sum_i z_i - z_j."""
    _count(premises, 0)
    if not is_term(whole) or whole[0] not in ("prod", "others"):
        raise Refused("a product is wanted")
    i, body = whole[1], whole[-1]
    one: Term = ("n", 1, 1)
    zero = joined("+", one, negative(("abs", ("sgn", body))))
    count: Term = ("sum", i, zero)
    if whole[0] == "others":
        count = joined("+", count, negative(reindexed(zero, i, whole[2])))
    vanishes, counted = ("=", whole, ("n", 0, 1)), ("<=", one, count)
    return frozenset(), governed("every", ("and", ("=>", vanishes, counted), ("=>", counted, vanishes)))


@rule(FINITE)
def larger_factors_strictly(premises: list[Sequent], whole: Term) -> Sequent:
    """0 <= a and a < b (for every index i) give prod_i a < prod_i b, and so over the others of 1..L: L >= 2."""
    _count(premises, 2)
    (h1, sign), (h2, order) = premises
    (m1, s), (m2, o) = split(sign), split(order)
    if not is_term(whole) or whole[0] not in ("prod", "others") or any(whole[1] in letters(h) for h in h1 | h2):
        raise Refused("a product whose index no hypothesis holds is wanted")
    if whole[0] == "others" and whole[1][2] != "L":
        raise Refused("a product that may be empty")
    if o[0] != "<" or s != ("<=", ("n", 0, 1), o[1]) or whole[-1] != o[1]:
        raise Refused("0 <= a, a < b and the product of a are wanted")
    return h1 | h2, governed(weakest(m1, m2), ("<", whole, (*whole[:-1], o[2])))
