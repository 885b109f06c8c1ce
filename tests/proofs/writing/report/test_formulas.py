"""Formulas of the judge as MathML: every claim's, each kind of construct, and what is no such formula."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.judging.formulas import equal
from steepest_mirror.proofs.judging.render import latex, text
from steepest_mirror.proofs.judging.terms import function, index, letter
from steepest_mirror.proofs.writing.markup import wide
from steepest_mirror.proofs.writing.report.formulas import NARROW, inline, mathml, mixed
from steepest_mirror.proofs.writing.report.prose import FIRST

FORMAL = [name for name in FILES if claim(name).formal is not None]


@pytest.mark.parametrize("name", FORMAL)
def test_every_formula_is_read_and_keeps_its_letters(name):
    formal = claim(name).formal
    for formula in (formal.goal, *formal.hypotheses):
        found = mixed(latex(formula))
        words, parts = found.words, found.formulas
        assert (parts or formula[0] == "C1") and [ord(c) - FIRST for c in words if ord(c) >= FIRST] == list(
            range(len(parts))
        )
        shown = words
        for number, part in enumerate(parts):
            tree = ElementTree.fromstring(mathml(part.source))
            pieces = ElementTree.fromstring(f"<p>{inline(part.source).replace('<wbr>', '')}</p>")
            assert "".join(pieces.itertext()) == "".join(tree.itertext())  # in parts it says the same
            shown = shown.replace(chr(FIRST + number), " ".join(tree.itertext()))
        letters = sorted(
            re.findall(r"(?<![A-Za-z])[A-Za-z](?![A-Za-z])", re.sub(r"_(?=[a-z])|[0-9]", " ", text(formula)))
        )
        assert set(letters) - {"t"} <= set(re.findall(r"[A-Za-z]", shown)), (letters, shown)


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (r"\frac{1}{L}", "<mfrac><mrow><mn>1</mn></mrow><mrow><mi>L</mi></mrow></mfrac>"),
        ("w_{i}^{q}", "<msubsup><mi>w</mi><mrow><mi>i</mi></mrow><mrow><mi>q</mi></mrow></msubsup>"),
        (
            r"\prod_{i \ne j} x",
            '<munder><mo>∏</mo><mrow><mi>i</mi><mo stretchy="false">≠</mo><mi>j</mi></mrow></munder><mi>x</mi>',
        ),
        (r"\mathrm{inf}", "<mi>inf</mi>"),
        (r"b \exp", '<mi>b</mi><mspace width="0.17em"></mspace><mi>exp</mi>'),
        (r"- \exp", '<mo stretchy="false">−</mo><mi>exp</mi>'),
        (r"a < b", '<mi>a</mi><mo stretchy="false">&lt;</mo><mi>b</mi>'),
    ],
)
def test_constructs(source, shown):
    assert mathml(source) == f"<math><mrow>{shown}</mrow></math>"


def test_a_bracket_around_words_and_a_formula_stands_among_the_words():
    said = mixed(r"(\text{if }a = \left(b\right) (c))\text{ and }((a) = b\text{ or }c = 1)")
    assert [f.source for f in said.formulas] == [r"a = \left(b\right) (c)", "(a) = b", "c = 1"]
    assert re.sub(f"[{chr(FIRST)}-{chr(FIRST + 9)}]", "_", said.words) == "(if _) and (_ or _)"


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("a + b", 1),
        (r"\left(a + b\right)^{2} = c + d + e + f + g + h + k + l + m + n + o + p + r + s", 15),
        (r"x^{a + b + c + d + e + f + g + h + k + l + m + n + o + p + r + s + t}", 1),
        (r"\left(a + b + c + d + e + f\right)^{2} \left(- g + h + k + l + m + n\right) = 0", 3),
        (r"\left(a + b + c + d + e + f + r + s\right)^{2} \left(- g + h + k + l + m + n\right) = 0", 10),
    ],
)
def test_a_wide_formula_has_places_where_a_line_may_end(source, count):
    found = inline(source).split("<wbr>")
    assert len(found) == count and (count > 1) == any('class="term"' in part for part in found)
    assert all(part.count("<math>") == part.count("</math>") == 1 for part in found)
    assert wide(source, NARROW) or count == 1


@pytest.mark.parametrize("source", [r"\frac{1}", "x^", r"\left(x", r"\begin{array}", "x}", "{x", r"\left[x\right]"])
def test_anything_else_is_refused(source):
    with pytest.raises(ValueError, match="not read"):
        mathml(source)


def test_numbers_side_by_side_are_told_apart():
    twelve = ("=", ("*", ("n", 3, 1), ("^", ("n", 2, 1), ("n", 2, 1))), ("n", 12, 1))
    assert text(twelve) == "3*2^2 = 12"
    assert latex(twelve) == r"3 \cdot 2^{2} = 12"
    assert "<mn>3</mn><mo" in mathml(r"3 \cdot 2^{2}")


def test_the_digits_of_a_letter_are_its_index():
    family = function("r1", "real", index("i", "L"))
    assert latex(equal(letter("k0", "count"), family)).endswith("k_{0} = r_{1,i}")
