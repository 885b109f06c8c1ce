"""Where an optimizer takes a model, in the terms of the theory.

balance drift     max |Lambda_t - Lambda_0| over max |Lambda_0|, Lambda_i = |w_i|^q - |w_1|^q for the q that is followed
                  (over max |w|^q where every Lambda_0 is 0)
saddle distance   sqrt(a^2 + b^2), a, b the two smallest |w_i| of a coordinate: the least and the most
curvature         lambda_min/lambda_max and the pairing max_j |lambda_j + lambda_-j|/max|lambda|
slope             |grad F|^2/(2 max|lambda|), what a step along the gradient changes the loss by, against the loss
q                 the q in [1, 2] whose velocity -<grad F>^{q-1} has the largest cosine with the steps, on average
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from ...symbolic.errors import InputError
from .spectrum import Spectrum, extremes
from .subject import Array, Subject

STEEPNESSES = tuple(1 + i / 8 for i in range(9))
LOOKS = 200  # at most so many steps are compared with the flows
CLEAR = 0.9  # a mean cosine below it means that no q is followed
APART = 0.01  # cosines that differ by less tell no q from another: all do where |g_i| is the same for every i
SLOPE = 0.05  # a change of the loss by a larger part of it is no rest


@dataclass(frozen=True)
class Diagnosis:
    """The numbers; None where the subject has no layers. `cosines` maps each q to its mean cosine with the steps.

    `balance_drift` is None too where no q is followed; `balanced` says that every invariant was 0 at the start.
    """

    steps: int
    losses: tuple[float, float]
    cosines: dict[float, float]
    balance_drift: float | None
    balanced: bool
    saddle_distance: tuple[float, float] | None
    gradient: float
    spectrum: Spectrum

    @property
    def q(self) -> float | None:
        """The q followed best; None where no cosine is clear, none is told from another, or nothing moved."""
        return followed(self.cosines)

    @property
    def at(self) -> str:
        """Saddle, minimum or slope, from the curvature and the gradient, in words."""
        top = max(abs(self.spectrum.least), abs(self.spectrum.most))
        if top == 0:
            return "a slope without curvature" if self.gradient else "flat: no curvature at all"
        part = -self.spectrum.least / top
        if part >= 0.02 and self.gradient**2 / (2 * top) > SLOPE * max(map(abs, self.losses)):
            return "a slope, with negative curvature: no saddle, the gradient is not small"
        if part > 0.5:
            return "a saddle, with eigenvalues in pairs" if self.spectrum.pairing < 0.05 else "a saddle or a ridge"
        return "no negative curvature to speak of" if part < 0.02 else "some negative curvature"

    def lines(self) -> list[tuple[str, str]]:
        """What to print: name and value."""
        s = self.spectrum
        found = [("loss", f"{self.losses[0]:.6g} -> {self.losses[1]:.6g} in {self.steps} steps")]
        if self.cosines:
            best = max(self.cosines, key=lambda q: self.cosines[q])
            words = f"{best:g} (mean cosine {self.cosines[best]:.4f})"
            near = self.cosines[best] - min(self.cosines.values()) < APART
            none = "none: the cosines are too close to tell" if near else f"none: {words} is not clear"
            others = ", ".join(f"{q:g}: {self.cosines[q]:.4f}" for q in (1.0, 1.5, 2.0))
            found.append(("q followed best", words if self.q is not None else none))
            found.append(("cosine by q", others))
        if self.balance_drift is not None:
            unit = "|w|^q (balanced at the start)" if self.balanced else "invariant"
            found.append(("balance drift", f"{self.balance_drift:.3g} of the largest {unit}, q = {self.q:g}"))
        if self.saddle_distance is not None:
            low, high = self.saddle_distance
            found.append(("distance to the saddle set", f"{low:.3g} (nearest coordinate), {high:.3g} (farthest)"))
        found.append(("gradient", f"{self.gradient:.3g} (Euclidean norm, at the end)"))
        found.append(("lambda_min, lambda_max", f"{s.least:.5g}, {s.most:.5g} (+- {s.error:.1g})"))
        found.append(("lambda_min/lambda_max", f"{s.least / s.most:.4g}" if s.most else "-"))
        found.append(("pairing", f"{s.pairing:.3g} (0: every eigenvalue has its negative)"))
        return [*found, ("so the end is", self.at)]

    def __str__(self) -> str:
        width = max(len(name) for name, _ in self.lines())
        return "\n".join(f"{name:<{width}}  {value}" for name, value in self.lines())


def diagnose(subject: Subject, steps: int = 1000) -> Diagnosis:
    """Take `steps` steps of the subject's optimizer and look.

    Errors: ArithmeticError (not finite), InputError (a function of the subject fails, `update` gives no new weights).
    """
    w = np.array(subject.weights, float)
    start, state = w.copy(), None
    looked = set(np.linspace(0, steps - 1, min(steps, LOOKS)).astype(int).tolist())
    cosines: dict[float, list[float]] = {q: [] for q in STEEPNESSES}
    first = float(subject.loss(w))
    for n in range(steps):
        g = np.asarray(subject.gradient(w), float)
        taken = subject.update(w, g, state)
        if not isinstance(taken, tuple) or len(taken) != 2 or np.shape(taken[0]) != w.shape:
            raise InputError("update", type(taken).__name__, f"it has to return (weights, state), {w.size} weights")
        moved, state = np.asarray(taken[0], float), taken[1]
        if not np.all(np.isfinite(moved)):
            raise ArithmeticError(f"the weights are not finite after step {n + 1}: a smaller step may help")
        if n in looked:
            for each_q, values in cosines.items():
                values.extend(cosine(moved - w, velocity(g, each_q)))
        w = moved
    means = {q: float(np.mean(values)) for q, values in cosines.items() if values}
    last = float(subject.loss(w))
    if not np.isfinite(last):
        raise ArithmeticError(f"the loss is {last} after {steps} steps: fewer or smaller steps may help")
    drift: float | None = None
    distance: tuple[float, float] | None = None
    q, balanced = followed(means), False
    if subject.layers is not None:
        if q is not None:
            before, after = (invariants(v.reshape(subject.layers), q) for v in (start, w))
            balanced = not bool(np.any(before))
            unit = float(np.max(np.abs(start)) ** q if balanced else np.max(np.abs(before)))
            drift = float(np.max(np.abs(after - before)) / unit)
        two = np.sort(np.abs(w.reshape(subject.layers)), axis=0)[:2]
        each = np.hypot(two[0], two[1])
        distance = (float(each.min()), float(each.max()))
    spectrum = extremes(lambda v: subject.product(w, v), w.size)
    slope = float(np.linalg.norm(subject.gradient(w)))
    return Diagnosis(steps, (first, last), means, drift, balanced, distance, slope, spectrum)


def followed(cosines: dict[float, float]) -> float | None:
    """The q of the largest cosine; None where it is not clear or the cosines are too close to tell."""
    if not cosines:
        return None
    best = max(cosines, key=lambda q: cosines[q])
    clear = cosines[best] >= CLEAR and cosines[best] - min(cosines.values()) >= APART
    return best if clear else None


def velocity(g: Array, q: float) -> Array:
    """-<g>^{q-1}."""
    return -np.sign(g) * np.abs(g) ** (q - 1)


def invariants(w: Array, q: float) -> Array:
    """|w_i|^q - |w_1|^q, i >= 2."""
    return np.abs(w[1:]) ** q - np.abs(w[:1]) ** q


def cosine(a: Array, b: Array) -> list[float]:
    """The cosine of two vectors, as a list that is empty where one of them is 0."""
    size: Any = np.linalg.norm(a) * np.linalg.norm(b)
    return [float(a @ b / size)] if size > 0 else []
