"""The people at the till."""

from otop_pos.ui.staff.chooser import StaffChooser

__all__ = ["StaffChooser"]
