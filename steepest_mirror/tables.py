"""Tables that show themselves: as text, as HTML in a notebook, as Markdown, LaTeX or plain data."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .proofs.writing import document, markup
from .proofs.writing.document import Block, Facts, Grid, Shown, Words
from .values import save

if TYPE_CHECKING:
    from .symbolic.conditions import Condition


@dataclass(frozen=True, repr=False)
class Table(Shown):
    """Rows of words under a head; `data` is the same as the JSON form of the command.

    Formula: none. Arguments: made by table1, table2, escape, catalogue and conserved. Returns: `rows`, `data`,
        `to_latex()`, `to_markdown()`, `to_dict()`, `to_csv(path)`, itself as text and
        HTML; `more`, the tables that belong to it.
    Errors: none. Source: none.

    >>> import steepest_mirror as sm
    >>> print(sm.table1(q=1, depth=2).to_markdown().splitlines()[2])
    | $q = 1$ | $L_{1}$ | $L_{3/2}$ |
    """

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    data: dict[str, Any] = field(compare=False, default_factory=dict, repr=False)
    more: tuple[Table, ...] = ()
    pasted: tuple[tuple[markup.Cell, ...], tuple[tuple[markup.Cell, ...], ...]] | None = field(
        compare=False, default=None, repr=False
    )  # head and rows with formulas, for LaTeX and Markdown
    plain: tuple[tuple[str, ...], ...] = field(compare=False, default=(), repr=False)  # head and rows for CSV
    below: tuple[Block, ...] = field(compare=False, default=(), repr=False)  # what is said under the table

    def _document(self) -> list[Block]:
        return [*(Grid(part.head, part.rows, caption=part.title) for part in (self, *self.more)), *self.below]

    def _pasted(self) -> list[Block]:
        return [*(Grid(*part.cells, caption=part.title) for part in (self, *self.more)), *self.below]

    def _repr_html_(self) -> str:
        return document.html(self._pasted())

    def to_dict(self) -> dict[str, Any]:
        """`data`, the JSON form of the command."""
        return self.data

    def to_csv(self, path: str | os.PathLike[str] | None = None) -> str:
        """Head and rows as CSV, every number on its own; written to `path` too."""
        stream = io.StringIO()
        csv.writer(stream, lineterminator="\n").writerows(self.plain or (self.head, *self.rows))
        return save(path, stream.getvalue())

    @property
    def cells(self) -> tuple[Sequence[markup.Cell], Sequence[Sequence[markup.Cell]]]:
        """Head and rows as they are pasted."""
        return self.pasted or (self.head, self.rows)

    __repr__ = Shown.__str__

    def __len__(self) -> int:
        return len(self.rows)

    def __iter__(self) -> Iterator[tuple[str, ...]]:
        return iter(self.rows)


@dataclass(frozen=True, repr=False)
class Conditions(Shown):
    """The conditions on a mirror map, each with its verdict and reason; made by `conditions()` of a setting.

    Formula: R'' ~ C|x|^{-m_0} at 0, R'' ~ |x|^{-m}/L at infinity decide each. Arguments: none. Returns: `["onto"]`,
        iteration, `m`, `m_zero`, `domain`, `range`, `to_dict()`. Errors: InputError for an unknown name.
    Source: Corollaries 4.11, 4.12 (S) = 4.13, 4.14 (C); theory section 5.

    >>> import steepest_mirror as sm
    >>> sm.Setting(q=1, depth=5).conditions()["onto"].reason
    "R'(x) -> infinity iff m <= 1; m = 4/5"
    """

    title: str
    of: dict[str, Any] = field(compare=False)
    m: str
    m_zero: str
    domain: str
    range: str
    conditions: tuple[Condition, ...]

    def __getitem__(self, name: str) -> Condition:
        from .values import choice

        word = choice(name, "condition", tuple(c.name for c in self.conditions))
        return next(c for c in self.conditions if c.name == word)

    def __iter__(self) -> Iterator[Condition]:
        return iter(self.conditions)

    def __len__(self) -> int:
        return len(self.conditions)

    @property
    def rows(self) -> list[tuple[str, str, str]]:
        """(name, yes / no / the condition, reason)."""
        from .symbolic.writing.conditions import stated

        return [(c.name, stated(c.holds), c.reason) for c in self.conditions]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """The exponents, the domain and the range, each named."""
        return [
            ("metric exponent at infinity, m", self.m),
            ("metric exponent at 0, m_0", self.m_zero),
            ("domain of R", self.domain),
            ("range of R'", self.range),
        ]

    def to_dict(self) -> dict[str, Any]:
        """The JSON form of `legendre`."""
        from .symbolic.writing.conditions import plain

        return {
            **self.of,
            "metric_exponent": self.m,
            "metric_exponent_at_zero": self.m_zero,
            "domain": self.domain,
            "range": self.range,
            "conditions": [{"name": c.name, "holds": plain(c.holds), "reason": c.reason} for c in self.conditions],
        }

    def _document(self) -> list[Block]:
        from .symbolic.writing.conditions import HEAD

        return [Words(self.title), Facts(tuple(self.facts)), Grid(HEAD, self.rows, r"llp{0.5\linewidth}")]

    __repr__ = Shown.__str__
