"""The files a reader must read to know what a proposition says, and what may stand in them.

Statements.v, RuleStatements.v and Vocabulary.v are in scope where the translated claims are read. They hold definitions
and nothing else: a notation, a coercion, a canonical structure or a second definition of a name would give the words of
a proposition another meaning, and so would a definition of a word that the translation takes from the library.
Meaning.v proves of each word of the translated claims what it means in the library's words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from . import certificate

MEANING = "Meaning.v"
READ = ("Statements.v", "RuleStatements.v", "Vocabulary.v")
IMPORTS = (
    "From Coq Require Import Reals",
    "From Coquelicot Require Import Coquelicot",
    *(f"From SteepestMirror Require Import {names}" for names in ("Statements", "Statements RuleStatements")),
    "Local Open Scope R_scope",
)
DEFINED = re.compile(r"(?:Definition|Fixpoint) (\w+) .*:=.*", re.DOTALL)
LIBRARY = frozenset(re.findall(r"\w+", """
    R Rbar nat Prop Rabs sign exp ln INR IZR Derive is_derive ex_derive continuous Rbar_lt Rpower powerRZ up filterlim
    locally Rbar_locally at_right at_left RInt ex_RInt is_lim is_lim_seq Lim_seq Lub_Rbar is_lub real Finite p_infty
    Req_EM_T Rlt_dec Nat lt le not and or iff ex eq Rlt Rle Rplus Rmult Ropp Rinv Rdiv Rminus pow sqrt
    True False ProperFilter O S pred
"""))  # fmt: skip
MEANT = ("apow", "spow", "power", "power_defined", "Sum", "Prod", "others", "every", "ae", "ac", "primitive",
         "measurable", "toward", "tends")  # fmt: skip


def faults(sources: Mapping[str, str]) -> list[str]:
    """What in these files could change the meaning of a word."""
    found, seen = [], dict[str, str]()
    for name in READ:
        for sentence in re.split(r"\.(?=\s|$)", certificate.without_comments(sources[name])):
            words = " ".join(sentence.split())
            defined = DEFINED.fullmatch(words)
            if not words or words in IMPORTS:
                continue
            if defined is None or "ltac:" in words or (words.startswith("Fixpoint") and words.count(":=") != 1):
                found.append(f"{name}: only definitions may stand here, not {words[:40]!r}")
            elif defined[1] in LIBRARY or defined[1] in seen:
                found.append(f"{name}: {defined[1]} is a word of {seen.get(defined[1], 'the library')} already")
            else:
                seen[defined[1]] = name
    meanings = certificate.without_comments(sources[MEANING])
    unsaid = [word for word in MEANT if not re.search(rf"^Theorem {word}_meaning : ", meanings, re.MULTILINE)]
    return found + [f"{MEANING}: no theorem says what {word} means" for word in unsaid]
