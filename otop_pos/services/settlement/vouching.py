"""Payment vouchers up to the payment: prepared by one person, approved by another, or given up; and read."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, and_, select, true
from sqlalchemy.orm import Session

from otop_pos.db.models import (
    AgreementRow,
    ApprovalRow,
    PayableRow,
    ProducerBankRow,
    ProducerRow,
    StatementRow,
    UserRow,
    VoucherRow,
)
from otop_pos.db.query import query
from otop_pos.db.rows import total
from otop_pos.domain.agreement import TaxMode
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.bank_account import BankAccount
from otop_pos.domain.errors import (
    NoApprovedAccount,
    NotFound,
    NothingToPay,
    NotNewest,
    OnHold,
    SamePerson,
    UnderMinimum,
    VoucherInBatch,
    VoucherOpen,
    WrongVoucherState,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import format_baht
from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year, shop_document_no
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.vat import VatClass, vat_inside, vat_rate
from otop_pos.domain.voucher import LIVE, PayoutMethod, Voucher, VoucherState
from otop_pos.domain.withholding import WithholdingCertificate, withheld
from otop_pos.domain.writable import visible_text, writable_text
from otop_pos.i18n import _
from otop_pos.services.numbering import take_numbers
from otop_pos.services.paper import Issued, read_paper
from otop_pos.services.permission import check_approval, needs
from otop_pos.services.settlement.claim import lock_producer, newest_statement, payment_hold, unclaimed
from otop_pos.services.settlement.paying import fail_voucher as fail_voucher
from otop_pos.services.settlement.paying import pay_voucher as pay_voucher
from otop_pos.services.settlement.paying import reverse_voucher as reverse_voucher
from otop_pos.services.settlement.voucher import accounts_where, lock_voucher, voucher_of, vouchers_where
from otop_pos.services.shop import read_shop
from otop_pos.services.till_event import Happening, note

PAID_KINDS = (EntryKind.PAYOUT, EntryKind.WHT, EntryKind.PAYOUT_REVERSAL)


@needs(Right.PREPARE_VOUCHER)
def prepare_voucher(
    session: Session,
    statement_no: str,
    method: PayoutMethod,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Voucher:
    """What is to be paid of the newest statement. The same person's second time gives the first one again.

    gross = the statement's closing with what was paid, or came back, since. Refuses NotFound, NotNewest (also when
    taken back), VoucherOpen, OnHold, NothingToPay, UnderMinimum, NoApprovedAccount.
    """
    statement = _statement(session, statement_no)
    producer = lock_producer(session, statement.producer_id)
    _check_newest(session, statement)
    if (before := _open_voucher(session, producer, statement, method, user)) is not None:
        return voucher_of(session, before)
    _check_hold(session, producer)
    agreement = session.get_one(AgreementRow, statement.agreement_id)
    gross = statement.closing + _paid_since(session, producer.id)
    _check_amount(producer, agreement, gross)
    account = _account(session, producer) if method is PayoutMethod.BANK else None
    base, wht = withheld(gross, agreement.wht_rule, _own_vat(producer, agreement, gross, at))
    row = VoucherRow(
        id=new_id(),
        doc_no=_next_doc_no(session, at),
        producer_id=producer.id,
        statement_id=statement.id,
        state=VoucherState.PREPARED,
        gross=gross,
        wht_rule=agreement.wht_rule,
        wht_base=base,
        wht=wht,
        net=gross - wht,
        method=method,
        bank_id=account.id if account else None,
        prepared_by=user.id,
        prepared_at=at,
    )
    session.add(row)
    session.flush()
    _note(session, row, producer, "+", till=till, user=user, at=at, approval=approval)
    return voucher_of(session, row)


@needs(Right.APPROVE_VOUCHER)
def approve_voucher(
    session: Session,
    doc_no: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Voucher:
    """By another person than who prepared it; where `approval` was needed, that person approved. Twice is once.

    Refuses NotFound, SamePerson, WrongVoucherState, OnHold; ApprovalInvalid also where none was needed.
    """
    if approval is not None:
        check_approval(session, Ask(Right.APPROVE_VOUCHER), user=user, at=at, approval=approval)
    row = lock_voucher(session, doc_no)
    if row.state is VoucherState.APPROVED:
        return voucher_of(session, row)
    _check_state(row, VoucherState.PREPARED)
    approver = _approver(session, user, approval)
    if approver.id == row.prepared_by:
        raise SamePerson(approver.name)
    producer = session.get_one(ProducerRow, row.producer_id)
    _check_hold(session, producer)
    row.state, row.approved_by, row.approved_at = VoucherState.APPROVED, approver.id, at
    _note(session, row, producer, "✓", till=till, user=user, at=at, approval=approval)
    return voucher_of(session, row)


@needs(Right.PREPARE_VOUCHER)
def cancel_voucher(
    session: Session,
    doc_no: str,
    reason: str = "",
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Voucher:
    """Given up before it was paid. Twice is once. Refuses NotFound, WrongVoucherState, VoucherInBatch."""
    row = lock_voucher(session, doc_no)
    if row.state is VoucherState.CANCELLED:
        return voucher_of(session, row)
    _check_state(row, *LIVE)
    if row.batch_id is not None:
        raise VoucherInBatch(row.doc_no, voucher_of(session, row).batch_no)
    row.remark = writable_text(reason) if reason.strip() else ""
    row.state, row.ended_by, row.ended_at = VoucherState.CANCELLED, user.id, at
    producer = session.get_one(ProducerRow, row.producer_id)
    _note(session, row, producer, "×", till=till, user=user, at=at, approval=approval)
    return voucher_of(session, row)


@query
def list_vouchers(
    session: Session, states: Collection[VoucherState] = (), producer_id: int = 0, limit: int = 500
) -> tuple[Voucher, ...]:
    """The newest first; in any state when none is named."""
    in_state: ColumnElement[bool] = VoucherRow.state.in_(states) if states else true()
    return vouchers_where(
        session, and_(in_state, VoucherRow.producer_id == producer_id if producer_id else true()), limit
    )


@query
def read_voucher(session: Session, doc_no: str) -> Voucher:
    """As it stands now. Refuses NotFound."""
    doc_no = visible_text(doc_no).upper()
    found = vouchers_where(session, VoucherRow.doc_no == doc_no)
    if not found:
        raise NotFound(_("Payment voucher"), doc_no)
    return found[0]


@query
def read_voucher_paper(session: Session, doc_no: str, *, at: datetime) -> Issued[Voucher]:
    """What is printed: the paper kept when it was paid; before that as it stands now. Refuses NotFound."""
    voucher = read_voucher(session, doc_no)
    if voucher.paid_at is not None:
        return read_paper(session, voucher.doc_no, Voucher)
    return Issued(voucher, read_shop(session, local_date(at)))


@query
def read_certificate(session: Session, doc_no: str) -> Issued[WithholdingCertificate]:
    """By the certificate's own number. Refuses NotFound."""
    return read_paper(session, visible_text(doc_no).upper(), WithholdingCertificate)


def _statement(session: Session, doc_no: str) -> StatementRow:
    doc_no = visible_text(doc_no).upper()
    row = session.scalars(select(StatementRow).where(StatementRow.doc_no == doc_no)).first()
    if row is None:
        raise NotFound(_("Statement"), doc_no)
    return row


def _check_newest(session: Session, statement: StatementRow) -> None:
    newest = newest_statement(session, statement.producer_id)
    if newest is None or newest.id != statement.id:
        raise NotNewest(statement.doc_no, newest.doc_no if newest else "")


def _open_voucher(
    session: Session, producer: ProducerRow, statement: StatementRow, method: PayoutMethod, user: User
) -> VoucherRow | None:
    row = session.scalars(
        select(VoucherRow).where(VoucherRow.producer_id == producer.id, VoucherRow.state.in_(LIVE))
    ).first()
    if row is None:
        return None
    wanted = (statement.id, method, user.id, VoucherState.PREPARED)
    if (row.statement_id, row.method, row.prepared_by, row.state) != wanted:
        raise VoucherOpen(producer.name_th, row.doc_no)
    return row


def _check_hold(session: Session, producer: ProducerRow) -> None:
    if (hold := payment_hold(session, producer.id)) is not None:
        raise OnHold(producer.name_th, hold.reason)


def _paid_since(session: Session, producer_id: int) -> int:
    """Payments, and payments taken back, that no statement tells of yet."""
    return session.execute(
        select(total(PayableRow.amount)).where(
            PayableRow.producer_id == producer_id, PayableRow.kind.in_(PAID_KINDS), unclaimed()
        )
    ).scalar_one()


def _check_amount(producer: ProducerRow, agreement: AgreementRow, gross: int) -> None:
    if gross <= 0:
        raise NothingToPay(producer.name_th, gross)
    if gross < agreement.min_payout:
        raise UnderMinimum(gross, agreement.min_payout)


def _account(session: Session, producer: ProducerRow) -> BankAccount:
    """The one approved last that is still in use."""
    usable = and_(
        ProducerBankRow.producer_id == producer.id,
        ProducerBankRow.approved_by.is_not(None),
        ProducerBankRow.ended_at.is_(None),
    )
    accounts = accounts_where(session, usable)
    if not accounts:
        raise NoApprovedAccount(producer.name_th)
    return max(accounts.values(), key=lambda each: (each.approved_at, each.id))


def _own_vat(producer: ProducerRow, agreement: AgreementRow, gross: int, at: datetime) -> int:
    """The producer's own VAT inside the payment: no tax is withheld from it."""
    if not producer.vat_registered or agreement.tax_mode is not TaxMode.PRODUCER_VAT:
        return 0
    return vat_inside(gross, vat_rate(VatClass.V7, local_date(at)))


def _next_doc_no(session: Session, at: datetime) -> str:
    today = local_date(at)
    shop, series, year = read_shop(session, today).code, DOCUMENT_SERIES["VOUCHER"], series_year(today)
    (number,) = take_numbers(session, shop, series.kind, year=year)
    return shop_document_no(series, shop, year, number)


def _check_state(row: VoucherRow, *wanted: VoucherState) -> None:
    if row.state not in wanted:
        raise WrongVoucherState(row.doc_no, row.state.value)


def _approver(session: Session, user: User, approval: Approval | None) -> User:
    if approval is None:
        return user
    row = session.get_one(UserRow, session.get_one(ApprovalRow, approval.id).given_by)
    return User(row.id, row.code, row.name)


def _note(
    session: Session,
    row: VoucherRow,
    producer: ProducerRow,
    mark: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None,
) -> None:
    what = f"{mark} {row.doc_no} {producer.name_th} {format_baht(row.net)}"
    happening = Happening(EventKind.PAYOUT, what, 0, approval, document_id=row.id)
    note(session, happening, till=till, user=user, at=at)
