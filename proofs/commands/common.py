"""What the commands share: the options of a setting, forms of output, writing a result whole or not at all.

Nothing heavy is imported here: a setting is built only after its text has been accepted.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from fractions import Fraction
from pathlib import PurePath
from typing import Any, NoReturn

from ...guard import end_after
from ...numeric_checks.limits import LONGEST
from ...problems import rational_steepness
from ...setting import Setting
from ...symbolic.errors import InputError
from ...symbolic.reading import exact
from ...symbolic.reading.nearest import nearest
from ..writing.layout import help_text, help_width, json_text, printable, save, writable, write

FORMS = ("text", "json", "latex", "markdown", "python", "csv")
ENDINGS = {
    ".txt": "text",
    ".json": "json",
    ".tex": "latex",
    ".md": "markdown",
    ".py": "python",
    ".csv": "csv",
    ".svg": "svg",
    ".png": "png",
    ".pdf": "pdf",
    ".html": "html",
}  # the form that a file's name asks for, for every command

# What a newcomer types, and what it is called here (the first that the command has); others are matched by letters.
CALLED = {
    **dict.fromkeys(("--lambda", "--lam"), "--balance --decay"),
    **dict.fromkeys(("--until", "--iterations", "--epochs"), "--steps"),
    "--imbalance": "--balance",
    **dict.fromkeys(("--L", "--layers", "--layer", "-L"), "--depth"),
    **dict.fromkeys(("--precision", "--dps", "--prec", "--accuracy"), "--digits"),
    **dict.fromkeys(("--out", "--file", "--save", "-o"), "--output"),
    **dict.fromkeys(("--Lambda", "--invariant"), "--invariants"),
    **dict.fromkeys(("--alpha", "--weight-decay", "--wd"), "--decay"),
    **dict.fromkeys(("--time", "--end", "--t", "-t"), "--until"),
    **dict.fromkeys(("--grad", "--g"), "--gradient"),
    **dict.fromkeys(("--quantity", "--quantities"), "--what"),
    "--format": "--output",
    **dict.fromkeys(("--csv", "--latex", "--markdown", "--tex", "--text"), "--format"),
    **dict.fromkeys(("--eps", "--epsilon"), "--scale"),
    **dict.fromkeys(("--id", "--claims"), "--claim"),
    **dict.fromkeys(("--workers", "--processes", "-j"), "--jobs"),
}


# Reading the command line


class Usage(InputError):
    """A command line that does not parse; the message is a full sentence already."""

    def __init__(self, message: str):
        ValueError.__init__(self, printable(message, 300))


class Once(argparse.Action):
    """An option that may be given once: the second of two values would win silently."""

    def __call__(self, parser: Any, namespace: Any, values: Any, option_string: str | None = None) -> None:
        if getattr(namespace, self.dest, None) is not None:
            raise Usage(f"{option_string}: given twice: give it once")
        setattr(namespace, self.dest, values)


class _Help(argparse.RawDescriptionHelpFormatter):
    """Help within its columns."""

    def __init__(self, prog: str, **settings: Any):
        super().__init__(prog, **{**settings, "width": help_width()})


class Parser(argparse.ArgumentParser):
    """argparse, with one line for an error, no abbreviations, and `--opt -1/2` read as `--opt=-1/2`."""

    limited = False  # whether --limit is kept by whoever runs the command

    def __init__(self, description: str | None = None, **settings: Any):
        words = help_text(description or "")
        super().__init__(formatter_class=_Help, allow_abbrev=False, description=words, **settings)

    def option(self, name: str, *, help: str, metavar: str | None = None, **settings: Any) -> None:
        """Add a single-valued option (text, None when absent) that may be given once."""
        self.add_argument(name, action=Once, help=help, metavar=metavar, **settings)

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """The options of argv. Errors: Usage, naming the option and the nearest one that exists."""
        args, unknown = self.parse_known_args(self._joined(argv))
        for token in unknown:
            name = token.split("=")[0]
            by_name = f"did you mean --claim {token}? " if "--claim" in self._option_string_actions else ""
            hint = self.meant(name) if name.startswith("-") else by_name
            what = "option" if name.startswith("-") else "extra value"
            raise InputError(what, token, hint + f"see `{self.prog} --help`")
        for action in self._actions:
            if isinstance(action, argparse._ExtendAction) and (given := getattr(args, action.dest)):
                setattr(args, action.dest, [value for text in given for value in text.split(",")])  # 1,2 is 1 2
        return args

    def _joined(self, argv: Sequence[str]) -> list[str]:
        """argv with `--opt` and a value that begins with one minus sign as one word."""
        joined: list[str] = []
        for token in argv:
            action = self._option_string_actions.get(joined[-1]) if joined else None
            takes_one = isinstance(action, (Once, argparse._AppendAction)) and action.nargs is None
            if takes_one and token.startswith("-") and token[1:2] not in ("", "-") and token != "-h":
                joined[-1] += "=" + token
            else:
                joined.append(token)
        return joined

    def meant(self, name: str) -> str:
        """`did you mean --balance? ` for an option that is called so here, or whose name is near."""
        for called in CALLED.get(name, "").split():
            if called in self._option_string_actions:
                return f"did you mean {called}? "
        if name in CALLED:
            return ""  # the command has nothing of the kind
        options = {option.lstrip("-"): option for option in self._option_string_actions if option.startswith("--")}
        for word, called in CALLED.items():
            found = next((option for option in called.split() if option in self._option_string_actions), None)
            if found is not None:
                options.setdefault(word.lstrip("-"), found)
        hint = nearest(name.lstrip("-"), options)
        return f"did you mean {options[hint.removeprefix('did you mean ').rstrip('? ')]}? " if hint else ""

    def by_option(self, error: InputError) -> InputError:
        """The error of a field as the error of the option that gave it; others as they are."""
        option = "--" + getattr(error, "argument", "").replace("_", "-")
        return error.renamed(option) if option in self._option_string_actions else error

    def error(self, message: str) -> NoReturn:
        """Refuse the command line with one sentence, with the value that was meant where one is near."""
        wrong = re.search(r"invalid choice: '([^']*)' \(choose from (.*)\)$", message)
        hint = nearest(wrong.group(1), re.findall(r"[\w-]+", wrong.group(2))) if wrong else ""
        raise Usage(f"{message}: {hint}see `{self.prog} --help`")


def add_setting(parser: Parser, *, symbolic: bool = False) -> None:
    """Add --q, --p, --depth, --invariants, --balance; `setting(args)` reads them.

    With `symbolic` the help offers `symbolic` and names; `setting(args, symbolic=True)` then admits them.
    """
    word = ", or `symbolic`" if symbolic else ""
    names, sign = (" or 0,a,b", ", lam (> 0) or -lam") if symbolic else ("", "")
    group = parser.add_argument_group("the setting (q, L, Lambda)")
    for name, metavar, text in (
        ("--q", "Q", f"q, a rational in [1, 2]{word}: 2 is gradient flow, 1 sign gradient flow"),
        ("--p", "P", "instead of q: p in [2, inf], q = p/(p - 1)"),
        ("--depth", "L", f"the number of weights, an integer from 2{word}"),
        ("--invariants", "A,B,...", f"Lambda_1..Lambda_L, such as 0,1/2,2{names} (default: balanced)"),
        ("--balance", "LAMBDA", f"lambda-L_p-balanced, with --depth: a number{sign}"),
    ):
        group.add_argument(name, action=Once, metavar=metavar, help=text)


def steepness(args: argparse.Namespace) -> Fraction:
    """q from --q or --p, a number."""
    return rational_steepness(args.q, args.p)


def setting(args: argparse.Namespace, *, symbolic: bool = False) -> Setting:
    """The setting that the options of `add_setting` name. Errors: InputError."""
    found = Setting(args.q, p=args.p, depth=args.depth, invariants=args.invariants, balance=args.balance)
    if not symbolic and "symbolic" in (found.q, found.depth):
        name = "q" if found.q == "symbolic" else "depth"
        raise InputError(name, "symbolic", "give a number: here nothing is symbolic")
    return found


def add_digits(parser: Parser, default: int) -> None:
    """Add --digits; `digits(args, default)` reads it."""
    text = f"significant digits, 1 to {exact.MAX_DIGITS} (default {default})"
    parser.option("--digits", metavar="N", help=text)


def add_limit(parser: Parser, kept: bool = False) -> None:
    """Add --limit. `kept`: the command reads `seconds(args)` and prints what is certified by then."""
    parser.limited = not kept
    ending = "; what is certified by then is printed, exit code 4" if kept else ", then exit code 4"
    parser.option("--limit", metavar="S", help=f"seconds allowed{ending}")


def seconds(args: argparse.Namespace) -> Fraction | None:
    """S from --limit, which the guard keeps from now on too; None without it. Errors: InputError."""
    text = getattr(args, "limit", None)
    found = None if text is None else exact.number(text, "--limit")
    if found is not None and found <= 0:
        raise InputError("limit", text, "give seconds, more than 0")
    if found is not None:
        end_after(float(min(found, Fraction(LONGEST))))
    return found


def digits(args: argparse.Namespace, default: int) -> int:
    """N from --digits."""
    return default if args.digits is None else exact.digits(args.digits)


def add_format(parser: Parser, forms: Sequence[str] = ("text", "json")) -> None:
    """Add --format (the first of `forms` by default), --json, --output; `form(args)` reads the form."""
    assert set(forms) <= set(FORMS)
    group = parser.add_argument_group("output")
    shown = f"{', '.join(forms)} (default {forms[0]})"
    group.add_argument("--format", action=Once, choices=forms, help=shown)
    group.add_argument("--json", action="store_true", help="short for --format json")
    whole = "write the result to FILE, whole or not at all; its ending says the form where --format does not"
    group.add_argument("--output", action=Once, metavar="FILE", help=whole)
    parser.set_defaults(forms=tuple(forms))


def form(args: argparse.Namespace) -> str:
    """The form of output asked for: by --format or --json, else by the ending of --output, else text.

    Errors: InputError, also for an --output that cannot be written: before anything is computed.
    """
    if args.json and args.format not in (None, "json"):
        raise InputError("--format", args.format, "--json asks for json: give one of the two")
    known = "json" if args.json else args.format or by_ending(args.output, args.forms) or "text"
    if args.output is not None:
        writable(args.output)
    return known


def by_ending(path: str | None, forms: Sequence[str]) -> str | None:
    """The form that a file's name asks for; None for a name without an ending. Errors: InputError."""
    ending = "" if path is None else PurePath(path).suffix.lower()
    asked = ENDINGS.get(ending)
    if ending and asked not in forms:
        endings = ", ".join(end for end, form in ENDINGS.items() if form in forms)
        pictures = "; `steepest-mirror plot` draws pictures" * (asked in ("svg", "png", "pdf"))
        wrong = f"this command does not write {asked or ending}"
        raise InputError("--output", path, f"{wrong}: give a name that ends in {endings}, or --format{pictures}")
    return asked


def show(args: argparse.Namespace, form: str, found: Any) -> None:
    """Write what was found in a form that it knows: by to_dict, to_csv, to_latex, to_markdown, or itself as text."""
    whole = {"json": lambda: json_text(found.to_dict()), "text": found.__str__}
    emit(args, whole[form]() if form in whole else getattr(found, f"to_{form}")())


def emit(args: argparse.Namespace, text: str) -> None:
    """Write the result: to --output where given, whole or not at all, else to stdout."""
    text = text if text.endswith("\n") else text + "\n"
    if getattr(args, "output", None) is None:
        write(text)
    else:
        save(args.output, text)
