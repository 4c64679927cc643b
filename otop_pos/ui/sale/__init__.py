"""Selling: the bill, the payment, the return."""

from otop_pos.ui.sale.screen import SellScreen

__all__ = ["SellScreen"]
