"""Vouchers as values, put together from their rows."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session, aliased

from otop_pos.db.models import (
    PaperRow,
    PaymentBatchRow,
    ProducerBankRow,
    ProducerMemberRow,
    ProducerRow,
    StatementRow,
    UserRow,
    VoucherRow,
)
from otop_pos.db.rows import AnyRow
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.errors import NotFound
from otop_pos.domain.member import Member, share_out
from otop_pos.domain.voucher import Voucher
from otop_pos.domain.withholding import WithholdingCertificate
from otop_pos.domain.writable import visible_text
from otop_pos.i18n import _
from otop_pos.services.paper import kind_of
from otop_pos.services.producer import producer_of

_Preparer, _Approver, _Payer = aliased(UserRow), aliased(UserRow), aliased(UserRow)
_Enterer, _Bank_approver = aliased(UserRow), aliased(UserRow)


def lock_voucher(session: Session, doc_no: str) -> VoucherRow:
    """Refuses NotFound."""
    doc_no = visible_text(doc_no).upper()
    row = session.scalars(select(VoucherRow).where(VoucherRow.doc_no == doc_no).with_for_update()).first()
    if row is None:
        raise NotFound(_("Payment voucher"), doc_no)
    return row


def voucher_of(session: Session, row: VoucherRow) -> Voucher:
    """As it stands after what was just done to it."""
    session.flush()
    (voucher,) = vouchers_where(session, VoucherRow.id == row.id)
    return voucher


def vouchers_where(session: Session, which: ColumnElement[bool] | None = None, limit: int = 500) -> tuple[Voucher, ...]:
    """The newest first; four queries, however many there are."""
    rows = session.execute(
        select(
            VoucherRow,
            ProducerRow,
            StatementRow.doc_no.label("statement_no"),
            PaymentBatchRow.doc_no.label("batch_no"),
            PaperRow.doc_no.label("certificate_no"),
            _Preparer.name.label("preparer"),
            _Approver.name.label("approver"),
            _Payer.name.label("payer"),
        )
        .join(ProducerRow, ProducerRow.id == VoucherRow.producer_id)
        .join(StatementRow, StatementRow.id == VoucherRow.statement_id)
        .outerjoin(PaymentBatchRow, PaymentBatchRow.id == VoucherRow.batch_id)
        .outerjoin(
            PaperRow, (PaperRow.document_id == VoucherRow.id) & (PaperRow.kind == kind_of(WithholdingCertificate))
        )
        .join(_Preparer, _Preparer.id == VoucherRow.prepared_by)
        .outerjoin(_Approver, _Approver.id == VoucherRow.approved_by)
        .outerjoin(_Payer, _Payer.id == VoucherRow.paid_by)
        .where(true() if which is None else which)
        .order_by(VoucherRow.prepared_at.desc(), VoucherRow.doc_no.desc())
        .limit(limit)
    ).all()
    accounts = accounts_where(session, ProducerBankRow.id.in_({row.VoucherRow.bank_id for row in rows}))
    members = members_of(session, {row.VoucherRow.producer_id for row in rows})
    return tuple(_voucher(row, accounts, members) for row in rows)


def accounts_where(session: Session, which: ColumnElement[bool]) -> dict[int, BankAccount]:
    """By id."""
    rows = session.execute(
        select(ProducerBankRow, _Enterer.name, _Bank_approver.name)
        .join(_Enterer, _Enterer.id == ProducerBankRow.entered_by)
        .outerjoin(_Bank_approver, _Bank_approver.id == ProducerBankRow.approved_by)
        .where(which)
        .order_by(ProducerBankRow.id)
    )
    return {row.id: _account(row, entered_by, approved_by or "") for row, entered_by, approved_by in rows}


def members_of(session: Session, producer_ids: Iterable[int]) -> dict[int, list[Member]]:
    """By producer, in the order of the group's list."""
    members: dict[int, list[Member]] = {}
    rows = session.scalars(
        select(ProducerMemberRow)
        .where(ProducerMemberRow.producer_id.in_(set(producer_ids)))
        .order_by(ProducerMemberRow.producer_id, ProducerMemberRow.member_no)
    )
    for row in rows:
        members.setdefault(row.producer_id, []).append(Member(row.name, row.share_bp, row.phone))
    return members


def _voucher(found: AnyRow, accounts: dict[int, BankAccount], members: dict[int, list[Member]]) -> Voucher:
    row = found.VoucherRow
    amounts: dict[str, Any] = {
        name: getattr(row, name) for name in ("gross", "wht_rule", "wht_base", "wht", "net", "method", "remark")
    }
    return Voucher(
        id=row.id,
        doc_no=row.doc_no,
        state=row.state,
        producer=producer_of(found.ProducerRow),
        statement_id=row.statement_id,
        statement_no=found.statement_no,
        prepared_by=found.preparer,
        prepared_at=row.prepared_at,
        account=accounts.get(row.bank_id),
        shares=share_out(row.net, members.get(row.producer_id, ())),
        approved_by=found.approver or "",
        approved_at=row.approved_at,
        paid_by=found.payer or "",
        paid_at=row.paid_at,
        paid_on=row.paid_on,
        reference=row.reference,
        batch_no=found.batch_no or "",
        certificate_no=found.certificate_no or "",
        **amounts,
    )


def _account(row: ProducerBankRow, entered_by: str, approved_by: str) -> BankAccount:
    return BankAccount(
        producer_id=row.producer_id,
        bank=row.bank,
        account=row.account,
        account_name=row.account_name,
        promptpay=row.promptpay,
        entered_by=entered_by,
        entered_at=row.entered_at,
        approved_by=approved_by,
        approved_at=row.approved_at,
        id=row.id,
    )
