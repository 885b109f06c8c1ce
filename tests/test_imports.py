"""Imports run one way: proofs -> numeric_checks -> symbolic; nothing heavy is loaded before a command needs it."""

from __future__ import annotations

import ast
import os
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
# The commands of `experiments`, which nothing else imports.
MAY_EXPERIMENT = {"experiment.py", "diagnose.py", "report.py"}
# What the numeric checks may take from the side they check: values and their text, never a derivation.
SHARED = {"errors", "exact_number", "reading", "setting", "symbols"}
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


FRONT = ROOT / "steepest_mirror"


def room(module: tuple[str, ...]) -> str:
    """The room of a module: `symbolic.product`, `symbolic` for a file at its top, `front` for the public objects."""
    if module[0] not in BELOW:
        return "front"
    return ".".join(module if ROOT.joinpath(*module).is_dir() else module[:-1])


def used(path: Path, package: tuple[str, ...]) -> set[tuple[str, ...]]:
    """The modules of this project that a file imports, wherever the import stands, except for type hints."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    hints = [n for n in ast.walk(tree) if isinstance(n, ast.If) and getattr(n.test, "id", "") == "TYPE_CHECKING"]
    hinted = {id(n) for hint in hints for n in ast.walk(hint)}
    names: set[tuple[str, ...]] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.level and id(node) not in hinted:
            base = (*package[: len(package) - node.level + 1], *(node.module.split(".") if node.module else ()))
            for alias in node.names:
                whole = FRONT.joinpath(*base, alias.name)
                names.add((*base, alias.name) if whole.is_dir() or whole.with_suffix(".py").is_file() else base)
    return names - {()}


def arrows() -> dict[str, set[str]]:
    """Which rooms each room uses; a room and a room inside it are one place."""
    found: dict[str, set[str]] = {}
    files = [(p, p.relative_to(ROOT).parent.parts) for package in BELOW for p in sources(package)]
    for path, package in [*files, *((p, ()) for p in FRONT.glob("*.py") if p.stem != "__main__")]:
        own = ".".join(package) or "front"
        for other in map(room, used(path, package)):
            if other != own and not own.startswith(f"{other}.") and not other.startswith(f"{own}."):
                found.setdefault(own, set()).add(other)
    return found


def reached(start: str, found: dict[str, set[str]]) -> set[str]:
    """Every room that `start` needs, over any number of arrows."""
    seen: set[str] = set()
    ahead = [start]
    while ahead:
        new = found.get(ahead.pop(), set()) - seen
        seen |= new
        ahead += new
    return seen


def test_there_is_no_circle_of_rooms():
    found = arrows()
    assert {"front", "proofs.commands", "symbolic.product"} <= set(found), "the test must see imports"
    assert {own for own in found if own in reached(own, found)} == set()


def test_nothing_imports_the_command_line():
    users = {own for own, others in arrows().items() if "proofs.commands" in others}
    assert not users


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


def test_verify_imports_no_library_of_the_experiments(tmp_path):
    """In no process of its own: each library is one that leaves a mark where it is imported. `experiment` does."""
    mark = tmp_path / "mark"
    for name in ("jax", "optax", "sklearn", "distributed", "torch"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "__init__.py").write_text(f"open({str(mark)!r}, 'a').write({name!r})\nraise ImportError")
    environment = os.environ | {"PYTHONPATH": str(tmp_path)}

    def run(*words):
        command = [sys.executable, "-m", "steepest_mirror", *words]
        return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True).returncode

    assert run("verify", "--claim", "balance", "--fresh") == 0
    assert run("evaluate", "mirror-map", "--q", "2", "--depth", "2", "--x", "1") == 0 and not mark.exists()
    assert run("experiment", "escape", "--small") == 2 and mark.read_text() == "jax"


def test_every_module_says_what_it_is():
    bare = [
        str(path)
        for package in BELOW
        for path in sources(package)
        if not ast.get_docstring(ast.parse(path.read_text()))
    ]
    assert not bare


def test_the_import_is_light():
    """Under 30 ms more than bare Python on a quiet machine; here: nothing heavy, and few modules."""
    code = "import sys; before = set(sys.modules); import steepest_mirror; print(len(set(sys.modules) - before)); "
    code += f"print(sorted(set(sys.modules) & {HEAVY}))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    count, heavy = run.stdout.splitlines()
    assert heavy == "[]" and int(count) < 20


def test_every_public_name_is_there_and_is_told():
    import steepest_mirror as sm

    assert sorted(sm.__all__) == sorted(sm._HOME) and set(sm.__all__) <= set(dir(sm))
    assert all(getattr(sm, name) is not None for name in sm.__all__)
    with pytest.raises(AttributeError, match="nothing"):
        sm.nothing  # noqa: B018
