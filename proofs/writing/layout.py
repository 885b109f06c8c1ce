"""Results to stdout or to a file, whole or not at all; messages to stderr; tables that fit a terminal."""

from __future__ import annotations

import codecs
import contextlib
import itertools
import json
import os
import re
import shutil
import sys
import tempfile
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, TextIO

from ...symbolic.errors import InputError

VERSION = 1  # of the JSON forms: it changes when a key changes its name or its meaning


def json_text(result: dict[str, Any]) -> str:
    """`result` as JSON after its version (ASCII, so that every terminal and reader takes it)."""
    return json.dumps({"version": VERSION, **result}, indent=2) + "\n"


def schema() -> str:
    """The JSON Schema of every command's JSON, in $defs by the name of the command."""
    return files(__package__).joinpath("schema.json").read_text("utf-8")


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
        raise InputError("standard output", "the stream", f"it cannot be written ({error.strerror})") from None


def save(path: str, content: str | bytes, argument: str = "--output") -> None:
    """Write text or bytes to the file `path`, through a temporary neighbour. Errors: InputError, `path` untouched."""
    with _target(path, argument) as target:
        data = content.encode("utf-8") if isinstance(content, str) else content
        if target.exists() and not target.is_file():  # a device or a pipe is written to, not replaced
            target.write_bytes(data)
        else:
            _replace(target.resolve(), data)


def writable(path: str, argument: str = "--output") -> None:
    """Looks whether `save` can write there, before anything is computed. Errors: InputError; nothing is written."""
    with _target(path, argument) as target:
        if not target.exists() or target.is_file():
            tempfile.TemporaryFile(dir=target.resolve().parent).close()


@contextlib.contextmanager
def _target(path: str, argument: str) -> Iterator[Path]:
    """What is written to; what goes wrong there. Errors: InputError."""
    try:
        target = Path(path)
        if target.is_dir():
            raise InputError(argument, path, "it is a directory: give the path of a file")
        yield target
    except InputError:
        raise
    except (OSError, ValueError, RuntimeError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise InputError(argument, path, f"it cannot be written ({reason}): give another path") from None


def _replace(target: Path, data: bytes) -> None:
    with tempfile.NamedTemporaryFile(dir=target.parent, delete=False) as stream:
        temporary = stream.name
        try:
            stream.write(data)
            stream.flush()
            mask = os.umask(0)
            os.umask(mask)
            os.chmod(temporary, 0o666 & ~mask)
            os.replace(temporary, target)
        except BaseException:
            os.unlink(temporary)
            raise


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
    """One line to stderr, where there is one; on a terminal wrapped between words."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError, ValueError):
            line = text.replace("\n", " ")
            sys.stderr.write((wrapped(line, stream=sys.stderr) if _terminal(sys.stderr) else line) + "\n")
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
        "≤": "<=",
        "≥": ">=",
        "≠": "!=",
        "·": "*",
        "×": "x",
        "→": "->",
        "∞": "inf",
        "√": "sqrt",
        "−": "-",
        "–": "-",
        "—": "-",
        "…": "...",
        "±": "+/-",
        "∈": "in",
        "λ": "lambda",
        "Λ": "Lambda",
        "α": "alpha",
        "μ": "mu",
        "ε": "eps",
        "Σ": "sum",
        "∏": "prod",
        "∫": "int",
        "│": "|",
        "─": "-",
        "█": "#",
        "░": ".",
    }
)


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


def width(stream: TextIO | None = None) -> int:
    """The columns to fill: 80 unless the stream (stdout) is a narrower or wider terminal, between 40 and 120."""
    stream = sys.stdout if stream is None else stream
    return max(40, min(120, shutil.get_terminal_size().columns)) if _terminal(stream) else 80


def _terminal(stream: TextIO | None) -> bool:
    return stream is not None and stream.isatty()


def colour(text: str, name: str, stream: TextIO | None = None) -> str:
    """text in colour (red, green, yellow, bold, dim) on a terminal that shows it, as it is elsewhere."""
    stream = sys.stdout if stream is None else stream
    if not _terminal(stream) or "NO_COLOR" in os.environ or os.environ.get("TERM", "dumb") == "dumb":
        return text
    code = {"red": 31, "green": 32, "yellow": 33, "bold": 1, "dim": 2}[name]
    return f"\x1b[{code}m{text}\x1b[0m"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], names: int = 1) -> str:
    """Left-aligned columns under their heads, two spaces apart, within the width.

    Where too wide the last is wrapped between its words, then the widest; where that is not enough the table goes on
    below with other columns, each part led by the first ones, `names` of them, which name a line.
    """
    columns = [[TIGHT.sub("\xa0", cell) for cell in column] for column in zip(head, *rows, strict=True)]
    words = [max(1, *(len(word) for cell in column for word in cell.split(" "))) for column in columns]
    least = words[:]
    for k, most in ((0, FIRST), (-1, LAST)):
        least[k] = max(words[k], min(max(map(len, columns[k])), most))
    others, parts = range(names, len(columns)), list[list[int]]()
    room = width() - sum(n + 2 for n in least[:names])

    def wide(part: Sequence[int]) -> int:
        return sum(least[k] + 2 for k in part) - 2

    for k in others:
        if not parts or wide([*parts[-1], k]) > room:
            parts.append([])
        parts[-1].append(k)
    size = -(-len(others) // max(1, len(parts)))
    even = [list(others[i : i + size]) for i in range(0, len(others), size or 1)]
    shown = [[*range(names), *part] for part in (even if all(wide(part) <= room for part in even) else parts) or [[]]]
    tables = (_table([columns[k] for k in part], [words[k] for k in part]) for part in shown)
    return "\n".join(tables).replace("\xa0", " ")


def _table(columns: Sequence[Sequence[str]], least: list[int]) -> str:
    wide = _widths(columns, least)
    cells = [row for row in zip(*columns, strict=True) if any(row)]
    cells.insert(1, tuple("-" * n for n in wide))
    shown = []
    for row in cells:
        parts = [_parts(cell, n) for cell, n in zip(row, wide, strict=True)]
        for line in itertools.zip_longest(*parts, fillvalue=""):
            shown.append("  ".join(map(str.ljust, line, wide)).rstrip())
    return "".join(line + "\n" for line in shown)


def _parts(cell: str, room: int) -> list[str]:
    """A cell as it is, or in lines where it is too long."""
    if len(cell) <= room:
        return [cell]
    return textwrap.wrap(cell, room, break_on_hyphens=False)


def _widths(columns: Sequence[Sequence[str]], words: list[int]) -> list[int]:
    """The width of each column, none less than its longest word; what names a line stays whole where there is room.

    A word that is wider than a terminal is cut there, and nowhere else.
    """
    wide = [max(least, *map(len, column)) for column, least in zip(columns, words, strict=True)]
    over = sum(wide) + 2 * len(wide) - 2 - width()
    if over > 0:
        kept = max(words[-1], min(wide[-1], LAST), wide[-1] - over)
        over, wide[-1] = over - (wide[-1] - kept), kept
    cut = [min(LAST // 2, n) if _terminal(sys.stdout) else n for n in words]
    for least in ([max(words[0], min(wide[0], FIRST)), *words[1:]], words, cut):
        while over > 0 and any(map(int.__gt__, wide, least)):
            k = max((k for k in range(len(wide)) if wide[k] > least[k]), key=wide.__getitem__)
            wide[k], over = wide[k] - 1, over - 1
    return wide


def wrapped(text: str, indent: str = "", first: str | None = None, stream: TextIO | None = None) -> str:
    """text in lines no longer than the width; the first begins with `first`, the others with `indent`."""
    start = indent if first is None else first
    return textwrap.fill(text, width(stream), initial_indent=start, subsequent_indent=indent, break_on_hyphens=False)


TIGHT = re.compile(r" (?=[-+] )|(?<= [-+]) ")  # where a formula is not broken in a table
FIRST, LAST = 30, 24  # columns left to the first and to the last of a table before others are wrapped


def help_width() -> int:
    """The columns of a help text: 80, fewer on a narrower terminal."""
    return min(80, width())


def help_text(words: str) -> str:
    """A docstring within the columns of a help text: paragraphs are filled, indented lines kept as they can be pasted.

    An indented line that is too long puts its `# remark` above it, and a command goes on after a backslash.
    """
    parts = []
    for block in re.split(r"\n\s*\n", words.strip("\n")):
        lines = block.split("\n")
        if any(line.startswith("  ") for line in lines):
            parts.append("\n".join(part for line in lines for part in _fitted(line)))
        else:
            parts.append(filled(" ".join(line.strip() for line in lines)))
    return "\n\n".join(parts) + "\n"


def filled(text: str, indent: str = "", later: str | None = None) -> str:
    """text within the columns of a help text; the lines after the first begin with `later`."""
    after = indent if later is None else later
    shape = textwrap.TextWrapper(help_width(), indent, after, break_on_hyphens=False, break_long_words=False)
    return shape.fill(text)


def _fitted(line: str) -> list[str]:
    if len(line) <= help_width():
        return [line]
    if not line.startswith("  "):
        return [filled(line)]
    code, mark, remark = line.partition("  # ")
    indent = line[: len(line) - len(line.lstrip())]
    above = [filled(remark.strip(), f"{indent}# ")] if mark else []
    code = code.rstrip()
    if len(code) <= help_width() or not code.lstrip().startswith("steepest-mirror "):
        return [*above, code]
    pieces = re.split(r" (?=--)", code)
    rows = [pieces[0]]
    for piece in pieces[1:]:
        if len(rows[-1]) + len(piece) + 3 <= help_width():
            rows[-1] += f" {piece}"
        else:
            rows.append(f"{indent}    {piece}")
    return [*above, *(row + " \\" for row in rows[:-1]), rows[-1]]


_LATEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "^": r"\textasciicircum{}",
        "~": r"\textasciitilde{}",
        "<": r"\textless{}",
        ">": r"\textgreater{}",
        "|": r"\textbar{}",
        **{c: "\\" + c for c in "&%$#_{}"},
    }
)


def latex_words(text: str) -> str:
    """Words as LaTeX text, character by character (`markup.latex_said` sets the formulas among them)."""
    return text.translate(_LATEX)
