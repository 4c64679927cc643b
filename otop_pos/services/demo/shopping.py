"""Customers of the demo shop: what they bring to the counter, and how it is scanned."""

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from otop_pos.db.database import Database
from otop_pos.domain.discount import Discount
from otop_pos.domain.money import BAHT, half_up
from otop_pos.domain.product import Product
from otop_pos.domain.quantity import ONE, Unit
from otop_pos.domain.sale import Basket, BasketLine, Offer
from otop_pos.domain.thai_date import to_local
from otop_pos.services.demo.catalogue import DemoGoods
from otop_pos.services.sale import find_offers

_LINES = ((1, 2, 3, 4, 5, 6), (34, 27, 18, 11, 6, 4))
_GIFTS = ((1, 2, 3, 4, 5, 6, 10), (36, 28, 15, 8, 6, 4, 3))
_A_FEW = ((1, 2, 3), (76, 19, 5))
_METRES = (500, 1000, 1500, 2000, 2500, 3000, 4000)
_ALCOHOL_HOURS = frozenset((11, 12, 13, 17))
_BY_MEASURE_PULL, _FRESH_PULL = 12, 30
_FRESH_DAYS = 14
_UNRECEIVED_PULL = 12
_LEAST_WEIGHT = 100
"""Grams: less than that on the shelf is not worth weighing."""

_LABEL_SCANNED = 0.55
_OVERSOLD = 0.15
_LINE_DISCOUNT = 0.05
_BILL_DISCOUNT = 0.06
_PRICE_OVERRIDE = 0.008


def fill_basket(database: Database, goods: Sequence[DemoGoods], at: datetime, rng: random.Random) -> Basket:
    """One to six different goods, rarely more of one than the book has."""
    basket, wanted, seen = Basket(), rng.choices(*_LINES)[0], set[int]()
    while len(basket.lines) < wanted:
        picked = _pick(goods, at, rng)
        if picked.product.id in seen:
            continue
        offer = _scan(database, picked.product, at, rng)
        qty = _quantity(offer, picked, rng)
        if qty:
            seen.add(picked.product.id)
            basket = basket.add(offer, qty)
    return _bargain(basket, rng)


def _pick(goods: Sequence[DemoGoods], at: datetime, rng: random.Random) -> DemoGoods:
    """What the shop keeps many of is what sells; alcohol only in its hours."""
    while True:
        picked = rng.choices(goods, [_pull(each) for each in goods])[0]
        if not picked.product.restricted or to_local(at).hour in _ALCOHOL_HOURS:
            return picked


def _pull(goods: DemoGoods) -> int:
    if not goods.product.unit.is_whole:
        is_fresh = (goods.product.shelf_life_days or _FRESH_DAYS + 1) <= _FRESH_DAYS
        return _FRESH_PULL if is_fresh else _BY_MEASURE_PULL
    return goods.first_delivery // ONE or _UNRECEIVED_PULL


def _scan(database: Database, product: Product, at: datetime, rng: random.Random) -> Offer:
    """By the maker's own code or the product's, often by the lot's label. A code of several makers is
    answered as a person does who has the piece in hand."""
    code = product.codes[0] if product.codes else product.sku
    on = to_local(at).date()
    offers = database.run(find_offers, code, on=on)
    offer = next(each for each in offers if each.product.id == product.id)
    if offer.lot_code and rng.random() < _LABEL_SCANNED:
        return database.run(find_offers, offer.lot_code, on=on)[0]
    return offer


def _quantity(offer: Offer, goods: DemoGoods, rng: random.Random) -> int:
    """Thousandths; 0 where the shelf is empty. What was never received lies there without a lot."""
    wanted = _wanted(goods.product, rng)
    if wanted <= offer.on_hand or not goods.first_delivery:
        return wanted
    if offer.on_hand <= 0:
        return 0
    if offer.product.unit.is_whole:
        return wanted if rng.random() < _OVERSOLD else offer.on_hand
    return offer.on_hand if offer.on_hand >= _LEAST_WEIGHT else 0


def _wanted(product: Product, rng: random.Random) -> int:
    match product.unit:
        case Unit.KILOGRAM:
            most = 600 if product.price > 200 * BAHT else 2400
            return rng.randrange(_LEAST_WEIGHT, most, 5)
        case Unit.METRE:
            return rng.choice(_METRES)
    if product.price >= 600 * BAHT:
        return ONE
    pieces, weights = _GIFTS if product.price < 100 * BAHT else _A_FEW
    return rng.choices(pieces, weights)[0] * ONE


def _bargain(basket: Basket, rng: random.Random) -> Basket:
    """A promotion on a line, a flawed piece marked down, something off the bill for a good customer."""
    for index, line in enumerate(basket.lines):
        basket = basket.with_line(index, _bargained(line, rng))
    if rng.random() < _BILL_DISCOUNT:
        percent = Discount(basis_points=rng.choice((300, 500, 1000)))
        net = sum(line.gross - (line.discount.of(line.gross) if line.discount else 0) for line in basket.lines)
        flat = Discount(amount=rng.choice((10, 20, 50)) * BAHT)
        return replace(basket, bill_discount=flat if net > 200 * BAHT and rng.random() < 0.4 else percent)
    return basket


def _bargained(line: BasketLine, rng: random.Random) -> BasketLine:
    luck = rng.random()
    if luck < _LINE_DISCOUNT:
        return replace(line, discount=_promotion(line.gross, rng))
    if luck < _LINE_DISCOUNT + _PRICE_OVERRIDE:
        return replace(line, unit_price=half_up(line.unit_price * 85, 100 * BAHT) * BAHT)
    return line


def _promotion(gross: int, rng: random.Random) -> Discount:
    if gross > 150 * BAHT and rng.random() < 0.3:
        return Discount(amount=20 * BAHT)
    return Discount(basis_points=rng.choice((500, 1000, 1500, 2000)))
