"""The reference, from the docstrings: the library's public names on one page, the modules of a package on another."""

from __future__ import annotations

import ast
import inspect
import re
from html import escape
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("symbolic", "numeric_checks", "proofs")
FIELDS = ("Formula", "Arguments", "Returns", "Errors", "Source")
Node = ast.FunctionDef | ast.ClassDef


def pages() -> dict[str, str]:
    """The pages of the reference by path."""
    return {"reference/index.md": library(), **{f"reference/{name}.md": package(name) for name in PACKAGES}}


def anchor(path: str) -> str | None:
    """Where the reference treats a source file, or None where it does not."""
    name = path.partition("/")[0]
    if name not in PACKAGES or not path.endswith(".py") or not (ROOT / path).exists():
        return None
    return f"reference/{name}.md#{slug(path)}"


def slug(path: str) -> str:
    return re.sub(r"[/_.]+", "-", path.removesuffix(".py").removesuffix("/__init__"))


# The library


def library() -> str:
    """Every public name: signature, docstring by its fields, its example."""
    import steepest_mirror as sm

    parts = ["# The library\n", words(sm.__doc__ or ""), "Every example below is run by the tests.\n"]
    for name in sm.__all__:
        value = getattr(sm, name)
        if not (inspect.isclass(value) or inspect.isroutine(value)):
            continue
        parts.append(f"## `{name}` {{ #{name} }}\n")
        parts.append(code(signature(name, value)))
        parts.append(docstring(inspect.getdoc(value) or ""))
        if inspect.isclass(value):
            for inner, method in inspect.getmembers(value, lambda m: inspect.isfunction(m) or isinstance(m, property)):
                told = inspect.getdoc(method)
                if not inner.startswith("_") and told and inner in vars(value):
                    head = inner if isinstance(method, property) else signature(inner, method)
                    parts.append(f"### `{name}.{inner}` {{ #{name}-{inner} }}\n")
                    parts.append(code(head) + docstring(told))
    return "\n".join(parts)


def signature(name: str, value: object) -> str:
    try:
        shown = str(inspect.signature(value))  # type: ignore[arg-type]
    except (TypeError, ValueError):
        return name
    shown = re.sub(r"(?:\w+\.)+(\w+)", r"\1", shown.replace("'", ""))
    return f"{name}{shown}" if len(name + shown) < 100 else f"{name}(\n    " + ",\n    ".join(split(shown)) + ")"


def split(shown: str) -> list[str]:
    """The arguments of a signature, one each."""
    inner, depth, found = shown.rpartition(")")[0].lstrip("("), 0, [""]
    for c in inner:
        depth += (c in "[(") - (c in "])")
        if c == "," and depth == 0:
            found.append("")
        else:
            found[-1] += c
    return [part.strip() for part in found]


def docstring(text: str) -> str:
    """The first sentence, the fields as a list, the example as code."""
    body, _, example = text.partition("\n>>> ")
    for field in FIELDS:
        body = re.sub(rf"(?:^|(?<=\s)){field}: ", f"\n\n@{field}@ ", body)
    blocks = []
    for block in re.split(r"\n\s*\n", body):
        filled = " ".join(block.split())
        match = re.match(r"@(\w+)@ (.*)", filled)
        blocks.append(f"**{match.group(1)}.** {words(match.group(2))}" if match else words(filled))
    shown = "\n\n".join(filter(None, blocks)) + "\n"
    return shown + ("\n" + code(">>> " + example, "pycon") if example else "")


# The packages


def package(name: str) -> str:
    """Every module of a package: its docstring, and what it offers."""
    parts = [f"# {name}\n", f"The modules of `steepest_mirror.{name}`, from their docstrings.\n"]
    for source in sorted((ROOT / name).rglob("*.py")):
        tree = ast.parse(source.read_text("utf-8"))
        told = ast.get_docstring(tree)
        if told:
            path = source.relative_to(ROOT).as_posix()
            module = "steepest_mirror." + path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            parts.append(f"## `{module}` {{ #{slug(path)} }}\n\n{preformatted(told)}")
            parts += [entry(node) for node in tree.body if public(node)]
    return "\n".join(parts)


def public(node: ast.stmt) -> bool:
    """A documented function or class whose name has no underscore in front."""
    return (
        isinstance(node, ast.FunctionDef | ast.ClassDef)
        and not node.name.startswith("_")
        and ast.get_docstring(node) is not None
    )


def entry(node: ast.stmt) -> str:
    """The signature, and the docstring."""
    assert isinstance(node, ast.FunctionDef | ast.ClassDef)
    head = f"class {node.name}"
    if isinstance(node, ast.FunctionDef):
        result = f" -> {ast.unparse(node.returns)}" if node.returns else ""
        head = f"{node.name}({ast.unparse(node.args)}){result}"
    return f"**`{head}`**\n\n{preformatted(ast.get_docstring(node) or '')}"


# Words


CITED = re.compile(r"(theory(?:\.md)?[:,]?\s+sections?\s+)(\d+(?:\.\d+)?)")


def words(text: str) -> str:
    """Words for Markdown, with links from citations to the theory."""
    safe = re.sub(r"([\\`*_\[\]$])", r"\\\1", text).replace("<", "&lt;").replace("\\$", "&#36;")
    return CITED.sub(lambda m: f"[{m.group()}](../theory.md#section-{m.group(2).replace('.', '-')})", safe)


def preformatted(text: str) -> str:
    """Words as they stand, with links from citations to the theory."""
    shown = CITED.sub(
        lambda m: f'<a href="../theory.html#section-{m.group(2).replace(".", "-")}">{m.group()}</a>',
        escape(text, quote=False).replace("$", "&#36;"),
    )
    return "<pre>" + re.sub(r"\n(?=\s*\n)", "\n&#8203;", shown) + "</pre>\n"


def code(text: str, language: str = "python") -> str:
    return f"```{language}\n{text}\n```\n"
