"""The table of the theory: nothing of sections 12 to 16 is missing, every claim is observed, nothing is made up."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from steepest_mirror.proofs.catalogue import FILES
from steepest_mirror.proofs.commands.verify import by_item
from steepest_mirror.proofs.items import ITEMS
from steepest_mirror.proofs.observations.table import OBSERVATIONS
from steepest_mirror.proofs.verdict import Evidence, Verdict
from steepest_mirror.proofs.writing import item_table
from steepest_mirror.proofs.writing.document import WRITERS

THEORY = (Path(__file__).parents[2] / "docs" / "theory.md").read_text()
SECTIONS = re.split(r'<a id="section-[\d-]+"></a>\n', THEORY)
HEADED = {m.group(1): part for part in SECTIONS if (m := re.match(r"(?:\*\*|## )(1[2-6](?:\.\d+)?)\.? ", part))}
WHOLE = {"12", "13", "16"}  # sections whose items are numbered


def test_every_item_of_the_theory_is_in_the_table_and_no_other():
    assert [item.number for item in ITEMS] == [number for number in HEADED if number not in WHOLE]
    assert len(ITEMS) == 22


@pytest.mark.parametrize("item", ITEMS, ids=[item.number for item in ITEMS])
def test_an_item_is_claimed_or_left_for_a_reason_and_the_theory_says_so(item):
    assert item.claims or len(item.left.split()) > 5
    cited = set(re.findall(r"`([a-z0-9-]+)`", HEADED[item.number])) & set(FILES)
    assert cited == set(item.claims)
    assert all(OBSERVATIONS.get(name) for name in item.claims)


def judged(name: str) -> Verdict:
    derived = Evidence("symbolic", True, "derived by 3 rule applications from 1 hypothesis")
    return Verdict(
        name, "title", "s", "proved", expected="proved", evidence=(derived, Evidence("certified", True, "17.25"))
    )


@pytest.mark.parametrize("form", [*WRITERS, "json"])
def test_each_row_shows_verdict_and_figure_of_its_own_claim(form):
    found = [judged(name) for name in item_table.wanted()]
    odd = replace(found[0], verdict="undecided", evidence=(Evidence("certified", False, "18.5"),))
    text = by_item([odd, *found[1:]], form)
    assert text.count("17.25") == sum(len(item.claims) for item in ITEMS) - sum(odd.id in i.claims for i in ITEMS)
    assert "18.5" in text and "undecided, expected proved" in text and "derived by" not in text
    assert form != "text" or max(map(len, text.splitlines())) <= 80


def test_a_claim_that_was_not_judged_has_no_row():
    assert all(row["claims"] == [] for row in item_table.rows({}))
