"""The main job: wall-clock time of the whole of `verify`, and the memory of its largest process."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from collections.abc import Iterator

SLOWEST = 5


def measured() -> Iterator[str]:
    """Time and memory, then the slowest claims."""
    began = time.perf_counter()
    run = subprocess.run([sys.executable, "-m", "proofs", "verify", "--json"], capture_output=True, text=True)
    taken = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    claims = json.loads(run.stdout)["claims"]
    yield f"{len(claims)} claims, exit code {run.returncode}: {taken:.1f} s, largest process {memory:.0f} MB"
    seconds = {claim["id"]: sum(e["seconds"] for e in claim["evidence"]) for claim in claims}
    for name in sorted(seconds, key=lambda name: -seconds[name])[:SLOWEST]:
        yield f"{name}: {seconds[name]:.1f} s"
