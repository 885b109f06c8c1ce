"""What the commands share: the options of a setting, forms of output, writing a result whole or not at all.

Nothing heavy is imported here: a setting is built only after its text has been accepted.
"""

from __future__ import annotations

import argparse
import codecs
import contextlib
import difflib
import json
import os
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, TextIO

from symbolic import exact
from symbolic.errors import InputError

if TYPE_CHECKING:
    from symbolic.setting import Setting

FORMS = ("text", "json", "latex", "markdown", "python", "csv")


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


class Parser(argparse.ArgumentParser):
    """argparse, with one line for an error, no abbreviations, and `--opt -1/2` read as `--opt=-1/2`."""

    def __init__(self, **settings: Any):
        super().__init__(formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False, **settings)

    def option(self, name: str, *, help: str, metavar: str | None = None, **settings: Any) -> None:
        """Add a single-valued option (text, None when absent) that may be given once."""
        self.add_argument(name, action=Once, help=help, metavar=metavar, **settings)

    def parse(self, argv: Sequence[str]) -> argparse.Namespace:
        """The options of argv. Errors: Usage, naming the option and the nearest one that exists."""
        args, unknown = self.parse_known_args(self._joined(argv))
        for token in unknown:
            name = token.split("=")[0]
            hint = nearest(name, self._option_string_actions) if name.startswith("-") else ""
            what = "option" if name.startswith("-") else "extra value"
            raise InputError(what, token, hint + f"see `{self.prog} --help`")
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

    def error(self, message: str) -> NoReturn:
        """Refuse the command line with one sentence."""
        raise Usage(f"{message}: see `{self.prog} --help`")


def nearest(name: str, known: Iterable[str]) -> str:
    """`did you mean X? ` for the nearest known name, or nothing."""
    match = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"did you mean {match[0]}? " if match else ""


def add_setting(parser: Parser, *, symbolic: bool = False) -> None:
    """Add --q, --p, --depth, --invariants, --balance; `setting(args)` reads them."""
    word = ", or `symbolic`" if symbolic else ""
    group = parser.add_argument_group("the setting (q, L, Lambda)")
    for name, metavar, text in (
        ("--q", "Q", f"q, a rational in [1, 2]{word}: 2 is gradient flow, 1 sign gradient flow"),
        ("--p", "P", "instead of q: p in [2, inf], q = p/(p - 1)"),
        ("--depth", "L", f"the number of weights, an integer from 2{word}"),
        ("--invariants", "A,B,...", "Lambda_1..Lambda_L, such as 0,1/2,2 or 0,a,b (default: balanced)"),
        ("--balance", "LAMBDA", "lambda-L_p-balanced, with --depth: a number, lam (> 0) or -lam"),
    ):
        group.add_argument(name, action=Once, metavar=metavar, help=text)


def steepness(args: argparse.Namespace, *, symbolic: bool = False) -> Any:
    """q from --q or --p: a Fraction, or the symbol q for `--q symbolic` where that is admitted."""
    if args.q is not None and args.p is not None:
        raise InputError("--p", args.p, "give --q or --p, not both")
    if args.p is not None:
        return exact.steepness_from_p(args.p)
    if args.q is None:
        raise Usage("--q: missing: give q in [1, 2], such as --q 3/2 (or --p)")
    if args.q.strip() == "symbolic" and symbolic:
        from symbolic.symbols import q

        return q
    return exact.steepness(args.q)


def setting(args: argparse.Namespace, *, symbolic: bool = False) -> Setting:
    """The setting that the options of `add_setting` name. Errors: InputError."""
    if args.invariants is not None and args.balance is not None:
        raise InputError("--balance", args.balance, "give --invariants or --balance, not both")
    if args.invariants is None and args.depth is None:
        raise Usage("--depth: missing: give the depth, such as --depth 3, or --invariants 0,1/2,2")
    steep = None if symbolic and args.q == "symbolic" and args.p is None else steepness(args)
    layers: Any = None
    general = symbolic and args.depth is not None and args.depth.strip() == "symbolic"
    if args.depth is not None and not general:
        layers = exact.depth(args.depth)
    values = None if args.invariants is None else _invariants(args.invariants)
    balance = None if args.balance is None else _balance(args.balance)
    if values is not None and general:
        raise InputError("--depth", args.depth, f"the {len(values)} invariants fix the depth: leave it out")
    if values is not None and layers not in (None, len(values)):
        raise InputError("--depth", args.depth, f"the {len(values)} invariants fix the depth: leave it out")

    from symbolic import symbols
    from symbolic.setting import setting as build

    return build(
        symbols.q if steep is None else steep,
        values,
        depth=symbols.L if general else layers,
        balance=balance,
    )


def _invariants(text: str) -> list[Any]:
    return [exact.number(entry, "--invariants") for entry in text.split(",")]


def _balance(text: str) -> Any:
    return exact.number(text, "--balance")


def add_digits(parser: Parser, default: int) -> None:
    """Add --digits; `digits(args, default)` reads it."""
    text = f"significant digits, 1 to {exact.MAX_DIGITS} (default {default})"
    parser.option("--digits", metavar="N", help=text)


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
    whole = "write the result to FILE, whole or not at all"
    group.add_argument("--output", action=Once, metavar="FILE", help=whole)


def form(args: argparse.Namespace) -> str:
    """The form of output asked for, `text` by default."""
    if args.json and args.format not in (None, "json"):
        raise InputError("--format", args.format, "--json asks for json: give one of the two")
    return "json" if args.json else args.format or "text"


# Describing a setting


def described(at: Setting) -> dict[str, Any]:
    """{"q", "depth", "invariants"} for JSON: rationals as strings, an integer depth as an integer."""
    if at.depth.is_Integer:
        return {"q": str(at.q), "depth": int(at.depth), "invariants": [str(v) for v in at.invariants]}
    groups = [f"{v} ({n} times)" for v, n in at.groups]
    return {"q": str(at.q), "depth": str(at.depth), "invariants": groups}


def title(at: Setting) -> str:
    """One line: `q = 3/2, L = 3, Lambda = (0, 1/2, 2)`."""
    shown = described(at)
    values = "balanced" if at.balanced else "Lambda = (" + ", ".join(shown["invariants"]) + ")"
    return f"q = {shown['q']}, L = {shown['depth']}, {values}"


# Writing results


def json_text(result: Any) -> str:
    """`result` as JSON (ASCII, so that every terminal and reader takes it)."""
    return json.dumps(result, indent=2) + "\n"


def emit(args: argparse.Namespace, text: str) -> None:
    """Write the result: to --output where given, whole or not at all, else to stdout."""
    text = text if text.endswith("\n") else text + "\n"
    if getattr(args, "output", None) is None:
        write(text)
    else:
        save(args.output, text)


def write(text: str) -> None:
    """Write text to stdout. Errors: InputError where stdout cannot be written (BrokenPipeError passes)."""
    if sys.stdout is None:
        return
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        silence(sys.stdout)
        raise Usage(f"standard output: it cannot be written ({error.strerror})") from None


def save(path: str, text: str, argument: str = "--output") -> None:
    """Write text to the file `path`, through a temporary neighbour. Errors: InputError, `path` untouched."""
    temporary = None
    try:
        target = Path(path)
        if target.is_dir():
            raise InputError(argument, path, "it is a directory: give the path of a file")
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=target.parent, delete=False) as stream:
            temporary = stream.name
            stream.write(text)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, target)
    except (OSError, ValueError) as error:
        if temporary is not None:
            with contextlib.suppress(OSError):
                os.unlink(temporary)
        if isinstance(error, InputError):
            raise
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(argument, path, f"it cannot be written ({reason}): give another path") from None


def read(path: str, argument: str, limit: int = 50_000_000) -> str:
    """The text of the file `path` (UTF-8, at most `limit` bytes). Errors: InputError."""
    try:
        with open(path, "rb") as stream:
            data = stream.read(limit + 1)
        if len(data) > limit:
            raise InputError(argument, path, f"the file is longer than {limit} bytes")
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(argument, path, f"the file is not UTF-8 text (byte {error.start})") from None
    except OSError as error:
        raise InputError(argument, path, f"it cannot be read ({error.strerror})") from None
    except ValueError as error:
        if isinstance(error, InputError):
            raise
        raise InputError(argument, path, f"it cannot be read ({error})") from None


def message(text: str) -> None:
    """One line to stderr, where there is one."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(text.replace("\n", " ") + "\n")
            sys.stderr.flush()


def silence(stream: TextIO | None) -> None:
    """Point a stream that can no longer be written at nowhere, so that closing it at exit is quiet."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())  # type: ignore[union-attr]
        os.close(nowhere)


def printable(text: str, limit: int) -> str:
    """text on one line without control characters, at most `limit` characters."""
    text = text if len(text) <= limit else text[: limit - 3] + "..."
    return "".join(c if c.isprintable() else "?" for c in text)


# Terminals

_PLAIN = str.maketrans(
    {
        "≤": "<=", "≥": ">=", "≠": "!=", "·": "*", "×": "x", "→": "->", "∞": "inf", "√": "sqrt", "−": "-",
        "–": "-", "—": "-", "…": "...", "±": "+/-", "∈": "in", "λ": "lambda", "Λ": "Lambda", "α": "alpha",
        "μ": "mu", "ε": "eps", "Σ": "sum", "∏": "prod", "∫": "int", "│": "|", "─": "-", "█": "#", "░": ".",
    }
)  # fmt: skip


def _plain(error: UnicodeError) -> tuple[str, int]:
    assert isinstance(error, UnicodeEncodeError)
    words = error.object[error.start : error.end].translate(_PLAIN)
    return words.encode("ascii", "replace").decode("ascii"), error.end


def plain_where_needed(*streams: TextIO | None) -> None:
    """Let streams whose encoding lacks a character print it in plain ASCII instead of failing."""
    codecs.register_error("plain", _plain)
    for stream in streams:
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="plain")  # type: ignore[union-attr]


def width() -> int:
    """The columns to fill: 80 unless stdout is a narrower or wider terminal, between 60 and 120."""
    on_terminal = sys.stdout is not None and sys.stdout.isatty()
    return max(60, min(120, shutil.get_terminal_size().columns)) if on_terminal else 80


def colour(text: str, name: str, stream: TextIO | None = None) -> str:
    """text in colour (red, green, yellow, bold, dim) on a terminal that shows it, as it is elsewhere."""
    stream = sys.stdout if stream is None else stream
    shows = stream is not None and stream.isatty() and "NO_COLOR" not in os.environ
    if not shows or os.environ.get("TERM", "dumb") == "dumb":
        return text
    code = {"red": 31, "green": 32, "yellow": 33, "bold": 1, "dim": 2}[name]
    return f"\x1b[{code}m{text}\x1b[0m"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Left-aligned columns under their heads, two spaces apart."""
    lines = [list(head), *(list(row) for row in rows)]
    wide = [max(len(line[i]) for line in lines) for i in range(len(head))]
    rule = ["-" * n for n in wide]
    shown = [lines[0], rule, *lines[1:]]
    padded = ("  ".join(c.ljust(n) for c, n in zip(line, wide, strict=True)) for line in shown)
    return "".join(line.rstrip() + "\n" for line in padded)


def folded(first: tuple[str, Sequence[str]], columns: Sequence[tuple[str, Sequence[str]]]) -> str:
    """A table of named columns in blocks that fit the width, each led by the column `first`."""

    def wide(column: tuple[str, Sequence[str]]) -> int:
        return max(len(column[0]), *(len(entry) for entry in column[1]), 1)

    blocks: list[list[tuple[str, Sequence[str]]]] = []
    room = 0
    for column in columns:
        if room < wide(column) + 2:
            blocks.append([first])
            room = width() - wide(first)
        blocks[-1].append(column)
        room -= wide(column) + 2
    heads = ([name for name, _ in block] for block in blocks)
    bodies = (zip(*(entries for _, entries in block), strict=True) for block in blocks)
    return "\n".join(table(head, body) for head, body in zip(heads, bodies, strict=True))


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """text in lines no longer than the width; the first begins with `first`, the others with `indent`."""
    start = indent if first is None else first
    return textwrap.fill(text, width(), initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


def markdown(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(c.replace("|", "\\|") for c in line) + " |\n" for line in lines)


_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "<": r"\textless{}",
        ">": r"\textgreater{}", "|": r"\textbar{}", **{c: "\\" + c for c in "&%$#_{}"},
    }
)  # fmt: skip


def latex_words(text: str) -> str:
    """Words as LaTeX text."""
    return text.translate(_LATEX)


def latex(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A LaTeX tabular of words."""
    lines = (" & ".join(map(latex_words, line)) + r" \\" for line in rows)
    first = " & ".join(map(latex_words, head)) + r" \\ \hline"
    return "\n".join([rf"\begin{{tabular}}{{{'l' * len(head)}}}", first, *lines, r"\end{tabular}", ""])
