"""Verdicts: statements of the catalogue, and statements of the user's own, judged with their evidence."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from . import values
from .symbolic.errors import InputError
from .symbolic.reading import exact
from .symbolic.reading.nearest import nearest
from .tables import Table

if TYPE_CHECKING:
    from .proofs.verdict import Verdict

DIGITS = 50
TIMEOUT = 20
LONGEST_TIMEOUT = 86_400


def catalogue() -> Table:
    """Every statement of the catalogue, without judging it.

    Formula: each claim's own. Arguments: none. Returns: a Table of ID, the verdict that `judge` is expected to
        give, title and source; `data["claims"]` holds statement, hypotheses, scope, remark. Errors: none. Source:
        named with each.

    >>> import steepest_mirror as sm
    >>> "onto" in [row[0] for row in sm.catalogue()]
    True
    """
    from .proofs.catalogue import FILES
    from .proofs.running.alone import once

    found = deepcopy(once(stated, tuple(FILES)))  # this process loads no file of theorems: it may judge later
    rows = tuple((c["id"], c["expected"], c["title"], c["source"]) for c in found)
    return Table("The catalogue", ("claim", "expected", "title", "source"), rows, {"claims": found})


def stated(names: Sequence[str]) -> list[dict[str, Any]]:
    """What claims state, without judging them; their files are loaded here."""
    from .proofs.catalogue import claim

    return [_stated(claim(name)) for name in names]


def _stated(claim: Any) -> dict[str, Any]:
    return {
        "id": claim.id,
        "title": claim.title,
        "source": claim.source,
        "statement": claim.words(),
        "hypotheses": list(claim.given()),
        "expected": claim.best,
        "scope": claim.ranges(),
        "remark": claim.remark,
    }


@values.long_numbers
def judge(name: Any, *, digits: Any = DIGITS) -> Verdict:
    """The verdict on one statement of the catalogue, with its evidence.

    Formula: the claim's own. Arguments: the claim's ID, or its number in the paper such as "4.2"; digits of the
        observations, 1 to 10000.
    Returns: a Verdict. Errors: InputError for an unknown ID. Source: named in the verdict.

    >>> import steepest_mirror as sm
    >>> sm.judge("finite-time").verdict
    'proved'
    """
    from .proofs.catalogue import FILES

    known = name.strip() if isinstance(name, str) else name
    if isinstance(known, str) and known.replace("_", "-") not in FILES:
        from .proofs.running.alone import sources
        from .proofs.writing import numbering

        stated_at = sources() if any(c.isdigit() for c in known) else {}
        numbered = numbering.claims(known, stated_at)
        if not numbered:
            hint = numbering.nearest(known, stated_at) or nearest(known, FILES)
            raise InputError("claim", name, f"{hint}sm.catalogue() lists the IDs")
        known = numbered[0]
    known = values.choice(known, "claim", tuple(FILES))
    places = values.integer(digits, "digits", 1, exact.MAX_DIGITS)

    from .proofs.running.alone import judged_alone

    return judged_alone(known, places)


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
        raise InputError.said("claim", "; ".join(error.faults)) from None
    return judge(wanted, float(seconds))


def _plain(value: Any, field: str) -> Any:
    """A value as a claim file would hold it: text, an integer, a flat list of these."""
    if isinstance(value, (list, tuple)):
        if any(isinstance(entry, (list, tuple)) for entry in value):
            raise InputError(field, value, "give one list of numbers or text, without lists in it")
        if len(value) > exact.MAX_DEPTH:
            raise InputError(field, f"{len(value)} entries", f"give at most {exact.MAX_DEPTH}")
        return [_plain(v, field) for v in value]
    if isinstance(value, str):
        return value
    if values.comes_from(value, "sympy") and not getattr(value, "is_Rational", False):
        try:
            return str(value)
        except RecursionError:
            raise InputError(field, value, "nested too deeply: give a smaller expression") from None
    if field == "depth":
        return values.integer(value, field, 2, exact.MAX_DEPTH)
    return str(values.number(value, field))
