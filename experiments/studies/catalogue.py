"""The experiments by name, each loaded when it is asked for."""

from __future__ import annotations

import importlib

from ..experiment import Experiment

FILES = {n: n for n in ("escape", "margins", "decay", "balance", "finetuning", "others", "trial")}


def experiment(name: str) -> Experiment:
    """The experiment of that name, a key of FILES."""
    return importlib.import_module(f".{FILES[name]}", __package__).EXPERIMENT
