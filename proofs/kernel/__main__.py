"""`python -m steepest_mirror.proofs.kernel`: check every kernel proof, print a table, write the certificate."""

from __future__ import annotations

import sys

from .build import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
