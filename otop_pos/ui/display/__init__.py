"""The customer's display: lines, total, code and change, and the makers' stories."""

from otop_pos.ui.display.join import join_display, open_display
from otop_pos.ui.display.window import CustomerDisplay

__all__ = ["CustomerDisplay", "join_display", "open_display"]
