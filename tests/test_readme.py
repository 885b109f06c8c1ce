"""What the README shows is what the commands print: seconds, radii and numbers of steps aside."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from proofs.__main__ import COMMANDS, main

README = (Path(__file__).resolve().parent.parent / "README.md").read_text(encoding="utf-8")
SAMPLES = re.findall(r"^```\n\$ steepest-mirror ([^\n]+)\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


def lasting(text: str) -> str:
    return re.sub(r"\d+\.\d\d(?=\s+s\))|\b\d\.\de-\d+|\d+(?=, textbook)", "#", text)


@pytest.mark.parametrize(("command", "shown"), SAMPLES, ids=[command for command, _ in SAMPLES])
def test_a_sample_is_what_the_command_prints(capsys, command, shown):
    assert main(shlex.split(command)) in (0, 1)
    assert lasting(capsys.readouterr().out) == lasting(shown)


def test_the_readme_is_short_and_names_every_command():
    assert len(README.splitlines()) < 200 and len(SAMPLES) >= 4
    assert all(f"| `{name}` |" in README for name in COMMANDS)
