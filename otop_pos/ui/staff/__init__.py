"""The people at the till."""

from otop_pos.ui.staff.approver import Approver
from otop_pos.ui.staff.idle_watch import IdleWatch
from otop_pos.ui.staff.lock import Lock, missed_scans

__all__ = ["Approver", "IdleWatch", "Lock", "missed_scans"]
