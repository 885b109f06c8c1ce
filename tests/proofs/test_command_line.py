"""The contract of the command line: one line for a wrong value, the right exit code, nothing executed."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from steepest_mirror.proofs.command_line import COMMANDS, main

INTEGRATE = ["integrate", "--q", "2", "--weights", "1,1/2", "--gradient", "-1", "--until", "1"]
CODE = "__import__('os').system('touch executed')"
SHELL = "$(touch executed); `touch executed` | touch executed && :"

WRONG_Q = ["nan", "1/0", "abc", "1e400", "", " ", "3", "0.999", "-1", "-1/2", "inf", "١", "1\x00", "1_0", "0x1"]
WRONG_Q += ["1e99999999999", "9" * 30_000, "1.", ".5", "+1", "3/-2", "2\x1b[31m", CODE, SHELL]
WRONG_DEPTH = ["1", "0", "-3", "2.5", "1000000000", "", "two", "3/1", "1001", "inf", "²", CODE, SHELL]
WRONG_INVARIANTS = ["", "1", "0,", "0,,1", "0,a!", "0,1/0", "a,b", "0,q", "0,w1", "0,1\x07", "0;1", CODE, SHELL]
WRONG_DIGITS = ["0", "-5", "1000000000", "ten", "2.5", "", CODE, SHELL]


def refused(capsys: pytest.CaptureFixture[str], argv: list[str]) -> str:
    """The one line on stderr with which main(argv) refuses, exit code 2 and an empty stdout."""
    code = main(argv)
    out, err = capsys.readouterr()
    assert (code, out) == (2, ""), (argv, code, out, err)
    assert err.endswith("\n") and err.count("\n") == 1 and len(err) < 500, err
    assert err[:-1].isprintable() and "Traceback" not in err
    return err


@pytest.mark.parametrize("value", WRONG_Q)
@pytest.mark.parametrize("command", [["legendre", "--depth", "3"], INTEGRATE[:1] + INTEGRATE[3:]])
def test_wrong_q(capsys, tmp_path, monkeypatch, command, value):
    monkeypatch.chdir(tmp_path)
    assert "--q" in refused(capsys, [*command, "--q", value])
    assert "--q" in refused(capsys, [*command, f"--q={value}"])
    assert not list(tmp_path.iterdir())


def test_numbers_have_the_texts_they_had_before(capsys):
    former = sys.get_int_max_str_digits()
    assert main(["legendre", "--q", "2", "--depth", "3"]) == 0 and main(["nothing"]) == 2
    assert sys.get_int_max_str_digits() == former > 0


@pytest.mark.parametrize("value", ["1", "1.999", "nan", "-inf", "", "0", CODE])
def test_wrong_p(capsys, value):
    assert "--p" in refused(capsys, ["legendre", "--depth", "3", "--p", value])


@pytest.mark.parametrize("value", WRONG_DEPTH)
def test_wrong_depth(capsys, tmp_path, monkeypatch, value):
    monkeypatch.chdir(tmp_path)
    assert "--depth" in refused(capsys, ["legendre", "--q", "3/2", "--depth", value])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("value", WRONG_INVARIANTS)
def test_wrong_invariants(capsys, tmp_path, monkeypatch, value):
    monkeypatch.chdir(tmp_path)
    assert "invariants" in refused(capsys, ["legendre", "--q", "3/2", "--invariants", value])
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("value", ["", "nan", "lambda!", "mu", "--lam", "1/0", CODE, SHELL])
def test_wrong_balance(capsys, value):
    assert "balance" in refused(capsys, ["legendre", "--q", "3/2", "--depth", "3", f"--balance={value}"])


@pytest.mark.parametrize("value", WRONG_DIGITS)
def test_wrong_digits(capsys, value):
    for command in (INTEGRATE, ["verify", "--claim", "balance"]):
        assert "--digits" in refused(capsys, [*command, "--digits", value])


@pytest.mark.parametrize(
    ("argv", "named"),
    [
        (["legendre", "--q", "2", "--p", "2", "--depth", "3"], "--p"),
        (["legendre", "--q", "2", "--q", "1", "--depth", "3"], "--q"),
        (["legendre", "--q", "2", "--invariants", "0,1", "--balance", "1"], "--balance"),
        (["legendre", "--q", "2", "--invariants", "0,1", "--depth", "3"], "--depth"),
        (["legendre", "--q", "2", "--invariants", "0,1", "--depth", "symbolic"], "--depth"),
        (["legendre", "--q", "2", "--balance", "1"], "--depth"),
        (["legendre", "--depth", "2"], "--q"),
        (["legendre", "--q"], "--q"),
        (["legendre", "--q", "2", "--depth", "2", "--json", "--format", "text"], "--format"),
        (["legendre", "--q", "2", "--depth", "2", "--format", "csv"], "--format"),
        (["legendre", "--q", "2", "--depth", "2", "3"], "3"),
        (["verify", "--jobs", "0"], "--jobs"),
        ([*INTEGRATE, "--target", "1"], "--target"),
        ([*INTEGRATE, "--decay-kind", "coupled"], "--decay-kind"),
        ([*INTEGRATE, "--decay", "-1/2"], "--decay"),
        ([*INTEGRATE, "--decay", "0:1;2"], "--decay"),
        ([*INTEGRATE, "--decay", "1:1"], "--decay"),
        ([*INTEGRATE, "--decay", "0:1;0:2"], "--decay"),
        ([*INTEGRATE, "--decay", "0:1,-2"], "--decay"),
        ([*INTEGRATE, "--decay", "0:1,0,1"], "--decay"),
        ([*INTEGRATE, "--samples", "0"], "--samples"),
        (INTEGRATE[:-2], "--until"),
        ([*INTEGRATE[:-2], "--until", "0"], "--until"),
        ([*INTEGRATE[:5], "--until", "1"], "--gradient"),
        (["integrate", "--q", "2", "--weights", "1,2;3", "--gradient", "1,1", "--until", "1"], "--weights"),
        (["integrate", "--q", "2", "--weights", "1", "--gradient", "1", "--until", "1"], "--weights"),
        (["integrate", "--q", "2", "--weights", "1,2", "--gradient", "1,1", "--until", "1"], "--weights"),
        (["integrate", "--q", "2", "--weights", "", "--gradient", "1", "--until", "1"], "--weights"),
        (["integrate", "--q", "2", "--weights", f"1,{CODE}", "--gradient", "1", "--until", "1"], "--weights"),
    ],
)
def test_contradictions_and_gaps(capsys, argv, named):
    assert named in refused(capsys, argv)


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["verfy"], "did you mean verify?"),
        (["--json", "verify"], "--json"),
        (["verify", "--clam", "balance"], "did you mean --claim?"),
        (["verify", "--claim", "balanse"], "did you mean balance?"),
        (["verify", "balance"], "did you mean --claim balance?"),
        (["version"], "did you mean --version?"),
        (["plot", "plane", "--format", "pdf"], "did you mean --output?"),
        (["verify", "--claim", "metric", "--claim", CODE], "--list"),
        (["legendre", "--dept", "3"], "did you mean --depth?"),
    ],
)
def test_the_nearest_match_is_offered(capsys, argv, hint):
    assert hint in refused(capsys, argv)


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=20), st.sampled_from(["--q", "--p", "--depth", "--invariants", "--balance"]))
def test_any_text_is_accepted_or_refused(text, option):
    argv = {"--q": "3/2", "--depth": "3", option: text}
    if option == "--p":
        del argv["--q"]
    if option == "--invariants":
        del argv["--depth"]
    assert main(["legendre", *(f"{name}={value}" for name, value in argv.items())]) in (0, 2)


def test_a_value_may_begin_with_a_minus_sign(capsys):
    assert main([*INTEGRATE[:-4], "--gradient", "-1/2", "--until", "1"]) == 0
    apart = capsys.readouterr().out
    assert main([*INTEGRATE[:-4], "--gradient=-1/2", "--until", "1"]) == 0
    assert capsys.readouterr().out == apart
    assert main(["legendre", "--q", "2", "--depth", "3", "--balance", "-lam"]) == 0
    assert "(0, 0, lam)" in capsys.readouterr().out


def test_p_is_another_way_to_say_q(capsys):
    for p, q in (("inf", "1"), ("3", "3/2"), ("2", "2")):
        assert main(["legendre", "--p", p, "--depth", "3"]) == main(["legendre", "--q", q, "--depth", "3"]) == 0
        first, second = capsys.readouterr().out.split("q = ")[1:]
        assert first == second


@pytest.mark.parametrize("command", COMMANDS)
def test_help_shows_an_example(capsys, command):
    assert main([command, "--help"]) == 0
    assert f"  steepest-mirror {command}" in capsys.readouterr().out


def test_alone_it_shows_where_to_begin(capsys):
    assert main([]) == 0
    assert "Where to begin" in capsys.readouterr().out
    assert main(["--help"]) == 0
    out = capsys.readouterr().out
    assert all(f"  {name} " in out for name in COMMANDS)


def test_an_internal_error_is_one_line_and_exit_code_3(capsys, monkeypatch):
    def fail(_: object) -> int:
        raise ZeroDivisionError("a\nb")

    monkeypatch.delenv("STEEPEST_MIRROR_DEBUG", raising=False)
    monkeypatch.setattr("steepest_mirror.proofs.commands.legendre.run", fail)
    assert main(["legendre"]) == 3
    err = capsys.readouterr().err
    assert err.count("\n") == 1 and "ZeroDivisionError" in err and "report" in err


# As a process


def started(*argv: str, **settings) -> subprocess.Popen[str]:
    command = [sys.executable, *(argv if argv[0].endswith(".py") else ("-m", "proofs", *argv))]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, **settings)


def test_a_closed_pipe_ends_quietly():
    process = started("legendre", "--q", "2", "--depth", "3", stdout=subprocess.PIPE)
    assert process.stdout is not None and process.stderr is not None
    process.stdout.close()
    assert process.stderr.read() == "" and process.wait(30) == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line():
    with open("/dev/full", "w") as full:
        process = started("legendre", "--q", "2", "--depth", "3", stdout=full)
        err = process.communicate(timeout=30)[1]
    assert process.returncode == 2 and err.count("\n") == 1 and "standard output" in err


SLOW = """
import sys, time
import steepest_mirror.proofs.catalogue, steepest_mirror.proofs.judging.judge
from steepest_mirror.proofs.command_line import main
from steepest_mirror.proofs.verdict import Verdict

def judge(name, digits, how=None):
    time.sleep(0 if name == "fast" else 60)
    return Verdict(name, "t", "1 = 1", "argued", expected="argued", scope="all")

steepest_mirror.proofs.catalogue.FILES = {"slow": "", "slower": "", "fast": ""}
steepest_mirror.proofs.catalogue.claim = lambda name: name
steepest_mirror.proofs.judging.judge.judge = judge
sys.exit(main(["verify", "--jobs", "2"]))
"""


def until_fast_is_finished(tmp_path: Path) -> subprocess.Popen[str]:
    script = tmp_path / "slow.py"
    script.write_text(SLOW)
    listen = signal.signal(
        signal.SIGINT, signal.SIG_DFL
    )  # a run in the background ignores Ctrl-C, and its children would too
    try:
        process = started(str(script), stdout=subprocess.PIPE, start_new_session=True)
    finally:
        signal.signal(signal.SIGINT, listen)
    assert process.stderr is not None
    assert process.stderr.readline().startswith("[1/3] fast: argued, as expected (")
    return process


def nobody_is_left(session: int) -> bool:
    try:
        os.killpg(session, 0)
    except ProcessLookupError:
        return True
    return False


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in judge reaches the processes by fork")
def test_ctrl_c_keeps_what_was_finished(tmp_path):
    process = until_fast_is_finished(tmp_path)
    began = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=30)
    assert process.returncode == 130 and time.monotonic() - began < 20
    assert out.startswith("fast: argued, as expected") and "slow:" not in out
    assert err == "steepest-mirror: interrupted: 1 of 3 claims were judged\n"
    assert nobody_is_left(process.pid)


@pytest.mark.skipif(sys.platform != "linux", reason="the stand-in judge reaches the processes by fork")
def test_the_end_of_the_parent_is_the_end_of_its_processes(tmp_path):
    process = until_fast_is_finished(tmp_path)
    process.terminate()
    _, err = process.communicate(timeout=30)
    assert (process.returncode, err) == (143, "") and nobody_is_left(process.pid)


@pytest.mark.parametrize("module", ["steepest_mirror.proofs.command_line", "steepest_mirror.symbolic.errors"])
def test_ctrl_c_while_the_program_is_loaded_is_one_line(module):
    """The interrupt comes while `module` is imported."""
    stand_in = f"""
import sys
class Early:
    def find_spec(self, name, *_):
        if name == {module!r}:
            raise KeyboardInterrupt
sys.meta_path.insert(0, Early())
from steepest_mirror.__main__ import main
sys.exit(main())
"""
    found = subprocess.run([sys.executable, "-c", stand_in], capture_output=True, text=True, timeout=60)
    assert (found.returncode, found.stdout, found.stderr) == (130, "", "steepest-mirror: interrupted\n")


@pytest.mark.parametrize(
    "argv",
    [
        "evaluate inverse-mirror-map --q 1999/1000 --invariants 0,1,2 --y 1/3 --digits 9000 --limit 1/10",
        "integrate --q 3/2 --weights 1,2;3,1 --target 3,2 --until 9 --digits 300 --limit 1/10",
    ],
)
def test_a_limit_is_kept_with_exit_code_4(argv, capsys):
    assert main(argv.split()) == 4
    told = capsys.readouterr()
    assert "time limit was reached" in told.out + told.err


@pytest.mark.parametrize("command", ["derive --q 2", "legendre --q 2 --depth 2", "conserved", "margin", "descend"])
def test_each_long_command_reads_a_limit(command, capsys):
    assert main([*command.split(), "--limit", "never"]) == 2
    assert "never" in capsys.readouterr().err or command in ("conserved", "margin", "descend")
