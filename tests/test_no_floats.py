"""No rounding between what a user types and a certified value, read off the sources: no `nsimplify`, no
`limit_denominator`, no `float(...)`, `round(...)` or `evalf` in the certified modules, and no number 0.5, no 1/2 of two
whole numbers and nothing of `math` or NumPy that is a double in their functions, but for the places listed here, each a
guess or a size that something exact or a ball checks afterwards.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = (
    *("symbolic/orbit", "symbolic/reading", "numeric_checks/orbit", "numeric_checks/potential"),
    *("numeric_checks/flow/sign", "numeric_checks/flow/smooth", "numeric_checks/flow/valley"),
    *("symbolic/deciding", "symbolic/product"),
    *("proofs/check", "proofs/check/core", "proofs/judging", "proofs/judging/rules", "proofs/judging/replay"),
)
FILES = ("numeric_checks/balls.py", "numeric_checks/sympy_ball.py", "numeric_checks/tree_ball.py")
NEVER = {"nsimplify", "limit_denominator"}
ROUNDS = {"float", "round", "evalf", "Float", "n", "N"}
DOUBLES, WHOLE = {"math", "np", "cmath"}, {"gcd", "lcm", "comb", "prod", "isqrt", "factorial", "inf"}

# file: {the function in which it stands: why it decides nothing}
ALLOWED = {
    "proofs/judging/models.py": {
        "look": "how narrow a ball around 0 is; a witness shows that hypotheses can be met, no more"
    },
    "proofs/check/engine.py": dict.fromkeys(("_await", "_spent", "begin", "step"), "seconds"),
    "symbolic/product/lauricella.py": {"_eval_evalf": "asked for by whoever leaves the certified side"},
    "symbolic/reading/nearest.py": {"nearest": "likeness of words"},
    "numeric_checks/flow/smooth/stepper.py": {
        **dict.fromkeys(("__init__", "advance"), "how long a step to try; the checker judges it")
    },
    "numeric_checks/flow/smooth/arithmetic.py": {"share": "a half, exact"},
    "numeric_checks/orbit/path.py": {"_inside": "whether another step pays"},
    "numeric_checks/flow/sign/roots.py": {"refine": "whether another step pays"},
    "numeric_checks/flow/sign/logistic.py": {"_solve": "how far Newton goes; Krawczyk's test judges the end"},
    "numeric_checks/potential/integrals.py": {
        **dict.fromkeys(("_below_all", "_above_all"), "a power of 2 where to cut; any does")
    },
    "numeric_checks/balls.py": {
        "_place": "a guess that the next two lines compare in balls",
        "__float__": "asked for by whoever leaves the certified side",
        "logarithm": "a size for step lengths, never a value",
    },
    "numeric_checks/flow/sign/filippov.py": {
        "_guess": "proven in balls by _prove",
        "_minimise": "the same",
    },
    "numeric_checks/flow/sign/pivot.py": dict.fromkeys(
        ("in_doubles", "_bounds", "sizes", "_in", "_small", "_widened"),
        "doubles with a bound of all their rounding",
    ),
    "numeric_checks/flow/smooth/balancing.py": {
        "balanced": "powers of two, any of which is a norm",
        "_growth": "compares norms, any of which is sound",
    },
    "numeric_checks/flow/smooth/checker.py": {
        "_log_norm": "an m of which elimination in balls says whether it is a bound",
        "_turned": "a basis whose distance from an orthogonal one is a ball",
    },
    "numeric_checks/flow/smooth/collocation.py": dict.fromkeys(
        (
            *("power", "combine", "nodes", "__init__", "propose", "_newton", "_refined"),
            *("exp", "inverse", "share", "transform", "_slopes"),
        ),
        "a polynomial, judged by the checker",
    ),
    "numeric_checks/flow/smooth/double_norm.py": dict.fromkeys(
        ("log_norm_in_doubles", "_bound", "_size"),
        "doubles with a bound of all their rounding",
    ),
    "numeric_checks/flow/smooth/producer.py": {
        **dict.fromkeys(("propose", "_change"), "the scale of a step, judged by the checker"),
    },
    "numeric_checks/flow/valley/bowl.py": dict.fromkeys(
        (
            "__init__",
            "_long",
            "long",
            "root",
            "second",
            "slope",
            "u",
            "u_ball",
        ),
        "floats for proposals; bounds that are rounded up",
    ),
    "numeric_checks/flow/valley/chebyshev.py": dict.fromkeys(
        (
            "__init__",
            "above",
            "fixed",
        ),
        "nodes of proposals; a sum of integers rounded up",
    ),
    "numeric_checks/flow/valley/proposal.py": dict.fromkeys(
        (
            "_passing",
            "in_sigma",
            "in_time",
            "noise",
            "roots",
        ),
        "a step, judged by the certificate",
    ),
    "numeric_checks/flow/valley/certificate.py": dict.fromkeys(
        (
            "__init__",
            "_defects",
            "_growth",
            "_least",
            "_lost",
            "_middles",
            "_mu",
            "_norm",
            "_phi_error",
            "_roots",
            "certify",
            "gain_error",
            "radius",
            "ranges",
        ),
        "doubles bound sums and products of positive numbers, rounded up",
    ),
    "numeric_checks/flow/valley/run.py": dict.fromkeys(
        (
            "__init__",
            "_approach",
            "_floats",
            "_hop",
            "_leave",
            "_next",
            "_scale",
            "_simple",
            "_settled",
            "_speeds",
            "_take",
            "go",
            "_sum_gains",
            "gains_at",
        ),
        "sizes of steps; radii rounded up",
    ),
    "numeric_checks/flow/valley/zeros.py": dict.fromkeys(
        (
            "_reach",
            "_span",
        ),
        "a radius rounded up",
    ),
    "numeric_checks/flow/smooth/settled.py": {
        "rest": "whether to try at all",
    },
    "numeric_checks/potential/inverse.py": {
        "_start": "where Newton starts; the result is enclosed",
        "smallest_power": "halves of whole numbers, which are exact",
    },
    "numeric_checks/potential/inverse_map.py": {
        "_start": "where Newton starts; the result is enclosed",
        "_solve": "when Newton's steps end; the result is enclosed",
    },
    "numeric_checks/potential/quadrature.py": {
        **dict.fromkeys(("log_gauss", "_nodes_needed"), "how many pieces and nodes; the error is bounded for any"),
        "_error": "3.14159 < pi: half the width of an ellipse, of which any does",
    },
}


def calls(source: str) -> Iterator[tuple[str, str, int]]:
    """(function it stands in, what, line) of all that can round; float("inf") cannot. What is a double by its own word
    is found inside functions: a constant of a module has a name that says what it is for."""

    def walk(node: ast.AST, inside: str) -> Iterator[tuple[str, str, int]]:
        if isinstance(node, ast.FunctionDef):
            inside = node.name
        if isinstance(node, ast.Call):
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            keys = [k.value.id for k in node.keywords if k.arg == "key" and isinstance(k.value, ast.Name)]
            yield from ((inside, key, node.lineno) for key in keys if key in ROUNDS)
            infinite = name == "float" and isinstance(node.args[0], ast.Constant) and node.args[0].value == "inf"
            if name in NEVER or (name in ROUNDS and not infinite and not _infinite(node)):
                yield inside, name, node.lineno
        if inside and (double := _double(node)):
            yield inside, double, node.lineno
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inside)

    yield from walk(ast.parse(source), "")


def _double(node: ast.AST) -> str:
    """What is a double by its own word: 0.5, 1/2, math.log."""
    match node:
        case ast.Constant(float() | complex() as value):
            return repr(value)
        case ast.BinOp(ast.Constant(int()), ast.Div(), ast.Constant(int())):
            return "/"
        case ast.Attribute(ast.Name(module), name) if module in DOUBLES and name not in WHOLE:
            return f"{module}.{name}"
    return ""


def _infinite(node: ast.Call) -> bool:
    """Float("1e-40"), a constant threshold."""
    return getattr(node.func, "attr", "") == "Float" and all(isinstance(a, ast.Constant) for a in node.args)


def faults(name: str, source: str) -> list[str]:
    """What rounds in a place that is not listed."""
    allowed = ALLOWED.get(name, {})
    return [f"{name}:{line}: {call}" for inside, call, line in calls(source) if call in NEVER or inside not in allowed]


def certified() -> list[str]:
    found = [str(p.relative_to(ROOT)) for room in ROOMS for p in sorted((ROOT / room).glob("*.py"))]
    return [*found, *FILES]


@pytest.mark.parametrize("name", certified())
def test_nothing_rounds_in_the_certified_modules(name):
    assert not faults(name, (ROOT / name).read_text())


def test_nothing_is_replaced_by_a_simple_number_anywhere():
    for room in ("symbolic", "proofs/commands", "proofs/judging", "proofs/check"):
        for path in (ROOT / room).rglob("*.py"):
            found = [call for _, call, _ in calls(path.read_text()) if call in NEVER]
            assert not found, path


def test_the_lint_finds_what_it_looks_for():
    for line in (
        "x = sp.nsimplify(y)",
        "best = min(found, key=lambda c: float(c.v.mid()))",
        "v = round(t)",
        "best = max(v, key=float)",
        *("t = 0.5 * t", "t = t ** (1 / 2)", "t = math.log(t)", "t = np.array(t)", "t = sp.N(t)"),
    ):
        assert faults("numeric_checks/flow/sign/events.py", f"def f():\n    {line}\n")
    assert not faults("numeric_checks/flow/sign/events.py", 'UNKNOWN = arb(0, float("inf"))\n')


def test_every_exception_still_stands():
    for name, functions in ALLOWED.items():
        standing = {inside for inside, _, _ in calls((ROOT / name).read_text())}
        assert set(functions) <= standing, name
