"""How long the stories are: short for every change, ten times as long before a release."""

import os

LONG = bool(os.environ.get("OTOP_POS_LONG_STORIES"))
PATIENCE = 3_600 if LONG else 110
"""Seconds that one story may take."""
