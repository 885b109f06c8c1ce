"""A user's own claims: `claim(table)` or `read(text)` makes them, `judge(claim)` gives the verdict.

>>> from proofs.check import claim, judge
>>> judge(claim({"id": "onto", "property": "onto", "condition": "m <= 1"})).verdict
'proved'
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from ..verdict import Verdict
from .claims import EqualityClaim, InvariantClaim, PropertyClaim, UserClaim
from .reader import Malformed, claim, read

__all__ = [
    "EqualityClaim",
    "InvariantClaim",
    "Malformed",
    "PropertyClaim",
    "UserClaim",
    "claim",
    "judge",
    "judge_all",
    "read",
]


TIMEOUT = 20.0


def judge(stated: UserClaim | Mapping[str, Any], timeout: float = TIMEOUT) -> Verdict:
    """The verdict on a claim, given as one or as its table in a file, within `timeout` seconds of processor time.

    Errors: Malformed.
    """
    return judge_all([claim(stated) if isinstance(stated, Mapping) else stated], timeout)[0]


def judge_all(
    stated: Sequence[UserClaim],
    timeout: float = TIMEOUT,
    jobs: int = 1,
    done: Callable[[UserClaim, Verdict, float], None] = lambda claim, verdict, seconds: None,
    tick: Callable[[Sequence[str]], None] = lambda running: None,
) -> list[Verdict]:
    """The verdicts in the order of the claims, `jobs` at once; `done` and `tick` tell of progress.

    Errors: KeyboardInterrupt; no process is left behind.
    """
    from .engine import Engine

    return Engine(stated, timeout, jobs).run(done, tick)
