"""Rows on Dask: workers elsewhere that know the package from a wheel only, one of them killed; and what is not there.

The sweep of 200 rows builds a wheel and takes half a minute: marked heavy.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

distributed = pytest.importorskip("distributed")

from steepest_mirror.experiments.experiment import Experiment, Task  # noqa: E402
from steepest_mirror.experiments.running import cluster  # noqa: E402
from steepest_mirror.experiments.running.store import kept, parsed  # noqa: E402
from steepest_mirror.experiments.studies.catalogue import experiment  # noqa: E402
from steepest_mirror.symbolic.errors import InputError  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
TRIAL = experiment("trial")


def free_port() -> int:
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Cluster:
    """A scheduler and workers as processes of their own, started in `directory` with `python`."""

    def __init__(self, python: str, directory: Path):
        self.python, self.directory = python, directory
        self.address = f"tcp://127.0.0.1:{free_port()}"
        self.processes: list[subprocess.Popen[bytes]] = []
        port = self.address.rsplit(":", 1)[1]
        self.start("distributed.cli.dask_scheduler", "--host", "127.0.0.1", "--port", port, "--no-dashboard")
        self.workers = [self.worker(), self.worker()]

    def start(self, module: str, *words: str) -> subprocess.Popen[bytes]:
        clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        command = [self.python, "-m", module, *words]
        silent = subprocess.DEVNULL
        process = subprocess.Popen(command, cwd=self.directory, env=clean, stdout=silent, stderr=silent)
        self.processes.append(process)
        return process

    def worker(self) -> subprocess.Popen[bytes]:
        return self.start(
            "distributed.cli.dask_worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard"
        )

    def ready(self) -> None:
        client = distributed.Client(self.address, timeout=60)
        client.wait_for_workers(2, timeout=60)
        client.close()

    def stop(self) -> None:
        for process in self.processes[::-1]:
            process.kill()
            process.wait()


def test_no_scheduler(monkeypatch):
    monkeypatch.setattr(cluster, "CONNECT", 1)
    with pytest.raises(InputError, match="no scheduler answers there"):
        list(cluster.rows(TRIAL, [Task("trial", {"seed": 0})], f"tcp://127.0.0.1:{free_port()}"))


def test_not_an_address():
    with pytest.raises(InputError, match="such as tcp://"):
        list(cluster.rows(TRIAL, [], "localhost"))


def test_a_server_of_another_kind():
    """Dask's own client waits for ever where something else answers."""
    port = free_port()
    command = [sys.executable, "-m", "http.server", str(port), "--bind", "127.0.0.1"]
    server = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    code = f"""
from steepest_mirror.experiments.running import cluster
from steepest_mirror.proofs.command_line import main
cluster.CONNECT = 1
raise SystemExit(main(["experiment", "trial", "--scheduler", "tcp://127.0.0.1:{port}"]))
"""
    try:
        ends = time.monotonic() + 20
        while time.monotonic() < ends and socket.socket().connect_ex(("127.0.0.1", port)):
            time.sleep(0.05)
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    finally:
        server.kill()
        server.wait()
    assert run.returncode == 2 and "no scheduler answers there" in run.stderr.splitlines()[-1]


def test_tls_without_certificates():
    with pytest.raises(InputError, match="no scheduler answers there"):
        list(cluster.rows(TRIAL, [], "tls://127.0.0.1:9"))


@pytest.mark.heavy
def test_workers_without_the_package_are_told_so_before_anything_is_submitted(tmp_path):
    """A virtual environment that has Dask and not this package."""
    python = environment(tmp_path)
    cluster_ = Cluster(python, tmp_path)
    try:
        cluster_.ready()
        began = time.monotonic()
        with pytest.raises(InputError, match="lacks the package"):
            list(cluster.rows(TRIAL, [Task("trial", {"seed": 0})], cluster_.address))
        assert time.monotonic() - began < cluster.CONNECT + cluster.PROBE
    finally:
        cluster_.stop()


@pytest.mark.heavy
def test_a_scheduler_that_dies_ends_the_run_with_one_line(tmp_path):
    cluster_ = Cluster(sys.executable, ROOT)
    out = tmp_path / "run"
    try:
        cluster_.ready()
        words = ["experiment", "trial", "--out", str(out), "--scheduler", cluster_.address]
        command = [sys.executable, "-m", "steepest_mirror", *words]
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        ends = time.monotonic() + 120
        rows = out / "rows.jsonl"
        while time.monotonic() < ends and not (rows.exists() and rows.read_bytes().count(b"\n") >= 20):
            time.sleep(0.05)
        cluster_.processes[0].kill()
        said, _ = run.communicate(timeout=120)
    finally:
        cluster_.stop()
    assert run.returncode == 2 and "--resume goes on" in said and "Traceback" not in said
    assert 20 <= len(kept(out, "trial")) < 200 and parsed(rows.read_bytes())[1] == 0


@pytest.mark.heavy
def test_200_rows_on_two_workers_of_which_one_is_killed(tmp_path):
    python = environment(tmp_path)
    wheel = built(tmp_path)
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", python, "install", "--no-deps", "--no-index", str(wheel)],
        check=True,
        capture_output=True,
    )
    cluster_ = Cluster(python, tmp_path)
    out = tmp_path / "run"
    try:
        cluster_.ready()
        words = ["experiment", "trial", "--out", str(out), "--scheduler", cluster_.address]
        command = [sys.executable, "-m", "steepest_mirror", *words]
        run = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        ends = time.monotonic() + 120
        rows = out / "rows.jsonl"
        while time.monotonic() < ends and not (rows.exists() and rows.read_bytes().count(b"\n") >= 60):
            time.sleep(0.05)
        before = rows.read_bytes().count(b"\n")
        assert 60 <= before < 200, "the worker must die in the middle"
        cluster_.workers[0].kill()
        said, _ = run.communicate(timeout=180)
        assert run.returncode == 0, said
    finally:
        cluster_.stop()
    found = kept(out, "trial")
    assert len(found) == 200 == rows.read_bytes().count(b"\n") and parsed(rows.read_bytes())[1] == 0
    assert all(row["status"] == "done" for row in found)
    assert {row["arguments"]["seed"] for row in found} == set(range(200))


def built(directory: Path) -> Path:
    """The wheel, from a copy of the sources."""
    copy = directory / "sources"
    skip = shutil.ignore_patterns("__pycache__", ".*", "build", "dist", "*.egg-info")
    shutil.copytree(ROOT / "steepest_mirror", copy / "steepest_mirror", ignore=skip)  # links as what they show
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(directory), str(copy)]
    subprocess.run(build, check=True, capture_output=True)
    return next(directory.glob("*.whl"))


def environment(directory: Path) -> str:
    """The python of a virtual environment that sees the libraries installed here and not this project."""
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(directory / "venv")], check=True)
    (site,) = (directory / "venv" / "lib").glob("*/site-packages")
    here = {str(Path(distributed.__file__).parents[1])}
    (site / "libraries.pth").write_text("\n".join(here) + "\n")
    python = str(directory / "venv" / "bin" / "python")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    look = "import importlib.util as u, distributed; print(u.find_spec('steepest_mirror'))"
    said = subprocess.run([python, "-c", look], cwd=directory, env=clean, capture_output=True, text=True, check=True)
    if said.stdout.strip() != "None":
        pytest.skip("the project is installed beside the libraries here")
    return python


def test_an_experiment_says_what_its_workers_need():
    assert TRIAL.libraries == () and "jax" in experiment("escape").libraries and isinstance(TRIAL, Experiment)
