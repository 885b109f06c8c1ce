"""Help fits 80 columns, its examples can be pasted, what is meant by a misspelt word is offered."""

from __future__ import annotations

import importlib
import json
import re
import shlex

import pytest

from steepest_mirror.proofs.command_line import COMMANDS, main
from steepest_mirror.proofs.commands import common
from steepest_mirror.proofs.commands.completion import words
from steepest_mirror.proofs.writing.layout import help_text


def shown(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    assert main([*argv, "--help"]) == 0
    return capsys.readouterr().out


def examples(text: str) -> list[list[str]]:
    """The command lines of a help, as a shell reads them."""
    joined = re.sub(r" \\\n\s+", " ", text)
    return [
        shlex.split(line, comments=True)[1:] for line in joined.splitlines() if line.startswith("  steepest-mirror ")
    ]


@pytest.mark.parametrize("argv", [[], *([name] for name in COMMANDS)], ids=str)
def test_help_fits_eighty_columns(capsys, monkeypatch, argv):
    monkeypatch.setenv("COLUMNS", "200")
    assert max(map(len, shown(capsys, *argv).splitlines())) <= 80


def test_help_fits_a_narrow_terminal(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)
    """But for single words: an option with its choices, an expression to be pasted."""
    monkeypatch.setenv("COLUMNS", "40")
    assert max(map(len, shown(capsys).splitlines())) <= 48
    assert max(map(len, shown(capsys, "integrate").splitlines())) <= 42


@pytest.mark.parametrize("argv", [[], *([name] for name in COMMANDS)], ids=str)
def test_examples_can_be_pasted(capsys, argv):
    """Every example is a command line that its parser accepts: no remark is taken for an argument."""
    for name, *rest in examples(shown(capsys, *argv)):
        if "|" in rest:
            rest = rest[: rest.index("|")]
        parser = common.Parser(prog=name)
        module = importlib.import_module(f"steepest_mirror.proofs.commands.{name}")
        module.configure(parser)
        read = vars(parser.parse(rest))
        lists = [read[a.dest] for a in parser._actions if a.nargs == "+" and isinstance(read[a.dest], list)]
        assert {word for words in lists for word in words if re.fullmatch("[a-z]+", str(word))} <= VALUES, rest


# Words that stand for values in examples; any other is a remark that lost its `#`.
VALUES = {"inf", "symbolic"}


@pytest.mark.parametrize("name", COMMANDS)
def test_every_remark_of_an_example_has_its_mark(name):
    """After the options of a command no line goes on in plain words."""
    text = importlib.import_module(f"steepest_mirror.proofs.commands.{name}").__doc__
    for line in re.findall(r"^  steepest-mirror .*", text, re.M):
        code = re.sub(r"'[^']*'|\\\\$|  #.*|\|.*|\$\(.*", "", line)
        assert not re.search(r" [a-z]+ [a-z]+ [a-z]+$", code), line


def test_a_long_line_puts_its_remark_above_and_breaks_with_a_backslash():
    line = "  steepest-mirror derive --q 3/2 --depth 4 --what mirror-map --what metric --format python  # runs"
    fitted = help_text(line).splitlines()
    assert fitted[0] == "  # runs" and fitted[1].endswith(" \\")
    assert examples(help_text(line)) == [shlex.split(line, comments=True)[1:]]


@pytest.mark.parametrize(
    ("argv", "hint"),
    [
        (["legendre", "--q", "2", "--depth", "3", "--lambda", "1"], "did you mean --balance?"),
        (["integrate", "--q", "2", "--alpha", "1"], "did you mean --decay?"),
        (["evaluate", "metric", "--q", "2", "--layers", "3"], "did you mean --depth?"),
        (["evaluate", "metric", "--q", "2", "--depth", "3", "--precision", "9"], "did you mean --digits?"),
        (["legendre", "--p", "infinity", "--depth", "3"], "did you mean inf?"),
        (["table1", "--depth", "oo"], "did you mean inf?"),
        (["table1", "--format", "latx"], "did you mean latex?"),
        (["completion", "bsh"], "did you mean bash?"),
        (["table1", "--q", "2", "--dpth", "3"], "did you mean --depth?"),
        (["table1", "--lambda", "1"], "'--lambda' is not usable: see"),
        (["integrate", "--lambda", "1"], "did you mean --decay?"),
        (["integrate", "--precison", "9"], "did you mean --digits?"),
        (["descend", "--until", "1"], "did you mean --steps?"),
        (["completion", "zs"], "did you mean zsh? see"),
        (["descend", "--q", "3/2", "--step", "1", "--weights", "1,1", "--gradient", "1"], "1 for sign descent or 2"),
        (["evaluate", "metric", "--q", "2", "--depth", "3", "--balance", "lam", "--x", "1"], "--balance: 'lam'"),
        (["explain", "Definition 4.5"], "no claim states it; near it are"),
        (["explain", "4.8 C"], "there is Corollary 4.8 (S)"),
        (["verify", "--claim", "Thm. 9.9"], "verify --list"),
    ],
)
def test_what_is_meant_is_offered(capsys, argv, hint):
    assert main(argv) == 2
    err = capsys.readouterr().err
    assert hint in err and err.count("\n") == 1


def test_lambda_is_a_balance(capsys):
    results = []
    for balance in ("lam", "lambda", "-lam", "-lambda"):
        assert main(["legendre", "--q", "3/2", "--depth", "4", "--balance", balance, "--json"]) == 0
        results.append(json.loads(capsys.readouterr().out))
    assert results[0] == results[1] != results[2] == results[3]


@pytest.mark.parametrize(
    ("command", "ending", "begins"),
    [
        ("table1", ".json", "{"),
        ("table1", ".md", "|"),
        ("table1", ".tex", "%"),
        ("legendre --q 2 --depth 3", ".md", "$q = 2$"),
        ("derive --q 2 --depth 3 --what metric", ".py", "#"),
        ("decay --q 2 --weights 1,1 --gradient -1 --decay 1 --until 1", ".csv", "time,"),
        ("escape --weights 1,1 --to 2 --gradient -1", ".csv", "q,m,time"),
        ("explain onto", ".json", "{"),
        ("table1", ".txt", "Table 1"),
        ("table1", "", "Table 1"),
    ],
)
def test_the_name_of_the_file_says_the_form(tmp_path, command, ending, begins):
    file = tmp_path / f"result{ending}"
    assert main([*shlex.split(command), "--output", str(file)]) == 0
    assert file.read_text("utf-8").startswith(begins)


def test_a_form_that_is_not_there_is_refused_and_format_is_stronger(tmp_path, capsys):
    assert main(["legendre", "--q", "2", "--depth", "3", "--output", str(tmp_path / "x.csv")]) == 2
    assert "does not write csv" in capsys.readouterr().err and not list(tmp_path.iterdir())
    assert main(["legendre", "--q", "2", "--depth", "3", "--format", "json", "--output", str(tmp_path / "x.csv")]) == 0
    assert json.loads((tmp_path / "x.csv").read_text("utf-8"))["q"] == "2"


def test_completion_offers_what_may_follow():
    known = words()
    assert {"mirror-map", "escape-time"} <= set(known["evaluate"]) and "plane" in known["plot"]
    assert {"onto", "review-1"} <= set(known["explain"]) & set(known["report"]) and "potential" in known["derive"]


@pytest.mark.parametrize(
    ("number", "first", "others"),
    [
        ("4.2", "convergence", "convergence-as-reported"),
        ("Theorem 4.2", "convergence", "linear-rate"),
        ("4.8", "coercivity", "generic-coercivity"),
        ("4.10 C", "coercivity", "coercivity-decreasing"),
        ("table 1", "table1", ""),
        ("Example 4.17", "example-4-17", ""),
    ],
)
def test_a_theorem_is_found_by_its_number(capsys, number, first, others):
    assert main(["explain", number]) == 0
    found = capsys.readouterr()
    assert found.out.startswith(f"{first}: ") and others in found.err


@pytest.mark.parametrize("number", ["9.9", "4", "Theorem 4.8", "4.10 S", "Lemma"])
def test_a_number_of_nothing_is_refused(capsys, number):
    assert main(["explain", number]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize(
    "command", ["integrate --q 2 --weights 1,1 --gradient -1 --until 1", "table1", "verify --list", "explain onto"]
)
def test_an_output_that_cannot_be_is_refused_before_anything_is_computed(tmp_path, capsys, monkeypatch, command):
    def never(*_: object, **__: object) -> None:
        raise AssertionError("computed before --output was looked at")

    module = importlib.import_module(f"steepest_mirror.proofs.commands.{command.split()[0]}")
    monkeypatch.setattr(module.common, "emit", never)
    for name, said in (("x.xyz", "does not write .xyz"), ("none/x.json", "cannot be written"), (".", "a directory")):
        assert main([*shlex.split(command), "--output", str(tmp_path / name)]) == 2
        err = capsys.readouterr().err
        assert said in err and err.count("\n") == 1 and not list(tmp_path.iterdir())
