"""What README and docs show is what the commands print (seconds, radii, numbers of steps aside); every link leads
somewhere."""

from __future__ import annotations

import re
import runpy
import shlex
import tomllib
from pathlib import Path

import pytest

from steepest_mirror.proofs.command_line import COMMANDS, main

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").glob("*.md"))]
SAMPLES = [
    (page.name, command, shown)
    for page in PAGES
    for command, shown in re.findall(
        r"^```\n\$ steepest-mirror ([^\n]+)\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL
    )
]
BARE = [
    (page.name, command)
    for page in PAGES
    for command in re.findall(r"^steepest-mirror ([^\n]+)$", page.read_text("utf-8"), re.MULTILINE)
]


def lasting(text: str) -> str:
    """Without what changes from run to run or with a longer proof, and without line breaks."""
    return " ".join(re.sub(r"\d+\.\d\d(?=\s+s\))|\b\d\.\de-\d+|\d+(?=,\s+textbook)", "#", text).split())


@pytest.mark.parametrize(("page", "command", "shown"), SAMPLES, ids=[f"{p}: {c}" for p, c, _ in SAMPLES])
def test_a_sample_is_what_the_command_prints(capsys, monkeypatch, page, command, shown):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(shlex.split(command)) in (0, 1)
    assert lasting(capsys.readouterr().out) == lasting(shown)


@pytest.mark.parametrize(("page", "command"), BARE, ids=[f"{p}: {c}" for p, c in BARE])
def test_a_command_without_its_output_runs(capsys, monkeypatch, page, command):
    monkeypatch.chdir(ROOT)
    assert main(shlex.split(command)) in (0, 1, 4)


def test_the_readme_is_short_and_names_every_command():
    assert len(README.splitlines()) < 200 and len([s for s in SAMPLES if s[0] == "README.md"]) >= 3
    assert all(f"| `{name}` |" in README for name in COMMANDS)


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_links_lead_to_files(page):
    for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        assert (page.parent / target).exists(), target


def test_the_refuted_statements_of_the_readme_are_those_of_the_catalogue():
    from steepest_mirror.proofs.catalogue import catalogue
    from steepest_mirror.proofs.verdict import REFUTED

    counts = {"Three": 3, "Four": 4, "Five": 5, "Six": 6, "Seven": 7}
    number, rest = re.search(
        r"^(\w+) statements do not hold as they are reported(.*?)^## ", README, re.M | re.S
    ).groups()
    refuted = {c.id for c in catalogue().values() if c.expected == REFUTED}
    assert counts[number] == len(refuted) and {n for n in re.findall(r"`([^`]+)`", rest) if "-as-" in n} == refuted
    assert rest.count("\n- ") == len(refuted)


def leads_somewhere(path: str, page: Path) -> bool:
    """Whether a path that a page names is there: from the top, from the page's folder, or the end of one such path."""
    top = ROOT if page.parent != ROOT / "docs" else page.parent
    tops = (ROOT / "steepest_mirror", *(ROOT / f for f in ("symbolic", "numeric_checks", "proofs", "experiments")))
    return any((folder / path).exists() for folder in (ROOT, top, *tops))


@pytest.mark.parametrize("page", PAGES, ids=[page.name for page in PAGES])
def test_paths_in_code_are_there(page):
    named = re.findall(
        r"(?<!`)`([\w.-]+/(?:[\w.-]+/)*(?:[\w-]+\.(?:py|md|v|csv|ipynb|toml))?)`", page.read_text("utf-8")
    )
    assert not [path for path in named if not leads_somewhere(path, page)]


def test_a_path_that_is_not_there_is_seen():
    assert not leads_somewhere("proofs/rocq/", ROOT / "docs" / "how-to.md")


PYTHON = [
    (page.name, code)
    for page in PAGES
    if page.name != "CONTRIBUTING.md"  # a fragment of a proof, not a program
    for code in re.findall(r"^```python\n(.*?)^```$", page.read_text("utf-8"), re.MULTILINE | re.DOTALL)
]


@pytest.mark.parametrize(("page", "code"), PYTHON, ids=[page for page, _ in PYTHON])
def test_a_python_example_runs(page, code):
    exec(compile(code, page, "exec"), {})


def test_the_claim_file_of_the_how_to_is_read():
    from steepest_mirror.proofs.check.reader import read

    text = (ROOT / "docs" / "how-to.md").read_text("utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    assert len(tomllib.loads(example)["claim"]) == len(read(example)) == 3


@pytest.mark.parametrize("script", sorted((ROOT / "examples").glob("*.py")), ids=lambda path: path.name)
def test_an_example_runs(script, capsys):
    runpy.run_path(str(script), run_name="__main__")
    assert capsys.readouterr().out
