"""Conditions on q and L for every real q in [1, 2] and integer L >= 2, in Fractions: the replayer's own decision.

A condition holds everywhere if each assignment of signs to its polynomials under which it fails is impossible. An
assignment is impossible on a box (q in [a, b], L = l or L >= l) if one of its polynomials, or a sum f + c L^k g of
two, has the other sign there by the coefficients of its Bernstein form in q and powers of L - l; else the box is cut.
What is not settled so is "not shown".
"""

from __future__ import annotations

import itertools
from fractions import Fraction
from math import comb
from typing import Any

Poly = dict[tuple[int, int], Fraction]  # (power of q, power of L) -> coefficient
Box = tuple[Fraction, Fraction, int, bool]  # q in [a, b]; L = l, or L >= l where the last is true
DEEPEST = 9
MOST_BOXES = 500


def add(f: Poly, g: Poly, c: Fraction = Fraction(1)) -> Poly:
    """f + c g."""
    total = dict(f)
    for m, d in g.items():
        total[m] = total.get(m, Fraction(0)) + c * d
    return {m: d for m, d in total.items() if d}


def mul(f: Poly, g: Poly) -> Poly:
    """f g."""
    total: Poly = {}
    for (a, b), c in f.items():
        for (d, e), h in g.items():
            total[a + d, b + e] = total.get((a + d, b + e), Fraction(0)) + c * h
    return {m: d for m, d in total.items() if d}


def range_of(f: Poly, box: Box) -> tuple[bool, bool, bool, bool]:
    """(f > 0, f >= 0, f < 0, f <= 0), each where it is shown on the box."""
    a, b, low, on = box
    degree, height = max((m[0] for m in f), default=0), max((m[1] for m in f), default=0)
    shifted = [[Fraction(0)] * (degree + 1) for _ in range(height + 1)]  # coefficients of (L - low)^j (q - a)^i/(b-a)^i
    for (i, j), c in f.items():
        for s in range(i + 1):
            for t in range(j + 1):
                shifted[t][s] += c * comb(i, s) * a ** (i - s) * (b - a) ** s * comb(j, t) * Fraction(low) ** (j - t)
    rows = shifted if on else shifted[:1]
    bernstein = [
        [
            sum((Fraction(comb(k, s), comb(degree, s)) * row[s] for s in range(k + 1)), Fraction(0))
            for k in range(degree + 1)
        ]
        for row in rows
    ]
    every = [c for row in bernstein for c in row]
    first = bernstein[0]
    at_least, at_most = all(c >= 0 for c in every), all(c <= 0 for c in every)
    return at_least and all(c > 0 for c in first), at_least, at_most and all(c < 0 for c in first), at_most


def impossible(signs: list[tuple[Poly, int]], box: Box) -> bool:
    """Whether no point of the box gives the polynomials these signs, shown at once."""
    wanted = [({m: s * c for m, c in f.items()}, 1) if s else (f, 0) for f, s in signs]  # f > 0, or f = 0
    for f, s in wanted:
        above, _, below, at_most = range_of(f, box)
        if (s == 1 and at_most) or (s == 0 and (above or below)):
            return True
    for (f, s), (g, t) in itertools.permutations(wanted, 2):
        for c, k in itertools.product((Fraction(1), Fraction(-1), Fraction(2), Fraction(1, 2)), (0, 1)):
            if c < 0 and t == 1:
                continue
            together = add(f, mul(g, {(0, k): Fraction(1)}), c)  # f + c L^k g
            _, _, below, at_most = range_of(together, box)
            if at_most if s or t else below:
                return True
    return False


def never(signs: list[tuple[Poly, int]]) -> bool:
    """Whether no q in [1, 2] and integer L >= 2 give the polynomials these signs."""
    boxes: list[tuple[Box, int]] = [((Fraction(1), Fraction(2), 2, True), 0)]
    for _ in range(MOST_BOXES):
        if not boxes:
            return True
        box, depth = boxes.pop()
        if impossible(signs, box):
            continue
        a, b, low, on = box
        if on and (depth == 0 or depth > DEEPEST):
            boxes += [((a, b, low, False), 1), ((a, b, low + 1, True), 0 if low < 4 else 1)]
            continue
        if depth > DEEPEST:
            return False
        middle = (a + b) / 2
        boxes += [((a, middle, low, on), depth + 1), ((middle, b, low, on), depth + 1)]
    return False


def divided(f: Poly, g: Poly) -> Poly | None:
    """f/g, or None where g does not divide f."""
    lead, quotient = max(g), dict[tuple[int, int], Fraction]()
    while f:
        top = max(f)
        step = (top[0] - lead[0], top[1] - lead[1])
        if min(step) < 0:
            return None
        quotient[step] = f[top] / g[lead]
        f = add(f, mul({step: Fraction(1)}, g), -quotient[step])
    return quotient


class Signs:
    """Polynomials as products of fewer ones, q > 0 and L > 0 left out: sign f = sign c prod_k (sign f_k)^{n_k}."""

    def __init__(self, polynomials: list[Poly]):
        self.factors: list[Poly] = []
        self.of: dict[tuple[tuple[tuple[int, int], Fraction], ...], tuple[int, list[int]]] = {}
        for f in sorted(polynomials, key=lambda f: (max((i + j for i, j in f), default=0), sorted(f.items()))):
            self.of.setdefault(_stored(f), self._taken_apart(f))

    def _taken_apart(self, f: Poly) -> tuple[int, list[int]]:
        if not f:
            return 0, []
        used: list[int] = []
        for k, g in enumerate([{(1, 0): Fraction(1)}, {(0, 1): Fraction(1)}, *self.factors]):
            while (quotient := divided(f, g)) is not None:
                f = quotient
                used += [k - 2] if k > 1 else []
        lead = f[max(f)]
        if f.keys() != {(0, 0)}:
            self.factors.append({m: c / lead for m, c in f.items()})
            used.append(len(self.factors) - 1)
        return (1 if lead > 0 else -1), used

    def sign(self, f: Poly, signs: tuple[int, ...]) -> int:
        """The sign of f where the factors have these."""
        sign, used = self.of[_stored(f)]
        for k in used:
            sign *= signs[k]
        return sign


def _stored(f: Poly) -> tuple[tuple[tuple[int, int], Fraction], ...]:
    return tuple(sorted(f.items()))


def relations(condition: Any) -> list[Any]:
    """The sign conditions inside, each once."""
    if condition[0] == "sign":
        return [condition]
    found: list[Any] = []
    for part in condition[1:]:
        found += [c for c in relations(part) if c not in found]
    return found


def valid(condition: Any) -> bool:
    """Whether a condition is shown for every q and L.

    A condition is ("sign", numerator, denominator, signs) for numerator/denominator having one of the signs, or
    ("and" | "or" | "not" | "=>" | "<=>", parts...). Where a denominator is 0 the relation may hold or not.
    """
    free = relations(condition)
    known = Signs([f for c in free for f in c[1:3]])

    def truth(c: Any, signs: tuple[int, ...], choice: tuple[bool, ...]) -> bool:
        if c[0] == "sign":
            above, below = (known.sign(f, signs) for f in (c[1], c[2]))
            return above * below in c[3] if below else choice[free.index(c)]
        parts = [truth(part, signs, choice) for part in c[1:]]
        if c[0] == "and":
            return all(parts)
        if c[0] == "or":
            return any(parts)
        if c[0] == "not":
            return not parts[0]
        return parts[0] <= parts[1] if c[0] == "=>" else parts[0] == parts[1]

    if len(known.factors) > 7 or not _at_points(condition):
        return False
    for signs in itertools.product((1, 0, -1), repeat=len(known.factors)):
        undefined = any(not known.sign(c[2], signs) for c in free)
        choices = itertools.product((True, False), repeat=len(free)) if undefined else [(True,) * len(free)]
        if all(truth(condition, signs, choice) for choice in choices):
            continue
        if not never(list(zip(known.factors, signs, strict=True))):
            return False
    return True


def _at_points(condition: Any) -> bool:
    """False where the condition fails at one of some points; a quick answer for most of what does not hold."""

    def at(f: Poly, q: Fraction, depth: int) -> int:
        value = sum((c * q**i * depth**j for (i, j), c in f.items()), Fraction(0))
        return (value > 0) - (value < 0)

    def fails(c: Any, q: Fraction, depth: int) -> bool | None:
        if c[0] == "sign":
            below = at(c[2], q, depth)
            return at(c[1], q, depth) * below not in c[3] if below else None
        parts = [fails(part, q, depth) for part in c[1:]]
        if None in parts:
            return None
        if c[0] in ("and", "or"):
            return any(parts) if c[0] == "and" else all(parts)
        if c[0] == "not":
            return not parts[0]
        return parts[1] and not parts[0] if c[0] == "=>" else parts[0] != parts[1]

    return not any(fails(condition, Fraction(8 + k, 8), depth) for k in range(9) for depth in (2, 3, 4, 7, 60))
