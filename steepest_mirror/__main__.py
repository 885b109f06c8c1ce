"""`python -m steepest_mirror COMMAND ...`, the same as the console script `steepest-mirror`."""

from __future__ import annotations

import sys

from .proofs.command_line import main

if __name__ == "__main__":
    sys.exit(main())
