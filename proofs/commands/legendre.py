"""Which conditions on a mirror map hold, each judged on its own with its reason.

  steepest-mirror legendre --q 2 --depth 3                     balanced
  steepest-mirror legendre --q 3/2 --depth 4 --balance -1      lambda-L_p-balanced, lambda = -1
  steepest-mirror legendre --p 5 --invariants 0,1/2,2          any invariants; they fix the depth
  steepest-mirror legendre --q symbolic --depth symbolic       for every q in [1, 2] and integer L >= 2
  steepest-mirror legendre --q 3/2 --reparameterization 'u**2 - v**2' --start u=1,v=1/2

strictly-convex, essentially-smooth, legendre: Rockafellar's Legendre functions. closed-domain,
bounded-level-sets, divergence-continuous, bregman: Bregman functions after Alvarez, Bolte and Brahic.
onto: R' takes every value. sign-preserving: x keeps its sign. blow-up: x reaches infinity in finite
time under a constant outward gradient without decay.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from . import common
from .reparameterization import add_reparameterization, described, reparameterization
from .reparameterization import title as title_of

if TYPE_CHECKING:
    from ...symbolic.orbit.conditions import Conditions
    from ...symbolic.product.legendre import Legendre


def configure(parser: common.Parser) -> None:
    """Add the options of `legendre`."""
    common.add_setting(parser, symbolic=True)
    add_reparameterization(parser)
    common.add_format(parser, ("text", "json", "markdown", "latex"))


def run(args: argparse.Namespace) -> int:
    """Derive the conditions and print them."""
    from ...symbolic.writing.conditions import HEAD, stated

    form, any_h = common.form(args), reparameterization(args)
    found: Legendre | Conditions
    if any_h is None:
        at = common.setting(args, symbolic=True)
        title, where = common.title(at), common.described(at)

        from ...symbolic.product.legendre import legendre

        found = legendre(at)
    else:
        from ...symbolic.orbit.conditions import conditions
        from ...symbolic.orbit.forms import product_setting

        product = product_setting(any_h)
        title = title_of(any_h) if product is None else common.title(product[1])
        where = described(any_h) if product is None else common.described(product[1])
        found = conditions(any_h)
    rows = [(c.name, stated(c.holds), c.reason) for c in found.conditions]
    facts = [
        ("metric exponent at infinity, m", str(found.m)),
        ("metric exponent at 0, m_0", str(found.m_zero)),
        ("domain of R", found.domain),
        ("range of R'", found.range),
    ]
    match form:
        case "json":
            text = common.json_text(as_data(found, where))
        case "markdown":
            lines = [f"{name}: {value}" for name, value in facts]
            text = "\n\n".join([title, *lines, common.markdown(HEAD, rows)])
        case "latex":
            lines = [common.latex_words(f"{name}: {value}") + r"\\" for name, value in facts]
            text = "\n".join([common.latex_words(title) + r"\\", *lines, common.latex(HEAD, rows)])
        case _:
            lines = [common.wrapped(value, " " * 34, f"{name:<32}  ") for name, value in facts]
            lines += ["", *(common.wrapped(why, " " * 28, f"{name:<21}  {holds:<3}  ") for name, holds, why in rows)]
            text = "\n".join([title, "", *lines])
    common.emit(args, text)
    return 0


def as_data(found: Legendre | Conditions, where: dict[str, Any]) -> dict[str, Any]:
    """The conditions for JSON; `holds` is a condition in words where it depends on q or L."""
    from ...symbolic.writing.conditions import plain

    conditions = [
        {
            "name": c.name,
            "holds": plain(c.holds),
            "reason": c.reason,
        }
        for c in found.conditions
    ]
    return {
        **where,
        "metric_exponent": str(found.m),
        "metric_exponent_at_zero": str(found.m_zero),
        "domain": found.domain,
        "range": found.range,
        "conditions": conditions,
    }
