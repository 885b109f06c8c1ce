"""Every claim of the project, by its ID, in the order of the paper.

A file of `proofs.theorems` is loaded only when one of its claims is asked for; the IDs alone cost nothing.
"""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .judging.claim import Claim

# ID -> the file of proofs.theorems that holds it, in the order in which a reader meets them.
FILES = {
    "balance": "balance",
    "balance-decay": "balance",
    "balance-coupled": "balance_coupled",
    "balance-complete": "balance_complete",
    "mirror-flow": "mirror_flow",
    "mirror-flow-half-line": "mirror_flow",
    "metric": "mirror_flow",
    "metric-l2": "metric",
    "mirror-map": "mirror_map",
    "potential": "potential",
    "series-forms": "series_forms",
    "conjugate": "conjugate",
    "balanced-potential": "balanced_potential",
    "metric-exponents": "metric_exponents",
    "strictly-convex": "legendre",
    "legendre": "legendre",
    "bregman": "bregman_function",
    "bregman-as-reported": "bregman",
    "onto": "onto",
    "onto-gf-signgf": "onto",
    "saddles": "saddles",
    "saddle-order": "saddles",
    "convergence": "convergence",
    "convergence-powers": "convergence",
    "convergence-as-reported": "convergence_as_reported",
    "linear-rate": "convergence",
    "coercivity": "coercivity",
    "coercivity-decreasing-as-reported": "coercivity_as_reported",
    "coercivity-decreasing": "coercivity",
    "regularizer-decoupled": "regularizer",
    "regularizer-coupled": "regularizer_coupled",
    "table1": "table1",
    "example-4-17": "table1",
    "implicit-bias-gf": "implicit_bias",
    "implicit-bias-steeper-fails": "implicit_bias_steeper",
    "conjugate-identity": "conjugate_identity",
    "dual-decay": "dual_decay",
    "dual-decay-half-line": "dual_decay",
    "escape-time": "escape",
    "escape-time-half-line": "escape",
    "escape-law": "escape_law",
    "finite-time": "finite_time",
    "generic-coercivity": "generic_coercivity",
    "blow-up-time": "blow_up",
    "blow-up-decay": "blow_up_decay",
    "saddles-decay": "saddles_decay",
    "saddles-decay-deep": "saddles_decay_deep",
    "saddles-decay-decoupled": "saddles_decay_decoupled",
    "decayed-ray": "decayed_ray",
    "separable-reparameterization": "separable",
    "separable-conserved": "separable_laws",
    "separable-decay": "separable_laws",
    "separable-ends": "separable_laws",
    "margin-exponent": "margin",
    "margin-stationary": "margin_stationary",
    "margin-depth-as-reported": "margin_as_reported",
    "margin-horizon-as-proposed": "margin_as_reported",
    "sparsity-order": "margin",
    "one-sample-bias": "one_sample",
    "sign-margin-rate": "sign_margin_rate",
    "discrete-balance": "discrete",
    "discrete-sign": "discrete",
    "escape-steps-sign": "discrete_escape",
    "escape-steps-two": "discrete_escape",
    "escape-steps-deep": "discrete_escape",
    "discrete-flow": "discrete_flow",
    "discrete-step-error": "discrete_flow",
    "random-walk-sign": "random_walk",
    "random-walk-gradient": "random_walk",
    "ray-time": "deceleration",
    "depth-deceleration": "deceleration",
    "saddle-for-ever": "deceleration",
    "saddle-left": "saddle_left",
    "kernel-change": "feature_learning",
    "decay-rest": "decay_rest",
    "decay-rest-box": "decay_rest",
    "kernel-change-two": "feature_learning",
    "law-squares": "other_laws",
    "law-neuron": "other_laws",
    "law-matrices": "other_laws",
    "bregman-rate": "bregman_rate",
    "path-length": "path_length",
    "coercivity-decay": "coercivity_decay",
    "no-potential-rows": "without_potential",
    "rows-in-turn": "weights_matter",
    "separable-needed": "without_potential",
    "decay-bias": "decay_bias",
    "decay-bias-path": "decay_bias",
    **{f"review-{n}": "reviews" for n in range(1, 14)},
}


def claim(name: str) -> Claim:
    """The claim of this ID, with its observations. Errors: KeyError for an unknown one."""
    from .observations.table import OBSERVATIONS

    module = import_module(f".theorems.{FILES[name]}", __package__)
    found = next(c for c in module.CLAIMS if c.id == name)
    return replace(found, observe=OBSERVATIONS.get(name, ()))


def catalogue() -> dict[str, Claim]:
    """All claims in order."""
    return {name: claim(name) for name in FILES}
