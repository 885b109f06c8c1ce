"""The paper's two numberings: S counts as the submission does, C as the camera-ready version.

`Corollary 4.8 (S) = 4.10 (C)` is one statement with two numbers; `Theorem 3.4` has one number in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

AUTHORS, TITLE, ARXIV = (
    "T. Jacobs, C. Zhou, R. Burkholz",
    "Never Saddle for Reparameterized Steepest Descent as Mirror Flow",
    "2603.02064",
)
EXPLAINED = (
    "S is the numbering of the submission, which the reviewers used; C that of the camera-ready version, which public"
    " notes use. A number without a letter is the same in both, or known in one only."
)
_KIND = r"(?:Theorem|Lemma|Corollary|Corollaries|Definition|Example|Table|Proposition)"
_NUMBERED = re.compile(
    rf"(?P<kind>{_KIND}) (?P<numbers>\d+(?:\.\d+)?(?:, \d+\.\d+)*)(?: \((?P<letter>[SC])\))?"
    r"(?: = (?P<others>\d+\.\d+(?:, \d+\.\d+)*) \((?P<other>[SC])\))?"
)
SINGULAR = {"Corollaries": "Corollary"}
NEAR = 4  # numbers that are offered
SHORT = {
    "thm": "Theorem",
    "cor": "Corollary",
    "lem": "Lemma",
    "def": "Definition",
    "prop": "Proposition",
    "ex": "Example",
}
_ASKED = re.compile(
    rf"(?:(?P<kind>{_KIND}|{'|'.join(SHORT)})\.? ?)?(?P<number>\d+(?:\.\d+)?)(?: ?\(?(?P<letter>[SC])\)?)?",
    re.IGNORECASE,
)


@dataclass(frozen=True, order=True)
class Number:
    """One number of the paper; the letter is S, C, or empty."""

    chapter: int
    place: int
    kind: str
    letter: str

    @property
    def bare(self) -> str:
        """`4.2`, or `1` for Table 1."""
        return f"{self.chapter}.{self.place}" if self.place else str(self.chapter)

    def __str__(self) -> str:
        return f"{self.kind} {self.bare}" + (f" ({self.letter})" if self.letter else "")


def numbers(source: str) -> tuple[Number, ...]:
    """The numbers that a claim's source names."""
    found = []
    for match in _NUMBERED.finditer(source):
        kind = SINGULAR.get(match["kind"], match["kind"])
        for part, letter in ((match["numbers"], match["letter"]), (match["others"], match["other"])):
            for number in (part or "").split(", "):
                if number:
                    chapter, _, place = number.partition(".")
                    found.append(Number(int(chapter), int(place or 0), kind, letter or ""))
    return tuple(dict.fromkeys(found))


def index(sources: Mapping[str, str]) -> list[tuple[Number, tuple[str, ...]]]:
    """Each number with the claims that state it, in the order of the paper; `sources` gives the source of each ID."""
    found: dict[Number, list[str]] = {}
    for name, source in sources.items():
        for number in numbers(source):
            found.setdefault(number, []).append(name)
    return [(number, tuple(found[number])) for number in sorted(found)]


def claims(asked: str, sources: Mapping[str, str]) -> tuple[str, ...]:
    """The claims under a number such as `4.2`, `Theorem 4.2`, `4.13 C`, `Table 1`; those that state it come first.

    Empty where the text is no number of the paper.
    """
    match = _ASKED.fullmatch(asked.strip())
    if match is None or (match["kind"] is None and "." not in match["number"]):
        return ()
    kind, letter = (match["kind"] or "").capitalize(), (match["letter"] or "").upper()
    kind = SHORT.get(kind.lower(), kind)

    def meant(number: Number) -> bool:
        same = number.bare == match["number"] and (not kind or number.kind == SINGULAR.get(kind, kind))
        return same and (not letter or number.letter in ("", letter))

    named = [name for name, source in sources.items() if any(meant(number) for number in numbers(source))]
    return tuple(sorted(named, key=lambda name: re.match(_KIND, sources[name]) is None))


def nearest(asked: str, sources: Mapping[str, str]) -> str:
    """A word about a number that no claim has: what has it under another name, or the numbers near it.

    Empty where the text is no number of the paper.
    """
    match = _ASKED.fullmatch(asked.strip())
    if match is None:
        return ""
    known = [number for number, _ in index(sources)]
    same = [str(number) for number in known if number.bare == match["number"]]
    chapter, _, place = match["number"].partition(".")
    near = [number for number in known if str(number.chapter) == chapter]
    near = sorted(sorted(near, key=lambda number: abs(number.place - int(place or 0)))[:NEAR])
    if same:
        return f"there is {' and '.join(same)}; "
    return f"no claim states it; near it are {listed(map(str, near))}; " if near else ""


def listed(ids: Iterable[str]) -> str:
    """`a, b and c`."""
    names = list(ids)
    return names[0] if len(names) == 1 else ", ".join(names[:-1]) + " and " + names[-1]
