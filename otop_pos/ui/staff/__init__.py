"""The people at the till."""

from otop_pos.ui.staff.approver import Approver
from otop_pos.ui.staff.chooser import StaffChooser

__all__ = ["Approver", "StaffChooser"]
