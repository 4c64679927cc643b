"""What a second person is asked to allow, and the answer that the books keep."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from otop_pos.domain.right import Right

VALID_FOR = timedelta(minutes=10)
"""For acts at once. An approval for a bill stays with the bill, also while it is held."""


@dataclass(frozen=True, slots=True)
class Ask:
    """One act. `what` says it exactly ("P000001 107.00 → 95.00"): the approver reads it, and the act is
    held against it. `bill` is the basket's key where the act is on a bill."""

    right: Right
    what: str = ""
    bill: UUID | None = None


@dataclass(frozen=True, slots=True)
class Approval:
    """Given once, for one act. `at` is UTC."""

    id: UUID
    ask: Ask
    asked_by: int
    given_by: int
    approver: str
    at: datetime
