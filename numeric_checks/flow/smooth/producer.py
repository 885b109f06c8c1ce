"""Taylor polynomials of a solution of y' = F(t, y), by recurrences in fixed-point integers. Nothing here is trusted.

y_{k+1} = s F_k / (k + 1) in the scaled time tau = (t - t_0)/s, s = 2^-e, where F_k comes from F's own operations:
(a b)_k = sum a_j b_{k-j};  v = u^r: k u_0 v_k = sum_j (r j - (k - j)) u_j v_{k-j};  v = e^u: k v_k = sum j u_j v_{k-j}.
The scale makes the step's length near 1 in tau: the coefficients, integers over 2^bits, become shorter as they matter
less.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from operator import mul
from typing import Any

from flint import arb, arb_mat, arb_poly, fmpz, fmpz_mat, fmpz_poly
from gmpy2 import isqrt, mpz

from ....symbolic.errors import Undecided
from ... import limits
from ...balls import whole
from ...precision import bits as precision
from . import compiled
from .arithmetic import BallArithmetic, OutsideDomain
from .compiled import Compiled, Operation, Program, TooLarge
from .curve import Curve
from .vector_field import Field

BLOCK, BLOCKED = 64, 190  # coefficients multiplied by FLINT at once, and the order from which that pays
CURVED, WEIGHTS = 100, 5  # order, or weights, from which a curve is followed faster than by recurrences
BEYOND_C = 900  # and order from which it is faster than recurrences in C
ATTEMPTS = 8  # scales tried for one step
MOST_CHANGE = 8  # doublings of the scale at once
ROOM = 0.75  # log2 of 1/tau for the step hoped for; rounding errors grow like tau^k beyond tau = 1, so a step goes
BEYOND, FAR = 0.05, 0.4  # to tau = 2^0.05 at most, and is expanded again where 2^0.4 and more could be reached
FEW, SHORT = 8, 16  # coefficients from which a scale can be told, and order to which the first one is
NEAR = -6  # or where less than 2^-6 is reached: a waste of bits


class Series:
    """A power series whose coefficients appear one by one; `step(k)` appends the k-th."""

    degree: int | None = None  # of a polynomial; None: all coefficients may differ from 0
    operation: Operation | None = None  # in C, on the sources and nothing else
    number: int  # in a program

    def __init__(self, tape: Tape, *sources: Series, linear: bool = False):
        self.c: list[Any] = []
        self.polynomials: dict[int, fmpz_poly] = {}
        self.tape, self.sources = tape, sources
        tape.nodes.append(self)
        if linear:
            degrees = [source.degree for source in sources]
            self.degree = None if None in degrees else max(degrees, default=0)  # type: ignore[type-var]

    def step(self, k: int) -> None:
        raise NotImplementedError

    def enter(self, program: Program) -> None:
        """Adds the series and its instructions."""
        self.number = program.series(lambda: self.c[0])
        self.encode(program, self.number, *(source.number for source in self.sources))

    def encode(self, program: Program, out: int, *sources: int) -> None:
        """Its instructions, given the numbers of its sources."""
        if self.operation is not None:
            program.add(self.operation, out, *sources)

    def known(self, k: int) -> fmpz_poly:
        """The first k coefficients as a polynomial."""
        if k not in self.polynomials:
            self.polynomials[k] = fmpz_poly([int(c) for c in self.c[:k]])
        return self.polynomials[k]

    def __add__(self, other: Series | arb | int) -> Series:
        if isinstance(other, Series):
            return _Sum(self.tape, self, other, linear=True)
        return _Combined(self.tape, [mpz(1) << self.tape.bits], [self], self.tape.integer(other))

    __radd__ = __add__

    def __neg__(self) -> Series:
        return _Negative(self.tape, self, linear=True)

    def __sub__(self, other: Series) -> Series:
        return _Difference(self.tape, self, other, linear=True)

    def __mul__(self, other: Series | arb | int) -> Series:
        if isinstance(other, Series):
            return _Product(self.tape, self, other)
        return _Combined(self.tape, [self.tape.integer(other)], [self], mpz(0))

    __rmul__ = __mul__


class _Variable(Series):
    pass


class _Sum(Series):
    operation = Operation.ADD

    def step(self, k: int) -> None:
        a, b = self.sources
        self.c.append(a.c[k] + b.c[k])


class _Difference(Series):
    operation = Operation.SUBTRACT

    def step(self, k: int) -> None:
        a, b = self.sources
        self.c.append(a.c[k] - b.c[k])


class _Negative(Series):
    operation = Operation.NEGATE

    def step(self, k: int) -> None:
        self.c.append(-self.sources[0].c[k])


class _Product(Series):
    operation = Operation.MULTIPLY

    def __init__(self, tape: Tape, a: Series, b: Series):
        if a.degree is None or (b.degree is not None and b.degree < a.degree):
            a, b = b, a
        super().__init__(tape, a, b)
        if a.degree is not None and b.degree is not None:
            self.degree = a.degree + b.degree

    def step(self, k: int) -> None:
        a, b = self.sources
        if a.degree is not None:
            total = sum(map(mul, a.c[: a.degree + 1], reversed(b.c[max(0, k - a.degree) : k + 1])))
        elif k < BLOCK or self.tape.order < BLOCKED:
            total = sum(map(mul, a.c, reversed(b.c)))
        else:
            total = self._by_blocks(k, a, b)
        self.c.append(total >> self.tape.bits)

    def _by_blocks(self, k: int, a: Series, b: Series) -> Any:
        """Coefficient k: products of whole blocks were added up when the later of the two was complete."""
        inside = k % BLOCK
        begin = k - inside
        if inside == 0:
            self._complete(begin - BLOCK, begin, a, b)
        new = sum(map(mul, a.c[begin : k + 1], b.c[inside::-1]), self.ahead[k])
        return sum(map(mul, b.c[begin : k + 1], a.c[inside::-1]), new)

    def _complete(self, start: int, end: int, a: Series, b: Series) -> None:
        """Adds a_{<end} b_{start..end} + a_{start..end} b_{<start} to the coefficients from `end` on."""
        if start == 0:
            self.ahead = [mpz(0)] * (self.tape.order + 1)
        size = self.tape.order + 1 - start
        blocks = [fmpz_poly([int(c) for c in s.c[start:end]]) for s in (a, b)]
        products = a.known(end).mul_low(blocks[1], size) + blocks[0].mul_low(b.known(start), size)
        for position, c in enumerate(products.coeffs()[BLOCK:], end):
            self.ahead[position] += int(c)


class _Combined(Series):
    """sum_i coefficient_i element_i + shift."""

    def __init__(self, tape: Tape, coefficients: Sequence[Any], elements: Sequence[Series], shift: Any):
        super().__init__(tape, *elements)
        self.coefficients, self.shift = coefficients, shift
        self.same = list(coefficients) == [mpz(1) << tape.bits]
        degrees = [e.degree if c else 0 for c, e in zip(coefficients, elements, strict=True)]
        self.degree = None if None in degrees else max(degrees, default=0)  # type: ignore[type-var]

    def step(self, k: int) -> None:
        if self.same:
            value = self.sources[0].c[k]
        else:
            value = sum(map(mul, self.coefficients, [e.c[k] for e in self.sources])) >> self.tape.bits
        self.c.append(value if k else value + self.shift)

    def encode(self, program: Program, out: int, *sources: int) -> None:
        program.transform(out, [self.coefficients], sources)


class _Transform(Series):
    """M e for a matrix M, coefficient by coefficient a column of integers."""

    def __init__(self, tape: Tape, matrix: arb_mat, elements: Sequence[Series]):
        super().__init__(tape, *elements)
        size = matrix.nrows()
        self.matrix = fmpz_mat(size, matrix.ncols(), [int(tape.integer(v)) for v in matrix.entries()])

    def step(self, k: int) -> None:
        column = fmpz_mat(len(self.sources), 1, [int(e.c[k]) for e in self.sources])
        self.c.append([mpz(int(v)) >> self.tape.bits for v in (self.matrix * column).entries()])

    def enter(self, program: Program) -> None:
        """Its rows are entered."""


class _Entry(Series):
    """One row of a `_Transform`, with a constant."""

    def __init__(self, tape: Tape, whole: _Transform, row: int, shift: Any):
        super().__init__(tape, whole)
        self.whole, self.row, self.shift = whole, row, shift

    def step(self, k: int) -> None:
        value = self.sources[0].c[k][self.row]
        self.c.append(value if k else value + self.shift)

    def enter(self, program: Program) -> None:
        self.number = program.series(lambda: self.c[0])
        if self.row == 0:
            elements = [element.number for element in self.whole.sources]
            program.transform(self.number, self.whole.matrix.tolist(), elements)


class _Weighted(Series):
    """A base class for series that need the terms j u_j of their source."""

    def __init__(self, tape: Tape, source: Series):
        super().__init__(tape, source)
        self.weighted: list[Any] = []

    def step(self, k: int) -> None:
        if k == 0:
            self.weighted.clear()
        self.weighted.append(k * self.sources[0].c[k])

    def weigh(self, program: Program, source: int) -> int:
        """The series of the terms j u_j."""
        found = program.series(lambda: 0)
        program.add(Operation.WEIGH, found, source)
        return found


class _Power(_Weighted):
    def __init__(self, tape: Tape, source: Series, exponent: Fraction):
        super().__init__(tape, source)
        self.exponent = exponent

    def step(self, k: int) -> None:
        super().step(k)
        u, (a, b) = self.sources[0].c, (self.exponent.numerator, self.exponent.denominator)
        if k == 0:
            if u[0] <= 0:
                raise OutsideDomain("a base that is not positive")
            self.c.append(self.tape.integer(self.tape.ball(u[0]) ** (arb(a) / b)))
            return
        back = self.c[::-1]
        total = (a + b) * sum(map(mul, self.weighted[1:], back)) - b * k * sum(map(mul, u[1:], back))
        self.c.append(total // (b * k * u[0]))

    def encode(self, program: Program, out: int, *sources: int) -> None:
        over = program.series(lambda: (1 << 2 * self.tape.bits) // self.sources[0].c[0])
        a, b = self.exponent.numerator, self.exponent.denominator
        program.add(Operation.POWER, out, sources[0], self.weigh(program, sources[0]), over, a, b)


class _Root(Series):
    """v = u^{1/2}: 2 v_0 v_k = u_k - sum_{0 < j < k} v_j v_{k-j}, a sum that is twice its half."""

    def step(self, k: int) -> None:
        u, v = self.sources[0].c, self.c
        if k == 0:
            if u[0] <= 0:
                raise OutsideDomain("a base that is not positive")
            v.append(isqrt(u[0] << self.tape.bits))
            return
        half = (k + 1) // 2
        total = 2 * sum(map(mul, v[1:half], reversed(v)))
        if k % 2 == 0:
            total += v[half] * v[half]
        v.append(((u[k] << self.tape.bits) - total) // (2 * v[0]))

    def encode(self, program: Program, out: int, *sources: int) -> None:
        over = program.series(lambda: (1 << 2 * self.tape.bits - 1) // self.c[0])
        program.add(Operation.ROOT, out, sources[0], over)


class _Exp(_Weighted):
    def step(self, k: int) -> None:
        super().step(k)
        if k == 0:
            self.c.append(self.tape.integer(self.tape.ball(self.sources[0].c[0]).exp()))
        else:
            self.c.append((sum(map(mul, self.weighted[1:], self.c[::-1])) >> self.tape.bits) // k)

    def encode(self, program: Program, out: int, *sources: int) -> None:
        program.add(Operation.OVER, out, self.weigh(program, *sources), out, x=1)


class _Share(_Weighted):
    """s = 1/(1 + e^c): s' = -s (1 - s) c', so k s_k = -sum_j j c_j v_{k-j} with v = s - s^2."""

    def __init__(self, tape: Tape, source: Series):
        super().__init__(tape, source)
        self.slope: list[Any] = []

    def step(self, k: int) -> None:
        super().step(k)
        if k == 0:
            self.slope.clear()
            margin = self.tape.ball(self.sources[0].c[0])
            self.c.append(self.tape.integer(BallArithmetic().share(margin)))
        else:
            self.c.append(-(sum(map(mul, self.weighted[1:], self.slope[::-1])) >> self.tape.bits) // k)
        square = sum(map(mul, self.c, self.c[::-1])) >> self.tape.bits
        self.slope.append(self.c[k] - square)

    def encode(self, program: Program, out: int, *sources: int) -> None:
        square, slope = program.series(lambda: 0), program.series(lambda: self.slope[0])
        program.add(Operation.OVER, out, self.weigh(program, *sources), slope, x=-1)
        program.add(Operation.MULTIPLY, square, out, out)
        program.add(Operation.SUBTRACT, slope, out, square)


class _Inverse(Series):
    operation = Operation.INVERT

    def step(self, k: int) -> None:
        u = self.sources[0].c
        if u[0] == 0:
            raise OutsideDomain("a divisor that is 0")
        self.c.append(-sum(map(mul, u[1:], self.c[::-1])) // u[0] if k else (mpz(1) << (2 * self.tape.bits)) // u[0])


class Tape:
    """F recorded once as a list of series in the order of evaluation; also the Arithmetic that F is recorded with."""

    def __init__(self, field: Field, bits: int, longest: int = 0):
        """`longest`: the order for which there is room at once."""
        self.bits, self.order, self.longest = bits, 0, longest
        self.nodes: list[Series] = []
        self.time: Series = _Variable(self)
        self.time.degree = 1
        self.state: list[Series] = [_Variable(self) for _ in range(field.core)]
        self.operations = len(self.nodes)
        self.compiled: Compiled | None = None
        self.supplied: tuple[fmpz_poly, ...] = ()  # the helpers of the last expansion
        self.helpers: list[Series] = []
        self.rates = field.rates(self.time, self.state, self)
        self.passive = field.passive
        self._prune()

    def _prune(self) -> None:
        """Leaves out what no rate needs; the rows of a `_Transform` stay together."""
        needed = {id(node) for node in (*self.nodes[: self.operations], *self.rates, *self.helpers)}
        needed |= {id(node) for node in self.nodes if isinstance(node, _Entry)}
        for node in reversed(self.nodes):
            if id(node) in needed:
                needed.update(map(id, node.sources))
        self.nodes = [node for node in self.nodes if id(node) in needed]

    def integer(self, value: arb | int) -> Any:
        """The integer nearest to 2^bits value."""
        try:
            return mpz(whole(arb(value) * arb(2) ** self.bits))
        except Undecided as error:
            raise OutsideDomain(str(error)) from error

    def ball(self, value: Any) -> arb:
        return arb(fmpz(int(value))) * arb(2) ** -self.bits

    def power(self, base: Series, exponent: Fraction) -> Series:
        root = exponent == Fraction(1, 2)
        self.helpers.append(_Root(self, base) if root else _Power(self, base, exponent))
        return self.helpers[-1]

    def exp(self, exponent: Series) -> Series:
        return _Exp(self, exponent)

    def inverse(self, divisor: Series) -> Series:
        self.helpers.append(_Inverse(self, divisor))
        return self.helpers[-1]

    def share(self, margin: Series) -> Series:
        return _Share(self, margin)

    def combine(self, coefficients: Sequence[arb], elements: Sequence[Series], shift: arb) -> Series:
        if not elements:
            return _Combined(self, [], [], self.integer(shift))
        return _Combined(self, [self.integer(c) for c in coefficients], elements, self.integer(shift))

    def transform(self, matrix: arb_mat, elements: Sequence[Series], shifts: Sequence[arb]) -> list[Series]:
        whole = _Transform(self, matrix, elements)
        return [_Entry(self, whole, k, self.integer(shift)) for k, shift in enumerate(shifts)]

    def expand(self, time: arb, start: Sequence[arb], order: int, e: int) -> Rows:
        """Coefficients 0..order of the state and of the passive integrals (these from 0) in tau."""
        self._begin(time, start, order, e)
        integrals: list[list[Any]] = [[mpz(0)] for _ in range(self.passive)]
        moving = list(zip(self.state, self.rates, strict=False))
        resting = list(zip(integrals, self.rates[len(self.state) :], strict=True))
        operations = self.nodes[self.operations :]
        for k in range(order):
            limits.check()  # at thousands of digits one step takes minutes
            for node in operations:
                node.step(k)
            for variable, rate in moving:
                variable.c.append(_shift(rate.c[k], -e) // (k + 1))
            for integral, rate in resting:
                integral.append(_shift(rate.c[k], -e) // (k + 1))
        self.supplied = tuple(_polynomial(helper.c) for helper in self.helpers)
        return [_polynomial(row) for row in (*(variable.c[: order + 1] for variable in self.state), *integrals)]

    def _begin(self, time: arb, start: Sequence[arb], order: int, e: int) -> None:
        for node in self.nodes:
            node.c.clear()
            node.polynomials.clear()
        self.order = order
        for variable, value in zip(self.state, start, strict=True):
            variable.c.append(self.integer(value))
        self.time.c.extend([self.integer(time), _shift(mpz(1) << self.bits, -e), *[mpz(0)] * order])

    def expand_compiled(self, time: arb, start: Sequence[arb], order: int, e: int) -> tuple[Rows, int] | None:
        """The same in C and how many coefficients are known, not all where numbers outgrow what it has room for; None
        where it is not to be had."""
        try:
            if self.compiled is None or self.compiled.terms <= order:
                self.compiled = Compiled(self._program(), max(order, self.longest) + 1)
            self._begin(time, start, order, e)
            for node in self.nodes[self.operations :]:
                node.step(0)
            known = self.compiled.run(e, order)
        except (TooLarge, ValueError):
            return None
        self.supplied = tuple(self.compiled.row(helper.number, min(known, order)) for helper in self.helpers)
        return [self.compiled.row(number, known) for number in self.results], known

    def _program(self) -> Program:
        program = Program(self.bits)
        one = program.series(lambda: 1 << self.bits)
        for node in self.nodes:
            node.enter(program)
        integrals = [program.series(lambda: 0) for _ in range(self.passive)]
        self.results = [variable.number for variable in self.state] + integrals
        program.add(Operation.INTEGRATE, self.time.number, one)
        for number, rate in zip(self.results, self.rates, strict=True):
            program.add(Operation.INTEGRATE, number, rate.number)
        return program


def _shift(value: Any, by: int) -> Any:
    return value << by if by >= 0 else value >> -by


Rows = list[fmpz_poly]  # over 2^bits


def _polynomial(row: Any) -> fmpz_poly:
    return row if isinstance(row, fmpz_poly) else fmpz_poly(list(map(int, row)))


@dataclass(frozen=True)
class Proposal:
    """Polynomials in tau on 0 <= tau <= length, time = start + 2^-scale tau: a claim for the checker to judge."""

    scale: int
    length: arb
    core: list[arb_poly]
    passive: list[arb_poly]
    centred: bool = False  # whether to be expanded about the middle of the step, not about its start
    grid: int | None = None  # all coefficients are integers over 2^grid
    helpers: tuple[fmpz_poly, ...] = ()  # powers and inverses in F(p), in their order, likewise over 2^grid


class Producer:
    """Proposes steps of one field; `order` and `bits` set the effort."""

    def __init__(self, field: Field, bits: int, order: int):
        self.tape = Tape(field, bits, order)
        self.fast = compiled.kernel is not None and bits <= compiled.LARGEST * compiled.RADIX
        worth = order >= BEYOND_C if self.fast else order >= CURVED or field.core >= WEIGHTS
        self.curve = Curve.of(field, bits) if worth else None
        self.order, self.scale = order, 0
        self.begun = False

    def propose(self, time: arb, start: Sequence[arb], limit: arb, goal: int) -> Proposal:
        """A step of at most `limit` whose last term is near 2^-goal."""
        bits = self.tape.bits
        if not self.begun and self.order > SHORT:
            rows, known = self._expand(time, start, SHORT, whole=True)
            self.scale += self._change(self._reach(rows, known, goal))
        self.begun = True
        for attempt in range(ATTEMPTS):
            last = attempt == ATTEMPTS - 1
            rows, known = self._expand(time, start, self.order, whole=last)
            reach = self._reach(rows, known, goal)
            change = self._change(reach)
            if (NEAR < reach < FAR and known > self.order) or last:
                break
            self.scale += change
        length = arb(2.0 ** min(reach, BEYOND))
        longest = (limit * arb(2) ** self.scale).mid()
        if length > longest:
            length = longest
        with precision(4 * bits):  # nothing is rounded
            polys = [arb_poly(row) * arb(2) ** -bits for row in rows]
        core = len(self.tape.state)
        proposal = Proposal(self.scale, length, polys[:core], polys[core:], False, bits, self.tape.supplied)
        self.scale += change
        return proposal

    def _expand(self, time: arb, start: Sequence[arb], order: int, whole: bool) -> tuple[Rows, int]:
        """The rows of coefficients and how many are known, less than all only if not `whole`: by Newton's method where
        that is possible and goes well."""
        if self.curve is not None:
            try:
                grid = [fmpz(int(self.tape.integer(v))) for v in start]
                return self.curve.expand(grid, order, self.scale), order + 1
            except OutsideDomain:
                pass
        if self.fast:
            found = self.tape.expand_compiled(time, start, order, self.scale)
            if found is not None and (found[1] > order or (found[1] > FEW and not whole)):
                return found
        return self.tape.expand(time, start, order, self.scale), order + 1

    def _change(self, reach: float) -> int:
        """Doublings of the scale for a reach of 2^-ROOM."""
        return max(-MOST_CHANGE, min(MOST_CHANGE, round(-ROOM - reach)))

    def _reach(self, rows: Rows, known: int, goal: int) -> float:
        """log2 of the tau at which the last terms are 2^-goal, were the order reached; they grow like 2^{rate k}.

        What is linear in tau (the gain of a constant g) says nothing about a rate.
        """
        last = next((k for k in range(known - 1, 1, -1) if any(row[k] for row in rows)), 0)
        if last < 2:
            return MOST_CHANGE
        size = max(int(row[k]).bit_length() for row in rows for k in (last, last - 1) if k > 1) - self.tape.bits
        return -goal / self.order - size / last
