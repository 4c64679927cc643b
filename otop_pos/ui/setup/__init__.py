"""The first start: a demo shop to look around in, or a shop of one's own."""

from otop_pos.ui.setup.window import SetupWindow

__all__ = ["SetupWindow"]
