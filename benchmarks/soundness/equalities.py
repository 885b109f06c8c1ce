"""Claims quantity = expression with their labels.

true   a rewritten identity; both sides are compared at two points all the same
false  a change of one, with a point where |E - Q| > 10^-75 (|E| + |Q|), both known to 10^-95; else it is dropped
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

import mpmath
from mpmath import mpf

from . import mutations, trees, truth
from .identities import STEEPNESS, Identity, draw
from .rewritings import rewritten
from .trees import Undefined, Unknown, build, number

AGREE, DIFFER = mpf(10) ** -88, mpf(10) ** -75
SIZES = tuple(Fraction(*r) for r in ((7, 10), (13, 4), (1, 9), (29, 1), (41, 1000), (2711, 3)))
SCALES = tuple(Fraction(*r) for r in ((3, 5), (7, 3), (1, 50), (9, 8)))
DEPTHS = (2, 3, 4, 5, 7)
FREEDOMS = ("nothing", "constant", "affine", "factor")


@dataclass(frozen=True)
class Claim:
    """A claim's table, its label, its kind, and (for equalities) a true identity of the same quantity."""

    table: dict[str, Any]
    label: bool
    kind: str
    family: str
    reference: str = ""


class Mislabelled(AssertionError):
    """The construction says true, the witness says false: a fault of this benchmark."""


def claims(random_: random.Random, count: int) -> Iterator[Claim]:
    """Half true, half false, without end of patience."""
    made = 0
    while made < count:
        claim = _true(random_) if made % 2 == 0 else _false(random_)
        if claim is not None:
            made += 1
            yield claim


def _true(random_: random.Random) -> Claim | None:
    identity = draw(random_)
    node = rewritten(trees.tree(identity.text), identity, random_, random_.randint(0, 4))
    freedom = "nothing"
    if random_.random() < 0.25:
        freedom = random_.choice(FREEDOMS[1:])
        node = _loosened(node, freedom, identity, random_)
    try:
        gaps = [gap for gap in _gaps(node, identity, freedom, random_, 2) if gap is not None]
    except Unknown:
        return None
    if not gaps or _holes(node, identity):
        return None
    if max(gaps) > AGREE:
        raise Mislabelled(f"{identity} {trees.text(node)} {freedom} {mpmath.nstr(max(gaps), 5)}")
    kind = identity.kind if freedom == "nothing" else f"up to {freedom}"
    return _claim(identity, node, freedom, True, kind)


def _holes(node: ast.expr, identity: Identity) -> bool:
    """Whether the expression has no value at some q inside the claim's range (a rewriting can divide by 0 there)."""
    steepness = (
        [Fraction(a, b) for b in range(1, 13) for a in range(b, 2 * b + 1)] if identity.q is None else identity.q
    )
    values = {name: SCALES[i % 2] for i, name in enumerate(identity.names)}
    entries = identity.invariants or ("0",) * (identity.depth or 3)
    invariants = tuple(values[v] if v in values else Fraction(v) for v in entries)
    x = SIZES[0]
    with mpmath.workdps(20):
        for q in sorted(set(steepness)):
            if identity.q is None and q in (1, 2):
                continue
            p = q / (q - 1) if q != 1 else mpf("inf")
            at = {
                "x": x,
                "u": truth.smallest(q, invariants, x),
                "q": q,
                "p": p,
                "L": Fraction(len(invariants)),
                **values,
            }
            try:
                trees.value(node, at)
            except (Undefined, Unknown):
                return True
    return False


def _loosened(node: ast.expr, freedom: str, identity: Identity, random_: random.Random) -> ast.expr:
    constants = [
        "1/3",
        "-q",
        "q**2",
        "7",
        "-1/9",
        *(f"{name}**q" for name in identity.names),
        *(f"log({name})" for name in identity.names),
    ]
    c, d = (trees.tree(random_.choice(constants)) for _ in range(2))
    match freedom:
        case "constant":
            return build("E + C", E=node, C=c)
        case "affine":
            return build("E + C*x + D", E=node, C=c, D=d)
    factor = trees.tree(random_.choice(["3", "-2/7", "q", "exp(-q)", *(f"{name}**q" for name in identity.names)]))
    return build("C*(E)", E=node, C=factor)


def _false(random_: random.Random) -> Claim | None:
    identity = draw(random_)
    node = rewritten(trees.tree(identity.text), identity, random_, random_.randint(0, 2))
    kind = random_.choice((*mutations.OF_VALUES, *_TRAPS, *_TRAPS))
    freedom = "nothing"
    if kind in _TRAPS:
        made = _TRAPS[kind](node, identity, random_)
        if made is None:
            return None
        identity, node, freedom = made
    else:
        changed = mutations.mutated(node, kind, random_)
        if changed is None:
            return None
        node = changed
        if random_.random() < 0.15:
            freedom = random_.choice(FREEDOMS[1:])
    try:
        gaps = [gap for gap in _gaps(node, identity, freedom, random_, 6, enough=DIFFER) if gap is not None]
    except Unknown:
        return None
    if not gaps or max(gaps) < DIFFER:
        return None  # it happens to stay true, or has no value at any point tried
    return _claim(identity, node, freedom, False, kind)


def _claim(identity: Identity, node: ast.expr, freedom: str, label: bool, kind: str) -> Claim | None:
    shown = trees.text(node)
    if len(shown) > 3000:
        return None
    table: dict[str, Any] = {"quantity": identity.quantity, "expression": shown}
    if identity.q is not None:
        table["q"] = str(identity.q[0]) if len(identity.q) == 1 else [str(c) for c in identity.q]
    if identity.invariants is None:
        table |= {"invariants": "balanced", "depth": "symbolic" if identity.depth is None else identity.depth}
    else:
        table["invariants"] = list(identity.invariants)
    if freedom != "nothing":
        table["up_to"] = freedom
    return Claim(table, label, kind, "equality", identity.text)


def _gaps(
    node: ast.expr, identity: Identity, freedom: str, random_: random.Random, count: int, enough: mpf | None = None
) -> Iterator[mpf | None]:
    """Relative disagreements at points; None where one side has no value. Errors: Unknown."""
    steepness = list(identity.q) if identity.q is not None else random_.sample(STEEPNESS, 4)
    for i in range(count):
        q = steepness[i % len(steepness)]
        values = {name: random_.choice(SCALES) for name in identity.names}
        if identity.invariants is None:
            invariants: tuple[Fraction, ...] = (Fraction(0),) * (identity.depth or random_.choice(DEPTHS))
        else:
            invariants = tuple(values[v] if v in values else Fraction(v) for v in identity.invariants)
        sizes = random_.sample(SIZES, 3)
        try:
            gap = _gap(node, identity.quantity, q, invariants, values, freedom, sizes)
        except Undefined:
            gap = None
        yield gap
        if enough is not None and gap is not None and gap > enough:
            return


def _gap(
    node: ast.expr,
    quantity: str,
    q: Fraction,
    invariants: truth.Invariants,
    values: dict[str, Fraction],
    freedom: str,
    sizes: list[Fraction],
) -> mpf:
    with mpmath.workdps(truth.DIGITS + truth.GUARD):

        def both(x: Fraction) -> tuple[mpf, mpf]:
            p = q / (q - 1) if q != 1 else mpf("inf")
            at = {
                "x": x,
                "u": truth.smallest(q, invariants, x),
                "q": q,
                "p": p,
                "L": Fraction(len(invariants)),
                **values,
            }
            stated = trees.real(trees.value(node, at))
            if mpmath.isinf(stated):
                raise Undefined
            return stated, truth.quantity(quantity, q, invariants, x)

        if freedom == "nothing":
            e, r = both(sizes[0])
            return abs(e - r) / (abs(e) + abs(r) + mpf(10) ** -300)
        (e1, r1), (e2, r2) = both(sizes[0]), both(sizes[1])
        if freedom == "factor":
            return abs(e1 * r2 - e2 * r1) / (abs(e1 * r2) + abs(e2 * r1) + mpf(10) ** -300)
        if freedom == "constant":
            return abs((e1 - r1) - (e2 - r2)) / (abs(e1) + abs(e2) + abs(r1) + abs(r2))
        (e3, r3), x = both(sizes[2]), [trees.real(s) for s in sizes]
        terms = [(e1 - r1) * (x[1] - x[2]), (e2 - r2) * (x[2] - x[0]), (e3 - r3) * (x[0] - x[1])]
        weight = sum((abs(e) + abs(r)) * max(x) for e, r in ((e1, r1), (e2, r2), (e3, r3)))
        return abs(sum(terms)) / weight


# Traps: true in part

Made = tuple[Identity, ast.expr, str]


def _perturbed(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """A tiny term or factor."""
    form = random_.choice(("E + T", "E*(1 + T)", "E - T*x", "E + T*u**2", "E + T*exp(-x)", "E*(1 + T*x/(1 + x))"))
    freedom = random_.choice(("nothing", "nothing", "constant", "factor", "affine"))
    if (form, freedom) in (("E + T", "constant"), ("E + T", "affine"), ("E*(1 + T)", "factor"), ("E - T*x", "affine")):
        freedom = "nothing"
    return identity, build(form, E=node, T=mutations.tiny(random_)), freedom


def _at_one_q(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """An identity at one q, claimed for all q, or for a list with another."""
    if identity.q is None or len(identity.q) > 1:
        return None
    other = random_.choice([c for c in STEEPNESS if c != identity.q[0]])
    return replace(identity, q=random_.choice((None, (identity.q[0], other), (other,)))), node, "nothing"


def _at_listed_q(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """An error that vanishes at several q."""
    if identity.q is not None:
        return None
    zeros = random_.sample(("1", "2", "3/2", "4/3", "5/4", "7/4", "5/3"), random_.randint(2, 4))
    product = trees.tree("*".join(f"(q - {z})" for z in zeros))
    return identity, build("E*(1 + T*P)", E=node, T=mutations.tiny(random_), P=product), "nothing"


def _at_one_depth(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """True for some depths alone, claimed for every depth."""
    if identity.invariants is not None:
        return None
    if identity.depth is not None:
        fixed = trees.substituted(node, {"L": number(identity.depth)})
        return replace(identity, depth=None), fixed, "nothing"
    zeros = random_.sample((2, 3, 4, 5, 6, 7), random_.randint(1, 3))
    product = trees.tree("*".join(f"(L - {z})" for z in zeros))
    return identity, build("E*(1 + T*P)", E=node, T=mutations.tiny(random_), P=product), "nothing"


def _small_names(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """True for lambda < 1 (or > 1) alone."""
    if not identity.names:
        return None
    name = identity.names[0]
    form = random_.choice(
        (
            "E + max(N - 1, 0)",
            "E*(abs(1 - N) + N)",
            "E + x*(sqrt((1 - N)**2) - 1 + N)",
            "E*max(N, 1)/N",
            "E + abs(N - 1) - N + 1",
        )
    )
    return identity, build(form, E=node, N=ast.Name(name)), "nothing"


def _small_x(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """True for x below, or above, a threshold."""
    form = random_.choice(
        (
            "E + max(x - 3, 0)",
            "E + abs(x - 1) - x + 1",
            "E*max(u, 1/2)/u",
            "E + sqrt((x - 2)**2) + x - 2",
            "E + x*(1 - sign(x - 1/5))",
        )
    )
    return identity, build(form, E=node), "nothing"


def _loose(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """True up to something, claimed with less freedom."""
    kind, freedom = random_.choice(
        (
            ("constant", "nothing"),
            ("constant", "factor"),
            ("affine", "nothing"),
            ("affine", "constant"),
            ("affine", "factor"),
            ("factor", "nothing"),
            ("factor", "constant"),
            ("factor", "affine"),
        )
    )
    return identity, _loosened(node, kind, identity, random_), freedom


def _quantity(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """The formula of another quantity, or of other invariants."""
    if identity.invariants is not None and random_.random() < 0.5:
        other = (*identity.invariants, identity.invariants[-1])
        return replace(identity, invariants=other), node, "nothing"
    name = random_.choice(
        [n for n in ("metric", "mirror-map", "potential", "conjugate", "regularizer") if n != identity.quantity]
    )
    return replace(identity, quantity=name), node, random_.choice(("nothing", "constant"))


def _near_one(node: ast.expr, identity: Identity, random_: random.Random) -> Made | None:
    """Times a function that is 1 to many digits where x is not small, or not large."""
    form = random_.choice(
        (
            "E*tanh(40*x + 60)",
            "E*(1 + exp(-50 - x))",
            "E + exp(-120)*u",
            "E*(1 + 1/(1 + x)**40)",
            "E*(1 + T/(1 + x**2))",
        )
    )
    return identity, build(form, E=node, T=mutations.tiny(random_)), "nothing"


_TRAPS = {
    "perturbation to 1e-60": _perturbed,
    "true at one q": _at_one_q,
    "true at some q": _at_listed_q,
    "true at some depths": _at_one_depth,
    "true for lambda < 1": _small_names,
    "true for some x": _small_x,
    "true up to more": _loose,
    "another quantity": _quantity,
    "close to 1": _near_one,
}
