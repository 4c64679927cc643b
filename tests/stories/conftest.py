"""How long the stories are, and where they can be told."""

import os
import sys

from hypothesis import HealthCheck, settings

LONG = bool(os.environ.get("OTOP_POS_LONG_STORIES"))
"""Set it before a release: ten times the kills, sales and steps."""

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
