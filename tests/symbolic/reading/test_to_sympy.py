"""Expressions as SymPy, against values that mpmath computes from the same formula, and constants that must not
explode."""

from __future__ import annotations

import time

import mpmath
import pytest
import sympy as sp

from steepest_mirror.symbolic import symbols
from steepest_mirror.symbolic.errors import Undecided
from steepest_mirror.symbolic.reading.expression import Name, Number, Power, Product, Sum
from steepest_mirror.symbolic.reading.grammar import expression, invariants, rate
from steepest_mirror.symbolic.reading.to_sympy import rational_function, to_sympy, values
from steepest_mirror.symbolic.setting import setting

X, Q, LAM = "0.7", "1.3", "2.25"

FORMULAS = {
    "1/sqrt(4*x**q + lam**2)": lambda x, q, lam: 1 / mpmath.sqrt(4 * x**q + lam**2),
    "x/lam*hyp2f1(1/2, 1/q, 1 + 1/q, -4*x**q/lam**2)": lambda x, q, lam: (
        x / lam * mpmath.hyp2f1(0.5, 1 / q, 1 + 1 / q, -4 * x**q / lam**2)
    ),
    "hyp3f2(1/2, 1/q, 2/q, 1 + 1/q, 1 + 2/q, -x)": lambda x, q, lam: mpmath.hyp3f2(
        0.5, 1 / q, 2 / q, 1 + 1 / q, 1 + 2 / q, -x
    ),
    "asinh(2*x/lam)/2 - acosh(1 + x) + atanh(x)": lambda x, q, lam: (
        mpmath.asinh(2 * x / lam) / 2 - mpmath.acosh(1 + x) + mpmath.atanh(x)
    ),
    "beta(1/q, lam) + gamma(q)": lambda x, q, lam: mpmath.beta(1 / q, lam) + mpmath.gamma(q),
    "elliptic_f(x, 1/2) - elliptic_k(1/3) + elliptic_e(x, 1/2) + elliptic_e(1/4)": lambda x, q, lam: (
        mpmath.ellipf(x, 0.5) - mpmath.ellipk(mpmath.mpf(1) / 3) + mpmath.ellipe(x, 0.5) + mpmath.ellipe(0.25)
    ),
    "appellf1(1/q, 1/2, 1/3, 1 + 1/q, -x/3, -x/4)": lambda x, q, lam: mpmath.appellf1(
        1 / q, 0.5, mpmath.mpf(1) / 3, 1 + 1 / q, -x / 3, -x / 4
    ),
    "min(x, q) + max(x, lam, 1)*sign(x - 1) + abs(x - q)": lambda x, q, lam: x - lam + q - x,
    "exp(-x)*sinh(x) + cosh(x)*tanh(q) + log(lam)": lambda x, q, lam: (
        mpmath.exp(-x) * mpmath.sinh(x) + mpmath.cosh(x) * mpmath.tanh(q) + mpmath.log(lam)
    ),
    "sin(x)*cos(q)/tan(lam) + asin(x) + acos(x)*atan(lam)": lambda x, q, lam: (
        mpmath.sin(x) * mpmath.cos(q) / mpmath.tan(lam) + mpmath.asin(x) + mpmath.acos(x) * mpmath.atan(lam)
    ),
    "-x**2 - -q**-2": lambda x, q, lam: -(x**2) + q**-2,
}


@pytest.mark.parametrize("text", FORMULAS)
def test_the_translation_has_the_value_of_the_formula(text):
    with mpmath.workdps(40):
        expected = FORMULAS[text](mpmath.mpf(X), mpmath.mpf(Q), mpmath.mpf(LAM))
        at = {name: sp.Rational(value) for name, value in (("x", X), ("q", Q), ("lam", LAM))}
        for value in (
            to_sympy(expression(text, ["lam"]), at),
            to_sympy(expression(text, ["lam"])).subs({symbols.x: at["x"], symbols.q: at["q"], symbols.lam: at["lam"]}),
        ):
            assert abs(mpmath.mpf(str(sp.N(value, 35))) - expected) < mpmath.mpf(10) ** -30 * (1 + abs(expected))


def test_names_become_the_symbols_of_the_field():
    assert to_sympy(expression("x + u + q + p + L + lam + mu", ["lam", "mu"])).free_symbols == {
        *(symbols.x, symbols.u, symbols.q, symbols.p, symbols.L, symbols.lam),
        sp.Symbol("mu", positive=True),
    }
    real = {name: sp.Symbol(name, real=True) for name in ("w1", "w2", "x", "g")}
    read = to_sympy(rate("-q*alpha*abs(w1)**q + sign(g)*x", 2), real)
    assert sp.Symbol("w1", real=True) in read.free_symbols and sp.Symbol("w1", positive=True) not in read.free_symbols
    assert read.has(sp.Abs, sp.sign)


def test_parsed_invariants_make_a_setting():
    assert setting(2, values(invariants("0,lam,1/2"))).invariants == (0, sp.Rational(1, 2), symbols.lam)
    assert setting(2, depth=3, balance=values(["-lam"])[0]).groups == ((0, 2), (symbols.lam, 1))


def test_rational_functions_of_sympy_become_expressions():
    q, L = Name("q"), Name("L")
    read = rational_function(symbols.q * (symbols.L - 1) / symbols.L)
    assert isinstance(read, Product) and set(read.factors) == {q, Power(L, Number(-1)), Sum((Number(-1), L))}
    assert to_sympy(read) == symbols.q * (symbols.L - 1) / symbols.L
    for refused in (sp.sqrt(symbols.q), symbols.x, symbols.q**symbols.L, sp.pi):
        with pytest.raises(Undecided):
            rational_function(refused)


@pytest.mark.parametrize(
    "text",
    [
        *("gamma(10**9)", "gamma(-10**6 + 1/2)", "exp(10**9)", "beta(10**6, 10**6)", "hyp2f1(10**6, 10**6, 1, 1/2)"),
        *("hyp3f2(1,1,1,10**9,2,1/2)", "sqrt(10**199 + 1)", "(2**(1/7))**900", "max(sqrt(2), 3/2)", "log(10**199)"),
        *("sin(10**99)", "tan(10**99)", "+".join(["x"] * 1900)),
    ],
)
def test_large_constants_do_not_make_sympy_compute(text):
    start = time.process_time()
    to_sympy(expression(text))
    assert time.process_time() - start < 1


@pytest.mark.parametrize(
    "text",
    [
        *("exp(10**5*log(10))", "2**(x**0*10**6)", "x**(10**5*log(10)/log(x))", "2**gamma(20*x**0)"),
        *("sinh(atanh(10**900))", "asin(sin(10**999))", "max(sqrt(-1), 2)", "log(0)", "1/(x - x)"),
    ],
)
def test_constants_that_would_explode_or_are_undefined_are_undecided(text):
    with pytest.raises(Undecided):
        to_sympy(expression(text))
