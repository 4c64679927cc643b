"""What stands on a voucher, as rows."""

from otop_pos.domain.money import format_baht
from otop_pos.domain.voucher import Voucher
from otop_pos.i18n import _
from otop_pos.ui.settlement.words import STATE_TONES, STATES, way_text
from otop_pos.ui.widgets.fact_list import FactRow
from otop_pos.ui.wording import date_text

MOST_MEMBERS = 6


def voucher_facts(voucher: Voucher) -> list[FactRow]:
    """Its figures, and whose they are."""
    rows = [
        FactRow(lambda: _("Voucher"), voucher.doc_no, strong=True),
        FactRow(lambda: _("Statement"), voucher.statement_no),
        FactRow(lambda: _("Gross"), format_baht(voucher.gross)),
    ]
    if voucher.wht:
        rows.append(FactRow(lambda: _("Tax withheld"), format_baht(-voucher.wht), "danger"))
    rows.append(FactRow(lambda: _("Net to pay"), format_baht(voucher.net), "figure", strong=True))
    return [*rows, *_members(voucher)]


def voucher_story(voucher: Voucher) -> list[FactRow]:
    """How it stands, and who did what: for looking back."""
    rows = [
        FactRow(lambda: _("Status"), STATES[voucher.state], STATE_TONES[voucher.state], strong=True),
        FactRow(lambda: _("Paid how"), lambda: way_text(voucher)),
        FactRow(lambda: _("Prepared by"), voucher.prepared_by),
    ]
    paid_on = voucher.paid_on
    told = (
        (lambda: _("Approved by"), voucher.approved_by),
        (lambda: _("Paid by"), voucher.paid_by),
        (lambda: _("Paid on"), date_text(paid_on) if paid_on else ""),
        (lambda: _("File for the bank"), voucher.batch_no),
        (lambda: _("Reference"), voucher.reference),
        (lambda: _("Tax certificate"), voucher.certificate_no),
        (lambda: _("Remark"), voucher.remark),
    )
    return [*rows, *(FactRow(title, text) for title, text in told if text)]


def _members(voucher: Voucher) -> list[FactRow]:
    shown = [FactRow(share.name, format_baht(share.amount)) for share in voucher.shares[:MOST_MEMBERS]]
    rest = voucher.shares[MOST_MEMBERS:]
    if rest:
        total = format_baht(sum(share.amount for share in rest))
        shown.append(FactRow(lambda: _("{count} more members").format(count=len(rest)), total))
    return shown
