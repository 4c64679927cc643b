"""Head office's own check reads days on which goods moved without a sale, and finds nothing wrong with them."""

from datetime import timedelta
from pathlib import Path

from sqlalchemy.orm import Session

from otop_pos.db.models import NightlyBatchRow
from otop_pos.domain.receiving import Delivery, DeliveryLine
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.stock import Bucket, Lot, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish
from otop_pos.services.nightly import send_day
from otop_pos.services.receiving import post_delivery
from otop_pos.services.sale import read_sale
from otop_pos.services.stock.counting import count_lot, post_count, start_count
from otop_pos.services.stock.exception import list_exceptions, resolve_exception
from otop_pos.services.stock.price import change_lot_price
from otop_pos.sync.check import check_package
from otop_pos.sync.check_table import load_rows
from otop_pos.sync.ledger_entry import PRODUCER_LEDGER
from otop_pos.sync.line_allocation import LINE_ALLOCATIONS
from otop_pos.sync.lot import LOTS
from otop_pos.sync.stock_movement import STOCK_MOVEMENTS
from tests.books import broken, value
from tests.factories import NOW
from tests.services.stock.desk import Desk


def work_a_day(desk: Desk, lot: Lot) -> None:
    """Every way in which goods move without a sale."""
    desk.post(NoteKind.RETURN, NoteWish(lot.id, 1_000, MoveKind.SUPPLIER_RETURN), reason="ครบกำหนด")
    desk.post(NoteKind.DONATION, NoteWish(lot.id, 1_000, MoveKind.DONATE), reason="บริจาค")
    desk.move(lot, 1_000, Bucket.QUARANTINE)
    desk.lose(lot, 1_000, MoveKind.DAMAGE, Bucket.QUARANTINE)
    desk.reverse(desk.lose(lot, 1_000))
    desk.post(NoteKind.CORRECTION, NoteWish(lot.id, -1_000, MoveKind.RECEIVE), reason="รับเกินมา")
    begun = desk.run(start_count, "นับชั้น")
    desk.run(count_lot, begun.id, lot.code, desk.buckets(lot)[0] - 1_000)
    desk.run(post_count, begun.id)
    desk.run(change_lot_price, lot.id, 120_000, "ขึ้นราคา")


def resolve_all(desk: Desk, lot: Lot, qty: int) -> None:
    (waiting,) = desk.database.run(list_exceptions)
    desk.run(resolve_exception, waiting.sale_id, waiting.line_no, lot.id, qty)


def test_days_of_notes_counts_and_resolutions_are_good_to_head_office(desk: Desk, tmp_path: Path) -> None:
    shop, lot = desk.shop, desk.receive()
    sale = shop.sell(("P000003", 23_000))
    work_a_day(desk, lot)
    honey = desk.lot(shop.receive(shop.honey, 5_000).lines[0].lot_code)
    resolve_all(desk, honey, 1_000)
    shop.close()
    first = send_day(desk.database, tmp_path).folder
    later = desk.later()
    shop.open(at=later.at)
    resolve_all(later, honey, 2_000)
    shop.refund(desk.database.run(read_sale, sale.doc_no), RefundLine(1, 3_000), at=later.at)
    later.run(change_lot_price, honey.id, 20_000, "ขึ้นราคา")
    shop.close(at=later.at)
    second = send_day(desk.database, tmp_path).folder
    assert (check_package(first, None), check_package(second, first)) == ((), ())
    assert broken(desk.database) == []
    assert told(second) == [
        ("sale", -2_000, "CM01-1-690000001 · 1"),
        ("sale_return", 2_000, None),
        ("sale_return", 1_000, None),
    ]
    allocations = load_rows(LINE_ALLOCATIONS, second)[0]
    assert {each.ref_alloc for each in allocations} == {2}, "as the sale's own day numbered it"
    sources = [(entry.kind, entry.source) for entry in load_rows(PRODUCER_LEDGER, first)[0]]
    assert ("loss_comp", "CM-LS690000001") in sources
    assert ("sale", "CM-RS690000001") in sources
    prices = {each.lot_code: each.price for each in load_rows(LOTS, first)[0]}
    assert (prices[lot.code], prices[honey.code]) == (120_000, 18_000)


def told(folder: Path) -> list[tuple[str, int, str | None]]:
    moves = load_rows(STOCK_MOVEMENTS, folder)[0]
    return [(move.kind, move.qty, move.reason_code) for move in sorted(moves, key=lambda move: str(move.movement_id))]


def test_a_day_written_again_is_the_same_though_a_lot_was_found_since(desk: Desk, tmp_path: Path) -> None:
    """The writer was killed before it told the books that it was done."""
    shop = desk.shop
    shop.sell(("P000003", 23_000))
    shop.close()
    first = {path.name: path.read_bytes() for path in send_day(desk.database, tmp_path / "once").folder.iterdir()}
    later = desk.later(NOW + timedelta(days=1))
    lot = later.receive()
    honey = desk.lot(shop.deliveries[2].lines[0].lot_code)
    later.run(change_lot_price, honey.id, 20_000, "ขึ้นราคา")
    later.run(change_lot_price, lot.id, 20_000, "ลดราคา")
    line = DeliveryLine(shop.honey.id, 5_000, 5_000, 18_000)
    grn = desk.database.run(post_delivery, Delivery(shop.farmer.id, (line,)), user=shop.manager, at=later.at)
    resolve_all(later, desk.lot(grn.lines[0].lot_code), 3_000)
    desk.database.run(_forget)
    again = {path.name: path.read_bytes() for path in send_day(desk.database, tmp_path / "again").folder.iterdir()}
    same = {name for name in first if first[name] == again[name]}
    assert {"line_allocations.csv", "producer_ledger.csv", "stock_movements.csv", "stock_levels.csv"} <= same
    assert value(desk.database, "SELECT COUNT(*) FROM nightly_batch") == 1


def _forget(session: Session) -> None:
    session.get_one(NightlyBatchRow, 1).manifest_sha256 = None
