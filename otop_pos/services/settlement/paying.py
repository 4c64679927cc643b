"""Paying a voucher: only now the ledger says so. A transfer may fail, a payment may be taken back."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from otop_pos.db.models import CashMovementRow, PayableRow, ProducerRow, TillSessionRow, VoucherRow
from otop_pos.domain.approval import Approval
from otop_pos.domain.cash_movement import CashKind
from otop_pos.domain.errors import Missing, NotFound, OnHold, TooMuchOut, WrongVoucherState
from otop_pos.domain.identity import new_id
from otop_pos.domain.ledger import EntryKind
from otop_pos.domain.money import format_baht
from otop_pos.domain.numbering import DOCUMENT_SERIES, series_year, shop_document_no
from otop_pos.domain.producer import Producer, ProducerKind
from otop_pos.domain.right import Right
from otop_pos.domain.shop import Shop, User
from otop_pos.domain.thai_date import local_date
from otop_pos.domain.thai_digits import to_arabic_digits
from otop_pos.domain.till_event import EventKind
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.domain.withholding import WITHHOLDING_RULES, WithholdingCertificate
from otop_pos.domain.writable import LONGEST_TEXT, visible_text, writable_text
from otop_pos.i18n import _
from otop_pos.services.numbering import take_numbers
from otop_pos.services.paper import keep_paper
from otop_pos.services.permission import needs
from otop_pos.services.producer import producer_of
from otop_pos.services.sale.confirming import lock_session
from otop_pos.services.settlement.claim import payment_hold
from otop_pos.services.settlement.voucher import lock_voucher, voucher_of
from otop_pos.services.shop import goods_day, read_shop
from otop_pos.services.till import cash_in_drawer
from otop_pos.services.till_event import Happening, note

FORM_PERSON, FORM_COMPANY = "ภ.ง.ด.3", "ภ.ง.ด.53"


@dataclass(frozen=True, slots=True)
class Hand:
    """Who pays, when, where, by whose leave. `opened` is the till session whose drawer the cash is in."""

    till: str
    user: User
    at: datetime
    day: date
    opened: TillSessionRow | None = None
    approval: Approval | None = None


@needs(Right.PAY_VOUCHER)
def pay_voucher(
    session: Session,
    doc_no: str,
    reference: str = "",
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Voucher:
    """The voucher as paid, its paper and certificate kept. `reference` is the bank's. Twice is once.

    Cash leaves the drawer of the till and is dated with its day. Refuses NotFound, WrongVoucherState, OnHold,
    TillNotOpen, TooMuchOut, Unwritable.
    """
    hand = _hand(session, doc_no, till=till, user=user, at=at, approval=approval)
    return pay(session, doc_no, writable_text(reference) if reference.strip() else "", hand)


@needs(Right.PAY_VOUCHER)
def fail_voucher(
    session: Session,
    doc_no: str,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Voucher:
    """The money did not arrive: nothing is in the ledger, another voucher may be prepared. Twice is once.

    Refuses NotFound, WrongVoucherState, Missing (reason), Unwritable.
    """
    hand = Hand(till, user, at, local_date(at), approval=approval)
    return fail(session, doc_no, _reason(reason), hand)


@needs(Right.APPROVE_VOUCHER)
def reverse_voucher(
    session: Session,
    doc_no: str,
    reason: str,
    *,
    till: str,
    user: User,
    at: datetime,
    approval: Approval | None = None,
) -> Voucher:
    """A payment taken back: the ledger owes it again, with the tax; cash comes back into the drawer. Twice is once.

    Refuses NotFound, WrongVoucherState (not paid), Missing (reason), TillNotOpen, Unwritable.
    """
    reason = _reason(reason)
    hand = _hand(session, doc_no, till=till, user=user, at=at, approval=approval)
    row = lock_voucher(session, doc_no)
    if row.state is VoucherState.REVERSED:
        return voucher_of(session, row)
    if row.state is not VoucherState.PAID:
        raise WrongVoucherState(row.doc_no, row.state.value)
    row.state, row.ended_by, row.ended_at, row.remark = VoucherState.REVERSED, user.id, at, reason
    _write(session, row, EntryKind.PAYOUT_REVERSAL, row.net, hand)
    if row.wht:
        _write(session, row, EntryKind.WHT, row.wht, hand, part=1)
    _tell(session, row, CashKind.PAID_IN, reason, hand)
    return voucher_of(session, row)


def pay(session: Session, doc_no: str, reference: str, hand: Hand) -> Voucher:
    """Refuses WrongVoucherState, OnHold, TooMuchOut, NotFound."""
    row = lock_voucher(session, doc_no)
    if row.state is VoucherState.PAID:
        return voucher_of(session, row)
    if row.state is not VoucherState.APPROVED:
        raise WrongVoucherState(row.doc_no, row.state.value)
    producer = session.get_one(ProducerRow, row.producer_id)
    if (hold := payment_hold(session, producer.id)) is not None:
        raise OnHold(producer.name_th, hold.reason)
    if hand.opened is not None and cash_in_drawer(session, hand.opened) < row.net:
        raise TooMuchOut
    row.state, row.paid_by, row.paid_at, row.paid_on = VoucherState.PAID, hand.user.id, hand.at, hand.day
    row.reference = reference
    row.cash_movement_id = _tell(session, row, CashKind.PAYOUT, reference, hand)
    _write(session, row, EntryKind.PAYOUT, -row.net, hand)
    if row.wht:
        _write(session, row, EntryKind.WHT, -row.wht, hand)
    _keep_papers(session, row, producer_of(producer), hand)
    return voucher_of(session, row)


def fail(session: Session, doc_no: str, reason: str, hand: Hand) -> Voucher:
    """Refuses NotFound, WrongVoucherState."""
    row = lock_voucher(session, doc_no)
    if row.state is VoucherState.FAILED:
        return voucher_of(session, row)
    if row.state is not VoucherState.APPROVED:
        raise WrongVoucherState(row.doc_no, row.state.value)
    row.state, row.ended_by, row.ended_at, row.remark = VoucherState.FAILED, hand.user.id, hand.at, reason
    what = f"! {row.doc_no} · {reason}"
    happening = Happening(EventKind.PAYOUT, what, 0, hand.approval, document_id=row.id)
    note(session, happening, till=hand.till, user=hand.user, at=hand.at)
    return voucher_of(session, row)


def _hand(session: Session, doc_no: str, *, till: str, user: User, at: datetime, approval: Approval | None) -> Hand:
    """Cash: with the till's day, and its session held. Bank: with the day of the shop."""
    number = visible_text(doc_no).upper()
    method = session.scalars(select(VoucherRow.method).where(VoucherRow.doc_no == number)).first()
    if method is None:
        raise NotFound(_("Payment voucher"), number)
    if method is PayoutMethod.BANK:
        return Hand(till, user, at, goods_day(session, local_date(at)), approval=approval)
    opened = lock_session(session, till)
    return Hand(till, user, at, opened.business_date, opened, approval)


def _write(session: Session, row: VoucherRow, kind: EntryKind, amount: int, hand: Hand, part: int = 0) -> None:
    session.add(
        PayableRow(
            id=new_id(),
            producer_id=row.producer_id,
            kind=kind.value,
            amount=amount,
            at=hand.at,
            business_date=hand.day,
            source_id=row.id,
            source_line=1,
            source_part=part,
        )
    )
    session.flush()


def _tell(session: Session, row: VoucherRow, kind: CashKind, remark: str, hand: Hand) -> UUID | None:
    """What happened, at the till; and of cash the movement of the drawer, whose id comes back."""
    amount = row.net if kind is CashKind.PAID_IN else -row.net
    producer = session.get_one(ProducerRow, row.producer_id)
    movement_id = None
    if hand.opened is not None:
        movement_id = new_id()
        session.add(
            CashMovementRow(
                id=movement_id,
                till_session_id=hand.opened.id,
                kind=kind,
                amount=amount,
                reason=f"{row.doc_no} · {producer.name_th}"[:LONGEST_TEXT],
                user_id=hand.user.id,
                approval_id=hand.approval.id if hand.approval else None,
                at=hand.at,
            )
        )
        session.flush()
    what = " · ".join(filter(None, (f"{row.doc_no} {producer.name_th} {format_baht(amount)}", remark)))
    happening = Happening(EventKind.PAYOUT, what, amount, hand.approval, document_id=movement_id or row.id)
    note(session, happening, till=hand.till, user=hand.user, at=hand.at)
    return movement_id


def _keep_papers(session: Session, row: VoucherRow, producer: Producer, hand: Hand) -> None:
    """The certificate first: the voucher names it."""
    shop = read_shop(session, local_date(hand.at))
    if row.wht:
        certificate = _certificate(session, row, producer, shop, hand)
        keep_paper(session, certificate.doc_no, row.id, certificate, shop, at=hand.at)
    keep_paper(session, row.doc_no, row.id, voucher_of(session, row), shop, at=hand.at)


def _certificate(
    session: Session, row: VoucherRow, producer: Producer, shop: Shop, hand: Hand
) -> WithholdingCertificate:
    series, year = DOCUMENT_SERIES["WHT"], series_year(hand.day)
    (number,) = take_numbers(session, shop.code, series.kind, year=year)
    rule = WITHHOLDING_RULES[row.wht_rule]
    return WithholdingCertificate(
        id=new_id(),
        doc_no=shop_document_no(series, shop.code, year, number),
        voucher_no=row.doc_no,
        producer=producer,
        form=_form(producer),
        income_th=rule.income_th,
        paid_on=hand.day,
        base=row.wht_base,
        rate_bp=rule.rate_bp,
        tax=row.wht,
        issued_by=hand.user.name,
    )


def _form(producer: Producer) -> str:
    """A company's tax ID begins with 0, a person's with the kind of citizen."""
    is_company = producer.kind is ProducerKind.SME and to_arabic_digits(producer.tax_id).startswith("0")
    return FORM_COMPANY if is_company else FORM_PERSON


def _reason(reason: str) -> str:
    """Refuses Missing, Unwritable."""
    cleaned = writable_text(reason) if reason.strip() else ""
    if not cleaned:
        raise Missing(_("reason"))
    return cleaned
