"""Which conditions on a mirror map hold, each judged on its own with its reason.

  steepest-mirror legendre --q 2 --depth 3                     # balanced
  steepest-mirror legendre --q 3/2 --depth 4 --balance -1      # lambda-L_p-balanced, lambda = -1
  steepest-mirror legendre --p 5 --invariants 0,1/2,2          # any invariants; they fix the depth
  steepest-mirror legendre --q symbolic --depth symbolic       # for every q in [1, 2] and integer L >= 2
  steepest-mirror legendre --q 3/2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2

strictly-convex, essentially-smooth, legendre: Rockafellar's Legendre functions. closed-domain,
bounded-level-sets, divergence-continuous, bregman: Bregman functions after Alvarez, Bolte and Brahic.
onto: R' takes every value. sign-preserving: x keeps its sign. blow-up: x reaches infinity in finite
time under a constant outward gradient without decay.
"""

from __future__ import annotations

import argparse

from . import common
from .reparameterization import add_reparameterization, reparameterization


def configure(parser: common.Parser) -> None:
    """Add the options of `legendre`."""
    common.add_setting(parser, symbolic=True)
    add_reparameterization(parser)
    common.add_limit(parser)
    common.add_format(parser, ("text", "json", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Derive the conditions and print them."""
    form, h = common.form(args), reparameterization(args)
    found = common.setting(args, symbolic=True).conditions() if h is None else h.conditions()
    common.show(args, form, found)
    return 0
