"""A strict reader of the LaTeX that is pasted: balanced groups, environments and dollars, known commands only, no bare
specials, tables whose rows have the columns that they declare. Where pdfLaTeX is installed, it compiles too."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

KNOWN = """
    begin end toprule midrule bottomrule endhead cmidrule multicolumn noindent linewidth raggedright arraybackslash
    bigskip item displaystyle text textit texttt textbf textsubscript textsuperscript ensuremath mathrm
    textless textgreater textbar textasciicircum textasciitilde textbackslash
    frac sqrt log operatorname left right middle to ge le ne geq leq neq int prod sum langle rangle
    cdot quad qquad dot Bigl Bigr bigl bigr sim vee wedge infty ldots surd leftrightarrow in mid prime
    lambda Lambda mu alpha beta varepsilon epsilon eta sigma Gamma phi theta pi
    exp sin cos tan sinh cosh tanh asinh max min lim vert
"""
COMMANDS = {*re.findall(r"\w+", KNOWN), *",;! {}_&%$#[]|()\\\n"}
TEXT_SPECIALS = re.compile(r"(?<!\\)[_^#]")
WRAP = r"""\documentclass{article}
\usepackage{amsmath,amssymb,array,booktabs,longtable}
\begin{document}
%s
\end{document}
"""


def problems(source: str) -> list[str]:
    """What a strict reader objects to; empty if nothing."""
    text = "\n".join(re.sub(r"(?<!\\)%.*", "", line) for line in source.split("\n"))
    found = [] if text.isascii() else ["not ASCII: " + "".join(c for c in text if not c.isascii())]
    found += [f"unknown command \\{c}" for c in re.findall(r"\\([A-Za-z]+|.|\n)", text) if c not in COMMANDS]
    bare = re.sub(r"\\[^A-Za-z]", "", text)
    depth = 0
    for c in bare:
        depth += (c == "{") - (c == "}")
        if depth < 0:
            break
    if depth:
        found.append("unbalanced braces")
    opened: list[str] = []
    for kind, name in re.findall(r"\\(begin|end)\{(\w+)\}", text):
        if kind == "begin":
            opened.append(name)
        elif not opened or opened.pop() != name:
            found.append(f"\\end{{{name}}} closes nothing")
    found += [f"{name} is not closed" for name in opened]
    if text.count(r"\[") != len(re.findall(r"\\\](?!\w)", text)):
        found.append("display formulas do not match")
    if len(re.findall(r"\\left(?![a-z])", text)) != len(re.findall(r"\\right(?![a-z])", text)):
        found.append("\\left and \\right do not match")
    outside = outside_of_formulas(text)
    if outside is None:
        found.append("dollars do not match")
    elif TEXT_SPECIALS.search(outside):
        found.append(f"a bare special in text: {TEXT_SPECIALS.search(outside)!r}")
    return found + columns(text)


def outside_of_formulas(text: str) -> str | None:
    """The text outside $...$, \\[...\\] and \\ensuremath{...}; None where dollars do not pair."""
    text = re.sub(r"(?<!\\)\\\[.*?\\\]", "", text, flags=re.DOTALL)
    text = re.sub(r"\\ensuremath\{[^{}]*\}", "", text)
    text = re.sub(r"\\\$", "", text)
    parts = text.split("$")
    return None if len(parts) % 2 == 0 else "".join(parts[::2])


def columns(text: str) -> list[str]:
    """Rows of a table that have another number of cells than it declares."""
    found = []
    for kinds, body in re.findall(r"\\begin\{tabular\}\{(.*?)\}\n(.*?)\\end\{tabular\}", text, re.DOTALL):
        wide = len(re.findall(r"[lcrp]", re.sub(r"\{[^{}]*\}|linewidth", "", kinds)))
        for row in re.split(r"\\\\", re.sub(r"\\(?:top|mid|bottom)rule|\\cmidrule\(lr\)\{[\d-]+\}", "", body))[:-1]:
            inside = re.sub(r"\\begin\{cases\}.*?\\end\{cases\}", "", row, flags=re.DOTALL)
            spans = sum(int(n) - 1 for n in re.findall(r"\\multicolumn\{(\d+)\}", inside))
            cells = len(re.findall(r"(?<!\\)&", inside)) + 1 + spans
            if cells != wide:
                found.append(f"{cells} cells for {wide} columns: {row.strip()[:60]}")
    return found


def compiled(source: str, folder: Path) -> str:
    """The errors of pdfLaTeX on the source in a document of its own; empty if none or not installed."""
    if shutil.which("pdflatex") is None:
        return ""
    (folder / "pasted.tex").write_text(WRAP % source, "ascii")
    command = ["pdflatex", "-interaction=nonstopmode", "-halt-on-error", "pasted.tex"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, errors="replace", timeout=120)
    return "" if done.returncode == 0 else "\n".join(done.stdout.splitlines()[-25:])
