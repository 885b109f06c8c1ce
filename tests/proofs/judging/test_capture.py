"""No quantifier, however deep, catches an index of the term put for a function: else w_j <= w_i is derived."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.judging.replay import replayed
from steepest_mirror.proofs.judging.rules.algebraic import calculation
from steepest_mirror.proofs.judging.rules.logical import apply, assume, for_index, part, with_function
from steepest_mirror.proofs.judging.terms import function, index, number, plain
from steepest_mirror.proofs.judging.theorem import Refused, Theorem

i, j, k = (index(name, "L") for name in "ijk")
F = function("F", "real")
TRUE = ("=", number(1), number(1))


def below_F(nested: str) -> Theorem:
    """... (all i: w_i <= F) |- w_j <= F, the quantifier at the top, in a conjunction, in an implication."""
    all_below = ("all", i.term, ("every", ("<=", plain(function("w", "real", i)), plain(F))))
    if nested == "and":
        whole = part(assume(stated=("and", all_below, TRUE)), k=0)
    elif nested == "=>":
        whole = apply(assume(stated=("=>", TRUE, all_below)), calculation(stated=TRUE))
    else:
        whole = assume(stated=all_below)
    return for_index(whole, i=i.term, j=j.term)


@pytest.mark.parametrize("nested", ["", "and", "=>"])
def test_no_quantifier_catches_an_index(nested: str) -> None:
    below = below_F(nested)
    caught = plain(function("w", "real", i))
    with pytest.raises(Refused, match="caught"):
        with_function(below, letter=plain(F), a=caught)
    with pytest.raises(ValueError, match="catch"):
        replayed(("with_function", (plain(F), caught), (below.derivation,)))
    other = plain(function("w", "real", k))  # k is bound nowhere
    put = with_function(below, letter=plain(F), a=other)
    assert put.conclusion == ("every", ("<=", plain(function("w", "real", j)), other))
    assert replayed(put.derivation)[1] == put.conclusion
