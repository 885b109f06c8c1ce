"""`python -m proofs COMMAND ...` in a checkout, the same as `python -m steepest_mirror`."""

from __future__ import annotations

import sys

from steepest_mirror.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
