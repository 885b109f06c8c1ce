"""Finished verdicts, kept between runs: content-addressed by claim, digits, the code and the libraries that judged it.

What a kept verdict saves is its observations. Everything else is made anew when it is read: statement, hypotheses and
scope from the claim, and `proved` from its derivation, which another process replays (`fresh`); what does not agree is
judged again. So no change of a file makes a claim proved.

One small JSON file a verdict, in the user's cache ($STEEPEST_MIRROR_CACHE, else $XDG_CACHE_HOME/steepest-mirror, else
~/.cache/steepest-mirror). A file is written under another name and then moved, so that concurrent runs do not see half
of one; it carries a digest of its content against damage, and one that does not match is taken for none.
"""

from __future__ import annotations

import hashlib
import json
import os
import sys
import tempfile
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from ..verdict import PROVED, Verdict

PACKAGES = ("symbolic", "numeric_checks", "proofs")
SOURCES = (".py", ".v", ".toml")
LIBRARIES = ("sympy", "mpmath", "python-flint", "numpy", "gmpy2")


def folder() -> Path:
    """Where verdicts are kept."""
    if own := os.environ.get("STEEPEST_MIRROR_CACHE"):
        return Path(own)
    base = os.environ.get("XDG_CACHE_HOME")
    return (Path(base) if base else Path.home() / ".cache") / "steepest-mirror"


def load(claim: str, digits: int) -> Verdict | None:
    """The verdict on this claim by this very code at these digits, as far as it agrees with the claim; or None."""
    try:
        kept = json.loads(_file(claim, digits).read_text("utf-8"))
        row = kept["verdict"] if kept["digest"] == _digest(kept["verdict"]) else None
        return None if row is None else _bound(claim, Verdict.from_dict(row))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _bound(name: str, found: Verdict) -> Verdict | None:
    """The verdict with what it states and proves made anew, or None where it says otherwise."""
    from ..catalogue import claim
    from ..judging.formal import drafted
    from ..judging.recorded import written

    known = claim(name)
    formal = known.formal
    stated = replace(
        found,
        id=known.id,
        title=known.title,
        source=known.source,
        statement=known.words(),
        hypotheses=known.given(),
        scope=known.ranges(),
        remark=found.remark if formal is None else known.remark,
        expected=known.best if formal is None else known.expected,
    )
    if found != stated:
        return None
    if formal is None:
        return None if found.verdict == PROVED else found
    node = drafted(formal).node
    if found.verdict != PROVED or node is None or not all(e.passed is True for e in found.evidence):
        return None
    return replace(found, steps=(), derivation=written(formal, node))


def keep(claim: str, digits: int, verdict: Verdict) -> None:
    """Keeps the verdict; a cache that cannot be written is no error, only slower next time."""
    target, row = _file(claim, digits), verdict.to_dict()
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=target.parent, prefix=".", suffix=".tmp")
        with os.fdopen(handle, "w", encoding="utf-8") as stream:
            json.dump({"digest": _digest(row), "verdict": row}, stream)
        os.replace(name, target)
    except OSError:
        return


def _file(claim: str, digits: int) -> Path:
    key = hashlib.sha256(f"{claim}\n{digits}\n{fingerprint()}".encode()).hexdigest()
    return folder() / "verdicts" / f"{key[:32]}.json"


def _digest(verdict: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(verdict, sort_keys=True).encode()).hexdigest()


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
