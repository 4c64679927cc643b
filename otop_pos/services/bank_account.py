"""Where a producer's money goes: written down by one person, compared with the passbook by another."""

from datetime import datetime

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from otop_pos.db.models import ProducerBankRow, ProducerRow, UserRow
from otop_pos.db.query import query
from otop_pos.domain.approval import Approval, Ask
from otop_pos.domain.bank_account import BANKS, BankAccount
from otop_pos.domain.bank_number import checked_numbers, format_account
from otop_pos.domain.entry import clean
from otop_pos.domain.errors import BankEnded, Missing, NotFound, SamePerson
from otop_pos.domain.right import Right
from otop_pos.domain.shop import User
from otop_pos.domain.till_event import EventKind
from otop_pos.i18n import _
from otop_pos.services.permission import check_approval, checks, needs, permit
from otop_pos.services.till_event import Happening, note

_WAITS = ProducerBankRow.approved_at.is_(None)


@needs(Right.ENTER_BANK)
def enter_bank(session: Session, account: BankAccount, *, till: str, user: User, at: datetime) -> BankAccount:
    """Waits for a second person; the approved one stays in use until then. What waited before is given up.

    Refuses NotFound (producer, bank), Missing (name, number), BadAccount, BadPromptPayId, Unwritable.
    """
    account = clean(account)
    producer = session.get(ProducerRow, account.producer_id, with_for_update=True)
    if producer is None:
        raise NotFound(_("Producer"), str(account.producer_id))
    if not account.account_name:
        raise Missing(_("name of the account"))
    bank, number, promptpay = checked_numbers(account)
    for waiting in session.scalars(_rows(ProducerBankRow.producer_id == producer.id, _WAITS)):
        waiting.ended_at = at
    row = ProducerBankRow(
        producer_id=producer.id,
        bank=bank,
        account=number,
        account_name=account.account_name,
        promptpay=promptpay,
        entered_by=user.id,
        entered_at=at,
    )
    session.add(row)
    session.flush()
    note(session, Happening(EventKind.BANK, f"+ {_what(session, row)}"), till=till, user=user, at=at)
    return _account(session, row)


@checks(Right.APPROVE_BANK)
def approve_bank(
    session: Session, bank_id: int, *, till: str, user: User, at: datetime, approval: Approval | None = None
) -> BankAccount:
    """From now on it is paid to, and the one before it is not. The approver is who gives the approval, else
    the user: in any case another person than who entered it.

    Refuses NotFound, BankEnded, SamePerson, NotAllowed, NeedsApproval, ApprovalInvalid.
    """
    row = _open_row(session, bank_id)
    ask = Ask(Right.APPROVE_BANK, _what(session, row))
    permit(session, ask, user=user, at=at, approval=approval)
    if approval is not None:
        check_approval(session, ask, user=user, at=at, approval=approval)
    approver = approval.given_by if approval else user.id
    if approver == row.entered_by:
        raise SamePerson(session.get_one(UserRow, approver).name)
    if row.approved_by is not None:
        return _account(session, row)
    # Two accounts approved in the same moment: the second one ends the first.
    session.get(ProducerRow, row.producer_id, with_for_update=True)
    for former in session.scalars(_rows(ProducerBankRow.producer_id == row.producer_id, ~_WAITS)):
        former.ended_at = at
    row.approved_by, row.approved_at = approver, at
    session.flush()
    note(session, Happening(EventKind.BANK, f"✓ {ask.what}", approval=approval), till=till, user=user, at=at)
    return _account(session, row)


@needs(Right.ENTER_BANK)
def end_bank(session: Session, bank_id: int, *, till: str, user: User, at: datetime) -> None:
    """Nothing is paid to it any more. Refuses NotFound, BankEnded."""
    row = _open_row(session, bank_id)
    row.ended_at = at
    session.flush()
    note(session, Happening(EventKind.BANK, f"✗ {_what(session, row)}"), till=till, user=user, at=at)


@query
def list_banks(session: Session, producer_id: int) -> tuple[BankAccount, ...]:
    """In use: the approved one first, then what waits for a second person."""
    rows = session.scalars(_rows(ProducerBankRow.producer_id == producer_id))
    return tuple(_account(session, row) for row in rows)


@query
def waiting_banks(session: Session) -> tuple[BankAccount, ...]:
    """Of all producers: what a second person has to compare with the passbook."""
    return tuple(_account(session, row) for row in session.scalars(_rows(_WAITS)))


@query
def approved_bank(session: Session, producer_id: int) -> BankAccount | None:
    """The one that may be paid to."""
    return next((each for each in list_banks(session, producer_id) if each.is_approved), None)


def _rows(*which: ColumnElement[bool]) -> Select[ProducerBankRow]:
    live = ProducerBankRow.ended_at.is_(None)
    return select(ProducerBankRow).where(live, *which).order_by(_WAITS, ProducerBankRow.id)


def _open_row(session: Session, bank_id: int) -> ProducerBankRow:
    row = session.get(ProducerBankRow, bank_id, with_for_update=True)
    if row is None:
        raise NotFound(_("Account"), str(bank_id))
    if row.ended_at is not None:
        raise BankEnded
    return row


def bank_words(code: str, account: BankAccount) -> str:
    """The account of the producer with this code, to be read aloud and approved to the letter:
    'CM-0001 ธ.กรุงไทย 123-4-56789-0 นางคำ'."""
    number = f"{BANKS[account.bank][0]} {format_account(account.account)}" if account.account else ""
    promptpay = f"PromptPay {account.promptpay}" if account.promptpay else ""
    return " ".join(part for part in (code, number, promptpay, account.account_name) if part)


def _what(session: Session, row: ProducerBankRow) -> str:
    return bank_words(session.get_one(ProducerRow, row.producer_id).code, _account(session, row))


def _account(session: Session, row: ProducerBankRow) -> BankAccount:
    return BankAccount(
        row.producer_id,
        row.bank,
        row.account,
        row.account_name,
        row.promptpay,
        session.get_one(UserRow, row.entered_by).name,
        row.entered_at,
        session.get_one(UserRow, row.approved_by).name if row.approved_by else "",
        row.approved_at,
        row.id,
    )
