"""One receipt line given back partly good, partly damaged, in the same act."""

import pytest

from otop_pos.db.database import Database
from otop_pos.domain.errors import NothingLeftToReturn
from otop_pos.domain.refund import Refund, RefundLine
from otop_pos.domain.stock import Lot
from otop_pos.services.refund import refund_sale
from otop_pos.services.stock import list_lots
from tests.factories import NOW, SmallShop, small_shop


def give_back(shop: SmallShop, doc_no: str, *lines: RefundLine) -> int:
    refund = Refund(doc_no, lines, "ลูกค้าเปลี่ยนใจ")
    return shop.database.run(refund_sale, refund, till=shop.till, user=shop.manager, at=NOW).net


def cloth_lot(shop: SmallShop) -> Lot:
    (lot,) = [each for each in shop.database.run(list_lots) if each.product.id == shop.cloth.id]
    return lot


def test_one_piece_good_and_one_damaged_go_to_their_own_places(database: Database) -> None:
    shop = small_shop(database)
    sale = shop.sell((shop.cloth.sku, 3000))
    net = give_back(shop, sale.doc_no, RefundLine(1, 1000), RefundLine(1, 1000, is_damaged=True))
    assert net == -2 * 107_000
    assert (cloth_lot(shop).on_hand, cloth_lot(shop).quarantine) == (18_000, 1_000)


def test_a_piece_cannot_be_given_back_twice_in_one_act(database: Database) -> None:
    shop = small_shop(database)
    sale = shop.sell((shop.cloth.sku, 1000))
    with pytest.raises(NothingLeftToReturn):
        give_back(shop, sale.doc_no, RefundLine(1, 1000), RefundLine(1, 1000, is_damaged=True))
    assert cloth_lot(shop).on_hand == 19_000


def test_three_pieces_without_a_lot_are_given_back_in_two_states(database: Database) -> None:
    shop = small_shop(database, stock=2000)
    sale = shop.sell((shop.cloth.sku, 3000))
    net = give_back(shop, sale.doc_no, RefundLine(1, 2000), RefundLine(1, 1000, is_damaged=True))
    assert net == -3 * 107_000
    assert cloth_lot(shop).on_hand + cloth_lot(shop).quarantine == 2_000
