"""Goods without their receipt: by what was bought the sale is found, and a second person agrees."""

from datetime import timedelta

import pytest

from otop_pos.domain.errors import NeedsApproval, UnknownCode
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.right import Right
from otop_pos.domain.sale import Sale
from otop_pos.domain.till_event import EventKind
from otop_pos.services.refund import refund_sale
from otop_pos.services.sale.finding import find_sold
from otop_pos.services.till_event import list_events
from tests.books import broken, change
from tests.factories import NOW, TODAY, SmallShop
from tests.services.approving import approved


def found(shop: SmallShop, code: str, **limits: int) -> list[tuple[str, int, int]]:
    return [(each.doc_no, each.line_no, each.left) for each in shop.database.run(find_sold, code, **limits)]


def test_the_newest_sales_of_a_product_come_first_with_what_may_still_come_back(shop: SmallShop) -> None:
    first = shop.sell(("P000001", 1_000), ("P000003", 3_000))
    second = shop.sell(("P000003", 2_000), at=NOW + timedelta(hours=1))
    shop.refund(first, RefundLine(2, 1_000))
    assert found(shop, "8850000000012") == [(second.doc_no, 1, 2_000), (first.doc_no, 2, 2_000)]
    assert found(shop, "p000001") == [(first.doc_no, 1, 1_000)]
    (line, _other) = shop.database.run(find_sold, "P000003")
    assert (line.till_code, line.operator, line.net, line.name_en) == ("CM01", shop.user.name, 36_000, "Honey 500 g")


def test_sales_that_came_back_whole_hide_no_older_one(shop: SmallShop) -> None:
    old = shop.sell(("P000003", 1_000))
    for minutes in range(1, 4):
        shop.refund(shop.sell(("P000003", 1_000), at=NOW + timedelta(minutes=minutes)))
    assert found(shop, "P000003", limit=2) == [(old.doc_no, 1, 1_000)]


def test_a_label_finds_the_sales_of_its_own_lot(shop: SmallShop) -> None:
    first_lot = shop.sell(("P000003", 20_000))
    second_lot = shop.receive(shop.honey, 5_000).lines[0].lot_code
    sale = shop.sell(("P000003", 1_000))
    assert found(shop, second_lot) == [(sale.doc_no, 1, 1_000)]
    assert found(shop, first_lot.lines[0].lot_codes[0]) == [(first_lot.doc_no, 1, 20_000)]


def test_a_label_whose_pieces_the_books_held_in_no_lot_finds_the_product(shop: SmallShop) -> None:
    shop.sell(("P000003", 20_000))
    unlotted = shop.sell(("P000003", 1_000), at=NOW + timedelta(hours=1))
    label = shop.receive(shop.honey, 5_000).lines[0].lot_code
    assert found(shop, label)[0] == (unlotted.doc_no, 1, 1_000)


def test_goods_that_are_no_longer_sold_are_found(shop: SmallShop) -> None:
    sale = shop.sell(("P000003", 1_000))
    change(shop.database, "UPDATE product SET active = (1 = 0)")
    assert found(shop, "P000003") == [(sale.doc_no, 1, 1_000)]


def test_what_nobody_bought_has_no_sale_and_an_unknown_code_is_named(shop: SmallShop) -> None:
    assert found(shop, "P000003") == []
    with pytest.raises(UnknownCode) as refusal:
        found(shop, "8859999999994")
    assert "8859999999994" in refusal.value.sentence


def without_receipt(sale: Sale) -> Refund:
    return Refund(sale.doc_no, (RefundLine(1, 1_000),), "แตก", has_receipt=False)


def test_without_a_receipt_a_second_person_agrees_and_it_is_told(shop: SmallShop) -> None:
    wanted, by = without_receipt(shop.sell(("P000003", 1_000))), {"till": "CM01", "user": shop.user, "at": NOW}
    with pytest.raises(NeedsApproval) as refusal:
        shop.database.run(refund_sale, wanted, **by)
    assert refusal.value.ask.right is Right.REFUND_WITHOUT_RECEIPT
    assert "180.00" in refusal.value.ask.what
    yes = approved(shop, refusal.value.ask)
    refund = shop.database.run(refund_sale, wanted, **by, approval=yes)
    (told,) = [each for each in shop.database.run(list_events, TODAY) if each.kind is EventKind.REFUND]
    assert (told.document_id, told.amount, told.approver) == (refund.id, -18_000, shop.manager.name)
    assert broken(shop.database) == []


def test_a_manager_alone_may_but_it_is_told_all_the_same(shop: SmallShop) -> None:
    wanted = without_receipt(shop.sell(("P000003", 1_000)))
    shop.database.run(refund_sale, wanted, till="CM01", user=shop.manager, at=NOW)
    assert [each.kind for each in shop.database.run(list_events, TODAY)].count(EventKind.REFUND) == 1


def test_above_the_cap_a_refund_needs_a_second_person(shop: SmallShop) -> None:
    sale, by = shop.sell(("P000001", 2_000)), {"till": "CM01", "user": shop.user, "at": NOW}
    shop.database.run(refund_sale, Refund(sale.doc_no, (RefundLine(1, 1_000),), "สีตก"), **by)
    large = Refund(shop.sell(("P000001", 2_000)).doc_no, (RefundLine(1, 2_000),), "สีตก")
    with pytest.raises(NeedsApproval) as refusal:
        shop.database.run(refund_sale, large, **by)
    assert refusal.value.ask.right is Right.REFUND
    refund = shop.database.run(refund_sale, large, **by, approval=approved(shop, refusal.value.ask))
    assert refund.total == -214_000
