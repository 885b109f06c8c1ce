"""Diagnose a model of your own: balance, distance to the saddle set, curvature, and which q its optimizer follows.

  steepest-mirror diagnose my_model.py
  steepest-mirror diagnose my_model.py --steps 5000 --json

The file is run. It has to set `subject`, made from NumPy functions, a JAX loss or a PyTorch module:

  import numpy as np
  from steepest_mirror.experiments.diagnosing.subject import from_numpy
  def loss(w): return (w[0] * w[1] - 1) ** 2 / 2
  def gradient(w): return (w[0] * w[1] - 1) * w[::-1]
  def update(w, g, state): return w - 0.01 * np.sign(g), state
  subject = from_numpy([0.5, 0.1], loss, gradient, update=update, layers=(2, 1))

q is the one in 1, 9/8, ..., 2 whose velocity -<grad F>^{q-1} has the largest mean cosine with the steps. At a saddle of
order 2 the eigenvalues of the Hessian come in pairs: pairing 0, lambda_min/lambda_max = -1; it is called one only where
a step along the gradient, |g|^2/(2 max|lambda|), would change the loss by less than 5 % of it.
"""

from __future__ import annotations

import argparse
import runpy
from pathlib import Path
from typing import Any

from ...symbolic.errors import InputError
from ..writing import layout
from . import common

STEPS = 1000


def configure(parser: common.Parser) -> None:
    """Add the options of `diagnose`."""
    parser.add_argument("file", metavar="FILE", help="a Python file that sets `subject`; it is run")
    parser.option("--steps", metavar="N", help=f"steps of the optimizer (default {STEPS})")
    common.add_format(parser, ("text", "json"))


def run(args: argparse.Namespace) -> int:
    """Run the file, take the steps, print what is found."""
    from .experiment import count

    form = common.form(args)
    steps = STEPS if args.steps is None else count(args.steps, "--steps", 10**7)
    subject = loaded(args.file)

    from ...experiments.diagnosing.diagnose import diagnose

    try:
        found = diagnose(subject, steps)
    except ArithmeticError as error:
        raise InputError("subject", args.file, str(error)) from error
    if form == "json":
        common.emit(args, layout.json_text(values(found)))
    else:
        common.emit(args, f"{found}\n")
    return 0


def loaded(name: str) -> Any:
    """The `subject` of a file. Errors: InputError."""
    if not Path(name).is_file():
        raise InputError("FILE", name, "there is no such file")
    from ...experiments.diagnosing.subject import Subject

    try:
        names = runpy.run_path(name)
    except InputError:
        raise
    except SystemExit as error:
        raise InputError("FILE", name, "running it ended the program: take its exit out") from error
    except Exception as error:
        raise InputError("FILE", name, f"running it raised {type(error).__name__}: {error}") from error
    if not isinstance(names.get("subject"), Subject):
        raise InputError("FILE", name, "it has to set `subject` (see `steepest-mirror diagnose --help`)")
    return names["subject"]


def values(found: Any) -> dict[str, Any]:
    """The diagnosis for a program."""
    s = found.spectrum
    return {
        "steps": found.steps,
        "loss": list(found.losses),
        "q": found.q,
        "cosines": {f"{q:g}": c for q, c in found.cosines.items()},
        "balance_drift": found.balance_drift,
        "balanced": found.balanced,
        "saddle_distance": None if found.saddle_distance is None else list(found.saddle_distance),
        "gradient": found.gradient,
        "lambda_min": s.least,
        "lambda_max": s.most,
        "lambda_error": s.error,
        "pairing": s.pairing,
        "at": found.at,
    }
