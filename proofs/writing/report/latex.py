"""The report as a LaTeX document that compiles as it is (pdfLaTeX)."""

from __future__ import annotations

from collections.abc import Sequence

from .. import layout
from ..as_latex import body
from . import experiments
from .content import Content
from .sections import ABOUT, TITLE, sections

PREAMBLE = r"""\documentclass[10pt]{article}
\usepackage{amsmath,amssymb}
\usepackage[a4paper,margin=2.4cm]{geometry}
\usepackage{booktabs,longtable,array,graphicx}
\usepackage[hidelinks]{hyperref}
\setlength{\parindent}{0pt}
\setlength{\parskip}{4pt plus 2pt}
\setlength{\emergencystretch}{4em}
\title{%s}
\date{}
\begin{document}
\maketitle
"""


def document(content: Content, pictures: Sequence[str]) -> str:
    """The document; `pictures` are the names of the PDF files beside it."""
    studies = (experiments.file(study) for study in content.studies if study.picture is not None)
    parts = sections(content, dict.fromkeys((*pictures, *studies), ""))
    written = (PREAMBLE % TITLE) + body([*ABOUT, *parts], content.linked) + "\n\\end{document}\n"
    layout.plain_where_needed()
    return written.encode("ascii", "plain").decode("ascii")
