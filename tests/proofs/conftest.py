"""What no output says: code where words are meant, and one letter for two things."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest

UNWANTED = (
    r"iff (?:true|false|always|never)\b",
    r"\b(?:Eq|Ne|Gt|Ge|Lt|Le|And|Or|Not)\(",  # SymPy's own names
    r"\b(?:True|False)\b(?! (?:for|at|where|when|if)\b)|\bNone\b(?! of)",  # a sentence may begin so
    r"\bE/\d|\boo\b|\bzoo\b|\bnan\b|Piecewise|Derivative|Symbol\(|<function|object at",
    r"= -?1 ?\|w|(?<![\w./^] )(?<![\w./^])-?1 [a-z](?:\^|_|\b(?= [-+]))",  # a factor 1
    r"\b(?:onto|on) R\b(?! and)",  # R is the potential
    r"undecided onto",
    r"\bint\^?_?inf\b|< inf\b",
)
_TAGS = re.compile(r"<[^>]*>")


def _seen(page: str) -> str:
    """An HTML page as its reader sees it."""
    return unescape(_TAGS.sub("", re.sub(r"<style>.*?</style>|<svg.*?</svg>", "", page, flags=re.DOTALL)))


@pytest.fixture(scope="session")
def unwanted() -> Callable[[str], list[str]]:
    """The unwanted places of an output, each with what stands around it."""

    def places(text: str) -> list[str]:
        read = _seen(text)
        hits = (found for pattern in UNWANTED for found in re.finditer(pattern, read))
        return [read[max(0, found.start() - 30) : found.end() + 30] for found in hits]

    return places
