r"""Formulas among words are formulas in LaTeX: no quotation mark for a prime, no hyphen for a minus."""

from __future__ import annotations

import pytest

from steepest_mirror.proofs.writing.report import formulas, prose


def latex(words: str) -> str:
    return prose.latex(prose.pieces(words))


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("R'' = 1/P'(u) > 0 for u > 0", r"$R'' = 1/P'(u) > 0$ for $u > 0$"),
        ("is like |y|^(1-m)/L, and m - 1 <= 1", r"is like $|y|^{1-m}/L$, and $m - 1 \le 1$"),
        ("D_R(0, y) = int_0^y z R''(z) dz -> 0", r"$D_{R}(0, y) = \int _{0}^{y} z \, R''(z) \, dz \to 0$"),
        ("|R'(0+)| = infinity iff m_0 >= 1", r"$|R'(0+)| = \infty$ iff $m_{0} \ge 1$"),
        ("1 <= q <= 2, L >= 2, balanced", r"$1 \le q \le 2$, $L \ge 2$, balanced"),
        ("plain words, 3 of them", "plain words, 3 of them"),
        ("(R is onto)", r"($R$ is onto)"),
        ("The plane (q, 1/L). It", r"The plane ($q$, $1/L$). It"),
        ("(1/q) int_0^v P: it is [61 +/- 7.20e-30]", r"$(1/q) \int _{0}^{v} P$: it is [61 +/- $7.20 \cdot 10^{-30}$]"),
        ("outward (g x <= 0) and s = (L-1)(q-1)", r"outward $(g \, x \le 0)$ and $s = (L-1)(q-1)$"),
        ("if 0 < |w_k| then -sign(x_k) <= A", r"if $0 < |w_{k}|$ then $-\operatorname{sign} (x_{k}) \le A$"),
        ("measured 0e-108, 1e-3", r"measured 0, 10$^{-3}$"),
        ("(claim metric-l2)", r"(claim \texttt{metric-l2})"),
        ("R(1) = 0.25, x = 3. Then", r"$R(1) = 0.25$, $x = 3$. Then"),
        ("sum_j' (prod_{j != j'} w_kj) (dw_kj'/dt)", r"$\sum _{j'} (\prod _{j \ne j'} w_{k,j}) (dw_{k,j'}/dt)$"),
        ("w_i' = w_i - g X_i, y_k = R_k'(x_k)", r"$w_{i}' = w_{i} - g \, X_{i}$, $y_{k} = R_{k}'(x_{k})$"),
        ("(w_i^2 - u)' = (1 - y)^2; it is (so)' said", r"$(w_{i}^{2} - u)' = (1 - y)^{2}$; it is (so)' said"),
        ("u + Lambda_kj", r"$u + \Lambda _{k,j}$"),
        ("x^2^3", "$x^{2}{}^{3}$"),
        ("u**2 - (u + 1)**(1/2) at f(x*)", "$u^{2} - (u + 1)^{1/2}$ at $f(x^{*})$"),
        ("y_inf_k, A_k = 1, R(x, y)", r"$y_{\text{inf},k}$, $A_{k} = 1$, $R(x, y)$"),
        ("dw_ki/dt = exp(-t) log|x|, tau real", r"$dw_{k,i}/dt = \exp (-t) \log |x|$, $\tau$ real"),
        ("A x = A z, 1.5e-7 of the terms; A point", r"$A \, x = A \, z$, $1.5 \cdot 10^{-7}$ of the terms; A point"),
    ],
)
def test_formulas_are_set_as_formulas(words, written):
    assert latex(words) == written


def test_nothing_of_math_is_left_in_text():
    for words in ("R'' |x|^m -> 1/L as x -> 0", "<x>^r with w_i = (u + Lambda_i)^(1/q)", "dw_i/dt = -g and R*"):
        outside = "".join(latex(words).split("$")[::2])
        assert not set("'^_<>|") & set(outside) and "textit" not in outside and "ensuremath" not in outside


def test_a_bracket_alone_is_no_formula():
    said = formulas.mixed(r"\text{(at every time t: }a \le b\text{)}, \text{ then }c")
    assert len(said.formulas) == 2 and "," in said.words
