"""`python -m steepest_mirror.proofs.judging.replay FILE.json`: the derivations of a file, replayed here.

FILE.json is what `steepest-mirror verify --steps --format json` writes (- reads standard input). Each goal is derived
again from its hypotheses by the rules and by their second implementation, and the witness is put into the hypotheses.
No file of proofs/theorems is loaded. Exit code 0 if every derivation stands, 1 if one does not, 2 for another file, 3
if a file of theorems was loaded all the same: then nothing that was printed counts.
"""

from __future__ import annotations

import json
import sys
import time
from typing import Any

THEOREMS = "proofs.theorems"


def examined(entry: dict[str, Any]) -> dict[str, Any]:
    """Whether one recorded derivation proves its claim, why not, and the claim in words, made from its formulas."""
    from ..formal import checked, tree, well_formed
    from ..judge import by_derivation
    from ..recorded import digest, read

    name, started = str(entry.get("id", "")), time.perf_counter()
    try:
        formal, node = read(entry["derivation"])
        well_formed(formal)
        found = checked(formal, node)
        return {
            "id": name,
            "stands": found.stands is True,
            "reason": found.reason,
            "applications": found.applications(),
            "statement": formal.statement(),
            "hypotheses": list(formal.given()),
            "scope": formal.scope(),
            "seconds": time.perf_counter() - started,
            "detail": by_derivation(found, formal),
            "steps": list(tree(found)),
            "digest": digest(formal.hypotheses, formal.goal),
        }
    except (ValueError, KeyError, TypeError, RecursionError) as reason:
        return {"id": name, "stands": False, "reason": str(reason) or type(reason).__name__}


def main(arguments: list[str]) -> int:
    """Replay a file, print a line for each claim, or JSON."""
    names = [a for a in arguments if a != "--json"]
    if len(names) != 1:
        print("usage: python -m steepest_mirror.proofs.judging.replay FILE.json [--json]", file=sys.stderr)
        return 2
    try:
        text = sys.stdin.read() if names[0] == "-" else open(names[0], encoding="utf-8").read()  # noqa: SIM115
        rows = [c for c in json.loads(text)["claims"] if c.get("derivation") is not None]
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        print(f"{names[0]}: not a file of derivations ({type(error).__name__})", file=sys.stderr)
        return 2
    found = [examined(row) for row in rows]
    if "--json" in arguments:
        print(json.dumps({"claims": found}))
    else:
        for r in found:
            outcome = f"stands, {r['applications']} rule applications" if r["stands"] else f"refused: {r['reason']}"
            print(f"{r['id']}: {outcome}")
    return 0 if all(r["stands"] for r in found) else 1


if __name__ == "__main__":
    code = main(sys.argv[1:])
    if loaded := [name for name in sys.modules if THEOREMS in name]:
        print(f"a file of theorems was loaded: {loaded[0]}", file=sys.stderr)
        code = 3
    sys.exit(code)
