"""The shelf is counted while the shop sells: blind, and right all the same."""

from dataclasses import replace

import pytest
from sqlalchemy.orm import Session

from otop_pos.db.models import UserRow
from otop_pos.domain.count import Count, CountState
from otop_pos.domain.errors import (
    BadQuantity,
    CountDisturbed,
    CountEnded,
    Missing,
    NeedsApproval,
    NotEnoughThere,
    NotFound,
    NothingCounted,
    NotInCount,
    ScanItsLabel,
    UnknownCode,
    WholePiecesOnly,
)
from otop_pos.domain.identity import new_id
from otop_pos.domain.product import Category
from otop_pos.domain.refund import RefundLine
from otop_pos.domain.right import Right, Role
from otop_pos.domain.stock import Bucket, Lot, MoveKind
from otop_pos.domain.stock_note import NoteKind, StockNote
from otop_pos.services.sign_in import Door, keep_approval
from otop_pos.services.stock.counting import (
    cancel_count,
    count_lot,
    list_counts,
    post_count,
    read_count,
    start_count,
)
from tests.books import broken, contents, count, rows
from tests.factories import NOW
from tests.services.stock.desk import Desk


def begin(desk: Desk, producer_id: int = 0, category: Category | None = None) -> Count:
    begun: Count = desk.run(start_count, "นับชั้นหน้าร้าน", producer_id, category)
    return begun


def counted(desk: Desk, begun: Count, lot: Lot, qty: int) -> None:
    by = {"till": "CM01", "user": desk.shop.user, "at": NOW}
    desk.database.run(count_lot, begun.id, lot.code, qty, is_total=True, **by)


def end(desk: Desk, begun: Count) -> tuple[StockNote, ...]:
    notes: tuple[StockNote, ...] = desk.run(post_count, begun.id)
    return notes


def lines(note: StockNote) -> list[tuple[MoveKind, int, int]]:
    return [(line.cause, line.qty, line.compensation) for line in note.lines]


def test_a_count_begins_with_all_that_is_for_sale(desk: Desk) -> None:
    desk.move(desk.receive(), 1_000, Bucket.QUARANTINE)
    begun = begin(desk)
    assert (begun.doc_no, begun.state, begun.left) == ("CM-CS690000001", CountState.OPEN, 4)
    assert sorted(line.expected for line in begun.lines) == [9_000, 20_000, 20_000, 20_000]
    assert desk.database.run(list_counts) == (begun,)
    assert [line.product.sku for line in begin(desk, desk.shop.farmer.id).lines] == ["P000003"]
    assert {line.product.sku for line in begin(desk, category=Category.CLOTH).lines} == {"P000001", "P000002"}


def test_all_is_there(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    counted(desk, begun, lot, 10_000)
    assert end(desk, begun) == ()
    ended = desk.database.run(read_count, begun.id)
    assert (ended.state, ended.ended_at, count(desk.database, "stock_note")) == (CountState.POSTED, NOW, 0)


def test_what_is_missing_is_lost_and_credited(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    counted(desk, begun, lot, 8_000)
    (note,) = end(desk, begun)
    assert (note.kind, note.doc_no, lines(note)) == (
        NoteKind.COUNT,
        "CM-CN690000001",
        [(MoveKind.LOSS, 2_000, 120_000)],
    )
    assert (desk.buckets(lot), desk.owed()) == ((8_000, 0, 0), 120_000)
    assert end(desk, begun) == (note,), "posted once"
    assert broken(desk.database) == []


def test_what_was_not_counted_is_not_missing(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    counted(desk, begun, lot, 10_000)
    end(desk, begun)
    assert desk.lot(desk.shop.deliveries[0].lines[0].lot_code).on_hand == 20_000


def test_a_piece_sold_between_two_scans_of_its_lot_makes_it_counted_again(desk: Desk) -> None:
    """It may be one of those scanned, or one of the others: whoever counts sees to it, the program cannot."""
    lot, begun = desk.receive(), begin(desk)
    counted(desk, begun, lot, 4_000)
    desk.shop.sell((lot.code, 1_000))
    with pytest.raises(CountDisturbed):
        desk.database.run(count_lot, begun.id, lot.code, 1_000, till="CM01", user=desk.shop.manager, at=NOW)
    counted(desk, begun, lot, 9_000)
    assert end(desk, begun) == ()
    assert desk.buckets(lot) == (9_000, 0, 0)


def test_sales_go_on_before_and_after_a_lot_is_counted(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    sale = desk.shop.sell((lot.code, 3_000))
    desk.shop.refund(sale, RefundLine(1, 1_000))
    counted(desk, begun, lot, 7_000)
    (line,) = (each for each in desk.database.run(read_count, begun.id).lines if each.lot_id == lot.id)
    assert (line.expected, line.moved, line.difference) == (10_000, -2_000, -1_000)
    desk.shop.sell((lot.code, 4_000))
    (note,) = end(desk, begun)
    assert lines(note) == [(MoveKind.LOSS, 1_000, 60_000)]
    assert desk.buckets(lot) == (3_000, 0, 0)
    assert broken(desk.database) == []


def test_scans_add_up_and_a_total_replaces_them(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    for _ in range(3):
        desk.run(count_lot, begun.id, lot.code, 1_000)
    assert desk.run(count_lot, begun.id, lot.code, -1_000).counted == 2_000
    counted(desk, begun, lot, 10_000)
    assert desk.run(count_lot, begun.id, lot.code, 1_000).counted == 11_000


def test_more_than_the_books_have_is_found_then_gained(desk: Desk) -> None:
    lot = desk.receive()
    older, newer = desk.lose(lot, 1_000), desk.lose(lot, 2_000)
    desk.lose(lot, 1_000, MoveKind.DAMAGE)
    begun = begin(desk)
    counted(desk, begun, lot, 8_000)
    (note,) = end(desk, begun)
    assert lines(note) == [(MoveKind.LOSS, -2_000, -120_000)]
    assert rows(desk.database, "SELECT found_of FROM stock_note_line WHERE found_of IS NOT NULL")[0][0] in (
        newer.id.hex,
        newer.id,
    )
    begun = begin(desk)
    counted(desk, begun, lot, 12_000)
    (note,) = end(desk, begun)
    assert lines(note) == [(MoveKind.LOSS, -1_000, -60_000), (MoveKind.COUNT, -3_000, 0)]
    assert (desk.buckets(lot), desk.owed()) == ((12_000, 0, 0), 60_000)
    assert older.compensation == 60_000
    assert broken(desk.database) == []


def test_what_a_count_missed_is_found_by_taking_its_note_back(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    counted(desk, begun, lot, 8_000)
    (note,) = end(desk, begun)
    found = desk.reverse(note)
    assert (found.kind, found.compensation, desk.buckets(lot)) == (NoteKind.FOUND, -120_000, (10_000, 0, 0))
    assert broken(desk.database) == []


def test_pieces_that_a_count_found_are_found_once(desk: Desk) -> None:
    lot = desk.receive()
    lost = desk.lose(lot, 3_000)
    begun = begin(desk)
    counted(desk, begun, lot, 8_000)
    end(desk, begun)
    found = desk.reverse(lost)
    assert (found.lines[0].qty, found.compensation, desk.owed()) == (-2_000, -120_000, 0)
    assert desk.buckets(lot) == (10_000, 0, 0)
    assert broken(desk.database) == []


def test_each_producer_gets_a_note_of_its_own(desk: Desk) -> None:
    begun = begin(desk)
    for grn in desk.shop.deliveries:
        counted(desk, begun, desk.lot(grn.lines[0].lot_code), 19_000)
    notes = end(desk, begun)
    assert sorted(note.producer.code for note in notes) == ["CM-0001", "CM-0002"]
    assert sorted(len(note.lines) for note in notes) == [1, 2]


def test_what_came_after_the_beginning_can_be_counted_too(desk: Desk) -> None:
    begun, lot = begin(desk), desk.receive()
    counted(desk, begun, lot, 10_000)
    assert end(desk, begun) == ()


def test_what_was_sold_though_nobody_counted_it_is_counted_again(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    counted(desk, begun, lot, 1_000)
    desk.shop.sell((lot.code, 5_000))
    before = contents(desk.database)
    with pytest.raises(NotEnoughThere):
        end(desk, begun)
    assert contents(desk.database) == before


def test_a_products_code_serves_where_it_lies_there_in_one_lot(desk: Desk) -> None:
    begun = begin(desk)
    assert desk.run(count_lot, begun.id, "8850000000012", 1_000).product.sku == "P000003"
    assert desk.run(count_lot, begun.id, "p000003", 1_000).counted == 2_000
    desk.receive()
    with pytest.raises(ScanItsLabel):
        desk.run(count_lot, begin(desk).id, "P000001", 1_000)


def test_what_cannot_be_counted_is_refused(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk, desk.shop.farmer.id)
    for code, qty, refusal in (
        (lot.code, 1_000, NotInCount),
        ("P000001", 1_000, NotInCount),
        ("nothing", 1_000, UnknownCode),
        ("P000003", -1_000, BadQuantity),
        ("P000003", 500, WholePiecesOnly),
    ):
        with pytest.raises(refusal):
            desk.run(count_lot, begun.id, code, qty)
    with pytest.raises(NothingCounted):
        end(desk, begun)
    with pytest.raises(Missing):
        desk.run(start_count, " ")
    with pytest.raises(NotFound):
        desk.run(start_count, "นับ", 4_711)
    for use_case in (cancel_count, post_count):
        with pytest.raises(NotFound):
            desk.run(use_case, new_id())


def test_a_cancelled_count_is_as_if_nobody_had_counted(desk: Desk) -> None:
    lot, begun = desk.receive(), begin(desk)
    counted(desk, begun, lot, 1_000)
    assert desk.run(cancel_count, begun.id).state is CountState.CANCELLED
    for use_case, arguments in ((count_lot, (lot.code, 1_000)), (post_count, ()), (cancel_count, ())):
        with pytest.raises(CountEnded):
            desk.run(use_case, begun.id, *arguments)
    assert desk.buckets(lot) == (10_000, 0, 0)


def test_whoever_may_count_needs_a_second_person_only_where_pieces_are_missing(desk: Desk) -> None:
    clerk = replace(desk, user=desk.shop.user)
    desk.database.run(_become_clerk, desk)
    lot, begun = desk.receive(), begin(clerk)
    counted(clerk, begun, lot, 9_000)
    with pytest.raises(NeedsApproval) as refused:
        end(clerk, begun)
    assert refused.value.ask.right is Right.WRITE_OFF
    door = Door("CM01", b"", NOW)
    approval = desk.database.run(keep_approval, refused.value.ask, desk.shop.manager, desk.shop.user, door)
    by = {"till": "CM01", "user": desk.shop.user, "at": NOW}
    (note,) = desk.database.run(post_count, begun.id, approval=approval, **by)
    assert (note.approved_by, note.posted_by) == (desk.shop.manager.name, desk.shop.user.name)
    begun = begin(clerk)
    counted(clerk, begun, lot, 9_000)
    assert end(clerk, begun) == ()
    assert broken(desk.database) == []


def _become_clerk(session: Session, desk: Desk) -> None:
    """The shop's cashier is its clerk now."""
    session.get_one(UserRow, desk.shop.user.id).role = Role.CLERK
