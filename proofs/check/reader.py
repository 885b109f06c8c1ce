"""Claims from TOML: [[claim]] tables with `quantity`, `property` or `invariant`; every fault is one line, all are
reported.

Numbers stay exact (TOML floats are read as text). Nothing is evaluated; sizes and nesting are bounded before parsing.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Mapping
from fractions import Fraction
from typing import Any

from ...symbolic.errors import InputError
from ...symbolic.reading import exact, grammar
from ...symbolic.reading.expression import names
from ..writing.layout import printable
from . import claims
from .claims import EqualityClaim, InvariantClaim, PropertyClaim, Steepness, UserClaim

MOST_CLAIMS = 10_000
MOST_CHARACTERS = 3_000_000
MOST_FAULTS = 50
MOST_DOTS = 100  # between two = signs of a line: every dot of a dotted key is a table of its own
LONGEST_ID = 100
_LONG_NUMBER = re.compile(r"[0-9_]{20001}")
_HEAD = re.compile(r"^[ \t]*\[\[[ \t]*claim[ \t]*\]\]", re.MULTILINE)


class Decimal(str):
    """A TOML float, kept as its text; a number, and no text where text is wanted."""


class Malformed(ValueError):
    """A file of claims that cannot be read: one line for each fault."""

    def __init__(self, faults: list[str]):
        shown = faults[:MOST_FAULTS]
        if len(faults) > MOST_FAULTS:
            shown.append(f"and {len(faults) - MOST_FAULTS} more faults")
        super().__init__("\n".join(shown))
        self.faults = tuple(shown)


def read(text: str) -> tuple[UserClaim, ...]:
    """The claims of a TOML text. Errors: Malformed with a line for each fault."""
    tables = _tables(text)
    faults: list[str] = []
    found: list[UserClaim] = []
    seen: dict[str, int] = {}
    for number, table in enumerate(tables, 1):
        where = _where(table, number)
        own: list[str] = []
        claim = _claim(table, own) if isinstance(table, dict) else None
        if not isinstance(table, dict):
            own.append("a claim is a table: write [[claim]]")
        elif isinstance(name := table.get("id"), str):
            if name in seen:
                own.append(f"id: {_shown(name)} is the id of claim {seen[name]} too: give each claim its own")
            seen.setdefault(name, number)
        faults += [f"{where}: {fault}" for fault in own]
        if claim is not None:
            found.append(claim)
    if faults:
        raise Malformed(faults)
    return tuple(found)


def claim(table: Mapping[str, Any]) -> UserClaim:
    """One claim from its keys, as in the file. Errors: Malformed."""
    faults: list[str] = []
    found = _claim(dict(table), faults)
    if faults or found is None:
        raise Malformed(faults)
    return found


def _tables(text: str) -> list[Any]:
    count = len(_HEAD.findall(text))
    if count > MOST_CLAIMS:
        raise Malformed([f"the file has {count} claims: give at most {MOST_CLAIMS}, in several files"])
    if len(text) > MOST_CHARACTERS:
        raise Malformed([f"the file has {len(text)} characters: give at most {MOST_CHARACTERS}, in several files"])
    if _LONG_NUMBER.search(text):
        raise Malformed([f"a number has more than {exact.MAX_LENGTH} digits"])
    if any(part.count(".") > MOST_DOTS for line in text.splitlines() for part in line.split("=")):
        raise Malformed([f"a line has more than {MOST_DOTS} dots: a dotted key is too long"])
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise Malformed([f"not TOML: {printable(str(error), 200)}"]) from None
    except (RecursionError, ValueError, OverflowError):
        raise Malformed(
            ["not TOML that can be read: it is nested too deeply, or holds a number that is too long"]
        ) from None
    faults = [
        f"unknown key {_shown(key)}: {_hint(key, ('claim',))}write [[claim]] tables" for key in data if key != "claim"
    ]
    tables = data.get("claim")
    if isinstance(tables, dict):
        faults.append("claim: write [[claim]] with double brackets")
    elif not isinstance(tables, list) or not tables:
        faults.append("no claims: write [[claim]] tables, each with an id and a quantity, a property or an invariant")
    elif len(tables) > MOST_CLAIMS:
        faults.append(f"the file has {len(tables)} claims: give at most {MOST_CLAIMS}, in several files")
    if faults:
        raise Malformed(faults)
    return tables  # type: ignore[return-value]


def _where(table: Any, number: int) -> str:
    name = table.get("id") if isinstance(table, dict) else None
    return f"claim {number} ({_shown(name)})" if isinstance(name, str) else f"claim {number}"


_KINDS: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {  # kind -> (required keys, optional keys)
    "quantity": (("id", "quantity", "invariants", "expression"), ("q", "depth", "up_to")),
    "property": (("id", "property", "condition"), ("family",)),
    "invariant": (("id", "invariant", "rate", "depth"), ("q", "decay")),
}


def _claim(table: dict[str, Any], faults: list[str]) -> UserClaim | None:
    kinds = [kind for kind in _KINDS if kind in table]
    if len(kinds) != 1:
        unknown = sorted(set(table) - {key for need, more in _KINDS.values() for key in (*need, *more)})
        faults += [_unknown(key, _KINDS) for key in unknown if _hint(key, _KINDS)]
        which = (
            " and ".join(kinds) + ": give one of them" if kinds else "one of quantity, property, invariant is missing"
        )
        faults.append(which)
        return None
    kind = kinds[0]
    required, optional = _KINDS[kind]
    known = (*required, *optional)
    faults += [_unknown(key, known, kind) for key in table if key not in known]
    faults += [_missing(key) for key in required if key not in table and (key != "invariants" or "depth" not in table)]
    if faults:
        return None
    fields = _Fields(table, faults)
    return {"quantity": _equality, "property": _property, "invariant": _invariant}[kind](fields)


_REMEDIES = {
    "id": 'give the claim a name, such as "my-claim"',
    "invariants": 'give a list such as ["0", "lam"], or depth = L for balanced',
    "expression": 'give a formula, such as "x**2"',
    "condition": 'give one on q, p, L or m, such as "m <= 1"',
    "rate": 'give the rate of change, "0" where it is conserved',
    "depth": "give the number of weights, an integer from 2",
}


def _missing(key: str) -> str:
    return f"{key}: missing: {_REMEDIES[key]}"


def _unknown(key: str, known: Any, kind: str = "") -> str:
    elsewhere = any(key in (*need, *more) for need, more in _KINDS.values())
    if kind and elsewhere:
        return f"{key}: a claim with `{kind}` takes {', '.join(known)}"
    return f"unknown key {_shown(key)}: {_hint(key, known)}the keys are {', '.join(known)}"


class _Fields:
    """The fields of one claim; a faulty one is reported and reads as None."""

    def __init__(self, table: dict[str, Any], faults: list[str]):
        self.table, self.faults = table, faults

    def read(self, reader: Callable[[], Any]) -> Any:
        try:
            return reader()
        except InputError as error:
            self.faults.append(str(error))
        except Malformed as error:
            self.faults += error.faults
        return None

    def text(self, key: str) -> str | None:
        value = self.table[key]
        if not isinstance(value, str) or isinstance(value, Decimal):
            self.faults.append(f"{key}: {_type(value)} is given where text in quotes is wanted")
            return None
        return value

    def choice(self, key: str, choices: tuple[str, ...], default: str = "") -> str | None:
        if key not in self.table:
            return default
        value = self.text(key)
        if value is not None and value not in choices:
            self.faults.append(
                f"{key}: {_shown(value)} is not known: {_hint(value, choices)}give one of {', '.join(choices)}"
            )
            return None
        return value

    def id(self) -> str | None:
        value = self.text("id")
        if value is not None and not (0 < len(value) <= LONGEST_ID and value.isprintable() and value.strip() == value):
            self.faults.append(f"id: {_shown(value)} is not usable: give 1 to {LONGEST_ID} printable characters")
            return None
        return value

    def q(self) -> Steepness:
        value = self.table.get("q", "symbolic")
        if value == "symbolic":
            return None
        if isinstance(value, list):
            if not value:
                self.faults.append("q: the list is empty: give rationals in [1, 2], or leave q out for all of them")
            numbers = [self._steepness(entry) for entry in value[:1000]]
            if len(value) > 1000:
                self.faults.append("q: give at most 1000 values")
            known = [n for n in numbers if n is not None]
            return tuple(dict.fromkeys(known))
        read = self._steepness(value)
        return () if read is None else (read,)

    def _steepness(self, value: Any) -> Fraction | None:
        return self.read(lambda: exact.steepness(self.number("q", value), "q"))

    def number(self, key: str, value: Any) -> str:
        """The text of an exact number; TOML integers and, read as text, floats are numbers too."""
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, str):
            return value
        raise Malformed([f"{key}: {_type(value)} is given where a number such as 3/2 is wanted"])

    def depth(self, symbolic: bool) -> tuple[int | None, bool]:
        """(L, whether it was readable); None for "symbolic"."""
        value = self.table["depth"]
        if symbolic and value == "symbolic":
            return None, True
        found = self.read(lambda: exact.depth(self.number("depth", value), "depth"))
        return found, found is not None


def _equality(fields: _Fields) -> UserClaim | None:
    name, quantity = fields.id(), fields.choice("quantity", claims.QUANTITIES)
    q, freedom = fields.q(), fields.choice("up_to", claims.FREEDOMS, "nothing")
    values, depth = _family(fields)
    text = fields.text("expression")
    declared = {v for v in values or () if isinstance(v, str)}
    tree: Any = None if text is None else fields.read(lambda: grammar.expression(text, sorted(declared)))
    if fields.faults:
        return None
    assert name and quantity and text is not None and freedom
    return EqualityClaim(name, quantity, tree, text, q, values, depth, freedom)


def _family(fields: _Fields) -> tuple[tuple[Fraction | str, ...] | None, int | None]:
    """(invariants, depth): None for balanced, None for every depth."""
    value = fields.table.get("invariants", "balanced")
    if value == "balanced":
        if "depth" not in fields.table:
            fields.faults.append('depth: missing: invariants = "balanced" needs depth = L or depth = "symbolic"')
            return None, None
        return None, fields.depth(symbolic=True)[0]
    if not isinstance(value, list):
        given = _shown(value) if isinstance(value, str) else _type(value)
        hint = _hint(value, ("balanced",)) if isinstance(value, str) else ""
        fields.faults.append(
            f'invariants: {given} is given where a list such as ["0", "lam"] or "balanced" is'
            f" wanted{': ' + hint.strip() if hint else ''}"
        )
        return None, None
    entries = fields.read(lambda: [fields.number("invariants", v) for v in value])
    if entries is None:
        return None, None
    values = fields.read(lambda: grammar.invariants(entries, "invariants"))
    if values is not None and all(isinstance(v, Fraction) for v in values):
        values = tuple(v - min(values) for v in values)
    if "depth" in fields.table:
        depth, readable = fields.depth(symbolic=True)
        if readable and values is not None and depth != len(values):
            shown = "symbolic" if depth is None else depth
            fields.faults.append(
                f"depth: {shown} does not agree with the {len(values)} invariants: leave it out, or make them agree"
            )
    return values, None if values is None else len(values)


def _property(fields: _Fields) -> UserClaim | None:
    name, stated = fields.id(), fields.choice("property", claims.PROPERTIES)
    family, text = fields.choice("family", claims.FAMILIES, "balanced"), fields.text("condition")
    tree: Any = None if text is None else fields.read(lambda: grammar.condition(text))
    if fields.faults:
        return None
    assert name and stated and family and text is not None
    return PropertyClaim(name, stated, tree, text, family)


def _invariant(fields: _Fields) -> UserClaim | None:
    name, q = fields.id(), fields.q()
    decay, (depth, _) = fields.choice("decay", claims.DECAYS, "none"), fields.depth(symbolic=False)
    text, rate = fields.text("invariant"), fields.text("rate")
    if depth is None:
        return None
    tree: Any = None if text is None else fields.read(lambda: grammar.invariant(text, depth))
    speed: Any = None if rate is None else fields.read(lambda: grammar.rate(rate, depth))
    if decay == "none" and speed is not None and "alpha" in names(speed):
        fields.faults.append('rate: alpha has no meaning without decay: add decay = "decoupled" or "coupled"')
    if fields.faults:
        return None
    assert name and decay and text is not None and rate is not None
    return InvariantClaim(name, tree, speed, text, rate, depth, q, decay)


_TYPES = {
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number",
    str: "text",
    list: "a list",
    dict: "a table",
}


def _type(value: Any) -> str:
    return _TYPES.get(type(value), "a date or time")


def _shown(value: object) -> str:
    return f"'{printable(str(value), 60)}'"


def _hint(name: str, known: Any) -> str:
    from ...symbolic.reading.nearest import nearest

    return nearest(name, known)
