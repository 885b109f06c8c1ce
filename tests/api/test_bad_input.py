"""Odd values thrown at every public function: one clear error that names the field, or an answer; nothing else.

NaN, infinities, floats, huge numbers, wrong shapes, code, empty lists, None, objects of every kind.
"""

from __future__ import annotations

import pickle
import random
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest
import sympy as sp

import steepest_mirror as sm

SECONDS = 10  # no call may take longer


@pytest.mark.parametrize(
    ("call", "given", "right"),
    [
        (sm.Setting, {"deph": 2}, "depth"),
        (sm.integrate, {"q": 2, "weigths": [[1, 1]]}, "weights"),
        (sm.margin, {"X": [[1]], "y": [1], "exponnent": 2}, "exponent"),
        (sm.conserved, {"netwrk": (2, 2, 2)}, "network"),
        (sm.plot, {"name": "plane", "with": 4}, "width"),
    ],
)
def test_an_argument_that_is_none_names_the_nearest_one(call, given, right):
    with pytest.raises(sm.WrongType, match=f"is not usable: did you mean {right}?"):
        call(**given)


ENDLESS: list[Any] = []
ENDLESS.append(ENDLESS)
TALL = sp.Symbol("x")
for _ in range(300):
    TALL = sp.Pow(TALL + 1, 2, evaluate=False)


def nested(deep: int) -> list[Any]:
    """1 in so many lists."""
    found: list[Any] = [1]
    for _ in range(deep):
        found = [found]
    return found


class Mute:
    """An object that cannot show itself."""

    def __repr__(self) -> str:
        raise RuntimeError("no text")


class Hostile:
    """An object whose every attribute fails, and that cannot be compared."""

    __hash__ = None  # type: ignore[assignment]

    def __getattr__(self, name: str) -> Any:
        raise RuntimeError(name)

    def __eq__(self, other: object) -> bool:
        raise RuntimeError("no comparison")


CODE = "__import__('os').system('true')"
TEXTS = [
    "",
    "nan",
    "inf",
    "-inf",
    "1/0",
    "0/0",
    "3/2",
    CODE,
    "lambda: 0",
    "x",
    "lam",
    "-lam",
    "symbolic",
    "0,1",
    "0,a,b",
]
TEXTS += ["0,1;2,3", "u=1", "u=1,v=2", "\x00", "é²", "½", "١", "9" * 5000, "(" * 5000, "1," * 2000, "mirror-map"]
TEXTS += ["metric", "decoupled", "coupled", "onto", "plane", "x**x**x", "u**2 - v**2", "1/x", "q <= 2", "w1"]
NUMBERS = [True, False, 0, -1, 1, 2, 3, 0.1, 1.5, float("nan"), float("inf"), -float("inf"), 1j, Fraction(3, 2)]
NUMBERS += [Decimal("1.5"), Decimal("NaN"), sp.Rational(3, 2), sp.Float(1.5), sp.oo, sp.nan, sp.zoo, sp.I, sp.pi]
NUMBERS += [np.float64(1.5), np.int64(2), np.float32(0.5), np.array(3)]
HUGE = [10**50, -(10**50), 10**6000, 1e308, 5e-324, "1e9999", "1e99999", "1e-9999", Decimal("1e99999")]
LISTS = [[], (), {}, set(), [[]], [[], []], [[1], [1, 2]], [1, [2]], [[1, 2], [3, 4]], [None], [float("nan")], [0.5, 1]]
LISTS += [["0", "1"], ["0", "q"], [0, "a"], ["a", "b"], [0, -1], {"u": 1}, {"u": 1, "v": "1/2"}, {"u": None}, {1: 2}]
LISTS += [([[1, 2]], [1]), ([[1]], [1]), ([[1.5]], [float("nan")]), [(0, 1), (1, 0)], [(0, [1, 2, 3])], [(0,)], ("a",)]
ARRAYS = [np.array([1, 2]), np.array([1.5, 2.5]), np.array([[1, 2], [3, 4]]), np.array([]), np.array([np.nan, 1])]
ARRAYS += [np.array(["a", "b"]), np.array([1j]), np.zeros((2, 2, 2)), np.array([object()])]
OBJECTS = [
    None,
    b"1",
    bytearray(b"2"),
    object(),
    object,
    len,
    range(3),
    Mute(),
    Hostile(),
    Ellipsis,
    NotImplemented,
    sys,
]
SYMBOLS = [sp.Symbol("lam"), sp.Symbol("z"), sm.q, sm.L, sm.x**2]
TAME = [*TEXTS, *NUMBERS, *LISTS, *ARRAYS, *OBJECTS, *SYMBOLS]
ODD = [*TAME, *HUGE]

SETTING = {"q": "3/2", "invariants": (0, 1)}
FLOW = {"q": 1, "weights": [[1, 2]], "target": 3, "until": 1, "digits": 5, "samples": 1}
STEPS = {"q": 1, "step": "1/10", "weights": [[1, 2]], "target": 3, "steps": 3, "digits": 5, "samples": 1}
CLAIM = {"property": "onto", "condition": "m <= 1", "timeout": 1}
EQUALITY = {"quantity": "metric", "q": 2, "invariants": ["0", "lam"], "expression": "1/(2*u + lam)", "timeout": 1}
ORBIT = {"text": "u**2 - v**2", "q": 2, "start": {"u": 1, "v": "1/2"}}


RUN = sm.integrate(**FLOW)
CONDITIONS = sm.Setting(**SETTING).conditions()


def formula(quantity: Any = "metric", setting: Any = None, **given: Any) -> Any:
    return sm.Setting(**(SETTING | (setting or {}))).formula(quantity)(**given)


TARGETS: dict[str, tuple[Any, dict[str, Any], list[Any], tuple[str, ...]]] = {
    "setting": (sm.Setting, SETTING, ODD, ("p", "depth", "balance")),
    "depth": (sm.Setting, {"q": 1, "depth": 3}, ODD, ("p", "balance", "invariants")),
    "value": (formula, {"quantity": "mirror-map", "x": 1, "digits": 5}, ODD, ("y", "g")),
    "time": (formula, {"quantity": "escape-time", "x0": 1, "x1": 2, "g": -1, "digits": 5}, ODD, ()),
    "array": (lambda array: sm.Setting(**SETTING).potential.numpy()(array), {"array": [1.0]}, TAME, ()),
    "expression": (lambda q, invariants: sm.Setting(q, invariants=invariants).metric.sympy(), SETTING, ODD, ()),
    "integrate": (sm.integrate, FLOW, TAME, ("p", "gradient", "least_squares", "logistic", "decay", "decay_kind")),
    "decay": (sm.decay, FLOW | {"decay": 1}, TAME, ("decay_kind", "p")),
    "orbit": (sm.Reparameterization, ORBIT, TAME, ("constants", "p", "D")),
    "escape": (sm.escape, {"weights": [1, 1], "to": 1, "gradient": -1, "q": 1, "scale": 1, "digits": 5}, ODD, ()),
    "at": (lambda t: RUN.at(t), {"t": 1}, ODD, ()),
    "mpmath": (lambda x: sm.Setting(**SETTING).metric.mpmath()(x), {"x": 1}, ODD, ()),
    "condition": (lambda name: CONDITIONS[name], {"name": "onto"}, TAME, ()),
    "table1": (sm.table1, {"q": 1, "depth": 2}, ODD, ()),
    "table2": (sm.table2, {"q": 1, "depth": 2}, ODD, ()),
    "margin": (sm.margin, {"X": [[1, 2], [2, 1]], "y": [1, 1], "q": 1, "depth": 2, "digits": 5}, TAME, ()),
    "descend": (sm.descend, STEPS, TAME, ("decay", "decay_kind", "gradient", "least_squares", "escape_to")),
    "conserved": (sm.conserved, {"reparameterization": "u**2 - v**2", "q": 2, "degree": 2}, TAME, ("network",)),
    "judge": (lambda **given: sm.judge(**given), {"name": "nothing", "digits": 5}, TAME, ()),
    "plot": (
        lambda name: sm.plot(name),
        {"name": "nothing"},
        [*LISTS, *OBJECTS, CODE],
        (),
    ),
}
SLOW = {
    "check": (sm.check, CLAIM, TAME, ("family", "q", "depth", "rate")),
    "equality": (sm.check, EQUALITY, TAME, ("up_to", "depth", "id", "decay")),
}


@contextmanager
def limited(what: str) -> Iterator[None]:
    """Fails where the inside computes for longer than SECONDS, however busy the machine is."""

    def late(*_: Any) -> None:
        pytest.fail(f"more than {SECONDS} s: {what}")

    former = signal.signal(signal.SIGPROF, late)
    signal.setitimer(signal.ITIMER_PROF, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, former)


def thrown(targets: dict[str, Any], seed: int, count: int) -> Counter[str]:
    """How `count` calls with one, two or three odd arguments ended."""
    dice = random.Random(seed)
    ends: Counter[str] = Counter()
    for _ in range(count):
        name = dice.choice(sorted(targets))
        function, base, odd, more = targets[name]
        fields = dice.sample([*base, *more], min(dice.choice((1, 1, 1, 2, 3)), len(base) + len(more)))
        given = {**base, **{field: dice.choice(odd) for field in fields}}
        with limited(f"{name} {fields}"):
            try:
                found = function(**given)
                ends["answered"] += 1
                assert repr(found)
            except (sm.InputError, sm.Undecided) as error:
                ends[type(error).__name__] += 1
                text = str(error)
                assert text and len(text) < 1000 and "--" not in text.replace("'--", ""), text
                assert isinstance(error, ValueError | ArithmeticError)
    return ends


@pytest.mark.parametrize("seed", range(4))
def test_odd_values_give_one_clear_error(seed):
    """4 x 2500 values."""
    ends = thrown(TARGETS, seed, 2500)
    assert ends["InputError"] > 500 and ends["WrongType"] > 500 and ends["answered"] > 50


def test_odd_claims_give_one_clear_error():
    assert thrown(SLOW, 1, 200)["InputError"] > 50


@pytest.mark.parametrize(
    ("call", "field", "remedy"),
    [
        (lambda: sm.Setting(q=0.1, depth=2), "q", "'0.1'"),
        (lambda: sm.Setting(q=np.float64(1.25), depth=2), "q", "write '1.25' or Fraction(5, 4)"),
        (lambda: sm.Setting(q=7, depth=2), "q", "[1, 2]"),
        (lambda: sm.Setting(q=1), "depth", "give the depth"),
        (lambda: sm.Setting(q=1, invariants=["0", CODE]), "invariants", "give a number"),
        (lambda: sm.Setting(q=1, depth=2).mirror_map(x=float("nan")), "x", "finite"),
        (lambda: sm.Setting(q=1, depth=2).mirror_map(x=0.7), "x", "Fraction(7, 10)"),
        (lambda: sm.integrate(q=1, weights=[], target=1, until=1), "weights", "not an empty one"),
        (lambda: sm.integrate(q=1, weights=[[1, 2], [1]], target=1, until=1), "weights", "equal length"),
        (lambda: sm.integrate(q=1, weights=[[1, 2]], until=1), "objective", "gradient, target"),
        (lambda: sm.judge("ontoo"), "claim", "did you mean onto?"),
        (lambda: sm.Reparameterization("u*v", q=2, start={"u": 1}), "start", "v has no value"),
        (lambda: sm.check(quantity="metric", q=nested(2000), depth=2, expression="x"), "q", "without lists in it"),
        (lambda: sm.check(quantity="metric", q=2, invariants=ENDLESS, expression="x"), "invariants", "without lists"),
        (lambda: sm.check(quantity="metric", q=2, depth=2, expression=TALL), "expression", "a smaller expression"),
        (lambda: sm.Setting(q=TALL, depth=2), "q", "give an int"),
        (lambda: sm.integrate(1, [[1, 2]], 1, 1), "arguments", "by name: integrate(q=..., weights=..."),
        (lambda: sm.check({"quantity": "metric"}), "arguments", "check(timeout=..., **claim)"),
    ],
)
def test_the_error_names_field_and_remedy(call, field, remedy):
    with pytest.raises(sm.InputError) as error:
        call()
    assert error.value.argument == field and remedy in str(error.value) and str(error.value).startswith(field)
    assert "\n" not in str(error.value)


def test_the_faults_of_a_claim_are_said_as_they_are_and_can_be_pickled():
    with pytest.raises(sm.InputError) as error:
        sm.check(quantity="metric", depth=2, expression="(" * 200)
    assert str(error.value).startswith("expression: '(((") and str(error.value).endswith("nested more than 100 deep")
    for fault in (error.value, sm.InputError("q", None, "give q")):
        again = pickle.loads(pickle.dumps(fault))
        assert str(again) == str(fault) and again.argument == fault.argument


def test_a_wrong_kind_is_a_type_error_and_a_value_error():
    with pytest.raises(TypeError):
        sm.Setting(q=object(), depth=2)
    with pytest.raises(ValueError):
        sm.Setting(q=1.5, depth=2)
