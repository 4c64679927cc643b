"""The columns of the bill and of the search for goods."""

from dataclasses import dataclass

from otop_pos.domain.money import format_baht
from otop_pos.domain.sale import BasketLine, Offer, PricedLine
from otop_pos.i18n import _
from otop_pos.ui.style import Tone
from otop_pos.ui.widgets.table_model import Column
from otop_pos.ui.wording import lot_name, maker_line, product_name, quantity_text, short_date_text

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class BillRow:
    """A line of the basket with its price."""

    line: BasketLine
    priced: PricedLine


def offer_line(offer: Offer) -> str:
    """Maker, village, and of what is pinned to a lot or expires also that."""
    parts = [maker_line(offer.producer)]
    if offer.expires_on is not None:
        parts.append(short_date_text(offer.expires_on))
    elif offer.is_pinned:
        parts.append(_("lot {lot}").format(lot=lot_name(offer.lot_code)))
    return " · ".join(parts)


def offer_stars(offer: Offer) -> int:
    return offer.product.stars or offer.producer.stars


def _quantity(row: BillRow) -> str:
    return quantity_text(row.line.qty, row.line.offer.product.unit)


def _discount(row: BillRow) -> str:
    return format_baht(-row.priced.line_discount) if row.priced.line_discount else NOTHING


def _on_hand(offer: Offer) -> str:
    return quantity_text(offer.on_hand, offer.product.unit) if offer.on_hand > 0 else _("none left")


def _stock_tone(offer: Offer) -> Tone:
    return "ink" if offer.on_hand > 0 else "warn"


def bill_columns() -> tuple[Column[BillRow], ...]:
    return (
        Column(
            lambda: _("Product · maker"),
            lambda row: product_name(row.line.offer.product),
            role="name",
            second=lambda row: offer_line(row.line.offer),
            stars=lambda row: offer_stars(row.line.offer),
            tile=lambda row: row.line.offer.product.name_th,
        ),
        Column(lambda: _("Price"), lambda row: format_baht(row.line.unit_price), 106, "right"),
        Column(lambda: _("Quantity"), _quantity, 100, "right"),
        Column(
            lambda: _("Discount"),
            _discount,
            94,
            "right",
            tone=lambda row: "danger" if row.priced.line_discount else "ink2",
        ),
        Column(
            lambda: _("Total"),
            lambda row: format_baht(row.priced.gross - row.priced.line_discount),
            112,
            "right",
            "name",
        ),
    )


def search_columns() -> tuple[Column[Offer], ...]:
    return (
        Column(
            lambda: _("Product · maker"),
            lambda offer: product_name(offer.product),
            role="name",
            second=offer_line,
            stars=offer_stars,
            tile=lambda offer: offer.product.name_th,
        ),
        Column(lambda: _("On the shelf"), _on_hand, 130, "right", tone=_stock_tone),
        Column(lambda: _("Price"), lambda offer: format_baht(offer.unit_price), 120, "right", "name"),
    )
