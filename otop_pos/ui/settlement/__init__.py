"""Settling with the producers: statements, vouchers, payments and their papers."""

from otop_pos.ui.settlement.screen import SettlementScreen

__all__ = ["SettlementScreen"]
