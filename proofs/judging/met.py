"""Whether a witness meets a hypothesis: at every time of [0, T), not only at the times at which it is asked.

`models.holds` looks at some times; a path that leaves its domain, has a pole or dips between two of them would pass,
and with it hypotheses that contradict each other. Here a relation is shown for all times, or the witness is refused:

  a = b     b - a is 0 by the exact normal form
  a <= b    b - a is a polynomial in t or in exp(-t/k) with no root inside (Sturm), a quotient, a sum, product or power
            of such, or positive in balls that cover a bounded range of times
  ac, C^1   built from t by sums, products, exp, sin, cos, sizes (ac), and powers and logarithms of what is positive
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping
from math import lcm

import sympy as sp
from flint import arb

from ...numeric_checks.precision import bits
from ...numeric_checks.sympy_ball import at_balls, enclose
from ...symbolic.algebra import is_zero
from .flows import FLOWS
from .formulas import Formula, every_term, letters
from .models import BITS, Model, T, holds, value
from .terms import Term

S = sp.Symbol("s", positive=True)  # a time inside (0, end)
PIECES = 2**12
MOST_DEGREE = 200


def met(f: Formula, m: Model) -> bool:
    """Whether the formula is shown to hold in the model, for every value of its free indices. Errors: Unknown."""
    indices = sorted(a for a in letters(f) if a[0] == "i")
    values = itertools.product(*(range(1, m.ranges[i[2]] + 1) for i in indices))
    return holds(f, m) and all(_met(f, m, dict(zip(indices, v, strict=True))) for v in values)


def in_sorts(formulas: tuple[Formula, ...], m: Model) -> bool:
    """Whether each function of time is of t alone, and positive or at least 0, where its sort says so, at every
    time."""
    if not all(type(f) is sp.Lambda and len(f.variables) == 1 and not f.free_symbols for f in m.reals.values()):
        return False  # a function of a real variable does not change with time
    sorts = {a[1]: a[2] for f in formulas for a in letters(f) if a[0] == "f"}
    return all(_in_sort(sp.sympify(path), sorts.get(str(key[0]), "real"), m) for key, path in m.functions.items())


def _in_sort(path: sp.Expr, sort: str, m: Model) -> bool:
    if not path.free_symbols <= {T}:
        return False
    ends = (path.subs(T, 0), path.subs(T, S))
    return sort == "real" or all(positive(e, m.last(), strict=sort == "pos") for e in ends)


def _met(f: Formula, m: Model, at: Mapping[Term, int]) -> bool:
    head = f[0]
    if head in ("every", "ae"):
        return all(_always(f[1], m, at, time) for time in ((sp.Integer(0), S) if head == "every" else (S,)))
    if head in ("=", "<=", "<"):
        return _always(f, m, at, sp.Integer(0))
    if head in ("and", "or"):
        return (all if head == "and" else any)(_met(a, m, at) for a in f[1:])
    if head == "=>":
        return _never(f[1], m, at, sp.Integer(0)) or _met(f[2], m, at)
    if head == "not":
        return _never(f[1], m, at, sp.Integer(0))
    if head == "all":
        return all(_met(f[2], m, {**at, f[1]: k}) for k in range(1, m.ranges[f[1][2]] + 1))
    if head == "flow":
        return all(met(c, m) for c in FLOWS[f[1]])
    if head == "C1":
        z = sp.Dummy("z", real=True) if f[2] == "real" else S
        return _class_c1(sp.sympify(m.reals[f[1]](z)), z, f[2])
    if head in ("ac", "integrable", "tends", "grows", "measurable"):
        return _smooth_in_time(f[1], m, at)
    return False


def _class_c1(e: sp.Expr, z: sp.Symbol, domain: str) -> bool:
    """On (0, infinity), or on the reals: by its form, or as z f(|z|) with f of class C^1 on z >= 0."""
    if domain == "pos":
        return smooth(e, z, sp.oo, kinks=False, closed=False)
    even = e.xreplace({sp.Abs(z): S}) / z
    odd = e.has(sp.Abs(z)) and not even.has(z) and smooth(even, S, sp.oo, kinks=False)
    return odd or smooth(e, z, sp.oo, kinks=False)


def _always(f: Formula, m: Model, at: Mapping[Term, int], time: sp.Expr) -> bool:
    """At time 0, or at every time S inside."""
    if f[0] in ("and", "or"):
        return (all if f[0] == "and" else any)(_always(a, m, at, time) for a in f[1:])
    if f[0] == "=>":
        return _never(f[1], m, at, time) or _always(f[2], m, at, time)
    gap = _gap(f, m, at, time)
    return gap is not None and (_zero(gap) if f[0] == "=" else positive(gap, m.last(), strict=f[0] == "<"))


def _never(f: Formula, m: Model, at: Mapping[Term, int], time: sp.Expr) -> bool:
    """Not at time 0, or at no time S inside."""
    if f[0] in ("and", "or"):
        return (any if f[0] == "and" else all)(_never(a, m, at, time) for a in f[1:])
    gap = _gap(f, m, at, time) if f[0] in ("=", "<=", "<") else None
    if gap is None:
        return False
    below = positive(-gap, m.last(), strict=f[0] != "<")
    return below or (f[0] == "=" and positive(gap, m.last(), strict=True))


def _gap(f: Formula, m: Model, at: Mapping[Term, int], time: sp.Expr) -> sp.Expr | None:
    """b - a at these times, where all that stands in both has a value throughout, and rates and integrals are those of
    what is smooth; else None."""
    if not _defined(f, m, at, time):
        return None
    left, right = (sp.sympify(value(t, m, at)).subs(T, time) for t in f[1:])
    return _sizes_known(right - left, m.last())


def _defined(f: Formula, m: Model, at: Mapping[Term, int], time: sp.Expr) -> bool:
    """Whether every term anywhere in a relation has a value at these times: SymPy cancels t/t before time is put in."""
    seen: set[tuple[sp.Expr, bool]] = set()
    for t in dict.fromkeys(every_term(f)):
        whole = t[0] in ("d", "int", "total")
        for a in _indexed(t, m, at) if t[0] != "i" else ():
            path, inner = (sp.sympify(value(b, m, a)) for b in (t, t[1] if whole else t))
            if (path, whole) in seen:
                continue
            seen.add((path, whole))
            if whole and not smooth(inner.subs(T, S), S, m.last(), closed=True):
                return False
            if not (_has_value(path.subs(T, 0)) if time == 0 else smooth(path.subs(T, S), S, m.last(), closed=False)):
                return False
    return True


def _indexed(t: Term, m: Model, at: Mapping[Term, int]) -> Iterator[Mapping[Term, int]]:
    """The indices in force, with every value of those that a sum or product above the term binds."""
    bound = sorted(i for i in letters(("ac", t)) if i[0] == "i" and i not in at)
    for values in itertools.product(*(range(1, m.ranges[i[2]] + 1) for i in bound)):
        yield {**at, **dict(zip(bound, values, strict=True))}


def _has_value(e: sp.Expr) -> bool:
    return enclose(e, {}, BITS) is not None


def _sizes_known(e: sp.Expr, end: sp.Expr) -> sp.Expr:
    """|a| = a or -a, and sign a = 1 or -1, where that is shown for all times inside."""
    for a in e.atoms(sp.Abs, sp.sign):
        for k in (1, -1):
            if positive(k * a.args[0], end, strict=True):
                e = e.xreplace({a: k * a.args[0] if a.func is sp.Abs else sp.Integer(k)})
    return e


def _zero(e: sp.Expr) -> bool:
    """By the exact normal form, exp(-S/k) a letter of its own where that is needed."""
    return is_zero(e) or is_zero(_in_exponentials(e)[0])


def _smooth_in_time(t: Term, m: Model, at: Mapping[Term, int]) -> bool:
    path = sp.sympify(value(t, m, at)).subs(T, S)
    inside = all(_defined(("ac", t), m, at, time) for time in (sp.Integer(0), S))
    return inside and smooth(path, S, m.last(), closed=True)


def smooth(e: sp.Expr, s: sp.Symbol, end: sp.Expr, *, kinks: bool = True, closed: bool = True) -> bool:
    """Whether e is shown to be real and of class C^1 (with kinks: locally Lipschitz) for 0 < s < end, or 0 <= s."""
    if not e.has(s):
        return not e.free_symbols and _has_value(e)

    def inside(a: sp.Expr) -> bool:
        return smooth(a, s, end, kinks=kinks, closed=closed)

    def above(a: sp.Expr) -> bool:
        if s.is_positive is not True:
            return a.is_positive is True and inside(a)
        starts = [a.subs(s, 0)] if closed else []
        return inside(a) and all(positive(b, end, strict=True) for b in (a.subs(s, S), *starts))

    if e == s:
        return True
    if e.is_Add or e.is_Mul or e.func in (sp.exp, sp.sin, sp.cos):
        return all(map(inside, e.args))
    if e.func is sp.Abs:
        return kinks and inside(e.args[0])
    if e.func is sp.log:
        return above(e.args[0])
    if e.is_Pow and not e.exp.has(s):
        if e.exp.is_Integer:
            return inside(e.base) and bool(e.exp >= 0 or above(e.base) or above(-e.base))
        return above(e.base) and inside(e.exp)
    return e.is_Pow and above(e.base) and inside(e.exp)


def positive(e: sp.Expr, end: sp.Expr, *, strict: bool) -> bool:
    """Whether e > 0 (e >= 0) is shown for all S in (0, end)."""
    if not e.has(S):
        known = enclose(e, {}, BITS)
        return known is not None and (bool(known > 0) or (not strict and is_zero(e)))
    if _by_form(e, end, strict):
        return True
    if any(_by_roots(*found, strict) for found in _polynomials(e, end)):
        return True
    if not e.is_Pow or e.exp != -1:
        above, below = sp.fraction(sp.together(e))
        if below != 1 and any(
            positive(k * below, end, strict=True) and positive(k * above, end, strict=strict) for k in (1, -1)
        ):
            return True
    return _by_balls(e, end)


def _by_form(e: sp.Expr, end: sp.Expr, strict: bool) -> bool:
    """A sum or product of what is positive, a power of it, exp; a size and a square where 0 is allowed."""
    if e == S or e.func is sp.exp:
        return True
    if e.is_Add and not e.is_polynomial(S):
        return all(positive(a, end, strict=False) for a in e.args) and (
            not strict or any(positive(a, end, strict=True) for a in e.args)
        )
    if e.is_Mul:
        negative = [a for a in e.args if not positive(a, end, strict=strict)]
        return len(negative) % 2 == 0 and all(-a != e and positive(-a, end, strict=strict) for a in negative)
    if e.is_Pow:
        even = not strict and e.exp.is_Integer and e.exp > 0 and e.exp % 2 == 0
        return even or positive(e.base, end, strict=True)
    return e.func is sp.Abs and (not strict or any(positive(k * e.args[0], end, strict=True) for k in (1, -1)))


def _polynomials(e: sp.Expr, end: sp.Expr) -> Iterator[tuple[sp.Poly, sp.Expr]]:
    """e as a polynomial on a range (0, c): in S, or in exp(-S/k), after an even power of that is taken out."""
    put, most = _in_exponentials(e)
    if not e.has(sp.exp):
        yield from _poly(e.xreplace({S: _Y}), end)
    elif not put.has(S):
        yield from _poly(sp.expand(put * _Y ** (2 * most)), sp.Integer(1))


def _in_exponentials(e: sp.Expr) -> tuple[sp.Expr, int]:
    """e with exp(-S/k) = y for the least k that serves, and the largest power of y in it; e where none does."""
    found = e.atoms(sp.exp)
    rates = [a.args[0] / S for a in found]
    if not all(r.is_Rational for r in rates):
        return e, 0
    k = lcm(1, *(int(r.q) for r in rates))
    return e.xreplace({a: _Y ** (-k * r) for a, r in zip(found, rates, strict=True)}), max(
        (int(abs(k * r)) for r in rates), default=0
    )


_Y = sp.Dummy("y", positive=True)


def _poly(e: sp.Expr, end: sp.Expr) -> Iterator[tuple[sp.Poly, sp.Expr]]:
    try:
        found = sp.Poly(e, _Y, domain="QQ")
    except (sp.PolynomialError, sp.CoercionFailed):
        return
    if 0 <= found.degree() <= MOST_DEGREE:
        yield found, end


def _by_roots(p: sp.Poly, end: sp.Expr, strict: bool) -> bool:
    """p > 0 on (0, end) if it has no root there and is positive somewhere; p >= 0: no root of odd order."""
    roots = [factor for factor, order in p.factor_list()[1] if strict or order % 2]
    for factor in roots:
        inside = factor.count_roots(0, None if end == sp.oo else end)
        inside -= sum(1 for edge in {sp.Integer(0), end} if edge != sp.oo and factor.eval(edge) == 0)
        if inside:
            return False
    top = sp.Integer(1) if end == sp.oo else end
    somewhere = (p.eval(top / k) for k in range(2, p.degree() + 3))
    return next((bool(v > 0) for v in somewhere if v != 0), False)


def _by_balls(e: sp.Expr, end: sp.Expr) -> bool:
    """e > 0 on [0, end], end finite, in balls around pieces of it."""
    if end == sp.oo:
        return False
    with bits(BITS):
        pieces, tried = [(sp.Integer(0), sp.sympify(end))], 0
        while pieces:
            a, b = pieces.pop()
            tried += 1
            middle, half = (a + b) / 2, (b - a) / 2
            centre, radius = (arb(int(x.p)) / int(x.q) for x in (middle, half))
            found = at_balls(e, {S: arb(centre, radius)})
            if found is not None and found > 0:
                continue
            if tried > PIECES or (at := at_balls(e, {S: centre})) is None or not at > 0:
                return False
            pieces += [(a, middle), (middle, b)]
    return True
