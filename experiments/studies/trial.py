"""A trial of the machinery: random points, of which a share pi/4 lies in the quarter circle. Needs no JAX.

Run it first on a new cluster: `experiment trial --scheduler tcp://HOST:PORT --out runs/trial`.
"""

from __future__ import annotations

import math

from ..experiment import Experiment
from ..verdict import Test

EXPERIMENT = Experiment(
    name="trial",
    title="A trial of the machinery",
    about="the share of random points inside the quarter circle; says nothing about the theory",
    grids=({"points": (40_000,), "wait": (0.05,)},),
    seeds=200,
    small=({"points": (40_000,), "wait": (0.0,)},),
    small_seeds=20,
    measure="steepest_mirror.experiments.measuring.trial:measure",
    tests=(Test("share", "equals", lambda _: math.pi / 4, "pi/4", lambda _: 0.005, interval="mean"),),
    libraries=(),
)
