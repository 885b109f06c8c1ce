"""The sign gradient flow dw_i/dt = -sign(dF/dw_i) - alpha(t) w_i (q = 1), solved between its events (theory: section
1).

Blocks of coordinates that f does not couple are solved apart. Where balls do not decide, the precision is raised, and
at last the trajectory stops and says what stood in the way.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from flint import arb, ctx, fmpq

from ....symbolic.errors import InputError
from ... import limits
from ...balls import magnitude
from ...numbers import Number, rational
from ...precision import bits, from_digits
from ..problem import Problem
from ..trajectory import Ended, Event, State, Trajectory
from . import coupled_decay
from .block_walk import Block, Path
from .coupled_decay import Straight
from .gradient import blocks
from .piece import Piece
from .roots import before, moment
from .sliding_integral import gained

GUARD = 32
EACH = Fraction(3, 2)  # bits for every coordinate that f couples: what its events cost the others
MOST_RAISES = 4
MOST_FOLD = 64  # precision at most where radii have grown, in multiples of the first
WORST: tuple[Ended, ...] = ("interrupted", "limit", "undecided", "natural")


def run(problem: Problem, digits: int = 50) -> Trajectory:
    """The trajectory of the sign flow, q = 1.

    Arguments: a problem with q = 1, and digits >= 1, the absolute accuracy wanted at the last time reached.
    Returns a Trajectory; it is "stopped" where the solution is not unique (theory: section 0), where coupled decay
    switches a weight, or where an order of events is not decided. Errors: InputError.
    """
    if problem.q != 1:
        raise InputError("q", problem.q, "the sign flow has q = 1")
    precision = from_digits(digits) + GUARD + max(0, _magnitude(problem)) + _for_events(problem)
    raises, most = 0, MOST_FOLD * precision
    while True:
        with bits(precision):
            paths = _paths(problem)
            end = _first_end(paths, problem)
            lost = _lost(paths, digits)
        stuck = any(path.undecided for _, path in paths)
        if (not (stuck or lost) and _ordered(paths)) or any(path.how in ("limit", "interrupted") for _, path in paths):
            break
        if any(_blurred(path, precision) for _, path in paths) and 4 * precision <= most:
            precision *= 4  # radii are what stood in the way: the events of a coupled block cost bits
            continue
        raises += 1
        if raises == MOST_RAISES:
            break
        if stuck or not 0 < lost < precision:
            precision *= 2 if raises == 1 else 4
        else:
            precision += lost + GUARD
    return _trajectory(problem, paths, end, precision)


def _magnitude(problem: Problem) -> int:
    """Bits before the point of the largest weight and of the end time."""
    numbers = [problem.until, *(abs(w) for row in problem.weights for w in row)]
    return max(n.numerator.bit_length() - n.denominator.bit_length() + 1 for n in numbers)


def _paths(problem: Problem) -> list[tuple[tuple[int, ...], Path]]:
    decays = tuple((rational(start), tuple(rational(c) for c in poly)) for start, poly in problem.decay.pieces)
    found = []
    interrupted = False  # the blocks after the one in which Ctrl-C came are not begun
    for names, gradient in blocks(problem.objective):
        start = [[rational(w) for w in problem.weights[k]] for k in names]
        with limits.within(0 if interrupted else None):
            if problem.decay.kind == "coupled" and not problem.decay.absent:
                path = coupled_decay.path(gradient, names, start, decays, rational(problem.until))
            else:
                path = Block(gradient, names, start, decays, rational(problem.until)).path()
        if interrupted and path.how == "limit":
            path = replace(path, reason="interrupted", how="interrupted")
        interrupted = interrupted or path.how == "interrupted"
        found.append((names, path))
    return found


def _first_end(paths: list[tuple[tuple[int, ...], Path]], problem: Problem) -> Number:
    stopped = [path.end for _, path in paths if path.reason]
    if not stopped:
        return rational(problem.until)
    end = stopped[0]
    for other in stopped[1:]:
        if isinstance(other, fmpq) and isinstance(end, fmpq):
            end = min(end, other)
        elif before(other, end) or before(end, other):
            end = other if before(other, end) else end
        else:
            end = arb(end).min(arb(other))
    return end


def _for_events(problem: Problem) -> int:
    """Bits that events are expected to cost: radii pass from each coordinate to those that f couples with it."""
    most = max(len(names) for names, _ in blocks(problem.objective))
    return int(most * EACH)


def _lost(paths: list[tuple[tuple[int, ...], Path]], digits: int) -> int:
    """Bits by which the last radii exceed 10^-digits; 0 where they do not."""
    numbers = [arb(y) for _, path in paths if path.pieces for y in path.pieces[-1].numbers]
    worst = max((y.rad() for y in numbers), default=arb(0)) * arb(10) ** digits
    if worst < 1:
        return 0
    return magnitude(worst) if worst.is_finite() else ctx.prec


def _blurred(path: Path, precision: int) -> bool:
    """Whether an undecided path lost more than half of its bits on the way."""
    if not (path.undecided and path.pieces):
        return False
    return any(arb(y).rad() > arb(2) ** (-precision // 2) for y in path.pieces[-1].numbers)


def _trajectory(problem: Problem, paths: list[tuple[tuple[int, ...], Path]], end: Number, precision: int) -> Trajectory:
    with bits(precision):
        limit = arb(end)
        events = [e for _, path in paths for e in path.events if not before(end, _time_of(e))]
        events.sort(key=lambda e: (moment(_time_of(e)), e.coordinate or 0, e.index or 0))
        events = _switches_once(events)
        ends = [path for _, path in paths if path.reason and not before(end, path.end)]
        reasons = [path.reason for path in ends]

    readers = [(names, _Reader(path)) for names, path in paths]

    def state(t: Fraction | arb) -> State:
        with bits(precision):
            time = _time(t, end)
            rows = {k: tuple(row) for names, r in readers for k, row in zip(names, r.weights(time), strict=True)}
            return tuple(rows[k] for k in sorted(rows))

    def gain(t: Fraction | arb) -> tuple[arb, ...]:
        with bits(precision):
            time = _time(t, end)
            values = {k: g for names, r in readers for k, g in zip(names, r.gains(time), strict=True)}
            return tuple(values[k] for k in sorted(values))

    return Trajectory(
        "stopped" if reasons else "finished",
        "; ".join(dict.fromkeys(reasons)) or f"reached t = {problem.until}",
        tuple(events),
        limit,
        precision,
        state,
        gain,
        next((how for how in WORST if any(path.how == how for path in ends)), "until"),
    )


def _switches_once(events: list[Event]) -> list[Event]:
    """Every block sees alpha change: told once."""
    seen: set[object] = set()
    kept = []
    for event in events:
        if event.kind != "decay-switch" or str(event.exact) not in seen:
            kept.append(event)
        if event.kind == "decay-switch":
            seen.add(str(event.exact))
    return kept


def _time(t: Fraction | arb, end: Number) -> Number:
    time = t if isinstance(t, arb) else rational(t)
    if arb(time) < 0 or before(end, time):
        raise InputError("t", t, f"give a time from 0 to {arb(end).str(10)}")
    return time


def _time_of(event: Event) -> Number:
    return event.time if event.exact is None else event.exact


def _ordered(paths: list[tuple[tuple[int, ...], Path]]) -> bool:
    """Whether the order of all events of different blocks is known; two at one exact time come in any order."""
    found = sorted(((moment(_time_of(e)), n, e) for n, (_, path) in enumerate(paths) for e in path.events), key=_first)
    return not any(
        a[1] != b[1] and (a[2].exact is None or b[2].exact is None) and a[2].time.overlaps(b[2].time)
        for a, b in pairwise(found)
    )


def _first(found: tuple[fmpq, int, Event]) -> tuple[fmpq, int]:
    return found[:2]


class _Reader:
    """Reads the weights and the gains of one block at a time t: the union over the pieces that may contain t."""

    def __init__(self, path: Path):
        self.path = path
        self.totals: list[list[Number]] = []

    def weights(self, time: Number) -> list[list[arb]]:
        found = [[arb(w) for row in piece.state(v) for w in row] for _, piece, v in self._at(time)]
        flat, n = _union(found), len(self.path.pieces[0].state(fmpq(0)))
        depth = len(flat) // n
        return [flat[k * depth : (k + 1) * depth] for k in range(n)]

    def gains(self, time: Number) -> list[arb]:
        found = []
        for number, piece, v in self._at(time):
            before = self._total(number)
            found.append([arb(a + b) for a, b in zip(before, gained(piece, v), strict=True)])
        return _union(found)

    def _at(self, time: Number) -> list[tuple[int, Piece | Straight, Number]]:
        pieces = self.path.pieces
        low, high = 0, len(pieces) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if pieces[middle].begin <= time:
                low = middle
            else:
                high = middle - 1
        found = []
        for number in range(low, len(pieces)):
            clock = pieces[number].clock
            if pieces[number].begin > time:
                break
            found.append((number, pieces[number], clock.at(time - clock.start)))
        return found

    def _total(self, number: int) -> list[Number]:
        """What the gains of a piece, counted from its origin, are to be added to."""
        pieces = self.path.pieces
        if not self.totals:
            self.totals.append([fmpq(0)] * len(pieces[0].state(fmpq(0))))
        while len(self.totals) <= number:
            last = len(self.totals) - 1
            piece, after = pieces[last], pieces[last + 1]
            more = _until(piece, after)
            self.totals.append([a + b for a, b in zip(self.totals[-1], more, strict=True)])
        return self.totals[number]


def _until(piece: Piece | Straight, after: Piece | Straight) -> list[Number]:
    """The gains from origin to origin; where s_k changes, up to the event, and what the new s_k adds before it less."""
    clock = piece.clock
    plain = gained(piece, clock.at(after.clock.start - clock.start))
    if after.offset == 0:
        return plain
    event, early = gained(piece, clock.at(after.begin - clock.start)), gained(after, after.offset)
    alike = [s is not None and s == new for s, new in zip(piece.s, after.s, strict=True)]
    return [p if same else e - extra for same, p, e, extra in zip(alike, plain, event, early, strict=True)]


def _union(found: list[list[arb]]) -> list[arb]:
    result = found[0]
    for other in found[1:]:
        result = [a.union(b) for a, b in zip(result, other, strict=True)]
    return result
