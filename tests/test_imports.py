"""Imports run one way: proofs -> numeric_checks -> symbolic; nothing heavy is loaded before a command needs it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
BELOW = {
    "symbolic": {"symbolic"},
    "numeric_checks": {"numeric_checks", "symbolic"},
    "proofs": {"proofs", "numeric_checks", "symbolic"},
    "experiments": {"experiments", "numeric_checks", "symbolic"},
}
MAY_EXPERIMENT = {"experiment.py", "diagnose.py"}  # the two commands of `experiments`, which nothing else imports
# What the numeric checks may take from the side they check: values and their text, never a derivation.
SHARED = {"errors", "reading", "setting", "symbols"}
HEAVY = {"sympy", "flint", "mpmath", "numpy", "gmpy2", "jax", "optax", "sklearn", "distributed", "matplotlib"}


def imported(path: Path) -> set[str]:
    """The modules of this project that a file imports, with full names, wherever the import stands."""
    package = ("steepest_mirror", *path.relative_to(ROOT).parent.parts)
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1] if node.level else ()
            module = ".".join([*base, *(node.module.split(".") if node.module else [])])
            names |= {module} | {f"{module}.{alias.name}" for alias in node.names}
    ours = {name.removeprefix("steepest_mirror.") for name in names if name.startswith("steepest_mirror.")}
    return {name for name in ours if name.split(".")[0] in BELOW}


def sources(package: str) -> list[Path]:
    return sorted((ROOT / package).rglob("*.py"))


def extra(path: Path) -> set[str]:
    """What a file may import besides what its package may."""
    return {"experiments"} if path.parent.name == "commands" and path.name in MAY_EXPERIMENT else set()


@pytest.mark.parametrize("package", BELOW)
def test_imports_run_one_way(package):
    found = {path: imported(path) for path in sources(package)}
    assert any(found.values()), "the test must see imports"
    wrong = {
        path.name: names
        for path, all_ in found.items()
        if (names := {n for n in all_ if n.split(".")[0] not in BELOW[package] | extra(path)})
    }
    assert not wrong


def allowed(path: Path) -> set[str]:
    """The rooms of symbolic that a file of numeric_checks may read: those of SHARED, and for orbits the data of one."""
    return SHARED | ({"orbit", "algebra"} if path.parent.name == "orbit" else set())


def test_numeric_checks_take_no_derivation():
    wrong = {
        (path.name, name)
        for path in sources("numeric_checks")
        for name in imported(path)
        if name.startswith("symbolic.") and name.split(".")[1] not in allowed(path)
    }
    assert not wrong


def test_help_and_wrong_values_load_nothing_heavy():
    code = f"""
import sys
from steepest_mirror.proofs.command_line import COMMANDS, main
[main(argv) for argv in ([], ["--help"], ["nothing"], *([c, "--help"] for c in COMMANDS))]
main(["legendre", "--q", "3", "--depth", "2"])
print(sorted(set(sys.modules) & {HEAVY}), file=sys.stderr)
"""
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stderr.splitlines()[-1] == "[]"


def test_every_module_says_what_it_is():
    bare = [
        str(path)
        for package in BELOW
        for path in sources(package)
        if not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert not bare
