"""Labels and copies of a delivery note: each printing is counted in the books."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from otop_pos.db.models import LabelPrintRow, LotRow, TillEventRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import GrnReversed
from otop_pos.domain.identity import new_id
from otop_pos.domain.receiving import Grn
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.services.label import label_count
from otop_pos.services.permission import needs
from otop_pos.services.receiving.reading import read_grn
from otop_pos.services.receiving.reversing import locked_grn
from otop_pos.services.till_event import Happening, note

FIRST, AGAIN = "delivery", "reprint"
"""Why labels were printed, as the books say it."""


@query
def grn_for_labels(session: Session, doc_no: str) -> Grn:
    """The note at the prices its lots have now: what their labels must say. Refuses NotFound, GrnReversed."""
    grn = read_grn(session, doc_no)
    if grn.reversed_at is not None:
        raise GrnReversed(grn.doc_no)
    lots = session.execute(select(LotRow.code, LotRow.price).where(LotRow.grn_id == grn.id))
    prices = {row.code: row.price for row in lots}
    return replace(grn, lines=tuple(replace(line, price=prices.get(line.lot_code, line.price)) for line in grn.lines))


@needs(Right.RECEIVE)
def count_delivery_labels(
    session: Session,
    doc_no: str,
    reason: str = FIRST,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> int:
    """How many labels were just printed of all lots of a note. Refuses NotFound, GrnReversed."""
    lots = {lot.grn_line_no: lot for lot in _lots(session, doc_no)}
    counts = {line.line_no: label_count(line) for line in read_grn(session, doc_no).lines}
    for line_no, lot in lots.items():
        values = {"lot_id": lot.id, "count": counts[line_no], "price": lot.price}
        session.add(LabelPrintRow(id=new_id(), at=at, user_id=user.id, reason=reason, **values))
    session.flush()
    return sum(counts.values())


@needs(Right.RECEIVE)
def count_note_copy(
    session: Session, doc_no: str, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> int:
    """The number that the next copy of this note bears: 1, 2, 3 …, whichever till prints it. Of a note that
    was taken back too: the copy says so. Refuses NotFound."""
    grn = read_grn(session, doc_no)
    copies = (TillEventRow.document_id == grn.id) & (TillEventRow.kind == EventKind.REPRINT)
    earlier: int = session.execute(select(func.count()).where(copies)).scalar_one()
    happening = Happening(EventKind.REPRINT, grn.doc_no, approval=approval, document_id=grn.id)
    note(session, happening, till=till, user=user, at=at)
    return earlier + 1


def _lots(session: Session, doc_no: str) -> list[LotRow]:
    grn = locked_grn(session, doc_no)
    return list(session.scalars(select(LotRow).where(LotRow.grn_id == grn.id)))
