"""Objects display as formulas and tables in a notebook."""

from dataclasses import replace
from fractions import Fraction

from steepest_mirror import Setting
from steepest_mirror.proofs.catalogue import claim
from steepest_mirror.proofs.judging.judge import judge
from steepest_mirror.symbolic.product.mirror_map import mirror_map
from steepest_mirror.symbolic.setting import setting


def test_a_formula_is_latex():
    assert r"\operatorname{asinh}" in mirror_map(setting(Fraction(2), (0, 1)))._repr_latex_()


def test_conditions_are_a_table_with_escaped_words():
    shown = Setting(2, depth=3).conditions()._repr_html_()
    assert shown.count("<tr>") == 4 + 11 and "<td>onto</td><td>no</td>" in shown and "m &lt;= 1" in shown


def test_a_verdict_is_a_paragraph():
    assert "<b>finite-time: proved</b>" in judge(replace(claim("finite-time"), observe=()))._repr_html_()
