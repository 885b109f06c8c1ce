"""A quantity of a mirror flow as one value: a formula that shows itself, a function of numbers, of arrays, of symbols.

R'' = 1/P'(u) metric, R' mirror map, R potential, R*(R'(x)) conjugate, M regularizer, Y = lim R' range, mu = P'(0).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from . import values
from .symbolic.errors import InputError, Undecided, WrongType
from .symbolic.reading import exact

if TYPE_CHECKING:
    from numpy.typing import ArrayLike, NDArray

    from .numeric_checks.balls import Enclosed
    from .symbolic.writing.derive import Derived

DIGITS = 50
DOUBLE = 20  # digits that round to a double as the value does


@dataclass(frozen=True)
class Formula:
    """One quantity of one flow.

    Formula: that of the quantity, derived and checked when it is first shown.
    Arguments: called with its points (x, y, or x0, x1 and g; exact numbers) and `digits` from 1 to 10000 it is a
        number; called with nothing it is itself, so that `S.potential()` and `S.potential` are one.
    Returns: called with points, Enclosed(value, radius) with |value - truth| <= radius.
    Errors: InputError where the quantity does not exist, naming the point; Undecided.
    Source: theory sections 3 to 5, 8 and 11.

    >>> import steepest_mirror as sm
    >>> R = sm.Setting(q=2, depth=2, balance=1).potential()
    >>> R.sympy().diff(sm.x, 2).subs(sm.x, 1)
    sqrt(5)/5
    >>> R(x=1, digits=10).value
    '0.4128007432'
    >>> float(R.numpy()([-1.0, 0.0, 1.0])[0])
    0.41280074321...
    """

    of: Quantities
    quantity: str

    @values.long_numbers
    def __call__(
        self, x: Any = None, *, y: Any = None, x0: Any = None, x1: Any = None, g: Any = None, digits: Any = None
    ) -> Any:
        """The formula itself without arguments; its value at exact points with `digits` digits."""
        given = {n: v for n, v in (("x", x), ("y", y), ("x0", x0), ("x1", x1), ("g", g)) if v is not None}
        if not given and digits is None:
            return self
        for name, value in given.items():
            if isinstance(value, (list, tuple)) or values.is_array(value):
                raise WrongType(name, value, "give one exact number; `.numpy()` is the function of arrays")
        count = DIGITS if digits is None else values.integer(digits, "digits", 1, exact.MAX_DIGITS)
        return self.of._evaluated(self.quantity, count, {n: values.number(v, n) for n, v in given.items()})

    # As a formula

    def to_latex(self) -> str:
        """The formula as LaTeX, without dollars; `latex()` is the same."""
        return self.derived.latex

    latex = to_latex

    def _repr_latex_(self) -> str | None:
        from .proofs.writing.as_latex import broken

        try:
            return rf"$\displaystyle {broken(self.to_latex())}$"
        except (InputError, Undecided):
            return None  # a notebook then shows the text, which names what has no formula

    def __str__(self) -> str:
        return self.derived.text

    def code(self) -> str:
        """A Python module of its own, mpmath all it needs, that computes the quantity to mp.dps digits."""
        return self.derived.python

    @property
    def domain(self) -> str:
        """Where the formula holds, in words."""
        return self.derived.domain

    @property
    def proof(self) -> tuple[str, ...]:
        """What was checked before the formula was shown."""
        return self.derived.proof

    @property
    @values.long_numbers
    def derived(self) -> Derived:
        """The formula as text, LaTeX and code, with its domain and what was checked."""
        return self.of._derived(self.quantity)

    @values.long_numbers
    def sympy(self) -> Any:
        """The value for x > 0 in sm.x (and sm.q, sm.L, the names as positive symbols).

        Where u(x) has no closed form it stands as the function u(x), which knows its derivative: P(u(x)) = x^q. Cases
        of symbolic q and L are a Piecewise.
        """
        return self.of._expression(self.quantity, in_u=False)

    @values.long_numbers
    def in_u(self) -> Any:
        """The same in sm.u, with P(u) = x^q."""
        return self.of._expression(self.quantity, in_u=True)

    # As a function

    def numpy(self) -> Callable[[ArrayLike], NDArray[Any]]:
        """A function of an array of doubles of any shape, entry by entry through balls: right to the last digit or so.

        Every sign of x is read, the balance is any. nan where the quantity does not exist, at nan and at infinity.
        Only for quantities of one variable, x or y. Errors: InputError for a setting with names, at once.
        """
        name = self._variable()
        self.of._numbers()

        def function(array: ArrayLike) -> NDArray[Any]:
            import numpy as np

            try:
                read = np.asarray(array)
            except Exception:  # what NumPy cannot read, or an object that refuses
                raise WrongType(name, array, "give an array of real numbers") from None
            if read.dtype.kind not in "iuf":
                raise WrongType(name, f"an array of {read.dtype}", "give an array of real numbers")
            read = read.astype(float)
            found = [self._double(float(v)) for v in read.ravel()]
            return np.array(found, dtype=float).reshape(read.shape)

        return function

    def mpmath(self) -> Callable[[Any], Any]:
        """A function of one mpmath number (or exact number), correct to mp.dps digits. Errors: as `numpy`."""
        name = self._variable()
        self.of._numbers()

        def function(value: Any) -> Any:
            import mpmath

            mp = mpmath.mp
            if isinstance(value, mpmath.mpf):
                if not mp.isfinite(value):
                    raise InputError(name, value, "give a finite number")
                sign, mantissa, exponent, _ = value._mpf_
                value = Fraction((-1) ** sign * int(mantissa)) * Fraction(2) ** int(exponent)
            return mp.mpf(self(**{name: value}, digits=min(mp.dps + 2, exact.MAX_DIGITS)).value)

        return function

    def _variable(self) -> str:
        points = self.of._points(self.quantity)
        if len(points) != 1:
            raise InputError("quantity", self.quantity, f"it takes {', '.join(points) or 'no point'}: call it")
        return points[0]

    @values.long_numbers
    def _double(self, value: float) -> float:
        try:
            point = Fraction(value)
            return float(self.of._evaluated(self.quantity, DOUBLE, {self._variable(): point}).value)
        except (InputError, Undecided, ValueError, OverflowError):
            return float("nan")

    def __repr__(self) -> str:
        name = f"{self.of!r}.{self.quantity.replace('-', '_')}"
        try:
            return f"{name}\n{self}" if self.of._short else name
        except (InputError, Undecided):
            return name


class Quantities:
    """What has the quantities of a mirror flow: a setting, or a reparameterization with its start.

    It says what is known of a quantity: `_known`, `_points`, `_derived`, `_evaluated`, `_expression`.
    """

    def formula(self, quantity: str) -> Formula:
        """The quantity of this name, such as "mirror-map" or "mirror_map"."""
        return Formula(self, values.choice(quantity, "quantity", self._known))

    @property
    def flow(self) -> Formula:
        """dw_i/dt = -<g prod_{j != i} w_j>^{q-1}, and with weight decay."""
        return self.formula("flow")

    @property
    def balance_law(self) -> Formula:
        """|w_i|^q - |w_j|^q is conserved, and what decay makes of it."""
        return self.formula("balance")

    @property
    def metric(self) -> Formula:
        """R''(x) = 1/P'(u), even in x."""
        return self.formula("metric")

    @property
    def mirror_map(self) -> Formula:
        """R'(x) = (1/q) int_0^u P^{1/q-1}, odd in x."""
        return self.formula("mirror-map")

    @property
    def inverse_mirror_map(self) -> Formula:
        """x with R'(x) = y."""
        return self.formula("inverse-mirror-map")

    @property
    def potential(self) -> Formula:
        """R(x) = x R'(x) - R*(R'(x)), even in x, R(0) = 0."""
        return self.formula("potential")

    @property
    def conjugate(self) -> Formula:
        """R*(R'(x)) = (1/q) int_0^u P^{2/q-1}."""
        return self.formula("conjugate")

    @property
    def regularizer(self) -> Formula:
        """Decoupled decay: M(x) = L R*(R'(x))."""
        return self.formula("regularizer")

    @property
    def coupled_regularizer(self) -> Formula:
        """Coupled decay: (1/2) sum_i ((u + Lambda_i)^{2/q} - Lambda_i^{2/q})."""
        return self.formula("coupled-regularizer")

    @property
    def range(self) -> Formula:
        """Y = lim R'(x) as x -> infinity; `range(digits=50)` is the number."""
        return self.formula("range")

    @property
    def coercivity(self) -> Formula:
        """mu = P'(0), the least 1/R''; `coercivity(digits=50)` is the number."""
        return self.formula("coercivity")

    @property
    def escape_time(self) -> Formula:
        """T = (R'(x_1) - R'(x_0))/|g|^{q-1} under a constant gradient: `escape_time(x0=, x1=, g=)`."""
        return self.formula("escape-time")

    @property
    def blow_up_time(self) -> Formula:
        """T = (Y - R'(|x|))/|g|^{q-1} for g pushing outwards: `blow_up_time(x=, g=)`."""
        return self.formula("blow-up-time")

    @property
    def _short(self) -> bool:
        """Whether a formula is short enough to be shown where nobody asked for it."""
        return True

    def _numbers(self) -> None:
        """Errors: InputError where q or an invariant is no number, so that nothing can be evaluated."""

    @property
    def _known(self) -> tuple[str, ...]:
        raise NotImplementedError

    def _points(self, quantity: str) -> tuple[str, ...]:
        raise NotImplementedError

    def _derived(self, quantity: str) -> Derived:
        raise NotImplementedError

    def _evaluated(self, quantity: str, digits: int, points: dict[str, Fraction]) -> Enclosed:
        raise NotImplementedError

    def _expression(self, quantity: str, *, in_u: bool) -> Any:
        raise NotImplementedError
