"""The report as one HTML page that loads nothing: formulas as MathML, pictures as inline SVG, style in the page."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files

from ..as_html import page as written
from . import experiments
from .content import Content
from .sections import ABOUT, TITLE, sections


def page(content: Content, pictures: Mapping[str, str]) -> str:
    """The page; `pictures` are SVG elements by name."""
    studies = {experiments.file(s): s.picture.decode("utf-8") for s in content.studies if s.picture is not None}
    parts = sections(content, {**pictures, **studies})
    style = files(__package__).joinpath("style.css").read_text("utf-8")
    links = "".join(f'<li><a href="#{part.anchor}">{part.title}</a></li>' for part in parts)
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{TITLE}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{TITLE}</h1>\n{written(ABOUT, content.ids)}\n</header>\n"
        f'<nav aria-label="Sections"><ul>{links}</ul></nav>\n<main>\n'
        f"{written(parts, content.linked)}\n</main>\n</body>\n</html>\n"
    )
