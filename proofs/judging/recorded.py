"""A formal claim with its derivation as JSON, and back: what one process proves, another can replay.

  {"hypotheses": [formula...], "goal": formula,
   "steps": [[rule, [parameter...], [number of a premise...]]...],       the last one is the root, premises come first
   "witness": {"constants", "functions", "ranges", "end", "reals"}}

A tuple is a list; numbers of the witness are text, its functions SymPy's own notation (`srepr`), read by a table of
names and by nothing that could run them.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from .terms import Malformed

if TYPE_CHECKING:
    from .formal import Formal
    from .models import Model

MOST_STEPS = 100_000
DEEPEST = 200


def digest(hypotheses: Sequence[Any], goal: Any) -> str:
    """A hash of the hypotheses and the goal: by which a replay says what it replayed."""
    return hashlib.sha256(repr((sorted(map(repr, hypotheses)), goal)).encode()).hexdigest()


def claimed(data: Mapping[str, Any]) -> Formal:
    """The claim alone, without derivation or witness. Errors: Malformed."""
    from .formal import Formal

    return Formal(_tupled(data["hypotheses"]), _tupled(data["goal"]), _unproved, _unproved)


def written(claim: Formal, node: Any) -> dict[str, Any]:
    """The claim, its derivation and its witness as JSON data."""
    return with_steps(claim, _steps(node))


def with_steps(claim: Formal, steps: Any) -> dict[str, Any]:
    """The same with the steps of another record, right or wrong."""
    return {
        "hypotheses": _listed(claim.hypotheses),
        "goal": _listed(claim.goal),
        "steps": steps,
        "witness": _witness(claim.witness()),
    }


def read(data: Any) -> tuple[Formal, Any]:
    """The claim and its derivation. Errors: Malformed where the data are none."""
    from .formal import Formal

    try:
        hypotheses, goal = _tupled(data["hypotheses"]), _tupled(data["goal"])
        node = _node(data["steps"])
        model = _model(data["witness"])
    except (KeyError, TypeError, ValueError, IndexError, RecursionError, SyntaxError) as error:
        raise Malformed(f"not a recorded derivation: {type(error).__name__}: {error}") from error
    return Formal(hypotheses, goal, _unproved, lambda: model), node


def _unproved() -> Any:
    raise Malformed("a recorded claim is not proved anew")


def _listed(x: Any) -> Any:
    return [_listed(a) for a in x] if type(x) is tuple else x


def _tupled(x: Any, depth: int = 0) -> Any:
    if type(x) is list and depth < DEEPEST:
        return tuple(_tupled(a, depth + 1) for a in x)
    if x is None or type(x) in (str, int):
        return x
    raise Malformed("text, integers and lists are wanted")


def _steps(node: Any) -> list[Any]:
    places: dict[int, int] = {}
    rows: list[Any] = []

    def place(n: Any) -> int:
        if id(n) not in places:
            rows.append([n[0], _listed(n[1]), [place(p) for p in n[2]]])
            places[id(n)] = len(rows) - 1
        return places[id(n)]

    place(node)
    return rows


def _node(rows: Any) -> Any:
    if type(rows) is not list or not 0 < len(rows) <= MOST_STEPS:
        raise Malformed("no steps")
    made: list[Any] = []
    for name, parameters, premises in rows:
        if type(name) is not str or any(type(k) is not int or not 0 <= k < len(made) for k in premises):
            raise Malformed("a step names a rule and steps before it")
        made.append((name, _tupled(parameters), tuple(made[k] for k in premises)))
    return made[-1]


def _witness(model: Model) -> dict[str, Any]:
    from sympy import srepr, sympify

    return {
        "constants": [[_listed(key), str(value)] for key, value in model.constants.items()],
        "functions": [[_listed(key), srepr(sympify(value))] for key, value in model.functions.items()],
        "ranges": dict(model.ranges),
        "end": None if model.end is None else str(model.end),
        "reals": [[key, srepr(value)] for key, value in model.reals.items()],
    }


def _model(data: Mapping[str, Any]) -> Model:
    from .models import Model

    return Model(
        {_tupled(key): Fraction(value) for key, value in data["constants"]},
        {_tupled(key): expression(value) for key, value in data["functions"]},
        {str(bound): int(size) for bound, size in data["ranges"].items()},
        None if data["end"] is None else Fraction(data["end"]),
        {str(key): expression(value) for key, value in data["reals"]},
    )


def expression(text: str) -> Any:
    """The SymPy expression of a `srepr`, built from a table of names. Errors: Malformed."""
    return _built(ast.parse(text, mode="eval").body, _table())


def _table() -> Mapping[str, Callable[..., Any]]:
    import sympy as sp

    plain = ("Integer", "Rational", "Add", "Mul", "Pow", "Abs", "sign", "exp", "log", "sin", "cos", "Tuple", "Lambda")
    return {"Symbol": sp.Symbol, "Piecewise": sp.Piecewise, **{name: getattr(sp, name) for name in plain}}


def _built(node: ast.AST, table: Mapping[str, Callable[..., Any]]) -> Any:
    match node:
        case ast.Constant(value) if type(value) in (int, str, bool):
            return value
        case ast.UnaryOp(ast.USub(), ast.Constant(value)) if type(value) is int:
            return -value
        case ast.Call(ast.Name(name), arguments, keywords) if name in table:
            named = {k.arg: _built(k.value, table) for k in keywords if k.arg in ("nonnegative", "positive", "real")}
            if len(named) == len(keywords):
                return table[name](*(_built(a, table) for a in arguments), **named)
    raise Malformed("a witness holds what is not in the table of functions")
