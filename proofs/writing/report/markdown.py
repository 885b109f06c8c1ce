"""The report as Markdown, its pictures as SVG files beside it."""

from __future__ import annotations

from collections.abc import Sequence

from ..as_markdown import markdown
from . import experiments
from .content import Content
from .sections import ABOUT, TITLE, sections


def document(content: Content, pictures: Sequence[str]) -> str:
    """The document; `pictures` are the names of the SVG files beside it."""
    studies = (experiments.file(study) for study in content.studies if study.picture is not None)
    parts = sections(content, dict.fromkeys((*pictures, *studies), ""))
    return f"# {TITLE}\n\n{markdown([*ABOUT, *parts])}"
