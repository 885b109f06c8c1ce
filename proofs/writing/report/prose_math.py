r"""The formulas among words as LaTeX: letters, indices, signs and what stands between them are one $...$.

`|y|^(1-m) as y -> infinity` is $|y|^{1-m}$ as $y \to \infty$: a prime, a minus, a differential are those of formulas.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

MATH = ("letter", "sub", "sup", "sign")
DIFFERENTIAL = re.compile(r"d[a-zFMR]")
BETWEEN = re.compile(r"[\s\d+=<>/(),|*-]*")
BEFORE = re.compile(
    r"(?<![\w.])(?:\d+(?:/| [<=>] ))?(?:[(|\[]|-(?=[(|\[]*$))+$|(?<![\w.])\d+(?:/| [<=>] )$"
)  # what opens the formula
NUMBER_BEFORE = re.compile(r"(?<![\w.])(?:[(/]|\d+(?:\.\d+)?)+\s?$")
AFTER = re.compile(r"(?:\(\d+\)|[)|\]]|\s?[=<>/+-]\s?(?=\d)|(?<=[=<>/+-])\d+(?:\.\d+)?|(?<=[=<>/+-]\s)\d+(?:\.\d+)?)+")
OPENING = re.compile(r"[(\[](?:\d+(?: [-+*/] | |/|\*))*$")  # a bracket, and numbers in it
NUMBER_AFTER = re.compile(r"\s?\d+(?:/\d+)?(?![\d.]*\w)")

PLAIN = {
    **{c: "\\" + c for c in "&%#_${}"},
    "′": "'",
    "−": "-",
    "\xa0": "~",
    "·": r"\cdot ",
    "\\": r"\backslash ",
    "~": r"\sim ",
    "^": r"\wedge ",
}


def latex(
    found: Sequence[tuple[str, str, str]],
    symbols: Mapping[str, str],
    words: Callable[[str], str],
    dollars: Callable[[str], str] = "${}$".format,
) -> str:
    """The pieces, each (kind, text, its inside as LaTeX for math mode), as text with formulas among it.

    `symbols` are the commands of letters and signs, `words` writes text, `dollars` a formula; a piece of kind `done` is
    written already.
    """
    parts: list[tuple[bool, str]] = []  # whether it is a formula, and its LaTeX or the text
    for run in _runs(found):
        if run[0][0] in ("done", "text") and not _is_math(run[0]):
            parts.append((False, run[0][1] if run[0][0] == "text" else chr(0) + run[0][1]))
        else:
            parts.append((True, formula(run, symbols)))
    return "".join(_joined(parts, words, dollars))


def formula(run: Sequence[tuple[str, str, str]], symbols: Mapping[str, str]) -> str:
    """Pieces that are one formula, as LaTeX for math mode."""
    shown, raised = "", ""  # what stood last: an index or an exponent must not follow its like
    for n, (kind, text, inside) in enumerate(run):
        match kind:
            case "sub" | "sup":
                if kind == "sub":  # two indices
                    inside = re.sub(r"\\text\{([a-z])([a-z])\}", r"\1,\2", inside)
                again = raised == kind or (raised == "prime" and kind == "sup" and shown.endswith("}"))
                shown += f"{'{}' * again}{'_' if kind == 'sub' else '^'}{{{inside}}}"
                raised = kind
            case "letter" | "sign":
                name = symbols.get(text, text)
                shown, raised = shown + name + (" " if name.startswith("\\") else ""), ""
            case "done":
                shown, raised = shown + text.strip("$"), ""
            case _ if text and set(text) == {"′"}:
                shown, raised = shown + ("{}" if raised == "sup" else "") + "'" * len(text), "prime"
            case _ if not text.strip():
                sides = [*run[n - 1 : n], *run[n + 1 : n + 2]]
                shown, raised = shown + (" " if any(side[0] == "sign" for side in sides) else r" \, "), ""
            case _ if re.search("[A-Za-z]{2,}", text) and not DIFFERENTIAL.fullmatch(text):
                shown, raised = shown + rf"\text{{{_plain(text)}}}", ""
            case _:
                spaced = shown[-1:] in tuple(")' }") and not shown.endswith(r"\, ")
                before = r"\, " if DIFFERENTIAL.fullmatch(text) and spaced else ""
                shown, raised = shown + before + _plain(text), ""
    return re.sub(
        r"(\\(?:int|sum|prod)\b *(?:_\{[^{}]*\})?(?:\^\{[^{}]*\})?) \\,", r"\1", re.sub("  +", " ", shown)
    ).strip()


def _plain(text: str) -> str:
    return "".join(PLAIN.get(c, c) for c in text)


def _is_math(piece: tuple[str, str, str]) -> bool:
    kind, text, _ = piece
    return kind in MATH or (kind == "text" and (set(text) == {"′"} or DIFFERENTIAL.fullmatch(text) is not None))


def _runs(found: Sequence[tuple[str, str, str]]) -> Iterator[Sequence[tuple[str, str, str]]]:
    """Runs of pieces that are one formula, and every other piece alone."""
    at = 0
    while at < len(found):
        end = at + 1
        if _is_math(found[at]):
            open_brackets = 0
            for k in range(at + 1, len(found)):
                kind, text, _ = found[k]
                if _is_math(found[k]):
                    end = k + 1
                elif kind != "text" or not BETWEEN.fullmatch(text):
                    break
                else:
                    before, comma, _ = text.partition(", ")
                    if comma and open_brackets + _opened(before) <= 0:  # x = 1, y = 2 are two formulas, R(x, y) is one
                        break
                    open_brackets += _opened(text)
        yield found[at:end]
        at = end


def _opened(text: str) -> int:
    return sum((c in "([") - (c in ")]") for c in text)


def _joined(parts: list[tuple[bool, str]], words: Callable[[str], str], dollars: Callable[[str], str]) -> Iterator[str]:
    """Words and formulas; a bracket or a number that belongs to a formula is taken into it."""
    texts = [said for _, said in parts]
    for k, (is_formula, _) in enumerate(parts):
        if not is_formula:
            continue
        if k and not parts[k - 1][0] and not texts[k - 1].startswith(chr(0)):
            starts_with_sign = re.match(r"\\(?:le|ge|ne|to|cdot)\b|[-+=<>] ", texts[k])
            taken = (NUMBER_BEFORE if starts_with_sign else BEFORE).search(texts[k - 1])
            if taken:
                texts[k - 1], texts[k] = texts[k - 1][: taken.start()], taken.group().replace("\xa0", " ") + texts[k]
        if k + 1 < len(parts) and not parts[k + 1][0] and not texts[k + 1].startswith(chr(0)):
            ends_with_sign = re.search(r"(?:\\(?:le|ge|ne|to|cdot)|-)$", texts[k])
            taken = (NUMBER_AFTER if ends_with_sign else AFTER).match(texts[k + 1])
            if taken and taken.group().strip():
                texts[k], texts[k + 1] = texts[k] + taken.group(), texts[k + 1][taken.end() :]
        _balanced(texts, k)
    text = ""  # written in one go: a sign is escaped by what follows it
    for (is_formula, _), said in zip(parts, texts, strict=True):
        if not is_formula and not said.startswith(chr(0)):
            text += said
            continue
        yield words(text)
        yield dollars(said.strip()) if is_formula else said[1:]
        text = ""
    yield words(text)


def _balanced(texts: list[str], k: int) -> None:
    """Gives a bracket whose other one stands among the words to the words, or takes that one into the formula."""
    opened = closed = 0  # without the other one
    for c in texts[k]:
        closed += c in ")]" and not opened
        opened += (c in "([") - (c in ")]" and opened > 0)
    before, after = texts[k - 1] if k else "", texts[k + 1] if k + 1 < len(texts) else ""
    while closed and (taken := OPENING.search(before)):
        texts[k], before, closed = taken.group() + texts[k], before[: taken.start()], closed - 1
    while opened and after[:1] in tuple(")]"):
        texts[k], after, opened = texts[k] + after[0], after[1:], opened - 1
    while closed and texts[k][-1:] in tuple(")]"):
        texts[k], after, closed = texts[k][:-1], texts[k][-1] + after, closed - 1
    while opened and texts[k][:1] in tuple("(["):
        texts[k], before, opened = texts[k][1:], before + texts[k][0], opened - 1
    if k:
        texts[k - 1] = before
    if k + 1 < len(texts):
        texts[k + 1] = after
