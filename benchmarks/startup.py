"""How long a first answer takes, next to `import sympy`."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator

RUNS = 5
CASES = {
    "steepest-mirror --help": ["-m", "proofs", "--help"],
    "a wrong value": ["-m", "proofs", "legendre", "--q", "3", "--depth", "2"],
    "legendre --q 3/2 --depth 4": ["-m", "proofs", "legendre", "--q", "3/2", "--depth", "4"],
}


def seconds(argv: list[str]) -> float:
    """The least of RUNS wall-clock times of `python *argv`."""
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *argv], capture_output=True)
        times.append(time.perf_counter() - began)
    return min(times)


def measured() -> Iterator[str]:
    """One line for each case, with its ratio to importing SymPy."""
    yardstick = seconds(["-c", "import sympy"])
    yield f"import sympy: {yardstick:.3f} s"
    for name, argv in CASES.items():
        taken = seconds(argv)
        yield f"{name}: {taken:.3f} s, {taken / yardstick:.2f} of it"
