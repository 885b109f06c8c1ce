"""An experiment as data: grids of arguments, seeds, what measures a row, and the tests its quantities face.

A row is one (arguments, seed); its key is a hash of the experiment's name and the arguments, so that a run that goes on
knows which rows it has.
"""

from __future__ import annotations

import hashlib
import itertools
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ..symbolic.errors import InputError
from .verdict import Arguments, Finding, Test, judge

Grid = Mapping[str, Sequence[Any]]
PART = "part"  # the argument that tells the grids of an experiment apart: a sweep of it picks grids


@dataclass(frozen=True)
class Experiment:
    """`measure` is "module:function"; `small` is a version of `grids` of a minute or less."""

    name: str
    title: str
    about: str
    grids: tuple[Grid, ...]
    seeds: int
    small: tuple[Grid, ...]
    small_seeds: int
    measure: str
    tests: tuple[Test, ...]
    libraries: tuple[str, ...] = ("jax", "optax", "sklearn")


@dataclass(frozen=True)
class Task:
    """One row to measure."""

    experiment: str
    arguments: Arguments

    @property
    def key(self) -> str:
        """A hash of name and arguments."""
        text = json.dumps([self.experiment, self.arguments], sort_keys=True)
        return hashlib.sha256(text.encode()).hexdigest()[:20]


def admitted(experiment: Experiment, grids: Sequence[Grid]) -> tuple[Grid, ...]:
    """Grids that were read from a file. Errors: InputError for names or kinds of values that it lacks."""
    own = (*experiment.grids, *experiment.small)
    kinds = {(name, type(value)) for grid in own for name, values in grid.items() for value in values}
    for grid in grids:
        if set(grid) not in [set(g) for g in own]:
            raise InputError("grid", ", ".join(grid), f"no grid of {experiment.name} has these arguments")
        for name, values in grid.items():
            for value in values:
                if (name, type(value)) not in kinds:
                    raise InputError(f"grid: {name}", value, f"{experiment.name} has no such value")
    return tuple(grids)


def swept(grids: Sequence[Grid], sweeps: Mapping[str, Sequence[Any]]) -> tuple[Grid, ...]:
    """The grids with the values of `sweeps` in place of theirs. Errors: InputError for a name that no grid has."""
    known = sorted({name for grid in grids for name in grid})
    for name in sweeps:
        if name not in known:
            raise InputError("--sweep", name, "this experiment sweeps " + ", ".join(known))
    parts = sweeps.get(PART)
    chosen = [grid for grid in grids if parts is None or set(grid.get(PART, ())) & set(parts)]
    others = {name: values for name, values in sweeps.items() if name != PART}
    return tuple({name: others.get(name, values) for name, values in grid.items()} for grid in chosen)


def tasks(experiment: Experiment, grids: Sequence[Grid], seeds: int) -> list[Task]:
    """Every row of the grids, each once, in order."""
    found: dict[str, Task] = {}
    for grid in grids:
        for values in itertools.product(*grid.values()):
            for seed in range(seeds):
                task = Task(experiment.name, {**dict(zip(grid, values, strict=True)), "seed": seed})
                found.setdefault(task.key, task)
    return list(found.values())


def findings(experiment: Experiment, rows: Iterable[dict[str, Any]]) -> list[Finding]:
    """Every test on every setting, the seeds of a setting taken together."""
    groups: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        setting = {name: value for name, value in row["arguments"].items() if name != "seed"}
        groups.setdefault(json.dumps(setting, sort_keys=True), []).append({**row, "setting": setting})
    found = (judge(test, group[0]["setting"], group) for group in groups.values() for test in experiment.tests)
    return [finding for finding in found if finding is not None]
