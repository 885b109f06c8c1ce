"""An experiment: rows measured with JAX, each quantity against what `symbolic` predicts for it, a verdict for each.

  steepest-mirror experiment list
  steepest-mirror experiment escape --small --out runs/escape
  steepest-mirror experiment escape --seeds 4 --sweep q=1,3/2,2 --sweep L=2..4 --out runs/escape --jobs 2
  steepest-mirror experiment escape --out runs/escape --resume      # the grid and seeds are those of the run
  steepest-mirror experiment escape --out runs/escape --scheduler tcp://127.0.0.1:8786
  steepest-mirror experiment report runs/escape
  steepest-mirror experiment all --small --jobs 2 --out runs

A verdict is agree (the interval over the seeds lies within the tolerance), disagree (it misses it) or not resolved.
Rows are written one by one to DIR/rows.jsonl; Ctrl-C or a crash loses none that was written, and --resume measures the
others. Needs `pip install 'steepest-mirror[experiments]'`, with --scheduler also [cluster].
Exit codes: 0 all agree, 1 something disagrees, 4 something is not resolved.
"""

from __future__ import annotations

import argparse
import tempfile
from pathlib import Path
from typing import Any

from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from ...symbolic.reading.nearest import nearest
from ..writing import layout
from . import common


def configure(parser: common.Parser) -> None:
    """Add the options of `experiment`."""
    parser.add_argument("name", metavar="NAME", help="an experiment, or `all`, `list`, `report`")
    parser.add_argument("directory", nargs="?", metavar="DIR", help="for `report`: the directory of a run")
    parser.option("--out", metavar="DIR", help="keep the rows there (without it they are shown and not kept)")
    parser.add_argument("--resume", action="store_true", help="go on with the run in --out")
    parser.add_argument("--small", action="store_true", help="the version of a minute")
    parser.option("--seeds", metavar="N", help="seeds 0..N-1 of every setting")
    parser.add_argument("--sweep", action="append", default=[], metavar="NAME=VALUES", help="q=1,3/2,2 or depth=2..4")
    parser.option("--jobs", metavar="N", help="processes (default 1)")
    parser.option("--scheduler", metavar="tcp://HOST:PORT", help="a Dask scheduler that is running")
    common.add_format(parser, ("text", "json", "markdown"))


def run(args: argparse.Namespace) -> int:
    """Measure, or list, or report."""
    from ...experiments.studies.catalogue import FILES, experiment

    if args.name != "report" and args.directory is not None:
        raise InputError("extra value", args.directory, "a run is kept with --out DIR")
    if args.name == "list":
        found = [experiment(name) for name in FILES]
        layout.write("".join(f"{e.name}\n{layout.wrapped(f'{e.title}: {e.about}.', '    ')}\n" for e in found))
        return 0
    if args.name == "report":
        return report(args)
    if args.name == "all":
        return every(args, [name for name in FILES if experiment(name).libraries])
    if args.name not in FILES:
        hint = nearest(args.name, FILES)
        raise InputError("experiment", args.name, hint + "give one of " + ", ".join((*FILES, "all", "list", "report")))
    return measured(args, experiment(args.name))


def every(args: argparse.Namespace, names: list[str]) -> int:
    """One after the other, each kept in a directory of its name; the exit code is the worst."""
    import copy

    from ...experiments.studies.catalogue import experiment

    if args.sweep or args.output is not None or common.form(args) == "json":
        raise common.Usage("experiment all: takes no --sweep, --output or --json: name one experiment")
    codes = []
    for name in names:
        own = copy.copy(args)
        own.out = None if args.out is None else str(Path(args.out) / name)
        codes.append(measured(own, experiment(name)))
        layout.write("\n")
    return 1 if 1 in codes else max(codes, default=0)


def measured(args: argparse.Namespace, chosen: Any) -> int:
    """Run what is missing and print the findings."""
    from ...experiments.experiment import admitted, findings, swept
    from ...experiments.needs import need
    from ...experiments.running.run import run as go
    from ...experiments.running.store import HEAD, MOST_SEEDS, Store, described, kept
    from ...experiments.sweeps import sweeps

    if args.out == "":
        raise InputError("--out", args.out, "give the name of a directory")
    if args.resume and args.out is None:
        raise common.Usage("--resume: which run? name its directory with --out DIR")
    if args.scheduler is not None and args.jobs is not None:
        raise InputError("--jobs", args.jobs, "the scheduler's workers do the work: leave it out")
    jobs = 1 if args.jobs is None else count(args.jobs, "--jobs", 256)
    seeds = chosen.small_seeds if args.small else chosen.seeds
    seeds = seeds if args.seeds is None else count(args.seeds, "--seeds", MOST_SEEDS)
    grids = chosen.small if args.small else chosen.grids
    wanted = sweeps(args.sweep, grids)
    grids = swept(grids, wanted)
    if args.resume and (Path(args.out) / HEAD).exists():  # what the run was, where nothing else is asked for
        before = described(args.out)
        grids = grids if wanted or before["experiment"] != chosen.name else admitted(chosen, before["grid"])
        seeds = seeds if args.seeds is not None else before["seeds"]
    form = common.form(args)
    for name in ("distributed",) if args.scheduler is not None else chosen.libraries:
        need(name)
    with tempfile.TemporaryDirectory() as scratch:
        store = Store(args.out or scratch, resume=args.resume)
        try:
            rows = go(chosen, grids, seeds, store, jobs=jobs, scheduler=args.scheduler, progress=progress)
        except KeyboardInterrupt:
            n = len(kept(store.directory, chosen.name))  # as they stand on disk: one may have been written a moment ago
            said = f"the {n} rows written are kept" if args.out else "nothing is kept without --out"
            layout.message(f"steepest-mirror: {said}" + ("; --resume goes on" if args.out else ""))
            raise
        finally:
            for note in store.notes:
                layout.message(f"steepest-mirror: {note}")
            store.close()
        head = described(store.directory)
    return shown(args, form, chosen, head, findings(chosen, rows), rows)


def report(args: argparse.Namespace) -> int:
    """The findings of a run that is kept: rows.csv, and with matplotlib findings.svg, beside its rows."""
    from ...experiments.experiment import findings
    from ...experiments.running.run import reread
    from ...experiments.writing.picture import svg
    from ...experiments.writing.table import as_csv

    if args.directory is None:
        raise common.Usage("experiment report: missing: the directory of a run, such as runs/escape")
    chosen, head, rows = reread(args.directory)
    found = findings(chosen, rows)
    layout.save(str(Path(args.directory) / "rows.csv"), as_csv(rows))
    try:
        layout.save(str(Path(args.directory) / "findings.svg"), svg(found))
    except InputError as missing:
        layout.message(f"steepest-mirror: no picture: {missing}")
    return shown(
        args, "markdown" if args.format is None and not args.json else common.form(args), chosen, head, found, rows
    )


def shown(args: argparse.Namespace, form: str, chosen: Any, head: dict[str, Any], found: Any, rows: Any) -> int:
    """Print the findings; the exit code says what they are."""
    from ...experiments.verdict import exit_code
    from ...experiments.writing.markdown import section
    from ...experiments.writing.table import HEAD, constant, lines, setting, summary

    if form == "json":
        shown = [
            {**dict(zip(HEAD, line, strict=True)), "arguments": f.arguments}
            for f, line in zip(found, lines(found), strict=True)
        ]
        text = layout.json_text({"run": head, "findings": shown, "rows": rows})
    elif form == "markdown":
        text = section(chosen, head, found, rows)
    else:
        shared = setting(constant([f.arguments for f in found]))
        text = layout.wrapped(f"{chosen.title}: {chosen.about}") + "\n"
        text += (layout.wrapped(f"throughout: {shared}") + "\n" if shared else "") + "\n"
        text += layout.table(HEAD, lines(found)) + "\n" + summary(found) + "\n"
        text += "".join(f"failed: {setting(r['arguments'])}: {r['reason']}\n" for r in rows if r["status"] != "done")
    common.emit(args, text)
    return exit_code(found)


def count(text: str, argument: str, most: int) -> int:
    """A positive integer."""
    value = exact.number(text, argument)
    if value.denominator != 1 or not 1 <= value <= most:
        raise InputError(argument, text, f"give an integer from 1 to {most}")
    return int(value)


def progress(done: int, of: int, row: dict[str, Any] | None) -> None:
    """A line to stderr for each row."""
    if row is None:
        layout.message(f"{of} rows, {done} of them there already")
    else:
        note = "" if row["status"] == "done" else f"  failed: {row['reason']}"
        values = " ".join(f"{k}={v}" for k, v in row["arguments"].items())
        layout.message(f"[{done}/{of}] {values}  {row['seconds']:.1f} s{note}")
