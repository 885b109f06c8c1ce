"""The whole verification as one document: verdicts, Table 1, the Legendre map, every claim with its proof and evidence.

  steepest-mirror report --output out                      # out/report.html: one page, self-contained
  steepest-mirror report --output out --format latex       # out/report.tex, with its pictures as PDF files
  steepest-mirror report --output out --format markdown    # out/report.md, with its pictures as SVG files
  steepest-mirror report --output out --claim metric --claim legendre
  steepest-mirror report --output out --experiments runs   # with a section on the runs of `experiment --out runs`

Every claim is judged and observed anew. The document is written whole or not at all. Pictures need matplotlib
(pip install 'steepest-mirror[pictures]'); without it the report has none.
"""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ...symbolic.errors import InputError
from ..writing import layout
from . import common, judging
from .progress import Progress

if TYPE_CHECKING:
    from ..writing.report.experiments import Study

FORMS = {"html": ("report.html", "svg"), "latex": ("report.tex", "pdf"), "markdown": ("report.md", "svg")}


def configure(parser: common.Parser) -> None:
    """Add the options of `report`."""
    parser.option("--output", metavar="DIR", help="the directory to write into, made where it is missing")
    parser.add_argument("--format", action=common.Once, choices=tuple(FORMS), help="html (default), latex or markdown")
    parser.option("--experiments", metavar="DIR", help="a run of `experiment` that is kept, or a directory of runs")
    judging.add_judging(parser)


def run(args: argparse.Namespace) -> int:
    """Judge, draw, and write."""
    form, digits = args.format or "html", common.digits(args, judging.DIGITS)
    jobs, ids = judging.jobs(args), judging.chosen(args)
    if not args.output:
        raise common.Usage("--output: missing: give a directory, such as --output report")
    studies = kept(args.experiments, form) if args.experiments is not None else []
    folder = directory(args.output)

    from ..writing.pictures import REMEDY, available

    outcome = judging.judge_all(ids, digits, jobs, fresh=True)
    if outcome.interrupted:
        outcome.told()
        return 130
    outcome.complete()
    if not available():
        layout.message(f"the report has no pictures: {REMEDY}")

    from ..writing.report.content import content

    command = shlex.join(["steepest-mirror", "report", "--output", "DIR", "--format", form, "--digits", str(digits)])
    command += "".join(f" --claim {name}" for name in args.claim or ()) + " --experiments DIR" * bool(studies)
    found = content(outcome.found, digits, command, drawn=available(), studies=studies)
    pictures = drawn(tuple(found.pictures), form, jobs)
    file = folder / FORMS[form][0]
    folder.mkdir(parents=True, exist_ok=True)
    write(folder, file, found, pictures, form)
    layout.message(f"written: {file}")
    return 0


def directory(path: str) -> Path:
    """The directory `path`, which can be written into; where it is missing it is not left there. Errors: InputError."""
    folder = Path(path)
    try:
        missing = [place for place in (folder, *folder.parents) if not place.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / ".steepest-mirror"
        probe.touch()
        probe.unlink()
        for place in missing:
            place.rmdir()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError("--output", path, f"no report can be written there ({reason}): give a directory") from None
    return folder


def kept(directory: str, form: str) -> list[Study]:
    """The runs in a directory, or the run that it is, by name. Errors: InputError where there is none."""
    from ...experiments.experiment import findings
    from ...experiments.running.run import reread
    from ...experiments.running.store import HEAD
    from ...experiments.verdict import AGREE
    from ...experiments.writing import table
    from ...experiments.writing.picture import draw
    from ..writing.pictures import available
    from ..writing.report.experiments import Study

    places = [p.parent for p in sorted([*Path(directory).glob(HEAD), *Path(directory).glob(f"*/{HEAD}")])]
    if not places:
        raise InputError("--experiments", directory, f"no run is kept there: experiment all --small --out {directory}")
    studies = []
    for place in places:
        chosen, head, rows = reread(place)
        found = findings(chosen, rows)
        lines = [(f.verdict, tuple(line)) for f, line in zip(found, table.lines(found), strict=True)]
        studies.append(
            Study(
                place.name,
                chosen.title,
                chosen.about,
                tuple(table.formulas(found)),
                table.HEAD,
                tuple(line for verdict, line in lines if verdict == AGREE),
                tuple(line for verdict, line in lines if verdict != AGREE),
                table.made(head, rows),
                picture(draw(found), place.name, chosen.title, form) if found and available() else None,
            )
        )
    return studies


def picture(figure: Any, name: str, title: str, form: str) -> bytes:
    """A figure as the SVG element of a page, else as a file."""
    from ..writing.pictures.style import inline, written

    return inline(figure, name, title).encode("utf-8") if form == "html" else written(figure, FORMS[form][1])


def write(folder: Path, file: Path, found: Any, pictures: dict[str, bytes], form: str) -> None:
    """The document, after the pictures that it names: a reader never meets half of one."""
    if form == "html":
        from ..writing.report.html import page

        layout.save(str(file), page(found, {name: svg.decode("utf-8") for name, svg in pictures.items()}))
        return
    from ..writing.report.experiments import file as name_of

    ending = FORMS[form][1]
    shown = {name_of(study): study.picture for study in found.studies if study.picture is not None}
    for name, data in {**pictures, **shown}.items():
        layout.save(str(folder / f"{name}.{ending}"), data)
    if form == "latex":
        from ..writing.report.latex import document
    else:
        from ..writing.report.markdown import document
    layout.save(str(file), document(found, tuple(pictures)))


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

    return picture(draw(name), name, PICTURES[name].title, form)
