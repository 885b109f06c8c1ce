"""The console script: `steepest-mirror COMMAND ...`, the same as `python -m proofs COMMAND ...`.

A command is a module of `proofs.commands`: a docstring (its help), `configure(parser)` and `run(args) -> int`.
It is imported only when it is asked for: help and wrong arguments are answered before SymPy is loaded.

Exit codes: 0 as expected; 1 a claim refuted or a verdict not as expected; 2 bad input; 3 an internal error;
4 undecided (`check`: also supported or vacuous); 130 Ctrl-C; 141 the reader of a pipe went away.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Sequence

from ..numeric_checks import limits
from ..symbolic.errors import InputError, Undecided
from ..symbolic.reading.nearest import nearest
from .commands import common
from .writing import layout

COMMANDS = {
    "verify": "judge every statement of the catalogue and show the evidence: the main job",
    "table1": "Table 1 of the paper, derived, for these or any other q and depth",
    "table2": "margin, coupled, drift and rest exponents side by side, for any q and depth",
    "margin": "the L_{p/L} margin of data, its direction and a certificate",
    "legendre": "which conditions on a mirror map hold, each with its reason",
    "derive": "closed forms: flow, balance, metric, mirror map, potential, regularizers",
    "evaluate": "one quantity to N correct digits, with a proven error bound",
    "explain": "one claim in half a page: what it says, needs, rests on, and why it matters",
    "check": "judge your own claims, from a TOML file",
    "integrate": "one trajectory of the weights, what it conserves and where it stops",
    "descend": "discrete gradient or sign descent, exact, with its laws, jumps and steps to escape",
    "conserved": "the conservation laws of any polynomial reparameterization, and their number",
    "escape": "exact escape times from small weights, across q, with the law they follow",
    "plot": "a picture computed from the library: SVG, PNG or PDF",
    "report": "the whole verification as one self-contained document with pictures",
    "decay": "Lambda_t, the dual variable and the regularizer under weight decay",
    "experiment": "optimizers in float64 against what the theory predicts, row by row",
    "diagnose": "a model of your own: balance, saddles, curvature, which q its optimizer follows",
    "completion": "a completion script for bash, zsh or fish",
}

CALLED = {"help": "--help", **dict.fromkeys(("version", "-v", "-V"), "--version")}

BEGIN = """\
Steepest Mirror judges statements about steepest descent on a product of
weights, x = w_1 w_2 ... w_L.

Where to begin:
  steepest-mirror verify --list                      # what the catalogue states
  steepest-mirror verify                             # judge all of it
  steepest-mirror table1                             # Table 1, derived
  steepest-mirror derive --q 2 --depth 3             # closed forms
  steepest-mirror --help                             # every command
"""

HELP = """\
usage: steepest-mirror COMMAND [options]

Derives, checks and judges statements about steepest descent with respect to L_p on
x = w_1 w_2 ... w_L, read as mirror flow: q = p/(p - 1) in [1, 2], depth L >= 2.

Commands:
  COMMANDS

Examples:
  steepest-mirror verify --claim metric --claim legendre
  steepest-mirror table1 --q 3/2 --depth 5
  steepest-mirror legendre --q 3/2 --depth 4 --balance -1
  steepest-mirror derive --q symbolic --invariants 0,1/2,2 --what metric
  steepest-mirror evaluate mirror-map --q 3/2 --invariants 0,1/2,2 --x 7/10 --digits 100
  steepest-mirror integrate --q 3/2 --weights '1,1/2;1/3,1' --gradient -1,2 --until 2
  steepest-mirror escape --weights 1,1,2 --scale 1e-6 --to 1/2 --gradient -1
  steepest-mirror decay --q 3/2 --weights '3/10,6/10' --gradient -1 --decay 1/2 --until 1

Numbers are exact: 3/2, -0.25, 1e-6. `steepest-mirror COMMAND --help` explains a command.
Results go to stdout (--json for programs; `steepest-mirror --schema` prints its JSON Schema), progress and
messages to stderr.
Exit codes: 0 as expected, 1 refuted or not as expected, 2 bad input, 3 internal error,
4 undecided, 130 Ctrl-C, 141 closed pipe.
"""

DEBUG = "STEEPEST_MIRROR_DEBUG"


def dispatch(argv: Sequence[str]) -> int:
    """Run the command that argv names and return its exit code. Errors: InputError, and its own."""
    if not argv:
        layout.write(layout.help_text(BEGIN))
        return 0
    name, *rest = argv
    if name in ("-h", "--help"):
        commands = "\n".join(layout.filled(text, f"  {name:<10} ", " " * 13) for name, text in COMMANDS.items())
        layout.write(layout.help_text(HELP).replace("  COMMANDS", commands))
        return 0
    if name == "--schema":
        layout.write(layout.schema())
        return 0
    if name == "--version":
        from importlib.metadata import PackageNotFoundError, version

        try:
            layout.write(f"steepest-mirror {version('steepest-mirror')}\n")
        except PackageNotFoundError:
            layout.write("steepest-mirror (not installed: run from its sources)\n")
        return 0
    if name not in COMMANDS:
        what = "option before the command" if name.startswith("-") else "command"
        hint = f"did you mean {CALLED[name]}? " if name in CALLED else nearest(name, COMMANDS)
        raise InputError(what, name, hint + "`steepest-mirror --help` lists the commands")
    module = importlib.import_module(f".commands.{name}", __package__)
    parser = common.Parser(prog=f"steepest-mirror {name}", description=module.__doc__)
    module.configure(parser)
    try:
        args = parser.parse(rest)
        with limits.within(common.seconds(args) if parser.limited else None):
            return module.run(args)
    except InputError as error:
        raise parser.by_option(error) from error


def main(argv: Sequence[str] | None = None) -> int:
    """The exit code of `steepest-mirror *argv`; never a traceback."""
    former = sys.get_int_max_str_digits()
    sys.set_int_max_str_digits(0)  # the lengths of the inputs are bounded where they are read
    try:
        return _run(argv)
    finally:
        sys.set_int_max_str_digits(former)


def _run(argv: Sequence[str] | None) -> int:
    layout.plain_where_needed(sys.stdout, sys.stderr)
    try:
        code = dispatch(sys.argv[1:] if argv is None else argv)
        if sys.stdout is not None:
            sys.stdout.flush()
        return code
    except SystemExit as stop:  # argparse after --help
        return int(stop.code or 0)
    except InputError as error:
        layout.message(f"steepest-mirror: {error}")
        return 2
    except Undecided as error:
        layout.message(f"steepest-mirror: undecided: {error}")
        return 4
    except KeyboardInterrupt:
        layout.message("steepest-mirror: interrupted")
        return 130
    except BrokenPipeError:
        layout.silence(sys.stdout)
        return 141
    except Exception as error:
        if os.environ.get(DEBUG):
            raise
        layout.silence(sys.stdout)
        fault = f"{type(error).__name__}: {layout.printable(str(error), 200)}"
        report = f"please report the command you typed and what it prints with {DEBUG}=1 set"
        layout.message(f"steepest-mirror: internal error ({fault}); {report}")
        return 3
