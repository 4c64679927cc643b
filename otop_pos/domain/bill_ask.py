"""What on an open bill goes beyond its price tags: each is held against the seller's rights."""

from dataclasses import dataclass

from otop_pos.domain.approval import Ask
from otop_pos.domain.discount import Discount
from otop_pos.domain.money import format_baht
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Basket, BasketLine, Priced, PricedLine
from otop_pos.domain.vat import BASIS_POINTS


@dataclass(frozen=True, slots=True)
class BillAsk:
    """`size` is what the right's cap is held against: basis points of a discount, satang off a price."""

    ask: Ask
    size: int
    amount: int


def bill_asks(basket: Basket, priced: Priced) -> tuple[BillAsk, ...]:
    """Every price changed by hand and every discount. The bill's discount counts with those of its lines."""
    asks = []
    for line, money in zip(basket.lines, priced.lines, strict=True):
        if line.is_price_override:
            asks.append(_price(basket, line))
        if line.discount is not None:
            asks.append(_discount(basket, line.offer.product.sku, line.discount, money.line_discount, money.gross))
    if basket.bill_discount is not None:
        asks.append(_discount(basket, "∑", basket.bill_discount, priced.discount, priced.gross))
    return tuple(asks)


def line_asks(basket: Basket, index: int, money: PricedLine) -> tuple[BillAsk, ...]:
    """Those of one line, for asking at the moment they are typed."""
    one = Basket(key=basket.key, lines=(basket.lines[index],))
    return bill_asks(one, Priced((money,), ()))


def _price(basket: Basket, line: BasketLine) -> BillAsk:
    before, after = line.offer.unit_price, line.unit_price
    what = f"{line.offer.product.sku} {format_baht(before)} → {format_baht(after)}"
    return BillAsk(Ask(Right.OVERRIDE_PRICE, what, basket.key), abs(before - after), after - before)


def _discount(basket: Basket, what: str, discount: Discount, off: int, gross: int) -> BillAsk:
    said = f"{discount.basis_points / 100:g}%" if not discount.amount else format_baht(discount.amount)
    size = off * BASIS_POINTS // gross if gross else 0
    return BillAsk(Ask(Right.DISCOUNT, f"{what} −{said}", basket.key), size, -off)
