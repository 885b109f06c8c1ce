"""False claims that hold almost everywhere, or on the branch one looks at: none is ever proved."""

from __future__ import annotations

from typing import Any

import pytest

from steepest_mirror.proofs.check import claim, judge_all

METRIC = "1/sqrt(4*x**q + lam**2)"
ONE_IN_PARTS = (  # 1, except at some x, q or lambda: there 0, undefined, or something else
    *("max(x, 1e-40)/x", "min(x, 1e45)/x", "max(lam, 1e-50)/lam", "sqrt((x - 1)**2)/(x - 1)", "sign(x - 1e-70)"),
    *(
        "sign(x - 1)**2",
        "sign(x**2 - 2)**2",
        "sign(lam**2 - 2)**2",
        "sign(x*lam - 3)**2",
        "sign(u - lam)**2",
        "sign(q**2 - 2)**2",
    ),
    *("(x**2 - 2)/(x**2 - 2)", "(u - lam)/(u - lam)", "(q**2 - 2)/(q**2 - 2)", "sin(x)/sin(x)", "log(x)/log(x)"),
    *(
        "exp(log(x - 1) - log(x - 1))",
        "x**(0*log(x - 1))",
        "gamma(q - 4/3)/gamma(q - 4/3)",
        "max(q, 1.0000001)/q",
        "tanh(x + 50)",
    ),
)
ZERO_IN_PARTS = (  # 0 on one branch
    *(
        "2*atan(x) - atan(2*x/(1 - x**2))",
        "2*atan(x) - asin(2*x/(1 + x**2))",
        "asin(sin(x)) - x",
        "atan(tan(x)) - x",
        "log(exp(x)) - x + 1e-300*x",
    ),
    *("hyp2f1(1/3, 1/4, 13/12, 4*x/(1 + x)**2) - hyp2f1(2/3, 1/2, 13/12, x/(1 + x))", "log((x - 5)**2)/2 - log(5 - x)"),
    *(
        "acosh(x) - log(x + sqrt(x**2 - 1))",
        "max(x - 1e30, 0)",
        "max(1e-30 - x, 0)",
        "max(q - 39/20, 0)*(2 - q)",
        "exp(-1e3*(x + lam))",
    ),
    *("exp(-exp(x + 20))*hyp2f1(8, 1/3, 1, -x)", "exp(-exp(x + 20))"),
    *("(q - 1)*(q - 2)*(q - 3/2)*(q - 5/4)*(q - 4/3)*(q - 7/4)*1e-30", "gamma(q + 1) - q*gamma(q) + 1e-50"),
)
DEPTH = "x**(-q*(L - 1)/L)/L"
CONDITIONS = (
    *(
        "(m - 1)/(m - 1) > 0 or m <= 1",
        "m <= 1 and 1/(q - 3/2) != 0",
        "m <= 1 and q*q != 2",
        "m <= 1 or q**2 == 3 and L == 7",
    ),
    *(
        "m <= 1 or (q - 2)**2 + (L - 9)**2 == 0",
        "m <= 1 and L != 10**30",
        "m <= 1 and p != 10**9",
        "p/L >= 1 and q > 1",
    ),
    *("(m <= 1 and q != 1) or 1/(q - 1 + (L - 4)**2) < 0", "m <= 1 and 1/(2 - q + (L - 9)**2) > 0"),
)
DIFFERENCE = "abs(w1)**q - abs(w2)**q"
RATES = (
    *("1 - sign(g)**2", "g/g - 1", "1 - sign(w1*g)**2", "sign(w1 - w2)**2 - 1", "1e-300", "x*1e-300*g"),
    *("x - x + (w1 - w2)/(w1 - w2) - 1", "(x - x)**w1", "(x - x)**g"),
)
JUMPS = (
    "sign(w1)",
    "sign(x)",
    "sign(w1)*(abs(w1)**q - abs(w2)**q)",
    "sign(abs(w1) - abs(w2))",
    "sqrt(w1)",
    "(w1 - w2)/(w1 - w2)",
)


def claims() -> list[dict[str, Any]]:
    two = {"quantity": "metric", "invariants": ["0", "lam"]}
    every = {"quantity": "metric", "invariants": "balanced", "depth": "symbolic"}
    found: list[dict[str, Any]] = [{**two, "expression": f"{METRIC}*({one})"} for one in ONE_IN_PARTS]
    found += [{**two, "expression": f"{METRIC} + {zero}"} for zero in ZERO_IN_PARTS]
    found += [
        {**two, "expression": f"({c})*{METRIC}", "up_to": "factor"}
        for c in ("0", "x - x", "q - 3/2", "lam - 1", "q**2 - 2")
    ]
    found += [
        {**every, "expression": f"{DEPTH}*{one}"}
        for one in ("sign(L - 17)**2", "(L - 17)/(L - 17)", "sign(L - 1e40)**2", "sign(q*L - 5)**2")
    ]
    found += [
        {**every, "expression": f"{gap} + {DEPTH}*sign(q - 1)"}
        for gap in ("0/(q - 1 + (L - 4)**2)", "0*log(q - 1 + (L - 4)**2)")
    ]
    hole = "0*log(2*q - 2 + (3 - 2*q)*(x - 1e40))"  # at q = 1 no value at any point one would try
    found.append({**two, "q": ["1", "3/2"], "expression": f"1/(2*u + lam) + 3/2 - q + {hole}"})
    found.append(
        {**two, "quantity": "conjugate", "q": ["1", "2"], "expression": "u/2*(q - 1)*(q - 2)/((q - 1)*(q - 2))"}
    )
    found += [
        {
            **every,
            "quantity": "mirror-map",
            "depth": depth,
            "expression": "x**(1 - m_)/(L*(1 - m_))".replace("m_", "q*(L - 1)/L"),
        }
        for depth in ("symbolic", 3)
    ]
    found += [{"property": "onto", "condition": condition} for condition in CONDITIONS]
    found += [{"invariant": DIFFERENCE, "rate": rate, "depth": 2} for rate in RATES]
    found += [{"invariant": jump, "rate": "0", "depth": 2} for jump in JUMPS]
    return found


HOLDS = ("proved", "argued")


def test_no_trap_is_said_to_hold_unless_its_hole_is_named():
    stated = claims()
    verdicts = judge_all([claim({"id": str(i), **table}) for i, table in enumerate(stated)], 10, 2)
    assert [stated[int(v.id)] for v in verdicts if v.verdict in HOLDS and "without" not in v.scope] == []
    named = {
        stated[int(v.id)].get("expression", stated[int(v.id)].get("condition"))
        for v in verdicts
        if "without" in v.scope
    }
    assert all("/" in text for text in named if text is not None), "a hole is where a denominator is 0"
    refuted = sum(1 for v in verdicts if v.verdict == "refuted")
    assert refuted > len(stated) // 2, "most have a rational witness"


@pytest.mark.parametrize("more", ("1 - sign(alpha)", "0**alpha", "1 - alpha/abs(alpha) + 1 - sign(alpha)"))
def test_decay_may_be_zero(more):
    rate = f"-q*alpha*({DIFFERENCE}) + {more}"
    table = {"id": "a", "invariant": DIFFERENCE, "rate": rate, "depth": 2, "decay": "decoupled"}
    (verdict,) = judge_all([claim(table)], 20)
    assert verdict.verdict == ("refuted" if "/" not in more else "argued")
    assert "alpha >= 0" in verdict.scope and ("/" not in more or "without alpha = 0" in verdict.scope)
