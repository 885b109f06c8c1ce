"""Every example of a public docstring runs, and every public object has one, in the fixed order of its parts."""

from __future__ import annotations

import doctest
import inspect
from importlib import import_module

import pytest

import steepest_mirror as sm

MODULES = sorted(set(sm._HOMES) - {"symbolic.symbols"})
PARTS = ("Formula:", "Arguments:", "Returns:", "Errors:", "Source:", ">>> ")
PLAIN = {"Enclosed", "InputError", "Undecided", "WrongType", "L", "alpha", "g", "lam", "p", "q", "u", "x", "y"}


@pytest.mark.parametrize("name", MODULES)
def test_examples_run(name):
    found = doctest.testmod(import_module(f"steepest_mirror.{name}"), optionflags=doctest.ELLIPSIS)
    assert found.failed == 0


@pytest.mark.parametrize("name", sorted(set(sm.__all__) - PLAIN))
def test_a_docstring_has_its_parts_in_order(name):
    text = inspect.getdoc(getattr(sm, name)) or ""
    places = [text.find(part) for part in PARTS]
    assert -1 not in places and places == sorted(places)
