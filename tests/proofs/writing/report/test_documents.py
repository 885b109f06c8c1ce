"""The report in each form: every claim, strictly parsed, nothing loaded from elsewhere, links that lead somewhere."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace

import pytest

from steepest_mirror.proofs.catalogue import FILES, claim
from steepest_mirror.proofs.judging import recorded
from steepest_mirror.proofs.judging.formal import Formal
from steepest_mirror.proofs.judging.formulas import at_most, equal
from steepest_mirror.proofs.judging.models import Model
from steepest_mirror.proofs.judging.terms import letter
from steepest_mirror.proofs.running.alone import REVIEWED
from steepest_mirror.proofs.writing.blocks import Tex
from steepest_mirror.proofs.writing.pictures import PICTURES
from steepest_mirror.proofs.writing.report import html, latex, markdown
from steepest_mirror.proofs.writing.report.content import MAP, content
from steepest_mirror.proofs.writing.statements import stated, statement
from steepest_mirror.symbolic.product.table1 import rows as table1_rows

html5lib = pytest.importorskip("html5lib")
SVG = '<svg role="img" aria-label="x" viewBox="0 0 1 1"><path id="{0}-p" d="M0 0"/></svg>'


@pytest.fixture(scope="module")
def whole(verdicts):
    return content(verdicts, 50, "steepest-mirror report --output DIR", drawn=True)


@pytest.fixture(scope="module")
def page(whole):
    return html.page(whole, {name: SVG.format(name) for name in whole.pictures})


def test_the_page_parses_strictly(page):
    html5lib.HTMLParser(strict=True).parse(page)


def test_every_claim_appears_with_its_parts(page, verdicts):
    for found in verdicts:
        article = page.split(f'<article id="{found.id}">')[1].split("</article>")[0]
        for part in ("statement", "<dt>given", "<dt>scope", "<dt>evidence", "Proof: 4 steps"):
            assert part in article or (part == "<dt>given" and not found.hypotheses)
        assert f'class="verdict {found.verdict}' in article
        assert ("<dt>witness" in article) == (found.verdict == "refuted")
        assert ("NOT ESTABLISHED" in article) == (found.verdict == "refuted")
    assert page.count("<article ") == len(FILES)


def test_every_statement_is_there(page, whole):
    """A derived statement is rendered from its formulas, the others from their words: none is empty in any form."""
    tex = latex.document(whole, ())
    for entry in whole.entries:
        article = page.split(f'<article id="{entry.id}">')[1].split("</article>")[0]
        said = article.split('<div class="statement">')[1].split("</div>")[0]
        assert len(re.sub(r"<[^>]*>", "", said)) > 4, entry.id
        quoted = tex.split(rf"\label{{{entry.id}}}")[1].split(r"\begin{quote}")[1].split(r"\end{quote}")[0]
        assert len(quoted.strip()) > 4, entry.id


def test_formulas_are_mathml_and_pictures_inline(page, whole):
    for entry in whole.entries:
        article = page.split(f'<article id="{entry.id}">')[1].split("</article>")[0]
        known = claim(entry.id)
        formal = known.formal
        assert article.count("<math") >= (
            1 + sum(h[0] != "C1" for h in formal.hypotheses) if formal else bool(statement(known).formulas)
        ), entry.id
    assert set(whole.pictures) == set(PICTURES)
    for name in PICTURES:
        assert page.count(f'id="figure-{name}"') == 1


def test_it_speaks_plain_words(page, whole, unwanted):
    pages = (page, latex.document(whole, tuple(whole.pictures)), markdown.document(whole, tuple(whole.pictures)))
    assert [place for text in pages for place in unwanted(text)] == []


def test_a_step_shows_both_sides(page, whole):
    assert page.count("<li>1/(2·<i>u</i>)\xa0=\xa01/(2·<i>u</i>)</li>") == len(FILES)
    assert latex.document(whole, ()).count(r"$1/(2\cdot u) = 1/(2\cdot u)$") == len(FILES)


def test_nothing_is_loaded(page):
    assert not re.search(r"<(script|link|img|iframe|object|embed|base)\b|@import|\bsrc=|url\((?!#)", page)
    assert not re.search(r'href="(?!#)', page)
    assert "://" not in re.sub(r"http://www\.w3\.org/\w+/\w+", "", page)


def test_ids_are_unique_and_links_lead_somewhere(page):
    ids = re.findall(r'\bid="([^"]*)"', page)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]*)"', page)) <= set(ids)


def test_claims_are_linked_both_ways(whole):
    by_id = {entry.id: entry for entry in whole.entries}
    for entry in whole.entries:
        assert entry.id not in entry.names
        assert all(entry.id in by_id[name].named_by for name in entry.names)
    assert "balance-coupled" in by_id["balance-decay"].names
    for n in range(1, 14):
        assert by_id[f"review-{n}"].names, n


def test_a_part_of_the_catalogue(verdicts):
    some = [v for v in verdicts if v.id in ("balance-decay", "bregman-as-reported")]
    part = content(some, 50, "command", drawn=True)
    assert part.pictures == {"plane": MAP, "invariants": "balance-decay", "decay": "balance-decay"}
    page = html.page(part, {})
    html5lib.HTMLParser(strict=True).parse(page)
    assert page.count("<article ") == 2 and "<figure" not in page
    assert 'href="#balance-coupled"' not in page and "balance-coupled" in page


def test_texts_do_not_become_markup(verdicts):
    evil = replace(verdicts[0], title="<script>alert(1)</script>", remark='"><img src=x>', scope="a & b < c")
    page = html.page(content([evil], 50, "<b>", drawn=False), {})
    assert (
        "<script" not in page
        and "<img" not in page
        and "&amp; <i>b</i>\xa0&lt;\xa0<i>c</i>" in page
        and "&lt;b&gt;" in page
    )
    html5lib.HTMLParser(strict=True).parse(page)


def test_booktabs_table_1_has_the_derived_entries(whole):
    found = table1_rows()
    table = latex.document(whole, ()).split(r"\section{Table 1}")[1].split(r"\end{tabular}")[0]
    assert table.count(r"\toprule") == table.count(r"\midrule") == table.count(r"\bottomrule") == 1
    body = table.split(r"\midrule")[1]
    for row in found:
        cell = r"\log" if row.exponent == 0 else f"L_{{{row.exponent}}}"
        assert cell in next(line for line in body.splitlines() if re.search(rf"= {row.q}\b", line)), (row, body)


def test_latex_is_ascii_and_names_every_claim(whole):
    text = latex.document(whole, tuple(whole.pictures))
    assert text.isascii()
    assert text.count(r"\subsubsection*") == len(FILES)
    assert text.count("{") - text.count(r"\{") == text.count("}") - text.count(r"\}")
    assert "?" not in re.sub(r"\\(sub)?section\*?\{[^}]*\}.*|.*&.*", "", text.split(r"\section{Provenance}")[1])


@pytest.mark.skipif(shutil.which("pdflatex") is None, reason="no TeX here")
def test_latex_compiles(whole, tmp_path):
    (tmp_path / "report.tex").write_text(latex.document(whole, ()))
    run = subprocess.run(
        ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "report.tex"],
        cwd=tmp_path,
        capture_output=True,
        timeout=120,
    )
    assert run.returncode == 0, run.stdout[-2000:]
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")


def test_markdown_names_every_claim_and_picture(whole):
    text = markdown.document(whole, tuple(whole.pictures))
    for name in FILES:
        assert f"### `{name}`" in text
    assert all(f"]({name}.svg)" in text for name in whole.pictures)
    tables = [line.count(" | ") for line in text.splitlines() if line.startswith("| $q = 2$ ")]
    assert tables == [4, 5]


def test_the_paper_is_named_and_both_numberings_are_explained(page, whole):
    for document in (page, latex.document(whole, ()), markdown.document(whole, ())):
        words = " ".join(document.split())
        assert "T. Jacobs, C. Zhou, R. Burkholz" in words and "2603.02064" in words
        assert "Never Saddle for Reparameterized Steepest Descent as Mirror Flow" in words
        assert "S is the numbering of the submission" in words and "C that of the camera-ready version" in words


def test_what_fails_as_reported_comes_first(verdicts):
    """Refuted statements that say that they are reported, before the counts; nothing where there is none."""
    reported = [replace(v, verdict="refuted") if v.id.endswith("as-reported") else v for v in verdicts]
    found = content(reported, 50, "c", drawn=False)
    names = {v.id for v in found.failing}
    assert names >= {"bregman-as-reported", "convergence-as-reported", "coercivity-decreasing-as-reported"}
    shown = html.page(found, {})
    before = shown[shown.index("Not true as reported") : shown.index("</div>", shown.index("Not true as reported"))]
    assert all(f'href="#{name}"' in before for name in names)
    text = markdown.document(found, ())
    assert text.index("## Not true as reported or proposed") < text.index("## Table 1")


def test_the_index_has_both_numberings_and_leads_to_the_claims(whole, page):
    numbers = dict(whole.index())
    assert "coercivity" in numbers["Corollary 4.8 (S)"] and "coercivity" in numbers["Corollary 4.10 (C)"]
    assert "convergence" in numbers["Theorem 4.2 (S)"] and "table1" in numbers["Table 1"]
    section = page.split('<section id="index">')[1].split("</section>")[0]
    for number, ids in whole.index():
        assert number in section and all(f'href="#{name}"' in section for name in ids)


def test_a_step_may_cite_a_book_and_have_a_name_of_code(verdicts):
    """No _ or & of a rule's name or of a reference reaches LaTeX, and no link leads to what is not there."""
    book = "Rudin & Walter, 3rd ed., ch. 7"
    step = {"level": 0, "kind": "at_start", "text": "1 = 1", "checked": "", "holds": True, "lemma": book}
    part = content([replace(verdicts[0], steps=(step,))], 50, "c", drawn=False)
    written = latex.document(part, ())
    assert "at start" in written and r"Rudin \& Walter" in written and "at_start" not in written
    shown = html.page(part, {})
    assert "at start: 1\xa0=\xa01 [Rudin &amp; Walter, 3rd ed., ch. 7]" in shown


def test_what_is_proved_is_told_by_its_formulas_and_the_rest_by_another_process(verdicts):
    """Whatever a file of theorems says of a claim that is proved: the words of the report are not asked of it."""
    goal, given = equal(letter("a"), letter("a")), at_most(0, letter("a", "nonneg"))
    data = recorded.written(Formal((given,), goal, lambda: None, lambda: Model({"a": 1})), ("assume", (goal,), ()))
    proved, review = (next(v for v in verdicts if v.id == name) for name in ("metric", "review-8"))
    said = stated([replace(proved, derivation=data), review])
    assert (said["metric"].statement.formulas, said["metric"].given[0].formulas) == (
        (Tex("a = a"),),
        (Tex(r"0 \le a"),),
    )
    written = statement(claim("review-8"))
    assert said["review-8"].statement.words == written.words and said["review-8"].rests == tuple(REVIEWED["review-8"])
    assert [f.source for f in said["review-8"].statement.formulas] == [f.source for f in written.formulas]
