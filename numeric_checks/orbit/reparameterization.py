"""h of the user's own as a function over any arithmetic: its value and its gradient, from the parsed expression alone.

Forward differentiation of the tree; |v| = v s(v), s(v) = v (v^2)^{-1/2}, analytic away from v = 0. A logarithm l = log
v is one more component of the state, dl = dv/v, so that an arithmetic needs powers, exponentials and reciprocals only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from flint import arb

from ...symbolic.errors import Undecided
from ...symbolic.orbit.reparameterization import Reparameterization
from ...symbolic.reading.expression import Call, Expression, Name, Negative, Number, Power, Product, Sum, walk
from ..balls import ball
from ..flow.smooth.arithmetic import Arithmetic, BallArithmetic, Element
from .path import DifferentiableMap


def differentiable(h: Reparameterization) -> DifferentiableMap:
    """The reparameterization as the numeric checks take it. Errors: Undecided where a part of h is not followed."""
    order = {w.name: i for i, w in enumerate(h.weights)}
    k, logs = len(order), [node for node in walk(h.tree) if isinstance(node, Call) and node.function == "log"]

    def slopes(state: Sequence[Element], arithmetic: Arithmetic) -> tuple[Element, list[Element], list[Element]]:
        tree = _Tree(order, h.constants, state, arithmetic, logs)
        value, gradient = tree.of(h.tree)
        rows = [tree.share(node.arguments[0], k) for node in logs]
        return tree.element(value), [tree.element(gradient.get(i, Fraction(0))) for i in range(k)], rows

    def logarithms(weights: Sequence[arb]) -> list[arb]:
        found: list[arb] = [arb(0)] * len(logs)
        for n in reversed(range(len(logs))):  # a logarithm inside another comes later in the walk
            tree = _Tree(order, h.constants, [*weights, *found], BallArithmetic(), logs)
            value = tree.element(tree.of(logs[n].arguments[0])[0])
            if not value > 0:
                raise Undecided("the logarithm of a number that is not shown to be positive")
            found[n] = value.log()
        return found

    q = Fraction(int(h.q.p), int(h.q.q))
    x0 = Fraction(int(h.x0.p), int(h.x0.q)) if h.x0.is_Rational else None
    return DifferentiableMap(q, [Fraction(int(w.p), int(w.q)) for w in h.start], x0, slopes, logarithms)


class _Tree:
    """One evaluation: parts are (value, {weight: derivative}), numbers staying exact."""

    def __init__(
        self,
        order: Mapping[str, int],
        constants: Mapping[str, Fraction],
        state: Sequence[Element],
        arithmetic: Arithmetic,
        logs: Sequence[Call],
    ):
        self.order, self.constants, self.state, self.arithmetic = order, constants, state, arithmetic
        self.place = {id(node): len(order) + n for n, node in enumerate(logs)}

    def element(self, value: Element | Fraction) -> Element:
        """A number as an element of the arithmetic."""
        return self.state[0] * 0 + ball(value) if isinstance(value, Fraction) else value

    def share(self, node: Expression, k: int) -> list[Element]:
        """d_i v / v."""
        value, gradient = self.of(node)
        inverse = self.arithmetic.inverse(self.element(value))
        return [self.element(_times(gradient.get(i, Fraction(0)), inverse)) for i in range(k)]

    def of(self, node: Expression):  # type: ignore[no-untyped-def]
        match node:
            case Number(value):
                return value, {}
            case Name(name):
                if name in self.constants:
                    return self.constants[name], {}
                i = self.order[name]
                return self.state[i], {i: Fraction(1)}
            case Negative(term):
                return _chain(self.of(term), lambda v: _times(Fraction(-1), v), lambda v: Fraction(-1))
            case Sum(terms):
                total = self.of(terms[0])
                for term in terms[1:]:
                    total = _sum(total, self.of(term))
                return total
            case Product(factors):
                total = self.of(factors[0])
                for factor in factors[1:]:
                    total = _product(total, self.of(factor))
                return total
            case Power(base, exponent):
                return self._power(self.of(base), self.of(exponent))
            case Call(function, (argument,)):
                return self._call(function, node, self.of(argument))
        raise Undecided("a part of the expression is not followed")

    def _power(self, base, exponent):  # type: ignore[no-untyped-def]
        n, down = exponent
        if down or not isinstance(n, Fraction):
            if not isinstance(base[0], Fraction) or base[0] <= 0:
                raise Undecided("a power is followed where its exponent, or its base > 0, is a number")
            return self._call("exp", None, _product((self._constant(ball(base[0]).log()), {}), exponent))
        if isinstance(base[0], Fraction) and n.denominator == 1:
            return base[0] ** int(n), {}
        return _chain(base, lambda v: self._raised(v, n), lambda v: _times(n, self._raised(v, Fraction(n - 1))))

    def _constant(self, value: arb) -> Element:
        return self.state[0] * 0 + value

    def _raised(self, v: Element | Fraction, n: Fraction) -> Element | Fraction:
        if n == 0:
            return Fraction(1)
        if n == 1:
            return v
        if n.denominator != 1:
            return self.arithmetic.power(self.element(v), n)
        if n < 0:
            return self.arithmetic.inverse(self.element(self._raised(v, -n)))
        half = self._raised(v, Fraction(n // 2))
        whole = _times(half, half)
        return _times(whole, v) if n % 2 else whole

    def _call(self, function: str, node: Call | None, part):  # type: ignore[no-untyped-def]
        arithmetic = self.arithmetic
        if function == "sqrt":
            return self._power(part, (Fraction(1, 2), {}))
        if function == "abs":
            side = self._side(part[0])
            return _chain(part, lambda v: _times(side, v), lambda v: side)
        v = self.element(part[0])
        match function:
            case "log":
                return _chain(part, lambda _: self.state[self.place[id(node)]], lambda _: arithmetic.inverse(v))
            case "exp":
                e = arithmetic.exp(v)
                return _chain(part, lambda _: e, lambda _: e)
            case "sinh" | "cosh":
                up, down = arithmetic.exp(v), arithmetic.exp(-v)
                half = [_times(Fraction(1, 2), up + w) for w in (-down, down)]
                own, other = half if function == "sinh" else half[::-1]
                return _chain(part, lambda _: own, lambda _: other)
            case "tanh":
                t = 1 + _times(Fraction(-2), arithmetic.inverse(arithmetic.exp(v + v) + 1))
                return _chain(part, lambda _: t, lambda _: 1 + -(t * t))
        raise Undecided(f"{function} is not followed")

    def _side(self, v: Element | Fraction) -> Element | Fraction:
        """v/|v|."""
        if isinstance(v, Fraction):
            return Fraction((v > 0) - (v < 0))
        return v * self.arithmetic.power(v * v, Fraction(-1, 2))


def _chain(part, value, slope):  # type: ignore[no-untyped-def]
    v, gradient = part
    outer = slope(v) if gradient else Fraction(0)
    return value(v), {i: _times(outer, d) for i, d in gradient.items()}


def _sum(a, b):  # type: ignore[no-untyped-def]
    gradient = dict(a[1])
    for i, d in b[1].items():
        gradient[i] = _plus(gradient[i], d) if i in gradient else d
    return _plus(a[0], b[0]), gradient


def _product(a, b):  # type: ignore[no-untyped-def]
    first = {i: _times(d, b[0]) for i, d in a[1].items()}
    second = {i: _times(d, a[0]) for i, d in b[1].items()}
    return _times(a[0], b[0]), _sum((Fraction(0), first), (Fraction(0), second))[1]


def _plus(a: Element | Fraction, b: Element | Fraction) -> Element | Fraction:
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a + b
    if isinstance(a, Fraction):
        a, b = b, a
    if isinstance(b, Fraction):
        return a if b == 0 else a + ball(b)
    return a + b


def _times(a: Element | Fraction, b: Element | Fraction) -> Element | Fraction:
    if isinstance(a, Fraction) and isinstance(b, Fraction):
        return a * b
    if isinstance(a, Fraction):
        a, b = b, a
    if isinstance(b, Fraction):
        return Fraction(0) if b == 0 else a if b == 1 else -a if b == -1 else a * ball(b)
    return a * b
