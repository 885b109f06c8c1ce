"""Names in a printed statement change nothing of what is said."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.judging.abbreviated import abbreviated, statement, with_name
from steepest_mirror.proofs.judging.formulas import at_most, equal, every_term, for_all
from steepest_mirror.proofs.judging.naming import names
from steepest_mirror.proofs.judging.render import text
from steepest_mirror.proofs.judging.terms import MANY, exp, function, index, letter, product_over

FORMAL = [c.formal for c in map(claim, FILES) if c.formal is not None]


def flat(x):
    """Sums of sums and products of products as one."""
    if type(x) is not tuple:
        return x
    x = tuple(map(flat, x))
    if x[0] not in MANY:
        return x
    return (x[0], *(a for part in x[1:] for a in (part[1:] if part[0] == x[0] else (part,))))


def written_out(f, definitions):
    for name, a in reversed(definitions):
        f = with_name(f, name, a)
    return flat(f)


@pytest.mark.parametrize("formal", FORMAL, ids=lambda f: text(f.goal)[:40])
def test_with_its_names_written_out_a_statement_is_the_goal(formal):
    taken = frozenset(name for f in (*formal.hypotheses, formal.goal) for name, _ in names(f))
    short, definitions = abbreviated(formal.goal, taken)
    assert written_out(short, definitions) == flat(formal.goal)
    new = [name[1] for name, _ in definitions]
    assert len(new) == len(set(new)) and not taken & set(new)
    known = set(taken)
    for name, a in definitions:
        assert {t[1] for t in every_term(equal(a, a)) if t[0] == "f"} <= known
        known.add(name[1])


def test_what_is_repeated_is_named_and_the_parts_are_numbered():
    b, c, q, u = letter("b"), letter("c"), letter("q", "q"), function("u", "pos")
    long = (b + c * exp(u) + exp(b * c * u)) ** (1 / q)
    goal = ("and", at_most(long, long * long + u), equal(long + c, c + long + b + c), at_most(long**b, long**c))
    assert statement(goal) == (
        "(1) at every time t: A <= A A + u; (2) at every time t: A + c = c + A + b + c; "
        "(3) at every time t: A^b <= A^c; where A = (b + c exp(u) + exp(b c u))^(1/q)"
    )


def test_a_name_is_spared_where_a_hypothesis_has_it():
    b, A = letter("b"), letter("A")
    long = exp(b + exp(b + exp(b + exp(b))))
    goal = ("and", *(at_most(long**k, long) for k in range(2, 9)))
    assert "where A =" in statement(goal) and "where E =" in statement(goal, (equal(A, b),))


def test_what_a_quantifier_binds_stays_where_it_is():
    i, v = index("i", "L"), function("v", "pos", index("i", "L"))
    long = exp(v + exp(v + exp(v + exp(v))))
    goal = for_all(i, at_most(long + long**2 + long**3, long**4 + long**5 + product_over(i, long)))
    assert abbreviated(goal, frozenset()) == (goal, ())
