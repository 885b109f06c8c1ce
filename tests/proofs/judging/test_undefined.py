"""A statement with a term that may have no value says what that term stands for; one without such a term does not."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.judging.formal import Formal, derive
from steepest_mirror.proofs.judging.formulas import at_most, below, equal
from steepest_mirror.proofs.judging.models import Model
from steepest_mirror.proofs.judging.rules.algebraic import calculation
from steepest_mirror.proofs.judging.terms import exp, function, letter, log, plain, rate, sign, signed_power, size
from steepest_mirror.proofs.judging.undefined import WORDS, may_be_undefined

x, u, v = function("x"), function("u", "pos"), function("v", "nonneg")
q, L, a, c = letter("q", "q"), letter("L", "depth"), letter("a", "real"), letter("c")


@pytest.mark.parametrize(
    "term", [1 / x, x**q, 1 / v, v ** (1 - q), v**a, log(v), log(a), 1 / (u + a), rate(1 / x), 1 / a]
)
def test_what_may_have_no_value(term) -> None:
    assert may_be_undefined((equal(x, term),))
    assert may_be_undefined((at_most(x, 0), ("not", equal(exp(term), 1)))) is True


@pytest.mark.parametrize(
    "term", [1 / u, x**2, x**0, u**a, v**q, v ** (q - 1), v**c, log(u + c), signed_power(x, a), 1 / (u + v)]
)
def test_what_has_a_value(term) -> None:
    assert not may_be_undefined((equal(x, term), below(0, u), ("flow", "driven")))


def test_the_scope_says_so() -> None:
    """|x|/x = sign x holds where x = 0 too, whatever number 1/0 is taken for."""
    goal = equal(size(x) * (1 / x), sign(x))
    claim = Formal((), goal, lambda: calculation(stated=goal[1]), Model)
    assert derive(claim).stands and claim.scope().endswith(WORDS)
    goal = equal(plain(1), 1)
    assert WORDS not in Formal((), goal, lambda: calculation(stated=goal), Model).scope()
