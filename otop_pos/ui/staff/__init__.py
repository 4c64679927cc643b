"""The people at the till."""

from otop_pos.ui.staff.approver import Approver
from otop_pos.ui.staff.idle_watch import IdleWatch
from otop_pos.ui.staff.lock import Lock, missed_scans
from otop_pos.ui.staff.people_panel import PeoplePanel
from otop_pos.ui.staff.rights_panel import RightsPanel

__all__ = ["Approver", "IdleWatch", "Lock", "PeoplePanel", "RightsPanel", "missed_scans"]
