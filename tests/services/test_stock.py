"""What lies on the shelf, lot by lot."""

from datetime import timedelta

from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.services.receiving import read_grn
from otop_pos.services.stock import list_lots, list_moves
from tests.factories import NOW, TODAY, SmallShop


def test_a_lot_says_all_about_itself(shop: SmallShop) -> None:
    expires = TODAY + timedelta(days=30)
    grn = shop.receive(shop.honey, 6_000, 19_000, expires_on=expires)
    code = grn.lines[0].lot_code
    shop.sell((code, 2_000))
    (lot,) = shop.database.run(list_lots, code)
    assert (lot.code, lot.product.sku, lot.producer) == (code, "P000003", shop.farmer)
    assert (lot.received_on, lot.expires_on, lot.price) == (TODAY, expires, 19_000)
    assert (lot.qty_received, lot.on_hand, lot.quarantine, lot.sold, lot.returned) == (6_000, 4_000, 0, 2_000, 0)
    assert lot.due_per_unit == shop.database.run(read_grn, grn.doc_no).lines[0].due_per_unit
    assert lot.qty_received == lot.on_hand + lot.quarantine + lot.sold - lot.returned


def test_lots_stand_by_product_the_oldest_first(shop: SmallShop) -> None:
    newer = shop.receive(shop.cloth, 1_000).lines[0].lot_code
    lots = shop.database.run(list_lots)
    assert [lot.product.name_th for lot in lots] == sorted(lot.product.name_th for lot in lots)
    cloths = [lot.code for lot in lots if lot.product.sku == "P000001"]
    assert cloths == [shop.deliveries[0].lines[0].lot_code, newer]


def test_no_more_lots_are_listed_than_asked_for(shop: SmallShop) -> None:
    assert len(shop.database.run(list_lots, "", 2)) == 2


def test_the_start_of_a_label_finds_its_lot(shop: SmallShop) -> None:
    code = shop.deliveries[0].lines[0].lot_code
    assert [lot.code for lot in shop.database.run(list_lots, code[:12])] == [code]
    assert len(shop.database.run(list_lots, code[:8])) == 3


def test_a_sold_out_lot_is_still_known(shop: SmallShop) -> None:
    code = shop.deliveries[0].lines[0].lot_code
    shop.sell((code, 20_000))
    (lot,) = shop.database.run(list_lots, code)
    assert (lot.on_hand, lot.sold) == (0, 20_000)


def test_a_movement_says_who_when_where_and_by_which_paper(shop: SmallShop) -> None:
    sale = shop.sell(("P000001", 1_000), at=NOW + timedelta(hours=1))
    (lot,) = shop.database.run(list_lots, sale.lines[0].lot_codes[0])
    received, sold = shop.database.run(list_moves, lot.id)
    assert (received.kind, received.bucket, received.doc_no) == (MoveKind.RECEIVE, Bucket.SELLABLE, "CM-G690000001")
    assert (sold.kind, sold.qty, sold.doc_no, sold.user) == (MoveKind.SALE, -1_000, sale.doc_no, shop.user.name)
    assert (sold.at, sold.business_date) == (NOW + timedelta(hours=1), TODAY)


def test_a_lot_nobody_received_has_no_story(shop: SmallShop) -> None:
    assert shop.database.run(list_moves, 4_711) == ()
