"""Lists brought in from files, looked at before and taken back after."""

from otop_pos.ui.importing.page import ImportPage

__all__ = ["ImportPage"]
