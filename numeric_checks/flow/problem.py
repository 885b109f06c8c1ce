"""A trajectory problem: dw_i/dt = -<dF/dw_i>^{q-1} - alpha(t) w_i on x = w_1...w_L, coordinate by coordinate (theory:
section 1).

Everything here is exact (fractions); who integrates it chooses the precision.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from ...symbolic.errors import InputError, several

Vector = tuple[Fraction, ...]
Matrix = tuple[Vector, ...]


@dataclass(frozen=True)
class Linear:
    """f(x) = sum_k G_k x_k: a constant gradient G."""

    gradient: Vector


@dataclass(frozen=True)
class Quadratic:
    """f(x) = sum_k (x_k - T_k)^2 / 2."""

    target: Vector


@dataclass(frozen=True)
class LeastSquares:
    """f(x) = ||A x - b||^2 / 2."""

    A: Matrix
    b: Vector


@dataclass(frozen=True)
class Logistic:
    """f(x) = sum_r log(1 + exp(-y_r X_r.x)), y_r in {-1, 1}."""

    X: Matrix
    y: Vector


Objective = Linear | Quadratic | LeastSquares | Logistic


@dataclass(frozen=True)
class Decay:
    """alpha(t) >= 0: on [start_i, start_{i+1}) the polynomial sum_k c_ik t^k (t counted from 0, not from the piece's
    start).

    `pieces` is ((start, (c_0, c_1, ...)), ...), starts increasing from 0. kind: "decoupled" subtracts alpha w_i,
    "coupled" puts alpha w_i inside the signed power.
    """

    pieces: tuple[tuple[Fraction, Vector], ...] = ((Fraction(0), (Fraction(0),)),)
    kind: Literal["decoupled", "coupled"] = "decoupled"

    @property
    def absent(self) -> bool:
        """Whether alpha vanishes identically."""
        return all(c == 0 for _, poly in self.pieces for c in poly)


NO_DECAY = Decay()


def constant_decay(alpha: Fraction, kind: Literal["decoupled", "coupled"] = "decoupled") -> Decay:
    """alpha(t) = alpha."""
    if alpha < 0:
        raise InputError("decay", alpha, "weight decay is a number >= 0")
    return Decay(((Fraction(0), (alpha,)),), kind)


@dataclass(frozen=True)
class Problem:
    """q in [1, 2], weights[k][i] = w_i of coordinate k at t = 0, an objective on as many coordinates, decay, end
    time."""

    q: Fraction
    weights: Matrix
    objective: Objective
    until: Fraction
    decay: Decay = NO_DECAY

    def __post_init__(self) -> None:
        if not 1 <= self.q <= 2:
            raise InputError("q", self.q, "q lies in [1, 2]")
        if not self.weights or any(len(row) != len(self.weights[0]) for row in self.weights):
            raise InputError("weights", self.weights, "give every coordinate the same number of weights")
        if len(self.weights[0]) < 2:
            raise InputError("weights", self.weights, "give at least two weights to a coordinate")
        if self.until <= 0:
            raise InputError("until", self.until, "the end time is a number > 0")
        if coordinates(self.objective) != len(self.weights):
            wanted = f"give a row for each coordinate of the objective: it has {coordinates(self.objective)}"
            raise InputError("weights", several(len(self.weights), "row"), wanted)

    @property
    def depth(self) -> int:
        """L."""
        return len(self.weights[0])


def coordinates(objective: Objective) -> int:
    """n, the number of coordinates that f takes."""
    match objective:
        case Linear(gradient):
            return len(gradient)
        case Quadratic(target):
            return len(target)
        case LeastSquares(A, b):
            return _columns("least_squares", A, b)
        case Logistic(X, y):
            if any(label not in (-1, 1) for label in y):
                raise InputError("logistic", "labels", "every label is -1 or 1")
            return _columns("logistic", X, y)


def _columns(argument: str, A: Matrix, b: Vector) -> int:
    if not A or not A[0] or any(len(row) != len(A[0]) for row in A):
        raise InputError(argument, "the matrix", "give a rectangular matrix with at least one row and column")
    if len(A) != len(b):
        raise InputError(
            argument, f"{several(len(A), 'row')} and {several(len(b), 'right-hand side')}", "make them agree"
        )
    return len(A[0])
