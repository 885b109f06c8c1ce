"""True claims about quantities, from theory and textbook identities; what is derived elsewhere is not used here."""

from __future__ import annotations

from typing import Any


def equality(quantity: str, expression: str, q: object = "symbolic", invariants: object = ("0", "lam"), **more: object) -> dict[str, Any]:
    """The table of an equality claim."""
    shown = invariants if isinstance(invariants, str) else list(invariants)  # type: ignore[call-overload]
    return {"id": expression[:90], "quantity": quantity, "expression": expression, "q": q, "invariants": shown, **more}


AB, EVERY = ("0", "a", "b"), {"invariants": "balanced", "depth": "symbolic"}
Z = "-4*x**q/lam**2"

TRUE = (
    # the paper's closed forms
    equality("metric", "1/sqrt(4*x**q + lam**2)"),
    equality("metric", "1/sqrt(4*x**q + lam**2)", "3/2"),
    equality("mirror-map", f"x/lam*hyp2f1(1/2, 1/q, 1 + 1/q, {Z})"),
    equality("potential", f"x**2/(2*lam)*hyp3f2(1/2, 1/q, 2/q, 1 + 1/q, 1 + 2/q, {Z})"),
    equality("mirror-map", "asinh(2*x/lam)/2", 2),
    equality("mirror-map", "(sqrt(4*x + lam**2) - lam)/2", 1),
    equality("potential", "((4*x + lam**2)**(3/2) - lam**3)/12 - lam*x/2", 1),
    equality("mirror-map", "lam**(-3/p)*u**(1/q)*hyp2f1(3/p, 1/q, 1 + 1/q, -u/lam)", invariants=("0", "lam", "lam", "lam")),
    equality("mirror-map", "u**(1/q)*a**(-1/p)*b**(-1/p)*appellf1(1/q, 1/p, 1/p, 1 + 1/q, -u/a, -u/b)", invariants=AB),
    equality("mirror-map", "u**(2/q - 1)/(2 - q)*lam**(-1/p)*hyp2f1(2/q - 1, 1/p, 2/q, -u/lam)", ["5/4", "3/2", "7/4"], ("0", "0", "lam")),
    equality("mirror-map", "u", 1, AB),
    equality("conjugate", "u/2", 2, AB),
    equality("metric", "x**(-q*(L-1)/L)/L", **EVERY),
    equality("regularizer", "L/(L*(2-q) + q)*x**(2 - q*(L-1)/L)", **EVERY),
    equality("coupled-regularizer", "L/2*x**(2/L)", **EVERY),
    equality("mirror-map", "-asinh(sqrt(lam/u))/sqrt(lam)", 2, ("0", "0", "lam")),
    # the same, rewritten
    equality("potential", "((4*x + lam**2)*sqrt(4*x + lam**2) - lam**3)/12 - lam*x/2", 1),
    equality("potential", "x*asinh(2*x/lam)/2 - sqrt(4*x**2 + lam**2)/4 + lam/4", 2),
    equality("mirror-map", "log((2*x + sqrt(4*x**2 + lam**2))/lam)/2", 2),
    equality("mirror-map", "acosh(sqrt(1 + 4*x**2/lam**2))/2", 2),
    equality("mirror-map", "atanh(2*x/sqrt(4*x**2 + lam**2))/2", 2),
    equality("mirror-map", "asinh(sqrt(u/lam))", 2),
    equality("mirror-map", f"x/lam*(1 + 4*x**q/lam**2)**(-1/2)*hyp2f1(1/2, 1, 1 + 1/q, 4*x**q/(4*x**q + lam**2))"),
    equality("mirror-map", f"x/lam*(1 + 4*x**q/lam**2)**(1/2)*hyp2f1(1/2 + 1/q, 1, 1 + 1/q, {Z})"),
    equality("mirror-map", "x/lam*(1 + 4*x**q/lam**2)**(-1/q)*hyp2f1(1/q + 1/2, 1/q, 1 + 1/q, 4*x**q/(4*x**q + lam**2))"),
    equality("conjugate", f"x**2/(2*lam)*hyp2f1(1/2, 2/q, 1 + 2/q, {Z})"),
    equality("regularizer", f"x**2/lam*hyp2f1(1/2, 2/q, 1 + 2/q, {Z})"),
    equality("potential", f"x**2/lam*hyp2f1(1/2, 1/q, 1 + 1/q, {Z}) - x**2/(2*lam)*hyp2f1(1/2, 2/q, 1 + 2/q, {Z})"),
    equality("metric", f"1/lam*hyp2f1(1/2, q, q, {Z})"),
    equality("metric", "1/(2*u + lam)"),
    equality("metric", "1/(3*u**2 + 2*(a + b)*u + a*b)", invariants=AB),
    equality("metric", "x**(-q)/(1/u + 1/(u + a) + 1/(u + b))", invariants=AB),
    equality("conjugate", "u**4/4 + (a + b)*u**3/3 + a*b*u**2/2", 1, AB),
    equality("regularizer", "3*(u**4/4 + (a + b)*u**3/3 + a*b*u**2/2)", 1, AB),
    equality("coupled-regularizer", "(u**(2/q) + (u + lam)**(2/q) - lam**(2/q))/2"),
    equality("coupled-regularizer", "x", 2, ("0", "0")),
    equality("mirror-map", "log(x)/2", 2, "balanced", depth=2),
    equality("mirror-map", "x**(1/L)", 1, **EVERY),
    equality("potential", "L/(L + 1)*x**(1 + 1/L)", 1, **EVERY),
    equality("mirror-map", "-x**(-1/3)", 2, "balanced", depth=3),
    equality("potential", "-3/2*x**(2/3)", 2, "balanced", depth=3),
    equality("mirror-map", "log(x)/3", "3/2", "balanced", depth=3),
    equality("mirror-map", "elliptic_f(atan(sqrt(u/a)), 1 - a/b)/sqrt(b)", 2, AB),
    equality("mirror-map", "atan(sqrt(u/lam))/sqrt(lam)", 2, ("0", "lam", "lam")),
    equality("metric", "exp(-log(4*x**q + lam**2)/2)"),
    equality("metric", "1/lam/cosh(asinh(2*x**(q/2)/lam))"),
    equality("metric", "1/max(lam + 2*u, lam)"),
    equality("metric", "1/abs(lam + 2*u)"),
    equality("metric", "x**(-(L-1)*p/(L*(p-1)))/L", **EVERY),
    # up to a constant, an affine function, a factor
    equality("potential", "x*asinh(2*x/lam)/2 - sqrt(4*x**2 + lam**2)/4", 2, up_to="constant"),
    equality("potential", "x*asinh(2*x/lam)/2 - sqrt(4*x**2 + lam**2)/4 + 7*x", 2, up_to="affine"),
    equality("potential", "lam*q*(x*asinh(2*x/lam)/2 - sqrt(4*x**2 + lam**2)/4 + lam/4)", 2, up_to="factor"),
    equality("mirror-map", "log(2*x + sqrt(4*x**2 + lam**2))/2", 2, up_to="constant"),
    equality("mirror-map", "log(u)/4 - log(1/(u + lam))/4 + log(1 + 2*u/(lam + x/x*0) + 2*sqrt(u*(u+lam))/lam)/2 - log(x)/2", 2, up_to="constant"),
    equality("coupled-regularizer", "sqrt(4*x**2 + lam**2)/2", 2, up_to="constant"),
    equality("metric", "7*(4*x**q + lam**2)**(-1/2)/lam**q", up_to="factor"),
    equality("metric", "x**(-q*(L-1)/L)*q", **EVERY, up_to="factor"),
)  # fmt: skip
