"""Claims judged in processes that can be killed: a few points, the proof, many points, each with its share of the time.

  refute (until 3/10 of the budget), prove (until 3/4), refute deeply (until the end); the first that decides ends the
  claim.

The time is that of the processor, so that no verdict depends on what else the machine does. A process that overruns,
dies or needs too much memory is replaced; nothing hangs. What a stage needs is loaded once, before the first of them
is forked; the properties that are called proved are replayed together, in one clean process.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from multiprocessing.connection import Connection, wait
from typing import Any

from ..running import pool
from ..verdict import ARGUED, PROVED, REFUTED, SUPPORTED, UNDECIDED, Evidence, Verdict
from . import claims, received
from .claims import Finding, UserClaim

STAGES = (("refute", 0.3), ("prove", 0.75), ("refute deeply", 1.0))
AFTERWARDS = 10.0  # seconds at least for the stages that follow a decision
MOST_WAITING = 20.0  # seconds of the clock for one of the processor: then it waits for something that does not come
MEMORY = 4 << 30
TICK, SHORTEST_TICK = 0.2, 0.01
MOST_STEPS_OF_A_WORKER = 400  # then it is replaced, so that caches do not grow without end


class Engine:
    """Several claims, each with the same time, `jobs` of them at once."""

    def __init__(self, stated: Sequence[UserClaim], timeout: float, jobs: int):
        self.stated = stated
        self.slots = [_Slot(timeout) for _ in range(min(jobs, len(stated)))]

    def run(
        self,
        done: Callable[[UserClaim, Verdict, float], None],
        tick: Callable[[Sequence[str]], None],
    ) -> list[Verdict]:
        """The verdicts in the order of the claims. Errors: KeyboardInterrupt, and SystemExit at a signal to end."""
        with pool.ending_is_an_exception():
            try:
                return self._verdicts(done, tick)
            finally:
                for slot in self.slots:
                    slot.end()

    def _verdicts(
        self,
        done: Callable[[UserClaim, Verdict, float], None],
        tick: Callable[[Sequence[str]], None],
    ) -> list[Verdict]:
        from . import attempt  # noqa: F401  (no file of theorems)

        pending = list(reversed(range(len(self.stated))))
        verdicts: dict[int, Verdict] = {}
        drafts: list[tuple[int, claims.PropertyClaim, Verdict, float]] = []
        while len(verdicts) + len(drafts) < len(self.stated):
            for slot in self.slots:
                if slot.claim is None and pending:
                    slot.index = pending.pop()
                    slot.begin(self.stated[slot.index])
            busy = [slot for slot in self.slots if slot.claim is not None]
            _await(busy)
            for slot in busy:
                if slot.step():
                    claim, verdict = slot.finished()
                    seconds = time.monotonic() - slot.started
                    if isinstance(claim, claims.PropertyClaim) and verdict.verdict == PROVED:
                        drafts.append((slot.index, claim, verdict, seconds))
                        continue
                    verdicts[slot.index] = verdict
                    done(claim, verdict, seconds)
            tick([slot.claim.id for slot in self.slots if slot.claim is not None])
        found = _confirmed([(claim, verdict) for _, claim, verdict, _ in drafts], len(self.slots))
        for (index, claim, _, seconds), verdict in zip(drafts, found, strict=True):
            verdicts[index] = verdict
            done(claim, verdict, seconds)
        return [verdicts[index] for index in range(len(self.stated))]


def _await(busy: Iterable[_Slot]) -> None:
    connections = [slot.connection for slot in busy if slot.connection is not None]
    left = min((slot.left() for slot in busy), default=0.0)
    wait(connections, max(SHORTEST_TICK, min(TICK, left)))


def _spent(process: Any) -> float:
    """Seconds of processor time that a process has used; of the clock where the system does not tell."""
    if not sys.platform.startswith("linux"):
        return time.monotonic()
    try:
        return time.clock_gettime(~process.pid << 3 | 2)  # the clock of a process: man clock_getcpuclockid
    except OSError:  # it has ended
        return 0.0


@dataclass
class _Slot:
    """One process and the claim it works on."""

    timeout: float
    process: Any = None
    connection: Connection | None = None
    index: int = 0
    claim: UserClaim | None = None
    stage: str = ""
    started: float = 0.0  # by the clock
    share: float = 0.0  # of processor time, for this stage
    used: float = 0.0  # of it, in the stages before
    since: tuple[float, float] = (0.0, 0.0)  # the clock and the process's time at which this stage began
    served: int = 0
    findings: dict[str, Finding] = field(default_factory=dict)

    def begin(self, claim: UserClaim) -> None:
        """Start on a claim."""
        self.claim, self.findings = claim, {}
        self.started, self.used = time.monotonic(), 0.0
        self._send("refute")

    def left(self) -> float:
        """Seconds of processor time that this stage still has."""
        clock, own = self.since
        waited = (time.monotonic() - clock) / MOST_WAITING
        return self.share - max(_spent(self.process) - own, waited)

    def step(self) -> bool:
        """Take what has arrived or time out; True when the claim is finished."""
        assert self.connection is not None
        finding, reason = None, ""
        try:
            if self.connection.poll():
                finding = received.finding(self.connection.recv_bytes(), self.stage)
            elif self.left() > 0 and self.process.is_alive():
                return False
        except (EOFError, OSError):
            pass
        except Exception as error:  # whatever a pickle meets
            reason = f"the process sent {error}"
        if finding is None:
            over = self.left() <= 0
            reason = reason or ("the time is out" if over else "the process ended (out of memory?)")
            self.used += self.share if over else 0.0
            self.end()
            finding = _nothing(self.stage, f"{self.stage}: {reason}")
        if self.process is not None:
            self.used += _spent(self.process) - self.since[1]
        self.findings[self.stage] = finding
        following = self._following(finding)
        if following is None:
            return True
        self._send(following)
        return False

    def _following(self, finding: Finding) -> str | None:
        if finding.verdict == REFUTED:
            return "derive"
        if isinstance(self.claim, claims.PropertyClaim):  # the derivation first: the steps say no more than it does
            following = {"refute": "bind", "bind": "prove" if finding.derivation is None else None}
            return following.get(self.stage)
        if self.stage in ("derive", "bind", "refute deeply"):
            return None
        if finding.verdict == PROVED:
            return "bind"
        names = [name for name, _ in STAGES]
        return names[names.index(self.stage) + 1]

    def _send(self, stage: str) -> None:
        self.stage = stage
        share = dict(STAGES).get(stage)
        own = max(AFTERWARDS, self.timeout / 2)
        self.share = own if share is None else share * self.timeout - self.used
        if self.connection is None or self.served >= MOST_STEPS_OF_A_WORKER:
            self._fork()
        self.since = time.monotonic(), _spent(self.process)
        self.served += 1
        assert self.connection is not None
        with contextlib.suppress(OSError):
            self.connection.send((self.claim, stage))

    def _fork(self) -> None:
        self.end()
        kind = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
        context: Any = multiprocessing.get_context(kind)
        self.connection, theirs = context.Pipe()
        pool.OURS.add(self.connection)
        self.process = context.Process(target=_work, args=(theirs,), daemon=True)
        self.process.start()
        theirs.close()
        self.served = 0

    def end(self) -> None:
        """No process is left behind."""
        if self.process is not None:
            self.process.kill()
            self.process.join()
        if self.connection is not None:
            pool.OURS.discard(self.connection)
            self.connection.close()
        self.process = self.connection = None

    def finished(self) -> tuple[UserClaim, Verdict]:
        """The claim and its verdict; the process is free again."""
        assert self.claim is not None
        claim, self.claim = self.claim, None
        if isinstance(claim, claims.PropertyClaim):
            self.end()  # it has loaded files of theorems: no other claim is judged where they were
        return claim, self._verdict(claim)

    def _verdict(self, claim: UserClaim) -> Verdict:
        derived = self.findings.pop("derive", Finding(UNDECIDED)).remark
        bound = self.findings.pop("bind", Finding(UNDECIDED))  # of a claim that the steps carry
        found = list(self.findings.values())
        decisive = next((f for f in found if f.verdict in (PROVED, REFUTED)), None)
        if decisive is None:
            outcome = SUPPORTED if any(f.verdict == SUPPORTED for f in found) else UNDECIDED
        else:
            outcome = decisive.verdict
        evidence = decisive.evidence if outcome == REFUTED and decisive else tuple(e for f in found for e in f.evidence)
        remarks = [f.remark for f in (*found, bound) if f.remark and f.verdict != REFUTED]
        if bound.derivation is not None:
            outcome, evidence = PROVED, (*bound.evidence, *evidence)
        elif outcome == PROVED:
            outcome = ARGUED  # the steps are checked, their inference is not
        return Verdict(
            id=claim.id,
            title=claims.title(claim),
            statement=claims.statement(claim),
            verdict=outcome,
            evidence=evidence,
            witness=decisive.witness if decisive else None,
            scope=claims.scope(claim, tuple(dict.fromkeys(h for f in found for h in f.holes))),
            remark=" ".join(dict.fromkeys(remarks)),
            hypotheses=bound.hypotheses,
            derived=derived if outcome == REFUTED else "",
            steps=bound.steps or next((f.steps for f in found if f.steps), ()),
            derivation=bound.derivation,
        )


def _confirmed(drafts: Sequence[tuple[claims.PropertyClaim, Verdict]], jobs: int) -> list[Verdict]:
    """A property is called proved where the steps derive what it says here, in a process without files of theorems."""
    if not drafts:
        return []
    from ..running.confirming import confirmed

    own = [_own(claim, verdict) for claim, verdict in drafts]
    return [_as_stated(found, draft) for found, draft in zip(confirmed(own, jobs), own, strict=True)]


def _own(claim: claims.PropertyClaim, draft: Verdict) -> Verdict:
    """The draft, its steps and scope under what the claim says in this process; undecided where it has no form."""
    from ...symbolic.errors import Undecided
    from ..judging.recorded import with_steps
    from . import properties
    from .core.binding import not_derived
    from .core.properties import formal

    assert draft.derivation is not None
    try:
        scope = claims.scope(claim, properties.comparison(claim).holes)
        return replace(draft, derivation=with_steps(formal(claim), draft.derivation.get("steps")), scope=scope)
    except (ValueError, Undecided) as reason:  # it has no form in the core
        remark = not_derived(str(reason)).remark
        return replace(draft, verdict=UNDECIDED, evidence=(), steps=(), derivation=None, remark=remark)


def _as_stated(found: Verdict, draft: Verdict) -> Verdict:
    """The verdict under the words of the claim; the statement that was replayed stands beside the evidence."""
    if not found.evidence:
        return found
    first, *others = found.evidence
    said = replace(first, detail=f"{first.detail}: {found.statement}") if found.verdict == PROVED else first
    return replace(found, statement=draft.statement, scope=draft.scope, evidence=(said, *others))


def _work(connection: Connection) -> None:
    """Serve attempts until the pipe closes."""
    pool.set_apart()
    with contextlib.suppress(ImportError, OSError, ValueError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    from ...symbolic.errors import Undecided
    from .attempt import ATTEMPTS

    with contextlib.suppress(EOFError, OSError):
        while True:
            claim, stage = connection.recv()
            try:
                finding = ATTEMPTS[stage](claim)
            except Undecided as error:
                finding = _nothing(stage, str(error))
            except Exception as error:
                finding = _nothing(stage, f"{type(error).__name__} while trying")
            connection.send(finding)


def _nothing(stage: str, reason: str) -> Finding:
    if stage == "bind":
        from .core.binding import not_derived

        return not_derived(reason)
    grade = "certified" if stage.startswith("refute") else "symbolic"
    return Finding(UNDECIDED, (Evidence(grade, False, reason),))
