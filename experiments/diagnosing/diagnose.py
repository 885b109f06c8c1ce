"""Where an optimizer takes a model, in the terms of the theory.

balance drift     max |Lambda_t - Lambda_0| over max |Lambda_0|, Lambda_i = |w_i|^q - |w_1|^q for the q followed best
saddle distance   sqrt(a^2 + b^2), a, b the two smallest |w_i| of a coordinate: the least and the most
curvature         lambda_min/lambda_max and the pairing max_j |lambda_j + lambda_-j|/max|lambda|
q                 the q in [1, 2] whose velocity -<grad F>^{q-1} has the largest cosine with the steps, on average
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from .spectrum import Spectrum, extremes
from .subject import Array, Subject

STEEPNESSES = tuple(1 + i / 8 for i in range(9))
LOOKS = 200  # at most so many steps are compared with the flows
CLEAR = 0.9  # a mean cosine below it means that no q is followed


@dataclass(frozen=True)
class Diagnosis:
    """The numbers; None where the subject has no layers. `cosines` maps each q to its mean cosine with the steps."""

    steps: int
    losses: tuple[float, float]
    cosines: dict[float, float]
    balance_drift: float | None
    saddle_distance: tuple[float, float] | None
    gradient: float
    spectrum: Spectrum

    @property
    def q(self) -> float | None:
        """The q followed best; None where no cosine is clear, or nothing moved."""
        if not self.cosines:
            return None
        best = max(self.cosines, key=lambda q: self.cosines[q])
        return best if self.cosines[best] >= CLEAR else None

    @property
    def at(self) -> str:
        """Saddle, minimum or slope, from the curvature and the gradient, in words."""
        top = max(abs(self.spectrum.least), abs(self.spectrum.most))
        if top == 0 or not np.isfinite(top):
            return "flat: no curvature at all"
        part = -self.spectrum.least / top
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
            others = ", ".join(f"{q:g}: {self.cosines[q]:.4f}" for q in (1.0, 1.5, 2.0))
            found.append(("q followed best", words if self.q is not None else f"none: {words} is not clear"))
            found.append(("cosine by q", others))
        if self.balance_drift is not None:
            found.append(("balance drift", f"{self.balance_drift:.3g} of the largest invariant"))
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
    """Take `steps` steps of the subject's optimizer and look. Errors: ArithmeticError (not finite)."""
    w = np.array(subject.weights, float)
    start, state = w.copy(), None
    looked = set(np.linspace(0, steps - 1, min(steps, LOOKS)).astype(int).tolist())
    cosines: dict[float, list[float]] = {q: [] for q in STEEPNESSES}
    first = float(subject.loss(w))
    for n in range(steps):
        g = np.asarray(subject.gradient(w), float)
        moved, state = subject.update(w, g, state)
        moved = np.asarray(moved, float)
        if not np.all(np.isfinite(moved)):
            raise ArithmeticError(f"the weights are not finite after step {n + 1}: a smaller step may help")
        if n in looked:
            for q, values in cosines.items():
                values.extend(cosine(moved - w, velocity(g, q)))
        w = moved
    means = {q: float(np.mean(values)) for q, values in cosines.items() if values}
    best = max(means, key=lambda q: means[q]) if means else 2.0
    drift, distance = None, None
    if subject.layers is not None:
        before, after = (invariants(v.reshape(subject.layers), best) for v in (start, w))
        drift = float(np.max(np.abs(after - before)) / max(float(np.max(np.abs(before))), 1e-300))
        drift = drift if np.any(before) else float(np.max(np.abs(after)))
        two = np.sort(np.abs(w.reshape(subject.layers)), axis=0)[:2]
        each = np.hypot(two[0], two[1])
        distance = (float(each.min()), float(each.max()))
    spectrum = extremes(lambda v: subject.product(w, v), w.size)
    last = float(np.linalg.norm(subject.gradient(w)))
    return Diagnosis(steps, (first, float(subject.loss(w))), means, drift, distance, last, spectrum)


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
