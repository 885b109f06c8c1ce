"""The notebooks run from top to bottom, and show what they keep (seconds and the bytes of pictures aside)."""

from __future__ import annotations

import importlib.util
import json
import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "notebooks"
_spec = importlib.util.spec_from_file_location("notebooks", FOLDER.parent / "site" / "notebooks.py")
assert _spec is not None and _spec.loader is not None
notebooks = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(notebooks)
NAMES = ("forms", "judging", "optimizer")


def lasting(outputs: list[dict]) -> list[dict]:
    """What is printed and the plain values; not times, radii, nor how an object lays itself out in a page."""
    laid_out = {"image/svg+xml", "text/html", "text/latex"}
    kept = [
        {**o, "data": sorted(o["data"]) if laid_out & set(o["data"]) else o["data"]} if "data" in o else o
        for o in outputs
    ]
    changing = r"\d+\.\d\d(?=\s*s\))|\b\d\.\d+e-\d+|0x[0-9a-f]+|\d+(?=, textbook)|\d+(?= rule app)"
    return json.loads(re.sub(changing, "#", json.dumps(kept)))


def test_there_are_three():
    assert sorted(path.stem for path in FOLDER.glob("*.ipynb")) == list(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_it_runs_and_shows_what_it_keeps(name):
    pytest.importorskip("matplotlib")
    notebook = json.loads((FOLDER / f"{name}.ipynb").read_text("utf-8"))
    kept = [cell["outputs"] for cell in notebook["cells"] if cell["cell_type"] == "code"]
    made = notebooks.run(notebook)
    assert len(made) == len(kept) >= 5
    for new, old in zip(made, kept, strict=True):
        assert lasting(new) == lasting(old)


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_notebook_of_format_4(name):
    notebook = json.loads((FOLDER / f"{name}.ipynb").read_text("utf-8"))
    assert (notebook["nbformat"], notebook["nbformat_minor"]) == (4, 5)
    ids = [cell["id"] for cell in notebook["cells"]]
    assert len(set(ids)) == len(ids) and notebook["cells"][0]["source"][0].startswith("# ")
    keys = {"cell_type", "id", "metadata", "source", "execution_count", "outputs"}
    assert all(set(cell) <= keys and isinstance(cell["source"], list) for cell in notebook["cells"])


def test_a_cell_that_fails_fails():
    cells = [{"cell_type": "code", "source": ["1/0"]}]
    with pytest.raises(ZeroDivisionError):
        notebooks.run({"cells": cells})


def test_outputs_are_what_is_printed_and_the_last_value():
    (found,) = notebooks.run({"cells": [{"cell_type": "code", "source": ["print('a')\n", "1 + 1"]}]})
    assert found[0]["text"] == ["a\n"] and found[1]["data"]["text/plain"] == ["2"]
