"""Rewritings that keep the value for all positive x, u and names: order, u <-> x, powers, logarithms, hypergeometric
functions."""

from __future__ import annotations

import ast
import random
from collections.abc import Callable
from fractions import Fraction

from . import trees
from .identities import Identity
from .trees import build

LONGEST = 1500


def rewritten(node: ast.expr, identity: Identity, random_: random.Random, steps: int) -> ast.expr:
    """The tree after some random rewritings."""
    rules = [*_RULES, *_letters(identity)]
    done = tries = 0
    while done < steps and tries < 60:
        tries += 1
        rule = random_.choice(rules)
        k = random_.randrange(len(list(trees.places(trees.marked(node)))))
        made = trees.edited(node, k, lambda part, rule=rule: rule(part, random_))
        if made is not None and len(trees.text(made)) <= LONGEST:
            node, done = made, done + 1
    return node


def positive(node: ast.expr) -> bool:
    """Shown positive by its shape: names, positive numbers, sums, products, powers, sqrt, exp."""
    match node:
        case ast.Name():
            return True
        case ast.Constant(value):
            return value > 0
        case ast.BinOp(left, ast.Add() | ast.Mult() | ast.Div() | ast.Pow(), right):
            return positive(left) and (positive(right) or isinstance(node.op, ast.Pow))
        case ast.Call(ast.Name("sqrt" | "exp"), [argument]):
            return positive(argument)
    return False


Rule = Callable[[ast.expr, random.Random], ast.expr | None]


def _reordered(node: ast.expr, _: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(left, (ast.Add() | ast.Mult()) as op, right):
            return ast.BinOp(right, op, left)
    return None


def _regrouped(node: ast.expr, _: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(ast.BinOp(a, ast.Add() | ast.Mult() as inner, b), ast.Add() | ast.Mult() as op, c) if type(
            inner
        ) is type(op):
            return ast.BinOp(a, op, ast.BinOp(b, op, c))
    return None


def _distributed(node: ast.expr, _: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(ast.BinOp(a, ast.Add() | ast.Sub() as op, b), ast.Mult() | ast.Div() as times, c):
            return ast.BinOp(ast.BinOp(a, times, c), op, ast.BinOp(b, times, c))
    return None


def _subtracted(node: ast.expr, _: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(a, ast.Sub(), b):
            return build("-(B - A)", A=a, B=b)
    return None


def _divided(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(a, ast.Div(), b):
            return build(random_.choice(("A*B**(-1)", "1/(B/A)" if positive(a) else "A*(1/B)", "A*B/B**2")), A=a, B=b)
    return None


def _around(node: ast.expr, random_: random.Random) -> ast.expr | None:
    """A value plus and minus, times and over, a letter or a number."""
    if isinstance(node, ast.Constant) or random_.random() < 0.5:
        return None
    t = random_.choice((trees.number(random_.randint(1, 7)), ast.Name("x"), ast.Name("u")))
    return build(random_.choice(("A + T - T", "A*T/T", "(A*T + A)/(T + 1)", "2*A - A", "A/2 + A/2")), A=node, T=t)


def _power(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(a, ast.Pow(), r) if positive(a):
            forms = ("(A**(R/2))**2", "exp(R*log(A))", "(1/A)**(-R)", "A**(R - 1)*A", "sqrt(A**(2*R))", "(A**2)**(R/2)")
            return build(random_.choice(forms), A=a, R=r)
        case ast.Call(ast.Name("sqrt"), [a]):
            return build(
                random_.choice(
                    (
                        "A**(1/2)",
                        "A/sqrt(A)" if positive(a) else "A**0.5",
                        "(A**2)**(1/4)" if positive(a) else "A**(2/4)",
                    )
                ),
                A=a,
            )
    return None


def _split_power(node: ast.expr, _: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(ast.BinOp(a, ast.Mult() | ast.Div() as op, b), ast.Pow() as pow_, r) if positive(a) and positive(
            b
        ):
            return ast.BinOp(ast.BinOp(a, pow_, r), op, ast.BinOp(b, pow_, r))
        case ast.BinOp(ast.BinOp(a, ast.Pow(), r), ast.Mult(), ast.BinOp(b, ast.Pow(), s)) if trees.text(
            a
        ) == trees.text(b) and positive(a):
            return build("A**(R + S)", A=a, R=r, S=s)
    return None


def _function(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Call(ast.Name("log"), [z]):
            forms = ["-log(1/Z)", "2*log(sqrt(Z))", "log(Z/3) + log(3)", "log(Z**2)/2", "log(x*Z) - log(x)"]
            return build(random_.choice(forms), Z=z)
        case ast.Call(ast.Name("asinh"), [z]):
            forms = ["log(Z + sqrt(Z**2 + 1))", "-asinh(-Z)", "asinh(2*Z*sqrt(1 + Z**2))/2", "atanh(Z/sqrt(1 + Z**2))"]
            if positive(z):
                forms += ["acosh(sqrt(1 + Z**2))", "log(1 + sqrt(1 + 1/Z**2)) - log(1/Z)"]
            return build(random_.choice(forms), Z=z)
        case ast.Call(ast.Name("atan"), [z]):
            return build(random_.choice(("asin(Z/sqrt(1 + Z**2))", "2*atan(Z/(1 + sqrt(1 + Z**2)))", "-atan(-Z)")), Z=z)
    return None


def _identity_one(node: ast.expr, random_: random.Random) -> ast.expr | None:
    """Times cosh^2 - sinh^2 = 1, exp(0) = 1, abs of something positive."""
    if random_.random() < 0.6:
        return None
    if positive(node):
        return build(random_.choice(("abs(A)", "exp(log(A))", "max(A, -A)", "sqrt(A**2)", "A*sign(A)")), A=node)
    return None


def _hyper(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Call(ast.Name("hyp2f1"), [a, b, c, z]):
            forms = (
                "hyp2f1(B, A, C, Z)",
                "(1 - Z)**(C - A - B)*hyp2f1(C - A, C - B, C, Z)",  # Euler
                "(1 - Z)**(-A)*hyp2f1(A, C - B, C, Z/(Z - 1))",  # Pfaff
                "(1 - Z)**(-B)*hyp2f1(C - A, B, C, Z/(Z - 1))",
                "((C - 1)*hyp2f1(A, B, C - 1, Z) - A*hyp2f1(A + 1, B, C, Z))/(C - A - 1)",  # contiguous (DLMF 15.5.15)
                "(B*hyp2f1(A, B + 1, C, Z) - A*hyp2f1(A + 1, B, C, Z))/(B - A)",  # contiguous (DLMF 15.5.12)
                "hyp3f2(A, B, 5/3, C, 5/3, Z)",
            )
            return build(random_.choice(forms), A=a, B=b, C=c, Z=z)
        case ast.Call(ast.Name("hyp3f2"), [a, b, c, d, e, z]):
            return build(
                random_.choice(("hyp3f2(B, C, A, D, E, Z)", "hyp3f2(A, C, B, E, D, Z)")), A=a, B=b, C=c, D=d, E=e, Z=z
            )
        case ast.Call(ast.Name("appellf1"), [a, b, c, d, e, z]):
            return build("appellf1(A, C, B, D, Z, E)", A=a, B=b, C=c, D=d, E=e, Z=z)
    return None


def _steepness(node: ast.expr, random_: random.Random) -> ast.expr | None:
    """1 - 1/q = 1/p, 1/q = 1 - 1/p."""
    match node:
        case ast.BinOp(ast.Constant(1), ast.Sub(), ast.BinOp(ast.Constant(1), ast.Div(), ast.Name("q"))):
            return trees.tree("1/p")
        case ast.BinOp(ast.Constant(1), ast.Div(), ast.Name("q")):
            return trees.tree("1 - 1/p")
    return None


def _number(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Constant(value) if not isinstance(value, trees.Decimal):
            k = random_.randint(1, 9)
            forms = (f"({Fraction(value) * k}/{k})", f"({Fraction(value) + k} - {k})", f"({Fraction(value) - k} + {k})")
            return trees.tree(random_.choice(forms))
    return None


def _letters(identity: Identity) -> list[Rule]:
    """x^q = P(u), and x or u through the other where that is a formula."""
    entries = identity.invariants
    if entries is None:
        depth = "L" if identity.depth is None else str(identity.depth)
        return [_named("x", f"u**({depth}/q)"), _named("u", f"x**(q/{depth})")]
    product = "*".join("u" if v == "0" else f"(u + {v})" for v in entries)
    rules = [_named("x", f"({product})**(1/q)")]
    if len(entries) == 2:
        lam = f"({entries[1]})"
        root = f"sqrt(4*x**q + {lam}**2)"
        rules.append(_named("u", f"({root} - {lam})/2"))
        rules.append(_named("u", f"2*x**q/({root} + {lam})"))

    def size(node: ast.expr, _: random.Random) -> ast.expr | None:
        match node:
            case ast.BinOp(ast.Name("x"), ast.Pow(), ast.Name("q")):
                return trees.tree(product)
        return None

    return [*rules, size]


def _named(name: str, form: str) -> Rule:
    def rule(node: ast.expr, _: random.Random) -> ast.expr | None:
        return trees.tree(f"({form})") if isinstance(node, ast.Name) and node.id == name else None

    return rule


_RULES: tuple[Rule, ...] = (
    *(_reordered, _regrouped, _distributed, _subtracted, _divided, _around, _power, _power, _split_power),
    *(_function, _function, _function, _identity_one, _hyper, _hyper, _hyper, _steepness, _number),
)
