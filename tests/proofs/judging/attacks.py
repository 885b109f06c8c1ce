"""Attacks on a derivation and on a claim, as data: what is taken away or changed, one thing at a time.

A derivation must not stand when a step, a premise or a hypothesis is taken from it; a changed statement must not be
proved by it, nor by the derivation changed alike; whatever a changed derivation still derives must be true.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from steepest_mirror.proofs.judging.formulas import Formula, is_formula
from steepest_mirror.proofs.judging.terms import is_term
from steepest_mirror.proofs.judging.theorem import Node

Data = Any


def steps(node: Node) -> list[Node]:
    """The different steps of a derivation."""
    found: dict[int, Node] = {}

    def walk(n: Node) -> None:
        if id(n) not in found:
            found[id(n)] = n
            for premise in n[2]:
                walk(premise)

    walk(node)
    return list(found.values())


def with_step(node: Node, old: Node, new: Node) -> Node:
    """The derivation with one of its steps put for another, wherever it stands."""
    done: dict[int, Node] = {}

    def walk(n: Node) -> Node:
        if n is old:
            return new
        if id(n) not in done:
            premises = tuple(map(walk, n[2]))
            unchanged = all(a is b for a, b in zip(premises, n[2], strict=True))
            done[id(n)] = n if unchanged else (n[0], n[1], premises)
        return done[id(n)]

    return walk(node)


def deletions(node: Node) -> Iterator[tuple[str, Node]]:
    """The derivation without one premise of a step, and without a step (one of its premises in its place)."""
    for step in steps(node):
        for k, premise in enumerate(step[2]):
            fewer = (*step[2][:k], *step[2][k + 1 :])
            yield f"premise {k} of {step[0]}", with_step(node, step, (step[0], step[1], fewer))
            yield f"the step {step[0]}, premise {k} in its place", with_step(node, step, premise)


def mutants(x: Data, within: bool = False) -> Iterator[tuple[str, Data]]:
    """A term or formula with one thing changed: a number, an exponent, a sign, a relation, a time, a range, a part."""
    if type(x) is not tuple or not x:
        return
    yield from ((what, y) for what, y in _changed(x) if (is_term(y) if is_term(x) else is_formula(y)))
    for k, part in enumerate(x):
        if k and type(part) is tuple:
            for what, y in mutants(part, True):
                yield what, (*x[:k], y, *x[k + 1 :])


def _changed(x: Data) -> Iterator[tuple[str, Data]]:
    head = x[0]
    if head == "n":
        yield "a number and 1", ("n", x[1] + x[2], x[2])
        if x[1]:
            yield "a number with the other sign", ("n", -x[1], x[2])
    elif head == "v" and x[2] in ("pos", "nonneg"):
        yield "a letter of any sign", (*x[:2], "real", *x[3:])
    elif head in ("f", "d"):
        yield "a function at t = 0", ("at0", x)
    elif head in ("+", "*"):
        for k in range(1, len(x)):
            rest = (*x[1:k], *x[k + 1 :])
            yield "a part less", rest[0] if len(rest) == 1 else (head, *rest)
    elif head in ("abs", "sgn", "exp", "log", "at0", "int", "total"):
        yield f"no {head}", x[1]
    elif head in ("^", "spow"):
        yield "no power", x[1]
        yield "the other kind of power", ("spow" if head == "^" else "^", *x[1:])
    elif head in ("=", "<=", "<"):
        yield from (("another relation", (r, *x[1:])) for r in ("=", "<=", "<") if r != head)
        yield "the sides exchanged", (head, x[2], x[1])
    elif head == "ae":
        yield "every time", ("every", x[1])
    elif head in ("and", "or"):
        yield "the other connective", ("or" if head == "and" else "and", *x[1:])
    elif head in ("=>", "<=>"):
        yield "the converse" if head == "=>" else "one half", ("=>", x[2], x[1])
    elif head == "all":
        yield "one index for all", x[2]


def changed_alike(node: Node, old: Data, new: Data) -> Node:
    """The derivation with `new` for `old` in all its parameters."""

    def put(x: Data) -> Data:
        if x == old:
            return new
        return tuple(map(put, x)) if type(x) is tuple else x

    done: dict[int, Node] = {}

    def walk(n: Node) -> Node:
        if id(n) not in done:
            done[id(n)] = (n[0], tuple(map(put, n[1])), tuple(map(walk, n[2])))
        return done[id(n)]

    return walk(node)


def smallest_change(before: Data, after: Data) -> tuple[Data, Data]:
    """Where a mutant differs: the innermost part before, and after."""
    if type(before) is tuple and type(after) is tuple and len(before) == len(after) and before[0] == after[0]:
        different = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
        if len(different) == 1 and type(different[0][0]) is tuple:
            return smallest_change(*different[0])
    return before, after


def shaken(node: Node) -> Iterator[tuple[str, Node]]:
    """The derivation with one parameter of one step changed."""
    for step in steps(node):
        for k, parameter in enumerate(step[1]):
            for what, other in _parameter_mutants(parameter):
                parameters = (*step[1][:k], other, *step[1][k + 1 :])
                yield f"{step[0]}: {what}", with_step(node, step, (step[0], parameters, step[2]))


def _parameter_mutants(parameter: Data) -> Iterator[tuple[str, Data]]:
    if type(parameter) is int:
        yield "another part", parameter + 1
    elif is_term(parameter) or is_formula(parameter):
        yield from mutants(parameter)
    elif type(parameter) is tuple:
        for k, part in enumerate(parameter):
            for what, other in _parameter_mutants(part):
                yield what, (*parameter[:k], other, *parameter[k + 1 :])


Statement = tuple[tuple[Formula, ...], Formula]


def statements(hypotheses: tuple[Formula, ...], goal: Formula) -> Iterator[tuple[str, Statement]]:
    """The claim with its goal or a hypothesis changed, or a hypothesis dropped."""
    for what, other in mutants(goal):
        yield f"goal: {what}", (hypotheses, other)
    for k, hypothesis in enumerate(hypotheses):
        yield f"hypothesis {k} dropped", ((*hypotheses[:k], *hypotheses[k + 1 :]), goal)
        for what, other in mutants(hypothesis):
            yield f"hypothesis {k}: {what}", ((*hypotheses[:k], other, *hypotheses[k + 1 :]), goal)
