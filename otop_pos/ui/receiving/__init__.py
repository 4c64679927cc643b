"""Taking goods in from their makers."""

from otop_pos.ui.receiving.screen import ReceivingScreen

__all__ = ["ReceivingScreen"]
