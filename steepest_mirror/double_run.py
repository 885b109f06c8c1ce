"""A trajectory in double precision as a value: quick, every number with an estimated error, nothing certified.

dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i   (theory: sections 0 and 1)
"""

from __future__ import annotations

import math
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from . import values
from .proofs.writing.document import Block, Shown, Words
from .symbolic.errors import InputError

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from .numeric_checks.flow.double.integrate import DoubleRun
    from .numeric_checks.flow.double.run import Event
    from .samples import Product

MARK = "NOT CERTIFIED: double precision, errors are estimates"
FORMAT = ".16g"


@dataclass(frozen=True, repr=False)
class DoubleTrajectory(Shown):
    """One trajectory in double precision; made by `integrate(..., double=True)`. Not certified.

    Formula: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i.
    Arguments: none. Returns: `certified` (False), `status`, `reason`, `events` (kind, time, coordinate, index, error),
        the arrays `t` (N), `x` (N, n), `w` (N, n, L), `invariants` (N, n, L), `error` (N, estimated), `at(t)` (the
        weights at any time), `to_dict()`, `to_csv()`, `to_npz(path)`, `plot()`. It can be pickled.
    Errors: InputError for a time that is not covered. Source: theory sections 0 and 1.

    >>> import steepest_mirror as sm
    >>> run = sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3, double=True)
    >>> run
    DoubleTrajectory(NOT CERTIFIED, finished, 1 event, 11 states)
    >>> run.events[0].kind, round(run.events[0].time, 9)
    ('arrival', 0.686140662)
    """

    task: Product
    status: str
    reason: str
    ended: str
    events: tuple[Event, ...]
    t: NDArray[Any]
    w: NDArray[Any]
    error: NDArray[Any]
    _run: list[DoubleRun] = field(default_factory=list, compare=False, repr=False)
    certified = False

    def at(self, t: Any) -> NDArray[Any]:
        """The weights at a time 0 <= t <= the last one reached, (n, L)."""
        moment = float(values.number(t, "t")) if not isinstance(t, float) else t
        return self._followed().weights(moment)

    def _followed(self) -> DoubleRun:
        if not self._run:
            from .numeric_checks.flow.double.integrate import integrate_double

            self._run.append(integrate_double(self.task.problem))
        return self._run[0]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_run": []}

    @property
    def x(self) -> NDArray[Any]:
        """x_k = w_k1 ... w_kL, (N, n)."""
        found: NDArray[Any] = self.w.prod(axis=2)
        return found

    @property
    def invariants(self) -> NDArray[Any]:
        """Lambda_ki = |w_ki|^q - min_j |w_kj|^q, (N, n, L)."""
        import numpy as np

        with np.errstate(over="ignore", invalid="ignore"):
            sizes = abs(self.w) ** float(self.task.problem.q)
        found: NDArray[Any] = sizes - sizes.min(axis=2, keepdims=True)
        return found

    def to_dict(self) -> dict[str, Any]:
        """The JSON form: "certified" is false, and "error_estimate" stands where a certified run has a radius."""
        kept, x = self.invariants, self.x

        def words(rows: Any) -> Any:
            return [words(row) for row in rows] if getattr(rows, "ndim", 0) else format(float(rows), FORMAT)

        events = [
            {"kind": e.kind, "coordinate": e.coordinate, "index": e.index, "time": format(e.time, FORMAT),
             "error_estimate": estimate(e.error)} for e in self.events
        ]  # fmt: skip
        samples = [
            {"time": words(t), "weights": words(w), "x": words(x[j]), "error_estimate": estimate(self.error[j]),
             "invariants": words(kept[j])} for j, (t, w) in enumerate(zip(self.t, self.w, strict=True))
        ]  # fmt: skip
        ending = {"certified": False, "note": MARK, "status": self.status, "reason": self.reason}
        return {**self.task.head(), **ending, "events": events, "samples": samples}

    def to_csv(self, path: str | os.PathLike[str] | None = None) -> str:
        """time, the weights, the estimated error (in a column named so), x, the invariants; written to `path` too.

        The events follow as rows of their own with the states there, in the order of time.
        """
        flat = [name for row in self.task.named(mark="_") for name in row]
        kept = [name for row in self.task.kept(mark="_") for name in row]
        head = ["time", *flat, "NOT_CERTIFIED_error_estimate", *self.task.products, *kept, "event"]
        q, rows = float(self.task.problem.q), []
        times = [(float(t), w, e, "") for t, w, e in zip(self.t, self.w, self.error, strict=True)]
        for event in self.events:
            words = f"{values.named(event)} (estimated error {estimate(event.error)})"
            moment = min(event.time, self._followed().end)
            times.append((moment, self.at(moment), self._followed().error_at(moment), words))
        for t, w, error, event_words in sorted(times, key=lambda row: row[0]):
            sizes = abs(w) ** q
            gaps = sizes - sizes.min(axis=1, keepdims=True)
            cells = [t, *w.ravel(), error, *w.prod(axis=1), *gaps.ravel()]
            rows.append([*(format(float(v), FORMAT) for v in cells), event_words])
        return values.save(path, "".join(",".join(row) + "\n" for row in [head, *rows]))

    def to_npz(self, path: str | os.PathLike[str]) -> None:
        """t, x, w, invariants, error and certified = False as a file of NumPy arrays. Errors: InputError."""
        arrays = {"t": self.t, "x": self.x, "w": self.w, "invariants": self.invariants}
        values.save_arrays(path, **arrays, error=self.error, certified=self.certified)

    def plot(self) -> Figure:
        """x over t with the events, and the weights below, marked as not certified."""
        from .drawing import trajectory

        return trajectory(self)

    def __repr__(self) -> str:
        return f"DoubleTrajectory(NOT CERTIFIED, {self.status}, {values.counted(self.events)}, {len(self.t)} states)"

    def _document(self) -> list[Block]:
        from .samples import told

        found = self.to_dict()
        found["events"] = [_legible(event, "time") for event in found["events"]]
        found["samples"] = [_legible(sample, "weights", "x", "invariants") for sample in found["samples"]]
        run = told(self.task, found, f"{self.status}: {self.reason}", ("estimated error", "error_estimate"))
        return [Words(MARK), *run]


def _legible(entry: dict[str, Any], *fields: str) -> dict[str, Any]:
    """The numbers of these fields to one digit beyond the first that the estimated error leaves open."""
    error = float(entry["error_estimate"].replace("unknown", "nan"))
    if not 0 < error < 1:
        return entry
    places = 1 - math.floor(math.log10(error))

    def words(found: Any) -> Any:
        return [words(v) for v in found] if isinstance(found, list) else format(round(float(found), places), ".15g")

    return entry | {name: words(entry[name]) for name in fields}


def estimate(error: float) -> str:
    """An estimated error in two digits, "unknown" where the coarser run does not tell."""
    return "unknown" if error != error else format(float(error), ".1e")


def follow(task: Product, count: int) -> DoubleTrajectory:
    """The trajectory at count + 1 times, evenly spaced up to where it ends."""
    from importlib.util import find_spec

    import numpy as np

    from .numeric_checks.flow.double.integrate import integrate_double

    if find_spec("scipy") is None:
        raise InputError("double", True, "it needs SciPy: pip install 'steepest-mirror[double]'")
    run = integrate_double(task.problem)
    t = np.linspace(0.0, float(task.until), count + 1)
    t = t[t <= run.end * (1 + 1e-15)]
    if len(t) <= count:
        t = np.append(t, run.end) if run.end > t[-1] else t
    w, error = np.array([run.weights(v) for v in t]), np.array([run.error_at(v) for v in t])
    return DoubleTrajectory(task, run.status, run.reason, run.ended, run.events, t, w, error, [run])
