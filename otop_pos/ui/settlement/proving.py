"""The equations that a month proves itself by."""

from otop_pos.domain.voucher import PayoutMethod, VoucherState
from otop_pos.i18n import _
from otop_pos.ui.settlement.month import COUNTS, Month
from otop_pos.ui.settlement.proof import Equation


def statement_proofs(month: Month) -> tuple[Equation, ...]:
    """What the statements add up to, and that nobody's ledger says otherwise."""
    return (
        Equation(
            "closings",
            lambda: _("Opening + sold + back + other + paid = closing"),
            sum(row.made for row in month.rows),
            sum(row.closing for row in month.rows),
        ),
        ledger_proof(month),
    )


def ledger_proof(month: Month) -> Equation:
    """From three places: all entries, the last statements, the entries on none."""
    return Equation(
        "ledger",
        lambda: _("Last closings + unsettled = all ledgers"),
        sum(each.last_closing + each.unsettled for each in month.balances),
        sum(each.owed for each in month.balances),
    )


def voucher_proofs(month: Month) -> tuple[Equation, ...]:
    """Everything payable of this month's statements is on a voucher, or about to be."""
    vouchers = month.of_month(*COUNTS)
    paid_for = {voucher.statement_no for voucher in vouchers}
    waiting = sum(row.gross for row in month.in_state("prepare"))
    due = sum(
        row.closing for row in month.rows if row.statement_no and (row.is_payable or row.statement_no in paid_for)
    )
    return (
        Equation(
            "vouchers",
            lambda: _("Vouchers + still to prepare = closings to pay"),
            sum(voucher.gross for voucher in vouchers) + waiting,
            due,
        ),
        Equation(
            "withheld",
            lambda: _("To pay + withheld = gross"),
            sum(voucher.net + voucher.wht for voucher in vouchers),
            sum(voucher.gross for voucher in vouchers),
        ),
    )


def payment_proofs(month: Month) -> tuple[Equation, ...]:
    """What was paid, by voucher and by the way it went; what is left; and the ledgers after it."""
    paid = month.of_month(VoucherState.PAID)
    by_way = sum(sum(each.net for each in paid if each.method is method) for method in PayoutMethod)
    left = sum(voucher.gross for voucher in month.of_month(VoucherState.PREPARED, VoucherState.APPROVED))
    gross = sum(voucher.gross for voucher in paid)
    return (
        Equation("paid", lambda: _("Cash + bank + withheld = paid"), by_way + sum(each.wht for each in paid), gross),
        ledger_proof(month),
        Equation(
            "left",
            lambda: _("Paid + still to pay = vouchers"),
            gross + left,
            sum(voucher.gross for voucher in month.of_month(*COUNTS)),
        ),
    )
