"""Prices that change on the shelf: history, dues, labels."""

import pytest

from otop_pos.domain.errors import BadPrice, Missing, NotFound, OutOfRange
from otop_pos.services.product import find_products
from otop_pos.services.stock import list_lots
from otop_pos.services.stock.price import change_lot_price, change_product_price, count_labels, labels_to_reprint
from tests.books import broken, contents, count, rows
from tests.services.stock.desk import Desk


def needs(desk: Desk) -> list[tuple[str, int, int, int]]:
    return [(n.lot.code, n.on_hand, n.old_price, n.new_price) for n in desk.database.run(labels_to_reprint)]


def test_a_lot_costs_what_it_was_last_said_to_cost(desk: Desk) -> None:
    lot = desk.receive()
    desk.run(change_lot_price, lot.id, 96_300, "ตกลงกับผู้ผลิต")
    changed = desk.run(change_lot_price, lot.id, 53_500, "ของค้าง")
    assert (changed.price, changed.due_per_unit) == (53_500, 37_500)
    assert desk.shop.offer(lot.code).unit_price == 53_500
    history = "SELECT before, price, reason FROM lot_price ORDER BY id"
    assert rows(desk.database, history) == [(107_000, 96_300, "ตกลงกับผู้ผลิต"), (96_300, 53_500, "ของค้าง")]
    assert desk.told() == [f"{lot.code} 1,070.00 → 963.00 · ตกลงกับผู้ผลิต", f"{lot.code} 963.00 → 535.00 · ของค้าง"]
    assert broken(desk.database) == []


def test_what_was_sold_before_keeps_its_due(desk: Desk) -> None:
    lot = desk.receive()
    desk.shop.sell((lot.code, 1_000))
    desk.run(change_lot_price, lot.id, 53_500, "ลดราคา")
    desk.shop.sell((lot.code, 1_000))
    assert rows(desk.database, "SELECT due FROM sale_alloc ORDER BY due DESC") == [(75_000,), (37_500,)]


def test_the_same_price_is_no_change(desk: Desk) -> None:
    lot = desk.receive()
    assert desk.run(change_lot_price, lot.id, 107_000, "เหมือนเดิม") == lot
    assert (count(desk.database, "lot_price"), desk.told()) == (0, [])


def test_labels_are_printed_again_until_they_say_the_price(desk: Desk) -> None:
    lot = desk.receive(qty=3_000)
    assert needs(desk) == []
    desk.run(change_lot_price, lot.id, 96_300, "ขึ้นราคา")
    assert needs(desk) == [(lot.code, 3_000, 107_000, 96_300)]
    desk.run(count_labels, lot.id, 3, "ราคาใหม่")
    assert needs(desk) == []
    desk.run(change_lot_price, lot.id, 107_000, "กลับราคาเดิม")
    assert needs(desk) == [(lot.code, 3_000, 96_300, 107_000)]
    assert desk.told()[1] == f"{lot.code} × 3 · ราคาใหม่"


def test_an_empty_lot_needs_no_labels(desk: Desk) -> None:
    lot = desk.receive(qty=1_000)
    desk.run(change_lot_price, lot.id, 96_300, "ขึ้นราคา")
    desk.shop.sell((lot.code, 1_000))
    assert needs(desk) == []


def test_a_product_gets_dearer_for_what_comes_or_for_all(desk: Desk) -> None:
    old = desk.lot(desk.shop.deliveries[0].lines[0].lot_code)
    desk.run(change_product_price, desk.shop.cloth.id, 120_000, False)
    assert (desk.database.run(find_products, "P000001")[0].price, desk.lot(old.code).price) == (120_000, 107_000)
    product = desk.run(change_product_price, desk.shop.cloth.id, 130_000, True, "ฝ้ายขึ้นราคา")
    assert product.price == 130_000
    assert {lot.price for lot in desk.database.run(list_lots, "P000001")} == {130_000}
    assert [need[0] for need in needs(desk)] == [old.code]
    assert broken(desk.database) == []


@pytest.mark.parametrize("price", [0, -100, 10_000_000_000])
def test_no_price_is_nothing_or_absurd(desk: Desk, price: int) -> None:
    before = contents(desk.database)
    with pytest.raises(BadPrice):
        desk.run(change_lot_price, 1, price, "ผิด")
    with pytest.raises(BadPrice):
        desk.run(change_product_price, 1, price, True)
    assert contents(desk.database) == before


def test_a_change_says_why_and_of_what(desk: Desk) -> None:
    with pytest.raises(Missing):
        desk.run(change_lot_price, 1, 100, " ")
    for use_case, arguments in (
        (change_lot_price, (4_711, 100, "ลด")),
        (change_product_price, (4_711, 100, True)),
        (count_labels, (4_711, 1, "")),
    ):
        with pytest.raises(NotFound):
            desk.run(use_case, *arguments)
    with pytest.raises(OutOfRange):
        desk.run(count_labels, 1, 0, "")
