"""An optional library, or one line that says how to get it."""

from __future__ import annotations

import importlib
from types import ModuleType

from ..symbolic.errors import InputError

EXTRAS = {"jax": "experiments", "optax": "experiments", "sklearn": "experiments", "distributed": "cluster"}


def need(name: str) -> ModuleType:
    """The module. Errors: InputError, with the command that installs it."""
    try:
        return importlib.import_module(name)
    except ImportError as missing:
        extra = EXTRAS.get(name.split(".")[0])
        remedy = f"pip install 'steepest-mirror[{extra}]'" if extra else f"pip install {name}"
        raise InputError("library", name, f"it is not installed: {remedy}") from missing
