"""quantity = expression for all x > 0, proved: compared at x = P(u)^{1/q}, where everything is algebraic or
differentiates
to something algebraic, and at one end.

  value known in u            E - Q = 0
  Q' = f known, Q(base) = 0   E' - f = 0 and lim E = 0 at the base
  (dQ/dx)' = f                the same for dE/dx = E'/x', and lim E = 0 at u = 0

up to a constant: E' = Q';  affine in x: d/du dE/dx = d/du dQ/dx;  a factor: E' Q = E Q' (or (E'/f)' = 0), E != 0.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import sympy as sp

from ...numeric_checks.tree_ball import enclosure
from ...symbolic.algebra import is_zero
from ...symbolic.deciding import formulas
from ...symbolic.errors import Undecided
from ...symbolic.fine_powers import apart
from ...symbolic.formula import size
from ...symbolic.product import integrals
from ...symbolic.reading import terminating
from ...symbolic.reading.expression import Call, Expression, Number, Power, names, walk
from ...symbolic.reading.functions import FUNCTIONS
from ...symbolic.symbols import u
from ...symbolic.writing.text_and_latex import words
from ..judging.steps import Cite, Group, Identity, Step, nonnegative
from .claims import EqualityClaim
from .defined import BITS, MOST_OPERATIONS, Domain, in_u
from .hypergeometric import canonical
from .limits import flat, limit_at_zero
from .parameters import without_p
from .regimes import Regime, Target, regimes, target
from .relations import RELATIONS

_HYPERGEOMETRIC = frozenset(name for name in FUNCTIONS if hasattr(terminating, name))
_S = sp.Dummy("s", positive=True)  # not a name that a claim can hold


@dataclass(frozen=True)
class HasValue(Step):
    """The expression is defined and smooth for every x > 0 and all (q, L) of the regime."""

    shown: bool = False

    def holds(self, assumed: frozenset[str]) -> bool:
        return self.shown


@dataclass(frozen=True)
class Vanishes(Step):
    """An expression tends to 0 as u -> 0, or to infinity, by its leading powers."""

    value: sp.Expr = sp.S.Zero
    at_infinity: bool = False
    domain: Domain | None = field(default=None, compare=False)

    def holds(self, assumed: frozenset[str]) -> bool:
        assert self.domain is not None
        near = tidy(self.value.subs(u, 1 / _S)) if self.at_infinity else self.value.subs(u, _S)
        return any(
            found is not None and is_zero(found)
            for form in (near, flat(tidy(near)))
            for found in (limit_at_zero(form, _S, self.domain.exponent_sign),)
        )

    def checked(self) -> str:
        return f"{words(self.value)} -> 0 as u -> {'infinity' if self.at_infinity else '0'}"


@dataclass(frozen=True)
class Nonzero(Step):
    """The expression has one sign for all values."""

    shown: bool = False

    def holds(self, assumed: frozenset[str]) -> bool:
        return self.shown


@dataclass(frozen=True)
class Argument:
    """The steps for each regime, the holes left out in words, and what stood in the way of a regime."""

    steps: tuple[Step, ...]
    holes: tuple[str, ...]
    obstacles: tuple[str, ...]


def argument(claim: EqualityClaim) -> Argument:
    """The proof as steps, one group for each regime (unchecked: proofs.judging.judge checks steps)."""
    steps: list[Step] = []
    holes: list[str] = []
    obstacles: list[str] = []
    for regime in regimes(claim):
        domain = Domain(regime.at, regime.given)
        try:
            steps.append(Group(f"{regime.words}:", tuple(_regime(claim, regime, domain)), conclusion=True))
            holes += domain.holes
        except Undecided as error:
            several = claim.q is None or len(claim.q) > 1
            one_depth = regime.critical and claim.invariants is None and claim.depth is None
            thin = (several and (regime.only is not None or regime.critical)) or one_depth
            if thin and _without_value(claim, regime, domain):
                holes.append(regime.hole if several else regime.hole.partition(", ")[2])
            else:
                obstacles.append(f"{regime.words}: {error}")
    if not steps and not obstacles:
        obstacles.append("the expression is undefined")
    return Argument(tuple(steps), tuple(dict.fromkeys(holes)), tuple(obstacles))


def _without_value(claim: EqualityClaim, regime: Regime, domain: Domain) -> bool:
    """Whether the expression is shown to have no value on the whole regime, whatever x, u and the names."""
    tree, meaning = without_p(claim.expression)
    if formulas.satisfiable(regime.given & meaning) is None:
        return True
    at = {} if regime.only is None else {"q": regime.only}
    return any(
        (names(part) <= at.keys() and enclosure(part, at, BITS) is None)  # type: ignore[arg-type]
        or (isinstance(part, Power) and part.exponent == Number(Fraction(-1)) and domain.vanishes(part.base))  # type: ignore[arg-type]
        for part in walk(tree)
    )


def _regime(claim: EqualityClaim, regime: Regime, domain: Domain) -> Iterator[Step]:
    tree, meaning = without_p(claim.expression)
    domain.meet(meaning, "the expression is undefined for some q and L")
    smooth = domain.read(tree)
    yield HasValue("the expression has a value and is smooth for all x > 0", shown=True)
    if any(isinstance(part, Call) and part.function in _HYPERGEOMETRIC for part in walk(smooth)):
        yield Cite("its hypergeometric functions are written as F_D(a; b; a + 1; z)", "hypergeometric-forms")
    wanted = target(claim.quantity, regime)
    if wanted.value is not None and wanted.order == 0:
        yield from _consistent(claim, regime, wanted)
    value = canonical(domain.sympy(smooth))
    tried: list[list[Step]] = []
    for form in _forms(value, smooth, domain):
        steps = list(_RULES[wanted.order](form, wanted, claim.up_to, regime, domain))
        tried.append(steps)
        if all(step.check(frozenset()) for step in steps):
            break
    else:
        steps = tried[0]
    if claim.up_to == "factor":
        shown = domain.never_zero(smooth) or _one_sign(value, wanted, regime)
        yield Nonzero("the expression is not 0", shown=shown)
    yield from steps


def _forms(value: sp.Expr, smooth: Expression, domain: Domain) -> Iterator[sp.Expr]:
    """The expression in u, the same with its sums factored in x first (the shorter before), and in exponentials."""
    factored = canonical(in_u(tidy(_cancelled(domain.in_x(smooth))), domain.at))
    yield from dict.fromkeys(sorted((value, factored), key=sp.count_ops))
    for rewrite in (_in_exponentials, _circular, _denested, *RELATIONS):
        if (rewritten := rewrite(value)) != value:
            yield rewritten


def _cancelled(value: sp.Expr) -> sp.Expr:
    """The parts that are rational functions with a sum below, in lowest terms."""

    def fraction(f: sp.Expr) -> bool:
        below = any(p.exp.is_negative and p.base.is_Add for p in f.atoms(sp.Pow))
        return bool(
            (f.is_Mul or f.is_Add) and below and f.is_rational_function() and sp.count_ops(f) <= MOST_OPERATIONS
        )

    try:
        return value.replace(fraction, lambda f: apart(lambda e: sp.cancel(sp.together(e)), f))
    except sp.polys.polyerrors.BasePolynomialError:
        return value


def _in_exponentials(value: sp.Expr) -> sp.Expr:
    """Hyperbolic functions by exponentials, their inverses by logarithms."""
    value = value.replace(lambda f: isinstance(f, sp.asinh | sp.acosh | sp.atanh), lambda f: f.rewrite(sp.log))
    return value.replace(lambda f: isinstance(f, sp.sinh | sp.cosh | sp.tanh), lambda f: f.rewrite(sp.exp))


def _circular(value: sp.Expr) -> sp.Expr:
    """sin 2z = 2 sin z cos z and the like, sin^2 = 1 - cos^2, acos z = pi/2 - asin z, and atan(1/z) = pi/2 - atan z for
    z > 0."""

    def inverted(f: sp.Expr) -> bool:
        return isinstance(f, sp.atan) and f.args[0].is_positive and sp.fraction(f.args[0])[0].is_number

    value = value.replace(lambda f: isinstance(f, sp.sin | sp.cos) and f.args[0].is_Mul, sp.expand_trig)
    value = value.replace(sp.acos, lambda z: sp.pi / 2 - sp.asin(z))
    value = value.replace(inverted, lambda f: sp.pi / 2 - sp.atan(1 / f.args[0]))
    return value.replace(
        lambda f: f.is_Pow and isinstance(f.base, sp.sin) and f.exp.is_Integer and f.exp >= 2,
        lambda f: (1 - sp.cos(f.base.args[0]) ** 2) ** (f.exp // 2) * f.base ** (f.exp % 2),
    )


def _denested(value: sp.Expr) -> sp.Expr:
    """Each root of a number as a sum of roots r, shown to be it: r^2 is the number and r > 0."""

    def root(f: sp.Expr) -> sp.Expr:
        simpler = sp.sqrtdenest(sp.sqrt(f.base))
        return simpler ** (2 * f.exp) if simpler.is_positive and is_zero(simpler**2 - f.base) else f

    return value.replace(lambda f: f.is_Pow and f.exp.is_Rational and f.exp.q == 2 and f.base.is_number, root)


def _one_sign(value: sp.Expr, wanted: Target, regime: Regime) -> bool:
    """Whether E, or the derivative of it that is compared, has one sign, so that E is not 0."""
    compared = [value, _d(value)] if wanted.order < 2 else [_d(_d_dx(value, regime))]
    return any(nonnegative(side * tidy(e), strict=True) for e in compared for side in (1, -1))


def _consistent(claim: EqualityClaim, regime: Regime, wanted: Target) -> Iterator[Step]:
    yield _equal(f"d/du of the {claim.quantity} in u is as derived", _d(wanted.value), wanted.density)


def tidy(e: sp.Expr) -> sp.Expr:
    """symbolic.product.integrals.tidy, or e itself where SymPy's polynomials do not take it."""
    try:
        return integrals.tidy(e)
    except sp.polys.polyerrors.BasePolynomialError:
        return e


def _equal(text: str, left: sp.Expr, right: sp.Expr) -> Identity:
    return Identity(text, tidy(left), tidy(right))


def _d(e: sp.Expr | None) -> sp.Expr:
    try:
        result = sp.diff(e, u)
    except NotImplementedError as error:
        raise Undecided("a function in the expression is not differentiated") from error
    if result.has(sp.Derivative, sp.Subs):
        raise Undecided("a function in the expression is not differentiated")
    return canonical(result)


def _d_dx(e: sp.Expr, regime: Regime) -> sp.Expr:
    at = regime.at
    return _d(e) * at.q * at.P() ** (1 - 1 / at.q) / at.dP()


def _direct(e: sp.Expr, wanted: Target, freedom: str, regime: Regime, domain: Domain) -> Iterator[Step]:
    value = wanted.value
    assert value is not None
    match freedom:
        case "nothing":
            if e.has(sp.hyper, sp.Function) and not is_zero(tidy(e) - tidy(value)):
                yield from _by_derivative(e, value, domain)
            else:
                yield _equal("expression = derived value at x = P(u)^{1/q}", e, value)
        case "constant":
            yield _equal("the derivatives in u agree", _d(e), _d(value))
        case "affine":
            yield _equal("the second derivatives in x agree", _d(_d_dx(e, regime)), _d(_d_dx(value, regime)))
        case _:
            yield _equal("E' Q = E Q', so E/Q is constant", _d(e) * value, e * _d(value))


def _by_derivative(e: sp.Expr, value: sp.Expr, domain: Domain) -> Iterator[Step]:
    same = _equal("the derivatives in u agree", _d(e), _d(value))
    end = Vanishes("the difference tends to 0 as u -> 0", e - value, False, domain)
    yield Cite("so expression and derived value agree", "equal-derivatives", (same, end))


def _once(e: sp.Expr, wanted: Target, freedom: str, regime: Regime, domain: Domain) -> Iterator[Step]:
    slope, f = _d(e), wanted.density
    match freedom:
        case "nothing" | "constant":
            same = _equal("dE/du is the derived density", slope, f)
            if freedom == "constant":
                yield same
                return
            yield Cite("so E is the quantity", "equal-derivatives", (same, _base(e, regime, domain)))
        case "affine":
            yield _equal("the second derivatives in x agree", _d(_d_dx(e, regime)), _d(f / _speed(regime)))
        case _:
            yield _equal("(E'/f)' = 0, so E' = c f", _d(slope) * f, slope * _d(f))
            yield _base(e, regime, domain)


def _twice(e: sp.Expr, wanted: Target, freedom: str, regime: Regime, domain: Domain) -> Iterator[Step]:
    first = _d_dx(e, regime)
    second, f = _d(first), wanted.density
    if freedom == "factor":
        yield _equal("((dE/dx)'/f)' = 0", _d(second) * f, second * _d(f))
    else:
        yield _equal("d/du dE/dx is the derived density of R'", second, f)
    if freedom != "affine":
        yield _base(first, regime, domain, "dE/dx")
    if freedom in ("nothing", "factor"):
        yield Vanishes("E -> 0 as u -> 0", e, False, domain)


def _base(e: sp.Expr, regime: Regime, domain: Domain, name: str = "E") -> Vanishes:
    far = regime.base is sp.oo
    return Vanishes(f"{name} -> 0 as u -> {'infinity' if far else '0'}", e, far, domain)


def _speed(regime: Regime) -> sp.Expr:
    return sp.diff(size(regime.at), u)


_RULES = (_direct, _once, _twice)
