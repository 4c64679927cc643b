"""What lies on the shelf, lot by lot, and all that is done with it."""

from otop_pos.ui.stock.screen import StockScreen

__all__ = ["StockScreen"]
