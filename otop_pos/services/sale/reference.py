"""A bank slip or voucher pays once; a bill that was voided gives it free again."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from otop_pos.db.models import SaleRow, UsedReferenceRow
from otop_pos.domain.errors import ReferenceUsed
from otop_pos.domain.payment import PAYMENT_METHODS, Payment, same_reference
from otop_pos.services.sale.document import Document


def check_references(session: Session, payments: Sequence[Payment]) -> None:
    """Refuses ReferenceUsed, also when one slip stands twice on the same bill."""
    seen: set[tuple[str, str]] = set()
    for payment in _once(payments):
        key = (payment.method, same_reference(payment.reference))
        used_by = "" if key in seen else _used_by(session, *key)
        if key in seen or used_by:
            raise ReferenceUsed(payment.reference, used_by or payment.reference)
        seen.add(key)


def keep_references(session: Session, document: Document) -> None:
    for payment in _once(document.payments):
        reference = same_reference(payment.reference)
        session.add(UsedReferenceRow(method=payment.method, reference=reference, sale_id=document.id))
    session.flush()


def free_references(session: Session, sale_id: UUID) -> None:
    """Of a voided bill: its money is still there, for the bill that takes its place."""
    session.execute(delete(UsedReferenceRow).where(UsedReferenceRow.sale_id == sale_id))


def _once(payments: Sequence[Payment]) -> list[Payment]:
    return [each for each in payments if PAYMENT_METHODS[each.method].is_once and each.amount > 0]


def _used_by(session: Session, method: str, reference: str) -> str:
    used = (UsedReferenceRow.method == method, UsedReferenceRow.reference == reference)
    number: str | None = session.execute(
        select(SaleRow.doc_no).join(UsedReferenceRow, UsedReferenceRow.sale_id == SaleRow.id).where(*used)
    ).scalar()
    return number or ""
