"""The site builds without a warning, loads nothing from elsewhere, and its links lead somewhere, both ways."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    pytest.importorskip("mkdocs")
    pytest.importorskip("latex2mathml")
    pytest.importorskip("matplotlib")
    folder = tmp_path_factory.mktemp("site")
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    blocked = {"http_proxy": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9", "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, **blocked}, capture_output=True, text=True, timeout=600)
    assert done.returncode == 0, done.stdout + done.stderr
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*.html")}


def test_no_page_loads_anything_from_elsewhere(site):
    for name, page in site.items():
        loaded = re.findall(r'<(?:script|img|link|iframe)[^>]*?(?:src|href)="([^"]+)"', page)
        assert loaded and not [link for link in loaded if link.startswith(("http", "//"))], name


def test_links_within_the_site_lead_to_pages_and_anchors(site):
    missing = set()
    for name, page in site.items():
        if name == "404.html":  # its links are from the root
            continue
        for link in re.findall(r'<a[^>]* href="([^"]+)"', page):
            if re.match(r"[a-z]+:", link):
                continue
            path, _, anchor = link.partition("#")
            target = (Path("/") / name).parent.joinpath(path).resolve().as_posix()[1:] if path else name
            if target.endswith(".html") or not path:
                found = site.get(target, "")
                if not found or (anchor and f'id="{anchor}"' not in found):
                    missing.add((name, link))
    assert not missing


def test_theory_and_reference_are_linked_both_ways(site):
    theory, symbolic = site["theory.html"], site["reference/symbolic.html"]
    assert 'href="reference/symbolic.html#symbolic-product-metric"' in theory
    assert 'href="../theory.html#section-3"' in symbolic and 'id="section-11-8"' in theory


def test_formulas_are_mathml_and_none_is_left(site):
    theory = site["theory.html"]
    assert theory.count("<math") > 200 and "<merror" not in theory
    for name, page in site.items():
        words = re.sub(r"<(pre|code|script|math)\b.*?</\1>", "", page, flags=re.DOTALL)
        assert not re.search(r"\$[^$<]+\$|FORMULA\d+END", words), name


def test_the_reference_holds_every_public_name_and_module(site):
    import steepest_mirror as sm

    library = site["reference/index.html"]
    symbols = {"L", "alpha", "g", "lam", "p", "q", "u", "x", "y"}
    assert all(f'id="{name}"' in library for name in set(sm.__all__) - symbols)
    for package in ("symbolic", "numeric_checks", "proofs"):
        modules = [p for p in (ROOT / package).rglob("*.py") if p.name != "__init__.py"]
        assert site[f"reference/{package}.html"].count("<h2 id=") >= len(modules)


def test_the_gallery_shows_every_picture(site):
    from steepest_mirror.proofs.writing.pictures import PICTURES

    assert all(f'src="pictures/{name}.svg"' in site["gallery.html"] for name in PICTURES)
