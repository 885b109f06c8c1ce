"""Words with formulas: what is recognised, what is left alone, and that nothing a text holds becomes markup."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steepest_mirror.proofs.writing.report import prose

IDS = ("onto", "legendre", "bregman", "balance-coupled", "metric")
RELATIONS = '=|&lt;|&gt;|≤|≥|<span class="sign">≠</span>'
ALLOWED = {"i", "sub", "sup", "code", "a", "span"}


def shown(text: str) -> str:
    found = prose.html(prose.pieces(text, IDS)).replace(prose.JOINED, "")
    return re.sub(f"\xa0({RELATIONS})\xa0", r" \1 ", found)


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("|x|^q", "|<i>x</i>|<sup><i>q</i></sup>"),
        ("x^2/2", "<i>x</i><sup>2</sup>/2"),
        ("w_1 w_L", "<i>w</i><sub>1</sub> <i>w</i><sub><i>L</i></sub>"),
        ("<g>^{q-1}", "⟨<i>g</i>⟩<sup><i>q</i>−1</sup>"),
        ("10^-(1-m_0)", "10<sup>−(1−<i>m</i><sub>0</sub>)</sup>"),
        ("|y|^(1-m)/L", "|<i>y</i>|<sup>1−<i>m</i></sup>/<i>L</i>"),
        ("sig_not_dec in Onto.v, min_j", "<code>sig_not_dec</code> in <code>Onto.v</code>, min<sub><i>j</i></sub>"),
        ("R''(x) >= 0", "<i>R</i>′′(<i>x</i>) ≥ 0"),
        ("dR'(x)/dt, A_i' = 1", "dR′(<i>x</i>)/dt, <i>A</i><sub><i>i</i></sub>′ = 1"),
        ("Rockafellar's", "Rockafellar's"),
        ("R*(y) = q*x", "<i>R</i><sup>*</sup>(<i>y</i>) = <i>q</i>·<i>x</i>"),
        ("int_0^infinity", "∫<sub>0</sub><sup>∞</sup>"),
        ("x reaches infinity as L -> infinity", "<i>x</i> reaches infinity as <i>L</i> → ∞"),
        ("3.6e-76", "3.6\xa0·\xa010<sup>−76</sup>"),
        ("1e60", "10<sup>60</sup>"),
        ("lambda-balanced, k0 = 1", "<i>λ</i>-balanced, <i>k</i><sub>0</sub> = 1"),
        ("q(k0-1), a C^1 map", "<i>q</i>(<i>k</i><sub>0</sub>−1), a <i>C</i><sup>1</sup> map"),
        ("c = prod Lambda_j; the prod of x", "<i>c</i> = ∏ <i>Λ</i><sub><i>j</i></sub>; the prod of <i>x</i>"),
        ("a = |w_1|, a function of A - B", "<i>a</i> = |<i>w</i><sub>1</sub>|, a function of <i>A</i> − <i>B</i>"),
        ("Lemma 4.4 (S) = 4.14 (C), f(S)", "Lemma 4.4 (S) = 4.14 (C), <i>f</i>(<i>S</i>)"),
        ("conditions (i) and (ii), of (i)", "conditions (i) and (ii), of (<i>i</i>)"),
        ("at most 1/2 (0.35 s), 2 s", "at most 1/2 (0.35 s), 2 <i>s</i>"),
        ("1 < q and q > 0", "1 &lt; <i>q</i> and <i>q</i> &gt; 0"),
    ],
)
def test_formulas_in_words(text, html):
    assert shown(text) == html


def test_no_line_ends_at_a_relation():
    assert prose.html(prose.pieces("m <= 1 if q = 2")) == ("<i>m</i>\xa0≤\xa01 if <i>q</i>\xa0=\xa02")


def test_claims_are_linked_where_they_are_meant():
    assert prose.mentioned(
        "see onto; claims legendre and bregman; `metric`; balance-coupled fails; metric (proved)", IDS
    ) == (
        "onto",
        "legendre",
        "bregman",
        "metric",
        "balance-coupled",
        "metric",
    )
    assert prose.mentioned("R' is onto R, the metric of a Legendre function, unbalance-coupled", IDS) == ()


def test_formulas_stand_where_their_placeholders_do():
    text = f"|x|^({chr(prose.FIRST)}) -> {chr(prose.FIRST + 1)}"
    html = prose.html(prose.pieces(text), ["<math>m</math>", "<math>c</math>"])
    assert "|\u2060<sup>" in html  # no line ends before an exponent
    assert html.replace(prose.JOINED, "") == "|<i>x</i>|<sup><math>m</math></sup> → <math>c</math>"
    assert prose.latex(prose.pieces(text), ["$m$", "$c$"]).endswith(r"^{m} \to$ $c$")


@given(st.text(st.characters(max_codepoint=0xD7FF), max_size=60))
def test_no_text_becomes_markup(text):
    html = shown(text)
    assert {t.lstrip("/").split()[0] for t in re.findall(r"<([^<>]*)>", html)} <= ALLOWED
    assert "<" not in re.sub(r"<[^<>]*>", "", html)


@given(st.from_regex(r"[a-z]{2,8}( [a-z]{2,8}){0,5}", fullmatch=True))
def test_plain_words_stay(text):
    if not set(text.split()) & {*prose.GREEK, *prose.SIGNS}:
        assert shown(text) == text


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60))
def test_latex_specials_are_escaped(text):
    latex = prose.latex(prose.pieces(text))
    assert latex.isascii()
    bare = re.sub(r"\\[a-zA-Z]+|\\[&%$#_{}]", "", latex)
    assert bare.count("{") == bare.count("}") and bare.count("$") % 2 == 0
    assert not set("&%#") & set(bare) and not set("_^<>") & set("".join(bare.split("$")[::2]))


def test_a_mark_behind_a_formula_stays_with_it():
    boxed = '<span class="formula"><math></math>{}</span>'.format
    found = prose.html(prose.pieces(f"{chr(prose.FIRST)}; (2) {chr(prose.FIRST)}, R'(x)"), [boxed("")])
    assert found == f"{boxed(';')} (2) {boxed(',')} <i>R</i>′{prose.JOINED}(<i>x</i>)"
