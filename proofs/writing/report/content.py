"""What a report says, apart from its form: verdicts with the claims they judge, how claims are linked, Table 1, the
Legendre map."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from fractions import Fraction
from importlib.metadata import PackageNotFoundError, version

import sympy as sp

from ....symbolic.conditions import Conditions
from ....symbolic.product.legendre import legendre
from ....symbolic.product.table1 import Row, rows
from ....symbolic.setting import setting
from ....symbolic.symbols import L, q
from ...catalogue import FILES
from ...judging.lemmas import LEMMAS, Lemma
from ...judging.steps import SEED
from ...running import verdict_cache
from ...verdict import REFUTED, Verdict
from .. import numbering
from ..pictures import PICTURES
from ..statements import Stated, stated
from . import prose
from .experiments import Study

STEEPNESSES = tuple(Fraction(n, 12) for n in (12, 14, 15, 16, 18, 21, 24))  # 1, 7/6, 5/4, 4/3, 3/2, 7/4, 2
DEPTHS = (2, 3, 4, 5, 6)
REVIEW = "review-"
MAP = "legendre-map"


@dataclass(frozen=True)
class Entry:
    """A claim, its verdict, the claims it names or rests on, and those that name it."""

    verdict: Verdict
    stated: Stated
    names: tuple[str, ...]
    named_by: tuple[str, ...]

    @property
    def id(self) -> str:
        """The claim's ID."""
        return self.verdict.id


@dataclass(frozen=True)
class Content:
    """A whole report; `pictures` gives the place of each picture it shows: a claim's ID or MAP."""

    entries: tuple[Entry, ...]
    ids: frozenset[str]
    lemmas: tuple[Lemma, ...]
    pictures: Mapping[str, str]
    provenance: tuple[tuple[str, str], ...]
    studies: tuple[Study, ...] = ()

    @property
    def verdicts(self) -> list[Verdict]:
        """The verdicts."""
        return [entry.verdict for entry in self.entries]

    @property
    def linked(self) -> frozenset[str]:
        """What words can lead to: the claims and the lemmas that are here."""
        return self.ids | {lemma.name for lemma in self.lemmas}

    @property
    def failing(self) -> list[Verdict]:
        """The statements that do not hold as they are reported or proposed: every refuted one."""
        return [v for e in self.entries if (v := e.verdict).verdict == REFUTED]

    def index(self) -> list[tuple[str, tuple[str, ...]]]:
        """Each number of the paper, of both numberings, with the claims that state it."""
        found = numbering.index({entry.id: entry.verdict.source for entry in self.entries})
        return [(str(number), ids) for number, ids in found]

    def parts(self) -> Iterator[tuple[str, list[Entry]]]:
        """The entries under their headings, none empty."""
        kinds: dict[str, list[Entry]] = {"From the paper": [], "Beyond the paper": [], "Reviewers' questions": []}
        for entry in self.entries:
            reviewed, beyond = entry.id.startswith(REVIEW), entry.verdict.source.startswith("beyond")
            kinds["Reviewers' questions" if reviewed else "Beyond the paper" if beyond else "From the paper"].append(
                entry
            )
        yield from ((title, entries) for title, entries in kinds.items() if entries)


def content(
    judged: Sequence[Verdict], digits: int, command: str, *, drawn: bool, studies: Sequence[Study] = ()
) -> Content:
    """The report on these verdicts and runs of experiments; without pictures unless `drawn`."""
    ids = frozenset(v.id for v in judged)
    said = stated(judged)
    names = {v.id: _names(said[v.id].rests, v) for v in judged}
    entries = tuple(
        Entry(v, said[v.id], names[v.id], tuple(other for other in names if v.id in names[other])) for v in judged
    )
    cited = {lemma for v in judged for lemma in v.lemmas}
    lemmas = tuple(lemma for name, lemma in LEMMAS.items() if name in cited)
    shown = _placed(ids) if drawn else {}
    return Content(entries, ids, lemmas, shown, provenance(judged, digits, command), tuple(studies))


def _names(rests: Sequence[str], found: Verdict) -> tuple[str, ...]:
    """The claims that the proof rests on, then those that the words name."""
    steps = (step["text"] for step in found.steps)
    texts = [found.statement, found.remark, found.scope, *found.hypotheses, *steps]
    named = [*rests, *(name for text in texts for name in prose.mentioned(text, FILES))]
    return tuple(name for name in dict.fromkeys(named) if name != found.id)


def _placed(ids: frozenset[str]) -> dict[str, str]:
    """Each picture under the first of its claims that is here; the plane (q, 1/L) is the Legendre map's."""
    at = {name: next((c for c in picture.claims if c in ids), None) for name, picture in PICTURES.items()}
    return {"plane": MAP, **{name: place for name, place in at.items() if place is not None and name != "plane"}}


def table1() -> tuple[tuple[Row, ...], tuple[Row, ...]]:
    """The paper's table, and the general rows for symbolic q and L."""
    return rows(), rows([q], [L, sp.oo])


def general() -> Conditions:
    """The conditions for every q in [1, 2] and integer L >= 2, balanced."""
    return legendre(setting(q, depth=L))


def cell(steepness: Fraction, depth: int) -> Conditions:
    """The conditions at one (q, L), balanced."""
    return legendre(setting(sp.Rational(steepness.numerator, steepness.denominator), depth=depth))


def provenance(judged: Sequence[Verdict], digits: int, command: str) -> tuple[tuple[str, str], ...]:
    """What made the report: versions, precision, seeds, times, platform, and how to make it again."""
    seconds = sum(e.seconds for v in judged for e in v.evidence)
    digest = verdict_cache.fingerprint()
    libraries = ", ".join(f"{name} {_version(name)}" for name in (*verdict_cache.LIBRARIES, "matplotlib"))
    return (
        ("Steepest Mirror", _version("steepest-mirror")),
        ("sources", f"SHA-256 {digest[:32]} {digest[32:]}"),
        ("Python", f"{platform.python_implementation()} {sys.version.split()[0]}"),
        ("libraries", libraries),
        (
            "platform",
            (
                f"{platform.system()} {platform.machine()}, {platform.libc_ver()[0] or 'C library'}"
                f" {platform.libc_ver()[1]}"
            ),
        ),
        ("precision", f"{digits} digits; every trajectory again with more"),
        ("seeds", f"{SEED}, for the points at which a counterexample is looked for; nothing else is random"),
        ("time to judge", f"{seconds:.1f} s of evidence, as measured when each claim was judged"),
        ("made", datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")),
        ("to reproduce", command),
    )


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"
