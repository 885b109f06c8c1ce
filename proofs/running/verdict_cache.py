"""Which claims' observations passed in an earlier run: by claim, digits, the code and the libraries that made them.

An empty file for each, in the user's cache ($STEEPEST_MIRROR_CACHE, else $XDG_CACHE_HOME/steepest-mirror, else
~/.cache/steepest-mirror). Nothing that is shown is read from there: verdict, statement, proof and evidence are made in
every run, and a claim that is found there is judged by its proof alone. So a file can be made by hand, and what it
does is that the run shows no observation of that claim.
"""

from __future__ import annotations

import hashlib
import os
import sys
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("symbolic", "numeric_checks", "proofs")
SOURCES = (".py", ".v", ".toml")
LIBRARIES = ("sympy", "mpmath", "python-flint", "numpy", "gmpy2")


def folder() -> Path:
    """Where it is."""
    if own := os.environ.get("STEEPEST_MIRROR_CACHE"):
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "steepest-mirror"


def observed(claim: str, digits: int) -> bool:
    """Whether an earlier run of this very code has made the claim's observations at these digits, and all passed."""
    try:
        return _file(claim, digits).is_file()
    except OSError:
        return False


def keep(claim: str, digits: int) -> None:
    """Notes that they passed; a cache that cannot be written is no error, only slower next time."""
    target = _file(claim, digits)
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()
    except OSError:
        return


def _file(claim: str, digits: int) -> Path:
    key = hashlib.sha256(f"{claim}\n{digits}\n{fingerprint()}".encode()).hexdigest()
    return folder() / "observed" / key[:32]


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """A digest of every source file of the project, of the libraries' versions and of Python's."""
    digest = hashlib.sha256(sys.version.encode())
    for library in LIBRARIES:
        try:
            digest.update(f"{library}=={version(library)}\n".encode())
        except PackageNotFoundError:
            digest.update(f"{library} is not installed\n".encode())
    root = Path(__file__).resolve().parents[2]
    for package in PACKAGES:
        for source in sorted(p for p in (root / package).rglob("*") if p.suffix in SOURCES):
            digest.update(f"{source.relative_to(root)}\n".encode())
            digest.update(source.read_bytes())
    return digest.hexdigest()
