"""NAME=VALUES is read in the kind of the grid's own values, and refused by name."""

from __future__ import annotations

import pytest

from steepest_mirror.experiments.sweeps import sweeps
from steepest_mirror.symbolic.errors import InputError

GRIDS = ({"q": ("1", "2"), "depth": (2,), "step": (1e-3,), "optimizer": ("adam", "sgd")},)


def test_read():
    found = sweeps(["q=1, 1.5,2", "L=2..4,7", "step=1e-2,0.5", "optimizer=sgd"], GRIDS)
    assert found == {"q": ["1", "3/2", "2"], "depth": [2, 3, 4, 7], "step": [0.01, 0.5], "optimizer": ["sgd"]}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("q", "NAME=VALUES"),
        ("q=", "NAME=VALUES"),
        ("q=3", "3"),
        ("r=1", "depth, optimizer, q, step"),
        ("L=4..2", "A <= B"),
        ("L=1.5", "integer"),
        ("L=1..99999999", "integer"),
        ("L=1..9999", "A <= B"),
        ("step=-1e-3", "> 0"),
        ("step=0", "> 0"),
        ("optimizer=adm", "adam, sgd"),
    ],
)
def test_refused(text, says):
    with pytest.raises(InputError, match=says):
        sweeps([text], GRIDS)


def test_twice():
    with pytest.raises(InputError, match="once"):
        sweeps(["L=2", "depth=3"], GRIDS)
