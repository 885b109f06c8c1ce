"""MkDocs calls these while it builds: pages that are generated, formulas as MathML, links to sources as references.

A page may hold $...$ and $$...$$; they become MathML here, so that no script is loaded from anywhere. Links from the
pages to source files lead to the reference of their modules, and citations there ("theory: section 4") lead back.
"""

from __future__ import annotations

import posixpath
import re
import sys
from html import escape
from pathlib import Path
from typing import Any

from latex2mathml.converter import convert
from mkdocs.structure.files import File, Files

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
sys.path.insert(0, str(HERE))

import notebooks  # noqa: E402
import reference  # noqa: E402

STYLE = """
math { font-size: 1.05em; }
math[display="block"] { margin: .8em 0; overflow-x: auto; overflow-y: hidden; }
pre { white-space: pre; overflow-x: auto; }
figure img { width: 100%; max-width: 34rem; background: #fff; padding: .5rem; }
.gallery figure { margin: 0 0 2rem; }
table { display: block; overflow-x: auto; }
.output { border-left: 3px solid #8b8c8d; padding-left: .8rem; margin-bottom: 1.2rem; overflow-x: auto; }
"""
CODE = re.compile(r"(^```.*?^```$|`[^`\n]+`)", re.MULTILINE | re.DOTALL)
MATH = re.compile(r"\$\$(.+?)\$\$|(?<![\\$])\$([^$\n]+?)\$", re.DOTALL)
_formulas: dict[str, list[str]] = {}


def on_files(files: Files, config: Any) -> Files:
    """Adds the pages that are made from the sources."""
    pages = {"index.md": home(), "gallery.md": gallery(), "style.css": STYLE, **reference.pages(), **notebooks.pages()}
    pages |= {f"pictures/{name}.svg": svg for name, svg in pictures().items()}
    for path, content in pages.items():
        files.append(File.generated(config, path, content=content))
    return files


def on_page_markdown(markdown: str, page: Any, **_: Any) -> str:
    """Takes the formulas out, so that no _ or * in them is read as emphasis, and leads the links to the reference."""
    kept = _formulas.setdefault(page.file.src_uri, [])
    kept.clear()

    def formula(match: re.Match[str]) -> str:
        block, inline = match.groups()
        kept.append(mathml(block or inline, display=block is not None))
        return f"FORMULA{len(kept) - 1}END"

    parts = CODE.split(re.sub(r'<a id="([\w-]+)"></a>\n## (.*)', r"## \2 { #\1 }", markdown))
    text = "".join(part if i % 2 else MATH.sub(formula, part) for i, part in enumerate(parts))
    return linked(text, page.file.src_uri)


def on_page_content(html: str, page: Any, **_: Any) -> str:
    """Puts the formulas back."""
    kept = _formulas[page.file.src_uri]
    return re.sub(r"FORMULA(\d+)END", lambda m: kept[int(m.group(1))], html)


def mathml(source: str, *, display: bool = False) -> str:
    """LaTeX as MathML; a broken formula ends the build."""
    shown = convert(source.strip(), display="block" if display else "inline")
    brackets = {"&#x027E8;": "⟨", "&#x027E9;": "⟩"}
    for code, sign in brackets.items():
        shown = shown.replace(f"<mi>{code}</mi>", f'<mo stretchy="false">{sign}</mo>')
    bar = '<mo stretchy="false">&#x0007C;</mo>'
    return shown.replace(bar, '<mo stretchy="false" lspace="0" rspace="0">|</mo>')


def linked(text: str, page: str) -> str:
    """Links to source files as links to their modules in the reference; to other files of the project as names."""

    def target(match: re.Match[str]) -> str:
        label, link = match.groups()
        if re.match(r"[a-z]+:|#", link):
            return match.group()
        path = posixpath.normpath(posixpath.join("docs", posixpath.dirname(page), link.partition("#")[0]))
        if path.startswith("docs/"):
            return match.group()
        found = reference.anchor(path)
        if found is None:
            return label
        return f"[{label}]({posixpath.relpath(found, posixpath.dirname(page) or '.')})"

    return re.sub(r"(?<!!)\[([^\]\n]+)\]\(([^)\s]+)\)", target, text)


def home() -> str:
    """The README, its links as they are from docs/."""
    text = (ROOT / "README.md").read_text("utf-8")
    text = re.sub(r"\]\((?![a-z]+:|#)([^)]+)\)", lambda m: f"]({posixpath.relpath(m.group(1), 'docs')})", text)
    return text.replace('src="docs/', 'src="')


def pictures() -> dict[str, str]:
    """Every picture of `plot`, drawn; empty without matplotlib."""
    from steepest_mirror.proofs.writing.pictures import PICTURES, available, draw
    from steepest_mirror.proofs.writing.pictures.style import written

    return {name: written(draw(name), "svg").decode("utf-8") for name in PICTURES} if available() else {}


def gallery() -> str:
    """The pictures with their captions, the command that makes each, and the claims that it shows."""
    from steepest_mirror.proofs.writing.pictures import PICTURES

    parts = [
        "# Gallery\n\nEvery curve is computed, every point lies on a certified trajectory. `plot NAME --output FILE`"
        " writes SVG, PDF, PNG, or the data as CSV.\n"
    ]
    for name, picture in PICTURES.items():
        claims = ", ".join(f"`{claim}`" for claim in picture.claims)
        parts.append(
            f'## {picture.title} {{ #{name} }}\n\n<figure><img src="pictures/{name}.svg" alt="{escape(picture.title)}">'
            f"</figure>\n\n{escape(picture.caption, quote=False)}\n\n"
            f"```\nsteepest-mirror plot {name} --output {name}.svg\n```\n\nClaims: {claims}\n"
        )
    return "\n".join(parts)
