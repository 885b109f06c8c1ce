"""A picture computed from the library, as SVG, PDF, PNG or its data as CSV, by the ending of the file's name.

  steepest-mirror plot                                     # which pictures there are
  steepest-mirror plot plane --output plane.svg
  steepest-mirror plot escape --q 1 5/4 --depth 3 --output escape.pdf
  steepest-mirror plot mirror-maps --invariants 0,1/2,2 --q 1 2 --output maps.png
  steepest-mirror plot regularizers --width 6.5 --font-size 10 --output wide.pdf
  steepest-mirror plot decay --output decay.csv            # the points of every curve

One column wide (3.4 inches) by default, in colours that colour-blind readers tell apart. The same command writes the
same bytes. Which of --q, --depth, --invariants and --weights a picture takes is listed with it.
"""

from __future__ import annotations

import argparse
from pathlib import PurePath
from typing import TYPE_CHECKING

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from ...symbolic.reading.nearest import nearest
from ..writing import layout
from . import common
from .progress import Progress

if TYPE_CHECKING:
    from ..writing.pictures.options import Options

FORMS = ("svg", "png", "pdf", "csv")


def configure(parser: common.Parser) -> None:
    """Add the options of `plot`."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="the picture; without it they are listed")
    parser.add_argument("--q", action="extend", nargs="+", metavar="Q", help="values of q in [1, 2]")
    parser.add_argument("--depth", action="extend", nargs="+", metavar="L", help="depths from 2")
    parser.option("--invariants", metavar="A,B,...", help="Lambda_1..Lambda_L, such as 0,1/2,2")
    parser.option("--weights", metavar="W", help="weights of one coordinate, such as 1/2,1/10")
    parser.option("--width", metavar="INCHES", help="the width, 2 to 12 inches (default 3.4)")
    parser.option("--font-size", metavar="POINTS", help="the size of type, 4 to 24 points (default 8)")
    parser.option("--limit", metavar="S", help="seconds allowed; where they are over, nothing is drawn, exit code 4")
    parser.option("--output", metavar="FILE", help="FILE.svg, .png, .pdf or .csv, written whole or not at all")


def run(args: argparse.Namespace) -> int:
    """Draw and write, or list."""
    from ...numeric_checks import limits
    from ..writing.pictures import PICTURES, data, draw

    if args.name is None:
        if args.output is not None:
            raise InputError(
                "--output", args.output, "name the picture before it, such as `plot plane --output plane.svg`"
            )
        for name, p in PICTURES.items():
            takes = f" Takes {', '.join('--' + option for option in p.takes)}." if p.takes else ""
            layout.write(f"{name}\n{layout.wrapped(f'{p.title}. {p.caption}{takes}', '    ')}\n")
        return 0
    if args.name not in PICTURES:
        hint = nearest(args.name, PICTURES)
        raise InputError("picture", args.name, hint + "give one of " + ", ".join(PICTURES))
    if args.output is None:
        raise common.Usage(f"--output: missing: give a file, such as --output {args.name}.svg")
    form = PurePath(args.output).suffix[1:].lower()
    if form not in FORMS:
        raise InputError("--output", args.output, "the name ends in .svg, .png, .pdf or .csv")
    layout.writable(args.output)
    asked = options(args)
    with Progress(1, quiet=True) as progress:
        progress.running([f"drawing {args.name}"])
        with limits.within(common.seconds(args)):
            drawn = draw(args.name, asked)
    if form == "csv":
        layout.save(args.output, data(drawn))
        return 0

    from ..writing.pictures.style import written

    layout.save(args.output, written(drawn, form))
    return 0


def options(args: argparse.Namespace) -> Options:
    """What the picture is to be drawn for. Errors: InputError."""
    from ..writing.pictures.options import Options

    def row(text: str | None, name: str) -> tuple[exact.Fraction, ...] | None:
        return None if text is None else tuple(exact.number(entry, name) for entry in text.split(","))

    def size(text: str | None, name: str) -> exact.Fraction | None:
        return None if text is None else exact.number(text, name)

    invariants, weights = row(args.invariants, "--invariants"), row(args.weights, "--weights")
    for name, values, text in (("--invariants", invariants, args.invariants), ("--weights", weights, args.weights)):
        if values is not None and not 2 <= len(values) <= exact.MAX_DEPTH:
            raise InputError(name, text, f"give 2 to {exact.MAX_DEPTH} numbers")
    return Options(
        None if args.q is None else tuple(dict.fromkeys(exact.steepness(text, "--q") for text in args.q)),
        None if args.depth is None else tuple(dict.fromkeys(exact.depth(text, "--depth") for text in args.depth)),
        invariants,
        weights,
        size(args.width, "--width"),
        size(args.font_size, "--font-size"),
    )
