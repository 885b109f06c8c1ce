"""`python -m steepest_mirror COMMAND ...`, the same as the console script `steepest-mirror`."""

from __future__ import annotations

import sys


def main() -> int:
    """The exit code of the command line, which runs in a child process that a guard watches."""
    from .guard import guarded

    return guarded(_run)


def _run() -> int:
    """Ctrl-C is answered in one line while the parts of the command line are still being loaded."""
    try:
        from .proofs.command_line import main as run

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("steepest-mirror: interrupted\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
