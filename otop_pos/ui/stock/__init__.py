"""What lies on the shelf, lot by lot."""

from otop_pos.ui.stock.screen import StockScreen

__all__ = ["StockScreen"]
