"""A run: what is missing is measured, each row is kept at once, and the findings are those of all rows asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from ...symbolic.errors import InputError
from ..experiment import Experiment, Grid, admitted, tasks
from . import cluster, local
from .perform import lost
from .store import Store, described, kept
from .versions import versions


def run(
    experiment: Experiment,
    grids: Sequence[Grid],
    seeds: int,
    store: Store,
    *,
    jobs: int = 1,
    scheduler: str | None = None,
    progress: Callable[[int, int, dict[str, Any] | None], None] = lambda *_: None,
) -> list[dict[str, Any]]:
    """The rows of every task, in order. A row that failed before is measured again."""
    wanted = tasks(experiment, grids, seeds)
    for task in wanted:
        for test in experiment.tests:  # what has no prediction is refused before anything is measured
            if test.predicted(task.arguments) is not None:
                test.tolerance(task.arguments)
    listed = [{name: list(values) for name, values in grid.items()} for grid in grids]
    store.describe({"experiment": experiment.name, "seeds": seeds, "versions": versions(), "grid": listed})
    missing = [task for task in wanted if store.rows.get(task.key, {}).get("status") != "done"]
    done = len(wanted) - len(missing)
    progress(done, len(wanted), None)
    found: Iterator[dict[str, Any]] = iter(())
    if missing and scheduler is not None:
        found = cluster.rows(experiment, missing, scheduler)
    elif missing:
        found = local.rows(experiment.measure, missing, jobs)
    try:
        for row in found:
            store.add(row)
            done += 1
            progress(done, len(wanted), row)
    finally:
        close = getattr(found, "close", None)
        if close is not None:
            close()
    return [store.rows[task.key] for task in wanted if task.key in store.rows]


def reread(directory: str | Path) -> tuple[Experiment, dict[str, Any], list[dict[str, Any]]]:
    """A run that is kept: its experiment, run.toml, its rows, and one that says so for each that is not there.

    Errors: InputError where run.toml or the rows cannot be read.
    """
    from ..studies.catalogue import FILES, experiment

    head = described(directory)
    if head["experiment"] not in FILES:
        raise InputError("DIR", directory, f"no experiment has the name {head['experiment']} now")
    chosen = experiment(head["experiment"])
    rows = kept(directory, chosen.name)
    there = {row["key"] for row in rows}
    missing = [task for task in tasks(chosen, admitted(chosen, head["grid"]), head["seeds"]) if task.key not in there]
    return chosen, head, [*rows, *(lost(task, "not measured yet: --resume goes on") for task in missing)]
