"""No ball becomes an integer or a fraction too long to hold, and only one place turns balls into them."""

from __future__ import annotations

import re
from fractions import Fraction as F
from pathlib import Path

import pytest
from flint import arb
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.numeric_checks.balls import MOST_BITS, _nearest, fraction, whole
from steepest_mirror.symbolic.errors import Undecided

ROOT = Path(__file__).parents[2]
ONE_PLACE = "numeric_checks/balls.py"
MAKES = re.compile(r"\.unique_fmpz\(|\.fmpq\(|\.man_exp\(")
BOUNDED = {
    "numeric_checks/potential/many_digits.py": 1,  # shifted to `size` bits
    "numeric_checks/flow/sign/pivot.py": 1,  # of 30 bits
    "numeric_checks/flow/smooth/taylor_model.py": 2,  # below 2^(2 b), b at most twice the precision
}


@given(st.integers(-(10**30), 10**30), st.integers(-200, 200))
def test_the_midpoint_exactly(man, exp):
    value = F(man) * F(2) ** exp
    z = arb(man) * arb(2) ** exp
    if z.is_exact():
        found = fraction(z)
        assert F(int(found.p), int(found.q)) == value
        assert whole(z) == value.numerator // value.denominator
        assert _nearest(z) == (2 * value + 1) // 2


def test_what_is_too_small_to_hold_is_rounded_down():
    small = arb(2) ** -(2**40)
    assert (whole(small), whole(-small), whole(arb(0))) == (0, -1, 0)


@pytest.mark.parametrize(
    "z",
    [arb(2) ** (2**40), -(arb(2) ** (2**62)), arb(2) ** -(2**40), arb.pos_inf(), arb.nan()],
    ids=str,
)
def test_too_long_is_refused(z):
    for make in (whole, fraction, _nearest)[abs(z) < 1 :]:
        with pytest.raises(Undecided, match=f"2\\^{MOST_BITS.bit_length() - 1} bits"):
            make(z)


def test_only_one_place_makes_long_numbers_of_balls():
    found = {}
    rooms = [path for room in ("numeric_checks", "proofs", "symbolic") for path in (ROOT / room).rglob("*.py")]
    for path in [*rooms, *(ROOT / "steepest_mirror").glob("*.py")]:
        if hits := len(MAKES.findall(path.read_text())):
            found[str(path.relative_to(ROOT))] = hits
    assert found.pop(ONE_PLACE) == 2
    assert found == BOUNDED
