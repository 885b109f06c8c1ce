"""Verdicts: statements of the catalogue, and statements of the user's own, judged with their evidence.

proved: derived, the whole stated scope; refuted: a proven counterexample; argued: steps checked, their inference not;
answered: a reviewer's question; supported: finitely many points only; undecided; vacuous: nothing meets the hypotheses.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from . import values
from .symbolic.errors import InputError, WrongType
from .symbolic.reading import exact
from .tables import Table

DIGITS = 50
TIMEOUT = 20
LONGEST_TIMEOUT = 86_400


@dataclass(frozen=True)
class Verdict:
    """What was found about one statement; made by `judge` and `check`.

    Formula: the statement's own. Arguments: none. Returns: `verdict`, `statement`, `hypotheses`, `scope`, `evidence`,
        `witness`, `remark`, `to_dict()` (the JSON form). Errors: none. Source: that of the claim.

    >>> import steepest_mirror as sm
    >>> verdict = sm.check(property="onto", condition="m < 1")
    >>> verdict.verdict, verdict.derived
    ('refuted', 'q*(L - 1)/L <= 1')
    """

    id: str
    verdict: str
    data: Mapping[str, Any] = field(compare=False, repr=False)

    @property
    def title(self) -> str:
        """What the statement is about."""
        return self.data["title"]

    @property
    def statement(self) -> str:
        """The statement in words and formulas."""
        return self.data["statement"]

    @property
    def hypotheses(self) -> list[str]:
        """What is assumed."""
        return self.data["hypotheses"]

    @property
    def scope(self) -> str:
        """For which values it is judged."""
        return self.data["scope"]

    @property
    def evidence(self) -> list[dict[str, Any]]:
        """Each piece with its grade, whether it passed, its detail."""
        return self.data["evidence"]

    @property
    def witness(self) -> dict[str, Any] | None:
        """The counterexample, where there is one."""
        return self.data["witness"]

    @property
    def remark(self) -> str:
        """What else belongs to the verdict."""
        return self.data["remark"]

    @property
    def derived(self) -> str:
        """What the toolkit derives instead, where a claim of the user's own is refuted."""
        return self.data.get("derived", "")

    def to_dict(self) -> dict[str, Any]:
        """The JSON form."""
        return dict(self.data)

    def __bool__(self) -> bool:
        """A verdict is no truth value."""
        raise WrongType("verdict", self.verdict, 'compare it, such as verdict.verdict == "proved"')

    def __str__(self) -> str:
        from .proofs.writing.verdicts import text

        return text([dict(self.data)]).rstrip("\n")

    def _repr_html_(self) -> str:
        from .proofs.writing import document, verdicts

        return document.html(verdicts.document(dict(self.data)))


def catalogue() -> Table:
    """Every statement of the catalogue, without judging it.

    Formula: each claim's own. Arguments: none. Returns: a Table of ID, expected verdict, title and source;
        `data["claims"]` holds statement, hypotheses, scope, remark. Errors: none. Source: named with each.

    >>> import steepest_mirror as sm
    >>> "onto" in [row[0] for row in sm.catalogue()]
    True
    """
    from .proofs.catalogue import FILES, claim

    found = [claim(name) for name in FILES]
    rows = tuple((c.id, c.expected, c.title, c.source) for c in found)
    return Table("The catalogue", ("claim", "expected", "title", "source"), rows, {"claims": list(map(stated, found))})


def stated(claim: Any) -> dict[str, Any]:
    """What a claim states, without judging it."""
    return {
        "id": claim.id,
        "title": claim.title,
        "source": claim.source,
        "statement": claim.words(),
        "hypotheses": [h.text for h in claim.hypotheses],
        "expected": claim.expected,
        "scope": claim.scope,
        "remark": claim.remark,
    }


@values.long_numbers
def judge(name: Any, *, digits: Any = DIGITS, fresh: bool = False) -> Verdict:
    """The verdict on one statement of the catalogue, with its evidence.

    Formula: the claim's own. Arguments: the claim's ID; digits of the observations, 1 to 10000; `fresh` judges again
        what an earlier run of this very code has kept.
    Returns: a Verdict. Errors: InputError for an unknown ID. Source: named in the verdict.

    >>> import steepest_mirror as sm
    >>> sm.judge("finite-time").verdict
    'proved'
    """
    from .proofs.catalogue import FILES, claim

    known = values.choice(name, "claim", tuple(FILES))
    places = values.integer(digits, "digits", 1, exact.MAX_DIGITS)

    from .proofs.judging.judge import judge as judged
    from .proofs.running import verdict_cache
    from .proofs.writing.verdicts import plain

    row = None if fresh else verdict_cache.load(known, places)
    if row is None:
        row = plain(judged(claim(known), places))
        verdict_cache.keep(known, places, row)
    return Verdict(known, row["verdict"], row)


@values.long_numbers
def check(*, timeout: Any = TIMEOUT, **claim: Any) -> Verdict:
    """The verdict on a statement of your own, given by the keys of a claim file.

    Formula: quantity = expression for all x > 0; or property iff condition; or d(invariant)/dt = rate.
    Arguments: quantity, q, invariants (or depth), expression, up_to; or property, condition, family; or depth,
        invariant, rate, decay, q; id and timeout (seconds) are optional. Expressions are text in x, u (P(u) = x^q), q,
        p, L and the names of the invariants, or SymPy expressions of these.
    Returns: a Verdict; `derived` is what the toolkit derives instead of a refuted claim.
    Errors: InputError, WrongType; several faults of one claim are joined. Source: interface of claim files.

    >>> import steepest_mirror as sm
    >>> sm.check(quantity="metric", q="3/2", invariants=["0", "lam"], expression="1/sqrt(4*x**q + lam**2)").verdict
    'proved'
    """
    from .proofs.check import Malformed, judge
    from .proofs.check import claim as read
    from .proofs.writing.verdicts import plain_check

    seconds = values.number(timeout, "timeout")
    if not 0 < seconds <= LONGEST_TIMEOUT:
        raise InputError("timeout", timeout, f"give seconds, more than 0 and at most {LONGEST_TIMEOUT}")
    if not claim:
        raise InputError("claim", None, "give a quantity, a property or an invariant")
    table = {"id": "claim", **{key: _plain(value, key) for key, value in claim.items()}}
    if isinstance(quantity := table.get("quantity"), str):
        table["quantity"] = quantity.replace("_", "-")
    try:
        wanted = read(table)
    except Malformed as error:
        raise InputError("claim", ", ".join(map(str, claim)), "; ".join(error.faults)) from None
    row = plain_check(judge(wanted, float(seconds)), "the user")
    return Verdict(row["id"], row["verdict"], row)


def _plain(value: Any, field: str) -> Any:
    """A value as a claim file would hold it: text, an integer, a list of these."""
    if isinstance(value, (list, tuple)):
        if len(value) > exact.MAX_DEPTH:
            raise InputError(field, f"{len(value)} entries", f"give at most {exact.MAX_DEPTH}")
        return [_plain(v, field) for v in value]
    if isinstance(value, str):
        return value
    if values.comes_from(value, "sympy") and not getattr(value, "is_Rational", False):
        return str(value)
    if field == "depth":
        return values.integer(value, field, 2, exact.MAX_DEPTH)
    return str(values.number(value, field))
