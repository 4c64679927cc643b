"""The till day: float, figures, count, proof, files for head office."""

from otop_pos.ui.day.screen import DayScreen

__all__ = ["DayScreen"]
