"""The columns of the shelf by product or by maker."""

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.stock_row import StockRow
from otop_pos.i18n import _
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import named, quantity_text


def row_name(row: StockRow) -> str:
    return named(row.name_th, row.name_en)


def _about(row: StockRow) -> str:
    maker = named(row.producer, row.producer_en)
    return " · ".join(part for part in (row.code, maker if row.unit is not None else "") if part)


def _quantity(row: StockRow, milli: int) -> str:
    """A maker's goods are of several units: their sum is a bare figure."""
    if not milli:
        return "–"
    return quantity_text(milli, row.unit) if row.unit is not None else format_quantity(milli)


def group_columns() -> tuple[Column[StockRow], ...]:
    return (
        Column(lambda: _("Product · maker"), row_name, role="name", second=_about, tile=lambda row: row.name_th),
        Column(lambda: _("Lots"), lambda row: str(row.lots), 72, "right", yields=4),
        Column(lambda: _("On hand"), lambda row: _quantity(row, row.on_hand), 110, "right", "strong"),
        Column(
            lambda: _("Aside"),
            lambda row: _quantity(row, row.quarantine),
            96,
            "right",
            tone=lambda row: "danger" if row.quarantine else "ink2",
            yields=2,
        ),
        Column(
            lambda: _("For the maker"),
            lambda row: _quantity(row, row.to_return),
            120,
            "right",
            tone=lambda row: "warn" if row.to_return else "ink2",
            yields=3,
        ),
        Column(lambda: _("Selling price"), lambda row: format_baht(row.value), 140, "right"),
        Column(
            lambda: _("Makers get"), lambda row: format_baht(row.due), 140, "right", tone=lambda _row: "good", yields=1
        ),
    )
