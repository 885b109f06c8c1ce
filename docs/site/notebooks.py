"""The notebooks: run cell by cell in a fresh namespace, as pages of the site, and written back with their outputs.

    python docs/site/notebooks.py        runs them all and keeps their outputs in the files

A cell's outputs are what it prints and the value of its last expression, as that value shows itself.
"""

from __future__ import annotations

import ast
import contextlib
import io
import json
import re
import sys
from html import escape
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parents[1] / "notebooks"
KINDS = (("_repr_html_", "text/html"), ("_repr_latex_", "text/latex"))


def run(notebook: dict[str, Any]) -> list[list[dict[str, Any]]]:
    """The outputs of each code cell. Errors: whatever a cell raises."""
    space: dict[str, Any] = {"__name__": "__main__"}
    return [outputs("".join(cell["source"]), space) for cell in notebook["cells"] if cell["cell_type"] == "code"]


def outputs(source: str, space: dict[str, Any]) -> list[dict[str, Any]]:
    """What one cell prints and shows."""
    tree, found = ast.parse(source), []
    last = tree.body.pop().value if tree.body and isinstance(tree.body[-1], ast.Expr) else None  # type: ignore[attr-defined]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(tree, "cell", "exec"), space)
        value = None if last is None else eval(compile(ast.Expression(last), "cell", "eval"), space)
    if printed.getvalue():
        found.append({"output_type": "stream", "name": "stdout", "text": lines(printed.getvalue())})
    if value is not None:
        data = {kind: lines(shown) for name, kind in KINDS if (shown := _asked(value, name))}
        if hasattr(value, "savefig"):
            from steepest_mirror.proofs.writing.pictures.style import written

            data["image/svg+xml"] = lines(written(value, "svg").decode("utf-8"))
        data["text/plain"] = lines(repr(value))
        found.append({"output_type": "execute_result", "metadata": {}, "execution_count": None, "data": data})
    return found


def _asked(value: Any, name: str) -> str | None:
    method = getattr(value, name, None)
    return method() if callable(method) else None


def lines(text: str) -> list[str]:
    return text.splitlines(keepends=True)


def pages() -> dict[str, str]:
    """Each notebook as a page of the site, from the outputs that it keeps."""
    return {f"notebooks/{path.stem}.md": page(json.loads(path.read_text("utf-8"))) for path in FOLDER.glob("*.ipynb")}


def page(notebook: dict[str, Any]) -> str:
    """Words, code and outputs as Markdown."""
    parts = []
    for cell in notebook["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            parts.append(source)
            continue
        parts.append(f"```python\n{source}\n```")
        for output in cell["outputs"]:
            parts.append(f'<div class="output" markdown="0">\n{shown(output)}\n</div>')
    return "\n\n".join(parts) + "\n"


def shown(output: dict[str, Any]) -> str:
    """One output as HTML."""
    if output["output_type"] == "stream":
        return _pre("".join(output["text"]))
    data = {kind: "".join(text) for kind, text in output["data"].items()}
    if "image/svg+xml" in data:
        return re.sub(r"^.*?(?=<svg)", "", data["image/svg+xml"], flags=re.DOTALL)
    if "text/html" in data:
        return data["text/html"]
    if "text/latex" in data:
        return data["text/latex"]
    return _pre(data["text/plain"])


def _pre(text: str) -> str:
    return f"<pre>{escape(text, quote=False).replace('$', '&#36;')}</pre>"


def main() -> None:
    """Runs the notebooks and keeps their outputs."""
    for path in sorted(FOLDER.glob("*.ipynb")):
        notebook = json.loads(path.read_text("utf-8"))
        results = iter(run(notebook))
        for number, cell in enumerate((c for c in notebook["cells"] if c["cell_type"] == "code"), 1):
            cell["outputs"], cell["execution_count"] = next(results), number
        path.write_text(json.dumps(notebook, indent=1, ensure_ascii=False) + "\n", "utf-8")
        print(f"{path.name}: {number} cells", file=sys.stderr)


if __name__ == "__main__":
    main()
