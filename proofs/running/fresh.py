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
from dataclasses import replace
from pathlib import Path
from typing import Any

from ..verdict import PROVED, UNDECIDED, Evidence, Verdict

MODULE = __name__.replace("running.fresh", "judging.replay")
ROOT = Path(str(sys.modules[__name__.partition(".")[0]].__file__)).parents[1]  # where the package lies
LONGEST = 600.0


def confirmed(found: Sequence[Verdict], jobs: int = 1) -> list[Verdict]:
    """The verdicts; one that is called proved stays so only where its derivation is replayed elsewhere."""
    rows = [{"id": v.id, "derivation": v.derivation} for v in found if v.verdict == PROVED]
    said = _replayed([r for r in rows if r["derivation"] is not None], jobs)
    return [_bound(v, said.get(v.id)) if v.verdict == PROVED else v for v in found]


def _bound(v: Verdict, said: Mapping[str, Any] | None) -> Verdict:
    if said is None or said.get("stands") is not True:
        reason = "no derivation was given" if said is None else str(said.get("reason"))
        refused = Evidence("symbolic", False, f"not replayed by a process of its own: {reason}")
        return replace(v, verdict=UNDECIDED, evidence=(*v.evidence, refused), steps=())
    return replace(
        v,
        statement=str(said["statement"]),
        hypotheses=tuple(map(str, said["hypotheses"])),
        scope=str(said["scope"]),
        evidence=(Evidence("symbolic", True, str(said["detail"]), (), float(said["seconds"])), *v.evidence[1:]),
        steps=tuple(said["steps"]),
    )


def _replayed(rows: list[dict[str, Any]], jobs: int) -> dict[str, Mapping[str, Any]]:
    parts = [rows[k::jobs] for k in range(min(jobs, len(rows)))]
    running = [_begun() for _ in parts]
    said: dict[str, Mapping[str, Any]] = {}
    try:
        for process, part in zip(running, parts, strict=True):
            assert process.stdin is not None
            process.stdin.write(json.dumps({"claims": part}))
            process.stdin.close()
            process.stdin = None
        for process in running:
            out, _ = process.communicate(timeout=LONGEST)
            said |= {row["id"]: row for row in json.loads(out)["claims"]}
    except (OSError, ValueError, KeyError, TypeError, subprocess.TimeoutExpired) as error:
        reason = f"the process ended ({type(error).__name__})"
        said = {row["id"]: {"stands": False, "reason": reason} for row in rows}
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
