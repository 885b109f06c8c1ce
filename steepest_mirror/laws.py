"""Escape times from small weights, and the tables of exponents.

T = (R'(x_1) - R'(x_0))/|g|^{q-1} under a constant gradient g (theory: section 11.3); Table 1: M up to a factor (section
8); Table 2: margin, coupled, drift, rest (section 12).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import suppress
from decimal import Context
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any

from . import values
from .proofs.writing.blocks import Words
from .proofs.writing.markup import Cell, Tex
from .proofs.writing.markup import number as tex_number
from .setting import DEEP, GENERAL, Setting, steepness
from .symbolic.errors import InputError
from .symbolic.reading import exact
from .tables import Table

if TYPE_CHECKING:
    from flint import arb

DIGITS = 20
MOST = 100
STEEP = ("1", "5/4", "3/2", "7/4", "2")
Vector = Sequence[Fraction]


@values.long_numbers
def escape(
    weights: Any, *, to: Any, gradient: Any, scale: Any = 1, q: Any = STEEP, digits: Any = DIGITS, limit: Any = None
) -> Table:
    """Exact escape times from the start scale * weights under a constant gradient, across q, with the law they follow.

    Formula: T = (R'(x_1) - R'(x_0))/|g|^{q-1}; as scale -> 0, m = q(L-1)/L: m < 1 T tends to a limit, m = 1
        T ~ C log(1/scale), m > 1 T ~ C scale^{-L(m-1)}.
    Arguments: weights, 2 to 1000 exact numbers of one coordinate; to, the x to reach; gradient, < 0 pushes upwards;
        scale > 0; q, one value or several in [1, 2]; digits from 1 to 10000; limit, the seconds allowed.
    Returns: a Table; `data["rows"]` holds each time with its radius and its law; `data["left"]`, where the limit was
        reached, the q without one.
    Errors: InputError where the gradient does not push to the goal. Source: theory section 11.3.

    >>> import steepest_mirror as sm
    >>> T = sm.escape([1, 1], scale="1e-4", to=1, gradient=-1, q=[1, 2], digits=10)
    >>> [row["time"]["value"] for row in T.data["rows"]]
    ['0.9999000000', '9.210340372']
    """
    from .numeric_checks import limits

    if weights is None:
        raise InputError("weights", None, "give the weights of one coordinate, such as '1,1,2'")
    direction = values.row(weights, "weights")
    if not 2 <= len(direction) <= exact.MAX_DEPTH:
        raise InputError("weights", weights, f"give 2 to {exact.MAX_DEPTH} weights of one coordinate")
    size = values.number(scale, "scale")
    if size <= 0:
        raise InputError("scale", scale, "give a number > 0")
    goal, g = values.number(to, "to"), values.number(gradient, "gradient")
    steep = list(dict.fromkeys(_several(q, "q")))
    if any(isinstance(s, str) for s in steep):
        raise InputError("q", q, "give numbers in [1, 2]")
    places = values.integer(digits, "digits", 1, exact.MAX_DIGITS)
    given = {
        "weights": weights if isinstance(weights, str) else ",".join(map(str, direction)),
        "depth": len(direction),
        "scale": scale if isinstance(scale, str) else str(size),
        "to": to if isinstance(to, str) else str(goal),
        "gradient": gradient if isinstance(gradient, str) else str(g),
    }
    start = prod(direction) * size ** len(direction)
    _aimed(start, goal, g)
    if g > 0:  # x -> -x, by the sign of one weight
        direction, start, goal = (-direction[0], *direction[1:]), -start, -goal
    rows: list[dict[str, Any]] = []
    left = [s for s in steep if isinstance(s, Fraction)]
    with limits.within(values.seconds(limit)), suppress(limits.LimitReached):
        while left:
            rows.append(_row(left[0], direction, size, start, goal, abs(g), places))
            del left[0]
    title = f"w = {given['scale']} * ({given['weights']}), x to {given['to']}, gradient {given['gradient']}"
    head = ("q", "m", "T", "law as scale -> 0", "its value here")
    body = []
    for entry in rows:
        law = entry["law"]
        term = "" if law is None else short(law["leading_term"]["value"])
        body.append((entry["q"], entry["metric_exponent"], entry["time"]["value"], law_words(entry), term))
    cut = {"left": [str(s) for s in left]} if left else {}
    data = {**given, "rows": rows, **cut}
    return Table(title, head, tuple(body), data, pasted=_pasted(rows), plain=_plain(rows), below=(Words(NOTE),))


NOTE = "One start in weight space: its invariants |w_i|^q - min_j |w_j|^q differ from q to q. m = q(L-1)/L."
NO_LAW = "none: x never leaves, or passes the goal"


def _pasted(rows: list[dict[str, Any]]) -> tuple[tuple[Cell, ...], tuple[tuple[Cell, ...], ...]]:
    """The table with its law as a formula in the scale epsilon."""
    head = (Tex("q"), Tex("m"), Tex("T"), Tex(r"T \text{ as } \varepsilon \to 0"), "its value here")
    body: list[tuple[Cell, ...]] = []
    for entry in rows:
        law = entry["law"]
        term = "" if law is None else tex_number(short(law["leading_term"]["value"]))
        formula = Tex(rf"\text{{{NO_LAW}}}") if law is None else Tex(_law_tex(law))
        time = tex_number(entry["time"]["value"])
        body.append((Tex(entry["q"]), Tex(entry["metric_exponent"]), time, formula, term))
    return head, tuple(body)


def _plain(rows: list[dict[str, Any]]) -> tuple[tuple[str, ...], ...]:
    """A line for each q: the time with its radius, the regime, its exponent and constant, the leading term."""
    lines = [("q", "m", "time", "radius", "regime", "exponent", "constant", "leading_term")]
    for entry in rows:
        law, time = entry["law"], entry["time"]
        end = ("none", "", "", "") if law is None else (
            law["regime"], law["exponent"], law["constant"]["value"], law["leading_term"]["value"]
        )  # fmt: skip
        lines.append((entry["q"], entry["metric_exponent"], time["value"], time["radius"], *end))
    return tuple(lines)


def _law_tex(law: dict[str, Any]) -> str:
    plain = short(law["constant"]["value"])
    constant = tex_number(plain).source
    match law["regime"]:
        case "bounded":
            return rf"\to {constant}"
        case "logarithmic":
            return rf"\sim {'' if plain == '1' else constant + ' '}\log(1/\varepsilon)"
        case _:
            return rf"\sim {'' if plain == '1' else constant + ' '}\varepsilon^{{{law['exponent']}}}"


def _several(given: Any, field: str) -> list[Fraction | str]:
    listed = values.entries(given, field, "one or several values")
    if len(listed) > MOST:
        raise InputError(field, len(listed), f"give at most {MOST} values")
    return [steepness(v) for v in listed]


def _aimed(start: Fraction, goal: Fraction, g: Fraction) -> None:
    """Refuses a gradient that does not push from the start to the goal."""
    if g == 0:
        raise InputError("gradient", g, "with 0 nothing moves: give G < 0 to push x upwards, G > 0 downwards")
    if start != goal and (goal > start) != (g < 0):
        moves = "upwards" if g < 0 else "downwards"
        raise InputError("to", goal, f"the gradient pushes x {moves} from the product of the weights: aim there")


def _row(
    q: Fraction, direction: Vector, scale: Fraction, start: Fraction, goal: Fraction, speed: Fraction, digits: int
) -> dict[str, Any]:
    """One line of the answer, for an upward push: the time, the regime, its exponent and its leading term."""
    from .numeric_checks.balls import ball, power
    from .numeric_checks.laws import escape as law_of
    from .numeric_checks.potential.quantities import enclosed

    depth = len(direction)
    d = depth - q * (depth - 1)
    weights = [scale * w for w in direction]

    def time() -> arb:
        return _arrival(q, weights, start, goal, -speed)

    def constant() -> arb:
        return law_of.leading(q, direction, goal) / power(ball(speed), q - 1)

    def leading() -> arb:
        size = ball(scale).log()
        return constant() * (1 if d > 0 else -size if d == 0 else (ball(d) * size).exp())

    found = {"q": str(q), "metric_exponent": str(1 - d / depth), "time": _number(enclosed(time, digits))}
    regime = "bounded" if d > 0 else "logarithmic" if d == 0 else "power"
    if goal <= 0 or _reluctant(q, direction, start):
        return {**found, "law": None}
    law = {"regime": regime, "exponent": str(d), "constant": _number(enclosed(constant, digits))}
    return {**found, "law": {**law, "leading_term": _number(enclosed(leading, digits))}}


def _reluctant(q: Fraction, direction: Vector, start: Fraction) -> bool:
    """Whether R' is infinite at 0 (m_0 >= 1) and x does not start on the upper side."""
    sizes = [abs(w) for w in direction]
    ties = sizes.count(min(sizes))
    return q * (ties - 1) >= ties and start <= 0


def _arrival(q: Fraction, weights: Vector, start: Fraction, goal: Fraction, g: Fraction) -> arb:
    """T, infinite where x would have to reach or leave an x = 0 at which R' is infinite."""
    from flint import arb

    from .numeric_checks.laws import escape as law_of

    never = _reluctant(q, weights, start) and goal != start and goal >= 0
    return arb.pos_inf() if never else law_of.time(q, weights, goal, g)


def _number(found: Any) -> dict[str, str]:
    return {"value": found.value, "radius": found.radius}


def short(value: str) -> str:
    """A decimal to 8 digits; whole numbers of as many without a power of ten."""
    shown = Context(8).create_decimal(value).normalize(Context(8))
    return format(shown, "f") if shown == 0 or 0 <= shown.adjusted() < 8 else str(shown).lower()


def law_words(entry: dict[str, Any]) -> str:
    """The law in a formula."""
    law = entry["law"]
    if law is None:
        return NO_LAW
    constant = short(law["constant"]["value"])
    match law["regime"]:
        case "bounded":
            return f"-> {constant}"
        case "logarithmic":
            return "~ log(1/scale)" if constant == "1" else f"~ {constant} log(1/scale)"
        case _:
            return f"~ scale^({law['exponent']})" if constant == "1" else f"~ {constant} scale^({law['exponent']})"


# Tables of exponents


def grid_of(q: Any, depth: Any) -> tuple[list[Any], list[Any]]:
    """The rows and columns of a table as SymPy numbers and symbols. Errors: InputError."""
    steep = list(dict.fromkeys(_several(q, "q")))
    listed = values.entries(depth, "depth", "one or several depths")
    if len(listed) > MOST:
        raise InputError("depth", len(listed), f"give at most {MOST} values")
    layers = list(dict.fromkeys(Setting("1", depth=n).depth for n in listed))

    import sympy as sp

    from .symbolic import symbols

    special = {GENERAL: symbols.L, DEEP: sp.oo}
    return (
        [symbols.q if isinstance(s, str) else sp.Rational(s.numerator, s.denominator) for s in steep],
        [special[n] if isinstance(n, str) else n for n in layers],
    )


@values.long_numbers
def table1(q: Any = ("2", "1"), depth: Any = ("2", "inf")) -> Table:
    """Table 1 of the paper, derived: the regularizer that decay induces on the balanced manifold.

    Formula: decoupled M = |x|^{2-m}/(2-m), coupled M = (L/2)|x|^{2/L}; L_e stands for |x|^e, log for log|x|.
    Arguments: q, one or several in [1, 2], or "symbolic"; depth, one or several from 2, "inf" or "symbolic".
    Returns: a Table; `data["rows"]` holds exponent, kind and limit of each.
    Errors: InputError, WrongType. Source: Table 1, Theorem 4.14 (S); theory section 8.

    >>> import steepest_mirror as sm
    >>> sm.table1(q="3/2", depth=5).rows
    (('q = 3/2', 'L_{2/5}', 'L_{4/5}'),)
    """
    steep, layers = grid_of(q, depth)

    from .symbolic.product.table1 import rows
    from .symbolic.writing.table1 import as_data, detail, detail_cells, grid, grid_cells

    found = rows(steep, layers)
    head, body = grid(found)
    data = {"rows": [as_data(row) for row in found]}
    forms = Table("M up to a constant, and its limit", *detail(found), pasted=_tex(*detail_cells(found)))
    pasted = _tex(*grid_cells(found))
    return Table("Table 1: M up to a factor", tuple(head), tuple(map(tuple, body)), data, (forms,), pasted)


def _tex(head: Sequence[str], body: Sequence[Sequence[str]]) -> tuple[tuple[Cell, ...], tuple[tuple[Cell, ...], ...]]:
    """Cells between dollars as formulas."""

    def cell(word: str) -> Cell:
        return Tex(word.strip("$")) if word.startswith("$") else word

    return tuple(map(cell, head)), tuple(tuple(map(cell, line)) for line in body)


@values.long_numbers
def table2(q: Any = ("2", "3/2", "5/4", "1"), depth: Any = ("2", "3", "4", "inf")) -> Table:
    """Four exponents of sparsity side by side: margin, coupled, drift and rest, for any q and depth.

    Formula: margin p/L = q/((q-1)L), coupled 2/L, drift 2 - m, rest p/L; margin > drift iff m < 1.
    Arguments: as in table1. Returns: a Table; `data["rows"]` holds exponents, limits, order.
    Errors: InputError, WrongType. Source: theory section 12.

    >>> import steepest_mirror as sm
    >>> row = sm.table2(q="3/2", depth=2).data["rows"][0]
    >>> row["margin"], row["coupled"], row["drift"]
    ('3/2', '1', '5/4')
    """
    steep, layers = grid_of(q, depth)

    from .symbolic.product.table2 import rows
    from .symbolic.writing.table2 import as_data, tables

    found = rows(steep, layers)
    data = [as_data(row) for row in found]
    (head, body), (limit_head, limits) = tables(found, data)
    ends = Table("L -> infinity", tuple(limit_head), tuple(map(tuple, limits)), pasted=_norms(limit_head, limits))
    title, lines = "Table 2: exponents of sparsity", tuple(map(tuple, body))
    return Table(title, tuple(head), lines, {"rows": data}, (ends,), _norms(head, body))


def _norms(head: Sequence[str], body: Sequence[Sequence[str]]) -> tuple[tuple[Cell, ...], tuple[tuple[Cell, ...], ...]]:
    """L_{3/2}, log, 1/2 and `q = 2, L = infinity` as formulas."""

    def cell(word: str) -> Cell:
        shown = word.replace("infinity", r"\infty").replace("inf}", r"\infty}").replace(", L", r",\ L")
        if word == "log":
            return Tex(r"\log")
        if re.fullmatch(r"L\d+", word):
            return Tex(f"L_{{{word[1:]}}}")
        return (
            Tex(shown)
            if re.fullmatch(r"L_\{.*\}|q( = \S+)?(, L( = \S+)?)?|[\d/]+|infinity|L -> infinity", word)
            else word
        )

    titles = tuple(Tex(r"L \to \infty") if name == "L -> infinity" else name for name in head)
    return titles, tuple(tuple(map(cell, line)) for line in body)
