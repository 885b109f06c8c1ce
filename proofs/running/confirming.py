"""`proved` is said only by a process that has loaded no file of theorems: it replays the derivation, which is data.

Whatever a file of theorems does to the program that loads it, this process has not loaded it; the statement, the
hypotheses and the scope that are shown are those of the formulas that were replayed.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..verdict import DERIVED, PROVED, UNDECIDED, Evidence, Verdict
from .received import GRADES

MODULE = __name__.replace("running.confirming", "judging.replay")
ROOT = Path(str(sys.modules[__name__.partition(".")[0]].__file__)).parents[1]  # where the package lies
LONGEST = 600.0


def confirmed(found: Sequence[Verdict], jobs: int = 1) -> list[Verdict]:
    """The verdicts; one that is called proved stays so only where its own derivation is replayed elsewhere."""
    pairs = list(enumerate(found))
    drafts = [(k, v.derivation) for k, v in pairs if v.verdict == PROVED and v.derivation is not None]
    said = _replayed([{"id": str(k), "derivation": derivation} for k, derivation in drafts], jobs)
    return [_bound(v, said.get(str(k))) if v.verdict == PROVED else replace(v, derivation=None) for k, v in pairs]


def _bound(v: Verdict, said: Mapping[str, Any] | None) -> Verdict:
    """The verdict anew, from what was replayed; the draft gives its name, its words and what was observed."""
    observed = tuple(e for e in v.evidence if e.grade in GRADES and not e.detail.startswith(DERIVED))
    draft = Verdict(v.id, v.title, v.statement, UNDECIDED, v.source, v.hypotheses, v.expected, remark=v.remark)
    if said is None or said.get("stands") is not True:
        reason = "no derivation was given" if said is None else str(said.get("reason"))
        refused = Evidence("symbolic", False, f"not replayed by a process of its own: {reason}")
        return replace(draft, scope=v.scope, evidence=(*observed, refused))
    if not all(e.passed is True for e in observed):
        return replace(draft, scope=v.scope, evidence=observed)
    return replace(
        draft,
        verdict=PROVED,
        statement=str(said["statement"]),
        hypotheses=tuple(map(str, said["hypotheses"])),
        scope=str(said["scope"]),
        evidence=(Evidence("symbolic", True, str(said["detail"]), (), float(said["seconds"])), *observed),
        steps=tuple(said["steps"]),
        derivation=v.derivation,
    )


def _replayed(rows: list[dict[str, Any]], jobs: int) -> dict[str, Mapping[str, Any]]:
    """What the processes say of each row, by its ID; where one ends early, its own rows do not stand."""
    parts = [rows[k::jobs] for k in range(min(jobs, len(rows)))]
    said: dict[str, Mapping[str, Any]] = {}
    running: list[subprocess.Popen[str]] = []
    ended = (OSError, ValueError, KeyError, TypeError, RecursionError, subprocess.TimeoutExpired)
    try:
        for _ in parts:
            running.append(_begun())
        for process, part in zip(running, parts, strict=True):
            stream, process.stdin = process.stdin, None
            assert stream is not None
            with suppress(*ended), stream:  # what is not sent does not stand
                stream.write(json.dumps({"claims": part}))
        for process, part in zip(running, parts, strict=True):
            try:
                out, _ = process.communicate(timeout=LONGEST)
                if process.returncode not in (0, 1):  # 1: one does not stand
                    raise ChildProcessError(f"exit code {process.returncode}")
                said |= {row["id"]: row for row in json.loads(out)["claims"]}
            except ended as error:
                reason = f"the process ended ({type(error).__name__})"
                said |= {row["id"]: {"stands": False, "reason": reason} for row in part}
    finally:
        for process in running:
            process.kill()
            process.wait()
    return said


def _begun() -> subprocess.Popen[str]:
    command = [sys.executable, "-P", "-m", MODULE, "-", "--json"]
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONPATH": path},
    )
