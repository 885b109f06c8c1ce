"""True identities for the quantities, as texts in x, u, q, L and the names (theory: sections 3, 4, 5, 8).

Each was found by integration by hand; every claim made from one is compared with truth.py at 100 digits besides.
"""

from __future__ import annotations

import ast
import random
from dataclasses import dataclass, replace
from fractions import Fraction
from math import comb

from . import trees

STEEPNESS = tuple(
    Fraction(*r) for r in ((1, 1), (2, 1), (3, 2), (4, 3), (5, 4), (5, 3), (7, 4), (8, 5), (7, 6), (13, 9), (9, 8))
)
NUMBERS = ("1/2", "3/5", "7/3", "2", "1/9", "12", "5/4", "1/40")


@dataclass(frozen=True)
class Identity:
    """quantity = text; q None: all of [1, 2]; invariants None: balanced of `depth` (None: every depth)."""

    kind: str
    quantity: str
    text: str
    q: tuple[Fraction, ...] | None
    invariants: tuple[str, ...] | None
    depth: int | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The declared names."""
        return tuple(sorted({v for v in self.invariants or () if v[0].isalpha()}))


def draw(random_: random.Random) -> Identity:
    """A random identity."""
    family = random_.choice(
        (_two, _two, _two, _many, _many, _special, _minus, _general, _general, _balanced, _balanced)
    )
    found = family(random_)
    if found.invariants and found.names and random_.random() < 0.35:
        found = _numbers(found, random_)
    return found


def _numbers(found: Identity, random_: random.Random) -> Identity:
    """The names replaced by rationals, in invariants and text."""
    values = {name: random_.choice(NUMBERS) for name in found.names}
    parts: dict[str, ast.expr] = {name: trees.number(Fraction(v)) for name, v in values.items()}
    assert found.invariants is not None
    invariants = tuple(values.get(v, v) for v in found.invariants)
    return replace(found, invariants=invariants, text=trees.text(trees.substituted(trees.tree(found.text), parts)))


def _steepness(random_: random.Random, kind: str) -> tuple[str, tuple[Fraction, ...] | None]:
    """All q, one q or a list."""
    r = random_.random()
    if r < 0.45:
        return f"{kind}, symbolic q", None
    if r < 0.85:
        return kind, (random_.choice(STEEPNESS),)
    return f"{kind}, list of q", tuple(random_.sample(STEEPNESS, random_.randint(2, 4)))


_COUPLED_TWO = "(u**(2/q) + (u + lam)**(2/q) - lam**(2/q))/2"
_TWO = {  # L = 2, every q
    "metric": ("1/sqrt(4*x**q + lam**2)", "1/(2*u + lam)", "u*(u + lam)/(x**q*(2*u + lam))"),
    "mirror-map": (
        "x/lam*hyp2f1(1/2, 1/q, 1 + 1/q, -4*x**q/lam**2)",
        "lam**(1/q - 1)*u**(1/q)*hyp2f1(1 - 1/q, 1/q, 1 + 1/q, -u/lam)",
        "x/lam*hyp2f1(1, 2/q, 1 + 1/q, -u/lam)",
    ),
    "potential": (
        "x**2/(2*lam)*hyp3f2(1/2, 1/q, 2/q, 1 + 1/q, 1 + 2/q, -4*x**q/lam**2)",
        (
            "x**2/lam*hyp2f1(1/2, 1/q, 1 + 1/q, -4*x**q/lam**2) - lam**(2/q - 1)*u**(2/q)/2*hyp2f1(1 - 2/q, 2/q, 1 +"
            " 2/q, -u/lam)"
        ),
    ),
    "conjugate": (
        "lam**(2/q - 1)*u**(2/q)/2*hyp2f1(1 - 2/q, 2/q, 1 + 2/q, -u/lam)",
        "x**2/(2*lam)*hyp2f1(1, 4/q, 1 + 2/q, -u/lam)",
    ),
    "regularizer": (
        "lam**(2/q - 1)*u**(2/q)*hyp2f1(1 - 2/q, 2/q, 1 + 2/q, -u/lam)",
        "x**2/lam*hyp2f1(1, 4/q, 1 + 2/q, -u/lam)",
    ),
    "coupled-regularizer": (_COUPLED_TWO,),
}
_TWO_AT = {  # L = 2, one q
    ("mirror-map", 2): (
        "asinh(2*x/lam)/2",
        "log((2*x + sqrt(4*x**2 + lam**2))/lam)/2",
        "log((sqrt(u) + sqrt(u + lam))/sqrt(lam))",
        "asinh(sqrt(u/lam))",
    ),
    ("mirror-map", 1): ("(sqrt(4*x + lam**2) - lam)/2", "u", "2*x/(sqrt(4*x + lam**2) + lam)"),
    ("potential", 2): ("x/2*asinh(2*x/lam) - sqrt(4*x**2 + lam**2)/4 + lam/4", "x*asinh(sqrt(u/lam)) - u/2"),
    ("potential", 1): ("((4*x + lam**2)**(3/2) - lam**3)/12 - lam*x/2", "x*u - u**3/3 - lam*u**2/2"),
    ("conjugate", 2): ("u/2", "(sqrt(4*x**2 + lam**2) - lam)/4"),
    ("conjugate", 1): ("u**3/3 + lam*u**2/2", "u*x/3 + lam*u**2/6"),
    ("regularizer", 2): ("u", "(sqrt(4*x**2 + lam**2) - lam)/2", "2*x**2/(sqrt(4*x**2 + lam**2) + lam)"),
    ("regularizer", 1): ("2*u**3/3 + lam*u**2",),
    ("coupled-regularizer", 2): ("u", "(sqrt(4*x**2 + lam**2) - lam)/2"),
    ("coupled-regularizer", 1): ("u**2 + lam*u", "x"),
}


def _two(random_: random.Random) -> Identity:
    quantity = random_.choice(tuple(_TWO))
    if random_.random() < 0.5:
        end = random_.choice((1, 2))
        if (quantity, end) in _TWO_AT:
            text = random_.choice(_TWO_AT[quantity, end])
            return Identity("L = 2, elementary", quantity, text, (Fraction(end),), ("0", "lam"))
    hyper = quantity in ("mirror-map", "potential", "conjugate", "regularizer")
    kind, q = _steepness(random_, "L = 2, hypergeometric" if hyper else "L = 2, algebraic")
    return Identity(kind, quantity, random_.choice(_TWO[quantity]), q, ("0", "lam"))


def _many(random_: random.Random) -> Identity:
    """(0, lam, ..., lam): P = u (u + lam)^{L-1}."""
    depth = random_.randint(3, 6)
    n, invariants = depth - 1, ("0", *("lam",) * (depth - 1))
    conjugate = f"lam**({n}*(2/q - 1))*u**(2/q)/2*hyp2f1({n}*(1 - 2/q), 2/q, 1 + 2/q, -u/lam)"
    mirror = f"lam**(-{n}*(1 - 1/q))*u**(1/q)*hyp2f1({n}*(1 - 1/q), 1/q, 1 + 1/q, -u/lam)"
    # Euler: F(a, b; c; z) = (1-z)^{c-a-b} F(c-a, c-b; c; z) with c - b = 1: c - a - b = 1 - n (1 - 1/q)
    euler = (
        f"lam**(-{n}*(1 - 1/q))*u**(1/q)*(1 + u/lam)**(1 - {n}*(1 - 1/q))*hyp2f1(1 + 1/q - {n}*(1 - 1/q), 1, 1 + 1/q,"
        " -u/lam)"
    )
    texts = {
        "metric": (f"1/((u + lam)**{n - 1}*({depth}*u + lam))", f"1/(x**q*(1/u + {n}/(u + lam)))"),
        "mirror-map": (mirror, euler),
        "potential": (f"x*{mirror} - {conjugate}",),
        "conjugate": (conjugate,),
        "regularizer": (f"{depth}*{conjugate}",),
        "coupled-regularizer": (f"(u**(2/q) + {n}*(u + lam)**(2/q) - {n}*lam**(2/q))/2",),
    }
    quantity = random_.choice(tuple(texts))
    hyper = quantity not in ("metric", "coupled-regularizer")
    kind, q = _steepness(random_, "L > 2, hypergeometric" if hyper else "L > 2, algebraic")
    return Identity(kind, quantity, random_.choice(texts[quantity]), q, invariants)


def _special(random_: random.Random) -> Identity:
    """Elementary cases off L = 2."""
    n = random_.randint(2, 5)
    one, two = (Fraction(1),), (Fraction(2),)
    tied = ("0", *("lam",) * n)
    polynomial = " + ".join(f"{comb(n, k)}*lam**{n - k}*u**{k + 2}/{k + 2}" for k in range(n + 1))
    choices = [
        Identity("", "mirror-map", "u", one, tied),
        Identity("", "conjugate", polynomial, one, tied),
        Identity("", "regularizer", f"{n + 1}*({polynomial})", one, tied),
        Identity("", "potential", f"x*u - ({polynomial})", one, tied),
        Identity("", "conjugate", "u/2", two, tied),
        Identity("", "regularizer", f"{n + 1}*u/2", two, tied),
        Identity("", "coupled-regularizer", f"{n + 1}*u/2", two, tied),
        Identity("", "coupled-regularizer", f"(u**2 + {n}*((u + lam)**2 - lam**2))/2", one, tied),
        Identity("", "mirror-map", "atan(sqrt(u/lam))/sqrt(lam)", two, ("0", "lam", "lam")),
        Identity("", "mirror-map", "sqrt(u/(u + lam))/lam", two, ("0", "lam", "lam", "lam")),
        Identity("", "mirror-map", "(u/(u + lam))**(2/3)/lam", (Fraction(3, 2),), ("0", *("lam",) * 5)),
        Identity("", "mirror-map", "(u/(u + lam))**(3/4)/lam", (Fraction(4, 3),), ("0", *("lam",) * 7)),
        Identity("", "potential", "x*atan(sqrt(u/lam))/sqrt(lam) - u/2", two, ("0", "lam", "lam")),
        Identity("", "potential", "x*sqrt(u/(u + lam))/lam - u/2", two, ("0", "lam", "lam", "lam")),
        Identity("", "potential", "x**2/(lam*(u + lam)**2) - u/2", two, ("0", "lam", "lam", "lam")),
        Identity("", "mirror-map", "elliptic_f(atan(sqrt(u/a)), 1 - a/b)/sqrt(b)", two, ("0", "a", "b")),
    ]
    found = random_.choice(choices)
    return replace(found, kind="L > 2, elementary")


def _minus(random_: random.Random) -> Identity:
    """(0, 0, lam, ...): two zeros; R' is normalised at infinity where q = 2."""
    n = random_.randint(1, 3)
    invariants = ("0", "0", *("lam",) * n)
    depth, below2 = n + 2, (random_.choice([q for q in STEEPNESS if q < 2]),)
    a = "(2/q - 1)"
    mirror = f"u**{a}/(q*{a})*lam**(-{n}*(1 - 1/q))*hyp2f1({a}, {n}*(1 - 1/q), 1 + {a}, -u/lam)"
    conjugate = f"lam**({n}*(2/q - 1))*u**(4/q - 1)/(4 - q)*hyp2f1({n}*(1 - 2/q), 4/q - 1, 4/q, -u/lam)"
    choices = [
        ("metric", f"1/(u*(u + lam)**{n - 1}*({depth}*u + 2*lam))", None),
        ("mirror-map", mirror, below2),
        ("conjugate", conjugate, None),
        ("regularizer", f"{depth}*{conjugate}", None),
        ("potential", f"x*{mirror} - {conjugate}", below2),
        ("coupled-regularizer", f"(2*u**(2/q) + {n}*((u + lam)**(2/q) - lam**(2/q)))/2", None),
        ("conjugate", "u/2", (Fraction(2),)),
    ]
    if n == 1:
        choices.append(("mirror-map", "-asinh(sqrt(lam/u))/sqrt(lam)", (Fraction(2),)))
        choices.append(("potential", "-x*asinh(sqrt(lam/u))/sqrt(lam) - u/2", (Fraction(2),)))
    if n == 2:
        choices.append(("mirror-map", "-log(1 + lam/u)/(2*lam)", (Fraction(2),)))
    quantity, text, q = random_.choice(choices)
    kind = "two zeros" + (", symbolic q" if q is None else "")
    return Identity(kind, quantity, text, q, invariants)


def _general(random_: random.Random) -> Identity:
    """(0, a, b) and (0, a, b, c)."""
    kind, q = _steepness(random_, "different invariants")
    three, four = ("0", "a", "b"), ("0", "a", "b", "c")
    choices = [
        ("metric", "1/((u + a)*(u + b) + u*(u + b) + u*(u + a))", q, three),
        ("metric", "1/(3*u**2 + 2*(a + b)*u + a*b)", q, three),
        ("metric", "1/(x**q*(1/u + 1/(u + a) + 1/(u + b)))", q, three),
        ("metric", "x**(-q)/(1/u + 1/(u + a) + 1/(u + b) + 1/(u + c))", q, four),
        ("metric", "1/(4*u**3 + 3*(a + b + c)*u**2 + 2*(a*b + b*c + c*a)*u + a*b*c)", q, four),
        ("coupled-regularizer", "(u**(2/q) + (u + a)**(2/q) + (u + b)**(2/q) - a**(2/q) - b**(2/q))/2", q, three),
        ("mirror-map", "(a*b)**(1/q - 1)*u**(1/q)*appellf1(1/q, 1 - 1/q, 1 - 1/q, 1 + 1/q, -u/a, -u/b)", q, three),
        ("mirror-map", "u", (Fraction(1),), random_.choice((three, four))),
        ("conjugate", "u**4/4 + (a + b)*u**3/3 + a*b*u**2/2", (Fraction(1),), three),
        ("potential", "x*u - u**4/4 - (a + b)*u**3/3 - a*b*u**2/2", (Fraction(1),), three),
        ("regularizer", "3*u/2", (Fraction(2),), three),
        ("regularizer", "2*u", (Fraction(2),), four),
    ]
    quantity, text, steepness, invariants = random_.choice(choices)
    return Identity(kind if steepness is q else "different invariants", quantity, text, steepness, invariants)


def _balanced(random_: random.Random) -> Identity:
    depth = random_.choice((None, None, 2, 3, 4, 5, 8))
    kind, q = _steepness(random_, "balanced, symbolic depth" if depth is None else "balanced")
    m = "(q*(L - 1)/L)"
    choices = [
        ("metric", f"x**(-{m})/L", q),
        ("metric", "x**(q/L - q)/L", q),
        ("conjugate", f"x**(2 - {m})/(L*(2 - {m}))", q),
        ("regularizer", f"x**(2 - {m})/(2 - {m})", q),
        ("regularizer", "L/(L*(2 - q) + q)*x**(2 - q*(L - 1)/L)", q),
        ("coupled-regularizer", "L/2*x**(2/L)", q),
        ("coupled-regularizer", "L*u**(2/q)/2", q),
        ("metric", "u**(1 - L)/L", q),
        ("conjugate", "u**(L*(2/q - 1) + 1)/(L*(2 - q) + q)", q),
    ]
    small = tuple(c for c in STEEPNESS if depth is not None and c * (depth - 1) != depth)
    if small:
        one = (random_.choice(small),)
        choices += [
            ("mirror-map", f"x**(1 - {m})/(L*(1 - {m}))", one),
            ("potential", f"x**(2 - {m})/(L*(1 - {m})*(2 - {m}))", one),
        ]
    if depth is not None and depth > 1 and (turn := Fraction(depth, depth - 1)) <= 2:
        choices += [
            ("mirror-map", "log(x)/L", (turn,)),
            ("potential", "(x*log(x) - x)/L", (turn,)),
            ("mirror-map", "log(u)/q", (turn,)),
        ]
    if depth == 2:  # m = 1 only at the end q = 2, which is left out
        choices.append(("mirror-map", f"x**(1 - {m})/(L*(1 - {m}))", None))
    if depth is None:  # q = 1: m < 1 for every L
        choices += [
            ("mirror-map", "x**(1/L)", (Fraction(1),)),
            ("mirror-map", "u", (Fraction(1),)),
            ("potential", "x**(1 + 1/L)*L/(L + 1)", (Fraction(1),)),
        ]
    quantity, text, steepness = random_.choice(choices)
    return Identity(kind if steepness is q else kind.split(",")[0] + ", one q", quantity, text, steepness, None, depth)
