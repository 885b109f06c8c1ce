"""Gradients and Hessian products of JAX and PyTorch subjects, against each other and against differences."""

from __future__ import annotations

import numpy as np
import pytest

from steepest_mirror.experiments.diagnosing.subject import from_numpy


def test_hessian_products_of_jax_and_torch_agree_with_differences():
    jax = pytest.importorskip("jax")
    torch = pytest.importorskip("torch")
    optax = pytest.importorskip("optax")
    from steepest_mirror.experiments.diagnosing.subject import from_jax, from_torch

    start = np.array([[0.5, -1.0], [0.3, 2.0]])
    net = torch.nn.Module()
    net.w = torch.nn.Parameter(torch.tensor(start))
    theirs = from_torch(net, lambda: ((net.w.prod(0) - 1) ** 2).sum() / 2, torch.optim.SGD([net.w], lr=0.1))
    ours = from_jax(start, lambda w: ((jax.numpy.prod(w, axis=0) - 1) ** 2).sum() / 2, optax.sgd(0.1))
    plain = from_numpy(start.ravel(), ours.loss, ours.gradient, update=ours.update)
    w, v = np.array([0.4, 1.0, -0.2, 0.7]), np.array([1.0, -2.0, 0.5, 3.0])
    assert np.allclose(theirs.gradient(w), ours.gradient(w)) and np.allclose(theirs.loss(w), ours.loss(w))
    assert np.allclose(theirs.product(w, v), ours.product(w, v))
    assert np.allclose(plain.product(w, v), ours.product(w, v), rtol=1e-6)
    g = ours.gradient(w)
    assert np.allclose(theirs.update(w, g, None)[0], w - 0.1 * g) and np.allclose(
        ours.update(w, g, None)[0], w - 0.1 * g
    )
