"""The experiments by name, each loaded when it is asked for."""

from __future__ import annotations

import importlib

from ..experiment import Experiment

FILES = {"escape": "escape", "trial": "trial"}


def experiment(name: str) -> Experiment:
    """The experiment of that name, a key of FILES."""
    return importlib.import_module(f".{FILES[name]}", __package__).EXPERIMENT
