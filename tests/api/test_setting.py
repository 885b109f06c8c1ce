"""A setting is validated when it is made, is one value however it is written, and evaluates without SymPy."""

from __future__ import annotations

import pickle
import subprocess
import sys
from fractions import Fraction

import pytest
import sympy as sp

import steepest_mirror as sm
from steepest_mirror.symbolic.setting import setting as symbolic
from steepest_mirror.symbolic.writing.settings import described, title


@pytest.mark.parametrize(
    "same",
    [
        {"q": "1.5", "invariants": [2, "0.5", 0]},
        {"q": Fraction(3, 2), "invariants": "0,1/2,2"},
        {"q": sp.Rational(3, 2), "invariants": (sp.Integer(3), 1, sp.Rational(3, 2))},
        {"p": 3, "invariants": ("-1", "1", "-1/2"), "depth": 3},
    ],
)
def test_one_value_however_it_is_written(same):
    S = sm.Setting("3/2", invariants=(0, "1/2", 2))
    assert sm.Setting(**same) == S and hash(sm.Setting(**same)) == hash(S)
    assert pickle.loads(pickle.dumps(S)) == S and eval(repr(S), {"Setting": sm.Setting}) == S


@pytest.mark.parametrize("balance", [0, "1/2", -2, "lam", "-lam", sm.lam, -sm.lam])
def test_a_balance_is_its_invariants(balance):
    """lambda > 0: the first weight is the smallest; lambda < 0: it is the largest (Definition 4.5 S)."""
    S = sm.Setting(1, depth=3, balance=balance)
    size = str(balance).lstrip("-")
    expected = [
        str(v) for v in ((0, 0, 0) if balance == 0 else (0, 0, size) if str(balance)[0] == "-" else (0, size, size))
    ]
    assert [str(v) for v in S.invariants] == expected


@pytest.mark.parametrize("q", ["symbolic", "1", "3/2"])
@pytest.mark.parametrize(
    "more", [{"depth": "symbolic"}, {"depth": "symbolic", "balance": "lam"}, {"invariants": "0,a,a,1"}]
)
def test_its_words_are_those_of_the_derivations(q, more):
    S = sm.Setting(q, **more)
    assert S.to_dict() == described(S.to_sympy()) and S.title == title(S.to_sympy())
    assert (
        sp.simplify(sp.sympify(S.m) - S.to_sympy().m) == 0
        and sp.simplify(sp.sympify(S.m_zero) - S.to_sympy().m_zero) == 0
    )


def test_symbols_are_the_library_s():
    assert sm.Setting(sm.q, depth=sm.L).to_sympy() == symbolic(sm.q, depth=sm.L)
    assert sm.Setting(2, invariants=(0, sm.lam)) == sm.Setting(2, invariants=(0, "lam"))


def test_numbers_come_without_sympy():
    code = (
        "import sys, steepest_mirror as sm\n"
        "assert not {'sympy', 'flint', 'mpmath', 'numpy'} & set(sys.modules)\n"
        "print(sm.Setting('3/2', invariants=(0, '1/2', 2)).mirror_map(x='7/10', digits=20))\n"
        "assert 'sympy' not in sys.modules and 'mpmath' not in sys.modules\n"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == "0.42106433385148191562\n"
