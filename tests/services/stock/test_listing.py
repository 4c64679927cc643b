"""The shelf at a glance."""

from otop_pos.domain.quantity import Unit
from otop_pos.domain.stock import Bucket
from otop_pos.domain.stock_row import StockRow
from otop_pos.services.stock import list_stock
from otop_pos.services.stock.price import change_lot_price
from tests.services.stock.desk import Desk


def row(desk: Desk, by: str, text: str) -> StockRow:
    (only,) = desk.database.run(list_stock, by, text)
    return only


def test_a_product_says_what_is_here_and_what_it_is_worth(desk: Desk) -> None:
    lot = desk.receive()
    desk.move(lot, 2_000, Bucket.QUARANTINE)
    desk.move(lot, 1_000, Bucket.TO_RETURN)
    cloth = row(desk, "product", "p000001")
    assert (cloth.code, cloth.producer, cloth.unit, cloth.lots) == (
        "P000001",
        desk.shop.weaver.name_th,
        Unit.PIECE,
        2,
    )
    assert (cloth.on_hand, cloth.quarantine, cloth.to_return, cloth.here) == (27_000, 2_000, 1_000, 30_000)
    assert (cloth.value, cloth.due) == (30 * 107_000, 30 * 75_000)


def test_a_new_price_changes_worth_and_due(desk: Desk) -> None:
    lot = desk.receive()
    desk.run(change_lot_price, lot.id, 53_500, "ลดราคา")
    for by in ("product", "producer"):
        cloth = row(desk, by, lot.code)
        assert (cloth.value, cloth.due) == (10 * 53_500, 10 * 37_500)


def test_a_producer_has_all_its_goods_in_one_row(desk: Desk) -> None:
    rows = desk.database.run(list_stock, "producer")
    assert sorted((each.code, each.lots, each.on_hand, each.unit) for each in rows) == [
        ("CM-0001", 2, 40_000, None),
        ("CM-0002", 1, 20_000, None),
    ]
    assert sum(each.value for each in rows) == 20 * (107_000 + 42_000 + 18_000)


def test_what_is_gone_is_no_row(desk: Desk) -> None:
    desk.shop.sell(("P000003", 20_000))
    assert [each.code for each in desk.database.run(list_stock, "producer")] == ["CM-0001"]


def test_rows_stand_by_name_and_answer_a_search(desk: Desk) -> None:
    rows = desk.database.run(list_stock, "product")
    assert len(rows) == 3
    assert [each.code for each in desk.database.run(list_stock, "product", "น้ำผึ้ง")] == ["P000003"]
    assert desk.database.run(list_stock, "product", "nothing") == ()
