"""No test touches the kept verdicts of the user or fails because the machine is busy; what tests count is summed up."""

from collections import Counter

import pytest
from hypothesis import settings

settings.register_profile("project", deadline=None, print_blob=True)
settings.load_profile("project")


@pytest.fixture(autouse=True)
def own_cache(tmp_path, monkeypatch):
    monkeypatch.setenv("STEEPEST_MIRROR_CACHE", str(tmp_path / "cache"))


def pytest_terminal_summary(terminalreporter):
    """The sums of what the passed tests counted, and over how many of them."""
    counts, tests = Counter(), Counter()
    for report in terminalreporter.getreports("passed"):
        for name, number in report.user_properties if report.when == "call" else ():
            counts[name] += number
            tests[name] += 1
    for name in sorted(counts):
        terminalreporter.write_line(f"{counts[name]:9,} {name} ({tests[name]} tests)")
