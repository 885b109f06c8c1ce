"""The wheel holds every source and data file, and works in an environment of its own, from another directory."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COMPILED = "steepest_mirror/numeric_checks/flow/smooth/_recurrences"
NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.vo", "*.vok", "*.vos", "*.glob", "*.so", ".*")


def libraries() -> str:
    """The folders that hold what the wheel depends on, a line each."""
    found = (importlib.util.find_spec(name) for name in ("sympy", "mpmath", "flint", "numpy", "gmpy2"))
    folders = {str(Path(spec.origin).parent.parent) for spec in found if spec is not None and spec.origin is not None}
    return "".join(folder + "\n" for folder in sorted(folders))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources without a network."""
    copy = tmp_path_factory.mktemp("sources")
    shutil.copytree(ROOT / "steepest_mirror", copy / "steepest_mirror", ignore=NOT_SHIPPED)  # links as what they show
    for name in ("pyproject.toml", "setup.py", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(copy / "dist"), str(copy)]
    run = subprocess.run(build, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    return next((copy / "dist").glob("*.whl"))


def test_the_wheel_holds_every_file(wheel: Path):
    copy = wheel.parent.parent
    files = (p for p in (copy / "steepest_mirror").rglob("*") if p.is_file())
    sources = {p.relative_to(copy).as_posix() for p in files}
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    built = {name for name in shipped if name.endswith((".so", ".pyd"))}
    assert shipped - built == sources
    assert {name.split(".")[0] for name in built} <= {COMPILED}
    assert built or shutil.which("cc") is None or "STEEPEST_MIRROR_PURE" in os.environ


@pytest.mark.heavy
def test_the_wheel_needs_no_compiler(wheel: Path, tmp_path: Path):
    """What cannot be compiled is left out; STEEPEST_MIRROR_PURE makes a wheel that runs everywhere."""
    for name, environment in (("failed", {"CC": "false"}), ("pure", {"STEEPEST_MIRROR_PURE": "1"})):
        out, source = tmp_path / name, tmp_path / f"{name}-source"
        shutil.copytree(wheel.parent.parent, source, ignore=shutil.ignore_patterns("dist", "build", "*.so"))
        build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(out), str(source)]
        subprocess.run(build, check=True, capture_output=True, env=os.environ | environment)
        made = next(out.glob("*.whl"))
        assert not any(".so" in file for file in zipfile.ZipFile(made).namelist())
        assert (name == "pure") == made.name.endswith("-py3-none-any.whl")


def test_the_wheel_works_elsewhere(wheel: Path, tmp_path: Path):
    home = tmp_path / "environment"
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    site = Path(
        subprocess.check_output(
            [python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"], text=True
        ).strip()
    )
    (site / "dependencies.pth").write_text(libraries())  # the libraries, not the sources

    def output(*argv: str) -> str:
        return subprocess.run(
            [home / "bin" / "steepest-mirror", *argv], cwd=tmp_path, check=True, capture_output=True, text=True
        ).stdout

    where = subprocess.check_output(
        [python, "-c", "import steepest_mirror; print(steepest_mirror.__file__)"], cwd=tmp_path, text=True
    )
    assert Path(where.strip()).is_relative_to(home)
    assert re.fullmatch(r"steepest-mirror \d+\.\d+\.\d+\n", output("--version"))
    assert json.loads(output("legendre", "--q", "2", "--depth", "3", "--json"))["metric_exponent"] == "4/3"


NEIGHBOUR = """\
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"

[project]
name = "symbolic"
version = "1.0"

[tool.setuptools]
packages = ["symbolic"]
"""


def test_a_package_named_symbolic_lives_beside_it(wheel: Path, tmp_path: Path):
    """Neither of the two overwrites the other, and removing one leaves the other whole."""
    source, home = tmp_path / "source", tmp_path / "environment"
    (source / "symbolic").mkdir(parents=True)
    (source / "pyproject.toml").write_text(NEIGHBOUR)
    (source / "symbolic" / "__init__.py").write_text("VALUE = 42\n")
    built = tmp_path / "dist"
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(built), str(source)]
    subprocess.run(build, check=True, capture_output=True)
    venv.create(home, with_pip=False)
    python = home / "bin" / "python"

    def pip(*argv: str) -> None:
        subprocess.run([sys.executable, "-m", "pip", "--python", str(python), *argv], check=True, capture_output=True)

    def works(code: str) -> bool:
        return subprocess.run([python, "-c", code], cwd=tmp_path, capture_output=True).returncode == 0

    theirs = "import symbolic; assert symbolic.VALUE == 42"
    ours = "import steepest_mirror as sm; assert sm.Setting('3/2', depth=2).m == sm.Setting('1.5', depth=2).m"
    wheels = str(next(built.glob("*.whl"))), str(wheel)
    for order in (wheels, wheels[::-1]):
        pip("install", "--no-compile", "--no-deps", "--no-index", *order)
        assert works(theirs) and works(ours)
        pip("uninstall", "--yes", "steepest-mirror")
        assert works(theirs) and not works(ours)
        pip("install", "--no-compile", "--no-deps", "--no-index", str(wheel))
        pip("uninstall", "--yes", "symbolic")
        assert works(ours) and not works(theirs)
        pip("uninstall", "--yes", "steepest-mirror")


def test_the_wheel_has_one_name(wheel: Path):
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"steepest_mirror"}
