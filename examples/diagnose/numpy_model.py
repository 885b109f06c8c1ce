"""Sign descent on f = (w_1 w_2 - 1)^2/2, in NumPy: `steepest-mirror diagnose examples/diagnose/numpy_model.py`."""

import numpy as np

from steepest_mirror.experiments.diagnosing.subject import from_numpy


def loss(w):
    return (w[0] * w[1] - 1) ** 2 / 2


def gradient(w):
    return (w[0] * w[1] - 1) * w[::-1]


def update(w, g, state):
    return w - 0.001 * np.sign(g), state


subject = from_numpy([0.5, 0.1], loss, gradient, update=update, layers=(2, 1))
