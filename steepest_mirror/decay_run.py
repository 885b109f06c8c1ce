"""Weight decay along one trajectory: Lambda_t, y_t = R'(x_t) at that Lambda_t, the regularizer M(x_t) (theory: 11.2).

Lambda_t = Lambda_0 exp(-q A), A = int_0^t alpha;   dy/dt = -<g>^{q-1} - alpha L(1-m) y,   m = q(L-1)/L
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from . import problems, values
from .descent import DIGITS, MOST_SAMPLES, SAMPLES
from .proofs.writing.document import Block, Grid, Shown, Words, columns
from .symbolic.errors import InputError, Undecided, several
from .symbolic.reading import exact

if TYPE_CHECKING:
    from decimal import Decimal

    from flint import arb

    from .numeric_checks.flow.problem import Problem
    from .proofs.writing.blocks import Cell


@dataclass(frozen=True, repr=False)
class DecayRun(Shown):
    """Invariants, dual variable and regularizer over time; made by `decay`.

    Formula: dy/dt = -<g>^{q-1} - alpha L(1-m) y. Arguments: none. Returns: `status`, `reason`, `law` (in formulas, None
        where there is no closed law), `samples` (dictionaries as in JSON), `columns()`, `to_dict()`, `to_csv(path)`,
        `to_markdown()`, `to_latex()`, itself as text (`print`) and HTML. Errors: none.
    Source: theory section 11.2.

    >>> import steepest_mirror as sm
    >>> run = sm.decay(q=2, weights=[[1, 1]], gradient=-2, decay="1/2", until=1, samples=1, digits=10)
    >>> run.samples[-1]["dual"]
    ['1.500000000']
    """

    problem: Problem
    status: str
    reason: str
    law: dict[str, str | None]
    samples: tuple[dict[str, Any], ...]
    ended: str = "until"

    def __repr__(self) -> str:
        return f"DecayRun({self.status}, {several(len(self.samples), 'sample')})"

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of the command."""
        return {
            "q": str(self.problem.q),
            "depth": self.problem.depth,
            "decay_kind": self.problem.decay.kind,
            "status": self.status,
            "reason": self.reason,
            "law": self.law,
            "samples": list(self.samples),
        }

    def columns(self, mark: str = ",") -> list[tuple[str, list[str]]]:
        """Named columns beside the time, "?" where undecided; `mark` stands between two indices."""

        def column(name: str, entries: list[str | None]) -> tuple[str, list[str]]:
            return name, ["?" if entry is None else entry for entry in entries]

        found = [column("radius", [s["radius"] for s in self.samples])]
        for k in range(len(self.problem.weights)):
            for name, key in (("x", "x"), ("y", "dual"), ("M", "regularizer")):
                found.append(column(f"{name}_{k + 1}", [s[key][k] for s in self.samples]))
        for k, row in enumerate(self.problem.weights):
            for i in range(len(row)):
                found.append(column(f"Lambda_{k + 1}{mark}{i + 1}", [s["lambda"][k][i] for s in self.samples]))
        return found

    def _lines(self, mark: str = ",") -> list[list[str]]:
        """Head and rows."""
        columns = self.columns(mark)
        rows = [[s["time"], *(entries[i] for _, entries in columns)] for i, s in enumerate(self.samples)]
        return [["time", *(name for name, _ in columns)], *rows]

    def to_csv(self, path: str | os.PathLike[str] | None = None) -> str:
        """A row for each time; written to `path` too."""
        return values.save(path, "".join(",".join(line) + "\n" for line in self._lines("_")))

    def _pasted(self) -> list[Block]:
        from .proofs.writing.markup import Tex, number

        (_, *names), *rows = self._lines()
        head: list[Cell] = [Tex("t"), *(Tex(in_tex(name)) if "_" in name else name for name in names)]
        ending = Words(f"{self.status[0].upper()}{self.status[1:]}: {self.reason}.")
        return [ending, Grid(head, [[number(entry) for entry in row] for row in rows])]

    def _document(self) -> list[Block]:
        task, n = self.problem, len(self.problem.weights)
        laws = (("Lambda_t", self.law["lambda"]), ("y", self.law["dual"]))
        return [
            Words(f"q = {task.q}, L = {task.depth}, {several(n, 'coordinate')}, 0 <= t <= {task.until}"),
            Words(f"{self.status}: {self.reason}"),
            *(Words(f"{name}: {formula or 'no closed law (coupled decay, q < 2)'}") for name, formula in laws),
            columns(
                [("t", [s["time"] for s in self.samples]), *self.columns()],
                "x_k, y_k = R'(x_k) at Lambda_t, M_k its regularizer, Lambda_k,i",
            ),
        ]


@values.long_numbers
def decay(
    *,
    q: Any = None,
    weights: Any = None,
    until: Any = None,
    decay: Any = None,
    gradient: Any = None,
    target: Any = None,
    least_squares: Any = None,
    logistic: Any = None,
    decay_kind: Any = None,
    p: Any = None,
    digits: Any = DIGITS,
    samples: Any = SAMPLES,
    limit: Any = None,
) -> DecayRun:
    """Lambda_t, the dual variable and the regularizer along one trajectory with weight decay.

    Formula: Lambda_t = Lambda_0 exp(-q int alpha), dy/dt = -<g>^{q-1} - alpha L(1-m) y (decoupled).
    Arguments: those of integrate, `limit` too; decay alpha >= 0 is required (0 for none). Returns: a DecayRun.
    Errors: InputError, WrongType. Source: Theorem 4.14 (S); theory section 11.2.

    >>> import steepest_mirror as sm
    >>> sm.decay(q=1, weights=[[1, 2]], gradient=-1, decay=1, until=1, samples=1).law["lambda"]
    'Lambda_0 exp(-A), A = int_0^t alpha'
    """
    from .numeric_checks import limits
    from .numeric_checks.decimals import times
    from .numeric_checks.flow.integrate import integrate
    from .numeric_checks.precision import bits
    from .samples import finite, last

    if decay is None:
        raise InputError("decay", None, "give alpha >= 0, such as '1/2' (0 for none)")
    count = values.integer(samples, "samples", 1, MOST_SAMPLES)
    places = values.integer(digits, "digits", 1, exact.MAX_DIGITS)
    objectives = {"gradient": gradient, "target": target, "least_squares": least_squares, "logistic": logistic}
    task = problems.problem(q, p, weights, objectives, until, decay, decay_kind)
    with limits.within(values.seconds(limit)):
        run = integrate(task, places, keep=True)
    with bits(run.precision):
        moments = times(task.until, last(task.until, run), count, places)
        states = [(t, run.state(Fraction(t))) for t in moments]
        found = tuple(_sample(task, t, state, places) for t, state in states if finite(state))
    return DecayRun(task, run.status, run.reason, law(task), found, run.ended)


def law(task: Problem) -> dict[str, str | None]:
    """What Lambda and y obey, in formulas; None where there is no closed law."""
    if task.decay.kind == "coupled" and task.q < 2 and not task.decay.absent:
        return {"lambda": None, "dual": None}
    rate = task.depth - task.q * (task.depth - 1)
    balanced = [len({abs(w) for w in row}) == 1 for row in task.weights]
    pulls = []
    if rate != 0 or not all(balanced):
        sign = "-" if rate > 0 else "+"
        pulls.append(f"-<g>^(q-1) {sign} {_factor(abs(rate))}alpha y" if rate else "-<g>^(q-1)")
    if rate == 0 and any(balanced):
        pulls.append("-<g>^(q-1) - alpha sign(x) where balanced")
    return {"lambda": f"Lambda_0 exp(-{_factor(task.q)}A), A = int_0^t alpha", "dual": "dy/dt = " + ", ".join(pulls)}


def in_tex(name: str) -> str:
    r"""`Lambda_1,2` as `\Lambda_{1,2}`."""
    letter, _, place = name.partition("_")
    return rf"{letter.replace('Lambda', chr(92) + 'Lambda')}_{{{place}}}"


def _factor(value: Fraction) -> str:
    """A factor to write before a letter."""
    return "" if value == 1 else f"{value} " if value.denominator == 1 else f"({value}) "


def _sample(task: Problem, t: Decimal, state: Sequence[Sequence[arb]], digits: int) -> dict[str, Any]:
    """x, Lambda, y and M of every coordinate as decimals, all within `radius` of the truth; None where undecided."""
    from .numeric_checks.decimals import approximated, bound, shown

    radii = [Fraction(0)]

    def number(z: arb | None) -> str | None:
        if z is None or z.is_nan():
            return None
        if not z.is_finite():
            return "inf" if z > 0 else "-inf" if z < 0 else None
        value, radius = approximated(z, digits)
        radii.append(radius)
        return shown(value)

    found = [_values(task, before, after) for before, after in zip(task.weights, state, strict=True)]
    numbers: dict[str, Any] = {
        "x": [number(v["x"]) for v in found],
        "lambda": [[number(z) for z in v["lambda"]] for v in found],
        "dual": [number(v["dual"]) for v in found],
        "regularizer": [number(v["regularizer"]) for v in found],
    }
    return {"time": shown(t), **numbers, "radius": bound(max(radii))}


def _values(task: Problem, before: Sequence[Fraction], after: Sequence[arb]) -> dict[str, Any]:
    """The balls of one coordinate. The order of the weights, ties included, is that of the start where decay keeps
    it."""
    from flint import arb

    from .numeric_checks.laws.residuals import product
    from .numeric_checks.potential.mirror import Mirror
    from .samples import size

    x = product(after)
    sizes = [size(w, task.q) for w in after]
    exact_sizes = [abs(w) for w in before]
    least, ties = min(exact_sizes), exact_sizes.count(min(exact_sizes))
    bottom = sizes[exact_sizes.index(least)]
    gaps = [arb(0) if at == least else now - bottom for at, now in zip(exact_sizes, sizes, strict=True)]
    kept = task.decay.kind == "decoupled" or task.q == 2 or ties == len(gaps)
    found: dict[str, Any] = {"x": x, "lambda": gaps, "dual": None, "regularizer": None}
    if not kept and not all(gap == 0 or gap > 0 for gap in gaps):
        return found
    try:
        mirror = Mirror.from_invariants(task.q, gaps)
        M = mirror.coupled_regularizer if task.decay.kind == "coupled" else mirror.regularizer
        found["regularizer"] = M(x)
        found["dual"] = mirror.map(x)
    except Undecided:
        pass
    return found
