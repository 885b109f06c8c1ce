"""Conservation laws of x = G(w), G polynomial, under steepest flow, for every objective (theory: section 15)."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from . import values
from .proofs.writing.blocks import Block, Heading, Items, Words
from .setting import steepness
from .symbolic.errors import InputError, WrongType, several
from .tables import Table

MOST_DEGREE = 8
HEAD = ("q", "laws", "found", "at most", "decided")


@values.long_numbers
def conserved(
    reparameterization: Any = None, *, network: Any = None, q: Any = ("2", "3/2", "1"), degree: Any = 2
) -> Table:
    """The conservation laws that hold for every objective: found, counted, and bounded from above.

    Formula: h is conserved iff grad h . <J^T v>^{q-1} = 0 for all v, J = dG/dw.
    Arguments: the text of G, components between semicolons, such as "u*v; u*w"; or network, the widths of a product
        of matrices, such as (2, 2, 2) for U V; q, one or several in [1, 2]; degree, of the polynomials at q = 2.
    Returns: a Table; `data["rows"]` holds lower, upper, laws, how and reason for each q.
    Errors: InputError, WrongType. Source: theory section 15; Marcotte, Gribonval, Peyre 2023 at q = 2.

    >>> import steepest_mirror as sm
    >>> [(row["q"], row["lower"], row["upper"]) for row in sm.conserved("v*a; v*b").data["rows"]]
    [('2', 1, 1), ('3/2', 0, 0), ('1', 0, 0)]
    """
    if (reparameterization is None) == (network is None):
        raise InputError("reparameterization", reparameterization, "give G as text, or network, one of the two")
    if reparameterization is not None and not isinstance(reparameterization, str):
        raise WrongType("reparameterization", reparameterization, "give G as text, such as 'u*v; u*w'")
    steep = [steepness(v) for v in values.entries(q, "q", "one or several values")]
    if any(isinstance(s, str) for s in steep):
        raise InputError("q", q, "give numbers in [1, 2]")
    most = values.integer(degree, "degree", 1, MOST_DEGREE)
    widths = None
    if network is not None:
        listed = values.entries(network, "network", "widths")
        widths = tuple(values.integer(v, "network", 1, 9) for v in listed)

    from .symbolic.conserved.counts import count
    from .symbolic.conserved.vector_map import linear_network, parse

    G = linear_network(widths) if widths is not None else parse(reparameterization or "")
    rows: list[dict[str, Any]] = []
    for s in dict.fromkeys(steep):
        assert isinstance(s, Fraction)
        found = count(G, s, most)
        rows.append(
            {
                "q": str(s),
                "lower": found.lower,
                "upper": found.upper,
                "exact": found.exact,
                "laws": list(found.laws),
                "how": found.how,
                "reason": found.reason,
            }
        )
    body = tuple(
        (str(r["q"]), str(len(r["laws"])), str(r["lower"]), str(r["upper"]), "yes" if r["exact"] else "no")
        for r in rows
    )
    shown = (
        reparameterization if widths is None else "the product of matrices " + ", ".join(map(_size, widths, widths[1:]))
    )
    title = f"x = {shown}: {several(len(G.names), 'weight')}, {several(len(G.components), 'component')}"
    data = {"weights": list(G.names), "components": len(G.components), "rows": rows}
    return Table(title, HEAD, body, data, below=tuple(block for row in rows for block in _found(row)))


def _found(row: dict[str, Any]) -> Iterator[Block]:
    """The laws at one q, and how the bounds on their number were found."""
    yield Heading(f"q = {row['q']}")
    yield Words(row["how"], depth=1)
    if row["reason"]:
        yield Words(f"the bounds differ: {row['reason']}", depth=1)
    if row["laws"]:
        yield Items(tuple((0, law) for law in row["laws"]))


def _size(rows: int, columns: int) -> str:
    return f"{rows} x {columns}"
