"""Every formal part of every claim as MathML: well formed, core elements only, no Python left in it."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import sympy as sp

from steepest_mirror.proofs.catalogue import catalogue
from steepest_mirror.proofs.writing.report import formulas
from steepest_mirror.proofs.writing.report.prose import GREEK
from steepest_mirror.symbolic.symbols import lam, q, u
from steepest_mirror.symbolic.writing.text_and_latex import latex

CORE = {
    "math",
    "mrow",
    "mi",
    "mn",
    "mo",
    "mspace",
    "mfrac",
    "msub",
    "msup",
    "msubsup",
}


def mathml(part: sp.Basic) -> str:
    return formulas.mathml(latex(part))


def parsed(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def test_every_part_of_every_claim():
    for claim in catalogue().values():
        for name, part in claim.parts.items():
            if isinstance(part, str) or part in (sp.true, sp.false):
                continue
            root = parsed(mathml(part))
            assert {e.tag for e in root.iter()} <= CORE, (claim.id, name)
            words = "".join(root.itertext())
            assert not re.search(r"\*\*|hyper\(|lam\b|eps\b", words), (claim.id, name, words)


def test_the_same_letters_as_the_expression():
    for claim in catalogue().values():
        for name, part in claim.parts.items():
            if isinstance(part, sp.Expr) and not part.has(sp.Sum, sp.Integral):
                words = "".join(parsed(mathml(part)).itertext())
                for symbol in part.free_symbols:
                    letter = symbol.name.partition("_")[0]
                    assert GREEK.get(letter, letter) in words, (claim.id, name, symbol)


def test_names_and_signs():
    assert "<mi>λ</mi>" in mathml(lam**2)
    assert ">−</mo>" in mathml(u - 1)
    assert "&lt;" in mathml(q < 2) and parsed(mathml(q < 2)) is not None
    root = parsed(mathml(sp.hyper((sp.Rational(1, 2), 1 / q), (1 + 1 / q,), -u)))
    assert "".join(root.itertext()) == "2F1(12,1q;1+1q;−u)"
    assert [(e[0].text, e[1][0].text) for e in root.iter("msub")] == [(None, "2"), ("F", "1")]
    assert formulas.mathml("q", display=True).startswith('<math displaystyle="true">')


def test_brackets_stretch_around_fractions_only():
    flat, tall = mathml(u * (q - 1)), mathml(u * (1 / q - 1))
    assert flat.count('stretchy="false"') == 3 and "true" not in flat
    assert tall.count('stretchy="true"') == 2
