"""Copies of a receipt: each is counted in the books, and says which one it is."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import SaleRow, TillEventRow
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import NotFound
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import needs
from otop_pos.services.till_event import Happening, note


@needs(Right.REPRINT)
def count_copy(
    session: Session, doc_no: str, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> int:
    """The number that the next copy of this paper bears: 1, 2, 3 …, whichever till prints it. Refuses NotFound."""
    row = session.scalars(select(SaleRow).where(SaleRow.doc_no == doc_no).with_for_update()).first()
    if row is None:
        raise NotFound(_("Receipt"), doc_no)
    earlier: int = session.execute(
        select(func.count()).where(TillEventRow.document_id == row.id, TillEventRow.kind == EventKind.REPRINT)
    ).scalar_one()
    happening = Happening(EventKind.REPRINT, doc_no, row.net, approval, document_id=row.id)
    note(session, happening, till=till, user=user, at=at)
    return earlier + 1
