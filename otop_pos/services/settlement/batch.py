"""Files of transfers for the bank, and what the bank then says of each transfer."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.database import Database
from otop_pos.db.models import PaymentBatchRow, ProducerBankRow, ProducerRow, UserRow, VoucherRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval
from otop_pos.domain.errors import (
    Missing,
    NoApprovedAccount,
    NotABankVoucher,
    NotFound,
    NothingInBatch,
    Refusal,
    VoucherInBatch,
    WrongVoucherState,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.money import format_baht
from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year, shop_document_no
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.voucher import PaymentBatch, PayoutMethod, Voucher, VoucherState
from otop_pos.domain.writable import visible_text, writable_text
from otop_pos.i18n import _
from otop_pos.services.numbering import take_numbers
from otop_pos.services.permission import needs
from otop_pos.services.settlement.many import ENDS_ALL, check_fresh
from otop_pos.services.settlement.paying import Hand, fail, pay
from otop_pos.services.settlement.voucher import lock_voucher, vouchers_where
from otop_pos.services.shop import goods_day, read_shop
from otop_pos.services.till_event import Happening, note
from otop_pos.sync.bank_batch import batch_csv, batch_file_name


@needs(Right.PAY_VOUCHER)
def make_batch(
    session: Session,
    doc_nos: Sequence[str],
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> PaymentBatch:
    """One file for approved vouchers by bank. The same vouchers again give the batch they are in.

    Refuses NothingInBatch, NotFound, NotABankVoucher, WrongVoucherState, VoucherInBatch (another one),
    NoApprovedAccount (ended since).
    """
    rows = [lock_voucher(session, doc_no) for doc_no in sorted(set(doc_nos))]
    if not rows:
        raise NothingInBatch
    if (before := _same_batch(session, rows)) is not None:
        return before
    for row in rows:
        _check(session, row)
    batch = PaymentBatchRow(**_columns(session, rows, user, at))
    session.add(batch)
    session.flush()
    for row in rows:
        row.batch_id = batch.id
    what = f"{batch.doc_no} · {batch.count} × · {format_baht(batch.total)}"
    happening = Happening(EventKind.PAYOUT, what, 0, approval, document_id=batch.id)
    note(session, happening, till=till, user=user, at=at)
    return _batch_of(session, batch)


def confirm_batch(
    database: Database,
    batch_no: str,
    failed: Mapping[str, str],
    reference: str = "",
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> PaymentBatch:
    """Pays every voucher of the file but the `failed` (number: reason), each in a transaction of its own.

    What was paid or has failed before stays so: it can be run again after a power cut, and for vouchers that were
    refused (OnHold) once nothing is against them. Refuses, before anything is paid, NotFound (the file, a voucher
    that is not in it), Missing (a reason, the bank's reference), Unwritable; NotAllowed, NeedsApproval,
    ApprovalInvalid, NotWorking; then the first of what single vouchers were refused.
    """
    named: dict[str, Any] = {"till": till, "user": user, "at": at, "approval": approval}
    if not reference.strip():
        raise Missing(_("reference of the bank"))
    reference = writable_text(reference)
    vouchers = database.run(read_batch, batch_no).vouchers
    reasons = _reasons(failed, vouchers)
    refused: list[Refusal] = []
    for voucher in vouchers:
        if voucher.state is not VoucherState.APPROVED:
            continue
        try:
            database.run(_settle_transfer, voucher.doc_no, reasons.get(voucher.doc_no), reference, **named)
        except ENDS_ALL:
            raise
        except Refusal as refusal:
            refused.append(refusal)
    batch = database.run(_close_batch, batch_no, **named)
    if refused:
        raise refused[0]
    return batch


@query
def read_batch(session: Session, batch_no: str) -> PaymentBatch:
    """With its vouchers as they are now; the content is the file as it was made. Refuses NotFound."""
    return _batch_of(session, _row(session, batch_no))


@query
def list_batches(session: Session, limit: int = 100) -> tuple[PaymentBatch, ...]:
    """The newest first."""
    rows = session.scalars(
        select(PaymentBatchRow).order_by(PaymentBatchRow.made_at.desc(), PaymentBatchRow.doc_no.desc()).limit(limit)
    )
    return tuple(_batch_of(session, row) for row in rows)


@needs(Right.PAY_VOUCHER, is_step=True)
def _settle_transfer(
    session: Session,
    doc_no: str,
    failed_because: str | None,
    reference: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> None:
    check_fresh(session, approval)
    hand = Hand(till, user, at, goods_day(session, local_date(at)))
    if failed_because is None:
        pay(session, doc_no, reference, hand)
    else:
        fail(session, doc_no, failed_because, hand)


@needs(Right.PAY_VOUCHER)
def _close_batch(
    session: Session, batch_no: str, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> PaymentBatch:
    """Tells it, once for the whole file."""
    batch = _batch_of(session, _row(session, batch_no))
    paid = [each for each in batch.vouchers if each.state is VoucherState.PAID]
    what = f"{batch.doc_no} · {len(paid)} / {len(batch.vouchers)} · {format_baht(sum(each.net for each in paid))}"
    happening = Happening(EventKind.PAYOUT, what, 0, approval, document_id=batch.id)
    note(session, happening, till=till, user=user, at=at)
    return batch


def _reasons(failed: Mapping[str, str], vouchers: Sequence[Voucher]) -> dict[str, str]:
    """By voucher. Refuses NotFound, Missing, Unwritable."""
    reasons = {visible_text(doc_no).upper(): reason for doc_no, reason in failed.items()}
    if unknown := sorted(set(reasons).difference(each.doc_no for each in vouchers)):
        raise NotFound(_("Payment voucher"), ", ".join(unknown))
    if not all(reason.strip() for reason in reasons.values()):
        raise Missing(_("reason"))
    return {doc_no: writable_text(reason) for doc_no, reason in reasons.items()}


def _same_batch(session: Session, rows: Sequence[VoucherRow]) -> PaymentBatch | None:
    batch_ids = {row.batch_id for row in rows}
    if len(batch_ids) != 1 or None in batch_ids:
        return None
    batch = _batch_of(session, session.get_one(PaymentBatchRow, batch_ids.pop()))
    return batch if {each.doc_no for each in batch.vouchers} == {row.doc_no for row in rows} else None


def _check(session: Session, row: VoucherRow) -> None:
    if row.method is not PayoutMethod.BANK:
        raise NotABankVoucher(row.doc_no)
    if row.state is not VoucherState.APPROVED:
        raise WrongVoucherState(row.doc_no, row.state.value)
    if row.batch_id is not None:
        raise VoucherInBatch(row.doc_no, session.get_one(PaymentBatchRow, row.batch_id).doc_no)
    account = session.get(ProducerBankRow, row.bank_id)
    if account is None or account.approved_by is None or account.ended_at is not None:
        raise NoApprovedAccount(session.get_one(ProducerRow, row.producer_id).name_th)


def _columns(session: Session, rows: Sequence[VoucherRow], user: User, at: datetime) -> dict[str, Any]:
    today = local_date(at)
    shop, series, year = read_shop(session, today).code, DOCUMENT_SERIES["BATCH"], series_year(today)
    (number,) = take_numbers(session, shop, series.kind, year=year)
    doc_no = shop_document_no(series, shop, year, number)
    content = batch_csv(vouchers_where(session, VoucherRow.id.in_([row.id for row in rows]), len(rows)))
    return {
        "id": new_id(),
        "doc_no": doc_no,
        "made_at": at,
        "made_by": user.id,
        "file_name": batch_file_name(doc_no),
        "content": content,
        "sha256": hashlib.sha256(content.encode()).hexdigest(),
        "count": len(rows),
        "total": sum(row.net for row in rows),
    }


def _row(session: Session, batch_no: str) -> PaymentBatchRow:
    batch_no = visible_text(batch_no).upper()
    row = session.scalars(select(PaymentBatchRow).where(PaymentBatchRow.doc_no == batch_no)).first()
    if row is None:
        raise NotFound(_("Bank file"), batch_no)
    return row


def _batch_of(session: Session, row: PaymentBatchRow) -> PaymentBatch:
    session.flush()
    batch_id: UUID = row.id
    vouchers = vouchers_where(session, VoucherRow.batch_id == batch_id, max(row.count, 1))
    return PaymentBatch(
        id=row.id,
        doc_no=row.doc_no,
        made_at=row.made_at,
        made_by=session.get_one(UserRow, row.made_by).name,
        file_name=row.file_name,
        content=row.content,
        vouchers=tuple(sorted(vouchers, key=lambda each: each.doc_no)),
        total=row.total,
    )
