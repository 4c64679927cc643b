"""The till day: float, money in and out, figures, count, proof, files for head office."""

from otop_pos.ui.day.no_sale import NoSalePrompt, opening_told
from otop_pos.ui.day.screen import DayScreen

__all__ = ["DayScreen", "NoSalePrompt", "opening_told"]
