"""The whole verification as one document: verdicts, Table 1, the Legendre map, every claim with its proof and evidence.

  steepest-mirror report --output out                      # out/report.html: one page, self-contained
  steepest-mirror report --output out --format latex       # out/report.tex, with its pictures as PDF files
  steepest-mirror report --output out --format markdown    # out/report.md, with its pictures as SVG files
  steepest-mirror report --output out --claim metric --claim legendre

Verdicts kept from earlier runs are used (--fresh redoes them). The document is written whole or not at all. Pictures
need matplotlib (pip install 'steepest-mirror[pictures]'); without it the report has none.
"""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from ...symbolic.errors import InputError
from . import common, judging
from .progress import Progress

FORMS = {"html": ("report.html", "svg"), "latex": ("report.tex", "pdf"), "markdown": ("report.md", "svg")}


def configure(parser: common.Parser) -> None:
    """Add the options of `report`."""
    parser.option("--output", metavar="DIR", help="the directory to write into, made where it is missing")
    parser.add_argument("--format", action=common.Once, choices=tuple(FORMS), help="html (default), latex or markdown")
    judging.add_judging(parser)


def run(args: argparse.Namespace) -> int:
    """Judge what is not kept, draw, and write."""
    form, digits = args.format or "html", common.digits(args, judging.DIGITS)
    jobs, ids = judging.jobs(args), judging.chosen(args)
    if args.output is None:
        raise common.Usage("--output: missing: give a directory, such as --output report")
    folder = directory(args.output)

    from ..writing.pictures import REMEDY, available

    outcome = judging.judge_all(ids, digits, jobs, fresh=args.fresh)
    if outcome.interrupted:
        outcome.told()
        return 130
    outcome.complete()
    if not available():
        common.message(f"the report has no pictures: {REMEDY}")

    from ..writing.report.content import content

    command = shlex.join(["steepest-mirror", "report", "--output", "DIR", "--format", form, "--digits", str(digits)])
    command += "".join(f" --claim {name}" for name in args.claim or ())
    found = content(outcome.rows, digits, command, drawn=available())
    pictures = drawn(tuple(found.pictures), form, jobs)
    file = folder / FORMS[form][0]
    write(folder, file, found, pictures, form)
    common.message(f"written: {file}")
    return 0


def directory(path: str) -> Path:
    """The directory `path`, made where it is missing and writable. Errors: InputError."""
    folder = Path(path)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".steepest-mirror"
        probe.touch()
        probe.unlink()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError("--output", path, f"no report can be written there ({reason}): give a directory") from None
    return folder


def write(folder: Path, file: Path, found: Any, pictures: dict[str, bytes], form: str) -> None:
    """The document, after the pictures that it names: a reader never meets half of one."""
    if form == "html":
        from ..writing.report.html import page

        common.save(str(file), page(found, {name: svg.decode("utf-8") for name, svg in pictures.items()}))
        return
    ending = FORMS[form][1]
    for name, data in pictures.items():
        common.save(str(folder / f"{name}.{ending}"), data)
    if form == "latex":
        from ..writing.report.latex import document
    else:
        from ..writing.report.markdown import document
    common.save(str(file), document(found, tuple(pictures)))


def drawn(names: Sequence[str], form: str, jobs: int) -> dict[str, bytes]:
    """The pictures as files, drawn on several processes. Errors: RuntimeError for one that fails."""
    from ..running import pool

    found: dict[str, Any] = {}
    progress = Progress(len(names))

    def done(name: str, result: Any) -> None:
        found[name] = result
        progress.done(f"picture {name}", "failed" if isinstance(result, BaseException) else "drawn")

    pool.run(partial(one, form=form), names, jobs, done, progress.running)
    progress.clear()
    for name, result in found.items():
        if isinstance(result, BaseException):
            raise RuntimeError(f"picture {name}: {result!r}") from result
    return {name: found[name] for name in names}


def one(name: str, form: str) -> bytes:
    """One picture: an SVG element for a page, else a file."""
    from ..writing.pictures import PICTURES, draw
    from ..writing.pictures.style import inline, written

    if form == "html":
        return inline(draw(name), name, PICTURES[name].title).encode("utf-8")
    return written(draw(name), FORMS[form][1])
