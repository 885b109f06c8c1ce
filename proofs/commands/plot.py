"""A picture computed from the library, as SVG, PNG or PDF by the ending of the file's name.

  steepest-mirror plot                                     # which pictures there are
  steepest-mirror plot plane --output plane.svg
  steepest-mirror plot escape --output escape.pdf

One column wide (3.4 inches), in colours that colour-blind readers tell apart. The same command writes the same bytes.
"""

from __future__ import annotations

import argparse
from pathlib import PurePath

from ...symbolic.errors import InputError
from . import common

FORMS = ("svg", "png", "pdf")


def configure(parser: common.Parser) -> None:
    """Add the options of `plot`."""
    parser.add_argument("name", nargs="?", metavar="NAME", help="the picture; without it they are listed")
    parser.option("--output", metavar="FILE", help="FILE.svg, FILE.png or FILE.pdf, written whole or not at all")


def run(args: argparse.Namespace) -> int:
    """Draw and write, or list."""
    from ..writing.pictures import PICTURES, draw

    if args.name is None:
        if args.output is not None:
            raise InputError(
                "--output", args.output, "name the picture before it, such as `plot plane --output plane.svg`"
            )
        blocks = (f"{name}\n{common.wrapped(f'{p.title}. {p.caption}', '    ')}\n" for name, p in PICTURES.items())
        common.write("".join(blocks))
        return 0
    if args.name not in PICTURES:
        hint = common.nearest(args.name, PICTURES)
        raise InputError("picture", args.name, hint + "give one of " + ", ".join(PICTURES))
    if args.output is None:
        raise common.Usage(f"--output: missing: give a file, such as --output {args.name}.svg")
    form = PurePath(args.output).suffix[1:].lower()
    if form not in FORMS:
        raise InputError("--output", args.output, "the name ends in .svg, .png or .pdf")
    drawn = draw(args.name)

    from ..writing.pictures.style import written

    common.save(args.output, written(drawn, form))
    return 0
