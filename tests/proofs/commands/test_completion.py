"""The script completes commands, options and claim IDs, as bash itself finds them."""

import shutil
import subprocess

import pytest

from steepest_mirror.proofs.command_line import COMMANDS, main
from steepest_mirror.proofs.commands.completion import SHELLS, words


@pytest.mark.parametrize("shell", SHELLS)
def test_every_command_is_completed(shell, capsys):
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert all(name in out for name in COMMANDS)


def test_options_are_the_parsers_own():
    known = words()
    assert "--claim" in known["verify"] and "--until" in known["integrate"] and "onto" in known["explain"]


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes(tmp_path, capsys):
    main(["completion", "bash"])
    script = tmp_path / "completion.sh"
    script.write_text(capsys.readouterr().out)
    ask = (
        'source "$0"; COMP_WORDS=(steepest-mirror verify --cl); COMP_CWORD=2; _steepest_mirror; echo "${COMPREPLY[@]}"'
    )
    found = subprocess.run(["bash", "-c", ask, script], capture_output=True, text=True, check=True)
    assert found.stdout.split() == ["--claim"]


def test_another_shell_is_refused_in_one_line(capsys):
    assert main(["completion", "tcsh"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
