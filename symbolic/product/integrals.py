"""I_c(u), a primitive of P(u)^c, P(u) = prod_j (u + Lambda_j)^{n_j}: every potential is made of c = 1/q - 1 and 2/q -
1.

  int_0^u P^c dv = u^a/a prod_{Lambda_j > 0} Lambda_j^{n_j c} F_D(a; -n_j c; a+1; -u/Lambda_j),   a = k0 c + 1 > 0,
 -int_u^oo P^c dv = -u^{-d}/d F_D(d; -n_j c; d+1; -Lambda_j/u),                                   d = -(L c + 1) > 0,

(substitute v = u s, respectively v = u/s; theory: section 4). It diverges at 0 iff a <= 0, which is decided first. One
positive Lambda: 2F1 or elementary; two: Appell's F1; all L = 3 or 4 roots simple at q = 2: Legendre's F; natural c:
a polynomial. No form is returned that does not differentiate back to P^c and take its value at the base point.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import sympy as sp
from sympy.core.containers import Tuple

from ..algebra import is_zero
from ..deciding.sign_of_one_minus_m import lowest
from ..errors import Undecided
from ..fine_powers import apart
from ..setting import Setting
from ..symbols import u, x
from .incomplete_beta import elementary
from .lauricella import LauricellaFD
from .metric import metric
from .u_of_x import symmetric

LARGEST_DEGREE = 40


@dataclass(frozen=True)
class Primitive:
    """`form` with d(form)/du = P^c; it is 0 at `base` (0, oo, or None: a logarithm, or a power read as a formula)."""

    form: sp.Expr
    name: str
    base: sp.Expr | None
    proof: tuple[str, ...]


@lru_cache(maxsize=512)
def primitive(setting: Setting, c: sp.Expr, base: sp.Expr | None) -> Primitive:
    """A checked primitive of P^c.

    Arguments: base 0 (needs k0 c + 1 > 0), oo (needs L c + 1 < 0), or None for the balanced formula: u^{Lc+1}/(Lc+1),
    or log u where Lc + 1 is identically 0. The sign conditions are the caller's (symbolic.deciding.sign_of_one_minus_m
    decides them).
    Errors: Undecided where it diverges, or when no form passes its check.
    """
    a = setting.zeros * c + 1 if base == 0 else -setting.depth * c - 1
    if base is not None and lowest(a).is_number and lowest(a) <= 0:
        raise Undecided(f"the integral of P^({c}) diverges at {base}")
    for name, form in _candidates(setting, c, base):
        if proof := check(setting, c, base, form):
            return Primitive(form, name, base, proof)
    raise Undecided(f"no primitive of P^({c}) passed its check")


def check(setting: Setting, c: sp.Expr, base: sp.Expr | None, form: sp.Expr) -> tuple[str, ...]:
    """The reasons why `form` is the primitive of P^c that vanishes at `base`; () when it is not shown to be."""
    try:
        difference = sp.diff(form, u) - setting.P() ** c
    except NotImplementedError:
        return ()
    if not is_zero(tidy(difference)):
        return ()
    proof = (f"d/du of the primitive minus P(u)^({c}) is identically 0",)
    if base is None:
        return proof
    e = setting.zeros * c + 1 if base == 0 else -setting.depth * c - 1
    if not _vanishes(form, u, base, e):
        return ()
    return (*proof, f"it vanishes as u -> {base}")


def tidy(form: sp.Expr) -> sp.Expr:
    """`form` with every sum that is raised to a power as one fraction in lowest terms."""
    return form.replace(lambda f: f.is_Pow and f.base.is_Add, lambda f: _factored(f.base) ** f.exp)


@lru_cache(maxsize=1024)  # few sums are raised to many powers
def _factored(e: sp.Expr) -> sp.Expr:
    return apart(lambda f: sp.factor(sp.together(f)), e)


def _vanishes(form: sp.Expr, variable: sp.Symbol, base: sp.Expr, e: sp.Expr) -> bool:
    """Whether form -> 0 at the base point, by continuity in s = variable, respectively its inverse, at s = 0.

    There F_D(...; 0) = 1, and s^{e+k} = 0 for natural k; that e > 0 is the caller's case.
    """
    s = sp.Symbol("s", positive=True)

    def small_power(power: sp.Expr) -> sp.Expr:
        k = sp.cancel(power.exp - e)
        return sp.Integer(0) if k.is_Integer and k >= 0 else power

    near = form.subs(variable, s if base == 0 else 1 / s)
    near = near.replace(lambda f: isinstance(f, LauricellaFD), lambda f: _at_zero(f, s))
    near = near.replace(lambda f: f.is_Pow and f.base == s and not f.exp.is_number, small_power)
    value = tidy(near).subs(s, 0)
    return not value.has(sp.nan, sp.zoo, sp.oo, s) and is_zero(value)


def _at_zero(f: LauricellaFD, s: sp.Symbol) -> sp.Expr:
    return sp.Integer(1) if all(value.subs(s, 0) == 0 for value in f.args[3]) else f


def in_x(setting: Setting, c: sp.Expr, base: sp.Expr | None) -> sp.Expr | None:
    """(1/q) I_c as an explicit function of x > 0 where P(u) = (u(u + lambda))^k, checked, else None.

    Its derivative is x^{q-1+qc} R'', R'' = x^{-q(k-1)/k} (lambda^2 + 4 x^{q/k})^{-1/2}/k; in s = 4 x^{q/k}/lambda^2
    that is
    (1/(q lambda)) (lambda^2/4)^a s^{a-1} (1+s)^{-1/2} ds, a = k c + 1.
    """
    if setting.balanced or not symmetric(setting):
        return None
    (value, k), q = setting.positive[0], setting.q
    a, half = lowest(k * c + 1), sp.Rational(1, 2)
    s = 4 * x ** lowest(q / k) / value**2
    rate = x ** (q - 1 + q * c) * metric(setting).value
    if base == 0:
        e, z, size = a, s, x ** lowest(q * a / k) / (q * value)
    else:
        e, z = lowest(half - a), 1 / s
        size = -(x ** -lowest(q * e / k)) / (2 * q)
    forms = [size / e * LauricellaFD(e, Tuple(half), lowest(e + 1), Tuple(-z))]
    if (plain := elementary(e, half, z)) is not None:
        forms.insert(0, sp.expand(tidy(size * z**-e * plain)))
    for form in forms:
        if is_zero(tidy(sp.diff(form, x) - rate)) and _vanishes(form, x, base, lowest(q * e / k)):
            return form
    return None


def _candidates(setting: Setting, c: sp.Expr, base: sp.Expr | None):  # type: ignore[no-untyped-def]
    if setting.balanced:
        power = lowest(setting.depth * c + 1)
        yield ("logarithm", sp.log(u)) if power == 0 else ("power", u**power / power)
        return
    if c == 0:
        yield "power", u
    if c.is_Integer and c >= 0 and setting.depth.is_Integer and setting.depth * c <= LARGEST_DEGREE:
        yield "polynomial", sp.integrate(sp.expand(setting.P() ** c), u)
    if len(setting.positive) == 1 and (form := _elementary(setting, c, base)) is not None:
        yield "elementary", form
    if c == sp.Rational(-1, 2) and base == 0 and (form := _elliptic(setting)) is not None:
        yield "elliptic", form
    yield "hypergeometric", _lauricella(setting, c, base)


def _elementary(setting: Setting, c: sp.Expr, base: sp.Expr | None) -> sp.Expr | None:
    """Lambda^{Lc+1} E(a, b; u/Lambda), from infinity -Lambda^{Lc+1} E(d, b; Lambda/u)."""
    ((value, n),) = setting.positive
    power = lowest(setting.depth * c + 1)
    if base == 0:
        form, sign = elementary(lowest(setting.zeros * c + 1), lowest(-n * c), u / value), 1
    else:
        form, sign = elementary(-power, lowest(-n * c), value / u), -1
    return None if form is None else tidy(sign * value**power * form)


def _lauricella(setting: Setting, c: sp.Expr, base: sp.Expr | None) -> sp.Expr:
    b = Tuple(*(lowest(-n * c) for _, n in setting.positive))
    if base == 0:
        a = lowest(setting.zeros * c + 1)
        front = sp.Mul(*(value ** lowest(n * c) for value, n in setting.positive)) * u**a / a
        return front * LauricellaFD(a, b, lowest(a + 1), Tuple(*(-u / value for value, _ in setting.positive)))
    d = lowest(-setting.depth * c - 1)
    return -(u**-d) / d * LauricellaFD(d, b, lowest(d + 1), Tuple(*(-value / u for value, _ in setting.positive)))


def _elliptic(setting: Setting) -> sp.Expr | None:
    """Legendre's F(phi | k) = int_0^phi (1 - k sin^2)^{-1/2} for simple roots 0, -A, -B (, -C) of P.

    L = 3: (2/sqrt B) F(arctan sqrt(u/A) | 1 - A/B). L = 4, A > B > C: 2/sqrt(B(A-C)) F(phi | 1 - (A-B)C/((A-C)B)),
    tan^2 phi = (A-C)u/(C(u+A)) (put v = 1/(s - 1/A), then as before).
    """
    if any(n != 1 for _, n in setting.groups):
        return None
    values = [value for value, _ in setting.positive]
    if len(values) == 2:
        low, high = values
        return 2 / sp.sqrt(high) * sp.elliptic_f(sp.atan(sp.sqrt(u / low)), sp.factor(1 - low / high))
    if len(values) == 3 and all(value.is_Rational for value in values):
        C, B, A = values
        angle = sp.atan(sp.sqrt((A - C) * u / (C * (u + A))))
        return 2 / sp.sqrt(B * (A - C)) * sp.elliptic_f(angle, 1 - (A - B) * C / ((A - C) * B))
    return None
