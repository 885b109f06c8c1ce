"""The derived code against numeric quadrature of the definitions in weights: P, u by bisection, integrals by
tanh-sinh."""

import re
from fractions import Fraction
from functools import cache

import pytest
import sympy as sp
from mpmath import mp, mpf

from steepest_mirror.symbolic.errors import InputError
from steepest_mirror.symbolic.setting import Setting, setting
from steepest_mirror.symbolic.symbols import L, lam, q
from steepest_mirror.symbolic.writing.derive import QUANTITIES, derive

DIGITS = 20
TOLERANCE = mpf(10) ** -15


def rational(value):
    value = Fraction(int(value.p), int(value.q))
    return mpf(value.numerator) / value.denominator


class Oracle:
    """R'', R', R, ... of one numeric setting, by bisection and quadrature."""

    def __init__(self, at: Setting):
        self.q = rational(at.q)
        self.values = [rational(v) for v in at.invariants]
        self.L, self.k0 = len(self.values), self.values.count(0)
        self.balanced = self.k0 == self.L
        self.m = at.q * (self.L - 1) / self.L
        self.m0 = at.q * (self.k0 - 1) / self.k0

    def P(self, u):
        return mp.fprod(u + v for v in self.values)

    def u(self, x):
        low, high = mpf(0), x ** (self.q / self.L)
        for _ in range(4 * mp.prec):
            middle = (low + high) / 2
            low, high = (middle, high) if self.P(middle) < x**self.q else (low, middle)
            if high - low <= 2 * mp.eps * high:
                break
        return (low + high) / 2

    def below(self, u, c):
        """int_0^u P^c, with v = u r^{1/a}."""
        a = self.k0 * c + 1
        rest = [v for v in self.values if v]
        return (
            u**a / a * mp.quad(lambda r: mp.fprod(u * r ** (1 / a) + v for v in rest) ** c, [0, mpf(1) / 1000, 0.1, 1])
        )

    def above(self, u, c):
        """int_u^oo P^c, with v = u r^{-1/d}."""
        d = -self.L * c - 1
        return u**-d / d * mp.quad(lambda r: mp.fprod(1 + v * r ** (1 / d) / u for v in self.values) ** c, [0, 0.1, 1])

    def metric(self, x):
        u = self.u(x)
        return 1 / sum(self.P(u) / (u + v) for v in self.values)

    def mirror_map(self, x):
        if self.balanced:
            return (
                mp.log(x) / self.L if self.m == 1 else x ** (1 - rational(self.m)) / (self.L * (1 - rational(self.m)))
            )
        c = 1 / self.q - 1
        return (self.below(self.u(x), c) if self.m0 < 1 else -self.above(self.u(x), c)) / self.q

    def conjugate(self, x):
        return self.below(self.u(x), 2 / self.q - 1) / self.q

    def potential(self, x):
        return x * self.mirror_map(x) - self.conjugate(x)

    def regularizer(self, x):
        return self.L * self.conjugate(x)

    def coupled_regularizer(self, x):
        weights = [(self.u(x) + v) ** (1 / self.q) for v in self.values]
        return sum(w**2 - v ** (2 / self.q) for w, v in zip(weights, self.values, strict=True)) / 2


@cache
def function(at, what):
    """The printed code, as a function."""
    space = {}
    exec(derive(at, what).python, space)
    return space[what.replace("-", "_")]


def run(at, what, *arguments):
    return function(at, what)(*arguments)


OF_X = ("metric", "mirror-map", "potential", "conjugate", "regularizer", "coupled-regularizer")
SETTINGS = [
    *(setting(Fraction(s), [0, Fraction(v)]) for s in ("1", "3/2", "4/3", "2") for v in ("1", "3/7")),
    *(setting(Fraction(s), depth=n) for s in ("1", "5/4", "3/2", "2") for n in (2, 3, 5)),
    *(
        setting(Fraction(s), depth=n, balance=b)
        for s in ("1", "4/3", "3/2", "2")
        for n in (3, 4)
        for b in (Fraction(2, 3), -2)
    ),
    setting(2, [0, 1, 3]),
    setting(2, [0, 3, 1, 7]),
    setting(2, [0, 0, 1, 1]),
    setting(2, [0, 0, 1, 3]),
    setting(Fraction(9, 5), [0, 0, 1, 1]),
    setting(Fraction(9, 5), [0, 0, 0, 1, 1, 4]),
    setting(Fraction(3, 2), [0, Fraction(1, 2), 2, 3]),
    setting(Fraction(7, 6), [0, 0, 1, 2, 3, 4]),
    setting(1, [0, Fraction(1, 2), 2, 3]),
    setting(2, [0, 1, 2, 3]),
]


@pytest.mark.parametrize("at", SETTINGS, ids=str)
def test_code_agrees_with_quadrature(at):
    with mp.workdps(DIGITS):
        oracle = Oracle(at)
        for x in (mpf(1) / 7, mpf(3))[:: 2 if len(at.groups) > 3 else 1]:
            for what in OF_X:
                truth = getattr(oracle, what.replace("-", "_"))(x)
                value = run(at, what, x)
                assert abs(value - truth) <= TOLERANCE * max(1, abs(truth)), (what, x, value, truth)
            y = oracle.mirror_map(x)
            assert abs(run(at, "inverse-mirror-map", y) - x) <= TOLERANCE * max(1, x), (x, y)


def test_symbolic_statements_specialise():
    """The code for symbolic q and L at numbers is the code for those numbers, in every case of the split."""
    with mp.workdps(DIGITS):
        for sign in (1, -1):
            general = setting(q, depth=L, balance=sign * lam)
            for s, n in ((Fraction(5, 4), 3), (Fraction(7, 4), 3), (Fraction(7, 4), 4), (Fraction(2), 5)):
                special = setting(s, depth=n, balance=sign * Fraction(3, 2))
                letters = (n, mpf(3) / 2, mpf(s.numerator) / s.denominator)
                for what in ("metric", "mirror-map", "potential", "conjugate", "coupled-regularizer"):
                    one, other = run(general, what, mpf(2), *letters), run(special, what, mpf(2))
                    assert abs(one - other) <= TOLERANCE * max(1, abs(other)), (what, s, n)
                for what in ("range", "coercivity"):
                    one, other = run(general, what, *letters), run(special, what)
                    assert one == other or abs(one - other) <= TOLERANCE * max(1, abs(other)), (what, s, n)


@pytest.mark.parametrize(
    "at", [setting(2, [0, 1, 3]), setting(Fraction(9, 5), [0, 0, 1, 1]), setting(2, depth=4, balance=1)], ids=str
)
def test_range_is_the_limit_of_the_mirror_map(at):
    with mp.workdps(DIGITS):
        end, power = run(at, "range"), mpf(at.m.p) / at.m.q
        near, far = (run(at, "mirror-map", mpf(10) ** k) for k in (9, 12))
        decay = mpf(10) ** (-3 * (power - 1))  # Y - R'(x) ~ x^{1-m}
        assert abs((far - decay * near) / (1 - decay) - end) < mpf(10) ** -3 * end
        with pytest.raises(ValueError, match="range"):
            run(at, "inverse-mirror-map", end * (1 + mpf(10) ** -9))


@pytest.mark.parametrize(
    "at", [setting(Fraction(3, 2), [0, 1, 2]), setting(2, depth=3), setting(2, [0, 0, 1]), setting(1, depth=3)], ids=str
)
def test_parity_and_zero(at):
    with mp.workdps(DIGITS):
        for what in OF_X:
            x, sign = mpf(2) / 3, -1 if what == "mirror-map" else 1
            assert run(at, what, -x) == sign * run(at, what, x)
        assert [run(at, what, 0) for what in OF_X[2:]] == [0, 0, 0, 0]
        assert run(at, "mirror-map", 0) == (0 if at.m_zero < 1 else -mp.inf)
        assert run(at, "metric", 0) == (mp.inf if at.zeros > 1 else mpf(1) / 2)


def shown(line: str) -> tuple[sp.Expr, sp.Basic]:
    """The right-hand side of a printed line, and the condition printed after it, read by SymPy."""
    letters = {"x": sp.Symbol("x", positive=True), "q": sp.Symbol("q"), "L": sp.Symbol("L"), "lam": sp.Symbol("lam")}
    formula, _, remark = line.partition("   (")
    words = remark.split(";")[0].removeprefix("for ")
    words = words[:-1] if words.count(")") > words.count("(") else words
    held = sp.true
    for part in words.split(" and ") if remark.startswith("for ") else ():
        left, sign, right = re.split(r" (<=|>=|<|>|=) ", part)
        sides = [sp.parse_expr(side, letters) for side in (left, right)]
        held &= sp.Rel(*sides, "==" if sign == "=" else sign)
    return sp.parse_expr(formula.partition(" = ")[2], letters), held


@pytest.mark.parametrize(
    "what", ["metric", "mirror-map", "potential", "conjugate", "regularizer", "coupled-regularizer"]
)
@pytest.mark.parametrize(("steepness", "depth"), [(Fraction(5, 4), 3), (Fraction(7, 4), 4), (Fraction(1), 6)])
def test_the_printed_general_formula_is_the_quantity(what, steepness, depth):
    """The text for symbolic q and L, read back at numbers, against bisection and quadrature."""
    lines = derive(setting(q, depth=L), what).text.partition("as L ->")[0].strip().split("\n")
    at = {sp.Symbol("q"): sp.Rational(str(steepness)), sp.Symbol("L"): depth}
    held = [value for value, when in map(shown, lines) if bool(when.subs(at))]
    with mp.workdps(DIGITS):
        oracle = Oracle(setting(steepness, depth=depth))
        for x in (sp.Rational(1, 7), sp.Integer(3)):
            truth = getattr(oracle, what.replace("-", "_"))(mpf(x.p) / x.q)
            for value in held[:1]:
                found = sp.N(value.subs(at).subs(sp.Symbol("x", positive=True), x), DIGITS)
                assert abs(mpf(str(found)) - truth) <= TOLERANCE * max(1, abs(truth))
    assert held


@pytest.mark.parametrize(
    "at", [setting(2, [0, 0, 1, 1]), setting(1, [0, Fraction(1, 2), 2, 3]), setting(2, [0, 1])], ids=str
)
def test_text_and_latex_are_one_formula(at):
    """The printed metric in u, read back, is 1/P'(u) with P(u) the product of the u + Lambda_i, at a point."""
    u, v = sp.Symbol("u", positive=True), sp.Rational(5, 7)
    truth = 1 / sp.diff(sp.prod([u + value for value in at.invariants]), u).subs(u, v)
    x = sp.root(sp.prod([v + value for value in at.invariants]), at.q)
    line = derive(at, "metric").text.split("\n")[0]
    value = sp.parse_expr(line.partition(" = ")[2].partition("   (")[0], {"u": u, "x": sp.Symbol("x")})
    assert abs(sp.N(value.subs({u: v, sp.Symbol("x"): x}) - truth, 30)) < sp.Rational(1, 10**25)


@pytest.mark.parametrize("what", QUANTITIES)
@pytest.mark.parametrize("at", [setting(q, depth=L), setting(q, depth=L, balance=-lam), setting(q, [0, lam])], ids=str)
def test_code_of_every_quantity_compiles_and_the_proof_is_there(at, what):
    found = derive(at, what)
    space: dict = {}
    exec(found.python, space)
    assert what in ("flow", "balance") or callable(space[what.replace("-", "_")])
    assert found.what == what and all(step.strip() for step in found.proof) and len(found.proof) >= 1


@pytest.mark.parametrize("what", [w for w in QUANTITIES if w not in ("flow", "balance")])
@pytest.mark.parametrize(
    "at",
    [
        *(setting(q, depth=L), setting(q, depth=L, balance=lam), setting(q, depth=L, balance=-lam)),
        *(setting(q, [0, lam]), setting(sp.Rational(3, 2), depth=L), setting(2, [0, lam, 3 * lam])),
    ],
    ids=str,
)
@pytest.mark.parametrize("steepness", (1, 2, Fraction(7, 5)))
def test_integers_and_fractions_are_exact_in_the_code(at, what, steepness):
    """The value at 60 digits is the one at 100 digits, whatever exact kind of number the letters are."""
    space: dict = {}
    exec(derive(at, what).python, space)
    call = space[what.replace("-", "_")]
    given = {"L": 5, "q": steepness, "lam": 3, "x": Fraction(7, 10), "y": Fraction(-1, 30)}
    head = call.__code__.co_varnames[: call.__code__.co_argcount]

    def value(digits):
        with mp.workdps(digits):
            try:
                return +call(*(given[name] for name in head))
            except ValueError:  # y outside the range
                return None

    coarse, fine = value(60), value(100)
    assert (coarse is None) == (fine is None)
    if coarse is not None and mp.isfinite(fine):
        with mp.workdps(100):
            assert abs(coarse - fine) <= mpf(10) ** -54 * abs(fine)


def test_names_that_python_reserves():
    at = setting(2, [0, sp.Symbol("lambda", positive=True), sp.Symbol("mp", positive=True)])
    assert run(at, "coercivity", 2, 3) == 6


def test_unknown_quantity():
    with pytest.raises(InputError, match="mirror-map"):
        derive(setting(2, depth=2), "mirror")
