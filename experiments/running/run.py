"""A run: what is missing is measured, each row is kept at once, and the findings are those of all rows asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from ..experiment import Experiment, Grid, tasks
from . import cluster, local
from .store import Store
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
    described = [{name: list(values) for name, values in grid.items()} for grid in grids]
    store.describe({"experiment": experiment.name, "seeds": seeds, "versions": versions(), "grid": described})
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
