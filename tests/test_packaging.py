"""The wheel holds every source and data file, and works in an environment of its own, from another directory."""

from __future__ import annotations

import importlib.util
import json
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FRONT = [p for p in (ROOT / "steepest_mirror").iterdir() if p.is_file()]
PACKAGES = ("symbolic", "numeric_checks", "proofs")
NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "*.vo", "*.vok", "*.vos", "*.glob", ".*")


def libraries() -> str:
    """The folders that hold what the wheel depends on, a line each."""
    found = (importlib.util.find_spec(name) for name in ("sympy", "mpmath", "flint", "numpy", "gmpy2"))
    folders = {str(Path(spec.origin).parent.parent) for spec in found if spec is not None and spec.origin is not None}
    return "".join(folder + "\n" for folder in sorted(folders))


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from a copy of the sources without a network."""
    copy = tmp_path_factory.mktemp("sources")
    for name in PACKAGES:
        shutil.copytree(ROOT / name, copy / name, ignore=NOT_SHIPPED)
    (copy / "steepest_mirror").mkdir()
    for source in FRONT:
        shutil.copy(source, copy / "steepest_mirror")
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(copy / "dist"), str(copy)]
    run = subprocess.run(build, capture_output=True, text=True)
    assert run.returncode == 0, run.stdout[-2000:] + run.stderr[-2000:]
    return next((copy / "dist").glob("*.whl"))


def test_the_wheel_holds_every_file(wheel: Path):
    copy = wheel.parent.parent
    rooms = {
        f"steepest_mirror/{p.relative_to(copy).as_posix()}"
        for name in PACKAGES
        for p in (copy / name).rglob("*")
        if p.is_file()
    }
    sources = rooms | {f"steepest_mirror/{p.name}" for p in FRONT}
    shipped = {name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" not in name}
    assert shipped == sources


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
