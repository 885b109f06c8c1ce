"""docs/theory.md has every section that a source cites, links to the code of it, and names claims that exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from steepest_mirror.proofs.catalogue import FILES

ROOT = Path(__file__).resolve().parent.parent
THEORY = (ROOT / "docs" / "theory.md").read_text("utf-8")
NUMBER = r"\d+(?:\.\d+)?"
CITATION = re.compile(
    rf"theory(?:\.md)?[:,]?\s+sections?\s+({NUMBER}(?:(?:,| and| to| with|\s)+(?:sections?\s+)?{NUMBER})*)"
)


def cited(text: str) -> set[str]:
    """The numbers that follow the words `theory: section`; `3 to 5` is 3, 4 and 5."""
    found: set[str] = set()
    for match in CITATION.finditer(re.sub(r"\s*\n\s*(?:\#|\*)?\s*", " ", text)):
        for low, high in re.findall(rf"({NUMBER})(?: to ({NUMBER}))?", match.group(1)):
            found |= {str(n) for n in range(int(low), int(high) + 1)} if high else {low}
    return found


def sources() -> list[Path]:
    folders = ("symbolic", "numeric_checks", "proofs", "steepest_mirror", "tests", "benchmarks", "examples", "docs")
    ends = (".py", ".v", ".toml", ".md")
    links = {ROOT / "steepest_mirror" / name for name in ("symbolic", "numeric_checks", "proofs")}
    return [
        path
        for folder in folders
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in ends and not links & set(path.parents) and path != Path(__file__)
    ]


def anchors(text: str) -> set[str]:
    return {name.replace("-", ".") for name in re.findall(r'<a id="section-([\d-]+)"></a>', text)}


def test_citations_are_read():
    assert cited("(theory: sections 3 to 5,\n    8 and 11.3, twice)") == {"3", "4", "5", "8", "11.3"}
    assert cited("theory: section 11.8 with section 3. A sum of 7 terms") == {"11.8", "3"}
    assert cited("beyond the paper: theory, section 11.8; u^D") == {"11.8"}


def test_every_cited_section_exists():
    missing = {
        (path.relative_to(ROOT).as_posix(), number)
        for path in sources()
        for number in cited(path.read_text("utf-8")) - anchors(THEORY)
    }
    assert not missing


def test_many_sections_are_cited():
    """The reading of citations above does find them."""
    found = set().union(*(cited(path.read_text("utf-8")) for path in sources()))
    assert {str(n) for n in (0, 1, 2, 3, 4, 5, 8)} | {"11.3", "11.8", "12.5"} <= found


def test_sections_are_numbered_without_a_gap():
    heads = [int(n) for n in re.findall(r"^## (\d+)\. ", THEORY, re.MULTILINE)]
    assert heads == list(range(17)) and {str(n) for n in heads} <= anchors(THEORY)
    assert set(re.findall(r"^\*\*(\d+\.\d+) ", THEORY, re.MULTILINE)) == {n for n in anchors(THEORY) if "." in n}


@pytest.mark.parametrize("number", range(9))
def test_a_section_of_the_paper_leads_to_code_or_claims(number):
    text = THEORY.split(f"\n## {number}. ")[1].split("\n## ")[0]
    assert re.search(r"\]\(\.\./(symbolic|numeric_checks|proofs)/", text)


def test_the_claims_it_names_exist():
    named = set(re.findall(r"(?<!\[)`([a-z0-9-]+)`(?!\])", THEORY))
    assert len(named) > 40 and named <= set(FILES)
