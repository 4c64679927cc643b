"""Figures of the Sell screen as a cashier sees it: from a key to what it paints or prints."""

import random
from collections.abc import Sequence

from PySide6.QtCore import Qt

from otop_pos.bench.making import TILLS
from otop_pos.bench.measure import Figure, Goal, Work, compare_prepared
from otop_pos.bench.scale import Scale
from otop_pos.bench.search import KEYSTROKES, each, query_of_text, repeats
from otop_pos.bench.shop import BenchShop, bench_shop, shop_copy
from otop_pos.bench.till_window import TillWindow, till_window
from otop_pos.domain.barcode import lot_code
from otop_pos.domain.quantity import ONE
from otop_pos.domain.sale import Basket, Offer, price
from otop_pos.services.sale import find_offers

LABELS, LINES = 100, 3
"""Lots to scan, spread over the whole catalogue; lines of a bill."""


def scan_to_line(scale: Scale) -> Figure:
    """From the end of a scan to its painted line, against painting that line when it is known already."""
    goal = Goal("scan to line", f"painted, {scale.products:,} products", target=3, at_most={"p99": 16})
    with bench_shop(scale.products, 0) as shop, till_window(shop) as till:
        codes = [lot_code(number) for number in range(1, scale.products, scale.products // LABELS)]
        offers = {code: shop.database.run(find_offers, code, on=shop.today)[0] for code in codes}
        ours = each(codes, lambda code: _scan(till, code))
        floor = each(codes, lambda code: _show(till, _bill([offers[code]]), shop))
        return compare_prepared(goal, ours, floor, rounds=scale.rounds * 4)


def typed_search(scale: Scale) -> Figure:
    """From a keystroke to the painted list, against the SQL alone, the plain way."""
    goal = Goal("typed search", f"painted per keystroke, {scale.products:,} products", at_most={"p95": 30})
    with bench_shop(scale.products, 0) as shop, till_window(shop) as till:
        query = query_of_text(shop)
        ours = each(KEYSTROKES, lambda text: _type(till, text))
        floor = each(KEYSTROKES, lambda text: lambda: query(text))
        return compare_prepared(goal, ours, floor, rounds=len(KEYSTROKES) * repeats(scale))


def pay_to_paper(scale: Scale) -> Figure:
    """From Enter on the exact amount to the slip, against saving such a sale alone, at another till."""
    goal = Goal("pay to paper", f"{LINES} lines, exact cash, until the slip is made", at_most={"p95": 100})
    with shop_copy(scale.products, scale.lines) as shop, till_window(shop) as till:
        ours, floor = random.Random(7), random.Random(7)
        return compare_prepared(
            goal,
            lambda: _pay(till, ours.sample(shop.offers, LINES)),
            lambda: _save(shop, floor.sample(shop.offers, LINES)),
            rounds=scale.rounds,
        )


def _scan(till: TillWindow, code: str) -> Work:
    till.new_bill()
    till.type_code(code)
    return till.end_scan


def _show(till: TillWindow, basket: Basket, shop: BenchShop) -> Work:
    priced = price(basket, vat_registered=True, on=shop.today)
    till.new_bill()

    def show() -> None:
        till.sell.bill.view.show_bill(basket, priced, select=0)
        till.settle()

    return show


def _type(till: TillWindow, text: str) -> Work:
    """The keystrokes come in the order in which the words are typed."""
    if len(text) == 1:
        till.press(Qt.Key.Key_Escape)
    return lambda: till.type_letter(text[-1])


def _pay(till: TillWindow, offers: Sequence[Offer]) -> Work:
    for offer in offers:
        till.type_code(offer.lot_code)
        till.end_scan()
    till.press(Qt.Key.Key_Return, "\r")
    till.press(Qt.Key.Key_Return, "\r")
    return till.end_payment


def _save(shop: BenchShop, offers: Sequence[Offer]) -> Work:
    basket = _bill(offers)
    return lambda: shop.sell(basket, TILLS[1])


def _bill(offers: Sequence[Offer]) -> Basket:
    basket = Basket()
    for offer in offers:
        basket = basket.add(offer, ONE)
    return basket
