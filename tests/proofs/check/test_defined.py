"""Where expressions have values: shown for all x, u, names > 0 and q in [1, 2], or not at all."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.check.defined import Domain, Undefined
from steepest_mirror.symbolic.deciding.formulas import atom
from steepest_mirror.symbolic.deciding.polynomials import L as LAYERS
from steepest_mirror.symbolic.deciding.polynomials import constant
from steepest_mirror.symbolic.errors import Undecided
from steepest_mirror.symbolic.reading import grammar
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import lam, q

SHOWN = (
    "log(x + lam)",
    "sqrt(4*x**q + lam**2)",
    "atanh(x/(x + 1))",
    "acosh(1 + u)",
    "1/(u + lam)",
    "(3 - q)**x",
    "log(1 + 1/q)",
    "1/(sqrt(4*x**q + lam**2) - lam)",
    "hyp2f1(1/2, 1/q, 1 + 1/q, -u/lam)",
    "sqrt(q - 1)",
    "1/(q + x - x)",
    "elliptic_f(atan(u), 1 - 1/q)",
)
NOT_SHOWN = (
    "log(x - lam)",
    "sqrt(x - 1)",
    "1/(x - lam)",
    "abs(x - 1)",
    "max(x, 1)",
    "atanh(x)",
    "acosh(x)",
    "(q - 1)**x",
    "gamma(q - 1)",
    "hyp2f1(1, 1, q - 1, -x)",
    "hyp2f1(1/2, 1, 2, x)",
    "tan(x)",
    "log(log(x))",
)
HOLES = {
    "1/(2 - q)": ("q = 2",),
    "log(q - 1)": ("q = 1",),
    "1/((q - 1)*(2 - q))": ("q = 1", "q = 2"),
    "1/(2 - q + x - x)": ("q = 2",),
    "1/(q - 3/2)": ("q = 3/2",),
    "x**(1/(2*q - 3))": ("q = 3/2",),
    "1/(L - 2)": (),
    "1/(q**2 - 2)": ("q**2 - 2 = 0",),
}


def domain() -> Domain:
    return Domain(setting(q, [0, lam]), atom(LAYERS - constant(2), "=="))


@pytest.mark.parametrize("text", SHOWN)
def test_shown(text):
    found = domain()
    found.read(grammar.expression(text, ["lam"]))
    assert not found.holes


@pytest.mark.parametrize("text", NOT_SHOWN)
def test_not_shown(text):
    with pytest.raises(Undecided):
        domain().read(grammar.expression(text, ["lam"]))


@pytest.mark.parametrize(("text", "holes"), HOLES.items())
def test_a_hole_is_left_out_and_named(text, holes):
    if not holes:  # 0 at the depth of the setting: no value at all
        with pytest.raises(Undefined):
            domain().read(grammar.expression(text, ["lam"]))
        return
    found = domain()
    found.read(grammar.expression(text, ["lam"]))
    assert found.holes == holes


@pytest.mark.parametrize(
    ("text", "sign"),
    (("x + lam", 1), ("-u - 1", -1), ("x - lam", None), ("sqrt(4*x**q + lam**2) - lam - u", 1), ("q - 3", -1)),
)
def test_signs(text, sign):
    assert domain().sign(grammar.expression(text, ["lam"])) == sign


def test_absolute_values_and_extremes_are_replaced():
    read = domain().read(grammar.expression("abs(-x) + max(u, u + lam) + sign(-lam) + min(2, 3)", ["lam"]))
    assert read == grammar.expression("x + (u + lam) + -1 + 2", ["lam"]) or domain().sign(read) is not None
