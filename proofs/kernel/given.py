"""What the hypotheses say of a term beyond its value: that it has a rate almost everywhere, that it can be integrated.

  a has a rate at almost every time   where a is absolutely continuous: Lebesgue's theorem (Lebesgue.v)
  int_0^t a exists                    where a is integrable or absolutely continuous

A term without a value stands for any number (`judging/terms.py`), so a hypothesis that holds one says less than its
proposition in Coq would, which holds that there is a value. In a hypothesis a rate or an integral is translated only
where it is one by the other hypotheses, and by the form of the term.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..judging.formulas import Formula, letters
from ..judging.terms import Term
from .signs import positive

Pattern = tuple[frozenset[Term], Term]  # the indices that can be any, and a term


class Given:
    """The hypotheses, as far as they are `ac`, `integrable`, `C1` or a function's value at every time."""

    def __init__(self, hypotheses: Iterable[Formula]) -> None:
        self.rates: list[Pattern] = []
        self.integrals: list[Pattern] = []
        self.smooth: set[str] = set()
        self.values: list[tuple[frozenset[Term], Term, Term]] = []
        for h in hypotheses:
            self._take(h, frozenset())

    def _take(self, h: Formula, free: frozenset[Term]) -> None:
        if h[0] == "all":
            self._take(h[2], free | {h[1]})
        elif any(i[0] == "i" and i not in free for i in letters(h)):
            return  # of one index only, and a bound index can have its name
        elif h[0] == "ac":
            self.rates.append((free, h[1]))
        elif h[0] == "integrable":
            self.integrals.append((free, h[1]))
        elif h[0] == "C1" and h[2] == "real":
            self.smooth.add(h[1])
        elif h[0] == "every" and h[1][0] == "=" and h[1][1][0] == "f":
            self.values.append((free, *h[1][1:]))

    def integrable(self, t: Term) -> bool:
        """Whether int_0^t of the term exists."""
        return any(_fits(p, t, free, {}) for free, p in self.integrals) or self.continuous(t)

    def continuous(self, t: Term, known: Sequence[Term] = ()) -> bool:
        """Whether the term is absolutely continuous; `known` are functions being asked about already."""
        head = t[0]
        if head in ("n", "v", "t", "at0"):
            return True
        if head == "f":
            if t[:3] in known:
                return False
            more = (*known, t[:3])
            return any(_fits(p, t, free, {}) for free, p in self.rates) or any(
                _fits(f, t, free, {}) and self.continuous(value, more) for free, f, value in self.values
            )
        if head == "int":
            return self.integrable(t[1])
        if head == "^":
            natural = t[2][0] == "n" and t[2][2] == 1 and t[2][1] > 0
            return self.continuous(t[1], known) and (natural or (positive(t[1]) and self.continuous(t[2], known)))
        if head in ("+", "*", "exp", "abs", "sum", "prod", "others"):
            return all(self.continuous(a, known) for a in t[1:] if type(a) is tuple and a[0] != "i")
        return head == "log" and positive(t[1]) and self.continuous(t[1], known)


def _fits(pattern: Term, t: Term, free: frozenset[Term], found: dict[Term, Term]) -> bool:
    """Whether the term is the pattern with other indices in place of the free ones."""
    if pattern in free:
        return t[:1] == ("i",) and t[2] == pattern[2] and found.setdefault(pattern, t) == t
    if type(pattern) is not tuple or type(t) is not tuple or len(pattern) != len(t):
        return pattern == t
    return all(_fits(a, b, free, found) for a, b in zip(pattern, t, strict=True))
