"""Two neighbours on the same equalities, each with its limit in a process that is killed:

  symbolic-math-verify   is_equation_equal(names, "y = reference", "y = expression")
  sympy                  simplify(reference - expression) == 0, every letter positive

Both are given a true formula of the same quantity as the other side, and x = P(u)^{1/q} (it is more than `check` is
given). True means accepted; False means that no proof was found, which neither calls refuted.
"""

from __future__ import annotations

import ast
import contextlib
import multiprocessing
import multiprocessing.connection
import resource
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any

from . import trees
from .equalities import Claim

LIMIT = 20  # seconds of processor time, so that a busy machine does not decide
PATIENCE = 10  # and ten times that by the clock
Found = bool | None  # accepted, not accepted, no answer in time (or an error)


def suitable(claim: Claim) -> bool:
    """An equality up to nothing, at one q or all."""
    return claim.family == "equality" and "up_to" not in claim.table and not isinstance(claim.table.get("q"), list)


def sides(claim: Claim) -> tuple[Any, Any, list[str]]:
    """Reference and expression in SymPy, in u, and the names."""
    import sympy as sp

    table = claim.table
    entries = table["invariants"]
    letters = {name: sp.Symbol(name, positive=True) for name in ("u", "q", "L")}
    q: Any = letters["q"] if "q" not in table else sp.Rational(table["q"])
    if entries == "balanced":
        depth: Any = letters["L"] if table["depth"] == "symbolic" else sp.Integer(table["depth"])
        size = letters["u"] ** (depth / q)
    else:
        depth = sp.Integer(len(entries))
        values = [sp.Symbol(v, positive=True) if v[0].isalpha() else sp.Rational(v) for v in entries]
        letters |= {v: sp.Symbol(v, positive=True) for v in entries if v[0].isalpha()}
        size = sp.Mul(*(letters["u"] + v for v in values)) ** (1 / q)
    at = {**letters, "q": q, "L": depth, "x": size, "p": sp.oo if q == 1 else q / (q - 1)}
    reference, stated = (_sympy(trees.tree(t), at) for t in (claim.reference, table["expression"]))
    return reference, stated, sorted(str(s) for s in reference.free_symbols | stated.free_symbols)


def _sympy(node: ast.expr, at: dict[str, Any]) -> Any:
    import sympy as sp

    match node:
        case ast.Constant(value):
            return sp.Rational(str(value))
        case ast.Name(name):
            return at[name]
        case ast.UnaryOp(ast.USub(), term):
            return -_sympy(term, at)
        case ast.BinOp(left, op, right):
            a, b = _sympy(left, at), _sympy(right, at)
            return {
                ast.Add: lambda: a + b,
                ast.Sub: lambda: a - b,
                ast.Mult: lambda: a * b,
                ast.Div: lambda: a / b,
                ast.Pow: lambda: a**b,
            }[type(op)]()
        case ast.Call(ast.Name(function), arguments):
            values = [_sympy(argument, at) for argument in arguments]
            special = {"hyp2f1": (2, 1), "hyp3f2": (3, 2)}
            if function in special:
                above, below = special[function]
                return sp.hyper(values[:above], values[above : above + below], values[-1])
            return getattr(sp, {"abs": "Abs", "min": "Min", "max": "Max"}.get(function, function))(*values)
    raise ValueError(ast.dump(node))


def sympy_accepts(claim: Claim) -> bool:
    """simplify(reference - expression) == 0."""
    import sympy as sp

    reference, stated, _ = sides(claim)
    return bool(sp.simplify(reference - stated) == 0)


def package_accepts(claim: Claim) -> bool:
    """symbolic-math-verify's is_equation_equal."""
    from symbolic_math_verify import is_equation_equal

    reference, stated, names = sides(claim)
    return bool(is_equation_equal([*names, "y"], f"y = {reference}", f"y = {stated}"))


NEIGHBOURS: dict[str, Callable[[Claim], bool]] = {
    "symbolic-math-verify": package_accepts,
    "sympy.simplify": sympy_accepts,
}


def _answer(connection: Connection, name: str, claim: Claim, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 1))
    try:
        connection.send(NEIGHBOURS[name](claim))
    except Exception:
        connection.send(None)


def judged(
    claims: Sequence[Claim], limit: int = LIMIT, jobs: int = 2, tick: Callable[[int], None] = lambda done: None
) -> dict[str, list[Found]]:
    """The answers of every neighbour, in the order of the claims."""
    tasks = [(name, i) for i in range(len(claims)) for name in NEIGHBOURS]
    found: dict[str, list[Found]] = {name: [None] * len(claims) for name in NEIGHBOURS}
    running: list[tuple[Any, Connection, float, str, int]] = []
    done = 0
    context = multiprocessing.get_context("fork")
    try:
        while tasks or running:
            while tasks and len(running) < jobs:
                name, i = tasks.pop(0)
                ours, theirs = context.Pipe()
                process = context.Process(target=_answer, args=(theirs, name, claims[i], limit), daemon=True)
                process.start()
                theirs.close()
                running.append((process, ours, time.monotonic() + PATIENCE * limit, name, i))
            multiprocessing.connection.wait([r[1] for r in running], 0.2)
            for entry in list(running):
                process, ours, deadline, name, i = entry
                ready = ours.poll()
                if ready or not process.is_alive() or time.monotonic() > deadline:
                    if ready:
                        with contextlib.suppress(EOFError):
                            found[name][i] = ours.recv()
                    process.kill()
                    process.join()
                    ours.close()
                    running.remove(entry)
                    done += 1
                    tick(done)
    finally:
        for process, *_ in running:
            process.kill()
    return found
