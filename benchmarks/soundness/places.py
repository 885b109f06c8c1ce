"""Claims whose truth turns on a small set, each with its label from an argument, not from sampling.

strata              rate + c (1 - |sign Z|) is wrong where Z = 0: the flow can rest there (f constant and alpha = 0, or
                    |w_i| = a and g x = -alpha a^2); rate + (1 - |sign Z|) Z and rate + |Z| - sign(Z) Z are right
p in every place    a factor that is 1 as a function of q, or at q = 1 since 1/p = 0 there; the same plus c
holes               times f/f with f = 0 at one q, one L, or a curve: right on the rest; c f/f more is not
jumps               what is 1 or -1 with the sign of a weight is not conserved: a weight can cross 0
series that end     2F1, 3F2 with an upper -n, also with a lower -m, m >= n, minus its other terms: 1
large and small     numbers from 1e-300 to 1e300 that cancel, or do not
one point           times sign(f)^2, f = 0 at a rational q, an integer L or a point of x and the names
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from fractions import Fraction
from math import factorial

from .equalities import Claim

Made = tuple[dict[str, object], bool]
TWO: dict[str, object] = {"quantity": "metric", "invariants": ["0", "lam"]}
EVERY: dict[str, object] = {"quantity": "metric", "invariants": "balanced", "depth": "symbolic"}
METRIC, POWER, AT_ONE = "1/sqrt(4*x**q + lam**2)", "x**(-q*(L - 1)/L)/L", "1/(2*u + lam)"


def claims(random_: random.Random, count: int) -> Iterator[Claim]:
    """Every kind in turn."""
    kinds = list(_KINDS.items())
    for i in range(count):
        kind, make = kinds[i % len(kinds)]
        table, label = make(random_)
        yield Claim(table, label, kind, "place")


def _c(random_: random.Random) -> str:
    return random_.choice(("1", "-2", "1/7", "1e-20", "3/5", "-1e-6", "40"))


def _strata(random_: random.Random) -> Made:
    decay = random_.choice(("none", "decoupled", "coupled", "coupled"))
    q = random_.choice((None, "1", "3/2", "2", "5/4", "7/4"))
    one, two = "abs(w1)", "abs(w2)"
    pulls = ("(g*w2 + alpha*w1)", "(g*w1 + alpha*w2)")
    gap = f"({one}**q - {two}**q)"
    rate = {"none": "0", "decoupled": f"-q*alpha*{gap}"}.get(decay)
    if rate is None:
        a, b = (
            f"q*{w}**(q - 1)*sign({w[4:6]})*sign{z}*abs{z}**(q - 1)" for w, z in zip((one, two), pulls, strict=True)
        )
        rate = f"-{a} + {b}"
    zeros = ["g", "2*g", "g*w1", f"{one} - {two}", "w1 - w2", "w1 - 1", "x - 3", f"{one} - 2*{two}", "g*x"]
    zeros += ["alpha", "3*alpha"] if decay != "none" else []
    zeros += [*pulls, f"w1*{pulls[0]}"] * 3 if decay == "coupled" else []
    z, label = random_.choice(zeros), random_.random() < 0.5
    if label:
        z = random_.choice([v for v in zeros if v in ("g", "2*g", "alpha", "3*alpha")])
        rate += random_.choice(
            (f" + (1 - abs(sign({z})))*({z})", f" + abs({z}) - sign({z})*({z})", f" - 2*abs({z})*(1 - sign({z})**2)")
        )
    else:
        c = _c(random_)
        rate += random_.choice((f" + ({c})*(1 - abs(sign({z})))", f" + ({c})*(1 - sign({z})**2)"))
    table: dict[str, object] = {"invariant": gap, "rate": rate, "depth": 2, "decay": decay}
    return ({**table, "q": q} if q is not None else table), label


def _p(random_: random.Random) -> Made:
    t, s = random_.choice(("x", "u", "lam", "(x + u)", "2")), random_.choice(("x", "lam", "3*u"))
    label = random_.random() < 0.5
    always = (
        f"(p*{t})/({t}*p)",
        "(1/p + 1/q)**3",
        "p*(q - 1)/q",
        f"(p + {t})/(p*(1 + {t}/p))",
        f"{t}**(1/p)*{t}**(1/q)/{t}",
    )
    once = (
        *(f"(1 + {t}/(p*{s}))", f"(p + {t})/p", f"(p*{t} + {s})/(p*{t})", f"{t}**(1/p)", f"(1 + {t}/p)**({s})"),
        *(
            f"sqrt(1 + {t}/p)",
            f"(p*{t} - {s})/({t}*p + 1)",
            f"exp({t}/(p*{s}))",
            f"(1 - ({t}/p)**2)",
            f"1/(1 + 1/(p*{t}))",
        ),
    )
    if random_.random() < 0.5:
        factor, table, value = random_.choice(once), {**TWO, "q": "1"}, AT_ONE
    else:
        factor, table, value = random_.choice(always), dict(TWO), METRIC
    return {**table, "expression": f"{value}*({factor}{'' if label else f' + {_c(random_)}'})"}, label


def _holes(random_: random.Random) -> Made:
    n = random_.randint(2, 40)
    f = random_.choice(
        (
            f"{n}*q - {random_.randint(n, 2 * n)}",
            f"L - {n}",
            "q - 1",
            "q - 2",
            f"q**2 - {random_.choice((2, 3))}",
            "q*L - 5",
        )
    )
    label = random_.random() < 0.5
    more = "" if label else f" + ({_c(random_)})*({f})/({f})"
    return {**EVERY, "expression": f"{POWER}*({f})/({f}){more}"}, label


def _jumps(random_: random.Random) -> Made:
    w = random_.choice(("w1", "w2", "x"))
    form = random_.choice(
        ("sign(W)", "W/abs(W)", "abs(W)/W", "sqrt(W**2)/W", "W*abs(W)/W**2", "3*sign(W) + 1", "sign(W)**3")
    )
    return {"invariant": form.replace("W", w), "rate": "0", "depth": 2}, False


def _series(random_: random.Random) -> Made:
    n = random_.randint(0, 4)
    c = random_.choice((Fraction(-n - random_.randint(0, 3)), Fraction(random_.randint(1, 9), 2)))
    b, more = Fraction(random_.randint(-9, 9), random_.randint(1, 3)), Fraction(7, 2)
    above, below = random_.choice((((Fraction(-n), b), (c,)), ((Fraction(-n), b, Fraction(2)), (c, more))))
    ends = [int(-v) for v in above if v.denominator == 1 and v <= 0]
    terms = []
    for k in range(1, min(ends) + 1):
        value = Fraction(1, factorial(k))
        for j in range(k):
            for v in above:
                value *= v + j
            for v in below:
                value /= v + j
        terms.append(f" - ({value})*x**{k}")
    label = random_.random() < 0.5
    if not label:
        terms.append(f" + ({_c(random_)})*x**{random_.randint(0, 3)}")
    name = "hyp2f1" if len(below) == 1 else "hyp3f2"
    arguments = ", ".join(map(str, (*above, *below)))
    return {**TWO, "expression": f"({name}({arguments}, x){''.join(terms)})*{METRIC}"}, label


def _sizes(random_: random.Random) -> Made:
    big = f"1e{random_.choice((20, 40, 100, 300))}"
    label = random_.random() < 0.5
    true = (
        f"(x + {big} - {big})/x",
        f"({big}*x)/({big}*x)",
        f"({big}*lam + lam)/(({big} + 1)*lam)",
        f"(x/{big})*({big}/x)",
    )
    false = (
        f"(1 + 1/{big})",
        f"(x + 1/{big})/x",
        f"({big}*lam + 1)/({big}*lam)",
        f"(1 - lam/{big})",
        f"({big}*x + x)/({big}*x)",
    )
    return {**TWO, "expression": f"{METRIC}*{random_.choice(true if label else false)}"}, label


def _one_point(random_: random.Random) -> Made:
    n, r = random_.randint(2, 900), random_.randint(2, 60)
    every = (
        f"L - {n + 1}",
        f"{r}*q - {random_.randint(r, 2 * r)}",
        f"(L - {n + 1})*(q**2 + 1)",
        f"q*L - {random_.randint(3, 8)}",
    )
    two = (
        f"x - lam/{r}",
        f"x*lam - {r}",
        f"{r}*q - {random_.randint(r, 2 * r)}",
        "u - lam",
        f"lam - {n}",
        f"x - {n}/{r}",
    )
    shape = random_.choice(("sign(F)**2", "abs(sign(F))", "(1 - max(0, 1 - 1e9*abs(F)))"))
    if random_.random() < 0.5:
        return {**EVERY, "expression": f"{POWER}*{shape.replace('F', random_.choice(every))}"}, False
    return {**TWO, "expression": f"{METRIC}*{shape.replace('F', random_.choice(two))}"}, False


_KINDS: dict[str, Callable[[random.Random], Made]] = {
    "strata": _strata,
    "p in every place": _p,
    "holes": _holes,
    "jumps": _jumps,
    "series that end": _series,
    "large and small": _sizes,
    "one point": _one_point,
}
