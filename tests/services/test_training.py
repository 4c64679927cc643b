"""Training: everything can be tried, and the real books hear of it once."""

from dataclasses import replace
from datetime import timedelta

import pytest

from otop_pos.db.models import ProductRow
from otop_pos.domain.errors import NotAllowed, NotFound, TrainingOnly
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.right import Grant, Matrix, Right, Role
from otop_pos.domain.shop import Till
from otop_pos.domain.stock import Bucket
from otop_pos.services.counter import read_counter
from otop_pos.services.nightly import list_batches, send_day
from otop_pos.services.permission import save_matrix
from otop_pos.services.photo import keep_photo
from otop_pos.services.receiving import post_delivery
from otop_pos.services.sale import find_offers
from otop_pos.services.shop import add_till, read_shop
from otop_pos.services.stock import list_lots, list_moves
from otop_pos.services.stock.price import change_lot_price
from otop_pos.services.till import close_till, open_till
from otop_pos.services.till_report import read_z
from otop_pos.services.training import open_training, training_code
from tests.books import broken, contents, count, rows
from tests.factories import FLOAT, NOW, TODAY
from tests.services.pictures import jpeg
from tests.services.stock.desk import Desk

KEPT = ("till_event", "document_series")
"""What the one event may change in the real books."""


@pytest.fixture
def training(shop, tmp_path):
    shop.sell(("P000001", 3_000))
    training = open_training(shop.database, tmp_path / "practice", "CM01", shop.user, NOW)
    yield training
    training.database.close()


@pytest.fixture
def practice(shop, training):
    """The same shop, its till open, in training."""
    practice = replace(shop, database=training.database, till=training.till)
    practice.open()
    return practice


def test_the_copy_has_goods_people_and_rules_and_nobodys_sales(shop, training):
    copy = training.database
    for table in ("producer", "product", "product_code", "agreement", "agreement_rate", "grn", "grn_line", "lot"):
        assert rows(copy, f"SELECT * FROM {table}")
        assert count(copy, table) == count(shop.database, table)
    for table in ("sale", "payment", "payable", "till_session", "till_event", "approval", "nightly_batch"):
        assert count(copy, table) == 0, table
    copied = copy.run(read_shop, TODAY)
    assert copied == replace(shop.database.run(read_shop, TODAY), code="TCM", is_training=True)
    assert copy.run(read_counter, training.till, shop.user.code, on=TODAY).user == shop.user


def test_pictures_prices_and_what_was_put_aside_are_there_too(shop, tmp_path):
    desk = Desk(shop)
    lot = desk.receive()
    photo_id = desk.run(keep_photo, jpeg())
    desk.database.run(_picture, shop.cloth.id, photo_id)
    desk.run(change_lot_price, lot.id, 99_000, "ลดราคา")
    desk.move(lot, 2_000, Bucket.QUARANTINE)
    desk.lose(lot, 1_000)
    training = open_training(shop.database, tmp_path, shop.till, shop.manager, NOW)
    (copied,) = training.database.run(list_lots, lot.code)
    assert (copied.price, copied.on_hand, copied.quarantine) == (99_000, 7_000, 2_000)
    assert copied.product.photo_id == photo_id
    assert broken(training.database) == []
    training.database.close()


def _picture(session, product_id, photo_id):
    session.get_one(ProductRow, product_id).photo_id = photo_id


def test_what_is_on_the_shelf_is_there_and_its_story_adds_up(shop, training):
    real = {lot.code: (lot.on_hand, lot.qty_received) for lot in shop.database.run(list_lots)}
    practised = training.database.run(list_lots)
    assert {lot.code: (lot.on_hand, lot.qty_received) for lot in practised} == real
    assert broken(training.database) == []
    cloth = next(lot for lot in practised if lot.product.sku == "P000001")
    assert sorted(move.qty for move in training.database.run(list_moves, cloth.id)) == [-3_000, 20_000]


def test_its_numbers_are_its_own(shop, practice):
    real = shop.sell(("P000001", 1_000))
    sale = practice.sell(("P000001", 1_000))
    assert (sale.doc_no, real.doc_no) == ("TCM01-1-690000001", "CM01-1-690000002")
    line = DeliveryLine(shop.cloth.id, 1_000, 1_000, 107_000)
    grn = practice.database.run(
        post_delivery, Delivery(shop.weaver.id, (line,)), user=shop.manager, at=NOW + timedelta(minutes=1)
    )
    assert grn.doc_no == "TCM-G690000001"
    assert grn.lines[0].lot_code > max(lot.code for lot in shop.database.run(list_lots))
    assert grn.lines[0].lot_code.startswith("209")


def test_the_real_books_hear_of_it_once_and_are_else_the_same(shop, tmp_path):
    shop.sell(("P000001", 1_000))
    before = contents(shop.database)
    training = open_training(shop.database, tmp_path / "practice", "CM01", shop.user, NOW)
    practice = replace(shop, database=training.database, till=training.till)
    practice.open()
    practice.refund(practice.sell(("P000001", 2_000), ("P000003", 1_000)))
    practice.close()
    training.database.close()
    after = contents(shop.database)
    assert {name: told for name, told in before.items() if name not in KEPT} == {
        name: told for name, told in after.items() if name not in KEPT
    }
    (event,) = set(after["till_event"]) - set(before["till_event"])
    assert "'training'" in event
    assert len(after["document_series"]) == len(before["document_series"])
    assert broken(shop.database) == []


def test_the_z_of_the_real_till_counts_it(shop, training):
    shop.close()
    report = shop.database.run(read_z, "CM01", 1)
    assert [(each.user, each.count) for each in report.events if each.kind == "training"] == [(shop.user.name, 1)]


def test_nothing_of_it_goes_to_head_office(practice, tmp_path):
    practice.sell(("P000001", 1_000))
    practice.close()
    with pytest.raises(TrainingOnly):
        send_day(practice.database, tmp_path / "outbox")
    assert practice.database.run(list_batches) == ()
    assert not (tmp_path / "outbox").exists()


def test_who_may_not_practise_leaves_no_trace(shop, tmp_path):
    matrix = Matrix({(Role.CASHIER, Right.TRAIN): Grant.DENIED})
    shop.database.run(save_matrix, matrix, till="CM01", user=shop.manager, at=NOW)
    before = contents(shop.database)
    with pytest.raises(NotAllowed):
        open_training(shop.database, tmp_path / "practice", "CM01", shop.user, NOW)
    assert contents(shop.database) == before
    assert not (tmp_path / "practice").exists()


def test_there_is_no_training_in_training(practice, tmp_path):
    with pytest.raises(TrainingOnly):
        open_training(practice.database, tmp_path / "deeper", practice.till, practice.user, NOW)


def test_a_till_nobody_knows_has_no_training(shop, tmp_path):
    with pytest.raises(NotFound):
        open_training(shop.database, tmp_path / "practice", "XX99", shop.user, NOW)


def test_a_till_that_is_called_like_the_copy_keeps_its_numbers(shop, tmp_path):
    shop.database.run(add_till, Till("TCM01"))
    training = open_training(shop.database, tmp_path, "CM01", shop.user, NOW)
    assert training.till == "TRCM01"
    training.database.close()


@pytest.mark.parametrize(
    ("code", "taken", "marked"),
    [
        ("CM01", ("CM01", "CM02"), "TCM01"),
        ("CMSH01", ("CMSH01", "CMSH02"), "TCMSH0"),
        ("T", ("T",), "TT"),
        ("TTTTTT", ("TTTTTT",), "TRTTTT"),
    ],
)
def test_the_code_of_the_copy_is_none_of_the_shops(code, taken, marked):
    assert training_code(code, taken) == marked


def test_practice_again_begins_from_the_shop_as_it_is_then(shop, tmp_path):
    first = open_training(shop.database, tmp_path / "1", "CM01", shop.user, NOW)
    first.database.run(open_till, first.till, FLOAT, user=shop.user, at=NOW)
    replace(shop, database=first.database, till=first.till).sell(("P000001", 5_000))
    first.database.run(close_till, first.till, FLOAT, "ฝึก", user=shop.manager, at=NOW)
    first.database.close()
    shop.sell(("P000001", 1_000))
    second = open_training(shop.database, tmp_path / "2", "CM01", shop.user, NOW)
    (offer,) = second.database.run(find_offers, "P000001", on=TODAY)
    assert sum(lot.on_hand for lot in second.database.run(list_lots, "P000001")) == 19_000
    assert offer.product.sku == "P000001"
    second.database.close()
