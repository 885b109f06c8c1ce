"""What a picture may be drawn for: other q, depths, invariants or weights, another width or size of type."""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction

from ....symbolic.errors import InputError

NARROWEST, WIDEST = Fraction(2), Fraction(12)  # inches
SMALLEST, LARGEST = Fraction(4), Fraction(24)  # points
MOST = 6  # values of q or depths of one picture: as many as there are colours
MOST_CURVES = 30  # pairs (q, L): as many as there are pairs of a colour and a mark


@dataclass(frozen=True)
class Options:
    """None: as the picture is by itself. q, depths: several; invariants, weights: of one coordinate."""

    q: tuple[Fraction, ...] | None = None
    depth: tuple[int, ...] | None = None
    invariants: tuple[Fraction, ...] | None = None
    weights: tuple[Fraction, ...] | None = None
    width: Fraction | None = None
    font_size: Fraction | None = None

    def checked(self, picture: str, taken: tuple[str, ...]) -> Options:
        """Itself. Errors: InputError for an option that the picture does not take, and for sizes out of range."""
        for field in fields(self):
            value = getattr(self, field.name)
            if value is not None and field.name not in (*taken, "width", "font_size"):
                takes = ", ".join(taken) or "only width and font_size"
                raise InputError(field.name, _said(value), f"the picture {picture} takes {takes}")
            if field.name in ("q", "depth") and value is not None and len(value) > MOST:
                raise InputError(field.name, len(value), f"give at most {MOST} values for a picture")
        for name, low, high, unit in (
            ("width", NARROWEST, WIDEST, "inches"),
            ("font_size", SMALLEST, LARGEST, "points"),
        ):
            size = getattr(self, name)
            if size is not None and not low <= size <= high:
                raise InputError(name, size, f"give {low} to {high} {unit}")
        for given in ("invariants", "weights"):
            if getattr(self, given) is not None and self.depth is not None:
                raise InputError("depth", _said(self.depth), f"the {given} fix the depth: leave it out")
        return self

    def pairs(self, q: tuple[Fraction, ...], depth: tuple[int, ...]) -> tuple[tuple[Fraction, int], ...]:
        """Every (q, L) asked for, with these where one of the two is not given: none is left out.

        Errors: InputError for more than a picture can tell apart.
        """
        found = tuple((a, n) for a in self.q or q for n in self.depth or depth)
        if len(found) > MOST_CURVES:
            many = f"{len(found)} pairs of q and depth"
            raise InputError("depth", many, f"give at most {MOST_CURVES} for a picture")
        return found


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
