"""A file of theorems may do what it likes to the program that loads it: no false statement comes out proved."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from functools import partial

import pytest

import steepest_mirror as sm
from steepest_mirror.proofs import catalogue, theorems
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.commands import judging
from steepest_mirror.proofs.judging import recorded
from steepest_mirror.proofs.judging.formal import Formal
from steepest_mirror.proofs.judging.formulas import at_most, equal
from steepest_mirror.proofs.judging.models import Model
from steepest_mirror.proofs.judging.replay.__main__ import examined
from steepest_mirror.proofs.judging.replay.__main__ import main as replay
from steepest_mirror.proofs.judging.rules.algebraic import calculation
from steepest_mirror.proofs.judging.terms import letter
from steepest_mirror.proofs.running import alone, confirming
from steepest_mirror.proofs.running.confirming import confirmed
from steepest_mirror.proofs.verdict import Evidence, Verdict, Witness

from ..judging.attacks import steps
from ..judging.formal_claims import derivation, formal_claims

PATCHES = {
    "judge": """
def proved(claim, formal, digits, how):
    made = Verdict(claim.id, claim.title, "1 = 2", "proved", expected="proved", scope="always")
    return made
judge.judged_formally = proved
""",
    "checked": """
found = lambda claim: Derivation(True, "", ("calculation", (claim.goal,), ()))
judge.derive = found
formal.drafted.__code__ = found.__code__
judge.tree = lambda found: iter(())
""",
    "own_references": """
formal._REPLAYED = lambda node: (frozenset(), FALSE)
formal._SEQUENTS = lambda node: {id(node): (frozenset(), FALSE)}
CLAIM = Formal((), FALSE, lambda: calculation(stated=equal(1, 1)), lambda: Model())
""",
    "tables": """
theorem._rules["calculation"] = replace(theorem._rules["calculation"], apply=lambda p, stated: (frozenset(), stated))
replay._TABLE["calculation"] = lambda premises, stated: (frozenset(), stated)
""",
    "algebra": """
algebraic._shown = lambda *_: None
second.shown = lambda *_: None
""",
    "words": """
shown = render.text
render.text = formal.text = lambda f: "1 = 2"
CLAIM = Formal((), equal(1, 1), lambda: calculation(stated=equal(1, 1)), lambda: Model())
""",
    "another": """
stolen = Formal((), equal(1, 1), lambda: calculation(stated=equal(1, 1)), lambda: Model())
def proved(claim, formal_claim, digits, how):
    node = ("calculation", (equal(1, 1),), ())
    return Verdict(claim.id, "1 = 2", "1 = 2", "proved", expected="proved", derivation=recorded.written(stolen, node))
judge.judged_formally = proved
""",
    "witness": """
formal._MET = formal._FITS = formal._IN_SORTS = models.holds = models.fits = lambda *_: True
impossible = at_most(letter("a"), 0)
CLAIM = Formal((impossible,), impossible, lambda: assume(stated=impossible), lambda: Model({"a": Fraction(1)}))
""",
}
HEAD = """
from dataclasses import replace
from fractions import Fraction
from steepest_mirror.proofs.judging import formal, judge, models, recorded, render, replay, theorem
from steepest_mirror.proofs.judging.claim import derived_claim
from steepest_mirror.proofs.judging.formal import Formal
from steepest_mirror.proofs.judging.formulas import at_most, equal
from steepest_mirror.proofs.judging.models import Model
from steepest_mirror.proofs.judging.replay import algebra as second
from steepest_mirror.proofs.judging.rules import algebraic
from steepest_mirror.proofs.judging.rules.algebraic import calculation
from steepest_mirror.proofs.judging.rules.logical import assume
from steepest_mirror.proofs.judging.terms import letter
from steepest_mirror.proofs.verdict import Verdict

FALSE = equal(1, 2)
CLAIM = Formal((), FALSE, lambda: calculation(stated=FALSE), lambda: Model())
"""
FOOT = '\nCLAIMS = (derived_claim(id="{name}", title="false", source="nowhere", formal=CLAIM),)\n'


@pytest.mark.skipif(sys.platform != "linux", reason="the files of theorems reach the processes by fork")
def test_a_file_that_patches_the_judge_proves_nothing(tmp_path, monkeypatch, capsys) -> None:
    for name, patch in PATCHES.items():
        (tmp_path / f"{name}_patched.py").write_text(HEAD + patch + FOOT.format(name=name))
    monkeypatch.setattr(theorems, "__path__", [*theorems.__path__, str(tmp_path)])
    monkeypatch.setattr(catalogue, "FILES", {name: f"{name}_patched" for name in PATCHES})
    for name in PATCHES:  # each alone, so that it meets only its own patches
        main(["verify", "--claim", name, "--json", "--fresh", "--jobs", "1"])
        out, err = capsys.readouterr()
        assert json.loads(out)["claims"], err
        (found,) = json.loads(out)["claims"]
        if found["verdict"] == "proved":  # of what was replayed, whatever it was called
            assert name in ("words", "another") and found["statement"] == "1 = 1", name
        else:
            assert found["verdict"] == "undecided" and "own: " in found["evidence"][-1]["detail"], name
    assert not [name for name in sys.modules if name.endswith("_patched")]


SENT = """
class Sent:
    def __reduce__(self):
        return exec, ("from steepest_mirror.proofs.running import confirming; confirming._bound = lambda v, said: v",)
"""
IN_A_VERDICT = """
def proved(claim, formal, digits, how):
    return Verdict(claim.id, claim.title, "1 = 2", "proved", expected="proved", remark=Sent())
judge.judged_formally = proved
"""
PAST_THE_SENDER = """
import pickle, sys
def proved(claim, formal, digits, how):
    frame = sys._getframe()
    while frame is not None:
        for held in list(frame.f_locals.values()):
            if hasattr(held, "send_bytes"):
                held.send_bytes(pickle.dumps(Sent()))
            if hasattr(held, "put") and hasattr(held, "_reader"):
                held.put(Sent())
        frame = frame.f_back
    return Verdict(claim.id, claim.title, "1 = 2", "proved", expected="proved")
judge.judged_formally = proved
"""


@pytest.mark.skipif(sys.platform != "linux", reason="the files of theorems reach the processes by fork")
@pytest.mark.parametrize("patch", [IN_A_VERDICT, PAST_THE_SENDER])
def test_nothing_that_is_sent_runs_where_it_is_read(tmp_path, monkeypatch, patch: str) -> None:
    """A verdict that would patch the process that prints, as soon as it is read there, is not read."""
    (tmp_path / "sent_patched.py").write_text(HEAD + SENT + patch + FOOT.format(name="sent"))
    monkeypatch.setattr(theorems, "__path__", [*theorems.__path__, str(tmp_path)])
    monkeypatch.setattr(catalogue, "FILES", {"sent": "sent_patched"})
    before = confirming._bound
    monkeypatch.setattr(confirming, "_bound", before)  # and put back, where it was patched all the same
    outcome = judging.judge_all(["sent"], 20, 1, fresh=True)
    assert confirming._bound is before
    assert not outcome.found and "exec" in str(outcome.faults["sent"])


@pytest.mark.skipif(sys.platform != "linux", reason="the files of theorems reach the processes by fork")
def test_nor_where_one_claim_is_asked_for(tmp_path, monkeypatch, capsys) -> None:
    """`explain` and `steepest_mirror.judge` show what was replayed, too."""
    patches = {"verdicts": PATCHES["judge"], "references": PATCHES["own_references"]}
    for name, patch in patches.items():
        (tmp_path / f"{name}_patched.py").write_text(HEAD + patch + FOOT.format(name=name))
    monkeypatch.setattr(theorems, "__path__", [*theorems.__path__, str(tmp_path)])
    monkeypatch.setattr(catalogue, "FILES", {name: f"{name}_patched" for name in patches})
    for name in patches:
        assert main(["explain", name, "--json"]) == 0
        shown = json.loads(capsys.readouterr().out)
        assert shown["verdict"] == sm.judge(name, digits=20).verdict == "undecided"
        assert "own: " in shown["evidence"][-1]["detail"]
    assert not [name for name in sys.modules if name.endswith("_patched")]


def test_the_patches_convince_the_process_they_are_made_in(tmp_path) -> None:
    """Else the test above would say nothing."""
    for name in ("own_references", "algebra"):
        (tmp_path / f"{name}_patched.py").write_text(HEAD + PATCHES[name] + FOOT.format(name=name))
        look = f"import {name}_patched as m; print(m.judge.judge(m.CLAIMS[0], 20).verdict)"
        told = subprocess.run([sys.executable, "-c", look], cwd=tmp_path, capture_output=True, text=True, check=True)
        assert told.stdout.strip() == "proved", name


@pytest.mark.parametrize("name", sorted(formal_claims()))
def test_a_derivation_is_the_same_after_json(name) -> None:
    """Formulas, rule applications, shared premises and the witness."""
    formal, node = formal_claims()[name], derivation(name)
    again, same = recorded.read(json.loads(json.dumps(recorded.written(formal, node))))
    assert (again.hypotheses, again.goal, same) == (formal.hypotheses, formal.goal, node)
    alone = recorded.claimed(recorded.written(formal, node))
    assert (alone.hypotheses, alone.goal) == (formal.hypotheses, formal.goal)
    assert recorded.written(again, same) == recorded.written(formal, node)
    assert len(steps(same)) == len(steps(node))


def recording(goal=None) -> dict:
    goal = equal(letter("a"), letter("a")) if goal is None else goal
    formal = Formal((), goal, lambda: calculation(stated=goal), lambda: Model({"a": 1}))
    return recorded.written(formal, ("calculation", (goal,), ()))


def test_every_change_of_a_recording_is_refused_or_is_another_claim() -> None:
    good = recording()
    assert examined({"id": "a", "derivation": good})["stands"]
    false = json.loads(json.dumps(recording(equal(letter("a"), 0))))
    for changed in (
        {**good, "goal": false["goal"]},
        {**good, "steps": false["steps"]},
        false,
        {**good, "steps": []},
        {**good, "steps": [["calculation", [good["goal"]], [0]]]},
        {**good, "steps": [["assume", [good["goal"]], []]]},
        {**good, "steps": [["no_such_rule", [], []]]},
        {**good, "goal": ["=", ["n", 1.0, 1], ["n", 1, 1]]},
        {**good, "goal": ["=", ["n", True, 1], ["n", 1, 1]]},
        {**good, "witness": None},
        {k: v for k, v in good.items() if k != "witness"},
        [],
        None,
    ):
        assert not examined({"id": "a", "derivation": changed})["stands"], changed


def test_a_witness_is_read_by_a_table_of_names() -> None:
    assert str(recorded.expression("Add(Symbol('t', nonnegative=True), Rational(-1, 2))")) == "t - 1/2"
    for text in ("__import__('os').getcwd()", "Symbol('t').name", "open('x')", "Add(*[1])", "Integer(1.5)", "(1)()"):
        with pytest.raises(ValueError):
            recorded.expression(text)


def test_without_a_derivation_nothing_is_proved() -> None:
    claimed = Verdict("a", "a", "1 = 2", "proved", expected="proved")
    (found,) = confirmed([claimed])
    assert found.verdict == "undecided" and "no derivation" in found.evidence[-1].detail
    (kept,) = confirmed([replace(claimed, verdict="argued")])
    assert kept.verdict == "argued"


def test_two_drafts_of_one_name_are_confirmed_each_by_its_own_derivation() -> None:
    """Else a false one would stand by the other's replay, and be shown with the kernel's word on its own formula."""
    false, true = recording(equal(letter("a"), 0)), recording()
    for jobs in (1, 2):
        for order in ((false, true), (true, false)):
            found = confirmed([Verdict("a", "a", "a", "proved", derivation=data) for data in order], jobs)
            stand = {v.verdict: v.derivation for v in found}
            assert stand == {"undecided": None, "proved": true}


def test_only_names_words_and_observations_of_a_draft_remain() -> None:
    seen, exact = Evidence("certified", True, "within 1e-40"), Evidence("symbolic", True, "ranks 2 and 2")
    forged = (
        Evidence("symbolic", True, "derived by 7 rule applications from no hypothesis, replayed: 1 = 2"),
        Evidence("kernel", True, "checked by Coq"),
    )
    step = {"level": 0, "kind": "identity", "text": "1 = 2", "checked": "", "holds": True, "lemma": ""}
    draft = Verdict("a", "a", "1 = 2", "proved", evidence=(*forged, seen, exact), derived="1 = 2", steps=(step,))
    draft = replace(draft, witness=Witness({}, "1 = 2", "shown"))
    (bare,) = confirmed([draft])
    assert bare.verdict == "undecided" and bare.evidence[:-1] == (seen, exact) and not bare.steps
    (found,) = confirmed([replace(draft, derivation=recording())])
    assert found.verdict == "proved" and found.evidence[1:] == (seen, exact)
    assert "1 = 2" not in json.dumps(found.to_dict())
    (against,) = confirmed([replace(draft, derivation=recording(), evidence=(replace(seen, passed=False),))])
    assert against.verdict == "undecided"


def ending(how: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-c", how], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def test_a_replay_that_dies_or_hangs_confirms_nothing(monkeypatch) -> None:
    """Of two processes one ends: what the other one replayed stands."""
    begun = confirming._begun
    whole = {"id": "0", "stands": True, "detail": "", "seconds": 0.0, "steps": []}
    forged = json.dumps({"claims": [{**whole, "statement": "1 = 2", "hypotheses": [], "scope": ""}]})
    says = f"import sys; sys.stdin.read(); print({forged!r}); sys.exit"
    monkeypatch.setattr(confirming, "_begun", partial(ending, f"{says}(0)"))
    draft = Verdict("a", "a", "a", "proved", derivation=recording())
    assert [v.verdict for v in confirmed([draft])] == ["proved"]  # it is the exit code that tells below
    ends = ("import sys; sys.stdin.read()", "import time; time.sleep(60)", "import sys; sys.exit(1)", f"{says}(3)")
    for end in ends:
        monkeypatch.setattr(confirming, "LONGEST", 2.0 if "time" in end else 20.0)
        monkeypatch.setattr(confirming, "_begun", partial(ending, end))
        assert [v.verdict for v in confirmed([draft])] == ["undecided"], end
    monkeypatch.setattr(confirming, "LONGEST", 60.0)
    processes = [ending(""), begun()]
    monkeypatch.setattr(confirming, "_begun", lambda: processes.pop(0))
    assert [v.verdict for v in confirmed([draft, draft], 2)] == ["undecided", "proved"]


SAID = {
    "another_word": 'return Verdict(claim.id, "a", "1 = 2", "proved ", expected="proved ")',
    "another_claim": 'return Verdict("balance", "a", "1 = 2", "argued", expected="argued")',
    "no_review": 'return Verdict(claim.id, "a", "1 = 2", "answered", expected="answered")',
    "kernel": 'return Verdict(claim.id, "a", "1 = 2", "argued", evidence=(Evidence("kernel", True, "a", (), 0.0),))',
    "no_text": 'return Verdict(claim.id, ("1 = 2",), "1 = 2", "argued")',
    "no_name": 'return Verdict(1, "a", "1 = 2", "argued")',
    "a_field": 'v = Verdict(claim.id, "a", "1 = 2", "argued"); vars(v)["to_dict"] = Verdict; return v',
}


@pytest.mark.skipif(sys.platform != "linux", reason="the files of theorems reach the processes by fork")
def test_what_is_no_verdict_on_the_claim_is_an_internal_error(tmp_path, monkeypatch, capfd) -> None:
    """And what a file of theorems prints is not shown."""
    printed = 'import os\nprint("a: proved", flush=True)\nos.write(2, b"a: proved")\n'
    for name, said in SAID.items():
        patch = f"{printed}from steepest_mirror.proofs.verdict import Evidence\ndef said(claim, *_):\n    {said}\n"
        text = HEAD + patch + "judge.judged_formally = said\n" + FOOT.format(name=name)
        (tmp_path / f"{name}_said.py").write_text(text)
    monkeypatch.setattr(theorems, "__path__", [*theorems.__path__, str(tmp_path)])
    monkeypatch.setattr(catalogue, "FILES", {name: f"{name}_said" for name in SAID})
    for name in SAID:
        assert main(["verify", "--claim", name, "--fresh", "--jobs", "1"]) == 3, name
        with pytest.raises((ValueError, RuntimeError)):
            sm.judge(name, digits=20)
        out, err = capfd.readouterr()
        assert "1 = 2" not in out and "a: proved" not in out + err and "internal error" in err, name


@pytest.mark.skipif(sys.platform != "linux", reason="the files of theorems reach the processes by fork")
def test_an_answer_stands_by_claims_that_are_confirmed(tmp_path, monkeypatch, capsys) -> None:
    """A file that answers a question by a claim that is only drafted."""
    patch = PATCHES["judge"] + 'judge.judged_by_steps = lambda c, d=50: Verdict(c.id, "a", "yes", "proved")\n'
    (tmp_path / "answers.py").write_text(HEAD + patch + FOOT.format(name="drafted"))
    with (tmp_path / "answers.py").open("a") as file:
        file.write('CLAIMS += (replace(CLAIMS[0], id="review-1", formal=None),)\n')
    monkeypatch.setattr(theorems, "__path__", [*theorems.__path__, str(tmp_path)])
    monkeypatch.setattr(catalogue, "FILES", {"drafted": "answers", "review-1": "answers"})
    for need, found in (({"drafted": "proved"}, "undecided"), ({"drafted": "undecided"}, "answered")):
        monkeypatch.setattr(alone, "REVIEWED", {"review-1": need})
        for claims in (["--claim", "review-1"], []):
            main(["verify", "--fresh", "--jobs", "1", "--json", *claims])
            shown = json.loads(capsys.readouterr().out)["claims"][-1]
            assert (shown["id"], shown["verdict"]) == ("review-1", found)
        assert sm.judge("review-1", digits=20).verdict == found
    review = Verdict("review-1", "a", "yes", "answered")
    assert alone.answered([review], interrupted=True) == []


def test_the_words_shown_are_those_of_the_formulas_replayed() -> None:
    a = at_most(0, letter("a", "nonneg"))
    data = recorded.written(Formal((), a, lambda: None, lambda: Model({"a": 1})), ("calculation", (a,), ()))
    claimed = Verdict("a", "a", "1 = 2", "proved", hypotheses=("none",), scope="none", derivation=data)
    (found,) = confirmed([claimed])
    assert (found.verdict, found.statement, found.hypotheses) == ("proved", "0 <= a", ()) and "a >= 0" in found.scope


def test_the_file_that_verify_writes_is_replayed(tmp_path, capsys) -> None:
    path = tmp_path / "proofs.json"
    assert main(["verify", "--claim", "metric", "--claim", "table1", "--steps", "--json", "--output", str(path)]) == 0
    capsys.readouterr()
    command = [sys.executable, "-m", "steepest_mirror.proofs.judging.replay", str(path)]
    told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (told.returncode, told.stderr) == (0, "")
    assert [line.split(",")[0] for line in told.stdout.splitlines()] == ["metric: stands", "table1: stands"]
    held = json.loads(path.read_text())
    held["claims"][1]["derivation"]["goal"] = ["not", held["claims"][1]["derivation"]["goal"]]
    path.write_text(json.dumps(held))
    assert replay([str(path)]) == 1 and "refused" in capsys.readouterr().out
    assert replay([str(tmp_path / "none.json")]) == replay([]) == 2


def test_no_command_loads_a_file_of_theorems_where_it_prints() -> None:
    """`verify` in each form, its lists, `explain` and the functions of the package."""
    look = """
import sys
import steepest_mirror as sm
from steepest_mirror.proofs.command_line import main
assert len(sm.catalogue()) > 50
assert sm.judge("metric", digits=20).verdict == "proved"
for form in ("text", "json", "markdown", "latex"):
    review = ["--claim", "review-3"] if form == "text" else []
    assert main(["verify", "--claim", "metric", *review, "--digits", "20", "--format", form]) == 0
    assert main(["verify", "--list", "--format", form]) == 0
print([name for name in sys.modules if "proofs.theorems" in name])
"""
    told = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True)
    assert told.stdout.splitlines()[-1] == "[]"
