"""Terms that may have no value, by their form: a^r where a may be negative, or 0 with r < 0; log a where a may not be
positive.

Such a term stands for any number (`terms`), so |x|/x = sign x is derived for x = 0 too: a statement that holds one says
so in its scope.
"""

from __future__ import annotations

from .algebra import Letters, expression, holds, shown_sort
from .flows import FLOWS
from .formulas import Formula, every_term
from .terms import Term
from .theorem import Refused

WORDS = "a power or logarithm without a value (as 1/0) stands for any number"


def may_be_undefined(formulas: tuple[Formula, ...]) -> bool:
    """Whether a term of these formulas, flows unfolded, is not shown to have a value by its form."""
    unfolded = (c for f in formulas for c in (FLOWS[f[1]] if f[0] == "flow" else (f,)))
    return any(_is_open(t) for f in unfolded for t in every_term(f))


def _is_open(t: Term) -> bool:
    if t[0] == "log":
        return shown_sort(t[1]) != "pos"
    if t[0] != "^" or shown_sort(t[1]) == "pos":
        return False
    r = t[2]
    natural = r[0] == "n" and r[2] == 1 and r[1] >= 0
    return not (natural or (shown_sort(t[1]) == "nonneg" and _not_negative(r)))


def _not_negative(r: Term) -> bool:
    try:
        return shown_sort(r) != "real" or holds(expression(r, Letters({})) >= 0)
    except (Refused, TypeError):
        return False
