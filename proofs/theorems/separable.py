"""Any reparameterization x = h(w_1..w_k) of one coordinate is a steepest mirror flow along its own orbit (theory:
section 11.8).

dW_i/dy = <d_i h>^{q-1} is autonomous. Every weight flow runs along it, w_t = W(y_t) with dy/dt = -<g>^{q-1}, because
both solve the same equation, and dx/dy = sum_i |d_i h|^q > 0: so y is a function R'(x), R'' = 1/sum_i |d_i h|^q.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from fractions import Fraction

import sympy as sp

from ...symbolic.orbit.first_integrals import first_integrals
from ...symbolic.orbit.reparameterization import reparameterization
from ...symbolic.symbols import L, alpha, q, y
from ..judging.claim import Case, Claim, Hypothesis, Mutant
from ..judging.hypotheses import DECAY, STEEPNESS
from ..judging.steps import Cite, Counted, Equivalent, Given, Group, Identity, Inequality, Step, along, induction

S, T, V, c, d, phi, C = sp.symbols("S T V c d phi C", positive=True)  # S = |d_i h|, T = the sum over further weights
slope, eta = sp.symbols("slope eta", real=True)  # <g>^{q-1}; the clock of the orbit through w/c
a, r, v = sp.symbols("a r v", positive=True)
SIGNS = (1, -1)

REGULAR = Hypothesis(
    "regular",
    "h is C^{1,1} near the orbit, where no d_i h vanishes (or q = 2 and not all of them do)",
)
FLOW = Hypothesis(
    "any-flow",
    "w(t) is absolutely continuous, dw_i/dt = -<g d_i h(w)>^{q-1} (- alpha w_i where decay is meant), w(0) = W(0)",
)
HOMOGENEOUS = Hypothesis(
    "homogeneous",
    "for the statement on decay: h(c w) = c^d h(w) for c > 0, W starts where h = 0 and w(0) lies on its orbit",
)
FACTORED = Hypothesis("factored", "for the first integrals: d_i h = C(w) phi_i(w_i) for every i, C != 0")


def argue(case: Case) -> Iterator[Step]:
    """The orbit, the flow along it, its metric; then where it ends, what it conserves, and what decay does."""
    yield unique()
    yield from along_the_orbit()
    yield from the_metric(case)
    yield from power_ends(case)
    yield from no_return()
    yield from conserved(case)
    yield from decayed(case)


def unique() -> Group:
    """The field of the orbit is locally Lipschitz; C^1 would not do."""
    z = sp.Rational(9, 4) * y**2
    return Group(
        "the orbit W is unique in both directions",
        (
            Cite("dW/dy = <grad h>^{q-1}", "picard-lindelof", (lipschitz(),)),
            Identity(
                "h in C^1 is too little: h = w_1 + w_2 + |w_1 - w_2|^{3/2} at q = 2 has z = w_1 - w_2 = 9 y^2/4 with"
                " dz/dy = 3 z^{1/2}",
                sp.diff(z.subs(y, a), a),
                3 * sp.sqrt(z.subs(y, a)),
            ),
            Inequality("and z = 0 from the same start", 0, z.subs(y, a), strict=True),
        ),
    )


def lipschitz() -> Group:
    return Group(
        "<grad h>^{q-1} is locally Lipschitz",
        (
            Given("grad h is, and stays away from the zeros of <.>^{q-1} (q = 2: <v>^1 = v)", "regular"),
            Identity(
                "d/dv v^{q-1} = (q-1) v^{q-2} is bounded near v > 0", sp.diff(V ** (q - 1), V), (q - 1) * V ** (q - 2)
            ),
        ),
    )


def along_the_orbit() -> Iterator[Step]:
    """w_t = W(y_t): both follow dz_i/dt = -<g(t)>^{q-1} <d_i h(z)>^{q-1}."""
    yield Given("dw_i/dt = -<g d_i h>^{q-1}", "any-flow")
    for own in SIGNS:
        for side in SIGNS:
            moved = -(own * side) * (S * V) ** (q - 1)
            product = -(side * V ** (q - 1)) * (own * S ** (q - 1))
            yield Identity(
                f"<g d_i h>^(q-1) = <g>^(q-1) <d_i h>^(q-1), signs {own:+d}, {side:+d}: dW_i(y_t)/dt = W_i' dy/dt",
                moved,
                product,
            )
    yield Cite(
        "so w_t = W(y_t), y_t = -int_0^t <g>^{q-1}",
        "caratheodory-unique",
        (
            Group(
                "the equation is -c(t) F(z), c = <g>^{q-1} bounded on bounded times",
                (Given("g = f'(x_t) is continuous", "any-flow"),),
            ),
            lipschitz(),
        ),
    )


def the_metric(case: Case) -> Iterator[Step]:
    """dx/dy = sum_i |d_i h|^q for every k, then R'' and the mirror flow."""
    terms = tuple(
        Identity(f"d_i h <d_i h>^(q-1) = |d_i h|^q, sign {s:+d}", (s * S) * (s * S ** (q - 1)), S**q) for s in SIGNS
    )
    total = induction(
        "dx/dy = sum_i d_i h <d_i h>^{q-1} = sum_i |d_i h|^q for every k",
        Group("one weight", terms),
        Identity("one weight more", T + S * S ** (q - 1), T + S**q),
    )
    yield total
    positive = Group(
        "dx/dy is continuous and positive",
        (
            Given("h is C^1 and not every d_i h is 0", "regular"),
            total,
            Inequality("S^q + T > 0", 0, S**q + T, strict=True),
        ),
    )
    yield Cite("y is a C^1 function R' of x on the orbit", "inverse-function", (positive,))
    speed = T + S**q  # the sum, a term apart
    yield Identity("R'' dx/dy = 1", case["metric"] * speed, 1, conclusion=True)
    yield Identity("d R'(x_t)/dt = R'' dx/dy dy/dt", case["metric"] * speed * (-slope), case["rate"], conclusion=True)


def power_ends(case: Case) -> Iterator[Step]:
    """u^D - v^D, L for D: v' = -(D v^{D-1})^{q-1}."""
    yield Identity(
        "d_v h = -D v^{D-1}: dv/dy = -D^{q-1} v^{(D-1)(q-1)}",
        (L * v ** (L - 1)) ** (q - 1),
        L ** (q - 1) * v ** ((L - 1) * (q - 1)),
    )
    yield Cite("v reaches 0 at y = int_0^{v_0} dv/(dv/dy), finite iff the exponent of 1/v is below 1", "power-integral")
    yield Equivalent(
        "u^D - v^D, D >= 2 (written L): v reaches 0 in finite y",
        -(L - 1) * (q - 1) > -1,
        case["reach"],
        conclusion=True,
    )


def no_return() -> Iterator[Step]:
    """u^2 - v^2, 1 < q < 2: from v = 0 two solutions lead back."""
    back = (r * 2 ** (1 - r) * v) ** (1 / r)  # r = 2 - q > 0, and v stands for y* - y
    yield Group(
        "u^2 - v^2, q < 2: beyond v = 0 the flow need not retrace, so it is a mirror flow up to there only",
        (
            Identity(
                "v = ((2-q) 2^{q-1} (y* - y))^{1/(2-q)} solves dv/d(y* - y) = (2v)^{q-1}",
                sp.diff(back, v) / (2 * back) ** (1 - r),
                1,
            ),
            Inequality(
                "and is positive before y*, while v = 0 for ever solves it too: x differs by v^2", 0, V**2, strict=True
            ),
        ),
    )
    cube = (r * 3 ** ((1 - r) / 2) * v) ** (1 / r)  # r = 1 - 2 (q-1) > 0, v stands for y - y*, cube for -v
    yield Identity(
        "D = 3, q < 3/2: beyond v = 0 not even upwards is unique, as d_v h = -3 v^2 keeps its sign: v = 0 and v = -cube"
        " both solve it",
        sp.diff(cube, v) / (3 * cube**2) ** ((1 - r) / 2),
        1,
    )


def conserved(case: Case) -> Iterator[Step]:
    """Where the slopes differ by a common factor: A_i - A_j, A_i' = 1/<phi_i>^{q-1}."""
    yield Given("d_i h = C phi_i(w_i)", "factored")
    for s in SIGNS:
        for t in SIGNS:
            moved = case["clock"] * s * (s * t) * (C * phi) ** (q - 1)
            text = (
                f"signs of phi and C {s:+d}, {t:+d}: dA_i/dy = <C phi_i>^(q-1)/<phi_i>^(q-1) = <C>^(q-1), the same for"
                " every i"
            )
            yield Identity(text, moved, t * C ** (q - 1), conclusion=True)
    yield Group(
        "A_1 - A_i, i = 2..k, are k - 1 independent first integrals: without the column of w_1 their gradients are"
        " diagonal",
        (Inequality("1/|phi_i|^{q-1} > 0", 0, phi ** (1 - q), strict=True),),
    )
    for text, weights in EXAMPLES:
        yield Counted(
            f"{text}: exact rank at a rational point, q = 1, 3/2, 2", ranks(text, weights), [len(weights) - 1] * 3
        )
    yield Cite(
        "every first integral is a function of them",
        "implicit-rank",
        (
            Inequality("the gradients are independent", 0, phi ** (1 - q), strict=True),
            Group(
                "its gradient lies in their span: the vectors orthogonal to the field have dimension k - 1",
                (
                    Given(
                        "it is constant along the flow of an objective with g != 0, so its gradient is orthogonal too",
                        "any-flow",
                    ),
                    Identity(
                        "and grad(A_1 - A_i) is orthogonal to the field",
                        phi ** (1 - q) * (C * phi) ** (q - 1) - C ** (q - 1),
                        0,
                    ),
                ),
            ),
        ),
    )


EXAMPLES: tuple[tuple[str, dict[str, object]], ...] = (
    ("u**2 - v**2", {"u": 1, "v": Fraction(1, 2)}),
    ("a*b*c", {"a": 1, "b": 2, "c": Fraction(1, 3)}),
    ("a**2 + 3*b**3 - exp(c) + d", {"a": 1, "b": 2, "c": 1, "d": 3}),
    ("exp(a)*b**2*c", {"a": 1, "b": 2, "c": 5}),
)


def ranks(text: str, weights: dict[str, object]) -> Callable[[], object]:
    """The exact ranks of the first integrals that are found."""

    def found() -> list[int]:
        start = {name: Fraction(value) for name, value in weights.items()}  # type: ignore[call-overload]
        return [
            first_integrals(reparameterization(at, text, {}, start)).rank
            for at in (Fraction(1), Fraction(3, 2), Fraction(2))
        ]

    return found


def decayed(case: Case) -> Iterator[Step]:
    """w_t = c W(eta_t), c = exp(-int alpha): the orbit through w_t is eta -> c W(eta c^{-kappa}), its clock y = c^kappa
    eta."""
    kappa = case["kappa"]
    yield Given("c = exp(-int alpha) obeys dc/dt = -alpha c", "decay")
    yield Given("d_i h(c w) = c^{d-1} d_i h(w); h = 0 is a cone, so c W starts where h = 0", "homogeneous")
    yield Identity(
        "d/deta (c W(eta c^{-kappa})) = c^{1-kappa} <grad h(W)>^{q-1} is <grad h(c W)>^{q-1}: c W is the orbit"
        " through w_t",
        c ** (1 - kappa),
        (c ** (d - 1)) ** (q - 1),
        conclusion=True,
    )
    drive = -slope * c ** (-kappa)
    yield Identity(
        "c W(eta_t) follows the decayed flow with d eta/dt = -<g>^{q-1} c^{-kappa}",
        c * drive * S,
        -slope * (c ** (d - 1)) ** (q - 1) * S,
        conclusion=True,
    )
    yield Cite("and is w_t", "caratheodory-unique", (Given("alpha and g are integrable", "decay"), lipschitz()))
    moving = along(c**kappa * eta, {c: -alpha * c, eta: drive})
    yield Identity("y = c^kappa eta: dy/dt", moving, case["decayed"].subs(y, c**kappa * eta), conclusion=True)


KAPPA = 1 - (d - 1) * (q - 1)
CLAIM = Claim(
    id="separable-reparameterization",
    title="Any reparameterization of a coordinate is a steepest mirror flow along its orbit",
    source="beyond the paper: theory, section 11.8; u^D - v^D: Woodworth et al. 2020",
    statement=(
        "x = h(w_1..w_k), dW_i/dy = <d_i h>^(q-1): w_t = W(y_t), R'(x_t) = y_t, dR'(x_t)/dt = {rate} (slope ="
        " <g>^(q-1)), R'' = {metric} with S = |d_i h| and T the sum of |d_j h|^q over the other weights. u^D - v^D"
        " reaches v = 0 in finite y iff {reach} (L for D), and beyond it need not retrace (q < 2). If d_i h = C"
        " phi_i(w_i), the k - 1 differences of A_i with A_i' = {clock} (phi > 0) are conserved, and complete. If h is"
        " homogeneous of degree d, decoupled decay gives dy/dt = {decayed}, where R'(0) = 0 on the orbit through w_t."
    ),
    hypotheses=(STEEPNESS, REGULAR, FLOW, FACTORED, DECAY, HOMOGENEOUS),
    parts={
        "metric": 1 / (S**q + T),
        "rate": -slope,
        "reach": (L - 1) * (q - 1) < 1,
        "clock": phi ** (1 - q),
        "kappa": KAPPA,
        "decayed": -slope - alpha * KAPPA * y,
    },
    argue=argue,
    scope="every q in [1, 2], every k and every h as in the hypotheses; one coordinate of any number; every objective",
    remark=(
        "C^{1,1} is needed also where no d_i h vanishes: h = w_1 + w_2 + |w_1 - w_2|^(3/2), q = 2, from w_1 = w_2 has"
        " two solutions. A zero of d_i h does no harm where d_i h passes through it transversally, as in a product"
        " whose smallest weight alone changes its sign; no general statement about zeros is made here. Beyond v = 0,"
        " u^D - v^D with odd D is not unique even where y goes on increasing."
    ),
    mutants=(
        Mutant("constant of the metric", {"metric": 2 / (S**q + T)}),
        Mutant("exponent of the metric", {"metric": 1 / (S ** (q - 1) + T)}),
        Mutant("sign of the rate", {"rate": slope}),
        Mutant("1e-40", {"metric": (1 + sp.Rational(1, 10**40)) / (S**q + T)}),
        Mutant("the end included", {"reach": (L - 1) * (q - 1) <= 1}),
        Mutant("D for D - 1", {"reach": L * (q - 1) < 1}),
        Mutant("inverse clock", {"clock": phi ** (q - 1)}),
        Mutant("degree off by one", {"kappa": 1 - d * (q - 1), "decayed": -slope - alpha * (1 - d * (q - 1)) * y}),
        Mutant("decay expands", {"decayed": -slope + alpha * KAPPA * y}),
        Mutant("h only C^1", drop="regular"),
        Mutant("not homogeneous", drop="homogeneous"),
        Mutant("no common factor", drop="factored"),
    ),
)

CLAIMS = (CLAIM,)
