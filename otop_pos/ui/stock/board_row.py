"""What the board shows, by what is asked: goods that expire, goods whose term ends, goods that run low."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from otop_pos.domain.agreement import EndAction
from otop_pos.domain.board import Board, BringList, EndingLot, ExpiringLot, LowProduct, Urgency
from otop_pos.domain.producer import Producer
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.ui.style import Tone
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import (
    lot_name,
    maker_line,
    producer_name,
    product_name,
    quantity_text,
    short_date_text,
)

TONES: dict[Urgency, Tone] = {
    Urgency.PAST: "danger",
    Urgency.WEEK: "warn",
    Urgency.FORTNIGHT: "warn",
    Urgency.MONTH: "ink2",
}


@dataclass(frozen=True, slots=True)
class LotRow:
    """A lot with its day; `about` is what was agreed for the end."""

    lot: Lot
    day: date
    days: int
    urgency: Urgency
    about: EndAction | None = None
    is_due: bool = False


@dataclass(frozen=True, slots=True)
class BringRow:
    producer: Producer
    low: LowProduct


def expiring_rows(expiring: Sequence[ExpiringLot]) -> tuple[LotRow, ...]:
    return tuple(LotRow(each.lot, each.expires_on, each.days, each.urgency) for each in expiring)


def ending_rows(ending: Sequence[EndingLot], on: date) -> tuple[LotRow, ...]:
    return tuple(
        LotRow(each.lot, each.ends_on, each.days, each.urgency, each.end_action, each.is_due(on)) for each in ending
    )


def bring_rows(bring: Sequence[BringList]) -> tuple[BringRow, ...]:
    return tuple(BringRow(each.producer, low) for each in bring for low in each.products)


def waiting_count(board: Board) -> int:
    """What is past its day: for the badge."""
    rows = (*expiring_rows(board.expiring), *ending_rows(board.ending, board.on))
    return sum(row.urgency is Urgency.PAST for row in rows)


def past_term(board: Board, producer_id: int) -> tuple[int, ...]:
    """The lots of a producer whose agreed time is over."""
    return tuple(
        each.lot.id for each in board.ending if each.urgency is Urgency.PAST and each.lot.producer.id == producer_id
    )


def days_text(days: int) -> str:
    if days < 0:
        return _("{days} days over").format(days=-days)
    return _("in {days} days").format(days=days) if days else _("today")


def end_word(row: LotRow) -> str:
    words = {EndAction.RETURN: _("give back"), EndAction.ASK: _("ask the maker"), EndAction.DONATE: _("donate")}
    if row.about is None:
        return _("take off the shelf") if row.days < 0 else _("sell first")
    return words[row.about]


def lot_board_columns() -> tuple[Column[LotRow], ...]:
    return (
        Column(
            lambda: _("Product · maker · place"),
            lambda row: product_name(row.lot.product),
            role="name",
            second=lambda row: maker_line(row.lot.producer),
        ),
        Column(lambda: _("Lot"), lambda row: lot_name(row.lot.code), 130, tone=lambda _row: "ink2", yields=2),
        Column(
            lambda: _("Here"),
            lambda row: quantity_text(row.lot.on_hand + row.lot.quarantine + row.lot.to_return, row.lot.product.unit),
            118,
            "right",
            "strong",
        ),
        Column(
            lambda: _("By when"),
            lambda row: days_text(row.days),
            150,
            role="strong",
            tone=lambda row: TONES[row.urgency],
            second=lambda row: short_date_text(row.day),
        ),
        Column(
            lambda: _("What to do"),
            end_word,
            150,
            tone=lambda row: "danger" if row.is_due else "ink2",
            second=lambda row: _("grace is over") if row.is_due else "",
            yields=1,
        ),
    )


def bring_columns() -> tuple[Column[BringRow], ...]:
    return (
        Column(
            lambda: _("Maker · phone"),
            lambda row: producer_name(row.producer),
            230,
            role="name",
            second=lambda row: row.producer.phone or _("no phone number"),
        ),
        Column(lambda: _("Product"), lambda row: product_name(row.low.product)),
        Column(
            lambda: _("On hand"),
            lambda row: quantity_text(row.low.on_hand, row.low.product.unit),
            100,
            "right",
            "strong",
            tone=lambda row: "danger" if row.low.on_hand <= 0 else "ink",
            yields=1,
        ),
        Column(
            lambda: _("Mark"), lambda row: quantity_text(row.low.low_stock, row.low.product.unit), 90, "right", yields=2
        ),
        Column(
            lambda: _("Bring"),
            lambda row: quantity_text(row.low.missing, row.low.product.unit),
            100,
            "right",
            "name",
            tone=lambda _row: "primary",
        ),
    )
