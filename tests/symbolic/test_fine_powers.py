"""Powers with a large denominator: the same value as without letters, and quick at any denominator up to 10^6."""

from __future__ import annotations

import time

import mpmath
import pytest
import sympy as sp

from steepest_mirror.proofs.check import claim
from steepest_mirror.proofs.check.attempt import prove
from steepest_mirror.symbolic.fine_powers import apart, power
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import lam, x
from steepest_mirror.symbolic.writing.derive import QUANTITIES, derive

FINE = ("1000001/1000000", "1999/1000", "10001/10000", "1415927/1000000")


def r(text):
    return sp.Rational(text)


@pytest.mark.parametrize("n", (1, 13, 17, 101))
def test_the_value_is_kept(n):
    e = (x ** (1 + sp.Rational(1, n)) + lam * x ** sp.Rational(n - 1, n)) / (x ** sp.Rational(-1, n) + 1) + x
    found = apart(lambda f: sp.factor(sp.together(f)), e)
    at = {x: sp.Rational(7, 3), lam: sp.Rational(2, 5)}
    assert abs(sp.N(found.subs(at) - e.subs(at), 40)) < sp.Rational(1, 10**35)


def test_what_cancels_is_cancelled():
    d = x ** sp.Rational(1, 1001)
    assert apart(sp.cancel, (d**2 - 1) / (d - 1)) == d + 1


def test_powers_of_numbers():
    for number, e in ((r("2/3"), r("1000/37")), (r("12/35"), r("-7/1000")), (sp.Integer(1), r("1/99"))):
        with mpmath.workdps(60):
            wanted = mpmath.mpf(int(number.p)) / int(number.q)
            wanted = wanted ** (mpmath.mpf(int(e.p)) / int(e.q))
            assert abs(mpmath.mpf(str(sp.N(power(number, e), 50))) - wanted) < mpmath.mpf(10) ** -45 * wanted


@pytest.mark.parametrize("q", FINE)
@pytest.mark.parametrize("what", QUANTITIES)
def test_every_quantity_is_derived(q, what):
    for at in (setting(r(q), [0, lam]), setting(r(q), depth=3), setting(r(q), [0, r("1/2"), 2])):
        started = time.process_time()
        assert derive(at, what).text
        assert time.process_time() - started < 20, "minutes where a dense polynomial is made"


@pytest.mark.parametrize("q", FINE)
def test_the_standard_claims_are_proved(q):
    table = {"id": "c", "q": q, "invariants": ["0", "lam"]}
    for quantity, text in {
        "metric": "1/sqrt(4*x**(Q) + lam**2)",
        "mirror-map": "x/lam*hyp2f1(1/2, 1/(Q), 1 + 1/(Q), -4*x**(Q)/lam**2)",
    }.items():
        for written in (text.replace("Q", "q"), text.replace("Q", q)):
            stated = claim({**table, "quantity": quantity, "expression": written})
            assert prove(stated).verdict == "proved"
            assert prove(claim({**table, "quantity": quantity, "expression": f"{written} + 1e-40"})).verdict != "proved"


def test_a_fine_coefficient_of_a_letter_in_an_exponent():
    """u^{500000 L/999983} + 1 has degree 500000 in u^{L/999983}: no polynomial in that is made."""
    u, L = sp.symbols("u L", positive=True)
    e = 1 / (u ** (500000 * L / 999983) + 1) - u ** (500000 * L / 999983 - 3) + (1 + u**L) / u ** sp.Rational(1, 500001)
    seen = []
    found = apart(lambda f: seen.append(f) or sp.factor(sp.together(f)), e)
    assert not any(n > 12 for power in seen[0].atoms(sp.Pow) for c in power.exp.atoms(sp.Rational) for n in (c.p, c.q))
    values = [f.subs({u: sp.Rational(17, 10), L: 3}).evalf(40) for f in (e, found)]
    assert abs(values[0] - values[1]) < 1e-35
