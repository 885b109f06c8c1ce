"""R' of a sum in closed form, where x(y) = x can be solved for y (theory: section 11.8).

  one weight               y = (e^{1-rho} - 1)/((1-rho) beta), e^n = 1 + n (x - x_0)/a
  x a quadratic in y       y = 2c/(b + sqrt(b^2 + 4ac)), c = x - x_0, for x = x_0 + b y + a y^2
  x = c + A e^{ky} - B e^{-ky}    k y = asinh((x - c)/(2 sqrt(AB))) - log(A/B)/2

R'(0) = 0 where x = 0 lies inside the domain, else R'(x_0) = 0. Checked: what turns x(y) = x into each of these forms.
"""

from __future__ import annotations

import sympy as sp

from ..algebra import equal
from ..symbols import y
from .sum_orbit import SumOrbit, tidy

X = sp.Symbol("x", real=True)


def mirror_map(orbit: SumOrbit) -> sp.Expr | None:
    """R'(x) in closed form, normalised, or None."""
    found = _solved(orbit)
    if found is None:
        return None
    if not orbit.has_zero:
        return found
    found = sp.expand_mul(found) if found.has(sp.asinh) else found
    return _joined(found, found.xreplace({X: sp.Integer(0)}))


def inverse_map(orbit: SumOrbit) -> tuple[sp.Expr, sp.Expr] | None:
    """x(y) and R*(y) = int x dy with R' normalised (R*(0) = 0), or None where R'(0) = 0 is not explicit."""
    if not orbit.has_zero:
        return orbit.x_of_y, orbit.conjugate
    if (wave := _wave(orbit)) is not None:
        k, c, up, down = wave
        if up != 0 and down != 0:
            size = 2 * sp.sqrt(up * down)
            phase = k * y - sp.asinh(c / size)
            return c + size * sp.sinh(phase), c * y + size / k * (sp.cosh(phase) - sp.sqrt(1 + (c / size) ** 2))
    form = mirror_map(orbit)
    if form is None:
        return None
    start = y - form.xreplace({X: orbit.h.x0})
    moved = orbit.conjugate.xreplace({y: start})
    value, bottom = orbit.x_of_y.xreplace({y: start}), moved - moved.xreplace({y: sp.Integer(0)})
    return (tidy(value), tidy(bottom)) if value.is_polynomial(y) else (sp.powsimp(value), bottom)


def _solved(orbit: SumOrbit) -> sp.Expr | None:
    """y as a function of x, with y = 0 at x_0."""
    if len(orbit.parts) == 1:
        (part,) = orbit.parts
        gone = (X - orbit.h.x0) / part.a
        if part.rho == 1:
            return (gone if part.n == 0 else sp.log(sp.expand(1 + part.n * gone)) / part.n) / part.beta
        if part.n == 0:
            return (sp.exp((1 - part.rho) * gone) - 1) / ((1 - part.rho) * part.beta)
        e = sp.Symbol("e", positive=True)
        _must(equal(1 + part.n * gone.xreplace({X: orbit.h.x0 + part.a * (e**part.n - 1) / part.n}), e**part.n))
        inner = sp.expand(1 + part.n * gone)
        return (inner ** ((1 - part.rho) / part.n) - 1) / ((1 - part.rho) * part.beta)
    if orbit.x_of_y.is_polynomial(y):
        if tidy(orbit.x_of_y) is orbit.x_of_y and any(p.exp > 2 for p in orbit.x_of_y.atoms(sp.Pow) if p.has(y)):
            return None
        return _quadratic(sp.Poly(orbit.x_of_y, y), orbit)
    return _hyperbolic(orbit)


def _quadratic(x: sp.Poly, orbit: SumOrbit) -> sp.Expr | None:
    if x.degree() > 2:
        return None
    a, b = x.coeff_monomial(y**2), x.coeff_monomial(y)
    c, root = X - orbit.h.x0, sp.Symbol("S", positive=True)  # y = 2c/(b + S), 4ac = S^2 - b^2: b y + a y^2 = c
    _must(equal(2 * b * (b + root) + (root**2 - b**2), (b + root) ** 2))
    return c / b if a == 0 else 2 * c / (b + sp.sqrt(sp.expand(b**2 + 4 * a * c)))


def _wave(orbit: SumOrbit) -> tuple[sp.Expr, sp.Expr, sp.Expr, sp.Expr] | None:
    """(k, c, A, B) with x = c + A e^{ky} - B e^{-ky}; each part of x increases, so A, B >= 0."""
    if not all(part.rho == 1 and part.n != 0 for part in orbit.parts):
        return None
    rates = [part.n * part.beta for part in orbit.parts]
    k = abs(rates[0])
    if any(abs(rate) != k for rate in rates):
        return None
    up = sum((p.a / p.n for p, rate in zip(orbit.parts, rates, strict=True) if rate > 0), sp.Integer(0))
    down = -sum((p.a / p.n for p, rate in zip(orbit.parts, rates, strict=True) if rate < 0), sp.Integer(0))
    c = orbit.h.x0 - up + down
    E = sp.Symbol("E", positive=True)
    _must(equal(orbit.x_of_y.xreplace({sp.exp(k * y): E, sp.exp(-k * y): 1 / E}), c + up * E - down / E))
    return k, c, up, down


def _hyperbolic(orbit: SumOrbit) -> sp.Expr | None:
    """y = log(E)/k with A E - B/E = x - c: E sqrt(A/B) = s + sqrt(1 + s^2), s = (x - c)/(2 sqrt(AB))."""
    if (wave := _wave(orbit)) is None:
        return None
    k, c, up, down = wave
    if down == 0:
        return sp.log((X - c) / up) / k
    if up == 0:
        return -sp.log((c - X) / down) / k
    E = sp.Symbol("E", positive=True)
    s, cosh = ((up * E + pm * down / E) / (2 * sp.sqrt(up * down)) for pm in (-1, 1))
    _must(equal(s**2 + 1, cosh**2) and equal(s + cosh, E * sp.sqrt(up / down)))
    return (sp.asinh((X - c) / (2 * sp.sqrt(up * down))) - sp.log(up / down) / 2) / k


def _must(holds: bool) -> None:
    if not holds:
        raise ArithmeticError("the closed mirror map failed its check")


def _joined(form: sp.Expr, start: sp.Expr) -> sp.Expr:
    """form - start, constant parts cancelled."""
    varying = form.as_independent(X, as_Add=True)[1]
    rest = varying.xreplace({X: sp.Integer(0)})
    _must(equal(start - rest, form - varying))
    return varying - rest
