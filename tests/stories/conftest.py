"""Where the stories can be told, and how long each may take."""

import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.stories.length import LONG, PATIENCE

# kill -9 and fork are words of POSIX.
collect_ignore = ["test_kill.py"] if sys.platform == "win32" else []

settings.register_profile(
    "story",
    deadline=None,
    max_examples=500 if LONG else 50,
    derandomize=not LONG,
    stateful_step_count=40,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    print_blob=True,
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if LONG and Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.timeout(PATIENCE))
