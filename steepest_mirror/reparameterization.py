"""Any x = h(w_1..w_k) with the flow dw_i/dy = <d_i h>^{q-1} from one start: R'' = 1/sum |d_i h|^q along its orbit.

(theory: section 11.8)
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import values
from .formula import Quantities
from .problems import rational_steepness
from .symbolic.errors import InputError, WrongType

if TYPE_CHECKING:
    from .numeric_checks.balls import Enclosed
    from .symbolic.orbit.reparameterization import Reparameterization as Symbolic
    from .symbolic.writing.derive import Derived
    from .tables import Conditions, Table

LONGEST = 10_000


@dataclass(frozen=True, init=False)
class Reparameterization(Quantities):
    """x = h(w) for one coordinate, with its start; its methods are the quantities along the orbit.

    Formula: R''(x) = 1/sum_i |d_i h|^q, y = R'(x), x = h(W(y)), dW_i/dy = <d_i h>^{q-1}, W(0) = start.
    Arguments: the text of h in + - * / ** and abs, sqrt, exp, log, sinh, cosh, tanh; q in [1, 2] (or p); `start`, a
        mapping from every weight to an exact number; every other name of h is a constant, such as D=3 (or in
        `constants`, a mapping).
    Returns: a frozen value: text, q, constants, start, weights.
    Errors: InputError, WrongType, also for a start at which the flow is not known to be unique.
    Source: theory section 11.8.

    >>> import steepest_mirror as sm
    >>> h = sm.Reparameterization("u**2 - v**2", q=2, start=dict(u=1, v="1/2"))
    >>> print(h.mirror_map(x=5, digits=20))
    0.57810958531818815506
    >>> h.conditions()["onto"].holds
    True
    """

    text: str
    q: Fraction
    constants: Mapping[str, Fraction]
    start: Mapping[str, Fraction]

    @values.long_numbers
    def __init__(
        self, text: Any, *, q: Any = None, start: Any = None, constants: Any = None, p: Any = None, **named: Any
    ) -> None:
        if not isinstance(text, str):
            raise WrongType("reparameterization", text, "give h as text, such as 'u**2 - v**2'")
        if len(text) > LONGEST:
            raise InputError("reparameterization", text, f"give at most {LONGEST} characters")
        steep = rational_steepness(q, p)
        fixed = {**({} if constants is None else _numbers(constants, "constants")), **_numbers(named, "constants")}
        if start is None:
            raise InputError("start", None, "say where every weight starts, such as dict(u=1, v='1/2')")
        begun = _numbers(start, "start")
        for name, value in (("text", text), ("q", steep), ("constants", fixed), ("start", begun)):
            object.__setattr__(self, name, value)
        self.to_sympy()

    def __hash__(self) -> int:
        return hash((self.text, self.q, tuple(sorted(self.start.items())), tuple(sorted(self.constants.items()))))

    def __getstate__(self) -> dict[str, Any]:
        return {name: self.__dict__[name] for name in ("text", "q", "constants", "start")}

    def to_sympy(self) -> Symbolic:
        """The reparameterization with SymPy expressions, which the derivations take."""
        return self._symbolic

    @cached_property
    def _symbolic(self) -> Symbolic:
        from .symbolic.orbit.reparameterization import reparameterization

        return reparameterization(self.q, self.text, self.constants, self.start)

    @property
    def weights(self) -> tuple[str, ...]:
        """The names of the weights, in the order in which they occur in h."""
        return tuple(w.name for w in self.to_sympy().weights)

    @property
    def is_product(self) -> bool:
        """Whether h is w_1 w_2 ... w_L itself, with L >= 2."""
        import sympy as sp

        h = self.to_sympy()
        return len(h.weights) > 1 and h.h == sp.Mul(*h.weights)

    # What it conserves, and which conditions hold

    @cached_property
    def integrals(self) -> tuple[Any, ...]:
        """The first integrals that have a closed form, as SymPy expressions in the sizes |w_i|."""
        from .symbolic.orbit.first_integrals import first_integrals

        return tuple(one.value for one in first_integrals(self.to_sympy()).found if one.closed)

    @property
    @values.long_numbers
    def conserved_words(self) -> list[str]:
        """The same as text."""
        from .symbolic.writing.text_and_latex import text

        return [text(value) for value in self.integrals]

    @values.long_numbers
    def conserved(self) -> Table:
        """What the flow conserves without decay, while no weight changes its sign.

        Formula: int dz_i/<phi_i>^{q-1} - int dz_j/<phi_j>^{q-1} where d_i h/d_j h = phi_i(z_i)/phi_j(z_j).
        Arguments: none. Returns: a table of the first integrals; complete with k - 1 of them for k weights.
        Errors: none. Source: theory section 11.8.

        >>> import steepest_mirror as sm
        >>> h = sm.Reparameterization("u*v", q="3/2", start=dict(u=1, v=2))
        >>> h.conserved().rows
        (('u**(3/2) - v**(3/2)',),)
        """
        from .symbolic.orbit.first_integrals import first_integrals
        from .symbolic.writing.text_and_latex import text
        from .tables import Table

        found = first_integrals(self.to_sympy())
        told = "complete" if found.complete else f"{found.rank} of {found.needed}"
        rows = tuple((text(one.value),) for one in found.found)
        data = {**self.to_dict(), "conserved": [row[0] for row in rows], "rank": found.rank, "needed": found.needed}
        return Table(f"{self.title}: conserved without decay ({told})", ("conserved",), rows, data)

    @values.long_numbers
    def conditions(self) -> Conditions:
        """Each condition on a mirror map, judged from the ends of the orbit; `holds` may be "undecided".

        Formula: onto iff both ends of y are infinite; essentially smooth iff at each end x or y is. Arguments: none.
        Returns: a table that shows itself. Errors: none. Source: theory sections 5 and 11.8.

        >>> import steepest_mirror as sm
        >>> h = sm.Reparameterization("u**2 - v**2", q=2, start=dict(u=1, v=1))
        >>> h.conditions()["legendre"].holds
        True
        """
        from .symbolic.orbit.conditions import conditions
        from .tables import Conditions

        found = conditions(self.to_sympy())
        named, of = self.described
        return Conditions(named, of, str(found.m), str(found.m_zero), found.domain, found.range, found.conditions)

    @cached_property
    def product(self) -> Any:
        """Where h is a product of its weights: its setting, with a letter for each irrational invariant, the setting
        with their values, and what the letters stand for; else None."""
        from .symbolic.orbit.forms import product_setting

        return product_setting(self.to_sympy())

    @property
    @values.long_numbers
    def described(self) -> tuple[str, dict[str, Any]]:
        """The title and the JSON form: those of the setting where h is a product."""
        if self.product is None:
            return self.title, self.to_dict()
        from .symbolic.writing.settings import described, title

        return title(self.product[1]), described(self.product[1])

    @property
    def derivable(self) -> tuple[str, ...]:
        """The quantities that have a formula."""
        from .setting import DERIVED
        from .symbolic.orbit.forms import QUANTITIES

        return tuple(QUANTITIES) if self.product is None else DERIVED

    @property
    @values.long_numbers
    def derived_title(self) -> str:
        """The title of the formulas; it says what letters stand for."""
        if self.product is None:
            return self.title
        from .symbolic.writing.settings import title

        named, _, letters = self.product
        return title(named) + "".join(f", {letter} = {value}" for letter, value in letters.items())

    @property
    def title(self) -> str:
        """One line: `q = 3/2, x = u**D - v**D, D = 3, from u = 1, v = 1/2`."""
        fixed = "".join(f", {name} = {v}" for name, v in self.constants.items())
        return f"q = {self.q}, x = {self.text}{fixed}, from " + ", ".join(
            f"{w} = {self.start[w]}" for w in self.weights
        )

    def to_dict(self) -> dict[str, Any]:
        """{"q", "depth", "reparameterization", "set", "start"} for JSON; the depth is the number of weights."""
        return {
            "q": str(self.q),
            "depth": len(self.weights),
            "reparameterization": self.text,
            "set": {name: str(v) for name, v in self.constants.items()},
            "start": {w: str(self.start[w]) for w in self.weights},
        }

    def __repr__(self) -> str:
        start = ", ".join(f"{w}={str(v)!r}" for w, v in self.start.items())
        fixed = "".join(f", {name}={str(v)!r}" for name, v in self.constants.items())
        return f"Reparameterization({self.text!r}{fixed}, q={str(self.q)!r}, start=dict({start}))"

    def _repr_latex_(self) -> str:
        from .symbolic.writing.text_and_latex import latex

        return rf"$\displaystyle x = {latex(self.to_sympy().h)}$"

    # What a Formula asks of it

    @property
    def _known(self) -> tuple[str, ...]:
        from .numeric_checks.orbit.values import QUANTITIES
        from .setting import DERIVED

        return tuple(dict.fromkeys((*DERIVED, *QUANTITIES, "degeneration")))

    def _points(self, quantity: str) -> tuple[str, ...]:
        from .numeric_checks.potential.quantities import QUANTITIES

        return QUANTITIES[quantity][0] if quantity in QUANTITIES else ()

    def _derived(self, quantity: str) -> Derived:
        from .symbolic.orbit import forms
        from .symbolic.writing import derive as product
        from .symbolic.writing.times import TIMES, derive_time

        if self.product is None:
            return forms.derive(self.to_sympy(), quantity)
        if quantity in TIMES:
            return derive_time(self.product[0].q, quantity, self._derived)
        return product.derive(self.product[0], quantity)

    def _evaluated(self, quantity: str, digits: int, points: dict[str, Fraction]) -> Enclosed:
        return self.evaluated(quantity, digits, points)[0]

    @values.long_numbers
    def evaluated(self, quantity: str, digits: int, points: Mapping[str, Fraction]) -> tuple[Enclosed, str]:
        """The value, and the normalisation of R' in words."""
        from .numeric_checks.orbit.values import evaluate

        return evaluate(self.to_sympy(), quantity, digits, points)

    def _expression(self, quantity: str, *, in_u: bool) -> Any:
        from .symbolic.product.expressions import expression

        if self.product is not None:
            return expression(self.product[1], quantity, in_u=in_u)
        value = None if in_u else self._derived(quantity).value
        if value is None:
            raise InputError("quantity", quantity, "no closed form: its functions of numbers compute it, str shows it")
        from .symbolic.orbit.closed_map import X
        from .symbolic.symbols import x

        if value.has(X) and self.to_sympy().x0 <= 0:
            raise InputError("quantity", quantity, "an expression is for x > 0, and this starts at x_0 <= 0")
        return value.xreplace({X: x})


def _numbers(given: Any, field: str) -> dict[str, Fraction]:
    """Names and exact numbers, from a mapping or from text `u=1,v=1/2`."""
    if isinstance(given, str):
        pairs = [entry.partition("=") for entry in given.split(",")]
        if any(not equals for _, equals, _ in pairs):
            raise InputError(field, given, "give NAME=NUMBER between commas, such as u=1,v=1/2")
        if len({name.strip() for name, _, _ in pairs}) < len(pairs):
            raise InputError(field, given, "give every name one value")
        given = {name.strip(): value for name, _, value in pairs}
    if not isinstance(given, Mapping):
        raise WrongType(field, given, "give a mapping from names to numbers, such as dict(u=1, v='1/2')")
    found = {}
    for name, value in given.items():
        if not isinstance(name, str) or not re.fullmatch(r"[A-Za-z][A-Za-z0-9_]{0,30}", name):
            raise InputError(field, name, "a name is a letter, then letters, digits and _")
        found[name] = values.number(value, field)
    return found
