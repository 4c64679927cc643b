"""The columns of a delivery being counted."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.i18n import _
from otop_pos.ui.receiving.draft import DraftLine
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import date_text, product_name, quantity_text

NOTHING = "–"
NUMBER, PRODUCT, DECLARED, ACCEPTED, REJECTED, PRICE, DUE = range(7)
"""Places of the columns."""
THUMB = 42
"""Side of a picture in a line."""
ROOM_FOR_THUMB = 180
"""Width of a cell that leaves room for words beside it."""


@dataclass(frozen=True, slots=True)
class DraftRow:
    """A line with its number, from 1."""

    number: int
    line: DraftLine


def draft_rows(lines: Sequence[DraftLine]) -> tuple[DraftRow, ...]:
    return tuple(DraftRow(number, line) for number, line in enumerate(lines, start=1))


def due_text(line: DraftLine) -> str:
    return format_baht(line.due) if line.due is not None else "…"


def details(line: DraftLine) -> str:
    """'รุ่น K-5 · หมดอายุ 30 มิ.ย. 2570 · ไม่รับ: ตะเข็บหลุด'."""
    return " · ".join(_details(line))


def _details(line: DraftLine) -> Iterator[str]:
    goods = line.goods
    if goods.rejected and goods.reject_reason:
        yield _("rejected: {reason}").format(reason=goods.reject_reason)
    if goods.batch:
        yield _("batch {batch}").format(batch=goods.batch)
    if goods.expires_on:
        yield _("expires {day}").format(day=date_text(goods.expires_on))
    elif line.lacks_expiry:
        yield _("expiry date not typed")
    if goods.pieces > 1:
        yield _("{count} labels").format(count=goods.pieces)
    if goods.agreed_value:
        yield _("agreed value {amount}").format(amount=format_baht(goods.agreed_value))


def _declared(row: DraftRow) -> str:
    return quantity_text(row.line.goods.declared, row.line.product.unit) if row.line.goods.declared else NOTHING


def _accepted(row: DraftRow) -> str:
    return quantity_text(row.line.goods.accepted, row.line.product.unit) if row.line.goods.declared else NOTHING


def draft_columns() -> tuple[Column[DraftRow], ...]:
    return (
        Column(lambda: "#", lambda row: str(row.number), 52, tone=lambda row: "ink2", yields=2),
        Column(
            lambda: _("Product · batch · expiry"),
            lambda row: product_name(row.line.product),
            role="name",
            second=lambda row: details(row.line),
        ),
        Column(lambda: _("Delivered"), _declared, 98, "right"),
        Column(lambda: _("Accepted"), _accepted, 98, "right", "strong"),
        Column(
            lambda: _("Rejected"),
            lambda row: format_quantity(row.line.goods.rejected, row.line.product.unit),
            96,
            "right",
            tone=lambda row: "danger" if row.line.goods.rejected else "ink2",
            yields=1,
        ),
        Column(lambda: _("Price"), lambda row: format_baht(row.line.goods.price), 106, "right"),
        Column(
            lambda: _("Maker gets/unit"),
            lambda row: due_text(row.line),
            142,
            "right",
            "strong",
            tone=lambda row: "good",
        ),
    )
