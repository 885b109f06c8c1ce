"""Discrete gradient or sign descent as an object: states, laws, jumps, steps to escape (theory: section 13).

w_i' = (1 - eta alpha) w_i - eta D_i,   D_i = g X_i (q = 2) or sign(g X_i) (q = 1),   X_i = prod_{j != i} w_j
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import prod
from typing import TYPE_CHECKING, Any

from . import values
from .problems import KINDS, OBJECTIVES
from .problems import objective as stated
from .proofs.writing.document import Block, Grid, Shown, Words, columns
from .symbolic.errors import InputError, several
from .symbolic.reading import exact

if TYPE_CHECKING:
    from .numeric_checks.discrete.descent import Number, Run
    from .numeric_checks.discrete.laws import Judged

DIGITS, STEPS, SAMPLES, MOST_STEPS = 20, 20, 10, 100_000
LAWS = {
    2: "(w_i^2 - w_j^2)' = (w_i^2 - w_j^2)((1 - eta alpha)^2 - (eta g Pi_ij)^2)",
    1: "|w_i|' - |w_j|' = (1 - eta alpha)(|w_i| - |w_j|) + J_i - J_j, J the jumps at crossings",
}


@dataclass(frozen=True, repr=False)
class Descent(Shown):
    """A run of discrete descent.

    Formula: w_i' = (1 - eta alpha) w_i - eta D_i, D_i = g X_i at q = 2, sign(g X_i) at q = 1.
    Arguments: made by `descend`.
    Returns: `states` (step by step, a row of weights for each coordinate, rationals of FLINT or balls), `law` (how
        often it held exactly and in balls), `reason` where it ended early, `to_dict()`, itself as text (`print`).
    Errors: none. Source: theory section 13.

    >>> import steepest_mirror as sm
    >>> sm.descend(q=1, step="1/10", weights=[[1, "1/2"]], target=2, steps=3).states[-1]
    ((13/10, 4/5),)
    """

    run: Run
    law: Judged
    digits: int
    samples: int
    goal: Fraction | None

    @property
    def states(self) -> list[Any]:
        """The weights at steps 0, 1, ..."""
        return list(self.run.states)

    @property
    def reason(self) -> str:
        """Why it ended early; empty where it did not."""
        return self.run.reason

    def __repr__(self) -> str:
        task = self.run.task
        kind = "sign descent" if task.q == 1 else "gradient descent"
        early = f", ended early: {self.reason}" if self.reason else ""
        return f"Descent({kind}, eta = {task.eta}, {len(self.run.states) - 1} steps{early})"

    def to_dict(self) -> dict[str, Any]:
        """The run as `descend --json` gives it: numbers as decimals within a radius."""
        from .numeric_checks.precision import bits

        with bits(self.run.precision):
            return _as_data(self.run, self.law, self.digits, self.samples, self.goal)

    def _document(self) -> list[Block]:
        task, result = self.run.task, self.to_dict()
        kind, samples = "sign descent" if task.q == 1 else "gradient descent", result["samples"]
        n, L = len(task.weights), result["depth"]
        places = [(k, i) for k in range(n) for i in range(L)]
        title = f"{kind}, L = {L}, {several(n, 'coordinate')}, eta = {task.eta}, alpha = {task.alpha}"
        states = f"; the first {result['exact_states']} states are exact rationals"
        blocks: list[Block] = [Words(title), Words(f"{result['status']}: {result['reason']}{states}")]
        if (law := result["law"]) is not None:
            told = f"holds exactly {law['exact']} times, enclosed {law['enclosed']} times"
            skipped = f"; {law['skipped']} times a weight was 0 and the law does not apply" if law["skipped"] else ""
            blocks += [Words(f"Law: {law['statement']}"), Words(told + skipped)]
        if jumps := result["jumps"]:
            rows = [[str(v) for v in j.values()] for j in jumps[:20]]
            blocks.append(
                Grid(("step", "coordinate", "weight", "jump J"), rows, caption="Weights that crossed 0", names=3)
            )
            blocks += [Words(f"and {len(jumps) - 20} more")] if len(jumps) > 20 else []
        if (escape := result["escape"]) is not None:
            reached = ", ".join("not reached" if s is None else str(s) for s in escape["steps"])
            blocks.append(Words(f"Steps until every |w_i| >= {escape['to']}: {reached}"))
            if (theory := escape["law"]) is not None:
                low, high = theory["gradient_descent"]
                between = str(low) if low == high else f"{low} to {high}"
                blocks.append(Words(f"by theory: sign descent {theory['sign_descent']}, gradient descent {between}"))
                needed = f"gradient descent needs eta = {theory['step_needed']} to be as quick as sign descent is"
                blocks.append(Words(f"{needed}; its last step ends below W times {theory['overshoot_at_most']}"))
        clock = ("step", [str(s["step"]) for s in samples])
        named = [clock, ("radius", [s["radius"] for s in samples])]
        named += [(f"x_{k + 1}", [s["x"][k] for s in samples]) for k in range(n)]
        named += [(f"w_{k + 1},{i + 1}", [s["weights"][k][i] for s in samples]) for k, i in places]
        gaps = [(f"Lambda_{k + 1},{i + 1}", [s["invariants"][k][i] for s in samples]) for k, i in places]
        power = "" if task.q == 1 else f"^{task.q}"
        law_of = f"Lambda_k,i = |w_k,i|{power} - min_j |w_k,j|{power}"
        return [*blocks, columns(named, "States: x_k and weight i of coordinate k"), columns([clock, *gaps], law_of)]


@values.long_numbers
def descend(
    *,
    q: Any,
    step: Any,
    weights: Any,
    gradient: Any = None,
    target: Any = None,
    least_squares: Any = None,
    logistic: Any = None,
    steps: Any = STEPS,
    decay: Any = 0,
    decay_kind: Any = None,
    escape_to: Any = None,
    samples: Any = SAMPLES,
    digits: Any = DIGITS,
) -> Descent:
    """Discrete gradient descent (q = 2) or sign descent (q = 1), exact, with its laws tested at every step.

    Formula: w_i' = (1 - eta alpha) w_i - eta D_i, D_i = g X_i at q = 2, sign(g X_i) at q = 1; coupled decay puts
        alpha w_i inside.
    Arguments: q, 1 or 2; step eta > 0; weights, a row for each coordinate; one objective as in `integrate`; steps up to
        100,000; decay alpha >= 0; escape_to, a size of the weights; samples and digits of `to_dict()`.
    Returns: a Descent. Weights are rational until they grow long, then balls.
    Errors: InputError, WrongType; ArithmeticError if a law failed. Source: theory section 13.

    >>> import steepest_mirror as sm
    >>> sm.descend(q=2, step="1/10", weights=[[1, "1/2"]], target=2, steps=1).to_dict()["samples"][-1]["weights"]
    [['1.075', '0.65']]
    """
    steep = values.number(q, "q")
    if steep not in (1, 2):
        raise InputError("q", q, "give 1 for sign descent or 2 for gradient descent: no other q is exact step by step")
    kind = int(steep)
    count = values.integer(steps, "steps", 1, MOST_STEPS)
    shown = values.integer(samples, "samples", 1, MOST_STEPS)
    places = values.integer(digits, "digits", 1, exact.MAX_DIGITS)
    goal = None if escape_to is None else values.number(escape_to, "escape_to")
    if goal is not None and goal <= 0:
        raise InputError("escape_to", escape_to, "give a size > 0 of the weights")
    rows = values.matrix(weights, "weights")
    if len(rows[0]) > exact.MAX_DEPTH:
        raise InputError("weights", weights, f"give 2 to {exact.MAX_DEPTH} weights in each coordinate")
    f = stated(dict(zip(OBJECTIVES, (gradient, target, least_squares, logistic), strict=True)))
    where = "decoupled" if decay_kind is None else values.choice(decay_kind, "decay_kind", KINDS)

    from .numeric_checks.discrete import descent
    from .numeric_checks.discrete.laws import judged
    from .numeric_checks.precision import bits

    eta, alpha = values.number(step, "step"), values.number(decay, "decay")
    task = descent.Descent(kind, eta, rows, f, count, alpha, "coupled" if where == "coupled" else "decoupled")
    run = descent.descend(task, places)
    with bits(run.precision):
        law = judged(run)
    if law.failed:
        raise ArithmeticError("a law of the step does not hold")
    return Descent(run, law, places, shown, goal)


def _as_data(found: Run, law: Judged, digits: int, count: int, goal: Fraction | None) -> dict[str, Any]:
    """The run for JSON: numbers as decimals within a radius."""
    from .numeric_checks.discrete.laws import applies

    task, last = found.task, len(found.states) - 1
    shown = sorted({last * k // count for k in range(count + 1)})
    counts = {"exact": law.exact, "enclosed": law.enclosed, "skipped": law.skipped}
    return {
        "q": str(task.q),
        "depth": len(task.weights[0]),
        "step": str(task.eta),
        "decay": str(task.alpha),
        "decay_kind": task.kind,
        "status": "stopped" if found.reason else "finished",
        "reason": found.reason or f"{last} steps",
        "exact_states": found.exact,
        "law": {"statement": LAWS[task.q], **counts} if applies(task) else None,
        "jumps": [
            {"step": j.step, "coordinate": j.coordinate, "index": j.index, "size": _decimal(j.size, digits)[0]}
            for j in law.jumps
        ],
        "escape": None if goal is None else _escape(found, goal, digits),
        "samples": [_sample(found, n, digits) for n in shown],
    }


def _sample(found: Run, n: int, digits: int) -> dict[str, Any]:
    """State n: weights, x, |w_i|^q - min_j |w_j|^q."""
    from .numeric_checks.decimals import bound
    from .numeric_checks.discrete.descent import product

    radii = [Fraction(0)]

    def written(v: Number) -> str:
        value, radius = _decimal(v, digits)
        radii.append(radius)
        return value

    state, q = found.states[n], found.task.q
    weights = [[written(w) for w in row] for row in state]
    sizes = [[abs(w) if q == 1 else w * w for w in row] for row in state]
    invariants = [[written(v - _least(row)) for v in row] for row in sizes]
    x = [written(product(row)) for row in state]
    radius = bound(max(radii))
    return {"step": n, "weights": weights, "x": x, "radius": radius, "invariants": invariants}


def _least(sizes: list[Number]) -> Number:
    from functools import reduce

    from flint import arb, fmpq

    if all(isinstance(v, fmpq) for v in sizes):
        return min(sizes)
    return reduce(arb.min, (arb(v) if isinstance(v, fmpq) else v for v in sizes))


def _decimal(v: Number, digits: int) -> tuple[str, Fraction]:
    from flint import arb

    from .numeric_checks.decimals import approximated, decimal, shown

    if isinstance(v, arb):
        value, radius = approximated(v, digits)
        return shown(value), radius
    number = Fraction(int(v.p), int(v.q))
    value = decimal(number, digits)
    return shown(value), abs(Fraction(value) - number)


def _escape(found: Run, goal: Fraction, digits: int) -> dict[str, Any]:
    """At which step each coordinate has every |w_i| >= goal; from one balanced coordinate also what theory gives."""
    steps = [
        next((n for n, state in enumerate(found.states) if all(abs(w) >= _q(goal) for w in state[k])), None)
        for k in range(len(found.task.weights))
    ]
    return {"to": str(goal), "steps": steps, "law": _law(found.task, goal, digits)}


def _law(task: Any, goal: Fraction, digits: int) -> dict[str, Any] | None:
    """The number of steps by theory, the step that gradient descent needs, where its last step may end."""
    from .numeric_checks.balls import ball
    from .numeric_checks.discrete import escape as steps
    from .numeric_checks.flow.problem import Linear

    row, depth = task.weights[0], len(task.weights[0])
    sizes = {abs(w) for w in row}
    if len(task.weights) > 1 or len(sizes) > 1 or task.alpha or not isinstance(task.objective, Linear):
        return None
    (eps,), (g,) = sizes, task.objective.gradient
    if eps == 0 or g * prod(row) >= 0 or goal <= eps:
        return None
    own = steps.sign_steps(eps, goal, task.eta)
    h = task.eta * abs(g)
    between = (steps.two_weights_steps(eps, goal, h),) * 2 if depth == 2 else steps.gradient_bounds(eps, goal, h, depth)
    if own <= MOST_STEPS:
        rate = steps.needed(eps, goal, own, depth, digits)
        rates = [_decimal(v, digits)[0] for v in (rate / ball(abs(g)), steps.overshoot(goal, rate, depth))]
    else:
        rates = ["", ""]
    return {
        "sign_descent": own,
        "gradient_descent": list(between),
        "step_needed": rates[0],
        "overshoot_at_most": rates[1],
    }


def _q(v: Fraction) -> Number:
    from flint import fmpq

    return fmpq(v.numerator, v.denominator)
