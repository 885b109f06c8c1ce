"""Formulas that speak of no time are said without one: x^q = P(u) and not "at every time t: x^q = P(u)".

  on a path     a letter is a function, and a rate, an integral, a limit or t occurs: said as it stands
  a variable    no letter is a function and T = infinity is given: t is the variable, and runs over all t >= 0
  pointwise     no rate, integral, limit or t: a statement about numbers, since a number is a function that is constant

Only what is printed changes; the formulas stay as they are.
"""

from __future__ import annotations

from .formulas import Formula, letters

ENDLESS: Formula = ("grows", ("t",))
AT_EVERY_TIME = "at every time t: "
MOVING = {"t", "d", "int", "total", "at0", "ae", "grows", "tends", "ac", "integrable", "measurable", "flow", "C1"}
SAID = {
    AT_EVERY_TIME: "for every t >= 0: ",
    " as t -> T": " as t -> infinity",
    r"T = \infty": r"t\text{ takes every value }t \ge 0",
    "T = infinity": "t takes every value t >= 0",
}


def is_variable(formulas: tuple[Formula, ...]) -> bool:
    """Whether t is a variable only: every t >= 0 is meant, and nothing is a function of it."""
    return ENDLESS in formulas and not any(a[0] == "f" for f in formulas if f[0] != "flow" for a in letters(f))


def as_variable(words: str) -> str:
    """The words, or the LaTeX, of a formula in which t is a variable."""
    for old, new in SAID.items():
        words = words.replace(old, new)
    return words


def is_pointwise(formulas: tuple[Formula, ...]) -> bool:
    """Whether each is a statement about numbers at one time: "at every time" in front of it and nowhere else."""
    inner = [f[1] if f[0] == "every" else f for f in formulas]
    return not any(head in MOVING | {"every"} for f in inner for head in _heads(f))


def at_one_time(words: str) -> str:
    """The words, or the LaTeX, of a pointwise formula."""
    return words.replace(rf"\text{{{AT_EVERY_TIME}}}", "").replace(AT_EVERY_TIME, "")


def _heads(f: Formula) -> set[str]:
    """The heads of a formula and of everything in it."""
    inner = (a for a in f[1:] if type(a) is tuple and a)
    return {f[0]}.union(*map(_heads, inner)) if isinstance(f[0], str) else set().union(*map(_heads, inner))
