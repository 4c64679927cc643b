"""Exactly as many labels as pieces came, and every printing in the books."""

from datetime import timedelta

import pytest

from otop_pos.domain.errors import DeliveryUntidy, GrnReversed, NotFound
from otop_pos.domain.product import Product
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn
from otop_pos.domain.standard import Standard, StandardKind
from otop_pos.services.label import labels_of
from otop_pos.services.product import find_products
from otop_pos.services.receiving import (
    count_delivery_labels,
    count_note_copy,
    grn_for_labels,
    issued_grn,
    post_delivery,
    read_grn,
    reverse_delivery,
    take_in_product,
)
from otop_pos.services.receiving.labels import AGAIN
from otop_pos.services.standard import list_standards
from tests.books import rows
from tests.factories import NOW, TODAY, SmallShop


def here(shop: SmallShop) -> dict[str, object]:
    return {"till": "CM01", "user": shop.manager, "at": NOW + timedelta(minutes=5)}


def post(shop: SmallShop, *lines: DeliveryLine) -> Grn:
    return shop.database.run(post_delivery, Delivery(shop.weaver.id, lines), user=shop.manager, at=NOW)


def printed(shop: SmallShop) -> list[tuple[object, ...]]:
    sql = "SELECT lot.code, label_print.count, label_print.price, label_print.reason FROM label_print"
    return [tuple(row) for row in rows(shop.database, f"{sql} JOIN lot ON lot.id = label_print.lot_id ORDER BY lot.id")]


def test_three_rolls_of_silk_have_three_labels_and_the_paper_remembers(shop: SmallShop) -> None:
    grn = post(shop, DeliveryLine(shop.bag.id, 25_500, 25_500, 42_000, pieces=3))
    assert len(labels_of(grn)) == 3
    assert shop.database.run(read_grn, grn.doc_no) == grn
    assert shop.database.run(issued_grn, grn.doc_no).value == grn


def test_a_roll_of_which_nobody_said_how_many_has_one(shop: SmallShop) -> None:
    assert len(labels_of(post(shop, DeliveryLine(shop.bag.id, 25_500, 25_500, 42_000)))) == 1


def test_pieces_are_labelled_as_they_were_accepted_whatever_is_said(shop: SmallShop) -> None:
    grn = post(shop, DeliveryLine(shop.cloth.id, 5_000, 4_000, 107_000, "ขาด", pieces=9))
    assert len(labels_of(grn)) == 4


@pytest.mark.parametrize("pieces", [-1, 1000])
def test_no_line_has_so_many_rolls(sqlite_shop: SmallShop, pieces: int) -> None:
    with pytest.raises(DeliveryUntidy):
        post(sqlite_shop, DeliveryLine(sqlite_shop.bag.id, 1_000, 1_000, 42_000, pieces=pieces))


def test_each_printing_is_in_the_books_with_its_count_and_price(shop: SmallShop) -> None:
    grn = post(
        shop,
        DeliveryLine(shop.cloth.id, 5_000, 4_000, 107_000, "ขาด"),
        DeliveryLine(shop.cloth.id, 2_000, 0, 107_000, "ขึ้นรา"),
        DeliveryLine(shop.bag.id, 25_500, 25_500, 42_000, pieces=3),
    )
    assert shop.database.run(count_delivery_labels, grn.doc_no, **here(shop)) == 7
    assert shop.database.run(count_delivery_labels, grn.doc_no, AGAIN, **here(shop)) == 7
    cloth, _none, silk = (line.lot_code for line in grn.lines)
    assert sorted(printed(shop)) == sorted(
        [
            (cloth, 4, 107_000, "delivery"),
            (silk, 3, 42_000, "delivery"),
            (cloth, 4, 107_000, "reprint"),
            (silk, 3, 42_000, "reprint"),
        ]
    )


def test_labels_of_a_note_taken_back_are_not_printed(shop: SmallShop) -> None:
    grn = post(shop, DeliveryLine(shop.cloth.id, 5_000, 5_000, 107_000))
    shop.database.run(reverse_delivery, grn.doc_no, "ผิดราย", **here(shop))
    for use_case, values in ((grn_for_labels, {}), (count_delivery_labels, here(shop))):
        with pytest.raises(GrnReversed):
            shop.database.run(use_case, grn.doc_no, **values)
    assert printed(shop) == []


def test_copies_of_a_note_are_counted_also_after_it_was_taken_back(shop: SmallShop) -> None:
    grn = post(shop, DeliveryLine(shop.cloth.id, 5_000, 5_000, 107_000))
    assert shop.database.run(count_note_copy, grn.doc_no, **here(shop)) == 1
    shop.database.run(reverse_delivery, grn.doc_no, "ผิดราย", **here(shop))
    assert shop.database.run(count_note_copy, grn.doc_no, **here(shop)) == 2
    with pytest.raises(NotFound):
        shop.database.run(count_note_copy, "CM-G699999999", **here(shop))


def test_new_goods_come_with_a_number_and_their_standard(shop: SmallShop) -> None:
    wanted = Product("", "สบู่คราม", price=6_500, producer_id=shop.weaver.id)
    notified = Standard(0, StandardKind.COSMETIC, "50-1-6400012345", TODAY + timedelta(days=28))
    soap = shop.database.run(take_in_product, wanted, notified, **here(shop))
    assert (soap.sku, soap.standard) == ("P000004", "จดแจ้งเครื่องสำอาง 50-1-6400012345")
    assert shop.database.run(find_products, "สบู่คราม") == (soap,)
    (kept,) = shop.database.run(list_standards, shop.weaver.id)
    assert (kept.product_id, kept.days_left(TODAY)) == (soap.id, 28)
