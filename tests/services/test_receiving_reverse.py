"""A delivery note is taken back whole while nothing has become of its goods, and never after."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy.exc import DatabaseError

from otop_pos.domain.errors import GrnReversed, GrnTouched, Missing, NotFound
from otop_pos.domain.receiving import Delivery, DeliveryLine, Grn, GrnState
from otop_pos.domain.stock import MoveKind
from otop_pos.i18n import current_language, use_language
from otop_pos.services.receiving import (
    issued_grn,
    list_grns,
    post_delivery,
    read_grn,
    repeat_last_delivery,
    reverse_delivery,
)
from otop_pos.services.stock import list_lots, list_moves
from otop_pos.services.till_event import list_events
from tests.books import broken, contents
from tests.factories import NOW, TODAY, SmallShop

LATER = NOW + timedelta(hours=1)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = current_language()
    use_language("en")
    yield
    use_language(before)


def reverse(shop: SmallShop, doc_no: str, reason: str = "คีย์ผิดผู้ผลิต") -> Grn:
    return shop.database.run(reverse_delivery, doc_no, reason, till="CM01", user=shop.manager, at=LATER)


def lot_of(shop: SmallShop, grn: Grn):
    (lot,) = shop.database.run(list_lots, grn.lines[0].lot_code)
    return lot


def test_an_untouched_note_is_taken_back_and_its_number_stays(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    taken_back = reverse(shop, grn.doc_no.lower())
    assert (taken_back.reversed_at, taken_back.reversed_by) == (LATER, shop.manager.name)
    assert taken_back.reverse_reason == "คีย์ผิดผู้ผลิต"
    assert taken_back.lines == grn.lines
    assert lot_of(shop, grn).on_hand == 0
    assert shop.receive(shop.cloth, 1_000).doc_no == "CM-G690000005"
    assert broken(shop.database) == []


def test_its_goods_leave_by_movements_that_name_the_note_and_what_they_undo(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    reverse(shop, grn.doc_no)
    story = shop.database.run(list_moves, lot_of(shop, grn).id)
    assert [(move.kind, move.qty, move.doc_no) for move in story] == [
        (MoveKind.RECEIVE, 5_000, grn.doc_no),
        (MoveKind.RECEIVE, -5_000, grn.doc_no),
    ]


def test_the_list_says_so_and_the_paper_says_when_and_by_whom(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    reverse(shop, grn.doc_no)
    states = {brief.doc_no: brief.state for brief in shop.database.run(list_grns)}
    assert states.pop(grn.doc_no) is GrnState.REVERSED
    assert set(states.values()) == {GrnState.POSTED}
    issued = shop.database.run(issued_grn, grn.doc_no)
    assert issued.value == shop.database.run(read_grn, grn.doc_no)
    assert issued.value.reversed_by == shop.manager.name


def test_a_manager_reads_the_reason_among_the_events(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    reverse(shop, grn.doc_no)
    event = shop.database.run(list_events, TODAY)[0]
    assert (event.kind, event.document_id) == ("stock", grn.id)
    assert event.what == f"{grn.doc_no}: คีย์ผิดผู้ผลิต"


def test_what_was_taken_back_is_not_repeated(shop: SmallShop) -> None:
    before = shop.database.run(repeat_last_delivery, shop.weaver.id)
    grn = shop.receive(shop.cloth, 7_000)
    assert shop.database.run(repeat_last_delivery, shop.weaver.id) != before
    reverse(shop, grn.doc_no)
    assert shop.database.run(repeat_last_delivery, shop.weaver.id) == before


def test_a_note_of_which_something_was_sold_is_not_taken_back(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    sale = shop.sell((grn.lines[0].lot_code, 2_000))
    before = contents(shop.database)
    with pytest.raises(GrnTouched) as refused:
        reverse(shop, grn.doc_no)
    assert refused.value.happened == "ผ้าคลุมไหล่ฝ้ายทอมือย้อมคราม: 2 ชิ้น sold"
    assert "Correct the line instead" in refused.value.sentence
    assert contents(shop.database) == before
    shop.refund(sale)
    with pytest.raises(GrnTouched, match="returned by a customer"):
        reverse(shop, grn.doc_no)


def test_a_note_is_taken_back_once(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    reverse(shop, grn.doc_no)
    before = contents(shop.database)
    with pytest.raises(GrnReversed):
        reverse(shop, grn.doc_no)
    assert contents(shop.database) == before


def test_nobody_takes_a_note_back_without_a_reason(sqlite_shop: SmallShop) -> None:
    with pytest.raises(Missing):
        reverse(sqlite_shop, sqlite_shop.deliveries[0].doc_no, "  ")


def test_a_note_nobody_wrote_is_not_taken_back(sqlite_shop: SmallShop) -> None:
    with pytest.raises(NotFound):
        reverse(sqlite_shop, "CM-G690009999")


def test_a_note_of_which_everything_was_rejected_can_be_taken_back(shop: SmallShop) -> None:
    line = DeliveryLine(shop.cloth.id, 2_000, 0, 107_000, "ขึ้นรา")
    grn = shop.database.run(post_delivery, Delivery(shop.weaver.id, (line,)), user=shop.manager, at=NOW)
    assert reverse(shop, grn.doc_no).reversed_at == LATER
    assert broken(shop.database) == []


def test_a_price_in_the_papers_does_not_follow_the_product(shop: SmallShop) -> None:
    grn = shop.deliveries[0]
    issued = shop.database.run(issued_grn, grn.doc_no)
    assert issued.value == grn
    with pytest.raises(DatabaseError):
        shop.database.run(lambda session: session.connection().exec_driver_sql("UPDATE paper SET content = ''"))
