"""Acts on many at once, each in a transaction of its own, under one approval."""

from sqlalchemy.orm import Session

from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import ApprovalInvalid, NeedsApproval, NotAllowed, NotWorking
from otop_pos.services.till_event import is_told

ENDS_ALL = (NotAllowed, NeedsApproval, ApprovalInvalid, NotWorking)
"""Of the person, not of one of the many."""


def check_fresh(session: Session, approval: Approval | None) -> None:
    """The last step tells of the approval; until then nothing was done with it. Refuses ApprovalInvalid."""
    if approval is not None and is_told(session, approval):
        raise ApprovalInvalid(approval.ask.right)
