"""Closed forms of steepest mirror flow on x = w_1 w_2 ... w_L, each derived and checked before it is shown.

  steepest-mirror derive --q 2 --depth 3                                         # everything, balanced
  steepest-mirror derive --q 3/2 --invariants 0,1/2,2 --what mirror-map
  steepest-mirror derive --q symbolic --depth symbolic --balance lam --what potential --what range
  steepest-mirror derive --q 1 --invariants 0,a,b --what conjugate --format latex
  steepest-mirror derive --q 3/2 --depth 4 --what mirror-map --format python     # runnable mpmath code
  steepest-mirror derive --q 2 --depth inf --what regularizer                    # the limit of great depth
  steepest-mirror derive --q 2 --reparameterization 'u**D - v**D' --set D=2 --start u=1,v=1/2

What: flow, balance, metric (R''), mirror-map (R'), inverse-mirror-map, potential (R), conjugate (R* at y = R'(x)),
regularizer (decoupled decay), coupled-regularizer, range (Y = lim R' at infinity), coercivity (mu = P'(0)).
Where x -> u(x) has no closed form, u stands for the solution of P(u) = |x|^q. For any other x = h(w)
(--reparameterization): flow, balance (what is conserved), metric, mirror-map, inverse-mirror-map, potential, conjugate,
regularizer, range, degeneration. F1 is Appell's and F_D Lauricella's function, EllipticF(phi | m) Legendre's, B Euler's
beta function; <a>^r = sign(a)|a|^r.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

from ...symbolic.errors import InputError
from ...symbolic.reading.nearest import nearest
from ..writing import layout
from ..writing.document import WRITERS, Block, Display, Facts, Heading, Words
from . import common
from .reparameterization import add_reparameterization, reparameterization

if TYPE_CHECKING:
    from ...symbolic.writing.derive import Derived


def configure(parser: common.Parser) -> None:
    """Add the options of `derive`."""
    common.add_setting(parser, symbolic=True)
    add_reparameterization(parser)
    parser.add_argument("--what", action="append", metavar="W", help="one quantity (repeatable; default: all)")
    common.add_limit(parser)
    common.add_format(parser, ("text", "json", "latex", "markdown", "python"))


def run(args: argparse.Namespace) -> int:
    """Derive and print."""
    form, h = common.form(args), reparameterization(args)
    of = common.setting(args, symbolic=True) if h is None else h
    known = of.derivable
    wanted = list(dict.fromkeys(word.replace("_", "-") for word in args.what or known))
    for what in wanted:
        if what not in known:
            raise InputError("--what", what, nearest(what, known) + "here there are " + ", ".join(known))
    where, title = (of.to_dict(), of.title) if h is None else (h.described[1], h.derived_title)
    results = [of.formula(what).derived for what in wanted]
    match form:
        case "json":
            text = layout.json_text({**where, "results": [as_data(r) for r in results]})
        case "python":
            text = python(title, results)
        case _:
            text = written(title, results, form)
    common.emit(args, text)
    return 0


def as_data(r: Derived) -> dict[str, Any]:
    """One result for JSON."""
    return {
        "what": r.what,
        "text": r.text,
        "latex": r.latex,
        "python": r.python,
        "domain": r.domain,
        "proof": list(r.proof),
    }


def written(title: str, results: list[Derived], form: str) -> str:
    """The formulas as a document: each with where it holds and what was checked."""
    blocks: list[Block] = [Words(title)]
    for r in results:
        proof = [("proof", step) for step in r.proof]
        blocks += [Heading(r.what), Display(r.latex, r.text)]
        facts = ([("where", r.domain)] if r.domain else []) + proof
        blocks += [Facts(tuple(facts))] if facts else []
    return WRITERS[form](blocks)


def python(title: str, results: list[Derived]) -> str:
    """One module: each part of the code (imports, helpers, functions) once."""
    parts = dict.fromkeys(part for r in results for part in r.python.strip().split("\n\n\n"))
    return f"# {title}\n" + "\n\n\n".join(parts) + "\n"
