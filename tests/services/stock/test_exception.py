"""Goods that were sold before the books had them: they find their lot next morning, and their producer its due."""

from dataclasses import replace
from datetime import timedelta

import pytest

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.discount import Discount
from otop_pos.domain.errors import (
    BadQuantity,
    FewerWait,
    NotEnoughThere,
    NotFound,
    NothingLeftToReturn,
    NothingToResolve,
    WholePiecesOnly,
    WrongLot,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.sale import Sale
from otop_pos.domain.stock import Lot
from otop_pos.domain.stock_note import NoteKind, StockNote
from otop_pos.services.report import summarise_day
from otop_pos.services.sale import read_sale
from otop_pos.services.stock.exception import list_exceptions, resolve_exception, suggest_lots
from otop_pos.services.stock.price import change_lot_price
from otop_pos.services.till_report import read_z
from tests.books import broken, contents, count, rows, value
from tests.factories import TODAY
from tests.services.stock.desk import DAY_AFTER, Desk, sign


def oversell(desk: Desk, pieces: int = 3) -> Sale:
    """Twenty cloths from the shelf, the others from nowhere."""
    return desk.shop.sell(("P000001", 20_000 + pieces * 1_000), at=desk.at)


def resolve(desk: Desk, lot: Lot, qty: int) -> StockNote:
    (waiting,) = desk.database.run(list_exceptions)
    note: StockNote = desk.run(resolve_exception, waiting.sale_id, waiting.line_no, lot.id, qty)
    return note


def waiting(desk: Desk) -> list[tuple[int, int]]:
    return [(each.qty, each.net) for each in desk.database.run(list_exceptions)]


def sums(desk: Desk, table: str, *columns: str) -> tuple[int, ...]:
    sql = ", ".join(f"COALESCE(SUM({column}), 0)" for column in columns)
    return tuple(int(each) for each in rows(desk.database, f"SELECT {sql} FROM {table}")[0])


def test_what_waits_says_what_somebody_must_know_to_find_it(desk: Desk) -> None:
    sale = oversell(desk)
    (each,) = desk.database.run(list_exceptions)
    assert (each.doc_no, each.sale_id, each.line_no) == (sale.doc_no, sale.id, 1)
    assert (each.product.sku, each.producer_name, each.operator) == ("P000001", desk.shop.weaver.name_th, "พิมพ์ใจ ก.")
    assert (each.qty, each.sold, each.unit_price, each.net) == (3_000, 3_000, 107_000, 321_000)


def test_a_lot_that_came_later_is_sold_from_at_the_sales_own_price(desk: Desk) -> None:
    sale, lot = oversell(desk), desk.receive()
    before = desk.owed("sale")
    note = resolve(desk, lot, 3_000)
    assert (note.kind, note.doc_no, note.reason) == (NoteKind.RESOLUTION, "CM-RS690000001", f"{sale.doc_no} · 1")
    assert (desk.owed("sale") - before, desk.buckets(lot)) == (225_000, (7_000, 0, 0))
    assert waiting(desk) == []
    alloc = "SELECT alloc_no, qty, net, vat_centre, commission, due FROM sale_alloc WHERE note_id IS NOT NULL"
    assert rows(desk.database, alloc) == [(2, 3_000, 321_000, 21_000, 75_000, 225_000)]
    assert desk.lot(lot.code).sold == 3_000
    assert desk.database.run(read_sale, sale.doc_no) == sale, "a copy of the paper says what the paper said"
    assert broken(desk.database) == []


def test_what_was_sent_is_not_touched_and_the_note_has_a_day_of_its_own(desk: Desk) -> None:
    oversell(desk)
    desk.shop.close()
    desk = desk.later(DAY_AFTER)
    note = resolve(desk, desk.receive(), 3_000)
    assert note.business_date == TODAY + timedelta(days=1)
    dates = "SELECT DISTINCT CAST(business_date AS VARCHAR(10)) FROM {} WHERE {} = :note"
    key = note.id.hex if desk.database.engine.dialect.name == "sqlite" else note.id
    for table, column in (("lot_move", "document_id"), ("payable", "source_id")):
        assert rows(desk.database, dates.format(table, column), note=key) == [("2026-11-23",)]
    assert broken(desk.database) == []


def test_two_lots_share_what_waits_to_the_satang(desk: Desk) -> None:
    sale = desk.shop.sell(("P000003", 23_000))
    first, second = (desk.shop.receive(desk.shop.honey, 5_000).lines[0].lot_code for _ in range(2))
    resolve(desk, desk.lot(first), 1_000)
    assert waiting(desk) == [(2_000, 36_000)]
    resolve(desk, desk.lot(second), 2_000)
    assert waiting(desk) == []
    assert sums(desk, "sale_alloc", "qty", "net") == (23_000, sale.net)
    assert broken(desk.database) == []


@pytest.mark.parametrize(("bearer", "due"), [(Bearer.CENTRE, 75_000), (Bearer.PRODUCER, 65_000)])
def test_a_discount_is_borne_as_the_lots_agreement_says(desk: Desk, bearer: Bearer, due: int) -> None:
    desk.shop.sell(("P000001", 20_000))
    basket = replace(desk.shop.basket(("P000001", 1_000)), bill_discount=Discount(basis_points=1_000))
    desk.shop.sell(basket=basket)
    desk.shop.close()
    desk = desk.later()
    sign(desk, Bearer.CENTRE, discounts=bearer)
    before = desk.owed("sale")
    resolve(desk, desk.receive(), 1_000)
    assert desk.owed("sale") - before == due
    assert broken(desk.database) == []


def test_below_the_agreed_price_the_gap_is_the_centres(desk: Desk) -> None:
    oversell(desk, 1)
    before = desk.owed("sale")
    resolve(desk, desk.receive(price=214_000), 1_000)
    assert desk.owed("sale") - before == 150_000
    assert broken(desk.database) == []


def test_a_price_that_rose_after_the_sale_owes_no_more(desk: Desk) -> None:
    lot = desk.receive(qty=1_000)
    desk.shop.sell((lot.code, 3_000))
    desk = desk.later(desk.at + timedelta(hours=1))
    desk.run(change_lot_price, lot.id, 214_000, "ขึ้นราคา")
    later = desk.receive()
    desk = desk.later(desk.at + timedelta(hours=1))
    before = desk.owed("sale")
    resolve(desk, later, 2_000)
    assert desk.owed("sale") - before == 150_000


class TestAndThenItComesBack:
    """Stretches of what had no lot are resolved and brought back in any order: all of it leaves nothing."""

    def test_resolved_pieces_come_back_to_their_lot(self, desk: Desk) -> None:
        sale, lot = oversell(desk), desk.receive()
        resolve(desk, lot, 3_000)
        desk.shop.refund(sale, RefundLine(1, 2_000, is_damaged=True))
        assert desk.buckets(lot) == (7_000, 2_000, 0)
        desk.shop.refund(desk.database.run(read_sale, sale.doc_no))
        assert desk.owed("sale") + desk.owed("refund") == 0
        assert sums(desk, "sale_alloc", "qty", "net", "due", "vat_centre", "commission") == (0, 0, 0, 0, 0)
        assert broken(desk.database) == []

    def test_what_still_waits_comes_back_first(self, desk: Desk) -> None:
        sale, lot = oversell(desk), desk.receive()
        resolve(desk, lot, 1_000)
        owed = desk.owed("refund")
        desk.shop.refund(sale, RefundLine(1, 1_000))
        assert (desk.owed("refund"), waiting(desk)) == (owed, [(1_000, 107_000)])
        desk.shop.refund(sale, RefundLine(1, 1_000))
        assert waiting(desk) == []
        desk.shop.refund(sale, RefundLine(1, 1_000))
        assert (desk.buckets(lot), desk.owed("refund")) == ((10_000, 0, 0), -75_000)
        assert broken(desk.database) == []

    def test_in_every_order_nothing_is_left(self, desk: Desk) -> None:
        """Odd money: three pieces at 99.99 with a discount that divides by nothing."""
        desk.shop.sell(("P000001", 20_000))
        basket = desk.shop.basket(("P000001", 7_000))
        basket = replace(basket, bill_discount=Discount(amount=10_001))
        sale, lot = desk.shop.sell(basket=basket), desk.receive()
        for step in ("resolve", "refund", "resolve", "refund", "resolve"):
            if step == "resolve":
                resolve(desk, lot, 1_000)
            else:
                desk.shop.refund(sale, RefundLine(1, 1_000))
            assert broken(desk.database) == []
        desk.shop.refund(desk.database.run(read_sale, sale.doc_no))
        with pytest.raises(NothingLeftToReturn):
            desk.shop.refund(sale, RefundLine(1, 1_000))
        whole = "sale_line WHERE sale_id <> (SELECT id FROM sale WHERE number = 1 AND doc_type = 'SALE')"
        assert sums(desk, whole, "qty", "net", "vat") == (0, 0, 0)
        assert desk.buckets(lot) == (10_000, 0, 0)
        assert sums(desk, "stock_exception", "qty", "net") == (3_000, sums(desk, FOUND, "net")[0])
        assert waiting(desk) == []
        assert broken(desk.database) == []


FOUND = "sale_alloc WHERE note_id IS NOT NULL"


def test_lots_of_the_price_that_was_paid_are_suggested_first(desk: Desk) -> None:
    sale = oversell(desk)
    dear, fitting = desk.receive(price=120_000), desk.receive()
    lots = desk.database.run(suggest_lots, sale.id, 1)
    assert [lot.code for lot in lots] == [fitting.code, dear.code]


def test_what_cannot_be_is_refused_and_leaves_no_trace(desk: Desk) -> None:
    sale, lot = oversell(desk), desk.receive(qty=2_000)
    honey = desk.lot(desk.shop.deliveries[2].lines[0].lot_code)
    before = contents(desk.database)
    for sale_id, line_no, lot_id, qty, refusal in (
        (sale.id, 1, lot.id, 4_000, FewerWait),
        (sale.id, 1, lot.id, 0, BadQuantity),
        (sale.id, 1, lot.id, 500, WholePiecesOnly),
        (sale.id, 1, lot.id, 3_000, NotEnoughThere),
        (sale.id, 1, honey.id, 1_000, WrongLot),
        (sale.id, 1, 4_711, 1_000, NotFound),
        (sale.id, 2, lot.id, 1_000, NotFound),
        (new_id(), 1, lot.id, 1_000, NotFound),
    ):
        with pytest.raises(refusal):
            desk.run(resolve_exception, sale_id, line_no, lot_id, qty)
    assert contents(desk.database) == before


def test_a_lot_is_found_once(desk: Desk) -> None:
    sale, lot = oversell(desk), desk.receive()
    resolve(desk, lot, 3_000)
    with pytest.raises(NothingToResolve):
        desk.run(resolve_exception, sale.id, 1, lot.id, 1_000)
    assert count(desk.database, "stock_note") == 1


def test_one_key_finds_once(desk: Desk) -> None:
    sale, lot, key = oversell(desk), desk.receive(), new_id()
    by = {"till": "CM01", "user": desk.shop.manager, "at": desk.at, "key": key}
    notes = [desk.database.run(resolve_exception, sale.id, 1, lot.id, 1_000, **by) for _ in range(2)]
    assert notes[0] == notes[1]
    assert value(desk.database, "SELECT COUNT(*) FROM sale_alloc WHERE note_id IS NOT NULL") == 1


def test_the_day_of_the_sale_is_closed_as_it_was(desk: Desk) -> None:
    """Its summary and its Z say what they said, whenever the lot is found."""
    oversell(desk)
    desk.shop.close()
    summary = desk.database.run(summarise_day, TODAY)
    z = desk.database.run(read_z, "CM01", 1)
    later = desk.later()
    resolve(later, later.receive(), 3_000)
    after = desk.database.run(summarise_day, TODAY)
    assert (summary.open_exceptions, after) == (1, replace(summary, open_exceptions=0))
    assert desk.database.run(read_z, "CM01", 1) == z
