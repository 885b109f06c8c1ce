"""A run on disk: DIR/run.toml (what it is, with versions) and DIR/rows.jsonl, one row a line.

A row is appended whole and synced before the next is asked for, so a crash costs at most the line being written; that
torn line is cut off when the run goes on. A lock keeps a second run out of the directory.
"""

from __future__ import annotations

import fcntl
import json
import os
import tomllib
from pathlib import Path
from typing import Any

from ...symbolic.errors import InputError

ROWS, HEAD = "rows.jsonl", "run.toml"
FIELDS = {"key", "experiment", "arguments", "status"}


class Store:
    """The rows of a run. `notes` says in words what was repaired when it was opened."""

    def __init__(self, directory: str | Path, *, resume: bool = False):
        self.directory = Path(directory)
        self.notes: list[str] = []
        try:
            self.directory.mkdir(parents=True, exist_ok=True)
            path = self.directory / ROWS
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
        self._append(json.dumps(row, allow_nan=False).encode() + b"\n")
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
            if before.get("versions") != head["versions"]:
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
        try:
            row = json.loads(line)
            if not (isinstance(row, dict) and row.keys() >= FIELDS):
                raise ValueError
            rows[row["key"]] = row
        except ValueError:
            bad += 1
    return rows, bad


def described(directory: str | Path) -> dict[str, Any]:
    """What run.toml says. Errors: InputError."""
    path = Path(directory) / HEAD
    try:
        head = tomllib.loads(path.read_text("utf-8"))
    except (OSError, ValueError) as error:
        raise InputError("DIR", directory, f"no run is kept there ({HEAD}: {type(error).__name__})") from error
    if not isinstance(head.get("experiment"), str):
        raise InputError("DIR", directory, f"{HEAD} names no experiment")
    return head


def kept(directory: str | Path) -> list[dict[str, Any]]:
    """The rows of a run, read only; a torn line is passed over."""
    try:
        return list(parsed((Path(directory) / ROWS).read_bytes())[0].values())
    except OSError as error:
        raise InputError("DIR", directory, f"{ROWS} cannot be read: {error.strerror}") from error


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
