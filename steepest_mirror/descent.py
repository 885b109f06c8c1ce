"""Certified trajectories as values: events, states, arrays, files, a picture (theory: sections 0 and 1).

dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i,   every state enclosed: |value - truth| <= radius
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Literal, overload

from . import problems, values
from .proofs.writing.document import Block, Shown
from .symbolic.errors import InputError, WrongType
from .symbolic.reading import exact

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from numpy.typing import NDArray

    from .double_run import DoubleTrajectory
    from .numeric_checks.balls import Enclosed
    from .numeric_checks.flow.trajectory import Trajectory as Followed
    from .samples import Orbit, Product, State

DIGITS = 20
SAMPLES = 10
MOST_SAMPLES = 100_000


@dataclass(frozen=True)
class Event:
    """What happened, and when: `kind` at `time`; `coordinate` and weight `index` count from 1."""

    kind: str
    coordinate: int | None
    index: int | None
    time: Enclosed

    def __str__(self) -> str:
        return f"{values.named(self)} at {self.time.value} +/- {self.time.radius}"

    @values.long_numbers
    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        place = {"coordinate": self.coordinate, "index": self.index}
        return {"kind": self.kind, **place, "time": self.time.value, "radius": self.time.radius}


@dataclass(frozen=True, repr=False)
class Trajectory(Shown):
    """One certified trajectory; made by `integrate`.

    Formula: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i.
    Arguments: none. Returns: `status` ("finished" or "stopped"), `reason`, `events`, `states` (each with time, x,
        weights, invariants and radius), the arrays `t` (N), `x` (N, n), `w` (N, n, L), `invariants` (N, n, L),
        `radius` (N), `at(t)` for any time, `to_dict()`, `to_csv()`, `to_npz(path)`, `plot()`. It can be pickled.
    Errors: InputError for a time that is not covered. Source: theory sections 0 and 1.

    >>> import steepest_mirror as sm
    >>> run = sm.integrate(q=1, weights=[[1, "1/2"]], target=2, until=3, digits=12)
    >>> run.events[0].kind, run.events[0].time.value
    ('arrival', '0.686140661635')
    >>> run.at("1").x[0].value
    '2.00000000000'
    >>> run.w.shape
    (11, 1, 2)
    """

    task: Product | Orbit
    digits: int
    status: str
    reason: str
    events: tuple[Event, ...]
    states: tuple[State, ...]
    ended: str = "until"
    _run: list[Followed] = field(default_factory=list, compare=False, repr=False)

    @values.long_numbers
    def at(self, t: Any) -> State:
        """The state at an exact time 0 <= t <= the last one reached."""
        from .numeric_checks.precision import bits

        moment = values.number(t, "t")
        run = self._followed()
        with bits(run.precision):
            return self.task.state(moment, run.state(moment), self.digits)

    def _followed(self) -> Followed:
        """The enclosures themselves; followed again after unpickling."""
        if not self._run:
            self._run.append(self.task.follow(self.digits))
        return self._run[0]

    def __getstate__(self) -> dict[str, Any]:
        return {**self.__dict__, "_run": []}

    # Arrays: the nearest doubles of the enclosed values; nan where undecided

    @property
    def t(self) -> NDArray[Any]:
        """The sample times, (N,)."""
        return self._array([Fraction(s.time) for s in self.states])

    @property
    def x(self) -> NDArray[Any]:
        """x, (N, n)."""
        return self._array([[_double(v) for v in s.x] for s in self.states])

    @property
    def w(self) -> NDArray[Any]:
        """The weights, (N, n, L)."""
        return self._array([[[_double(v) for v in row] for row in s.weights] for s in self.states])

    @property
    def invariants(self) -> NDArray[Any]:
        """Lambda_ki = |w_ki|^q - min_j |w_kj|^q, (N, n, L); of x = h(w) its first integrals, (N, 1, number)."""
        return self._array([[[_double(v) for v in row] for row in s.invariants] for s in self.states])

    @property
    def radius(self) -> NDArray[Any]:
        """The largest radius of each state, rounded up, (N,); the rounding of a value to a double comes on top."""
        import numpy as np

        return np.nextafter(self._array([float(s.radius) for s in self.states]), np.inf)

    @staticmethod
    def _array(entries: Sequence[Any]) -> NDArray[Any]:
        import numpy as np

        return np.array(entries, dtype=float)

    # Files and forms

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of `integrate`."""
        return {
            **self.task.head(),
            "status": self.status,
            "reason": self.reason,
            **({"conserved": self.task.h.conserved_words} if hasattr(self.task, "h") else {}),
            "events": [e.to_dict() for e in self.events],
            "samples": [s.to_dict() for s in self.states],
        }

    @values.long_numbers
    def to_csv(self, path: str | os.PathLike[str] | None = None) -> str:
        """time, the weights coordinate by coordinate, radius, x, the invariants, event; written to `path` too.

        Each event has a row at its printed time; the cell `event` names its kind, coordinate, weight and the radius of
        that time. One radius holds for every value of a row. (For x = h(w), x stands before the radius.)
        """
        own, kept = hasattr(self.task, "h"), [name for row in self.task.kept(mark="_") for name in row]
        weights = [name for row in self.task.named(mark="_") for name in row]
        products = list(self.task.products)
        front, back = (products, []) if own else ([], products)
        lines = [["time", *weights, *front, "radius", *back, *kept, "event"]]
        for s, happened in self._with_events():
            x, cells = s["x"], [w for row in s["weights"] for w in row]
            law = [v for row in s["invariants"] for v in row]
            lines.append([s["time"], *cells, *(x if own else []), s["radius"], *([] if own else x), *law, happened])
        return values.save(path, "".join(",".join(line) + "\n" for line in lines))

    def _with_events(self) -> list[tuple[dict[str, Any], str]]:
        """The samples and a row for each event, in the order of time, each with the events that happen there."""
        states = {Fraction(s.time): s for s in self.states}
        last, told = max(states, default=Fraction(0)), dict.fromkeys(states, "")
        for event in self.events:
            at = min(Fraction(event.time.value), last)
            if at not in states:
                states[at], told[at] = replace(self.at(event.time.value), time=event.time.value), ""
            told[at] += ("; " if told[at] else "") + str(event)
        return [(states[at].to_dict(), told[at]) for at in sorted(states)]

    def to_npz(self, path: str | os.PathLike[str]) -> None:
        """t, x, w, invariants, radius as a file of NumPy arrays. Errors: InputError where it cannot be written."""
        arrays = {"t": self.t, "x": self.x, "w": self.w, "invariants": self.invariants}
        values.save_arrays(path, **arrays, radius=self.radius)

    def plot(self) -> Figure:
        """x over t with the events, and the weights below. Errors: InputError without matplotlib."""
        from .drawing import trajectory

        return trajectory(self)

    def __repr__(self) -> str:
        return f"Trajectory({self.status}, {values.counted(self.events)}, {len(self.states)} states)"

    def _document(self) -> list[Block]:
        from .samples import told

        return told(self.task, self.to_dict(), f"{self.status}: {self.reason}")


@overload
def integrate(*, double: Literal[False] = False, **given: Any) -> Trajectory: ...


@overload
def integrate(*, double: Literal[True], **given: Any) -> DoubleTrajectory: ...


@values.long_numbers  # type: ignore[misc]
def integrate(
    *,
    q: Any = None,
    weights: Any = None,
    until: Any = None,
    gradient: Any = None,
    target: Any = None,
    least_squares: Any = None,
    logistic: Any = None,
    decay: Any = None,
    decay_kind: Any = None,
    p: Any = None,
    reparameterization: Any = None,
    digits: Any = DIGITS,
    samples: Any = SAMPLES,
    limit: Any = None,
    double: bool = False,
) -> Trajectory | DoubleTrajectory:
    """One trajectory of the weights, with proven radii, its events, where it stopped and why.

    Formula: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i, F(w) = f(w_1 ... w_L) in every coordinate.
    Arguments: q in [1, 2] (or p); weights, n rows of L >= 2 numbers; until > 0; one objective: gradient G (f = G x) or
        target T (f = (x - T)^2/2), n numbers each, least_squares (A, b) with A of shape (rows, n), or logistic (X, y)
        with labels y = 1 or -1; decay alpha >= 0, or pieces [(start, [C0, C1]), ...]; decay_kind "decoupled" or
        "coupled"; digits 1 to 10000; samples, the number of steps between the states kept; limit, the
        seconds allowed; double=True for a quick run in double precision, not certified, at any size (SciPy; `digits` is
        not for it). Numbers are exact: int, Fraction, text; an array of doubles is read as the binary numbers
        that it holds. Instead of weights (and q) a
        Reparameterization, for one coordinate.
    Returns: a Trajectory (a DoubleTrajectory with double=True). A blow-up, a saddle, a stop is an answer: its `reason`
        says which, and its `ended` ("until", "natural", "undecided", "limit",
        "interrupted") whether the solution itself ends there.
    Errors: InputError, WrongType, naming the field. Source: theory sections 0 and 1.

    >>> import steepest_mirror as sm
    >>> run = sm.integrate(q=2, weights=[[1, 1]], gradient=-1, until=1, digits=15, samples=2)
    >>> print(run.states[-1].x[0], "is exp(2)")
    7.38905609893065 is exp(2)
    """
    from .samples import Orbit, Product, sampled

    count = values.integer(samples, "samples", 1, MOST_SAMPLES)
    places = values.integer(digits, "digits", 1, exact.MAX_DIGITS)
    seconds = values.seconds(limit)
    objectives = {"gradient": gradient, "target": target, "least_squares": least_squares, "logistic": logistic}
    task: Product | Orbit
    if reparameterization is None:
        task = Product(problems.problem(q, p, weights, objectives, until, decay, decay_kind))
    else:
        from .reparameterization import Reparameterization

        if not isinstance(reparameterization, Reparameterization):
            raise WrongType("reparameterization", reparameterization, "give a steepest_mirror.Reparameterization")
        for name, value in (("weights", weights), ("q", q), ("p", p)):
            if value is not None:
                raise InputError(name, value, "the reparameterization fixes it: leave it out")
        end = problems.end_time(until)
        if reparameterization.is_product:
            rows = [list(reparameterization.start.values())]
            task = Product(problems.problem(reparameterization.q, None, rows, objectives, end, decay, decay_kind))
        else:
            f = problems.objective(objectives)
            task = Orbit(reparameterization, f, end, problems.weight_decay(decay, decay_kind, end))
    from .numeric_checks import limits

    if double:
        from .double_run import follow

        if not isinstance(task, Product):
            raise InputError("double", "a reparameterization", "it follows products of weights only: leave it out here")
        if digits != DIGITS:
            raise InputError("digits", digits, "leave it out: double precision has 9 digits or fewer, each estimated")
        with limits.within(seconds):
            return follow(task, count)
    with limits.within(seconds):
        run = task.follow(places)
    events, states = happenings(run, places), sampled(task, run, places, count)
    return Trajectory(task, places, run.status, run.reason, events, states, run.ended, [run])


def happenings(run: Followed, digits: int) -> tuple[Event, ...]:
    """The events in order."""
    from .numeric_checks.decimals import enclosed

    return tuple(Event(e.kind, e.coordinate, e.index, enclosed(e.time, digits)) for e in run.events)


def _double(value: Enclosed | None) -> float:
    return float("nan") if value is None else float(value.value)
