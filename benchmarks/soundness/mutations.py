"""Small changes of an expression or a condition: operators, exponents, constants, signs, arguments, functions,
strictness.

A changed claim may happen to stay true; the witness decides (equalities.py, properties.py, invariants.py), not the
change.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Callable

from . import trees
from .trees import build

TINY = (3, 6, 10, 15, 20, 30, 40, 50, 60)
Mutation = Callable[[ast.expr, random.Random], ast.expr | None]


def mutated(node: ast.expr, kind: str, random_: random.Random) -> ast.expr | None:
    """One change of this kind at a random place, or None."""
    for _ in range(80):
        k = random_.randrange(len(list(trees.places(trees.marked(node)))))
        made = trees.edited(node, k, lambda part: MUTATIONS[kind](part, random_))
        if made is not None and trees.text(made) != trees.text(node):
            return made
    return None


def tiny(random_: random.Random) -> ast.expr:
    """10^-k, k up to 60."""
    return trees.number(f"1e-{random_.choice(TINY)}")


def _operator(node: ast.expr, random_: random.Random) -> ast.expr | None:
    if not isinstance(node, ast.BinOp):
        return None
    others = [op for op in (ast.Add, ast.Sub, ast.Mult, ast.Div) if not isinstance(node.op, op)]
    return ast.BinOp(node.left, random_.choice(others)(), node.right)


def _sign(node: ast.expr, random_: random.Random) -> ast.expr | None:
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        return node.operand
    return None if isinstance(node, (ast.Compare, ast.BoolOp)) else ast.UnaryOp(ast.USub(), node)


def _constant(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Constant(value) if not isinstance(value, trees.Decimal):
            return trees.number(
                random_.choice((value + 1, value - 1, 2 * value, value + trees.Fraction(1, 2), 3 * value))
            )
    return None


def _tiny_constant(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Constant(value) if not isinstance(value, trees.Decimal):
            return build(random_.choice(("(N + T)", "(N - T)", "N*(1 + T)")), N=node, T=tiny(random_))
    return None


def _exponent(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(a, ast.Pow(), r):
            return build(random_.choice(("A**(R + 1)", "A**(-R)", "A**(R/2)", "A**(2*R)", "A**(R - 1/3)")), A=a, R=r)
        case ast.Call(ast.Name("sqrt"), [a]):
            return build(random_.choice(("A", "A**(1/3)", "A**(3/4)")), A=a)
    return None


def _tiny_exponent(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(a, ast.Pow(), r):
            return build(random_.choice(("A**(R + T)", "A**(R*(1 - T))")), A=a, R=r, T=tiny(random_))
        case ast.Call(ast.Name("sqrt"), [a]):
            return build("A**(1/2 - T)", A=a, T=tiny(random_))
    return None


def _argument(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Call(function, arguments):
            k = random_.randrange(len(arguments))
            changed = list(arguments)
            if len(arguments) > 1 and random_.random() < 0.3:
                j = random_.randrange(len(arguments))
                changed[k], changed[j] = changed[j], changed[k]
            else:
                forms = ("2*A", "A/2", "A + 1", "A*(1 + T)", "A - T", "A*A")
                changed[k] = build(random_.choice(forms), A=arguments[k], T=tiny(random_))
            return ast.Call(function, changed, [])
    return None


_NEAR = {
    "sqrt": ("abs", "log", "exp"),
    "log": ("asinh", "sqrt", "atan"),
    "asinh": ("acosh", "atan", "sinh", "tanh", "log"),
    "atan": ("asinh", "tanh", "atanh"),
    "exp": ("cosh", "sinh"),
    "hyp2f1": ("beta",),
    "elliptic_f": ("elliptic_e",),
    "abs": ("exp",),
    "acosh": ("asinh",),
    "asin": ("atan",),
    "atanh": ("asinh",),
}


def _function(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Call(ast.Name("hyp2f1"), [a, b, c, z]):
            return build(
                random_.choice(("hyp3f2(A, B, 1, C, 2, Z)", "(1 - Z)**(-A*B/C)", "hyp2f1(A, B, C + 1, Z)")),
                A=a,
                B=b,
                C=c,
                Z=z,
            )
        case ast.Call(ast.Name(name), arguments) if name in _NEAR and len(arguments) < 3:
            return ast.Call(ast.Name(random_.choice(_NEAR[name])), arguments, [])
    return None


def _name(node: ast.expr, random_: random.Random) -> ast.expr | None:
    if not isinstance(node, ast.Name):
        return None
    return trees.tree(
        random_.choice(
            [form for form in ("x", "u", "q", "3/2", f"({node.id} + 1)", f"{node.id}**2") if form != node.id]
        )
    )


def _dropped(node: ast.expr, random_: random.Random) -> ast.expr | None:
    return random_.choice((node.left, node.right)) if isinstance(node, ast.BinOp) else None


def _strictness(node: ast.expr, random_: random.Random) -> ast.expr | None:
    swaps = {ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq}
    match node:
        case ast.Compare(left, [op], right):
            return ast.Compare(left, [swaps[type(op)]()], right)
    return None


def _direction(node: ast.expr, random_: random.Random) -> ast.expr | None:
    swaps = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
    match node:
        case ast.Compare(left, [op], right) if type(op) in swaps:
            return ast.Compare(left, [swaps[type(op)]()], right)
    return None


def _connective(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.BoolOp(op, values):
            return ast.BoolOp(ast.Or() if isinstance(op, ast.And) else ast.And(), values)
        case ast.UnaryOp(ast.Not(), inner):
            return inner
        case ast.Compare():
            return ast.UnaryOp(ast.Not(), node)
    return None


MUTATIONS: dict[str, Mutation] = {
    "operator": _operator,
    "sign": _sign,
    "constant": _constant,
    "constant, tiny": _tiny_constant,
    "exponent": _exponent,
    "exponent, tiny": _tiny_exponent,
    "argument": _argument,
    "function": _function,
    "name": _name,
    "term dropped": _dropped,
    "strictness": _strictness,
    "direction": _direction,
    "connective": _connective,
}
OF_VALUES = (
    "operator",
    "sign",
    "constant",
    "constant, tiny",
    "exponent",
    "exponent, tiny",
    "argument",
    "function",
    "name",
    "term dropped",
)
OF_CONDITIONS = (
    "strictness",
    "direction",
    "connective",
    "operator",
    "constant",
    "constant, tiny",
    "sign",
    "term dropped",
)
