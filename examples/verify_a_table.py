"""Verify a table of regularizers: state the exponents you read in a paper and see which cells are derived alike."""

from fractions import Fraction

import sympy as sp

from steepest_mirror.symbolic.product.regularizer import coupled_regularizer, regularizer
from steepest_mirror.symbolic.setting import setting
from steepest_mirror.symbolic.symbols import x

READ_IN_THE_PAPER = {
    (2, 2, "decoupled"): 1,
    (2, 2, "coupled"): 1,
    (1, 2, "decoupled"): 1,  # a plausible misreading: the derived exponent is 3/2
    (1, 2, "coupled"): 1,
    (1, 10, "decoupled"): sp.Rational(11, 10),
}

for (q, depth, decay), claimed in READ_IN_THE_PAPER.items():
    derive = regularizer if decay == "decoupled" else coupled_regularizer
    M = derive(setting(Fraction(q), depth=depth)).value
    exponent = sp.simplify(x * sp.diff(M, x) / M)
    verdict = "as stated" if exponent == claimed else f"stated {claimed}, derived {exponent}"
    print(f"q = {q}, L = {depth}, {decay:9}: M = {M}, {verdict}")
