"""A delivery whose goods were touched is put right line by line, by movements; its paper stays as it was."""

from datetime import timedelta

import pytest

from otop_pos.domain.errors import (
    BadQuantity,
    GrnReversed,
    GrnTouched,
    Missing,
    NotEnoughThere,
    NotFound,
    NothingToCorrect,
    WholePiecesOnly,
)
from otop_pos.domain.receiving import Correction, Delivery, DeliveryLine, Grn, GrnState
from otop_pos.domain.stock import MoveKind
from otop_pos.domain.stock_note import NoteKind, StockNote
from otop_pos.services.receiving import (
    correct_delivery,
    issued_grn,
    list_grns,
    post_delivery,
    reverse_delivery,
)
from otop_pos.services.stock import list_lots, list_moves
from tests.books import broken, contents
from tests.factories import NOW, SmallShop

LATER = NOW + timedelta(hours=1)


@pytest.fixture
def grn(shop: SmallShop) -> Grn:
    """Five shawls and two and a half metres of silk; two shawls are sold."""
    lines = (DeliveryLine(shop.cloth.id, 5_000, 5_000, 107_000), DeliveryLine(shop.bag.id, 2_500, 2_500, 42_000))
    grn = shop.database.run(post_delivery, Delivery(shop.weaver.id, lines), user=shop.manager, at=NOW)
    shop.sell((grn.lines[0].lot_code, 2_000))
    return grn


def correct(shop: SmallShop, doc_no: str, *corrections: Correction, reason: str = "นับผิด") -> StockNote:
    act = (doc_no, corrections, reason)
    return shop.database.run(correct_delivery, *act, till="CM01", user=shop.manager, at=LATER)


def on_hand(shop: SmallShop, grn: Grn, number: int = 0) -> int:
    (lot,) = shop.database.run(list_lots, grn.lines[number].lot_code)
    return lot.on_hand


def test_less_came_than_was_noted(shop: SmallShop, grn: Grn) -> None:
    note = correct(shop, grn.doc_no, Correction(1, 4_000))
    assert (note.kind, note.reason) == (NoteKind.CORRECTION, f"{grn.doc_no}: นับผิด")
    assert [(line.lot_code, line.qty, line.cause) for line in note.lines] == [
        (grn.lines[0].lot_code, 1_000, MoveKind.RECEIVE)
    ]
    assert on_hand(shop, grn) == 2_000
    assert broken(shop.database) == []


def test_more_came_than_was_noted(shop: SmallShop, grn: Grn) -> None:
    correct(shop, grn.doc_no, Correction(1, 7_000), Correction(2, 2_750))
    assert (on_hand(shop, grn), on_hand(shop, grn, 1)) == (5_000, 2_750)
    assert broken(shop.database) == []


def test_a_second_correction_counts_the_first(shop: SmallShop, grn: Grn) -> None:
    correct(shop, grn.doc_no, Correction(1, 4_000))
    correct(shop, grn.doc_no, Correction(1, 5_000))
    assert on_hand(shop, grn) == 3_000
    with pytest.raises(NothingToCorrect):
        correct(shop, grn.doc_no, Correction(1, 5_000))


def test_the_paper_says_what_both_signed_and_the_list_that_it_was_put_right(shop: SmallShop, grn: Grn) -> None:
    correct(shop, grn.doc_no, Correction(1, 4_000))
    assert shop.database.run(issued_grn, grn.doc_no).value == grn
    states = {brief.doc_no: brief.state for brief in shop.database.run(list_grns)}
    assert states[grn.doc_no] is GrnState.CORRECTED
    assert set(states.values()) == {GrnState.CORRECTED, GrnState.POSTED}


def test_the_story_of_the_lot_names_the_note_of_correction(shop: SmallShop, grn: Grn) -> None:
    note = correct(shop, grn.doc_no, Correction(1, 4_000))
    (lot,) = shop.database.run(list_lots, grn.lines[0].lot_code)
    assert shop.database.run(list_moves, lot.id)[-1].doc_no == note.doc_no


def test_what_was_put_right_is_not_taken_back_whole(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    correct(shop, grn.doc_no, Correction(1, 4_000))
    with pytest.raises(GrnTouched):
        shop.database.run(reverse_delivery, grn.doc_no, "ผิดราย", till="CM01", user=shop.manager, at=LATER)


@pytest.mark.parametrize(
    ("correction", "reason", "refusal"),
    [
        (Correction(1, 1_000), "นับผิด", NotEnoughThere),
        (Correction(1, 4_500), "นับผิด", WholePiecesOnly),
        (Correction(1, -1_000), "นับผิด", BadQuantity),
        (Correction(1, 5_000), "นับผิด", NothingToCorrect),
        (Correction(9, 1_000), "นับผิด", NotFound),
        (Correction(1, 4_000), "  ", Missing),
    ],
)
def test_what_cannot_be_is_refused_and_moves_nothing(
    shop: SmallShop, grn: Grn, correction: Correction, reason: str, refusal: type[Exception]
) -> None:
    before = contents(shop.database)
    with pytest.raises(refusal):
        correct(shop, grn.doc_no, correction, reason=reason)
    assert contents(shop.database) == before


def test_a_note_taken_back_is_not_put_right(shop: SmallShop) -> None:
    grn = shop.receive(shop.cloth, 5_000)
    shop.database.run(reverse_delivery, grn.doc_no, "ผิดราย", till="CM01", user=shop.manager, at=LATER)
    with pytest.raises(GrnReversed):
        correct(shop, grn.doc_no, Correction(1, 4_000))
