"""The errors a user can cause or meet; each names the argument, the value and what would be right."""

from __future__ import annotations


class InputError(ValueError):
    """A value that the mathematics does not admit, with the remedy."""

    def __init__(self, argument: str, value: object, remedy: str):
        shown = str(value)
        if len(shown) > 60:
            shown = shown[:57] + "..."
        shown = "".join(c if c.isprintable() else "?" for c in shown)
        super().__init__(f"{argument}: {shown!r} is not usable: {remedy}")
        self.argument, self.value, self.remedy = argument, value, remedy


class Undecided(ArithmeticError):
    """Neither shown nor refuted with the effort allowed; the message says what stood in the way."""
