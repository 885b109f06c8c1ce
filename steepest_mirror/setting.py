"""The setting (q, L, Lambda): P(u) = prod_i (u + Lambda_i), P(u) = |x|^q, R''(x) = 1/P'(u) (theory: section 3).

q in [1, 2] is the steepness (q = 2 gradient flow, q = 1 sign gradient flow), L the depth, x = w_1 w_2 ... w_L, and
Lambda_i = |w_i|^q - min_j |w_j|^q are the invariants. All of it exact, without SymPy until a formula is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any

from . import values
from .formula import Formula, Quantities
from .symbolic.errors import InputError, WrongType
from .symbolic.reading import exact, grammar

if TYPE_CHECKING:
    from .numeric_checks.balls import Enclosed
    from .numeric_checks.potential.mirror import Mirror
    from .symbolic.setting import Setting as Symbolic
    from .symbolic.writing.derive import Derived
    from .tables import Conditions

GENERAL = "symbolic"
DEEP = "inf"
DERIVED = (
    *("flow", "balance", "metric", "mirror-map", "inverse-mirror-map", "potential", "conjugate"),
    *("regularizer", "coupled-regularizer", "range", "coercivity"),
)
REGULARIZERS = ("regularizer", "coupled-regularizer")
SHORT = 6  # different invariants: a formula of more is shown where it is asked for
EVALUATED = ("escape-time", "blow-up-time")


@dataclass(frozen=True, init=False)
class Setting(Quantities):
    """(q, L, Lambda) as one validated value; its methods are the quantities of the mirror flow.

    Formula: P(u) = prod_i (u + Lambda_i), P(u) = |x|^q; R'' = 1/P'(u), R' = (1/q) int_0^u P^{1/q-1}.
    Arguments: q in [1, 2] (or p in [2, inf], q = p/(p - 1)), or "symbolic"; then `invariants`, Lambda_1..Lambda_L in
        any order (the minimum is subtracted; a name such as "lam" is a positive number), or `depth`, an integer from
        2 to 1000, "symbolic" or "inf" (the limit), with `balance` for lambda-L_p-balanced: a number, "lam" or "-lam".
        Numbers are int, Fraction, text such as "3/2", or rationals of SymPy; a float is refused.
    Returns: a frozen, hashable value: q, depth, invariants, balance.
    Errors: InputError (a ValueError) and WrongType (a TypeError too), each naming field, value and remedy.
    Source: Definition 4.5 (S) for the balance; theory sections 0 and 3.

    >>> import steepest_mirror as sm
    >>> S = sm.Setting(q="3/2", invariants=(0, "1/2", 2))
    >>> S.depth, S.m, S.m_zero
    (3, Fraction(1, 1), Fraction(0, 1))
    >>> print(S.mirror_map(x="7/10", digits=20))
    0.42106433385148191562
    """

    q: Fraction | str
    depth: int | str
    invariants: tuple[Fraction | str, ...] | None
    balance: Fraction | str

    @values.long_numbers
    def __init__(
        self, q: Any = None, *, depth: Any = None, invariants: Any = None, balance: Any = None, p: Any = None
    ) -> None:
        steep = steepness(q, p)
        if invariants is not None and balance is not None:
            raise InputError("balance", balance, "give invariants or balance, not both")
        if invariants is None and depth is None:
            raise InputError("depth", None, "give the depth, such as 3, or invariants such as '0,1/2,2'")
        lam = Fraction(0) if balance is None else _balance(balance)
        if invariants is not None:
            known = _invariants(invariants)
            if depth is not None and (_is(depth, GENERAL, "L") or _depth(depth) != len(known)):
                raise InputError("depth", depth, f"the {len(known)} invariants fix the depth: leave it out")
            layers: int | str = len(known)
        elif _is(depth, GENERAL, "L"):
            known, layers = None, GENERAL
        elif _is(depth, DEEP, "oo"):
            if lam:
                raise InputError("balance", balance, "the limit of great depth is for the balanced case: leave it out")
            known, layers = None, DEEP
        else:
            layers = _depth(depth)
            known = _of_balance(lam, layers)
        for name, value in (("q", steep), ("depth", layers), ("invariants", known), ("balance", lam)):
            object.__setattr__(self, name, value)

    # What it is

    @property
    def numeric(self) -> bool:
        """Whether q and every invariant are numbers, so that quantities can be evaluated."""
        known = self.invariants
        return isinstance(self.q, Fraction) and known is not None and all(isinstance(v, Fraction) for v in known)

    @property
    def m(self) -> Any:
        """m = q(L-1)/L, R'' ~ |x|^{-m}/L at infinity: a Fraction, or a SymPy expression in sm.q and sm.L."""
        if isinstance(self.q, Fraction) and isinstance(self.depth, int):
            return self.q * (self.depth - 1) / self.depth
        return self.to_sympy().m

    @property
    def m_zero(self) -> Any:
        """m_0 = q(k0-1)/k0, R'' ~ C |x|^{-m_0} at 0, with k0 of the invariants 0."""
        if isinstance(self.q, Fraction) and self.invariants is not None:
            zeros = self.invariants.count(Fraction(0))
            return self.q * (zeros - 1) / zeros
        return self.to_sympy().m_zero

    @values.long_numbers
    def conditions(self) -> Conditions:
        """Each condition on a mirror map, judged on its own: strictly convex, essentially smooth, onto, ...

        Formula: R' is onto iff m = q(L-1)/L <= 1; x keeps its sign iff m_0 >= 1; blow-up iff m > 1.
        Arguments: none. Returns: a table that shows itself; `["onto"].holds` is True, False, or a condition on q and L.
        Errors: InputError for depth "inf". Source: Corollaries 4.11, 4.12 (S) = 4.13, 4.14 (C); theory section 5.

        >>> import steepest_mirror as sm
        >>> sm.Setting(q=2, depth=3).conditions()["onto"].holds
        False
        """
        from .symbolic.product.legendre import legendre
        from .tables import Conditions

        found = legendre(self.to_sympy())
        return Conditions(
            self.title, self.to_dict(), str(found.m), str(found.m_zero), found.domain, found.range, found.conditions
        )

    @property
    def title(self) -> str:
        """One line: `q = 3/2, L = 3, Lambda = (0, 1/2, 2)`."""
        q = "1 <= q <= 2" if self.q == GENERAL else f"q = {self.q}"
        depth = {GENERAL: "L >= 2", DEEP: "L -> infinity"}.get(str(self.depth), f"L = {self.depth}")
        balanced = not self.balance if self.invariants is None else not any(self.invariants)
        listed = ", ".join(self.to_dict()["invariants"])
        return f"{q}, {depth}, {'balanced' if balanced else f'Lambda = ({listed})'}"

    def to_dict(self) -> dict[str, Any]:
        """{"q", "depth", "invariants"} as in the JSON forms: text for numbers, an integer or a word for the depth."""
        if self.invariants is not None:
            listed = [str(v) for v in self.invariants]
        elif self.depth == DEEP:
            listed = []
        else:
            listed = [f"{v} ({n} times)" for v, n in _groups(self.balance)]
        return {"q": str(self.q), "depth": self.depth, "invariants": listed}

    def __repr__(self) -> str:
        if self.invariants is None:
            more = f", balance={str(self.balance)!r}" if self.balance else ""
            return f"Setting(q={str(self.q)!r}, depth={self.depth!r}{more})"
        return f"Setting(q={str(self.q)!r}, invariants=({', '.join(repr(str(v)) for v in self.invariants)}))"

    def _repr_html_(self) -> str:
        return f"<p>{self.title}, <i>m</i> = {self.m}</p>"

    # In other forms

    def to_sympy(self) -> Symbolic:
        """The setting with SymPy numbers and positive symbols, which the derivations take."""
        if self.depth == DEEP:
            raise InputError("depth", DEEP, "only the two regularizers have the limit: give an integer")
        return self._symbolic

    @cached_property
    def _symbolic(self) -> Symbolic:
        import sympy as sp

        from .symbolic import symbols
        from .symbolic.setting import setting

        def letter(value: Fraction | str) -> Any:
            if isinstance(value, Fraction):
                return value
            symbol = sp.Symbol(value.lstrip("-"), positive=True)
            return -symbol if value.startswith("-") else symbol

        steep = symbols.q if isinstance(self.q, str) else self.q
        if self.invariants is not None:
            return setting(steep, [letter(v) for v in self.invariants])
        return setting(steep, depth=symbols.L, balance=letter(self.balance))

    def mirror(self) -> Mirror:
        """The potential in ball arithmetic. Errors: InputError for a setting with names."""
        if not self.numeric:
            named = [v for v in self.invariants or () if isinstance(v, str)]
            field, value = (
                ("q", self.q)
                if self.q == GENERAL
                else ("depth", self.depth)
                if not isinstance(self.depth, int)
                else ("balance", self.balance)
                if self.balance
                else ("invariants", ", ".join(named))
            )
            raise InputError(field, value, "a quantity is evaluated at numbers: give q and the invariants")
        from .numeric_checks.potential.mirror import Mirror

        assert isinstance(self.q, Fraction) and self.invariants is not None
        counts: dict[Fraction, int] = {}
        for v in self.invariants:
            assert isinstance(v, Fraction)
            counts[v] = counts.get(v, 0) + 1
        zeros = counts.pop(Fraction(0))
        return Mirror(self.q, zeros, tuple(counts.items()))

    @property
    def derivable(self) -> tuple[str, ...]:
        """The quantities that have a formula; at depth "inf" the two regularizers."""
        return DERIVED if self.depth != DEEP else REGULARIZERS

    # What a Formula asks of its setting

    @property
    def _known(self) -> tuple[str, ...]:
        return (*DERIVED, *EVALUATED)

    def _derived(self, quantity: str) -> Derived:
        from .symbolic.writing import derive

        if self.depth == DEEP:
            self._deep(quantity)
            return derive.derive_limit(Setting(self.q, depth=2).to_sympy().q, quantity)
        if quantity in EVALUATED:
            from .symbolic.writing.times import derive_time

            return derive_time(self.to_sympy().q, quantity, self._derived)
        return derive.derive(self.to_sympy(), quantity)

    def _evaluated(self, quantity: str, digits: int, points: dict[str, Fraction]) -> Enclosed:
        from .numeric_checks.potential.quantities import evaluate, evaluate_limit

        if self.depth == DEEP:
            self._deep(quantity)
            self._numbers()
            assert isinstance(self.q, Fraction)
            return evaluate_limit(quantity, self.q, digits=digits, **points)
        return evaluate(quantity, self.mirror(), digits, **points)

    @property
    def _short(self) -> bool:
        return self.invariants is None or len(set(self.invariants)) <= SHORT

    def _numbers(self) -> None:
        if self.depth != DEEP:
            self.mirror()
        elif not isinstance(self.q, Fraction):
            raise InputError("q", self.q, "a quantity is evaluated at numbers: give q in [1, 2]")

    def _points(self, quantity: str) -> tuple[str, ...]:
        from .numeric_checks.potential.quantities import QUANTITIES

        return QUANTITIES[quantity][0]

    def _expression(self, quantity: str, *, in_u: bool) -> Any:
        from .symbolic.product.expressions import expression

        if self.depth == DEEP:
            raise InputError("depth", DEEP, "the limit is text and LaTeX here: see .to_latex()")
        if quantity in EVALUATED and not in_u:
            from .symbolic.writing.times import time_expression

            return time_expression(self.to_sympy().q, quantity, lambda name: self._expression(name, in_u=False))
        return expression(self.to_sympy(), quantity, in_u=in_u)

    def _deep(self, quantity: str) -> None:
        if quantity not in REGULARIZERS:
            raise InputError("depth", DEEP, "only the two regularizers have the limit: give an integer")


def steepness(q: Any, p: Any = None) -> Fraction | str:
    """q in [1, 2] from q or from p, q = p/(p - 1); "symbolic" for all of them."""
    if q is not None and p is not None:
        raise InputError("p", p, "give q or p, not both")
    if p is not None:
        if isinstance(p, float) and p == float("inf"):
            return Fraction(1)
        text = "inf" if _symbolic(p) and type(p).__name__ == "Infinity" else p
        return exact.steepness_from_p(text if isinstance(text, str) else str(values.number(text, "p")), "p")
    if q is None:
        raise InputError("q", None, "give q in [1, 2], such as '3/2'")
    if _is(q, GENERAL, "q"):
        return GENERAL
    value = values.number(q, "q")
    if not 1 <= value <= 2:
        raise InputError("q", q, "q lies in [1, 2] (q = 2 is gradient flow, q = 1 sign gradient flow)")
    return value


def _is(value: Any, word: str, symbol: str) -> bool:
    """Whether the value is the word, or the SymPy symbol that stands for it."""
    if isinstance(value, str):
        return value.strip() == word
    return _symbolic(value) and getattr(value, "name", "") == symbol


def _symbolic(value: Any) -> bool:
    return values.comes_from(value, "sympy")


def _depth(value: Any) -> int:
    return exact.depth(value) if isinstance(value, str) else values.integer(value, "depth", 2, exact.MAX_DEPTH)


def _balance(value: Any) -> Fraction | str:
    flat = _symbolic(value) and not any(getattr(part, "args", ()) for part in getattr(value, "args", ()))
    text = str(value) if flat and str(value).lstrip("-") == "lam" else value
    if isinstance(text, str):
        word = text.strip().replace("lambda", "lam")
        return word if word in ("lam", "-lam") else values.number(text, "balance")
    return values.number(text, "balance")


def _invariants(value: Any) -> tuple[Fraction | str, ...]:
    """Lambda_1..Lambda_L: zeros first, then numbers, then names; the least number subtracted where all are numbers."""
    listed = values.entries(value, "invariants", "Lambda_1, ..., Lambda_L, such as (0, '1/2', 2)")
    if not 2 <= len(listed) <= exact.MAX_DEPTH:
        raise InputError("invariants", value, f"give 2 to {exact.MAX_DEPTH}, one for each weight, such as '0,1/2'")
    found = [_invariant(v) for v in listed]
    numbers = sorted(v for v in found if isinstance(v, Fraction))
    names = sorted(v for v in found if isinstance(v, str))
    if not names:
        return tuple(v - numbers[0] for v in numbers)
    if not numbers or numbers[0] != 0:
        raise InputError("invariants", value, "where names occur one entry is 0 and none is negative")
    return (*numbers, *names)


def _invariant(value: Any) -> Fraction | str:
    if _symbolic(value) and getattr(value, "is_Symbol", False):
        value = str(value)
    if isinstance(value, str) and value.strip()[:1].isalpha():
        return grammar.declared(value.strip(), "invariants")
    if value is None:
        raise WrongType("invariants", value, "give a number such as '1/2' or a name such as 'lam'")
    return values.number(value, "invariants")


def _of_balance(lam: Fraction | str, depth: int) -> tuple[Fraction | str, ...]:
    """(0, lambda, ..., lambda) for lambda > 0, (0, ..., 0, |lambda|) for lambda < 0, zeros for 0."""
    return tuple(v for v, n in _groups(lam, depth) for _ in range(int(n)))


def _groups(lam: Fraction | str, depth: int | None = None) -> list[tuple[Fraction | str, int | str]]:
    less: int | str = "L - 1" if depth is None else depth - 1
    if not lam:
        return [(Fraction(0), "L" if depth is None else depth)]
    negative = lam.startswith("-") if isinstance(lam, str) else lam < 0
    size: Fraction | str = lam.lstrip("-") if isinstance(lam, str) else abs(lam)
    return [(Fraction(0), less), (size, 1)] if negative else [(Fraction(0), 1), (size, less)]


__all__ = ["Formula", "Setting", "steepness"]
