"""What statements, vouchers and their states are called on screen."""

from collections.abc import Callable
from datetime import date

from otop_pos.domain.bank_account import BANKS, BankAccount
from otop_pos.domain.ledger import EntryKind, LedgerEntry
from otop_pos.domain.money import format_baht
from otop_pos.domain.statement import Statement
from otop_pos.domain.thai_date import MONTHS_EN, MONTHS_TH
from otop_pos.domain.voucher import PayoutMethod, Voucher, VoucherState
from otop_pos.i18n import _
from otop_pos.ui.style import Tone
from otop_pos.ui.wording import is_thai, named

KINDS: dict[EntryKind, Callable[[], str]] = {
    EntryKind.SALE: lambda: _("Sale"),
    EntryKind.REFUND: lambda: _("Returned by a customer"),
    EntryKind.FEE: lambda: _("Fee"),
    EntryKind.ADJUST: lambda: _("Correction"),
    EntryKind.LOSS_COMP: lambda: _("Loss made good"),
    EntryKind.WHT: lambda: _("Tax withheld"),
    EntryKind.PAYOUT: lambda: _("Paid out"),
    EntryKind.PAYOUT_REVERSAL: lambda: _("Payment came back"),
}
STATES: dict[VoucherState, Callable[[], str]] = {
    VoucherState.PREPARED: lambda: _("to approve"),
    VoucherState.APPROVED: lambda: _("to pay"),
    VoucherState.PAID: lambda: _("paid"),
    VoucherState.FAILED: lambda: _("did not go through"),
    VoucherState.CANCELLED: lambda: _("cancelled"),
    VoucherState.REVERSED: lambda: _("taken back"),
}
STATE_TONES: dict[VoucherState, Tone] = {
    VoucherState.PREPARED: "warn",
    VoucherState.APPROVED: "primary",
    VoucherState.PAID: "good",
    VoucherState.FAILED: "danger",
    VoucherState.CANCELLED: "ink2",
    VoucherState.REVERSED: "danger",
}
HOLD_REASONS: tuple[Callable[[], str], ...] = (
    lambda: _("the producer disputes it"),
    lambda: _("goods may still come back"),
    lambda: _("the figures are being checked"),
)
REVERSE_REASONS: tuple[Callable[[], str], ...] = (
    lambda: _("wrong cut-off"),
    lambda: _("paid to the wrong account"),
    lambda: _("the producer's objection was right"),
)
FAIL_REASONS: tuple[Callable[[], str], ...] = (
    lambda: _("account closed"),
    lambda: _("wrong account number"),
    lambda: _("name does not match"),
)
ADJUST_REASONS: tuple[Callable[[], str], ...] = (
    lambda: _("photographs"),
    lambda: _("packing material"),
    lambda: _("fair stand"),
    lambda: _("rounding put right"),
)


def month_name(day: date) -> str:
    return MONTHS_TH[day.month - 1] if is_thai() else MONTHS_EN[day.month - 1]


def method_text(method: PayoutMethod) -> str:
    return _("Bank") if method is PayoutMethod.BANK else _("Cash")


def account_text(account: BankAccount) -> str:
    """'ธ.กรุงไทย ···4567', or PromptPay where that stands alone."""
    if account.account:
        bank = named(*BANKS[account.bank]) if account.bank in BANKS else account.bank
        return f"{bank} ···{account.account[-4:]}".strip()
    return _("PromptPay ···{tail}").format(tail=account.promptpay[-4:])


def way_text(voucher: Voucher) -> str:
    """How this voucher is paid: 'Cash', 'Krungthai Bank ···4567'."""
    return account_text(voucher.account) if voucher.account else method_text(voucher.method)


def entry_text(entry: LedgerEntry) -> str:
    """What the line is about: the goods, or what was written."""
    name = named(entry.name_th, entry.name_en)
    return name or entry.remark or KINDS[entry.kind]()


def closing_sentence(statement: Statement) -> str:
    """Why what stands at the end is paid, carried, or neither: one sentence for the producer."""
    closing = statement.closing
    if closing < 0:
        return _(
            "More came back or was taken off than was sold. {amount} is carried over and taken off "
            "the next sales; nothing is to be paid now."
        ).format(amount=format_baht(-closing))
    if statement.is_on_hold:
        return _("All payments to this producer are parked. Release them before paying.")
    if closing == 0:
        return _("Nothing is owed on either side.")
    if closing < statement.agreement.min_payout:
        return _(
            "Less than the {least} agreed as the least to pay out: {amount} is carried to the next statement."
        ).format(least=format_baht(statement.agreement.min_payout), amount=format_baht(closing))
    return _("{amount} is to be paid.").format(amount=format_baht(closing))
