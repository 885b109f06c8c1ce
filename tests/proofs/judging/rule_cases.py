"""An application of each rule as data: its theorem, the hypotheses no model shows to be needed, what it refuses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import sympy as sp

from steepest_mirror.proofs.judging.formulas import (
    almost,
    at_most,
    below,
    continuous,
    equal,
    for_all,
    formula,
)
from steepest_mirror.proofs.judging.models import T
from steepest_mirror.proofs.judging.rules import algebraic, along, calculus, logical, order, sums
from steepest_mirror.proofs.judging.tactics import freed, given, show
from steepest_mirror.proofs.judging.terms import (
    PASSED,
    exp,
    function,
    index,
    letter,
    others,
    past,
    plain,
    product_over,
    rate,
    signed_power,
    size,
    sum_over,
)
from steepest_mirror.proofs.judging.theorem import Theorem

a, b, c, r, s = (letter(name, "real") for name in "abcrs")
p, q, L = letter("p", "pos"), letter("q", "q"), letter("L", "depth")
i, j, k, m = index("i", "L"), index("j", "L"), index("k", "L"), index("m", "n")
a_i, b_i, a_j = letter("a", "real", i), letter("b", "real", i), letter("a", "real", j)
y, z, u, y_i, z_i = (
    function("y"),
    function("z"),
    function("u", "pos"),
    function("y", "real", i),
    function("z", "real", i),
)
AB, BC, CR = at_most(a, b), at_most(b, c), at_most(c, r)
SIGN, ORDER, SAME = (for_all(i, f) for f in (at_most(0, a_i), at_most(a_i, b_i), equal(a_i, b_i)))
HALF = Fraction(1, 2)
NUMBERS = tuple(Fraction(n, d) for n, d in ((-2, 1), (-1, 1), (-1, 2), (0, 1), (1, 3), (1, 1), (3, 2)))
PATHS = (T * 0, T * 0 + 1, -T - 1, T**2 - 3, 1 / (1 + T), 3 - T, 2 * T + 1, sp.exp(-T))


@dataclass(frozen=True)
class Case:
    """A theorem by the rule; hypotheses no model shows to be needed; what is refused; other paths and numbers."""

    make: Callable[[], Theorem]
    refused: tuple[Callable[[], Any], ...] = ()
    needless: tuple[Any, ...] = ()
    paths: tuple[Any, ...] = PATHS
    numbers: tuple[Fraction, ...] = NUMBERS
    continuous: bool = False  # the paths are, by construction
    least: int = 3  # models that meet all hypotheses


def free(f: Any) -> Theorem:
    """The assumption, at its index."""
    return freed(given(f))


def chain() -> Theorem:
    """a <= b, b <= c |- a <= c."""
    return show("<=", a, c, (given(AB), 1), (given(BC), 1))


def said(kind: str, left: Any, right: Any) -> Callable[[], Theorem]:
    """The relation by calculation."""
    return lambda: algebraic.calculation(stated=(kind, plain(left), plain(right)))


FALLS = almost(at_most(rate(y), -1 * c * z))
FLOOR = at_most(b, y)
SMALL = almost(at_most(rate(y), -1 * c * y**s))
NOW = almost(equal(y, z))
HELD = formula(("and", continuous(y), ("all", i.term, continuous(y))))
PRODUCT = product_over(i, a_i)
CASES: dict[str, Case] = {
    "assume": Case(lambda: given(AB), (lambda: logical.assume(stated=("<=", y.term, plain(0))),)),
    "bernoulli": Case(
        lambda: order.bernoulli(given(below(0, a)), given(at_most(1, r))),
        (
            lambda: order.bernoulli(given(below(0, a))),
            lambda: order.bernoulli(given(at_most(0, a)), given(at_most(1, r))),
            lambda: order.bernoulli(given(below(0, a)), given(at_most(0, r))),
            lambda: order.bernoulli(given(below(0, a)), given(at_most(r, 1))),
            lambda: order.bernoulli(given(below(0, a)), given(at_most(0, r)), given(at_most(s, 1))),
            lambda: order.bernoulli(given(below(0, a)), given(at_most(1, r)), given(at_most(r, 1))),
        ),
        numbers=(*NUMBERS, Fraction(5)),
        needless=(below(0, a),),
    ),
    "implied": Case(lambda: logical.implied(chain(), stated=AB), (lambda: logical.implied(stated=AB),)),
    "apply": Case(
        lambda: logical.apply(given(formula(("=>", AB, BC))), given(AB)),
        (lambda: logical.apply(given(formula(("=>", AB, BC))), given(BC)), lambda: logical.apply(given(AB), given(AB))),
    ),
    "cut": Case(
        lambda: logical.cut(chain(), show("<=", a, r, (given(at_most(a, c)), 1), (given(CR), 1))),
        (lambda: logical.cut(chain()),),
    ),
    "both": Case(lambda: logical.both(given(AB), given(BC)), (lambda: logical.both(given(AB)),)),
    "part": Case(
        lambda: logical.part(given(formula(("and", AB, BC))), k=1),
        tuple(lambda k=k: logical.part(given(formula(("and", AB, BC))), k=k) for k in (-1, 2)),
    ),
    "equivalent": Case(
        lambda: logical.equivalent(given(formula(("=>", AB, BC))), given(formula(("=>", BC, AB)))),
        (lambda: logical.equivalent(given(formula(("=>", AB, BC))), given(formula(("=>", AB, BC)))),),
    ),
    "for_index": Case(
        lambda: logical.for_index(given(SIGN), i=i.term, j=j.term),
        (
            lambda: logical.for_index(given(SIGN), i=i.term, j=m.term),
            lambda: logical.for_index(given(AB), i=i.term, j=j.term),
        ),
    ),
    "every_index": Case(
        lambda: logical.every_index(show("<=", 0, b_i, (free(SIGN), 1), (free(ORDER), 1)), i=i.term),
        (lambda: logical.every_index(given(at_most(0, a_i)), i=i.term),),
    ),
    "renamed": Case(
        lambda: logical.renamed(given(at_most(a_i, b)), i=i.term, j=j.term),
        (lambda: logical.renamed(given(at_most(a_i, b)), i=i.term, j=m.term),),
    ),
    "with_function": Case(
        lambda: logical.with_function(given(at_most(y, y * y)), letter=y.term, a=(z + 1).term),
        (
            lambda: logical.with_function(given(HELD), letter=y.term, a=z_i.term),  # a quantifier would catch i
            lambda: logical.with_function(given(equal(sum_over(i, y), 0)), letter=y.term, a=z_i.term),
            lambda: logical.with_function(given(at_most(u, 1)), letter=u.term, a=z.term),  # not shown to be positive
            lambda: logical.with_function(given(("flow", "objective")), letter=function("F").term, a=z.term),
        ),
    ),
    "almost_every": Case(
        lambda: logical.almost_every(given(at_most(y, z))), (lambda: logical.almost_every(given(AB)),)
    ),
    "calculation": Case(
        said("=", size(a * b) ** q, size(a) ** q * size(b) ** q),
        (
            said("=", a * a**-1, 1),
            said("<", 0, a * a),
            said("<=", a, a * a),
            said("=", (a * a) ** HALF, a),
            said("=", size(a) ** (q - 1) * size(a), size(a) ** (q + 1)),
        ),
    ),
    "away_from_zero": Case(
        lambda: algebraic.away_from_zero(given(below(0, size(y))), stated=("<", plain(0), (y * y).term)),
        (
            lambda: algebraic.away_from_zero(stated=("<", plain(0), (y * y).term)),
            lambda: algebraic.away_from_zero(given(below(0, size(y))), stated=("=", (z / z).term, plain(1))),
            lambda: algebraic.away_from_zero(given(below(0, size(y + z))), stated=("<", plain(0), (y * y).term)),
            lambda: algebraic.away_from_zero(given(at_most(0, size(y))), stated=("<", plain(0), (y * y).term)),
            lambda: algebraic.away_from_zero(given(below(0, size(y))), stated=("<", plain(0), y.term)),
        ),
    ),
    "combination": Case(
        lambda: show("<=", a * p, c * p, (given(AB), p), (given(BC), p)),
        (
            lambda: show("<=", b, a, (given(AB), -1)),
            lambda: show("<", a, c, (given(AB), 1), (given(BC), 1)),
            lambda: show("=", a, b, (given(AB), 1)),
            lambda: show("<=", a * r, b * r, (given(AB), r)),
        ),
    ),
    "replaced": Case(
        lambda: algebraic.replaced(given(equal(y, z)), given(almost(at_most(rate(y), y)))),
        (
            lambda: algebraic.replaced(given(NOW), given(almost(at_most(rate(y), 1)))),  # equal at some times only
            lambda: algebraic.replaced(given(NOW), given(continuous(y))),
            lambda: algebraic.replaced(given(equal(a_i, b)), given(SIGN)),
            lambda: algebraic.replaced(given(AB), given(AB)),
        ),
    ),
    "decision": Case(
        lambda: algebraic.decision(given(below(1, q)), stated=below(HALF, q * (L - 1) / L)),
        (
            lambda: algebraic.decision(stated=below(HALF, q * (L - 1) / L)),
            lambda: algebraic.decision(stated=equal((q - 1) * (q - 1) ** -1, 1)),  # 0/0 at q = 1
            lambda: algebraic.decision(stated=equal((L - 2) / (L - 2), 1)),
            lambda: algebraic.decision(given(AB), stated=below(0, q)),
        ),
    ),
    "factored": Case(
        lambda: sums.factored(i=i.term, factor=c.term, body=a_i.term),
        (lambda: sums.factored(i=i.term, factor=b_i.term, body=a_i.term),),
    ),
    "added": Case(
        lambda: sums.added(i=i.term, a=a_i.term, b=b_i.term),
        (lambda: sums.added(i=a.term, a=a_i.term, b=b_i.term),),
    ),
    "one_taken_out": Case(
        lambda: sums.one_taken_out(i=i.term, j=j.term, body=(a_i + letter("b", "real", j)).term),
        (
            lambda: sums.one_taken_out(i=i.term, j=i.term, body=a_i.term),
            lambda: sums.one_taken_out(i=i.term, j=m.term, body=a_i.term),
            lambda: sums.one_taken_out(i=i.term, j=j.term, body=sum_over(j, a_i * a_j).term),  # j would be caught
        ),
    ),
    "relettered": Case(
        lambda: sums.relettered(whole=others(i, j, a_i + a_j).term, j=k.term),
        (
            lambda: sums.relettered(whole=sum_over(i, a_i * a_j).term, j=j.term),
            lambda: sums.relettered(whole=others(i, j, a_i).term, j=j.term),
            lambda: sums.relettered(whole=PRODUCT.term, j=m.term),
        ),
    ),
    "congruent": Case(
        lambda: sums.congruent(free(SAME), i=i.term, whole=PRODUCT.term),
        (
            lambda: sums.congruent(given(equal(a_i, b_i)), i=i.term, whole=PRODUCT.term),  # for one i
            lambda: sums.congruent(free(ORDER), i=i.term, whole=PRODUCT.term),
            lambda: sums.congruent(free(SAME), i=i.term, whole=product_over(i, b_i).term),
        ),
    ),
    "powers_of_products": Case(
        lambda: sums.powers_of_products(given(below(0, r)), whole=others(i, j, a_i).term, head="abs^", r=r.term),
        (
            lambda: sums.powers_of_products(whole=PRODUCT.term, head="abs^", r=r.term),
            lambda: sums.powers_of_products(given(at_most(0, r)), whole=PRODUCT.term, head="abs^", r=r.term),
            lambda: sums.powers_of_products(whole=PRODUCT.term, head="spow", r=b_i.term),
            lambda: sums.powers_of_products(whole=sum_over(i, a_i).term, head="spow", r=r.term),
        ),
        (below(0, r),),  # 0^r has no value without it
    ),
    "subadditive": Case(
        lambda: sums.subadditive(
            free(SIGN), given(below(0, s)), given(at_most(s, 1)), i=i.term, body=a_i.term, s=s.term
        ),
        (
            lambda: sums.subadditive(
                given(at_most(0, a_i)), given(below(0, s)), given(at_most(s, 1)), i=i.term, body=a_i.term, s=s.term
            ),
        ),
        (SIGN, below(0, s)),  # powers without a value
    ),
    "constant_body": Case(
        lambda: sums.constant_body(given(below(0, a)), whole=others(i, j, a).term),
        (
            lambda: sums.constant_body(whole=product_over(i, a).term),
            lambda: sums.constant_body(whole=sum_over(i, a_i).term),
            lambda: sums.constant_body(whole=sum_over(m, a).term),
        ),
        (below(0, a),),  # 0^r has no value without it
    ),
    "exponents_added": Case(
        lambda: sums.exponents_added(given(below(0, c)), i=i.term, base=c.term, body=a_i.term),
        (
            lambda: sums.exponents_added(i=i.term, base=c.term, body=a_i.term),
            lambda: sums.exponents_added(given(at_most(0, c)), i=i.term, base=c.term, body=a_i.term),
            lambda: sums.exponents_added(free(for_all(i, below(0, b_i))), i=i.term, base=b_i.term, body=a_i.term),
        ),
        (below(0, c),),  # powers without a value
    ),
    "zero_factor": Case(
        lambda: sums.zero_factor(whole=others(i, j, a_i * b_i).term),
        (
            lambda: sums.zero_factor(whole=sum_over(i, a_i).term),
            lambda: sums.zero_factor(free(SIGN), whole=PRODUCT.term),
        ),
    ),
    "contradicted": Case(
        lambda: logical.contradicted(show("<", a, a, (given(AB), 1), (given(below(b, a)), 1)), stated=below(b, a)),
        (
            lambda: logical.contradicted(given(AB), stated=AB),
            lambda: logical.contradicted(given(at_most(a, a)), stated=at_most(a, a)),
            lambda: logical.contradicted(given(below(a, b)), stated=below(a, b)),
        ),
    ),
    "distributed": Case(
        lambda: sums.distributed(whole=others(i, j, a_i).term, b=b_i.term),
        (lambda: sums.distributed(whole=sum_over(i, a_i).term, b=b_i.term),),
    ),
    "unfolded": Case(
        lambda: along.unfolded(given(("flow", "product")), which=0),
        (
            lambda: along.unfolded(given(("flow", "product")), which=1),
            lambda: along.unfolded(given(("flow", "none")), which=0),
        ),
    ),
    "built_continuous": Case(
        lambda: along.built_continuous(
            given(continuous(y)), given(continuous(z)), a=plain(y + size(z) ** Fraction(3, 2) + exp(y))
        ),
        tuple(
            lambda t=t: along.built_continuous(given(continuous(y)), a=plain(t))
            for t in (z, y**HALF, size(y) ** HALF, 1 / y, rate(y), past(y), signed_power(y, HALF))
        ),
        paths=(*PATHS, sp.sign(T - 1)),
    ),
    "rate_of": Case(
        lambda: along.rate_of(given(continuous(y)), given(continuous(z)), a=plain(size(y) ** q * z + exp(z * PASSED))),
        (
            lambda: along.rate_of(given(continuous(y)), a=plain(y * z)),
            lambda: along.rate_of(given(continuous(size(y))), a=plain(size(y) ** Fraction(3, 2))),  # y may jump
        ),
        (continuous(y), continuous(z)),  # the models' paths are smooth
    ),
    "built_measurable": Case(
        lambda: along.built_measurable(given(formula(("measurable", y.term))), a=plain(size(y) ** (q - 1) + y**-1)),
        tuple(
            lambda t=t: along.built_measurable(given(formula(("measurable", y.term))), a=plain(t))
            for t in (z, y**HALF, y**r, size(y) ** y, rate(y))
        ),
        (formula(("measurable", y.term)),),
    ),
    "integrable_of": Case(
        lambda: calculus.integrable_of(given(continuous(y))),
        (lambda: calculus.integrable_of(given(formula(("measurable", y.term)))),),
        (continuous(y),),
    ),
    "integrated": Case(
        lambda: along.integrated(
            *map(given, (continuous(y), FALLS, at_most(0, z), formula(("measurable", z.term)), below(0, c), FLOOR)),
            c=c.term,
            r=z.term,
        ),
        (),
        (continuous(y), at_most(0, z), formula(("measurable", z.term))),
        (T * 0, T * 0 + 1, 3 - T, T),
        (Fraction(-1), Fraction(0), Fraction(1, 2), Fraction(1)),
    ),
    "arrival": Case(
        lambda: along.arrival(
            *map(given, (continuous(y), at_most(0, y), SMALL, below(0, c), below(0, s), below(s, 1))),
            c=c.term,
            s=s.term,
        ),
        (),
        (continuous(y), at_most(0, y), below(0, s)),  # y^s has no value without the signs
        (T * 0, T * 0 + 1, 1 / (1 + T), sp.Piecewise(((1 - T) ** 2, T < 1), (0, True))),
        (Fraction(-1), HALF, Fraction(1), Fraction(2)),
        continuous=True,
    ),
    "at_start": Case(
        lambda: along.at_start(a=plain(y * exp(z) + PASSED * y + past(y))),
        (lambda: along.at_start(a="y"),),
    ),
}  # fmt: skip
