"""Writes docs/reference.md from the docstrings: `python docs/generate_reference.py`."""

from __future__ import annotations

import ast
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "docs" / "reference.md"
PACKAGES = ("symbolic", "numeric_checks", "proofs")


def reference() -> str:
    """Every module's docstring, and the signature and docstring of what it offers."""
    parts = ["# Reference\n\nGenerated from the docstrings by `python docs/generate_reference.py`.\n"]
    for package in PACKAGES:
        for source in sorted((ROOT / package).rglob("*.py")):
            tree = ast.parse(source.read_text("utf-8"))
            words = ast.get_docstring(tree)
            if words:
                name = "steepest_mirror." + ".".join(source.relative_to(ROOT).with_suffix("").parts).removesuffix(
                    ".__init__"
                )
                parts.append(f"## `{name}`\n\n```text\n{words}\n```\n")
                parts += [entry(node) for node in tree.body if public(node)]
    return "\n".join(parts)


def public(node: ast.stmt) -> bool:
    """A documented function or class whose name has no underscore in front."""
    kinds = (ast.FunctionDef, ast.ClassDef)
    return isinstance(node, kinds) and not node.name.startswith("_") and ast.get_docstring(node) is not None


def entry(node: ast.stmt) -> str:
    """A line with the signature, and the docstring."""
    assert isinstance(node, ast.FunctionDef | ast.ClassDef)
    if isinstance(node, ast.FunctionDef):
        result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
        head = f"{node.name}({ast.unparse(node.args)}){result}"
    else:
        head = f"class {node.name}"
    return f"### `{head}`\n\n```text\n{ast.get_docstring(node)}\n```\n"


if __name__ == "__main__":
    TARGET.write_text(reference(), "utf-8")
