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
        "equal-derivatives",
        "Two functions on an interval with equal derivatives and one common value (or limit at an end) are equal.",
        ("the derivatives are equal", "a value or limit is common"),
        "Rudin, Principles of Mathematical Analysis, 3rd ed., theorem 5.11",
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
)

LEMMAS = {lemma.name: lemma for lemma in _ALL}
