"""The columns of goods sold without a lot, and of the lots they may have come from."""

from otop_pos.domain.money import format_baht
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_exception import StockException
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, product_name, quantity_text, short_date_text, time_text

Numbered = tuple[int, Lot]


def _when(each: StockException) -> str:
    return f"{short_date_text(local_date(each.sold_at))} {time_text(each.sold_at)}"


def exception_columns() -> tuple[Column[StockException], ...]:
    return (
        Column(
            lambda: _("Sold"),
            lambda each: product_name(each.product),
            role="name",
            second=lambda each: f"{each.doc_no} · {_when(each)} · {each.operator}",
        ),
        Column(
            lambda: _("Without a lot"),
            lambda each: quantity_text(each.qty, each.product.unit),
            110,
            "right",
            "strong",
            tone=lambda _each: "danger",
        ),
        Column(lambda: _("Paid"), lambda each: format_baht(each.net), 110, "right", yields=1),
    )


def _about(row: Numbered) -> str:
    lot = row[1]
    batch = _("batch {batch}").format(batch=lot.batch) if lot.batch else ""
    expires = _("expires {day}").format(day=short_date_text(lot.expires_on)) if lot.expires_on else ""
    return " · ".join(part for part in (short_date_text(lot.received_on), batch, expires) if part)


def lot_columns_for() -> tuple[Column[Numbered], ...]:
    """Numbered: a digit takes that one."""
    return (
        Column(lambda: "", lambda row: str(row[0]) if row[0] <= 9 else "", 44, "right", tone=lambda _row: "ink2"),
        Column(lambda: _("Lot · received"), lambda row: lot_name(row[1].code), role="strong", second=_about),
        Column(
            lambda: _("Here"),
            lambda row: quantity_text(row[1].on_hand, row[1].product.unit),
            80,
            "right",
            "strong",
            tone=lambda row: "ink" if row[1].on_hand > 0 else "ink2",
        ),
        Column(lambda: _("Price"), lambda row: format_baht(row[1].price), 96, "right", yields=2),
    )
