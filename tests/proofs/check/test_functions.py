"""Every function of the grammar in every place that reads the registry, against mpmath; a new one is one entry."""

from __future__ import annotations

import subprocess
import sys
from fractions import Fraction

import mpmath
import pytest
import sympy as sp
from flint import arb

from steepest_mirror.numeric_checks.precision import bits
from steepest_mirror.numeric_checks.sympy_ball import enclose
from steepest_mirror.numeric_checks.tree_ball import enclosure
from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import prove
from steepest_mirror.proofs.check.claims import EqualityClaim
from steepest_mirror.proofs.check.defined import Domain
from steepest_mirror.symbolic.deciding.formulas import TRUE
from steepest_mirror.symbolic.errors import InputError, Undecided
from steepest_mirror.symbolic.reading.functions import ENTRIES, KNOWN_AS, REGISTRY, condition
from steepest_mirror.symbolic.reading.grammar import expression
from steepest_mirror.symbolic.reading.to_sympy import to_sympy
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import x

# name: what it is in mpmath, calls that have a value for all x > 0, calls that have none at x = 3/2 (or anywhere)
F1 = mpmath.appellf1
PLACES = {
    "sqrt": (mpmath.sqrt, ("sqrt(x)", "sqrt(0)"), ("sqrt(-x)",)),
    "abs": (abs, ("abs(-x)",), ()),
    "sign": (mpmath.sign, ("sign(-x)",), ()),
    "log": (mpmath.log, ("log(x)",), ("log(-x)", "log(0)")),
    "exp": (mpmath.exp, ("exp(-x)",), ()),
    "sin": (mpmath.sin, ("sin(x)",), ()),
    "cos": (mpmath.cos, ("cos(x)",), ()),
    "tan": (mpmath.tan, (), ()),
    "asin": (mpmath.asin, ("asin(1/(1 + x))", "asin(1)"), ("asin(1 + x)", "asin(-2)")),
    "acos": (mpmath.acos, ("acos(-1/(1 + x))", "acos(-1)"), ("acos(1 + x)",)),
    "atan": (mpmath.atan, ("atan(x)",), ()),
    "sinh": (mpmath.sinh, ("sinh(-x)",), ()),
    "cosh": (mpmath.cosh, ("cosh(x)",), ()),
    "tanh": (mpmath.tanh, ("tanh(x)",), ()),
    "asinh": (mpmath.asinh, ("asinh(x)",), ()),
    "acosh": (mpmath.acosh, ("acosh(1 + x)", "acosh(1)"), ("acosh(1/(1 + x))",)),
    "atanh": (mpmath.atanh, ("atanh(-1/(1 + x))",), ("atanh(1)", "atanh(-1 - x)")),
    "min": (min, ("min(x, 2 + x, 1 + x)",), ()),
    "max": (max, ("max(x, 2 + x, 1 + x)",), ()),
    "gamma": (mpmath.gamma, ("gamma(1/3 + x)",), ("gamma(-2)", "gamma(0)")),
    "beta": (mpmath.beta, ("beta(x, 1/2)",), ("beta(-1, 1/2)",)),
    "hyp2f1": (mpmath.hyp2f1, ("hyp2f1(1/2, 1/3, 4/3, -x)",), ("hyp2f1(1/2, 1/3, 4/3, 1 + x)", "hyp2f1(1, 1, -2, 0)")),
    "hyp3f2": (
        mpmath.hyp3f2,
        ("hyp3f2(1/2, 1/3, 2/3, 4/3, 5/3, -x/(1 + x))",),
        ("hyp3f2(1/2, 1/3, 2/3, 4/3, 5/3, 1 + x)",),
    ),
    "appellf1": (F1, ("appellf1(1/3, 1/2, 1/5, 4/3, -x/4, -1/3)",), ("appellf1(1/3, 1/2, 1/5, -1, 0, 0)",)),
    "elliptic_f": (mpmath.ellipf, ("elliptic_f(x, -x)",), ()),
    "elliptic_k": (mpmath.ellipk, ("elliptic_k(1/(2 + x))",), ("elliptic_k(1)", "elliptic_k(1 + x)")),
    "elliptic_e": (mpmath.ellipe, ("elliptic_e(-x)", "elliptic_e(x, 1/(2 + x))"), ("elliptic_e(1 + x)",)),
}
POINTS = (Fraction(1, 7), Fraction(3, 2), Fraction(11, 3))
INSIDE = [(name, text) for name, (_, inside, _) in PLACES.items() for text in inside]
OUTSIDE = [(name, text) for name, (_, _, outside) in PLACES.items() for text in outside]


def domain() -> Domain:
    return Domain(setting(sp.Rational(3, 2), invariants=(0, 1)), TRUE)


def truth(name: str, text: str, at: Fraction) -> arb:
    """By mpmath at 120 digits, the arguments too."""
    with mpmath.workdps(120):
        point = {"x": mpmath.mpf(at.numerator) / at.denominator}
        arguments = eval(text.removeprefix(name).replace("/", "*mpmath.mpf(1)/"), {"mpmath": mpmath}, point)
        value = PLACES[name][0](*arguments) if isinstance(arguments, tuple) else PLACES[name][0](arguments)
        return arb(mpmath.nstr(mpmath.mpf(value), 110))


def test_every_function_is_here():
    assert set(PLACES) == set(REGISTRY) == {entry.name for entry in ENTRIES} and len(ENTRIES) == len(REGISTRY)
    assert not set(KNOWN_AS) & set(REGISTRY)


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.name)
def test_an_entry_is_read(entry):
    for which in ("where", "shown", "positive"):
        assert (condition(entry.name, which) is None) == (not getattr(entry, which))
    assert not (entry.where and entry.shown)
    for count in range(1, 9):
        text = f"{entry.name}({', '.join(['1/3'] * count)})"
        if entry.arity[0] <= count <= entry.arity[1]:
            expression(text)
        else:
            with pytest.raises(InputError, match="arguments"):
                expression(text)


@pytest.mark.parametrize(("name", "text"), [*INSIDE, ("tan", "tan(x)")])
def test_both_balls_and_sympy_hold_the_value(name, text):
    tree = expression(text)
    for at in POINTS:
        with bits(400):
            true = truth(name, text, at)
            by_tree = enclosure(tree, {"x": at}, 300)
            by_sympy = enclose(to_sympy(tree), {x: sp.Rational(at.numerator, at.denominator)}, 300)
            for value in (by_tree, by_sympy):
                assert value is not None and value.overlaps(true) and value.rad() < 1e-60, (text, at, value)


@pytest.mark.parametrize(("name", "text"), INSIDE)
def test_check_takes_it_for_defined_and_its_sign_is_true(name, text):
    at = domain()
    smooth = at.read(expression(text))
    sign = at.sign(smooth)
    if sign is not None:
        assert all((enclosure(smooth, {"x": point}, 200) * sign) > 0 for point in POINTS)
    if REGISTRY[name].positive:
        assert sign == 1


@pytest.mark.parametrize(("name", "text"), OUTSIDE)
def test_what_has_no_value_has_none_anywhere(name, text):
    tree = expression(text)
    assert enclosure(tree, {"x": POINTS[1]}, 200) is None
    with pytest.raises(Undecided):
        domain().read(tree)
    try:
        form = to_sympy(tree)
    except Undecided:
        return
    assert enclose(form, {x: sp.Rational(3, 2)}, 200) is None


@pytest.mark.parametrize("z", ["5", "5*x/(1 + x)", "3"])
def test_a_series_that_ends_has_no_sign_beyond_1(z):
    """2F1(-1, 1; 2; z) = 1 - z/2 is defined for every z and negative for z > 2: Euler's integral needs z < 1."""
    at = domain()
    smooth = at.read(expression(f"hyp2f1(-1, 1, 2, {z})"))
    assert at.sign(smooth) != 1 and enclosure(smooth, {"x": Fraction(3)}, 100) < 0


def test_a_claim_that_takes_such_a_series_for_positive_is_not_proved():
    """|1 - 5/2| = 3/2: the expression is minus the metric."""
    false = "-2/3*abs(hyp2f1(-1, 1, 2, 5))/sqrt(4*x**q + lam**2)"
    stated = claim({"id": "a", "quantity": "metric", "q": "3/2", "invariants": ["0", "lam"], "expression": false})
    assert isinstance(stated, EqualityClaim) and prove(stated).verdict != "proved"


def test_tan_is_not_shown_to_be_defined():
    with pytest.raises(Undecided):
        domain().read(expression("tan(x)"))


NEW = """
from steepest_mirror.symbolic.reading import functions
functions.REGISTRY["erf"] = functions.Function("erf", ("z",), keeps_sign=True, tame=True, known_as=("errorfunction",))
functions.REGISTRY["lambertw"] = functions.Function("lambertw", ("z",), where="z > -1/3", sympy="LambertW")
functions.FUNCTIONS |= {"erf", "lambertw"}
from fractions import Fraction
import sympy as sp
from steepest_mirror.numeric_checks.sympy_ball import enclose
from steepest_mirror.numeric_checks.tree_ball import enclosure
from steepest_mirror.proofs.check.defined import Domain
from steepest_mirror.symbolic.deciding.formulas import TRUE
from steepest_mirror.symbolic.reading.grammar import expression
from steepest_mirror.symbolic.reading.to_sympy import to_sympy
from steepest_mirror.symbolic.setting import setting
tree = expression("erf(x) + lambertw(x)")
value = to_sympy(tree)
assert value == sp.erf(sp.Symbol("x", positive=True)) + sp.LambertW(sp.Symbol("x", positive=True))
one, two = enclosure(tree, {"x": Fraction(1)}, 100), enclose(value, {sp.Symbol("x", positive=True): 1}, 100)
assert one.overlaps(two) and abs(float(one) - 0.84270079294971 - 0.56714329040978) < 1e-12
assert enclosure(expression("lambertw(-1)"), {}, 100) is None
assert Domain(setting(sp.Rational(3, 2), invariants=(0, 1)), TRUE).sign(expression("erf(x)")) == 1
print("registered")
"""


def test_a_new_function_is_one_entry():
    run = subprocess.run([sys.executable, "-c", NEW], capture_output=True, text=True, check=False)
    assert run.stdout == "registered\n", run.stderr
