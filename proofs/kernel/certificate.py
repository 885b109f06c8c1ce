"""Theorems that a proof assistant's kernel has checked: which ones, what they say, and the certificate of the check.

`rocq` holds the statements (Statements.v), their proofs by theorem, witnesses and mutants; `theorems.toml` says
which theorem covers which claim. `python -m steepest_mirror.proofs.kernel` checks everything (build.py) and writes a
certificate into the user's cache. `certificate()` only reads it, and believes it only where its hashes are those of the
sources at hand.
"""

from __future__ import annotations

import hashlib
import json
import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..running import verdict_cache

if TYPE_CHECKING:
    from ..judging.formal import Formal
    from ..verdict import Evidence

SOURCES = Path(__file__).parent / "rocq"
DATA = "theorems.toml"
# What checks the sources: a certificate of another checker may have let pass what this one refuses.
CHECKERS = ("build.py", "claims.py", "constants.py", "hypotheses.py", "vocabulary.py")
FORMAT = 5

# The axioms of the classical reals, by their full names; nothing else is accepted.
AXIOMS: frozenset[str] = frozenset(
    {
        "Coq.Reals.ClassicalDedekindReals.sig_forall_dec",
        "Coq.Reals.ClassicalDedekindReals.sig_not_dec",
        "Coq.Logic.FunctionalExtensionality.functional_extensionality_dep",
        "Coq.Logic.Classical_Prop.classic",
    }
)


@dataclass(frozen=True)
class Theorem:
    """A theorem: its name and file, the pinned statement it proves, and its mutant (old -> new in that statement).

    `says` and `assumes` are one line each; `witness` names the theorems showing that the hypotheses can be met.
    """

    name: str
    statement: str
    file: str
    says: str
    assumes: str
    witness: tuple[str, ...]
    old: str
    new: str


@dataclass(frozen=True)
class Coverage:
    """A claim of the catalogue that theorems of Statements.v state in their own words, compared by eye: no evidence."""

    claim: str
    theorems: tuple[str, ...]
    scope: str
    refutes: bool


@dataclass(frozen=True)
class Certificate:
    """What the kernel checked, as far as it is about the sources at hand.

    `reason` says in plain words why there is no certificate (empty if there is one). `theorems` maps a theorem's name
    to its entry: statement, sha256 of statement and file, axioms, lines, seconds. `rules` are the rules of inference
    whose lemmas were checked. `claims` are the formal claims proved as they stand, each with its hash.
    """

    reason: str
    theorems: Mapping[str, Mapping[str, Any]]
    versions: Mapping[str, str]
    rules: frozenset[str] = frozenset()
    claims: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def evidence(self, claim: str, formal: Formal | None) -> tuple[Evidence, ...]:
        """Evidence of grade `kernel` where the theorem certified for this ID states this formal claim, else none."""
        from ..verdict import Evidence

        if self.missing(claim, formal):
            return ()
        entry = self.claims[claim]
        said = (
            f"proved by {claim.replace('-', '_')}_claim ({entry['file']}), checked by Coq {self.versions['coq']} and"
            f" coqchk; scope: the formal claim, whole; axioms: {short(entry['axioms'])}"
        )
        return (Evidence("kernel", True, said, (), float(entry["seconds"])),)

    def missing(self, claim: str, formal: Formal | None) -> str:
        """Why there is no kernel evidence for this formal claim, in plain words; empty if there is. The formula is
        translated now: what the certificate says of it is not believed."""
        if self.reason:
            return self.reason
        from .translated import Untranslated, statement

        if claim not in self.claims or formal is None:
            return "no kernel theorem states its formal claim"
        try:
            same = sha256(statement(formal)) == self.claims[claim]["statement"]
        except Untranslated:
            same = False
        return "" if same else "the kernel's statement is the translation of another formal claim"


def short(axioms: Iterable[str]) -> str:
    """The axioms by their last names."""
    return ", ".join(sorted(a.rsplit(".", 1)[1] for a in axioms)) or "none"


@cache
def data() -> Mapping[str, Any]:
    """The contents of theorems.toml; nothing where the sources are not installed."""
    try:
        return tomllib.loads((SOURCES / DATA).read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {"theorem": [], "claim": [], "undecided": {}}


@cache
def theorems() -> Mapping[str, Theorem]:
    """Every theorem by its name."""
    found = {}
    for entry in data()["theorem"]:
        name = entry["name"]
        found[name] = Theorem(
            name=name,
            statement=entry.get("statement", f"{name}_statement"),
            file=entry["file"],
            says=entry["says"],
            assumes=entry["assumes"],
            witness=tuple(entry["witness"].split(", ")),
            old=entry["old"],
            new=entry["new"],
        )
    return found


@cache
def coverage() -> Mapping[str, Coverage]:
    """Every covered claim by its ID."""
    return {
        entry["id"]: Coverage(entry["id"], tuple(entry["theorems"]), entry["scope"], entry.get("refutes", False))
        for entry in data()["claim"]
    }


@cache  # a source is asked for thousands of times
def without_comments(text: str) -> str:
    """Coq source with a space in place of each (nested) comment, as Coq reads it."""
    kept, depth, at = [], 0, 0
    while at < len(text):
        two = text[at : at + 2]
        if two == "(*":
            if not depth:
                kept.append(" ")
            depth, at = depth + 1, at + 2
        elif two == "*)" and depth:
            depth, at = depth - 1, at + 2
        else:
            if not depth:
                kept.append(text[at])
            at += 1
    return "".join(kept)


@cache
def _definitions(text: str) -> Mapping[str, list[str]]:
    found: dict[str, list[str]] = {}
    for stated in re.finditer(r"\bDefinition (\S+) : Prop :=\s(?=(.*?)\.(?=\s|$))", without_comments(text), re.DOTALL):
        found.setdefault(stated[1], []).append(" ".join(stated[2].split()))
    return found


def definition(text: str, name: str) -> str:
    """The body of the only `Definition name : Prop := body.` in Coq source, with single spaces. Errors: KeyError."""
    found = _definitions(text).get(name, [])
    if len(found) != 1:
        raise KeyError(name)
    return found[0]


def files() -> tuple[str, ...]:
    """The names of the Coq sources, in order."""
    return tuple(sorted(path.name for path in SOURCES.iterdir() if path.suffix == ".v"))


def sha256(content: str) -> str:
    """The hash of a text, as 64 hexadecimal digits."""
    return hashlib.sha256(content.encode()).hexdigest()


def hashes() -> dict[str, str]:
    """sha256 of every source at hand, and of what checks them, by its name."""
    texts = {name: SOURCES / name for name in files()} | {name: Path(__file__).with_name(name) for name in CHECKERS}
    return {name: sha256(path.read_text(encoding="utf-8")) for name, path in texts.items()}


def place() -> Path:
    """Where the certificate is kept: kernel.json in the user's cache, beside the verdicts."""
    return verdict_cache.folder() / "kernel.json"


def certificate(path: Path | None = None) -> Certificate:
    """The certificate at `path` (default: place()), judged against the sources at hand; never raises."""

    def none(reason: str) -> Certificate:
        return Certificate(reason, {}, {})

    if not theorems():
        return none("the sources of the kernel proofs are not installed here")
    from . import claims, rule_lemmas

    try:
        raw = (path or place()).read_bytes()
    except OSError:
        return none("no kernel certificate: `make kernel` checks the proofs and writes one")
    try:
        held = json.loads(raw)
        if held["format"] != FORMAT:
            return none("the kernel certificate has another format: run `make kernel` again")
        at_hand = hashes()
        changed = sorted(n for n in {*at_hand, *held["sources"]} if at_hand.get(n) != held["sources"].get(n))
        if changed:
            return none(
                f"the kernel certificate is about other sources ({', '.join(changed)}): run `make kernel` again"
            )
        statements = (SOURCES / "Statements.v").read_text(encoding="utf-8")
        entries = {}
        for name, theorem in theorems().items():
            entry = held["theorems"].get(name)
            if entry is None or not _believed(entry, theorem, statements):
                return none(f"the kernel certificate does not hold for {name}: run `make kernel` again")
            entries[name] = entry
        stated = (SOURCES / rule_lemmas.STATEMENTS).read_text(encoding="utf-8")
        for name, file in rule_lemmas.lemmas().items():
            if not _believed_rule(held["rules"].get(name), file, definition(stated, f"rule_{name}")):
                return none(f"the kernel certificate does not hold for the rule {name}: run `make kernel` again")
        whole = (SOURCES / claims.STATEMENTS).read_text(encoding="utf-8")
        for name, file in claims.proved().items():
            if not _believed_claim(held["claims"].get(name), file, definition(whole, f"claim_{claims.coq(name)}")):
                return none(f"the kernel certificate does not hold for the claim {name}: run `make kernel` again")
        versions = {"coq": str(held["versions"]["coq"])}
        proved = {name: held["claims"][name] for name in claims.proved()}
        return Certificate("", entries, versions, frozenset(rule_lemmas.lemmas()), proved)
    except (ValueError, KeyError, TypeError, AttributeError, OSError, RecursionError):
        return none("the kernel certificate cannot be read: run `make kernel` again")


def _believed_rule(entry: Mapping[str, Any] | None, file: str, statement: str) -> bool:
    return (
        entry is not None
        and entry["file"] == file
        and entry["statement"] == sha256(statement)
        and isinstance(entry["axioms"], list)
        and AXIOMS.issuperset(entry["axioms"])
    )


def _believed_claim(entry: Mapping[str, Any] | None, file: str, statement: str) -> bool:
    return (
        _believed_rule(entry, file, statement)
        and entry is not None
        and isinstance(entry["seconds"], int | float)
        and 0 <= entry["seconds"] < math.inf
    )


def _believed(entry: Mapping[str, Any], theorem: Theorem, statements: str) -> bool:
    return (
        entry["file"] == theorem.file
        and entry["statement"] == sha256(definition(statements, theorem.statement))
        and isinstance(entry["axioms"], list)
        and AXIOMS.issuperset(entry["axioms"])
        and isinstance(entry["seconds"], int | float)
        and 0 <= entry["seconds"] < math.inf
    )
