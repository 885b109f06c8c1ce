"""A file of theorems states and derives; it does not reach into what judges it.

The judge runs in the process that imports these files, so one that put a function of its own in the place of a rule's
would have anything derived. No file assigns to what is another's, uses what is private, or runs code made of text.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from steepest_mirror.proofs import theorems

FILES = sorted(Path(theorems.__file__).resolve().parent.rglob("*.py"))
JUDGES = {"replay", "judge", "algebra"}  # modules of `judging` that no theorem needs
FORBIDDEN_MODULES = {"builtins", "ctypes", "gc", "importlib", "inspect", "os", "pickle", "sys", "types", "unittest"}
FORBIDDEN_NAMES = {
    *("setattr", "delattr", "getattr", "exec", "eval", "compile", "globals", "locals", "vars", "open", "__import__"),
    *("__builtins__", "__loader__", "__spec__"),
}


def reaching(source: str) -> list[str]:
    """What in a source reaches into another's things, one line each."""
    found = []
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load):
            found.append(f"{node.lineno}: assigns to .{node.attr}")
        elif isinstance(node, ast.Attribute) and node.attr.startswith("_"):
            found.append(f"{node.lineno}: uses .{node.attr}")
        elif isinstance(node, ast.Name) and node.id in FORBIDDEN_NAMES:
            found.append(f"{node.lineno}: uses {node.id}")
        elif isinstance(node, ast.Import | ast.ImportFrom):
            module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
            names = [part for alias in node.names for part in alias.name.split(".")] + module.split(".")
            private = [n for n in names if n.startswith("_") and n != "__future__"]
            judges = JUDGES & set(names) if "judging" in names else set()
            if private or judges or FORBIDDEN_MODULES & set(names):
                found.append(f"{node.lineno}: imports {' '.join(names)}")
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_of_theorems_reaches_into_nothing(path: Path) -> None:
    assert not reaching(path.read_text("utf-8"))


@pytest.mark.parametrize(
    "source",
    [
        "from ..judging.rules import algebraic\nalgebraic.calculation = print",
        "from ..judging.rules import algebraic\nalgebraic._shown",
        "from ..judging.replay import algebra",
        "from ..judging import replay",
        "import steepest_mirror.proofs.judging.replay.algebra as a",
        "from ..judging.theorem import _rules",
        "from ..judging.theorem import Rule\nsetattr(Rule, 'x', 1)",
        "import sys",
        "from importlib import import_module",
        "exec('1')",
        "x = ().__class__",
        "del a.b",
        "for a.b in c: pass",
        "a.b += 1",
    ],
)
def test_each_way_to_reach_in_is_seen(source: str) -> None:
    assert reaching(source)
