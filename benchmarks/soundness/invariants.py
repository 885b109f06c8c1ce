"""Claims d(invariant)/dt = rate with their labels (theory: section 2).

  B_ij = |w_i|^q - |w_j|^q:  rate 0 (no decay), -q alpha B_ij (decoupled; coupled at q = 2)
  f(B): f'(B) times that;  |w_i|^q: -q <x g>^{q-1} - q alpha |w_i|^q;  x: -<g>^{q-1} sum_i prod_{j != i} |w_j|^q - L
  alpha x
  coupled, q < 2: d|w_i|/dt = -sign(w_i) <dF/dw_i + alpha w_i>^{q-1}

The witness: the derivative along dw_i/dt by central differences, step 10^-90 at 220 digits, at random states.
"""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from fractions import Fraction

import mpmath
from mpmath import mpf

from . import mutations, trees
from .equalities import Claim, Mislabelled
from .identities import STEEPNESS
from .trees import Undefined, Unknown, build

STEP, WORKING = mpf(10) ** -90, 220
AGREE, DIFFER = mpf(10) ** -80, mpf(10) ** -75
DECAYS = ("none", "decoupled", "coupled")


def claims(random_: random.Random, count: int) -> Iterator[Claim]:
    """Half true, half false."""
    made = 0
    while made < count:
        label = made % 2 == 0
        kind, invariant, rate, depth, q, decay = _law(random_)
        left, right = _reordered(trees.tree(invariant), random_), _reordered(trees.tree(rate), random_)
        if not label:
            kind = random_.choice(
                (*mutations.OF_VALUES, "another decay", "another q", "perturbation to 1e-60", "another weight")
            )
            changed = _changed(kind, left, right, q, decay, depth, random_)
            if changed is None:
                continue
            left, right, q, decay = changed
        try:
            gaps = [gap for gap in _gaps(left, right, depth, q, decay, random_, 4 if label else 10) if gap is not None]
        except Unknown:
            continue
        if not gaps:
            continue
        if label and max(gaps) > AGREE:
            raise Mislabelled(f"{trees.text(left)} {trees.text(right)} {q} {decay} {mpmath.nstr(max(gaps), 5)}")
        if not label and max(gaps) < DIFFER:
            continue
        table: dict[str, object] = {"invariant": trees.text(left), "rate": trees.text(right), "depth": depth}
        if q is not None:
            table["q"] = str(q)
        if decay != "none" or random_.random() < 0.3:
            table["decay"] = decay
        made += 1
        yield Claim(table, label, kind, "invariant")


Law = tuple[str, str, str, int, Fraction | None, str]


def _law(random_: random.Random) -> Law:
    depth = random_.randint(2, 4)
    decay = random_.choice(DECAYS)
    q = random_.choice((None, None, *STEEPNESS[:6]))
    i, j = random_.sample(range(1, depth + 1), 2)
    one, two = f"abs(w{i})", f"abs(w{j})"
    if decay == "coupled":
        q = Fraction(2) if random_.random() < 0.6 else q
    if decay == "coupled" and q != 2:
        force = f"(g*x/w{i} + alpha*w{i})"
        pull = f"sign{force}*abs{force}**(q - 1)"
        other = f"(g*x/w{j} + alpha*w{j})"
        laws = [
            ("one weight", one, f"-sign(w{i})*{pull}"),
            ("one weight", f"{one}**q", f"-q*{one}**(q - 1)*sign(w{i})*{pull}"),
            ("one weight", f"w{i}", f"-{pull}"),
            ("difference", f"{one} - {two}", f"-sign(w{i})*{pull} + sign(w{j})*sign{other}*abs{other}**(q - 1)"),
        ]
        kind, invariant, rate = random_.choice(laws)
        return f"{kind}, coupled", invariant, rate, depth, q, decay
    alpha = "alpha" if decay != "none" else "0"
    b = f"({one}**q - {two}**q)"
    c, n = random_.randint(2, 5), random_.randint(2, 3)
    rate_b = f"(-q*{alpha}*{b})" if decay != "none" else "0"
    push = "sign(x*g)*abs(x*g)**(q - 1)"
    others = " + ".join("*".join(f"abs(w{k})**q" for k in range(1, depth + 1) if k != i_) for i_ in range(1, depth + 1))
    laws = [
        ("difference", b, rate_b),
        ("difference", f"{c}*{b}", f"{c}*{rate_b}"),
        ("function of differences", f"{b}**{n}", f"{n}*{b}**{n - 1}*{rate_b}"),
        ("one weight", f"{one}**q", f"-q*{push} - q*{alpha}*{one}**q"),
        ("one weight", f"log({one})", f"-{push}/{one}**q - {alpha}"),
        ("the product", "x", f"-sign(g)*abs(g)**(q - 1)*({others}) - {depth}*{alpha}*x"),
        ("the product", "abs(x)**q", f"-q*{push}*({others}) - {depth}*q*{alpha}*abs(x)**q"),
        ("sum", f"{one}**q + {two}**q", f"-2*q*{push} - q*{alpha}*({one}**q + {two}**q)"),
    ]
    if depth > 2:
        k = next(k for k in range(1, depth + 1) if k not in (i, j))
        d = f"(abs(w{k})**q - {two}**q)"
        laws += [
            ("function of differences", f"{b}*{d}", f"-2*q*{alpha}*{b}*{d}"),
            ("function of differences", f"{b} - {c}*{d}", f"-q*{alpha}*({b} - {c}*{d})"),
            ("function of differences", f"{b}**2 + {d}**2", f"-2*q*{alpha}*({b}**2 + {d}**2)"),
        ]
    kind, invariant, rate = random_.choice(laws)
    if random_.random() < 0.2:
        invariant = invariant.replace(one, random_.choice((f"sqrt(w{i}**2)", f"((w{i}*w{i})**(1/2))")))
    if q is not None and random_.random() < 0.5:
        exact = {"q": trees.number(q)}
        invariant, rate = (trees.text(trees.substituted(trees.tree(t), exact)) for t in (invariant, rate))
    return f"{kind}, {decay}", invariant, rate, depth, q, decay


def _reordered(node: ast.expr, random_: random.Random) -> ast.expr:
    for _ in range(random_.randint(0, 4)):
        k = random_.randrange(len(list(trees.places(trees.marked(node)))))
        made = trees.edited(node, k, lambda part: _same(part, random_))
        node = node if made is None else made
    return node


def _same(node: ast.expr, random_: random.Random) -> ast.expr | None:
    match node:
        case ast.BinOp(left, (ast.Add() | ast.Mult()) as op, right):
            return ast.BinOp(right, op, left)
        case ast.BinOp(left, ast.Sub(), right):
            return build("-(B - A)", A=left, B=right)
        case ast.Call(ast.Name("abs"), [z]):
            return build(random_.choice(("abs(-Z)", "sign(Z)*(Z)", "(abs(Z)/2 + abs(Z)/2)")), Z=z)
        case ast.Name():
            return build(random_.choice(("2*A - A", "A*3/3")), A=node)
    return None


Changed = tuple[ast.expr, ast.expr, Fraction | None, str]


def _changed(
    kind: str, left: ast.expr, right: ast.expr, q: Fraction | None, decay: str, depth: int, random_: random.Random
) -> Changed | None:
    match kind:
        case "another decay":
            return left, right, q, random_.choice([d for d in DECAYS if d != decay])
        case "another q":
            fixed = {"q": trees.number(q if q is not None else 2)}
            return (
                trees.substituted(left, fixed),
                trees.substituted(right, fixed),
                random_.choice((None, Fraction(3, 2), Fraction(1))),
                decay,
            )
        case "perturbation to 1e-60":
            form = random_.choice(("A + T", "A*(1 + T) + T*x", "A + T*w1**2", "A - T*abs(x)"))
            return left, build(form, A=right, T=mutations.tiny(random_)), q, decay
        case "another weight":
            i, j = random_.sample(range(1, depth + 1), 2)
            return left, trees.substituted(right, {f"w{i}": ast.Name(f"w{j}")}), q, decay
    in_rate = random_.random() < 0.5 and trees.text(right) != "0"
    made = mutations.mutated(right if in_rate else left, kind, random_)
    if made is None or ("u" in trees.names(made)) or (not in_rate and trees.names(made) & {"g", "alpha"}):
        return None
    allowed = {"abs", "sign"} if in_rate else {"abs", "sign", "sqrt", "log", "exp"}
    called = {part.func.id for part in ast.walk(made) if isinstance(part, ast.Call)}  # type: ignore[attr-defined]
    if not called <= allowed:
        return None
    return (left, made, q, decay) if in_rate else (made, right, q, decay)


def _gaps(
    left: ast.expr, right: ast.expr, depth: int, q: Fraction | None, decay: str, random_: random.Random, count: int
) -> Iterator[mpf | None]:
    for _ in range(count):
        c = q if q is not None else random_.choice(STEEPNESS)
        weights = [
            random_.choice((1, -1)) * Fraction(random_.randint(1, 60), random_.randint(7, 31)) for _ in range(depth)
        ]
        g = random_.choice((1, -1)) * Fraction(random_.randint(1, 40), random_.randint(5, 23))
        alpha = Fraction(random_.randint(1, 30), random_.randint(7, 19)) if decay != "none" else Fraction(0)
        try:
            yield _gap(left, right, c, weights, g, alpha, decay)
        except Undefined:
            yield None


def _gap(
    left: ast.expr, right: ast.expr, q: Fraction, weights: list[Fraction], g: Fraction, alpha: Fraction, decay: str
) -> mpf:
    with mpmath.workdps(WORKING):
        exact = [trees.real(w) for w in weights]
        slope, rate, power = trees.real(g), trees.real(alpha), trees.real(q - 1)
        x = mpmath.fprod(exact)
        speeds = []
        for w in exact:
            force = slope * x / w + (rate * w if decay == "coupled" else 0)
            speeds.append(-mpmath.sign(force) * abs(force) ** power - (rate * w if decay == "decoupled" else 0))

        def at(moved: list[mpf]) -> dict[str, trees.Value]:
            names: dict[str, trees.Value] = {f"w{i}": w for i, w in enumerate(moved, 1)}
            p = q / (q - 1) if q != 1 else mpf("inf")
            return {**names, "x": mpmath.fprod(moved), "q": q, "p": p, "g": slope, "alpha": rate}

        ahead, behind = ([w + s * STEP * v for w, v in zip(exact, speeds, strict=True)] for s in (1, -1))
        change = (trees.real(trees.value(left, at(ahead))) - trees.real(trees.value(left, at(behind)))) / (2 * STEP)
        stated = trees.real(trees.value(right, at(exact)))
        return abs(change - stated) / (abs(change) + abs(stated) + 1)
