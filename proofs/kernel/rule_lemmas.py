"""Rules of inference and the kernel: rule NAME is the lemma NAME, which proves `rule_NAME` of RuleStatements.v.

The lemma says that what the rule's premises mean implies what its conclusion means, for real functions, with Lebesgue's
null sets and absolute continuity; an integral is the absolutely continuous function with that rate. That the program
puts the right formulas in place is tested by a second implementation. TRUSTED names the rules that rest on more than a
lemma, and on what.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .certificate import SOURCES, files, without_comments

STATEMENTS = "RuleStatements.v"

TRUSTED: Mapping[str, str] = MappingProxyType(
    {
        "calculation": "the normal form of a difference, and its sign, are computed",
        "away_from_zero": "the normal form of a difference, and its sign, are computed",
        "decision": "decided by computation for every q in [1, 2] and L >= 2",
        "unfolded": "a flow means what its definition says",
        "built_measurable": "a lemma but for signs, and a^r where a may be 0 and r is not positive",
    }
)


@cache
def lemmas() -> Mapping[str, str]:
    """Every rule with a lemma, and the file of its proof. Errors: KeyError where a stated rule is not proved."""
    try:
        stated = (SOURCES / STATEMENTS).read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    proved: dict[str, list[str]] = {}
    for name in files():
        text = without_comments((SOURCES / name).read_text(encoding="utf-8"))
        for rule in re.findall(r"\bTheorem (\w+) : rule_\1\.", text):
            proved.setdefault(rule, []).append(name)
    names = re.findall(r"\bDefinition rule_(\w+) : Prop :=", without_comments(stated))
    if lacking := [rule for rule in names if len(proved.get(rule, [])) != 1]:
        raise KeyError(f"the rule {lacking[0]} is stated and not proved")
    return {rule: proved[rule][0] for rule in names}


def standing(rule: str) -> str:
    """What carries a rule, in words: its lemma and file, or why it is trusted without one, or both."""
    lemma = lemmas().get(rule)
    said = [f"lemma {rule} ({lemma})"] if lemma else []
    return "; ".join(said + ([f"trusted: {TRUSTED[rule]}"] if rule in TRUSTED else [])) or "none"
