"""Goods sold without a lot find theirs, one key each; how many wait stands on the tab."""

import pytest

from otop_pos.domain.stock_note import NoteKind
from otop_pos.services.stock import list_notes
from otop_pos.services.stock.exception import list_exceptions
from tests.books import broken, rows
from tests.ui.hands import press, scan, type_slowly
from tests.ui.stock.desk import ALT, KEY, column, receive, standing


@pytest.fixture
def oversold(shop):
    """Two shawls more were sold than the books held; then four more were received."""
    shop.sell(("P000001", 22_000))
    return receive(shop, shop.cloth, 4_000)


def waiting(shop):
    return [each.qty for each in shop.database.run(list_exceptions)]


def test_how_many_wait_stands_on_the_tab_from_the_start(stock, oversold, manager_front):
    manager_front.window.go_to(stock)
    assert stock.bar.tabs["exceptions"].waiting == 1
    assert stock.part == "shelf"


def test_one_key_gives_what_was_sold_its_lot(stock, shop, oversold):
    press(stock.window(), KEY.Key_4, ALT)
    page = stock.exceptions
    assert column(page.table) == ["Indigo shawl"]
    assert column(page.lots, 2) == ["4"]
    type_slowly(stock.window(), "1")
    note = shop.database.run(list_notes)[0]
    assert note.kind is NoteKind.RESOLUTION
    assert waiting(shop) == []
    assert standing(shop, oversold) == (2_000, 0, 0)
    assert stock.bar.tabs["exceptions"].waiting == 0
    assert note.doc_no in stock.message_bar.text()
    assert broken(shop.database) == []


def test_enter_takes_the_first_suggestion_and_the_maker_is_owed(stock, shop, oversold):
    before = rows(shop.database, "SELECT sum(amount) FROM payable")
    press(stock.window(), KEY.Key_4, ALT)
    press(stock.window(), KEY.Key_Return)
    after = rows(shop.database, "SELECT sum(amount) FROM payable")
    assert after[0][0] - before[0][0] == 150_000
    assert broken(shop.database) == []


def test_a_scanned_label_is_the_lot_it_came_from(stock, shop, oversold):
    press(stock.window(), KEY.Key_4, ALT)
    scan(stock.window(), oversold)
    assert waiting(shop) == []
    assert stock.part == "exceptions"


def test_a_lot_with_less_takes_what_it_has_and_the_rest_waits(stock, shop):
    shop.sell(("P000001", 23_000))
    receive(shop, shop.cloth, 2_000)
    press(stock.window(), KEY.Key_4, ALT)
    press(stock.window(), KEY.Key_Return)
    assert waiting(shop) == [1_000]
    assert column(stock.exceptions.table, 1) == ["1"]
    assert broken(shop.database) == []


def test_the_story_of_the_lot_says_that_a_sale_was_found(stock, shop, oversold):
    press(stock.window(), KEY.Key_4, ALT)
    press(stock.window(), KEY.Key_Return)
    stock.show_part("shelf")
    scan(stock.window(), oversold)
    assert column(stock.shelf.lot_card.moves) == ["Received 4 pc", "Sold before, found its lot: 2 pc"]


def test_no_lot_and_nothing_waiting_say_what_to_do(stock, shop, manager_front):
    press(stock.window(), KEY.Key_4, ALT)
    assert not stock.exceptions.table._empty.isHidden()
    shop.sell(("P000001", 22_000))
    manager_front.window.go_to(stock)
    assert column(stock.exceptions.lots) == []
    assert not stock.exceptions.lots._empty.isHidden()
    assert not stock.exceptions.ok.isEnabled()
