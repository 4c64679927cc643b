"""Goods come back against their receipt: the same lots, the same dues, never more than was sold."""

import itertools
from dataclasses import replace
from datetime import timedelta

import pytest

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import (
    EmptyBasket,
    Missing,
    NotFound,
    NothingLeftToReturn,
    Refusal,
    TillNotOpen,
    Unwritable,
)
from otop_pos.domain.money import CashRounding
from otop_pos.domain.payment import CASH, Given
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.sale import Basket, BasketLine, DocumentType, Sale
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale import read_sale
from otop_pos.services.shop import keep_shop
from otop_pos.services.stock import list_lots
from tests.books import broken, change, contents, rows
from tests.factories import NOW, SHOP, TODAY, SmallShop

NOTHING = [(0, 0, 0, 0, 0, 0, 0)]
LEFT_OF_ALL = (
    "SELECT SUM(qty), SUM(gross), SUM(disc_centre), SUM(disc_producer), SUM(vat_centre), SUM(commission), SUM(due) "
    "FROM sale_alloc"
)


def refused(shop: SmallShop, sale: Sale, *lines: RefundLine, **changes: object) -> Refusal:
    """What the shop answers; that nothing was changed is looked at every time."""
    wanted = replace(Refund(sale.doc_no, lines, "สีตก"), **changes)  # type: ignore[arg-type]
    before = contents(shop.database)
    with pytest.raises(Refusal) as refusal:
        shop.database.run(refund_sale, wanted, till="CM01", user=shop.user, at=NOW)
    assert contents(shop.database) == before
    return refusal.value


def awkward_sale(shop: SmallShop) -> Sale:
    """Seven cloths from two lots and 1.255 m of silk, 7.77 % off a line and 100.01 off the bill."""
    shop.sell(("P000001", 17_000))
    shop.receive(shop.cloth, 10_000)
    basket = shop.basket(("P000001", 7_000), ("P000002", 1_255))
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(777, bearer=Bearer.SHARED)))
    return shop.sell(basket=replace(basket, bill_discount=Discount(amount=10_001)))


def test_a_refund_is_a_paper_of_its_own_with_every_figure(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000), ("P000003", 1_000))
    refund = shop.refund(sale, RefundLine(1, 1_000), at=NOW + timedelta(hours=1))
    assert refund.doc_type is DocumentType.REFUND
    assert (refund.doc_no, refund.refers_to) == ("CM01-1-R690000001", sale.doc_no)
    assert (refund.gross, refund.discount, refund.net, refund.vat) == (-107_000, 0, -107_000, -7_000)
    assert (refund.reason, refund.finished_at) == ("ลูกค้าเปลี่ยนใจ", NOW + timedelta(hours=1))
    (line,) = refund.lines
    assert (line.qty, line.unit_price, line.net, line.ref_line_no) == (-1_000, 107_000, -107_000, 1)
    assert line.lot_codes == sale.lines[0].lot_codes
    assert shop.database.run(read_sale, refund.doc_no) == refund
    assert broken(shop.database) == []


def test_a_receipt_says_how_much_of_each_line_may_still_come_back(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 3_000), ("P000002", 1_255))
    shop.refund(sale, RefundLine(1, 1_000), RefundLine(2, 255))
    assert [line.left for line in shop.database.run(read_sale, sale.doc_no).lines] == [2_000, 1_000]


def test_good_pieces_go_back_to_their_lot_and_damaged_ones_into_quarantine(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 5_000))
    shop.refund(sale, RefundLine(1, 1_000, is_damaged=True))
    shop.refund(sale, RefundLine(1, 2_000))
    (lot,) = shop.database.run(list_lots, sale.lines[0].lot_codes[0])
    assert (lot.on_hand, lot.quarantine, lot.sold, lot.returned) == (17_000, 1_000, 5_000, 3_000)
    assert broken(shop.database) == []


def test_of_one_line_one_piece_may_be_good_and_another_damaged(shop: SmallShop) -> None:
    sale = awkward_sale(shop)
    refund = shop.refund(sale, RefundLine(1, 3_000), RefundLine(1, 4_000, is_damaged=True), RefundLine(2, 1_255))
    assert refund.net == -sale.net
    assert (
        rows(shop.database, f"{LEFT_OF_ALL} WHERE sale_id = '{key(shop, sale)}' OR ref_sale_id IS NOT NULL") == NOTHING
    )
    assert rows(shop.database, "SELECT SUM(qty) FROM lot_balance WHERE bucket = 'quarantine'") == [(4_000,)]
    assert broken(shop.database) == []


def test_naming_a_line_twice_gives_no_piece_back_twice(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    refusal = refused(shop, sale, RefundLine(1, 2_000), RefundLine(1, 2_000))
    assert isinstance(refusal, NothingLeftToReturn)
    assert isinstance(
        refused(shop, sale, RefundLine(1, 1_000), RefundLine(1, 2_000, is_damaged=True)), NothingLeftToReturn
    )


@pytest.mark.parametrize(
    "parts", [(7_000,), (1_000,) * 7, (6_000, 1_000), (1_000, 6_000), (4_000, 3_000), (2_000, 1_000, 4_000)]
)
def test_any_parts_in_any_order_leave_exactly_nothing(sqlite_shop: SmallShop, parts: tuple[int, ...]) -> None:
    shop = sqlite_shop
    earlier = shop.sell(("P000001", 17_000))
    shop.receive(shop.cloth, 10_000)
    basket = shop.basket(("P000001", 7_000), ("P000002", 1_255))
    basket = basket.with_line(0, replace(basket.lines[0], discount=Discount(777, bearer=Bearer.SHARED)))
    sale = shop.sell(basket=replace(basket, bill_discount=Discount(amount=10_001)))
    shop.refund(earlier)
    refunds = [shop.refund(sale, RefundLine(2, 1_255))] + [shop.refund(sale, RefundLine(1, qty)) for qty in parts]
    assert sum(refund.net for refund in refunds) == -sale.net
    assert sum(refund.vat for refund in refunds) == -sale.vat
    assert rows(shop.database, LEFT_OF_ALL) == NOTHING
    assert rows(shop.database, "SELECT SUM(amount) FROM payable") == [(0,)]
    assert rows(shop.database, "SELECT SUM(vat), SUM(gross) FROM sale_vat") == [(0, 0)]
    assert broken(shop.database) == []


def test_a_metre_comes_back_in_odd_lengths(sqlite_shop: SmallShop) -> None:
    sale = sqlite_shop.sell(("P000002", 1_000))
    for length in (333, 1, 333, 333):
        sqlite_shop.refund(sale, RefundLine(1, length))
    assert rows(sqlite_shop.database, LEFT_OF_ALL) == NOTHING
    assert broken(sqlite_shop.database) == []


def test_under_a_bill_discount_only_what_was_paid_comes_back(shop: SmallShop) -> None:
    """95.00 with 30.00 off the bill was 65.00: 65.00 comes back, never 95.00."""
    basket = Basket(lines=(BasketLine(shop.offer("P000003"), 1_000, 9_500),), bill_discount=Discount(amount=3_000))
    sale = shop.sell(basket=basket)
    assert sale.net == 6_500
    refund = shop.refund(sale)
    assert (refund.net, refund.payments[0].amount) == (-6_500, -6_500)
    assert broken(shop.database) == []


def test_under_a_bill_discount_each_line_gives_back_its_own_part(shop: SmallShop) -> None:
    basket = replace(shop.basket(("P000001", 1_000), ("P000003", 1_000)), bill_discount=Discount(amount=12_500))
    sale = shop.sell(basket=basket)
    assert shop.refund(sale, RefundLine(2, 1_000)).net == -(18_000 - 1_800)
    assert shop.refund(sale, RefundLine(1, 1_000)).net == -(107_000 - 10_700)
    assert rows(shop.database, LEFT_OF_ALL) == NOTHING


def test_more_than_is_left_is_refused(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 3_000), ("P000002", 1_255))
    assert isinstance(refused(shop, sale, RefundLine(1, 4_000)), NothingLeftToReturn)
    assert isinstance(refused(shop, sale, RefundLine(2, 1_256)), NothingLeftToReturn)
    shop.refund(sale, RefundLine(1, 2_000))
    refusal = refused(shop, sale, RefundLine(1, 2_000))
    assert isinstance(refusal, NothingLeftToReturn)
    assert refusal.left == "1"
    shop.refund(sale, RefundLine(1, 1_000))
    assert isinstance(refused(shop, sale, RefundLine(1, 1_000)), NothingLeftToReturn)


@pytest.mark.parametrize("qty", [0, -1_000, 500, 1_500])
def test_pieces_come_back_whole_and_forwards_only(sqlite_shop: SmallShop, qty: int) -> None:
    sale = sqlite_shop.sell(("P000001", 3_000))
    assert isinstance(refused(sqlite_shop, sale, RefundLine(1, qty)), NothingLeftToReturn)


def test_what_is_no_line_of_the_receipt_is_not_found(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 3_000))
    assert isinstance(refused(shop, sale, RefundLine(2, 1_000)), NotFound)
    assert isinstance(refused(shop, sale, RefundLine(1, 1_000), sale_doc_no="CM01-1-690000099"), NotFound)


def test_a_refund_cannot_be_refunded(shop: SmallShop) -> None:
    refund = shop.refund(shop.sell(("P000001", 3_000)))
    assert isinstance(refused(shop, refund, RefundLine(1, 1_000)), NotFound)


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"reason": ""}, Missing),
        ({"reason": "  "}, Missing),
        ({"reason": "\u200b"}, Missing),
        ({"reason": "=1+1"}, Unwritable),
        ({"lines": ()}, EmptyBasket),
        ({"method": "transfer"}, Missing),
        ({"method": "transfer", "reference": " "}, Missing),
    ],
)
def test_an_incomplete_refund_is_refused(
    sqlite_shop: SmallShop, changes: dict[str, object], refusal: type[Refusal]
) -> None:
    sale = sqlite_shop.sell(("P000001", 3_000))
    assert isinstance(refused(sqlite_shop, sale, RefundLine(1, 1_000), **changes), refusal)


def test_a_till_that_is_not_open_takes_nothing_back(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 3_000))
    with pytest.raises(TillNotOpen):
        shop.refund(sale, till="CM02")


def test_another_till_takes_goods_back_under_its_own_number(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 3_000))
    shop.open("CM02")
    assert shop.refund(sale, RefundLine(1, 1_000), till="CM02").doc_no == "CM02-1-R690000001"
    assert broken(shop.database) == []


def test_money_may_go_back_by_transfer_unrounded(shop: SmallShop) -> None:
    basket = Basket(lines=tuple(BasketLine(shop.offer("P000003"), 1_000, price) for price in (24_129, 5_000)))
    refund = by_transfer(shop, shop.sell(basket=basket), RefundLine(1, 1_000))
    (payment,) = refund.payments
    assert (payment.method, payment.amount, payment.reference, refund.rounding) == ("transfer", -24_129, "TR-1", 0)


def test_by_transfer_no_satang_comes_back_that_coins_did_not_pay(shop: SmallShop) -> None:
    """241.29 was paid with 241.25 in coins."""
    refund = by_transfer(shop, shop.sell(basket=Basket(lines=(BasketLine(shop.offer("P000003"), 1_000, 24_129),))))
    assert [(each.method, each.amount) for each in refund.payments] == [("transfer", -24_125), (CASH, 0)]
    assert refund.rounding == 4
    assert broken(shop.database) == []


def by_transfer(shop: SmallShop, sale: Sale, *lines: RefundLine) -> Sale:
    wanted = Refund(sale.doc_no, lines or (RefundLine(1, 1_000),), "สีตก", "transfer", "TR-1")
    return shop.database.run(refund_sale, wanted, till="CM01", user=shop.user, at=NOW)


@pytest.mark.parametrize("rule", [CashRounding.DOWN_25, CashRounding.NEAREST_25, CashRounding.NONE])
@pytest.mark.parametrize("order", list(itertools.permutations((1, 2, 3))))
def test_coins_are_rounded_over_all_parts_together(
    sqlite_shop: SmallShop, rule: CashRounding, order: tuple[int, ...]
) -> None:
    """Three odd prices paid in cash: the parts give back what was paid, not a quarter less each."""
    shop = sqlite_shop
    shop.database.run(keep_shop, replace(SHOP, cash_rounding=rule), valid_from=TODAY)
    offer = shop.offer("P000003")
    lines = tuple(BasketLine(offer, 1_000, price) for price in (3_341, 5_559, 7_713))
    sale = shop.sell(basket=Basket(lines=lines))
    refunds = [shop.refund(sale, RefundLine(line_no, 1_000)) for line_no in order]
    assert sum(refund.payments[0].amount for refund in refunds) == -sale.payments[0].amount
    assert sum(refund.rounding for refund in refunds) == -sale.rounding
    coin = {CashRounding.NONE: 1}.get(rule, 25)
    assert all(refund.payments[0].amount % coin == 0 for refund in refunds)
    assert broken(shop.database) == []


def test_a_refund_keeps_the_tax_of_its_sale(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    shop.database.run(keep_shop, replace(SHOP, vat_registered=False), valid_from=TODAY)
    change(shop.database, "UPDATE product SET vat_class = 'EX81', price = 5")
    refund = shop.refund(sale)
    assert (refund.vat, refund.net) == (-sale.vat, -sale.net)
    assert refund.vats[0].rate_bp == 700


def test_a_refund_of_an_earlier_days_sale_stands_in_todays_books(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 2_000))
    shop.close()
    tomorrow = NOW + timedelta(days=1)
    shop.open(at=tomorrow)
    refund = shop.refund(sale, at=tomorrow)
    assert refund.business_date == TODAY + timedelta(days=1)
    assert rows(shop.database, "SELECT business_date FROM payable WHERE kind = 'refund'")[0][0] in (
        TODAY + timedelta(days=1),
        (TODAY + timedelta(days=1)).isoformat(),
    )
    assert broken(shop.database) == []


@pytest.mark.parametrize(
    ("rule", "later", "paid", "back"),
    [
        (CashRounding.DOWN_25, CashRounding.DOWN_25, 10_010, 10_000),
        (CashRounding.NEAREST_25, CashRounding.NEAREST_25, 10_035, 10_025),
        (CashRounding.DOWN_25, CashRounding.NONE, 10_010, 10_010),
        (CashRounding.NONE, CashRounding.NONE, 10_030, 10_030),
        (CashRounding.NONE, CashRounding.DOWN_100, 10_030, 10_000),
    ],
)
def test_never_more_comes_back_than_was_paid(
    sqlite_shop: SmallShop, rule: CashRounding, later: CashRounding, paid: int, back: int
) -> None:
    """100.30: 0.10 by card, the other 100.20 in coins; the rule may have changed since."""
    shop = sqlite_shop
    shop.database.run(keep_shop, replace(SHOP, cash_rounding=rule), valid_from=TODAY)
    basket = Basket(lines=(BasketLine(shop.offer("P000003"), 1_000, 10_030),))
    sale = shop.sell(basket=basket, given=(Given("card", 10, "A-1"), Given(CASH, 20_000)))
    assert sale.total == paid
    shop.database.run(keep_shop, replace(SHOP, cash_rounding=later), valid_from=TODAY)
    assert shop.refund(sale).payments[0].amount == -back
    assert broken(shop.database) == []


def test_part_by_transfer_and_the_rest_in_coins_is_what_was_paid(shop: SmallShop) -> None:
    """66.50 paid in coins for 66.62: 33.31 goes back by transfer, 33.00 of the other 33.31 in coins."""
    lines = tuple(BasketLine(shop.offer("P000003"), 1_000, 3_331) for _ in range(2))
    sale = shop.sell(basket=Basket(lines=lines))
    assert sale.total == 6_650
    by_transfer(shop, sale, RefundLine(1, 1_000))
    assert shop.refund(sale, RefundLine(2, 1_000)).payments[0].amount == -3_300
    assert broken(shop.database) == []


def key(shop: SmallShop, sale: Sale) -> str:
    return sale.id.hex if shop.database.engine.dialect.name == "sqlite" else str(sale.id)


@pytest.mark.parametrize("method", ["exchange", "gold"])
def test_money_does_not_go_back_in_a_way_nobody_can_take(shop: SmallShop, method: str) -> None:
    sale = shop.sell(("P000003", 1_000))
    wanted = Refund(sale.doc_no, (RefundLine(1, 1_000),), "เปลี่ยนใจ", method)
    with pytest.raises(NotFound):
        shop.database.run(refund_sale, wanted, till=shop.till, user=shop.manager, at=NOW)
    assert broken(shop.database) == []
