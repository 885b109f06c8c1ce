"""Judge a reparameterization of your own: x = u^3 - v^3 under gradient flow, and where steeper flows degenerate."""

from fractions import Fraction

from steepest_mirror.symbolic.orbit.conditions import conditions
from steepest_mirror.symbolic.orbit.first_integrals import first_integrals
from steepest_mirror.symbolic.orbit.metric import degeneration, speed
from steepest_mirror.symbolic.orbit.reparameterization import reparameterization

START = {"u": Fraction(1), "v": Fraction(1, 2)}

for q in (Fraction(2), Fraction(3, 2), Fraction(5, 4)):
    at = reparameterization(q, "u**D - v**D", {"D": Fraction(3)}, START)
    print(f"q = {q}: 1/R'' = {speed(at)}")
    for kept in first_integrals(at).found:
        print(f"  conserved: {kept.value}")
    for place in degeneration(at):
        print(f"  {place}")
    onto = next(c for c in conditions(at).conditions if c.name == "onto")
    print(f"  R' onto the reals: {onto.holds} ({onto.reason})")
