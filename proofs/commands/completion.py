"""A completion script for your shell, for commands, options, claim IDs, quantities and pictures.

Examples:
  eval "$(steepest-mirror completion bash)"       # in ~/.bashrc
  eval "$(steepest-mirror completion zsh)"        # in ~/.zshrc
  steepest-mirror completion fish | source        # in ~/.config/fish/config.fish
"""

from __future__ import annotations

import argparse
import importlib
from collections.abc import Iterable

from . import common

SHELLS = ("bash", "zsh", "fish")


def configure(parser: common.Parser) -> None:
    """Add the argument of `completion`."""
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")


def run(args: argparse.Namespace) -> int:
    """Print the script."""
    common.emit(args, fish() if args.shell == "fish" else bash(zsh=args.shell == "zsh"))
    return 0


def words() -> dict[str, list[str]]:
    """What may follow each command: its options, and the values that are known beforehand."""
    from ...numeric_checks.potential.quantities import QUANTITIES
    from ...symbolic.writing.derive import QUANTITIES as FORMS
    from ..catalogue import FILES
    from ..command_line import COMMANDS
    from ..writing.pictures import PICTURES

    values: dict[str, Iterable[str]] = {
        **dict.fromkeys(("verify", "explain", "report"), FILES),
        "evaluate": QUANTITIES,
        "derive": FORMS,
        "plot": PICTURES,
        "completion": SHELLS,
    }
    return {name: [*_options(name), *values.get(name, ())] for name in COMMANDS}


def _options(command: str) -> Iterable[str]:
    parser = common.Parser(prog=command, add_help=True)
    importlib.import_module(f".{command}", __package__).configure(parser)
    return sorted({flag for action in parser._actions for flag in action.option_strings if flag.startswith("--")})


def bash(*, zsh: bool) -> str:
    """A function that looks the words up by the command already typed (zsh reads it through bashcompinit)."""
    known = words()
    cases = "\n".join(f"    {name}) words='{' '.join(found)}' ;;" for name, found in known.items())
    prelude = "autoload -U +X bashcompinit && bashcompinit\n" if zsh else ""
    return f"""{prelude}_steepest_mirror() {{
  local words
  case "${{COMP_WORDS[1]}}" in
{cases}
    *) words='{" ".join(known)}' ;;
  esac
  if [ "$COMP_CWORD" -eq 1 ]; then words='{" ".join(known)}'; fi
  COMPREPLY=( $(compgen -W "$words" -- "${{COMP_WORDS[COMP_CWORD]}}") )
}}
complete -o default -F _steepest_mirror steepest-mirror
"""


def fish() -> str:
    """One `complete` line a command and a word."""
    known = words()
    lines = [f"complete -c steepest-mirror -n __fish_use_subcommand -a '{' '.join(known)}'"]
    for name, found in known.items():
        lines.append(f"complete -c steepest-mirror -n '__fish_seen_subcommand_from {name}' -a '{' '.join(found)}'")
    return "\n".join(lines) + "\n"
