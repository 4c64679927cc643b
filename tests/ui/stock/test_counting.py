"""Scan-to-count: blind, saved scan by scan, several people at once, while the shop goes on selling."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from otop_pos.domain.agreement import Bearer
from otop_pos.domain.count import CountState
from otop_pos.domain.stock_note import NoteKind
from otop_pos.services.stock import list_notes
from otop_pos.services.stock.counting import cancel_count, count_lot, list_counts, start_count
from otop_pos.ui.stock.screen import StockScreen
from tests.books import broken
from tests.factories import NOW
from tests.ui.hands import press, scan, type_slowly
from tests.ui.stock.desk import ALT, CTRL, KEY, allow, column, facts, lot_of, potter, receive, standing


@pytest.fixture
def counting(stock):
    """The whole shelf is being counted."""
    press(stock.window(), KEY.Key_3, ALT)
    press(stock.window(), KEY.Key_F12)
    assert stock.count.is_counting
    return stock


def code(shop, number=0):
    return shop.deliveries[number].lines[0].lot_code


def shown_texts(widget):
    """Everything that stands on a page, in lists and outside."""
    texts = []
    for child in widget.findChildren(QWidget):
        if child.isVisible():
            texts += [text() for name in ("text", "words") if callable(text := getattr(child, name, None))]
            if (model := getattr(child, "rows_model", None)) is not None:
                texts += [
                    model.index(row, number).data()
                    for row in range(model.rowCount())
                    for number in range(model.columnCount())
                ]
    return texts


def test_every_scan_is_one_piece_and_is_saved_at_once(counting, shop):
    for _piece in range(3):
        scan(counting.window(), code(shop))
    assert counting.count.scanning.number.text() == "3"
    assert counting.count.scanning.name.text() == "Indigo shawl"
    (count,) = shop.database.run(list_counts)
    assert {line.lot_code: line.counted for line in count.lines}[code(shop)] == 3_000


def test_a_crash_loses_no_scan(counting, shop, backend, desk, shown):
    scan(counting.window(), code(shop))
    scan(counting.window(), code(shop, 2))
    fresh = StockScreen(backend, desk)
    window = shown(fresh)
    fresh.show_part("count")
    press(window, KEY.Key_Return)
    assert fresh.count.is_counting
    scan(window, code(shop))
    assert fresh.count.scanning.number.text() == "2"


def test_while_it_goes_on_nothing_says_what_should_be_there(counting, shop):
    scan(counting.window(), code(shop))
    counting.count.scanning.lists.buttons["open"].click()
    assert not [text for text in shown_texts(counting.count) if text in ("20", "20.00", "19", "−19")]


def test_several_at_once_are_typed(counting, shop):
    type_slowly(counting.window(), f"12*{code(shop)}", enter=True)
    assert counting.count.scanning.number.text() == "12"
    type_slowly(counting.window(), "=20", enter=True)
    assert counting.count.scanning.number.text() == "20"
    type_slowly(counting.window(), "3*")
    scan(counting.window(), code(shop))
    assert counting.count.scanning.number.text() == "23"


def test_goods_by_the_metre_are_asked_for_their_length(counting, shop):
    scan(counting.window(), code(shop, 1))
    type_slowly(counting.window(), "18.5", enter=True)
    assert counting.count.scanning.number.text() == "18.50"


def test_a_wrong_scan_is_taken_back(counting, shop):
    scan(counting.window(), code(shop))
    scan(counting.window(), code(shop))
    scan(counting.window(), code(shop, 2))
    press(counting.window(), KEY.Key_Delete)
    assert (counting.count.scanning.name.text(), counting.count.scanning.number.text()) == ("Honey 500 g", "0")
    press(counting.window(), KEY.Key_Delete)
    assert (counting.count.scanning.name.text(), counting.count.scanning.number.text()) == ("Indigo shawl", "1")


def test_a_code_nobody_knows_is_refused_in_words_and_the_count_goes_on(counting, shop):
    scan(counting.window(), "8859999999994")
    assert "8859999999994" in counting.message_bar.text()
    scan(counting.window(), code(shop))
    assert counting.message_bar.text() == ""
    assert counting.count.scanning.number.text() == "1"


def test_two_people_count_at_once_and_their_pieces_add_up(counting, shop):
    scan(counting.window(), code(shop))
    (count,) = shop.database.run(list_counts)
    shop.database.run(count_lot, count.id, code(shop), 4_000, till="CM02", user=shop.user, at=NOW)
    scan(counting.window(), code(shop))
    assert counting.count.scanning.number.text() == "6"


def test_what_is_sold_meanwhile_is_no_difference(counting, shop):
    shop.sell((code(shop), 3_000))
    type_slowly(counting.window(), f"17*{code(shop)}", enter=True)
    press(counting.window(), KEY.Key_F12)
    assert column(counting.count.review.table) == []
    press(counting.window(), KEY.Key_F12)
    assert shop.database.run(list_counts)[0].state is CountState.POSTED
    assert broken(shop.database) == []


def test_the_end_says_what_it_means_for_maker_and_centre_and_is_posted(stock, shop):
    _maker, cup = potter(shop, loss_policy=Bearer.SHARED)
    lot = receive(shop, cup, agreed_value=10_000)
    press(stock.window(), KEY.Key_3, ALT)
    press(stock.window(), KEY.Key_F12)
    type_slowly(stock.window(), f"4*{lot}", enter=True)
    press(stock.window(), KEY.Key_F12)
    review = stock.count.review
    assert column(review.table, 3) == ["−2"]
    sums = facts(review.facts)
    assert (sums["Missing, units"], sums["Centre credits makers"], sums["Makers bear themselves"]) == (
        "2",
        "100.00",
        "100.00",
    )
    press(stock.window(), KEY.Key_F12)
    (note,) = shop.database.run(list_notes)
    assert (note.kind, note.compensation) == (NoteKind.COUNT, 10_000)
    assert standing(shop, lot) == (4_000, 0, 0)
    assert note.doc_no in stock.message_bar.text()
    assert broken(shop.database) == []


def test_one_lot_is_counted_again_before_posting(counting, shop):
    type_slowly(counting.window(), f"18*{code(shop)}", enter=True)
    press(counting.window(), KEY.Key_F12)
    assert column(counting.count.review.table, 3) == ["−2"]
    press(counting.window(), KEY.Key_F4)
    type_slowly(counting.window(), "20", enter=True)
    assert column(counting.count.review.table) == []


def test_what_was_not_counted_stays_unless_somebody_says_that_none_is_there(counting, shop):
    for number in (0, 2):
        type_slowly(counting.window(), f"20*{code(shop, number)}", enter=True)
    press(counting.window(), KEY.Key_F12)
    counting.count.review.lists.buttons["open"].click()
    assert column(counting.count.review.table) == ["Mudmee silk"]
    press(counting.window(), KEY.Key_F5)
    counting.count.review.lists.buttons["differs"].click()
    assert column(counting.count.review.table, 3) == ["−20.00"]
    press(counting.window(), KEY.Key_F12)
    assert standing(shop, code(shop, 1)) == (0, 0, 0)
    assert broken(shop.database) == []


def test_differences_of_several_makers_make_one_note_each(counting, shop):
    for number in (0, 2):
        type_slowly(counting.window(), f"18*{code(shop, number)}", enter=True)
    press(counting.window(), KEY.Key_F12)
    press(counting.window(), KEY.Key_F12)
    notes = shop.database.run(list_notes)
    assert {note.producer.code for note in notes} == {"CM-0001", "CM-0002"}
    assert [standing(shop, code(shop, number))[0] for number in (0, 2)] == [18_000, 18_000]
    assert broken(shop.database) == []


def test_a_short_count_of_a_clerk_needs_a_second_person(front, clerks_stock, shop, clerk, password):
    clerks_stock.show_part("count")
    press(front.window, KEY.Key_F12)
    type_slowly(front.window, f"19*{code(shop)}", enter=True)
    press(front.window, KEY.Key_F12)
    press(front.window, KEY.Key_F12)
    allow(front, password)
    (note,) = shop.database.run(list_notes)
    assert (note.posted_by, lot_of(shop, code(shop)).on_hand) == (clerk.name, 19_000)
    assert broken(shop.database) == []


def test_a_cashier_counts_blind_to_the_end(front, shop):
    front.window.go_to(front.stock)
    front.stock.show_part("count")
    press(front.window, KEY.Key_F12)
    scan(front.window, code(shop))
    press(front.window, KEY.Key_F12)
    assert front.stock.count.is_counting
    assert "stock clerk or manager" in front.stock.message_bar.text()


def test_only_one_maker_is_counted_and_others_goods_are_refused(stock, shop):
    stock.show_part("count")
    stock.count.start.reach.buttons["producer"].click()
    type_slowly(stock.window(), "CM-0002")
    press(stock.window(), KEY.Key_Return)
    assert stock.count.is_counting
    scan(stock.window(), code(shop))
    assert "not part of this count" in stock.message_bar.text()
    scan(stock.window(), code(shop, 2))
    assert stock.count.scanning.number.text() == "1"


def test_esc_leaves_the_count_open_for_later(counting, shop):
    scan(counting.window(), code(shop))
    press(counting.window(), KEY.Key_Escape)
    assert not counting.count.is_counting
    assert shop.database.run(list_counts)[0].state is CountState.OPEN
    press(counting.window(), KEY.Key_Return)
    assert counting.count.is_counting
    scan(counting.window(), code(shop))
    assert counting.count.scanning.number.text() == "2"


def test_given_up_is_asked_once_more(counting, shop):
    scan(counting.window(), code(shop))
    press(counting.window(), KEY.Key_F12)
    counting.count.review.cancel.click()
    assert shop.database.run(list_counts)[0].state is CountState.OPEN
    counting.message_bar._action.click()
    assert shop.database.run(list_counts)[0].state is CountState.CANCELLED
    assert standing(shop, code(shop)) == (20_000, 0, 0)


def test_a_count_that_was_ended_at_another_till_says_so(counting, shop, stock):
    other = shop.database.run(start_count, "other", till="CM02", user=shop.user, at=NOW)
    (mine,) = (each for each in shop.database.run(list_counts) if each.id != other.id)
    shop.database.run(cancel_count, mine.id, till="CM02", user=shop.manager, at=NOW)
    stock.count._look_again()
    QApplication.processEvents()
    assert not stock.count.is_counting
    assert "another till" in stock.message_bar.text()


def test_tabs_are_walked_by_keys(stock):
    names = ("shelf", "board", "count", "exceptions", "labels", "notes")
    for number, name in enumerate(names):
        press(stock.window(), Qt.Key(Qt.Key.Key_1 + number), ALT)
        assert stock.part == name


def test_the_sheet_to_count_with_is_printed(counting, desk):
    press(counting.window(), KEY.Key_P, CTRL)
    assert len(list(desk.settings.papers.rglob("counts/*.pdf"))) == 1
    assert "Printed: CM-CS" in counting.message_bar.text()
