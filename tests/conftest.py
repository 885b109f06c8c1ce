"""No test reads or writes the user's kept verdicts."""

import pytest


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(tmp_path / "cache"))
