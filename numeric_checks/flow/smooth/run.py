"""A run of the flow: smooth pieces one after the other, each ended by the end time, a change of alpha or an event.

For 1 < q < 2 a piece in time keeps the sign of everything in a signed power; towards and away from a zero of one of
these the run goes in the variable of `pivot_field`, in which the event is a point like any other.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from fractions import Fraction
from math import prod

from flint import arb

from ... import limits
from ...balls import magnitude
from ...precision import bits
from ..blocks import DOUBT
from ..problem import Linear, Problem
from ..trajectory import Ended, Event
from . import exact_start
from .arithmetic import BallArithmetic, OutsideDomain
from .blow_up import blow_up_time
from .checker import COARSE, Enclosure, Step, evaluate, norm
from .dual import Dual, DualArithmetic
from .events import Watch
from .held import HeldPivotField
from .own_zeros import OwnWatch
from .path import Piece, state_at, within
from .pivot_field import PivotField, reachable
from .settled import minimiser, rest
from .sliding import WIDER, Slide, bent, several
from .stepper import Stepper
from .trapped import trapped
from .vector_field import Flow, Name, TimeField, ball, signed_power

NEAR, FELT = 4, 12  # go over to sigma when the zero, or one of higher order, is predicted within so many steps
ARRIVING = 3  # and when all components of g arrive together, at which steps in time are cheaper for longer
HELD = 0.25  # a g_k whose speed is less than so much of its own share in it is held by the other coordinates
TOGETHER = 1.5  # where all components of g vanish within so many times the first wait they do so together: in time
SLOW, SHORTER = 40, 8  # give sigma up when its steps fall below this part of the way, or of the longest
SOON, AGAIN = 4, 16  # and until the zero, of higher order or not, is so many times nearer
LEAVING = 2  # steps in sigma after an event
SHRINKAGE = 2.0**-24  # below this part of the longest step the steps are taken to shrink to nothing
FEW, PATIENCE = 64, 8  # where more than so many steps are left, so many are taken before a leap is tried; after a
# failure twice as many
SHORT = 64  # so many steps below that part are taken where what rests near a small value may still come to rest
MANY, TOO_MANY = 600, 10**6  # so many steps are taken before it is judged that so many more would not do
COMING = 2**10  # unless a zero is predicted within so many of them, to which they shrink with good reason
UNLIKE = 40  # bits by which the radii of two components may differ and be kept apart
SPARE = 8  # bits below the digits asked for, at which a g_k is taken not to matter
SMALLEST = 2**14  # bits below 1, down to which a g_k that never vanishes is followed
SHRUNK = "the steps shrank to nothing near t = {}; nothing is claimed beyond"


class Stopped(Exception):
    """The run ends here; the message is the reason."""


class Run:
    """`pieces` done, `events` met, `now` the time reached, `status` and `reason` at the end."""

    def __init__(self, problem: Problem, precision: int, wanted: int | None = None):
        """`wanted`: bits that the weights are asked for; half of the precision if it is not said."""
        self.problem, self.precision = problem, precision
        self.delta = arb(2) ** -(precision // 2 if wanted is None else wanted + SPARE)
        self.pieces: list[Piece] = []
        self.events: list[Event] = []
        self.status, self.reason = "finished", "reached the end time"
        self.cut: Ended | None = None  # "limit" or "interrupted" where the run was cut short
        self.underway: Callable[[], object] | None = None  # files the steps of the piece that is not finished
        self.now = self.longest = arb(0)
        self.ahead = arb.pos_inf()  # the first wait predicted for a zero
        weights = tuple(ball(w) for row in problem.weights for w in row)
        self.state = Enclosure(weights, arb(0), tuple(arb(0) for _ in problem.weights))
        self.initial, self.size = self.state, len(weights)
        self.width = self.size
        self.resting: set[Name] = set()
        self.leaving: list[Name] = []
        self.carried: Enclosure | None = None  # the state now, with one radius for all of it, if that is known
        self.sharp = True  # whether g_k were left out only where all was known better than to delta
        self.unseen: dict[Name, arb] = {}  # what was too small for its zeros to be looked for, and since when
        self.doubts: dict[str, list[Name]] = {}  # what may have crossed zero, by when, however the run ends
        self.ties = {name: group for group in exact_start.ties(problem) for name in group}

    def go(self) -> None:
        """Runs to the end time or to where the solution cannot be followed."""
        until = ball(self.problem.until)
        pieces = [piece for piece in self.problem.decay.pieces if piece[0] < self.problem.until]
        bounds = [ball(start) for start, _ in pieces[1:]] + [until]
        try:
            for index, ((_, alpha), bound) in enumerate(zip(pieces, bounds, strict=True)):
                flow = Flow(self.problem, alpha)
                if index == 0:
                    self._start(flow)
                else:
                    self.events.append(Event("decay-switch", self.now))
                    self._restart(flow)
                self._follow(flow, bound)
        except Stopped as stop:
            self.status, self.reason = "stopped", str(stop)
        except limits.LimitReached as over:
            self._keep("limit", str(over))
        except KeyboardInterrupt:
            self._keep("interrupted", "interrupted")
        if self.doubts:
            self.reason += f"; {DOUBT}: " + "; ".join(
                f"{', '.join(map(describe, names))} {when}" for when, names in self.doubts.items()
            )

    def _keep(self, how: Ended, why: str) -> None:
        """Ends here with all steps that were checked."""
        self.cut, self.status, self.reason = how, "stopped", why
        if (file := self.underway) is not None:
            self.underway = None
            with suppress(Stopped):
                file()

    def _start(self, flow: Flow) -> None:
        """Sorts what is exactly 0 at t = 0 into what rests, what is left at once, and what ends the run."""
        zeros = exact_start.zeros(flow, flow.names)
        if flow.coupled and zeros:
            self._switch(zeros[0])
        # grad f = 0 for a convex f that nothing but its gradient moves: f is at its least value, and cannot rise
        at_minimum = not flow.alpha and all(("gradient", k, 0) in zeros for k in range(flow.n))
        for k in range(flow.n):
            weights = [name for name in zeros if name[:2] == ("weight", k)]
            still = ("gradient", k, 0) in zeros
            if still and (flow.shares or at_minimum):
                self.resting.update(weights, [("gradient", k, 0)])
                continue
            if len(weights) > 1:
                if reachable(flow.r, len(weights)):
                    if still:  # nothing is said of a solution that leaves: no event
                        raise Stopped(
                            f"coordinate {k + 1} starts with g = 0 and {len(weights)} weights 0: uniqueness is"
                            " undecided"
                        )
                    self.events.append(Event("saddle", self.now, k + 1))
                    raise Stopped(
                        f"{len(weights)} weights of coordinate {k + 1} are 0: a saddle, from which the solution is not "
                        "unique"
                    )
                self.resting.update(weights)
            else:
                self.leaving += weights
            if still:
                self.leaving.append(("gradient", k, 0))

    def _restart(self, flow: Flow) -> None:
        """After a change of alpha a gradient component that rested at 0 need not rest any more."""
        moved = [name for name in self.resting if name[0] == "gradient" and not flow.shares]
        self.resting.difference_update(moved)
        self.leaving += moved
        if flow.coupled and self.resting:
            raise Stopped("coupled decay begins where a quantity in a signed power is 0")
        if len(self.state.passive) < flow.n and not flow.coupled:
            self.state = replace(self.state, passive=(arb.nan(),) * flow.n)

    def _follow(self, flow: Flow, bound: arb) -> None:
        """From now to the time `bound` with one alpha."""
        self.width = flow.width
        if flow.coupled:
            self.state = replace(self.state, passive=())
        refused: dict[Name, arb] = {}
        while self.now < bound:
            if self.leaving:
                self._leave(flow, bound)
            else:
                name = self._run_in_time(flow, bound, refused)
                if name is not None:
                    self._approach(flow, name, bound, refused)

    def _signs(self, flow: Flow) -> dict[Name, int]:
        """The proven sign of everything in a signed power; 0 for what rests, and for what is being left."""
        values = flow.quantities(flow.names, self.now, self._balls(), BallArithmetic())
        signs = {}
        for name, value in values.items():
            if name in self.resting or name in self.leaving:
                signs[name] = 0
            elif value.contains(0) or not value.is_finite():
                raise Stopped(f"the sign of {describe(name)} at t = {self.now.str(15)} is undecided")
            else:
                signs[name] = 1 if value > 0 else -1
        return signs

    def _small(self, flow: Flow) -> int:
        """How many bits below 1 the smallest g_k is that never vanishes."""
        if flow.r == 1 or not flow.never_zero:
            return 0
        names: list[Name] = [("gradient", k, 0) for k in flow.never_zero]
        values = flow.quantities(names, self.now, self._balls(), BallArithmetic()).values()
        found = max(0, *(-magnitude(v) for v in values))
        return found if found < SMALLEST else 0

    def _balls(self) -> list[arb]:
        return self.state.balls()

    def _run_in_time(self, flow: Flow, bound: arb, refused: dict[Name, arb]) -> Name | None:
        """Steps in time to `bound`, or until a zero is near: its name."""
        if self._settle(flow, bound, self.state, self.now, (), None):
            return None
        field = TimeField(flow, self._signs(flow))
        stepper = Stepper(field, self.now, self._begun(flow), self.precision, self._small(flow))
        self.underway = lambda: self._close(stepper.steps, stepper.time)
        kind = OwnWatch if flow.r == 1 else Watch
        watch = kind(field, self.events, exact_start.zeros(flow, flow.regular_names) if self.now == 0 else ())
        watch.noted = lambda name, time: self._doubt(flow, [name], f"near t = {time.str(10)}")
        near, linear = None, isinstance(self.problem.objective, Linear)
        pace, wait, waited, short, sliding = bound, PATIENCE, 0, 0, 0
        while not stepper.time >= bound:
            waited = waited + 1 if pace * FEW < bound - stepper.time else 0
            trying = waited >= wait and stepper.stiff(pace)
            step = stepper.leap(bound, pace) if trying else None
            if trying:
                waited, wait = (wait, PATIENCE) if step is not None else (0, wait * 2)
            leapt = step is not None
            if step is None:
                step = stepper.advance(bound)
            if step is not None and not leapt:
                self.longest, pace = self.longest.max(step.duration), step.duration
            shrunk = step is not None and not linear and pace < self.longest * SHRINKAGE
            coming = self.ahead < pace * COMING
            short = short + 1 if shrunk and not leapt and not coming else 0
            if step is None or (short > SHORT and not stepper.time >= bound):
                self._close(stepper.steps, stepper.time, stepper.now)
                raise Stopped(SHRUNK.format(self.now.str(15)))
            endless = not (linear or coming) and step.duration * TOO_MANY < bound - stepper.time
            if endless and len(stepper.steps) % MANY == 0:
                self._close(stepper.steps, stepper.time, stepper.now)
                raise Stopped(f"from t = {self.now.str(15)} on {TOO_MANY} steps like the last would not reach the end")
            watch.look(step, bound)
            if self._settle(flow, bound, step.end, stepper.time, stepper.steps, field):
                return None
            blow_up = blow_up_time(flow, step.end, stepper.time, bound, self.precision)
            if blow_up is not None:
                self._close(stepper.steps, stepper.time, stepper.now)
                self.events.append(Event("blow-up", *blow_up))
                raise Stopped(f"blow-up: coordinate {blow_up[1]} leaves every bound at t = {blow_up[0].str(20)}")
            if waited and len(stepper.steps) >= sliding and not stepper.time >= bound:
                if self._slide(flow, bound, stepper, field):
                    return None
                sliding = len(stepper.steps) + PATIENCE
            near = self._near(flow, step.end, stepper.time, pace, refused)
            if near is not None:
                break
        over = stepper.time >= bound
        self._close(stepper.steps, bound if over else stepper.time, None if over else stepper.now)
        return near

    def _slide(self, flow: Flow, bound: arb, stepper: Stepper, field: TimeField) -> bool:
        """Files these steps and goes on with g_k that are too small to matter, if there are any and that leads on."""
        k = Slide.candidate(flow, stepper.now.balls(), self.delta)
        if k is None:
            return False
        before = dict(self.__dict__)
        self.pieces, self.events, self.unseen = list(self.pieces), list(self.events), dict(self.unseen)
        self.doubts = {when: list(names) for when, names in self.doubts.items()}
        try:
            slide: Slide | None = Slide(flow, field.signs, (k,), stepper.time, stepper.now, self.delta, self.precision)
            self._close(stepper.steps, stepper.time, stepper.now)
            while slide is not None:
                slide = self._slid(flow, bound, slide)
        except OutsideDomain:  # it leads nowhere
            self.__dict__.update(before)
            return False
        self.sharp = self.sharp and all(v.rad() < self.delta for v in stepper.now.balls())
        return True

    def _slid(self, flow: Flow, bound: arb, slide: Slide) -> Slide | None:
        """Files what the slide does; then another one with more g_k held or beyond the zero of a weight, or None.

        Raises OutsideDomain where it does not lead on.
        """
        began, longest, refused = slide.stepper.time, arb(0), dict[Name, arb]()
        larger: Slide | None = None
        pivot: Stepper | None = None
        group: list[Name] = []
        while not slide.stepper.time >= bound and not slide.leaving():
            step = slide.advance(slide.goal(bound))
            if step is None or (slide.stepper.time < bound and step.duration < longest * SHRINKAGE):
                break
            longest = longest.max(step.duration)
            if self._rests(flow, slide, bound):
                break
            if (larger := self._larger(flow, slide)) is not None:
                break
            near = self._near(slide.flow, slide.stepper.now, slide.stepper.time, step.duration, refused)
            if near is not None and near[0] == "weight" and near[1] not in slide.flow.held:
                group = self._group(flow, near)
                if (pivot := slide.to_zero(group, bound)) is not None:
                    break
        time, steps = slide.stepper.time, slide.stepper.steps
        done = time >= bound
        settled = not done and self._rests(flow, slide, bound)
        on = done or settled or larger is not None or pivot is not None
        g = None if on else slide.followed()
        if not steps or not (on or g is not None):
            raise OutsideDomain("g_k is lost")
        end = slide.state() if g is None else slide.end(g)
        self._close([bent(step, slide.flow) for step in steps], bound if done else time)
        for k in slide.flow.held:
            self.unseen.setdefault(("gradient", k, 0), began)
        self._doubt(flow, [("gradient", k, 0) for k in slide.flow.held], f"from t = {began.str(10)} on")
        if not done:
            self.state, self.carried = end, None
        if settled:
            self._settle(flow, bound, end, time, (), None)
        return larger if pivot is None else self._through(flow, bound, slide, pivot, group)

    def _larger(self, flow: Flow, slide: Slide) -> Slide | None:
        """A slide that holds one more g_k, where that is small and stays so."""
        balls, now = slide.stepper.now.balls(), slide.stepper.time
        small = [k for k in slide.flow.free if abs(balls[flow.size + k]) < self.delta * WIDER]
        if not small:
            return None
        held = (*slide.flow.held, small[0])
        state = slide.state()
        delta = several(flow, held, state, self.delta)
        return None if delta is None else Slide(flow, slide.signs, held, now, state, delta, self.precision)

    def _through(self, flow: Flow, bound: arb, slide: Slide, pivot: Stepper, group: list[Name]) -> Slide | None:
        """Files the steps to the zero of weights; then the slide beyond, where it is one weight."""
        assert isinstance(pivot.field, PivotField)
        last, goal = pivot.steps[-1], pivot.field.start
        reached = pivot.time >= goal
        tau = within((goal - last.start) * arb(2) ** last.scale, last.length) if reached else last.length
        pivot.steps = [bent(step, slide.flow) for step in pivot.steps]
        if tau is None or not self._close_pivot(pivot, pivot.steps[-1], tau, bound) or not reached:
            return None
        self._arrived(flow, group, False)
        (name,), self.leaving = group, []
        signs = dict(slide.signs) | {name: 0}
        signs[name] = self._side(slide.flow, signs, name)
        held, delta, weight = slide.flow.held, slide.delta, name[1] * flow.depth + name[2]
        whole = around(last, tau, [weight])  # of v, which is y in this component
        beyond = Slide(flow, signs, held, self.now, self.state, delta, self.precision, whole)
        away = beyond.from_zero(name, bound, LEAVING)
        if not away.steps:
            raise OutsideDomain("the weight is not seen to leave")
        away.steps = [bent(step, slide.flow) for step in away.steps]
        if not self._close_pivot(away, away.steps[-1], away.steps[-1].length, bound):
            return None
        return Slide(flow, signs, held, self.now, self.state, delta, self.precision, away.now)

    def _enough(self, bound: arb) -> arb:
        """How far a weight may go in what is left of the run, so that the digits asked for are known."""
        return arb(0) if bound < ball(self.problem.until) else self.delta

    def _rests(self, flow: Flow, slide: Slide, bound: arb) -> bool:
        now = slide.stepper.time
        return rest(flow, slide.state(), now, bound, self.precision, self._enough(bound)) is not None

    def _settle(
        self, flow: Flow, bound: arb, state: Enclosure, time: arb, steps: Sequence[Step], field: TimeField | None
    ) -> bool:
        """Ends the run to `bound` at once where nothing moves any more: one step of a constant."""
        if time >= bound:
            return False
        last = rest(flow, state, time, bound, self.precision, self._enough(bound))
        if last is None and flow.alpha and field is not None:
            last = trapped(field, state, time, bound, self.precision)
        if last is None:
            return False
        if steps:
            self._close(list(steps), time)
        self.pieces.append(Piece(self.now, bound, (last,)))
        ends = last.end.center[: self.size]
        values = flow.quantities(flow.regular_names, bound, ends, BallArithmetic())
        self._doubt(flow, [name for name, v in values.items() if v.contains(0)], f"from t = {self.now.str(10)} on")
        self.state, self.now = replace(last.end, center=last.end.center[: self.size]), bound
        self.carried = None
        return True

    def _doubt(self, flow: Flow, names: Sequence[Name], when: str) -> None:
        """Notes of what it is not known whether it crosses zero, the first time for each."""
        kept = self._kept(flow) if names else set()
        for name in names:
            if name not in kept and not any(name in known for known in self.doubts.values()):
                self.doubts.setdefault(when, []).append(name)

    def _kept(self, flow: Flow) -> set[Name]:
        """What rests at 0, or is known not to cross it on the way to where everything rests."""
        vanishing = exact_start.zeros(flow, flow.regular_names)
        if not self.problem.decay.absent:  # a g_k that vanishes at the start need not do so later
            vanishing = [name for name in vanishing if name[0] == "weight"]
        kept = self.resting | exact_start.at_rest(flow, vanishing) | {("gradient", k, 0) for k in flow.never_zero}
        if flow.n == 1:  # alone, x runs to the minimiser: g keeps its sign, and x crosses 0 at most once
            kept.add(("gradient", 0, 0))
            if self.problem.decay.absent and not crosses(flow, self.events):
                kept.update(name for name in flow.regular_names if name[0] == "weight")
        return kept

    def _close(self, steps: list, end: arb, reached: Enclosure | None = None) -> None:
        """Files the steps in time as a piece that ends at `end`, and moves there.

        `reached`: the state at the end of the last step, if that is the end: it does not depend on how well the time is
        known.
        """
        self.underway = None
        if not steps:
            return
        piece = Piece(self.now, end, tuple(steps))
        self.pieces.append(piece)
        last = piece.at(end)
        if last is None:
            raise Stopped(SHRUNK.format(self.now.str(15)))
        known = last if reached is None or self.problem.q == 2 else reached
        self.state, self.now = Enclosure(tuple(known.balls()[: self.width]), arb(0), known.passive), end
        self.carried = reached

    def _begun(self, flow: Flow, *clock: arb) -> Enclosure:
        """Where steps from now on begin: the enclosure with which the last ones ended, if that is known and says more
        than a ball for every component."""
        apart = apportioned(flow, (*flow.extend(self._balls()), *clock), self.state.passive)
        whole = self.carried
        if flow.r == 1 or whole is None or len(whole.center) < flow.width or not whole.radius > 0:
            return apart
        scales = (whole.scales or (0,) * len(whole.center))[: flow.width]
        scales = (*scales, *(min(scales) for _ in clock))  # as in `apportioned`
        whole = Enclosure((*whole.center[: flow.width], *clock), whole.radius, self.state.passive, scales)
        sizes = [sum(magnitude(v.rad()) for v in found.balls()[: flow.width]) for found in (apart, whole)]
        return apart if sizes[0] < sizes[1] else whole

    def _near(self, flow: Flow, state: Enclosure, time: arb, pace: arb, refused: dict[Name, arb]) -> Name | None:
        """The quantity predicted to vanish first, if that is within some steps. A guess: nothing rests on it."""
        names = [name for name in flow.names if name not in self.resting]
        if not names:
            return None
        with bits(COARSE):
            arithmetic, center = BallArithmetic(), [c.mid() for c in state.center]
            rough = {}
            values = flow.quantities(flow.names, time, center, arithmetic)
            for name, value in values.items():
                rough[name] = 0 if name in self.resting else 1 if value > 0 else -1
            try:
                speeds, _ = flow.motion(time, center, arithmetic, signed_power(flow.r, rough, arithmetic))
            except OutsideDomain:
                return None
            moving = [Dual(w, v) for w, v in zip(center, speeds, strict=True)]
            found, soonest = None, arb(0)
            waits, self.ahead = [], arb.pos_inf()  # of the gradient components
            for name, v in flow.quantities(names, Dual(time, arb(1)), moving, DualArithmetic(arithmetic)).items():
                group = self._group(flow, name)
                if name != group[0] or not (v.value * v.slope < 0):
                    continue
                if flow.pulled_to_zero and not self._leads(flow, name, center):
                    continue
                c = flow.r * self._order(flow, name, len(group))
                if c >= 1:
                    continue
                scale = abs(v.value / v.slope)  # of a zero of high order steps see no more than this
                wait = scale / (1 - ball(c))
                self.ahead = self.ahead.min(wait.mid())
                if name[0] == "gradient":
                    waits.append(wait)
                    if self._held(flow, name[1], center, speeds, v.slope):
                        continue
                near = NEAR if not c else FELT if name[0] == "weight" else ARRIVING
                late = not scale < pace * near or (name in refused and wait * (SOON if c else AGAIN) > refused[name])
                if not late and (found is None or wait < soonest):
                    found, soonest = name, wait
            together = len(waits) == flow.n > 1 and all(wait < soonest * TOGETHER for wait in waits)
            if found is not None and found[0] == "gradient" and together:
                return None
            if found is not None:
                refused[found] = soonest
            return found

    def _held(self, flow: Flow, k: int, center: Sequence[arb], speeds: Sequence[arb], slope: arb) -> bool:
        """Whether g_k follows what the other coordinates hold it at: what it adds to dg_k/dt, with its multiples, is
        nearly balanced."""
        own = [v if flow.multiples[i // flow.depth][0] == k else arb(0) for i, v in enumerate(speeds[: flow.size])]
        return bool(abs(slope) < abs(flow.gradient_speeds(center[: flow.size], own, BallArithmetic())[k]) * HELD)

    def _order(self, flow: Flow, name: Name, tied: int) -> int:
        """dv/dt = O(v^{r times this}) as v goes to 0 with the `tied` that vanish together."""
        if name[0] == "gradient":
            return int(self._lone(flow, name))
        return 2 * tied - 1 if flow.pulled_to_zero else tied - 1

    def _leads(self, flow: Flow, name: Name, center: Sequence[arb]) -> bool:
        """Whether it is one of the smallest weights, with which all that g = H x pulls to 0 arrives."""
        return name[0] == "weight" and not any(abs(w) < abs(center[name[2]]) for w in center[: flow.size])

    def _group(self, flow: Flow, name: Name) -> list[Name]:
        """What vanishes together with the quantity."""
        if name[0] == "weight":
            return self.ties[name]
        if name[0] == "gradient":
            first, _ = flow.multiples[name[1]]
            return [("gradient", k, 0) for k, (j, _) in enumerate(flow.multiples) if j == first]
        return [name]

    def _lone(self, flow: Flow, name: Name) -> bool:
        return name[0] == "gradient" and bool(flow.shares)

    def _approach(self, flow: Flow, name: Name, bound: arb, refused: dict[Name, arb]) -> None:
        """In sigma to the zero of `name`, unless the time bound comes first or the zero is not reached."""
        signs = self._signs(flow)
        value = flow.quantity(name, self.now, self._balls(), BallArithmetic())
        goal = abs(value).root(flow.r.denominator)
        group, lone = self._group(flow, name), self._lone(flow, name)
        stepper = self._pivot_stepper(PivotField(flow, signs, group, goal, -1, lone), bound)
        longest = arb(0)
        while not stepper.time >= goal:
            way = goal - stepper.time
            step = stepper.advance(goal)
            if step is not None and flow.coupled and unwatched(flow, step):
                self.underway = None
                return
            if step is None or stepper.now.center[-1] > bound or step.duration * SLOW < way:
                break
            longest = longest.max(step.duration)
            if name[0] == "gradient" and not lone and step.duration * SHORTER < longest:  # like the way: not regular
                break
        ended = bool(stepper.steps) and stepper.now.center[-1] > bound
        if not (stepper.time >= goal or ended):  # not reached: in time the same way costs the radius less
            self.underway = None
            return
        last = stepper.steps[-1]
        if not stepper.time >= goal:
            self._close_pivot(stepper, last, last.length, bound)
            return
        tau = within((goal - last.start) * arb(2) ** last.scale, last.length)
        if tau is None or not self._close_pivot(stepper, last, tau, bound):
            return
        refused.clear()
        self._arrived(flow, group, lone)

    def _pivot_stepper(self, field: PivotField, bound: arb) -> Stepper:
        stepper = Stepper(field, arb(0), self._begun(field.flow, self.now), self.precision)

        def file() -> None:
            if stepper.steps:
                self._close_pivot(stepper, stepper.steps[-1], stepper.steps[-1].length, bound)

        self.underway = file
        return stepper

    def _close_pivot(self, stepper: Stepper, last, tau: arb, bound: arb) -> bool:
        """Files steps in sigma that end at tau of the last one; False if they end at the time bound before that."""
        self.underway = None
        end = state_at(last, tau)
        time = end.center[-1]
        inside = not time >= bound
        if inside and not time < bound:
            raise Stopped(f"an event at t = {time.str(15)} cannot be told from the end of this piece")
        piece = Piece(self.now, time if inside else bound, tuple(stepper.steps), len(end.center) - 1, tau)
        if not inside:
            reached = piece.at(bound)
            if reached is None:
                raise Stopped(SHRUNK.format(self.now.str(15)))
            end, time = reached, bound
        self.pieces.append(piece)
        self.state = Enclosure(tuple(end.balls()[: self.width]), arb(0), end.passive)
        self.now = time
        self.carried = around(last, tau) if inside and not isinstance(stepper.field, HeldPivotField) else None
        return inside

    def _arrived(self, flow: Flow, group: list[Name], lone: bool) -> None:
        """Records the event at which the group vanished and says how it goes on."""
        kind, k, _ = group[0]
        if kind == "pull":
            self._switch(group[0])
        if kind == "gradient":
            kind = "arrival" if lone else "gradient-zero"
            self.events += [Event(kind, self.now, name[1] + 1) for name in group]
        else:
            self.events += [Event("weight-zero", self.now, k + 1, name[2] + 1) for name in group]
        if kind == "weight" and flow.pulled_to_zero:
            self.events.append(Event("arrival", self.now, k + 1))
            self.resting.update([*group, ("gradient", k, 0)])
        elif lone:
            self.resting.update(group)
        elif len(group) > 1 and group[0][0] == "weight":
            self.events.append(Event("saddle", self.now, k + 1))
            raise Stopped(
                f"{len(group)} weights of coordinate {k + 1} reach 0 together: a saddle, from which the solution is not"
                " unique"
            )
        else:
            self.leaving = list(group)

    def _switch(self, name: Name) -> None:
        self.events.append(Event("coupled-switch", self.now, name[1] + 1, name[2] + 1))
        raise Stopped(f"{describe(name)} vanishes: beyond it the signed power is not followed")

    def _leave(self, flow: Flow, bound: arb) -> None:
        """Away from what is 0 now, one quantity and its multiples, on the side to which the flow pushes it."""
        name, *others = group = self._group(flow, self.leaving[0])
        if set(group) != set(self.leaving):
            raise Stopped("several quantities vanish at once: " + ", ".join(map(describe, self.leaving)))
        signs = self._signs(flow)
        side = self._side(flow, signs, name)
        signs |= {name: side} | {other: side if flow.multiples[other[1]][1] > 0 else -side for other in others}
        stepper = self._pivot_stepper(PivotField(flow, signs, group, arb(0), 1), bound)
        for _ in range(LEAVING):
            if stepper.advance(arb(1)) is None or stepper.now.center[-1] > bound:
                break
        if not stepper.steps:
            raise Stopped(SHRUNK.format(self.now.str(15)))
        self.leaving = []
        last = stepper.steps[-1]
        self._close_pivot(stepper, last, last.length, bound)

    def _side(self, flow: Flow, signs: Mapping[Name, int], name: Name) -> int:
        """The sign that the quantity, 0 now, takes."""
        arithmetic = BallArithmetic()
        state = flow.extend(self._balls())
        speeds, _ = flow.motion(self.now, state, arithmetic, signed_power(flow.r, signs, arithmetic))
        moving = [Dual(w, v) for w, v in zip(state, speeds, strict=True)]
        velocity = flow.quantity(name, Dual(self.now, arb(1)), moving, DualArithmetic(arithmetic)).slope
        if velocity.contains(0) or not velocity.is_finite():
            raise Stopped(f"{describe(name)} is 0 at t = {self.now.str(15)} and not seen to leave it")
        return 1 if velocity > 0 else -1


def apportioned(flow: Flow, balls: Sequence[arb], passive: tuple[arb, ...]) -> Enclosure:
    """The balls as an enclosure; at q < 2 with scales, in which their radii are nearly one: what is known best keeps
    its digits."""
    radii = [v.rad() for v in balls]
    if flow.r == 1 or not any(r > 0 for r in radii):
        return Enclosure(tuple(balls), arb(0), passive)
    for clock in range(flow.width, len(balls)):  # the time of an event is known no better than what vanishes there
        radii[clock] = max(radii)
    best = min(magnitude(r) for r in radii if r > 0)
    scales = tuple(max(-UNLIKE, best - magnitude(r)) if r > 0 else 0 for r in radii)
    radius = norm([v.rad() * arb(2) ** s for v, s in zip(balls, scales, strict=True)])
    return Enclosure(tuple(v.mid() for v in balls), radius, passive, scales)


def around(step: Step, tau: arb, known: Sequence[int] | None = None) -> Enclosure:
    """As `state_at`, with one radius for all: |(2^{s_i} (y - p)_i)|_2 <= b on the whole step, slack_i = 2^{-s_i} b in
    the components `known`, where the field hides nothing: all of them, if it is not said."""
    scales = step.end.scales or (0,) * len(step.core)
    radius = arb(0)
    for i in range(len(scales)) if known is None else known:
        radius = radius.max(step.slack[i] * arb(2) ** scales[i]).upper()
    return Enclosure(tuple(evaluate(p, tau) for p in step.core), radius, (), scales)


def unwatched(flow: Flow, step: Step) -> bool:
    """Whether a weight or g_k may vanish on a step towards the zero of a pull: such zeros are looked for in time."""
    names = [name for name in flow.regular_names if name[0] == "weight" or name[1] not in flow.never_zero]
    match flow.problem.objective:
        case Linear(gradient):  # where g_k = 0 a pull vanishes with its weight
            names = [name for name in names if name[0] == "weight" and gradient[name[1]]]
    span = arb(0).union(step.length)
    y = [evaluate(p, span) + arb(0, slack) for p, slack in zip(step.core, step.slack, strict=True)]
    return any(v.contains(0) for v in flow.quantities(names, y[-1], y[:-1], BallArithmetic()).values())


def crosses(flow: Flow, events: Sequence[Event]) -> bool:
    """Whether x_1, alone and without decay, may still have to cross 0 towards its minimiser."""
    goal = minimiser(flow)
    if goal is None:
        return True
    x = ball(prod(flow.problem.weights[0], start=Fraction(1)))
    return not (goal * x >= 0 or any(event.kind == "weight-zero" for event in events))


def describe(name: Name) -> str:
    """The quantity in words, counted from 1."""
    kind, k, i = name
    words = {"gradient": f"g_{k + 1}", "weight": f"w_{k + 1},{i + 1}"}
    return words.get(kind, f"dF/dw + alpha w of weight {i + 1} in coordinate {k + 1}")
