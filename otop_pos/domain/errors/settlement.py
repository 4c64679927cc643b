"""Statements and payments to producers."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from otop_pos.domain.baht_format import format_baht
from otop_pos.domain.date_format import format_date
from otop_pos.domain.errors.day import DayStillOpen
from otop_pos.domain.errors.refusal import Refusal
from otop_pos.i18n import _

VOUCHER_STATES: dict[str, Callable[[], str]] = {
    "prepared": lambda: _("not approved yet"),
    "approved": lambda: _("approved and not paid yet"),
    "paid": lambda: _("paid"),
    "failed": lambda: _("failed"),
    "cancelled": lambda: _("cancelled"),
    "reversed": lambda: _("taken back"),
}


@dataclass
class CutoffStillOpen(DayStillOpen):
    """The cut-off takes in its last day whole."""

    @property
    def sentence(self) -> str:
        return _("The cut-off takes in a day that is still open. Close first: {tills}").format(
            tills=", ".join(self.tills)
        )


@dataclass
class CutoffInFuture(Refusal):
    today: date

    @property
    def sentence(self) -> str:
        return _("The cut-off is after today. Choose {day} or earlier").format(day=format_date(self.today))


@dataclass
class CutoffNotAfter(Refusal):
    """Somebody settled these days already; `by` is who did."""

    last: date
    doc_no: str
    by: str

    @property
    def sentence(self) -> str:
        return _("{number} by {name} already settles up to {day}. Choose a later day").format(
            number=self.doc_no, name=self.by, day=format_date(self.last)
        )


@dataclass
class NothingToSettle(Refusal):
    producer: str

    @property
    def sentence(self) -> str:
        return _("There is nothing to settle with {producer} up to that day").format(producer=self.producer)


@dataclass
class AlreadySettled(Refusal):
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("This entry is on statement {number} already. Correct it with an adjustment").format(
            number=self.doc_no
        )


@dataclass
class NotNewest(Refusal):
    """Only the newest statement is taken back or paid: each opens with the closing of the one before."""

    doc_no: str
    newest: str

    @property
    def sentence(self) -> str:
        if not self.newest:
            return _("Statement {number} was taken back").format(number=self.doc_no)
        return _("Statement {number} is not the newest. Go on with {newest}").format(
            number=self.doc_no, newest=self.newest
        )


@dataclass
class StatementPaid(Refusal):
    doc_no: str
    voucher: str

    @property
    def sentence(self) -> str:
        return _("Statement {number} has payment {voucher}. Take the payment back first").format(
            number=self.doc_no, voucher=self.voucher
        )


@dataclass
class VoucherOpen(Refusal):
    producer: str
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("Payment {number} to {producer} is not finished. Pay or cancel it first").format(
            number=self.doc_no, producer=self.producer
        )


@dataclass
class NothingToPay(Refusal):
    producer: str
    amount: int

    @property
    def sentence(self) -> str:
        if self.amount == 0:
            return _("Nothing is owed to {producer}").format(producer=self.producer)
        return _("{producer} owes {amount} baht. It is carried to the next statement").format(
            producer=self.producer, amount=format_baht(-self.amount)
        )


@dataclass
class UnderMinimum(Refusal):
    amount: int
    least: int

    @property
    def sentence(self) -> str:
        return _("{amount} baht is less than the agreed least payment of {least}. It is carried on").format(
            amount=format_baht(self.amount), least=format_baht(self.least)
        )


@dataclass
class OnHold(Refusal):
    producer: str
    reason: str

    @property
    def sentence(self) -> str:
        return _("Payments to {producer} are on hold: {reason}").format(producer=self.producer, reason=self.reason)


@dataclass
class NoApprovedAccount(Refusal):
    producer: str

    @property
    def sentence(self) -> str:
        return _("{producer} has no approved bank account. Let a second person approve one, or pay in cash").format(
            producer=self.producer
        )


@dataclass
class WrongVoucherState(Refusal):
    """`state` is a word of VoucherState."""

    doc_no: str
    state: str

    @property
    def sentence(self) -> str:
        word = VOUCHER_STATES.get(self.state)
        state = word() if word else self.state
        return _("Payment {number} is {state}. Look at the list again").format(number=self.doc_no, state=state)


@dataclass
class VoucherInBatch(Refusal):
    doc_no: str
    batch: str

    @property
    def sentence(self) -> str:
        return _("Payment {number} is in bank file {batch}. Say there whether it was paid or failed").format(
            number=self.doc_no, batch=self.batch
        )


@dataclass
class NotABankVoucher(Refusal):
    doc_no: str

    @property
    def sentence(self) -> str:
        return _("Payment {number} is in cash and goes into no bank file").format(number=self.doc_no)


@dataclass
class NothingInBatch(Refusal):
    @property
    def sentence(self) -> str:
        return _("Choose approved payments by bank first")
