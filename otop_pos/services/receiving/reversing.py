"""Takes a delivery note back whole, while nothing has become of its goods."""

from collections.abc import Callable, Sequence
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from otop_pos.db.models import GrnRow, LotBalanceRow, LotMoveRow, LotRow, ProductRow
from otop_pos.db.rows import total
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import GrnReversed, GrnTouched, Missing, NotFound
from otop_pos.domain.quantity import UNIT_TH, format_quantity
from otop_pos.domain.receiving import Grn, GrnState
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.writable import visible_text, writable_text
from otop_pos.i18n import _
from otop_pos.services.numbering import take_move_ids
from otop_pos.services.permission import needs
from otop_pos.services.receiving.reading import read_grn
from otop_pos.services.shop import goods_day
from otop_pos.services.till_event import Happening, note

_HAPPENED: dict[MoveKind, Callable[[], str]] = {
    MoveKind.RECEIVE: lambda: _("put right"),
    MoveKind.SALE: lambda: _("sold"),
    MoveKind.SALE_RETURN: lambda: _("returned by a customer"),
    MoveKind.SUPPLIER_RETURN: lambda: _("given back to the maker"),
    MoveKind.DAMAGE: lambda: _("damaged"),
    MoveKind.LOSS: lambda: _("lost"),
    MoveKind.EXPIRE: lambda: _("expired"),
    MoveKind.COUNT: lambda: _("put right"),
    MoveKind.DONATE: lambda: _("donated"),
    MoveKind.TRANSFER: lambda: _("put aside"),
}


@needs(Right.REVERSE_DELIVERY)
def reverse_delivery(
    session: Session,
    doc_no: str,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Grn:
    """The note is void, its goods are off the shelf, its number stays.

    Refuses NotFound, Missing (reason), GrnReversed, GrnTouched, Unwritable.
    """
    reason, grn = reason_of(reason), locked_grn(session, doc_no)
    lots = session.scalars(select(LotRow).where(LotRow.grn_id == grn.id).order_by(LotRow.id)).all()
    came = _untouched(session, grn, lots)
    _take_out(session, lots, came, at=at, user=user)
    grn.state, grn.reversed_at, grn.reversed_by, grn.reverse_reason = GrnState.REVERSED, at, user.id, reason
    session.flush()
    what = Happening(EventKind.STOCK, f"{grn.doc_no}: {reason}", approval=approval, document_id=grn.id)
    note(session, what, till=till, user=user, at=at)
    return read_grn(session, grn.doc_no)


def reason_of(text: str) -> str:
    """As stored. Refuses Missing, Unwritable."""
    reason = writable_text(text) if text.strip() else ""
    if not reason:
        raise Missing(_("Reason"))
    return reason


def locked_grn(session: Session, doc_no: str) -> GrnRow:
    """A posted note, held until the commit. Refuses NotFound, GrnReversed."""
    doc_no = visible_text(doc_no).upper()
    row = session.scalars(select(GrnRow).where(GrnRow.doc_no == doc_no).with_for_update()).first()
    if row is None:
        raise NotFound(_("Goods received note"), doc_no)
    if row.state == GrnState.REVERSED:
        raise GrnReversed(doc_no)
    return row


def _untouched(session: Session, grn: GrnRow, lots: Sequence[LotRow]) -> list[LotMoveRow]:
    """The movements by which the goods came: the only ones there are. Refuses GrnTouched."""
    ids = [lot.id for lot in lots]
    session.execute(
        select(LotBalanceRow.lot_id)
        .where(LotBalanceRow.lot_id.in_(ids))
        .order_by(LotBalanceRow.lot_id)
        .with_for_update()
    )
    moves = session.scalars(
        select(LotMoveRow).where(LotMoveRow.lot_id.in_(ids)).order_by(LotMoveRow.lot_id, LotMoveRow.id)
    ).all()
    came = [move for move in moves if move.document_id == grn.id]
    if len(came) < len(moves):
        raise GrnTouched(grn.doc_no, _what_happened(session, grn, ids))
    return came


def _what_happened(session: Session, grn: GrnRow, lot_ids: list[int]) -> str:
    """'ผ้าคลุมไหล่: 2 ชิ้น ขายแล้ว'; a transfer leaves one place and comes to another, and is told once."""
    rows = session.execute(
        select(ProductRow.name_th, ProductRow.unit, LotMoveRow.kind, total(LotMoveRow.qty))
        .join(LotRow, LotRow.id == LotMoveRow.lot_id)
        .join(ProductRow, ProductRow.id == LotRow.product_id)
        .where(LotMoveRow.lot_id.in_(lot_ids))
        .where(LotMoveRow.document_id != grn.id)
        .where((LotMoveRow.kind != MoveKind.TRANSFER) | (LotMoveRow.qty > 0))
        .group_by(ProductRow.id, ProductRow.name_th, ProductRow.unit, LotMoveRow.kind)
        .order_by(ProductRow.id, LotMoveRow.kind)
    )
    return " · ".join(
        f"{name}: {format_quantity(abs(qty), unit)} {UNIT_TH[unit]} {_HAPPENED[kind]()}"
        for name, unit, kind, qty in rows
    )


def _take_out(
    session: Session, lots: Sequence[LotRow], came: Sequence[LotMoveRow], *, at: datetime, user: User
) -> None:
    """The way they came, backwards."""
    if not came:
        return
    day = goods_day(session, local_date(at))
    rows = [
        {
            "id": move_id,
            "lot_id": move.lot_id,
            "bucket": move.bucket,
            "kind": MoveKind.RECEIVE,
            "qty": -move.qty,
            "at": at,
            "business_date": day,
            "user_id": user.id,
            "document_id": move.document_id,
            "line_no": move.line_no,
            "reverses": move.id,
        }
        for move, move_id in zip(came, take_move_ids(session, len(came)), strict=True)
    ]
    session.execute(insert(LotMoveRow), rows)
    held = LotBalanceRow.lot_id.in_([lot.id for lot in lots]) & (LotBalanceRow.bucket == Bucket.SELLABLE)
    session.execute(update(LotBalanceRow).where(held).values(qty=0))
