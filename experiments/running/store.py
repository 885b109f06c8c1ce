"""A run on disk: DIR/run.toml (what it is, with versions) and DIR/rows.jsonl, one row a line.

A row is appended whole and synced before the next is asked for, so a crash costs at most the line being written; that
torn line is cut off when the run goes on. Each ends with a digest of itself: a line that was damaged is measured again.
A lock keeps a second run out of the directory.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import math
import os
import tomllib
from pathlib import Path
from typing import Any

from ...symbolic.errors import InputError
from ..experiment import Task

ROWS, HEAD, DIGEST = "rows.jsonl", "run.toml", "digest"
MOST_SEEDS = 10_000


class Store:
    """The rows of a run. `notes` says in words what was repaired when it was opened."""

    def __init__(self, directory: str | Path, *, resume: bool = False):
        self.directory = Path(directory)
        self.notes: list[str] = []
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            path = self.directory / ROWS
            if path.exists() and not path.is_file():
                raise InputError("--out", directory, f"{ROWS} in it is not a file: give another directory")
            if path.exists() and path.stat().st_size and not resume:
                raise InputError(
                    "--out", directory, "there are rows in it: --resume goes on, or give another directory"
                )
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o644)
        except OSError as error:
            raise InputError("--out", directory, f"cannot be written: {error.strerror}") from error
        try:
            fcntl.flock(self._file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._file)
            raise InputError("--out", directory, "another run is writing to it: wait for it, or stop it") from error
        self.rows = self._repaired()

    def _repaired(self) -> dict[str, dict[str, Any]]:
        path = self.directory / ROWS
        data = path.read_bytes()
        rows, bad = parsed(data)
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            last = data[whole:]
            if parsed(last)[1] == 0:  # only its newline is missing
                self._append(b"\n")
            else:
                os.ftruncate(self._file, whole)
                bad -= 1
                self.notes.append(f"a torn last line of {len(last)} bytes was cut off; its row is measured again")
        if bad:
            self.notes.append(f"{bad} unreadable lines of {path} are passed over; their rows are measured again")
        return rows

    def add(self, row: dict[str, Any]) -> None:
        """Append a row; on a full disk nothing of it stays and what was written before is untouched."""
        self._append(written(row))
        self.rows[row["key"]] = row

    def _append(self, data: bytes) -> None:
        size = os.fstat(self._file).st_size
        try:
            rest = data
            while rest:
                rest = rest[os.write(self._file, rest) :]
            os.fsync(self._file)
        except OSError as error:
            os.ftruncate(self._file, size)
            remedy = f"{error.strerror}: the {len(self.rows)} rows written are kept; make room, then --resume"
            raise InputError("--out", self.directory, remedy) from error

    def describe(self, head: dict[str, Any]) -> None:
        """Write run.toml, or on resuming check that it is the same experiment. Errors: InputError."""
        path = self.directory / HEAD
        if path.exists():
            before = described(self.directory)
            if before["experiment"] != head["experiment"]:
                raise InputError("--resume", before["experiment"], f"that run is not one of {head['experiment']}")
            of_one(self.directory, list(self.rows.values()), head["experiment"])
            if before["versions"] != head["versions"]:
                self.notes.append("the versions differ from those of run.toml: its rows are kept as they are")
            return
        try:
            fresh = path.with_suffix(".new")
            fresh.write_text(toml(head), "utf-8")
            fresh.replace(path)
        except OSError as error:
            raise InputError("--out", self.directory, f"cannot be written: {error.strerror}") from error

    def close(self) -> None:
        """Release the lock."""
        os.close(self._file)


def parsed(data: bytes) -> tuple[dict[str, dict[str, Any]], int]:
    """The rows by key (of two with one key the later), and how many lines are none."""
    rows, bad = {}, 0
    for line in data.split(b"\n"):
        if not line.strip():
            continue
        row = read(line)
        if row is None:
            bad += 1
        else:
            rows[row["key"]] = row
    return rows, bad


def written(row: dict[str, Any]) -> bytes:
    """A row as a line. Errors: ValueError for a number that is not finite."""
    return json.dumps({**row, DIGEST: digest(row)}, allow_nan=False).encode() + b"\n"


def digest(row: dict[str, Any]) -> str:
    """A hash of everything in a row but itself."""
    text = json.dumps({name: value for name, value in row.items() if name != DIGEST}, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def read(line: bytes) -> dict[str, Any] | None:
    """The row of a line; None where it is torn, damaged, or is not what this program writes."""
    try:
        row = json.loads(line)
        if row.pop(DIGEST) != digest(row) or row["key"] != Task(row["experiment"], row["arguments"]).key:
            return None
        values = [row["seconds"], *(row["measured"].values() if row["status"] == "done" else ())]
        whole = isinstance(row["arguments"]["seed"], int) and (row["status"] == "done" or str(row["reason"]))
        return row if whole and all(map(math.isfinite, values)) else None
    except (ValueError, TypeError, KeyError, AttributeError, ArithmeticError, RecursionError):
        return None


def described(directory: str | Path) -> dict[str, Any]:
    """What run.toml says: experiment, seeds, versions, grid. Errors: InputError."""
    path = Path(directory) / HEAD
    try:
        head = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise InputError("DIR", directory, f"no run is kept there ({HEAD}: {type(error).__name__})") from error
    if not isinstance(head.get("experiment"), str):
        raise InputError("DIR", directory, f"{HEAD} names no experiment")
    if type(head.get("seeds")) is not int or not 1 <= head["seeds"] <= MOST_SEEDS:
        raise InputError("DIR", directory, f"{HEAD}: seeds has to be an integer from 1 to {MOST_SEEDS}")
    if not isinstance(head.setdefault("versions", {}), dict):
        raise InputError("DIR", directory, f"{HEAD}: [versions] has to be a table")
    grid = head.get("grid", [])
    if not _tables(grid) or not all(isinstance(values, list) for table in grid for values in table.values()):
        raise InputError("DIR", directory, f"{HEAD}: each [[grid]] has to be a table of lists")
    return head


def kept(directory: str | Path, experiment: str) -> list[dict[str, Any]]:
    """The rows of a run, read only; a torn line is passed over. Errors: InputError."""
    try:
        rows = list(parsed((Path(directory) / ROWS).read_bytes())[0].values())
    except OSError as error:
        raise InputError("DIR", directory, f"{ROWS} cannot be read: {error.strerror}") from error
    of_one(directory, rows, experiment)
    return rows


def of_one(directory: str | Path, rows: list[dict[str, Any]], experiment: str) -> None:
    """Errors: InputError where a row is of another experiment than run.toml says."""
    for row in rows:
        if row["experiment"] != experiment:
            raise InputError("DIR", directory, f"{HEAD} says {experiment}, and {ROWS} has rows of {row['experiment']}")


def toml(head: dict[str, Any]) -> str:
    """A dictionary of scalars and lists, with one level of tables and one of lists of tables."""
    plain = {k: v for k, v in head.items() if not isinstance(v, dict) and not _tables(v)}
    lines = [f"{k} = {json.dumps(v)}" for k, v in plain.items()]
    for name, value in head.items():
        if isinstance(value, dict):
            lines += ["", f"[{name}]", *(f"{k} = {json.dumps(v)}" for k, v in value.items())]
        elif _tables(value):
            for table in value:
                lines += ["", f"[[{name}]]", *(f"{k} = {json.dumps(v)}" for k, v in table.items())]
    return "\n".join(lines) + "\n"


def _tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(v, dict) for v in value)
