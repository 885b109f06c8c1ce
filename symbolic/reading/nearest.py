"""The likely word behind a misspelt one."""

from __future__ import annotations

import difflib
from collections.abc import Iterable


def nearest(name: str, known: Iterable[str]) -> str:
    """`did you mean X? ` for the nearest known name, or nothing."""
    match = difflib.get_close_matches(name[:60], list(known), n=1, cutoff=0.5)
    return f"did you mean {match[0]}? " if match else ""
