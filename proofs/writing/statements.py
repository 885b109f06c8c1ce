"""What a claim states and assumes as words with formulas: rendered from its formulas, or its words with their parts."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter
from typing import Any

import sympy as sp

from ...symbolic.writing.text_and_latex import latex, words
from ..judging.claim import Claim
from .blocks import Inline, Mixed, Tex
from .report import formulas, prose


def statement(claim: Claim) -> Mixed:
    """The statement."""
    if claim.formal is not None:
        return formulas.mixed(claim.formal.latex())
    return with_parts(claim.statement, claim.parts)


def hypotheses(claim: Claim) -> tuple[Inline, ...]:
    """The hypotheses in force."""
    if claim.formal is not None:
        return tuple(formulas.mixed(h) for h in claim.formal.given(tex=True))
    return tuple(h.text for h in claim.hypotheses)


def with_parts(said: str, parts: Mapping[str, Any]) -> Mixed:
    """Words in which {name} is a part: a formula, or words where it is always, never or text."""
    text, found = "", list[Tex]()
    for literal, name, _, _ in Formatter().parse(said):
        text += literal
        if name is None:
            continue
        part = parts[name] if isinstance(parts[name], str) else sp.sympify(parts[name])
        if isinstance(part, str) or part in (sp.true, sp.false):
            text += words(part)
        else:
            text += chr(prose.FIRST + len(found))
            found.append(Tex(latex(part)))
    return Mixed(text, tuple(found))
