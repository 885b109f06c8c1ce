"""What the process of one stage of `check` sent, as far as it is a finding that this stage can make: plain data.

  refute, refute deeply   refuted, supported, undecided
  prove                   proved, undecided
  bind                    proved with a derivation, undecided without
  derive                  undecided; its remark says what is true instead

The process of a property has loaded files of theorems: what it calls proved is replayed elsewhere, and it refutes
nothing once it has loaded them.
"""

from __future__ import annotations

from ..running import pool
from ..running.received import GRADES, is_plain
from ..verdict import PROVED, REFUTED, SUPPORTED, UNDECIDED
from .claims import Finding

SEARCHED, ARGUED = (REFUTED, SUPPORTED, UNDECIDED), (PROVED, UNDECIDED)
WORDS = {"refute": SEARCHED, "refute deeply": SEARCHED, "prove": ARGUED, "bind": ARGUED, "derive": (UNDECIDED,)}


def finding(told: bytes, stage: str) -> Finding:
    """The finding. Errors: ValueError or pickle.UnpicklingError where it is none of this stage."""
    found = pool.read(told)
    if type(found) is not Finding or not is_plain(found, ("verdict", "remark"), ("hypotheses", "holes")):
        raise ValueError("what is no finding")
    derived = found.verdict == PROVED and stage == "bind"
    if found.verdict not in WORDS[stage] or (found.derivation is not None) is not derived:
        raise ValueError(f"{found.verdict!r}, which {stage} does not find")
    if derived and (found.remark or found.holes or found.witness is not None):
        raise ValueError("words beside a derivation")
    if odd := [e.grade for e in found.evidence if e.grade not in GRADES]:
        raise ValueError(f"{odd[0]!r}, which is no grade of evidence of {stage}")
    return found
