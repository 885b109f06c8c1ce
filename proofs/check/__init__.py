"""A user's own claims: `claim(table)` or `read(text)` makes them, `judge(claim)` gives the verdict.

>>> from proofs.check import claim, judge
>>> judge(claim({"id": "onto", "property": "onto", "condition": "m <= 1"})).verdict
'proved'
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .claims import EqualityClaim, InvariantClaim, PropertyClaim, UserClaim, Verdict
from .engine import TIMEOUT, judge_all
from .reader import Malformed, claim, read

__all__ = ["EqualityClaim", "InvariantClaim", "Malformed", "PropertyClaim", "UserClaim", "Verdict", "claim", "judge", "judge_all", "read"]


def judge(stated: UserClaim | Mapping[str, Any], timeout: float = TIMEOUT) -> Verdict:
    """The verdict on a claim, given as one or as its table in a file. Errors: Malformed."""
    return judge_all([claim(stated) if isinstance(stated, Mapping) else stated], timeout)[0]
