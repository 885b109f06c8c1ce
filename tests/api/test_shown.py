"""What a session shows: a table is read as it is printed, and goes to a file; nothing is one long line."""

from __future__ import annotations

import csv

import steepest_mirror as sm

STEPS = {"q": 1, "step": "1/10", "weights": [[1, "1/2"]], "target": 3, "steps": 3, "samples": 1}
DATA = ([[1, "2/5"], ["1/2", "7/10"]], [1, 1])


def test_values_show_themselves_as_they_are_printed():
    verdict = sm.check(property="onto", condition="m < 1")
    shown = [sm.table1(q=1, depth=2), sm.Setting(q=1, depth=3).conditions(), verdict, sm.margin(*DATA, q=1, depth=2)]
    for value in shown:
        assert repr(value) == str(value) and max(map(len, repr(value).splitlines())) <= 80
    assert "onto" in repr(shown[1]) and "refuted" in repr(verdict) and "KKT residual" in repr(shown[3])
    assert "KKT residual" in shown[3]._repr_html_() and "<table>" in shown[3]._repr_html_()


def test_runs_are_printed_with_their_states():
    decay = sm.decay(q=2, weights=[[1, 1]], gradient=-2, decay="1/2", until=1, samples=1, digits=10)
    assert "y_1" in str(decay) and "1.500000000" in str(decay) and repr(decay) == "DecayRun(finished, 2 samples)"
    assert r"\Lambda_{1,2}" in decay.to_latex() and "| $t$ |" in decay.to_markdown()
    run = sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=1, digits=12, samples=1)
    assert str(run.events[0]).startswith("arrival 1 at 0.686140661635 +/- ")
    head, _, *lines = str(run.at(1)).splitlines()
    assert head.split() == ["t", "=", "1", "value", "radius"]
    assert [line.split()[:2] for line in lines][::3] == [["x_1", "2.00000000000"], ["Lambda_1,1", "0.5"]]
    descent = sm.descend(**STEPS)
    assert "w_1,2" in str(descent) and "Law: |w_i|'" in str(descent)


def test_a_table_says_everything_that_its_command_prints_in_every_form():
    laws = sm.conserved("v*a; v*b; u*c", q=2)
    assert (
        "u**2 - c**2" in str(laws) and "u**2 - c**2" in laws._repr_html_() and "$u^{2} - c^{2}$" in laws.to_markdown()
    )
    assert "u^{2}-c^{2}" in laws.to_latex().replace(" ", "") and str(laws).startswith("x = v*a; v*b; u*c: 5 weights")
    assert str(sm.escape([1, 1], to=2, gradient=-1, q=1)).startswith("w = 1 * (1,1), x to 2, gradient -1")


def test_a_run_that_stopped_says_so_in_every_form():
    run = sm.decay(q=2, weights=[[1, "1/2", "1/3"]], gradient=-3, decay="1/20", until=50, samples=2)
    assert all("topped: blow-up" in said for said in (str(run), run.to_markdown(), run.to_latex(), run._repr_html_()))


def test_tables_and_decay_go_to_a_file(tmp_path):
    escape = sm.escape([1, 1], scale="1e-4", to=1, gradient=-1, q=[1, 2], digits=10)
    text = escape.to_csv(tmp_path / "escape.csv")
    first, *rows = csv.reader((tmp_path / "escape.csv").read_text().splitlines())
    assert first[:4] == ["q", "m", "time", "radius"] and [row[2] for row in rows] == ["0.9999000000", "9.210340372"]
    assert text.count("\n") == 3
    catalogue = list(csv.reader(sm.catalogue().to_csv().splitlines()))
    assert catalogue[0] == list(sm.catalogue().head) and {len(row) for row in catalogue} == {len(catalogue[0])}
    decay = sm.decay(q=2, weights=[[1, 1]], gradient=-2, decay="1/2", until=1, samples=1, digits=10)
    rows = list(csv.reader(decay.to_csv(tmp_path / "decay.csv").splitlines()))
    assert rows[0][0] == "time" and {len(row) for row in rows} == {7} and rows[0][-1] == "Lambda_1_2"
