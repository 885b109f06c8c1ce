"""The conditions on a mirror map as one value, for a product and for any reparameterization alike."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

UNDECIDED = "undecided"


@dataclass(frozen=True)
class Condition:
    """A condition by its name; `holds` is true, false, "undecided" or, with symbolic q or L, a condition on them."""

    name: str
    holds: Any
    reason: str

    def __post_init__(self) -> None:
        if not isinstance(self.holds, (bool, str)) and self.holds in (True, False):  # SymPy's own true and false
            object.__setattr__(self, "holds", bool(self.holds))


@dataclass(frozen=True)
class Conditions:
    """The domain of R, the range of R', every condition, and the metric exponents m and m_0 where they are known."""

    domain: str
    range: str
    conditions: tuple[Condition, ...]
    m: Any = UNDECIDED
    m_zero: Any = UNDECIDED

    def __getitem__(self, name: str) -> Condition:
        return next(c for c in self.conditions if c.name == name)
