"""The sign flow of coordinates that f couples: dw_i/dt = -s_k sign(prod_{j != i} w_j) - alpha w_i, piece by piece.

s_k = sign g_k, and at g_k = 0 one s_k in [-1, 1] for all weights of the coordinate (theory: section 0).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flint import arb, fmpq

from ....symbolic.errors import Undecided
from ... import limits
from ...numbers import Number
from ..trajectory import Ended, Event
from .decay_clock import Constant, clock
from .events import Candidate, next_event
from .filippov import NotUnique, resolve
from .gradient import Gradient
from .piece import Piece
from .roots import exactly, moment
from .self_check import fault, vanishing
from .weights import Weights, constant, moving, product, symmetric

MOST_EVENTS = 100_000
if TYPE_CHECKING:
    from .coupled_decay import Straight

REACH_STEPS = 24  # bisections of the last piece where an event is not decided
LONGEST = 16  # alpha (t - start) on one piece: beyond it exp(-alpha t) leaves too little of the clock to search

Decays = tuple[tuple[fmpq, tuple[fmpq, ...]], ...]


@dataclass(frozen=True)
class Path:
    """Pieces, each with the time at which it starts, and how the path ends: at `end`, for `reason` (empty:
    finished)."""

    pieces: tuple[Piece, ...] | tuple[Straight, ...]
    events: tuple[Event, ...]
    end: Number
    reason: str
    how: Ended = "until"

    @property
    def undecided(self) -> bool:
        """Whether more digits may tell more."""
        return self.how == "undecided"


class Refused(ArithmeticError):
    """A piece is shown to be wrong; the message says how."""


class Block:
    """Integrates one block; `names` are its coordinates in the whole problem."""

    def __init__(
        self,
        gradient: Gradient,
        names: tuple[int, ...],
        start: list[list[fmpq]],
        decays: Decays,
        until: fmpq,
    ):
        self.gradient, self.names, self.start, self.decays, self.until = gradient, names, start, decays, until
        self.pieces: list[Piece] = []
        self.events: list[Event] = []
        self.moves: list[tuple[Number | None, dict[int, fmpq]]] = []
        self.n, self.depth = len(names), len(start[0])

    def path(self) -> Path:
        """The path up to `until`, to where it stops, or to the first piece that is shown to be wrong."""
        try:
            found = self._walk()
            if found.how in ("until", "natural", "undecided"):
                self._judge(found.end, None)
        except Refused as wrong:
            start = self.pieces[-1].begin if self.pieces else fmpq(0)
            self.events = [e for e in self.events if not e.time > arb(start)]
            return self._path(start, f"refused: {wrong}; this is a fault of the integrator", "undecided")
        return found

    def _judge(self, until: Number, after: Piece | None) -> None:
        """The last piece against the flow itself, at once: what a limit cuts off has been judged. Errors: Refused."""
        if after is not None and after.polynomial:
            after.gradients()  # made at the precision in force, before the check reads it at a lower one
        wrong = fault(self.pieces[-1], self.gradient, until, after)
        if wrong:
            raise Refused(wrong)

    def _walk(self) -> Path:
        time: Number = fmpq(0)
        try:
            piece = self._begin()
            for _ in range(MOST_EVENTS):
                time = piece.begin
                self.pieces.append(piece)
                limits.check()
                after = self._advance(piece)
                if after is None:
                    return self._path(self.until, "")
                self._judge(after.begin, after)
                piece = after
            return self._path(time, f"more than {MOST_EVENTS} events", "limit")
        except NotUnique as end:
            return self._path(self._last(time), str(end), "natural")
        except limits.LimitReached as end:
            return self._path(time, str(end), "limit")
        except KeyboardInterrupt:
            return self._path(time, "interrupted", "interrupted")
        except Undecided as end:
            return self._path(self._reach(time), f"undecided: {end}", "undecided")

    def _reach(self, time: Number) -> Number:
        """How far the last piece is known to meet no event: as far as the search alone still succeeds."""
        if not self.pieces or self.pieces[-1].begin is not time:
            return time
        piece = self.pieces[-1]
        try:
            horizon, _ = self._horizon(piece)
        except Undecided:
            return time
        good, bad = fmpq(0), moment(horizon.v if isinstance(horizon.v, fmpq) else horizon.v.lower())
        for _ in range(REACH_STEPS):
            middle = (good + bad) / 2
            part = Candidate("part", middle)
            try:
                limits.check()
                free = next_event(piece, part, lambda a, b: False) == [part]
            except Undecided:
                free = False
            good, bad = (middle, bad) if free else (good, middle)
        return piece.clock.start + piece.clock.elapsed(good) if good else time

    def _path(self, end: Number, reason: str, how: Ended = "until") -> Path:
        if not self.pieces:
            self._stand()
        return Path(tuple(self.pieces), tuple(self.events), end, reason, how)

    def _last(self, time: Number) -> Number:
        return self.events[-1].time if self.events and self.events[-1].kind == "saddle" else time

    def _end(self, kind: str, time: Number, k: int | None, reason: str) -> NotUnique:
        self._log(kind, time, k)
        return NotUnique(reason)

    def _log(self, kind: str, time: Number, k: int | None = None, i: int | None = None) -> None:
        name = None if k is None else self.names[k] + 1
        self.events.append(Event(kind, arb(time), name, None if i is None else i + 1, exactly(time)))

    def _begin(self) -> Piece:
        zero = fmpq(0)
        x = [product(row) for row in self.start]
        g = self.gradient.value(x)
        absent = [self.gradient.absent(k) for k in range(self.n)]
        s: list[int | None] = []
        weights: list[Weights] = []
        K = []
        for k, row in enumerate(self.start):
            zeros = [i for i, w in enumerate(row) if w == 0]
            fixed = self.gradient.side(k)
            vanishes = not fixed and not absent[k] and _vanishes(g[k])
            if absent[k]:
                s.append(0)
                weights.append(constant(tuple(row)))
                continue
            if len(zeros) > 1:
                raise self._end("saddle", zero, k, f"two weights of coordinate {self.names[k] + 1} are 0 at the start")
            if zeros and vanishes:
                raise self._end("saddle", zero, k, f"x = g = 0 in coordinate {self.names[k] + 1} at the start")
            if vanishes:
                K.append(k)
            side = fixed or (1 if g[k] > 0 else -1)
            s.append(0 if vanishes else side)
            signs = [1 if w > 0 else -1 for w in row]
            if zeros:
                others = product([e for i, e in enumerate(signs) if i != zeros[0]])
                signs[zeros[0]] = -others * side
            weights.append(moving(tuple(row), tuple(signs)))
        start = Piece(
            clock(self.decays[0][1], zero),
            self.gradient,
            tuple(weights),
            fmpq(1),
            (zero,) * self.n,
            tuple(s),
            (0,) * self.n,
            zero,
        )
        return self._resolved(start, tuple(K), {}) if K else start

    def _stand(self) -> None:
        """A piece that holds the start alone, for a trajectory that ends there."""
        weights = tuple(constant(tuple(row)) for row in self.start)
        zeros = (fmpq(0),) * self.n
        still = (0,) * self.n
        self.pieces.append(
            Piece(clock((fmpq(0),), fmpq(0)), self.gradient, weights, fmpq(1), zeros, still, still, fmpq(0))
        )

    def _advance(self, piece: Piece) -> Piece | None:
        """Adds the event that ends `piece` and returns the next one; None at the end time."""
        horizon, switch = self._horizon(piece)
        together = next_event(piece, horizon, self._same_size)
        v = next((c.v for c in together if isinstance(c.v, fmpq)), together[0].v)
        what = {c.what for c in together}
        time = switch if horizon in together else piece.clock.start + piece.clock.elapsed(v)
        P, y = piece.duals(v)
        weights, old = list(piece.weights), list(y)
        placed = [(c.what, c.coordinate) for c in together if c.coordinate is not None]
        crossed = [k for kind, k in placed if kind == "weight-zero"]
        arrived = tuple(sorted(k for kind, k in placed if kind == "gradient-zero"))
        released = tuple(sorted(k for kind, k in placed if kind == "release"))
        touched = {k for kind, k in placed if kind == "touch"}
        for kind, k in placed:
            both = k in arrived or k in touched or self.gradient.alone(k)
            if kind == "vanish" or (kind == "weight-zero" and both):
                raise self._end("saddle", time, k, f"x and g of coordinate {self.names[k] + 1} vanish together")
        resets: dict[int, fmpq] = {}
        for k in crossed:
            if len(weights[k].smallest) > 1:
                raise self._end("saddle", time, k, f"two weights of coordinate {self.names[k] + 1} vanish together")
            old[k], resets[k] = weights[k].zero(P), weights[k].zero(fmpq(1))
            self._log("weight-zero", time, k, weights[k].smallest[0])
            weights[k] = weights[k].crossed()
        self.moves.append((v / P if isinstance(v, fmpq) and isinstance(P, fmpq) else None, resets))
        order = (0,) * self.n
        if released and (len(what) > 1 or len(released) > 1):
            raise Undecided("a release together with another event")
        if "until" in what:
            for k in arrived:
                self._log("gradient-zero", time, k)
            return None
        coefficients = self._decay_at(piece, switch, "decay-switch" in what)
        if "decay-switch" in what:
            self._log("decay-switch", time)
        after = replace(
            piece,
            clock=clock(coefficients, time),
            weights=tuple(weights),
            P=P,
            y=tuple(old),
            order=order,
            begin=time,
            offset=fmpq(0),
        )
        again = "decay-switch" in what or arrived
        K = tuple(sorted({*arrived, *self._kept(piece)})) if again else ()
        if released:
            after = self._released(piece, after, released[0], v)
        elif K:
            after = self._resolved(after, K, {k: piece.s[k] for k in arrived})
        return after.rebased(piece, v)

    def _kept(self, piece: Piece) -> tuple[int, ...]:
        """The coordinates with g_k = 0 on the piece, sliding or at rest."""
        return tuple(k for k, s in enumerate(piece.s) if s is None or (s == 0 and piece.weights[k].smallest))

    def _same_size(self, a: int | None, b: int | None) -> bool:
        """Whether the smallest weights of two moving coordinates are equal in size by their history alone.

        None is the time that remains to the horizon, at which a weight shrinks too where there was no decay.
        """
        sizes = [self._remaining() if k is None else self._size(k) for k in (a, b)]
        return sizes[0] is not None and sizes[0] == sizes[1]

    def _remaining(self) -> tuple[fmpq, dict[int | tuple[int, int], int]] | None:
        """The time to the horizon, written as the sizes are; None where there was decay."""
        if not all(isinstance(piece.clock, Constant) and piece.clock.alpha == 0 for piece in self.pieces):
            return None
        _, time = self._horizon(self.pieces[-1])
        parts: dict[int | tuple[int, int], int] = {}
        for number, (duration, _) in enumerate(self.moves):
            if duration is None:
                parts[number] = -1
            else:
                time -= duration
        return time, parts

    def _size(self, k: int) -> tuple[fmpq, dict[int | tuple[int, int], int]]:
        """|w|/P of the smallest weight: rational, plus an integer multiple of each irrational duration (over P)."""
        weights = self.pieces[-1].weights[k]
        i = weights.smallest[0]
        size, parts = weights.e[i] * weights.c[i], dict[int | tuple[int, int], int]()
        for number in reversed(range(len(self.moves))):
            duration, resets = self.moves[number]
            if k in resets:
                return size - weights.side * resets[k], parts
            s = self.pieces[number].s[k]
            if s is None:
                parts[number, k] = -weights.side
                return size, parts
            if duration is not None:
                size -= weights.side * s * duration
            elif s:
                parts[number] = -weights.side * s
        return size, parts

    def _horizon(self, piece: Piece) -> tuple[Candidate, Number]:
        start, begin = piece.clock.start, piece.begin
        later = [when for when, _ in self.decays if when > begin and when < self.until]
        for when, _ in self.decays[1:]:
            if when < self.until and not (when > begin or when <= begin):
                raise Undecided("the order of an event and a change of the decay")
        time = min(later) if later else self.until
        what = "decay-switch" if later else "until"
        if isinstance(piece.clock, Constant) and piece.clock.alpha * (time - start) > LONGEST:
            alpha = piece.clock.alpha
            if not _settled(piece, alpha):
                time, what = start + LONGEST / alpha, "further"
        return Candidate(what, piece.clock.at(time - start)), time

    def _decay_at(self, piece: Piece, time: Number, switched: bool) -> tuple[fmpq, ...]:
        if switched:
            return next(c for when, c in self.decays if when == time)
        here = piece.clock
        return (here.alpha,) if isinstance(here, Constant) else here.coefficients

    def _released(self, piece: Piece, after: Piece, k: int, v: Number) -> Piece:
        """s_k leaves [-1, 1]: g_k starts with a double zero in the direction of s_k."""
        s, _ = piece.slope(k, v, None if piece.polynomial else piece.place(v))
        side = 1 if s > 0 else -1
        self._log("release", after.begin, k)
        signs = tuple(side if j == k else value for j, value in enumerate(after.s))
        return replace(after, s=signs, order=tuple(2 if j == k else 0 for j in range(self.n)))

    def _resolved(self, piece: Piece, K: tuple[int, ...], arrived: dict[int, int | None]) -> Piece:
        """The piece with the mode that Filippov's condition chooses for the coordinates K, all with g_k = 0."""
        clock_, time = piece.clock, piece.begin
        zero = fmpq(0)
        alpha = clock_.rate(zero)
        rest = len(K) == self.n and isinstance(clock_, Constant) and clock_.alpha == 0
        x, D, drift = [], [], []
        for k, weights in enumerate(piece.weights):
            w = weights.at(piece.P, piece.y[k])
            size, bound, _ = symmetric([e * value for e, value in zip(weights.e, w, strict=True)])
            x.append(weights.side * size)
            D.append(bound)
            drift.append(-alpha * self.depth * x[k] - (0 if k in K else piece.s[k] * bound))
        zero_now = vanishing(self.gradient, x)
        if not zero_now.issuperset(K):
            raise Refused("a gradient component that is said to vanish does not")
        if rest:
            chosen: dict[int, tuple[int | None, int]] = dict.fromkeys(K, (None, 0))
        else:
            try:
                chosen = resolve(self.gradient, K, x, D, drift)
            except NotUnique as end:
                if any(k in zero_now for k in piece.moving if piece.s[k] and k not in K):
                    raise Undecided("which gradient components vanish together") from None
                raise self._end("saddle", time, None, str(end)) from None
        s, order = list(piece.s), list(piece.order)
        for k in K:
            new, _ = chosen[k]
            was_kept = k not in arrived
            if new is None:
                if not was_kept or not self.pieces:
                    self._log("arrival", time, k)
                s[k], order[k] = (0 if rest else None), 0
            else:
                if was_kept and self.pieces:
                    self._log("release", time, k)
                elif not was_kept and new != arrived[k]:
                    self._log("gradient-zero", time, k)
                s[k], order[k] = new, 1
        return replace(piece, s=tuple(s), order=tuple(order))


def _settled(piece: Piece, alpha: fmpq) -> bool:
    """Whether the piece meets no event at any later time: none up to the clock's limit 1/alpha."""
    limit = Candidate("limit", 1 / alpha)
    try:
        return next_event(piece, limit, lambda a, b: False) == [limit]
    except Undecided:
        return False


def _vanishes(g: Number) -> bool:
    if isinstance(g, fmpq):
        return bool(g == 0)
    if g.contains(0):
        if g.is_exact():
            return True
        raise Undecided("the sign of the gradient at the start")
    return False
