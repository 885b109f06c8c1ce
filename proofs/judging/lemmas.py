"""The textbook facts a proof may cite; nothing else is taken on trust.

Each entry lists its hypotheses; a proof that cites it must discharge every one of them by a checked step, in order.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Lemma:
    """A statement from a textbook: what it says, what it needs, where it stands."""

    name: str
    statement: str
    hypotheses: tuple[str, ...]
    reference: str


_ALL = (
    Lemma(
        "increasing-from-derivative",
        "A continuous function on an interval whose derivative is positive, save at isolated points, increases"
        " strictly.",
        ("it is continuous, and its derivative is positive save at isolated points",),
        "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 5.11",
    ),
    Lemma(
        "equal-derivatives",
        "Two functions on an interval with equal derivatives and one common value (or limit at an end) are equal.",
        ("the derivatives are equal", "a value or limit is common"),
        "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 5.11",
    ),
    Lemma(
        "power-integral",
        "int_0^1 v^a dv is finite iff a > -1, int_1^infinity v^a dv iff a < -1.",
        (),
        "Rudin, Principles of Mathematical Analysis, 3rd ed., exercises 6.7 and 6.8",
    ),
    Lemma(
        "limit-comparison",
        "If f, g > 0 are continuous and f/g tends to a finite positive limit at an end, then int f and int g converge"
        " there or diverge there together.",
        ("the ratio has a finite positive limit", "both integrands are positive"),
        "Apostol, Mathematical Analysis, 2nd ed., theorem 10.33 (comparison)",
    ),
    Lemma(
        "monotone-limit",
        "A monotone function has a limit, finite or infinite, at each end of its interval; a continuous one takes every"
        " value between.",
        ("the function is continuous and monotone",),
        "Rudin, Principles of Mathematical Analysis, 3rd ed., theorems 4.29 and 4.23",
    ),
    Lemma(
        "power-series",
        "Two power series with equal coefficients agree inside their discs, and analytic functions that agree there"
        " agree on every connected domain they share.",
        ("the first coefficients agree", "the ratios of successive coefficients agree"),
        "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 8.5",
    ),
    Lemma(
        "hypergeometric-forms",
        "Euler's transformation of 2F1, its contiguous relations, partial fractions of (a)_n/(a + k)_n, and theta F_D ="
        " a (prod_j (1 - z_j)^{-b_j} - F_D) for c = a + 1.",
        (),
        "DLMF 15.8.1, 15.5(ii), 16.3, 16.15.1",
    ),
    Lemma(
        "bounded-from-growth",
        "A lower semicontinuous function on a closed set that tends to infinity at infinity has bounded sublevel sets.",
        ("it tends to infinity at infinity",),
        "Rockafellar, Convex Analysis, section 8",
    ),
)

LEMMAS = {lemma.name: lemma for lemma in _ALL}
