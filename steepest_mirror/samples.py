"""States of a trajectory as numbers with radii: weights, x and what is conserved.

A product: x_k = w_k1 ... w_kL, Lambda_ki = |w_ki|^q - min_j |w_kj|^q. Any x = h(w): its first integrals in closed form.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property, reduce
from operator import mul
from typing import TYPE_CHECKING, Any

from flint import arb

from .numeric_checks.balls import Enclosed, power
from .numeric_checks.decimals import enclosed, rational, shown, times
from .numeric_checks.precision import bits
from .proofs.writing.document import Block, Grid, Words, columns
from .symbolic.errors import several

if TYPE_CHECKING:
    from .numeric_checks.flow.problem import Decay, Objective, Problem
    from .numeric_checks.flow.trajectory import Trajectory as Followed
    from .reparameterization import Reparameterization

Row = tuple[Enclosed | None, ...]


@dataclass(frozen=True)
class State:
    """Everything at one time: x_k, the weights and the invariants of coordinate k, each a value and its radius.

    None where the balls decide nothing.
    """

    time: str
    x: Row
    weights: tuple[Row, ...]
    invariants: tuple[Row, ...]

    @property
    def radius(self) -> str:
        """The largest radius, of two digits."""
        known = [v for row in (self.x, *self.weights, *self.invariants) for v in row if v is not None]
        return max((v.radius for v in known), key=Fraction, default="0")

    def __str__(self) -> str:
        """The time, then a line for each x_k, each weight and each invariant."""
        from .proofs.writing.layout import table

        named = [(f"x_{k}", v) for k, v in enumerate(self.x, 1)]
        for letter, rows in (("w", self.weights), ("Lambda", self.invariants)):
            named += [(f"{letter}_{k},{i}", v) for k, row in enumerate(rows, 1) for i, v in enumerate(row, 1)]
        lines = [(name, "undecided" if v is None else v.value, "" if v is None else v.radius) for name, v in named]
        return table((f"t = {self.time}", "value", "radius"), lines).rstrip("\n")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of a sample."""
        return {
            "time": self.time,
            "weights": [words(row) for row in self.weights],
            "x": words(self.x),
            "radius": self.radius,
            "invariants": [words(row) for row in self.invariants],
        }


def words(row: Row) -> list[str]:
    """The values, `undecided` where there is none."""
    return ["undecided" if v is None else v.value for v in row]


@dataclass(frozen=True)
class Product:
    """What is followed where x = w_1 ... w_L in every coordinate."""

    problem: Problem

    @property
    def until(self) -> Fraction:
        """The end time."""
        return self.problem.until

    def follow(self, digits: int) -> Followed:
        """The certified trajectory."""
        from .numeric_checks.flow.integrate import integrate

        return integrate(self.problem, digits, keep=True)

    def state(self, time: Decimal | Fraction, weights: Any, digits: int) -> State:
        """The state, from balls around the weights."""
        gaps = []
        for row in weights:
            sizes = [size(w, self.problem.q) for w in row]
            least = reduce(arb.min, sizes)
            gaps.append([z - least for z in sizes])
        x, *rows = (
            tuple(_known(z, digits) for z in row) for row in ([reduce(mul, r) for r in weights], *weights, *gaps)
        )
        return State(written(time), x, tuple(rows[: len(gaps)]), tuple(rows[len(gaps) :]))

    def head(self) -> dict[str, Any]:
        """{"q", "depth"} for JSON."""
        return {"q": str(self.problem.q), "depth": self.problem.depth}

    def named(self, letter: str = "w", mark: str = ",") -> list[tuple[str, ...]]:
        """The names of the weights, coordinate by coordinate."""
        n, depth = len(self.problem.weights), self.problem.depth
        return [tuple(f"{letter}_{k}{mark}{i}" for i in range(1, depth + 1)) for k in range(1, n + 1)]

    def kept(self, mark: str = ",") -> list[tuple[str, ...]]:
        """The names of the invariants."""
        return self.named("Lambda", mark)

    @property
    def products(self) -> tuple[str, ...]:
        """The names of the coordinates of x."""
        return tuple(f"x_{k + 1}" for k in range(len(self.problem.weights)))

    @property
    def title(self) -> str:
        """One line: q, L, the number of coordinates, the times."""
        size = several(len(self.problem.weights), "coordinate")
        return f"q = {self.problem.q}, L = {self.problem.depth}, {size}, 0 <= t <= {self.problem.until}"

    @property
    def law(self) -> str:
        """What the invariants are."""
        kept = ", conserved without decay" if self.problem.decay.absent else ""
        return f"Invariants: Lambda_k,i = |w_k,i|^q - min_j |w_k,j|^q{kept}"

    heading = "States: x_k and weight i of coordinate k"


@dataclass(frozen=True)
class Orbit:
    """What is followed where x = h(w), one coordinate."""

    h: Reparameterization
    objective: Objective
    until: Fraction
    decay: Decay

    def follow(self, digits: int) -> Followed:
        """The certified trajectory."""
        from .numeric_checks.flow.descent import Descent, descend

        return descend(Descent(self._numeric, self.objective, self.until, self.decay), digits)

    @cached_property
    def _numeric(self) -> Any:
        from .numeric_checks.orbit.reparameterization import differentiable

        return differentiable(self.h.to_sympy())

    def state(self, time: Decimal | Fraction, weights: Any, digits: int) -> State:
        """The state, from balls around the weights."""
        from .numeric_checks.sympy_ball import at_balls
        from .symbolic.writing.text_and_latex import familiar

        h, (row,) = self.h.to_sympy(), weights
        sizes = {z: -w if start < 0 else w for z, w, start in zip(h.sizes, row, h.start, strict=True)}
        x = self._numeric.x([*row, *self._numeric.logarithms(list(row))])
        kept = tuple(_known(at_balls(familiar(value), sizes), digits) for value in self.h.integrals)
        return State(written(time), (_known(x, digits),), (tuple(_known(w, digits) for w in row),), (kept,))

    def head(self) -> dict[str, Any]:
        """The reparameterization for JSON, with what is conserved."""
        return self.h.to_dict()

    def named(self, letter: str = "", mark: str = "") -> list[tuple[str, ...]]:
        """The names of the weights."""
        return [self.h.weights]

    def kept(self, mark: str = "") -> list[tuple[str, ...]]:
        """The names of the first integrals; none where there are none."""
        count = len(self.h.integrals)
        return [tuple(f"I_{i}" for i in range(1, count + 1))] if count else []

    @property
    def title(self) -> str:
        """One line: q, h and the start."""
        return self.h.title

    @property
    def law(self) -> str:
        """What is conserved."""
        listed = "; ".join(f"I_{i} = {name}" for i, name in enumerate(self.h.conserved_words, 1))
        return f"Conserved without decay, while no weight changes its sign: {listed}"

    products = ("x",)
    heading = "States"


def told(
    task: Product | Orbit, result: dict[str, Any], ending: str, doubt: tuple[str, str] = ("radius", "radius")
) -> list[Block]:
    """A run: how it ended, the events, x and the weights, what is conserved.

    `doubt` is how the error of a number is called here and in `result`, the JSON form.
    """
    said, key = doubt
    samples, blocks = result["samples"], list[Block]([Words(task.title), Words(ending)])
    if result["events"]:
        rows = [
            ["" if e[c] is None else str(e[c]) for c in ("kind", "coordinate", "index", "time", key)]
            for e in result["events"]
        ]
        caption = "Events" if said == key else "Events (not certified)"
        blocks.append(Grid(("kind", "coordinate", "weight", "time", said), rows, caption=caption, names=3))

    def named(kind: str, names: Sequence[Sequence[str]]) -> list[tuple[str, list[str]]]:
        return [(name, [s[kind][k][i] for s in samples]) for k, row in enumerate(names) for i, name in enumerate(row)]

    clock = ("t", [s["time"] for s in samples])
    shown = [clock, (said, [s[key] for s in samples])]
    shown += [(name, [s["x"][k] for s in samples]) for k, name in enumerate(task.products)]
    blocks.append(columns([*shown, *named("weights", task.named())], task.heading))
    if task.kept() and key == "radius":
        blocks.append(columns([clock, *named("invariants", task.kept())], task.law))
    return blocks


def _known(z: arb | None, digits: int) -> Enclosed | None:
    return None if z is None or not z.is_finite() else enclosed(z, digits)


def sampled(task: Product | Orbit, run: Followed, digits: int, count: int) -> tuple[State, ...]:
    """The states at `count` + 1 even times as far as the run goes; one without a finite enclosure is left out."""
    with bits(run.precision):
        moments = times(task.until, last(task.until, run), count, digits)
        states = ((t, run.state(Fraction(t))) for t in moments)
        return tuple(task.state(t, state, digits) for t, state in states if finite(state))


def last(until: Fraction, run: Followed) -> Fraction:
    """A time from which the run is known backwards: the end, or below where it stopped."""
    return until if run.status == "finished" else max(rational(run.end.lower()), Fraction(0))


def finite(state: Sequence[Sequence[arb]]) -> bool:
    """Whether every weight is enclosed."""
    return all(w.is_finite() for row in state for w in row)


def size(w: arb, q: Fraction) -> arb:
    """|w|^q, also for a ball that contains 0."""
    if w > 0 or w < 0:
        return power(abs(w), q)
    return power(w.abs_upper(), q).union(0)


def written(time: Decimal | Fraction) -> str:
    """A time as it is given."""
    return shown(time) if isinstance(time, Decimal) else str(time)
