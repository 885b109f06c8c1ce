"""Formulas as English and as LaTeX: statements, hypotheses and scopes that a reader sees come from here alone.

A letter is written by its name, with its indices below; d a/dt, a(0), int_0^T a dt; the times a statement speaks of
come in front of it. The scope is the list of the sorts of the letters that occur.
"""

from __future__ import annotations

from fractions import Fraction

from .flows import FLOWS
from .formulas import OF_A_TERM, Formula, letters
from .terms import Term

GREEK = {"alpha", "mu", "sigma", "lambda", "Lambda", "theta", "eta", "tau", "eps"}
TEXT_RELATION = {"=": "=", "<=": "<=", "<": "<"}
LATEX_RELATION = {"=": "=", "<=": r"\le", "<": "<"}
SORT_WORDS = {
    "q": "{0} in [1, 2], 1/p + 1/{0} = 1",
    "depth": "every integer {0} >= 2",
    "count": "every integer {0} >= 1",
    "pos": "{0} > 0",
    "nonneg": "{0} >= 0",
    "real": "{0} real",
}
FUNCTION_WORDS = {"pos": "{0}(t) > 0", "nonneg": "{0}(t) >= 0", "real": "{0}(t) real"}
OF_A_TERM_WORDS = {
    "ac": "is absolutely continuous",
    "integrable": "is locally integrable",
    "measurable": "is measurable",
    "grows": "-> infinity as t -> T",
}
MORE = ("and", "or", "not", "=>", "<=>", "all")  # in parentheses where joined by and; ALL: elsewhere
ALL = (*MORE, "every", "ae", "flow")
BINDERS = ("sum", "prod", "others")
SUM, PRODUCT, SIGNED, POWER, ATOM = range(5)


def text(f: Formula) -> str:
    """A formula in words."""
    return _formula(f, False)


def latex(f: Formula) -> str:
    """A formula as LaTeX, for math mode."""
    return _formula(f, True)


def term_text(t: Term) -> str:
    """A term in words."""
    return _term(t, False, SUM)


def scope(formulas: tuple[Formula, ...]) -> str:
    """The ranges of all letters that occur free."""
    unfolded = [c for f in formulas for c in (FLOWS[f[1]] if f[0] == "flow" else (f,))]
    found: frozenset[Term] = frozenset().union(*map(letters, unfolded))
    constants = sorted((a for a in found if a[0] == "v"), key=lambda a: (list(SORT_WORDS).index(a[2]), a[1]))
    functions = sorted((a for a in found if a[0] == "f"), key=lambda a: a[1])
    words = [SORT_WORDS[a[2]].format(a[1]) for a in constants]
    words += [f"every coordinate {a[1]}" for a in sorted(found) if a[0] == "i" and a[2] == "n"]
    words += [f"every weight {a[1]}" for a in sorted(found) if a[0] == "i" and a[2] == "L"]
    words += [FUNCTION_WORDS[a[2]].format(a[1]) for a in functions]
    return "; ".join([*words, "every time 0 <= t < T, T <= infinity"] if functions else words)


def _formula(f: Formula, tex: bool) -> str:
    head = f[0]

    def words(s: str) -> str:
        return rf"\text{{{s}}}" if tex else s

    def apart(a: Formula, shown: str, compound: tuple[str, ...]) -> str:
        return f"({shown})" if a[0] in compound else shown

    if head in TEXT_RELATION:
        sign = (LATEX_RELATION if tex else TEXT_RELATION)[head]
        return f"{_term(f[1], tex, SUM)} {sign} {_term(f[2], tex, SUM)}"
    if head == "all":
        ranges: dict[str, list[str]] = {}
        while f[0] == "all":
            ranges.setdefault(f[1][2], []).append(f[1][1])
            f = f[2]
        named = " and ".join(f"{', '.join(names)} = 1, ..., {bound}" for bound, names in ranges.items())
        return words(f"for every {named}: ") + _formula(f, tex)
    if f == ("grows", ("t",)):
        return r"T = \infty" if tex else "T = infinity"
    if head in OF_A_TERM:
        return _term(f[1], tex, SUM) + words(f" {OF_A_TERM_WORDS[head]}")
    if head == "tends":
        arrow = r"\to" if tex else "->"
        return f"{_term(f[1], tex, SUM)} {arrow} {_term(f[2], tex, SUM)}" + words(" as t -> T")
    if head == "flow":
        return words("; ").join(_formula(c, tex) for c in FLOWS[f[1]])
    if head == "C1":
        where = "the reals" if f[2] == "real" else "(0, infinity)"
        return words(f"the function {_function(f[1], False)} is of class C^1 on {where}")
    inner = [_formula(a, tex) for a in f[1:]]
    sides = list(zip(f[1:], inner, strict=True))
    if head == "every":
        return words("at every time t: ") + inner[0]
    if head == "ae":
        return words("for almost every t: ") + inner[0]
    if head in ("and", "or"):
        timed = ("every", "ae") if head == "and" else ()  # (at every time t: A or B) and C
        told = [a[1] if a[0] in timed and a[1][0] in ("or", "=>") else a for a in f[1:]]
        return words(f" {head} ").join(
            apart(a, t, MORE if head == "and" else ALL) for a, t in zip(told, inner, strict=True)
        )
    if head == "not":
        return words("not: ") + apart(f[1], inner[0], ALL)
    if head == "=>":
        return words("if ") + inner[0] + words(" then ") + inner[1]
    return words(" if and only if ").join(apart(a, t, ALL) for a, t in sides)


def _name(name: str, tex: bool) -> str:
    stem, _, below = name.partition("_")
    if not tex:
        return name
    stem, number = _numbered(stem)
    under = [number] * bool(number) + [_stem(below)] * bool(below)
    return _stem(stem) + (f"_{{{','.join(under)}}}" if under else "")


def _numbered(word: str) -> tuple[str, str]:
    """k0 as k and 0: the digits behind a letter are its index."""
    letters = word.rstrip("0123456789")
    return letters, word[len(letters) :]


def _function(name: str, tex: bool) -> str:
    """The name of a function of one number; R_prime is written R', where nothing else is named R."""
    stem, _, below = name.partition("_")
    return _name(stem, tex) + "'" if below == "prime" else _name(name, tex)


def _stem(word: str) -> str:
    if word in GREEK:
        return r"\varepsilon" if word == "eps" else f"\\{word}"
    return word if len(word) == 1 or not word.isalpha() else rf"\mathrm{{{word}}}"


def _indexed(name: str, indices: tuple[Term, ...], tex: bool) -> str:
    names = [_primed(i) for i in indices]
    if not names:
        return _name(name, tex)
    if not tex:
        return f"{name}_{''.join(names)}"
    stem, _, below = name.partition("_")
    stem, number = _numbered(stem)
    under = [number] * bool(number) + [_stem(below)] * bool(below)
    return f"{_stem(stem)}_{{{','.join([*under, *names])}}}"


def _primed(i: Term) -> str:
    return i[1][:1] + i[1][1:].replace("r", "'")  # type: ignore[no-any-return]


def _number(f: Fraction, tex: bool) -> str:
    if f.denominator == 1:
        return str(f.numerator)
    sign = "-" if f < 0 else ""
    return rf"{sign}\frac{{{abs(f.numerator)}}}{{{f.denominator}}}" if tex else f"{f.numerator}/{f.denominator}"


def _term(t: Term, tex: bool, level: int) -> str:
    shown, own = _shown(t, tex)
    if own < level:
        return rf"\left({shown}\right)" if tex else f"({shown})"
    return shown


def _shown(t: Term, tex: bool) -> tuple[str, int]:
    head = t[0]
    if head == "n":
        f = Fraction(t[1], t[2])
        return _number(f, tex), ATOM if f >= 0 and f.denominator == 1 else SIGNED if f >= 0 else SUM
    if head == "i":
        return _primed(t), ATOM
    if head in ("v", "f"):
        return _indexed(t[1], t[3:], tex), ATOM
    if head == "t":
        return "t", ATOM
    if head == "+":
        return _sum(t, tex), SUM
    if head == "*":
        return _product(t, tex), PRODUCT if _leading(t) >= 0 else SUM
    if head == "^" and t[2] == ("n", 1, 1):
        return _shown(t[1], tex)
    if head == "^":
        base = _term(t[1], tex, ATOM)
        return f"{base}^{{{_term(t[2], tex, SUM)}}}" if tex else f"{base}^{_exponent(t[2])}", POWER
    if head == "spow":
        inside = _term(t[1], tex, SUM)
        if tex:
            return rf"\langle {inside} \rangle^{{{_term(t[2], tex, SUM)}}}", POWER
        return f"<{inside}>^{_exponent(t[2])}", POWER
    if head == "abs":
        inside = _term(t[1], tex, SUM)
        return (rf"\left|{inside}\right|" if tex else f"|{inside}|"), ATOM
    if head in ("sgn", "exp", "log"):
        inside = _term(t[1], tex, SUM)
        name = (
            {"sgn": r"\operatorname{sign}", "exp": r"\exp", "log": r"\log"}[head]
            if tex
            else head.replace("sgn", "sign")
        )
        return (rf"{name}\left({inside}\right)" if tex else f"{name}({inside})"), ATOM
    if head == "d":
        inside = _term(t[1], tex, ATOM)
        return (rf"\frac{{d}}{{dt}} {inside}" if tex else f"d{inside}/dt"), PRODUCT
    if head == "at0":
        started = _started(t[1])
        return (f"{_term(t[1], tex, ATOM)}(0)", ATOM) if started in (None, t) else _shown(started, tex)
    if head in ("int", "total"):
        end = "t" if head == "int" else "T"
        inside = _term(t[1], tex, PRODUCT)
        return (rf"\int_0^{end} {inside}\,dt" if tex else f"int_0^{end} {inside} dt"), SIGNED
    if head == "of":
        return f"{_function(t[1], tex)}({_term(t[2], tex, SUM)})", ATOM
    if head == "of'":
        return f"{_function(t[1], tex)}'({_term(t[2], tex, SUM)})", ATOM
    return _bound(t, tex)


def _started(t: Term) -> Term | None:
    """A term of the letters alone with each function at t = 0: |x_k(0)| for |x_k|(0). None for rates and integrals."""
    if t[0] == "f":
        return ("at0", t)
    if t[0] in ("n", "v", "i"):
        return t
    if t[0] not in ("+", "*", "^", "abs", "spow", "sgn", "exp", "log", *BINDERS):
        return None
    inside = [_started(a) for a in t[1:]]
    return None if None in inside else (t[0], *inside)


def _bound(t: Term, tex: bool) -> tuple[str, int]:
    i, body = _primed(t[1]), _term(t[-1], tex, SIGNED)
    if t[0] == "others":
        j = _primed(t[2])
        return (rf"\prod_{{{i} \ne {j}}} {body}" if tex else f"prod_{{{i} != {j}}} {body}"), SIGNED
    name = "sum" if t[0] == "sum" else "prod"
    return (rf"\{name}_{i} {body}" if tex else f"{name}_{i} {body}"), SIGNED


def _exponent(t: Term) -> str:
    shown, own = _shown(t, False)
    return shown if own == ATOM else f"({shown})" if len(shown) > 1 else shown


def _leading(t: Term) -> Fraction:
    numbers = [Fraction(a[1], a[2]) for a in t[1:] if a[0] == "n"]
    return min(numbers, default=Fraction(1))


def _sum(t: Term, tex: bool) -> str:
    shown = ""
    for a in t[1:]:
        piece = _term(a, tex, SUM)
        if not shown:
            shown = piece
        elif piece.startswith("-"):
            shown += f" - {piece[1:]}"
        else:
            shown += f" + {piece}"
    return shown


def _product(t: Term, tex: bool) -> str:
    number = Fraction(1)
    for a in t[1:]:
        number *= Fraction(a[1], a[2]) if a[0] == "n" else 1
    factors = [a for a in t[1:] if a[0] != "n"]
    above = [a for a in factors if not _inverse(a)]
    under = [(a[1] if a[2] == ("n", -1, 1) else ("^", a[1], ("n", -a[2][1], a[2][2]))) for a in factors if _inverse(a)]
    if abs(number.numerator) != 1 or not above:
        above.insert(0, ("n", abs(number.numerator), 1))
    if number.denominator != 1:
        under.insert(0, ("n", number.denominator, 1))
    sign = "-" if number < 0 else ""
    top = _factors(above, tex, tex or not under)
    if not under:
        return sign + top
    if tex:
        return rf"{sign}\frac{{{top}}}{{{_factors(under, tex, True)}}}"
    bottom = _term(under[0], tex, POWER) if len(under) == 1 else f"({_factors(under, tex, True)})"
    return f"{sign}{top}/{bottom}"


def _factors(factors: list[Term], tex: bool, last: bool) -> str:
    """Side by side; a sum or product over an index in parentheses, but where it is the last and nothing follows.

    What begins with a digit is set off by a sign: 3 times 2^2 is not 32^2.
    """
    ends = len(factors) - 1 if last else -1
    levels = (ATOM if a[0] in BINDERS and m != ends else SIGNED for m, a in enumerate(factors))
    shown = [_term(a, tex, level) for a, level in zip(factors, levels, strict=True)]
    times = r" \cdot " if tex else "*"
    return "".join((times if m and a[:1].isdigit() else " " * bool(m)) + a for m, a in enumerate(shown))


def _inverse(a: Term) -> bool:
    return a[0] == "^" and a[2][0] == "n" and a[2][1] < 0
