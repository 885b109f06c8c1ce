"""A verdict, the value that every judge makes and every writer shows: what was found about one statement.

proved: derived, the whole stated scope; refuted: a proven counterexample; argued: steps checked, their inference not;
answered: a reviewer's question; supported: finitely many points only; undecided; vacuous: nothing meets the hypotheses.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from typing import Any

from ..symbolic.errors import WrongType

PROVED, REFUTED, SUPPORTED, UNDECIDED, VACUOUS = "proved", "refuted", "supported", "undecided", "vacuous"
COUNTEREXAMPLE = "a counterexample is proven"  # how the evidence of a refutation begins
DERIVED = "derived by"  # and that of a derivation
ARGUED, ANSWERED = "argued", "answered"  # an argument whose inference is not checked; a reviewer's question in words

FALSE = "this is false: "  # how the left side of a witness begins that is a condition
NUMBER = re.compile(r"[\[\d.+-]|undefined")


@dataclass(frozen=True)
class Evidence:
    """One piece of evidence: its grade, whether it passed, what was found, what was cited, how long it took."""

    grade: str
    passed: bool
    detail: str
    lemmas: tuple[str, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True)
class Witness:
    """Exact parameter values at which a statement fails, and both sides there."""

    at: Mapping[str, str]
    left: str
    right: str
    detail: str = ""

    def __str__(self) -> str:
        at = ", ".join(f"{name} = {value}" for name, value in self.at.items())
        if self.left.startswith(FALSE):
            sides = self.left
        elif NUMBER.match(self.left):
            sides = f"left side {self.left}, right side {self.right}"
        else:  # each side says itself what it is
            sides = f"{self.left}; {self.right}"
        return "; ".join(part for part in (f"at {at}" if at else "", sides, self.detail) if part)


@dataclass(frozen=True, repr=False)
class Proof:
    """The steps of a proof, each a formula and the rule that gives it, with what it is made from below it."""

    steps: tuple[Mapping[str, Any], ...]

    def __len__(self) -> int:
        return len(self.steps)

    def __str__(self) -> str:
        from .writing import document, verdicts

        return document.text([verdicts.proof(self.steps)]).rstrip("\n")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from .writing import document, verdicts

        return document.html([verdicts.proof(self.steps)])


@dataclass(frozen=True, repr=False)
class Verdict:
    """What was found about one statement; made by `judge` and `check`.

    Formula: the statement's own. Arguments: none. Returns: `verdict`, `statement`, `hypotheses`, `scope`, `evidence`
        (each with grade, passed, detail, lemmas, seconds), `witness` (at, left, right, detail), `remark`, `steps`,
        and `proof` to print them; `expected` where the catalogue expects one; `derived`, what is derived instead of a
        refuted claim of your own; `derivation`, that of a formal claim as data; `to_dict()`, the JSON form, and
        `from_dict` back.
    Errors: WrongType where it is used as a truth value. Source: that of the claim.

    >>> import steepest_mirror as sm
    >>> verdict = sm.check(property="onto", condition="m < 1")
    >>> verdict.verdict, verdict.derived
    ('refuted', 'q*(L - 1)/L <= 1')
    """

    id: str
    title: str
    statement: str
    verdict: str
    source: str = "the user"
    hypotheses: tuple[str, ...] = ()
    expected: str = ""  # of a claim of the user's own nothing is
    evidence: tuple[Evidence, ...] = ()
    witness: Witness | None = None
    scope: str = ""
    remark: str = ""
    derived: str = ""
    steps: tuple[Mapping[str, Any], ...] = ()
    derivation: Mapping[str, Any] | None = field(default=None, compare=False, repr=False)  # judging.recorded

    @property
    def proof(self) -> Proof:
        """The steps as they are read: `print(verdict.proof)` shows what `verify --steps` does."""
        return Proof(self.steps)

    @property
    def as_expected(self) -> bool:
        """Whether the verdict is what the project believes, where it believes something."""
        return self.expected in ("", self.verdict)

    @property
    def lemmas(self) -> tuple[str, ...]:
        """What the evidence cites, each once."""
        return tuple(dict.fromkeys(name for e in self.evidence for name in e.lemmas))

    def to_dict(self, *, derivation: bool = False) -> dict[str, Any]:
        """The JSON form; `expected` stands in that of a claim of the catalogue, `derived` in that of the user's own;
        with the derivation as data where it is asked for and there is one."""
        own = not self.expected
        evidence = [{**asdict(e), "lemmas": list(e.lemmas), "seconds": round(e.seconds, 3)} for e in self.evidence]
        return {
            "id": self.id,
            "title": self.title,
            "source": self.source,
            "statement": self.statement,
            "hypotheses": list(self.hypotheses),
            "verdict": self.verdict,
            **({} if own else {"expected": self.expected}),
            "evidence": evidence,
            "witness": None if self.witness is None else {**vars(self.witness), "at": dict(self.witness.at)},
            "scope": self.scope,
            "remark": self.remark,
            **({"derived": self.derived} if own else {}),
            "steps": [dict(step) for step in self.steps],
            **({"derivation": self.derivation} if derivation and self.derivation is not None else {}),
        }

    @classmethod
    def from_dict(cls, row: Mapping[str, Any]) -> Verdict:
        """The verdict of a JSON form. Errors: KeyError, TypeError, AttributeError where it is none."""
        made = cls(**row)
        return replace(
            made,
            hypotheses=tuple(made.hypotheses),
            evidence=tuple(Evidence(**{**e, "lemmas": tuple(e["lemmas"])}) for e in row["evidence"]),
            witness=None if row["witness"] is None else Witness(**row["witness"]),
            steps=tuple(made.steps),
        )

    def __bool__(self) -> bool:
        """A verdict is no truth value."""
        raise WrongType("verdict", self.verdict, 'compare it, such as verdict.verdict == "proved"')

    def __str__(self) -> str:
        from .writing.verdicts import text

        return text([self]).rstrip("\n")

    __repr__ = __str__

    def _repr_html_(self) -> str:
        from .writing import document, verdicts

        return document.html(verdicts.document(self))
