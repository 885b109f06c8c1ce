"""Claims property <=> condition with their labels (theory: section 5, section 11.3).

  onto: m <= 1;  blow-up: m > 1;  legendre, bregman: always;  sign-preserving: m_0 >= 1;  finite-escape: m_0 < 1
  (m_0 = m balanced, 0 for lambda > 0; L >= 2)

true: equivalent forms, by multiplication, negation, de Morgan, tautologies and case splits. false: a change with an
exact (q, L) at which the two sides differ, among the boundary points q = L/(L-1), points down to 10^-70 beside them and
a grid.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from fractions import Fraction

from mpmath import mpf

from . import mutations, trees
from .equalities import Claim, Mislabelled
from .trees import Undefined, Unknown, build

DEPTHS = (*range(2, 24), 40, 101, 1000, 10**6 + 1, 10**20, 10**61)
BESIDE = (1, 2, 3, 4, 6, 7, 10, 11, 15, 16, 20, 21, 30, 31, 40, 41, 50, 51, 60, 61, 62, 70)

FORMS = {
    "<=": (
        *(
            "q*(L - 1)/L <= 1",
            "m <= 1",
            "(q - 1)*(L - 1) <= 1",
            "p >= L",
            "L <= p",
            "1/p <= 1/L",
            "q <= L/(L - 1)",
            "not m > 1",
        ),
        *(
            "q*L - q - L <= 0",
            "m**2 <= m",
            "m**2 <= 1",
            "m < 1 or m == 1",
            "(m - 1)**3 <= 0",
            "1/m >= 1",
            "L == 2 or m <= 1",
        ),
        *(
            "q <= 1 + 1/(L - 1)",
            "L*(q - 1) <= q",
            "L == 2 or L == 3 and q <= 3/2 or L > 3 and m <= 1",
            "1 - m >= 0",
            "p - L >= 0",
        ),
        *(
            "1/q >= 1 - 1/L",
            "1/q + 1/L >= 1",
            "L <= 2 or (q - 1)*(L - 1) <= 1",
            "0 < m <= 1",
            "1 <= q <= L/(L - 1)",
            "2*m <= m + 1",
        ),
        *(
            "q == 1 or L <= q/(q - 1)",
            "q == 1 or m <= 1",
            "(L - 1)**2*q**2 <= L**2",
            "(m - 1)*(m + 1) <= 0",
            "m <= 1 or L < 2",
        ),
    ),
    "<": (
        *(
            "q*(L - 1)/L < 1",
            "m < 1",
            "(q - 1)*(L - 1) < 1",
            "p > L",
            "L < p",
            "1/p < 1/L",
            "q < L/(L - 1)",
            "not m >= 1",
        ),
        *(
            "q*L - q < L",
            "m**2 < m",
            "(m - 1)**3 < 0",
            "1/m > 1",
            "m <= 1 and m != 1",
            "m <= 1 and q*(L - 1) != L",
            "1/q + 1/L > 1",
        ),
        *(
            "L == 2 and q < 2 or L >= 3 and m < 1",
            "m**4 < 1",
            "0 < m < 1",
            "q < 2 and m < 1",
            "2*m < m + 1",
            "L*(1 - m) > 0",
        ),
    ),
    "true": (
        *(
            "true",
            "q >= 1",
            "L >= 2",
            "m < 2",
            "p >= 2",
            "q <= 2 and L >= 2",
            "m > 1 or m <= 1",
            "L**2 >= 4",
            "m <= 2 - 2/L",
            "not q < 1",
        ),
        *(
            "q*(L - 1)/L < 2",
            "m >= 1/2",
            "(q - 1)*(2 - q) >= 0",
            "q**2 - 3*q + 2 <= 0",
            "L != 5/2",
            "m < q",
            "not false",
            "(L - 2)*(L - 3) >= 0",
        ),
        *(
            "m <= 1 or p < L",
            "1/q >= 1/2",
            "q < 2 or L > 1",
            "L**3 > L",
            "1 <= q <= 2 <= L",
            "q <= L",
            "m*L <= 2*L - 2",
        ),
    ),
}
FALSE_OF_TRUE = (
    "m <= 1",
    "m < 1",
    "q < 2",
    "q > 1",
    "L >= 3",
    "m < 3/2",
    "m != 1",
    "L <= 10**40",
    "q <= 2 - 1e-60",
    "L != 3",
    "m <= 2 - 1e-40",
    "p > 2",
    "false",
    "q != 3/2",
    "m <= 1 or q == 2",
    "L < 10**9",
)
PROPERTIES = {  # (property, family) -> the relation of m to 1
    ("onto", "balanced"): "<=",
    ("onto", "lambda-balanced"): "<=",
    ("blow-up", "balanced"): ">",
    ("blow-up", "lambda-balanced"): ">",
    ("legendre", "balanced"): "true",
    ("legendre", "lambda-balanced"): "true",
    ("bregman", "balanced"): "true",
    ("bregman", "lambda-balanced"): "true",
    ("sign-preserving", "balanced"): ">=",
    ("sign-preserving", "lambda-balanced"): "false",
    ("finite-escape", "balanced"): "<",
    ("finite-escape", "lambda-balanced"): "true",
}
OPPOSITE = {">": "<=", ">=": "<", "false": "true"}


def claims(random_: random.Random, count: int) -> Iterator[Claim]:
    """Half true, half false."""
    made = 0
    while made < count:
        (name, family), relation = random_.choice(tuple(PROPERTIES.items()))
        node = rewritten(_form(relation, random_), random_, random_.randint(0, 3))
        kind, label = f"{name}, {family}", made % 2 == 0
        if not label:
            changed = _changed(node, relation, random_)
            if changed is None:
                continue
            kind, node = changed
        differs = difference(node, relation)
        if label and differs is not None:
            raise Mislabelled(f"{name} {trees.text(node)} {differs}")
        shown = trees.text(node)
        if (label or differs is not None) and len(shown) < 3000:
            made += 1
            table = {"property": name, "condition": shown}
            if family != "balanced" or random_.random() < 0.3:
                table["family"] = family
            yield Claim(table, label, kind, "property")


def _form(relation: str, random_: random.Random) -> ast.expr:
    if relation in OPPOSITE:
        return build("not (A)", A=trees.tree(random_.choice(FORMS[OPPOSITE[relation]])))
    return trees.tree(random_.choice(FORMS[relation]))


def _changed(node: ast.expr, relation: str, random_: random.Random) -> tuple[str, ast.expr] | None:
    r = random_.random()
    if r < 0.15:
        other = random_.choice([s for s in ("<=", "<", ">", ">=", "true", "false") if s != relation])
        return "another condition", rewritten(_form(other, random_), random_, 1)
    if r < 0.3:
        t, k = mutations.tiny(random_), random_.randint(2, 9)
        form = random_.choice(
            (
                "A and m != 1",
                "A and L < 10**K",
                "A or m < 1 + T",
                "A or q == 2 - 1/10**K",
                "A and q > 1",
                "A or L == K and q > 2 - T",
                "A and m < 2 - T",
                "A or m == 1",
                "A and q != 1 + 1/K",
            )
        )
        return "an exception", build(form, A=node, T=t, K=trees.number(k))
    if r < 0.4 and relation in ("true", "false"):
        made = trees.tree(random_.choice(FALSE_OF_TRUE))
        return "an exception", made if relation == "true" else build("not (A)", A=made)
    kind = random_.choice(mutations.OF_CONDITIONS)
    changed = mutations.mutated(node, kind, random_)
    return None if changed is None else (kind, changed)


def rewritten(node: ast.expr, random_: random.Random, steps: int) -> ast.expr:
    """An equivalent condition."""
    for _ in range(steps):
        k = random_.randrange(len(list(trees.places(trees.marked(node)))))
        made = trees.edited(node, k, lambda part: _equivalent(part, random_))
        node = node if made is None else made
    return node


def _equivalent(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.Compare(left, [op], right) if random_.random() < 0.7:
            if isinstance(op, (ast.Eq, ast.NotEq)):
                return (
                    ast.Compare(right, [op], [left])
                    if not isinstance(right, list)
                    else ast.Compare(right[0], [op], [left])
                )
            swaps = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
            moved = build(
                random_.choice(("B - A", "(B - A)*L", "(B - A)*q", "(B - A)*(L - 1)", "(B - A)/m", "3*(B - A)")),
                A=left,
                B=right[0],
            )
            if "p" in trees.names(node) or random_.random() < 0.4:
                return ast.Compare(right[0], [swaps[type(op)]()], [left])
            return ast.Compare(moved, [swaps[type(op)]()], [trees.number(0)])
        case ast.Compare() | ast.BoolOp():
            forms = (
                "not (not (A))",
                "A and A",
                "A or A",
                "A or A and (q < 3/2 or L > 5)",
                "A and (A or m > 1)",
                "A and L >= 2",
                "A or q > 2",
            )
            forms += (
                "A and q < 3/2 or A and q >= 3/2",
                "A and (L == 2 or L > 2)",
                "A or L < 2",
                "not (not (A) or not (A))",
            )
            return build(random_.choice(forms), A=node)
    return None


def difference(node: ast.expr, relation: str) -> tuple[Fraction, int] | None:
    """An exact (q, L) where the condition and the relation of m to 1 differ, or None among the points tried."""
    for depth in DEPTHS:
        border = Fraction(depth, depth - 1)
        points = (
            {Fraction(1), Fraction(2), border}
            | {1 + Fraction(i, 12) for i in range(1, 12)}
            | {1 + Fraction(1, k) for k in range(2, 10)}
        )
        for k in BESIDE:
            points |= {border + Fraction(s, 10**k) for s in (1, -1)} | {1 + Fraction(1, 10**k), 2 - Fraction(1, 10**k)}
        for q in sorted(points):
            if 1 <= q <= 2:
                try:
                    stated = holds(node, q, depth)
                except (Undefined, Unknown):
                    continue
                if stated != _relation(relation, q * Fraction(depth - 1, depth)):
                    return q, depth
    return None


def _relation(relation: str, m: Fraction) -> bool:
    return {"<=": m <= 1, "<": m < 1, ">": m > 1, ">=": m >= 1, "true": True, "false": False}[relation]


def holds(node: ast.expr, q: Fraction, depth: int) -> bool:
    """The truth value at exact (q, L); p = infinity at q = 1. Errors: Undefined, Unknown."""
    at = {"q": q, "L": Fraction(depth), "m": q * Fraction(depth - 1, depth), "p": q / (q - 1) if q > 1 else mpf("inf")}
    match node:
        case ast.Name("true"):
            return True
        case ast.Name("false"):
            return False
        case ast.BoolOp(op, parts):
            found = [holds(part, q, depth) for part in parts]
            return all(found) if isinstance(op, ast.And) else any(found)
        case ast.UnaryOp(ast.Not(), part):
            return not holds(part, q, depth)
        case ast.Compare(left, operations, others):
            values = [trees.value(term, at) for term in (left, *others)]
            return all(_compared(a, op, b) for a, op, b in zip(values, operations, values[1:], strict=False))
    raise Unknown(ast.dump(node))


def _compared(a: trees.Value, op: ast.cmpop, b: trees.Value) -> bool:
    if isinstance(a, Fraction) != isinstance(b, Fraction):
        a, b = trees.real(a), trees.real(b)
    match op:
        case ast.Lt():
            return bool(a < b)
        case ast.LtE():
            return bool(a <= b)
        case ast.Gt():
            return bool(a > b)
        case ast.GtE():
            return bool(a >= b)
        case ast.Eq():
            return bool(a == b)
    return bool(a != b)
