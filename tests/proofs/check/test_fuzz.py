"""Whatever a user writes is read, or refused in one helpful line: no other exception, no hang, nothing executed."""

from __future__ import annotations

import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from benchmarks import fuzz
from steepest_mirror.proofs.check import Malformed, read
from steepest_mirror.symbolic.errors import InputError

many = settings(max_examples=600, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
words = st.lists(st.one_of(st.sampled_from(fuzz.WORDS), st.text(max_size=3)), max_size=25).map("".join)
deep = st.tuples(
    st.sampled_from(["(", "-", "not ", "sqrt(", "2**", "x**", "1+", "x/", "exp(", "9"]),
    st.integers(1, 3000),
    st.sampled_from(["x", "1", "q < 1", ""]),
).map(lambda part: part[0] * part[1] + part[2] + ")" * (part[1] if "(" in part[0] else 0))


@pytest.mark.parametrize("name", [name for name in fuzz.READERS if name != "file"])
@given(text=st.one_of(st.text(max_size=80), words, deep))
@many
def test_every_reader_refuses_in_one_line(name, text):
    try:
        fuzz.READERS[name](text)
    except InputError as error:
        assert str(error).isprintable() and len(str(error)) < 1000


@given(
    text=st.one_of(
        st.text(max_size=200),
        st.lists(st.sampled_from((*fuzz.TOML, *fuzz.FILE.split("\n"))), max_size=25).map("\n".join),
    )
)
@many
def test_files_are_read_or_refused_line_by_line(text):
    try:
        read(text)
    except Malformed as error:
        assert error.faults
        assert all(line.isprintable() and len(line) < 1000 for line in error.faults), error.faults


@given(
    key=st.sampled_from(["id", "quantity", "q", "invariants", "expression", "up_to", "depth", "property"]),
    value=st.recursive(
        st.one_of(st.booleans(), st.integers(), st.floats(), st.text(max_size=20)),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    ),
)
@many
def test_every_type_of_every_key(key, value):
    from steepest_mirror.proofs.check import claim

    table = {"id": "a", "quantity": "metric", "invariants": ["0", "lam"], "expression": "1/(2*u + lam)", key: value}
    try:
        claim(table)
    except Malformed as error:
        assert error.faults and all(line.isprintable() for line in error.faults)


def test_a_seeded_run_of_the_benchmark():
    counts, slowest, which, faults = fuzz.run(4000, seed := 4711)
    assert not faults, (seed, faults)
    assert slowest < 1, which
    for name in fuzz.READERS:
        assert counts[f"{name}, read"] > 20 and counts[f"{name}, refused"] > 20, counts


def test_100_000_claims_are_refused_at_once():
    text = '[[claim]]\nid = "a"\nproperty = "onto"\ncondition = "m <= 1"\n' * 100_000
    started = time.process_time()
    with pytest.raises(Malformed, match="100000 claims: give at most"):
        read(text)
    assert time.process_time() - started < 5
