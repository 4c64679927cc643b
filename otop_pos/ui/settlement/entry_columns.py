"""The columns of a statement's lines."""

from otop_pos.domain.ledger import LedgerEntry
from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import Unit, format_quantity
from otop_pos.i18n import _
from otop_pos.ui.settlement.look_row import LookRow
from otop_pos.ui.settlement.words import KINDS, entry_text
from otop_pos.ui.style import Tone, is_large
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, short_date_text


def entry_columns() -> tuple[Column[LookRow], ...]:
    columns: tuple[Column[LookRow], ...] = (
        Column(
            lambda: _("Date"),
            lambda row: short_date_text(row.entry.business_date),
            width=130 if is_large() else 98,
            tone=_quiet,
        ),
        Column(lambda: _("What"), lambda row: entry_text(row.entry), role="strong", tone=_tone, second=_under),
        Column(lambda: _("Qty"), lambda row: _quantity(row.entry), width=76, align="right", yields=4),
        Column(
            lambda: _("Net"),
            lambda row: _sale_money(row.entry, row.entry.net),
            width=106,
            align="right",
            yields=3,
        ),
        Column(
            lambda: _("Discount"),
            lambda row: _sale_money(row.entry, -row.entry.disc_centre - row.entry.disc_producer),
            width=104,
            align="right",
            second=lambda row: _bearer(row.entry),
            yields=5,
        ),
        Column(
            lambda: _("Centre"),
            lambda row: _sale_money(row.entry, row.entry.commission + row.entry.vat_centre),
            width=106,
            align="right",
            yields=2,
        ),
        Column(
            lambda: _("Producer's"),
            lambda row: format_baht(row.entry.amount),
            width=116,
            align="right",
            role="strong",
            tone=_tone,
        ),
    )
    # In large type what the line is about needs the room; the paper has every figure.
    return tuple(each for each in columns if not is_large() or each.yields < 3)


def _quiet(_row: LookRow) -> Tone:
    return "ink2"


def _tone(row: LookRow) -> Tone:
    if row.is_parked:
        return "warn"
    return "danger" if row.entry.amount < 0 else "ink"


def _under(row: LookRow) -> str:
    entry = row.entry
    parts = [_("parked") if row.is_parked else "", KINDS[entry.kind](), entry.doc_no]
    if entry.is_late:
        parts.append(_("late"))
    if entry.lot_code:
        parts.append(lot_name(entry.lot_code))
    return " · ".join(part for part in parts if part)


def _quantity(entry: LedgerEntry) -> str:
    return format_quantity(entry.qty, Unit(entry.unit)) if entry.qty and entry.unit else ""


def _sale_money(entry: LedgerEntry, amount: int) -> str:
    return format_baht(amount) if entry.net else ""


def _bearer(entry: LedgerEntry) -> str:
    if entry.disc_centre and entry.disc_producer:
        return _("shared")
    return _("centre's") if entry.disc_centre else _("producer's") if entry.disc_producer else ""
