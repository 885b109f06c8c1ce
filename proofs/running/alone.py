"""One claim judged in a process of its own, and what is called proved replayed in a further one: the process that asks
has loaded no file of theorems."""

from __future__ import annotations

import time
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Any

from ..judging.reviews import REVIEWS
from ..verdict import ANSWERED, UNDECIDED, Evidence, Verdict
from . import pool, verdict_cache
from .confirming import confirmed
from .received import REVIEW, verdict_on

REVIEWED = {f"{REVIEW}{review.number}": review.on_claims for review in REVIEWS}


def judged(name: str, digits: int, fresh: bool, unobserved: Collection[str] = ()) -> tuple[Verdict, float, bool]:
    """The verdict on one claim, the seconds it took, and whether its observations were left to an earlier run.

    It runs in a process of the pool: the files of theorems are loaded there, never in the process that prints. What it
    calls proved is a draft: `confirmed` checks the derivation, in a process of its own. A claim of `unobserved` is
    judged by its proof alone.
    """
    from ..catalogue import claim
    from ..judging.formal import drafted
    from ..judging.judge import judge

    started = time.perf_counter()
    known = claim(name)
    left = name not in unobserved and not fresh and verdict_cache.observed(name, digits)
    found = judge(replace(known, observe=()) if left or name in unobserved else known, digits, drafted)
    return found, time.perf_counter() - started, left


def judged_alone(name: str, digits: int, *, observed: bool = True) -> Verdict:
    """The verdict on one claim, with its observations or the argument alone.

    Errors: RuntimeError where judging it met an internal error.
    """
    unobserved = [*under([name]), *([] if observed else [name])]
    work = partial(judged, digits=digits, fresh=True, unobserved=unobserved)
    drafts = drafted_by(work, [name], pool.processors(), lambda name, told: None, lambda running: None)
    if drafts.interrupted:
        raise KeyboardInterrupt
    if fault := drafts.faults.get(name):
        raise RuntimeError(f"judging met an internal error: {fault!r}") from fault
    return answered(confirmed(drafts.found))[0]


@dataclass
class Drafts:
    """Verdicts that are still to be confirmed, those asked for first; the internal errors; whether Ctrl-C ended it."""

    found: list[Verdict]
    faults: dict[str, BaseException]
    interrupted: bool = False


def drafted_by(
    work: Callable[[str], Any],
    ids: Sequence[str],
    jobs: int,
    tell: Callable[[str, tuple[Verdict, float, bool] | None], None],
    tick: Callable[[Sequence[str]], None],
) -> Drafts:
    """The drafts of these claims, and of those that answers among them rest on as far as they are known.

    tell(name, verdict with its seconds and whether its observations were left out) is called for each of `ids` when it
    is there, with None where there is an internal error.
    """
    rest = under(ids)
    known: dict[str, Verdict] = {}
    held = Drafts([], {})

    def done(name: str, result: Any) -> None:
        told = None
        try:
            told = verdict_on(name, result)
            known[name] = told[0]
        except Exception as error:
            held.faults[name] = error
        if name not in rest:
            tell(name, told)

    try:
        pool.run(work, [*ids, *rest], jobs, done, tick)
    except KeyboardInterrupt:
        held.interrupted = True
    held.found = [known[name] for name in (*ids, *rest) if name in known]
    held.faults = {name: fault for name, fault in held.faults.items() if name not in rest}
    return held


def under(names: Sequence[str]) -> list[str]:
    """The claims, not among these, that the answers to the reviewers' questions among these rest on."""
    return sorted({on for name in names for on in REVIEWED.get(name, {})} - set(names))


def answered(found: Sequence[Verdict], *, interrupted: bool = False) -> list[Verdict]:
    """The verdicts; a reviewer's question stays `answered` only where every claim under its answer is among them, with
    the verdict that the answer needs. Where the work was interrupted a question that waits for one is left out."""
    known = {v.id: v.verdict for v in found}
    needs = {v.id: REVIEWED[v.id] for v in found if v.verdict == ANSWERED}
    told = [v for v in found if not interrupted or needs.get(v.id, {}).keys() <= known.keys()]
    return [_resting(v, needs.get(v.id, {}), known) for v in told]


def _resting(v: Verdict, need: Mapping[str, str], known: Mapping[str, str]) -> Verdict:
    odd = [f"{name} is {known.get(name, UNDECIDED)}" for name, wanted in need.items() if known.get(name) != wanted]
    if not odd:
        return v
    return replace(v, verdict=UNDECIDED, evidence=(*v.evidence, Evidence("symbolic", False, f"it rests on {odd[0]}")))


def sources() -> dict[str, str]:
    """Where every claim is stated."""
    from ..catalogue import FILES

    return dict(zip(FILES, once(_sources, tuple(FILES)), strict=True))


def _sources(names: tuple[str, ...]) -> list[str]:
    from ..catalogue import claim

    return [claim(name).source for name in names]


@cache
def once(work: Any, names: tuple[str, ...]) -> Any:
    """work(names) in a process of its own, kept: what claims state is the same as long as this program runs."""
    return alone(work, names)


def matters(name: str) -> str:
    """What the claim of this ID is good for, read in another process."""
    return str(alone(_matters, name))


def _matters(name: str) -> str:
    from ..catalogue import claim

    return claim(name).matters


def alone(work: Any, key: Any) -> Any:
    """work(key) in a process of its own. Errors: RuntimeError where it met an internal error."""
    return together(work, [key])[key]


def together(work: Any, keys: Sequence[Any]) -> dict[Any, Any]:
    """work(key) for each key, in other processes. Errors: RuntimeError where the first met an internal error."""
    held: dict[Any, Any] = {}
    pool.run(work, keys, pool.processors(), held.__setitem__, lambda running: None)
    if isinstance(first := held[keys[0]], BaseException):
        raise RuntimeError(f"judging met an internal error: {first!r}") from first
    return held
