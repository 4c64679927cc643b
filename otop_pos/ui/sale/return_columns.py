"""What comes back of a receipt, row by row."""

from dataclasses import dataclass

from otop_pos.domain.money import format_baht, portion
from otop_pos.domain.quantity import Unit
from otop_pos.domain.sale import DocumentType, Sale, SaleLine
from otop_pos.domain.thai_date import local_date
from otop_pos.i18n import _
from otop_pos.services.sale.finding import SoldLine
from otop_pos.ui.sale.bill_columns import NOTHING
from otop_pos.ui.style import Tone
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, method_name, named, quantity_text, time_text


@dataclass(frozen=True, slots=True)
class ReturnRow:
    """A line of the receipt with what of it comes back, in thousandths."""

    line: SaleLine
    qty: int = 0
    is_damaged: bool = False

    @property
    def amount(self) -> int:
        """What was paid for these pieces; the last piece takes the remaining satang."""
        before = self.line.qty - self.line.left
        return portion(self.line.net, before, before + self.qty, self.line.qty)


def sale_line_name(line: SaleLine) -> str:
    return named(line.name_th, line.name_en)


def _quantity(milli: int, line: SaleLine) -> str:
    return quantity_text(milli, Unit(line.unit)) if milli else NOTHING


def _state(row: ReturnRow) -> str:
    if not row.qty:
        return ""
    return _("damaged") if row.is_damaged else _("good")


def _state_tone(row: ReturnRow) -> Tone:
    return "danger" if row.qty and row.is_damaged else "ink" if row.qty else "ink2"


def _paid(line: SaleLine) -> str:
    text = f"{line.producer_name} · {format_baht(line.unit_price)}"
    if not line.discount:
        return text
    discount = _("discount {amount}").format(amount=format_baht(line.discount))
    return f"{text} · {discount}"


def return_columns() -> tuple[Column[ReturnRow], ...]:
    return (
        Column(
            lambda: _("Product · maker"),
            lambda row: sale_line_name(row.line),
            role="name",
            second=lambda row: _paid(row.line),
            tile=lambda row: row.line.name_th,
        ),
        Column(
            lambda: _("Can return"),
            lambda row: _quantity(row.line.left, row.line),
            108,
            "right",
            second=lambda row: _("of {quantity}").format(quantity=_quantity(row.line.qty, row.line)),
        ),
        Column(
            lambda: _("Returns"),
            lambda row: _quantity(row.qty, row.line),
            112,
            "right",
            "name",
            tone=_state_tone,
            second=_state,
        ),
        Column(lambda: _("Refund"), lambda row: format_baht(row.amount) if row.qty else NOTHING, 118, "right", "name"),
    )


def receipt_columns() -> tuple[Column[Sale], ...]:
    return (
        Column(
            lambda: _("Receipt"),
            lambda sale: sale.doc_no,
            216,
            role="name",
            tone=lambda sale: "ink" if can_return(sale) else "ink2",
            second=lambda sale: f"{time_text(sale.finished_at)} · {date_text(sale.business_date)} · {sale.operator}",
        ),
        Column(lambda: _("Goods"), _goods, second=_methods),
        Column(lambda: _("State"), _standing, 122, tone=lambda sale: "ink" if can_return(sale) else "ink2"),
        Column(lambda: _("Total"), lambda sale: format_baht(sale.total), 116, "right", "name"),
    )


def sold_columns() -> tuple[Column[SoldLine], ...]:
    """Sales of one product, for goods whose receipt was lost."""
    return (
        Column(
            lambda: _("Product"),
            lambda line: named(line.name_th, line.name_en),
            role="name",
            tile=lambda line: line.name_th,
        ),
        Column(
            lambda: _("Receipt"),
            lambda line: line.doc_no,
            216,
            second=lambda line: f"{time_text(line.at)} · {date_text(local_date(line.at))} · {line.operator}",
        ),
        Column(lambda: _("Can return"), lambda line: quantity_text(line.left, line.unit), 110, "right", "name"),
        Column(lambda: _("Paid"), _each_paid, 130, "right", "name"),
    )


def can_return(sale: Sale) -> bool:
    """Something of it can still come back."""
    return sale.doc_type is DocumentType.SALE and any(line.left > 0 for line in sale.lines)


def _standing(sale: Sale) -> str:
    if sale.doc_type is DocumentType.REFUND:
        return _("Void") if sale.is_void else _("Return")
    if can_return(sale):
        return _("sold") if all(line.left == line.qty for line in sale.lines) else _("part came back")
    return _("all came back")


def _each_paid(line: SoldLine) -> str:
    """For all that was sold on the line."""
    return f"{format_baht(line.net)} / {quantity_text(line.qty, line.unit)}"


def _goods(sale: Sale) -> str:
    first = sale_line_name(sale.lines[0])
    return (
        first
        if len(sale.lines) == 1
        else _("{product} and {count} more").format(product=first, count=len(sale.lines) - 1)
    )


def _methods(sale: Sale) -> str:
    return ", ".join(dict.fromkeys(method_name(each.method) for each in sale.payments if each.amount))
