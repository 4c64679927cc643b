"""Goods that move without a sale: put aside, given back, lost, donated, put right, and taken back."""

from datetime import timedelta

import pytest

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.errors import (
    AlreadyReversed,
    BadQuantity,
    CannotReverse,
    EmptyBasket,
    GoodsOfSeveral,
    Missing,
    NotEnoughThere,
    NotFound,
    Refusal,
    StaysThere,
    WholePiecesOnly,
)
from otop_pos.domain.stock import Bucket, MoveKind
from otop_pos.domain.stock_note import NoteKind, NoteWish, StockAct, StockNote
from otop_pos.services.paper import read_paper
from otop_pos.services.stock import list_moves, list_notes, read_note
from otop_pos.services.stock.moving import post_note
from tests.books import broken, contents, count
from tests.factories import NOW, TODAY
from tests.services.stock.desk import Desk, sign


def test_put_aside_and_back(desk: Desk) -> None:
    lot = desk.receive()
    note = desk.move(lot, 3_000, Bucket.QUARANTINE)
    assert (note.doc_no, note.kind, note.business_date) == ("CM-MV690000001", NoteKind.TRANSFER, TODAY)
    assert desk.buckets(lot) == (7_000, 3_000, 0)
    back = desk.reverse(note, "วางผิด")
    assert (back.kind, back.reverses, back.lines[0].qty) == (NoteKind.TRANSFER, note.doc_no, -3_000)
    assert desk.buckets(lot) == (10_000, 0, 0)
    assert desk.database.run(read_note, note.doc_no).reversed_by == back.doc_no
    assert broken(desk.database) == []


def test_what_was_put_aside_and_moved_on_cannot_come_back(desk: Desk) -> None:
    lot = desk.receive()
    note = desk.move(lot, 3_000, Bucket.QUARANTINE)
    desk.move(lot, 1_000, Bucket.TO_RETURN, bucket=Bucket.QUARANTINE)
    with pytest.raises(NotEnoughThere) as refused:
        desk.reverse(note)
    assert (refused.value.wanted, refused.value.there) == ("3 ชิ้น", "2 ชิ้น")
    assert desk.buckets(lot) == (7_000, 2_000, 1_000)


def test_goods_go_home_from_where_they_wait(desk: Desk) -> None:
    lot = desk.receive()
    desk.move(lot, 4_000, Bucket.TO_RETURN)
    wish = NoteWish(lot.id, 4_000, MoveKind.SUPPLIER_RETURN, Bucket.TO_RETURN)
    note = desk.post(NoteKind.RETURN, wish, reason="ครบกำหนดฝากขาย")
    assert (note.doc_no, note.producer, note.compensation) == ("CM-RT690000001", desk.shop.weaver, 0)
    assert desk.buckets(lot) == (6_000, 0, 0)
    desk.reverse(note, "ผู้ผลิตฝากต่อ")
    assert desk.buckets(lot) == (6_000, 0, 4_000)
    assert broken(desk.database) == []


@pytest.mark.parametrize(
    ("bearer", "credit"), [(Bearer.CENTRE, 120_002), (Bearer.SHARED, 60_001), (Bearer.PRODUCER, 0)]
)
def test_a_loss_is_credited_as_agreed_once_and_taken_back_when_found(desk: Desk, bearer: Bearer, credit: int) -> None:
    desk = desk.later(NOW + timedelta(days=1))
    sign(desk, bearer)
    lot = desk.receive(agreed_value=60_001)
    note = desk.lose(lot, 2_000)
    assert (note.loss_policy, note.compensation, desk.owed()) == (bearer, credit, credit)
    assert desk.buckets(lot) == (8_000, 0, 0)
    found = desk.reverse(note)
    assert (found.kind, found.doc_no, found.compensation) == (NoteKind.FOUND, "CM-FD690000001", -credit)
    assert (desk.owed(), desk.buckets(lot)) == (0, (10_000, 0, 0))
    with pytest.raises(AlreadyReversed) as refused:
        desk.reverse(note)
    assert refused.value.by == found.doc_no
    with pytest.raises(CannotReverse):
        desk.reverse(found)
    assert broken(desk.database) == []


@pytest.mark.parametrize("cause", [MoveKind.DAMAGE, MoveKind.LOSS, MoveKind.EXPIRE])
def test_the_story_of_a_lot_says_what_happened(desk: Desk, cause: MoveKind) -> None:
    lot = desk.receive()
    note = desk.lose(lot, 1_000, cause)
    found = desk.reverse(note)
    moves = desk.database.run(list_moves, lot.id)
    assert [(move.kind, move.qty, move.doc_no) for move in moves[1:]] == [
        (cause, -1_000, note.doc_no),
        (cause, 1_000, found.doc_no),
    ]


def test_damaged_goods_are_found_on_the_shelf_wherever_they_lay(desk: Desk) -> None:
    lot = desk.receive()
    desk.move(lot, 2_000, Bucket.QUARANTINE)
    desk.reverse(desk.lose(lot, 2_000, MoveKind.DAMAGE, Bucket.QUARANTINE))
    assert desk.buckets(lot) == (10_000, 0, 0)


def test_a_donation(desk: Desk) -> None:
    lot = desk.receive()
    note = desk.post(NoteKind.DONATION, NoteWish(lot.id, 1_000, MoveKind.DONATE), reason="บริจาควัดสวนดอก")
    assert (note.doc_no, note.lines[0].cause, desk.owed()) == ("CM-DN690000001", MoveKind.DONATE, 0)
    assert desk.buckets(lot) == (9_000, 0, 0)
    assert broken(desk.database) == []


@pytest.mark.parametrize("qty", [2_000, -2_000])
def test_a_delivery_is_put_right_both_ways(desk: Desk, qty: int) -> None:
    lot = desk.receive()
    note = desk.post(NoteKind.CORRECTION, NoteWish(lot.id, qty, MoveKind.RECEIVE), reason="นับผิดตอนรับ")
    assert desk.buckets(lot) == (10_000 - qty, 0, 0)
    desk.reverse(note)
    assert desk.buckets(lot) == (10_000, 0, 0)
    assert broken(desk.database) == []


def test_one_note_with_several_lots_has_one_number_and_one_paper(desk: Desk) -> None:
    lots = [desk.receive(), desk.receive()]
    note = desk.post(NoteKind.LOSS, *(NoteWish(lot.id, 1_000, MoveKind.LOSS) for lot in lots), reason="หาย")
    assert [(line.line_no, line.lot_code, line.compensation) for line in note.lines] == [
        (1, lots[0].code, 60_000),
        (2, lots[1].code, 60_000),
    ]
    paper = desk.database.run(read_paper, note.doc_no, StockNote)
    assert (paper.value, paper.shop.code) == (note, "CM")
    assert desk.told() == [f"{note.doc_no} · หาย"]


def test_days_here_are_told_for_the_paper(desk: Desk) -> None:
    lot = desk.receive()
    desk.shop.close()
    note = desk.later().lose(lot, 1_000)
    assert note.lines[0].days_here == 1


def test_the_same_act_again_gives_the_same_note(desk: Desk) -> None:
    lot = desk.receive()
    act = StockAct(NoteKind.LOSS, (NoteWish(lot.id, 10_000, MoveKind.LOSS),), "หาย")
    first = desk.run(post_note, act)
    assert desk.run(post_note, act) == first
    assert count(desk.database, "stock_note") == 1


def test_notes_are_listed_the_newest_first(desk: Desk) -> None:
    lot = desk.receive()
    first, second = desk.lose(lot, 1_000), desk.move(lot, 1_000, Bucket.QUARANTINE)
    assert desk.database.run(list_notes) == (second, first)
    assert desk.database.run(list_notes, desk.shop.weaver.id, NoteKind.LOSS) == (first,)
    assert desk.database.run(list_notes, desk.shop.farmer.id) == ()


def wish(desk: Desk, qty: int = 1_000, **facts: object) -> NoteWish:
    lot = desk.receive()
    return NoteWish(**{"lot_id": lot.id, "qty": qty, "cause": MoveKind.LOSS, **facts})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "facts", "reason", "refusal"),
    [
        (NoteKind.LOSS, {}, " ", Missing),
        (NoteKind.LOSS, {"cause": MoveKind.SALE}, "หาย", Missing),
        (NoteKind.LOSS, {"qty": 0}, "หาย", BadQuantity),
        (NoteKind.LOSS, {"qty": -1_000}, "หาย", BadQuantity),
        (NoteKind.LOSS, {"qty": 500}, "หาย", WholePiecesOnly),
        (NoteKind.LOSS, {"qty": 11_000}, "หาย", NotEnoughThere),
        (NoteKind.LOSS, {"bucket": Bucket.QUARANTINE}, "หาย", NotEnoughThere),
        (NoteKind.LOSS, {"lot_id": 4_711}, "หาย", NotFound),
        (NoteKind.CORRECTION, {"qty": 0}, "นับผิด", BadQuantity),
        (NoteKind.TRANSFER, {}, "ย้าย", Missing),
        (NoteKind.TRANSFER, {"moved_to": Bucket.SELLABLE}, "ย้าย", StaysThere),
        (NoteKind.COUNT, {}, "นับ", NotFound),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_trace(
    desk: Desk, kind: NoteKind, facts: dict[str, object], reason: str, refusal: type[Refusal]
) -> None:
    act = StockAct(kind, (wish(desk, **facts),), reason)  # type: ignore[arg-type]
    before = contents(desk.database)
    with pytest.raises(refusal):
        desk.run(post_note, act)
    assert contents(desk.database) == before


def test_a_note_without_a_line_is_refused(desk: Desk) -> None:
    with pytest.raises(EmptyBasket):
        desk.post(NoteKind.LOSS)


def test_a_note_is_signed_by_one_producer(desk: Desk) -> None:
    lots = [desk.lot(grn.lines[0].lot_code) for grn in desk.shop.deliveries[1:]]
    with pytest.raises(GoodsOfSeveral) as refused:
        desk.post(NoteKind.LOSS, *(NoteWish(lot.id, 1_000, MoveKind.LOSS) for lot in lots))
    assert refused.value.producers == f"{desk.shop.weaver.name_th}, {desk.shop.farmer.name_th}"


def test_a_note_that_nobody_posted_is_not_found(desk: Desk) -> None:
    with pytest.raises(NotFound):
        desk.database.run(read_note, "CM-LS690000009")
