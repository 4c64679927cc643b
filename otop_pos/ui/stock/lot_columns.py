"""The columns of the lots and of a lot's story."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from otop_pos.domain.money import format_baht
from otop_pos.domain.quantity import format_quantity
from otop_pos.domain.stock import Lot
from otop_pos.i18n import _
from otop_pos.services.stock import LotMove
from otop_pos.ui.stock.expiry import expiry_of
from otop_pos.ui.stock.story import move_sentence, move_source
from otop_pos.ui.style import is_large
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, maker_line, product_name, quantity_text, short_date_text

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class StoryRow:
    """A movement with what was in the shop after it."""

    lot: Lot
    move: LotMove
    left: int


def days_on_shelf(lot: Lot, today: date) -> int:
    return (today - lot.received_on).days


def _received(lot: Lot, today: date) -> str:
    return _("{day} · {days} days").format(day=short_date_text(lot.received_on), days=days_on_shelf(lot, today))


def _quantity(lot: Lot, milli: int) -> str:
    return format_quantity(milli, lot.product.unit) if milli else NOTHING


def lot_columns(today: Callable[[], date]) -> tuple[Column[Lot], ...]:
    """`today` is asked at every painting: a till may run past midnight."""
    return (
        Column(
            lambda: _("Product · maker · place"),
            lambda lot: product_name(lot.product),
            role="name",
            second=lambda lot: maker_line(lot.producer),
        ),
        Column(
            lambda: _("Lot · received · days"),
            lambda lot: lot_name(lot.code),
            168,
            second=lambda lot: _received(lot, today()),
        ),
        Column(
            lambda: _("Expires"),
            lambda lot: expiry_of(lot, today()).first,
            120,
            tone=lambda lot: expiry_of(lot, today()).tone,
            second=lambda lot: expiry_of(lot, today()).second,
            yields=1,
        ),
        *(_large_figures() if is_large() else _figures()),
    )


def _figures() -> tuple[Column[Lot], ...]:
    return (
        _on_hand(),
        Column(
            lambda: _("Aside"),
            lambda lot: _quantity(lot, lot.quarantine),
            74,
            "right",
            tone=lambda lot: "danger" if lot.quarantine else "ink2",
            yields=4,
        ),
        Column(lambda: _("Sold"), lambda lot: _quantity(lot, lot.sold - lot.returned), 86, "right", yields=2),
        Column(lambda: _("Price"), lambda lot: format_baht(lot.price), 100, "right", yields=3),
    )


def _large_figures() -> tuple[Column[Lot], ...]:
    """Where text is large the names need the place: the price stands below, the story tells the rest."""
    return (replace(_on_hand(), second=lambda lot: format_baht(lot.price), width=112),)


def _on_hand() -> Column[Lot]:
    return Column(
        lambda: _("On hand"),
        lambda lot: quantity_text(lot.on_hand, lot.product.unit),
        100,
        "right",
        "strong",
        tone=lambda lot: "ink" if lot.on_hand else "ink2",
    )


def story_columns() -> tuple[Column[StoryRow], ...]:
    return (
        Column(
            lambda: _("What happened"),
            lambda row: move_sentence(row.move, row.lot.product.unit),
            role="strong",
            second=lambda row: move_source(row.move),
        ),
        Column(lambda: _("Left"), lambda row: format_quantity(row.left, row.lot.product.unit), 68, "right"),
    )
