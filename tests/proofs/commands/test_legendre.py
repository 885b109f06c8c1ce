"""The conditions as the command line shows them, against m and m_0 computed here from L and k0 by hand."""

from __future__ import annotations

import json
from fractions import Fraction

import pytest

from steepest_mirror.proofs.command_line import main

NAMES = "strictly-convex essentially-smooth legendre closed-domain bounded-level-sets divergence-continuous bregman"
NAMES += " onto sign-preserving blow-up"

# q, depth, balance, k0 (how many weights tie as the smallest)
SETTINGS = [("2", 2, None, 2), ("2", 3, None, 3), ("1", 7, None, 7), ("3/2", 3, None, 3), ("3/2", 4, None, 4)]
SETTINGS += [(q, n, "1", 1) for q, n, _, _ in SETTINGS[:5]] + [(q, n, "-1", n - 1) for q, n, _, _ in SETTINGS[:5]]


def legendre(capsys, *argv: str) -> dict:
    assert main(["legendre", *argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


@pytest.mark.parametrize(("q", "depth", "balance", "k0"), SETTINGS)
def test_onto_and_sign_follow_the_two_exponents(capsys, q, depth, balance, k0):
    argv = ["--q", q, "--depth", str(depth), *(["--balance", balance] if balance else [])]
    found = legendre(capsys, *argv)
    m, m_zero = Fraction(q) * (depth - 1) / depth, Fraction(q) * (k0 - 1) / k0
    assert (Fraction(found["metric_exponent"]), Fraction(found["metric_exponent_at_zero"])) == (m, m_zero)
    holds = {c["name"]: c["holds"] for c in found["conditions"]}
    assert list(holds) == NAMES.split() and all(c["reason"] for c in found["conditions"])
    assert holds["onto"] is (m <= 1) and holds["blow-up"] is (m > 1) and holds["sign-preserving"] is (m_zero >= 1)
    assert (found["q"], found["depth"], len(found["invariants"])) == (q, depth, depth)


def test_the_general_statement_splits_by_cases(capsys):
    found = legendre(capsys, "--q", "symbolic", "--depth", "symbolic")
    holds = {c["name"]: c["holds"] for c in found["conditions"]}
    assert holds["onto"] == "q*(L - 1)/L <= 1" and holds["bregman"] is True
    assert (found["q"], found["depth"]) == ("symbolic", "symbolic")


@pytest.mark.parametrize("form", ["text", "markdown", "latex"])
def test_every_form_names_every_condition(capsys, form):
    assert main(["legendre", "--q", "symbolic", "--invariants", "0,a,b,2", "--format", form]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in NAMES.split())
    assert form != "text" or max(map(len, out.splitlines())) <= 80


def test_the_range_names_no_case_that_cannot_occur(capsys):
    """Balanced, m = m_0: where R' is not onto, m > 1 and the domain is a half-line."""
    assert main(["legendre", "--q", "symbolic", "--depth", "symbolic", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["range"]
    assert found == "the real line if q*(L - 1)/L <= 1; otherwise: (-infinity, 0)"


@pytest.mark.parametrize("balance", ["0,0,0", "0,1,1", "0,0,1", "0,1/2,2"])
@pytest.mark.parametrize("q", ["1", "5/4", "3/2", "7/4", "2"])
def test_the_range_is_where_the_values_of_the_mirror_map_go(capsys, q, balance):
    """m = 2q/3, k_0 zeros among Lambda, m_0 = q (k_0 - 1)/k_0: R' -> infinity iff m <= 1, R' -> -infinity at 0+ iff
    m_0 >= 1."""
    assert main(["legendre", "--q", q, "--invariants", balance, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)["range"]
    zeros = balance.split(",").count("0")
    onto, pole = Fraction(q) * 2 / 3 <= 1, Fraction(q) * (zeros - 1) / zeros >= 1
    whole = "the real line"
    assert found == (whole if onto else "(-infinity, 0)" if pole else "(-Y, Y) with Y = R'(infinity) < infinity")
