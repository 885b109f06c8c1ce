"""A trajectory problem from what a user gives: weights, one objective, decay, the end time (theory: section 1).

    dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i,   F(w) = f(w_1 ... w_L)

f is G x (`gradient`), (x - T)^2/2 (`target`), ||Ax - b||^2/2 (`least_squares`), sum log(1 + exp(-y x.X)) (`logistic`).
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Any, Literal

from . import values
from .setting import steepness
from .symbolic.errors import InputError, WrongType
from .symbolic.reading import exact

if TYPE_CHECKING:
    from .numeric_checks.flow.problem import Decay, Objective, Problem

OBJECTIVES = ("gradient", "target", "least_squares", "logistic")
KINDS = ("decoupled", "coupled")


def problem(
    q: Any, p: Any, weights: Any, objectives: Mapping[str, Any], until: Any, decay: Any, decay_kind: Any
) -> Problem:
    """The problem, exact. Errors: InputError and WrongType, naming the field."""
    steep = rational_steepness(q, p)
    if weights is None:
        raise InputError("weights", None, "give them, such as '1,1/2;1/3,1': a row for each coordinate")
    rows = values.matrix(weights, "weights")
    if not 2 <= len(rows[0]) <= exact.MAX_DEPTH:
        raise InputError("weights", weights, f"give 2 to {exact.MAX_DEPTH} weights in each coordinate, such as '1,1/2'")
    end = end_time(until)
    f = objective(objectives)

    from .numeric_checks.flow.problem import Problem

    return Problem(steep, rows, f, end, weight_decay(decay, decay_kind, end))


def rational_steepness(q: Any, p: Any = None) -> Fraction:
    """q as a number."""
    steep = steepness(q, p)
    if isinstance(steep, str):
        raise InputError("q", steep, "give a number in [1, 2]: trajectories have one q")
    return steep


def end_time(until: Any) -> Fraction:
    """The end time, > 0."""
    if until is None:
        raise InputError("until", None, "give the end time, such as 2")
    end = values.number(until, "until")
    if end <= 0:
        raise InputError("until", until, "the end time is a number > 0")
    return end


def objective(given: Mapping[str, Any]) -> Objective:
    """f, from the one field that names it."""
    from .numeric_checks.flow.problem import LeastSquares, Linear, Logistic, Quadratic

    stated = [name for name in OBJECTIVES if given.get(name) is not None]
    if not stated:
        raise InputError("objective", None, "give one of gradient, target, least_squares and logistic")
    if len(stated) > 1:
        first, second = stated[:2]
        raise InputError(second, given[second], f"{first} states an objective already: give one of the two")
    name = stated[0]
    if name in ("gradient", "target"):
        entries = values.row(given[name], name)
        return Linear(entries) if name == "gradient" else Quadratic(entries)
    pair = given[name]
    if not isinstance(pair, (list, tuple)) or len(pair) != 2:
        raise WrongType(name, pair, "give a pair: the matrix and the right-hand side")
    rows, right = values.matrix(pair[0], name), values.row(pair[1], name)
    return LeastSquares(rows, right) if name == "least_squares" else Logistic(rows, right)


def weight_decay(decay: Any, kind: Any, until: Fraction) -> Decay:
    """alpha(t) >= 0 on [0, until]: a number, text `0:1/2;3:0`, or pieces (start, [C0, C1]) of C0 + C1 t."""
    from .numeric_checks.flow.problem import NO_DECAY, Decay, constant_decay

    if decay is None:
        if kind is not None:
            raise InputError("decay_kind", kind, "there is no decay: give decay too")
        return NO_DECAY
    word: Literal["decoupled", "coupled"] = (
        "coupled" if kind is not None and values.choice(kind, "decay_kind", KINDS) == "coupled" else "decoupled"
    )
    given = decay
    if isinstance(decay, str) and ":" in decay:
        split = [piece.partition(":") for piece in decay.split(";")]
        decay = [(begin, coefficients.split(",")) for begin, _, coefficients in split]
    if not isinstance(decay, (list, tuple)):
        return constant_decay(values.number(decay, "decay"), word)
    if not decay or any(not isinstance(piece, (list, tuple)) or len(piece) != 2 for piece in decay):
        raise WrongType("decay", decay, "give a number >= 0, or pieces (start, [C0, C1])")
    pieces = [(values.number(start, "decay"), values.row(line, "decay")) for start, line in decay]
    starts = [start for start, _ in pieces]
    if starts[0] != 0 or any(a >= b for a, b in pairwise(starts)):
        raise InputError("decay", given, "the pieces start at 0 and at increasing times")
    for (start, line), end in zip(pieces, [*starts[1:], max(until, starts[-1])], strict=True):
        if len(line) > 2:
            raise InputError("decay", given, "a piece is C0 or C0,C1: constant or a straight line")
        if any(sum(c * t**k for k, c in enumerate(line)) < 0 for t in (start, end)):
            raise InputError("decay", given, f"it is negative somewhere between t = {start} and {end}")
    return Decay(tuple(pieces), word)
