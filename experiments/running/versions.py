"""Which code and which libraries a run was made with."""

from __future__ import annotations

import hashlib
import platform
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

LIBRARIES = ("steepest-mirror", "jax", "jaxlib", "optax", "numpy", "scipy", "scikit-learn", "distributed")


@cache
def digest() -> str:
    """A hash of the sources of this package: two installations agree iff they measure with the same code."""
    top = Path(__file__).resolve().parent.parent
    found = hashlib.sha256()
    for path in sorted(top.rglob("*.py")):
        found.update(str(path.relative_to(top)).encode() + path.read_bytes())
    return found.hexdigest()[:16]


def versions() -> dict[str, str]:
    """Python, the libraries that are installed, and the digest of the code."""
    found = {"python": platform.python_version(), "code": digest()}
    for name in LIBRARIES:
        try:
            found[name] = version(name)
        except PackageNotFoundError:
            continue
    return found
