"""Names: what is printed says what the formula says, since different things are printed differently.

A letter is one Latin or Greek letter, perhaps with digits and a subscript of digits or of a word (u_0, f_star); an
index is one small letter with primes, written r. One name stands for one thing, in the flows spoken of too. The time
is t, its end T, and d stands in rates: nothing else has these names, nor L, q, n other than their own meanings.
The function R_prime is written R', so that no other thing is named R beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .flows import FLOWS
from .formulas import Formula, every_term, subformulas
from .terms import Malformed

GREEK = ("alpha", "mu", "sigma", "lambda", "Lambda", "theta", "eta", "tau", "eps")
LETTER = re.compile(rf"({'|'.join(GREEK)}|[A-Za-z])[0-9]*(_([0-9]+|[a-z]{{3,}}))?")
INDEX = re.compile("[a-qsu-z]r*")
TAKEN = ("t", "T", "d")
OWN = {"q": ("v", "q"), "L": ("v", "depth"), "n": ("v", "count")}


def named_apart(formulas: tuple[Formula, ...]) -> None:
    """Nothing, where no name misleads. Errors: Malformed."""
    meanings: dict[str, Any] = {}
    for name, kind in (pair for f in formulas for pair in names(f)):
        if not (INDEX if kind[0] == "i" else LETTER).fullmatch(name) or name in TAKEN:
            raise Malformed(f"the name {name} could be read as something else")
        if name in OWN and kind[:2] != OWN[name]:
            raise Malformed(f"the name {name} has a meaning of its own")
        if meanings.setdefault(name, kind) != kind:
            raise Malformed(f"the name {name} stands for two things")
    for name, kind in meanings.items():
        if kind == ("of",) and name.endswith("_prime") and name.removesuffix("_prime") in meanings:
            raise Malformed(f"the name {name} could be read as a slope")
    indices = {name for name, kind in meanings.items() if kind[0] == "i"}
    looks = re.compile(f"({'|'.join(sorted(indices, key=len, reverse=True))})+")
    for name in meanings:
        if indices and looks.fullmatch(name.partition("_")[2]):
            raise Malformed(f"the name {name} could be read as a letter with an index")


def names(f: Formula) -> Iterator[tuple[str, Any]]:
    """Each name that a formula speaks of, a flow's definition included, and what it is a name of."""
    for t in every_term(f):
        if t[0] in ("v", "f"):
            yield t[1], (t[0], t[2], len(t), *(i[2] for i in t[3:]))
        elif t[0] == "i":
            yield t[1], t[::2]
        elif t[0] in ("of", "of'"):
            yield t[1], ("of",)
    yield from _said(f)


def _said(f: Formula) -> Iterator[tuple[str, Any]]:
    if f[0] == "all":
        yield f[1][1], f[1][::2]
    elif f[0] == "C1":
        yield f[1], ("of",)
    elif f[0] == "flow":
        for component in FLOWS.get(f[1], ()):
            yield from names(component)
    for part in subformulas(f):
        yield from _said(part)
