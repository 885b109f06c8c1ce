"""Words with formulas in them, such as `R'' |x|^m -> 1/L as x -> 0`, as pieces, and these as HTML, LaTeX or Markdown.

Recognised: _, ^ and ** with one symbol or a group, Greek names, <= >= != ->, <x>^r, single letters; and claims by their
IDs. Names such as sig_not_dec and Onto.v are code, everything else is text as it stands. A private character stands for
a formula made elsewhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape

from .. import layout
from . import prose_math

GREEK = {
    "alpha": "α",
    "beta": "β",
    "delta": "δ",
    "epsilon": "ε",
    "eps": "ε",
    "eta": "η",
    "kappa": "κ",
    "lambda": "λ",
    "lam": "λ",
    "Lambda": "Λ",
    "mu": "μ",
    "phi": "φ",
    "sigma": "σ",
    "tau": "τ",
    "theta": "θ",
}
SIGNS = {
    "<->": "↔",
    "<=": "≤",
    ">=": "≥",
    "!=": "≠",
    "->": "→",
    "int": "∫",
    "prod": "∏",
    "sum": "∑",
    "infinity": "∞",
    "inf": "∞",
    "sqrt": "√",
    "exp": "exp",
    "log": "log",
    "sign": "sign",
}
LATEX = {
    **{
        letter: rf"\{name if name not in ('lam', 'eps') else {'lam': 'lambda', 'eps': 'varepsilon'}[name]}"
        for name, letter in GREEK.items()
    },
    "ε": r"\varepsilon",
    "≤": r"\le",
    "≥": r"\ge",
    "≠": r"\ne",
    "→": r"\to",
    "↔": r"\leftrightarrow",
    "∫": r"\int",
    "∏": r"\prod",
    "∑": r"\sum",
    "∞": r"\infty",
    "√": r"\surd",
    "exp": r"\exp",
    "log": r"\log",
    "sign": r"\operatorname{sign}",
    "⟨": r"\langle",
    "⟩": r"\rangle",
    "·": r"\cdot",
    "−": "-",
    "′": "'",
}
JOINED = "\u2060"  # no line ends here
FIRST, LAST = 0xE000, 0xF8FF  # placeholders: the private use area

_TOKEN = re.compile(
    r"`(?P<code>[^`]+)`"
    r"|(?<!\w)(?!d[a-z]_\w+'*/dt)(?P<name>[a-z]{2,}(?:_[a-z]{2,})+|[A-Z]\w+\.v)(?!\w)"
    r"|(?<![\w.])(?P<number>\d[\d.]*e[+-]?\d+)(?![\w.]*\w)"
    r"|(?P<script>[_^]|(?<=[\w)])\*\*)(?=[({\w-])"
    r"|<(?P<signed>[^<>]{1,60})>(?=\^)"
    r"|(?P<dual>\bR\*(?!\*)|\b[a-z]\*(?![\w(*]))"
    r"|(?P<claim>(?<![\w'-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?![\w-]))"
    r"|(?P<prime>(?<=[A-Z])'{1,3}(?![a-z])|(?<=\b[a-z])'{1,3}(?![a-z])|(?<=_\w)'|(?<=\))'(?= [-+=<>] ))"
    r"|(?P<times>(?<=[\w)])\*(?=[\w(]))"
    r"|(?P<sign><->|<=|>=|!=|->)"
    r"|(?P<minus>(?<![\w)|'])-(?=[\w(|<])|(?<= )-(?= )|(?<=\b\w)-(?=\w\b)|(?<=[)|])-(?=[\w(])|(?<=k0)-(?=\d))"
    r"|(?P<word>(?<!')[A-Za-z]+)"
)
_OPERATOR = re.compile(
    r" ?[=+*/^_),;|<>]| - |$| real(?:;|$)| [a-z](?: [-+=<>/*]|[_)|^.,;]|$)"
)  # then a, A, I are letters
_ARGUMENT = re.compile(r"-?[A-Za-z0-9]+|-?.", re.DOTALL)
_TOLD = {  # letters that tell no number where they stand in brackets: 4.6 (S), condition (i), (0.35 s)
    **dict.fromkeys("SC", re.compile(r"\d \($")),
    **dict.fromkeys("iv", re.compile(r"\bconditions? \($")),
    "s": re.compile(r"\(\d+\.\d+ $"),
}
_PRIMED = re.compile(r"\b(?:sum|prod)'.{0,3}$|\bd[a-z]'/dt$")  # sum_j', dw_kj'/dt: the prime is that of the index
_RELATION = re.compile(r' (=|&lt;|&gt;|≤|≥|<span class="sign">≠</span>) ')


@dataclass(frozen=True)
class Piece:
    """kind: text, letter, sign, sub, sup, code, claim, formula; sub and sup hold pieces, the others text."""

    kind: str
    text: str = ""
    inside: tuple[Piece, ...] = ()


def pieces(text: str, claims: Collection[str] = (), script: str = "") -> tuple[Piece, ...]:
    """The pieces of `text`; IDs in `claims` become links where they are meant as such. Inside a script, say which."""
    found: list[Piece] = []
    at = 0
    while (match := _TOKEN.search(text, at)) is not None:
        kind = match.lastgroup or ""
        token, before = match.group(kind), text[: match.start()]
        _plain(found, text[at : match.start()])
        at = match.end()
        if kind == "claim" and not (token in claims and _meant(token, before, text[match.end() :])):
            if "-" in token and re.search(r"\bclaims? $", before):  # one that is not on this page
                kind = "name"
            else:
                kind, token = "word", token.partition("-")[0]
                at = match.start() + len(token)
        if kind == "script":
            inner, at = _argument(text, at)
            which = "sub" if token == "_" else "sup"
            within = pieces(inner.replace("-", "−"), (), which)
            if which == "sub" and text.startswith("'", at) and _PRIMED.search(before + text[at:][:4]):
                within, at = (*within, Piece("text", "′")), at + 1
            if which == "sub" and found and found[-1].kind == "sub":  # y_inf_k
                within = (*found.pop().inside, Piece("text", ","), *within)
            found.append(Piece(which, inside=within))
        elif kind == "word":
            found += _word(token, before, text[at:], script)
        else:
            found += _marked(kind, token, claims)
    _plain(found, text[at:])
    return tuple(found)


def _marked(kind: str, token: str, claims: Collection[str]) -> Iterable[Piece]:
    """What is recognised by its own marks, whatever stands around it."""
    match kind:
        case "code":
            return (Piece("claim" if token in claims else "code", token),)
        case "name":
            return (Piece("code", token),)
        case "claim":
            return (Piece("claim", token),)
        case "number":
            mantissa, _, exponent = token.partition("e")
            if not mantissa.strip("0."):
                return (Piece("text", mantissa),)  # 0 to so many digits
            power = Piece("sup", inside=(Piece("text", str(int(exponent)).replace("-", "−")),))
            scale = (
                () if mantissa == "1" else (Piece("text", f"{mantissa}\xa0"), Piece("sign", "·"), Piece("text", "\xa0"))
            )
            return (*scale, Piece("text", "10"), power)
        case "signed":
            return (Piece("sign", "⟨"), *pieces(token), Piece("sign", "⟩"))
        case "dual":
            return (Piece("letter", token[0]), Piece("sup", inside=(Piece("text", "*"),)))
        case "prime":
            return (Piece("text", "′" * len(token)),)
        case _:
            return (Piece("sign", {"times": "·", "minus": "−"}.get(kind) or SIGNS[token]),)


def _plain(found: list[Piece], text: str) -> None:
    for part in re.split(f"([{chr(FIRST)}-{chr(LAST)}])", text):
        if part:
            found.append(Piece("formula" if FIRST <= ord(part[0]) <= LAST else "text", part))


def _word(token: str, before: str, after: str, script: str) -> Iterable[Piece]:
    """A word or a letter, by what stands before and after it."""
    if token == "k0":
        return (Piece("letter", "k"), Piece("sub", inside=(Piece("text", "0"),)))
    if token in GREEK:
        return (Piece("letter", GREEK[token]),)
    sign = {
        "int": re.match(r"[_^ ]", after),
        "sum": re.match(r"[_^]| (?=\|)", after),
        "prod": re.match(r"[_^]| (?=Lambda|w_|\(\|)", after),
        "sqrt": re.match(r"\(", after),
        **dict.fromkeys(("exp", "log", "sign"), re.match(r"[(|]", after)),
        "infinity": script or re.search(r"(?:[=<>(] ?|-)$", before) or re.match(r"[)\]]", after),
        "inf": script == "sup",  # below, it is an infimum
    }
    if sign.get(token):
        return (Piece("sign", SIGNS[token]),)
    single = len(token) == 1 and (token not in "aAI" or script or _OPERATOR.match(after) is not None)
    if single and token in _TOLD and after[:1] == ")":
        single = _TOLD[token].search(before) is None
    return (Piece("letter" if single else "text", token),)


def _argument(text: str, at: int) -> tuple[str, int]:
    """What a _ or ^ applies to, without its brackets, and where the text goes on."""
    sign = text[at : at + 1] if text[at : at + 2] in ("-(", "-{") else ""
    start = at + len(sign)
    if text[start] in "({":
        depth = 0
        for i in range(start, len(text)):
            depth += (text[i] in "({") - (text[i] in ")}")
            if depth == 0:
                inner = text[start + 1 : i]
                return f"-({inner})" if sign else inner, i + 1
    match = _ARGUMENT.match(text, at)
    assert match is not None
    return match.group(), match.end()


def _meant(token: str, before: str, after: str) -> bool:
    """Whether an ID is used as one: it has a hyphen, comes with its verdict, or follows `claim`, `claims` or `see`."""
    judged = re.match(r" \((?:proved|refuted|supported|undecided|vacuous)\)", after)
    return (
        "-" in token
        or judged is not None
        or re.search(r"\b(?:claims?|see) (?:[\w`-]+(?:,| and| or) )*$", before) is not None
    )


def mentioned(text: str, claims: Collection[str]) -> tuple[str, ...]:
    """The claims that `text` names."""
    return tuple(piece.text for piece in pieces(text, claims) if piece.kind == "claim")


Formulas = Sequence[str]


def html(found: Sequence[Piece], formulas: Formulas = (), *, top: bool = True) -> str:
    """The pieces as HTML; `formulas` are the elements that the placeholders stand for."""
    write: Mapping[str, Callable[[Piece], str]] = {
        "letter": lambda p: f"<i>{p.text}</i>",
        "sub": lambda p: f"<sub>{html(p.inside, formulas, top=False)}</sub>",
        "sup": lambda p: f"<sup>{html(p.inside, formulas, top=False)}</sup>",
        "sign": lambda p: '<span class="sign">≠</span>' if p.text == "≠" else p.text,
        "code": lambda p: f"<code>{escape(p.text)}</code>",
        "claim": lambda p: f'<a href="#{p.text}">{p.text}</a>',
        "formula": lambda p: _formula(p, formulas),
    }
    parts: list[str] = []
    for i, piece in enumerate(found):
        shown = write[piece.kind](piece) if piece.kind in write else escape(piece.text, quote=False)
        bracket = i > 0 and found[i - 1].text[-1:] in tuple("⟩)|")
        raised = piece.kind in ("sub", "sup") and (bracket or any(inner.kind == "formula" for inner in piece.inside))
        if top and i > 0 and found[i - 1].kind == "formula" and shown[:1] in tuple(".,;:)"):
            parts[-1] = parts[-1].removesuffix("</span>") + shown[:1] + "</span>"  # no line begins with a comma
            shown = shown[1:]
        parts.append(JOINED + shown if raised else shown)
    joined = "".join(parts).replace("′(", f"′{JOINED}(")  # R'(x) and `m <= 1` stay on one line
    return _RELATION.sub("\xa0\\1\xa0", joined) if top else joined


def _formula(piece: Piece, formulas: Formulas) -> str:
    return formulas[ord(piece.text) - FIRST]


def latex(found: Sequence[Piece], formulas: Formulas = (), ids: Collection[str] = ()) -> str:
    """The pieces as LaTeX text (ASCII); the claims in `ids` are links."""

    def code(name: str) -> str:
        return rf"\texttt{{{layout.latex_words(name)}}}"

    def linked(name: str) -> str:
        broken = code(name).replace("-", r"-\allowbreak ")
        return rf"\hyperref[{name}]{{{broken}}}" if name in ids else code(name)

    def words(text: str) -> str:
        return layout.latex_words(text).replace("′", "'").replace("−", "-").replace("\xa0", "~")

    return _set(found, formulas, {"code": code, "claim": linked}, words)


def markdown(
    found: Sequence[Piece], formulas: Formulas, words: Callable[[str], str], dollars: Callable[[str], str]
) -> str:
    """The pieces as Markdown; `words` writes text, `dollars` a formula."""
    names: Callable[[str], str] = "`{}`".format
    return _set(found, formulas, {"code": names, "claim": names}, words, dollars)


def _set(
    found: Sequence[Piece],
    formulas: Formulas,
    names: Mapping[str, Callable[[str], str]],
    words: Callable[[str], str],
    dollars: Callable[[str], str] = "${}$".format,
) -> str:
    """Words with their formulas; `names` writes code and claims."""

    def simple(p: Piece) -> tuple[str, str, str]:
        if p.kind == "formula":
            return ("done", _formula(p, formulas), "")
        if p.kind in names:
            return ("done", names[p.kind](p.text), "")
        inside = prose_math.formula([simple(inner) for inner in p.inside], LATEX) if p.inside else ""
        return (p.kind, p.text, inside)

    return prose_math.latex([simple(p) for p in found], LATEX, words, dollars)
